import { type Currency, findArticle, type Product, type Variant } from './catalogue.ts';
import { knownCoupon, type ShippingMethod, type Totals, totalsOf } from './totals.ts';

export interface CartLine {
  product: Product;
  variant: Variant;
  quantity: number;
  /** Of one piece, in minor units. */
  price: number;
}

/** A cart as one currency shows it. */
export interface Cart {
  lines: CartLine[];
  /** Pieces, over all lines. */
  count: number;
  coupon?: string;
  totals: Totals;
}

export type Change = { ok: true } | { ok: false; reason: 'unknown' | 'sold-out' | 'not-enough'; left: number };

export interface Address {
  name: string;
  email: string;
  street: string;
  postcode: string;
  city: string;
  country: string;
}

export type Payment = { method: 'invoice' } | { method: 'card'; card: string };

export interface Checkout {
  currency: Currency;
  shipping: ShippingMethod;
  payment: Payment;
  address: Address;
}

/** An order as it was charged. Of the card nothing is kept. */
export interface Order extends Cart {
  id: string;
  /** Who ordered: the key of the cart it came from. */
  customer: string;
  /** Epoch ms. */
  placedAt: number;
  shipping: ShippingMethod;
  payment: Payment['method'];
  address: Address;
}

export type Placed = { ok: true; order: Order } | { ok: false; reason: 'empty' | 'declined' | 'not-enough' };

export interface Store {
  cart(customer: string, currency: Currency, shipping?: ShippingMethod): Cart;
  add(customer: string, sku: string, quantity?: number): Change;
  /** 0 removes the line. */
  setQuantity(customer: string, sku: string, quantity: number): Change;
  remove(customer: string, sku: string): void;
  /** Whether the code is known; an unknown one leaves the cart as it was. */
  redeem(customer: string, code: string): boolean;
  /** Charges, takes the pieces from stock and empties the cart; or does none of it. */
  place(customer: string, checkout: Checkout): Placed;
  stock(sku: string): number;
  order(id: string): Order | undefined;
  /** Oldest first. */
  orders(): Order[];
}

/** The test card that every bank refuses; any other is charged. */
export const DECLINED_CARD = '4000000000000002';

/** Without the letters and digits that are taken for each other on the telephone. */
const ORDER_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Carts and orders in memory. A cart reserves nothing: the last piece belongs to whoever orders first. */
export const createStore = ({ now = Date.now, random = Math.random } = {}): Store => {
  const quantities = new Map<string, Map<string, number>>();
  const coupons = new Map<string, string>();
  const sold = new Map<string, number>();
  const orders = new Map<string, Order>();

  const linesOf = (customer: string) => quantities.get(customer) ?? new Map<string, number>();

  const stock = (sku: string) => (findArticle(sku)?.variant.stock ?? 0) - (sold.get(sku) ?? 0);

  const setQuantity: Store['setQuantity'] = (customer, sku, quantity) => {
    if (!findArticle(sku) || !Number.isInteger(quantity) || quantity < 0)
      return { ok: false, reason: 'unknown', left: 0 };
    const left = stock(sku);
    if (quantity > left) return { ok: false, reason: left === 0 ? 'sold-out' : 'not-enough', left };
    const lines = linesOf(customer);
    if (quantity === 0) lines.delete(sku);
    else lines.set(sku, quantity);
    quantities.set(customer, lines);
    return { ok: true };
  };

  const cart: Store['cart'] = (customer, currency, shipping) => {
    const lines = [...linesOf(customer)].map(([sku, quantity]) => {
      const { product, variant } = findArticle(sku)!;
      return { product, variant, quantity, price: variant.price[currency] };
    });
    const coupon = coupons.get(customer);
    const subtotal = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
    return {
      lines,
      count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      ...(coupon && { coupon }),
      totals: totalsOf({ currency, subtotal, coupon, shipping }),
    };
  };

  /** Random rather than counted, so that a shop started anew never repeats the number of an order already reported. */
  const newOrderId = (): string => {
    const letters = Array.from({ length: 8 }, () => ORDER_LETTERS[Math.floor(random() * ORDER_LETTERS.length)]);
    const id = `HD-${letters.join('')}`;
    return orders.has(id) ? newOrderId() : id;
  };

  const place: Store['place'] = (customer, { currency, shipping, payment, address }) => {
    const ordered = cart(customer, currency, shipping);
    if (!ordered.count) return { ok: false, reason: 'empty' };
    if (ordered.lines.some(({ variant, quantity }) => quantity > stock(variant.sku)))
      return { ok: false, reason: 'not-enough' };
    if (payment.method === 'card' && payment.card.replace(/\D/g, '') === DECLINED_CARD)
      return { ok: false, reason: 'declined' };
    for (const { variant, quantity } of ordered.lines) sold.set(variant.sku, (sold.get(variant.sku) ?? 0) + quantity);
    quantities.delete(customer);
    coupons.delete(customer);
    const order: Order = {
      ...ordered,
      id: newOrderId(),
      customer,
      placedAt: now(),
      shipping,
      payment: payment.method,
      address,
    };
    orders.set(order.id, order);
    return { ok: true, order };
  };

  return {
    cart,
    setQuantity,
    add: (customer, sku, quantity = 1) =>
      quantity > 0
        ? setQuantity(customer, sku, (linesOf(customer).get(sku) ?? 0) + quantity)
        : { ok: false, reason: 'unknown', left: 0 },
    remove: (customer, sku) => {
      linesOf(customer).delete(sku);
    },
    redeem: (customer, code) => {
      const coupon = knownCoupon(code);
      if (coupon) coupons.set(customer, coupon);
      return coupon !== undefined;
    },
    place,
    stock,
    order: (id) => orders.get(id),
    orders: () => [...orders.values()],
  };
};
