import { expect, test, vi } from 'vitest';
import type { How, Outcome } from '../../src/transport/transport.ts';
import { load, pass, passLong, receiver, settled, unload, warnings } from './page.ts';
import { type Answer, busy, taken } from './receiver.ts';

/** An endpoint whose answers are given by hand, and how it was asked. */
const byHand = () => {
  const asked: (How & { answer: (outcome: Outcome) => void })[] = [];
  const hold: Answer = (_, how) =>
    new Promise((answer) => {
      asked.push({ ...how, answer });
      how.signal!.addEventListener('abort', () => answer({ retryAfterMs: undefined }));
    });
  return { asked, hold };
};

const leave = () => dispatchEvent(new Event('pagehide'));
const comeBack = () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
const text = 'x'.repeat(900);

test('what is on its way in a small request outlives the page, and is not sent again as that is left', async () => {
  const { asked, hold } = byHand();
  const { transport, names } = receiver(hold);
  load({ transport }).track('purchase', { transaction_id: 'A-1' });
  await pass(100);
  expect(asked).toMatchObject([{ leaving: false, keepalive: true }]);
  leave();
  await settled();
  expect([names(), asked[0]!.signal!.aborted]).toEqual([['purchase'], false]);
});

test('a leaving that was broken off before anything was spilled is made again', async () => {
  const { transport, answers, names } = receiver(busy);
  const first = load({ transport });
  await settled();
  first.track('view_item');
  const { stringify } = JSON;
  const broken = vi.spyOn(JSON, 'stringify').mockImplementation((value, ...how) => {
    if (value.put) throw Error();
    return stringify(value, ...(how as []));
  });
  leave();
  broken.mockRestore();
  leave();
  unload(first);
  answers(taken);
  await passLong(120_000);
  const before = names().length;
  load({ transport });
  await pass(2000);
  expect(names().slice(before)).toEqual(['view_item']);
});

test('an answer that comes while the page is away counts once it is back', async () => {
  const { asked, hold } = byHand();
  const { transport, batches } = receiver(hold);
  const funnel = load({ transport });
  funnel.track('add_to_cart');
  await pass(100);
  leave();
  asked[0]!.answer({ done: true });
  await settled();
  expect(funnel.status()).toMatchObject({ acknowledged: 0 });
  comeBack();
  await pass(6000);
  expect(funnel.status()).toMatchObject({ acknowledged: 1, waiting: 0, in_doubt: 0 });
  expect(batches.length).toBe(1);
});

test('the other half of a batch is not sent by a page that was away: another tab may have sent it', async () => {
  const { asked, hold } = byHand();
  const { transport, answers, names } = receiver(hold);
  const funnel = load({ transport });
  await passLong(50_000); // without locks, a stream is another tab's when it is a minute old
  funnel.track('view_item');
  funnel.track('view_cart');
  await pass(6000);
  asked[0]!.answer({ refused: true });
  await pass(100);
  leave();
  answers(taken);
  const other = load({ transport, site: 'other' });
  await pass(15_000);
  unload(other);
  asked[1]!.answer({ done: true });
  comeBack();
  await pass(6000);
  expect(names()).toEqual(['view_item', 'view_cart', 'view_item', 'view_item', 'view_cart']);
  expect(funnel.status()).toMatchObject({ created: 2, waiting: 0 });
});

test('of what was cut off with the page and is stored, the purchase alone leaves again', async () => {
  const { asked, hold } = byHand();
  const { transport, batches, names } = receiver(hold);
  const funnel = load({ transport });
  for (let n = 0; n < 40; n++) funnel.track('view_item', { text });
  funnel.track('add_to_cart');
  funnel.track('purchase', { transaction_id: 'A-1' });
  await pass(1100);
  expect(asked).toMatchObject([{ leaving: false, keepalive: false }]);
  funnel.track('view_item');
  leave();
  await settled();
  expect(asked.map(({ leaving, signal }) => [leaving, signal!.aborted])).toEqual([
    [false, true],
    [true, false],
  ]);
  expect(batches.length).toBe(2);
  expect(names().slice(42)).toEqual(['purchase', 'view_item']);
});

test('where nothing could be stored, all that was cut off leaves again', async () => {
  const { hold } = byHand();
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });
  const { transport, names } = receiver(hold);
  const funnel = load({ transport });
  for (let n = 0; n < 40; n++) funnel.track('view_item', { text });
  await pass(2000);
  leave();
  await settled();
  expect(names().length).toBe(80);
});

test('after a failure a request leaves the quota of keepalive to others', async () => {
  const kept: unknown[] = [];
  const { transport } = receiver((batch, how) => {
    kept.push(how.keepalive);
    return kept.length < 2 ? busy(batch, how) : { done: true };
  });
  const funnel = load({ transport, random: () => 0.01 });
  funnel.track('add_to_cart');
  await pass(6000);
  funnel.track('add_to_cart');
  await pass(1000);
  expect(kept).toEqual([true, false, true]);
});

test('what leaves and what is on its way share the quota', async () => {
  const { asked, hold } = byHand();
  const { transport, batches } = receiver(hold);
  const funnel = load({ transport });
  await settled();
  for (let n = 0; n < 15; n++) funnel.track('view_item', { text });
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
  for (let n = 0; n < 15; n++) funnel.track('view_item', { text });
  await pass(6000);
  for (let n = 0; n < 60; n++) funnel.track('view_item', { text });
  leave();
  await settled();
  expect(asked.map(({ leaving, keepalive }) => [leaving, keepalive])).toEqual([
    [true, true],
    [false, false],
    [true, true],
  ]);
  const bytes = [0, 2].map((at) => JSON.stringify(batches[at]).length);
  expect(bytes[0]! + bytes[1]!).toBeLessThan(65_536);
});

test('a page that slept longer than its patience counts the answer it finds', async () => {
  const { asked, hold } = byHand();
  const { transport, batches } = receiver(hold);
  const funnel = load({ transport });
  funnel.track('add_to_cart');
  await pass(100);
  await passLong(30_000);
  asked[0]!.answer({ done: true });
  await pass(6000);
  expect(funnel.status()).toMatchObject({ acknowledged: 1, waiting: 0 });
  expect(batches.length).toBe(1);
  expect(warnings).toEqual([]);
});
