import { flatten, type Pair } from './flatten.ts';
import { fold, toWords } from './text.ts';
import { ADD as ADDS, ASIDE, CART, ORDER as ORDERS, REMOVE as REMOVES } from './words.ts';

/** What a request asks of the cart, as far as its address and keys tell. */
export type Verb = 'add' | 'remove' | 'update' | 'order' | 'other';

const OTHER = new RegExp(
  `${ASIDE.source}|promo|discount|gift|estimate|refresh|customer|address|shipping|recommend|\\brecs?\\b|similar|viewed|search|suggest|login|register|review|subscri|section|fragments`,
);
// `add_to_cart_form` is a thing: what is asked of it stands behind it.
const ADD =
  /\badd(to|ed)? ?(to|item|line|product|entry)?(simple)?\b(?!.* form$)|\badd\w*(to|2)(cart|basket|bag)|\b(items?|lines?|entry) ?(add|create)\b/;
const REMOVE = /\b(remove|delete|destroy|trash)/;
// What is asked of orders that are there.
const READ = /\b(get|list|find|load|status|history|track|cancel|refund|returns?(?! ur))\b/;
const UPDATE = /\b(update|change|recalculate|PUT|PATCH)/;
const ORDER = /\b((place|submit|create) ?order|orders?|complete|checkout|payment information|pay|buy|purchases?)\b/;
// An operation named for it, whatever else its text asks for.
const PLACED = /\b(place|create|submit) ?(my ?)?order|checkout ?complete|complete ?checkout/;
const LINES = /line ?items?|item to order|order ?(lines?|form)|entries|baskets?|carts?\b/;
const IS_VERB = /(^|[._])(action|operation\w*|op|path|method|query|type|intent|task|event|cmd|command)$/i;

/**
 * The fields of a body, however it was written: JSON, urlencoded, form data, or JSON in a field of one of these. What a
 * component notes of itself (`memo.id`) is left out.
 */
export const readFields = (body: string): Pair[] => {
  if (/^\s*[[{]/.test(body)) return flatten(body, 400).filter(([path]) => !/\bmemo\./.test(path));
  const pairs = [...new URLSearchParams(body.slice(0, 8000))];
  return pairs.slice(0, 200).flatMap(([key, value]) => flatten({ [key]: value }, 200));
};

/** A request's verb: by its address, else by the keys of its body and the values of those that name an act. */
export const readVerb = (method: string, url: string, fields: Pair[]): Verb | undefined => {
  const { pathname, search } = new URL(url);
  const address = fold(toWords(`${pathname} ${search.replace(/[?&=+]/g, ' ')}`));
  const said = fields
    // The state that a component sends along is no act.
    .filter(([key]) => !/\b(props|updated|snapshot)\./.test(key))
    // What a mutation is made of may stand before it.
    .map(([key, value]) =>
      IS_VERB.test(key)
        ? `${key} ${String(value)
            .replace(/^.*\bmutation\b/s, '')
            .slice(0, 200)}`
        : key,
    )
    // A number names the thing that a field is of: `addtocart_21.EnteredQuantity` is how many there would be.
    .map((key) => key.replace(/^\w+_\d+\./, ''));
  const body = fold(toWords(said.join(' ').slice(0, 300)));
  const verb = String(fields.find(([key]) => key === '_method')?.[1] ?? method).toUpperCase();
  const isCollection = /(cart|basket|item|entrie|lines|\bline)s?$/.test(fold(toWords(pathname)));
  const about = isCollection || [address, body].some((words) => CART.test(words) || LINES.test(words));
  const isZero = fields.some(([key, value]) => /(^|[.[])(quantity|qty|count)\]?$/i.test(key) && Number(value) === 0);
  if (PLACED.test(body)) return 'order';
  for (const words of about ? [address, body] : []) {
    if (OTHER.test(words)) return 'other';
    if (REMOVE.test(words)) return 'remove';
    // What is called an add may set how many there are.
    if (ADD.test(words) && !/update cart (item|line)/.test(words)) return 'add';
  }
  // `/warenkorb/hinzufuegen`. In English it has been asked above; `/in/en/cart` is India's.
  const own = about ? address.replace(/\b(add\w*|in)\b/g, '') : '';
  if (REMOVES.test(own)) return 'remove';
  if (ADDS.test(own)) return 'add';
  if (verb === 'GET') return;
  if (about && verb === 'DELETE') return 'remove';
  if (about && UPDATE.test(`${address} ${body} ${verb}`)) return isZero ? 'remove' : 'update';
  // A collection posted to, with a product in the body: `/baskets/7/items`, `/carts/x/entries`, `/api/cart`.
  // A cart may be made with its first line.
  const asksMany = fields.some(([key]) => /^(quantity|qty)$/i.test(key));
  if (
    (isCollection ||
      /\bcart ?create\b|\bcreate ?cart\b/.test(body) ||
      (asksMany && /\/(cart|basket)s?\/[^/]+$/i.test(pathname))) &&
    fields.some(([key]) => /product|sku|varia(?!b)|^id$|item|merchandise/i.test(key))
  )
    return isZero ? 'remove' : 'add';
  // `/siparis/olustur`
  const isOrder = ORDER.test(address) || ORDERS.test(address.replace(/\w*order/g, ''));
  if (isOrder && !READ.test(address) && !/cart$/.test(address)) return OTHER.test(address) ? 'other' : 'order';
  return about ? 'other' : undefined;
};
