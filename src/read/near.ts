import { classed, HIDDEN, idOf, NOT_ASKED, nameOf, seek, spaced } from './box.ts';
import { readPageCurrency } from './currency.ts';
import { meaningOf } from './label.ts';
import { readLines } from './lines.ts';
import { headOf, mainOf } from './main.ts';
import { addressOf, headingOf, oneOf, readRouteId } from './place.ts';
import { type Money, readPrice } from './price.ts';
import { type Product, readPageProduct } from './structured.ts';
import { fold, textOf } from './text.ts';

const CONTROL = 'button,[type="submit"],[type="button"],[type="image"],[role="button"],a[class]';
const PRICE = `[itemprop="price"],[data-price]:not(input,option),[data-product-price],[data-price-amount],[data-testid*="price" i],[data-hook*="price" i],[id*="price" i],ins,${classed('price')}`;

// What it costs to send is no price: calculators stand within the form. Not the box of everything that is called after it.
const POSTAGE = '[class^="shipping" i],[class*=" shipping" i]';

/** Where a picture leads to itself, larger. */
const PICTURE = /^data|\.(jpe?g|png|gif|webp|avif)\b/i;

/** The price shown in a card, block or page: text before data, which may hold cents; what is struck through left out. */
export const readShownPrice = (root: Element, hint?: string): Money | undefined => {
  const [old, former] = NOT_ASKED.map((skipped) => `${skipped},${POSTAGE}`) as [string, string];
  const read = (text?: string | null) => readPrice(text ?? '', hint, true);
  for (const element of seek(root, PRICE)) {
    if (element.closest(former)) continue;
    const { price, productPrice, priceAmount } = element.dataset;
    // A regular price is asked unless another stands right beside it: one further on may be a suggestion's.
    const around = element.closest(old) ? element.parentElement!.parentElement : element;
    const money =
      read(spaced(root.contains(around) ? around! : root, old)) ??
      read(spaced(element, former)) ??
      read(element.getAttribute('content') ?? priceAmount ?? productPrice ?? price);
    if (money) return money;
  }
  return readPrice(spaced(root, old), hint) ?? readPrice(spaced(root, former), hint);
};

/** A product by the box that shows it, and the address of its page when that is another than this. */
export interface Shown extends Product {
  elsewhere: string | undefined;
}

/** What stands right below a product's name and is nothing but a code is its number in the shop: `MUG-7`. */
const codeBelow = (heading: Element | undefined): string | undefined =>
  /^(?=.*\d)[A-Z][A-Z\d._-]{3,30}$/.exec(textOf(heading?.nextElementSibling))?.[0];

/** All of a card: what stands around a part of it, up to where there is another name of that kind, or the page's own. */
const cardOf = (part: Element, titled: Element | null, head: Element | undefined): Element => {
  const main = mainOf(part.ownerDocument);
  let card = part;
  for (let up = 0, box = part.parentElement; titled && box && up < 3 && box !== main; up++, box = box.parentElement) {
    const alike = titled.className
      ? box.getElementsByClassName(titled.className)
      : box.getElementsByTagName(titled.tagName);
    if (alike[1] || box.contains(head!) || box.tagName === 'BODY') break;
    card = box;
  }
  return card;
};

/**
 * The product a control stands by: the closest box around it with a name and a price. Climbs at most nine levels and
 * stops at the page's own frame, so that a lone button far from everything reads nothing; and at boxes of `seen`, to which
 * it adds: whoever came by before has found what is there and above.
 */
export const readNear = (
  control: Element,
  hint = readPageCurrency(control.ownerDocument),
  seen = new Set<Element>(),
  head = headOf(control.ownerDocument),
): Shown | undefined => {
  let box = control.parentElement;
  const { itemName, itemPrice = '' } = (control as HTMLElement).dataset;
  const own = readPrice(itemPrice, hint, true);
  for (let up = 0; box && up < 9 && !/^(BODY|HTML)$/.test(box.tagName); up++, box = box.parentElement) {
    if (seen.has(box)) break;
    seen.add(box);
    const heading = box.querySelector('h1') ?? (box.contains(head!) ? head : undefined);
    const titled =
      heading ?? box.querySelector(`h2,h3,h4,h5,:not(input):is(${classed('title name')},[data-hook*="name" i])`);
    const name = (titled || box.querySelector('a[href]')) && nameOf(box);
    if (!name) continue;
    // A dialog may offer more than what it is about, each in a row of its own.
    const row = seek(box, 'tr').find((one) => spaced(one).includes(name));
    const money = (row && readShownPrice(row, hint)) ?? readShownPrice(box, hint);
    if (!money) continue;
    // A link alone may lead to anything: `plus shipping costs`.
    const isCard = titled || box.matches(`li,tr,${classed('tile card')}`) || box.querySelector('img');
    const card = heading ? box : cardOf(box, titled, head);
    const links = [
      box.closest<HTMLAnchorElement>('a[href]') ?? [],
      seek(card, 'a[href]'),
      seek(box.parentElement ?? box, ':scope>a[href]'),
    ].flat() as HTMLAnchorElement[];
    const leads = ({ href }: HTMLAnchorElement) =>
      isCard && !PICTURE.test(href) && addressOf(href) !== addressOf(location.href);
    const elsewhere = (
      links.find(
        (link) => leads(link) && (spaced(link) + link.getAttribute('aria-label') + link.title).includes(name),
      ) ?? links.find((link) => !heading && leads(link) && link.querySelector('img'))
    )?.href;
    return {
      item: {
        item_id: idOf(control) ?? idOf(box) ?? idOf(card) ?? (elsewhere ? readRouteId(elsewhere) : codeBelow(heading)),
        item_name: itemName ?? (textOf(heading) || name),
        price: (own ?? money).value,
      },
      currency: money.currency,
      elsewhere,
    };
  }
  return undefined;
};

/**
 * The product a page is about where no data say so: the one whose add control stands with the page's heading; or what stands
 * around the heading of a page that calls itself a product's.
 */
export const readShownProduct = (doc: Document, hint?: string): Shown | undefined => {
  const heading = headOf(doc);
  let box: Element | null | undefined = heading ? heading.parentElement : mainOf(doc);
  for (let up = 0; box && up < 9 && (!heading || box !== doc.body); up++, box = heading && box.parentElement) {
    // One that waits for a choice, or for stock, is shut.
    const [control, another] = seek(box, CONTROL, 20).filter(
      (one) => meaningOf(one) === 'add' || one.matches(':disabled'),
    );
    if (!control) continue;
    const near = readNear(control, hint);
    if (!near || near.elsewhere) break;
    const { item } = near;
    const title = textOf(heading);
    // The only one below a heading that the page's title repeats is that one's, whatever else has a name there.
    if (title && !another && doc.title.startsWith(title)) item.item_name = title;
    const isTitled = (text: string) => fold(doc.title).includes(fold(text));
    // Where the heading is that of every product's page, `Product details`, the title has the name.
    const isNamed = heading
      ? item.item_name === title || (isTitled(item.item_name!) && !isTitled(title))
      : doc.title.startsWith(item.item_name!) || oneOf(location.href);
    return isNamed ? near : undefined;
  }
  // One that is sold out may have none.
  return heading &&
    (doc.querySelector('meta[content="product"],body#product') ||
      /product-(product|view\b(?!-))|productdetail/.test(doc.body.className))
    ? readNear(heading, hint)
    : undefined;
};

/** A page is headed by what it sells: a bag, a basket. A cart may offer more, but has lines. */
export const isSold = (doc: Document): boolean => {
  const add = seek(mainOf(doc), CONTROL, 20).find((one) => meaningOf(one) === 'add');
  const name = (readPageProduct(doc) ?? (add && readNear(add)))?.item.item_name;
  return !!name && fold(name) === headingOf(doc) && !readLines(mainOf(doc)).items.length;
};

/**
 * The first products of a page that have pages of their own, by the prices in it, else by the pictures and headings that
 * lead to them: cards of a listing or of suggestions.
 */
export const readCards = (root: Element, hint?: string): Shown[] => {
  const cards = new Map<string, Shown>();
  const seen = new Set<Element>();
  const head = headOf(root.ownerDocument);
  for (const mark of [PRICE, 'a[href] img,:is(h2,h3,h4) a[href],a[href] :is(h2,h3,h4)'])
    for (const seed of cards.size > 1 ? [] : seek(root, mark, 40)) {
      if (cards.size > 11 || seed.closest(`${NOT_ASKED[1]},${HIDDEN},nav,header,footer`)) continue;
      const card = readNear(seed, hint, seen, head);
      if (card?.elsewhere) cards.set(card.elsewhere, card);
    }
  return [...cards.values()];
};
