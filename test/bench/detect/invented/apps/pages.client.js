import { add, go, place, redeem, search, show, state, stepOn, subscribe, wish } from './app.client.js';
import { fee, paths, traits, words } from './ask.client.js';
import {
  adder,
  as,
  cards,
  chooser,
  field,
  heading,
  icon,
  link,
  money,
  picture,
  price,
  rows,
  stepper,
  sumOf,
  sums,
  waiting,
  wholeSums,
} from './parts.client.js';
import { h } from './tree.client.js';

// The pages, by route; each is drawn from what was asked for it.
const couponForm = () =>
  h(
    'form',
    as('coupon', { onsubmit: redeem }),
    h('input', { name: 'code', 'aria-label': 'Code' }),
    h('button', as('step', { type: 'submit', at: 'redeem' }), words.coupon),
  );
const noCart = () => h('p', as('empty'), words.empty);
const expressButton = () =>
  traits.checkout === 'express'
    ? h(
        'button',
        as('express', { 'aria-label': 'Q Pay', onclick: () => show({ sheet: true }), at: 'express' }),
        'Q Pay',
      )
    : undefined;
export const cartBody = () => {
  const { lines } = state;
  if (!lines.length) return [noCart()];
  return [
    rows(lines),
    couponForm(),
    sums([words.subtotal, sumOf(lines)]),
    traits.checkout === 'express'
      ? expressButton()
      : link(
          traits.checkout === 'routes' ? paths.steps[0] : paths.checkout,
          as('button', { at: 'checkout' }),
          words.checkout,
        ),
  ];
};

export const productPage = (product) => {
  const { name, variants } = product;
  const variant = variants.find(({ id }) => id === state.chosen) ?? variants[0];
  const label = state.label ?? words.add;
  return [
    h('img', { src: 'data:,', alt: name }),
    h(
      'section',
      as('detail'),
      heading(name),
      price(variant.price),
      variants.length > 1 && chooser(variants, variant, ({ id }) => show({ chosen: id })),
      traits.stepper !== 'none' && stepper(state.wanted, (wanted) => show({ wanted }), 'wanted'),
      adder(label, () => add(product, variant)),
      traits.checkout === 'express' && h('button', as('express', { 'aria-label': 'Q Pay' }), 'Q Pay'),
      icon(words.wish, () => wish(product), { at: 'wish', 'aria-pressed': `${state.wished}` }),
      h('details', as('more'), h('summary', { at: 'details' }, 'Details'), h('p', {}, 'Made by hand.')),
    ),
    h(
      'section',
      as('others'),
      h('h2', as('subtitle'), '★'),
      cards(state.others.filter((other) => other.name !== name)),
    ),
  ];
};

export const listPage = ({ products }) => {
  const sort = ({ target }) => go(`${paths.list}?sort=${target.value}`, 'replace');
  return [
    heading('Shop'),
    h(
      'select',
      { 'aria-label': '↑↓', onchange: sort, at: 'sort' },
      h('option', { value: 'up' }, '↑'),
      h('option', { value: 'down' }, '↓'),
    ),
    h('label', as('filter'), h('input', { type: 'checkbox', at: 'filter', onchange: () => show({}) }), 'Haus'),
    cards(products),
  ];
};

const address = () => [
  field('email', 'email', 'email'),
  field('name', 'name'),
  field('street', 'street-address'),
  field('zip', 'postal-code'),
  field('city', 'address-level2'),
];
const choice = (name, value, label) =>
  h('label', as('choice'), h('input', { type: 'radio', name, value, at: `${name} ${value}` }), label);
const shippings = () => [
  choice('shipping', 'post', `Post ${money(fee)}`),
  choice('shipping', 'shop', 'Click & Collect'),
];
const payments = () => [choice('payment', 'card', 'Card'), choice('payment', 'later', 'Q Pay')];
const failure = () => state.failure && h('p', as('failure', { role: 'alert' }), state.failure);
export const checkoutPage = (at) => {
  const { lines } = state;
  const isWhole = traits.checkout === 'one form';
  const parts = isWhole ? [[...address(), ...shippings(), ...payments()]] : [address(), shippings(), payments()];
  const isLast = at === parts.length - 1;
  return [
    heading(words.checkout),
    h(
      'form',
      as('step', { key: `step ${at}`, novalidate: true, onsubmit: (event) => stepOn(event, at, isLast) }),
      ...parts[at],
      failure(),
      h(
        'button',
        as('button', { type: 'submit', at: 'next', disabled: state.isPaying === true }),
        isLast ? words.order : '→',
      ),
    ),
    h('aside', as('summary'), rows(lines, true), wholeSums(lines)),
  ];
};
const sheet = () =>
  h(
    'div',
    as('sheet', { role: 'dialog', 'aria-label': 'Q Pay' }),
    h('p', {}, 'Ada · Long Lane 1 · 12345'),
    wholeSums(state.lines),
    failure(),
    icon('×', () => show({ sheet: false, failure: undefined }), { at: 'close sheet' }),
    h('button', as('button', { onclick: () => place('express'), at: 'pay' }), words.order),
  );

const named = (number) => {
  const { confirmation } = traits;
  if (confirmation === 'row') return h('dl', as('row'), h('dt', {}, words.number), h('dd', {}, number));
  if (confirmation === 'sentence') return h('p', as('text'), `${words.number}: `, h('strong', {}, number), '.');
  return confirmation === 'heading' ? h('h2', as('subtitle'), `${words.number} #${number}`) : undefined;
};
export const thanksPage = ({ number, lines }) => [
  heading(words.thanks),
  named(number),
  traits.isTotalTold && h('section', as('summary'), rows(lines, true), wholeSums(lines)),
  link(paths.home, as('button'), words.more),
];
export const orderPage = (order) =>
  traits.account === 'thanks'
    ? thanksPage(order)
    : [
        heading(`${words.number} ${order.number}`),
        h('p', {}, order.at),
        rows(order.lines, true),
        wholeSums(order.lines),
      ];
export const ordersPage = ({ orders }) => [
  heading('Account'),
  h(
    'ul',
    as('orders'),
    ...orders.map(({ number, at, total }) =>
      h(
        'li',
        {},
        link(`${paths.orders}/${number}`, { at: `order ${number}` }, `${number} · ${at}`),
        h('span', {}, money(total)),
      ),
    ),
  ),
];

const drawer = () =>
  h(
    'div',
    as('drawer', { role: 'dialog', 'aria-modal': 'true', 'aria-label': words.cart, at: 'drawer' }),
    icon('×', () => show({ drawer: false }), { at: 'close drawer' }),
    h('h2', as('subtitle'), words.cart),
    ...cartBody(),
  );
const menu = () =>
  h(
    'nav',
    as('menu', { 'aria-label': 'Menu', at: 'menu' }),
    icon('×', () => show({ menu: false }), { at: 'close menu' }),
    link(paths.list, {}, 'Shop'),
  );
const popup = () =>
  h(
    'div',
    as('popup', { role: 'dialog', 'aria-label': 'Newsletter', at: 'popup' }),
    h('p', {}, '−10 %'),
    h('form', { onsubmit: subscribe }, h('input', { type: 'email', name: 'email' }), h('button', {}, words.subscribe)),
    icon('×', () => show({ popup: false }), { at: 'close popup' }),
  );

const header = () => {
  const pieces = state.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const badge = pieces && traits.feedback !== 'label' ? h('span', as('badge'), `${pieces}`) : undefined;
  const bag = picture();
  return h(
    'header',
    as('header'),
    link(paths.home, as('logo', { at: 'logo' }), 'Haus & Hafen'),
    icon('Menu', () => show({ menu: true }), { at: 'open menu' }),
    link(paths.list, { at: 'list' }, 'Shop'),
    h(
      'form',
      { role: 'search', onsubmit: search },
      h('input', { type: 'search', name: 'q', placeholder: words.search, at: 'query' }),
    ),
    link(paths.orders, { 'aria-label': 'Account', at: 'account' }, picture()),
    traits.cart === 'page'
      ? link(paths.cart, as('icon', { 'aria-label': words.cart, at: 'cart' }), bag, badge)
      : h(
          'button',
          as('icon', { 'aria-label': words.cart, at: 'cart', onclick: () => show({ drawer: true }) }),
          bag,
          badge,
        ),
  );
};
const footer = () =>
  h(
    'footer',
    as('footer'),
    h(
      'form',
      { onsubmit: subscribe },
      h('label', {}, 'Newsletter ', h('input', { type: 'email', name: 'email', at: 'footer email' })),
      h('button', as('step', { at: 'subscribe' }), words.subscribe),
    ),
    state.isSubscribed && h('p', { role: 'status' }, '✓ Thank you for subscribing'),
  );

/** All that stands in the page. */
export const drawAll = () =>
  h(
    'div',
    as('app'),
    header(),
    h('main', { key: state.route }, ...(state.page ? state.page() : [waiting()])),
    footer(),
    state.drawer && drawer(),
    state.menu && menu(),
    state.popup && popup(),
    state.sheet && sheet(),
    state.toast &&
      h('div', as('toast', { role: state.toast.isBad ? 'alert' : 'status', at: 'toast' }), state.toast.text),
  );
