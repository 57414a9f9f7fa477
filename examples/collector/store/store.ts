import { commit, type Delivery } from './commit.ts';
import { isDiskFault, openDatabase } from './database.ts';
import { type Ask, askOn } from './rows.ts';
import { createWriter, type Writer } from './writer.ts';

export interface Store {
  writer: Writer<Delivery>;
  /** Runs questions that must agree with each other on one snapshot of the database. */
  snapshot<T>(questions: (ask: Ask) => Promise<T>): Promise<T>;
  query: Ask;
  /** Erases what came before `at`, epoch ms. */
  eraseBefore(at: number): Promise<void>;
  close(): Promise<void>;
}

export const openStore = async (path: string, maxWaiting: number, onCommit: () => void): Promise<Store> => {
  const database = await openDatabase(path);
  const write = async (deliveries: Delivery[]) => {
    await database.write((connection) => commit(connection, deliveries));
    onCommit();
  };
  const writer = createWriter(write, maxWaiting, isDiskFault);
  return {
    writer,
    snapshot: (questions) =>
      database.read(async (connection) => {
        await connection.run('BEGIN TRANSACTION READ ONLY');
        return questions(askOn(connection));
      }),
    query: (sql, parameters) => database.read((connection) => askOn(connection)(sql, parameters)),
    eraseBefore: async (at) =>
      writer.write({ eraseBefore: at, receivedAt: at, arrivals: [], streams: [], rejected: [] }, 1),
    close: async () => {
      await writer.idle();
      await database.close();
    },
  };
};
