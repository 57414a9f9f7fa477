import type { Host } from '../listen/host.ts';
import type { Stop } from '../listen/life.ts';
import { createPage, type Page } from '../listen/page.ts';
import { declared } from './declared.ts';
import type { Detector, Report } from './detector.ts';

const open = new WeakMap<Host, { page: Page; users: number; stop: Stop }>();

/**
 * A detector that hears the page. The ears are opened once for all detectors of a funnel and closed with the last; what
 * the site declares by rules and attributes is reported as soon as one of them listens.
 */
export const withPage =
  (watch: (page: Page, report: Report) => Stop): Detector =>
  (host, report) => {
    let shared = open.get(host);
    if (!shared) {
      const page = createPage(host);
      const stopDeclared = declared(page, report);
      const stop = () => {
        stopDeclared();
        page.stop();
      };
      shared = { page, users: 0, stop };
      open.set(host, shared);
    }
    const { page, stop } = shared;
    const mine = shared;
    mine.users++;
    const unwatch = watch(page, report);
    return () => {
      unwatch();
      if (--mine.users) return;
      open.delete(host);
      stop();
    };
  };
