import { fold, textOf, toWords } from './text.ts';
import { CART, CHECKOUT, ORDER, THANKS } from './words.ts';

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

export const readPlace = (url: string, doc: Document): Place | undefined => {
  const words = wordsOf(url);
  const heading = headingOf(doc);
  const { id } = doc.body;
  const isAside = NOT_DONE.test(words);
  const isCheckout = CHECKOUT.test(words);
  const isOrder = ORDER.test(words);
  const isDone = THANKS.test(words) || DONE.test(words);
  const isThanked = THANKS.test(heading);
  const isConfirmed = isCheckout || isOrder ? isDone || isThanked : isDone && isThanked && ORDER.test(heading);
  if (isConfirmed && !isAside) return 'confirmation';
  const last = words.split(' ').slice(-3).join(' ');
  if ((CART.test(last) && last.length < 30) || id === 'cart') return 'cart';
  if (isAside) return;
  if (isCheckout || (isOrder && /commande|order$|onepage|objedn|rendel/.test(words)) || id === 'checkout')
    return 'checkout';
  return heading.length < 30 && CART.test(heading) ? 'cart' : undefined;
};
