import { html } from 'hono/html';
import { articleName, formatMoney } from '../catalogue.ts';
import type { CartLine, Order } from '../store.ts';
import type { Visit } from '../visit.ts';
import { type Html, layout } from './layout.ts';
import { totalsList } from './totals.ts';

/** Lines without anything to change: in checkout, on the confirmation, in the account. */
export const lineList = ({ language, money }: Visit, lines: CartLine[]): Html =>
  html`<ul class="order-lines">${lines.map(
    ({ product, variant, quantity, price }) => html`<li>
      <img src="/pictures/${variant.sku}.svg" alt="" width="64" height="64">
      <span class="order-item">${articleName(product, variant, language)}
        <span class="order-quantity">${quantity} × ${money(price)}</span></span>
      <span class="order-price">${money(price * quantity)}</span>
    </li>`,
  )}</ul>`;

/** An order shows the currency it was charged in, whatever the shopper has switched to since. */
const inItsCurrency = (visit: Visit, { totals: { currency } }: Order): Visit => ({
  ...visit,
  currency,
  money: (minorUnits) => formatMoney(minorUnits, currency, visit.language),
});

const orderDate = ({ language }: Visit, placedAt: number): Html => {
  const written = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(placedAt);
  return html`<time datetime="${new Date(placedAt).toISOString()}">${written}</time>`;
};

const orderBody = (given: Visit, order: Order): Html => {
  const visit = inItsCurrency(given, order);
  const { words } = visit;
  const { address } = order;
  return html`<dl class="order-facts">
      <div><dt>${words.orderNumber}</dt><dd class="order-number">${order.id}</dd></div>
      <div><dt>${words.orderDate}</dt><dd>${orderDate(visit, order.placedAt)}</dd></div>
      <div><dt>${words.paidBy}</dt><dd>${order.payment === 'card' ? words.byCard : words.byInvoice}</dd></div>
      <div><dt>${words.shipTo}</dt><dd>${address.name}, ${address.street}, ${address.postcode} ${address.city}</dd></div>
    </dl>
    <div class="order-box">${lineList(visit, order.lines)}${totalsList(visit, order.totals)}</div>`;
};

export const confirmationPage = (visit: Visit, order: Order): Html => {
  const { words, link } = visit;
  return layout(visit, {
    title: words.thanks,
    body: html`<div class="narrow">
      <h1>${words.thanks}</h1>
      <p>${words.thanksText(order.address.email)}</p>
      ${orderBody(visit, order)}
      <p><a class="button button-quiet" href="${link('/')}">${words.keepLooking}</a></p>
    </div>`,
  });
};

/** The same order, looked up later in the account. */
export const orderPage = (visit: Visit, order: Order): Html => {
  const { words, link } = visit;
  return layout(visit, {
    title: words.orderTitle(order.id),
    body: html`<nav class="breadcrumb" aria-label="Breadcrumb"><a href="${link('/account')}">${words.account}</a></nav>
    <div class="narrow"><h1>${words.orderTitle(order.id)}</h1>${orderBody(visit, order)}</div>`,
  });
};

export const ordersTable = (visit: Visit, orders: Order[]): Html => {
  const { words, link, language } = visit;
  if (!orders.length) return html`<p class="empty">${words.ordersNone}</p>`;
  return html`<table class="orders-table">
    <thead><tr><th scope="col">${words.orderNumber}</th><th scope="col">${words.orderDate}</th><th scope="col">${words.total}</th></tr></thead>
    <tbody>${orders.map(
      ({ id, placedAt, totals }) => html`<tr>
        <td><a href="${link(`/account/orders/${id}`)}">${id}</a></td>
        <td>${orderDate(visit, placedAt)}</td>
        <td>${formatMoney(totals.total, totals.currency, language)}</td>
      </tr>`,
    )}</tbody>
  </table>`;
};
