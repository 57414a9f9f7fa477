import type { Currency, VariantView } from '../../api/types.ts';
import { money } from '../money.ts';

interface Props {
  variant: VariantView;
  currency: Currency;
  /** Other variants cost more. */
  from?: boolean;
}

export const Price = ({ variant, currency, from = false }: Props) => (
  <p className="price">
    {from && <span className="price-from">from </span>}
    <span className="price-now">{money(variant.price, currency)}</span>
    {variant.was && (
      <s className="price-was">
        <span className="visually-hidden">before: </span>
        {money(variant.was, currency)}
      </s>
    )}
  </p>
);
