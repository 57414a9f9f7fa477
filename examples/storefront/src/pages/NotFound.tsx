import { Link } from 'react-router';
import { useTitle } from '../parts/useTitle.ts';

export const NotFound = () => {
  useTitle('Not found');
  return (
    <section className="centred">
      <h1>This shelf is empty</h1>
      <p>The page you were looking for is not here, or not any more.</p>
      <Link to="/" className="button button-primary">
        To the front of the shop
      </Link>
    </section>
  );
};
