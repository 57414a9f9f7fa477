import { html } from 'hono/html';
import { type Category, products } from '../catalogue.ts';
import type { Visit } from '../visit.ts';
import { productGrid } from './card.ts';
import { type Html, layout } from './layout.ts';

export const categoryPage = (visit: Visit, category: Category, sort: string): Html => {
  const { words, language, currency, link } = visit;
  const direction = { price: 1, '-price': -1 }[sort] ?? 0;
  const shown = products
    .filter((product) => product.category === category.id)
    .sort((a, b) => direction * (a.variants[0].price[currency] - b.variants[0].price[currency]));
  const orders = { '': words.sortShelf, price: words.sortPriceUp, '-price': words.sortPriceDown };
  return layout(visit, {
    title: category.name[language],
    body: html`<nav class="breadcrumb" aria-label="Breadcrumb"><a href="${link('/')}">${words.home}</a></nav>
    <div class="page-head">
      <div><h1>${category.name[language]}</h1><p>${category.blurb[language]}</p></div>
      <form class="sort">
        <label for="sort">${words.sort}</label>
        <select id="sort" name="sort">
          ${Object.entries(orders).map(
            ([value, label]) =>
              html`<option value="${value}" ${value === sort ? html`selected` : ''}>${label}</option>`,
          )}
        </select>
        <button class="button button-quiet">${words.sortApply}</button>
      </form>
    </div>
    ${productGrid(visit, shown)}`,
  });
};
