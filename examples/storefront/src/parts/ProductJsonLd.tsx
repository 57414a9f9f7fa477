import type { ProductView, VariantView } from '../../api/types.ts';
import { BRAND } from '../brand.ts';

/** The product for search engines, in step with the route and with the variant that is chosen. */
export const ProductJsonLd = ({ product, variant }: { product: ProductView; variant: VariantView }) => {
  const description = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    description: product.details,
    sku: variant.sku,
    image: new URL(variant.image, location.origin).href,
    category: product.category.name,
    brand: { '@type': 'Brand', name: BRAND },
    ...(product.option && variant.label && { [product.option === 'colour' ? 'color' : 'size']: variant.label }),
    offers: {
      '@type': 'Offer',
      price: variant.price.toFixed(2),
      priceCurrency: product.currency,
      url: new URL(`/products/${product.slug}`, location.origin).href,
    },
  };
  return <script type="application/ld+json">{JSON.stringify(description)}</script>;
};
