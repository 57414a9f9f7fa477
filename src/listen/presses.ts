import { type Meaning, meaningOf } from '../read/label.ts';
import { whenIdle } from './changes.ts';
import { all, hear } from './ear.ts';
import type { Stop } from './life.ts';

/** A press of a control by mouse, finger or key. */
export interface Press {
  /** 1, 2, 3 ... on this page; one press is at most one act. */
  id: number;
  /** Epoch ms. */
  at: number;
  /** The control, or what was pressed when it looks like none. */
  control: Element;
  /** What the control is for, as its words tell. */
  meaning: Meaning | undefined;
  /** The site has said itself what this press means: nothing is to be guessed from what follows. */
  declared?: boolean;
  /** Where it leads, if it is a link to another address. */
  href?: string | undefined;
  /** The browser goes there: the page has not kept the press for itself. Known only after the event. */
  followed(): boolean;
}

const CONTROL =
  'button,a,summary,input[type="submit"],input[type="button"],input[type="image"],[role="button"],[role="link"],[data-fw-track]';

const WARM_MS = 3000;

/** What a script presses so soon after the shopper is the page's answer: a drawer opened after an add. */
const AFTERMATH_MS = 5000;

/** The control in the path of an event, through shadow roots, at most ten steps up. */
const controlOf = (event: Event): Element | undefined => {
  const path = event
    .composedPath()
    .slice(0, 10)
    .filter((node): node is Element => (node as Node).nodeType === 1); // a frame has an `Element` of its own
  return path.find((node) => node.matches(CONTROL)) ?? path[0];
};

/**
 * Reads a few controls when the page has nothing better to do. The first reading compiles code and patterns, which takes
 * tens of milliseconds on a slow phone: time that a shopper's first press would else have to wait.
 */
const warmUp = (): Stop => {
  let left = 5;
  let cancel: Stop;
  const next = () => {
    const control = document.querySelectorAll(CONTROL)[--left];
    if (control) meaningOf(control);
    if (left > 0) cancel = whenIdle(next, WARM_MS);
  };
  cancel = whenIdle(next, WARM_MS);
  return () => cancel();
};

export const listenToPresses = (now: () => number, tell: (press: Press) => void): Stop => {
  let id = 0;
  let real = -AFTERMATH_MS;
  const stopWarming = warmUp();
  const press = (event: Event) => {
    const at = now();
    if (event.isTrusted) real = at;
    else if (at - real < AFTERMATH_MS) return;
    const control = controlOf(event);
    if (!control || control.closest('[data-fw-ignore]')) return;
    const href = (control as HTMLAnchorElement).href;
    const leads = typeof href === 'string' && /^http/.test(href) && href.split('#')[0] !== location.href.split('#')[0];
    tell({
      id: ++id,
      at,
      control,
      meaning: meaningOf(control),
      href: leads ? href : undefined,
      followed: () => leads && !event.defaultPrevented,
    });
  };
  const stops = new Map<Document, Stop>([[document, hear(document, 'click', press)]]);
  // Shops that can be put into any page draw themselves in frames of it: who goes there takes the focus along first.
  const enter = () => {
    for (const { contentDocument: frame } of document.querySelectorAll('iframe'))
      if (frame && !stops.has(frame)) {
        const stopFrame = [hear(frame, 'click', enter), hear(frame, 'click', press)];
        stops.set(frame, all(stopFrame));
      }
  };
  const stopBlur = hear(window, 'blur', enter);
  return () => all([stopWarming, stopBlur, ...stops.values()])();
};
