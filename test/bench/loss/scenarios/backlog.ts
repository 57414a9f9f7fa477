import { until } from '../browsers/browser.ts';
import type { Scenario } from '../scenario.ts';

/** Much that waits. */
export const backlog: Scenario[] = [
  {
    name: '5,000 events over three page loads while the endpoint is down',
    play: async ({ visit, track, endpoint, origin, later }) => {
      endpoint.answer(() => ({ status: 503 }));
      const tab = await visit();
      for (const count of [1667, 1667, 1666]) {
        for (let left = count; left > 0; left -= 100) await track(tab, Math.min(left, 100), { name: 'demo_booked' });
        await until(async () => (await tab.run<number>(`funnelwire('status').waiting`)) >= count, 30_000);
        later(60_000);
        await tab.go(`${origin}/next`);
      }
    },
  },
];
