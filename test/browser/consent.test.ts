// @vitest-environment node
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { NAMES } from '../../src/visit/storage.ts';
import { bundle } from '../package/sizes.ts';
import { call, createStage, namesKept, PATIENCE } from './harness.ts';
import { platform } from './platform.ts';
import { htmlPage, scriptTag } from './site.ts';

const stage = createStage();

const open = (consent: string) =>
  stage.open((url) => {
    const plain = htmlPage(scriptTag({ 'data-endpoint': url, 'data-consent': consent }));
    return { '/': plain, '/next': plain };
  });

const isListed = (name: string) =>
  Object.values(NAMES).some((known) => name === known || (known.endsWith(':') && name.startsWith(known)));

const decision = (tab: Page) => tab.evaluate((name) => JSON.parse(localStorage.getItem(name)!), NAMES.consent);

/** Longer than anything is put off, but for the 5 s of what is not important: `flush` asks for that at once. */
const SETTLED_MS = 700;

const doEverything = async (tab: Page) => {
  await call(
    tab,
    ['track', 'add_to_cart', { value: 12, currency: 'EUR' }],
    ['track', 'purchase', { transaction_id: 'A-1', value: 12, currency: 'EUR' }],
    ['identify', 'customer-42'],
    ['flush'],
  );
  await tab.waitForTimeout(SETTLED_MS);
};

test('with consent every name found on the device is on the list', async () => {
  const { endpoint, context, visit } = await open('granted');
  const tab = await visit();
  await doEverything(tab);
  await expect.poll(() => endpoint.events('purchase').length, PATIENCE).toBe(1);
  const names = await namesKept(context, tab);
  expect(names.filter((name) => !isListed(name))).toEqual([]);
  expect(names).toContain(NAMES.visitor);
  expect(names).toContain(NAMES.session);
  expect(names.some((name) => name.startsWith(NAMES.database) && name !== NAMES.session)).toBe(true);
});

test.each(['pending', 'denied'])('%s: nothing is stored and nothing is sent, nor by leaving', async (consent) => {
  const { endpoint, context, visit } = await open(consent);
  const tab = await visit();
  await doEverything(tab);
  expect(await namesKept(context, tab)).toEqual([]);
  await visit('/next', tab);
  await doEverything(tab);
  expect(await namesKept(context, tab)).toEqual([]);
  await tab.close();
  const other = await visit('/next');
  expect(await namesKept(context, other)).toEqual([]);
  expect(endpoint.arrived).toEqual([]);
});

test('what waited for the decision is sent with it, landing and times included', async () => {
  const { endpoint, visit } = await open('pending');
  const tab = await visit();
  await call(tab, ['track', 'add_to_cart', { value: 12, currency: 'EUR' }]);
  const before = Date.now();
  await tab.waitForTimeout(SETTLED_MS);
  await call(tab, ['setConsent', 'granted']);
  await expect.poll(() => endpoint.events().length, PATIENCE).toBe(2);
  expect(
    endpoint
      .events()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['add_to_cart', 'landing']);
  for (const { time } of endpoint.events()) expect(time).toBeLessThanOrEqual(before);
  expect(await decision(tab)).toMatchObject({ consent: 'granted' });
});

test('what waited for the decision is burned when it is no', async () => {
  const { endpoint, context, visit } = await open('pending');
  const tab = await visit();
  await doEverything(tab);
  await call(tab, ['setConsent', 'denied']);
  await doEverything(tab);
  expect(await namesKept(context, tab)).toEqual([NAMES.consent]);
  await tab.close();
  expect(await namesKept(context, await visit('/next'))).toEqual([NAMES.consent]);
  expect(endpoint.arrived).toEqual([]);
});

test('anonymous: events arrive without an identifier, and nothing is stored', async () => {
  const { endpoint, context, visit } = await open('anonymous');
  const tab = await visit();
  await doEverything(tab);
  await expect.poll(() => endpoint.events('purchase').length, PATIENCE).toBe(1);
  expect(await namesKept(context, tab)).toEqual([]);
  await visit('/next', tab);
  await doEverything(tab);
  await expect.poll(() => new Set(endpoint.taken.map(({ stream }) => stream)).size, PATIENCE).toBe(2);
  expect(await namesKept(context, tab)).toEqual([]);
  for (const { visitor, session, user } of endpoint.arrived.flatMap(({ batch }) => batch.streams))
    expect([visitor, session, user]).toEqual([undefined, undefined, undefined]);
});

test('a consent withdrawn leaves the decision on the device and nothing else, and nothing more is sent', async () => {
  const { endpoint, context, visit } = await open('granted');
  const tab = await visit();
  await doEverything(tab);
  await expect.poll(() => endpoint.events('purchase').length, PATIENCE).toBe(1);
  endpoint.answer(() => ({ status: 503 }));
  await call(tab, ['track', 'add_to_cart', { value: 1, currency: 'EUR' }]); // must not outlive the withdrawal
  await call(tab, ['setConsent', 'denied']);
  await expect.poll(() => namesKept(context, tab), PATIENCE).toEqual([NAMES.consent]);
  expect(await decision(tab)).toMatchObject({ consent: 'denied' });

  const sent = endpoint.arrived.length;
  await doEverything(tab);
  await visit('/next', tab);
  await doEverything(tab);
  expect(await namesKept(context, tab)).toEqual([NAMES.consent]);
  expect(endpoint.arrived.length).toBe(sent);
});

test('forget empties the device and tells the endpoint once, with the visitor as the right to ask', async () => {
  const { endpoint, context, visit } = await open('granted');
  const tab = await visit();
  await doEverything(tab);
  await expect.poll(() => endpoint.events('purchase').length, PATIENCE).toBe(1);
  const { visitor } = endpoint.arrived[0]!.batch.streams[0]!;
  expect(visitor).toBeTruthy();

  await call(tab, ['forget']);
  await expect.poll(() => endpoint.arrived.filter(({ batch }) => batch.forget).length, PATIENCE).toBe(1);
  await expect.poll(() => namesKept(context, tab), PATIENCE).toEqual([NAMES.consent]);
  const sent = endpoint.arrived.length;
  await doEverything(tab);
  await visit('/next', tab);
  await doEverything(tab);
  expect(endpoint.arrived.slice(sent)).toEqual([]);
  expect(endpoint.arrived.at(-1)!.batch).toMatchObject({ forget: visitor, streams: [] });
  expect(await namesKept(context, tab)).toEqual([NAMES.consent]);
});

test('the visitor is shown what is kept of them, and after a no the decision alone', async () => {
  const { endpoint, context, visit } = await open('granted');
  endpoint.answer(() => ({ status: 503 }));
  const tab = await visit();
  await doEverything(tab);
  await visit('/next', tab);
  const data = () => tab.evaluate("funnelwire('exportData')");
  const kept = (await data()) as Record<string, unknown> & { events: { id: string; name: string }[] };
  const [cookie] = (await context.cookies()).filter(({ name }) => name === NAMES.visitor);
  expect(kept).toMatchObject({
    consent: { consent: 'granted' },
    visitor: cookie!.value,
    session: { user: 'customer-42' },
    orders: [expect.stringMatching(/^[0-9a-f]{32}$/)],
  });
  expect(kept.events.map(({ name }) => name).sort()).toEqual(['add_to_cart', 'landing', 'purchase']);
  await call(tab, ['setConsent', 'denied']);
  expect(Object.keys((await data()) as object)).toEqual(['consent']);
  await expect.poll(() => namesKept(context, tab), PATIENCE).toEqual([NAMES.consent]);
});

test('waiting for the decision, the visitor is shown what waits in memory', async () => {
  const { context, visit } = await open('pending');
  const tab = await visit();
  await call(tab, ['track', 'add_to_cart', { value: 12, currency: 'EUR' }]);
  const kept = await tab.evaluate("funnelwire('exportData')");
  expect(kept).toMatchObject({ consent: { consent: 'pending' }, orders: [], events: [{}, { name: 'add_to_cart' }] });
  expect(await namesKept(context, tab)).toEqual([]);
});

test('a frozen tab, and one gone back to, write nothing of what was forgotten meanwhile', async () => {
  const { endpoint, context, visit } = await open('granted');
  endpoint.answer(() => ({ status: 503 }));
  const [frozen, gone] = [await visit(), await visit()];
  await doEverything(gone);
  await visit('/next', gone);
  await doEverything(frozen);
  const cdp = await context.newCDPSession(frozen);
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  const other = await visit('/next');
  await call(other, ['forget']);
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await gone.goBack();
  for (const tab of [frozen, gone])
    await expect.poll(() => call(tab, ['status']), PATIENCE).toMatchObject({ consent: 'denied' });
  for (const tab of [frozen, gone]) await doEverything(tab);
  await expect.poll(() => namesKept(context, other), PATIENCE).toEqual([NAMES.consent]);
});

test('a no in one tab silences the other', async () => {
  const { endpoint, context, visit } = await open('granted');
  const first = await visit();
  const second = await visit('/next');
  await call(first, ['flush']);
  await call(second, ['track', 'add_to_cart', { value: 12, currency: 'EUR' }]);
  await expect.poll(() => endpoint.events('add_to_cart').length, PATIENCE).toBe(1);

  await call(first, ['setConsent', 'denied']);
  await expect.poll(() => call(second, ['status']), PATIENCE).toMatchObject({ consent: 'denied' });
  const sent = endpoint.arrived.length;
  await doEverything(second);
  await second.close();
  expect(endpoint.arrived.length).toBe(sent);
  await expect.poll(() => namesKept(context, first), PATIENCE).toEqual([NAMES.consent]);
});

let body: string;
beforeAll(async () => {
  body = await bundle(platform);
});

const openWithPlatform = () =>
  stage.open((url) => {
    const page = htmlPage(`<script>collector = '${url}'</script>`, '<script type="module" src="/shop.js"></script>');
    return { '/': page, '/next': page, '/shop.js': { headers: { 'content-type': 'text/javascript' }, body } };
  });

const choose = (tab: Page, choice: string) => tab.evaluate(`choose('${choice}')`);

test('a no that a platform tells makes worthless what sleeping tabs hold, which hear nothing of it', async () => {
  const { endpoint, context, visit } = await openWithPlatform();
  endpoint.answer(() => ({ status: 503 }));
  const [frozen, gone] = [await visit(), await visit()];
  await choose(frozen, 'granted');
  await choose(gone, 'granted');
  await doEverything(gone);
  await visit('/next', gone);
  await doEverything(frozen);
  expect(await decision(frozen)).toBe(null);
  const cdp = await context.newCDPSession(frozen);
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  const other = await visit('/next');
  await choose(other, 'denied');
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await gone.goBack();
  for (const tab of [frozen, gone])
    await expect.poll(() => call(tab, ['status']), PATIENCE).toMatchObject({ consent: 'denied' });
  const sent = endpoint.arrived.length;
  for (const tab of [frozen, gone]) await doEverything(tab);
  await expect.poll(() => namesKept(context, other), PATIENCE).toEqual(['choice', NAMES.consent]);
  expect(endpoint.arrived.length).toBe(sent);
});

test('where a platform says no as the page loads, what earlier pages kept is erased unsent', async () => {
  const { endpoint, context, site, visit } = await openWithPlatform();
  endpoint.answer(() => ({ status: 503 }));
  const tab = await visit();
  await choose(tab, 'granted');
  await doEverything(tab);
  expect(await namesKept(context, tab)).toContain(NAMES.session);
  await context.addCookies([{ name: 'choice', value: 'denied', url: site.origin }]);
  await visit('/next', tab);
  const sent = endpoint.arrived.length;
  await doEverything(tab);
  await expect.poll(() => namesKept(context, tab), PATIENCE).toEqual(['choice', NAMES.consent]);
  expect(endpoint.arrived.length).toBe(sent);
});

test('a yes after a no that a platform told holds, in a new epoch', async () => {
  const { endpoint, context, visit } = await openWithPlatform();
  const tab = await visit();
  for (const choice of ['granted', 'denied', 'granted']) await choose(tab, choice);
  await visit('/next', tab);
  await doEverything(tab);
  await expect.poll(() => endpoint.events('purchase').length, PATIENCE).toBe(1);
  expect(await decision(tab)).toEqual({ consent: 'granted', epoch: 2 });
  expect(await namesKept(context, tab)).toContain(NAMES.session);
});
