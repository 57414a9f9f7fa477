import type { Detector } from './detect/detector.ts';
import { hear } from './listen/ear.ts';

/** Width of the narrowest tablets, in CSS px. */
const TABLET_PX = 600;

/**
 * Puts `device` on each event: its class, by how it is pointed at and how wide its screen is, its language, and the
 * viewport in CSS px once the page is drawn. No user agent is read. For `createFunnel({ detect: [..., device()] })`.
 */
export const device =
  (): Detector =>
  ({ ears }) => {
    const { width, height } = screen;
    const isTouch = matchMedia('(pointer: coarse)').matches;
    const kind = !isTouch ? 'desktop' : Math.min(width, height) < TABLET_PX ? 'mobile' : 'tablet';
    let viewport: [number, number] | undefined;
    // Asked at any other time, it would have the browser lay out the page.
    const measure = () => {
      viewport = [innerWidth, innerHeight];
    };
    const frame = requestAnimationFrame(measure);
    const stops = [
      () => cancelAnimationFrame(frame),
      hear(window, 'resize', measure),
      ears.draft.on((draft) => {
        draft.device = { class: kind, language: navigator.language, ...(viewport && { viewport }) };
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  };
