import { quietly } from '../listen/ear.ts';
import { NAMES, parse, tab } from './storage.ts';
import { domains } from './visitor.ts';

/** Two hours: a payment elsewhere may take its time. */
const MAX_AGE_S = 7200;

/**
 * An order under way, as JSON of what this tab has noted: the checkout that was seen, and what it came to. Redacted as all
 * that is kept, without its items, which may be many. '' where there is none.
 */
export const readParked = (): string => {
  const { checkout, order } = parse(tab.get(NAMES.attempts)) as Record<string, unknown>;
  const withoutItems = (key: string, value: unknown) => (key === 'items' ? undefined : value);
  return checkout || order ? JSON.stringify({ checkout, order }, withoutItems) : '';
};

const read = () => new RegExp(`${NAMES.order}=([^;]*)`).exec(document.cookie)?.[1] ?? '';

/** On the widest domain that the browser accepts: every host of the site may read it. '' takes it away. */
const write = (value: string, cookieDomain: string | undefined): unknown =>
  quietly(() =>
    domains(cookieDomain).some((domain) => {
      const secure = location.protocol === 'https:' ? ';secure' : '';
      // biome-ignore lint/suspicious/noDocumentCookie: the page is being left, and cookieStore is asynchronous
      document.cookie = `${NAMES.order}=${value};path=/;max-age=${value ? MAX_AGE_S : 0};samesite=lax${secure}${domain && `;domain=${domain}`}`;
      return read() === value;
    }),
  );

/** Leaves it for the page that the payment leads back to, on another host of the site maybe. */
export const park = (cookieDomain: string | undefined): void => {
  const parked = encodeURIComponent(readParked());
  if (parked) write(parked, cookieDomain);
};

/** What was parked, here or on another host; from then on it is parked no more. */
export const claim = (cookieDomain: string | undefined): string | undefined =>
  quietly(() => {
    const value = read();
    if (value) write('', cookieDomain);
    return decodeURIComponent(value);
  });
