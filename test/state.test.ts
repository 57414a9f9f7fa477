import { beforeEach, expect, test, vi } from 'vitest';
import { landing } from '../src/detect/landing.ts';
import type { Options } from '../src/options.ts';
import { onHighValueCart, onReturningCart, onStuckCheckout, state } from '../src/state.ts';
import { NAMES } from '../src/visit/storage.ts';
import { arrive, load, NOON, pass, passLong, receiver, unload } from './flush/page.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const mug = { currency: 'EUR', value: 9.9, items: [{ item_id: 'mug', item_name: 'Mug', price: 9.9, quantity: 1 }] };

let far: ReturnType<typeof receiver>;
beforeEach(() => {
  far = receiver();
});

const open = (options: Partial<Options> = {}, settings: Parameters<typeof state>[0] = {}) =>
  load({ transport: far.transport, detect: [landing(), state(settings)], ...options });
const kept = () => JSON.parse(localStorage.getItem(NAMES.state) ?? 'null');
const told = (name: string) => far.events().filter((event) => event.name === name);

/** The page ends, and another one begins so much later. */
const later = async (funnel: ReturnType<typeof open>, ms: number, options: Partial<Options> = {}) => {
  await pass(200);
  unload(funnel);
  vi.setSystemTime(Date.now() + ms);
  return open(options);
};

test('the furthest stage, since when, the cart and the first touch are read from the page', async () => {
  arrive('/?utm_source=news&utm_medium=email');
  const funnel = open();
  await pass(1);
  expect(funnel.state).toMatchObject({ stage: 'attraction', since: NOON, visits: 1, first: { source: 'news' } });
  await pass(5000);
  funnel.track('add_to_cart', mug);
  await pass(1000);
  funnel.track('view_item');
  expect(funnel.state).toMatchObject({
    stage: 'opportunity',
    since: NOON + 5001,
    cart: { items: mug.items, value: 9.9, currency: 'EUR', last_step: 'add_to_cart' },
  });
});

test('it goes on with the next page, and counts visits, not pages', async () => {
  const first = open();
  await pass(1);
  first.track('add_to_cart', mug);
  const next = await later(first, MINUTE_MS);
  await pass(1);
  expect(next.state).toMatchObject({ stage: 'opportunity', visits: 1, cart: { value: 9.9 } });
  const third = await later(next, DAY_MS);
  await pass(1);
  expect(third.state.visits).toBe(2);
});

test('an order closes the round: what follows begins anew, a list beside the thanks does not', async () => {
  const funnel = open();
  await pass(200);
  for (const name of ['add_to_cart', 'begin_checkout'] as const) funnel.track(name, mug);
  expect(funnel.state.stage).toBe('qualification');
  funnel.track('purchase', { ...mug, transaction_id: 'N-1' });
  (funnel.track as (name: string) => void)('view_item_list');
  expect([funnel.state.stage, funnel.state.cart]).toEqual(['closing', undefined]);
  funnel.track('view_item');
  expect(funnel.state.stage).toBe('proposal');
});

test('a site maps its own events', () => {
  const funnel = open({}, { stages: { webinar_joined: 'proposal' } });
  funnel.track('webinar_joined', {});
  expect(funnel.state.stage).toBe('proposal');
});

test('changes are told as they happen, until nobody listens', () => {
  const funnel = open();
  const heard = vi.fn();
  const off = funnel.on('state', ({ stage }) => heard(stage));
  funnel.track('view_item');
  funnel.track('add_to_cart', mug);
  off();
  funnel.track('begin_checkout', mug);
  expect(heard.mock.calls).toEqual([['proposal'], ['opportunity']]);
});

test('what another tab did is heard', () => {
  const funnel = open();
  funnel.track('add_to_cart', mug);
  const heard = vi.fn();
  funnel.on('state', heard);
  const note = { ...kept(), stage: 'qualification' };
  localStorage.setItem(NAMES.state, JSON.stringify(note));
  dispatchEvent(new StorageEvent('storage', { key: NAMES.state }));
  expect(heard).toHaveBeenCalledTimes(1);
  expect(funnel.state.stage).toBe('qualification');
});

test('a cart left open for half an hour is abandoned, once, with what lay in it, the last step and how long ago', async () => {
  const funnel = open();
  funnel.track('add_to_cart', mug);
  await pass(1000);
  funnel.track('begin_checkout', mug);
  await passLong(31 * MINUTE_MS);
  await passLong(60 * MINUTE_MS);
  await pass(6000);
  expect(told('cart_abandon')).toMatchObject([
    { currency: 'EUR', value: 9.9, items: mug.items, props: { last_step: 'begin_checkout' } },
  ]);
  expect(told('cart_abandon')[0]!.props!.idle_ms).toBeGreaterThanOrEqual(30 * MINUTE_MS);
  expect(told('cart_abandon')[0]!.props!.idle_ms).toBeLessThan(31 * MINUTE_MS);
});

test('who goes on shopping abandons nothing', async () => {
  const funnel = open();
  funnel.track('add_to_cart', mug);
  for (let times = 0; times < 4; times++) {
    await passLong(20 * MINUTE_MS);
    funnel.track('view_item');
  }
  await pass(6000);
  expect(told('cart_abandon')).toEqual([]);
});

test('a cart left with its page is abandoned when its owner comes back, before anything else is told', async () => {
  const first = open();
  first.track('add_to_cart', mug);
  const back = await later(first, DAY_MS);
  await pass(6000);
  expect(far.names()).toEqual(['add_to_cart', 'landing', 'cart_abandon', 'landing']);
  expect(told('cart_abandon')[0]!.props!.idle_ms).toBeGreaterThan(DAY_MS - 1);
  expect((await later(back, MINUTE_MS)).state.cart).toMatchObject({ value: 9.9, abandoned: true });
  await pass(6000);
  expect(told('cart_abandon').length).toBe(1);
});

test('the purchase that follows is marked as a recovery, the one after that is not', async () => {
  const first = open();
  first.track('add_to_cart', mug);
  const back = await later(first, DAY_MS);
  back.track('add_to_cart', mug);
  await pass(5000);
  back.track('purchase', { ...mug, transaction_id: 'N-1' });
  back.track('purchase', { ...mug, transaction_id: 'N-2' });
  await pass(6000);
  const [recovery, plain] = told('purchase');
  expect(recovery!.recovered_ms).toBeGreaterThanOrEqual(DAY_MS + 5000);
  expect(recovery!.recovered_ms).toBeLessThan(DAY_MS + 10_000);
  expect(plain!.recovered_ms).toBeUndefined();
});

test('an emptied cart is neither abandoned nor recovered', async () => {
  const first = open();
  first.track('add_to_cart', mug);
  first.track('remove_from_cart', mug);
  const back = await later(first, DAY_MS);
  back.track('purchase', { ...mug, transaction_id: 'N-1' });
  await pass(6000);
  expect(told('cart_abandon')).toEqual([]);
  expect(told('purchase')[0]!.recovered_ms).toBeUndefined();
});

test('anonymous: it ends with the page, and an abandoned cart is told within it', async () => {
  const first = open({ consent: 'anonymous' });
  first.track('add_to_cart', mug);
  expect(first.state.stage).toBe('opportunity');
  await passLong(31 * MINUTE_MS);
  await pass(6000);
  expect(told('cart_abandon').length).toBe(1);
  expect(kept()).toBeNull();
  expect((await later(first, MINUTE_MS, { consent: 'anonymous' })).state.cart).toBeUndefined();
});

test.each(['pending', 'denied'] as const)('%s: nothing is known and nothing is kept', async (consent) => {
  const funnel = open({ consent });
  funnel.track('add_to_cart', mug);
  await passLong(31 * MINUTE_MS);
  expect([funnel.state, kept()]).toEqual([{}, null]);
});

test('what waited for the decision counts from then on', async () => {
  const funnel = open({ consent: 'pending' });
  funnel.track('add_to_cart', mug);
  funnel.setConsent('granted');
  await pass(100);
  expect(funnel.state).toMatchObject({ stage: 'opportunity', cart: { value: 9.9 } });
  expect(kept().cart.value).toBe(9.9);
});

test.each(['forget', 'denied'])('%s empties it, here and on the device, and it is told', (how) => {
  const funnel = open();
  funnel.track('add_to_cart', mug);
  const heard = vi.fn();
  funnel.on('state', (now) => heard({ ...now }));
  if (how === 'forget') funnel.forget();
  else funnel.setConsent('denied');
  expect([funnel.state, kept(), heard.mock.lastCall]).toEqual([{}, null, [{}]]);
  funnel.setConsent('granted');
  expect(funnel.state.cart).toBeUndefined();
});

test('a page without it forgets it too', () => {
  localStorage.setItem(NAMES.state, '{}');
  load().forget();
  expect(kept()).toBeNull();
});

test.each(['{', 'null', '7', '[]', '{"at":"x"}', '{"at":1,"cart":{}}', `{"at":${NOON},"cart":7,"visits":"x"}`])(
  'a device that holds %s breaks nothing',
  async (text) => {
    localStorage.setItem(NAMES.state, text);
    const funnel = open();
    funnel.track('add_to_cart', mug);
    funnel.track('purchase', { ...mug, transaction_id: 'N-1' });
    await pass(6000);
    expect(far.names()).toEqual(['add_to_cart', 'purchase', 'landing']);
    expect(funnel.state.stage).toBe('closing');
  },
);

test.each([-3, 3])('a clock set by %d years tells of no abandonment', async (years) => {
  const first = open();
  first.track('add_to_cart', mug);
  const back = await later(first, years * 365 * DAY_MS);
  back.track('purchase', { ...mug, transaction_id: 'N-1' });
  await pass(6000);
  expect(told('cart_abandon')).toEqual([]);
  expect(told('purchase')[0]!.recovered_ms).toBeUndefined();
});

test('where storage is refused it lasts as long as its page', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });
  const funnel = open();
  funnel.track('add_to_cart', mug);
  funnel.track('begin_checkout');
  expect(funnel.state).toMatchObject({ stage: 'qualification', cart: { value: 9.9 } });
});

test('a checkout is stuck when nothing happens in it for a while', async () => {
  const funnel = open();
  const stuck = vi.fn();
  onStuckCheckout(funnel, 2 * MINUTE_MS, ({ stage }) => stuck(stage));
  funnel.track('begin_checkout', mug);
  await passLong(MINUTE_MS);
  funnel.track('add_shipping_info', mug);
  await passLong(MINUTE_MS + 1000);
  expect(stuck).not.toHaveBeenCalled();
  await passLong(MINUTE_MS);
  expect(stuck.mock.calls).toEqual([['qualification']]);
  funnel.track('add_payment_info', mug);
  funnel.track('view_item');
  await passLong(10 * MINUTE_MS);
  funnel.track('begin_checkout', mug);
  funnel.track('purchase', { ...mug, transaction_id: 'N-1' });
  await passLong(10 * MINUTE_MS);
  expect(stuck).toHaveBeenCalledTimes(1);
});

test('a cart of high value is told when it becomes one', () => {
  const funnel = open();
  const high = vi.fn();
  const off = onHighValueCart(funnel, 15, ({ cart }) => high(cart!.value));
  for (let times = 0; times < 3; times++) funnel.track('add_to_cart', mug);
  for (let times = 0; times < 2; times++) funnel.track('remove_from_cart', mug);
  expect(high.mock.calls).toEqual([[19.8]]);
  funnel.track('add_to_cart', mug);
  expect(high).toHaveBeenCalledTimes(2);
  off();
});

test('a returning cart is told once a return, also where the page was never closed', async () => {
  const funnel = open();
  const back = vi.fn();
  onReturningCart(funnel, back);
  funnel.track('add_to_cart', mug);
  await passLong(120 * MINUTE_MS);
  expect(back).not.toHaveBeenCalled();
  funnel.track('view_item');
  funnel.track('view_item');
  expect(back).toHaveBeenCalledTimes(1);
});

test('a returning cart is known to who asks after the page has begun', async () => {
  const first = open();
  first.track('add_to_cart', mug);
  const next = await later(first, DAY_MS);
  const back = vi.fn();
  onReturningCart(next, back);
  expect(back).toHaveBeenCalledTimes(1);
  await pass(1);
  expect(back).toHaveBeenCalledTimes(1);
});

test('an act costs the device two reads and a write, however much is in the cart', async () => {
  const funnel = open();
  const countOf = (act: () => void) => {
    const spies = (['getItem', 'setItem'] as const).map((name) => vi.spyOn(Storage.prototype, name));
    act();
    const counts = spies.map(({ mock }) => mock.calls.filter(([name]) => name === NAMES.state).length);
    for (const spy of spies) spy.mockRestore();
    return counts;
  };
  await pass(1);
  expect(countOf(() => funnel.track('add_to_cart', mug))).toEqual([2, 1]);
  const items = Array.from({ length: 200 }, (_, at) => ({ ...mug.items[0]!, item_id: `mug-${at}` }));
  expect(countOf(() => funnel.track('begin_checkout', { ...mug, items }))).toEqual([2, 1]);
  expect(funnel.state.cart!.items.length).toBe(200);
  // What brings to no stage costs nothing.
  expect(countOf(() => (funnel.track as (name: string) => void)('note_taken'))).toEqual([0, 0]);
});

test('a stop leaves no timer and no listener', async () => {
  const funnel = open();
  funnel.track('add_to_cart', mug);
  await later(funnel, 0, { detect: [] });
  const before = kept();
  await passLong(31 * MINUTE_MS);
  expect(kept()).toEqual(before);
});
