import { flatten, pick } from './flatten.ts';
import { meaningOf } from './label.ts';
import { readPrice } from './price.ts';
import { textOf, toText } from './text.ts';

/**
 * A selector for elements whose class holds one of these words, in any case; with a second part, what they hold of that
 * kind. Bundlers are told that constants made of it can go when nobody uses them.
 */
/* @__NO_SIDE_EFFECTS__ */
export const classed = (words: string, inside = ''): string =>
  words
    .split(' ')
    .map((word) => `[class*="${word}" i]${inside}`)
    .join();

/** The first elements of a kind in a box: pages may hold any number. */
export const seek = (root: ParentNode, selector: string, limit = 12): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(selector)].slice(0, limit);

const UNSEEN = '[style*="display:none"],[style*="display: none"]';

/** What nobody sees: drawers that are shut, templates. Not what a dialog has marked to be left out while it is open. */
export const HIDDEN = `[hidden],template,[aria-hidden="true"]:not([data-aria-hidden]),dialog:not([open]),${UNSEEN}`;

/** Prices that are not asked: struck through, former, per litre, on top for a choice, kept for machines. */
const FORMER = `del,s,strike,[class*="price"][class*="extra"],[style*="line-through"],${UNSEEN},${classed('old- -old old_price was-price compare strike non-sale from-price')}`;

/** The same where a lower price may stand beside the regular one, or what it holds beside it: its tax, its rebate. */
export const OLD = `${FORMER},${classed('list-price listprice msrp normalprice regular-price priceRegular withoutTax price-additional --tax-price taxAmount discountAmount')}`;

/** What to leave out, in this order, until a price is found: the regular price is asked where there is no other. */
export const NOT_ASKED = [OLD, FORMER];

export const QUANTITY = `:is(input,select):is([name*="qty" i],[name*="quant" i],[id*="quantit" i],[class*="quantity" i]),input:is([type="number"],[inputmode="numeric"]),${classed('qty quantity', ' input:not([type="hidden"])')}`;

/** The texts of a box in their order, old prices, controls and what `skip` names left out. */
export const textsOf = function* (root: Element, skip: string, limit = 150): Generator<string> {
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let seen = 0; seen < limit && texts.nextNode(); seen++)
    if (!texts.currentNode.parentElement?.closest(`script,style,option,button,template,${skip}`))
      yield textOf(texts.currentNode);
};

/** The text of an element with a space between its parts, old prices and controls left out. */
export const spaced = (root: Element, skip = OLD, limit = 600): string =>
  [...textsOf(root, skip, limit / 4)].filter(Boolean).join(' ').slice(0, limit);

// The product's number in the shop, as authors name what holds it, and as forms and links send it.
const MARKED = [/^fwItemId$/, /sku(id)?$/i, /product_?(id|code)$|^(item_?id|id_?product|variant_?id|pid)$/i];
// An `id` alone is the product's, one of something else is not: `form_build_id`, `session_id`.
const SENT =
  /(^|[[_])(add[-_]to[-_]cart|sku|[ap]id|(products?|article|variant|variation|item)(_?id)?|item_number|id_product)\]?$|(^|\[)id\]?$/i;

// The same inside a field that holds JSON.
const INSIDE = /(^|\.)(sku|(product|variant|merchandise)_?g?id)$/i;

// A row's own number is none of a product's: `order[line_items_attributes][0][id]`, `?cart_item=0`.
const ROWS = /attributes|line_items|updates|cart_item/;

/** The id that a link or a form's field sends; of several options the chosen one. */
const sentId = (root: Element): string | undefined => {
  for (const { type, checked, name, value } of seek(root, 'input,select,button', 40) as HTMLInputElement[])
    if ((checked || /^(hidden|select-one|submit)$/.test(type)) && !ROWS.test(name) && /[^0]/.test(value)) {
      if (SENT.test(name) || (name === 'add' && +value > 1)) return value.slice(0, 100);
      const within = toText(pick(flatten(value, 200), INSIDE)?.[1], 100);
      if (within) return within;
    }
  for (const { search } of [root, ...seek(root, 'a[href]', 5)] as HTMLAnchorElement[])
    for (const [name, value] of new URLSearchParams(search))
      if (SENT.test(name) && !ROWS.test(name)) return value.slice(0, 100);
  return undefined;
};

// Options that are open and not taken: each may carry the id of its own variant.
const UNCHOSEN =
  '[aria-checked="false"],[aria-selected="false"],[aria-pressed="false"],option,input:not(:checked)[type="radio"]';

/** The id an author wrote on a row, card or control or right around it, the SKU before the database's number; else the one it sends. */
export const idOf = (root: Element): string | undefined => {
  const marks = [root as HTMLElement, ...seek(root, '*', 80), root.parentElement]
    .filter((element) => element && !element.matches(UNCHOSEN))
    .flatMap((element) => Object.entries(element!.dataset ?? {}));
  for (const name of MARKED) {
    const id = marks.find(([key, value]) => name.test(key) && value)?.[1];
    // A cart's line goes by its product's number and what was chosen: `57:` and 32 digits.
    if (id) return id.replace(/:[\da-f]{32}$/, '').slice(0, 100);
  }
  const sku = root.querySelector('[itemprop="sku"],[class*="sku "],[class$="sku"],[class*="product-code"]');
  // `SKU: MUG-7`, in a box that is called after it or in any other.
  const told = sku?.getAttribute('content') ?? (sku ? spaced(sku) : /\bSKU\W+\w+[-\d]\S*/.exec(spaced(root))?.[0]);
  return toText(told?.replace(/^.*([:：]|sku\s)/is, ''), 100) ?? sentId(root);
};

// In order of trust: what says that it is a name, headings, links.
const NAMES = [
  `[data-product-name],[data-item-name],[itemprop="name"],${classed('product-name product_name item-name')}`,
  `h1,h2,h3,h4,h5,${classed('title name')}`,
  'a[href]',
];

/** `Unit price:` says what follows. */
const isName = (text: string) => /\p{L}{2}/u.test(text) && !/[:：]$/.test(text) && !readPrice(text);

/** `2 x Mug` and `Mug × 2` are a mug. */
const uncounted = (text: string) => text.replace(/^\d* ?[×x✕] (?=\D)|\s*[×x✕]\s*\d+$/g, '');

/** What a row or card calls its product. */
export const nameOf = (root: Element): string | undefined => {
  for (const box of NAMES.flatMap((selector) => seek(root, selector, 10))) {
    // Beside a link of that name, its number may stand in the same box.
    const element = box.querySelector<HTMLElement>('a[href]:is([class*="name" i],[class*="title" i])') ?? box;
    const { productName, itemName } = element.dataset;
    const name = uncounted(toText(productName ?? itemName) ?? spaced(element, 'small,.small').slice(0, 200));
    const isControl = /^(A|BUTTON)$/.test(element.tagName) && meaningOf(element);
    if (isName(name) && !isControl && !element.closest(`button,label,select,${HIDDEN}`)) return name;
  }
  const alt = toText(root.querySelector('img[alt]')?.getAttribute('alt'));
  // A notice is no name, but rows may be made of what notices are made of.
  const notice = root.closest('[class*="alert"]') ? '' : ',[class*="alert"]';
  const texts = [...textsOf(root, `${HIDDEN},i,[class*="btn"]${notice}`)].map(uncounted).filter(isName);
  // The brand may stand above it.
  return texts.find((text) => text === alt) ?? texts[0] ?? alt;
};

const TIMES = '(\\d{1,4})(?![\\d.,]| ?(?:cm|mm|in|[×✕x]))';
const WRITTEN = new RegExp(
  `(?:[×✕]|\\bx|(?:q\\.?t\\p{L}+|[qk]v?u?antit?\\p{L}+|menge|m[eæ]ngde|anzahl|\\banz\\b|cantid?\\p{L}+|\\bcant\\b|aantal|hoeveel\\p{L}+|ilość|liczba|szt|množství|počet|mennyiség|antall?|stk|lkm|määrä|kpl|adet|miktar|кол\\p{L}*|к(?:іл)?-\\p{L}+|кільк\\p{L}*|ποσ\\p{L}*|[数數]量|個数|수량|كمي\\p{L}*)[^\\d]{0,4}) ?${TIMES}|(?:^| )(\\d{1,4}) ?[×✕x@](?! ?\\d+ ?(?:cm|mm|in|[×✕x]))`,
  'iu',
);

/** A number that is all that one of these boxes says, controls left out. */
const aloneIn = (boxes: (Element | null | undefined)[]): string | undefined => {
  for (const box of boxes) {
    const alone = box ? spaced(box) : '';
    if (/^\d{1,3}$/.test(alone)) return alone;
  }
  return undefined;
};

/** How many pieces a row or form is about: by its field, by what stands alone in a box of that name or a cell, by `2 ×`. */
export const quantityOf = (root: Element, text = ''): number | undefined => {
  // A form's fields may stand anywhere on the page.
  const fields =
    root instanceof HTMLFormElement ? [...root.elements].filter((e) => e.matches(QUANTITY)) : seek(root, QUANTITY);
  // A lone field may be called in any language, and so may a choice of 1, 2, 3.
  const others = (seek(root, 'input:is([type="text"],:not([type])),select') as HTMLSelectElement[]).filter(
    ({ options }) => !options || /^[01]$/.test(textOf(options[0])),
  );
  const field = ([...fields, ...(others[1] ? [] : others)] as HTMLInputElement[])
    .map(({ value }) => value)
    .find((value) => /^\d{1,4}([.,]0*)?$/.test(value));
  const shown = seek(root, `${classed('qty quantity')},output,[role="spinbutton"]`)
    .map((element) => textOf(element, 20))
    .find((alone) => /^\D{0,3}\d{1,3}\D{0,7}$/.test(alone));
  const [, behind, before] = WRITTEN.exec(text) ?? [];
  const { quantity } = (root as HTMLElement).dataset;
  const told =
    quantity ??
    field ??
    shown?.replace(/\D/g, '') ??
    // Between the controls that change it, or on the picture.
    aloneIn(
      seek(root, 'button,img').flatMap(({ parentElement: up }) => [
        up,
        up?.parentElement,
        up?.parentElement?.parentElement,
      ]),
    ) ??
    behind ??
    before ??
    aloneIn(seek(root, 'td').reverse());
  return Number(told) > 0 && Number(told) < 10_000 ? Number(told) : undefined;
};
