// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { addToCart } from '../../src/detect/addToCart.ts';
import { viewCart } from '../../src/detect/viewCart.ts';
import { viewItem } from '../../src/detect/viewItem.ts';
import { answerWith, LD, PRODUCT, press, useServer, watch } from './shopPage.ts';

const server = useServer();

test('a product page is a view with its price and currency', async () => {
  const shop = watch(PRODUCT, [viewItem()]);
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.seen).toHaveLength(1);
  expect(shop.seen[0]).toMatchObject({
    name: 'view_item',
    fields: { value: 12.5, currency: 'EUR', items: [{ item_id: 'm-1', item_name: 'Mug', price: 12.5 }] },
  });
  shop.stop();
});

test('a product that no data describe is told by its heading, price and add control', async () => {
  const shop = watch(PRODUCT.replace(LD, ''), [viewItem()]);
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.seen).toMatchObject([
    { name: 'view_item', fields: { value: 12.5, items: [{ item_name: 'Mug' }] }, by: { evidence: ['page'] } },
  ]);
  shop.stop();
});

test('so is one whose button waits for a choice or for stock', async () => {
  const shut = '<button disabled>Choose a size</button>';
  const shop = watch(`<main><h1>Mug</h1><p class="price">From 12,50 €</p><a href="/sizes">Sizes</a>${shut}</main>`, [
    viewItem(),
  ]);
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.seen).toMatchObject([{ name: 'view_item', fields: { value: 12.5, items: [{ item_name: 'Mug' }] } }]);
  shop.stop();
});

test('a listing with add controls is no product', async () => {
  const card = (name: string) =>
    `<li class="card"><a href="/p/${name}"><h3>${name}</h3></a><b class="price">€9.00</b><button>Add to cart</button></li>`;
  const shop = watch(`<main><h1>Cups</h1><ul>${card('Mug')}${card('Bowl')}</ul></main>`, [viewItem()]);
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.seen).toEqual([]);
  shop.stop();
});

test('a route change to another product is another view; the data of the last page is not taken for it', async () => {
  const shop = watch(PRODUCT, [viewItem()], { path: '/p/mug' });
  await vi.advanceTimersByTimeAsync(400);
  history.pushState(null, '', '/p/cup');
  document.querySelector('h1')!.textContent = 'Cup';
  document.title = 'Cup';
  await vi.advanceTimersByTimeAsync(200);
  expect(shop.seen).toHaveLength(1);
  document.querySelector('script')!.textContent =
    '{"@type":"Product","name":"Cup","offers":{"price":5,"priceCurrency":"EUR"}}';
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen.map(({ fields }) => fields?.value)).toEqual([12.5, 5]);
  shop.stop();
});

test('what a page is about it still is when its button says something else by the time of a later look', async () => {
  server.answer = () => answerWith(200, { lines: [{ sku: 'm-1', quantity: 2 }], total: 1 });
  const shop = watch(
    '<main><h2>Mug</h2><div><h3>Shipping</h3><b class="price">€12.50</b><button id="add">Add to cart</button></div></main>',
    [addToCart()],
  );
  document.title = 'Mug';
  await vi.advanceTimersByTimeAsync(700);
  document.querySelector('#add')!.textContent = '1 in cart';
  await vi.advanceTimersByTimeAsync(4000);
  press('#add');
  fetch('/api/order', { method: 'POST', body: 'action=addItemToOrder&variantId=6' });
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toMatchObject([{ fields: { items: [{ item_name: 'Mug', price: 12.5 }] } }]);
  shop.stop();
});

test('a bag for sale, at an address like that of a cart, is viewed as what it is', async () => {
  document.title = 'Market bag No. 7';
  const shop = watch(
    '<main><h1>Market bag No. 7</h1><b class="price">$28.00</b><button>Add to cart</button></main>',
    [viewItem(), viewCart()],
    { path: '/women/market-bag-no-7' },
  );
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.names()).toEqual(['view_item']);
  shop.stop();
});

test.each([
  ['/index.php?route=product/product&product_id=7', ['view_item']],
  ['/index.php?route=product/product&product_id=8', []],
])('seen from product 8, product at %s is viewed: %j', async (path, names) => {
  const referrer = `${location.origin}/index.php?route=product/product&product_id=8`;
  vi.spyOn(document, 'referrer', 'get').mockReturnValue(referrer);
  const shop = watch(PRODUCT, [viewItem()], { path });
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.names()).toEqual(names);
  shop.stop();
  vi.restoreAllMocks();
});
