// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { addToCart } from '../../src/detect/addToCart.ts';
import { viewCart } from '../../src/detect/viewCart.ts';
import { answerWith, createNotes, intercept, PRODUCT, press, useServer, watch } from './shopPage.ts';

const server = useServer();

test('a cart that a link of the head opens in place is viewed, whatever its author calls the box', async () => {
  const shop = watch(
    '<nav><a class="menu" href="/cart">Cart 2</a></nav><div id="cart" class="pushy"><div class="row"><a class="link" href="/mug">Mug</a><input type="number" value="2"><button>Remove</button><strong>€25.00</strong></div><p>Total: €25.00</p></div>',
    [viewCart()],
    { path: '/mug' },
  );
  document.querySelector('nav a')!.addEventListener('click', (event) => event.preventDefault());
  await vi.advanceTimersByTimeAsync(400);
  press('nav a');
  await vi.advanceTimersByTimeAsync(3000);
  expect(shop.seen).toMatchObject([{ name: 'view_cart', fields: { value: 25, currency: 'EUR' } }]);
  shop.stop();
});

test.each([
  ['keeps for itself', ['view_cart'], true],
  ['lets lead to the cart’s page', [], false],
])('a drawer beside a link that the page %s is viewed: %j', async (_, names, isKept) => {
  const shop = watch(
    '<header><a id="cart" href="/basket">Cart</a></header><div role="dialog"><ul><li><a href="/mug">Mug</a><input type="number" value="2"><b>€25.00</b></li></ul></div>',
    [viewCart()],
  );
  Element.prototype.checkVisibility ??= () => true;
  if (isKept) document.querySelector('#cart')!.addEventListener('click', (event) => event.preventDefault());
  press('#cart');
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.names()).toEqual(names);
  shop.stop();
});

test('a cart that opens beside its button is viewed, whatever its box is called', async () => {
  const shop = watch(
    '<div><button id="open">Cart</button><div class="absolute"><ul><li>Mug <input type="number" value="2"> @ €12.50</li></ul>Sum €25.00</div></div>',
    [viewCart()],
  );
  Element.prototype.checkVisibility ??= () => true;
  press('#open');
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.seen).toMatchObject([{ name: 'view_cart', fields: { value: 25 } }]);
  shop.stop();
});

test('a control at the end of an open drawer opens none', async () => {
  const shop = watch(
    '<div class="mini-cart"><ul><li><a href="/mug">Mug</a><input type="number" value="2"><b>€25.00</b></li></ul><button id="cart">View cart</button></div>',
    [viewCart()],
  );
  Element.prototype.checkVisibility ??= () => true;
  press('#cart');
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.names()).toEqual([]);
  shop.stop();
});

test('a drawer that the page’s script presses open is no view', async () => {
  const shop = watch(
    '<a id="other">More</a><nav><a href="#">Cart 2</a></nav><div id="cart"><div class="row"><a href="/mug">Mug</a><input type="number" value="2"><button>Remove</button><strong>€25.00</strong></div></div>',
    [viewCart()],
    { path: '/mug' },
  );
  await vi.advanceTimersByTimeAsync(400);
  // What jsdom keeps behind its objects: only a browser makes an event that is the shopper's.
  const behind = (object: object) =>
    (object as Record<symbol, { _dispatch(event: unknown): void }>)[
      Object.getOwnPropertySymbols(object).find(({ description }) => description === 'impl')!
    ]!;
  const own = Object.assign(behind(new MouseEvent('click', { bubbles: true })), { isTrusted: true });
  behind(document.querySelector('#other')!)._dispatch(own);
  press('nav a');
  await vi.advanceTimersByTimeAsync(3000);
  expect(shop.seen).toEqual([]);
  // Long after, it may stand for a gesture of the shopper's that is no click.
  await vi.advanceTimersByTimeAsync(3000);
  press('nav a');
  await vi.advanceTimersByTimeAsync(3000);
  expect(shop.seen.length).toBe(1);
  shop.stop();
});

test('a small cart that an act is answered with, as a piece of HTML, is the cart', async () => {
  const small = (quantity: number) =>
    `<div id="mini-basket"><ul><li><div><a href="/mug">${quantity} × Mug</a></div><div>€${12.5 * quantity}0</div></li><li><div>Total:</div><div>€${12.5 * quantity}0</div></li></ul></div>`;
  const answers = [small(2), small(4), small(4), '<ul><li>2 × Mug €25.00</li></ul>'];
  server.answer = () => answerWith(200, answers.shift(), 'text/html');
  const shop = watch(PRODUCT, [addToCart()]);
  intercept('/mug?_g=ajaxadd', { add: 7, quantity: 2 });
  await vi.advanceTimersByTimeAsync(4000);
  for (let tries = 0; tries < 4; tries++) {
    press('#add');
    await vi.advanceTimersByTimeAsync(20_000);
  }
  const two = { fields: { value: 25, items: [{ item_name: 'Mug', price: 12.5, quantity: 2 }] } };
  expect(shop.seen).toMatchObject([two, two]);
  expect(shop.seen).toHaveLength(2);
  shop.stop();
});

test('a cart page that shows no ids has those of the answer it was drawn from', async () => {
  server.answer = () =>
    answerWith(200, {
      lines: [
        { sku: 'm-blue', name: 'Mug, blue', price: 9, quantity: 1 },
        { sku: 'm-red', name: 'Mug, red', price: 9, quantity: 2 },
      ],
    });
  const shop = watch('<main></main>', [viewCart()], { path: '/cart' });
  await vi.advanceTimersByTimeAsync(10);
  await fetch('/api/cart');
  document.querySelector('main')!.innerHTML =
    '<ul><li class="line"><b class="name">Mug</b> 1 × €9.00</li><li class="line"><b class="name">Mug</b> 2 × €9.00</li></ul>';
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([
    { name: 'view_cart', fields: { value: 27, items: [{ item_id: 'm-blue' }, { item_id: 'm-red' }] } },
  ]);
  shop.stop();
});

test('a cart’s lines have the names and numbers of what was added, whatever the page still says of itself', async () => {
  server.answer = () => answerWith(200, { items: [{ variation_id: 'm-red', quantity: 2, price: 12.5 }] });
  const memory = createNotes();
  const line = '<li class="line"><b class="name">Mug</b> 2 × €12.50</li>';
  const shop = watch(
    `${PRODUCT}<header><a href="#" aria-label="Cart"></a></header><div class="basket-preview"><ul>${line}</ul></div>`,
    [addToCart(), viewCart()],
    { memory, path: '/mug' },
  );
  Element.prototype.checkVisibility ??= () => true;
  intercept('/cart/add', { variation_id: 'm-red', quantity: '2' });
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(5000);
  press('header a');
  await vi.advanceTimersByTimeAsync(3000);
  const told = { value: 25, items: [{ item_id: 'm-red', item_name: 'Mug', quantity: 2 }] };
  expect(shop.seen).toMatchObject([{ fields: told }, { name: 'view_cart', fields: told }]);
  shop.leave();
  shop.stop();
  const cart = watch(`<main><ul>${line}</ul></main>`, [viewCart()], { memory, path: '/cart' });
  await vi.advanceTimersByTimeAsync(4000);
  expect(cart.seen).toMatchObject([{ name: 'view_cart', fields: told }]);
  cart.stop();
});
