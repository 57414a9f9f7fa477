import { copyLedger, countCreated, countFate, emptyStanding } from './ledger.ts';
import { memoryQueue } from './memoryQueue.ts';
import { type Change, type Entry, type Fate, type Ledger, MAX_EVENTS, type Queue } from './queue.ts';
import type { Spill } from './spill.ts';

export interface Writer {
  /** The queue in use; memory takes over from one that failed. */
  readonly queue: Queue;
  readonly ledger: Ledger;
  /** Everything added and not yet settled outlives the page. */
  readonly safe: boolean;
  /** Takes an event into the queue. Never waits; an `urgent` one does not even join a write under way. */
  add(entry: Entry, urgent: boolean, order?: string): void;
  /** Counts and removes events whose fate is known. */
  settle(entries: Entry[], fate: Fate): void;
  /** Resolves when all that was added so far is in the queue. */
  written(): Promise<void>;
  /** Puts what is not yet safe where the next page finds it, and begins no write any more: the page is leaving. */
  leave(): void;
  /** Reads the stream again: while the page was away, another tab may have sent it. Resolves to what waits. */
  back(): Promise<Entry[]>;
}

/**
 * Writes one stream's events to a queue in groups. One transaction is open at a time: the first event of a quiet moment
 * starts it in its own task and takes along all that the task tracks; what comes meanwhile goes together into the next.
 * A transaction per event would collapse under load. When the storage fails for good, memory takes over.
 */
export const createWriter = (stream: string, durable: Queue, spill: Spill): Writer => {
  let queue = durable;
  let standing = emptyStanding();
  /** Events by seq that would be lost if the page ended now. */
  const unsafe = new Map<number, Entry>();
  let fresh: Entry[] = [];
  let orders: string[] = [];
  let open = 0;
  let scheduled = false;
  let leaving = false;
  let spilled = false;
  let latest: Promise<void> = Promise.resolve();

  const snapshot = () => ({ ledger: copyLedger(standing.ledger), bytes: standing.bytes });

  const write = (change: Change): void => {
    open++;
    const whole: Change = { ...change, standing: [stream, snapshot()] };
    const target = queue;
    latest = target
      .write(whole)
      .then(
        () => {
          if (target === durable) for (const { event } of change.add ?? []) unsafe.delete(event.seq);
        },
        () => {
          if (queue === durable) queue = memoryQueue();
          return queue.write(whole);
        },
      )
      .then(() => {
        open--;
        if (spilled && !unsafe.size) {
          spill.drop(stream);
          spilled = false;
        }
        if (!open) commit();
      });
  };

  const commit = (): void => {
    scheduled = false;
    if (leaving || !fresh.length) return;
    const change = { add: fresh, orders };
    fresh = [];
    orders = [];
    write(change);
  };

  const spillNow = () => {
    if (unsafe.size) spilled = spill.put(stream, { entries: [...unsafe.values()], standing: snapshot(), orders });
  };

  return {
    get queue() {
      return queue;
    },
    get ledger() {
      return standing.ledger;
    },
    get safe() {
      return queue === durable && (spilled || !unsafe.size);
    },
    add: (entry, urgent, order) => {
      countCreated(standing, entry);
      unsafe.set(entry.event.seq, entry);
      fresh.push(entry);
      if (order) orders.push(order);
      if (leaving) spillNow();
      else if (urgent) commit();
      else if (!open && !scheduled) {
        scheduled = true;
        queueMicrotask(commit);
      }
    },
    settle: (entries, fate) => {
      if (!entries.length) return;
      countFate(standing, entries, fate);
      const settled = new Set(entries);
      fresh = fresh.filter((entry) => !settled.has(entry));
      const seqs = entries.map(({ event }) => event.seq).sort((a, b) => a - b);
      for (const seq of seqs) unsafe.delete(seq);
      write({ remove: { stream, seqs } });
    },
    written: async () => {
      while (open || (fresh.length && !leaving)) {
        if (!open) commit();
        await latest;
      }
    },
    leave: () => {
      leaving = true;
      spillNow();
    },
    back: async () => {
      leaving = false;
      commit();
      await latest;
      if (queue === durable) {
        const known = (await queue.streams()).find(([name]) => name === stream);
        if (known) standing = known[1];
      }
      return queue.peek(stream, MAX_EVENTS);
    },
  };
};
