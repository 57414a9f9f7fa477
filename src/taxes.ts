import type { Detector } from './detect/detector.ts';
import { readTaxIncluded } from './read/tax.ts';

/**
 * Puts `prices_include_tax` on each event with a value, where the page tells: schema.org's `valueAddedTaxIncluded`, or
 * words like `incl. VAT`. The site's own word stands. For `createFunnel({ detect: [..., taxes()] })`.
 */
export const taxes =
  (): Detector =>
  ({ ears }) => {
    let seen: [page: string, told: boolean | undefined] | undefined;
    return ears.draft.on((draft) => {
      if (draft.value === undefined || draft.prices_include_tax !== undefined) return;
      const page = location.href + document.title;
      if (seen?.[0] !== page) seen = [page, readTaxIncluded(document)];
      if (seen[1] !== undefined) draft.prices_include_tax = seen[1];
    });
  };
