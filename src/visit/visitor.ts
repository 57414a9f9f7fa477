import { NAMES } from './storage.ts';

/** Chromium keeps no cookie longer; Safari keeps those a script has written for 7 days. https://www.rfc-editor.org/rfc/rfc6265bis */
const MAX_AGE_S = 400 * 24 * 60 * 60;

const read = (): string | undefined =>
  new RegExp(`(?:^|; )${NAMES.visitor}=([\\w-]{8,64})(?:;|$)`).exec(document.cookie)?.[1];

const write = (value: string, maxAge: number, domain: string | undefined) => {
  const where = domain ? `; domain=${domain}` : '';
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is asynchronous, and a page may end before it answers
  document.cookie = `${NAMES.visitor}=${value}; path=/; max-age=${maxAge}; samesite=lax${secure}${where}`;
};

/** The domains to try, widest first: a browser refuses public suffixes such as `co.uk`. IP addresses have none. */
const domains = (host: string): (string | undefined)[] => {
  const labels = /^[\d.]+$|:/.test(host) ? [] : host.split('.');
  return [...labels.slice(1).map((_, at) => labels.slice(-2 - at).join('.')), undefined];
};

/**
 * The visitor's id, kept in a first-party cookie on the widest domain the browser accepts, or on `cookieDomain`.
 * Undefined when cookies are refused. `renew` writes it again, so that its life counts from the latest visit.
 */
export const readVisitor = (create: () => string, renew: boolean, cookieDomain?: string): string | undefined => {
  try {
    const known = read();
    if (known && !renew) return known;
    const id = known ?? create();
    for (const domain of cookieDomain ? [cookieDomain] : domains(location.hostname)) {
      write(id, MAX_AGE_S, domain);
      if (read() === id) return id;
    }
    return undefined;
  } catch {
    return undefined; // SecurityError in sandboxed frames
  }
};

export const forgetVisitor = (cookieDomain?: string): void => {
  try {
    for (const domain of [cookieDomain, ...domains(location.hostname)]) write('', 0, domain);
  } catch {
    // as above: where no cookie may be written there is none
  }
};
