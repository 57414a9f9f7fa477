import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api';
import { type Arrival, type Column, columns } from './columns.ts';
import { toJson, toText } from './toText.ts';

/** What a chunk of DuckDB holds. */
const MAX_ROWS = 2048;

interface Wire {
  type: DuckDBType;
  encode: (value: unknown) => DuckDBValue;
}

const asIs = (value: unknown) => value as DuckDBValue;
const text: Wire = { type: VARCHAR, encode: (value) => toText(value as string) };
const integer: Wire = { type: BIGINT, encode: (value) => BigInt(value as number) };

const wires: Record<Column['type'], Wire> = {
  UUID: text,
  VARCHAR: text,
  JSON: { type: VARCHAR, encode: toJson },
  DOUBLE: { type: DOUBLE, encode: asIs },
  BOOLEAN: { type: BOOLEAN, encode: asIs },
  BIGINT: integer,
  MOMENT: integer,
};

const types = [...columns.map(({ type }) => wires[type].type), BIGINT];
const definitions = columns.map(({ name }, index) => `${name} ${types[index]}`);

export const CREATE_STAGE = `CREATE TEMP TABLE incoming (${definitions.join(', ')}, copies BIGINT)`;

const columnOf = ({ read, type }: Column, arrivals: Arrival[]) =>
  arrivals.map((arrival) => {
    const value = read(arrival);
    return value === undefined ? null : wires[type].encode(value);
  });

/** An order told by two page loads in one go is one event with two copies. */
const countCopies = (arrivals: Arrival[]) => {
  const copies = new Map<string, { arrival: Arrival; count: bigint }>();
  for (const arrival of arrivals) {
    const known = copies.get(arrival.event.id);
    copies.set(arrival.event.id, known ? { ...known, count: known.count + 1n } : { arrival, count: 1n });
  }
  return [...copies.values()];
};

/**
 * Lays events into the table `incoming`, column by column: five times less work than a statement with parameters, and
 * no value ever becomes part of one.
 */
export const stage = async (connection: DuckDBConnection, arrivals: Arrival[]) => {
  const counted = countCopies(arrivals);
  const appender = await connection.createAppender('incoming');
  for (let start = 0; start < counted.length; start += MAX_ROWS) {
    const part = counted.slice(start, start + MAX_ROWS);
    const events = part.map(({ arrival }) => arrival);
    const chunk = DuckDBDataChunk.create(types, part.length);
    chunk.setColumns([...columns.map((column) => columnOf(column, events)), part.map(({ count }) => count)]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
};
