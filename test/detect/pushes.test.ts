// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addToCart } from '../../src/detect/addToCart.ts';
import { lists } from '../../src/detect/lists.ts';
import { viewItem } from '../../src/detect/viewItem.ts';
import { answerWith, createNotes, press, watch } from './shopPage.ts';

const LD = (name: string) =>
  `<script type="application/ld+json">{"@type":"Product","name":"${name}","sku":"m-1","offers":{"price":"12.50","priceCurrency":"EUR"}}</script>`;
const PRODUCT = `${LD('Mug')}<main><h1>Mug</h1><p class="price">12,50 €</p><form method="post" action="/basket"><input type="hidden" name="product_id" value="7"><button id="add">Add to cart</button></form></main>`;
const LISTING =
  '<main><h1>Cups</h1><ul><li><a href="/p/mug"><h3>Mug</h3></a><b class="price">€12.50</b></li><li><a href="/p/cup"><h3>Cup</h3></a><b class="price">€9.00</b></li></ul></main>';

let server: () => Promise<Response>;
let layer: unknown[];
const original = window.fetch;
beforeEach(() => {
  vi.useFakeTimers();
  layer = [];
  Object.assign(window, { dataLayer: layer });
  window.fetch = (() => server()) as typeof fetch;
});
afterEach(() => {
  vi.useRealTimers();
  window.fetch = original;
  Reflect.deleteProperty(window, 'dataLayer');
});

const gtag = (name: string, item: object) => ({ 0: 'event', 1: name, 2: { value: 12.5, items: [item] }, length: 3 });
const ga4 = (event: string, item: object) => ({ event, ecommerce: { currency: 'EUR', items: [item] } });
const ua = (event: string, key: string, product: object) => ({ event, ecommerce: { [key]: { products: [product] } } });

const NAMELESS = { id: 'gla_12', price: 12.5, quantity: 1 };
const OTHERWISE = { item_id: '4410', item_name: 'ACME Mug blue', price: 12.5, quantity: 1 };

/** What several tags of one shop say of one and the same thing. */
const TOLD: [what: string, ...items: object[]][] = [
  ['a number of its own and no name', NAMELESS],
  ['another name and number', OTHERWISE],
  ['both', NAMELESS, OTHERWISE],
  ['a name in capitals', { item_id: 'x', item_name: 'MUG', price: 12.5 }],
];

test.each(TOLD)('a view that the site tells of by %s is the view of what the page shows', async (_, ...items) => {
  layer.push(...items.map((item) => ga4('view_item', item)));
  const shop = watch(PRODUCT, [viewItem()]);
  await vi.advanceTimersByTimeAsync(1000);
  layer.push(...items.map((item) => gtag('view_item', item)));
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.seen).toMatchObject([{ name: 'view_item', fields: { items: [{ price: 12.5 }] } }]);
  shop.stop();
});

test('a quick look that the site tells of is a view of its own', async () => {
  const shop = watch(PRODUCT, [viewItem()]);
  await vi.advanceTimersByTimeAsync(4000);
  press('h1');
  layer.push(ga4('view_item', { item_id: 'c-1', item_name: 'Cup', price: 9 }));
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen.map(({ fields }) => fields?.items?.[0]?.item_name)).toEqual(['Mug', 'Cup']);
  shop.stop();
});

test('a list told before the page was looked at is not told again', async () => {
  layer.push({ event: 'view_item_list', ecommerce: { items: [{ item_id: 'a' }, { item_id: 'b' }] } });
  const shop = watch(LISTING, [lists()], { path: '/cups' });
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.names()).toEqual(['view_item_list']);
  shop.stop();
});

/** A shop whose button tells its tags at once, and asks its server by script. */
const sell = (items: object[], name = 'add_to_cart') =>
  document.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault();
    layer.push(...items.map((item) => ga4(name, item)));
    fetch('/cart/add', { method: 'POST', body: JSON.stringify({ product_id: 7, quantity: 1 }) });
  });
const after = (ms: number, answer: Promise<Response>) => () =>
  new Promise<Response>((resolve) => setTimeout(() => resolve(answer), ms));

test.each(TOLD)('an add that the site tells of by %s is the one pressed for', async (_, ...items) => {
  server = after(50, answerWith(200, { success: true }));
  const shop = watch(PRODUCT, [addToCart()]);
  sell(items);
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(3000);
  // A tag manager may take its time.
  layer.push(ua('addToCart', 'add', { id: '4410', name: 'ACME Mug blue', price: 12.5, quantity: 1 }));
  await vi.advanceTimersByTimeAsync(3000);
  expect(shop.seen).toMatchObject([{ name: 'add_to_cart', fields: { items: [{ price: 12.5, quantity: 1 }] } }]);
  shop.stop();
});

test.each([
  [50, 422, { message: 'Sold out' }],
  [2000, 422, { message: 'Sold out' }],
  [2000, 200, { error: true }],
])('what is told at the press and refused after %i ms with %i was not added', async (ms, status, body) => {
  server = after(ms, answerWith(status, body));
  const shop = watch(PRODUCT, [addToCart()]);
  sell([{ item_id: '7', item_name: 'Mug', price: 12.5, quantity: 1 }]);
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(shop.seen).toEqual([]);
  expect(shop.attempts.map(({ outcome }) => outcome)).toContain('refused');
  shop.stop();
});

test('what is told at the press and answered late is one add', async () => {
  server = after(3000, answerWith(200, { success: true }));
  const shop = watch(PRODUCT, [addToCart()]);
  sell([{ item_id: '7', item_name: 'Mug', price: 12.5, quantity: 1 }]);
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(shop.names()).toEqual(['add_to_cart']);
  shop.stop();
});

test('several things told of at one press are as many adds', async () => {
  server = after(50, answerWith(200, { success: true }));
  const shop = watch(PRODUCT, [addToCart()]);
  sell([
    { item_id: '7', item_name: 'Mug', price: 12.5, quantity: 1 },
    { item_id: '8', item_name: 'Cup', price: 9, quantity: 1 },
  ]);
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(5000);
  expect(shop.seen.map(({ fields }) => fields?.items?.[0]?.item_name).sort()).toEqual(['Cup', 'Mug']);
  shop.stop();
});

/** A product's page whose form tells its tags as it is sent to `url`. */
const sendTo = async (url: string, memory: ReturnType<typeof createNotes>) => {
  const navigation = new EventTarget();
  Object.assign(window, { navigation });
  const shop = watch(PRODUCT, [addToCart()], { memory });
  document.querySelector('form')!.addEventListener('submit', (event) => {
    layer.push(ga4('add_to_cart', { item_id: '7', item_name: 'Mug', price: 12.5, quantity: 1 }));
    event.preventDefault();
  });
  await vi.advanceTimersByTimeAsync(1000);
  press('#add');
  navigation.dispatchEvent(Object.assign(new Event('navigate'), { destination: { url, sameDocument: false } }));
  shop.leave();
  shop.stop();
  Reflect.deleteProperty(window, 'navigation');
  return shop;
};

test.each([
  ['<div class="alert alert-danger" role="alert">Sorry, this product is out of stock.</div>', []],
  ['', ['add_to_cart']],
])('what is told as a form leaves is decided by the page that answers: %s', async (notice, names) => {
  const memory = createNotes();
  const first = await sendTo(`${location.origin}/basket`, memory);
  const next = watch(notice + PRODUCT, [addToCart()], { memory });
  await vi.advanceTimersByTimeAsync(20_000);
  expect([...first.names(), ...next.names()]).toEqual(names);
  next.stop();
});

test('what is told as a form leaves for another host, or as the tab is closed, is told at once', async () => {
  expect((await sendTo('https://pay.example/cart', createNotes())).names()).toEqual(['add_to_cart']);
});
