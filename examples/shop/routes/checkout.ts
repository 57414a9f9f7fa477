import type { Hono, MiddlewareHandler } from 'hono';
import { addressStep, paymentStep, reviewStep, shippingStep } from '../pages/checkout.ts';
import { confirmationPage } from '../pages/order.ts';
import { shippingMethods } from '../totals.ts';
import { type Env, isEmail, readForm, type Visit } from '../visit.ts';

const STEPS: { path: string; isDone: (visit: Visit) => boolean }[] = [
  { path: '/cart', isDone: (visit) => visit.cart().count > 0 },
  { path: '/checkout', isDone: ({ session }) => session.checkout.address !== undefined },
  { path: '/checkout/shipping', isDone: ({ session }) => session.checkout.shipping !== undefined },
  { path: '/checkout/payment', isDone: ({ session }) => session.checkout.payment !== undefined },
];

/** Sends a shopper who skipped one of the first `count` steps back to it. */
const after =
  (count: number): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { visit } = c.var;
    const open = STEPS.slice(0, count).find(({ isDone }) => !isDone(visit));
    if (open) return c.redirect(visit.link(open.path), 303);
    return next();
  };

export const checkoutRoutes = (shop: Hono<Env>): void => {
  shop.get('/checkout', after(1), (c) => c.html(addressStep(c.var.visit)));

  shop.post('/checkout', after(1), async (c) => {
    const { visit } = c.var;
    const form = await readForm(c);
    const address = {
      name: form('name'),
      email: form('email'),
      street: form('street'),
      postcode: form('postcode'),
      city: form('city'),
      country: form('country'),
    };
    if (!Object.values(address).every(Boolean) || !isEmail(address.email)) {
      return c.html(addressStep(visit, { error: visit.words.addressWrong, values: address }), 422);
    }
    visit.session.checkout.address = address;
    return c.redirect(visit.link('/checkout/shipping'), 303);
  });

  shop.get('/checkout/shipping', after(2), (c) => c.html(shippingStep(c.var.visit)));

  shop.post('/checkout/shipping', after(2), async (c) => {
    const { visit } = c.var;
    const form = await readForm(c);
    const method = shippingMethods.find(({ id }) => id === form('shipping'));
    if (!method) return c.html(shippingStep(visit), 422);
    visit.session.checkout.shipping = method.id;
    return c.redirect(visit.link('/checkout/payment'), 303);
  });

  shop.get('/checkout/payment', after(3), (c) => c.html(paymentStep(c.var.visit)));

  shop.post('/checkout/payment', after(3), async (c) => {
    const { visit } = c.var;
    const form = await readForm(c);
    const card = form('card').replace(/[\s-]/g, '');
    if (form('method') === 'invoice') visit.session.checkout.payment = { method: 'invoice' };
    else if (/^\d{12,19}$/.test(card)) visit.session.checkout.payment = { method: 'card', card };
    else return c.html(paymentStep(visit, { error: visit.words.cardWrong, values: { method: 'card' } }), 422);
    return c.redirect(visit.link('/checkout/review'), 303);
  });

  shop.get('/checkout/review', after(4), (c) => c.html(reviewStep(c.var.visit)));

  shop.post('/checkout/review', after(4), (c) => {
    const { visit } = c.var;
    const { session, currency, store, words, link } = visit;
    const { address, shipping, payment } = session.checkout;
    const placed = store.place(session.customer, {
      currency,
      address: address!,
      shipping: shipping!,
      payment: payment!,
    });
    delete session.checkout.payment;
    if (placed.ok) return c.redirect(link(`/checkout/thank-you/${placed.order.id}`), 303);
    visit.tell({ kind: 'error', text: placed.reason === 'declined' ? words.declined : words.stockGone });
    return c.redirect(link(placed.reason === 'declined' ? '/checkout/payment' : '/cart'), 303);
  });

  // May be reloaded; shown to nobody but who ordered.
  shop.get('/checkout/thank-you/:id', (c, next) => {
    const { visit } = c.var;
    const order = visit.store.order(c.req.param('id'));
    return order?.customer === visit.session.customer ? c.html(confirmationPage(visit, order)) : next();
  });
};
