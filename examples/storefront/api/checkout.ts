import { type Context, Hono } from 'hono';
import type { Placed, Store } from '../../shop/store.ts';
import { type ShippingMethod, shippingMethods } from '../../shop/totals.ts';
import { isEmail, readBody, text } from './body.ts';
import type { Address, CheckoutAnswer, OrderAnswer } from './types.ts';
import { cartView, orderView, shippingOptions } from './views.ts';
import type { Visitor } from './visitor.ts';

/** What a shopper has filled in so far. The server keeps it, so that a reload in the middle of checkout loses nothing. */
interface Draft {
  address?: Address;
  shipping?: ShippingMethod;
  giftWrap: boolean;
}

const addressFields = ['name', 'email', 'street', 'postcode', 'city', 'country'] as const;

const missing: Record<keyof Address, string> = {
  name: 'Please tell us your name.',
  email: 'Please enter an e-mail address such as mara@example.org.',
  street: 'Please enter street and number.',
  postcode: 'Please enter your postcode.',
  city: 'Please enter your town.',
  country: 'Please choose a country.',
};

const refusals = {
  empty: { status: 409, error: 'Your cart is empty.' },
  'not-enough': { status: 409, error: 'Someone was faster: one of your pieces is no longer in stock.' },
  declined: { status: 402, error: 'Your bank declined this card. Nothing was charged; please try another.' },
} as const satisfies Record<Exclude<Placed, { ok: true }>['reason'], { status: number; error: string }>;

const findShipping = (id: unknown) => shippingMethods.find((method) => method.id === id)?.id;

/** Address, shipping, payment: each step is kept, the last one places the order. */
export const checkoutRoutes = (store: Store) => {
  const drafts = new Map<string, Draft>();
  const gifts = new Set<string>(); // order ids

  const draftOf = (customer: string): Draft => drafts.get(customer) ?? { giftWrap: false };

  const answer = (context: Context<Visitor>, change: Partial<Draft> = {}) => {
    const { customer, currency } = context.var;
    const draft = { ...draftOf(customer), ...change };
    drafts.set(customer, draft);
    const cartWith = (method: ShippingMethod | undefined) => store.cart(customer, currency, method);
    return context.json<CheckoutAnswer>({
      success: true,
      checkout: { cart: cartView(cartWith(draft.shipping)), ...draft, shippingOptions: shippingOptions(cartWith) },
    });
  };

  return new Hono<Visitor>()
    .get('/checkout', (context) => answer(context))
    .put('/checkout/address', async (context) => {
      const body = await readBody(context);
      const address = Object.fromEntries(
        addressFields.map((field) => [field, text(body[field])]),
      ) as unknown as Address;
      const wrong = addressFields.filter((field) => !address[field] || (field === 'email' && !isEmail(address.email)));
      if (!wrong.length) return answer(context, { address });
      const fields = Object.fromEntries(wrong.map((field) => [field, missing[field]]));
      return context.json<CheckoutAnswer>({ success: false, error: 'Please check the marked fields.', fields }, 422);
    })
    .put('/checkout/shipping', async (context) => {
      const { method, giftWrap } = await readBody(context);
      const shipping = findShipping(method);
      return shipping
        ? answer(context, { shipping, giftWrap: giftWrap === true })
        : context.json<CheckoutAnswer>({ success: false, error: 'Please choose a way of shipping.' }, 422);
    })
    .post('/checkout/orders', async (context) => {
      const { customer, currency } = context.var;
      const { address, shipping, giftWrap } = draftOf(customer);
      if (!address || !shipping)
        return context.json<OrderAnswer>({ success: false, error: 'Address and shipping are missing.' }, 409);
      const { method, card } = await readBody(context);
      const payment = method === 'card' ? ({ method, card: text(card) } as const) : ({ method: 'invoice' } as const);
      if (payment.method === 'card' && payment.card.replace(/\D/g, '').length < 12)
        return context.json<OrderAnswer>({ success: false, error: 'Please check the card number.' }, 422);
      const placed = store.place(customer, { currency, shipping, payment, address });
      if (!placed.ok) {
        const { status, error } = refusals[placed.reason];
        return context.json<OrderAnswer>({ success: false, error }, status);
      }
      drafts.delete(customer);
      if (giftWrap) gifts.add(placed.order.id);
      return context.json<OrderAnswer>({ success: true, order: orderView(placed.order, giftWrap) }, 201);
    })
    .get('/orders/:id', (context) => {
      const order = store.order(context.req.param('id'));
      // An order is shown to whoever placed it, and to nobody who only knows its number.
      return order && order.customer === context.var.customer
        ? context.json<OrderAnswer>({ success: true, order: orderView(order, gifts.has(order.id)) })
        : context.json<OrderAnswer>({ success: false, error: 'There is no such order.' }, 404);
    });
};
