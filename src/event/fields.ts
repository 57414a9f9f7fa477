import { type Complain, clean } from './clean.ts';
import type { EventFields, Item, Json } from './event.ts';

const NUMBERS = /^(value|tax|shipping|discount|price|quantity)$/;
const TEXTS =
  /^(transaction_id|coupon|payment_type|shipping_tier|search_term|method|lead_source|item_(id|name|variant|list_id|list_name|brand|category)|promotion_(id|name)|form_(kind|id)|value_basis)$/;
const ITEM_ONLY = /^(item_(id|name|variant|brand|category)|price|quantity)$/;

/** Identifiers and amounts come as text or number, as shops please. Undefined: not of this field's kind. */
const known = (name: string, value: Json): Json | undefined => {
  if (NUMBERS.test(name)) {
    const number = typeof value === 'string' && value.trim() ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
  }
  if (name === 'coupon' && value === true) return value;
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 256) || undefined : undefined;
};

const toItem = (value: Json, path: string, complain: Complain): Item => {
  const item: Item = {};
  if (value === null || typeof value !== 'object' || Array.isArray(value)) complain(path, 'not an object');
  else
    for (const [name, each] of Object.entries(value)) {
      const read = NUMBERS.test(name) || TEXTS.test(name) ? known(name, each) : each;
      if (typeof read === 'string' || typeof read === 'number' || typeof read === 'boolean') item[name] = read;
      else complain(`${path}.${name}`, 'not of this field');
    }
  return item;
};

/**
 * The fields of an event out of what `track` or a detector was given: GA4's where they belong, with numbers as numbers
 * and an ISO 4217 code as `currency`, the rest in `props`. What does not fit is left out and told to `complain`.
 */
export const toFields = (input: unknown, complain: Complain): EventFields => {
  const fields: Record<string, unknown> = {};
  const props: Record<string, Json> = {};
  const given = clean(input, '', complain) ?? {};
  if (given === null || typeof given !== 'object' || Array.isArray(given)) {
    complain('', 'not an object');
    return fields;
  }
  for (const [name, value] of Object.entries(given)) {
    let read: unknown;
    if (name === 'items')
      read = Array.isArray(value) ? value.map((item, at) => toItem(item, `items[${at}]`, complain)) : undefined;
    else if (name === 'currency') read = /^[a-z]{3}$/i.test(String(value)) ? String(value).toUpperCase() : undefined;
    else if (name === 'props' && value && typeof value === 'object' && !Array.isArray(value)) {
      Object.assign(props, value);
      continue;
    } else if ((NUMBERS.test(name) || TEXTS.test(name)) && !ITEM_ONLY.test(name)) read = known(name, value);
    else {
      props[name] = value;
      continue;
    }
    if (read === undefined) complain(name, 'not of this field');
    else fields[name] = read;
  }
  if (Object.keys(props).length) fields.props = props;
  return fields;
};
