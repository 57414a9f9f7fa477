import type { Price, Product, Variant, Words } from './catalogue.ts';

const cost = (eur: number, usd: number): Price => ({ EUR: Math.round(eur * 100), USD: Math.round(usd * 100) });

/** Enough for every shopper that a demo sends. */
const PLENTY = 5000; // pieces

const one = (sku: string, price: Price, colour: string, stock = PLENTY): [Variant] => [{ sku, price, colour, stock }];

const several = (price: Price, ...rows: [sku: string, label: Words, colour: string][]) =>
  rows.map(([sku, label, colour]) => ({ sku, label, price, colour, stock: PLENTY })) as [Variant, ...Variant[]];

export const products: readonly Product[] = [
  {
    slug: 'nord-mug',
    category: 'tableware',
    shape: 'mug',
    name: { en: 'Nord mug', de: 'Becher Nord' },
    blurb: { en: 'The everyday mug, 320 ml.', de: 'Der Becher für jeden Tag, 320 ml.' },
    details: {
      en: 'Thrown from grogged stoneware, with a handle that fits three fingers and a foot left unglazed. Dishwasher safe.',
      de: 'Aus schamottiertem Steinzeug gedreht, mit einem Henkel für drei Finger und unglasiertem Fuß. Spülmaschinenfest.',
    },
    option: 'colour',
    variants: several(
      cost(24, 28),
      ['MUG-CHALK', { en: 'chalk', de: 'Kreide' }, '#e4dccb'],
      ['MUG-MOSS', { en: 'moss', de: 'Moos' }, '#7d8a66'],
      ['MUG-CLAY', { en: 'clay', de: 'Ton' }, '#b9694a'],
    ),
  },
  {
    slug: 'tide-plate',
    category: 'tableware',
    shape: 'plate',
    name: { en: 'Tide plate', de: 'Teller Tide' },
    blurb: { en: 'A flat plate with a raised rim.', de: 'Ein flacher Teller mit hohem Rand.' },
    details: {
      en: 'The blue-grey glaze pools towards the middle, as water does at low tide. Stacks neatly, oven safe up to 220 °C.',
      de: 'Die blaugraue Glasur sammelt sich zur Mitte hin wie Wasser bei Ebbe. Gut stapelbar, ofenfest bis 220 °C.',
    },
    option: 'size',
    variants: [
      { sku: 'PLATE-21', label: { en: '21 cm', de: '21 cm' }, price: cost(19, 22), colour: '#8fa3ad', stock: PLENTY },
      { sku: 'PLATE-27', label: { en: '27 cm', de: '27 cm' }, price: cost(26, 30), colour: '#7c929e', stock: PLENTY },
    ],
  },
  {
    slug: 'heron-bowl',
    category: 'tableware',
    shape: 'bowl',
    name: { en: 'Heron bowl', de: 'Schale Reiher' },
    blurb: { en: 'A wide bowl for soup, salad or fruit.', de: 'Eine weite Schale für Suppe, Salat oder Obst.' },
    details: {
      en: '18 cm across, matt outside and glossy inside. The dark ring is iron from the clay itself.',
      de: '18 cm weit, außen matt und innen glänzend. Der dunkle Ring ist Eisen aus dem Ton selbst.',
    },
    variants: one('BOWL-18', cost(29, 34), '#59636b'),
  },
  {
    slug: 'alma-jug',
    category: 'tableware',
    shape: 'jug',
    name: { en: 'Alma jug', de: 'Krug Alma' },
    blurb: { en: 'A jug for a litre of anything.', de: 'Ein Krug für einen Liter von allem.' },
    details: {
      en: 'Pulled spout, broad handle, and a glaze the colour of oat milk. From the kiln once a month, and gone as fast.',
      de: 'Gezogene Tülle, breiter Henkel und eine Glasur in der Farbe von Hafermilch. Einmal im Monat aus dem Ofen und ebenso schnell fort.',
    },
    variants: one('JUG-ALMA', cost(58, 66), '#d9c7a8', 0),
  },
  {
    slug: 'duo-espresso-cups',
    category: 'tableware',
    shape: 'cups',
    name: { en: 'Duo espresso cups', de: 'Espressotassen Duo' },
    blurb: { en: 'Two cups, two saucers.', de: 'Zwei Tassen, zwei Untertassen.' },
    details: {
      en: '80 ml each, thick-walled so that the crema stays warm. Last season’s glaze, hence the price.',
      de: 'Je 80 ml, dickwandig, damit die Crema warm bleibt. Die Glasur der letzten Saison, daher der Preis.',
    },
    variants: [{ sku: 'CUPS-DUO', price: cost(32, 36), was: cost(39, 45), colour: '#c98a5b', stock: PLENTY }],
  },
  {
    slug: 'reed-vase',
    category: 'tableware',
    shape: 'vase',
    name: { en: 'Reed vase', de: 'Vase Schilf' },
    blurb: { en: 'Narrow neck, one branch is enough.', de: 'Enger Hals, ein Zweig genügt.' },
    details: {
      en: '28 cm tall, combed by hand while the clay is still soft. Watertight.',
      de: '28 cm hoch, von Hand gekämmt, solange der Ton noch weich ist. Wasserdicht.',
    },
    option: 'colour',
    variants: several(
      cost(64, 72),
      ['VASE-SAND', { en: 'sand', de: 'Sand' }, '#cdb48c'],
      ['VASE-INK', { en: 'ink', de: 'Tinte' }, '#3d4a57'],
    ),
  },
  {
    slug: 'dawn-filter-coffee',
    category: 'coffee',
    shape: 'bag',
    name: { en: 'Dawn filter coffee', de: 'Filterkaffee Dawn' },
    blurb: { en: 'Light roast with apricot and honey.', de: 'Helle Röstung mit Aprikose und Honig.' },
    details: {
      en: 'Washed beans from Sidama, Ethiopia, 1,950 m. Roasted on Tuesdays, sent on Wednesdays.',
      de: 'Gewaschene Bohnen aus Sidama, Äthiopien, 1.950 m. Dienstags geröstet, mittwochs verschickt.',
    },
    option: 'size',
    variants: [
      { sku: 'DAWN-250', label: { en: '250 g', de: '250 g' }, price: cost(11.5, 13), colour: '#dba561', stock: PLENTY },
      { sku: 'DAWN-1000', label: { en: '1 kg', de: '1 kg' }, price: cost(38, 43), colour: '#dba561', stock: PLENTY },
    ],
  },
  {
    slug: 'ember-espresso',
    category: 'coffee',
    shape: 'bag',
    name: { en: 'Ember espresso', de: 'Espresso Ember' },
    blurb: { en: 'Dark roast with cocoa and walnut.', de: 'Dunkle Röstung mit Kakao und Walnuss.' },
    details: {
      en: 'Natural beans from Minas Gerais, Brazil, with a fifth of washed Guatemala for the lift.',
      de: 'Naturbohnen aus Minas Gerais, Brasilien, mit einem Fünftel gewaschenem Guatemala für die Frische.',
    },
    option: 'size',
    variants: [
      {
        sku: 'EMBER-250',
        label: { en: '250 g', de: '250 g' },
        price: cost(10.9, 12.5),
        colour: '#8a4a37',
        stock: PLENTY,
      },
      { sku: 'EMBER-1000', label: { en: '1 kg', de: '1 kg' }, price: cost(36, 41), colour: '#8a4a37', stock: PLENTY },
    ],
  },
  {
    slug: 'cone-dripper',
    category: 'coffee',
    shape: 'dripper',
    name: { en: 'Cone dripper', de: 'Handfilter Kegel' },
    blurb: {
      en: 'A stoneware dripper for one to three cups.',
      de: 'Ein Filter aus Steinzeug für ein bis drei Tassen.',
    },
    details: {
      en: 'Deep ribs keep the paper off the wall, so that water runs evenly. Holds its heat through the whole pour.',
      de: 'Tiefe Rippen halten das Papier von der Wand, damit das Wasser gleichmäßig läuft. Bleibt den ganzen Aufguss lang warm.',
    },
    variants: one('DRIPPER-CONE', cost(27.9, 32), '#e0d6c3'),
  },
  {
    slug: 'paper-filters',
    category: 'coffee',
    shape: 'filters',
    name: { en: 'Paper filters', de: 'Papierfilter' },
    blurb: { en: '100 pieces, unbleached.', de: '100 Stück, ungebleicht.' },
    details: {
      en: 'Made to fit the Cone dripper. Rinse once with hot water and the paper taste is gone.',
      de: 'Passend zum Handfilter Kegel. Einmal heiß ausspülen, und der Papiergeschmack ist fort.',
    },
    variants: one('FILTERS-100', cost(5.9, 6.5), '#c9ad83'),
  },
  {
    slug: 'fold-linen-napkin',
    category: 'linen',
    shape: 'napkin',
    name: { en: 'Fold linen napkin', de: 'Leinenserviette Falte' },
    blurb: { en: '45 × 45 cm, mitred corners.', de: '45 × 45 cm, Briefecken.' },
    details: {
      en: 'Stonewashed flax, woven and sewn in Lower Saxony. Dyed to order, so please choose a colour.',
      de: 'Stonewashed-Flachs, in Niedersachsen gewebt und genäht. Wird auf Bestellung gefärbt, daher bitte eine Farbe wählen.',
    },
    option: 'colour',
    mustChoose: true,
    variants: several(
      cost(14.5, 16.5),
      ['NAPKIN-SAND', { en: 'sand', de: 'Sand' }, '#d8c6a2'],
      ['NAPKIN-RUST', { en: 'rust', de: 'Rost' }, '#a8553a'],
      ['NAPKIN-INK', { en: 'ink', de: 'Tinte' }, '#41505f'],
    ),
  },
  {
    slug: 'weir-tablecloth',
    category: 'linen',
    shape: 'cloth',
    name: { en: 'Weir tablecloth', de: 'Tischdecke Wehr' },
    blurb: { en: 'Heavy linen with a woven border.', de: 'Schweres Leinen mit gewebter Borte.' },
    details: {
      en: '280 g per square metre, it hangs by itself. Wash at 40 °C and never iron it, if you ask us.',
      de: '280 g pro Quadratmeter, es fällt von selbst. Bei 40 °C waschen und nie bügeln, wenn Sie uns fragen.',
    },
    option: 'size',
    variants: [
      {
        sku: 'CLOTH-160',
        label: { en: '140 × 160 cm', de: '140 × 160 cm' },
        price: cost(79, 89),
        colour: '#9aa78c',
        stock: PLENTY,
      },
      {
        sku: 'CLOTH-260',
        label: { en: '140 × 260 cm', de: '140 × 260 cm' },
        price: cost(119, 135),
        colour: '#9aa78c',
        stock: PLENTY,
      },
    ],
  },
  {
    slug: 'workshop-apron',
    category: 'linen',
    shape: 'apron',
    name: { en: 'Workshop apron', de: 'Werkstattschürze' },
    blurb: { en: 'The one our potters wear.', de: 'Die Schürze, die unsere Töpferinnen tragen.' },
    details: {
      en: 'Crossed back, nothing to tie behind the neck, two pockets deep enough for a rolling pin. One size.',
      de: 'Gekreuzter Rücken, nichts im Nacken zu binden, zwei Taschen, tief genug für ein Nudelholz. Einheitsgröße.',
    },
    variants: one('APRON-WS', cost(49, 55), '#5b6b78'),
  },
  {
    slug: 'dusk-candle',
    category: 'light',
    shape: 'candle',
    name: { en: 'Dusk candle', de: 'Kerze Dämmerung' },
    blurb: { en: 'Beeswax and cedar, 40 hours.', de: 'Bienenwachs und Zeder, 40 Stunden.' },
    details: {
      en: 'Poured into a stoneware cup that serves on as a tumbler when the candle is gone.',
      de: 'In einen Becher aus Steinzeug gegossen, der als Trinkbecher bleibt, wenn die Kerze fort ist.',
    },
    variants: one('CANDLE-DUSK', cost(22, 25), '#e3b565'),
  },
  {
    slug: 'moon-floor-lamp',
    category: 'light',
    shape: 'lamp',
    name: { en: 'Moon floor lamp', de: 'Stehleuchte Mond' },
    blurb: { en: 'A porcelain globe on an oak stand.', de: 'Eine Porzellankugel auf einem Stand aus Eiche.' },
    details: {
      en: 'Cast so thin that light passes through, 38 cm across, dimmable. Made to order; you will have it in two weeks.',
      de: 'So dünn gegossen, dass das Licht hindurchscheint, 38 cm im Durchmesser, dimmbar. Auf Bestellung gefertigt, in zwei Wochen bei Ihnen.',
    },
    variants: one('LAMP-MOON', cost(1249, 1390), '#e3cfa0'),
  },
];
