import type { Context } from 'hono';
import type { Accounts } from './accounts.ts';
import { type Currency, formatMoney, type Language } from './catalogue.ts';
import type { Notice, Session } from './session.ts';
import type { Cart, Store } from './store.ts';
import type { ShippingMethod } from './totals.ts';
import { type ShopWords, shopWords } from './words/words.ts';

/** What the pages carry in their head: the one line that a shop owner pastes. */
export interface Tag {
  endpoint: string;
  consent: string;
}

/** One request of one shopper: all that a page needs to be written. */
export interface Visit {
  language: Language;
  currency: Currency;
  words: ShopWords;
  session: Session;
  store: Store;
  accounts: Accounts;
  tag: Tag;
  /** Path and query after the language, '/cart'. */
  path: string;
  /** An address of the shop in the language of the visit. */
  link(path: string): string;
  money(minorUnits: number): string;
  cart(shipping?: ShippingMethod): Cart;
  tell(notice: Notice): void;
  /** Gives the session a new id. */
  renewSession(): void;
  endSession(): void;
}

export type Env = { Variables: { visit: Visit } };

type Given = Pick<
  Visit,
  'language' | 'session' | 'store' | 'accounts' | 'tag' | 'path' | 'renewSession' | 'endSession'
>;

export const createVisit = (given: Given): Visit => {
  const { language, session, store } = given;
  const { currency, customer } = session;
  return {
    ...given,
    currency,
    words: shopWords[language],
    link: (path) => `/${language}${path === '/' ? '' : path}`,
    money: (minorUnits) => formatMoney(minorUnits, currency, language),
    cart: (shipping) => store.cart(customer, currency, shipping),
    tell: (notice) => {
      session.notice = notice;
    },
  };
};

/** A posted form, field by field: a missing one is empty, and a file is none. */
export const readForm = async (c: Context<Env>): Promise<(name: string) => string> => {
  const body = await c.req.parseBody();
  return (name) => {
    const value = body[name];
    return typeof value === 'string' ? value.trim() : '';
  };
};

/** Stricter than browsers are: an address without a dot in its host is refused, which only the server then says. */
export const isEmail = (text: string): boolean => text.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);

/** The page that a form was sent from, if it is one of this shop's; never an address elsewhere. */
export const backPath = (given: string, fallback: string): string => {
  const base = 'http://shop.invalid';
  const url = URL.canParse(given, base) ? new URL(given, base) : undefined;
  return url?.origin === base && /^\/(en|de)(\/|$)/.test(url.pathname) ? url.pathname + url.search : fallback;
};
