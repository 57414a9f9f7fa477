import { expect, test } from 'vitest';
import { readTaxIncluded } from '../../src/read/tax.ts';

const pageOf = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const ld = (value: string) =>
  `<script type="application/ld+json">{"offers":{"priceSpecification":{"price":12,"valueAddedTaxIncluded":${value}}}}</script>`;

test.each([
  'Price incl. VAT',
  '£12.00 inc VAT',
  'including 20% VAT',
  'Inclusive of all taxes',
  'All prices include GST? Price: $20 (GST included)',
  '12,90 € inkl. MwSt. zzgl. Versand',
  '12,90 € inkl. 19 % MwSt.',
  'inkl. gesetzlicher MwSt.',
  '12,90 € TTC',
  'TVA comprise',
  'IVA incluido',
  '12,90 € IVA inclusa',
  'IVA incluído',
  '€ 12,90 incl. btw',
  '129 kr inkl. moms',
  '129,00 zł z VAT',
  'KDV dahil',
  '1.290 ₽ с НДС',
  '1,200円（税込）',
])('%j includes it', (text) => {
  expect(readTaxIncluded(pageOf(`<main>${text}</main>`))).toBe(true);
});

test.each([
  'Price excl. VAT',
  '£10.00 ex VAT',
  'plus 20% VAT',
  '$20 plus sales tax',
  '10,90 € zzgl. MwSt.',
  'exkl. 19 % MwSt.',
  'Prix hors TVA',
  'sin IVA',
  'IVA esclusa',
  '€ 10,90 excl. btw',
  '100 kr exkl. moms',
  'KDV hariç',
  '1,000円（税抜）',
])('%j excludes it', (text) => {
  expect(readTaxIncluded(pageOf(`<main>${text}</main>`))).toBe(false);
});

test.each([
  ['says nothing', 'A mug for your private life in Cortina. Taxi included. Ex-vatican. Diva inclusive.'],
  ['says both', 'incl. VAT 12.00 £ / excl. VAT 10.00 £'],
  ['speaks of it only', 'How we handle VAT and taxes'],
])('a page that %s tells nothing', (_, text) => {
  expect(readTaxIncluded(pageOf(`<main>${text}</main>`))).toBeUndefined();
});

test('structured data outweighs what stands beside the price, unless it contradicts itself', () => {
  expect(readTaxIncluded(pageOf(`${ld('false')}<main>incl. VAT</main>`))).toBe(false);
  expect(readTaxIncluded(pageOf(`${ld('"http://schema.org/True"')}<main>plus VAT</main>`))).toBe(true);
  expect(readTaxIncluded(pageOf(`${ld('true')}${ld('false')}<main></main>`))).toBeUndefined();
});
