// @vitest-environment node
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { MUTATIONS } from '../bench/ledger/mutations.ts';

/** In a process of its own: the plays put their own clock and locks in the place of the globals. */
const run = async (...args: string[]): Promise<string> => {
  const command = ['--import', 'tsx', 'test/bench/ledger/run.ts', ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command).catch((failed) => failed);
  return stdout;
};

test('in 10,000 random lives of a device no event is lost, none is sent after it was settled, and ledgers balance', {
  timeout: 600_000,
}, async () => {
  const told = await run();
  console.log(told);
  expect(told).toMatch(/^10000 plays/);
  expect(told).not.toContain('fails');
});

test('each mutation of the sources is found out', { timeout: 300_000 }, async () => {
  const told = await run('--mutations');
  const found = told.split('\n').filter((line) => line.startsWith('found: '));
  expect(found.length, told).toBe(MUTATIONS.length);
});
