// @vitest-environment node
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { NAMES } from '../../src/visit/storage.ts';
import { call, createStage, PATIENCE } from './harness.ts';
import { htmlPage, scriptTag } from './site.ts';

const stage = createStage();

const script = readFileSync(new URL('../../examples/opt-out/opt-out.js', import.meta.url), 'utf8');
const line = '<script async src="/opt-out.js"></script> <funnelwire-opt-out></funnelwire-opt-out>';

const open = (consent: string, { lang = 'en', policy }: { lang?: string; policy?: string } = {}) =>
  stage.open((url) => {
    const body = htmlPage(
      scriptTag({ nonce: policy ? 'x' : null, async: '', 'data-endpoint': url, 'data-consent': consent }),
      line.replace('script ', policy ? 'script nonce="x" ' : 'script '),
    ).replace('lang="en"', `lang="${lang}"`);
    const headers = { ...(policy && { 'content-security-policy': `${policy}; connect-src ${new URL(url).origin}` }) };
    return { '/': { headers, body }, '/opt-out.js': { headers: { 'content-type': 'text/javascript' }, body: script } };
  });

const switchOf = (tab: Page) => tab.getByRole('switch');
const isOn = (tab: Page) => switchOf(tab).getAttribute('aria-checked');
const note = (tab: Page) => tab.locator('funnelwire-opt-out p').textContent();

test.each([
  ['de', 'Meine Besuche messen'],
  ['pt-BR', 'Medir as minhas visitas'],
  ['fi', 'Measure my visits'],
])('a page in %s says "%s", and what holds', async (lang, label) => {
  const { visit } = await open('denied', { lang });
  const tab = await visit();
  await expect.poll(() => switchOf(tab).isEnabled(), PATIENCE).toBe(true);
  await tab.getByRole('switch', { name: label }).waitFor();
  const before = await note(tab);
  await switchOf(tab).click();
  await expect.poll(() => note(tab), PATIENCE).not.toBe(before);
});

test('a strict policy with trusted types has nothing to report', async () => {
  const policy = `default-src 'none'; script-src 'nonce-x'; require-trusted-types-for 'script'`;
  const { context, site } = await open('granted', { policy });
  const tab = await context.newPage();
  const said: string[] = [];
  tab.on('console', (message) => said.push(message.text()));
  await tab.goto(site.origin);
  await expect.poll(() => isOn(tab), PATIENCE).toBe('true');
  // Styled, and as high as a finger is wide.
  expect((await switchOf(tab).boundingBox())!.height).toBeGreaterThanOrEqual(44);
  expect(said).toEqual([]);
});

test('without a funnel it is off, and cannot be pressed', async () => {
  const { visit } = await stage.open(() => ({
    '/': htmlPage('', line),
    '/opt-out.js': { headers: { 'content-type': 'text/javascript' }, body: script },
  }));
  const tab = await visit();
  await switchOf(tab).waitFor();
  expect([await isOn(tab), await switchOf(tab).isDisabled()]).toEqual(['false', true]);
});

test('by keyboard alone a visitor is forgotten, in every tab, and may come back', async () => {
  const { endpoint, context, visit } = await open('granted');
  const [tab, other] = [await visit(), await visit()];
  for (const each of [tab, other]) await expect.poll(() => isOn(each), PATIENCE).toBe('true');
  await call(tab, ['track', 'add_to_cart', { value: 12, currency: 'EUR' }]);
  await expect.poll(() => endpoint.events('add_to_cart').length, PATIENCE).toBe(1);
  await tab.bringToFront();
  await tab.keyboard.press('Tab');
  await expect.poll(() => switchOf(tab).evaluate((button) => button.matches(':focus-visible')), PATIENCE).toBe(true);
  await tab.keyboard.press('Space');
  for (const each of [tab, other]) await expect.poll(() => isOn(each), PATIENCE).toBe('false');
  await expect.poll(() => endpoint.arrived.filter(({ batch }) => batch.forget).length, PATIENCE).toBe(1);
  await expect.poll(() => tab.evaluate(() => Object.keys(localStorage)), PATIENCE).toEqual([NAMES.consent]);
  expect(await context.cookies()).toEqual([]);
  await tab.reload();
  await expect.poll(() => switchOf(tab).isEnabled(), PATIENCE).toBe(true);
  expect(await isOn(tab)).toBe('false');
  await switchOf(tab).press('Enter');
  for (const each of [tab, other]) await expect.poll(() => isOn(each), PATIENCE).toBe('true');
  expect(await call(tab, ['status'])).toMatchObject({ consent: 'granted' });
});
