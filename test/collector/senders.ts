import type { Batch } from '../../src/transport/transport.ts';
import { anEnvelope, anEvent, aStream, post } from './envelope.ts';

/** `words` makes each event heavier by four times its length. */
export const aBatchOf = (size: number, words = ''): Batch => {
  const page = { url: `https://shop.example/${words}`, path: `/${words}`, title: `Mug ${words}`, referrer: words };
  const events = Array.from({ length: size }, () => anEvent('view_item', { time: Date.now(), page }));
  const visitor = events[0]!.id; // of its own: pages that send at once are those of many visitors
  return anEnvelope([aStream(events, { visitor })], { sent_at: Date.now() });
};

export const idsOf = (batch: Batch) => batch.streams.flatMap(({ events }) => events.map(({ id }) => id));

export interface Sent {
  taken: Batch[];
  /** No answer came, or one that asks to come again: there or not. A page would send these anew. */
  inDoubt: Batch[];
  /** How often each status was answered; 0 stands for no answer. */
  statuses: Record<number, number>;
  /** From asking to the answer 204. */
  answerMs: number[];
  /** Answers 429 or 503 that did not say when to come again. */
  impolite: number;
}

export const nothingSent = (): Sent => ({ taken: [], inDoubt: [], statuses: {}, answerMs: [], impolite: 0 });

/** Sends one batch and notes what came of it. */
export const send = async (url: string, batch: Batch, sent: Sent) => {
  const startedAt = performance.now();
  const answer = await post(url, batch).catch(() => undefined);
  const status = answer?.status ?? 0;
  await answer?.arrayBuffer().catch(() => undefined);
  sent.statuses[status] = (sent.statuses[status] ?? 0) + 1;
  if (status === 204) {
    sent.taken.push(batch);
    sent.answerMs.push(performance.now() - startedAt);
    return true;
  }
  sent.inDoubt.push(batch);
  if ((status === 429 || status === 503) && !answer!.headers.has('retry-after')) sent.impolite++;
  return false;
};

/** So many pages at once, each sending batch after batch until `until` says that it is enough. */
export const sendAll = async (
  url: string,
  { pages, make, until, sent }: { pages: number; make: () => Batch; until: () => boolean; sent: Sent },
) => {
  const page = async () => {
    while (!until()) await send(url, make(), sent);
  };
  await Promise.all(Array.from({ length: pages }, page));
};

/** What is in doubt is sent anew until it is taken, as pages do. */
export const sendAgain = async (url: string, sent: Sent, patienceMs: number) => {
  const giveUpAt = Date.now() + patienceMs;
  while (sent.inDoubt.length > 0) {
    if (Date.now() > giveUpAt) throw new Error(`${sent.inDoubt.length} batches are still not taken`);
    const batch = sent.inDoubt.shift()!;
    if (!(await send(url, batch, sent))) await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
