/** Further off than this, the device's clock was set or the page slept. */
const MAX_DRIFT_MS = 1000;

export interface Clock {
  /** Epoch ms, whole, never less than it was. */
  now(): number;
  /** Compares with the wall clock and re-anchors when more than a second off. Call when the page comes back. */
  check(): void;
}

/**
 * Epoch ms from a steady clock anchored at page start, so that a wall clock set in the middle of a page reorders
 * nothing. `steady` stands still while a device sleeps in some browsers, hence `check`.
 */
export const createClock = (wall: () => number, steady: () => number): Clock => {
  let anchor = wall() - steady();
  let latest = 0;
  return {
    now: () => {
      latest = Math.max(latest, Math.round(anchor + steady()));
      return latest;
    },
    check: () => {
      const current = wall() - steady();
      if (Math.abs(current - anchor) > MAX_DRIFT_MS) anchor = current;
    },
  };
};
