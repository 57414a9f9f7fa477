/** Who of several tabs sends what. */
export interface Tabs {
  /** Holds this page's stream while the page can run: no other tab touches it. Resolves once held. */
  hold(): Promise<unknown>;
  /** Lets go: the page is leaving or frozen, another tab may take over. */
  release(): void;
  /** Runs `work` with those of `streams` that no living tab holds, and keeps them for the time. One tab at a time. */
  take(streams: string[], work: (orphans: string[]) => Promise<unknown>): Promise<unknown>;
}

/** Streams are UUIDv7: their first 48 bits, up to the second hyphen, are epoch ms. */
const startedAt = (stream: string): number => parseInt(stream.replace('-', ''), 16);

const ORPHAN_AFTER_MS = 60 * 1000;

/**
 * By Web Locks, which die with their page (https://w3c.github.io/web-locks/): a stream without a holder has no page any
 * more. A held lock would keep a page out of the back/forward cache, so it is released on leaving; Firefox 153 decides
 * before `pagehide`, and loads such a page again. Where there are none, a stream counts as orphaned a minute after it
 * began; a copy too many is recognised by its id.
 */
export const createTabs = (database: string, stream: string, now: () => number): Tabs => {
  const locks = navigator.locks as LockManager | undefined;
  const nameOf = (of: string) => `${database}:${of}`;
  let release: (() => void) | undefined;
  let asking: AbortController;
  return {
    hold: () =>
      new Promise((held) => {
        asking = new AbortController();
        const keep = () => {
          held(0);
          return new Promise<void>((done) => {
            release = done;
          });
        };
        // Rejects when let go before it was granted, and in sandboxed frames, where nobody else could hold it either.
        locks ? locks.request(nameOf(stream), { signal: asking.signal }, keep).catch(held) : held(0);
      }),
    release: () => {
      asking?.abort();
      release?.();
    },
    take: async (streams, work) => {
      if (!locks) return work(streams.filter((name) => now() - startedAt(name) > ORPHAN_AFTER_MS));
      const free: string[] = [];
      const take = ([name, ...rest]: string[]): Promise<unknown> =>
        name
          ? locks.request(nameOf(name), { ifAvailable: true }, (lock) => {
              if (lock) free.push(name);
              return take(rest);
            })
          : work(free);
      return locks.request(nameOf('sender'), { ifAvailable: true }, (lock) => lock && take(streams));
    },
  };
};
