import type { Attempt } from './detect/attempt.ts';
import type { FunnelEvent } from './event/event.ts';

const EVIDENCE: Record<string, string> = {
  track: 'the site called track()',
  attribute: 'the site says so by a data-fw-track attribute',
  rule: 'the site says so by a rule',
  datalayer: 'the site told its data layer',
  answer: 'the shop answered the request for it, and did not refuse',
  form: 'a form or link that means it was used',
  cart: 'the cart has changed by it',
  notice: 'a notice on the page says so',
  page: 'the page that stands for it was shown',
  jsonld: 'the structured data of the page describe it',
  checkout: 'a checkout was seen in this tab',
  referrer: 'the page was reached from a checkout or a payment provider',
  time: 'the page dates it within the last half hour',
  vitals: 'the browser measured it',
};

const OUTCOMES: Record<Attempt['outcome'], string> = {
  open: 'tried, and neither confirmed nor refused so far',
  confirmed: 'confirmed, and reported as an event',
  refused: 'refused by the shop: no event',
  expired: 'neither confirmed nor refused in time: no event',
  unclaimed: 'a confirmation page without any sign that the order is fresh: no event',
};

const say = (evidence: string): string => EVIDENCE[evidence] ?? evidence;

const explainMoney = ({ name, value, value_basis, currency, items = [] }: FunnelEvent): string => {
  if (value === undefined) return '';
  const unit = currency ?? 'of a currency that nothing tells';
  if (value_basis === 'total') return ` Its value, ${value} ${unit}, is the order's total.`;
  const sum = items.map(({ price, quantity = 1 }) => `${quantity} x ${price}`).join(' + ');
  return ` Its value, ${value} ${unit}, ${sum && name !== 'purchase' ? `is ${sum}` : 'is the sum of its items'}.`;
};

/**
 * In words, why an event was recorded or what became of an attempt: which evidence decided, strongest first, what was
 * merged into one event, what refused it, and what its value rests on. For people: the wording may change.
 */
export const explain = (told: FunnelEvent | Attempt): string => {
  if ('outcome' in told) return `${told.name}: ${OUTCOMES[told.outcome]}${told.why ? ` (${told.why})` : ''}.`;
  const [decided = 'nothing', ...merged] = told.by.evidence.map(say);
  const others = merged.length ? ` Heard ${merged.length + 1} times and counted once; also: ${merged.join('; ')}.` : '';
  return `${told.name}: ${decided}.${others}${explainMoney(told)}`;
};
