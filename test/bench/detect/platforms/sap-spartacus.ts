import { Hono } from 'hono';
import type { Page } from 'playwright-core';
import { type Line, optional, type Product, pieces, sumOf } from '../parts.ts';
import type { Platform } from '../platform.ts';

const camera: Product = { id: '1934793', sku: '1934793', name: 'PowerShot A480', slug: 'powershot-a480', price: 9985 };
const tripod: Product = { id: '1992693', sku: '1992693', name: 'DSLR-Tripod TR-60', slug: 'tripod', price: 4260 };
const film: Product = { id: '779841', sku: '779841', name: 'Film 35mm', slug: 'film', price: 765, soldOut: true };
const products = [camera, tripod, film];
const DELIVERY = 999;

const usd = (cents: number) => ({
  value: cents / 100,
  currencyIso: 'USD',
  formattedValue: `$${(cents / 100).toFixed(2)}`,
});

/** The single-page client: routes by history, asks the commerce API on another host, keeps its order in memory. */
const client = (api: string) => `
const API = '${api}/occ/v2/electronics/users/anonymous/carts';
const catalogue = ${JSON.stringify(products)};
const money = (cents) => '$' + (cents / 100).toFixed(2);
let cart, order;
const ask = (method, path, body) => new Promise((done) => {
  const xhr = new XMLHttpRequest();
  xhr.open(method, API + path);
  xhr.setRequestHeader('Content-Type', 'application/json');
  xhr.onload = () => done({ status: xhr.status, body: xhr.responseText ? JSON.parse(xhr.responseText) : undefined });
  xhr.send(body && JSON.stringify(body));
});
const outlet = document.querySelector('cx-page-layout');
const count = () => { document.querySelector('.count').textContent = cart ? cart.totalUnitCount : 0; };
const reload = async () => { cart = (await ask('GET', '/g1?fields=FULL')).body; count(); };
const lines = () => (cart?.entries ?? []).map((entry) => '<div class="cx-item-list-row" data-n="' + entry.entryNumber + '"><a class="cx-link" href="/electronics-spa/en/USD/product/' + entry.product.code + '/x">' + entry.product.name + '</a><div class="cx-price">' + entry.basePrice.formattedValue + '</div><cx-item-counter><button class="minus">-</button><input type="number" value="' + entry.quantity + '"><button class="plus">+</button></cx-item-counter><div class="cx-total">' + entry.totalPrice.formattedValue + '</div><button class="link cx-action-link cx-remove-btn">Remove</button></div>').join('');
const summary = (delivery) => '<cx-order-summary><h4>Order Summary</h4><div class="cx-summary-row"><span>Subtotal:</span><span>' + cart.subTotal.formattedValue + '</span></div>' + (delivery ? '<div class="cx-summary-row"><span>Estimated Shipping:</span><span>' + money(${DELIVERY}) + '</span></div>' : '') + '<div class="cx-summary-row cx-summary-total"><span>Total:</span><span>' + money(cart.subTotal.value * 100 + (delivery ? ${DELIVERY} : 0)) + '</span></div></cx-order-summary>';
const form = (title, next, label) => { outlet.innerHTML = '<h1 class="cx-page-title">' + title + '</h1><form class="step"><input formcontrolname="a"><button class="btn btn-primary">' + label + '</button></form>' + summary(/payment|review/.test(next)); };
const steps = {
  'delivery-address': ['Delivery Address', 'PUT', '/g1/addresses/delivery', 'delivery-mode'],
  'delivery-mode': ['Delivery Method', 'PUT', '/g1/deliverymode?deliveryModeId=standard', 'payment-details'],
  'payment-details': ['Payment', 'POST', '/g1/paymentdetails', 'review-order'],
};
const show = async () => {
  const path = location.pathname.replace('/electronics-spa/en/USD', '');
  const [, kind, code] = path.split('/');
  document.querySelectorAll('script[type="application/ld+json"]').forEach((old) => old.remove());
  document.title = 'Electronics';
  if (kind === 'product') {
    const product = catalogue.find(({ id }) => id === code);
    document.title = product.name + ' | Electronics';
    outlet.innerHTML = '<cx-product-intro><div class="code">ID ' + product.id + '</div></cx-product-intro><h1>' + product.name + '</h1><cx-product-summary><div class="price" aria-label="' + money(product.price) + '">' + money(product.price) + '</div></cx-product-summary><cx-add-to-cart><form><cx-item-counter><button type="button">-</button><input type="number" value="1"><button type="button">+</button></cx-item-counter><button class="btn btn-primary btn-block" type="submit">Add to cart</button></form></cx-add-to-cart><button class="btn wish">Add to Wish List</button>';
    setTimeout(() => { const data = document.createElement('script'); data.type = 'application/ld+json'; data.textContent = JSON.stringify({ '@context': 'http://schema.org', '@type': 'Product', sku: product.id, name: product.name, offers: { '@type': 'Offer', price: product.price / 100, priceCurrency: 'USD' } }); document.head.append(data); }, 80);
  } else if (kind === 'cart') {
    outlet.innerHTML = '<h1>Your Shopping Cart</h1>';
    await reload();
    outlet.innerHTML = '<h1 class="cx-page-title">Your Shopping Cart</h1><cx-cart-item-list>' + lines() + '</cx-cart-item-list>' + (cart?.entries?.length ? summary() + '<form class="coupon"><input placeholder="Coupon code"><button class="apply-coupon-button">Apply</button></form><cx-cart-proceed-to-checkout><button class="btn btn-primary">Proceed to Checkout</button></cx-cart-proceed-to-checkout>' : '<p>Your shopping cart is empty</p>');
  } else if (kind === 'checkout') {
    if (!cart) await reload();
    if (steps[code]) form(steps[code][0], steps[code][3], 'Continue');
    else form('Review', 'review', 'Place Order');
  } else if (kind === 'order-confirmation') {
    outlet.innerHTML = order ? '<h1 class="cx-page-title">Confirmation of Order: ' + order.code + '</h1><div class="cx-order-confirmation-message"><h2>Thank you for your order!</h2><p>Invoice has been sent.</p></div>' + order.entries.map((entry) => '<div class="cx-item-list-row"><a class="cx-link" href="#">' + entry.product.name + '</a><div class="cx-price">' + entry.basePrice.formattedValue + '</div><div class="cx-quantity"><span>Quantity</span> <span class="cx-value">' + entry.quantity + '</span></div><div class="cx-total">' + entry.totalPrice.formattedValue + '</div></div>').join('') + '<div class="cx-summary-row"><span>Shipping:</span><span>' + money(${DELIVERY}) + '</span></div><div class="cx-summary-row"><span>Total:</span><span>' + order.totalPriceWithTax.formattedValue + '</span></div>' : '<h1></h1>';
  } else if (kind === 'search') outlet.innerHTML = '<h1>0 results</h1>';
  else outlet.innerHTML = '<h1>' + (kind === 'c' ? 'Cameras' : 'Welcome') + '</h1>' + (kind === 'c' ? '<select class="sort"><option>Relevance</option><option>Price</option></select>' : '') + catalogue.map(({ id, name, price }) => '<cx-product-grid-item><a class="cx-product-name" href="/electronics-spa/en/USD/product/' + id + '/x">' + name + '</a><div class="cx-product-price">' + money(price) + '</div></cx-product-grid-item>').join('');
};
const go = (path) => { history.pushState(null, '', '/electronics-spa/en/USD' + path); show(); };
document.addEventListener('click', async (event) => {
  const link = event.target.closest('a[href^="/"]');
  if (link) { event.preventDefault(); history.pushState(null, '', link.getAttribute('href')); show(); }
  if (event.target.matches('.cx-remove-btn')) { await ask('DELETE', '/g1/entries/' + event.target.closest('[data-n]').dataset.n); show(); }
  if (event.target.matches('.cx-item-list-row .plus')) { const row = event.target.closest('[data-n]'); await ask('PATCH', '/g1/entries/' + row.dataset.n, { quantity: +row.querySelector('input').value + 1 }); show(); }
  if (event.target.matches('.wish')) ask('POST', '/w9/entries', { product: { code: location.pathname.split('/')[5] }, quantity: 1 });
  if (event.target.matches('cx-cart-proceed-to-checkout button')) go('/checkout/delivery-address');
});
document.addEventListener('submit', async (event) => {
  event.preventDefault();
  const at = event.target;
  if (at.matches('cx-add-to-cart form')) {
    const dialog = document.body.appendChild(Object.assign(document.createElement('div'), { className: 'cx-dialog', innerHTML: '<div role="dialog"><p>Updating your cart...</p></div>' }));
    const { body } = await ask('POST', '/g1/entries?lang=en&curr=USD', { product: { code: location.pathname.split('/')[5] }, quantity: +at.querySelector('input').value });
    dialog.innerHTML = body.quantityAdded ? '<div role="dialog"><h3>Item(s) added to your cart</h3><button class="close">View cart</button></div>' : '<div role="dialog"><h3>Nothing could be added</h3></div>';
    await reload();
    setTimeout(() => dialog.remove(), 600);
  } else if (at.matches('.coupon')) { await ask('POST', '/g1/vouchers?voucherId=x'); at.insertAdjacentHTML('beforeend', '<p class="feedback">Invalid code</p>'); }
  else if (at.matches('.search')) go('/search/lamp');
  else if (at.matches('.step')) {
    const step = steps[location.pathname.split('/')[5]];
    if (step) { await ask(step[1], step[2], {}); go('/checkout/' + step[3]); }
    else {
      const xhr = await fetch('${api}/occ/v2/electronics/users/anonymous/orders?cartId=g1&termsChecked=true&fields=FULL', { method: 'POST' });
      const answer = await xhr.json();
      if (answer.errors) return at.insertAdjacentHTML('beforebegin', '<div class="alert alert-danger" role="alert">Payment was declined</div>');
      order = answer; cart = undefined; count(); go('/order-confirmation');
    }
  }
});
addEventListener('popstate', show);
reload(); show();
`;

const platform: Platform = {
  name: 'SAP Composable Storefront (Spartacus)',
  family: 'api',
  hosts: ['api'],
  open: ({ shop: origin, api }, tag) => {
    let lines: Line[] = [];
    let declines = 1;
    const app = new Hono();
    app.get('*', (c) =>
      c.html(`<!doctype html><html lang="en"><head><title>Electronics</title>${tag}</head><body><cx-storefront><header><a href="/electronics-spa/en/USD/">Home</a>
<form class="search"><input aria-label="Search here" placeholder="Search here..."><button aria-label="Search">&#128269;</button></form>
<select class="currency"><option>USD</option><option>JPY</option></select><cx-mini-cart><a aria-label="items currently in your cart" href="/electronics-spa/en/USD/cart"><span class="count">0</span></a></cx-mini-cart></header>
<main><cx-page-layout></cx-page-layout></main></cx-storefront><script>${client(api!)}</script></body></html>`),
    );
    const back = new Hono();
    back.use(async (c, next) => {
      await next();
      c.header('Access-Control-Allow-Origin', '*');
      c.header('Access-Control-Allow-Headers', '*');
      c.header('Access-Control-Allow-Methods', '*');
    });
    back.options('*', (c) => c.body(null, 204));
    const base = '/occ/v2/electronics/users/anonymous';
    const entry = ({ product, quantity }: Line, entryNumber: number) => ({
      entryNumber,
      quantity,
      basePrice: usd(product.price),
      totalPrice: usd(product.price * quantity),
      product: { code: product.id, name: product.name, url: `/p/${product.id}` },
    });
    const state = () => ({
      code: '00001',
      guid: 'g1',
      totalItems: lines.length,
      totalUnitCount: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      subTotal: usd(sumOf(lines)),
      totalPrice: usd(sumOf(lines)),
      entries: lines.map(entry),
    });
    back.get(`${base}/carts/g1`, (c) => c.json(state()));
    back.post(`${base}/carts/:id/entries`, async (c) => {
      const { product, quantity } = (await c.req.json()) as { product: { code: string }; quantity: number };
      const found = products.find(({ id }) => id === product.code)!;
      if (c.req.param('id') === 'w9') return c.json({ statusCode: 'success', quantityAdded: 1, quantity: 1 });
      if (found.soldOut)
        return c.json({
          statusCode: 'noStock',
          quantityAdded: 0,
          quantity,
          entry: entry({ product: found, quantity: 0 }, -1),
        });
      const known = lines.find((line) => line.product === found);
      if (known) known.quantity += quantity;
      else lines.push({ product: found, quantity });
      const line = lines.find((other) => other.product === found)!;
      return c.json({
        statusCode: 'success',
        quantityAdded: quantity,
        quantity,
        entry: entry(line, lines.indexOf(line)),
      });
    });
    back.delete(`${base}/carts/g1/entries/:n`, (c) => {
      lines.splice(Number(c.req.param('n')), 1);
      return c.body(null, 200);
    });
    back.patch(`${base}/carts/g1/entries/:n`, async (c) => {
      const { quantity } = (await c.req.json()) as { quantity: number };
      lines[Number(c.req.param('n'))]!.quantity = quantity;
      return c.json({ statusCode: 'success', quantityAdded: 1 });
    });
    back.post(`${base}/carts/g1/vouchers`, (c) =>
      c.json({ errors: [{ type: 'VoucherOperationError', message: 'coupon.invalid.code.provided' }] }, 400),
    );
    back.put(`${base}/carts/g1/*`, (c) => c.body(null, 200));
    back.post(`${base}/carts/g1/paymentdetails`, (c) => c.json({ id: 'p1', cardNumber: '************1111' }, 201));
    back.post(`${base}/orders`, (c) => {
      if (declines-- > 0) return c.json({ errors: [{ type: 'PaymentAuthorizationError', message: 'declined' }] }, 400);
      const body = {
        code: '00005003',
        guid: 'g-1',
        placed: new Date().toISOString(),
        totalPriceWithTax: usd(sumOf(lines) + DELIVERY),
        deliveryCost: usd(DELIVERY),
        entries: lines.map(entry),
      };
      lines = [];
      return c.json(body, 201);
    });

    const root = `${origin}/electronics-spa/en/USD`;
    const added = (tab: Page) =>
      tab.waitForSelector('.cx-dialog h3').then(() => tab.waitForSelector('.cx-dialog', { state: 'detached' }));
    /** The step's answer may take its time, and its form stays until then. */
    const goOn = (next: string) => (tab: Page) =>
      tab.click('.step button').then(() => tab.waitForSelector(`h1:text-is("${next}")`));
    const open = (id: string) => async (tab: Page) => {
      await tab.click('header a >> nth=0');
      await tab.click(`main a[href*="/product/${id}/"]`);
      await tab.waitForSelector('cx-add-to-cart');
    };
    return {
      apps: { shop: app, api: back },
      walk: [
        {
          name: 'lands from a campaign',
          act: (tab) => tab.goto(`${root}/?utm_source=n&utm_medium=email`),
          truth: [{ name: 'landing' }],
        },
        {
          name: 'searches in vain',
          act: (tab) => tab.press('header input', 'Enter'),
          truth: [optional('view_search_results')],
        },
        { name: 'opens the camera', act: open(camera.id), truth: [pieces('view_item', 'USD', [camera, 1])] },
        { name: 'puts it on the wish list', act: (tab) => tab.click('.wish'), truth: [] },
        {
          name: 'adds two cameras',
          act: async (tab) => {
            await tab.fill('cx-add-to-cart input', '2');
            await tab.click('cx-add-to-cart [type=submit]');
            await added(tab);
          },
          truth: [pieces('add_to_cart', 'USD', [camera, 2])],
        },
        { name: 'opens the film', act: open(film.id), truth: [pieces('view_item', 'USD', [film, 1])] },
        {
          name: 'tries to add the film, of which there is none',
          act: (tab) => tab.click('cx-add-to-cart [type=submit]').then(() => added(tab)),
          truth: [],
        },
        { name: 'opens the tripod', act: open(tripod.id), truth: [pieces('view_item', 'USD', [tripod, 1])] },
        {
          name: 'adds it',
          act: (tab) => tab.click('cx-add-to-cart [type=submit]').then(() => added(tab)),
          truth: [pieces('add_to_cart', 'USD', [tripod, 1])],
        },
        {
          name: 'opens the cart',
          act: (tab) => tab.click('cx-mini-cart a').then(() => tab.waitForSelector('.cx-item-list-row')),
          truth: [pieces('view_cart', 'USD', [camera, 2], [tripod, 1])],
        },
        {
          name: 'takes one camera more',
          act: (tab) =>
            tab.click('.plus >> nth=0').then(() => tab.waitForSelector('.cx-item-list-row input[value="3"]')),
          truth: [],
        },
        {
          name: 'tries a coupon',
          act: async (tab) => {
            await tab.fill('.coupon input', 'X1');
            await tab.click('.coupon button');
            await tab.waitForSelector('.feedback');
          },
          truth: [],
        },
        {
          name: 'removes the tripod',
          act: (tab) => tab.click('.cx-remove-btn >> nth=1'),
          truth: [pieces('remove_from_cart', 'USD', [tripod, 1])],
        },
        {
          name: 'goes to checkout',
          act: (tab) => tab.click('cx-cart-proceed-to-checkout button').then(() => tab.waitForSelector('.step')),
          truth: [pieces('begin_checkout', 'USD', [camera, 3])],
        },
        { name: 'gives an address', act: goOn('Delivery Method'), truth: [optional('add_shipping_info')] },
        { name: 'chooses a delivery', act: goOn('Payment'), truth: [optional('add_shipping_info')] },
        { name: 'gives a card', act: goOn('Review'), truth: [{ name: 'add_payment_info' }] },
        {
          name: 'is declined',
          act: (tab) => tab.click('.step button').then(() => tab.waitForSelector('.alert-danger')),
          truth: [],
        },
        {
          name: 'places the order',
          act: (tab) => tab.click('.step button').then(() => tab.waitForSelector('.cx-order-confirmation-message')),
          truth: [
            {
              ...pieces('purchase', 'USD', [camera, 3]),
              value: (3 * camera.price + DELIVERY) / 100,
              transaction_id: '00005003',
            },
          ],
        },
        { name: 'reloads the confirmation', act: (tab) => tab.reload(), truth: [] },
        {
          name: 'goes home and back',
          act: async (tab) => {
            await tab.click('header a >> nth=0');
            await tab.goBack();
          },
          truth: [],
        },
      ],
    };
  },
};

export default platform;
