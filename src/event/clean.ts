import type { Json } from './event.ts';
import { toJson } from './json.ts';
import { redactId, redactText } from './redact.ts';

/** Of one field as JSON: an event has to fit into a leaving page's body, and 200 items into a field. */
const MAX_CHARS = 32_000;

/** Names of fields that say who someone is, or that hold what someone typed: no pattern finds a person's name. */
const PERSONAL =
  /mail|phone|mobile|^tel$|address|street|postal|zip|(first|last|full|given|family|sur|user|nick|customer)_?name|birth|passw|secret|card_?n|^(cvc|cvv|iban|ssn|vat_?id|search_term)$|@|%40|\d{6}/i;

/** Numbers that name a product, an order, a list. A form's id is its author's, and may be anything. */
const ID = /^(?!form).*_id$|^(sku|item_variant)$/;

/** Told of what was left out: the field, and why. */
export type Complain = (field: string, why: string) => void;

/** What the site knows of its own fields. */
export interface Scruples {
  /** Names of fields that tell nobody: what they hold is kept as it is. */
  allow?: string[] | undefined;
  /** Fields of the site's own may hold anything: ten digits alone are a telephone number. */
  strict?: boolean | undefined;
}

/**
 * Plain JSON out of whatever the site or the page handed in: strings redacted and clipped, big integers as text, dates
 * as ISO strings; functions, DOM nodes, what is no number, and fields named after what identifies a person left out; a
 * field that is circular or too large left out as a whole. Each is told to `complain`. Never throws, never writes to
 * what it was given.
 */
export const clean = (
  input: unknown,
  field: string,
  complain: Complain,
  { allow = [], strict }: Scruples = {},
): Json | undefined => {
  const look = (key: string, value: unknown) => {
    const isFree = allow.includes(key) || allow.includes(field);
    const isNumber = typeof value === 'number';
    if (value && value !== true && !isFree && PERSONAL.test(key)) return void complain(field, 'personal: see "allow"');
    if (/string|bigint/.test(typeof value) || Number.isInteger(value)) {
      const told = `${value}`;
      const safe = isFree || (ID.test(key) && !strict) ? redactId(told) : redactText(told);
      if (isNumber && safe === told) return value; // a time in ms has as many digits as a telephone number
      return strict && !isFree ? safe.replace(/\b\d{10,15}\b/, '[phone]') : safe;
    }
    if (typeof value !== 'function' && !(value as Node | undefined)?.nodeType && (!isNumber || Number.isFinite(value)))
      return value;
    complain(key || field, 'not JSON');
  };
  try {
    // Most are, and JSON costs more than all that is done to them.
    if (/string|number/.test(typeof input)) return look(field, input) as Json;
    const text = toJson({ [field]: input }, look);
    if (text.length < MAX_CHARS) return JSON.parse(text)[field];
    complain(field, 'too large');
  } catch {
    complain(field, 'it threw');
  }
  return undefined;
};
