import type { Hono } from 'hono';
import { articleName, findArticle, findProduct, type Product, type Variant } from '../catalogue.ts';
import { cartPage } from '../pages/cart.ts';
import { productPage } from '../pages/product.ts';
import type { Change } from '../store.ts';
import { type Env, readForm, type Visit } from '../visit.ts';

const refusal = ({ words, language }: Visit, product: Product, variant: Variant, change: Change): string => {
  const name = articleName(product, variant, language);
  return !change.ok && change.reason === 'not-enough' ? words.notEnough(name, change.left) : words.soldOut(name);
};

/** The cart as the shop's own script gets it. */
const cartJson = (visit: Visit) => {
  const { count, lines, totals } = visit.cart();
  return {
    count,
    currency: visit.currency,
    subtotal: totals.subtotal / 100,
    items: lines.map(({ product, variant, quantity, price }) => ({
      sku: variant.sku,
      name: product.name[visit.language],
      price: price / 100,
      quantity,
    })),
  };
};

export const cartRoutes = (shop: Hono<Env>): void => {
  shop.get('/cart', (c) => c.html(cartPage(c.var.visit)));

  // From a product's own page: back to it with a notice, or the page again with the reason.
  shop.post('/product/:slug', async (c, next) => {
    const { visit } = c.var;
    const product = findProduct(c.req.param('slug'));
    if (!product) return next();
    const form = await readForm(c);
    const variant = product.variants.find(({ sku }) => sku === form('sku'));
    const again = { sku: variant?.sku, quantity: form('quantity') || '1', origin: new URL(c.req.url).origin };
    if (!variant) {
      visit.tell({ kind: 'error', text: visit.words.chooseFirst });
      return c.html(productPage(visit, product, again), 422);
    }
    const change = visit.store.add(visit.session.customer, variant.sku, Number(form('quantity')));
    if (!change.ok) {
      visit.tell({ kind: 'error', text: refusal(visit, product, variant, change) });
      return c.html(productPage(visit, product, again));
    }
    const name = articleName(product, variant, visit.language);
    visit.tell({ kind: 'success', text: visit.words.added(name), cartLink: true });
    return c.redirect(visit.link(`/product/${product.slug}?variant=${variant.sku}`), 303);
  });

  // From a card in a list: one piece. The shop's script asks for JSON; without scripts it is a form like any other.
  shop.post('/cart/add', async (c, next) => {
    const { visit } = c.var;
    const form = await readForm(c);
    const article = findArticle(form('sku'));
    if (!article) return next();
    const { product, variant } = article;
    const change = visit.store.add(visit.session.customer, variant.sku);
    const text = change.ok
      ? visit.words.added(articleName(product, variant, visit.language))
      : refusal(visit, product, variant, change);
    if (c.req.header('accept')?.includes('application/json')) {
      return c.json({ success: change.ok, message: text, cart: cartJson(visit) });
    }
    visit.tell({ kind: change.ok ? 'success' : 'error', text, cartLink: change.ok });
    return c.redirect(visit.link(`/product/${product.slug}`), 303);
  });

  shop.post('/cart/update', async (c) => {
    const { visit } = c.var;
    const form = await readForm(c);
    const article = findArticle(form('sku'));
    // An emptied field is no wish to remove the line, yet Number('') is 0.
    const quantity = form('quantity') === '' ? Number.NaN : Number(form('quantity'));
    const change = visit.store.setQuantity(visit.session.customer, form('sku'), quantity);
    if (change.ok) visit.tell({ kind: 'success', text: visit.words.updated });
    else if (article) visit.tell({ kind: 'error', text: refusal(visit, article.product, article.variant, change) });
    return c.redirect(visit.link('/cart'), 303);
  });

  shop.post('/cart/remove', async (c) => {
    const { visit } = c.var;
    const article = findArticle((await readForm(c))('sku'));
    if (article) {
      visit.store.remove(visit.session.customer, article.variant.sku);
      const name = articleName(article.product, article.variant, visit.language);
      visit.tell({ kind: 'success', text: visit.words.removed(name) });
    }
    return c.redirect(visit.link('/cart'), 303);
  });

  shop.post('/cart/coupon', async (c) => {
    const { visit } = c.var;
    const code = (await readForm(c))('code');
    if (!visit.store.redeem(visit.session.customer, code)) return c.html(cartPage(visit, code), 422);
    visit.tell({ kind: 'success', text: visit.words.couponTaken });
    return c.redirect(visit.link('/cart'), 303);
  });
};
