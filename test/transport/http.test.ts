// @vitest-environment node
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { http, retryAfterMs } from '../../src/transport/http.ts';
import type { Batch, Verdict } from '../../src/transport/transport.ts';
import { anEntry, aStanding, streamAt } from '../queue/entries.ts';
import { behavesLikeATransport, type Conduct, NAMES } from './behavesLikeATransport.ts';

const STREAM = streamAt(1000);
const events = NAMES.map((name, seq) => anEntry(STREAM, seq, { name }).event);
const batch: Batch = {
  v: 1,
  sdk: 'funnelwire/test',
  sent_at: 1000,
  streams: [{ stream: STREAM, ledger: aStanding(STREAM, 3).ledger, events }],
};

interface Heard {
  request: IncomingMessage;
  body: Buffer;
}

let server: Server;
let url: string;
let heard: Heard[];
let answer: (response: ServerResponse) => void;
const says =
  (status: number, body = '', headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, headers).end(body);

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    heard.push({ request, body: Buffer.concat(chunks) });
    answer(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/e`;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((done) => server.close(done));
});

let beacons: [string, string][];
beforeEach(() => {
  heard = [];
  beacons = [];
  answer = says(204);
  // Node 20 has no navigator.
  vi.stubGlobal('navigator', {
    onLine: true,
    sendBeacon: (to: string, body: string) => beacons.push([to, body]) > 0,
  });
});
afterEach(() => vi.unstubAllGlobals());

const send = (how = { leaving: false }, options = {}) => http(url, options)(batch, how);

const CONDUCT: Record<Conduct, (response: ServerResponse) => void> = {
  takes: says(204),
  refuses: says(400, '{"error":"streams"}'),
  'one refused': says(200, JSON.stringify({ rejected: [{ id: events[1]!.id, field: 'name', reason: 'unknown' }] })),
  'busy for 7 s': says(429, '', { 'retry-after': '7' }),
  down: (response) => response.destroy(),
};

behavesLikeATransport('http', async (conduct) => {
  answer = CONDUCT[conduct];
  const outcome = await send();
  const those = (kind: string) =>
    events.filter(({ id }) => kind in (outcome.events?.[id] ?? outcome)).map(({ name }) => name);
  const arrived = (JSON.parse(heard[0]!.body.toString()) as Batch).streams.flatMap((stream) => stream.events);
  return {
    arrived: conduct === 'down' ? [] : arrived.map(({ name }) => name),
    done: those('done'),
    refused: those('refused'),
    later: those('retryAfterMs'),
    restMs: (outcome as { retryAfterMs?: number }).retryAfterMs,
  };
});

test('a batch travels as plain JSON that needs no preflight and carries no credentials', async () => {
  await send();
  const { request, body } = heard[0]!;
  expect(JSON.parse(body.toString())).toEqual(batch);
  expect([request.method, request.url]).toEqual(['POST', '/e']);
  expect(request.headers['content-type']).toMatch(/^text\/plain/);
  expect(request.headers.cookie).toBeUndefined();
});

test('gzip is told in the query, and the body is the same', async () => {
  await send({ leaving: false }, { gzip: true });
  expect(heard[0]!.request.url).toBe('/e?gzip=1');
  expect(heard[0]!.request.headers['content-encoding']).toBeUndefined();
  expect(JSON.parse(gunzipSync(heard[0]!.body).toString())).toEqual(batch);
});

test('gzip in a browser that cannot compress sends the body as it is', async () => {
  vi.stubGlobal('CompressionStream', undefined);
  expect(await send({ leaving: false }, { gzip: true })).toMatchObject({ done: true });
  expect(heard[0]!.request.url).toBe('/e');
  expect(JSON.parse(heard[0]!.body.toString())).toEqual(batch);
});

test('gzip joins a query that is there already', async () => {
  await http(`${url}?shop=1`, { gzip: true })(batch, { leaving: false });
  expect(heard[0]!.request.url).toBe('/e?shop=1&gzip=1');
});

test('a leaving page asks the browser to keep the request alive, and compresses nothing', async () => {
  const init = vi.fn();
  vi.stubGlobal('fetch', async (...args: unknown[]) => {
    init(...args);
    return new Response(null, { status: 204 });
  });
  await send({ leaving: true }, { gzip: true });
  expect(init.mock.calls).toMatchObject([[url, { keepalive: true, body: JSON.stringify(batch) }]]);
});

test('a small request may outlive its page, is compressed all the same, and is followed by no beacon', async () => {
  const init = vi.fn();
  vi.stubGlobal('fetch', (...args: unknown[]) => {
    init(...args);
    return Promise.reject(new TypeError('quota'));
  });
  expect(await http(url, { gzip: true })(batch, { leaving: false, keepalive: true })).toEqual({
    retryAfterMs: undefined,
  });
  expect(init.mock.calls).toMatchObject([[`${url}?gzip=1`, { keepalive: true }]]);
  expect(beacons).toEqual([]);
});

test('a tab that closes itself does not hear that a fetch failed which was on its way, and sends no beacon', async () => {
  vi.stubGlobal('closed', true);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('detached')));
  const heardOf = vi.fn();
  void send({ leaving: true }).finally(heardOf);
  await new Promise((done) => setTimeout(done, 20));
  expect(heardOf).not.toHaveBeenCalled();
  expect(beacons).toEqual([]);
});

test('a leaving page whose fetch is refused sends a beacon, once', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('quota')));
  expect(await send({ leaving: true })).toEqual({ retryAfterMs: undefined });
  expect(beacons).toEqual([[url, JSON.stringify(batch)]]);
});

test('a browser without keepalive sends a beacon, and no fetch beside it', async () => {
  vi.stubGlobal('Request', class {});
  const fetched = vi.fn();
  vi.stubGlobal('fetch', fetched);
  await send({ leaving: true });
  expect([beacons.length, fetched.mock.calls.length]).toEqual([1, 0]);
});

test.each([200, 201, 202, 204])('%i is taken', async (status) => {
  answer = says(status);
  expect(await send()).toEqual({ done: true, events: {} });
});

test.each(['thanks', '<html>', '{"rejected":7}', '{"rejected":[null]}', '[]', 'null', '{"error":"no"}'])(
  'a 200 with %s is taken',
  async (body) => {
    answer = says(200, body);
    expect(await send()).toEqual({ done: true, events: {} });
  },
);

test.each([400, 413, 422])('%i is refused, with its reason', async (status) => {
  answer = says(status);
  expect(await send()).toEqual({ refused: true, reason: `HTTP ${status}` });
});

test('of a mixed batch the reason of each refusal is told', async () => {
  answer = CONDUCT['one refused'];
  const { events: verdicts } = await send();
  expect(Object.keys(verdicts!)).toEqual([events[1]!.id]);
  const { reason } = verdicts![events[1]!.id] as Extract<Verdict, { refused: true }>;
  expect(reason).toMatch(/name.*unknown/);
});

test.each([408, 425, 429, 500, 502, 503, 599])('%i is asked again, without a warning', async (status) => {
  answer = says(status);
  expect(await send()).toEqual({ retryAfterMs: undefined });
});

test.each([401, 403, 404, 405])('%i keeps everything, waits for minutes and warns', async (status) => {
  answer = says(status);
  expect(await send()).toEqual({ retryAfterMs: 300_000, warn: expect.stringContaining(`${status}`) });
});

test.each([301, 302, 303, 304, 307, 308])('a redirect (%i) is not followed: all is kept', async (status) => {
  answer = (response) => says(heard.length > 1 ? 204 : status, '', { location: url })(response);
  expect(await send()).toEqual({ retryAfterMs: 300_000, warn: expect.stringContaining('HTTP') });
  expect(heard.length).toBe(1);
});

test('no answer is warned of, with what to look at; an offline device is not', async () => {
  answer = CONDUCT.down;
  expect(await send()).toEqual({ retryAfterMs: undefined, warn: expect.stringContaining('"endpoint"') });
  vi.stubGlobal('navigator', { onLine: false });
  expect(await send()).toEqual({ retryAfterMs: undefined });
});

test('an abandoned request ends at once, and blames nobody', async () => {
  answer = () => {};
  const abort = new AbortController();
  const sent = http(url)(batch, { leaving: false, signal: abort.signal });
  await vi.waitFor(() => expect(heard.length).toBe(1));
  abort.abort();
  expect(await sent).toEqual({ retryAfterMs: undefined });
});

test('an answer whose body never ends is none, whatever its head says', async () => {
  let begun = false;
  answer = (response) => {
    response.writeHead(200);
    begun = response.write('{');
  };
  const abort = new AbortController();
  let outcome: unknown;
  http(url)(batch, { leaving: false, signal: abort.signal }).then((told) => {
    outcome = told;
  });
  await vi.waitFor(() => expect(begun).toBe(true));
  await new Promise((done) => setTimeout(done, 200));
  expect(outcome).toBeUndefined();
  abort.abort();
  await vi.waitFor(() => expect(outcome).toEqual({ retryAfterMs: undefined }));
});

test('an answer is read to its end', async () => {
  let ended = false;
  answer = (response) => {
    response.writeHead(200);
    response.write(' '.repeat(1000));
    setTimeout(() => {
      ended = true;
      response.end('{}');
    }, 100);
  };
  await send();
  expect(ended).toBe(true);
});

test.each([
  [null, undefined],
  ['', undefined],
  ['7', 7000],
  ['0', 0],
  ['86400', 3_600_000],
  ['Tue, 24 Nov 2026 12:00:30 GMT', 30_000],
  ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
  ['soon', undefined],
  ['-5', 0],
])('Retry-After %j is %j ms', (header, expected) => {
  expect(retryAfterMs(header, Date.UTC(2026, 10, 24, 12))).toBe(expected);
});
