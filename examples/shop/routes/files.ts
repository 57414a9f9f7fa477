import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { findArticle } from '../catalogue.ts';
import { drawPicture } from '../picture.ts';
import type { Env } from '../visit.ts';

const publicFile = (name: string) => fileURLToPath(new URL(`../public/${name}`, import.meta.url));

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Style sheet, scripts and pictures. `script` is read anew each time, so that a build shows without a restart. */
export const fileRoutes = (app: Hono<Env>, script: string): void => {
  const css = 'text/css; charset=utf-8';
  const js = 'text/javascript; charset=utf-8';
  const files = {
    '/styles/base.css': [publicFile('styles/base.css'), css],
    '/styles/frame.css': [publicFile('styles/frame.css'), css],
    '/styles/catalogue.css': [publicFile('styles/catalogue.css'), css],
    '/styles/checkout.css': [publicFile('styles/checkout.css'), css],
    '/shop.js': [publicFile('shop.js'), js],
    '/favicon.svg': [publicFile('favicon.svg'), 'image/svg+xml'],
    '/funnelwire.js': [script, js],
  } as const;

  for (const [path, [file, type]] of Object.entries(files)) {
    app.get(path, async (c) => {
      try {
        return c.body(await readFile(file), 200, { 'content-type': type, 'cache-control': 'no-cache' });
      } catch (error) {
        if (isMissing(error)) return c.notFound();
        throw error;
      }
    });
  }

  app.get('/pictures/:name{.+\\.svg}', (c) => {
    const article = findArticle(c.req.param('name').slice(0, -'.svg'.length));
    if (!article) return c.notFound();
    const picture = drawPicture({ shape: article.product.shape, colour: article.variant.colour });
    return c.body(picture, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=3600' });
  });
};
