// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Collector, type CollectorOptions, createCollector } from '../../examples/collector/collector.ts';
import { anEnvelope, anEvent, aStream, holding, NOON, post } from './envelope.ts';
import { startProcess } from './process.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

let undo: (() => Promise<unknown>)[];
beforeEach(() => {
  undo = [];
});
afterEach(async () => {
  for (const one of undo.reverse()) await one();
});

const open = async (options: Partial<CollectorOptions> = {}): Promise<Collector> => {
  const collector = await createCollector({ database: ':memory:', ...options });
  undo.push(collector.close);
  return collector;
};
const count = async ({ query }: Collector, table: string) =>
  (await query<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`))[0]!.rows;

describe('whoever comes too often', () => {
  const by = (visitor: string) => anEnvelope([aStream([anEvent()], { visitor })]);

  test('as a visitor is asked to wait, while others are served', async () => {
    const collector = await open({ perVisitor: 3 });
    const statuses = [];
    for (const visitor of ['anna', 'anna', 'anna', 'anna', 'berta']) {
      const answer = await post(collector.url, by(visitor));
      statuses.push(answer.status);
      if (answer.status !== 429) continue;
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect(await answer.json()).toEqual({ error: 'not taken', field: 'visitor', reason: 'comes too often' });
    }
    expect(statuses).toEqual([204, 204, 204, 429, 204]);
    expect(await count(collector, 'events')).toBe(4);
  });

  test('from one address is asked to wait before the body is read, whoever it says it is', async () => {
    const collector = await open({ perAddress: 3 });
    const answers = [];
    for (const visitor of ['a', 'b', 'c', 'd']) {
      const headers = { 'X-Forwarded-For': visitor };
      answers.push(await post(collector.url, visitor === 'd' ? 'no JSON' : by(visitor), { headers }));
    }
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 429]);
    expect(await answers[3]!.json()).toMatchObject({ field: 'address' });
  });

  test('is told apart behind a proxy by what the proxy noted, not by what the sender claims', async () => {
    const collector = await open({ perAddress: 1, addressHeader: 'x-forwarded-for' });
    const from = async (header: string) =>
      (await post(collector.url, by('x'), { headers: { 'X-Forwarded-For': header } })).status;
    expect([await from('1.1.1.1'), await from('1.1.1.2'), await from('9.9.9.9, 1.1.1.1')]).toEqual([204, 204, 429]);
  });
});

describe('what came long ago', () => {
  test('is erased on time, hour by hour, and nothing else is', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let now = NOON;
    const collector = await open({ retentionDays: 30, now: () => now });
    const tick = async () => {
      await vi.advanceTimersByTimeAsync(HOUR_MS);
      vi.useRealTimers();
    };
    undo.push(async () => vi.useRealTimers());
    await post(collector.url, anEnvelope([aStream([anEvent(), { ...anEvent(), seq: -1 }])]));
    await post(collector.url, anEnvelope([], { forget: 'someone' }));
    now += 29 * DAY_MS;
    const late = anEvent('landing', { time: now });
    await post(collector.url, anEnvelope([aStream([late])], { sent_at: now }));
    now += DAY_MS + 1;
    await tick();
    await vi.waitFor(async () => expect(await count(collector, 'events')).toBe(1));
    expect(await collector.query('SELECT id FROM events')).toEqual([{ id: late.id }]);
    for (const [table, rows] of Object.entries({ ledgers: 1, rejections: 0, forgotten: 0 })) {
      expect(await count(collector, table)).toBe(rows);
    }
  });

  test('is erased when the collector starts, and kept 395 days unless told', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'collector-'));
    undo.push(() => rm(dir, { recursive: true }));
    const database = join(dir, 'funnel.duckdb');
    const held = async (at: number) => {
      const collector = await createCollector({ database, now: () => at });
      const rows = await count(collector, 'events');
      await collector.close();
      return rows;
    };
    const first = await createCollector({ database, now: () => NOON });
    await post(first.url, holding(anEvent()));
    await first.close();
    expect(await held(NOON + 395 * DAY_MS)).toBe(1);
    expect(await held(NOON + 395 * DAY_MS + 1)).toBe(0);
  });
});

describe('a visitor who asks to be forgotten', () => {
  test('is gone from every table, whatever of theirs comes in the same moment', async () => {
    const collector = await open();
    const theirs = () => anEnvelope([aStream([anEvent()], { visitor: 'anna' })]);
    await post(collector.url, theirs());
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => post(collector.url, theirs())),
      post(collector.url, anEnvelope([], { forget: 'anna' })),
      ...Array.from({ length: 10 }, () => post(collector.url, theirs())),
    ]);
    expect(answers.every(({ status }) => status === 204)).toBe(true);
    const tables = await collector.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_type = 'BASE TABLE'",
    );
    expect(tables.map(({ name }) => name)).toContain('ledgers');
    for (const { name } of tables) {
      expect(JSON.stringify(await collector.query(`FROM ${name}`))).not.toContain('anna');
    }
  });
});

describe('a visitor’s own data', () => {
  const ask = (url: string, body: unknown) =>
    fetch(`${url}/e/export`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { Origin: 'https://shop.example' },
    });

  test('is shown to who knows the id, and nobody else’s with it', async () => {
    const collector = await open({ exports: true });
    const [hers, other] = [anEvent('purchase', { value: 5, currency: 'EUR' }), anEvent()];
    await post(collector.url, anEnvelope([aStream([hers]), aStream([other], { visitor: 'berta' })]));
    const answer = await ask(collector.url, { visitor: 'anna' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const told = await answer.json();
    expect(told).toMatchObject({ visitor: 'anna', events: [{ id: hers.id, value: 5 }], ledgers: [{ created: 1 }] });
    expect(JSON.stringify(told)).not.toContain('berta');
  });

  test.each([[{}], [{ visitor: '' }], [{ visitor: { '>': '' } }], [{ visitor: ['anna'] }], [null], [[]]])(
    'is not shown for %j',
    async (body) => {
      const collector = await open({ exports: true });
      expect((await ask(collector.url, body)).status).toBe(400);
    },
  );

  test('is not shown at all unless the operator wants it', async () => {
    const collector = await open();
    await post(collector.url, holding(anEvent()));
    expect((await ask(collector.url, { visitor: 'anna' })).status).toBe(405);
  });
});

describe('hostile bodies', () => {
  test('of nothing but brackets, or of gzip in which gigabytes lie, are refused and cost little', async () => {
    const collector = await open();
    const zeros = gzipSync(Buffer.alloc(256 * 1024 * 1024), { level: 9 });
    const before = process.memoryUsage.rss();
    const bombs = await Promise.all(
      Array.from({ length: 8 }, () => fetch(`${collector.url}/e?gzip=1`, { method: 'POST', body: zeros })),
    );
    expect(bombs.map(({ status }) => status)).toEqual(Array(8).fill(413));
    // Unpacked they would be 2 GiB.
    expect(process.memoryUsage.rss() - before).toBeLessThan(500 * 1024 * 1024);
    expect((await post(collector.url, '['.repeat(1_000_000))).status).toBe(400);
    const nested = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const event = { ...anEvent(), props: { deep: 'HERE' } };
    const body = JSON.stringify(holding(event)).replace('"HERE"', nested);
    expect(await (await post(collector.url, body)).json()).toMatchObject({ rejected: [{ field: 'props' }] });
    expect((await post(collector.url, holding(anEvent()))).status).toBe(204);
  });
});

test.each(['/', '/main.js', '/api/funnel', '/api/funnel?range=no', '/e', '/nowhere', '/live?range=no'])(
  'what is answered at %s cannot be framed, sniffed, or run scripts of others',
  async (path) => {
    const collector = await open();
    const { headers } = await fetch(collector.url + path);
    const policy = headers.get('content-security-policy')!;
    for (const part of ["default-src 'none'", "script-src 'self';", "frame-ancestors 'none'", "form-action 'none'"]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe(path === '/e' ? null : 'same-origin');
  },
);

test('a collector’s log and files hold no address, and its log nothing of what was sent', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'collector-'));
  undo.push(() => rm(dir, { recursive: true }));
  const header = ['--address-header', 'x-forwarded-for'];
  const collector = await startProcess(join(dir, 'funnel.duckdb'), [...header, '--origin', 'https://shop.example']);
  undo.push(() => collector.kill('SIGKILL'));
  const secret = 'secretsecret';
  const headers = { 'X-Forwarded-For': '203.0.113.77' };
  await post(collector.url, holding(anEvent('landing', { context: { secret } })), { headers });
  await post(collector.url, holding({ ...anEvent(), currency: secret }), { headers });
  await post(collector.url, `{"${secret}":`, { headers });
  await post(collector.url, holding(), { headers: { ...headers, Origin: `https://${secret}.example` } });
  await fetch(`${collector.url}/api/funnel?source=${secret}&range=all`, { headers });
  await fetch(`${collector.url}/${secret}`, { headers });
  await collector.kill('SIGTERM');
  expect(collector.said()).not.toContain(secret);
  const files = readdirSync(dir).map((name) => readFileSync(join(dir, name), 'latin1'));
  expect(files.some((file) => file.includes(secret))).toBe(true);
  for (const file of [...files, collector.said()]) {
    expect(file).not.toContain('203.0.113.77');
    expect(file.replaceAll('http://127.0.0.1', '')).not.toContain('127.0.0.1');
  }
});
