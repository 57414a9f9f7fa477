// @vitest-environment node
import { expect, test } from 'vitest';
import { LEAKS, leak } from './leaks.ts';
import { play } from './play.ts';

const PATIENCE_MS = 300_000;

const COUNT = 1000;

test(
  'of a thousand secrets in every place of a shop none is stored or sent',
  async () => {
    const { secrets, bytes, hits, events } = await play({ count: COUNT, seed: 5 });
    expect(hits).toEqual([]);
    expect(secrets.length).toBeGreaterThanOrEqual(COUNT);
    expect(bytes).toBeGreaterThan(100_000);
    // A shop in which nothing was detected would prove nothing.
    expect(Object.keys(events)).toEqual(
      expect.arrayContaining([
        'landing',
        'view_item',
        'add_to_cart',
        'frame_pressed', // in a frame of the page
        'begin_checkout',
        'purchase',
        'generate_lead',
        'quote_asked',
      ]),
    );
  },
  PATIENCE_MS,
);

// The others are found by `npm run bench:privacy`.
test.each(LEAKS.slice(0, 2))(
  'where $name, the search finds it',
  async (one) => {
    const { hits } = await play({ count: 400, seed: 5, mutate: (script) => leak(script, one) });
    expect(hits.length).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);
