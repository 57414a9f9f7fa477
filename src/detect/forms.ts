import { all } from '../listen/ear.ts';
import type { Submit } from '../listen/page.ts';
import { actionOf, fieldNames, readForm } from '../read/form.ts';
import { readNotices } from '../read/notice.ts';
import { headingOf, saysThanks } from '../read/place.ts';
import { readRefusal } from '../read/refusal.ts';
import { fold, textOf } from '../read/text.ts';
import { checkVisible } from '../read/visible.ts';
import { type Act, createAttempts } from './attempts.ts';
import type { Detector } from './detector.ts';
import { shopOf } from './shop.ts';

/**
 * Reports a form once it was taken: `sign_up` for a registration, `generate_lead` with `form_kind`, else `form_submit`.
 * Login, search, coupon, address and the like are none. Taken means: the answer to its request, a notice, or a next page
 * without the form. What was typed is never read.
 */
export const forms = (): Detector => (page, report) => {
  const shop = shopOf(page);
  const submits = new WeakMap<Act, Submit>();
  const attempts = createAttempts({
    page,
    report,
    memory: 'forms',
    finish: (act) => act.fields,
    watch: (act) => look(act),
    // A form taken over by the page's code counts on the next page only if its request is still on its way; another
    // press since means that the shopper went elsewhere.
    carries: (act) => {
      const submit = submits.get(act);
      const later = page.pressBefore(page.now());
      return !!submit && (!submit.taken() || page.isBusy()) && (!later || later.at <= submit.at + 50);
    },
  });

  const look = (act: Act) => {
    const form = submits.get(act)?.form;
    const fresh = readNotices(document).filter(({ text }) => !shop.isOldNotice(text));
    if (fresh.some(({ bad, good }) => bad && !good)) return attempts.refuse(act, 'notice');
    if (fresh.some(({ good }) => good)) return attempts.settle(act, 'notice');
    const thanks = form?.isConnected ? fold(textOf(form, 300)) : '';
    if (thanks && saysThanks(thanks) && !form?.querySelector('input:not([type="hidden"])'))
      return attempts.settle(act, 'notice');
    if (
      form &&
      !form.isConnected &&
      page.now() - act.at > 300 &&
      saysThanks(fold(textOf(document.querySelector('main') ?? document.body, 3000)))
    )
      attempts.settle(act, 'notice');
  };

  const arrive = (act: Act, last: boolean) => {
    const notices = readNotices(document);
    if (notices.some(({ bad, good }) => bad && !good)) return attempts.refuse(act, 'notice');
    if (notices.some(({ good }) => good) || saysThanks(headingOf(document))) return attempts.settle(act, 'notice');
    const again = [...document.forms]
      .slice(0, 20)
      .some((form) => signatureOf(form) === act.note?.form && checkVisible(form));
    if (!again) return attempts.settle(act, 'page');
    if (last) attempts.refuse(act, 'form again');
  };

  const stops = [
    page.onSubmit((submit) => {
      const { form, submitter, at } = submit;
      if (shop.place() === 'checkout' || shop.place() === 'cart') return;
      const { kind } = readForm(form, submitter);
      if (!kind || attempts.waiting().some((act) => submits.get(act)?.form === form && at - act.at < 1000)) return;
      const name = kind === 'registration' ? 'sign_up' : kind === 'other' ? 'form_submit' : 'generate_lead';
      const id = form.getAttribute('id') ?? form.getAttribute('name');
      const fields = { form_kind: kind, ...(id && { form_id: id.slice(0, 100) }) };
      const act = attempts.open({
        name,
        fields,
        press: page.pressBefore(at)?.id ?? -1,
        note: { form: signatureOf(form) },
      });
      submits.set(act, submit);
    }),
    page.onAnswer((answer) => {
      if (answer.method === 'GET') return;
      for (const act of attempts.waiting()) {
        const submit = submits.get(act);
        if (!submit || answer.started < submit.at - 50 || !isOf(answer, submit.form)) continue;
        const why = readRefusal(answer.status, answer.body) ?? (answer.status ? undefined : 'network');
        if (why) attempts.refuse(act, why);
        else if (!/^\s*</.test(answer.text)) attempts.settle(act, 'answer');
      }
    }),
    page.onPush(({ name, fields }) => {
      if (name !== 'generate_lead' && name !== 'sign_up') return;
      const act = attempts.recent().find((other) => other.name === name && other.state !== 'refused');
      attempts.settle(act ?? attempts.open({ name, fields, press: -1 }), 'datalayer', fields);
    }),
    page.onView((view) =>
      view.look((last) => {
        for (const act of attempts.waiting()) if (act.carried) arrive(act, last);
        return last;
      }),
    ),
    attempts.stop,
    shop.stop,
  ];
  return all(stops);
};

/** Knows a form again on the next page: where it goes and what it asks. */
const signatureOf = (form: HTMLFormElement): string =>
  `${form.getAttribute('id') ?? ''} ${form.getAttribute('action') ?? ''} ${fieldNames(form).join()}`.slice(0, 500);

/** Whether a request carries a form: the same address, or one of its fields. */
const isOf = ({ url, fields }: { url: string; fields: [string, unknown][] }, form: HTMLFormElement): boolean => {
  const names = fieldNames(form);
  const keys = fields.map(([key]) => key.split('.').pop()!);
  return (
    (url.split('?')[0] === actionOf(form).split('?')[0] && form.hasAttribute('action')) ||
    keys.some((key) => names.includes(key) || /e-?mail/i.test(key))
  );
};
