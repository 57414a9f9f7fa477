import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import type { Platform, Truth } from '../platform.ts';
import { clientOf, type Good, inline, optional, pieces, says, slowly } from '../spa.ts';

interface Stocked extends Good {
  id: string;
  category: string;
  stock: number;
}

const stocked = (id: string, sku: string, name: string, category: string, price: number, stock = 50): Stocked => ({
  ids: [id, sku],
  id,
  name,
  category,
  price,
  stock,
});
const phone = stocked('1', 'PHONE15-128-NAT', 'Phone 15 Pro', 'Smartphones', 99_900);
const laptop = stocked('2', 'LAP14-M3', 'Laptop Pro 14-inch', 'Laptops', 159_900);
const pods = stocked('4', 'PODS-2ND', 'Pods Pro (2nd generation)', 'Accessories', 24_900);
const headphones = stocked('5', 'WH1000-BLACK', 'WH-1000XM5 Headphones', 'Accessories', 39_900, 3);
const cable = stocked('7', 'CABLE-1', 'USB Cable', 'Accessories', 1950);
const gone = stocked('8', 'DOCK-1', 'Desk Dock', 'Accessories', 8900, 0);
const goods = [phone, laptop, pods, headphones, cable, gone];

/** Its one page has no steps of its own: with the order both have been chosen. */
const CHOSEN = ['add_shipping_info', 'add_payment_info'].map((name) => optional({ name }));

const METHODS = [
  { id: '4', name: 'Standard Shipping', baseRate: 9.99, freeFrom: 100, days: '5-7 business days' },
  { id: '3', name: 'Express Shipping', baseRate: 24.99, days: '2-3 business days' },
];
const TAX_RATE = 0.08;

const platform: Platform = {
  name: 'ShopNex',
  family: 'api',
  open: (origins, tag) => {
    const { shop: origin } = origins;
    let users = 0;
    let orders = 0;

    const told = ({ id, name, category, price, stock }: Stocked) => ({
      id,
      name,
      category,
      price: price / 100,
      image: `/api/media/file/px-${id}.png`,
      description: `<p>${name} with <strong>all-day battery</strong>.</p><ul><li>Up to 2x more</li><li>6.1-inch display</li></ul>`,
      inStock: stock > 0,
    });
    const pageOf = (path: string, query: URLSearchParams) => {
      const one = goods.find(({ id }) => path === `/products/${id}`);
      if (one) {
        const jsonLd = {
          '@context': 'https://schema.org',
          '@type': 'Product',
          name: one.name,
          description: `${one.name} with all-day battery.`,
          image: `/api/media/file/px-${one.id}.png`,
          url: `https://shop.example/products/${one.id}`,
          brand: { '@type': 'Brand', name: 'ShopNex' },
          category: one.category,
          offers: {
            '@type': 'Offer',
            price: String(one.price / 100),
            priceCurrency: 'USD',
            availability: 'https://schema.org/InStock',
          },
        };
        return { title: `${one.name} | ShopNex`, product: told(one), jsonLd };
      }
      const search = query.get('search');
      const found = goods.filter(({ name }) => name.toLowerCase().includes(search ?? ''));
      const title = search ? `Search Results for "${search}"` : 'All Products';
      if (path === '/products') return { title: `${title} | ShopNex`, products: found.map(told) };
      return { title: 'ShopNex - Modern E-Commerce Storefront', featured: goods.slice(0, 4).map(told) };
    };

    const shop = new Hono();
    shop.use(slowly(60));
    shop.get('/api/users/me', (c) => c.json({ user: users ? { id: users } : null, message: 'Account' }));
    const docs = (c: Context, list: unknown[]) =>
      c.json({ docs: list, totalDocs: list.length, limit: 100, page: 1, hasNextPage: false });
    shop.get('/api/products', (c) =>
      docs(
        c,
        goods.map(({ id, name, price, stock, ids: [, sku] }) => ({
          id: Number(id),
          title: name,
          currency: 'USD',
          visible: true,
          variants: [{ vid: null, sku, price: price / 100, stockCount: stock, options: [] }],
        })),
      ),
    );
    shop.get('/api/shipping', (c) => c.json(METHODS));
    shop.get('/api/payments', (c) =>
      docs(c, [{ id: 2, name: 'Bank Transfer', enabled: true, providers: [{ blockType: 'manual' }] }]),
    );
    shop.post('/api/users', async (c) => {
      const { email } = await c.req.json();
      users++;
      return c.json({ doc: { id: users, email, roles: ['customer'] }, message: 'User successfully created.' }, 201);
    });
    shop.post('/api/users/login', (c) =>
      users
        ? c.json({ message: 'Authentication Passed', user: { id: users }, token: 'eyJ.x.y', exp: 1_795_800_000 })
        : c.json({ errors: [{ message: 'The email or password provided is incorrect.' }] }, 401),
    );
    shop.post('/api/orders/checkout', async (c) => {
      const { items, shippingMethodId } = (await c.req.json()) as {
        items: { id: string; quantity: number; name: string }[];
        shippingMethodId: string;
      };
      const asked = items.map(({ id, quantity }) => ({ one: goods.find((other) => other.id === id)!, quantity }));
      const short = asked.find(({ one, quantity }) => one.stock < quantity);
      if (short)
        return c.json(
          { error: `Insufficient stock for "${short.one.name}": requested ${short.quantity}, available 3` },
          400,
        );
      const subtotal = asked.reduce((sum, { one, quantity }) => sum + one.price * quantity, 0) / 100;
      const { baseRate, freeFrom = Number.POSITIVE_INFINITY } = METHODS.find(({ id }) => id === shippingMethodId)!;
      const shippingCost = subtotal >= freeFrom ? 0 : baseRate;
      const taxAmount = subtotal * TAX_RATE;
      return c.json({
        success: true,
        orderId: `ORD-179572690473${++orders}-hgwftw1cx`,
        redirectUrl: '/order/pending/SID-0f6e',
        total: subtotal + shippingCost + taxAmount,
        subtotal,
        shippingCost,
        taxAmount,
      });
    });
    shop.get('/api/media/file/:name', (c) =>
      c.body('<svg xmlns="http://www.w3.org/2000/svg"/>', 200, { 'content-type': 'image/svg+xml' }),
    );
    shop.get('*', (c) => {
      const { pathname, searchParams } = new URL(c.req.url);
      const page = pageOf(pathname, searchParams);
      if (c.req.header('rsc')) return c.body(JSON.stringify(page), 200, { 'content-type': 'text/x-component' });
      const nav = '<a class="text-foreground" href="/products">Products</a><a href="/categories">Categories</a>';
      return c.html(
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${page.title}</title><meta property="og:title" content="${page.title}">${tag}</head><body class="font-sans antialiased"><div class="min-h-screen flex flex-col"><script type="application/ld+json" id="data">${inline('jsonLd' in page ? page.jsonLd : {})}</script><header class="sticky top-0 z-50 w-full border-b"><div class="flex h-16 items-center justify-between"><a class="flex items-center space-x-2" href="/"><span class="text-xl font-bold">ShopNex</span></a><nav class="hidden md:flex items-center space-x-8">${nav}</nav><div class="flex items-center space-x-4"><button type="button" __act="search"><svg class="lucide lucide-search h-5 w-5"></svg><span class="sr-only">Search</span></button><a href="/account/login"><svg class="lucide lucide-user h-4 w-4"></svg></a><div id="cart"></div></div></div></header><main class="flex-1"></main><footer class="border-t"><a href="/contact">Contact Us</a><a href="/returns">Returns</a><p>&copy; 2024 ShopNex. All rights reserved.</p></footer></div><div id="portal"></div><style>img{width:40px;height:40px}.sr-only{position:absolute;width:1px;height:1px;overflow:hidden}.fixed{position:fixed;top:0;right:0;z-index:9;background:#fff;overflow:auto;max-height:100vh}</style><script>{${clientOf('shopnex')}}</script></body></html>`,
      );
    });

    const arrives = (tab: Page, path: string) => tab.waitForSelector(`main[data-at="${path}"]`);
    const act = (name: string, from = 'main') => `${from} [__act="${name}"]`;
    const DRAWER = '[role=dialog]';
    const click = (selector: string) => (tab: Page) => tab.click(selector);
    const counts = (tab: Page, count: number) => says(tab, '#cart [data-slot=badge]', `${count}`);
    const toDrawer = async (tab: Page) => {
      await tab.click('#cart button');
      await tab.waitForSelector(DRAWER);
      await tab.waitForTimeout(700); // it slides in
    };
    const fillIn = async (tab: Page) => {
      await tab.fill('#email', 'sam@example.com');
      for (const id of ['firstName', 'lastName', 'address', 'city', 'zipCode']) await tab.fill(`#${id}`, 'Poe 1');
    };
    const place = async (tab: Page) => {
      await tab.click('main button[type=submit]');
      await says(tab, 'h1', 'Order Confirmed');
    };
    const bill = (
      number: number,
      total: number,
      tax: number,
      shipping: number,
      ...lines: [Stocked, number][]
    ): Truth => ({
      ...pieces('purchase', 'USD', ...lines),
      value: total,
      tax,
      shipping,
      transaction_id: `ORD-179572690473${number}-hgwftw1cx`,
    });

    return {
      apps: { shop },
      walk: [
        {
          name: 'lands from a campaign',
          act: async (tab) => {
            await tab.goto(`${origin}/?utm_source=news&utm_medium=email&utm_campaign=fall`);
            await tab.waitForSelector('form.news');
          },
          truth: [{ name: 'landing' }],
        },
        {
          name: 'asks for the newsletter',
          act: async (tab) => {
            await tab.fill('.news input', 'sam@example.com');
            await tab.click('.news button');
            await says(tab, 'h3', 'Thank you for subscribing');
          },
          truth: [{ name: 'generate_lead', form_kind: 'newsletter' }],
        },
        {
          name: 'goes to all products',
          act: (tab) => tab.click('nav a[href="/products"]').then(() => arrives(tab, '/products')),
          truth: [],
        },
        {
          name: 'opens the pods',
          act: (tab) => tab.click('main a[href="/products/4"] h3').then(() => arrives(tab, '/products/4')),
          truth: [pieces('view_item', 'USD', [pods, 1])],
        },
        { name: 'presses a Buy Now that does nothing', act: click('text=Buy Now'), truth: [] },
        { name: 'presses the heart, which does nothing', act: click('main .lucide-heart'), truth: [] },
        { name: 'wants two', act: click(act('more')), truth: [] },
        {
          name: 'adds them',
          act: (tab) => tab.click(act('buy')).then(() => counts(tab, 2)),
          truth: [pieces('add_to_cart', 'USD', [pods, 2])],
        },
        {
          name: 'adds two more',
          act: (tab) => tab.click(act('buy')).then(() => counts(tab, 4)),
          truth: [pieces('add_to_cart', 'USD', [pods, 2])],
        },
        { name: 'opens the drawer', act: toDrawer, truth: [pieces('view_cart', 'USD', [pods, 4])] },
        { name: 'takes a fifth in it', act: click(act('plus:4', DRAWER)), truth: [] },
        {
          name: 'takes it back',
          act: click(act('minus:4', DRAWER)),
          truth: [optional(pieces('remove_from_cart', 'USD', [pods, 1]))],
        },
        { name: 'closes it', act: (tab) => tab.keyboard.press('Escape'), truth: [] },
        {
          name: 'adds the headphones from their card, by a button that says Add',
          act: async (tab) => {
            await tab.click('nav a[href="/products"]');
            await arrives(tab, '/products');
            await tab.click(act('add:5'));
            await counts(tab, 5);
          },
          truth: [pieces('add_to_cart', 'USD', [headphones, 1])],
        },
        { name: 'presses the heart of a card', act: click('main a[href="/products/2"] .lucide-heart'), truth: [] },
        { name: 'looks at a list', act: click(act('view:list')), truth: [] },
        {
          name: 'adds the laptop from the list',
          act: (tab) => tab.click(act('add:2')).then(() => counts(tab, 6)),
          truth: [pieces('add_to_cart', 'USD', [laptop, 1])],
        },
        {
          name: 'searches in a dialog without a form',
          act: async (tab) => {
            await tab.click('header [__act=search]');
            await tab.fill(`${DRAWER} input`, 'phone');
            await tab.press(`${DRAWER} input`, 'Enter');
            await arrives(tab, '/products?search=phone');
          },
          truth: [],
        },
        {
          name: 'opens the phone by its address',
          act: (tab) => tab.goto(`${origin}/products/1`).then(() => arrives(tab, '/products/1')),
          truth: [pieces('view_item', 'USD', [phone, 1])],
        },
        {
          name: 'adds it',
          act: (tab) => tab.click(act('buy')).then(() => counts(tab, 7)),
          truth: [pieces('add_to_cart', 'USD', [phone, 1])],
        },
        {
          name: 'goes to the cart through the drawer',
          act: async (tab) => {
            await tab.click('#cart button');
            await tab.click(`${DRAWER} a[href="/cart"]`);
            await arrives(tab, '/cart');
          },
          truth: [
            pieces('view_cart', 'USD', [pods, 4], [headphones, 1], [laptop, 1], [phone, 1]),
            optional({ name: 'view_cart' }),
          ],
        },
        { name: 'takes two headphones', act: click(act('plus:5')), truth: [] },
        {
          name: 'takes one back',
          act: click(act('minus:5')),
          truth: [optional(pieces('remove_from_cart', 'USD', [headphones, 1]))],
        },
        {
          name: 'takes the last one back',
          act: click(act('minus:5')),
          truth: [pieces('remove_from_cart', 'USD', [headphones, 1])],
        },
        {
          name: 'throws the laptop out by its bin',
          act: click(act('remove:2')),
          truth: [pieces('remove_from_cart', 'USD', [laptop, 1])],
        },
        {
          name: 'reloads the cart',
          act: (tab) => tab.reload().then(() => arrives(tab, '/cart')),
          truth: [optional({ name: 'view_cart' })],
        },
        {
          name: 'goes to checkout',
          act: (tab) => tab.click('main a[href="/checkout"]').then(() => arrives(tab, '/checkout')),
          truth: [pieces('begin_checkout', 'USD', [pods, 4], [phone, 1])],
        },
        {
          name: 'is told by the browser that an address is missing',
          act: (tab) => tab.click('main button[type=submit]'),
          truth: [],
        },
        { name: 'chooses express', act: click('#shipping-1'), truth: [] },
        { name: 'and standard again', act: click('#shipping-0'), truth: [] },
        {
          name: 'orders',
          act: async (tab) => {
            await fillIn(tab);
            await place(tab);
          },
          truth: [...CHOSEN, bill(1, 2154.6, 159.6, 0, [pods, 4], [phone, 1])],
        },
        {
          name: 'reloads the confirmation',
          act: (tab) => tab.reload().then(() => says(tab, 'h1', 'Order Confirmed')),
          truth: [],
        },
        {
          name: 'goes back to the checkout, which is empty',
          act: (tab) => tab.goBack().then(() => arrives(tab, '/checkout')),
          truth: [],
        },
        {
          name: 'adds a cable',
          act: async (tab) => {
            await tab.click('nav a[href="/products"]');
            await arrives(tab, '/products');
            await tab.click(act('add:7'));
            await counts(tab, 1);
          },
          truth: [pieces('add_to_cart', 'USD', [cable, 1])],
        },
        {
          name: 'goes to checkout from the drawer',
          act: async (tab) => {
            await toDrawer(tab);
            await tab.click(`${DRAWER} a[href="/checkout"]`);
            await arrives(tab, '/checkout');
          },
          truth: [optional({ name: 'view_cart' }), pieces('begin_checkout', 'USD', [cable, 1])],
        },
        {
          name: 'orders by express',
          act: async (tab) => {
            await tab.click('#shipping-1');
            await fillIn(tab);
            await place(tab);
          },
          truth: [...CHOSEN, bill(2, 46.05, 1.56, 24.99, [cable, 1])],
        },
        {
          name: 'adds four headphones, of which there are three, and is refused the order in silence',
          act: async (tab) => {
            await tab.click('main a[href="/products"]');
            await arrives(tab, '/products');
            for (let count = 1; count < 5; count++) {
              await tab.click(act('add:5'));
              await counts(tab, count);
              await tab.waitForTimeout(1500);
            }
            await tab.goto(`${origin}/checkout`);
            await arrives(tab, '/checkout');
            await fillIn(tab);
            await tab.click('main button[type=submit]');
            await tab.waitForTimeout(500);
          },
          truth: [
            ...[1, 2, 3, 4].map(() => pieces('add_to_cart', 'USD', [headphones, 1])),
            pieces('begin_checkout', 'USD', [headphones, 4]),
          ],
        },
        {
          name: 'fails to log in',
          act: async (tab) => {
            await tab.goto(`${origin}/account/login`);
            await arrives(tab, '/account/login');
            await tab.fill('#email', 'sam@example.com');
            await tab.fill('#password', 'not it');
            await tab.click('main button[type=submit]');
            await says(tab, '.error', 'incorrect');
          },
          truth: [],
        },
        {
          name: 'registers with two passwords',
          act: async (tab) => {
            await tab.goto(`${origin}/account/register`);
            await arrives(tab, '/account/register');
            await tab.fill('#firstName', 'Sam');
            await tab.fill('#email', 'sam@example.com');
            await tab.fill('#password', 'secret-12');
            await tab.fill('#confirmPassword', 'secret-13');
            await tab.click('main button[type=submit]');
            await says(tab, '.error', 'do not match');
          },
          truth: [],
        },
        {
          name: 'registers with one',
          act: async (tab) => {
            await tab.fill('#confirmPassword', 'secret-12');
            await tab.click('main button[type=submit]');
            await arrives(tab, '/account');
          },
          truth: [{ name: 'sign_up' }],
        },
        {
          name: 'looks at the account once more',
          act: (tab) => tab.reload().then(() => arrives(tab, '/account')),
          truth: [],
        },
      ],
    };
  },
};

export default platform;
