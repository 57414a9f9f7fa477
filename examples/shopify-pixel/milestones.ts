import type { EventFields, Item } from 'funnelwire';
import type { CartLine, Checkout, CustomerEvent, Money, Variant } from './customerEvents.ts';

/** What a customer event says, by GA4's names. */
export interface Milestone {
  name: string;
  fields: EventFields;
}

const amount = (money: Money | null | undefined) =>
  money ? { value: +money.amount, currency: money.currencyCode } : {};

const number = (money: Money | null | undefined) => (money ? +money.amount : undefined);

/** Without what is not known. */
const known = <T extends object>(fields: T): T =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as T;

/** The theme's scripts name a product by its SKU, else by its variant: so does this, or one product would be two. */
const toItem = (variant: Variant | null | undefined, quantity?: number, line?: Money | null): Item => {
  const { sku, id, title, price, product } = variant ?? {};
  return known({
    item_id: sku || id,
    item_name: product?.title,
    // Shopify's name for the one variant of a product that has none.
    item_variant: title === 'Default Title' ? undefined : title,
    item_brand: product?.vendor,
    item_category: product?.type,
    price: line && quantity ? Math.round((line.amount / quantity) * 1000) / 1000 : number(price),
    quantity,
  }) as Item;
};

const ofLine = ({ merchandise, quantity, cost }: CartLine): EventFields => ({
  ...amount(cost?.totalAmount),
  items: [toItem(merchandise, quantity, cost?.totalAmount)],
});

/** The sum of the goods; the total as charged is told by the order alone. */
const ofCheckout = ({ lineItems, subtotalPrice, currencyCode }: Checkout): EventFields =>
  known({
    currency: currencyCode ?? undefined,
    ...amount(subtotalPrice),
    items: lineItems.map(({ title, variant, quantity, finalLinePrice }) => ({
      ...toItem(variant, quantity, finalLinePrice),
      ...(title && { item_name: title }),
    })),
  });

const ofOrder = (checkout: Checkout): EventFields =>
  known({
    ...ofCheckout(checkout),
    ...amount(checkout.totalPrice),
    value_basis: checkout.totalPrice ? 'total' : 'items',
    transaction_id: checkout.order?.id ?? undefined,
    tax: number(checkout.totalTax),
    shipping: number(checkout.shippingLine?.price),
    discount: number(checkout.discountsAmount),
    payment_type: checkout.transactions?.[0]?.gateway ?? undefined,
  });

type Reader = (event: CustomerEvent) => Milestone | undefined;

const onCheckout =
  (name: string, read: (checkout: Checkout) => EventFields = ofCheckout): Reader =>
  ({ data: { checkout } }) =>
    checkout ? { name, fields: read(checkout) } : undefined;

/** Where no theme script runs: the pixel is the only one who hears of it. */
export const CHECKOUT: Record<string, Reader> = {
  checkout_started: onCheckout('begin_checkout'),
  checkout_shipping_info_submitted: onCheckout('add_shipping_info', (checkout) =>
    known({
      ...ofCheckout(checkout),
      shipping_tier: checkout.delivery?.selectedDeliveryOptions?.[0]?.title ?? undefined,
    }),
  ),
  payment_info_submitted: onCheckout('add_payment_info'),
  checkout_completed: onCheckout('purchase', ofOrder),
};

/** What the theme's own funnelwire hears too; for shops that have none. */
export const STOREFRONT: Record<string, Reader> = {
  product_viewed: ({ data: { productVariant: variant } }) =>
    variant ? { name: 'view_item', fields: { ...amount(variant.price), items: [toItem(variant, 1)] } } : undefined,
  collection_viewed: ({ data: { collection } }) =>
    collection
      ? {
          name: 'view_item_list',
          fields: known({
            item_list_id: collection.id,
            item_list_name: collection.title,
            items: collection.productVariants.slice(0, 50).map((variant) => toItem(variant)),
          }),
        }
      : undefined,
  product_added_to_cart: ({ data: { cartLine } }) =>
    cartLine ? { name: 'add_to_cart', fields: ofLine(cartLine) } : undefined,
  product_removed_from_cart: ({ data: { cartLine } }) =>
    cartLine ? { name: 'remove_from_cart', fields: ofLine(cartLine) } : undefined,
  cart_viewed: ({ data: { cart } }) =>
    cart
      ? {
          name: 'view_cart',
          fields: {
            ...amount(cart.cost?.totalAmount),
            items: cart.lines.map(({ merchandise, quantity, cost }) =>
              toItem(merchandise, quantity, cost?.totalAmount),
            ),
          },
        }
      : undefined,
};
