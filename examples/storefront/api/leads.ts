import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { isEmail, readBody, text } from './body.ts';
import type { LeadAnswer } from './types.ts';
import { isCurrency, type Visitor } from './visitor.ts';

const noEmail = { success: false, error: 'This does not look like an e-mail address.' } as const;

/** The newsletter and the shop's settings: what a visitor tells without buying anything. */
export const leadRoutes = () =>
  new Hono<Visitor>()
    .post('/newsletter', async (context) => {
      const { email } = await readBody(context);
      return isEmail(text(email))
        ? context.json<LeadAnswer>({ success: true, message: 'Thank you. The next letter is yours.' })
        : context.json<LeadAnswer>(noEmail, 422);
    })
    .put('/settings', async (context) => {
      const { currency } = await readBody(context);
      if (!isCurrency(currency)) return context.json<LeadAnswer>({ success: false, error: 'Unknown currency.' }, 422);
      setCookie(context, 'storefront_currency', currency, { path: '/', sameSite: 'Lax' });
      return context.json<LeadAnswer>({ success: true, message: `Prices are in ${currency} now.` });
    });
