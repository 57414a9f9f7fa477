import { parse } from './flatten.ts';

/**
 * A turbo-stream's list holds each value once; objects and lists in it hold places. What its loader did not wait for comes
 * in `rows` of its own, `P7:[...]` for the `["P",7]` that stands for it, whose places go on.
 */
const unstream = (list: unknown[], rows: string[]): unknown => {
  const made: unknown[] = [];
  const late: Record<string, number> = {};
  for (const row of rows) {
    const [head, id] = /^P(\d+):/.exec(row) ?? [''];
    const more = parse(row.slice(head.length));
    if (!id || !Array.isArray(more)) continue;
    late[id] = list.length;
    for (const value of more) list.push(value);
  }
  const at = (place: number): unknown => {
    const value = list[place] as Record<string, unknown> | undefined;
    if (made[place] || !value || typeof value !== 'object') return made[place] ?? value;
    const whole = Array.isArray(value) ? [] : Object.create(null);
    made[place] = whole;
    // A kind stands before its place.
    const [kind, to] = Array.isArray(value) ? value : [];
    if (typeof kind === 'string') {
      made[place] = at(kind === 'P' ? late[to]! : to);
      return made[place];
    }
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
  return isStream ? unstream(body as unknown[], text.split('\n', 200)) : body;
};
