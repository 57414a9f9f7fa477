import { drawFunnel } from './charts.js';
import { byId, element } from './element.js';
import { count, duration, percent, ratio, stepTitle } from './format.js';

/** @param {import('../report/totals.ts').Totals} totals */
export const showFigures = (totals) => {
  const figures = [
    ['Visitors', count(totals.visitors)],
    ['Orders', count(totals.orders)],
    ['Conversion', ratio(totals.buyers, totals.visitors)],
    ['Leads', count(totals.leads)],
    ['Sign-ups', count(totals.signUps)],
  ];
  byId('figures').replaceChildren(
    ...figures.map(([name, value]) => element('div', '', element('dt', '', name), element('dd', '', value))),
  );
};

/** @param {import('../report/funnel.ts').Step} step */
const wentOn = ({ ofPrevious, medianMs }) => [
  element('b', '', percent(ofPrevious)),
  medianMs === null ? ' went on' : ` went on after ${duration(medianMs)}`,
];

/** @param {import('../report/funnel.ts').Step[]} steps */
export const showFunnel = (steps) => {
  drawFunnel(byId('funnel-chart'), steps);
  byId('steps').replaceChildren(
    ...steps.map((step, index) =>
      element(
        'li',
        '',
        element('span', 'step-name', stepTitle(step.name)),
        element('span', 'people', count(step.people)),
        element('span', 'of', index === 0 ? '' : `${percent(step.ofFirst)} of all`),
        element('span', 'went', ...(index === 0 ? ['begin here'] : wentOn(step))),
      ),
    ),
  );
};
