import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Page } from 'playwright-core';
import type { Platform } from '../platform.ts';
import { byName, clientOf, type Good, optional, pieces, says, slowly } from '../spa.ts';

interface Variant extends Good {
  handle: string;
  gid: string;
  option: string;
  stock: number;
}

const variant = (handle: string, number: number, name: string, option: string, price: number, stock = 9): Variant => {
  const gid = `gid://shopify/ProductVariant/${number}`;
  return { ids: [gid, `${number}`, handle], handle, gid, name, option, price, stock };
};
const hoodieBlack = variant('acme-hoodie', 43810551, 'Acme Hoodie', 'Black', 5000);
const hoodieSand = variant('acme-hoodie', 43810552, 'Acme Hoodie', 'Sand', 5400);
const bag = variant('acme-duffle', 43810560, 'Acme Duffle Bag', 'Default Title', 125_000);
const cup = variant('acme-cup', 43810570, 'Acme Cup', 'Default Title', 1500, 0);
const lighter = variant('acme-keyboard', 43810580, 'Acme Keyboard', 'Default Title', 15_000, -1);
const variants = [hoodieBlack, hoodieSand, bag, cup, lighter];
/** Sold out since the page was built. */
const GONE = cup;
const SHIPPING = 1250;
const TAX_RATE = 0.0875;
const about = 'We make things.';

type Line = [Variant, quantity: number];
const sumOf = (lines: Line[]) => lines.reduce((sum, [{ price }, quantity]) => sum + price * quantity, 0);
const chargeOf = (lines: Line[]) => sumOf(lines) + SHIPPING + Math.round(sumOf(lines) * TAX_RATE);

const platform: Platform = {
  name: 'Vercel Next.js Commerce',
  family: 'opaque',
  hosts: ['acme-checkout'],
  open: (origins, tag) => {
    const { shop: origin } = origins;
    const checkout = origins['acme-checkout']!;
    let lines: Line[] = [];
    const products = [...new Set(variants.map(({ handle }) => handle))].map((handle) => {
      const own = variants.filter((one) => one.handle === handle);
      const prices = own.map(({ price }) => price / 100);
      return { handle, title: own[0]!.name, from: Math.max(...prices), low: Math.min(...prices), own };
    });
    const tiles = products.map(({ handle, title, from }) => ({ handle, title, from }));
    const cart = () => ({
      id: 'gid://shopify/Cart/c1-3f',
      lines: lines.map(([one, quantity]) => ({
        id: one.gid,
        handle: one.handle,
        title: one.name,
        option: one.option,
        quantity,
        total: (one.price * quantity) / 100,
      })),
    });
    const pageOf = (path: string, query: URLSearchParams) => {
      const found = products.find(({ handle }) => path === `/product/${handle}`);
      if (found) {
        const { handle, title, own, low, from } = found;
        const sold = own.every(({ stock }) => stock < 0);
        const jsonLd = {
          '@context': 'https://schema.org',
          '@type': 'Product',
          name: title,
          description: `${title}. 60% combed ringspun cotton.`,
          image: `https://cdn.shopify.com/s/files/${handle}.png`,
          offers: {
            '@type': 'AggregateOffer',
            availability: `https://schema.org/${sold ? 'OutOfStock' : 'InStock'}`,
            priceCurrency: 'USD',
            highPrice: from.toFixed(1),
            lowPrice: low.toFixed(1),
          },
        };
        const product = {
          handle,
          title,
          from,
          description: '<p>60% combed ringspun cotton. Free returns over $75.</p>',
          availableForSale: !sold,
          variants: own.map(({ gid, option, price }) => ({ id: gid, option, price: price / 100 })),
        };
        return { title, product, jsonLd, related: tiles.filter((one) => one.handle !== handle).slice(0, 3) };
      }
      if (path === '/about') return { title: 'About', about };
      const q = query.get('q');
      const list = tiles.filter(({ title }) => !q || title.toLowerCase().includes(q));
      if (query.get('sort')) list.sort((one, other) => one.from - other.from);
      const sorts = [
        ['Relevance', '/search'],
        ['Price: Low to high', '/search?sort=price-asc'],
        ['Bags', '/search/bags'],
      ];
      return { title: 'Acme Store', query: q, products: list, sorts };
    };
    const component = (c: Context, rows: string[]) =>
      c.body(`${rows.join('\n')}\n`, 200, { 'content-type': 'text/x-component', vary: 'RSC, Next-Router-State-Tree' });
    /** What an action returned, then the cart as a provider's property inside the page's tree. */
    const acted = (c: Context, value: unknown) =>
      component(c, [
        '0:{"a":"$@1","f":"","b":"dpl_7x"}',
        `1:${JSON.stringify(value ?? '$undefined')}`,
        `2:${JSON.stringify(['$', '$L7', null, { cart: cart() }])}`,
        '3:I[4431,["177","static/chunks/app/layout.js"],"CartProvider"]',
      ]);

    const shop = new Hono();
    shop.use(slowly(130));
    shop.post('*', async (c) => {
      const args = (await c.req.json()) as unknown[];
      const lineOf = (gid: unknown) => lines.find(([one]) => one.gid === gid)!;
      switch (c.req.header('next-action')) {
        case '00f4e5d6':
          if (!getCookie(c, 'cartId')) setCookie(c, 'cartId', encodeURIComponent(cart().id), { path: '/' });
          return acted(c, undefined);
        case '60c1f2a9': {
          const one = variants.find(({ gid }) => gid === args[1])!;
          if (one === GONE) return acted(c, 'Error adding item to cart');
          const known = lineOf(one.gid);
          if (known) known[1]++;
          else lines.push([one, 1]);
          return acted(c, undefined);
        }
        case '607e44b1':
          lines = lines.filter(([one]) => one.gid !== args[1]);
          return acted(c, undefined);
        case '60d93e20': {
          const { merchandiseId, quantity } = args[1] as { merchandiseId: string; quantity: number };
          lineOf(merchandiseId)[1] = quantity;
          lines = lines.filter(([, left]) => left);
          return acted(c, undefined);
        }
        default:
          return c.body('', 303, { 'x-action-redirect': `${checkout}/cart/c/c1-3f;push` });
      }
    });
    shop.get('*', (c) => {
      const { pathname, searchParams } = new URL(c.req.url);
      if (c.req.header('rsc')) {
        const page = pageOf(pathname, searchParams);
        return component(c, ['0:["$@1",["dpl_7x",null]]', `1:${JSON.stringify(page)}`, '4:I[9275,[],""]']);
      }
      return c.html(
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Acme Store</title><meta property="og:type" content="website">${tag}</head><body class="bg-neutral-50 text-black"><nav class="relative flex items-center justify-between p-4"><a href="/"><div class="ml-2 uppercase">Acme Store</div></a><ul class="hidden gap-6"><li><a href="/search">All</a></li><li><a href="/about">About</a></li></ul><form class="search w-max-[550px]" action="/search"><input type="text" name="q" placeholder="Search for products..." autocomplete="off"></form><div class="flex justify-end"><button aria-label="Open cart"></button></div></nav><main></main><footer><p>&copy; 2023-2026 ACME, Inc.</p><a aria-label="Deploy on Vercel" href="https://vercel.com/templates">Deploy</a></footer><div id="headlessui-portal-root"></div><style>.panel{width:28rem;overflow:auto;background:#fff}.fixed{position:fixed}.inset-0{inset:0}.top-0{top:0}.bottom-0{bottom:0}.right-0{right:0}.sr-only{position:absolute;width:1px;height:1px;overflow:hidden}.absolute.ml-4{pointer-events:none}</style><script>window.__ACME__={currency:"USD"};(self.__next_f=self.__next_f||[]).push([0]);{${clientOf('vercel-commerce')}}</script></body></html>`,
      );
    });

    // The hosted checkout on a domain of its own.
    const hosted = new Hono();
    hosted.use(slowly(60));
    const shell = (inner: string) =>
      `<!doctype html><html lang="en"><head><title>Checkout - Acme</title></head><body>${inner}</body></html>`;
    hosted.get('/cart/c/:id', (c) => c.redirect('/checkouts/cn/c1-3f/information'));
    hosted.get('/checkouts/cn/:id/information', (c) =>
      c.html(
        shell(
          `<a href="${origin}/">Acme</a><form method="post" action="/checkouts/cn/c1-3f/pay"><input type="email" name="email"><button>Pay now</button></form><p>Total USD <strong>$${(chargeOf(lines) / 100).toFixed(2)}</strong></p>`,
        ),
      ),
    );
    hosted.post('/checkouts/cn/:id/pay', (c) => {
      lines = [];
      return c.redirect('/checkouts/cn/c1-3f/thank-you');
    });
    hosted.get('/checkouts/cn/:id/thank-you', (c) =>
      c.html(
        shell(`<p>Confirmation #K2</p><h1>Thank you, Sam!</h1><a class="back" href="${origin}/">Continue shopping</a>`),
      ),
    );

    const arrives = (tab: Page, path: string) => tab.waitForSelector(`main[data-at="${path}"]`);
    const done = (tab: Page) => tab.waitForSelector('body[data-busy="0"]');
    const open = (one: Variant) => async (tab: Page) => {
      await tab.click('nav a[href="/search"]');
      await arrives(tab, '/search');
      await tab.click(`main a[href="/product/${one.handle}"]`);
      await arrives(tab, `/product/${one.handle}`);
    };
    const press =
      (label: string, n = 0) =>
      async (tab: Page) => {
        await tab.click(`[aria-label="${label}"] >> nth=${n}`);
        await done(tab);
      };
    const proceed = async (tab: Page) => {
      await tab.click('text=Proceed to Checkout');
      await tab.waitForURL(/checkouts/);
    };
    const bought: Line[] = [
      [hoodieSand, 2],
      [bag, 1],
    ];
    const bill = { ...byName(pieces('purchase', 'USD', ...bought)), value: chargeOf(bought) / 100 };

    return {
      apps: { shop, 'acme-checkout': hosted },
      walk: [
        {
          name: 'lands on a product from a search',
          act: async (tab) => {
            await tab.goto(`${origin}/product/${bag.handle}`, { referer: 'https://duckduckgo.com/' });
            await arrives(tab, `/product/${bag.handle}`);
          },
          truth: [{ name: 'landing' }, byName(pieces('view_item', 'USD', [bag, 1]))],
        },
        {
          name: 'adds the bag; the drawer opens before the answer',
          act: press('Add to cart'),
          truth: [pieces('add_to_cart', 'USD', [bag, 1])],
        },
        { name: 'closes the drawer', act: (tab) => tab.click('[aria-label="Close cart"]'), truth: [] },
        {
          name: 'searches',
          act: async (tab) => {
            await tab.fill('.search input', 'hoodie');
            await tab.press('.search input', 'Enter');
            await arrives(tab, '/search?q=hoodie');
          },
          truth: [],
        },
        {
          name: 'sorts, and goes through the collections',
          act: async (tab) => {
            await tab.click('text=Price: Low to high');
            await arrives(tab, '/search?sort=price-asc');
            await tab.click('main nav >> text=Bags');
            await arrives(tab, '/search/bags');
          },
          truth: [],
        },
        {
          name: 'opens the hoodie, of which the dearest is shown',
          act: open(hoodieSand),
          truth: [
            {
              name: 'view_item',
              currency: 'USD',
              items: [{ item_name: hoodieSand.name, quantity: 1 }],
            },
          ],
        },
        {
          name: 'presses the button that waits for an option',
          act: (tab) => tab.click('[aria-label="Please select an option"]', { force: true }),
          truth: [],
        },
        {
          name: 'chooses a color',
          act: (tab) => tab.click('[title="Color Sand"]').then(() => arrives(tab, '/product/acme-hoodie?color=Sand')),
          truth: [],
        },
        { name: 'adds the hoodie', act: press('Add to cart'), truth: [pieces('add_to_cart', 'USD', [hoodieSand, 1])] },
        {
          name: 'adds it once more, from the same page',
          act: async (tab) => {
            await tab.click('[aria-label="Close cart"]');
            await press('Add to cart')(tab);
          },
          truth: [pieces('add_to_cart', 'USD', [hoodieSand, 1])],
        },
        {
          name: 'opens the cup',
          act: async (tab) => {
            await tab.click('[aria-label="Close cart"]');
            await open(cup)(tab);
          },
          truth: [byName(pieces('view_item', 'USD', [cup, 1]))],
        },
        {
          name: 'is refused the cup, though the drawer showed it',
          act: async (tab) => {
            await press('Add to cart')(tab);
            await says(tab, '[role=status]', 'Error adding item');
          },
          truth: [],
        },
        {
          name: 'opens what is sold out',
          act: async (tab) => {
            await tab.click('[aria-label="Close cart"]');
            await open(lighter)(tab);
          },
          truth: [byName(pieces('view_item', 'USD', [lighter, 1]))],
        },
        { name: 'presses its dead button', act: (tab) => tab.click('form.buy button', { force: true }), truth: [] },
        {
          name: 'reads about the makers',
          act: (tab) => tab.click('nav a[href="/about"]').then(() => arrives(tab, '/about')),
          truth: [],
        },
        {
          name: 'opens the drawer',
          act: (tab) => tab.click('[aria-label="Open cart"]'),
          truth: [byName(pieces('view_cart', 'USD', [bag, 1], [hoodieSand, 2]))],
        },
        { name: 'takes one bag more', act: press('Increase item quantity'), truth: [] },
        {
          name: 'takes it back',
          act: press('Reduce item quantity'),
          truth: [optional(pieces('remove_from_cart', 'USD', [bag, 1]))],
        },
        {
          name: 'removes the bag',
          act: press('Remove cart item'),
          truth: [pieces('remove_from_cart', 'USD', [bag, 1])],
        },
        {
          name: 'reloads; a server action runs that nobody asked for',
          act: (tab) => tab.reload().then(() => arrives(tab, '/about')),
          truth: [],
        },
        { name: 'opens the bag again', act: open(bag), truth: [byName(pieces('view_item', 'USD', [bag, 1]))] },
        { name: 'adds it after all', act: press('Add to cart'), truth: [pieces('add_to_cart', 'USD', [bag, 1])] },
        { name: 'goes to checkout', act: proceed, truth: [byName(pieces('begin_checkout', 'USD', ...bought))] },
        {
          name: 'leaves it for the shop',
          act: (tab) => tab.click('body > a').then(() => arrives(tab, '/')),
          truth: [],
        },
        {
          name: 'goes to checkout again',
          act: async (tab) => {
            await tab.click('[aria-label="Open cart"]');
            await proceed(tab);
          },
          truth: [optional({ name: 'view_cart' }), optional(byName(pieces('begin_checkout', 'USD', ...bought)))],
        },
        {
          name: 'pays where no script of the shop runs',
          act: async (tab) => {
            await tab.fill('[name=email]', 'sam@example.com');
            await tab.click('form button');
            await says(tab, 'h1', 'Thank you');
          },
          truth: [optional(bill)],
        },
        {
          name: 'comes back to the shop',
          act: (tab) => tab.click('.back').then(() => arrives(tab, '/')),
          truth: [optional(bill)],
        },
        {
          name: 'opens the drawer, which is empty',
          act: (tab) => tab.click('[aria-label="Open cart"]').then(() => says(tab, '.panel', 'empty')),
          truth: [optional({ name: 'view_cart' })],
        },
      ],
    };
  },
};

export default platform;
