import type { Batch } from '../../../src/transport/transport.ts';
import type { Delivery, Rejection } from '../store/commit.ts';

/**
 * A device whose clock is off by more than this has its times moved by the difference, all of one envelope alike, so that
 * their order stays. Below it the difference is mostly the journey, and correcting would add noise.
 */
const CLOCK_TOLERANCE_MS = 60_000;

export const toDelivery = (
  { batch, rejected }: { batch: Batch; rejected: Rejection[] },
  receivedAt: number,
): Delivery => {
  const sentAt = Math.round(batch.sent_at);
  const skewMs = receivedAt - sentAt;
  const correctionMs = Math.abs(skewMs) > CLOCK_TOLERANCE_MS ? skewMs : 0;
  return {
    receivedAt,
    rejected,
    forget: batch.forget,
    streams: batch.streams.map(({ events: _, ...stream }) => stream),
    arrivals: batch.streams.flatMap(({ events, ...stream }) =>
      events.map((event) => ({
        event,
        stream,
        sdk: batch.sdk,
        sentAt,
        receivedAt,
        timeCorrected: Math.round(event.time) + correctionMs,
      })),
    ),
  };
};
