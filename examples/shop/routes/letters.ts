import type { Hono } from 'hono';
import { contactPage, newsletterPage } from '../pages/forms.ts';
import { backPath, type Env, isEmail, readForm } from '../visit.ts';

/** What a shopper writes to the shop: the newsletter and the contact form. Nothing is kept. */
export const letterRoutes = (shop: Hono<Env>): void => {
  shop.get('/newsletter', (c) => c.html(newsletterPage(c.var.visit)));

  shop.post('/newsletter', async (c) => {
    const { visit } = c.var;
    const form = await readForm(c);
    const email = form('email');
    if (!isEmail(email)) {
      return c.html(newsletterPage(visit, { error: visit.words.emailWrong, values: { email } }), 422);
    }
    visit.tell({ kind: 'success', text: visit.words.newsletterThanks });
    return c.redirect(backPath(form('back'), visit.link('/newsletter')), 303);
  });

  shop.get('/contact', (c) => c.html(contactPage(c.var.visit)));

  shop.post('/contact', async (c) => {
    const { visit } = c.var;
    const form = await readForm(c);
    const values = { name: form('name'), email: form('email'), message: form('message') };
    if (!values.name || !values.message || !isEmail(values.email)) {
      return c.html(contactPage(visit, { error: visit.words.contactWrong, values }));
    }
    visit.tell({ kind: 'success', text: visit.words.contactThanks });
    return c.redirect(visit.link('/contact'), 303);
  });
};
