import { expect, test } from 'vitest';
import { backoffMs } from '../../src/flush/backoff.ts';

test('the ceiling of the wait doubles from a second, up to a minute', () => {
  const ceilings = Array.from({ length: 9 }, (_, attempt) => backoffMs(attempt, () => 1));
  expect(ceilings).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
});

test('the wait is anything between nothing and its ceiling', () => {
  expect(backoffMs(3, () => 0)).toBe(0);
  expect(backoffMs(3, () => 0.25)).toBe(2000);
  expect(backoffMs(3, () => 1)).toBe(8000);
});

test('an endpoint that has been down for a year is still asked', () => {
  expect(backoffMs(525_600, () => 1)).toBe(60_000);
});
