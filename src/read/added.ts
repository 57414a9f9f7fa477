import type { EventFields } from '../event/event.ts';
import { isSame } from './cart.ts';
import { idOf } from './lines.ts';
import { readNear } from './near.ts';
import type { Product } from './structured.ts';
import { toText } from './text.ts';

const QUANTITY =
  'input[name*="qty" i],input[name*="quantit" i],select[name*="qty" i],select[name*="quantit" i],[class*="quantity" i] input,[class*="qty" i] input,input[type="number"]';
const PRODUCT_FIELD =
  /^(add-to-cart|product_?id|id_product|product|sku|variant_?id|variation_id|id|pid|item_?id)$|(\[|_)(product|variant)?_?id\]?$/i;

const quantityOf = (control: Element, form: Element | null): number => {
  let box: Element | null = form ?? control.parentElement;
  for (let up = 0; box && up < 4; up++, box = form ? null : box.parentElement) {
    const field = box.querySelector<HTMLInputElement>(QUANTITY);
    if (field) return Number(field.value) || 1;
  }
  return Number((control as HTMLElement).dataset.quantity) || 1;
};

/** The product number a form sends: in the pressed button's value or in a field of that name. */
const formId = (form: HTMLFormElement | null, submitter: Element): string | undefined => {
  const button = submitter as HTMLButtonElement;
  if (button.name && PRODUCT_FIELD.test(button.name) && button.value) return toText(button.value, 100);
  for (const field of [...(form?.elements ?? [])].slice(0, 40) as HTMLInputElement[]) {
    if (field.type === 'hidden' && PRODUCT_FIELD.test(field.name) && field.value && field.value !== '0')
      return toText(field.value, 100);
  }
  return undefined;
};

/** The id in a link that adds: `?add-to-cart=19`. */
const linkId = (control: Element): string | undefined =>
  /[?&](?:add-to-cart|product_?id|id_product|sku|pid|id)=([\w.-]{1,60})/i.exec(control.getAttribute('href') ?? '')?.[1];

/**
 * What a press on an add control asks for: the product it stands by, with the quantity chosen beside it. On a page about
 * that product its structured data joins in; where options are open the price shown wins, since it follows the choice.
 */
export const readAdded = (
  control: Element,
  product: Product | undefined,
  currency?: string,
): EventFields & { ids: string[] } => {
  const form = (control as HTMLButtonElement).form ?? control.closest('form');
  const near = readNear(control, product?.currency ?? currency);
  const ids = [formId(form, control), linkId(control), idOf(control, false)].filter((id): id is string => Boolean(id));
  const isMain =
    product && (!near || isSame({ item_name: product.item.item_name }, { item_name: near.item.item_name }));
  const hasOptions =
    isMain &&
    form?.querySelector(
      'select[name*="attrib" i],select[name*="option" i],select[name*="variant" i],select[name*="group" i],input[type="radio"]',
    );
  const known = isMain ? product.item : undefined;
  const { item_name = near?.item.item_name, item_brand, item_category } = known ?? {};
  const price = hasOptions ? (near?.item.price ?? known?.price) : (known?.price ?? near?.item.price);
  const item_id = known?.item_id ?? near?.item.item_id ?? ids[0];
  return {
    items: [{ item_id, item_name, item_brand, item_category, price, quantity: quantityOf(control, form) }],
    currency: (isMain ? product.currency : undefined) ?? near?.currency,
    ids,
  };
};
