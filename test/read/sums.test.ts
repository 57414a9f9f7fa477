// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { fold } from '../../src/read/text.ts';
import { readTotals, type Totals } from '../../src/read/totals.ts';
import { RECEIVED, THANKS } from '../../src/read/words.ts';
import sums from './sums.json' with { type: 'json' };

/** What real shop fronts call their sums, the order's number, and thanks for it, in the languages of funnelwire.js. */
type Kind = 'total' | 'subtotal' | 'shipping' | 'tax' | 'order' | 'thanks';
const LABELS = sums as Record<string, Record<Kind, string[]>>;

const read = (html: string): Totals => {
  document.body.innerHTML = `<main><p>${html}</p></main>`;
  return readTotals(document.body, 'EUR');
};

const IS_RIGHT: Record<Kind, (label: string) => boolean> = {
  total: (label) => read(`${label} <b>€ 12,00</b>`).total === 12,
  subtotal: (label) => read(`${label} <b>€ 12,00</b>`).total === undefined,
  shipping: (label) => read(`${label} <b>€ 12,00</b>`).shipping === 12,
  tax: (label) => read(`${label} <b>€ 12,00</b>`).tax === 12,
  order: (label) => read(`${label}: <b>10042</b>`).order === '10042',
  thanks: (label) => THANKS.test(fold(label)) || RECEIVED.test(fold(label)),
};

test.each([
  ['total', 0.92],
  ['subtotal', 0.85],
  ['shipping', 0.95],
  ['tax', 0.98],
  ['order', 0.9],
  ['thanks', 0.9],
] as const)('what is called the %s is found, at least %d of it', (kind, floor) => {
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
