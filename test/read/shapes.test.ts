import { expect, test } from 'vitest';
import { inUnits, readCart } from '../../src/read/cart.ts';
import { readOrderAnswer } from '../../src/read/order.ts';

/** Carts as shops of many makes answer with them, and their line: its name, what one costs, how many; the currency. */
const CARTS: [make: string, body: string, line: [name: string, price: number, quantity: number], currency?: string][] =
  [
    [
      'shopify cart.js',
      '{"token":"x","item_count":2,"items":[{"id":39,"variant_id":39,"product_id":1,"quantity":2,"title":"Mug - Blue","product_title":"Mug","variant_title":"Blue","sku":"M-1","price":1250,"final_price":1250,"line_price":2500,"final_line_price":2500}],"total_price":2500,"currency":"EUR"}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
    [
      'bigcommerce storefront',
      '{"id":"c","currency":{"code":"USD"},"lineItems":{"physicalItems":[{"id":"1","productId":12,"variantId":13,"name":"Mug","sku":"M","quantity":2,"listPrice":12.5,"salePrice":12.5,"extendedSalePrice":25}],"digitalItems":[]}}',
      ['Mug', 12.5, 2],
      'USD',
    ],
    [
      'wix ecom',
      '{"cart":{"id":"c","currency":"EUR","lineItems":[{"id":"l","quantity":2,"catalogReference":{"catalogItemId":"p1"},"productName":{"original":"Mug","translated":"Mug"},"price":{"amount":"12.5","convertedAmount":"12.5","formattedAmount":"€12.50"},"lineItemPrice":{"amount":"25"}}]}}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
    [
      'vtex orderForm',
      '{"orderFormId":"o","items":[{"uniqueId":"u","id":"12","productId":"7","name":"Mug Blue","skuName":"Blue","price":1250,"listPrice":1250,"sellingPrice":1250,"quantity":2}],"value":2500,"storePreferencesData":{"currencyCode":"BRL"}}',
      ['Mug Blue', 12.5, 2],
      'BRL',
    ],
    [
      'insales',
      '{"order_lines":[{"id":1,"variant_id":12,"product_id":7,"title":"Mug","sale_price":12.5,"quantity":2,"full_sale_price":12.5}],"items_count":2,"total_price":25}',
      ['Mug', 12.5, 2],
    ],
    [
      'commercetools',
      '{"type":"Cart","id":"c","lineItems":[{"id":"l","productId":"p","name":{"en":"Mug"},"variant":{"id":1,"sku":"M"},"price":{"value":{"type":"centPrecision","currencyCode":"EUR","centAmount":1250,"fractionDigits":2}},"quantity":2,"totalPrice":{"currencyCode":"EUR","centAmount":2500,"fractionDigits":2}}],"totalPrice":{"currencyCode":"EUR","centAmount":2500,"fractionDigits":2}}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
    [
      'magento rest items',
      '[{"item_id":5,"sku":"M","qty":2,"name":"Mug","price":12.5,"product_type":"simple","quote_id":"9"}]',
      ['Mug', 12.5, 2],
    ],
    [
      'magento gql',
      '{"data":{"cart":{"id":"c","items":[{"uid":"u","quantity":2,"product":{"name":"Mug","sku":"M"},"prices":{"price":{"value":12.5,"currency":"EUR"},"row_total":{"value":25}}}],"prices":{"grand_total":{"value":25,"currency":"EUR"}}}}}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
    [
      'magento customer-data',
      '{"cart":{"summary_count":2,"items":[{"item_id":"5","qty":2,"product_name":"Mug","product_sku":"M","product_id":"7","product_price_value":12.5,"product_price":"<span class=\\"price\\">€12.50</span>"}],"subtotalAmount":25}}',
      ['Mug', 12.5, 2],
    ],
    [
      'saleor',
      '{"data":{"checkout":{"id":"c","lines":[{"id":"l","quantity":2,"variant":{"id":"v","name":"S","product":{"id":"p","name":"Mug"},"pricing":{"price":{"gross":{"amount":12.5,"currency":"EUR"}}}},"totalPrice":{"gross":{"amount":25,"currency":"EUR"}}}],"totalPrice":{"gross":{"amount":25,"currency":"EUR"}}}}}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
    [
      'crystallize',
      '{"data":{"basket":{"cart":[{"sku":"M","name":"Mug","quantity":2,"price":{"gross":12.5,"net":10,"currency":"EUR"}}],"total":{"gross":25,"currency":"EUR"}}}}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
    [
      'swell',
      '{"id":"c","currency":"EUR","items":[{"id":"i","product_id":"p","product":{"name":"Mug"},"quantity":2,"price":12.5,"price_total":25}],"sub_total":25}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
    [
      'commercejs',
      '{"cart":{"id":"c","currency":{"code":"USD"},"line_items":[{"id":"i","product_id":"p","name":"Mug","product_name":"Mug","quantity":2,"price":{"raw":12.5,"formatted":"12.50"},"line_total":{"raw":25}}],"subtotal":{"raw":25}}}',
      ['Mug', 12.5, 2],
      'USD',
    ],
    [
      'foxy',
      '{"items":[{"id":1,"name":"Mug","code":"M","quantity":2,"price_each":12.5,"price":25}],"total_price":25}',
      ['Mug', 12.5, 2],
    ],
    [
      'scapi basket',
      '{"basketId":"b","currency":"USD","productItems":[{"itemId":"i","productId":"p","productName":"Mug","itemText":"Mug","quantity":2,"price":25,"basePrice":12.5,"priceAfterItemDiscount":25}],"productSubTotal":25,"orderTotal":25}',
      ['Mug', 12.5, 2],
      'USD',
    ],
    [
      'elastic path',
      '{"data":[{"id":"i","type":"cart_item","product_id":"p","name":"Mug","sku":"M","quantity":2,"unit_price":{"amount":1250,"currency":"EUR"},"value":{"amount":2500,"currency":"EUR"}}],"meta":{}}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
    [
      'spree v2',
      '{"data":{"id":"1","type":"cart","attributes":{"number":"R1","item_total":"25.0","total":"25.0","currency":"USD","item_count":2}},"included":[{"id":"7","type":"line_item","attributes":{"name":"Mug","quantity":2,"price":"12.5","currency":"USD","total":"25.0"},"relationships":{"variant":{"data":{"id":"3","type":"variant"}}}}]}',
      ['Mug', 12.5, 2],
      'USD',
    ],
    [
      'sylius api',
      '{"@type":"Order","items":[{"id":1,"productName":"Mug","variantName":"S","quantity":2,"unitPrice":1250,"total":2500,"subtotal":2500}],"currencyCode":"EUR","total":2500}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
    [
      'shopware store-api',
      '{"name":"x","token":"t","lineItems":[{"id":"l","referencedId":"p","label":"Mug","quantity":2,"type":"product","price":{"unitPrice":12.5,"totalPrice":25,"quantity":2}}],"price":{"totalPrice":25}}',
      ['Mug', 12.5, 2],
    ],
    [
      'vendure',
      '{"data":{"addItemToOrder":{"__typename":"Order","code":"O","currencyCode":"EUR","totalWithTax":2500,"lines":[{"id":"1","quantity":2,"unitPriceWithTax":1250,"linePriceWithTax":2500,"productVariant":{"id":"3","name":"Mug","sku":"M"}}]}}}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
    [
      'medusa v2',
      '{"cart":{"id":"c","currency_code":"eur","items":[{"id":"i","title":"S","product_title":"Mug","variant_id":"v","product_id":"p","quantity":2,"unit_price":12.5}],"total":25}}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
    [
      'medusa v1',
      '{"cart":{"id":"c","region":{"currency_code":"eur"},"items":[{"id":"i","title":"Mug","variant":{"id":"v","title":"S"},"quantity":2,"unit_price":1250}],"total":2500}}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
    [
      'bagisto',
      '{"data":{"items_qty":2,"items":[{"id":1,"quantity":2,"name":"Mug","price":"12.5000","formatted_price":"€12.50","total":"25.0000","product_url_key":"mug"}],"grand_total":25},"message":"ok"}',
      ['Mug', 12.5, 2],
    ],
    [
      'kibo',
      '{"id":"c","items":[{"id":"i","quantity":2,"product":{"productCode":"M","name":"Mug","price":{"price":12.5,"salePrice":null}},"unitPrice":{"extendedAmount":12.5,"listAmount":12.5},"total":25}],"currencyCode":"USD","total":25}',
      ['Mug', 12.5, 2],
      'USD',
    ],
    [
      'prestashop ajax',
      '{"success":true,"cart":{"products":[{"id_product":"7","id_product_attribute":"3","name":"Mug","price":"12,50 €","price_wt":12.5,"quantity":"2","total_wt":25}],"totals":{"total":{"amount":25}}}}',
      ['Mug', 12.5, 2],
    ],
    [
      'woo store api',
      '{"items":[{"key":"k","id":7,"quantity":2,"name":"Mug","sku":"M","prices":{"price":"1250","regular_price":"1250","currency_code":"EUR","currency_minor_unit":2},"totals":{"line_total":"2500","currency_minor_unit":2}}],"totals":{"total_price":"2500","currency_code":"EUR","currency_minor_unit":2}}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
    [
      'nuvemshop',
      '{"cart":{"products":[{"id":1,"name":"Mug","variant_id":3,"quantity":2,"unit_price":"12.50","price":"12.50"}],"subtotal":"25.00","currency":"BRL"}}',
      ['Mug', 12.5, 2],
      'BRL',
    ],
    [
      'salla',
      '{"status":200,"success":true,"data":{"cart":{"id":1,"items_count":2,"total":25,"currency":"SAR","items":[{"id":1,"product_id":7,"product_name":"Mug","quantity":2,"price":12.5,"total":25}]}}}',
      ['Mug', 12.5, 2],
      'SAR',
    ],
    [
      'ecwid',
      '{"items":[{"productId":7,"name":"Mug","sku":"M","quantity":2,"price":12.5,"product":{"name":"Mug"}}],"couponName":""}',
      ['Mug', 12.5, 2],
    ],
    [
      'hybris',
      '{"code":"c","entries":[{"entryNumber":0,"quantity":2,"product":{"code":"M","name":"Mug"},"basePrice":{"currencyIso":"EUR","value":12.5},"totalPrice":{"currencyIso":"EUR","value":25}}],"totalPrice":{"currencyIso":"EUR","value":25}}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
    [
      'intershop items',
      '{"data":[{"id":"1","product":"M","productName":"Mug","quantity":{"value":2},"pricing":{"singleBasePrice":{"gross":{"value":12.5,"currency":"EUR"}},"total":{"gross":{"value":25,"currency":"EUR"}}}}]}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
    [
      'snipcart',
      '{"cart":{"currency":"eur","items":{"items":[{"id":"M","name":"Mug","price":12.5,"quantity":2,"totalPrice":25}]},"total":25}}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
    [
      'zid',
      '{"status":"success","data":{"cart":{"products":[{"id":1,"product_id":"p","name":"Mug","quantity":2,"price":12.5,"total":25}],"total":{"value":25},"currency":{"cart_currency":{"code":"SAR"}}}}}',
      ['Mug', 12.5, 2],
    ],
    [
      'tilda-like local',
      '{"products":[{"name":"Mug","amount":25,"price":12.5,"quantity":2,"sku":"M"}],"prodamount":25,"total":2}',
      ['Mug', 12.5, 2],
    ],
    [
      'count',
      '{"basket":{"entries":[{"sku":"M","label":"Mug","count":2,"unitPrice":{"amount":12.5,"currency":"EUR"}}]}}',
      ['Mug', 12.5, 2],
      'EUR',
    ],
  ];

test.each(CARTS)('a cart of the %s kind', (_, body, [item_name, price, quantity], currency) => {
  const cart = inUnits(readCart(JSON.parse(body))!, [{ item_name, price }]);
  expect(cart).toMatchObject({ items: [{ item_name, price, quantity }], ...(currency && { currency }) });
});

/** Answers to a placed order, its number, and what it came to. */
const ORDERS: [make: string, body: string, number?: string, value?: number][] = [
  [
    'shopify-like',
    '{"order":{"id":820982911946154500,"name":"#1001","order_number":1001,"total_price":"44.60","currency":"USD"}}',
    '1001',
    44.6,
  ],
  [
    'woo store api',
    '{"order_id":123,"order_key":"wc_order_x","status":"processing","payment_result":{"payment_status":"success","redirect_url":"https://x"}}',
    '123',
  ],
  [
    'woo classic',
    '{"result":"success","redirect":"https://shop.example/checkout/order-received/123/?key=wc_order_x","order_id":123}',
    '123',
  ],
  [
    'medusa v2',
    '{"type":"order","order":{"id":"order_01H","display_id":12,"total":44.6,"currency_code":"eur"}}',
    'order_01H',
    44.6,
  ],
  [
    'saleor',
    '{"data":{"checkoutComplete":{"order":{"id":"T3JkZXI6MQ==","number":"12","total":{"gross":{"amount":44.6,"currency":"EUR"}}},"confirmationNeeded":false,"errors":[]}}}',
    '12',
    44.6,
  ],
  [
    'magento gql',
    '{"data":{"placeOrder":{"order":{"order_number":"000000012"},"orderV2":{"number":"000000012","total":{"grand_total":{"value":44.6,"currency":"EUR"}}}}}}',
    '000000012',
    44.6,
  ],
  ['magento rest', '"12"', '12'],
  ['magento rest num', '12', '12'],
  [
    'hybris',
    '{"type":"orderWSDTO","code":"00001003","totalPrice":{"currencyIso":"USD","value":44.6},"totalPriceWithTax":{"value":44.6}}',
    '00001003',
    44.6,
  ],
  ['scapi', '{"orderNo":"00012","orderTotal":44.6,"currency":"USD"}', '00012', 44.6],
  ['sfra', '{"error":false,"orderID":"00012","orderToken":"x","continueUrl":"/Order-Confirm"}', '00012'],
  [
    'commercetools',
    '{"type":"Order","id":"uuid","orderNumber":"A-12","totalPrice":{"centAmount":4460,"currencyCode":"EUR","fractionDigits":2}}',
    'A-12',
    44.6,
  ],
  [
    'shopware',
    '{"id":"hex","orderNumber":"10012","amountTotal":44.6,"price":{"totalPrice":44.6},"transactions":[]}',
    '10012',
    44.6,
  ],
  [
    'sylius',
    '{"@type":"Order","number":"000000012","tokenValue":"x","total":4460,"currencyCode":"EUR","checkoutState":"completed"}',
    '000000012',
  ],
  ['wix', '{"orderId":"uuid-1","paymentGatewayRedirectUrl":null}', 'uuid-1'],
  [
    'wix order',
    '{"order":{"id":"uuid","number":"10002","priceSummary":{"total":{"amount":"44.60"}},"currency":"EUR"}}',
    '10002',
    44.6,
  ],
  ['insales', '{"id":5,"number":1002,"total_price":"44.6","order_lines":[{"id":1,"quantity":1}]}', '1002', 44.6],
  [
    'bagisto',
    '{"redirect":true,"redirect_url":"/checkout/onepage/success","data":{"order":{"id":12,"increment_id":"12","grand_total":44.6}}}',
    '12',
    44.6,
  ],
  ['crystallize', '{"data":{"createOrder":{"id":"o-12"}}}', 'o-12'],
  ['swell', '{"id":"65a","number":"100012","grand_total":44.6,"currency":"EUR","items":[]}', '100012', 44.6],
  ['kibo', '{"id":"x","orderNumber":12,"status":"Accepted","total":44.6}', '12', 44.6],
  ['generic ok', '{"ok":true,"orderNumber":"A-12"}', 'A-12'],
  ['generic ref', '{"success":true,"data":{"reference":"A-12","total":44.6}}', 'A-12', 44.6],
  ['generic redirect', '{"success":true,"redirect":"/checkout/success?order=A-12"}'],
  ['orders list', '{"orders":[{"id":1,"number":"11"},{"id":2,"number":"12"}],"total":2}'],
];

test.each(ORDERS)('an order of the %s kind', (_, body, number, value) => {
  const order = readOrderAnswer(JSON.parse(body));
  expect(order?.transaction_id).toBe(number);
  if (value) expect(order?.value).toBe(value);
});
