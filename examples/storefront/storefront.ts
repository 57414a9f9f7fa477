import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { createStore, type Store } from '../shop/store.ts';
import { cartRoutes } from './api/cart.ts';
import { checkoutRoutes } from './api/checkout.ts';
import { leadRoutes } from './api/leads.ts';
import { pictureRoutes } from './api/pictures.ts';
import { productRoutes } from './api/products.ts';
import { visitor } from './api/visitor.ts';
import { buildStorefront } from './build.ts';

export interface StorefrontOptions {
  /** Where the page's events go. */
  endpoint: string;
  /** 0, the default, takes any free port. */
  port?: number;
  /** Folder of the built page. Without one, it is built where it is stale. */
  site?: string;
}

export interface Storefront {
  url: string;
  store: Store;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

const escapeAttribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** The page is built once; where its events go is told by whoever serves it. */
const withCollector = (page: string, endpoint: string) =>
  page.replace(/(<meta name="collector" content=")[^"]*/, (_, start: string) => `${start}${escapeAttribute(endpoint)}`);

/** The shop as a single-page application: the built page on every route, and the API it calls. */
export const createStorefront = async ({ endpoint, port = 0, site }: StorefrontOptions): Promise<Storefront> => {
  const folder = site ?? (await buildStorefront());
  const page = withCollector(await readFile(join(folder, 'index.html'), 'utf8'), endpoint);
  const store = createStore();

  const api = new Hono()
    .use(visitor)
    .route('/', productRoutes())
    .route('/cart', cartRoutes(store))
    .route('/', checkoutRoutes(store))
    .route('/', leadRoutes())
    .all('*', (context) => context.json({ error: 'There is no such address.' }, 404));

  const app = new Hono()
    .use(
      secureHeaders({
        contentSecurityPolicy: {
          defaultSrc: ["'self'"],
          connectSrc: ["'self'", new URL(endpoint).origin],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
        },
      }),
    )
    .route('/api', api)
    .route('/pictures', pictureRoutes())
    .use('/assets/*', serveStatic({ root: folder }))
    .use('/favicon.svg', serveStatic({ root: folder }))
    .get('/assets/*', (context) => context.text('There is no such file.', 404))
    .get('*', (context) => context.html(page));

  const server = createAdaptorServer({ fetch: app.fetch, createServer }) as Server;
  server.listen(port, HOST);
  await once(server, 'listening');
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    store,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
