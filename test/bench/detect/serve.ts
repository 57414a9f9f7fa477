import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Origins, Platform, Shop } from './platform.ts';

const built = readFileSync(new URL('../../../dist/funnelwire.js', import.meta.url));

/**
 * A platform's shop on loopback: one port, a host name for each of its origins. Its pages carry `tag`, its answers come
 * `slowMs` late.
 */
export const serve = async (platform: Platform, tag: string, slowMs = 0) => {
  let shop: Shop;
  const listeners = new Map<string, ReturnType<typeof getRequestListener>>();
  const server = createServer((request, response) => {
    if (request.url === '/funnelwire.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(built);
      return;
    }
    const name = (request.headers.host ?? '').split('.localhost')[0]!;
    const listener = listeners.get(name);
    if (listener) setTimeout(() => void listener(request, response), slowMs);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const names = ['shop', ...(platform.hosts ?? [])];
  const origins = Object.fromEntries(names.map((name) => [name, `http://${name}.localhost:${port}`])) as Origins;
  shop = platform.open(origins, tag);
  for (const [name, app] of Object.entries(shop.apps)) listeners.set(name, getRequestListener(app.fetch));
  return {
    shop,
    origins,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
