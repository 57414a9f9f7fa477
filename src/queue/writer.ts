import {
  bytesOf,
  type Change,
  type Entry,
  emptyLedger,
  entriesIn,
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
  /**
   * Reads the stream again once it is `held`: while the page was away, another tab may have sent it. What is tracked
   * meanwhile waits in memory.
   */
  back(held: Promise<unknown>): Promise<void>;
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
  /** Own events whose bytes are not counted yet. */
  let light: Entry[] = [];
  /** What would be lost if the page ended now. */
  let unsafe: Put[] = [];
  /** Events that have their fate, and whose removal is not stored yet. */
  const doomed = new Map<Standing, [Key, Key][]>();
  const doomedOf = (standing: Standing) => doomed.get(standing) ?? [];
  let open = 0;
  let fresh = false;
  let leaving = false;
  /** The return under way; a later leaving ends it. */
  let returning: object | undefined;
  /** The spill was put there while another tab may have held the stream. */
  let loose = false;
  /** What of `unsafe` lies in the spill, if anything was put there. */
  let spilled: Put[] | undefined;
  let latest: Promise<unknown> = Promise.resolve();

  const weigh = () => {
    own.bytes += bytesOf(light);
    light = [];
  };
  const write = (change: Change) => {
    weigh();
    open++;
    if (spilled) spillNow(); // older than the store, it would undo what this write does
    const before = latest;
    const ended = (safe: Set<unknown>) => {
      unsafe = unsafe.filter((put) => !safe.has(put));
      for (const [standing, ranges] of doomed)
        doomed.set(
          standing,
          ranges.filter((range) => !safe.has(range)),
        );
      if (spilled && safe.size && isSafe()) {
        spill?.drop(stream);
        spilled = undefined;
      }
      open--;
      if (fresh && !open) commit();
      return before; // one that is tried once more ends after a younger one
    };
    latest = queue.write(change).then(
      () => ended(new Set<unknown>([...change.put!, ...change.remove!])),
      () => ended(new Set()),
    );
  };
  const isSafe = () => !unsafe.length && !doomedOf(own).length;
  const ownChange = (): Change => ({ put: [...unsafe, [streamKey(stream), own]], remove: doomedOf(own) });
  const commit = () => {
    if (leaving || returning || !fresh) return;
    fresh = false;
    write(ownChange());
  };
  /** Whoever takes up a stream takes its spill first: while that is there, nobody did. True when somebody may have. */
  const forgetTaken = (): boolean => {
    if (spilled && spill?.take(stream)) return loose;
    unsafe = unsafe.filter((put) => !spilled?.includes(put));
    spilled = undefined;
    return true;
  };
  const spillNow = () => {
    if (isSafe()) return true;
    weigh();
    if (!spill?.put(stream, ownChange())) return false;
    spilled = [...unsafe];
    return true;
  };

  return {
    standings,
    waiting: () => waiting,
    add: (entry, urgent, order) => {
      own.ledger.created++;
      own.ledger.waiting++;
      light.push(entry);
      waiting.push(entry);
      unsafe.push([eventKey(entry), entry]);
      if (order) unsafe.push([['order', order, 0], order]);
      if (leaving) spillNow();
      if (!fresh && !open) Promise.resolve().then(commit);
      fresh = true;
      if (urgent) commit();
    },
    settle: (given, fate) => {
      // An own event counts once: a page that was away may hear again of what another tab has settled meanwhile.
      const left = new Set(waiting);
      const entries = given.filter((entry) => entry.event.stream !== stream || left.has(entry));
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
        standing.bytes -= bytesOf(theirs);
        const remove = [...doomedOf(standing), ...toRanges(theirs)];
        doomed.set(standing, remove);
        write({ put: [[streamKey(standing.stream), standing]], remove });
      }
    },
    written: async () => {
      do await latest;
      while (open);
    },
    leave: () => {
      leaving = true;
      if (returning) forgetTaken();
      loose = !!returning;
      returning = undefined;
      return spillNow();
    },
    back: async (held) => {
      leaving = false;
      const mine = {};
      returning = mine;
      await held;
      if (returning !== mine) return;
      if (spill && forgetTaken()) {
        const had = new Map(waiting.map((entry) => [entry.event.seq, entry]));
        try {
          const [stored, all] = await Promise.all([queue.read('event', ALL, stream), queue.read('stream')]);
          if (returning !== mine) return;
          const seqs = new Set(stored.map(({ event }) => event.seq));
          unsafe = unsafe.filter(([[kind, , seq]]) => kind !== 'event' || !seqs.has(seq));
          doomed.delete(own);
          const since = entriesIn(unsafe);
          const standing = all.find((each) => each.stream === stream);
          const { ledger } = Object.assign(own, standing);
          if (standing) {
            ledger.created += since.length;
            ledger.waiting += since.length;
            light = since;
          } else {
            // A stream whose events all have their fate is forgotten: which fate, only the other tab knew.
            ledger.in_doubt += ledger.waiting - since.length;
            ledger.waiting = since.length;
          }
          // The same objects as before, since they may be under way.
          waiting = [...stored.map((entry) => had.get(entry.event.seq) ?? entry), ...since];
        } catch {
          // The storage is gone: the memory copy is all there is.
          if (returning !== mine) return;
        }
      }
      returning = undefined;
      fresh = !isSafe();
      commit();
      await latest;
    },
  };
};
