import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import {
  add,
  createCarts,
  fill,
  good,
  type Line,
  optional,
  order,
  type Product,
  pause,
  pieces,
  press,
  printer,
  step,
  sumOf,
  until,
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { byName, inline } from '../spa.ts';

const oud = good('11', 'OUD-12', 'دهن عود كمبودي', 'cambodian-oud-oil', 124_900);
const dates = good('12', 'TMR-1', 'تمر مجدول فاخر', 'medjool-dates', 8_550);
const coffee = good('13', 'DLH-3', 'دلة قهوة نحاسية', 'brass-dallah', 32_000);
const carpet = good('14', 'SJD-4', 'سجادة صوف', 'wool-rug', 89_900);
const products = [oud, dates, coffee, carpet];
const SHIPPING = 2_500;

const dirham = printer('ar-AE', 'AED', { numberingSystem: 'latn' });

/** Vue's components, drawn from what the server inlines, with axios: one address for every act on the cart, told apart by `_method`. */
const client = `
const axios = (method, url, data) => new Promise((done) => { const xhr = new XMLHttpRequest(); xhr.open(method, url); xhr.setRequestHeader('Accept', 'application/json, text/plain, */*'); xhr.setRequestHeader('X-Requested-With', 'XMLHttpRequest'); if (data && !(data instanceof FormData)) xhr.setRequestHeader('Content-Type', 'application/json'); xhr.onload = () => done({ status: xhr.status, data: JSON.parse(xhr.responseText) }); xhr.send(data instanceof FormData ? data : JSON.stringify(data)); });
const flash = (type, message) => { const box = document.querySelector('#flash'); box.innerHTML = '<div class="flash flash-' + type + '" role="status"><p>' + message + '</p></div>'; };
const mini = ({ data }) => { document.querySelector('.mini-cart-count').textContent = data?.items_qty || ''; };
const drawCart = (cart) => {
  const root = document.querySelector('v-cart');
  if (!root) return;
  root.innerHTML = cart ? cart.items.map((item) => '<div class="grid gap-y-6 cart-line"><input type="checkbox" id="item_' + item.id + '"><a href="/' + item.product_url_key + '"><p class="text-base font-medium">' + item.name + '</p></a><p class="price">' + item.formatted_price + '</p><div class="quantity"><span role="button" class="icon-minus" aria-label="إنقاص الكمية">−</span><p>' + item.quantity + '</p><span role="button" class="icon-plus" data-id="' + item.id + '" data-to="' + (item.quantity + 1) + '" aria-label="زيادة الكمية">+</span></div><p class="total">' + item.formatted_total + '</p><span role="button" class="remove" data-id="' + item.id + '">إزالة</span><span role="button" class="move" data-id="' + item.id + '">نقل إلى قائمة الرغبات</span></div>').join('') + '<div class="summary"><p>ملخص السلة</p><div><p>المجموع الفرعي</p><p>' + cart.formatted_sub_total + '</p></div><form class="coupon"><input name="code" placeholder="رمز القسيمة"><button>تطبيق</button></form><div><p>المجموع الكلي</p><p>' + cart.formatted_grand_total + '</p></div><a href="/checkout/onepage" class="primary-button">المتابعة إلى الدفع</a></div>' : '<div class="empty"><p role="heading">لا توجد منتجات في سلة التسوق.</p></div>';
};
const act = async (method, url, data) => { const { status, data: body } = await axios(method, url, data); if (status >= 400) flash('error', body.message); else { if (body.message) flash('success', body.message); mini(body); drawCart(body.data); } return body; };
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (form.matches('.search, .login')) return;
  event.preventDefault();
  if (form.matches('.product-form')) {
    form.elements.is_buy_now.value = event.submitter.matches('.primary-button') ? 1 : 0;
    event.submitter.disabled = true;
    const { status, data } = await axios('POST', '/api/checkout/cart', new FormData(form));
    event.submitter.disabled = false;
    if (status >= 400) return flash('warning', data.message);
    flash('success', data.message);
    mini(data);
    if (data.redirect) location.href = data.redirect;
  }
  if (form.matches('.coupon')) act('POST', '/api/checkout/cart/coupon', { code: form.elements.code.value });
  if (form.matches('.contact')) { const { data } = await axios('POST', '/contact-us/send-mail', new FormData(form)); flash('success', data.message); form.remove(); }
});
document.addEventListener('click', async ({ target }) => {
  const { id } = target.dataset;
  if (target.closest('.card-add')) act('POST', '/api/checkout/cart', { quantity: 1, product_id: target.dataset.product });
  if (target.closest('.wish')) act('POST', '/api/customer/wishlist', { product_id: target.dataset.product });
  if (target.closest('.compare')) act('POST', '/api/compare-items', { product_id: target.dataset.product });
  if (target.closest('.icon-plus[data-to]')) act('PUT', '/api/checkout/cart', { qty: { [id]: Number(target.dataset.to) } });
  if (target.closest('.remove')) act('POST', '/api/checkout/cart', { _method: 'DELETE', cart_item_id: id });
  if (target.closest('.move')) act('POST', '/api/checkout/cart/move-to-wishlist', { ids: [id], qty: [1] });
  if (target.closest('.qty-plus')) document.querySelector('.product-form [name=quantity]').value++;
});
fetch('/api/checkout/cart').then((answer) => answer.json()).then((body) => { mini(body); drawCart(body.data); });`;

const checkout = `
const steps = ['addresses', 'shipping-methods', 'payment-methods', 'orders'];
const parts = ['<h2>عنوان الفوترة</h2><input type="email" name="billing.email" placeholder="البريد الإلكتروني"><input name="billing.postcode"><button class="next">متابعة</button>', '<h2>طريقة الشحن</h2><input type="radio" name="shipping_method" checked> سعر ثابت<button class="next">متابعة</button>', '<h2>طريقة الدفع</h2><input type="radio" name="payment[method]" checked> الدفع عند الاستلام<button class="next">متابعة</button>', '<button class="next primary-button">تأكيد الطلب</button>'];
const stage = document.getElementById('stage');
let at = 0;
const draw = () => { stage.innerHTML = parts[at]; };
stage.addEventListener('click', async ({ target }) => {
  if (!target.closest('.next')) return;
  const { status, data } = await axios('POST', '/api/checkout/onepage/' + steps[at], { step: at, email: document.querySelector('[name="billing.email"]')?.value });
  if (status >= 400) return flash('error', data.message);
  if (data.data?.redirect_url) return void (location.href = data.data.redirect_url);
  if (data.data?.cart) document.querySelector('.grand').textContent = data.data.cart.formatted_grand_total;
  at++;
  draw();
});
draw();`;

const platform: Platform = {
  name: 'Bagisto',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    interface Cart {
      lines: Line[];
      shipped: boolean;
      tries: number;
      placed: boolean;
    }
    const cartOf = createCarts<Cart>(() => ({ lines: [], shipped: false, tries: 0, placed: false }), 'bagisto_session');
    const idOf = ({ id }: Product) => Number(id) + 300;
    const cartJson = ({ lines, shipped }: Cart) => {
      const grand = sumOf(lines) + (shipped ? SHIPPING : 0);
      return lines.length
        ? {
            id: 91,
            is_guest: 1,
            items_count: lines.length,
            items_qty: lines.reduce((sum, { quantity }) => sum + quantity, 0),
            sub_total: String(sumOf(lines) / 100),
            formatted_sub_total: dirham(sumOf(lines)),
            grand_total: String(grand / 100),
            formatted_grand_total: dirham(grand),
            coupon_code: null,
            items: lines.map(({ product, quantity }) => ({
              id: idOf(product),
              quantity,
              type: 'simple',
              name: product.name,
              price: String(product.price / 100),
              formatted_price: dirham(product.price),
              total: String((product.price * quantity) / 100),
              formatted_total: dirham(product.price * quantity),
              product_id: Number(product.id),
              product_url_key: product.slug,
            })),
          }
        : null;
    };
    const page = (context: Context, title: string, body: string, head = '', script = '') =>
      context.html(`<!doctype html><html lang="ar" dir="rtl"><head><title>${title}</title><meta name="base-url" content="${origin}"><meta name="currency" content='${inline({ code: 'AED', symbol: 'د.إ' })}'>${head}${tag}</head><body><div id="app"><div id="flash"></div>
<header><a href="/" aria-label="سوق">سوق</a><a href="/home-living">المنزل</a><a href="/customer/login">تسجيل الدخول</a><form action="/search" class="search" role="search"><input type="text" name="query" placeholder="ابحث عن المنتجات هنا"><button aria-label="بحث"></button></form><a href="/checkout/cart" class="cart-icon" aria-label="سلة التسوق"><span class="mini-cart-count"></span></a></header>
<main id="main">${body}</main></div><script>${client}${script}</script></body></html>`);

    app.get('/', (c) => page(c, 'سوق', '<h1>أهلا بكم</h1>'));
    app.get('/search', (c) => page(c, 'نتائج البحث', '<h1>نتائج البحث عن: كرسي</h1><p>لا توجد منتجات متاحة</p>'));
    app.get('/home-living', (c) =>
      page(
        c,
        'المنزل',
        `<h1>المنزل</h1><div class="toolbar"><button class="sort">ترتيب حسب</button></div><div class="grid">${products.map(({ id, slug, name, price }) => `<div class="group card"><a href="/${slug}" aria-label="${name}"><img alt="${name}"></a><span class="wish icon-heart" role="button" aria-label="إضافة إلى قائمة الرغبات" data-product="${id}">♡</span><p class="text-base">${name}</p><div class="price">${dirham(price)}</div><button class="secondary-button card-add" data-product="${id}">أضف إلى السلة</button></div>`).join('')}</div>`,
      ),
    );
    for (const { id, slug, name, price } of products)
      app.get(`/${slug}`, (c) =>
        page(
          c,
          name,
          `<v-product product-id="${id}"><form class="product-form"><input type="hidden" name="product_id" value="${id}"><input type="hidden" name="is_buy_now" value="0"><h1 class="break-all text-3xl">${name}</h1><p class="flex price">${dirham(price)}</p><p>شامل الضريبة</p><span class="quantity"><span role="button" class="icon-minus" aria-label="إنقاص الكمية">−</span><input name="quantity" value="1" type="hidden"><span role="button" class="icon-plus qty-plus" aria-label="زيادة الكمية">+</span></span><button type="submit" class="secondary-button w-full">أضف إلى السلة</button><button type="submit" class="primary-button">اشتر الآن</button><div class="compare" role="button" data-product="${id}">قارن</div></form><form class="contact"><input type="email" name="email" placeholder="البريد الإلكتروني"><textarea name="message"></textarea><button>أرسل سؤالك</button></form></v-product>`,
          `<meta property="og:type" content="og:product"><meta property="og:title" content="${name}">`,
        ),
      );
    app.get('/api/checkout/cart', (c) => c.json({ data: cartJson(cartOf(c)) }));
    app.post('/api/checkout/cart', async (c) => {
      const cart = cartOf(c);
      const isForm = c.req.header('content-type')?.startsWith('multipart');
      const asked = (isForm ? await c.req.parseBody() : await c.req.json()) as Record<string, string>;
      await pause(180);
      if (asked._method === 'DELETE') {
        cart.lines = cart.lines.filter(({ product }) => idOf(product) !== Number(asked.cart_item_id));
        return c.json({ data: cartJson(cart), message: 'تمت إزالة العنصر من السلة بنجاح.' });
      }
      const product = products.find(({ id }) => id === asked.product_id)!;
      if (product === carpet)
        return c.json(
          { message: 'الكمية المطلوبة غير متوفرة، يرجى المحاولة لاحقا.', redirect_uri: `${origin}/${product.slug}` },
          400,
        );
      if (asked.is_buy_now === '1') cart.lines = [];
      add(cart.lines, product, Number(asked.quantity));
      return c.json({
        data: cartJson(cart),
        message: 'تمت إضافة المنتج إلى السلة بنجاح',
        ...(asked.is_buy_now === '1' ? { redirect: `${origin}/checkout/onepage` } : {}),
      });
    });
    app.put('/api/checkout/cart', async (c) => {
      const cart = cartOf(c);
      const { qty } = await c.req.json<{ qty: Record<string, number> }>();
      for (const line of cart.lines) line.quantity = qty[idOf(line.product)] ?? line.quantity;
      return c.json({ data: cartJson(cart), message: 'تم تحديث الكمية بنجاح' });
    });
    app.post('/api/checkout/cart/coupon', (c) => c.json({ message: 'رمز القسيمة غير صالح.' }, 422));
    app.post('/api/checkout/cart/move-to-wishlist', (c) => c.json({ message: 'يرجى تسجيل الدخول.' }, 401));
    app.post('/api/customer/wishlist', (c) => c.json({ message: 'يرجى تسجيل الدخول.' }, 401));
    app.post('/api/compare-items', (c) => c.json({ data: { message: 'تمت الإضافة إلى قائمة المقارنة.' } }));
    app.post('/contact-us/send-mail', (c) => c.json({ message: 'شكرا لتواصلك معنا، سنرد عليك قريبا.' }));
    const login =
      '<h1>تسجيل دخول العميل</h1><form class="login" method="post" action="/customer/login"><input type="email" name="email"><input type="password" name="password"><button class="primary-button">تسجيل الدخول</button></form>';
    app.get('/customer/login', (c) => page(c, 'تسجيل الدخول', login));
    app.post('/customer/login', (c) =>
      page(
        c,
        'تسجيل الدخول',
        `<p role="alert" class="text-red-500">يرجى التحقق من بيانات الاعتماد الخاصة بك.</p>${login}`,
      ),
    );
    app.get('/checkout/cart', (c) => page(c, 'سلة التسوق', '<h1>سلة التسوق</h1><v-cart></v-cart>'));
    app.get('/checkout/onepage', (c) => {
      const cart = cartOf(c);
      if (!cart.lines.length) return c.redirect('/checkout/cart');
      return page(
        c,
        'الدفع',
        `<h1>الدفع</h1><v-checkout><div id="stage"></div><div class="summary"><h2>ملخص السلة</h2>${cart.lines.map(({ product, quantity }) => `<div class="line"><img alt="${product.name}"><p class="text-base">${product.name}</p><p>${dirham(product.price)} × ${quantity}</p></div>`).join('')}<div><p>المجموع الفرعي</p><p>${dirham(sumOf(cart.lines))}</p></div><div><p>المجموع الكلي</p><p class="grand">${dirham(sumOf(cart.lines))}</p></div></div></v-checkout>`,
        '',
        checkout,
      );
    });
    app.post('/api/checkout/onepage/:step', async (c) => {
      const cart = cartOf(c);
      const at = c.req.param('step');
      const { email } = await c.req.json<{ email?: string }>();
      await pause(150);
      if (at === 'addresses' && !email?.includes('@')) return c.json({ message: 'حقل البريد الإلكتروني مطلوب.' }, 422);
      if (at === 'addresses')
        return c.json({
          redirect: false,
          data: {
            shippingMethods: {
              flatrate: { rates: [{ method: 'flatrate_flatrate', price: 25, formatted_price: dirham(SHIPPING) }] },
            },
          },
        });
      if (at === 'shipping-methods') {
        cart.shipped = true;
        return c.json({ payment_methods: [{ method: 'cashondelivery' }] });
      }
      if (at === 'payment-methods') return c.json({ data: { cart: cartJson(cart) } });
      if (!cart.tries++) return c.json({ message: 'الحد الأدنى لمبلغ الطلب لم يتحقق.' }, 400);
      Object.assign(cart, { lines: [], shipped: false, placed: true });
      return c.json({ data: { redirect: true, redirect_url: `${origin}/checkout/onepage/success` } });
    });
    app.get('/checkout/onepage/success', (c) => {
      const cart = cartOf(c);
      if (!cart.placed) return c.redirect('/checkout/cart');
      cart.placed = false;
      return page(
        c,
        'تم تقديم الطلب',
        '<div class="grid place-items-center"><p class="text-xl">رقم طلبك هو #1042</p><p class="text-2xl font-medium">شكرا لطلبك!</p><p>سنرسل إليك تفاصيل طلبك عبر البريد الإلكتروني.</p><a href="/" class="primary-button">متابعة التسوق</a></div>',
      );
    });

    const quiet = (tab: Page) => tab.waitForLoadState('networkidle');
    const go = (path: string) => (tab: Page) => tab.goto(origin + path).then(() => quiet(tab));
    const flashed = (kind: string) => `#flash .flash-${kind}`;
    // The page tells no id of a product but in its form, which an API's cart repeats.
    return {
      apps: { shop: app },
      walk: [
        step('lands from a video', (tab) => tab.goto(`${origin}/?ttclid=1`, { referer: 'https://www.tiktok.com/' }), {
          name: 'landing',
        }),
        step('searches in vain', fill({ '[name=query]': 'كرسي' }, press('.search button'))),
        step('opens a category', press('header a[href="/home-living"]'), { name: 'view_item_list' }),
        step('opens the sorting', (tab) => tab.click('.sort')),
        step('wishes for the oil without an account', until('.wish >> nth=0', flashed('error'))),
        step(
          'adds dates from their card',
          until(`.card-add[data-product="${dates.id}"]`, flashed('success')),
          pieces('add_to_cart', 'AED', [dates, 1]),
        ),
        step('gets no rug', until(`.card-add[data-product="${carpet.id}"]`, flashed('error'))),
        step('opens the oil', press(`main a[href="/${oud.slug}"]`), pieces('view_item', 'AED', [oud, 1])),
        step('compares it', (tab) => tab.click('.compare').then(() => quiet(tab))),
        step('wants two', (tab) => tab.click('.qty-plus')),
        step('adds two', until('.secondary-button', flashed('success')), pieces('add_to_cart', 'AED', [oud, 2])),
        step(
          'asks a question',
          fill({ '.contact [name=email]': 'a@b.example', '.contact textarea': 'متى؟' }, (tab) =>
            tab.click('.contact button').then(() => tab.waitForFunction(() => !document.querySelector('.contact'))),
          ),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step('logs in wrongly', async (tab) => {
          await press('header a[href="/customer/login"]')(tab);
          await fill(
            { '.login [name=email]': 'a@b.example', '.login [name=password]': 'x' },
            press('.login button'),
          )(tab);
        }),
        step(
          'opens the cart',
          (tab) => press('.cart-icon')(tab).then(() => tab.waitForSelector('.cart-line')),
          pieces('view_cart', 'AED', [dates, 1], [oud, 2]),
        ),
        step(
          'takes a second box of dates',
          (tab) =>
            tab
              .click('.cart-line >> nth=0 >> .icon-plus')
              .then(() => tab.waitForSelector('.icon-plus[data-to="3"] >> nth=0')),
          { ...pieces('add_to_cart', 'AED', [dates, 1]), optional: true },
        ),
        step('cannot move the oil to a list of wishes', until('.move >> nth=1', flashed('error'))),
        step('tries a coupon', fill({ '[name=code]': 'X' }, until('.coupon button', flashed('error')))),
        step(
          'removes the dates',
          (tab) =>
            tab
              .click('.remove >> nth=0')
              .then(() => tab.waitForFunction(() => document.querySelectorAll('.cart-line').length === 1)),
          pieces('remove_from_cart', 'AED', [dates, 2]),
        ),
        step('opens the pot', go(`/${coffee.slug}`), pieces('view_item', 'AED', [coffee, 1])),
        step(
          'buys it at once, which begins the checkout',
          (tab) => press('.product-form .primary-button')(tab).then(() => tab.waitForSelector('.next')),
          pieces('add_to_cart', 'AED', [coffee, 1]),
          pieces('begin_checkout', 'AED', [coffee, 1]),
        ),
        step('gives no address', until('.next', flashed('error'))),
        step(
          'gives an address',
          fill({ '[name="billing.email"]': 'a@b.example' }, until('.next', '[name=shipping_method]')),
        ),
        step('chooses the shipping', until('.next', '[name="payment[method]"]'), { name: 'add_shipping_info' }),
        step('chooses the payment', until('.next', '.next.primary-button'), { name: 'add_payment_info' }),
        step('is refused', until('.next', flashed('error'))),
        step(
          'orders',
          press('.next'),
          byName({ ...order('AED', { id: '1042', total: coffee.price + SHIPPING }, [coffee, 1]) }),
        ),
        step(
          'reloads, which leads to the empty cart',
          (tab) => tab.reload().then(() => quiet(tab)),
          optional('view_cart'),
        ),
        step('goes home', press('header a'), optional('view_cart')),
      ],
    };
  },
};

export default platform;
