// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundle, measure, rowOf, SIZES } from './sizes.ts';

const PATIENCE_MS = 120_000;

test.each(SIZES)(
  '$name costs a page at most $maxBytes bytes, and the README says how many',
  async (size) => {
    const bytes = await measure(size);
    expect(bytes).toBeLessThanOrEqual(size.maxBytes);
    expect(readFileSync('README.md', 'utf8')).toContain(rowOf(size, bytes));
  },
  PATIENCE_MS,
);

test(
  'what a site does not import costs it nothing',
  async () => {
    expect((await bundle(`import 'funnelwire'; import 'funnelwire/vitals';`)).trim()).toBe('');
  },
  PATIENCE_MS,
);

test(
  'a detector left out is not in the bundle',
  async () => {
    const bare = await bundle(`export { createFunnel } from 'funnelwire'`);
    const more = await bundle(`export { createFunnel, addToCart } from 'funnelwire'`);
    expect(more.length).toBeGreaterThan(bare.length + 1000);
  },
  PATIENCE_MS,
);
