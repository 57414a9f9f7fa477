// @vitest-environment node
import { expect, test } from 'vitest';
import { NAMES } from '../../src/visit/storage.ts';
import { type Arrived, type Endpoint, eventsOf, takeAll } from './endpoint.ts';
import { call, createStage, eventsKept, letTimePass, numbers, PATIENCE, type Scene, upTo } from './harness.ts';

const stage = createStage();

const MINUTES = 60_000;

const numbersOf = (one: Arrived) => numbers(eventsOf(one).filter(({ props }) => props));

const add = (n: number) => `funnelwire('track', 'add_to_cart', { n: ${n} })`;

/** Tabs that close themselves in the very task in which something went into the cart. */
const closeAfterAdd = async ({ visit }: Scene, count: number, tabsAtOnce = 5) => {
  const next = upTo(count);
  const inTurn = async () => {
    const lobby = await visit('/lobby'); // a tab may close itself only if another has opened it
    for (let n = next.shift(); n !== undefined; n = next.shift()) {
      const [tab] = await Promise.all([lobby.waitForEvent('popup'), lobby.evaluate(`void open('/')`)]);
      await tab.waitForLoadState();
      await Promise.all([tab.waitForEvent('close'), tab.evaluate(`${add(n)}; close()`).catch(() => {})]);
    }
  };
  await Promise.all(upTo(tabsAtOnce).map(inTurn));
};

test.each(['refused', '503'])(
  '50 tabs closed in the task of the add, endpoint down (%s): nothing is lost',
  { timeout: 90_000 },
  async (how) => {
    const scene = await stage.open();
    const { endpoint, context, visit } = scene;
    endpoint.answer(() => ({ status: 503 }));
    if (how === 'refused') await endpoint.down();
    await closeAfterAdd(scene, 50);

    expect(endpoint.taken).toEqual([]);
    endpoint.answer(takeAll);
    if (how === 'refused') await endpoint.up();
    await letTimePass(context, 2 * MINUTES);
    const tab = await visit();
    await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual(upTo(50));
    await expect.poll(() => eventsKept(tab), PATIENCE).toBe(0);
    expect(endpoint.mostCopies()).toBeLessThanOrEqual(2);
  },
);

/** What closed tabs sent on leaving has come in: resolves to how many requests there were by then. */
const quiet = async (endpoint: Endpoint): Promise<number> => {
  let before = -1;
  const isQuiet = () => {
    const last = before;
    before = endpoint.arrived.length;
    return last === before;
  };
  await expect.poll(isQuiet, { ...PATIENCE, interval: 500 }).toBe(true);
  return before;
};

test('an endpoint that redirects to one that takes all loses nothing', async () => {
  const { endpoint, context, visit } = await stage.open();
  endpoint.answer(() => ({ status: 302, headers: { location: endpoint.url } }));
  const tab = await visit();
  await call(tab, ['track', 'add_to_cart', { n: 0 }]);
  await expect.poll(() => endpoint.arrived.some((one) => numbersOf(one).length > 0), PATIENCE).toBe(true);
  expect(endpoint.faults).toEqual([]); // the GET without the body that a followed redirect becomes
  endpoint.answer(takeAll);
  await tab.close();
  await letTimePass(context, 10 * MINUTES);
  await visit('/next');
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0]);
});

test('a tab that writes while another deletes what was taken loses nothing', async () => {
  const { endpoint, context, visit } = await stage.open();
  const first = await visit();
  await expect.poll(() => endpoint.events('landing').length, PATIENCE).toBe(1);
  let take = () => {};
  const asked = new Promise<void>((reached) => {
    endpoint.answer((_, index) => {
      reached();
      const isFirst = index === 1;
      return isFirst ? new Promise((done) => (take = () => done({ status: 204 }))) : { drop: true };
    });
  });
  await first.evaluate(add(0));
  await asked;

  const second = await visit('/next');
  await second.evaluate(`for (const n of [1, 2, 3]) funnelwire('track', 'add_to_cart', { n })`);
  await first.evaluate(`for (const n of [4, 5, 6]) funnelwire('track', 'add_to_cart', { n })`);
  take();
  await second.close();
  await first.close();

  await quiet(endpoint);
  endpoint.answer(takeAll);
  await letTimePass(context, 2 * MINUTES);
  await visit();
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual(upTo(7));
  expect(endpoint.mostCopies()).toBe(1);
});

test('what three dead tabs left arrives in one envelope', async () => {
  const { endpoint, context, visit } = await stage.open();
  endpoint.answer(() => ({ status: 503 }));
  for (const n of upTo(3)) {
    const tab = await visit();
    await tab.evaluate(add(n));
    await tab.close();
  }
  const before = await quiet(endpoint);
  endpoint.answer(takeAll);
  await letTimePass(context, 2 * MINUTES);
  await visit();
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual(upTo(3));
  const holding = endpoint.arrived.slice(before).filter((one) => numbersOf(one).length);
  expect(holding.map(numbersOf)).toEqual([upTo(3)]);
  expect(new Set(holding[0]!.batch.streams.map(({ stream }) => stream)).size).toBe(3);
});

test.each([
  ['for another site', 'localhost'],
  ['for another page of the shop', '127.0.0.1'],
])('a purchase is delivered though the page leaves in the same task %s', async (_, host) => {
  const { endpoint, site, visit } = await stage.open();
  const to = `${site.origin.replace('127.0.0.1', host)}/lobby`;
  for (const n of upTo(5)) {
    const tab = await visit();
    await tab.evaluate(
      `funnelwire('track', 'purchase', { transaction_id: 'A-${n}', n: ${n} }); location.assign('${to}')`,
    );
  }
  await expect.poll(() => numbers(endpoint.events('purchase')), PATIENCE).toEqual(upTo(5));
});

test('a purchase outlives its page while the endpoint is down, and the next page delivers it', async () => {
  const { endpoint, context, visit } = await stage.open();
  await endpoint.down();
  const tab = await visit();
  await tab.evaluate(`funnelwire('track', 'purchase', { transaction_id: 'A-1', n: 0 }); location.assign('/lobby')`);
  await tab.waitForURL('**/lobby');
  await tab.close();
  await endpoint.up();
  await letTimePass(context, 2 * MINUTES);
  await visit();
  await expect.poll(() => numbers(endpoint.events('purchase')), PATIENCE).toEqual([0]);
});

test('what was tracked right before the next page of the shop is delivered by it', async () => {
  const { endpoint, visit } = await stage.open();
  const tab = await visit();
  for (const n of upTo(5)) {
    const path = n % 2 ? '/' : '/next';
    await tab.evaluate(`funnelwire('track', 'demo_booked', { n: ${n} }); location.assign('${path}')`);
    await tab.waitForURL(`**${path}`);
  }
  await expect.poll(() => numbers(endpoint.events('demo_booked')), PATIENCE).toEqual(upTo(5));
});

test('a visit is counted though its first page is left at once for one that is closed before it has loaded', async () => {
  const { endpoint, visit } = await stage.open();
  const tab = await visit();
  await tab.evaluate(`location.assign('/lobby')`); // it carries no tag: as good as none that ran
  await tab.waitForURL('**/lobby');
  await tab.close();
  await expect.poll(() => endpoint.events('landing').length, PATIENCE).toBe(1);
});

test('a tab closed in the task of the add delivers it by itself', async () => {
  for (const _ of upTo(3)) {
    const scene = await stage.open();
    const { endpoint, visit } = scene;
    await closeAfterAdd(scene, 1, 1);
    await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0]);
    await quiet(endpoint);
    expect(endpoint.mostCopies()).toBe(1);
    const tab = await visit();
    await expect.poll(() => eventsKept(tab), PATIENCE).toBe(0);
    // The next page knows of no answer.
    expect(endpoint.mostCopies()).toBeLessThanOrEqual(2);
  }
});

test('an endpoint that asks for time is given it, by the next page too', async () => {
  const { endpoint, visit } = await stage.open();
  endpoint.answer(() => ({ status: 503, headers: { 'Retry-After': '4' } }));
  const tab = await visit();
  await tab.evaluate(add(0));
  await expect.poll(() => endpoint.arrived.length, PATIENCE).toBe(1);
  const asked = endpoint.arrived[0]!.at;
  endpoint.answer(takeAll);
  await tab.goto(tab.url().replace(/\/$/, '/next'));
  await tab.evaluate(add(1));
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual(upTo(2));
  expect(endpoint.arrived[1]!.at - asked).toBeGreaterThanOrEqual(3900);
});

test('a body that is too large is halved until it fits', async () => {
  const { endpoint, visit } = await stage.open();
  endpoint.answer((one) => ({ status: eventsOf(one).length > 3 ? 413 : 204 }));
  const tab = await visit();
  await tab.evaluate(`for (let n = 0; n < 20; n++) funnelwire('track', 'demo_booked', { n })`);
  await expect.poll(() => numbers(endpoint.events('demo_booked')), PATIENCE).toEqual(upTo(20));
  expect(endpoint.mostCopies()).toBe(1);
});

test('an event that the endpoint can never take is dropped alone', async () => {
  const { endpoint, visit } = await stage.open();
  endpoint.answer((one) => ({ status: numbersOf(one).includes(7) ? 400 : 204 }));
  const tab = await visit();
  await tab.evaluate(`
    window.dropped = [];
    funnelwire('on', 'dropped', ({ events, reason }) => dropped.push([reason, ...events.map(({ props }) => props.n)]));
    for (let n = 0; n < 20; n++) funnelwire('track', 'demo_booked', { n });`);
  const others = upTo(20).filter((n) => n !== 7);
  await expect.poll(() => numbers(endpoint.events('demo_booked')), PATIENCE).toEqual(others);
  await expect.poll(() => tab.evaluate('dropped'), PATIENCE).toEqual([['refused', 7]]);
  expect(await call(tab, ['status'])).toMatchObject({
    created: 21,
    acknowledged: 20,
    waiting: 0,
    dropped: { refused: 1 },
  });
});

test('what happens offline is delivered once the browser is online again', async () => {
  const { endpoint, context, visit } = await stage.open();
  const tab = await visit();
  await expect.poll(() => endpoint.events('landing').length, PATIENCE).toBe(1);
  await context.setOffline(true);
  await tab.evaluate(add(0));
  await expect.poll(async () => (await call(tab, ['status'])) as object, PATIENCE).toMatchObject({ waiting: 1 });
  expect(endpoint.arrived.length).toBe(1);
  await context.setOffline(false);
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0]);
});

test('without IndexedDB events are delivered, and what was not yet is kept for the next page', async () => {
  const { endpoint, context, visit } = await stage.open();
  await context.addInitScript(`indexedDB.open = () => { throw new DOMException('refused', 'SecurityError'); }`);
  const spilled = async () =>
    (await context.storageState()).origins
      .flatMap(({ localStorage }) => localStorage)
      .filter(({ name }) => name.startsWith(NAMES.spill))
      .map(({ value }) => value)
      .join();
  const tab = await visit();
  await tab.evaluate(add(0));
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0]);
  await endpoint.down();
  await tab.evaluate(add(1));
  await tab.close();
  expect(await spilled()).toContain('"n":1');

  await endpoint.up();
  await letTimePass(context, 2 * MINUTES);
  await visit();
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0, 1]);
  await expect.poll(spilled, PATIENCE).not.toContain('"n":1');
});
