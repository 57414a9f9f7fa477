import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const SITE = join(here, 'dist');

/** Everything that ends up in the built page. */
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', '../../dist/index.js'].map((path) =>
  join(here, path),
);

const changedAt = (path: string): number =>
  statSync(path).isDirectory()
    ? Math.max(0, ...readdirSync(path, { recursive: true }).map((entry) => statSync(join(path, String(entry))).mtimeMs))
    : statSync(path).mtimeMs;

const isFresh = (site: string) => {
  const page = join(site, 'index.html');
  return existsSync(page) && SOURCES.every((source) => changedAt(source) <= statSync(page).mtimeMs);
};

/** Builds the pages into `site` unless what is there is newer than everything it is made of. Returns `site`. */
export const buildStorefront = async (site = SITE): Promise<string> => {
  if (!isFresh(site)) {
    await build({ root: here, logLevel: 'warn', build: { outDir: site, emptyOutDir: true } });
  }
  return site;
};
