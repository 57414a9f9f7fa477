import { labelOf } from './label.ts';
import { CART } from './words.ts';

const BADGE = ['cart', 'basket', 'bag']
  .flatMap((cart) =>
    ['count', 'badge', 'qty', 'quantity'].flatMap((name) =>
      [' ', ''].map((gap) => `[class*="${cart}"]${gap}[class*="${name}"]`),
    ),
  )
  .join();

/** How many pieces the cart's badge shows; undefined when the page has none. */
export const readCount = (doc: Document): number | undefined => {
  for (const badge of [...doc.querySelectorAll<HTMLElement>(`[data-cart-count],${BADGE}`)].slice(0, 12)) {
    const text = badge.dataset.cartCount ?? badge.textContent ?? '';
    if (text.length < 40 && /^\D*\d{1,4}\D*$/.test(text)) return Number(text.replace(/\D/g, ''));
  }
  for (const link of [...doc.querySelectorAll('header a,header button,nav a,nav button')].slice(0, 40)) {
    const label = labelOf(link);
    const count = /(?:^|[^\d.,])(\d{1,3})(?![\d.,])/.exec(
      `${label} ${link.getAttribute('aria-label') ?? ''} ${link.textContent}`.slice(0, 120),
    );
    if (count && (CART.test(label) || /cart|basket|bag/.test(link.getAttribute('href') ?? ''))) return Number(count[1]);
  }
  return undefined;
};
