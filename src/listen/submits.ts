import { type Meaning, meaningOf } from '../read/label.ts';
import { hear } from './ear.ts';
import type { Stop } from './life.ts';

/** A form on its way: valid as far as the browser knows, answered by nobody yet. */
export interface Submit {
  /** Epoch ms. */
  at: number;
  form: HTMLFormElement;
  /** What sends it: the pressed button, else the form's first, else the form itself. */
  submitter: Element;
  /** What the submitter is for, as its words tell. */
  meaning: Meaning | undefined;
  /** The page's own code has taken it over: no navigation will follow by itself. Known only after the event. */
  taken(): boolean;
}

/** A form's own buttons. */
export const SENDS = '[type="submit"],[type="image"],button:not([type="button"])';

/** Hears `submit` events, and `form.submit()`, which fires none. */
export const listenToSubmits = (now: () => number, tell: (submit: Submit) => void): Stop => {
  const told = (form: HTMLFormElement, by: Element | null | undefined, taken: () => boolean) => {
    const submitter = by ?? form.querySelector(SENDS) ?? form;
    tell({ at: now(), form, submitter, meaning: meaningOf(submitter), taken });
  };
  const stop = hear(document, 'submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.closest('[data-fw-ignore]')) return;
    told(form, (event as SubmitEvent).submitter, () => event.defaultPrevented);
  });
  const proto = HTMLFormElement.prototype;
  const original = proto.submit;
  const submit = function (this: HTMLFormElement) {
    if (this instanceof HTMLFormElement && this.isConnected) told(this, null, () => false);
    return original.call(this);
  };
  proto.submit = submit;
  return () => {
    stop();
    if (proto.submit === submit) proto.submit = original;
  };
};
