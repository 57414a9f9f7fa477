import { type FormEvent, useState } from 'react';
import { useNavigate, useOutletContext } from 'react-router';
import type { CheckoutView, Refusal } from '../../../api/types.ts';
import { api } from '../../api.ts';
import { Field } from '../../parts/Field.tsx';
import { useTitle } from '../../parts/useTitle.ts';

export const Component = () => {
  const { address } = useOutletContext<CheckoutView>();
  const [refusal, setRefusal] = useState<Refusal>();
  const navigate = useNavigate();
  useTitle('Checkout: address');

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const answer = await api.setAddress(Object.fromEntries(new FormData(event.currentTarget)));
    if (answer.success) navigate('/checkout/shipping');
    else setRefusal(answer);
  };

  const errors = refusal?.fields ?? {};
  return (
    <form className="step-form" onSubmit={submit} noValidate>
      <h1>Where shall we send it?</h1>
      {refusal && (
        <p className="notice notice-bad" role="alert">
          {refusal.error}
        </p>
      )}
      <Field label="Full name" name="name" autoComplete="name" defaultValue={address?.name} error={errors.name} />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={address?.email}
        error={errors.email}
      />
      <Field
        label="Street and number"
        name="street"
        autoComplete="street-address"
        defaultValue={address?.street}
        error={errors.street}
      />
      <div className="field-row">
        <Field
          label="Postcode"
          name="postcode"
          autoComplete="postal-code"
          defaultValue={address?.postcode}
          error={errors.postcode}
        />
        <Field
          label="Town"
          name="city"
          autoComplete="address-level2"
          defaultValue={address?.city}
          error={errors.city}
        />
      </div>
      <div className="field">
        <label htmlFor="country">Country</label>
        <select id="country" name="country" autoComplete="country" defaultValue={address?.country ?? 'DE'}>
          <option value="AT">Austria</option>
          <option value="FR">France</option>
          <option value="DE">Germany</option>
          <option value="GB">United Kingdom</option>
          <option value="US">United States</option>
        </select>
      </div>
      <button type="submit" className="button button-primary">
        Continue to shipping
      </button>
    </form>
  );
};
