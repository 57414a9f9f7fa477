import { randomUUID } from 'node:crypto';
import type { Account } from './accounts.ts';
import type { Currency } from './catalogue.ts';
import type { Address, Payment } from './store.ts';
import type { ShippingMethod } from './totals.ts';

export interface Session {
  /** The key of this shopper's cart and orders; unlike the session's id never shown to the browser. */
  customer: string;
  currency: Currency;
  account?: Account;
  /** Shown on the next page, once. */
  notice?: Notice;
  checkout: Draft;
}

export interface Notice {
  kind: 'success' | 'error';
  text: string;
  /** Whether a link to the cart stands beside it. */
  cartLink?: boolean;
}

/**
 * What the steps of checkout have gathered. A card number waits here for the review, in memory and only until the order
 * is placed or declined; a shop that takes real cards would hold its payment provider's token instead.
 */
export interface Draft {
  address?: Address;
  shipping?: ShippingMethod;
  payment?: Payment;
}

/** The oldest session makes room: visitors that keep no cookie would otherwise fill the memory. */
const MAX_SESSIONS = 10_000;

/** Sessions in memory, by the id in the shopper's cookie. */
export const createSessions = () => {
  const sessions = new Map<string, Session>();

  const keep = (session: Session): string => {
    const id = randomUUID();
    sessions.set(id, session);
    const oldest = sessions.keys().next();
    if (sessions.size > MAX_SESSIONS && !oldest.done) sessions.delete(oldest.value);
    return id;
  };

  const end = (session: Session): void => {
    for (const [id, candidate] of sessions) if (candidate === session) sessions.delete(id);
  };

  return {
    find: (id: string | undefined): Session | undefined => (id === undefined ? undefined : sessions.get(id)),
    start: (currency: Currency): [id: string, session: Session] => {
      const session: Session = { customer: randomUUID(), currency, checkout: {} };
      return [keep(session), session];
    },
    end,
    /** The same session under a new id: whoever planted the old one before a sign-in is left outside. */
    renew: (session: Session): string => {
      end(session);
      return keep(session);
    },
  };
};
