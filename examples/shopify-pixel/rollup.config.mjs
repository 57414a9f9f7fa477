import resolve from '@rollup/plugin-node-resolve';
import typescript from '@rollup/plugin-typescript';

/** Makes the file to paste into a custom pixel: `npx rollup -c examples/shopify-pixel/rollup.config.mjs` */
export default {
  input: 'examples/shopify-pixel/custom.ts',
  output: { file: 'examples/shopify-pixel/dist/custom.js', format: 'iife' },
  plugins: [
    resolve(),
    typescript({ tsconfig: 'examples/shopify-pixel/tsconfig.json', noEmit: false, outDir: undefined }),
  ],
};
