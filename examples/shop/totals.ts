import type { Currency, Price, Words } from './catalogue.ts';

export type ShippingMethod = 'standard' | 'express';

export const shippingMethods: readonly { id: ShippingMethod; name: Words; price: Price }[] = [
  {
    id: 'standard',
    name: { en: 'Standard, 3 to 5 days', de: 'Standard, 3 bis 5 Tage' },
    price: { EUR: 490, USD: 600 },
  },
  { id: 'express', name: { en: 'Express, next day', de: 'Express, am nächsten Tag' }, price: { EUR: 990, USD: 1400 } },
];

/** Standard shipping costs nothing from this sum of goods on. */
export const FREE_SHIPPING_FROM: Price = { EUR: 6000, USD: 7500 };

/** Prices in EUR hold 19 % VAT already; to prices in USD 8 % sales tax is added, on goods only. */
const VAT_PERCENT = 19;
const SALES_TAX_PERCENT = 8;

/** Percent off the goods, by code. */
const coupons: Record<string, number> = { WELCOME10: 10, KILN20: 20 };

/** The code as the shop writes it, or undefined for one it does not know. */
export const knownCoupon = (code: string): string | undefined => {
  const written = code.trim().toUpperCase();
  return Object.hasOwn(coupons, written) ? written : undefined;
};

/** All in minor units of `currency`. */
export interface Totals {
  currency: Currency;
  subtotal: number;
  /** What the coupon takes off, 0 or more. */
  discount: number;
  shipping: number;
  /** Held in the total (EUR) or added to it (USD); `total` has it either way. */
  tax: number;
  taxIncluded: boolean;
  total: number;
}

interface Sums {
  currency: Currency;
  subtotal: number;
  coupon?: string | undefined;
  shipping?: ShippingMethod | undefined;
}

/** What a cart costs. Until a way of shipping is chosen, the standard one is shown. */
export const totalsOf = ({ currency, subtotal, coupon, shipping = 'standard' }: Sums): Totals => {
  const discount = coupon ? Math.round((subtotal * coupons[coupon]!) / 100) : 0;
  const goods = subtotal - discount;
  const isFree = subtotal === 0 || (shipping === 'standard' && goods >= FREE_SHIPPING_FROM[currency]);
  const shippingCost = isFree ? 0 : shippingMethods.find(({ id }) => id === shipping)!.price[currency];
  const taxIncluded = currency === 'EUR';
  const tax = taxIncluded
    ? Math.round(((goods + shippingCost) * VAT_PERCENT) / (100 + VAT_PERCENT))
    : Math.round((goods * SALES_TAX_PERCENT) / 100);
  const total = goods + shippingCost + (taxIncluded ? 0 : tax);
  return { currency, subtotal, discount, shipping: shippingCost, tax, taxIncluded, total };
};
