import { expect, test } from 'vitest';
import { readPush } from '../../src/read/push.ts';

type Said = { name: string; order?: string; value?: number; currency?: string; tax?: number; item?: string };

/** What a push says, cut down: its first item as `id|name|price|quantity`. */
const saidOf = (entry: unknown): Said | undefined => {
  const { name, fields = {} } = readPush(entry) ?? {};
  if (!name) return;
  const { transaction_id: order, value, currency, tax, items: [item] = [] } = fields;
  const { item_id = '', item_name = '', price = '', quantity = '' } = item ?? {};
  const said = { name, order, value, currency, tax, item: item && [item_id, item_name, price, quantity].join('|') };
  return JSON.parse(JSON.stringify(said));
};

const gtag = (...said: unknown[]) => ({ ...said, length: said.length });
const ua = { name: 'Mug', id: 'M-1', price: '12.50', brand: 'Acme', category: 'Home/Mugs', variant: 'Blue' };
const ga4 = { item_id: 'M-1', item_name: 'Mug', item_brand: 'Acme', price: 12.5, quantity: 2 };

const TWO: Omit<Said, 'name'> = { value: 25, currency: 'EUR', item: 'M-1|Mug|12.5|2' };
const ORDER: Omit<Said, 'name'> = { ...TWO, order: '1001', value: 29.9 };
/** Where a line tells both the shop's number of the product and that of its stock, the first. */
const BY_PRODUCT = { item: '77|Mug|12.5|2' };

/** What shops of many makes push to the data layer. */
const PUSHES: [make: string, entry: object, said: Said | undefined][] = [
  [
    'magento enhanced ecommerce: add',
    { event: 'addToCart', ecommerce: { currencyCode: 'EUR', add: { products: [{ ...ua, quantity: 2 }] } } },
    { name: 'add_to_cart', ...TWO },
  ],
  [
    'magento: product detail',
    { event: 'productDetail', ecommerce: { currencyCode: 'EUR', detail: { products: [{ id: 'M-1', name: 'Mug' }] } } },
    { name: 'view_item', currency: 'EUR', item: 'M-1|Mug||' },
  ],
  [
    'magento: impressions',
    {
      event: 'productImpression',
      ecommerce: {
        currencyCode: 'EUR',
        impressions: [
          { ...ua, list: 'Category', position: 1 },
          { id: 'C-1', name: 'Cup', price: 9 },
        ],
      },
    },
    undefined,
  ],
  [
    'magento: checkout step 1',
    {
      event: 'checkout',
      ecommerce: {
        currencyCode: 'EUR',
        checkout: { actionField: { step: 1, description: 'checkout' }, products: [{ ...ua, quantity: 2 }] },
      },
    },
    { name: 'begin_checkout', ...TWO },
  ],
  [
    'magento: purchase',
    {
      event: 'purchase',
      ecommerce: {
        currencyCode: 'EUR',
        purchase: {
          actionField: { id: '1001', affiliation: 'Shop', revenue: '29.90', tax: '4.77', shipping: '4.90', coupon: '' },
          products: [{ ...ua, quantity: 2 }],
        },
      },
    },
    { name: 'purchase', ...ORDER, tax: 4.77 },
  ],
  [
    'adobe commerce: impressions pushed with the page, no event',
    { ecommerce: { impressions: [{ id: 'M-1', name: 'Mug', list: 'Related', position: 1 }] } },
    undefined,
  ],
  [
    'gtm4wp: add, universal',
    {
      event: 'gtm4wp.addProductToCartEEC',
      ecommerce: {
        currencyCode: 'EUR',
        add: { products: [{ ...ua, id: 12, sku: 'M-1', price: 12.5, quantity: 2, stocklevel: 5 }] },
      },
    },
    { name: 'add_to_cart', ...TWO },
  ],
  [
    'gtm4wp: click on a card',
    {
      event: 'gtm4wp.productClickEEC',
      ecommerce: {
        currencyCode: 'EUR',
        click: { actionField: { list: 'General Product List' }, products: [{ ...ua, position: 1 }] },
      },
      eventTimeout: 2000,
    },
    undefined,
  ],
  [
    'gtm4wp: add, GA4',
    {
      event: 'add_to_cart',
      ecommerce: {
        currency: 'EUR',
        value: '25.00',
        items: [
          {
            internal_id: 12,
            item_id: 'M-1',
            item_name: 'Mug',
            sku: 'M-1',
            price: 12.5,
            stocklevel: null,
            stockstatus: 'instock',
            google_business_vertical: 'retail',
            item_category: 'Mugs',
            id: 12,
            quantity: 2,
          },
        ],
      },
    },
    { name: 'add_to_cart', ...TWO },
  ],
  [
    'gtm4wp: order, with its raw data beside',
    {
      event: 'purchase',
      ecommerce: {
        currency: 'EUR',
        transaction_id: '1001',
        affiliation: '',
        value: 29.9,
        tax: 4.77,
        shipping: 4.9,
        coupon: '',
        items: [{ ...ga4, id: 12 }],
      },
      new_customer: true,
      orderData: {
        attributes: { date: '2026-11-27', order_number: 1001, order_key: 'wc_order_x', payment_method: 'bacs' },
        totals: { currency: 'EUR', discount_total: 0, subtotal: 25, total: 29.9 },
        items: [{ id: 12, quantity: 2, price: 10.5 }],
      },
    },
    { name: 'purchase', ...ORDER, tax: 4.77 },
  ],
  [
    'gtm4wp: what every page tells',
    {
      pagePostType: 'product',
      pagePostType2: 'single-product',
      cartContent: {
        totals: { applied_coupons: [], discount_total: 0, subtotal: 25, total: 25 },
        items: [{ ...ga4, id: 12 }],
      },
      productIsVariable: 0,
    },
    undefined,
  ],
  [
    'google for woo: ads',
    gtag('event', 'add_to_cart', {
      send_to: 'GLA',
      ecomm_pagetype: 'cart',
      value: 25,
      items: [
        { id: 'gla_12', price: 12.5, google_business_vertical: 'retail', name: 'Mug', category: 'Mugs', quantity: 2 },
      ],
    }),
    { name: 'add_to_cart', value: 25, item: 'gla_12|Mug|12.5|2' },
  ],
  [
    'an ads conversion may be of anything',
    gtag('event', 'conversion', { send_to: 'AW-1/x', value: 25, currency: 'EUR', transaction_id: '' }),
    undefined,
  ],
  [
    'elevar: add',
    {
      event: 'dl_add_to_cart',
      event_id: 'e-1',
      user_properties: { visitor_type: 'guest' },
      ecommerce: {
        currencyCode: 'EUR',
        add: {
          actionField: { list: '/collections/all' },
          products: [
            { ...ua, quantity: '2', product_id: '77', variant_id: '88', compare_at_price: '15.0', image: '//x' },
          ],
        },
      },
    },
    { name: 'add_to_cart', ...TWO, ...BY_PRODUCT },
  ],
  [
    'elevar: cart',
    {
      event: 'dl_view_cart',
      cart_total: '25.0',
      ecommerce: {
        currencyCode: 'EUR',
        actionField: { list: 'Shopping Cart' },
        impressions: [{ ...ua, quantity: '2' }],
      },
    },
    { name: 'view_cart', ...TWO },
  ],
  [
    'elevar: shipping',
    {
      event: 'dl_add_shipping_info',
      ecommerce: { currencyCode: 'EUR', checkout: { actionField: { step: 2 }, products: [{ ...ua, quantity: '2' }] } },
    },
    { name: 'add_shipping_info', ...TWO },
  ],
  [
    'elevar: order',
    {
      event: 'dl_purchase',
      ecommerce: {
        currencyCode: 'EUR',
        purchase: {
          actionField: {
            id: '1001',
            order_name: '#1001',
            revenue: '29.9',
            tax: '4.77',
            shipping: '4.9',
            affiliation: 'web',
            sub_total: '25.0',
            discount_amount: '0.0',
          },
          products: [{ ...ua, quantity: '2', product_id: '77' }],
        },
      },
    },
    { name: 'purchase', ...ORDER, ...BY_PRODUCT, tax: 4.77 },
  ],
  [
    'elevar: who is here',
    { event: 'dl_user_data', cart_total: '25.0', user_properties: { visitor_type: 'guest' } },
    undefined,
  ],
  ['elevar: account', { event: 'dl_sign_up', user_properties: { customer_id: '1' } }, { name: 'sign_up' }],
  [
    'shopware: gtag of the core',
    gtag('event', 'add_to_cart', { items: [{ id: 'SW1', name: 'Mug', quantity: '2' }] }),
    { name: 'add_to_cart', item: 'SW1|Mug||2' },
  ],
  [
    'shopware: GA4 by a plugin',
    {
      event: 'add_to_cart',
      ecommerce: { currency: 'EUR', value: 25, items: [{ ...ga4, price_net: 10.5, item_category: 'Mugs' }] },
    },
    { name: 'add_to_cart', ...TWO },
  ],
  ['shopware: step', gtag('event', 'checkout_progress', { items: [{ id: 'SW1', quantity: 1 }] }), undefined],
  [
    'prestashop cdc',
    {
      pageCategory: 'order-confirmation',
      event: 'purchase',
      ecommerce: {
        currency: 'EUR',
        transaction_id: 1001,
        affiliation: 'Shop',
        value: '29.90',
        tax: '4.77',
        shipping: '4.90',
        items: [{ ...ga4, item_reference: 'REF', price: '12.50', price_tax_exc: '10.42' }],
      },
      userLogged: 0,
    },
    { name: 'purchase', ...ORDER, tax: 4.77 },
  ],
  [
    'vtex pixel app',
    {
      event: 'addToCart',
      ecommerce: {
        currencyCode: 'BRL',
        add: {
          products: [
            {
              brand: 'Acme',
              category: 'Home',
              id: '7',
              name: 'Mug',
              price: 12.5,
              quantity: 2,
              variant: '12',
              dimension1: 'ref',
            },
          ],
        },
      },
    },
    { name: 'add_to_cart', value: 25, currency: 'BRL', item: '7|Mug|12.5|2' },
  ],
  [
    'vtex order',
    {
      event: 'orderPlaced',
      transactionId: '1001',
      transactionTotal: 29.9,
      transactionShipping: 4.9,
      transactionTax: 0,
      transactionCurrency: 'BRL',
      transactionProducts: [
        {
          id: '7',
          name: 'Mug',
          sku: '12',
          skuName: 'Mug Blue',
          price: 12.5,
          sellingPrice: 12.5,
          originalPrice: 15,
          quantity: 2,
        },
      ],
    },
    { name: 'purchase', order: '1001', value: 29.9, currency: 'BRL', tax: 0, item: '12|Mug|12.5|2' },
  ],
  [
    'vtex promotion',
    {
      event: 'promoView',
      ecommerce: { promoView: { promotions: [{ id: 'b1', name: 'Summer', creative: 'hero', position: 1 }] } },
    },
    undefined,
  ],
  [
    'vtex banner pressed',
    { event: 'promotionClick', ecommerce: { promoClick: { promotions: [{ id: 'b1', name: 'Summer' }] } } },
    undefined,
  ],
  [
    'vtex cart on a page',
    { event: 'cart', orderFormProducts: [{ id: '7', price: 12.5, quantity: 2 }], orderFormTotal: 25 },
    undefined,
  ],
  [
    'shoptet page',
    {
      shoptet: {
        pageType: 'productDetail',
        currency: 'CZK',
        product: { id: 1, name: 'Hrnek', priceWithVat: 250 },
        cart: [{ code: '1', quantity: 1, priceWithVat: 250 }],
      },
    },
    undefined,
  ],
  [
    'shoptet gtag',
    gtag('event', 'purchase', {
      send_to: 'G-1',
      transaction_id: '1001',
      value: '206.61',
      tax: 43.39,
      currency: 'CZK',
      shipping: 0,
      items: [{ item_id: '0001', item_name: 'Hrnek', item_variant: '', price: 103.31, quantity: 2 }],
    }),
    { name: 'purchase', order: '1001', value: 206.61, tax: 43.39, currency: 'CZK', item: '0001|Hrnek|103.31|2' },
  ],
  [
    'bitrix for metrica, no event',
    {
      ecommerce: {
        currencyCode: 'RUB',
        add: { products: [{ id: '12', name: 'Кружка', price: 1250, brand: '', quantity: 1 }] },
      },
    },
    { name: 'add_to_cart', value: 1250, currency: 'RUB', item: '12|Кружка|1250|1' },
  ],
  [
    'tilda order',
    {
      event: 'purchase',
      ecommerce: {
        currencyCode: 'RUB',
        purchase: {
          actionField: { id: '1:2', revenue: 2500 },
          products: [{ name: 'Кружка', id: '12', price: 1250, quantity: 2, variant: '' }],
        },
      },
    },
    { name: 'purchase', order: '1:2', value: 2500, currency: 'RUB', item: '12|Кружка|1250|2' },
  ],
  [
    'ideasoft, its own code of the currency',
    {
      event: 'addToCart',
      ecommerce: { currencyCode: 'TL', add: { products: [{ ...ua, price: '12,50', quantity: 2 }] } },
    },
    { name: 'add_to_cart', value: 25, item: 'M-1|Mug|12.5|2' },
  ],
  [
    'wix: add',
    {
      event: 'AddToCart',
      origin: 'Stores',
      id: 'M-1',
      name: 'Mug',
      category: 'All',
      price: 12.5,
      currency: 'EUR',
      quantity: 2,
      brand: '',
    },
    { name: 'add_to_cart', ...TWO },
  ],
  [
    'wix: order',
    {
      event: 'Purchase',
      origin: 'Stores',
      id: '1001',
      affiliation: 'Shop',
      currency: 'EUR',
      revenue: 29.9,
      tax: 4.77,
      shipping: 4.9,
      contents: [{ id: 'M-1', name: 'Mug', price: 12.5, quantity: 2, currency: 'EUR' }],
    },
    { name: 'purchase', ...ORDER, tax: 4.77 },
  ],
  ['wix: page', { event: 'PageView', pageId: 'x', currency: 'EUR' }, undefined],
  [
    'by the book of eec',
    {
      event: 'eec.add',
      ecommerce: { currencyCode: 'EUR', add: { actionField: { list: 'x' }, products: [{ ...ua, quantity: 2 }] } },
    },
    { name: 'add_to_cart', ...TWO },
  ],
  [
    'eec: option chosen',
    { event: 'eec.checkout_option', ecommerce: { checkout_option: { actionField: { step: 1, option: 'Visa' } } } },
    undefined,
  ],
  [
    'eec: removal',
    { event: 'removeFromCart', ecommerce: { currencyCode: 'EUR', remove: { products: [{ ...ua, quantity: 2 }] } } },
    { name: 'remove_from_cart', ...TWO },
  ],
  [
    'eec: the whole order given back',
    { event: 'refund', ecommerce: { refund: { actionField: { id: '1001' } } } },
    { name: 'refund', order: '1001' },
  ],
  [
    'headless GA4, fields at the top',
    { event: 'add_to_cart', currency: 'EUR', value: 25, items: [ga4] },
    { name: 'add_to_cart', ...TWO },
  ],
  [
    'headless GA4, payload in `data`',
    { event: 'add_to_cart', data: { currency: 'EUR', value: 25, items: [ga4] } },
    { name: 'add_to_cart', ...TWO },
  ],
  [
    'GA4 order, fields at the top, no items',
    { event: 'purchase', transaction_id: '1001', value: 29.9, currency: 'EUR' },
    { name: 'purchase', order: '1001', value: 29.9, currency: 'EUR' },
  ],
  [
    'GA4 name, universal inside',
    {
      event: 'purchase',
      ecommerce: {
        currencyCode: 'EUR',
        purchase: { actionField: { id: '1001', revenue: '29.90' }, products: [{ ...ua, quantity: 2 }] },
      },
    },
    { name: 'purchase', ...ORDER },
  ],
  [
    'own: order in a box',
    {
      event: 'purchase',
      order: { id: '1001', total: 29.9, currency: 'EUR', items: [{ sku: 'M-1', name: 'Mug', price: 12.5, qty: 2 }] },
    },
    { name: 'purchase', ...ORDER },
  ],
  [
    'own: order complete',
    {
      event: 'orderComplete',
      orderId: '1001',
      orderTotal: 29.9,
      currency: 'EUR',
      products: [{ sku: 'M-1', name: 'Mug', price: 12.5, quantity: 2 }],
    },
    { name: 'purchase', ...ORDER },
  ],
  [
    'own: transaction',
    {
      event: 'transaction',
      transaction: {
        id: '1001',
        total: '29.90',
        currency: 'EUR',
        products: [{ id: 'M-1', name: 'Mug', price: '12.50', quantity: '2' }],
      },
    },
    { name: 'purchase', ...ORDER },
  ],
  [
    'own: product in a box',
    { event: 'addToCart', product: { id: 'M-1', name: 'Mug', price: 12.5, quantity: 2, currency: 'EUR' } },
    { name: 'add_to_cart', ...TWO },
  ],
  [
    'own: flat',
    { event: 'add-to-cart', productId: 'M-1', productName: 'Mug', productPrice: 12.5, quantity: 2, currency: 'EUR' },
    { name: 'add_to_cart', ...TWO },
  ],
  [
    'own: added to basket',
    { event: 'addToBasket', products: [{ sku: 'M-1', name: 'Mug', price: 12.5, quantity: 2 }], currency: 'EUR' },
    { name: 'add_to_cart', ...TWO },
  ],
  [
    'named by segment',
    {
      event: 'Product Added',
      properties: { product_id: 'M-1', name: 'Mug', price: 12.5, quantity: 2, currency: 'EUR' },
    },
    { name: 'add_to_cart', ...TWO },
  ],
  [
    'named by segment: order',
    {
      event: 'Order Completed',
      properties: {
        order_id: '1001',
        total: 29.9,
        revenue: 25,
        tax: 4.77,
        currency: 'EUR',
        products: [{ product_id: 'M-1', name: 'Mug', price: 12.5, quantity: 2 }],
      },
    },
    { name: 'purchase', ...ORDER, tax: 4.77 },
  ],
  ['own: a press, no add', { event: 'add_to_cart_click', product: { id: 'M-1', price: 12.5 } }, undefined],
  [
    'own: an add that failed',
    { event: 'addToCartError', product: { id: 'M-1', price: 12.5 }, message: 'Sold out' },
    undefined,
  ],
  [
    'own: a list of wishes',
    { event: 'add_to_wishlist', ecommerce: { currency: 'EUR', value: 12.5, items: [ga4] } },
    undefined,
  ],
  [
    'own: a page of the kind',
    { event: 'pageview', page: { type: 'purchase' }, ecommerce: { currency: 'EUR' } },
    undefined,
  ],
  [
    'own: kind of the page and what lies in the cart',
    { pageType: 'checkout', cart: { total: 25, items: [{ sku: 'M-1', price: 12.5, quantity: 2 }] } },
    undefined,
  ],
  [
    'an event of interaction',
    { event: 'gaEvent', eventCategory: 'Ecommerce', eventAction: 'add to cart', eventLabel: 'Mug' },
    undefined,
  ],
  ['emptied', { event: 'purchase', ecommerce: null }, undefined],
  [
    'a click heard by the tag manager',
    { event: 'gtm.click', 'gtm.element': {}, 'gtm.elementClasses': 'add_to_cart_button' },
    undefined,
  ],
  ['a lead', { event: 'generate_lead', form_id: 'contact' }, { name: 'generate_lead' }],
  ['no order', { transactionId: '', transactionTotal: 0 }, undefined],
];

test.each(PUSHES)('%s', (_, entry, said) => {
  expect(saidOf(entry)).toEqual(said);
});
