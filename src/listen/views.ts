import { addressOf } from '../read/place.ts';
import { all, hear, quietly } from './ear.ts';
import type { Life, Stop } from './life.ts';
import { listenToRoutes } from './routes.ts';

/** A page, or a route of a single-page shop, in front of the shopper. */
export interface View {
  url: string;
  /** Loaded by the browser, not by a route change. */
  loaded: boolean;
  /** The page answers its own form: the shopper has not come to it anew. */
  again: boolean;
  /**
   * Looks until `look` says true: at once, and a few times while the page fills; `last` when there will be no other
   * look, since time is up or the page is being left.
   */
  look(look: (last: boolean) => boolean): void;
}

const LOADED_MS = [0, 250, 1000, 3000];
const ROUTED_MS = [120, 400, 1200, 3500]; // the address changes before the page does

/** Made ready before anybody has asked for it. An image may be named so, and then takes the property's place. */
export const isPrerendering = (): boolean => (document as { prerendering?: unknown }).prerendering === true;

/** Tells each view once: pages when their DOM is there and shown (not while prerendered), routes as they change. */
export const listenToViews = (life: Life, tell: (view: View) => void): Stop => {
  const pending = new Set<(last: boolean) => boolean>();
  let timers: ReturnType<typeof setTimeout>[] = [];
  const looks = (last: boolean) => {
    for (const look of pending) if (quietly(() => look(last)) !== false || last) pending.delete(look);
  };
  const clear = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    pending.clear();
  };
  const show = (loaded: boolean) => {
    clear();
    const delays = loaded ? LOADED_MS : ROUTED_MS;
    timers = delays.map((ms, at) => setTimeout(() => looks(at === delays.length - 1), ms));
    const again = loaded && !!quietly(() => addressOf(document.referrer) === addressOf(location.href));
    tell({ url: location.href, loaded, again, look: (look) => void pending.add(look) });
  };
  let isBegun = false;
  const begin = () => {
    if (isBegun) return;
    isBegun = true;
    show(true);
  };
  const start = () => {
    if (document.readyState === 'loading') stops.push(hear(document, 'DOMContentLoaded', begin));
    else timers.push(setTimeout(begin));
  };
  const leave = () => {
    // The event comes after the page's deferred scripts: what stands there by then, the shopper has seen.
    if (document.readyState !== 'loading' && !isPrerendering()) begin();
    looks(true);
  };
  const stops = [listenToRoutes(() => show(false)), life.onLeave(leave), clear];
  if (isPrerendering()) stops.push(hear(document, 'prerenderingchange', start));
  else start();
  return all(stops);
};
