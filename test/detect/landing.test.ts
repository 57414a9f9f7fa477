// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { landing } from '../../src/detect/landing.ts';
import { useServer, watch } from './shopPage.ts';

useServer();

test('the first page of a visit is a landing, the next is none', async () => {
  const first = watch('<h1>Shop</h1>', [landing()], { isLanding: () => true });
  await vi.advanceTimersByTimeAsync(10);
  expect(first.names()).toEqual(['landing']);
  first.stop();
  const next = watch('<h1>Shop</h1>', [landing()]);
  await vi.advanceTimersByTimeAsync(10);
  expect(next.names()).toEqual([]);
  next.stop();
});

test('consent given after the page was seen begins a visit, and is no landing', async () => {
  let isLanding = false;
  const shop = watch('<h1>Shop</h1>', [landing()], { isLanding: () => isLanding });
  await vi.advanceTimersByTimeAsync(10);
  isLanding = true;
  shop.leave();
  expect(shop.names()).toEqual([]);
  shop.stop();
});
