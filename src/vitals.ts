import { onCLS, onINP, onLCP } from 'web-vitals';
import type { Detector } from './detect/detector.ts';

/**
 * Reports `page_vitals` once, when the page goes out of sight: `lcp` and `inp` in ms, `cls` as a score, each only where
 * the browser measures it. https://web.dev/articles/vitals
 */
export const vitals =
  (): Detector =>
  ({ life }, report) => {
    const values: Record<string, number> = {};
    let told = false;
    const keep = ({ name, value }: { name: string; value: number }) => {
      values[name.toLowerCase()] = Math.round(value * 1000) / 1000;
    };
    for (const observe of [onCLS, onINP, onLCP]) observe(keep, { reportAllChanges: true });
    const tell = () => {
      if (told || !Object.keys(values).length) return;
      told = true;
      report.milestone({ name: 'page_vitals', fields: { props: values }, by: { evidence: ['vitals'] } });
    };
    const stops = [life.onHide(tell), life.onLeave(tell)];
    return () => {
      told = true; // web-vitals has no way to stop listening
      for (const stop of stops) stop();
    };
  };
