import { type Complain, clean } from './clean.ts';
import type { EventFields, Json } from './event.ts';

const NUMBERS = /^(value|tax|shipping|discount|price|quantity)$/;

/** What an event says itself; all other fields are the site's own and go to `props`. */
const KNOWN =
  /^(value|value_basis|tax|shipping|discount|currency|items|transaction_id|coupon|payment_type|shipping_tier|search_term|method|lead_source|(item_list|promotion)_(id|name)|form_(kind|id))$/;

/** GA4's bound on items. */
const MAX_ITEMS = 200;

/** Amounts and identifiers come as text or number, as shops please. Undefined: not of this field's kind. */
const coerce = (name: string, value: Json): Json | undefined => {
  if (value === '' || value === null || typeof value === 'object') return undefined;
  if (NUMBERS.test(name)) return Number.isFinite(+value) ? +value : undefined;
  if (name === 'currency') return /^[a-z]{3}$/i.test(`${value}`) ? `${value}`.toUpperCase() : undefined;
  return name === 'coupon' && value === true ? value : `${value}`.slice(0, 256);
};

/** An item keeps what is scalar: GA4's fields in their type, others as they are. */
const toItem = (item: Json): Json =>
  Object.fromEntries(
    Object.entries(Object(item) as { [field: string]: Json })
      .map(([name, value]) => [
        name,
        typeof value === 'object' || /^item_|^pri|^qua/.test(name) ? coerce(name, value) : value,
      ])
      .filter(([, value]) => value !== undefined),
  );

/**
 * The fields of an event out of what `track` or a detector was given: GA4's where they belong, with numbers as numbers
 * and an ISO 4217 code as `currency`, the rest in `props`. What does not fit is left out and told to `complain`.
 */
export const toFields = (input: unknown, complain: Complain): EventFields => {
  const fields: Record<string, Json> = {};
  const props: Record<string, Json> = {};
  const take = (given: object, own: Record<string, Json>) => {
    for (const [name, raw] of Object.entries(given)) {
      if (name === 'props') {
        take(Object(raw), props);
        continue;
      }
      const value = clean(raw, name, complain);
      if (value === undefined) continue;
      if (own === props || !KNOWN.test(name)) props[name] = value;
      else {
        const known =
          name === 'items' && Array.isArray(value) ? value.slice(0, MAX_ITEMS).map(toItem) : coerce(name, value);
        if (known === undefined) complain(name, 'not of this field');
        else own[name] = known;
      }
    }
  };
  try {
    take(Object(input), fields);
  } catch {
    complain('fields', 'they threw'); // a getter or a proxy of the site
  }
  return Object.keys(props).length ? { ...fields, props } : fields;
};
