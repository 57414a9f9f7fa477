// @vitest-environment node
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DECLINED_CARD } from '../../examples/shop/store.ts';
import { walkStorefront } from '../../examples/shopper/storefront.ts';
import { buildStorefront } from '../../examples/storefront/build.ts';
import { createStorefront, type Storefront } from '../../examples/storefront/storefront.ts';
import { needBrowser } from '../browser/browser.mjs';

const ENDPOINT = 'https://collect.example/e?key="><b>';
const BUILD_MS = 60_000;
const WALK_MS = 60_000;

const address = {
  name: 'Mara Lind',
  email: 'mara@example.org',
  street: 'Kanalweg 4',
  postcode: '20457',
  city: 'Hamburg',
  country: 'DE',
};

let site: string;
let storefront: Storefront;

beforeAll(async () => {
  site = await buildStorefront(await mkdtemp(join(tmpdir(), 'storefront-')));
  storefront = await createStorefront({ endpoint: ENDPOINT, site });
}, BUILD_MS);

afterAll(async () => {
  await storefront.close();
  await rm(site, { recursive: true });
});

/** A visitor with a cookie, who asks the API as the page does. */
const visit = () => {
  let cookie = '';
  return async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${storefront.url}/api${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', cookie },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const given = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    cookie = [cookie, ...given].filter(Boolean).join('; ');
    return { status: response.status, body: await response.json() };
  };
};

describe('the API', () => {
  test('a sold-out piece is refused with 200 and leaves the cart as it was', async () => {
    const ask = visit();
    await ask('POST', '/cart/items', { sku: 'MUG-MOSS' });
    const { status, body } = await ask('POST', '/cart/items', { sku: 'JUG-ALMA' });
    expect(status).toBe(200);
    expect(body).toEqual({ success: false, error: expect.stringContaining('sold out') });
    const { cart } = (await ask('GET', '/cart')).body;
    expect(cart.items).toMatchObject([{ sku: 'MUG-MOSS', quantity: 1 }]);
  });

  test('an article that does not exist, or a quantity that is none, is refused', async () => {
    const ask = visit();
    for (const wish of [
      { sku: 'NO-SUCH' },
      { sku: 'MUG-MOSS', quantity: -1 },
      { sku: 'MUG-MOSS', quantity: 'many' },
      {},
    ])
      expect(await ask('POST', '/cart/items', wish)).toMatchObject({ status: 422, body: { success: false } });
  });

  test('quantity can be changed down to nothing, and a line can be removed', async () => {
    const ask = visit();
    await ask('POST', '/cart/items', { sku: 'MUG-MOSS', quantity: 2 });
    await ask('POST', '/cart/items', { sku: 'BOWL-18' });
    expect((await ask('PATCH', '/cart/items/MUG-MOSS', { quantity: 3 })).body.cart).toMatchObject({
      count: 4,
      subtotal: 101,
    });
    expect((await ask('PATCH', '/cart/items/MUG-MOSS', { quantity: 0 })).body.cart.count).toBe(1);
    expect((await ask('DELETE', '/cart/items/BOWL-18')).body.cart).toMatchObject({ count: 0, items: [] });
  });

  test('an order is charged what the last step of checkout showed', async () => {
    const ask = visit();
    await ask('POST', '/cart/items', { sku: 'BOWL-18', quantity: 2 });
    await ask('POST', '/cart/coupon', { code: 'welcome10' });
    await ask('PUT', '/checkout/address', address);
    const { checkout } = (await ask('PUT', '/checkout/shipping', { method: 'express', giftWrap: true })).body;
    const { status, body } = await ask('POST', '/checkout/orders', { method: 'invoice' });
    expect(status).toBe(201);
    // 2 x 29.00, less 10 %, and 9.90 for express; EUR prices hold 19 % VAT.
    expect(body.order).toMatchObject({
      subtotal: 58,
      discount: 5.8,
      shipping: 9.9,
      total: 62.1,
      tax: 9.92,
      giftWrap: true,
    });
    expect(body.order.total).toBe(checkout.cart.total);
    expect(storefront.store.order(body.order.id)?.totals.total).toBe(6210);
    expect((await ask('GET', '/cart')).body.cart.count).toBe(0);
  });

  test('prices follow the currency that was chosen', async () => {
    const ask = visit();
    await ask('POST', '/cart/items', { sku: 'BOWL-18' });
    await ask('PUT', '/settings', { currency: 'USD' });
    expect((await ask('GET', '/cart')).body.cart).toMatchObject({ currency: 'USD', subtotal: 34, tax: 2.72 });
    expect((await ask('PUT', '/settings', { currency: 'XXX' })).status).toBe(422);
  });

  test('a declined card places no order and keeps the cart', async () => {
    const ask = visit();
    const before = storefront.store.orders().length;
    await ask('POST', '/cart/items', { sku: 'BOWL-18' });
    await ask('PUT', '/checkout/address', address);
    await ask('PUT', '/checkout/shipping', { method: 'standard' });
    const { status, body } = await ask('POST', '/checkout/orders', { method: 'card', card: DECLINED_CARD });
    expect(status).toBe(402);
    expect(body).toEqual({ success: false, error: expect.stringContaining('declined') });
    expect(storefront.store.orders()).toHaveLength(before);
    expect((await ask('GET', '/cart')).body.cart.count).toBe(1);
  });

  test('no step of checkout can be skipped, and no field of the address be left out', async () => {
    const ask = visit();
    await ask('POST', '/cart/items', { sku: 'BOWL-18' });
    expect((await ask('POST', '/checkout/orders', { method: 'invoice' })).status).toBe(409);
    const wrong = await ask('PUT', '/checkout/address', { ...address, email: 'mara', city: ' ' });
    expect(wrong.status).toBe(422);
    expect(Object.keys(wrong.body.fields)).toEqual(['email', 'city']);
  });

  test('an order is shown to whoever placed it and to nobody else', async () => {
    const ask = visit();
    await ask('POST', '/cart/items', { sku: 'BOWL-18' });
    await ask('PUT', '/checkout/address', address);
    await ask('PUT', '/checkout/shipping', { method: 'standard' });
    const { id } = (await ask('POST', '/checkout/orders', { method: 'invoice' })).body.order;
    expect((await ask('GET', `/orders/${id}`)).body.order.id).toBe(id);
    expect((await visit()('GET', `/orders/${id}`)).status).toBe(404);
  });

  test('a newsletter takes an address and refuses what is none', async () => {
    const ask = visit();
    expect(await ask('POST', '/newsletter', { email: 'mara@example.org' })).toMatchObject({
      status: 200,
      body: { success: true },
    });
    expect(await ask('POST', '/newsletter', { email: 'mara' })).toMatchObject({
      status: 422,
      body: { success: false },
    });
  });

  test('a search finds by words, and a category holds only its own', async () => {
    const ask = visit();
    const found = (await ask('GET', '/products?q=espresso%20cups')).body.products;
    expect(found.map(({ slug }: { slug: string }) => slug)).toEqual(['duo-espresso-cups']);
    const light = (await ask('GET', '/products?category=light')).body.products;
    expect(light.map(({ slug }: { slug: string }) => slug)).toEqual(['dusk-candle', 'moon-floor-lamp']);
  });
});

describe('the page', () => {
  test('every route answers with the page, which knows where its events go and nothing more', async () => {
    for (const path of ['/', '/products/nord-mug', '/checkout/payment', '/order-confirmation/HD-1', '/no/such']) {
      const response = await fetch(storefront.url + path);
      const page = await response.text();
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(page).toContain('<meta name="collector" content="https://collect.example/e?key=&quot;>&lt;b>"');
      expect(page).not.toContain('"><b>');
    }
  });

  test('only the endpoint may be reached besides the shop itself', async () => {
    const { headers } = await fetch(storefront.url);
    expect(headers.get('content-security-policy')).toContain("connect-src 'self' https://collect.example;");
  });

  test('what is missing is missing, and not answered with the page', async () => {
    for (const path of ['/assets/none.js', '/pictures/none.svg', '/api/none', '/api/products/none'])
      expect((await fetch(storefront.url + path)).status).toBe(404);
  });
});

describe('a shopper', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: needBrowser() });
  });
  afterAll(() => browser.close());

  const always = { view: 1, add: 1, checkout: 1, buy: 1, wander: 1 };

  test('walks to the order that the shop has in its book', { timeout: WALK_MS }, async () => {
    page = await browser.newPage();
    const walk = await walkStorefront(page, storefront.url, { random: () => 0, habits: always });
    const order = storefront.store.orders().at(-1)!;
    expect(walk).toMatchObject({ order: order.id, refusedAdds: 1, lead: 'newsletter', cart: true, checkout: true });
    const bought = order.lines.map(({ variant, quantity }) => ({ sku: variant.sku, quantity }));
    // One more of the first was taken in the cart, and the second piece was put back.
    expect(walk.added).toEqual([{ sku: bought[0]!.sku, quantity: 1 }, walk.removed[0]]);
    expect(bought).toEqual([{ sku: walk.added[0]!.sku, quantity: 2 }]);
    expect(await page.locator('.grand-total dd').textContent()).toBe(`€${(order.totals.total / 100).toFixed(2)}`);

    await page.reload();
    await page.getByText(order.id).waitFor();
    expect(storefront.store.orders().at(-1)).toBe(order);
  });

  test('who does not view a product has viewed, added and ordered nothing', { timeout: WALK_MS }, async () => {
    page = await browser.newPage();
    const walk = await walkStorefront(page, storefront.url, { random: () => 0.99, habits: { ...always, view: 0 } });
    expect(walk).toMatchObject({ landing: { kind: 'direct' }, viewed: [], added: [], cart: false, checkout: false });
    expect(walk.order).toBeUndefined();
  });

  test('who must choose a colour and has not is told so, and the cart stays empty', { timeout: WALK_MS }, async () => {
    page = await browser.newPage();
    await page.goto(`${storefront.url}/products/fold-linen-napkin`);
    const add = page.locator('main form').getByRole('button', { name: 'Add to cart' });
    await add.click();
    expect(await page.getByRole('alert').textContent()).toBe('Please choose a colour first.');
    expect(await page.locator('.cart-count').textContent()).toBe('0');
    await page.getByRole('radio', { name: 'rust' }).check();
    await add.click();
    await page.getByRole('dialog', { name: 'Added to your cart' }).waitFor();
    expect(await page.locator('.cart-count').textContent()).toBe('1');
  });

  test('who changes the currency sees every price in it, without a page load', { timeout: WALK_MS }, async () => {
    page = await browser.newPage();
    await page.goto(`${storefront.url}/products/heron-bowl`);
    const loaded = await page.evaluate(() => performance.timeOrigin);
    await page.getByLabel('Currency').selectOption('USD');
    await page.locator('.buy-box .price-now', { hasText: '$34.00' }).waitFor();
    expect(await page.locator('main').textContent()).not.toContain('€');
    expect(await page.evaluate(() => performance.timeOrigin)).toBe(loaded);
  });

  test('sees title and structured data change with the route', { timeout: WALK_MS }, async () => {
    page = await browser.newPage();
    const described = async () => JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!);
    await page.goto(`${storefront.url}/products/nord-mug`);
    await page.getByRole('heading', { name: 'Nord mug' }).waitFor();
    expect(await page.title()).toBe('Nord mug · Halden');
    expect(await described()).toMatchObject({
      name: 'Nord mug',
      sku: 'MUG-CHALK',
      offers: { price: '24.00', priceCurrency: 'EUR' },
    });
    await page.getByRole('radio', { name: 'clay' }).check();
    expect((await described()).sku).toBe('MUG-CLAY');
    await page.getByRole('link', { name: 'Tide plate', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Tide plate' }).waitFor();
    expect(await page.title()).toBe('Tide plate · Halden');
    expect(await described()).toMatchObject({ name: 'Tide plate', sku: 'PLATE-21' });
    await page.getByRole('link', { name: 'Coffee' }).click();
    await page.getByRole('heading', { level: 1, name: 'Coffee' }).waitFor();
    expect(await page.locator('script[type="application/ld+json"]').count()).toBe(0);
  });
});
