import { type Browser, chromium } from 'playwright-core';
import { needBrowser } from '../../browser/browser.mjs';
import { createEndpoint, type Endpoint } from '../../browser/endpoint.ts';
import { createSite, htmlPage, type Served } from '../../browser/site.ts';
import { addByScript, productPage } from './productPage.ts';
import { floorAt, headOf, SUBJECTS, type Subject } from './subjects.ts';
import { openTab, type Tab } from './tab.ts';

/** Makes `performance.now()` as fine as it gets. https://web.dev/articles/coop-coep */
const FINE_CLOCK = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

export interface Stage {
  endpoint: Endpoint;
  origin: string;
  /** A tab of a new profile, on an empty page of the site; `slowdown` of the CPU: 1 for none. */
  open(slowdown: number): Promise<Tab>;
  close(): Promise<unknown>;
}

/**
 * Pages of each subject, by path: `/array` plain, `/array/busy` with `extra`, `/array/product` a whole product page,
 * `/array/shop` the same with a script of its own.
 */
const pagesFor = (endpoint: string, extra: string): Record<string, Served> => {
  const page = (subject: Subject, body: string): Served => ({
    headers: FINE_CLOCK,
    body: htmlPage(headOf(subject, endpoint), body),
  });
  const cart = { headers: { 'content-type': 'application/json' }, body: '{"items":[{"id":"MUG-1","quantity":1}]}' };
  const all: Record<string, Served> = {
    '/lobby': { headers: FINE_CLOCK, body: htmlPage('') },
    '/cart/add.js': cart,
    '/floors/array.js': floorAt('array'),
    '/floors/durable.js': floorAt('durable'),
  };
  for (const subject of SUBJECTS) {
    all[`/${subject}`] = page(subject, '');
    all[`/${subject}/busy`] = page(subject, extra);
    all[`/${subject}/product`] = page(subject, productPage);
    all[`/${subject}/shop`] = page(subject, productPage + addByScript);
  }
  return all;
};

/** An endpoint, a site, and a profile for each tab, in a browser of their own. `extra` stands in the busy pages. */
export const createStage = async (browser: Browser, extra = ''): Promise<Stage> => {
  const endpoint = await createEndpoint();
  const site = await createSite(pagesFor(endpoint.url, extra));
  const tabs: Tab[] = [];
  // A host as shops have them: on an IP address cookies are tried in other ways. Browsers know `localhost` by themselves.
  const origin = site.origin.replace('127.0.0.1', 'www.shop.localhost');
  return {
    endpoint,
    origin,
    open: async (slowdown) => {
      const tab = await openTab(browser, origin);
      tabs.push(tab);
      await tab.go('/lobby');
      await tab.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      return tab;
    },
    close: async () => {
      for (const tab of tabs) await tab.close().catch(() => {}); // most have been closed when they were done
      await endpoint.close();
      await site.close();
    },
  };
};

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: needBrowser() });

/** Waits until `isSo`, or throws after `ms`. */
export const until = async (what: string, isSo: () => boolean | Promise<boolean>, ms = 60_000): Promise<void> => {
  const end = Date.now() + ms;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${ms} ms`);
    await new Promise((done) => setTimeout(done, 20));
  }
};

/** How long nothing is heard before a page counts as quiet, ms. */
const QUIET_MS = 1500;

/** A machine that others keep busy may leave a page no idle moment. */
const IDLE_MS = 5000;

/** The page has nothing left to do: nothing more has come to the endpoint, and the browser is idle. */
export const quiet = async ({ endpoint }: Stage, tab: Tab): Promise<void> => {
  let heard = -1;
  let since = 0;
  await until('quiet', () => {
    if (heard !== endpoint.arrived.length) {
      heard = endpoint.arrived.length;
      since = Date.now();
    }
    return Date.now() - since > QUIET_MS;
  });
  await tab.evaluate((timeout) => new Promise((done) => requestIdleCallback(() => done(0), { timeout })), IDLE_MS);
};
