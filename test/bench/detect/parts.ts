import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Page } from 'playwright-core';
import type { Step, Truth } from './platform.ts';
import { unitsOf } from './spa.ts';

export interface Product {
  id: string;
  sku: string;
  /** What else would be right as `item_id`: the product's own, where `id` is a variant's. */
  others?: string[];
  name: string;
  slug: string;
  /** In minor units. */
  price: number;
  soldOut?: boolean;
}

/** A product of one variant. `price` is in minor units. */
export const good = (id: string, sku: string, name: string, slug: string, price: number, soldOut = false): Product => ({
  id,
  sku,
  name,
  slug,
  price,
  soldOut,
});

export interface Line {
  product: Product;
  quantity: number;
}

/** Carts by the shopper's cookie, as every server-side shop keeps them. */
export const createCarts = <T>(create: () => T, cookie = 'sid') => {
  const carts = new Map<string, T>();
  let next = 1;
  return (context: Context): T => {
    const sid = getCookie(context, cookie) ?? `s${next++}`;
    setCookie(context, cookie, sid, { path: '/' });
    if (!carts.has(sid)) carts.set(sid, create());
    return carts.get(sid)!;
  };
};

export const add = (lines: Line[], product: Product, quantity: number): Line => {
  const known = lines.find((line) => line.product === product);
  if (known) known.quantity += quantity;
  else lines.push({ product, quantity });
  return known ?? lines[lines.length - 1]!;
};

export const sumOf = (lines: Line[]): number =>
  lines.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0);

/** What a truth says of pieces of a product. */
export const item = ({ id, sku, others = [], name, price }: Product, quantity = 1, units = 100) => ({
  item_id: [id, sku, ...others],
  item_name: name,
  price: price / units,
  quantity,
});

/** A truth about pieces of products: their value is price x quantity. */
export const pieces = (name: string, currency: string, ...lines: [Product, number][]): Truth => ({
  name,
  currency,
  value: lines.reduce((sum, [{ price }, quantity]) => sum + price * quantity, 0) / unitsOf(currency),
  items: lines.map(([product, quantity]) => item(product, quantity, unitsOf(currency))),
});

/** An order of `pieces`, with the grand total as charged. `charged` is in minor units. */
export const order = (
  currency: string,
  charged: { id: string; total: number; shipping?: number; tax?: number },
  ...lines: [Product, number][]
): Truth => {
  const { id, ...amounts } = charged;
  const told = Object.entries(amounts).map(([name, amount]) => [name, amount / unitsOf(currency)]);
  const { total, ...rest } = Object.fromEntries(told) as { total: number };
  return { ...pieces('purchase', currency, ...lines), ...rest, value: total, transaction_id: id };
};

export const optional = (name: string): Truth => ({ name, optional: true });

/** Submits and waits for the page that follows. */
export const follow = async (tab: Page, act: () => Promise<unknown>): Promise<void> => {
  await Promise.all([tab.waitForNavigation({ waitUntil: 'load' }), act()]);
};

export const step = (name: string, act: Step['act'], ...truth: Truth[]): Step => ({ name, act, truth });

/** Presses what leads to another page. */
export const press = (selector: string) => (tab: Page) => follow(tab, () => tab.click(selector));

/** Presses what stays on the page, and waits until it shows what came of it. */
export const until = (selector: string, shown: string) => async (tab: Page) => {
  await tab.click(selector);
  await tab.waitForSelector(shown);
};

/** Fills fields by their selectors, then acts. */
export const fill = (fields: Record<string, string>, then: Step['act']) => async (tab: Page) => {
  for (const [selector, text] of Object.entries(fields)) await tab.fill(selector, text);
  await then(tab);
};

/** How a shop prints minor units. */
export const printer = (locale: string, currency: string, options?: Intl.NumberFormatOptions) => {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, ...options });
  return (amount: number) => format.format(amount / unitsOf(currency));
};

/** The page's `ajax(method, url, body, done)`, as jQuery asks: a string is a form, JSON comes parsed whatever its type. */
export const AJAX = `const ajax = (method, url, body, done) => {
  const xhr = new XMLHttpRequest();
  xhr.open(method, url);
  xhr.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  if (typeof body === 'string') xhr.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded; charset=UTF-8');
  xhr.onload = () => { let data = xhr.responseText; try { data = JSON.parse(data); } catch {} done(data, xhr.status); };
  xhr.send(body ?? null);
};`;

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
