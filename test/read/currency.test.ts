// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { readPageCurrency } from '../../src/read/currency.ts';
import { show } from './show.ts';

beforeEach(() => void show(''));

test.each([
  ['let currency = "", default_currency = "AUD";', 'AUD'],
  ["shop({ currencyCode: 'CAD' })", 'CAD'],
  // What has been told before goes first; what another object falls back to says nothing of the shop.
  ['shop.account.currency = window.shop.account.currency || "AUD"', 'AUD'],
  ['const currency = data.currency || "USD"', undefined],
  ['choices = [{ "currency": "AUD" }, { "currency": "CAD" }]', undefined],
  ['push([1, "7:{\\"amount\\":\\"9.0\\",\\"currencyCode\\":\\"USD\\"}"])', 'USD'],
  ['enqueue("[{\\"_1\\":2,\\"_3\\":4},\\"amount\\",\\"9.0\\",\\"currencyCode\\",\\"USD\\"]")', 'USD'],
  ['shop({ "currency_position": "left", "currency": "usd" })', undefined],
])('a script that says %s sells in %s', (text, code) => {
  show('<p>$9.00</p>');
  document.head.append(Object.assign(document.createElement('script'), { type: 'text/plain', text }));
  expect(readPageCurrency(document)).toBe(code);
});

test.each([
  [
    '<option value="/switch/GBP">British Pound - GBP</option><option value="/switch/USD" selected> US Dollar - USD </option>',
    'USD',
  ],
  ['<option value="GBP" selected>Pound</option><option value="EUR">Euro</option>', 'GBP'],
  ['<option>Choose</option><option value="EUR">Euro</option>', undefined],
])('a shop whose currencies are %s sells in %s', (options, code) => {
  show(`<form><select name="currency">${options}</select></form>`);
  expect(readPageCurrency(document)).toBe(code);
});

test.each([
  ['sv', 'SEK'],
  ['sv-SE', 'SEK'],
  ['es-mx', 'MXN'],
  ['en-CA', 'CAD'],
  ['it-CH', 'CHF'],
  ['zh-Hant-TW', 'TWD'],
  ['ca', undefined],
  ['en-US', undefined],
  ['en-', undefined],
  ['es-419', undefined],
  ['', undefined],
])('a page in %j sells in %s', (lang, code) => {
  document.documentElement.lang = lang;
  expect(readPageCurrency(document)).toBe(code);
  document.documentElement.removeAttribute('lang');
});
