import type { ConsentAdapter } from '../visit/consent.ts';
import { onEvents } from './onEvents.ts';

interface Given {
  given: boolean;
  /** 'EXPLICIT' once the visitor has chosen. */
  type?: string;
}

interface UsercentricsPage {
  UC_UI?: { isInitialized?(): boolean; getServicesBaseInfo(): { id: string; consent: { status: boolean } }[] };
  __ucCmp?: { getConsentDetails(): Promise<{ services?: Record<string, { consent?: Given }> }> };
}

const toGiven = (service: { consent: { status: boolean } } | undefined): Given | undefined =>
  service && { given: service.consent.status };

/**
 * Usercentrics, v2 and v3: the consent given to one service. https://docs.usercentrics.com/
 * @param service The id (v2: template id) of the service that stands for this measurement in the site's settings.
 */
export const usercentrics =
  (service: string): ConsentAdapter =>
  (decide) =>
    onEvents(window, 'UC_UI_INITIALIZED UC_UI_CMP_EVENT UC_CONSENT', (event) => {
      const { UC_UI, __ucCmp } = window as UsercentricsPage;
      const tell = (consent: Given | undefined) => {
        // Before the visitor has chosen, everything optional is off, which is no decision.
        const isChosen = consent?.type === 'EXPLICIT' || /CMP_EVENT|CONSENT/.test(event?.type ?? '');
        if (consent) decide(consent.given ? 'granted' : isChosen ? 'denied' : 'pending');
      };
      if (__ucCmp)
        __ucCmp.getConsentDetails().then(
          ({ services }) => tell(services?.[service]?.consent),
          () => {},
        );
      else if (UC_UI?.isInitialized?.()) tell(toGiven(UC_UI.getServicesBaseInfo().find(({ id }) => id === service)));
    });
