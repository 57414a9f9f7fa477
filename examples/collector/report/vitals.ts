import type { DuckDBValue } from '@duckdb/node-api';
import type { Ask } from '../store/rows.ts';
import { SEEN } from './scope.ts';

export interface Vital {
  metric: 'lcp' | 'inp' | 'cls';
  /** From good to poor. */
  buckets: { people: number; buyers: number }[];
}

/** Up to the first value is good, above the second poor: https://web.dev/articles/vitals. ms, ms, a score. */
const BOUNDS = { lcp: [2500, 4000], inp: [200, 500], cls: [0.1, 0.25] } as const;

const METRICS = Object.keys(BOUNDS) as Vital['metric'][];

// Told in a field of their own, or by older senders among the site's.
const told = (metric: string) => `TRY_CAST(coalesce(vitals->>'${metric}', props->>'${metric}') AS DOUBLE)`;

const counted = (metric: Vital['metric']) => `
  SELECT '${metric}' AS metric, CASE WHEN felt <= ${BOUNDS[metric][0]} THEN 0 WHEN felt <= ${BOUNDS[metric][1]} THEN 1 ELSE 2 END AS bucket,
    count(*) AS people, count(buyers.person) AS buyers
  FROM (
    SELECT person, median(${metric}) AS felt FROM pages JOIN streams USING (stream) WHERE ${metric} IS NOT NULL GROUP BY person
  ) LEFT JOIN buyers USING (person) GROUP BY ALL`;

/** Whether people bought, by how their pages felt: each person counts once per metric, with the median of their page loads. */
export const vitals = async (ask: Ask, scope: Record<string, DuckDBValue>): Promise<Vital[]> => {
  const rows = await ask<{ metric: string; bucket: number; people: number; buyers: number }>(
    `WITH ${SEEN},
    streams AS (SELECT stream, any_value(person) AS person FROM seen GROUP BY stream),
    pages AS (
      SELECT stream, ${METRICS.map((metric) => `max(${told(metric)}) AS ${metric}`).join(', ')}
      FROM seen WHERE name = 'page_vitals' GROUP BY stream
    ),
    buyers AS (SELECT DISTINCT person FROM seen WHERE name = 'purchase')
    ${METRICS.map(counted).join(' UNION ALL ')}`,
    scope,
  );
  return METRICS.map((metric) => ({
    metric,
    buckets: [0, 1, 2].map((bucket) => {
      const row = rows.find((one) => one.metric === metric && one.bucket === bucket);
      return { people: row?.people ?? 0, buyers: row?.buyers ?? 0 };
    }),
  }));
};
