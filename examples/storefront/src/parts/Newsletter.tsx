import { type FormEvent, useState } from 'react';
import type { LeadAnswer } from '../../api/types.ts';
import { api } from '../api.ts';

export const Newsletter = () => {
  const [answer, setAnswer] = useState<LeadAnswer>();

  const subscribe = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAnswer(await api.subscribe(String(new FormData(event.currentTarget).get('email'))));
  };

  return (
    <section className="newsletter" aria-labelledby="newsletter-title">
      <h2 id="newsletter-title">A letter from the workshop</h2>
      <p>Once a month: what comes out of the kiln, and when.</p>
      {answer?.success ? (
        <p className="notice notice-good" role="status">
          {answer.message}
        </p>
      ) : (
        <form className="inline-form" onSubmit={subscribe} noValidate>
          <label className="visually-hidden" htmlFor="newsletter-email">
            E-mail address
          </label>
          <input
            id="newsletter-email"
            name="email"
            type="email"
            autoComplete="email"
            placeholder="you@example.org"
            required
            aria-invalid={answer ? true : undefined}
            aria-describedby={answer && 'newsletter-error'}
          />
          <button type="submit" className="button button-primary">
            Subscribe
          </button>
        </form>
      )}
      {answer && !answer.success && (
        <p id="newsletter-error" className="notice notice-bad" role="alert">
          {answer.error}
        </p>
      )}
    </section>
  );
};
