import type { InputHTMLAttributes } from 'react';

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  name: string;
  label: string;
  error?: string | undefined;
}

export const Field = ({ label, error, name, ...input }: Props) => (
  <div className="field">
    <label htmlFor={name}>{label}</label>
    <input
      id={name}
      name={name}
      aria-invalid={error ? true : undefined}
      aria-describedby={error && `${name}-error`}
      {...input}
    />
    {error && (
      <p id={`${name}-error`} className="field-error">
        {error}
      </p>
    )}
  </div>
);
