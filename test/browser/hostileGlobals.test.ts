// @vitest-environment node
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { GLOBALS } from '../fixtures/hostile/globals.ts';
import { call, createStage, numbers, PATIENCE } from './harness.ts';
import { htmlPage, scriptTag } from './site.ts';

const stage = createStage();

const open = (head: string, body = '') =>
  stage.open((url) => {
    const page = htmlPage(head, body + scriptTag({ 'data-endpoint': url }));
    return { '/': page, '/next': page };
  });

const mug = { item_id: 'MUG-1', item_name: 'Mug', price: 12.5, quantity: 2 };
const track = (tab: Page, n: number) =>
  call(tab, ['track', 'add_to_cart', { n, list: ['a', 2, { b: [] }], note: 'x', currency: 'EUR', items: [mug] }]);

test.each(Object.entries(GLOBALS))(
  'where there is %s, the page sees no error, what it says is told as it is, and the visitor stays one',
  async (_, code) => {
    const { endpoint, visit } = await open(`<script>{ ${code} }</script>`);
    const tab = await visit();
    await track(tab, 0);
    await visit('/next', tab);
    await track(tab, 1);
    await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0, 1]);
    for (const { props, currency, items } of endpoint.events('add_to_cart'))
      expect([props, currency, items]).toEqual([
        { n: expect.any(Number), list: ['a', 2, { b: [] }], note: 'x' },
        'EUR',
        [mug],
      ]);
    expect(endpoint.events('landing').length).toBe(1);
    const streams = endpoint.arrived.flatMap(({ batch }) => batch.streams);
    for (const name of ['visitor', 'session'] as const)
      expect([name, ...new Set(streams.map((stream) => stream[name]))]).toEqual([name, expect.any(String)]);
    for (const { body } of endpoint.arrived) expect(body).not.toContain('polluted');
  },
);

const elements = (names: string, toElement: (name: string) => string) => names.split(' ').map(toElement).join('');

test.each([
  [
    'forms named like what a document tells of itself',
    elements('cookie body head location title referrer', (name) => `<form name="${name}"></form>`),
  ],
  [
    'images named like what a document can do',
    elements(
      'getElementById createElement readyState hidden prerendering querySelectorAll',
      (name) => `<img name="${name}" alt="">`,
    ),
  ],
  [
    'ids like the globals',
    elements(
      'localStorage indexedDB fetch navigator performance crypto history dataLayer',
      (id) => `<i id="${id}"></i>`,
    ),
  ],
  ['a form in the place of our command', '<form id="funnelwire"><input name="q"><input name="funnels"></form>'],
  [
    'a form whose fields are named like what an element can do',
    `<form action="/cart/add">${elements('action method id tagName localName getAttribute closest matches parentNode children textContent querySelectorAll submit contains dataset querySelector elements', (name) => `<input name="${name}">`)}<button id="go">Subscribe</button></form>`,
  ],
])('beside %s the page sees no error, and what it says is told', async (_, html) => {
  const { endpoint, visit } = await open('', html);
  const tab = await visit();
  await track(tab, 0);
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0]);
  await expect.poll(() => endpoint.events('landing').length, PATIENCE).toBe(1);
  await tab.evaluate(() => {
    addEventListener('submit', (event) => event.preventDefault());
    Document.prototype.querySelector.call(document, '#go')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });
  await tab.waitForTimeout(SETTLED_MS); // looks taken late may throw, too
});

/** Longer than a page is looked at after its load. */
const SETTLED_MS = 3500;

test('an image in the place of our own tag does not say where events go', async () => {
  const elsewhere = await stage.addEndpoint();
  const { endpoint, visit } = await open(
    '',
    `<img name="currentScript" alt="" data-endpoint="${elsewhere.url}" data-consent="granted">`,
  );
  await track(await visit(), 0);
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0]);
  expect(elsewhere.arrived).toEqual([]);
});

test('what is said in a callback is told, each once, and the page comes back', async () => {
  const { endpoint, visit } = await open('');
  const tab = await visit();
  await tab.evaluate(() => {
    const { funnelwire } = window as unknown as { funnelwire(...args: unknown[]): void };
    funnelwire('on', 'event', ({ name, props }: { name: string; props: { n: number } }) => {
      if (name === 'add_to_cart' && props.n < 5) funnelwire('track', 'add_to_cart', { n: props.n + 1 });
    });
    funnelwire('track', 'add_to_cart', { n: 0 });
  });
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0, 1, 2, 3, 4, 5]);
  const seqs = endpoint.events().map(({ seq }) => seq);
  expect(new Set(seqs).size).toBe(seqs.length);
});

test.each([
  ['takes consent back', `funnelwire('setConsent', 'denied')`],
  ['forgets the visitor', `funnelwire('forget')`],
  ['stops', `funnelwire('stop')`],
])('a callback that %s in the middle of an event harms nobody, and nothing follows', async (_, code) => {
  const { endpoint, visit } = await open('');
  const tab = await visit();
  await expect.poll(() => endpoint.events('landing').length, PATIENCE).toBe(1);
  await tab.evaluate(`funnelwire('on', 'event', () => { ${code} })`);
  await track(tab, 0);
  await track(tab, 1);
  await call(tab, ['track', 'purchase', { transaction_id: 'A-1' }], ['flush']);
  await tab.waitForTimeout(SETTLED_MS);
  expect(endpoint.events('add_to_cart')).toEqual([]); // the one under way neither
  expect(endpoint.events('purchase')).toEqual([]);
});
