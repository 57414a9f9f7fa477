import { useState } from 'react';
import { Link } from 'react-router';
import type { ProductView } from '../../api/types.ts';
import { useCart } from '../cart/CartContext.ts';
import { Price } from './Price.tsx';

/** A product in a list. What comes in one form only can be added from here. */
export const ProductCard = ({ product }: { product: ProductView }) => {
  const { add } = useCart();
  const [refusal, setRefusal] = useState<string>();
  const [variant, ...others] = product.variants;

  const addOne = async () => {
    const answer = await add(variant.sku);
    setRefusal(answer.success ? undefined : answer.error);
  };

  return (
    <article className="product-card">
      <Link to={`/products/${product.slug}`} className="card-picture">
        <img src={variant.image} alt="" width="400" height="400" loading="lazy" />
        {variant.was && <span className="badge">Sale</span>}
      </Link>
      <div className="card-text">
        <h3 className="card-name">
          <Link to={`/products/${product.slug}`}>{product.name}</Link>
        </h3>
        <p className="muted">{product.blurb}</p>
      </div>
      <div className="card-foot">
        <Price
          variant={variant}
          currency={product.currency}
          from={others.some(({ price }) => price !== variant.price)}
        />
        {others.length ? (
          <Link to={`/products/${product.slug}`} className="button button-small" aria-label={`Choose ${product.name}`}>
            Choose {product.option}
          </Link>
        ) : (
          <button
            type="button"
            className="button button-small"
            onClick={addOne}
            aria-label={`Add ${product.name} to cart`}
          >
            Add to cart
          </button>
        )}
      </div>
      {refusal && (
        <p className="notice notice-bad" role="alert">
          {refusal}
        </p>
      )}
    </article>
  );
};
