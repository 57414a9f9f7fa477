import type { Touch } from './event/event.ts';
import type { Arrival } from './visit/source.ts';

/** Where visitors come from, by GA4's channels where GA4 has one. https://support.google.com/analytics/answer/9756891 */
export type Channel =
  | 'internal'
  | `paid_${'search' | 'social' | 'video' | 'other'}`
  | 'display'
  | 'affiliate'
  | 'email'
  | 'sms'
  | 'push'
  | 'search'
  | 'social'
  | 'ai'
  | 'video'
  | 'marketplace'
  | 'referral'
  | 'campaign'
  | (string & {});

/**
 * A pattern tested against the referring host, a space and the page's address, and the origin it stands for:
 * `[/^partner\.example |[?&]ref=/, { channel: 'partner' }]`. The channel 'internal' is no origin: the visit goes on.
 */
export type AttributionRule = [
  from: RegExp,
  to: { channel: Channel; source?: string; medium?: string; campaign?: string },
];

export interface AttributionOptions {
  /** Looked at before everything else, in their order. Default: none. */
  rules?: AttributionRule[];
  /** Keeps the click id itself (`click_id`), not only whose it is. Never without consent or under GPC. Default: false. */
  clickIds?: boolean;
}

/**
 * Click ids as the networks' documentation names the parameter, behind their medium and source: Google Ads and DV360;
 * Microsoft, Yandex; Meta, TikTok, X, LinkedIn, Pinterest, Snapchat, Reddit; Taboola; Impact, CJ, Awin; Mailchimp.
 */
const CLICKS = [
  'cpc google gclid gbraid wbraid',
  'cpc bing msclkid',
  'cpc yandex yclid',
  'social facebook fbclid',
  'cpc tiktok ttclid',
  'cpc twitter twclid',
  'cpc linkedin li_fat_id',
  'cpc pinterest epik',
  'cpc snapchat ScCid',
  'cpc reddit rdt_cid',
  'display google dclid',
  'display taboola tblci',
  'affiliate impact irclickid',
  'affiliate cj cjevent',
  'affiliate awin awc',
  'email mailchimp mc_eid',
];

// Hosts by class, first match wins. Coming back from paying goes on with the visit that began before it.
const CLASSES: Record<string, RegExp> = {
  internal: /pay|klarna|stripe|adyen|mollie|sofort|przelewy|checkout|secure|3ds|acs|ideal\.|bank/,
  ai: /gpt|openai|perplexity|claude|gemini|copilot|deepseek|mistral|grok|meta\.ai/,
  email: /mail|outlook|android\.gm/,
  video: /youtu|vimeo|twitch/,
  social:
    /facebook|instagram|threads|twitter|^(t\.co|x\.com|vk)\b|linkedin|lnkd|pinterest|reddit|tiktok|snapchat|bsky|telegram|whatsapp/,
  marketplace: /amazon|ebay|etsy|aliexpress|walmart|allegro|mercado|zalando|rakuten|shopee/,
  search: /google|bing|yahoo|duckduckgo|ecosia|baidu|yandex|naver|seznam|startpage|search|brave/,
};

/** GA4's channel: what the medium says; else the kind of the source, and whether it was paid for. */
const channelOf = ({ source, medium }: Touch): Channel => {
  const [told] = /display|affiliate|email|sms|push|video|social/.exec(medium) ?? [];
  const kind = Object.keys(CLASSES).find((name) => CLASSES[name]!.test(`${source}.`));
  if (told || !/^cp|ppc|paid/.test(medium)) return told ?? kind ?? (medium === 'referral' ? medium : 'campaign');
  return `paid_${kind ?? 'other'}`;
};

/**
 * Tells the origin of a visit with its `channel`: utm parameters, click ids of the large networks (`click_id_type`: whose,
 * not which), the class of the referrer, and that coming back from a payment is no origin. A campaign outweighs a click
 * id, and both the referrer. For `createFunnel({ attribution: attribution() })`.
 */
export const attribution =
  ({ rules = [], clickIds }: AttributionOptions = {}) =>
  ({ url, host, time, known }: Arrival, plain: Touch | undefined): Touch | undefined => {
    const [, own] = rules.find(([from]) => from.test(`${host} ${url}`)) ?? [];
    let touch = plain;
    new URL(url).searchParams.forEach((id, key) => {
      const [medium, source] = (CLICKS.find((entry) => entry.split(' ').includes(key, 2)) ?? '').split(' ');
      // utm parameters say more, and themselves.
      if (source) touch = { time, source, medium: medium!, click_id_type: key, ...(plain?.source !== host && plain) };
      if (source && clickIds && known) touch!.click_id = id.slice(0, 200);
    });
    if (own) touch = { ...touch, time, source: host, medium: 'referral', ...own };
    if (touch) touch = { channel: channelOf(touch), ...touch };
    return touch?.channel === 'internal' ? undefined : touch;
  };
