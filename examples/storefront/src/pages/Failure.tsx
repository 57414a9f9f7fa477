import { useRouteError } from 'react-router';
import { useTitle } from '../parts/useTitle.ts';
import { NotFound } from './NotFound.tsx';

const Broken = () => {
  useTitle('Something went wrong');
  return (
    <section className="centred">
      <h1>Something broke, and it was not a plate</h1>
      <p>We could not load this page. Please try it once more.</p>
      <button type="button" className="button button-primary" onClick={() => location.reload()}>
        Try again
      </button>
    </section>
  );
};

export const Failure = () => {
  const error = useRouteError();
  const status = error instanceof Object && 'status' in error ? error.status : undefined;
  return status === 404 ? <NotFound /> : <Broken />;
};
