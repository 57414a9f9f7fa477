import { beside, type Pair, pick } from './flatten.ts';
import { exact, readPrice } from './price.ts';

/** An ISO 4217 code in any case, or undefined. */
export const toCode = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z]{3}$/i.test(value) ? value.toUpperCase() : undefined;

/** The currency a body names, nearest to its top. */
export const readCode = (pairs: Pair[]): string | undefined =>
  pairs.map(([path, value]) => (/currency/i.test(path) ? toCode(value) : undefined)).find(Boolean);

const OTHER =
  /(^|[._])(old|was)|original|regular|compare|list_?price|price_?(old|was)|pretax|tax_?excl|discount(?!ed)/i;

/** A list price, a unit price (per litre) or an older one: by its own name or by what stands beside it. */
const isOther = (pairs: Pair[], path: string): boolean => {
  const near = beside(path);
  const told = pairs
    .filter(([other]) => other.startsWith(near))
    .map(([other, value]) => `${other.slice(near.length)} ${value}`);
  return OTHER.test(path) || told.some((fact) => /^referenceQuantity|^priceType .*(List|Strike|SRP)/.test(fact));
};

/**
 * An amount of a body in units of its currency. Minor units are known by what stands beside the amount, in its name, or
 * elsewhere in the body, never by its size: `currency_minor_unit: 2`, `fractionDigits`, `centAmount`, `priceCents`,
 * `decimalValue`.
 */
export const readAmount = (pairs: Pair[], ...patterns: RegExp[]): number | undefined => {
  for (const pattern of patterns) {
    const found = pairs.find(([path]) => pattern.test(path) && !isOther(pairs, path));
    if (!found) continue;
    const [path, raw] = pairs.find(([other]) => other === `${beside(found[0])}decimalValue`) ?? found;
    const digits =
      pick(
        pairs.filter(([other]) => other.startsWith(beside(path))),
        /fractionDigits$/i,
      )?.[1] ??
      pick(pairs, /minor_?unit$/i)?.[1] ??
      (/cents?$|centAmount$/i.test(path) ? 2 : 0);
    const units = Number.isNaN(Number(raw)) ? readPrice(`${raw}`, undefined, true)?.value : Number(raw);
    if (units !== undefined) return exact(units / 10 ** Number(digits));
  }
  return undefined;
};
