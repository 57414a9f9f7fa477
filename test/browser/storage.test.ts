// @vitest-environment node
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { hash } from '../../src/event/ids.ts';
import { NAMES } from '../../src/visit/storage.ts';
import { anEntry, aStanding, leftBehind, streamAt } from '../queue/entries.ts';
import { type Endpoint, takeAll } from './endpoint.ts';
import { call, createStage, eventsKept, letTimePass, numbers, PATIENCE, type Scene, upTo } from './harness.ts';

const stage = createStage();

const MINUTES = 60_000;

const nameFor = ({ url }: Endpoint) => NAMES.database + hash(url).slice(0, 16);

/** Key and value of a record, as they lie there. */
type Lying = [key: unknown, value: unknown];

/** Opens the database in a page without the script; what it puts there, nobody has looked at. */
const lay = (tab: Page, name: string, version: number, records: Lying[]): Promise<unknown> =>
  tab.evaluate(
    ([name, version, records]) =>
      new Promise((done, failed) => {
        const request = indexedDB.open(name, version);
        request.onerror = failed;
        request.onupgradeneeded = () => {
          const { objectStoreNames } = request.result;
          if (!objectStoreNames.contains('records')) request.result.createObjectStore('records');
        };
        request.onsuccess = () => {
          const transaction = request.result.transaction('records', 'readwrite');
          for (const [key, value] of records) transaction.objectStore('records').put(value, key as IDBValidKey);
          transaction.oncomplete = () => done(request.result.close());
        };
      }),
    [name, version, records] as const,
  );

/** All that lies in the database, by key. */
const lying = (tab: Page, name: string): Promise<Lying[]> =>
  tab.evaluate(
    (name) =>
      new Promise<Lying[]>((done) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          const store = request.result.transaction('records').objectStore('records');
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          store.transaction.oncomplete = () => {
            request.result.close();
            done(keys.result.map((key, at) => [key, values.result[at]]));
          };
        };
      }),
    name,
  );

/** Asks for the database as another script does. 'blocked': somebody does not let go of it. */
const ask = (tab: Page, name: string, what: 'upgrade' | 'delete'): Promise<string> =>
  tab.evaluate(
    ([name, what]) =>
      new Promise<string>((done) => {
        const request = what === 'delete' ? indexedDB.deleteDatabase(name) : indexedDB.open(name, 2);
        request.onblocked = () => done('blocked');
        request.onsuccess = () => done('done');
      }),
    [name, what] as const,
  );

const add = (n: number) => ['track', 'add_to_cart', { n }];
const book = (n: number) => ['track', 'demo_booked', { n }];

/** The endpoint takes all, and a page of two minutes later brings home what waits. */
const bringHome = async ({ endpoint, context, visit }: Scene): Promise<Page> => {
  await endpoint.up();
  endpoint.answer(takeAll);
  await letTimePass(context, 2 * MINUTES);
  return visit('/next');
};

test('what a newer version keeps is left alone; memory and spill serve', async () => {
  const scene = await stage.open();
  const { endpoint, visit } = scene;
  const lobby = await visit('/lobby');
  const theirs = leftBehind([anEntry(streamAt(1000), 0, { name: 'of_the_future', time: Date.now() })]);
  await lay(lobby, nameFor(endpoint), 2, theirs);
  const before = await lying(lobby, nameFor(endpoint));
  const tab = await visit();
  await call(tab, add(0));
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0]);
  await endpoint.down();
  await call(tab, add(1));
  await tab.close();
  await bringHome(scene);
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0, 1]);
  expect(endpoint.events('of_the_future')).toEqual([]);
  expect(await lying(lobby, nameFor(endpoint))).toEqual(before);
});

test.each(['upgrade', 'delete'] as const)(
  'another script may %s the database at any time, and what is tracked afterwards is kept all the same',
  async (what) => {
    const scene = await stage.open();
    const { endpoint, visit } = scene;
    const tab = await visit();
    await expect.poll(() => endpoint.events('landing').length, PATIENCE).toBe(1);
    const lobby = await visit('/lobby');
    expect(await ask(lobby, nameFor(endpoint), what)).toBe('done');
    await endpoint.down();
    await call(tab, book(0));
    await tab.close();
    await lobby.close();
    await bringHome(scene);
    await expect.poll(() => numbers(endpoint.events('demo_booked')), PATIENCE).toEqual([0]);
  },
);

test('a database that another script keeps from opening delays no event, and loses none', async () => {
  const scene = await stage.open();
  const { endpoint, visit } = scene;
  const lobby = await visit('/lobby');
  await lay(lobby, nameFor(endpoint), 1, []);
  await lobby.evaluate(
    (name) =>
      new Promise((done) => {
        indexedDB.open(name, 1).onsuccess = () => {
          indexedDB.open(name, 2).onblocked = done; // whoever comes next waits behind
        };
      }),
    nameFor(endpoint),
  );
  const tab = await visit();
  await call(tab, add(0), ['track', 'purchase', { transaction_id: 'A-1', n: 1 }]);
  await expect.poll(() => numbers(endpoint.taken.filter(({ props }) => props)), PATIENCE).toEqual([0, 1]);
  await endpoint.down();
  await call(tab, book(2));
  await tab.close();
  await lobby.close();
  await bringHome(scene);
  await expect.poll(() => numbers(endpoint.events('demo_booked')), PATIENCE).toEqual([2]);
});

test('records that are not ours, or half, keep nothing from leaving, and never leave', async () => {
  const scene = await stage.open();
  const { endpoint, visit } = scene;
  await endpoint.down();
  const dead = await visit();
  await call(dead, ...upTo(4).map(add));
  const { stream } = (await call(dead, ['status'])) as { stream: string };
  await expect.poll(() => eventsKept(dead), PATIENCE).toBe(5);
  await dead.close();

  const lobby = await visit('/lobby');
  const half = anEntry(stream, 9);
  const garbage: Lying[] = [
    [7, 'seven'],
    ['event', {}],
    [['event'], null],
    [['else', 'a', 0], { event: { name: 'else' } }],
    [['event', stream, 2], null], // in the place of one of ours
    [['event', stream, 1.5], 'text'],
    [['event', stream, 7], {}],
    [['event', stream, 8], { event: {} }],
    [['event', stream, 9], { ...half, event: { ...half.event, seq: undefined } }],
    [['stream', 'a', 0], null],
    [['stream', 'b', 0], { stream: 'b' }],
    [['stream', streamAt(2000), 0], { ...aStanding(streamAt(2000), 1), ledger: 'none' }],
    [['order', 'a', 0], { order: 1 }],
  ];
  await lay(lobby, nameFor(endpoint), 1, [...garbage, [['retry', '', 0], null]]);
  const tab = await bringHome(scene);
  await call(tab, book(9));
  await expect.poll(() => numbers(endpoint.events('demo_booked')), PATIENCE).toEqual([9]);
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0, 2, 3]);
  // What is missing is told.
  const end = () =>
    endpoint.arrived.flatMap(({ batch }) => batch.streams).find((one) => one.stream === stream && !one.events.length);
  await expect.poll(() => end()?.ledger, PATIENCE).toMatchObject({ created: 5, acknowledged: 4, waiting: 1 });
  expect(endpoint.mostCopies()).toBe(1);
  expect(await lying(lobby, nameFor(endpoint))).toEqual(expect.arrayContaining(garbage));
});

test('a quota met in the middle of a write loses nothing of what it held', async () => {
  const scene = await stage.open();
  const { endpoint, site, context, visit } = scene;
  await context.addInitScript(() => {
    const counted = window as unknown as { aborted: number };
    counted.aborted = 0;
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...given) {
      const begun = transaction.apply(this, given);
      begun.addEventListener('abort', () => counted.aborted++);
      return begun;
    };
  });
  // Before anything is stored: the browser asks only now and then how much is left.
  const lobby = await visit('/lobby');
  const cdp = await context.newCDPSession(lobby);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 100_000 });
  const tab = await visit();
  endpoint.answer(() => ({ status: 503 }));
  await call(tab, book(0));
  await expect.poll(() => eventsKept(tab), PATIENCE).toBeGreaterThan(0);
  const before = await eventsKept(tab);
  const text = 'x'.repeat(1000);
  await call(tab, ...upTo(200).map((n) => ['track', 'demo_booked', { n: n + 1, text }]));
  await expect.poll(() => tab.evaluate('aborted'), PATIENCE).toBeGreaterThan(0);
  expect(await eventsKept(tab)).toBe(before);
  await tab.close();
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: site.origin });
  await bringHome(scene);
  await expect.poll(() => numbers(endpoint.events('demo_booked')), PATIENCE).toEqual(upTo(201));
});

test('where neither IndexedDB nor localStorage takes it, an event leaves with its page', async () => {
  const scene = await stage.open();
  const { endpoint, context, visit } = scene;
  await context.addInitScript(`
    indexedDB.open = () => { throw new DOMException('refused', 'SecurityError'); };
    for (let size = 2 ** 22; size >= 1; size /= 2)
      try {
        for (let n = 0; ; n++) localStorage.setItem('shop' + size + n, 'x'.repeat(size));
      } catch {}`);
  const tab = await visit();
  await expect.poll(() => endpoint.events('landing').length, PATIENCE).toBe(1);
  await tab.evaluate(`funnelwire('track', 'demo_booked', { n: 0 }); location.assign('/next')`);
  await expect.poll(() => numbers(endpoint.events('demo_booked')), PATIENCE).toEqual([0]);
});

test('a connection that the browser closes is opened anew', async () => {
  const scene = await stage.open();
  const { endpoint, site, context, visit } = scene;
  const tab = await visit();
  await expect.poll(() => endpoint.events('landing').length, PATIENCE).toBe(1);
  await endpoint.down();
  const cdp = await context.newCDPSession(tab);
  await cdp.send('Storage.clearDataForOrigin', { origin: site.origin, storageTypes: 'indexeddb' });
  await call(tab, book(0));
  await expect.poll(() => eventsKept(tab), PATIENCE).toBe(1);
  await tab.close();
  await bringHome(scene);
  await expect.poll(() => numbers(endpoint.events('demo_booked')), PATIENCE).toEqual([0]);
});
