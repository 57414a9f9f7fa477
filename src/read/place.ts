import { fold, textOf, toWords } from './text.ts';
import { CART, CHECKOUT, FAILED, ORDER, THANKS } from './words.ts';

/** Which station of the way to the order a page is. */
export type Place = 'cart' | 'checkout' | 'confirmation';

const DONE = /confirm|success|complete|finish|receipt|potw|potvr|bestatig/;
const NOT_DONE =
  /order pay|track|account|konto|compte|cuenta|customer|history|cancel|fail|newsletter|subscri|conta[ck]t|register|login|wish|review/;

/** The words of an address: single-page shops keep their stations in the path or in the hash. */
const wordsOf = (url: string) => {
  const { pathname, hash } = new URL(url);
  let path = pathname + hash;
  try {
    path = decodeURIComponent(path);
  } catch {
    // A percent sign that encodes nothing: compared as it stands.
  }
  return fold(toWords(path));
};

/** The page's main heading, folded. */
export const headingOf = (doc: Document): string => fold(textOf(doc.querySelector('h1')) || doc.title);

export const saysThanks = (text: string): boolean => THANKS.test(text);

/** Says that an order failed or was cancelled: the address can be the same. */
export const saysFailed = (text: string): boolean => FAILED.test(text);

export const readPlace = (url: string, doc: Document): Place | undefined => {
  const words = wordsOf(url);
  const heading = headingOf(doc);
  const named = fold(toWords(doc.body?.id ?? ''));
  const isOrder = CHECKOUT.test(words) || ORDER.test(words);
  const thanks = THANKS.test(words) || DONE.test(words);
  if (
    !NOT_DONE.test(words) &&
    ((isOrder && (thanks || THANKS.test(heading))) || (thanks && THANKS.test(heading) && ORDER.test(heading)))
  )
    return 'confirmation';
  const last = words.split(' ').slice(-3).join(' ');
  if ((CART.test(last) && last.length < 30) || named === 'cart') return 'cart';
  if (NOT_DONE.test(words)) return;
  if (
    CHECKOUT.test(words) ||
    (ORDER.test(words) && /commande|order$|onepage|objedn|rendel/.test(words)) ||
    named === 'checkout'
  )
    return 'checkout';
  return heading.length < 30 && CART.test(heading) ? 'cart' : undefined;
};
