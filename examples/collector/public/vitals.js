import { drawVitals } from './charts.js';
import { byId, element } from './element.js';
import { count, ratio } from './format.js';

const MEASURES = {
  lcp: ['Loading', 'LCP: 2.5 s, 4 s'],
  inp: ['Answering', 'INP: 200 ms, 500 ms'],
  cls: ['Steadiness', 'CLS: 0.1, 0.25'],
};

/** @param {import('../report/vitals.ts').Vital[]} vitals */
export const showVitals = (vitals) => {
  const some = vitals.some(({ buckets }) => buckets.some(({ people }) => people > 0));
  byId('vitals-chart').hidden = !some;
  if (some) drawVitals(byId('vitals-chart'), vitals, ['Loading', 'Answering', 'Steadiness']);
  byId('vitals').replaceChildren(
    ...vitals.map(({ metric, buckets }) =>
      element(
        'tr',
        '',
        element('td', '', MEASURES[metric][0], element('span', 'soft under', MEASURES[metric][1])),
        ...buckets.map(({ people, buyers }) =>
          element('td', '', ratio(buyers, people), element('span', 'soft under', `of ${count(people)}`)),
        ),
      ),
    ),
  );
};
