import type { Draft } from './event/draft.ts';
import { type Entry, entriesIn, type Queue } from './queue/queue.ts';
import type { Spill } from './queue/spill.ts';
import type { Decision } from './visit/consent.ts';
import { device, NAMES, parse, tab } from './visit/storage.ts';

/** What a page knows beside what is stored. */
interface Here {
  consent: Decision;
  visitor: string | undefined;
  /** Events in memory, stored or not. */
  waiting: Entry[];
  /** Events that wait for the visitor's decision. */
  drafts: Draft[];
}

/** What is kept of the visitor on this device; under 'denied' the decision alone. `here` is asked once all is read. */
export const exportData = async (queue: Queue, spill: Spill, here: () => Here): Promise<Record<string, unknown>> => {
  const [stored, orders] = await Promise.all([
    queue.read('event').catch(() => []),
    queue.read('order').catch(() => []),
  ]);
  const { consent, visitor, waiting, drafts } = here();
  if (consent.consent === 'denied') return { consent };
  const spilled = spill.streams().flatMap((stream) => entriesIn(spill.take(stream)?.put));
  // This page's are stored and in its memory.
  const byId = new Map([...stored, ...spilled, ...waiting].map(({ event }) => [event.id, event]));
  return {
    consent,
    visitor,
    session: parse(device.get(NAMES.session)),
    state: parse(device.get(NAMES.state)),
    attempts: parse(tab.get(NAMES.attempts)),
    orders,
    events: [...byId.values(), ...drafts],
  };
};
