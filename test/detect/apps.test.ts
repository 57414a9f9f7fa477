// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { addToCart } from '../../src/detect/addToCart.ts';
import { forms } from '../../src/detect/forms.ts';
import { removeFromCart } from '../../src/detect/removeFromCart.ts';
import { viewCart } from '../../src/detect/viewCart.ts';
import { viewItem } from '../../src/detect/viewItem.ts';
import { answerWith, createNotes, press, useServer, watch } from './shopPage.ts';

/** Shops that are one app: headings of their frame, requests of their own beside those of the shopper. */
const server = useServer();

const post = (url: string, body: unknown) => fetch(url, { method: 'POST', body: JSON.stringify(body) });
const PAGE =
  '<main><h1>Product details</h1><div><h2>Mug</h2><b>€9.00</b><a role="radio" href="#l" id="large">Large</a><button id="add">Add to cart</button></div></main>';

test('a page headed by what every product’s page is headed by is about what its title names', async () => {
  for (const [title, seen] of [
    ['Buy Mug | Shop', [{ name: 'view_item', fields: { value: 9, items: [{ item_name: 'Mug' }] } }]],
    ['Shop', []],
  ] as const) {
    const shop = watch(PAGE, [viewItem()]);
    document.title = title;
    await vi.advanceTimersByTimeAsync(4000);
    expect(shop.seen, title).toMatchObject(seen);
    expect(shop.seen).toHaveLength(seen.length);
    shop.stop();
  }
});

test('what a page asks on its own after another press adds nothing, unless the answer holds the cart', async () => {
  const lines = [{ sku: 'm-1', name: 'Mug', price: 9, quantity: 1 }];
  for (const [body, names] of [
    [{ ok: true }, []],
    [{ lines, total: 9 }, ['add_to_cart']],
  ] as const) {
    server.answer = () => answerWith(200, body);
    const shop = watch(PAGE, [addToCart()]);
    await vi.advanceTimersByTimeAsync(1000);
    press('#large');
    await post('https://hints.example/widgets/items', { products: [{ id: 'm-1', sku: 'm-1', price: 9 }] });
    await vi.advanceTimersByTimeAsync(2000);
    expect(shop.names()).toEqual(names);
    shop.stop();
  }
});

test('what a control in an unknown language asks of the cart adds to it, though the answer tells nothing', async () => {
  const shop = watch(PAGE.replace('Add to cart', 'ใส่ตะกร้า'), [addToCart()]);
  await vi.advanceTimersByTimeAsync(1000);
  server.answer = () => answerWith(200, { ok: true });
  press('#add');
  await post('/cart/add', { product_id: 7 });
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toMatchObject([{ name: 'add_to_cart', fields: { items: [{ item_id: '7', item_name: 'Mug' }] } }]);
  shop.stop();
});

test('of a double click that adds twice both pieces were added, of an answer told twice one', async () => {
  for (const [quantities, quantity] of [
    [[1, 2], 2],
    [[1, 1], 1],
  ] as const) {
    const answers = quantities.map((quantity) => ({
      lines: [{ sku: 'm-1', name: 'Mug', price: 9, quantity }],
      total: 1,
    }));
    server.answer = (url) => answerWith(200, url === '/cart' ? { lines: [], total: 0, count: 0 } : answers.shift());
    const shop = watch(PAGE, [addToCart()]);
    document.title = 'Mug';
    await vi.advanceTimersByTimeAsync(4000);
    await fetch('/cart');
    const clicks = [1, 2].map(() => {
      press('#add');
      return post('/cart/items', { productId: 'm-1', quantity: 1 });
    });
    await Promise.all(clicks);
    await vi.advanceTimersByTimeAsync(2000);
    expect(shop.seen).toMatchObject([{ name: 'add_to_cart', fields: { value: 9 * quantity, items: [{ quantity }] } }]);
    shop.stop();
  }
});

test('a part of a set, added by itself, goes by the name it stands by', async () => {
  const part = (name: string, id: string) =>
    `<div><h2>${name}</h2><b>€9.00</b><button id="${id}">Add to cart</button></div>`;
  server.answer = () => answerWith(200, { lines: [{ sku: 'cup-1', name: 'Cup', price: 4, quantity: 1 }], total: 4 });
  const shop = watch(`<main><h1>Tea set</h1>${part('Tea set', 'all')}${part('Cup', 'cup')}</main>`, [addToCart()]);
  document.title = 'Tea set';
  await vi.advanceTimersByTimeAsync(4000);
  press('#cup');
  await post('/cart/items', { productId: 'cup-1', quantity: 1 });
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toMatchObject([{ fields: { value: 4, items: [{ item_id: 'cup-1', item_name: 'Cup' }] } }]);
  shop.stop();
});

test('a price that the page shows is in the page’s currency, whatever the cart is kept in at first', async () => {
  for (const [price, currency] of [
    [7.5, 'EUR'],
    [9, 'GBP'],
  ] as const) {
    const lines = [{ sku: 'm-1', name: 'Mug', price, quantity: 1 }];
    server.answer = () => answerWith(200, { currency: 'GBP', lines, total: price });
    const shop = watch(PAGE, [addToCart()]);
    document.title = 'Mug';
    await vi.advanceTimersByTimeAsync(4000);
    press('#add');
    await post('/cart/items', { productId: 'm-1', quantity: 1 });
    await vi.advanceTimersByTimeAsync(2000);
    expect(shop.seen).toMatchObject([{ fields: { currency, value: 9 } }]);
    shop.stop();
  }
});

test('of lines of one name, each in its own size, none has the number of what was added last', async () => {
  const lines = [
    { sku: 'm-s', name: 'Mug', price: 8, quantity: 1 },
    { sku: 'm-l', name: 'Mug', price: 9, quantity: 1 },
  ];
  server.answer = () => answerWith(200, { lines, total: 17 });
  const memory = createNotes();
  const shop = watch(PAGE, [addToCart()], { memory });
  document.title = 'Mug';
  await vi.advanceTimersByTimeAsync(4000);
  press('#add');
  await post('/cart/items', { productId: 'm-l', quantity: 1 });
  await vi.advanceTimersByTimeAsync(2000);
  shop.leave();
  shop.stop();
  const row = (price: number) => `<li class="line"><h3><a href="/mug">Mug</a></h3> 1 × €${price}.00</li>`;
  const cart = watch(`<main><h1>Cart</h1><ul>${row(8)}${row(9)}</ul></main>`, [viewCart()], { memory, path: '/cart' });
  await vi.advanceTimersByTimeAsync(4000);
  expect(cart.seen).toMatchObject([{ fields: { value: 17, items: [{ item_id: 'm-s' }, { item_id: 'm-l' }] } }]);
  cart.stop();
});

test('what is taken from a list of wishes leaves no cart', async () => {
  const page = '<main><ul><li class="line"><h3>Mug</h3> 1 × €9.00 <button id="off">Remove</button></li></ul></main>';
  for (const [path, names] of [
    ['/account/wishlist', []],
    ['/basket', ['remove_from_cart']],
  ] as const) {
    const shop = watch(page, [removeFromCart()], { path });
    await vi.advanceTimersByTimeAsync(4000);
    press('#off');
    await vi.advanceTimersByTimeAsync(10);
    document.querySelector('li')!.remove();
    await vi.advanceTimersByTimeAsync(2000);
    expect(shop.names()).toEqual(names);
    shop.stop();
  }
});

test('a badge that says 0 until a script has asked is no sign that a line is gone', async () => {
  const badge = (count: number) => `<header><a href="/cart">Cart <span class="cart-count">${count}</span></a></header>`;
  for (const [left, names] of [
    [2, []],
    [1, ['remove_from_cart']],
  ] as const) {
    const memory = createNotes();
    const line = '<ul><li class="line"><h3>Mug</h3> 1 × €9.00 <a href="#x" id="off">Remove</a></li></ul>';
    const shop = watch(badge(2) + line, [removeFromCart()], { memory });
    await vi.advanceTimersByTimeAsync(4000);
    press('#off');
    shop.leave();
    shop.stop();
    const next = watch(`${badge(0)}<main></main>`, [removeFromCart()], { memory, path: '/next' });
    await vi.advanceTimersByTimeAsync(700);
    document.querySelector('.cart-count')!.textContent = `${left}`;
    await vi.advanceTimersByTimeAsync(5000);
    expect(next.names()).toEqual(names);
    next.stop();
  }
});

test('an account that is offered for an order just placed is signed up for', async () => {
  server.answer = () => answerWith(201, { customerId: 'c-1' });
  const shop = watch(
    '<main><h1>Thank you for your order</h1><p>Order number: 00021803</p><form><h2>Create an account</h2><input type="email" name="email"><input type="password" name="password"><button>Create account</button></form></main>',
    [forms()],
    { path: '/checkout/confirmation/00021803' },
  );
  document.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault();
    post('/customers', { email: 'ann@example.com', password: 'x' });
  });
  await vi.advanceTimersByTimeAsync(4000);
  press('form button');
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.names()).toEqual(['sign_up']);
  shop.stop();
});
