import { afterEach, expect, test } from 'vitest';
import { readPage } from '../../src/event/draft.ts';
import { redactText, redactTitle, redactUrl } from '../../src/event/redact.ts';

afterEach(() => {
  history.replaceState(null, '', '/');
  document.title = '';
  document.body.innerHTML = '';
});

test.each([
  ['Order of ann.lee+shop@mail.example', 'Order of [email]'],
  ['ann%40mail.example', '[email]'],
  ['<ann@mail.example>, (bob@mail.example)', '<[email]>, ([email])'],
  ['ann%2540mail.example', '[email]'],
  ['Paid with 4111 1111 1111 1111 123', 'Paid with [card]'],
  ['12 4111-1111-1111-1111', '[card]'],
  ['3782 822463 10005', '[card]'],
  ['DE89 3704 0044 0532 0130 00', 'DE[card]'],
  ['Call +49 151 1234567 now', 'Call [phone] now'],
  ['Call +49 (0) 151/1234567', 'Call [phone]'],
  ['(555) 123-4567', '[phone]'],
  ['555-123-4567', '[phone]'],
  ['612 345 678', '[phone]'],
  ['Mug 3 +1 (399) 547-0557', 'Mug [phone]'],
  ['Mug 3 0171 2345678', 'Mug [phone]'],
  ['06.12.34.56.78', '[phone]'],
  ['015112345678', '[phone]'],
  ['Order 0f8fad5b-d9cb-469f-a165-70867728950e', 'Order [token]'],
  ['key_9f86d081884c7d65', 'key_[token]'],
  ['for amFuZUBtYWlsLmV4YW1wbGUuY29t', 'for [token]'],
  ['sk-Ab3dEf9hIj2LmN-oP4qRsT6', '[token]'],
])('text %j reads %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test.each([
  'Mug @ 3.50 each',
  'Mug 0.3 l, 2024-01-15 10:30',
  'LEGO 10294, 9090 pieces',
  'EAN 4006381333931',
  'Rug 60x90 cm, 120x180 cm, 1.200,00 EUR',
  'iPhone 15 Pro Max 256 GB',
  'Donaudampfschifffahrtsgesellschaftskapitaen',
  'led-strip-5m-60led-12v-ip65-for-kitchen',
  '39398912389211',
])('text %j is told as it stands', (text) => {
  expect(redactText(text)).toBe(text);
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
  [
    'what was searched for, in a path',
    'https://shop.example/de/suche/ann/lee',
    'https://shop.example/de/suche/[hidden]',
  ],
  ['what was searched for, in a route', 'https://shop.example/#/search/ann', 'https://shop.example/#/search/[hidden]'],
  ['an address escaped twice', 'https://shop.example/u/ann%2540mail.example', 'https://shop.example/u/[email]'],
  ['an escaped telephone number', 'https://shop.example/u/%2B49%20151%201234567/a', 'https://shop.example/u/[phone]/a'],
  ['a card', 'https://shop.example/u/4111%201111%201111%201111', 'https://shop.example/u/[card]'],
  ['a UUID', 'https://shop.example/u/0f8fad5b-d9cb-469f-a165-70867728950e', 'https://shop.example/u/[token]'],
])('a URL loses %s', (_, url, expected) => {
  expect(redactUrl(url)).toBe(expected);
});

test.each([
  ['a product path', 'https://shop.example/p/espresso-machine-with-milk-frother-2000'],
  ['a hash route', 'https://shop.example/#!/products/12'],
  ['its variant and language', 'https://shop.example/p/mug?variant=39398912389210&lang=de'],
  ['numbers and letters of other scripts', 'https://shop.example/p/4006381333931/%D7%A1%D7%A4%D7%9C'],
])('a URL keeps %s', (_, url) => {
  expect(redactUrl(url)).toBe(url);
});

test('an allowed query field loses an address within', () => {
  expect(redactUrl('https://shop.example/?utm_content=ann%40mail.example')).not.toContain('ann');
});

test('the site allows a query field by name; an address within is lost all the same', () => {
  expect(redactUrl('https://shop.example/?ref=5551234567&code=x', ['ref'])).toBe(
    'https://shop.example/?ref=5551234567',
  );
  expect(redactUrl('https://shop.example/?ref=ann@mail.example', ['ref'])).not.toContain('ann');
});

test.each([
  '/search?q=mug',
  '/?s=mug',
  '/suche/mug',
  '/#/search/mug',
  '/account/orders',
  '/de/kundenkonto',
  '/checkout/thank-you',
  '/order-received/12',
  '/?phrase=Gift%20for%20ANN',
])('on %s the title may tell who or what for, and is not told', (path) => {
  history.replaceState(null, '', path);
  expect(redactTitle('A gift for Ann')).toBe('');
});

test.each(['/', '/p/border-collie-mug', '/c/mugs?color=red&page=2'])('on %s the title is told', (path) => {
  history.replaceState(null, '', path);
  expect(redactTitle('A gift for all')).toBe('A gift for all');
});

test('a title that repeats a query value is told where the site allows the value', () => {
  history.replaceState(null, '', '/?category=gift');
  expect([redactTitle('Gifts'), redactTitle('Gifts', ['category'])]).toEqual(['', 'Gifts']);
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
    title: '',
    referrer: '',
  });
  history.replaceState(null, '', '/p/mug');
  expect(readPage().title).toBe('Hello [email]');
});
