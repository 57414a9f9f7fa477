import type { Host } from '../listen/host.ts';
import type { Stop } from '../listen/life.ts';
import { createPage, type Page } from '../listen/page.ts';
import { declared } from './declared.ts';
import type { Detector, Report } from './detector.ts';

const open = new WeakMap<Host, { page: Page & { stop: Stop }; users: number }>();

/**
 * A detector that hears the page. The ears are opened once for all detectors of a funnel and closed with the last; what
 * the site declares by rules and attributes is reported as soon as one of them listens, and replaces their guesses.
 */
export const withPage =
  (watch: (page: Page, report: Report) => Stop): Detector =>
  (host, report) => {
    let shared = open.get(host);
    if (!shared) {
      const page = createPage(host);
      page.until(declared(page, report));
      shared = { page, users: 0 };
      open.set(host, shared);
    }
    const mine = shared;
    const { page } = mine;
    mine.users++;
    const unwatch = watch(page, {
      ...report,
      milestone: (finding) => {
        if (!page.isRuled(finding.name)) report.milestone(finding);
      },
    });
    return () => {
      unwatch();
      if (--mine.users) return;
      open.delete(host);
      page.stop();
    };
  };
