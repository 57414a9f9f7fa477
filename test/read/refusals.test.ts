import { expect, test } from 'vitest';
import { readRefusal } from '../../src/read/refusal.ts';

/** What shops of many makes answer, with a status of 200, to an add, a lead or an order that they do not take. */
const REFUSED: [make: string, body: string][] = [
  ['woo ajax', '{"error":true,"product_url":"https://x/product/mug/"}'],
  [
    'woo checkout',
    '{"result":"failure","messages":"<ul class=\\"woocommerce-error\\"><li>Billing name is required</li></ul>","refresh":false,"reload":false}',
  ],
  ['opencart', '{"error":{"option":{"226":"Select required!"}}}'],
  ['opencart warning', '{"error":{"warning":"Products marked with *** are not available in the desired quantity!"}}'],
  ['prestashop', '{"hasError":true,"errors":["This product is no longer in stock"],"quantity":0}'],
  ['prestashop 1.6', '{"hasError":true,"errors":["Vous devez ajouter 1 quantité minimum"]}'],
  [
    'magento gql',
    '{"data":{"addProductsToCart":{"cart":{"items":[]},"user_errors":[{"code":"INSUFFICIENT_STOCK","message":"The requested qty is not available"}]}}}',
  ],
  ['gql', '{"errors":[{"message":"Product is out of stock"}],"data":null}'],
  [
    'saleor',
    '{"data":{"checkoutLinesAdd":{"checkout":null,"errors":[{"field":"quantity","message":"Only 1 left","code":"INSUFFICIENT_STOCK"}]}}}',
  ],
  [
    'shopify storefront',
    '{"data":{"cartLinesAdd":{"cart":{"id":"c","lines":{"edges":[]}},"userErrors":[{"field":["lines"],"message":"Sold out"}]}}}',
  ],
  [
    'vendure',
    '{"data":{"addItemToOrder":{"__typename":"InsufficientStockError","errorCode":"INSUFFICIENT_STOCK_ERROR","message":"Only 2","quantityAvailable":2}}}',
  ],
  ['vtex', '{"items":[],"messages":[{"code":"withoutStock","text":"Sem estoque","status":"error"}]}'],
  ['sfra', '{"error":true,"message":"Could not be added"}'],
  ['sfra form', '{"success":false,"fields":{"dwfrm_email":"Invalid"}}'],
  ['bitrix', '{"STATUS":"ERROR","MESSAGE":"Товар не найден"}'],
  ['insales', '{"status":"error","errors":{"base":["нет"]}}'],
  ['laravel', '{"success":false,"message":"Out of stock"}'],
  ['china', '{"errno":501,"errmsg":"out"}'],
  ['of its own', '{"ok":false,"reason":"limit"}'],
  ['of its own, in text', '{"status":"fail","data":{"title":"A title is required"}}'],
  ['jsend', '{"status":"error","message":"Unable"}'],
  ['wordpress', '{"success":false,"data":"Invalid nonce"}'],
  [
    'contact form 7',
    '{"contact_form_id":5,"status":"validation_failed","message":"One or more fields have an error.","invalid_fields":[{"field":"email","message":"Please"}]}',
  ],
  ['contact form 7: mail', '{"status":"mail_failed","message":"There was an error trying to send your message."}'],
  ['contact form 7: spam', '{"status":"spam","message":"There was an error"}'],
  ['gravity', '{"is_valid":false,"validation_messages":{"1":"required"}}'],
  ['mailchimp jsonp', '{"result":"error","msg":"0 - Please enter a value"}'],
  ['klaviyo', '{"success":false,"errors":["Invalid email"],"data":{}}'],
  ['nopcommerce', '{"success":false,"message":["The maximum quantity allowed for purchase is 1."]}'],
  ['shopware 6 line item', '{"errors":{"mug-out-of-stock":{"level":20,"message":"out"}},"lineItems":[]}'],
  ['cs-cart', '{"notifications":{"a":{"type":"E","title":"Error","message":"out"}}}'],
  ['odoo', '{"jsonrpc":"2.0","id":1,"error":{"code":200,"message":"Odoo Server Error"}}'],
  ['captcha', '{"success":false,"error-codes":["invalid-input-response"]}'],
  ['japan', '{"done":false,"messages":["在庫不足"]}'],
  ['of its own, valid', '{"valid":false}'],
];

const TAKEN: [make: string, body: string][] = [
  ['woo', '{"fragments":{"div":"<div></div>"},"cart_hash":"x"}'],
  ['shopify', '{"id":1,"quantity":1,"title":"Mug","status":null}'],
  ['prestashop', '{"success":true,"id_product":1,"errors":[],"hasError":false,"quantity":1}'],
  ['opencart', '{"success":"Success: You have added Mug","total":"1 item(s)"}'],
  ['saleor', '{"data":{"checkoutLinesAdd":{"checkout":{"id":"c"},"errors":[]}}}'],
  ['magento gql', '{"data":{"addProductsToCart":{"cart":{"items":[{"quantity":1}]},"user_errors":[]}}}'],
  ['php of its own', '{"status":1,"msg":"ok"}'],
  ['php with a code', '{"code":0,"msg":"success"}'],
  ['http in the body', '{"code":200,"data":{"id":1}}'],
  ['created', '{"status":201,"data":{}}'],
  ['china', '{"errno":0,"errmsg":""}'],
  ['vtex', '{"items":[{"id":"1","quantity":1,"availability":"available"}],"messages":[]}'],
  ['nothing wrong', '{"error":null,"result":{"ok":1}}'],
  ['no error', '{"error":false,"message":"Added"}'],
  ['error none', '{"error":0,"cart":{"count":1}}'],
  ['text', '{"error":"","cart":{"count":1}}'],
  ['jsend', '{"status":"success","data":null}'],
  ['bitrix', '{"STATUS":"OK","MESSAGE":"Added"}'],
  ['contact form 7', '{"status":"mail_sent","message":"Thank you","invalid_fields":[]}'],
  ['a lead that waits', '{"status":"pending","double_opt_in":true}'],
  ['a warning beside', '{"success":true,"warnings":["Only 2 left"]}'],
  ['a code for a rebate that is none', '{"success":true,"cart":{"coupon":{"code":"x","valid":false}}}'],
  ['counts that are none', '{"success":true,"failed":0,"errorCount":0}'],
];

test.each(REFUSED)('%s refuses with %s', (_, body) => {
  expect(readRefusal(200, JSON.parse(body))).toBeTruthy();
});

test.each(TAKEN)('%s takes it with %s', (_, body) => {
  expect(readRefusal(200, JSON.parse(body))).toBeUndefined();
});
