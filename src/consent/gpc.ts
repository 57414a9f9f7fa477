import type { Consent, ConsentAdapter } from '../visit/consent.ts';

/**
 * Global Privacy Control: 'denied' where the browser sends it, else what `otherwise` says, a mode or another adapter.
 * https://www.w3.org/TR/gpc/
 */
export const gpc =
  (otherwise: Consent | ConsentAdapter): ConsentAdapter =>
  (decide) => {
    if ((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl) decide('denied');
    else if (typeof otherwise === 'function') return otherwise(decide);
    else decide(otherwise);
    return () => {};
  };
