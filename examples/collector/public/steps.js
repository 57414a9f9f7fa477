import { byId } from './element.js';

const form = /** @type {HTMLFormElement} */ (byId('chosen-steps'));
const preset = /** @type {HTMLSelectElement} */ (form.elements.namedItem('preset'));
const names = /** @type {HTMLInputElement} */ (form.elements.namedItem('names'));

const MAX_STEPS = 10;
const NAME = /^[A-Za-z]\w{0,39}$/;

/** The names of the steps asked for, or undefined while they make no sense. @param {Record<string, readonly string[]> | undefined} presets */
export const chosenSteps = (presets) => {
  byId('own-steps').hidden = preset.value !== 'own';
  if (preset.value !== 'own') return presets?.[preset.value];
  const given = names.value
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const isGood = given.length > 0 && given.length <= MAX_STEPS && given.every((name) => NAME.test(name));
  byId('steps-fault').hidden = isGood || given.length === 0;
  return isGood ? given : undefined;
};

/** @param {() => void} fn */
export const onStepsChosen = (fn) => {
  form.addEventListener('change', fn);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    fn();
  });
};
