// A Next.js shop on Payload CMS once hydrated: the cart is a store kept by the browser, so that no add and no removal is a
// request; only the order is. Classes are a utility framework's: none of them says what its element is.
const SVG =
  'xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
const icon = (name, size = 'h-4 w-4') => `<svg ${SVG} class="lucide lucide-${name} ${size}"><path></path></svg>`;
const BUTTON =
  "cursor-pointer inline-flex items-center justify-center gap-2 whitespace-nowrap text-sm font-medium transition-all duration-200 disabled:pointer-events-none disabled:opacity-50 [&_svg]:pointer-events-none [&_svg:not([class*='size-'])]:size-4 shrink-0 [&_svg]:shrink-0 outline-none focus-visible:ring-2 focus-visible:ring-primary/20 focus-visible:ring-offset-2 aria-invalid:ring-destructive/20 dark:aria-invalid:ring-destructive/40 aria-invalid:border-destructive active:scale-[0.98]";
const button = (act, inner, more = '', attributes = 'type="button"') =>
  `<button data-slot="button" class="${BUTTON} ${more}" ${attributes}${act ? ` __act="${act}"` : ''}>${inner}</button>`;
const ghost = 'hover:bg-accent/80 hover:text-accent-foreground dark:hover:bg-accent/50 rounded-lg h-8 w-8 p-0';
const dollars = (amount) => `$${amount.toFixed(2)}`;
const $ = (selector, from = document) => from.querySelector(selector);
const main = $('main');
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

let lines = JSON.parse(localStorage.getItem('cart-storage') ?? '{"state":{"items":[]}}').state.items;
let open = false; // the drawer
let search = false; // the dialog
let page;
let wanted = 1;
let listed = 'grid';
let methods;
let user;

const pieces = () => lines.reduce((sum, { quantity }) => sum + quantity, 0);
const subtotal = () => lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);

const card = ({ id, name, price, image, category, inStock }) =>
  `<a href="/products/${id}"><div data-slot="card" class="bg-card text-card-foreground flex flex-col gap-6 rounded-xl py-0 group cursor-pointer overflow-hidden border-0 shadow-sm"><div data-slot="card-content" class="p-0"><div class="relative aspect-square overflow-hidden"><img alt="${name}" class="object-cover" src="${image}"><span data-slot="badge" class="absolute top-3 right-3">Featured</span><div class="absolute bottom-3 right-3">${button('none', icon('heart'), 'h-8 w-8 rounded-full bg-white/90')}</div></div><div class="p-5 space-y-3"><div class="space-y-1"><h3 class="font-semibold text-sm line-clamp-2">${name}</h3><p class="text-xs text-muted-foreground">${category}</p></div><div class="flex items-center justify-between"><span class="text-lg font-bold">$${price}</span>${inStock ? button(`add:${id}`, `${icon('shopping-cart', 'h-3 w-3 mr-1')}Add`, 'h-8 px-3') : ''}</div></div></div></div></a>`;
const cardInList = ({ id, name, price, image, category, description, inStock }) =>
  `<a href="/products/${id}"><div data-slot="card" class="bg-card flex flex-col gap-6 rounded-xl py-0 group cursor-pointer"><div data-slot="card-content" class="p-4"><div class="flex gap-4"><div class="relative w-24 h-24"><img alt="${name}" src="${image}"></div><div class="flex-1 space-y-2"><div class="flex items-start justify-between"><div class="space-y-1"><h3 class="font-semibold text-base line-clamp-1">${name}</h3><p class="text-sm">${category}</p><p class="text-sm line-clamp-2">${description}</p></div><div class="text-right space-y-2"><span class="text-xl font-bold">$${price}</span>${inStock ? button(`add:${id}`, `${icon('shopping-cart', 'h-3 w-3 mr-1')}Add`, 'h-8 px-3') : ''}</div></div></div></div></div></div></a>`;
const row = ({ id, name, price, quantity, image }) =>
  `<div class="flex gap-4 p-4 bg-card rounded-lg border border-border"><a class="flex-shrink-0" href="/products/${id}"><div class="w-20 h-20 rounded-lg"><img alt="${name}" src="${image}"></div></a><div class="flex-1 space-y-2"><div class="flex flex-col sm:flex-row sm:items-start sm:justify-between gap-2"><div class="space-y-1"><a href="/products/${id}"><h3 class="font-medium text-sm sm:text-base line-clamp-2">${name}</h3></a></div><div class="text-right"><div class="font-semibold">${dollars(price * quantity)}</div><div class="text-sm text-muted-foreground">${dollars(price)} each</div></div></div><div class="flex items-center justify-between"><div class="flex items-center border rounded-lg bg-background">${button(`minus:${id}`, icon('minus', 'h-3 w-3'), ghost)}<span class="px-3 py-1 text-sm min-w-[2rem] text-center">${quantity}</span>${button(`plus:${id}`, icon('plus', 'h-3 w-3'), ghost)}</div>${button(`remove:${id}`, icon('trash-2'), `${ghost} text-destructive`)}</div></div></div>`;
const sum = (label, amount) =>
  `<div class="flex justify-between text-sm"><span>${label}</span><span>${amount}</span></div>`;
const sums = (fee, label, total = 'Total') => {
  const tax = subtotal() * 0.08;
  return `<div class="space-y-2">${sum('Subtotal', dollars(subtotal()))}${sum(label, fee ? dollars(fee) : 'FREE')}${sum('Tax', dollars(tax))}</div><div class="flex justify-between font-semibold text-lg"><span>${total}</span><span>${dollars(subtotal() + fee + tax)}</span></div>`;
};

const drawCart = () => {
  localStorage.setItem('cart-storage', JSON.stringify({ state: { items: lines }, version: 0 }));
  const count = pieces();
  $('#cart').innerHTML = button(
    'drawer',
    `${icon('shopping-cart', 'h-5 w-5')}${count ? `<span data-slot="badge" class="absolute -top-2 -right-2 h-5 w-5 rounded-full p-0 flex items-center justify-center text-xs">${count}</span>` : ''}<span class="sr-only">Shopping cart</span>`,
    'size-9 relative',
    'type="button" aria-haspopup="dialog"',
  );
  $('#portal').innerHTML = open
    ? `<div role="dialog" data-state="open" data-slot="sheet-content" class="bg-background fixed z-50 flex flex-col inset-y-0 right-0"><div data-slot="sheet-header"><h2 data-slot="sheet-title">${icon('shopping-cart')}Shopping Cart (${count})</h2></div>${count ? `<div class="flex flex-col h-full p-4"><div class="flex-1 overflow-y-auto py-4 space-y-4">${lines.map((line) => `<div>${row(line)}</div>`).join('')}</div><div class="border-t pt-4 space-y-4"><div class="flex justify-between font-semibold text-lg"><span>Total</span><span>${dollars(subtotal())}</span></div><div class="space-y-2 flex flex-col"><a href="/cart" class="w-full">${button('', 'View Cart')}</a><a href="/checkout" class="w-full">${button('', 'Checkout')}</a></div></div></div>` : '<p class="font-medium">Your cart is empty</p>'}</div>`
    : search
      ? `<div role="dialog" data-state="open" data-slot="dialog-content" class="bg-background fixed"><div class="flex items-center border-b px-6 py-4"><input data-slot="input" placeholder="Search products..."></div></div>`
      : '';
  if (location.pathname === '/cart') drawCartPage();
};
const drawCartPage = () => {
  const rest = lines.length
    ? `<div class="grid grid-cols-1 lg:grid-cols-3 gap-8"><div class="lg:col-span-2 space-y-6"><div class="flex items-center justify-between"><h2 class="text-xl font-semibold">Items (${lines.length})</h2>${button('clear', 'Clear Cart')}</div><div class="space-y-3">${lines.map((line) => `<div>${row(line)}</div>`).join('')}</div><a href="/products">${button('', 'Continue Shopping')}</a></div><div class="lg:col-span-1"><div data-slot="card"><div data-slot="card-title">Order Summary</div><div data-slot="card-content">${sums(subtotal() > 50 ? 0 : 9.99, 'Shipping')}</div><a href="/checkout">${button('', 'Proceed to Checkout')}</a></div></div></div>`
    : '<div class="text-center py-20"><h2>Your cart is empty</h2><a href="/products">Continue Shopping</a></div>';
  main.innerHTML = `<div class="space-y-8"><h1 class="text-3xl font-bold">Shopping Cart</h1><p>Review your items before checkout</p>${rest}</div>`;
};
const drawProduct = ({ name, price, image, category, description, inStock }) => {
  main.innerHTML = `<div class="grid grid-cols-1 lg:grid-cols-2 gap-12"><div class="aspect-square"><img alt="${name}" src="${image}"></div><div class="space-y-6"><div class="flex items-start justify-between"><div class="space-y-2"><span data-slot="badge">${category}</span><h1 class="text-3xl font-bold">${name}</h1></div><div class="flex gap-2">${button('none', icon('heart', 'h-5 w-5'), 'size-9')}${button('none', icon('share-2', 'h-5 w-5'), 'size-9')}</div></div><div class="text-3xl font-bold">$${price}</div><div class="space-y-4"><h3 class="font-semibold">Description</h3><div>${description}</div></div><div class="space-y-4"><div class="flex items-center gap-4"><div class="flex items-center border rounded-lg">${button('less', '-', ghost)}<span class="px-4 py-2 text-center">${wanted}</span>${button('more', '+', ghost)}</div><span class="text-sm">${inStock ? 'In Stock' : 'Out of Stock'}</span></div><div class="flex gap-4">${button('buy', `${icon('shopping-cart', 'h-5 w-5 mr-2')}Add to Cart`, 'flex-1', inStock ? '' : 'disabled')}${button('none', 'Buy Now', 'bg-transparent')}</div></div></div></div>`;
};
const drawList = ({ products, title }) => {
  main.innerHTML = `<h1 class="text-3xl font-bold">${title}</h1><span class="text-sm">${products.length} products</span>${button('view:grid', icon('grid3x3'), ghost)}${button('view:list', icon('list'), ghost)}<div class="grid gap-6">${products.map(listed === 'grid' ? card : cardInList).join('')}</div>`;
};
const field = (id, label, type = 'text') =>
  `<div class="space-y-2"><label data-slot="label" for="${id}">${label}</label><input data-slot="input" id="${id}" name="${id}" type="${type}" required></div>`;
const box = (title, inner) =>
  `<div data-slot="card" class="bg-card flex flex-col"><div data-slot="card-header"><div data-slot="card-title" class="text-lg leading-none font-semibold">${title}</div></div><div data-slot="card-content" class="px-6 space-y-3">${inner}</div></div>`;
const feeOf = ({ baseRate, freeFrom }) => (freeFrom && subtotal() >= freeFrom ? 0 : baseRate);
const chosen = () => methods[$('[name=shipping]:checked')?.value ?? 0];
const drawSummary = () => {
  const line = ({ name, price, quantity, image }) =>
    `<div class="flex gap-3"><div class="relative w-12 h-12 rounded-lg"><img alt="${name}" src="${image}"><div class="absolute -top-1 -right-1 text-xs rounded-full w-5 h-5 flex items-center justify-center">${quantity}</div></div><div class="flex-1 min-w-0"><p class="text-sm font-medium line-clamp-2">${name}</p><p class="text-sm text-muted-foreground">${dollars(price)}</p></div><div class="text-sm font-medium">${dollars(price * quantity)}</div></div>`;
  $('#summary').innerHTML = box(
    'Order Summary',
    `<div class="space-y-3">${lines.map(line).join('')}</div>${sums(feeOf(chosen()), `Shipping (${chosen().name})`)}`,
  );
};
const drawCheckout = async () => {
  if (!lines.length) {
    main.innerHTML = '<h2 class="text-2xl">Your cart is empty</h2><p>Add some products before checking out</p>';
    return;
  }
  methods ??= await (await fetch('/api/shipping?limit=100')).json();
  await fetch('/api/payments?limit=100');
  const radios = methods.map(
    ({ name, baseRate, days }, n) =>
      `<div class="flex items-start space-x-3 p-2 border rounded-lg"><input id="shipping-${n}" type="radio" name="shipping" value="${n}" ${n ? '' : 'checked'}><div class="flex-1"><div class="flex items-center justify-between"><label data-slot="label" for="shipping-${n}">${name}</label><span class="font-semibold text-sm">${dollars(baseRate)}</span></div><p class="text-xs">${days}</p></div></div>`,
  );
  main.innerHTML = `<form class="order"><div class="grid lg:grid-cols-2 gap-8"><div class="space-y-6">${box('Contact Information', field('email', 'Email Address', 'email'))}${box('Shipping Address', field('firstName', 'First Name') + field('lastName', 'Last Name') + field('address', 'Address') + field('city', 'City') + field('zipCode', 'ZIP Code'))}${box('Shipping Method', radios.join(''))}${box('Payment Method', '<div class="flex items-center space-x-2 p-3 border rounded-lg"><input type="radio" name="payment" value="2" checked><label data-slot="label">Bank Transfer</label></div>')}</div><div><div id="summary"></div><div class="mt-6 space-y-4">${button('', `${icon('lock')}Complete Order`, '', 'type="submit"')}<a href="/cart">${button('', 'Back to Cart')}</a></div></div></div></form>`;
  drawSummary();
};
const drawConfirmation = () => {
  const order = JSON.parse(localStorage.getItem('lastOrder') ?? 'null');
  const line = ({ name, price, quantity, image }) =>
    `<div class="flex gap-4"><div class="w-16 h-16 rounded-lg"><img alt="${name}" src="${image}"></div><div class="flex-1 space-y-1"><p class="font-medium text-sm">${name}</p><p class="text-sm text-muted-foreground">Quantity: ${quantity}</p></div><div class="text-sm font-medium">${dollars(price * quantity)}</div></div>`;
  main.innerHTML = order
    ? `<div class="max-w-3xl mx-auto space-y-8"><div class="text-center space-y-4"><h1 class="text-3xl font-bold">Order Confirmed!</h1><p>Thank you for your purchase. It has been received and is being processed.</p></div>${box(`<span>Order Details</span><span class="text-sm font-normal">#${order.id}</span>`, `<div class="grid sm:grid-cols-2 gap-6"><div class="space-y-2"><h3 class="font-semibold">${icon('mail')}Contact Information</h3><p>sam@example.com</p></div><div class="space-y-2"><h3 class="font-semibold">${icon('truck')}Shipping Address</h3><div><p>Sam Poe</p><p>1 Main Street, Rome, NY 10001</p></div></div></div><div class="space-y-4"><h3 class="font-semibold">${icon('package')}Items Ordered</h3><div class="space-y-3">${order.items.map(line).join('')}</div></div><div class="space-y-2">${sum('Subtotal', dollars(order.subtotal))}${sum(`Shipping (${order.method})`, order.shipping ? dollars(order.shipping) : 'FREE')}${sum('Tax', dollars(order.tax))}<div class="flex justify-between items-center"><span class="font-semibold text-lg">Total Paid</span><span class="font-bold text-xl">${dollars(order.total)}</span></div></div>`)}${box("What's Next?", '<div><h4>Confirmation Email</h4><p>Sent to your email address</p></div><div><h4>Shipping</h4><p>3-5 business days</p></div>')}<a href="/products">${button('', 'Continue Shopping')}</a></div>`
    : '<h1 class="text-3xl font-bold">Order Not Found</h1>';
};
const newsletter =
  '<section class="py-16 bg-muted/50"><h3 class="text-2xl font-bold">Stay in the Loop</h3><p>New arrivals and style tips.</p><form class="news flex flex-col gap-4"><input data-slot="input" type="email" placeholder="Enter your email" required><button type="submit" data-slot="button">Subscribe</button></form><p class="text-xs">We respect your privacy. Unsubscribe at any time.</p></section>';
const accountForm = (kind, title, fields, label) => {
  main.innerHTML = `<div data-slot="card" class="max-w-md w-full p-8"><h2 class="mt-6 text-center text-3xl">${title}</h2><form class="${kind} mt-8 space-y-6"><div class="error"></div>${fields}${button('', label, 'w-full', 'type="submit"')}</form></div>`;
};

const show = async () => {
  const path = location.pathname + location.search;
  page = await (await fetch(`${path}${path.includes('?') ? '&' : '?'}_rsc=1k2f`, { headers: { rsc: '1' } })).json();
  if (path !== location.pathname + location.search) return;
  document.title = page.title;
  $('#data').textContent = JSON.stringify(page.jsonLd ?? {});
  const { pathname } = location;
  wanted = 1;
  if (page.product) drawProduct(page.product);
  else if (page.products) drawList(page);
  else if (pathname === '/cart') drawCartPage();
  else if (pathname === '/checkout') await drawCheckout();
  else if (pathname === '/order-confirmation') drawConfirmation();
  else if (pathname === '/account/register')
    accountForm(
      'register',
      'Create your account',
      field('firstName', 'First Name') +
        field('email', 'Email address', 'email') +
        field('password', 'Password', 'password') +
        field('confirmPassword', 'Confirm Password', 'password'),
      'Create account',
    );
  else if (pathname === '/account/login')
    accountForm(
      'login',
      'Sign in to your account',
      field('email', 'Email address', 'email') + field('password', 'Password', 'password'),
      'Sign in',
    );
  else if (pathname === '/account')
    main.innerHTML = `<h1 class="text-3xl font-bold">My Account</h1><h2>Order History</h2><p class="font-medium">Order #${user ?? ''}</p>`;
  else
    main.innerHTML = `<h1 class="text-4xl">Discover Your Next Favorite</h1><div class="grid gap-6">${page.featured.map(card).join('')}</div>${newsletter}`;
  main.dataset.at = path;
};
const go = (path) => {
  history.pushState(null, '', path);
  return show();
};
const post = async (path, body) => {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return [answer.ok, await answer.json()];
};

const products = () => page.products ?? page.featured ?? [page.product];
const put = ({ id, name, price, image }) => {
  const known = lines.find((line) => line.id === id);
  lines = known
    ? lines.map((line) => (line === known ? { ...line, quantity: line.quantity + 1 } : line))
    : [...lines, { id, name, price, image, quantity: 1 }];
};
const change = (id, by) => {
  lines = lines
    .map((line) => (line.id === id ? { ...line, quantity: line.quantity + by } : line))
    .filter(({ quantity }) => quantity > 0);
};
const ACTS = {
  drawer: () => {
    open = !open;
  },
  search: () => {
    search = true;
  },
  add: async (id) => {
    await wait(300);
    put(products().find((one) => one.id === id));
  },
  buy: async () => {
    await wait(500);
    for (let n = 0; n < wanted; n++) put(page.product);
  },
  plus: (id) => change(id, 1),
  minus: (id) => change(id, -1),
  remove: (id) => {
    lines = lines.filter((line) => line.id !== id);
  },
  clear: () => {
    lines = [];
  },
  more: () => drawProduct({ ...page.product, wanted: ++wanted }),
  less: () => drawProduct({ ...page.product, wanted: wanted > 1 ? --wanted : 1 }),
  view: (mode) => {
    listed = mode;
    drawList(page);
  },
  none: () => {},
};

document.addEventListener('click', async (event) => {
  const pressed = event.target.closest('[__act]');
  if (pressed) {
    event.preventDefault();
    const [name, id] = pressed.getAttribute('__act').split(':');
    await ACTS[name](id);
    return drawCart();
  }
  const link = event.target.closest('a[href^="/"]');
  if (!link) return;
  event.preventDefault();
  open = false;
  await go(link.getAttribute('href'));
  drawCart();
});
document.addEventListener('change', (event) => event.target.name === 'shipping' && drawSummary());
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    open = false;
    search = false;
    drawCart();
  }
  if (event.key !== 'Enter' || !event.target.matches('[role=dialog] input')) return;
  search = false;
  go(`/products?search=${encodeURIComponent(event.target.value)}`).then(drawCart);
});
document.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const values = Object.fromEntries(new FormData(form));
  if (form.matches('.news')) {
    await wait(600);
    form.parentElement.outerHTML =
      '<section class="py-16 bg-muted/50"><h3 class="text-2xl font-bold">Thank you for subscribing!</h3><p>Our latest updates are on their way.</p></section>';
  } else if (form.matches('.login')) {
    const [ok, answer] = await post('/api/users/login', values);
    if (!ok) $('.error', form).textContent = answer.errors[0].message;
  } else if (form.matches('.register')) {
    const { confirmPassword, ...rest } = values;
    $('.error', form).textContent = confirmPassword === rest.password ? '' : 'Passwords do not match';
    if (confirmPassword !== rest.password) return;
    const [ok] = await post('/api/users', { ...rest, roles: ['customer'] });
    if (!ok) return;
    await post('/api/users/login', { email: rest.email, password: rest.password });
    await go('/account');
  } else {
    const shipping = feeOf(chosen());
    const tax = subtotal() * 0.08;
    const amounts = { subtotal: subtotal(), shipping, tax, total: subtotal() + shipping + tax };
    const customerInfo = { email: values.email, firstName: values.firstName, lastName: values.lastName };
    const [ok, answer] = await post('/api/orders/checkout', {
      items: lines,
      customerInfo,
      paymentMethodId: '2',
      shippingMethodId: chosen().id,
      ...amounts,
    });
    if (!ok) return; // the toaster is not mounted: nothing shows
    localStorage.setItem(
      'lastOrder',
      JSON.stringify({ id: answer.orderId, items: lines, ...amounts, method: chosen().name }),
    );
    lines = [];
    drawCart();
    await go(`/order-confirmation?orderId=${answer.orderId}`);
  }
});
addEventListener('popstate', () => show().then(drawCart));

(async () => {
  user = (await (await fetch('/api/users/me', { credentials: 'include' })).json()).user;
  await fetch('/api/products?limit=100'); // what the search dialog looks through
  await show();
  drawCart();
})();
