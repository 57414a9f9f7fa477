// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { addToCart } from '../../src/detect/addToCart.ts';
import { everything } from '../../src/detect/everything.ts';
import { viewCart } from '../../src/detect/viewCart.ts';
import { answerWith, intercept, PRODUCT, press, useServer, watch } from './shopPage.ts';

const server = useServer();

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
  server.answer = () => answerWith(200, { success: true });
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
  server.answer = () => answerWith(200, { ok: true });
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
