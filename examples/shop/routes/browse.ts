import type { Hono } from 'hono';
import { currencies, findCategory, findProduct } from '../catalogue.ts';
import { categoryPage } from '../pages/category.ts';
import { homePage } from '../pages/home.ts';
import { productPage } from '../pages/product.ts';
import { searchPage } from '../pages/search.ts';
import { backPath, type Env, readForm } from '../visit.ts';

export const browseRoutes = (shop: Hono<Env>): void => {
  shop.get('/', (c) => c.html(homePage(c.var.visit)));

  shop.get('/category/:id', (c, next) => {
    const category = findCategory(c.req.param('id'));
    return category ? c.html(categoryPage(c.var.visit, category, c.req.query('sort') ?? '')) : next();
  });

  shop.get('/search', (c) => c.html(searchPage(c.var.visit, c.req.query('q')?.trim() ?? '')));

  shop.post('/currency', async (c) => {
    const { visit } = c.var;
    const form = await readForm(c);
    visit.session.currency = currencies.find((currency) => currency === form('currency')) ?? visit.currency;
    return c.redirect(backPath(form('back'), visit.link('/')), 303);
  });

  shop.get('/product/:slug', (c, next) => {
    const product = findProduct(c.req.param('slug'));
    if (!product) return next();
    const { origin } = new URL(c.req.url);
    return c.html(productPage(c.var.visit, product, { sku: c.req.query('variant'), origin }));
  });
};
