import type { EventFields, Item } from '../event/event.ts';
import { toCode } from './amount.ts';
import { toText } from './text.ts';
import { told } from './told.ts';

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

const toItem = (bag: Bag): Item =>
  told({
    item_id: toText(bag.item_id ?? bag.id ?? bag.sku, 100),
    item_name: toText(bag.item_name ?? bag.name),
    item_variant: toText(bag.item_variant ?? bag.variant),
    item_brand: toText(bag.item_brand ?? bag.brand),
    item_category: toText(bag.item_category ?? bag.category),
    price: toNumber(bag.price),
    quantity: toNumber(bag.quantity),
  });

const toFields = (list: unknown, currency: unknown, deal: Bag): EventFields =>
  told({
    currency: toCode(currency),
    value: toNumber(deal.value ?? deal.revenue),
    transaction_id: toText(deal.transaction_id ?? deal.id, 100),
    tax: toNumber(deal.tax),
    shipping: toNumber(deal.shipping),
    coupon: deal.coupon ? (true as const) : undefined,
    items: Array.isArray(list) && list.length ? list.slice(0, 100).filter(isBag).map(toItem) : undefined,
  });

/** A push in any of its spellings: GA4 object, gtag arguments, UA enhanced ecommerce, UA classic. */
export const readPush = (entry: unknown): Push | undefined => {
  if (!isBag(entry)) return;
  if (entry[0] === 'event') {
    const bag = isBag(entry[2]) ? entry[2] : {};
    return NAMES.test(String(entry[1]))
      ? { name: String(entry[1]), fields: toFields(bag.items, bag.currency, bag) }
      : undefined;
  }
  const { ecommerce, event } = entry;
  const bag = isBag(ecommerce) ? ecommerce : entry;
  const act = isBag(ecommerce) && Object.keys(UA).find((key) => isBag(bag[key]));
  if (act) {
    const { products, actionField } = bag[act] as Bag;
    const deal = isBag(actionField) ? actionField : {};
    // Later checkout steps are not its start.
    if (act === 'checkout' && Number(deal.step ?? 1) > 1) return;
    return { name: UA[act]!, fields: toFields(products, bag.currencyCode, deal) };
  }
  if (
    NAMES.test(String(event)) &&
    (isBag(ecommerce) || 'items' in bag || 'value' in bag || /lead|sign_up/.test(String(event)))
  ) {
    return { name: String(event), fields: toFields(bag.items, bag.currency, bag) };
  }
  const { transactionId: id, transactionTotal: revenue, transactionTax: tax, transactionShipping: shipping } = entry;
  if (!toText(id)) return;
  return {
    name: 'purchase',
    fields: toFields(entry.transactionProducts, entry.transactionCurrency, { id, revenue, tax, shipping }),
  };
};
