import {
  type Batch,
  type FunnelEvent,
  http,
  type Ledger,
  orderEventId,
  redactText,
  redactUrl,
  uuid7,
} from 'funnelwire';
import type { Attribute, CustomerEvent, PixelApi } from './customerEvents.ts';
import { ATTRIBUTE, fromAttribute, type Visitor } from './handover.ts';
import { CHECKOUT, type Milestone, STOREFRONT } from './milestones.ts';

export interface PixelOptions {
  /** The same as the theme's. */
  endpoint: string;
  /** The same as the theme's: it is part of an order's id, by which one purchase told by both is one. */
  site: string;
  /** Tells what happens before the checkout too. For shops whose theme has no funnelwire. Default: false. */
  storefront?: boolean;
}

/** Tries of one event; then it is counted as dropped. There is no storage in the sandbox that outlives it. */
const MAX_TRIES = 5;

const FIRST_RETRY_MS = 1000;

const random = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/**
 * Tells funnelwire's collector what Shopify's customer events tell, in the same words as the theme: the visitor is the one
 * whom the cart's attributes name, else the cookie; without either the events join within this page alone. Nothing is sent
 * unless the visitor lets the shop measure. The sandbox may end at any time: each event leaves at once, by a fetch that
 * outlives it.
 */
export const startPixel = (
  { analytics, browser, init, customerPrivacy }: PixelApi,
  { endpoint, site, storefront }: PixelOptions,
): void => {
  const send = http(endpoint);
  const stream = uuid7(Date.now(), random);
  const ledger: Ledger = { created: 0, acknowledged: 0, waiting: 0, in_doubt: 0, dropped: {} };
  let isAllowed = init.customerPrivacy?.analyticsProcessingAllowed === true;
  let who: Promise<Partial<Visitor>> | undefined;
  let seq = 0;

  customerPrivacy?.subscribe('visitorConsentCollected', ({ customerPrivacy: { analyticsProcessingAllowed } }) => {
    isAllowed = analyticsProcessingAllowed;
  });

  /** The first to tell wins: one stream has one visitor. */
  const find = async (attributes: Attribute[] = []): Promise<Partial<Visitor>> => {
    const told = attributes.find(({ key }) => key === ATTRIBUTE)?.value;
    const handed = fromAttribute(told);
    if (handed) return handed;
    const cookie = await browser.cookie.get('funnelwire').catch(() => undefined);
    const [visitor] = /^[\w-]{8,64}/.exec(cookie ?? '') ?? [];
    return visitor ? { visitor } : {};
  };

  const deliver = async (event: Omit<FunnelEvent, 'stream'>): Promise<void> => {
    for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
      if (!isAllowed) break;
      const batch: Batch = {
        v: 1,
        sdk: 'funnelwire-shopify-pixel/0.1.0',
        sent_at: Date.now(),
        streams: [{ stream, ...(await who), ledger: { ...ledger, dropped: { ...ledger.dropped } }, events: [event] }],
      };
      const outcome = await send(batch, { leaving: true });
      const verdict = outcome.events?.[event.id] ?? outcome;
      if ('done' in verdict) ledger.acknowledged++;
      else if ('refused' in verdict) ledger.dropped.refused = (ledger.dropped.refused ?? 0) + 1;
      else {
        await wait(verdict.retryAfterMs ?? FIRST_RETRY_MS * 2 ** attempt);
        continue;
      }
      ledger.waiting--;
      return;
    }
    const reason = isAllowed ? 'expired' : 'consent';
    ledger.dropped[reason] = (ledger.dropped[reason] ?? 0) + 1;
    ledger.waiting--;
  };

  const record = async (told: CustomerEvent, { name, fields }: Milestone): Promise<void> => {
    if (!isAllowed) return;
    const { location, title, referrer } = told.context.document;
    const { transaction_id } = fields;
    const time = Date.parse(told.timestamp) || Date.now();
    const event: Omit<FunnelEvent, 'stream'> = {
      id: name === 'purchase' && transaction_id ? orderEventId(site, transaction_id) : uuid7(time, random),
      seq: seq++,
      name,
      time,
      ...fields,
      page: {
        url: redactUrl(location.href),
        path: redactUrl(location.href).replace(/^\w+:\/\/[^/]+|[?#].*$/g, ''),
        title: redactText(title),
        referrer: redactUrl(referrer),
      },
      by: { evidence: ['customer_event'], platform: 'shopify' },
    };
    ledger.created++;
    ledger.waiting++;
    who ??= find(told.data.checkout?.attributes ?? told.data.cart?.attributes ?? init.data?.cart?.attributes);
    await deliver(event);
  };

  for (const [heard, read] of Object.entries({ ...CHECKOUT, ...(storefront && STOREFRONT) }))
    analytics.subscribe(heard, (told) => {
      try {
        const milestone = read(told);
        if (milestone) record(told, milestone).catch(console.error);
      } catch (error) {
        console.error(error); // a shape we do not know; the sandbox is ours, and no page's
      }
    });
};
