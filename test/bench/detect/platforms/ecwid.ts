import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Page } from 'playwright-core';
import { fill, pieces, step } from '../parts.ts';
import type { Platform, Truth } from '../platform.ts';
import { byName, clientOf, inline, says, slowly } from '../spa.ts';

interface Item {
  id: string;
  sku: string;
  name: string;
  price: number;
  stock: number;
}
/** What the store's script may ask with. */
interface Asked {
  items: { identifier: { productId: number }; quantity: number }[];
  itemIds: string[];
  itemId: string;
  quantity: number;
  coupon?: string;
}
const honey: Item = { id: '551001', sku: 'MED-LYPA', name: 'Липовий мед, 1 кг', price: 36000, stock: 9 };
const wax: Item = { id: '551002', sku: 'VISK-01', name: 'Бджолиний віск', price: 14550, stock: 9 };
const hive: Item = { id: '551003', sku: 'VUL-DAD', name: 'Вулик «Дадан»', price: 425000, stock: 1 };
const smoker: Item = { id: '551004', sku: 'DYM-02', name: 'Димар', price: 62000, stock: 0 };
const goods = [honey, wax, hive, smoker];
const SHIPPING = 8000;
const ORDER = 'MED-1042';
const good = ({ id, sku, name, price }: Item) => ({ id, sku, name, slug: '', price });

/**
 * What the site's owner has put beside the store: its own events, handed on to a tag manager under the names of GA4. A
 * change of the cart is told whole, so that each is compared with the last.
 */
const tags = `
const send = (event, ecommerce) => { dataLayer.push({ ecommerce: null }); dataLayer.push({ event, ecommerce: { currency: 'UAH', ...ecommerce } }); };
const told = (items) => ({ value: items.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0), items: items.map(({ product, quantity }) => ({ item_id: product.sku, item_name: product.name, price: product.price, quantity })) });
let last;
Ecwid.OnCartChanged.add((cart) => {
  if (cart.removed) return;
  const grown = (one, other) => one.flatMap(({ product, quantity }) => { const more = quantity - (other.find((item) => item.product.id === product.id)?.quantity ?? 0); return more > 0 ? [{ product, quantity: more }] : []; });
  if (last && !last.placed) {
    const added = grown(cart.items, last.items);
    if (added.length) send('add_to_cart', told(added));
    const gone = grown(last.items, cart.items);
    if (gone.length) send('remove_from_cart', told(gone));
  }
  last = cart;
});
Ecwid.OnPageLoaded.add(({ type, productId }) => {
  const { items } = last ?? { items: [] };
  if (type === 'PRODUCT') send('view_item', told([{ product: katalog.find(({ id }) => id === String(productId)), quantity: 1 }]));
  if (type === 'CART' && items.length) send('view_cart', told(items));
  if (type === 'CHECKOUT_ADDRESS') send('begin_checkout', told(items));
  if (type === 'DELIVERY_CHOSEN') send('add_shipping_info', { ...told(items), shipping_tier: 'Нова пошта' });
});
Ecwid.OnOrderPlaced.add(({ vendorNumber, total, shipping, tax, items }) => { last = { ...last, placed: true }; send('purchase', { transaction_id: vendorNumber, shipping, tax, ...told(items), value: total }); });`;

const platform: Platform = {
  name: 'Ecwid by Lightspeed',
  family: 'api',
  hosts: ['app-ecwid'],
  open: (origins, tag) => {
    const { shop: origin } = origins;
    const app = origins['app-ecwid']!;
    let lines: [Item, number][] = [];
    let order: Record<string, unknown> | undefined;
    let declines = 1;

    const productOf = ({ id, sku, name, price, stock }: Item) => ({ id, sku, name, price: price / 100, stock });
    const items = () => lines.map(([one, quantity]) => ({ product: productOf(one), quantity, options: {} }));
    const sum = () => lines.reduce((all, [{ price }, quantity]) => all + price * quantity, 0);
    const cart = () => ({
      cartId: 'C-77',
      items: items(),
      productsQuantity: lines.reduce((all, [, quantity]) => all + quantity, 0),
      subtotal: sum() / 100,
      couponName: null,
    });
    const api = new Hono();
    api.use(cors());
    api.use('/storefront/*', slowly(150));
    api.get('/script.js', (c) => c.body(clientOf('ecwid'), 200, { 'content-type': 'text/javascript' }));
    const at = (path: string, answer: (asked: Asked) => object) =>
      api.post(`/storefront/api/v1/10203/${path}`, async (c) => c.json(answer(await c.req.json())));
    at('initial-data', () => ({ products: goods.map(productOf), cart: cart() }));
    at('checkout/add-items', ({ items: [asked] }) => {
      const { identifier, quantity } = asked!;
      const one = goods.find(({ id }) => id === String(identifier.productId))!;
      const known = lines.find(([other]) => other === one);
      if ((known?.[1] ?? 0) + quantity > one.stock)
        return { errors: [{ code: 'NOT_ENOUGH_STOCK', message: 'На жаль, такої кількості немає в наявності.' }] };
      if (known) known[1] += quantity;
      else lines.push([one, quantity]);
      return { cart: cart() };
    });
    at('checkout/remove-items', ({ itemIds }) => {
      lines = lines.filter(([{ id }]) => !itemIds.includes(id));
      return { cart: cart() };
    });
    at('checkout/update-items', ({ itemId, quantity }) => {
      lines.find(([{ id }]) => id === itemId)![1] = quantity;
      return { cart: cart() };
    });
    at('checkout/update', ({ coupon }) => ({
      cart: cart(),
      ...(coupon && { errors: [{ code: 'COUPON', message: 'Купон недійсний.' }] }),
    }));
    at('checkout/place-order', () => {
      if (declines-- > 0)
        return { errors: [{ code: 'DELIVERY_UNAVAILABLE', message: 'Сталася помилка. Спробуйте ще раз.' }] };
      order = {
        orderNumber: 42,
        vendorNumber: ORDER,
        total: (sum() + SHIPPING) / 100,
        subtotal: sum() / 100,
        tax: 0,
        shipping: SHIPPING / 100,
        paymentStatus: 'AWAITING_PAYMENT',
        items: items(),
      };
      lines = [];
      return { order, cart: cart() };
    });
    at('order/get', () => ({ order }));
    at('favorites/add', () => ({ success: true }));
    at('customer/send-link', () => ({ success: true }));
    at('product/notify', () => ({ success: true }));

    // The site around it: static pages of whatever generator.
    const page = (title: string, main: string) =>
      `<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>${title} | Пасіка Карпат</title><script>window.dataLayer = [{ event: 'gtm.js', 'gtm.start': 1 }, { pageCategory: 'store' }];</script>${tag}</head><body><header><a href="/">Пасіка Карпат</a> <a href="/kramnytsia">Крамниця</a> <a href="/kontakty">Контакти</a><div class="ec-cart-widget"></div></header><main>${main}</main></body></html>`;
    const shop = new Hono();
    shop.get('/', (c) => c.html(page('Пасіка', '<h1>Мед із гір</h1><p><a href="/kramnytsia">До крамниці</a></p>')));
    shop.get('/kramnytsia', (c) =>
      c.html(
        page(
          'Крамниця',
          `<div id="my-store-10203"></div><script data-cfasync="false" src="${app}/script.js?10203" charset="utf-8"></script><script>const katalog = ${inline(goods.map(productOf))};${tags}</script><script>xProductBrowser("categoriesPerRow=3","views=grid(20,3)","id=my-store-10203");</script>`,
        ),
      ),
    );
    const contact = (notice: string) =>
      page(
        'Контакти',
        `<h1>Контакти</h1>${notice}<form method="post" action="/kontakty"><input name="imia" placeholder="Ім’я"><input name="email" type="email" placeholder="Ел. адреса"><textarea name="povidomlennia" placeholder="Повідомлення"></textarea><button>Надіслати</button></form>`,
      );
    shop.get('/kontakty', (c) => c.html(contact('')));
    shop.post('/kontakty', async (c) => {
      const { povidomlennia } = await c.req.parseBody();
      return povidomlennia
        ? c.html(page('Дякуємо', '<h1>Дякуємо!</h1><p>Ваше повідомлення надіслано.</p>'))
        : c.html(contact('<p role="alert" class="error">Напишіть повідомлення.</p>'), 422);
    });

    const shown = (tab: Page, text: string) => says(tab, '.ec-store__content-wrapper', text);
    const openStore = async (tab: Page) => {
      await Promise.all([tab.waitForNavigation(), tab.click('header a[href="/kramnytsia"]')]);
      await tab.waitForSelector('#my-store-10203[data-ready]');
    };
    const open = (one: Item) => async (tab: Page) => {
      await tab.click(`.grid-product__title[href$="/p/${one.id}"] >> nth=0`);
      await tab.waitForSelector(`h1.product-details__product-title:text-is("${one.name}")`);
    };
    const goTo = (selector: string, heading: string) => async (tab: Page) => {
      await tab.click(selector);
      await tab.waitForSelector(`h1:text-is("${heading}")`);
    };
    const ADD = '.details-product-purchase__add-to-bag button';
    const SEND = '.ec-form button';
    const told = (name: string, ...of: [Item, number][]): Truth =>
      pieces(name, 'UAH', ...of.map(([one, quantity]): [ReturnType<typeof good>, number] => [good(one), quantity]));
    const purchase = told('purchase', [honey, 3], [hive, 1]);
    const optional = (name: string): Truth => ({ name, optional: true });

    return {
      apps: { shop, 'app-ecwid': api },
      walk: [
        step('приходить із соцмережі', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.instagram.com/' }), {
          name: 'landing',
        }),
        step('відкриває крамницю', openStore, optional('view_item_list')),
        step(
          'лишає тільки наявне',
          (tab) =>
            tab
              .click('.in-stock')
              .then(() => tab.waitForSelector(`.grid-product__title[href$="/p/${smoker.id}"]`, { state: 'detached' })),
          optional('view_item_list'),
        ),
        step('шукає марно', async (tab) => {
          await tab.fill('.ec-search input', 'варення');
          await tab.press('.ec-search input', 'Enter');
          await shown(tab, 'Нічого не знайдено');
        }),
        step('просить посилання для входу', async (tab) => {
          await goTo('.ec-link[href$=signin]', 'Вхід')(tab);
          await fill({ '.ec-signin input': 'a@b.example' }, (at) => at.click(SEND))(tab);
          await says(tab, '.sent', 'надіслано');
        }),
        step('вертається до товарів', openStore, optional('view_item_list')),
        step(
          'купує віск зі списку',
          (tab) => tab.click(`[data-buy="${wax.id}"] button`).then(() => shown(tab, 'У кошику')),
          told('add_to_cart', [wax, 1]),
        ),
        step('відкриває мед', open(honey), told('view_item', [honey, 1])),
        step('додає в обране', async (tab) => {
          await tab.click('.product-details__favorite');
          await tab.waitForSelector('[aria-label="В обраному"]');
        }),
        step(
          'кладе дві банки',
          fill({ '[name=ec-qty]': '2' }, async (tab) => {
            await tab.click(ADD);
            await shown(tab, 'До кошика');
          }),
          told('add_to_cart', [honey, 2]),
        ),
        step('дивиться обране', goTo('.ec-link[href$=favorites]', 'Обране'), optional('view_item_list')),
        step('вертається до товарів знов', openStore, optional('view_item_list')),
        step('відкриває димар, якого немає', open(smoker), told('view_item', [smoker, 1])),
        step('просить повідомити', async (tab) => {
          await tab.fill('.ec-subscribe input', 'a@b.example');
          await tab.click('.ec-subscribe button');
          await tab.waitForSelector('.ec-subscribed');
        }),
        step('вертається до товарів утретє', openStore, optional('view_item_list')),
        step('відкриває вулик', open(hive), told('view_item', [hive, 1])),
        step(
          'кладе вулик',
          (tab) => tab.click(ADD).then(() => shown(tab, 'До кошика')),
          told('add_to_cart', [hive, 1]),
        ),
        step('другого не дають', (tab) => tab.click(ADD).then(() => tab.waitForSelector('.ec-notice--error'))),
        step('відкриває кошик', goTo('.ec-minicart', 'Ваш кошик'), told('view_cart', [wax, 1], [honey, 2], [hive, 1])),
        step(
          'бере третю банку',
          async (tab) => {
            await tab.selectOption(`[data-line="${honey.id}"] select`, '3');
            await shown(tab, 'К-сть: 3');
          },
          { ...told('add_to_cart', [honey, 1]), optional: true },
          optional('view_cart'),
        ),
        step(
          'прибирає віск',
          async (tab) => {
            await tab.click(`[data-line="${wax.id}"] .ec-cart-item__control`);
            await tab.waitForSelector(`[data-line="${wax.id}"]`, { state: 'detached' });
          },
          told('remove_from_cart', [wax, 1]),
          optional('view_cart'),
        ),
        step('пробує купон', async (tab) => {
          await tab.fill('[name=coupon]', 'МЕД');
          await tab.click('.ec-cart-coupon button');
          await tab.waitForSelector('.ec-notice--error');
        }),
        step('пише свою адресу', async (tab) => {
          await tab.fill('.ec-cart__email-input', 'a@b.example');
          await tab.press('.ec-cart__email-input', 'Tab');
        }),
        step(
          'оформлює',
          goTo('.ec-cart__button--checkout button', 'Оформлення замовлення'),
          told('begin_checkout', [honey, 3], [hive, 1]),
        ),
        step(
          'каже, куди везти',
          fill(
            { '[name=name]': 'Оля Мельник', '[name=city]': 'Яремче', '[name=street]': 'Свободи, 3' },
            goTo(SEND, 'Доставка'),
          ),
          optional('add_shipping_info'),
        ),
        step('обирає пошту', goTo(SEND, 'Оплата'), { name: 'add_shipping_info' }),
        step(
          'не може замовити',
          (tab) => tab.click(SEND).then(() => tab.waitForSelector('.ec-notice--error')),
          optional('add_payment_info'),
        ),
        step('замовляє', goTo(SEND, 'Дякуємо за замовлення!'), optional('add_payment_info'), {
          ...byName(purchase),
          value: purchase.value! + SHIPPING / 100,
          shipping: SHIPPING / 100,
          transaction_id: ORDER,
        }),
        step('оновлює сторінку', (tab) => tab.reload().then(() => shown(tab, ORDER))),
        step('пише, та забуває текст', async (tab) => {
          await Promise.all([tab.waitForNavigation(), tab.click('header a[href="/kontakty"]')]);
          await tab.fill('main [name=email]', 'a@b.example');
          await Promise.all([tab.waitForNavigation(), tab.click('main button')]);
        }),
        step(
          'пише',
          async (tab) => {
            await tab.fill('main [name=email]', 'a@b.example');
            await tab.fill('main textarea', 'Коли надішлете?');
            await Promise.all([tab.waitForNavigation(), tab.click('main button')]);
          },
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step(
          'відкриває підтвердження з листа',
          async (tab) => {
            await tab.goto('about:blank');
            await tab.goto(`${origin}/kramnytsia#!/~/checkout/order-confirmation`, {
              referer: 'https://mail.ukr.net/',
            });
            await shown(tab, ORDER);
          },
          optional('landing'),
        ),
      ],
    };
  },
};

export default platform;
