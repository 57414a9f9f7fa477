import type { TotalsView } from '../../api/types.ts';
import { money } from '../money.ts';

const taxLine = ({ taxIncluded }: TotalsView) => (taxIncluded ? 'Includes VAT' : 'Sales tax');

/** What the pieces cost, down to the total. */
export const Totals = ({ totals, coupon }: { totals: TotalsView; coupon?: string | undefined }) => (
  <dl className="totals">
    <div>
      <dt>Subtotal</dt>
      <dd>{money(totals.subtotal, totals.currency)}</dd>
    </div>
    {totals.discount > 0 && (
      <div>
        <dt>Discount {coupon && <span className="tag">{coupon}</span>}</dt>
        <dd>−{money(totals.discount, totals.currency)}</dd>
      </div>
    )}
    <div>
      <dt>Shipping</dt>
      <dd>{totals.shipping ? money(totals.shipping, totals.currency) : 'Free'}</dd>
    </div>
    <div className={totals.taxIncluded ? 'muted' : undefined}>
      <dt>{taxLine(totals)}</dt>
      <dd>{money(totals.tax, totals.currency)}</dd>
    </div>
    <div className="grand-total">
      <dt>Total</dt>
      <dd>{money(totals.total, totals.currency)}</dd>
    </div>
  </dl>
);
