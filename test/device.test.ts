import { afterEach, expect, test, vi } from 'vitest';
import { device } from '../src/device.ts';
import { load, pass, receiver } from './flush/page.ts';

afterEach(() => vi.unstubAllGlobals());

const seen = async (coarse: boolean, width: number, height: number) => {
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query === '(pointer: coarse)' && coarse }));
  vi.stubGlobal('screen', { width, height });
  const LaidOut = class {
    observe: () => void;
    disconnect = () => {};
    constructor(tell: () => void) {
      this.observe = () => setTimeout(tell, 16);
    }
  };
  vi.stubGlobal('ResizeObserver', LaidOut);
  const { transport, events } = receiver();
  const funnel = load({ transport, detect: [device()] });
  funnel.track('view_item');
  await pass(100);
  funnel.track('add_to_cart');
  await pass(6000);
  return events().map((event) => event.device);
};

test.each([
  ['mobile', true, 390, 844],
  ['mobile', true, 844, 390],
  ['tablet', true, 820, 1180],
  ['desktop', false, 390, 844],
])('%s: touched %s, %i x %i', async (kind, coarse, width, height) => {
  const [early, late] = await seen(coarse, width, height);
  expect(early).toEqual({ class: kind, language: navigator.language });
  expect(late).toEqual({ ...early, viewport: [innerWidth, innerHeight] });
});
