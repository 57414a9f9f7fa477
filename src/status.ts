import type { Attempt } from './detect/attempt.ts';
import { emptyLedger, type Ledger } from './queue/queue.ts';
import type { Consent } from './visit/consent.ts';

/** This page load's ledger, and what it rests on. */
export interface Status extends Ledger {
  consent: Consent;
  /** This page load's stream; undefined while nothing may be recorded. */
  stream: string | undefined;
  /** Events in memory that wait for the visitor's decision. */
  held: number;
  /** What consent allows and the browser refuses: 'cookie' (visits are not joined), 'localStorage' (pages are not). */
  missing: string[];
  /** Attempts by outcome. `unclaimed`: confirmation pages without a sign that the order is fresh. */
  attempts: Record<Attempt['outcome'], number>;
  /** How long an endpoint that has failed is still given its rest, in ms; 0 when it answers. */
  rest_ms: number;
}

/** Before anything has happened. */
export const blankStatus = (): Status => ({
  ...emptyLedger(),
  consent: 'denied',
  stream: undefined,
  held: 0,
  missing: [],
  attempts: { open: 0, confirmed: 0, refused: 0, expired: 0, unclaimed: 0 },
  rest_ms: 0,
});
