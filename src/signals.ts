import type { Attempt } from './detect/attempt.ts';
import type { Draft } from './event/draft.ts';
import type { FunnelEvent } from './event/event.ts';
import type { Ear } from './listen/ear.ts';
import type { DropReason } from './queue/queue.ts';
import type { FunnelState } from './state/cart.ts';
import type { Consent } from './visit/consent.ts';

/** What `on` tells. */
export interface Signals {
  /** An event is being made, and `beforeSend` has not seen it: who listens may add to it. */
  draft: Draft;
  /** An event was recorded, as it will be sent. */
  event: FunnelEvent;
  /** Something was tried, or its trial ended. */
  attempt: Attempt;
  /** The endpoint has taken these. */
  delivered: FunnelEvent[];
  /** These will never be delivered. */
  dropped: { events: FunnelEvent[]; reason: DropReason; why?: string | undefined };
  /** What holds from now on; also told once at the start. */
  consent: Consent;
  /** `funnel.state` has changed, here or in another tab. Needs `state()` of `funnelwire/state`. */
  state: FunnelState;
}

export type Ears = { [S in keyof Signals]: Ear<Signals[S]> };
