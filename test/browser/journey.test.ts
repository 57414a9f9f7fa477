// @vitest-environment node
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { type Collector, createCollector } from '../../examples/collector/collector.ts';
import type { FunnelState } from '../../src/state.ts';
import { bundle } from '../package/sizes.ts';
import { createStage, letTimePass, PATIENCE } from './harness.ts';
import { htmlPage } from './site.ts';

const stage = createStage({ args: ['--host-resolver-rules=MAP *.test 127.0.0.1'] });
const DAY_MS = 86_400_000;

/** The package is bundled first, on a machine that may be busy. */
const LIFE_MS = 240_000;

/** What a shop that bundles the package itself serves. */
const shopScript = (endpoint: string) =>
  bundle(`
    import { createFunnel, landing } from 'funnelwire';
    import { attribution } from 'funnelwire/attribution';
    import { withLinks } from 'funnelwire/links';
    import { state } from 'funnelwire/state';
    const options = { endpoint: '${endpoint}', consent: 'granted', attribution: attribution(), detect: [landing(), state()] };
    window.funnel = createFunnel(withLinks(options, { domains: ['shop.test'] }));`);

type Shop = Window & { funnel: { track(name: string, fields?: object): void; state: FunnelState } };
const track = (tab: Page, name: string, fields: object) =>
  tab.evaluate(([name, fields]) => (window as unknown as Shop).funnel.track(name as string, fields as object), [
    name,
    fields,
  ] as const);
const stateOf = (tab: Page) => tab.evaluate(() => ({ ...(window as unknown as Shop).funnel.state }));

const mug = { currency: 'EUR', value: 9.9, items: [{ item_id: 'mug', item_name: 'Mug', price: 9.9, quantity: 1 }] };

let collector: Collector;
afterEach(() => collector.close());

/** How late it is, in ms from now, for the pages and for the collector. */
let later = 0;

const open = async () => {
  collector = await createCollector({ database: ':memory:', now: () => Date.now() + later });
  const code = await shopScript(`${collector.url}/e`);
  const page = (body = '') => htmlPage(`<script type="module">${code.replaceAll('</', '<\\/')}</script>`, body);
  const { context, ...scene } = await stage.open(() => ({}));
  const at = (origin: string, host: string) => origin.replace('127.0.0.1', host);
  const bankPages: Record<string, string> = {};
  const bank = at((await stage.addSite(bankPages)).origin, 'secure.bank.test');
  const pages = Object.fromEntries(['/', '/mug', '/checkout', '/thanks'].map((path) => [path, page()]));
  const shop = at((await stage.addSite(pages)).origin, 'www.shop.test');
  bankPages['/pay'] = htmlPage('', `<a href="${shop}/thanks">Back to the shop</a>`);
  const blog = at((await stage.addSite({ '/': page(`<a href="${shop}/mug">The mug</a>`) })).origin, 'blog.shop.test');
  return { ...scene, context, shop, blog, bank };
};

const started = (tab: Page) => tab.waitForFunction(() => 'funnel' in window);

const visit = async (context: BrowserContext, url: string) => {
  const tab = await context.newPage();
  await tab.goto(url);
  await started(tab);
  return tab;
};

interface Row {
  name: string;
  visitor: string;
  session: string;
  value: number | null;
  props: { last_step?: string; idle_ms?: number } | null;
  first_channel: string;
  last_channel: string;
  first_campaign: string;
  recovered_ms: number | null;
}

const rows = () =>
  collector.query<Row>(`
    SELECT name, visitor, session, value, props, recovered_ms,
      source_first->>'channel' AS first_channel, source_first->>'campaign' AS first_campaign,
      source_last->>'channel' AS last_channel
    FROM events ORDER BY time, seq`);
const rowsOf = async (name: string) => (await rows()).filter((row) => row.name === name);
const arrived = (name: string, count: number) =>
  expect.poll(async () => (await rowsOf(name)).length, PATIENCE).toBe(count);

const aDayPasses = async (context: BrowserContext) => {
  later += DAY_MS;
  await letTimePass(context, DAY_MS);
};

test(
  'three days, two subdomains, two tabs and a bank: one visitor, three sessions, the first channel on the purchase, one abandonment and its recovery',
  async () => {
    const { context, shop, blog, bank } = await open();

    const first = await visit(context, `${blog}/?utm_source=news&utm_medium=email&utm_campaign=spring`);
    await first.click('a');
    await first.waitForURL(`${shop}/mug`);
    await started(first);
    await track(first, 'view_item', mug);
    const second = await visit(context, `${shop}/mug`);
    await track(second, 'add_to_cart', mug);
    // The tab beside hears of the cart.
    await expect.poll(() => stateOf(first), PATIENCE).toMatchObject({ stage: 'opportunity', cart: { value: 9.9 } });
    await track(first, 'begin_checkout', mug);
    await arrived('begin_checkout', 1);
    for (const tab of [first, second]) await tab.close();

    await aDayPasses(context);
    const next = await visit(context, `${shop}/`);
    await arrived('cart_abandon', 1);
    expect(await stateOf(next)).toMatchObject({ stage: 'qualification', first: { channel: 'email' } });
    await next.close();

    await aDayPasses(context);
    const last = await visit(context, `${shop}/checkout`);
    await track(last, 'begin_checkout', mug);
    await last.goto(`${bank}/pay`);
    await last.click('a');
    await last.waitForURL(`${shop}/thanks`);
    await started(last);
    await track(last, 'purchase', { ...mug, transaction_id: 'N-1' });
    await arrived('purchase', 1);
    expect(await stateOf(last)).toMatchObject({ stage: 'closing' });
    expect((await stateOf(last)).cart).toBeUndefined();

    const all = await rows();
    expect(new Set(all.map(({ visitor }) => visitor)).size).toBe(1);
    const sessions = [...new Set(all.map(({ session }) => session))];
    expect(all.map(({ name, session }) => `${sessions.indexOf(session) + 1} ${name}`)).toEqual([
      ...['1 landing', '1 view_item', '1 add_to_cart', '1 begin_checkout'],
      ...['2 cart_abandon', '2 landing', '3 landing', '3 begin_checkout', '3 purchase'],
    ]);
    const [abandoned] = await rowsOf('cart_abandon');
    expect(abandoned).toMatchObject({ value: 9.9, props: { last_step: 'begin_checkout' } });
    expect(abandoned!.props!.idle_ms).toBeGreaterThan(DAY_MS - 1);
    const [purchase] = await rowsOf('purchase');
    expect(purchase).toMatchObject({ first_channel: 'email', first_campaign: 'spring', last_channel: 'email' });
    expect(purchase!.recovered_ms).toBeGreaterThan(2 * DAY_MS - 1);
  },
  LIFE_MS,
);
