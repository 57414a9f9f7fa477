import type { FunnelEvent } from '../event/event.ts';

/** No device holds more: the least important, oldest events make room. */
export const MAX_EVENTS = 10_000;
export const MAX_BYTES = 12 * 1024 * 1024;

/** Older events are dropped unsent. Safari forgets script-written storage after 7 days of its own accord. */
export const MAX_AGE_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * Where events wait from detection until the endpoint has taken or refused them. An event leaves only by a `remove` or
 * `erase`. Methods reject when the storage fails; the writer decides what then.
 */
export interface Queue {
  /** All of the change or nothing, in one transaction begun in the caller's task. Safe once resolved. */
  write(change: Change): Promise<void>;
  /** A stream's oldest `limit` events from `fromSeq` on (0). They stay until removed. */
  peek(stream: string, limit: number, fromSeq?: number): Promise<Entry[]>;
  /** Every stream that anything is known of, oldest first. */
  streams(): Promise<[stream: string, standing: Standing][]>;
  /** Hashes of the orders seen on this device. */
  orders(): Promise<string[]>;
  /** When to send again, as an earlier page noted it. */
  retryNote(): Promise<RetryNote | undefined>;
  /** Removes everything. */
  erase(): Promise<void>;
  close(): void;
}

export interface Change {
  add?: Entry[];
  /** Orders seen, by hash. */
  orders?: string[];
  remove?: { stream: string; seqs: number[] };
  /** How this change leaves a stream; undefined forgets it, its end has been told. */
  standing?: [stream: string, standing: Standing | undefined];
  retryNote?: RetryNote;
}

/** An event at rest, with what its envelope will need. */
export interface Entry {
  event: FunnelEvent;
  visitor?: string;
  session?: string;
  user?: string;
  /** Of the event as UTF-8 JSON. */
  bytes: number;
  /** The consent epoch it was written under; worthless once a newer decision was made. */
  epoch: number;
}

export interface RetryNote {
  /** Tries without an answer so far. */
  attempt: number;
  /** Epoch ms. */
  until: number;
  /** The endpoint itself said when. */
  told?: boolean;
}

/** A stream's ledger, and the bytes of its waiting events. */
export interface Standing {
  ledger: Ledger;
  bytes: number;
}

/**
 * What became of a stream's events. created = acknowledged + waiting + in_doubt + dropped, always: each number is
 * counted where it happens, in the transaction that changes the records, never derived from the others.
 */
export interface Ledger {
  created: number;
  acknowledged: number;
  waiting: number;
  /** Sent, and no answer known yet. */
  in_doubt: number;
  dropped: Partial<Record<DropReason, number>>;
}

/** 'refused': by the endpoint. 'overflow', 'expired': the queue's bounds. 'consent': withdrawn before it left. */
export type DropReason = 'refused' | 'overflow' | 'expired' | 'consent';

export type Fate = 'acknowledged' | DropReason;
