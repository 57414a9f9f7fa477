import { until } from '../browsers/browser.ts';
import type { Scenario } from '../scenario.ts';

const HOUR_MS = 60 * 60 * 1000;
const PATIENCE_MS = 40_000;

/** Hours pass, or the clock says so. */
export const time: Scenario[] = [
  {
    name: 'offline for nine hours, over one page',
    needs: ['offline'],
    play: async ({ visit, track, isWhole, endpoint }) => {
      const tab = await visit();
      await until(() => endpoint.arrived.length, PATIENCE_MS);
      await tab.offline(true);
      for (let hour = 0; hour < 9; hour++) {
        await track(tab, 10, { name: hour % 2 ? 'demo_booked' : 'add_to_cart' });
        await tab.run(`jump(${HOUR_MS})`);
      }
      await tab.offline(false);
      await until(isWhole, PATIENCE_MS);
    },
  },
  {
    name: 'endpoint away for two days, over six pages',
    play: async ({ visit, track, later, endpoint }) => {
      await endpoint.down();
      for (let n = 0; n < 6; n++) {
        const tab = await visit();
        await track(tab, 10);
        await tab.close();
        later(8 * HOUR_MS);
      }
    },
  },
  ...[3 * HOUR_MS, -3 * HOUR_MS, -48 * HOUR_MS].map(
    (ms): Scenario => ({
      name: `the clock jumps by ${ms / HOUR_MS} h while the endpoint is down`,
      play: async ({ visit, track, later, endpoint }) => {
        endpoint.answer(() => ({ status: 503 }));
        const tab = await visit();
        await track(tab, 5);
        await tab.run(`jump(${ms}); dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
        await track(tab, 5);
        later(ms);
        await tab.close();
      },
    }),
  ),
];
