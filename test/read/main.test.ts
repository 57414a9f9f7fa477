// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { headOf, mainOf } from '../../src/read/main.ts';
import { headingOf } from '../../src/read/place.ts';
import { show } from './show.ts';

beforeEach(() => void show(''));

test('a drawer may have a main part of its own, ahead of the page’s', () => {
  show('<div role="dialog"><main>Cart</main></div><aside><main>Menu</main></aside><main>Mugs</main>');
  expect(mainOf(document).textContent).toBe('Mugs');
});

test('the shop’s own name above is not the heading of a page', () => {
  const shop = '<header><div><h1><a href="/">Bag and Basket</a></h1></div></header>';
  show(`${shop}<div><h1>Mug</h1></div>`);
  expect(headingOf(document)).toBe('mug');
  show(`<div id="logo"><h1>Bag and Basket</h1></div><article><header><h1>Mug</h1></header></article>`);
  expect(headingOf(document)).toBe('mug');
  show(shop);
  expect(headingOf(document)).toBe('bag and basket');
  show(`<h1><a href="/">Bag and Basket</a></h1><h3><a href="/mug">Mug</a></h3><h2>News</h2><h2 id="own">Mug</h2>`);
  document.title = 'Bag and Basket / Mug';
  expect(headOf(document)?.id).toBe('own');
});
