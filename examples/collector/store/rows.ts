import type { DuckDBConnection, DuckDBValue, JS } from '@duckdb/node-api';

export type Answer = Record<string, unknown>;
export type Ask = <T = Answer>(sql: string, parameters?: Record<string, DuckDBValue>) => Promise<T[]>;

const plain = (value: JS | undefined, isJson: boolean): unknown => {
  if (typeof value === 'bigint') return Number(value);
  if (isJson && typeof value === 'string') return JSON.parse(value);
  return Array.isArray(value) ? value.map((one) => plain(one, false)) : value;
};

/** Asks the database and gets plain JavaScript: numbers for BIGINT, Dates for TIMESTAMP, values for JSON. */
export const askOn =
  (connection: DuckDBConnection): Ask =>
  async <T>(sql: string, parameters?: Record<string, DuckDBValue>) => {
    const result = await connection.run(sql, parameters);
    const json = new Set(result.columnNames().filter((_, index) => result.columnType(index).alias === 'JSON'));
    const rows = await result.getRowObjectsJS();
    return rows.map(
      (row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value, json.has(name))])) as T,
    );
  };
