import type { RollupOptions } from 'rollup';

declare const config: RollupOptions & { plugins: NonNullable<RollupOptions['plugins']> };
export default config;
