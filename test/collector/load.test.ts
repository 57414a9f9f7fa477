// @vitest-environment node
import { expect, test } from 'vitest';
import { measure } from '../bench/collector/measure.ts';

test('a collector under load answers, asks to come again when it is too much, grows little, and keeps what it took', async () => {
  const measured = await measure({ seconds: 8, pages: 6, size: 25, rush: 320 });
  expect(Object.keys(measured.sustained.statuses)).toEqual(['204']);
  expect(Object.keys(measured.rushStatuses)).toEqual(['204', '429']);
  expect(measured.rush.impolite).toBe(0);
  expect(measured.rows).toBe(measured.taken);
  expect(measured.copies).toBe(1);
  // A rush of 64,000 events, and no more than what may wait in memory at once.
  expect(measured.memoryAfterRushMib - measured.memoryMib[2]).toBeLessThan(512);
}, 240_000);
