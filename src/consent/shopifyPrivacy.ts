import type { ConsentAdapter } from '../visit/consent.ts';
import { onEvents } from './onEvents.ts';
import { whenThere } from './whenThere.ts';

interface CustomerPrivacy {
  analyticsProcessingAllowed(): boolean;
  shouldShowBanner(): boolean;
}

/**
 * Shopify's customerPrivacy: 'granted' while analytics are allowed, 'denied' once they are not and no banner is due.
 * https://shopify.dev/docs/api/customer-privacy
 */
export const shopifyPrivacy = (): ConsentAdapter => (decide) => {
  let stopHearing = () => {};
  const stopWaiting = whenThere(
    () => (window as { Shopify?: { customerPrivacy?: CustomerPrivacy } }).Shopify?.customerPrivacy,
    (privacy) => {
      stopHearing = onEvents(document, 'visitorConsentCollected', () => {
        if (privacy.analyticsProcessingAllowed()) decide('granted');
        else if (!privacy.shouldShowBanner()) decide('denied');
      });
    },
  );
  return () => {
    stopWaiting();
    stopHearing();
  };
};
