// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { readNotices } from '../../src/read/notice.ts';
import { show } from './show.ts';

beforeEach(() => void show(''));

test('a notice is good or bad by its author’s names and words', () => {
  show(
    '<div class="alert alert-success">Saved</div><ul class="form-error" role="alert"><li>Sold out</li></ul><p role="status">Thank you for subscribing</p><div class="alert-box alert">Only three are left</div><div class="alert-box">Note</div>',
  );
  expect(readNotices(document).map(({ good, bad }) => [good, bad])).toEqual([
    [true, false],
    [false, true],
    [true, false],
    [false, true],
    [false, false],
  ]);
});

test.each([
  ['Added to cart', '<ol aria-live="polite"><li data-sonner-toast="" data-type="success">Added to cart</li></ol>'],
  ['Added to cart', '<div role="status" class="chakra-alert css-1" data-status="success">Added to cart</div>'],
  ['Added to cart', '<div role="alert" class="q-notification bg-positive">Added to cart</div>'],
  ['Added to cart', '<div role="alert" class="rounded bg-green-100 text-green-700">Added to cart</div>'],
  ['Sold out', '<ol aria-live="polite"><li data-sonner-toast="" data-type="error">Sold out</li></ol>'],
  ['Sold out', '<div role="status" class="chakra-alert css-1" data-status="error">Sold out</div>'],
  ['Sold out', '<div role="alert" class="rounded bg-red-100 text-red-700">Sold out</div>'],
  ['Sold out', '<div class="message fehler">Sold out</div>'],
])('%s: %s', (text, html) => {
  show(html);
  const [good, bad] = ['good', 'bad'].map((key) => readNotices(document).some((notice) => notice[key as 'good']));
  expect([good, bad]).toEqual(text === 'Sold out' ? [false, true] : [true, false]);
});
