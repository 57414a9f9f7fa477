import { type Context, Hono } from 'hono';
import type { Change, Store } from '../../shop/store.ts';
import { readBody, text } from './body.ts';
import type { CartAnswer } from './types.ts';
import { cartView } from './views.ts';
import type { Visitor } from './visitor.ts';

const reasons: Record<Exclude<Change, { ok: true }>['reason'], (left: number) => string> = {
  unknown: () => 'This article cannot be ordered.',
  'sold-out': () => 'Sorry, this piece is sold out at the moment.',
  'not-enough': (left) => `Only ${left} of these are left.`,
};

/**
 * The cart of whoever asks. A wish that cannot be granted (sold out, not enough) is answered with 200 and
 * `success: false`, as many shops do: the request was fine, the shelf was empty.
 */
export const cartRoutes = (store: Store) => {
  const answer = (context: Context<Visitor>, change: Change = { ok: true }) =>
    context.json<CartAnswer>(
      change.ok
        ? { success: true, cart: cartView(store.cart(context.var.customer, context.var.currency)) }
        : { success: false, error: reasons[change.reason](change.left) },
      !change.ok && change.reason === 'unknown' ? 422 : 200,
    );

  return new Hono<Visitor>()
    .get('/', (context) => answer(context))
    .post('/items', async (context) => {
      const { sku, quantity = 1 } = await readBody(context);
      return answer(context, store.add(context.var.customer, text(sku), Number(quantity)));
    })
    .patch('/items/:id', async (context) => {
      const { quantity } = await readBody(context);
      return answer(context, store.setQuantity(context.var.customer, context.req.param('id'), Number(quantity)));
    })
    .delete('/items/:id', (context) => {
      store.remove(context.var.customer, context.req.param('id'));
      return answer(context);
    })
    .post('/coupon', async (context) => {
      const { code } = await readBody(context);
      return store.redeem(context.var.customer, text(code))
        ? answer(context)
        : context.json<CartAnswer>({ success: false, error: 'We do not know this code.' }, 422);
    });
};
