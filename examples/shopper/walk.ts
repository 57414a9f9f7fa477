import type { Page } from 'playwright-core';

/** What a simulated shopper truly did, by its own knowledge: the measure for what was tracked. */
export interface Walk {
  landing: Landing;
  /** Slugs of the products whose page was shown, in order, each time anew: also after a form that led back to it. */
  viewed: string[];
  /** What the shop took into the cart. */
  added: Piece[];
  /** What left the cart, by removal or by quantity 0. */
  removed: Piece[];
  /** Presses on an add button that the shop refused. */
  refusedAdds: number;
  /** Whether the cart page was opened. */
  cart: boolean;
  /** What the shopper signed up for or asked, if anything. */
  lead?: 'newsletter' | 'contact' | 'registration';
  /** Whether the first step of checkout was reached. */
  checkout: boolean;
  /** The order number, as the confirmation page names it. */
  order?: string;
}

/** How the shopper came: by a link with a campaign on it, from another site, or directly. */
export type Landing =
  | { kind: 'campaign'; utm: { source: string; medium: string; campaign: string } }
  | { kind: 'referrer'; referrer: string }
  | { kind: 'direct' };

export interface Piece {
  sku: string;
  quantity: number;
}

/** How likely a shopper is to go on, each from 0 to 1, given that the step before was taken. */
export interface Habits {
  /** Opens a product. */
  view: number;
  /** Puts something into the cart. */
  add: number;
  /** Goes to checkout. */
  checkout: number;
  /** Completes it. */
  buy: number;
  /** Does one of the side steps: search, coupon, quantity, newsletter, the sold-out product. Each is drawn on its own. */
  wander: number;
}

/** Walks one shopper through a shop. All that is left to chance comes from `random`, so that a seed repeats the walk. */
export type Walker = (page: Page, shopUrl: string, how: { random: () => number; habits: Habits }) => Promise<Walk>;

/** Of 100 shoppers about 70 view a product, 35 add, 20 begin checkout and 12 buy. */
export const usualHabits: Habits = { view: 0.7, add: 0.5, checkout: 0.57, buy: 0.6, wander: 0.25 };
