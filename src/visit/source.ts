import type { Touch } from '../event/event.ts';
import { redactText } from '../event/redact.ts';

/** How a page load began. */
export interface Arrival {
  /** Of the page. */
  url: string;
  /** The referring host, without `www.`; '' when there was none. */
  host: string;
  site: string;
  /** Epoch ms. */
  time: number;
  /** With consent to identifiers, and without Global Privacy Control. */
  known: boolean;
}

/**
 * Where a page load came from: utm parameters, else another site's referrer, else undefined (direct, or a step within
 * the site). Names as in GA4. https://support.google.com/analytics/answer/10917952
 */
export const readTouch = ({ url, host, site, time }: Omit<Arrival, 'known'>): Touch | undefined => {
  const { searchParams } = new URL(url);
  const touch = { time } as Touch;
  for (const name of ['source', 'medium', 'campaign', 'term', 'content'] as const) {
    const value = searchParams.get(`utm_${name}`);
    if (value) touch[name] = redactText(value).slice(0, 256);
  }
  if (touch.source) return { ...touch, medium: touch.medium ?? '(not set)' };
  return host && host !== hostOf(url) && host !== site ? { source: host, medium: 'referral', time } : undefined;
};

/** A host without `www.`, and without user info, which may be a name; '' for what has none. */
export const hostOf = (url: string): string => /^[\w-]+:\/\/(?:[^/?#]*@)?(?:www\.)?([^/:?#]+)/.exec(url)?.[1] ?? '';
