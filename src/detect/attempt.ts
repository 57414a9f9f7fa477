import type { EventFields } from '../event/event.ts';

/** A trial that may become an event, and how it ended. */
export interface Attempt {
  name: string;
  /**
   * 'open': waits for its confirmation. 'confirmed': became an event. 'refused': the shop said no. 'expired': nothing
   * confirmed it in time. 'unclaimed': a confirmation page without any sign that the order is fresh.
   */
  outcome: 'open' | 'confirmed' | 'refused' | 'expired' | 'unclaimed';
  /** What decided it, in a few words: 'http 422', 'notice', 'no answer in 15 s'. */
  why?: string | undefined;
  fields?: EventFields;
}
