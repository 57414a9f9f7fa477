import type { Detector } from './detect/detector.ts';
import type { Draft } from './event/draft.ts';
import type { Json, Touch } from './event/event.ts';
import { cryptoRandom, type Random } from './event/ids.ts';
import { quietly } from './listen/ear.ts';
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
  /** Whether a visitor is measured, by their id; by the page load's where there is none. Default: all are. See `sample()`. */
  sample?: (id: string) => boolean;
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
export type Resolved = Required<Omit<Options, 'gzip'>>;

/** Keeps all: somebody may mend the page. */
const nowhere: Transport = async () => ({ retryAfterMs: 3_000_000 });

/** The default of `beforeSend`. */
export const keep = (event: Draft): Draft => event;

/** '' for what is no http(s) URL. */
const toUrl = (endpoint: string | undefined): string =>
  (endpoint && quietly(() => /^http.*/.exec(new URL(endpoint, location.href).href)![0])) || '';

const isFunction = (value: unknown) => typeof value === 'function';

const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : typeof value);

/** What an option has to be, beside of the kind of its default. */
const isFit = (name: keyof Options, value: never): unknown => {
  if (name === 'endpoint') return toUrl(value);
  return name === 'detect' ? (value as unknown[]).every(isFunction) : value !== '';
};

/** What is of the wrong kind, or missing where it is needed, is warned of, by name, and counts as not given. */
export const resolveOptions = (given: Options, warn: Warn): Resolved => {
  const options: Partial<Options> = { ...given };
  const defaults: Resolved & Options = {
    endpoint: '',
    transport: nowhere,
    consent: 'pending',
    detect: [],
    site: hostOf(location.href),
    rules: [],
    context: () => ({}),
    beforeSend: keep,
    sample: () => true,
    attribution: (_, plain) => plain,
    allow: [],
    cookieDomain: '',
    gzip: false,
    now: Date.now,
    random: cryptoRandom,
  };
  for (const name of Object.keys(defaults) as (keyof Options)[]) {
    const value = options[name] as never;
    const isMissing = value === undefined;
    const isNeeded = name === 'consent' || (name === 'endpoint' && !options.transport);
    const isValid =
      name === 'consent'
        ? isFunction(value) || isConsent(value)
        : kindOf(value) === kindOf(defaults[name]) && isFit(name, value);
    if (isValid && !isMissing) continue;
    if (isNeeded || !isMissing)
      warn(`"${name}" is ${isMissing ? 'missing' : 'not valid'}${name === 'consent' ? ": 'pending'" : ''}`);
    delete options[name]; // also an undefined: it would stand in for the default
  }
  const endpoint = toUrl(options.endpoint);
  return { ...defaults, ...(endpoint && { transport: http(endpoint, options) }), ...options, endpoint };
};
