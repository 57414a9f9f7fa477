import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page's HTML, or what answers a request for it. */
export type Served = string | { headers?: Record<string, string>; status?: number; body: string };

const built = (name: string) => readFileSync(new URL(`../../dist/${name}`, import.meta.url));

export const htmlPage = (head: string, body = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>${head}</head><body>${body}</body></html>`;

/** The tag as a shop writes it. `null` leaves an attribute out. */
export const scriptTag = (attributes: Record<string, string | null>) => {
  const all = { src: '/funnelwire.js', 'data-consent': 'granted', ...attributes };
  const written = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : value === '' ? name : `${name}="${value.replaceAll('"', '&quot;')}"`,
  );
  return `<script ${written.join(' ')}></script>`;
};

export type Site = Awaited<ReturnType<typeof createSite>>;

/** Serves pages by path, and the built files at /funnelwire.js and /funnelwire.all.js. */
export const createSite = async (pages: Record<string, Served>) => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://shop.test');
    if (/^\/funnelwire(\.all)?\.js$/.test(pathname)) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(built(pathname.slice(1)));
      return;
    }
    const page = pages[pathname];
    const { status = 200, headers, body } = typeof page === 'string' ? { body: page } : (page ?? { body: 'Not found' });
    response.writeHead(page ? status : 404, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
