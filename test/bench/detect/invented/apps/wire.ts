import { type Line, sumOf } from '../../parts.ts';
import { unitsOf } from '../../spa.ts';
import { count } from '../goods.ts';
import type { AppProduct, Variant } from './appGoods.ts';
import type { AppTraits } from './appTraits.ts';

export interface Order {
  id: string;
  number: string;
  lines: Line[];
  fee: number;
  createdAt: string;
}

/** How the app's server writes what it knows: money, goods, carts, orders. */
export const wireFor = ({ currency, money, shape, nouns: [cart, items], ids }: AppTraits, goods: AppProduct[]) => {
  const units = unitsOf(currency);
  const decimal = (amount: number) => (amount / units).toFixed(Math.log10(units));
  const MONEY = {
    minor: (amount: number) => amount,
    decimal,
    number: (amount: number) => amount / units,
    object: (amount: number) => ({ amount: decimal(amount), currencyCode: currency }),
    cents: (centAmount: number) => ({ centAmount, currencyCode: currency, fractionDigits: Math.log10(units) }),
  };
  const toMoney = MONEY[money];
  const idOf = (id: string) => (ids === 'number' ? Number(id) : id);
  const toVariant = ({ id, sku, size, price }: Variant) => ({
    id: idOf(id),
    sku,
    title: size ?? null,
    price: toMoney(price),
  });
  const toProduct = ({ id, name, slug, variants }: AppProduct) => ({
    ...{ id: idOf(id), name, slug },
    variants: variants.map(toVariant),
  });
  const toLine = ({ product, quantity }: Line) => {
    const { id, name, slug } = goods.find(({ variants }) => variants.includes(product as Variant))!;
    const { size, price } = product as Variant;
    const line = `line-${product.id}`;
    if (shape !== 'flat')
      return {
        ...{ id: line, quantity, total: toMoney(price * quantity) },
        variant: { ...toVariant(product), product: { id: idOf(id), name, slug } },
      };
    return {
      ...{ line_id: line, product_id: idOf(id), variant_id: idOf(product.id), title: name, slug },
      ...{ variant_title: size ?? null, unit_price: toMoney(price), quantity, line_total: toMoney(price * quantity) },
    };
  };
  const toLines = (lines: Line[]) => {
    const all = lines.map(toLine);
    return { [items]: shape === 'edges' ? { edges: all.map((node) => ({ node })) } : all };
  };
  return {
    toProduct,
    toLine,
    toCart: (id: string, lines: Line[]) => ({
      ...{ id, currency, ...toLines(lines) },
      ...(shape === 'flat'
        ? { item_count: count(lines), subtotal_price: toMoney(sumOf(lines)) }
        : { totalQuantity: count(lines), cost: { subtotal: toMoney(sumOf(lines)) } }),
      ...(cart === 'cart' ? {} : { kind: cart }),
    }),
    toOrder: ({ id, number, lines, fee, createdAt }: Order) => ({
      ...{ id: idOf(id), currency, ...toLines(lines), shipping: toMoney(fee), total: toMoney(sumOf(lines) + fee) },
      ...(shape === 'flat' ? { order_number: number, created_at: createdAt } : { number, createdAt }),
    }),
  };
};
