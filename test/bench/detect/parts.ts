import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Page } from 'playwright-core';
import type { Truth } from './platform.ts';

export interface Product {
  id: string;
  sku: string;
  name: string;
  slug: string;
  /** In minor units. */
  price: number;
  soldOut?: boolean;
}

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
export const item = ({ id, sku, name, price }: Product, quantity = 1) => ({
  item_id: [id, sku],
  item_name: name,
  price: price / 100,
  quantity,
});

/** A truth about pieces of products: their value is price x quantity. */
export const pieces = (name: string, currency: string, ...lines: [Product, number][]): Truth => ({
  name,
  currency,
  value: lines.reduce((sum, [{ price }, quantity]) => sum + price * quantity, 0) / 100,
  items: lines.map(([product, quantity]) => item(product, quantity)),
});

export const optional = (name: string): Truth => ({ name, optional: true });

/** Submits and waits for the page that follows. */
export const follow = async (tab: Page, act: () => Promise<unknown>): Promise<void> => {
  await Promise.all([tab.waitForNavigation({ waitUntil: 'load' }), act()]);
};

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
