import { NavLink, Outlet, redirect, useLoaderData } from 'react-router';
import type { CheckoutView } from '../../../api/types.ts';
import { api } from '../../api.ts';
import { Totals } from '../../cart/Totals.tsx';
import { money } from '../../money.ts';

const steps = ['address', 'shipping', 'payment'];

/** The first step that still lacks something. */
const openStep = ({ address, shipping }: CheckoutView) => (address ? (shipping ? 'payment' : 'shipping') : 'address');

const isReachable = (checkout: CheckoutView, step: string) => steps.indexOf(step) <= steps.indexOf(openStep(checkout));

/** Loads how far the checkout has come, and sends whoever skips a step back to it. */
export const loader = async ({ request }: { request: Request }) => {
  const answer = await api.checkout();
  if (!answer.success) throw new Error(answer.error);
  const { checkout } = answer;
  if (!checkout.cart.count) throw redirect('/cart');
  const step = new URL(request.url).pathname.split('/')[2] ?? '';
  if (!isReachable(checkout, step) || !step) throw redirect(`/checkout/${openStep(checkout)}`);
  return checkout;
};

/** Each step changes what the frame shows: the steps that are open, and the totals. */
export const shouldRevalidate = () => true;

export const Component = () => {
  const checkout = useLoaderData<typeof loader>();
  const { cart } = checkout;
  return (
    <div className="checkout">
      <section>
        <nav className="steps" aria-label="Checkout">
          <ol>
            {steps.map((step) => (
              <li key={step}>
                {isReachable(checkout, step) ? <NavLink to={`/checkout/${step}`}>{step}</NavLink> : <span>{step}</span>}
              </li>
            ))}
          </ol>
        </nav>
        <Outlet context={checkout} />
      </section>
      <aside className="summary" aria-label="Your order">
        <ul className="summary-lines">
          {cart.items.map((item) => (
            <li key={item.id}>
              <img src={item.image} alt="" width="56" height="56" />
              <span>
                {item.name}
                <small className="muted">
                  {item.variant && `${item.variant} · `}
                  {item.quantity} × {money(item.price, cart.currency)}
                </small>
              </span>
              <strong>{money(item.total, cart.currency)}</strong>
            </li>
          ))}
        </ul>
        <Totals totals={cart} coupon={cart.coupon} />
      </aside>
    </div>
  );
};
