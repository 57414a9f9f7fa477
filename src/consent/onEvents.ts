import type { Stop } from '../listen/ear.ts';

/** Calls `fn` now and at each of these events of a target. Never throws: a platform's fault stays its own. */
export const onEvents = (target: EventTarget, types: string, fn: (event?: Event) => void): Stop => {
  const safe = (event?: Event) => {
    try {
      fn(event);
    } catch {
      // The platform is not what it says it is: consent stays as it was.
    }
  };
  for (const type of types.split(' ')) target.addEventListener(type, safe);
  safe();
  return () => {
    for (const type of types.split(' ')) target.removeEventListener(type, safe);
  };
};
