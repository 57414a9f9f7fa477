import type { FunnelEvent } from '../../../src/event/event.ts';
import type { Truth } from './platform.ts';
import type { Walked } from './walk.ts';

const MILESTONES =
  /^(landing|view_item|add_to_cart|remove_from_cart|view_cart|begin_checkout|add_shipping_info|add_payment_info|purchase|generate_lead|sign_up)$/;

export interface Score {
  /** By milestone: found and true, found and false, true and not found. */
  counts: Record<string, { hit: number; false: number; missed: number }>;
  /** Facts told by the shop: right, and wrong or left out, by field. */
  fields: Record<string, { right: number; wrong: number }>;
  /** What to look at, in words. */
  remarks: string[];
}

const near = (one: number | undefined, other: number) => one !== undefined && Math.abs(one - other) < 0.005;

/** Whether each fact that the truth names is told. */
const compare = (event: FunnelEvent, truth: Truth): [field: string, right: boolean, told: unknown][] => {
  const facts: [string, boolean, unknown][] = [];
  for (const name of ['value', 'tax', 'shipping'] as const)
    if (truth[name] !== undefined) facts.push([name, near(event[name], truth[name]), event[name]]);
  for (const name of ['currency', 'transaction_id', 'form_kind'] as const)
    if (truth[name] !== undefined) facts.push([name, [truth[name]].flat().includes(`${event[name]}`), event[name]]);
  truth.items?.forEach((item, at) => {
    const named = event.items?.filter(({ item_name }) => item_name === item.item_name) ?? [];
    // Two sizes of one name, in the order of their lines.
    const before = truth.items!.slice(0, at).filter(({ item_name }) => item_name === item.item_name).length;
    const told = named[before] ?? named[0] ?? event.items?.[at] ?? ({} as never);
    if (item.item_name !== undefined) facts.push(['item_name', told.item_name === item.item_name, told.item_name]);
    if (item.price !== undefined) facts.push(['price', near(told.price, item.price), told.price]);
    if (item.quantity !== undefined) facts.push(['quantity', told.quantity === item.quantity, told.quantity]);
    if (item.item_id !== undefined)
      facts.push(['item_id', [item.item_id].flat().includes(`${told.item_id}`), told.item_id]);
  });
  if (truth.items) facts.push(['items', (event.items?.length ?? 0) === truth.items.length, event.items?.length]);
  return facts;
};

/** Compares what arrived with what happened, step by step. Signals are scored where a truth names them. */
export const score = (walked: Walked[]): Score => {
  const result: Score = { counts: {}, fields: {}, remarks: [] };
  const count = (name: string) => {
    result.counts[name] ??= { hit: 0, false: 0, missed: 0 };
    return result.counts[name];
  };
  for (const { step, events } of walked) {
    const left = [...events];
    for (const truth of step.truth) {
      const at = left.findIndex(({ name }) => name === truth.name);
      const [event] = at < 0 ? [] : left.splice(at, 1);
      if (truth.optional) continue;
      if (!event) {
        count(truth.name).missed++;
        result.remarks.push(`missed  ${truth.name} at "${step.name}"`);
        continue;
      }
      count(truth.name).hit++;
      for (const [field, right, told] of compare(event, truth)) {
        result.fields[field] ??= { right: 0, wrong: 0 };
        result.fields[field][right ? 'right' : 'wrong']++;
        if (!right)
          result.remarks.push(
            `wrong   ${truth.name}.${field} at "${step.name}": ${JSON.stringify(told)} (${event.by.evidence}), true: ${JSON.stringify(truth)}`,
          );
      }
    }
    for (const { name, by, value, items } of left) {
      if (!MILESTONES.test(name)) continue;
      count(name).false++;
      const what = `${value ?? ''} ${items?.map(({ item_name }) => item_name).join() ?? ''}`;
      result.remarks.push(`false   ${name} at "${step.name}" (${by.evidence}) ${what}`);
    }
  }
  return result;
};

export const f1 = ({ hit, false: wrong, missed }: Score['counts'][string]): number =>
  hit + wrong + missed ? (2 * hit) / (2 * hit + wrong + missed) : 1;

/** Several milestones' counts as one. */
export const all = (counts: Score['counts']): Score['counts'][string] =>
  Object.values(counts).reduce(
    (sum, { hit, false: wrong, missed }) => ({
      hit: sum.hit + hit,
      false: sum.false + wrong,
      missed: sum.missed + missed,
    }),
    { hit: 0, false: 0, missed: 0 },
  );

/** Several scores as one. */
export const sum = (scores: Score[]): Score => {
  const total: Score = { counts: {}, fields: {}, remarks: [] };
  for (const { counts, fields } of scores) {
    for (const [name, { hit, false: wrong, missed }] of Object.entries(counts)) {
      total.counts[name] ??= { hit: 0, false: 0, missed: 0 };
      total.counts[name].hit += hit;
      total.counts[name].false += wrong;
      total.counts[name].missed += missed;
    }
    for (const [name, { right, wrong }] of Object.entries(fields)) {
      total.fields[name] ??= { right: 0, wrong: 0 };
      total.fields[name].right += right;
      total.fields[name].wrong += wrong;
    }
  }
  return total;
};
