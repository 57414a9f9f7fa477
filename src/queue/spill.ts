import { toJson } from '../event/json.ts';
import { quietly } from '../listen/ear.ts';
import { device, NAMES, parse } from '../visit/storage.ts';
import type { Change } from './queue.ts';

/** What leaving pages could not write to IndexedDB any more, by stream. */
export interface Spill {
  /** Synchronous. False when the browser did not take it. */
  put(stream: string, change: Change): boolean;
  /** Undefined where there is none, and where what lies there is no change: every script of the page may write here. */
  take(stream: string): Change | undefined;
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
    put: (stream, change) => device.set(prefix + stream, toJson(change)),
    take: (stream) => {
      const change = parse(device.get(prefix + stream)) as Change | undefined;
      const { put = [], remove = [] } = { ...change };
      const isOurs = () => [...put, ...remove].every(([key, other]) => other && /^\w+,[\w-]*,\d+$/.test(`${key}`));
      return quietly(isOurs) ? change : undefined;
    },
    drop: (stream) => device.remove(prefix + stream),
    streams: () => device.names(prefix).map((name) => name.slice(prefix.length)),
  };
};
