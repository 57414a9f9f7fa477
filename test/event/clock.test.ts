import { beforeEach, expect, test } from 'vitest';
import { type Clock, createClock } from '../../src/event/clock.ts';

let wall: number;
let steady: number;
let clock: Clock;
beforeEach(() => {
  wall = 1_000_000;
  steady = 500;
  clock = createClock(
    () => wall,
    () => steady,
  );
});

test('time goes on with the steady clock, whatever the device is set to', () => {
  wall -= 3_600_000;
  steady += 250.4;
  expect(clock.now()).toBe(1_000_250);
});

test('a clock set back during the page never makes time run backwards', () => {
  const before = clock.now();
  wall -= 3_600_000;
  clock.check();
  expect(clock.now()).toBe(before);
  steady += 10;
  expect(clock.now()).toBe(before);
});

test('a page that slept is back on time once it is checked', () => {
  wall += 60_000; // the steady clock stood still
  expect(clock.now()).toBe(1_000_000);
  clock.check();
  expect(clock.now()).toBe(1_060_000);
});

test.each([
  [1000, 1_000_000],
  [1001, 1_001_001],
])('being off by %i ms is read as %i', (off, expected) => {
  wall += off;
  clock.check();
  expect(clock.now()).toBe(expected);
});
