import type { WireEvent } from '../../examples/collector/store/columns.ts';
import type { Batch, StreamBatch } from '../../src/transport/transport.ts';

/** The time on the clock of the collectors in these tests. */
export const NOON = Date.UTC(2026, 10, 24, 12);

const uuidOf = (kind: string, n: number) => `0192f000-0000-7000-8${kind}-${n.toString(16).padStart(12, '0')}`;
export const eventId = (n: number) => uuidOf('eee', n);
export const streamId = (n: number) => uuidOf('aaa', n);

let made = 0;

export const anEvent = (name = 'landing', fields: Partial<WireEvent> = {}): WireEvent => ({
  id: eventId(++made),
  name,
  seq: made,
  time: NOON,
  page: { url: 'https://shop.example/', path: '/', title: 'Shop', referrer: '' },
  by: { evidence: ['page'] },
  ...fields,
});

export const aStream = (events: WireEvent[], fields: Partial<StreamBatch> = {}): StreamBatch => ({
  stream: streamId(++made),
  visitor: 'anna',
  session: 'morning',
  ledger: { created: events.length, acknowledged: 0, waiting: 0, in_doubt: events.length, dropped: {} },
  events,
  ...fields,
});

export const anEnvelope = (streams: StreamBatch[], fields: Partial<Batch> = {}): Batch => ({
  v: 1,
  sdk: 'funnelwire/test',
  sent_at: NOON,
  streams,
  ...fields,
});

/** One stream with these events, ready to send. */
export const holding = (...events: WireEvent[]) => anEnvelope([aStream(events)]);

export const post = (url: string, body: unknown, init: RequestInit = {}) =>
  fetch(`${url}/e`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), ...init });
