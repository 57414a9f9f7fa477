// @vitest-environment node
import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { FunnelEvent } from '../../src/event/event.ts';
import { createEndpoint } from '../fixtures/endpoint.ts';
import { createPrestaShop } from '../fixtures/prestashop/shop.ts';
import { createWooBlocks } from '../fixtures/woo-blocks/shop.ts';
import { createWooClassic } from '../fixtures/woo-classic/shop.ts';
import { needBrowser } from './browser.mjs';
import { isMilestone } from './harness.ts';

interface Truth {
  step: string;
  name: string;
  /** The first is the one meant; the others are as true (with or without tax, low or high end of a range). */
  values?: number[];
  currency?: string;
  items?: { ids: string[]; name: string; prices: number[]; quantity: number }[];
  order?: string;
  /** What kind of form a lead came by. */
  form?: string;
}

const readTruth = (shop: string): Truth[] =>
  JSON.parse(readFileSync(new URL(`../fixtures/${shop}/truth.json`, import.meta.url), 'utf8'));
const built = readFileSync(new URL('../../dist/funnelwire.js', import.meta.url), 'utf8');

let browser: Browser;
let context: BrowserContext | undefined;
let endpoint: Awaited<ReturnType<typeof createEndpoint>>;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: needBrowser() });
  endpoint = await createEndpoint();
});
afterEach(async () => {
  await context?.close();
  context = undefined;
});
afterAll(async () => {
  await browser?.close();
  await endpoint?.close();
});

const walk = async (
  shop: string,
  create: (tag: string) => Promise<{ origin: string; close(): Promise<unknown> }>,
  steps: (
    page: Page,
    go: (path: string, referer?: string) => Promise<unknown>,
    pause: () => Promise<void>,
  ) => Promise<void>,
) => {
  const { origin, close } = await create(
    `<script async src="/funnelwire.js" data-endpoint="${endpoint.url}" data-consent="granted" data-site="${shop}"></script>`,
  );
  context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  page.on('dialog', (dialog) => dialog.accept());
  await page.route('**/funnelwire.js', (route) => route.fulfill({ contentType: 'text/javascript', body: built }));
  const before = endpoint.events().length;
  // A shopper acts on a page that has come to rest, however busy the machine is.
  const pause = async () => {
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(700);
  };
  try {
    await steps(
      page,
      (path, referer) => page.goto(origin + path, { ...(referer && { referer }), waitUntil: 'load' }),
      pause,
    );
    await page.waitForTimeout(600);
    await page.evaluate(() => (window as unknown as { funnelwire(name: string): Promise<void> }).funnelwire('flush'));
  } finally {
    await close();
  }
  expect(errors).toEqual([]);
  return endpoint.events().slice(before).filter(isMilestone);
};

/** Whether what arrived is what happened: the same milestones in the same order, with right amounts and items. */
const compare = (events: FunnelEvent[], truth: Truth[]) => {
  expect(events.map(({ name }) => name)).toEqual(truth.map(({ name }) => name));
  events.forEach((event, at) => {
    const { step, values, currency, items, order, form } = truth[at]!;
    if (values) expect(values, step).toContain(event.value);
    if (currency) expect(event.currency, step).toBe(currency);
    if (order) expect(event.transaction_id, step).toBe(order);
    if (form) expect(event.form_kind, step).toBe(form);
    expect(event.items?.length ?? 0, step).toBe(items?.length ?? 0);
    items?.forEach(({ ids, name, prices, quantity }, line) => {
      const item = event.items![line]!;
      expect(ids, step).toContain(item.item_id);
      expect(item.item_name, step).toBe(name);
      expect(item.quantity, step).toBe(quantity);
      expect(prices, step).toContain(item.price);
    });
  });
};

test('a shopper of a shop with classic templates is told right, step by step', { timeout: 90_000 }, async () => {
  const events = await walk('woo-classic', createWooClassic, async (page, go, pause) => {
    await go('/?utm_source=google&utm_medium=cpc&utm_campaign=autumn&gclid=test123', 'https://www.google.com/');
    await pause();
    await go('/product-category/accessories/');
    await pause();
    await page.fill('.search-field', 'beanie');
    await page.press('.search-field', 'Enter');
    await pause();
    await go('/product/v-neck-t-shirt/');
    await pause();
    await page.click('.single_add_to_cart_button');
    await pause();
    await go('/product/long-sleeve-tee/');
    await pause();
    await go('/my-account/');
    await page.fill('#reg_email', 'shopper@example.com');
    await page.click('[name="register"]');
    await pause();
    await go('/product/beanie/');
    await pause();
    await page.fill('[name="quantity"]', '2');
    await page.click('.single_add_to_cart_button');
    await pause();
    await go('/product-category/accessories/');
    await page.click('.ajax_add_to_cart[data-product_id="19"]');
    await pause();
    await page.click('.ajax_add_to_cart[data-product_id="19"]');
    await page.waitForURL('**/product/belt/');
    await pause();
    await go('/cart/');
    await pause();
    for (const quantity of ['3', '2']) {
      await page.fill('.cart_item:first-child .qty', quantity);
      await page.click('[name="update_cart"]');
      await pause();
    }
    await page.click('.cart_item:nth-child(2) a.remove');
    await pause();
    await page.fill('#coupon_code', 'NOSUCH');
    await page.click('[name="apply_coupon"]');
    await pause();
    await page.click('.checkout-button');
    await pause();
    for (const [field, text] of [
      ['first_name', 'Ann'],
      ['last_name', 'Shopper'],
      ['address_1', '1 Main St'],
      ['city', 'San Francisco'],
      ['phone', '5551234'],
      ['email', 'shopper@example.com'],
    ])
      await page.fill(`#billing_${field}`, text!);
    await page.click('#place_order');
    await pause();
    await page.fill('#billing_postcode', '94103');
    await page.press('#billing_postcode', 'Tab');
    await pause();
    await page.click('#place_order');
    await page.waitForURL('**/order-received/**');
    await pause();
    await page.reload();
    await page.waitForTimeout(4000);
    await go('/shop/');
    await pause();
  });
  compare(events, readTruth('woo-classic'));
});

test('a shopper of a shop with blocks and an API is told right, step by step', { timeout: 90_000 }, async () => {
  const events = await walk('woo-blocks', createWooBlocks, async (page, go, pause) => {
    await go('/product/cap/?utm_source=newsletter&utm_medium=email&utm_campaign=herbst', 'https://mail.example/');
    await pause();
    await go('/');
    await pause();
    await go('/product-category/accessories/');
    await pause();
    await page.fill('.wp-block-search__input', 'beanie');
    await page.press('.wp-block-search__input', 'Enter');
    await pause();
    await go('/product/v-neck-t-shirt/');
    await pause();
    await page.click('.single_add_to_cart_button');
    await pause();
    await go('/product/long-sleeve-tee/');
    await pause();
    await go('/my-account/');
    await page.fill('#reg_email', 'shopper@example.com');
    await page.click('[name="register"]');
    await pause();
    await go('/product/sunglasses/');
    await pause();
    await page.fill('[name="quantity"]', '2');
    await page.click('.single_add_to_cart_button');
    await pause();
    await go('/product-category/accessories/');
    await pause();
    await page.click('.ajax_add_to_cart[data-product_id="17"]');
    await pause();
    await page.click('.ajax_add_to_cart[data-product_id="17"]');
    await pause();
    await go('/cart/');
    await pause();
    for (const button of ['plus', 'minus']) {
      await page.click(`tr[data-key]:first-child [class*="--${button}"]`);
      await pause();
    }
    await page.click('tr[data-key]:nth-child(2) .wc-block-cart-item__remove-link');
    await pause();
    await page.fill('[name="coupon"]', 'NOSUCH');
    await page.click('.wc-block-components-totals-coupon__button');
    await pause();
    await page.click('.wc-block-cart__submit-button');
    await pause();
    for (const [field, text] of [
      ['email', 'ann@example.com'],
      ['shipping-first_name', 'Anna'],
      ['shipping-last_name', 'Käufer'],
      ['shipping-address_1', 'Hauptstr. 1'],
      ['shipping-city', 'Berlin'],
    ])
      await page.fill(`#${field}`, text!);
    await page.click('.wc-block-components-checkout-place-order-button');
    await pause();
    await page.fill('#shipping-postcode', '10115');
    await page.press('#shipping-postcode', 'Tab');
    await pause();
    await page.click('.wc-block-components-checkout-place-order-button');
    await page.waitForURL('**/order-received/**');
    await pause();
    await page.reload();
    await page.waitForTimeout(4000);
    await go('/');
    await pause();
  });
  compare(events, readTruth('woo-blocks'));
});

test('a shopper of a shop whose JSON is called HTML is told right, step by step', { timeout: 120_000 }, async () => {
  const events = await walk('prestashop', createPrestaShop, async (page, go, pause) => {
    const shown = (selector: string) => page.waitForSelector(selector).then(pause);
    await go('/?utm_source=google&utm_medium=cpc&utm_campaign=mugs_fr', 'https://www.google.fr/');
    await pause();
    await go('/8-accessoires-de-maison');
    await pause();
    await page.locator('[name="s"]').pressSequentially('mug', { delay: 120 });
    await page.press('[name="s"]', 'Enter');
    await page.waitForURL('**/recherche**');
    await pause();
    await page.fill('.block_newsletter [name="email"]', 'anne@example.com');
    await page.click('[name="submitNewsletter"]');
    await shown('.block_newsletter .alert-success');
    await page.click('[name="submitNewsletter"]');
    await shown('.block_newsletter .alert-danger');
    await go('/nous-contacter');
    await page.fill('[name="from"]', 'anne@example.com');
    await page.fill('[name="message"]', 'Bonjour');
    await page.click('[name="submitMessage"]');
    await shown('.contact-form .alert-success');
    await go('/hommes/1-1-hummingbird-printed-t-shirt.html');
    await pause();
    await page.selectOption('#group_1', '2');
    await page.waitForURL('**/1-3-hummingbird-printed-t-shirt.html#/2-size-m/8-color-white');
    await pause();
    await go('/accessoires-de-maison/8-mug-today-is-a-good-day.html');
    await pause();
    await page.click('.add-to-cart');
    await shown('.ajax-error');
    await go('/accessoires-de-maison/6-mug-the-best-is-yet-to-come.html');
    await pause();
    await page.fill('#quantity_wanted', '2');
    await page.click('.add-to-cart');
    await shown('#blockcart-modal');
    await go('/8-accessoires-de-maison');
    await pause();
    await page.click('[data-id-product="7"] .js-quick-view');
    await shown('.quickview');
    await page.click('.quickview .add-to-cart');
    await shown('#blockcart-modal');
    await page.click('#blockcart-modal a.btn-primary');
    await page.waitForURL('**/panier?action=show');
    await pause();
    for (const [way, quantity] of [
      ['increase', 3],
      ['decrease', 2],
    ]) {
      await page.click(`.cart-item:first-child .js-${way}-product-quantity`);
      await shown(`.cart-item:first-child [value="${quantity}"]`);
    }
    await page.click('.remove-from-cart[data-id-product="7"]');
    await page.waitForSelector('.remove-from-cart[data-id-product="7"]', { state: 'detached' });
    await pause();
    await page.fill('[name="discount_name"]', 'NOSUCH');
    await page.click('.cart-voucher button');
    await shown('.js-error-text:not(:empty)');
    await page.click('.cart-detailed-actions a');
    await shown('#checkout-personal-information-step.-current');
    await page.check('[name="id_gender"]');
    for (const [field, text] of [
      ['firstname', 'Anne'],
      ['lastname', 'Acheteuse'],
      ['email', 'anne@example.com'],
    ])
      await page.fill(`#customer-form [name="${field}"]`, text!);
    await page.check('[name="psgdpr"]');
    await page.check('[name="customer_privacy"]');
    await page.click('[name="continue"]');
    await shown('#checkout-addresses-step.-current');
    for (const [field, text] of [
      ['address1', '1 rue de la Paix'],
      ['postcode', '75002'],
      ['city', 'Paris'],
    ])
      await page.fill(`[name="${field}"]`, text!);
    await page.click('[name="confirm-addresses"]');
    await shown('#checkout-delivery-step.-current');
    await page.click('[name="confirmDeliveryOption"]');
    await shown('#checkout-payment-step.-current');
    await page.check('#payment-option-1');
    await page.check('#approve');
    await page.click('#payment-confirmation button');
    await page.waitForURL('**/confirmation-commande?**');
    await pause();
    await page.reload();
    await page.waitForTimeout(4000);
    await page.fill('#registration-form [name="password"]', 'secret');
    await go('/');
    await pause();
  });
  // What was written down of this walk knows no steps between the start of the checkout and the order.
  const told = events.filter(({ name }) => !/^add_(shipping|payment)_info$/.test(name));
  compare(told, readTruth('prestashop'));
});
