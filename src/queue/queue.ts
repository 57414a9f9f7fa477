import type { FunnelEvent } from '../event/event.ts';

/**
 * Where events wait from detection until the endpoint has taken or refused them. An event leaves only by `settle` or
 * `erase`. Methods reject when the storage fails; the writer decides what then.
 */
export interface Queue {
  /** Stores events, counts them in their streams' ledgers and remembers orders, in one step. Safe once resolved. */
  add(entries: Entry[], orders?: string[]): Promise<void>;
  /** A stream's oldest `limit` events from `fromSeq` on. They stay until settled. */
  peek(stream: string, limit: number, fromSeq?: number): Promise<Entry[]>;
  /** Removes events whose fate is known and counts it in the stream's ledger, in one step. Unknown seqs count nothing. */
  settle(stream: string, seqs: number[], fate: Fate): Promise<void>;
  /** Every stream that has a ledger, oldest first. */
  ledgers(): Promise<[stream: string, ledger: Ledger][]>;
  /** Forgets a stream's ledger: its end has been told. */
  retire(stream: string): Promise<void>;
  /** Hashes of the orders seen on this device. */
  orders(): Promise<string[]>;
  /** Reads or, with a value, writes the note that outlives the page: when to send again. */
  note(value?: RetryNote): Promise<RetryNote | undefined>;
  /** Removes everything. */
  erase(): Promise<void>;
  close(): void;
}

/** An event at rest, with what its envelope will need. */
export interface Entry {
  event: FunnelEvent;
  visitor?: string;
  session?: string;
  user?: string;
  /** The consent epoch it was written under; worthless once a newer decision was made. */
  epoch: number;
}

export interface RetryNote {
  attempt: number;
  /** Epoch ms. */
  until: number;
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
