import { beside, flatten } from './flatten.ts';

// What lies in a cart's lines is about them, not about the act.
const LINES = /(^|\.)(items|products|lines|line_?items|sections|fragments)\./i;

/**
 * Why an answer means no, or undefined. Half of all shops say no with HTTP 200: an error flag, a list of errors,
 * `success: false`, a code and a message without a cart, or a bad status inside a batch.
 */
export const readRefusal = (status: number, body: unknown): string | undefined => {
  if (status >= 400) return `http ${status}`;
  // WordPress says no with nothing but this. https://developer.wordpress.org/plugins/javascript/ajax/
  if ([0, -1, false].includes(body as number)) return `answer ${body}`;
  const pairs = flatten(body, 800).filter(([path]) => !LINES.test(path));
  const found = pairs.find(([path, value]) => {
    const key = path.slice(beside(path).length);
    const said = String(value);
    if (/^\d* error\b/i.test(`${path} ${said}`)) return true; // a word of its own, as a server action returns it
    if (/(^|[._]|has|user|nw)errors?(_?(message|msg))?(\.(?!length)|$)/i.test(path)) return !/^(false|0)$/.test(said);
    if (value === false) return /^(success|ok|succeeded|isSuccess|added|done|result|status|quantityAdded)$/i.test(key);
    if (/^quantityAdded$/i.test(key)) return !value;
    if (key === 'stat') return !/^(1|ok|true|succ)/.test(said);
    if (/^(result|(payment_)?status(_?code)?|state)$/i.test(key))
      return /^([45]\d\d|fail|failed|failure|error|declined)$/i.test(said);
    if (key !== 'code' || /^(2\d\d|0|ok|success)$/i.test(said)) return false;
    const siblings = pairs.map(([other]) => other).filter((other) => other.startsWith(beside(path)));
    return siblings.includes(`${beside(path)}message`) && !siblings.some((other) => /item|cart|order/.test(other));
  });
  // A word at most: what a shop writes in a sentence may repeat what the shopper typed.
  return found && `${found[0]} ${/^[\w-]{1,40}$/.exec(String(found[1])) ?? ''}`.trim();
};
