import type { DuckDBConnection } from '@duckdb/node-api';

/** When each row came, by the collector's own clock: a device's could be made to keep a row for ever. */
const CAME_AT = { events: 'received_at', ledgers: 'told_at', rejections: 'received_at', forgotten: 'asked_at' };

/** Erases everything that came before `at`, epoch ms. */
export const eraseBefore = async (connection: DuckDBConnection, at: number) => {
  for (const [table, column] of Object.entries(CAME_AT)) {
    await connection.run(`DELETE FROM ${table} WHERE ${column} < epoch_ms($1::BIGINT)`, [BigInt(at)]);
  }
};
