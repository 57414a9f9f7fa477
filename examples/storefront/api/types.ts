/** What the API answers, and the page reads. Money is in units of `currency`: 11.5, not 1150. */
import type { CategoryId, Currency } from '../../shop/catalogue.ts';
import type { Address } from '../../shop/store.ts';
import type { ShippingMethod } from '../../shop/totals.ts';

export type { Address, CategoryId, Currency, ShippingMethod };

export interface CategoryView {
  id: CategoryId;
  name: string;
  blurb: string;
}

export interface VariantView {
  sku: string;
  /** The colour or size in words; absent where the product comes in one form only. */
  label?: string;
  price: number;
  /** What it cost before the sale. */
  was?: number;
  colour: string;
  image: string;
}

export interface ProductView {
  slug: string;
  name: string;
  blurb: string;
  details: string;
  category: CategoryView;
  currency: Currency;
  option?: 'colour' | 'size';
  mustChoose?: true;
  variants: [VariantView, ...VariantView[]];
}

export interface LineView {
  /** The line's own address under /api/cart/items. */
  id: string;
  sku: string;
  slug: string;
  name: string;
  variant?: string;
  image: string;
  price: number;
  quantity: number;
  total: number;
}

export interface TotalsView {
  currency: Currency;
  subtotal: number;
  discount: number;
  shipping: number;
  tax: number;
  taxIncluded: boolean;
  total: number;
}

export interface CartView extends TotalsView {
  items: LineView[];
  /** Pieces, over all lines. */
  count: number;
  coupon?: string;
}

export interface ShippingOption {
  id: ShippingMethod;
  name: string;
  price: number;
}

/** How far a checkout has come. */
export interface CheckoutView {
  cart: CartView;
  address?: Address;
  shipping?: ShippingMethod;
  giftWrap: boolean;
  shippingOptions: ShippingOption[];
}

export interface OrderView extends CartView {
  id: string;
  /** ISO 8601. */
  placedAt: string;
  email: string;
  shippingMethod: string;
  payment: 'invoice' | 'card';
  giftWrap: boolean;
}

/** A wish that the shop understood and did not grant. */
export interface Refusal {
  success: false;
  error: string;
  /** By name of the form field at fault. */
  fields?: Record<string, string>;
}

export type CartAnswer = { success: true; cart: CartView } | Refusal;
export type CheckoutAnswer = { success: true; checkout: CheckoutView } | Refusal;
export type OrderAnswer = { success: true; order: OrderView } | Refusal;
export type LeadAnswer = { success: true; message: string } | Refusal;
