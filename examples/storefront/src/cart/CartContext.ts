import { createContext, useContext } from 'react';
import type { CartAnswer, CartView } from '../../api/types.ts';

/** The cart as the server last told it, and what can be done to it. Every change resolves to the server's answer. */
export interface CartControl {
  cart: CartView;
  add(sku: string, quantity?: number): Promise<CartAnswer>;
  setQuantity(id: string, quantity: number): Promise<CartAnswer>;
  remove(id: string): Promise<CartAnswer>;
  redeem(code: string): Promise<CartAnswer>;
  /** Asks the server again: an order was placed, or prices are in another currency now. */
  refresh(): Promise<CartAnswer>;
  isDrawerOpen: boolean;
  closeDrawer(): void;
}

export const CartContext = createContext<CartControl | undefined>(undefined);

export const useCart = (): CartControl => {
  const control = useContext(CartContext);
  if (!control) throw new Error('useCart needs a CartProvider above it');
  return control;
};
