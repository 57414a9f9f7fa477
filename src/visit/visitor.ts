import { quietly } from '../listen/ear.ts';
import { NAMES } from './storage.ts';

/** 400 days: Chromium keeps no cookie longer, Safari keeps those a script has written for 7. https://www.rfc-editor.org/rfc/rfc6265bis */
const MAX_AGE_S = 34_560_000;

const read = () => new RegExp(`(?:^|; )${NAMES.visitor}=([\\w-]{8,64})(?:;|$)`).exec(document.cookie)?.[1];

/** '' takes it away. Whether it is there then. */
const write = (value: string, domain: string): boolean => {
  const secure = location.protocol === 'https:' ? ';secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is asynchronous, and a page may end before it answers
  document.cookie = `${NAMES.visitor}=${value};path=/;max-age=${value ? MAX_AGE_S : 0};samesite=lax${secure}${domain && `;domain=${domain}`}`;
  return read() === value;
};

/** The domains to try, widest first, '' for the host alone: a browser refuses public suffixes, and IP addresses have none. */
export const domains = (cookieDomain: string | undefined): string[] => {
  const labels = location.hostname.split('.');
  return cookieDomain ? [cookieDomain] : [...labels.map((_, at) => labels.slice(-2 - at).join('.')), ''];
};

/** Where no cookie may be written there is none. */
export const forgetVisitor = (cookieDomain: string | undefined): unknown =>
  quietly(() => domains(cookieDomain).map((domain) => write('', domain)));

/**
 * The visitor's id, kept in a first-party cookie on the widest domain the browser accepts, or on `cookieDomain`.
 * Undefined when cookies are refused. `renew` writes it again, so that its life counts from the latest visit.
 */
export const readVisitor = (create: () => string, renew: boolean, cookieDomain?: string): string | undefined =>
  // SecurityError in sandboxed frames
  quietly(() => {
    const known = read();
    const id = known ?? create();
    // Where the old one still stands, a domain that refuses the new one cannot be told from one that took it.
    if (known && renew) forgetVisitor(cookieDomain);
    return (known && !renew) || domains(cookieDomain).some((domain) => write(id, domain)) ? id : undefined;
  });
