// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { createLife } from '../../src/listen/life.ts';

afterEach(() => vi.restoreAllMocks());

/** A life whose `pagehide` listeners are called by hand, as a browser that breaks them off would. */
const open = () => {
  const listeners: ((event: Event) => void)[] = [];
  vi.spyOn(window, 'addEventListener').mockImplementation((type, fn) => {
    if (type === 'pagehide') listeners.push(fn as (event: Event) => void);
  });
  let count = 0;
  const life = createLife(Date.now);
  life.onLeave(() => count++);
  const hide = (reached = listeners) => {
    for (const listener of reached) listener(new Event('pagehide'));
    return count;
  };
  return { listeners, hide };
};

test('a leaving is told once', () => {
  const { hide } = open();
  expect([hide(), hide()]).toEqual([1, 2]);
});

test('a leaving whose listener the browser breaks off is told by the next, later ones too', () => {
  const { listeners, hide } = open();
  expect(hide(listeners.slice(1))).toBe(1);
  expect([hide(), hide(listeners.slice(1))]).toEqual([2, 3]);
});
