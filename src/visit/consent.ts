import type { Stop } from '../listen/life.ts';
import { device, NAMES, parse } from './storage.ts';

/**
 * 'granted': identifiers, storage, sending. 'pending': events wait in memory, nothing is stored or sent. 'anonymous':
 * events are sent without identifiers, nothing outlives the page. 'denied': nothing at all.
 */
export type Consent = 'granted' | 'pending' | 'anonymous' | 'denied';

/** A consent platform: calls `decide` whenever its answer changes, now or later. Until then consent is 'pending'. */
export type ConsentAdapter = (decide: (consent: Consent) => void) => Stop;

export interface ConsentGate {
  readonly consent: Consent;
  /** Grows with each decision: what was written under a smaller one is worthless. */
  readonly epoch: number;
  /** The visitor's decision, kept in one record so that every tab and page hears it. `anew`: even one that stood already. */
  decide(consent: Consent, anew?: boolean): void;
  /** Reads the record again: a frozen or restored page missed what was decided meanwhile. */
  refresh(): void;
  stop: Stop;
}

export const isConsent = (value: unknown): value is Consent =>
  value === 'granted' || value === 'pending' || value === 'anonymous' || value === 'denied';

/** The record left by an earlier decision on this device. */
const readRecord = (): { consent: Consent; epoch: number } | undefined => {
  const record = parse(device.get(NAMES.consent)) as { consent?: unknown; epoch?: unknown } | undefined | null;
  return record && isConsent(record.consent) && Number.isSafeInteger(record.epoch)
    ? { consent: record.consent, epoch: record.epoch as number }
    : undefined;
};

/**
 * A recorded decision of the visitor outweighs the site's `initial`. An adapter outweighs both at each page's start, and
 * what it tells leaves no record: it tells it on every page.
 */
export const createConsent = (
  initial: Consent | ConsentAdapter,
  onChange: (consent: Consent, before: Consent) => void,
): ConsentGate => {
  const adapted = typeof initial === 'function';
  const recorded = readRecord();
  let consent: Consent = adapted ? 'pending' : (recorded?.consent ?? initial);
  let epoch = recorded?.epoch ?? 0;
  const apply = (next: Consent, nextEpoch: number) => {
    const before = consent;
    if (next === before && nextEpoch === epoch) return;
    consent = next;
    epoch = nextEpoch;
    onChange(next, before);
  };
  const refresh = () => {
    const record = readRecord();
    if (record && record.epoch > epoch) apply(record.consent, record.epoch);
  };
  const onStorage = (event: StorageEvent) => {
    if (event.key === NAMES.consent || event.key === null) refresh();
  };
  addEventListener('storage', onStorage);
  let stopAdapter: Stop | undefined;
  if (adapted)
    try {
      stopAdapter = initial((next) => isConsent(next) && next !== consent && apply(next, epoch));
    } catch {
      // an adapter is the site's code: until it works, consent stays pending
    }
  return {
    get consent() {
      return consent;
    },
    get epoch() {
      return epoch;
    },
    decide: (next, anew = false) => {
      refresh();
      if (next === consent && !anew) return;
      device.set(NAMES.consent, JSON.stringify({ consent: next, epoch: epoch + 1 }));
      apply(next, epoch + 1);
    },
    refresh,
    stop: () => {
      removeEventListener('storage', onStorage);
      stopAdapter?.();
    },
  };
};
