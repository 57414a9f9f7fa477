// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addToCart } from '../../src/detect/addToCart.ts';
import { checkout } from '../../src/detect/checkout.ts';
import { removeFromCart } from '../../src/detect/removeFromCart.ts';
import { badge, press, watch } from './shopPage.ts';

const PRODUCT = `<main><h1>Mug</h1><p class="price">€12.50</p><form><input type="hidden" name="product_id" value="7">
  <button id="add">Add to cart</button></form></main><div id="side"></div>`;

const line = (name: string, price: string, quantity: number) =>
  `<li><h3>${name}</h3><span>€${price}</span><input type="text" name="quantity" value="${quantity}">
  <button class="remove-${name}">Remove</button></li>`;

/** A drawer without a role, a number on a badge or a word of success: nothing but its lines. */
const drawer = (...lines: string[]) => `<form><ul>${lines.join('')}</ul><button id="go">Checkout</button></form>`;

let page: ReturnType<typeof watch>;
const draw = async (html: string) => {
  document.querySelector('#side')!.innerHTML = html;
  await vi.advanceTimersByTimeAsync(1000);
};
const add = async (html: string) => {
  press('#add');
  await draw(html);
};

beforeEach(async () => {
  vi.useFakeTimers();
  page = watch(PRODUCT, [addToCart(), removeFromCart(), checkout()], { path: '/p/mug' });
  document.addEventListener('submit', (event) => event.preventDefault());
  await vi.advanceTimersByTimeAsync(4000);
});
afterEach(() => {
  page.stop();
  vi.useRealTimers();
});

test('a cart that the page keeps to itself confirms an add by the line that it draws', async () => {
  await add(drawer(line('Mug', '12.50', 1)));
  expect(page.seen).toMatchObject([
    { name: 'add_to_cart', fields: { items: [{ item_id: '7', item_name: 'Mug', price: 12.5, quantity: 1 }] } },
  ]);
});

test('a line that is there already has to grow', async () => {
  await add(drawer(line('Mug', '12.50', 1)));
  await add(drawer(line('Mug', '12.50', 1)));
  expect(page.names()).toEqual(['add_to_cart']);
  await add(drawer(line('Mug', '12.50', 2)));
  expect(page.names()).toEqual(['add_to_cart', 'add_to_cart']);
});

test.each([
  ['of another product', drawer(line('Bowl', '12.50', 1))],
  ['of more pieces than were asked for', drawer(line('Mug', '12.50', 4))],
  [
    'that is the offer itself, drawn anew',
    `<ul>${line('Mug', '12.50', 1).replace(/<button.*/, '<i>Sold out</i>')}</ul>`,
  ],
])('a line %s confirms nothing', async (_, html) => {
  await add(html);
  expect(page.names()).toEqual([]);
});

test('a line that was removed is there no more: it may be added again', async () => {
  await add(drawer(line('Bowl', '8.00', 2), line('Mug', '12.50', 1)));
  press('.remove-Mug');
  await draw(drawer(line('Bowl', '8.00', 2)));
  await add(drawer(line('Bowl', '8.00', 2), line('Mug', '12.50', 1)));
  expect(page.names()).toEqual(['add_to_cart', 'remove_from_cart', 'add_to_cart']);
});

test('a line that was pressed to grow confirms no add that waits', async () => {
  const show = (count: number) =>
    draw(
      badge(count) + drawer(line('Mug', '12.50', count).replace('<button', '<button class="plus">+</button><button')),
    );
  press('#add');
  await show(1);
  press('#add');
  await vi.advanceTimersByTimeAsync(2000);
  press('.plus');
  await show(2);
  expect(page.names()).toEqual(['add_to_cart']);
});

test('the checkout begins with what the drawer shows then', async () => {
  await add(drawer(line('Mug', '12.50', 1)));
  await draw(drawer(line('Bowl', '8.00', 2), line('Mug', '12.50', 3)));
  document.querySelector('#side form')!.setAttribute('action', 'https://pay.example/');
  press('#go');
  expect(page.seen.at(-1)).toMatchObject({ name: 'begin_checkout', fields: { value: 53.5 } });
});
