import { html } from 'hono/html';
import type { Totals } from '../totals.ts';
import type { Visit } from '../visit.ts';
import type { Html } from './layout.ts';

/** The sums below a cart or an order. */
export const totalsList = (
  { words, money }: Visit,
  { subtotal, discount, shipping, tax, taxIncluded, total }: Totals,
): Html =>
  html`<dl class="totals">
    <div><dt>${words.subtotal}</dt><dd>${money(subtotal)}</dd></div>
    ${discount > 0 && html`<div><dt>${words.discount}</dt><dd>−${money(discount)}</dd></div>`}
    <div><dt>${words.shipping}</dt><dd>${shipping ? money(shipping) : words.free}</dd></div>
    ${!taxIncluded && html`<div><dt>${words.taxAdded}</dt><dd>${money(tax)}</dd></div>`}
    <div class="order-total"><dt>${words.total}</dt><dd>${money(total)}</dd></div>
    ${taxIncluded && html`<div class="tax-note"><dt>${words.taxIncluded}</dt><dd>${money(tax)}</dd></div>`}
  </dl>`;
