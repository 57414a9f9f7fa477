import type { Json } from './event.ts';
import { redactText } from './redact.ts';

/** Of one field as JSON: an event has to fit into a leaving page's body, and 200 items into a field. */
const MAX_CHARS = 32_000;

/** Told of what was left out: the field, and why. */
export type Complain = (field: string, why: string) => void;

/**
 * Plain JSON out of whatever the site or the page handed in: strings redacted and clipped, big integers as text, dates
 * as ISO strings; functions, DOM nodes and what is no number left out; a field that is circular or too large left out as
 * a whole. Each is told to `complain`. Never throws, never writes to what it was given.
 */
export const clean = (input: unknown, field: string, complain: Complain): Json | undefined => {
  try {
    const text = JSON.stringify(input, (key, value) => {
      if (typeof value === 'string') return redactText(value);
      if (typeof value === 'bigint') return String(value);
      if (typeof value !== 'function' && !value?.nodeType && (typeof value !== 'number' || Number.isFinite(value)))
        return value;
      complain(key || field, 'not JSON');
    });
    if (!text || text.length < MAX_CHARS) return text && JSON.parse(text);
    complain(field, 'too large');
  } catch {
    complain(field, 'circular, or it threw');
  }
  return undefined;
};
