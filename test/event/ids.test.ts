import { expect, test } from 'vitest';
import { cryptoRandom, eventId, hash, orderEventId, uuid7 } from '../../src/event/ids.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The formula again, written another way: 128-bit FNV-1a by long multiplication, byte by byte. */
const fnv = (text: string): string => {
  const digits = (hex: string) => (hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16)).reverse();
  let sum = digits('6c62272e07bb014262b821756295c58d');
  const prime = digits('0000000001000000000000000000013b');
  for (const byte of Buffer.from(text, 'utf8')) {
    sum[0]! ^= byte;
    const product = new Array<number>(16).fill(0);
    for (let i = 0; i < 16; i++) for (let j = 0; i + j < 16; j++) product[i + j]! += sum[i]! * prime[j]!;
    for (let i = 0; i < 15; i++) product[i + 1]! += Math.floor(product[i]! / 256);
    sum = product.map((digit) => digit % 256);
  }
  return Buffer.from(sum.reverse()).toString('hex');
};

test('an id begins with its time, and says version 7', () => {
  const id = uuid7(NOON, cryptoRandom);
  expect(UUID.exec(id)![1]).toBe('7');
  expect(parseInt(id.slice(0, 13).replace('-', ''), 16)).toBe(NOON);
});

test('an id keeps its layout at both ends of randomness', () => {
  expect(uuid7(NOON, () => 0)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7000-8000-000000000000$/);
  expect(uuid7(NOON, () => 1 - 2 ** -32)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7fff-bfff-ffffffffffff$/);
});

test('ids sort by their time, also across a change in their number of hex digits', () => {
  const times = [1, 15, 16, 255, 2 ** 32 - 1, 2 ** 32, NOON, NOON + 1];
  const ids = times.map((time) => uuid7(time, cryptoRandom));
  expect([...ids].sort()).toEqual(ids);
});

test('ten thousand ids of one millisecond differ', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => uuid7(NOON, cryptoRandom))).size).toBe(10_000);
});

test.each([
  ['', '6c62272e07bb014262b821756295c58d'],
  ['a', 'd228cb696f1a8caf78912b704e4a8964'],
  ['foobar', '343e1662793c64bf6f0d3597ba446f18'],
])('hash(%j) is the published FNV-1a value', (text, expected) => {
  expect(hash(text)).toBe(expected);
});

/** For whoever computes the id elsewhere, on a server for instance. */
const VECTORS = [
  ['shop.example', 'N-1', '052d8af9-81bf-8b5b-b86d-ffa8d7eeb29b'],
  ['shop.example', '10042', '82defc9b-be7e-80b9-833b-48c35b311f62'],
  ['boutique.example', 'Größe 42/Ü', 'a916945c-5151-81bb-a750-802c8ea86280'],
] as const;

test.each(VECTORS)('%s, order %s: the published id', (site, order, id) => {
  expect(orderEventId(site, order)).toBe(id);
  const hex = fnv(`${site}\n${order}`);
  expect(
    id
      .replace(/-/g, '')
      .replace(/^(.{12})./, '$1_')
      .replace(/^(.{16})./, '$1_'),
  ).toBe(hex.replace(/^(.{12})./, '$1_').replace(/^(.{16})./, '$1_'));
  expect(UUID.exec(id)![1]).toBe('8');
});

test('the same order number of two sites is two orders', () => {
  expect(orderEventId('a.example', '1')).not.toBe(orderEventId('b.example', '1'));
});

test("an event's id has the layout of version 7, its time, and its stream's randomness", () => {
  const stream = uuid7(NOON, cryptoRandom);
  const id = eventId(stream, 4095, NOON + 5);
  expect(UUID.exec(id)![1]).toBe('7');
  expect(parseInt(id.slice(0, 13).replace('-', ''), 16)).toBe(NOON + 5);
  expect(id.slice(14)).toBe(`7fff${stream.slice(18)}`);
});

test('twenty thousand events of one millisecond have ids that differ and sort', () => {
  const stream = uuid7(NOON, cryptoRandom);
  const ids = Array.from({ length: 20_000 }, (_, seq) => eventId(stream, seq, NOON));
  expect(new Set(ids).size).toBe(20_000);
  expect([...ids].sort()).toEqual(ids);
});
