import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api } from '../api.ts';
import { Totals } from '../cart/Totals.tsx';
import { money } from '../money.ts';
import { useTitle } from '../parts/useTitle.ts';

export const loader = async ({ params }: LoaderFunctionArgs) => {
  const answer = await api.order(params.id!);
  if (!answer.success) throw new Error(answer.error);
  return answer.order;
};

export const Component = () => {
  const order = useLoaderData<typeof loader>();
  useTitle('Thank you');
  return (
    <div className="confirmation">
      <header className="page-head">
        <h1>Thank you for your order</h1>
        <p>
          Your order number is <strong className="order-number">{order.id}</strong>. A confirmation is on its way to{' '}
          {order.email}.
        </p>
      </header>
      <section className="summary" aria-label="Your order">
        <ul className="summary-lines">
          {order.items.map((item) => (
            <li key={item.id}>
              <img src={item.image} alt="" width="56" height="56" />
              <span>
                {item.name}
                <small className="muted">
                  {item.variant && `${item.variant} · `}
                  {item.quantity} × {money(item.price, order.currency)}
                </small>
              </span>
              <strong>{money(item.total, order.currency)}</strong>
            </li>
          ))}
        </ul>
        <Totals totals={order} coupon={order.coupon} />
        <p className="muted">
          {order.shippingMethod}. Paid by {order.payment}.{order.giftWrap && ' Wrapped as a gift.'}
        </p>
      </section>
      <Link to="/" className="button">
        Continue shopping
      </Link>
    </div>
  );
};
