import { addressOf } from '../read/place.ts';
import { all, hear, quietly } from './ear.ts';
import type { Stop } from './life.ts';

/** Tells when a single-page shop has moved to another page, by history, hash or the Navigation API. */
export const listenToRoutes = (tell: () => void): Stop => {
  let last = addressOf(location.href);
  const check = () => {
    const next = addressOf(location.href);
    if (next === last) return;
    last = next;
    tell();
  };
  const stops = [hear(window, 'popstate', check), hear(window, 'hashchange', check)];
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) stops.push(hear(navigation, 'currententrychange', check));
  else {
    for (const name of ['pushState', 'replaceState'] as const) {
      const original = history[name];
      const patched: typeof original = function (this: History, ...args) {
        original.apply(this, args);
        quietly(check);
      };
      history[name] = patched;
      stops.push(() => {
        if (history[name] === patched) history[name] = original;
      });
    }
  }
  return all(stops);
};
