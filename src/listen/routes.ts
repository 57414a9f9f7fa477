import { all, hear, quietly } from './ear.ts';
import type { Stop } from './life.ts';

/** What makes an address another page: its path, and a hash that is a path. */
export const placeOf = (url: string): string => {
  const { origin, pathname, search, hash } = new URL(url);
  return (
    origin +
    pathname +
    (/^#!?\//.test(hash) ? hash : '') +
    (/[?&](p|page_id|route|controller|step|stage)=/.test(search) ? search : '')
  );
};

/** Tells when a single-page shop has moved to another page, by history, hash or the Navigation API. */
export const listenToRoutes = (tell: () => void): Stop => {
  let last = placeOf(location.href);
  const check = () => {
    const next = placeOf(location.href);
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
