import type { DuckDBValue } from '@duckdb/node-api';
import type { Ask } from '../store/rows.ts';

export interface Loss {
  streams: number;
  created: number;
  /** Given up by the sender, by the reason it counted. */
  dropped: { refused: number; overflow: number; expired: number; consent: number };
  /** Numbers skipped in the sequences that are here, and the page loads in which they are. */
  holes: number;
  streamsWithHoles: number;
  /** Made, not given up, and not here, though its page was last heard of over a day ago. */
  lost: number;
  /** Page loads of which most is missing, at most 5. */
  worst: StreamLoss[];
}

export interface StreamLoss {
  stream: string;
  toldAt: number;
  created: number;
  acknowledged: number;
  dropped: number;
  here: number;
  missing: number;
  holes: number;
}

const REASONS = ['refused', 'overflow', 'expired', 'consent'];
/** What a page left behind is taken up by the next within days; most within one. */
const DAY_MS = 86_400_000;
const LIMIT = 5;

/**
 * An event acknowledged but not here arrived under another stream (one order told by two page loads is one event) or was
 * erased since: neither is a loss. A hole counts only as far as that does not explain it.
 */
const FATES = `told AS (
    SELECT *, ${REASONS.join(' + ')} AS dropped FROM ledgers WHERE told_at >= epoch_ms($since::BIGINT)
  ), seqs AS (
    SELECT stream, count(DISTINCT seq) AS here, max(seq) + 1 AS numbered
    FROM events WHERE stream IN (SELECT stream FROM told) GROUP BY stream
  ), fates AS (
    SELECT *, coalesce(here, 0) AS arrived,
      greatest(0, created - dropped - greatest(acknowledged, coalesce(here, 0))) AS missing,
      greatest(0, coalesce(numbered, 0) - dropped - greatest(acknowledged, coalesce(here, 0))) AS holes
    FROM told LEFT JOIN seqs USING (stream)
  )`;

/** What never came, from what pages say they made and from the numbers that are skipped. All sources, everyone. */
export const loss = async (ask: Ask, { since }: Record<string, DuckDBValue>, now: number): Promise<Loss> => {
  const [sums] = await ask<Record<string, number>>(
    `WITH ${FATES}
    SELECT count(*) AS streams, ${['created', ...REASONS, 'holes'].map((name) => `coalesce(sum(${name}), 0)::BIGINT AS ${name}`).join(', ')},
      count(*) FILTER (holes > 0) AS with_holes,
      coalesce(sum(missing) FILTER (told_at < epoch_ms($settled::BIGINT)), 0)::BIGINT AS lost
    FROM fates`,
    { since: since!, settled: BigInt(now - DAY_MS) },
  );
  const worst = await ask<StreamLoss>(
    `WITH ${FATES}
    SELECT stream::VARCHAR AS stream, epoch_ms(told_at) AS "toldAt", created, acknowledged, dropped, arrived AS here, missing, holes
    FROM fates WHERE missing + dropped + holes > 0 ORDER BY missing DESC, dropped DESC, told_at DESC, stream LIMIT ${LIMIT}`,
    { since: since! },
  );
  const { streams, created, holes, with_holes, lost, refused, overflow, expired, consent } = sums as Record<
    string,
    number
  >;
  return {
    ...{ streams: streams!, created: created!, holes: holes!, streamsWithHoles: with_holes!, lost: lost!, worst },
    dropped: { refused: refused!, overflow: overflow!, expired: expired!, consent: consent! },
  };
};
