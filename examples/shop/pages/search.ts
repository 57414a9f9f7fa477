import { html } from 'hono/html';
import { searchProducts } from '../catalogue.ts';
import type { Visit } from '../visit.ts';
import { productGrid } from './card.ts';
import { type Html, layout } from './layout.ts';

export const searchPage = (visit: Visit, term: string): Html => {
  const { words } = visit;
  const found = searchProducts(term, visit.language);
  const title = words.searchTitle(term);
  return layout(visit, {
    title,
    body: html`<div class="page-head"><div><h1>${title}</h1>
      <p>${found.length ? words.searchCount(found.length) : words.searchNothing}</p></div></div>
    ${productGrid(visit, found)}`,
  });
};
