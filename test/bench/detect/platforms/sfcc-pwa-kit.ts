import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import type { Platform } from '../platform.ts';
import { clientOf, type Good, inline, optional, pieces, says, slowly } from '../spa.ts';

const size = (id: string): Good => ({
  ids: ['25592211M', id],
  name: 'Klassischer Wollmantel',
  price: 124_990,
  was: 139_900,
});
const [coat38, coat40] = [size('701644031206M'), size('701644031213M')] as const;
const scarf: Good = { ids: ['25565139M'], name: 'Seidenschal „Lavendel“', price: 4995 };
const gloves: Good = { ids: ['25604455M'], name: 'Lederhandschuhe', price: 6900 };
const hat: Good = { ids: ['25752986M'], name: 'Strickmütze', price: 2490 };
const mitts: Good = { ids: ['25752999M'], name: 'Fingerlinge', price: 1990 };
const goods = [coat38, coat40, scarf, gloves, hat, mitts];
const NONE_LEFT = gloves;
const SHIPPING = 599;
const TAX_RATE = 0.19;

const idOf = ({ ids }: Good) => ids[ids.length - 1]!;
const cents = (amount: number) => Math.round(amount) / 100;
const bare = (good: Good) => ({
  id: good.ids[0]!,
  name: good.name,
  price: good.price / 100,
  was: good.was && good.was / 100,
});

interface Line {
  itemId: string;
  good: Good;
  quantity: number;
}

const totals = (lines: Pick<Line, 'good' | 'quantity'>[], coupon: boolean, shipped: boolean) => {
  const sum = lines.reduce((all, { good, quantity }) => all + good.price * quantity, 0);
  const discount = coupon ? Math.round(sum / 10) : 0;
  const gross = sum - discount + (shipped ? SHIPPING : 0);
  return { sum, discount, gross, tax: gross - gross / (1 + TAX_RATE) };
};

const platform: Platform = {
  name: 'Salesforce PWA Kit',
  family: 'api',
  hosts: ['einstein'],
  open: ({ shop: origin, einstein }, tag) => {
    let lines: Line[] = [];
    let known = false;
    let coupon = false;
    let shipped = false;
    let email = '';
    let orders: (ReturnType<typeof basket> & { orderNo: string })[] = [];
    let declines = 1;
    let next = 1;

    const basket = () => {
      const { sum, discount, gross, tax } = totals(lines, coupon, shipped);
      return {
        basketId: '6f1d0e2b7a',
        currency: 'EUR',
        customerInfo: { customerId: 'abkHsWwbA', email },
        couponItems: coupon ? [{ code: 'HERBST10', couponItemId: 'c1', valid: true }] : [],
        orderDiscount: discount / 100,
        productSubTotal: sum / 100,
        productTotal: (sum - discount) / 100,
        ...(shipped && { shippingTotal: SHIPPING / 100, taxTotal: cents(tax) }),
        orderTotal: gross / 100,
        productItems: lines.map(({ itemId, good, quantity }) => ({
          itemId,
          productId: idOf(good),
          productName: good.name,
          itemText: good.name,
          quantity,
          basePrice: good.price / 100,
          price: (good.price * quantity) / 100,
        })),
      };
    };
    const fault = (c: Context, status: 400 | 401, type: string, detail: string) =>
      c.json(
        { type: `https://api.commercecloud.salesforce.com/documentation/error/v1/errors/${type}`, detail },
        status,
      );

    const api = new Hono();
    api.use(slowly(90));
    api.get('/customer/shopper-customers/v1/:x/:o/customers/:id/baskets', (c) =>
      c.json(known ? { baskets: [basket()], total: 1 } : { total: 0 }),
    );
    api.get('/customer/shopper-customers/v1/:x/:o/customers/:id/orders', (c) => c.json({ data: orders }));
    api.post('/customer/shopper-customers/v1/:x/:o/customers/:id/product-lists/:l/items', (c) =>
      c.json({ id: 'li1', priority: 1, public: false, quantity: 1, type: 'product' }),
    );
    api.delete('/customer/shopper-customers/v1/:x/:o/customers/:id/product-lists/:l/items/:item', (c) =>
      c.body(null, 204),
    );
    api.post('/customer/shopper-customers/v1/:x/:o/customers', async (c) => {
      const { customer, password } = (await c.req.json()) as { customer: { email: string }; password: string };
      if (password.length < 8)
        return fault(c, 400, 'invalid-password', 'Das Kennwort muss mindestens 8 Zeichen enthalten.');
      return c.json({ customerId: 'abkHsWwbA', authType: 'registered', ...customer, login: customer.email });
    });
    api.get('/product/shopper-products/v1/:x/:o/products/:id', (c) => {
      const id = c.req.param('id');
      if (id === 'herbst-set')
        return c.json({ id, name: 'Herbst-Set', type: { set: true }, setProducts: [bare(hat), bare(mitts)] });
      const good = goods.find(({ ids }) => ids.includes(id))!;
      const variants = good.ids.length > 1 && [
        { id: idOf(coat38), size: '38' },
        { id: idOf(coat40), size: '40' },
      ];
      return c.json({
        ...bare(good),
        currency: 'EUR',
        type: { item: !variants, master: !!variants },
        ...(variants && { variants }),
      });
    });
    api.get('/search/shopper-search/v1/:x/:o/product-search', (c) => {
      const found = [coat38, scarf, gloves].filter(({ name }) => name.toLowerCase().includes(c.req.query('q') ?? ''));
      if (c.req.query('sort')) found.sort((one, other) => one.price - other.price);
      const set = { id: 'herbst-set', name: 'Herbst-Set', price: mitts.price / 100 };
      return c.json({ total: found.length, hits: c.req.query('q') ? found.map(bare) : [...found.map(bare), set] });
    });
    const at = '/checkout/shopper-baskets/v1/:x/:o/baskets';
    api.post(at, (c) => {
      known = true;
      return c.json(basket());
    });
    api.post(`${at}/actions/merge`, (c) => c.json(basket()));
    api.post(`${at}/:id/items`, async (c) => {
      const wanted = (await c.req.json()) as { productId: string; quantity: number }[];
      const found = wanted.map(({ productId }) => goods.find((good) => idOf(good) === productId)!);
      if (found.includes(NONE_LEFT))
        return fault(c, 400, 'product-item-not-available', 'The product is not available in the requested quantity.');
      wanted.forEach(({ quantity }, n) => {
        const line = lines.find(({ good }) => good === found[n]);
        if (line) line.quantity += quantity;
        else lines.push({ itemId: `item${next++}`, good: found[n]!, quantity });
      });
      return c.json(basket());
    });
    api.patch(`${at}/:id/items/:item`, async (c) => {
      const { quantity } = (await c.req.json()) as { quantity: number };
      lines.find(({ itemId }) => itemId === c.req.param('item'))!.quantity = quantity;
      return c.json(basket());
    });
    api.delete(`${at}/:id/items/:item`, (c) => {
      lines = lines.filter(({ itemId }) => itemId !== c.req.param('item'));
      return c.json(basket());
    });
    api.post(`${at}/:id/coupons`, async (c) => {
      const { code } = (await c.req.json()) as { code: string };
      if (code !== 'HERBST10') return fault(c, 400, 'invalid-coupon-code', `Coupon code ${code} is invalid.`);
      coupon = true;
      return c.json(basket());
    });
    api.post(`${at}/:id/payment-instruments`, async (c) => {
      const { paymentCard } = (await c.req.json()) as { paymentCard: { maskedNumber: string } };
      if (!/\d{4}$/.test(paymentCard.maskedNumber))
        return fault(c, 400, 'invalid-payment-card', 'Die Kartennummer ist ungültig.');
      return c.json(basket());
    });
    api.put(`${at}/:id/*`, async (c) => {
      if (c.req.path.endsWith('shipping-method')) shipped = true;
      if (c.req.path.endsWith('/customer')) email = ((await c.req.json()) as { email: string }).email;
      return c.json(basket());
    });
    api.post('/checkout/shopper-orders/v1/:x/:o/orders', (c) => {
      if (declines-- > 0) return fault(c, 400, 'payment-authorization-failed', 'Payment was declined.');
      const order = { orderNo: '00021803', status: 'created', creationDate: new Date().toISOString(), ...basket() };
      orders = [order];
      lines = [];
      known = false;
      return c.json(order);
    });
    api.get('/checkout/shopper-orders/v1/:x/:o/orders/:no', (c) =>
      c.json(orders.find(({ orderNo }) => orderNo === c.req.param('no'))!),
    );
    api.post('/einstein/v3/*', (c) => c.json({}));

    const shop = new Hono();
    shop.route('/mobify/proxy/api', api);
    shop.post('/mobify/slas/*', (c) =>
      c.req.path.endsWith('/login')
        ? fault(c, 401, 'unauthorized', 'Invalid credentials')
        : c.json({ access_token: 'eyJ2ZXIiOiIxLjAi', expires_in: 1800, usid: 'u-7f3', customer_id: 'abkHsWwbA' }),
    );
    const hints = new Hono();
    hints.use(async (c, next) => {
      c.header('access-control-allow-origin', '*');
      c.header('access-control-allow-headers', '*');
      return c.req.method === 'OPTIONS' ? c.body(null, 204) : next();
    });
    hints.post('*', (c) =>
      c.json({
        displayMessage: 'Das könnte Ihnen auch gefallen',
        recs: [scarf, hat].map((good) => ({ id: idOf(good), product_name: good.name, product_url: '/s/x.html' })),
        recoUUID: '7d0f5a5c-51bd-4c6b-9ad4-2b1a4e5d9fb0',
      }),
    );
    const config = { organization: 'f_ecom_zzrf_001', site: 'RefArch', currency: 'EUR', einstein };
    const shopper = { id: 'abkHsWwbA', usid: 'u-7f3', recommended: [bare(scarf), bare(coat38)] };
    shop.get('*', (c) =>
      c.html(
        `<!doctype html><html lang="de-DE"><head><meta charset="utf-8"><title>Retail React App</title>${tag}<link rel="preload" as="script" href="data:text/javascript,"></head><body class="chakra-ui-light"><div class="react-target"><header><a aria-label="Logo" href="/RefArch/de-DE/">PWA</a><nav><a href="/RefArch/de-DE/category/damen">Damen</a></nav><form role="search"><input type="search" name="q" placeholder="Nach Produkten suchen …"></form><a href="/RefArch/de-DE/login">Anmelden</a> <a href="/RefArch/de-DE/registration">Konto erstellen</a><a href="/RefArch/de-DE/account/wishlist">Wunschliste</a><a href="/RefArch/de-DE/account/orders">Bestellverlauf</a><a class="chakra-button" aria-label="Mein Warenkorb, Anzahl der Artikel: 0" href="/RefArch/de-DE/cart"></a></header><main id="app-main"></main><footer><select aria-label="Sprache auswählen"><option>Deutsch (Deutschland)</option><option>English (United Kingdom)</option></select></footer></div><div id="chakra-toast-manager-top-right"></div><script id="mobify-data" type="application/json">${inline({ config, shopper })}</script><script>{${clientOf('sfcc-pwa-kit')}}</script></body></html>`,
      ),
    );

    const root = `${origin}/RefArch/de-DE`;
    const view = '#app-main';
    const arrives = (tab: Page, path: string) => tab.waitForSelector(`.react-target[data-at^="/RefArch/de-DE${path}"]`);
    const open = (name: string) => async (tab: Page) => {
      await tab.click('header nav a');
      await says(tab, `${view} h1`, 'Damen (');
      await tab.click(`[data-testid=product-tile]:has-text("${name}")`);
      await says(tab, `${view} .chakra-stack h2`, name);
    };
    const close = async (tab: Page) => {
      await tab.click('[data-testid=add-to-cart-modal] .chakra-modal__close-btn');
    };
    const submit = (fields: Record<string, string>, until: string) => async (tab: Page) => {
      for (const [name, text] of Object.entries(fields)) await tab.fill(`${view} form #${name}`, text);
      await tab.click(`${view} form [type=submit]`);
      await tab.waitForSelector(until);
    };
    const bought: [Good, number][] = [
      [coat40, 3],
      [coat38, 1],
      [scarf, 1],
      [hat, 1],
    ];
    const charged = totals(
      bought.map(([good, quantity]) => ({ good, quantity })),
      true,
      true,
    );

    return {
      apps: { shop, einstein: hints },
      walk: [
        {
          name: 'lands from an advertisement',
          act: async (tab) => {
            await tab.goto(`${root}/?utm_source=google&utm_medium=cpc&gclid=Cj0K`, {
              referer: 'https://www.google.de/',
            });
            await arrives(tab, '/');
          },
          truth: [{ name: 'landing' }],
        },
        {
          name: 'searches for a scarf',
          act: async (tab) => {
            await tab.fill('header [type=search]', 'seide');
            await tab.press('header [type=search]', 'Enter');
            await says(tab, `${view} h1`, 'Suchergebnisse (1)');
          },
          truth: [],
        },
        {
          name: 'opens a category, sorts and filters it',
          act: async (tab) => {
            await tab.click('header nav a');
            await says(tab, `${view} h1`, 'Damen (');
            await tab.selectOption(`${view} select`, 'price-asc');
            await arrives(tab, '/category/damen?sort');
            await tab.click('.refine');
            await arrives(tab, '/category/damen?refine');
          },
          truth: [],
        },
        {
          name: 'opens the coat',
          act: open(coat40.name),
          truth: [pieces('view_item', 'EUR', [{ ...coat40, ids: coat40.ids.concat(coat38.ids) }, 1])],
        },
        {
          name: 'presses add without a size',
          act: async (tab) => {
            await tab.click(`${view} .add`);
            await says(tab, '.missing', 'Bitte wählen');
          },
          truth: [],
        },
        {
          name: 'puts it on the wish list',
          act: async (tab) => {
            await tab.click('[data-testid=product-view] .wish');
            await says(tab, '.chakra-toast', 'Wunschliste');
          },
          truth: [],
        },
        {
          name: 'chooses a size and two pieces',
          act: async (tab) => {
            await tab.click('[role=radio] >> text=40');
            await tab.click('[data-testid=quantity-increment]');
          },
          truth: [],
        },
        {
          name: 'adds two coats',
          act: async (tab) => {
            await tab.click(`${view} .add`);
            await says(tab, '[data-testid=add-to-cart-modal]', '2 Artikel zum Warenkorb');
          },
          truth: [pieces('add_to_cart', 'EUR', [coat40, 2])],
        },
        { name: 'closes the dialog', act: close, truth: [] },
        {
          name: 'adds one in another size',
          act: async (tab) => {
            await tab.click('[role=radio] >> text=38');
            await tab.click('[data-testid=quantity-decrement]');
            await tab.click(`${view} .add`);
            await says(tab, '[data-testid=add-to-cart-modal]', '1 Artikel zum Warenkorb');
          },
          truth: [pieces('add_to_cart', 'EUR', [coat38, 1])],
        },
        { name: 'closes that dialog', act: close, truth: [] },
        { name: 'opens the gloves', act: open(gloves.name), truth: [pieces('view_item', 'EUR', [gloves, 1])] },
        {
          name: 'is refused the gloves, of which none are left',
          act: async (tab) => {
            await tab.click(`${view} .add`);
            await says(tab, '.chakra-toast', 'schiefgegangen');
          },
          truth: [],
        },
        { name: 'opens the scarf', act: open(scarf.name), truth: [pieces('view_item', 'EUR', [scarf, 1])] },
        {
          name: 'adds it by a double click',
          act: async (tab) => {
            await tab.dblclick(`${view} .add`);
            await says(tab, '[data-testid=add-to-cart-modal]', '1 Artikel zum Warenkorb');
          },
          truth: [pieces('add_to_cart', 'EUR', [scarf, 1])],
        },
        {
          name: 'opens a set',
          act: async (tab) => {
            await close(tab);
            await open('Herbst-Set')(tab);
          },
          truth: [optional({ name: 'view_item' })],
        },
        {
          name: 'adds the whole set',
          act: async (tab) => {
            await tab.click('.set');
            await says(tab, '[data-testid=add-to-cart-modal]', '2 Artikel zum Warenkorb');
          },
          truth: [pieces('add_to_cart', 'EUR', [hat, 1], [mitts, 1])],
        },
        {
          name: 'fails to log in',
          act: async (tab) => {
            await close(tab);
            await tab.click('header a >> text=Anmelden');
            await tab.waitForSelector('[data-testid=sf-auth-modal-form]');
            await submit({ email: 'mia@example.de', password: 'falsch' }, '[role=alert]:has-text("Falscher")')(tab);
          },
          truth: [],
        },
        {
          name: 'registers with too short a password',
          act: async (tab) => {
            await tab.click('header a >> text=Konto erstellen');
            await tab.waitForSelector('#lastName');
            const fields = { firstName: 'Mia', lastName: 'Vogel', email: 'mia@example.de', password: 'kurz' };
            await submit(fields, '[role=alert]:has-text("mindestens")')(tab);
          },
          truth: [],
        },
        {
          name: 'registers; the baskets are merged',
          act: submit({ password: 'lang-genug-99' }, 'h1:has-text("Mein Konto")'),
          truth: [{ name: 'sign_up' }],
        },
        {
          name: 'takes the coat from the wish list',
          act: async (tab) => {
            await tab.click('header a >> text=Wunschliste');
            await tab.click('.unwish');
            await says(tab, '.chakra-toast >> nth=-1', 'Wunschliste entfernt');
          },
          truth: [],
        },
        {
          name: 'opens the cart',
          act: async (tab) => {
            await tab.click('header a[href$="/cart"]');
            await tab.waitForSelector('[data-testid=sf-cart-container]');
          },
          truth: [pieces('view_cart', 'EUR', [coat40, 2], [coat38, 1], [scarf, 1], [hat, 1], [mitts, 1])],
        },
        {
          name: 'takes a third coat',
          act: async (tab) => {
            await tab.click('[data-testid=quantity-increment] >> nth=0');
            await tab.waitForSelector('[data-item] input[value="3"]');
          },
          truth: [],
        },
        {
          name: 'types a code that is refused',
          act: submit({ code: 'SOMMER' }, '.promo p:has-text("erneut")'),
          truth: [],
        },
        {
          name: 'types one that is taken',
          act: submit({ code: 'HERBST10' }, '.chakra-toast:has-text("Promo")'),
          truth: [],
        },
        {
          name: 'would remove the mitts, and keeps them',
          act: async (tab) => {
            await tab.click('.remove >> nth=4');
            await tab.click('.keep');
          },
          truth: [],
        },
        {
          name: 'removes the mitts',
          act: async (tab) => {
            await tab.click('.remove >> nth=4');
            await tab.click('.confirm');
            await says(tab, '.chakra-toast', 'entfernt');
          },
          truth: [pieces('remove_from_cart', 'EUR', [mitts, 1])],
        },
        {
          name: 'goes to checkout',
          act: async (tab) => {
            await tab.click(`${view} a[href$="/checkout"]`);
            await tab.waitForSelector('[data-testid=sf-checkout-container] form');
          },
          truth: [pieces('begin_checkout', 'EUR', ...bought)],
        },
        { name: 'says who she is', act: submit({ email: 'mia@example.de' }, '#address1'), truth: [] },
        {
          name: 'gives an address',
          act: submit({ firstName: 'Mia', address1: 'Ahornweg 3', postalCode: '50667', city: 'Köln' }, '[name=method]'),
          truth: [optional({ name: 'add_shipping_info' })],
        },
        { name: 'chooses a delivery', act: submit({}, '#number'), truth: [{ name: 'add_shipping_info' }] },
        {
          name: 'mistypes her card',
          act: submit({ number: '4111x', holder: 'Mia Vogel' }, '[role=alert]:has-text("ungültig")'),
          truth: [],
        },
        {
          name: 'gives a card',
          act: submit({ number: '4111111111111111' }, '[data-testid=sf-checkout-place-order-btn]'),
          truth: [{ name: 'add_payment_info' }],
        },
        {
          name: 'is declined',
          act: async (tab) => {
            await tab.click('[data-testid=sf-checkout-place-order-btn]');
            await says(tab, '[role=alert]', 'unerwarteter Fehler');
          },
          truth: [],
        },
        {
          name: 'places the order',
          act: async (tab) => {
            await tab.click('[data-testid=sf-checkout-place-order-btn]');
            await tab.waitForSelector('[data-testid=sf-checkout-confirmation-container]');
          },
          truth: [
            {
              ...pieces('purchase', 'EUR', ...bought),
              value: charged.gross / 100,
              tax: cents(charged.tax),
              shipping: SHIPPING / 100,
              transaction_id: '00021803',
            },
          ],
        },
        {
          name: 'reloads the confirmation',
          act: async (tab) => {
            await tab.reload();
            await tab.waitForSelector('[data-testid=sf-checkout-confirmation-container]');
          },
          truth: [],
        },
        {
          name: 'looks at the order in the account',
          act: async (tab) => {
            await tab.click('header a >> text=Bestellverlauf');
            await tab.click('text=Details anzeigen');
            await tab.waitForSelector('[data-testid=account-order-details-page]');
          },
          truth: [],
        },
        {
          name: 'goes back to the confirmation',
          act: async (tab) => {
            await tab.goBack();
            await tab.goBack();
            await tab.waitForSelector('[data-testid=sf-checkout-confirmation-container]');
          },
          truth: [],
        },
      ],
    };
  },
};

export default platform;
