import { classed, seek } from './box.ts';
import { labelOf, meaningOf } from './label.ts';

// `cart-count` in one class, or a `badge` inside a `cart`.
const BADGE = ['count', 'badge', 'qty', 'quantity']
  .flatMap((name) => ['', ' '].map((gap) => classed('cart basket bag', `${gap}[class*="${name}"]`)))
  .join();

/** How many pieces the cart's badge shows; undefined when the page has none. */
export const readCount = (doc: Document): number | undefined => {
  for (const badge of seek(doc, `[data-cart-count],${BADGE}`)) {
    const text = badge.dataset.cartCount ?? badge.textContent ?? '';
    const control = badge.closest('a,button');
    const link = control ?? badge.closest('li,tr,[class*="product" i]')?.querySelector('a[href*="/"]');
    const meaning = link && meaningOf(link);
    // Wish list and comparison may have one of the same kind, and so has a line of the small cart.
    if (link && (control ? meaning === 'other' : meaning !== 'cart')) continue;
    if (text.length < 40 && /^\D*\d{1,4}\D*$/.test(text)) return Number(text.replace(/\D/g, ''));
  }
  const top = doc.querySelector('header,nav') ? ':is(header,nav) ' : '';
  for (const link of seek(doc, `${top}:is(a,button,[role="button"])`, 40)) {
    // How many and for how much may stand side by side with nothing between them.
    const shown = /\d/.test(link.textContent!) ? link.innerHTML.replace(/<[^>]*>/g, ' ') : '';
    const count = /(?:^|[^\d.,])(\d{1,3})(?![\d.,])/.exec(
      `${shown.slice(0, 90)} ${link.getAttribute('aria-label') ?? ''} ${labelOf(link)}`.slice(0, 200),
    );
    if (count && meaningOf(link) === 'cart') return Number(count[1]);
  }
  return undefined;
};
