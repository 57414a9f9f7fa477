import type { EventFields, Item } from '../event/event.ts';
import { toCode } from './amount.ts';
import { toText } from './text.ts';

/** A milestone that the site itself told through its data layer. */
export interface Push {
  name: string;
  fields: EventFields;
}

type Bag = Record<string, unknown>;
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;
const toNumber = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

const NAMES =
  /^(view_item|add_to_cart|remove_from_cart|view_cart|begin_checkout|add_shipping_info|add_payment_info|purchase|generate_lead|sign_up)$/;
/** Universal Analytics names the act by the key beside its products. */
const UA: Record<string, string> = {
  detail: 'view_item',
  add: 'add_to_cart',
  remove: 'remove_from_cart',
  checkout: 'begin_checkout',
  purchase: 'purchase',
};

const toItem = (bag: Bag): Item => {
  const item: Item = {};
  const set = (key: keyof Item, value: string | number | undefined) => {
    if (value !== undefined) Object.assign(item, { [key]: value });
  };
  set('item_id', toText(bag.item_id ?? bag.id ?? bag.sku, 100));
  set('item_name', toText(bag.item_name ?? bag.name));
  set('item_variant', toText(bag.item_variant ?? bag.variant));
  set('item_brand', toText(bag.item_brand ?? bag.brand));
  set('item_category', toText(bag.item_category ?? bag.category));
  set('price', toNumber(bag.price));
  set('quantity', toNumber(bag.quantity));
  return item;
};

const toFields = (bag: Bag, list: unknown, currency: unknown, deal: Bag = bag): EventFields => {
  const fields: EventFields = {};
  const set = <K extends keyof EventFields>(key: K, value: EventFields[K]) => {
    if (value !== undefined) fields[key] = value;
  };
  set('currency', toCode(currency));
  set('value', toNumber(deal.value ?? deal.revenue));
  set('transaction_id', toText(deal.transaction_id ?? deal.id, 100));
  set('tax', toNumber(deal.tax));
  set('shipping', toNumber(deal.shipping));
  if (deal.coupon) set('coupon', true);
  if (Array.isArray(list) && list.length) set('items', list.slice(0, 100).filter(isBag).map(toItem));
  return fields;
};

/** A push in any of its spellings: GA4 object, gtag arguments, UA enhanced ecommerce, UA classic. */
export const readPush = (entry: unknown): Push | undefined => {
  if (!isBag(entry)) return;
  if (entry[0] === 'event' && typeof entry[1] === 'string') {
    const bag = isBag(entry[2]) ? entry[2] : {};
    return NAMES.test(entry[1]) ? { name: entry[1], fields: toFields(bag, bag.items, bag.currency) } : undefined;
  }
  const { ecommerce, event } = entry;
  if (typeof event === 'string' && NAMES.test(event)) {
    const bag = isBag(ecommerce) ? ecommerce : entry;
    if (isBag(ecommerce) || 'items' in entry || 'value' in entry || /lead|sign_up/.test(event)) {
      const ua = Object.keys(UA).find((act) => isBag(bag[act]));
      if (!ua) return { name: event, fields: toFields(bag, bag.items, bag.currency) };
    }
  }
  if (isBag(ecommerce)) {
    for (const [act, name] of Object.entries(UA)) {
      const bag = ecommerce[act];
      if (!isBag(bag)) continue;
      const deal = isBag(bag.actionField) ? bag.actionField : {};
      // Later checkout steps are not its start.
      if (name === 'begin_checkout' && Number(deal.step ?? 1) > 1) return;
      return { name, fields: toFields({}, bag.products, ecommerce.currencyCode, deal) };
    }
  }
  const id = toText(entry.transactionId, 100);
  if (!id) return;
  const fields = toFields({}, entry.transactionProducts, entry.transactionCurrency, {
    id,
    revenue: entry.transactionTotal,
    tax: entry.transactionTax,
    shipping: entry.transactionShipping,
  });
  return { name: 'purchase', fields };
};
