// @vitest-environment node
import type { Page } from 'playwright-core';
import { rollup } from 'rollup';
import { beforeAll, expect, test } from 'vitest';
import config from '../../examples/shopify-pixel/rollup.config.mjs';
import { orderEventId } from '../../src/event/ids.ts';
import { createStage, PATIENCE } from '../browser/harness.ts';
import { htmlPage } from '../browser/site.ts';

const stage = createStage();

/** The example is bundled first, on a machine that may be busy. */
const PATIENT_MS = 120_000;

const build = async (input: string, name: string) => {
  const built = await rollup({ input: `examples/shopify-pixel/${input}.ts`, plugins: config.plugins });
  const { output } = await built.generate({ format: 'iife', name });
  await built.close();
  return output[0].code.replaceAll('</', '<\\/');
};

let pixel: string;
let theme: string;
beforeAll(async () => {
  pixel = await build('pixel', 'pixel');
  theme = await build('theme', 'theme');
}, PATIENT_MS);

/**
 * The sandbox as Shopify documents it: no document of the shop's, an origin of its own, subscriptions, and a cookie jar
 * that is asked by messages. https://shopify.dev/docs/api/web-pixels-api
 */
const sandbox = (endpoint: string, options: object) => `
  const port = self.document ? parent : self;
  const post = (message) => (self.document ? parent.postMessage(message, '*') : self.postMessage(message));
  const heard = {}, asked = [];
  onmessage = ({ data }) => {
    if ('cookie' in data) asked.shift()(data.cookie);
    else if (data.privacy) heard.visitorConsentCollected({ customerPrivacy: data.privacy });
    else heard[data.name]?.(data);
  };
  const subscribe = (name, fn) => { heard[name] = fn; };
  const cookie = { get: (name) => new Promise((done) => { asked.push(done); post({ get: name }); }) };
  pixel.startPixel(
    {
      analytics: { subscribe }, customerPrivacy: { subscribe }, browser: { cookie },
      init: { customerPrivacy: { analyticsProcessingAllowed: ${(options as { isAllowed?: boolean }).isAllowed ?? true} } },
    },
    ${JSON.stringify({ endpoint, site: 'shop.test', ...options })});
  post({ ready: true });`;

/** The top frame: the shop's, which hands events to the pixel. */
const frame = (kind: string, code: string) => `
  <script>
    const code = ${JSON.stringify(code).replaceAll('</', '<\\/')};
    const onMessage = ({ data }) => {
      if (data.ready) window.ready = true;
      if (data.get) tell({ cookie: new RegExp('(?:^|; )' + data.get + '=([^;]*)').exec(document.cookie)?.[1] });
    };
    if ('${kind}' === 'worker') {
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      worker.onmessage = onMessage;
      window.tell = (message) => worker.postMessage(message);
    } else {
      const sandboxed = document.createElement('iframe');
      sandboxed.sandbox = 'allow-scripts allow-forms';
      sandboxed.srcdoc = '<script>' + code + '<' + '/script>';
      document.documentElement.append(sandboxed);
      window.onmessage = onMessage;
      window.tell = (message) => sandboxed.contentWindow.postMessage(message, '*');
    }
  </script>`;

const euros = (amount: number) => ({ amount, currencyCode: 'EUR' });

const variant = {
  id: '43218082857195',
  sku: 'MUG-MOSS',
  title: 'Moss',
  price: euros(24),
  product: { id: '7808926384363', title: 'Mug', vendor: 'Halden', type: 'Tableware' },
};

const checkout = (attributes: { key: string; value: string }[], order: object | null = null) => ({
  attributes,
  currencyCode: 'EUR',
  email: 'ida@example.com',
  lineItems: [{ title: 'Mug', quantity: 2, variant, finalLinePrice: euros(43.2) }],
  subtotalPrice: euros(43.2),
  totalPrice: euros(48.1),
  totalTax: euros(7.68),
  discountsAmount: euros(4.8),
  shippingLine: { price: euros(4.9) },
  delivery: { selectedDeliveryOptions: [{ title: 'Standard' }] },
  transactions: [{ gateway: 'shopify_payments' }],
  order,
});

const customerEvent = (name: string, data: object) => ({
  name,
  data,
  timestamp: new Date().toISOString(),
  context: {
    document: {
      location: { href: 'https://shop.test/checkouts/cn/Z2NwLWV1cm9wZS13ZXN0MTowMUpY?email=ida%40example.com' },
      referrer: 'https://shop.test/cart',
      title: 'Checkout',
    },
  },
});

type Told = Window & { tell(message: object): void; ready?: boolean };
const tell = (tab: Page, message: object) =>
  tab.evaluate((message) => (window as unknown as Told).tell(message), message);

const open = async (kind: string, options: object = {}) => {
  const scene = await stage.open((endpoint) => ({
    '/': htmlPage(`<script src="/funnelwire.js" data-endpoint="${endpoint}" data-consent="granted"></script>
      <script>${theme}
        const [funnel] = funnelwire.funnels;
        theme.handOver(funnel);</script>`),
    '/checkout': htmlPage('', frame(kind, pixel + sandbox(endpoint, options))),
  }));
  const updates: Record<string, string>[] = [];
  await scene.context.route('**/cart/update.js', (route) => {
    updates.push(JSON.parse(route.request().postData()!).attributes);
    return route.fulfill({ json: {} });
  });
  const checkOut = async () => {
    const tab = await scene.visit('/checkout');
    await tab.waitForFunction(() => (window as unknown as Told).ready);
    return tab;
  };
  return { ...scene, updates, checkOut };
};

const streamsOf = ({ arrived }: Awaited<ReturnType<typeof open>>['endpoint']) =>
  arrived.flatMap(({ batch }) => batch.streams);

test.each(['worker', 'iframe'])(
  'from the theme through the cart into the checkout of the %s sandbox it is one visitor in one session',
  { timeout: PATIENT_MS },
  async (kind) => {
    const { endpoint, updates, visit, checkOut } = await open(kind);
    const shop = await visit('/');
    await shop.evaluate(() =>
      (window as unknown as { funnelwire(...args: unknown[]): void }).funnelwire('track', 'add_to_cart', { value: 48 }),
    );
    await expect.poll(() => updates.length, PATIENCE).toBe(1);
    const attributes = Object.entries(updates[0]!).map(([key, value]) => ({ key, value }));

    const tab = await checkOut();
    for (const name of ['checkout_started', 'checkout_shipping_info_submitted', 'payment_info_submitted'])
      await tell(tab, customerEvent(name, { checkout: checkout(attributes) }));
    await tell(tab, customerEvent('checkout_completed', { checkout: checkout(attributes, { id: '5678' }) }));
    await expect.poll(() => endpoint.events('purchase').length, PATIENCE).toBe(1);

    const [purchase] = endpoint.events('purchase');
    expect(purchase).toMatchObject({
      id: orderEventId('shop.test', '5678'),
      transaction_id: '5678',
      currency: 'EUR',
      ...{ value: 48.1, value_basis: 'total', tax: 7.68, shipping: 4.9, discount: 4.8 },
      payment_type: 'shopify_payments',
      items: [{ item_id: 'MUG-MOSS', item_name: 'Mug', item_variant: 'Moss', price: 21.6, quantity: 2 }],
      by: { platform: 'shopify' },
    });
    await expect.poll(() => endpoint.events('begin_checkout').length, PATIENCE).toBe(1);
    expect(endpoint.events('begin_checkout')[0]).toMatchObject({ value: 43.2, currency: 'EUR' });
    await expect.poll(() => endpoint.events('add_shipping_info')[0]?.shipping_tier, PATIENCE).toBe('Standard');
    await expect.poll(() => endpoint.events('add_payment_info').length, PATIENCE).toBe(1);
    const streams = streamsOf(endpoint);
    expect(new Set(streams.map(({ stream }) => stream)).size).toBe(2);
    expect(new Set(streams.map(({ visitor, session }) => `${visitor} ${session}`)).size).toBe(1);
    expect(streams[0]!.visitor).toBeTruthy();
    // Neither the address nor the token of the checkout.
    for (const { body } of endpoint.arrived) expect(body).not.toMatch(/ida|Z2NwLWV1/);
  },
);

test('without the attribute the cookie names the visitor; what is no hand-over is believed by nobody', {
  timeout: PATIENT_MS,
}, async () => {
  const { endpoint, context, visit, checkOut } = await open('iframe');
  await visit('/');
  await expect.poll(() => endpoint.events('landing').length, PATIENCE).toBe(1);
  const [{ visitor } = {}] = streamsOf(endpoint);
  const attributes = [{ key: '_funnelwire', value: '<script>.x' }];
  await tell(await checkOut(), customerEvent('checkout_started', { checkout: checkout(attributes) }));
  await expect.poll(() => endpoint.events('begin_checkout').length, PATIENCE).toBe(1);
  expect(streamsOf(endpoint).map((stream) => stream.visitor)).toEqual([visitor, visitor]);
  await context.clearCookies();
  await tell(await checkOut(), customerEvent('payment_info_submitted', { checkout: checkout(attributes) }));
  await expect.poll(() => endpoint.events('add_payment_info').length, PATIENCE).toBe(1);
  expect(streamsOf(endpoint).at(-1)!.visitor).toBeUndefined();
});

test('an endpoint that is down is asked again, and an order is counted once in the ledger', {
  timeout: PATIENT_MS,
}, async () => {
  const { endpoint, checkOut } = await open('worker');
  endpoint.answer((_, index) => ({ status: index ? 204 : 503 }));
  await tell(await checkOut(), customerEvent('checkout_completed', { checkout: checkout([], { id: '5678' }) }));
  await expect.poll(() => endpoint.events('purchase').length, PATIENCE).toBe(1);
  expect(streamsOf(endpoint).map(({ ledger }) => [ledger.created, ledger.waiting])).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

test('who does not let the shop measure is not heard until they do', { timeout: PATIENT_MS }, async () => {
  const { endpoint, checkOut } = await open('worker', { isAllowed: false });
  const tab = await checkOut();
  await tell(tab, customerEvent('checkout_started', { checkout: checkout([]) }));
  await tell(tab, { privacy: { analyticsProcessingAllowed: true } });
  await tell(tab, customerEvent('payment_info_submitted', { checkout: checkout([]) }));
  await expect.poll(() => endpoint.events().length, PATIENCE).toBe(1);
  expect(endpoint.events().map(({ name }) => name)).toEqual(['add_payment_info']);
});

test('in a shop whose theme has no funnelwire the pixel tells the storefront too; else it leaves that to the theme', {
  timeout: PATIENT_MS,
}, async () => {
  const line = { merchandise: variant, quantity: 2, cost: { totalAmount: euros(48) } };
  const all: [string, object][] = [
    ['product_viewed', { productVariant: variant }],
    ['collection_viewed', { collection: { id: '4', title: 'Tableware', productVariants: [variant] } }],
    ['product_added_to_cart', { cartLine: line }],
    ['cart_viewed', { cart: { lines: [line], cost: { totalAmount: euros(48) } } }],
    ['product_removed_from_cart', { cartLine: line }],
    ['product_viewed', { productVariant: null }],
    ['checkout_started', { checkout: checkout([]) }],
  ];
  const pixel = await open('worker', { storefront: true });
  const tab = await pixel.checkOut();
  for (const [name, data] of all) await tell(tab, customerEvent(name, data));
  await expect.poll(() => pixel.endpoint.events().length, PATIENCE).toBe(6);
  const byName = Object.fromEntries(pixel.endpoint.events().map((event) => [event.name, event]));
  expect(byName.add_to_cart).toMatchObject({ value: 48, currency: 'EUR', items: [{ price: 24, quantity: 2 }] });
  expect(byName.view_item).toMatchObject({ value: 24, items: [{ item_id: 'MUG-MOSS' }] });
  expect(byName.view_item_list).toMatchObject({ item_list_name: 'Tableware' });
  expect(Object.keys(byName).sort()).toEqual([
    ...['add_to_cart', 'begin_checkout', 'remove_from_cart', 'view_cart', 'view_item', 'view_item_list'],
  ]);

  const quiet = await open('worker');
  const other = await quiet.checkOut();
  for (const [name, data] of all) await tell(other, customerEvent(name, data));
  await expect.poll(() => quiet.endpoint.events().length, PATIENCE).toBe(1);
  expect(quiet.endpoint.events()[0]!.name).toBe('begin_checkout');
});
