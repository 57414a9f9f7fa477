import { expect, test } from 'vitest';
import { type Meaning, meaningOfLabel } from '../../src/read/label.ts';
import { MORE } from '../../src/read/languages.ts';
import { fold } from '../../src/read/text.ts';
import { learn } from '../../src/read/words.ts';
import labels from './labels.json' with { type: 'json' };

/** Labels of real shop fronts, by language and by what they mean; `none` are the look-alikes. */
const LABELS = labels as Record<string, Partial<Record<Meaning | 'none', string[]>>>;
const MEANINGS = ['add', 'remove', 'cart'] as const;
const BUILT_IN = 'en de fr es it pt pt-BR nl pl cs hu ro sv da nb fi tr ru uk el ja zh-Hans zh-Hant ko ar'.split(' ');
const OTHERS = Object.keys(LABELS).filter((language) => !BUILT_IN.includes(language));

/** How many of the labels are found, and how many of those found are what they are taken for. */
const score = (languages: string[]) => {
  let all = 0;
  let right = 0;
  const wrong: string[] = [];
  for (const language of languages) {
    for (const meaning of MEANINGS)
      for (const label of LABELS[language]?.[meaning] ?? []) {
        all++;
        if (meaningOfLabel(fold(label)) === meaning) right++;
      }
    for (const label of LABELS[language]?.none ?? [])
      if (/add|remove/.test(`${meaningOfLabel(fold(label))}`)) wrong.push(`${language}: ${label}`);
  }
  return { recall: right / all, precision: right / (right + wrong.length), wrong };
};

test('the languages of funnelwire.js: at least 95 % of the labels, at least 99 % of them right', () => {
  const { recall, precision, wrong } = score(BUILT_IN);
  expect(recall).toBeGreaterThanOrEqual(0.99);
  expect(precision, wrong.join()).toBeGreaterThanOrEqual(0.99);
});

test('all languages, once learned: at least 90 %, and none of the first is forgotten', () => {
  expect(score(OTHERS).recall).toBeLessThan(0.5);
  learn(MORE);
  expect(score(OTHERS).recall).toBeGreaterThanOrEqual(0.97);
  const { recall, precision, wrong } = score(Object.keys(LABELS));
  expect(recall).toBeGreaterThanOrEqual(0.98);
  expect(precision, wrong.join()).toBeGreaterThanOrEqual(0.99);
});
