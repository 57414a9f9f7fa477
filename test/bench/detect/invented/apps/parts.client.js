import { change, go, hrefOf, remove } from './app.client.js';
import { fee, paths, traits, units, words } from './ask.client.js';
import { h } from './tree.client.js';

// What pages are made of. Their class names say nothing, or little.
const UTILITIES = {
  title: 'text-3xl font-bold tracking-tight',
  price: 'text-xl text-gray-900',
  was: 'text-sm text-gray-500 line-through',
  button: 'inline-flex w-full items-center justify-center rounded-md bg-black px-6 py-3 text-white',
  icon: 'h-10 w-10 rounded-full hover:bg-gray-100',
  badge: 'absolute -top-1 -right-1 h-4 w-4 rounded-full bg-red-600 text-[10px] text-white',
  line: 'flex py-6 border-b',
  drawer: 'fixed inset-y-0 right-0 w-full max-w-md bg-white shadow-xl',
  toast: 'fixed bottom-4 right-4 rounded-md bg-white p-4 shadow-lg',
  wait: 'animate-pulse h-8 w-full rounded bg-gray-200',
};
const TEST_IDS = {
  title: 'product-title',
  price: 'product-price',
  button: 'primary-button',
  badge: 'cart-count',
  line: 'line-item',
  total: 'order-total',
  toast: 'toast',
};
const hash = (text) => [...text].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) % 2_176_782_336, 7).toString(36);
const CLASSES = {
  utility: (role) => UTILITIES[role] ?? 'flex items-center gap-2',
  hashed: (role) => `css-${hash(role)} e${hash(`${role}!`)}0`,
  modules: (role) => `${role[0].toUpperCase()}${role.slice(1)}_root__${hash(role).slice(0, 5)}`,
  none: () => undefined,
};
/** The attributes of a part, by what it is; `at` is for the shopper's eyes and leaves no trace in the markup. */
export const as = (role, more) => ({
  class: CLASSES[traits.classes](role),
  'data-testid': traits.hasTestIds ? TEST_IDS[role] : undefined,
  ...more,
});

const formatter = new Intl.NumberFormat(traits.locale, { style: 'currency', currency: traits.currency });
export const money = (amount) => formatter.format(amount / units);
export const heading = (text) => h(traits.heading, as('title'), text);
/** An icon; nothing says of what. */
export const picture = () => h('svg', { 'aria-hidden': 'true', width: 20, height: 20, viewBox: '0 0 20 20' });
export const icon = (label, act, more) =>
  h('button', as('icon', { 'aria-label': label, onclick: act, ...more }), picture());
export const link = (to, props, ...children) =>
  h(
    'a',
    {
      href: hrefOf(to),
      onclick: (event) => {
        event.preventDefault();
        go(to);
      },
      ...props,
    },
    ...children,
  );

/** The control that adds, in each of its guises. */
export const adder = (label, act) => {
  const props = { at: 'add', onclick: act };
  if (traits.control === 'div') return h('div', as('button', { role: 'button', tabindex: '0', ...props }), label);
  if (traits.control === 'icon') return h('button', as('button', { 'aria-label': label, ...props }), picture());
  if (traits.control === 'button') return h('button', as('button', props), h('span', {}, label));
  const submit = (event) => {
    event.preventDefault();
    act();
  };
  return h('form', { onsubmit: submit }, h('button', as('button', { type: 'submit', at: 'add' }), label));
};

export const price = (amount) => {
  if (traits.price === 'sale')
    return h('div', as('prices'), h('span', as('price'), money(amount)), h('s', as('was'), money(amount * 2)));
  if (traits.price === 'plain') return h('span', as('price'), money(amount));
  const pieces = formatter.formatToParts(amount / units).map(({ value }) => h('span', {}, value));
  return h('p', as('price'), ...pieces);
};

/** A number between two buttons. */
export const stepper = (quantity, set, name) => {
  const by = (step) => () => set(quantity + step);
  const shown =
    traits.stepper === 'field'
      ? h('input', {
          type: 'text',
          inputmode: 'numeric',
          value: quantity,
          readonly: true,
          'aria-label': words.quantity,
        })
      : h('span', as('amount'), `${quantity}`);
  return h(
    'div',
    as('stepper', { role: 'group', 'aria-label': words.quantity }),
    h('button', as('step', { 'aria-label': '−', onclick: by(-1), disabled: quantity < 2 }), '−'),
    shown,
    h('button', as('step', { 'aria-label': '+', onclick: by(1), at: `${name} more` }), '+'),
  );
};

/** Sizes to choose from. */
export const chooser = (variants, chosen, choose) => {
  if (traits.variants === 'select') {
    const options = variants.map(({ size, title, id }) =>
      h('option', { value: `${id}`, selected: id === chosen.id }, size ?? title),
    );
    const change = ({ target }) => choose(variants.find(({ id }) => `${id}` === target.value));
    return h('label', as('choice'), 'Size', h('select', { at: 'sizes', onchange: change }, ...options));
  }
  const controls = variants.map((variant) => {
    const isChosen = variant.id === chosen.id;
    const act = () => choose(variant);
    return traits.variants === 'radios'
      ? h(
          'label',
          as('choice'),
          h('input', { type: 'radio', name: 'size', checked: isChosen, onchange: act, at: `size ${variant.title}` }),
          variant.title,
        )
      : h(
          'button',
          as('choice', { 'aria-pressed': `${isChosen}`, onclick: act, at: `size ${variant.title}` }),
          variant.title,
        );
  });
  return h('div', as('choices', { role: 'group', 'aria-label': 'Size' }), ...controls);
};

const card = ({ name, slug, variants }) =>
  h(
    'li',
    as('card'),
    link(
      paths.product + slug,
      { at: `card ${slug}` },
      h('img', { src: 'data:,', alt: name }),
      h('h3', as('name'), name),
      h('span', as('price'), money(variants[0].price)),
    ),
  );
export const cards = (products) => h('ul', as('grid'), ...products.map(card));

const each = ({ price }) => h('span', as('unit'), money(price));
const sum = ({ price, quantity }) => h('span', as('sum'), money(price * quantity));
const costs = (line) => ({ each: [each(line)], sum: [sum(line)], both: [each(line), sum(line)] })[traits.row];

/** A line of the cart, to be changed, or of an order. */
const row = (line, isFixed) => {
  const { name, size, slug, quantity } = line;
  const amount = isFixed
    ? h('span', as('amount'), `${quantity} ×`)
    : stepper(quantity, (wanted) => change(line, wanted), `line ${slug}`);
  return h(
    'li',
    as('line', { key: line.id }),
    h('img', { src: 'data:,', alt: '' }),
    h('div', as('about'), link(paths.product + slug, as('name'), name), size && h('span', as('option'), size)),
    amount,
    ...costs(line),
    isFixed ? undefined : icon(words.remove, () => remove(line), { at: `remove ${slug}` }),
  );
};
export const rows = (lines, isFixed) => h('ul', as('lines'), ...lines.map((line) => row(line, isFixed)));
export const sumOf = (lines) => lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
export const sums = (...labelled) =>
  h(
    'dl',
    as('sums'),
    ...labelled.map(([label, amount], at) =>
      h('div', as('sum'), h('dt', {}, label), h('dd', at === labelled.length - 1 ? as('total') : {}, money(amount))),
    ),
  );
export const wholeSums = (lines) =>
  sums([words.subtotal, sumOf(lines)], [words.shipping, fee], [words.total, sumOf(lines) + fee]);

export const waiting = () => {
  if (traits.wait === 'nothing') return undefined;
  if (traits.wait === 'spinner') return h('div', as('wait', { role: 'status', 'aria-label': 'Loading' }), picture());
  return h('div', { 'aria-busy': 'true' }, h('div', as('wait')), h('div', as('wait')), h('div', as('wait')));
};
export const field = (name, autocomplete, type = 'text') =>
  h('label', as('field'), autocomplete, h('input', { name, type, autocomplete }));
