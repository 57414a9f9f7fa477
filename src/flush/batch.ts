import { bytesOf, type Entry, type Standing, weightOf } from '../queue/queue.ts';
import type { StreamBatch } from '../transport/transport.ts';

export const BATCH_EVENTS = 500;
const BATCH_BYTES = 512 * 1024;

/**
 * Bodies up to this size may outlive the page. Browsers allow 64 KiB of keepalive bodies in flight; 4 KiB is left to
 * others. https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
 */
const LEAVING_BYTES = 60 * 1024;

/** A page's own events up to this size may outlive it from the start, and leave half of that to what it tells on leaving. */
export const KEPT_BYTES = 30 * 1024;

/** What an envelope and its streams weigh beside their events, generously. */
const FRAME_BYTES = 2048;

/** Above 0: leaves at once; 2: is not even kept waiting by a write under way, and evicted last. */
export const importanceOf = ({ event: { name } }: Entry): number =>
  name === 'purchase' ? 2 : +/^(generate_lead|sign_up|begin_checkout|add_to_cart)$/.test(name);

/** From the front of `entries` as many as fit; what is too large does not keep the others back. */
const take = (entries: Entry[], bytes: number): Entry[] => {
  let left = bytes - FRAME_BYTES;
  return entries.slice(0, BATCH_EVENTS).filter((entry) => {
    const bytes = weightOf(entry);
    const fits = bytes < left;
    if (fits) left -= bytes;
    return fits;
  });
};

/** What an ordinary request carries. An event that fits into none goes alone: the receiver refuses it, and it is counted. */
export const takeBatch = (entries: Entry[]): Entry[] => {
  const fitting = take(entries, BATCH_BYTES);
  return fitting.length ? fitting : entries.slice(0, 1);
};

/** What a leaving page sends of `entries`, beside what is `underWay`: the important first. */
export const takeLeaving = (entries: Entry[], underWay: Set<Entry>): Entry[] => {
  const idle = entries.filter((entry) => !underWay.has(entry));
  return take(
    idle.sort((a, b) => importanceOf(b) - importanceOf(a)),
    LEAVING_BYTES - bytesOf(underWay),
  ).sort((a, b) => a.event.seq - b.event.seq);
};

/** Entries as the envelope holds them: one part for each stream, split where visitor, session or user change. */
export const toStreams = (entries: Entry[], standings: Map<string, Standing>): StreamBatch[] => {
  const parts: StreamBatch[] = [];
  let last: string | undefined;
  for (const { event, visitor, session, user } of entries) {
    const { stream, ...rest } = event;
    const whose = [stream, visitor, session, user].join();
    if (whose !== last) {
      const { ledger } = standings.get(stream)!;
      parts.push({ stream, visitor, session, user, ledger: inDoubt(ledger, entries, stream), events: [] });
    }
    last = whose;
    parts[parts.length - 1]!.events.push(rest);
  }
  return parts;
};

/** A ledger as it stands while those of `sent` that are of its stream are on their way. */
export const inDoubt = (ledger: StreamBatch['ledger'], sent: Entry[], stream: string): StreamBatch['ledger'] => {
  const count = sent.filter(({ event }) => event.stream === stream).length;
  return { ...ledger, waiting: ledger.waiting - count, in_doubt: ledger.in_doubt + count };
};
