import type { Json } from '../../../src/event/event.ts';
import type { StreamBatch } from '../../../src/transport/transport.ts';

export type WireEvent = StreamBatch['events'][number];

/** All that is known of one event on arrival. */
export interface Arrival {
  event: WireEvent;
  stream: Omit<StreamBatch, 'events'>;
  sdk: string;
  /** Epoch ms, whole. */
  sentAt: number;
  receivedAt: number;
  /** `event.time` on the collector's clock. */
  timeCorrected: number;
}

export interface Column {
  name: string;
  /** 'MOMENT' is a TIMESTAMP in UTC that travels as epoch ms. */
  type: 'UUID' | 'VARCHAR' | 'DOUBLE' | 'BIGINT' | 'BOOLEAN' | 'JSON' | 'MOMENT';
  rule?: 'PRIMARY KEY' | 'NOT NULL';
  read: (arrival: Arrival) => unknown;
}

const ofEvent = (name: keyof WireEvent & string, type: Column['type'], rule?: Column['rule']): Column => ({
  name,
  type,
  rule,
  read: ({ event }) => event[name] as Json | undefined,
});

/** A flag that only senders of some versions know. */
const isTold = (of: object, flag: string) => (of as Record<string, unknown>)[flag] === true;

/** The table `events`, column by column. A column added here is added to a database that already exists. */
export const columns: Column[] = [
  ofEvent('id', 'UUID', 'PRIMARY KEY'),
  ofEvent('name', 'VARCHAR', 'NOT NULL'),
  { name: 'visitor', type: 'VARCHAR', read: ({ stream }) => stream.visitor },
  { name: 'session', type: 'VARCHAR', read: ({ stream }) => stream.session },
  { name: 'user_id', type: 'VARCHAR', read: ({ stream }) => stream.user },
  { name: 'stream', type: 'UUID', rule: 'NOT NULL', read: ({ stream }) => stream.stream },
  ofEvent('seq', 'BIGINT', 'NOT NULL'),
  { name: 'time', type: 'MOMENT', rule: 'NOT NULL', read: ({ event }) => Math.round(event.time) },
  { name: 'time_corrected', type: 'MOMENT', rule: 'NOT NULL', read: ({ timeCorrected }) => timeCorrected },
  { name: 'sent_at', type: 'MOMENT', rule: 'NOT NULL', read: ({ sentAt }) => sentAt },
  { name: 'received_at', type: 'MOMENT', rule: 'NOT NULL', read: ({ receivedAt }) => receivedAt },
  { name: 'sdk', type: 'VARCHAR', read: ({ sdk }) => sdk },

  ofEvent('currency', 'VARCHAR'),
  ofEvent('value', 'DOUBLE'),
  ofEvent('value_basis', 'VARCHAR'),
  ofEvent('items', 'JSON'),
  ofEvent('transaction_id', 'VARCHAR'),
  ofEvent('tax', 'DOUBLE'),
  ofEvent('shipping', 'DOUBLE'),
  ofEvent('discount', 'DOUBLE'),
  { name: 'coupon', type: 'VARCHAR', read: ({ event }) => (event.coupon === true ? undefined : event.coupon) },
  { name: 'coupon_used', type: 'BOOLEAN', read: ({ event }) => event.coupon !== undefined },
  ofEvent('payment_type', 'VARCHAR'),
  ofEvent('shipping_tier', 'VARCHAR'),
  ofEvent('search_term', 'VARCHAR'),
  ofEvent('method', 'VARCHAR'),
  ofEvent('lead_source', 'VARCHAR'),
  ofEvent('item_list_id', 'VARCHAR'),
  ofEvent('item_list_name', 'VARCHAR'),
  ofEvent('promotion_id', 'VARCHAR'),
  ofEvent('promotion_name', 'VARCHAR'),
  ofEvent('form_kind', 'VARCHAR'),
  ofEvent('form_id', 'VARCHAR'),
  ofEvent('props', 'JSON'),
  ofEvent('context', 'JSON'),

  { name: 'source', type: 'VARCHAR', read: ({ event }) => event.source?.last.source },
  { name: 'medium', type: 'VARCHAR', read: ({ event }) => event.source?.last.medium },
  { name: 'campaign', type: 'VARCHAR', read: ({ event }) => event.source?.last.campaign },
  { name: 'source_first', type: 'JSON', read: ({ event }) => event.source?.first },
  { name: 'source_last', type: 'JSON', read: ({ event }) => event.source?.last },

  { name: 'page_url', type: 'VARCHAR', read: ({ event }) => event.page.url },
  { name: 'page_path', type: 'VARCHAR', read: ({ event }) => event.page.path },
  { name: 'page_title', type: 'VARCHAR', read: ({ event }) => event.page.title },
  { name: 'page_referrer', type: 'VARCHAR', read: ({ event }) => event.page.referrer },
  { name: 'device_class', type: 'VARCHAR', read: ({ event }) => event.device?.class },
  { name: 'device_language', type: 'VARCHAR', read: ({ event }) => event.device?.language },
  { name: 'viewport_width', type: 'DOUBLE', read: ({ event }) => event.device?.viewport?.[0] },
  { name: 'viewport_height', type: 'DOUBLE', read: ({ event }) => event.device?.viewport?.[1] },
  { name: 'internal', type: 'BOOLEAN', read: ({ event }) => event.internal === true },
  { name: 'bot', type: 'BOOLEAN', read: ({ event, stream }) => isTold(event, 'bot') || isTold(stream, 'bot') },
  ofEvent('vitals', 'JSON'),
  ofEvent('checkout_vitals', 'JSON'),
  ofEvent('recovered_ms', 'DOUBLE'),
  ofEvent('account', 'VARCHAR'),
  ofEvent('prices_include_tax', 'BOOLEAN'),
  { name: 'by_evidence', type: 'JSON', read: ({ event }) => event.by.evidence },
  { name: 'by_platform', type: 'VARCHAR', read: ({ event }) => event.by.platform },
  { name: 'by_confidence', type: 'DOUBLE', read: ({ event }) => event.by.confidence },
];
