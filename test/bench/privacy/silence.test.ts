// @vitest-environment node
import { expect, test } from 'vitest';
import { listen, SILENCES } from './silence.ts';
import { PLANTED } from './traces.ts';

const PATIENCE_MS = 300_000;

const silenceOf = (name: string) => SILENCES.find((silence) => silence.name === name)!;

test.each(['pending', 'withdrawn', 'forgotten'])(
  '%s: seen from outside, nothing is stored, sent or opened but the record of a decision',
  async (name) => {
    const silence = silenceOf(name);
    const { traces, looks, records, wishes } = await listen({ silence, seed: 5 });
    expect(traces).toEqual([]);
    expect(looks).toBeGreaterThan(15);
    expect(records).toBe(silence.says ? looks : 0);
    expect(wishes).toBe(Number(name === 'forgotten'));
  },
  PATIENCE_MS,
);

// All of them are found by `npm run bench:privacy`.
test.each(PLANTED.filter(({ name }) => /database|lock|channel|beacon/.test(name)))(
  '$name, left on purpose, is found',
  async ({ code }) => {
    const mutate = (script: string) => `${script}\n;${code}`;
    const { traces } = await listen({ silence: silenceOf('denied by the site'), seed: 5, mutate, brief: true });
    expect(traces.length).toBe(1);
  },
  PATIENCE_MS,
);
