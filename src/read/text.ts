const MARKS = /[\u0300-\u036f\u00ad\u061c\u064b-\u0655\u200b-\u200f\u2060-\u2069\ufeff]/g;
const WHOLE_LETTERS: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae' };

/**
 * Text as labels are compared: lower case, without marks and invisible signs, one kind of space, at most 300 characters.
 * Composed again at the end, since Hangul and kana fall apart otherwise.
 */
export const fold = (text: string): string =>
  text
    .slice(0, 300)
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[łøđıßæ]/g, (letter) => WHOLE_LETTERS[letter]!)
    .replace(/\s+/g, ' ')
    .trim();

/** `addToCart`, `add-to-cart` and `add_to_cart` are the same words: `add to cart`. */
export const toWords = (name: string): string =>
  name
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_.:/]+/g, ' ')
    .toLowerCase();

/** The text of a node as one line, or '' when there is none. Never `innerText`, which forces layout. */
export const textOf = (node: Node | null | undefined, limit = 200): string =>
  (node?.textContent ?? '')
    .slice(0, limit * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, limit);

/** A string or number of the page's own, clipped; undefined for anything else and for nothing. */
export const toText = (value: unknown, limit = 200): string | undefined =>
  (typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, limit) : '') || undefined;
