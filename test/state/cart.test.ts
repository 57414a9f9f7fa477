import { expect, test } from 'vitest';
import type { FunnelEvent } from '../../src/event/event.ts';
import { cartAfter } from '../../src/state/cart.ts';

const event = (name: string, fields: Partial<FunnelEvent> = {}) => ({ name, ...fields }) as FunnelEvent;
const mug = { item_id: 'mug', price: 9.9 };
const hat = { item_id: 'hat', item_variant: 'blue', price: 20 };
const added = (item: object, value: number, currency = 'EUR') =>
  event('add_to_cart', { items: [{ quantity: 1, ...item }], value, currency });
const removed = (item: object, value: number) =>
  event('remove_from_cart', { items: [{ quantity: 1, ...item }], value, currency: 'EUR' });
const after = (...events: FunnelEvent[]) => events.reduce(cartAfter, undefined);

test('what is added comes together, line by line', () => {
  expect(after(added(mug, 9.9), added(hat, 20), added(mug, 9.9))).toEqual({
    items: [
      { ...mug, quantity: 2 },
      { ...hat, quantity: 1 },
    ],
    value: 39.8,
    currency: 'EUR',
    last_step: 'add_to_cart',
  });
});

test('two variants are two lines', () => {
  expect(after(added(hat, 20), added({ ...hat, item_variant: 'red' }, 20))!.items.length).toBe(2);
});

test('what is taken out is less, and the last piece leaves no cart', () => {
  const left = after(added({ ...mug, quantity: 3 }, 29.7), removed(mug, 9.9));
  expect(left).toMatchObject({ items: [{ quantity: 2 }], value: 19.8 });
  expect(cartAfter(left, removed({ ...mug, quantity: 2 }, 19.8))).toBeUndefined();
});

test.each(['view_cart', 'begin_checkout', 'add_payment_info'])('%s tells all that is in it', (name) => {
  const told = event(name, { items: [{ ...hat, quantity: 1 }], value: 20, currency: 'USD' });
  expect(after(added(mug, 9.9), told)).toEqual({
    items: [{ ...hat, quantity: 1 }],
    value: 20,
    currency: 'USD',
    last_step: name,
  });
});

test('a step that tells nothing of the cart leaves it as it is', () => {
  const cart = after(added(mug, 9.9))!;
  expect(cartAfter(cart, event('add_shipping_info'))).toEqual({ ...cart, last_step: 'add_shipping_info' });
  expect(cartAfter(undefined, event('view_cart'))).toBeUndefined();
});

test.each<[string, FunnelEvent[]]>([
  ['one part has no price', [added(mug, 9.9), event('add_to_cart', { items: [hat], currency: 'EUR' })]],
  ['an earlier part had none', [event('add_to_cart', { items: [hat], currency: 'EUR' }), added(mug, 9.9)]],
  ['its parts have two currencies', [added(mug, 9.9), added(hat, 20, 'USD')]],
])('there is no value where %s', (_, events) => {
  const cart = after(...events)!;
  expect([cart.items.length, cart.value]).toEqual([2, undefined]);
});

test('a site that names no items has a value all the same', () => {
  expect(after(event('add_to_cart', { value: 10 }), event('add_to_cart', { value: 5.1 }))).toMatchObject({
    items: [],
    value: 15.1,
  });
});

test('binary fractions add up to decimal ones', () => {
  expect(after(added(mug, 0.1), added(mug, 0.2))!.value).toBe(0.3);
});
