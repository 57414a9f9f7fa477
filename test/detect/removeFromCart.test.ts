// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { addToCart } from '../../src/detect/addToCart.ts';
import { removeFromCart } from '../../src/detect/removeFromCart.ts';
import { viewCart } from '../../src/detect/viewCart.ts';
import { answerWith, createNotes, intercept, PRODUCT, press, useServer, watch } from './shopPage.ts';

const server = useServer();

test('a line removed that shows its sum alone has the price and number that its product’s add told', async () => {
  server.answer = () => answerWith(200, { message: 'done', totalCartItems: 0 });
  const shop = watch(
    `${PRODUCT}<div id="cart"><div class="row"><a class="link" href="/mug">Mug</a><input type="number" value="2"><button id="gone">Remove</button><strong>25,00 €</strong></div></div>`,
    [addToCart(), removeFromCart(), viewCart()],
  );
  intercept('/product/addtocart', { productId: '7', productQuantity: '2' });
  document
    .querySelector('#gone')!
    .addEventListener('click', () => void fetch('/product/removefromcart', { method: 'POST', body: 'cart_index=7' }));
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(1000);
  press('#gone');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen[1]).toMatchObject({
    name: 'remove_from_cart',
    fields: { value: 25, currency: 'EUR', items: [{ item_id: 'm-1', price: 12.5, quantity: 2 }] },
  });
  shop.stop();
});

test('a row’s own number is none of a product that the cart knows', async () => {
  server.answer = () =>
    answerWith(200, { cart: { items: [{ id: 900, product_id: 7, name: 'Mug', price: 9, quantity: 1 }] } });
  const shop = watch(
    '<main><div class="cart-item" data-item-id="900"><h6>Mug</h6><input type="number" value="1"><b>€9.00</b><button id="gone">Remove</button></div></main>',
    [removeFromCart()],
  );
  await fetch('/cart');
  await vi.advanceTimersByTimeAsync(400);
  server.answer = () => answerWith(200, { success: true });
  press('#gone');
  await fetch('/cart/update', { method: 'POST', body: 'quantity[900]=0' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([{ name: 'remove_from_cart', fields: { items: [{ item_id: '7' }] } }]);
  shop.stop();
});

const LINES = [
  { sku: 'm-1', name: 'Mug', price: 9, quantity: 2 },
  { sku: 'b-1', name: 'Bowl', price: 7, quantity: 1 },
];

test.each([
  ['', [LINES[1]], ['remove_from_cart']],
  ['', LINES, []],
  ['', [], []], // an order empties the cart too
  ['Deliver to Aarhus', [LINES[1]], []],
])('what an icon without a name has done, "%s" here, the answer tells', async (label, left, names) => {
  const rows = '<tr><td>Mug</td><td>2</td><td>€9.00</td></tr><tr><td>Bowl</td><td>1</td><td>€7.00</td></tr>';
  const shop = watch(`<main><table>${rows}</table><button id="icon"><svg></svg>${label}</button></main>`, [
    removeFromCart(),
  ]);
  server.answer = () => answerWith(200, { lines: LINES });
  await fetch('/cart');
  await vi.advanceTimersByTimeAsync(400);
  server.answer = () => answerWith(200, { lines: left, total: 7 });
  press('#icon');
  await fetch('/act', { method: 'POST', body: '["line-1"]' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.names()).toEqual(names);
  if (names[0]) expect(shop.seen[0]).toMatchObject({ fields: { value: 18, items: [{ item_id: 'm-1', quantity: 2 }] } });
  shop.stop();
});

test.each([
  [2, []],
  [1, ['remove_from_cart']],
])('"remove one" takes a line of %s away only if it was the last', async (quantity, names) => {
  server.answer = () => answerWith(200, { quantity: quantity - 1 });
  const less = '<a href="#" title="Remove one"><i class="fa fa-minus"></i></a>';
  const shop = watch(
    `<main><div class="line" id="row"><a href="/mug">Mug</a>${less}<input name="qty" value="${quantity}"><b>$9.00</b></div></main>`,
    [removeFromCart()],
    { path: '/cart' },
  );
  document.querySelector('[title]')!.addEventListener('click', () => {
    fetch('/cart/update', { method: 'POST', body: JSON.stringify({ line: 7, quantity: quantity - 1 }) });
    if (quantity === 1) document.querySelector('#row')!.remove();
  });
  await vi.advanceTimersByTimeAsync(400);
  press('[title]');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.names()).toEqual(names);
  shop.stop();
});

test('an icon on the last piece takes the line away; on one of several it does not', async () => {
  const row = (quantity: number) =>
    `<div class="row"><a href="/mug"><h3>Mug</h3></a><b>$9.00</b><div><button class="${'inline-flex '.repeat(50)}" id="less"><svg class="lucide-minus"></svg></button><span>${quantity}</span></div></div>`;
  const shop = watch(`<main><h1>Your cart</h1><div id="rows">${row(2)}</div></main>`, [removeFromCart()], {
    path: '/cart',
  });
  await vi.advanceTimersByTimeAsync(4000);
  press('#less');
  document.querySelector('#rows')!.innerHTML = row(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toEqual([]);
  press('#less');
  await vi.advanceTimersByTimeAsync(10);
  document.querySelector('#rows')!.innerHTML = '';
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toMatchObject([
    { name: 'remove_from_cart', fields: { items: [{ item_name: 'Mug', quantity: 1 }] } },
  ]);
  shop.stop();
});

test('a line that is gone from a drawer is removed, whatever the page beside it shows', async () => {
  const line = '<li><a href="/mug">Mug</a><span>1 ×</span><b>$9.00</b></li>';
  const shop = watch(
    `<main><h1>Order 7</h1><ul>${line}</ul></main><div role="dialog"><ul id="lines">${line.replace('</li>', '<button id="off" aria-label="Remove"></button></li>')}</ul></div>`,
    [removeFromCart()],
  );
  await vi.advanceTimersByTimeAsync(4000);
  press('#off');
  await vi.advanceTimersByTimeAsync(10);
  document.querySelector('#lines')!.innerHTML = '';
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toMatchObject([{ name: 'remove_from_cart', fields: { items: [{ item_name: 'Mug' }] } }]);
  shop.stop();
});

test('a line that is gone is removed, though its shop says so as a warning', async () => {
  const row = (name: string) =>
    `<tr><td><a href="/${name}">${name}</a></td><td><input name="qty" value="1"></td><td>9,00 €</td><td><a class="remove" href="/cart?remove=${name}">Remove</a></td></tr>`;
  const cart = (...names: string[]) => `<main><table>${names.map(row).join('')}</table></main>`;
  const warned = '<p class="alert alert-warning">Cup was removed from your cart</p>';
  for (const [after, count] of [
    [cart('Mug'), 1],
    [cart('Mug', 'Cup'), 0],
  ] as const) {
    const memory = createNotes();
    const first = watch(cart('Mug', 'Cup'), [removeFromCart()], { memory, path: '/cart' });
    await vi.advanceTimersByTimeAsync(4000);
    press('[href$="Cup"].remove');
    first.leave();
    first.stop();
    const next = watch(warned + after, [removeFromCart()], { memory, path: '/cart' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(next.seen.length).toBe(count);
    next.stop();
  }
});
