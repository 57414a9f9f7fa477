// The storefront once hydrated: loaders and actions by `fetch` at the pages' own addresses, the order by one resource route.
const main = document.querySelector('main');
const tray = document.querySelector('#tray');
const account = document.querySelector('.sign-in');
const $ = (selector, from = document) => from.querySelector(selector);
const price = (minor) => new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(minor / 100);
const range = ({ min, max }) => (min === max ? price(min) : `${price(min)} - ${price(max)}`);
let page = window.__remixContext;
let order = page.activeOrder;
let chosen;
let shown = false;
let busy = 0;
const known = [];
const does = (act) => `data-r="${known.push(act) - 1}"`;

const contents = (lines, editable) =>
  `<div class="flow-root"><ul role="list" class="-my-6 divide-y divide-gray-200">${lines.map((line) => `<li class="py-6 flex"><div class="flex-shrink-0 w-24 h-24 border rounded-md overflow-hidden"><img src="data:," alt="${line.productVariant.name}"></div><div class="ml-4 flex-1 flex flex-col"><div><div class="flex justify-between text-base font-medium text-gray-900"><h3><a href="/products/${line.productVariant.product.slug}">${line.productVariant.name}</a></h3><p class="ml-4">${price(line.linePriceWithTax)}</p></div></div><div class="flex-1 flex items-center text-sm"><form method="get" action="/"><label for="quantity-${line.id}" class="mr-2">Quantity</label><select ${editable ? '' : 'disabled'} id="quantity-${line.id}" name="quantity-${line.id}" class="max-w-full rounded-md border" ${does({ action: 'adjustItem', lineId: line.id })}>${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `<option value="${n}" ${n === line.quantity ? 'selected' : ''}>${n}</option>`).join('')}</select></form><div class="flex-1"></div><div class="flex">${editable ? `<button type="submit" name="removeItem" value="${line.id}" class="font-medium text-primary-600" ${does({ action: 'removeItem', lineId: line.id })}>Remove</button>` : ''}</div></div></div></li>`).join('')}</ul></div>`;
const totals = (one) =>
  `<dl class="border-t mt-6 border-gray-200 py-6 space-y-6">${[
    ['text-sm', 'Subtotal', one.subTotalWithTax],
    ['text-sm', 'Shipping cost', one.shippingWithTax],
    ['text-base font-medium', 'Total', one.totalWithTax],
  ]
    .map(
      ([className, label, amount]) =>
        `<div class="flex items-center justify-between"><dt class="${className}">${label}</dt><dd class="text-sm font-medium text-gray-900">${price(amount)}</dd></div>`,
    )
    .join('')}</dl>`;
const drawTray = () => {
  $('.badge-slot').innerHTML = order
    ? `<div class="absolute rounded-full -top-2 -right-2 bg-primary-600 min-w-6 min-h-6">${order.totalQuantity}</div>`
    : '';
  account.textContent = page.user ? 'My Account' : 'Sign In';
  account.href = page.user ? '/account' : '/sign-in';
  tray.innerHTML = shown
    ? `<div class="fixed inset-0 overflow-hidden z-20" id="headlessui-dialog-:r1:" role="dialog" aria-modal="true" data-headlessui-state="open"><div class="h-full flex flex-col bg-white shadow-xl"><div class="flex-1 py-6 overflow-y-auto px-4"><div class="flex items-start justify-between"><h2 class="text-lg font-medium text-gray-900" id="headlessui-dialog-title-:r5:">Shopping cart</h2><div class="ml-3 h-7"><button type="button" class="-m-2 p-2 text-gray-400" ${does({ close: true })}><span class="sr-only">Close panel</span><svg></svg></button></div></div><div class="mt-8">${order ? contents(order.lines, true) : '<div class="flex items-center justify-center h-48">Your cart is empty</div>'}</div></div>${order ? `<div class="border-t border-gray-200 py-6 px-4"><div class="flex justify-between text-base font-medium"><p>Subtotal</p><p>${price(order.subTotalWithTax)}</p></div><p class="mt-0.5 text-sm">Shipping will be calculated at checkout.</p><div class="mt-6"><a class="flex justify-center items-center px-6 py-3 rounded-md" href="/checkout">Checkout</a></div></div>` : ''}</div></div>`
    : '';
};

const card = ({ slug, title, ...prices }) =>
  `<a class="flex flex-col" href="/products/${slug}"><img class="rounded-xl flex-grow object-cover" alt="" src="data:,"><div class="h-2"></div><div class="text-sm text-gray-700">${title}</div><div class="text-sm font-medium text-gray-900">${range(prices)}</div></a>`;
const field = (label, name, type = 'text', autocomplete = 'on', more = 'required') =>
  `<div><label for="${name}" class="block text-sm font-medium">${label}</label><div class="mt-1"><input type="${type}" id="${name}" name="${name}" autocomplete="${autocomplete}" ${more} class="block w-full rounded-md"></div></div>`;
const layout = (inner, at) =>
  `<div class="bg-gray-50"><div class="lg:max-w-7xl max-w-2xl mx-auto pt-8 pb-24 px-4"><h2 class="sr-only">Checkout</h2><nav class="hidden sm:block pb-8 mb-8 border-b"><ol role="list" class="flex space-x-4 justify-center">${['Shipping', 'Payment', 'Confirmation'].map((step, n) => `<li class="flex items-center"><span aria-current="${n === at ? 'step' : 'false'}" class="text-primary-600">${step}</span></li>`).join('')}</ol></nav><div class="lg:grid lg:grid-cols-2"><div>${inner}</div>${order ? `<div class="mt-10 lg:mt-0"><h2 class="text-lg font-medium text-gray-900 mb-4">Order summary</h2>${contents(order.lines, false)}${totals(order)}</div>` : ''}</div></div></div>`;
const views = {
  home: () =>
    `<div class="relative"><h2 class="text-4xl">Vendure Remix Storefront Starter Template</h2><a href="https://www.vendure.io">Vendure</a></div><section><h2>Featured</h2><div class="grid grid-cols-2">${page.cards.map(card).join('')}</div></section>`,
  list: () =>
    `<div class="max-w-6xl mx-auto px-4"><div class="flex justify-between items-center"><h2 class="text-3xl font-light my-8">${page.heading}</h2></div><div class="mt-6 grid sm:grid-cols-5"><div class="sm:col-span-5 grid grid-cols-1">${page.cards.map(card).join('')}</div></div></div>`,
  product: () => {
    const one = page.variants.find(({ id }) => id === chosen) ?? page.variants[0];
    const inCart = order?.lines.find(({ productVariant }) => productVariant.id === one.id)?.quantity ?? 0;
    return `<div><div class="max-w-6xl mx-auto px-4"><h2 class="text-3xl sm:text-5xl font-light tracking-tight text-gray-900 my-8">${page.name}</h2><nav class="flex" aria-label="Breadcrumb"><ol role="list"><li><a href="/">Home</a></li><li><a href="/collections/electronics">Electronics</a></li></ol></nav><div class="lg:grid lg:grid-cols-2 mt-4"><div class="w-full max-w-2xl mx-auto"><span class="rounded-md overflow-hidden"><img src="data:," alt="${page.name}" class="w-full h-full"></span></div><div class="mt-10 px-4"><div class=""><h3 class="sr-only">Description</h3><div class="text-base text-gray-700"><p>Made for work and play.</p></div></div><form method="post" action="/api/active-order" ${does({ order: true })}><input type="hidden" name="action" value="addItemToOrder">${page.variants.length > 1 ? `<div class="mt-4"><label for="option" class="block text-sm font-medium">Select option</label><select class="mt-1 block w-full" id="productVariant" name="variantId" ${does({ variant: true })}>${page.variants.map(({ id, name }) => `<option value="${id}" ${id === one.id ? 'selected' : ''}>${name}</option>`).join('')}</select></div>` : `<input type="hidden" name="variantId" value="${one.id}">`}<div class="mt-10 flex flex-col sm:flex-row"><p class="text-3xl text-gray-900 mr-4">${price(one.price)}</p><div class="flex sm:flex-col1 align-baseline"><button type="submit" class="max-w-xs flex-1 ${inCart ? 'bg-green-600' : 'bg-primary-600'} transition-colors rounded-md py-3 px-8 flex items-center text-white">${inCart ? `<span class="flex items-center"><svg></svg> ${inCart} in cart</span>` : 'Add to cart'}</button><button type="button" class="ml-4 py-3 px-3 rounded-md flex"><svg aria-hidden="true"></svg><span class="sr-only">Add to favorites</span></button></div></div><div class="mt-2 flex items-center space-x-2"><span class="text-gray-500">${one.sku}</span><span class="rounded-full bg-green-100 px-2 text-xs">${one.stock === 'IN_STOCK' ? 'In stock' : 'Low stock'}</span></div>${page.error ? `<div class="mt-4"><div class="rounded-md bg-red-50 p-4 max-w-lg"><div class="flex"><svg></svg><div class="ml-3"><h3 class="text-sm font-medium text-red-800">We ran into a problem!</h3><p class="text-sm text-red-700 mt-2">${page.error.message}</p></div></div></div></div>` : ''}<section class="mt-12 pt-12 border-t text-xs"><h3 class="text-gray-600 font-bold mb-2">Shipping &amp; Returns</h3><div><p>Standard shipping: 3 - 5 working days. Express shipping: 1 - 3 working days.</p><p>Shipping costs depend on delivery address and will be calculated during checkout.</p></div></section></form></div></div></div></div>`;
  },
  checkout: () =>
    layout(
      `<div><h2 class="text-lg font-medium text-gray-900">Contact information</h2><form method="post" action="/api/active-order" ${does({ order: true, blur: true })}><input type="hidden" name="action" value="setOrderCustomer">${field('Email address', 'emailAddress', 'email', 'email', '')}${field('First name', 'firstName', 'text', 'given-name', '')}${field('Last name', 'lastName', 'text', 'family-name', '')}</form></div><form method="post" action="/api/active-order" ${does({ order: true, blur: true })}><input type="hidden" name="action" value="setCheckoutShipping"><div class="mt-10 border-t pt-10"><h2 class="text-lg font-medium">Shipping information</h2></div>${field('Full name', 'fullName', 'text', 'given-name')}${field('Company', 'company', 'text', 'organization', '')}${field('Address', 'streetLine1', 'text', 'street-address')}${field('City', 'city', 'text', 'city')}<select name="countryCode"><option value="US">United States</option></select>${field('Postal code', 'postalCode', 'text', 'postal-code')}</form><div class="mt-10 border-t pt-10"><div role="radiogroup" id="headlessui-radiogroup-:r7:"><label class="text-lg font-medium" role="none">Delivery method</label><div class="mt-4 grid" role="none"><div role="radio" aria-checked="${!!order?.shippingLines.length}" tabindex="0" class="relative border rounded-lg shadow-sm p-4 flex" ${does({ action: 'setShippingMethod', shippingMethodId: '1' })}><span class="block text-sm font-medium">Standard Shipping</span><span class="mt-6 text-sm font-medium">$6.00</span></div></div></div></div><button type="button" ${order?.shippingLines.length ? '' : 'disabled'} class="flex w-full items-center justify-center mt-24 py-3 rounded-md" ${does({ go: '/checkout/payment' })}><svg></svg><span>Proceed to payment</span></button>`,
      0,
    ),
  payment: () =>
    layout(
      `<div class="flex flex-col items-center divide-y"><div class="py-12"><div class="flex flex-col items-center"><p class="text-gray-600 text-sm p-6">This is a dummy payment for demonstration purposes only</p>${page.error ? `<div class="rounded-md bg-red-50 p-4 mb-8"><div class="flex"><svg></svg><div class="ml-3"><h3 class="text-sm font-medium text-red-800">There was an error processing the payment</h3><div class="mt-2 text-sm text-red-700">${page.error.message}</div></div></div></div>` : ''}<form method="post" action="/checkout/payment"><input type="hidden" name="paymentMethodCode" value="standard-payment"><button type="submit" class="flex px-6 py-3 rounded-md"><svg></svg><span>Pay with Standard Payment</span></button></form></div></div></div>`,
      1,
    ),
  confirmation: () =>
    layout(
      `<div><h2 class="text-3xl flex items-center space-x-2 font-light my-8"><svg class="text-green-600"></svg><span>Order Summary</span></h2><p class="text-lg text-gray-700">Your order <span class="font-bold">${page.order.code}</span> has been received!</p><div class="mt-12"><div class="mb-6">${contents(page.order.lines, false)}</div>${totals(page.order)}</div></div>`,
      2,
    ),
  account: () =>
    `<div class="max-w-6xl xl:mx-auto px-4"><h2 class="text-3xl font-light my-8">Welcome back, ${page.user}</h2><nav role="tablist"><a href="/account">Account Details</a><a href="/account/history">Purchase history</a></nav>${page.order ? `<div class="border rounded-lg"><div><span>Date placed</span> <span>Nov 26, 2026</span></div><div><span>Total sum</span> <span>${price(page.order.totalWithTax)}</span></div><div><span>Order number</span> <span>${page.order.code}</span></div>${contents(page.order.lines, false)}</div>` : ''}</div>`,
  'sign-in': () =>
    `<div class="flex flex-col justify-center py-12"><h2 class="mt-6 text-3xl text-gray-900">Sign in to your account</h2><p>Or <a href="/sign-up">register a new account</a></p><form method="post" action="/sign-in">${field('Email address', 'email', 'email', 'email')}${field('Password', 'password', 'password', 'current-password')}<label><input type="checkbox" name="rememberMe" value="1">Remember me</label><div class="error"></div><button type="submit">Sign in</button></form></div>`,
  'sign-up': () =>
    `<div class="flex flex-col justify-center py-12"><h2 class="mt-6 text-3xl text-gray-900">Create a new account</h2><p>Or <a href="/sign-in">login to your existing account</a></p><form method="post" action="/sign-up"><input type="hidden" name="redirectTo" value="/account">${field('Email address', 'email', 'email', 'email')}${field('First name', 'firstName', 'text', 'given-name')}${field('Last name', 'lastName', 'text', 'family-name')}${field('Password', 'password', 'password', 'current-password')}${field('Repeat Password', 'repeatPassword', 'password', 'current-password')}<div class="error"></div><button type="submit">Sign up</button></form></div>`,
};

const draw = () => {
  main.innerHTML = views[page.kind]();
  document.title = page.title;
  main.dataset.at = location.pathname + location.search;
  drawTray();
};
const load = async (path) => {
  const answer = await fetch(
    `${path}${path.includes('?') ? '&' : '?'}_data=${encodeURIComponent(`routes${path.split('?')[0]}`)}`,
  );
  page = await answer.json();
  order = page.activeOrder;
};
const go = async (path) => {
  shown = false;
  drawTray();
  await load(path);
  chosen = undefined;
  history.pushState(null, '', path);
  draw();
};
const post = async (url, body) => {
  document.body.dataset.busy = ++busy;
  const answer = await fetch(`${url}?_data=${encodeURIComponent(`routes${url}`)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' },
    body: new URLSearchParams(body),
  });
  return answer;
};
/** After an action Remix loads the page's data again. */
const settle = async () => {
  await load(location.pathname + location.search);
  document.body.dataset.busy = --busy;
};
const change = async (body) => {
  const { activeOrder } = await (await post('/api/active-order', body)).json();
  order = activeOrder;
  drawTray();
  await settle();
  if (page.kind === 'checkout') {
    // React leaves the fields as they are.
    const typed = [...main.querySelectorAll('input:not([type=hidden])')].map(({ value }) => value);
    draw();
    for (const [at, input] of [...main.querySelectorAll('input:not([type=hidden])')].entries()) input.value = typed[at];
  } else draw();
};
const toOf = (element) => known[element?.dataset.r] ?? {};

document.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const body = new FormData(form);
  if (form.matches('.search')) return go(`/search?q=${encodeURIComponent(form.q.value)}`);
  if (form.matches('.newsletter')) return;
  if (toOf(form).order) return change(body);
  const url = form.getAttribute('action');
  const answer = await post(url, body);
  const to = answer.headers.get('x-remix-redirect');
  if (to) {
    document.body.dataset.busy = --busy;
    return go(to);
  }
  const told = await answer.json();
  await settle();
  if (told)
    $('.error', form).innerHTML =
      `<div class="rounded-md bg-red-50 p-4"><h3 class="text-sm font-medium text-red-800">${told.message ?? told.form}</h3></div>`;
  else draw();
});
document.addEventListener('focusout', ({ target }) => {
  const form = target.form;
  if (!form || !toOf(form).blur || !form.checkValidity()) return;
  const filled = [...form.querySelectorAll('input:not([type=hidden])')].filter(({ value }) => value).length;
  if (filled > 2) change(new FormData(form));
});
document.addEventListener('change', ({ target }) => {
  const { action, lineId, variant } = toOf(target);
  if (variant) {
    chosen = target.value;
    draw();
  } else if (action) change({ action, lineId, quantity: target.value });
});
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="/"]');
  if (link) {
    event.preventDefault();
    return go(link.getAttribute('href'));
  }
  if (event.target.closest('[aria-label="Open cart tray"]')) {
    shown = !shown;
    return drawTray();
  }
  const control = event.target.closest('button,[role=radio]');
  const { close, action, lineId, shippingMethodId, go: to } = toOf(control);
  if (close) {
    shown = false;
    drawTray();
  } else if (to) go(to);
  else if (action === 'removeItem') change({ action, lineId });
  else if (action) change({ action, shippingMethodId });
});
addEventListener('popstate', async () => {
  await load(location.pathname + location.search);
  draw();
});
draw();
