import type { Clock } from '../event/clock.ts';
import { type Entry, MAX_EVENTS } from '../queue/queue.ts';
import type { Writer } from '../queue/writer.ts';
import { importanceOf, takeBatch } from './batch.ts';
import type { Sender } from './sender.ts';
import type { Tabs } from './tabs.ts';

const ENOUGH_EVENTS = 20;
const FLUSH_EVERY_MS = 5000;

/** How often a tab looks for what dead tabs left. */
const SWEEP_EVERY_MS = 10 * 1000;

/** A storage that hangs must not keep events from leaving. */
const PATIENCE_MS = 1000;

/** Events that make room at once, when an endpoint has been down for very long. */
const OVERFLOW_CHUNK = 500;

export interface Flusher {
  /** An event has joined the queue. */
  take(entry: Entry): void;
  /** These have found their fate. */
  release(entries: Entry[]): void;
  /** Sends what waits, now. Resolves when it was tried; an endpoint that has failed is given its rest. */
  flush(): Promise<void>;
  /** The page went out of sight, and may never come back. */
  hide(): void;
  /** The page is being left. `stays`: for a page of this origin, which will send what is safely stored. */
  leave(stays: boolean): void;
  /** The page is back. */
  back(): Promise<void>;
  /** Sends no more, and hands over what it held. */
  stop(): Entry[];
}

export interface FlusherParts {
  writer: Writer;
  sender: Sender;
  tabs: Tabs;
  clock: Clock;
  /** Resolves when the queue is opened, what was tracked is in it, and an earlier page's wait is known. */
  ready(): Promise<unknown>;
  /** Sends what dead page loads left. Never rejects. */
  sweep(): Promise<void>;
  onOverflow(entries: Entry[]): void;
}

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/**
 * Decides when this page's events leave. What counts (see `importanceOf`) at once, with all that waits before it; the
 * rest at 20 events, after 5 s, or when the page goes. An event is sent after it was stored and leaves the store after
 * it was answered for: a page that dies in between sends twice rather than never, and `id` lets the receiver tell.
 */
export const createFlusher = ({ writer, sender, tabs, clock, ready, sweep, onOverflow }: FlusherParts): Flusher => {
  /** Own events without a fate, in order. */
  let waiting: Entry[] = [];
  /** A failed batch keeps its members, so that a receiver can recognise it. */
  let frozen: Entry[] | undefined;
  let away = false;
  let stopped = false;
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;

  const canSend = () => !away && !stopped && sender.isReady();

  const schedule = (delayMs: number) => {
    const at = Math.max(clock.now() + delayMs, sender.isReady() ? 0 : sender.retryAt);
    if (stopped || (timer && due <= at)) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(run, at - clock.now());
  };

  const sendAll = async () => {
    await Promise.race([ready(), wait(PATIENCE_MS)]);
    while (canSend()) {
      const idle = waiting.filter((entry) => !sender.isUnderWay(entry));
      const again = frozen && idle.filter((entry) => frozen!.includes(entry));
      const batch = takeBatch(again?.length ? again : idle);
      frozen = undefined;
      if (!batch.length) return;
      if (!(await sender.send(batch))) frozen = batch;
    }
  };

  const run = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    running ??= sendAll().finally(() => {
      running = undefined;
      if (waiting.length) schedule(FLUSH_EVERY_MS);
    });
    return running;
  };

  const start = async () => {
    await tabs.hold();
    if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done, { once: true }));
    await wait(0); // the page's own load handlers come first
    if (canSend()) await sweep();
  };
  start();
  const sweeper = setInterval(() => !away && sweep(), SWEEP_EVERY_MS);
  const onOnline = () => {
    sender.hope();
    run().then(sweep);
  };
  addEventListener('online', onOnline);

  return {
    take: (entry) => {
      waiting.push(entry);
      if (waiting.length > MAX_EVENTS) {
        const spare = waiting.filter((each) => !importanceOf(each) && !sender.isUnderWay(each));
        onOverflow((spare.length ? spare : waiting).slice(0, OVERFLOW_CHUNK));
      }
      if (away) sender.depart([entry]);
      else schedule(importanceOf(entry) || waiting.length >= ENOUGH_EVENTS ? 0 : FLUSH_EVERY_MS);
    },
    release: (entries) => {
      const gone = new Set(entries);
      waiting = waiting.filter((entry) => !gone.has(entry));
    },
    flush: async () => {
      await run();
      if (canSend()) await sweep();
    },
    hide: () => {
      if (!away) sender.depart(waiting);
    },
    leave: (stays) => {
      if (away) return;
      away = true;
      writer.leave();
      sender.abandon();
      sender.depart(stays && writer.safe ? waiting.filter(importanceOf) : waiting);
      tabs.release();
    },
    back: async () => {
      if (!away) return;
      await tabs.hold(); // another tab may be sending our events just now
      away = false;
      frozen = undefined;
      waiting = await writer.back();
      await run();
    },
    stop: () => {
      stopped = true;
      sender.abandon();
      clearTimeout(timer);
      clearInterval(sweeper);
      removeEventListener('online', onOnline);
      tabs.release();
      return waiting;
    },
  };
};
