// Next.js Commerce once hydrated: the router fetches flight data, forms call server actions at the page's own address.
const { currency } = window.__ACME__;
const main = document.querySelector('main');
const portal = document.querySelector('#headlessui-portal-root');
const opener = document.querySelector('[aria-label="Open cart"]');
const ACTIONS = { add: '60c1f2a9', remove: '607e44b1', update: '60d93e20', checkout: '00a7b8c3', create: '00f4e5d6' };
const $ = (selector, from = document) => from.querySelector(selector);
let cart;
let shown = false;
let busy = 0;

const money = (amount) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(amount);
const priceTag = (amount, className = '') =>
  `<p suppresshydrationwarning="true" class="${className}">${money(amount)}<span class="ml-1 inline">${currency}</span></p>`;

/** Reads the rows of a flight: one `id:json` a line, the page's data in the row that says so. */
const unfold = (text) =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((row) => /^\w+:[[{"]/.test(row))
      .map((row) => [row.slice(0, row.indexOf(':')), JSON.parse(row.slice(row.indexOf(':') + 1))]),
  );
const flight = async (path) => {
  const answer = await fetch(`${path}${path.includes('?') ? '&' : '?'}_rsc=1ld0r`, { headers: { rsc: '1' } });
  return unfold(await answer.text())[1];
};
const act = async (id, args) => {
  const answer = await fetch(location.href, {
    method: 'POST',
    headers: { accept: 'text/x-component', 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' },
    body: JSON.stringify(args),
  });
  const redirect = answer.headers.get('x-action-redirect');
  if (redirect) {
    location.href = redirect.split(';')[0];
    return undefined;
  }
  const rows = unfold(await answer.text());
  if (rows[2]) cart = rows[2][3].cart;
  return rows[1];
};

const lines = () =>
  cart.lines
    .map(
      (line, n) =>
        `<li class="flex w-full flex-col border-b"><div class="relative flex w-full flex-row"><div class="absolute z-40 -ml-1 -mt-2"><form action="javascript:throw new Error('React form unexpectedly submitted.')" data-act="remove" data-n="${n}"><button type="submit" aria-label="Remove cart item" class="rounded-full bg-neutral-500"><svg class="h-4 w-4"></svg></button></form></div><a class="z-30 flex flex-row space-x-4" href="/product/${line.handle}"><div class="flex flex-1 flex-col text-base"><span class="leading-tight">${line.title}</span>${line.option === 'Default Title' ? '' : `<p class="text-sm text-neutral-500">${line.option}</p>`}</div></a></div><div class="flex h-16 flex-col justify-between">${priceTag(line.total, 'flex justify-end space-y-2 text-right text-sm')}<div class="ml-auto flex h-9 flex-row items-center rounded-full border"><form data-act="minus" data-n="${n}"><button type="submit" aria-label="Reduce item quantity"><svg></svg></button></form><p class="w-6 text-center"><span class="w-full text-sm">${line.quantity}</span></p><form data-act="plus" data-n="${n}"><button type="submit" aria-label="Increase item quantity"><svg></svg></button></form></div></div></li>`,
    )
    .join('');
const totals = () =>
  `<div class="py-4 text-sm text-neutral-500"><div class="mb-3 flex items-center justify-between"><p>Taxes</p>${priceTag(0, 'text-right text-base text-black')}</div><div class="mb-3 flex items-center justify-between"><p>Shipping</p><p class="text-right">Calculated at checkout</p></div><div class="mb-3 flex items-center justify-between"><p>Total</p>${priceTag(
    cart.lines.reduce((sum, { total }) => sum + total, 0),
    'text-right text-base text-black',
  )}</div></div>`;
const drawCart = () => {
  const pieces = cart?.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  opener.innerHTML = `<div class="relative flex h-11 w-11"><svg class="h-4"></svg>${pieces ? `<div class="absolute right-0 top-0 h-4 w-4 rounded-sm bg-blue-600 text-white">${pieces}</div>` : ''}</div>`;
  portal.innerHTML = shown
    ? `<div role="dialog" aria-modal="true" data-headlessui-state="open" class="relative z-50"><div class="fixed inset-0 bg-black/30" aria-hidden="true"></div><div class="panel fixed bottom-0 right-0 top-0 flex flex-col"><div class="flex items-center justify-between"><p class="text-lg font-semibold">My Cart</p><button aria-label="Close cart"><svg></svg></button></div>${pieces ? `<ul class="grow overflow-auto py-4">${lines()}</ul>${totals()}<form data-act="checkout"><button class="block w-full rounded-full bg-blue-600" type="submit">Proceed to Checkout</button></form>` : '<div class="mt-20"><p class="mt-6 text-center text-2xl font-bold">Your cart is empty.</p></div>'}</div></div>`
    : '';
};
const toggle = (open) => {
  shown = open;
  drawCart();
};

const tile = ({ handle, title, from }) =>
  `<li class="aspect-square"><a class="relative inline-block h-full w-full" href="/product/${handle}"><div class="group"><img alt="${title}" src="data:,"><div class="absolute bottom-0 left-0 flex w-full"><div class="flex items-center rounded-full border bg-white/70"><h3 class="mr-4 line-clamp-2">${title}</h3>${priceTag(from, 'flex-none rounded-full bg-blue-600 p-2 text-white')}</div></div></div></a></li>`;
const grid = (products) => `<ul class="grid grid-flow-row gap-4">${products.map(tile).join('')}</ul>`;

const showProduct = ({ product, related }) => {
  const variants = product.variants;
  const wanted = new URLSearchParams(location.search).get('color');
  const chosen = variants.length === 1 ? variants[0] : variants.find(({ option }) => option === wanted);
  const options =
    variants.length > 1
      ? `<form data-act="option"><dl class="mb-8"><dt class="mb-4 text-sm uppercase">Color</dt><dd class="flex flex-wrap gap-3">${variants.map(({ option }) => `<button formaction="?color=${option}" title="Color ${option}" aria-pressed="${option === wanted}" class="flex min-w-[48px] rounded-full border px-2">${option}</button>`).join('')}</dd></dl></form>`
      : '';
  const button = !product.availableForSale
    ? '<button disabled class="relative flex w-full">Out Of Stock</button>'
    : chosen
      ? '<button aria-label="Add to cart" class="relative flex w-full rounded-full bg-blue-600"><div class="absolute left-0 ml-4"><svg class="h-5"></svg></div>Add To Cart</button>'
      : '<button disabled aria-label="Please select an option" class="relative flex w-full cursor-not-allowed">Add To Cart</button>';
  main.innerHTML = `<div class="mx-auto max-w-screen-2xl px-4"><div class="flex flex-col rounded-lg border bg-white p-8"><div class="basis-4/6"><img alt="${product.title}" src="data:,"><ul><li><button formaction="?image=1" aria-label="Next product image"></button></li></ul></div><div class="basis-2/6"><div class="mb-6 flex flex-col border-b pb-6"><h1 class="mb-2 text-5xl font-medium">${product.title}</h1><div class="mr-auto w-auto rounded-full bg-blue-600 p-2 text-sm text-white">${priceTag(chosen?.price ?? product.from)}</div></div>${options}<div class="prose text-sm">${product.description}</div><form class="buy" action="javascript:throw new Error('React form unexpectedly submitted.')" data-act="add">${button}<p aria-live="polite" class="sr-only" role="status"></p></form></div></div><div class="py-8"><h2 class="mb-4 text-2xl font-bold">Related Products</h2>${grid(related)}</div></div>`;
  $('form.buy').variant = chosen && { ...chosen, title: product.title, handle: product.handle };
};

const show = async () => {
  const path = location.pathname + location.search;
  const page = await flight(path);
  $('head script[type="application/ld+json"]')?.remove();
  document.title = page.title;
  if (page.product) {
    const data = document.createElement('script');
    data.type = 'application/ld+json';
    data.textContent = JSON.stringify(page.jsonLd);
    showProduct(page);
    main.prepend(data);
  } else if (page.about)
    main.innerHTML = `<div class="mx-8 max-w-2xl py-20"><h1>${page.title}</h1><p>${page.about}</p></div>`;
  else
    main.innerHTML = `<nav><ul>${page.sorts.map(([label, query]) => `<li><a class="w-full hover:underline" href="${query}">${label}</a></li>`).join('')}</ul></nav>${page.query ? `<p class="mb-4">Showing ${page.products.length} results for <span class="font-bold">"${page.query}"</span></p>` : ''}${grid(page.products)}`;
  main.dataset.at = path;
};
const go = (path) => {
  history.pushState(null, '', path);
  return show();
};

document.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const { act: kind, n } = form.dataset;
  if (form.matches('.search')) return go(`/search?q=${encodeURIComponent(form.q.value)}`);
  if (kind === 'option') return go(location.pathname + event.submitter.getAttribute('formaction'));
  const line = cart?.lines[n];
  if (kind === 'checkout') {
    $('button', form).innerHTML = '<span class="mx-1 h-2 w-2 animate-blink"></span>';
    return act(ACTIONS.checkout, []);
  }
  const { variant } = form;
  // The cart is drawn as if all had gone well, then drawn again as it is.
  if (kind === 'add') {
    const known = cart.lines.find(({ id }) => id === variant.id);
    if (known) Object.assign(known, { quantity: known.quantity + 1, total: known.total + variant.price });
    else cart.lines.push({ ...variant, quantity: 1, total: variant.price });
    shown = true;
  } else if (kind === 'remove') cart.lines = cart.lines.filter((one) => one !== line);
  else {
    const by = kind === 'plus' ? 1 : -1;
    Object.assign(line, { total: (line.total / line.quantity) * (line.quantity + by), quantity: line.quantity + by });
    cart.lines = cart.lines.filter(({ quantity }) => quantity);
  }
  drawCart();
  document.body.dataset.busy = ++busy;
  const message =
    kind === 'add'
      ? await act(ACTIONS.add, [null, variant.id])
      : kind === 'remove'
        ? await act(ACTIONS.remove, [null, line.id])
        : await act(ACTIONS.update, [null, { merchandiseId: line.id, quantity: line.quantity }]);
  drawCart();
  if (kind === 'add') $('[role=status]', form).textContent = message === '$undefined' ? '' : message;
  document.body.dataset.busy = --busy;
});
document.addEventListener('click', (event) => {
  if (event.target.closest('[aria-label="Open cart"]')) return toggle(true);
  if (event.target.closest('[aria-label="Close cart"]')) return toggle(false);
  const link = event.target.closest('a[href^="/"], a[href^="?"]');
  if (!link) return;
  event.preventDefault();
  shown = false;
  drawCart();
  go(new URL(link.href).pathname + new URL(link.href).search);
});
addEventListener('popstate', show);

(async () => {
  await act(ACTIONS.create, []); // an effect of the cart's component: nobody has asked for it
  drawCart();
  await show();
  // Links in view are prefetched.
  for (const { href } of [...document.querySelectorAll('main a[href^="/product/"]')].slice(0, 3))
    flight(new URL(href).pathname);
})();
