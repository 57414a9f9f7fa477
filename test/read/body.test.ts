import { expect, test } from 'vitest';
import { readBody } from '../../src/read/body.ts';
import { readCart } from '../../src/read/cart.ts';
import { readRefusal } from '../../src/read/refusal.ts';

test('JSON is read under whatever type, HTML and scripts are not', () => {
  expect(readBody(' {"a":1}')).toEqual({ a: 1 });
  expect(readBody('57')).toBe(57);
  for (const text of ['<html>{}</html>', 'alert(1)', '', '{"cut":']) expect(readBody(text), text).toBeUndefined();
});

test('a turbo-stream is its values in their places', () => {
  const list = [{ _1: 2 }, 'cart', { _3: 4, _5: 6 }, 'totalQuantity', 2, 'lines', [7], { _8: 9, _10: 4 }, 'title'];
  const stream = `${JSON.stringify([...list, 'Mug', 'quantity'])}\nP1:[{"_1":2}]`;
  expect(JSON.parse(JSON.stringify(readBody(stream)))).toEqual({
    cart: { totalQuantity: 2, lines: [{ title: 'Mug', quantity: 2 }] },
  });
  expect(readCart(readBody(stream))?.items).toMatchObject([{ item_name: 'Mug', quantity: 2 }]);
});

test('what a loader did not wait for comes in rows of its own, whose places go on', () => {
  const first = [{ _1: 2 }, 'cart', ['P', 2], 'kind', ['Z', 5], 'told before'];
  const rows = [
    'P9:["none asks for it"]',
    'P2:[{"_8":9,"_3":4},"lines",[10],{"_11":12,"_13":14},"title","Mug","quantity",2]',
  ];
  const body = readBody([JSON.stringify(first), ...rows].join('\n'));
  expect(JSON.parse(JSON.stringify(body))).toEqual({
    cart: { lines: [{ title: 'Mug', quantity: 2 }], kind: 'told before' },
  });
  expect(readBody('[{"_1":2},"cart",["P",2]]\nP2:[["P",2]]')).toEqual({ cart: [] });
});

test('a turbo-stream that is hostile is nothing that hurts', () => {
  expect(Object.keys(readBody('[{"_1":2},"__proto__",{"_3":0},"self"]') as object)).toEqual(['__proto__']);
  expect(({} as { self?: unknown }).self).toBeUndefined();
  expect(readCart(readBody('[{"_1":0},"lines"]'))).toBeUndefined();
});

test('rows of server components are a list, and what they leave undefined is no error', () => {
  const rows = readBody('0:{"a":"$@1"}\n1:{"lines":[{"title":"Mug","quantity":1}],"error":"$undefined"}\nnot a row');
  expect(readCart(rows)?.items).toMatchObject([{ item_name: 'Mug', quantity: 1 }]);
  expect(readRefusal(200, rows)).toBeUndefined();
  expect(readRefusal(200, readBody('1:{"error":"sold out"}'))).toBeDefined();
});
