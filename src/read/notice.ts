import { classed, HIDDEN, seek, spaced } from './box.ts';
import { fold } from './text.ts';
import { SENT, THANKS } from './words.ts';

const NOTICE = `li[data-type],[role="alert"],[role="status"],[aria-live],[role*="dialog"] :is(h1,h2,h3,h4,p,[class*="title"]),${classed('alert notice notif message error success toast flash snackbar')}`;
// `alert-box alert`: a box that can be several things, and is an alert.
const ERROR = /error|fehler|-red\b|danger|invalid|fail|warn|negative|destructive|(alert-box|callout).* alert /;

/** A word of the shop to the shopper: good, bad, or nothing that decides. */
export interface Notice {
  good: boolean;
  bad: boolean;
  text: string;
  element: HTMLElement;
}

/** What the page's notices say, at most 30 looked at. Static and hidden ones are told apart by the caller, by `text`. */
export const readNotices = (doc: Document): Notice[] =>
  seek(doc, NOTICE, 60)
    .filter((element) => !element.closest(HIDDEN) && !element.matches('body,html,form,main,input,button,a,script'))
    .map((element) => ({ element, text: fold(spaced(element, 'i', 200)) }))
    .filter(({ text }) => text.length > 2)
    .slice(0, 30)
    .map(({ element, text }) => {
      const { className, firstElementChild, dataset } = element;
      const said = [
        className,
        firstElementChild?.className,
        element.getAttribute('role'),
        dataset.type,
        dataset.status,
      ];
      const names = said.join(' ').toLowerCase();
      const bad = ERROR.test(names) && !/success|no-error/.test(names);
      return {
        bad,
        good: !bad && [/success|positive|-green\b/.test(names), SENT.test(text), THANKS.test(text)].includes(true),
        text,
        element,
      };
    });
