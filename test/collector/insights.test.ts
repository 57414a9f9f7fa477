// @vitest-environment node
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Collector, createCollector } from '../../examples/collector/collector.ts';
import type { Report } from '../../examples/collector/report/report.ts';
import type { WireEvent } from '../../examples/collector/store/columns.ts';
import type { Ledger } from '../../src/queue/queue.ts';
import { anEnvelope, anEvent, aStream, NOON, post, streamId } from './envelope.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const START = NOON - 30 * MINUTE_MS;

const at = (minute: number, name: string, fields: Partial<WireEvent> = {}) =>
  anEvent(name, { time: START + minute * MINUTE_MS, ...fields });
const of = (visitor: string, ...events: WireEvent[]) => aStream(events, { visitor });
const felt = (lcp: number, inp: number, cls: number) => at(1, 'page_vitals', { props: { lcp, inp, cls } });
const cart = (minute: number, value: number | undefined, currency = 'EUR') =>
  at(minute, 'cart_abandon', value === undefined ? {} : { value, currency });

const shoppers = [
  of('anna', at(0, 'landing'), felt(1000, 100, 0.1), cart(2, 50), at(5, 'purchase', { value: 50, currency: 'EUR' })),
  // Two pages, one fast and one slow: between them is fair.
  of('berta', at(0, 'view_item'), at(1, 'page_vitals', { vitals: { lcp: 2000, inp: 100, cls: 0.3 } })),
  of('berta', felt(5000, 100, 0.3), cart(9, 20.5)),
  // Bought first, left a cart then: nothing was recovered.
  of('carl', at(0, 'trial_started'), at(1, 'purchase', { value: 9, currency: 'EUR' }), cart(3, 10)),
  of('dora', at(0, 'landing'), felt(9000, 600, 0), cart(4, undefined)),
  of('staff', at(0, 'purchase', { internal: true })),
];

let collector: Collector;
let report: (query?: string, url?: string) => Promise<Report>;
beforeAll(async () => {
  collector = await createCollector({ database: ':memory:', now: () => NOON });
  expect((await post(collector.url, anEnvelope(shoppers))).status).toBe(204);
  report = async (query = '', url = collector.url) =>
    (await fetch(`${url}/api/funnel?${query}`)).json() as Promise<Report>;
});
afterAll(() => collector.close());

test('stages tell how far people came, whatever they skipped', async () => {
  const { stages } = await report();
  expect(stages).toEqual([
    { stage: 'attraction', level: 'tofu', people: 4, ofAll: 1 },
    { stage: 'proposal', level: 'mofu', people: 3, ofAll: 0.75 },
    { stage: 'opportunity', level: 'mofu', people: 2, ofAll: 0.5 },
    { stage: 'qualification', level: 'bofu', people: 2, ofAll: 0.5 },
    { stage: 'closing', level: 'bofu', people: 2, ofAll: 0.5 },
  ]);
});

test('a stage without anybody has no share, rather than zero', async () => {
  const { stages } = await report('source=nowhere');
  expect(stages.every(({ people, ofAll }) => people === 0 && ofAll === null)).toBe(true);
});

test('people are counted once by how their pages felt, and whether they bought', async () => {
  const { vitals } = await report();
  const buckets = (metric: string) =>
    vitals.find((one) => one.metric === metric)!.buckets.map(({ people, buyers }) => [people, buyers]);
  expect(buckets('lcp')).toEqual([
    [1, 1],
    [1, 0],
    [1, 0],
  ]);
  expect(buckets('inp')).toEqual([
    [2, 1],
    [0, 0],
    [1, 0],
  ]);
  expect(buckets('cls')).toEqual([
    [2, 1],
    [0, 0],
    [1, 0],
  ]);
});

test('what later versions tell beside an event is kept', async () => {
  const own = await createCollector({ database: ':memory:', now: () => NOON });
  const told = { checkout_vitals: { lcp: 900 }, recovered_ms: 5000, account: 'acme', prices_include_tax: false };
  await post(own.url, anEnvelope([of('anna', at(0, 'purchase', told))]));
  expect((await own.query('FROM events'))[0]).toMatchObject(told);
  await own.close();
});

test('vitals that are no numbers count for nothing', async () => {
  const own = await createCollector({ database: ':memory:', now: () => NOON });
  await post(own.url, anEnvelope([of('anna', at(0, 'page_vitals', { props: { lcp: 'fast', inp: [1], cls: null } }))]));
  const { vitals } = await report('', own.url);
  expect(vitals.flatMap(({ buckets }) => buckets).every(({ people }) => people === 0)).toBe(true);
  await own.close();
});

test('a cart left behind is recovered by a later purchase only, per currency', async () => {
  const { abandonment } = await report();
  expect(abandonment).toEqual([
    { currency: 'EUR', left: 3, leftValue: 80.5, recovered: 1, recoveredValue: 50 },
    { currency: null, left: 1, leftValue: 0, recovered: 0, recoveredValue: 0 },
  ]);
});

test('staff and bots are left out of everything, unless everyone is asked for', async () => {
  expect((await report()).totals).toMatchObject({ visitors: 4, orders: 2 });
  expect((await report('everyone=1')).totals).toMatchObject({ visitors: 5, orders: 3 });
});

describe('loss', () => {
  const ledger = (created: number, acknowledged: number, dropped: Ledger['dropped'] = {}): Ledger => ({
    ...{ created, acknowledged, waiting: 0, in_doubt: 0, dropped },
  });
  const numbered = (n: number, told: Ledger, ...seqs: number[]) =>
    aStream(
      seqs.map((seq) => anEvent('landing', { seq })),
      { stream: streamId(n), ledger: told },
    );

  test('is told by reason, by what is missing for a day, and by skipped numbers', async () => {
    let now = NOON;
    const own = await createCollector({ database: ':memory:', now: () => now });
    const streams = [
      numbered(0xa1, ledger(3, 0), 0, 1, 2), // whole
      numbered(0xa2, ledger(6, 0), 0, 1, 5), // 2, 3 and 4 are skipped
      numbered(0xa3, ledger(5, 0, { overflow: 2, expired: 1 }), 0, 4), // what is skipped was given up
      numbered(0xa4, ledger(4, 3), 0, 3), // one came by another page, one is skipped
    ];
    await post(own.url, anEnvelope(streams));
    const { loss } = await report('range=week', own.url);
    expect(loss).toMatchObject({ streams: 4, created: 18, lost: 0, holes: 4, streamsWithHoles: 2 });
    expect(loss.dropped).toEqual({ refused: 0, overflow: 2, expired: 1, consent: 0 });
    expect(loss.worst.map(({ stream, missing, dropped, holes }) => [stream, missing, dropped, holes])).toEqual([
      [streamId(0xa2), 3, 0, 3],
      [streamId(0xa4), 1, 0, 1],
      [streamId(0xa3), 0, 3, 0],
    ]);
    now += DAY_MS + 1;
    expect((await report('range=week', own.url)).loss.lost).toBe(4);
    await own.close();
  });
});
