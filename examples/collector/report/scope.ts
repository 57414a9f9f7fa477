import type { DuckDBValue } from '@duckdb/node-api';

const HOUR_MS = 3_600_000;

/** The ranges a report can look back over, with the width of one bar of their trends. */
export const ranges = {
  hour: { lengthMs: HOUR_MS, bucketMs: 60_000 },
  day: { lengthMs: 24 * HOUR_MS, bucketMs: HOUR_MS },
  week: { lengthMs: 7 * 24 * HOUR_MS, bucketMs: 6 * HOUR_MS },
  all: { lengthMs: Number.POSITIVE_INFINITY, bucketMs: 24 * HOUR_MS },
} as const;

export type Range = keyof typeof ranges;

export interface Scope {
  range: Range;
  source?: string;
  medium?: string;
  /** With the shop's own staff and with automated browsers, which are left out otherwise. */
  everyone?: boolean;
}

export const sinceOf = (range: Range, now: number) => Math.max(0, now - ranges[range].lengthMs);

export const scopeParameters = (
  { range, source, medium, everyone }: Scope,
  now: number,
): Record<string, DuckDBValue> => ({
  since: BigInt(sinceOf(range, now)),
  source: source ?? null,
  medium: medium ?? null,
  everyone: everyone ?? false,
});

/** The events in scope, for a WITH clause. A person is a visitor or, without consent to one, a session or a page load. */
export const SEEN = `seen AS (
  SELECT * EXCLUDE (source, medium),
    time_corrected AS happened_at,
    coalesce(visitor, session, stream::VARCHAR) AS person,
    coalesce(source, '(unknown)') AS source,
    coalesce(medium, '(unknown)') AS medium
  FROM events
  WHERE ($everyone::BOOLEAN OR NOT (internal OR coalesce(bot, false))) AND time_corrected >= epoch_ms($since::BIGINT)
    AND ($source::VARCHAR IS NULL OR coalesce(source, '(unknown)') = $source::VARCHAR)
    AND ($medium::VARCHAR IS NULL OR coalesce(medium, '(unknown)') = $medium::VARCHAR)
)`;
