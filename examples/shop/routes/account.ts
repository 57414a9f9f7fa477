import type { Hono } from 'hono';
import type { Account } from '../accounts.ts';
import { accountPage, registerPage, signInPage } from '../pages/account.ts';
import { orderPage } from '../pages/order.ts';
import { type Env, isEmail, readForm, type Visit } from '../visit.ts';

const MIN_PASSWORD_LETTERS = 8;

/** The session becomes the account's: with its orders, and with what lies in the cart already. */
const enter = (visit: Visit, account: Account): void => {
  const { session, store } = visit;
  const guest = session.customer;
  if (guest !== account.customer) {
    for (const { variant, quantity } of visit.cart().lines) {
      store.add(account.customer, variant.sku, quantity);
      store.remove(guest, variant.sku);
    }
  }
  session.account = account;
  session.customer = account.customer;
  visit.renewSession();
};

export const accountRoutes = (shop: Hono<Env>): void => {
  shop.get('/account', (c) => {
    const { visit } = c.var;
    const { account } = visit.session;
    if (!account) return c.redirect(visit.link('/account/sign-in'), 303);
    const orders = visit.store.orders().filter(({ customer }) => customer === account.customer);
    return c.html(accountPage(visit, orders));
  });

  shop.get('/account/orders/:id', (c, next) => {
    const { visit } = c.var;
    const order = visit.store.order(c.req.param('id'));
    return order && order.customer === visit.session.account?.customer ? c.html(orderPage(visit, order)) : next();
  });

  shop.get('/account/register', (c) => c.html(registerPage(c.var.visit)));

  shop.post('/account/register', async (c) => {
    const { visit } = c.var;
    const { words, session, accounts } = visit;
    const form = await readForm(c);
    const values = { name: form('name'), email: form('email') };
    if (!values.name || !isEmail(values.email) || form('password').length < MIN_PASSWORD_LETTERS) {
      return c.html(registerPage(visit, { error: words.registerWrong, values }), 422);
    }
    const account = await accounts.register({ ...values, customer: session.customer }, form('password'));
    if (!account) return c.html(registerPage(visit, { error: words.registerTaken, values }), 422);
    enter(visit, account);
    visit.tell({ kind: 'success', text: words.registered(account.name) });
    return c.redirect(visit.link('/account'), 303);
  });

  shop.get('/account/sign-in', (c) => c.html(signInPage(c.var.visit)));

  shop.post('/account/sign-in', async (c) => {
    const { visit } = c.var;
    const form = await readForm(c);
    const account = await visit.accounts.signIn(form('email'), form('password'));
    if (!account) {
      const refused = { error: visit.words.signInWrong, values: { email: form('email') } };
      return c.html(signInPage(visit, refused), 422);
    }
    enter(visit, account);
    visit.tell({ kind: 'success', text: visit.words.signedIn(account.name) });
    return c.redirect(visit.link('/account'), 303);
  });

  shop.post('/account/sign-out', (c) => {
    const { visit } = c.var;
    visit.endSession();
    return c.redirect(visit.link('/'), 303);
  });
};
