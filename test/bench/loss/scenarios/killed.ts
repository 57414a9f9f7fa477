import type { Scenario } from '../scenario.ts';
import { answerAfter } from '../scene.ts';

const DELAYS_MS = [0, 50, 250, 1000];
const ROUNDS = 3;

const at = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** `median 3.1, p99 8.0, longest 9.2 ms`. */
const spread = (given: number[]): string => {
  const sorted = [...given].sort((a, b) => a - b);
  const [median, p99, most] = [0.5, 0.99, 1].map((share) => at(sorted, share)?.toFixed(1));
  return `median ${median}, p99 ${p99}, longest ${most} ms of ${sorted.length}`;
};

/** The browser is killed: what its database has confirmed must come, after it was started again. */
export const killed: Scenario[] = [
  ...DELAYS_MS.map(
    (ms): Scenario => ({
      name: `browser killed ${ms} ms after events, endpoint down`,
      needs: ['kill'],
      play: async ({ visit, track, kill, endpoint, stored, tracked, notes }) => {
        endpoint.answer(() => ({ status: 503 }));
        for (let round = 0; round < ROUNDS; round++) {
          const tab = await visit();
          await track(tab, 5);
          await track(tab, 1, { name: 'purchase' });
          await track(tab, 4, { name: 'demo_booked' });
          await kill(ms);
        }
        notes.push(`${stored.size} of ${tracked.size} known to be confirmed`);
      },
    }),
  ),
  {
    name: 'browser killed with a request under way whose body was taken',
    needs: ['kill'],
    play: async ({ visit, track, kill, endpoint }) => {
      const tab = await visit();
      endpoint.answer(() => answerAfter(20_000));
      await track(tab, 3);
      await kill(1000);
    },
  },
  {
    name: 'the window before IndexedDB completes, one event at a time',
    play: async ({ visit, track, endpoint, windows, notes }) => {
      endpoint.answer(() => ({ status: 503 }));
      const tab = await visit();
      for (let n = 0; n < 100; n++) await track(tab, 1, { name: 'demo_booked' });
      notes.push(spread(windows));
    },
  },
  {
    name: 'the window before IndexedDB completes, bursts of 100',
    play: async ({ visit, track, endpoint, windows, notes }) => {
      endpoint.answer(() => ({ status: 503 }));
      const tab = await visit();
      for (let n = 0; n < 10; n++) await track(tab, 100, { name: 'demo_booked' });
      notes.push(spread(windows));
    },
  },
];
