import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { brief } from './brief.ts';
import { ingest } from './ingest/ingest.ts';
import { pageFiles } from './page/files.ts';
import { createLive } from './page/live.ts';
import { reports } from './page/reports.ts';
import { securityHeaders } from './page/securityHeaders.ts';
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
  /** Requests a minute that one visitor may make: 300. `Infinity` for no limit. */
  perVisitor?: number;
  /** Requests a minute that one address may make: 3,000, since offices and mobile networks share one. */
  perAddress?: number;
  /** Where a proxy of one's own notes the address it was asked from, 'x-forwarded-for'. Unless told, the connection's peer. */
  addressHeader?: string;
  /** Everything is erased this long after it came: 395 days, so that a year can be seen beside the one before. */
  retentionDays?: number;
  /** Whether `POST /e/export` shows visitors, by the id that only their browser knows, what is held of them. Not, unless told. */
  exports?: boolean;
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
const PER_VISITOR = 300;
const PER_ADDRESS = 3000;
const RETENTION_DAYS = 395;
const DAY_MS = 86_400_000;
/** How often what is too old is looked for. */
const ERASE_EVERY_MS = 3_600_000;
/** Browsers hold connections on which they never ask anything: closing waits no longer for them. */
const CLOSE_GRACE_MS = 500;

export const createCollector = async ({
  database,
  port = 0,
  host = '127.0.0.1',
  origins,
  maxWaiting = MAX_WAITING,
  perVisitor = PER_VISITOR,
  perAddress = PER_ADDRESS,
  addressHeader,
  retentionDays = RETENTION_DAYS,
  exports = false,
  now = Date.now,
}: CollectorOptions): Promise<Collector> => {
  const live = createLive();
  const store = await openStore(database, maxWaiting, live.changed);
  const app = new Hono();
  app.use(securityHeaders);
  app.route('/e', ingest(store, { origins, perVisitor, perAddress, addressHeader, exports, now }));
  app.route('/', reports(store, live, now));
  app.route('/', pageFiles());
  app.onError((error, c) => {
    console.error(`Not answered: ${brief(error)}`);
    return c.json({ error: 'cannot be told now' }, 503);
  });
  const eraseOld = () =>
    store
      .eraseBefore(Math.max(0, now() - retentionDays * DAY_MS))
      .catch((error) => console.error(`Not erased, tried again in an hour: ${brief(error)}`));

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
  await eraseOld();
  const erasing = setInterval(eraseOld, ERASE_EVERY_MS);
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    query: store.query,
    close: async () => {
      clearInterval(erasing);
      const ended = new Promise((resolve) => server.close(resolve));
      const cut = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
      await live.close();
      await ended;
      clearTimeout(cut);
      await store.close();
    },
  };
};
