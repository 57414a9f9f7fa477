import type { EventFields } from '../event/event.ts';
import { idOf, QUANTITY, quantityOf } from './box.ts';
import { mainOf } from './main.ts';
import { readNear, readShownPrice } from './near.ts';
import type { Product } from './structured.ts';
import { checkVisible } from './visible.ts';

/** How many pieces are asked for: by the control itself, by its form, else by what stands closest around it. */
const wantedOf = (control: HTMLElement, form: Element | null | undefined): number => {
  let box: Element | null = form ?? control.parentElement;
  for (let up = 0; box && up < 4; up++, box = form ? null : box.parentElement) {
    const quantity = quantityOf(box);
    if (quantity) return quantity;
  }
  return Number(control.dataset.quantity) || 1;
};

/**
 * What a press on an add control asks for: the product it stands by, with the quantity chosen beside it. On a page about
 * that product its structured data joins in; where options are open the price shown wins, since it follows the choice.
 */
export const readAdded = (
  control: Element,
  product: Product | undefined,
  currency?: string,
): EventFields & { ids: string[]; beside?: string | undefined } => {
  const button = control as HTMLButtonElement;
  const whole = button.form ?? control.closest('form');
  // A form of nothing but the control has what is chosen around it.
  const form = whole?.elements[1] && whole;
  const near = readNear(control, product?.currency ?? currency);
  // A control's value may be what it says.
  const sent = /^\S*\d\S*$/.exec(button.value)?.[0];
  const ids = [sent, idOf(control), whole && idOf(whole)].filter((id): id is string => Boolean(id));
  // A table of products, each with a number of its own: what has one is wanted. A dialog stands for itself.
  const dialog = control.closest('dialog,[role="dialog"]');
  const rows = [...(form?.elements ?? [])].flatMap((field) => {
    const row =
      (dialog?.contains(field) ?? true) &&
      field.matches(`${QUANTITY},[aria-label*="quantit" i]`) &&
      checkVisible(field) &&
      readNear(field, currency);
    return row ? { ...row.item, quantity: Number((field as HTMLInputElement).value) } : [];
  });
  const items = rows.filter(({ quantity }) => quantity > 0);
  if (items[0] && rows.some(({ item_name }) => item_name !== items[0]!.item_name)) return { items, ids };
  // A control outside the page's main part, in a drawer or dialog, may offer something else.
  const isElsewhere =
    near?.elsewhere ||
    (near && near.item.item_name !== product?.item.item_name && !mainOf(control.ownerDocument).contains(control));
  const main = isElsewhere ? undefined : product;
  const prices = [main?.item.price, near?.item.price];
  // What the page alone shows was read before the shopper chose.
  const isShown = main && 'elsewhere' in main;
  const hasOptions = mainOf(control.ownerDocument).querySelector(
    'select,[name*="attrib" i],[name*="option" i],[name*="variant" i],[type="radio"],[role="radio"],[aria-pressed]',
  );
  if (isShown || hasOptions) prices.reverse();
  // What the choice costs may be told beside the control alone, below a range that stays: its lower end was read.
  const own = hasOptions && form && !form.querySelector('h1') && readShownPrice(form, currency)?.value;
  if (own && own > prices[0]!) prices.unshift(own);
  const choice = form?.querySelector<HTMLInputElement>(
    '[name="sku"]:checked,[name="sku"] :checked,[name="id"] :not(:only-child):checked',
  )?.value;
  const chosen = isShown ? near?.item.item_id : undefined;
  const item = { ...near?.item, ...main?.item };
  return {
    items: [
      {
        ...item,
        item_id: choice ?? chosen ?? main?.item.item_id ?? near?.item.item_id ?? ids[0],
        item_name: item.item_name ?? near?.item.item_name,
        price: prices[0] ?? prices[1],
        quantity: wantedOf(button, form),
      },
    ],
    currency: main?.currency ?? near?.currency,
    ids,
    beside: near?.item.item_name,
  };
};
