import { readFileSync } from 'node:fs';
import type { MiddlewareHandler } from 'hono';
import type { Page } from 'playwright-core';
import type { Truth } from './platform.ts';

// What the single-page shops of the benchmark share.

export interface Good {
  /** Each would be right as `item_id`: the product's, its variant's, its stock number. */
  ids: string[];
  name: string;
  /** In minor units, as the shopper pays it. */
  price: number;
  /** What it cost before the sale. */
  was?: number;
}

/** How many minor units make one of a currency: 100 for EUR, 1 for JPY. */
export const unitsOf = (currency: string): number =>
  10 ** (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2);

/** A truth about pieces of goods: its value is price x quantity, summed. */
export const pieces = (name: string, currency: string, ...lines: [Good, number][]): Truth => ({
  name,
  currency,
  value: lines.reduce((sum, [{ price }, quantity]) => sum + price * quantity, 0) / unitsOf(currency),
  items: lines.map(([{ ids, name, price }, quantity]) => ({
    item_id: ids,
    item_name: name,
    price: price / unitsOf(currency),
    quantity,
  })),
});

/** A truth whose goods go by their names alone: no id is told where it happened. */
export const byName = ({ items = [], ...truth }: Truth): Truth => ({
  ...truth,
  items: items.map(({ item_id: _, ...told }) => told),
});

export const optional = (truth: Truth): Truth => ({ ...truth, optional: true });

/** A platform's script for the page, plain and unbundled. It stands beside the platform. */
export const clientOf = (id: string): string =>
  readFileSync(new URL(`./platforms/${id}.client.js`, import.meta.url), 'utf8');

/** JSON that may stand inside a script element. */
export const inline = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** Every answer takes a while, as a backend's does. */
export const slowly =
  (ms: number): MiddlewareHandler =>
  async (_, next) => {
    await new Promise((done) => setTimeout(done, ms));
    await next();
  };

/** Waits for text inside an element. */
export const says = (tab: Page, selector: string, text: string) =>
  tab.locator(selector, { hasText: text }).first().waitFor();
