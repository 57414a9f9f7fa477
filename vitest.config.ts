import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** These drive a real browser, or start servers and a database: `npm run test:unit` goes without. */
const REAL = [
  'test/browser/**/*.test.ts',
  'test/bench/**/*.test.ts',
  'test/examples/**/*.test.ts',
  'test/collector/**/*.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    maxConcurrency: 4 * availableParallelism(), // walks through a shop wait more than they work
    projects: [
      { extends: true, test: { name: 'unit', environment: 'jsdom', include: ['test/**/*.test.ts'], exclude: REAL } },
      { extends: true, test: { name: 'browser', environment: 'node', include: REAL } },
    ],
  },
});
