import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needBrowser } from './browser.mjs';
import { createEndpoint, type Endpoint } from './endpoint.ts';
import { createSite, htmlPage, type Served, type Site, scriptTag } from './site.ts';

/** Long enough for a busy machine; a wait ends as soon as its condition holds. */
export const PATIENCE = { timeout: 15_000, interval: 50 };

export interface Scene {
  endpoint: Endpoint;
  site: Site;
  context: BrowserContext;
  /** A new tab at `path`, or this one; its script has started. */
  visit(path?: string, tab?: Page): Promise<Page>;
}

/**
 * One browser for a file, and for each test a profile, an endpoint and a site of its own. After each test all bodies must
 * have fitted the schema and no page must have seen an error.
 */
export const createStage = (launch: LaunchOptions = {}) => {
  let browser: Browser;
  let strike: (() => Promise<unknown>)[] = [];
  const errors: string[] = [];
  const endpoints: Endpoint[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: needBrowser(), ...launch });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    const faults = [...errors.splice(0), ...endpoints.splice(0).flatMap((endpoint) => endpoint.faults)];
    for (const close of strike.splice(0).reverse()) await close();
    expect(faults).toEqual([]);
  });
  const keep = <T extends { close(): Promise<unknown> }>(made: T): T => {
    strike = [...strike, () => made.close()];
    return made;
  };

  const addEndpoint = async () => {
    const endpoint = keep(await createEndpoint());
    endpoints.push(endpoint);
    return endpoint;
  };
  const addSite = async (pages: Record<string, Served>) => keep(await createSite(pages));
  const addContext = async () => {
    const context = await browser.newContext();
    // A profile whose tab is in the middle of a navigation may never say that it has closed; it ends with the browser.
    keep({ close: () => Promise.race([context.close(), new Promise((done) => setTimeout(done, 10_000))]) });
    context.on('weberror', (error) => errors.push(String(error.error().stack)));
    return context;
  };

  return {
    addEndpoint,
    addSite,
    addContext,
    /** `pages` from the endpoint's URL; unless told, a page that carries the tag, at / and /next, and one without, /lobby. */
    open: async (pages?: (endpoint: string) => Record<string, Served>): Promise<Scene> => {
      const endpoint = await addEndpoint();
      const plain = htmlPage(scriptTag({ 'data-endpoint': endpoint.url }));
      const site = await addSite(pages?.(endpoint.url) ?? { '/': plain, '/next': plain, '/lobby': htmlPage('') });
      const context = await addContext();
      const visit = async (path = '/', tab?: Page) => {
        const page = tab ?? (await context.newPage());
        await page.goto(site.origin + path);
        return page;
      };
      return { endpoint, site, context, visit };
    },
  };
};

/** Calls `funnelwire(...)` in the page, in one task, once for each list of arguments. */
export const call = (page: Page, ...calls: unknown[][]): Promise<unknown> =>
  page.evaluate((all) => {
    const { funnelwire } = window as unknown as { funnelwire: (...args: unknown[]) => unknown };
    return all.map((args) => funnelwire(...args))[0];
  }, calls);

/** Pages opened from now on have the time of so much later. */
export const letTimePass = (context: BrowserContext, ms: number): Promise<unknown> =>
  context.addInitScript(beLater, ms);

/** Runs in the page: its clock is `ms` ahead. */
export const beLater = (ms: number): void => {
  const now = Date.now;
  Date.now = () => now() + ms;
};

/** What the site numbered its own events with. */
export const numbers = (events: { props?: Record<string, unknown> }[]): number[] =>
  events.map(({ props }) => props?.n as number).sort((a, b) => a - b);

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** How many events the databases of this origin hold, once the writes under way have ended. */
export const eventsKept = (tab: { evaluate(work: () => Promise<number>): Promise<number> }): Promise<number> =>
  tab.evaluate(async () => {
    const answerOf = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done) => (request.onsuccess = () => done(request.result)));
    let count = 0;
    for (const { name } of await indexedDB.databases()) {
      const database = await answerOf(indexedDB.open(name!));
      const events = IDBKeyRange.bound(['event'], ['event', []]);
      count += await answerOf(database.transaction('records').objectStore('records').count(events));
      database.close();
    }
    return count;
  });

/** Every name under which this site keeps something, looked for from outside of the script. */
export const namesKept = async (context: BrowserContext, tab: Page): Promise<string[]> => {
  const inPage = await tab.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name!),
    ...(await caches.keys()),
  ]);
  return [...inPage, ...(await context.cookies()).map(({ name }) => name)].sort();
};

/** Steps of a funnel, and not the signals beside them (`view_item_list`, `form_start` ...). */
export const isMilestone = ({ name }: { name: string }): boolean =>
  !/^(view_item_list|select_item|(view|select)_promotion|view_search_results|form_(start|abandon)|cart_abandon|page_vitals)$/.test(
    name,
  );
