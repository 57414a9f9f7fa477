import type { Touch } from '../event/event.ts';
import type { Stop } from '../listen/life.ts';
import { device, NAMES, parse } from './storage.ts';

/** After half an hour without an event a new session begins, as in GA4. https://support.google.com/analytics/answer/12798876 */
const IDLE_MS = 30 * 60 * 1000;

/** How far the stored time of last activity may lag: each write is a synchronous call into another process. */
const WRITE_EVERY_MS = 60 * 1000;

interface SessionRecord {
  id: string;
  /** Epoch ms of the latest event. */
  last: number;
  first: Touch;
  touch: Touch;
  user?: string;
}

export interface Session {
  /** The session at `time`; a new one where the last has gone idle. Counts as activity. */
  at(time: number): SessionRecord;
  /** This page load began a session. */
  readonly isNew: boolean;
  identify(user: string | undefined): void;
  /** Writes what is known only here: the page is leaving. */
  save(): void;
  stop: Stop;
}

const read = (text = device.get(NAMES.session)): SessionRecord | undefined => {
  const record = parse(text) as SessionRecord | undefined | null;
  return record && typeof record.id === 'string' && typeof record.last === 'number' && record.first && record.touch
    ? record
    : undefined;
};

/**
 * The visit under way, shared by the tabs of this origin through localStorage. Ends after 30 idle minutes or when a
 * new campaign or site brings the visitor back; a direct return keeps the touch it had.
 */
export const createSession = (
  time: number,
  touch: Touch | undefined,
  fallback: Touch,
  createId: (time: number) => string,
): Session => {
  const known = read();
  const alive = known && time - known.last < IDLE_MS && time >= known.last - IDLE_MS;
  const sameTouch = !touch || (known && touch.source === known.touch.source && touch.campaign === known.touch.campaign);
  const isNew = !(alive && sameTouch);
  let written = 0;
  let record: SessionRecord = {
    id: !isNew && known ? known.id : createId(time),
    last: time,
    first: known?.first ?? touch ?? fallback,
    touch: touch ?? known?.touch ?? fallback,
    ...(known?.user && { user: known.user }),
  };
  const save = () => {
    written = record.last;
    device.set(NAMES.session, JSON.stringify(record));
  };
  const onStorage = (event: StorageEvent) => {
    const other = event.key === NAMES.session && event.newValue ? read(event.newValue) : undefined;
    if (other) record = other;
  };
  addEventListener('storage', onStorage);
  save();
  return {
    isNew,
    at: (now) => {
      if (now - record.last >= IDLE_MS) {
        record = { ...record, id: createId(now), last: now };
        save();
      } else if (now > record.last) {
        record = { ...record, last: now };
        if (now - written > WRITE_EVERY_MS) save();
      }
      return record;
    },
    identify: (user) => {
      const { user: _, ...rest } = record;
      record = user === undefined ? rest : { ...rest, user };
      save();
    },
    save,
    stop: () => removeEventListener('storage', onStorage),
  };
};

export const forgetSession = (): void => device.remove(NAMES.session);
