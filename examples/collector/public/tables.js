import { byId, element } from './element.js';
import { count, moment, money, ratio } from './format.js';

const cell = (className, ...children) => element('td', className, ...children);

/** A cell that says what it counts where there is no room for a table head. */
const counted = (text, unit) => {
  const made = cell('', text);
  made.dataset.unit = unit;
  return made;
};

/** @param {import('../report/sources.ts').Source[]} sources */
export const showSources = (sources) =>
  byId('sources').replaceChildren(
    ...sources.map(({ source, medium, visitors, buyers, orders, revenue }) =>
      element(
        'tr',
        '',
        cell('', source, element('span', 'soft', ` / ${medium}`)),
        counted(count(visitors), visitors === 1 ? 'visitor' : 'visitors'),
        counted(count(orders), orders === 1 ? 'order' : 'orders'),
        cell('', ratio(buyers, visitors)),
        cell('money', ...revenue.map(({ value, currency }) => element('span', 'amount', money(value, currency)))),
      ),
    ),
  );

/** @type {Set<string> | undefined} */
let shown;

/** @param {import('../report/latest.ts').Latest} event */
const decidedBy = ({ evidence, platform, confidence }) => [
  ...evidence.map((one) => element('span', 'chip', one)),
  element(
    'span',
    'soft',
    [platform, confidence !== null && `${Math.round(confidence * 100)}% sure`].filter(Boolean).join(' · '),
  ),
];

/** @param {import('../report/latest.ts').Latest[]} events @param {number} now */
export const showLatest = (events, now) => {
  const before = shown;
  byId('latest').replaceChildren(
    ...events.map((event) => {
      const page = cell('', event.path);
      page.title = event.title;
      return element(
        'tr',
        before && !before.has(event.id) ? 'fresh' : '',
        cell('soft', moment(event.at, now)),
        cell('event-name', event.name),
        cell('', event.value === null ? '' : money(event.value, event.currency)),
        page,
        cell('', ...decidedBy(event)),
      );
    }),
  );
  shown = new Set(events.map(({ id }) => id));
};

/** @param {import('../report/intake.ts').Intake} intake */
export const showIntake = ({ received, duplicates, rejected, ledger }) => {
  const { created, arrived, dropped, missing } = ledger;
  byId('intake').replaceChildren(
    element(
      'p',
      '',
      `${count(received)} events received, ${count(duplicates)} of them repeats that were set aside; ${count(rejected)} rejected.`,
    ),
    element(
      'p',
      '',
      `Their pages made ${count(created)}: ${count(arrived)} are here, ${count(dropped)} were given up, ${count(missing)} (${ratio(missing, created)}) are on their way or lost.`,
    ),
  );
};
