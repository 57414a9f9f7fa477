import type { Json } from './event.ts';
import { redactText } from './redact.ts';

const MAX_DEPTH = 6;
const MAX_VALUES = 1000; // in all, so that a wide object of wide objects ends too
const MAX_LIST = 200; // GA4's bound on items
const MAX_CHARS = 32_000; // of all text together: an event has to fit into a leaving page's body

/** Told of what was left out: where it stood, and why. */
export type Complain = (path: string, why: string) => void;

/**
 * Plain JSON out of whatever the site or the page handed in: strings redacted and clipped, numbers finite, big integers
 * as text, dates as ISO strings; functions, DOM nodes, cycles and what lies too deep left out, each told to `complain`.
 * Never throws, never writes to what it was given.
 */
export const clean = (input: unknown, path: string, complain: Complain): Json | undefined => {
  let left = MAX_VALUES;
  let room = MAX_CHARS;
  const above: unknown[] = [];
  const visit = (value: unknown, at: string): Json | undefined => {
    const refuse = (why: string) => complain(at, why);
    if (value === undefined) return;
    if (--left < 0) return refuse('too many values') as undefined;
    if (typeof value === 'string') return text(value, at);
    if (typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : (refuse('not a number') as undefined);
    if (typeof value === 'bigint') return text(String(value), at);
    if (typeof value !== 'object') return refuse(typeof value) as undefined;
    if (value instanceof Date) return visit(Number.isNaN(value.getTime()) ? NaN : value.toISOString(), at);
    if ('nodeType' in value || value === globalThis) return refuse('part of the page') as undefined;
    if (above.includes(value)) return refuse('circular') as undefined;
    if (above.length >= MAX_DEPTH) return refuse('too deep') as undefined;
    above.push(value);
    const result = Array.isArray(value) ? list(value, at) : fields(value, at);
    above.pop();
    return result;
  };
  const text = (value: string, at: string): string => {
    const kept = redactText(value).slice(0, room);
    room -= kept.length;
    if (value && !room) complain(at, 'too long');
    return kept;
  };
  const list = (value: unknown[], at: string): Json[] => {
    if (value.length > MAX_LIST) complain(at, `more than ${MAX_LIST}`);
    return value
      .slice(0, MAX_LIST)
      .map((each, index) => visit(each, `${at}[${index}]`))
      .filter((each) => each !== undefined);
  };
  const fields = (value: object, at: string): { [key: string]: Json } => {
    const result: { [key: string]: Json } = {};
    for (const [key, each] of Object.entries(value)) {
      if (key === '__proto__') continue;
      const cleaned = visit(each, `${at}.${key}`);
      if (cleaned !== undefined) result[key.slice(0, 100)] = cleaned;
    }
    return result;
  };
  try {
    return visit(input, path);
  } catch {
    complain(path, 'unreadable'); // a getter or a proxy of the site threw
    return;
  }
};
