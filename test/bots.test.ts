import { afterEach, expect, test, vi } from 'vitest';
import { bots } from '../src/bots.ts';
import { load, pass, receiver } from './flush/page.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, 'prerendering');
});

const marked = async (browser: { webdriver?: boolean; userAgent?: string }) => {
  const { transport, events } = receiver();
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0', webdriver: false, language: 'en', ...browser });
  load({ transport, detect: [bots()] }).track('add_to_cart');
  await pass(200);
  return events().map((event) => event.bot);
};

test.each([
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1; +http://www.google.com/bot.html) Chrome/125.0.0.0 Safari/537.36',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; Bytespider)',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Chrome-Lighthouse',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36 Google-InspectionTool',
])('%s is marked, and sent all the same', async (userAgent) => {
  expect(await marked({ userAgent })).toEqual([true]);
});

test('an automated browser is marked, whatever it calls itself', async () => {
  expect(await marked({ webdriver: true })).toEqual([true]);
});

test('what a page says while it is prerendered is marked', async () => {
  Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
  expect(await marked({})).toEqual([true]);
});

test.each([
  'Mozilla/5.0 (Linux; Android 9; CUBOT_X18_Plus) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Linux; Android 10; CUBOT NOTE 20) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
])('%s is a shopper', async (userAgent) => {
  expect(await marked({ userAgent })).toEqual([undefined]);
});
