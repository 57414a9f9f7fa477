import { html } from 'hono/html';
import type { Html } from './layout.ts';

interface FieldOptions {
  name: string;
  label: string;
  value?: string;
  type?: string;
  autocomplete?: string;
  hint?: string;
  inputmode?: string;
  minlength?: number;
}

/** One labelled line of a form. */
export const field = ({
  name,
  label,
  value = '',
  type = 'text',
  autocomplete,
  hint,
  inputmode,
  minlength,
}: FieldOptions): Html => html`<div class="field">
  <label for="field-${name}">${label}</label>
  <input id="field-${name}" name="${name}" type="${type}" value="${value}" required
    ${autocomplete && html`autocomplete="${autocomplete}"`} ${inputmode && html`inputmode="${inputmode}"`}
    ${minlength && html`minlength="${minlength}"`} ${hint && html`aria-describedby="hint-${name}"`}>
  ${hint && html`<p class="hint" id="hint-${name}">${hint}</p>`}
</div>`;

/** What the server found wrong with a form, above its fields. */
export const formError = (text: string | undefined): Html | undefined =>
  text === undefined ? undefined : html`<p class="notice notice-error" role="alert">${text}</p>`;
