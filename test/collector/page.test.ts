// @vitest-environment node
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Collector, createCollector } from '../../examples/collector/collector.ts';
import { needBrowser } from '../browser/browser.mjs';
import { anEnvelope, anEvent, aStream, holding, post } from './envelope.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 30_000 });

let browser: Browser;
let collector: Collector;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: needBrowser() });
});
afterAll(() => browser.close());

beforeEach(async () => {
  collector = await createCollector({ database: ':memory:' });
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  complaints = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('dialog', (dialog) => {
    complaints.push('a dialog');
    void dialog.dismiss();
  });
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  await page.goto(collector.url);
  return async () => {
    await page.close();
    await collector.close();
  };
});

const fitsThePhone = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
const now = () => ({ sent_at: Date.now() });

test('a funnel without shoppers says what to do, and fills by itself when one comes', async () => {
  await page.getByText('Waiting for the first shopper').waitFor();
  expect(await page.locator('pre').textContent()).toContain(`data-endpoint="${collector.url}/e"`);
  expect(await fitsThePhone()).toBe(true);
  const order = { currency: 'EUR', value: 39.9, time: Date.now() };
  const events = [anEvent('landing', { time: order.time }), anEvent('purchase', order)];
  await post(collector.url, anEnvelope([aStream(events)], now()));
  await page.getByText('€39.90').first().waitFor();
  expect(await page.locator('#steps li').first().locator('.people').textContent()).toBe('1');
  expect(await page.locator('#funnel-chart canvas').count()).toBe(1);
  expect(complaints).toEqual([]);
});

test('what events say is shown as text and does nothing', async () => {
  const attack = '"><img src=x onerror=alert(1)><script>alert(2)</script>{a|b}';
  const touch = { source: attack, medium: attack, campaign: attack, time: Date.now() };
  const hostile = anEvent('purchase', {
    ...{ value: 1, currency: 'XXX', transaction_id: attack, coupon: attack, time: Date.now() },
    page: { url: `javascript:alert(3)//${attack}`, path: attack, title: attack, referrer: attack },
    source: { first: touch, last: touch },
    items: [{ item_id: attack, item_name: attack }],
    props: { [attack]: attack },
    by: { evidence: [attack], platform: attack, confidence: 1 },
  });
  const answer = await post(collector.url, anEnvelope([aStream([hostile], { visitor: attack })], now()));
  expect(answer.status).toBe(204);
  await page.locator('#latest tr').first().waitFor();
  for (const place of ['#latest', '#sources', '[name=source]']) {
    expect(await page.locator(place).textContent()).toContain(attack);
  }
  expect(await page.locator('#report img, #report script, header script').count()).toBe(0);
  expect(await fitsThePhone()).toBe(true);
  expect(complaints).toEqual([]);
});

test('a site’s own steps, stages, carts and staff are shown as they are chosen', async () => {
  const time = Date.now();
  const events = [anEvent('landing', { time }), anEvent('demo_booked', { time: time + 1 })];
  const left = anEvent('cart_abandon', { time, value: 12.5, currency: 'EUR' });
  const staff = aStream([anEvent('landing', { time, internal: true })], { visitor: 'staff' });
  await post(collector.url, anEnvelope([aStream([...events, left]), staff], now()));
  const people = (count: string) =>
    page.waitForFunction(
      (c) => [...document.querySelectorAll('#steps .people')].map((p) => p.textContent).join() === c,
      count,
    );
  await people('1,0,0,0,0');
  expect(await page.locator('#stages .people').allTextContents()).toEqual(['1', '1', '1', '0', '0']);
  expect(await page.locator('#carts .value').textContent()).toBe('€12.50');
  await page.locator('[name=preset]').selectOption('own');
  await page.locator('[name=names]').fill('landing, <b>');
  await page.locator('[name=names]').blur();
  await page.locator('#steps-fault').waitFor();
  await page.locator('[name=names]').fill('landing, demo_booked');
  await page.locator('[name=names]').blur();
  await people('1,1');
  await page.locator('[name=everyone]').check();
  await people('2,1');
  expect(await fitsThePhone()).toBe(true);
  expect(complaints).toEqual([]);
});

test('a rejected event’s own words come back as JSON, never as a page', async () => {
  const attack = '<img src=x onerror=alert(1)>';
  const event = { ...anEvent(), [attack]: 1 };
  const answer = await post(collector.url, holding(event));
  expect(answer.headers.get('content-type')).toContain('application/json');
  expect(await answer.json()).toMatchObject({ rejected: [{ field: attack }] });
});

test('a source that is chosen narrows the funnel to it', async () => {
  const from = (source: string, visitor: string) => {
    const touch = { source, medium: 'cpc', time: Date.now() };
    const event = anEvent('landing', { time: Date.now(), source: { first: touch, last: touch } });
    return aStream([event], { visitor });
  };
  await post(collector.url, anEnvelope([from('google', 'a'), from('google', 'b'), from('bing', 'c')], now()));
  const people = page.locator('#steps .people').first();
  await page.waitForFunction(() => document.querySelector('#steps .people')?.textContent === '3');
  await page.locator('[name=source]').selectOption({ label: 'bing / cpc' });
  await page.waitForFunction(() => document.querySelector('#steps .people')?.textContent === '1');
  expect(await people.textContent()).toBe('1');
  expect(await page.locator('#sources tr').count()).toBe(2);
});

test('the page allows no script but its own files, and no frame around it', async () => {
  const { headers } = await fetch(collector.url);
  const policy = headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});
