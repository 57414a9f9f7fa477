import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { ProductView } from '../../api/types.ts';
import { api } from '../api.ts';
import { BuyBox } from '../parts/BuyBox.tsx';
import { ProductGrid } from '../parts/ProductGrid.tsx';
import { ProductJsonLd } from '../parts/ProductJsonLd.tsx';
import { useTitle } from '../parts/useTitle.ts';

const SUGGESTIONS = 4;

export const loader = async ({ params }: LoaderFunctionArgs) => {
  const { product } = await api.product(params.slug!);
  const { products } = await api.products();
  const others = products.filter(({ slug }) => slug !== product.slug);
  const isNear = (other: ProductView) => other.category.id === product.category.id;
  const byNearness = [...others.filter(isNear), ...others.filter((other) => !isNear(other))];
  return { product, related: byNearness.slice(0, SUGGESTIONS) };
};

const ProductDetails = ({ product }: { product: ProductView }) => {
  const [sku, setSku] = useState(product.mustChoose ? undefined : product.variants[0].sku);
  const variant = product.variants.find((candidate) => candidate.sku === sku);
  const shown = variant ?? product.variants[0];

  return (
    <article className="product">
      <ProductJsonLd product={product} variant={shown} />
      <figure className="product-picture">
        <img
          src={shown.image}
          alt={`${product.name}${shown.label ? `, ${shown.label}` : ''}`}
          width="640"
          height="640"
        />
      </figure>
      <div className="product-facts">
        <nav className="breadcrumb" aria-label="Breadcrumb">
          <Link to="/">Shop</Link> <span aria-hidden="true">/</span>{' '}
          <Link to={`/shop/${product.category.id}`}>{product.category.name}</Link>
        </nav>
        <h1>{product.name}</h1>
        <p className="lead">{product.blurb}</p>
        <BuyBox product={product} shown={shown} chosen={variant} onChoose={setSku} />
        <p className="product-details">{product.details}</p>
        <p className="muted">Leaves the workshop within two days. Returns are free for 30 days.</p>
      </div>
    </article>
  );
};

export const Component = () => {
  const { product, related } = useLoaderData<typeof loader>();
  useTitle(product.name);
  return (
    <>
      {/* Keyed, so that the next product starts without this one's choice. */}
      <ProductDetails key={product.slug} product={product} />
      <section aria-labelledby="related">
        <h2 id="related">Goes well with it</h2>
        <ProductGrid products={related} />
      </section>
    </>
  );
};
