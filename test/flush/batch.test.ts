import { expect, test } from 'vitest';
import { importanceOf, takeBatch, takeLeaving, toStreams } from '../../src/flush/batch.ts';
import { anEntry, aStanding, streamAt } from '../queue/entries.ts';

const STREAM = streamAt(1000);
const many = (count: number, bytes = 300) => Array.from({ length: count }, (_, seq) => anEntry(STREAM, seq, { bytes }));
const weigh = (entries: { bytes?: number }[]) => entries.reduce((sum, { bytes }) => sum + bytes!, 0);

test('a purchase counts most, then what leads to it, then all else', () => {
  const levels = ['purchase', 'generate_lead', 'sign_up', 'begin_checkout', 'add_to_cart', 'view_item', 'purchased'];
  expect(levels.map((name) => importanceOf(anEntry(STREAM, 0, { name })))).toEqual([2, 1, 1, 1, 1, 0, 0]);
});

test('an ordinary request carries the oldest 500 events', () => {
  const entries = many(600);
  expect(takeBatch(entries)).toEqual(entries.slice(0, 500));
});

test('an ordinary request carries no more than 512 KiB', () => {
  const taken = takeBatch(many(500, 10_000));
  expect(weigh(taken)).toBeLessThan(512 * 1024);
  expect(taken.length).toBeGreaterThan(50);
});

test('an event too large for any request goes alone, to be refused and counted', () => {
  const [giant, ...rest] = many(3);
  giant!.bytes = 2 ** 21;
  expect(takeBatch([giant!]).length).toBe(1);
  expect(takeBatch([...rest, giant!])).toEqual(rest);
});

test('a leaving page sends at most 60 KiB, what is under way included', () => {
  const entries = many(300, 1000);
  const flying = new Set(entries.slice(0, 20));
  const taken = takeLeaving(entries, flying);
  expect(taken.some((entry) => flying.has(entry))).toBe(false);
  expect(weigh(taken) + weigh([...flying])).toBeLessThan(60 * 1024);
  expect(takeLeaving(entries, new Set()).length).toBeGreaterThan(50);
});

test('a leaving page sends the important first, and tells them in their order', () => {
  const entries = many(100, 1000);
  entries[99] = anEntry(STREAM, 99, { name: 'purchase', bytes: 1000 });
  entries[98] = anEntry(STREAM, 98, { name: 'add_to_cart', bytes: 1000 });
  const seqs = takeLeaving(entries, new Set()).map(({ event }) => event.seq);
  expect(seqs.slice(-2)).toEqual([98, 99]);
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
});

test('an event too large for a leaving page does not keep the others back', () => {
  const [giant, small] = many(2);
  giant!.bytes = 100_000;
  expect(takeLeaving([giant!, small!], new Set())).toEqual([small]);
});

test('the envelope has one part for each stream, split where visitor, session or user change', () => {
  const other = streamAt(2000);
  const entries = [
    anEntry(STREAM, 0),
    anEntry(STREAM, 1),
    anEntry(STREAM, 2, { session: 'session-2' }),
    anEntry(STREAM, 3, { session: 'session-2', user: 'customer-42' }),
    anEntry(other, 0),
  ];
  const standings = new Map([
    [STREAM, aStanding(STREAM, 6)],
    [other, aStanding(other, 1)],
  ]);
  const parts = toStreams(entries, standings);
  expect(
    parts.map(({ stream, session, user, events }) => [stream, session, user, events.map(({ seq }) => seq)]),
  ).toEqual([
    [STREAM, 'session-1', undefined, [0, 1]],
    [STREAM, 'session-2', undefined, [2]],
    [STREAM, 'session-2', 'customer-42', [3]],
    [other, 'session-1', undefined, [0]],
  ]);
  expect(parts.map(({ ledger }) => [ledger.waiting, ledger.in_doubt])).toEqual([
    [2, 4],
    [2, 4],
    [2, 4],
    [0, 1],
  ]);
  expect(parts[0]!.events[0]).not.toHaveProperty('stream');
});
