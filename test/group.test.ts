import { expect, test } from 'vitest';
import { group } from '../src/group.ts';
import { load, pass, receiver } from './flush/page.ts';

test('the account is on each event until it is undone', async () => {
  const { transport, events } = receiver();
  const funnel = load({ transport });
  const leave = group(funnel, 'acme');
  funnel.track('view_item');
  leave();
  funnel.track('add_to_cart');
  await pass(6000);
  expect(events().map(({ name, account }) => [name, account])).toEqual([
    ['view_item', 'acme'],
    ['add_to_cart', undefined],
  ]);
});

test.each(['anonymous', 'pending'] as const)('%s: it is on none', async (consent) => {
  const { transport, events } = receiver();
  const funnel = load({ transport, consent });
  group(funnel, 'acme');
  funnel.track('add_to_cart');
  if (consent === 'pending') funnel.setConsent('granted');
  await pass(6000);
  expect(events().map(({ account }) => account)).toEqual([undefined]);
});

test.each(['', 'x'.repeat(5000), 7 as never])('%j spoils no event', async (id) => {
  const { transport, events } = receiver();
  const funnel = load({ transport });
  group(funnel, id);
  funnel.track('add_to_cart');
  await pass(200);
  expect(events().length).toBe(1);
});
