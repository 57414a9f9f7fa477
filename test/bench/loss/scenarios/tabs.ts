import { until } from '../browsers/browser.ts';
import type { Scenario } from '../scenario.ts';
import { answerAfter } from '../scene.ts';

const PATIENCE_MS = 40_000;

/** Several tabs, of which some are gone or asleep. */
export const tabs: Scenario[] = [
  {
    name: 'five tabs with the endpoint down, all but one closed',
    play: async ({ visit, track, endpoint, heal, isWhole }) => {
      endpoint.answer(() => ({ status: 503 }));
      const all = [];
      for (let n = 0; n < 5; n++) {
        const tab = await visit();
        await track(tab, 4);
        all.push(tab);
      }
      for (const tab of all.slice(1)) await tab.close();
      await heal();
      await until(isWhole, 90_000);
    },
  },
  {
    name: 'a tab closed while its request is held, another lives',
    play: async ({ visit, track, endpoint, heal, isWhole }) => {
      const other = await visit();
      await track(other, 2);
      await until(isWhole, PATIENCE_MS);
      const tab = await visit();
      endpoint.answer(() => answerAfter(15_000));
      await track(tab, 3);
      await until(() => endpoint.arrived.length > 1, PATIENCE_MS);
      await tab.close();
      await heal();
      await until(isWhole, PATIENCE_MS);
    },
  },
  {
    name: 'a tab frozen with events waiting, taken over, thawed',
    needs: ['freeze'],
    play: async ({ visit, track, endpoint, heal, isWhole }) => {
      endpoint.answer(() => ({ status: 503 }));
      const sleeper = await visit();
      await track(sleeper, 5);
      await track(sleeper, 5, { name: 'demo_booked' });
      await until(() => sleeper.run(`funnelwire('status').rest_ms > 0`), PATIENCE_MS);
      const other = await visit('/lobby');
      await sleeper.freeze(true);
      await heal();
      await other.go(`${await other.run<string>('location.origin')}/next`);
      await track(other, 3);
      await until(isWhole, 60_000);
      await sleeper.freeze(false);
      await track(sleeper, 3);
      await until(isWhole, PATIENCE_MS);
    },
  },
  {
    name: 'a tab frozen in the background and never woken',
    needs: ['freeze'],
    play: async ({ visit, track, endpoint }) => {
      endpoint.answer(() => ({ status: 503 }));
      const sleeper = await visit();
      await track(sleeper, 5);
      await visit('/lobby');
      await sleeper.freeze(true);
    },
  },
];
