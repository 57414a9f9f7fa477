import { html } from 'hono/html';
import type { Visit } from '../visit.ts';
import { field, formError } from './field.ts';
import { type Html, layout } from './layout.ts';

/** What was typed into a form that the shop refused, and why. */
export interface Refusal {
  error: string;
  values: Record<string, string>;
}

export const newsletterPage = (visit: Visit, refused?: Refusal): Html => {
  const { words, link } = visit;
  return layout(visit, {
    title: words.newsletterTitle,
    body: html`<div class="narrow">
      <h1>${words.newsletterTitle}</h1>
      <p>${words.newsletterText}</p>
      <form class="stacked" method="post" action="${link('/newsletter')}">
        ${formError(refused?.error)}
        ${field({ name: 'email', label: words.email, type: 'email', value: refused?.values.email, autocomplete: 'email' })}
        <button class="button">${words.newsletterAction}</button>
      </form>
    </div>`,
  });
};

export const contactPage = (visit: Visit, refused?: Refusal): Html => {
  const { words, link } = visit;
  return layout(visit, {
    title: words.contactTitle,
    body: html`<div class="narrow">
      <h1>${words.contactTitle}</h1>
      <p>${words.contactText}</p>
      <form class="stacked" method="post" action="${link('/contact')}">
        ${formError(refused?.error)}
        ${field({ name: 'name', label: words.name, value: refused?.values.name, autocomplete: 'name' })}
        ${field({ name: 'email', label: words.email, type: 'email', value: refused?.values.email, autocomplete: 'email' })}
        <div class="field"><label for="field-message">${words.message}</label>
          <textarea id="field-message" name="message" rows="6" required>${refused?.values.message}</textarea></div>
        <button class="button">${words.contactAction}</button>
      </form>
    </div>`,
  });
};
