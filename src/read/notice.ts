import { fold, textOf } from './text.ts';
import { SENT, THANKS } from './words.ts';

const NOTICE =
  '[role="alert"],[role="status"],[aria-live],[class*="alert"],[class*="notice"],[class*="notif"],[class*="message"],[class*="error"],[class*="success"],[class*="toast"],[class*="flash"],[class*="snackbar"]';
const ERROR = /error|danger|invalid|fail|warn|negative|destructive/;

/** A word of the shop to the shopper: good, bad, or nothing that decides. */
export interface Notice {
  good: boolean;
  bad: boolean;
  text: string;
}

/** What the page's notices say, at most 30 looked at. Static and hidden ones are told apart by the caller, by `text`. */
export const readNotices = (doc: Document): Notice[] =>
  [...doc.querySelectorAll(NOTICE)]
    .slice(0, 60)
    .filter(
      (element) =>
        !element.closest('[hidden],template,[aria-hidden="true"]') &&
        !/^(BODY|HTML|FORM|MAIN|INPUT|BUTTON|A|SCRIPT)$/.test(element.tagName),
    )
    .map((element) => ({ element, text: fold(textOf(element)) }))
    .filter(({ text }) => text.length > 2)
    .slice(0, 30)
    .map(({ element, text }) => {
      const names =
        `${element.className} ${element.firstElementChild?.className ?? ''} ${element.getAttribute('role')}`.toLowerCase();
      const bad = ERROR.test(names) && !/success|no-error/.test(names);
      return {
        bad,
        good: !bad && (/success/.test(names) || SENT.test(text) || THANKS.test(text)),
        text,
      };
    });
