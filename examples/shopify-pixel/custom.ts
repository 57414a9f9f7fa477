import type { PixelApi } from './customerEvents.ts';
import { startPixel } from './pixel.ts';

/** What a custom pixel finds as globals. */
declare const analytics: PixelApi['analytics'];
declare const browser: PixelApi['browser'];
declare const init: PixelApi['init'];
declare const api: Pick<PixelApi, 'customerPrivacy'>;

startPixel(
  { analytics, browser, init, customerPrivacy: api.customerPrivacy! },
  { endpoint: 'https://collect.example/e', site: 'shop.example' },
);
