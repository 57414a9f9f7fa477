// @vitest-environment node
import { expect, test } from 'vitest';
import { openBrowser } from './browsers.ts';
import { playScenario } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';

/** The rest, and other browsers: `npm run bench:loss`. */
const SHORT = [
  'tab that closes itself in the task of the event',
  '1,000 events of 1 kB and a close in the same task',
  'browser killed 250 ms after events, endpoint down',
  'the connection is cut after the body was taken',
  'a tab frozen with events waiting, taken over, thawed',
  'storage full in the middle of a visit',
  'storage full, tab closed: the spill keeps what IndexedDB did not take',
];

const all = SCENARIOS.filter(({ name }) => SHORT.includes(name));

test('the short suite is there', () => expect(all.length).toBe(SHORT.length));

test.each(all)('$name: nothing is lost, nothing counts twice', { timeout: 180_000 }, async (scenario) => {
  const { faults, lost, doubled, notes } = await playScenario(scenario, () => openBrowser('chromium'));
  expect({ faults, lost, doubled }, notes.join('; ')).toEqual({ faults: [], lost: 0, doubled: 0 });
});
