// @vitest-environment node
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { SDK } from '../../src/version.ts';

const run = promisify(execFile);
const PATIENCE_MS = 120_000;
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

beforeAll(() => {
  if (!existsSync('dist/index.js')) throw new Error('There is no dist: run `npm run build` first.');
});

/** The last line that a Node program prints, as JSON. */
const inNode = async (program: string): Promise<unknown> => {
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', program]);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
};

test('the version on the envelope is that of the package', () => {
  expect(SDK).toBe(`${manifest.name}/${manifest.version}`);
});

test('exports name only files that exist', () => {
  const files = Object.values(manifest.exports).flatMap((entry) =>
    Object.values(Object(entry).types ? (entry as object) : [entry]),
  );
  expect(files.length).toBeGreaterThan(4);
  expect(files.filter((file) => !existsSync(file as string))).toEqual([]);
});

test('the schema of the package is the one that is tested against', () => {
  expect(readFileSync('dist/envelope.schema.json', 'utf8')).toBe(
    readFileSync('src/event/envelope.schema.json', 'utf8'),
  );
});

test('nothing is needed at run time but two packages', () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['idb-keyval', 'web-vitals']);
});

test('no file has a lookbehind: Safari knows it since 16.4 only, and would take nothing of a file that has one', () => {
  const files = readdirSync('dist', { recursive: true }).map(String);
  const scripts = files.filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(10);
  for (const file of scripts) expect(readFileSync(join('dist', file), 'utf8'), file).not.toMatch(/\(\?<[=!]/);
});

test('only the script tag acts on import', () => {
  expect(manifest.sideEffects).toEqual([
    './dist/funnelwire.js',
    './dist/funnelwire.all.js',
    './src/script.ts',
    './src/script.all.ts',
  ]);
});

test('a map lies beside each file', () => {
  const entries = Object.values(manifest.exports).flatMap((entry) => (entry as { default?: string }).default ?? []);
  expect(entries.length).toBeGreaterThan(4);
  for (const file of [...entries, 'dist/funnelwire.js', 'dist/funnelwire.all.js']) {
    expect(readFileSync(file, 'utf8')).toContain(`sourceMappingURL=${basename(file)}.map`);
    expect(JSON.parse(readFileSync(`${file}.map`, 'utf8')).sources.length).toBeGreaterThan(0);
  }
});

test(
  'publint finds nothing',
  async () => {
    const { stdout } = await run(process.execPath, [join('node_modules', 'publint', 'src', 'cli.js'), '--strict']);
    expect(stdout).toContain('All good!');
  },
  PATIENCE_MS,
);

test(
  'its types are right for whoever imports modules',
  async () => {
    const attw = join('node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
    const { stdout } = await run(process.execPath, [attw, '--pack', '.', '--profile', 'esm-only', '--format', 'json']);
    const { analysis } = JSON.parse(stdout);
    expect(Object.keys(analysis.entrypoints)).toEqual(Object.keys(manifest.exports));
  },
  PATIENCE_MS,
);

test('importing it on a server does nothing', async () => {
  const program = `
    const before = Reflect.ownKeys(globalThis).length;
    await import('funnelwire');
    await import('funnelwire/vitals');
    console.log(JSON.stringify(Reflect.ownKeys(globalThis).length - before));`;
  expect(await inNode(program)).toBe(0);
});

test('a funnel on a server does nothing, says so, and keeps no process alive', async () => {
  const program = `
    import { createFunnel, everything } from 'funnelwire';
    const funnel = createFunnel({ endpoint: 'https://collect.example/e', consent: 'granted', detect: [everything()].flat() });
    const off = funnel.on('event', () => console.log('never'));
    funnel.track('purchase', { transaction_id: 'N-1' });
    funnel.identify('customer-42');
    funnel.setConsent('granted');
    funnel.forget();
    await funnel.flush();
    off();
    console.log(JSON.stringify(funnel.status()));
    funnel.stop();`;
  expect(await inNode(program)).toMatchObject({ created: 0, waiting: 0, consent: 'denied' });
});
