import type { EventFields } from '../event/event.ts';
import { readAmount, readCode } from './amount.ts';
import { readCart, readTotal } from './cart.ts';
import { flatten, pick } from './flatten.ts';
import { toText } from './text.ts';

/** What the answer to a placed order tells: its number, total and lines. Undefined when it names no order. */
export const readOrderAnswer = (body: unknown): EventFields | undefined => {
  const pairs = flatten(body);
  const isOrder = pairs.some(([path]) => /^\w*(total|amount|placed|confirmed)/i.test(path));
  const transaction_id = toText(
    pick(
      pairs,
      /(^|\.)(order_?(number|no|reference|confirmation)|reference)$/i,
      /(^|\.)(order_?id|id_order)$/i,
      // An `id` may be the database's own.
      /(^|\.)(order|(place|create)Order\w*)(\.\w+){0,2}\.(number|name|code)$/i,
      /(^|\.)(order|(place|create)Order\w*)(\.\w+){0,2}\.id$/i,
      /(^|\.)invoice_?number$/i,
      // A number or `id` beside a total is an order's; some answer with nothing but the number.
      isOrder ? /^(code|number)$/ : /^$/,
      isOrder ? /^id$/ : /^$/,
    )?.[1],
    60,
  );
  if (!transaction_id || (typeof body !== 'object' && !/^\S*\d\S*$/.test(transaction_id))) return;
  const cart = readCart(body);
  return {
    transaction_id,
    currency: readCode(pairs),
    value: cart?.total ?? readTotal(pairs),
    tax: readAmount(pairs, /(^|\.)(total_?tax|tax(es)?(_?total)?)(\.(amount|value))?$/i),
    shipping: readAmount(pairs, /(^|\.)(total_?shipping|shipping(_?(total|cost|price|fees))?)(\.(amount|value))?$/i),
    items: cart?.items.length ? cart.items : undefined,
  };
};

/** The order number in the address of a confirmation: `/order-received/33/`, `?orderId=33`, `#/order-completion/33`. */
export const readOrderId = (url: string): string | undefined => {
  const { pathname, searchParams, hash } = new URL(url);
  for (const [key, value] of searchParams)
    if (/^(id_?)?order_?-?(id|number|no|ref\w*)?$/i.test(key) && value) return value.slice(0, 60);
  return /(?:received|confirm\w*|success|complet\w*|thank-?you|orders?|finish)\/([\w-]*\d[\w-]*)\/?$/i.exec(
    pathname + hash,
  )?.[1];
};
