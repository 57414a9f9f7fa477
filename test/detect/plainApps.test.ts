// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { addToCart } from '../../src/detect/addToCart.ts';
import { checkout } from '../../src/detect/checkout.ts';
import { purchase } from '../../src/detect/purchase.ts';
import { removeFromCart } from '../../src/detect/removeFromCart.ts';
import { viewItem } from '../../src/detect/viewItem.ts';
import { answerWith, press, useServer, watch } from './shopPage.ts';

/** Small shops drawn by script, whose pages are all titled `Store` and headed by nothing. */
const product = (name: string, price: string) =>
  `<div id="root"><div class="details"><div class="name">${name}</div><div class="price">${price}</div>
  <button id="add">Add to cart</button></div></div>`;

const server = useServer();

test.each([
  '/inventory-item.html?id=4',
  '/product_details/4',
  '/prod.html?idp_=4',
  '/details?lang=en&product_id=4',
  '/item/4?utm_source=x',
])('a page without a heading is about the one product that %s names', async (path) => {
  const shop = watch(product('Mug', '$12.50'), [viewItem()], { path });
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.seen).toMatchObject([
    { name: 'view_item', fields: { items: [{ item_id: '4', item_name: 'Mug', price: 12.5 }] } },
  ]);
  shop.stop();
});

test.each(['01HM8YB4DDCQWWRTYVNP9JKHG1', '7ad5107f-3bdc-409c-a15c-c5fe955eb09a'])(
  'numbers of no meaning are numbers: %s',
  async (id) => {
    const shop = watch(product('Mug', '$12.50'), [viewItem()], { path: `/product/${id}` });
    await vi.advanceTimersByTimeAsync(4000);
    expect(shop.seen).toMatchObject([{ name: 'view_item', fields: { items: [{ item_id: id }] } }]);
    shop.stop();
  },
);

test.each(['/inventory.html', '/?id=4', '/about/4', '/products?page=2'])(
  'at %s it is about no product',
  async (path) => {
    const shop = watch(product('Mug', '$12.50'), [viewItem()], { path });
    await vi.advanceTimersByTimeAsync(4000);
    expect(shop.seen).toEqual([]);
    shop.stop();
  },
);

test('a product that still stands when the address has gone on to the next hides it from nobody', async () => {
  const shop = watch(product('Mug', '$12.50'), [viewItem()], { path: '/item/4' });
  await vi.advanceTimersByTimeAsync(4000);
  history.pushState(null, '', '/item/5');
  await vi.advanceTimersByTimeAsync(1000);
  document.body.innerHTML = product('Bowl', '$8.00');
  await vi.advanceTimersByTimeAsync(3000);
  expect(shop.seen.map(({ fields }) => fields?.items?.[0]?.item_id)).toEqual(['4', '5']);
  shop.stop();
});

test('a new line’s own id is none of the product that its request names beside it', async () => {
  const shop = watch(product('Mug', '$12.50'), [addToCart()], { path: '/mug' });
  await vi.advanceTimersByTimeAsync(4000);
  server.answer = () => answerWith(200, '');
  press('#add');
  fetch('/addtocart', { method: 'POST', body: JSON.stringify({ id: '5d2-81', prod_id: 4 }) });
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([{ name: 'add_to_cart', fields: { items: [{ item_id: '4', item_name: 'Mug' }] } }]);
  shop.stop();
});

const THANKS =
  '<div class="popup"><h2>Thank you for your purchase!</h2><p>Order number: 7341</p><button>OK</button></div>';

const LINE =
  '<tr><td>Mug</td><td><input type="number" name="quantity" value="2"></td><td>$12.50</td><td><a id="off"><svg></svg></a></td></tr>';

test('what a request removes without a word of the cart is the line that was pressed in, gone from the page by then', async () => {
  const shop = watch(`<main><h1>Cart</h1><table>${LINE}</table></main>`, [removeFromCart()], { path: '/cart' });
  await vi.advanceTimersByTimeAsync(4000);
  server.answer = () => answerWith(200, '');
  press('#off');
  fetch('/carts/c1/product/4', { method: 'DELETE' });
  document.querySelector('table')!.innerHTML = '';
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([
    { name: 'remove_from_cart', fields: { value: 25, items: [{ item_name: 'Mug', price: 12.5, quantity: 2 }] } },
  ]);
  shop.stop();
});

/** Presses in the cart, and goes where the application leads. */
const lead = async (control: string, path: string) => {
  const shop = watch(
    '<main><h1>Cart</h1><button id="go">Checkout</button><button id="back">Back</button></main>',
    [checkout()],
    {
      path: '/#/basket',
    },
  );
  await vi.advanceTimersByTimeAsync(4000);
  press(control);
  history.pushState(null, '', path);
  document.querySelector('main')!.innerHTML = '<h1>Select an address</h1>';
  await vi.advanceTimersByTimeAsync(4000);
  shop.stop();
  return shop.names();
};

test('a checkout is where its button leads, whatever the application calls it', async () => {
  expect(await lead('#go', '/#/address/select')).toEqual(['begin_checkout']);
  expect(await lead('#back', '/#/address/select')).toEqual([]);
});

/** Presses to pay on the page of the cart, and draws there what comes of it. */
const pay = async (html: string, path = '/cart') => {
  const shop = watch('<main><button id="pay">Purchase</button></main>', [purchase()], { path });
  await vi.advanceTimersByTimeAsync(4000);
  press('#pay');
  document.body.insertAdjacentHTML('beforeend', html);
  await vi.advanceTimersByTimeAsync(4000);
  shop.stop();
  return shop.seen;
};

test('a page that thanks where it stands has sold something, once', async () => {
  expect(await pay(THANKS + THANKS)).toMatchObject([
    { name: 'purchase', fields: { transaction_id: '7341' }, by: { evidence: ['page', 'press'] } },
  ]);
});

test.each([
  ['for something else', '<div><h2>Thank you for subscribing!</h2><p>10 % off your first order</p></div>'],
  ['for nothing, and asks', '<div><h2>Please confirm your order</h2><button>Yes</button></div>'],
  ['and has still to be paid', THANKS.replace('OK', 'Pay now')],
  [
    'and says that it failed',
    `<p role="alert" class="error">The payment was declined</p>${THANKS.replace('Thank', 'Sorry')}`,
  ],
])('one that thanks %s has not', async (_, html) => {
  expect(await pay(html)).toEqual([]);
});

test('on the way to an order the last press may say nothing of it', async () => {
  const shop = watch('<main><button id="ok">Confirm</button></main>', [checkout(), purchase()], { path: '/checkout' });
  await vi.advanceTimersByTimeAsync(4000);
  press('#ok');
  document.querySelector('main')!.innerHTML = '<div>Thanks for your order! Your invoice number is <b>INV-20</b>.</div>';
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen.at(-1)).toMatchObject({ name: 'purchase', fields: { transaction_id: 'INV-20' } });
  shop.stop();
});

test('nor has one where nothing is ordered', async () => {
  expect(await pay(THANKS, '/account')).toEqual([]);
});
