import { chromium } from 'playwright-core';
import { needBrowser } from '../../browser/browser.mjs';
import { platforms } from './platforms.ts';
import { f1, type Score, score, sum } from './score.ts';
import { walk } from './walk.ts';

/** `npm run bench:detect [-- --only solidus-starter] [--events]`: walks every platform and prints what was told right. */
const option = (name: string) => process.argv[process.argv.indexOf(`--${name}`) + 1];
const only = process.argv.includes('--only') ? option('only') : undefined;

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

const browser = await chromium.launch({ executablePath: needBrowser() });
try {
  const queue = await platforms(only);
  const scores: Score[] = [];
  const run = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [id, platform] = next;
      const { walked, errors } = await walk(browser, platform);
      const result = score(walked);
      if (process.argv.includes('--events'))
        for (const { step, events } of walked)
          for (const { name, by, value } of events)
            console.log(`${step.name}: ${name} ${value ?? ''} (${by.evidence})`);
      scores.push(result);
      print(`${id} (${platform.family})`, { ...result, remarks: [...result.remarks, ...errors] });
    }
  };
  await Promise.all([run(), run()]);
  print('all', sum(scores));
} finally {
  await browser.close();
}
