import { drawStages } from './charts.js';
import { byId, element } from './element.js';
import { count, money, percent, ratio } from './format.js';

/** @type {Record<string, string>} */
const LEVELS = { tofu: 'ToFu', mofu: 'MoFu', bofu: 'BoFu' };

/** @param {string} stage */
const title = (stage) => stage[0].toUpperCase() + stage.slice(1);

/** @param {import('../report/stages.ts').StageCount[]} stages */
export const showStages = (stages) => {
  drawStages(byId('stages-chart'), stages);
  byId('stages').replaceChildren(
    ...stages.map(({ stage, level, people, ofAll }) =>
      element(
        'li',
        '',
        element('span', 'step-name', title(stage), element('span', 'chip', LEVELS[level])),
        element('span', 'people', count(people)),
        element('span', 'of', percent(ofAll)),
      ),
    ),
  );
};

/** @param {import('../report/abandonment.ts').Abandonment} carts */
const cartsOf = ({ currency, left, leftValue, recovered, recoveredValue }) => {
  const meter = /** @type {HTMLMeterElement} */ (element('meter'));
  meter.value = left > 0 ? recovered / left : 0;
  meter.setAttribute('aria-label', 'Share recovered');
  return element(
    'div',
    'currency',
    element('p', 'value', money(leftValue, currency)),
    element(
      'p',
      'caption',
      `in ${count(left)} ${left === 1 ? 'cart' : 'carts'} left${currency ? '' : ' · currency not told'}`,
    ),
    meter,
    element(
      'p',
      'caption',
      `${count(recovered)} (${ratio(recovered, left)}) recovered by a later purchase, worth ${money(recoveredValue, currency)}`,
    ),
  );
};

/** @param {import('../report/abandonment.ts').Abandonment[]} carts */
export const showCarts = (carts) =>
  byId('carts').replaceChildren(
    ...(carts.length > 0 ? carts.map(cartsOf) : [element('p', 'caption', 'No cart was left in this range.')]),
  );
