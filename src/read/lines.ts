import type { Item } from '../event/event.ts';
import { meaningOf } from './label.ts';
import { exact, readPrice, readPrices } from './price.ts';
import { textOf, toText } from './text.ts';

const OLD_PRICE =
  'del,s,strike,[class*="old-price"],[class*="regular-price"],[class*="was-price"],[class*="compare"],[class*="strike"],[class*="non-sale"],[class*="unit-price"],[class*="price--old"],[class*="price-old"]';
// In order of trust: what says that it is a name, headings, links.
const NAMES = [
  '[data-product-name],[data-item-name],[itemprop="name"],[class*="product-name"],[class*="product_name"],[class*="item-name"]',
  'h1,h2,h3,h4,h5,[class*="title"],[class*="name"]',
  'a[href]',
];
const ROW = 'tr,li,article,[class*="item"],[class*="line"],[class*="product"],[data-product-id],[data-line]';
const ID_NAMES = [
  'fwItemId',
  'sku',
  'productSku',
  'product_sku',
  'itemSku',
  'itemId',
  'productId',
  'product_id',
  'idProduct',
  'pid',
  'productCode',
  'variantId',
];

/** The text of an element with a space between its parts, old prices and controls left out. */
export const spaced = (root: Element, limit = 600): string => {
  let text = '';
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let seen = 0; seen < 150 && text.length < limit && walker.nextNode(); seen++) {
    const parent = walker.currentNode.parentElement;
    if (parent && !/^(SCRIPT|STYLE|OPTION|BUTTON|TEMPLATE)$/.test(parent.tagName) && !parent.closest(OLD_PRICE)) {
      text += ` ${walker.currentNode.nodeValue}`;
    }
  }
  return text.replace(/\s+/g, ' ').trim().slice(0, limit);
};

const ID_FIELD =
  /^(add-to-cart|product|sku|pid|((product|variant|variation|item)_?)?id(_product)?)$|[[_](product|variant)?_?id\]?$/i;
const ID_IN_LINK = /[?&](?:add-to-cart|variant|sku|(?:product|item)?_?id(?:_product)?|pid)=([\w.-]{1,60})/i;

/** The id that a link or a form's field sends; of several options the chosen one. */
const sentId = (root: Element): string | undefined => {
  for (const field of [...root.querySelectorAll<HTMLInputElement>('input,select,button')].slice(0, 40)) {
    const isSent = /^(hidden|select-one|submit)$/.test(field.type) || field.checked;
    if (isSent && ID_FIELD.test(field.name) && field.value && field.value !== '0') return toText(field.value, 100);
  }
  const links = [root, ...root.querySelectorAll('a[href]')].slice(0, 6);
  return links.map((link) => ID_IN_LINK.exec(link.getAttribute('href') ?? '')?.[1]).find(Boolean);
};

/** The id an author wrote on a row, card or control, the SKU before the database's number; else the one it sends. */
export const idOf = (root: Element): string | undefined => {
  const marked = [
    ...root.querySelectorAll<HTMLElement>(
      '[data-sku],[data-product_sku],[data-product_id],[data-product-id],[data-item-id],[data-pid],[data-variant-id]',
    ),
  ].slice(0, 8);
  for (const name of ID_NAMES) {
    for (const { dataset } of [root as HTMLElement, ...marked]) {
      const id = toText(dataset?.[name], 100);
      if (id) return id;
    }
  }
  const sku = root.querySelector('[itemprop="sku"],.sku');
  return toText(sku?.getAttribute('content') ?? sku?.textContent, 100) ?? sentId(root);
};

/** What a row or card calls its product. */
export const nameOf = (root: Element): string | undefined => {
  for (const element of NAMES.flatMap((selector) => [...root.querySelectorAll<HTMLElement>(selector)].slice(0, 10))) {
    const { productName, itemName } = element.dataset;
    const isControl = /^(A|BUTTON)$/.test(element.tagName) && meaningOf(element);
    const name = toText(productName ?? itemName) ?? textOf(element);
    if (!isControl && /\p{L}{2}/u.test(name) && !readPrice(name) && !element.closest('button,label,select')) {
      return name.replace(/\s*[×x✕]\s*\d+$/, '');
    }
  }
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = textOf(texts.currentNode);
    if (/\p{L}{2}/u.test(text) && !readPrice(text) && !/^\d* ?[×x✕]/.test(text)) return text;
  }
  return toText(root.querySelector('img[alt]')?.getAttribute('alt'));
};

/** Where a page keeps what it is about, apart from drawers and frames. */
export const mainOf = (doc: Document): Element => doc.querySelector('main,[role="main"]') ?? doc.body;

/** Any control in a row that adds to the cart makes it an offer, not a line. */
const controls = (row: Element) =>
  [...row.querySelectorAll('button,a[href],input[type="submit"],[role="button"]')].slice(0, 12);

const quantityOf = (row: Element, text: string): number | undefined => {
  const field = row.querySelector<HTMLInputElement>(
    'input[type="number"],input[name*="qty"],input[name*="quantit"],select[name*="qty"],select[name*="quantit"],[class*="quantity"] input,[class*="qty"] input',
  );
  const told = (row as HTMLElement).dataset.quantity ?? field?.value;
  const shown = [...row.querySelectorAll('[class*="qty"],[class*="quantity"],output,[role="spinbutton"]')]
    .map((e) => textOf(e, 20))
    .find((t) => /^\D{0,3}\d{1,3}\D{0,3}$/.test(t));
  const written =
    /[×✕]\s?(\d{1,4})(?![\d.,]|\s?(?:cm|mm|in|[×✕x]))|\bx\s?(\d{1,3})(?![\d.,]|\s?(?:cm|mm|in|[×✕x]))|(?:^|\s)(\d{1,4})\s?[×✕x](?!\s?\d+\s?(?:cm|mm|in|[×✕x]))|(?:qty|quantity|menge|anzahl|quantit\p{L}|cantidad|aantal|ilość|množství|mennyiség|antal|antall|määrä|adet|кол\p{L}*|数量|수량)[^\d]{0,4}(\d{1,4})/iu.exec(
      text,
    );
  const quantity = Number(told ?? shown?.replace(/\D/g, '') ?? written?.slice(1).find(Boolean));
  return quantity > 0 && quantity < 10_000 ? quantity : undefined;
};

/**
 * One line of a cart or order. Of two amounts the one that fits the quantity is the unit price; a lone amount is the
 * line's sum where `sums` says so, or where it stands apart from a "2 x" in front of it.
 */
export const readLine = (row: Element, hint?: string, sums = false): (Item & { currency?: string }) | undefined => {
  const text = spaced(row);
  // What says how many is no part of an amount: `Mug x 2 € 36,00`.
  const prices = readPrices(text.replace(/[×✕]\s?\d{1,4}(?![\d.,])/g, ' '), hint);
  const [first] = prices;
  const buttons = controls(row).map(meaningOf);
  const quantity = quantityOf(row, text) ?? (buttons.includes('remove') ? 1 : undefined);
  if (!first || !quantity || buttons.includes('add')) return;
  const name = nameOf(row);
  if (!name) return;
  const unit = prices.find(({ value }) => prices.some((other) => other.value === exact(value * quantity)));
  const isSum = prices.length === 1 && sums && !/\d\s?[×x✕]\s?\D{0,4}\d/.test(text);
  const price = unit && quantity > 1 ? unit.value : isSum ? exact(first.value / quantity) : first.value;
  const { currency } = first;
  return { item_id: idOf(row), item_name: name, price, quantity, ...(currency && { currency }) };
};

/** The row of a cart that a control stands in. */
export const rowOf = (control: Element): Element | undefined => {
  let row: Element | null = control.closest(ROW);
  for (let up = 0; row && up < 5; up++, row = row.parentElement?.closest(ROW) ?? null) if (readLine(row)) return row;
  return undefined;
};

/** The lines of a cart or an order as a page shows them: the innermost rows that hold a name, a quantity and an amount. */
export const readLines = (root: Element, hint?: string, sums = false): { items: Item[]; currency?: string } => {
  const found: { row: Element; line: Item; currency: string | undefined }[] = [];
  for (const row of [...root.querySelectorAll(ROW)].slice(0, 400)) {
    const read = row.closest('thead,tfoot,nav,header,footer,[hidden]') ? undefined : readLine(row, hint, sums);
    if (!read) continue;
    const { currency, ...line } = read;
    found.push({ row, line, currency });
  }
  const inner = found.filter(({ row }) => !found.some((other) => other.row !== row && row.contains(other.row)));
  const currency = inner.find((line) => line.currency)?.currency;
  return { items: inner.slice(0, 200).map(({ line }) => line), ...(currency && { currency }) };
};
