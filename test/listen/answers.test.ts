// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Answer, listenToAnswers } from '../../src/listen/answers.ts';

const original = window.fetch;
let heard: Answer[];
let pending: Set<object>;
let isActing = false;
let clock = 1;
let stop: () => void;
const start = () => {
  stop = listenToAnswers({
    now: () => clock,
    ignore: (url) => url.includes('/e'),
    isActing: () => isActing,
    tell: (answer) => void heard.push(answer),
    pending,
  });
};
const settle = () => new Promise((done) => setTimeout(done, 20));
const respond = (body: BodyInit | null, type = 'application/json', status = 200) => {
  window.fetch = (async () => new Response(body, { status, headers: { 'content-type': type } })) as typeof fetch;
};

beforeEach(() => {
  clock = 1;
  heard = [];
  pending = new Set();
});
afterEach(() => {
  stop();
  window.fetch = original;
});

test('the page gets the response it would have got, and we hear what it says', async () => {
  respond('{"ok":1}', 'text/html');
  start();
  const response = await fetch('/cart/add', { method: 'post', body: new URLSearchParams({ id: '7' }) });
  expect(await response.json()).toEqual({ ok: 1 });
  await settle();
  expect(heard).toMatchObject([{ method: 'POST', status: 200, body: { ok: 1 }, fields: [['id', '7']] }]);
  expect(pending.size).toBe(0);
});

test('what an app loads anew after a change is heard where it names a cart', async () => {
  window.fetch = (async (url: string) =>
    new Response(url === '/cups/pan.data' ? '{"stock":7}' : '{"cart":{"items":[]}}')) as typeof fetch;
  clock = 60_000;
  start();
  isActing = true;
  await fetch('/cups/mug.data');
  await fetch('/act', { method: 'POST' });
  await fetch('/cups/pot.data');
  await fetch('/cups/pan.data');
  clock += 10_001;
  await fetch('/cups/mug.data');
  await settle();
  isActing = false;
  expect(heard.map(({ url }) => new URL(url).pathname)).toEqual(['/act', '/cups/pot.data']);
});

test('an address that ends like a script may answer as the cart', async () => {
  respond('{"id":7}', 'text/javascript; charset=utf-8');
  start();
  await fetch('/cart/add.js', { method: 'POST', body: 'id=7' });
  await settle();
  expect(heard).toMatchObject([{ url: `${location.origin}/cart/add.js`, body: { id: 7 }, fields: [['id', '7']] }]);
});

test.each(['text/vnd.turbo-stream.html; charset=utf-8', 'text/x-component', 'application/xml', 'text/xml'])(
  'what is answered as %s is heard',
  async (type) => {
    respond('<p class="alert-danger">Sold out</p>', type);
    start();
    await fetch('/cart/add', { method: 'POST' });
    await settle();
    expect(heard).toMatchObject([{ text: '<p class="alert-danger">Sold out</p>' }]);
  },
);

test('a request is pending until its answer has been read', async () => {
  let answer = (_: Response) => {};
  window.fetch = (() =>
    new Promise((resolve) => {
      answer = resolve;
    })) as typeof fetch;
  start();
  const asked = fetch('/cart/add', { method: 'POST' });
  expect(pending.size).toBe(1);
  answer(new Response('{}'));
  await asked;
  await settle();
  expect(pending.size).toBe(0);
});

test('a failing network is the page’s to handle, and heard as status 0', async () => {
  window.fetch = (() => Promise.reject(new TypeError('offline'))) as typeof fetch;
  start();
  await expect(fetch('/cart/add', { method: 'POST' })).rejects.toThrow('offline');
  await settle();
  expect(heard).toMatchObject([{ status: 0 }]);
});

test('what fetch throws at once is thrown at once', () => {
  window.fetch = (() => {
    throw new TypeError('broken');
  }) as typeof fetch;
  start();
  expect(() => fetch('/cart/add', { method: 'POST' })).toThrow('broken');
});

test('counters, pictures, our own requests and plain reads are not heard', async () => {
  respond('{}');
  start();
  await Promise.all([
    fetch('https://www.example-analytics.test/collect?en=add_to_cart', { method: 'POST' }),
    fetch('/e', { method: 'POST' }),
    fetch('/cart.png'),
    fetch('/products.json'),
  ]);
  await settle();
  expect(heard).toEqual([]);
});

test('an endless body is let go of', async () => {
  const cancelled = vi.fn();
  const chunk = new TextEncoder().encode('x'.repeat(100_000));
  respond(new ReadableStream({ pull: (controller) => controller.enqueue(chunk), cancel: cancelled }));
  start();
  const response = await fetch('/cart/add', { method: 'POST' });
  await response.body!.cancel();
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  expect(heard[0]!.text.length).toBeLessThanOrEqual(256 * 1024);
  await vi.waitFor(() => expect(cancelled).toHaveBeenCalled());
});

test('a body that trickles on is let go of in time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const cancelled = vi.fn();
  respond(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(3)), cancel: cancelled }));
  start();
  const response = await fetch('/cart/add', { method: 'POST' });
  const left = response.body!.cancel();
  await vi.advanceTimersByTimeAsync(19_000);
  expect(cancelled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2000);
  await left;
  expect(cancelled).toHaveBeenCalled();
  expect(heard).toHaveLength(1);
  vi.useRealTimers();
});

test('a binary body is not read', async () => {
  respond('{"a":1}', 'application/octet-stream');
  start();
  await fetch('/cart/add', { method: 'POST' });
  await settle();
  expect(heard).toMatchObject([{ text: '' }]);
});

test('who patches after us stays patched when we go', () => {
  respond('{}');
  start();
  const ours = window.fetch;
  const theirs = ((...args: Parameters<typeof fetch>) => ours(...args)) as typeof fetch;
  window.fetch = theirs;
  stop();
  expect(window.fetch).toBe(theirs);
});

test('XMLHttpRequest is given back', () => {
  const { open, send } = XMLHttpRequest.prototype;
  start();
  expect(XMLHttpRequest.prototype.open).not.toBe(open);
  stop();
  expect([XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send]).toEqual([open, send]);
});

test.each([
  ['/mug.data', true],
  ['https://other.example/mug.data', false],
])('after a change what %s answers is read where it tells of the cart: %j', async (url, isRead) => {
  isActing = true;
  respond('{"cart":{"lines":[]}}');
  start();
  await fetch(url);
  expect(heard).toEqual([]);
  await fetch('/act', { method: 'POST' });
  await fetch(url);
  await settle();
  expect(heard.map(({ method }) => method)).toEqual(isRead ? ['POST', 'GET'] : ['POST']);
  isActing = false;
});
