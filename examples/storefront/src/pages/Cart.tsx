import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import type { CartAnswer } from '../../api/types.ts';
import { useCart } from '../cart/CartContext.ts';
import { CartLine } from '../cart/CartLine.tsx';
import { Totals } from '../cart/Totals.tsx';
import { useTitle } from '../parts/useTitle.ts';

const EmptyCart = () => (
  <section className="centred">
    <h1>Your cart is empty</h1>
    <p>The kiln is warm, though.</p>
    <Link to="/shop/tableware" className="button button-primary">
      See the tableware
    </Link>
  </section>
);

export const Component = () => {
  const { cart, setQuantity, remove, redeem } = useCart();
  const [refusal, setRefusal] = useState<string>();
  useTitle('Cart');

  const show = async (asked: Promise<CartAnswer>) => {
    const answer = await asked;
    setRefusal(answer.success ? undefined : answer.error);
  };

  const redeemCode = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    show(redeem(String(new FormData(event.currentTarget).get('code'))));
  };

  if (!cart.count) return <EmptyCart />;
  return (
    <div className="cart-page">
      <section>
        <h1>Your cart</h1>
        <ul className="cart-lines">
          {cart.items.map((item) => (
            <CartLine
              key={item.id}
              item={item}
              currency={cart.currency}
              onQuantity={(quantity) => show(setQuantity(item.id, quantity))}
              onRemove={() => show(remove(item.id))}
            />
          ))}
        </ul>
      </section>
      <aside className="summary" aria-label="Summary">
        <Totals totals={cart} coupon={cart.coupon} />
        <form className="inline-form" onSubmit={redeemCode}>
          <label className="visually-hidden" htmlFor="code">
            Coupon code
          </label>
          <input id="code" name="code" placeholder="Coupon code" autoComplete="off" required />
          <button type="submit" className="button">
            Apply
          </button>
        </form>
        {refusal && (
          <p className="notice notice-bad" role="alert">
            {refusal}
          </p>
        )}
        <Link to="/checkout/address" className="button button-primary button-wide">
          Checkout
        </Link>
      </aside>
    </div>
  );
};
