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
    if (/(^|[._]|has|user|nw)err(or)?s?(_?(message|msg|code|no))?(\.(?!length)|$)|^exception$/i.test(path))
      return !/^(false|0)$/.test(said);
    if (/^(is_?)?valid$/i.test(path)) return said === 'false';
    if (key === 'stat') return !/^(1|ok|true|succ)/.test(said);
    if (/^((is)?success|ok|succeeded|added|done|quantityAdded)$/i.test(key)) return /^(false|0)$/.test(said);
    // `validation_failed`; what an operation returns may be an error by its type.
    if (/^(result|response|(payment_)?status|state|type|severity|(status|result)_?code)$/i.test(key))
      return /^(?!no)(\w+_)?(false|[45]\d\d|-\d+|fail|failed|failure|error|danger|declined|spam|e)$/i.test(said);
    if (key === '__typename') return /Error$/.test(said);
    if (key !== 'code' || /^(2\d\d|[01]|ok|success)$/i.test(said)) return false;
    const siblings = pairs.map(([other]) => other).filter((other) => other.startsWith(beside(path)));
    return (
      siblings.some((other) => /\b(message|msg)$/.test(other)) &&
      !siblings.some((other) => /item|cart|order/.test(other))
    );
  });
  // A word at most: what a shop writes in a sentence may repeat what the shopper typed.
  return found && `${found[0]} ${/^[\w-]{1,40}$/.exec(String(found[1])) ?? ''}`.trim();
};
