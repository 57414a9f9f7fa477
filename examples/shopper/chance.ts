export interface Chance {
  /** True with this likelihood, from 0 to 1. */
  does(likelihood: number): boolean;
  pick<T>(choices: readonly T[]): T;
}

export const createChance = (random: () => number): Chance => ({
  does: (likelihood) => random() < likelihood,
  pick: (choices) => choices[Math.floor(random() * choices.length)]!,
});

/** Random numbers from 0 to below 1 that a seed repeats (mulberry32). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
