import { html, raw } from 'hono/html';
import { findCategory, type Product, products, type Variant } from '../catalogue.ts';
import type { Visit } from '../visit.ts';
import { productGrid } from './card.ts';
import { type Html, layout } from './layout.ts';

/** Below this many pieces the page promises nothing. */
const SCARCE = 20; // pieces

/** JSON that no product text can close the script element of. */
const jsonLd = (data: unknown): Html =>
  html`<script type="application/ld+json">${raw(JSON.stringify(data).replace(/</g, '\\u003c'))}</script>`;

/** Describes the variant that the page shows, and offers them all. */
const structuredData = (visit: Visit, product: Product, shown: Variant, origin: string): Html => {
  const { language, currency, store, link } = visit;
  return jsonLd({
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name[language],
    description: product.blurb[language],
    sku: shown.sku,
    brand: { '@type': 'Brand', name: 'Halden' },
    category: findCategory(product.category)!.name[language],
    image: `${origin}/pictures/${shown.sku}.svg`,
    offers: product.variants.map(({ sku, price }) => ({
      '@type': 'Offer',
      sku,
      url: `${origin}${link(`/product/${product.slug}`)}?variant=${sku}`,
      price: (price[currency] / 100).toFixed(2),
      priceCurrency: currency,
      availability: `https://schema.org/${store.stock(sku) > 0 ? 'InStock' : 'LimitedAvailability'}`,
    })),
  });
};

const choice = (visit: Visit, product: Product, chosen: Variant | undefined): Html => {
  const { words, language, currency, money } = visit;
  if (!product.option) return html`<input type="hidden" name="sku" value="${product.variants[0].sku}">`;
  return html`<fieldset class="variants">
    <legend>${words[product.option]}</legend>
    ${product.variants.map(
      ({ sku, label, price, colour }) => html`<label class="variant">
        <input type="radio" name="sku" value="${sku}" required data-price="${money(price[currency])}" ${sku === chosen?.sku ? html`checked` : ''}>
        ${product.option === 'colour' && html`<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><circle cx="10" cy="10" r="9" fill="${colour}" stroke="#0003"/></svg>`}
        <span>${label?.[language]}</span>
      </label>`,
    )}
  </fieldset>`;
};

interface Shown {
  /** The variant named in the address or in a refused form. */
  sku?: string;
  quantity?: string;
  /** Where the shop can be reached, for structured data. */
  origin: string;
}

export const productPage = (visit: Visit, product: Product, { sku, quantity = '1', origin }: Shown): Html => {
  const { words, language, currency, store, link, money } = visit;
  const category = findCategory(product.category)!;
  const named = product.variants.find((variant) => variant.sku === sku);
  const chosen = named ?? (product.mustChoose ? undefined : product.variants[0]);
  const shown = chosen ?? product.variants[0];
  const name = product.name[language];
  const isAlike = (other: Product) => Number(other.category === product.category);
  const others = products.filter((other) => other !== product).sort((a, b) => isAlike(b) - isAlike(a));
  return layout(visit, {
    title: name,
    head: structuredData(visit, product, shown, origin),
    body: html`<nav class="breadcrumb" aria-label="Breadcrumb">
      <a href="${link('/')}">${words.home}</a> <span aria-hidden="true">/</span>
      <a href="${link(`/category/${category.id}`)}">${category.name[language]}</a>
    </nav>
    <article class="product">
      <img class="product-picture" src="/pictures/${shown.sku}.svg" alt="${name}" width="600" height="600">
      <div class="product-info">
        <h1 class="product-title">${name}</h1>
        <p class="product-blurb">${product.blurb[language]}</p>
        <p class="product-price">
          <span class="price">${money(shown.price[currency])}</span>
          ${shown.was && html`<s><span class="visually-hidden">${words.was}</span> ${money(shown.was[currency])}</s>`}
          <small>${words.taxNote[currency]}</small>
        </p>
        <form class="product-form" method="post" action="${link(`/product/${product.slug}`)}">
          ${choice(visit, product, chosen)}
          <div class="buy-row">
            <div class="field">
              <label for="quantity">${words.quantity}</label>
              <input id="quantity" class="quantity" type="number" name="quantity" value="${quantity}" min="1" max="99" required>
            </div>
            <button class="button add-to-cart">${words.addToCart}</button>
          </div>
        </form>
        <p class="stock">${store.stock(shown.sku) < SCARCE ? words.scarce : words.inStock}</p>
        <p class="product-details">${product.details[language]}</p>
        <p class="sku">${words.articleNumber} <span>${shown.sku}</span></p>
      </div>
    </article>
    <section><h2>${words.alsoTitle}</h2>${productGrid(visit, others.slice(0, 4))}</section>`,
  });
};
