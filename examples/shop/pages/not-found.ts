import { html } from 'hono/html';
import type { Visit } from '../visit.ts';
import { type Html, layout } from './layout.ts';

export const notFoundPage = (visit: Visit): Html =>
  layout(visit, {
    title: visit.words.notFoundTitle,
    body: html`<div class="narrow"><h1>${visit.words.notFoundTitle}</h1><p>${visit.words.notFoundText}</p>
      <p><a class="button" href="${visit.link('/')}">${visit.words.keepLooking}</a></p></div>`,
  });
