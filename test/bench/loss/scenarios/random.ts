import type { Script } from '../../../browser/endpoint.ts';
import { createRandom } from '../../ledger/world.ts';
import type { Browser, Tab } from '../browsers/browser.ts';
import type { Scenario } from '../scenario.ts';
import { answerAfter } from '../scene.ts';

const MINUTE_MS = 60_000;
const ACTS = 25;

const MOODS: Record<string, Script> = {
  takes: () => ({}),
  busy: () => ({ status: 503 }),
  'asks for time': () => ({ status: 429, headers: { 'Retry-After': '1' } }),
  'cuts before': () => ({ drop: true }),
  'cuts after': () => ({ drop: true, kept: true }),
  'takes long': () => answerAfter(3000),
};

/** Combinations of all that may go wrong, drawn from `seed`; each act is told, so that a failing one can be read. */
export const random = (seed: number, cannot: Browser['cannot']): Scenario => ({
  name: `drawn at random, seed ${seed}`,
  // One more for each answer that was lost, and for each page that died or slept before it read one.
  copies: Infinity,
  play: async ({ visit, track, trackAndGo, endpoint, later, kill, notes }) => {
    const chance = createRandom(seed);
    const below = (limit: number) => Math.floor(chance() * limit);
    const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!;
    let tabs: Tab[] = [];
    const some = async () => {
      if (!tabs.length) tabs.push(await visit());
      return oneOf(tabs);
    };
    const leave = (tab: Tab) => {
      tabs = tabs.filter((each) => each !== tab);
      return tab;
    };
    const name = () => oneOf(['add_to_cart', 'demo_booked', 'demo_booked', 'purchase', 'view_cart']);
    const acts: Record<string, () => Promise<unknown>> = {
      open: async () => tabs.length < 4 && tabs.push(await visit()),
      track: async () => track(await some(), 1 + below(5), { name: name() }),
      burst: async () => track(await some(), 60, { name: 'demo_booked' }),
      'track and leave': async () => trackAndGo(await some(), '/next', 1 + below(3), name()),
      'track and close': async () => {
        const tab = leave(await some());
        await track(tab, 1 + below(3), { name: name() });
        await tab.close();
      },
      mood: async () => {
        const mood = oneOf(Object.keys(MOODS));
        endpoint.answer(MOODS[mood]!);
        done.push(mood);
      },
      down: () => endpoint.down(),
      up: () => endpoint.up(),
      jump: async () => {
        const ms = oneOf([5 * MINUTE_MS, 120 * MINUTE_MS, -30 * MINUTE_MS]);
        await (await some()).run(`jump(${ms})`);
        later(ms);
      },
      rest: () => new Promise((then) => setTimeout(then, below(1500))),
      ...(!cannot.kill && {
        kill: async () => {
          tabs = [];
          await kill(below(300));
        },
      }),
      ...(!cannot.freeze && {
        freeze: async () => {
          const tab = await some();
          await tab.freeze(true);
          await new Promise((then) => setTimeout(then, below(2000)));
          await tab.freeze(false);
        },
      }),
    };
    const done: string[] = [];
    for (let n = 0; n < ACTS; n++) {
      const act = oneOf(Object.keys(acts));
      done.push(act);
      await acts[act]!();
    }
    notes.push(done.join(', '));
    await endpoint.up();
  },
});
