// @vitest-environment node
import { expect, test } from 'vitest';
import { createLimiter } from '../../examples/collector/ingest/limiter.ts';

const MINUTE_MS = 60_000;

test('a minute’s worth is let through at once, then as much as time brings back', () => {
  let now = 0;
  const { take } = createLimiter(60, () => now);
  expect(Array.from({ length: 60 }, () => take('a'))).toEqual(Array(60).fill(0));
  expect(take('a')).toBe(1);
  expect(take('b')).toBe(0);
  now += 2500;
  expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 1]);
  now += MINUTE_MS;
  expect(take('a')).toBe(0);
});

test('a rare right tells how long it takes to come back', () => {
  const { take } = createLimiter(2, () => 0);
  expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 30]);
});

test('a clock that runs backwards brings nothing back, and takes nothing', () => {
  let now = MINUTE_MS;
  const { take } = createLimiter(2, () => now);
  take('a');
  now = 0;
  expect([take('a'), take('a')]).toEqual([0, 30]);
});

test('a flood of made-up keys does not make it forget who it refuses now', () => {
  const { take } = createLimiter(1, () => 0);
  for (let n = 0; n < 49_000; n++) take(`made up ${n}`);
  expect([take('a'), take('a')]).toEqual([0, 60]);
  for (let n = 0; n < 40_000; n++) take(`also made up ${n}`);
  expect(take('a')).toBe(60);
});

test('no limit holds nobody back', () => {
  const { take } = createLimiter(Number.POSITIVE_INFINITY, () => 0);
  expect(Array.from({ length: 1000 }, () => take('a')).every((wait) => wait === 0)).toBe(true);
});
