import { afterEach, expect, test } from 'vitest';
import { readPage } from '../../src/event/draft.ts';
import { redactText, redactUrl } from '../../src/event/redact.ts';

afterEach(() => {
  history.replaceState(null, '', '/');
  document.title = '';
  document.body.innerHTML = '';
});

test.each([
  ['Order of ann.lee+shop@mail.example', 'Order of [email]'],
  ['ann%40mail.example', '[email]'],
  ['<ann@mail.example>, (bob@mail.example)', '<[email]>, ([email])'],
  ['Mug @ 3.50 each', 'Mug @ 3.50 each'],
])('text %j reads %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test('text of a hostile length is clipped', () => {
  expect(redactText('a@'.repeat(500_000)).length).toBeLessThanOrEqual(1024);
});

test.each([
  ['user info', 'https://ann:secret@shop.example/cart', 'https://shop.example/cart'],
  ['an address in the path', 'https://shop.example/u/ann@mail.example/orders', 'https://shop.example/u/[email]/orders'],
  ['an escaped address', 'https://shop.example/u/ann%40mail.example', 'https://shop.example/u/[email]'],
  ['a hex token', 'https://shop.example/reset/9f86d081884c7d659a2feaa0c55ad015', 'https://shop.example/reset/[token]'],
  ['a mixed token', 'https://shop.example/k/Zx81kQpL0aBcD3fGhJ5mNq7R', 'https://shop.example/k/[token]'],
  ['an unknown query field, with its name', 'https://shop.example/?session=abc&sid=1', 'https://shop.example/'],
  [
    'what is not on the allow list beside what is',
    'https://shop.example/?utm_source=news&name=Ann&page=2&gclid=x',
    'https://shop.example/?utm_source=news&page=2',
  ],
  ['a fragment', 'https://shop.example/page#access_token=abc', 'https://shop.example/page'],
  ['the query of a hash route', 'https://shop.example/#/cart/2?mail=ann', 'https://shop.example/#/cart/2'],
])('a URL loses %s', (_, url, expected) => {
  expect(redactUrl(url)).toBe(expected);
});

test.each([
  ['a product path', 'https://shop.example/p/espresso-machine-with-milk-frother-2000'],
  ['a hash route', 'https://shop.example/#!/products/12'],
  ['its variant and language', 'https://shop.example/p/mug?variant=12&lang=de'],
])('a URL keeps %s', (_, url) => {
  expect(redactUrl(url)).toBe(url);
});

test('an allowed query field loses an address within', () => {
  expect(redactUrl('https://shop.example/?utm_content=ann%40mail.example')).not.toContain('ann');
});

test('what a page says of itself holds nothing of its forms, its secrets or its visitor', () => {
  history.replaceState(null, '', '/account/ann@mail.example?token=s3cret&page=2#code=s3cret');
  document.title = 'Hello ann@mail.example';
  document.body.innerHTML = '<form><input name="card" value="4111111111111111"><textarea>s3cret</textarea></form>';
  const page = readPage();
  expect(JSON.stringify(page)).not.toMatch(/ann|s3cret|4111/);
  expect(page).toEqual({
    url: `${location.origin}/account/[email]?page=2`,
    path: '/account/[email]',
    title: 'Hello [email]',
    referrer: '',
  });
});
