import type { Store } from '../store/store.ts';
import { Refusal } from './refusal.ts';

const MAX_ID_CHARS = 64;
const MAX_EVENTS = 5000;

/**
 * What is held of one visitor, the newest events first, for the visitor. The id is the right to ask: it is random, and
 * known to nobody but the visitor's own browser and this database. So it comes in the body, which no log keeps.
 */
export const exported = async (store: Store, body: unknown) => {
  const visitor = (body as { visitor?: unknown } | null)?.visitor;
  if (typeof visitor !== 'string' || !visitor || visitor.length > MAX_ID_CHARS) {
    throw new Refusal(400, 'visitor', 'must be the id of a visitor');
  }
  return store.snapshot(async (ask) => ({
    visitor,
    events: await ask(`FROM events WHERE visitor = $visitor ORDER BY received_at DESC, seq DESC LIMIT ${MAX_EVENTS}`, {
      visitor,
    }),
    ledgers: await ask('FROM ledgers WHERE visitor = $visitor', { visitor }),
  }));
};
