// The React pages of an EverShop store once hydrated: the cart is asked for by GraphQL after each change, and classes are
// a utility framework's. What adds is no submit, what leads to the cart is no link.
const $ = (selector, from = document) => from.querySelector(selector);
const { page, api } = window.eContext;
let { cart } = window.eContext;
let open = false; // the sheet
let syncing = false;
let loading = false;

const BUTTON =
  "group/button inline-flex shrink-0 items-center justify-center rounded-md border border-transparent text-sm font-medium whitespace-nowrap outline-none select-none disabled:pointer-events-none disabled:opacity-50 [&_svg:not([class*='size-'])]:size-4";
const button = (act, text, more = '', attributes = '') =>
  `<button type="button" data-slot="button" class="${BUTTON} ${more}" __act="${act}" ${attributes}>${text}</button>`;
const icon = (name, size = 'w-5 h-5') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" class="lucide lucide-${name} ${size}"><path></path></svg>`;

const toast = (type, text) => {
  const box = $('.Toastify');
  box.innerHTML = `<div class="Toastify__toast-container Toastify__toast-container--top-right"><div class="Toastify__toast Toastify__toast-theme--light Toastify__toast--${type}"><div role="alert" class="Toastify__toast-icon">${icon('x')}</div>${text}<button class="Toastify__close-button" aria-label="close">×</button></div></div>`;
  setTimeout(() => {
    box.innerHTML = '';
  }, 5000);
};
const graphql = async (query, variables = {}) => {
  const answer = await fetch('/api/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await answer.json()).data.myCart;
};
const CART =
  'query Query { myCart { uuid currency totalQty subTotal { value text } grandTotal { value text } items { cartItemId uuid productId productSku productName qty productPrice { value text } finalPrice { value text } lineTotal { value text } removeApi updateQtyApi errors } availablePaymentMethods { code name } } }';
/** Writes, then asks for the cart anew. */
const write = async (method, url, body) => {
  loading = true;
  draw();
  try {
    const answer = await fetch(url, {
      method,
      headers: body && { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const json = await answer.json();
    if (!answer.ok) throw new Error(json.error?.message);
    syncing = true;
    draw();
    cart = await graphql(CART);
    return json.data;
  } finally {
    loading = false;
    syncing = false;
    draw();
  }
};

const options = ({ variantOptions }) =>
  variantOptions
    ? `<div class="space-y-1">${variantOptions.map((one) => `<div class="text-xs text-gray-700">${one.attributeName}: ${one.optionText}</div>`).join('')}</div>`
    : '';
const summaryItems = (items, skeleton) =>
  `<ul class="item__summary__list divide-y divide-border border-b border-border mb-3">${items
    .map((item, at) =>
      skeleton
        ? `<li class="flex items-center py-6 animate-pulse"><div class="relative mr-4"><div class="w-16 h-16 rounded border p-2"></div><span class="absolute -top-2 -right-2 bg-muted rounded-full w-6 h-6 text-sm">${at + 1}</span></div><div class="flex-1 min-w-0"><div class="h-4 w-3/5 mb-2"></div></div></li>`
        : `<li class="flex items-start py-3"><div class="relative mr-4 self-center"><img src="data:," alt="${item.productName}" class="w-16 h-16 object-cover rounded border p-2 box-border"><span class="absolute -top-2 -right-2 bg-muted rounded-full w-6 h-6 flex items-center justify-center text-muted-foreground text-sm">${item.qty}</span></div><div class="flex-1 min-w-0 items-start align-top"><div class="font-semibold text-sm mb-1">${item.productName}</div>${options(item)}</div><div class="ml-auto text-right self-center"><div class="font-semibold">${item.lineTotal.text}</div></div></li>`,
    )
    .join('')}</ul>`;
const row = (label, amount, more = '') =>
  `<div class="summary-row flex justify-between gap-7 py-2"><span>${label}</span><div><div></div><span class="${more}">${amount}</span></div></div>`;
const coupon = `<div class="gap-7 py-2"><div class="coupon-form"><form method="POST" novalidate><fieldset><div class="flex justify-between gap-3"><div class="w-4/5"><div class="mb-0 form-field"><input type="text" name="coupon" placeholder="Enter coupon code" data-slot="input"></div></div><div class="col-span-1">${button('coupon', 'Apply')}</div></div></fieldset></form></div></div>`;
const totals = (told) =>
  `<div class="grid grid-cols-1 gap-5"><div class="cart__total__summary font-semibold"><div class="flex justify-between gap-7 py-2"><div>Sub total</div><span class="text-right">${told.subTotal.text}</span></div>${told.placed ? '' : coupon}${told.shippingMethod ? row('Shipping', told.shippingFeeExclTax.text) : '<div class="summary-row flex justify-between gap-7 py-2"><span>Shipping</span><span class="text-gray-500 italic font-normal">Select shipping method</span></div>'}${row('Tax', told.totalTaxAmount.text, 'text-right')}<div class="summary__row grand-total flex justify-between py-2"><span class="self-center font-bold">Total</span><div><div></div><span class="grand-total-value">${told.grandTotal.text}</span></div></div></div></div>`;

const sheet = () =>
  open
    ? `<div data-slot="sheet-overlay" class="fixed inset-0 z-50" style="pointer-events:none"></div><div role="dialog" data-slot="sheet-content" data-side="right" class="bg-background fixed z-50 flex flex-col gap-4 w-full md:w-1/3 border-border"><div data-slot="sheet-header" class="gap-1.5 p-4 flex flex-col border-b border-border"><h2 data-slot="sheet-title" class="text-foreground font-medium text-xl">Your Cart</h2></div>${
        cart?.totalQty
          ? `<div class="minicart__items__container flex flex-col px-5 justify-between h-full"><div class="overflow-y-auto mb-8">${summaryItems(cart.items, loading)}</div><div class="grid grid-cols-1 gap-5"><div class="minicart__summary flex justify-between items-center mb-3"><span class="font-medium text-gray-900">Subtotal:</span><span class="font-semibold text-lg text-gray-900">${cart.grandTotal.text}</span></div>${button('go:/cart', `View Cart (${cart.totalQty})`, 'minicart__viewcart__button w-full')}${button('go:/checkout', 'Checkout', 'minicart__checkout__button w-full')}</div></div>`
          : '<div class="minicart__empty text-center py-8"><p>Your cart is empty</p></div>'
      }${button('close', `${icon('x')}<span class="sr-only">Close</span>`, 'absolute top-4 right-4')}</div>`
    : '';
const cartIcon = () =>
  `<button type="button" class="mini-cart-icon relative cursor-pointer ${open ? 'active' : ''}" aria-label="Shopping cart with ${cart?.totalQty ?? 0} items" __act="open">${syncing ? '<div class="w-6 h-6"><div class="animate-spin rounded-full h-4 w-4 border-2"></div></div>' : icon('shopping-bag')}${cart?.totalQty && !syncing ? `<span class="absolute -top-2 -right-2 bg-primary text-primary-foreground text-xs rounded-full h-4 w-4">${cart.totalQty}</span>` : ''}</button>`;

const cartRow = (item) =>
  `<div class="cart__item flex gap-4 py-5"><div class="shrink-0"><img src="data:," alt="${item.productName}" class="rounded-lg"></div>
<div class="flex flex-1 flex-col"><div class="flex justify-between gap-4"><div class="min-w-0">
<a href="${item.productUrl}" class="font-medium hover:underline">${item.productName}</a>
<div class="mt-0.5 text-xs text-muted-foreground">SKU ${item.productSku}</div>
${(item.variantOptions ?? []).map((one) => `<div class="mt-0.5 text-xs text-muted-foreground">${one.attributeName}: ${one.optionText}</div>`).join('')}
</div><div class="text-right font-medium tabular-nums">${item.lineTotal.text}</div></div>
<div class="mt-auto flex items-center justify-between pt-3"><div class="inline-flex items-center rounded-md border border-border">
<button class="p-2" __act="minus:${item.cartItemId}" ${item.qty < 2 ? 'disabled' : ''}>${icon('minus')}</button>
<span class="w-8 text-center text-sm tabular-nums">${item.qty}</span>
<button class="p-2" __act="plus:${item.cartItemId}">${icon('plus')}</button></div>
<button type="button" class="inline-flex items-center gap-1 text-xs" __act="remove:${item.cartItemId}">${icon('trash')}Remove</button>
</div></div></div>`;
const cartPage = () =>
  cart?.items.length
    ? `<div class="shopping-cart-header mb-8"><h1 class="shopping-cart-title mb-2">Your cart</h1>
<p class="mt-1 text-sm text-muted-foreground">${cart.totalQty} items in your cart</p></div>
<div class="grid grid-cols-1 gap-10"><div><div class="cart-items"><div class="cart__items divide-y">${cart.items.map(cartRow).join('')}</div></div></div>
<div class="h-fit"><div class="cart-summary rounded-lg border p-6"><h2 class="h4">Order summary</h2><div class="mt-4">${totals(cart)}</div>
<div class="shopping-cart-checkout-btn mt-6">${button('go:/checkout', 'Proceed to checkout', 'w-full', 'title="Proceed to checkout"')}</div>
<a href="/">Continue shopping</a></div></div></div>`
    : '<div class="empty-shopping-cart w-100" style="margin-top:150px"><div><div class="text-center shopping-cart-heading"><h2>Shopping cart</h2></div><div class="mt-5 text-center"><span>Your cart is empty!</span></div></div></div>';

const card = (title, name, body) =>
  `<div data-slot="card" class="transition-all overflow-hidden"><div data-slot="card-header"><div data-slot="card-title"><div class="flex items-center gap-2">${icon(name)}<span>${title}</span></div></div></div><div data-slot="card-content">${body}</div></div>`;
const field = (name, label, type = 'text') =>
  `<div class="form-field"><label for="field-${name}">${label}<span class="text-destructive">*</span></label><input type="${type}" id="field-${name}" name="${name}" placeholder="${label}" data-slot="input"></div>`;
let methods = [];
let chosen = {};
const checkoutForm = () =>
  `<h1 class="mb-8 text-3xl font-semibold tracking-tight">Checkout</h1><div class="grid grid-cols-1 gap-8 pb-16"><form novalidate><fieldset><div class="checkout-steps"><div class="checkout-contact checkout-step">${card('Contact Information', 'circle-user', `<div>${field('contact.email', 'Email', 'email')}<p class="mt-2">Already have an account? <button type="button" class="underline text-primary">Log in</button></p></div>`)}</div><div class="checkout__shipment space-y-6 mt-6">${card('Shipping Address', 'map-pin', `<div class="customer-address-form">${field('shippingAddress.full_name', 'Full name')}${field('shippingAddress.telephone', 'Telephone')}${field('shippingAddress.address_1', 'Address')}${field('shippingAddress.city', 'City')}<div class="form-field"><label>Country</label><select name="shippingAddress.country"><option value="">Country</option><option value="US">United States</option></select></div>${field('shippingAddress.postcode', 'Postcode')}</div>`)}<div id="methods"></div></div><div class="checkout-payment mt-6">${card('Payment', 'credit-card', '<div id="payments"></div>')}</div><div class="checkout-button-section mt-6"></div></div></fieldset></form><div class="h-fit space-y-6"><div class="rounded-lg border border-border bg-card p-6"><h2 class="mb-4 h4">Order summary</h2><div id="summary"></div></div></div></div>`;
const radio = (name, code) =>
  `<span role="radio" tabindex="0" aria-checked="${chosen[name] === code}" data-slot="radio-group-item" class="border-input flex size-4 rounded-full" style="width:16px;height:16px;display:inline-block" id="${name}-method-${code}" __act="${name}:${code}"></span><input type="radio" tabindex="-1" aria-hidden="true" style="position:fixed;width:1px;height:1px;top:0;left:0;clip-path:inset(50%)" value="${code}" ${chosen[name] === code ? 'checked' : ''}>`;
const choice = (name, { code, name: label, cost }, more = '') =>
  `<div data-slot="item" class="border rounded-lg p-3"><div data-slot="item-content"><div data-slot="item-title" class="w-full"><div class="flex items-center space-x-3 w-full">${radio(name, code)}<label for="${name}-method-${code}" class="w-full">${label}</label></div></div>${cost ? `<div class="font-medium">${cost.text}</div>` : ''}${more}</div></div>`;
const drawCheckout = () => {
  $('#methods').innerHTML = methods.length
    ? card(
        'Shipping Method',
        'truck',
        `<div role="radiogroup" data-slot="radio-group">${methods.map((one) => choice('shipping', one)).join('')}</div>`,
      )
    : card(
        'Shipping Method',
        'truck',
        '<div class="text-center py-8"><div class="mb-2">Please complete your shipping address</div></div>',
      );
  $('#payments').innerHTML =
    `<div data-slot="item-title">Pick a payment method</div><div role="radiogroup" data-slot="radio-group">${cart.availablePaymentMethods.map((one) => choice('payment', one, chosen.payment === one.code ? '<div data-slot="item-description">Conveniently pay with cash at your doorstep when your order is delivered.</div>' : '')).join('')}</div>`;
  $('#summary').innerHTML = `${summaryItems(cart.items, loading)}<div class="mt-4">${totals(cart)}</div>`;
  $('.checkout-button-section').innerHTML = chosen.payment
    ? button(
        'order',
        `<span class="flex items-center justify-center space-x-2"><span>${loading ? 'Placing Order...' : 'Place Order'}</span></span>`,
        'w-full',
        loading ? 'disabled' : '',
      )
    : `<button type="submit" data-slot="button" class="${BUTTON} w-full" disabled>Select a payment method</button>`;
};

const draw = () => {
  $('.mini__cart__wrapper').innerHTML = cartIcon();
  $('#portal').innerHTML = sheet();
  if (page === 'cart') $('.cart.page-width').innerHTML = cartPage();
  if (page === 'checkout' && cart?.items.length) drawCheckout();
};

const asked = () => {
  const told = Object.fromEntries(new FormData($('main form')));
  const address = Object.entries(told).filter(([name]) => name.startsWith('shippingAddress.'));
  return {
    email: told['contact.email'],
    address: Object.fromEntries(address.map(([name, value]) => [name.slice(16), value])),
  };
};
const itemOf = (id) => cart.items.find(({ cartItemId }) => cartItemId === id);
const change = (id, action) => {
  const item = itemOf(id);
  const span = $(`[__act="plus:${id}"]`).previousElementSibling;
  span.textContent = Number(span.textContent) + (action === 'increase' ? 1 : -1);
  setTimeout(
    () => write('PATCH', item.updateQtyApi, { qty: 1, action }).catch((error) => toast('error', error.message)),
    500,
  );
};
const acts = {
  add: async (sku) => {
    try {
      await write('POST', api.addItem, { sku, qty: Number($('[name=qty]')?.value ?? 1) });
      open = true;
      draw();
    } catch (error) {
      toast('error', error.message);
    }
  },
  invalid: () => {
    $('.variant__container').insertAdjacentHTML(
      'beforeend',
      '<div class="text-destructive">Please select variant options</div>',
    );
  },
  variant: async (option) => {
    const url = new URL(location.href);
    url.searchParams.set('ajax', 'true');
    url.searchParams.set('size', option);
    const { html } = await (await fetch(url)).json();
    url.searchParams.delete('ajax');
    history.pushState(null, '', url);
    $('.product-detail').outerHTML = html;
  },
  go: (path) => {
    location.href = path;
  },
  open: () => {
    open = !open;
    draw();
  },
  close: () => {
    open = false;
    draw();
  },
  search: () => {
    $('.search__box').insertAdjacentHTML(
      'beforeend',
      '<div class="search__input__container fixed top-0"><div class="search__input relative flex justify-between"><div class="form__field grow"><input placeholder="Search" enterkeyhint="done" class="w-full"></div><a href="#" class="close-icon">x</a></div></div>',
    );
    $('.search__input input').onkeydown = ({ key, target }) => {
      if (key === 'Enter') location.href = `/search?keyword=${encodeURIComponent(target.value)}`;
    };
  },
  remove: (id) => write('DELETE', itemOf(id).removeApi).catch((error) => toast('error', error.message)),
  plus: (id) => change(id, 'increase'),
  minus: (id) => change(id, 'decrease'),
  coupon: () =>
    write('POST', `/api/carts/${cart.uuid}/coupons`, { coupon: $('[name=coupon]').value }).catch(() =>
      toast('error', 'Invalid coupon'),
    ),
  shipping: async (code) => {
    const method = methods.find((one) => one.code === code);
    const { address } = asked();
    try {
      await write('POST', `/api/carts/${cart.uuid}/addresses`, { address, type: 'shipping' });
      await write('POST', `/api/carts/${cart.uuid}/shippingMethods`, {
        method_code: code,
        method_name: method.name,
        provider_code: 'core',
      });
      chosen = { ...chosen, shipping: code };
      draw();
    } catch (error) {
      toast('error', error.message);
    }
  },
  payment: (code) => {
    chosen = { ...chosen, payment: code };
    draw();
  },
  order: async () => {
    const { email, address } = asked();
    if (!email) {
      $('[name="contact.email"]').setAttribute('aria-invalid', 'true');
      return;
    }
    loading = true;
    draw();
    const answer = await fetch(`/api/carts/${cart.uuid}/checkout`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        cart_id: cart.uuid,
        customer: { email },
        shippingAddress: address,
        shippingMethod: chosen.shipping,
        shippingProvider: 'core',
        paymentMethod: chosen.payment,
        billingAddress: address,
      }),
    });
    const json = await answer.json();
    if (answer.ok) {
      location.href = `/checkout/success/${json.data.uuid}`;
      return;
    }
    loading = false;
    draw();
    toast('error', json.error.message);
  },
  contact: async () => {
    const form = $('#contactForm');
    const told = Object.fromEntries(new FormData(form));
    if (!told.email || !told.message) {
      for (const name of ['email', 'message']) if (!told[name]) form[name].setAttribute('aria-invalid', 'true');
      return;
    }
    await fetch('/api/contact', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(told),
    });
    $('.evershop-contact-form [aria-live]').innerHTML =
      '<div class="mb-4 text-green-700">Thanks! Your message has been sent.</div>';
    form.reset();
  },
};
document.addEventListener('click', (event) => {
  const control = event.target.closest('[__act]');
  const [name, what] = (control?.getAttribute('__act') ?? '').split(/:(.*)/s);
  if (!name || control.disabled) return;
  if (control.tagName === 'A' || name === 'add') event.preventDefault();
  acts[name](what);
});
document.addEventListener('submit', (event) => event.preventDefault());
if (page === 'checkout' && cart?.items.length) {
  $('#checkout').innerHTML = checkoutForm();
  let timer;
  let last;
  $('#checkout form').addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const { address } = asked();
      const wanted = JSON.stringify([address.country, address.postcode]);
      if (!address.country || wanted === last) return;
      last = wanted;
      const told = await graphql(
        'query GetCartShippingMethods($country: String!, $province: String, $postcode: String) { myCart { availableShippingMethods(country: $country, province: $province, postcode: $postcode) { code name cost { value text } } } }',
        { country: address.country, province: null, postcode: address.postcode },
      );
      methods = told.availableShippingMethods;
      draw();
    }, 800);
  });
}
if (page === 'success') {
  const { order } = window.eContext;
  $('#summary').innerHTML =
    `<div class="checkout__summary h-full hidden md:block">${summaryItems(order.items)}${totals(order)}</div>`;
}
draw();
