import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Page } from 'playwright-core';
import type { Platform } from '../platform.ts';
import { clientOf, type Good, optional, pieces, says, slowly } from '../spa.ts';

interface Variant extends Good {
  productId: string;
  sku: string;
  slug: string;
  color: string;
  left: number;
}

const variant = (
  slug: string,
  sku: string,
  name: string,
  color: string,
  price: number,
  left = 9,
  was?: number,
): Variant => {
  const productId = `f9c1c8a2-${slug}`;
  return { ids: [sku, productId], productId, sku, slug, name, color, price, left, ...(was && { was }) };
};
const lampBlack = variant('lampara-de-pie-arco', 'LAM-ARC-01', 'Lámpara de pie Arco', 'negro', 124_990, 9, 149_900);
const lampWhite = variant('lampara-de-pie-arco', 'LAM-ARC-02', 'Lámpara de pie Arco', 'blanco', 124_990, 9, 149_900);
const shade = variant('pantalla-de-lino', 'PAN-LIN-40', 'Pantalla de lino 40 cm', 'crudo', 3995);
const bulb = variant('bombilla-e27', 'BOM-E27-8W', 'Bombilla LED E27 «cálida»', 'cálida', 650);
const candle = variant('candelabro', 'CAN-BRZ-03', 'Candelabro de bronce', 'bronce', 8900, 1);
const variants = [lampBlack, lampWhite, shade, bulb, candle];
const SHIPPING = 495;
const TAX_RATE = 0.21;

interface Line {
  one: Variant;
  quantity: number;
}
const sumOf = (lines: Line[]) => lines.reduce((sum, { one, quantity }) => sum + one.price * quantity, 0);
const grossOf = (lines: Line[], coupon: boolean) => Math.round(sumOf(lines) * (coupon ? 0.95 : 1)) + SHIPPING;
const money = (centAmount: number) => ({ centAmount, currencyCode: 'EUR', fractionDigits: 2, __typename: 'Money' });
const priceOf = ({ price, was }: Variant) => ({
  value: money(was ?? price),
  discounted: was ? { value: money(price), __typename: 'DiscountedProductPrice' } : null,
  __typename: 'ProductPrice',
});

const platform: Platform = {
  name: 'commercetools Sunrise SPA',
  family: 'api',
  hosts: ['api'],
  open: ({ shop: origin, api }, tag) => {
    let lines: Line[] = [];
    let version = 1;
    let coupon = false;
    let shipped = false;
    let open = false;
    let declines = 1;
    const orders: Record<string, unknown>[] = [];

    const cart = () => {
      const gross = shipped ? grossOf(lines, coupon) : Math.round(sumOf(lines) * (coupon ? 0.95 : 1));
      return {
        cartId: '2a3e5c1d-77',
        version,
        lineItems: lines.map(({ one, quantity }) => ({
          lineId: `line-${one.sku}`,
          productId: one.productId,
          name: one.name,
          productSlug: one.slug,
          quantity,
          price: priceOf(one),
          totalPrice: money(one.price * quantity),
          variant: { sku: one.sku, __typename: 'ProductVariant' },
          __typename: 'LineItem',
        })),
        totalPrice: money(gross),
        taxedPrice: shipped ? { totalNet: money(Math.round(gross / (1 + TAX_RATE))), totalGross: money(gross) } : null,
        shippingInfo: shipped ? { shippingMethodName: 'Estándar', price: money(SHIPPING) } : null,
        discountCodes: coupon ? [{ discountCode: { code: 'LUZ5' } }] : [],
        __typename: 'Cart',
      };
    };
    class Refused extends Error {
      constructor(
        message: string,
        readonly code: string,
      ) {
        super(message);
      }
    }
    // biome-ignore lint/suspicious/noExplicitAny: the actions are told apart by their one key
    const actions: Record<string, (input: any) => void> = {
      addLineItem: ({ sku, quantity }) => {
        const one = variants.find((other) => other.sku === sku)!;
        const known = lines.find((line) => line.one === one);
        if (quantity + (known?.quantity ?? 0) > one.left)
          throw new Refused(`Line item with SKU '${sku}' has not enough stock.`, 'InsufficientStock');
        if (known) known.quantity += quantity;
        else lines.push({ one, quantity });
      },
      changeLineItemQuantity: ({ lineItemId, quantity }) => {
        lines.find(({ one }) => `line-${one.sku}` === lineItemId)!.quantity = quantity;
        lines = lines.filter((line) => line.quantity);
      },
      addDiscountCode: ({ code }) => {
        if (code !== 'LUZ5')
          throw new Refused(`The discount code '${code}' was not found.`, 'DiscountCodeNonApplicable');
        coupon = true;
      },
      setShippingMethod: () => {
        shipped = true;
      },
      setShippingAddress: () => {},
      setBillingAddress: () => {},
    };
    // biome-ignore lint/suspicious/noExplicitAny: variables are as their operation declares them
    const operations: Record<string, (variables: any) => unknown> = {
      myCart: () => ({ myCart: { activeCart: open ? cart() : null } }),
      createCart: () => {
        open = true;
        return { createMyCart: cart() };
      },
      mutateCart: (variables) => {
        for (const action of variables.actions)
          for (const [name, input] of Object.entries(action)) actions[name]!(input);
        version++;
        return { updateMyCart: cart() };
      },
      products: ({ where, sort }) => {
        const found = [lampBlack, shade, bulb, candle].filter(({ name }) => name.toLowerCase().includes(where ?? ''));
        if (sort) found.sort((one, other) => one.price - other.price);
        const results = found.map((one) => ({
          id: one.productId,
          name: one.name,
          slug: one.slug,
          masterVariant: { sku: one.sku, price: priceOf(one) },
        }));
        return { productProjectionSearch: { total: found.length, results } };
      },
      Product: ({ sku }) => {
        const { slug, productId, name } = variants.find((one) => one.sku === sku)!;
        const own = variants.filter((one) => one.slug === slug);
        const all = own.map((one) => ({
          sku: one.sku,
          attributes: { color: one.color },
          price: priceOf(one),
          availability: { isOnStock: true },
        }));
        return { productProjectionSearch: { results: [{ productId, name, slug, variants: all }] } };
      },
      mutateShoppingList: () => ({ updateMyShoppingList: { id: 'sl-1', version: 2, lineItems: [{ id: 'w-1' }] } }),
      login: () => {
        throw new Refused('Account with the given credentials not found.', 'InvalidCredentials');
      },
      register: ({ draft }) => {
        if (draft.email.startsWith('ana@'))
          throw new Refused('There is already an existing customer.', 'DuplicateField');
        return { customerSignMeUp: { customer: { id: 'cu-1', __typename: 'Customer' } } };
      },
      createMyOrder: () => {
        if (declines-- > 0) throw new Refused('Payment was declined.', 'PaymentDeclined');
        const order = {
          ...cart(),
          orderId: 'b7d0f3',
          id: 'b7d0f3',
          orderNumber: 'ES-20417',
          createdAt: new Date().toISOString(),
        };
        orders.push(order);
        lines = [];
        open = false;
        return { createMyOrderFromCart: order };
      },
      orders: () => ({ me: { orders: { results: orders } } }),
      orderById: ({ id }) => ({ me: { order: orders.find((order) => order.id === id) } }),
    };

    const back = new Hono();
    back.use(cors());
    back.use(slowly(110));
    back.post('/oauth/*', (c) =>
      c.json({ access_token: 'k2f', expires_in: 172_800, scope: 'manage_my_orders:sunrise' }),
    );
    back.post('/sunrise/graphql', async (c) => {
      const { operationName, variables } = (await c.req.json()) as { operationName: string; variables: unknown };
      try {
        return c.json({ data: operations[operationName]!(variables) });
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const { message, code } = error;
        return c.json({ data: null, errors: [{ message, path: [operationName], extensions: { code } }] });
      }
    });

    const shop = new Hono();
    shop.get('*', (c) =>
      c.html(
        `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Sunrise</title>${tag}</head><body><div id="app"><header class="header-area"><a href="/es/es/">Sunrise</a><nav><a href="/es/es/products/iluminacion">Iluminación</a></nav><form class="search"><input name="q" placeholder="Buscar"><button class="button-search" aria-label="Buscar"></button></form><a href="/es/es/login" data-test="login-info-name">Iniciar sesión</a><a href="/es/es/user">Mis pedidos</a><select data-test="country-selector"><option>España</option><option>Deutschland</option></select><button type="button" data-test="mini-cart-open-button">Cesta <span class="counter"></span></button></header><div id="mini-cart" class="sidebar-cart" hidden></div><main></main><div id="quickview"></div><div id="notes"></div></div><script>window.__SUNRISE__={api:"${api}",project:"sunrise"};{${clientOf('commercetools-sunrise-spa')}}</script></body></html>`,
      ),
    );

    const arrives = (tab: Page, path: string) => tab.waitForSelector(`main[data-at^="/es/es${path}"]`);
    const openProduct = (one: Variant) => async (tab: Page) => {
      await tab.click('header nav a');
      await arrives(tab, '/products/iluminacion');
      await tab.click(`[data-test=product-name][href$="${one.sku}"]`);
      await arrives(tab, `/product/${one.slug}`);
    };
    const send = (form: string, fields: Record<string, string>, outcome: string) => async (tab: Page) => {
      for (const [name, text] of Object.entries(fields)) await tab.fill(`${form} [name=${name}]`, text);
      await tab.click(`${form} [type=submit], ${form} button`);
      await tab.waitForSelector(outcome);
    };
    const message = (text: string) => `.message:has-text("${text}")`;
    const quiet = (tab: Page) => tab.waitForSelector('.message', { state: 'detached' });
    const bought: Line[] = [
      { one: lampWhite, quantity: 3 },
      { one: shade, quantity: 1 },
    ];
    const kept = bought.map(({ one, quantity }): [Variant, number] => [one, quantity]);

    return {
      apps: { shop, api: back },
      walk: [
        {
          name: 'lands from a newsletter',
          act: (tab) =>
            tab
              .goto(`${origin}/es/es/?utm_source=boletin&utm_medium=email&utm_campaign=luz`)
              .then(() => arrives(tab, '/')),
          truth: [{ name: 'landing' }],
        },
        { name: 'searches', act: send('.search', { q: 'bombilla' }, 'main[data-at*="q=bombilla"]'), truth: [] },
        {
          name: 'opens a category and sorts it',
          act: async (tab) => {
            await tab.click('header nav a');
            await arrives(tab, '/products/iluminacion');
            await tab.selectOption('[data-test=sort]', 'price asc');
            await tab.waitForSelector('main[data-at*="sort="]');
          },
          truth: [],
        },
        { name: 'opens the lamp', act: openProduct(lampBlack), truth: [pieces('view_item', 'EUR', [lampBlack, 1])] },
        {
          name: 'chooses the white one, at an address of its own',
          act: (tab) =>
            tab
              .selectOption('[data-test=attribute-select]', lampWhite.sku)
              .then(() => arrives(tab, `/product/${lampWhite.slug}/${lampWhite.sku}`)),
          truth: [optional(pieces('view_item', 'EUR', [lampWhite, 1]))],
        },
        {
          name: 'puts it on the list of wishes',
          act: async (tab) => {
            await tab.click('.wish');
            await tab.waitForSelector(message('lista de deseos'));
            await quiet(tab);
          },
          truth: [],
        },
        {
          name: 'adds two lamps',
          act: async (tab) => {
            await send('main .quickview-plus-minus', { qty: '2' }, message('se ha añadido'))(tab);
            await quiet(tab);
          },
          truth: [pieces('add_to_cart', 'EUR', [lampWhite, 2])],
        },
        {
          name: 'looks at the shade quickly',
          act: async (tab) => {
            await tab.click('header nav a');
            await arrives(tab, '/products/iluminacion');
            await tab.click(`[data-quick="${shade.sku}"]`);
            await tab.waitForSelector('.modal');
          },
          truth: [optional(pieces('view_item', 'EUR', [shade, 1]))],
        },
        {
          name: 'adds it there, by a double click',
          act: async (tab) => {
            await tab.dblclick('.modal [data-test=add-to-cart-button]');
            await tab.waitForSelector(message('se ha añadido'));
            await quiet(tab);
            await tab.click('.modal .close');
          },
          truth: [pieces('add_to_cart', 'EUR', [shade, 1])],
        },
        { name: 'opens the candlestick', act: openProduct(candle), truth: [pieces('view_item', 'EUR', [candle, 1])] },
        {
          name: 'asks for more than there are',
          act: async (tab) => {
            await send('main .quickview-plus-minus', { qty: '2' }, message('No quedan'))(tab);
            await quiet(tab);
          },
          truth: [],
        },
        { name: 'opens the bulb', act: openProduct(bulb), truth: [pieces('view_item', 'EUR', [bulb, 1])] },
        {
          name: 'adds four',
          act: async (tab) => {
            await send('main .quickview-plus-minus', { qty: '4' }, message('se ha añadido'))(tab);
            await quiet(tab);
          },
          truth: [pieces('add_to_cart', 'EUR', [bulb, 4])],
        },
        {
          name: 'fails to log in',
          act: async (tab) => {
            await tab.click('[data-test=login-info-name]');
            await arrives(tab, '/login');
            await send(
              '[data-test=login-form]',
              { email: 'a@example.es', password: 'mal' },
              message('no son correctos'),
            )(tab);
            await quiet(tab);
          },
          truth: [],
        },
        {
          name: 'registers with an address that is taken',
          act: async (tab) => {
            const fields = { firstName: 'Ana', email: 'ana@example.es', password: 'secreto-123' };
            await send('.register', fields, message('Ya existe'))(tab);
            await quiet(tab);
          },
          truth: [],
        },
        {
          name: 'registers',
          act: send('.register', { email: 'ana.gil@example.es' }, 'main h2:has-text("Mis pedidos")'),
          truth: [{ name: 'sign_up' }],
        },
        {
          name: 'opens the small cart',
          act: (tab) =>
            tab.click('[data-test=mini-cart-open-button]').then(() => tab.waitForSelector('#mini-cart .cart-line')),
          truth: [pieces('view_cart', 'EUR', [lampWhite, 2], [shade, 1], [bulb, 4])],
        },
        {
          name: 'opens the cart page',
          act: (tab) => tab.click('#mini-cart a[href$="/cart"]').then(() => arrives(tab, '/cart')),
          truth: [optional(pieces('view_cart', 'EUR', [lampWhite, 2], [shade, 1], [bulb, 4]))],
        },
        {
          name: 'takes a third lamp',
          act: async (tab) => {
            await tab.click('.cart-line:nth-child(2) .inc');
            await tab.waitForSelector('[data-test=cart-line-item-quantity][value="3"]');
          },
          truth: [],
        },
        {
          name: 'types a code that is refused',
          act: async (tab) => {
            await send('.discount', { code: 'NADA' }, message('no es válido'))(tab);
            await quiet(tab);
          },
          truth: [],
        },
        {
          name: 'types one that is taken',
          act: async (tab) => {
            const was = await tab.textContent('main [data-test=cart-total-price]');
            await send('.discount', { code: 'LUZ5' }, 'main .cart-total')(tab);
            await tab.waitForFunction(
              (old) => document.querySelector('main [data-test=cart-total-price]')?.textContent !== old,
              was,
            );
          },
          truth: [],
        },
        {
          name: 'removes the bulbs',
          act: async (tab) => {
            await tab.click(`[data-line="line-${bulb.sku}"] .delete`);
            await tab.waitForSelector(`[data-line="line-${bulb.sku}"]`, { state: 'detached' });
          },
          truth: [pieces('remove_from_cart', 'EUR', [bulb, 4])],
        },
        {
          name: 'goes to checkout',
          act: (tab) =>
            tab.click('[data-test=proceed-to-checkout]').then(() => tab.waitForSelector('[data-step=address]')),
          truth: [pieces('begin_checkout', 'EUR', ...kept)],
        },
        {
          name: 'gives an address',
          act: send(
            '[data-step=address]',
            { firstName: 'Ana', streetName: 'Calle Mayor 1', postalCode: '28013', email: 'ana@example.es' },
            '[data-step=shipping]',
          ),
          truth: [optional({ name: 'add_shipping_info' })],
        },
        {
          name: 'chooses a delivery',
          act: send('[data-step=shipping]', {}, '[data-step=payment]'),
          truth: [{ name: 'add_shipping_info' }],
        },
        {
          name: 'is declined',
          act: async (tab) => {
            await send('[data-step=payment]', {}, message('rechazado'))(tab);
            await quiet(tab);
          },
          truth: [optional({ name: 'add_payment_info' })],
        },
        {
          name: 'places the order',
          act: send('[data-step=payment]', {}, '[data-test=thank-you]'),
          truth: [
            optional({ name: 'add_payment_info' }),
            {
              ...pieces('purchase', 'EUR', ...kept),
              value: grossOf(bought, true) / 100,
              shipping: SHIPPING / 100,
              transaction_id: 'ES-20417',
            },
          ],
        },
        {
          name: 'looks at the order in the account',
          act: (tab) =>
            tab.click('[data-test=thank-you] a').then(() => tab.waitForSelector('[data-test=order-detail]')),
          truth: [],
        },
        {
          name: 'reloads it',
          act: (tab) => tab.reload().then(() => tab.waitForSelector('[data-test=order-detail]')),
          truth: [],
        },
        {
          name: 'goes back to the checkout, whose cart is gone',
          act: (tab) => tab.goBack().then(() => tab.waitForSelector('[data-test=empty-cart-label]')),
          truth: [],
        },
        {
          name: 'follows the link to the order in a mail',
          act: async (tab) => {
            await tab.goto(`${origin}/es/es/user/order/b7d0f3?utm_source=pedido`, {
              referer: 'https://mail.google.com/',
            });
            await says(tab, 'main h2', 'Pedido ES-20417');
          },
          truth: [optional({ name: 'landing' })],
        },
      ],
    };
  },
};

export default platform;
