/** The `share` (0 to 1) of `values` that is not above it. */
export const quantile = (values: number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const median = (values: number[]): number => quantile(values, 0.5);

/** The median of each figure over several rounds. */
export const medians = <T extends Record<string, number>>(rounds: T[]): T =>
  Object.fromEntries(
    Object.keys(rounds[0] ?? {}).map((name) => [name, median(rounds.map((round) => round[name]!))]),
  ) as T;
