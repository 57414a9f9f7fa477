import { good, type Line, type Product } from '../parts.ts';
import { unitsOf } from '../spa.ts';
import type { Traits } from './traits.ts';

/** What every invented shop sells, at prices that its currency has. */
export const goodsFor = ({ currency }: Traits) => {
  const price = (euros: number) => Math.round(euros * 100) * (unitsOf(currency) === 1 ? 10 : 1);
  return {
    mug: good('4711', 'MG-300', 'Harbour mug', 'harbour-mug', price(12.9)),
    lamp: good('4720', 'LP-12', 'Reading lamp Oslo', 'reading-lamp-oslo', price(89)),
    rug: good('4733', 'RG-7', 'Woven rug', 'woven-rug', price(149.5), true),
    /** What it costs to send. */
    fee: price(5.9),
  };
};

export type Goods = ReturnType<typeof goodsFor>;

export const all = ({ mug, lamp, rug }: Goods): Product[] => [mug, lamp, rug];

export const count = (lines: Line[]): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

export const NUMBER = 'BX-20417';
