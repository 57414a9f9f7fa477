import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { ingest } from './ingest/ingest.ts';
import { pageFiles } from './page/files.ts';
import { createLive } from './page/live.ts';
import { reports } from './page/reports.ts';
import type { Ask } from './store/rows.ts';
import { openStore } from './store/store.ts';

export interface CollectorOptions {
  /** A DuckDB file, made when missing, or ':memory:'. */
  database: string;
  /** 0, the default, takes a free one. */
  port?: number;
  /** '127.0.0.1' unless told: the reports have no login of their own. */
  host?: string;
  /** Who may send, 'https://shop.example'. All, unless told. */
  origins?: string[];
  /** Events that may wait for the database before senders are asked to come back later. */
  maxWaiting?: number;
  /** Epoch ms. */
  now?: () => number;
}

export interface Collector {
  url: string;
  /** Asks the database: numbers for BIGINT, Dates for TIMESTAMP, values for JSON. */
  query: Ask;
  /** Stores what has been taken, ends every stream, closes the database. */
  close(): Promise<void>;
}

const MAX_WAITING = 20_000;
/** Browsers hold connections on which they never ask anything: closing waits no longer for them. */
const CLOSE_GRACE_MS = 500;

export const createCollector = async ({
  database,
  port = 0,
  host = '127.0.0.1',
  origins,
  maxWaiting = MAX_WAITING,
  now = Date.now,
}: CollectorOptions): Promise<Collector> => {
  const live = createLive();
  const store = await openStore(database, maxWaiting, live.changed);
  const app = new Hono();
  app.route('/e', ingest(store, origins, now));
  app.route('/', reports(store, live, now));
  app.route('/', pageFiles());

  const server = createAdaptorServer({ fetch: app.fetch, createServer }) as Server;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, host, resolve);
    });
  } catch (error) {
    await live.close();
    await store.close();
    throw error;
  }
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    query: store.query,
    close: async () => {
      const ended = new Promise((resolve) => server.close(resolve));
      const cut = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
      await live.close();
      await ended;
      clearTimeout(cut);
      await store.close();
    },
  };
};
