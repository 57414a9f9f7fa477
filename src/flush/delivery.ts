import type { Clock } from '../event/clock.ts';
import { type Random, uuid7 } from '../event/ids.ts';
import { withInDoubt } from '../queue/ledger.ts';
import type { Entry, Fate, Ledger, Queue } from '../queue/queue.ts';
import type { Spill } from '../queue/spill.ts';
import { createWriter } from '../queue/writer.ts';
import type { Transport } from '../transport/transport.ts';
import { importanceOf } from './batch.ts';
import { createFlusher, type Flusher } from './flusher.ts';
import { createOrphans } from './orphans.ts';
import { createSender } from './sender.ts';
import { lockedTabs, unlockedTabs } from './tabs.ts';

/** One stream of events, on its way from this page to the endpoint. */
export interface Delivery extends Pick<Flusher, 'flush' | 'hide' | 'leave' | 'back'> {
  readonly stream: string;
  /** The next event's place in the stream. */
  nextSeq(): number;
  add(entry: Entry, order?: string): void;
  ledger(): Ledger;
  /** Epoch ms before which nothing is sent. */
  retryAt(): number;
  /** Lets go of timers and locks; the queue stays where it is. Hands over what waits. */
  stop(): Entry[];
}

export interface DeliveryParts {
  database: string;
  queue: Queue;
  spill: Spill;
  sdk: string;
  transport: Transport;
  clock: Clock;
  random: Random;
  epoch(): number;
  onFate(entries: Entry[], fate: Fate, why?: string): void;
  /** Hashes of the orders that earlier pages saw; none where the storage failed. Told once. */
  onOrders(orders: string[]): void;
  warn(text: string): void;
}

export const createDelivery = (parts: DeliveryParts): Delivery => {
  const { database, spill, sdk, transport, clock, random, epoch, warn } = parts;
  const stream = uuid7(clock.now(), random);
  const writer = createWriter(stream, parts.queue, spill);
  const { locks } = navigator;
  const tabs = locks ? lockedTabs(database, stream, locks) : unlockedTabs(clock.now);
  let seq = 0;
  let stopped = false;

  const onFate = (entries: Entry[], fate: Fate, why?: string) => {
    const byStream = new Map<string, Entry[]>();
    for (const entry of entries) {
      const { stream: name } = entry.event;
      byStream.set(name, [...(byStream.get(name) ?? []), entry]);
    }
    for (const [name, theirs] of byStream)
      if (name === stream) {
        flusher.release(theirs);
        writer.settle(theirs, fate);
      } else orphans.settle(name, theirs, fate);
    parts.onFate(entries, fate, why);
  };

  const sender = createSender({
    sdk,
    transport,
    clock,
    random,
    warn,
    onFate,
    ledgerOf: (name, underWay) =>
      withInDoubt(name === stream ? writer.ledger : orphans.standing(name)!.ledger, underWay),
    onRetry: (retryNote) => {
      writer.queue.write({ retryNote }).catch(() => {}); // then the next page asks a little early
    },
  });

  const orphans = createOrphans({
    stream,
    queue: () => writer.queue,
    spill,
    tabs,
    sender,
    now: clock.now,
    epoch,
    onFate,
  });

  parts.queue
    .orders()
    .catch(() => [])
    .then((orders) => {
      if (!stopped) parts.onOrders(orders);
    });

  const resumed = parts.queue.retryNote().then(
    (note) => note && sender.resume(note),
    () => {}, // no storage, no note
  );

  const flusher = createFlusher({
    writer,
    sender,
    tabs,
    clock,
    ready: () => Promise.all([resumed, writer.written()]),
    sweep: orphans.sweep,
    onOverflow: (entries) => onFate(entries, 'overflow'),
  });

  return {
    stream,
    nextSeq: () => seq++,
    add: (entry, order) => {
      writer.add(entry, importanceOf(entry) > 1, order);
      flusher.take(entry);
    },
    ledger: () => withInDoubt(writer.ledger, sender.underWay),
    retryAt: () => sender.retryAt,
    flush: flusher.flush,
    hide: flusher.hide,
    leave: flusher.leave,
    back: flusher.back,
    stop: () => {
      stopped = true;
      const left = flusher.stop();
      writer.written().then(() => writer.queue.close());
      return left;
    },
  };
};
