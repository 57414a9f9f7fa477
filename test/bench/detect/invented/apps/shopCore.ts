import { add, type Line } from '../../parts.ts';
import { NUMBER } from '../goods.ts';
import { type AppGoods, allProducts, createIds, OLD_NUMBER, type Variant } from './appGoods.ts';
import type { AppPaths } from './appPaths.ts';
import type { AppTraits } from './appTraits.ts';
import { type Order, wireFor } from './wire.ts';

export type Args = Record<string, unknown>;

/** What an act came to: an answer, or the reason why not. */
export type Outcome = { value: unknown } | { refused: string };

const MOST = 3; // pieces of one thing that the shop has

/** The shop behind an app, whatever wire it speaks: its goods, carts and orders. */
export const shopCoreFor = (traits: AppTraits, goods: AppGoods, paths: AppPaths) => {
  const { words, answer, payment, placed, confirmation, done } = traits;
  const products = allProducts(goods);
  const wire = wireFor(traits, products);
  const variants = products.flatMap((product) => product.variants);
  const carts = new Map<string, Line[]>();
  const declined = new Set<string>();
  const idOf = createIds(traits);
  const order = (number: string, lines: Line[], createdAt: string): Order => ({
    ...{ id: idOf('Order', number.slice(3), number.toLowerCase()), number, lines, createdAt, fee: goods.fee },
  });
  const orders = [order(OLD_NUMBER, [{ product: goods.lamp.variants[0], quantity: 1 }], '2026-01-04T10:00:00Z')];

  const linesOf = ({ cart }: Args) => carts.get(`${cart}`) ?? [];
  const find = ({ variantId }: Args): Variant => variants.find(({ id }) => id === `${variantId}`)!;
  const whole = ({ cart }: Args) => ({ value: wire.toCart(`${cart}`, linesOf({ cart })) });
  /** What a change is answered with: the cart, the line, or a word. */
  const said = (args: Args, line?: Line): Outcome => {
    if (answer === 'cart') return whole(args);
    return { value: answer === 'line' && line ? { line: wire.toLine(line) } : { ok: true } };
  };
  const lineOf = (args: Args) => linesOf(args).find(({ product }) => `line-${product.id}` === args.lineId)!;
  /** An address names the order by its number where nothing else on the page does. */
  const addressOf = ({ id, number }: Order) =>
    paths.done + encodeURIComponent(confirmation === 'address' || done === 'thanks' ? number : id);

  const acts: Record<string, (args: Args) => Outcome> = {
    create: () => {
      const cart = idOf('Cart', `${900 + carts.size}`, `${900 + carts.size}`);
      carts.set(cart, []);
      return whole({ cart });
    },
    cart: whole,
    add: (args) => {
      const product = find(args);
      if (product.soldOut) return { refused: words.soldOut };
      return said(args, add(linesOf(args), product, Number(args.quantity)));
    },
    change: (args) => {
      if (Number(args.quantity) > MOST) return { refused: words.soldOut };
      const line = lineOf(args);
      line.quantity = Number(args.quantity);
      return said(args, line);
    },
    remove: (args) => {
      const line = lineOf(args);
      carts.set(
        `${args.cart}`,
        linesOf(args).filter((other) => other !== line),
      );
      return said(args);
    },
    coupon: () => ({ refused: 'SPRING?' }),
    address: (args) => said(args),
    shipping: (args) => said(args),
    place: (args) => {
      if (payment === 'failing first' && !declined.has(`${args.cart}`)) {
        declined.add(`${args.cart}`);
        return { refused: 'Your card was declined.' };
      }
      const told = args.lines as Args[] | undefined;
      const lines = told?.map((one) => ({ product: find(one), quantity: Number(one.quantity) })) ?? linesOf(args);
      const made = order(NUMBER, lines, new Date().toISOString());
      orders.unshift(made);
      carts.delete(`${args.cart}`);
      const redirect = addressOf(made);
      return { value: placed === 'order' ? { order: wire.toOrder(made), redirect } : { ok: true, redirect } };
    },
    products: ({ sort }) => ({
      value: { products: (sort === 'down' ? [...products].reverse() : products).map(wire.toProduct) },
    }),
    search: () => ({ value: { products: [] } }),
    product: ({ slug }) => ({ value: wire.toProduct(products.find((one) => one.slug === slug)!) }),
    stock: (args) => (find(args).soldOut ? { refused: words.soldOut } : { value: { available: MOST } }),
    wish: () => ({ value: { ok: true } }),
    subscribe: () => ({ value: { ok: true } }),
    orders: () => ({ value: { orders: orders.map(wire.toOrder) } }),
    order: ({ id }) => ({
      value: wire.toOrder(orders.find((one) => one.id === id || one.number === id) ?? orders[0]!),
    }),
  };
  return { act: (name: string, args: Args): Outcome => acts[name]!(args), products: products.map(wire.toProduct) };
};
