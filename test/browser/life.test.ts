// @vitest-environment node
import { expect, test } from 'vitest';
import { createStage, PATIENCE } from './harness.ts';
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
