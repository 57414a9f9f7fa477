import { afterEach, expect, test, vi } from 'vitest';
import { readCart, sumOf } from '../../src/read/cart.ts';

afterEach(() => vi.restoreAllMocks());

const items = [{ price: 0.1, quantity: 2 }, { price: 12.5 }];

test('items are worth price x quantity, to the cent; nothing is told where one has no price', () => {
  expect(sumOf(items)).toBe(12.7);
  expect([sumOf([...items, { quantity: 1 }]), sumOf([]), sumOf(undefined)]).toEqual([undefined, undefined, undefined]);
});

test('where a library has put its own in the place of reduce, the sum is the same', () => {
  vi.spyOn(Array.prototype, 'reduce').mockImplementation(function (this: unknown[]) {
    return this;
  });
  expect(sumOf(items)).toBe(12.7);
});

test('among much else the cart is what is called so', () => {
  const stock = [{ id: 7, title: 'S', quantity: 40 }];
  expect(readCart({ product: { variants: stock } }, true)).toBeUndefined();
  const cart = { lines: [{ id: 1, product_name: 'Mug', quantity: 2 }] };
  expect(readCart({ product: { variants: stock }, root: { cart } }, true)?.items).toMatchObject([
    { item_name: 'Mug', quantity: 2 },
  ]);
});
