// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addToCart } from '../../src/detect/addToCart.ts';
import { checkout } from '../../src/detect/checkout.ts';
import { everything } from '../../src/detect/everything.ts';
import { forms } from '../../src/detect/forms.ts';
import { landing } from '../../src/detect/landing.ts';
import { purchase } from '../../src/detect/purchase.ts';
import { removeFromCart } from '../../src/detect/removeFromCart.ts';
import { viewCart } from '../../src/detect/viewCart.ts';
import { viewItem } from '../../src/detect/viewItem.ts';
import { answerWith, createNotes, press, watch } from './shopPage.ts';

const LD =
  '<script type="application/ld+json">{"@type":"Product","name":"Mug","sku":"m-1","offers":{"price":"12.50","priceCurrency":"EUR"}}</script>';
const PRODUCT = `${LD}<main><h1>Mug</h1><p class="price">12,50 €</p><form method="post" action="/basket"><input type="hidden" name="product_id" value="7"><input type="number" name="quantity" value="2"><button id="add">Add to cart</button></form></main>`;
const CONFIRMATION =
  '<main><h1>Thank you for your order</h1><p>Order number: <b>A-7</b></p><table><tr><td>Total</td><td>24,90 €</td></tr></table></main>';

let server: (url: string) => Promise<Response>;
const original = window.fetch;
beforeEach(() => {
  vi.useFakeTimers();
  window.fetch = ((url: string) => server(String(url))) as typeof fetch;
});
afterEach(() => {
  vi.useRealTimers();
  window.fetch = original;
  Reflect.deleteProperty(window, 'dataLayer');
});

/** A shop whose button asks its server by script. */
const intercept = (url = '/cart/add', body: unknown = { product_id: 7, quantity: 2 }) =>
  document.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault();
    fetch(url, { method: 'POST', body: JSON.stringify(body) });
  });

test('the first page of a visit is a landing, the next is none', async () => {
  const first = watch('<h1>Shop</h1>', [landing()], { isLanding: () => true });
  await vi.advanceTimersByTimeAsync(10);
  expect(first.names()).toEqual(['landing']);
  first.stop();
  const next = watch('<h1>Shop</h1>', [landing()]);
  await vi.advanceTimersByTimeAsync(10);
  expect(next.names()).toEqual([]);
  next.stop();
});

test('consent given after the page was seen begins a visit, and is no landing', async () => {
  let isLanding = false;
  const shop = watch('<h1>Shop</h1>', [landing()], { isLanding: () => isLanding });
  await vi.advanceTimersByTimeAsync(10);
  isLanding = true;
  shop.leave();
  expect(shop.names()).toEqual([]);
  shop.stop();
});

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

test('a taken add is an add: price x quantity as added', async () => {
  server = () => answerWith(200, { success: true, cart: { items: [{ name: 'Mug', quantity: 5 }] } });
  const shop = watch(PRODUCT, [addToCart()]);
  intercept();
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([
    {
      name: 'add_to_cart',
      fields: { value: 25, currency: 'EUR', items: [{ item_id: 'm-1', item_name: 'Mug', price: 12.5, quantity: 2 }] },
      by: { evidence: ['answer'] },
    },
  ]);
  shop.stop();
});

test('an answer about one thing tells what was chosen last', async () => {
  server = () =>
    answerWith(200, {
      data: { item: { category_id: 4, product_sku: 'p-2', product_name: 'Plate', product_price: 7 } },
    });
  const shop = watch(PRODUCT, [addToCart()]);
  intercept('/cart/add', { sku: 'p-2', quantity: '2' });
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toMatchObject([
    { fields: { value: 14, items: [{ item_id: 'p-2', item_name: 'Plate', price: 7, quantity: 2 }] } },
  ]);
  shop.stop();
});

test('a request that sends the whole cart along has added to the line that has grown', async () => {
  const line = (id: number, name: string, quantity: number) => ({ id, name, quantity, unit_price: 5 });
  let cups = 1;
  server = () => answerWith(200, { lines: [line(3, 'Plate', 1), line(4, 'Cup', cups++)] });
  const shop = watch(PRODUCT.replaceAll('Mug', 'Cup'), [addToCart()]);
  intercept('/cart/add', { lines: [line(3, 'Plate', 1), line(4, 'Cup', 1)] });
  await vi.advanceTimersByTimeAsync(400);
  await fetch('/cart', { method: 'POST' });
  await vi.advanceTimersByTimeAsync(100);
  press('#add');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([{ fields: { items: [{ item_id: '4', item_name: 'Cup', quantity: 1 }] } }]);
  shop.stop();
});

test('an add at an address of orders is one where the cart in its answer holds what was pressed for', async () => {
  server = () => answerWith(200, { items: [{ id: 7, name: 'Mug', quantity: 2, unit_price: 12.5 }] });
  const shop = watch(PRODUCT, [addToCart()]);
  intercept('/orders/current/products', { product: 7, quantity: 2 });
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toMatchObject([{ name: 'add_to_cart', fields: { value: 25 }, by: { evidence: ['answer'] } }]);
  shop.stop();
});

test('what a request names as the quantity of a product was added, whatever the page makes of it', async () => {
  server = () => answerWith(200, { message: 'Cart successfully updated', totalCartItems: 4 });
  const shop = watch(PRODUCT, [addToCart()]);
  intercept('/product/addtocart', { productId: '7', productQuantity: '4' });
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([{ name: 'add_to_cart', fields: { value: 50, items: [{ quantity: 4 }] } }]);
  shop.stop();
});

test('a line removed that shows its sum alone has the price and number that its product’s add told', async () => {
  server = () => answerWith(200, { message: 'done', totalCartItems: 0 });
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
  server = () => answerWith(200, { cart: { items: [{ id: 900, product_id: 7, name: 'Mug', price: 9, quantity: 1 }] } });
  const shop = watch(
    '<main><div class="cart-item" data-item-id="900"><h6>Mug</h6><input type="number" value="1"><b>€9.00</b><button id="gone">Remove</button></div></main>',
    [removeFromCart()],
  );
  await fetch('/cart');
  await vi.advanceTimersByTimeAsync(400);
  server = () => answerWith(200, { success: true });
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
  server = () => answerWith(200, { lines: LINES });
  await fetch('/cart');
  await vi.advanceTimersByTimeAsync(400);
  server = () => answerWith(200, { lines: left, total: 7 });
  press('#icon');
  await fetch('/act', { method: 'POST', body: '["line-1"]' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.names()).toEqual(names);
  if (names[0]) expect(shop.seen[0]).toMatchObject({ fields: { value: 18, items: [{ item_id: 'm-1', quantity: 2 }] } });
  shop.stop();
});

/** A graph's cart, as deep as it is told. */
const graphCart = (name: string, ...variants: [id: string, quantity: number][]) => {
  const edges = variants.map(([id, quantity]) => ({
    node: {
      id: `line/${id}`,
      quantity,
      merchandise: { id: `variant/${id}`, title: id, sku: `sku-${id}`, product: { title: 'Tunic' } },
      cost: { amountPerQuantity: { amount: '64.0', currencyCode: 'EUR' } },
    },
  }));
  return {
    data: { [name]: { cart: { id: 'cart/1', totalQuantity: variants.length, lines: { edges } }, userErrors: [] } },
  };
};
const graph = (name: string, variables: object) =>
  fetch('/graphql', {
    method: 'POST',
    body: JSON.stringify({
      query: `fragment Parts on Cart { discountCodes { code } } mutation ($a: ID!) { ${name} (cartId: $a) { cart { ...Parts } } }`,
      variables: { cartId: 'cart/1', ...variables },
    }),
  });

test('what is pressed in a frame of the page adds: of two variants the one that was asked for', async () => {
  const shop = watch('<main><h1>Journal</h1><iframe></iframe></main>', [addToCart()]);
  const frame = document.querySelector('iframe')!.contentDocument!;
  frame.body.innerHTML =
    '<div><div><h1>Tunic</h1><p class="price">€64.00</p><select><option>S</option></select><button>Add to cart</button></div></div>';
  frame.querySelector('button')!.onclick = () =>
    void graph('cartLinesAdd', { lines: [{ merchandiseId: 'variant/M', quantity: 1 }] });
  server = () => answerWith(200, graphCart('cart', ['S', 1]));
  await graph('cart', {});
  server = () => answerWith(200, graphCart('cartLinesAdd', ['S', 1], ['M', 1]));
  await vi.advanceTimersByTimeAsync(400);
  window.dispatchEvent(new Event('blur'));
  frame.querySelector('button')!.click();
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([
    { name: 'add_to_cart', fields: { value: 64, currency: 'EUR', items: [{ item_id: 'sku-M', item_name: 'Tunic' }] } },
  ]);
  shop.stop();
  frame.querySelector('button')!.click();
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.names()).toEqual(['add_to_cart']);
});

test('a cart’s own number, sent along, is none of what was added', async () => {
  const shop = watch('<main><h1>Journal</h1></main><button id="add">Add to cart</button>', [addToCart()]);
  server = () => answerWith(200, graphCart('cart', ['S', 1]));
  await graph('cart', {});
  await vi.advanceTimersByTimeAsync(400);
  server = () => answerWith(200, graphCart('cartLinesAdd', ['S', 1], ['M', 1]));
  press('#add');
  await graph('cartLinesAdd', { lines: [{ merchandiseId: 'variant/M', quantity: 1 }] });
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([
    { name: 'add_to_cart', fields: { items: [{ item_id: 'sku-M', item_name: 'Tunic' }] } },
  ]);
  shop.stop();
});

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

test('an amount that is that of all pieces wanted becomes the price of one, as the cart has it', async () => {
  const memory = createNotes();
  const product = watch(
    '<main><h1>Mug</h1><form method="post" action="/cart"><input type="number" name="quantity" value="1"><b class="price">€8.00</b><button id="add">Add to cart</button></form></main>',
    [addToCart()],
    { memory, path: '/mug' },
  );
  await vi.advanceTimersByTimeAsync(4000);
  document.querySelector('input')!.value = '2';
  document.querySelector('.price')!.textContent = '€18.00';
  document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  press('#add');
  await vi.advanceTimersByTimeAsync(10);
  product.leave();
  product.stop();
  const cart = watch(CART_OF_TWO, [addToCart()], { memory, path: '/cart' });
  await vi.advanceTimersByTimeAsync(4000);
  expect(cart.seen).toMatchObject([{ fields: { value: 18, items: [{ item_name: 'Mug', price: 9, quantity: 2 }] } }]);
  cart.stop();
});

test('a badge that says 0 until a script has asked what lies in the cart has not grown by that', async () => {
  const memory = createNotes();
  const html = (count: number) =>
    `<header><a class="cart-count" href="/cart">${count}</a></header><main><h1>Mug</h1><b>€12.50</b><button id="add">Add to cart</button></main>`;
  const before = watch(html(3), [addToCart()], { memory, path: '/cups' });
  await vi.advanceTimersByTimeAsync(4000);
  before.leave();
  before.stop();
  const shop = watch(html(0), [addToCart()], { memory, path: '/mug' });
  await vi.advanceTimersByTimeAsync(700);
  press('#add');
  for (const [count, adds] of [
    [3, 0],
    [4, 1],
  ] as const) {
    document.querySelector('.cart-count')!.textContent = `${count}`;
    await vi.advanceTimersByTimeAsync(2000);
    expect(shop.seen.length).toBe(adds);
  }
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

test.each([
  ['HTTP 422', 422, {}],
  ['an error in a 200', 200, { error: true, message: 'Sold out' }],
])('an add refused by %s is no add', async (_, status, body) => {
  server = () => answerWith(status, body);
  const shop = watch(PRODUCT, [addToCart()]);
  intercept();
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(shop.seen).toEqual([]);
  expect(shop.attempts.map(({ outcome }) => outcome)).toEqual(['open', 'refused']);
  shop.stop();
});

test('an answer that has added nothing is a refusal, whatever it warns of', async () => {
  server = () =>
    answerWith(200, { id: 4, result: { cart_quantity: 3, quantity: 0, notification: { warning: 'Only 2' } } });
  const shop = watch(PRODUCT, [addToCart()]);
  intercept();
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toEqual([]);
  expect(shop.attempts.at(-1)).toMatchObject({ outcome: 'refused' });
  shop.stop();
});

test.each([
  [2, []],
  [1, ['remove_from_cart']],
])('"remove one" takes a line of %s away only if it was the last', async (quantity, names) => {
  server = () => answerWith(200, { quantity: quantity - 1 });
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

test('a press alone is no add', async () => {
  const shop = watch(PRODUCT, [addToCart()]);
  document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(shop.seen).toEqual([]);
  expect(shop.attempts.map(({ outcome }) => outcome)).toEqual(['open', 'expired']);
  shop.stop();
});

test('a badge that grows while the request is on its way proves nothing; after a refusal there is no add', async () => {
  server = () => new Promise((resolve) => setTimeout(() => answerWith(409, {}).then(resolve), 3000));
  const shop = watch(`<header><a href="/cart">Cart <span class="cart-count">0</span></a></header>${PRODUCT}`, [
    addToCart(),
  ]);
  intercept();
  await vi.advanceTimersByTimeAsync(4000);
  press('#add');
  document.querySelector('.cart-count')!.textContent = '2';
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toEqual([]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(shop.seen).toEqual([]);
  shop.stop();
});

test('a cart kept in the page itself is seen to grow', async () => {
  const shop = watch(`<header><a href="/cart">Cart <span class="cart-count">0</span></a></header>${PRODUCT}`, [
    addToCart(),
  ]);
  document.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault();
    document.querySelector('.cart-count')!.textContent = '2';
  });
  await vi.advanceTimersByTimeAsync(4000);
  press('#add');
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toMatchObject([{ name: 'add_to_cart', fields: { value: 25 }, by: { evidence: ['cart'] } }]);
  shop.stop();
});

test.each([
  ['Added to cart', 1],
  ['✓ Added', 1],
  ['View cart', 1],
  ['Adding to cart…', 0],
  ['Adding to cart', 0],
  ['Add to cart · $25.00', 0],
  ['Sold out', 0],
])('a control that says "%s" after it was pressed has added %i', async (label, times) => {
  const shop = watch(PRODUCT, [addToCart()]);
  const control = document.querySelector('#add')!;
  document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  await vi.advanceTimersByTimeAsync(4000);
  press('#add');
  await vi.advanceTimersByTimeAsync(500);
  control.textContent = label;
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.names()).toEqual(Array(times).fill('add_to_cart'));
  shop.stop();
});

test('what a control says while the browser is on its way to the answer adds nothing', async () => {
  const navigation = new EventTarget();
  vi.stubGlobal('navigation', navigation);
  const shop = watch(PRODUCT, [addToCart()]);
  await vi.advanceTimersByTimeAsync(4000);
  press('#add');
  const destination = { url: `${location.origin}/cart`, sameDocument: false };
  navigation.dispatchEvent(Object.assign(new Event('navigate'), { destination }));
  document.querySelector('#add')!.textContent = 'Added';
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.names()).toEqual([]);
  shop.stop();
  vi.unstubAllGlobals();
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

const CART_OF_TWO =
  '<main><ul><li class="line"><a href="/mug">Mug</a> 2 × €9.00 <button id="more" aria-label="more">+</button><button>Remove</button></li></ul></main>';

test('what one act has added to the badge confirms no other, and what a line of the cart has added none', async () => {
  const card = (name: string, id: string) =>
    `<li class="product"><h3>${name}</h3><b class="price">€9.00</b><button id="${id}">Add to cart</button></li>`;
  const badge = '<header><a href="/cart">Cart <span class="cart-count">0</span></a></header>';
  const count = (pieces: number) => {
    document.querySelector('.cart-count')!.textContent = `${pieces}`;
  };
  const shop = watch(`${badge}<ul>${card('Cup', 'cup')}${card('Mug', 'mug')}</ul>${CART_OF_TWO}`, [addToCart()]);
  await vi.advanceTimersByTimeAsync(4000);
  press('#cup'); // of which there is none: nothing comes of it
  await vi.advanceTimersByTimeAsync(500);
  press('#more');
  count(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toEqual([]);
  press('#mug');
  count(2);
  await vi.advanceTimersByTimeAsync(1000);
  count(4); // in another tab
  await vi.advanceTimersByTimeAsync(20_000);
  expect(shop.seen.map(({ fields }) => fields?.items?.[0]?.item_name)).toEqual(['Mug']);
  shop.stop();
});

test('a set is what its answer shows to have grown', async () => {
  const line = (productId: string, name: string, quantity: number) => ({ productId, name, price: 9, quantity });
  const answers = [
    { items: [line('1', 'Cup', 1)], total: 9 },
    { items: [line('1', 'Cup', 2), line('2', 'Mug', 1)], total: 27 },
  ];
  server = () => answerWith(200, answers.shift());
  const shop = watch('<main><h1>Set</h1><b class="price">€18.00</b><button id="add">Add to cart</button></main>', [
    addToCart(),
  ]);
  const ask = (...ids: string[]) =>
    fetch('/api/cart/items', { method: 'POST', body: JSON.stringify(ids.map((productId) => ({ productId }))) });
  await vi.advanceTimersByTimeAsync(4000);
  press('#add');
  ask('1');
  await vi.advanceTimersByTimeAsync(2000);
  press('#add');
  ask('1', '2');
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toHaveLength(2);
  expect(shop.seen[1]).toMatchObject({
    fields: {
      value: 18,
      items: [
        { item_id: '1', item_name: 'Cup', quantity: 1 },
        { item_id: '2', item_name: 'Mug', quantity: 1 },
      ],
    },
  });
  shop.stop();
});

test('a button that says how many are in the cart adds one more, unless the answer shows the cart as it was', async () => {
  const line = (quantity: number) => ({ lines: [{ sku: 'm-1', name: 'Mug', quantity, price: 12.5 }], total: 1 });
  const answers = [line(1), line(2), line(2)];
  server = () => answerWith(200, answers.shift());
  const shop = watch(`${LD}<main><h1>Mug</h1><b class="price">€12.50</b><button id="add">Add to cart</button></main>`, [
    addToCart(),
  ]);
  await vi.advanceTimersByTimeAsync(4000);
  for (const label of ['Add to cart', '1 in cart', '2 in cart']) {
    document.querySelector('#add')!.textContent = label;
    press('#add');
    fetch('/api/order', { method: 'POST', body: 'action=addItemToOrder&variantId=6' });
    await vi.advanceTimersByTimeAsync(2000);
  }
  const one = { fields: { value: 12.5, items: [{ item_name: 'Mug', quantity: 1 }] } };
  expect(shop.seen).toMatchObject([one, one]);
  expect(shop.seen).toHaveLength(2);
  shop.stop();
});

test('what a page is about it still is when its button says something else by the time of a later look', async () => {
  server = () => answerWith(200, { lines: [{ sku: 'm-1', quantity: 2 }], total: 1 });
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

test('a small cart that an act is answered with, as a piece of HTML, is the cart', async () => {
  const small = (quantity: number) =>
    `<div id="mini-basket"><ul><li><div><a href="/mug">${quantity} × Mug</a></div><div>€${12.5 * quantity}0</div></li><li><div>Total:</div><div>€${12.5 * quantity}0</div></li></ul></div>`;
  const answers = [small(2), small(4), small(4), '<ul><li>2 × Mug €25.00</li></ul>'];
  server = () => answerWith(200, answers.shift(), 'text/html');
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

test('what a button moves to the cart is what has come to it, as the cart asked for behind it shows', async () => {
  const line = (name: string, quantity: number) =>
    `<li><a href="/x">${name}</a> <input type="number" value="${quantity}"> <b>€10.00</b></li>`;
  const carts = [`${line('Cup', 1)}€10.00`, `${line('Cup', 1)}${line('Mug', 2)}€30.00`];
  server = (url) =>
    url.includes('move')
      ? answerWith(200, { success: true, wasMoved: true })
      : answerWith(200, `<div class="cart-body"><ul>${carts.shift()}</ul></div>`, 'text/html');
  const shop = watch(
    '<ul><li><a href="/mug">Mug</a> <b class="price">€10.00</b> <a id="move" href="#">Add to cart</a></li></ul>',
    [addToCart()],
  );
  const show = () => fetch('/cart/minicart', { method: 'POST' });
  document.querySelector('#move')!.addEventListener('click', (event) => {
    event.preventDefault();
    fetch('/cart/movefromwishlist?id=5', { method: 'POST' }).then(show);
  });
  await show();
  await vi.advanceTimersByTimeAsync(400);
  press('#move');
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toMatchObject([{ fields: { value: 20, items: [{ item_name: 'Mug', quantity: 2 }] } }]);
  shop.stop();
});

test('what no page numbers is known by the number in the address that adds it', async () => {
  server = () => answerWith(200, { success: true });
  const shop = watch('<ul><li><h3>Mug</h3><b class="price">€9.00</b> <a id="add" href="#">Add to cart</a></li></ul>', [
    addToCart(),
  ]);
  document.querySelector('#add')!.addEventListener('click', (event) => {
    event.preventDefault();
    fetch('/cart/addproduct/21/1?redirect=0', { method: 'POST' });
  });
  press('#add');
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toMatchObject([{ fields: { items: [{ item_id: '21', item_name: 'Mug' }] } }]);
  shop.stop();
});

test('a first add that is answered with an empty cart, as a piece of HTML, is none', async () => {
  const shop = watch(PRODUCT, [addToCart()], { path: '/mug' });
  server = () =>
    answerWith(
      200,
      '<div class="mini-cart"><div class="alert is--info">Sorry, we cannot deliver that many.</div><div class="item is--empty">Your cart is empty</div><p>0,00 €</p></div>',
      'text/html',
    );
  intercept();
  await vi.advanceTimersByTimeAsync(50);
  press('#add');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(shop.names()).toEqual([]);
  shop.stop();
});

test('who is asked to log in first has done no step and placed no order, whatever the address', async () => {
  const rows =
    '<table><tr><td><a href="/mug">Mug</a></td><td><input type="number" value="1"></td><td>12,00 €</td></tr></table>';
  const login =
    '<form><input type="email" name="email"><input type="password" name="password"><button>Go</button></form>';
  const shop = watch(`<main><h1>Checkout</h1>${login}${rows}</main>`, [checkout(), purchase()], {
    path: '/checkout/confirm',
  });
  await vi.advanceTimersByTimeAsync(5000);
  expect(shop.names()).toEqual(['begin_checkout']);
  shop.stop();
});

test('an answer that shows the cart as it was is no add, whatever it says beside', async () => {
  const line = (quantity: number) => ({ product_id: 7, name: 'Mug', quantity, price: 10 });
  const answers = [
    { items: [line(2)], quantity: 2, value: 25 },
    { items: [line(2)], quantity: 2, value: 25, alert: 'There are only 3 remaining' },
  ];
  server = () => answerWith(200, answers.shift());
  const shop = watch(PRODUCT, [addToCart()]);
  intercept('/ajax/cart.json', { product_id: 7, quantity: 2, add_cart_product: true });
  await vi.advanceTimersByTimeAsync(4000);
  for (let tries = 0; tries < 2; tries++) {
    press('#add');
    await vi.advanceTimersByTimeAsync(20_000);
  }
  expect(shop.seen).toMatchObject([{ fields: { value: 25, items: [{ item_name: 'Mug', price: 12.5, quantity: 2 }] } }]);
  shop.stop();
});

test('a cart that was emptied elsewhere, by an order on another host, does not hide the next add', async () => {
  const line = (quantity: number) => ({ items: [{ product_id: 7, name: 'Mug', quantity, price: 12.5 }], total: 1 });
  const answers = [line(2), line(1)];
  server = () => answerWith(200, answers.shift());
  const shop = watch(PRODUCT, [addToCart()]);
  intercept('/ajax/cart.json', { product_id: 7, quantity: 1, add_cart_product: true });
  await vi.advanceTimersByTimeAsync(4000);
  for (let tries = 0; tries < 2; tries++) {
    press('#add');
    await vi.advanceTimersByTimeAsync(20_000);
  }
  expect(shop.seen.map(({ name }) => name)).toEqual(['add_to_cart', 'add_to_cart']);
  shop.stop();
});

test('cents that do not say so are known by what the shopper pressed, for the whole of the answer', async () => {
  const line = (id: string, name: string, unitPriceWithTax: number, quantity: number) => ({
    ...{ productVariant: { id, name, price: unitPriceWithTax - 1 }, unitPriceWithTax, quantity },
  });
  const lines = [line('7', 'Mug, blue', 1250, 2), line('8', 'Tea', 830, 1)];
  server = () => answerWith(200, { activeOrder: { totalWithTax: 3330, currencyCode: 'EUR', lines } });
  const shop = watch(
    '<header><h1><a href="/"><img alt="Shop"></a></h1></header><main><h2>Mug</h2><form><h3>Returns</h3><b class="price">€12.50</b><button id="add" type="button">Add to cart</button></form><a href="https://pay.example/x" id="go">Checkout</a></main>',
    [viewItem(), addToCart(), checkout()],
  );
  document.title = 'Mug - Shop';
  await vi.advanceTimersByTimeAsync(4000);
  press('#add');
  fetch('/api/order', { method: 'POST', body: 'action=addItemToOrder&variantId=7' });
  await vi.advanceTimersByTimeAsync(2000);
  press('#go');
  expect(shop.seen).toMatchObject([
    { name: 'view_item', fields: { value: 12.5, items: [{ item_name: 'Mug' }] } },
    { name: 'add_to_cart', fields: { value: 12.5, items: [{ item_name: 'Mug', quantity: 1 }] } },
    { name: 'begin_checkout', fields: { value: 33.3, items: [{ price: 12.5 }, { price: 8.3 }] } },
  ]);
  shop.stop();
});

test('what an answer leaves out of a cart, its drawer tells, for the checkout too', async () => {
  const lines = [{ name: 'Mug', quantity: 2, id: 'x' }];
  server = () => answerWith(200, { lines, total_quantity: 2 });
  const shop = watch(
    `<header><button id="cart" aria-label="Cart"></button></header><div role="dialog"><ul><li><a href="/mug">Mug</a><input type="number" value="2"><b>€25.00</b></li></ul><p>Total €25.00</p></div><a href="https://pay.example/x" id="go">Checkout</a>`,
    [viewCart(), checkout()],
  );
  Element.prototype.checkVisibility ??= () => true;
  fetch('/api/cart', { method: 'POST', body: '{}' });
  await vi.advanceTimersByTimeAsync(4000);
  press('#cart');
  await vi.advanceTimersByTimeAsync(4000);
  press('#go');
  const told = { value: 25, items: [{ item_name: 'Mug', price: 12.5, quantity: 2 }] };
  expect(shop.seen).toMatchObject([
    { name: 'view_cart', fields: told },
    { name: 'begin_checkout', fields: told },
  ]);
  shop.stop();
});

test('a checkout that a button leads to, where no tag of ours may be, begins as the page is left; another press undoes it', async () => {
  const html = `${CART_OF_TWO}<form action="/cart"><button id="go" type="button">Checkout</button></form><button id="back">Go on</button>`;
  for (const [presses, names] of [
    [['#go'], ['begin_checkout']],
    [['#go', '#back'], []],
  ] as const) {
    const shop = watch(html, [checkout()], { path: '/cart' });
    await vi.advanceTimersByTimeAsync(4000);
    presses.forEach(press);
    shop.leave();
    expect(shop.names()).toEqual(names);
    shop.stop();
  }
});

test.each([
  ['/shop/address', ['begin_checkout']],
  ['/basket', []],
])('a link to the checkout that ends at %s', async (path, names) => {
  const memory = createNotes();
  const cart = watch(`${CART_OF_TWO}<a id="go" href="/shop/checkout">Checkout</a>`, [checkout()], {
    path: '/cart',
    memory,
  });
  await vi.advanceTimersByTimeAsync(4000);
  document.querySelector('#go')!.addEventListener('click', (event) => event.preventDefault());
  press('#go');
  cart.leave();
  expect(cart.seen).toEqual([]);
  cart.stop();
  const next = watch('<main><h3>Fill in your address</h3></main>', [checkout()], { path, memory });
  await vi.advanceTimersByTimeAsync(4000);
  expect(next.names()).toEqual(names);
  next.stop();
});

test('a cart may add the variant to a name, and a longer name may be another product', async () => {
  const memory = createNotes();
  const page = watch(PRODUCT, [viewItem()], { memory });
  await vi.advanceTimersByTimeAsync(4000);
  page.leave();
  page.stop();
  const line = (name: string) => `<li class="line"><a href="/p">${name}</a> 1 × €9.00 <button>Remove</button></li>`;
  const shop = watch(
    `<main><ul>${line('Mug, blue')}${line('Mug size：L')}${line('Mug rack')}</ul></main>`,
    [viewCart()],
    {
      memory,
      path: '/cart',
    },
  );
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.seen[0]?.fields?.items?.map(({ item_name }) => item_name)).toEqual(['Mug', 'Mug', 'Mug rack']);
  shop.stop();
});

test('a badge that comes late, showing more than was added, proves nothing', async () => {
  const shop = watch(`<header></header>${PRODUCT}`, [addToCart()]);
  document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  await vi.advanceTimersByTimeAsync(4000);
  press('#add');
  document.querySelector('header')!.innerHTML = '<a href="/cart">Cart <span class="cart-count">3</span></a>';
  await vi.advanceTimersByTimeAsync(20_000);
  expect(shop.seen).toEqual([]);
  shop.stop();
});

test('one add told by answer and data layer is one event, the data layer’s words first', async () => {
  server = () => answerWith(200, { success: true });
  const shop = watch(PRODUCT, [addToCart()]);
  intercept();
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(100);
  Object.assign(window, {
    dataLayer: [
      {
        event: 'add_to_cart',
        ecommerce: {
          currency: 'EUR',
          value: 25,
          items: [{ item_id: 'm-1', item_name: 'Mug', item_category: 'Kitchen', price: 12.5, quantity: 2 }],
        },
      },
    ],
  });
  shop.leave();
  expect(shop.seen).toMatchObject([
    { fields: { items: [{ item_category: 'Kitchen' }] }, by: { evidence: ['datalayer', 'answer'] } },
  ]);
  shop.stop();
});

test('where no checkout was asked for, a page writes nothing of one', async () => {
  const notes = createNotes();
  const written: string[] = [];
  const memory = (name: string) => ({
    ...notes(name),
    write: (note: Parameters<ReturnType<typeof notes>['write']>[0]) => {
      written.push(name);
      return notes(name).write(note);
    },
  });
  const shop = watch('<h1>Shop</h1>', [checkout()], { memory });
  await vi.advanceTimersByTimeAsync(4000);
  expect(written).toEqual([]);
  shop.stop();
});

test.each([
  ['GA4', { event: 'refund', ecommerce: { transaction_id: 'A-7', currency: 'EUR', value: 10 } }],
  ['gtag', ['event', 'refund', { transaction_id: 'A-7', currency: 'EUR', value: 10 }]],
  [
    'Universal Analytics',
    { ecommerce: { currencyCode: 'EUR', refund: { actionField: { id: 'A-7', revenue: '10' } } } },
  ],
])('a refund that the site tells of in words of %s is one, and no purchase', async (_, entry) => {
  Object.assign(window, { dataLayer: [entry] });
  const tellings = [];
  for (const path of ['/account/orders/7', '/account/orders/7?again']) {
    const shop = watch('<main><h1>Order A-7</h1></main>', [purchase()], { path });
    await vi.advanceTimersByTimeAsync(5000);
    shop.stop();
    tellings.push(...shop.seen);
  }
  expect(tellings).toMatchObject(
    Array(2).fill({ name: 'refund', fields: { transaction_id: 'A-7', currency: 'EUR', value: 10 } }),
  );
  expect(tellings[0]?.once).toBeTruthy();
  expect(tellings[1]?.once).toBe(tellings[0]?.once);
});

test('an add by form post is decided by the next page', async () => {
  const memory = createNotes();
  const first = watch(PRODUCT, [addToCart()], { memory });
  document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  await vi.advanceTimersByTimeAsync(4000);
  press('#add');
  first.leave();
  first.stop();
  expect(first.seen).toEqual([]);
  const next = watch(
    `<div class="message success" role="alert">“Mug” has been added to your cart.</div>${PRODUCT}`,
    [addToCart()],
    { memory },
  );
  await vi.advanceTimersByTimeAsync(1000);
  expect(next.seen).toMatchObject([{ name: 'add_to_cart', fields: { value: 25 }, by: { evidence: ['notice'] } }]);
  next.stop();
});

/** Presses the product's add control, and shows the page that follows. */
const addAndFollow = async (before: string, after: string, path = '/') => {
  const memory = createNotes();
  const first = watch(before, [addToCart()], { memory });
  document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  await vi.advanceTimersByTimeAsync(4000);
  press('#add');
  first.leave();
  first.stop();
  const next = watch(after, [addToCart()], { memory, path });
  await vi.advanceTimersByTimeAsync(1000);
  next.stop();
  return next;
};
const badge = (count: number) => `<a href="/cart">Cart <span class="cart-count">${count}</span></a>`;
const LINE =
  '<main><table><tr><td><a href="/mug">Mug</a></td><td><input name="qty" value="2"></td><td>12,50 €</td></tr></table></main>';

test('a product goes by the number that the form around its heading sends', async () => {
  const shop = watch(
    '<meta property="og:type" content="product"><form><input type="hidden" name="aid" value="05848170643ab0de"><div class="details"><h1>Vase</h1><b class="price">34,00 €</b></div></form>',
    [viewItem()],
  );
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.seen).toMatchObject([{ name: 'view_item', fields: { items: [{ item_id: '05848170643ab0de' }] } }]);
  shop.stop();
});

test('a cart with the line confirms an add, unless its badge stands still', async () => {
  const grown = await addAndFollow(badge(3) + PRODUCT, badge(5) + LINE, '/cart');
  expect(grown.seen).toMatchObject([{ name: 'add_to_cart', fields: { value: 25 }, by: { evidence: ['cart'] } }]);
  const still = await addAndFollow(badge(2) + PRODUCT, badge(2) + LINE, '/cart');
  expect(still.seen).toEqual([]);
  const none = await addAndFollow(PRODUCT, LINE, '/cart');
  expect(none.seen).toMatchObject([{ name: 'add_to_cart', by: { evidence: ['cart'] } }]);
});

test('an add whose control tells no number has that of the line which came of it', async () => {
  const card =
    '<main><ul><li><h3><a href="/mug">Mug</a></h3><b class="price">12,50 €</b><form method="post" action="/basket"><button id="add">Add to cart</button></form></li></ul></main>';
  const lines = LINE.replace(
    '<tr>',
    '<tr><td><a href="/rack">Mug rack</a><i class="sku">R-1</i></td><td><input name="qty" value="1"></td><td>8,00 €</td></tr><tr>',
  ).replace('Mug</a></td>', 'Mug</a><i class="sku">M-7</i></td>');
  const { seen } = await addAndFollow(badge(1) + card, badge(3) + lines, '/cart');
  expect(seen).toMatchObject([{ name: 'add_to_cart', fields: { items: [{ item_id: 'M-7', item_name: 'Mug' }] } }]);
});

test('a warning beside a word of success that names what was added refuses nothing', async () => {
  const warning = '<p class="alert alert-warning">Few are left of what stands in your cart.</p>';
  const success = (name: string) => `<p class="alert alert-success">${name} was added to your cart</p>`;
  const told = async (words: string) => (await addAndFollow(PRODUCT, words + LINE, '/cart')).seen.length;
  expect(await told(success('Mug') + warning)).toBe(1);
  expect(await told(success('Cup') + warning)).toBe(0);
  expect(await told('<p class="alert alert-warning">Only three of Mug fit in your cart</p>')).toBe(0);
});

test('a word of success that speaks of adding confirms an add, also where it names neither cart nor product', async () => {
  const told = async (kind: string, words: string) =>
    (await addAndFollow(PRODUCT, `<p class="alert ${kind}">${words}</p>${PRODUCT}`)).seen.length;
  expect(await told('alert-success', 'アイテムが正常に追加されました')).toBe(1);
  expect(await told('alert-success', 'Artikel wurde hinzugefügt')).toBe(1);
  expect(await told('alert-success', 'Added to your wish list')).toBe(0);
  expect(await told('alert-success', 'You are logged in')).toBe(0);
  expect(await told('alert-info', 'Add three more for a discount')).toBe(0);
});

test('where the page’s price does not follow the choice, the cart that comes next has it, of one piece', async () => {
  const one = PRODUCT.replace('value="2"', 'value="1"');
  const line = (quantity: number, price: string) =>
    LINE.replace('value="2"', `value="${quantity}"`).replace('12,50', price);
  const dearer = await addAndFollow(one, line(1, '14,50'), '/cart');
  expect(dearer.seen).toMatchObject([{ fields: { value: 14.5, items: [{ price: 14.5, quantity: 1 }] } }]);
  const more = await addAndFollow(one, line(3, '43,50'), '/cart');
  expect(more.seen).toMatchObject([{ fields: { value: 12.5, items: [{ price: 12.5, quantity: 1 }] } }]);
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

test('a box where errors will be shown refuses nothing', async () => {
  const waiting = '<p class="error" role="alert">Error</p>';
  const { checkVisibility } = Element.prototype;
  Element.prototype.checkVisibility = function () {
    return !this.matches('.error');
  };
  const next = await addAndFollow(badge(0) + PRODUCT, badge(2) + waiting + LINE, '/cart');
  Element.prototype.checkVisibility = checkVisibility;
  expect(next.seen).toMatchObject([{ name: 'add_to_cart' }]);
});

test('an error on the next page refuses it', async () => {
  const memory = createNotes();
  const first = watch(PRODUCT, [addToCart()], { memory });
  await vi.advanceTimersByTimeAsync(4000);
  document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  press('#add');
  first.leave();
  first.stop();
  const next = watch(`<ul class="error" role="alert"><li>Only 1 left in stock</li></ul>${PRODUCT}`, [addToCart()], {
    memory,
  });
  await vi.advanceTimersByTimeAsync(5000);
  expect(next.seen).toEqual([]);
  next.stop();
});

test('without memory such an add expires, and says so', async () => {
  const shop = watch(PRODUCT, [addToCart()], { memory: createNotes(false) });
  await vi.advanceTimersByTimeAsync(4000);
  document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  press('#add');
  shop.leave();
  expect(shop.attempts).toMatchObject([{ outcome: 'open' }, { outcome: 'expired', why: 'no memory' }]);
  shop.stop();
});

test('a cart page that shows no ids has those of the answer it was drawn from', async () => {
  server = () =>
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
  server = () => answerWith(200, { items: [{ variation_id: 'm-red', quantity: 2, price: 12.5 }] });
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

test('a checkout begins once, not at each step', async () => {
  const memory = createNotes();
  for (const [path, names] of [
    ['/checkout/address', ['begin_checkout']],
    ['/checkout/payment', ['add_shipping_info']],
    ['/checkout/payment', []],
  ] as const) {
    const shop = watch('<main><h1>Checkout</h1></main>', [checkout()], { memory, path });
    await vi.advanceTimersByTimeAsync(4000);
    expect(shop.names(), path).toEqual(names);
    shop.leave();
    shop.stop();
  }
});

test('choices of a checkout whose addresses name no step are made where the next page asks for other ones', async () => {
  const memory = createNotes();
  const seen: string[][] = [];
  for (const [path, names] of [
    ['/order/delivery', ['delivery-module', 'delivery-address']],
    ['/order/invoice', ['payment-module']],
    ['/order/invoice', ['payment-module']],
    ['/order/last', ['delivery-module', 'payment-module']],
  ] as const) {
    const fields = names.map((name) => `<input type="radio" name="order[${name}]">`).join('');
    const shop = watch(`<main><h1>Order</h1><form>${fields}</form></main>`, [checkout()], { memory, path });
    await vi.advanceTimersByTimeAsync(4000);
    seen.push(shop.names());
    shop.leave();
    shop.stop();
  }
  expect(seen).toEqual([['begin_checkout'], ['add_shipping_info'], [], []]);
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

test('a page in answer to an add that lists errors is a refusal', async () => {
  const page = (box: string) => `<!DOCTYPE html><html><body>${box}<section class="basket">Mug</section></body></html>`;
  for (const [box, names] of [
    ['<ul class="error-list"><li class="error-item">Only 12 left</li></ul>', []],
    ['<ul class="error-list"></ul>', ['add_to_cart']],
  ] as const) {
    server = () => answerWith(200, page(box), 'text/html');
    const shop = watch(
      '<main><h1>Mug</h1><b class="price">€12.50</b><form action="/basket" method="post"><input type="hidden" name="action" value="add"><input type="hidden" name="product_id" value="7"><button>Add to basket</button></form></main>',
      [addToCart()],
      { path: '/mug' },
    );
    await vi.advanceTimersByTimeAsync(4000);
    intercept('/basket', { action: 'add', product_id: 7 });
    press('button');
    await vi.advanceTimersByTimeAsync(2000);
    expect(shop.names()).toEqual(names);
    shop.stop();
  }
});

test('a checkout that is still filling begins with what it shows, not with what an answer told before; at a step at the latest', async () => {
  server = () => answerWith(200, { items: [{ product_id: 7, name: 'Mug', price: 10, quantity: 2 }], count: 2 });
  for (const [filled, value] of [
    ['<ul><li><a href="/mug">Mug</a><input type="number" value="2"><b>€25.00</b></li></ul><p>Total €25.00</p>', 25],
    ['', 20],
  ] as const) {
    const memory = createNotes();
    const cart = watch('', [checkout()], { memory });
    fetch('/cart.json', { method: 'POST', body: 'add=7' });
    await vi.advanceTimersByTimeAsync(4000);
    cart.leave();
    cart.stop();
    const shop = watch('<main><h1>Checkout</h1><div id="cart"></div></main>', [checkout()], {
      memory,
      path: '/checkout',
    });
    await vi.advanceTimersByTimeAsync(700);
    expect(shop.names()).toEqual([]);
    document.querySelector('#cart')!.innerHTML = filled;
    if (filled) await vi.advanceTimersByTimeAsync(1000);
    else fetch('/checkout/shipping-method', { method: 'POST', body: 'shipping_method=flat' });
    await vi.advanceTimersByTimeAsync(100);
    expect(shop.seen[0]).toMatchObject({ name: 'begin_checkout', fields: { value } });
    expect(shop.names()[1]).toBe(filled ? undefined : 'add_shipping_info');
    shop.stop();
  }
});

test('steps of a shop of one script are posted to the page’s own path, not to its address', async () => {
  server = () => answerWith(200, []);
  const shop = watch('<main><h1>Checkout</h1></main>', [checkout()], { path: '/index.php?route=checkout/checkout' });
  await vi.advanceTimersByTimeAsync(4000);
  for (const route of ['checkout/shipping_address/save', 'checkout/shipping_method/save', 'checkout/checkout']) {
    fetch(`/index.php?route=${route}`, { method: 'POST', body: 'shipping_method=flat.flat' });
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(shop.names()).toEqual(['begin_checkout', 'add_shipping_info']);
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

test.each(['checkoutUpdateShippingMethod', 'setShippingMethod', 'saveShippingOption'])(
  'a step asked for as %s, at one address for all, is done as the shop has taken it',
  async (how) => {
    server = () => answerWith(200, { data: { cart: { id: 'x' } } });
    const shop = watch('<main><h1>Checkout</h1></main>', [checkout()], { path: '/checkout' });
    await vi.advanceTimersByTimeAsync(4000);
    await fetch('/checkout/shipping-options', { method: 'POST', body: '{"zip":"1414"}' });
    await vi.advanceTimersByTimeAsync(100);
    expect(shop.names()).toEqual(['begin_checkout']);
    const ask = async (operationName: string) => {
      fetch('/graphql', { method: 'POST', body: JSON.stringify({ operationName, variables: { cartId: 'x' } }) });
      await vi.advanceTimersByTimeAsync(100);
    };
    for (const name of ['setShippingAddress', 'updateShippingMethods']) await ask(name);
    expect(shop.names()).toEqual(['begin_checkout']);
    await ask(how);
    expect(shop.names()).toEqual(['begin_checkout', 'add_shipping_info']);
    await ask('setPaymentMethodOnCart');
    expect(shop.names()).toEqual(['begin_checkout', 'add_shipping_info', 'add_payment_info']);
    shop.stop();
  },
);

test('a box of the checkout that the page asks for as it stands is no step; one that takes a choice is', async () => {
  server = () => answerWith(200, '<section>Shipping</section>', 'text/html');
  const shop = watch('<main><h1>Checkout</h1></main>', [checkout()], { path: '/checkout' });
  await vi.advanceTimersByTimeAsync(4000);
  await fetch('/ajax/checkout_shipping.html', { method: 'POST', body: '' });
  await fetch('/ajax/checkout_payment.html', { method: 'POST' });
  await vi.advanceTimersByTimeAsync(100);
  expect(shop.names()).toEqual(['begin_checkout']);
  await fetch('/ajax/checkout_shipping.html', { method: 'POST', body: 'shipping[option_id]=zone:1' });
  await vi.advanceTimersByTimeAsync(100);
  expect(shop.names()).toEqual(['begin_checkout', 'add_shipping_info']);
  shop.stop();
});

test('steps asked for with the choice in the query are done as the shop has answered', async () => {
  server = () => answerWith(200, 'ok');
  const shop = watch('<main><h1>Checkout</h1></main>', [checkout()], { path: '/checkout' });
  await vi.advanceTimersByTimeAsync(4000);
  const steps: string[][] = [];
  for (const asked of ['', '&shipping_method=', '&shipping_method=flat', '&shipping_method=flat&payment_method=cod']) {
    fetch(`/index.php?rt=r/checkout/pay${asked}`);
    await vi.advanceTimersByTimeAsync(100);
    steps.push(shop.names().slice(1));
  }
  const both = ['add_shipping_info', 'add_payment_info'];
  expect(steps).toEqual([[], [], both.slice(0, 1), both]);
  shop.stop();
});

test('a confirmation after a checkout is a purchase, once', async () => {
  const memory = createNotes();
  const before = watch('<main><h1>Checkout</h1></main>', [checkout(), purchase()], { memory, path: '/checkout' });
  await vi.advanceTimersByTimeAsync(4000);
  before.leave();
  before.stop();
  const shop = watch(CONFIRMATION, [checkout(), purchase()], { memory, path: '/checkout/complete' });
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.seen).toMatchObject([
    {
      name: 'purchase',
      once: 'A-7',
      fields: { transaction_id: 'A-7', value: 24.9, currency: 'EUR', value_basis: 'total' },
    },
  ]);
  shop.leave();
  shop.stop();
  const again = watch(CONFIRMATION, [checkout(), purchase()], { memory, path: '/checkout/complete' });
  await vi.advanceTimersByTimeAsync(4000);
  expect(again.seen).toEqual([]);
  again.stop();
});

test('sums and lines may stand beside what a confirmation says', async () => {
  const memory = createNotes();
  memory('checkout').write({ at: Date.now() });
  const beside =
    '<aside><table><tr><td><img alt=""></td><td>Mug</td><td class="quantity">2</td><td>25,00 €</td></tr></table><p>Shipping 5,00 €</p><p>Total 30,00 €</p></aside>';
  const shop = watch(`<main><h1>Thank you!</h1><p>Order #A-7</p></main><aside>More</aside>${beside}`, [purchase()], {
    memory,
    path: '/checkouts/5f/thank_you',
  });
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.seen).toMatchObject([
    { fields: { transaction_id: 'A-7', value: 30, shipping: 5, items: [{ item_name: 'Mug', quantity: 2 }] } },
  ]);
  shop.stop();
});

test('a confirmation out of the blue is unclaimed, an account’s order page is nothing', async () => {
  const shop = watch(CONFIRMATION, [purchase()], { path: '/checkout/complete' });
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.seen).toEqual([]);
  expect(shop.attempts).toMatchObject([{ name: 'purchase', outcome: 'unclaimed' }]);
  shop.stop();
  const account = watch(CONFIRMATION, [purchase()], { path: '/account/orders/7' });
  await vi.advanceTimersByTimeAsync(4000);
  expect([account.seen, account.attempts]).toEqual([[], []]);
  account.stop();
});

test('what was paid for in place is bought once the page says so, unless another press came between', async () => {
  const pay = async (then: string) => {
    const shop = watch(
      '<div role="dialog"><button id="pay">Pay now</button><a href="#" id="off">×</a></div><main></main>',
      [purchase()],
      { path: '/cart' },
    );
    await vi.advanceTimersByTimeAsync(4000);
    server = () =>
      answerWith(200, {
        items: [{ product_id: 7, name: 'Mug', price: 12.45, quantity: 2 }],
        total: 24.9,
        currency: 'EUR',
      });
    fetch('/cart');
    await vi.advanceTimersByTimeAsync(100);
    press('#pay');
    // An answer that names no order, and the cart as it is then.
    server = (url) => answerWith(200, url === '/cart' ? { items: [], total: 0 } : { ok: true });
    fetch('/checkout/complete', { method: 'POST', body: '{}' });
    fetch('/cart');
    await vi.advanceTimersByTimeAsync(100);
    if (then) press(then);
    history.pushState(null, '', '/order/5f');
    document.querySelector('main')!.innerHTML = '<h1>Thank you for your order</h1><p>Order number: <b>A-7</b></p>';
    await vi.advanceTimersByTimeAsync(4000);
    shop.stop();
    return shop;
  };
  expect((await pay('')).seen).toMatchObject([
    {
      name: 'purchase',
      fields: { transaction_id: 'A-7', value: 24.9, items: [{ item_name: 'Mug', quantity: 2 }] },
      by: { evidence: ['page', 'press'] },
    },
  ]);
  expect((await pay('#off')).seen).toEqual([]);
});

test('a failed payment on the confirmation’s address is no purchase', async () => {
  const memory = createNotes();
  memory('checkout').write({ at: Date.now() });
  const shop = watch('<main><h1>Your payment was declined</h1><p>Order number: A-7</p></main>', [purchase()], {
    memory,
    path: '/checkout/complete',
  });
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.seen).toEqual([]);
  shop.stop();
});

test('the page of an order that says no, and thanks for nothing, is no purchase', async () => {
  const walk = async (html: string) => {
    const memory = createNotes();
    memory('checkout').write({ at: Date.now() });
    const shop = watch(`<main>${html}</main>`, [purchase()], { memory, path: '/checkout/complete' });
    await vi.advanceTimersByTimeAsync(4000);
    shop.stop();
    return shop.seen.length;
  };
  const order = '<h5>Order S00042</h5><p>Total $47.00</p>';
  const no = '<div role="alert" class="alert alert-danger">05 do not honor</div>';
  expect(await walk(order + no)).toBe(0);
  expect(await walk(`${order}<p class="alert alert-warning">Transfer the total within a week.</p>`)).toBe(1);
  expect(await walk(`<h3>Thank you for your order.</h3>${order}${no}`)).toBe(1);
  expect(await walk(order)).toBe(1);
});

test('an order told by its answer alone has what the checkout still shows', async () => {
  server = () => answerWith(200, { order: { orderNumber: 'A-7' } });
  const shop = watch('<main><h1>Checkout</h1><div class="sums"></div></main>', [purchase()], { path: '/checkout' });
  await vi.advanceTimersByTimeAsync(4000);
  document.querySelector('.sums')!.innerHTML =
    '<p>Shipping <b>€4.95</b></p><p>Including tax <b>€4.78</b></p><p>Total <b>€29.95</b></p>';
  const line = '<div class="line"><a href="/mug">Mug</a><input type="number" value="1"><b>€25.00</b></div>';
  document.querySelector('.sums')!.insertAdjacentHTML('beforebegin', line);
  fetch('/api/place-order', { method: 'POST', body: '{}' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(shop.seen).toMatchObject([{ fields: { transaction_id: 'A-7', value: 29.95, tax: 4.78, shipping: 4.95 } }]);
  shop.stop();
});

test('an order told by its answer and its page is one event, with the number the customer sees', async () => {
  server = () => answerWith(200, { order_id: 9, total: 24.9, currency: 'EUR', redirect: '/done' });
  const shop = watch('<main><h1>Checkout</h1></main>', [purchase()], { path: '/checkout' });
  await vi.advanceTimersByTimeAsync(400);
  fetch('/checkout/place-order', { method: 'POST', body: '{"payment":"cod"}' });
  await vi.advanceTimersByTimeAsync(100);
  history.pushState(null, '', '/checkout/thank-you');
  document.body.innerHTML = CONFIRMATION;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(shop.seen).toMatchObject([{ name: 'purchase', once: 'A-7', fields: { value: 24.9, currency: 'EUR' } }]);
  shop.stop();
});

test.each([
  ['the answer', '/thank-you', CONFIRMATION],
  ['the page', '/checkout', '<main><h1>Checkout</h1><p>A-7</p></main>'],
])(
  '%s that names the order just placed shows no cart: going back to the checkout begins none',
  async (_, path, html) => {
    const memory = createNotes();
    server = () =>
      answerWith(200, { order: { orderNumber: 'A-107', lines: [{ name: 'Mug', price: 25, quantity: 1 }], total: 25 } });
    memory('checkout').write({ at: Date.now() });
    const placed = watch(html.replace('A-7', 'A-107'), [purchase(), checkout()], { memory, path });
    if (path === '/checkout') fetch('/api/place-order', { method: 'POST', body: '{}' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(placed.names().pop()).toBe('purchase');
    const line = '<ul><li><a href="/mug">Mug</a><input type="number" value="1"><b>€25.00</b></li></ul>';
    document.querySelector('main')!.insertAdjacentHTML('beforeend', line);
    placed.leave();
    placed.stop();
    memory('checkout').write(undefined);
    const account = watch('<main><h1>Order A-107</h1></main>', [purchase(), checkout()], { memory, path: '/account' });
    if (path !== '/checkout') fetch('/api/order/7');
    await vi.advanceTimersByTimeAsync(4000);
    history.pushState(null, '', '/checkout');
    document.body.innerHTML = '<main><h1>Checkout</h1></main>';
    await vi.advanceTimersByTimeAsync(4000);
    expect(account.names()).toEqual([]);
    account.stop();
  },
);

const NEWSLETTER =
  '<main><form id="nl" class="newsletter" method="post" action="/subscribe"><input type="email" name="email"><button>Subscribe</button></form></main>';

test('a taken newsletter form is a lead; what was typed stays where it is', async () => {
  server = () => answerWith(200, { msg: 'You have subscribed.' });
  const shop = watch(NEWSLETTER, [forms()]);
  intercept('/subscribe', { email: 'ann@example.com' });
  document.querySelector('input')!.value = 'ann@example.com';
  await vi.advanceTimersByTimeAsync(400);
  press('button');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([{ name: 'generate_lead', fields: { form_kind: 'newsletter', form_id: 'nl' } }]);
  expect(JSON.stringify(shop.seen)).not.toContain('ann@');
  shop.stop();
});

test('on the way to an order a newsletter is asked for below the page alone', async () => {
  server = () => answerWith(200, { msg: 'You have subscribed.' });
  for (const [html, names] of [
    [`<footer>${NEWSLETTER}</footer>`, ['generate_lead']],
    [`<div class="footer-container">${NEWSLETTER}</div>`, ['generate_lead']],
    [NEWSLETTER, []],
  ] as const) {
    const shop = watch(`<h1>Shopping cart</h1>${html}`, [forms()], { path: '/cart' });
    intercept('/subscribe', { email: 'ann@example.com' });
    await vi.advanceTimersByTimeAsync(4000);
    press('button');
    await vi.advanceTimersByTimeAsync(1000);
    expect(shop.names(), html).toEqual(names);
    shop.stop();
  }
});

test('a form is known in a request that puts its fields into one of its own', async () => {
  server = () => answerWith(200, { msg: 'ok', code: 200 });
  const shop = watch(
    '<main><form id="contact"><input name="Name"><input type="email" name="Address"><textarea name="Text"></textarea><button>Send</button></form></main>',
    [forms()],
  );
  intercept('https://forms.example/7', {
    name: 'Contact',
    'fields[Name]': 'A',
    'fields[Address]': 'B',
    'fields[Text]': 'C',
  });
  press('button');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([{ name: 'generate_lead', fields: { form_kind: 'contact' } }]);
  shop.stop();
});

test('a form mended and sent again is taken once', async () => {
  server = () => answerWith(201, { doc: { id: 3 } });
  const shop = watch(
    '<main><form><input type="email" name="email"><input type="password" name="password"><input type="password" name="again"><button>Create account</button></form></main>',
    [forms()],
    { path: '/account/register' },
  );
  let isMended = false;
  document.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isMended) fetch('/api/users', { method: 'POST', body: JSON.stringify({ email: 'a@b.co', password: 'x' }) });
  });
  await vi.advanceTimersByTimeAsync(4000);
  press('button'); // two passwords: the page itself says no
  await vi.advanceTimersByTimeAsync(3000);
  isMended = true;
  press('button');
  await vi.advanceTimersByTimeAsync(3000);
  expect(shop.names()).toEqual(['sign_up']);
  shop.stop();
});

test('a form without a button of its own is sent by what looks like one', async () => {
  server = () => answerWith(200, { id: 12 });
  const field = (more: string) => `<form action="/form/"><input type="email" name="email_from" required ${more}>`;
  const link = '<textarea name="question"></textarea><a href="#" role="button" id="send">Submit</a>';
  const shop = watch(`${field('')}${link}<a href="#" id="wish">Add to wishlist</a></form>`, [forms()]);
  for (const id of ['#send', '#wish'])
    document.querySelector(id)!.addEventListener('click', () => {
      fetch('/form/mail', { method: 'POST', body: JSON.stringify({ email_from: 'ann@example.com' }) });
    });
  await vi.advanceTimersByTimeAsync(400);
  press('#send'); // the browser would not let it go yet
  await vi.advanceTimersByTimeAsync(1000);
  document.querySelector('input')!.value = 'ann@example.com';
  press('#wish');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toEqual([]);
  press('#send');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([{ name: 'generate_lead', fields: { form_kind: 'contact' } }]);
  shop.stop();
});

test('an address and a button that stand in no form are one; a link beside them sends nothing', async () => {
  const box = '<div><input id="newsletter-email"><input type="email"></div><button id="send">Subscribe</button>';
  const shop = watch(`<footer>${box}<a href="/privacy" id="policy">Privacy</a><a href="#" id="top">Top</a></footer>`, [
    forms(),
  ]);
  const send = (good: boolean) => {
    server = () => answerWith(200, { Success: good });
    fetch('/subscribe', { method: 'POST', body: 'email=ann@example.com' });
  };
  await vi.advanceTimersByTimeAsync(400);
  for (const [id, good] of [
    ['#policy', true],
    ['#send', false],
  ] as const) {
    document.querySelector(id)!.addEventListener('click', (event) => event.preventDefault());
    press(id);
    send(good);
    await vi.advanceTimersByTimeAsync(2000);
  }
  expect(shop.seen).toEqual([]);
  press('#send');
  send(true);
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toMatchObject([{ name: 'generate_lead', fields: { form_kind: 'newsletter' } }]);
  shop.stop();
});

test('a button beside a form sends nothing: a popup that is closed, though thanks for something else come next', async () => {
  const form = '<form><input type="email" name="email"><button>Subscribe</button></form>';
  const shop = watch(`<main></main><div id="popup">${form}<button id="close" aria-label="×"></button></div>`, [
    forms(),
  ]);
  await vi.advanceTimersByTimeAsync(400);
  press('#close');
  document.querySelector('#popup')!.remove();
  await vi.advanceTimersByTimeAsync(1000);
  document.querySelector('main')!.innerHTML = '<h1>Thank you for your order</h1>';
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toEqual([]);
  shop.stop();
});

test('a form that a link sends, for a new page, is told by that page', async () => {
  const memory = createNotes();
  const form =
    '<form action="/newsletter" method="post"><input name="email"><a href="#" id="send">Subscribe</a></form>';
  const page = watch(form, [forms()], { memory });
  document.querySelector('#send')!.addEventListener('click', () => document.forms[0]!.submit());
  await vi.advanceTimersByTimeAsync(400);
  press('#send');
  page.leave();
  page.stop();
  const next = watch('<h1>Thank you for subscribing</h1>', [forms()], { memory });
  await vi.advanceTimersByTimeAsync(4000);
  expect(next.seen).toMatchObject([{ name: 'generate_lead', fields: { form_kind: 'newsletter' } }]);
  next.stop();
});

test('a newsletter form refused within a 200 is none', async () => {
  server = () => answerWith(200, { msg: 'Already registered.', nw_error: true });
  const shop = watch(NEWSLETTER, [forms()]);
  intercept('/subscribe', { email: 'ann@example.com' });
  await vi.advanceTimersByTimeAsync(400);
  press('button');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(shop.seen).toEqual([]);
  shop.stop();
});

test('an address that is looked up before a form goes is none, whatever the answer', async () => {
  const answers = ['{"result":true,"token":"9f"}', 'true', '{"available":"yes"}'];
  server = () => answerWith(200, answers.shift());
  const fields = ['first', 'last', 'phone', 'password', 'again', 'town']
    .map((name) => `<input name="${name}">`)
    .join('');
  for (const html of [
    NEWSLETTER,
    NEWSLETTER,
    `<form class="register">${fields}<input name="email"><button>Go</button></form>`,
  ]) {
    const shop = watch(html, [forms()]);
    await vi.advanceTimersByTimeAsync(4000);
    intercept('/?_g=check', { email: 'ann@example.com', token: '9f' });
    press('button');
    await vi.advanceTimersByTimeAsync(2000);
    expect(shop.seen).toEqual([]);
    shop.stop();
  }
});

test('a form that was sent in vain, and is sent at the press of its button before it says so, is one lead', async () => {
  server = () => answerWith(200, { data: {} });
  const shop = watch(
    '<form action="/api/contact" novalidate><input name="email" type="email"><textarea name="message"></textarea><button>Send</button></form>',
    [forms()],
  );
  await vi.advanceTimersByTimeAsync(4000);
  document.querySelector('form')!.onsubmit = (event) => event.preventDefault();
  press('button');
  await vi.advanceTimersByTimeAsync(2000);
  document.querySelector('button')!.onclick = () => {
    fetch('/api/contact', { method: 'POST', body: '{"email":"a","message":"b"}' });
  };
  press('button');
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.names()).toEqual(['generate_lead']);
  shop.stop();
});

test('an error that still stands refuses no later try', async () => {
  server = () => answerWith(200, { error: true });
  const shop = watch(NEWSLETTER, [forms()]);
  await vi.advanceTimersByTimeAsync(4000);
  intercept('/subscribe', { email: 'ann@example.com' });
  press('button');
  document.body.insertAdjacentHTML('beforeend', '<p class="error" role="alert">No such address</p>');
  await vi.advanceTimersByTimeAsync(2000);
  server = () => answerWith(200, { success: true });
  press('button');
  document.body.insertAdjacentHTML('beforeend', '<i>...</i>');
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toMatchObject([{ name: 'generate_lead' }]);
  shop.stop();
});

test('what the site calls otherwise, by the name of all its colours, is the same add; a drawer it tells of is one view', async () => {
  const layer: unknown[] = [];
  Object.assign(window, { dataLayer: layer });
  const items = [{ item_id: '4410', item_name: 'Mug', item_variant: 'm-1', price: 12.5, quantity: 1 }];
  const shop = watch(
    '<header><button id="open" aria-label="Cart">Cart</button><div class="cart-count">0</div></header><main><h1>Mug Blue</h1><b class="price">€12.50</b><button id="add" data-sku="m-1">Add to cart</button></main><div class="drawer"></div>',
    [addToCart(), viewCart()],
    { path: '/mug' },
  );
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  layer.push({ event: 'add_to_cart', ecommerce: { currency: 'EUR', items } });
  document.querySelector('.cart-count')!.textContent = '1';
  await vi.advanceTimersByTimeAsync(2000);
  for (const _ of [1, 2]) {
    document.querySelector('.drawer')!.innerHTML =
      '<div class="row"><a href="/mug">Mug</a><input type="number" value="1"><button>Remove</button><b>€12.50</b></div>';
    press('#open');
    layer.push({ event: 'view_cart', ecommerce: { currency: 'EUR', items } });
    await vi.advanceTimersByTimeAsync(3000);
  }
  expect(shop.names()).toEqual(['add_to_cart', 'view_cart', 'view_cart']);
  shop.stop();
});

test('the site’s own word replaces guessing', async () => {
  server = () => answerWith(200, { success: true });
  const shop = watch(
    PRODUCT.replace('<button', '<button data-fw-track="add_to_cart" data-fw-item-id="x-9"'),
    everything(),
  );
  intercept();
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen.filter(({ name }) => name === 'add_to_cart')).toMatchObject([
    { fields: { items: [{ item_id: 'x-9' }] }, by: { evidence: ['attribute'] } },
  ]);
  shop.stop();
});

test('a rule names a milestone of any kind by press, address or answer', async () => {
  server = () => answerWith(200, { ok: true });
  const rules = [
    { milestone: 'demo_booked', click: '#demo' },
    { milestone: 'pricing_seen', url: '/pricing*' },
    { milestone: 'trial_started', request: '/api/*/trial', read: () => ({ props: { plan: 'pro' } }) },
  ];
  const shop = watch('<button id="demo">Book</button>', everything(), { rules, path: '/pricing' });
  await vi.advanceTimersByTimeAsync(400);
  press('#demo');
  fetch('/api/7/trial', { method: 'POST' });
  await vi.advanceTimersByTimeAsync(400);
  expect(shop.names()).toEqual(['pricing_seen', 'demo_booked', 'trial_started']);
  shop.stop();
});

test('an ignored part of the page is not heard', async () => {
  const shop = watch(`<div data-fw-ignore>${PRODUCT}</div>`, [addToCart()]);
  await vi.advanceTimersByTimeAsync(400);
  document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  press('#add');
  expect(shop.attempts).toEqual([]);
  shop.stop();
});

test('a badge that is drawn before the answer has ended confirms the add that the answer says nothing of', async () => {
  const shop = watch(
    '<header><button id="bag" aria-label="Cart"></button></header><main><h1>Mug</h1><b class="price">€12.90</b><button id="add">Add to cart</button></main>',
    [addToCart()],
    { path: '/p/harbour-mug' },
  );
  await vi.advanceTimersByTimeAsync(1000);
  const stream = new ReadableStream({ start: (body) => void setTimeout(() => body.close(), 300) });
  server = async () => new Response(stream, { headers: { 'content-type': 'text/x-component' } });
  document.querySelector('#add')!.addEventListener('click', async () => {
    await fetch('/p/harbour-mug', { method: 'POST', body: '["495edd52",1]' });
    document.querySelector('#bag')!.innerHTML = '<i>1</i>';
  });
  press('#add');
  await vi.advanceTimersByTimeAsync(200);
  expect(shop.names()).toEqual([]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.names()).toEqual(['add_to_cart']);
  shop.stop();
});
