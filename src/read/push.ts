import type { EventFields } from '../event/event.ts';
import { readAmount, readCode } from './amount.ts';
import { readItems, readTotal, sumOf, toItem } from './cart.ts';
import { beside, flatten, type Pair, pick } from './flatten.ts';
import { toText, toWords } from './text.ts';

/** A milestone or signal that the site itself told through its data layer. */
export interface Push {
  name: string;
  fields: EventFields;
}

/** GA4's names in words, behind a mark of who tells them: `dl_add_to_cart`. */
const NAMES =
  /^(?:\w{2,3} )?((view|select) (item|promotion)|view (item list|search results|cart)|(add to|remove from) cart|begin checkout|add (shipping|payment) info|purchase|generate lead|sign up|refund)$/;
const ADDED = /^(\w{2,3} )?((product )?add(ed)? to (cart|basket|bag)|product added)$/;
const ORDERED = /^((order|transaction|purchase|checkout) (complet|placed|success|confirm)\w*|order|transaction)$/;
/** Universal Analytics names the act by the key beside its products. */
const UA: Record<string, string> = {
  detail: 'view_item',
  add: 'add_to_cart',
  remove: 'remove_from_cart',
  checkout: 'begin_checkout',
  purchase: 'purchase',
  refund: 'refund',
};

/** In words of its own, one thing may be told without a list, in a box or in none. */
const readOne = (pairs: Pair[]) => {
  const near = beside(pick(pairs, /price$/i)?.[0] ?? '');
  const item = toItem(
    pairs.flatMap(([path, value]) => (path.startsWith(near) ? [[path.slice(near.length), value]] : [])),
  );
  return item.item_id || item.item_name ? [item] : undefined;
};

const toFields = (name: string, said: unknown): EventFields => {
  const pairs = flatten(said);
  const { items = /_cart$/.test(name) ? readOne(pairs) : undefined, outside = pairs } =
    readItems(pairs, /^((?:[\w.]*\.)?(?:items|\w*products|impressions|contents)\.)\d/i) ?? {};
  const isOrder = name === 'purchase';
  return {
    currency: readCode(pairs),
    value:
      readAmount(outside, /(^|\.)value$/) ??
      (isOrder ? readTotal(outside) : undefined) ??
      readAmount(outside, /(revenue|transactionTotal)$/) ??
      (isOrder ? undefined : sumOf(items)),
    transaction_id: toText(
      pick(
        outside,
        /(^|\.)(transaction_?id|actionField\.id)$/i,
        ...(isOrder ? [/order_?(id|no|number)$|(order|transaction)\.id$/i, /^id$/] : []),
      )?.[1],
      100,
    ),
    tax: readAmount(outside, /tax$/i),
    shipping: readAmount(outside, /shipping$/i),
    coupon: pick(outside, /(^|\.)coupon$/) && true,
    items,
  };
};

/** A push in any of its spellings: GA4 object, gtag arguments, UA enhanced ecommerce, UA classic, the shop's own words. */
export const readPush = (entry: unknown): Push | undefined => {
  const { 0: tag, 1: told, 2: bag, event, ecommerce, transactionId } = Object(entry);
  const words = toWords(`${tag === 'event' ? told : event}`);
  const called = NAMES.exec(words)?.[1]?.replace(/ /g, '_');
  if (tag === 'event') return called ? { name: called, fields: toFields(called, bag) } : undefined;
  const deal = Object(ecommerce);
  const act = Object.keys(UA).find((key) => typeof deal[key] === 'object');
  if (act) {
    const name = called ?? UA[act]!;
    const { products, actionField } = Object(deal[act]);
    // Later checkout steps are not its start.
    return Number(actionField?.step ?? 1) > 1 && name === 'begin_checkout'
      ? undefined
      : { name, fields: toFields(name, { currency: deal.currencyCode, products, actionField }) };
  }
  const name =
    called ?? (ADDED.test(words) ? 'add_to_cart' : toText(transactionId) || ORDERED.test(words) ? 'purchase' : '');
  if (!name) return;
  const fields = toFields(name, ecommerce ?? entry);
  // An order in words of its own is known by its number.
  const isTold = called
    ? ecommerce || fields.items || fields.value !== undefined || /lead|sign_up/.test(name)
    : (fields.items ?? fields.transaction_id);
  return isTold ? { name, fields } : undefined;
};
