import type { Touch } from '../event/event.ts';
import { redactText } from '../event/redact.ts';

/**
 * Where this page load came from: utm parameters, else another site's referrer, else undefined (direct, or a step
 * within the site). Names as in GA4. https://support.google.com/analytics/answer/10917952
 */
export const readTouch = (url: string, referrer: string, site: string, time: number): Touch | undefined => {
  const query = new URL(url).searchParams;
  const utm = (name: string) => redactText(query.get(`utm_${name}`) ?? '').slice(0, 256) || undefined;
  const source = utm('source');
  if (source) {
    const touch: Touch = { source, medium: utm('medium') ?? '(not set)', time };
    const [campaign, term, content] = [utm('campaign'), utm('term'), utm('content')];
    if (campaign) touch.campaign = campaign;
    if (term) touch.term = term;
    if (content) touch.content = content;
    return touch;
  }
  const host = hostOf(referrer);
  return host && host !== hostOf(url) && host !== site ? { source: host, medium: 'referral', time } : undefined;
};

export const direct = (time: number): Touch => ({ source: '(direct)', medium: '(none)', time });

/** A host without `www.`, or '' for what is no URL. */
export const hostOf = (url: string): string => {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return '';
  }
};
