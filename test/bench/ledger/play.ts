import type { Clock } from '../../../src/event/clock.ts';
import type { FunnelEvent } from '../../../src/event/event.ts';
import type { Delivery, DeliveryParts } from '../../../src/flush/delivery.ts';
import type { Change, Entry, Fate, Ledger } from '../../../src/queue/queue.ts';
import { createRandom, createWorld, eventsIn, type Mood, standingsIn, type Tab } from './world.ts';

/** What is played: the sources as they are, or a copy with something changed in it. */
export interface Sources {
  createDelivery(parts: DeliveryParts): Delivery;
  createClock(wall: () => number, steady: () => number): Clock;
}

interface Page extends Tab {
  delivery: Delivery;
  clock: Clock;
  seq: number;
  away: boolean;
  woken: number;
  /** Its storage refused to be read: what it holds in memory may be old. */
  blind: boolean;
  /** Events whose verdict it has read. */
  concluded: Set<string>;
}

interface Known {
  id: string;
  stream: string;
  /** Some completed write, or the spill, holds it: from then on it must not be lost. */
  safe: boolean;
  /** It was in the database, and not only in a spill that is sent as it lies. */
  stored: boolean;
  /** Its page knows that it was. */
  heard: boolean;
  /** The write that removes it has completed. */
  removed: boolean;
  /** Spilled by a page that slept before it heard of the write: whether that was in vain, it could not know. */
  doubted: boolean;
}

const NOON = Date.UTC(2026, 10, 24, 12);
const HOUR_MS = 60 * 60 * 1000;
const NAMES = ['view_item', 'view_item', 'view_cart', 'add_to_cart', 'purchase'];
const MOODS: Mood[] = [
  'takes',
  'takes',
  'busy',
  'asks for time',
  'finds poison',
  'rejects some',
  'unreachable',
  'loses answers',
  'hangs',
];

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);

/** Why a ledger cannot be true, if it cannot. */
const faultOf = ({ created, acknowledged, waiting, in_doubt, dropped }: Ledger): string | undefined => {
  const parts = [acknowledged, waiting, in_doubt, ...Object.values(dropped)];
  if (parts.some((part) => part < 0)) return 'a number below zero';
  return created === sum(parts) ? undefined : 'not balanced';
};

/** What one play found. `faults` is empty when all promises held. */
export interface Played {
  seed: number;
  faults: string[];
  events: number;
  copies: number;
}

/**
 * One random life of a device: tabs are opened, used, frozen, thawed, reloaded, closed and killed while the endpoint, the
 * storage and the clock fail in turn; then all is well again, and one last page has to bring everything home. Beside it a
 * model knows what was tracked, what is safe, and what the endpoint took.
 */
export const play = async (seed: number, { createDelivery, createClock }: Sources): Promise<Played> => {
  const random = createRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const oneOf = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const withLocks = random() < 0.9;

  const faults: string[] = [];
  const known = new Map<string, Known>();
  const createdIn = new Map<string, number>();
  let pages: Page[] = [];
  let opened = 0;
  let clockOff = 0;
  const fault = (what: string) => void faults.push(`${what}, at ${world.now()} ms`);
  const byId = (id: string) => known.get(id)!;
  const bySeq = new Map<string, Known>();

  const checkLedger = (where: string, stream: string, ledger: Ledger) => {
    if (!withLocks) return; // without locks a tab may settle what another one still counts
    const wrong = faultOf(ledger);
    if (wrong) fault(`${where}: ${wrong}: ${JSON.stringify(ledger)}`);
    if (ledger.created > (createdIn.get(stream) ?? 0)) fault(`${where}: more created than there are`);
    let takenOf = 0;
    for (const each of known.values()) takenOf += Number(each.stream === stream && world.taken.has(each.id));
    if (ledger.acknowledged > takenOf) fault(`${where}: ${ledger.acknowledged} acknowledged, ${takenOf} taken`);
  };

  const asking = new Map<string, { page: Page; signal: AbortSignal | undefined }>();
  const world = createWorld(
    random,
    {
      asked: (tab, { streams }, { leaving, signal }) => {
        const page = tab as Page;
        for (const { stream, ledger, events } of streams) {
          checkLedger('envelope', stream, ledger);
          const inBatch = sum(streams.filter((each) => each.stream === stream).map((each) => each.events.length));
          if (ledger.in_doubt < inBatch) fault(`envelope: ${inBatch} events, ${ledger.in_doubt} in doubt`);
          for (const { id, seq } of events) {
            const event = known.get(id);
            if (event?.stream !== stream || bySeq.get(`${stream} ${seq}`) !== event)
              fault(`${id} is no event of ${stream}`);
            if (!event || page.blind || !withLocks) continue;
            if (event.removed && !event.doubted) fault(`${id} is sent after it was settled`);
            if (page.concluded.has(id)) fault(`${id} is sent again by the page that read its answer`);
            const other = asking.get(id);
            if (!leaving && other && other.page !== page && !other.page.dead && !other.signal?.aborted)
              fault(`${id} is sent by two pages at a time`);
            if (!leaving) asking.set(id, { page, signal });
          }
        }
      },
      answered: (tab, { streams }, outcome, { signal }) => {
        const page = tab as Page;
        for (const { id } of streams.flatMap(({ events }) => events)) {
          if (asking.get(id)?.signal === signal) asking.delete(id);
          const verdict = outcome.events?.[id] ?? outcome;
          if (page.away || signal?.aborted || !('done' in verdict)) continue;
          page.concluded.add(id);
        }
      },
      stored: ({ put = [], remove = [] }: Change) => {
        for (const { event } of eventsIn({ put })) Object.assign(byId(event.id), { safe: true, stored: true });
        for (const { stream, ledger } of standingsIn({ put })) checkLedger('at rest', stream, ledger);
        for (const [[kind, stream, from], [, , to]] of remove)
          if (kind === 'event')
            for (let seq = from; seq <= to; seq++) {
              const event = bySeq.get(`${stream} ${seq}`);
              if (event?.stored) event.removed = true;
            }
      },
      heard: (change) => {
        for (const { event } of eventsIn(change)) byId(event.id).heard = true;
      },
      spilled: (change) => {
        for (const { event } of eventsIn(change)) {
          const it = byId(event.id);
          it.safe = true;
          it.doubted = it.stored && !it.heard;
        }
      },
      failed: (tab, reading) => {
        const page = tab as Page;
        if (reading) page.blind = true;
        page.concluded.clear(); // what it could not note it has to ask again
      },
    },
    withLocks,
  );
  const uninstall = world.install();

  const open = () => {
    const tab: Tab = { name: opened++, frozen: false, dead: false, online: new Set() };
    const page = tab as Page;
    return world.act(page, () => {
      const start = world.now();
      const clock = createClock(
        () => NOON + world.now() + clockOff,
        () => world.now() - start,
      );
      const delivery = createDelivery({
        database: 'shop',
        queue: world.queueOf(page),
        spill: world.spill,
        transport: world.transportOf(page),
        clock,
        random,
        epoch: () => 0,
        onFate: (entries: Entry[], fate: Fate) => {
          for (const { event } of entries) {
            const isTrue = fate === 'acknowledged' ? world.taken.has(event.id) : world.refused.has(event.id);
            if (!isTrue) fault(`${event.id} is said to be ${fate}, and is not`);
          }
        },
        warn: (text) => fault(`warned: ${text}`),
      });
      Object.assign(page, { delivery, clock, seq: 0, woken: 0, away: false, blind: false, concluded: new Set() });
      pages.push(page);
      return page;
    });
  };

  const trackOne = (page: Page) => {
    const { stream } = page.delivery;
    const { seq } = page;
    page.seq++;
    const time = page.clock.now();
    const id = `${stream}-${seq}-${below(16).toString(16)}`;
    const name = oneOf(NAMES)!;
    const event: FunnelEvent = {
      id,
      name,
      stream,
      seq,
      time,
      page: { url: '', path: '', title: '', referrer: '' },
      by: { evidence: ['track'] },
    };
    const it = { id, stream, safe: false, stored: false, heard: false, removed: false, doubted: false };
    known.set(id, it);
    bySeq.set(`${stream} ${seq}`, it);
    createdIn.set(stream, seq + 1);
    const bytes = random() < 0.1 ? 20_000 : 400;
    page.delivery.add({ event, visitor: 'v', session: 's', user: undefined, bytes, epoch: 0 });
    if (name === 'purchase' && !page.away && !it.safe && !world.isBegun(id) && !world.spillFull())
      fault('a purchase waits to be written');
    checkLedger('status', stream, page.delivery.ledger());
  };
  /** All in one task, or each in its own. */
  const track = async (page: Page, count: number) => {
    const atOnce = random() < 0.5;
    for (let n = 0; n < count; n += atOnce ? count : 1)
      await world.act(page, () => {
        for (let m = atOnce ? count : 1; m; m--) trackOne(page);
      });
  };

  const leave = async (page: Page) => {
    await world.act(page, () => {
      page.delivery.leave(random() < 0.5);
      page.away = true;
      // What outlives the page is on its way still, and another may send the same.
      for (const [id, other] of asking) if (other.page === page) asking.delete(id);
      page.woken++;
      if (world.spillFull()) return;
      for (const each of known.values())
        if (
          each.stream === page.delivery.stream &&
          !each.safe &&
          !world.taken.has(each.id) &&
          !world.refused.has(each.id)
        )
          fault(`${each.id} does not outlive its page`);
    });
  };
  const die = (page: Page) => {
    world.kill(page);
    pages = pages.filter((each) => each !== page);
  };
  const wake = async (page: Page) => {
    page.frozen = false;
    await world.act(page, () => {
      page.clock.check();
      const times = ++page.woken;
      page.delivery.back().then(() => {
        page.away &&= times !== page.woken || page.frozen;
      });
      if (random() < 0.5) page.delivery.back(); // shown, and come into sight
    });
  };
  const freeze = async (page: Page) => {
    await leave(page);
    page.frozen = true;
  };

  const step = async () => {
    const live = pages.filter(({ frozen }) => !frozen);
    const page = oneOf(live);
    const asleep = oneOf(pages.filter(({ frozen }) => frozen));
    const dice = below(100);
    if (!page || (dice < 8 && pages.length < 4)) await open();
    else if (dice < 40) await track(page, 1 + below(4));
    else if (dice < 43) await track(page, 22);
    else if (dice < 62) await world.pass(oneOf([1, 5, 50, 300, 1000, 3000, 12_000, 40_000, 70_000])!);
    else if (dice < 66) await freeze(page);
    else if (dice < 72) {
      if (asleep) await wake(asleep);
    } else if (dice < 75) {
      await leave(page); // in one task with what was tracked: closed, or on to the next page
      die(page);
      if (dice < 74) await open();
    } else if (dice < 78) die(oneOf(pages)!);
    else if (dice < 81) await world.act(page, () => page.delivery.hide());
    else if (dice < 83) await world.act(page, () => void page.delivery.flush());
    else if (dice < 85)
      await world.act(page, () => {
        for (const hear of page.online) hear();
      });
    else if (dice < 93) world.mood(oneOf(MOODS)!);
    else if (dice < 96) {
      // Without locks and without storage nothing tells a living page from a dead one.
      if (withLocks) world.storage(oneOf(['sound', 'sound', 'full', 'gone'] as const)!, random() < 0.1);
    } else if (dice < 98) {
      clockOff += (random() - 0.5) * HOUR_MS;
      await world.act(page, () => page.clock.check());
    }
  };

  /** All is well again: what is safe has to arrive, by the pages there are or the next one. */
  const bringHome = async () => {
    world.mood('takes');
    world.storage('sound');
    clockOff = 0;
    for (const page of [...pages]) {
      if (page.frozen && random() < 0.5) die(page);
      else if (page.frozen) await wake(page);
    }
    await world.pass(1000);
    for (const page of [...pages]) {
      if (random() < 0.7) await leave(page);
      die(page);
    }
    await world.pass(2 * HOUR_MS);
    const last = await open();
    let left = 1;
    for (let turn = 0; turn < 60 && left; turn++) {
      await world.pass(10_000);
      left = (await world.store.read('stream')).length + world.spill.streams().length;
      if ((await world.store.read('stream'))[0]?.stream === last.delivery.stream) left--;
    }
    if (left) fault('what was left is never taken up');
  };

  try {
    const steps = 8 + below(20);
    for (let n = 0; n < steps && !faults.length; n++) await step();
    if (!faults.length) await bringHome();
  } finally {
    for (const page of pages) world.kill(page);
    uninstall();
  }
  let copies = 0;
  for (const { id, safe } of known.values()) {
    const count = world.taken.get(id) ?? 0;
    copies += Math.max(0, count - 1);
    if (!faults.length && safe && !count && !world.refused.has(id)) fault(`${id} is lost`);
  }
  return { seed, faults, events: known.size, copies };
};
