import { parse } from './flatten.ts';

/** A turbo-stream's list holds each value once; objects and lists in it hold places. */
const unstream = (list: unknown[]): unknown => {
  const made: unknown[] = [];
  const at = (place: number): unknown => {
    const value = list[place];
    if (made[place] || !value || typeof value !== 'object') return made[place] ?? value;
    const whole = Array.isArray(value) ? [] : Object.create(null);
    made[place] = whole;
    for (const [key, to] of Object.entries(value))
      whole[Array.isArray(value) ? key : String(list[+key.slice(1)])] = at(Number(to));
    return whole;
  };
  return at(0);
};

/**
 * What an answer holds: JSON under whatever content type, the turbo-stream of a single-fetch router, or the rows of
 * server components (`1:{"ok":true}`) as a list; undefined for anything else.
 */
export const readBody = (text: string): unknown => {
  if (!/^\s*["[{\d]/.test(text)) return undefined;
  const [first = ''] = text.split('\n', 1);
  const body = parse(text) ?? parse(first);
  const isStream = Array.isArray(body) && /^_\d+$/.test(Object.keys(Object(body[0]))[0] ?? '');
  if (body === undefined && /^[\da-f]+:/.test(text))
    return text.split('\n', 200).map((row) => parse(row.replace(/^[\da-f]+:/, '').replace(/"\$undefined"/g, 'null')));
  return isStream ? unstream(body as unknown[]) : body;
};
