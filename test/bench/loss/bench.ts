/**
 * `npm run bench:loss [-- --only closed] [--seed 7] [--rounds 5] [--browser chromium|firefox|webkit]`: plays every fault in
 * a real browser on the built file and compares what was tracked with what the endpoint got. Exits with 1 when something
 * was lost after the browser had confirmed its write, or counts twice after de-duplication by id.
 */
import { parseArgs } from 'node:util';
import type { BrowserName } from './browsers/browser.ts';
import { openBrowser } from './browsers.ts';
import { type Outcome, playScenario, type Scenario } from './scenario.ts';
import { random } from './scenarios/random.ts';
import { SCENARIOS } from './scenarios.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
    rounds: { type: 'string', default: '5' },
    browser: { type: 'string', default: 'chromium' },
  },
});
const name = values.browser as BrowserName;
if (!['chromium', 'firefox', 'webkit'].includes(name)) throw new Error('--browser is chromium, firefox or webkit');

const COLUMNS = ['tracked', 'delivered', 'lost', 'unconfirmed', 'duplicates', 'doubled', 'requests'] as const;
const total = Object.fromEntries(COLUMNS.map((column) => [column, 0])) as Record<(typeof COLUMNS)[number], number>;

const row = (cells: (string | number)[], title: string) =>
  console.log(`${cells.map((cell) => String(cell).padStart(11)).join('')}  ${title}`);

const print = (title: string, { wholeMs, notes, faults, ...counts }: Outcome) => {
  row([...COLUMNS.map((column) => counts[column]), `${(wholeMs / 1000).toFixed(1)} s`], title);
  for (const note of notes) console.log(`${' '.repeat(90)}${note}`);
  for (const fault of faults) console.log(`${' '.repeat(90)}FAULT ${fault}`);
};

let faulty = 0;
const play = async (scenario: Scenario, cannot: Record<string, string>) => {
  const why = scenario.needs?.map((need) => cannot[need]).find(Boolean);
  if (why) return row([...COLUMNS.map(() => '-'), '-'], `${scenario.name}: not in ${name}, ${why}`);
  try {
    const outcome = await playScenario(scenario, () => openBrowser(name));
    for (const column of COLUMNS) total[column] += outcome[column];
    if (outcome.faults.length) faulty++;
    print(scenario.name, outcome);
  } catch (error) {
    faulty++;
    console.log(`${' '.repeat(90)}FAULT ${scenario.name}: ${error}`);
  }
};

const main = async () => {
  const probe = await openBrowser(name).catch((error: Error) => error);
  if (probe instanceof Error) {
    console.error(`${name} is missing: ${probe.message}`);
    process.exit(1);
  }
  const { cannot } = probe;
  await probe.close();
  const seeds = Array.from({ length: Number(values.rounds) }, (_, n) => Number(values.seed) + n);
  console.log(`${name}, seed ${values.seed}`);
  row([...COLUMNS, 'whole after'], 'scenario');
  const all = [...SCENARIOS, ...seeds.map((seed) => random(seed, cannot))];
  for (const scenario of all.filter((each) => each.name.includes(values.only))) await play(scenario, cannot);
  row([...COLUMNS.map((column) => total[column]), ''], faulty ? `all, ${faulty} FAULTY` : 'all');
  process.exit(faulty ? 1 : 0);
};

await main();
