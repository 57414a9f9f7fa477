// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Collector, createCollector } from '../../examples/collector/collector.ts';
import { createLive } from '../../examples/collector/page/live.ts';
import type { Report } from '../../examples/collector/report/report.ts';
import { anEvent, holding, NOON, post } from './envelope.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let collector: Collector;
beforeEach(async () => {
  collector = await createCollector({ database: ':memory:', now: () => NOON });
});
afterEach(() => collector.close());

/** The snapshots of a live stream, as they come. */
async function* snapshots(url: string) {
  const { body } = await fetch(`${url}/live?range=all`);
  let text = '';
  for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const messages = text.split('\n\n');
    text = messages.pop()!;
    for (const message of messages) yield JSON.parse(message.slice('data: '.length)) as Report;
  }
}

test('whoever looks gets the funnel at once, and anew when a shopper comes', async () => {
  const stream = snapshots(collector.url);
  expect((await stream.next()).value).toMatchObject({ empty: true, totals: { visitors: 0 } });
  await post(collector.url, holding(anEvent()));
  expect((await stream.next()).value).toMatchObject({ empty: false, totals: { visitors: 1 } });
  await stream.return(undefined);
});

test('a rush of shoppers comes in few snapshots, and the last one holds them all', async () => {
  const stream = snapshots(collector.url);
  await stream.next();
  const startedAt = performance.now();
  const rush = Promise.all(Array.from({ length: 100 }, () => post(collector.url, holding(anEvent('purchase')))));
  let seen = 0;
  for (let orders = 0; orders < 100; seen++) orders = (await stream.next()).value!.totals.orders;
  expect(seen).toBeLessThanOrEqual(2 + (performance.now() - startedAt) / 500);
  await rush;
  await stream.return(undefined);
});

test('who comes waits for no pause, however long the last snapshot took', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'Date'] });
  const live = createLive();
  const sent: string[] = [];
  const send = async (snapshot: string) => sent.push(snapshot);
  const slow = async () => {
    vi.setSystemTime(Date.now() + 60_000);
    return 'slow';
  };
  live.join('slow', slow, send);
  await vi.advanceTimersByTimeAsync(0);
  live.changed();
  live.join('next', async () => 'next', send);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual(['"slow"', '"slow"', '"next"']);
  await live.close();
  vi.useRealTimers();
});

test('a closing collector ends the streams of those who look', async () => {
  const own = await createCollector({ database: ':memory:' });
  const stream = snapshots(own.url);
  await stream.next();
  await own.close();
  expect((await stream.next()).done).toBe(true);
});
