import { byId, element } from './element.js';
import { count, moment, ratio } from './format.js';

/** Names a page load well enough to look for it. */
const SHORT = -8;

const fact = (name, value, note) =>
  element('div', '', element('dt', '', name), element('dd', '', value, element('span', 'soft', ` ${note}`)));

/** @param {import('../report/loss.ts').Loss} loss @param {number} now */
export const showLoss = ({ streams, created, dropped, holes, streamsWithHoles, lost, worst }, now) => {
  const reasons = Object.entries(dropped).filter(([, number]) => number > 0);
  const given = reasons.reduce((sum, [, number]) => sum + number, 0);
  byId('loss').replaceChildren(
    fact('Lost', ratio(lost, created), `${count(lost)} of ${count(created)} made, silent for over a day`),
    fact('Given up', count(given), reasons.map(([reason, number]) => `${reason} ${count(number)}`).join(', ')),
    fact('Gaps', count(holes), `numbers skipped, in ${count(streamsWithHoles)} of ${count(streams)} page loads`),
  );
  byId('worst').replaceChildren(
    ...worst.map((one) =>
      element(
        'tr',
        '',
        element(
          'td',
          '',
          element('code', '', one.stream.slice(SHORT)),
          element('span', 'soft under', moment(one.toldAt, now)),
        ),
        ...[one.created, one.here, one.dropped, one.missing].map((number) => element('td', '', count(number))),
      ),
    ),
  );
  /** @type {HTMLElement} */ (byId('worst').parentElement).hidden = worst.length === 0;
};
