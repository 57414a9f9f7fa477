import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { money } from '../money.ts';
import { useCart } from './CartContext.ts';

/** Slides in once the shop has taken a piece, and says what the cart holds now. */
export const CartDrawer = () => {
  const { cart, isDrawerOpen, closeDrawer } = useCart();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (isDrawerOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isDrawerOpen]);

  return (
    <dialog ref={dialog} className="drawer" aria-labelledby="drawer-title" onClose={closeDrawer}>
      <header className="drawer-head">
        <h2 id="drawer-title">Added to your cart</h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={closeDrawer}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <ul className="drawer-lines">
        {cart.items.map((item) => (
          <li key={item.id} className="drawer-line">
            <img src={item.image} alt="" width="72" height="72" />
            <div>
              <p className="line-name">{item.name}</p>
              <p className="muted">
                {item.variant && `${item.variant} · `}
                {item.quantity} × {money(item.price, cart.currency)}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <footer className="drawer-foot">
        <p className="total-row">
          <span>Subtotal</span>
          <strong>{money(cart.subtotal, cart.currency)}</strong>
        </p>
        <Link className="button button-primary" to="/checkout/address" onClick={closeDrawer}>
          Go to checkout
        </Link>
        <Link className="button" to="/cart" onClick={closeDrawer}>
          View cart
        </Link>
        <button type="button" className="text-button" onClick={closeDrawer}>
          Continue shopping
        </button>
      </footer>
    </dialog>
  );
};
