import { Link } from 'react-router';
import type { Currency, LineView } from '../../api/types.ts';
import { money } from '../money.ts';
import { QuantityStepper } from '../parts/QuantityStepper.tsx';

interface Props {
  item: LineView;
  currency: Currency;
  onQuantity(quantity: number): void;
  onRemove(): void;
}

export const CartLine = ({ item, currency, onQuantity, onRemove }: Props) => (
  <li className="cart-line">
    <Link to={`/products/${item.slug}`} className="cart-picture">
      <img src={item.image} alt="" width="112" height="112" />
    </Link>
    <div className="cart-facts">
      <h2 className="line-name">
        <Link to={`/products/${item.slug}`}>{item.name}</Link>
      </h2>
      <p className="muted">
        {item.variant && `${item.variant} · `}
        {money(item.price, currency)}
      </p>
      <QuantityStepper label={`Quantity of ${item.name}`} value={item.quantity} onChange={onQuantity} />
    </div>
    <div className="cart-end">
      <strong>{money(item.total, currency)}</strong>
      <button type="button" className="text-button" onClick={onRemove} aria-label={`Remove ${item.name}`}>
        Remove
      </button>
    </div>
  </li>
);
