import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { orderEventId } from '../src/event/ids.ts';
import type { Options } from '../src/options.ts';
import { ENDPOINT, load, pass, receiver, loadUnchecked as start, warnings } from './flush/page.ts';

const naming = (name: string) => warnings.filter((text) => text.includes(`"${name}"`));

let calls: unknown[][];
beforeEach(() => {
  calls = [];
  vi.stubGlobal('fetch', async (...args: unknown[]) => {
    calls.push(args);
    return new Response(null, { status: 204 });
  });
});
afterEach(() => vi.unstubAllGlobals());

test.each<[keyof Options, unknown]>([
  ['transport', 'https://collect.example/e'],
  ['consent', 'yes'],
  ['consent', true],
  ['detect', 'everything'],
  ['detect', ['purchase']],
  ['site', 42],
  ['site', ''],
  ['rules', {}],
  ['context', { variant: 'a' }],
  ['beforeSend', 'drop'],
  ['cookieDomain', 7],
  ['gzip', 'false'],
  ['now', 0],
  ['random', 4],
])('%s: %j is warned of once, by name, and everything else goes on', async (name, value) => {
  const funnel = start({ endpoint: ENDPOINT, consent: 'granted', [name]: value });
  expect(warnings.length).toBe(1);
  expect(naming(name).length).toBe(1);
  funnel.track('add_to_cart');
  expect(funnel.status()).toMatchObject(name === 'consent' ? { consent: 'pending', held: 1 } : { created: 1 });
  await pass(200);
  expect(calls.length).toBe(name === 'consent' ? 0 : 1);
});

test.each([undefined, '', 42, 'javascript:alert(1)', 'data:text/plain,x', 'http://', 'ftp://collect.example/'])(
  'an endpoint that is %j is warned of once, and nothing is sent anywhere',
  async (endpoint) => {
    const funnel = start({ endpoint, consent: 'granted' });
    expect(warnings.length).toBe(1);
    expect(naming('endpoint').length).toBe(1);
    funnel.track('add_to_cart');
    await pass(500);
    expect(calls).toEqual([]);
    expect(funnel.status()).toMatchObject({ created: 1, acknowledged: 0, waiting: 1 });
  },
);

test('a missing consent is pending, with one warning', () => {
  const funnel = start({ endpoint: ENDPOINT });
  expect([warnings.length, naming('consent').length, funnel.status().consent]).toEqual([1, 1, 'pending']);
});

test.each([undefined, null, 7, 'https://collect.example/e', []])(
  'options that are %j throw nothing into the page',
  (options) => {
    const funnel = start(options);
    funnel.track('add_to_cart');
    expect(naming('endpoint').length).toBe(1);
    expect(naming('consent').length).toBe(1);
  },
);

test('an endpoint may be an address of the site itself', async () => {
  const funnel = start({ endpoint: '/collect', consent: 'granted' });
  funnel.track('add_to_cart');
  await pass(200);
  expect(calls.map(([url]) => url)).toEqual([`${location.origin}/collect`]);
  expect(warnings).toEqual([]);
});

test('right options are warned of not at all, and not written to', () => {
  const options = Object.freeze({
    endpoint: ENDPOINT,
    consent: 'granted' as const,
    transport: receiver().transport,
    detect: [],
    rules: [],
    gzip: true,
  });
  load(options);
  expect(warnings).toEqual([]);
});

test('an option that is undefined is one not given', async () => {
  const { transport, batches } = receiver();
  const absent = ['site', 'rules', 'context', 'beforeSend', 'attribution', 'allow', 'cookieDomain', 'now', 'random'];
  const options = Object.fromEntries(absent.map((name) => [name, undefined]));
  load({ transport, ...options }).track('purchase', { transaction_id: 'N-1' });
  await pass(200);
  expect(warnings).toEqual([]);
  expect(batches[0]?.streams[0]?.events[0]).toMatchObject({ id: orderEventId('localhost', 'N-1'), context: {} });
});

test('a detector that throws at its start keeps the others and the shop going', async () => {
  const { transport, names } = receiver();
  const broken = () => {
    throw new Error('no');
  };
  const working = vi.fn(() => () => {});
  load({ transport, detect: [broken, working] }).track('add_to_cart');
  await pass(200);
  expect([working.mock.calls.length, names()]).toEqual([1, ['add_to_cart']]);
});
