import type { Item } from '../event/event.ts';
import { readAmount, readCode } from './amount.ts';
import { flatten, type Pair, pick } from './flatten.ts';
import { exact } from './price.ts';
import { toText } from './text.ts';

/** A cart as far as it is known. */
export interface Cart {
  items: Item[];
  currency?: string;
  /** What the shop says is to pay, all in. */
  total?: number;
}

const UNIT_PRICE = [
  /(^|\.)(prices?\.price|unit_?price(\.\w*(amount|value|cents?))?)$/i,
  /(^|\.)(purchase_?price|sale_?price|final_?price|price_?(with|incl)\w*|display_?price)$/i,
  /(^|\.)price\.(sales\.)?(amount|value|centAmount)$/i,
  /(^|\.)price$/i,
  /(^|\.)(cost|amountPerQuantity)\.amount(PerQuantity)?(\.amount)?$/i,
];
const NAME = [
  /(^|\.)(product_?(name|title)|productName)$/i,
  /(^|\.)product\.(name|title)$/i,
  /^(name|title)$/i,
  /(^|\.)(name|title)$/i,
];
const ID = [
  /^(sku|product_?sku)$/i,
  /(^|\.)(sku|product_?code|productCode)$/i,
  /(^|\.)(product_?id|id_product|pid|item_?id)$/i,
  /(^|\.)product\.id$/i,
  /^(variant_?id|id)$/i,
];
const QUANTITY = /^(quantity|qty|quantity_?ordered|count)$/i;

const isLine = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).some((key) => QUANTITY.test(key));

/** The list of lines nearest to the top of a body, an empty one only beside sums. */
const findLines = (body: unknown): unknown[] | undefined => {
  let level: unknown[] = [body];
  for (let depth = 0; depth < 8 && level.length; depth++) {
    const next: unknown[] = [];
    for (const node of level.slice(0, 300)) {
      if (!node || typeof node !== 'object') continue;
      if (Array.isArray(node) && node.length && node.every(isLine)) return node;
      const entries = Object.entries(node).slice(0, 100);
      const names = entries.map(([key]) => key).join(' ');
      for (const [key, value] of entries) {
        if (
          Array.isArray(value) &&
          !value.length &&
          /^(items|lines|line_?items|products|entries)$/i.test(key) &&
          /total|count|num/i.test(names)
        )
          return value;
      }
      next.push(...entries.map(([, value]) => value));
    }
    level = next;
  }
  return undefined;
};

/** One line of a body. Prices whose unit cannot be told (integers that may be cents) are left out by `trusted`. */
const toItem = (line: unknown, whole: Pair[]): Item => {
  const pairs = flatten(line, 120, 5).filter(
    ([path]) => !/old|original|regular|compare|list_?price|pretax|tax_?excl|discount|was/i.test(path),
  );
  const minor = whole.find(([path]) => /minor_?unit$/i.test(path));
  const told =
    minor && !pairs.some(([path]) => /minor_?unit$/i.test(path)) ? [...pairs, ['minor_unit', minor[1]] as Pair] : pairs;
  const price = readAmount(told, ...UNIT_PRICE);
  const quantity = Number(pick(pairs, QUANTITY)?.[1]);
  return {
    item_id: toText(pick(pairs, ...ID)?.[1], 100),
    item_name: toText(pick(pairs, ...NAME)?.[1]),
    ...(price !== undefined && { price }),
    ...(quantity >= 0 && { quantity }),
  };
};

/** The cart in the answer to a request, whatever its shape: a list of things with a quantity. */
export const readCart = (body: unknown): Cart | undefined => {
  const lines = findLines(body);
  if (!lines) return;
  const whole = flatten(body, 1500);
  const currency = readCode(whole);
  const outside = whole.filter(([path]) => !/(items|lines|products|entries)\.\d/.test(path));
  const total = readAmount(
    outside,
    /(grand_?total|total_?price|totalPrice)(\.(amount|value|centAmount))?$/i,
    /(^|\.)totals?\.(total|total_price|amount|value)(\.(amount|value))?$/i,
    /(^|\.)(total|order_?total)(\.(amount|value))?$/i,
  );
  return {
    items: lines.slice(0, 100).map((line) => toItem(line, whole)),
    ...(currency && { currency }),
    ...(total !== undefined && { total }),
  };
};

/** Price x quantity, summed; undefined unless every item has a price. */
export const sumOf = (items: Item[] | undefined): number | undefined =>
  items?.length && items.every(({ price }) => price !== undefined)
    ? exact(items.reduce((sum, { price, quantity }) => sum + price! * (quantity ?? 1), 0))
    : undefined;

/** Whether two descriptions may be of one product: by id, else by name; nothing told is no contradiction. */
export const isSame = (one: Item | undefined, other: Item | undefined): boolean => {
  if (!one || !other) return true;
  if (one.item_id && other.item_id && one.item_id === other.item_id) return true;
  if (one.item_name && other.item_name) return one.item_name === other.item_name;
  return !(one.item_id && other.item_id);
};
