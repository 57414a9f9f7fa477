import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import dts from 'rollup-plugin-dts';

const compile = () =>
  typescript({
    include: ['src/**'],
    noEmit: false,
    outDir: undefined,
    declaration: false,
    declarationDir: undefined,
    sourceMap: true,
    noCheck: true, // `npm run typecheck` does, once
  });

/** Names that no page, storage or endpoint ever sees. A tag file is whole in itself, so that nothing else has to know them. */
const INTERNAL =
  /^(on|is|to|under|create|press)[A-Z]|^(elsewhere|standings|abandon|written|heard|meet|meaning|outside|settle|refuse|finish|carries|started|loaded|taken|refresh|look|life|place|known|tell|declared|restMs|spill|ears|gate|tabs|sender|writer|clock)$/;

/** Two passes: the second finds what the first has laid bare. The rest is what brotli likes best, tried one by one. */
const minify = (preamble) =>
  terser({
    compress: {
      ...{ passes: 2, ecma: 2020, unsafe_arrows: true },
      ...{ hoist_funs: true, inline: 1, negate_iife: false },
    },
    mangle: { properties: { regex: INTERNAL } },
    format: { comments: false, preamble },
  });

/** Prints what a page needs to know to embed a file safely: its size on the wire and its SRI hash. */
const report = () => ({
  name: 'report',
  writeBundle({ file }) {
    copyFileSync('src/event/envelope.schema.json', 'dist/envelope.schema.json');
    const code = readFileSync(file);
    const integrity = createHash('sha384').update(code).digest('base64');
    console.log(`${file}: ${brotliCompressSync(code).length} bytes brotli, integrity="sha384-${integrity}"`);
  },
});

/** Each consent platform is an import of its own. */
const adapters = [
  'consentMode',
  'cookiebot',
  'didomi',
  'gpc',
  'gpp',
  'oneTrust',
  'shopifyPrivacy',
  'tcf',
  'usercentrics',
];

const names = [
  'index',
  'attribution',
  'inspect',
  'links',
  'stages',
  'state',
  'vitals',
  ...adapters.map((name) => `consent/${name}`),
];
const input = Object.fromEntries(names.map((name) => [name, `src/${name}.ts`]));
const external = ['idb-keyval', 'web-vitals'];

/**
 * All functions are compiled while the file comes in, beside the main thread, instead of on it when they are first
 * called. https://v8.dev/blog/explicit-compile-hints
 */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad';

/** A single file for a script tag: it never loads a second one. The second run names by how often the first has left a name. */
const tag = (entry, name) => ({
  input: `src/${entry}.ts`,
  output: { file: `dist/${name}.js`, format: 'iife', sourcemap: true },
  plugins: [resolve(), compile(), minify(), minify(COMPILE_HINT), report()],
});

export default [
  {
    ...{ input, external },
    output: { dir: 'dist', format: 'es', sourcemap: true, chunkFileNames: 'shared/[name].js' },
    plugins: [compile()],
  },
  { ...{ input, external }, output: { dir: 'dist', chunkFileNames: 'shared/[name].d.ts' }, plugins: [dts()] },
  tag('script', 'funnelwire'),
  tag('script.all', 'funnelwire.all'),
];
