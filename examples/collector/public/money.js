import { drawTrend } from './charts.js';
import { byId, element } from './element.js';
import { count, moment, money } from './format.js';

/** @param {import('../report/revenue.ts').Revenue} revenue */
const summary = ({ currency, orders, average, refunded }) =>
  [
    `${count(orders)} ${orders === 1 ? 'order' : 'orders'}`,
    average === null ? 'no values told' : `${money(average, currency)} on average`,
    ...(refunded > 0 ? [`${money(refunded, currency)} refunded`] : []),
    ...(currency === null ? ['currency not told'] : []),
  ].join(' · ');

/** @type {Map<string | null, HTMLElement>} */
const blocks = new Map();

// Kept from snapshot to snapshot: a chart that is made anew each time flickers and loses its tooltip.
const blockFor = (currency) => {
  const known = blocks.get(currency);
  if (known) return known;
  const made = element(
    'div',
    'currency',
    element('p', 'value'),
    element('p', 'caption'),
    element('div', 'trend'),
    element('p', 'caption from-to', element('span'), element('span', '', 'now')),
  );
  blocks.set(currency, made);
  return made;
};

/** One block per currency: amounts in different currencies are never added. @param {import('../report/report.ts').Report} report */
export const showRevenue = ({ revenue, scope, at, since, bucketMs }) => {
  byId('revenue').replaceChildren(
    ...(revenue.length > 0
      ? revenue.map(({ currency }) => blockFor(currency))
      : [element('p', 'caption', 'No orders in this range yet.')]),
  );
  const sold = revenue.flatMap(({ trend }) => trend.map((point) => point.at));
  const from = scope.range === 'all' ? Math.min(at, ...sold) : since;
  for (const one of revenue) {
    const [value, caption, trend, span] = blockFor(one.currency).children;
    value.textContent = money(one.value, one.currency);
    caption.textContent = summary(one);
    span.firstElementChild.textContent = moment(from, at);
    drawTrend(trend, one, { since: from, until: at, bucketMs });
  }
};
