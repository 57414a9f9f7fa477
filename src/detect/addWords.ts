import { labelOf } from '../read/label.ts';
import type { Notice } from '../read/notice.ts';
import { fold } from '../read/text.ts';
import { checkVisible } from '../read/visible.ts';
import { ADD, ASIDE, CART, SHIPPING, UNDONE } from '../read/words.ts';
import type { Act } from './attempts.ts';

/** What a control says, in letters alone: what it costs may change with the choice. */
export const lettersOf = (label: string) => label.replace(/\P{L}/gu, '');

/** `Add to cart` has become `Added` or `View cart`, and not `Adding`. */
export const saysSo = (control: Element, said: string): boolean => {
  const label = labelOf(control);
  return (
    (ADD.test(label) || CART.test(label)) &&
    !UNDONE.test(label) &&
    !control.matches(':disabled') &&
    lettersOf(label) !== said
  );
};

/**
 * A notice says that an act's item is in the cart, in other words than those of the control that asked for it (`said`).
 * Beside a warning, that of few in stock (`isBad`), a word of success has to name what was added.
 */
export const saysAdded = ({ good, text, element }: Notice, { fields, carried }: Act, said: string, isBad: boolean) => {
  const called = fold(fields.items?.[0]?.item_name ?? '');
  const isNamed = called && text.includes(called);
  const isAdd = ADD.test(text) && !ASIDE.test(text);
  // Nor in those of what would be missing to free shipping.
  const isSaid = isNamed || (isAdd && !SHIPPING.test(text) && lettersOf(text) !== said);
  const isGood = good || (isSaid && !UNDONE.test(text.replace(called, '')));
  // `Successfully added`: what else would have been?
  const isMeant = isGood && (!isBad || (good && isNamed)) && (CART.test(text) || (good && isAdd));
  // What a page brings along may wait out of sight for an add by script.
  return isMeant && (!carried || checkVisible(element));
};
