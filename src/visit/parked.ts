import { quietly } from '../listen/ear.ts';
import { NAMES, parse, tab } from './storage.ts';
import { domains } from './visitor.ts';

/** Two hours: a payment elsewhere may take its time. */
const MAX_AGE_S = 7200;

/** An order under way, as detectors have noted it: the checkout that was seen, and what it came to. */
export interface Parked {
  checkout?: unknown;
  order?: unknown;
}

/** What this tab has noted of it, redacted as all that is kept. Without its items, which may be many. */
export const readParked = (): Parked | undefined => {
  const { checkout, order } = parse(tab.get(NAMES.attempts)) as Parked;
  const noted = JSON.stringify({ checkout, order }, (key, value) => (key === 'items' ? undefined : value));
  return checkout || order ? JSON.parse(noted) : undefined;
};

const read = () => new RegExp(`${NAMES.order}=([^;]*)`).exec(document.cookie)?.[1] ?? '';

/** On the widest domain that the browser accepts: every host of the site may read it. '' takes it away. */
const write = (value: string, cookieDomain: string | undefined): unknown =>
  domains(cookieDomain).some((domain) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the page is being left, and cookieStore is asynchronous
    document.cookie = `${NAMES.order}=${value};path=/;max-age=${value ? MAX_AGE_S : 0};samesite=lax${domain && `;domain=${domain}`}`;
    return read() === value;
  });

/** Leaves it for the page that the payment leads back to, on another host of the site maybe. */
export const park = (cookieDomain: string | undefined): void => {
  const parked = readParked();
  if (parked) quietly(() => write(encodeURIComponent(JSON.stringify(parked)), cookieDomain));
};

/** What was parked, here or on another host; from then on it is parked no more. */
export const claim = (cookieDomain: string | undefined): Parked | undefined =>
  quietly(() => {
    const value = read();
    if (value) write('', cookieDomain);
    return parse(decodeURIComponent(value)) as Parked;
  });
