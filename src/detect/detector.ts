import type { EventFields, Evidence } from '../event/event.ts';
import type { Host } from '../listen/host.ts';
import type { Stop } from '../listen/life.ts';
import type { Attempt } from './attempt.ts';

/** Watches for one milestone. It gets where it runs and a way to report, nothing else, and returns its undo. See `withPage`. */
export type Detector = (host: Host, report: Report) => Stop;

/** How a detector tells. Neither call throws or waits. */
export interface Report {
  /** Something really happened: becomes an event. */
  milestone(finding: Finding): void;
  /** Something was tried, or its trial ended: shown by `on('attempt')` and counted in `status()`, never an event. */
  attempt(attempt: Attempt): void;
}

export interface Finding {
  name: string;
  fields?: EventFields | undefined;
  by: Evidence;
  /**
   * Reported at most once on this device under this key, however often it is found: an order number, else a cart key
   * or token of the confirmation's address. Hashed before it is kept.
   */
  once?: string;
}
