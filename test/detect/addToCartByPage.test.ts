// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { addToCart } from '../../src/detect/addToCart.ts';
import { answerWith, CART_OF_TWO, createNotes, intercept, LD, PRODUCT, press, useServer, watch } from './shopPage.ts';

const server = useServer();

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
  server.answer = () => new Promise((resolve) => setTimeout(() => answerWith(409, {}).then(resolve), 3000));
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

test('a button that says how many are in the cart adds one more, unless the answer shows the cart as it was', async () => {
  const line = (quantity: number) => ({ lines: [{ sku: 'm-1', name: 'Mug', quantity, price: 12.5 }], total: 1 });
  const answers = [line(1), line(2), line(2)];
  server.answer = () => answerWith(200, answers.shift());
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

test('a badge that is drawn before the answer has ended confirms the add that the answer says nothing of', async () => {
  const shop = watch(
    '<header><button id="bag" aria-label="Cart"></button></header><main><h1>Mug</h1><b class="price">€12.90</b><button id="add">Add to cart</button></main>',
    [addToCart()],
    { path: '/p/harbour-mug' },
  );
  await vi.advanceTimersByTimeAsync(1000);
  const stream = new ReadableStream({ start: (body) => void setTimeout(() => body.close(), 300) });
  server.answer = async () => new Response(stream, { headers: { 'content-type': 'text/x-component' } });
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

test('a notice that comes before the page is looked at for the last time is no old one', async () => {
  const shop = watch(PRODUCT, [addToCart()]);
  document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  await vi.advanceTimersByTimeAsync(2900);
  press('#add');
  server.answer = () => new Promise((done) => setTimeout(() => done(new Response('')), 500));
  fetch('/', { method: 'POST' });
  await vi.advanceTimersByTimeAsync(50);
  document.body.insertAdjacentHTML('afterbegin', '<p role="alert" class="success">Added to your cart</p>');
  await vi.advanceTimersByTimeAsync(3000);
  expect(shop.seen).toMatchObject([{ name: 'add_to_cart', by: { evidence: ['notice'] } }]);
  shop.stop();
});
