import { fold, textOf, toWords } from './text.ts';
import { ADD, ASIDE, BUY, CART, CHECKOUT, REMOVE } from './words.ts';

/** What a control is for, as far as its words tell. `other` is a look-alike: wish list, options, coupon ... */
export type Meaning = 'add' | 'remove' | 'checkout' | 'cart' | 'other';

const OTHER = /select|choose|option|product type (var|group|ext)|continu|^(view|see|read|show) |\bdetails$/;
const ADD_NAMES =
  /\badd(ed)? ?(item )?(to|2) ?(cart|bag|basket)|\badd ?to(cart|bag|basket)|\b(to ?cart|cart (item )?add|btn buy|buy ?now)\b/;

const isOther = (words: string) => ASIDE.test(words) || OTHER.test(words);

/** The words a shopper reads or hears on a control. */
export const labelOf = (control: Element): string => {
  const shown = textOf(control, 100) || String((control as HTMLInputElement).value ?? '');
  // Its own, else that of the picture or icon in it.
  const said = [control, control.querySelector('[alt],[title]')]
    .flatMap((one) => ['aria-label', 'title', 'alt'].map((name) => one?.getAttribute(name)))
    .find(Boolean);
  // A letter is a sign: `x`.
  return fold(/\p{L}{2}/u.test(shown) ? shown : (said ?? shown));
};

/** How the icon in a control is written: `<svg class="lucide-trash-2">`, `<i class="fa fa-minus">`, `<use href="#cart">`. */
export const iconOf = (control: Element): string =>
  toWords((control.querySelector('svg,i')?.outerHTML ?? '').slice(0, 300));

/** What its author called it: icon, name, id, classes, and what its data attributes say it does. */
const namesOf = (control: Element): string => {
  const data = Object.entries((control as HTMLElement).dataset ?? {})
    .filter(([key]) => !/target|toggle/i.test(key)) // what it may open says nothing of what it does
    .slice(0, 20);
  const own = [control.getAttribute('name'), control.id, control.getAttribute('class'), ...data.flat()];
  return toWords(own.join(' ')) + iconOf(control);
};

/** What a text means on a button. Nothing that decides: undefined. */
export const meaningOfLabel = (label: string): Meaning | undefined => {
  if (REMOVE.test(label)) return 'remove';
  if (CART.test(label)) return ADD.test(label) ? 'add' : 'cart';
  if (CHECKOUT.test(label)) return 'checkout';
  if (isOther(label)) return 'other';
  return BUY.test(label) && label.length < 24 ? 'add' : undefined;
};

/** What a control is for: its words first, then what its author called it, then where it leads. */
export const meaningOf = (control: Element): Meaning | undefined => {
  const names = namesOf(control);
  const label = labelOf(control);
  const said = meaningOfLabel(label);
  if (said === 'remove' || /\b(remove|delete|trash)\b/.test(names)) return 'remove';
  if (said === 'add') return said;
  if (said === 'other' || isOther(names)) return said === 'checkout' ? said : 'other';
  // `Add` alone, beside a cart for an icon.
  if (ADD_NAMES.test(names) || (/^\p{L}+$/u.test(label) && ADD.test(label) && CART.test(names))) return 'add';
  const [last] = /[^/]*\/?$/.exec((control.getAttribute('href') ?? '').split(/[?#]/)[0]!)!;
  const isCart =
    // What is shown may be a sum alone.
    CART.test(fold(toWords(`${last} ${control.getAttribute('aria-label')}`))) ||
    // Sums and an icon: `2 item(s) - £12.00`
    (control.closest('header,nav') && control.querySelector('[class*="cart" i],[class*="basket" i]'));
  return said ?? (isCart ? 'cart' : undefined);
};
