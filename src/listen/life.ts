import { all, createEar, hear, type Stop } from './ear.ts';

export type { Stop };

/** When the page goes and when it comes back. Listeners are called in the order they came. */
export interface Life {
  /**
   * The page is being left, for another page or for good: what is not done in this call may never be done. A call that was
   * broken off is made once more.
   */
  onLeave(fn: () => void): Stop;
  /** The page went out of sight; on a phone this may be all we ever hear. */
  onHide(fn: () => void): Stop;
  /** The page is back: shown again, thawed, or restored from the back/forward cache. Clocks may have jumped. */
  onBack(fn: () => void): Stop;
  /** The navigation under way is known to stay on this origin, by the Navigation API. */
  stays(): boolean;
  stop: Stop;
}

/** A navigation that has not left the page after this long was called off. */
const RECENT_MS = 10_000;

/**
 * `pagehide` and `freeze` are leaving (a frozen page may be discarded without another word), `pageshow` after a restore,
 * `resume` and becoming visible are coming back. No `unload` and no `beforeunload`: both keep pages out of the
 * back/forward cache. https://web.dev/articles/bfcache#never_use_the_unload_event
 */
export const createLife = (now: () => number): Life => {
  const leave = createEar<Event>();
  const hide = createEar<Event>();
  const back = createEar<Event>();
  let staying = -RECENT_MS;
  let isTold = false;
  const tellLeaving = (event: Event) => {
    leave.tell(event);
    isTold = true;
  };
  /** Firefox breaks off the listener that is running when it closes the tab, after a few ms, and goes on with the next. */
  const tellAgain = (event: Event) => {
    if (!isTold) leave.tell(event);
    isTold = false;
  };
  const { navigation = new EventTarget() } = window as Window & { navigation?: EventTarget };
  return {
    onLeave: leave.on,
    onHide: hide.on,
    onBack: back.on,
    stays: () => now() - staying < RECENT_MS,
    stop: all([
      // https://html.spec.whatwg.org/#navigation-api
      hear(navigation, 'navigate', (event) => {
        const { url, sameDocument } = (event as Event & { destination: { url: string; sameDocument: boolean } })
          .destination;
        if (!sameDocument) staying = url.startsWith(`${location.origin}/`) ? now() : -RECENT_MS;
      }),
      hear(window, 'pagehide', tellLeaving),
      hear(window, 'pagehide', tellAgain),
      hear(document, 'freeze', leave.tell),
      hear(document, 'visibilitychange', (event) => (document.hidden ? hide : back).tell(event)),
      hear(window, 'pageshow', back.tell),
      hear(document, 'resume', back.tell),
    ]),
  };
};
