import type { Detector } from './detect/detector.ts';
import type { Draft } from './event/draft.ts';
import type { Json, Touch } from './event/event.ts';
import { cryptoRandom, type Random } from './event/ids.ts';
import type { Rule } from './listen/rules.ts';
import { http } from './transport/http.ts';
import type { Transport } from './transport/transport.ts';
import { type Consent, type ConsentAdapter, isConsent } from './visit/consent.ts';
import { type Arrival, hostOf } from './visit/source.ts';
import type { Warn } from './warn.ts';

export interface Options {
  /** Where events go: an http(s) URL. With a `transport` of your own it only names the queue. */
  endpoint?: string;
  /** Any function that carries a batch. Default: `http(endpoint)`. */
  transport?: Transport;
  /** Required: a mode, or an adapter that tells one now and whenever it changes. A recorded decision of the visitor outweighs a mode. */
  consent: Consent | ConsentAdapter;
  /** What to watch for. Default: nothing; events come by `track` alone. */
  detect?: Detector[];
  /** Which site an order number belongs to. Default: the hostname without `www.`; set it where storefront and checkout differ. */
  site?: string;
  /** The site's own word on what means what; outweighs detection. Default: none. */
  rules?: Rule[];
  /** The site's own fields on every event, an experiment for instance. Default: none. */
  context?: () => Record<string, Json>;
  /** Sees each event, redacted, before it is kept. Returns it, changed or not; `null` drops it. Throws: dropped too. Default: keeps all. */
  beforeSend?: (event: Draft) => Draft | null;
  /** Tells the origin of a visit, given the plain one (utm parameters, else another site's referrer); undefined: direct, or within the site. Default: the plain one. See `attribution()`. */
  attribution?: (arrival: Arrival, plain: Touch | undefined) => Touch | undefined;
  /**
   * Names of query fields and of fields of events that tell nobody who someone is: kept as they are, but for e-mail
   * addresses. `search_term` has to be named here to be recorded, since it is what the shopper typed. Default: none.
   */
  allow?: string[];
  /** The domain of the visitor cookie. Default: the widest the browser accepts. */
  cookieDomain?: string;
  /** Compresses bodies, told by `gzip=1` in the query. Default: false. */
  gzip?: boolean;
  /** Epoch ms. Default: a steady clock anchored to `Date.now`. */
  now?: () => number;
  /** 0 to 1, for ids and the jitter of retries. Default: the browser's cryptographic generator. */
  random?: Random;
}

/** The options with their defaults. */
export type Resolved = Required<Omit<Options, OptionalOnes | 'gzip'>> & Pick<Options, OptionalOnes>;

type OptionalOnes = 'beforeSend' | 'cookieDomain' | 'now';

/** Asks again tomorrow, when somebody may have mended the page. */
const nowhere: Transport = async () => ({ retryAfterMs: 86_400_000 });

const toUrl = (endpoint: unknown): string => {
  try {
    const { href, protocol } = new URL(endpoint as string, location.href);
    return /^http/.test(protocol) && endpoint ? href : '';
  } catch {
    return '';
  }
};

const isFunction = (value: unknown) => typeof value === 'function';
const isText = (value: unknown) => typeof value === 'string' && value;

/** What each option has to be. */
const VALID: { [name in keyof Options]-?: (value: unknown) => unknown } = {
  endpoint: (value) => isText(value) && toUrl(value),
  transport: isFunction,
  consent: (value) => isFunction(value) || isConsent(value),
  detect: (value) => Array.isArray(value) && value.every(isFunction),
  site: isText,
  rules: Array.isArray,
  context: isFunction,
  beforeSend: isFunction,
  attribution: isFunction,
  allow: Array.isArray,
  cookieDomain: isText,
  gzip: (value) => typeof value === 'boolean',
  now: isFunction,
  random: isFunction,
};

/** What it means when one that is needed is not there. */
const NEEDED: { [name in keyof Options]?: string } = {
  endpoint: ': nothing is sent',
  consent: ": 'pending', nothing is stored or sent",
};

/** What is of the wrong kind, or missing where it is needed, is warned of, by name, and counts as not given. */
export const resolveOptions = (given: Options, warn: Warn): Resolved => {
  const options: Partial<Options> = { ...given };
  for (const name of Object.keys(VALID) as (keyof Options)[]) {
    const isMissing = options[name] === undefined;
    const isOptional = !NEEDED[name] || (name === 'endpoint' && options.transport);
    if (isMissing ? isOptional : VALID[name](options[name])) continue;
    warn(`"${name}" is ${isMissing ? 'missing' : 'not valid'}${NEEDED[name] ?? ''}`);
    delete options[name];
  }
  const url = toUrl(options.endpoint);
  return {
    transport: url ? http(url, options) : nowhere,
    consent: 'pending',
    detect: [],
    site: hostOf(location.href),
    rules: [],
    context: () => ({}),
    attribution: (_, plain) => plain,
    allow: [],
    random: cryptoRandom,
    ...options,
    endpoint: url,
  };
};
