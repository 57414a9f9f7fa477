/**
 * `npm run bench:speed [-- --rounds 5] [--json]`: what a page pays for the built file, beside floors written by hand, in
 * real Chromium. Times are CPU time of the page's main thread unless said otherwise, medians of alternating rounds, with
 * a cold cache. Exits with 1 when a bound is broken.
 */
import { parseArgs } from 'node:util';
import { BOUNDS, holds } from './bounds.ts';
import { type Figures, measureAll } from './measureAll.ts';
import { launch } from './stage.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } },
});

const tell = (line: string) => {
  if (!values.json) console.log(line);
};

const print = (figures: Figures) => {
  let last = '';
  for (const { part, name, unit, values: row } of figures.rows) {
    if (part !== last) tell(`\n${part}`);
    last = part;
    const cells = Object.entries(row).map(([who, value]) => `${who} ${value.toFixed(value < 10 ? 2 : 0)}`.padEnd(20));
    tell(`  ${name.padEnd(44)}${unit.padEnd(10)}${cells.join('')}`);
  }
};

const browser = await launch();
const figures = await measureAll(browser, Number(values.rounds), (step) => {
  if (!values.json) process.stderr.write(`${step}\n`);
}).finally(() => browser.close());
print(figures);
tell('\nBounds');
const verdicts = BOUNDS.map((bound) => ({ bound: bound.name, limit: bound.most, ...holds(bound, figures) }));
for (const { bound, limit, value, isHeld } of verdicts)
  tell(`  ${isHeld ? 'held  ' : 'BROKEN'}  ${bound.padEnd(66)}${value.toFixed(2)}, at most ${limit}`);
if (values.json) console.log(JSON.stringify({ rows: figures.rows, bounds: verdicts }, null, 2));
process.exit(verdicts.every(({ isHeld }) => isHeld) ? 0 : 1);
