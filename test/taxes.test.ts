import { afterEach, expect, test } from 'vitest';
import { taxes } from '../src/taxes.ts';
import { load, pass, receiver } from './flush/page.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

test('what has a value says whether it holds the tax, where the page tells; the site’s own word stands', async () => {
  document.body.innerHTML = '<main>12,90 € inkl. MwSt.</main>';
  const { transport, events } = receiver();
  const funnel = load({ transport, detect: [taxes()] });
  funnel.track('view_item', { value: 12.9, currency: 'EUR' });
  funnel.track('add_to_cart', { value: 12.9, prices_include_tax: false });
  funnel.track('view_cart');
  await pass(6000);
  expect(events().map(({ name, prices_include_tax }) => [name, prices_include_tax])).toEqual([
    ['view_item', true],
    ['add_to_cart', false],
    ['view_cart', undefined],
  ]);
});

test('a page that tells nothing leaves it open', async () => {
  const { transport, events } = receiver();
  load({ transport, detect: [taxes()] }).track('add_to_cart', { value: 12.9 });
  await pass(200);
  expect(events()[0]).not.toHaveProperty('prices_include_tax');
});
