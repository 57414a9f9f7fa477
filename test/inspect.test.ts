import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FunnelEvent } from '../src/event/event.ts';
import { explain } from '../src/inspect.ts';

const event = {
  name: 'add_to_cart',
  value: 34,
  currency: 'EUR',
  items: [
    { price: 12.5, quantity: 2 },
    { price: 9, quantity: 1 },
  ],
  by: { evidence: ['datalayer', 'answer', 'cart'] },
} as FunnelEvent;

test('an event tells what decided, what was merged, and what its value is made of', () => {
  expect(explain(event)).toBe(
    'add_to_cart: the site told its data layer. Heard 3 times and counted once; also: the shop answered the request for it, and did not refuse; the cart has changed by it. Its value, 34 EUR, is 2 x 12.5 + 1 x 9.',
  );
});

test('the value of a purchase is told by what it rests on', () => {
  const purchase = { ...event, name: 'purchase', value: 40 };
  expect(explain({ ...purchase, value_basis: 'total' })).toContain("40 EUR, is the order's total");
  expect(explain({ ...purchase, value_basis: 'items' })).toContain('is the sum of its items');
});

test('an attempt tells what became of it, and why', () => {
  expect(explain({ name: 'add_to_cart', outcome: 'refused', why: 'http 422' })).toBe(
    'add_to_cart: refused by the shop: no event (http 422).',
  );
});

test('every kind of evidence that a detector names has its words', () => {
  const sources = readdirSync('src/detect').map((file) => readFileSync(`src/detect/${file}`, 'utf8'));
  const named = sources.flatMap((source) => [
    ...[...source.matchAll(/evidence: \['(\w+)'\]/g)].map(([, word]) => word!),
    ...[...source.matchAll(/(?:settle|confirm)\(\w+, '(\w+)'/g)].map(([, word]) => word!),
  ]);
  expect(named.length).toBeGreaterThan(8);
  for (const evidence of named) {
    const told = explain({ ...event, by: { evidence: [evidence] } });
    expect(told, evidence).not.toMatch(new RegExp(`^add_to_cart: ${evidence}\\.`));
  }
});
