import { html } from 'hono/html';
import { shippingMethods, totalsOf } from '../totals.ts';
import type { Visit } from '../visit.ts';
import { field, formError } from './field.ts';
import type { Refusal } from './forms.ts';
import { type Html, layout } from './layout.ts';
import { lineList } from './order.ts';
import { totalsList } from './totals.ts';

type Step = 'address' | 'shipping' | 'payment' | 'review';

const paths: Record<Step, string> = {
  address: '/checkout',
  shipping: '/checkout/shipping',
  payment: '/checkout/payment',
  review: '/checkout/review',
};

const stepList = ({ words, link }: Visit, current: Step): Html => {
  const steps = Object.keys(paths) as Step[];
  const at = steps.indexOf(current);
  return html`<nav aria-label="${words.stepsLabel}"><ol class="steps">${steps.map((step, index) => {
    if (index < at) return html`<li class="done"><a href="${link(paths[step])}">${words.steps[step]}</a></li>`;
    return html`<li ${index === at ? html`aria-current="step"` : ''}>${words.steps[step]}</li>`;
  })}</ol></nav>`;
};

const frame = (visit: Visit, step: Step, main: Html): Html => {
  const { words, session } = visit;
  const { lines, totals } = visit.cart(session.checkout.shipping);
  return layout(visit, {
    title: `${words.checkout}: ${words.steps[step]}`,
    body: html`<h1>${words.checkout}</h1>
    ${stepList(visit, step)}
    <div class="checkout">
      <section>${main}</section>
      <section class="summary" aria-labelledby="summary-title">
        <h2 id="summary-title">${words.summary}</h2>
        ${lineList(visit, lines)}
        ${totalsList(visit, totals)}
      </section>
    </div>`,
  });
};

export const addressStep = (visit: Visit, refused?: Refusal): Html => {
  const { words, link, session } = visit;
  const values: Record<string, string> = { ...session.checkout.address, ...refused?.values };
  const country = values.country ?? (visit.currency === 'USD' ? 'US' : 'DE');
  return frame(
    visit,
    'address',
    html`<h2>${words.steps.address}</h2>
    <form class="stacked" method="post" action="${link(paths.address)}">
      ${formError(refused?.error)}
      ${field({ name: 'name', label: words.name, value: values.name, autocomplete: 'name' })}
      ${field({ name: 'email', label: words.email, type: 'email', value: values.email, autocomplete: 'email' })}
      ${field({ name: 'street', label: words.street, value: values.street, autocomplete: 'street-address' })}
      <div class="two">
        ${field({ name: 'postcode', label: words.postcode, value: values.postcode, autocomplete: 'postal-code' })}
        ${field({ name: 'city', label: words.city, value: values.city, autocomplete: 'address-level2' })}
      </div>
      <div class="field"><label for="field-country">${words.country}</label>
        <select id="field-country" name="country" autocomplete="country">${Object.entries(words.countries).map(
          ([code, name]) => html`<option value="${code}" ${code === country ? html`selected` : ''}>${name}</option>`,
        )}</select></div>
      <button class="button">${words.onwards.shipping}</button>
    </form>`,
  );
};

export const shippingStep = (visit: Visit): Html => {
  const { words, language, currency, link, money, session } = visit;
  const { coupon, totals } = visit.cart();
  const chosen = session.checkout.shipping ?? 'standard';
  return frame(
    visit,
    'shipping',
    html`<h2>${words.steps.shipping}</h2>
    <form class="stacked" method="post" action="${link(paths.shipping)}">
      <fieldset class="choices"><legend class="visually-hidden">${words.steps.shipping}</legend>
        ${shippingMethods.map(({ id, name }) => {
          const { shipping } = totalsOf({ currency, coupon, subtotal: totals.subtotal, shipping: id });
          return html`<label class="choice"><input type="radio" name="shipping" value="${id}" ${id === chosen ? html`checked` : ''}>
            <span>${name[language]}</span> <span>${shipping ? money(shipping) : words.free}</span></label>`;
        })}
      </fieldset>
      <button class="button">${words.onwards.payment}</button>
    </form>`,
  );
};

export const paymentStep = (visit: Visit, refused?: Refusal): Html => {
  const { words, link, session } = visit;
  const chosen = refused?.values.method ?? session.checkout.payment?.method ?? 'card';
  const radio = (method: string, label: string) => html`<label class="choice">
    <input type="radio" name="method" value="${method}" ${method === chosen ? html`checked` : ''}> <span>${label}</span></label>`;
  return frame(
    visit,
    'payment',
    html`<h2>${words.payment}</h2>
    <form class="stacked payment-form" method="post" action="${link(paths.payment)}">
      ${formError(refused?.error)}
      <fieldset class="choices"><legend class="visually-hidden">${words.payment}</legend>
        ${radio('card', words.byCard)} ${radio('invoice', words.byInvoice)}
      </fieldset>
      <div class="field card-field"><label for="field-card">${words.card}</label>
        <input id="field-card" name="card" inputmode="numeric" autocomplete="cc-number" aria-describedby="hint-card">
        <p class="hint" id="hint-card">${words.cardHint}</p></div>
      <button class="button">${words.onwards.review}</button>
    </form>`,
  );
};

export const reviewStep = (visit: Visit): Html => {
  const { words, language, link, session } = visit;
  const { address, shipping, payment } = session.checkout;
  const fact = (label: string, value: string | undefined, step: Step) => html`<div><dt>${label}</dt>
    <dd>${value} <a href="${link(paths[step])}">${words.change}<span class="visually-hidden">: ${label}</span></a></dd></div>`;
  const card = payment?.method === 'card' ? `${words.byCard} ···· ${payment.card.slice(-4)}` : words.byInvoice;
  return frame(
    visit,
    'review',
    html`<h2>${words.reviewTitle}</h2>
    <dl class="order-facts">
      ${fact(words.shipTo, address && `${address.name}, ${address.street}, ${address.postcode} ${address.city}`, 'address')}
      ${fact(words.shipping, shippingMethods.find(({ id }) => id === shipping)?.name[language], 'shipping')}
      ${fact(words.payment, card, 'payment')}
    </dl>
    <form method="post" action="${link(paths.review)}"><button class="button button-wide">${words.placeOrder}</button></form>`,
  );
};
