// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { consentMode } from '../../src/consent/consentMode.ts';
import { cookiebot } from '../../src/consent/cookiebot.ts';
import { didomi } from '../../src/consent/didomi.ts';
import { gpc } from '../../src/consent/gpc.ts';
import { gpp } from '../../src/consent/gpp.ts';
import { oneTrust } from '../../src/consent/oneTrust.ts';
import { shopifyPrivacy } from '../../src/consent/shopifyPrivacy.ts';
import { tcf } from '../../src/consent/tcf.ts';
import { usercentrics } from '../../src/consent/usercentrics.ts';
import type { Consent, ConsentAdapter } from '../../src/visit/consent.ts';

const page = window as unknown as Record<string, unknown>;
const vendors =
  '__tcfapi __gpp dataLayer Cookiebot OneTrust OnetrustActiveGroups UC_UI __ucCmp didomiOnReady didomiEventListeners Shopify'.split(
    ' ',
  );

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  for (const name of vendors) Reflect.deleteProperty(page, name);
  Reflect.deleteProperty(navigator, 'globalPrivacyControl');
});

/** What an adapter has decided so far. */
const watch = (adapter: ConsentAdapter) => {
  const heard: Consent[] = [];
  const stop = adapter((consent) => void heard.push(consent));
  return { heard, stop };
};
const tell = (type: string, target: EventTarget = window) => target.dispatchEvent(new Event(type));

const adapters: [string, ConsentAdapter][] = [
  ['tcf', tcf()],
  ['gpp', gpp()],
  ['consentMode', consentMode()],
  ['cookiebot', cookiebot()],
  ['oneTrust', oneTrust()],
  ['usercentrics', usercentrics('x')],
  ['didomi', didomi()],
  ['shopifyPrivacy', shopifyPrivacy()],
];

test.each(adapters)('%s: where the platform never comes nothing is decided, and the waiting ends', (_, adapter) => {
  const { heard, stop } = watch(adapter);
  vi.advanceTimersByTime(6 * 60_000);
  expect(heard).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
  stop();
});

test.each(adapters)('%s: a platform that throws decides nothing, and throws nothing into the page', (_, adapter) => {
  const broken = new Proxy(() => {}, {
    get: () => {
      throw new Error('broken');
    },
    apply: () => {
      throw new Error('broken');
    },
  });
  for (const name of vendors) if (!/dataLayer|didomi/.test(name)) page[name] = broken;
  const { heard, stop } = watch(adapter);
  vi.advanceTimersByTime(2000);
  for (const type of ['CookiebotOnAccept', 'OneTrustGroupsUpdated', 'UC_CONSENT']) tell(type);
  expect(heard).toEqual([]);
  stop();
});

type TcfCallback = (data: object, success: boolean) => void;

test('tcf: comes late, waits for the choice, hears the change, and lets go', () => {
  const { heard, stop } = watch(tcf({ vendor: 7 }));
  let callback: TcfCallback = () => {};
  const api = vi.fn((command: string, _: number, given: TcfCallback) => {
    if (command === 'addEventListener') callback = given;
  });
  vi.advanceTimersByTime(3000);
  page.__tcfapi = api;
  vi.advanceTimersByTime(600);
  const say = (eventStatus: string, given: boolean, vendor = true) =>
    callback(
      {
        eventStatus,
        gdprApplies: true,
        listenerId: 3,
        purpose: { consents: { 1: given, 8: given } },
        vendor: { consents: { 7: vendor } },
      },
      true,
    );
  say('cmpuishown', false);
  expect(heard).toEqual([]);
  say('useractioncomplete', true);
  say('useractioncomplete', true, false);
  say('tcloaded', false);
  expect(heard).toEqual(['granted', 'denied', 'denied']);
  stop();
  expect(api).toHaveBeenLastCalledWith('removeEventListener', 2, expect.anything(), 3);
});

test('tcf: where the GDPR does not apply', () => {
  page.__tcfapi = (_: string, __: number, callback: TcfCallback) => callback({ gdprApplies: false }, true);
  expect(watch(tcf()).heard).toEqual(['granted']);
});

test('gpp: an opt-out or a browser signal in any section counts once the signal is ready', () => {
  let callback: (event: object, success: boolean) => void = () => {};
  page.__gpp = (command: string, given: typeof callback) => {
    if (command === 'addEventListener') callback = given;
  };
  const { heard, stop } = watch(gpp({ optedOut: 'anonymous' }));
  const say = (signalStatus: string, section: object) =>
    callback({ listenerId: 1, pingData: { signalStatus, parsedSections: { usnat: [section] } } }, true);
  say('not ready', { SaleOptOut: 1 });
  say('ready', { SaleOptOut: 2, SharingOptOut: 2 });
  say('ready', { SaleOptOut: 1 });
  say('ready', { SaleOptOut: 2, Gpc: true });
  expect(heard).toEqual(['granted', 'anonymous', 'anonymous']);
  stop();
});

test('gpc: outweighs a mode and an adapter', () => {
  expect(watch(gpc('granted')).heard).toEqual(['granted']);
  expect(watch(gpc(gpc('anonymous'))).heard).toEqual(['anonymous']);
  Object.assign(navigator, { globalPrivacyControl: true });
  expect(watch(gpc('granted')).heard).toEqual(['denied']);
});

test('consentMode: defaults from before, updates after; the layer goes on working and is given back', () => {
  const gtag = (...args: unknown[]) => {
    (function (this: unknown) {
      // biome-ignore lint/complexity/noArguments: as gtag.js does it
      (page.dataLayer as unknown[]).push(arguments);
    }).apply(undefined, args as []);
  };
  page.dataLayer = [];
  const { push } = page.dataLayer as unknown[];
  gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied', wait_for_update: 500 });
  const { heard, stop } = watch(consentMode());
  gtag('event', 'x');
  gtag('consent', 'update', { ad_storage: 'granted' });
  gtag('consent', 'update', { analytics_storage: 'granted' });
  gtag('consent', 'update', { analytics_storage: 'denied' });
  expect(heard).toEqual(['pending', 'granted', 'denied']);
  expect(page.dataLayer).toHaveLength(5);
  stop();
  expect((page.dataLayer as unknown[]).push).toBe(push);
});

test('cookiebot: the answer, its change and its withdrawal', () => {
  const state = { hasResponse: false, consent: { statistics: false } };
  page.Cookiebot = state;
  const { heard, stop } = watch(cookiebot());
  tell('CookiebotOnConsentReady');
  expect(heard).toEqual([]);
  Object.assign(state, { hasResponse: true, consent: { statistics: true } });
  tell('CookiebotOnAccept');
  state.consent.statistics = false;
  tell('CookiebotOnDecline');
  stop();
  tell('CookiebotOnAccept');
  expect(heard).toEqual(['granted', 'denied']);
});

test('oneTrust: groups that come late and go again; a banner still open is no decision', () => {
  let closed = false;
  const { heard, stop } = watch(oneTrust());
  page.OneTrust = { IsAlertBoxClosed: () => closed };
  page.OnetrustActiveGroups = ',C0001,';
  tell('OneTrustGroupsUpdated');
  expect(heard).toEqual([]);
  closed = true;
  page.OnetrustActiveGroups = ',C0001,C0002,';
  tell('OneTrustGroupsUpdated');
  page.OnetrustActiveGroups = ',C0001,';
  tell('OTConsentApplied');
  expect(heard).toEqual(['granted', 'denied']);
  stop();
});

test('usercentrics v2: nothing before its start, then the service', () => {
  const service = { id: 'x', consent: { status: false } };
  const { heard, stop } = watch(usercentrics('x'));
  page.UC_UI = {
    isInitialized: () => true,
    getServicesBaseInfo: () => [{ id: 'y', consent: { status: true } }, service],
  };
  tell('UC_UI_INITIALIZED');
  service.consent.status = true;
  tell('UC_UI_CMP_EVENT');
  service.consent.status = false;
  tell('UC_UI_CMP_EVENT');
  expect(heard).toEqual(['pending', 'granted', 'denied']);
  stop();
});

test('usercentrics v3: a choice of an earlier page is a decision', async () => {
  const consent = { given: false, type: 'IMPLICIT' };
  page.__ucCmp = { getConsentDetails: async () => ({ services: { x: { consent: { ...consent } } } }) };
  const { heard, stop } = watch(usercentrics('x'));
  await vi.advanceTimersByTimeAsync(0);
  consent.type = 'EXPLICIT';
  tell('UC_UI_INITIALIZED');
  await vi.advanceTimersByTimeAsync(0);
  consent.given = true;
  tell('UC_CONSENT');
  await vi.advanceTimersByTimeAsync(0);
  expect(heard).toEqual(['pending', 'denied', 'granted']);
  stop();
});

test('didomi: waits for the platform and the choice, hears the change, and falls silent', () => {
  const { heard, stop } = watch(didomi());
  const status = { enabled: false };
  let isDue = true;
  const [ready] = page.didomiOnReady as ((api: object) => void)[];
  ready!({
    shouldConsentBeCollected: () => isDue,
    getCurrentUserStatus: () => ({ purposes: { measure_content_performance: status } }),
  });
  const [{ listener }] = page.didomiEventListeners as [{ listener(): void }];
  expect(heard).toEqual([]);
  isDue = false;
  status.enabled = true;
  listener();
  status.enabled = false;
  listener();
  stop();
  listener();
  expect(heard).toEqual(['granted', 'denied']);
});

test('shopifyPrivacy: comes late; a banner that is due is no decision', () => {
  let allowed = false;
  let isDue = true;
  const { heard, stop } = watch(shopifyPrivacy());
  page.Shopify = { customerPrivacy: { analyticsProcessingAllowed: () => allowed, shouldShowBanner: () => isDue } };
  vi.advanceTimersByTime(600);
  expect(heard).toEqual([]);
  isDue = false;
  allowed = true;
  tell('visitorConsentCollected', document);
  allowed = false;
  tell('visitorConsentCollected', document);
  stop();
  tell('visitorConsentCollected', document);
  expect(heard).toEqual(['granted', 'denied']);
});
