import type { EventFields, Evidence, FunnelEvent, Json, PageFacts, Touch } from './event.ts';
import { redactText, redactUrl } from './redact.ts';

/** An event before it has its place in a stream. */
export type Draft = Omit<FunnelEvent, 'id' | 'stream' | 'seq'>;

/** A milestone, a signal, or a name of the site's own. */
export const isName = (name: unknown): name is string =>
  typeof name === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(name);

const readPage = (): PageFacts => ({
  url: redactUrl(location.href),
  path: redactUrl(location.origin + location.pathname).slice(location.origin.length),
  title: redactText(document.title),
  referrer: redactUrl(document.referrer),
});

/** Class by user agent: sizes would force a layout. iPads call themselves Macintosh, but no Mac has touch points. */
const readDevice = (): NonNullable<FunnelEvent['device']> => {
  const { userAgent, language, maxTouchPoints } = navigator;
  const tablet =
    /iPad|Tablet|Android(?!.*Mobile)/i.test(userAgent) || (maxTouchPoints > 1 && /Macintosh/.test(userAgent));
  return { class: tablet ? 'tablet' : /Mobi/i.test(userAgent) ? 'mobile' : 'desktop', language };
};

/** What happened, and the page it happened on. */
export const createDraft = (
  name: string,
  fields: EventFields,
  by: Evidence,
  time: number,
  source: { first: Touch; last: Touch },
  context: Json | undefined,
): Draft => ({
  name,
  time,
  ...fields,
  page: readPage(),
  source,
  device: readDevice(),
  ...(context && typeof context === 'object' && !Array.isArray(context) ? { context } : {}),
  by,
});
