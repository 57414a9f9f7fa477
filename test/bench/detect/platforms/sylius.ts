import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import {
  add,
  createCarts,
  fill,
  good,
  type Line,
  optional,
  order,
  type Product,
  pieces,
  press,
  printer,
  step,
  sumOf,
  until,
} from '../parts.ts';
import type { Platform, Truth } from '../platform.ts';
import { byName } from '../spa.ts';

const capS = good('7', 'knitted_cap-variant-0', 'Knitted wool-blend cap', 'knitted-wool-blend-cap', 2400);
const capL = { ...capS, sku: 'knitted_cap-variant-1', price: 2650 };
const mug = good('9', 'enamel_mug-variant-0', 'Enamel camping mug', 'enamel-camping-mug', 1850);
const boots = good('11', 'rain_boots-variant-0', 'Ribbed rain boots', 'ribbed-rain-boots', 6400, true);
const products = [capS, mug, boots];
const FEE = 500;
const STOCK = 100;
const TOKEN = 'jY8kq-Zx2w';
const NUMBER = '000000021';

const dollars = printer('en-US', 'USD');
/** A lone dollar sign is all that its pages say of the currency; ids are in the state of its components only. */
const untold = ({ currency: _, ...truth }: Truth): Truth => byName(truth);
const named = (name: string, ...lines: [Product, number][]) => untold(pieces(name, 'USD', ...lines));

/**
 * Live components: boxes that post their state to an address of their own when a field or an action in them changes it,
 * and are replaced by the HTML that comes back. An action may answer 204 and where to go.
 */
const client = `
let queue = Promise.resolve();
const live = (box, action, updated, args) => (queue = queue.then(async () => {
  const data = { props: JSON.parse(box.dataset.livePropsValue), updated: updated || {} };
  if (action) data.args = args || {};
  const body = new FormData();
  body.append('data', JSON.stringify(data));
  const response = await fetch(box.dataset.liveUrlValue + (action ? '/' + action : ''), { method: 'POST', headers: { Accept: 'application/vnd.live-component+html', 'X-Requested-With': 'XMLHttpRequest', 'X-Live-Url': location.pathname + location.search }, body });
  if (response.headers.get('X-Live-Redirect')) return location.assign(response.headers.get('Location'));
  const made = document.createElement('div');
  made.innerHTML = await response.text();
  const fresh = made.firstElementChild;
  for (const { name, value } of fresh.attributes) box.setAttribute(name, value);
  box.innerHTML = fresh.innerHTML;
  if (!response.ok) return;
  const told = JSON.parse(box.dataset.liveEventsToEmitValue || '[]');
  for (const { event, data } of told) for (const other of document.querySelectorAll('[data-live-listeners-value]'))
    for (const listener of JSON.parse(other.dataset.liveListenersValue)) if (listener.event === event) live(other, listener.action, {}, data);
}));
const boxOf = (element) => element.closest('[data-controller~="live"]');
const changed = ({ name, value }) => ({ [name.replace(/\\]/g, '').replace(/\\[/g, '.')]: value });
let timer;
document.addEventListener('change', ({ target }) => { const box = boxOf(target); if (box && !target.dataset.model && !box.dataset.debounce) live(box, '', changed(target)); });
document.addEventListener('input', ({ target }) => {
  const box = boxOf(target);
  if (!box || !box.dataset.debounce || target.dataset.model) return;
  clearTimeout(timer);
  timer = setTimeout(() => live(box, '', changed(target)), 500);
});
document.addEventListener('submit', (event) => {
  const { liveActionParam } = event.target.dataset;
  if (!liveActionParam) return;
  event.preventDefault();
  live(boxOf(event.target), liveActionParam);
});
document.addEventListener('click', ({ target }) => {
  const toggle = target.closest('[data-bs-toggle=offcanvas]');
  if (toggle) setTimeout(() => document.querySelector(toggle.dataset.bsTarget).classList.add('show'), 50);
  if (target.closest('[data-bs-dismiss=offcanvas]')) target.closest('.offcanvas').classList.remove('show');
  const button = target.closest('button[data-action^="live#"]');
  if (!button) return;
  const model = button.parentElement.querySelector('[data-model]');
  live(boxOf(button), button.dataset.liveActionParam, model ? changed(model) : {}, button.dataset.liveIndexParam && { index: +button.dataset.liveIndexParam });
});`;

interface Bag {
  lines: Line[];
  /** Told once, on the next page that shows it. */
  flash?: string | undefined;
  /** What is typed into the product's form and not yet sent. */
  wanted: { size: string; quantity: string };
}

const platform: Platform = {
  name: 'Sylius',
  family: 'api',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const bagOf = createCarts<Bag>(() => ({ lines: [], wanted: { size: 'S', quantity: '1' } }), 'PHPSESSID');
    const pageOf = ({ slug }: Product) => `/en_US/products/${slug}`;
    const count = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const attribute = (value: unknown) => JSON.stringify(value).replaceAll('"', '&quot;');
    const component = (name: string, props: object, inner: string, more = '') =>
      `<div class="position-relative" data-controller="live" data-live-name-value="${name}" data-live-url-value="/en_US/_components/${name}" data-live-props-value="${attribute({ ...props, '@checksum': 'h2m=' })}" ${more}>${inner}</div>`;
    const listens = `data-live-listeners-value="${attribute([{ action: 'refreshCart', event: 'sylius:shop:cart_changed' }])}"`;
    const loader =
      '<div data-loading style="display:none"><div class="sylius-shop-loader"><img src="data:," alt="Loading"></div></div>';

    const button = ({ lines }: Bag) =>
      component(
        'sylius_shop:common:cart',
        { cart: 5 },
        `${loader}<div><button class="btn btn-icon btn-transparent px-0 position-relative" data-bs-toggle="offcanvas" data-bs-target="#offcanvasCart" aria-label="cart button"><svg viewBox="0 0 24 24" class="icon"><path d="M6 6l12 12"></path></svg><span class="d-none d-lg-block ps-1">${dollars(sumOf(lines))}${count(lines)} ${count(lines) === 1 ? 'item' : 'items'}</span>${lines.length ? `<span class="position-absolute top-0 start-0 badge rounded-pill bg-primary"> ${count(lines)} </span>` : ''}</button></div>`,
        listens,
      );
    const info = ({ name, sku, slug }: Product) =>
      `<div class="d-flex align-items-center gap-4"><div style="width: 6rem;"><div class="overflow-auto bg-light rounded-3"><img src="data:," alt="${name}" class="w-100 h-100 object-fit-cover"></div></div><div><div class="h6"><a class="link-reset text-break" href="/en_US/products/${slug}"> ${name} </a></div><small class="text-body-tertiary">${sku}</small>${slug === capS.slug ? `<div><small class="text-body-tertiary"> Size: <span>${sku === capL.sku ? 'L' : 'S'}</span></small></div>` : ''}</div></div>`;
    const small = ({ lines }: Bag) =>
      component(
        'sylius_shop:cart:widget',
        { cart: 5 },
        lines.length
          ? `<table class="table">${lines.map(({ product, quantity }) => `<tr><td>${info(product)}</td><td>${quantity}</td><td class="text-end">${dollars(product.price)}</td></tr>`).join('')}</table><div class="d-flex justify-content-between"><strong>Subtotal:</strong><span>${dollars(sumOf(lines))}</span></div><a class="btn btn-primary" href="/en_US/cart/">View and edit cart</a>`
          : '<div>Your cart is empty</div>',
        listens,
      );
    const drawer = (bag: Bag) =>
      `<div class="offcanvas offcanvas-end" tabindex="-1" id="offcanvasCart" aria-labelledby="offcanvasCartLabel"><div class="offcanvas-header"><h5 class="offcanvas-title" id="offcanvasCartLabel">Your cart</h5><button type="button" class="btn-close" data-bs-dismiss="offcanvas" aria-label="Close"></button></div><div class="offcanvas-body">${small(bag)}</div></div>`;
    const alert = (kind: string, text: string) =>
      `<div class="alert alert-${kind} my-0" role="alert"><div class="fw-bold">${kind === 'danger' ? 'Error' : 'Success'}</div><div>${text}</div></div>`;
    const flashOf = (bag: Bag) => {
      const { flash } = bag;
      bag.flash = undefined;
      return flash ? alert('success', flash) : '';
    };

    const html = (context: Context, title: string, body: string, status: 200 | 422 = 200) =>
      context.html(
        `<!DOCTYPE html><html lang="en"><head><title>${title} | Fashion Web Store</title>${tag}<style>.offcanvas{display:none}.offcanvas.show{display:block}</style></head><body>${body}<script>${client}</script></body></html>`,
        status,
      );
    const page = (
      context: Context,
      title: string,
      body: string,
      { flashes = true, status = 200 as 200 | 422 } = {},
    ) => {
      const bag = bagOf(context);
      return html(
        context,
        title,
        `<div class="d-flex flex-column min-vh-100 overflow-hidden"><div class="border-bottom py-4"><div class="container"><div class="row align-items-center"><div class="col"><a href="/en_US/" class="link-reset"><img src="data:," alt="Logo"></a></div><div class="col-auto"><a href="/en_US/login" class="btn btn-icon">Login</a><a href="/en_US/register" class="btn btn-icon">Register</a></div>${button(bag)}</div></div></div><div class="navbar"><a class="nav-link" href="/en_US/taxons/caps">Caps</a></div><div class="container sylius-messages">${flashes ? flashOf(bag) : ''}</div>${body}<footer><a class="link-reset" href="/en_US/contact/">Contact us</a><a class="link-reset" href="#">Returns policy</a></footer></div>${drawer(bag)}`,
        status,
      );
    };
    const card = (product: Product) =>
      `<div><div><a class="link-reset" href="${pageOf(product)}"><div class="mb-3"><div class="overflow-auto bg-light rounded-3"><img src="data:," alt="${product.name}" class="w-100 h-100 object-fit-cover"></div></div><div class="h6 text-break"> ${product.name} </div></a><div><span>${dollars(product.price)}</span></div></div></div>`;
    const grid = (heading: string) =>
      `<div class="container mb-6"><h2 class="mb-5">${heading}</h2><div><div class="products-grid">${products.map(card).join('')}</div></div></div>`;
    const field = (name: string, label: string, type = 'text', errors = '') =>
      `<div class="field mb-3 required"><label class="form-label required" for="${name.replaceAll(/\W+/g, '_')}">${label}</label>${type === 'area' ? `<textarea id="${name.replaceAll(/\W+/g, '_')}" name="${name}" required class="form-control"></textarea>` : `<input type="${type}" id="${name.replaceAll(/\W+/g, '_')}" name="${name}" class="form-control">`}${errors && `<div class="invalid-feedback d-block pointing">${errors}</div>`}</div>`;

    app.get('/', (c) => c.redirect('/en_US/'));
    app.get('/en_US/', (c) =>
      page(c, 'Fashion', `<img src="data:," alt="banner">${grid('Latest deals')}${grid('New collection')}`),
    );
    app.get('/en_US/taxons/caps', (c) =>
      page(
        c,
        'Caps',
        `<div class="container"><nav aria-label="breadcrumb"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="/en_US/">Home</a></li></ol></nav><div class="row"><div class="col-12 col-md-9"><h1 class="mb-3">Caps</h1><form method="get" action="/en_US/taxons/caps"><div class="input-group"><input type="text" id="criteria_search_value" name="criteria[search][value]" placeholder="Value" class="form-control"><button type="submit" class="btn btn-icon btn-outline-gray" aria-label="Search">Search</button><a class="btn btn-icon btn-outline-gray" href="/en_US/taxons/caps">Clear</a></div></form><div class="products-grid">${c.req.query('criteria[search][value]') ? '' : products.map(card).join('')}</div></div></div></div>`,
      ),
    );

    /** The product's own box: prices and the form, which is one more. */
    const form = (product: Product, { wanted }: Bag, { error = '', emits = false } = {}) =>
      component(
        'sylius_shop:product:add_to_cart_form',
        {
          product: Number(product.id),
          variant: 1,
          routeName: 'sylius_shop_cart_summary',
          formName: 'sylius_shop_add_to_cart',
          sylius_shop_add_to_cart: { cartItem: { quantity: wanted.quantity } },
          isValidated: true,
        },
        product.soldOut
          ? '<div>Out of stock</div>'
          : `${loader}<div class="my-4"><form name="sylius_shop_add_to_cart" method="post" data-action="live#action:prevent live#$render" data-live-action-param="addToCart">${product === mug ? '' : `<div class="field mb-3"><label class="form-label" for="sylius_shop_add_to_cart_cartItem_variant_cap_size">Size</label><select id="sylius_shop_add_to_cart_cartItem_variant_cap_size" name="sylius_shop_add_to_cart[cartItem][variant][cap_size]" class="form-select">${['S', 'L'].map((size) => `<option value="cap_size_${size.toLowerCase()}" ${size === wanted.size ? 'selected' : ''}>${size}</option>`).join('')}</select></div>`}<div class="mb-4"><div class="field mb-3 required"><label class="form-label required" for="sylius_shop_add_to_cart_cartItem_quantity">Quantity</label><input type="number" id="sylius_shop_add_to_cart_cartItem_quantity" name="sylius_shop_add_to_cart[cartItem][quantity]" required min="1" class="form-control" value="${wanted.quantity}">${error && `<div class="invalid-feedback d-block pointing">${error}</div>`}</div></div><div class="mb-3"><button type="submit" class="btn btn-primary" id="add-to-cart-button"> Add to cart </button></div><input type="hidden" name="sylius_shop_add_to_cart[_token]" value="csrf"></form></div>`,
        emits
          ? `data-live-events-to-emit-value="${attribute([{ event: 'sylius:shop:variant_changed', data: { variantId: 2 } }])}"`
          : '',
      );
    const chosen = (product: Product, { wanted }: Bag) =>
      product.id === capS.id && wanted.size === 'L' ? capL : product;
    const prices = (product: Product) =>
      `<div class="mb-3 pb-1"><div class="fs-3"><span>${dollars(product.price)}</span></div></div>`;
    const summary = (product: Product, bag: Bag) =>
      component(
        'sylius_shop:product:summary',
        { product: Number(product.id), variant: 1 },
        `<div class="mb-4"><h1 class="h2 text-break">${product.name}</h1><div class="d-flex"><a class="link-reset" href="#">Add your review</a></div>${prices(chosen(product, bag))}${form(product, bag)}<div><small>Made from recycled yarn.</small></div></div>`,
        `data-live-listeners-value="${attribute([{ action: 'updatePrice', event: 'sylius:shop:variant_changed' }])}"`,
      );
    app.get('/en_US/products/:slug', (c) => {
      const product = products.find(({ slug }) => slug === c.req.param('slug'))!;
      const bag = bagOf(c);
      bag.wanted = { size: 'S', quantity: '1' };
      return page(
        c,
        product.name,
        `<div class="container"><nav aria-label="breadcrumb"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="/en_US/">Home</a></li><li class="breadcrumb-item active">${product.name}</li></ol></nav><div class="row g-3 mb-6"><div class="col-12 col-lg-7"><img src="data:," alt="${product.name}"><div class="accordion"><div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button" type="button">Details</button></h2><div>For cold mornings.</div></div></div></div><div class="col-12 col-lg-5 order-lg-1">${summary(product, bag)}</div></div></div>${product === capS ? `<div class="container mb-6"><h2 class="mb-5">Similar products</h2><div class="products-grid">${card(mug)}${card(boots)}</div></div>` : ''}`,
      );
    });

    const item = ({ product, quantity }: Line, index: number) =>
      `<tr><td><button class="btn btn-sm btn-transparent px-2" type="button" data-action="live#action:prevent" data-live-action-param="removeItem" data-live-index-param="${index}"><svg class="icon icon-tabler" width="16" height="16" viewBox="0 0 24 24"><path d="M18 6l-12 12"></path><path d="M6 6l12 12"></path></svg></button></td><td>${info(product)}</td><td><span>${dollars(product.price)}</span></td><td><div class="field mb-3"><input type="number" id="sylius_shop_cart_items_${index}_quantity" name="sylius_shop_cart[items][${index}][quantity]" required min="1" class="form-control" value="${quantity}"></div></td><td><span>${dollars(product.price * quantity)}</span></td></tr>`;
    const sums = ({ lines }: Bag) =>
      component(
        'sylius_shop:cart:summary',
        { cart: 5 },
        `${loader}<div class="p-4 bg-light mb-4 rounded-3"><h3 class="mb-4">Summary</h3><div class="hstack gap-2 mb-2"><div>Items total:</div><div class="ms-auto text-end">${dollars(sumOf(lines))}</div></div><div class="hstack gap-2 mb-2"><div>Estimated shipping cost:</div><div class="ms-auto text-end">${dollars(FEE)}</div></div><div class="hstack gap-2 mb-2"><div> Taxes total: </div><div class="ms-auto text-end"><div>${dollars(0)}</div></div></div><div class="hstack gap-2 border-top pt-4 mt-4"><div class="h5">Order total:</div><div class="ms-auto h5">${dollars(sumOf(lines) + FEE)}</div></div></div>`,
        listens,
      );
    const cart = (bag: Bag, { error = '', emits = false } = {}) =>
      component(
        'sylius_shop:cart:form',
        {
          cart: 5,
          formName: 'sylius_shop_cart',
          sylius_shop_cart: {
            items: bag.lines.map(({ quantity }) => ({ quantity: `${quantity}` })),
            promotionCoupon: '',
            _token: 'csrf',
          },
          isValidated: false,
        },
        bag.lines.length
          ? `<form name="sylius_shop_cart" method="post" action="/en_US/cart/checkout" novalidate id="sylius_shop_cart"><input type="hidden" name="_method" value="PATCH">${flashOf(bag)}<div class="row"><div class="col"><h1 class="mb-5">Your shopping cart</h1></div></div><div class="row"><div class="col-12 col-lg-8"><div class="table-responsive"><table class="table align-middle"><thead><tr><th></th><th>Item</th><th>Unit price</th><th>Qty</th><th>Total</th></tr></thead><tbody>${bag.lines.map(item).join('')}</tbody></table></div><div class="mb-4"><div class="p-4 bg-light"><div class="input-group field"><input type="text" id="sylius_shop_cart_promotionCoupon" name="sylius_shop_cart[promotionCoupon]" data-model="norender|sylius_shop_cart[promotionCoupon]" form="sylius_shop_cart" placeholder="Enter your code..." class="form-control"><button class="btn btn-outline-gray" type="button" data-action="live#$render">Apply coupon</button>${error && `<div class="invalid-feedback d-block pointing">${error}</div>`}</div></div></div><div class="d-flex justify-content-end"><button class="btn btn-light" type="button" data-action="live#action:prevent" data-live-action-param="clearCart">Clear cart</button></div></div><div class="col-12 col-lg-4">${sums(bag)}<div class="d-grid"><button type="submit" class="btn btn-primary"> Checkout </button></div></div></div></form>`
          : '<div class="alert alert-info"><div class="fw-bold">Info</div>Your cart is empty</div>',
        `data-debounce="1"${emits ? ` data-live-events-to-emit-value="${attribute([{ event: 'sylius:shop:cart_changed', data: { cart: 5 } }])}"` : ''}`,
      );
    app.get('/en_US/cart/', (c) =>
      page(
        c,
        'Your shopping cart',
        `<div class="container my-auto">${cart(bagOf(c))}</div>${grid('You may also like')}`,
        {
          flashes: false,
        },
      ),
    );

    // What live components answer. Redirects come as 204 and headers.
    const rendered = (context: Context, body: string, status: 200 | 422 = 200) =>
      context.body(body, status, { 'content-type': 'application/vnd.live-component+html; charset=utf-8' });
    const told = async (context: Context) =>
      JSON.parse(String((await context.req.parseBody()).data)) as {
        props: Record<string, unknown>;
        updated: Record<string, string>;
        args?: { index?: number };
      };
    const want = (bag: Bag, updated: Record<string, string>) => {
      for (const [name, value] of Object.entries(updated))
        if (name.endsWith('quantity')) bag.wanted.quantity = value;
        else if (name.endsWith('cap_size')) bag.wanted.size = value.slice(-1).toUpperCase();
      return Number(bag.wanted.quantity) > STOCK;
    };
    const SCARCE = 'Enamel camping mug does not have sufficient stock.';
    app.post('/en_US/_components/sylius_shop:product:add_to_cart_form', async (c) => {
      const bag = bagOf(c);
      const { props, updated } = await told(c);
      const product = products.find(({ id }) => Number(id) === props.product)!;
      const { size } = bag.wanted;
      const bad = want(bag, updated);
      return rendered(
        c,
        form(product, bag, { error: bad ? SCARCE : '', emits: bag.wanted.size !== size }),
        bad ? 422 : 200,
      );
    });
    app.post('/en_US/_components/sylius_shop:product:add_to_cart_form/addToCart', async (c) => {
      const bag = bagOf(c);
      const { props } = await told(c);
      const product = products.find(({ id }) => Number(id) === props.product)!;
      if (want(bag, {})) return rendered(c, form(product, bag, { error: SCARCE }), 422);
      add(bag.lines, chosen(product, bag), Number(bag.wanted.quantity));
      bag.flash = 'Item has been added to cart';
      return c.body(null, 204, { Location: '/en_US/cart/', 'X-Live-Redirect': '1' });
    });
    app.post('/en_US/_components/sylius_shop:product:summary/updatePrice', async (c) => {
      const { props } = await told(c);
      return rendered(c, summary(products.find(({ id }) => Number(id) === props.product)!, bagOf(c)));
    });
    app.post('/en_US/_components/sylius_shop:cart:widget/refreshCart', (c) => rendered(c, small(bagOf(c))));
    app.post('/en_US/_components/sylius_shop:common:cart/refreshCart', (c) => rendered(c, button(bagOf(c))));
    app.post('/en_US/_components/sylius_shop:cart:summary/refreshCart', (c) => rendered(c, sums(bagOf(c))));
    app.post('/en_US/_components/sylius_shop:cart:form', async (c) => {
      const bag = bagOf(c);
      const { updated } = await told(c);
      for (const [name, value] of Object.entries(updated)) {
        const at = /items\.(\d+)\.quantity$/.exec(name)?.[1];
        if (at) bag.lines[Number(at)]!.quantity = Number(value);
        else if (value) return rendered(c, cart(bag, { error: 'Coupon code is invalid.' }), 422);
      }
      return rendered(c, cart(bag, { emits: true }));
    });
    app.post('/en_US/_components/sylius_shop:cart:form/removeItem', async (c) => {
      const bag = bagOf(c);
      const { args } = await told(c);
      bag.lines.splice(args!.index!, 1);
      return rendered(c, cart(bag, { emits: true }));
    });

    const contact = (c: Context, error = '') =>
      page(
        c,
        'Contact us',
        `<div class="container my-auto"><div class="row my-4"><div class="col-12 col-md-8 col-lg-5 mx-auto"><h1 class="mb-2">Contact us</h1><form name="sylius_shop_contact" method="post" action="/en_US/contact/" novalidate>${field('sylius_shop_contact[email]', 'Email', 'email', error)}${field('sylius_shop_contact[message]', 'Message', 'area')}<button type="submit" class="btn btn-primary"> Send </button><input type="hidden" name="sylius_shop_contact[_token]" value="csrf"></form></div></div></div>`,
        { status: error ? 422 : 200 },
      );
    app.get('/en_US/contact/', (c) => contact(c));
    app.post('/en_US/contact/', async (c) => {
      const asked = (await c.req.parseBody()) as Record<string, string>;
      if (!asked['sylius_shop_contact[email]']) return contact(c, 'Please enter your email.');
      bagOf(c).flash = 'Your contact request has been submitted successfully.';
      return c.redirect('/en_US/contact/');
    });

    const checkout = (c: Context, active: number, title: string, body: string, status: 200 | 422 = 200) => {
      const { lines } = bagOf(c);
      const steps = ['address', 'select-shipping', 'select-payment', 'complete'];
      const labels = ['Address', 'Shipping', 'Payment', 'Complete'];
      const shipping = active > 1 ? FEE : 0;
      return html(
        c,
        title,
        `<div class="d-flex flex-column min-vh-100 overflow-hidden"><div class="bg-white border-bottom py-4"><div class="container"><div class="row align-items-center"><div class="col-auto"><a href="/en_US/">Logo</a></div><div class="col-auto"><a class="link-reset" href="/en_US/">Back to store</a></div></div></div></div><div class="flex-grow-1 d-flex align-items-stretch"><div class="container"><div class="row h-100"><div class="col pt-4 pb-5"><div class="steps mb-5">${labels.map((label, at) => `<div class="steps-item">${at > active ? label : `<a href="/en_US/checkout/${steps[at]}"> ${label} </a>`}</div>`).join('')}</div>${body}</div>${active === 3 ? '' : `<div class="col-12 col-lg-5 py-5 ps-lg-6 position-relative checkout-sidebar"><div><h3 class="h5 mb-4">Summary</h3><table class="table mb-3">${lines.map(({ product, quantity }) => `<tr><td><div class="py-3 h6 mb-0"> ${product.name} </div></td><td><div class="py-3 text-end text-body-tertiary"> ${quantity} </div></td><td><div class="py-3 text-end">${dollars(product.price * quantity)}</div></td></tr>`).join('')}</table><table class="table table-borderless"><tr><td>Items total:</td><td id="sylius-shop-checkout-summary-items-total" class="text-end">${dollars(sumOf(lines))}</td></tr><tr><td>Shipping total:</td><td id="sylius-shop-checkout-summary-shipping-total" class="text-end">${dollars(shipping)}</td></tr><tr><td>Taxes total:</td><td class="text-end">${dollars(0)}</td></tr><tr><td class="border-top pt-4 h5">Order total:</td><td id="sylius-shop-checkout-summary-order-total" class="border-top pt-4 text-end h5">${dollars(sumOf(lines) + shipping)}</td></tr></table></div></div>`}</div></div></div></div>`,
        status,
      );
    };
    const put = (action: string, inner: string, next = 'Next', back = '') =>
      `<form method="post" action="/en_US/checkout/${action}" novalidate><input type="hidden" name="_method" value="PUT">${inner}<div class="d-flex justify-content-between flex-column flex-sm-row gap-2"><a href="${back || '/en_US/'}" class="btn btn-light btn-icon">Back</a><button type="submit" class="btn btn-primary btn-icon" id="next-step"> ${next} </button></div></form>`;
    const choice = (name: string, label: string, fee = '') =>
      `<div class="mb-5"><div class="card bg-body-tertiary border-0 mb-3"><label class="d-flex gap-3 card-body"><div><input type="radio" name="${name}" value="0" checked></div><div class="flex-grow-1"><div>${label}</div></div>${fee && `<div>${fee}</div>`}</label></div></div>`;
    const address = (c: Context, error = '') =>
      checkout(
        c,
        0,
        'Address',
        `<div data-controller="live" data-live-name-value="sylius_shop:checkout:address:form" data-live-url-value="/en_US/_components/sylius_shop:checkout:address:form" data-live-props-value="${attribute({ order: 5 })}" data-debounce="1">${put('address', `<h1 class="h5 mb-4">Address</h1><h2 class="h5 mb-4">Billing address</h2>${field('sylius_shop_checkout_address[customer][email]', 'Email', 'email', error)}${field('sylius_shop_checkout_address[billingAddress][firstName]', 'First name')}${field('sylius_shop_checkout_address[billingAddress][street]', 'Street address')}${field('sylius_shop_checkout_address[billingAddress][postcode]', 'Postcode')}`)}</div>`,
        error ? 422 : 200,
      );
    app.post('/en_US/cart/checkout', (c) => c.redirect('/en_US/checkout/'));
    app.get('/en_US/checkout/', (c) => c.redirect('/en_US/checkout/address'));
    app.get('/en_US/checkout/address', (c) => address(c));
    app.post('/en_US/_components/sylius_shop:checkout:address:form', (c) =>
      rendered(c, '<div>The form, as it stands</div>', 422),
    );
    app.post('/en_US/checkout/address', async (c) => {
      const asked = (await c.req.parseBody()) as Record<string, string>;
      return asked['sylius_shop_checkout_address[billingAddress][street]']
        ? c.redirect('/en_US/checkout/select-shipping')
        : address(c, 'Please enter your email.');
    });
    app.get('/en_US/checkout/select-shipping', (c) =>
      checkout(
        c,
        1,
        'Shipping',
        put(
          'select-shipping',
          `<h1 class="h5 mb-4">Shipping #1</h1>${choice('sylius_shop_checkout_select_shipping[shipments][0][method]', 'UPS', dollars(FEE))}`,
          'Next',
          '/en_US/checkout/address',
        ),
      ),
    );
    app.post('/en_US/checkout/select-shipping', (c) => c.redirect('/en_US/checkout/select-payment'));
    app.get('/en_US/checkout/select-payment', (c) =>
      checkout(
        c,
        2,
        'Payment',
        put(
          'select-payment',
          `<h1 class="h5 mb-4">Payment #1</h1>${choice('sylius_shop_checkout_select_payment[payments][0][method]', 'Cash on delivery')}`,
          'Next',
          '/en_US/checkout/select-shipping',
        ),
      ),
    );
    app.post('/en_US/checkout/select-payment', (c) => c.redirect('/en_US/checkout/complete'));
    const table = (lines: Line[]) =>
      `<table class="table table-borderless align-middle"><thead><tr><th class="border-bottom">Item</th><th class="border-bottom">Unit price</th><th class="border-bottom">Qty</th><th class="border-bottom text-end">Subtotal</th></tr></thead><tbody>${lines.map(({ product, quantity }) => `<tr><td class="border-bottom">${info(product)}</td><td class="border-bottom"><span>${dollars(product.price)}</span></td><td class="border-bottom"><span>${quantity}</span></td><td class="border-bottom text-end"><span>${dollars(product.price * quantity)}</span></td></tr>`).join('')}</tbody></table><table class="table table-borderless align-middle ms-auto" style="max-width: 300px;"><tr><td class="text-end">Items total:</td><td class="text-end">${dollars(sumOf(lines))}</td></tr><tr><td class="text-end">Taxes total:</td><td class="text-end">${dollars(0)}</td></tr><tr><td class="text-end">Shipping total:</td><td class="text-end">${dollars(FEE)}</td></tr><tr><td class="h5 text-end border-top"> Total: </td><td class="h5 text-end border-top">${dollars(sumOf(lines) + FEE)}</td></tr></table>`;
    app.get('/en_US/checkout/complete', (c) => {
      const { lines } = bagOf(c);
      return checkout(
        c,
        3,
        'Complete',
        `<h1 class="h5 mb-4">Summary of your order</h1><div class="card border-0 bg-body-tertiary mb-3"><div class="card-body d-flex flex-column gap-1"><div>Currency: USD</div><div>Locale: English (United States)</div></div></div>${put('complete', `${table(lines)}${field('sylius_shop_checkout_complete[notes]', 'Extra notes', 'area')}`, 'Place order', '/en_US/checkout/select-payment')}`,
      );
    });
    let sold: Line[] = [];
    app.post('/en_US/checkout/complete', (c) => {
      const bag = bagOf(c);
      sold = bag.lines;
      bag.lines = [];
      return c.redirect(`/en_US/order/${TOKEN}/pay`);
    });
    app.get(`/en_US/order/${TOKEN}/pay`, (c) => c.redirect(`/payment/capture/${TOKEN}`));
    app.get(`/payment/capture/${TOKEN}`, (c) => c.redirect('/en_US/order/after-pay/'));
    app.get('/en_US/order/after-pay/', (c) => {
      bagOf(c).flash = 'Payment has been completed.';
      return c.redirect('/en_US/order/thank-you');
    });
    app.get('/en_US/order/thank-you', (c) =>
      page(
        c,
        'Thank you!',
        `<div class="container text-center my-auto"><div class="row flex-column my-4"><h1 class="h2"> Thank you! </h1> You have successfully placed an order. <div class="d-flex flex-column flex-lg-row justify-content-center gap-2 mt-4"><a class="btn btn-primary" id="payment-method-page" href="/en_US/order/${TOKEN}"> Change payment method </a><a class="btn btn-secondary" href="/en_US/register-after-checkout/${TOKEN}"> Create an account </a></div></div></div>`,
      ),
    );
    app.get(`/en_US/order/${TOKEN}`, (c) =>
      page(
        c,
        `Order #${NUMBER}`,
        `<div class="container my-4"><div class="mb-4"><h1 class="h2">Summary of your order #${NUMBER}</h1><div> Nov 26, 2026 ${dollars(sumOf(sold) + FEE)} ${count(sold)} items </div></div><form method="post" action="/en_US/order/${TOKEN}"><input type="hidden" name="_method" value="PUT">${table(sold)}${choice('sylius_shop_checkout_select_payment[payments][0][method]', 'Cash on delivery')}<button type="submit" class="btn btn-primary" id="sylius-pay-link"> Pay </button></form></div>`,
      ),
    );

    const go = (path: string) => (tab: Page) => tab.goto(`${origin}${path}`);
    const quantity = '#sylius_shop_add_to_cart_cartItem_quantity';
    /** What a component shows anew comes with an answer. */
    const answered = (act: (tab: Page) => Promise<unknown>) => async (tab: Page) => {
      await Promise.all([tab.waitForResponse(/_components/), act(tab)]);
      await tab.waitForTimeout(300);
    };
    const type = (selector: string, text: string) =>
      answered(async (tab) => {
        await tab.click(selector);
        await tab.fill(selector, text);
        await tab.keyboard.press('Tab');
      });
    const { transaction_id: _, ...bought } = untold(
      order('USD', { id: '', total: 2 * capL.price + FEE, shipping: FEE }, [capL, 2]),
    );
    return {
      apps: { shop: app },
      walk: [
        step('arrives', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.com/' }), { name: 'landing' }),
        step('opens the category', press('.navbar .nav-link'), { name: 'view_item_list' }),
        step('searches it in vain', fill({ '#criteria_search_value': 'scarf' }, press('form .btn-icon[type=submit]'))),
        step('starts over', press('a:text("Clear")'), optional('view_item_list')),
        step('opens the cap', press(`a:has-text("${capS.name}")`), named('view_item', [capS, 1])),
        step(
          'chooses the large one',
          answered(async (tab) => {
            await tab.click('#sylius_shop_add_to_cart_cartItem_variant_cap_size');
            await tab.selectOption('#sylius_shop_add_to_cart_cartItem_variant_cap_size', 'cap_size_l');
          }),
        ),
        step('wants two', type(quantity, '2')),
        step(
          'adds them and sees the cart',
          press('#add-to-cart-button'),
          named('add_to_cart', [capL, 2]),
          named('view_cart', [capL, 2]),
        ),
        step('opens the mug', press(`a:has-text("${mug.name}")`), named('view_item', [mug, 1])),
        step('wants more than there are', type(quantity, '1000')),
        step('tries to add them', until('#add-to-cart-button', '.invalid-feedback')),
        step('wants one after all', type(quantity, '1')),
        step(
          'adds it and sees the cart',
          press('#add-to-cart-button'),
          named('add_to_cart', [mug, 1]),
          named('view_cart', [capL, 2], [mug, 1]),
        ),
        step('looks at the sold-out boots', go(pageOf(boots)), named('view_item', [boots, 1])),
        step('opens the contact form', press('footer a >> nth=0')),
        step('writes without an address', fill({ textarea: 'Again?' }, press('form[name=sylius_shop_contact] button'))),
        step(
          'writes to the shop',
          fill(
            { '[type=email]': 'a@b.example', textarea: 'When will the boots be back?' },
            press('form[name=sylius_shop_contact] button'),
          ),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step(
          'opens the small cart',
          until('[aria-label="cart button"]', '#offcanvasCart.show'),
          named('view_cart', [capL, 2], [mug, 1]),
        ),
        step('goes to the cart', press('#offcanvasCart .btn-primary'), named('view_cart', [capL, 2], [mug, 1])),
        step('wants three mugs', type('#sylius_shop_cart_items_1_quantity', '3'), {
          ...named('add_to_cart', [mug, 2]),
          optional: true,
        }),
        step(
          'tries a coupon',
          fill({ '#sylius_shop_cart_promotionCoupon': 'SPRING' }, until('text="Apply coupon"', '.invalid-feedback')),
        ),
        step(
          'removes the mugs',
          async (tab) => {
            await tab.click('#sylius_shop_cart tr:nth-child(2) [data-live-action-param=removeItem]');
            await tab.waitForSelector('#sylius_shop_cart tbody tr:nth-child(2)', { state: 'detached' });
          },
          named('remove_from_cart', [mug, 3]),
        ),
        step(
          'goes to the checkout',
          press('#sylius_shop_cart .btn-primary[type=submit]'),
          named('begin_checkout', [capL, 2]),
        ),
        step('forgets the address', press('#next-step')),
        step(
          'enters it',
          fill(
            {
              '[type=email]': 'a@b.example',
              '#sylius_shop_checkout_address_billingAddress_firstName_': 'Ann',
              '#sylius_shop_checkout_address_billingAddress_street_': 'Long Lane 1',
              '#sylius_shop_checkout_address_billingAddress_postcode_': '10001',
            },
            press('#next-step'),
          ),
        ),
        step('chooses how it is sent', press('#next-step'), named('add_shipping_info', [capL, 2])),
        step('chooses to pay in cash', press('#next-step'), named('add_payment_info', [capL, 2])),
        step('orders', press('#next-step'), bought),
        step('reloads', (tab) => tab.reload()),
        step('looks at the order to pay otherwise', press('#payment-method-page')),
        step('goes home', go('/en_US/')),
        step('comes back', (tab) => tab.goBack()),
      ],
    };
  },
};

export default platform;
