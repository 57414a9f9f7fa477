import { redactText } from '../event/redact.ts';
import { readPrice, readPrices } from './price.ts';
import { fold } from './text.ts';
import { GRAND, NET, ORDER, PARTIAL, SHIPPING, TAX, TOTAL } from './words.ts';

/** The sums that a cart, checkout or confirmation names. */
export interface Totals {
  total?: number;
  tax?: number;
  shipping?: number;
  currency?: string | undefined;
  /** The order number as shown to the customer. */
  order?: string | undefined;
}

const NUMBER =
  /num|\bref|nr\b|\b(no|id|code)\b|ident|дентиф|azonos|#|№|n[°ºo.]|cislo|szam|номер|αριθ|κωδ|番|[号號]|번호|رقم|^\p{Ll}+ ?:?$/u;

/** An order word with its number behind it in one text: `Confirmation of order: 00005003`. */
const NUMBERED = /[ #:]([a-z]{1,4}-?\d{3,}|\d{5,})[\w-]*\W*$/;

/** The token behind an order label: with a digit, or all capitals (references), never a word or a date. */
const toOrderId = (text: string): string | undefined =>
  text
    // Two lines of which nobody sees that they are one text: `20014Transaction number`.
    .replace(/\d(?=[A-Z][a-z]{3})/g, '$& ')
    .match(/[A-Z0-9][A-Z0-9\-_/]{0,38}[A-Z0-9]|\d/gi)
    ?.find(
      (token) => (/\d/.test(token) && !/^\d{4}-\d\d-\d\d$|^\d{1,2}\/\d/.test(token)) || /^[A-Z][A-Z-]{4,}$/.test(token),
    );

/** Where it goes and how, or when it is paid, not what it costs. */
const ADDRESS =
  /ad+res|anschrift|direcc|indiriz|endere|art\b|metho?d|metod|\bmod[eo]?\b|modal|sposob|zpusob|wijze|\btapa|yontem|способ|спосіб|τροπ|μεθοδ|方[法式]|방법|طريق|^(betal|cash|pa[gy])/;

const isPartial = (label: string) => PARTIAL.test(label) || NET.test(label);

/** Which sum a label names. */
const kindOf = (label: string): 'total' | 'tax' | 'shipping' | undefined => {
  const bare = label.replace(/(.)\(.*/, '$1'); // `Subtotal (excl. shipping and taxes)` is neither
  if (SHIPPING.test(bare)) return ADDRESS.test(bare) ? undefined : 'shipping';
  if (TOTAL.test(label) && !isPartial(label) && (!TAX.test(label) || /inc|inkl|ttc|\bco[nm]\b|avec|dahil/.test(label)))
    return 'total';
  return TAX.test(bare) && !isPartial(bare) ? 'tax' : undefined;
};

/**
 * Reads labelled sums and the order number from a page. A label is a short text node; its amount is what follows it in
 * the closest ancestor that holds one, be that a table row, a list entry or two boxes side by side.
 */
export const readTotals = (root: Element, hint?: string): Totals => {
  const totals: Totals = {};
  let isGrand = false;
  /** Shipping is told without its tax so far. */
  let isNet = false;
  const range = root.ownerDocument.createRange();
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let seen = 0; seen < 4000 && texts.nextNode(); seen++) {
    const node = texts.currentNode;
    const raw = node.nodeValue!;
    if (!/\p{L}/u.test(raw) || raw.length > 160 || node.parentElement?.closest('script,style,option,button,a'))
      continue;
    const label = fold(raw);
    const behind = <T>(read: (text: string, before: string) => T | undefined): T | undefined => {
      let box = node.parentElement;
      for (let up = 0; up < 4 && box; up++, box = box.parentElement) {
        const text = box.textContent!;
        if (text.length > 400) return;
        // Not by its words: `Total excl. tax` may stand before `Total`.
        range.selectNodeContents(box);
        range.setStartAfter(node);
        const rest = `${range}`;
        const before = text.slice(0, text.length - rest.length - raw.length);
        const found = read((text === raw ? raw : rest).trim(), before);
        if (found) return found;
      }
      return undefined;
    };
    if (
      !totals.order &&
      ORDER.test(label) &&
      // Thanks may end with who placed it: a telephone number, or a token, is no order's that is not called so.
      (NUMBER.test(label) || NUMBERED.test(fold(redactText(raw)))) &&
      !/total|date|status/.test(label)
    )
      totals.order =
        toOrderId(raw.replace(/^.*?(?=[#№:：]|\b[A-Z]{0,4}-*\d)/is, '')) ??
        behind((text) => toOrderId(text.slice(0, 80)));
    // What a column is called is no sum.
    const kind = label.length < 60 && !node.parentElement?.closest('thead') ? kindOf(label) : undefined;
    // Each line may name its own tax: that of all is the largest.
    if (!kind || { total: isGrand, tax: false, shipping: !isNet && kind in totals }[kind]) continue;
    // A price in the label's own text, else behind it.
    const own = readPrices(raw, hint)[0];
    const price =
      own ??
      behind((all, before) => {
        // `Total (including $3.06 of tax) $40.00`; and two boxes side by side are two words: `680 KčCelkem`.
        const text = all.replace(/\([^)]*\)/g, '').replace(/\p{Ll}(?=\p{Lu})/gu, '$& ');
        // An amount behind the name of another sum is that one's.
        const between = fold(text.slice(0, Math.max(0, text.search(/\d/))));
        if (kind !== 'total' && (TOTAL.test(between) || isPartial(between))) return;
        return (
          readPrices(text, hint)[0] ??
          readPrice(text.replace(/^[^\d]*[::]/, ''), hint, true) ??
          // Where an amount is drawn at the right it may come first: `$40.00 Total:`
          (/\p{L}{4}/u.test(before) ? undefined : readPrices(before, hint)[0])
        );
      });
    if (!price) continue;
    // What comes behind it is another's: a drawer's, whose cart is empty by now.
    if (kind === 'total') isGrand = GRAND.test(label);
    if (kind === 'shipping') isNet = NET.test(label);
    totals[kind] = Math.max((kind === 'tax' && totals.tax) || 0, Math.abs(price.value));
    totals.currency ??= price.currency;
  }
  return totals;
};
