// @vitest-environment node
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { needBrowser } from '../../browser/browser.mjs';
import { platforms } from './platforms.ts';
import { f1, score } from './score.ts';
import { walk } from './walk.ts';

/** No milestone of no platform below this; no fact that the shop told wrong or left out; no error in the page. */
const FLOOR = 0.99;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: needBrowser() });
});
afterAll(() => browser?.close());

for (const [id, platform] of await platforms()) {
  test.concurrent(`${id} is told right`, { timeout: 240_000 }, async () => {
    const { walked, errors } = await walk(browser, platform);
    const { counts, fields, remarks } = score(walked);
    expect(errors).toEqual([]);
    const below = Object.entries(counts).filter(([, count]) => f1(count) < FLOOR);
    expect(below, remarks.join('\n')).toEqual([]);
    const wrong = Object.entries(fields).filter(([, count]) => count.wrong > 0);
    expect(wrong, remarks.join('\n')).toEqual([]);
  });

  test.concurrent(`${id} works the same without`, { timeout: 120_000 }, async () => {
    const { walked, errors } = await walk(browser, platform, false);
    expect(errors).toEqual([]);
    expect(walked.length).toBeGreaterThan(15);
  });
}

test('every walk has its negatives', async () => {
  for (const [id, platform] of await platforms()) {
    const { walk: steps } = platform.open({ shop: 'http://shop.localhost', api: 'http://api.localhost' }, '');
    expect(steps.filter(({ truth }) => truth.every(({ optional }) => optional)).length, id).toBeGreaterThanOrEqual(8);
  }
});
