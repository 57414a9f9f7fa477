import type { Detector } from './detect/detector.ts';
import type { Draft } from './event/draft.ts';
import type { Json } from './event/event.ts';
import { cryptoRandom, type Random } from './event/ids.ts';
import type { Rule } from './listen/page.ts';
import { http } from './transport/http.ts';
import type { Transport } from './transport/transport.ts';
import { type Consent, type ConsentAdapter, isConsent } from './visit/consent.ts';
import { hostOf } from './visit/source.ts';

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
  /** The site's own word on what means what; outweighs detection. */
  rules?: Rule[];
  /** The site's own fields on every event, an experiment for instance. */
  context?: Record<string, Json> | (() => Record<string, Json>);
  /** Sees each event, redacted, before it is kept. Returns it, changed or not; `null` drops it. Throws: dropped too. */
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

export interface Resolved extends Required<Pick<Options, 'transport' | 'detect' | 'site' | 'rules' | 'random'>> {
  /** Names queue and registry. */
  endpoint: string;
  consent: Consent | ConsentAdapter;
  context: () => unknown;
  beforeSend: ((event: Draft) => unknown) | undefined;
  cookieDomain: string | undefined;
  wall: () => number;
  steady: () => number;
}

const toUrl = (endpoint: unknown): string | undefined => {
  try {
    const { href, protocol } = new URL(endpoint as string, location.href);
    return typeof endpoint === 'string' && endpoint && /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
};

/** Keeps everything for a day when somebody may have mended the page. */
const nowhere: Transport = async () => ({ retryAfterMs: 24 * 60 * 60 * 1000 });

/** The options with their defaults. What is of the wrong kind is warned of, by name, and counts as not given. */
export const resolveOptions = (given: Options, warn: (text: string) => void): Resolved => {
  const options: Partial<Options> = given && typeof given === 'object' ? given : {};
  const pick = <K extends keyof Options>(name: K, isRight: (value: unknown) => boolean, want: string) => {
    const value = options[name];
    if (value === undefined || isRight(value)) return value as Exclude<Options[K], undefined> | undefined;
    warn(`"${name}" must be ${want}`);
    return undefined;
  };
  const isFunction = (value: unknown) => typeof value === 'function';
  const isText = (value: unknown) => typeof value === 'string' && value !== '';
  const own = pick('transport', isFunction, 'a function');
  const url = toUrl(options.endpoint);
  if (!url && !own) warn('"endpoint" must be an http(s) URL: nothing is sent');
  const gzip = pick('gzip', (value) => typeof value === 'boolean', 'true or false') ?? false;
  const context = pick('context', (value) => isFunction(value) || (!!value && typeof value === 'object'), 'an object');
  const consent = pick(
    'consent',
    (value) => isFunction(value) || isConsent(value),
    "'granted', 'pending', 'anonymous', 'denied' or an adapter",
  );
  if (options.consent === undefined) warn(`"consent" is missing: it is 'pending', nothing is stored or sent`);
  const now = pick('now', isFunction, 'a function');
  return {
    endpoint: url ?? String(options.endpoint ?? ''),
    transport: own ?? (url ? http(url, { gzip }) : nowhere),
    consent: consent ?? 'pending',
    detect: pick('detect', (value) => Array.isArray(value) && value.every(isFunction), 'an array of detectors') ?? [],
    site: pick('site', isText, 'a hostname') ?? hostOf(location.href),
    rules: pick('rules', Array.isArray, 'an array') ?? [],
    context: typeof context === 'function' ? context : () => context,
    beforeSend: pick('beforeSend', isFunction, 'a function'),
    cookieDomain: pick('cookieDomain', isText, 'a domain'),
    random: pick('random', isFunction, 'a function') ?? cryptoRandom,
    wall: now ?? Date.now,
    steady: now ?? (() => performance.now()),
  };
};
