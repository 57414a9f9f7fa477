import { all, hear } from '../listen/ear.ts';
import { readForm } from '../read/form.ts';
import type { Detector } from './detector.ts';
import { formFields } from './forms.ts';
import { shopOf } from './shop.ts';
import { withPage } from './withPage.ts';

/**
 * Reports GA4 `form_start` at the first input into a form that `forms` would report, and `form_abandon` when the page or
 * route is left with it unsent. What is typed is not read.
 */
export const formProgress = (): Detector =>
  withPage((page, report) => {
    const shop = shopOf(page);
    const seen = new WeakSet<Element>();
    let started = new Map<HTMLFormElement, object>();

    const tell = (name: string, fields: object) => report.milestone({ name, fields, by: { evidence: ['form'] } });
    const abandon = () => {
      for (const fields of started.values()) tell('form_abandon', fields);
      started = new Map();
    };
    return all([
      hear(document, 'input', ({ target }) => {
        const { form } = target as HTMLInputElement;
        if (!form || seen.has(form)) return;
        seen.add(form);
        // After the key press, so that reading the form costs it nothing.
        setTimeout(() => {
          const { kind } = shop.place() || form.closest('[data-fw-ignore]') ? {} : readForm(form);
          if (!kind) return;
          const fields = formFields(form, kind);
          started.set(form, fields);
          tell('form_start', fields);
        });
      }),
      page.onSubmit(({ form }) => void started.delete(form)),
      page.onView(abandon),
      page.life.onLeave(abandon),
    ]);
  });
