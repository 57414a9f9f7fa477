// @vitest-environment node
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Collector, createCollector } from '../../examples/collector/collector.ts';
import type { Report } from '../../examples/collector/report/report.ts';
import { createShop, type Shop } from '../../examples/shop/shop.ts';
import { DECLINED_CARD, type Order } from '../../examples/shop/store.ts';
import { createActs } from '../../examples/shopper/acts.ts';
import { arrive } from '../../examples/shopper/arrival.ts';
import { walkStorefront } from '../../examples/shopper/storefront.ts';
import { usualHabits, type Walk } from '../../examples/shopper/walk.ts';
import { createStorefront, type Storefront } from '../../examples/storefront/storefront.ts';
import type { Item } from '../../src/event/event.ts';
import { needBrowser } from './browser.mjs';
import { call, eventsKept, isMilestone, PATIENCE } from './harness.ts';

interface Row {
  name: string;
  value: number | null;
  currency: string | null;
  transaction_id: string | null;
  items: Item[] | null;
  form_kind: string | null;
  props: Record<string, unknown> | null;
  source: string;
  medium: string;
  campaign: string | null;
  visitor: string;
  session: string;
  page_path: string;
}

let browser: Browser;
let collector: Collector;
let context: BrowserContext;
const errors: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: needBrowser() });
});
afterAll(() => browser?.close());
beforeEach(async () => {
  collector = await createCollector({ database: ':memory:' });
  context = await browser.newContext({ locale: 'en-US' });
  context.on('weberror', (error) => errors.push(String(error.error().stack)));
});
afterEach(async () => {
  await context?.close();
  await collector?.close();
  expect(errors.splice(0)).toEqual([]);
});

const rows = () => collector.query<Row>('SELECT * FROM events ORDER BY time, stream, seq');

/** All that is on its way has arrived, once the shopper has left. */
const rowsAtTheEnd = async (page: Page, url: string): Promise<Row[]> => {
  await page.goto(url);
  await expect.poll(async () => (await rows()).filter(({ name }) => name === 'purchase').length, PATIENCE).toBe(1);
  await page.waitForTimeout(SETTLED_MS);
  await page.goto('about:blank');
  return rows();
};

/** Longer than an attempt waits for its confirmation and a quiet event for its turn. */
const SETTLED_MS = 7000;

const campaign = { kind: 'campaign', utm: { source: 'google', medium: 'cpc', campaign: 'slow-coffee' } } as const;

const newWalk = (): Walk => ({
  landing: campaign,
  viewed: [],
  added: [],
  removed: [],
  refusedAdds: 0,
  cart: false,
  checkout: false,
});

const named = (all: Row[], name: string) => all.filter((row) => row.name === name);

const piecesOf = (all: Row[], name: string) =>
  named(all, name).map(({ items }) => items!.map(({ item_id, quantity }) => ({ sku: item_id, quantity })));

const asSold = ({ id, totals, lines }: Order) => ({
  transaction_id: id,
  value: totals.total / 100,
  currency: totals.currency,
  items: lines.map(({ variant, quantity, price }) => ({ item_id: variant.sku, quantity, price: price / 100 })),
});

const asTold = ({ transaction_id, value, currency, items }: Row) => ({
  transaction_id,
  value,
  currency,
  items: items!.map(({ item_id, quantity, price }) => ({ item_id, quantity, price })),
});

/** What the shopper did and the shop sold is what lies in the database, neither more nor less. */
const compare = (all: Row[], walk: Walk, orders: Order[], own: string[] = []) => {
  expect(named(all, 'landing').map(({ source, medium, campaign }) => ({ source, medium, campaign }))).toEqual([
    campaign.utm,
  ]);
  expect(named(all, 'generate_lead').map(({ form_kind }) => form_kind)).toEqual(walk.lead ? [walk.lead] : []);
  expect(piecesOf(all, 'add_to_cart')).toEqual(walk.added.map((piece) => [piece]));
  expect(piecesOf(all, 'remove_from_cart')).toEqual(walk.removed.map((piece) => [piece]));
  expect(named(all, 'begin_checkout').length).toBe(1);
  expect(named(all, 'purchase').map(asTold)).toEqual(orders.map(asSold));
  const known = ['landing', 'generate_lead', 'view_item', 'add_to_cart', 'remove_from_cart', 'view_cart'];
  const expected = [...known, 'begin_checkout', 'add_shipping_info', 'add_payment_info', 'purchase', ...own];
  expect(
    all
      .filter(isMilestone)
      .map(({ name }) => name)
      .filter((name) => !expected.includes(name)),
  ).toEqual([]);
  for (const key of ['visitor', 'session', 'campaign'] as const)
    expect(new Set(all.map((row) => row[key])).size).toBe(1);
};

/** The renderer dies at once: no event of the page's life is fired. */
const kill = async (page: Page) => {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {}); // whoever dies does not answer
  await crashed;
  await page.close();
};

/** How many people took each step, as the funnel page is told. */
const funnelOf = async () => {
  const report = (await (await fetch(`${collector.url}/api/funnel`)).json()) as Report;
  return Object.fromEntries(report.funnel.map(({ name, people }) => [name, people]));
};

const wholeFunnel = { landing: 1, view_item: 1, add_to_cart: 1, begin_checkout: 1, purchase: 1 };

test('a shopper of the shop, whose tab dies on the way: the database says what the shop sold', {
  timeout: 120_000,
}, async () => {
  const shop: Shop = await createShop({ endpoint: `${collector.url}/e` });
  try {
    const walk = newWalk();
    const first = await context.newPage();
    const before = createActs(first, walk);
    await arrive(first, `${shop.url}/en`, campaign);
    await before.search('espresso');
    await before.subscribe('ida.brandt@example');
    await first.goto(`${shop.url}/en/product/alma-jug`);
    before.noteView();
    await before.add(1);
    await first.goto(`${shop.url}/en/product/nord-mug`);
    before.noteView();
    await before.chooseVariant(1);
    await before.add(2);
    await expect.poll(() => call(first, ['status']), PATIENCE).toMatchObject({ attempts: { confirmed: 1 } });
    await eventsKept(first);
    await kill(first);

    const page = await context.newPage();
    const acts = createActs(page, walk);
    await page.goto(`${shop.url}/en/product/heron-bowl`);
    acts.noteView();
    await acts.add(1);
    await acts.openCategory(1);
    await acts.addFromCard(0);
    await acts.openCart();
    await acts.oneMore();
    await acts.redeem('SUMMER99');
    await acts.redeem('WELCOME10');
    await acts.removeFirst('button');
    await acts.beginCheckout();
    await acts.fillInAddress();
    await acts.chooseShipping('express');
    await acts.pay(DECLINED_CARD);
    await acts.pay('4242424242424242');
    await acts.reload();
    const all = await rowsAtTheEnd(page, `${shop.url}/en`);

    expect(walk.refusedAdds).toBe(1);
    expect(walk.order).toBe(shop.store.orders()[0]!.id);
    compare(all, walk, shop.store.orders());
    expect(new Set(named(all, 'view_item').map(({ page_path }) => page_path.split('/').pop()))).toEqual(
      new Set(walk.viewed),
    );
    expect(await funnelOf()).toEqual(wholeFunnel);
  } finally {
    await shop.close();
  }
});

test('a shopper who reads German and pays in dollars: the database says what the shop sold', {
  timeout: 120_000,
}, async () => {
  const shop: Shop = await createShop({ endpoint: `${collector.url}/e` });
  try {
    const walk = newWalk();
    const page = await context.newPage();
    const acts = createActs(page, walk);
    await arrive(page, `${shop.url}/de/product/tide-plate`, campaign);
    acts.noteView();
    await Promise.all([page.waitForEvent('load'), page.click('[name=currency][value=USD]')]);
    acts.noteView();
    await acts.chooseVariant(1);
    await acts.add(3);
    await acts.openCart();
    await acts.beginCheckout();
    await acts.fillInAddress();
    await acts.chooseShipping('standard');
    await acts.pay('invoice');
    const all = await rowsAtTheEnd(page, `${shop.url}/de`);

    expect(walk.order).toBe(shop.store.orders()[0]!.id);
    compare(all, walk, shop.store.orders());
    expect(new Set(named(all, 'add_to_cart').map(({ currency }) => currency))).toEqual(new Set(['USD']));
    expect(await funnelOf()).toEqual(wholeFunnel);
  } finally {
    await shop.close();
  }
});

test('a shopper of the single-page shop, who does everything there is: the database says what was sold', {
  timeout: 120_000,
}, async () => {
  const storefront: Storefront = await createStorefront({ endpoint: `${collector.url}/e` });
  try {
    const page = await context.newPage();
    const walk = await walkStorefront(page, storefront.url, {
      random: () => 0.1, // says yes to everything, and takes the first or second of what there is
      habits: { ...usualHabits, wander: 1 },
    });
    const all = await rowsAtTheEnd(page, storefront.url);

    expect(walk).toMatchObject({ landing: campaign, lead: 'newsletter', refusedAdds: 1, cart: true });
    expect(walk.order).toBe(storefront.store.orders()[0]!.id);
    compare(all, walk, storefront.store.orders(), ['gift_wrap_chosen', 'size_guide_opened']);
    expect(named(all, 'gift_wrap_chosen').map(({ props }) => props)).toEqual([{ pieces: expect.any(Number) }]);
    expect(await funnelOf()).toEqual(wholeFunnel);
  } finally {
    await storefront.close();
  }
});
