// @vitest-environment node
import { expect, test } from 'vitest';
import { GUARDED } from '../package/younger.ts';
import { createStage, PATIENCE } from './harness.ts';
import { htmlPage, scriptTag } from './site.ts';

const stage = createStage();

const json = (body: unknown) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const STUB =
  '<script>window.funnelwire=window.funnelwire||function(){(funnelwire.q=funnelwire.q||[]).push(arguments)}</script>';

/** A shop of one mug, whose own script says `open` once it has run behind ours. */
const open = (without: string) =>
  stage.open((url) => {
    const head = `<script>{ ${without} }</script>${STUB}${scriptTag({ 'data-endpoint': url })}`;
    return {
      '/': htmlPage(
        head,
        `<main class="product"><h1>Mug</h1><b class="price">€12.50</b><form action="/cart/add" id="add"><input type="hidden" name="id" value="7"><button>Add to cart</button></form></main>
        <form class="newsletter" id="news"><input type="email" name="email"><button>Subscribe</button></form>
        <script>
          add.onsubmit = (event) => { event.preventDefault(); const ask = new XMLHttpRequest(); ask.open('POST', '/cart/add'); ask.setRequestHeader('content-type', 'application/x-www-form-urlencoded'); ask.onload = () => { document.title = 'added' }; ask.send('id=7&quantity=1') }
          news.onsubmit = (event) => event.preventDefault();
          window.shop = 'open';
        </script>`,
      ),
      '/next': htmlPage(head, '<script>window.shop = "open"</script>'),
      '/cart/add': json({ items: [{ id: 7, name: 'Mug', price: 12.5, quantity: 1 }], currency: 'EUR' }),
    };
  });

const walk = async ({ visit }: Awaited<ReturnType<typeof open>>) => {
  const tab = await visit();
  await tab.click('#add button');
  await tab.waitForFunction(() => document.title === 'added');
  await tab.evaluate(`funnelwire('track', 'demo_booked', { plan: 'pro' })`);
  await tab.fill('[type=email]', 'a@b.example');
  await tab.click('#news button');
  await tab.waitForTimeout(SETTLED_MS);
  expect(await tab.evaluate('window.shop')).toBe('open');
  await visit('/next', tab);
  expect(await tab.evaluate('window.shop')).toBe('open');
  return tab;
};

/** Longer than a page is looked at after its load. */
const SETTLED_MS = 3500;

test('without all that is younger than the baseline, all is told', async () => {
  const scene = await open(`${Object.values(GUARDED).join(';')}; PerformanceEntry.prototype.type = ''`);
  await walk(scene);
  const names = () => scene.endpoint.events().map(({ name }) => name);
  const told = ['landing', 'view_item', 'add_to_cart', 'demo_booked', 'form_start'];
  await expect.poll(names, PATIENCE).toEqual(expect.arrayContaining(told));
});

/** Browsers that are young, and keep something from pages. */
const HARDENED: Record<string, string> = {
  IndexedDB: 'delete window.indexedDB; delete window.IDBKeyRange',
  'web storage': 'delete window.localStorage; delete window.sessionStorage',
  fetch: 'delete window.fetch; delete window.Request; delete window.Response',
  'random numbers': 'delete window.crypto',
  'what measures time': 'delete window.performance',
  'streams and beacons':
    'delete Response.prototype.body; delete window.ReadableStream; delete Navigator.prototype.sendBeacon',
};

test.each(Object.entries(HARDENED))('in a browser that withholds %s the page sees no error', async (_, without) => {
  await walk(await open(without));
});

/** As Chrome 87 and Firefox 83 did, which know the syntax. */
const NO_SELECTOR = `for (const { prototype } of [Element, Document, DocumentFragment]) for (const name of ['querySelector', 'querySelectorAll', 'matches', 'closest']) {
  const own = prototype[name];
  if (own) prototype[name] = function (selector) { if (/:is|:not\\([^)]*,/.test(selector)) throw new DOMException('no selector', 'SyntaxError'); return own.call(this, selector) };
}`;

test.each([
  ['selectors', ''],
  [
    'what browsers learned long before, too',
    'delete window.AbortController; delete Promise.allSettled; delete Promise.prototype.finally; delete Object.fromEntries; delete String.prototype.normalize; delete window.URLSearchParams; delete window.BigInt',
  ],
])('below the baseline, in want of %s, there is silence', async (_, without) => {
  const scene = await open(NO_SELECTOR + without);
  const said: string[] = [];
  scene.context.on('console', (message) => message.location().url.endsWith('.ico') || said.push(message.text()));
  const tab = await walk(scene);
  await tab.evaluate(`funnelwire('track', 'purchase', { transaction_id: 'A-1' }); funnelwire('forget')`);
  await tab.close();
  expect(scene.endpoint.arrived).toEqual([]);
  expect(said).toEqual([]);
});
