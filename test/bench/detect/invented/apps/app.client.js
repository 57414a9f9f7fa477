import {
  ask,
  kept,
  known,
  paths,
  Refused,
  root,
  toLines,
  toOrder,
  toProduct,
  traits,
  units,
  words,
} from './ask.client.js';
import {
  cartBody,
  checkoutPage,
  drawAll,
  listPage,
  orderPage,
  ordersPage,
  productPage,
  thanksPage,
} from './pages.client.js';
import { as, cards, heading } from './parts.client.js';
import { h, listen, patch } from './tree.client.js';

// What the app does: routes, the cart, the order.
export const state = { route: '', lines: [], drawer: false, menu: false, popup: false, wanted: 1, others: [] };
let cart = localStorage.getItem('cart-id') ?? undefined;
const isKept = traits.wire === 'kept';

export const show = (changed) => {
  Object.assign(state, changed);
  patch(root.firstChild, drawAll());
};
const tell = (text, isBad = false) => {
  const toast = { text, isBad };
  show({ toast });
  setTimeout(() => state.toast === toast && show({ toast: undefined }), 4000);
};

export const hrefOf = (to) => (traits.routes === 'hash' ? `#${to}` : to);
const here = () =>
  traits.routes === 'hash' ? location.hash.slice(1) || paths.home : location.pathname + location.search;
export const go = (to, how = 'push') => {
  if (traits.routes === 'hash') {
    location.hash = to;
    return;
  }
  history[`${how}State`](null, '', to);
  return arrive();
};

const products = async (sort) => {
  if (!known) return (await ask('products', sort ? { sort } : {})).products.map(toProduct);
  return sort === 'down' ? [...known].reverse() : known;
};
const productOf = async (slug) => known?.find((one) => one.slug === slug) ?? toProduct(await ask('product', { slug }));
/** What search engines are told. */
const structured = ({ name, variants: [{ sku, price }] }) => {
  const offers = { '@type': 'Offer', price: price / units, priceCurrency: traits.currency };
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  script.textContent = JSON.stringify({ '@context': 'https://schema.org', '@type': 'Product', name, sku, offers });
  return script;
};

/** What a route shows, once all it needs is there. */
const load = async (path, query) => {
  const after = (start) => path.startsWith(start) && decodeURIComponent(path.slice(start.length));
  if (after(paths.product)) {
    const [product, others] = await Promise.all([productOf(after(paths.product)), products()]);
    const { sku } = product.variants[0];
    Object.assign(state, { others, wanted: 1, chosen: undefined, wished: false, label: undefined });
    if (traits.told === 'json-ld' && sku) document.head.append(structured(product));
    return [product.name, () => productPage(product)];
  }
  if (path === paths.list) {
    const all = await products(query.get('sort'));
    return ['Shop', () => listPage({ products: all })];
  }
  if (path === paths.search) {
    await ask('search', { q: query.get('q') });
    return [words.search, () => [heading(words.search), h('p', {}, '0')]];
  }
  if (path === paths.cart) return [words.cart, () => [heading(words.cart), ...cartBody()]];
  const done = paths.done.split('?')[0];
  if (path.startsWith(done)) {
    const order = toOrder(await ask('order', { id: query.get('order') ?? after(done) }));
    return [words.thanks, () => thanksPage(order)];
  }
  if (path === paths.orders) {
    const orders = (await ask('orders')).orders.map(toOrder);
    return ['Account', () => ordersPage({ orders })];
  }
  if (after(`${paths.orders}/`)) {
    const order = toOrder(await ask('order', { id: after(`${paths.orders}/`) }));
    return [order.number, () => orderPage(order)];
  }
  if (path === paths.checkout || paths.steps.includes(path)) {
    state.step = Math.max(0, paths.steps.indexOf(path));
    return [words.checkout, () => checkoutPage(state.step)];
  }
  const all = await products();
  return ['Haus & Hafen', () => [heading('Haus & Hafen'), cards(all.slice(0, 2))]];
};

let latest;
const arrive = async () => {
  const route = here();
  const mine = {};
  latest = mine;
  show({ route, page: undefined, drawer: false, menu: false, sheet: false, failure: undefined });
  document.querySelector('script[type="application/ld+json"]')?.remove();
  const [path, query] = route.split('?');
  root.busy++;
  try {
    const [title, page] = await load(path, new URLSearchParams(query));
    if (latest !== mine) return;
    document.title = title;
    show({ page });
  } finally {
    root.busy--;
  }
};

const open = async () => {
  if (isKept) return show({ lines: kept.read() });
  if (!cart) {
    cart = (await ask('create')).id;
    localStorage.setItem('cart-id', cart);
  }
  show({ lines: toLines(await ask('cart', { cart })) });
};
/** What a change was answered with becomes what is shown; what says little is followed by a question. */
const take = async (answer) => {
  const told = answer[traits.nouns[1]] ? answer : await ask('cart', { cart });
  show({ lines: toLines(told) });
};
/** Draws a change before it is answered, where the app does so, and takes it back where it is refused. */
const changeTo = async (lines, act) => {
  const before = state.lines;
  if (traits.isOptimistic) show({ lines });
  try {
    const answer = await act();
    if (isKept) {
      kept.write(lines);
      show({ lines });
    } else await take(answer);
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    show({ lines: before });
    tell(error.message, true);
    return false;
  }
};

export const add = async ({ name, slug }, { id: variantId, title: size, price }) => {
  const quantity = state.wanted;
  const old = state.lines.find((line) => line.variantId === variantId);
  const line = {
    id: `line-${variantId}`,
    variantId,
    name,
    slug,
    size,
    price,
    quantity: (old?.quantity ?? 0) + quantity,
  };
  const lines = old ? state.lines.map((one) => (one === old ? line : one)) : [...state.lines, line];
  if (traits.feedback === 'drawer' && traits.isOptimistic) show({ drawer: true });
  const isTaken = await changeTo(lines, () =>
    isKept ? ask('stock', { variantId }) : ask('add', { cart, variantId, quantity }),
  );
  if (!isTaken) return show({ drawer: false });
  if (traits.feedback === 'drawer') show({ drawer: true });
  if (traits.feedback === 'toast') tell(words.added);
  if (traits.feedback === 'label') {
    show({ label: `✓ ${words.added}` });
    setTimeout(() => show({ label: undefined }), 2500);
  }
};
export const remove = (line) =>
  changeTo(
    state.lines.filter((other) => other !== line),
    async () => (isKept ? undefined : ask('remove', { cart, lineId: line.id })),
  );
export const change = (line, quantity) =>
  changeTo(
    state.lines.map((other) => (other === line ? { ...line, quantity } : other)),
    async () => {
      if (isKept && quantity > 3) throw new Refused(words.soldOut);
      return isKept ? undefined : ask('change', { cart, lineId: line.id, quantity });
    },
  );

export const wish = async ({ id }) => {
  show({ wished: true });
  await ask('wish', { productId: id });
};
export const search = (event) => {
  event.preventDefault();
  go(`${paths.search}?q=${encodeURIComponent(event.target.q.value)}`);
};
export const redeem = async (event) => {
  event.preventDefault();
  const code = event.target.code.value;
  await ask('coupon', { cart: cart ?? 'none', code }).catch(({ message }) => tell(message, true));
};
export const subscribe = async (event) => {
  event.preventDefault();
  await ask('subscribe', { email: event.target.email.value });
  event.target.reset();
  show({ isSubscribed: true });
};

export const place = async (method) => {
  show({ isPaying: true, failure: undefined });
  const lines = isKept ? state.lines.map(({ variantId, quantity }) => ({ variantId, quantity })) : undefined;
  try {
    const { redirect } = await ask('place', { cart: cart ?? 'none', method, ...(lines && { lines }) });
    kept.write([]);
    cart = undefined;
    localStorage.removeItem('cart-id');
    await go(redirect);
    await open();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    show({ failure: error.message });
  } finally {
    show({ isPaying: false });
  }
};
const told = {};
export const stepOn = async (event, at, isLast) => {
  event.preventDefault();
  const { elements } = event.target;
  const fields = Object.fromEntries(new FormData(event.target));
  const needed = [...elements].map(({ name }) => name).filter(Boolean);
  const missing = needed.find((name) => !fields[name]);
  if (missing) return show({ failure: `* ${missing}` });
  Object.assign(told, fields);
  const { email, name, street, zip, city, shipping, payment } = told;
  if (!isKept && at === 0) await ask('address', { cart, email, name, street, zip, city });
  if (!isKept && (at === 1 || isLast) && fields.shipping) await ask('shipping', { cart, method: shipping });
  if (isLast) return place(payment);
  show({ failure: undefined });
  if (traits.checkout === 'routes') return go(paths.steps[at + 1]);
  show({ step: at + 1 });
};

root.append(h('div', as('app')));
listen(root);
addEventListener(traits.routes === 'hash' ? 'hashchange' : 'popstate', arrive);
open();
arrive();
if (here() === paths.home && !sessionStorage.getItem('popup')) {
  sessionStorage.setItem('popup', 'seen');
  setTimeout(() => show({ popup: true }), 600);
}
