import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { needBrowser } from '../../browser/browser.mjs';
import { inventApp } from './invented/apps/inventApp.ts';
import { invent } from './invented/invent.ts';
import { type Cost, sumOfCosts } from './meter.ts';
import { filesThatName } from './named.ts';
import type { Platform } from './platform.ts';
import { platforms } from './platforms.ts';
import { all, f1, type Score, score, sum } from './score.ts';
import { walk } from './walk.ts';

/**
 * `npm run bench:detect [-- --only solidus-starter,sfra] [--events] [--no-cost] [--slow 300]`: walks every platform and
 * prints what was told right (by a shop whose answers come so many milliseconds late), then the same with each platform
 * left out, then what it cost the pages. `--invented 50 [--seed 1] [--apps]` walks so many shops that exist nowhere
 * instead, each drawn at random: pages of a server, or apps that a script draws.
 */
const has = (name: string) => process.argv.includes(`--${name}`);
const argument = (name: string) => (has(name) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : undefined);
const only = argument('only');
const slowMs = Number(argument('slow') ?? 0);
const invented = Number(argument('invented') ?? 0);
const imagine = has('apps') ? inventApp : invent;
const seed = Number(argument('seed') ?? Date.now() % 1_000_000);

const percent = (part: number, whole: number) => (whole ? `${((100 * part) / whole).toFixed(1)} %` : '-');

const print = (title: string, { counts, fields, remarks }: Score) => {
  console.log(`\n## ${title}`);
  console.table(
    Object.fromEntries(
      Object.entries(counts).map(([name, count]) => [
        name,
        {
          ...count,
          precision: percent(count.hit, count.hit + count.false),
          recall: percent(count.hit, count.hit + count.missed),
          F1: f1(count).toFixed(3),
        },
      ]),
    ),
  );
  for (const [name, { right, wrong }] of Object.entries(fields))
    console.log(`${name}: ${percent(right, right + wrong)} of ${right + wrong}`);
  for (const remark of remarks) console.log(`- ${remark}`);
};

/** One platform in one line. */
const rowOf = ({ counts, fields, remarks }: Score) => {
  const count = all(counts);
  const accuracy = (...names: string[]) => {
    const facts = names.flatMap((name) => fields[name] ?? []);
    const right = facts.reduce((sum, fact) => sum + fact.right, 0);
    return percent(
      right,
      facts.reduce((sum, fact) => sum + fact.wrong, right),
    );
  };
  return {
    precision: percent(count.hit, count.hit + count.false),
    recall: percent(count.hit, count.hit + count.missed),
    F1: f1(count).toFixed(3),
    value: accuracy('value'),
    currency: accuracy('currency'),
    items: accuracy('items', 'item_id', 'item_name', 'price', 'quantity'),
    'order id': accuracy('transaction_id'),
    faults: remarks.length,
  };
};

interface Result {
  id: string;
  score: Score;
  costs: { with?: Cost | undefined; without?: Cost | undefined };
}

const runOne = async (browser: Browser, [id, platform]: [string, Platform]): Promise<Result> => {
  const measured = !has('no-cost');
  const { walked, errors, cost } = await walk(browser, platform, { measured, slowMs });
  const told = score(walked);
  if (has('events'))
    for (const { step, events } of walked)
      for (const { name, by, value } of events) console.log(`${step.name}: ${name} ${value ?? ''} (${by.evidence})`);
  const whole = { ...told, remarks: [...told.remarks, ...errors] };
  print(`${id} (${platform.family})`, whole);
  const without = measured ? (await walk(browser, platform, { withSdk: false, measured, slowMs })).cost : undefined;
  return { id, score: whole, costs: { with: cost, without } };
};

const browser = await chromium.launch({ executablePath: needBrowser() });
try {
  if (invented) console.log(`seed ${seed}`);
  const drawn = (_: unknown, at: number): [string, Platform] => [`${seed + at}`, imagine(seed + at)];
  const queue = invented ? Array.from({ length: invented }, drawn) : await platforms(only);
  const results: Result[] = [];
  const run = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results.push(await runOne(browser, next));
  };
  await Promise.all([run(), run()]);
  results.sort((one, other) => (one.id < other.id ? -1 : 1));

  print('all', { ...sum(results.map(({ score }) => score)), remarks: [] });
  console.log('\n## by platform');
  console.table(Object.fromEntries(results.map(({ id, score }) => [id, rowOf(score)])));

  console.log('\n## each platform left out');
  const names = filesThatName();
  console.log(
    names.length
      ? `${names.join(', ')} name platforms: what they know of each is to be taken away before its walk, and was not.`
      : 'No source of the detector names a platform and there is no row to take away: left out, each scores what stands above.',
  );

  console.log('\n## cost');
  const file = readFileSync(new URL('../../../dist/funnelwire.js', import.meta.url));
  console.log(`funnelwire.js: ${file.length} bytes, ${brotliCompressSync(file).length} with brotli`);
  const [spent, saved] = (['with', 'without'] as const).map((how) =>
    sumOfCosts(results.flatMap(({ costs }) => costs[how] ?? [])),
  );
  const perPage = ({ pages, taskMs, scriptMs }: Cost) => ({
    pages,
    'main thread, ms a page': (taskMs / pages).toFixed(1),
    'of it scripts, ms a page': (scriptMs / pages).toFixed(1),
  });
  if (spent?.pages && saved?.pages) console.table({ 'with the SDK': perPage(spent), 'without it': perPage(saved) });
} finally {
  await browser.close();
}
