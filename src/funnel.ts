import type { Attempt } from './detect/detector.ts';
import { createClock } from './event/clock.ts';
import { isName } from './event/draft.ts';
import type { EventFields } from './event/event.ts';
import { createDeparture } from './listen/departure.ts';
import { createLife, type Stop } from './listen/life.ts';
import { createPage } from './listen/page.ts';
import { type Options, type Resolved, resolveOptions } from './options.ts';
import { emptyStanding } from './queue/ledger.ts';
import type { Ledger } from './queue/queue.ts';
import { createRecorder } from './recorder.ts';
import { share } from './registry.ts';
import { createSignals, isSignal, type On } from './signals.ts';
import { SDK } from './version.ts';
import { type Consent, isConsent } from './visit/consent.ts';
import { createWarn, type Warn } from './warn.ts';

export interface Funnel<Custom = Record<string, Record<string, unknown>>> {
  /**
   * Records an event. GA4's fields (`value`, `currency`, `items` ...) go where they belong, others into `props`. A
   * `purchase` with a `transaction_id` is recorded once on this device. Never throws, never waits.
   */
  track<N extends keyof Custom & string>(name: N, fields: Custom[N] & EventFields): void;
  track(name: MilestoneName, fields?: EventFields & Record<string, unknown>): void;
  /** Joins the visits of one customer. Undefined forgets it again. Needs 'granted'. */
  identify(user: string | undefined): void;
  /** The visitor's decision, kept on the device and heard by every tab. */
  setConsent(consent: Consent): void;
  /** Erases everything on this device, in every tab, tells the endpoint once, and leaves consent at 'denied'. */
  forget(): void;
  /** Calls back at each signal. Returns its off. */
  on: On;
  /** Sends what waits, now. Resolves when that was tried; an endpoint that has failed is given its rest first. Never rejects. */
  flush(): Promise<void>;
  status(): Status;
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

/** This page load's ledger, and what it rests on. */
export interface Status extends Ledger {
  consent: Consent;
  /** This page load's stream; undefined while nothing may be recorded. */
  stream: string | undefined;
  /** Events in memory that wait for the visitor's decision. */
  held: number;
  /** Attempts by outcome. `unclaimed`: confirmation pages without a sign that the order is fresh. */
  attempts: Record<Attempt['outcome'], number>;
  /** Epoch ms before which nothing is sent; 0 when the endpoint answers. */
  retry_at: number;
}

const nothingYet = (): Status => ({
  ...emptyStanding().ledger,
  consent: 'denied',
  stream: undefined,
  held: 0,
  attempts: { open: 0, confirmed: 0, refused: 0, expired: 0, unclaimed: 0 },
  retry_at: 0,
});

/** On a server there is no shopper. */
const idle: Funnel = {
  track: () => {},
  identify: () => {},
  setConsent: () => {},
  forget: () => {},
  on: () => () => {},
  flush: async () => {},
  status: nothingYet,
  stop: () => {},
};

/**
 * Starts watching, or joins what already watches for the same site and endpoint. Outside a browser it returns a funnel
 * that does nothing.
 */
export const createFunnel = <Custom = Record<string, Record<string, unknown>>>(options: Options): Funnel<Custom> => {
  if (typeof document === 'undefined') return idle as Funnel<Custom>;
  const warn = createWarn();
  const resolved = resolveOptions(options, warn);
  const { value, release } = share(
    `${resolved.site}\n${resolved.endpoint}`,
    () => start(resolved, warn),
    (funnel) => funnel.stop(),
  );
  return { ...(value as Funnel<Custom>), stop: release };
};

const start = (options: Resolved, warn: Warn): Funnel => {
  const clock = createClock(options.wall, options.steady);
  const { tell, on } = createSignals();
  const recorder = createRecorder(options, clock, tell, warn);
  const { gate } = recorder;
  const life = createLife();
  const departure = createDeparture(clock.now);
  const page = createPage({
    life,
    memory: recorder.memory,
    now: clock.now,
    isLanding: () => recorder.visit.isLanding,
    ignore: (url) => url.startsWith(options.endpoint),
    rules: options.rules,
  });
  const { attempts } = nothingYet();
  const report = {
    milestone: recorder.record,
    attempt: (attempt: Attempt) => {
      attempts[attempt.outcome]++;
      if (gate.consent !== 'denied') tell('attempt', attempt);
    },
  };
  const stops: Stop[] = options.detect.map((detect) => {
    try {
      return detect(page, report);
    } catch (error) {
      console.error(error); // a detector of the site's own; the others go on
      return () => {};
    }
  });
  // Subscribed after the detectors: what they settle on leaving is still delivered.
  life.onLeave(() => {
    recorder.hurry();
    recorder.visit.save();
    recorder.delivery?.leave(departure.stays());
  });
  life.onHide(() => recorder.delivery?.hide());
  life.onBack(() => {
    clock.check();
    gate.refresh();
    recorder.delivery?.back();
  });
  stops.push(page.stop, life.stop, departure.stop, recorder.stop);

  return {
    track: (name: unknown, fields?: unknown) => {
      if (isName(name)) recorder.record({ name, fields, by: { evidence: ['track'] } });
      else
        warn(
          `"track" needs a name of 1 to 40 letters, digits and _, not ${String(name).slice(0, 60) || 'an empty one'}`,
        );
    },
    identify: (user) => {
      if (user === undefined || (typeof user === 'string' && user && user.length <= 256)) recorder.visit.identify(user);
      else warn('"identify" needs a text of 1 to 256 characters');
    },
    setConsent: (consent) => {
      if (isConsent(consent)) gate.decide(consent);
      else warn(`"setConsent" needs 'granted', 'pending', 'anonymous' or 'denied'`);
    },
    forget: () => {
      const { visitor } = recorder.visit;
      gate.decide('denied', true);
      if (!visitor) return;
      const wish = { v: 1, sdk: SDK, sent_at: clock.now(), streams: [], forget: visitor } as const;
      options.transport({ ...wish, streams: [] }, { leaving: false }).catch(() => {}); // nothing may be kept to ask again
    },
    on: (signal, fn) => {
      if (isSignal(signal) && typeof fn === 'function') return on(signal, fn);
      warn(`"on" needs 'event', 'attempt', 'delivered' or 'dropped', and a function`);
      return () => {};
    },
    flush: async () => recorder.delivery?.flush(),
    status: () => ({
      ...nothingYet(),
      ...recorder.delivery?.ledger(),
      consent: gate.consent,
      stream: recorder.delivery?.stream,
      held: recorder.held,
      attempts: { ...attempts },
      retry_at: recorder.delivery?.retryAt() ?? 0,
    }),
    stop: () => {
      for (const stop of stops) stop();
    },
  };
};
