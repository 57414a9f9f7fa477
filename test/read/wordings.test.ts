// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readForm } from '../../src/read/form.ts';
import { readPlace } from '../../src/read/place.ts';
import { fold } from '../../src/read/text.ts';
import { readTotals, type Totals } from '../../src/read/totals.ts';
import { RECEIVED, THANKS } from '../../src/read/words.ts';
import wordings from './wordings.json' with { type: 'json' };

/** How real shop fronts put it, in the languages of funnelwire.js. */
type Kind = keyof typeof wordings.en;
const LABELS = wordings as Record<string, Record<Kind, string[]>>;

const read = (html: string): Totals => {
  document.body.innerHTML = `<main><p>${html}</p></main>`;
  return readTotals(document.body, 'EUR');
};

/** A form that asks for an address and one password. */
const kindOf = (label: string) => {
  document.body.innerHTML = `<form method="post"><input type="email" name="email"><input type="password"><button>${label}</button></form>`;
  return readForm(document.querySelector('form')!, document.querySelector('button')).kind;
};

const IS_RIGHT: Record<Kind, (label: string) => boolean> = {
  total: (label) => read(`${label} <b>€ 12,00</b>`).total === 12,
  subtotal: (label) => read(`${label} <b>€ 12,00</b>`).total === undefined,
  shipping: (label) => read(`${label} <b>€ 12,00</b>`).shipping === 12,
  tax: (label) => read(`${label} <b>€ 12,00</b>`).tax === 12,
  order: (label) => read(`${label}: <b>10042</b>`).order === '10042',
  thanks: (label) => THANKS.test(fold(label)) || RECEIVED.test(fold(label)),
  'order now': (label) => {
    document.body.innerHTML = `<main><h1>Confirm</h1><button>${label}</button></main>`;
    return readPlace('https://shop.example/checkout/confirm', document) === 'checkout';
  },
  register: (label) => kindOf(label) === 'registration',
  'log in': (label) => kindOf(label) === undefined,
};

test.each([
  ['total', 0.92],
  ['subtotal', 0.85],
  ['shipping', 0.95],
  ['tax', 0.98],
  ['order', 0.9],
  ['thanks', 0.9],
  ['order now', 0.95],
  ['register', 0.95],
  ['log in', 1],
] as const)('what stands for "%s" is found, at least %d of it', (kind, floor) => {
  const labels = Object.entries(LABELS).flatMap(([language, all]) => all[kind].map((label) => ({ language, label })));
  const missed = labels.filter(({ label }) => !IS_RIGHT[kind](label));
  const part = 1 - missed.length / labels.length;
  expect(part, missed.map(({ language, label }) => `${language}: ${label}`).join()).toBeGreaterThanOrEqual(floor);
});

test.each([
  'Confirmar pedido',
  'Bestellung bestätigen',
  'Finaliser la commande',
  'Ordine',
  'Оформление заказа',
  '注文確認',
])('%s asks for an order still', (label) => {
  expect(RECEIVED.test(fold(label))).toBe(false);
});

test('an order may be thanked for in the plural', () => {
  expect(THANKS.test(fold('Agradecemos o seu pedido!'))).toBe(true);
});

test.each([
  ...['Amount due', 'To pay', 'Zu zahlen', 'Zahlbetrag', 'Rechnungsbetrag', 'Montant à payer', 'A pagar', 'Importe'],
  ...['Valor a pagar', 'Da pagare', 'Te betalen', 'Do zapłaty', 'K úhradě', 'Celková cena', 'Fizetendő', 'De plată'],
  ...['Att betala', 'At betale', 'Å betale', 'Maksettava', 'Ödenecek Tutar', 'К оплате', 'До сплати', 'Πληρωτέο ποσό'],
  ...['お支払い金額', 'ご請求額', '应付金额', '實付金額', '최종결제금액', 'المبلغ المستحق'],
])('%s is the total', (label) => {
  expect(read(`${label} <b>€ 12,00</b>`).total).toBe(12);
});

test.each(['Zahlungsart', 'Mode de paiement', 'Forma de pago', 'Sätt att betala', 'Sposób zapłaty', 'Способ оплаты'])(
  '%s is none',
  (label) => {
    expect(read(`${label} <b>€ 12,00</b>`).total).toBeUndefined();
  },
);
