// @vitest-environment node
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureBacklog } from './measures/backlog.ts';
import { measureEvents } from './measures/events.ts';
import { countBurden } from './measures/press.ts';
import { createStage, launch, type Stage, until } from './stage.ts';

/** Counts and loose ratios; times are printed by `npm run bench:speed`. On a busy machine a page takes its time. */
const patient = { timeout: 180_000 };

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await launch();
  stage = await createStage(browser);
});
afterAll(async () => {
  await stage?.close();
  await browser?.close();
});

test('a burst of 100 events is one transaction', patient, async () => {
  const tab = await stage.open(1);
  await tab.prepare(() => {
    const counted = window as unknown as { writes: Map<IDBTransaction, number> };
    counted.writes = new Map();
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, key) {
      if (value.event?.name === 'view_item')
        counted.writes.set(this.transaction, (counted.writes.get(this.transaction) ?? 0) + 1);
      return put.call(this, value, key);
    };
  });
  await tab.go('/funnelwire');
  await tab.evaluate(() => {
    const { record } = window as unknown as { record(name: string, fields: unknown): void };
    for (let n = 0; n < 100; n++) record('view_item', { n });
  });
  const writes = () => tab.evaluate(() => [...(window as unknown as { writes: Map<unknown, number> }).writes.values()]);
  await until('written', async () => (await writes()).length > 0);
  await until('delivered', () => stage.endpoint.events('view_item').length === 100);
  expect(await writes()).toEqual([100]);
  await tab.close();
});

test(
  'events leave in few requests, and cost no more than a few times what a bare durable queue costs',
  patient,
  async () => {
    const floor = await measureEvents(stage, 'durable', 1, 100);
    const ours = await measureEvents(stage, 'funnelwire', 1, 100);
    // By twenty, every five seconds, and what was left of the start and the end.
    expect(ours.requests).toBeLessThan(8 + ours.wallMs / 5000);
    expect(ours.cpuMs).toBeLessThan(5 * floor.cpuMs);
  },
);

test('events of earlier pages leave in few requests, one at a time, with pauses, after load', patient, async () => {
  const { requests, mostInFlight, beforeLoad, shortestPauseMs, faults } = await measureBacklog(browser, {
    subject: 'funnelwire',
    count: 1200,
  });
  expect(faults).toEqual([]);
  expect(requests).toBeGreaterThan(2);
  expect(requests).toBeLessThan(6);
  expect({ mostInFlight, beforeLoad }).toEqual({ mostInFlight: 1, beforeLoad: 0 });
  expect(shortestPauseMs).toBeGreaterThan(200); // timers of the page and of this process may be a little apart
});

test('no layout is forced, and nothing watches the page once an act is done', patient, async () => {
  const { forcedLayouts, mostObservers, observers } = await countBurden(stage, 'funnelwire');
  expect({ forcedLayouts, observers }).toEqual({ forcedLayouts: 0, observers: 0 });
  expect(mostObservers).toBeGreaterThan(0); // while it was under way
});

test('a layout that a script forces is seen', patient, async () => {
  const { forcedLayouts } = await countBurden(stage, 'nothing', /\/nothing\/shop$/);
  expect(forcedLayouts).toBeGreaterThan(0);
});
