// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { watchStillness } from '../../src/listen/changes.ts';

const settled = () => new Promise((done) => setTimeout(done));

test('a page that stands still has changed the first and the last time one asks, and after each change once', async () => {
  const hasChanged = watchStillness();
  expect(hasChanged(false)).toBe(true);
  expect(hasChanged(false)).toBe(false);
  document.body.className = 'filled';
  document.body.append('text');
  await settled();
  expect(hasChanged(false)).toBe(true);
  expect(hasChanged(false)).toBe(false);
  expect(hasChanged(true)).toBe(true);
});

test('it lets go of the page at its first change', async () => {
  let calls = 0;
  const { disconnect } = MutationObserver.prototype;
  MutationObserver.prototype.disconnect = function () {
    calls++;
    disconnect.call(this);
  };
  const hasChanged = watchStillness();
  hasChanged(false);
  calls = 0;
  for (let n = 0; n < 5; n++) {
    document.body.append(`${n}`);
    await settled();
  }
  MutationObserver.prototype.disconnect = disconnect;
  expect(calls).toBe(1);
});
