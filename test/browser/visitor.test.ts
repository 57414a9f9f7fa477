// @vitest-environment node
import { expect, test } from 'vitest';
import { NAMES } from '../../src/visit/storage.ts';
import { createStage, letTimePass, PATIENCE } from './harness.ts';

const stage = createStage({ args: ['--host-resolver-rules=MAP *.co.uk 127.0.0.1'] });

const HOUR_S = 3600;

test('a regular of a shop below a public suffix has the cookie renewed with each visit', async () => {
  const { endpoint, site, context } = await stage.open();
  const url = site.origin.replace('127.0.0.1', 'www.shop.co.uk');
  const cookieNow = async () => (await context.cookies(url)).find(({ name }) => name === NAMES.visitor);
  const tab = await context.newPage();
  await tab.goto(url);
  await expect.poll(() => endpoint.events('landing').length, PATIENCE).toBe(1);
  const first = (await cookieNow())!;
  expect(first.domain).toBe('.shop.co.uk');

  const soon = Date.now() / 1000 + HOUR_S;
  await context.addCookies([{ ...first, expires: soon }]);
  await letTimePass(context, 2 * HOUR_S * 1000);
  await tab.goto(`${url}/next`);
  await expect.poll(() => endpoint.events('landing').length, PATIENCE).toBe(2);
  const next = (await cookieNow())!;
  expect(next.value).toBe(first.value);
  expect(next.expires).toBeGreaterThan(soon + HOUR_S);
  expect((await context.cookies(url)).length).toBe(1);
});
