import type { FunnelEvent, PageFacts } from './event.ts';
import { redactText, redactUrl } from './redact.ts';

/** An event before it has its place in a stream. */
export type Draft = Omit<FunnelEvent, 'id' | 'stream' | 'seq'>;

/** A milestone, a signal, or a name of the site's own. */
export const isName = (name: unknown): name is string =>
  typeof name === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(name);

/** Where it happens. */
export const readPage = (): PageFacts => ({
  url: redactUrl(location.href),
  path: redactUrl(location.pathname).slice(location.origin.length),
  title: redactText(document.title),
  referrer: redactUrl(document.referrer),
});
