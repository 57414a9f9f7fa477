import type { DuckDBValue } from '@duckdb/node-api';
import type { Ask } from '../store/rows.ts';
import { SEEN } from './scope.ts';

export interface Step {
  name: string;
  people: number;
  /** Share of those who took the first step, and the step before; null when there were none. */
  ofFirst: number | null;
  ofPrevious: number | null;
  /** Between the step before and this one. */
  medianMs: number | null;
}

const reached = (_: string, index: number) =>
  index === 0
    ? 'step0 AS (SELECT person, min(happened_at) AS reached_at FROM seen WHERE name = $step0 GROUP BY person)'
    : `step${index} AS (
        SELECT person, min(seen.happened_at) AS reached_at, any_value(before.reached_at) AS before_at
        FROM step${index - 1} AS before JOIN seen USING (person)
        WHERE seen.name = $step${index} AND seen.happened_at >= before.reached_at GROUP BY person)`;

const counted = (_: string, index: number) =>
  `SELECT ${index} AS step, count(*) AS people,
    ${index === 0 ? 'NULL' : 'median(epoch_ms(reached_at) - epoch_ms(before_at))'}::DOUBLE AS "medianMs" FROM step${index}`;

const share = (part: number, whole: number | undefined) => (whole ? part / whole : null);

/** A closed funnel: a step counts for a person who took it after every step before it, however often they tried. */
export const funnel = async (ask: Ask, scope: Record<string, DuckDBValue>, steps: string[]): Promise<Step[]> => {
  const sql = `WITH ${SEEN}, ${steps.map(reached).join(', ')} ${steps.map(counted).join(' UNION ALL ')} ORDER BY step`;
  const names = Object.fromEntries(steps.map((name, index) => [`step${index}`, name]));
  const rows = await ask<{ step: number; people: number; medianMs: number | null }>(sql, { ...scope, ...names });
  return rows.map(({ step, people, medianMs }) => ({
    name: steps[step]!,
    people,
    ofFirst: share(people, rows[0]?.people),
    ofPrevious: step === 0 ? null : share(people, rows[step - 1]?.people),
    medianMs,
  }));
};
