import type { Detector } from './detector.ts';
import { withPage } from './withPage.ts';

/** Reports `landing`: the first page of a visit, once it is shown. Where the shopper came from is the event's `source`. */
export const landing = (): Detector =>
  withPage((page, report) =>
    page.onView((view) => {
      if (view.loaded && page.isLanding()) report.milestone({ name: 'landing', by: { evidence: ['page'] } });
    }),
  );
