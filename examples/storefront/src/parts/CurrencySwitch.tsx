import { useRevalidator } from 'react-router';
import type { Currency } from '../../api/types.ts';
import { api } from '../api.ts';
import { useCart } from '../cart/CartContext.ts';

export const CurrencySwitch = () => {
  const { cart, refresh } = useCart();
  const { revalidate } = useRevalidator();

  const choose = async (currency: Currency) => {
    await api.setCurrency(currency);
    await Promise.all([refresh(), revalidate()]);
  };

  return (
    <label className="currency-switch">
      <span className="visually-hidden">Currency</span>
      <select value={cart.currency} onChange={(event) => choose(event.target.value as Currency)}>
        <option value="EUR">EUR €</option>
        <option value="USD">USD $</option>
      </select>
    </label>
  );
};
