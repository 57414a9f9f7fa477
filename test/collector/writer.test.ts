// @vitest-environment node
import { expect, test } from 'vitest';
import { createWriter } from '../../examples/collector/store/writer.ts';

/** A database that commits when told, and remembers in which company each job came. */
const slowDatabase = (isPoison: (job: string) => boolean = () => false) => {
  const groups: string[][] = [];
  const open: (() => void)[] = [];
  const commit = async (jobs: string[]) => {
    groups.push(jobs);
    await new Promise<void>((resolve) => open.push(resolve));
    if (jobs.some(isPoison)) throw new Error('poison');
  };
  const release = async () => {
    for (let next = open.shift(); next; next = open.shift()) {
      next();
      await new Promise(setImmediate);
    }
  };
  return { groups, commit, release };
};

test('requests that come while a transaction runs share the next one', async () => {
  const { groups, commit, release } = slowDatabase();
  const writer = createWriter(commit, 100);
  const written = ['a', 'b', 'c'].map((job) => writer.write(job, 1));
  await release();
  await Promise.all(written);
  expect(groups).toEqual([['a'], ['b', 'c']]);
});

test('nobody is told before the transaction has committed', async () => {
  const { commit, release } = slowDatabase();
  let told = false;
  const written = createWriter(commit, 100)
    .write('a', 1)!
    .then(() => {
      told = true;
    });
  await new Promise(setImmediate);
  expect(told).toBe(false);
  await release();
  await written;
  expect(told).toBe(true);
});

test('a job that cannot be stored fails alone', async () => {
  const { commit, release } = slowDatabase((job) => job === 'bad');
  const writer = createWriter(commit, 100);
  const written = ['first', 'good', 'bad', 'also good'].map((job) => writer.write(job, 1)!);
  const results = Promise.allSettled(written);
  await release();
  expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});

test('what would wait beyond the bound is turned away, until there is room again', async () => {
  const { commit, release } = slowDatabase();
  const writer = createWriter(commit, 10);
  const first = writer.write('a', 8);
  expect(writer.write('b', 3)).toBeUndefined();
  expect(writer.overloaded).toBe(false);
  const second = writer.write('c', 2);
  expect(writer.overloaded).toBe(true);
  await release();
  await Promise.all([first, second]);
  expect(writer.overloaded).toBe(false);
  expect(writer.write('d', 3)).toBeDefined();
  await release();
});

test('a batch heavier than the bound is taken when it comes alone', async () => {
  const { groups, commit, release } = slowDatabase();
  const written = createWriter(commit, 10).write('heavy', 500);
  await release();
  await written;
  expect(groups).toEqual([['heavy']]);
});

test('no transaction grows past 5,000 events', async () => {
  const { groups, commit, release } = slowDatabase();
  const writer = createWriter(commit, 20_000);
  const written = ['a', 'b', 'c', 'd'].map((job) => writer.write(job, 3000));
  await release();
  await Promise.all(written);
  expect(groups).toEqual([['a'], ['b'], ['c'], ['d']]);
});
