// @vitest-environment node
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { bundle } from '../package/sizes.ts';
import type { Endpoint } from './endpoint.ts';
import { createStage, letTimePass, PATIENCE } from './harness.ts';
import { htmlPage } from './site.ts';

const stage = createStage({ args: ['--host-resolver-rules=MAP *.test 127.0.0.1'] });

/** The package is bundled first, on a machine that may be busy. */
const PATIENT_MS = 120_000;

/** What a shop that bundles the package itself serves on both of its domains. */
let script: string;
beforeAll(async () => {
  script = await bundle(`
    import { createFunnel, landing } from 'funnelwire';
    import { withLinks } from 'funnelwire/links';
    window.start = (endpoint, consent) => {
      window.funnel = createFunnel(
        withLinks({ endpoint, consent, detect: [landing()] }, { domains: ['shop.test', 'pay.test'] }));
    };`);
}, PATIENT_MS);

interface Started {
  funnel: { track(name: string): void; identify(user: string): void; setConsent(consent: string): void };
  /** The address as the next script on the page finds it. */
  seen: string;
}

/** Two domains of one shop, and where a link, a form and a script lead from the first to the second. */
const open = async (consents: { shop?: string; pay?: string } = {}) => {
  const scene = await stage.open(() => ({}));
  const page = (consent = 'granted', body = '') =>
    htmlPage(
      `<script type="module">${script.replaceAll('</', '<\\/')}
        start('${scene.endpoint.url}', '${consent}'); window.seen = location.href;</script>`,
      body,
    );
  const payPage = page(consents.pay);
  const paySite = await stage.addSite({ '/': payPage, '/other': payPage });
  const pay = paySite.origin.replace('127.0.0.1', 'pay.test');
  const body = `
    <a id="plain" href="${pay}/?a=1">Pay</a> <a id="anchored" href="${pay}/#terms">Terms</a>
    <a id="elsewhere" href="${pay.replace('pay', 'evil')}/">Elsewhere</a>
    <form id="get" action="${pay}/"><input name="q" value="1"><button>Get</button></form>
    <form id="post" method="post" action="/"><button formaction="${pay}/">Post</button></form>`;
  const shopSite = await stage.addSite({ '/': page(consents.shop, body) });
  const shop = shopSite.origin.replace('127.0.0.1', 'www.shop.test');
  return { ...scene, shop, pay };
};

const visit = async (context: BrowserContext, url: string, referer?: string) => {
  const tab = await context.newPage();
  await tab.goto(url, { ...(referer && { referer }) });
  await tab.waitForFunction(() => 'seen' in window);
  return tab;
};

const follow = async (tab: Page, selector: string, to: string) => {
  await tab.click(selector);
  await tab.waitForURL(`${to}/**`);
  await tab.waitForFunction(() => 'seen' in window);
};

const track = (tab: Page, name: string) =>
  tab.evaluate((name) => (window as unknown as Started).funnel.track(name), name);

/** Under which visitor and session an event came. */
const whoSent = async (endpoint: Endpoint, name: string) => {
  await expect.poll(() => endpoint.events(name).length, PATIENCE).toBe(1);
  const streams = endpoint.arrived.flatMap(({ batch }) => batch.streams);
  const { visitor, session } = streams.find(({ events }) => events.some((event) => event.name === name))!;
  return { visitor, session };
};

/** Where a press of `#plain` would lead, and where the link leads once the press is over. */
const tokenOf = (tab: Page, selector = '#plain') =>
  tab.evaluate(
    (selector) =>
      new Promise<{ pressed: string; after: string }>((done) => {
        const link = document.querySelector<HTMLAnchorElement>(selector)!;
        link.addEventListener('click', (event) => {
          event.preventDefault();
          const pressed = link.href;
          setTimeout(() => setTimeout(() => done({ pressed, after: link.href })));
        });
        link.click();
      }),
    selector,
  );

test.each(['#plain', '#get button', '#post button'])(
  'by %s a shopper stays one visitor in one session on the next domain, and nothing tells of it',
  { timeout: PATIENT_MS },
  async (selector) => {
    const { endpoint, context, shop, pay } = await open();
    const tab = await visit(context, `${shop}/?utm_source=news&utm_medium=email&utm_campaign=spring`);
    await track(tab, 'view_cart');
    const before = await whoSent(endpoint, 'view_cart');
    await follow(tab, selector, pay);
    await track(tab, 'begin_checkout');
    expect(await whoSent(endpoint, 'begin_checkout')).toEqual(before);
    const [checkout] = endpoint.events('begin_checkout');
    expect(checkout!.source).toMatchObject({ first: { source: 'news', campaign: 'spring' }, last: { source: 'news' } });
    expect(endpoint.events('landing').length).toBe(1);
    const { seen, address, kept } = await tab.evaluate(() => ({
      seen: (window as unknown as Started).seen,
      address: location.href,
      kept: document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage),
    }));
    for (const text of [seen, address, kept, ...endpoint.arrived.map(({ body }) => body)])
      expect(text).not.toContain('#funnelwire');
    expect(seen).toBe(address);
  },
);

test('a link carries its note for the time of the press; one with a place of its own, or to others, never does', {
  timeout: PATIENT_MS,
}, async () => {
  const { context, shop, pay } = await open();
  const tab = await visit(context, shop);
  const { pressed, after } = await tokenOf(tab);
  expect(pressed).toMatch(/\/\?a=1#funnelwire=\w+\./);
  expect(after).toBe(`${pay}/?a=1`);
  for (const selector of ['#anchored', '#elsewhere']) {
    const { pressed, after } = await tokenOf(tab, selector);
    expect(pressed).toBe(after);
  }
});

test('what is forged, too old, passed on, for another host or from a foreign site joins nobody', {
  timeout: PATIENT_MS,
}, async () => {
  const { endpoint, context, shop, pay } = await open();
  const first = await visit(context, shop);
  await track(first, 'view_cart');
  const { visitor } = await whoSent(endpoint, 'view_cart');
  const { pressed } = await tokenOf(first);
  const cases: [name: string, url: string, referer: string | undefined][] = [
    ['passed_on', pressed, undefined],
    ['from_a_foreign_site', pressed, 'http://evil.test/'],
    ['from_one_that_looks_like_it', pressed, 'http://notshop.test/'],
    [
      'forged',
      pressed.replace(
        visitor!,
        visitor!.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      ),
      `${shop}/`,
    ],
    ['of_no_shape', `${pay}/#funnelwire=0.%7B`, `${shop}/`],
    ['endless', `${pay}/#funnelwire=0.${'x'.repeat(10_000)}`, `${shop}/`],
    ['for_another_host', pressed.replace('//pay.test', '//shop.pay.test'), `${shop}/`],
    ['good', pressed, `${shop}/`],
  ];
  for (const [name, url, referer] of cases) {
    await context.clearCookies();
    const tab = await visit(context, url, referer);
    expect(await tab.evaluate(() => location.href)).not.toContain('funnelwire');
    await track(tab, name);
    expect([name, (await whoSent(endpoint, name)).visitor === visitor]).toEqual([name, name === 'good']);
    await tab.close();
  }
  await context.clearCookies();
  await letTimePass(context, 121_000);
  const late = await visit(context, pressed, `${shop}/`);
  await track(late, 'late');
  expect((await whoSent(endpoint, 'late')).visitor).not.toBe(visitor);
});

test('whoever was known on the next domain as somebody goes on as who has come, and not as the customer who was', {
  timeout: PATIENT_MS,
}, async () => {
  const { endpoint, context, shop, pay } = await open();
  const before = await visit(context, pay);
  await before.evaluate(() => (window as unknown as Started).funnel.identify('customer-42'));
  await track(before, 'before');
  const tab = await visit(context, shop);
  await track(tab, 'view_cart');
  await whoSent(endpoint, 'view_cart');
  await follow(tab, '#plain', pay);
  await track(tab, 'after');
  expect(await whoSent(endpoint, 'after')).toEqual(await whoSent(endpoint, 'view_cart'));
  expect((await whoSent(endpoint, 'after')).visitor).not.toBe((await whoSent(endpoint, 'before')).visitor);
  const streams = endpoint.arrived.flatMap(({ batch }) => batch.streams);
  const customers = streams.map(({ user, events }) => [events.map(({ name }) => name).includes('after'), user]);
  expect(customers).toContainEqual([false, 'customer-42']);
  expect(customers).not.toContainEqual([true, 'customer-42']);
});

test.each(['pending', 'anonymous', 'denied'])(
  'under %s no link tells anything',
  { timeout: PATIENT_MS },
  async (consent) => {
    const { context, shop } = await open({ shop: consent });
    const { pressed, after } = await tokenOf(await visit(context, shop));
    expect(pressed).toBe(after);
  },
);

test('under Global Privacy Control no link tells anything, and none is heard', { timeout: PATIENT_MS }, async () => {
  const { endpoint, context, shop } = await open();
  const tab = await visit(context, shop);
  await track(tab, 'view_cart');
  const { pressed } = await tokenOf(tab);
  await context.clearCookies();
  await context.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  const silent = await tokenOf(await visit(context, shop));
  expect(silent.pressed).toBe(silent.after);
  await track(await visit(context, pressed, `${shop}/`), 'begin_checkout');
  expect((await whoSent(endpoint, 'begin_checkout')).visitor).not.toBe((await whoSent(endpoint, 'view_cart')).visitor);
});

test('where consent is given on the next domain, the visitor is the same; where it is refused, nothing is kept', {
  timeout: PATIENT_MS,
}, async () => {
  const { endpoint, context, shop, pay } = await open({ pay: 'pending' });
  const tab = await visit(context, shop);
  await track(tab, 'view_cart');
  await whoSent(endpoint, 'view_cart');
  await follow(tab, '#plain', pay);
  expect(await tab.evaluate(() => [document.cookie, localStorage.length, location.hash])).toEqual(['', 0, '']);
  await tab.evaluate(() => (window as unknown as Started).funnel.setConsent('denied'));
  await tab.evaluate(() => (window as unknown as Started).funnel.setConsent('granted'));
  await track(tab, 'after_no');
  expect((await whoSent(endpoint, 'after_no')).visitor).not.toBe((await whoSent(endpoint, 'view_cart')).visitor);

  const { pressed } = await tokenOf(await visit(context, shop));
  await tab.evaluate(() => localStorage.clear());
  await context.clearCookies({ domain: '.pay.test' });
  const next = await visit(context, pressed, `${shop}/`);
  await next.evaluate(() => (window as unknown as Started).funnel.setConsent('granted'));
  await track(next, 'after_yes');
  expect(await whoSent(endpoint, 'after_yes')).toEqual(await whoSent(endpoint, 'view_cart'));
});
