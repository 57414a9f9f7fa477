import type { EventFields } from '../event/event.ts';
import { hash } from '../event/ids.ts';
import { all } from '../listen/ear.ts';
import type { Submit } from '../listen/page.ts';
import { SENDS } from '../listen/submits.ts';
import { actionOf, fieldNames, readForm } from '../read/form.ts';
import { headingOf } from '../read/place.ts';
import { readRefusal } from '../read/refusal.ts';
import { fold, textOf } from '../read/text.ts';
import { checkVisible } from '../read/visible.ts';
import { THANKS } from '../read/words.ts';
import { type Act, createAttempts } from './attempts.ts';
import type { Detector } from './detector.ts';
import { shopOf } from './shop.ts';
import { withPage } from './withPage.ts';

/** HTML decides nothing here, nor does a bare yes: as often as not it is about a field that was looked up. */
const CHECKED = /^\s*(<|true|\{"(result|valid)":true\b)/;

const NAMES = { registration: 'sign_up', other: 'form_submit' } as Record<string, string>;

/**
 * Reports a form once it was taken: `sign_up` for a registration, `generate_lead` with `form_kind`, else `form_submit`.
 * Login, search, coupon, address and the like are none. Taken means: the answer to its request, a notice, or a next page
 * without the form. What was typed is never read.
 */
export const forms = (): Detector =>
  withPage((page, report) => {
    const shop = shopOf(page);
    const submits = new WeakMap<Act, Submit>();
    const attempts = createAttempts({
      page,
      shop,
      report,
      names: ['generate_lead', 'sign_up'],
      look: (act, { notices, last, isBad }) => {
        if (isBad) return;
        const form = submits.get(act)?.form;
        if (notices.some(({ good }) => good)) return attempts.settle(act, 'notice');
        if (act.carried) {
          const isBack = [...document.forms]
            .slice(0, 20)
            .some((other) => signatureOf(other) === act.note?.form && checkVisible(other));
          if (!isBack || THANKS.test(headingOf(document))) attempts.settle(act, 'page');
          else if (last) attempts.refuse(act, 'the form again');
          return;
        }
        // The form has made room for a word of thanks, inside it or in its place.
        const box = form?.isConnected ? form : (document.querySelector('main') ?? document.body);
        const isAsking = box === form && form.querySelector('input:not([type="hidden"])');
        if (!isAsking && THANKS.test(fold(textOf(box, 300)))) attempts.settle(act, 'notice');
      },
      // A form taken over by the page's code is decided by the next page only if its request is still on its way; another
      // press since means that the shopper went elsewhere.
      carries: (act) => {
        const submit = submits.get(act);
        return (
          !!submit && (!submit.taken() || page.isBusy()) && (page.pressBefore(page.now())?.at ?? 0) <= submit.at + 50
        );
      },
    });

    const tryOut = (submit: Submit) => {
      const { form, submitter, at, meaning } = submit;
      const known = attempts.waiting().find((act) => submits.get(act)?.form === form);
      // A double click; or the submit that a press led to, which knows whether a page will follow.
      if (known && at - known.at < 1000) return void submits.set(known, submit);
      // The page itself had said no; or it is still being answered: one form is taken once.
      if (known) attempts.refuse(known, 'sent again');
      // What adds or removes is no lead, and the shopper waits.
      const kind = /^(add|remove)$/.test(`${meaning}`) ? undefined : readForm(form, submitter).kind;
      // A cart and a checkout ask for addresses of their own; only what stands below every page means the same there, and
      // the account that is offered for an order just placed.
      const place = shop.place();
      const isMeant =
        (kind === 'newsletter' && form.closest('footer,[class*="footer" i]')) ||
        (kind === 'registration' && place === 'confirmation');
      if (!kind || (place && !isMeant)) return;
      const fields = formFields(form, kind);
      const name = NAMES[kind] ?? 'generate_lead';
      submits.set(
        attempts.open({ name, fields, press: -1, at: known?.at ?? at, note: { form: signatureOf(form) } }),
        submit,
      );
    };

    return all([
      page.onSubmit(tryOut),
      page.onPress(({ control, at, meaning, href }) => {
        if (meaning || !control.matches('a,button,[role="button"]')) return;
        // A form without a button of its own is sent by what looks like one. Where there is none: fields and a button.
        const form = control.closest('form') ?? (href ? undefined : boxOf(control));
        if (form && !form.matches(':invalid') && !(form.matches('form') && form.querySelector(SENDS)))
          tryOut({ form, submitter: control, at, meaning, taken: () => true });
      }),
      page.onAnswer(({ method, url, fields, started, status, body, text }) => {
        for (const act of method === 'GET' ? [] : attempts.waiting()) {
          const submit = submits.get(act);
          if (!submit || started < act.at - 50 || !isOf(url, fields, submit.form)) continue;
          const why = readRefusal(status, body) ?? (status ? undefined : 'network');
          if (why) attempts.refuse(act, why);
          else if (!CHECKED.test(text)) attempts.settle(act, 'answer');
        }
      }),
      attempts.stop,
    ]);
  });

/** The closest box around a button, at most three up, that asks for an e-mail address, and in no form: that has its own. */
const boxOf = (control: Element): HTMLFormElement | undefined => {
  let box: Element | null = control;
  for (let up = 0; box && up < 4; up++, box = box.parentElement) {
    const field = box.querySelector<HTMLInputElement>('input:is([type="email"],[name*="mail" i])');
    if (field) return field.form ? undefined : (box as HTMLFormElement);
  }
  return undefined;
};

/** What an event says of a form. */
export const formFields = (form: HTMLFormElement, form_kind: string): EventFields => {
  const id = form.getAttribute('id') ?? form.getAttribute('name');
  return { form_kind, ...(id && { form_id: id.slice(0, 100) }) };
};

/** Knows a form again on the next page: where it goes and what it asks. Hashed, since an address may tell who. */
const signatureOf = (form: HTMLFormElement): string =>
  hash(`${actionOf(form)} ${fieldNames(form).join()}`.slice(0, 500));

/** `fields[Name]` and `contact.Name` are a form's `Name`. */
const bare = (name: string) => name.replace(/^.*[.[](?=\w)|\]$/g, '');

/** Whether a request carries a form: the same address, or one of its fields. */
const isOf = (url: string, fields: [string, unknown][], form: HTMLFormElement): boolean => {
  const names = fieldNames(form).map(bare);
  // Less than half of what it asks: a field is looked up, as whether an address is taken.
  if (fields.length && fields.length * 2 < new Set(names).size) return false;
  const isThere = form.hasAttribute('action') && url.split('?')[0] === actionOf(form).split('?')[0];
  return isThere || fields.some(([key]) => names.includes(bare(key)) || /e-?mail/i.test(key));
};
