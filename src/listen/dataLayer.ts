import { quietly } from './ear.ts';
import type { Stop } from './life.ts';

type Layer = unknown[] & { push: (...entries: unknown[]) => number };

/**
 * Hears what the site pushes to `window.dataLayer`, what lay there before included. The layer is not made when it is
 * missing, since pages ask whether it exists; `check` looks again. Tag managers put their own `push` over ours and may
 * not call it: `check` also finds what slipped by.
 */
export const listenToDataLayer = (tell: (entry: unknown) => void): { check(): void; stop: Stop } => {
  const seen = new WeakSet<object>();
  let undo: Stop = () => {};
  let hooked: unknown;
  const take = (entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || seen.has(entry)) return;
    seen.add(entry);
    quietly(() => tell(entry));
  };
  const check = () => {
    const layer = (window as { dataLayer?: Layer }).dataLayer;
    if (!Array.isArray(layer)) return;
    for (const entry of layer.slice(-300)) take(entry);
    if (hooked === layer) return;
    hooked = layer;
    const original = layer.push;
    const push: Layer['push'] = function (this: unknown, ...entries) {
      const length = Reflect.apply(original, this, entries) as number;
      for (const entry of entries) take(entry);
      return length;
    };
    layer.push = push;
    undo = () => {
      if (layer.push === push) layer.push = original;
    };
  };
  return { check: () => void quietly(check), stop: () => undo() };
};
