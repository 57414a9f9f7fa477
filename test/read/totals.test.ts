// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { readLines } from '../../src/read/lines.ts';
import { readTotals } from '../../src/read/totals.ts';
import { show } from './show.ts';

beforeEach(() => void show(''));

test('what a line says of its tax is none of its prices; the tax of all is told beside the total, and no net total', () => {
  const row = (name: string, quantity: number, tax: string, sum: string) =>
    `<div class="row--product"><a href="/p">${name}</a><div><div>Quantity</div>${quantity}</div><div class="cell--tax-price"><div>VAT</div>${tax}</div><div><div>Sum</div>${sum}</div></div>`;
  const lines = row('Mug', 2, '€ 3.83', '€ 24.00') + row('Cup', 1, '€ 1.60', '€ 10.00');
  const sums =
    '<ul><li><div>Total:</div><div>€ 34.00</div></li><li><div>Total without VAT:</div><div>€ 28.57</div></li><li><div>plus 19 % VAT:</div><div>€ 5.43</div></li></ul>';
  const root = show(`<div>${lines}</div>${sums}`);
  expect(readLines(root, 'EUR', true).items.map(({ price }) => price)).toEqual([12, 10]);
  expect(readTotals(root, 'EUR')).toMatchObject({ total: 34, tax: 5.43 });
});

test.each(['7541305ce324d04306ec5203c3481521', '4012888888881881', '+49 151 23456789', '0151/23456789'])(
  'what thanks for an order end with is no number of it when it may be the shopper’s own: %s',
  (own) => {
    const thanks = `<h1>Thank you for your order, ${own}</h1>`;
    expect(readTotals(show(thanks)).order).toBeUndefined();
    expect(readTotals(show(`${thanks}<p>Order number: N-1</p>`)).order).toBe('N-1');
    expect(readTotals(show(`${thanks}<p>Order number: ${own.slice(0, 8)}</p>`)).order).toBeDefined();
  },
);

test('an order’s number ends where the next label begins, with nothing between', () => {
  expect(readTotals(show('<p><b>Order number:</b> 20014<br><b>Transaction:</b> 7f3</p>')).order).toBe('20014');
});

test.each([
  [
    '<table><tr><th>Subtotal:</th><td>$36.00</td></tr><tr><th>Shipping:</th><td>$5.00 via Flat rate</td></tr><tr><th>Tax:</th><td>$3.06</td></tr><tr><th>Total:</th><td>$44.06</td></tr></table><p>Order number: <strong>33</strong></p>',
    { total: 44.06, tax: 3.06, shipping: 5, order: '33' },
  ],
  [
    '<p>Vielen Dank! Ihre Bestellnummer: A-10023</p><dl><dt>Zwischensumme</dt><dd>20,00 €</dd></dl><dl><dt>Gesamtsumme</dt><dd>24,90 €</dd></dl>',
    { total: 24.9, order: 'A-10023', currency: 'EUR' },
  ],
  [
    '<p>Référence de la commande : FLOTPBWTJ</p><div><span>Total TTC</span><span>28,56 €</span></div>',
    { total: 28.56, order: 'FLOTPBWTJ' },
  ],
  [
    '<p>Rendelésszám: 2026/118</p><div><span>Végösszeg</span> <b>25 980 Ft</b></div>',
    { total: 25980, order: '2026/118', currency: 'HUF' },
  ],
  [
    '<li>Total: <b>2.586,00 €</b> <small>(includes 412,89 € VAT)</small></li><li>Order #1001</li>',
    { total: 2586, order: '1001' },
  ],
  [
    '<div><div><span>Total</span><span>(Inclusive of tax $3.06)</span></div><span>$40.00</span></div><p>Order #10001 is confirmed.</p>',
    { total: 40, tax: 3.06, order: '10001' },
  ],
  [
    '<p>Subtotal (excl. shipping and taxes) <b>$59.00</b></p><p>Shipping <b>$10.00</b></p><p>Taxes <b>$17.25</b></p><p>Total (incl. shipping) <b>$86.25</b></p>',
    { total: 86.25, shipping: 10, tax: 17.25 },
  ],
  [
    '<p>3</p><p>ご注文手続き</p><div>4</div><p>1</p><h2>配送情報</h2><p>￥3,080</p><dl><dt>送料</dt><dd>￥1,000</dd></dl><b>ご注文番号：28</b>',
    { shipping: 1000, order: '28' },
  ],
  [
    '<div><div class="right">£25.00</div><div>Sub-Total:</div></div><div><div class="right">£5.00</div><div>Delivery:</div></div><div><div class="right">£30.00</div><div>Total:</div></div>',
    { total: 30, shipping: 5, currency: 'GBP' },
  ],
  ['<p>Ідентифікатор замовлення: <b>BX-204</b></p>', { order: 'BX-204' }],
  ['<p>Rendelés azonosító: <b>BX-204</b></p>', { order: 'BX-204' }],
  ['<h1>¡Gracias por tu compra!</h1><h3>Orden #1023</h3><p>Ordenar por</p>', { order: '1023' }],
  [
    '<div><h3>Shipping Address</h3><p>Ann Poe, 1 Main Street</p></div><p>Mug</p><b>$996.00</b><p><span>Shipping (Standard)</span> <span>FREE</span></p>',
    { shipping: 0 },
  ],
  [
    '<div><h4>Versandart</h4><p>Express</p><b>2 x Becher</b><p>Einzelpreis 14,90 €</p></div><div>Versandkosten <span>9,90 €</span></div>',
    { shipping: 9.9 },
  ],
  [
    '<ul><li>Betaling: <b>Betal ved levering</b></li></ul><p>Krus <b>kr 129,00</b></p><p>Frakt: <b>kr 79,00</b></p>',
    { shipping: 79 },
  ],
  ['<p>Cash on delivery</p><p>Mug <b>$12.90</b></p><p>Delivery: <b>$7.90</b></p>', { shipping: 7.9 }],
  ['<p>Szállítási mód: Futár</p><p>Kancsó <b>8 990 Ft</b></p><p>Szállítás <b>1 490 Ft</b></p>', { shipping: 1490 }],
  ['<p>Способ доставки</p><p>Чайник <b>990 ₽</b></p><p>Доставка <b>300 ₽</b></p>', { shipping: 300 }],
  ['<p>配送方法 <b>メール</b></p><p>¥8,000</p><dl><dt>配送</dt><dd>¥600</dd></dl>', { shipping: 600 }],
  ['<p>Flat Rate (Best Way): <b>£5.00</b></p><p>Total <b>£30.00</b></p>', { shipping: 5, total: 30 }],
  ['<p>Subtotaal <b>€ 20,00</b></p><p>Totaal <b>€ 25,00</b></p>', { total: 25 }],
  ['<p>Postage and packing</p><b>£3.95</b>', { shipping: 3.95 }],
  [
    '<div><h4>Shipping Method</h4><p>Royal Mail</p><b>Mug</b><p>£14.90</p></div><div>Shipping <span>£4.50</span></div>',
    { shipping: 4.5 },
  ],
  [
    '<h5>Auftrags-ID 5021</h5><dl><dt>Gesamtsumme Netto</dt><dd>20,00 €</dd><dt>Gesamtsumme Brutto</dt><dd>23,80 €</dd></dl><aside><dl><dt>Gesamtsumme Brutto</dt><dd>0,00 €</dd></dl></aside>',
    { total: 23.8, order: '5021' },
  ],
])('sums and order number are read by their labels', (html, facts) => {
  expect(readTotals(show(`<main>${html}</main>`), 'USD')).toMatchObject(facts);
});

test('what a column is called is no sum', () => {
  const table =
    '<table><thead><tr><th>Price</th><th>Total</th></tr></thead><tbody><tr><td>$9.00</td><td>$18.00</td></tr></tbody></table>';
  expect(readTotals(show(`<main>${table}<p>Subtotal <b>$18.00</b></p></main>`)).total).toBeUndefined();
});
