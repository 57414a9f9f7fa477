export type Stop = () => void;

/** When the page goes and when it comes back. Handlers run in the order they came. */
export interface Life {
  /** The page is being left, for another page or for good: what is not done in this call may never be done. */
  onLeave(fn: () => void): Stop;
  /** The page went out of sight; on a phone this may be all we ever hear. */
  onHide(fn: () => void): Stop;
  /** The page is back: shown again, thawed, or restored from the back/forward cache. Clocks may have jumped. */
  onBack(fn: () => void): Stop;
}

/**
 * `pagehide` and `freeze` are leaving (a frozen page may be discarded without another word), `pageshow` after a restore,
 * `resume` and becoming visible are coming back. No `unload` and no `beforeunload`: both keep pages out of the
 * back/forward cache. https://web.dev/articles/bfcache#never_use_the_unload_event
 */
export const createLife = (): Life & { stop: Stop } => {
  const leave = new Set<() => void>();
  const hide = new Set<() => void>();
  const back = new Set<() => void>();
  const subscribe = (to: Set<() => void>) => (fn: () => void) => {
    to.add(fn);
    return () => void to.delete(fn);
  };
  const tell = (whom: Set<() => void>) => () => {
    for (const fn of whom) fn();
  };
  const onVisibility = () => tell(document.visibilityState === 'hidden' ? hide : back)();
  const onPageShow = (event: PageTransitionEvent) => event.persisted && tell(back)();
  const wired: [EventTarget, string, (event: never) => void][] = [
    [window, 'pagehide', tell(leave)],
    [document, 'freeze', tell(leave)],
    [document, 'visibilitychange', onVisibility],
    [window, 'pageshow', onPageShow],
    [document, 'resume', tell(back)],
  ];
  for (const [target, type, fn] of wired) target.addEventListener(type, fn as EventListener, true);
  return {
    onLeave: subscribe(leave),
    onHide: subscribe(hide),
    onBack: subscribe(back),
    stop: () => {
      for (const [target, type, fn] of wired) target.removeEventListener(type, fn as EventListener, true);
    },
  };
};
