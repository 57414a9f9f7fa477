import { html } from 'hono/html';
import { articleName } from '../catalogue.ts';
import type { CartLine } from '../store.ts';
import type { Visit } from '../visit.ts';
import { type Html, layout } from './layout.ts';
import { totalsList } from './totals.ts';

const row = ({ words, language, link, money }: Visit, { product, variant, quantity, price }: CartLine): Html => {
  const name = articleName(product, variant, language);
  return html`<tr class="cart-line">
    <td class="cart-article">
      <img src="/pictures/${variant.sku}.svg" alt="" width="88" height="88">
      <div>
        <a href="${link(`/product/${product.slug}`)}?variant=${variant.sku}">${name}</a>
        <form method="post" action="${link('/cart/remove')}">
          <input type="hidden" name="sku" value="${variant.sku}">
          <button class="text-button" aria-label="${words.removeNamed(name)}">${words.remove}</button>
        </form>
      </div>
    </td>
    <td class="cart-price" data-label="${words.price}">${money(price)}</td>
    <td data-label="${words.quantity}">
      <form class="joined" method="post" action="${link('/cart/update')}">
        <input type="hidden" name="sku" value="${variant.sku}">
        <input class="quantity" type="number" name="quantity" value="${quantity}" min="0" max="99" required aria-label="${words.quantityOf(name)}">
        <button class="button button-quiet">${words.update}</button>
      </form>
    </td>
    <td class="cart-sum" data-label="${words.lineTotal}">${money(price * quantity)}</td>
  </tr>`;
};

/** `couponTried` is the code that was just refused. */
export const cartPage = (visit: Visit, couponTried?: string): Html => {
  const { words, link } = visit;
  const { lines, totals, coupon } = visit.cart();
  const empty = html`<p class="empty">${words.cartEmpty}</p>
    <p><a class="button" href="${link('/')}">${words.keepLooking}</a></p>`;
  const filled = html`<div class="cart">
    <table class="cart-table">
      <thead><tr><th scope="col">${words.article}</th><th scope="col">${words.price}</th><th scope="col">${words.quantity}</th><th scope="col">${words.lineTotal}</th></tr></thead>
      <tbody>${lines.map((line) => row(visit, line))}</tbody>
    </table>
    <section class="summary" aria-labelledby="summary-title">
      <h2 id="summary-title">${words.summary}</h2>
      <form class="coupon" method="post" action="${link('/cart/coupon')}">
        <label for="coupon">${words.coupon}</label>
        <div class="joined">
          <input id="coupon" name="code" value="${couponTried ?? coupon ?? ''}" autocomplete="off" required ${couponTried === undefined ? '' : html`aria-invalid="true" aria-describedby="coupon-error"`}>
          <button class="button button-quiet">${words.couponApply}</button>
        </div>
        ${couponTried !== undefined && html`<p id="coupon-error" class="field-error" role="alert">${words.couponUnknown}</p>`}
      </form>
      ${totalsList(visit, totals)}
      <a class="button button-wide" href="${link('/checkout')}">${words.toCheckout}</a>
    </section>
  </div>`;
  return layout(visit, {
    title: words.cartTitle,
    body: html`<h1>${words.cartTitle}</h1>${lines.length ? filled : empty}`,
  });
};
