import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import { createStore, type Store } from './store.ts';

export const consents = ['granted', 'pending', 'anonymous', 'denied'] as const;

export interface ShopOptions {
  /** Where the pages send what they measure. */
  endpoint: string;
  /** 0, the default, takes any free port. */
  port?: number;
  /** What the tag says of consent. */
  consent?: (typeof consents)[number];
  /** The file served as /funnelwire.js. */
  script?: string;
}

export interface Shop {
  url: string;
  /** Carts and orders, to compare with what was measured. */
  store: Store;
  close(): Promise<void>;
}

const builtScript = fileURLToPath(new URL('../../dist/funnelwire.js', import.meta.url));

/** Starts the shop on this machine. */
export const createShop = async ({
  endpoint,
  port = 0,
  consent = 'granted',
  script = builtScript,
}: ShopOptions): Promise<Shop> => {
  const store = createStore();
  const app = createApp({ store, tag: { endpoint, consent }, script });
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    store,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
};
