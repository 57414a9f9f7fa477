import { type FormEvent, useState } from 'react';
import type { ProductView, VariantView } from '../../api/types.ts';
import { useCart } from '../cart/CartContext.ts';
import { Price } from './Price.tsx';
import { QuantityStepper } from './QuantityStepper.tsx';
import { SizeGuide } from './SizeGuide.tsx';
import { VariantChoice } from './VariantChoice.tsx';

interface Props {
  product: ProductView;
  shown: VariantView;
  chosen: VariantView | undefined;
  onChoose(sku: string): void;
}

/** Price, variant, quantity, and the button. */
export const BuyBox = ({ product, shown, chosen, onChoose }: Props) => {
  const { add } = useCart();
  const [quantity, setQuantity] = useState(1);
  const [isAdding, setAdding] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!chosen) return setRefusal(`Please choose a ${product.option} first.`);
    setAdding(true);
    const answer = await add(chosen.sku, quantity);
    setAdding(false);
    setRefusal(answer.success ? undefined : answer.error);
  };

  const choose = (sku: string) => {
    setRefusal(undefined);
    onChoose(sku);
  };

  return (
    <form className="buy-box" onSubmit={submit}>
      <Price variant={shown} currency={product.currency} />
      {product.option && (
        <div className="choice-row">
          <VariantChoice option={product.option} variants={product.variants} chosen={chosen} onChoose={choose} />
          <SizeGuide product={product} />
        </div>
      )}
      <div className="buy-row">
        <QuantityStepper label="Quantity" value={quantity} min={1} onChange={setQuantity} />
        <button type="submit" className="button button-primary" disabled={isAdding}>
          Add to cart
        </button>
      </div>
      {refusal && (
        <p className="notice notice-bad" role="alert">
          {refusal}
        </p>
      )}
    </form>
  );
};
