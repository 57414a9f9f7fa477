// @vitest-environment node
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Collector, createCollector } from '../../examples/collector/collector.ts';
import { anEnvelope, anEvent, aStream, holding, NOON, post, streamId } from './envelope.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const MINUTE_MS = 60_000;

let dir: string;
let collector: Collector;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'collector-'));
  collector = await createCollector({ database: join(dir, 'funnel.duckdb'), now: () => NOON });
});
afterEach(async () => {
  await collector.close();
  rmSync(dir, { recursive: true });
});

const reopen = async () => {
  await collector.close();
  collector = await createCollector({ database: join(dir, 'funnel.duckdb'), now: () => NOON });
};
const ids = async () => (await collector.query<{ id: string }>('SELECT id FROM events')).map(({ id }) => id);

describe('an event', () => {
  test('keeps every field it came with', async () => {
    const touch = { source: 'google', medium: 'cpc', campaign: 'winter', time: NOON - 1000 };
    const items = [{ item_id: 'mug', item_name: 'Mug "Öl" 北', price: 12.5, quantity: 2 }];
    const event = anEvent('purchase', {
      ...{ currency: 'EUR', value: 29.9, value_basis: 'total', transaction_id: 'N-1', tax: 4.77, shipping: 4.9 },
      items,
      coupon: true,
      seq: 7,
      source: { first: { ...touch, source: 'bing' }, last: touch },
      device: { class: 'mobile', language: 'de-AT', viewport: [390, 844] },
      context: { variant: 'b' },
      props: { gift: true, note: null },
      by: { evidence: ['datalayer', 'page'], platform: 'woocommerce', confidence: 0.98 },
    });
    const stream = aStream([event], { visitor: 'anna', session: 's', user: 'customer-42' });
    await post(collector.url, anEnvelope([stream]));
    const [row] = await collector.query('FROM events');
    expect(row).toMatchObject({
      ...{ id: event.id, name: 'purchase', stream: stream.stream, seq: 7, visitor: 'anna', session: 's' },
      ...{ user_id: 'customer-42', sdk: 'funnelwire/test', currency: 'EUR', value: 29.9, value_basis: 'total' },
      ...{ transaction_id: 'N-1', tax: 4.77, shipping: 4.9, discount: null, coupon: null, coupon_used: true },
      ...{ source: 'google', medium: 'cpc', campaign: 'winter', source_last: touch },
      ...{ page_path: '/', page_title: 'Shop', device_class: 'mobile', viewport_width: 390, internal: false },
      ...{ context: { variant: 'b' }, props: { gift: true, note: null }, items, copies: 1 },
      ...{ by_evidence: ['datalayer', 'page'], by_platform: 'woocommerce', by_confidence: 0.98 },
      ...{ time: new Date(NOON), received_at: new Date(NOON) },
    });
  });

  test('sent again by a page that never read the answer is stored once and its copies counted, also after a restart', async () => {
    const event = anEvent();
    const batch = holding(event);
    await post(collector.url, batch);
    await post(collector.url, batch);
    await reopen();
    await post(collector.url, batch);
    expect(await collector.query('SELECT id, copies FROM events')).toEqual([{ id: event.id, copies: 3 }]);
  });

  test('told twice in one envelope, by two page loads, is stored once', async () => {
    const order = anEvent('purchase');
    await post(collector.url, anEnvelope([aStream([order]), aStream([{ ...order, seq: 0 }])]));
    expect(await collector.query('SELECT copies FROM events')).toEqual([{ copies: 2 }]);
  });

  test('with half a surrogate pair, a NUL or a hostile key is stored and takes no neighbour down', async () => {
    const odd = anEvent('demo_booked', {
      page: { url: 'x', path: '/\ud800', title: 'a\u0000b', referrer: '\\ud800' },
      props: JSON.parse(`{"half \\udfff": "'); DROP TABLE events; --", "__proto__": {"a": 1}, "constructor": "x"}`),
      items: [{ item_name: '\ud83d\ude00 \ud83d' }],
    });
    const calm = anEvent();
    const answers = await Promise.all([post(collector.url, holding(odd)), post(collector.url, holding(calm))]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    const [row] = await collector.query('FROM events WHERE id = $id', { id: odd.id });
    expect(row).toMatchObject({ page_path: '/\ufffd', page_title: 'a\ufffdb', page_referrer: '\\ud800' });
    expect(row).toMatchObject({ items: [{ item_name: '\ud83d\ude00 \ufffd' }] });
    expect((await ids()).sort()).toEqual([odd.id, calm.id].sort());
  });

  test('with the largest numbers the schema allows is stored', async () => {
    const event = anEvent('purchase', { seq: Number.MAX_SAFE_INTEGER, time: 8.64e15, value: 1e308 });
    const answer = await post(collector.url, anEnvelope([aStream([event])], { sent_at: 0 }));
    expect(answer.status).toBe(204);
    expect(await collector.query('SELECT seq, value FROM events')).toEqual([
      { seq: Number.MAX_SAFE_INTEGER, value: 1e308 },
    ]);
  });
});

test('an event answered with 204 survives a collector that is killed the moment after', async () => {
  const database = join(dir, 'killed.duckdb');
  const server = fileURLToPath(new URL('../../examples/collector/server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', server, '--port', '0', '--database', database]);
  const url = await new Promise<string>((resolve) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const told = /Endpoint +(\S+)\/e\n/.exec(said);
      if (told) resolve(told[1]!);
    });
  });
  const event = anEvent();
  const answer = await post(url, holding(event));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  expect(answer.status).toBe(204);
  const heir = await createCollector({ database });
  expect(await heir.query('SELECT id FROM events')).toEqual([{ id: event.id }]);
  await heir.close();
});

describe('a device whose clock is off', () => {
  const correctedAfter = async (sentAt: number) => {
    const event = anEvent('landing', { time: sentAt - 5000 });
    await post(collector.url, anEnvelope([aStream([event])], { sent_at: sentAt }));
    const [row] = await collector.query<{ time: Date; time_corrected: Date }>('FROM events');
    expect(row!.time).toEqual(new Date(sentAt - 5000));
    return row!.time_corrected.getTime();
  };

  test('by two hours has its times put right', async () => {
    expect(await correctedAfter(NOON - 120 * MINUTE_MS)).toBe(NOON - 5000);
  });

  test('by less than a minute is believed', async () => {
    expect(await correctedAfter(NOON - 59_000)).toBe(NOON - 64_000);
  });
});

describe('a stream’s ledger', () => {
  const ledger = (created: number, acknowledged: number, dropped = {}) => ({
    ...{ created, acknowledged, waiting: created - acknowledged, in_doubt: 0, dropped },
  });
  const tell = (...told: ReturnType<typeof ledger>[]) =>
    Promise.all(
      told.map((one) => post(collector.url, anEnvelope([aStream([], { stream: streamId(1), ledger: one })]))),
    );

  test('is the latest one told, in whatever order they arrive', async () => {
    await tell(ledger(5, 4, { overflow: 1 }));
    await tell(ledger(5, 3));
    expect(await collector.query('SELECT created, acknowledged, overflow FROM ledgers')).toEqual([
      { created: 5, acknowledged: 4, overflow: 1 },
    ]);
  });

  test('is the latest one told when two arrive at once', async () => {
    await tell(ledger(9, 9), ledger(2, 0), ledger(9, 4));
    expect(await collector.query('SELECT created, acknowledged FROM ledgers')).toEqual([
      { created: 9, acknowledged: 9 },
    ]);
  });
});

describe('a visitor who asks to be forgotten', () => {
  test('leaves no row behind, others keep theirs', async () => {
    const [mine, hers] = [anEvent(), anEvent()];
    await post(
      collector.url,
      anEnvelope([aStream([mine], { visitor: 'anna' }), aStream([hers], { visitor: 'berta' })]),
    );
    const answer = await post(collector.url, anEnvelope([], { forget: 'anna' }));
    expect(answer.status).toBe(204);
    expect(await ids()).toEqual([hers.id]);
    expect(await collector.query('SELECT visitor FROM ledgers')).toEqual([{ visitor: 'berta' }]);
  });

  test('does not come back with a copy that was still on its way', async () => {
    const late = anEnvelope([aStream([anEvent()], { visitor: 'anna' })]);
    await post(collector.url, late);
    await post(collector.url, anEnvelope([], { forget: 'anna' }));
    expect((await post(collector.url, late)).status).toBe(204);
    expect(await ids()).toEqual([]);
    expect(await collector.query('FROM ledgers')).toEqual([]);
  });
});

test('a collector whose port is taken says so and leaves the database to the next', async () => {
  const database = join(dir, 'other.duckdb');
  const { port } = new URL(collector.url);
  await expect(createCollector({ database, port: Number(port) })).rejects.toThrow('EADDRINUSE');
  const next = await createCollector({ database });
  expect((await post(next.url, holding(anEvent()))).status).toBe(204);
  await next.close();
});

test('a rejected event leaves a note of what was wrong, without its content', async () => {
  const event = { ...anEvent(), currency: 'secret@example.com' };
  await post(collector.url, holding(event));
  const [note] = await collector.query('FROM rejections');
  expect(note).toMatchObject({ id: event.id, field: 'currency', received_at: new Date(NOON) });
  expect(JSON.stringify(note)).not.toContain('secret');
});
