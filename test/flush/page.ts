import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { hash } from '../../src/event/ids.ts';
import { createFunnel, type Funnel } from '../../src/funnel.ts';
import type { Options } from '../../src/options.ts';
import { type Answer, createReceiver, isBalanced } from './receiver.ts';

export const ENDPOINT = 'https://collect.example/e';

/** Where the funnels of these tests keep their events. */
export const DATABASE = `funnelwire:${hash(ENDPOINT).slice(0, 16)}`;

export const NOON = Date.UTC(2026, 10, 24, 12);

let open: Funnel[] = [];
let receivers: ReturnType<typeof createReceiver>[] = [];
export let warnings: string[] = [];

/** Each test has a new device, and time that stands still until `pass`. */
beforeEach(() => {
  vi.useFakeTimers({
    now: NOON,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
  vi.stubGlobal('indexedDB', new IDBFactory());
  warnings = [];
  vi.spyOn(console, 'warn').mockImplementation((text) => void warnings.push(text));
  localStorage.clear();
  sessionStorage.clear();
  // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
  document.cookie = 'funnelwire=;path=/;max-age=0';
  arrive('/');
});

afterEach(async () => {
  const standings = open.map((funnel) => funnel.status());
  const faults = receivers.flatMap((each) => each.faults);
  for (const funnel of open) funnel.stop();
  open = [];
  receivers = [];
  await settled();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  expect(faults).toEqual([]);
  for (const standing of standings) expect(standing).toSatisfy(isBalanced);
});

/** The address of the page and what led to it, as a browser tells a script that starts. */
export const arrive = (path: string, referrer = '') => {
  history.replaceState(null, '', path);
  Object.defineProperty(document, 'referrer', { value: referrer, configurable: true });
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type: 'navigate' } as PerformanceNavigationTiming]);
};

export const receiver = (answer?: Answer) => {
  const made = createReceiver(answer);
  receivers.push(made);
  return made;
};

/** A page load with a funnel on it. Its `stop` stands for the end of the page. */
export const load = (options: Partial<Options> = {}) =>
  loadUnchecked({ endpoint: ENDPOINT, consent: 'granted', transport: receiver().transport, ...options });

/** As a page without TypeScript does it: whatever it likes for options. */
export const loadUnchecked = (options: unknown) => {
  const funnel = createFunnel(options as Options);
  open.push(funnel);
  return funnel;
};

export const unload = (funnel: Funnel) => {
  funnel.stop();
  open = open.filter((each) => each !== funnel);
};

/** Lets the database and whatever waits for it come to rest, without time passing. */
export const settled = async () => {
  for (let turn = 0; turn < 40; turn++) await new Promise((done) => setImmediate(done));
};

const STEP_MS = 100;

/** Lets time pass, in small steps, so that what the database answers is heard in time. */
export const pass = async (ms: number) => {
  await settled();
  for (let left = ms; left > 0; left -= STEP_MS) {
    await vi.advanceTimersByTimeAsync(Math.min(STEP_MS, left));
    await settled();
  }
};

/** For long waits, in which only timers matter. */
export const passLong = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms);
  await settled();
};
