import { expect, test } from 'vitest';
import { landing } from '../src/detect/landing.ts';
import { load, pass, passLong, receiver, unload } from './flush/page.ts';

test("StrictMode's double start is one funnel: one landing, one event for each track", async () => {
  const { transport, names } = receiver();
  const options = { transport, detect: [landing()] };
  const first = load(options);
  unload(first);
  const one = load(options);
  const two = load(options);
  one.track('view_item');
  two.track('add_to_cart');
  await pass(200);
  expect(names()).toEqual(['view_item', 'add_to_cart']);
  expect(one.status()).toEqual(two.status());
});

test('the landing of a page is told once by two tags', async () => {
  const { transport, names } = receiver();
  load({ transport, detect: [landing()] });
  load({ transport, detect: [landing()] });
  await pass(6000);
  expect(names()).toEqual(['landing']);
});

test('who lets go leaves the other holder the funnel', async () => {
  const { transport, names } = receiver();
  const [one, two] = [load({ transport }), load({ transport })];
  unload(one);
  one.stop();
  two.track('add_to_cart');
  await pass(200);
  expect(names()).toEqual(['add_to_cart']);
});

test('when the last holder has let go, nothing is sent any more', async () => {
  const { transport, batches } = receiver();
  const [one, two] = [load({ transport }), load({ transport })];
  one.track('view_item');
  unload(one);
  unload(two);
  await passLong(60_000);
  expect(batches).toEqual([]);
});

test('two endpoints are two funnels, two sites too', async () => {
  const receivers = [receiver(), receiver(), receiver()];
  const endpoints = ['https://a.example/', 'https://b.example/', 'https://a.example/'];
  const funnels = receivers.map(({ transport }, at) =>
    load({ transport, endpoint: endpoints[at]!, site: at === 2 ? 'outlet.example' : 'shop.example' }),
  );
  funnels[0]!.track('add_to_cart');
  await pass(200);
  expect(receivers.map(({ names }) => names())).toEqual([['add_to_cart'], [], []]);
});

test('the one global is a symbol, so that no name of the page is taken', () => {
  const before = Object.keys(globalThis);
  load();
  expect(Object.keys(globalThis)).toEqual(before);
  expect((globalThis as Record<symbol, unknown>)[Symbol.for('funnelwire')]).toBeInstanceOf(Map);
});
