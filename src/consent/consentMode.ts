import type { ConsentAdapter } from '../visit/consent.ts';

type Layer = unknown[] & { push: (...entries: unknown[]) => number };

/**
 * Google Consent Mode v2, as banners tell it: `gtag('consent', 'default' | 'update', { analytics_storage })`, from before
 * we came too. A default of 'denied' is no decision yet: 'pending'. Regional defaults are not told apart.
 * https://developers.google.com/tag-platform/security/guides/consent
 */
export const consentMode = (): ConsentAdapter => (decide) => {
  const page = window as { dataLayer?: Layer };
  page.dataLayer ??= [] as unknown as Layer;
  const layer = page.dataLayer;
  const hear = (entry: unknown) => {
    const [command, kind, state] = Array.from((Object(entry).length ? entry : []) as ArrayLike<unknown>);
    const said = command === 'consent' && (Object(state).analytics_storage as string);
    if (said === 'granted') decide('granted');
    else if (said) decide(kind === 'update' ? 'denied' : 'pending');
  };
  for (const entry of layer) hear(entry);
  const { push } = layer;
  const heard: Layer['push'] = (...entries) => {
    for (const entry of entries) hear(entry);
    return push.apply(layer, entries);
  };
  layer.push = heard;
  return () => {
    if (layer.push === heard) layer.push = push;
  };
};
