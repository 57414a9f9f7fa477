import { type Category, type Currency, findCategory, type Product, type Variant } from '../../shop/catalogue.ts';
import type { Cart, Order } from '../../shop/store.ts';
import { type ShippingMethod, shippingMethods, type Totals } from '../../shop/totals.ts';
import type {
  CartView,
  CategoryView,
  OrderView,
  ProductView,
  ShippingOption,
  TotalsView,
  VariantView,
} from './types.ts';

/** The storefront speaks one language; the catalogue knows more. */
export const LANGUAGE = 'en';

/** The catalogue counts in minor units, JSON answers in units. Every currency of the shop has two decimals. */
const units = (minorUnits: number) => minorUnits / 100;

const imageOf = ({ sku }: Variant) => `/pictures/${sku}.svg`;

export const categoryView = ({ id, name, blurb }: Category): CategoryView => ({
  id,
  name: name[LANGUAGE],
  blurb: blurb[LANGUAGE],
});

const variantView =
  (currency: Currency) =>
  (variant: Variant): VariantView => ({
    sku: variant.sku,
    ...(variant.label && { label: variant.label[LANGUAGE] }),
    price: units(variant.price[currency]),
    ...(variant.was && { was: units(variant.was[currency]) }),
    colour: variant.colour,
    image: imageOf(variant),
  });

export const productView = (product: Product, currency: Currency): ProductView => {
  const [first, ...others] = product.variants;
  return {
    slug: product.slug,
    name: product.name[LANGUAGE],
    blurb: product.blurb[LANGUAGE],
    details: product.details[LANGUAGE],
    category: categoryView(findCategory(product.category)!),
    currency,
    ...(product.option && { option: product.option }),
    ...(product.mustChoose && { mustChoose: product.mustChoose }),
    variants: [variantView(currency)(first), ...others.map(variantView(currency))],
  };
};

const totalsView = (totals: Totals): TotalsView => ({
  currency: totals.currency,
  subtotal: units(totals.subtotal),
  discount: units(totals.discount),
  shipping: units(totals.shipping),
  tax: units(totals.tax),
  taxIncluded: totals.taxIncluded,
  total: units(totals.total),
});

export const cartView = ({ lines, count, coupon, totals }: Cart): CartView => ({
  items: lines.map(({ product, variant, quantity, price }) => ({
    id: variant.sku,
    sku: variant.sku,
    slug: product.slug,
    name: product.name[LANGUAGE],
    ...(variant.label && { variant: variant.label[LANGUAGE] }),
    image: imageOf(variant),
    price: units(price),
    quantity,
    total: units(price * quantity),
  })),
  count,
  ...(coupon && { coupon }),
  ...totalsView(totals),
});

/** What each way of shipping would cost this cart. */
export const shippingOptions = (cartWith: (method: ShippingMethod) => Cart): ShippingOption[] =>
  shippingMethods.map(({ id, name }) => ({
    id,
    name: name[LANGUAGE],
    price: units(cartWith(id).totals.shipping),
  }));

export const orderView = (order: Order, giftWrap: boolean): OrderView => ({
  ...cartView(order),
  id: order.id,
  placedAt: new Date(order.placedAt).toISOString(),
  email: order.address.email,
  shippingMethod: shippingMethods.find(({ id }) => id === order.shipping)!.name[LANGUAGE],
  payment: order.payment,
  giftWrap,
});
