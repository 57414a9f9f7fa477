interface Shared<T> {
  value: T;
  users: number;
}

/** The one global: a symbol that all bundles and copies of funnelwire on a page agree on. */
const KEY = Symbol.for('funnelwire');

/**
 * What `create` makes, once a page for each `key`: StrictMode's double start, two tags or two bundles share it. `end` is
 * called when the last user has let go.
 */
export const share = <T>(key: string, create: () => T, end: (value: T) => void): { value: T; release: () => void } => {
  const global = globalThis as { [KEY]?: Map<string, Shared<T>> };
  global[KEY] ??= new Map();
  const all = global[KEY];
  const shared = all.get(key) ?? { value: create(), users: 0 };
  all.set(key, shared);
  shared.users++;
  let released = false;
  return {
    value: shared.value,
    release: () => {
      if (released) return;
      released = true;
      if (--shared.users) return;
      all.delete(key);
      end(shared.value);
    },
  };
};
