/** What the tax is called: English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic, Czech, Polish, Hungarian, Turkish, Russian. */
const TAX = '(?:vat|tax(?:es)?|gst|mwst|ust|\\w+steuer|tva|iva|btw|moms|mva|alv|dph|pdv|áfa|kdv|ндс)';

/** What may stand between: a rate, an article, `gesetzlicher`, `of all`. */
const BETWEEN =
  '[\\s.:(]{1,3}(?:(?:\\d{1,2}(?:[.,]\\d)?\\s?%|of|all|any|sales|der|die|la|de|ges\\.|gesetzl\\w*\\.?)\\s+)*';

/** Built when it is asked: a site without `taxes()` pays nothing. No lookbehind: Safari has it since 16.4 only. */
const says = (text: string, [before, after, alone]: string[]) =>
  new RegExp(
    `(?:^|[^\\p{L}\\d])(?:(?:${before})${BETWEEN}${TAX}|${TAX}\\s(?:${after})|${alone})(?![\\p{L}\\d])`,
    'iu',
  ).test(text);

const INCLUDED = [
  'incl|including|inclusive|inkl|inklusive|inc|includes|con|com|avec|med|s|z|sis|с',
  'included|incluid[oa]s?|inclu[sí][aeo]?s?|inclusa|incluíd[oa]|compris(?:es?)?|inbegrepen|dahil',
  'ttc|税込|含税',
];

const EXCLUDED = [
  'excl|excluding|exclusive|exkl|exklusive|ex|exc|plus|zzgl|zuzüglich|without|sin|sem|sans|hors|ohne|bez|utan|uden|uten|без',
  'excluded|exclu[sí]?[dao]*s?|esclusa|hariç|not included',
  '税抜|未税',
];

const readStructured = (doc: Document): boolean | undefined => {
  let told: boolean | undefined;
  for (const { textContent } of doc.querySelectorAll('script[type="application/ld+json"]'))
    for (const [, word] of textContent!.matchAll(
      /"valueAddedTaxIncluded"\s*:\s*"?(?:https?:\/\/schema\.org\/)?(true|false)/gi,
    )) {
      const next = word!.toLowerCase() === 'true';
      if (told !== undefined && told !== next) return;
      told = next;
    }
  return told;
};

/** A page's text is looked through up to here. */
const MAX_CHARS = 50_000;

/**
 * Whether the prices of a page hold the tax: by schema.org's `valueAddedTaxIncluded`, else by what stands beside them.
 * Undefined where nothing tells, or where both are told.
 */
export const readTaxIncluded = (doc: Document): boolean | undefined => {
  const told = readStructured(doc);
  if (told !== undefined) return told;
  const text = (doc.querySelector('main') ?? doc.body).textContent!.slice(0, MAX_CHARS);
  const included = says(text, INCLUDED);
  return included === says(text, EXCLUDED) ? undefined : included;
};
