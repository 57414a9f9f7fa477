import type { Attempt } from './detect/detector.ts';
import type { FunnelEvent } from './event/event.ts';
import type { DropReason } from './queue/queue.ts';

/** What `on` tells. */
export interface Signals {
  /** An event was recorded, as it will be sent. */
  event: FunnelEvent;
  /** Something was tried, or its trial ended. */
  attempt: Attempt;
  /** The endpoint has taken these. */
  delivered: FunnelEvent[];
  /** These will never be delivered. */
  dropped: { events: FunnelEvent[]; reason: DropReason; why?: string | undefined };
}
