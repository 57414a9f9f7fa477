import type { Detector } from './detect/detector.ts';
import { isPrerendering } from './listen/views.ts';

/** What draws pages for nobody, by how it calls itself: crawlers, link previews, audits, checks. There are phones called Cubot. */
const NAMED =
  /[^u]bot\b|crawl|spider|slurp|preview|externalhit|mediapartners|inspectiontool|headless|phantomjs|lighthouse|gtmetrix|pingdom|ptst|synthetic/i;

/**
 * Marks with `bot: true` what comes from an automated browser (https://www.w3.org/TR/webdriver2/#interface), a crawler or a
 * link preview, and what a page says while it is prerendered and nobody sees it. It is sent all the same; a report leaves
 * it out. For `createFunnel({ detect: [..., bots()] })`.
 */
export const bots =
  (): Detector =>
  ({ ears }) =>
    ears.draft.on((draft) => {
      const { webdriver, userAgent } = navigator;
      if (webdriver || NAMED.test(userAgent) || isPrerendering()) draft.bot = true;
    });
