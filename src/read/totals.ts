import { readPrice, readPrices } from './price.ts';
import { fold } from './text.ts';
import { GRAND, ORDER, PARTIAL, SHIPPING, TAX, TOTAL } from './words.ts';

/** The sums that a cart, checkout or confirmation names. */
export interface Totals {
  total?: number;
  tax?: number;
  shipping?: number;
  currency?: string;
  /** The order number as shown to the customer. */
  order?: string;
}

const NUMBER = /num|\bref|\b(no|nr|id|code)\b|#|№|n[°ºo.]|cislo|szam|номер|αριθ|番|号|번호|رقم|^[\p{L}]+ ?:?$/u;

/** The token behind an order label: with a digit, or all capitals (references), never a word or a date. */
const toOrderId = (text: string): string | undefined =>
  [...text.matchAll(/[A-Z0-9][A-Z0-9\-_/]{0,39}/gi)]
    .map(([token]) => token.replace(/[-_/]+$/, ''))
    .find(
      (token) => (/\d/.test(token) && !/^\d{4}-\d\d-\d\d$|^\d{1,2}\/\d/.test(token)) || /^[A-Z][A-Z-]{4,}$/.test(token),
    );

/**
 * Reads labelled sums and the order number from a page. A label is a short text node; its amount is what follows it in
 * the closest ancestor that holds one, be that a table row, a list entry or two boxes side by side.
 */
export const readTotals = (root: Element, hint?: string): Totals => {
  const totals: Totals = {};
  let grand = false;
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let seen = 0; seen < 4000 && texts.nextNode(); seen++) {
    const node = texts.currentNode;
    const raw = node.nodeValue ?? '';
    if (
      raw.length < 2 ||
      raw.length > 160 ||
      /^(SCRIPT|STYLE|OPTION|BUTTON|A)$/.test(node.parentElement?.tagName ?? '')
    )
      continue;
    const label = fold(raw);
    if (!/\p{L}/u.test(label)) continue;
    const behind = (read: (text: string) => boolean) => {
      let box: Element | null = node.parentElement;
      for (let up = 0; up < 4 && box; up++, box = box.parentElement) {
        const text = box.textContent ?? '';
        if (text.length > 400) return;
        if (read(text.slice(text.indexOf(raw) + (box === node.parentElement && text === raw ? 0 : raw.length)).trim()))
          return;
      }
    };
    const amount = (set: (value: number) => void) =>
      behind((text) => {
        const price = readPrices(text, hint)[0] ?? readPrice(text.replace(/^[^\d]*[::]/, ''), hint, true);
        if (!price) return false;
        set(Math.abs(price.value));
        totals.currency ??= price.currency;
        return true;
      });
    if (!totals.order && ORDER.test(label) && NUMBER.test(label) && !/total|date|status/.test(label)) {
      totals.order = toOrderId(raw.replace(/^.*?(?=[#№:：]|\d)/s, ''));
      if (!totals.order) {
        behind((text) => {
          totals.order = toOrderId(text.slice(0, 80));
          return Boolean(totals.order);
        });
      }
    }
    if (label.length > 60) continue;
    if (
      TOTAL.test(label) &&
      !PARTIAL.test(label) &&
      !SHIPPING.test(label) &&
      !(TAX.test(label) && !/inc|inkl|ttc/.test(label))
    ) {
      const stronger = GRAND.test(label);
      if (stronger || !grand) amount((value) => (totals.total = value));
      grand ||= stronger;
    } else if (SHIPPING.test(label)) amount((value) => (totals.shipping ??= value));
    else if (TAX.test(label)) amount((value) => (totals.tax ??= value));
  }
  return totals;
};
