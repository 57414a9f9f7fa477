import type { Attempt } from './detect/detector.ts';
import type { FunnelEvent } from './event/event.ts';
import type { Stop } from './listen/life.ts';
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
  dropped: { events: FunnelEvent[]; reason: DropReason; why?: string };
}

export type Tell = <S extends keyof Signals>(signal: S, told: Signals[S]) => void;

export type On = <S extends keyof Signals>(signal: S, fn: (told: Signals[S]) => void) => Stop;

const NAMES = ['event', 'attempt', 'delivered', 'dropped'] as const;

export const isSignal = (name: unknown): name is keyof Signals => NAMES.includes(name as keyof Signals);

/** Listeners of the site's own: what they throw is shown as theirs and kept from everyone else. */
export const createSignals = (): { tell: Tell; on: On } => {
  const listeners = new Map<string, Set<(told: never) => void>>(NAMES.map((name) => [name, new Set()]));
  return {
    tell: (signal, told) => {
      for (const fn of [...listeners.get(signal)!])
        try {
          fn(told as never);
        } catch (error) {
          console.error(error);
        }
    },
    on: (signal, fn) => {
      const set = listeners.get(signal)!;
      set.add(fn);
      return () => set.delete(fn);
    },
  };
};
