// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readPageCurrency } from '../../src/read/currency.ts';
import { mainOf } from '../../src/read/main.ts';
import { readOrderId } from '../../src/read/order.ts';
import { readPlace } from '../../src/read/place.ts';
import { readTotals, type Totals } from '../../src/read/totals.ts';

/** Thanks for an order as shops of many makes and countries say them, cut down to the order's number and sums. */
const PAGES: { make: string; lang: string; path: string; order: string; sums: Totals; html: string }[] = [
  {
    make: 'cs-cart',
    lang: 'en',
    path: '/checkout-complete/?order_id=97',
    order: '97',
    sums: {},
    html: `
      <h1 class="ty-mainbox-title">Order</h1><div class="ty-checkout-complete__order-success">
      <p>Congratulations! Your order has been successfully placed.</p>
      <div>You can check the <a href="/orders/97">order details</a></div></div>`,
  },
  {
    make: 'x-cart',
    lang: 'en',
    path: '/?target=checkoutSuccess&order_number=00012',
    order: '00012',
    sums: { total: 34, shipping: 9 },
    html: `
      <h1>Thank you for your order</h1><div class="order-success-box">
      <p>Congratulations! Your order has been placed.</p></div><div class="invoice-box">
      <h2 class="invoice">Invoice #00012</h2><div class="head-h2"></div>
      <div class="subhead">Nov 27, 2026</div><table class="items"><tr><th>Item</th><th>Price</th><th>Qty</th>
      <th>Total</th></tr><tr><td><a href="/m">Mug</a></td><td>$12.50</td><td>2</td><td>$25.00</td></tr>
      </table><ul class="totals"><li>Subtotal: $25.00</li><li>Shipping cost: $9.00</li><li class="total">
      <strong>Grand total:</strong> $34.00</li></ul></div>`,
  },
  {
    make: 'bitrix',
    lang: 'ru',
    path: '/personal/order/make/?ORDER_ID=12',
    order: '12',
    sums: {},
    html: `
      <h1>Заказ сформирован</h1><table class="sale_order_full_table"><tr>
      <td>Ваш заказ <b>№12</b> от 27.11.2026 12:30 успешно создан.<br>Номер вашей оплаты: <b>№12/1</b></td>
      </tr></table>`,
  },
  {
    make: 'insales',
    lang: 'ru',
    path: '/orders/3e4f5a',
    order: '1002',
    sums: { total: 3700, shipping: 300 },
    html: `
      <h1>Заказ № 1002</h1><p>Спасибо за заказ! Наш менеджер свяжется с вами.</p><table><tr><td>Кружка</td>
      <td>2 шт.</td><td>2 500 ₽</td></tr><tr><td>Чашка</td><td>1 шт.</td><td>900 ₽</td></tr></table>
      <div>Доставка: 300 ₽</div><div>Итого: 3 700 ₽</div>`,
  },
  {
    make: 'shoptet',
    lang: 'cs',
    path: '/objednavka/dekujeme/',
    order: '2026000123',
    sums: { total: 779, shipping: 99 },
    html: `
      <h1>Děkujeme za objednávku</h1><p>Vaše objednávka číslo <strong>2026000123</strong> byla přijata.</p>
      <div class="recapitulation"><div>Doprava: <span>99 Kč</span></div>
      <div>Celkem k úhradě: <strong>779 Kč</strong></div></div>`,
  },
  {
    make: 'idosell',
    lang: 'pl',
    path: '/order-done.php',
    order: '12345',
    sums: {},
    html: `
      <h1>Dziękujemy za złożenie zamówienia</h1>
      <p>Twoje zamówienie o numerze <b>12345</b> zostało przyjęte do realizacji.</p>`,
  },
  {
    make: 'shoper',
    lang: 'pl',
    path: '/pl/basket/done',
    order: '12345',
    sums: { total: 153.8 },
    html: `
      <h1>Dziękujemy za zakupy</h1><p>Numer zamówienia: 12345</p><p>Do zapłaty: 153,80 zł</p>`,
  },
  {
    make: 'jtl',
    lang: 'de',
    path: '/Bestellabschluss?i=xyz',
    order: '10001',
    sums: {},
    html: `
      <h1>Bestellung abgeschlossen</h1><p>Vielen Dank für Ihre Bestellung!</p>
      <p>Ihre Bestellnummer: <strong>10001</strong></p>`,
  },
  {
    make: 'gambio',
    lang: 'de',
    path: '/checkout_success.php',
    order: '400210',
    sums: {},
    html: `
      <h1>Vielen Dank für Ihre Bestellung!</h1><p>Ihre Bestellnummer lautet: 400210</p>
      <a href="/print_order.php?oID=400210">Bestellung drucken</a>`,
  },
  {
    make: 'miva',
    lang: 'en',
    path: '/mm5/merchant.mvc?Screen=INVC',
    order: '1234',
    sums: { total: 34 },
    html: `
      <h1>Thank you for your order</h1><div>Order #: 1234</div><div>Subtotal: $25.00</div>
      <div>Shipping: UPS Ground: $9.00</div><div>Total: $34.00</div>`,
  },
  {
    make: 'volusion',
    lang: 'en',
    path: '/OrderFinished.asp?Order=Finished&OrderID=1234',
    order: '1234',
    sums: {},
    html: `
      <h1>Thank You For Your Order!</h1><p>Your order number is: <b>1234</b></p>`,
  },
  {
    make: 'wix',
    lang: 'en',
    path: '/thank-you-page/8d0a1b2c-0000-4000-8000-123456789abc',
    order: '10002',
    sums: { total: 34, shipping: 9 },
    html: `
      <div data-hook="thank-you-page"><h1 data-hook="title">Thank you, Ada</h1>
      <p>You’ll receive an email confirmation shortly.</p><p data-hook="order-number">Order number: 10002</p>
      <ul><li>Mug <span>Qty: 2</span> <span>$25.00</span></li></ul><dl><dt>Subtotal</dt><dd>$25.00</dd>
      <dt>Shipping</dt><dd>$9.00</dd><dt>Total</dt><dd>$34.00</dd></dl></div>`,
  },
  {
    make: 'ticimax',
    lang: 'tr',
    path: '/SiparisTamamlandi?id=1',
    order: 'TS1234',
    sums: { total: 371, shipping: 30 },
    html: `
      <h1>Siparişiniz Alındı</h1><p>Teşekkür ederiz. Sipariş Numaranız: <b>TS1234</b></p>
      <div>Kargo Ücreti: ₺30,00</div><div>Genel Toplam: ₺371,00</div>`,
  },
  {
    make: 'tray',
    lang: 'pt-br',
    path: '/checkout/sucesso',
    order: '12345',
    sums: { total: 158.8, shipping: 20 },
    html: `
      <h1>Pedido realizado com sucesso!</h1><p>Número do pedido: <strong>12345</strong></p>
      <p>Frete: R$ 20,00</p><p>Total: R$ 158,80</p>`,
  },
  {
    make: 'vtex',
    lang: 'pt-br',
    path: '/checkout/orderPlaced/?og=1234567890123',
    order: 'v1234567-01',
    sums: { total: 158.8 },
    html: `
      <h2>Obrigado, recebemos seu pedido!</h2><p>Pedido nº v1234567-01</p><div>Subtotal R$ 138,80</div>
      <div>Entrega R$ 20,00</div><div>Total R$ 158,80</div>`,
  },
  {
    make: 'salla',
    lang: 'ar',
    path: '/thank-you/123456789',
    order: '123456789',
    sums: { total: 154 },
    html: `
      <h1>شكراً لك، تم استلام طلبك بنجاح</h1><p>رقم الطلب #123456789</p><div>الشحن 25 ر.س</div>
      <div>إجمالي الطلب 154 ر.س</div>`,
  },
  {
    make: 'catalyst',
    lang: 'en',
    path: '/checkout/order-confirmation',
    order: '112',
    sums: {},
    html: `
      <h1>Thank you Ada!</h1><p>Your order number is <strong>112</strong></p>
      <p>An email will be sent containing information about your purchase.</p>`,
  },
  {
    make: 'spryker',
    lang: 'de',
    path: '/de/checkout/success',
    order: 'DE--12',
    sums: {},
    html: `
      <h1>Bestellung erfolgreich aufgegeben!</h1><p>Ihre Bestellnummer ist DE--12</p>`,
  },
  {
    make: 'venia',
    lang: 'en',
    path: '/order-confirmation',
    order: '000000012',
    sums: {},
    html: `
      <h2>Thank you for your order!</h2><div>Order Number: 000000012</div><h3>Shipping Information</h3>
      <div>Ada, Lane 1</div><div>Flat Rate - Fixed</div>`,
  },
  {
    make: 'base jp',
    lang: 'ja',
    path: '/order/complete',
    order: 'ABCD1234EFGH',
    sums: {},
    html: `
      <h1>ご購入ありがとうございました</h1><p>注文番号：ABCD1234EFGH</p>`,
  },
  {
    make: 'hungarian',
    lang: 'hu',
    path: '/shop_order_thanks.php',
    order: '1234-100123',
    sums: {},
    html: `
      <h1>Köszönjük megrendelését!</h1><p>Megrendelésének azonosítója: <b>1234-100123</b></p>`,
  },
  {
    make: 'romanian',
    lang: 'ro',
    path: '/checkout/success',
    order: '12345',
    sums: { total: 154, shipping: 20 },
    html: `
      <h1>Comanda ta a fost plasată cu succes</h1><p>Numărul comenzii: #12345</p><p>Transport: 20,00 lei</p>
      <p>Total de plată: 154,00 lei</p>`,
  },
  {
    make: 'greek',
    lang: 'el',
    path: '/checkout/success',
    order: '12345',
    sums: { total: 39, shipping: 5 },
    html: `
      <h1>Η παραγγελία σας ολοκληρώθηκε</h1><p>Αριθμός παραγγελίας: 12345</p><p>Μεταφορικά: 5,00 €</p>
      <p>Σύνολο: 39,00 €</p>`,
  },
  {
    make: 'swedish',
    lang: 'sv',
    path: '/kassa/tack',
    order: '12345',
    sums: { total: 399, shipping: 49 },
    html: `
      <h1>Tack för din beställning!</h1><p>Ordernummer: 12345</p><p>Frakt: 49 kr</p><p>Att betala: 399 kr</p>`,
  },
  {
    make: 'danish',
    lang: 'da',
    path: '/kvittering',
    order: '12345',
    sums: { total: 399, shipping: 49 },
    html: `
      <h1>Tak for din ordre</h1><p>Ordrenummer: 12345</p><p>Fragt: 49,00 kr.</p><p>I alt: 399,00 kr.</p>`,
  },
  {
    make: 'finnish',
    lang: 'fi',
    path: '/kassa/valmis',
    order: '12345',
    sums: { total: 39.9, shipping: 5.9 },
    html: `
      <h1>Kiitos tilauksestasi!</h1><p>Tilausnumero: 12345</p><p>Toimitus: 5,90 €</p><p>Yhteensä: 39,90 €</p>`,
  },
  {
    make: 'dutch',
    lang: 'nl',
    path: '/bestelling/bevestigd',
    order: '12345',
    sums: { total: 39.95, shipping: 4.95 },
    html: `
      <h1>Bedankt voor je bestelling</h1><p>Je bestelnummer is 12345</p><p>Verzendkosten € 4,95</p>
      <p>Totaalbedrag € 39,95</p>`,
  },
  {
    make: 'italian',
    lang: 'it',
    path: '/ordine/grazie',
    order: '12345',
    sums: { total: 39.9, shipping: 4.9 },
    html: `
      <h1>Grazie per il tuo acquisto</h1><p>Il tuo ordine n. 12345 è stato ricevuto</p>
      <p>Spedizione: 4,90 €</p><p>Totale: 39,90 €</p>`,
  },
  {
    make: 'spanish',
    lang: 'es',
    path: '/pedido-confirmado',
    order: 'ABCXYZ',
    sums: { total: 39.9, shipping: 4.9 },
    html: `
      <h1>Tu pedido está confirmado</h1><p>Referencia del pedido: ABCXYZ</p><p>Envío: 4,90 €</p>
      <p>Total (IVA incl.): 39,90 €</p>`,
  },
  {
    make: 'ukrainian',
    lang: 'uk',
    path: '/checkout/complete',
    order: '12345',
    sums: { total: 450 },
    html: `
      <h1>Дякуємо за замовлення!</h1><p>Номер замовлення: 12345</p><p>Доставка: 50 грн</p>
      <p>Разом до сплати: 450 грн</p>`,
  },
  {
    make: 'german react',
    lang: 'de',
    path: '/danke',
    order: 'A-10012',
    sums: { total: 39, shipping: 5 },
    html: `
      <div><h1>Danke!</h1><div><span>Bestellnummer</span><span>A-10012</span></div><div>
      <span>Zwischensumme</span><span>34,00 €</span><span>Versand</span><span>5,00 €</span><span>Gesamt</span>
      <span>39,00 €</span></div></div>`,
  },
];

test.each(PAGES)('a confirmation of the $make kind', ({ lang, path, order, sums, html }) => {
  document.documentElement.lang = lang;
  document.title = '';
  document.body.innerHTML = `<header><a href="/">Shop</a><a href="/cart">Cart</a></header><main>${html}</main>`;
  const url = `https://shop.example${path}`;
  expect(readPlace(url, document)).toBe('confirmation');
  const read = readTotals(mainOf(document), readPageCurrency(document));
  expect(read.order ?? readOrderId(url)).toBe(order);
  expect(read).toMatchObject(sums);
});
