// @vitest-environment node
import { expect, test } from 'vitest';
import { createStage, numbers, PATIENCE } from './harness.ts';
import { htmlPage, scriptTag } from './site.ts';

const stage = createStage();

const open = (head: string) => stage.open((url) => ({ '/': htmlPage(head + scriptTag({ 'data-endpoint': url })) }));

const TRACK = `funnelwire('track', 'add_to_cart', { n: 0, currency: 'EUR', items: [{ item_id: 'MUG-1', price: 12.5, quantity: 2 }] })`;

test.each([
  [
    'with toJSON on its prototypes, as Prototype.js 1.6 put it',
    `for (const kind of [Array, String, Number, Object]) kind.prototype.toJSON = function () { return '"patched"' }`,
  ],
  [
    'with JSON patched to keep others out',
    `const { stringify, parse } = JSON;
    JSON.stringify = function () { return stringify.apply(JSON, arguments) };
    JSON.parse = function () { return parse.apply(JSON, arguments) }`,
  ],
  [
    'with frozen prototypes',
    `for (const kind of [Object, Array, String, Function, Map, Set, Promise, Event, EventTarget, Storage]) Object.freeze(kind.prototype)`,
  ],
  [
    'with a bind of its own, as MooTools had it',
    `Function.prototype.bind = function (self, args) { const fn = this; return function () { return fn.apply(self, args || arguments) } };
    Function.prototype.delay = function (ms, self, args) { return setTimeout(this.bind(self, args), ms) };
    Array.prototype.each = Array.prototype.forEach;
    String.prototype.contains = function (text) { return this.indexOf(text) > -1 }`,
  ],
  [
    'with enumerable names on every prototype',
    `Object.prototype.props = Object.prototype.context = Object.prototype.bot = 'polluted'; Array.prototype.polluted = 'polluted'; String.prototype.polluted = 'polluted'`,
  ],
])('a page %s sees no error, and tells what it said', async (_, code) => {
  const { endpoint, visit } = await open(`<script>{ ${code} }</script>`);
  const tab = await visit();
  await tab.evaluate(TRACK);
  await expect.poll(() => endpoint.events('add_to_cart').length, PATIENCE).toBe(1);
  expect(endpoint.events('add_to_cart')[0]).toMatchObject({
    ...{ currency: 'EUR', props: { n: 0 } },
    items: [{ item_id: 'MUG-1', price: 12.5, quantity: 2 }],
  });
  for (const { body } of endpoint.arrived) expect(body).not.toMatch(/polluted|patched/);
});

test('what is said in a callback is told, each once, and the page comes back', async () => {
  const { endpoint, visit } = await open('');
  const tab = await visit();
  await tab.evaluate(() => {
    const funnelwire = (window as unknown as { funnelwire(...args: unknown[]): void }).funnelwire;
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
])('a callback that %s in the middle of an event harms nobody', async (_, code) => {
  const { endpoint, visit } = await open('');
  const tab = await visit();
  await expect.poll(() => tab.evaluate(`funnelwire('status').created`), PATIENCE).toBe(1);
  await tab.evaluate(`funnelwire('on', 'event', () => { ${code} }); ${TRACK}; ${TRACK}`);
  await tab.evaluate(`funnelwire('track', 'purchase', { transaction_id: 'A-1' }); funnelwire('flush')`);
  await tab.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  expect(endpoint.events('add_to_cart').length).toBeLessThanOrEqual(1);
  expect(endpoint.events('purchase')).toEqual([]);
});
