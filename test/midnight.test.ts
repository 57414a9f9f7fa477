import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFunnel } from '../src/funnel.ts';
import { endsAtMidnight } from '../src/midnight.ts';
import type { Batch } from '../src/transport/transport.ts';

const MINUTE_MS = 60_000;
const LATE = new Date(2026, 10, 24, 23, 50).getTime();

let sent: Batch[];
let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers({ now: LATE });
  sent = [];
  localStorage.clear();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** A page, and what session it says it is in. */
const open = (ends: boolean) => {
  const options = {
    transport: async (batch: Batch) => {
      sent.push(batch);
      return { done: true as const };
    },
    consent: 'granted' as const,
    now: Date.now,
  };
  const funnel = createFunnel(ends ? endsAtMidnight(options) : options);
  stop = funnel.stop;
  return async () => {
    funnel.track('sign_up');
    const { session } = (await funnel.exportData()) as { session: { id: string } };
    dispatchEvent(new Event('pagehide')); // what is known only here is written down
    return session.id;
  };
};

test.each([true, false])('a page of the next day begins a session: %s', async (ends) => {
  const evening = await open(ends)();
  stop();
  vi.setSystemTime(LATE + 5 * MINUTE_MS);
  expect(await open(ends)()).toBe(evening);
  stop();
  vi.setSystemTime(LATE + 20 * MINUTE_MS);
  expect((await open(ends)()) !== evening).toBe(ends);
});

test.each([true, false])('a page left open over midnight goes on in a session of its own: %s', async (ends) => {
  const session = open(ends);
  const evening = await session();
  await vi.advanceTimersByTimeAsync(15 * MINUTE_MS);
  await session();
  expect((await session()) !== evening).toBe(ends);
});
