import { Hono } from 'hono';
import { findArticle } from '../../shop/catalogue.ts';
import { drawPicture } from '../../shop/picture.ts';

/** One drawing per article, in its colour. */
export const pictureRoutes = () =>
  new Hono().get('/:file{.+\\.svg}', (context) => {
    const article = findArticle(context.req.param('file').replace(/\.svg$/, ''));
    if (!article) return context.text('There is no such picture.', 404);
    const { product, variant } = article;
    return context.body(drawPicture({ shape: product.shape, colour: variant.colour }), 200, {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': 'public, max-age=3600',
    });
  });
