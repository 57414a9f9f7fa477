import { html } from 'hono/html';
import type { Order } from '../store.ts';
import type { Visit } from '../visit.ts';
import { field, formError } from './field.ts';
import type { Refusal } from './forms.ts';
import { type Html, layout } from './layout.ts';
import { ordersTable } from './order.ts';

export const registerPage = (visit: Visit, refused?: Refusal): Html => {
  const { words, link } = visit;
  return layout(visit, {
    title: words.registerTitle,
    body: html`<div class="narrow">
      <h1>${words.registerTitle}</h1>
      <p>${words.registerText}</p>
      <form class="stacked" method="post" action="${link('/account/register')}">
        ${formError(refused?.error)}
        ${field({ name: 'name', label: words.name, value: refused?.values.name, autocomplete: 'name' })}
        ${field({ name: 'email', label: words.email, type: 'email', value: refused?.values.email, autocomplete: 'email' })}
        ${field({ name: 'password', label: words.password, type: 'password', autocomplete: 'new-password', hint: words.passwordHint, minlength: 8 })}
        <button class="button">${words.register}</button>
      </form>
      <p>${words.knownHere} <a href="${link('/account/sign-in')}">${words.signIn}</a></p>
    </div>`,
  });
};

export const signInPage = (visit: Visit, refused?: Refusal): Html => {
  const { words, link } = visit;
  return layout(visit, {
    title: words.signInTitle,
    body: html`<div class="narrow">
      <h1>${words.signInTitle}</h1>
      <form class="stacked" method="post" action="${link('/account/sign-in')}">
        ${formError(refused?.error)}
        ${field({ name: 'email', label: words.email, type: 'email', value: refused?.values.email, autocomplete: 'email' })}
        ${field({ name: 'password', label: words.password, type: 'password', autocomplete: 'current-password' })}
        <button class="button">${words.signIn}</button>
      </form>
      <p>${words.newHere} <a href="${link('/account/register')}">${words.register}</a></p>
    </div>`,
  });
};

export const accountPage = (visit: Visit, orders: Order[]): Html => {
  const { words, link } = visit;
  return layout(visit, {
    title: words.ordersTitle,
    body: html`<div class="narrow">
      <h1>${words.ordersTitle}</h1>
      ${ordersTable(visit, orders)}
      <form method="post" action="${link('/account/sign-out')}"><button class="button button-quiet">${words.signOut}</button></form>
    </div>`,
  });
};
