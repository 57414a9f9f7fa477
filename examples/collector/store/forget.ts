import type { DuckDBConnection } from '@duckdb/node-api';

/** A copy that was under way when its visitor asked to be forgotten is taken and thrown away. */
export const NOT_FORGOTTEN = '(visitor IS NULL OR sha256(visitor) NOT IN (SELECT visitor_sha256 FROM forgotten))';

/** Erases all that is held of a visitor, and keeps a hash of the id to know late copies by. */
export const forget = async (connection: DuckDBConnection, visitor: string, receivedAt: number) => {
  await connection.run('INSERT INTO forgotten VALUES (sha256($1), epoch_ms($2::BIGINT)) ON CONFLICT DO NOTHING', [
    visitor,
    BigInt(receivedAt),
  ]);
  await connection.run('DELETE FROM events WHERE visitor = $1', [visitor]);
  await connection.run('DELETE FROM ledgers WHERE visitor = $1', [visitor]);
};
