import { all, hear, quietly } from '../listen/ear.ts';
import type { Stop } from '../listen/life.ts';
import { device, NAMES, parse } from './storage.ts';

/**
 * 'granted': identifiers, storage, sending. 'pending': events wait in memory, nothing is stored or sent. 'anonymous':
 * events are sent without identifiers, nothing outlives the page. 'denied': nothing at all.
 */
export type Consent = 'granted' | 'pending' | 'anonymous' | 'denied';

/** A consent platform: calls `decide` whenever its answer changes, now or later. Until then consent is 'pending'. */
export type ConsentAdapter = (decide: (consent: Consent) => void) => Stop;

/** What was decided, and how often before: what was written under a smaller epoch is worthless. */
export interface Decision {
  consent: Consent;
  epoch: number;
}

export interface ConsentGate {
  now(): Decision;
  /** The visitor's decision, kept in one record so that every tab and page hears it. `anew`: even one that stood already. */
  decide(consent: Consent, anew?: boolean): void;
  /** Reads the record again: a frozen or restored page missed what was decided meanwhile. */
  refresh(): void;
  stop: Stop;
}

export const isConsent = (value: unknown): value is Consent =>
  /^(granted|pending|anonymous|denied)$/.test(value as string);

/**
 * A recorded decision of the visitor outweighs the site's `initial`. An adapter outweighs both at each page's start. It
 * tells its decision on every page, so that only one that differs from what this device goes by is recorded.
 */
export const createConsent = (
  initial: Consent | ConsentAdapter,
  onChange: (consent: Consent, before: Consent) => void,
): ConsentGate => {
  const adapter = typeof initial === 'function' ? initial : undefined;
  let now: Decision = { consent: adapter ? 'pending' : (initial as Consent), epoch: 0 };
  const apply = (next: Decision) => {
    const before = now.consent;
    now = next;
    onChange(next.consent, before);
  };
  /** What was decided last on this device, if anything was. */
  const readRecord = (): Decision | undefined => {
    const record = parse(device.get(NAMES.consent)) as Decision | undefined;
    return isConsent(record?.consent) && record.epoch > 0 ? record : undefined;
  };
  const refresh = () => {
    const record = readRecord();
    if (record && record.epoch > now.epoch) apply(record);
  };
  const decide: ConsentGate['decide'] = (next, anew) => {
    refresh();
    if (next === now.consent && !anew) return;
    const decision = { consent: next, epoch: now.epoch + 1 };
    device.set(NAMES.consent, JSON.stringify(decision));
    apply(decision);
  };
  /** Only where consent was granted there is a session. Whoever still goes by that, asleep maybe, has to learn of the change. */
  const hearAdapter = (next: Consent) => {
    if (!isConsent(next) || next === now.consent) return;
    const known = device.get(NAMES.session) ? 'granted' : readRecord()?.consent;
    if (known && known !== next) decide(next);
    else apply({ ...now, consent: next });
  };
  now = { ...now, ...readRecord(), ...(adapter && { consent: 'pending' }) };
  const stopAdapter = quietly(() => adapter?.(hearAdapter));
  return {
    now: () => now,
    decide,
    refresh,
    stop: all([
      hear(window, 'storage', ({ key }: Event & { key?: string | null }) => {
        if (!key || key === NAMES.consent) refresh();
      }),
      () => stopAdapter?.(),
    ]),
  };
};
