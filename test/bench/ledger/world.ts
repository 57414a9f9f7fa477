import type { Change, Entry, Put, Queue, Standing } from '../../../src/queue/queue.ts';
import type { Spill } from '../../../src/queue/spill.ts';
import type { Batch, How, Outcome, Transport, Verdict } from '../../../src/transport/transport.ts';
import { memoryQueue } from '../../queue/memoryQueue.ts';

/** What a tab is to the world around it. Everything of it that is scheduled waits while it is frozen, and ends with it. */
export interface Tab {
  name: number;
  frozen: boolean;
  dead: boolean;
  online: Set<() => void>;
}

interface Task {
  at: number;
  tab: Tab | undefined;
  run(): void;
}

interface Transaction {
  tab: Tab;
  run(): Promise<void>;
  change?: Change;
}

interface Lock {
  tab: Tab;
  free(): void;
}

interface Wish {
  tab: Tab;
  grant(): void;
}

export type Mood =
  | 'takes'
  | 'busy'
  | 'asks for time'
  | 'finds poison'
  | 'rejects some'
  | 'unreachable'
  | 'loses answers'
  | 'hangs';

/** What the world tells a model of itself, as it happens. */
export interface Witness {
  asked(tab: Tab, batch: Batch, how: How): void;
  answered(tab: Tab, batch: Batch, outcome: Outcome, how: How): void;
  stored(change: Change): void;
  /** The page that wrote it knows. */
  heard(change: Change): void;
  spilled(change: Change): void;
  /** The storage refused a page: to read, or to write. */
  failed(tab: Tab, reading: boolean): void;
}

const real = { setTimeout, clearTimeout, setInterval, clearInterval };

/** All microtasks run before this resolves. */
const rest = () => new Promise<void>((done) => setImmediate(done));

/** mulberry32: the same numbers from the same seed, on every machine. */
export const createRandom = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

/**
 * One device with its tabs, storage, locks and time, and one endpoint far away. Nothing happens by itself: time passes
 * when told, one task after another, and whatever the tasks of two tabs could do to each other is drawn from `random`.
 */
export const createWorld = (random: () => number, witness: Witness, withLocks = true) => {
  let time = 0;
  let tasks: Task[] = [];
  let current: Tab | undefined;
  const below = (limit: number) => Math.floor(random() * limit);

  const later = (tab: Tab | undefined, delayMs: number, run: () => void): Task => {
    const task = { at: time + Math.max(delayMs, 0), tab, run };
    if (!tab?.dead) tasks.push(task);
    return task;
  };
  const forget = (task: unknown) => {
    const at = tasks.indexOf(task as Task);
    if (at >= 0) tasks.splice(at, 1);
  };
  /** Runs in the name of a tab, to the end of what follows from it. */
  const act = async <T>(tab: Tab | undefined, work: () => T): Promise<T> => {
    current = tab;
    const result = work();
    await rest();
    current = undefined;
    return result;
  };
  const pass = async (ms: number) => {
    const end = time + ms;
    for (;;) {
      let next: Task | undefined;
      for (const task of tasks) if (task.at <= end && !task.tab?.frozen && (!next || task.at < next.at)) next = task;
      if (!next) break;
      forget(next);
      time = Math.max(time, next.at);
      const { run } = next;
      await act(next.tab, () => void run());
    }
    time = end;
  };

  // The storage: transactions one after another, in the order of their beginning.
  const store = memoryQueue();
  let storage: 'sound' | 'full' | 'gone' = 'sound';
  let line: Transaction[] = [];
  const serve = () => {
    const [next] = line;
    if (!next) return;
    later(undefined, below(3), async () => {
      await next.run();
      if (line[0] === next) line.shift();
      serve();
    });
  };
  const transact = <T>(tab: Tab, work: () => Promise<T>, change?: Change): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const run = async () => {
        const fails = storage === 'gone' || (storage === 'full' && change?.put?.length);
        if (fails) witness.failed(tab, !change);
        if (fails) return void later(tab, 0, () => reject(new DOMException('', 'QuotaExceededError')));
        const result = await work();
        if (change) witness.stored(change);
        later(tab, 0, () => {
          if (change) witness.heard(change);
          resolve(result);
        });
      };
      line.push(change ? { tab, run, change } : { tab, run });
      if (line.length === 1) serve();
    });
  const queueOf = (tab: Tab): Queue => ({
    write: (change) => {
      const copy = JSON.parse(JSON.stringify(change)) as Change;
      return transact(tab, () => store.write(copy) as Promise<void>, copy);
    },
    read: ((...of: Parameters<Queue['read']>) => transact(tab, () => store.read(...of))) as Queue['read'],
    erase: () => store.erase(),
  });

  let spillFull = false;
  const spilled = new Map<string, string>();
  const spill: Spill = {
    put: (stream, change) => {
      if (spillFull) return false;
      spilled.set(stream, JSON.stringify(change));
      witness.spilled(change);
      return true;
    },
    take: (stream) => (spilled.has(stream) ? (JSON.parse(spilled.get(stream)!) as Change) : undefined),
    drop: (stream) => void spilled.delete(stream),
    streams: () => [...spilled.keys()],
  };

  // Web Locks, as far as tabs.ts uses them.
  const held = new Map<string, Lock>();
  const wishes = new Map<string, Wish[]>();
  const grantNext = (name: string) => {
    const wish = wishes.get(name)?.shift();
    if (wish) wish.grant();
  };
  const locksOf = (tab: Tab) => ({
    request: (name: string, ...rest: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const callback = rest.pop() as (lock: unknown) => unknown;
        const { ifAvailable, signal } = (rest[0] ?? {}) as { ifAvailable?: boolean; signal?: AbortSignal };
        const grant = () => {
          const lock = {
            tab,
            free: () => {
              if (held.get(name) !== lock) return;
              held.delete(name);
              grantNext(name);
            },
          };
          held.set(name, lock);
          later(tab, 0, () => {
            const done = Promise.resolve(callback({ name }));
            done.then(resolve, reject).finally(lock.free);
          });
        };
        if (!held.has(name)) return grant();
        if (ifAvailable) return void later(tab, 0, () => void Promise.resolve(callback(null)).then(resolve, reject));
        const wish = { tab, grant };
        wishes.set(name, [...(wishes.get(name) ?? []), wish]);
        signal?.addEventListener('abort', () => {
          wishes.set(
            name,
            wishes.get(name)!.filter((each) => each !== wish),
          );
          reject(new DOMException('', 'AbortError'));
        });
      }),
  });

  // The endpoint.
  let mood: Mood = 'takes';
  /** Copies taken, by id. */
  const taken = new Map<string, number>();
  const refused = new Set<string>();
  const onWire = new Set<{ tab: Tab; cut(): void }>();
  const idsOf = (batch: Batch) => batch.streams.flatMap(({ events }) => events.map(({ id }) => id));
  const isPoison = (id: string) => id.endsWith('f');
  const judge = (ids: string[]): Outcome => {
    const bad = ids.filter(isPoison);
    const take = (good: string[]) => {
      for (const id of good) taken.set(id, (taken.get(id) ?? 0) + 1);
    };
    const refuse = () => {
      for (const id of bad) refused.add(id);
    };
    if (mood === 'busy') return { retryAfterMs: undefined };
    if (mood === 'asks for time') return { retryAfterMs: 1000 * below(20) };
    if (mood === 'finds poison' && bad.length) {
      if (ids.length === 1) refuse();
      return { refused: true, reason: 'HTTP 400' };
    }
    if (mood === 'rejects some') {
      refuse();
      take(ids.filter((id) => !isPoison(id)));
      return { done: true, events: Object.fromEntries(bad.map((id) => [id, { refused: true } satisfies Verdict])) };
    }
    take(ids);
    return { done: true };
  };
  const transportOf =
    (tab: Tab): Transport =>
    (given, how) =>
      new Promise((resolve) => {
        const batch = JSON.parse(JSON.stringify(given)) as Batch;
        witness.asked(tab, batch, how);
        let open = true;
        const answer = (outcome: Outcome) => {
          if (!open) return;
          open = false;
          onWire.delete(request);
          witness.answered(tab, batch, outcome, how);
          resolve(outcome);
        };
        const arrival = later(undefined, below(200), () => {
          const outcome: Outcome = mood === 'unreachable' ? { retryAfterMs: undefined } : judge(idsOf(batch));
          if (mood === 'hangs') return;
          const lost = mood === 'loses answers' || random() < 0.1;
          later(tab, below(200), () => answer(lost ? { retryAfterMs: undefined } : outcome));
        });
        /** A page that goes takes an ordinary request along, if that has not left yet. */
        const cut = () => {
          if (!how.keepalive && random() < 0.5) forget(arrival);
        };
        const request = { tab, cut };
        onWire.add(request);
        how.signal?.addEventListener('abort', () => {
          cut();
          answer({ retryAfterMs: undefined });
        });
      });

  const kill = (tab: Tab) => {
    tab.dead = true;
    tasks = tasks.filter((task) => task.tab !== tab);
    for (const request of onWire) {
      if (request.tab !== tab) continue;
      request.cut();
      onWire.delete(request);
    }
    // Of the transactions under way the first few may still complete.
    const own = line.slice(1).filter((each) => each.tab === tab);
    const aborted = new Set(own.slice(below(own.length + 1)));
    line = line.filter((each) => !aborted.has(each));
    for (const [name, list] of wishes)
      wishes.set(
        name,
        list.filter((wish) => wish.tab !== tab),
      );
    for (const lock of [...held.values()]) if (lock.tab === tab) lock.free();
  };

  /** Takes the place of the browser's globals until the returned undo. */
  const install = () => {
    const before = new Map<string, PropertyDescriptor | undefined>();
    const put = (name: string, value: unknown) => {
      before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    };
    const timer = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
      current ? later(current, ms, () => run(...args)) : real.setTimeout(run, ms, ...args);
    const clear = (task: unknown) => {
      forget(task);
      real.clearTimeout(task as number);
    };
    put('setTimeout', timer);
    put('clearTimeout', clear);
    put('setInterval', (run: () => void, ms: number) => {
      if (!current) return real.setInterval(run, ms);
      const tab = current;
      const handle: Task = { at: time + ms, tab, run: () => {} };
      handle.run = () => {
        handle.at = time + ms;
        tasks.push(handle);
        run();
      };
      tasks.push(handle);
      return handle;
    });
    put('clearInterval', clear);
    put('document', { readyState: 'complete', hidden: false });
    put('window', {
      addEventListener: (_: string, fn: () => void) => current?.online.add(fn),
      removeEventListener: (_: string, fn: () => void) => current?.online.delete(fn),
    });
    put('navigator', {
      get locks() {
        return withLocks && current ? locksOf(current) : undefined;
      },
    });
    return () => {
      for (const [name, descriptor] of before)
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
        else delete (globalThis as Record<string, unknown>)[name];
    };
  };

  return {
    install,
    act,
    pass,
    kill,
    queueOf,
    transportOf,
    spill,
    store,
    taken,
    refused,
    now: () => time,
    mood: (next: Mood) => {
      mood = next;
    },
    storage: (next: typeof storage, full = false) => {
      storage = next;
      spillFull = full;
    },
    /** A write that holds this event has begun, or is through. */
    isBegun: (id: string) => line.some(({ change }) => eventsIn(change).some(({ event }) => event.id === id)),
    spillFull: () => spillFull,
  };
};

export const eventsIn = (change: Change | undefined): Entry[] =>
  (change?.put ?? []).flatMap(([[kind], value]: Put) => (kind === 'event' ? [value as Entry] : []));

export const standingsIn = (change: Change): Standing[] =>
  (change.put ?? []).flatMap(([[kind], value]: Put) => (kind === 'stream' ? [value as Standing] : []));
