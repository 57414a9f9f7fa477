import type { DuckDBValue } from '@duckdb/node-api';
import type { Ask } from '../store/rows.ts';
import { SEEN } from './scope.ts';

export interface Totals {
  visitors: number;
  buyers: number;
  orders: number;
  leads: number;
  signUps: number;
}

export const totals = async (ask: Ask, scope: Record<string, DuckDBValue>): Promise<Totals> => {
  const [row] = await ask<Totals>(
    `WITH ${SEEN}
    SELECT count(DISTINCT person) AS visitors,
      count(DISTINCT person) FILTER (name = 'purchase') AS buyers,
      count(*) FILTER (name = 'purchase') AS orders,
      count(*) FILTER (name = 'generate_lead') AS leads,
      count(*) FILTER (name = 'sign_up') AS "signUps"
    FROM seen`,
    scope,
  );
  return row!;
};
