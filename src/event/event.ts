/**
 * The shape of one event: what happened, where, and who decided that it did. GA4's names where GA4 has them
 * (https://developers.google.com/analytics/devguides/collection/ga4/reference/events); what the site adds of its own
 * lies in `props`, so that no name of the site can shadow one of ours.
 */
export interface FunnelEvent extends EventFields {
  /** UUIDv7 (see `eventId`); for a `purchase` with a known order id a UUIDv8 (see `orderEventId`). Receivers de-duplicate on it. */
  id: string;
  /** A milestone, a signal, or a name of the site's own: 1 to 40 letters, digits and `_`, starting with a letter. */
  name: string;
  /** One page load. A UUIDv7, so that streams sort by age. */
  stream: string;
  /** 0, 1, 2 ... within the stream: a gap is a loss that can be seen. */
  seq: number;
  /** Epoch ms. Never runs backwards within a stream. */
  time: number;
  page: PageFacts;
  source?: { first: Touch; last: Touch };
  device?: { class: 'mobile' | 'tablet' | 'desktop'; language: string; viewport?: [width: number, height: number] };
  /** The site's own fields, the same on every event. */
  context?: Record<string, Json>;
  /** So far on this page. With `vitals()`. */
  vitals?: Vitals;
  /** On a `purchase`: of the page before, on which the order was placed. With `vitals()`. */
  checkout_vitals?: Vitals;
  /** On a `purchase` after a `cart_abandon`: ms since that cart was left. */
  recovered_ms?: number;
  /** The company whose account is used. With `group()`. */
  account?: string;
  /** Traffic of the site's own staff or staging hosts. */
  internal?: true;
  /** From an automated browser, a crawler, a link preview, or a page that is prerendered. With `bots()`. */
  bot?: true;
  by: Evidence;
}

/** What an event can say of its milestone. All optional: an unknown fact is absent, never guessed. */
export interface EventFields {
  /** ISO 4217. Present only when the page or the site told. */
  currency?: string;
  /** In units of `currency` (12.5, not 1250). Price x quantity, summed; for `purchase` the order's grand total as charged. */
  value?: number;
  /** What `value` of a `purchase` rests on: the order's total, or only the sum of its items. */
  value_basis?: 'total' | 'items';
  items?: Item[];
  transaction_id?: string;
  tax?: number;
  shipping?: number;
  discount?: number;
  /** Whether prices and `value` hold the tax, where the page tells. */
  prices_include_tax?: boolean;
  /** The code, where the site tells it by `track`; detection reports presence only, as `true`. */
  coupon?: string | true;
  payment_type?: string;
  shipping_tier?: string;
  search_term?: string;
  /** GA4's field on `sign_up` and `login`. */
  method?: string;
  lead_source?: string;
  item_list_id?: string;
  item_list_name?: string;
  promotion_id?: string;
  promotion_name?: string;
  /** 'newsletter', 'contact', 'quote', 'demo', 'trial', 'registration' or 'other'. */
  form_kind?: string;
  form_id?: string;
  /** Whatever else the site said with `track`. */
  props?: Record<string, Json>;
}

/** One line of a product list, cart or order. https://developers.google.com/analytics/devguides/collection/ga4/reference/events#add_to_cart_item */
export interface Item {
  item_id?: string;
  item_name?: string;
  item_variant?: string;
  item_brand?: string;
  item_category?: string;
  /** Of one piece, in units of the event's currency, as shown. */
  price?: number;
  /** For `add_to_cart` what was added, not what the line then holds. */
  quantity?: number;
  /** Further item fields, GA4's or the site's own. */
  [field: string]: string | number | boolean | undefined;
}

/** The page an event happened on. URLs and title are redacted. */
export interface PageFacts {
  url: string;
  path: string;
  title: string;
  referrer: string;
}

/** How a page felt: https://web.dev/articles/vitals. What the browser does not measure is absent. */
export interface Vitals {
  /** Largest Contentful Paint, ms. */
  lcp?: number;
  /** Interaction to Next Paint, ms. */
  inp?: number;
  /** Kind of the element that was slowest to answer: 'button', 'a', 'input' ... or 'other'. */
  inp_target?: string;
  /** Cumulative Layout Shift, a score. */
  cls?: number;
  /** What is shown came by a route change, not by a load. Where the browser does not measure those, `lcp` is the load's. */
  soft?: true;
}

/** Where a visit came from. `(direct)` and `(none)` as in GA4 when nothing tells. */
export interface Touch {
  source: string;
  medium: string;
  campaign?: string;
  term?: string;
  content?: string;
  /** Epoch ms. */
  time: number;
  /** With `attribution()`: 'paid_search', 'search', 'social', 'ai_assistant', 'email' ... */
  channel?: string;
  /** With `attribution()`: the parameter of the ad network's click id, 'gclid' for instance. */
  click_id_type?: string;
  /** The click id itself: only where the site asked for it and consent allows. */
  click_id?: string;
}

/** Why we believe that it happened. */
export interface Evidence {
  /** Strongest first: 'track', 'attribute', 'rule', 'datalayer', 'answer', 'form', 'cart', 'notice', 'page', 'jsonld' ... */
  evidence: string[];
  /** The platform whose table of facts helped, if any. */
  platform?: string;
  /** 0 to 1. */
  confidence?: number;
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
