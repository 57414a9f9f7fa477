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
  });

/** Two passes: the second finds what the first has laid bare. Names starting with `_` are private and may be shortened. */
const minify = () => terser({ compress: { passes: 2, ecma: 2020, unsafe_arrows: true }, format: { comments: false } });

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

const entry = (name) => [
  {
    input: `src/${name}.ts`,
    external: ['idb-keyval', 'web-vitals'],
    output: { file: `dist/${name}.js`, format: 'es', sourcemap: true },
    plugins: [compile()],
  },
  {
    input: `src/${name}.ts`,
    external: ['idb-keyval', 'web-vitals'],
    output: { file: `dist/${name}.d.ts` },
    plugins: [dts()],
  },
];

/** A single file for a script tag: it never loads a second one. */
const tag = (entry, name) => ({
  input: `src/${entry}.ts`,
  output: { file: `dist/${name}.js`, format: 'iife', sourcemap: true },
  plugins: [resolve(), compile(), minify(), report()],
});

export default [
  ...entry('index'),
  ...entry('attribution'),
  ...entry('inspect'),
  ...entry('stages'),
  ...entry('state'),
  ...entry('vitals'),
  ...adapters.flatMap((name) => entry(`consent/${name}`)),
  tag('script', 'funnelwire'),
  tag('script.all', 'funnelwire.all'),
];
