import { readPageCurrency } from './currency.ts';
import { idOf, nameOf, spaced } from './lines.ts';
import { readPrice } from './price.ts';
import type { Product } from './structured.ts';
import { textOf } from './text.ts';

const PRICE =
  '[itemprop="price"],[data-price],[data-product-price],[data-price-amount],[class*="sale-price"],[class*="special-price"],[class*="current-price"],ins,[class*="price"],[class*="Price"]';
const OLD =
  'del,s,strike,[class*="old"],[class*="regular-price"],[class*="was"],[class*="compare"],[class*="strike"],[class*="non-sale"],[class*="unit-price"],[class*="from-price"]';

/** The price shown in a card, block or page: data before text, what is struck through left out. */
export const readShownPrice = (root: Element, hint?: string) => {
  for (const element of [...root.querySelectorAll<HTMLElement>(PRICE)].slice(0, 12)) {
    if (element.closest(OLD)) continue;
    const { price, productPrice, priceAmount } = element.dataset;
    const told = element.getAttribute('content') ?? priceAmount ?? productPrice ?? price;
    const shown = readPrice(spaced(element), hint, true);
    const data = told ? readPrice(told, hint, true) : undefined;
    // Data attributes may hold cents: taken only when the text agrees or says nothing.
    const money = shown && data && shown.value !== data.value ? shown : (data ?? shown);
    if (money) return { ...money, currency: money.currency ?? shown?.currency };
  }
  return readPrice(spaced(root), hint);
};

/**
 * The product a control stands by (`elsewhere`: one that has a page of its own, not this one): the closest box around it with a name and a price. Climbs at most nine levels and
 * stops at the page's own frame, so that a lone button far from everything reads nothing.
 */
export const readNear = (
  control: Element,
  hint = readPageCurrency(control.ownerDocument),
): (Product & { elsewhere: boolean }) | undefined => {
  let box = control.parentElement;
  for (let up = 0; box && up < 9 && !/^(BODY|HTML)$/.test(box.tagName); up++, box = box.parentElement) {
    const name =
      box.querySelector('h1,h2,h3,h4,h5,[class*="title"],[class*="name"],[itemprop="name"],a[href]') && nameOf(box);
    const money = name ? readShownPrice(box, hint) : undefined;
    if (!name || !money) continue;
    const heading = box.querySelector('h1');
    const links = [...box.querySelectorAll<HTMLAnchorElement>('a[href]')].slice(0, 10);
    return {
      item: {
        item_id: idOf(control) ?? idOf(box),
        item_name: (heading && textOf(heading)) || name,
        price: money.value,
      },
      currency: money.currency,
      elsewhere: links.some((link) => textOf(link).includes(name) && link.pathname !== location.pathname),
    };
  }
  return undefined;
};
