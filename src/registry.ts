/** The one global: a symbol that all bundles and copies of funnelwire on a page agree on. */
const KEY = Symbol.for('funnelwire');

type Registry = Map<string, { value: { stop(): void }; users: number }>;

/**
 * What `create` makes, once a page for each `key`: StrictMode's double start, two tags or two bundles share it. Each
 * holder's `stop` lets go; the last one's stops it.
 */
export const share = <T extends { stop(): void }>(key: string, create: () => T): T => {
  const global = globalThis as { [KEY]?: Registry };
  global[KEY] ??= new Map();
  const all = global[KEY];
  const shared = all.get(key) ?? { value: create(), users: 0 };
  all.set(key, shared);
  shared.users++;
  let held = 1;
  const stop = () => {
    shared.users -= held;
    if (held && !shared.users) {
      all.delete(key);
      shared.value.stop();
    }
    held = 0;
  };
  return { ...(shared.value as T), stop };
};
