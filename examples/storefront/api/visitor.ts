import { randomUUID } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { type Currency, currencies } from '../../shop/catalogue.ts';

/** What every route knows of who asks. */
export interface Visitor {
  Variables: { customer: string; currency: Currency };
}

const cookie = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;

export const isCurrency = (text: unknown): text is Currency => currencies.some((currency) => currency === text);

/** Recognises a customer by cookie, and gives one to whoever has none. */
export const visitor = createMiddleware<Visitor>(async (context, next) => {
  const known = getCookie(context, 'storefront_customer');
  const customer = known ?? randomUUID();
  if (!known) setCookie(context, 'storefront_customer', customer, cookie);
  const currency = getCookie(context, 'storefront_currency');
  context.set('customer', customer);
  context.set('currency', isCurrency(currency) ? currency : 'EUR');
  await next();
});
