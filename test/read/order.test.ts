// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { readOrderId } from '../../src/read/order.ts';
import { show } from './show.ts';

beforeEach(() => void show(''));

test('the order number in an address is found', () => {
  expect(readOrderId('https://shop.example/checkout/order-received/33/?key=k')).toBe('33');
  expect(readOrderId('https://shop.example/confirmation?id_order=9')).toBe('9');
  expect(readOrderId('https://shop.example/#/order-completion/5267-f9cd')).toBe('5267-f9cd');
});
