import type { DuckDBValue } from '@duckdb/node-api';
import type { Ask } from '../store/rows.ts';
import { SEEN } from './scope.ts';

export interface Latest {
  id: string;
  name: string;
  at: number;
  value: number | null;
  currency: string | null;
  path: string;
  title: string;
  source: string;
  medium: string;
  /** What decided that it happened. */
  evidence: string[];
  platform: string | null;
  confidence: number | null;
}

const LIMIT = 30;

export const latest = (ask: Ask, scope: Record<string, DuckDBValue>): Promise<Latest[]> =>
  ask(
    `WITH ${SEEN}
    SELECT id, name, epoch_ms(happened_at) AS "at", value, currency, page_path AS path, page_title AS title, source, medium,
      by_evidence AS evidence, by_platform AS platform, by_confidence AS confidence
    FROM seen ORDER BY received_at DESC, happened_at DESC, seq DESC LIMIT ${LIMIT}`,
    scope,
  );
