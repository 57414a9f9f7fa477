import type { EventFields, Item } from '../event/event.ts';
import { isSame, sumOf } from '../read/cart.ts';
import { told } from '../read/told.ts';

// Strongest first, as the event tells them.
const STRENGTH = ['attribute', 'rule', 'datalayer', 'answer', 'form', 'cart', 'notice', 'page', 'jsonld'];

/** Both lists of evidence as one, strongest first, each once. */
export const mergeEvidence = (one: string[], other: string[]): string[] =>
  [...new Set([...one, ...other])].sort((a, b) => STRENGTH.indexOf(a) - STRENGTH.indexOf(b));

const mergeItems = (weak: Item[] | undefined, strong: Item[] | undefined): Item[] | undefined => {
  // Not an array: a name on a prototype of the page's.
  if (!Array.isArray(strong) || !strong.length) return weak;
  if (!weak?.length) return strong;
  return strong.map((item) => {
    const known = strong.length === 1 && weak.length === 1 ? weak[0] : weak.find((other) => isSame(item, other));
    return { ...known, ...told(item) };
  });
};

/** What two witnesses say of one act: the stronger wins field by field, the weaker fills the gaps. */
export const mergeFields = (weak: EventFields, strong: EventFields): EventFields => {
  const items = mergeItems(weak.items, strong.items);
  return { ...weak, ...told(strong), items };
};

/** What an event says of items: their currency and their sum, `value` only where they do not tell it. */
export const fieldsOf = (items: Item[] | undefined, currency: string | undefined, value?: number): EventFields => ({
  currency,
  value: sumOf(items) ?? value,
  items: items?.length ? items : undefined,
});
