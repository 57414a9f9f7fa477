import { createHash } from 'node:crypto';
import type { Product } from '../../parts.ts';
import { goodsFor } from '../goods.ts';
import type { AppTraits } from './appTraits.ts';

/** Something to buy: a product in one size, called as its product is. `id` is the size's. */
export interface Variant extends Product {
  size?: string;
}

export interface AppProduct {
  id: string;
  name: string;
  slug: string;
  variants: [Variant, ...Variant[]];
}

/** What the app calls a thing: `gid://store/Product/4711` and the like. */
export const createIds =
  ({ ids }: AppTraits) =>
  (type: string, number: string, slug: string): string => {
    const hex = createHash('sha1').update(`${type} ${number}`).digest('hex');
    const uuid = [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `a${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ];
    return {
      uuid: uuid.join('-'),
      gid: `gid://store/${type}/${number}`,
      base64: Buffer.from(`${type}:${number}`).toString('base64'),
      number,
      slug: type === 'Product' ? slug : `${type.toLowerCase()}-${slug}`,
    }[ids];
  };

/** What an app sells: a mug in two sizes, where the app has sizes at all, a lamp, and a rug that is sold out. */
export const appGoodsFor = (traits: AppTraits) => {
  const { mug, lamp, rug, fee } = goodsFor(traits);
  const idOf = createIds(traits);
  const toProduct = (one: Product, sizes: [size: string, price: number][]): AppProduct => {
    const id = idOf('Product', one.id, one.slug);
    const toVariant = ([size, price]: [string, number], at: number): Variant => ({
      ...one,
      id: idOf('Variant', `${one.id}${at}`, `${one.slug}${size && `-${size.toLowerCase()}`}`),
      others: [id, one.id, `${one.id}${at}`, one.slug],
      price,
      ...(size && { size }),
    });
    return { id, name: one.name, slug: one.slug, variants: sizes.map(toVariant) as [Variant] };
  };
  const sizes: [string, number][] = [
    ['S', mug.price],
    ['L', mug.price + mug.price / 2],
  ];
  return {
    mug: toProduct(mug, traits.variants === 'none' ? [['', mug.price]] : sizes),
    lamp: toProduct(lamp, [['', lamp.price]]),
    rug: toProduct(rug, [['', rug.price]]),
    fee,
  };
};

export type AppGoods = ReturnType<typeof appGoodsFor>;

export const allProducts = ({ mug, lamp, rug }: AppGoods): AppProduct[] => [mug, lamp, rug];

/** An order of last month, which the account shows. */
export const OLD_NUMBER = 'BX-19866';
