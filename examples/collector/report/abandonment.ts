import type { DuckDBValue } from '@duckdb/node-api';
import type { Ask } from '../store/rows.ts';
import { SEEN } from './scope.ts';

export interface Abandonment {
  /** null: the shop did not tell. */
  currency: string | null;
  /** Carts that were left. */
  left: number;
  leftValue: number;
  /** Of these, carts whose owner bought later. */
  recovered: number;
  recoveredValue: number;
}

/** Carts left behind, and those whose owners came back and bought. A purchase recovers the carts left before it. */
export const abandonment = (ask: Ask, scope: Record<string, DuckDBValue>): Promise<Abandonment[]> =>
  ask(
    `WITH ${SEEN},
    bought AS (SELECT person, max(happened_at) AS bought_at FROM seen WHERE name = 'purchase' GROUP BY person),
    carts AS (
      SELECT currency, coalesce(value, 0) AS value, coalesce(bought_at >= happened_at, false) AS is_recovered
      FROM seen LEFT JOIN bought USING (person) WHERE name = 'cart_abandon'
    )
    SELECT currency, count(*) AS "left", round(fsum(value), 4) AS "leftValue",
      count(*) FILTER (is_recovered) AS recovered,
      round(coalesce(fsum(value) FILTER (is_recovered), 0), 4) AS "recoveredValue"
    FROM carts GROUP BY currency ORDER BY "left" DESC, currency NULLS LAST`,
    scope,
  );
