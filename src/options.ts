import type { Detector } from './detect/detector.ts';
import type { Draft } from './event/draft.ts';
import type { Json } from './event/event.ts';
import { cryptoRandom, type Random } from './event/ids.ts';
import type { Rule } from './listen/rules.ts';
import { http } from './transport/http.ts';
import type { Transport } from './transport/transport.ts';
import { type Consent, type ConsentAdapter, isConsent } from './visit/consent.ts';
import { hostOf } from './visit/source.ts';
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
  /** The domain of the visitor cookie. Default: the widest the browser accepts. */
  cookieDomain?: string;
  /** Compresses bodies, told by `gzip=1` in the query. Default: false. */
  gzip?: boolean;
  /** Epoch ms. Default: a steady clock anchored to `Date.now`. */
  now?: () => number;
  /** 0 to 1, for ids and the jitter of retries. Default: the browser's cryptographic generator. */
  random?: Random;
}

export interface Resolved {
  /** Names queue and registry. */
  endpoint: string;
  transport: Transport;
  consent: Consent | ConsentAdapter;
  detect: Detector[];
  site: string;
  rules: Rule[];
  context: () => unknown;
  beforeSend: ((event: Draft) => unknown) | undefined;
  cookieDomain: string | undefined;
  now: (() => number) | undefined;
  random: Random;
}

/** Asks again tomorrow, when somebody may have mended the page. */
const nowhere: Transport = async () => ({ retryAfterMs: 86_400_000 });

const toUrl = (endpoint: string): string => {
  try {
    const { href, protocol } = new URL(endpoint, location.href);
    return /^http/.test(protocol) && endpoint ? href : '';
  } catch {
    return '';
  }
};

const isFunction = (value: unknown) => typeof value === 'function';
const isText = (value: unknown) => typeof value === 'string' && !!value;

/** The options with their defaults. What is of the wrong kind is warned of, by name, and counts as not given. */
export const resolveOptions = (options: Options, warn: Warn): Resolved => {
  const given = Object(options) as Partial<Options>;
  const pick = <K extends keyof Options>(name: K, isRight: (value: unknown) => unknown, needed?: boolean) => {
    const value = given[name];
    if (isRight(value)) return value;
    if (needed || value !== undefined) warn(`"${name}" is ${value === undefined ? 'missing' : 'not valid'}`);
    return undefined;
  };
  const transport = pick('transport', isFunction);
  const named = pick('endpoint', (value) => isText(value) && (transport || toUrl(value as string)), !transport) ?? '';
  const url = toUrl(named);
  return {
    endpoint: url || named,
    transport: transport ?? (url ? http(url, { gzip: !!given.gzip }) : nowhere),
    consent: pick('consent', (value) => isFunction(value) || isConsent(value), true) ?? 'pending',
    detect: pick('detect', (value) => Array.isArray(value) && value.every(isFunction)) ?? [],
    site: pick('site', isText) ?? hostOf(location.href),
    rules: pick('rules', Array.isArray) ?? [],
    context: pick('context', isFunction) ?? (() => {}),
    beforeSend: pick('beforeSend', isFunction),
    cookieDomain: pick('cookieDomain', isText),
    now: pick('now', isFunction),
    random: pick('random', isFunction) ?? cryptoRandom,
  } as Resolved;
};
