// @vitest-environment node
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { NAMES } from '../../src/visit/storage.ts';
import { bundle } from '../package/sizes.ts';
import { createStage, PATIENCE } from './harness.ts';
import { htmlPage } from './site.ts';

const stage = createStage({ args: ['--host-resolver-rules=MAP *.test 127.0.0.1'] });

/** The package is bundled first, on a machine that may be busy. */
const PATIENT_MS = 120_000;

const CHECKOUT = `<main><h1>Checkout</h1><table class="cart">
  <tr class="cart-item"><td class="name">Mug</td><td class="quantity">2</td><td class="price">12.45 EUR</td></tr></table>
  <p>Total <b class="total">24.90 EUR</b></p>`;
const THANKS = '<main><h1>Thank you for your order</h1><p>It is on its way.</p></main>';

let script: string;
beforeAll(async () => {
  script = await bundle(`
    import { checkout, createFunnel, purchase } from 'funnelwire';
    import { withLinks } from 'funnelwire/links';
    window.start = (endpoint) => {
      window.funnel = createFunnel(withLinks(
        { endpoint, consent: 'granted', detect: [checkout(), purchase()] }, { domains: ['shop.test', 'pay.test'] }));
    };`);
}, PATIENT_MS);

/** A shop on two hosts of one domain and on one of another, and the bank between them. */
const open = async () => {
  const scene = await stage.open(() => ({}));
  const page = (body: string) =>
    htmlPage(`<script type="module">${script.replaceAll('</', '<\\/')} start('${scene.endpoint.url}');</script>`, body);
  const at = async (host: string, pages: Record<string, string>) =>
    (await stage.addSite(pages)).origin.replace('127.0.0.1', host);
  const pay = await at('pay.test', { '/checkout': page(CHECKOUT) });
  const secure = await at('secure.shop.test', { '/thanks': page(THANKS), '/': page('<h1>Account</h1>') });
  const bank = await at('www.bank.test', { '/': htmlPage('', `<a href="${secure}/thanks">Back to the shop</a>`) });
  const order = JSON.stringify({ order: { number: 'A-7', total: 24.9, currency: 'EUR' }, redirect: bank });
  const www = await at('www.shop.test', {
    '/cart': page(`<main><h1>Cart</h1><a id="go" href="${pay}/checkout">Checkout</a></main>`),
    '/checkout': page(`${CHECKOUT}<button>Place order</button></main><script>
      document.querySelector('button').onclick = async () => {
        const { redirect } = await (await fetch('/place-order', { method: 'POST', body: '{"pay":"bank"}' })).json();
        setTimeout(() => (location.href = redirect), 300);
      };</script>`),
    '/place-order': order,
  });
  return { ...scene, www, secure, pay, bank };
};

/** A page that has been left may write its last after the next one has come. */
const namesKept = async (context: BrowserContext, url: string) => (await context.cookies(url)).map(({ name }) => name);

const started = (tab: Page) => tab.waitForFunction(() => 'funnel' in window);

test('an order parked on one host is claimed on another that the bank leads back to, once', {
  timeout: PATIENT_MS,
}, async () => {
  const { endpoint, context, www, secure, bank } = await open();
  const tab = await context.newPage();
  await tab.goto(`${www}/checkout`);
  await expect.poll(() => endpoint.events('begin_checkout').length, PATIENCE).toBe(1);
  await tab.click('button');
  await tab.waitForURL(`${bank}/`);
  await expect.poll(() => namesKept(context, www), PATIENCE).toContain(NAMES.order);
  const parked = (await context.cookies(www)).find(({ name }) => name === NAMES.order);
  expect(parked).toMatchObject({ domain: '.shop.test' });
  expect(parked!.expires - Date.now() / 1000).toBeLessThanOrEqual(7200);
  await tab.click('a');
  await tab.waitForURL(`${secure}/thanks`);
  await expect.poll(() => endpoint.events('purchase').length, PATIENCE).toBe(1);
  expect(endpoint.events('purchase')[0]).toMatchObject({
    ...{ transaction_id: 'A-7', value: 24.9, currency: 'EUR', value_basis: 'total' },
    by: { evidence: expect.arrayContaining(['answer', 'checkout']) },
  });
  await tab.goto(`${secure}/`);
  await started(tab);
  expect(await namesKept(context, secure)).not.toContain(NAMES.order);
  // Whoever comes by again has ordered nothing.
  await tab.goto(`${secure}/thanks`);
  await started(tab);
  await tab.waitForTimeout(6000);
  expect(endpoint.events('purchase').length).toBe(1);
});

test('a checkout that a link leads to on another domain begins once', { timeout: PATIENT_MS }, async () => {
  const { endpoint, context, www, pay } = await open();
  const tab = await context.newPage();
  await tab.goto(`${www}/cart`);
  await started(tab);
  await tab.click('#go');
  await tab.waitForURL(`${pay}/checkout`);
  await started(tab);
  await tab.waitForTimeout(6000);
  await tab.goto('about:blank');
  await expect.poll(() => endpoint.events('begin_checkout').length, PATIENCE).toBe(1);
});

test('with consent withdrawn in another tab no order stays parked', { timeout: PATIENT_MS }, async () => {
  const { endpoint, context, www, secure, bank } = await open();
  const other = await context.newPage();
  await other.goto(`${secure}/`);
  await started(other);
  const tab = await context.newPage();
  await tab.goto(`${www}/checkout`);
  await expect.poll(() => endpoint.events('begin_checkout').length, PATIENCE).toBe(1);
  await tab.goto(bank);
  await expect.poll(() => namesKept(context, www), PATIENCE).toContain(NAMES.order);
  await other.evaluate(() =>
    (window as unknown as { funnel: { setConsent(consent: string): void } }).funnel.setConsent('denied'),
  );
  expect(await context.cookies([www, secure])).toEqual([]);
});
