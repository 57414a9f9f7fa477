import type { DuckDBConnection } from '@duckdb/node-api';
import type { StreamBatch } from '../../../src/transport/transport.ts';
import { columns, type Row } from './columns.ts';
import { toJson } from './toJson.ts';

/** What one request brings to the database. */
export interface Delivery {
  receivedAt: number;
  rows: Row[];
  streams: Omit<StreamBatch, 'events'>[];
  rejected: Rejection[];
  forget?: string;
}

export interface Rejection {
  id: string;
  field: string;
  reason: string;
}

const fromJson = (shape: Record<string, string>) =>
  `(SELECT unnest(from_json($1::JSON, '${JSON.stringify([shape])}'), recursive := true))`;

const wireShape = columns.map(({ name, type }) => [name, type === 'MOMENT' ? 'BIGINT' : type]);
const chosen = columns.map(({ name, type }) => (type === 'MOMENT' ? `epoch_ms(${name}) AS ${name}` : name));

const INSERT_EVENTS = `
  INSERT INTO events BY NAME
  SELECT DISTINCT ON (id) ${chosen.join(', ')}, count(*) OVER (PARTITION BY id) AS copies
  FROM ${fromJson(Object.fromEntries(wireShape))}
  WHERE visitor IS NULL OR sha256(visitor) NOT IN (SELECT visitor_sha256 FROM forgotten)
  ON CONFLICT (id) DO UPDATE SET copies = events.copies + excluded.copies`;

const COUNTS = ['created', 'acknowledged', 'waiting', 'in_doubt', 'refused', 'overflow', 'expired', 'consent'];

// These only ever grow, so the sum tells which of two ledgers of a stream is the later one, in whatever order they came.
const GROWING = ['created', 'acknowledged', 'refused', 'overflow', 'expired', 'consent'];
const progress = (of: string) => GROWING.map((name) => `${of}.${name}`).join(' + ');

const INSERT_LEDGERS = `
  INSERT INTO ledgers BY NAME
  SELECT DISTINCT ON (stream) stream, visitor, epoch_ms(told_at) AS told_at, ${COUNTS.join(', ')}
  FROM ${fromJson({ stream: 'UUID', visitor: 'VARCHAR', told_at: 'BIGINT', ...Object.fromEntries(COUNTS.map((name) => [name, 'BIGINT'])) })} AS told
  WHERE visitor IS NULL OR sha256(visitor) NOT IN (SELECT visitor_sha256 FROM forgotten)
  ORDER BY stream, ${progress('told')} DESC, told_at DESC
  ON CONFLICT (stream) DO UPDATE SET told_at = excluded.told_at, ${COUNTS.map((name) => `${name} = excluded.${name}`).join(', ')}
  WHERE ${progress('excluded')} >= ${progress('ledgers')}`;

const INSERT_REJECTIONS = `
  INSERT INTO rejections
  SELECT epoch_ms(received_at), id, field, reason
  FROM ${fromJson({ received_at: 'BIGINT', id: 'VARCHAR', field: 'VARCHAR', reason: 'VARCHAR' })}`;

const ledgerRow = (
  receivedAt: number,
  { stream, visitor, ledger: { dropped, ...counts } }: Omit<StreamBatch, 'events'>,
) => ({
  stream,
  visitor,
  told_at: receivedAt,
  refused: 0,
  overflow: 0,
  expired: 0,
  consent: 0,
  ...counts,
  ...dropped,
});

const forget = async (connection: DuckDBConnection, visitor: string, receivedAt: number) => {
  await connection.run('INSERT INTO forgotten VALUES (sha256($1), epoch_ms($2::BIGINT)) ON CONFLICT DO NOTHING', [
    visitor,
    BigInt(receivedAt),
  ]);
  await connection.run('DELETE FROM events WHERE visitor = $1', [visitor]);
  await connection.run('DELETE FROM ledgers WHERE visitor = $1', [visitor]);
};

/** Stores what several requests brought in one transaction: all of it or, when this rejects, nothing. */
export const commit = async (connection: DuckDBConnection, deliveries: Delivery[]) => {
  const insert = async (sql: string, rows: unknown[]) => {
    if (rows.length > 0) await connection.run(sql, [toJson(rows)]);
  };
  await connection.run('BEGIN');
  try {
    for (const { forget: visitor, receivedAt } of deliveries) {
      if (visitor !== undefined) await forget(connection, visitor, receivedAt);
    }
    await insert(
      INSERT_EVENTS,
      deliveries.flatMap(({ rows }) => rows),
    );
    await insert(
      INSERT_LEDGERS,
      deliveries.flatMap(({ streams, receivedAt }) => streams.map((stream) => ledgerRow(receivedAt, stream))),
    );
    await insert(
      INSERT_REJECTIONS,
      deliveries.flatMap(({ rejected, receivedAt }) => rejected.map((one) => ({ ...one, received_at: receivedAt }))),
    );
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK');
    throw error;
  }
};
