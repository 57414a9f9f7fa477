import type { Consent, ConsentAdapter } from '../visit/consent.ts';
import { whenThere } from './whenThere.ts';

interface GppEvent {
  listenerId: number;
  pingData?: { signalStatus?: string; parsedSections?: Record<string, object | object[]> };
}

type GppApi = (command: string, callback: (event: GppEvent, success: boolean) => void, parameter?: unknown) => void;

export interface GppOptions {
  /** What an opt-out of sale, sharing or targeting means. Default: 'denied'. */
  optedOut?: Consent;
}

/**
 * IAB GPP, the sections of the US states: 'granted' unless one of them says that the visitor has opted out (value 1) or
 * sends Global Privacy Control. https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform
 */
export const gpp =
  ({ optedOut = 'denied' }: GppOptions = {}): ConsentAdapter =>
  (decide) => {
    let stopListening = () => {};
    const stopWaiting = whenThere(
      () => (window as { __gpp?: GppApi }).__gpp,
      (api) =>
        api('addEventListener', ({ listenerId, pingData }, success) => {
          stopListening = () => api('removeEventListener', () => {}, listenerId);
          if (!success || pingData?.signalStatus !== 'ready') return;
          const said = Object.values(pingData.parsedSections ?? {})
            .flat()
            .flatMap(Object.entries);
          const isOut = said.some(
            ([name, value]) => (/OptOut$/.test(name) && value === 1) || (name === 'Gpc' && value === true),
          );
          decide(isOut ? optedOut : 'granted');
        }),
    );
    return () => {
      stopWaiting();
      stopListening();
    };
  };
