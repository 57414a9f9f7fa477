import type { DuckDBConnection } from '@duckdb/node-api';
import type { StreamBatch } from '../../../src/transport/transport.ts';
import { type Arrival, columns } from './columns.ts';
import { forget, NOT_FORGOTTEN } from './forget.ts';
import { fromJson } from './fromJson.ts';
import { ledgerRow, UPSERT_LEDGERS } from './ledgers.ts';
import { eraseBefore } from './retention.ts';
import { stage } from './stage.ts';
import { toJson } from './toText.ts';

/** What one request brings to the database. */
export interface Delivery {
  receivedAt: number;
  arrivals: Arrival[];
  streams: Omit<StreamBatch, 'events'>[];
  rejected: Rejection[];
  forget?: string;
  /** Epoch ms. What came before it is to go. */
  eraseBefore?: number;
}

export interface Rejection {
  id: string;
  field: string;
  reason: string;
}

const staged = columns.map(({ name, type }) => (type === 'MOMENT' ? `epoch_ms(${name}) AS ${name}` : name));
const INSERT_EVENTS = `INSERT INTO events BY NAME SELECT ${staged.join(', ')}, copies FROM incoming WHERE ${NOT_FORGOTTEN}`;
const UPSERT_EVENTS = `${INSERT_EVENTS} ON CONFLICT (id) DO UPDATE SET copies = events.copies + excluded.copies`;

const INSERT_REJECTIONS = `
  INSERT INTO rejections
  SELECT epoch_ms(received_at), id, field, reason
  FROM ${fromJson({ received_at: 'BIGINT', id: 'VARCHAR', field: 'VARCHAR', reason: 'VARCHAR' })}`;

const write = async (connection: DuckDBConnection, deliveries: Delivery[], insertEvents: string) => {
  const insert = async (sql: string, rows: unknown[]) => {
    if (rows.length > 0) await connection.run(sql, [toJson(rows)]);
  };
  for (const { forget: visitor, eraseBefore: at, receivedAt } of deliveries) {
    if (at !== undefined) await eraseBefore(connection, at);
    if (visitor !== undefined) await forget(connection, visitor, receivedAt);
  }
  const arrivals = deliveries.flatMap((delivery) => delivery.arrivals);
  if (arrivals.length > 0) {
    await stage(connection, arrivals);
    await connection.run(insertEvents);
    await connection.run('DELETE FROM incoming');
  }
  await insert(
    UPSERT_LEDGERS,
    deliveries.flatMap(({ streams, receivedAt }) => streams.map((stream) => ledgerRow(stream, receivedAt))),
  );
  await insert(
    INSERT_REJECTIONS,
    deliveries.flatMap(({ rejected, receivedAt }) => rejected.map((one) => ({ ...one, received_at: receivedAt }))),
  );
};

const inTransaction = async (connection: DuckDBConnection, work: () => Promise<void>) => {
  await connection.run('BEGIN');
  try {
    await work();
    await connection.run('COMMIT');
  } catch (error) {
    // Fails where the database has rolled back by itself, as on a full disk: the first error is the one to tell.
    await connection.run('ROLLBACK').catch(() => {});
    throw error;
  }
};

const isKnownId = (error: unknown) =>
  error instanceof Error && error.message.startsWith('Constraint Error: Duplicate key');

/**
 * Stores what several requests brought in one transaction: all of it or, when this rejects, nothing. Looking out for
 * repeats makes an insert four times as slow, and they are rare: so only when the primary key objects.
 */
export const commit = async (connection: DuckDBConnection, deliveries: Delivery[]) => {
  try {
    await inTransaction(connection, () => write(connection, deliveries, INSERT_EVENTS));
  } catch (error) {
    if (!isKnownId(error)) throw error;
    await inTransaction(connection, () => write(connection, deliveries, UPSERT_EVENTS));
  }
};
