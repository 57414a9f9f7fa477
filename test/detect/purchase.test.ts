// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { checkout } from '../../src/detect/checkout.ts';
import { purchase } from '../../src/detect/purchase.ts';
import { answerWith, CONFIRMATION, createNotes, press, useServer, watch } from './shopPage.ts';

const server = useServer();

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
    server.answer = () =>
      answerWith(200, {
        items: [{ product_id: 7, name: 'Mug', price: 12.45, quantity: 2 }],
        total: 24.9,
        currency: 'EUR',
      });
    fetch('/cart');
    await vi.advanceTimersByTimeAsync(100);
    press('#pay');
    // An answer that names no order, and the cart as it is then.
    server.answer = (url) => answerWith(200, url === '/cart' ? { items: [], total: 0 } : { ok: true });
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
  server.answer = () => answerWith(200, { order: { orderNumber: 'A-7' } });
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
  server.answer = () => answerWith(200, { order_id: 9, total: 24.9, currency: 'EUR', redirect: '/done' });
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
    server.answer = () =>
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
