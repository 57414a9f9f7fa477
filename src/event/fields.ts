import { type Complain, clean } from './clean.ts';
import type { EventFields, Json } from './event.ts';
import { verdict } from './verdict.ts';

/** What an event says itself, by GA4's names; all other fields are the site's own and go to `props`. */
const isKnown = verdict(
  /^(value(_basis)?|tax|prices_include_tax|shipping(_tier)?|discount|currency|items|coupon|payment_type|search_term|method|lead_source|(transaction|item_list|promotion|form)_(id|name|kind))$/,
);

const isNumber = verdict(/^(value|tax|shipping|discount|price|quantity|index)$/);

/** GA4's bound on items. */
const MAX_ITEMS = 200;

/** Amounts and identifiers come as text or number, as shops please. Undefined: not of this field's kind. */
const coerce = (name: string, value: Json): Json | undefined => {
  if (value === '' || typeof value === 'object') return undefined;
  const text = `${value}`;
  // Ten digits before the point are a telephone number that was taken for a price.
  if (isNumber(name)) return /\d/.test(text) && Math.abs(+value) < 1e10 ? +value : undefined;
  if (name === 'currency') return /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : undefined;
  return value === true || value === false ? value : text.slice(0, 256);
};

/** An item keeps what is scalar. */
const toItem = (item: Json): Json => {
  const kept: Record<string, Json> = {};
  for (const [name, raw] of Object.entries(Object(item) as Record<string, Json>)) {
    const value = coerce(name, raw);
    if (value !== undefined) kept[name] = value;
  }
  return kept;
};

/**
 * The fields of an event out of what `track` or a detector was given: GA4's where they belong, with numbers as numbers
 * and an ISO 4217 code as `currency`, the rest in `props`. What does not fit is left out and told to `complain`.
 * `allow`: names of fields that tell nobody.
 */
export const toFields = (given: unknown, complain: Complain, allow?: string[]): EventFields => {
  const fields: Record<string, Json> = {};
  const props: Record<string, Json> = {};
  const put = (name: string, raw: unknown, isProp?: boolean) => {
    const isItems = name === 'items';
    const strict = isProp || !isKnown(name);
    const given = isItems && Array.isArray(raw) ? raw.slice(0, MAX_ITEMS) : raw;
    const value = clean(given, name, complain, { allow, strict });
    if (value === undefined) return;
    const known = strict
      ? value
      : isItems
        ? Array.isArray(value)
          ? value.map(toItem)
          : undefined
        : coerce(name, value);
    if (known === undefined) complain(name, 'not of this field');
    else (strict ? props : fields)[name] = known;
  };
  /** Getters and proxies of the site may throw. */
  const attempt = (name: string, work: () => void) => {
    try {
      work();
    } catch {
      complain(name, 'it threw');
    }
  };
  const take = (from: Record<string, unknown>, isProp?: boolean) => {
    for (const name of Object.keys(from))
      attempt(name, () => {
        const raw = from[name];
        if (name === 'props' && !isProp) take(Object(raw), true);
        // Set on ours, it would become a prototype of the page's.
        else if (name !== '__proto__') put(name, raw, isProp);
      });
  };
  attempt('fields', () => take(Object(given)));
  return Object.keys(props).length ? { ...fields, props } : fields;
};
