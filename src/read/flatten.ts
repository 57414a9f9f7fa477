export type Pair = [path: string, value: string | number | boolean];

/**
 * What a value says: JSON written as a text is what it holds; a component keeps each value of its state with a note of its
 * kind (`[7, {"s":"int"}]`), or in place of it a note that names its key (`[null, {"s":"mdl","key":7}]`); the edge of a
 * graph, what it leads to (`{"node":{"quantity":2}}`).
 */
const saidBy = (value: unknown): unknown => {
  const held = (typeof value === 'string' && /^\s*[[{]/.test(value) && parse(value)) || value;
  const { node } = Object(held);
  if (node && typeof node === 'object') return node;
  if (!Array.isArray(held) || held.length !== 2) return held;
  const { s, key } = Object(held[1]);
  return typeof s === 'string' ? (held[0] ?? key) : held;
};

/**
 * Every simple value of a JSON body with its path (`cart.items.0.sku`), breadth first, so that what stands near the top
 * comes first; an empty list tells its length. Bounded: bodies come from anywhere. Pairs and no object, so that no key
 * can be `__proto__`.
 */
export const flatten = (body: unknown, limit = 2500): Pair[] => {
  const pairs: Pair[] = [];
  let level: [path: string, value: unknown][] = [['', body]];
  for (let depth = 0; level.length && depth < 12; depth++) {
    const next: typeof level = [];
    for (const [path, written] of level) {
      if (pairs.length >= limit) return pairs;
      const value = saidBy(written);
      if (value && typeof value === 'object') {
        const inner: [string, unknown][] =
          Array.isArray(value) && !value.length ? [['length', 0]] : Object.entries(value).slice(0, 200);
        for (const [key, deeper] of inner)
          if (next.length < limit) next.push([(path && `${path}.${key}`.slice(-200)) || key, deeper]);
      } else if (value !== null && value !== undefined && value !== '') pairs.push([path, value as Pair[1]]);
    }
    level = next;
  }
  return pairs;
};

/** The first value whose path fits, trying the patterns in order of how much they can be trusted. */
export const pick = (pairs: Pair[], ...patterns: RegExp[]): Pair | undefined => {
  for (const pattern of patterns) {
    const found = pairs.find(([path]) => pattern.test(path));
    if (found) return found;
  }
  return undefined;
};

/** What a path stands in: `a.0.` for `a.0.price`. */
export const beside = (path: string): string => path.slice(0, path.lastIndexOf('.') + 1);

/** JSON that may be broken, hostile or no JSON at all. */
export const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
