import type { Entry, Ledger } from '../queue/queue.ts';
import type { StreamBatch } from '../transport/transport.ts';

export const BATCH_EVENTS = 500;
const BATCH_BYTES = 512 * 1024;

/**
 * Bodies up to this size may outlive the page. Browsers allow 64 KiB of keepalive bodies in flight; 4 KiB is left to
 * others. https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
 */
export const MAX_LEAVING_BYTES = 60 * 1024;

/** What an envelope and its streams weigh beside their events, generously. */
const FRAME_BYTES = 2048;

/** These leave at once; a purchase first of all. The rest waits for company. */
const IMPORTANT = /^(generate_lead|sign_up|begin_checkout|add_to_cart)$/;

export const importanceOf = ({ event }: Entry): number =>
  event.name === 'purchase' ? 2 : Number(IMPORTANT.test(event.name));

/** As many of `entries`, from the front, as one request may carry; at least one, however large. */
export const takeBatch = (entries: Entry[]): Entry[] => {
  let bytes = FRAME_BYTES;
  let count = 0;
  for (const entry of entries.slice(0, BATCH_EVENTS)) {
    bytes += entry.bytes;
    if (bytes > BATCH_BYTES && count) break;
    count++;
  }
  return entries.slice(0, count);
};

/** What a leaving page sends of `entries`: the most important first, as far as `maxBytes` reaches, in their order. */
export const takeLeaving = (entries: Entry[], maxBytes: number): Entry[] => {
  let bytes = FRAME_BYTES;
  const taken = new Set<Entry>();
  for (const entry of [...entries].sort((a, b) => importanceOf(b) - importanceOf(a))) {
    if (bytes + entry.bytes > maxBytes) continue;
    bytes += entry.bytes;
    taken.add(entry);
  }
  return entries.filter((entry) => taken.has(entry));
};

/** Entries as the envelope holds them: one part for each stream, split where visitor, session or user change. */
export const toStreams = (entries: Entry[], ledgerOf: (stream: string) => Ledger): StreamBatch[] => {
  const parts: StreamBatch[] = [];
  for (const { event, visitor, session, user } of entries) {
    const { stream, ...rest } = event;
    let part = parts[parts.length - 1];
    if (part?.stream !== stream || part.visitor !== visitor || part.session !== session || part.user !== user) {
      part = { stream, visitor, session, user, ledger: ledgerOf(stream), events: [] };
      parts.push(part);
    }
    part.events.push(rest);
  }
  return parts;
};
