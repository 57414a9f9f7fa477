import { brief } from '../brief.ts';

/** At most two snapshots a second, however fast events come ... */
const MIN_PAUSE_MS = 500;
/** ... and at most a third of the time, however long they take: storing comes first. */
const PAUSE_RATIO = 2;
/** Keeps proxies from closing a silent stream, and lets time pass on a page that looks back over the last hour. */
const HEARTBEAT_MS = 15_000;

export type Send = (snapshot: string) => Promise<unknown>;

export interface Live {
  /** Sends a snapshot now and after every change. Streams with the same key share the work. Returns the undo. */
  join(key: string, make: () => Promise<unknown>, send: Send): () => void;
  changed(): void;
  /** Resolves when the server closes: streams end themselves then. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** A slow reader gets fewer snapshots, not a longer queue: only the newest waits for it. */
const newestOnly = (send: Send) => {
  let next: string | undefined;
  let isBusy = false;
  return async (snapshot: string) => {
    next = snapshot;
    if (isBusy) return;
    isBusy = true;
    while (next !== undefined) {
      const newest = next;
      next = undefined;
      await send(newest);
    }
    isBusy = false;
  };
};

export const createLive = (): Live => {
  const rooms = new Map<string, { make: () => Promise<unknown>; listeners: Set<(snapshot: string) => void> }>();
  let timer: NodeJS.Timeout | undefined;
  let pushing: Promise<void> | undefined;
  let nextAt = 0;
  let isStale = false;
  let isAwaited = false;
  let isClosed = false;
  let tellClosed = () => {};
  const closed = new Promise<void>((resolve) => {
    tellClosed = resolve;
  });

  const push = async () => {
    isStale = false;
    isAwaited = false;
    const startedAt = Date.now();
    for (const { make, listeners } of rooms.values()) {
      try {
        const snapshot = JSON.stringify(await make());
        for (const tell of listeners) tell(snapshot);
      } catch (error) {
        console.error(`No snapshot: ${brief(error)}`);
      }
    }
    pushing = undefined;
    nextAt = isAwaited ? 0 : Date.now() + Math.max(MIN_PAUSE_MS, PAUSE_RATIO * (Date.now() - startedAt));
    if (isStale) schedule();
  };
  const schedule = () => {
    isStale = true;
    if (isClosed || rooms.size === 0 || pushing || timer) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        pushing = push();
      },
      Math.max(0, nextAt - Date.now()),
    );
  };
  /** Who has just come, or chosen something else, waits for no pause. */
  const hurry = () => {
    clearTimeout(timer);
    timer = undefined;
    isAwaited = true;
    nextAt = 0;
    schedule();
  };
  const heartbeat = setInterval(schedule, HEARTBEAT_MS);

  return {
    join(key, make, send) {
      const room = rooms.get(key) ?? { make, listeners: new Set() };
      const tell = newestOnly(send);
      rooms.set(key, room);
      room.listeners.add(tell);
      hurry();
      return () => {
        room.listeners.delete(tell);
        if (room.listeners.size === 0) rooms.delete(key);
      };
    },
    changed: schedule,
    closed,
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      clearInterval(heartbeat);
      tellClosed();
      await pushing;
    },
  };
};
