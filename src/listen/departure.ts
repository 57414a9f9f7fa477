import type { Stop } from './life.ts';

/** A press or submit that has led nowhere after this long was answered by a script. */
const RECENT_MS = 2000;

/** Where the page is about to go. */
export interface Departure {
  /** The navigation under way is known to stay on this origin. */
  stays(): boolean;
  stop: Stop;
}

const isHere = (url: string): boolean => {
  try {
    return new URL(url, location.href).origin === location.origin;
  } catch {
    return false;
  }
};

/** By the Navigation API where there is one (https://html.spec.whatwg.org/#navigation-api), else by the latest link or form. */
export const createDeparture = (now: () => number): Departure => {
  let here = false;
  let at = 0;
  const note = (url: string) => {
    here = isHere(url);
    at = now();
  };
  const onNavigate = (event: Event) => {
    const { destination } = event as Event & { destination: { url: string; sameDocument: boolean } };
    if (!destination.sameDocument) note(destination.url);
  };
  const onClick = (event: Event) => {
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    if (link?.href && !link.target) note(link.href);
  };
  const onSubmit = (event: Event) => {
    // A field named `action` hides the form's own.
    if (event.target instanceof HTMLFormElement) note(event.target.getAttribute('action') ?? '');
  };
  const { navigation } = window as Window & { navigation?: EventTarget };
  const wired: [EventTarget, string, (event: Event) => void][] = navigation
    ? [[navigation, 'navigate', onNavigate]]
    : [
        [document, 'click', onClick],
        [document, 'submit', onSubmit],
      ];
  for (const [target, type, fn] of wired) target.addEventListener(type, fn, true);
  return {
    stays: () => here && now() - at < RECENT_MS,
    stop: () => {
      for (const [target, type, fn] of wired) target.removeEventListener(type, fn, true);
    },
  };
};
