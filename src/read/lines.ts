import type { Item } from '../event/event.ts';
import { classed, HIDDEN, idOf, nameOf, OLD, QUANTITY, quantityOf, seek, spaced, textsOf } from './box.ts';
import { asUnits } from './cart.ts';
import { meaningOf } from './label.ts';
import { headOf } from './main.ts';
import { exact, readPrices } from './price.ts';

const ROW = `tr,li,article,${classed('item line product')},[data-product-id],[data-line]`;

/** Something on a page that holds a name, a quantity and an amount. */
export interface Line {
  row: Element;
  item: Item;
  currency: string | undefined;
  /** The one amount it shows may be that of all its pieces. */
  isLone: boolean;
  /** It stands behind how many there are: `2 x 9.00` is the price of one, unless what all cost together says otherwise. */
  isEach: boolean;
  /** It holds the controls of several lines. */
  isMany: boolean;
  /** How many is told, not supposed of what can be removed. */
  isCounted: boolean;
}

/**
 * One line of a cart or order. Of several amounts the one that fits the quantity is the unit price, as the net is not; a
 * lone amount is the line's sum only where `asUnits` finds it so.
 */
export const readLine = (row: Element, hint?: string): Line | undefined => {
  const text = spaced(row);
  if (!readPrices(text, hint).length) return;
  const meanings = seek(row, 'button,a[href],input[type="submit"],[role="button"]').map(meaningOf);
  const counted = quantityOf(row, text);
  const quantity = counted ?? (meanings.includes('remove') ? 1 : undefined);
  if (!quantity) return;
  // A control that adds to the cart makes it an offer, not a line.
  const name = !meanings.includes('add') && nameOf(row);
  if (!name) return;
  // What says how many, or names it, is no part of an amount: `Mug x 2 € 36,00`, `Set of 4 € 36,00`, or `Quantity: 2` in a box of its own.
  const others = [...textsOf(row, OLD)]
    .filter(
      (other) =>
        other !== name && (other.replace(/.+(?=[×✕])|\D/g, '') !== String(quantity) || readPrices(other, hint)[0]),
    )
    .join(' ');
  const prices = readPrices(others, hint);
  const [first] = prices;
  if (!first) return;
  const price = (
    prices.find(
      ({ value }, at) => value && prices.some((sum, other) => other !== at && sum.value === exact(value * quantity)),
    ) ?? first
  ).value;
  // Shown twice, for wide screens and for narrow ones, it is one amount.
  const isLone = quantity > 1 && prices.every(({ value }) => value === first.value);
  const pictures = row.querySelectorAll('a[href] img').length;
  // One line may have its controls twice, too; and what keeps it for later removes it.
  const isMany =
    pictures > 1 ||
    (meanings.filter((meaning) => meaning === 'remove').length > 1 &&
      pictures !== 1 &&
      seek(row, QUANTITY).length !== 1);
  return {
    row,
    item: { item_id: idOf(row), item_name: name, price, quantity },
    currency: first.currency,
    isLone,
    isEach: /\d\s?[×x✕]\s?\D{0,4}\d/.test(text),
    isMany,
    isCounted: !!counted,
  };
};

/** The line of a cart that a control stands in; that a row is or stands in. */
export const lineOf = (
  control: Element,
  hint?: string,
  row = control.closest('tr') ?? control.parentElement,
): Line | undefined => {
  let supposed: Line | undefined;
  for (
    let up = 0;
    row && up < 9 && !row.matches('ul:not([class*="row" i]),ol,main,body,tbody:only-of-type:not([class*="item" i])');
    up++, row = row.parentElement
  ) {
    const line = readLine(row, hint);
    // How many may stand beside what is named and priced; what is called otherwise or holds several lines is none of them.
    if (supposed && (line?.isMany || line?.item.item_name !== supposed.item.item_name)) break;
    if (line?.isCounted) return line;
    supposed ??= line;
  }
  return supposed;
};

/** What each row has: controls that change it, or at least a picture. */
const MARKS = 'input[type="number"],button,a[href],[role="button"],img';

/** The lines of a cart or an order as a page shows them: the innermost rows, else what stands around their controls or pictures. */
export const readLines = (
  root: Element,
  hint?: string,
  isSum = false,
): { items: Item[]; currency?: string | undefined } => {
  // A drawer may itself be part of the page's head.
  const isShown = (element: Element) =>
    element.closest(`thead,tfoot,nav,header,footer,${HIDDEN}`)?.contains(root) ?? true;
  const once = (line: Line, at: number, all: Line[]) => all.findIndex(({ row }) => row === line.row) === at;
  let found = seek(root, ROW, 400)
    .filter(isShown)
    .flatMap((row) => (readLine(row, hint) && lineOf(row, hint, row)) ?? [])
    .filter(once);
  if (found.every(({ isMany }) => isMany)) {
    const others = seek(root, MARKS, 100)
      .filter((mark) => isShown(mark) && (meaningOf(mark) === 'remove' || mark.matches('input,img')))
      .flatMap((mark) => {
        const line = lineOf(mark, hint);
        // A picture is one of a row alone; a logo, of the whole page.
        return line && !(mark.tagName === 'IMG' && line.row.querySelectorAll('img,form,h1')[1]) ? line : [];
      })
      .filter(once);
    if (others.length > found.length) found = others;
  }
  const isIn = ({ row }: Line, outer: Line) => outer.row !== row && outer.row.contains(row);
  // A cell is no row, though it may hold a caption, an amount and a control. A row of a layout holds rows itself.
  const isRow = ({ row }: Line) => row.tagName === 'TR' && !row.querySelector('tr');
  const rows = found.filter((line) => !found.some((other) => isRow(other) && isIn(line, other)));
  // A drawer beside the cart's page shows its lines once more. Lines of one list may each be wrapped any number of times.
  const lists: Record<string, Element | null | undefined> = {};
  const head = headOf(root.ownerDocument);
  const listOf = (row: Element) => {
    let list = row.parentElement?.parentElement;
    while (head && list && list !== root && list.parentElement && !list.parentElement.contains(head))
      list = list.parentElement;
    return list;
  };
  const lines = rows
    .filter((line) => !rows.some((other) => isIn(other, line)))
    .filter(({ row, item: { item_name, quantity } }) => {
      const list = listOf(row);
      const key = item_name! + quantity;
      lists[key] ??= list;
      return lists[key] === list;
    })
    .slice(0, 200);
  const items = lines.map(({ item }) => item);
  const shown = lines.some(({ isLone }) => isLone)
    ? readPrices(spaced(root, OLD, 20_000), hint, 20_000).map(({ value }) => value)
    : [];
  const units = asUnits(items, shown, isSum);
  // The lines' own amounts are no sum of all.
  for (const { price } of items) if (shown.includes(price!)) shown.splice(shown.indexOf(price!), 1);
  const summed = asUnits(items, shown);
  return {
    items: lines.map(({ item, isLone, isEach }, at) => (isLone && (isEach ? summed : units)[at]) || item),
    currency: lines.find(({ currency }) => currency)?.currency,
  };
};
