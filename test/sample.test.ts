import { expect, test } from 'vitest';
import { cryptoRandom, uuid7 } from '../src/event/ids.ts';
import { sample } from '../src/sample.ts';
import { load, NOON, pass, receiver, warnings } from './flush/page.ts';

const ids = Array.from({ length: 4000 }, (_, at) => uuid7(NOON + at, cryptoRandom));

test.each([0, 0.01, 0.25, 0.9, 1])('of many visitors a share of %d is measured', (share) => {
  const measured = ids.filter(sample(share)).length / ids.length;
  expect(Math.abs(measured - share)).toBeLessThan(0.04);
  if (share % 1 === 0) expect(measured).toBe(share);
});

test('who is measured stays so, and whoever is at a tenth is at a half', () => {
  const tenth = ids.filter(sample(0.1));
  expect(ids.filter(sample(0.1))).toEqual(tenth);
  expect(tenth.filter(sample(0.5))).toEqual(tenth);
});

test.each([-0.1, 10, Number.NaN, '0.1x' as unknown as number])('%s is warned of, and measures all', (share) => {
  expect(ids.every(sample(share))).toBe(true);
  expect(warnings).toEqual([expect.stringContaining('"sample"')]);
});

test.each([true, false])('of a visitor all is sent or nothing, on each page: %s', async (isMeasured) => {
  const asked = new Set<string>();
  const told: string[] = [];
  const { transport, events } = receiver();
  for (const page of [1, 2]) {
    const funnel = load({ transport, sample: (id) => !!asked.add(id) && isMeasured });
    funnel.on('event', ({ name }) => told.push(name));
    funnel.track('add_to_cart', { page });
    funnel.track('purchase', { transaction_id: `A-${page}` });
    await pass(200);
    expect(funnel.status().created).toBe(isMeasured ? 2 : 0);
    funnel.stop();
  }
  expect(asked.size).toBe(1);
  expect(events().length).toBe(isMeasured ? 4 : 0);
  expect(told.length).toBe(isMeasured ? 4 : 0);
});

test('a site whose own function throws measures all', async () => {
  const { transport, events } = receiver();
  const sample = () => {
    throw new Error('no');
  };
  load({ transport, sample }).track('add_to_cart');
  await pass(200);
  expect(events().length).toBe(1);
});
