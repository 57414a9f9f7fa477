import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { Hono } from 'hono';
import { compress } from 'hono/compress';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const own = (name: string) => new URL(`../public/${name}`, import.meta.url);

/** Every file of the page by its address: what is not listed does not exist. */
const files: Record<string, URL | string> = {
  '/': own('index.html'),
  '/style.css': own('style.css'),
  '/icon.svg': own('icon.svg'),
  '/main.js': own('main.js'),
  '/format.js': own('format.js'),
  '/element.js': own('element.js'),
  '/theme.js': own('theme.js'),
  '/charts.js': own('charts.js'),
  '/funnel.js': own('funnel.js'),
  '/money.js': own('money.js'),
  '/tables.js': own('tables.js'),
  '/stages.js': own('stages.js'),
  '/vitals.js': own('vitals.js'),
  '/loss.js': own('loss.js'),
  '/steps.js': own('steps.js'),
  '/empty.js': own('empty.js'),
  '/echarts.js': createRequire(import.meta.url).resolve('echarts/dist/echarts.esm.min.js'),
};

export const pageFiles = () => {
  const app = new Hono();
  app.use(compress());
  for (const [path, file] of Object.entries(files)) {
    const body = readFileSync(file);
    const headers = { 'Content-Type': types[extname(String(file))]!, 'Cache-Control': 'no-cache' };
    app.get(path, (c) => c.body(body, 200, headers));
  }
  return app;
};
