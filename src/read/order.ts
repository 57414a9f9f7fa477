import type { EventFields } from '../event/event.ts';
import { readAmount, readCode } from './amount.ts';
import { readCart } from './cart.ts';
import { flatten, pick } from './flatten.ts';
import { toText } from './text.ts';

const NUMBER = [
  /(^|\.)(order_?(number|no|reference)|orderNo|orderID|reference)$/i,
  /(^|\.)(order_?id|id_order)$/i,
  /(^|\.)order\.(number|name|code|id)$/i,
  /(^|\.)(order|placeOrder\w*)(\.\w+){0,2}\.(number|id)$/i,
];

/** What the answer to a placed order tells: its number, total and lines. Undefined when it names no order. */
export const readOrderAnswer = (body: unknown): EventFields | undefined => {
  const pairs = flatten(body, 1500);
  // Magento answers with nothing but the number.
  const bare = typeof body === 'string' || typeof body === 'number' ? toText(body, 60) : undefined;
  const id =
    toText(pick(pairs, ...NUMBER)?.[1], 60) ??
    (bare && /\d/.test(bare) && !/\s/.test(bare) ? bare : undefined) ??
    rootId(body);
  if (!id) return;
  const cart = readCart(body);
  const currency = readCode(pairs);
  const value =
    cart?.total ??
    readAmount(
      pairs,
      /(grand_?total|order_?total|total_?price|totalPrice|order_?amount|total_?amount)(\.(amount|value|centAmount))?$/i,
      /(^|\.)(order\.)?totals?(\.(total|amount|value|gross))?$/i,
    );
  const tax = readAmount(pairs, /(^|\.)(total_?tax|tax_?total|tax)(\.(amount|value))?$/i);
  const shipping = readAmount(
    pairs,
    /(^|\.)(total_?shipping|shipping_?(total|cost|price)|shipping)(\.(amount|value))?$/i,
  );
  return {
    transaction_id: id,
    ...(currency && { currency }),
    ...(value !== undefined && { value }),
    ...(tax !== undefined && { tax }),
    ...(shipping !== undefined && { shipping }),
    ...(cart?.items.length && { items: cart.items }),
  };
};

/** An `id` beside a total is an order's. */
const rootId = (body: unknown): string | undefined => {
  if (typeof body !== 'object' || body === null || !('id' in body)) return;
  return Object.keys(body).some((key) => /total|amount|placed|confirmed/i.test(key)) ? toText(body.id, 60) : undefined;
};

/** The order number in the address of a confirmation: `/order-received/33/`, `?orderId=33`. */
export const readOrderId = (url: string): string | undefined => {
  const { pathname, searchParams } = new URL(url);
  for (const [key, value] of searchParams)
    if (/^(id_?)?order_?-?(id|number|no|ref\w*)?$/i.test(key) && value) return value.slice(0, 60);
  return /(?:received|confirm\w*|success|complete|thank-?you|orders?|finish)\/([\w-]*\d[\w-]*)\/?$/i.exec(
    pathname,
  )?.[1];
};
