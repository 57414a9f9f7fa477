import type { Hono } from 'hono';
import type { Page } from 'playwright-core';

/** How an add to the cart travels: what a page's script can see of it. */
export type Family = 'native' | 'intercepted' | 'api' | 'opaque';

/** A shop platform, rebuilt from facts about it and never from what a detector would like to see. */
export interface Platform {
  /** As its makers write it. */
  name: string;
  family: Family;
  /** Hosts beside the shop's own, each an origin of its own (another site, as a payment provider is). */
  hosts?: string[];
  /** A fresh shop. `tag` is the script tag that the platform's pages carry in their head. */
  open(origins: Origins, tag: string): Shop;
}

/** `http://shop.localhost:1234` and the like, by host name; `shop` is always there. */
export type Origins = Record<string, string> & { shop: string };

export interface Shop {
  /** What answers on each host. Carts live on the server by cookie, or in the page where the platform keeps them there. */
  apps: Record<string, Hono> & { shop: Hono };
  /** From the landing to the purchase, with the platform's traps on the way. The tab starts at about:blank. */
  walk: Step[];
}

export interface Step {
  /** What the shopper does, in words: `adds the mug`, `types a coupon that is refused`. */
  name: string;
  /** Resolves once the shopper sees what came of it. */
  act(tab: Page): Promise<unknown>;
  /** All that has then really happened. Empty: a negative. */
  truth: Truth[];
}

/** A milestone as GA4 names it, with every field that the page, the request or its answer told. Left out: not told. */
export interface Truth {
  name: string;
  /** `purchase`: the grand total as charged. Otherwise price x quantity, summed. */
  value?: number;
  currency?: string;
  /** Several where the shop itself calls one order by several. */
  transaction_id?: string | string[];
  tax?: number;
  shipping?: number;
  form_kind?: string;
  /** `quantity` is what was added or removed, not what the line then holds. */
  items?: { item_id?: string | string[]; item_name?: string; price?: number; quantity?: number }[];
  /** Right either way: whether it counts is a matter of taste. */
  optional?: boolean;
}
