import { quietly } from '../listen/ear.ts';
import { NAMES } from './storage.ts';

/** 400 days: Chromium keeps no cookie longer, Safari keeps those a script has written for 7. https://www.rfc-editor.org/rfc/rfc6265bis */
const MAX_AGE_S = 34_560_000;

const read = () => new RegExp(`(?:^|; )${NAMES.visitor}=([\\w-]{8,64})(?:;|$)`).exec(document.cookie)?.[1];

const write = (value: string, maxAge: number, domain: string) => {
  const secure = location.protocol === 'https:' ? ';secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is asynchronous, and a page may end before it answers
  document.cookie = `${NAMES.visitor}=${value};path=/;max-age=${maxAge};samesite=lax${secure}${domain && `;domain=${domain}`}`;
};

/** The domains to try, widest first, '' for the host alone: a browser refuses public suffixes, and IP addresses have none. */
const domains = (cookieDomain: string | undefined): string[] => {
  const labels = location.hostname.split('.');
  const parents = labels.map((_, at) => labels.slice(-2 - at).join('.')).slice(0, -1);
  return cookieDomain ? [cookieDomain] : [...parents, ''];
};

/**
 * The visitor's id, kept in a first-party cookie on the widest domain the browser accepts, or on `cookieDomain`.
 * Undefined when cookies are refused, as sandboxed frames do by throwing. `renew` writes it again, so that its life counts from the latest visit.
 */
export const readVisitor = (create: () => string, renew: boolean, cookieDomain?: string): string | undefined =>
  quietly(() => {
    const known = read();
    const id = known ?? create();
    if (renew || !known)
      for (const domain of domains(cookieDomain)) {
        write(id, MAX_AGE_S, domain);
        if (read() === id) break;
      }
    return read();
  });

export const forgetVisitor = (cookieDomain: string | undefined): void => {
  quietly(() => {
    for (const domain of domains(cookieDomain)) write('', 0, domain);
  });
};
