// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readPageProduct } from '../../src/read/structured.ts';

const ld = (text: string) => `<script type="application/ld+json">${text}</script>`;
const CONTEXT = '"@context":"https://schema.org"';
const H1 = '<main><h1>Mug</h1></main>';
const MUG_AND_CUP =
  ld(
    `{${CONTEXT},"@type":"Product","name":"Mug","sku":"M-1","offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR"}}`,
  ) +
  ld(
    `{${CONTEXT},"@type":"Product","name":"Cup","sku":"C-1","offers":{"@type":"Offer","price":"9","priceCurrency":"EUR"}}`,
  );
const MUG = ['M-1', 'Mug', 12.5, 'EUR'].join('|');

/** How shops of many makes describe the product of a page to machines: number, name, price, currency; '' for none. */
const PAGES: [make: string, html: string, said: string][] = [
  [
    'yoast: a graph in which the page names its product',
    ld(
      `{${CONTEXT},"@graph":[{"@type":"Organization","name":"Shop","url":"/"},{"@type":"WebSite","name":"Shop"},{"@type":"ItemPage","name":"Mug - Shop"},{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Home"}]},{"@type":"Product","name":"Mug","sku":"M-1","offers":[{"@type":"Offer","priceSpecification":[{"@type":"UnitPriceSpecification","price":"12.50","priceCurrency":"EUR","valueAddedTaxIncluded":false,"validThrough":"2027-12-31"}],"availability":"http://schema.org/InStock","url":"/p"}]}]}`,
    ) + H1,
    MUG,
  ],
  [
    'woo: reduced, list price in the list of prices',
    ld(
      `{"@context":"https://schema.org/","@graph":[{"@type":"BreadcrumbList"},{"@type":"Product","name":"Mug","sku":"M-1","offers":[{"@type":"Offer","priceSpecification":[{"@type":"UnitPriceSpecification","price":"12.50","priceCurrency":"EUR"},{"@type":"UnitPriceSpecification","price":"15.00","priceCurrency":"EUR","priceType":"https://schema.org/ListPrice"}]}]}]}`,
    ) + H1,
    MUG,
  ],
  [
    'list price told first',
    ld(
      `{${CONTEXT},"@type":"Product","name":"Mug","sku":"M-1","offers":{"@type":"Offer","priceCurrency":"EUR","price":12.5,"priceSpecification":[{"@type":"UnitPriceSpecification","priceType":"https://schema.org/StrikethroughPrice","price":15},{"@type":"UnitPriceSpecification","price":12.5}]}}`,
    ) + H1,
    MUG,
  ],
  [
    'shopify: a group and its variants',
    ld(
      `{${CONTEXT},"@type":"ProductGroup","productGroupID":"77","name":"Mug","brand":{"@type":"Brand","name":"Acme"},"hasVariant":[{"@type":"Product","name":"Mug - Blue","sku":"M-1","offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR"}},{"@type":"Product","name":"Mug - Red","sku":"M-2","offers":{"@type":"Offer","price":"13.50","priceCurrency":"EUR"}}],"variesBy":"https://schema.org/color"}`,
    ) + H1,
    '77|Mug|12.5|EUR',
  ],
  [
    'a list that holds all there is',
    ld(
      `[{${CONTEXT},"@type":"BreadcrumbList"},{${CONTEXT},"@type":"Product","name":"Mug","sku":"M-1","offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR"}}]`,
    ) + H1,
    MUG,
  ],
  [
    'shopify theme: offers by variant, the address of each',
    ld(
      `{"@context":"http://schema.org/","@type":"Product","name":"Mug","url":"https://x/products/mug","image":["//x"],"description":"A mug","sku":"M-1","brand":{"@type":"Brand","name":"Acme"},"offers":[{"@type":"Offer","sku":"M-1","availability":"http://schema.org/InStock","price":12.5,"priceCurrency":"EUR","url":"https://x/products/mug?variant=1"},{"@type":"Offer","sku":"M-2","price":13.5,"priceCurrency":"EUR","url":"https://x?variant=2"}]}`,
    ) + H1,
    MUG,
  ],
  [
    'magento module: from and to',
    ld(
      `{${CONTEXT},"@type":"Product","name":"Mug","sku":"M-1","offers":{"@type":"AggregateOffer","lowPrice":12.5,"highPrice":19,"offerCount":3,"priceCurrency":"EUR"}}`,
    ) + H1,
    MUG,
  ],
  [
    'written by hand: comma, sign and all',
    ld(
      `{${CONTEXT},"@type":"Product","name":"Mug","sku":"M-1","offers":{"@type":"Offer","price":"€ 12,50","priceCurrency":"EUR"}}`,
    ) + H1,
    MUG,
  ],
  [
    'thousands by a comma',
    ld(
      `{${CONTEXT},"@type":"Product","name":"Mug","sku":"M-1","offers":{"@type":"Offer","price":"1,250.00","priceCurrency":"USD"}}`,
    ) + H1,
    'M-1|Mug|1250|USD',
  ],
  [
    'currency in small letters',
    ld(
      `{${CONTEXT},"@type":"Product","name":"Mug","sku":"M-1","offers":{"@type":"Offer","price":"12.5","priceCurrency":"eur"}}`,
    ) + H1,
    MUG,
  ],
  [
    'a comma too many',
    ld(
      `{${CONTEXT},"@type":"Product","name":"Mug","sku":"M-1","image":["/a.jpg","/b.jpg",],"offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR",},}`,
    ) + H1,
    MUG,
  ],
  [
    'lines broken within what describes it',
    ld(
      `{${CONTEXT},"@type":"Product","name":"Mug","description":"A mug.\nFor tea,\n\tfor coffee.","sku":"M-1","offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR"}}`,
    ) + H1,
    MUG,
  ],
  [
    'within CDATA',
    ld(
      `//<![CDATA[\n{${CONTEXT},"@type":"Product","name":"Mug","sku":"M-1","offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR"}}\n//]]>`,
    ) + H1,
    MUG,
  ],
  [
    'within a comment',
    ld(
      `<!--\n{${CONTEXT},"@type":"Product","name":"Mug","sku":"M-1","offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR"}}\n-->`,
    ) + H1,
    MUG,
  ],
  [
    'a semicolon behind it',
    ld(
      `{${CONTEXT},"@type":"Product","name":"Mug","sku":"M-1","offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR"}};`,
    ) + H1,
    MUG,
  ],
  [
    'name in entities',
    `${ld(
      `{${CONTEXT},"@type":"Product","name":"Mug &amp; Spoon","sku":"M-1","offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR"}}`,
    )}<main><h1>Mug &amp; Spoon</h1></main>`,
    'M-1|Mug & Spoon|12.5|EUR',
  ],
  [
    'an item page with its entity',
    ld(
      `{${CONTEXT},"@type":"ItemPage","mainEntity":{"@type":"Product","name":"Mug","sku":"M-1","offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR"}}}`,
    ) + H1,
    MUG,
  ],
  [
    'types of its own beside',
    ld(
      `{${CONTEXT},"@type":["Product","Car"],"name":"Mug","sku":"M-1","offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR"}}`,
    ) + H1,
    MUG,
  ],
  [
    'a book',
    ld(
      `{${CONTEXT},"@type":"Book","name":"Mug","isbn":"978","sku":"M-1","offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR"}}`,
    ) + H1,
    MUG,
  ],
  [
    'its kind in the language of an old day',
    ld(
      `{"@context":"http://schema.org","@type":"http://schema.org/Product","name":"Mug","productID":"M-1","offers":{"@type":"http://schema.org/Offer","price":12.5,"priceCurrency":"EUR"}}`,
    ) + H1,
    MUG,
  ],
  ['suggestions beside the one of the page', `${MUG_AND_CUP}<main><h1> Mug </h1></main>`, MUG],
  ['suggestions, and a heading in capitals', `${MUG_AND_CUP}<main><h1>MUG</h1></main>`, MUG],
  [
    'told twice, by theme and by plugin',
    ld(`{${CONTEXT},"@type":"Product","name":"Mug","offers":{"@type":"Offer","priceCurrency":"EUR"}}`) +
      ld(
        `{${CONTEXT},"@type":"Product","name":"Mug","sku":"M-1","offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR"}}`,
      ) +
      H1,
    MUG,
  ],
  [
    'reviews alone, data of the price in the page',
    ld(
      `{${CONTEXT},"@type":"Product","name":"Mug","aggregateRating":{"@type":"AggregateRating","ratingValue":4.8,"reviewCount":12}}`,
    ) +
      `<main itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Mug</h1><meta itemprop="sku" content="M-1"><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><meta itemprop="price" content="12.50"><meta itemprop="priceCurrency" content="EUR"></div></main>`,
    MUG,
  ],
  [
    'a list of items',
    `${ld(
      `{${CONTEXT},"@type":"ItemList","itemListElement":[{"@type":"ListItem","position":1,"item":{"@type":"Product","name":"Mug","offers":{"price":"12.5"}}},{"@type":"ListItem","position":2,"item":{"@type":"Product","name":"Cup"}}]}`,
    )}<main><h1>Cups</h1></main>`,
    '',
  ],
  [
    'a list of products',
    `${ld(
      `[{"@type":"Product","name":"Mug","offers":{"price":"12.5"}},{"@type":"Product","name":"Cup","offers":{"price":"9"}}]`,
    )}<main><h1>Cups</h1></main>`,
    '',
  ],
  [
    'an order in an account',
    `${ld(
      `{${CONTEXT},"@type":"Order","orderNumber":"7","acceptedOffer":{"@type":"Offer","itemOffered":{"@type":"Product","name":"Mug","sku":"M-1"},"price":"12.5","priceCurrency":"EUR"}}`,
    )}<main><h1>Order 7</h1></main>`,
    '',
  ],
  [
    'microdata: price as text with its content',
    `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Mug</h1><span itemprop="sku">M-1</span><div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span itemprop="priceCurrency" content="EUR">€</span><span itemprop="price" content="12.5">12,50</span><link itemprop="availability" href="https://schema.org/InStock"></div></div>`,
    MUG,
  ],
  [
    'microdata: a price in the price of an offer',
    `<div itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Mug</h1><span itemprop="sku">M-1</span><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><p class="price">ab 10 Stück 11,00 €</p><div itemprop="priceSpecification" itemscope itemtype="http://schema.org/UnitPriceSpecification"><meta itemprop="priceCurrency" content="EUR"><meta itemprop="price" content="12.50"></div></div></div>`,
    MUG,
  ],
  [
    'microdata: names of others within',
    `<div itemscope itemtype="https://schema.org/Product"><div itemprop="brand" itemscope itemtype="https://schema.org/Brand"><span itemprop="name">Acme</span></div><h1 itemprop="name">Mug</h1><meta itemprop="sku" content="M-1"><div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="EUR"><span itemprop="price">12,50</span></div></div>`,
    MUG,
  ],
  [
    'microdata: a review before the name',
    `<div itemscope itemtype="https://schema.org/Product"><div itemprop="review" itemscope itemtype="https://schema.org/Review"><span itemprop="name">Lovely</span></div><h1 itemprop="name">Mug</h1><meta itemprop="productID" content="M-1"><span itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="EUR"><meta itemprop="price" content="12.5"></span></div>`,
    MUG,
  ],
  [
    'microdata: suggestions within the product',
    `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Mug</h1><meta itemprop="sku" content="M-1"><span itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="EUR"><meta itemprop="price" content="12.5"></span><div itemprop="isRelatedTo" itemscope itemtype="https://schema.org/Product"><span itemprop="name">Cup</span></div></div>`,
    MUG,
  ],
  [
    'microdata: suggestions beside it',
    `<main><div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Mug</h1><meta itemprop="sku" content="M-1"><span itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="EUR"><meta itemprop="price" content="12.5"></span></div><section><div itemscope itemtype="https://schema.org/Product"><a itemprop="url" href="/cup"><span itemprop="name">Cup</span></a><span itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="price" content="9"></span></div></section></main>`,
    MUG,
  ],
  [
    'microdata: the price of one among several',
    `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Mug</h1><meta itemprop="mpn" content="M-1"><div itemprop="offers" itemscope itemtype="https://schema.org/AggregateOffer"><meta itemprop="lowPrice" content="12.50"><meta itemprop="highPrice" content="19"><meta itemprop="priceCurrency" content="EUR"></div></div>`,
    MUG,
  ],
  [
    'microdata: several kinds at once',
    `<div itemscope itemtype="http://schema.org/Product http://schema.org/Book"><h1 itemprop="name">Mug</h1><meta itemprop="sku" content="M-1"><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><meta itemprop="price" content="12.50"><meta itemprop="priceCurrency" content="EUR"></div></div>`,
    MUG,
  ],
  [
    'open graph of facebook',
    `<meta property="og:type" content="product"><meta property="og:title" content="Mug"><meta property="product:price:amount" content="12.50"><meta property="product:price:currency" content="EUR"><meta property="product:retailer_item_id" content="M-1">${H1}`,
    MUG,
  ],
  [
    'open graph: title with the name of the shop',
    `<meta property="og:type" content="product"><meta property="og:title" content="Mug | Acme Shop"><meta property="og:site_name" content="Acme Shop"><meta property="og:price:amount" content="12,50"><meta property="og:price:currency" content="EUR">${H1}`,
    '|Mug|12.5|EUR',
  ],
  [
    'open graph: reduced',
    `<meta property="og:type" content="product"><meta property="og:title" content="Mug"><meta property="product:price:amount" content="15.00"><meta property="product:price:currency" content="EUR"><meta property="product:sale_price:amount" content="12.50"><meta property="product:sale_price:currency" content="EUR"><meta property="product:retailer_item_id" content="M-1">${H1}`,
    MUG,
  ],
  [
    'sold out, without a price',
    ld(
      `{${CONTEXT},"@type":"Product","name":"Mug","sku":"M-1","offers":{"@type":"Offer","availability":"https://schema.org/OutOfStock"}}`,
    ) + H1,
    'M-1|Mug||',
  ],
  [
    'postage beside the price',
    ld(
      `{${CONTEXT},"@type":"Product","name":"Mug","sku":"M-1","offers":{"@type":"Offer","shippingDetails":{"@type":"OfferShippingDetails","shippingRate":{"@type":"MonetaryAmount","value":4.9,"currency":"EUR"}},"price":12.5,"priceCurrency":"EUR"}}`,
    ) + H1,
    MUG,
  ],
  [
    'what goes with it, each with a price',
    ld(
      `{${CONTEXT},"@type":"Product","name":"Mug","sku":"M-1","isRelatedTo":[{"@type":"Product","name":"Cup","offers":{"price":9,"priceCurrency":"EUR"}}],"offers":{"@type":"Offer","price":12.5,"priceCurrency":"EUR"}}`,
    ) + H1,
    MUG,
  ],
  [
    'numbers of bars and no other',
    ld(
      `{${CONTEXT},"@type":"Product","name":"Mug","gtin13":"4006381333931","offers":{"@type":"Offer","price":12.5,"priceCurrency":"EUR"}}`,
    ) + H1,
    '4006381333931|Mug|12.5|EUR',
  ],
];

test.each(PAGES)('%s', (_, html, said) => {
  document.body.innerHTML = '';
  document.head.innerHTML = '';
  document.body.innerHTML = html;
  const { item, currency } = readPageProduct(document) ?? {};
  expect(item ? [item.item_id, item.item_name, item.price, currency].join('|') : '').toBe(said);
});
