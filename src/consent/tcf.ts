import type { ConsentAdapter } from '../visit/consent.ts';
import { whenThere } from './whenThere.ts';

interface TcData {
  eventStatus: string;
  gdprApplies?: boolean;
  listenerId?: number;
  purpose: { consents: Record<string, boolean> };
  vendor: { consents: Record<string, boolean> };
}

type TcfApi = (command: string, version: 2, callback: (data: TcData, success: boolean) => void, id?: number) => void;

export interface TcfOptions {
  /** The purposes that have to be consented to. Default: 1 (storage) and 8 (measuring content). */
  purposes?: number[];
  /** The site's own entry in the Global Vendor List, if it has one. Default: no vendor is asked for. */
  vendor?: number;
}

/**
 * IAB TCF v2.2: 'granted' once every purpose (and the vendor) has consent, or where the GDPR does not apply; 'denied' once
 * the visitor has chosen otherwise. https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework
 */
export const tcf =
  ({ purposes = [1, 8], vendor }: TcfOptions = {}): ConsentAdapter =>
  (decide) => {
    let stopListening = () => {};
    const stopWaiting = whenThere(
      () => (window as { __tcfapi?: TcfApi }).__tcfapi,
      (api) =>
        api('addEventListener', 2, (data, success) => {
          if (!success) return;
          stopListening = () => api('removeEventListener', 2, () => {}, data.listenerId);
          if (data.gdprApplies === false) return decide('granted');
          if (!/tcloaded|useractioncomplete/.test(data.eventStatus)) return;
          const isGiven =
            purposes.every((purpose) => data.purpose.consents[purpose]) && (!vendor || data.vendor.consents[vendor]);
          decide(isGiven ? 'granted' : 'denied');
        }),
    );
    return () => {
      stopWaiting();
      stopListening();
    };
  };
