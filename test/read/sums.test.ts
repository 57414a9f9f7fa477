import { expect, test } from 'vitest';
import { readCart } from '../../src/read/cart.ts';
import { readOrderAnswer } from '../../src/read/order.ts';

/** The sums of a cart or order as shops of many makes name them, parts before the whole: two mugs at 12.50, 4.90 to send them. */
const SUMS: [make: string, sums: string, total: number][] = [
  [
    'spree',
    '"item_total":"25.0","total":"29.9","ship_total":"4.9","adjustment_total":"4.9","included_tax_total":"4.77","display_total":"€29.90"',
    29.9,
  ],
  [
    'solidus',
    '"item_total":"25.0","ship_total":"4.9","tax_total":"4.77","included_tax_total":"4.77","total":"29.9","display_item_total":"€25.00"',
    29.9,
  ],
  ['sylius', '"itemsTotal":2500,"shippingTotal":490,"taxTotal":477,"orderPromotionTotal":0,"total":2990', 2990],
  [
    'woo rest',
    '"currency":"EUR","discount_total":"0.00","discount_tax":"0.00","shipping_total":"4.90","shipping_tax":"0.78","cart_tax":"3.99","total":"29.90","total_tax":"4.77"',
    29.9,
  ],
  [
    'woo store api',
    '"totals":{"total_items":"2500","total_items_tax":"399","total_fees":"0","total_discount":"0","total_shipping":"490","total_price":"2990","total_tax":"477","currency_minor_unit":2}',
    29.9,
  ],
  [
    'cocart',
    '"currency":{"currency_code":"EUR","currency_minor_unit":2},"totals":{"subtotal":"2500","subtotal_tax":"399","fee_total":"0","discount_total":"0","shipping_total":"490","total":"2990","total_tax":"477"}',
    29.9,
  ],
  [
    'swell',
    '"sub_total":25,"shipment_total":4.9,"item_tax":0,"tax_total":0,"discount_total":0,"grand_total":29.9',
    29.9,
  ],
  [
    'medusa',
    '"subtotal":25,"item_total":25,"item_subtotal":25,"shipping_total":4.9,"tax_total":4.77,"discount_total":0,"original_total":29.9,"total":29.9',
    29.9,
  ],
  [
    'shopify rest',
    '"subtotal_price":"25.00","total_discounts":"0.00","total_line_items_price":"25.00","total_tax":"4.77","total_price":"29.90"',
    29.9,
  ],
  ['bagisto', '"sub_total":"25.0000","tax_total":"0.0000","discount_amount":"0.0000","grand_total":"29.9000"', 29.9],
  ['vendure', '"subTotal":2101,"subTotalWithTax":2500,"shippingWithTax":490,"total":2513,"totalWithTax":2990', 2990],
  [
    'commercetools',
    '"totalPrice":{"centAmount":2990,"fractionDigits":2},"taxedPrice":{"totalNet":{"centAmount":2513,"fractionDigits":2},"totalGross":{"centAmount":2990,"fractionDigits":2}}',
    29.9,
  ],
  [
    'bigcommerce',
    '"subtotal":25,"shippingCostTotal":4.9,"handlingCostTotal":0,"taxTotal":0,"grandTotal":29.9,"outstandingBalance":29.9',
    29.9,
  ],
  [
    'prestashop',
    '"totals":{"total":{"type":"total","label":"Total","amount":29.9,"value":"29,90 €"},"total_including_tax":{"amount":29.9},"total_excluding_tax":{"amount":25.13}},"subtotals":{"products":{"amount":25},"shipping":{"amount":4.9}}',
    29.9,
  ],
  ['shopware', '"price":{"netPrice":25.13,"totalPrice":29.9,"positionPrice":25}', 29.9],
  [
    'magento',
    '"grand_total":29.9,"base_grand_total":29.9,"subtotal":25,"shipping_amount":4.9,"subtotal_incl_tax":25',
    29.9,
  ],
  ['drupal commerce', '"total_price":{"number":"29.90","currency_code":"EUR"}', 29.9],
  [
    'snipcart',
    '"itemsTotal":25,"subtotal":25,"shippingFees":4.9,"taxesTotal":0,"total":29.9,"finalGrandTotal":29.9',
    29.9,
  ],
  [
    'commerce layer',
    '"subtotal_amount_cents":2500,"shipping_amount_cents":490,"total_amount_cents":2990,"total_amount_float":29.9',
    29.9,
  ],
  ['odoo', '"amount_untaxed":25.13,"amount_tax":4.77,"amount_delivery":4.9,"amount_total":29.9', 29.9],
  [
    'wix',
    '"priceSummary":{"subtotal":{"amount":"25.00"},"shipping":{"amount":"4.90"},"tax":{"amount":"0"},"total":{"amount":"29.90"}}',
    29.9,
  ],
  [
    'salesforce scapi',
    '"productSubTotal":25,"productTotal":25,"shippingTotal":4.9,"taxTotal":0,"orderTotal":29.9',
    29.9,
  ],
  [
    'hybris',
    '"subTotal":{"value":25},"deliveryCost":{"value":4.9},"totalPrice":{"value":25.13},"totalTax":{"value":4.77},"totalPriceWithTax":{"value":29.9}',
    29.9,
  ],
  [
    'saleor',
    '"subtotalPrice":{"gross":{"amount":25},"net":{"amount":21}},"totalPrice":{"gross":{"amount":29.9},"net":{"amount":25.13}}',
    29.9,
  ],
  ['lightspeed', '"totals":{"sub_total":25,"shipping_total":4.9,"total":29.9}', 29.9],
  ['laravel of its own', '"items_total":25,"delivery_total":4.9,"cart_total":29.9', 29.9],
  ['django oscar', '"total_excl_tax":"25.13","total_incl_tax":"29.90","total_tax":"4.77"', 29.9],
  ['node of its own', '"itemsPrice":25,"shippingPrice":4.9,"taxPrice":0,"totalPrice":29.9', 29.9],
  ['gift card used', '"subtotal":25,"shipping_total":4.9,"gift_card_total":10,"total":19.9', 19.9],
  ['tip and donation', '"sub_total":25,"tip_total":2,"donation_total":1,"shipping_total":4.9,"order_total":32.9', 32.9],
];

test.each(SUMS)('what a cart or an order of %s comes to', (_, sums, total) => {
  const lines = '[{"id":1,"name":"Mug","price":12.5,"quantity":2}]';
  expect(readCart(JSON.parse(`{"items":${lines},${sums}}`))?.total).toBe(total);
  expect(readOrderAnswer(JSON.parse(`{"order":{"number":"R-1001",${sums}}}`))?.value).toBe(total);
});
