// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { readPageCurrency } from '../../src/read/currency.ts';
import { readPageProduct, readScriptId } from '../../src/read/structured.ts';
import { ld, show } from './show.ts';

beforeEach(() => void show(''));

test.each([
  ['a plain offer', { '@type': 'Product', name: 'Mug', sku: 'm-1', offers: { price: '12.50', priceCurrency: 'EUR' } }],
  [
    'a list of offers',
    { '@type': ['Product'], name: 'Mug', sku: 'm-1', offers: [{ price: 12.5, priceCurrency: 'EUR' }] },
  ],
  [
    'a specification inside a graph',
    {
      '@graph': [
        { '@type': 'WebSite' },
        {
          '@type': 'Product',
          name: 'Mug',
          sku: 'm-1',
          offers: [{ priceSpecification: [{ price: '12.50', priceCurrency: 'EUR' }] }],
        },
      ],
    },
  ],
  [
    'an aggregate',
    {
      '@type': 'Product',
      name: 'Mug',
      sku: 'm-1',
      offers: { '@type': 'AggregateOffer', lowPrice: '12.50', priceCurrency: 'EUR' },
    },
  ],
  [
    'variants',
    {
      '@type': 'ProductGroup',
      name: 'Mug',
      sku: 'm-1',
      hasVariant: [{ '@type': 'Product', name: 'Mug red', offers: { price: 12.5, priceCurrency: 'eur' } }],
    },
  ],
])('a product is read from %s', (_, data) => {
  show(ld(data));
  const product = readPageProduct(document);
  expect(product).toMatchObject({ item: { item_id: 'm-1', item_name: 'Mug', price: 12.5 }, currency: 'EUR' });
});

test('a number in text is not what is said of it', () => {
  show(
    '<article itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Bol</h1><span itemprop="sku">Réf.: <b>BOL-12</b></span></article>',
  );
  expect(readPageProduct(document)?.item.item_id).toBe('BOL-12');
});

test('a list price and a price per litre are not the price', () => {
  const rest = { priceCurrency: 'EUR' };
  show(
    ld({
      '@type': 'Product',
      name: 'Oil',
      offers: {
        priceSpecification: [
          { price: 25, priceType: 'https://schema.org/ListPrice', ...rest },
          { price: 40, '@type': 'UnitPriceSpecification', referenceQuantity: { value: 1, unitCode: 'LTR' }, ...rest },
          { price: 20, ...rest },
        ],
      },
    }),
  );
  expect(readPageProduct(document)?.item.price).toBe(20);
});

test('broken structured data beside good is skipped', () => {
  show(ld('{"@type":"Product",') + ld({ '@type': 'Product', name: 'Mug', offers: { price: 1, priceCurrency: 'EUR' } }));
  expect(readPageProduct(document)?.item.item_name).toBe('Mug');
});

test('several products are a listing', () => {
  show(
    ld([
      { '@type': 'Product', name: 'Mug' },
      { '@type': 'Product', name: 'Cup' },
    ]),
  );
  expect(readPageProduct(document)).toBeUndefined();
});

test('of several products the one that the page is headed by is its own; what they sell in holds for the page', () => {
  const cup = { '@type': 'Product', name: 'Cup', offers: { price: 5, priceCurrency: 'ARS' } };
  show(
    `<h1>Mug</h1>${ld({ '@type': 'WebPage', mainEntity: { '@type': 'Product', name: 'Mug', sku: 'm-1' } })}${ld(cup)}`,
  );
  expect(readPageProduct(document)?.item).toMatchObject({ item_id: 'm-1' });
  show(`<h1>Mugs</h1>${ld([{ '@type': 'Product', name: 'Mug' }, cup])}`);
  expect(readPageProduct(document)).toBeUndefined();
  expect(readPageCurrency(document)).toBe('ARS');
});

test('a product may go by its identifier alone', () => {
  const told = (identifier: unknown) => {
    show(ld({ '@type': 'Product', name: 'Mug', identifier }));
    return readPageProduct(document)?.item.item_id;
  };
  expect(told('1001')).toBe('1001');
  expect(told({ '@type': 'PropertyValue', value: '1002' })).toBe('1002');
});

test('a product’s number may stand before its name in data that a script holds', () => {
  const data = { related: [{ id: 8, name: 'Mug, blue' }], product: { id: 7, name: 'Mug', options: [] } };
  show(`<script>shop.data = ${JSON.stringify(data)};</script><script type="text/template">"Cup"</script>`);
  expect(['Mug', 'Mug, blue', 'Cup'].map((name) => readScriptId(document, name))).toEqual(['7', '8', undefined]);
});

test('microdata and meta tell a product too', () => {
  show(
    '<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Mug</h1><meta itemprop="sku" content="m-1"><meta itemprop="priceCurrency" content="EUR"><span itemprop="price" content="12.5">12,50 €</span></div>',
  );
  expect(readPageProduct(document)).toMatchObject({ item: { item_id: 'm-1', price: 12.5 }, currency: 'EUR' });
  show('');
  document.head.innerHTML =
    '<meta property="og:title" content="Mug"><meta property="product:price:amount" content="14.28"><meta property="product:price:currency" content="EUR">';
  expect(readPageProduct(document)).toMatchObject({ item: { item_name: 'Mug', price: 14.28 }, currency: 'EUR' });
});

test('a product without a number of its own is the one that its form sends', () => {
  show(
    '<div itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Desk</h1><span itemprop="price">750</span><form><input type="hidden" name="product_id" value="33"></form></div>',
  );
  expect(readPageProduct(document)?.item).toMatchObject({ item_id: '33', price: 750 });
});

test('the only hit of a search is a card with a page of its own', () => {
  const card = (href: string) =>
    `<h1>Results</h1><form itemscope itemtype="http://schema.org/Product"><a itemprop="url" href="${href}"><b itemprop="name">Bin</b></a><i itemprop="price">47.0</i></form>`;
  show(card('/shop/bin-14'));
  expect(readPageProduct(document)).toBeUndefined();
  show(card(location.href));
  expect(readPageProduct(document)).toMatchObject({ item: { item_name: 'Bin', price: 47 } });
});
