import type { Entry, Queue, RetryNote, Standing } from './queue.ts';

/** The queue of a page that may not or cannot store: ends with the page. */
export const memoryQueue = (): Queue => {
  const events = new Map<string, Map<number, Entry>>();
  const standings = new Map<string, Standing>();
  const orders = new Set<string>();
  let note: RetryNote | undefined;
  const entriesOf = (stream: string) => events.get(stream) ?? new Map<number, Entry>();
  return {
    write: async ({ add = [], orders: seen = [], remove, standing, retryNote }) => {
      for (const entry of add) {
        const { stream, seq } = entry.event;
        events.set(stream, entriesOf(stream).set(seq, entry));
      }
      for (const order of seen) orders.add(order);
      for (const seq of remove?.seqs ?? []) entriesOf(remove!.stream).delete(seq);
      if (standing?.[1]) standings.set(standing[0], standing[1]);
      else if (standing) standings.delete(standing[0]);
      note = retryNote ?? note;
    },
    peek: async (stream, limit, fromSeq = 0) =>
      [...entriesOf(stream).values()]
        .filter(({ event }) => event.seq >= fromSeq)
        .sort((a, b) => a.event.seq - b.event.seq)
        .slice(0, limit),
    streams: async () => [...standings].sort(([a], [b]) => (a < b ? -1 : 1)),
    orders: async () => [...orders],
    retryNote: async () => note,
    erase: async () => {
      events.clear();
      standings.clear();
      orders.clear();
      note = undefined;
    },
    close: () => {},
  };
};
