import type { Clock } from '../event/clock.ts';
import { type Random, uuid7 } from '../event/ids.ts';
import { hear } from '../listen/ear.ts';
import type { Entry, Fate, Ledger, Queue } from '../queue/queue.ts';
import type { Spill } from '../queue/spill.ts';
import { createWriter } from '../queue/writer.ts';
import type { Transport } from '../transport/transport.ts';
import { MAX_DELAY_MS } from './backoff.ts';
import { importanceOf, inDoubt, takeBatch, takeLeaving, toStreams } from './batch.ts';
import { createSweep } from './orphans.ts';
import { createSender } from './sender.ts';
import { createTabs } from './tabs.ts';
import { wait } from './wait.ts';

const ENOUGH_EVENTS = 20;
const FLUSH_EVERY_MS = 5000;

/** How often a tab looks for what dead tabs left. */
const SWEEP_EVERY_MS = 10 * 1000;

/** A storage that hangs must not keep events from leaving. */
const PATIENCE_MS = 1000;

/** A page holds no more; as many as this go at once when an endpoint has been down for very long. */
const MAX_WAITING = 10_000;
const OVERFLOW_CHUNK = 500;

/** One page load's events on their way to the endpoint. */
export interface Delivery {
  stream: string;
  add(entry: Entry, order?: string): void;
  /** Sends what waits, now. Resolves when it was tried; an endpoint that has failed is given its rest. */
  flush(): Promise<void>;
  /** The page went out of sight, and may never come back. */
  hide(): void;
  /** The page is being left. `stays`: for a page of this origin, which will send what is safely stored. */
  leave(stays: boolean): void;
  /** The page is back. */
  back(): Promise<void>;
  /** Lets go of timers and locks; the queue stays where it is. Hands over what waits. */
  stop(): Entry[];
  ledger(): Ledger;
  /** This page's events that have not been answered for. */
  waiting(): Entry[];
  /** How long the endpoint is still given its rest, in ms. */
  restMs(): number;
}

export interface DeliveryParts {
  database: string;
  queue: Queue;
  /** Undefined where nothing may be stored. */
  spill: Spill | undefined;
  transport: Transport;
  clock: Clock;
  random: Random;
  epoch(): number;
  onFate(entries: Entry[], fate: Fate, why?: string): void;
  warn(text: string): void;
}

/**
 * Decides when events leave. What counts (see `importanceOf`) at once, with all that waits before it; the rest at 20
 * events, after 5 s, or when the page goes. An event is sent after it was stored and leaves the store after it was
 * answered for: a page that dies in between sends twice rather than never, and `id` lets the receiver tell.
 */
export const createDelivery = (parts: DeliveryParts): Delivery => {
  const { clock, queue, spill, onFate: tell } = parts;
  const stream = uuid7(clock.now(), parts.random);
  const tabs = createTabs(parts.database, stream, clock.now);
  const writer = createWriter(stream, queue, spill);
  const { standings, waiting } = writer;
  /** A failed batch keeps its members, so that a receiver can recognise it. */
  let frozen: Entry[] = [];
  let away = false;
  /** The return under way; a page hears of one return by several events. */
  let coming: object | undefined;
  let home: Promise<unknown> = Promise.resolve();
  let arrive: (value?: unknown) => void;
  let stopped = false;
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;

  const onFate = (entries: Entry[], fate: Fate, why?: string) => {
    if (!entries.length || stopped) return;
    writer.settle(entries, fate);
    tell(entries, fate, why);
  };
  const sender = createSender({
    ...parts,
    toStreams: (entries) => toStreams(entries, standings),
    home: () => home,
    onFate,
    keepNote: (note) => {
      if (stopped) return; // after a withdrawal nothing may be written
      // Where it cannot be noted, the next page asks a little early.
      queue.write({ put: [[['retry', '', 0], note]] }).catch(() => {});
    },
  });
  const { underWay, restMs } = sender;
  const sweepNow = spill && createSweep({ ...parts, stream, spill, writer, tabs, sender, now: clock.now, onFate });
  const sweep = async () => {
    if (!away && !stopped) await sweepNow?.();
  };
  const resumed = queue.read('retry').then(
    ([note]) => sender.resume(note),
    () => {}, // no storage, no note
  );

  const pick = () => {
    const idle = away || stopped ? [] : waiting().filter((entry) => !underWay.has(entry));
    const again = idle.filter((entry) => frozen.includes(entry));
    frozen = takeBatch(again.length ? again : idle);
    return frozen;
  };
  const sendAll = async () => {
    await Promise.race([resumed.then(writer.written), wait(PATIENCE_MS)]);
    // What comes meanwhile waits until it is due: requests for few events cost more than the events.
    const due = new Set(waiting());
    const isDue = (entry: Entry, at: number) => at + 1 === ENOUGH_EVENTS || importanceOf(entry) || due.has(entry);
    while ((await sender.send(pick)) && waiting().some(isDue));
  };
  const run = (): Promise<void> => {
    clearTimeout(timer);
    due = Infinity;
    running ??= sendAll().finally(() => {
      running = undefined;
      if (waiting().length) schedule(FLUSH_EVERY_MS);
    });
    return running;
  };
  const schedule = (delayMs: number) => {
    const now = clock.now();
    if (stopped || due <= now + delayMs) return; // as for most events, each of which pays for what is asked here
    const pause = Math.max(delayMs, restMs());
    clearTimeout(timer);
    due = now + pause;
    timer = setTimeout(run, pause);
  };
  const depart = (entries: Entry[]) => {
    const batch = takeLeaving(entries, underWay);
    if (batch.length) sender.depart(batch);
  };
  const start = async () => {
    await tabs.hold();
    if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done));
    await wait(0); // the page's own load handlers come first
    await sweep();
  };

  start();
  const sweeper = setInterval(sweep, SWEEP_EVERY_MS);
  const deaf = hear(window, 'online', () => {
    if (restMs() < MAX_DELAY_MS) sender.resume(); // else the endpoint itself has said when to come again
    run().then(sweep);
  });

  return {
    stream,
    waiting,
    restMs,
    add: (entry, order) => {
      const importance = importanceOf(entry);
      writer.add(entry, importance > 1, order);
      const { length } = waiting();
      if (length > MAX_WAITING)
        onFate(
          waiting()
            .filter((each) => importanceOf(each) < 1 + +(length > MAX_WAITING + OVERFLOW_CHUNK))
            .slice(0, OVERFLOW_CHUNK),
          'overflow',
        );
      if (away) depart([entry]);
      else schedule(importance || length - underWay.size >= ENOUGH_EVENTS ? 0 : FLUSH_EVERY_MS);
    },
    // What is under way may not take what came since it began.
    flush: () => Promise.resolve(running).then(run).then(sweep),
    hide: () => {
      if (!away) depart(waiting());
    },
    leave: (stays) => {
      const returning = coming;
      coming = undefined;
      if (away) {
        // Left again before it was quite back: what came since has departed as it came.
        if (returning) writer.leave();
        return tabs.release();
      }
      const safe = writer.leave(); // first: this call may be broken off, and is made again as long as the page is not away
      away = true;
      home = new Promise((done) => {
        arrive = done;
      });
      const cut = sender.abandon();
      // What is safe is left to the next page: all that does not count where that comes at once, and what was cut off
      // with this one, since it may have arrived; but never a purchase. Nor is a landing, as long as it was not cut off:
      // the next page may be left before it has loaded, by a visitor who never comes back.
      depart(
        waiting().filter((entry) => {
          const counts = Math.max(importanceOf(entry), +(entry.event.name === 'landing'));
          return !safe || counts >= (cut.has(entry) ? 2 : +stays);
        }),
      );
      tabs.release();
    },
    back: async () => {
      if (!away || coming) return;
      const mine = {};
      coming = mine;
      await writer.back(tabs.hold()); // another tab may be sending our events just now
      if (coming !== mine) return;
      coming = undefined;
      away = false;
      arrive();
      await run();
    },
    stop: () => {
      stopped = true;
      sender.abandon();
      clearTimeout(timer);
      clearInterval(sweeper);
      deaf();
      tabs.release();
      return waiting();
    },
    ledger: () =>
      inDoubt(
        standings.get(stream)!.ledger,
        waiting().filter((entry) => underWay.has(entry)),
        stream,
      ),
  };
};
