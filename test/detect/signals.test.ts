// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkout } from '../../src/detect/checkout.ts';
import { formProgress } from '../../src/detect/formProgress.ts';
import { forms } from '../../src/detect/forms.ts';
import { lists } from '../../src/detect/lists.ts';
import { answerWith, press, watch } from './shopPage.ts';

const card = (name: string, price: string) =>
  `<li class="card"><a id="${name}" href="/p/${name}"><h3>${name}</h3></a><span class="price">${price}</span></li>`;
const LISTING = `<header><a id="home" href="/home">Home</a></header><main><h1>Cups</h1><ul>${card('Mug', '12,50 €')}${card('Bowl', '9,00 €')}</ul></main>`;
const LD =
  '<script type="application/ld+json">{"@type":"Product","name":"Pot","offers":{"price":"30","priceCurrency":"EUR"}}</script>';
const SUGGESTED = `${LD}<main><h1>Pot</h1><p class="price">30,00 €</p><h2>You may also like</h2><ul>${card('Mug', '12,50 €')}${card('Bowl', '9,00 €')}</ul></main>`;
const NEWSLETTER =
  '<form id="news" class="newsletter" method="post" action="/subscribe"><input type="email" name="email"><button>Subscribe</button></form>';

beforeEach(() => {
  vi.useFakeTimers();
  // Links and forms lead nowhere here; what would follow is told by `leave`.
  document.addEventListener('click', stay);
  document.addEventListener('submit', stay);
});
afterEach(() => {
  vi.useRealTimers();
  document.removeEventListener('click', stay);
  document.removeEventListener('submit', stay);
  Reflect.deleteProperty(window, 'dataLayer');
});
const stay = (event: Event) => {
  if (event.type === 'submit' || (event.target as Element).closest('a')) event.preventDefault();
};

test('several products on a page about none are a list, with what each card shows', async () => {
  const shop = watch(LISTING, [lists()], { path: '/cups' });
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.seen).toMatchObject([
    {
      name: 'view_item_list',
      fields: {
        item_list_name: 'Cups',
        currency: 'EUR',
        items: [
          { item_name: 'Mug', price: 12.5, index: 0 },
          { item_name: 'Bowl', price: 9, index: 1 },
        ],
      },
    },
  ]);
  shop.stop();
});

test('following a card selects its product; other links select nothing', async () => {
  const shop = watch(LISTING, [lists()], { path: '/cups' });
  press('#home');
  press('#Bowl');
  await vi.advanceTimersByTimeAsync(10);
  expect(shop.seen).toMatchObject([{ name: 'select_item', fields: { items: [{ item_name: 'Bowl', price: 9 }] } }]);
  shop.stop();
});

test('a card followed by a page that goes at once is selected, once', async () => {
  const shop = watch(LISTING, [lists()], { path: '/cups' });
  press('#Mug');
  shop.leave();
  await vi.advanceTimersByTimeAsync(10);
  expect(shop.names()).toEqual(['view_item_list', 'select_item']);
  shop.stop();
});

test('products suggested beside a product are a promotion', async () => {
  const shop = watch(SUGGESTED, [lists()], { path: '/p/pot' });
  await vi.advanceTimersByTimeAsync(4000);
  press('#Mug');
  await vi.advanceTimersByTimeAsync(10);
  expect(shop.seen).toMatchObject([
    { name: 'view_promotion', fields: { items: [{ item_name: 'Mug' }, { item_name: 'Bowl' }] } },
    { name: 'select_promotion', fields: { items: [{ item_name: 'Mug' }] } },
  ]);
  shop.stop();
});

test('what lies in a cart is not suggested beside it', async () => {
  const line = (name: string) =>
    `<li class="line"><a href="/p/${name}"><h3>${name}</h3></a> 1 × $9.00 <button>Remove</button></li>`;
  const card = (name: string) => `<div><a href="/p/${name}"><h3>${name}</h3></a><span class="price">$5.00</span></div>`;
  const shop = watch(
    `<main><h1>Cart</h1><ul>${line('Pot')}${line('Pan')}</ul><section>${card('Mug')}${card('Bowl')}</section></main>`,
    [lists()],
    { path: '/cart' },
  );
  await vi.advanceTimersByTimeAsync(4000);
  press('.line a');
  await vi.advanceTimersByTimeAsync(10);
  expect(shop.seen).toMatchObject([
    { name: 'view_promotion', fields: { items: [{ item_name: 'Mug' }, { item_name: 'Bowl' }] } },
  ]);
  shop.stop();
});

test('a search tells that there was one, and not for what', async () => {
  const shop = watch(LISTING, [lists()], { path: '/find?q=grandmother' });
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.names()).toEqual(['view_search_results']);
  expect(JSON.stringify(shop.seen)).not.toContain('grandmother');
  shop.stop();
});

test('a product that was searched for is no search', async () => {
  const shop = watch(SUGGESTED, [lists()], { path: '/p/pot?q=pot' });
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.names()).toEqual(['view_promotion']);
  shop.stop();
});

test('a cart that is asked for a number of pieces is no search', async () => {
  const shop = watch('<main><h1>Your cart</h1><p>Your cart is empty.</p></main>', [lists()], { path: '/cart?q=2' });
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.names()).toEqual([]);
  shop.stop();
});

test('what the site tells of its lists replaces the look at the page', async () => {
  const shop = watch(LISTING, [lists()], { path: '/cups' });
  await vi.advanceTimersByTimeAsync(300);
  Object.assign(window, {
    dataLayer: [{ event: 'view_item_list', ecommerce: { item_list_name: 'Own', items: [{ item_id: 'a' }] } }],
  });
  await vi.advanceTimersByTimeAsync(4000);
  press('#home'); // the layer is looked at again after a press
  await vi.advanceTimersByTimeAsync(10);
  expect(shop.seen.filter(({ by }) => by.evidence[0] === 'datalayer')).toHaveLength(1);
  shop.stop();
});

const type = (selector: string) =>
  document.querySelector(selector)!.dispatchEvent(new InputEvent('input', { bubbles: true }));

test('a form is started once, and abandoned when the page goes without its submit', async () => {
  const shop = watch(NEWSLETTER, [formProgress()]);
  type('input');
  type('input');
  await vi.advanceTimersByTimeAsync(10);
  shop.leave();
  expect(shop.seen).toMatchObject([
    { name: 'form_start', fields: { form_kind: 'newsletter', form_id: 'news' } },
    { name: 'form_abandon', fields: { form_kind: 'newsletter', form_id: 'news' } },
  ]);
  shop.stop();
});

test('a form that was sent is not abandoned, and a search box never started', async () => {
  const search = '<form role="search" action="/find"><input id="q" name="q"></form>';
  const shop = watch(NEWSLETTER + search, [formProgress(), forms()]);
  type('#q');
  type('input[name="email"]');
  await vi.advanceTimersByTimeAsync(10);
  press('#news button');
  shop.leave();
  expect(shop.names()).toEqual(['form_start']);
  shop.stop();
});

const CHECKOUT = '<main><h1>Checkout</h1></main>';

test('the next page of a checkout tells that a step is done, once', async () => {
  const shop = watch(CHECKOUT, [checkout()], { path: '/checkout/address' });
  await vi.advanceTimersByTimeAsync(4000);
  for (const step of ['shipping', 'payment', 'shipping', 'payment', 'review']) {
    history.pushState(null, '', `/checkout/${step}`);
    await vi.advanceTimersByTimeAsync(4000);
  }
  expect(shop.names()).toEqual(['begin_checkout', 'add_shipping_info', 'add_payment_info']);
  shop.stop();
});

test('a checkout on one page tells its steps by what its server has taken', async () => {
  const original = window.fetch;
  window.fetch = ((url: string) => answerWith(url.includes('refused') ? 422 : 200, {})) as typeof fetch;
  const shop = watch(CHECKOUT, [checkout()], { path: '/checkout' });
  await vi.advanceTimersByTimeAsync(4000);
  const post = async (path: string) => {
    await fetch(path, { method: 'POST', body: '{"code":"flat"}' });
    await vi.advanceTimersByTimeAsync(10);
  };
  await post('/api/cart/estimate-shipping-methods');
  await post('/api/cart/refused/shipping-information');
  expect(shop.names()).toEqual(['begin_checkout']);
  await post('/api/cart/shipping-information');
  await post('/api/cart/set-payment-information');
  expect(shop.names()).toEqual(['begin_checkout', 'add_shipping_info', 'add_payment_info']);
  shop.stop();
  window.fetch = original;
});
