import type { DuckDBConnection } from '@duckdb/node-api';
import { type Column, columns } from './columns.ts';
import { CREATE_STAGE } from './stage.ts';

const sqlType = ({ type }: Column) => (type === 'MOMENT' ? 'TIMESTAMP' : type);
const definition = (column: Column) => [column.name, sqlType(column), column.rule].filter(Boolean).join(' ');

const TABLES = [
  // copies: how often the event has arrived. Once is the rule; a page that died before it read the answer sends again.
  `CREATE TABLE IF NOT EXISTS events (${columns.map(definition).join(', ')}, copies BIGINT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS ledgers (
    stream UUID PRIMARY KEY, visitor VARCHAR, told_at TIMESTAMP NOT NULL,
    created BIGINT NOT NULL, acknowledged BIGINT NOT NULL, waiting BIGINT NOT NULL, in_doubt BIGINT NOT NULL,
    refused BIGINT NOT NULL, overflow BIGINT NOT NULL, expired BIGINT NOT NULL, consent BIGINT NOT NULL)`,
  'CREATE TABLE IF NOT EXISTS rejections (received_at TIMESTAMP NOT NULL, id VARCHAR, field VARCHAR, reason VARCHAR)',
  // A copy that was under way when the visitor asked must not bring back what was erased.
  'CREATE TABLE IF NOT EXISTS forgotten (visitor_sha256 VARCHAR PRIMARY KEY, asked_at TIMESTAMP NOT NULL)',
];

export const createTables = async (connection: DuckDBConnection) => {
  for (const table of TABLES) await connection.run(table);
  await connection.run(CREATE_STAGE);
  for (const column of columns.filter(({ rule }) => !rule)) {
    await connection.run(`ALTER TABLE events ADD COLUMN IF NOT EXISTS ${column.name} ${sqlType(column)}`);
  }
};
