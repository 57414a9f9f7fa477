// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { readCount } from '../../src/read/count.ts';
import { show } from './show.ts';

beforeEach(() => void show(''));

test('the badge of a cart tells its count', () => {
  show('<header><a class="cart-link" href="/cart">Cart <span class="cart-count">3</span></a></header>');
  expect(readCount(document)).toBe(3);
  show('<header><a href="/cart" aria-label="Cart, 2 items">Cart (2)</a></header>');
  expect(readCount(document)).toBe(2);
  show(
    '<header><a href="#" class="toggle-basket"><span>4</span><i class="fa-shopping-cart"></i><span>14,90 €</span></a></header>',
  );
  expect(readCount(document)).toBe(4);
  const badge = (name: string, count: number) =>
    `<a id="${name}" href="#"><i class="badge label-cart-amount">${count}</i></a>`;
  show(`<header>${badge('compare', 5)} ${badge('wishlist', 6)} ${badge('cart', 2)}</header>`);
  expect(readCount(document)).toBe(2);
  show('<header><button aria-label="Cart"><svg></svg><span>3</span></button></header>');
  expect(readCount(document)).toBe(3);
});

test.each([
  '<header><a href="/cart_items"><i data-cart-positions>3</i><i data-cart-sum>3 400 ₽</i></a></header>',
  '<header><div role="button" aria-label="Open cart"><svg></svg><div class="bubble">3</div></div></header>',
  '<div class="top"><a href="/cart"><img src="bag.svg" alt="Cart"><span>3</span></a></div>',
  '<div class="navbar"><a href="/basket"><span>Basket (3)</span></a></div>',
])('three lie in the cart of %s', (html) => {
  show(html);
  expect(readCount(document)).toBe(3);
});

test.each([
  ['a list', '<ul><li><a href="/p/mug">Mug</a> <span class="qty">2 ×</span></li></ul>'],
  ['boxes', '<div class="mini-product"><a href="/p/mug"><img alt=""></a> <span class="qty">2</span></div>'],
  ['a table', '<table><tr><td><a href="/p/mug">Mug</a></td><td class="quantity">2</td></tr></table>'],
])('how many of one product a small cart of %s holds is not the count of the cart', (_, lines) => {
  const cart = (badge: string) =>
    `<header><ul><li class="cart"><a href="/cart"><svg></svg></a>${badge}<div class="cart-content">${lines}</div></li></ul></header>`;
  show(cart(''));
  expect(readCount(document)).toBeUndefined();
  show(cart('<span class="badge">3</span>'));
  expect(readCount(document)).toBe(3);
});
