import { expect, test } from 'vitest';
import { internal } from '../src/internal.ts';
import { load, pass, receiver, warnings } from './flush/page.ts';

const marked = async (...options: Parameters<typeof internal>) => {
  const { transport, events } = receiver();
  load({ transport, detect: [internal(...options)] }).track('add_to_cart');
  await pass(200);
  return events().map((event) => event.internal);
};

test('a host of the site’s own is marked, and its events are sent all the same', async () => {
  expect(await marked({ hosts: /^localhost$/ })).toEqual([true]);
});

test('so is who works here', async () => {
  expect(await marked({ hosts: /^staging\./, staff: () => true })).toEqual([true]);
});

test.each<[string, () => unknown]>([
  ['a customer', () => ''],
  [
    'whom a broken login cannot tell',
    () => {
      throw new Error('no login');
    },
  ],
])('%s is not', async (_, staff) => {
  expect(await marked({ hosts: /^staging\./, staff })).toEqual([undefined]);
  expect(warnings).toEqual([]);
});
