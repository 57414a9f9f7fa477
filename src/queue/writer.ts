import {
  type Change,
  type Entry,
  emptyLedger,
  eventKey,
  type Fate,
  type Key,
  type Put,
  type Queue,
  type Standing,
  streamKey,
} from './queue.ts';
import type { Spill } from './spill.ts';

export interface Writer {
  /** How streams stand: our own, and those this tab has taken over. */
  standings: Map<string, Standing>;
  /** Own events without a fate, in order. */
  waiting(): Entry[];
  /** Takes an own event into the queue. Never waits; an `urgent` one does not even join a write under way. */
  add(entry: Entry, urgent: boolean, order?: string): void;
  /** Counts and removes events whose fate is known, of whatever stream. */
  settle(entries: Entry[], fate: Fate): void;
  /** Resolves when the writes under way have ended, well or not. */
  written(): Promise<unknown>;
  /**
   * Puts what is not yet safe where the next page finds it, and begins no write any more: the page is leaving. True when
   * all that waits outlives it.
   */
  leave(): boolean;
  /** Reads the stream again: while the page was away, another tab may have sent it. */
  back(): Promise<void>;
}

/** More than a page may hold. */
const ALL = 2 ** 31;

/** Keys of entries, as ranges without a gap: a wholly settled run goes in one delete. */
const toRanges = (entries: Entry[]): [Key, Key][] => {
  const ranges: [Key, Key][] = [];
  for (const key of entries.map(eventKey).sort((a, b) => a[2] - b[2])) {
    const last = ranges[ranges.length - 1];
    if (last && last[1][2] + 1 === key[2]) last[1] = key;
    else ranges.push([key, key]);
  }
  return ranges;
};

/**
 * Writes to the queue in groups. One transaction is open at a time: the first event of a quiet moment starts it in its
 * own task and takes along all that the task tracks; what comes meanwhile goes together into the next. A transaction per
 * event would collapse under load. What a failing storage does not take stays in memory, is tried again with the next
 * event, and is spilled when the page leaves.
 */
export const createWriter = (stream: string, queue: Queue, spill: Spill | undefined): Writer => {
  const own: Standing = { stream, ledger: emptyLedger(), bytes: 0 };
  const standings = new Map([[stream, own]]);
  let waiting: Entry[] = [];
  /** What would be lost if the page ended now. */
  let unsafe: Put[] = [];
  let open = 0;
  let fresh = false;
  let leaving = false;
  let spilled = false;
  let latest: Promise<unknown> = Promise.resolve();

  const write = (change: Change) => {
    open++;
    latest = queue.write(change).then(
      () => {
        const safe = new Set(change.put);
        unsafe = unsafe.filter((put) => !safe.has(put));
        if (!unsafe.length) spill?.drop(stream);
        ended();
      },
      () => ended(),
    );
  };
  const ended = () => {
    open--;
    if (fresh && !open) commit();
  };
  const commit = () => {
    if (leaving || !fresh) return;
    fresh = false;
    write({ put: [...unsafe, [streamKey(stream), own]] });
  };
  const spillNow = () => !unsafe.length || !!spill?.put(stream, { put: [...unsafe, [streamKey(stream), own]] });

  return {
    standings,
    waiting: () => waiting,
    add: (entry, urgent, order) => {
      own.ledger.created++;
      own.ledger.waiting++;
      own.bytes += entry.bytes;
      waiting.push(entry);
      unsafe.push([eventKey(entry), entry]);
      if (order) unsafe.push([['order', order, 0], order]);
      if (leaving) spillNow();
      if (!fresh && !open) queueMicrotask(commit);
      fresh = true;
      if (urgent) commit();
    },
    settle: (given, fate) => {
      // An own event counts once: a page that was away may hear again of what another tab has settled meanwhile.
      const seqs = new Set(given.map(({ event }) => event.stream === stream && event.seq));
      const entries = [
        ...waiting.filter(({ event }) => seqs.has(event.seq)),
        ...given.filter(({ event }) => event.stream !== stream),
      ];
      const gone = new Set<unknown>(entries);
      waiting = waiting.filter((entry) => !gone.has(entry));
      unsafe = unsafe.filter(([, value]) => !gone.has(value));
      for (const standing of standings.values()) {
        const theirs = entries.filter(({ event }) => event.stream === standing.stream);
        const { ledger } = standing;
        if (!theirs.length) continue;
        ledger.waiting -= theirs.length;
        if (fate === 'acknowledged') ledger.acknowledged += theirs.length;
        else ledger.dropped[fate] = (ledger.dropped[fate] ?? 0) + theirs.length;
        for (const { bytes } of theirs) standing.bytes -= bytes;
        write({ put: [[streamKey(standing.stream), standing]], remove: toRanges(theirs) });
      }
    },
    written: async () => {
      do await latest;
      while (open);
    },
    leave: () => {
      leaving = true;
      spilled = spillNow();
      return spilled;
    },
    back: async () => {
      leaving = false;
      // What was spilled and is gone was taken into the store by another tab.
      if (spilled && !spill?.take(stream)) unsafe = [];
      commit();
      await latest;
      if (unsafe.length || !spill) return;
      waiting = await queue.read('event', ALL, stream);
      Object.assign(
        own,
        (await queue.read('stream')).find((standing) => standing.stream === stream),
      );
    },
  };
};
