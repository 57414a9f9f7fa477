// @vitest-environment node
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Collector, createCollector } from '../../examples/collector/collector.ts';
import { anEnvelope, anEvent, aStream, eventId, holding, NOON, post } from './envelope.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let collector: Collector;
beforeAll(async () => {
  collector = await createCollector({ database: ':memory:', now: () => NOON });
});
afterAll(() => collector.close());

const stored = async (id: string) => (await collector.query('FROM events WHERE id = $id', { id })).length;

describe('an envelope that is taken', () => {
  test('is answered with 204', async () => {
    const event = anEvent();
    const answer = await post(collector.url, holding(event));
    expect(answer.status).toBe(204);
    expect(await stored(event.id)).toBe(1);
  });

  test('may come as text/plain from a beacon or as application/json', async () => {
    for (const type of ['text/plain;charset=UTF-8', 'application/json']) {
      const event = anEvent();
      const answer = await post(collector.url, holding(event), { headers: { 'Content-Type': type } });
      expect(answer.status).toBe(204);
      expect(await stored(event.id)).toBe(1);
    }
  });

  test('may be gzipped and say so in the address or in a header', async () => {
    const [one, two] = [anEvent(), anEvent()];
    const zip = (event: typeof one) => gzipSync(JSON.stringify(holding(event)));
    const byAddress = await fetch(`${collector.url}/e?gzip=1`, { method: 'POST', body: zip(one) });
    const byHeader = await fetch(`${collector.url}/e`, {
      method: 'POST',
      body: zip(two),
      headers: { 'Content-Encoding': 'gzip' },
    });
    expect([byAddress.status, byHeader.status]).toEqual([204, 204]);
    expect([await stored(one.id), await stored(two.id)]).toEqual([1, 1]);
  });

  test('with bad events among good ones gives the good ones a home and names the bad ones', async () => {
    const good = anEvent();
    const misnamed = { ...anEvent(), name: 'no spaces' };
    const { time: _, ...timeless } = anEvent();
    const nameless = { ...anEvent(), id: 'mine' };
    const surplus = { ...anEvent(), colour: 'red' };
    const events = [misnamed, good, timeless, nameless, surplus, null];
    const answer = await post(collector.url, anEnvelope([aStream(events as (typeof good)[])]));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      rejected: [
        { id: misnamed.id, field: 'name', reason: expect.stringContaining('pattern') },
        { id: timeless.id, field: 'time', reason: expect.stringContaining('required') },
        { id: 'streams/0/events/3', field: 'id', reason: expect.stringContaining('pattern') },
        { id: surplus.id, field: 'colour', reason: expect.stringContaining('additional') },
        { id: 'streams/0/events/5', field: '', reason: 'must be object' },
      ],
    });
    expect(await stored(good.id)).toBe(1);
    expect(await stored(misnamed.id)).toBe(0);
  });

  test('is still answered with 200 when every event in it is bad', async () => {
    const answer = await post(collector.url, holding({ ...anEvent(), seq: -1 }));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ rejected: [{ field: 'seq' }] });
  });

  test('has what is nested too deeply rejected by name', async () => {
    const nest = (levels: number): object => (levels === 0 ? {} : { in: nest(levels - 1) });
    const event = { ...anEvent(), props: { plan: nest(2000) } } as ReturnType<typeof anEvent>;
    expect(await (await post(collector.url, holding(event))).json()).toMatchObject({
      rejected: [{ id: event.id, field: 'props', reason: 'must not be nested deeper than 32 levels' }],
    });
  });
});

describe('a body that is not an envelope', () => {
  const cases: [what: string, body: unknown, field: string][] = [
    ['is no JSON', '{"v":1,', 'body'],
    ['is a list', [], 'body'],
    ['is of another version', { ...holding(), v: 2 }, 'v'],
    ['lacks the time it was sent', { ...holding(), sent_at: undefined }, 'sent_at'],
    ['has a field too many', { ...holding(), extra: 1 }, 'extra'],
    ['has a stream without ledger', anEnvelope([{ ...aStream([]), ledger: undefined! }]), 'streams/0/ledger'],
    [
      'counts below zero',
      anEnvelope([aStream([], { ledger: { created: -1, acknowledged: 0, waiting: 0, in_doubt: 0, dropped: {} } })]),
      'streams/0/ledger/created',
    ],
  ];
  test.each(cases)('that %s is answered with 400 naming the field', async (_, body, field) => {
    const answer = await post(collector.url, body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toEqual({ error: 'not taken', field, reason: expect.any(String) });
  });

  test('takes its good events down with it', async () => {
    const event = anEvent();
    await post(collector.url, { ...holding(event), sent_at: 'now' });
    expect(await stored(event.id)).toBe(0);
  });

  test('that only claims to be gzip is answered with 400', async () => {
    const answer = await fetch(`${collector.url}/e?gzip=1`, { method: 'POST', body: JSON.stringify(holding()) });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ field: 'body', reason: 'is not gzip' });
  });

  test('that is not UTF-8 is answered with 400', async () => {
    const answer = await fetch(`${collector.url}/e`, { method: 'POST', body: Buffer.from([0x22, 0xff, 0x22]) });
    expect(answer.status).toBe(400);
  });
});

describe('a body that is too large', () => {
  const MIB = 1024 * 1024;

  test('is answered with 413 by its announced length', async () => {
    const answer = await post(collector.url, ' '.repeat(MIB + 1));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ field: 'body', reason: 'larger than 1 MiB' });
  });

  test('is answered with 413 when it announces no length', async () => {
    const chunk = new Uint8Array(MIB / 4).fill(0x20);
    const body = new ReadableStream({
      start: (controller) => {
        for (let sent = 0; sent <= MIB; sent += chunk.length) controller.enqueue(chunk);
        controller.close();
      },
    });
    const answer = await fetch(`${collector.url}/e`, { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect(answer.status).toBe(413);
  });

  test('is answered with 413 when it inflates to too much', async () => {
    const body = gzipSync(' '.repeat(8 * MIB + 1));
    expect(body.length).toBeLessThan(MIB);
    const answer = await fetch(`${collector.url}/e?gzip=1`, { method: 'POST', body });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ field: 'body', reason: 'inflates to more than 8 MiB' });
  });

  test('is taken when it is exactly as large as allowed', async () => {
    const event = anEvent();
    const answer = await post(collector.url, JSON.stringify(holding(event)).padEnd(MIB));
    expect(answer.status).toBe(204);
    expect(await stored(event.id)).toBe(1);
  });
});

describe('other origins', () => {
  const shop = { Origin: 'https://shop.example' };

  test('may read every answer, with Retry-After', async () => {
    for (const body of [holding(), 'nonsense']) {
      const { headers } = await post(collector.url, body, { headers: shop });
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-expose-headers')).toContain('Retry-After');
      expect(headers.has('access-control-allow-credentials')).toBe(false);
    }
  });

  test('get a preflight that browsers keep', async () => {
    const { status, headers } = await fetch(`${collector.url}/e`, {
      method: 'OPTIONS',
      headers: { ...shop, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' },
    });
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-methods')).toBe('POST');
    expect(headers.get('access-control-allow-headers')?.toLowerCase()).toContain('content-type');
    expect(Number(headers.get('access-control-max-age'))).toBeGreaterThanOrEqual(600);
  });

  test('off the list are refused and their events not stored', async () => {
    const choosy = await createCollector({ database: ':memory:', origins: ['https://shop.example'] });
    const welcome = await post(choosy.url, holding(anEvent()), { headers: shop });
    const stranger = await post(choosy.url, holding(anEvent()), { headers: { Origin: 'https://other.example' } });
    expect(welcome.status).toBe(204);
    expect(welcome.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(stranger.status).toBe(403);
    expect(stranger.headers.has('access-control-allow-origin')).toBe(false);
    expect(await choosy.query('SELECT count(*) AS events FROM events')).toEqual([{ events: 1 }]);
    await choosy.close();
  });

  test('cannot read the reports', async () => {
    const { headers } = await fetch(`${collector.url}/api/funnel`, { headers: shop });
    expect(headers.has('access-control-allow-origin')).toBe(false);
  });
});

test('a method other than POST is answered with 405', async () => {
  const answer = await fetch(`${collector.url}/e`);
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toContain('POST');
});

test('senders beyond what can wait are asked to come back in 1 to 5 seconds, and what was answered 204 is there', async () => {
  const small = await createCollector({ database: ':memory:', maxWaiting: 30 });
  const batches = Array.from({ length: 60 }, () => holding(...Array.from({ length: 10 }, () => anEvent())));
  const answers = await Promise.all(batches.map((batch) => post(small.url, batch)));
  const taken = answers.filter(({ status }) => status === 204).length;
  const refused = answers.filter(({ status }) => status === 429);
  expect(taken + refused.length).toBe(60);
  expect(refused.length).toBeGreaterThan(0);
  for (const { headers } of refused) {
    const seconds = Number(headers.get('retry-after'));
    expect(seconds >= 1 && seconds <= 5).toBe(true);
    expect(headers.get('access-control-expose-headers')).toContain('Retry-After');
  }
  expect(await small.query('SELECT count(*) AS events FROM events')).toEqual([{ events: taken * 10 }]);
  await small.close();
});

test('one event told a hundred times at once is one event', async () => {
  const event = anEvent('purchase', { id: eventId(0xabc) });
  const stream = aStream([event]);
  await Promise.all(Array.from({ length: 100 }, () => post(collector.url, anEnvelope([stream]))));
  expect(await collector.query('SELECT copies FROM events WHERE id = $id', { id: event.id })).toEqual([
    { copies: 100 },
  ]);
});
