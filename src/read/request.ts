import { flatten, type Pair, parse } from './flatten.ts';
import { toWords } from './text.ts';

/** What a request asks of the cart, as far as its address and keys tell. */
export type Verb = 'add' | 'remove' | 'update' | 'order' | 'other';

const OTHER =
  /wish ?list|compare|favou?rite|coupon|voucher|promo|gift|estimate|refresh|preview|quick ?view|customer|address|attribut|shipping|recommend|search|suggest|login|register|review|subscri|newsletter|section load|fragments/;
const ADD =
  /\badd ?(to|item|line|product|entry|simple|variant|2)? ?(to ?)?(cart|bag|basket|item|line|product|entry)\b|\b(cart|basket|bag|items?|lines?|product) ?(lines? )?(add|create)\b|addtocart|addtobag|addtobasket|additem|\badd\b.*\bcart\b|\bcart\b.*\badd\b|line item add/;
const REMOVE = /\b(remove|delete|destroy|trash)\b|removefrom|removeitem|removeproduct|deleteitem/;
const UPDATE = /\b(update|change|quantity|qty|set ?quantity|recalculate)\b|updateq/;
const ORDER =
  /\b(place ?-?order|submit ?order|create ?order|complete|checkout ?complete|order ?create|order|orders|checkout|payment information|pay)\b/;
const CART =
  /cart|basket|\bbag\b|panier|warenkorb|carrito|carrello|koszyk|kosik|kosar|line ?items?|entries|checkout line/;

/** The fields of a body, however it was written: JSON, urlencoded or form data. */
export const readFields = (body: string): Pair[] => {
  if (/^\s*[[{]/.test(body)) return flatten(parse(body), 200);
  return [...new URLSearchParams(body.slice(0, 8000))].slice(0, 200).filter(([, value]) => value);
};

const isVerbKey = /(^|\.|_)(action|operation|operationName|op|path|method|query|type|intent|do|task|event|key)$/i;

/** A mutating request's verb: the address first, then the keys of the body and the values of those that name an act. */
export const readVerb = (method: string, url: string, fields: Pair[]): Verb | undefined => {
  const { pathname, search } = new URL(url);
  const address = toWords(`${pathname} ${search.replace(/[?&=+]/g, ' ')}`);
  const body = toWords(
    fields
      .map(([key, value]) =>
        isVerbKey.test(key) ? `${key} ${String(value).slice(0, 200)}` : /^\d/.test(key) ? '' : key,
      )
      .join(' ')
      .slice(0, 3000),
  ).slice(0, 3000);
  const overridden = fields.find(([key]) => key === '_method')?.[1];
  const verb = String(overridden ?? method).toUpperCase();
  const about = CART.test(address) || CART.test(body);
  for (const words of [address, body]) {
    if (ADD.test(words) && !/wish|compare|favo|coupon|voucher|discount|address/.test(words)) return 'add';
    if (OTHER.test(words) && words === address) return 'other';
    if (about && REMOVE.test(words)) return OTHER.test(words) ? 'other' : 'remove';
    if (/\bcoupon|voucher|discount|promo/.test(words) && words === body && /apply|add ?discount/.test(words))
      return 'other';
  }
  if (verb === 'GET') return;
  const zero = fields.some(([key, value]) => /(^|[.[])(quantity|qty)\]?$/i.test(key) && Number(value) === 0);
  if (about && verb === 'DELETE') return 'remove';
  if (
    about &&
    (UPDATE.test(address) ||
      /PUT|PATCH/.test(verb) ||
      UPDATE.test(fields.map(([key]) => toWords(key).replace(/\bqty|quantity\b/g, '')).join(' ')))
  )
    return zero ? 'remove' : 'update';
  if (ORDER.test(address) && !/cart/.test(address.split(' ').slice(-2).join(' '))) return 'order';
  // A collection posted to: `/baskets/7/items`, `/carts/x/entries`, `/api/checkout/cart` with a product in the body.
  if (
    /(cart|carts|basket|items|entries|lines?) ?$/.test(address.trim()) &&
    fields.some(([key]) => /product|sku|variant|^id$|item/i.test(key))
  )
    return zero ? 'remove' : 'add';
  return about ? 'other' : undefined;
};
