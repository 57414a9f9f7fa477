// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { addressOf, readPlace, readStep } from '../../src/read/place.ts';
import { show } from './show.ts';

beforeEach(() => void show(''));

test('the last step of a checkout may be called for its completion', () => {
  const step = (path: string) => readStep(`https://shop.example/checkout${path}`);
  expect(['/complete', '/finish/', '/complete-address', '/payment'].map(step)).toEqual([2, 2, -1, 1]);
});

test('a page that asks how it is sent and how it is paid is the first of these steps', () => {
  const step = (path: string) => readStep(`https://shop.example/checkout${path}`);
  expect(['/shippingPayment', '/payment?delivery=2', '/shipping'].map(step)).toEqual([0, 1, 0]);
});

test('a cart thanks for the order at its own address; an account offered beside thanks for one takes nothing from them', () => {
  const at = 'https://shop.example';
  show('<main><h1>Thank you for your order</h1></main>');
  expect(readPlace(`${at}/cart`, document)).toBe('confirmation');
  const login = '<form><input type="email"><input type="password"></form>';
  show(`<main><h1>Your order is confirmed</h1>${login}</main>`);
  expect(readPlace(`${at}/order-confirmation`, document)).toBe('confirmation');
  show(`<main><h1>Registration</h1>${login}</main>`);
  expect(readPlace(`${at}/checkout/confirm`, document)).toBe('checkout');
});

test('what names the page in a query makes another address; the number of a list’s page does not', () => {
  const at = (query: string) => addressOf(`https://shop.example/${query}`);
  expect(at('?page=cart')).not.toBe(at('?page=product&id=7'));
  expect(at('?page=2')).toBe(at('?page=3'));
});

test.each([
  ['/cart/', 'cart'],
  ['/panier?action=show', 'cart'],
  ['/warenkorb', 'cart'],
  ['/checkout/cart/', 'cart'],
  ['/checkout/', 'checkout'],
  ['/commande', 'checkout'],
  ['/kasse', 'checkout'],
  ['/realizar-pedido', 'checkout'],
  ['/zamowienie/realizacja', 'checkout'],
  ['/checkout/order-received/33/', 'confirmation'],
  ['/confirmation-commande?id_order=9', 'confirmation'],
  ['/checkout/onepage/success/', 'confirmation'],
  ['/checkout/thank-you', 'confirmation'],
  ['/account/orders/33', undefined],
  ['/checkout/order-pay/33/', undefined],
  ['/newsletter/thank-you', undefined],
  ['/product/mug', undefined],
  ['/index.php?route=checkout/cart', 'cart'],
  ['/index.php?main_page=shopping_cart', 'cart'],
  ['/index.php?route=checkout/checkout', 'checkout'],
  ['/index.php?main_page=checkout_success', 'confirmation'],
  ['/index.php?route=product/product&path=20&back=/cart', undefined],
  ['/index.php?cl=basket&sid=7', 'cart'],
  ['/index.php?lang=0&cl=order', 'checkout'],
  ['/index.php?cl=account_order', undefined],
  ['/index.php?rt=checkout/success', 'confirmation'],
  ['/', undefined],
])('%s is %s', (path, place) => {
  expect(readPlace(`https://shop.example${path}`, document)).toBe(place);
});

test.each([
  ['/products/canvas-tote-bag', 'Canvas tote bag', undefined],
  ['/p/kassette-mit-deckel', 'Kassette mit Deckel', undefined],
  ['/product/koszulka', 'Koszulka', undefined],
  ['/produit/panier-en-osier', 'Panier en osier', undefined],
  ['/products/cart', 'Cart', 'cart'],
  ['/products/checkout', 'Checkout', 'checkout'],
  ['/الدفع', 'الدفع', 'checkout'],
  ['/koszyk', 'Koszyk', 'cart'],
  ['/kosik', 'Košík', 'cart'],
  ['/kosar', 'Kosár', 'cart'],
  ['/koszty-dostawy', 'Koszty dostawy', undefined],
  ['/product/thank-you', 'Thank you for your order', 'confirmation'],
])('%s, headed %s, is %s: what is sold may be called as a station is', (path, heading, place) => {
  show(`<main><h1>${heading}</h1></main>`);
  expect(readPlace(`https://shop.example${path}`, document)).toBe(place);
});

test.each([
  ['/order/delivery', 'delivery-module', 'checkout'],
  ['/paiement', 'payment[method]', 'checkout'],
  ['/fizetes', 'payment_method', 'checkout'],
  ['/paiement', 'colour', undefined],
  ['/account/order/delivery', 'delivery', undefined],
  ['/order/8f3a', 'payment[method]', undefined, 'Order #100042'],
  ['/versandtasche', 'colour', undefined],
])('%s with a choice called %s is %s', (path, name, place, heading = '…') => {
  show(`<main><h1>${heading}</h1><form><input type="radio" name="${name}" value="1"></form></main>`);
  expect(readPlace(`https://shop.example${path}`, document)).toBe(place);
});

test('an address of payments whose heading tells success is a confirmation, without one it is none', () => {
  const at = (heading: string) => {
    show(`<h1>${heading}</h1>`);
    return readPlace('https://shop.example/payment/7af86b28', document);
  };
  expect(at('Payment complete')).toBe('confirmation');
  expect(at('Zahlung erfolgreich')).toBe('confirmation');
  expect(at('Payment')).toBeUndefined();
});

test.each(['Concluir compra', 'Завершение заказа', 'Zakończ zamówienie'])('%s heads a checkout', (heading) => {
  show(`<main><h1>${heading}</h1><button>OK</button></main>`);
  expect(readPlace('https://shop.example/checkout/address', document)).toBe('checkout');
});

test('thanks for an order, below whatever heading, make a confirmation of an address that says so', () => {
  const at = (path: string, html: string) => {
    show(`<main>${html}</main>`);
    return readPlace(`https://shop.example${path}`, document);
  };
  const summary = '<div><button>Order summary 4 items</button><table><tr><td>Mug</td></tr></table></div>';
  expect(at('/shop/confirmation', `${summary}<h3>Thank you for your order.</h3>`)).toBe('confirmation');
  expect(at('/shop/confirmation', `${summary}<h3>Thank you for your message.</h3>`)).toBeUndefined();
  const said = (text: string) =>
    `<div class="alert-box success"><ul><li>${text}</li></ul></div><h2>Order Number: #7</h2>`;
  expect(at('/index.php?_a=complete', said('Many thanks for your order!'))).toBe('confirmation');
  expect(at('/index.php?_a=complete', '<h2>Order Number: #7</h2>')).toBeUndefined();
  expect(at('/my/orders/41', '<h2>Order 41</h2><h4>Thank you!</h4>')).toBeUndefined();
  expect(at('/thankyou', '<h1>Order completed</h1><h2>Thank you</h2>')).toBe('confirmation');
  expect(at('/thankyou', '<h1>Thank you</h1><h4>Orders and delivery</h4>')).toBeUndefined();
  expect(at('/grazie', '<h1>Grazie</h1><h2>ID ordine #BX-204</h2>')).toBe('confirmation');
  expect(at('/thank-you?order=BX-204', '<h1>Thank you</h1>')).toBe('confirmation');
  expect(at('/thank-you', '<h1>Thank you</h1><p>Save 10% on your first order.</p>')).toBeUndefined();
  expect(at('/tilaus-on-valmis', '<h1>Tilaus on valmis</h1>')).toBe('confirmation');
  expect(at(encodeURI('/köszönjük'), '<h1>Köszönjük!</h1>')).toBeUndefined();
  expect(at('/confirmation', '<title>Bestellbestätigung</title><h1>Vielen Dank!</h1>')).toBe('confirmation');
  expect(at('/confirmation', '<title>Kontakt</title><h1>Vielen Dank!</h1>')).toBeUndefined();
  expect(at('/shopping', '<h1>ご注文手続き</h1>')).toBe('checkout');
  expect(at('/entry', '<h1>会員登録手続き</h1>')).toBeUndefined();
});
