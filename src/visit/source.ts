import type { Touch } from '../event/event.ts';
import { redactText } from '../event/redact.ts';

/**
 * Where this page load came from: utm parameters, else another site's referrer, else undefined (direct, or a step
 * within the site). Names as in GA4. https://support.google.com/analytics/answer/10917952
 */
export const readTouch = (site: string, time: number): Touch | undefined => {
  const query = new URLSearchParams(location.search);
  const touch = { time } as Touch;
  for (const name of ['source', 'medium', 'campaign', 'term', 'content'] as const) {
    const value = query.get(`utm_${name}`);
    if (value) touch[name] = redactText(value).slice(0, 256);
  }
  const host = hostOf(document.referrer);
  if (touch.source) return { ...touch, medium: touch.medium ?? '(not set)' };
  return host && host !== hostOf(location.href) && host !== site
    ? { source: host, medium: 'referral', time }
    : undefined;
};

/** A host without `www.`, and without user info, which may be a name; '' for what has none. */
export const hostOf = (url: string): string => /^\w+:\/\/(?:[^/?#]*@)?(?:www\.)?([^/:?#]+)/.exec(url)?.[1] ?? '';
