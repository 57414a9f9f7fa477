// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { addToCart } from '../../src/detect/addToCart.ts';
import { checkout } from '../../src/detect/checkout.ts';
import { viewCart } from '../../src/detect/viewCart.ts';
import { viewItem } from '../../src/detect/viewItem.ts';
import { answerWith, CART_OF_TWO, createNotes, intercept, PRODUCT, press, useServer, watch } from './shopPage.ts';

const server = useServer();

test('a taken add is an add: price x quantity as added', async () => {
  server.answer = () => answerWith(200, { success: true, cart: { items: [{ name: 'Mug', quantity: 5 }] } });
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
  server.answer = () =>
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
  server.answer = () => answerWith(200, { lines: [line(3, 'Plate', 1), line(4, 'Cup', cups++)] });
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
  server.answer = () => answerWith(200, { items: [{ id: 7, name: 'Mug', quantity: 2, unit_price: 12.5 }] });
  const shop = watch(PRODUCT, [addToCart()]);
  intercept('/orders/current/products', { product: 7, quantity: 2 });
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toMatchObject([{ name: 'add_to_cart', fields: { value: 25 }, by: { evidence: ['answer'] } }]);
  shop.stop();
});

test('what a request names as the quantity of a product was added, whatever the page makes of it', async () => {
  server.answer = () => answerWith(200, { message: 'Cart successfully updated', totalCartItems: 4 });
  const shop = watch(PRODUCT, [addToCart()]);
  intercept('/product/addtocart', { productId: '7', productQuantity: '4' });
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([{ name: 'add_to_cart', fields: { value: 50, items: [{ quantity: 4 }] } }]);
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
  server.answer = () => answerWith(200, graphCart('cart', ['S', 1]));
  await graph('cart', {});
  server.answer = () => answerWith(200, graphCart('cartLinesAdd', ['S', 1], ['M', 1]));
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
  server.answer = () => answerWith(200, graphCart('cart', ['S', 1]));
  await graph('cart', {});
  await vi.advanceTimersByTimeAsync(400);
  server.answer = () => answerWith(200, graphCart('cartLinesAdd', ['S', 1], ['M', 1]));
  press('#add');
  await graph('cartLinesAdd', { lines: [{ merchandiseId: 'variant/M', quantity: 1 }] });
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([
    { name: 'add_to_cart', fields: { items: [{ item_id: 'sku-M', item_name: 'Tunic' }] } },
  ]);
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

test.each([
  ['HTTP 422', 422, {}],
  ['an error in a 200', 200, { error: true, message: 'Sold out' }],
])('an add refused by %s is no add', async (_, status, body) => {
  server.answer = () => answerWith(status, body);
  const shop = watch(PRODUCT, [addToCart()]);
  intercept();
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(shop.seen).toEqual([]);
  expect(shop.attempts.map(({ outcome }) => outcome)).toEqual(['open', 'refused']);
  shop.stop();
});

test.each([
  ['is as full as its badge told', '2', 2, []],
  ['is empty', '', 0, []],
  ['is fuller', '2', 3, ['add_to_cart']],
])('an answer whose cart %s', async (_, badge, totalQuantity, names) => {
  server.answer = () => answerWith(200, { cart: { id: 'c1', totalQuantity }, errors: null, warnings: [] });
  const shop = watch(`<header><a href="/cart">Cart <b>${badge}</b></a></header>${PRODUCT}`, [addToCart()]);
  intercept();
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.names()).toEqual(names);
  shop.stop();
});

test('an order of last year is not the cart that a checkout elsewhere begins with', async () => {
  const mug = { name: 'Mug', quantity: 1, price: 12.5 };
  server.answer = (url) =>
    answerWith(
      200,
      url.includes('order') ? { order: { lines: [{ ...mug, name: 'Pot' }] } } : { cart: { items: [mug] } },
    );
  const shop = watch(
    '<main><button id="add">Add to cart</button><a id="go" href="https://pay.test/c/1">Checkout</a></main>',
    [checkout()],
  );
  document.querySelector('#go')!.addEventListener('click', (event) => event.preventDefault());
  press('#add');
  // What the page shows is loaded anew after the add, the cart with it.
  await fetch('/cart/add', { method: 'POST', body: '{}' });
  await fetch('/mugs.data');
  await vi.advanceTimersByTimeAsync(100);
  await fetch('/account/orders/7');
  await vi.advanceTimersByTimeAsync(5000);
  press('#go');
  expect(shop.seen).toMatchObject([{ name: 'begin_checkout', fields: { value: 12.5, items: [{ item_name: 'Mug' }] } }]);
  shop.stop();
});

test('an add after one that was refused is told, though the badge showed as many in hope', async () => {
  let totalQuantity = 0;
  server.answer = () => answerWith(200, { cart: { totalQuantity } });
  const shop = watch(`<header><a href="/cart">Cart <b>0</b></a></header>${PRODUCT}`, [addToCart()]);
  intercept();
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  document.querySelector('header b')!.textContent = '1';
  await vi.advanceTimersByTimeAsync(1000);
  document.querySelector('header b')!.textContent = '0';
  expect(shop.names()).toEqual([]);
  totalQuantity = 1;
  press('#add');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.names()).toEqual(['add_to_cart']);
  shop.stop();
});

test('a second click that meets the drawer, before the request has left, leaves the add as it is', async () => {
  server.answer = () => answerWith(200, { ok: true });
  const shop = watch(`${PRODUCT}<div role="dialog"><button id="shut"></button></div>`, [addToCart()]);
  document.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault();
    setTimeout(() => fetch('/cart/add', { method: 'POST', body: '{}' }), 100);
  });
  await vi.advanceTimersByTimeAsync(400);
  press('#add');
  await vi.advanceTimersByTimeAsync(50);
  press('#shut');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([{ name: 'add_to_cart', fields: { items: [{ item_name: 'Mug', quantity: 2 }] } }]);
  shop.stop();
});

test('a control that says nothing adds where the answer tells how full the cart is, no more', async () => {
  server.answer = () => answerWith(200, { cart: { totalQuantity: 1 } });
  const shop = watch(
    '<main><article><h2>Mug</h2><p class="price">12,50 €</p><button id="plus">+</button></article></main>',
    [addToCart()],
  );
  document.querySelector('#plus')!.addEventListener('click', () => fetch('/cart/add', { method: 'POST', body: '{}' }));
  await vi.advanceTimersByTimeAsync(400);
  press('#plus');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([{ name: 'add_to_cart', fields: { items: [{ item_name: 'Mug' }] } }]);
  shop.stop();
});

test('an answer that has added nothing is a refusal, whatever it warns of', async () => {
  server.answer = () =>
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

test('a set is what its answer shows to have grown', async () => {
  const line = (productId: string, name: string, quantity: number) => ({ productId, name, price: 9, quantity });
  const answers = [
    { items: [line('1', 'Cup', 1)], total: 9 },
    { items: [line('1', 'Cup', 2), line('2', 'Mug', 1)], total: 27 },
  ];
  server.answer = () => answerWith(200, answers.shift());
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

test('what a button moves to the cart is what has come to it, as the cart asked for behind it shows', async () => {
  const line = (name: string, quantity: number) =>
    `<li><a href="/x">${name}</a> <input type="number" value="${quantity}"> <b>€10.00</b></li>`;
  const carts = [`${line('Cup', 1)}€10.00`, `${line('Cup', 1)}${line('Mug', 2)}€30.00`];
  server.answer = (url) =>
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
  server.answer = () => answerWith(200, { success: true });
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
  server.answer = () =>
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

test('an answer that shows the cart as it was is no add, whatever it says beside', async () => {
  const line = (quantity: number) => ({ product_id: 7, name: 'Mug', quantity, price: 10 });
  const answers = [
    { items: [line(2)], quantity: 2, value: 25 },
    { items: [line(2)], quantity: 2, value: 25, alert: 'There are only 3 remaining' },
  ];
  server.answer = () => answerWith(200, answers.shift());
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
  server.answer = () => answerWith(200, answers.shift());
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
  server.answer = () => answerWith(200, { activeOrder: { totalWithTax: 3330, currencyCode: 'EUR', lines } });
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

test('one add told by answer and data layer is one event, the data layer’s words first', async () => {
  server.answer = () => answerWith(200, { success: true });
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
