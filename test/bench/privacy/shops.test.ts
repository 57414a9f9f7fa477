// @vitest-environment node
import { expect, test } from 'vitest';
import { playShops, shops } from './shops.ts';

const PATIENCE_MS = 300_000;

test(
  'of secrets in the pages and answers of the example shops none is stored or sent',
  async () => {
    const rounds = (await shops('none')).map(([, round]) => round);
    const { secrets, failures, bytes, hits, events } = await playShops(rounds, 7);
    expect(hits).toEqual([]);
    expect(failures).toEqual([]);
    expect(secrets.length).toBeGreaterThan(400);
    expect(bytes).toBeGreaterThan(100_000);
    // A shop in which nothing was detected would prove nothing.
    for (const name of ['landing', 'view_item', 'add_to_cart', 'begin_checkout', 'purchase'])
      expect(events[name], name).toBeGreaterThan(1);
  },
  PATIENCE_MS,
);
