import type { ConsentAdapter } from '../visit/consent.ts';
import { onEvents } from './onEvents.ts';

interface Cookiebot {
  hasResponse: boolean;
  consent?: { statistics?: boolean };
}

/** Cookiebot: its category "statistics", once the visitor has answered. https://www.cookiebot.com/en/developer/ */
export const cookiebot = (): ConsentAdapter => (decide) =>
  onEvents(window, 'CookiebotOnConsentReady CookiebotOnAccept CookiebotOnDecline', () => {
    const { hasResponse, consent } = (window as { Cookiebot?: Cookiebot }).Cookiebot ?? {};
    if (hasResponse) decide(consent?.statistics ? 'granted' : 'denied');
  });
