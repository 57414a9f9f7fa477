// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { checkout } from '../../src/detect/checkout.ts';
import { purchase } from '../../src/detect/purchase.ts';
import { viewCart } from '../../src/detect/viewCart.ts';
import { answerWith, CART_OF_TWO, createNotes, press, useServer, watch } from './shopPage.ts';

const server = useServer();

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

test('what an answer leaves out of a cart, its drawer tells, for the checkout too', async () => {
  const lines = [{ name: 'Mug', quantity: 2, id: 'x' }];
  server.answer = () => answerWith(200, { lines, total_quantity: 2 });
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

test('a checkout that is still filling begins with what it shows, not with what an answer told before; at a step at the latest', async () => {
  server.answer = () => answerWith(200, { items: [{ product_id: 7, name: 'Mug', price: 10, quantity: 2 }], count: 2 });
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
  server.answer = () => answerWith(200, []);
  const shop = watch('<main><h1>Checkout</h1></main>', [checkout()], { path: '/index.php?route=checkout/checkout' });
  await vi.advanceTimersByTimeAsync(4000);
  for (const route of ['checkout/shipping_address/save', 'checkout/shipping_method/save', 'checkout/checkout']) {
    fetch(`/index.php?route=${route}`, { method: 'POST', body: 'shipping_method=flat.flat' });
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(shop.names()).toEqual(['begin_checkout', 'add_shipping_info']);
  shop.stop();
});

test.each(['checkoutUpdateShippingMethod', 'setShippingMethod', 'saveShippingOption'])(
  'a step asked for as %s, at one address for all, is done as the shop has taken it',
  async (how) => {
    server.answer = () => answerWith(200, { data: { cart: { id: 'x' } } });
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
  server.answer = () => answerWith(200, '<section>Shipping</section>', 'text/html');
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
  server.answer = () => answerWith(200, 'ok');
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
