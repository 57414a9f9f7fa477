import { toCode } from './amount.ts';

// A code begins with the letters of its country.
const BY_COUNTRY = 'AUD CAD CHF CLP CNY COP INR MXN NZD TWD ZAR';
const BY_LANGUAGE = 'sv:SEK da:DKK nb:NOK no:NOK nn:NOK is:ISK ja:JPY ro:RON';

const codeOf = (list: string, start: string) =>
  list
    .split(' ')
    .find((code) => code.startsWith(start))
    ?.slice(-3);

/**
 * The currency a page says it sells in: by markup, else by a language whose country leaves no choice. `en-US` is no
 * evidence, being what software writes when nobody told it.
 */
export const readPageCurrency = (doc: Document): string | undefined => {
  const told = doc.querySelector(
    'meta[property$="price:currency"],[itemprop="priceCurrency"],[data-currency],[data-currency-code]',
  );
  // `"priceCurrency": "EUR"`, `default_currency = 'EUR'`, `shop.currency = window.shop.currency || "EUR"`; within a text,
  // `\"currencyCode\":\"EUR\"`, or as a list of all values, `\"currencyCode\",\"EUR\"`
  const inScripts = () => {
    const codes = [...doc.querySelectorAll('script')].flatMap(({ textContent }) => [
      ...textContent!.matchAll(
        /(?:(\w\.\w*urrency) = \S+\1 \|\| |urrency\w*\\?["']?\s*[:=,]\s*)\\?["']([A-Z]{3})\\?["']/g,
      ),
    ]);
    // Where several are named, they may be a choice.
    return codes.every(([, , code]) => code === codes[0]![2]) ? codes[0]?.[2] : undefined;
  };
  // `US Dollar - USD`, or the code as what is sent.
  const chosen = `${doc.querySelector('select[name*="urrency"] :checked')?.outerHTML}`;
  const names = ['content', 'data-currency', 'data-currency-code'].map((name) => told?.getAttribute(name));
  // `zh-Hant-TW`
  const [language = '', country] = doc.documentElement.lang.split(/-(?:\w+-)?/);
  return (
    toCode(names.find(Boolean) ?? inScripts()) ??
    /\b[A-Z]{3}\b/.exec(chosen)?.[0] ??
    toCode(/\bcurrency-([a-z]{3})\b/i.exec(doc.body.className)?.[1]) ??
    codeOf(BY_COUNTRY, country?.toUpperCase() || '-') ??
    codeOf(BY_LANGUAGE, `${language.toLowerCase()}:`)
  );
};
