import { all } from '../listen/ear.ts';
import { isPrerendering } from '../listen/views.ts';
import type { Detector } from './detector.ts';
import { withPage } from './withPage.ts';

/**
 * Reports `landing`: the first page of a visit, once it is shown, or left before it was there in full: the next page is
 * none. Where the shopper came from is the event's `source`.
 */
export const landing = (): Detector =>
  withPage((page, report) => {
    let isSeen = false;
    const see = () => {
      if (isSeen || isPrerendering()) return;
      isSeen = true; // consent given later begins a visit, but not a landing
      if (page.isLanding()) report.milestone({ name: 'landing', by: { evidence: ['page'] } });
    };
    return all([page.onView(see), page.life.onLeave(see)]);
  });
