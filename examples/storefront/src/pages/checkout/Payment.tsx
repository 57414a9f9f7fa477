import { type FormEvent, useState } from 'react';
import { Link, useNavigate, useOutletContext } from 'react-router';
import type { CheckoutView } from '../../../api/types.ts';
import { api } from '../../api.ts';
import { useCart } from '../../cart/CartContext.ts';
import { money } from '../../money.ts';
import { Field } from '../../parts/Field.tsx';
import { useTitle } from '../../parts/useTitle.ts';

export const Component = () => {
  const { cart } = useOutletContext<CheckoutView>();
  const { refresh } = useCart();
  const [method, setMethod] = useState<'invoice' | 'card'>('invoice');
  const [isPlacing, setPlacing] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const navigate = useNavigate();
  useTitle('Checkout: payment');

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const card = String(new FormData(event.currentTarget).get('card') ?? '');
    setPlacing(true);
    const answer = await api.placeOrder(method === 'card' ? { method, card } : { method });
    setPlacing(false);
    if (!answer.success) return setRefusal(answer.error);
    await navigate(`/order-confirmation/${answer.order.id}`, { replace: true });
    await refresh();
  };

  return (
    <form className="step-form" onSubmit={submit}>
      <h1>How would you like to pay?</h1>
      {refusal && (
        <p className="notice notice-bad" role="alert">
          {refusal}
        </p>
      )}
      <fieldset className="options">
        <legend className="visually-hidden">Payment</legend>
        <label className="option">
          <input
            type="radio"
            name="method"
            value="invoice"
            checked={method === 'invoice'}
            onChange={() => setMethod('invoice')}
          />
          <span>
            Invoice
            <small className="muted">Within 14 days of delivery.</small>
          </span>
        </label>
        <label className="option">
          <input
            type="radio"
            name="method"
            value="card"
            checked={method === 'card'}
            onChange={() => setMethod('card')}
          />
          <span>
            Card
            <small className="muted">
              No card is charged here. 4000 0000 0000 0002 is declined, any other number accepted.
            </small>
          </span>
        </label>
      </fieldset>
      {method === 'card' && (
        <Field label="Card number" name="card" inputMode="numeric" autoComplete="cc-number" required />
      )}
      <div className="step-end">
        <button type="submit" className="button button-primary" disabled={isPlacing}>
          Place order · {money(cart.total, cart.currency)}
        </button>
        <Link to="/checkout/shipping" className="text-button">
          Back to shipping
        </Link>
      </div>
    </form>
  );
};
