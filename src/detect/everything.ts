import { addToCart } from './addToCart.ts';
import { checkout } from './checkout.ts';
import type { Detector } from './detector.ts';
import { formProgress } from './formProgress.ts';
import { forms } from './forms.ts';
import { landing } from './landing.ts';
import { lists } from './lists.ts';
import { purchase } from './purchase.ts';
import { removeFromCart } from './removeFromCart.ts';
import { viewCart } from './viewCart.ts';
import { viewItem } from './viewItem.ts';

/** Every detector there is. Shops that watch for less import what they watch for, and pay for nothing else. */
export const everything = (): Detector[] => [
  landing(),
  viewItem(),
  viewCart(),
  addToCart(),
  removeFromCart(),
  checkout(),
  purchase(),
  forms(),
  formProgress(),
  lists(),
];
