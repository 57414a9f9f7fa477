import type { EventFields, Item } from '../event/event.ts';
import { readAmount, readCode } from './amount.ts';
import { beside, flatten, type Pair, pick } from './flatten.ts';
import { exact } from './price.ts';
import { fold, toText } from './text.ts';

/** A cart as far as it is known. */
export interface Cart {
  items: Item[];
  currency?: string | undefined;
  /** What the shop says is to pay, all in. */
  total?: number | undefined;
  /** What the checkout last named for it. */
  tax?: number | undefined;
  shipping?: number | undefined;
}

const LINE = /^((?:.*?\.)?)\d+\.(attributes\.)?(quantity|qty|quantity_?ordered|count)(\.value)?$/i;
const NO_LINES = /(^|\.)(items|lines|line_?items|products|entries)(\.(edges|nodes))?\.length$/i;
/** Before its tax, or one of the parts (`item_total`, `subTotal`), is not what is to pay. */
const GROSS = /(^|\.)total\w*(incl|with(?!out)|gross)\w*(\.(amount|value|centAmount))?$/i;
const TOTAL =
  /((^|\.)((grand|order|cart|final|amount)_?)?total|(^|[^b])total_?(price|amount)|(^|\.)totals?\.(total|total_price|amount|value|gross)|order_?amount)(\.gross)?(\.(amount|value|number|centAmount)|_cents)?$/i;

/** One line of a cart, order or push, by the names that shops give to its fields. */
export const toItem = (pairs: Pair[]): Item => {
  const quantity = Number(pick(pairs, /^(attributes\.)?(quantity|qty|quantity_?ordered|count)(\.value)?$/i)?.[1]);
  return {
    item_id: toText(
      pick(
        pairs,
        // Beside the product's own number an `item_id` is the line's.
        /^((product_?)?sku(\.id)?|identifier)$/i,
        /^product_?id$/i,
        /^item_id$/i,
        /(^|\.)(sku|product_?code|product_?id|id_product|pid|product\.id)$/i,
        /^varia(nt|tion)_?id$/i,
        /^id$/i,
      )?.[1],
      100,
    ),
    item_name: toText(
      pick(
        pairs,
        /(^|\.)((item|product)_?name(\.original)?|product(_?title|\.(\w_)?(name|title)_?))$/i,
        // `name.de`
        /(^|\.)(name1?|title)(\.\w\w(-\w\w)?)?$/i,
        // Of what goes by no name, a few words stand for it.
        /^(description|label)$/i,
      )?.[1],
    ),
    item_variant: toText(pick(pairs, /^(item_)?variant$/)?.[1]),
    item_brand: toText(pick(pairs, /^(item_)?brand$/)?.[1]),
    item_category: toText(pick(pairs, /^(item_)?category$/)?.[1]),
    price: readAmount(
      pairs,
      /(^|\.)(prices\.price|unit_?price(\.\w*(amount|value|cents?))?|(purchase|sale|final|display|product)_?price(\.value)?|(unit_?)?price_?(with|incl)\w*)$/i,
      /(^|\.)price\.discounted\.value\.centAmount$/,
      /(^|\.)price(\.(sales|gross|raw))?(\.(amount|value))?(\.?centAmount)?$/i,
      /(^|\.)(cost|amountPerQuantity)\.amount(PerQuantity)?(\.amount)?$/i,
      /(^|\.)(single)?_?base_?price(\.gross)?(\.(amount|value))?$/i,
    ),
    quantity: quantity >= 0 ? quantity : undefined,
  };
};

/** The things in a list of a body, told by the pattern of a path whose first group is the list. */
export const readItems = (pairs: Pair[], pattern: RegExp): { items: Item[]; outside: Pair[] } | undefined => {
  const paths = pairs.flatMap(([path]) => (pattern.test(path) ? [path] : []));
  // What was changed may stand beside the cart: where none is called so, the longest list is it.
  const own = paths.find((path) => /(cart|basket)\./i.test(path));
  const deep = (path: string) => path.split('.').length;
  const counts: Record<string, number> = {};
  let list: string | undefined;
  for (const path of own ? [own] : paths.filter((path) => deep(path) === deep(paths[0]!))) {
    const [, at = ''] = pattern.exec(path)!;
    counts[at] = (counts[at] ?? 0) + 1;
    if (list === undefined || counts[at]! > counts[list]!) list = at;
  }
  if (list === undefined) return;
  const lines: Pair[][] = [];
  const isLine: boolean[] = [];
  const unit = pick(pairs, /minor_?unit$/i);
  for (const [path, value] of pairs) {
    const [at] = path.startsWith(list) ? path.slice(list.length).split('.', 1) : [];
    if (at && /^\d{1,3}$/.test(at)) {
      lines[+at] ??= unit ? [unit] : [];
      lines[+at]!.push([path.slice(list.length + at.length + 1), value]);
      isLine[+at] ||= pattern.test(path);
    }
  }
  return {
    // Things of other kinds may lie in the same list.
    items: lines
      .filter((_, at) => isLine[at])
      .slice(0, 100)
      .map(toItem),
    outside: pairs.filter(([path]) => !(path.startsWith(list) && /^\d/.test(path.slice(list.length)))),
  };
};

/**
 * Shops give a line's own sum as its price as often as the price of one. What they name as the sum of all decides: when
 * it is that of the amounts as they stand, and not that of price x quantity, each amount is its line's.
 */
export const asUnits = (items: Item[], shown: number[], isSum = false): Item[] => {
  const times = sumOf(items);
  const plain = sumOf(items.map((item) => ({ ...item, quantity: 1 })));
  if (times === undefined || shown.includes(times) || !(isSum || shown.includes(plain!))) return items;
  return items.map((item) => ({ ...item, price: exact(item.price! / (item.quantity || 1)) }));
};

/**
 * Amounts in minor units that do not say so: where something costs a hundred times what it is known to (a thousand, in
 * currencies of three decimals), it holds for all that was said in the same breath.
 */
export const inUnits = <T extends Partial<Cart> & EventFields>(said: T, known: Item[]): T => {
  const { items = [] } = said;
  const times = items
    .flatMap((line) => known.map((item) => isAlike(item, line) && exact(line.price! / item.price!)))
    .find((units) => units === 100 || units === 1000);
  if (!times || items.some(({ price }) => price! % 1)) return said;
  return JSON.parse(JSON.stringify(said), (key, amount) =>
    /^(price|value|total|tax|shipping)$/.test(key) ? exact(amount / times) : amount,
  );
};

/**
 * The cart in the answer to a request, whatever its shape: a list of things with a quantity, or an empty one beside sums.
 * Among much else (`isNamed`) only what is called so.
 */
export const readCart = (body: unknown, isNamed = false): Cart | undefined => {
  const pairs = flatten(body).filter(([path]) => !isNamed || /(cart|basket)\./i.test(path));
  const isEmpty = pick(pairs, NO_LINES) && pairs.some(([path]) => /total|count|num/i.test(path));
  const found = readItems(pairs, LINE) ?? (isEmpty ? { items: [], outside: pairs } : undefined);
  const shown = found?.outside.flatMap(([, value]) => [Number(value), Number(value) / 100]) ?? [];
  return found && { items: asUnits(found.items, shown), currency: readCode(pairs), total: readTotal(found.outside) };
};

/** The one thing an answer tells of, known by an id that was asked for; no list of lines. */
export const readThing = (body: unknown, ids: string[]): Item | undefined => {
  const pairs = flatten(body);
  const [path] = pairs.find(([key, id]) => /(sku|id)$/i.test(key) && ids.includes(`${id}`)) ?? [];
  if (path === undefined) return;
  const near = beside(path);
  const item = toItem(pairs.flatMap(([key, value]) => (key.startsWith(near) ? [[key.slice(near.length), value]] : [])));
  return item.item_name ? item : undefined;
};

/** What the shop says is to pay. */
export const readTotal = (pairs: Pair[]): number | undefined => readAmount(pairs, /grand_?total/i, GROSS, TOTAL);

/** Price x quantity, summed; undefined unless every item has a price. */
export const sumOf = (items: Item[] | undefined): number | undefined => {
  if (!items?.length || items.some(({ price }) => price === undefined)) return undefined;
  let sum = 0;
  for (const { price, quantity = 1 } of items) sum += price! * quantity;
  return exact(sum);
};

/** Whether two descriptions may be of one product: by id, else by name; nothing told is no contradiction. */
export const isSame = (one: Item | undefined, other: Item | undefined): boolean => {
  if (!one || !other) return true;
  if (one.item_id && one.item_id === other.item_id) return true;
  if (one.item_name && other.item_name) return one.item_name === other.item_name;
  return !(one.item_id && other.item_id);
};

/** The same, as far as two tags of one shop tell: each may have a number of its own, and more or fewer words, or none. */
export const isCalled = (one: Item | undefined, other: Item | undefined): boolean => {
  const [short = '', long = ''] = [fold(one?.item_name ?? ''), fold(other?.item_name ?? '')].sort(
    (a, b) => a.length - b.length,
  );
  return isSame(one, other) || long.includes(short);
};

/** `Mug` on the product's page may be `Mug, blue` in the cart, and the other way round. */
export const isAlike = (one: Item | undefined, other: Item) => {
  if (!one?.item_id || !other.item_id) {
    const [short = '', long = ''] = [one?.item_name, other.item_name].sort((a = '', b = '') => a.length - b.length);
    return !!short && long.startsWith(short);
  }
  return one.item_id === other.item_id;
};
