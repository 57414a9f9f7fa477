// @vitest-environment node
import { expect, test } from 'vitest';
import { createStage, numbers, PATIENCE } from './harness.ts';
import { ownWork } from './ownWork.ts';
import { htmlPage, scriptTag } from './site.ts';

const stage = createStage();

const TRACK = `funnelwire('track', 'add_to_cart', { n: 0 })`;

test.each([
  ['that asks for trusted types', '', ''],
  ['that lists the policies it allows, not ours,', "; trusted-types 'none'", ''],
  ['that lists ours, in a browser that needs it,', '; trusted-types funnelwire', 'delete Document.parseHTML;'],
])(
  'a page with a strict policy %s lets it work, a cart of HTML too, and has nothing to report',
  async (_, list, before) => {
    const { endpoint, context, site } = await stage.open((url) => ({
      '/cart/add/mini':
        '<div class="mini-cart"><div class="item empty" data-id="1">Your cart is empty</div><p>€0.00</p></div>',
      '/': {
        headers: {
          'content-security-policy': `default-src 'none'; script-src 'nonce-x'; connect-src 'self' ${new URL(url).origin}; require-trusted-types-for 'script'${list}`,
        },
        body: htmlPage(
          `<script nonce="x">${before}addEventListener('securitypolicyviolation', (event) => console.log('violation', event.violatedDirective, event.blockedURI, event.sample))</script>
        ${scriptTag({ nonce: 'x', 'data-endpoint': url })}`,
          `<form action="/cart/add"><button>Add to cart</button></form><ul><li><a href="/mug">Mug</a> <b class="price">€10.00</b> <button id="quick">Add to cart</button></li></ul>
        <script nonce="x">${TRACK};quick.onclick = () => fetch('/cart/add/mini', { method: 'POST', body: new URLSearchParams({ add: 1, quantity: 2 }) })</script>`,
        ),
      },
    }));
    const tab = await context.newPage();
    const said: string[] = [];
    tab.on('console', (message) => said.push(message.text()));
    await tab.goto(site.origin);
    await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0]);
    await Promise.all([tab.waitForResponse(/mini/), tab.click('#quick')]);
    // That the cart is empty has been read: an answer of nothing but 200 would be an add.
    await tab.waitForTimeout(1000);
    expect(await tab.evaluate(`funnelwire('status').attempts`)).toMatchObject({ open: 1, confirmed: 0 });
    await tab.click('form button');
    await tab.waitForURL(/cart.add/);
    expect(said.filter((text) => !/404/.test(text))).toEqual([]); // neither the form's page nor an icon exists
  },
);

const hostile: [string, string][] = [
  [
    'structured data is broken',
    `<script type="application/ld+json">{"@type":"Product","name":</script>
    <script type="application/ld+json">[null,1,"x",{"@graph":7},{"@type":["Product",{}],"offers":{"price":{"a":[]}}}]</script>`,
  ],
  ['dataLayer is a string', `<script>dataLayer = 'a string'</script>`],
  [
    'dataLayer throws when it is read',
    `<script>dataLayer = [{ get event() { throw new Error('hostile') } }, null, 7, new Proxy({}, { get() { throw new Error('hostile') }, ownKeys() { throw new Error('hostile') } })]</script>`,
  ],
  [
    'dataLayer is frozen',
    `<script>dataLayer = Object.freeze([{ event: 'view_item', ecommerce: { items: 'none' } }])</script>`,
  ],
  [
    'fetch and XMLHttpRequest are frozen',
    `<script>
      Object.defineProperty(window, 'fetch', { value: fetch, writable: false, configurable: false });
      Object.freeze(XMLHttpRequest.prototype);
    </script>`,
  ],
  [
    'prototypes are extended',
    `<script>
      Array.prototype.last = function () { return this[this.length - 1] };
      Object.prototype.tap = function (fn) { fn(this); return this };
      String.prototype.strip = function () { return this.trim() };
    </script>`,
  ],
  [
    'elements are named like the globals',
    `</head><body><form name="dataLayer"><input name="parentNode"></form><img name="location"><form id="f"><input name="action"><input name="getAttribute"></form>`,
  ],
  ['history is frozen', `<script>Object.freeze(history); Object.freeze(History.prototype)</script>`],
];

test.each(hostile)('where %s, the page sees no error and its events arrive', async (_, head) => {
  const { endpoint, visit } = await stage.open((url) => ({
    '/': htmlPage(
      head + scriptTag({ 'data-endpoint': url }),
      `<form action="/cart/add" onsubmit="return false"><button name="add">Add to cart</button></form>`,
    ),
  }));
  const tab = await visit();
  await tab.click('[name=add]');
  await tab.evaluate(TRACK);
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0]);
  expect(endpoint.events('landing').length).toBe(1);
});

test("the shop's own requests, clicks and history do what they do without us", async () => {
  const json = { headers: { 'content-type': 'application/json' }, body: '{"items":[{"id":7,"quantity":1}]}' };
  const { endpoint, site, context } = await stage.open((url) => ({
    '/with': htmlPage(scriptTag({ 'data-endpoint': url }), ownWork.html),
    '/without': htmlPage('', ownWork.html),
    '/cart/add': json,
    '/cart/refused': { ...json, status: 422 },
    '/page': '<p>Hello</p>',
  }));
  const resultsOn = async (path: string) => {
    const tab = await context.newPage();
    await tab.goto(site.origin + path);
    return tab.evaluate(ownWork.run);
  };
  const without = await resultsOn('/without');
  expect(Object.keys(without).length).toBeGreaterThan(15);
  expect(await resultsOn('/with')).toEqual(without);
  await expect.poll(() => endpoint.events('landing').length, PATIENCE).toBe(1);
});
