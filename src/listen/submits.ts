import { hear } from './ear.ts';
import type { Stop } from './life.ts';

/** A form on its way: valid as far as the browser knows, answered by nobody yet. */
export interface Submit {
  /** Epoch ms. */
  at: number;
  form: HTMLFormElement;
  submitter?: Element;
  /** The page's own code has taken it over: no navigation will follow by itself. Known only after the event. */
  taken(): boolean;
}

/** Hears `submit` events, and `form.submit()`, which fires none. */
export const listenToSubmits = (now: () => number, tell: (submit: Submit) => void): Stop => {
  const stop = hear(document, 'submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.closest('[data-fw-ignore]')) return;
    const submitter = (event as SubmitEvent).submitter ?? undefined;
    tell({ at: now(), form, ...(submitter && { submitter }), taken: () => event.defaultPrevented });
  });
  const proto = HTMLFormElement.prototype;
  const original = proto.submit;
  const submit = function (this: HTMLFormElement) {
    if (this instanceof HTMLFormElement && this.isConnected) tell({ at: now(), form: this, taken: () => false });
    return original.call(this);
  };
  proto.submit = submit;
  return () => {
    stop();
    if (proto.submit === submit) proto.submit = original;
  };
};
