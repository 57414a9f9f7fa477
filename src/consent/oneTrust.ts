import type { ConsentAdapter } from '../visit/consent.ts';
import { onEvents } from './onEvents.ts';

interface OneTrustPage {
  OnetrustActiveGroups?: string;
  OneTrust?: { IsAlertBoxClosed?(): boolean };
}

/**
 * OneTrust: 'granted' while `group` is active, 'denied' once the banner was closed without it.
 * https://developer.onetrust.com/onetrust/docs/javascript-events-guide
 * @param group The cookie category's id. Default: 'C0002', performance.
 */
export const oneTrust =
  (group = 'C0002'): ConsentAdapter =>
  (decide) =>
    onEvents(window, 'OneTrustGroupsUpdated OTConsentApplied', () => {
      const { OnetrustActiveGroups = '', OneTrust } = window as OneTrustPage;
      if (OnetrustActiveGroups.split(',').includes(group)) decide('granted');
      else if (OneTrust?.IsAlertBoxClosed?.()) decide('denied');
    });
