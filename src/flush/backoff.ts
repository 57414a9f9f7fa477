import type { Random } from '../event/ids.ts';

const FIRST_DELAY_MS = 1000;
/** While an endpoint stays down it is asked about once a minute. */
export const MAX_DELAY_MS = 60 * 1000;

/**
 * Wait before retry number `attempt` (0 is the first), in ms: anything up to a ceiling that doubles from
 * `FIRST_DELAY_MS` to `MAX_DELAY_MS`, so that shops cut off together do not come back together.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ ("full jitter")
 */
export const backoffMs = (attempt: number, random: Random): number =>
  Math.min(FIRST_DELAY_MS * 2 ** attempt, MAX_DELAY_MS) * random();
