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
  pieces,
  press,
  printer,
  step,
  sumOf,
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { clientOf } from '../spa.ts';

/** A variant: its product has a number of its own. */
const variant = (id: string, sku: string, name: string, price: number, more: object = {}) => ({
  ...good(id, sku, name, name.toLowerCase().replaceAll(' ', '-'), price),
  others: [id.slice(0, 1)],
  stock: 500,
  ...more,
});
type Variant = ReturnType<typeof variant> & { was?: number; size?: string };
const boots: Variant = variant('21', 'DB-0041', 'Desert Boots', 9000, { was: 12_000 });
const shirtS: Variant = variant('31', 'LS-0012-S', 'Linen Shirt', 4500, { size: 'Small' });
const shirtM: Variant = variant('32', 'LS-0012-M', 'Linen Shirt', 4700, { size: 'Medium' });
const belt: Variant = variant('41', 'BLT-07', 'Leather Belt', 2900, { stock: 0 });
const beanie: Variant = variant('51', 'WB-0003', 'Wool Beanie', 1650, { stock: 2 });
const tote: Variant = variant('61', 'TOTE-04', 'Canvas Tote', 1800);
const variants = [boots, shirtS, shirtM, belt, beanie, tote];
const shown = variants.filter((one) => one !== shirtM);
const byId = (id: unknown) => variants.find((one) => one.id === `${id}`)!;
const SHIPPING = 500;
const REFERENCE = '00000042';
const money = printer('en-GB', 'GBP');
const COLLECTIONS = { sale: 'Sale', clothing: 'Clothing', accessories: 'Accessories' };
const ADDRESS = ['first_name', 'last_name', 'line_one', 'country_id', 'city', 'postcode', 'contact_email'];

interface Cart {
  lines: Line[];
  address?: Record<string, string>;
  isSent?: boolean;
  ordered?: Line[];
  declines: number;
}

const bill = (lines: Line[], isSent = true) => {
  const net = sumOf(lines) + (isSent ? SHIPPING : 0);
  const tax = Math.round(net * 0.2);
  return { tax, total: net + tax };
};

// What a component keeps travels with it as a snapshot: lists and models are pairs of a value and what it is.
// biome-ignore lint/suspicious/noExplicitAny: a component keeps whatever it likes
type Kept = any;
type Data = Record<string, Kept>;
const isPair = (value: Kept) => Array.isArray(value) && value.length === 2 && value[1]?.s !== undefined;
const wrap = (value: Kept): Kept => {
  if (isPair(value)) return value;
  if (Array.isArray(value)) return [value.map(wrap), { s: 'arr' }];
  if (!value || typeof value !== 'object') return value;
  return [Object.fromEntries(Object.entries(value).map(([key, one]) => [key, wrap(one)])), { s: 'arr' }];
};
const unwrap = (value: Kept): Kept => {
  if (!isPair(value)) return value;
  const [own, { s }] = value;
  if (s === 'mdl') return value;
  return Array.isArray(own)
    ? own.map(unwrap)
    : Object.fromEntries(Object.entries(own).map(([key, one]) => [key, unwrap(one)]));
};
const set = (data: Data, path: string, value: unknown) => {
  const keys = path.split('.');
  const last = keys.pop()!;
  keys.reduce((inner, key) => (inner[key] ??= {}), data)[last] = value;
};
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

interface Memo {
  id: string;
  name: string;
  children: Record<string, string>;
  errors: Record<string, string[]>;
}
interface Effects {
  dispatches?: { name: string; params: unknown[] }[];
  redirect?: string;
}
interface Component {
  listens?: string;
  mount(cart: Cart, asked: Record<string, string>): Data;
  calls?: Record<string, (data: Data, cart: Cart, memo: Memo, ...params: Kept[]) => Effects | undefined>;
  render(data: Data, cart: Cart, memo: Memo): string;
}

const svg = (path: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" class="w-4 h-4" fill="none" viewBox="0 0 24 24"><path d="${path}"/></svg>`;
const price = ({ price: amount, was }: Variant, className = '') =>
  `<p class="${className}"><span class="sr-only">Price</span> <span class="font-bold">${money(amount)}</span>
  ${was ? `<span class="text-xs text-gray-500 line-through">${money(was)}</span>` : ''}</p>`;
const card = (one: Variant) => `<a class="block group" href="/products/${one.slug}" wire:navigate>
  <div class="overflow-hidden rounded-lg aspect-w-1 aspect-h-1">
    <img class="object-cover" src="data:," alt="${one.name}"></div>
  <strong class="mt-2 text-sm font-medium">${one.name}</strong>
  <p class="mt-1 text-sm text-gray-600"><span class="sr-only">Price</span> ${price(one)}</p></a>`;
const grid = (list: Variant[]) =>
  `<div class="grid grid-cols-1 gap-8 mt-8 sm:grid-cols-2 lg:grid-cols-4">${list.map(card).join('')}</div>`;
const wide = (inner: string) => `<div class="max-w-screen-xl px-4 py-12 mx-auto sm:px-6 lg:px-8">${inner}</div>`;
const alert = (errors: string[] = []) =>
  errors.length
    ? `<div class="p-2 mt-4 text-xs font-medium text-center text-red-700 rounded bg-red-50" role="alert">${errors}</div>`
    : '';
const row = (label: string, amount: string) => `<div class="flex flex-wrap py-4">
  <dt class="w-1/2 font-medium">${label}</dt> <dd class="w-1/2 text-right">${amount}</dd></div>`;
const edit = (at: number) => `<button type="button" wire:click.prevent="$set('currentStep', ${at})"
  class="px-5 py-2 text-sm font-medium text-gray-600 rounded-lg">Edit</button>`;

const address = ({ currentStep, ...data }: Data, { errors }: Memo, type: string, at: number) => {
  const field = (label: string, name: string, isNeeded = true, kind = 'text') => `<label class="space-y-1">
    <div class="font-medium font-sm">${label} ${isNeeded ? '<small class="text-xs text-red-500">*</small>' : ''}</div>
    <input type="${kind}" class="w-full p-4 text-sm border-2 border-gray-200 rounded-lg"
      wire:model.defer="${type}.${name}" ${isNeeded ? 'required' : ''}>
    ${(errors[`${type}.${name}`] ?? []).map((error) => `<p class="my-1 text-sm text-red-500">${error}</p>`)}</label>`;
  const fields = `<div class="grid grid-cols-2 gap-4">${field('First name', 'first_name')}
    ${field('Last name', 'last_name')}</div>
    <div class="grid grid-cols-2 gap-4">${field('Contact phone', 'contact_phone', false)}
    ${field('Contact email', 'contact_email', false, 'email')}</div><hr>
    <div class="grid grid-cols-3 gap-4">${field('Address line 1', 'line_one')}
    ${field('Address line 2', 'line_two', false)}</div>
    <div class="grid grid-cols-3 gap-4">${field('City', 'city')} ${field('State / Province', 'state', false)}
    ${field('Postcode', 'postcode')}</div>
    <label><div class="font-medium font-sm">Country <small class="text-xs text-red-500">*</small></div>
    <select class="w-full p-4 text-sm" wire:model.defer="${type}.country_id"><option value>Select a country</option>
    <option value="235">United Kingdom</option><option value="236">United States</option></select></label>`;
  const given = data[type];
  const told = `<dl class="flex"><div class="w-1/2"><div class="space-y-4"><div><dt class="text-sm font-medium">Name</dt>
    <dd>${given.first_name} ${given.last_name}</dd></div><div><dt class="text-sm font-medium">Email</dt>
    <dd>${given.contact_email}</dd></div></div></div><div class="w-1/2"><dt class="text-sm font-medium">Address</dt>
    <dd>${given.line_one}<br>${given.city}<br>${given.postcode}<br>United Kingdom</dd></div></dl>`;
  return `<form wire:submit.prevent="saveAddress('${type}')" class="bg-white border border-gray-100 rounded-xl">
    <div class="flex items-center justify-between h-16 px-6 border-b border-gray-100">
      <h3 class="text-lg font-medium">${type === 'shipping' ? 'Shipping' : 'Billing'} Details</h3>
      ${type === 'shipping' && currentStep === at ? '<label class="p-2 rounded-lg"><input type="checkbox" value="1" checked wire:model.defer="shippingIsBilling"><span class="text-xs font-medium"> Same as billing</span></label>' : ''}
      ${currentStep > at ? edit(at) : ''}</div>
    ${currentStep >= at ? `<div class="p-6">${currentStep === at ? fields : told}</div>` : ''}
    ${currentStep === at ? `<div class="mt-6 text-right"><button type="submit" wire:key="submit_btn" wire:target="saveAddress" class="px-5 py-3 text-sm font-medium text-white bg-blue-600 rounded-lg"><span wire:loading.remove wire:target="saveAddress">Save Address</span> <span wire:loading wire:target="saveAddress"><svg class="w-5 h-5 animate-spin"></svg></span></button></div>` : ''}
  </form>`;
};

const shippingOption = ({ currentStep }: Data, at = 2) => `<form wire:submit.prevent="saveShippingOption"
  class="bg-white border border-gray-100 rounded-xl">
  <div class="flex items-center justify-between h-16 px-6"><h3 class="font-medium">Shipping Options</h3>
  ${currentStep > at ? edit(at) : ''}</div>
  ${
    currentStep === at
      ? `<div class="p-6"><div class="grid grid-cols-1 gap-4 sm:grid-cols-2">${[
          ['BASDEL', 'Basic Delivery', SHIPPING],
          ['EXPDEL', 'Express Delivery', 1200],
        ]
          .map(
            ([
              id,
              label,
              cost,
            ]) => `<div><input class="hidden peer" type="radio" wire:model.defer="chosenShipping" name="shippingOption"
            value="${id}" id="${id}"> <label for="${id}" class="flex items-center justify-between p-4 text-sm">
            <p>${label}</p> <p>${money(Number(cost))}</p></label></div>`,
          )
          .join('')}</div>
        <div class="mt-6 text-right"><button class="px-5 py-3 text-sm font-medium text-white bg-blue-600 rounded-lg"
          type="submit" wire:key="shipping_submit_btn"><span wire:loading.remove.delay>Choose Shipping</span></button></div></div>`
      : currentStep > at
        ? `<div class="p-6"><dl class="flex flex-wrap max-w-xs text-sm"><dt class="w-1/2 font-medium">Basic Delivery</dt>
        <dd class="w-1/2 text-right">${money(SHIPPING)}</dd></dl></div>`
        : ''
  }</form>`;

const payment = ({ currentStep, paymentType }: Data) => {
  const kind = (type: string, label: string) => `<button type="button" class="px-3 py-2 text-sm font-medium
    ${type === paymentType ? 'text-green-600 border border-green-500 bg-green-100' : 'text-gray-400 border'} rounded-lg"
    wire:click.prevent="$set('paymentType', '${type}')">${label}</button>`;
  const offline = `<form class="p-6" wire:submit.prevent="checkout">
    <div class="p-4 text-sm text-center text-blue-700 rounded-lg bg-blue-50">Payment is offline, no card details needed.</div>
    <button class="px-5 py-3 mt-4 text-sm font-medium text-white bg-blue-600 rounded-lg" type="submit"
      wire:key="payment_submit_btn"><span wire:loading.remove.delay wire:target="checkout">Submit Order</span>
    <span wire:loading.delay wire:target="checkout"><svg class="w-5 h-5 animate-spin"></svg></span></button></form>`;
  return `<div class="bg-white border border-gray-100 rounded-xl">
    <div class="flex items-center h-16 px-6"><h3 class="text-lg font-medium">Payment</h3></div>
    ${currentStep >= 4 ? `<div class="p-4 pb-0">${kind('card', 'Pay by card')} ${kind('cash', 'Pay with cash')}</div>` : ''}
    ${currentStep >= 4 && paymentType === 'cash' ? offline : ''}</div>`;
};

const contact = `<label class="space-y-1"><div class="font-medium font-sm">Email *</div>
  <input type="text" class="w-full p-4 text-sm" wire:model.live="email" required></label>
  <label class="space-y-1"><div class="font-medium font-sm">Your message *</div>
  <textarea wire:model.live="message" rows="6" placeholder="Leave a comment..."></textarea></label>
  <div class="mt-6 text-right"><button type="submit" class="py-3 px-5 text-sm font-medium">Send message</button></div>`;

const mapped = ({ lines }: Cart) =>
  lines.map(({ product, quantity }) => ({
    id: Number(product.id) + 100,
    identifier: product.sku,
    quantity,
    description: product.name,
    thumbnail: `/storage/${product.id}/small.jpg`,
    option: (product as Variant).size ?? '',
    options: (product as Variant).size ?? '',
    sub_total: money(product.price * quantity),
    unit_price: money(product.price),
  }));

const components: Record<string, Component> = {
  'components.cart': {
    listens: 'add-to-cart',
    mount: (cart) => ({ lines: mapped(cart), linesVisible: false }),
    calls: {
      __dispatch: (data, cart) => {
        data.lines = mapped(cart);
        data.linesVisible = true;
      },
      updateLines: (data, cart, memo) => {
        Object.entries<Kept>(data.lines).forEach(([at, { quantity }]) => {
          if (Number(quantity) < 1)
            memo.errors[`lines.${at}.quantity`] = [`The lines.${at}.quantity field must be at least 1.`];
        });
        if (Object.keys(memo.errors).length) return;
        Object.entries<Kept>(data.lines).forEach(([at, { quantity }]) => {
          cart.lines[Number(at)]!.quantity = Number(quantity);
        });
        data.lines = mapped(cart);
        return { dispatches: [{ name: 'cartUpdated', params: [] }] };
      },
      removeLine: (data, cart, _, id) => {
        cart.lines = cart.lines.filter(({ product }) => Number(product.id) + 100 !== Number(id));
        data.lines = mapped(cart);
      },
    },
    render: (
      { lines },
      cart,
      { errors },
    ) => `<div class="relative" x-data="{ linesVisible: $wire.entangle('linesVisible') }">
      <button class="inline-flex flex-col items-center justify-center w-16 h-16" x-on:click="linesVisible = !linesVisible">
        ${svg('M16 11V7a4 4 0 00-8 0v4')} <span class="block mt-1 text-xs font-medium">Cart</span></button>
      <div class="absolute right-0 top-auto z-50 px-6 py-8 mt-4 bg-white shadow-xl rounded-xl w-96" x-show="linesVisible"
        x-on:click.away="linesVisible = false" x-cloak>
        <button class="absolute text-gray-500 top-3 right-3" type="button" aria-label="Close"
          x-on:click="linesVisible = false">${svg('M6 18L18 6M6 6l12 12')}</button>
        <div>${lines
          .map(
            (line: Data, at: number) => `<div class="flow-root"><ul class="-my-4 overflow-y-auto divide-y max-h-96"><li>
            <div class="flex py-4" wire:key="line_${line.id}">
              <img class="object-cover w-16 h-16 rounded" src="data:,">
              <div class="flex-1 ml-4"><p class="text-sm font-medium max-w-[35ch]">${line.description}</p>
                <span class="block mt-1 text-xs text-gray-500">${line.identifier} / ${line.option}</span>
                <div class="flex items-center mt-4">
                  <input class="w-16 p-2 text-xs border rounded-lg" type="number" wire:model="lines.${at}.quantity">
                  <p class="ml-2 text-xs">@ ${line.unit_price}</p>
                  <button class="p-2 ml-auto text-gray-600 rounded-lg" type="button"
                    wire:click="removeLine('${line.id}')">${svg('M19 7l-.867 12.142A2 2 0 0116.138 21H7.862')}</button>
                </div></div></div>${alert(errors[`lines.${at}.quantity`])}</li></ul></div>`,
          )
          .join('')}
        ${lines.length ? `<dl class="pt-4 mt-6 text-sm border-t"><div class="flex items-center"><dt class="w-1/2 font-medium">Sub Total</dt> <dd class="w-1/2 text-right">${money(sumOf(cart.lines))}</dd></div></dl>` : '<p class="py-4 text-sm font-medium text-center text-gray-500">Your cart is empty</p>'}</div>
        ${
          lines.length
            ? `<div class="mt-4 space-y-4 text-sm text-center">
          <button class="block w-full p-3 text-blue-800 border rounded-lg" type="button" wire:click="updateLines">Update Cart</button>
          <a class="block w-full p-3 text-center text-white bg-blue-600 rounded-lg" href="/checkout">Checkout</a>
          <a class="inline-block text-gray-500 underline" href="/">Continue Shopping</a></div>`
            : ''
        }</div></div>`,
  },
  'components.add-to-cart': {
    mount: (_, { variant: id }) => ({
      purchasable: [null, { class: 'Lunar\\Models\\ProductVariant', key: Number(id), s: 'mdl' }],
      quantity: 1,
    }),
    calls: {
      addToCart: ({ purchasable, quantity }, cart, { errors }) => {
        const one = byId(purchasable[1].key);
        const inCart = cart.lines.find(({ product }) => product === one)?.quantity ?? 0;
        if (!(Number(quantity) >= 1)) errors.quantity = ['The quantity field must be at least 1.'];
        else if (one.stock - inCart < quantity) errors.quantity = ['The quantity exceeds the available stock.'];
        if (errors.quantity) return;
        add(cart.lines, one, Number(quantity));
        return { dispatches: [{ name: 'add-to-cart', params: [] }] };
      },
    },
    render: (_, __, { errors }) => `<div><div class="flex gap-4"><div>
      <label for="quantity" class="sr-only">Quantity</label>
      <input class="w-16 px-1 py-4 text-sm text-center border rounded-lg no-spinners" type="number" id="quantity" min="1"
        value="1" wire:model="quantity"></div>
      <button type="submit" class="w-full px-6 py-4 text-sm font-medium text-center text-white bg-indigo-600 rounded-lg"
        wire:click.prevent="addToCart">Add to Cart</button></div>${alert(errors.quantity)}</div>`,
  },
  'product-page': {
    mount: (_, { slug }) => {
      const { id, size } = variants.find((one) => one.slug === slug)!;
      return { slug, selectedOptionValues: size ? { 1: Number(id) } : {} };
    },
    render: ({ slug, selectedOptionValues }, cart, memo) => {
      const own = variants.filter((one) => one.slug === slug);
      const one = own.find(({ id }) => id === `${selectedOptionValues[1]}`) ?? own[0]!;
      const images = [1, 2, 3].map(
        (at) =>
          `<div wire:key="image_${at}"><img class="object-cover rounded-xl" src="data:,${at}" alt="${one.name}"></div>`,
      );
      return `<section>${wide(`<div class="grid items-start grid-cols-1 gap-8 md:grid-cols-12">
        <div class="grid grid-cols-2 gap-4 md:col-span-7"><div class="aspect-w-1"><img class="object-cover rounded-xl"
          src="data:," alt="${one.name}"></div><div class="grid grid-cols-2 gap-4">${images.join('')}</div></div>
        <div class="md:col-span-5 md:py-12 md:sticky md:top-0">
          <div class="flex justify-between"><div><h1 class="text-3xl font-bold">${one.name}</h1>
            <p class="mt-1 text-sm text-gray-500">${one.sku}</p></div> ${price(one, 'ml-4 font-medium')}</div>
          <article class="mt-4 text-gray-700"><p>Made to last, from stock of a small mill.</p></article>
          <form class="mt-4"><div class="space-y-4">${
            one.size
              ? `<fieldset><legend class="text-xs font-medium text-gray-700">Size</legend>
            <div class="flex flex-wrap gap-2 mt-2 text-xs tracking-wide uppercase">${own
              .map(
                ({
                  id,
                  size,
                }) => `<button type="button" class="px-6 py-4 font-medium border rounded-lg ${id === one.id ? 'bg-indigo-600 text-white' : ''}"
                wire:click="$set('selectedOptionValues.1', ${id})">${size}</button>`,
              )
              .join('')}</div></fieldset>`
              : ''
          }</div><div class="max-w-xs mt-8">${child('components.add-to-cart', cart, memo, `lw-${one.id}`, { variant: one.id })}</div>
          </form></div></div>`)}</section>`;
    },
  },
  'search-page': {
    mount: (_, { term = '' }) => ({ term, sort: '' }),
    render: ({ term, sort }) => {
      const list = shown.filter(({ name }) => name.toLowerCase().includes(term.toLowerCase()));
      if (sort) list.sort((one, other) => (one.price - other.price) * (sort.endsWith('desc') ? -1 : 1));
      return `<section>${wide(`<h1 class="text-3xl font-bold">Search Results for <u>${term}</u></h1>
        <div class="flex items-center space-x-2"><label for="sort" class="uppercase text-xs text-gray-500">Sort</label>
        <select wire:model.live="sort" id="sort" name="sort"><option value>Relevancy</option>
        <option value="min_price:asc">Price Asc</option><option value="min_price:desc">Price Desc</option></select></div>
        ${grid(list)}`)}</section>`;
    },
  },
  'checkout-page': {
    mount: ({ address: given, isSent }) => ({
      currentStep: !given ? 1 : isSent ? 4 : 2,
      shippingIsBilling: true,
      chosenShipping: 'BASDEL',
      paymentType: 'cash-in-hand',
      shipping: given ?? Object.fromEntries(ADDRESS.map((name) => [name, null])),
      billing: given ?? Object.fromEntries(ADDRESS.map((name) => [name, null])),
      payment_intent: null,
    }),
    calls: {
      saveAddress: (data, cart, { errors }, type) => {
        for (const name of ADDRESS.filter((one) => !data[type][one]))
          errors[`${type}.${name}`] = [`The ${type}.${name.replace('_', ' ')} field is required.`];
        if (Object.keys(errors).length) return;
        data.billing = data.shipping;
        cart.address = data.shipping;
        data.currentStep = cart.isSent ? 4 : 2;
      },
      saveShippingOption: (data, cart) => {
        cart.isSent = true;
        data.currentStep = 4;
      },
      checkout: (_, cart) => {
        if (cart.declines-- <= 0) cart.ordered = cart.lines;
        return { redirect: '/checkout/success?cartId=4' };
      },
    },
    render: (data, { lines, isSent }, memo) => {
      const { tax, total } = bill(lines, isSent);
      const summary = lines.map(
        ({
          product,
          quantity,
        }) => `<div class="flex items-center py-4" wire:key="cart_line_${Number(product.id) + 100}">
        <img class="object-cover w-16 h-16 rounded" src="data:,"><div class="flex-1 ml-4">
        <p class="text-sm font-medium max-w-[35ch]">${product.name}</p> <span class="block mt-1 text-xs text-gray-500">
        ${quantity} @ ${money(product.price * quantity)}</span></div></div>`,
      );
      return `<div>${wide(`<div class="grid grid-cols-1 gap-8 lg:grid-cols-3 lg:items-start">
        <div class="px-6 py-8 space-y-4 bg-white border lg:sticky lg:top-8 rounded-xl lg:order-last">
          <h3 class="font-medium">Order Summary</h3>
          <div class="flow-root"><div class="-my-4 divide-y divide-gray-100">${summary.join('')}</div></div>
          <div class="flow-root"><dl class="-my-4 text-sm divide-y divide-gray-100">
            ${row('Sub Total', money(sumOf(lines)))} ${isSent ? row('Basic Delivery', money(SHIPPING)) : ''}
            ${row('VAT', money(tax))} ${row('Total', money(total))}</dl></div></div>
        <div class="space-y-6 lg:col-span-2">${address(data, memo, 'shipping', 1)} ${shippingOption(data)}
          ${address(data, memo, 'billing', 3)} ${payment(data)}</div></div>`)}</div>`;
    },
  },
};

let mounted = 0;
const snapshotOf = (data: Data, memo: Memo) =>
  JSON.stringify({
    data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, wrap(value)])),
    memo: {
      ...memo,
      errors: Object.keys(memo.errors).length ? memo.errors : [],
      path: '/',
      method: 'GET',
      scripts: [],
      assets: [],
      locale: 'en',
    },
    checksum: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  });
const rooted = (html: string, attributes: string) => html.trim().replace(/^<\w+/, (tag) => `${tag} ${attributes}`);
/** A component on a fresh page: its root carries what it keeps. */
const mount = (name: string, cart: Cart, asked: Record<string, string> = {}) => {
  const { listens, mount: start, render } = components[name]!;
  const memo: Memo = { id: `Xq7k${mounted++}`, name, children: {}, errors: {} };
  const data = start(cart, asked);
  const html = render(data, cart, memo);
  const effects = escaped(JSON.stringify(listens ? { listeners: [listens] } : []));
  const root = `wire:snapshot="${escaped(snapshotOf(data, memo))}" wire:effects="${effects}" wire:id="${memo.id}"`;
  return { id: memo.id, html: rooted(html, root) };
};
/** One that its parent has shown before stays as it is: the parent only says where. */
function child(name: string, cart: Cart, parent: Memo, key: string, asked: Record<string, string>): string {
  if (parent.children[key]) return `<div wire:id="${parent.children[key]}"></div>`;
  const { id, html } = mount(name, cart, asked);
  parent.children = { [key]: id };
  return html;
}

interface Asked {
  snapshot: string;
  updates: Record<string, unknown>;
  calls: { path: string; method: string; params: unknown[] }[];
}
/** Livewire's one address: what is asked of a component, and the component as it then is. */
const update = ({ snapshot, updates, calls }: Asked, cart: Cart) => {
  const { data: kept, memo } = JSON.parse(snapshot) as { data: Data; memo: Memo };
  const data = Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, unwrap(value)]));
  const { calls: known = {}, render } = components[memo.name]!;
  memo.errors = {};
  let effects: Effects = {};
  for (const [path, value] of Object.entries(updates)) set(data, path, value);
  for (const { method, params } of calls) effects = known[method]?.(data, cart, memo, ...params) ?? {};
  const html = rooted(render(data, cart, memo), `wire:id="${memo.id}"`);
  return { snapshot: snapshotOf(data, memo), effects: { returns: calls.map(() => null), html, ...effects } };
};

const platform: Platform = {
  name: 'Lunar with Livewire',
  family: 'opaque',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<Cart>(() => ({ lines: [], declines: 1 }), 'laravel_session');

    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Demo Storefront</title><meta name="description" content="Example of an e-commerce storefront built with Lunar.">
      ${tag}<style>[x-cloak],[wire\\:loading],[wire\\:loading\\.delay],.hidden{display:none}
      .sr-only{position:absolute;width:1px;height:1px;overflow:hidden}.relative{position:relative}
      .absolute.right-0{position:absolute;right:0;z-index:9;background:#fff}svg{width:1em;height:1em}</style>`;
    const scripts = `<script data-csrf="tok" data-update-uri="/livewire/update" data-navigate-once="true">{
      ${clientOf('lunar-livewire')}}</script>`;
    const page = (context: Context, inner: string) => {
      const links = Object.entries(COLLECTIONS)
        .map(
          ([slug, name]) =>
            `<a class="transition hover:opacity-75" href="/collections/${slug}" wire:navigate>${name}</a>`,
        )
        .join(' ');
      const search = `<form class="relative w-full max-w-md" action="/search"><input class="w-full pl-10 text-sm"
        type="search" name="term" placeholder="Search for products"> <button class="absolute p-2 text-gray-600">${svg('M21')}
        </button></form>`;
      return context.html(`<!DOCTYPE html><html lang="en"><head>${head}</head><body class="antialiased text-gray-900">
        <div><header class="relative border-b border-gray-100"><div class="flex items-center justify-between h-16 px-4">
        <div class="flex items-center"><a class="flex items-center flex-shrink-0" href="/" wire:navigate>
        <span class="sr-only">Home</span><svg></svg></a><nav class="hidden lg:flex" style="display:block">${links}</nav></div>
        <div class="flex items-center justify-between flex-1 ml-4 lg:justify-end">${search}
        <div class="flex items-center -mr-4">${mount('components.cart', cartOf(context)).html}</div></div></div></header></div>
        <main>${inner}</main>
        <footer class="bg-gray-50"><div class="max-w-screen-xl px-4 py-12"><p class="font-medium">Newsletter</p>
        <form class="max-w-sm mt-4"><div class="relative"><label class="sr-only" for="email"> Email </label>
        <input class="w-full py-4 pl-3 pr-16 text-sm" id="email" type="email" placeholder="Enter your email address">
        <button class="absolute p-2 text-white bg-blue-600 rounded-full" type="button">${svg('M12 19l9 2-9-18')}</button>
        </div></form><nav><a href="/about">About</a> <a href="/contact" wire:navigate>Contact</a></nav>
        <p class="pt-4 mt-4 text-sm text-gray-500 border-t">&copy; 2026 Lunar</p></div></footer>${scripts}</body></html>`);
    };

    app.get('/', (c) => {
      const carousel = (title: string, list: Variant[]) => `<section><div class="flex items-center justify-between">
        <h2 class="text-xl font-bold">${title}</h2> <a href="/collections/sale" wire:navigate>View all</a></div>
        <div class="swiper"><div class="swiper-wrapper">${list.map((one) => `<div class="swiper-slide">${card(one)}</div>`).join('')}
        </div></div></section>`;
      return page(
        c,
        `<div><section class="bg-gray-100 px-2 py-2"><p>Free delivery over £500 this week</p></section>${wide(
          `<section class="bg-white"><h1 class="text-3xl font-extrabold">The Winter Sale</h1><p class="mt-4">Up to a quarter off.</p>
          <a class="inline-block px-8 py-3 mt-8" href="/collections/sale" wire:navigate>Shop Sale</a></section>
          ${carousel('New Styles', [shirtS, tote, beanie])} ${carousel('Accessories', [belt, boots])}`,
        )}</div>`,
      );
    });
    app.get('/collections/:slug', (c) => {
      const title = COLLECTIONS[c.req.param('slug') as keyof typeof COLLECTIONS];
      return page(c, `<section>${wide(`<h1 class="text-3xl font-bold">${title}</h1>${grid(shown)}`)}</section>`);
    });
    app.get('/products/:slug', (c) => page(c, mount('product-page', cartOf(c), { slug: c.req.param('slug') }).html));
    app.get('/search', (c) => page(c, mount('search-page', cartOf(c), c.req.query()).html));
    app.get('/contact', (c) =>
      page(
        c,
        `<div class="max-w-screen-xl px-4 py-8"><section><h2 class="text-3xl font-bold">Get in touch</h2></section>
        <p class="mb-3 text-sm">Drop a message and we will get back to you very soon</p>
        <form action="#" class="space-y-4">${contact}</form></div>`,
      ),
    );
    app.get('/checkout', (c) => {
      const cart = cartOf(c);
      if (!cart.lines.length) return c.redirect('/');
      return c.html(`<!DOCTYPE html><html lang="en"><head>${head}</head><body class="antialiased text-gray-900">
        <header class="border-b border-gray-100"><div class="flex items-center h-16 px-4"><a href="/">
        <span class="sr-only">Home</span><svg></svg></a></div></header>
        <main>${mount('checkout-page', cart).html}</main>${scripts}</body></html>`);
    });
    app.get('/checkout/success', (c) => {
      const cart = cartOf(c);
      if (!cart.ordered) return c.redirect('/');
      cart.lines = [];
      return page(
        c,
        `<section class="bg-white"><div class="max-w-screen-xl px-4 py-32 mx-auto"><div class="max-w-xl mx-auto text-center">
        <h1 class="mt-8 text-3xl font-extrabold sm:text-5xl"><span class="block" role="img">🥳</span>
        <span class="block mt-1 text-blue-500">Order Successful!</span></h1>
        <p class="mt-4 font-medium sm:text-lg">Your order reference number is <strong>${REFERENCE}</strong></p>
        <a class="inline-block px-8 py-3 mt-8 text-sm font-medium text-white bg-blue-600" href="/">Back Home</a>
        </div></div></section>`,
      );
    });
    app.post('/livewire/update', async (c) => {
      const { components: asked } = (await c.req.json()) as { components: Asked[] };
      return c.json({ components: asked.map((one) => update(one, cartOf(c))), assets: [] });
    });

    const settled = (tab: Page) => tab.waitForSelector('html:not([data-busy])');
    const does = (selector: string) => async (tab: Page) => {
      await tab.click(selector);
      await settled(tab);
    };
    const shows = (selector: string, shown: string) => async (tab: Page) => {
      await does(selector)(tab);
      await tab.waitForSelector(shown);
    };
    const goes = (selector: string, heading: string) => shows(selector, `h1:has-text("${heading}")`);
    const open = (one: Variant) => async (tab: Page) => {
      await goes('nav [href="/collections/clothing"]', 'Clothing')(tab);
      await goes(`main [href="/products/${one.slug}"]`, one.name)(tab);
    };
    const drawer = '.absolute.right-0';
    const line = (one: Variant, inner: string) => `${drawer} li:has-text("${one.name}") ${inner}`;
    const adds = shows('main [type=submit]', `${drawer} >> visible=true`);
    const refused = shows('main [type=submit]', 'main [role=alert]');
    const model = (name: string) => `[wire\\:model\\.defer="shipping.${name}"]`;
    const bought: [Variant, number][] = [
      [boots, 1],
      [shirtM, 3],
      [tote, 1],
    ];
    const { tax, total } = bill(bought.map(([product, quantity]) => ({ product, quantity })));
    return {
      apps: { shop: app },
      walk: [
        step('lands on the front page', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.com/' }), {
          name: 'landing',
        }),
        step('searches', fill({ '[name=term]': 'boots' }, press('header form button'))),
        step('sorts by price', async (tab) => {
          await tab.selectOption('#sort', 'min_price:desc');
          await settled(tab);
        }),
        step(
          'opens the boots, which are on sale',
          goes('main [href="/products/desert-boots"]', 'Desert Boots'),
          pieces('view_item', 'GBP', [boots, 1]),
        ),
        step('adds them', adds, pieces('add_to_cart', 'GBP', [boots, 1]), optional('view_cart')),
        step('closes the drawer', does('[aria-label=Close]')),
        step('opens the shirt', open(shirtS), pieces('view_item', 'GBP', [shirtS, 1])),
        step('chooses a larger one', shows('text=Medium', 'main p:text-is("LS-0012-M")'), optional('view_item')),
        step('asks for none of it', fill({ '#quantity': '0' }, refused)),
        step(
          'adds two',
          fill({ '#quantity': '2' }, adds),
          pieces('add_to_cart', 'GBP', [shirtM, 2]),
          optional('view_cart'),
        ),
        step('opens the belt', open(belt), pieces('view_item', 'GBP', [belt, 1])),
        step('is told that it is gone', refused),
        step('opens the beanie', open(beanie), pieces('view_item', 'GBP', [beanie, 1])),
        step('adds it', adds, pieces('add_to_cart', 'GBP', [beanie, 1]), optional('view_cart')),
        step('asks for more than there are', fill({ '#quantity': '3' }, refused)),
        step('opens the tote', open(tote), pieces('view_item', 'GBP', [tote, 1])),
        step('adds it', adds, pieces('add_to_cart', 'GBP', [tote, 1]), optional('view_cart')),
        step(
          'would like the newsletter, whose button does nothing',
          fill({ '#email': 'a@b.example' }, does('footer button')),
        ),
        step('opens the contact form', shows('footer [href="/contact"]', 'h2:has-text("Get in touch")')),
        step(
          'writes by a form that sends nothing',
          fill(
            { 'main input': 'a@b.example', 'main textarea': 'Is the shirt true to size?' },
            does('main [type=submit]'),
          ),
          optional('form_submit'),
        ),
        step(
          'opens the drawer',
          shows('header button:has-text("Cart")', `${drawer} >> visible=true`),
          pieces('view_cart', 'GBP', [boots, 1], [shirtM, 2], [beanie, 1], [tote, 1]),
        ),
        step(
          'wants no boots, which is not how they are removed',
          fill({ [line(boots, 'input')]: '0' }, shows('text=Update Cart', `${drawer} [role=alert]`)),
        ),
        step(
          'takes three shirts',
          async (tab) => {
            await tab.fill(line(boots, 'input'), '1');
            await tab.fill(line(shirtM, 'input'), '3');
            await shows('text=Update Cart', `${drawer} dd:has-text("£265.50")`)(tab);
          },
          { ...pieces('add_to_cart', 'GBP', [shirtM, 1]), optional: true },
        ),
        step(
          'removes the beanie',
          shows(line(beanie, 'button'), `${drawer} dd:has-text("£249.00")`),
          pieces('remove_from_cart', 'GBP', [beanie, 1]),
        ),
        step('goes to checkout', press('text=Checkout'), pieces('begin_checkout', 'GBP', ...bought)),
        step(
          'forgets the e-mail address, which no mark asks for',
          fill(
            {
              [model('first_name')]: 'Ida',
              [model('last_name')]: 'Holm',
              [model('line_one')]: 'Mill Road 4',
              [model('city')]: 'Leeds',
              [model('postcode')]: 'LS1 4AP',
            },
            async (tab) => {
              await tab.selectOption('main select', '235');
              await shows('text=Save Address', 'main p.text-red-500')(tab);
            },
          ),
        ),
        step(
          'gives it',
          fill({ [model('contact_email')]: 'ida@example.com' }, shows('text=Save Address', '#BASDEL + label')),
          optional('add_shipping_info'),
        ),
        step(
          'chooses how it is sent',
          async (tab) => {
            await tab.click('[for=BASDEL]');
            await shows('text=Choose Shipping', 'text=Pay with cash')(tab);
          },
          pieces('add_shipping_info', 'GBP', ...bought),
        ),
        step('looks at the address again', shows('button:text-is("Edit") >> nth=0', model('city'))),
        step('keeps it', shows('text=Save Address', 'text=Pay with cash'), optional('add_shipping_info')),
        step(
          'chooses to pay with cash',
          shows('text=Pay with cash', 'text=Submit Order'),
          optional('add_payment_info'),
        ),
        step(
          'orders, which fails: the shop leads to its front page without a word',
          async (tab) => {
            await tab.click('text=Submit Order');
            await tab.waitForSelector('h1:has-text("Sale")');
          },
          optional('add_payment_info'),
        ),
        step(
          'goes to checkout again',
          async (tab) => {
            await shows('header button:has-text("Cart")', `${drawer} >> visible=true`)(tab);
            await press('text=Checkout')(tab);
          },
          optional('view_cart'),
          optional('begin_checkout'),
        ),
        step(
          'orders',
          async (tab) => {
            await shows('text=Pay with cash', 'text=Submit Order')(tab);
            await tab.click('text=Submit Order');
            await tab.waitForSelector('h1:has-text("Successful")');
          },
          optional('add_payment_info'),
          order('GBP', { id: REFERENCE, total, tax, shipping: SHIPPING }, ...bought),
        ),
        step('reloads', (tab) => tab.reload()),
        step('goes home', press('text=Back Home')),
        step('goes back to the confirmation', (tab) => tab.goBack()),
        step(
          'follows a bookmark to it',
          (tab) => tab.goto(`${origin}/checkout/success?cartId=4`, { referer: 'https://mail.google.com/' }),
          optional('landing'),
        ),
        step(
          'opens the empty drawer',
          shows('header button:has-text("Cart")', 'text=Your cart is empty'),
          optional('view_cart'),
        ),
      ],
    };
  },
};

export default platform;
