import type { Detector } from './detect/detector.ts';
import type { Options } from './options.ts';
import { device, NAMES, parse } from './visit/storage.ts';
import type { VisitRecord } from './visit/visit.ts';

/** So long ago that any session is over. */
const LONG_AGO = 1;

const midnightAfter = (time: number) => new Date(time).setHours(24, 0, 0, 0);

/**
 * Ends a session at midnight of the device too, not only after half an hour without an event: with the first page of the
 * new day, and in one that is left open over it.
 *
 *     createFunnel(endsAtMidnight({ endpoint, consent, detect: everything() }))
 */
export const endsAtMidnight = (options: Options): Options => {
  if (typeof document === 'undefined') return options;
  const { attribution = (_, plain) => plain, now = Date.now } = options;

  /** Nothing is kept without consent, and so nothing ends. */
  const endYesterdays = () => {
    const record = parse(device.get(NAMES.session)) as VisitRecord | undefined;
    if (!record?.last || now() < midnightAfter(record.last)) return;
    const newValue = JSON.stringify({ ...record, last: LONG_AGO });
    device.set(NAMES.session, newValue);
    // The browser tells other tabs only.
    dispatchEvent(new StorageEvent('storage', { key: NAMES.session, newValue }));
  };

  const detector: Detector = () => {
    let timer: ReturnType<typeof setTimeout>;
    const arm = () => {
      timer = setTimeout(
        () => {
          endYesterdays();
          arm();
        },
        midnightAfter(now()) - now() + 100, // timers may come a little early for the clock
      );
    };
    arm();
    return () => clearTimeout(timer);
  };

  return {
    ...options,
    detect: [...(options.detect ?? []), detector],
    attribution: (arrival, plain) => {
      endYesterdays();
      return attribution(arrival, plain);
    },
  };
};
