// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GLOBALS } from '../fixtures/hostile/globals.ts';
import { type Around, answers, check, createHostileShop, structured } from '../fixtures/hostile/shop.ts';
import { createStage, PATIENCE } from './harness.ts';
import { scriptTag } from './site.ts';

/** The huge one crosses the wire often; where requests are not the matter, the others will do. */
const SMALL = answers.filter((name) => name !== 'huge');

const stage = createStage();
let shop: Awaited<ReturnType<typeof createHostileShop>>;
beforeEach(async () => {
  shop = await createHostileShop();
});
afterEach(() => shop.close());

const script = (code: string) => `<script>${code}</script>`;

/** Both ways to ask, wrapped by who counts what passes. */
const wrap = script(`{
  const { fetch, XMLHttpRequest: { prototype } } = window;
  const { open, send } = prototype;
  window.passed = 0;
  const pass = (url) => { if (String(url).startsWith('/cart')) passed++; };
  window.fetch = function (input, init) { pass(input); return fetch.apply(this, arguments); };
  prototype.open = function (method, url) { pass(url); return open.apply(this, arguments); };
  prototype.send = function () { return send.apply(this, arguments); };
}`);

const AROUND: Record<string, Around & { names?: string[] }> = {
  'answers are bad': { names: answers },
  'another has wrapped the requests before': { before: wrap },
  'another wraps the requests afterwards': { after: wrap },
  'others wrap the requests before and afterwards': { before: wrap, after: wrap },
  'another puts back what it found before': {
    before: script(
      `window.found = [fetch, XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send]; addEventListener('load', () => { [window.fetch, XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send] = found; });`,
    ),
  },
  'requests are frozen': {
    before: script(
      `Object.defineProperty(window, 'fetch', { value: fetch, writable: false, configurable: false }); Object.freeze(XMLHttpRequest.prototype); Object.freeze(XMLHttpRequest);`,
    ),
  },
  'requests are of classes of another': {
    after: script(
      `{ const Native = XMLHttpRequest; window.XMLHttpRequest = class extends Native {}; const native = fetch; window.fetch = async (...args) => { const answer = await native(...args); return new Proxy(answer, { get: (from, key) => { const value = Reflect.get(from, key); return typeof value === 'function' ? value.bind(from) : value; } }); }; }`,
    ),
  },
  'structured data is bad': { before: structured.join('') },
  'the data layer is bad': {
    before: script(`{
      const cyclic = { event: 'view_item_list', ecommerce: {} };
      cyclic.ecommerce.items = [cyclic];
      let deep = {};
      for (let level = 0; level < 10000; level++) deep = { event: 'view_item', ecommerce: deep, items: [deep] };
      const revoked = Proxy.revocable({}, {});
      revoked.revoke();
      window.dataLayer = [null, 1, 'x', undefined, [], cyclic, deep, revoked.proxy, JSON.parse('{"event":"view_cart","ecommerce":{"__proto__":{"polluted":1},"transaction_id":{},"value":"NaN"}}'), { get event() { throw new Error('hostile'); } }];
      for (let entry = 0; entry < 100000; entry++) dataLayer.push({ event: 'noise', entry });
    }`),
    after: script(
      `dataLayer.push({ event: 'gtm.js' }, null, Object.create(null)); dataLayer.length = 0; window.dataLayer = { push() { throw new Error('hostile'); } };`,
    ),
  },
  ...Object.fromEntries(
    Object.entries(GLOBALS).map(([name, code]) => [`there is ${name}`, { before: script(`{ ${code} }`) }]),
  ),
  'the page is drawn again': {
    after: script(
      `addEventListener('load', () => { for (let times = 0; times < 3; times++) document.body.replaceWith(document.body.cloneNode(true)); document.head.replaceChildren(); const { innerHTML } = document.body; document.body.textContent = ''; document.body.innerHTML = innerHTML; });`,
    ),
  },
};

test.each(Object.entries(AROUND))(
  'where %s, the shop works as without us, and what is added is told',
  async (_, { names = SMALL, ...around }) => {
    const endpoint = await stage.addEndpoint();
    const context = await stage.addContext();
    const visit = async (path: string, tag: string) => {
      shop.serve(path, tag, around);
      const tab = await context.newPage();
      await tab.goto(shop.origin + path);
      const results = await tab.evaluate(check, names);
      const adds: unknown[] = [];
      for (const by of ['fetch', 'xhr']) {
        await tab.click(`[data-by=${by}]`);
        adds.push(await tab.locator('[role=status]:not(:empty)').textContent());
        await tab.waitForFunction((count) => document.querySelector('#count')?.textContent === count, `${adds.length}`);
        if (tag) await expect.poll(() => endpoint.events('add_to_cart').length, PATIENCE).toBe(adds.length);
      }
      return { ...results, adds, passed: await tab.evaluate(() => (window as { passed?: number }).passed) };
    };
    const without = await visit('/without', '');
    expect(await visit('/with', scriptTag({ 'data-endpoint': endpoint.url }))).toEqual(without);
    for (const { value, currency, items } of endpoint.events('add_to_cart')) {
      expect([value, currency]).toEqual([12.5, 'EUR']);
      expect(items).toEqual([expect.objectContaining({ item_name: 'Robust Mug', price: 12.5, quantity: 1 })]);
    }
    expect(endpoint.events('purchase')).toEqual([]);
  },
  120_000,
);
