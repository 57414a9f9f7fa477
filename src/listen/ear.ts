/** Undoes what returned it. */
export type Stop = () => void;

/** Many may listen; one who fails keeps neither the others nor the shop from going on. */
export interface Ear<T> {
  on(fn: (heard: T) => void): Stop;
  tell(heard: T): void;
  /** Nobody listens: what costs something can be left undone. */
  idle(): boolean;
}

export const createEar = <T>(): Ear<T> => {
  const listeners = new Set<(heard: T) => void>();
  return {
    on: (fn) => {
      listeners.add(fn);
      return () => void listeners.delete(fn);
    },
    tell: (heard) => {
      for (const fn of listeners) quietly(() => fn(heard));
    },
    idle: () => !listeners.size,
  };
};

/** Runs what must never throw into the page: hostile getters, removed nodes, patched globals all end here. */
export const quietly = <T>(fn: () => T): T | undefined => {
  try {
    return fn();
  } catch {
    return undefined;
  }
};

/** Adds a listener and returns its undo. */
export const hear = (target: EventTarget, type: string, fn: (event: Event) => void, capture = true): Stop => {
  const safe = (event: Event) => void quietly(() => fn(event));
  target.addEventListener(type, safe, capture);
  return () => target.removeEventListener(type, safe, capture);
};

/** One undo for many. Each is tried, whatever became of the others. */
export const all =
  (stops: Stop[]): Stop =>
  () => {
    for (const stop of stops) quietly(stop);
  };
