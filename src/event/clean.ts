import type { Json } from './event.ts';
import { redactId, redactText } from './redact.ts';
import { verdict } from './verdict.ts';

/** Of one field as JSON: an event has to fit into a leaving page's body, and 200 items into a field. */
const MAX_CHARS = 32_000;

/** Names of fields that say who someone is, or that hold what someone typed: no pattern finds a person's name. */
const isPersonal = verdict(
  /mail|phone|mobile|^tel$|address|street|postal|zip|(first|last|full|given|family|sur|user|nick|customer)_?name|birth|passw|secret|card_?n|^(cvc|cvv|iban|ssn|vat_?id|search_term)$|@|%40|\d{6}/i,
);

/** Numbers that name a product, an order, a list. A form's id is its author's, and may be anything. */
const isId = verdict(/^(?!form).*_id$|^(sku|item_variant)$/);

/** A circle has no end, and each turn may be as wide as `window`. */
const MAX_DEPTH = 20;

const TOO_LARGE = 'circular or too large';

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
  let room = MAX_CHARS;
  // By hand: to write JSON and to read it again takes longer than all else that an event does.
  const look = (key: string, given: unknown, depth = 0): Json | undefined => {
    const isFree = allow.includes(key) || allow.includes(field);
    // A list's would be what Prototype.js has put on all of them.
    const tellsItself = given && typeof given === 'object' && !Array.isArray(given) && 'toJSON' in given;
    const value = tellsItself ? (given as Date).toJSON() : given;
    const kind = typeof value;
    if (value && value !== true && !isFree && isPersonal(key)) return void complain(field, 'personal: see "allow"');
    if (room < 0 || depth > MAX_DEPTH) throw TOO_LARGE;
    room -= 4;
    if (kind === 'string' || kind === 'bigint' || Number.isInteger(value)) {
      const told = `${value}`;
      const safe = isFree || (isId(key) && !strict) ? redactId(told) : redactText(told);
      room -= safe.length;
      if (kind === 'number' && safe === told) return value as Json; // a time in ms has as many digits as a telephone number
      return strict && !isFree ? safe.replace(/\b\d{10,15}\b/, '[phone]') : safe;
    }
    if (Array.isArray(value)) return value.map((each, at) => look(`${at}`, each, depth + 1) ?? null);
    if (value == null || kind === 'boolean' || Number.isFinite(value)) return value as Json;
    if (kind !== 'object' || (value as Node).nodeType) return void complain(key, 'not JSON');
    const kept: Record<string, Json> = {};
    for (const [name, raw] of Object.entries(value)) {
      room -= name.length;
      const each = look(name, raw, depth + 1);
      // Set on ours, `__proto__` would become a prototype of the page's.
      if (each !== undefined && name !== '__proto__') kept[name] = each;
    }
    return kept;
  };
  try {
    return look(field, input);
  } catch (error) {
    complain(field, error === TOO_LARGE ? error : 'it threw');
  }
  return undefined;
};
