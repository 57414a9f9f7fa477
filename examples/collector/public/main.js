import { byId, element } from './element.js';
import { showWaiting } from './empty.js';
import { showFigures, showFunnel } from './funnel.js';
import { showLoss } from './loss.js';
import { showRevenue } from './money.js';
import { showCarts, showStages } from './stages.js';
import { chosenSteps, onStepsChosen } from './steps.js';
import { showIntake, showLatest, showSources } from './tables.js';
import { onThemeChange } from './theme.js';
import { showVitals } from './vitals.js';

/** @typedef {import('../report/report.ts').Report} Report */

const filters = /** @type {HTMLFormElement} */ (byId('filters'));
const sourceSelect = /** @type {HTMLSelectElement} */ (filters.elements.namedItem('source'));
const everyone = /** @type {HTMLInputElement} */ (filters.elements.namedItem('everyone'));
const rangeChoice = /** @type {RadioNodeList} */ (filters.elements.namedItem('range'));

/** @type {Report | undefined} */
let latest;
/** @type {EventSource | undefined} */
let stream;

/** @param {{ source: string, medium: string }} source */
const optionValue = ({ source, medium }) => JSON.stringify([source, medium]);

/** @param {Report['sources']} sources */
const offerSources = (sources) => {
  const chosen = sourceSelect.value;
  const options = sources.map((one) => {
    const option = /** @type {HTMLOptionElement} */ (element('option', '', `${one.source} / ${one.medium}`));
    option.value = optionValue(one);
    return option;
  });
  const known = options.some(({ value }) => value === chosen);
  // The chosen source stays chosen where the range holds nothing of it.
  const kept = chosen !== '' && !known ? [sourceSelect.selectedOptions[0]] : [];
  sourceSelect.replaceChildren(sourceSelect.options[0], ...kept, ...options);
  sourceSelect.value = chosen;
};

/** @param {Report} report */
const show = (report) => {
  latest = report;
  byId('waiting').hidden = !report.empty;
  byId('report').hidden = report.empty;
  byId('intake').hidden = report.empty;
  filters.hidden = report.empty;
  if (report.empty) return showWaiting();
  const quiet = byId('quiet');
  quiet.hidden = report.totals.visitors > 0;
  quiet.textContent = 'Nobody came in this range. Choose a longer one or another source.';
  offerSources(report.sources);
  showFigures(report.totals);
  showFunnel(report.funnel);
  showStages(report.stages);
  showCarts(report.abandonment);
  showVitals(report.vitals);
  showLoss(report.loss, report.at);
  showRevenue(report);
  showSources(report.sources);
  showLatest(report.latest, report.at);
  showIntake(report.intake);
};

/** @param {boolean} isLive */
const showState = (isLive) => {
  const state = byId('state');
  state.classList.toggle('live', isLive);
  state.textContent = isLive ? 'Live' : 'Reconnecting';
};

const connect = () => {
  const steps = chosenSteps(latest?.presets);
  stream?.close();
  const [source, medium] = sourceSelect.value ? JSON.parse(sourceSelect.value) : [];
  const query = new URLSearchParams({
    range: rangeChoice.value,
    ...(source && { source, medium }),
    ...(steps && { steps: steps.join() }),
    ...(everyone.checked && { everyone: '1' }),
  });
  stream = new EventSource(`/live?${query}`);
  stream.onopen = () => showState(true);
  stream.onerror = () => showState(false);
  stream.onmessage = ({ data }) => show(JSON.parse(data));
};

filters.addEventListener('change', connect);
onStepsChosen(connect);
onThemeChange(() => latest && show(latest));
connect();
