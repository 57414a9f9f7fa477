import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

/**
 * What a page pays, on the wire: brotli 11, minified, bundled alone with its dependencies. 1 kB is 1,000 bytes.
 * `maxBytes` is where we stand, held so that it can only fall; `goalBytes` is where we want to be.
 */
const ADAPTERS = [
  'consentMode',
  'cookiebot',
  'didomi',
  'gpc',
  'gpp',
  'oneTrust',
  'shopifyPrivacy',
  'tcf',
  'usercentrics',
] as const;

export const SIZES = [
  { name: 'createFunnel', code: `export { createFunnel } from 'funnelwire'`, maxBytes: 11_230, goalBytes: 6000 },
  {
    name: 'funnelwire/attribution',
    code: `export { attribution } from 'funnelwire/attribution'`,
    maxBytes: 900,
    goalBytes: 900,
  },
  ...ADAPTERS.map((name) => ({
    name: `funnelwire/consent/${name}`,
    code: `export { ${name} } from 'funnelwire/consent/${name}'`,
    maxBytes: 400,
    goalBytes: 400,
  })),
  { name: 'funnelwire/links', code: `export { withLinks } from 'funnelwire/links'`, maxBytes: 2105, goalBytes: 2000 },
  { name: 'funnelwire/state', code: `export { state } from 'funnelwire/state'`, maxBytes: 1180, goalBytes: 700 },
  { name: 'funnelwire/vitals', code: `export { vitals } from 'funnelwire/vitals'`, maxBytes: 3140, goalBytes: 3000 },
  { name: 'funnelwire.js', file: 'dist/funnelwire.js', maxBytes: 43_480, goalBytes: 14_000 },
  { name: 'funnelwire.all.js', file: 'dist/funnelwire.all.js', maxBytes: 49_090, goalBytes: 20_000 },
] as const;

/** What a site's own bundler makes of `code`. */
export const bundle = async (code: string): Promise<string> => {
  const entry = {
    name: 'entry',
    resolveId: (id: string) => (id === 'entry.js' ? `${process.cwd()}/entry.js` : undefined),
    load: (id: string) => (id.endsWith('/entry.js') ? code : undefined),
  };
  const minify = terser({ compress: { passes: 2, ecma: 2020, unsafe_arrows: true }, format: { comments: false } });
  const built = await rollup({ input: 'entry.js', plugins: [entry, resolve()], logLevel: 'silent' });
  const { output } = await built.generate({ format: 'es', plugins: [minify] });
  await built.close();
  return output[0].code;
};

export const measure = async (size: (typeof SIZES)[number]): Promise<number> =>
  brotliCompressSync('file' in size ? readFileSync(size.file) : await bundle(size.code)).length;

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** A part's row in the table of the README. */
export const rowOf = ({ name, goalBytes }: (typeof SIZES)[number], bytes: number): string =>
  `| ${name} | ${kB(bytes)} | ${kB(goalBytes)} |`;
