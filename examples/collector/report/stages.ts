import type { DuckDBValue } from '@duckdb/node-api';
import { DEFAULT_STAGES, LEVELS, type Level, STAGES, type Stage } from '../../../src/stages.ts';
import type { Ask } from '../store/rows.ts';
import { SEEN } from './scope.ts';

export interface StageCount {
  stage: Stage;
  level: Level;
  /** Who came as far as this stage, or further. */
  people: number;
  /** Share of all who came to any stage; null when nobody did. */
  ofAll: number | null;
}

// Names and stages are ours, not an event's: they may be part of the statement.
const RANKS = Object.entries(DEFAULT_STAGES)
  .map(([name, stage]) => `('${name}', ${STAGES.indexOf(stage)})`)
  .join(', ');

/** How far people came, stage by stage. Unlike the steps of the funnel, a stage may be skipped. */
export const stages = async (ask: Ask, scope: Record<string, DuckDBValue>): Promise<StageCount[]> => {
  const furthest = await ask<{ rank: number; people: number }>(
    `WITH ${SEEN}, came AS (
      SELECT person, max(rank) AS rank FROM seen JOIN (VALUES ${RANKS}) AS ranks(name, rank) USING (name) GROUP BY person
    )
    SELECT rank, count(*) AS people FROM came GROUP BY rank`,
    scope,
  );
  const from = (rank: number) =>
    furthest.filter((one) => one.rank >= rank).reduce((sum, { people }) => sum + people, 0);
  const all = from(0);
  return STAGES.map((stage, rank) => ({
    stage,
    level: LEVELS[stage],
    people: from(rank),
    ofAll: all ? from(rank) / all : null,
  }));
};
