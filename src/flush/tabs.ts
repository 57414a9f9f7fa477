/** Who of several tabs sends what. */
export interface Tabs {
  /** Holds this page's stream while the page can run: no other tab touches it. Resolves once held. */
  hold(): Promise<void>;
  /** Lets go: the page is leaving or frozen, another tab may take over. */
  release(): void;
  /** Runs `work` with those of `streams` that no living tab holds, and keeps them for the time. One tab at a time. */
  withOrphans(streams: string[], work: (orphans: string[]) => Promise<void>): Promise<void>;
}

/** One run takes over no more than this many dead page loads; the next takes the rest. */
const MAX_ORPHANS = 50;

/**
 * By Web Locks, which die with their page (https://w3c.github.io/web-locks/): a stream without a holder has no page any
 * more. A held lock would keep a page out of the back/forward cache, so it is released on leaving.
 */
export const lockedTabs = (database: string, stream: string, locks: LockManager): Tabs => {
  const nameOf = (of: string) => `${database}:${of}`;
  let release: (() => void) | undefined;
  let waiting: AbortController | undefined;
  const withFree = (streams: string[], work: (free: string[]) => Promise<void>): Promise<void> => {
    const free: string[] = [];
    const next = (at: number): Promise<void> =>
      at === streams.length
        ? work(free)
        : locks.request(nameOf(streams[at]!), { ifAvailable: true }, (lock) => {
            if (lock) free.push(streams[at]!);
            return next(at + 1);
          });
    return next(0);
  };
  return {
    hold: () =>
      new Promise((held) => {
        waiting = new AbortController();
        const keep = () => {
          held();
          return new Promise<void>((done) => {
            release = done;
          });
        };
        // AbortError when let go before it was granted; SecurityError in sandboxed frames, where nobody else can hold it.
        locks.request(nameOf(stream), { signal: waiting.signal }, keep).catch(() => held());
      }),
    release: () => {
      waiting?.abort();
      release?.();
      release = undefined;
    },
    withOrphans: async (streams, work) => {
      try {
        await locks.request(nameOf('sender'), { ifAvailable: true }, (lock) =>
          lock ? withFree(streams.slice(0, MAX_ORPHANS), work) : undefined,
        );
      } catch {
        // as above
      }
    },
  };
};

/** Streams are UUIDv7: their first 48 bits are epoch ms. */
const startedAt = (stream: string): number => parseInt(stream.slice(0, 8) + stream.slice(9, 13), 16);

const ORPHAN_AFTER_MS = 60 * 1000;

/** Without Web Locks a stream counts as orphaned a minute after it began; a copy too many is de-duplicated by id. */
export const unlockedTabs = (now: () => number): Tabs => ({
  hold: async () => {},
  release: () => {},
  withOrphans: (streams, work) => work(streams.filter((stream) => now() - startedAt(stream) > ORPHAN_AFTER_MS)),
});
