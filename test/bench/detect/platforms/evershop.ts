import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import { add, createCarts, type Line, optional, order, pieces, press, printer, step, sumOf } from '../parts.ts';
import type { Platform } from '../platform.ts';
import { byName, clientOf, inline, says, slowly } from '../spa.ts';

interface Stocked {
  id: string;
  uuid: string;
  sku: string;
  name: string;
  slug: string;
  price: number;
  was?: number;
  stock: number;
  size?: string;
}
const stocked = (id: string, sku: string, name: string, slug: string, price: number, stock = 40): Stocked => {
  const uuid = `5b1f0c9e-7d3a-4c55-9a0e-0000000000${id}`;
  return { id, uuid, sku, name, slug, price, stock };
};
const tunicM: Stocked = { ...stocked('21', 'TUN-M', 'Washed linen tunic', 'washed-linen-tunic', 6400), size: 'M' };
const tunicL: Stocked = { ...stocked('22', 'TUN-L', 'Washed linen tunic', 'washed-linen-tunic', 6400, 1), size: 'L' };
const bag: Stocked = { ...stocked('23', 'BAG-07', 'Market bag No. 7', 'market-bag-no-7', 2800), was: 3500 };
const scarf = stocked('24', 'SCF-01', 'Wool scarf', 'wool-scarf', 4200);
const belt = stocked('25', 'BLT-02', 'Woven belt', 'woven-belt', 1900, 0);
const goods = [tunicM, tunicL, bag, scarf, belt];
const SIZES = { '8': 'M', '9': 'L' } as Record<string, string>;

const FEE = 700;
const TAX_PERCENT = 10;
const NUMBER = '10042';
const METHODS = [
  { code: 'flat', name: 'Flat rate', fee: FEE },
  { code: 'express', name: 'Express', fee: 1900 },
];
const dollars = printer('en-US', 'USD');
const money = (amount: number) => ({ value: amount / 100, text: dollars(amount) });

interface Cart {
  uuid: string;
  lines: (Line & { product: Stocked })[];
  fee?: number;
}
const NOT_ENOUGH = 'We do not have enough stock';

const platform: Platform = {
  name: 'EverShop',
  family: 'api',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    app.use('/api/*', slowly(40));
    let carts = 0;
    const cartOf = createCarts<Cart>(() => ({ uuid: `c4f7-${++carts}`, lines: [] }), 'sid');
    const pageOf = ({ slug }: Stocked) => `/women/${slug}`;
    const itemId = ({ uuid }: Stocked) => `i-${uuid}`;

    const totals = ({ lines, fee }: Cart) => {
      const tax = (sumOf(lines) * TAX_PERCENT) / 100;
      return {
        currency: 'USD',
        subTotal: money(sumOf(lines)),
        totalTaxAmount: money(tax),
        discountAmount: money(0),
        shippingFeeExclTax: money(fee ?? 0),
        shippingMethod: fee === undefined ? null : 'flat',
        grandTotal: money(sumOf(lines) + tax + (fee ?? 0)),
      };
    };
    /** As GraphQL tells it. */
    const toldItem = ({ product, quantity }: Cart['lines'][number]) => ({
      cartItemId: itemId(product),
      uuid: itemId(product),
      productId: product.id,
      productSku: product.sku,
      productName: product.name,
      productUrl: pageOf(product),
      qty: quantity,
      variantOptions: product.size
        ? [{ attributeCode: 'size', attributeName: 'Size', attributeId: 3, optionId: 8, optionText: product.size }]
        : null,
      productPrice: money(product.price),
      finalPrice: money(product.price),
      lineTotal: money(product.price * quantity),
      removeApi: `/api/cart/mine/items/${itemId(product)}`,
      updateQtyApi: `/api/cart/mine/items/${itemId(product)}`,
      errors: [],
    });
    const told = (cart: Cart) => ({
      uuid: cart.uuid,
      totalQty: cart.lines.reduce((sum, { quantity }) => sum + quantity, 0),
      ...totals(cart),
      items: cart.lines.map(toldItem),
      availablePaymentMethods: [{ code: 'cod', name: 'Cash on delivery' }],
    });
    /** As what writes answers: the line as it then is, with the database's names. */
    const row = ({ product, quantity }: Cart['lines'][number], { uuid }: Cart) => ({
      cart_item_id: 300 + Number(product.id),
      uuid: itemId(product),
      cart_id: uuid,
      product_id: Number(product.id),
      product_sku: product.sku,
      product_name: product.name,
      thumbnail: null,
      product_weight: 0.4,
      product_price: product.price / 100,
      product_price_incl_tax: (product.price / 100) * 1.1,
      qty: quantity,
      final_price: product.price / 100,
      final_price_incl_tax: (product.price / 100) * 1.1,
      tax_percent: TAX_PERCENT,
      line_total: (product.price * quantity) / 100,
      line_total_incl_tax: (product.price * quantity * 1.1) / 100,
      discount_amount: 0,
      variant_group_id: product.size ? 4 : null,
      variant_options: null,
    });

    const page = (c: Context, name: string, title: string, body: string, more: object = {}) => {
      const cart = cartOf(c);
      const context = { page: name, api: { addItem: '/api/cart/mine/items' }, cart: told(cart), ...more };
      return c.html(
        `<!DOCTYPE html><html id="root" lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:type" content="website"><meta property="og:title" content="${title}">${tag}<script>var eContext = ${inline(context)}</script></head><body id="body" class="${name}"><div id="app" class="bg-background"><div class="wrapper"><header class="header flex flex-col"><div class="header__bottom grid grid-cols-3 items-center"><nav class="main-menu"><ul><li><a href="/women">Women</a></li><li><a href="/page/contact-us">Contact us</a></li></ul></nav><div class="flex justify-center"><a href="/" class="logo"><span>EverShop</span></a></div><div class="flex justify-end items-center gap-4"><div class="search__box"><a href="#" class="search__icon" __act="search"><svg class="lucide lucide-search w-5 h-5"></svg><span class="sr-only">Search</span></a></div><a href="/account/login"><svg class="lucide lucide-user w-5 h-5"></svg></a><div class="mini__cart__wrapper relative"></div></div></div></header><main class="content">${body}</main><footer class="footer"><div class="page-width"><div class="copyright">© 2026 EverShop. All Rights Reserved.</div></div></footer></div></div><div id="portal"></div><div class="Toastify"></div><script>${clientOf('evershop')}</script></body></html>`,
      );
    };

    const price = ({ price, was }: Stocked) =>
      was
        ? `<span class="regular-price" style="text-decoration:line-through">${dollars(was)}</span><span class="special-price">${dollars(price)}</span>`
        : `<span class="regular-price">${dollars(price)}</span>`;
    const list = (shown: Stocked[]) =>
      shown.length
        ? `<div class="product__grid grid-cols-1 md:grid-cols-2 lg:grid-cols-4 gap-6 grid">${shown
            .map(
              (product) =>
                `<div class="product__list__item product__list__item__grid"><div class="product__list__item__inner group overflow-hidden"><a href="${pageOf(product)}" class="product__list__link block"><div class="product__list__image overflow-hidden flex w-full justify-center"><img src="data:," alt="${product.name}"></div><div class="product__list__info mt-3"><h3 class="product__list__name h5 font-medium">${product.name}</h3><div class="product__list__price">${price(product)}</div></div></a><div class="product__list__actions p-4"><button type="button" data-slot="button" class="group/button w-full" __act="add:${product.sku}" ${product.stock ? '' : 'disabled'}>Add to Cart</button></div></div></div>`,
            )
            .join('')}</div>`
        : '<div class="product__list__empty text-center py-8">No products found</div>';
    app.get('/', (c) =>
      page(
        c,
        'homepage',
        'EverShop',
        `<div class="slideshow"><h2>New for autumn</h2><a href="/women">Shop now</a></div><div class="pt-7 collection__products__widget"><h3 class="text-center">Featured</h3>${list([bag, scarf])}</div>`,
      ),
    );
    const catalog = (shown: Stocked[]) =>
      `<div class="grid grid-cols-1 md:grid-cols-4 gap-5"><div class="category__filters"><h3>Filter By</h3><div class="filter__price"><label>Price</label><input type="range" name="price"></div></div><div class="md:col-span-3"><div class="product__sorting flex"><select class="form-control" onchange="location.search='?ob='+this.value"><option value="">Default</option><option value="price">Price</option><option value="name">Name</option></select></div>${list(shown)}<div class="products-pagination"><span>${shown.length} items</span></div></div></div>`;
    app.get('/women', (c) =>
      page(
        c,
        'categoryView',
        'Women',
        `<div class="category__general"><h1 class="category__name">Women</h1></div>${catalog([tunicM, bag, scarf, belt])}`,
      ),
    );
    app.get('/search', (c) => {
      const keyword = (c.req.query('keyword') ?? '').toLowerCase();
      const found = goods.filter(({ name, size }) => name.toLowerCase().includes(keyword) && size !== 'L');
      return page(
        c,
        'catalogSearch',
        `Search results for "${keyword}"`,
        `<div class="search__info"><h1>Search results for "${keyword}"</h1></div>${catalog(found)}`,
      );
    });
    const detail = (product: Stocked, chosen?: string) =>
      `<div class="product-detail"><div class="product-page-middle page-width"><div class="grid grid-cols-1 gap-7 md:grid-cols-2"><div class="product__single__media"><img src="data:," alt="${product.name}"></div><div><h1 class="product__single__name">${product.name}</h1><form id="productForm" method="POST" novalidate><fieldset><div class="product__single__price flex items-baseline gap-3"><span class="text-2xl font-semibold">${dollars(product.price)}</span>${product.was ? `<span class="text-lg text-muted-foreground line-through">${dollars(product.was)}</span>` : ''}</div>
<dl class="product__single__attributes mt-5 border-t border-border text-sm">
<div class="grid gap-4 py-2.5"><dt class="font-medium">SKU</dt><dd class="text-muted-foreground">${product.sku}</dd></div>
${product.size ? `<div class="grid gap-4 py-2.5"><dt class="font-medium">Size</dt><dd class="text-muted-foreground">${product.size}</dd></div>` : ''}
</dl>${
        product.size
          ? `<div class="variant variant__container grid grid-cols-1 gap-2 mt-5"><div><div class="mb-2 text-textSubdued uppercase"><span>Size</span></div><ul class="variant-option-list flex justify-start gap-2 flex-wrap">${Object.entries(
              SIZES,
            )
              .map(
                ([id, size]) =>
                  `<li class="group ${chosen === id ? 'selected' : ''}"><button type="button" data-slot="button" __act="variant:${id}">${size}</button></li>`,
              )
              .join('')}</ul></div><input type="hidden" name="variant_selected"></div>`
          : ''
      }
<div class="mt-6 space-y-3">${
        product.stock
          ? `<div role="group" data-slot="field"><label for="field-qty">Quantity<span class="text-destructive">*</span></label>
<div data-slot="input-group"><input id="field-qty" type="number" placeholder="Quantity" min="1" step="any" name="qty" value="1"></div></div>
<button type="button" data-slot="button" class="mt-2 w-full" __act="${product.size && !chosen ? 'invalid' : `add:${product.sku}`}">Add to cart</button>`
          : '<button type="button" data-slot="button" class="mt-2 w-full" disabled>Sold out</button>'
      }</div></fieldset></form><div class="product__single__description"><p>Woven in small runs.</p></div></div></div></div></div>`;
    app.get('/women/:slug', (c) => {
      const size = c.req.query('size');
      const own = goods.filter(({ slug }) => slug === c.req.param('slug'));
      const product = own.find((one) => size && one.size === SIZES[size]) ?? own[0]!;
      if (c.req.query('ajax')) return c.json({ success: true, html: detail(product, size) });
      return page(c, 'productView', product.name, detail(product, size));
    });
    app.get('/cart', (c) => page(c, 'cart', 'Shopping cart', '<div class="cart page-width"></div>'));
    app.get('/checkout', (c) =>
      cartOf(c).lines.length
        ? page(c, 'checkout', 'Checkout', '<div id="checkout" class="page-width"></div>')
        : c.redirect('/cart'),
    );
    app.get('/page/contact-us', (c) =>
      page(
        c,
        'cmsPageView',
        'Contact us',
        `<h1>Contact us</h1><section class="evershop-contact-form max-w-2xl mx-auto py-8"><h2 class="evershop-contact-form__title">Write to us</h2><div aria-live="polite"></div><form id="contactForm" action="/api/contact" method="POST" novalidate><fieldset><div class="space-y-3"><input type="hidden" name="widget_uuid" value="w1"><input type="text" tabindex="-1" autocomplete="off" style="display:none" aria-hidden="true" name="website"><div class="form-field"><label for="field-name">Name</label><input type="text" id="field-name" name="name" placeholder="Your name"></div><div class="form-field"><label for="field-email">Email</label><input type="email" id="field-email" name="email" placeholder="you@example.com"></div><div class="form-field"><label for="field-message">Message</label><textarea id="field-message" name="message" rows="5" placeholder="How can we help?"></textarea></div></div></fieldset><div class="mt-4"><button type="submit" data-slot="button" __act="contact">Send message</button></div></form></section>`,
      ),
    );
    app.post('/api/contact', (c) => c.json({ data: { sent: true } }));
    app.get('/account/login', (c) =>
      page(
        c,
        'login',
        'Login',
        `<div class="login__form"><h1 class="login__form__title">Login</h1><form id="loginForm" method="POST" novalidate><fieldset><input type="email" name="email" placeholder="Email"><input type="password" name="password" placeholder="Password"><div class="form-submit-button"><button type="button" data-slot="button">SIGN IN</button></div></fieldset></form></div>`,
      ),
    );

    const refuse = (c: Context, message: string) => c.json({ error: { status: 500, message } }, 500);
    app.post('/api/graphql', async (c) => {
      const { query } = await c.req.json();
      const cart = cartOf(c);
      if (query.includes('GetCartShippingMethods'))
        return c.json({
          data: {
            myCart: {
              availableShippingMethods: METHODS.map(({ code, name, fee }) => ({ code, name, cost: money(fee) })),
            },
          },
        });
      return c.json({ data: { myCart: told(cart) } });
    });
    app.post('/api/cart/mine/items', async (c) => {
      const { sku, qty } = await c.req.json();
      const cart = cartOf(c);
      const product = goods.find((one) => one.sku === sku)!;
      const has = cart.lines.find((line) => line.product === product)?.quantity ?? 0;
      if (has + qty > product.stock) return refuse(c, NOT_ENOUGH);
      const line = add(cart.lines, product, qty);
      const count = told(cart).totalQty;
      return c.json({ data: { item: row(line as never, cart), count, cartId: cart.uuid } });
    });
    app.patch('/api/cart/mine/items/:id', async (c) => {
      const { qty, action } = await c.req.json();
      const cart = cartOf(c);
      const line = cart.lines.find(({ product }) => itemId(product) === c.req.param('id'))!;
      const wanted = line.quantity + (action === 'increase' ? qty : -qty);
      if (wanted > line.product.stock) return refuse(c, NOT_ENOUGH);
      line.quantity = wanted;
      return c.json({ data: { item: row(line, cart), cartId: cart.uuid } });
    });
    app.delete('/api/cart/mine/items/:id', (c) => {
      const cart = cartOf(c);
      const line = cart.lines.find(({ product }) => itemId(product) === c.req.param('id'))!;
      cart.lines = cart.lines.filter((one) => one !== line);
      return c.json({ data: { item: row(line, cart) } });
    });
    app.post('/api/carts/:uuid/coupons', (c) => c.json({ error: { message: 'Invalid coupon', status: 400 } }, 400));
    app.post('/api/carts/:uuid/addresses', async (c) => {
      const { address } = await c.req.json();
      return c.json({ data: { ...address, uuid: 'a-1', cart_address_id: 4 } });
    });
    app.post('/api/carts/:uuid/shippingMethods', async (c) => {
      const { method_code, method_name } = await c.req.json();
      cartOf(c).fee = METHODS.find(({ code }) => code === method_code)!.fee;
      return c.json({ data: { method: { code: method_code, name: method_name } } });
    });
    let gone = 1;
    let sold: Cart | undefined;
    app.post('/api/carts/:uuid/checkout', (c) => {
      const cart = cartOf(c);
      if (gone-- > 0) return refuse(c, 'Selected shipping method is no longer available');
      sold = { ...cart };
      cart.lines = [];
      const { grandTotal, subTotal, totalTaxAmount } = totals(sold);
      return c.json({
        data: {
          order_id: 42,
          uuid: 'b91e6a50-2f0d-4a77-8a61-7d6a1c1f0e42',
          order_number: NUMBER,
          cart_id: 7,
          currency: 'USD',
          customer_email: 'ann@example.com',
          coupon: null,
          shipping_fee_excl_tax: FEE / 100,
          shipping_fee_incl_tax: FEE / 100,
          discount_amount: 0,
          sub_total: subTotal.value,
          total_qty: told(sold).totalQty,
          tax_amount: totalTaxAmount.value,
          grand_total: grandTotal.value,
          payment_method: 'cod',
          payment_status: 'pending',
          status: 'new',
          links: [{ rel: 'edit', href: '/admin/order/edit/b91e', action: 'GET', types: ['text/xml'] }],
        },
      });
    });
    app.get('/checkout/success/:uuid', (c) =>
      page(
        c,
        'success',
        'Checkout success',
        `<div class="page-width grid grid-cols-1 md:grid-cols-2 gap-7"><div class="checkout-success-customer-info">
<div class="text-center"><div class="mx-auto flex h-16 w-16"><svg></svg></div><h1 class="mt-6 text-3xl">Thank you for your order!</h1>
<p class="mt-2 text-muted-foreground">Order <span class="font-medium text-foreground">#${NUMBER}</span> is confirmed.
We’ve emailed a receipt to ann@example.com.</p></div><div class="customer-info mt-7 mb-5"><div class="grid grid-cols-2 gap-7"><div><div class="mb-2"><h3>Contact information</h3></div><div class="text-textSubdued">Ann Lee</div><div class="text-textSubdued">ann@example.com</div></div><div><div class="mb-2"><h3>Shipping Address</h3></div><div class="text-textSubdued"><div class="address__summary">Ann Lee<br>1 Main Street<br>10001, New York</div></div></div><div><div class="mb-2"><h3>Payment Method</h3></div><div class="text-textSubdued">Cash on delivery</div></div></div></div><button type="button" data-slot="button" class="uppercase" __act="go:/">Continue shopping</button></div><div id="summary"></div></div>`,
        { order: { ...told(sold!), placed: true } },
      ),
    );

    const named = (name: string, ...lines: [Stocked, number][]) => byName(pieces(name, 'USD', ...lines));
    const added = (product: Stocked) => [pieces('add_to_cart', 'USD', [product, 1]), optional('view_cart')] as const;
    const opens = (tab: Page) => tab.waitForSelector('[data-slot=sheet-content] li img');
    const toasts = (text: string) => (tab: Page) => says(tab, '.Toastify__toast', text);
    const inCart: [Stocked, number][] = [
      [tunicL, 1],
      [bag, 2],
    ];
    const total = tunicL.price + bag.price * 2;
    const tax = (total * TAX_PERCENT) / 100;
    return {
      apps: { shop: app },
      walk: [
        step(
          'arrives',
          (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.com/' }),
          { name: 'landing' },
          optional('view_item_list'),
        ),
        step('searches in vain', async (tab) => {
          await tab.click('.search__icon');
          await tab.fill('.search__input input', 'parka');
          await Promise.all([tab.waitForNavigation(), tab.press('.search__input input', 'Enter')]);
        }),
        step('opens the category', press('.main-menu a >> nth=0'), { name: 'view_item_list' }),
        step(
          'sorts it',
          (tab) => Promise.all([tab.waitForNavigation(), tab.selectOption('.product__sorting select', 'price')]),
          optional('view_item_list'),
        ),
        step(
          'adds the bag from the list',
          async (tab) => {
            await tab.click('.product__list__item:has-text("Market") button');
            await opens(tab);
          },
          ...added(bag),
          optional('view_item_list'),
        ),
        step(
          'opens the belt, sold out',
          press('.product__list__link:has-text("Woven")'),
          pieces('view_item', 'USD', [belt, 1]),
        ),
        step('presses what says so', (tab) => tab.click('#productForm button', { force: true })),
        step(
          'opens the tunic',
          async (tab) => {
            await press('.main-menu a >> nth=0')(tab);
            await press('.product__list__link:has-text("tunic")')(tab);
          },
          pieces('view_item', 'USD', [tunicM, 1]),
          optional('view_item_list'),
        ),
        step('chooses no size', async (tab) => {
          await tab.click('#productForm .space-y-3 button');
          await says(tab, '.variant__container', 'Please select');
        }),
        step(
          'chooses the large one',
          async (tab) => {
            await tab.click('.variant-option-list button:text("L")');
            await says(tab, '.product__single__attributes', 'TUN-L');
          },
          optional('view_item'),
        ),
        step(
          'adds it',
          async (tab) => {
            await tab.click('#productForm .space-y-3 button');
            await opens(tab);
          },
          ...added(tunicL),
        ),
        step('wants another, of which there is none', async (tab) => {
          await tab.click('[data-slot=sheet-content] [__act=close]');
          await tab.click('#productForm .space-y-3 button');
          await toasts('enough stock')(tab);
        }),
        step(
          'adds a second bag',
          async (tab) => {
            await tab.goto(`${origin}${pageOf(bag)}`);
            await tab.click('#productForm .space-y-3 button');
            await opens(tab);
          },
          pieces('view_item', 'USD', [bag, 1]),
          ...added(bag),
        ),
        step('goes to the cart', press('.minicart__viewcart__button'), named('view_cart', [bag, 2], [tunicL, 1])),
        step(
          'takes a third bag',
          async (tab) => {
            await tab.click('.cart__item:has-text("Market") [__act^=plus]');
            await says(tab, '.mini-cart-icon', '4');
          },
          { ...named('add_to_cart', [bag, 1]), optional: true },
        ),
        step('wants a second tunic', async (tab) => {
          await tab.click('.cart__item:has-text("tunic") [__act^=plus]');
          await toasts('enough stock')(tab);
        }),
        step('tries a coupon', async (tab) => {
          await tab.fill('[name=coupon]', 'AUTUMN');
          await tab.click('[__act=coupon]');
          await toasts('Invalid coupon')(tab);
        }),
        step(
          'puts one bag back',
          async (tab) => {
            await tab.click('.cart__item:has-text("Market") [__act^=minus]');
            await says(tab, '.mini-cart-icon', '3');
          },
          { ...named('remove_from_cart', [bag, 1]), optional: true },
        ),
        step(
          'adds the scarf from the front page',
          async (tab) => {
            await tab.goto(`${origin}/`);
            await tab.click('.product__list__item:has-text("scarf") button');
            await opens(tab);
          },
          ...added(scarf),
          optional('view_item_list'),
        ),
        step(
          'removes it in the cart',
          async (tab) => {
            await tab.goto(`${origin}/cart`);
            await tab.click('.cart__item:has-text("scarf") [__act^=remove]');
            await says(tab, '.mini-cart-icon', '3');
          },
          optional('view_cart'),
          pieces('remove_from_cart', 'USD', [scarf, 1]),
        ),
        step('writes without an address', async (tab) => {
          await press('.main-menu a >> nth=1')(tab);
          await tab.fill('#field-name', 'Ann');
          await tab.click('#contactForm button');
        }),
        step(
          'writes to the shop',
          async (tab) => {
            await tab.fill('#field-email', 'ann@example.com');
            await tab.fill('#field-message', 'When does the parka come?');
            await tab.click('#contactForm button');
            await says(tab, '.evershop-contact-form', 'Thanks!');
          },
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step(
          'looks into the cart',
          async (tab) => {
            await tab.click('.mini-cart-icon');
            await opens(tab);
          },
          named('view_cart', ...inCart),
        ),
        step('goes to the checkout', press('.minicart__checkout__button'), named('begin_checkout', ...inCart)),
        step('enters an address', async (tab) => {
          const told = {
            full_name: 'Ann Lee',
            telephone: '212 555 0100',
            address_1: '1 Main Street',
            city: 'New York',
          };
          for (const [name, text] of Object.entries({ ...told, postcode: '10001' }))
            await tab.fill(`[name="shippingAddress.${name}"]`, text);
          await tab.selectOption('[name="shippingAddress.country"]', 'US');
          await tab.waitForSelector('#shipping-method-flat');
        }),
        step(
          'chooses how it is sent',
          async (tab) => {
            await tab.click('#shipping-method-flat');
            await tab.waitForSelector('#shipping-method-flat[aria-checked=true]');
          },
          named('add_shipping_info', ...inCart),
        ),
        step('chooses to pay in cash', (tab) => tab.click('#payment-method-cod'), optional('add_payment_info')),
        step('forgets the e-mail address', (tab) => tab.click('[__act=order]')),
        step('is refused', async (tab) => {
          await tab.fill('[name="contact.email"]', 'ann@example.com');
          await tab.click('[__act=order]');
          await toasts('no longer available')(tab);
        }),
        step(
          'orders',
          press('[__act=order]'),
          order('USD', { id: NUMBER, total: total + tax + FEE, shipping: FEE, tax }, ...inCart),
          optional('add_payment_info'),
        ),
        step('reloads', (tab) => tab.reload()),
        step('goes home', press('[__act="go:/"]'), optional('view_item_list')),
        step('comes back', (tab) => tab.goBack()),
      ],
    };
  },
};

export default platform;
