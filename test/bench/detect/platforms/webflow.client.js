// What webflow.js does on the shop's pages, as far as it asks, fills and shows.

const one = (selector, within = document) => within.querySelector(selector);
const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
const show = (element, shown, as = 'block') => {
  if (element) element.style.display = shown ? as : 'none';
};
const { site, bindings } = JSON.parse(one('#shop').textContent);
const cookie = (name) => new RegExp(`${name}=([^;]*)`).exec(document.cookie)?.[1] ?? '';

/** Operations go in batches, each an entry of the body and of the answer. */
const ask = async (...operations) => {
  if (!cookie('wf-csrf'))
    await fetch('/.wf_graphql/csrf', { method: 'POST', headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  const answer = await fetch('/.wf_graphql/apollo', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: '*/*, application/json',
      'X-Requested-With': 'XMLHttpRequest',
      'X-Wf-Csrf': cookie('wf-csrf'),
    },
    body: JSON.stringify(operations),
  });
  const results = await answer.json();
  const [failed] = results.flatMap(({ errors = [] }) => errors);
  if (failed) throw failed;
  return results.map(({ data }) => data);
};
const PRICE = 'price { value unit decimalValue string __typename }';
const ORDER = `commerceOrder { comment extraItems { name pluginId pluginName ${PRICE} } id startedOn statusFlags { requiresShipping isFreeOrder } subtotal { value unit } total { value unit } updatedOn userItems { count id ${PRICE} product { id f_name_: name } rowTotal { value unit } sku { id } } userItemsCount }`;
const query = (variables = {}) => ({
  operationName: 'Dynamo3',
  variables,
  query: `query Dynamo3 { database { id ${ORDER} __typename } site { commerce { id defaultCurrency defaultCountry } } }`,
});
const cartItem = ({ count, price, product, sku, options }) =>
  `<div class="w-commerce-commercecartitem"><img src="data:," alt="" class="w-commerce-commercecartitemimage"><div class="w-commerce-commercecartiteminfo">
<div class="w-commerce-commercecartproductname">${product.f_name_}</div><div>${price.string}</div><ul class="w-commerce-commercecartoptionlist">${options}</ul>
<a href="#" role="button" class="remove-button w-inline-block" data-wf-cart-action="remove-item" data-commerce-sku-id="${sku.id}" aria-label="Remove item from cart"><div>Remove</div></a></div>
<input aria-label="Update quantity" class="w-commerce-commercecartquantity" required pattern="^[0-9]+$" inputmode="numeric" type="number" name="quantity" autocomplete="off" data-wf-cart-action="update-item-quantity" data-commerce-sku-id="${sku.id}" value="${count}"></div>`;
const orderItem = ({ count, rowTotal, product, options }) =>
  `<div role="listitem" class="w-commerce-commercecheckoutorderitem"><img src="data:," alt="" class="w-commerce-commercecartitemimage"><div class="w-commerce-commercecheckoutorderitemdescriptionwrapper">
<div class="w-commerce-commerceboldtextblock">${product.f_name_}</div><div class="w-commerce-commercecheckoutorderitemquantitywrapper"><div>Quantity: </div><div>${count}</div></div>
<ul class="w-commerce-commercecheckoutorderitemoptionlist">${options}</ul></div><div>${rowTotal.string}</div></div>`;
const optionsOf = ({ sku }) =>
  bindings[sku.id]?.option ? `<li><span>Size</span><span>: </span><span>${bindings[sku.id].option}</span></li>` : '';
const filled = (order, toHtml) => order.userItems.map((item) => toHtml({ ...item, options: optionsOf(item) })).join('');

const render = (order) => {
  const count = order?.userItemsCount ?? 0;
  each('.w-commerce-commercecartopenlinkcount', (badge) => {
    badge.innerHTML = count;
  });
  show(one('.w-commerce-commercecartform'), count, 'flex');
  show(one('.w-commerce-commercecartemptystate'), !count);
  show(one('.w-commerce-commercecarterrorstate'), false);
  if (!order) return;
  one('.w-commerce-commercecartlist').innerHTML = filled(order, cartItem);
  one('.w-commerce-commercecartordervalue').innerHTML = order.subtotal.string;
  const checkout = one('[data-wf-checkout-query],[data-wf-order-query]');
  if (!checkout) return;
  one('.w-commerce-commercecheckoutorderitemslist').innerHTML = filled(order, orderItem);
  one('.subtotal').innerHTML = order.subtotal.string;
  one('.w-commerce-commercecheckoutordersummaryextraitemslist').innerHTML = order.extraItems
    .map(
      ({ name, price }) =>
        `<div class="w-commerce-commercecheckoutordersummaryextraitemslistitem"><div>${name}</div><div>${price.string}</div></div>`,
    )
    .join('');
  one('.w-commerce-commercecheckoutsummarytotal').innerHTML = order.total.string;
};
const finalized = new URLSearchParams(location.search);
const refresh = async () => {
  const isDone = one('[data-wf-order-query]');
  const [{ database }] = await ask(
    query(isDone ? { finalizedOrder: { orderId: finalized.get('orderId'), token: finalized.get('token') } } : {}),
  );
  render(database.commerceOrder);
};

// The drawer.
const drawer = (isOpen) => show(one('[data-node-type=commerce-cart-container-wrapper]'), isOpen, 'flex');
each('[data-node-type=commerce-cart-open-link]', (link) =>
  link.addEventListener('click', (event) => {
    event.preventDefault();
    drawer(true);
  }),
);
one('[data-node-type=commerce-cart-close-link]').addEventListener('click', () => drawer(false));
const setCount = async (sku, count) => {
  try {
    await ask({
      operationName: 'AddToCart',
      variables: { skuId: sku, count },
      query:
        'mutation AddToCart($skuId: String!, $count: Int!) {\n  ecommerceUpdateCartItem(sku: $skuId, count: $count) {\n    ok\n    itemId\n    itemCount\n    itemPrice {\n      unit\n      decimalValue\n      __typename\n    }\n    __typename\n  }\n}\n',
    });
    await refresh();
  } catch {
    await refresh();
    show(one('.w-commerce-commercecarterrorstate'), true);
  }
};
document.addEventListener('click', (event) => {
  const control = event.target.closest('[data-wf-cart-action=remove-item]');
  if (!control) return;
  event.preventDefault();
  setCount(control.dataset.commerceSkuId, 0);
});
document.addEventListener('change', ({ target }) => {
  if (target.matches('[data-wf-cart-action=update-item-quantity]'))
    setCount(target.dataset.commerceSkuId, Number(target.value));
});

// Adding.
each('[data-node-type=commerce-add-to-cart-form]', (form) => {
  const box = form.parentElement;
  const error = one('.w-commerce-commerceaddtocarterror', box);
  const button = one('[data-node-type=commerce-add-to-cart-button]', form);
  const choice = one('[data-node-type=commerce-add-to-cart-option-select]', form);
  choice?.addEventListener('change', () => {
    form.dataset.commerceSkuId = choice.selectedOptions[0].dataset.sku ?? '';
    one('[data-wf-sku-bindings*=f_price_]').innerHTML = bindings[form.dataset.commerceSkuId]?.price ?? '';
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    show(error, false);
    const fail = (why) => {
      one('div', error).textContent = one('div', error).dataset[`wAddToCart${why}Error`];
      show(error, true);
    };
    if (choice && !choice.value) return fail('SelectAllOptions');
    const label = button.value;
    button.value = form.dataset.loadingText;
    button.setAttribute('aria-busy', 'true');
    try {
      await ask({
        operationName: 'AddToCart',
        variables: {
          skuId: form.dataset.commerceSkuId,
          count: Number(one('[name=commerce-add-to-cart-quantity-input]', form)?.value ?? 1),
          buyNow: false,
        },
        query:
          'mutation AddToCart($skuId: String!, $count: Int!, $buyNow: Boolean) {\n  ecommerceAddToCart(sku: $skuId, count: $count, buyNow: $buyNow) {\n    ok\n    itemId\n    itemCount\n    itemPrice {\n      unit\n      decimalValue\n      __typename\n    }\n    __typename\n  }\n}\n',
      });
      await refresh();
      drawer(true);
    } catch ({ code }) {
      fail(code === 'OutOfInventory' ? 'Quantity' : 'General');
    }
    button.value = label;
    button.setAttribute('aria-busy', 'false');
  });
});

// Forms that go to the platform.
each('.w-form form', (form) =>
  form.addEventListener('submit', (event) => {
    if (form.getAttribute('action')) return;
    event.preventDefault();
    const button = one('[type=submit]', form);
    button.value = button.dataset.wait;
    const fields = [...new FormData(form)].map(([name, value]) => [`fields[${name}]`, value]);
    const xhr = new XMLHttpRequest();
    xhr.open('POST', site.forms);
    xhr.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded; charset=UTF-8');
    xhr.onload = () => {
      const isSent = xhr.status < 400;
      if (isSent) show(form, false);
      show(one('.w-form-done', form.parentElement), isSent);
      show(one('.w-form-fail', form.parentElement), !isSent);
      button.value = 'Send';
    };
    xhr.send(
      new URLSearchParams([
        ['name', form.dataset.name],
        ['pageId', '66'],
        ['source', location.href],
        ['test', 'false'],
        ...fields,
        ['dolphin', 'false'],
      ]).toString(),
    );
  }),
);

// The checkout.
const checkout = one('[data-wf-checkout-query]');
if (checkout) {
  const value = (name) => one(`[name="${name}"]`, checkout).value;
  const error = one('.w-commerce-commercecheckouterrorstate', checkout);
  const complain = (message) => {
    one('div', error).textContent = message;
    show(error, Boolean(message));
  };
  one('[name=email]').addEventListener('change', () =>
    ask({
      operationName: 'CheckoutUpdateOrderIdentity',
      variables: { email: value('email') },
      query:
        'mutation CheckoutUpdateOrderIdentity($email: String) {\n  ecommerceUpdateIdentity(email: $email) {\n    ok\n  }\n}\n',
    }).catch(() => {}),
  );
  const wrapper = one('[data-node-type=commerce-checkout-shipping-address-wrapper]');
  wrapper.addEventListener('change', async () => {
    if (!['name', 'address_line1', 'address_city', 'address_zip'].every(value)) return;
    await ask({
      operationName: 'CheckoutUpdateOrderAddress',
      variables: {
        type: 'shipping',
        name: value('name'),
        address_line1: value('address_line1'),
        address_city: value('address_city'),
        address_zip: value('address_zip'),
        address_country: 'GB',
      },
      query:
        'mutation CheckoutUpdateOrderAddress($type: String!, $name: String) {\n  ecommerceUpdateAddress(type: $type, addressee: $name) {\n    ok\n  }\n}\n',
    });
    const [{ ecommerceRecalcEstimations: methods }] = await ask({
      operationName: 'CheckoutRecalcEstimations',
      variables: {},
      query: 'mutation CheckoutRecalcEstimations {\n  ecommerceRecalcEstimations {\n    ok\n  }\n}\n',
    });
    show(one('.w-commerce-commercecheckoutshippingmethodsemptystate'), false);
    one('[data-node-type=commerce-checkout-shipping-methods-list]').innerHTML = methods.shipping
      .map(
        ({ id, name, price }) =>
          `<label class="w-commerce-commercecheckoutshippingmethoditem"><input type="radio" name="shipping-method-choice" required id="${id}" value="${id}"><div class="w-commerce-commercecheckoutshippingmethoddescriptionblock"><div class="w-commerce-commerceboldtextblock">${name}</div><div></div></div><div>${price.string}</div></label>`,
      )
      .join('');
    await refresh();
  });
  one('[data-node-type=commerce-checkout-shipping-methods-list]').addEventListener('change', async ({ target }) => {
    await ask({
      operationName: 'CheckoutUpdateShippingMethod',
      variables: { id: target.value },
      query:
        'mutation CheckoutUpdateShippingMethod($id: String) {\n  ecommerceUpdateShippingMethod(methodId: $id) {\n    ok\n  }\n}\n',
    });
    await refresh();
  });
  one('[data-node-type=commerce-checkout-discount-form]').addEventListener('submit', (event) => {
    event.preventDefault();
    ask({
      operationName: 'CheckoutApplyDiscount',
      variables: { discountCode: value('discountCode') },
      query:
        'mutation CheckoutApplyDiscount($discountCode: String!) {\n  ecommerceApplyDiscount(discountCode: $discountCode) {\n    ok\n  }\n}\n',
    }).catch(() => complain('This discount is invalid.'));
  });
  const place = one('[data-node-type=commerce-checkout-place-order-button]');
  place.addEventListener('click', async (event) => {
    event.preventDefault();
    complain('');
    for (const form of checkout.querySelectorAll('form'))
      if (!form.matches('[data-node-type*=discount]') && !form.reportValidity()) return;
    const label = place.innerHTML;
    place.innerHTML = place.dataset.loadingText;
    try {
      await ask({
        operationName: 'CheckoutUpdateStripePaymentMethod',
        variables: { paymentMethod: 'pm_1Nx' },
        query:
          'mutation CheckoutUpdateStripePaymentMethod($paymentMethod: String!) {\n  ecommerceStoreStripePaymentMethod(paymentMethod: $paymentMethod) {\n    ok\n    __typename\n  }\n}\n',
      });
      const [{ ecommerceAttemptSubmitOrder: order }] = await ask({
        operationName: 'AttemptSubmitOrder',
        variables: { checkoutType: 'normal' },
        query:
          'mutation AttemptSubmitOrder($checkoutType: mutation_commerce_checkoutType) {\n  ecommerceAttemptSubmitOrder(checkoutType: $checkoutType) {\n    orderId\n    token\n    ok\n    customerPaid {\n      decimalValue\n      unit\n    }\n    purchasedItems {\n      id\n      name\n      count\n      price {\n        decimalValue\n      }\n    }\n    status\n    clientSecret\n    nextAction\n  }\n}\n',
      });
      location.href = `/order-confirmation?orderId=${order.orderId}&token=${order.token}`;
    } catch {
      complain(
        'Your payment could not be completed with the payment information provided. Please make sure that your card and billing address information is correct, or try a different payment card.',
      );
      place.innerHTML = label;
    }
  });
}
refresh();
