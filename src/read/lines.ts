import type { Item } from '../event/event.ts';
import { classed, HIDDEN, idOf, nameOf, quantityOf, seek, spaced } from './box.ts';
import { meaningOf } from './label.ts';
import { exact, readPrices } from './price.ts';

const ROW = `tr,li,article,${classed('item line product')},[data-product-id],[data-line]`;

/** Where a page keeps what it is about, apart from drawers and frames. */
export const mainOf = (doc: Document): Element => doc.querySelector('main,[role="main"]') ?? doc.body;

/** Something on a page that holds a name, a quantity and an amount. */
interface Line {
  row: Element;
  item: Item;
  currency: string | undefined;
}

/**
 * One line of a cart or order. Of two amounts the one that fits the quantity is the unit price; a lone amount is the
 * line's sum where `sums` says so, or where it stands apart from a "2 x" in front of it.
 */
export const readLine = (row: Element, hint?: string, sums = false): Line | undefined => {
  const text = spaced(row);
  // What says how many is no part of an amount: `Mug x 2 € 36,00`.
  const prices = readPrices(text.replace(/[×✕]\s?\d{1,4}(?![\d.,])/g, ' '), hint);
  const [first] = prices;
  if (!first) return;
  const meanings = seek(row, 'button,a[href],input[type="submit"],[role="button"]').map(meaningOf);
  const quantity = quantityOf(row, text) ?? (meanings.includes('remove') ? 1 : undefined);
  // A control that adds to the cart makes it an offer, not a line.
  const name = quantity && !meanings.includes('add') && nameOf(row);
  if (!name) return;
  const unit = prices.find(({ value }) => prices.some((other) => other.value === exact(value * quantity)));
  const isSum = prices.length === 1 && sums && !/\d\s?[×x✕]\s?\D{0,4}\d/.test(text);
  const price = unit && quantity > 1 ? unit.value : isSum ? exact(first.value / quantity) : first.value;
  return { row, item: { item_id: idOf(row), item_name: name, price, quantity }, currency: first.currency };
};

/** The line of a cart that a control stands in. */
export const lineOf = (control: Element, hint?: string): Line | undefined => {
  let row = control.closest(ROW);
  for (let up = 0; row && up < 5; up++, row = row.parentElement?.closest(ROW) ?? null) {
    const line = readLine(row, hint);
    if (line) return line;
  }
  return undefined;
};

/** The lines of a cart or an order as a page shows them, the innermost rows. */
export const readLines = (
  root: Element,
  hint?: string,
  sums = false,
): { items: Item[]; currency?: string | undefined } => {
  const found = seek(root, ROW, 400).flatMap((row) =>
    row.closest(`thead,tfoot,nav,header,footer,${HIDDEN}`) ? [] : (readLine(row, hint, sums) ?? []),
  );
  const lines = found.filter(({ row }) => !found.some((other) => other.row !== row && row.contains(other.row)));
  return {
    items: lines.slice(0, 200).map(({ item }) => item),
    currency: lines.find(({ currency }) => currency)?.currency,
  };
};
