// @vitest-environment node
import { expect, test } from 'vitest';
import { NAMES } from '../../src/visit/storage.ts';
import { bundle } from '../package/sizes.ts';
import { createStage, namesKept, PATIENCE } from './harness.ts';
import { platform } from './platform.ts';
import { htmlPage, scriptTag } from './site.ts';

// Left out unless told: a browser under test control keeps no pages for the way back.
const stage = createStage({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });

/** Tells by an event of its own how it was shown: the test's grip on a page ends where it enters the cache. */
const script = `
  funnelwire('track', 'add_to_cart', {});
  addEventListener('pageshow', ({ persisted }) => {
    const [{ notRestoredReasons }] = performance.getEntriesByType('navigation');
    funnelwire('track', 'generate_lead', { persisted, reasons: JSON.stringify(notRestoredReasons ?? null) });
  });`;

test('a page comes back from the back/forward cache, goes on, and sends nothing twice', async () => {
  const { endpoint, visit } = await stage.open((url) => ({
    '/': htmlPage(scriptTag({ 'data-endpoint': url }), `<script>${script}</script>`),
    '/lobby': htmlPage('', '<script>onload = () => setTimeout(() => history.back(), 300)</script>'),
  }));
  const tab = await visit();
  await expect.poll(() => endpoint.events('generate_lead').length, PATIENCE).toBe(1);
  await tab.evaluate(`location.assign('/lobby')`);
  await expect.poll(() => endpoint.events('generate_lead').length, PATIENCE).toBe(2);
  expect(endpoint.events('generate_lead').map(({ props }) => props)).toEqual([
    { persisted: false, reasons: 'null' },
    { persisted: true, reasons: 'null' },
  ]);
  expect(endpoint.events('add_to_cart').length).toBe(1);
  expect(
    endpoint
      .events()
      .map(({ seq }) => seq)
      .sort(),
  ).toEqual([0, 1, 2, 3]);
  expect(new Set(endpoint.taken.map(({ stream }) => stream)).size).toBe(1);
});

test('a page enters the back/forward cache with a request on its way, and reads the answer when it is back', async () => {
  const { endpoint, visit } = await stage.open((url) => ({
    '/': htmlPage(scriptTag({ 'data-endpoint': url }), `<script>${script}</script>`),
    '/lobby': htmlPage('', '<script>onload = () => setTimeout(() => history.back(), 300)</script>'),
  }));
  let takeAll = () => {};
  const away = new Promise<void>((done) => (takeAll = done));
  endpoint.answer(() => away.then(() => ({})));
  const tab = await visit();
  await expect.poll(() => endpoint.arrived.length, PATIENCE).toBe(1);
  await Promise.all([tab.waitForURL('**/lobby'), tab.evaluate(`location.assign('/lobby')`)]);
  takeAll();
  await expect.poll(() => endpoint.events('generate_lead').at(-1)?.props?.persisted, PATIENCE).toBe(true);
  expect(endpoint.events('generate_lead').at(-1)!.props!.reasons).toBe('null');
  await expect
    .poll(
      () =>
        endpoint
          .events()
          .map(({ seq }) => seq)
          .sort(),
      PATIENCE,
    )
    .toEqual([0, 1, 2, 3]);
  expect(endpoint.mostCopies()).toBe(1);
});

/** Acts as soon as it is shown again, as a page's own script may, and leaves word where another tab finds it. */
const sleeper = `
  addEventListener('pageshow', async ({ persisted }) => {
    funnelwire('track', 'purchase', { transaction_id: 'A-2' });
    await funnelwire('flush');
    localStorage.awake = funnelwire('status').consent + ' ' + persisted;
  });
  funnelwire('track', 'add_to_cart', {});`;

const byPlatform = (url: string) =>
  `<script>collector = '${url}'</script><script type="module" src="/shop.js"></script>`;

// Where it had a database open, the browser drops a page from the cache as another tab erases that: it is loaded anew.
test.each<[string, string, { tag: (url: string) => string; yes?: string; no: string; persisted: boolean }]>([
  [
    'granted',
    'the visitor',
    { tag: (url) => scriptTag({ 'data-endpoint': url }), no: `funnelwire('setConsent', 'denied')`, persisted: false },
  ],
  [
    'granted',
    'a visitor who wants to be forgotten',
    { tag: (url) => scriptTag({ 'data-endpoint': url }), no: `funnelwire('forget')`, persisted: false },
  ],
  [
    'granted',
    'a platform',
    {
      tag: byPlatform,
      yes: `/choice/.test(document.cookie) || choose('granted');`,
      no: `choose('denied')`,
      persisted: false,
    },
  ],
  [
    'anonymous',
    'the visitor',
    {
      tag: (url) => scriptTag({ 'data-endpoint': url, 'data-consent': 'anonymous' }),
      no: `funnelwire('setConsent', 'denied')`,
      persisted: true,
    },
  ],
])(
  'under %s, a no of %s in another tab holds for a page gone back to: nothing of it is stored or sent',
  async (_, __, { tag, yes = '', no, persisted }) => {
    const body = yes && (await bundle(platform));
    const { endpoint, context, visit } = await stage.open((url) => ({
      '/': htmlPage(tag(url), `<script type="module">${yes}${sleeper}</script>`),
      '/next': htmlPage(tag(url)),
      '/lobby': htmlPage(''),
      '/shop.js': { headers: { 'content-type': 'text/javascript' }, body },
    }));
    endpoint.answer(() => ({ status: 503 }));
    const tab = await visit();
    const other = await visit('/next');
    await expect.poll(() => other.evaluate(() => localStorage.awake), PATIENCE).toMatch(/false/);
    await expect.poll(() => endpoint.arrived.length, PATIENCE).toBeGreaterThan(0);
    await Promise.all([tab.waitForURL('**/lobby'), tab.evaluate(`location.assign('/lobby')`)]);
    await other.waitForFunction(() => 'funnelwire' in window);
    await other.evaluate(no);
    const names = [...(yes && ['choice']), 'awake', NAMES.consent].sort();
    await expect.poll(() => namesKept(context, other), PATIENCE).toEqual(names);
    const wishes = () => endpoint.arrived.filter(({ batch }) => batch.forget).length;
    await expect.poll(wishes, PATIENCE).toBe(Number(/forget/.test(no)));
    const sent = endpoint.arrived.length;
    await other.evaluate(() => (localStorage.awake = ''));
    await tab.evaluate('setTimeout(() => history.back())');
    await expect.poll(() => other.evaluate(() => localStorage.awake), PATIENCE).toBe(`denied ${persisted}`);
    await other.waitForTimeout(SETTLED_MS);
    expect(await namesKept(context, other)).toEqual(names);
    expect(endpoint.arrived.length).toBe(sent);
  },
  120_000, // the package is bundled first
);

/** Longer than anything that counts is put off. */
const SETTLED_MS = 700;

test('a page left before its DOM was there has been landed on', async () => {
  const { endpoint, context, site } = await stage.open((url) => {
    const tag = scriptTag({ 'data-endpoint': url });
    return {
      '/': htmlPage(tag, '<h1>Shop</h1><script src="/slow.js"></script>'),
      '/next': htmlPage(tag, '<h1>Mugs</h1>'),
    };
  });
  await context.route('**/slow.js', () => {}); // is never answered
  const tab = await context.newPage();
  await tab.goto(site.origin, { waitUntil: 'commit' });
  await tab.waitForFunction('typeof funnelwire === "function"');
  expect(await tab.evaluate(() => document.readyState)).toBe('loading');
  await tab.goto(`${site.origin}/next`);
  await expect.poll(() => endpoint.events('landing').map(({ page }) => page.path), PATIENCE).toEqual(['/']);
});

test('an order is told though its confirmation is left while scripts of the page are still on their way', async () => {
  const { endpoint, context, site, visit } = await stage.open((url) => {
    const tag = scriptTag({ 'data-endpoint': url });
    return {
      '/checkout': htmlPage(tag, '<main><h1>Checkout</h1><a href="/order/thanks">On</a></main>'),
      '/order/thanks': htmlPage(
        `${tag}<script defer src="/slow.js"></script>`,
        '<main><h1>Thank you for your order</h1><p>Order number: A-71</p><p>Total: <b>24.90 EUR</b></p></main>',
      ),
    };
  });
  await context.route('**/slow.js', () => {}); // is never answered
  const tab = await visit('/checkout');
  await expect.poll(() => endpoint.events('begin_checkout').length, PATIENCE).toBe(1);
  await tab.goto(`${site.origin}/order/thanks`, { waitUntil: 'commit' });
  await tab.waitForFunction(`document.readyState === 'interactive' && document.querySelector('b')`);
  await tab.goto('about:blank');
  await expect
    .poll(() => endpoint.events('purchase').map(({ transaction_id, value }) => [transaction_id, value]), PATIENCE)
    .toEqual([['A-71', 24.9]]);
});
