import { expect, test, vi } from 'vitest';
import { idbQueue } from '../../src/queue/idbQueue.ts';
import type { Verdict } from '../../src/transport/transport.ts';
import { NAMES } from '../../src/visit/storage.ts';
import { anEntry, leftBehind, streamAt } from '../queue/entries.ts';
import { DATABASE, load, NOON, pass, passLong, receiver, settled, unload, warnings } from './page.ts';
import { busy, isBalanced, refusing, taken } from './receiver.ts';

const MINUTE_MS = 60_000;
const dropped = (funnel: ReturnType<typeof load>) => {
  const told: string[] = [];
  funnel.on('dropped', ({ events, reason }) => told.push(...events.map(({ name }) => `${name}: ${reason}`)));
  return told;
};
const inDatabase = async (stream: string) =>
  (await idbQueue(DATABASE).read('event', 1000, stream)).map(({ event }) => event.name);

test.each(['purchase', 'generate_lead', 'sign_up', 'begin_checkout', 'add_to_cart'])(
  '%s leaves at once',
  async (name) => {
    const { transport, names } = receiver();
    load({ transport }).track(name as 'purchase');
    await pass(100);
    expect(names()).toEqual([name]);
  },
);

test('what can wait leaves after five seconds, together', async () => {
  const { transport, batches, names } = receiver();
  const funnel = load({ transport });
  funnel.track('view_item');
  await pass(2000);
  funnel.track('view_cart');
  await pass(2800);
  expect(batches).toEqual([]);
  await pass(300);
  expect(names()).toEqual(['view_item', 'view_cart']);
  expect(batches.length).toBe(1);
});

test('twenty events leave at once, nineteen wait', async () => {
  const { transport, batches } = receiver();
  const funnel = load({ transport });
  for (let n = 0; n < 19; n++) funnel.track('view_item');
  await pass(1000);
  expect(batches.length).toBe(0);
  funnel.track('view_item');
  await pass(100);
  expect(batches.map(({ streams }) => streams[0]!.events.length)).toEqual([20]);
});

test('those under way are none of the next twenty', async () => {
  const answers: (() => void)[] = [];
  const { transport, batches } = receiver(() => new Promise((done) => answers.push(() => done({ done: true }))));
  const funnel = load({ transport });
  for (let n = 0; n < 20; n++) funnel.track('view_item');
  await pass(100);
  funnel.track('view_item');
  answers[0]!();
  await pass(100);
  expect(batches.length).toBe(1);
  for (let n = 0; n < 19; n++) funnel.track('view_item');
  await pass(100);
  expect(batches.map(({ streams }) => streams[0]!.events.length)).toEqual([20, 20]);
});

test('what comes while a request is under way leaves when it is due, not with each answer', async () => {
  const { transport, batches } = receiver(() => new Promise((done) => setTimeout(done, 1000, { done: true })));
  const sizes = () => batches.map(({ streams }) => streams[0]!.events.length);
  const funnel = load({ transport });
  funnel.track('add_to_cart');
  await pass(500);
  funnel.track('view_item');
  await pass(2000);
  expect(sizes()).toEqual([1]);
  await pass(5000);
  expect(sizes()).toEqual([1, 1]);
  funnel.track('add_to_cart');
  await pass(500);
  for (const name of ['view_item', 'add_to_cart'] as const) funnel.track(name);
  await pass(1000);
  expect(sizes()).toEqual([1, 1, 1, 2]);
  funnel.track('view_item');
  funnel.flush();
  await pass(1000);
  expect(sizes()).toEqual([1, 1, 1, 2, 1]);
});

test('an important event takes along what waits before it', async () => {
  const { transport, names } = receiver();
  const funnel = load({ transport });
  funnel.track('view_item');
  funnel.track('add_to_cart');
  await pass(100);
  expect(names()).toEqual(['view_item', 'add_to_cart']);
});

test('what was taken is told, counted and gone from the device', async () => {
  const funnel = load();
  const delivered: string[] = [];
  funnel.on('delivered', (events) => delivered.push(...events.map(({ name }) => name)));
  funnel.track('add_to_cart');
  const { stream } = funnel.status();
  await settled();
  expect(await inDatabase(stream!)).toEqual(['add_to_cart']);
  await funnel.flush();
  await settled();
  expect(delivered).toEqual(['add_to_cart']);
  expect(funnel.status()).toMatchObject({ created: 1, acknowledged: 1, waiting: 0, in_doubt: 0, dropped: {} });
  expect(await inDatabase(stream!)).toEqual([]);
});

test('while the answer is awaited an event is in doubt', async () => {
  const { transport } = receiver(() => new Promise(() => {}));
  const funnel = load({ transport });
  funnel.track('add_to_cart');
  funnel.track('view_item');
  await pass(100);
  funnel.track('view_cart');
  expect(funnel.status()).toMatchObject({ created: 3, acknowledged: 0, waiting: 1, in_doubt: 2 });
});

test('an order is told once, however often its page is loaded', async () => {
  const { transport, events } = receiver();
  const order = { transaction_id: 'N-1', value: 20, currency: 'EUR' };
  const first = load({ transport });
  first.track('purchase', order);
  first.track('purchase', order);
  await pass(200);
  unload(first);
  const reloaded = load({ transport });
  reloaded.track('purchase', order);
  reloaded.track('purchase', { ...order, transaction_id: 'N-2' });
  await pass(200);
  expect(events().map(({ transaction_id }) => transaction_id)).toEqual(['N-1', 'N-2']);
});

test('an order told on two devices is one event', async () => {
  const ids: string[] = [];
  for (const name of ['phone', 'laptop']) {
    const { transport, events } = receiver();
    const funnel = load({ transport, endpoint: `https://${name}.example/`, site: 'shop.example' });
    funnel.track('purchase', { transaction_id: 'N-1' });
    await pass(200);
    ids.push(events()[0]!.id);
  }
  expect(ids).toEqual(['052d8af9-81bf-8b5b-b86d-ffa8d7eeb29b', '052d8af9-81bf-8b5b-b86d-ffa8d7eeb29b']);
});

test('of one batch an event can be refused, one wanted later, and the rest be done', async () => {
  const verdicts: Record<string, Verdict> = {
    demo: { refused: true, reason: 'name' },
    view_cart: { retryAfterMs: 1000 },
  };
  const { transport, batches, answers } = receiver(({ streams }) => ({
    done: true,
    events: Object.fromEntries(
      streams[0]!.events.flatMap(({ id, name }) => (verdicts[name] ? [[id, verdicts[name]] as const] : [])),
    ),
  }));
  const funnel = load({ transport });
  const told = dropped(funnel);
  for (const name of ['view_item', 'demo', 'view_cart', 'add_to_cart']) funnel.track(name as 'view_item');
  await pass(200);
  expect(told).toEqual(['demo: refused']);
  expect(funnel.status()).toMatchObject({ created: 4, acknowledged: 2, waiting: 1, dropped: { refused: 1 } });
  answers(taken);
  await pass(6000);
  expect(batches.at(-1)!.streams[0]!.events.map(({ name }) => name)).toEqual(['view_cart']);
  expect(funnel.status()).toMatchObject({ created: 4, acknowledged: 3, waiting: 0, dropped: { refused: 1 } });
});

test('a batch refused whole is halved down to the one at fault, and that alone is dropped', async () => {
  const { transport, batches } = receiver(refusing(({ name }) => name === 'poison'));
  const funnel = load({ transport });
  const told = dropped(funnel);
  for (let n = 0; n < 13; n++) funnel.track(n === 6 ? 'poison' : 'view_item', {});
  await funnel.flush();
  await settled();
  expect(told).toEqual(['poison: refused']);
  expect(funnel.status()).toMatchObject({ created: 13, acknowledged: 12, waiting: 0, dropped: { refused: 1 } });
  expect(batches.length).toBeLessThan(10);
});

test('two poisons in one batch are both found', async () => {
  const { transport } = receiver(refusing(({ name }) => name === 'poison'));
  const funnel = load({ transport });
  for (let n = 0; n < 16; n++) funnel.track(n === 3 || n === 12 ? 'poison' : 'view_item', {});
  await funnel.flush();
  await settled();
  expect(funnel.status()).toMatchObject({ created: 16, acknowledged: 14, waiting: 0, dropped: { refused: 2 } });
});

test('an endpoint that names a time is not asked before it, by the next page neither', async () => {
  const { transport, batches, answers } = receiver(() => ({ retryAfterMs: 10 * MINUTE_MS }));
  const first = load({ transport });
  first.track('add_to_cart');
  await pass(200);
  expect(batches.length).toBe(1);
  answers(taken);
  unload(first);
  const next = load({ transport });
  next.track('add_to_cart');
  await pass(500);
  await next.flush();
  await passLong(9 * MINUTE_MS);
  expect(batches.length).toBe(1);
  expect(next.status().rest_ms).toBeGreaterThan(0);
  await passLong(MINUTE_MS);
  await pass(12_000);
  expect(batches.slice(1).flatMap(({ streams }) => streams.flatMap(({ events }) => events)).length).toBe(2);
  expect(next.status()).toMatchObject({ acknowledged: 1, rest_ms: 0 });
});

test('a clock set back makes no wait longer than it was', async () => {
  const { transport, batches, answers } = receiver(() => ({ retryAfterMs: 2 * MINUTE_MS }));
  const first = load({ transport });
  first.track('add_to_cart');
  await pass(200);
  answers(taken);
  unload(first);
  vi.setSystemTime(Date.now() - 20 * MINUTE_MS);
  const next = load({ transport });
  next.track('view_cart');
  await pass(500);
  await next.flush();
  expect(next.status().rest_ms).toBeLessThanOrEqual(2 * MINUTE_MS);
  await passLong(3 * MINUTE_MS);
  await pass(12_000);
  expect(batches.length).toBeGreaterThan(1);
});

test('an endpoint that is down is asked ever more rarely', async () => {
  const times: number[] = [];
  const { transport } = receiver(() => {
    times.push(Date.now());
    return { retryAfterMs: undefined };
  });
  const funnel = load({ transport, random: () => 0.5 });
  funnel.track('add_to_cart');
  await pass(200);
  for (let minute = 0; minute < 5 * 60; minute++) await passLong(1000);
  const gaps = times.slice(1).map((time, at) => Math.round((time - times[at]!) / 1000));
  expect(gaps.slice(0, 7)).toEqual([5, 5, 5, 5, 8, 16, 30]);
  expect(gaps.slice(7).every((gap) => gap === 30)).toBe(true);
  expect(funnel.status()).toMatchObject({ created: 1, waiting: 1 });
});

test('a failed batch keeps its members, so that it can be recognised', async () => {
  const { transport, batches, answers } = receiver(busy);
  const funnel = load({ transport, random: () => 0.5 });
  funnel.track('add_to_cart');
  await pass(200);
  funnel.track('view_item');
  answers(taken);
  await pass(12_000);
  const sent = batches.map(({ streams }) => streams.flatMap(({ events }) => events.map(({ name }) => name)));
  expect(sent).toEqual([['add_to_cart'], ['add_to_cart'], ['view_item']]);
});

test.each<[string, () => Promise<never>]>([
  ['rejects', () => Promise.reject(new Error('no'))],
  [
    'throws',
    () => {
      throw new Error('no');
    },
  ],
  ['answers garbage', async () => 'thanks' as never],
  ['answers nothing', async () => undefined as never],
])('a transport that %s counts as no answer, and loses nothing', async (_, transport) => {
  const funnel = load({ transport });
  funnel.track('add_to_cart');
  await pass(200);
  expect(funnel.status()).toMatchObject({ created: 1, acknowledged: 0, waiting: 1, dropped: {} });
  expect(funnel.status()).toSatisfy(isBalanced);
});

test('one answer that never comes is given up after half a minute', async () => {
  const { transport, answers, batches } = receiver(
    (_, { signal }) =>
      new Promise((done) => signal!.addEventListener('abort', () => done({ retryAfterMs: undefined }))),
  );
  const funnel = load({ transport, random: () => 0.01 });
  funnel.track('add_to_cart');
  await pass(200);
  answers(taken);
  await passLong(30_000);
  await pass(6000);
  expect(batches.length).toBe(2);
  expect(funnel.status()).toMatchObject({ acknowledged: 1, waiting: 0 });
});

test('the page going out of sight sends what waits, as leaving', async () => {
  const leaving: boolean[] = [];
  const { transport, names } = receiver((_, how) => {
    leaving.push(how.leaving);
    return { done: true };
  });
  load({ transport }).track('view_item');
  await settled();
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
  await settled();
  expect([leaving, names()]).toEqual([[true], ['view_item']]);
});

test('an event tracked in the task in which the page is left is spilled, and the next page sends it', async () => {
  const { transport, answers, names } = receiver(busy);
  const first = load({ transport });
  await settled();
  first.track('view_item');
  dispatchEvent(new Event('pagehide'));
  unload(first);
  expect(Object.keys(localStorage).filter((name) => name.startsWith('funnelwire:spill:')).length).toBe(1);
  answers(taken);
  await passLong(2 * MINUTE_MS);
  load({ transport });
  await pass(2000);
  expect(new Set(names())).toEqual(new Set(['view_item']));
  expect(Object.keys(localStorage).filter((name) => name.startsWith('funnelwire:spill:'))).toEqual([]);
});

test.each([
  '7',
  '[]',
  '{"put":7}',
  '{"put":[null]}',
  '{"put":[[["event"],{}]]}',
  '{"put":[[{"kind":"event"},{}]]}',
  '{"put":[],"remove":[7]}',
  '{"put":[],"remove":[[["event","x",0],null]]}',
])('a spill that reads %s keeps nothing else from being sent, and goes', async (spilled) => {
  const { transport, answers, names } = receiver(busy);
  const first = load({ transport });
  first.track('view_item');
  await pass(100);
  const database = (await indexedDB.databases())[0]!.name!;
  unload(first);
  localStorage.setItem(`${NAMES.spill}${database}:${'0'.repeat(8)}`, spilled);
  answers(taken);
  await passLong(2 * MINUTE_MS);
  load({ transport });
  await pass(2000);
  expect(new Set(names())).toEqual(new Set(['view_item']));
  expect(Object.keys(localStorage).filter((name) => name.startsWith(NAMES.spill))).toEqual([]);
});

test('what three dead page loads left arrives in one batch, each with its own stream', async () => {
  const { transport, answers, batches, names } = receiver(busy);
  const streams: string[] = [];
  for (const name of ['view_item', 'add_to_cart', 'begin_checkout'] as const) {
    const funnel = load({ transport });
    funnel.track(name);
    await pass(100);
    streams.push(funnel.status().stream!);
    unload(funnel);
  }
  await passLong(2 * MINUTE_MS);
  batches.length = 0;
  answers(taken);
  load({ transport });
  await pass(2000);
  expect(batches.length).toBe(1);
  expect(batches[0]!.streams.map(({ stream }) => stream)).toEqual(streams);
  expect(names()).toEqual(['view_item', 'add_to_cart', 'begin_checkout']);
});

test('what another tab writes while a batch is under way survives its removal, and is sent in its turn', async () => {
  const [dead, living] = [streamAt(NOON - 5 * MINUTE_MS), streamAt(NOON, 1)];
  const queue = idbQueue(DATABASE);
  await queue.write({ put: leftBehind([0, 1, 2].map((seq) => anEntry(dead, seq))) });
  const { transport, answers, batches } = receiver(async () => {
    answers(taken);
    await queue.write({ put: leftBehind([anEntry(living, 0, { name: 'add_to_cart' })]) });
    return { done: true };
  });
  load({ transport });
  await pass(3000);
  expect(batches.flatMap(({ streams }) => streams.map(({ events }) => events.map(({ seq }) => seq)))).toEqual([
    [0, 1, 2],
  ]);
  expect([await inDatabase(dead), await inDatabase(living)]).toEqual([[], ['add_to_cart']]);
  await passLong(MINUTE_MS);
  await pass(12_000);
  expect(batches.at(-1)!.streams.map(({ stream }) => stream)).toEqual([living]);
  expect(await inDatabase(living)).toEqual([]);
});

test('while an endpoint takes long over what a dead page left, it is not sent again', async () => {
  await idbQueue(DATABASE).write({ put: leftBehind([anEntry(streamAt(NOON - 5 * MINUTE_MS), 0)]) });
  const { transport, batches } = receiver(() => new Promise((done) => setTimeout(done, 25_000, { done: true })));
  load({ transport });
  await pass(27_000);
  expect(batches.length).toBe(1);
});

test('what an older decision allowed is dropped, not sent, when a newer one stands', async () => {
  const stream = streamAt(NOON - 5 * MINUTE_MS);
  await idbQueue(DATABASE).write({
    put: leftBehind([anEntry(stream, 0, { epoch: 1, name: 'old' }), anEntry(stream, 1, { epoch: 2, name: 'new' })]),
  });
  localStorage.setItem('funnelwire:consent', JSON.stringify({ consent: 'granted', epoch: 2 }));
  const { transport, names, batches } = receiver();
  const told = dropped(load({ transport }));
  await pass(2000);
  expect(names()).toEqual(['new']);
  expect(told).toEqual(['old: consent']);
  expect(batches[0]!.streams[0]!.ledger.dropped).toEqual({ consent: 1 });
});

test('what has waited for more than two weeks is dropped and counted', async () => {
  const fifteenDays = NOON - 15 * 24 * 60 * MINUTE_MS;
  await idbQueue(DATABASE).write({ put: leftBehind([anEntry(streamAt(fifteenDays), 0, { time: fifteenDays })]) });
  const { transport, names } = receiver();
  const told = dropped(load({ transport }));
  await pass(2000);
  expect([names(), told]).toEqual([[], ['view_item: expired']]);
});

test.each([
  [
    'throws',
    () => {
      throw new DOMException('', 'SecurityError');
    },
  ],
  [
    'refuses',
    () => {
      const request = { error: new DOMException('', 'UnknownError') } as IDBOpenDBRequest;
      queueMicrotask(() => request.onerror!(new Event('error')));
      return request;
    },
  ],
])('where the database %s, memory serves: events are sent all the same', async (_, open) => {
  vi.spyOn(indexedDB, 'open').mockImplementation(open);
  const { transport, names } = receiver();
  const funnel = load({ transport });
  funnel.track('purchase', { transaction_id: 'N-1' });
  funnel.track('purchase', { transaction_id: 'N-1' });
  funnel.track('add_to_cart');
  await pass(2000);
  expect(names().sort()).toEqual(['add_to_cart', 'purchase']);
  expect(funnel.status()).toMatchObject({ created: 2, acknowledged: 2, waiting: 0 });
  expect(warnings).toEqual([]);
});

test('a database that never answers keeps no event from leaving', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest);
  const { transport, names } = receiver();
  load({ transport }).track('add_to_cart');
  await pass(2000);
  expect(names()).toEqual(['add_to_cart']);
});

test('a burst of a hundred events is two transactions at most', async () => {
  const funnel = load();
  await settled();
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  for (let n = 0; n < 100; n++) funnel.track('view_item');
  await settled();
  const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.length).toBeLessThanOrEqual(2);
  expect((await inDatabase(funnel.status().stream!)).length).toBe(100);
});

test('tracking never waits, even for a hundred events', () => {
  const funnel = load();
  for (let n = 0; n < 100; n++) expect(funnel.track('view_item')).toBeUndefined();
  expect(funnel.status()).toMatchObject({ created: 100, waiting: 100 });
});

test('events are numbered without a gap, and their time never runs backwards', async () => {
  const { transport, events } = receiver();
  const funnel = load({ transport });
  for (let n = 0; n < 5; n++) {
    funnel.track('view_item');
    vi.setSystemTime(NOON - n * MINUTE_MS);
    document.dispatchEvent(new Event('resume'));
  }
  await funnel.flush();
  const times = events().map(({ time }) => time);
  expect(events().map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4]);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});
