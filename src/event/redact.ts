const EMAIL = /[^\s@/?&=#:;,<>"'()]+(?:@|%40)[^\s@/?&=#:;,<>"'()]+\.[a-z]{2,}/gi;

/** Session keys, order keys, signatures: long runs of hex, or of letters and digits mixed, that no one would read. */
const TOKEN = /\b(?:[0-9a-f]{16,}|(?=\w*\d)(?=\w*[a-z])\w{24,})\b/gi;

/** Query values that say where on the site or from which campaign, never who. Everything else goes, name and value. */
const ALLOWED_QUERY = /^(utm_(source|medium|campaign|term|content|id)|page|sort|variant|sku|lang|locale|currency)$/;

/** Text is clipped here: titles and names are shorter, and a hostile page has no bound. */
const MAX_TEXT = 1024;

/** Any text the page gave us, without the e-mail addresses in it. */
export const redactText = (text: string): string => text.slice(0, MAX_TEXT).replace(EMAIL, '[email]');

/**
 * A URL without what may identify a person: user info, fragment (but for a route, `#/path`), e-mail addresses, long
 * tokens, and every query value that is not on the allow list. Empty when it is none.
 */
export const redactUrl = (url: string): string => {
  if (!url) return url;
  const { origin, pathname, searchParams, hash } = new URL(url, location.href);
  for (const name of [...searchParams.keys()]) if (!ALLOWED_QUERY.test(name)) searchParams.delete(name);
  const route = /^#!?\/[^?]*|/.exec(hash)![0];
  return redactText(origin + `${pathname}${`${searchParams}` && `?${searchParams}`}${route}`.replace(TOKEN, '[token]'));
};
