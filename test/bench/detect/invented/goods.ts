import { good, type Line, type Product } from '../parts.ts';
import { unitsOf } from '../spa.ts';
import type { Traits } from './traits.ts';

/** Numbers in names are no quantities, and no prices. */
const NAMES = {
  plain: ['Harbour mug', 'Reading lamp Oslo', 'Woven rug'],
  numbers: ['Mug 0.3 l, set of 4', 'Lamp E27 60 W', 'Rug 2 x 3 m'],
  'own script': ['Кружка «Гавань»', '読書ランプ', 'سجادة منسوجة'],
};

/** What every invented shop sells, at prices that its currency has. */
export const goodsFor = ({ currency, names }: Pick<Traits, 'currency' | 'names'>) => {
  const [mug, lamp, rug] = NAMES[names] as [string, string, string];
  const price = (euros: number) => Math.round(euros * 100) * (unitsOf(currency) === 1 ? 10 : 1);
  return {
    mug: good('4711', 'MG-300', mug, 'harbour-mug', price(12.9)),
    lamp: good('4720', 'LP-12', lamp, 'reading-lamp-oslo', price(1249)),
    rug: good('4733', 'RG-7', rug, 'woven-rug', price(149.5), true),
    /** What it costs to send. */
    fee: price(5.9),
  };
};

export type Goods = ReturnType<typeof goodsFor>;

export const all = ({ mug, lamp, rug }: Goods): Product[] => [mug, lamp, rug];

export const count = (lines: Line[]): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

export const NUMBER = 'BX-20417';
