// @vitest-environment jsdom
import { addToCart } from '../../src/detect/addToCart.ts';
import { checkout } from '../../src/detect/checkout.ts';
import { forms } from '../../src/detect/forms.ts';
import { landing } from '../../src/detect/landing.ts';
import { purchase } from '../../src/detect/purchase.ts';
import { removeFromCart } from '../../src/detect/removeFromCart.ts';
import { viewCart } from '../../src/detect/viewCart.ts';
import { viewItem } from '../../src/detect/viewItem.ts';
import { behavesLikeADetector } from './behavesLikeADetector.ts';

for (const [name, create] of Object.entries({
  landing,
  viewItem,
  viewCart,
  addToCart,
  removeFromCart,
  checkout,
  purchase,
  forms,
}))
  behavesLikeADetector(name, create);
