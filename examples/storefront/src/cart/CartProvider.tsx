import { type ReactNode, useState } from 'react';
import type { CartAnswer, CartView } from '../../api/types.ts';
import { api } from '../api.ts';
import { CartContext, type CartControl } from './CartContext.ts';

/** Holds the cart for everything inside it. */
export const CartProvider = ({ initial, children }: { initial: CartView; children: ReactNode }) => {
  const [cart, setCart] = useState(initial);
  const [isDrawerOpen, setDrawerOpen] = useState(false);

  const settle = async (asked: Promise<CartAnswer>) => {
    const answer = await asked;
    if (answer.success) setCart(answer.cart);
    return answer;
  };

  const control: CartControl = {
    cart,
    add: async (sku, quantity = 1) => {
      const answer = await settle(api.add(sku, quantity));
      if (answer.success) setDrawerOpen(true);
      return answer;
    },
    setQuantity: (id, quantity) => settle(api.setQuantity(id, quantity)),
    remove: (id) => settle(api.remove(id)),
    redeem: (code) => settle(api.redeem(code)),
    refresh: () => settle(api.cart()),
    isDrawerOpen,
    closeDrawer: () => setDrawerOpen(false),
  };

  return <CartContext value={control}>{children}</CartContext>;
};
