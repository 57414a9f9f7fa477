import {
  type Entry,
  entriesIn,
  type Fate,
  type Key,
  type Queue,
  type Standing,
  streamKey,
  weightOf,
} from '../queue/queue.ts';
import type { Spill } from '../queue/spill.ts';
import type { Writer } from '../queue/writer.ts';
import type { StreamBatch } from '../transport/transport.ts';
import { BATCH_EVENTS, importanceOf, takeBatch } from './batch.ts';
import type { Sender } from './sender.ts';
import type { Tabs } from './tabs.ts';
import { wait } from './wait.ts';

/** No device holds more: the oldest of the least important events make room, purchases last. */
const MAX_EVENTS = 10_000;
const MAX_BYTES = 12 * 1024 * 1024;

/** Older events are dropped unsent. Safari forgets script-written storage after 7 days of its own accord. */
const MAX_AGE_MS = 14 * 24 * 60 * 60 * 1000;

/** Reading a large backlog in one go would be a long task. */
const CHUNK = 50;

/** One sweep takes over no more than this many dead page loads; the next takes the rest. */
const MAX_STREAMS = 50;

/** Between two requests of backlog, so that the shop's own come first. */
const PAUSE_MS = 250;

export interface OrphansParts {
  stream: string;
  queue: Queue;
  writer: Writer;
  spill: Spill;
  tabs: Tabs;
  sender: Sender;
  now(): number;
  /** Entries written under an older consent epoch are worthless. */
  epoch(): number;
  onFate(entries: Entry[], fate: Fate): void;
}

/**
 * Sends the events of page loads that ended before theirs were delivered: in shared batches, oldest first, by one tab at
 * a time, and keeps them within bounds. Never rejects.
 */
export const createSweep = (parts: OrphansParts): (() => Promise<void>) => {
  const { stream: own, queue, writer, spill, tabs, sender, now, epoch, onFate } = parts;
  const { standings } = writer;

  const sweep = async (names: string[]) => {
    for (const name of names) {
      const spilled = spill.take(name);
      if (spilled) await queue.write(spilled);
      spill.drop(name);
    }
    let excess: number;
    let excessBytes: number;
    /** What becomes of an entry that has waited; undefined when it is to be sent. */
    const fateOf = (entry: Entry): Fate | undefined => {
      if (entry.epoch < epoch()) return 'consent';
      if (now() - entry.event.time > MAX_AGE_MS) return 'expired';
      // Where unimportant ones alone make no room, important ones have to.
      if ((excess > 0 || excessBytes > 0) && importanceOf(entry) <= +(excess > MAX_EVENTS / 10)) {
        excess--;
        excessBytes -= weightOf(entry);
        return 'overflow';
      }
      return undefined;
    };
    for (;;) {
      // Read anew for each batch: what a failed write did not store has not happened.
      excess = -MAX_EVENTS;
      excessBytes = -MAX_BYTES;
      for (const standing of await queue.read('stream')) {
        excess += standing.ledger.waiting;
        excessBytes += standing.bytes;
        if (names.includes(standing.stream)) standings.set(standing.stream, standing);
      }
      const good: Entry[] = [];
      const ended: StreamBatch[] = [];
      const over: [Key, Key][] = [];
      for (const [name, { ledger }] of standings) {
        if (name === own) continue;
        let from = 0;
        let found: Entry[];
        do {
          found = good.length < BATCH_EVENTS ? await queue.read('event', CHUNK, name, from) : [];
          for (const entry of found) {
            from = entry.event.seq + 1;
            const fate = fateOf(entry);
            if (fate) onFate([entry], fate);
            else good.push(entry);
          }
        } while (found.length === CHUNK);
        if (from || good.length >= BATCH_EVENTS) continue;
        over.push([streamKey(name), streamKey(name)]);
        // An end is told when events were dropped or have vanished; a stream delivered whole has nothing to tell.
        if (ledger.acknowledged < ledger.created) ended.push({ stream: name, ledger, events: [] });
      }
      const batch = takeBatch(good);
      if ((batch.length || ended.length) && !(await sender.send(() => batch, ended))) return;
      await queue.write({ remove: over });
      for (const [key] of over) {
        const [, name] = key;
        // Where there are no locks its page may live, and have written meanwhile what only this record leads to.
        if ((await queue.read('event', 1, name))[0]) await queue.write({ put: [[key, standings.get(name)!]] });
        standings.delete(name);
      }
      if (!batch.length) return;
      await wait(PAUSE_MS);
    }
  };

  /** Without IndexedDB the spill is all that outlives a page: it is sent as it lies. */
  const sendSpilled = async (names: string[]) => {
    for (const name of names) {
      const { put = [], remove } = spill.take(name) ?? {};
      for (const [[kind], value] of put) if (kind === 'stream') standings.set(name, value as Standing);
      const entries = entriesIn(put).filter((entry) => entry.epoch >= epoch());
      if (entries.length && !(await sender.send(() => entries, []))) return;
      await queue.write({ remove }).catch(() => {}); // the storage may be back, or have held nothing
      spill.drop(name);
    }
  };

  const run = async () => {
    try {
      const known = (await queue.read('stream')).map(({ stream }) => stream);
      const names = [...new Set([...known, ...spill.streams()])].filter((name) => name !== own).sort();
      if (names.length) await tabs.take(names.slice(0, MAX_STREAMS), sweep);
    } catch {
      // The storage failed: what it holds is left to a later page.
      const names = spill.streams().filter((name) => name !== own);
      if (names.length) await tabs.take(names, sendSpilled).catch(() => {});
    }
    for (const name of standings.keys()) if (name !== own) standings.delete(name);
  };
  /** A slow endpoint outlasts the pause between sweeps: a second one would send the same again. */
  let running: Promise<void> | undefined;
  return () => {
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
};
