import type { FunnelEvent, PageFacts } from './event.ts';
import { redactTitle, redactUrl } from './redact.ts';

/** An event before it has its place in a stream. */
export type Draft = Omit<FunnelEvent, 'id' | 'stream' | 'seq'>;

/** A milestone, a signal, or a name of the site's own. */
export const isName = (name: unknown): name is string =>
  typeof name === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(name);

/** Where it happens. `allow`: names of query fields that tell nobody. */
export const readPage = (allow?: string[]): PageFacts => {
  const url = redactUrl(location.href, allow);
  return {
    url,
    path: url.slice(location.origin.length).split(/[?#]/)[0]!,
    title: redactTitle(document.title, allow),
    referrer: redactUrl(document.referrer, allow),
  };
};
