import type { Detector } from './detect/detector.ts';

/** Width of the narrowest tablets, in CSS px. */
const TABLET_PX = 600;

/**
 * Puts `device` on each event: its class, by how it is pointed at and how wide its screen is, its language, and the
 * viewport in CSS px once the page is drawn. No user agent is read. For `createFunnel({ detect: [..., device()] })`.
 */
export const device =
  (): Detector =>
  ({ ears }) => {
    const { language } = navigator;
    const { width, height } = screen;
    const isTouch = matchMedia('(pointer: coarse)').matches;
    const kind = !isTouch ? 'desktop' : Math.min(width, height) < TABLET_PX ? 'mobile' : 'tablet';
    let viewport: [number, number] | undefined;
    // Called once the page is laid out: asked at any other time, these would have the browser do so.
    const observer = new ResizeObserver(() => {
      viewport = [innerWidth, innerHeight];
    });
    observer.observe(document.documentElement);
    const off = ears.draft.on((draft) => {
      draft.device = { class: kind, language, ...(viewport && { viewport }) };
    });
    return () => {
      observer.disconnect();
      off();
    };
  };
