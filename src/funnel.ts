import type { Attempt } from './detect/attempt.ts';
import { clean } from './event/clean.ts';
import { createClock } from './event/clock.ts';
import { isName } from './event/draft.ts';
import type { EventFields } from './event/event.ts';
import { redactId } from './event/redact.ts';
import { all, createEar, quietly } from './listen/ear.ts';
import type { Host } from './listen/host.ts';
import { createLife, type Stop } from './listen/life.ts';
import { type Options, type Resolved, resolveOptions } from './options.ts';
import { createRecorder } from './recorder.ts';
import { share } from './registry.ts';
import type { Ears, Signals } from './signals.ts';
import type { FunnelState } from './state/cart.ts';
import { blankStatus, type Status } from './status.ts';
import type { Batch } from './transport/transport.ts';
import { SDK } from './version.ts';
import { type Consent, isConsent } from './visit/consent.ts';
import { device } from './visit/storage.ts';
import { createWarn, type Warn } from './warn.ts';

export interface Funnel<Custom = Record<string, Record<string, unknown>>> {
  /**
   * Records an event. GA4's fields (`value`, `currency`, `items` ...) go where they belong, others into `props`. A
   * `purchase` with a `transaction_id` is recorded once on this device. Never throws, never waits.
   */
  track<N extends keyof Custom & string>(name: N, fields: Custom[N] & EventFields): void;
  track(name: MilestoneName, fields?: EventFields & Record<string, unknown>): void;
  /** Joins the visits of one customer. No e-mail address: see `hashUser()`. Undefined forgets it again. Needs 'granted'. */
  identify(user: string | undefined): void;
  /** The visitor's decision, kept on the device and heard by every tab. */
  setConsent(consent: Consent): void;
  /** Erases everything on this device, in every tab, tells the endpoint once, and leaves consent at 'denied'. */
  forget(): void;
  /**
   * The visitor's own data on this device, as JSON: decision, ids, session, attempts, hashes of orders, events that wait.
   * 'denied': the decision alone. Never rejects.
   */
  exportData(): Promise<Record<string, unknown>>;
  /** Calls `fn` at each signal. Returns its off. */
  on<S extends keyof Signals>(signal: S, fn: (told: Signals[S]) => void): Stop;
  /** Sends what waits, now. Resolves when that was tried; an endpoint that has failed is given its rest first. Never rejects. */
  flush(): Promise<void>;
  status(): Status;
  /** Where the visitor stands. Empty without `state()` of `funnelwire/state`. */
  readonly state: FunnelState;
  /** Lets go of listeners and timers, and leaves the queue where it is. Other holders of the same funnel keep theirs. */
  stop(): void;
}

/** GA4's names for what a funnel is made of. */
export type MilestoneName =
  | 'landing'
  | 'view_item'
  | 'add_to_cart'
  | 'remove_from_cart'
  | 'view_cart'
  | 'begin_checkout'
  | 'add_shipping_info'
  | 'add_payment_info'
  | 'purchase'
  | 'refund'
  | 'generate_lead'
  | 'sign_up';

const nothing = () => {};

/** On a server there is no shopper. */
const idle: Funnel = {
  track: nothing,
  identify: nothing,
  setConsent: nothing,
  forget: nothing,
  exportData: async () => ({}),
  on: () => nothing,
  flush: async () => {},
  status: blankStatus,
  state: {},
  stop: nothing,
};

/** Selectors of Chrome 88, Firefox 84 and Safari 14: where they throw, all that is as young is missing. */
const isOld = () => quietly(() => document.documentElement.matches(':is(a):not(b,i)')) ?? true;

/**
 * Starts watching, or joins what already watches for the same site and endpoint. Outside a browser, and in one that is too
 * old, it returns a funnel that does nothing.
 */
export const createFunnel = <Custom = Record<string, Record<string, unknown>>>(options: Options): Funnel<Custom> => {
  if (typeof document === 'undefined' || isOld()) return idle as Funnel<Custom>;
  const warn = createWarn();
  const resolved = resolveOptions(options, warn);
  return share(`${resolved.site}\n${resolved.endpoint}`, () => start(resolved, warn)) as Funnel<Custom>;
};

const start = (options: Resolved, warn: Warn): Funnel => {
  const { now, transport, endpoint, rules } = options;
  const clock = createClock(now, now === Date.now ? () => performance.now() : now);
  const { attempts } = blankStatus();
  const ears: Ears = {
    draft: createEar(),
    event: createEar(),
    attempt: createEar(),
    delivered: createEar(),
    dropped: createEar(),
    consent: createEar(),
    state: createEar(),
  };
  const state: FunnelState = {};
  const recorder = createRecorder(options, clock, ears, warn);
  const { gate, delivery, record, visit } = recorder;
  const life = createLife(clock.now);
  const host: Host = {
    life,
    ears,
    device,
    state,
    memory: recorder.memory,
    rules,
    now: clock.now,
    isLanding: () => visit().isLanding,
    ignore: (url) => url.startsWith(endpoint),
  };
  const report = {
    milestone: record,
    attempt: (attempt: Attempt) => {
      attempts[attempt.outcome]++;
      // A notice may greet the shopper, a product be named after one: redacted as events are.
      ears.attempt.tell(clean(attempt, 'attempt', nothing, options) as unknown as Attempt);
    },
  };
  const stops = options.detect.map((detect) => quietly(() => detect(host, report)) ?? nothing);
  ears.consent.tell(gate.now().consent);
  // Subscribed after the detectors: what they settle on leaving is still delivered.
  life.onLeave(() => recorder.leave(life.stays()));
  life.onHide(() => delivery()?.hide());
  life.onBack(() => {
    clock.check();
    gate.refresh();
    delivery()?.back();
  });
  const refuse = (method: string, value: unknown) =>
    warn(`"${method}" cannot take ${quietly(() => redactId(String(value)).slice(0, 60)) || typeof value}`);

  return {
    track: (name: unknown, fields?: unknown) =>
      isName(name) ? record({ name, fields, by: { evidence: ['track'] } }) : refuse('track', name),
    identify: (user) =>
      user === undefined || (typeof user === 'string' && /^[^@]{1,256}$/.test(user))
        ? recorder.identify(user)
        : refuse('identify', user),
    setConsent: (consent) => (isConsent(consent) ? gate.decide(consent) : refuse('setConsent', consent)),
    forget: () => {
      const { visitor } = visit();
      gate.decide('denied', true);
      const wish: Batch = { v: 1, sdk: SDK, sent_at: clock.now(), streams: [], forget: visitor };
      const ask = async () => visitor && transport(wish, { leaving: false });
      ask().catch(nothing); // nothing may be kept to ask again
    },
    on: (signal, fn) => {
      if (typeof fn === 'function' && Object.keys(ears).includes(signal)) return ears[signal].on(fn as () => void);
      refuse('on', signal);
      return nothing;
    },
    exportData: recorder.exportData,
    flush: async () => delivery()?.flush(),
    status: () => ({ ...blankStatus(), ...recorder.status(), attempts: { ...attempts } }),
    state,
    stop: all([...stops, life.stop, recorder.stop]),
  };
};
