import type { ConsentAdapter } from '../visit/consent.ts';

interface Didomi {
  shouldConsentBeCollected(): boolean;
  getCurrentUserStatus(): { purposes: Record<string, { enabled: boolean } | undefined> };
}

interface DidomiPage {
  didomiOnReady?: ((didomi: Didomi) => void)[];
  didomiEventListeners?: { event: string; listener: () => void }[];
}

/**
 * Didomi: 'granted' while the purpose is enabled, 'denied' once the visitor has chosen otherwise.
 * https://developers.didomi.io/cmp/web-sdk/reference/events
 * @param purpose Its id. Default: 'measure_content_performance'.
 */
export const didomi =
  (purpose = 'measure_content_performance'): ConsentAdapter =>
  (decide) => {
    let isStopped = false;
    const page = window as DidomiPage;
    const ready = (api: Didomi) => {
      const tell = () => {
        if (isStopped) return;
        if (api.getCurrentUserStatus().purposes[purpose]?.enabled) decide('granted');
        else if (!api.shouldConsentBeCollected()) decide('denied');
      };
      page.didomiEventListeners ??= [];
      page.didomiEventListeners.push({ event: 'consent.changed', listener: tell });
      tell();
    };
    page.didomiOnReady ??= [];
    page.didomiOnReady.push(ready);
    return () => {
      isStopped = true;
    };
  };
