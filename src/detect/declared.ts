import type { Stop } from '../listen/life.ts';
import type { Page } from '../listen/page.ts';
import type { Report } from './detector.ts';

const SAME_ACT_MS = 1000; // a press and the submit it causes

/** Reports what the site declares by rules and `data-fw-track`, under whatever name, as it happens. */
export const declared = (page: Page, report: Report): Stop => {
  const last = new Map<string, number>();
  return page.onDeclared(({ name, fields, by }) => {
    const before = last.get(name) ?? 0;
    last.set(name, page.now());
    if (page.now() - before < SAME_ACT_MS) return;
    report.milestone({ name, fields, by: { evidence: [by] } });
  });
};
