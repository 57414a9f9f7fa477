import type { Entry, Fate, Ledger, Standing } from './queue.ts';

export const emptyStanding = (): Standing => ({
  ledger: { created: 0, acknowledged: 0, waiting: 0, in_doubt: 0, dropped: {} },
  bytes: 0,
});

export const copyLedger = (ledger: Ledger): Ledger => ({ ...ledger, dropped: { ...ledger.dropped } });

/** Counts an event that has joined the stream. */
export const countCreated = (standing: Standing, entry: Entry): void => {
  standing.ledger.created++;
  standing.ledger.waiting++;
  standing.bytes += entry.bytes;
};

/** Counts waiting events whose fate is known. */
export const countFate = (standing: Standing, entries: Entry[], fate: Fate): void => {
  const { ledger } = standing;
  ledger.waiting -= entries.length;
  if (fate === 'acknowledged') ledger.acknowledged += entries.length;
  else ledger.dropped[fate] = (ledger.dropped[fate] ?? 0) + entries.length;
  for (const { bytes } of entries) standing.bytes -= bytes;
};

/** The ledger as it stands while `count` of its waiting events are on their way. */
export const withInDoubt = (ledger: Ledger, count: number): Ledger => ({
  ...copyLedger(ledger),
  waiting: ledger.waiting - count,
  in_doubt: count,
});
