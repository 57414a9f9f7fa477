import { toCode } from './amount.ts';

const BY_LANGUAGE =
  'sv:SEK da:DKK nb:NOK no:NOK nn:NOK is:ISK ja:JPY zh-cn:CNY ro:RON en-au:AUD en-ca:CAD fr-ca:CAD en-nz:NZD es-mx:MXN es-cl:CLP es-co:COP en-in:INR hi-in:INR zh-tw:TWD en-za:ZAR de-ch:CHF fr-ch:CHF';

/**
 * The currency a page says it sells in: by markup, else by a language whose country leaves no choice. `en-US` is no
 * evidence, being what software writes when nobody told it.
 */
export const readPageCurrency = (doc: Document): string | undefined => {
  const told = doc.querySelector(
    'meta[property$="price:currency"],[itemprop="priceCurrency"],[data-currency],[data-currency-code]',
  );
  const names = ['content', 'data-currency', 'data-currency-code'].map((name) => told?.getAttribute(name));
  const language = doc.documentElement.lang.toLowerCase();
  return (
    toCode(names.find(Boolean)) ??
    toCode(/\bcurrency-([a-z]{3})\b/i.exec(doc.body.className)?.[1]) ??
    [language, language.slice(0, 2)]
      .map((name) =>
        BY_LANGUAGE.split(' ')
          .find((entry) => entry.startsWith(`${name}:`))
          ?.slice(-3),
      )
      .find(Boolean)
  );
};
