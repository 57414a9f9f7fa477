import type { EventFields } from '../event/event.ts';
import { idOf } from './lines.ts';
import { readNear } from './near.ts';
import type { Product } from './structured.ts';

const QUANTITY =
  'input[name*="qty" i],input[name*="quantit" i],select[name*="qty" i],select[name*="quantit" i],[class*="quantity" i] input,[class*="qty" i] input,input[type="number"]';

const quantityOf = (control: Element, form: Element | null): number => {
  let box: Element | null = form ?? control.parentElement;
  for (let up = 0; box && up < 4; up++, box = form ? null : box.parentElement) {
    const field = box.querySelector<HTMLInputElement>(QUANTITY);
    if (field) return Number(field.value) || 1;
  }
  return Number((control as HTMLElement).dataset.quantity) || 1;
};

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
  const button = control as HTMLButtonElement;
  const ids = [button.value, idOf(control), form && idOf(form)].filter((id): id is string => Boolean(id));
  const isMain = product && !near?.elsewhere;
  const hasOptions =
    isMain &&
    form?.querySelector(
      'select[name*="attrib" i],select[name*="option" i],select[name*="variant" i],select[name*="group" i],input[type="radio"]',
    );
  const known = isMain ? product.item : undefined;
  const { item_name = near?.item.item_name, item_brand, item_category } = known ?? {};
  const price = hasOptions ? (near?.item.price ?? known?.price) : (known?.price ?? near?.item.price);
  const choice = form?.querySelector<HTMLInputElement>('[name="sku"]:checked,select[name="sku"]')?.value;
  const item_id = choice ?? known?.item_id ?? near?.item.item_id ?? ids[0];
  return {
    items: [{ item_id, item_name, item_brand, item_category, price, quantity: quantityOf(control, form) }],
    currency: (isMain ? product.currency : undefined) ?? near?.currency,
    ids,
  };
};
