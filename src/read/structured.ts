import type { Item } from '../event/event.ts';
import { readAmount, readCode, toCode } from './amount.ts';
import { idOf } from './box.ts';
import { flatten, parse, pick } from './flatten.ts';
import { parseHtml } from './html.ts';
import { headOf } from './main.ts';
import { readPrice } from './price.ts';
import { fold, textOf, toText } from './text.ts';
import { told } from './told.ts';

/** A product as the page describes it. */
export interface Product {
  item: Item;
  currency?: string | undefined;
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, 50) : [value]);

/** Data as it stands in a page: wrapped for old browsers, with a comma or a semicolon too many, lines broken within a text. */
const parseLoose = (text: string): unknown =>
  parse(text) ??
  parse(
    text
      .replace(/^[\s/*]*<!(\[CDATA\[|--)|[\s/*]*(\]\]|--)>[\s/*]*$|;\s*$/g, '')
      .replace(/\s+/g, ' ')
      .replace(/,(?= ?[}\]])/g, ''),
  );

/** The products a page is about: the top of each script, `@graph` and `mainEntity`. What hangs deeper is related. */
const readEntities = (doc: Document): Record<string, unknown>[] =>
  [...doc.querySelectorAll('script[type="application/ld+json"]')]
    .slice(0, 30)
    .flatMap(({ textContent }) => (textContent!.length < 200_000 ? asList(parseLoose(textContent!)) : []))
    .flatMap((root) => [root, ...asList(Object(root)['@graph']), ...asList(Object(root).mainEntity)])
    .map(Object)
    .filter((node) =>
      asList(node['@type']).some((type) => /(^|\/)((Individual)?Product(Group)?|Book)$/.test(String(type))),
    );

/** A name as it is read: templates write `&amp;` where no HTML is. */
const toName = (name: string | undefined): string | undefined =>
  name && /&#?\w+;/.test(name) ? textOf(parseHtml(name)?.body) : name;

const toProduct = (entity: unknown): Product => {
  const pairs = flatten(entity);
  const text = (...patterns: RegExp[]) => toText(pick(pairs, ...patterns)?.[1]);
  return {
    item: {
      item_id: text(/^sku$/, /^product(Group)?ID$/, /^mpn$/, /^identifier(\.value)?$/, /^gtin/),
      item_name: toName(text(/^name$/)),
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

const PRODUCT = '[itemscope][itemtype*="/Product"]';

const readMicrodata = (doc: Document): Product | undefined => {
  const head = headOf(doc);
  const products = [...doc.querySelectorAll(PRODUCT)].filter(
    ({ parentElement }) => !parentElement?.closest(`${PRODUCT},[itemtype$="/ItemList"]`),
  );
  const product = products.find((one) => one.contains(head!)) ?? (products[1] ? undefined : products[0]);
  if (!product) return;
  // Its brand and its reviews have names as well.
  const isOwn = (element: Element) =>
    element.parentElement!.closest(`${PRODUCT},[itemscope]:not([itemprop="offers"],[itemprop^="price"])`) === product;
  const read = readFacts(
    (name) => [...product.querySelectorAll(`[itemprop="${name}"]`)].find(isOwn) ?? null,
    ['sku productID mpn', 'name', 'price lowPrice', 'priceCurrency'],
  );
  // The card of the only hit has a page of its own.
  const link = product.querySelector<HTMLAnchorElement>('a[itemprop="url"]');
  if (link && !doc.URL.startsWith(link.href) && read.item.item_name !== textOf(head)) return;
  read.item.item_id ??= idOf(product);
  return read;
};

const readMeta = (doc: Document): Product | undefined => {
  if (!doc.querySelector('meta[property$=":price:amount"],meta[name$=":price:amount"]')) return;
  const find = (name: string) => doc.querySelector(`meta[property="${name}"],meta[name="${name}"]`);
  const product = readFacts(find, [
    'product:retailer_item_id',
    'og:title',
    'product:sale_price:amount product:price:amount og:price:amount',
    'product:price:currency og:price:currency',
  ]);
  // The name of the shop may stand behind.
  const title = textOf(headOf(doc));
  if (title && product.item.item_name?.startsWith(title)) product.item.item_name = title;
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
  const nameOf = (name: unknown) => fold(toName(toText(name)) ?? '');
  const entities = readEntities(doc).map((entity) => [nameOf(entity.name), entity] as const);
  const title = fold(textOf(headOf(doc)));
  const [[first] = []] = entities;
  const name = entities.some(([name]) => name === title) ? title : first;
  if (entities.some(([other]) => other !== name && name !== title)) return;
  // A theme and its extensions each tell a part.
  let product: Product | undefined;
  const join = (other: Product | undefined) => {
    if (!other || (product && nameOf(other.item.item_name) !== name)) return;
    product = { ...other, ...product, item: { ...other.item, ...told({ ...product?.item }) } };
    product.currency ??= other.currency;
  };
  for (const [other, entity] of entities) if (other === name) join(toProduct(entity));
  if (product?.item.price === undefined) join(readMicrodata(doc) ?? readMeta(doc));
  return product;
};
