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
          <h1>Made slowly, used daily.</h1>
          <p>
            Stoneware from our workshop on the river Halde, coffee from the roaster next door, and linen that ties the
            table together.
          </p>
          <Link to="/shop/tableware" className="button button-primary">
            See the tableware
          </Link>
        </div>
        <div className="hero-art" aria-hidden="true">
          {['VASE-INK', 'MUG-CLAY', 'PLATE-27'].map((sku) => (
            <img key={sku} src={`/pictures/${sku}.svg`} alt="" width="400" height="400" />
          ))}
        </div>
      </section>
      <section aria-labelledby="featured">
        <h2 id="featured">On many tables</h2>
        <ProductGrid products={featured} />
      </section>
      <section aria-labelledby="categories">
        <h2 id="categories">Around the house</h2>
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
