import { quietly } from '../listen/ear.ts';

const EMAIL = /[^\s@/?&=#:;,<>"'()]+(?:@|%(?:25)*40)[^\s@/?&=#:;,<>"'()]+\.[A-Za-z]{2,}/g;

/** Nine digits or more, in whatever groups. */
const NUMBER = /[+(]?\d(?:[ ()./+\u00a0-]{0,3}\d){8,}/g;

/**
 * Session keys, order keys, signatures, ids of people: UUIDs, long runs of hex or of letters and digits mixed, and base64
 * by its changes of case, that no one would read.
 */
const TOKEN = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{16,}|(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{24,}/gi;
const BASE64 = /(?=[\w-]*[a-z][A-Z])(?=(?:[\w-]*?(?:[A-Za-z]\d|\d[A-Za-z]|[a-z][A-Z])){5})[\w-]{20,}/g;

/** What any token has. */
const LONG_WORD = /[\w-]{16}/;

/** Query values that say where on the site or from which campaign, never who. Everything else goes, name and value. */
const ALLOWED_QUERY = /^(utm_(source|medium|campaign|term|content|id)|page|sort|variant|sku|lang|locale|currency)$/;

/** Pages about the shopper instead of the shop, by the words of their address: searched for, ordered, an account. */
const PERSONAL_PAGE =
  /search|\bsuch|recherche|busca|busqueda|ricerca|zoek|szukaj|hledat|[?&](q|s|k|query|keywords?|term)=|account|konto|compte|cuenta|\bconta\b|profil|login|customer|kunde|client|member|user|\border|commande|pedido|ordin[ei]|bestell|zamow|check-?out|kasse|payment|thank|danke|merci|gracias|confirm|success/;

/** What follows in the path of a search is what was searched for; of a user, who it is. */
const SEARCHED =
  /(\/(?:[\w-]*(?:search|such|recherche|busca|busqueda|ricerca|zoek|szukaj|hledat)[\w-]*|(?:user|member|profile)s?)\/).+/i;

/** Text is clipped here: titles and names are shorter, and a hostile page has no bound. */
const MAX_TEXT = 1024;

/** Cards of 14 and 15 digits look like ids; their check digit tells. Doubled, a digit stands for the sum of its digits. */
const failsLuhn = (digits: string): number =>
  [...digits].reverse().reduce((sum, digit, at) => sum + +(at % 2 ? '0246813579'[+digit]! : digit), 0) % 10;

/** Card and bank account numbers; telephone numbers that look like it: `+49`, `(0`, a leading 0, or groups of three. */
const hideNumber = (found: string): string => {
  const digits = found.replace(/\D/g, '');
  if (digits.length > 15 || (/^3\d{13,14}$/.test(digits) && !failsLuhn(digits))) return '[card]';
  // Other digits may stand before it: "Mug 3 +49 151 ...".
  const isPhone = /[+(]\d|(^|\D)0\d(\D{0,3}\d){8}|\d{3}[ .-]\d{3}[ .-]\d{3}/.test(found);
  return isPhone ? '[phone]' : found;
};

/** An identifier of a product or an order, which may look like a token or a telephone number: clipped, without e-mail addresses. */
export const redactId = (text: string): string => {
  const clipped = text.slice(0, MAX_TEXT);
  return /[@%]/.test(clipped) ? clipped.replace(EMAIL, '[email]') : clipped;
};

/** Any text the page gave us, without e-mail addresses, card and telephone numbers, and tokens. */
export const redactText = (text: string): string => {
  const safe = redactId(text);
  // What is shorter than nine digits, or has no long word, is most of what events hold.
  const plain = safe.length < 9 ? safe : safe.replace(NUMBER, hideNumber);
  return LONG_WORD.test(plain) ? plain.replace(TOKEN, '[token]').replace(BASE64, '[token]') : plain;
};

/** Declared by the site to tell nobody: such values lose e-mail addresses only. */
const isFree = (name: string, allow: string[]) => /^(variant|sku)$/.test(name) || allow.includes(name);

const isAllowed = (name: string, allow: string[]) => ALLOWED_QUERY.test(name) || allow.includes(name);

const redactPart = (part: string): string => {
  // A percent sign that encodes nothing is looked through as it stands.
  const plain = quietly(() => decodeURIComponent(part)) ?? part;
  const safe = redactText(plain);
  return safe === plain ? part : safe;
};

const redactPath = (path: string): string => path.replace(SEARCHED, '$1[hidden]').replace(/[^/]+/g, redactPart);

/**
 * A URL without what may identify a person: user info, fragment (but for a route, `#/path`), what was searched for, and
 * every query value that is not on the allow list; e-mail addresses, numbers and tokens in what remains. Empty when it
 * is none.
 */
export const redactUrl = (url: string, allow: string[] = []): string => {
  if (!url) return url;
  const { origin, pathname, searchParams, hash } = new URL(url, location.href);
  for (const [name, value] of [...searchParams])
    if (isAllowed(name, allow)) searchParams.set(name, (isFree(name, allow) ? redactId : redactText)(value));
    else searchParams.delete(name);
  const [route] = /^#!?\/[^?]*|/.exec(hash)!;
  return (origin + redactPath(pathname) + (`${searchParams}` && `?${searchParams}`) + redactPath(route)).slice(
    0,
    MAX_TEXT,
  );
};

/**
 * The title or heading of this page; empty where the page is about the shopper (`PERSONAL_PAGE`), and where it repeats a
 * query value that is not on the allow list.
 */
export const redactTitle = (title: string, allow: string[] = []): string => {
  const { pathname, search, hash } = location;
  const isRepeated = [...new URLSearchParams(search)].some(
    ([name, value]) => value[2] && !isAllowed(name, allow) && title.toLowerCase().includes(value.toLowerCase()),
  );
  return isRepeated || PERSONAL_PAGE.test((pathname + search + hash).toLowerCase()) ? '' : redactText(title);
};
