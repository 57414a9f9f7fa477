import { type FormEvent, useState } from 'react';
import { Link, useNavigate, useOutletContext } from 'react-router';
import type { CheckoutView, ShippingMethod } from '../../../api/types.ts';
import { api } from '../../api.ts';
import { funnel } from '../../funnel.ts';
import { money } from '../../money.ts';
import { useTitle } from '../../parts/useTitle.ts';

export const Component = () => {
  const { cart, shipping, giftWrap, shippingOptions } = useOutletContext<CheckoutView>();
  const [method, setMethod] = useState<ShippingMethod>(shipping ?? 'standard');
  const [isGift, setGift] = useState(giftWrap);
  const [refusal, setRefusal] = useState<string>();
  const navigate = useNavigate();
  useTitle('Checkout: shipping');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await api.setShipping(method, isGift);
    if (!answer.success) return setRefusal(answer.error);
    if (isGift) funnel.track('gift_wrap_chosen', { pieces: cart.count });
    navigate('/checkout/payment');
  };

  return (
    <form className="step-form" onSubmit={submit}>
      <h1>How shall it travel?</h1>
      {refusal && (
        <p className="notice notice-bad" role="alert">
          {refusal}
        </p>
      )}
      <fieldset className="options">
        <legend className="visually-hidden">Shipping</legend>
        {shippingOptions.map(({ id, name, price }) => (
          <label key={id} className="option">
            <input type="radio" name="method" value={id} checked={id === method} onChange={() => setMethod(id)} />
            <span>{name}</span>
            <strong>{price ? money(price, cart.currency) : 'Free'}</strong>
          </label>
        ))}
      </fieldset>
      <label className="option">
        <input type="checkbox" name="gift" checked={isGift} onChange={(event) => setGift(event.target.checked)} />
        <span>
          Wrap it as a gift
          <small className="muted">In linen offcuts from the workshop, with a card.</small>
        </span>
        <strong>Free</strong>
      </label>
      <div className="step-end">
        <button type="submit" className="button button-primary">
          Continue to payment
        </button>
        <Link to="/checkout/address" className="text-button">
          Back to address
        </Link>
      </div>
    </form>
  );
};
