import type { FunnelEvent } from '../../src/event/event.ts';
import { type Entry, emptyLedger, eventKey, type Put, type Standing, streamKey } from '../../src/queue/queue.ts';

const NOON = Date.UTC(2026, 10, 24, 12);

/** The name of a page load begun at `time`: a UUIDv7. */
export const streamAt = (time: number, n = 0): string => {
  const hex = time.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${n.toString(16).padStart(12, '0')}`;
};

export const anEntry = (
  stream: string,
  seq: number,
  fields: Partial<Entry> & { name?: string; time?: number } = {},
): Entry => {
  const { name = 'view_item', time = NOON, ...rest } = fields;
  const event: FunnelEvent = {
    id: `${stream.slice(0, 18)}-8${seq.toString(16).padStart(3, '0')}-${stream.slice(24)}`,
    name,
    stream,
    seq,
    time,
    page: { url: 'https://shop.example/', path: '/', title: 'Shop', referrer: '' },
    by: { evidence: ['track'] },
  };
  return { event, visitor: 'visitor-1', session: 'session-1', user: undefined, bytes: 300, epoch: 0, ...rest };
};

export const aStanding = (stream: string, waiting: number): Standing => ({
  stream,
  ledger: { ...emptyLedger(), created: waiting, waiting },
  bytes: 300 * waiting,
});

/** What a page leaves in the queue whose events were never answered for. */
export const leftBehind = (entries: Entry[]): Put[] => {
  const { stream } = entries[0]!.event;
  return [
    ...entries.map((entry): Put => [eventKey(entry), entry]),
    [streamKey(stream), aStanding(stream, entries.length)],
  ];
};
