import { type MetricType, onCLS, onINP, onLCP } from 'web-vitals';
import type { Detector } from './detect/detector.ts';
import type { Json, Vitals } from './event/event.ts';

/** Signals are many; a report joins them to the page's vitals by `stream`. */
const SIGNAL = /^(form|select|page)_|_(list|promotion|results|abandon)$/;

/** Kinds of elements that a shopper waits for. */
const KINDS = 'a,button,input,select,textarea';

/**
 * How the page felt: `lcp` and `inp` in ms, `cls` as a score, each only where the browser measures it. So far, as
 * `vitals`, on each milestone; final in one `page_vitals` when the page first goes out of sight; those of the page on
 * which the order was placed, where that was another, as `checkout_vitals` on `purchase`. https://web.dev/articles/vitals
 */
export const vitals =
  (): Detector =>
  ({ ears, life, memory }, report) => {
    const note = memory('vitals');
    const before = note.read() as Vitals | undefined;
    const { pathname } = location;
    let values: Vitals | undefined;
    let isTold = false;
    const keep = ({ name, value, entries: [entry] }: MetricType) => {
      values = { ...values, [name.toLowerCase()]: Math.round(value * 1000) / 1000 };
      // Its kind, never what it says.
      if (name === 'INP') values.inp_target = (entry as Slow)?.target?.closest(KINDS)?.localName ?? 'other';
    };
    for (const observe of [onCLS, onINP, onLCP]) observe(keep, { reportAllChanges: true });
    const tell = () => {
      note.write(values as Json);
      if (isTold || !values) return;
      isTold = true;
      report.milestone({
        name: 'page_vitals',
        fields: { props: { ...values } as Record<string, Json> },
        by: { evidence: ['vitals'] },
      });
    };
    const stops = [
      ears.draft.on((draft) => {
        const isSoft = location.pathname !== pathname;
        if (values && isSoft) values = { ...values, soft: true };
        if (values && !SIGNAL.test(draft.name)) draft.vitals = values;
        if (before && !isSoft && draft.name === 'purchase') draft.checkout_vitals = before;
      }),
      life.onHide(tell),
      life.onLeave(tell),
    ];
    return () => {
      isTold = true; // web-vitals has no way to stop listening
      for (const stop of stops) stop();
    };
  };

/** An event timing entry; what it was on may be gone. */
type Slow = { target?: Element | null } | undefined;
