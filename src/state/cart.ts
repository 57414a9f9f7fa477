import type { FunnelEvent, Item, Touch } from '../event/event.ts';
import type { Stage } from '../stages.ts';

/** Where the visitor stands. What is not known is absent. Kept under consent 'granted' only; else it ends with the page. */
export interface FunnelState {
  /** Furthest stage since the last order. */
  stage?: Stage | undefined;
  /** Epoch ms at which it was reached: `Date.now() - since` is the time in stage. */
  since?: number | undefined;
  cart?: StateCart | undefined;
  first?: Touch | undefined;
  /** Sessions begun on this device. */
  visits?: number;
  /** The latest act: an event that brings to a stage. */
  last?: string;
  /** Epoch ms of it. */
  at?: number;
  /** Epoch ms at which a cart was left and told as abandoned; until it is bought or emptied. */
  left?: number | undefined;
  /** Epoch ms of its owner's latest return to a cart that was left. */
  back?: number;
}

export interface StateCart {
  items: Item[];
  /** Absent unless every part of it is known, in one currency. */
  value?: number | undefined;
  currency?: string | undefined;
  /** The latest event of cart or checkout. */
  last_step: string;
  /** `cart_abandon` was told, and nothing was done to the cart since. */
  abandoned?: true;
}

/** The cart after what an event says of it: added, removed, or all that is in it now. Undefined when nothing is left. */
export const cartAfter = (
  cart: StateCart | undefined,
  { name, items = [], currency = cart?.currency, value }: FunnelEvent,
): StateCart | undefined => {
  const sign = { add_to_cart: 1, remove_from_cart: -1 }[name];
  // A checkout step may tell nothing of what is bought.
  if (!sign && !items[0] && !value) return cart && { ...cart, last_step: name };
  const lines: Record<string, Item> = {};
  const put = (some: Item[], by: number) => {
    for (const item of some) {
      const key = `${item.item_id ?? item.item_name} ${item.item_variant}`;
      const before = lines[key]?.quantity ?? 0;
      lines[key] = { ...lines[key], ...item, quantity: before + by * (item.quantity ?? 1) };
    }
  };
  const known = sign ? cart : undefined;
  put(known?.items ?? [], 1);
  put(items, sign ?? 1);
  const left = Object.values(lines).filter(({ quantity }) => quantity! > 0);
  // Of an unknown part, or of two currencies, there is no sum.
  const sum = (known && (known.currency === currency ? known.value : NaN)) ?? (known ? NaN : 0);
  const total = Math.round((sum! + (sign ?? 1) * value!) * 1000) / 1000;
  if (sign! < 0 && !left[0]) return;
  return { items: left, value: total >= 0 ? total : undefined, currency, last_step: name };
};
