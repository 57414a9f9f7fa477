import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api } from '../api.ts';
import { ProductGrid } from '../parts/ProductGrid.tsx';
import { useTitle } from '../parts/useTitle.ts';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const query = new URL(request.url).searchParams.get('q') ?? '';
  const { products } = await api.products({ q: query });
  return { query, products };
};

const count = (found: number) => (found === 1 ? 'One piece' : `${found || 'No'} pieces`);

export const Component = () => {
  const { query, products } = useLoaderData<typeof loader>();
  useTitle('Search');
  return (
    <>
      <header className="page-head">
        <h1>{query ? `Search: ${query}` : 'Search'}</h1>
        <p role="status">{query ? `${count(products.length)} found.` : 'Type what you are looking for.'}</p>
      </header>
      <ProductGrid products={products} />
    </>
  );
};
