import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { commit, type Delivery } from './commit.ts';
import { type Ask, askOn } from './rows.ts';
import { createTables } from './schema.ts';
import { createWriter, type Writer } from './writer.ts';

export interface Store {
  writer: Writer<Delivery>;
  /** Runs questions that must agree with each other on one snapshot of the database. */
  snapshot<T>(questions: (ask: Ask) => Promise<T>): Promise<T>;
  query: Ask;
  close(): Promise<void>;
}

export const openStore = async (database: string, maxWaiting: number, onCommit: () => void): Promise<Store> => {
  if (database !== ':memory:') mkdirSync(dirname(database), { recursive: true });
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  await createTables(connection);
  const writer = createWriter<Delivery>(async (deliveries) => {
    await commit(connection, deliveries);
    onCommit();
  }, maxWaiting);

  const snapshot: Store['snapshot'] = async (questions) => {
    const reader = await instance.connect();
    try {
      await reader.run('BEGIN TRANSACTION READ ONLY');
      return await questions(askOn(reader));
    } finally {
      reader.closeSync();
    }
  };
  return {
    writer,
    snapshot,
    query: async (sql, parameters) => {
      const own = await instance.connect();
      try {
        return await askOn(own)(sql, parameters);
      } finally {
        own.closeSync();
      }
    },
    close: async () => {
      await writer.idle();
      connection.closeSync();
      instance.closeSync();
    },
  };
};
