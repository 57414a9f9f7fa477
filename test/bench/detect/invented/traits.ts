import { createRandom } from '../../ledger/world.ts';
import labels from './labels.json' with { type: 'json' };

type Meaning = keyof (typeof labels)['en'];

export const ASIDES = ['stock', 'days', 'number', 'discount', 'tax', 'rating', 'points'] as const;

export type Aside = (typeof ASIDES)[number];

/** What differs from shop to shop: each is drawn by itself, so that no two shops are alike and no platform is meant. */
export interface Traits {
  locale: string;
  currency: string;
  /** What its controls, headings and rows are called. */
  words: Record<Meaning, string>;
  /** Its addresses: in English, in its own words, or all of one script. */
  paths: 'english' | 'own' | 'query';
  /** What its goods are called. */
  names: 'plain' | 'numbers' | 'own script';
  /** What the middle of a page stands in, and what its heading is. */
  frame: 'main' | 'content' | 'plain';
  heading: 'h1' | 'h2' | 'title';
  /** How an add travels, and what comes back. */
  add:
    | 'link to cart'
    | 'post to cart'
    | 'post and back'
    | 'json cart'
    | 'json word'
    | 'html piece'
    | 'graphql'
    | 'in the page';
  control: 'submit' | 'input' | 'button' | 'link' | 'icon';
  /** What the page says for machines. */
  told: 'nothing' | 'json-ld' | 'microdata' | 'open graph';
  price: 'span' | 'sale' | 'split' | 'data' | 'paragraph' | 'sign' | 'small cents' | 'worded';
  /** What else stands beside names and prices, and is neither. */
  asides: Aside[];
  /** Where the product's number stands. */
  id: 'field' | 'attribute' | 'label' | 'address';
  cart: 'table' | 'list' | 'boxes';
  quantity: 'number' | 'select' | 'times' | 'stepper';
  remove: 'link' | 'form' | 'script';
  /** One page, pages of its own for each step, or steps that a script shows at one address, up to the thanks. */
  checkout: 'one page' | 'steps' | 'in place';
  /** How the last page names the order. */
  confirmation: 'row' | 'sentence' | 'heading' | 'address';
  isTotalTold: boolean;
  badge: 'number' | 'words' | 'none';
}

const PLACES: [language: keyof typeof labels, locale: string, currency: string][] = [
  ['en', 'en-US', 'USD'],
  ['en', 'en-GB', 'GBP'],
  ['de', 'de-DE', 'EUR'],
  ['fr', 'fr-FR', 'EUR'],
  ['es', 'es-ES', 'EUR'],
  ['es', 'es-MX', 'MXN'],
  ['it', 'it-IT', 'EUR'],
  ['pt', 'pt-BR', 'BRL'],
  ['nl', 'nl-NL', 'EUR'],
  ['pl', 'pl-PL', 'PLN'],
  ['cs', 'cs-CZ', 'CZK'],
  ['hu', 'hu-HU', 'HUF'],
  ['ro', 'ro-RO', 'RON'],
  ['sv', 'sv-SE', 'SEK'],
  ['da', 'da-DK', 'DKK'],
  ['nb', 'nb-NO', 'NOK'],
  ['fi', 'fi-FI', 'EUR'],
  ['tr', 'tr-TR', 'TRY'],
  ['ru', 'ru-RU', 'RUB'],
  ['uk', 'uk-UA', 'UAH'],
  ['el', 'el-GR', 'EUR'],
  ['ja', 'ja-JP', 'JPY'],
  ['zh-Hans', 'zh-CN', 'CNY'],
  ['zh-Hant', 'zh-TW', 'TWD'],
  ['ko', 'ko-KR', 'KRW'],
  ['ar', 'ar-AE', 'AED'],
];

/** A place, and words as they are used there. */
export const drawPlace = (draw: <T>(...of: T[]) => T): Pick<Traits, 'locale' | 'currency' | 'words'> => {
  const [language, locale, currency] = draw(...PLACES);
  const words = Object.fromEntries(
    Object.entries(labels[language]).map(([meaning, several]) => [meaning, draw(...several)]),
  ) as Traits['words'];
  return { locale, currency, words };
};

/** The same choices from the same seed, on every machine. */
export const createDraw =
  (random: () => number) =>
  <T>(...of: T[]): T =>
    of[Math.floor(random() * of.length)]!;

/** Its adds lead to another page, as forms and links do without a script. */
export const leadsOn = ({ add }: Traits): boolean => / to cart$| and back$/.test(add);

/** The same shop from the same seed, on every machine. */
export const drawTraits = (seed: number): Traits => {
  const random = createRandom(seed);
  const draw = createDraw(random);
  return {
    ...drawPlace(draw),
    paths: draw('english', 'own', 'query'),
    names: draw('plain', 'plain', 'numbers', 'own script'),
    frame: draw('main', 'main', 'content', 'plain'),
    heading: draw('h1', 'h1', 'h1', 'h2', 'title'),
    add: draw(
      'link to cart',
      'post to cart',
      'post and back',
      'json cart',
      'json word',
      'html piece',
      'graphql',
      'in the page',
    ),
    control: draw('submit', 'input', 'button', 'link', 'icon'),
    told: draw('nothing', 'json-ld', 'microdata', 'open graph'),
    price: draw('span', 'sale', 'split', 'data', 'paragraph', 'sign', 'small cents', 'worded'),
    asides: ASIDES.filter(() => random() < 0.25),
    id: draw('field', 'attribute', 'label', 'address'),
    cart: draw('table', 'list', 'boxes'),
    quantity: draw('number', 'select', 'times', 'stepper'),
    remove: draw('link', 'form', 'script'),
    checkout: draw('one page', 'steps', 'in place'),
    confirmation: draw('row', 'sentence', 'heading', 'address'),
    isTotalTold: draw(true, true, false),
    badge: draw('number', 'words', 'none'),
  };
};
