import { type Pair, pick } from './flatten.ts';
import { exact, readPrice } from './price.ts';

/** An ISO 4217 code in any case, or undefined. */
export const toCode = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z]{3}$/i.test(value) ? value.toUpperCase() : undefined;

/** The currency a body names, nearest to its top. */
export const readCode = (pairs: Pair[]): string | undefined =>
  pairs.map(([path, value]) => (/currency/i.test(path) ? toCode(value) : undefined)).find(Boolean);

/**
 * An amount of a body in units of its currency. Minor units are known by what stands beside the amount or in its name,
 * never by its size: `currency_minor_unit: 2`, `fractionDigits`, `centAmount`, `priceCents`.
 */
export const readAmount = (pairs: Pair[], ...patterns: RegExp[]): number | undefined => {
  const found = pick(pairs, ...patterns);
  if (!found) return;
  const [path, raw] = found;
  const near = path.slice(0, path.lastIndexOf('.') + 1);
  const told = pairs.find(([other]) => other.startsWith(near) && /(minor_?unit|fractionDigits)$/i.test(other))?.[1];
  const digits = told ?? (/cents?$|centAmount$/i.test(path) ? 2 : 0);
  const number =
    typeof raw === 'number' || /^-?\d+(\.\d+)?$/.test(String(raw))
      ? Number(raw)
      : readPrice(String(raw), undefined, true)?.value;
  return number === undefined ? undefined : exact(number / 10 ** Number(digits));
};
