import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { createTables } from './schema.ts';

export interface Database {
  /** On the one connection that writes. The caller waits for each before the next. */
  write<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
  /** Side by side, each on a connection of its own. */
  read<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface Opened {
  instance: DuckDBInstance;
  writing: DuckDBConnection;
}

const IN_MEMORY = ':memory:';
/** Opening anew reads the whole log: not more often than this while the disk stays full. */
const REOPEN_PAUSE_MS = 1000;
/** Without it DuckDB takes what it likes, up to 80 % of the machine. */
const SETTINGS = { memory_limit: '512MB' };

const messageOf = (error: unknown) => (error instanceof Error ? error.message : '');

/** After one, a full disk met during a checkpoint for instance, DuckDB refuses all further work until it is opened anew. */
const isFatal = (error: unknown) => /^FATAL|has been invalidated/.test(messageOf(error));

/** The disk is full, or gone: no fault of what was to be written. */
export const isDiskFault = (error: unknown) =>
  isFatal(error) || /^(IO|Out of Memory|TransactionContext) Error/.test(messageOf(error));

const open = async (path: string): Promise<Opened> => {
  if (path !== IN_MEMORY) mkdirSync(dirname(path), { recursive: true });
  const instance = await DuckDBInstance.create(path, SETTINGS);
  try {
    const writing = await instance.connect();
    await createTables(writing);
    return { instance, writing };
  } catch (error) {
    instance.closeSync();
    throw error;
  }
};

/** A DuckDB file that is opened anew after a fatal error: what it had committed is there, and it takes more once it can. */
export const openDatabase = async (path: string): Promise<Database> => {
  const running = new Set<Promise<unknown>>();
  let current: Promise<Opened> | undefined = open(path);
  let openedAt = Date.now();
  await current;

  /** A file belongs to one instance at a time: the old one goes once nobody uses it any more. */
  const release = async ({ instance, writing }: Opened) => {
    while (running.size > 0) await Promise.allSettled(running);
    writing.closeSync();
    instance.closeSync();
  };
  const openAnew = async (broken?: Opened) => {
    if (broken) await release(broken);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, openedAt + REOPEN_PAUSE_MS - Date.now())));
    openedAt = Date.now();
    return open(path);
  };
  const reopen = (broken?: Opened) => {
    const next = openAnew(broken);
    current = next;
    // Whoever waits for it is told, and the next to ask starts the next try.
    next.catch(() => {
      if (current === next) current = undefined;
    });
    return next;
  };
  const use = async <T>(work: (opened: Opened) => Promise<T>): Promise<T> => {
    const from = current ?? reopen();
    const opened = await from;
    const answer = work(opened);
    running.add(answer);
    try {
      return await answer;
    } catch (error) {
      if (isFatal(error) && current === from && path !== IN_MEMORY) reopen(opened);
      throw error;
    } finally {
      running.delete(answer);
    }
  };

  return {
    write: (work) => use(({ writing }) => work(writing)),
    read: (work) =>
      use(async ({ instance }) => {
        const own = await instance.connect();
        try {
          return await work(own);
        } finally {
          own.closeSync();
        }
      }),
    close: async () => {
      const last = await current?.catch(() => undefined);
      if (last) await release(last);
    },
  };
};
