// @vitest-environment node
import { expect, test } from 'vitest';
import { bundle, measure, SIZES } from './sizes.ts';

const PATIENCE_MS = 120_000;

test.each(SIZES)(
  '$name costs a page at most $maxBytes bytes',
  async (size) => {
    expect(await measure(size)).toBeLessThanOrEqual(size.maxBytes);
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
