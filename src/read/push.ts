import type { EventFields } from '../event/event.ts';
import { readAmount, readCode } from './amount.ts';
import { readItems, sumOf } from './cart.ts';
import { flatten, pick } from './flatten.ts';
import { toText } from './text.ts';

/** A milestone or signal that the site itself told through its data layer. */
export interface Push {
  name: string;
  fields: EventFields;
}

const NAMES =
  /^((view|select)_(item|promotion)|view_(item_list|search_results|cart)|(add_to|remove_from)_cart|begin_checkout|add_(shipping|payment)_info|purchase|generate_lead|sign_up|refund)$/;
/** Universal Analytics names the act by the key beside its products. */
const UA: Record<string, string> = {
  detail: 'view_item',
  add: 'add_to_cart',
  remove: 'remove_from_cart',
  checkout: 'begin_checkout',
  purchase: 'purchase',
  refund: 'refund',
};

const toFields = (name: string, said: unknown): EventFields => {
  const pairs = flatten(said);
  const { items, outside = pairs } = readItems(pairs, /^((?:items|\w*products)\.)\d/i) ?? {};
  return {
    currency: readCode(pairs),
    value:
      readAmount(outside, /(^|\.)(value|revenue|transactionTotal)$/) ??
      (name === 'purchase' ? undefined : sumOf(items)),
    transaction_id: toText(pick(outside, /(^|\.)(transaction_?id|actionField\.id)$/i)?.[1], 100),
    tax: readAmount(outside, /tax$/i),
    shipping: readAmount(outside, /shipping$/i),
    coupon: pick(outside, /(^|\.)coupon$/) && true,
    items,
  };
};

/** A push in any of its spellings: GA4 object, gtag arguments, UA enhanced ecommerce, UA classic. */
export const readPush = (entry: unknown): Push | undefined => {
  const { 0: tag, 1: told, 2: bag, event, ecommerce, transactionId } = Object(entry);
  if (tag === 'event') return NAMES.test(told) ? { name: told, fields: toFields(told, bag) } : undefined;
  const deal = Object(ecommerce);
  const act = Object.keys(UA).find((key) => typeof deal[key] === 'object');
  if (act) {
    const { products, actionField } = Object(deal[act]);
    // Later checkout steps are not its start.
    return Number(actionField?.step ?? 1) > 1 && act === 'checkout'
      ? undefined
      : { name: UA[act]!, fields: toFields(UA[act]!, { currency: deal.currencyCode, products, actionField }) };
  }
  if (
    NAMES.test(event) &&
    (ecommerce || (entry && 'items' in Object(entry)) || 'value' in Object(entry) || /lead|sign_up/.test(event))
  )
    return { name: event, fields: toFields(event, ecommerce ?? entry) };
  return toText(transactionId) ? { name: 'purchase', fields: toFields('purchase', entry) } : undefined;
};
