// @vitest-environment node
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { call, createStage, numbers, PATIENCE } from './harness.ts';
import { htmlPage, scriptTag } from './site.ts';

const stage = createStage();

const STUB =
  '<script>window.funnelwire=window.funnelwire||function(){(funnelwire.q=funnelwire.q||[]).push(arguments)}</script>';

const injected = (endpoint: string) => `<script>
  const tag = document.createElement('script');
  tag.src = '/funnelwire.js';
  tag.dataset.endpoint = '${endpoint}';
  tag.dataset.consent = 'granted';
  document.head.append(tag);
</script>`;

const waitForFunnel = (tab: Page) => tab.waitForFunction('typeof funnelwire === "function" && !!funnelwire.funnels');

/** What the page says on the console, from its first line on. */
const warningsOf = (tab: Page): string[] => {
  const said: string[] = [];
  tab.on('console', (message) => message.type() === 'warning' && said.push(message.text()));
  return said;
};

const places: [string, (endpoint: string) => string][] = [
  ['in the head', (url) => htmlPage(scriptTag({ 'data-endpoint': url }))],
  ['at the end of the body', (url) => htmlPage('', `<h1>Shop</h1>${scriptTag({ 'data-endpoint': url })}`)],
  ['async', (url) => htmlPage(scriptTag({ async: '', 'data-endpoint': url }))],
  ['defer', (url) => htmlPage(scriptTag({ defer: '', 'data-endpoint': url }))],
  ['injected by another script', (url) => htmlPage('', injected(url))],
];

test.each(places)('a tag %s starts the funnel', async (_, page) => {
  const { endpoint, visit } = await stage.open((url) => ({ '/': page(url) }));
  const tab = await visit();
  await waitForFunnel(tab);
  await call(tab, ['track', 'add_to_cart', { n: 0 }]);
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0]);
  expect(endpoint.events('landing').length).toBe(1);
});

test('calls made before the file has loaded are carried out in their order', async () => {
  const early = `<script>
    funnelwire('identify', 'customer-42');
    for (const n of [0, 1, 2]) funnelwire('track', 'demo_booked', { n });
    funnelwire('track', 'purchase', { transaction_id: 'A-1', value: 12.5, currency: 'EUR' });
  </script>`;
  const { endpoint, visit } = await stage.open((url) => ({
    '/': htmlPage(STUB + early + scriptTag({ async: '', 'data-endpoint': url })),
  }));
  await visit();
  await expect.poll(() => endpoint.events('purchase').length, PATIENCE).toBe(1);
  const own = endpoint.events().filter(({ name }) => name !== 'landing');
  expect(own.sort((a, b) => a.seq - b.seq).map(({ name, props }) => [name, props?.n])).toEqual([
    ['demo_booked', 0],
    ['demo_booked', 1],
    ['demo_booked', 2],
    ['purchase', undefined],
  ]);
  expect(endpoint.events('purchase')[0]).toMatchObject({ transaction_id: 'A-1', value: 12.5, currency: 'EUR' });
  expect(endpoint.arrived[0]!.batch.streams[0]!.user).toBe('customer-42');
});

test('two tags for one endpoint are one funnel', async () => {
  const { endpoint, visit } = await stage.open((url) => {
    const tag = scriptTag({ 'data-endpoint': url });
    return { '/': htmlPage(tag, tag) };
  });
  const tab = await visit();
  await call(tab, ['track', 'add_to_cart', { n: 0 }]);
  await expect.poll(() => endpoint.events().length, PATIENCE).toBe(2);
  await tab.close();
  expect(
    endpoint
      .events()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['add_to_cart', 'landing']);
});

test('two tags for two endpoints tell both', async () => {
  const other = await stage.addEndpoint();
  const { endpoint, visit } = await stage.open((url) => ({
    '/': htmlPage(scriptTag({ 'data-endpoint': url }) + scriptTag({ 'data-endpoint': other.url })),
  }));
  const tab = await visit();
  await call(tab, ['track', 'add_to_cart', { n: 0 }]);
  for (const each of [endpoint, other]) {
    await expect.poll(() => numbers(each.events('add_to_cart')), PATIENCE).toEqual([0]);
    expect(each.events('landing').length).toBe(1);
  }
});

test('data-context lies on every event', async () => {
  const { endpoint, visit } = await stage.open((url) => ({
    '/': htmlPage(scriptTag({ 'data-endpoint': url, 'data-context': '{"experiment":"b"}' })),
  }));
  await call(await visit(), ['track', 'add_to_cart', { n: 0 }]);
  await expect.poll(() => endpoint.events('add_to_cart'), PATIENCE).toMatchObject([{ context: { experiment: 'b' } }]);
});

test('a tag that does not name consent says so once, and sends nothing', async () => {
  const { endpoint, context, site } = await stage.open((url) => ({
    '/': htmlPage(scriptTag({ 'data-endpoint': url, 'data-consent': null })),
  }));
  const tab = await context.newPage();
  const warnings = warningsOf(tab);
  await tab.goto(site.origin);
  await call(tab, ['track', 'purchase', { transaction_id: 'A-1' }], ['flush']);
  expect(await call(tab, ['status'])).toMatchObject({ consent: 'pending' });
  await tab.goto(`${site.origin}/gone`);
  expect(warnings).toEqual([expect.stringContaining('consent')]);
  expect(endpoint.arrived).toEqual([]);
});

test.each(['ftp://collect.example/e', 'http://', ''])('an endpoint like "%s" is warned of by its name', async (bad) => {
  const { context, site } = await stage.open(() => ({ '/': htmlPage(scriptTag({ 'data-endpoint': bad })) }));
  const tab = await context.newPage();
  const warnings = warningsOf(tab);
  await tab.goto(site.origin);
  await call(tab, ['track', 'purchase', { transaction_id: 'A-1' }]);
  await call(tab, ['flush']);
  expect(warnings).toEqual([expect.stringContaining('"endpoint"')]);
});

test('the file of all languages knows a Latvian add button, and tells the vitals of the page it leaves', async () => {
  const card = `<main><h1>Krūze</h1><p class="price">12,50 €</p><button id="b">Pievienot grozam</button></main>
    <script>b.onclick = () => fetch('/basket', { method: 'POST', body: '{"item":1}' })</script>`;
  const { endpoint, visit } = await stage.open((url) => ({
    '/': htmlPage(scriptTag({ src: '/funnelwire.all.js', 'data-endpoint': url }), card),
    '/basket': { headers: { 'content-type': 'application/json' }, body: '{"success":true}' },
    '/lobby': htmlPage(''),
  }));
  const tab = await visit();
  await tab.click('#b');
  await expect
    .poll(() => endpoint.events('add_to_cart').map(({ items }) => items?.[0]?.item_name), PATIENCE)
    .toEqual(['Krūze']);
  await visit('/lobby', tab);
  await visit('/');
  await expect.poll(() => endpoint.events('page_vitals').length, PATIENCE).toBeGreaterThan(0);
});
