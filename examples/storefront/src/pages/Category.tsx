import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api } from '../api.ts';
import { ProductGrid } from '../parts/ProductGrid.tsx';
import { useTitle } from '../parts/useTitle.ts';

export const loader = async ({ params }: LoaderFunctionArgs) => {
  const [{ categories }, { products }] = await Promise.all([
    api.categories(),
    api.products({ category: params.category! }),
  ]);
  const category = categories.find(({ id }) => id === params.category);
  if (!category) throw new Response(null, { status: 404 });
  return { category, products };
};

export const Component = () => {
  const { category, products } = useLoaderData<typeof loader>();
  useTitle(category.name);
  return (
    <>
      <header className="page-head">
        <h1>{category.name}</h1>
        <p>{category.blurb}</p>
      </header>
      <ProductGrid products={products} />
    </>
  );
};
