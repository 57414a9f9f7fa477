import type { ProductView } from '../../api/types.ts';
import { ProductCard } from './ProductCard.tsx';

export const ProductGrid = ({ products }: { products: ProductView[] }) => (
  <ul className="product-grid">
    {products.map((product) => (
      <li key={product.slug}>
        <ProductCard product={product} />
      </li>
    ))}
  </ul>
);
