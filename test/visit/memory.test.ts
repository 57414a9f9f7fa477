import { beforeEach, expect, test } from 'vitest';
import { createMemory } from '../../src/visit/memory.ts';

beforeEach(() => sessionStorage.clear());

test('a note is found by the next page of the tab', () => {
  expect(createMemory(() => true)('add_to_cart').write({ item_id: 'mug' })).toBe(true);
  expect(createMemory(() => true)('add_to_cart').read()).toEqual({ item_id: 'mug' });
});

test('notes of different names do not meet', () => {
  const memory = createMemory(() => true);
  memory('a').write(1);
  memory('b').write(2);
  memory('a').write(undefined);
  const next = createMemory(() => true);
  expect([next('a').read(), next('b').read()]).toEqual([undefined, 2]);
});

test('without consent a note lasts as long as its page, and says so', () => {
  const memory = createMemory(() => false);
  expect(memory('a').write(1)).toBe(false);
  expect(memory('a').read()).toBe(1);
  expect(sessionStorage.length).toBe(0);
});

test('without consent an earlier note is not even read', () => {
  createMemory(() => true)('a').write(1);
  expect(createMemory(() => false)('a').read()).toBeUndefined();
});

test('forgetting leaves no note, neither here nor for the next page', () => {
  const memory = createMemory(() => true);
  memory('a').write(1);
  memory.forget();
  expect(memory('a').read()).toBeUndefined();
  expect(sessionStorage.length).toBe(0);
});

test.each(['{', 'null', '7', '"text"', '[1]', '{"__proto__":{"a":1}}'])('storage that holds %s is no note', (text) => {
  sessionStorage.setItem('funnelwire:attempts', text);
  const memory = createMemory(() => true);
  expect(memory('a').read()).toBeUndefined();
  expect(memory('a').write(1)).toBe(true);
});
