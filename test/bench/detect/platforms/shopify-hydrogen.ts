import { Hono } from 'hono';
import type { Page } from 'playwright-core';
import type { Platform } from '../platform.ts';
import { byName, clientOf, type Good, optional, pieces, says, slowly } from '../spa.ts';

interface Variant extends Good {
  handle: string;
  title: string;
  productId: string;
  variantId: string;
  left: number;
}

const variant = (
  handle: string,
  id: number,
  number: number,
  name: string,
  title: string,
  price: number,
  left = 9,
  was?: number,
): Variant => {
  const [productId, variantId] = [`gid://shopify/Product/${id}`, `gid://shopify/ProductVariant/${id}${number}`];
  const ids = [productId, variantId].flatMap((gid) => [gid, gid.split('/').pop()!]);
  return { ids: [...ids, handle], handle, name, title, productId, variantId, price, left, ...(was && { was }) };
};
const jacketS = variant('fjallskal', 8101, 31, 'Skaljacka Fjäll', 'S', 249_900, 9, 299_900);
const jacketL = variant('fjallskal', 8101, 32, 'Skaljacka Fjäll', 'Large', 249_900, 9, 299_900);
const boots = variant('kangor', 8102, 33, 'Vinterkängor Vättern', '42', 189_900, 0);
const cap = variant('mossa', 8103, 34, 'Yllemössa Idre', 'En storlek', 34_950);
const socks = variant('sockor', 8104, 35, 'Tova sockor 2-pack', 'En storlek', 14_900);
const mittens = variant('vantar', 8105, 36, 'Lovikkavantar Kiruna', 'En storlek', 29_900);
const variants = [jacketS, jacketL, boots, cap, socks, mittens];
const SHIPPING = 7900;
const TAX_RATE = 0.25;

type Line = [Variant, quantity: number];
const sumOf = (lines: Line[]) => lines.reduce((sum, [{ price }, quantity]) => sum + price * quantity, 0);
const grossOf = (lines: Line[], coupon: boolean) => Math.round(sumOf(lines) * (coupon ? 0.9 : 1)) + SHIPPING;
const sek = (minor: number) => ({ amount: (minor / 100).toFixed(2), currencyCode: 'SEK' });

/** What a loader has not waited for. */
class Deferred {
  constructor(readonly value: unknown) {}
}

/** A turbo-stream: every value once, objects with places for keys; what is deferred in rows of their own, whose places go on. */
const encode = (root: unknown): string => {
  const flat: unknown[] = [];
  const places = new Map<unknown, number>();
  const deferred: [place: number, value: unknown][] = [];
  const put = (value: unknown): number => {
    if (value === undefined) return -7;
    if (value === null) return -5;
    const known = places.get(value);
    if (known !== undefined) return known;
    const place = flat.push(value) - 1;
    places.set(value, place);
    if (value instanceof Deferred) {
      flat[place] = ['P', place];
      deferred.push([place, value.value]);
    } else if (Array.isArray(value)) flat[place] = value.map(put);
    else if (typeof value === 'object')
      flat[place] = Object.fromEntries(Object.entries(value).map(([key, inner]) => [`_${put(key)}`, put(inner)]));
    return place;
  };
  put(root);
  let text = `${JSON.stringify(flat)}\n`;
  for (const [place, value] of deferred) {
    const from = flat.length;
    put(value);
    text += `P${place}:${JSON.stringify(flat.slice(from))}\n`;
  }
  return text;
};

const card = (one: Variant) => ({
  id: one.productId,
  handle: one.handle,
  title: one.name,
  price: sek(one.price),
  compareAtPrice: one.was && sek(one.was),
  variant: { id: one.variantId, title: one.title },
  available: true,
});

const platform: Platform = {
  name: 'Shopify Hydrogen',
  family: 'opaque',
  hosts: ['checkout'],
  open: ({ shop: origin, checkout }, tag) => {
    let lines: Line[] = [];
    let codes: string[] = [];
    const past = {
      id: 'Z2lkOi8vMTAwMQ',
      number: 1001,
      date: '2024-02-11',
      lines: [{ title: cap.name, quantity: 1, price: sek(cap.price) }],
      subtotal: sek(cap.price),
      tax: sek(cap.price * 0.2),
      total: sek(cap.price + SHIPPING),
    };
    const orders = [past];

    const cart = () => ({
      id: 'gid://shopify/Cart/Z2NwLWV1',
      checkoutUrl: `${checkout}/cart/c/Z2NwLWV1?key=9f3a`,
      totalQuantity: lines.reduce((sum, [, quantity]) => sum + quantity, 0),
      discountCodes: codes.map((code) => ({ code, applicable: true })),
      cost: { subtotalAmount: sek(sumOf(lines)), totalAmount: sek(sumOf(lines)) },
      upsell: card(socks),
      lines: {
        nodes: lines.map(([one, quantity]) => ({
          id: `gid://shopify/CartLine/${one.variantId.split('/').pop()}`,
          quantity,
          cost: { totalAmount: sek(one.price * quantity), amountPerQuantity: sek(one.price) },
          merchandise: {
            id: one.variantId,
            title: one.title,
            price: sek(one.price),
            product: { handle: one.handle, title: one.name, id: one.productId, vendor: 'Fjällkompaniet' },
          },
        })),
      },
    });
    const list = [jacketL, boots, cap, socks, mittens].map(card);

    const shop = new Hono();
    shop.use(slowly(70));
    shop.post('/cart.data', async (c) => {
      const form = await c.req.parseBody();
      const { action, inputs } = JSON.parse(`${form.cartFormInput}`);
      const warnings: { code: string; message: string }[] = [];
      const lineOf = (id: string) => lines.find(([one]) => id.endsWith(`/${one.variantId.split('/').pop()}`))!;
      if (action === 'LinesAdd')
        for (const { merchandiseId, quantity } of inputs.lines) {
          const one = variants.find(({ variantId }) => variantId === merchandiseId)!;
          const known = lines.find(([other]) => other === one);
          if (!one.left)
            warnings.push({ code: 'MERCHANDISE_OUT_OF_STOCK', message: `Produkten ${one.name} är slutsåld.` });
          // Named among the user errors, which the route does not hand on.
          else if (one === mittens) continue;
          else if (known) known[1] += quantity;
          else lines.push([one, quantity]);
        }
      if (action === 'LinesUpdate') for (const { id, quantity } of inputs.lines) lineOf(id)[1] = quantity;
      if (action === 'LinesRemove')
        lines = lines.filter((line) => !inputs.lineIds.some((id: string) => lineOf(id) === line));
      if (action === 'DiscountCodesUpdate') codes = form.discountCode === 'FJALL10' ? ['FJALL10'] : [];
      const { id, totalQuantity, checkoutUrl } = cart();
      const data = { cart: { id, totalQuantity, checkoutUrl }, errors: undefined, warnings, analytics: { cartId: id } };
      return c.body(encode({ data }), 200, { 'content-type': 'text/x-script', 'x-remix-response': 'yes' });
    });
    const loaders: [RegExp, string, (match: string[], query: URLSearchParams) => unknown][] = [
      [/^\/_root$/, 'routes/_index', () => ({ products: list })],
      [
        /^\/collections\/(.+)$/,
        'routes/collections.$handle',
        (_, query) => ({
          title: 'Ytterplagg',
          products: query.get('sort') ? [...list].sort((one, other) => +one.price.amount - +other.price.amount) : list,
        }),
      ],
      [
        /^\/search$/,
        'routes/search',
        (_, query) => ({ term: query.get('q'), products: list.filter(({ title }) => title.includes(query.get('q')!)) }),
      ],
      [
        /^\/products\/(.+)$/,
        'routes/products.$handle',
        ([, handle]) => {
          const own = variants.filter((one) => one.handle === handle);
          return {
            product: {
              ...card(own[0]!),
              variants: own.map((one) => ({ id: one.variantId, title: one.title, available: true })),
            },
          };
        },
      ],
      [/^\/cart$/, 'routes/cart', () => ({ cart: true })],
      [/^\/account\/orders$/, 'routes/account.orders._index', () => ({ orders })],
      [
        /^\/account\/orders\/(.+)$/,
        'routes/account.orders.$id',
        ([, id]) => ({ order: orders.find((one) => one.id === id) }),
      ],
    ];
    shop.get('*', (c) => {
      const { pathname, searchParams } = new URL(c.req.url);
      const path = pathname.replace(/\.data$/, '');
      if (path !== pathname)
        for (const [pattern, route, loader] of loaders) {
          const match = path.match(pattern);
          if (!match) continue;
          // A navigation asks for the route alone; after an action all is loaded again.
          const answer = {
            ...(!searchParams.has('_routes') && { root: { data: { cart: new Deferred(cart()) } } }),
            [route]: { data: loader(match, searchParams) },
          };
          return c.body(encode(answer), 200, { 'content-type': 'text/x-script', 'x-remix-response': 'yes' });
        }
      return c.html(
        `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Hydrogen</title>${tag}</head><body><div aria-modal class="overlay" id="cart-aside" role="dialog"><button class="close-outside"></button><aside><header><h3>VARUKORG</h3><button class="close reset" aria-label="Stäng">&times;</button></header><main></main></aside></div><header class="header"><a href="/"><strong>Fjällkompaniet</strong></a><nav class="header-menu-desktop" role="navigation"><a class="header-menu-item" href="/collections/ytterplagg">Ytterplagg</a></nav><nav class="header-ctas" role="navigation"><a href="/account/orders">Konto</a><form method="get" action="/search"><input type="search" name="q" placeholder="Sök"><button class="reset">Sök</button></form><a class="cart-badge" href="/cart">Varukorg</a></nav></header><main class="page"></main><footer class="footer"><a href="/cart" class="whole">Hela varukorgen</a><select name="country"><option value="SE">Sverige (SEK kr)</option><option value="NO">Norge (NOK kr)</option></select></footer><style>.overlay{position:fixed;right:0;top:0;width:30rem;height:100vh;overflow:auto;background:#fff;visibility:hidden}.overlay.expanded{visibility:visible}</style><script>window.__reactRouterContext={basename:"/",future:{}};{${clientOf('shopify-hydrogen')}}</script></body></html>`,
      );
    });

    // The hosted checkout: nobody's scripts but its own.
    const hosted = new Hono();
    hosted.use(slowly(70));
    const shell = (title: string, inner: string) =>
      `<!doctype html><html lang="sv"><head><title>${title}</title></head><body><main>${inner}</main></body></html>`;
    hosted.get('/cart/c/:id', (c) => c.redirect('/checkouts/cn/Z2NwLWV1'));
    hosted.get('/checkouts/cn/:id', (c) =>
      c.html(
        shell(
          'Kassa – Fjällkompaniet',
          `<a href="${origin}/">Fjällkompaniet</a><form method="post"><input type="email" name="email"><input name="address1"><button>Betala nu</button></form><p>Totalt SEK <strong>${grossOf(lines, codes.length > 0) / 100}</strong></p>`,
        ),
      ),
    );
    hosted.post('/checkouts/cn/:id', (c) => {
      const coupon = codes.length > 0;
      orders.unshift({
        id: 'Z2lkOi8vMTA0Mg',
        number: 1042,
        date: new Date().toISOString().slice(0, 10),
        lines: lines.map(([{ name, price }, quantity]) => ({ title: name, quantity, price: sek(price) })),
        subtotal: sek(sumOf(lines)),
        tax: sek(grossOf(lines, coupon) * (TAX_RATE / (1 + TAX_RATE))),
        total: sek(grossOf(lines, coupon)),
      });
      lines = [];
      return c.redirect('/checkouts/cn/Z2NwLWV1/thank-you');
    });
    hosted.get('/checkouts/cn/:id/thank-you', (c) =>
      c.html(
        shell(
          'Tack för ditt köp!',
          `<p>Bekräftelse #X7</p><h1>Tack, Åsa!</h1><a class="back" href="${origin}/">Fortsätt handla</a>`,
        ),
      ),
    );

    const idle = (tab: Page) =>
      tab.waitForFunction(() => document.querySelector<HTMLElement>('#cart-aside')?.dataset.busy === '');
    const arrives = (tab: Page, path: string) => tab.waitForSelector(`main.page[data-at^="${path}"]`);
    const open = (one: Variant) => async (tab: Page) => {
      await tab.click('.header-menu-item');
      await arrives(tab, '/collections');
      await tab.click(`main.page a[href="/products/${one.handle}"]`);
      await arrives(tab, `/products/${one.handle}`);
    };
    const press = (selector: string) => async (tab: Page) => {
      await tab.click(selector);
      await idle(tab);
    };
    const code = (field: string, text: string) => async (tab: Page) => {
      await tab.fill(`#cart-aside [name=${field}]`, text);
      await press(`#cart-aside form:has([name=${field}]) button`)(tab);
    };
    const close = (tab: Page) => tab.click('#cart-aside .close');
    const bought: Line[] = [
      [jacketL, 3],
      [cap, 1],
    ];
    const bill = {
      ...byName(pieces('purchase', 'SEK', ...bought)),
      value: grossOf(bought, true) / 100,
      transaction_id: '1042',
    };

    return {
      apps: { shop, checkout: hosted },
      walk: [
        {
          name: 'lands from a search',
          act: (tab) => tab.goto(origin, { referer: 'https://www.google.com/' }).then(() => arrives(tab, '/')),
          truth: [{ name: 'landing' }],
        },
        {
          name: 'searches',
          act: async (tab) => {
            await tab.fill('header [type=search]', 'mössa');
            await tab.press('header [type=search]', 'Enter');
            await arrives(tab, '/search');
          },
          truth: [],
        },
        {
          name: 'sorts a collection',
          act: async (tab) => {
            await tab.click('.header-menu-item');
            await arrives(tab, '/collections');
            await tab.selectOption('[name=sort]', 'price');
            await arrives(tab, '/collections/ytterplagg?sort=price');
          },
          truth: [],
        },
        {
          name: 'opens the jacket',
          act: open(jacketL),
          truth: [pieces('view_item', 'SEK', [{ ...jacketL, ids: [...jacketL.ids, ...jacketS.ids] }, 1])],
        },
        {
          name: 'chooses a size and two',
          act: async (tab) => {
            await tab.click('.product-options-item >> text=Large');
            await tab.selectOption('[name=antal]', '2');
          },
          truth: [],
        },
        {
          name: 'adds two jackets',
          act: press('.product-form .add'),
          truth: [pieces('add_to_cart', 'SEK', [jacketL, 2])],
        },
        { name: 'shuts the drawer', act: close, truth: [] },
        { name: 'opens the boots', act: open(boots), truth: [pieces('view_item', 'SEK', [boots, 1])] },
        { name: 'gets none, though they were drawn into the drawer', act: press('.product-form .add'), truth: [] },
        {
          name: 'opens the mittens',
          act: (tab) => close(tab).then(() => open(mittens)(tab)),
          truth: [pieces('view_item', 'SEK', [mittens, 1])],
        },
        { name: 'gets none, without a word', act: press('.product-form .add'), truth: [] },
        {
          name: 'opens the cap',
          act: (tab) => close(tab).then(() => open(cap)(tab)),
          truth: [pieces('view_item', 'SEK', [cap, 1])],
        },
        {
          name: 'adds it by a double click',
          act: async (tab) => {
            await tab.dblclick('.product-form .add');
            await idle(tab);
          },
          truth: [pieces('add_to_cart', 'SEK', [cap, 1])],
        },
        {
          name: 'adds the socks that the drawer proposes',
          act: press('#cart-aside .upsell .add'),
          truth: [pieces('add_to_cart', 'SEK', [socks, 1])],
        },
        { name: 'shuts the drawer again', act: close, truth: [] },
        {
          name: 'opens the drawer herself',
          act: (tab) => tab.click('.cart-badge'),
          truth: [byName(pieces('view_cart', 'SEK', [jacketL, 2], [cap, 1], [socks, 1]))],
        },
        { name: 'takes one jacket more', act: press('#cart-aside [name=increase-quantity] >> nth=0'), truth: [] },
        { name: 'types a code that is not taken', act: code('discountCode', 'SOMMAR'), truth: [] },
        { name: 'types one that is', act: code('discountCode', 'FJALL10'), truth: [] },
        { name: 'types a gift card', act: code('giftCardCode', '1234'), truth: [] },
        {
          name: 'removes the socks',
          act: press('#cart-aside .cart-line:nth-child(3) .remove'),
          truth: [byName(pieces('remove_from_cart', 'SEK', [socks, 1]))],
        },
        {
          name: 'looks at another country and comes back',
          act: async (tab) => {
            await close(tab);
            await tab.selectOption('[name=country]', 'NO');
            await tab.waitForSelector('[data-saved=NO]');
            await tab.selectOption('[name=country]', 'SE');
            await tab.waitForSelector('[data-saved=SE]');
          },
          truth: [],
        },
        {
          name: 'looks at an order of last year',
          act: async (tab) => {
            await tab.click('header a[href="/account/orders"]');
            await tab.click('text=Visa order');
            await says(tab, 'main.page h2', 'Order #1001');
          },
          truth: [],
        },
        {
          name: 'goes to checkout',
          act: async (tab) => {
            await tab.click('.cart-badge');
            await tab.click('#cart-aside a[target=_self]');
            await tab.waitForURL(/checkouts/);
          },
          truth: [optional({ name: 'view_cart' }), byName(pieces('begin_checkout', 'SEK', ...bought))],
        },
        {
          name: 'comes back without paying',
          act: async (tab) => {
            await tab.click('main a');
            await arrives(tab, '/');
          },
          truth: [],
        },
        {
          name: 'opens the cart page',
          act: async (tab) => {
            await tab.click('footer .whole');
            await says(tab, 'main.page h1', 'Varukorg');
          },
          truth: [byName(pieces('view_cart', 'SEK', ...bought))],
        },
        {
          name: 'goes to checkout again',
          act: async (tab) => {
            await tab.click('.cart-badge');
            await tab.click('#cart-aside a[target=_self]');
            await tab.waitForURL(/checkouts/);
          },
          truth: [optional({ name: 'view_cart' }), optional(byName(pieces('begin_checkout', 'SEK', ...bought)))],
        },
        {
          name: 'pays where no script of the shop runs',
          act: async (tab) => {
            await tab.fill('[name=email]', 'asa@example.se');
            await tab.click('form button');
            await says(tab, 'h1', 'Tack');
          },
          truth: [optional(bill)],
        },
        {
          name: 'comes back to the shop',
          act: (tab) => tab.click('.back').then(() => arrives(tab, '/')),
          truth: [optional(bill)],
        },
        {
          name: 'looks at the new order in the account',
          act: async (tab) => {
            await tab.click('header a[href="/account/orders"]');
            await tab.click('text=Visa order >> nth=0');
            await says(tab, 'main.page h2', 'Order #1042');
          },
          truth: [optional(bill)],
        },
        {
          name: 'reloads it',
          act: (tab) => tab.reload().then(() => says(tab, 'main.page h2', 'Order #1042')),
          truth: [],
        },
      ],
    };
  },
};

export default platform;
