import { Link, useLoaderData } from 'react-router';
import { api } from '../api.ts';
import { ProductGrid } from '../parts/ProductGrid.tsx';
import { useTitle } from '../parts/useTitle.ts';

const FEATURED = new Set([
  'nord-mug',
  'heron-bowl',
  'duo-espresso-cups',
  'reed-vase',
  'dawn-filter-coffee',
  'fold-linen-napkin',
  'dusk-candle',
  'moon-floor-lamp',
]);

export const loader = async () => {
  const [{ categories }, { products }] = await Promise.all([api.categories(), api.products()]);
  return { categories, products };
};

export const Component = () => {
  const { categories, products } = useLoaderData<typeof loader>();
  const featured = products.filter(({ slug }) => FEATURED.has(slug));
  useTitle();
  return (
    <>
      <section className="hero">
        <div className="hero-text">
          <h1>Made for the table, and for years</h1>
          <p>Stoneware, linen, coffee and light from small workshops. Quiet things that get better with use.</p>
          <Link to="/shop/tableware" className="button button-primary">
            Shop tableware
          </Link>
        </div>
        <div className="hero-art" aria-hidden="true">
          {['VASE-INK', 'MUG-CLAY', 'PLATE-27'].map((sku) => (
            <img key={sku} src={`/pictures/${sku}.svg`} alt="" width="400" height="400" />
          ))}
        </div>
      </section>
      <section aria-labelledby="featured">
        <h2 id="featured">From the workshop</h2>
        <ProductGrid products={featured} />
      </section>
      <section aria-labelledby="categories">
        <h2 id="categories">Find your corner</h2>
        <ul className="category-tiles">
          {categories.map(({ id, name, blurb }) => (
            <li key={id}>
              <Link to={`/shop/${id}`}>
                <strong>{name}</strong>
                <span>{blurb}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
};
