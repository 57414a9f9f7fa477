import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import type { Platform, Truth } from '../platform.ts';
import { clientOf, type Good, inline, optional, pieces, says, slowly } from '../spa.ts';

interface Variant extends Good {
  id: string;
  product: string;
  slug: string;
  title: string;
  sku: string;
  stock: number;
}

const variant = (
  id: string,
  product: string,
  title: string,
  name: string,
  sku: string,
  price: number,
  stock = 100,
): Variant => {
  const slug = title.toLowerCase().replaceAll(' ', '-');
  return { ids: [id, product, sku], id, product, slug, title, name, sku, price, stock };
};
const laptop8 = variant('1', '1', 'Laptop', 'Laptop 13 inch 8GB', 'L2201308', 155_880);
const laptop16 = variant('2', '1', 'Laptop', 'Laptop 13 inch 16GB', 'L2201316', 263_880);
const mouse = variant('6', '3', 'Gaming Mouse', 'Gaming Mouse', 'GM-11', 2_499);
const tablet = variant('9', '5', 'Tablet', 'Tablet', 'TBL-2', 39_480, 1);
const cable = variant('12', '7', 'USB Cable', 'USB Cable', 'USBC-9', 720);
const variants = [laptop8, laptop16, mouse, tablet, cable];
const SHIPPING = 600;
const CODE = 'T4XB9QK2LM7Z';

/** A variant goes by a longer name in the order than its product does on its page: either is right. */
const unnamed = ({ items = [], ...truth }: Truth): Truth => ({
  ...truth,
  items: items.map(({ item_name, ...told }) => (item_name?.startsWith('Laptop') ? told : { item_name, ...told })),
});

const platform: Platform = {
  name: 'Vendure Remix storefront',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    let lines: [Variant, quantity: number][] = [];
    let customer: Record<string, string> | undefined;
    let address: Record<string, string> | undefined;
    let isSent = false;
    let error: { errorCode: string; message: string } | undefined;
    let placed: object | undefined;
    let user: string | undefined;
    let declines = 1;

    const orderOf = (active: boolean) => {
      const sum = lines.reduce((all, [{ price }, quantity]) => all + price * quantity, 0);
      return {
        __typename: 'Order',
        id: '17',
        code: CODE,
        active,
        createdAt: new Date().toISOString(),
        state: active ? 'AddingItems' : 'PaymentAuthorized',
        currencyCode: 'USD',
        totalQuantity: lines.reduce((all, [, quantity]) => all + quantity, 0),
        subTotal: Math.round(sum / 1.2),
        subTotalWithTax: sum,
        taxSummary: [{ description: 'Standard Tax', taxRate: 20, taxTotal: sum - Math.round(sum / 1.2) }],
        shippingWithTax: isSent ? SHIPPING : 0,
        totalWithTax: sum + (isSent ? SHIPPING : 0),
        customer: customer ?? null,
        shippingAddress: address ?? null,
        shippingLines: isSent
          ? [{ shippingMethod: { id: '1', name: 'Standard Shipping' }, priceWithTax: SHIPPING }]
          : [],
        lines: lines.map(([one, quantity], at) => ({
          id: `${at + 31}`,
          unitPriceWithTax: one.price,
          linePriceWithTax: one.price * quantity,
          quantity,
          featuredAsset: { id: one.product, preview: `/assets/${one.slug}.jpg` },
          productVariant: {
            id: one.id,
            name: one.name,
            price: Math.round(one.price / 1.2),
            product: { id: one.product, slug: one.slug },
          },
        })),
      };
    };
    const active = () => (lines.length ? orderOf(true) : null);
    const cards = [...new Set(variants.map(({ slug }) => slug))].map((slug) => {
      const own = variants.filter((one) => one.slug === slug);
      const prices = own.map(({ price }) => price);
      return { slug, title: own[0]!.title, min: Math.min(...prices), max: Math.max(...prices) };
    });
    const pageOf = (path: string, query: URLSearchParams) => {
      const base = { activeOrder: active(), user, error };
      error = undefined; // flashed once
      const [, first, second, third] = path.split('/');
      const own = variants.filter(({ slug }) => slug === second);
      if (first === 'products' && own[0])
        return {
          ...base,
          kind: 'product',
          title: `${own[0].title} - Vendure Remix Storefront`,
          name: own[0].title,
          variants: own.map(({ id, name, sku, price, stock }) => ({
            id,
            name,
            sku,
            price,
            stock: stock > 1 ? 'IN_STOCK' : 'LOW_STOCK',
          })),
        };
      if (first === 'collections' || first === 'search') {
        const q = query.get('q') ?? '';
        const list = cards.filter(({ title }) => title.toLowerCase().includes(q));
        return {
          ...base,
          kind: 'list',
          title: 'Electronics - Vendure Remix Storefront',
          heading: q ? `Results for "${q}"` : 'Electronics',
          cards: list,
        };
      }
      if (first === 'checkout') {
        const title = 'Vendure Remix Storefront';
        if (second === 'confirmation') return { ...base, kind: 'confirmation', title, order: placed };
        return { ...base, kind: second === 'payment' ? 'payment' : 'checkout', title, third };
      }
      if (first === 'account') return { ...base, kind: 'account', title: 'My account', order: placed };
      if (first === 'sign-in' || first === 'sign-up')
        return { ...base, kind: first, title: 'Vendure Remix Storefront' };
      return { ...base, kind: 'home', title: 'Vendure Remix Storefront', cards: cards.slice(0, 2) };
    };

    const acts: Record<string, (asked: Record<string, string>) => void> = {
      addItemToOrder: ({ variantId, quantity = '1' }) => {
        const one = variants.find(({ id }) => id === variantId)!;
        const known = lines.find((line) => line[0] === one);
        if ((known?.[1] ?? 0) + Number(quantity) > one.stock) {
          error = {
            errorCode: 'INSUFFICIENT_STOCK_ERROR',
            message: `Only ${one.stock} item was added to the order due to insufficient stock`,
          };
          return;
        }
        if (known) known[1] += Number(quantity);
        else lines.push([one, Number(quantity)]);
      },
      adjustItem: ({ lineId, quantity }) => {
        lines[Number(lineId) - 31]![1] = Number(quantity);
      },
      removeItem: ({ lineId }) => {
        lines.splice(Number(lineId) - 31, 1);
      },
      setOrderCustomer: ({ action: _, ...told }) => {
        customer = { id: '4', ...told };
      },
      setCheckoutShipping: ({ action: _, ...told }) => {
        address = told;
      },
      setShippingMethod: () => {
        isSent = true;
      },
    };

    const shop = new Hono();
    shop.use(slowly(120));
    shop.post('/api/active-order', async (c) => {
      const asked = (await c.req.parseBody()) as Record<string, string>;
      acts[asked.action!]!(asked);
      return c.json({ activeOrder: active() });
    });
    const leads = (c: Context, to: string) => c.body(null, 204, { 'x-remix-redirect': to, 'x-remix-status': '302' });
    shop.post('/checkout/payment', (c) => {
      if (declines-- > 0) {
        error = { errorCode: 'PAYMENT_DECLINED_ERROR', message: 'The payment was declined' };
        return c.json(null);
      }
      placed = orderOf(false);
      lines = [];
      return leads(c, `/checkout/confirmation/${CODE}`);
    });
    shop.post('/sign-up', async (c) => {
      const { email, firstName } = (await c.req.parseBody()) as Record<string, string>;
      if (email === 'taken@example.com') return c.json({ form: 'EMAIL_ADDRESS_CONFLICT_ERROR' }, 401);
      user = firstName;
      return leads(c, '/account');
    });
    shop.post('/sign-in', (c) =>
      c.json({ message: 'The provided credentials are invalid', errorCode: 'INVALID_CREDENTIALS_ERROR' }, 401),
    );
    shop.get('*', (c) => {
      const { pathname, searchParams } = new URL(c.req.url);
      const page = pageOf(pathname, searchParams);
      if (searchParams.has('_data')) return c.json(page, 200, { 'x-remix-response': 'yes' });
      return c.html(
        `<!DOCTYPE html><html lang="en" id="app"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${page.title}</title>${tag}<style>.fixed{position:fixed;right:0;top:60px;background:#fff;z-index:9}.sr-only{position:absolute;width:1px;height:1px;overflow:hidden}svg{width:1em;height:1em}</style></head><body><header class="bg-gradient-to-r shadow-lg"><div class="max-w-6xl mx-auto p-4 flex items-center space-x-4"><h1 class="text-white w-10"><a href="/"><img src="data:," alt="Vendure logo"></a></h1><div class="flex space-x-4"><a class="text-sm text-gray-200" href="/collections/electronics">Electronics</a><a href="/sign-in" class="sign-in">Sign In</a></div><div class="flex-1"><form method="get" action="/search" class="search"><label class="sr-only" for="q">Search</label><input type="search" name="q" id="q" placeholder="Search products"></form></div><div><button class="relative w-9 h-9 bg-opacity-20 rounded p-1" aria-label="Open cart tray"><svg></svg><span class="badge-slot"></span></button></div></div></header><main class=""></main><div id="tray"></div><footer class="mt-24 border-t bg-gray-50" aria-labelledby="footer-heading"><h2 id="footer-heading" class="sr-only">Footer</h2><div><h3>Shop</h3><ul role="list"><li><a href="/collections/electronics">Electronics</a></li></ul><h3>Subscribe to our newsletter</h3><p>Be the first to know about exclusive offers &amp; deals.</p><form class="mt-4 sm:flex newsletter"><label for="email-address" class="sr-only">Email address</label><input type="email" name="email-address" id="email-address" autocomplete="email" required placeholder="Enter your email"><div><button type="submit">Subscribe</button></div></form></div></footer><script>window.__remixContext=${inline(page)};{${clientOf('vendure-remix')}}</script></body></html>`,
      );
    });

    const is = (tab: Page, path: string) => tab.waitForSelector(`main[data-at="${path}"]`);
    const idle = (tab: Page) => tab.waitForSelector('body[data-busy="0"]');
    const browse = (selector: string, path: string) => async (tab: Page) => {
      await tab.click(selector);
      await is(tab, path);
    };
    const open = (one: Variant) => async (tab: Page) => {
      await browse('header [href^="/collections"]', '/collections/electronics')(tab);
      await browse(`main [href="/products/${one.slug}"]`, `/products/${one.slug}`)(tab);
    };
    const press = (selector: string) => async (tab: Page) => {
      await tab.click(selector);
      await idle(tab);
    };
    const add = press('main form [type=submit]');
    const send =
      (form: string, fields: Record<string, string>, then: (tab: Page) => Promise<unknown>) => async (tab: Page) => {
        for (const [name, text] of Object.entries(fields)) await tab.fill(`${form} [name="${name}"]`, text);
        await tab.click(`${form} [type=submit]`);
        await then(tab);
      };
    const blur = (fields: Record<string, string>) => async (tab: Page) => {
      for (const [name, text] of Object.entries(fields)) await tab.fill(`main [name="${name}"]`, text);
      await tab.locator(`main [name="${Object.keys(fields).pop()}"]`).blur();
      await idle(tab);
    };
    const bought: [Variant, number][] = [
      [laptop16, 1],
      [mouse, 3],
    ];
    const sum = bought.reduce((all, [{ price }, quantity]) => all + price * quantity, 0);

    return {
      apps: { shop },
      walk: [
        {
          name: 'lands on the front page',
          act: (tab) => tab.goto(`${origin}/`, { referer: 'https://www.bing.com/' }).then(() => is(tab, '/')),
          truth: [{ name: 'landing' }],
        },
        {
          name: 'searches',
          act: async (tab) => {
            await tab.fill('#q', 'cable');
            await tab.press('#q', 'Enter');
            await is(tab, '/search?q=cable');
          },
          truth: [],
        },
        { name: 'opens the laptop', act: open(laptop8), truth: [unnamed(pieces('view_item', 'USD', [laptop8, 1]))] },
        {
          name: 'chooses the dearer one',
          act: (tab) => tab.selectOption('#productVariant', '2').then(() => says(tab, 'main', '$2,638.80')),
          truth: [],
        },
        { name: 'notes it', act: (tab) => tab.click('text=Add to favorites', { force: true }), truth: [] },
        { name: 'adds it', act: add, truth: [unnamed(pieces('add_to_cart', 'USD', [laptop16, 1]))] },
        { name: 'opens the mouse', act: open(mouse), truth: [pieces('view_item', 'USD', [mouse, 1])] },
        { name: 'adds it', act: add, truth: [pieces('add_to_cart', 'USD', [mouse, 1])] },
        {
          name: 'adds another, by a button that now says how many are in the cart',
          act: add,
          truth: [pieces('add_to_cart', 'USD', [mouse, 1])],
        },
        { name: 'opens the tablet', act: open(tablet), truth: [pieces('view_item', 'USD', [tablet, 1])] },
        { name: 'adds the only one', act: add, truth: [pieces('add_to_cart', 'USD', [tablet, 1])] },
        {
          name: 'is refused another: the answer is the order as it was',
          act: async (tab) => {
            await add(tab);
            await says(tab, 'main', 'insufficient stock');
          },
          truth: [],
        },
        {
          name: 'opens the tray',
          act: (tab) => tab.click('[aria-label="Open cart tray"]').then(() => tab.waitForSelector('[role=dialog] li')),
          truth: [unnamed(pieces('view_cart', 'USD', [laptop16, 1], [mouse, 2], [tablet, 1]))],
        },
        {
          name: 'takes three mice',
          act: async (tab) => {
            await tab.selectOption('[role=dialog] li:has-text("Mouse") select', '3');
            await idle(tab);
          },
          truth: [optional(pieces('add_to_cart', 'USD', [mouse, 1]))],
        },
        {
          name: 'removes the tablet',
          act: press('[role=dialog] li:has-text("Tablet") button'),
          truth: [pieces('remove_from_cart', 'USD', [tablet, 1])],
        },
        { name: 'closes the tray', act: (tab) => tab.click('text=Close panel', { force: true }), truth: [] },
        {
          name: 'fails to sign in',
          act: async (tab) => {
            await browse('.sign-in', '/sign-in')(tab);
            await send('main form', { email: 'ida@example.com', password: 'wrong' }, (one) =>
              says(one, 'main', 'invalid'),
            )(tab);
          },
          truth: [],
        },
        {
          name: 'registers with an address that is taken',
          act: async (tab) => {
            await browse('main [href="/sign-up"]', '/sign-up')(tab);
            const fields = {
              email: 'taken@example.com',
              firstName: 'Ida',
              lastName: 'Holm',
              password: 'secret-12',
              repeatPassword: 'secret-12',
            };
            await send('main form', fields, (one) => says(one, 'main', 'CONFLICT'))(tab);
          },
          truth: [],
        },
        {
          name: 'registers',
          act: send('main form', { email: 'ida@example.com' }, (tab) => is(tab, '/account')),
          truth: [{ name: 'sign_up' }],
        },
        {
          name: 'goes to checkout from the tray',
          act: async (tab) => {
            await tab.click('[aria-label="Open cart tray"]');
            await browse('[role=dialog] [href="/checkout"]', '/checkout')(tab);
          },
          truth: [optional({ name: 'view_cart' }), unnamed(pieces('begin_checkout', 'USD', ...bought))],
        },
        {
          name: 'types who it is for',
          act: blur({ emailAddress: 'ida@example.com', firstName: 'Ida', lastName: 'Holm' }),
          truth: [],
        },
        {
          name: 'types an address, which is sent as it is left',
          act: blur({ fullName: 'Ida Holm', streetLine1: 'Main St 1', city: 'Springfield', postalCode: '62701' }),
          truth: [optional({ name: 'add_shipping_info' })],
        },
        {
          name: 'chooses a delivery and goes on',
          act: async (tab) => {
            await press('main [role=radio]')(tab);
            await browse('text=Proceed to payment', '/checkout/payment')(tab);
          },
          truth: [{ name: 'add_shipping_info' }],
        },
        {
          name: 'is declined',
          act: async (tab) => {
            await press('main form [type=submit]')(tab);
            await says(tab, 'main', 'declined');
          },
          truth: [optional({ name: 'add_payment_info' })],
        },
        {
          name: 'pays',
          act: browse('main form [type=submit]', `/checkout/confirmation/${CODE}`),
          truth: [
            optional({ name: 'add_payment_info' }),
            {
              ...unnamed(pieces('purchase', 'USD', ...bought)),
              value: (sum + SHIPPING) / 100,
              shipping: SHIPPING / 100,
              transaction_id: CODE,
            },
          ],
        },
        {
          name: 'reloads',
          act: (tab) => tab.reload().then(() => is(tab, `/checkout/confirmation/${CODE}`)),
          truth: [],
        },
        { name: 'goes home', act: browse('header h1 a', '/'), truth: [] },
        {
          name: 'comes back',
          act: (tab) => tab.goBack().then(() => is(tab, `/checkout/confirmation/${CODE}`)),
          truth: [],
        },
        {
          name: 'looks at the order in the account',
          act: browse('.sign-in', '/account'),
          truth: [],
        },
      ],
    };
  },
};

export default platform;
