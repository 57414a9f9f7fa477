import { expect, test } from 'vitest';
import { exact, readPrice, readPrices } from '../../src/read/price.ts';
import strings from './prices.json' with { type: 'json' };

/** Text, currency the page sells in, amount, currency understood. */
const SHOWN: [text: string, hint: string | undefined, value: number, currency: string | undefined][] = [
  ['$19,081.20', 'USD', 19081.2, 'USD'],
  ['$19.99', undefined, 19.99, undefined],
  ['45,00 € 9,00 € Rabatt -17%', 'EUR', 45, 'EUR'],
  ['$45.00 $10.00 off', 'USD', 45, 'USD'],
  ['$ 1 , 249 . 00', 'USD', 1249, 'USD'],
  ['12 , 90 kr', 'SEK', 12.9, 'SEK'],
  ['(incl. $3.06 tax) $40.00', 'USD', 40, 'USD'],
  ['$40.00 (incl. $3.06 tax)', 'USD', 40, 'USD'],
  ['($5.00 / $6.00)', 'USD', 5, 'USD'],
  ['Tall [+$15.00] $65.00', 'USD', 65, 'USD'],
  ['£97.98', undefined, 97.98, 'GBP'],
  ['1.99¤', undefined, 1.99, undefined],
  ['1.99¤', 'EUR', 1.99, 'EUR'],
  ['£110.00 Ex Tax: £100.00', undefined, 110, 'GBP'],
  ['£120.00 Excl. VAT £100.00', undefined, 120, 'GBP'],
  ['1.290,50 €', undefined, 1290.5, 'EUR'],
  ['18.970 €', undefined, 18970, 'EUR'],
  ['10\u202f960,30 €', undefined, 10960.3, 'EUR'],
  ['490\u00a0250 Ft', undefined, 490250, 'HUF'],
  ['12.990,- Ft', undefined, 12990, 'HUF'],
  ['2652,89 zł', undefined, 2652.89, 'PLN'],
  ['11 169,26 Kč', undefined, 11169.26, 'CZK'],
  ['8.650,00 RSD', undefined, 8650, 'RSD'],
  ['13 599,83 kr', 'SEK', 13599.83, 'SEK'],
  ['14.940 kr.', 'DKK', 14940, 'DKK'],
  ['52,14 kr', undefined, 52.14, undefined],
  ["CHF 1'863.80", undefined, 1863.8, 'CHF'],
  ['Fr. 49.–', 'CHF', 49, 'CHF'],
  ['R$ 7.690,81', undefined, 7690.81, 'BRL'],
  ['¥12,800', 'JPY', 12800, 'JPY'],
  ['￥１２，８００', 'JPY', 12800, 'JPY'],
  ['12,900원', undefined, 12900, 'KRW'],
  ['1.249, 00 €', undefined, 1249, 'EUR'],
  ['1 249, 00 €', undefined, 1249, 'EUR'],
  ['$12. 90', 'USD', 12.9, 'USD'],
  ['Mug, set of 4 ₩12,900', undefined, 12900, 'KRW'],
  ['₹1,23,456.00', undefined, 123456, 'INR'],
  ['٩٫٢٢ ج.م.', undefined, 9.22, 'EGP'],
  ['١٢٣٤٫٥٠ ر.س', undefined, 1234.5, 'SAR'],
  ['১৬,০৮০.০৬৳', undefined, 16080.06, 'BDT'],
  ['12.500 د.ك', undefined, 12.5, 'KWD'],
  ['12€50', undefined, 12.5, 'EUR'],
  ['US$1,234.56', 'AUD', 1234.56, 'USD'],
  ['EUR 1.234,56', undefined, 1234.56, 'EUR'],
  ['-12,00 €', undefined, -12, 'EUR'],
  ['0,99 €', undefined, 0.99, 'EUR'],
];

test.each(SHOWN)('%s is read as a shopper reads it', (text, hint, value, currency) => {
  const money = readPrice(text, hint);
  expect(money?.value).toBe(value);
  expect(money?.currency).toBe(currency);
});

test.each([
  ['$49.99 $29.99', 29.99],
  ['29,99 € statt 49,99 €', 29.99],
  ['UVP 49,99 € 29,99 €', 29.99],
  ['$10 - $20', 10],
  ['19,99–29,99 €', 19.99],
  ['12,45 € (24,90 €/kg)', 12.45],
  ['£120.00 inc VAT (£100.00 ex VAT)', 120],
  ['2 × $12.50', 12.5],
  ['ab 19,99 €', 19.99],
])('of several amounts the price is found in %s', (text, value) => {
  expect(readPrice(text, 'USD')?.value).toBe(value);
});

test.each([
  '3 items',
  '-20%',
  '4.5 (120 reviews)',
  'Order #12345',
  '2024-11-05',
  'Save $20',
  '10x de R$ 49,90',
  '500 ml',
])('%s is no price', (text) => {
  expect(readPrice(text, 'USD')).toBeUndefined();
});

test('a bare number is a price only where the element says so', () => {
  expect(readPrice('1.299', 'EUR')).toBeUndefined();
  expect(readPrice('1.299', 'EUR', true)).toEqual({ value: 1299, currency: 'EUR' });
});

test('a name glued to an amount hides neither', () => {
  expect(readPrice('Belt$55.00', 'USD')?.value).toBe(55);
});

test('every amount of a row is found, in order', () => {
  expect(readPrices('Beanie $ 18.00 $ 36.00', 'USD').map(({ value }) => value)).toEqual([18, 36]);
  expect(readPrices('2 $ 36.00', 'USD').map(({ value }) => value)).toEqual([36]);
  expect(readPrices('$ 800.00 750.0 USD', 'USD').map(({ value }) => value)).toEqual([800, 750]);
  expect(readPrices('1 234 567,50 € 12 000 €').map(({ value }) => value)).toEqual([1_234_567.5, 12_000]);
});

test('sums carry no dust of binary fractions', () => {
  expect(exact(0.1 * 3)).toBe(0.3);
  expect(exact(1290.5 * 2)).toBe(2581);
});

/** As shops of many countries show them: text, amount, the currency of the page, and whether it is a price at all. */
const STRINGS = strings as [text: string, value: number | null, currency: string | null, isNone: number][];

test('of the prices of shops in many countries at least 99 % are read right', () => {
  const wrong = STRINGS.filter(([text, value, currency, isNone]) => {
    const read = readPrice(text, currency ?? undefined, !isNone);
    return (read?.value ?? null) !== value || (read && currency && read.currency !== currency);
  });
  expect(1 - wrong.length / STRINGS.length, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.99);
});
