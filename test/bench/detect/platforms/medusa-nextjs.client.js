// The starter once hydrated: links and the router fetch flight data, forms and buttons call server actions at the page's
// own address, and what an action answers carries the page's tree anew.
const main = document.querySelector('main');
const $ = (selector, from = document) => from.querySelector(selector);
const money = (amount) => new Intl.NumberFormat('en-US', { style: 'currency', currency: 'eur' }).format(amount);
const THROWN = "javascript:throw new Error('React form unexpectedly submitted.')";
const GENERIC =
  'An error occurred in the Server Components render. The specific message is omitted in production builds.';
let data = window.__page;
let busy = 0;
let pays = '';
/** What a control does is known to the script alone: nothing in its markup says so. */
const known = [];
const r = (does) => `data-r="${known.push(does) - 1}"`;
const doesOf = (control) => known[control.dataset.r] ?? {};

const rowsOf = (text) => {
  const rows = {};
  for (const line of text.split('\n')) {
    const [, id, value] = /^(\w+):(["{[].*)$/.exec(line) ?? [];
    if (id) rows[id] = JSON.parse(value);
  }
  return rows;
};
const flight = (path, more) =>
  fetch(`${path}${path.includes('?') ? '&' : '?'}_rsc=acgkz`, { headers: { rsc: '1', ...more } }).then((answer) =>
    answer.text(),
  );

const button = (label, id, more = '') =>
  `<button class="transition-fg relative inline-flex w-fit items-center justify-center overflow-hidden outline-none ${more.includes('disabled') ? 'disabled:bg-ui-bg-disabled' : 'shadow-buttons-inverted'}" data-testid="${id}" ${more}>${label}</button>`;
const link = (href, inner, more = '') => `<a href="/${data.country}${href}" ${more}>${inner}</a>`;
const AUTOCOMPLETE = {
  first_name: 'given-name',
  last_name: 'family-name',
  address_1: 'address-line1',
  company: 'organization',
  postal_code: 'postal-code',
  city: 'address-level2',
  province: 'address-level1',
  phone: 'tel',
  email: 'email',
  password: 'new-password',
};
const input = (label, name, type = 'text', more = 'required', autocomplete = AUTOCOMPLETE[name.split('.').pop()]) =>
  `<div class="flex flex-col w-full"><div class="flex relative z-0 w-full txt-compact-medium"><input type="${type}" name="${name}" placeholder=" " class="pt-4 pb-1 block w-full h-11" autocomplete="${autocomplete}" ${more}><label for="${name}" class="flex items-center absolute">${label}${more === 'required' ? '<span class="text-rose-500">*</span>' : ''}</label></div></div>`;
const error = (id) =>
  `<div class="pt-2 text-rose-500 text-small-regular" data-testid="${id}" hidden><span></span></div>`;
const fail = (id, message) => {
  const box = $(`[data-testid="${id}"]`);
  box.hidden = false;
  box.firstElementChild.textContent = message;
};

const pieces = () => data.cart?.items.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
const thumbnail =
  '<div class="rounded-large relative overflow-hidden aspect-square"><img alt="Thumbnail" src="data:," class="absolute inset-0"></div>';
const options = ({ variant }, id) =>
  `<p data-testid="${id}" data-value="[object Object]" class="inline-block txt-medium text-ui-fg-subtle w-full overflow-hidden">Variant: ${variant.title}</p>`;
const whole = (item) =>
  `<div class="flex flex-col gap-x-2 text-ui-fg-subtle items-end"><div class="text-left"><span class="text-base-regular" data-testid="product-price">${money(item.total)}</span></div></div>`;
const each = (item) =>
  `<div class="flex flex-col text-ui-fg-muted justify-center h-full"><span class="text-base-regular" data-testid="product-unit-price">${money(item.unit_price)}</span></div>`;
const remove = (id, label = '') =>
  `<div class="flex items-center justify-between text-small-regular"><button class="flex gap-x-1 text-ui-fg-subtle cursor-pointer" ${r({ line: id })}><svg width="15" height="15"></svg><span>${label}</span></button></div>`;

const drawer = () =>
  `<div class="small:block absolute right-0 bg-white border-x w-[420px]" data-testid="nav-cart-dropdown"><div class="p-4 flex items-center justify-center"><h3 class="text-large-semi">Cart</h3></div>${
    pieces()
      ? `<div class="overflow-y-scroll max-h-[402px] px-4 grid grid-cols-1 gap-y-8">${data.cart.items.map((item) => `<div class="grid grid-cols-[122px_1fr] gap-x-4" data-testid="cart-item">${link(`/products/${item.product_handle}`, thumbnail, 'class="w-24"')}<div class="flex flex-col justify-between flex-1"><div class="flex flex-col flex-1"><div class="flex items-start justify-between"><div class="flex flex-col overflow-ellipsis whitespace-nowrap mr-4 w-[180px]"><h3 class="text-base-regular overflow-hidden">${link(`/products/${item.product_handle}`, item.title, 'data-testid="product-link"')}</h3>${options(item, 'cart-item-variant')}<span data-testid="cart-item-quantity" data-value="${item.quantity}">Quantity: ${item.quantity}</span></div><div class="flex justify-end">${whole(item)}</div></div></div>${remove(item.id, 'Remove')}</div></div>`).join('')}</div><div class="p-4 flex flex-col gap-y-4 text-small-regular"><div class="flex items-center justify-between"><span class="text-ui-fg-base font-semibold">Subtotal <span class="font-normal">(excl. taxes)</span></span><span class="text-large-semi" data-testid="cart-subtotal" data-value="${data.cart.item_subtotal}">${money(data.cart.item_subtotal)}</span></div>${link('/cart', button('Go to cart', 'go-to-cart-button'))}</div>`
      : `<div class="flex py-16 flex-col items-center"><div class="bg-gray-900 rounded-full text-white"><span>0</span></div><span>Your shopping bag is empty.</span><div>${link('/store', '<span class="sr-only">Go to all products page</span><button>Explore products</button>')}</div></div>`
  }</div>`;
let closing;
const open = (isOpen, forMs) => {
  clearTimeout(closing);
  const box = $('.cart-panel');
  if (box) box.innerHTML = isOpen ? drawer() : '';
  if (forMs) closing = setTimeout(() => open(false), forMs);
};
const nav = () =>
  `<div class="sticky top-0 inset-x-0 z-50 group"><header class="relative h-16 mx-auto border-b bg-white"><nav class="content-container txt-xsmall-plus flex items-center justify-between"><div class="flex-1"><button data-testid="nav-menu-button" aria-expanded="false" class="relative h-full flex items-center">Menu</button><div class="menu"></div></div><div class="flex items-center h-full">${link('', 'Medusa Store', 'class="txt-compact-xlarge-plus uppercase" data-testid="nav-store-link"')}</div><div class="flex items-center gap-x-6 flex-1 justify-end">${link('/account', 'Account', 'data-testid="nav-account-link"')}<div class="hover h-full z-50"><div class="relative h-full" data-headlessui-state=""><button class="h-full" id="headlessui-popover-button-:r3:" aria-expanded="false">${link('/cart', `Cart (${pieces()})`, 'class="hover:text-ui-fg-base" data-testid="nav-cart-link"')}</button><div class="cart-panel"></div></div></div></div></nav></header></div>`;
const menu = () =>
  `<div class="flex flex-col absolute w-full z-30 text-sm" id="headlessui-popover-panel-:r1:"><div data-testid="nav-menu-popup" class="flex flex-col h-full"><button data-testid="close-menu-button"><svg></svg></button><ul>${Object.entries(
    { Home: '', Store: '/store', Account: '/account', Cart: '/cart' },
  )
    .map(([name, href]) => `<li>${link(href, name, `class="text-3xl" data-testid="${name.toLowerCase()}-link"`)}</li>`)
    .join(
      '',
    )}</ul><div><button data-testid="shipping-to-button" aria-haspopup="listbox"><span>Shipping to:</span><span>${data.country === 'dk' ? 'Denmark' : 'Germany'}</span></button><ul class="countries" role="listbox" hidden><li role="option" ${r({ country: 'dk' })}>Denmark</li><li role="option" ${r({ country: 'de' })}>Germany</li></ul></div></div></div>`;
const footer = () =>
  `<footer class="border-t w-full"><div>${link('', 'Medusa Store')}</div><span class="txt-small-plus">Categories</span><ul data-testid="footer-categories"><li>${link('/categories/shirts', 'Shirts')}</li></ul><ul><li><a href="https://github.com/medusajs">GitHub</a></li></ul><p>© 2026 Medusa Store. All rights reserved.</p></footer>`;

const tile = ({ handle, title, from }) =>
  `<li>${link(`/products/${handle}`, `<div data-testid="product-wrapper">${thumbnail}<div class="flex txt-compact-medium mt-4 justify-between"><p class="text-ui-fg-subtle" data-testid="product-title">${title}</p><div class="flex items-center gap-x-2"><p class="text-ui-fg-muted" data-testid="price">${money(from)}</p></div></div></div>`, 'class="group"')}</li>`;
const totals = (one) =>
  `<div><div class="flex flex-col gap-y-2 txt-medium text-ui-fg-subtle"><div class="flex items-center justify-between"><span>Subtotal (excl. shipping and taxes)</span><span data-testid="cart-subtotal" data-value="${one.item_subtotal}">${money(one.item_subtotal)}</span></div><div class="flex items-center justify-between"><span>Shipping</span><span data-testid="cart-shipping" data-value="${one.shipping_subtotal}">${money(one.shipping_subtotal)}</span></div><div class="flex justify-between"><span class="flex gap-x-1 items-center">Taxes</span><span data-testid="cart-taxes" data-value="${one.tax_total}">${money(one.tax_total)}</span></div></div><div class="h-px w-full border-b my-4"></div><div class="flex items-center justify-between text-ui-fg-base mb-2 txt-medium"><span>Total</span><span class="txt-xlarge-plus" data-testid="cart-total" data-value="${one.total}">${money(one.total)}</span></div></div>`;
const discount = () =>
  `<div class="w-full bg-white flex flex-col"><div class="txt-medium"><form class="w-full mb-5" action="${THROWN}" ${r({ kind: 'promotion' })}><label class="flex gap-x-1 my-2 items-center"><button type="button" class="txt-medium text-ui-fg-interactive" data-testid="add-discount-button">Add Promotion Code(s)</button></label><div class="code"></div></form></div></div>`;
const row = (item, isFull) =>
  `<tr class="border-b w-full" data-testid="product-row"><td class="h-12 !pl-0 p-4 w-24">${isFull ? link(`/products/${item.product_handle}`, thumbnail, 'class="flex small:w-24 w-12"') : thumbnail}</td><td class="h-12 text-left"><p class="txt-medium-plus text-ui-fg-base" data-testid="product-title">${item.product_title}</p>${options(item, 'product-variant')}</td>${
    isFull
      ? `<td class="h-12"><div class="flex gap-2 items-center w-28">${remove(item.id)}<div><div class="relative flex items-center border"><select class="appearance-none bg-transparent" data-testid="product-select-button" ${r({ line: item.id })}>${Array.from({ length: 10 }, (_, n) => `<option value="${n + 1}" ${n + 1 === item.quantity ? 'selected' : ''}>${n + 1}</option>`).join('')}</select></div></div></div></td><td class="h-12 hidden small:table-cell">${each(item)}</td><td class="h-12 !pr-0"><span class="!pr-0">${whole(item)}</span></td>`
      : `<td class="h-12 !pr-0"><span class="!pr-0 flex flex-col items-end h-full justify-center"><span class="flex gap-x-1"><p class="text-ui-fg-muted">${item.quantity}x </p>${each(item)}</span>${whole(item)}</span></td>`
  }</tr>`;
const rows = (items, isFull) => items.map((item) => row(item, isFull)).join('');

const pages = {
  home: ({ products }) =>
    `<div class="h-[75vh] w-full border-b relative"><h1 class="text-3xl">Ecommerce Starter Template</h1><h2>Powered by Medusa and Next.js</h2><a href="https://github.com/medusajs/nextjs-starter-medusa"><button>View on GitHub</button></a></div><div class="py-12"><ul class="flex flex-col gap-x-6"><li><div class="content-container py-12"><div class="flex justify-between mb-8"><p class="txt-xlarge">Latest Drops</p>${link('/collections/latest-drops', 'View all')}</div><ul class="grid grid-cols-2">${products.map(tile).join('')}</ul></div></li></ul></div>`,
  store: ({ products }) =>
    `<div class="flex flex-col small:flex-row py-6 content-container" data-testid="category-container"><div class="flex gap-x-3"><p class="txt-compact-small-plus">Sort by</p><div role="radiogroup" data-testid="sort-by-container">${['Latest Arrivals', 'Price: Low -> High'].map((label, n) => `<div class="flex gap-x-2"><button type="button" role="radio" aria-checked="${n === 0}" id="sort${n}" ${r({ to: `?sortBy=${['created_at', 'price_asc'][n]}` })}></button><label for="sort${n}" class="txt-compact-small" data-testid="radio-label">${label}</label></div>`).join('')}</div></div><div class="w-full"><div class="mb-8 text-2xl-semi"><h1 data-testid="store-page-title">All products</h1></div><ul class="grid grid-cols-2 w-full" data-testid="products-list">${products.map(tile).join('')}</ul></div></div>`,
  product: ({ product, related }) => {
    const wanted = new URLSearchParams(location.search).get('v_id');
    const all = product.variants;
    const chosen = all.length === 1 ? all[0] : all.find(({ id }) => id === wanted);
    const price = chosen?.calculated_price.calculated_amount ?? product.from;
    const choice = product.options.map(
      (option) =>
        `<div><div class="flex flex-col gap-y-3"><span class="text-sm">Select ${option}</span><div class="flex flex-wrap justify-between gap-2" data-testid="product-options">${all.map(({ id, title }) => `<button class="border-ui-border-base border h-10 rounded-rounded p-2 flex-1" data-testid="option-button" ${r({ to: `?v_id=${id}` })}>${title}</button>`).join('')}</div></div></div>`,
    );
    const label = !chosen ? 'Select variant' : chosen.inventory_quantity ? 'Add to cart' : 'Out of stock';
    return `<div class="content-container flex flex-col py-6 relative" data-testid="product-container"><div class="flex flex-col w-full py-8 gap-y-6"><div id="product-info"><div class="flex flex-col gap-y-4 mx-auto">${link('/collections/latest-drops', 'Latest Drops', 'class="text-medium text-ui-fg-muted"')}<h2 class="font-sans font-medium text-3xl leading-10 text-ui-fg-base" data-testid="product-title">${product.title}</h2><p class="text-medium text-ui-fg-subtle whitespace-pre-line" data-testid="product-description">Reimagine the feeling of a classic.</p></div></div><div class="w-full">${['Product Information', 'Shipping & Returns'].map((tab) => `<div class="border-t"><h3><button type="button" aria-expanded="false" ${r({ tab: true })}><p class="text-ui-fg-subtle text-sm">${tab}</p></button></h3><div hidden>Your package will arrive in 3-5 business days.</div></div>`).join('')}</div></div><div class="block w-full relative"><img src="data:," alt="Product image 1"></div><div class="flex flex-col w-full py-8 gap-y-12"><div class="flex flex-col gap-y-2"><div>${choice.length ? `<div class="flex flex-col gap-y-4">${choice.join('')}<div class="h-px w-full border-b mt-1"></div></div>` : ''}</div><div class="flex flex-col text-ui-fg-base"><span class="text-xl-semi">${chosen ? '' : 'From '}<span data-testid="product-price" data-value="${price}">${money(price)}</span></span></div>${button(label, 'add-product-button', `${label === 'Add to cart' ? '' : 'disabled'} ${r({ variant: chosen?.id })}`)}</div></div></div><div class="content-container my-16" data-testid="related-products-container"><div class="product-page-constraint"><div class="flex flex-col items-center text-center mb-16"><span class="text-base-regular mb-6">Related products</span><p class="text-2xl-regular max-w-lg">You might also want to check out these products.</p></div><ul class="grid grid-cols-2">${related.map(tile).join('')}</ul></div></div>`;
  },
  cart: ({ cart, member }) =>
    `<div class="py-12"><div class="content-container" data-testid="cart-container">${
      cart?.items.length
        ? `<div class="grid grid-cols-1 gap-x-40"><div class="flex flex-col bg-white py-6 gap-y-6">${member ? '' : `<div class="bg-white flex items-center justify-between"><div><h2 class="txt-xlarge">Already have an account?</h2><p>Sign in for a better experience.</p></div><div>${link('/account', button('Sign in', 'sign-in-button'))}</div></div>`}<div><div class="pb-3 flex items-center"><h1 class="text-[2rem]">Cart</h1></div><table class="text-ui-fg-subtle w-full"><thead class="border-t-0"><tr class="border-b txt-medium-plus"><th class="!pl-0">Item</th><th></th><th>Quantity</th><th class="hidden small:table-cell">Price</th><th class="!pr-0 text-right">Total</th></tr></thead><tbody>${rows(cart.items, true)}</tbody></table></div></div><div class="relative"><div class="flex flex-col gap-y-8 sticky top-12"><div class="bg-white py-6"><div class="flex flex-col gap-y-4"><h2 class="text-[2rem]">Summary</h2>${discount()}${totals(cart)}${link('/checkout?step=address', '<button class="w-full h-10">Go to checkout</button>', 'data-testid="checkout-button"')}</div></div></div></div></div>`
        : `<div class="py-48 px-2 flex flex-col" data-testid="empty-cart-message"><h1>Cart</h1><p>You don't have anything in your cart. Let's change that, use the link below to start browsing our products.</p>${link('/store', 'Explore products')}</div>`
    }</div></div>`,
  checkout: ({ cart }) => {
    const step = new URLSearchParams(location.search).get('step');
    const head = (title, at, isDone) =>
      `<div class="flex flex-row items-center justify-between mb-6"><h2 class="flex flex-row text-3xl-regular gap-x-2 items-baseline">${title}${isDone ? '<svg></svg>' : ''}</h2>${isDone ? `<p><button class="text-ui-fg-interactive" data-testid="edit-${at}-button" ${r({ to: `?step=${at}` })}>Edit</button></p>` : ''}</div>`;
    const order = ['address', 'delivery', 'payment', 'review'];
    const done = (at) => order.indexOf(at) < order.indexOf(step);
    const address = cart.shipping_address;
    const parts = [
      head('Shipping Address', 'address', done('address')) +
        (step === 'address'
          ? `<form action="${THROWN}" ${r({ kind: 'addresses' })}><div class="pb-8"><div class="grid grid-cols-2 gap-4">${input('First name', 'shipping_address.first_name')}${input('Last name', 'shipping_address.last_name')}${input('Address', 'shipping_address.address_1')}${input('Company', 'shipping_address.company', 'text', '')}${input('Postal code', 'shipping_address.postal_code')}${input('City', 'shipping_address.city')}<select name="shipping_address.country_code" required><option value="${data.country}">${data.country}</option></select>${input('State / Province', 'shipping_address.province', 'text', '')}</div><div class="my-8"><div class="flex items-center space-x-2"><button type="button" role="checkbox" aria-checked="true" id="checkbox"></button><input type="hidden" name="same_as_billing" value="on"><label for="checkbox">Billing address same as shipping address</label></div></div><div class="grid grid-cols-2 gap-4 mb-4">${input('Email', 'email', 'email')}${input('Phone', 'shipping_address.phone', 'text', '')}</div>${button('Continue to delivery', 'submit-address-button', 'type="submit"')}${error('address-error-message')}</div></form>`
          : `<div class="text-small-regular"><div class="flex flex-col w-1/3" data-testid="shipping-address-summary"><p>Shipping Address</p><p>${address?.first_name}</p><p>${address?.address_1}</p><p>${address?.postal_code}, ${address?.city}</p></div><div><p>Contact</p><p>${cart.email}</p></div><div><p>Billing Address</p><p>Billing- and delivery address are the same.</p></div></div>`),
      head('Delivery', 'delivery', done('delivery')) +
        (step === 'delivery'
          ? `<div class="grid"><div class="flex flex-col"><span class="font-medium">Shipping method</span><span class="mb-4 txt-medium">How would you like you order delivered</span></div><div data-testid="delivery-options-container"><div class="pb-8"><div role="radiogroup" id="headlessui-radiogroup-:r9:"><span role="radio" tabindex="0" aria-checked="${!!cart.shipping_methods.length}" ${r({ method: 'so_01JX' })} data-testid="delivery-option-radio" class="flex items-center justify-between cursor-pointer py-4 border px-8 mb-2"><div class="flex items-center gap-x-4"><button type="button" role="radio" aria-checked="false"></button><span class="text-base-regular">Standard Shipping</span></div><span class="justify-self-end">€10.00</span></span></div></div></div></div><div>${error('delivery-option-error-message')}${button('Continue to payment', 'submit-delivery-option-button', `${r({ to: '?step=payment' })} ${cart.shipping_methods.length ? '' : 'disabled'}`)}</div>`
          : cart.shipping_methods.length
            ? `<div class="flex flex-col w-1/3"><p>Method</p><p>Standard Shipping €10.00</p></div>`
            : ''),
      `${head('Payment', 'payment', done('payment'))}<div><div class="${step === 'payment' ? 'block' : 'hidden'}" ${step === 'payment' ? '' : 'hidden'}><div role="radiogroup"><span role="radio" aria-checked="${!!pays}" tabindex="0" ${r({ provider: 'pp_system_default' })} class="flex flex-col gap-y-2 cursor-pointer py-4 border px-8 mb-2"><div class="flex items-center justify-between"><p class="text-base-regular">Manual Payment</p></div></span></div>${error('payment-method-error-message')}${button('Continue to review', 'submit-payment-button', pays ? '' : 'disabled')}</div>${step === 'review' ? '<div><p>Payment method</p><p data-testid="payment-method-summary">Manual Payment</p><p>Payment details</p><p>Another step will appear</p></div>' : ''}</div>`,
      head('Review', 'review', false) +
        (step === 'review'
          ? `<div class="flex items-start gap-x-1 w-full mb-6"><p>By clicking the Place Order button, you confirm that you have read our Terms of Use, Terms of Sale and Returns Policy.</p></div>${button('Place order', 'submit-order-button')}${error('manual-payment-error-message')}`
          : ''),
    ];
    return `<div class="grid grid-cols-1 content-container gap-x-40 py-12"><div class="w-full grid grid-cols-1 gap-y-8">${parts.map((part) => `<div class="bg-white">${part}<div class="h-px w-full border-b mt-8"></div></div>`).join('')}</div><div class="sticky top-0 flex gap-y-8 py-8"><div class="w-full bg-white flex flex-col"><h2 class="flex flex-row text-3xl-regular items-baseline">In your Cart</h2>${totals(cart)}<div class="no-scrollbar"><table><tbody data-testid="items-table">${rows(cart.items)}</tbody></table></div><div class="my-6">${discount()}</div></div></div></div>`;
  },
  account: ({ member, order }) =>
    member
      ? `<div class="flex-1 py-12" data-testid="account-page"><div data-testid="overview-page-wrapper"><div class="text-xl-semi flex justify-between items-center mb-4"><span data-testid="welcome-message" data-value="${member}">Hello ${member}</span></div><h3>Profile</h3><h3>Recent orders</h3><ul data-testid="orders-wrapper">${order ? `<li data-testid="order-wrapper">${link(`/account/orders/details/${order.id}`, `<div class="bg-gray-50 flex justify-between p-4"><span>Date placed</span><span>Order number</span><span>Total amount</span><span data-testid="order-created-date">Thu Nov 26 2026</span><span data-testid="order-id">#${order.display_id}</span><span data-testid="order-amount">${money(order.total)}</span></div>`, 'data-testid="order-details-link"')}</li>` : '<span data-testid="no-orders-message">No recent orders</span>'}</ul></div></div>`
      : `<div class="flex-1 py-12" data-testid="account-page"><div class="w-full flex justify-start px-8 py-8">${window.__joins ? `<div class="max-w-sm flex flex-col items-center" data-testid="register-page"><h1 class="text-large-semi uppercase mb-6">Become a Medusa Store Member</h1><p>Create your Medusa Store Member profile, and get access to an enhanced shopping experience.</p><form class="w-full flex flex-col" action="${THROWN}" ${r({ kind: 'signup' })}>${input('First name', 'first_name')}${input('Last name', 'last_name')}${input('Email', 'email', 'email')}${input('Phone', 'phone', 'tel', '')}${input('Password', 'password', 'password')}${error('register-error')}<span>By creating an account, you agree to Medusa Store's ${link('/content/privacy-policy', 'Privacy Policy')}.</span>${button('Join', 'register-button', 'type="submit"')}</form><span>Already a member? <button class="underline">Sign in</button>.</span></div>` : `<div class="max-w-sm w-full flex flex-col items-center" data-testid="login-page"><h1 class="text-large-semi uppercase mb-6">Welcome back</h1><p>Sign in to access an enhanced shopping experience.</p><form class="w-full" action="${THROWN}" ${r({ kind: 'login' })}>${input('Email', 'email', 'email')}${input('Password', 'password', 'password', 'required', 'current-password')}${error('login-error-message')}${button('Sign in', 'sign-in-button', 'type="submit"')}</form><span>Not a member? <button class="underline" data-testid="register-button">Join us</button>.</span></div>`}</div></div>`,
  summary: ({ order }, more = '') =>
    `<div><p>We have sent the order confirmation details to <span class="font-semibold" data-testid="order-email">${order.email}</span>.</p><p class="mt-2">Order date: <span data-testid="order-date">${new Date(order.created_at).toDateString()}</span></p><p class="mt-2 text-ui-fg-interactive">Order number: <span data-testid="order-id">${order.display_id}</span></p>${more}</div>`,
  details: ({ order }) =>
    `<div class="flex flex-col"><div class="h-px w-full border-b !mb-0"></div><table class="text-ui-fg-subtle w-full"><tbody data-testid="products-table">${rows(order.items)}</tbody></table></div>`,
  sent: ({ order }) =>
    `<div><h2 class="flex flex-row text-3xl-regular my-6">Delivery</h2><div class="flex items-start gap-x-8"><div data-testid="shipping-address-summary"><p>Shipping Address</p><p>${order.shipping_address.address_1}</p></div><div data-testid="shipping-method-summary"><p>Method</p><p>Standard Shipping (${money(order.shipping_subtotal).replace('.', ',')})</p></div></div></div>`,
  help: () =>
    '<div class="mt-6"><h1 class="text-base-semi">Need help?</h1><ul><li><a href="/contact">Contact</a></li><li><a href="/contact">Returns &amp; Exchanges</a></li></ul></div>',
  confirmed: (page) =>
    `<div class="py-6 min-h-[calc(100vh-64px)]"><div class="content-container flex flex-col"><div class="flex flex-col gap-4 max-w-4xl h-full bg-white w-full py-10" data-testid="order-complete-container"><h1 class="flex flex-col gap-y-3 text-ui-fg-base text-3xl mb-4"><span>Thank you!</span><span>Your order was placed successfully.</span></h1>${pages.summary(page)}<h2 class="flex flex-row text-3xl-regular">Summary</h2>${pages.details(page)}${totals(page.order)}${pages.sent(page)}<div><h2 class="flex flex-row text-3xl-regular my-6">Payment</h2><p>Payment method</p><p data-testid="payment-method">Manual Payment</p><p>Payment details</p><p data-testid="payment-amount">${money(page.order.total)} paid at ${new Date(page.order.created_at).toLocaleString()}</p></div>${pages.help()}</div></div></div>`,
  order: (page) =>
    `<div class="flex-1 py-12"><div class="flex flex-col justify-center gap-y-4"><div class="flex gap-2 justify-between items-center"><h1 class="text-2xl-semi">Order details</h1>${link('/account/orders', 'Back to overview', 'data-testid="back-to-overview-button"')}</div><div class="flex flex-col gap-4 h-full bg-white w-full" data-testid="order-details-container">${pages.summary(page, '<div><p>Order status: <span data-testid="order-status">Pending</span></p><p>Payment status: <span data-testid="order-payment-status">Authorized</span></p></div>')}${pages.details(page)}${pages.sent(page)}<div><h2 class="text-base-semi">Order Summary</h2><div class="flex justify-between"><span>Subtotal</span><span>${money(page.order.item_subtotal)}</span></div><div class="flex justify-between"><span>Shipping</span><span>${money(page.order.shipping_subtotal)}</span></div><div class="flex justify-between"><span>Taxes</span><span>${money(page.order.tax_total)}</span></div><div class="flex justify-between"><span>Total</span><span>${money(page.order.total)}</span></div></div>${pages.help()}</div></div></div>`,
};

const draw = () => {
  const inner = pages[data.kind](data);
  main.innerHTML =
    data.kind === 'checkout'
      ? `<div class="w-full bg-white relative"><div class="h-16 bg-white border-b"><nav class="flex h-full items-center content-container justify-between">${link('/cart', '<span>Back to shopping cart</span>', 'data-testid="back-to-cart-link"')}${link('', 'Medusa Store', 'data-testid="store-link"')}<div></div></nav></div><div class="relative" data-testid="checkout-container">${inner}</div></div>`
      : `${nav()}<div class="page">${inner}</div>${footer()}`;
  const hover = $('.hover');
  hover?.addEventListener('mouseenter', () => open(true));
  hover?.addEventListener('mouseleave', () => open(false));
  document.title = data.title;
  main.dataset.at = location.pathname + location.search;
};
/** The same page with what an action has changed: React leaves what is the same alone. */
const redraw = () => {
  const count = $('[data-testid=nav-cart-link]');
  const isOther = count && count.textContent !== `Cart (${pieces()})`;
  if (/cart|checkout|account/.test(data.kind)) draw();
  else if (isOther) count.textContent = `Cart (${pieces()})`;
  if (isOther && data.kind !== 'cart') open(true, 5000);
};
const go = async (path) => {
  const rows = rowsOf(await flight(path));
  history.pushState(null, '', path);
  ({ data } = rows[2][3]);
  draw();
};
const act = async (id, body) => {
  document.body.dataset.busy = ++busy;
  const isForm = body instanceof FormData;
  const answer = await fetch(location.href, {
    method: 'POST',
    headers: {
      accept: 'text/x-component',
      'next-action': id,
      ...(isForm ? {} : { 'content-type': 'text/plain;charset=UTF-8' }),
    },
    body: isForm ? body : JSON.stringify(body),
  });
  const rows = rowsOf(await answer.text());
  document.body.dataset.busy = --busy;
  const to = answer.headers.get('x-action-redirect')?.split(';')[0];
  if (to) history.pushState(null, '', to);
  if (rows[2]) ({ data } = rows[2][3]);
  if (to) draw();
  return { value: rows[1], failed: answer.status >= 400, left: !!to };
};

document.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const { kind } = doesOf(form);
  const [id, box] = {
    promotion: ['60e417promotion', 'discount-error-message'],
    addresses: ['60d5a2addresses', 'address-error-message'],
    login: ['60aa03login', 'login-error-message'],
    signup: ['60aa07signup', 'register-error'],
  }[kind];
  const body = new FormData();
  for (const [name, value] of new FormData(form)) body.append(`1_${name}`, value);
  body.append('0', '[null,"$K1"]');
  const { value, left } = await act(id, body);
  if (typeof value === 'string' && value !== '$undefined') fail(box, value);
  else if (!left) redraw();
});
document.addEventListener('change', async ({ target }) => {
  const { line } = doesOf(target);
  if (!line) return;
  await act('40c27eupdateLine', [{ lineId: line, quantity: Number(target.value) }]);
  redraw();
});
document.addEventListener('click', async (event) => {
  const { target } = event;
  const at = (selector) => target.closest(selector);
  const control = at('button,[role=radio],[role=option],a');
  if (!control || control.disabled) return;
  const { testid } = control.dataset;
  const { to, line, method, provider, country, variant, tab } = doesOf(control);
  if (at('a[href^="/"]')) {
    event.preventDefault();
    return go(at('a').getAttribute('href'));
  }
  if (testid === 'nav-menu-button') {
    const box = $('.menu');
    box.innerHTML = box.innerHTML ? '' : menu();
  } else if (testid === 'shipping-to-button') $('.countries').hidden = false;
  else if (country) {
    await act('40region', [country, location.pathname.replace(/^\/\w\w/, '')]);
  } else if (to) go(location.pathname + to);
  else if (tab) control.closest('div').lastElementChild.hidden = false;
  else if (line) {
    control.firstElementChild.classList.add('animate-spin');
    await act('4012b8deleteLine', [line]);
    redraw();
    if ($('[data-testid=nav-cart-dropdown]')) open(true, 5000);
  } else if (method) {
    await act('40f3b6shippingMethod', [{ cartId: data.cart.id, shippingMethodId: method }]);
    redraw();
  } else if (provider) {
    pays = provider;
    draw();
  } else if (testid === 'add-discount-button')
    $('.code', control.form).innerHTML =
      `<div class="flex w-full gap-x-2"><input class="size-full" id="promotion-input" name="code" type="text" data-testid="discount-input">${button('Apply', 'discount-apply-button', 'type="submit"')}</div>${error('discount-error-message')}`;
  else if (testid === 'register-button' && !control.form) {
    window.__joins = true;
    draw();
  } else if (testid === 'add-product-button') {
    const was = control.innerHTML;
    control.disabled = true;
    control.innerHTML = `<div class="bg-ui-bg-disabled absolute inset-0 flex items-center justify-center"><svg class="animate-spin"></svg></div>${was}`;
    const { failed } = await act('40a9f1addToCart', [{ variantId: variant, quantity: 1, countryCode: data.country }]);
    if (failed) return; // it throws where nobody catches: the button spins on
    control.disabled = false;
    control.innerHTML = was;
    redraw();
  } else if (testid === 'submit-payment-button') {
    await act('60b0c9paymentSession', [data.cart, { provider_id: pays }]);
    go(`${location.pathname}?step=review`);
  } else if (testid === 'submit-order-button') {
    const { failed } = await act('0077d1placeOrder', []);
    if (failed) fail('manual-payment-error-message', GENERIC);
  }
});
addEventListener('popstate', async () => {
  const rows = rowsOf(await flight(location.pathname + location.search));
  ({ data } = rows[2][3]);
  draw();
});

draw();
// Links in view are prefetched.
for (const { pathname } of [...document.querySelectorAll('main a[href*="/products/"]')].slice(0, 3))
  flight(pathname, { 'next-router-prefetch': '1' });
