import type { Browser } from 'playwright-core';
import { type Arrived, eventsOf } from '../../../browser/endpoint.ts';
import { beLater, eventsKept } from '../../../browser/harness.ts';
import { createShopServer } from '../shopServer.ts';
import { createStage, type Stage, until } from '../stage.ts';
import type { Tab } from '../tab.ts';
import { longestTask, traced } from '../trace.ts';

type Page = {
  record(name: string, fields: unknown): void /** How long the shop's own requests took, ms. */;
  asked: number[] /** Epoch ms of its own event. */;
  told: number;
};

/** Longer than any endpoint is given its rest. */
const LATER_MS = 2 * 60 * 60 * 1000;

/** So many wait in one dead page load, at most. */
const EACH_PAGE = 1000;

/** Pages of a shop whose endpoint is down tell `count` events in all, and end. */
const leaveBehind = async ({ endpoint }: Stage, tab: Tab, count: number) => {
  endpoint.answer(() => ({ status: 503 }));
  for (let left = count, kept = 0; left > 0; left -= EACH_PAGE) {
    await tab.go('/funnelwire');
    const now = Math.min(left, EACH_PAGE);
    await tab.evaluate(async (many) => {
      // The landing and what the page itself shows count too.
      const { waiting } = (window as unknown as { funnelwire(method: string): { waiting: number } }).funnelwire(
        'status',
      );
      for (let n = waiting; n < many; n++) {
        (window as unknown as Page).record('view_item', { value: 19.9, currency: 'EUR', n });
        if (n % 50 === 0) await new Promise((done) => setTimeout(done));
      }
    }, now);
    kept += now;
    await until(`${kept} stored`, async () => (await eventsKept(tab)) >= kept);
  }
  await tab.go('/lobby');
  endpoint.answer(() => ({ status: 204 }));
};

/** The page's own part: asks its server again and again from `load` on, and tells an event of its own in between. */
const ownWork = (server: string) => `<img alt="" src="${server}/slow">
<script>
  asked = [];
  addEventListener('load', async () => {
    for (let n = 0; n < 25; n++) {
      const begun = performance.now();
      await (await fetch('${server}/stock?' + n)).text();
      asked.push(performance.now() - begun);
      if (n === 5) {
        told = performance.timeOrigin + performance.now();
        record('begin_checkout', { own: true });
      }
      await new Promise((done) => setTimeout(done, 20));
    }
  });
</script>`;

/**
 * What `count` events of earlier pages cost a new one. `slowNet`: 1.6 Mbit/s down, 750 kbit/s up, 150 ms of latency, where
 * requests stand in each other's way.
 */
export const measureBacklog = async (
  browser: Browser,
  { subject, count, slowdown = 1, slowNet = false }: BacklogCase,
) => {
  const shop = await createShopServer();
  const stage = await createStage(browser, ownWork(shop.url));
  const { endpoint } = stage;
  try {
    const tab = await stage.open(1);
    if (count) await leaveBehind(stage, tab, count);
    await tab.prepare(beLater, LATER_MS);
    await tab.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    if (slowNet) {
      await tab.send('Network.enable');
      await tab.send('Network.emulateNetworkConditions', {
        ...{ offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 },
      });
    }
    const before = endpoint.arrived.length;
    let inFlight = 0;
    let mostInFlight = 0;
    const answered = new Map<Arrived, number>();
    endpoint.answer(async (one) => {
      mostInFlight = Math.max(mostInFlight, ++inFlight);
      await new Promise((done) => setTimeout(done, 5));
      inFlight--;
      answered.set(one, Date.now());
      return {};
    });
    const own = () => endpoint.arrived.find((one) => eventsOf(one).some(({ props }) => props?.own));
    const slices = await traced(tab, async () => {
      await tab.go(`/${subject}/busy`);
      const asked = () => tab.evaluate(() => (window as unknown as Page).asked.length);
      await until('the shop has asked', async () => (await asked()) >= 25, 120_000);
      if (subject === 'nothing') return;
      await until('own event', () => !!own());
      if (!slowNet) await until('drained', async () => (await eventsKept(tab)) === 0, 120_000);
    });
    const loaded = Math.max(...slices.filter(({ type }) => type === 'load').map(({ start }) => start));
    const { asked, told, load } = await tab.evaluate(() => {
      const { loadEventStart } = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
      const { asked, told } = window as unknown as Page;
      return { asked, told, load: performance.timeOrigin + loadEventStart };
    });
    const streamOf = (one: ReturnType<typeof own>) => one && eventsOf(one).map(({ stream }) => stream);
    const mine = own() && eventsOf(own()!).find(({ props }) => props?.own)?.stream;
    const all = endpoint.arrived.slice(before);
    const backlog = all.filter((one) => streamOf(one)?.some((stream) => stream !== mine));
    // The page's own requests come in between.
    const gaps = backlog.slice(1).map(({ at }, n) => at - answered.get(backlog[n]!)!);
    return {
      ownDelayMs: own() ? own()!.at - told : Number.NaN,
      longestTaskMs: longestTask(slices),
      longestAfterLoadMs: longestTask(slices.filter(({ start }) => start > loaded)),
      requests: backlog.length,
      mostInFlight,
      beforeLoad: backlog.filter(({ at }) => at < load).length,
      shortestPauseMs: Math.min(...gaps),
      asked,
      faults: endpoint.faults,
    };
  } finally {
    await stage.close();
    await shop.close();
  }
};

export interface BacklogCase {
  subject: 'nothing' | 'funnelwire';
  count: number;
  slowdown?: number;
  slowNet?: boolean;
}
