// @vitest-environment node
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { needBrowser } from '../../browser/browser.mjs';
import { inventApp } from './invented/apps/inventApp.ts';
import { invent } from './invented/invent.ts';
import { filesThatName, isNamed } from './named.ts';
import type { Origins } from './platform.ts';
import { platforms } from './platforms.ts';
import { score } from './score.ts';
import { walk } from './walk.ts';

/**
 * How many faults a platform still has: milestones missed or made up, facts wrong or left out. Not named: none. These
 * numbers only fall; `npm run bench:detect` says what each of them is.
 */
const FAULTS: Record<string, number> = {
  abantecart: 1,
  aimeos: 2,
  cubecart: 2,
  'easy-digital-downloads': 2,
  'ec-cube': 2,
  ecwid: 1,
  faststore: 1,
  'magento2-hyva': 1,
  'medusa-nextjs': 4,
  oxid: 1,
  sfra: 2,
  'shopify-hydrogen': 1,
  shopware5: 2,
  sylius: 1,
  thelia: 1,
  webflow: 1,
  'zen-cart': 1,
};

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: needBrowser() });
});
afterAll(() => browser?.close());

for (const [id, platform] of await platforms()) {
  test.concurrent(`${id} is told right`, { timeout: 240_000 }, async () => {
    const { walked, errors } = await walk(browser, platform);
    const { remarks } = score(walked);
    expect(errors).toEqual([]);
    expect(remarks.length, remarks.join('\n')).toBeLessThanOrEqual(FAULTS[id] ?? 0);
  });

  test.concurrent(`${id} works the same without`, { timeout: 120_000 }, async () => {
    const { walked, errors } = await walk(browser, platform, { withSdk: false });
    expect(errors).toEqual([]);
    expect(walked.length).toBeGreaterThan(15);
  });
}

/** Drawn once; whoever wants others, and more, has `npm run bench:detect -- --invented 50 [--apps]`. */
test.concurrent.each([200, 201, 202, 203, 204, 205, 206, 207])(
  'shop %s, which exists nowhere, is told right',
  { timeout: 240_000 },
  async (seed) => {
    const { walked, errors } = await walk(browser, invent(seed));
    expect([...errors, ...score(walked).remarks]).toEqual([]);
  },
);

test.concurrent.each([10, 11, 12, 13, 15, 16])(
  'app %s, which exists nowhere, is told right',
  { timeout: 240_000 },
  async (seed) => {
    const { walked, errors } = await walk(browser, inventApp(seed));
    expect([...errors, ...score(walked).remarks]).toEqual([]);
  },
);

test('every walk has its negatives', async () => {
  for (const [id, platform] of await platforms()) {
    const names = ['shop', ...(platform.hosts ?? [])];
    const origins = Object.fromEntries(names.map((name) => [name, `http://${name}.localhost`])) as Origins;
    const { walk: steps } = platform.open(origins, '');
    expect(steps.filter(({ truth }) => truth.every(({ optional }) => optional)).length, id).toBeGreaterThanOrEqual(8);
  }
});

test('what detects names no platform, so that each is told as if it had been left out', async () => {
  for (const [id] of await platforms()) expect(isNamed(id), id).toBe(true);
  expect(filesThatName(/add_to_cart/).length).toBeGreaterThan(2);
  expect(filesThatName()).toEqual([]);
});
