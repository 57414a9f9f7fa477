import type { Item } from '../event/event.ts';
import { readAmount, readCode, toCode } from './amount.ts';
import { idOf } from './box.ts';
import { flatten, parse, pick } from './flatten.ts';
import { headOf } from './main.ts';
import { readPrice } from './price.ts';
import { textOf, toText } from './text.ts';

/** A product as the page describes it. */
export interface Product {
  item: Item;
  currency?: string | undefined;
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, 50) : [value]);

/** The products a page is about: the top of each script, `@graph` and `mainEntity`. What hangs deeper is related. */
const readEntities = (doc: Document): Record<string, unknown>[] =>
  [...doc.querySelectorAll('script[type="application/ld+json"]')]
    .slice(0, 30)
    .flatMap(({ textContent }) => (textContent!.length < 200_000 ? asList(parse(textContent!)) : []))
    .flatMap((root) => [root, ...asList(Object(root)['@graph']), ...asList(Object(root).mainEntity)])
    .map(Object)
    .filter((node) => asList(node['@type']).some((type) => /(^|\/)Product(Group)?$/.test(String(type))));

const toProduct = (entity: unknown): Product => {
  const pairs = flatten(entity);
  const text = (...patterns: RegExp[]) => toText(pick(pairs, ...patterns)?.[1]);
  return {
    item: {
      item_id: text(/^sku$/, /^productID$/, /^mpn$/, /^identifier(\.value)?$/),
      item_name: text(/^name$/),
      item_brand: text(/^brand(\.name)?$/),
      item_category: text(/^category(\.0)?$/),
      price: readAmount(pairs, /^(offers|priceSpecification|hasVariant)\..*(price|lowprice)$/i),
    },
    currency: readCode(pairs),
  };
};

/** A product told by elements that each hold one fact, as `find` finds them. */
const readFacts = (find: (name: string) => Element | null, [id, name, price, code]: string[]): Product => {
  const fact = (names = '') =>
    names
      .split(' ')
      .map(find)
      .map((found) => toText(found?.getAttribute('content') ?? found?.getAttribute('value') ?? found?.textContent))
      .find(Boolean);
  const currency = toCode(fact(code));
  return {
    item: {
      item_id: fact(id)?.replace(/^\D*[:：] +/, ''),
      item_name: fact(name),
      price: readPrice(fact(price) ?? '', currency, true)?.value,
    },
    currency,
  };
};

const readMicrodata = (doc: Document): Product | undefined => {
  const [product, another] = [...doc.querySelectorAll('[itemscope][itemtype$="/Product"]')].filter(
    ({ parentElement }) => !parentElement?.closest('[itemtype$="/Product"],[itemtype$="/ItemList"]'),
  );
  if (!product || another) return;
  const read = readFacts(
    (name) => product.querySelector(`[itemprop="${name}"]`),
    ['sku productID', 'name', 'price lowPrice', 'priceCurrency'],
  );
  // The card of the only hit has a page of its own.
  const link = product.querySelector<HTMLAnchorElement>('a[itemprop="url"]');
  if (link && !doc.URL.startsWith(link.href) && read.item.item_name !== textOf(headOf(doc))) return;
  read.item.item_id ??= idOf(product);
  return read;
};

const readMeta = (doc: Document): Product | undefined => {
  if (!doc.querySelector('meta[property$=":price:amount"],meta[name$=":price:amount"]')) return;
  const find = (name: string) => doc.querySelector(`meta[property="${name}"],meta[name="${name}"]`);
  const product = readFacts(find, [
    'product:retailer_item_id',
    'og:title',
    'product:price:amount og:price:amount',
    'product:price:currency og:price:currency',
  ]);
  return product.item.price === undefined ? undefined : product;
};

/** The number of what is called so in data that a script holds: `{"id":7,"title":"Mug"`. */
export const readScriptId = (doc: Document, name: string): string | undefined =>
  [...doc.querySelectorAll('script')]
    .map(
      ({ textContent }) =>
        /"id":"?([\w-]+)"?,"(name|title)"$/.exec(textContent!.split(`:${JSON.stringify(name)}`)[0]!)?.[1],
    )
    .find(Boolean);

/**
 * The one product a page is about, from JSON-LD, microdata or meta. Several products make a listing: undefined; unless the
 * page is headed by the name of one.
 */
export const readPageProduct = (doc: Document): Product | undefined => {
  const entities = readEntities(doc);
  const title = textOf(headOf(doc));
  const own = entities.find(({ name }) => toText(name) === title);
  if (!own && new Set(entities.map(({ name }) => toText(name))).size > 1) return;
  const entity = own ?? entities[0];
  return entity ? toProduct(entity) : (readMicrodata(doc) ?? readMeta(doc));
};
