// @vitest-environment node
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatMoney, languages, products, searchProducts } from '../../examples/shop/catalogue.ts';
import { createShop, type Shop } from '../../examples/shop/shop.ts';
import { type Checkout, createStore, DECLINED_CARD } from '../../examples/shop/store.ts';
import { seededRandom } from '../../examples/shopper/chance.ts';
import { sendShoppers } from '../../examples/shopper/send.ts';
import { walkShop } from '../../examples/shopper/shopper.ts';
import { needBrowser } from '../browser/browser.mjs';

const ENDPOINT = 'https://collect.example/e?key="><b>';
/** Generous: a shopper needs two seconds, on a busy machine many more. */
const WALK_MS = 120_000;

const address = {
  name: 'Ida Brandt',
  email: 'ida@example.com',
  street: 'Lindenweg 12',
  postcode: '10437',
  city: 'Berlin',
  country: 'DE',
};

const checkout: Checkout = { currency: 'EUR', shipping: 'standard', payment: { method: 'invoice' }, address };

describe('the store', () => {
  test('EUR totals hold the tax, after coupon and with shipping', () => {
    const store = createStore();
    store.add('ida', 'MUG-MOSS', 2);
    expect(store.redeem('ida', ' welcome10 ')).toBe(true);
    expect(store.cart('ida', 'EUR').totals).toEqual({
      currency: 'EUR',
      subtotal: 4800,
      discount: 480,
      shipping: 490,
      tax: 768,
      taxIncluded: true,
      total: 4810,
    });
  });

  test('USD totals add the tax on goods', () => {
    const store = createStore();
    store.add('ida', 'MUG-MOSS', 2);
    store.redeem('ida', 'WELCOME10');
    expect(store.cart('ida', 'USD', 'express').totals).toEqual({
      currency: 'USD',
      subtotal: 5600,
      discount: 560,
      shipping: 1400,
      tax: 403,
      taxIncluded: false,
      total: 6843,
    });
  });

  test('standard shipping is free for a large cart, express is not, and an empty cart costs nothing', () => {
    const store = createStore();
    expect(store.cart('ida', 'EUR').totals.total).toBe(0);
    store.add('ida', 'VASE-INK');
    expect(store.cart('ida', 'EUR').totals.shipping).toBe(0);
    expect(store.cart('ida', 'EUR', 'express').totals.shipping).toBe(990);
  });

  test('an unknown coupon takes nothing off, not even one named like a property of every object', () => {
    const store = createStore();
    store.add('ida', 'BOWL-18');
    for (const code of ['SUMMER99', 'constructor', '']) expect(store.redeem('ida', code)).toBe(false);
    expect(store.cart('ida', 'EUR').totals.discount).toBe(0);
  });

  test('a cart never holds more than the stock, nor anything unknown', () => {
    const store = createStore();
    expect(store.add('ida', 'JUG-ALMA')).toEqual({ ok: false, reason: 'sold-out', left: 0 });
    expect(store.add('ida', 'BOWL-18', 5001)).toEqual({ ok: false, reason: 'not-enough', left: 5000 });
    for (const quantity of [0, -1, 1.5, Number.NaN]) expect(store.add('ida', 'BOWL-18', quantity).ok).toBe(false);
    expect(store.add('ida', 'NO-SUCH-SKU').ok).toBe(false);
    expect(store.cart('ida', 'EUR').lines).toEqual([]);
  });

  test('the last pieces belong to whoever orders first', () => {
    const store = createStore();
    for (const customer of ['ida', 'jonas']) store.add(customer, 'BOWL-18', 5000);
    expect(store.place('ida', checkout).ok).toBe(true);
    expect(store.place('jonas', checkout)).toEqual({ ok: false, reason: 'not-enough' });
    expect(store.add('emil', 'BOWL-18')).toEqual({ ok: false, reason: 'sold-out', left: 0 });
    expect(store.orders()).toHaveLength(1);
  });

  test('an order keeps what was charged, and empties the cart of its own customer only', () => {
    const store = createStore({ now: () => 1_700_000_000_000 });
    store.add('ida', 'MUG-MOSS', 2);
    store.add('jonas', 'BOWL-18');
    const placed = store.place('ida', { ...checkout, payment: { method: 'card', card: '4242 4242 4242 4242' } });
    const [order] = store.orders();
    expect(placed).toEqual({ ok: true, order });
    expect(order).toMatchObject({ customer: 'ida', placedAt: 1_700_000_000_000, payment: 'card', count: 2 });
    expect(order?.totals.total).toBe(4800 + 490);
    expect(JSON.stringify(order)).not.toContain('4242');
    expect(store.cart('ida', 'EUR').count).toBe(0);
    expect(store.cart('jonas', 'EUR').count).toBe(1);
  });

  test('a declined card places no order and leaves the cart', () => {
    const store = createStore();
    store.add('ida', 'MUG-MOSS');
    const payment = { method: 'card', card: '4000-0000-0000-0002' } as const;
    expect(store.place('ida', { ...checkout, payment })).toEqual({ ok: false, reason: 'declined' });
    expect(store.orders()).toEqual([]);
    expect(store.cart('ida', 'EUR').count).toBe(1);
    expect(store.stock('MUG-MOSS')).toBe(5000);
  });

  test('quantity 0 and removal both take the line out', () => {
    const store = createStore();
    store.add('ida', 'MUG-MOSS', 3);
    store.add('ida', 'BOWL-18');
    expect(store.setQuantity('ida', 'MUG-MOSS', 0)).toEqual({ ok: true });
    store.remove('ida', 'BOWL-18');
    expect(store.cart('ida', 'EUR').lines).toEqual([]);
    expect(store.place('ida', checkout)).toEqual({ ok: false, reason: 'empty' });
  });
});

describe('the catalogue', () => {
  test('every article number is sold once', () => {
    const skus = products.flatMap(({ variants }) => variants.map(({ sku }) => sku));
    expect(new Set(skus).size).toBe(skus.length);
  });

  test('a search speaks the language of the page', () => {
    expect(searchProducts('becher nord', 'de').map(({ slug }) => slug)).toEqual(['nord-mug']);
    expect(searchProducts('becher nord', 'en')).toEqual([]);
    expect(searchProducts('   ', 'en')).toEqual([]);
  });

  test('money is written as its readers do', () => {
    expect(formatMoney(124900, 'USD', 'en')).toBe('$1,249.00');
    expect(formatMoney(124900, 'EUR', 'de')).toBe('1.249,00\u00a0€');
  });
});

describe('the shop', () => {
  let shop: Shop;
  let browser: Browser;

  beforeAll(async () => {
    shop = await createShop({ endpoint: ENDPOINT });
    browser = await chromium.launch({ executablePath: needBrowser() });
  });

  afterAll(async () => {
    await browser.close();
    await shop.close();
  });

  /** A visitor with a cookie, who follows no redirect by themselves. */
  const visit = () => {
    let cookie = '';
    const ask = async (path: string, form?: Record<string, string>, headers: Record<string, string> = {}) => {
      const answer = await fetch(shop.url + path, {
        redirect: 'manual',
        headers: { cookie, origin: shop.url, ...headers },
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      });
      const given = answer.headers.getSetCookie()[0]?.split(';')[0];
      if (given) cookie = given;
      return {
        status: answer.status,
        to: answer.headers.get('location'),
        headers: answer.headers,
        body: await answer.text(),
      };
    };
    return ask;
  };

  const cartCount = (body: string) => Number(/class="cart-count">(\d+)</.exec(body)?.[1]);

  test.each(languages)('every page answers in %s', async (language) => {
    const ask = visit();
    await ask(`/${language}/cart/add`, { sku: 'BOWL-18' });
    const paths = [
      '',
      '/cart',
      '/checkout',
      '/search?q=mug',
      '/contact',
      '/newsletter',
      '/account/register',
      '/account/sign-in',
    ];
    const categories = ['tableware', 'coffee', 'linen', 'light'].map((id) => `/category/${id}?sort=price`);
    for (const path of [...paths, ...categories, ...products.map(({ slug }) => `/product/${slug}`)]) {
      const { status, body } = await ask(`/${language}${path}`);
      expect([path, status]).toEqual([path, 200]);
      expect(body).toContain(`<html lang="${language}">`);
      expect(body).not.toMatch(/undefined|\[object/);
    }
    expect((await ask(`/${language}/no/such/page`)).status).toBe(404);
  });

  test('the front door keeps the campaign and speaks the language of the browser', async () => {
    const { status, to } = await visit()('/?utm_source=google', undefined, { 'accept-language': 'de-AT,de' });
    expect([status, to]).toEqual([302, '/de?utm_source=google']);
  });

  test('a sold-out add from the product page answers 200 with the reason and leaves the cart', async () => {
    const ask = visit();
    const { status, body } = await ask('/en/product/alma-jug', { sku: 'JUG-ALMA', quantity: '1' });
    expect(status).toBe(200);
    expect(body).toContain('Sorry, Alma jug has just sold out.');
    expect(cartCount(body)).toBe(0);
  });

  test('a sold-out add from a card answers 200 with success false', async () => {
    const { status, body } = await visit()('/en/cart/add', { sku: 'JUG-ALMA' }, { accept: 'application/json' });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ success: false, cart: { count: 0 } });
  });

  test('an add from the product page comes back to it with a notice, shown once', async () => {
    const ask = visit();
    const { status, to } = await ask('/de/product/nord-mug', { sku: 'MUG-CLAY', quantity: '2' });
    expect([status, to]).toEqual([303, '/de/product/nord-mug?variant=MUG-CLAY']);
    const { body } = await ask(to!);
    expect(body).toContain('Becher Nord, Ton liegt im Warenkorb.');
    expect(cartCount(body)).toBe(2);
    expect((await ask(to!)).body).not.toContain('notice-success');
  });

  test('without a chosen variant nothing is added', async () => {
    const { status, body } = await visit()('/en/product/fold-linen-napkin', { quantity: '1' });
    expect(status).toBe(422);
    expect(cartCount(body)).toBe(0);
  });

  test('a wrong e-mail address is no subscription, and no message', async () => {
    const ask = visit();
    expect((await ask('/en/newsletter', { email: 'ida@example' })).status).toBe(422);
    const contact = await ask('/en/contact', { name: 'Ida', email: 'ida@example', message: 'Hello' });
    expect(contact.status).toBe(200);
    expect(contact.body).toContain('Your message was not sent.');
  });

  test('what was typed is written as text', async () => {
    const hostile = '"><script>alert(1)</script>\'<img src=x onerror=alert(2)>';
    const ask = visit();
    const pages = [
      await ask(`/en/search?q=${encodeURIComponent(hostile)}`),
      await ask('/en/contact', { name: hostile, email: hostile, message: hostile }),
      await ask('/en/newsletter', { email: hostile, back: hostile }),
      await ask(`/en?${encodeURIComponent(hostile)}=1`),
    ];
    for (const { body } of pages) {
      expect(body).not.toContain('<script>alert');
      expect(body).not.toContain('<img src=x');
    }
    expect(pages[0]?.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('pages may load only the shop itself, and talk only to it and the endpoint', async () => {
    const { headers, body } = await visit()('/en');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("connect-src 'self' https://collect.example;");
    expect(policy).not.toContain('unsafe');
    expect(body).toContain('data-endpoint="https://collect.example/e?key=&quot;&gt;&lt;b&gt;" data-consent="granted"');
    expect(headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/no-language'])(
    'a form sent back to %s stays in the shop',
    async (back) => {
      expect((await visit()('/en/currency', { currency: 'EUR', back })).to).toBe('/en');
    },
  );

  test('a form posted from another site is refused', async () => {
    const { status } = await visit()('/en/cart/add', { sku: 'BOWL-18' }, { origin: 'https://evil.example' });
    expect(status).toBe(403);
  });

  test('checkout leads through its steps; a declined card orders nothing, the next one does, once', async () => {
    const ask = visit();
    expect((await ask('/en/checkout/review')).to).toBe('/en/cart');
    await ask('/en/currency', { currency: 'EUR', back: '/en' });
    await ask('/en/cart/add', { sku: 'BOWL-18' });
    expect((await ask('/en/checkout/payment')).to).toBe('/en/checkout');
    expect((await ask('/en/checkout', { ...address, email: 'ida@example' })).status).toBe(422);
    expect((await ask('/en/checkout', address)).to).toBe('/en/checkout/shipping');
    expect((await ask('/en/checkout/shipping', { shipping: 'express' })).to).toBe('/en/checkout/payment');

    const before = shop.store.orders().length;
    await ask('/en/checkout/payment', { method: 'card', card: DECLINED_CARD });
    expect((await ask('/en/checkout/review', {})).to).toBe('/en/checkout/payment');
    expect((await ask('/en/checkout/payment')).body).toContain('Your bank declined the card.');
    expect(shop.store.orders()).toHaveLength(before);

    await ask('/en/checkout/payment', { method: 'card', card: '4242 4242 4242 4242' });
    const { to } = await ask('/en/checkout/review', {});
    expect(shop.store.orders()).toHaveLength(before + 1);
    const order = shop.store.orders().at(-1)!;
    expect(to).toBe(`/en/checkout/thank-you/${order.id}`);
    expect(order.totals.total).toBe(2900 + 990);
    for (const _visit of ['first', 'reload']) expect((await ask(to!)).body).toContain('€38.90');
    expect((await ask('/en/checkout/review', {})).to).toBe('/en/cart');
    expect((await visit()(to!)).status).toBe(404);
  });

  test('a new account finds the order it made, and nobody else does', async () => {
    const ask = visit();
    await ask('/en/cart/add', { sku: 'CANDLE-DUSK' });
    const account = { name: 'Ida', email: 'ida@example.com', password: 'a long enough one' };
    expect((await ask('/en/account/register', account)).to).toBe('/en/account');
    await ask('/en/checkout', address);
    await ask('/en/checkout/shipping', { shipping: 'standard' });
    await ask('/en/checkout/payment', { method: 'invoice' });
    await ask('/en/checkout/review', {});
    const { id } = shop.store.orders().at(-1)!;
    expect((await ask('/en/account')).body).toContain(id);
    expect((await ask(`/en/account/orders/${id}`)).status).toBe(200);
    await ask('/en/account/sign-out', {});
    expect((await ask(`/en/account/orders/${id}`)).status).toBe(404);
    expect((await ask('/en/account/register', account)).status).toBe(422);
    expect((await ask('/en/account/sign-in', { ...account, password: 'a wrong one' })).status).toBe(422);
    await ask('/en/account/sign-in', account);
    expect((await ask(`/en/account/orders/${id}`)).status).toBe(200);
  });

  test(
    'a shopper who goes straight for it buys what they added',
    async () => {
      const page = await browser.newPage();
      const habits = { view: 1, add: 1, checkout: 1, buy: 1, wander: 0 };
      const walk = await walkShop(page, shop.url, { random: seededRandom(11), habits });
      await page.close();
      expect(walk.order).toBeDefined();
      const lines = shop.store.order(walk.order!)?.lines;
      expect(lines?.map(({ variant, quantity }) => ({ sku: variant.sku, quantity }))).toEqual(walk.added);
    },
    WALK_MS,
  );

  test(
    'a shopper who tries everything still tells what was bought',
    async () => {
      const page = await browser.newPage();
      const habits = { view: 1, add: 1, checkout: 1, buy: 1, wander: 1 };
      const walk = await walkShop(page, shop.url, { random: seededRandom(5), habits });
      await page.close();
      const removed = new Set(walk.removed.map(({ sku }) => sku));
      const kept = new Set(walk.added.map(({ sku }) => sku).filter((sku) => !removed.has(sku)));
      const lines = shop.store.order(walk.order!)?.lines;
      expect(new Set(lines?.map(({ variant }) => variant.sku))).toEqual(kept);
    },
    WALK_MS,
  );

  test(
    'a seed sends the same shoppers again, however many walk at once',
    async () => {
      const send = (concurrency: number) =>
        sendShoppers({
          browserPath: needBrowser(),
          shopUrl: shop.url,
          count: 4,
          seed: 4,
          concurrency,
          habits: { view: 0, add: 0, checkout: 0, buy: 0, wander: 0.5 },
        });
      expect(await send(2)).toEqual(await send(1));
    },
    WALK_MS,
  );
});
