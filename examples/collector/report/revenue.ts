import type { DuckDBValue } from '@duckdb/node-api';
import type { Ask } from '../store/rows.ts';
import { type Range, ranges, SEEN } from './scope.ts';

export interface Revenue {
  /** null: the shop did not tell. */
  currency: string | null;
  orders: number;
  value: number;
  /** Of the orders whose value is known. */
  average: number | null;
  refunded: number;
  trend: { at: number; value: number; orders: number }[];
}

interface Bucket {
  currency: string | null;
  at: number;
  value: number;
  orders: number;
}

/** What was sold, per currency: amounts in different currencies are never added. */
export const revenue = async (ask: Ask, scope: Record<string, DuckDBValue>, range: Range): Promise<Revenue[]> => {
  const sums = await ask<Omit<Revenue, 'trend'>>(
    `WITH ${SEEN}
    SELECT currency,
      count(*) FILTER (name = 'purchase') AS orders,
      round(coalesce(fsum(value) FILTER (name = 'purchase'), 0), 4) AS value,
      round(favg(value) FILTER (name = 'purchase'), 4) AS average,
      round(coalesce(fsum(value) FILTER (name = 'refund'), 0), 4) AS refunded
    FROM seen WHERE name IN ('purchase', 'refund')
    GROUP BY currency ORDER BY orders DESC, currency NULLS LAST`,
    scope,
  );
  const buckets = await ask<Bucket>(
    `WITH ${SEEN}
    SELECT currency, epoch_ms(happened_at) // $width::BIGINT * $width::BIGINT AS "at", round(coalesce(fsum(value), 0), 4) AS value, count(*) AS orders
    FROM seen WHERE name = 'purchase' GROUP BY ALL ORDER BY ALL`,
    { ...scope, width: BigInt(ranges[range].bucketMs) },
  );
  return sums.map((sum) => ({
    ...sum,
    trend: buckets.filter(({ currency }) => currency === sum.currency).map(({ currency: _, ...point }) => point),
  }));
};
