import { Hono } from 'hono';
import { categories, findProduct, products, searchProducts } from '../../shop/catalogue.ts';
import { categoryView, LANGUAGE, productView } from './views.ts';
import type { Visitor } from './visitor.ts';

/** The catalogue: all of it, by category, by search, or one product. */
export const productRoutes = () =>
  new Hono<Visitor>()
    .get('/categories', (context) => context.json({ categories: categories.map(categoryView) }))
    .get('/products', (context) => {
      const { category, q } = context.req.query();
      const found = q === undefined ? products : searchProducts(q, LANGUAGE);
      const wanted = category === undefined ? found : found.filter((product) => product.category === category);
      return context.json({ products: wanted.map((product) => productView(product, context.var.currency)) });
    })
    .get('/products/:slug', (context) => {
      const product = findProduct(context.req.param('slug'));
      return product
        ? context.json({ product: productView(product, context.var.currency) })
        : context.json({ error: 'There is no such product.' }, 404);
    });
