import type { Touch } from '../event/event.ts';
import type { Stop } from '../listen/life.ts';
import { createSession, forgetSession } from './session.ts';
import { direct } from './source.ts';
import { forgetVisitor, readVisitor } from './visitor.ts';

/** Who is here, whence, and since when; nothing of it without consent. */
export interface Visit {
  /** Undefined under `anonymous`, and where the browser keeps no cookie. */
  readonly visitor: string | undefined;
  /** This page load began a session: the visitor has landed. */
  readonly isLanding: boolean;
  source(time: number): { first: Touch; last: Touch };
  /** The session at `time`; undefined under `anonymous`. */
  session(time: number): { id: string; user?: string } | undefined;
  identify(user: string | undefined): void;
  save(): void;
  stop: Stop;
}

/** A page load that is no reload and no step back, and not reached from this site, counts as a landing. */
const looksLikeLanding = (touch: Touch | undefined): boolean => {
  const [navigation] = performance.getEntriesByType?.('navigation') ?? [];
  const { type = 'navigate' } = (navigation ?? {}) as { type?: string };
  return type === 'navigate' && (!!touch || !document.referrer);
};

/** A visit that leaves no trace: what this page alone can tell. */
export const anonymousVisit = (touch: Touch | undefined, time: number): Visit => {
  const here = touch ?? direct(time);
  return {
    visitor: undefined,
    isLanding: looksLikeLanding(touch),
    source: () => ({ first: here, last: here }),
    session: () => undefined,
    identify: () => {},
    save: () => {},
    stop: () => {},
  };
};

/** A visit by a visitor with consent to be recognised: cookie and session are read, or made. */
export const knownVisit = (
  touch: Touch | undefined,
  time: number,
  createId: (time: number) => string,
  cookieDomain: string | undefined,
): Visit => {
  const session = createSession(time, touch, direct(time), createId);
  return {
    visitor: readVisitor(() => createId(time), session.isNew, cookieDomain),
    isLanding: session.isNew,
    source: (now) => {
      const { first, touch: last } = session.at(now);
      return { first, last };
    },
    session: session.at,
    identify: session.identify,
    save: session.save,
    stop: session.stop,
  };
};

export const forgetVisit = (cookieDomain: string | undefined): void => {
  forgetVisitor(cookieDomain);
  forgetSession();
};
