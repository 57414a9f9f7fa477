import type { Touch } from '../event/event.ts';
import { hear } from '../listen/ear.ts';
import type { Stop } from '../listen/life.ts';
import { hostOf } from './source.ts';
import { device, NAMES, parse } from './storage.ts';
import { readVisitor } from './visitor.ts';

/** After half an hour without an event a new session begins, as in GA4. https://support.google.com/analytics/answer/12798876 */
const IDLE_MS = 30 * 60 * 1000;

/** How far the stored time of last activity may lag: each write is a synchronous call into another process. */
const WRITE_EVERY_MS = 60 * 1000;

/** Who is here, whence, and since when. */
export interface Visit {
  /** Undefined without consent to identifiers, and where the browser keeps no cookie. */
  visitor: string | undefined;
  /** What consent allows and the browser refuses. */
  missing: string[];
  /** This page load began a session: the visitor has landed. */
  isLanding: boolean;
  /** The session at `time`; a new one where the last has gone idle. Counts as activity. */
  at(time: number): VisitRecord;
  identify(user: string | undefined): void;
  /** Writes what is known only here: the page is leaving. */
  save(): void;
  stop: Stop;
}

export interface VisitRecord {
  /** The session's id; undefined without consent to identifiers. */
  id?: string | undefined;
  /** Epoch ms of the latest event. */
  last: number;
  first: Touch;
  touch: Touch;
  user?: string | undefined;
  /** Whose visit it is. */
  visitor?: string | undefined;
}

export interface VisitParts {
  /** What brought the visitor to this page; undefined when nothing tells. */
  touch: Touch | undefined;
  time: number;
  createId(time: number): string;
  /** With consent to be recognised; without, the visit is what this page alone can tell. */
  known: boolean;
  cookieDomain?: string | undefined;
}

const read = (text: string | null | undefined): VisitRecord | undefined => {
  const record = parse(text) as VisitRecord | undefined;
  return record?.id && record.last && record.first && record.touch ? record : undefined;
};

/** No reload, no step back, and not reached from this site. */
const looksLikeLanding = (touch: Touch | undefined): boolean =>
  (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type === 'navigate' &&
  (!!touch || !document.referrer);

/**
 * A visit, shared by the tabs of this origin. Its session ends after 30 idle minutes or when a new campaign brings the
 * visitor back. A link from elsewhere within it is a step of the same visit, as in GA4: shoppers come back from a bank,
 * a hosted checkout, a price comparison. That and a direct return keep the touch it had.
 */
export const createVisit = ({ touch: told, time, createId, known, cookieDomain }: VisitParts): Visit => {
  const load = () => (known ? read(device.get(NAMES.session)) : undefined);
  const kept = load();
  const isPast = !kept || Math.abs(time - kept.last) > IDLE_MS;
  const visitor = known ? readVisitor(() => createId(time), isPast, cookieDomain) : undefined;
  // Cookies may be cleared where storage is not: whoever is here now has no past.
  const earlier = kept?.visitor === visitor ? kept : undefined;
  const isIdle = isPast || !earlier;
  const touch = isIdle || told?.source !== hostOf(document.referrer) ? told : undefined;
  const isLanding = known
    ? isIdle || (!!touch && (touch.source !== earlier.touch.source || touch.campaign !== earlier.touch.campaign))
    : looksLikeLanding(touch);
  const here = touch ?? earlier?.touch ?? { source: '(direct)', medium: '(none)', time };
  let record: VisitRecord = { first: here, ...earlier, touch: here, last: time, visitor };
  if (known && isLanding) record.id = createId(time);
  let saved: number;
  const save = () => {
    saved = record.last;
    return known && device.set(NAMES.session, JSON.stringify(record));
  };
  const isKept = save();
  const join = (other: VisitRecord | undefined) => {
    if (other && other.visitor === visitor) record = other;
  };
  return {
    visitor,
    missing: ['cookie', 'localStorage'].filter((name) => known && !(name === 'cookie' ? visitor : isKept)),
    isLanding,
    at: (now) => {
      // Frozen or asleep, this tab has not heard of the others.
      if (now - record.last > IDLE_MS) join(load());
      if (known && now - record.last > IDLE_MS) record.id = createId(now);
      record.last = Math.max(now, record.last);
      if (now - saved > WRITE_EVERY_MS) save();
      return record;
    },
    identify: (user) => {
      record.user = user;
      save();
    },
    save,
    stop: hear(window, 'storage', (event) => {
      if ((event as StorageEvent).key === NAMES.session) join(load());
    }),
  };
};
