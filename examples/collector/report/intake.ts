import type { DuckDBValue } from '@duckdb/node-api';
import type { Ask } from '../store/rows.ts';

export interface Intake {
  /** Copies that arrived, first ones and repeats. */
  received: number;
  duplicates: number;
  rejected: number;
  ledger: {
    created: number;
    /** Here, or acknowledged as known from another page load. */
    arrived: number;
    /** Given up by the sender, with its reason counted. */
    dropped: number;
    /** Not here and not given up: on its way, or lost. */
    missing: number;
  };
}

/** How the data itself fares: what came, came twice, was refused, and what its senders say they made. All sources. */
export const intake = async (ask: Ask, { since }: Record<string, DuckDBValue>): Promise<Intake> => {
  const [counts] = await ask<Omit<Intake, 'ledger'>>(
    `SELECT coalesce(sum(copies), 0) AS received, coalesce(sum(copies - 1), 0) AS duplicates,
      (SELECT count(*) FROM rejections WHERE received_at >= epoch_ms($since::BIGINT)) AS rejected
    FROM events WHERE received_at >= epoch_ms($since::BIGINT)`,
    { since: since! },
  );
  const [ledger] = await ask<Intake['ledger']>(
    `WITH told AS (
      SELECT stream, created, refused + overflow + expired + consent AS dropped, acknowledged
      FROM ledgers WHERE told_at >= epoch_ms($since::BIGINT)
    ), here AS (
      SELECT stream, count(*) AS events FROM events WHERE stream IN (SELECT stream FROM told) GROUP BY stream
    ), fate AS (
      SELECT created, least(created, dropped) AS dropped, least(created, greatest(acknowledged, coalesce(events, 0))) AS arrived
      FROM told LEFT JOIN here USING (stream)
    )
    SELECT coalesce(sum(created), 0) AS created, coalesce(sum(arrived), 0) AS arrived, coalesce(sum(dropped), 0) AS dropped,
      coalesce(sum(greatest(0, created - arrived - dropped)), 0) AS missing
    FROM fate`,
    { since: since! },
  );
  return { ...counts!, ledger: ledger! };
};
