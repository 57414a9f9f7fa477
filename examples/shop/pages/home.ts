import { html } from 'hono/html';
import { categories, findProduct, products } from '../catalogue.ts';
import type { Visit } from '../visit.ts';
import { productGrid } from './card.ts';
import { type Html, layout } from './layout.ts';

const BESTSELLERS = ['nord-mug', 'heron-bowl', 'dawn-filter-coffee', 'dusk-candle'];

/** Links as the outside world would set them: each arrives with its campaign in the address. */
const arrivals = ({ words }: Visit) => [
  {
    label: words.arrivalAd,
    to: '/category/coffee',
    query: 'utm_source=google&utm_medium=cpc&utm_campaign=slow-coffee&utm_term=filter+coffee',
  },
  {
    label: words.arrivalNewsletter,
    to: '/product/reed-vase',
    query: 'utm_source=newsletter&utm_medium=email&utm_campaign=october-letter',
  },
  {
    label: words.arrivalPartner,
    to: '/category/linen',
    query: 'utm_source=tablemagazine&utm_medium=referral&utm_campaign=autumn-table&utm_content=linen-story',
  },
];

export const homePage = (visit: Visit): Html => {
  const { words, language, link } = visit;
  return layout(visit, {
    title: words.tagline,
    body: html`<section class="hero">
      <div class="hero-text">
        <h1>${words.heroTitle}</h1>
        <p>${words.heroText}</p>
        <a class="button" href="${link('/category/tableware')}">${words.heroAction}</a>
      </div>
      <div class="hero-pictures" aria-hidden="true">
        <img src="/pictures/VASE-SAND.svg" alt="" width="600" height="600">
        <img src="/pictures/BOWL-18.svg" alt="" width="600" height="600">
        <img src="/pictures/MUG-CLAY.svg" alt="" width="600" height="600">
      </div>
    </section>
    <section>
      <h2>${words.bestTitle}</h2>
      ${productGrid(
        visit,
        BESTSELLERS.map((slug) => findProduct(slug)!),
      )}
    </section>
    <section>
      <h2>${words.categoriesTitle}</h2>
      <ul class="category-grid">
        ${categories.map(({ id, name, blurb }) => {
          const picture = products.filter(({ category }) => category === id).at(-1)!.variants[0].sku;
          return html`<li><a href="${link(`/category/${id}`)}">
            <img src="/pictures/${picture}.svg" alt="" width="600" height="600" loading="lazy">
            <h3>${name[language]}</h3><p>${blurb[language]}</p></a></li>`;
        })}
      </ul>
    </section>
    <section class="story">
      <h2>${words.storyTitle}</h2>
      <p>${words.storyText}</p>
    </section>
    <section class="arrivals">
      <h2>${words.arrivalsTitle}</h2>
      <p>${words.arrivalsText}</p>
      <ul>${arrivals(visit).map(({ label, to, query }) => html`<li><a href="${link(to)}?${query}">${label}</a></li>`)}</ul>
    </section>`,
  });
};
