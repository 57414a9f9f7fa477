// @vitest-environment node
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Collector, createCollector } from '../../examples/collector/collector.ts';
import type { Report } from '../../examples/collector/report/report.ts';
import type { WireEvent } from '../../examples/collector/store/columns.ts';
import type { StreamBatch } from '../../src/transport/transport.ts';
import { anEnvelope, anEvent, aStream, NOON, post } from './envelope.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const MINUTE_MS = 60_000;
const START = NOON - 30 * MINUTE_MS;

const cameFrom = (source: string, medium: string) => {
  const touch = { source, medium, time: START };
  return { first: touch, last: touch };
};
const at = (seconds: number, name: string, fields: Partial<WireEvent> = {}) =>
  anEvent(name, { time: START + seconds * 1000, ...fields });
const of = (who: Partial<StreamBatch>, from: WireEvent['source'], ...events: WireEvent[]) =>
  aStream(
    events.map((event) => ({ ...event, source: from })),
    { visitor: undefined, session: undefined, ...who },
  );

const ads = cameFrom('google', 'cpc');
const letter = cameFrom('newsletter', 'email');

const shoppers = [
  of(
    { visitor: 'anna' },
    ads,
    at(0, 'landing'),
    at(10, 'view_item'),
    at(40, 'add_to_cart'),
    at(60, 'begin_checkout'),
    at(100, 'purchase', { currency: 'EUR', value: 50 }),
    at(200, 'purchase', { currency: 'EUR', value: 0.1 }),
    at(300, 'purchase', { currency: 'EUR', value: 0.2 }),
    at(400, 'refund', { currency: 'EUR', value: 10 }),
  ),
  of({ visitor: 'berta' }, letter, at(0, 'landing'), at(20, 'view_item'), at(80, 'add_to_cart')),
  // Adds from a list before looking at any product: taken out of order, the step does not count.
  of({ visitor: 'carl' }, letter, at(0, 'landing'), at(5, 'add_to_cart'), at(30, 'view_item')),
  // Dora's session and Emil's page load stand for people who gave no consent to more. Dora comes in two page loads.
  of({ session: 'dora' }, ads, at(0, 'landing'), at(15, 'generate_lead')),
  of({ session: 'dora' }, ads, at(30, 'view_item')),
  of({}, ads, at(0, 'landing')),
  // Fritz's landing is too old for every range but the longest.
  of({ visitor: 'fritz' }, undefined, at(-10 * 24 * 3600, 'landing')),
  of({ visitor: 'fritz' }, undefined, at(50, 'purchase', { currency: 'USD', value: 70 }), at(60, 'sign_up')),
  of({ visitor: 'staff' }, ads, at(0, 'landing', { internal: true })),
];

let collector: Collector;
let report: (query: string) => Promise<Report>;
beforeAll(async () => {
  collector = await createCollector({ database: ':memory:', now: () => NOON });
  const answer = await post(collector.url, anEnvelope(shoppers));
  expect(answer.status).toBe(204);
  report = async (query) => (await fetch(`${collector.url}/api/funnel?${query}`)).json() as Promise<Report>;
});
afterAll(() => collector.close());

describe('the funnel', () => {
  test('counts people who took each step after all steps before it', async () => {
    const { funnel } = await report('range=hour');
    expect(funnel).toEqual([
      { name: 'landing', people: 5, ofFirst: 1, ofPrevious: null, medianMs: null },
      { name: 'view_item', people: 4, ofFirst: 0.8, ofPrevious: 0.8, medianMs: 25_000 },
      { name: 'add_to_cart', people: 2, ofFirst: 0.4, ofPrevious: 0.5, medianMs: 45_000 },
      { name: 'begin_checkout', people: 1, ofFirst: 0.2, ofPrevious: 0.5, medianMs: 20_000 },
      { name: 'purchase', people: 1, ofFirst: 0.2, ofPrevious: 1, medianMs: 40_000 },
    ]);
  });

  test('of a source counts the people who came from it', async () => {
    const { funnel } = await report('range=hour&source=newsletter&medium=email');
    expect(funnel.map(({ people }) => people)).toEqual([2, 2, 1, 0, 0]);
  });

  test('of the whole time counts those who began long ago', async () => {
    const people = async (range: string) => (await report(`range=${range}`)).funnel[0]!.people;
    expect([await people('day'), await people('week'), await people('all')]).toEqual([5, 5, 6]);
  });

  test('has the steps that are asked for', async () => {
    const { funnel } = await report('range=hour&steps=landing,generate_lead');
    expect(funnel.map(({ name, people }) => [name, people])).toEqual([
      ['landing', 5],
      ['generate_lead', 1],
    ]);
  });

  test('without people has no shares, rather than zeros', async () => {
    const { funnel } = await report('range=hour&source=nowhere');
    expect(funnel[1]).toEqual({ name: 'view_item', people: 0, ofFirst: null, ofPrevious: null, medianMs: null });
  });
});

test('totals count people, orders and leads, the shop’s own staff apart', async () => {
  expect((await report('range=hour')).totals).toEqual({ visitors: 6, buyers: 2, orders: 4, leads: 1, signUps: 1 });
});

test('revenue is told per currency and never added across', async () => {
  const { revenue } = await report('range=hour');
  expect(revenue.map(({ trend: _, ...sum }) => sum)).toEqual([
    { currency: 'EUR', orders: 3, value: 50.3, average: 16.7667, refunded: 10 },
    { currency: 'USD', orders: 1, value: 70, average: 70, refunded: 0 },
  ]);
});

test('the trend tells what was sold minute by minute', async () => {
  const { revenue, bucketMs } = await report('range=hour');
  expect(bucketMs).toBe(MINUTE_MS);
  expect(revenue[0]!.trend).toEqual([
    { at: START + MINUTE_MS, value: 50, orders: 1 },
    { at: START + 3 * MINUTE_MS, value: 0.1, orders: 1 },
    { at: START + 5 * MINUTE_MS, value: 0.2, orders: 1 },
  ]);
});

test('sources tell whom they brought and what those bought', async () => {
  const { sources } = await report('range=hour');
  expect(sources).toEqual([
    {
      ...{ source: 'google', medium: 'cpc', visitors: 3, buyers: 1, orders: 3 },
      revenue: [{ currency: 'EUR', value: 50.3 }],
    },
    { source: 'newsletter', medium: 'email', visitors: 2, buyers: 0, orders: 0, revenue: [] },
    {
      ...{ source: '(unknown)', medium: '(unknown)', visitors: 1, buyers: 1, orders: 1 },
      revenue: [{ currency: 'USD', value: 70 }],
    },
  ]);
});

test('sources stay complete while one of them is looked at', async () => {
  expect((await report('range=hour&source=google&medium=cpc')).sources).toHaveLength(3);
});

test('the latest events come with what decided them', async () => {
  const { latest } = await report('range=hour');
  expect(latest[0]).toMatchObject({ name: 'refund', value: 10, currency: 'EUR', path: '/', evidence: ['page'] });
  expect(latest).toHaveLength(20);
});

test('the intake tells repeats, rejections, and what senders made that is not here', async () => {
  const own = await createCollector({ database: ':memory:', now: () => NOON });
  const ledger = { created: 10, acknowledged: 1, waiting: 2, in_doubt: 2, dropped: { overflow: 3 } };
  const stream = aStream([anEvent(), anEvent(), { ...anEvent(), seq: -1 }], { ledger });
  await post(own.url, anEnvelope([stream]));
  await post(own.url, anEnvelope([{ ...stream, events: stream.events.slice(0, 1) }]));
  const { intake } = (await (await fetch(`${own.url}/api/funnel`)).json()) as Report;
  expect(intake).toEqual({
    ...{ received: 3, duplicates: 1, rejected: 1 },
    ledger: { created: 10, arrived: 2, dropped: 3, missing: 5 },
  });
  await own.close();
});

test.each(['range=year', 'steps=landing,no spaces', `steps=${'a,'.repeat(11)}a`, 'range=constructor'])(
  'a report on %s is answered with 400',
  async (query) => {
    expect((await fetch(`${collector.url}/api/funnel?${query}`)).status).toBe(400);
    expect((await fetch(`${collector.url}/live?${query}`)).status).toBe(400);
  },
);

test.each(['/api/funnel', '/live'])('%s is kept by no cache', async (path) => {
  const { headers, body } = await fetch(collector.url + path);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  await body?.cancel();
});
