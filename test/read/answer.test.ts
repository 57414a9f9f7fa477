import { expect, test } from 'vitest';
import { inUnits, readCart } from '../../src/read/cart.ts';
import { readOrderAnswer } from '../../src/read/order.ts';
import { readPush } from '../../src/read/push.ts';
import { readRefusal } from '../../src/read/refusal.ts';
import { readFields, readVerb } from '../../src/read/request.ts';

/** A document of GraphQL whose fragments stand first. */
const told = (name: string, variables: string) => {
  const parts =
    'fragment CartParts on Cart { id,lines { id,quantity },discountCodes { code },buyerIdentity { email } } ';
  return `{"query":"${parts}${parts}mutation ($a:ID!) { ${name} (a: $a) { cart { ...CartParts } } }","variables":{${variables}}}`;
};

const verb = (method: string, url: string, body = '') =>
  readVerb(method, `https://shop.example${url}`, readFields(body));

test.each([
  ['POST', '/?wc-ajax=add_to_cart', 'success_message=Belt+has+been+added&product_id=19&quantity=1', 'add'],
  [
    'POST',
    '/wp-json/wc/store/v1/batch',
    '{"requests":[{"path":"/wc/store/v1/cart/add-item","body":{"id":17,"quantity":1}}]}',
    'add',
  ],
  ['POST', '/cart/add.js', '{"id":1,"quantity":1}', 'add'],
  ['POST', '/v3/recs/shop/pdp-similar-items', '{"products":[{"id":"m-1","price":9}]}', 'other'],
  ['POST', '/v3/recs/shop/related-items', '{"products":[{"id":"m-1","price":9}]}', 'other'],
  ['POST', '/widgets/similar-items', '{"products":[{"id":"m-1","price":9}]}', 'other'],
  ['POST', '/last-viewed/items', '{"products":[{"id":"m-1","price":9}]}', 'other'],
  ['POST', '/addproducttocart/details/4/1', 'addtocart_4.EnteredQuantity=2', 'add'],
  ['POST', '/cart/addproduct/21/1', 'addtocart_21.EnteredQuantity=2', 'add'],
  ['POST', '/cart/addproductsimple/21?forceredirection=False', '', 'add'],
  ['POST', '/panier', 'id_product=6&qty=2&add=1&action=update', 'add'],
  ['POST', '/checkout/cart/add/uenc/aHR0/product/14/', 'product=14&qty=1', 'add'],
  ['POST', '/rest/basket/items/', 'variationId=1001&quantity=1', 'add'],
  ['POST', '/baskets/8f2/items', '[{"productId":"p1","quantity":1}]', 'add'],
  ['POST', '/carts/01HM8YB4', '{"product_id":"p1","quantity":1}', 'add'],
  ['POST', '/carts/01HM8YB4', '{"email":"a","product_note":"b"}', 'other'],
  [
    'POST',
    '/graphql',
    '{"operationName":"AddToCart","query":"mutation AddToCart { cartLinesAdd { cart { id } } }"}',
    'add',
  ],
  // The document of a mutation may begin with what it is made of.
  ['POST', '/graphql', told('cartLinesAdd', '"cartId":"c1","lines":[{"merchandiseId":"7","quantity":1}]'), 'add'],
  ['POST', '/graphql', told('cartLinesRemove', '"cartId":"c1","lineIds":["7"]'), 'remove'],
  ['POST', '/graphql', told('cartCreate', '"input":{"lines":[{"merchandiseId":"7","quantity":1}]}'), 'add'],
  ['POST', '/graphql', told('cartCreate', '"input":{"note":"x"}'), 'other'],
  ['POST', '/checkout/shopper-baskets/v1/baskets/9f/items?locale=de', '[{"productId":"p1","quantity":1}]', 'add'],
  ['POST', '/cart.data', 'cartFormInput={"action":"LinesAdd","inputs":{"lines":[{"merchandiseId":"7"}]}}', 'add'],
  ['POST', '/_components/shop:add_to_cart_form/addToCart', 'data={"updated":{},"props":{"add_to_cart":1}}', 'add'],
  ['POST', '/warenkorb/hinzufuegen', 'id=1', 'add'],
  ['POST', '/ajouter-au-panier', 'id=1', 'add'],
  ['POST', '/carrito/agregar', 'id=1', 'add'],
  ['POST', '/koszyk/dodaj', 'id=1', 'add'],
  ['POST', '/sepete-ekle', 'id=1', 'add'],
  ['POST', '/ajax.php?op=add2cart', 'id=1', 'add'],
  ['POST', '/exec/front/order/basket/', 'command=delete&num_of_prod=1', 'remove'],
  ['POST', '/api/checkout/pub/orderForm/7f/items', '{"orderItems":[{"id":"12","quantity":1}]}', 'add'],
  ['POST', '/api/checkout/pub/orderForm/7f/items/update', '{"orderItems":[{"index":0,"quantity":0}]}', 'remove'],
  ['POST', '/api/checkout/pub/orderForm/7f/items/update', '{"orderItems":[{"index":0,"quantity":3}]}', 'update'],
  ['POST', '/bag/12/line', '{"productId":12}', 'add'],
  ['POST', '/panier/supprimer', 'id=1', 'remove'],
  ['POST', '/cart/change', '{"line":1,"quantity":0}', 'remove'],
  ['POST', '/panier?delete=1&id_product=7', 'ajax=1&action=update', 'remove'],
  ['GET', '/cart/?remove_item=1f0e&_wpnonce=9', '', 'remove'],
  ['DELETE', '/api/cart/items/4', '', 'remove'],
  // What is called an add by its operation alone.
  [
    'POST',
    '/graphql',
    '[{"operationName":"AddToCart","variables":{"count":0},"query":"{ storeUpdateCartItem }"}]',
    'remove',
  ],
  [
    'POST',
    '/graphql',
    '[{"operationName":"AddToCart","variables":{"count":2},"query":"{ storeUpdateCartItem }"}]',
    'update',
  ],
  ['POST', '/graphql', '[{"operationName":"AddToCart","variables":{"count":2},"query":"{ storeAddToCart }"}]', 'add'],
  ['POST', '/api/checkout/remove-items', '{"itemIds":["7"]}', 'remove'],
  ['POST', '/bestellung/abschicken', 'agb=1', 'order'],
  ['POST', '/siparis/olustur', '', 'order'],
  ['POST', '/api/purchases', '{"items":[]}', 'order'],
  ['POST', '/api/order/get', '{"number":"42"}', undefined],
  ['POST', '/api/order/create', '{"number":"42"}', 'order'],
  ['POST', '/cart/', 'cart[6f][qty]=3&coupon_code=&update_cart=Update+Cart', 'update'],
  ['POST', '/?wc-ajax=checkout', 'billing_first_name=A&payment_method=cod', 'order'],
  ['POST', '/wp-json/wc/store/v1/checkout?_locale=site', '{"payment_method":"cod"}', 'order'],
])('%s %s with %s means %s', (method, url, body, meaning) => {
  expect(verb(method, url, body)).toBe(meaning);
});

test.each([
  ['GET', '/wp-json/wc/store/v1/cart', ''],
  ['GET', '/in/en/cart', ''],
  ['GET', '/cart/additional-services', ''],
  ['POST', '/?wc-ajax=get_refreshed_fragments', 'time=1'],
  ['POST', '/wishlist/add', 'product_id=4'],
  ['POST', '/_components/shop:add_to_cart_form', 'data={"updated":{"add_to_cart.item.quantity":"2"},"props":{"a":1}}'],
  ['POST', '/product/updateproductdetails?productId=21', 'addtocart_21.EnteredQuantity=2&pvari21-0-3-8=42'],
  ['POST', '/?wc-ajax=apply_coupon', 'coupon_code=X'],
  ['POST', '/panier', 'addDiscount=1&discount_name=NOSUCH&action=update'],
  [
    'POST',
    '/wp-json/wc/store/v1/batch',
    '{"requests":[{"path":"/wc/store/v1/cart/update-customer","body":{"billing_address":{}}}]}',
  ],
  ['POST', '/api/orders/12/cancel', '{}'],
  ['POST', '/account/orders/12/return', '{}'],
  ['POST', '/api/reorder/12', '{}'],
])('%s %s with %s neither adds nor removes nor orders', (method, url, body) => {
  expect(['add', 'remove', 'order']).not.toContain(verb(method, url, body));
});

test.each([
  [422, {}],
  [0 + 400, null],
  [200, { error: true, product_url: '/p' }],
  [200, { hasError: true, errors: ['Sold out'] }],
  [200, 0],
  [200, -1],
  [200, false],
  [200, { success: false }],
  [200, { result: false, token: '9f' }],
  [200, { status: false }],
  [200, { result: 'failure', messages: 'no' }],
  [207, { responses: [{ status: 400, body: { code: 'x', message: 'no' } }] }],
  [200, { code: 'out_of_stock', message: 'no' }],
  [200, { data: { cartLinesAdd: { userErrors: [{ message: 'no' }] } } }],
  [200, { nw_error: true }],
  [200, { done: false, messages: ['no'] }],
  [200, { statusCode: 'noStock', quantityAdded: 0 }],
  [200, { msg: '<p>At most five</p>', stat: '2' }],
  [200, { data: { error: 'Choose a size' } }],
  [200, { payment_result: { payment_status: 'failure' } }],
  [200, [{ a: '$@1' }, 'Error: The address is taken', ['$', '$L2']]],
  [200, { status: 'validation_failed', message: 'Look again', invalid_fields: [{ field: 'email' }] }],
  [200, { status: 'spam', message: 'no' }],
  [200, { result: 'error', msg: 'no' }],
  [200, { result: -111, alertMSG: 'no' }],
  [200, { STATUS: 'ERROR', MESSAGE: 'no' }],
  [200, { err: 1, msg: 'no' }],
  [200, { errcode: 7, msg: 'no' }],
  [200, { code: 40_001, msg: 'no' }],
  [200, { success: 0, message: 'no' }],
  [200, { success: 'false' }],
  [200, { type: 'error', message: 'no' }],
  [200, { messages: [{ type: 'error', text: 'no' }] }],
  [200, { severity: 'error', text: 'no' }],
  [200, { response: 'error' }],
  [200, { resultCode: 'FAIL' }],
  [200, { exception: 'OutOfStock', message: 'no' }],
  [200, { data: { addItemToOrder: { __typename: 'InsufficientStockError', message: 'no' } } }],
])('%s %j is a refusal', (status, body) => {
  expect(readRefusal(status, body)).toBeTruthy();
});

test.each([
  [200, []],
  [201, { items: [{ id: 1, quantity: 1 }], errors: [] }],
  [200, { success: true, hasError: false, errors: '' }],
  [200, { fragments: {}, cart_hash: 'a' }],
  [207, { responses: [{ status: 201, body: { items: [], errors: [] } }] }],
  [200, { result: 'success', redirect: '/x' }],
  [200, [{ a: '$@1' }, 'Errorless', ['$', '$L2', { text: 'Error: none' }]]],
  [200, undefined],
  [200, { status: 'mail_sent', message: 'Thank you' }],
  [200, { code: 0, msg: 'ok' }],
  [200, { code: 1, msg: 'ok' }],
  [200, { errcode: 0, errmsg: '' }],
  [200, { error: 0, goods_id: 7 }],
  [200, { result: 0, isLogin: 'F' }],
  [200, { status: 1, info: 'ok' }],
  [200, { success: 1 }],
  [200, { type: 'success', status: 'no_error' }],
  [200, { isError: false, hasErrors: false, warnings: ['only 3 left'] }],
  [200, { data: { addItemToOrder: { __typename: 'Order', state: 'AddingItems' } } }],
])('%s %j is no refusal', (status, body) => {
  expect(readRefusal(status, body)).toBeUndefined();
});

test('why an answer is a refusal repeats no sentence of the shop', () => {
  expect(readRefusal(200, { error: 'ida@example.com is taken' })).toBe('error');
  expect(readRefusal(200, { success: false })).toBe('success false');
});

test('fields may be JSON within a field, whatever the body is', () => {
  const form = '{"email":"a@b.example","tags":["x"]}';
  const fields = [
    ['id', '7'],
    ['form.email', 'a@b.example'],
    ['form.tags.0', 'x'],
  ];
  expect(readFields(JSON.stringify({ id: '7', form }))).toEqual(fields);
  expect(readFields(`${new URLSearchParams({ id: '7', form })}`)).toEqual(fields);
});

/** What a component's server is asked, and answers: its state is a text of its own, each value with a note of its kind. */
const state = (data: object, errors: unknown = []) =>
  JSON.stringify({ data, memo: { id: 'x7', name: 'cart', errors } });
const list = (...values: unknown[]) => [values, { s: 'arr' }];

test('a component is asked by its method; its state is no act, and what was typed comes before it', () => {
  const variant = [null, { class: 'ProductVariant', key: 7, s: 'mdl' }];
  const ask = (method: string, updates: object) =>
    JSON.stringify({
      components: [
        { snapshot: state({ variant, quantity: 1, add_to_cart: 1 }), updates, calls: [{ method, params: [] }] },
      ],
    });
  expect(verb('POST', '/update', ask('addToCart', { quantity: '2' }))).toBe('add');
  expect(verb('POST', '/update', ask('__dispatch', {}))).toBeUndefined();
  const fields = readFields(ask('addToCart', { quantity: '2' }));
  expect(fields.find(([key]) => key.endsWith('quantity'))).toEqual(['components.0.updates.quantity', '2']);
  expect(fields).toContainEqual(['components.0.snapshot.data.variant', 7]);
  expect(fields.filter(([key]) => /memo|class/.test(key))).toEqual([]);
});

test('an answer that holds a component’s state tells of its cart and of its errors', () => {
  const line = (id: number, identifier: string, description: string, quantity: number) => [
    { id, identifier, description, quantity, unit_price: '£9.00' },
    { s: 'arr' },
  ];
  const of = (data: object, errors?: object) => ({ components: [{ snapshot: state(data, errors), effects: {} }] });
  expect(
    readCart(of({ lines: list(line(121, 'MUG-7', 'Mug', 2), line(122, 'CUP-1', 'Cup', 1)) }))?.items,
  ).toMatchObject([
    { item_id: 'MUG-7', item_name: 'Mug', price: 9, quantity: 2 },
    { item_id: 'CUP-1', item_name: 'Cup', price: 9, quantity: 1 },
  ]);
  expect(readRefusal(200, of({ quantity: 3 }, { quantity: ['Too many.'] }))).toMatch('errors.quantity');
  expect(readRefusal(200, of({ quantity: 3 }))).toBeUndefined();
});

test('of lists side by side the longest is the cart; a line goes by its variation and not by its own number', () => {
  const line = (id: number, variationId: number, rest = {}) => ({ id, variationId, quantity: 1, ...rest });
  const all = [line(31, 7), line(32, 8)];
  for (const events of [
    { updated: { basketItems: all.slice(1) }, changed: { basketItems: all } },
    { changed: { basketItems: all }, added: { basketItems: all.slice(1) } },
  ])
    expect(readCart({ events })?.items.map(({ item_id }) => item_id)).toEqual(['7', '8']);
  const variation = { texts: { name1: 'Mug' }, item: { condition: { names: { name: 'New' } } } };
  expect(readCart({ items: [line(31, 7, { variation })] })?.items[0]).toMatchObject({ item_name: 'Mug' });
});

test('a cart is read in minor units where the body says so, in units elsewhere', () => {
  const minor = {
    items: [
      {
        id: 19,
        sku: 's',
        name: 'Sunglasses',
        quantity: 2,
        prices: { price: '129050', regular_price: '150000', currency_minor_unit: 2 },
      },
    ],
    totals: { total_price: '258600', currency_minor_unit: 2, currency_code: 'EUR' },
  };
  expect(readCart(minor)).toEqual({
    items: [{ item_id: 's', item_name: 'Sunglasses', price: 1290.5, quantity: 2 }],
    currency: 'EUR',
    total: 2586,
  });
  const plain = {
    cart: {
      products: [{ id_product: 6, name: 'Mug', price: 14.28, quantity: 2 }],
      totals: { total: { amount: 28.56 } },
    },
  };
  expect(readCart(plain)).toMatchObject({ items: [{ item_id: '6', price: 14.28, quantity: 2 }], total: 28.56 });
  const cents = {
    lineItems: [
      { productId: 'p', name: 'Mug', quantity: 1, price: { centAmount: 1250, fractionDigits: 2, currencyCode: 'EUR' } },
    ],
  };
  expect(readCart(cents)).toMatchObject({ items: [{ price: 12.5 }], currency: 'EUR' });
  const money = (centAmount: number) => ({ value: { centAmount, fractionDigits: 2, currencyCode: 'EUR' } });
  for (const [price, told] of [
    [money(1250), 12.5],
    [{ ...money(1250), discounted: money(990) }, 9.9],
  ])
    expect(readCart({ lineItems: [{ name: 'Mug', quantity: 2, price }] })).toMatchObject({ items: [{ price: told }] });
  const both = (value: number) => ({ value, unit: 'EUR', decimalValue: (value / 100).toFixed(2) });
  const product = { id: 'p', f_name_: 'Mug', brand: { name: 'Clay' } };
  const order = { total: both(2500), userItems: [{ count: 2, price: both(1250), product, sku: { id: 's' } }] };
  expect(readCart([{ data: { order } }])).toMatchObject({
    items: [{ item_id: 's', item_name: 'Mug', price: 12.5, quantity: 2 }],
    total: 25,
  });
});

test('what was charged before a discount is not what is to pay, and a name decides nothing', () => {
  const shopify = {
    original_total_price: 3000,
    total_price: 2400,
    items: [{ sku: 'c', product_title: 'List of Sold Old Caps', original_price: 15, price: 12, quantity: 2 }],
  };
  expect(readCart(shopify)).toMatchObject({
    items: [{ item_id: 'c', item_name: 'List of Sold Old Caps', price: 12, quantity: 2 }],
    total: 2400,
  });
});

test('a hostile body costs nothing and breaks nothing', () => {
  let deep: unknown = { items: [{ quantity: 1 }] };
  for (let depth = 0; depth < 10_000; depth++) deep = { deep };
  expect(readCart(deep)).toBeUndefined();
  expect(readRefusal(200, deep)).toBeUndefined();
  readCart(JSON.parse('{"__proto__":{"polluted":1},"items":[{"__proto__":{"polluted":1},"quantity":1}]}'));
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test.each([
  [{ orderConfirmation: '5267-f9cd' }, { transaction_id: '5267-f9cd' }],
  [{ order_id: 33, order_number: '33', payment_result: { payment_status: 'success' } }, { transaction_id: '33' }],
  [{ error: false, orderID: 'A1', continueUrl: '/x' }, { transaction_id: 'A1' }],
  [
    { order: { number: 'S-7', total: 44.06, currency: 'USD' } },
    { transaction_id: 'S-7', value: 44.06, currency: 'USD' },
  ],
  [
    { order: { invoiceNumber: 'SN-1', shippingFees: 15, taxesTotal: 5.5, total: 99 } },
    { transaction_id: 'SN-1', shipping: 15, tax: 5.5, value: 99 },
  ],
  ['000000042', { transaction_id: '000000042' }],
])('the answer %j names the order', (body, facts) => {
  expect(readOrderAnswer(body)).toMatchObject(facts);
});

test('an answer that only refreshes the checkout names no order', () => {
  expect(
    readOrderAnswer({ result: 'success', messages: '', reload: false, fragments: { '.order': '<table>' } }),
  ).toBeUndefined();
});

test.each([
  [
    'GA4',
    {
      event: 'add_to_cart',
      ecommerce: { currency: 'EUR', value: 12.5, items: [{ item_id: 'm', price: '12.5', quantity: 1 }] },
    },
  ],
  [
    'gtag',
    {
      0: 'event',
      1: 'add_to_cart',
      2: { currency: 'EUR', value: 12.5, items: [{ id: 'm', price: 12.5, quantity: 1 }] },
      length: 3,
    },
  ],
  [
    'UA',
    {
      event: 'whatever',
      ecommerce: { currencyCode: 'EUR', add: { products: [{ id: 'm', price: '12.5', quantity: 1 }] } },
    },
  ],
])('a push in the spelling of %s is understood', (_, entry) => {
  expect(readPush(entry)).toMatchObject({
    name: 'add_to_cart',
    fields: { currency: 'EUR', items: [{ item_id: 'm', price: 12.5, quantity: 1 }] },
  });
});

test('what a push says without a sum is worth its items, except an order', () => {
  const items = [{ item_id: 'm', price: 12.5, quantity: 2 }];
  expect(readPush({ 0: 'event', 1: 'begin_checkout', 2: { items } })?.fields.value).toBe(25);
  expect(readPush({ 0: 'event', 1: 'purchase', 2: { items } })?.fields.value).toBeUndefined();
});

test('a classic transaction is a purchase, anything else is nothing', () => {
  expect(
    readPush({
      transactionId: '7',
      transactionTotal: '44.06',
      transactionProducts: [{ sku: 'm', price: 1, quantity: 1 }],
    }),
  ).toMatchObject({ name: 'purchase', fields: { transaction_id: '7', value: 44.06 } });
  for (const entry of [
    null,
    'x',
    { event: 'gtm.js' },
    { event: 'page_view', ecommerce: { items: [] } },
    { ecommerce: null },
    { 0: 'config', 1: 'G-1' },
  ])
    expect(readPush(entry)).toBeUndefined();
});

test.each([
  ['each', { items: [{ name: 'Mug', price: 12, quantity: 3 }], total: 36 }, 12],
  ['of the line', { items: [{ name: 'Mug', price: 36, quantity: 3 }], total: 36 }, 12],
  ['of the line, told in cents elsewhere', { items: [{ name: 'Mug', price: 36, quantity: 3 }], subtotal: 3600 }, 12],
  ['each, where no sum is told', { items: [{ name: 'Mug', price: 12, quantity: 3 }] }, 12],
])('a price in a cart is the price %s', (_, body, price) => {
  expect(readCart(body)?.items).toMatchObject([{ price, quantity: 3 }]);
});

test("beside the product's own number an `item_id` is the line's", () => {
  const line = { item_id: '31', product_name: 'Mug', qty: 1, product_price_value: 9 };
  const idOf = (more: object) => readCart({ items: [{ ...line, ...more }] })?.items[0]?.item_id;
  expect([idOf({}), idOf({ product_id: '12' }), idOf({ product_id: '12', product_sku: 'MUG' })]).toEqual([
    '31',
    '12',
    'MUG',
  ]);
});

test('amounts a hundred times those known of the same things are minor units; a price with decimals is none', () => {
  const known = [{ item_name: 'Mug', price: 12.5 }];
  const cart = (price: number, other: number) => ({
    items: [
      { item_name: 'Mug, blue', price, quantity: 3 },
      { item_name: 'Tea', price: other },
    ],
    total: 9900,
  });
  expect(inUnits(cart(1250, 800), known)).toEqual({
    items: [
      { item_name: 'Mug, blue', price: 12.5, quantity: 3 },
      { item_name: 'Tea', price: 8 },
    ],
    total: 99,
  });
  for (const other of [cart(1250, 8.5), cart(12.5, 800), cart(1300, 800)]) expect(inUnits(other, known)).toEqual(other);
});

test('what was changed may stand beside the cart that it was changed in', () => {
  const items = [{ id: 2, name: 'Mug', quantity: 3 }];
  const products = [{ id: 1, name: 'Cup', quantity: 1 }, ...items];
  expect(readCart({ success: true, cart: { total: '9.00', products }, items })?.items).toHaveLength(2);
});

test('the edges of a graph are the lines of a cart; where there are none, it is empty', () => {
  const edges = (...nodes: object[]) => ({ cart: { totalQuantity: nodes.length, lines: { edges: nodes } } });
  const line = { id: 'l1', quantity: 2, variant: { id: 'v1', price: 9, product: { name: 'Mug' } } };
  expect(readCart(edges({ cursor: 'x', node: line }))?.items).toMatchObject([{ item_name: 'Mug', quantity: 2 }]);
  expect(readCart(edges())?.items).toEqual([]);
});
