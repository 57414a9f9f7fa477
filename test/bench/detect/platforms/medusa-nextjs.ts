import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import type { Platform } from '../platform.ts';
import { clientOf, type Good, inline, optional, pieces, says, slowly } from '../spa.ts';

interface Variant extends Good {
  product: string;
  handle: string;
  title: string;
  id: string;
  sku: string;
  stock: number;
}

const variant = (handle: string, name: string, title: string, sku: string, price: number, stock = 20): Variant => {
  const id = `variant_01JX${sku.replace(/\W/g, '')}`;
  const product = `prod_01JX${handle.replace(/\W/g, '').toUpperCase()}`;
  return { ids: [id, product, sku, handle], id, product, handle, name, title, sku, price, stock };
};
const sweatM = variant('sweatshirt', 'Medusa Sweatshirt', 'M', 'SWEATSHIRT-M', 2950);
const sweatL = variant('sweatshirt', 'Medusa Sweatshirt', 'L', 'SWEATSHIRT-L', 3150);
const shorts = variant('shorts', 'Medusa Shorts', 'One size', 'SHORTS-1', 1095);
const cup = variant('coffee-mug', 'Medusa Coffee Mug', 'One size', 'MUG-1', 1000);
const cap = variant('cap', 'Medusa Cap', 'One size', 'CAP-1', 1500, 0);
const variants = [sweatM, sweatL, shorts, cup, cap];
/** Sold since the page was built. */
const GONE = shorts;
const SHIPPING = 1000;
const TAX_RATE = 0.25;
const ORDER = 'order_01JXK3V7C2';

type Line = [Variant, quantity: number];
const sumOf = (lines: Line[]) => lines.reduce((sum, [{ price }, quantity]) => sum + price * quantity, 0);

const platform: Platform = {
  name: 'Medusa Next.js starter',
  family: 'opaque',
  open: ({ shop: origin }, tag) => {
    let lines: Line[] = [];
    let place: Record<string, string> | undefined;
    let method: string | undefined;
    let member: string | undefined;
    let declines = 1;
    let ordered: object | undefined;

    const goods = [...new Set(variants.map(({ handle }) => handle))].map((handle) => {
      const own = variants.filter((one) => one.handle === handle);
      return {
        id: own[0]!.product,
        handle,
        title: own[0]!.name,
        from: Math.min(...own.map(({ price }) => price)) / 100,
        options: own.length > 1 ? ['Size'] : [],
        variants: own.map(({ id, title, sku, price, stock }) => ({
          id,
          title,
          sku,
          inventory_quantity: stock,
          calculated_price: { calculated_amount: price / 100, original_amount: price / 100, currency_code: 'eur' },
        })),
      };
    });
    const tiles = goods.map(({ id, handle, title, from }) => ({ id, handle, title, from }));

    const totals = (shipped: boolean) => {
      const net = sumOf(lines) + (shipped ? SHIPPING : 0);
      const tax = Math.round(net * TAX_RATE);
      return {
        item_subtotal: sumOf(lines) / 100,
        shipping_subtotal: shipped ? SHIPPING / 100 : 0,
        discount_subtotal: 0,
        tax_total: tax / 100,
        total: (net + tax) / 100,
      };
    };
    const items = () =>
      lines
        .map(([one, quantity], at) => ({
          id: `cali_01JX${at}`,
          title: one.name,
          thumbnail: `https://medusa-public-images.s3.amazonaws.com/${one.handle}.png`,
          variant_id: one.id,
          product_id: one.product,
          product_title: one.name,
          product_handle: one.handle,
          variant_sku: one.sku,
          variant_title: one.title,
          requires_shipping: true,
          is_discountable: true,
          unit_price: one.price / 100,
          quantity,
          total: (one.price * quantity) / 100,
          original_total: (one.price * quantity) / 100,
          variant: { id: one.id, title: one.title, sku: one.sku },
        }))
        .reverse();
    const cart = () =>
      lines.length || place
        ? {
            id: 'cart_01JXBK',
            currency_code: 'eur',
            region_id: 'reg_01JX',
            email: place?.email ?? null,
            shipping_address: place ?? null,
            shipping_methods: method ? [{ id: 'casm_01', name: 'Standard Shipping', shipping_option_id: method }] : [],
            items: items(),
            promotions: [],
            region: { id: 'reg_01JX', name: 'Europe', currency_code: 'eur' },
            ...totals(!!method),
          }
        : null;

    const pageOf = (path: string, query: URLSearchParams) => {
      const [, country = 'dk', ...rest] = path.split('/');
      const at = rest.join('/');
      const base = { country, cart: cart(), member };
      const product = goods.find(({ handle }) => at === `products/${handle}`);
      if (product)
        return {
          ...base,
          kind: 'product',
          title: `${product.title} | Medusa Store`,
          product,
          related: tiles.filter(({ handle }) => handle !== product.handle).slice(0, 3),
        };
      if (at === 'store') {
        const list = [...tiles];
        if (query.get('sortBy') === 'price_asc') list.sort((one, other) => one.from - other.from);
        return { ...base, kind: 'store', title: 'Store | Medusa Store', products: list };
      }
      if (at === 'cart') return { ...base, kind: 'cart', title: 'Cart | Medusa Store' };
      if (at === 'checkout') return { ...base, kind: 'checkout', title: 'Checkout | Medusa Store' };
      if (at.startsWith('account')) {
        const isOrder = at.includes(ORDER);
        return { ...base, kind: isOrder ? 'order' : 'account', title: 'Account | Medusa Store', order: ordered };
      }
      if (at === `order/${ORDER}/confirmed`)
        return { ...base, kind: 'confirmed', title: 'Order Confirmed | Medusa Store', order: ordered };
      return { ...base, kind: 'home', title: 'Medusa Next.js Starter Template', products: tiles };
    };

    const component = (
      c: Context,
      rows: string[],
      status: 200 | 303 | 500 = 200,
      headers: Record<string, string> = {},
    ) =>
      c.body(`${rows.join('\n')}\n`, status, {
        'content-type': 'text/x-component',
        vary: 'RSC, Next-Router-State-Tree, Next-Router-Prefetch',
        ...headers,
      });
    const treeOf = (path: string, query: URLSearchParams) =>
      JSON.stringify(['$', '$L12', null, { data: pageOf(path, query) }]);
    /** What an action returned, then the page's tree, since the cart's tag is stale. */
    const acted = (c: Context, value?: unknown) => {
      const { pathname, searchParams } = new URL(c.req.url);
      return component(c, [
        '0:{"a":"$@1","f":"","b":"q3Yx"}',
        `1:${JSON.stringify(value ?? '$undefined')}`,
        `2:${treeOf(pathname, searchParams)}`,
        '3:I[8411,["482","static/chunks/app/layout.js"],"default"]',
      ]);
    };
    const redirected = (c: Context, to: string) => {
      const { pathname, searchParams } = new URL(to, origin);
      return component(c, ['0:{"a":"$@1","f":"","b":"q3Yx"}', `2:${treeOf(pathname, searchParams)}`], 303, {
        'x-action-redirect': `${to};push`,
      });
    };
    const thrown = (c: Context) => component(c, ['0:{"a":"$@1","f":"","b":"q3Yx"}', '1:E{"digest":"2713945"}'], 500);

    const shop = new Hono();
    shop.use(slowly(140));
    shop.post('*', async (c) => {
      const path = new URL(c.req.url).pathname;
      const country = path.split('/')[1] ?? 'dk';
      const isForm = c.req.header('content-type')?.startsWith('multipart/form-data');
      const form = isForm ? ((await c.req.parseBody()) as Record<string, string>) : {};
      const [asked] = isForm ? [] : ((await c.req.json()) as unknown[]);
      const told = Object(asked) as Record<string, string>;
      const lineOf = (id: string) => lines[Number(id.slice('cali_01JX'.length))]!;
      switch (c.req.header('next-action')) {
        case '40a9f1addToCart': {
          const one = variants.find(({ id }) => id === told.variantId)!;
          if (one === GONE) return thrown(c);
          const known = lines.find((line) => line[0] === one);
          if (known) known[1]++;
          else lines.push([one, 1]);
          return acted(c);
        }
        case '40c27eupdateLine':
          lineOf(told.lineId!)[1] = Number(told.quantity);
          return acted(c);
        case '4012b8deleteLine':
          lines = lines.filter((line) => line !== lineOf(asked as string));
          return acted(c);
        case '60e417promotion':
          return acted(c, `The promotion code ${form['1_code']} is invalid`);
        case '60d5a2addresses':
          if (!/^\d{4}$/.test(form['1_shipping_address.postal_code'] ?? ''))
            return acted(c, 'Error setting up the request: postal code is not valid');
          place = {
            first_name: form['1_shipping_address.first_name']!,
            address_1: form['1_shipping_address.address_1']!,
            postal_code: form['1_shipping_address.postal_code']!,
            city: form['1_shipping_address.city']!,
            country_code: country,
            email: form['1_email']!,
          };
          return redirected(c, `/${country}/checkout?step=delivery`);
        case '40f3b6shippingMethod':
          method = told.shippingMethodId;
          return acted(c);
        case '60b0c9paymentSession':
          return acted(c, {
            payment_collection: {
              id: 'pay_col_01',
              currency_code: 'eur',
              amount: totals(true).total,
              payment_sessions: [{ id: 'payses_01', provider_id: 'pp_system_default', status: 'pending' }],
            },
          });
        case '0077d1placeOrder':
          if (declines-- > 0) return thrown(c);
          ordered = {
            id: ORDER,
            display_id: 41,
            email: place!.email,
            created_at: new Date().toISOString(),
            currency_code: 'eur',
            shipping_address: place,
            items: items(),
            ...totals(true),
          };
          lines = [];
          place = method = undefined;
          return redirected(c, `/${country}/order/${ORDER}/confirmed`);
        case '60aa03login':
          return acted(c, 'Error: Invalid email or password');
        case '60aa07signup':
          if (form['1_email'] === 'taken@example.com') return acted(c, 'Error: Identity with email already exists');
          member = form['1_first_name']!;
          return acted(c, { id: 'cus_01JX', email: form['1_email'], first_name: member });
        default: {
          const [to, at] = asked as string[];
          return redirected(c, `/${to}${at}`);
        }
      }
    });
    shop.get('*', (c) => {
      const { pathname, searchParams } = new URL(c.req.url);
      if (pathname === '/') return c.redirect('/dk', 307);
      if (c.req.header('rsc'))
        return component(c, [
          '0:{"b":"q3Yx","f":[],"S":false}',
          `2:${treeOf(pathname, searchParams)}`,
          '4:I[9275,[],""]',
        ]);
      const page = pageOf(pathname, searchParams);
      const og = `<meta property="og:title" content="${page.title}">`;
      return c.html(
        `<!DOCTYPE html><html lang="en" data-mode="light"><head><meta charset="utf-8"><title>${page.title}</title>${og}${tag}<style>.fixed{position:fixed}.absolute{position:absolute;z-index:50;background:#fff}.right-0{right:0}.line-through{text-decoration:line-through}.sr-only{position:absolute;width:1px;height:1px;overflow:hidden}</style></head><body><main class="relative"></main><script>window.__page=${inline(page)};(self.__next_f=self.__next_f||[]).push([0]);{${clientOf('medusa-nextjs')}}</script></body></html>`,
      );
    });

    const is = (tab: Page, path: string) => tab.waitForSelector(`main[data-at="${path}"]`);
    const test = (id: string) => `[data-testid="${id}"]`;
    const idle = (tab: Page) => tab.waitForSelector('body[data-busy="0"]');
    /** Leaves the pointer where it opens nothing. */
    const away = (tab: Page) => tab.mouse.move(400, 600);
    const press = (selector: string) => async (tab: Page) => {
      await tab.click(selector);
      await away(tab);
      await idle(tab);
    };
    const browse = (selector: string, path: string) => async (tab: Page) => {
      await tab.click(selector);
      await away(tab);
      await is(tab, path);
    };
    const openProduct = (one: Variant) => async (tab: Page) => {
      await browse(`${test('nav-menu-button')}`, await tab.evaluate(() => location.pathname + location.search))(tab);
      await browse(test('store-link'), '/de/store')(tab);
      await browse(`main a[href="/de/products/${one.handle}"]`, `/de/products/${one.handle}`)(tab);
    };
    const add = press(test('add-product-button'));
    const send =
      (form: string, fields: Record<string, string>, then: (tab: Page) => Promise<unknown>) => async (tab: Page) => {
        for (const [name, text] of Object.entries(fields)) await tab.fill(`${form} [name="${name}"]`, text);
        await tab.click(`${form} [type=submit]`);
        await then(tab);
      };
    const bought: Line[] = [[sweatM, 3]];
    const address = {
      'shipping_address.first_name': 'Ida',
      'shipping_address.last_name': 'Holm',
      'shipping_address.address_1': 'Vestergade 3',
      'shipping_address.postal_code': 'none',
      'shipping_address.city': 'Aarhus',
      email: 'ida@example.com',
    };
    const due = (net: number) => (net + Math.round(net * TAX_RATE)) / 100;

    return {
      apps: { shop },
      walk: [
        {
          name: 'lands on the front page from an advertisement',
          act: (tab) =>
            tab
              .goto(`${origin}/dk?utm_source=instagram&utm_medium=paid_social`, { referer: 'https://l.instagram.com/' })
              .then(() => is(tab, '/dk?utm_source=instagram&utm_medium=paid_social')),
          truth: [{ name: 'landing' }],
        },
        {
          name: 'opens the menu and has goods sent to Germany',
          act: async (tab) => {
            await tab.click(test('nav-menu-button'));
            await tab.click(test('shipping-to-button'));
            await tab.click('[role=option]:has-text("Germany")');
            await is(tab, '/de');
          },
          truth: [],
        },
        {
          name: 'opens the store',
          act: async (tab) => {
            await tab.click(test('nav-menu-button'));
            await browse(test('store-link'), '/de/store')(tab);
          },
          truth: [],
        },
        {
          name: 'sorts it',
          act: (tab) => tab.click('text=Price: Low -> High').then(() => is(tab, '/de/store?sortBy=price_asc')),
          truth: [],
        },
        {
          name: 'opens the sweatshirt, which comes in two sizes',
          act: openProduct(sweatM),
          truth: [pieces('view_item', 'EUR', [sweatM, 1])],
        },
        {
          name: 'presses the button that waits for a size',
          act: (tab) => tab.click(test('add-product-button'), { force: true }),
          truth: [],
        },
        {
          name: 'reads about returns',
          act: (tab) => tab.click('button:has-text("Shipping & Returns")'),
          truth: [],
        },
        {
          name: 'chooses a size',
          act: async (tab) => {
            await tab.click(`${test('option-button')}:text-is("M")`);
            await is(tab, `/de/products/sweatshirt?v_id=${sweatM.id}`);
          },
          truth: [],
        },
        {
          name: 'adds it; the small cart opens for a while',
          act: add,
          truth: [pieces('add_to_cart', 'EUR', [sweatM, 1])],
        },
        { name: 'adds it once more', act: add, truth: [pieces('add_to_cart', 'EUR', [sweatM, 1])] },
        { name: 'opens the shorts', act: openProduct(shorts), truth: [pieces('view_item', 'EUR', [shorts, 1])] },
        {
          name: 'is refused the last pair: the action throws',
          act: add,
          truth: [],
        },
        { name: 'opens the cap', act: openProduct(cap), truth: [pieces('view_item', 'EUR', [cap, 1])] },
        {
          name: 'presses its dead button',
          act: (tab) => tab.click(test('add-product-button'), { force: true }),
          truth: [],
        },
        { name: 'opens the mug', act: openProduct(cup), truth: [pieces('view_item', 'EUR', [cup, 1])] },
        { name: 'adds it', act: add, truth: [pieces('add_to_cart', 'EUR', [cup, 1])] },
        {
          name: 'points at the cart, which opens',
          act: async (tab) => {
            await tab.hover(test('nav-cart-link'));
            await tab.waitForSelector(test('cart-item'));
          },
          truth: [optional(pieces('view_cart', 'EUR', [cup, 1], [sweatM, 2]))],
        },
        {
          name: 'removes the mug there',
          act: async (tab) => {
            await tab.click(`${test('cart-item')}:has-text("Mug") button`);
            await idle(tab);
            await away(tab);
          },
          truth: [pieces('remove_from_cart', 'EUR', [cup, 1])],
        },
        { name: 'adds it again', act: add, truth: [pieces('add_to_cart', 'EUR', [cup, 1])] },
        {
          name: 'goes to the account',
          act: browse(test('nav-account-link'), '/de/account'),
          truth: [],
        },
        {
          name: 'fails to sign in',
          act: send(test('login-page'), { email: 'ida@example.com', password: 'wrong' }, (tab) =>
            says(tab, test('login-error-message'), 'Invalid'),
          ),
          truth: [],
        },
        {
          name: 'wants to join with an address that is taken',
          act: async (tab) => {
            await tab.click(test('register-button'));
            await send(
              test('register-page'),
              { first_name: 'Ida', last_name: 'Holm', email: 'taken@example.com', password: 'medusa-123' },
              () => says(tab, test('register-error'), 'exists'),
            )(tab);
          },
          truth: [],
        },
        {
          name: 'joins',
          act: send(test('register-page'), { email: 'ida@example.com' }, (tab) =>
            says(tab, test('welcome-message'), 'Hello Ida'),
          ),
          truth: [{ name: 'sign_up' }],
        },
        {
          name: 'goes to the cart',
          act: async (tab) => {
            await tab.hover(test('nav-cart-link'));
            await tab.click(test('go-to-cart-button'));
            await is(tab, '/de/cart');
            await away(tab);
          },
          truth: [pieces('view_cart', 'EUR', [cup, 1], [sweatM, 2])],
        },
        {
          name: 'takes three sweatshirts',
          act: async (tab) => {
            await tab.selectOption(`${test('product-row')}:has-text("Sweatshirt") select`, '3');
            await idle(tab);
          },
          truth: [optional(pieces('add_to_cart', 'EUR', [sweatM, 1]))],
        },
        {
          name: 'opens the field for a promotion code',
          act: (tab) => tab.click(test('add-discount-button')),
          truth: [],
        },
        {
          name: 'types a code that is refused',
          act: send('main form', { code: 'WINTER' }, (tab) => says(tab, test('discount-error-message'), 'invalid')),
          truth: [],
        },
        {
          name: 'removes the mug by an icon without a name',
          act: press(`${test('product-row')}:has-text("Mug") button`),
          truth: [pieces('remove_from_cart', 'EUR', [cup, 1])],
        },
        {
          name: 'goes to checkout',
          act: browse(test('checkout-button'), '/de/checkout?step=address'),
          truth: [pieces('begin_checkout', 'EUR', ...bought)],
        },
        {
          name: 'gives an address that is refused',
          act: send('main form', address, (tab) => says(tab, test('address-error-message'), 'postal code')),
          truth: [],
        },
        {
          name: 'mends it',
          act: send('main form', { 'shipping_address.postal_code': '8000' }, (tab) =>
            is(tab, '/de/checkout?step=delivery'),
          ),
          truth: [optional({ name: 'add_shipping_info' })],
        },
        {
          name: 'chooses a delivery and goes on',
          act: async (tab) => {
            await press(test('delivery-option-radio'))(tab);
            await browse(test('submit-delivery-option-button'), '/de/checkout?step=payment')(tab);
          },
          truth: [{ name: 'add_shipping_info' }],
        },
        {
          name: 'chooses how to pay and goes on',
          act: async (tab) => {
            await tab.click('[role=radio]:has-text("Manual Payment")');
            await browse(test('submit-payment-button'), '/de/checkout?step=review')(tab);
          },
          truth: [{ name: 'add_payment_info' }],
        },
        {
          name: 'goes back to the payment and returns',
          act: async (tab) => {
            await browse(test('edit-payment-button'), '/de/checkout?step=payment')(tab);
            await browse(test('submit-payment-button'), '/de/checkout?step=review')(tab);
          },
          truth: [],
        },
        {
          name: 'is declined',
          act: async (tab) => {
            await press(test('submit-order-button'))(tab);
            await says(tab, test('manual-payment-error-message'), 'error occurred');
          },
          truth: [],
        },
        {
          name: 'places the order',
          act: browse(test('submit-order-button'), `/de/order/${ORDER}/confirmed`),
          truth: [
            {
              ...pieces('purchase', 'EUR', ...bought),
              value: due(sumOf(bought) + SHIPPING),
              shipping: SHIPPING / 100,
              tax: due(sumOf(bought) + SHIPPING) - (sumOf(bought) + SHIPPING) / 100,
              transaction_id: ['41', ORDER],
            },
          ],
        },
        {
          name: 'reloads',
          act: (tab) => tab.reload().then(() => is(tab, `/de/order/${ORDER}/confirmed`)),
          truth: [],
        },
        { name: 'goes to the shop', act: browse(test('nav-store-link'), '/de'), truth: [] },
        {
          name: 'comes back',
          act: (tab) => tab.goBack().then(() => is(tab, `/de/order/${ORDER}/confirmed`)),
          truth: [],
        },
        {
          name: 'looks at the order in the account',
          act: async (tab) => {
            await browse(test('nav-account-link'), '/de/account')(tab);
            await browse(test('order-details-link'), `/de/account/orders/details/${ORDER}`)(tab);
          },
          truth: [],
        },
        {
          name: 'follows the link of a mail to the order',
          act: (tab) =>
            tab
              .goto(`${origin}/de/order/${ORDER}/confirmed`, { referer: 'https://mail.google.com/' })
              .then(() => is(tab, `/de/order/${ORDER}/confirmed`)),
          truth: [optional({ name: 'landing' })],
        },
      ],
    };
  },
};

export default platform;
