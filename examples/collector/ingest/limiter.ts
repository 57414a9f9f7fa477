import { createHash, randomBytes } from 'node:crypto';

export interface Limiter {
  /** Counts one more of `key`. 0: it may; else seconds until it may again. */
  take(key: string): number;
}

const MINUTE_MS = 60_000;
/** Keys held at most. Beyond it the one unseen for longest is forgotten: a flood of made-up keys costs memory no further. */
const MAX_KEYS = 50_000;

interface Bucket {
  /** Requests left at `at`. */
  left: number;
  at: number;
}

/**
 * So many a minute for each key, a minute's worth at once. Keys are kept as hashes under a salt that this process alone
 * knows and never writes down, for a minute after they were last seen.
 */
export const createLimiter = (perMinute: number, now: () => number): Limiter => {
  const salt = randomBytes(16);
  const buckets = new Map<string, Bucket>(); // the longest unseen first
  const hashOf = (key: string) => createHash('sha256').update(salt).update(key).digest('base64');

  const forgetOld = (at: number) => {
    for (const [hash, bucket] of buckets) {
      if (at - bucket.at < MINUTE_MS && buckets.size <= MAX_KEYS) return;
      buckets.delete(hash);
    }
  };
  return {
    take(key) {
      if (perMinute === Number.POSITIVE_INFINITY) return 0;
      const at = now();
      const hash = hashOf(key);
      const { left, at: before } = buckets.get(hash) ?? { left: perMinute, at };
      const full = Math.min(perMinute, left + (Math.max(0, at - before) * perMinute) / MINUTE_MS);
      buckets.delete(hash);
      buckets.set(hash, { left: full >= 1 ? full - 1 : full, at });
      forgetOld(at);
      return full >= 1 ? 0 : Math.ceil(((1 - full) * MINUTE_MS) / perMinute / 1000);
    },
  };
};
