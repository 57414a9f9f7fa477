// @vitest-environment node
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';

let demo: ChildProcess | undefined;

afterEach(() => void demo?.kill('SIGKILL'));

/** Starts the demo as `npm start` does, and gives what it has said once it says `until`. */
const start = async (until: RegExp, ...options: string[]): Promise<string> => {
  demo = spawn(process.execPath, ['--import', 'tsx', 'examples/start.ts', ...options]);
  let said = '';
  const ended = once(demo, 'exit');
  await new Promise<void>((done) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (until.test(said)) done();
    };
    demo!.stdout!.on('data', hear);
    demo!.stderr!.on('data', hear);
    ended.then(() => done());
  });
  return said;
};

test('the demo prints three addresses that answer, and Ctrl-C ends it all', async () => {
  const said = await start(/Ctrl-C/);
  const addresses = said.match(/http:\/\/\S+/g) ?? [];
  expect(addresses).toHaveLength(3);
  for (const address of addresses) expect((await fetch(address)).status).toBe(200);

  const ended = once(demo!, 'exit');
  demo!.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
}, 120_000);

test('an option that is none is named, in one line', async () => {
  const said = await start(/\n/, '--shopers', '3');
  expect(said).toMatch(/--shopers/);
  expect(said.trim().split('\n')).toHaveLength(1);
}, 60_000);
