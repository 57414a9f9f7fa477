import { countFate } from '../queue/ledger.ts';
import { type Entry, type Fate, MAX_AGE_MS, type Queue, type Standing } from '../queue/queue.ts';
import type { Spill } from '../queue/spill.ts';
import type { StreamBatch } from '../transport/transport.ts';
import { BATCH_EVENTS, takeBatch } from './batch.ts';
import { evict } from './evict.ts';
import type { Sender } from './sender.ts';
import type { Tabs } from './tabs.ts';

/** Reading a large backlog in one go would be a long task. */
const CHUNK = 50;

/** Between two requests of backlog, so that the shop's own come first. */
const PAUSE_MS = 250;

export interface Orphans {
  /** Sends what dead page loads left, if no other tab does. Never rejects. */
  sweep(): Promise<void>;
  /** The standing of a stream that is being swept. */
  standing(stream: string): Standing | undefined;
  /** Removes a swept stream's events whose fate is known, and counts it. */
  settle(stream: string, entries: Entry[], fate: Fate): void;
}

export interface OrphansParts {
  stream: string;
  queue(): Queue;
  spill: Spill;
  tabs: Tabs;
  sender: Sender;
  now(): number;
  /** Entries written under an older consent epoch are worthless. */
  epoch(): number;
  onFate(entries: Entry[], fate: Fate): void;
}

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** The events of page loads that ended before theirs were delivered: sent in shared batches, oldest first. */
export const createOrphans = ({
  stream: own,
  queue,
  spill,
  tabs,
  sender,
  now,
  epoch,
  onFate,
}: OrphansParts): Orphans => {
  const standings = new Map<string, Standing>();

  /** Moves what a dying page spilled to where its other events lie. */
  const unspill = async (stream: string) => {
    const spilled = spill.take(stream);
    if (!spilled) return;
    await queue().write({ add: spilled.entries, orders: spilled.orders, standing: [stream, spilled.standing] });
    spill.drop(stream);
  };

  /** Up to a batch of events, oldest first, and the streams that have none. */
  const read = async (streams: string[]): Promise<{ entries: Entry[]; empty: string[] }> => {
    const entries: Entry[] = [];
    const empty: string[] = [];
    for (const stream of streams) {
      let from = 0;
      let found: Entry[];
      do {
        if (entries.length >= BATCH_EVENTS) return { entries, empty };
        found = await queue().peek(stream, CHUNK, from);
        entries.push(...found);
        if (found.length) from = found[found.length - 1]!.event.seq + 1;
      } while (found.length === CHUNK);
      if (!from) empty.push(stream);
    }
    return { entries, empty };
  };

  const retire = async (streams: string[]) => {
    for (const stream of streams) {
      standings.delete(stream);
      await queue().write({ standing: [stream, undefined] });
    }
  };

  /** A stream's end is told when some of it was dropped or has vanished; one delivered whole has nothing to tell. */
  const toEnds = (streams: string[]): StreamBatch[] =>
    streams.flatMap((stream) => {
      const ledger = standings.get(stream)?.ledger;
      return ledger && ledger.acknowledged !== ledger.created ? [{ stream, ledger, events: [] }] : [];
    });

  const sendAll = async (streams: string[]) => {
    while (sender.isReady()) {
      const { entries, empty } = await read(streams.filter((stream) => standings.has(stream)));
      const revoked = entries.filter((entry) => entry.epoch < epoch());
      const old = entries.filter((entry) => entry.epoch >= epoch() && now() - entry.event.time > MAX_AGE_MS);
      if (revoked.length) onFate(revoked, 'consent');
      if (old.length) onFate(old, 'expired');
      const batch = takeBatch(entries.filter((entry) => !revoked.includes(entry) && !old.includes(entry)));
      const ends = toEnds(empty);
      if ((batch.length || ends.length) && !(await sender.send(batch, ends))) return;
      await retire(empty);
      if (!entries.length) return;
      await wait(PAUSE_MS);
    }
  };

  const sweep = async () => {
    try {
      const found = await queue().streams();
      const names = new Set([...found.map(([stream]) => stream), ...spill.streams()]);
      names.delete(own);
      if (!names.size) return;
      await tabs.withOrphans([...names].sort(), async (free) => {
        for (const stream of free) await unspill(stream);
        const all = new Map(await queue().streams());
        for (const stream of free) if (all.has(stream)) standings.set(stream, all.get(stream)!);
        await evict(queue(), free, all, onFate);
        await sendAll(free);
      });
    } catch {
      // the storage failed: what it holds is left to a later page
    }
    standings.clear();
  };

  return {
    sweep,
    standing: (stream) => standings.get(stream),
    settle: (stream, entries, fate) => {
      const standing = standings.get(stream);
      if (!standing) return;
      countFate(standing, entries, fate);
      const seqs = entries.map(({ event }) => event.seq);
      queue()
        .write({ remove: { stream, seqs }, standing: [stream, standing] })
        .catch(() => {}); // then they are sent once more, and the receiver tells by id
    },
  };
};
