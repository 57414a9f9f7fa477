import type { DuckDBValue } from '@duckdb/node-api';
import type { Ask } from '../store/rows.ts';
import { SEEN } from './scope.ts';

export interface Source {
  source: string;
  medium: string;
  visitors: number;
  buyers: number;
  orders: number;
  revenue: { currency: string | null; value: number }[];
}

const LIMIT = 50;

/** Where people came from last when they did something, and what came of it. */
export const sources = async (ask: Ask, scope: Record<string, DuckDBValue>): Promise<Source[]> => {
  const rows = await ask<Omit<Source, 'revenue'>>(
    `WITH ${SEEN}
    SELECT source, medium,
      count(DISTINCT person) AS visitors,
      count(DISTINCT person) FILTER (name = 'purchase') AS buyers,
      count(*) FILTER (name = 'purchase') AS orders
    FROM seen GROUP BY source, medium ORDER BY visitors DESC, source, medium LIMIT ${LIMIT}`,
    scope,
  );
  const sums = await ask<{ source: string; medium: string; currency: string | null; value: number }>(
    `WITH ${SEEN}
    SELECT source, medium, currency, round(fsum(value), 4) AS value
    FROM seen WHERE name = 'purchase' AND value IS NOT NULL
    GROUP BY ALL ORDER BY value DESC`,
    scope,
  );
  return rows.map((row) => ({
    ...row,
    revenue: sums
      .filter(({ source, medium }) => source === row.source && medium === row.medium)
      .map(({ currency, value }) => ({ currency, value })),
  }));
};
