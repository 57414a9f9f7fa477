import { products } from './products.ts';

export type Language = 'en' | 'de';
export type Currency = 'EUR' | 'USD';
/** One text in every language of the shop. */
export type Words = Record<Language, string>;
/** One price in every currency of the shop, in minor units (cents): sums stay exact. */
export type Price = Record<Currency, number>;

export const languages: readonly Language[] = ['en', 'de'];
export const currencies: readonly Currency[] = ['EUR', 'USD'];

export type CategoryId = 'tableware' | 'coffee' | 'linen' | 'light';

export interface Category {
  id: CategoryId;
  name: Words;
  blurb: Words;
}

export const categories: readonly Category[] = [
  {
    id: 'tableware',
    name: { en: 'Tableware', de: 'Geschirr' },
    blurb: {
      en: 'Stoneware thrown and glazed in small runs. No two pieces are quite alike.',
      de: 'Steinzeug, in kleinen Serien gedreht und glasiert. Kein Stück gleicht dem anderen ganz.',
    },
  },
  {
    id: 'coffee',
    name: { en: 'Coffee', de: 'Kaffee' },
    blurb: {
      en: 'Two roasts, one dripper, and everything for a slow first cup.',
      de: 'Zwei Röstungen, ein Filter und alles für eine ruhige erste Tasse.',
    },
  },
  {
    id: 'linen',
    name: { en: 'Linen', de: 'Leinen' },
    blurb: {
      en: 'Washed European flax that gets softer with every dinner.',
      de: 'Gewaschener europäischer Flachs, der mit jedem Abendessen weicher wird.',
    },
  },
  {
    id: 'light',
    name: { en: 'Light', de: 'Licht' },
    blurb: { en: 'Warm light for long evenings.', de: 'Warmes Licht für lange Abende.' },
  },
];

/** What is put into the cart: one product in one colour or size. */
export interface Variant {
  sku: string;
  /** The colour or size in words; absent where the product comes in one form only. */
  label?: Words;
  price: Price;
  /** What it cost before the sale. */
  was?: Price;
  /** Pieces at hand when the shop opens. */
  stock: number;
  /** The main colour of its picture. */
  colour: string;
}

/** The shapes that pictures are drawn from. */
export type Shape =
  | 'mug'
  | 'plate'
  | 'bowl'
  | 'jug'
  | 'cups'
  | 'vase'
  | 'bag'
  | 'dripper'
  | 'filters'
  | 'napkin'
  | 'cloth'
  | 'apron'
  | 'candle'
  | 'lamp';

export interface Product {
  /** Its address in the shop. */
  slug: string;
  category: CategoryId;
  shape: Shape;
  name: Words;
  blurb: Words;
  details: Words;
  /** What its variants differ in. Absent with a single variant. */
  option?: 'colour' | 'size';
  /** No variant is chosen for the shopper: a press on the add button without one is refused. */
  mustChoose?: true;
  variants: readonly [Variant, ...Variant[]];
}

export { products };

export const findProduct = (slug: string): Product | undefined => products.find((product) => product.slug === slug);

export const findCategory = (id: string): Category | undefined => categories.find((category) => category.id === id);

/** The product and variant behind an article number. */
export const findArticle = (sku: string): { product: Product; variant: Variant } | undefined => {
  for (const product of products) {
    const variant = product.variants.find((candidate) => candidate.sku === sku);
    if (variant) return { product, variant };
  }
  return undefined;
};

/** Products with every word of the query in their name, category or texts, in that language. */
export const searchProducts = (query: string, language: Language): Product[] => {
  const words = query.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return products.filter((product) => {
    const texts = [product.name, product.blurb, product.details, findCategory(product.category)!.name];
    const haystack = texts
      .map((text) => text[language])
      .join(' ')
      .toLocaleLowerCase(language);
    return words.every((word) => haystack.includes(word));
  });
};

/** What a variant is called on a receipt: 'Nord mug, moss'. */
export const articleName = (product: Product, variant: Variant, language: Language): string =>
  variant.label ? `${product.name[language]}, ${variant.label[language]}` : product.name[language];

/** A price as that language writes it: '€1,249.00', '1.249,00 €'. */
export const formatMoney = (minorUnits: number, currency: Currency, language: Language): string =>
  new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-US', { style: 'currency', currency }).format(
    minorUnits / 100,
  );
