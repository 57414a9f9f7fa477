import { classed, idOf, nameOf, OLD, seek, spaced } from './box.ts';
import { readPageCurrency } from './currency.ts';
import { type Money, readPrice } from './price.ts';
import type { Product } from './structured.ts';
import { textOf } from './text.ts';

const PRICE = `[itemprop="price"],[data-price],[data-product-price],[data-price-amount],ins,${classed('price')}`;

/** The price shown in a card, block or page: data before text, what is struck through left out. */
const readShownPrice = (root: Element, hint?: string): Money | undefined => {
  for (const element of seek(root, PRICE)) {
    if (element.closest(OLD)) continue;
    const { price, productPrice, priceAmount } = element.dataset;
    const told = element.getAttribute('content') ?? priceAmount ?? productPrice ?? price;
    const shown = readPrice(spaced(element), hint, true);
    const data = readPrice(told ?? '', hint, true);
    // Data attributes may hold cents: taken only when the text agrees or says nothing.
    if (shown ?? data) return (shown ?? data)!;
  }
  return readPrice(spaced(root), hint);
};

/**
 * The product a control stands by (`elsewhere`: one that has a page of its own, not this one): the closest box around it
 * with a name and a price. Climbs at most nine levels and stops at the page's own frame, so that a lone button far from
 * everything reads nothing.
 */
export const readNear = (
  control: Element,
  hint = readPageCurrency(control.ownerDocument),
): (Product & { elsewhere: boolean }) | undefined => {
  let box = control.parentElement;
  for (let up = 0; box && up < 9 && !/^(BODY|HTML)$/.test(box.tagName); up++, box = box.parentElement) {
    const name = box.querySelector(`h1,h2,h3,h4,h5,a[href],${classed('title name')}`) && nameOf(box);
    const money = name ? readShownPrice(box, hint) : undefined;
    if (!name || !money) continue;
    return {
      item: {
        item_id: idOf(control) ?? idOf(box),
        item_name: textOf(box.querySelector('h1')) || name,
        price: money.value,
      },
      currency: money.currency,
      elsewhere: (seek(box, 'a[href]') as HTMLAnchorElement[]).some(
        (link) => spaced(link).includes(name) && link.pathname !== location.pathname,
      ),
    };
  }
  return undefined;
};
