import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, createEndpoint, type Endpoint, takeAll } from '../../browser/endpoint.ts';
import { createSite, htmlPage, scriptTag } from '../../browser/site.ts';
import { type Browser, type Tab, until } from './browsers/browser.ts';

/** What a scenario does in a page, and what it means for the count. */
export interface How {
  /** 'add_to_cart' unless told. */
  name?: string;
  /** More fields of each event, as the inside of an object. */
  fields?: string;
  /** Done in the same task, after the events. */
  last?: string;
}

export interface Scene {
  browser: Browser;
  endpoint: Endpoint;
  origin: string;
  /** A tab at `path`; the script has started. */
  visit(path?: string): Promise<Tab>;
  /** The same, which a script may close. */
  popUp(path?: string): Promise<Tab>;
  /** Tracks so many events, numbered on, in one task. Resolves to their numbers. */
  track(tab: Tab, count: number, how?: How): Promise<number[]>;
  /** The same, and in the task of it the tab goes to `path`. Resolves when that has loaded. */
  trackAndGo(tab: Tab, path: string, count: number, name: string): Promise<void>;
  /** From now on, this stands in the site's pages, before the tag. */
  head(html: string): void;
  /** Pages opened from now on have the time of so much later. */
  later(ms: number): void;
  /** The endpoint is back and takes all. */
  heal(): Promise<void>;
  /** Kills the browser so many ms from now, and starts it again with the profile that is left. */
  kill(afterMs: number): Promise<void>;
  /** What was not confirmed by then is outside the promise. */
  killed: boolean;
  /** The endpoint may refuse these for good. */
  refused: Set<number>;
  /** Numbers that were tracked. */
  tracked: Set<number>;
  /** Numbers whose write the browser has confirmed. */
  stored: Set<number>;
  /** How long each write took from `track` to the end of its transaction, in ms, as the page saw it. */
  windows: number[];
  /** True when all that was tracked has come. */
  isWhole(): boolean;
  /** Epoch ms of the last thing that kept events from coming. */
  since: number;
  /** Lines for the report. */
  notes: string[];
  close(): Promise<void>;
}

/**
 * Tells a server beside the site, by requests of its own, which events IndexedDB has confirmed and what the page threw:
 * what is known outside when the browser is killed. And names the page in each request to the endpoint.
 */
const witness = (url: string, endpoint: string) => `{
  const { fetch } = window;
  const { sendBeacon } = Navigator.prototype;
  const page = Math.random().toString(36).slice(2);
  const named = (to) => (to === '${endpoint}' ? to + '?' + page : to);
  window.fetch = (to, init) => fetch(named(to), init);
  Navigator.prototype.sendBeacon = function (to, body) { return sendBeacon.call(this, named(to), body); };
  const began = new Map();
  const tell = (what) => fetch('${url}?' + new URLSearchParams(what), { mode: 'no-cors' }).catch(() => {});
  const { put } = IDBObjectStore.prototype;
  const held = new WeakMap();
  IDBObjectStore.prototype.put = function (value, key) {
    const n = value?.event?.props?.n;
    if (n !== undefined) {
      const { transaction } = this;
      let all = held.get(transaction);
      if (!all) {
        held.set(transaction, (all = []));
        transaction.addEventListener('complete', () => {
          const now = performance.now();
          tell({ stored: all.join(), ms: all.map((n) => now - began.get(n)).join() });
        });
      }
      all.push(n);
    }
    return put.call(this, value, key);
  };
  addEventListener('error', ({ message }) => tell({ error: message }));
  addEventListener('unhandledrejection', ({ reason }) => tell({ error: reason }));
  window.begin = (n) => began.set(n, performance.now());
}`;

const shift = (ms: number) => `{
  const now = Date.now;
  let off = ${ms};
  Date.now = () => now() + off;
  window.jump = (ms) => { off += ms; };
}`;

/** One browser, one endpoint, one site, and the count of what was tracked. */
export const createScene = async (openBrowser: () => Promise<Browser>): Promise<Scene> => {
  const browser = await openBrowser();
  const endpoint = await createEndpoint();
  const tracked = new Set<number>();
  const stored = new Set<number>();
  const windows: number[] = [];
  const watcher = createServer((request, response) => {
    const { searchParams: told } = new URL(request.url!, 'http://watcher.test');
    for (const n of told.get('stored')?.split(',') ?? []) stored.add(Number(n));
    for (const ms of told.get('ms')?.split(',') ?? []) windows.push(Number(ms));
    if (told.has('error')) browser.errors.push(told.get('error')!);
    response.end();
  });
  await new Promise<void>((done) => watcher.listen(0, '127.0.0.1', done));
  const watcherUrl = `http://127.0.0.1:${(watcher.address() as AddressInfo).port}/`;

  const pages: Record<string, string> = {};
  let inHead = '';
  let off = 0;
  const site = await createSite(pages);
  const write = () => {
    const tag = scriptTag({ 'data-endpoint': endpoint.url });
    const page = htmlPage(`${inHead}<script>${witness(watcherUrl, endpoint.url)}${shift(off)}</script>${tag}`);
    Object.assign(pages, { '/': page, '/next': page, '/lobby': htmlPage('') });
  };
  write();

  const scene: Scene = {
    browser,
    endpoint,
    origin: site.origin,
    tracked,
    stored,
    windows,
    refused: new Set(),
    killed: false,
    since: Date.now(),
    notes: [],
    visit: (path = '/') => browser.open(site.origin + path),
    popUp: (path = '/') => browser.popUp(site.origin + path),
    track: async (tab, count, { name = 'add_to_cart', fields = '', last = '' } = {}) => {
      const first = tracked.size;
      const order = name === 'purchase' ? `transaction_id: 'A-' + n,` : '';
      const numbers = Array.from({ length: count }, (_, at) => first + at);
      for (const n of numbers) tracked.add(n);
      const script = `for (let n = ${first}; n < ${first + count}; n++) {
        begin(n);
        funnelwire('track', '${name}', { n, ${order} ${fields} });
      }
      ${last || 'undefined'};`;
      // A page that closes in this very task gives no answer.
      await tab.run(script).catch((error) => {
        if (!last.includes('close()')) throw error;
      });
      scene.since = Date.now();
      return numbers;
    },
    trackAndGo: async (tab, path, count, name) => {
      await scene.track(tab, count, { name, last: `window.left = true; location.assign('${path}')` });
      const isThere = () => tab.run<boolean>(`!window.left && document.readyState === 'complete'`);
      // Between two documents there is none to ask.
      if (!(await until(() => isThere().catch(() => false), 30_000))) throw new Error(`${path} has not loaded`);
    },
    head: (html) => {
      inHead = html;
      write();
    },
    later: (ms) => {
      off += ms;
      write();
    },
    heal: async () => {
      endpoint.answer(takeAll);
      await endpoint.up();
      scene.since = Date.now();
    },
    kill: async (afterMs) => {
      await new Promise((done) => setTimeout(done, afterMs));
      scene.killed = true;
      const { restart } = await browser.kill();
      await restart();
      scene.since = Date.now();
    },
    isWhole: () => {
      const come = new Set(endpoint.taken.map(({ props }) => props?.n));
      return [...tracked].every((n) => come.has(n) || scene.refused.has(n));
    },
    close: async () => {
      await browser.close();
      await endpoint.close();
      await site.close();
      watcher.close();
      watcher.closeAllConnections();
    },
  };
  return scene;
};

/** Takes the body, and lets its sender wait. */
export const answerAfter = async (ms: number): Promise<Answer> => {
  await new Promise((done) => setTimeout(done, ms));
  return {};
};

/** The endpoint has heard nothing for a second: what closed tabs sent has come. */
export const quiet = async ({ endpoint }: Scene): Promise<void> => {
  let last = -1;
  let at = 0;
  await until(() => {
    if (last !== endpoint.arrived.length) {
      last = endpoint.arrived.length;
      at = Date.now();
    }
    return Date.now() - at > 1000;
  }, 30_000);
};
