import type { FunnelEvent, PageFacts } from './event.ts';
import { redactTitle, redactUrl } from './redact.ts';

/** An event before it has its place in a stream. */
export type Draft = Omit<FunnelEvent, 'id' | 'stream' | 'seq'>;

/** A milestone, a signal, or a name of the site's own. */
export const isName = (name: unknown): name is string =>
  typeof name === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(name);

/** What `here` was made of. */
let seen: string | undefined;
let here: PageFacts;

/** Where it happens. `allow`: names of query fields that tell nobody. */
export const readPage = (allow?: string[]): PageFacts => {
  // To redact costs more than all else that an event does: once for each place, not for each event. Of the ways to ask
  // whether it still is the same place, this is the quickest: `location.href` takes a sixth of an event.
  const { URL, title } = document;
  const now = URL + title + allow;
  if (seen !== now) {
    seen = now;
    const { href, origin } = location;
    const url = redactUrl(href, allow);
    const path = url.slice(origin.length).split(/[?#]/)[0]!;
    // A form named `title` stands in the place of the page's.
    here = { url, path, title: redactTitle(`${title}`, allow), referrer: redactUrl(document.referrer, allow) };
  }
  return { ...here };
};
