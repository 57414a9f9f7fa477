import { quietly } from './ear.ts';
import type { Stop } from './life.ts';

/** Runs when the main thread has nothing better to do, within `ms` at the latest. */
export const whenIdle = (fn: () => void, ms: number): Stop => {
  // WebKit has no requestIdleCallback.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(() => quietly(fn), Math.min(ms, 50));
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(() => quietly(fn), { timeout: ms });
  return () => cancelIdleCallback(handle);
};

const SETTLE_MS = 100;
const MAX_DRAWN = 50;

/**
 * Answers whether the page has changed since it was last asked; the first and the `last` time it counts as changed. At a
 * change the observer lets go: a page that is never still costs one call, not thousands.
 */
export const watchStillness = (): ((last: boolean) => boolean) => {
  let isChanged = true;
  const observer = new MutationObserver(() => {
    isChanged = true;
    observer.disconnect();
  });
  return (last) => {
    const answer = last || isChanged;
    isChanged = false;
    if (last) observer.disconnect();
    else observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    return answer;
  };
};

/** Watches the page closely: only for as long as an act waits for its confirmation. Many changes are one call, with what they drew. */
export const watchChanges = (fn: (drawn: Element[]) => void): Stop => {
  let cancel: Stop | undefined;
  let drawn: Node[] = [];
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) drawn.push(...addedNodes);
    drawn = drawn.slice(-MAX_DRAWN);
    cancel ??= whenIdle(() => {
      cancel = undefined;
      fn(drawn.filter((node): node is Element => node instanceof Element && node.isConnected));
    }, SETTLE_MS);
  });
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class', 'aria-label', 'hidden', 'data-cart-count', 'open'],
  });
  return () => {
    observer.disconnect();
    cancel?.();
  };
};
