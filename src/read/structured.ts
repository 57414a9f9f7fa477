import type { Item } from '../event/event.ts';
import { toCode } from './amount.ts';
import { parse } from './flatten.ts';
import { readPrice } from './price.ts';
import { toText } from './text.ts';

/** A product as the page describes it. */
export interface Product {
  item: Item;
  currency?: string;
}

type Node = Record<string, unknown>;
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, 50) : value ? [value] : []);
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const isType = (node: Node, type: RegExp) => asList(node['@type']).some((name) => type.test(String(name)));

/** The entities a page is about: the top of each script, `@graph` and `mainEntity`. What hangs deeper is related. */
export const readEntities = (doc: Document, type: RegExp): Node[] =>
  [...doc.querySelectorAll('script[type="application/ld+json"]')]
    .slice(0, 30)
    .flatMap((script) => {
      const text = script.textContent ?? '';
      return text.length < 200_000 ? asList(parse(text.trim())) : [];
    })
    .flatMap((root) => (isNode(root) ? [root, ...asList(root['@graph']), ...asList(root.mainEntity)] : []))
    .filter((node): node is Node => isNode(node) && isType(node, type));

/** Every offer of an entity, with the specifications and variants nested in it, cheapest certainty first. */
const readOffers = (node: Node, depth = 0): Node[] =>
  depth > 3
    ? []
    : [node.offers, node.priceSpecification, node.hasVariant]
        .flatMap(asList)
        .filter(isNode)
        .flatMap((offer) => [offer, ...readOffers(offer, depth + 1)]);

const toProduct = (node: Node): Product => {
  const offers = readOffers(node);
  const isUnitOrOld = (offer: Node) =>
    (/UnitPrice/.test(String(offer['@type'])) && offer.referenceQuantity) ||
    /List|Strike|SRP|MSRP/.test(String(offer.priceType));
  const priced = offers.find(
    (offer) => !isUnitOrOld(offer) && (offer.price ?? offer.lowPrice ?? offer.lowprice) !== undefined,
  );
  const currency = toCode(offers.map((offer) => offer.priceCurrency).find(Boolean));
  const price = priced && readPrice(String(priced.price ?? priced.lowPrice ?? priced.lowprice), currency, true)?.value;
  const brand = isNode(node.brand) ? node.brand.name : node.brand;
  return {
    item: {
      item_id: toText(node.sku) ?? toText(node.productID) ?? toText(node.mpn),
      item_name: toText(node.name),
      item_brand: toText(brand),
      item_category: toText(asList(node.category)[0]),
      price,
    },
    currency,
  };
};

const contentOf = (element: Element | null): string | undefined =>
  toText(element?.getAttribute('content') ?? element?.getAttribute('value') ?? element?.textContent);

const readMicrodata = (root: ParentNode): Product | undefined => {
  const products = [...root.querySelectorAll('[itemscope][itemtype$="/Product"]')].filter(
    (element) => !element.parentElement?.closest('[itemtype$="/Product"],[itemtype$="/ItemList"]'),
  );
  const [product] = products;
  if (!product || products.length > 1) return;
  const prop = (name: string) => contentOf(product.querySelector(`[itemprop="${name}"]`));
  const currency = toCode(prop('priceCurrency'));
  return {
    item: {
      item_id: prop('sku') ?? prop('productID'),
      item_name: prop('name'),
      price: readPrice(prop('price') ?? prop('lowPrice') ?? '', currency, true)?.value,
    },
    currency,
  };
};

const readMeta = (doc: Document): Product | undefined => {
  const meta = (name: string) => contentOf(doc.querySelector(`meta[property="${name}"],meta[name="${name}"]`));
  const amount = meta('product:price:amount') ?? meta('og:price:amount');
  if (!amount && meta('og:type') !== 'product') return;
  const currency = toCode(meta('product:price:currency') ?? meta('og:price:currency'));
  return {
    item: {
      item_id: meta('product:retailer_item_id'),
      item_name: meta('og:title'),
      price: amount ? readPrice(amount, currency, true)?.value : undefined,
    },
    currency,
  };
};

/** The one product a page is about, from JSON-LD, microdata or meta. Several products make a listing: undefined. */
export const readPageProduct = (doc: Document): Product | undefined => {
  const entities = readEntities(doc, /(^|\/)Product(Group)?$/);
  const names = new Set(entities.map((entity) => toText(entity.name)));
  if (names.size > 1) return;
  const [entity] = entities;
  return entity ? toProduct(entity) : (readMicrodata(doc) ?? readMeta(doc));
};
