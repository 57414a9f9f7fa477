import { html } from 'hono/html';
import type { Product } from '../catalogue.ts';
import type { Visit } from '../visit.ts';
import type { Html } from './layout.ts';

/** A product as lists show it. Where there is nothing to choose, it can be added from here. */
export const productCard = ({ words, language, currency, link, money }: Visit, product: Product): Html => {
  const [first, ...others] = product.variants;
  const lowest = Math.min(...product.variants.map(({ price }) => price[currency]));
  const isRange = others.some(({ price }) => price[currency] !== first.price[currency]);
  const href = link(`/product/${product.slug}`);
  const name = product.name[language];
  return html`<li class="product-card">
    <a class="product-link" href="${href}">
      <img src="/pictures/${first.sku}.svg" alt="" width="600" height="600" loading="lazy">
      ${first.was && html`<span class="badge">${words.sale}</span>`}
      <h3 class="product-title">${name}</h3>
    </a>
    <p class="product-blurb">${product.blurb[language]}</p>
    <p class="product-price">
      ${isRange && words.from} <span class="price">${money(lowest)}</span>
      ${first.was && html`<s><span class="visually-hidden">${words.was}</span> ${money(first.was[currency])}</s>`}
    </p>
    ${
      others.length
        ? html`<a class="button button-quiet" href="${href}">${words.choose}<span class="visually-hidden">: ${name}</span></a>`
        : html`<form class="card-form" method="post" action="${link('/cart/add')}">
            <input type="hidden" name="sku" value="${first.sku}">
            <button class="button" aria-label="${words.addNamed(name)}">${words.addToCart}</button>
          </form>`
    }
  </li>`;
};

export const productGrid = (visit: Visit, products: readonly Product[]): Html =>
  html`<ul class="product-grid">${products.map((product) => productCard(visit, product))}</ul>`;
