import type { BrowserContext, Page } from 'playwright-core';
import { readDevice } from './device.ts';

/** By which pages speak to each other, or to a server without a request that anyone sees. */
const CHANNELS = ['BroadcastChannel', 'Worker', 'SharedWorker', 'WebSocket', 'EventSource', 'RTCPeerConnection'];

/** The objects of these kinds that live in the page, as the debugger finds them on its heap. */
const channelsOf = async (context: BrowserContext, tab: Page): Promise<string[]> => {
  const cdp = await context.newCDPSession(tab);
  const found: string[] = [];
  try {
    for (const kind of CHANNELS) {
      const { result } = await cdp.send('Runtime.evaluate', { expression: `${kind}.prototype` });
      const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
      const { result: count } = await cdp.send('Runtime.callFunctionOn', {
        objectId: objects.objectId!,
        functionDeclaration: 'function () { return this.length }',
      });
      if (count.value) found.push(kind);
    }
  } finally {
    await cdp.detach();
  }
  return found;
};

/** What is kept for the origin of `tab` or lives in it. `bystander`: another page of that origin, without our script. */
export const tracesOf = async (context: BrowserContext, tab: Page, bystander: Page): Promise<string[]> => {
  const { held, pending } = await bystander.evaluate(() => navigator.locks.query());
  return [
    ...Object.keys(await readDevice(context, tab, new URL(tab.url()).origin)),
    ...(await channelsOf(context, tab)),
    ...[...held!, ...pending!].map(({ name }) => `Web Lock ${name}`),
  ];
};

/** Traces that a script could leave, each made on purpose by a line at the end of the built file. All have to be found. */
export const PLANTED: { name: string; code: string }[] = [
  { name: 'a key in localStorage', code: `localStorage.setItem('x', 1)` },
  { name: 'a key in sessionStorage', code: `sessionStorage.setItem('x', 1)` },
  { name: 'a cookie', code: `document.cookie = 'x=1'` },
  { name: 'a database', code: `indexedDB.open('x')` },
  { name: 'a cache', code: `caches.open('x')` },
  { name: 'a lock', code: `navigator.locks.request('x', () => new Promise(() => {}))` },
  { name: 'a channel', code: `(window.x = new BroadcastChannel('x')).onmessage = () => {}` },
  { name: 'a worker', code: `window.x = new Worker('data:text/javascript,')` },
  { name: 'a socket', code: `window.x = new WebSocket(document.currentScript.dataset.endpoint.replace('http', 'ws'))` },
  { name: 'a request', code: `fetch(document.currentScript.dataset.endpoint)` },
  { name: 'a beacon', code: `navigator.sendBeacon(document.currentScript.dataset.endpoint)` },
  { name: 'an image', code: `new Image().src = document.currentScript.dataset.endpoint` },
];
