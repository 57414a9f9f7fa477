import type { FunnelEvent } from '../event/event.ts';
import { toJson } from '../event/json.ts';

/**
 * Where events wait from detection until the endpoint has taken or refused them, with what has to change in step with
 * them. Methods reject when the storage fails; the writer decides what then.
 */
export interface Queue {
  /** All of the change or nothing, in one transaction begun in the caller's task. Safe once resolved. */
  write(change: Change): Promise<unknown>;
  /** A stream's oldest events, at most `limit`, from `fromSeq` (0) on; of all streams where none is named. They stay until removed. */
  read(kind: 'event', limit?: number, stream?: string, fromSeq?: number): Promise<Entry[]>;
  /** Every stream that anything is known of, oldest first. */
  read(kind: 'stream'): Promise<Standing[]>;
  /** Hashes of the orders seen on this device. */
  read(kind: 'order'): Promise<string[]>;
  /** When to send again, as an earlier page noted it; none or one. */
  read(kind: 'retry'): Promise<RetryNote[]>;
  /** Removes everything, and is the queue's end: all later calls reject. */
  erase(): Promise<unknown>;
}

/** `[kind, stream, seq]`: events in order, streams by age (they are UUIDv7), and all that changes together in one place. */
export type Key = [kind: 'event' | 'stream' | 'order' | 'retry', stream: string, seq: number];

export type Put = [Key, Entry | Standing | RetryNote | string];

export interface Change {
  put?: Put[];
  /** Ranges, ends included. Each covers only what is known to be there. */
  remove?: [first: Key, last: Key][];
}

/** An event at rest, with what its envelope will need. */
export interface Entry {
  event: FunnelEvent;
  visitor: string | undefined;
  session: string | undefined;
  user: string | undefined;
  /** Of the event as UTF-8 JSON, at most. An event that nobody has asked for it yet has none: see `weightOf`. */
  bytes?: number;
  /** The consent epoch it was written under; worthless once a newer decision was made. */
  epoch: number;
}

/** How a stream stands: its ledger, and the bytes of its waiting events. */
export interface Standing {
  stream: string;
  ledger: Ledger;
  bytes: number;
}

export interface RetryNote {
  /** Tries without an answer so far. */
  attempt: number;
  /** Epoch ms. */
  until: number;
  /** When this was noted, epoch ms: a clock set back since must not make the wait longer. */
  at: number;
}

/**
 * What became of a stream's events. created = acknowledged + waiting + in_doubt + dropped, always: each number is
 * counted where it happens, in the transaction that changes the records, never derived from the others.
 */
export interface Ledger {
  created: number;
  acknowledged: number;
  waiting: number;
  /** Sent, and no answer known: on its way, or settled by another tab while this page was away. */
  in_doubt: number;
  dropped: Partial<Record<DropReason, number>>;
}

/** 'refused': by the endpoint. 'overflow', 'expired': the queue's bounds. 'consent': withdrawn before it left. */
export type DropReason = 'refused' | 'overflow' | 'expired' | 'consent';

export type Fate = 'acknowledged' | DropReason;

export const emptyLedger = (): Ledger => ({ created: 0, acknowledged: 0, waiting: 0, in_doubt: 0, dropped: {} });

/** Not when it is tracked: it takes a third of what `track` does, and the shop's own code waits for that. */
export const weightOf = (entry: Entry): number =>
  // What is not ASCII takes three bytes at most.
  (entry.bytes ??= toJson(entry.event).replace(/[^\0-\x7f]/g, 'utf').length);

export const bytesOf = (entries: Iterable<Entry>): number => {
  let sum = 0;
  for (const entry of entries) sum += weightOf(entry);
  return sum;
};

export const eventKey = ({ event: { stream, seq } }: Entry): Key => ['event', stream, seq];

export const streamKey = (stream: string): Key => ['stream', stream, 0];

/** The events among what was put. */
export const entriesIn = (puts: Put[] = []): Entry[] =>
  puts.flatMap(([[kind], value]) => (kind === 'event' ? [value as Entry] : []));

/** The queue of a page that may not store: the page's own memory is all there is. */
export const noQueue: Queue = { write: async () => {}, read: async () => [], erase: async () => {} };
