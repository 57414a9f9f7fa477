import { type Context, Hono } from 'hono';
import {
  add,
  createCarts,
  fill,
  type Line,
  optional,
  order,
  type Product,
  pause,
  pieces,
  press,
  step,
  sumOf,
  until,
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { byName, inline } from '../spa.ts';

const good = (id: string, sku: string, name: string, slug: string, price: number, stock = 99) => ({
  id,
  sku,
  name,
  slug,
  price,
  stock,
});
const glasses = good('19', 'vt-solbrille', 'Solbriller Lofoten', 'solbriller-lofoten', 129050);
const belt = good('17', 'vt-belte', 'Belte i lær', 'belte-i-laer', 45900, 1);
const hat = good('31', 'vt-lue', 'Lue Finse', 'lue-finse', 34900);
const jumper = good('24', 'vt-genser', 'Genser Setesdal', 'genser-setesdal', 189900, 0);
const products = [glasses, belt, hat, jumper];
const SHIPPING = 7900;

const kroner = (minor: number) =>
  `<span class="woocommerce-Price-amount amount"><bdi><span class="woocommerce-Price-currencySymbol">&#107;&#114;</span>&nbsp;${new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 }).format(minor / 100)}</bdi></span>`;
const stockOf = (product: Product) => (product as ReturnType<typeof good>).stock;
const keyOf = (product: Product) => `1f0e3dad999083${product.id}`;

/** The blocks: buttons that call the Store API, and a cart and checkout that draw themselves from inlined settings. */
const client = `
const store = async (path, body) => {
  const response = await fetch('/wp-json/wc/store/v1' + path + '?_locale=site', { method: 'POST', headers: { 'Content-Type': 'application/json', Nonce: '5b2d0' }, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
};
const batch = async (path, body) => (await store('/batch', { requests: [{ method: 'POST', path: '/wc/store/v1' + path, body, cache: 'no-store' }] })).body.responses[0];
const kr = (minor) => 'kr ' + (Number(minor) / 100).toLocaleString('de-DE', { minimumFractionDigits: 2 });
const notice = (kind, text) => { document.querySelector('.wc-block-components-notices').innerHTML = '<div class="wc-block-components-notice-banner is-' + kind + '" role="alert"><div class="wc-block-components-notice-banner__content">' + text + '</div></div>'; };
const badge = (cart) => { document.querySelector('.wc-block-mini-cart__badge').textContent = cart.items_count || ''; };
const rows = (cart, links) => cart.items.map(({ key, name, permalink, quantity, prices, totals }) => '<tr class="wc-block-cart-items__row"><td class="wc-block-cart-item__product"><a class="wc-block-components-product-name" href="' + permalink + '">' + name + '</a><div class="wc-block-cart-item__prices"><span class="price wc-block-components-product-price"><span class="wc-block-components-product-price__value">' + kr(prices.price) + '</span></span></div>' + (links ? '<div class="wc-block-components-quantity-selector"><input class="wc-block-components-quantity-selector__input" type="number" value="' + quantity + '" aria-label="Antall ' + name + ' i handlekurven"><button class="wc-block-components-quantity-selector__button--plus" data-key="' + key + '" data-to="' + (quantity + 1) + '">＋</button></div><button class="wc-block-cart-item__remove-link" data-key="' + key + '">Fjern element</button>' : '<div class="wc-block-components-order-summary-item__quantity">' + quantity + '</div>') + '</td><td class="wc-block-cart-item__total"><span class="wc-block-formatted-money-amount">' + kr(totals.line_total) + '</span></td></tr>').join('');
const bill = ({ totals }) => '<div class="wc-block-components-totals-item"><span class="wc-block-components-totals-item__label">Delsum</span><span class="wc-block-components-totals-item__value">' + kr(totals.total_items) + '</span></div><div class="wc-block-components-totals-item"><span class="wc-block-components-totals-item__label">Levering</span><span class="wc-block-components-totals-item__value">' + kr(totals.total_shipping) + '</span></div><div class="wc-block-components-totals-item wc-block-components-totals-footer-item"><span class="wc-block-components-totals-item__label">Estimert totalsum</span><span class="wc-block-formatted-money-amount wc-block-components-totals-footer-item-tax-value">' + kr(totals.total_price) + '</span></div>';
const draw = (cart) => {
  badge(cart);
  const block = document.querySelector('.wc-block-cart');
  if (block) block.innerHTML = cart.items.length ? '<table class="wc-block-cart-items"><tbody>' + rows(cart, true) + '</tbody></table><div class="wc-block-components-totals-coupon"><input id="coupon"><button class="wc-block-components-totals-coupon__button">Bruk</button></div>' + bill(cart) + '<div class="wc-block-cart__submit"><a class="wc-block-cart__submit-button" href="/kasse/">Gå til kassen</a></div>' : '<h2 class="wc-block-cart__empty-cart__title">Handlekurven din er tom!</h2>';
  const summary = document.querySelector('.wc-block-components-order-summary');
  if (summary) summary.innerHTML = '<table>' + rows(cart, false) + '</table>' + bill(cart);
};
addEventListener('DOMContentLoaded', () => {
  if (window.wcSettings) setTimeout(() => draw(wcSettings.cartData), 120);
  else fetch('/wp-json/wc/store/v1/cart').then((response) => response.json()).then(badge);
});
document.addEventListener('click', async (event) => {
  const { target } = event;
  const button = target.closest('.ajax_add_to_cart');
  if (button) {
    document.body.dispatchEvent(new CustomEvent('wc-blocks_adding_to_cart', { bubbles: true }));
    const { status, body } = await batch('/cart/add-item', { id: Number(button.dataset.product_id), quantity: 1, type: 'simple' });
    if (status >= 400) return notice('error', body.message);
    const { quantity } = body.items.find(({ id }) => id === Number(button.dataset.product_id));
    button.textContent = quantity + ' i handlekurv';
    badge(body);
    document.body.dispatchEvent(new CustomEvent('wc-blocks_added_to_cart', { bubbles: true, detail: { preserveCartData: true } }));
  }
  const remove = target.closest('.wc-block-cart-item__remove-link');
  if (remove) { const { body } = await batch('/cart/remove-item', { key: remove.dataset.key }); draw(body); document.body.dispatchEvent(new CustomEvent('wc-blocks_removed_from_cart')); }
  const plus = target.closest('[data-to]');
  if (plus) draw((await store('/cart/update-item', { key: plus.dataset.key, quantity: Number(plus.dataset.to) })).body);
  if (target.closest('.wc-block-components-totals-coupon__button')) notice('error', (await batch('/cart/apply-coupon', { code: document.getElementById('coupon').value })).body.message);
  if (target.closest('.wc-block-mini-cart__button')) {
    const cart = await (await fetch('/wp-json/wc/store/v1/cart')).json();
    document.querySelector('.wc-block-mini-cart__drawer').innerHTML = '<div class="wc-block-mini-cart__contents"><button class="wc-block-components-drawer__close" aria-label="Lukk">×</button><h2 class="wc-block-mini-cart__title">Handlekurven din</h2><table>' + rows(cart, true) + '</table><a class="wc-block-mini-cart__footer-cart" href="/handlekurv/">Vis handlekurv</a><a class="wc-block-mini-cart__footer-checkout" href="/kasse/">Gå til kassen</a></div>';
    document.querySelector('.wc-block-mini-cart__drawer').hidden = false;
  }
  if (target.closest('.wc-block-components-drawer__close')) document.querySelector('.wc-block-mini-cart__drawer').hidden = true;
  if (target.closest('.wc-block-components-checkout-place-order-button')) {
    const address = Object.fromEntries([...document.querySelectorAll('.wc-block-checkout input[id]')].map(({ id, value }) => [id, value]));
    const { body } = await store('/checkout', { billing_address: address, shipping_address: address, payment_method: 'cod', payment_data: [] });
    if (body.payment_result?.payment_status === 'success') location.href = body.payment_result.redirect_url;
    else notice('error', body.message);
  }
});
document.addEventListener('change', async ({ target }) => {
  if (target.matches('.wc-block-checkout input')) draw((await batch('/cart/update-customer', { billing_address: { [target.id]: target.value } })).body);
});`;

const platform: Platform = {
  name: 'WooCommerce, blocks and Store API',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<{ lines: Line[] }>(() => ({ lines: [] }), 'wp_woocommerce_session_');
    const orders: Line[][] = [];

    const money = {
      currency_code: 'NOK',
      currency_symbol: 'kr',
      currency_minor_unit: 2,
      currency_decimal_separator: ',',
      currency_thousand_separator: '.',
      currency_prefix: 'kr ',
      currency_suffix: '',
    };
    const cartJson = (lines: Line[]) => ({
      items: lines.map(({ product, quantity }) => ({
        key: keyOf(product),
        id: Number(product.id),
        type: 'simple',
        quantity,
        quantity_limits: { minimum: 1, maximum: 9999, multiple_of: 1, editable: true },
        name: product.name,
        sku: product.sku,
        permalink: `${origin}/produkt/${product.slug}/`,
        prices: {
          price: String(product.price),
          regular_price: String(product.price),
          sale_price: String(product.price),
          ...money,
        },
        totals: {
          line_subtotal: String(product.price * quantity),
          line_total: String(product.price * quantity),
          line_total_tax: '0',
          ...money,
        },
      })),
      coupons: [],
      items_count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      needs_shipping: true,
      totals: {
        total_items: String(sumOf(lines)),
        total_items_tax: '0',
        total_shipping: lines.length ? String(SHIPPING) : null,
        total_price: String(sumOf(lines) + (lines.length ? SHIPPING : 0)),
        total_tax: '0',
        ...money,
      },
      errors: [],
    });
    const refused = (code: string, message: string, status = 400) => ({ code, message, data: { status } });

    const page = (context: Context, title: string, kind: string, body: string, head = '') =>
      context.html(`<!doctype html><html lang="nb-NO"><head><title>${title} – Vidda</title>${head}${tag}<script>${client}</script></head><body class="wp-theme-twentytwentyfour ${kind}">
<header class="wp-block-template-part"><a href="/">Vidda</a><a href="/produkt-kategori/tilbehor/">Tilbehør</a><a href="/min-konto/">Min konto</a>
<form role="search" method="get" action="/" class="wp-block-search__button-outside wp-block-search"><input type="search" class="wp-block-search__input" name="s"><input type="hidden" name="post_type" value="product"><button type="submit" class="wp-block-search__button">Søk</button></form>
<button class="wc-block-mini-cart__button" aria-label="Handlekurv"><span class="wc-block-mini-cart__badge"></span></button><div class="wc-block-mini-cart__drawer" role="dialog" hidden></div></header>
<main class="wp-block-group"><div class="wc-block-components-notices"></div>${body}</main></body></html>`);

    app.get('/', (c) => {
      const term = c.req.query('s');
      if (term) return c.redirect(`/produkt/${hat.slug}/`);
      return page(c, 'Hjem', 'home', '<h1>Ut på tur</h1>');
    });
    app.get('/produkt-kategori/tilbehor/', (c) =>
      page(
        c,
        'Tilbehør',
        'archive tax-product_cat woocommerce',
        `<h1 class="wp-block-query-title">Tilbehør</h1><form class="woocommerce-ordering" method="get"><select name="orderby" class="orderby"><option>Standard</option></select><button>Sorter</button></form>
<ul class="products wc-block-product-template">${products
          .map(
            ({ id, sku, name, slug, price }) =>
              `<li class="wc-block-product post-${id} product"><h3 class="wp-block-post-title"><a href="${origin}/produkt/${slug}/">${name}</a></h3><div class="wc-block-components-product-price">${kroner(price)}</div><div data-block-name="woocommerce/product-button" class="wp-block-button wc-block-components-product-button">${
                id === jumper.id
                  ? `<a href="${origin}/produkt/${slug}/" class="wp-block-button__link add_to_cart_button product_type_variable" data-wp-on--click="actions.viewProduct">Velg alternativer</a>`
                  : `<button type="button" class="wp-block-button__link wp-element-button wc-block-components-product-button__button add_to_cart_button ajax_add_to_cart product_type_simple wc-interactive" data-product_id="${id}" data-product_sku="${sku}" aria-label="Legg i handlekurv: «${name}»">Legg i handlekurv</button>`
              }</div></li>`,
          )
          .join('')}</ul>`,
      ),
    );
    const productPage = (c: Context, notices = '') => {
      const { id, sku, name, slug, price, stock } = products.find((one) => one.slug === c.req.param('slug'))!;
      const data = {
        '@context': 'https://schema.org/',
        '@graph': [
          { '@type': 'BreadcrumbList' },
          {
            '@type': 'Product',
            name,
            url: `${origin}/produkt/${slug}/`,
            sku,
            offers: [
              {
                '@type': 'Offer',
                priceSpecification: [
                  { '@type': 'UnitPriceSpecification', price: (price / 100).toFixed(2), priceCurrency: 'NOK' },
                ],
                availability: `http://schema.org/${stock ? 'InStock' : 'OutOfStock'}`,
              },
            ],
          },
        ],
      };
      return page(
        c,
        name,
        `single single-product postid-${id} woocommerce`,
        `${notices}<h1 class="wp-block-post-title">${name}</h1><div class="wp-block-woocommerce-product-price">${kroner(price)}</div>
${stock ? `<form class="cart" action="${origin}/produkt/${slug}/" method="post" enctype="multipart/form-data"><div class="quantity"><input type="number" name="quantity" value="1" class="input-text qty text"></div><button type="submit" name="add-to-cart" value="${id}" class="single_add_to_cart_button button alt wp-element-button">Legg i handlekurv</button></form>` : '<p class="stock out-of-stock">Utsolgt</p>'}
<div class="product_meta"><span class="sku_wrapper">Varenummer: <span class="sku">${sku}</span></span></div>
<form id="commentform" action="/wp-comments-post.php" method="post"><textarea name="comment"></textarea><input type="email" name="email"><input name="submit" type="submit" value="Send omtale"></form>
<h2>Relaterte produkter</h2><ul>${products
          .filter((other) => other.id !== id)
          .map(
            (other) =>
              `<li><a href="${origin}/produkt/${other.slug}/">${other.name}</a> ${kroner(other.price)} <button type="button" class="add_to_cart_button ajax_add_to_cart" data-product_id="${other.id}">Legg i handlekurv</button></li>`,
          )
          .join('')}</ul>`,
        `<script type="application/ld+json">${inline(data)}</script>`,
      );
    };
    app.get('/produkt/:slug/', (c) => productPage(c));
    app.post('/produkt/:slug/', async (c) => {
      const form = await c.req.parseBody();
      const product = products.find(({ id }) => id === form['add-to-cart'])!;
      add(cartOf(c).lines, product, Number(form.quantity));
      return productPage(
        c,
        `<div class="wc-block-components-notice-banner is-success" role="alert"><div class="wc-block-components-notice-banner__content">${form.quantity} × «${product.name}» er lagt i handlekurven. <a href="/handlekurv/" class="button wc-forward">Vis handlekurv</a></div></div>`,
      );
    });
    app.post('/wp-comments-post.php', (c) => c.redirect(c.req.header('referer') ?? '/'));
    app.get('/min-konto/', (c) =>
      page(
        c,
        'Min konto',
        'woocommerce-account',
        '<h2>Logg inn</h2><form class="woocommerce-form woocommerce-form-login login" method="post"><input name="username"><input type="password" name="password"><button type="submit" name="login" value="Logg inn">Logg inn</button></form>',
      ),
    );
    app.post('/min-konto/', (c) =>
      page(
        c,
        'Min konto',
        'woocommerce-account',
        '<div class="wc-block-components-notice-banner is-error" role="alert">Ukjent e-postadresse.</div><h2>Logg inn</h2><form class="woocommerce-form-login" method="post"><input name="username"><input type="password" name="password"><button name="login">Logg inn</button></form>',
      ),
    );
    app.get('/handlekurv/', (c) =>
      page(
        c,
        'Handlekurv',
        'woocommerce-cart woocommerce-page',
        '<h1>Handlekurv</h1><div data-block-name="woocommerce/cart" class="wp-block-woocommerce-cart wc-block-cart is-loading"></div>',
        `<script>window.wcSettings = ${inline({ currency: { code: 'NOK' }, cartData: cartJson(cartOf(c).lines) })}</script>`,
      ),
    );
    app.get('/kasse/', (c) =>
      page(
        c,
        'Kasse',
        'woocommerce-checkout woocommerce-page',
        '<h1>Kasse</h1><div class="wc-block-checkout"><input type="email" id="email" autocomplete="email"><input id="first_name"><input id="address_1"><input id="postcode"><input type="radio" name="radio-control-wc-payment-method-options" value="cod" checked><button class="wc-block-components-button wc-block-components-checkout-place-order-button" type="button">Bestill</button><div class="wc-block-components-order-summary"></div></div>',
        `<script>window.wcSettings = ${inline({ currency: { code: 'NOK' }, cartData: cartJson(cartOf(c).lines) })}</script>`,
      ),
    );

    type Asked = { id: number; quantity: number; key: string; code: string };
    const acts: Record<string, (lines: Line[], body: Asked) => [status: number, body: unknown]> = {
      '/cart/add-item': (lines, { id, quantity }) => {
        const product = products.find((one) => one.id === String(id))!;
        const known = lines.find((line) => line.product === product)?.quantity ?? 0;
        if (known + quantity > stockOf(product))
          return [
            400,
            refused(
              'woocommerce_rest_product_partially_out_of_stock',
              `Du kan ikke legge til dette antallet av «${product.name}»; ${stockOf(product)} på lager.`,
            ),
          ];
        add(lines, product, quantity);
        return [201, cartJson(lines)];
      },
      '/cart/update-item': (lines, { key, quantity }) => {
        lines.find(({ product }) => keyOf(product) === key)!.quantity = quantity;
        return [200, cartJson(lines)];
      },
      '/cart/remove-item': (lines, { key }) => {
        lines.splice(
          lines.findIndex(({ product }) => keyOf(product) === key),
          1,
        );
        return [200, cartJson(lines)];
      },
      '/cart/apply-coupon': (_, { code }) => [
        400,
        refused('woocommerce_rest_cart_coupon_error', `Rabattkoden «${code}» finnes ikke.`),
      ],
      '/cart/update-customer': (lines) => [200, cartJson(lines)],
    };
    app.get('/wp-json/wc/store/v1/cart', (c) => c.json(cartJson(cartOf(c).lines)));
    app.post('/wp-json/wc/store/v1/batch', async (c) => {
      const { requests } = await c.req.json<{ requests: { path: string; body: Asked }[] }>();
      await pause(150);
      const responses = requests.map(({ path, body }) => {
        const [status, answer] = acts[path.replace('/wc/store/v1', '')]!(cartOf(c).lines, body);
        return { body: answer, status, headers: { Nonce: '5b2d0' } };
      });
      return c.json({ responses }, 207);
    });
    app.post('/wp-json/wc/store/v1/cart/update-item', async (c) => {
      const [, body] = acts['/cart/update-item']!(cartOf(c).lines, await c.req.json());
      return c.json(body as object);
    });
    app.post('/wp-json/wc/store/v1/checkout', async (c) => {
      const { billing_address } = await c.req.json<{ billing_address: { postcode: string } }>();
      await pause(300);
      if (!/^\d{4}$/.test(billing_address.postcode))
        return c.json(refused('rest_invalid_param', 'Postnummeret er ikke gyldig.'), 400);
      const cart = cartOf(c);
      orders.push(cart.lines);
      cart.lines = [];
      return c.json({
        order_id: 33,
        status: 'processing',
        order_key: 'wc_order_C7oZmzBKDTRCv',
        order_number: '33',
        customer_id: 0,
        payment_method: 'cod',
        payment_result: {
          payment_status: 'success',
          payment_details: [],
          redirect_url: `${origin}/kasse/order-received/33/?key=wc_order_C7oZmzBKDTRCv`,
        },
      });
    });
    app.get('/kasse/order-received/:id/', (c) => {
      const lines = orders[0]!;
      return page(
        c,
        'Ordrebekreftelse',
        'woocommerce-order-received woocommerce-page',
        `<div class="wc-block-order-confirmation-status"><h1>Bestillingen er mottatt</h1><p>Takk. Bestillingen din er mottatt.</p></div>
<ul class="wc-block-order-confirmation-summary-list">${[
          ['Ordrenr.:', '33'],
          ['Dato:', '25. november 2026'],
          ['Totalt:', kroner(sumOf(lines) + SHIPPING)],
          ['Betaling:', 'Betal ved levering'],
        ]
          .map(
            ([label, value]) =>
              `<li class="wc-block-order-confirmation-summary-list-item"><span class="wc-block-order-confirmation-summary-list-item__key">${label}</span> <span class="wc-block-order-confirmation-summary-list-item__value">${value}</span></li>`,
          )
          .join('')}</ul>
<table class="wc-block-order-confirmation-totals__table"><thead><tr><th>Produkt</th><th>Totalt</th></tr></thead><tbody>${lines.map(({ product, quantity }) => `<tr class="wc-block-order-confirmation-totals__item"><th><a href="${origin}/produkt/${product.slug}/">${product.name}</a>&nbsp;<strong class="product-quantity">&times;&nbsp;${quantity}</strong></th><td class="wc-block-order-confirmation-totals__total">${kroner(product.price * quantity)}</td></tr>`).join('')}</tbody>
<tfoot><tr><th>Delsum:</th><td>${kroner(sumOf(lines))}</td></tr><tr><th>Frakt:</th><td>${kroner(SHIPPING)} <small>via Flat sats</small></td></tr><tr><th>Totalt:</th><td>${kroner(sumOf(lines) + SHIPPING)}</td></tr></tfoot></table>`,
      );
    });

    const shown = '.wc-block-cart-items__row';
    return {
      apps: { shop: app },
      walk: [
        step(
          'lands from a newsletter',
          (tab) => tab.goto(`${origin}/?utm_source=nyhetsbrev&utm_medium=email`, { referer: 'https://mail.example/' }),
          { name: 'landing' },
        ),
        step(
          'searches, and is led to the one hit',
          fill({ '[name=s]': 'lue' }, press('.wp-block-search__button')),
          optional('view_item'),
        ),
        step('opens a category', press('a[href="/produkt-kategori/tilbehor/"]'), { name: 'view_item_list' }),
        step('sorts it', press('.woocommerce-ordering button')),
        step(
          'adds a belt from its card',
          until(`.wc-block-product [data-product_id="${belt.id}"]`, `:text("1 i handlekurv")`),
          pieces('add_to_cart', 'NOK', [belt, 1]),
        ),
        step(
          'is refused a second belt: there was one',
          until(`.wc-block-product [data-product_id="${belt.id}"]`, '.wc-block-components-notice-banner.is-error'),
        ),
        step(
          'opens the jumper to choose its size',
          press('.product_type_variable'),
          pieces('view_item', 'NOK', [jumper, 1]),
        ),
        step('opens the account', press('a[href="/min-konto/"]')),
        step(
          'fails to log in',
          fill({ '[name=username]': 'kari@example.no', '[name=password]': 'x' }, press('[name=login]')),
        ),
        step(
          'opens the glasses',
          (tab) => tab.goto(`${origin}/produkt/${glasses.slug}/`),
          pieces('view_item', 'NOK', [glasses, 1]),
        ),
        step(
          'writes a review',
          fill({ '#commentform [name=email]': 'kari@example.no', '[name=comment]': 'Fine.' }, press('[name=submit]')),
          optional('view_item'),
        ),
        step(
          'adds two by a post that reloads',
          fill({ '[name=quantity]': '2' }, press('.single_add_to_cart_button')),
          pieces('add_to_cart', 'NOK', [glasses, 2]),
          optional('view_item'),
        ),
        step(
          'adds a hat from what goes with it',
          until(`main ul [data-product_id="${hat.id}"]`, `:text("1 i handlekurv")`),
          pieces('add_to_cart', 'NOK', [hat, 1]),
        ),
        step('looks into the small cart', until('.wc-block-mini-cart__button', '.wc-block-mini-cart__contents'), {
          ...pieces('view_cart', 'NOK', [belt, 1], [glasses, 2], [hat, 1]),
        }),
        step('closes it', (tab) => tab.click('.wc-block-components-drawer__close')),
        step(
          'opens the cart',
          (tab) => tab.goto(`${origin}/handlekurv/`).then(() => tab.waitForSelector(shown)),
          pieces('view_cart', 'NOK', [belt, 1], [glasses, 2], [hat, 1]),
        ),
        step('takes a second hat', until(`[data-key="${keyOf(hat)}"][data-to]`, `${shown} input[value="2"] >> nth=1`), {
          ...pieces('add_to_cart', 'NOK', [hat, 1]),
          optional: true,
        }),
        step(
          'removes the belt',
          (tab) =>
            tab
              .click(`.wc-block-cart-item__remove-link[data-key="${keyOf(belt)}"]`)
              .then(() => tab.waitForFunction((row) => document.querySelectorAll(row).length === 2, shown)),
          pieces('remove_from_cart', 'NOK', [belt, 1]),
        ),
        step(
          'enters a coupon that does not exist',
          fill({ '#coupon': 'GRATIS' }, until('.wc-block-components-totals-coupon__button', '.is-error')),
        ),
        step(
          'goes to the checkout',
          (tab) => press('.wc-block-cart__submit-button')(tab).then(() => tab.waitForSelector(shown)),
          pieces('begin_checkout', 'NOK', [glasses, 2], [hat, 2]),
        ),
        step(
          'gives an address, which is saved as it is typed',
          fill(
            {
              '.wc-block-checkout #email': 'kari@example.no',
              '#first_name': 'Kari',
              '#address_1': 'Storgata 1',
              '#postcode': '99',
            },
            (tab) => tab.press('#postcode', 'Tab'),
          ),
        ),
        step(
          'is refused for the postcode',
          until('.wc-block-components-checkout-place-order-button', '.is-error'),
          optional('add_shipping_info'),
          optional('add_payment_info'),
        ),
        step(
          'orders',
          fill({ '#postcode': '0155' }, press('.wc-block-components-checkout-place-order-button')),
          optional('add_shipping_info'),
          optional('add_payment_info'),
          byName(
            order(
              'NOK',
              { id: '33', total: 2 * glasses.price + 2 * hat.price + SHIPPING, shipping: SHIPPING },
              [glasses, 2],
              [hat, 2],
            ),
          ),
        ),
        step('reloads', (tab) => tab.reload()),
        step('goes home', press('header a')),
        step('comes back to the order', (tab) => tab.goBack()),
      ],
    };
  },
};

export default platform;
