import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import {
  AJAX,
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

const jug = good('21', 'KER-021', 'Kék kerámia kancsó', '21-kek-keramia-kancso', 8990);
const cloth = good('22', 'TEX-022', 'Hímzett asztalterítő', '22-himzett-asztalterito', 12490);
const chair = good('23', 'BUT-023', 'Festett szék', '23-festett-szek', 45900, true);
const rug = good('24', 'TEX-024', 'Szőtt futószőnyeg', '24-szott-futoszonyeg', 21900);
const products = [jug, cloth, chair, rug];
const SHIPPING = 1490;
const REFERENCE = 'XKBKNABJK';
const ORDER = '17';

/** The forint has no hundredths that a shop would write. */
const forint = printer('hu-HU', 'HUF', { maximumFractionDigits: 0 });

/** The theme and its modules: as the classic one, found by `data-ps-*`, and with forms in the lists. */
const client = `${AJAX}
const encode = (form, more) => new URLSearchParams([...new FormData(form), ...more]).toString();
const refresh = (form) => ajax('POST', '/index.php?controller=product&' + encode(form, []), 'quickview=0&ajax=1&action=refresh&quantity_wanted=' + form.elements.qty.value, (data) => { document.querySelector('.product__prices').outerHTML = data.product_prices; });
const cartAct = (url, op) => ajax('POST', url, 'ajax=1&action=update' + op, (resp) => {
  if (resp.hasError) return;
  ajax('POST', '/kosar?ajax=1&action=refresh', 'ajax=1', ({ cart_detailed, cart_detailed_totals }) => { document.querySelector('.cart-overview').innerHTML = cart_detailed; document.querySelector('.cart-detailed__totals').innerHTML = cart_detailed_totals; });
});
let spinning;
document.addEventListener('click', (event) => {
  const { target } = event;
  const button = target.closest('[data-ps-ref="add-to-cart"]');
  if (button) {
    event.preventDefault();
    const { form } = button;
    button.disabled = true;
    ajax('POST', form.getAttribute('action'), encode(form, [['add', 1], ['action', 'update']]), (resp) => {
      button.disabled = false;
      if (resp.hasError) { document.querySelector('#notifications').innerHTML = '<div class="alert alert-danger" role="alert">' + resp.errors.join() + '</div>'; return; }
      ajax('POST', '/module/ps_shoppingcart/ajax', 'id_customization=0&id_product_attribute=' + resp.id_product_attribute + '&id_product=' + resp.id_product + '&action=add-to-cart', ({ preview, modal }) => { document.querySelector('#_desktop_ps_shoppingcart').innerHTML = preview; document.querySelector('#blockcart-modal')?.remove(); document.body.insertAdjacentHTML('beforeend', modal); });
    });
  }
  if (target.closest('[data-bs-dismiss=modal]')) target.closest('.modal').remove();
  const remove = target.closest('[data-link-action="delete-from-cart"]');
  if (remove) { event.preventDefault(); cartAct(remove.href, ''); }
  const touch = target.closest('.js-increment-button');
  if (touch) { const input = touch.closest('.quantity-button').querySelector('input'); input.value = Number(input.value) + 1; clearTimeout(spinning); spinning = setTimeout(() => cartAct(input.dataset.upUrl, '&qty=1&op=up'), 800); }
  if (target.closest('.wishlist-button-add')) document.body.insertAdjacentHTML('beforeend', '<div class="modal show wishlist-login" role="dialog"><p>A termék kívánságlistához adásához be kell jelentkeznie.</p><button type="button" data-bs-dismiss="modal">Mégsem</button><a href="/bejelentkezes">Bejelentkezés</a></div>');
});
document.addEventListener('change', ({ target }) => { if (target.form?.id === 'add-to-cart-or-refresh') refresh(target.form); });
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.matches('.email-subscription__content__left form, #blockEmailSubscription form')) {
    event.preventDefault();
    ajax('POST', '/module/ps_emailsubscription/subscription', encode(form, []), ({ nw_error, msg }) => { document.querySelector('.block_newsletter_alert').innerHTML = '<p class="alert alert-' + (nw_error ? 'danger' : 'success') + '">' + msg + '</p>'; });
  }
  if (form.dataset.linkAction === 'add-voucher') {
    event.preventDefault();
    ajax('POST', form.getAttribute('action'), encode(form, [['ajax', 1], ['action', 'update']]), ({ errors }) => { document.querySelector('.js-error-text').textContent = errors[0]; });
  }
});`;

type Push = [name: string, told: Record<string, unknown>];

const platform: Platform = {
  name: 'PrestaShop, hummingbird theme',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    interface Cart {
      lines: Line[];
      step: number;
      /** What the tag module has still to tell: it tells on the next page. */
      queue: Push[];
      order?: Line[];
    }
    const cartOf = createCarts<Cart>(() => ({ lines: [], step: 0, queue: [] }), 'PrestaShop-b7');
    const subscribed = new Set<unknown>();
    const productOf = (wanted: unknown) => products.find(({ id }) => id === String(wanted))!;
    const urlOf = ({ slug }: Product) => `${origin}/otthon/${slug}.html`;
    const toldOf = (lines: Line[]) => ({
      currency: 'HUF',
      value: sumOf(lines),
      items: lines.map(({ product, quantity }, index) => ({
        item_id: product.id,
        item_name: product.name,
        affiliation: 'Tisza Otthon',
        index,
        item_category: 'otthon',
        price: product.price,
        quantity,
      })),
    });

    const preview = (lines: Line[]) =>
      `<div class="header-block blockcart cart-preview ${lines.length ? 'header-block--active' : ''}" data-refresh-url="/module/ps_shoppingcart/ajax"><a class="header-block__action-btn" rel="nofollow" href="${origin}/kosar?action=show" aria-label="Kosár megtekintése"><i class="material-icons">shopping_cart</i><span class="header-block__title">Kosár</span> <span class="header-block__badge">${lines.reduce((sum, { quantity }) => sum + quantity, 0)}</span></a></div>`;
    const page = (context: Context, id: string, title: string, body: string, head = '', pushes: Push[] = []) => {
      const cart = cartOf(context);
      const calls = [...cart.queue.splice(0), ...pushes]
        .map(([name, told]) => `gtag("event", "${name}", ${inline({ send_to: 'G-TISZA21', ...told })});`)
        .join('\n');
      return context.html(`<!doctype html><html lang="hu-HU"><head><meta charset="utf-8"><title>${title}</title>${head}<script>var prestashop = ${inline({ currency: { iso_code: 'HUF', sign: 'Ft' }, page: { page_name: id }, static_token: 'c81e' })};</script>${tag}<script>window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);} gtag('js', new Date()); gtag('config', 'G-TISZA21', {'debug_mode':false});</script></head><body id="${id}" class="lang-hu country-hu currency-huf page-${id}">
<header id="header"><a class="navbar-brand" href="${origin}/">Tisza Otthon</a><nav><a href="/3-otthon">Otthon</a> <a href="/kapcsolat">Kapcsolat</a></nav><div id="_desktop_ps_shoppingcart">${preview(cart.lines)}</div>
<div id="_desktop_search" class="ps-searchbar"><form class="ps-searchbar__form" method="get" action="/kereses"><input type="hidden" name="controller" value="search"><input class="form-control" type="search" name="s" placeholder="Keresés a katalógusban" aria-label="Keresés"><button type="submit">Keresés</button></form></div>
<div class="language-selector"><select aria-label="Nyelv"><option>Magyar</option><option>English</option></select></div></header>
<main id="wrapper"><div id="notifications"></div>${body}</main>
<footer><div id="blockEmailSubscription"><p>Iratkozzon fel hírlevelünkre</p><form action="${origin}/#blockEmailSubscription_displayFooterBefore" method="post"><input name="email" type="email" placeholder="Az Ön e-mail címe" required><input type="hidden" name="blockHookName" value="displayFooterBefore"><input type="hidden" name="action" value="0"><button class="btn btn-primary" name="submitNewsletter" type="submit" value="1">Feliratkozás</button></form><div class="block_newsletter_alert"></div></div></footer><script>${client}</script><script>document.addEventListener('DOMContentLoaded', function() { ${calls} });</script></body></html>`);
    };

    const prices = ({ id, price }: Product) =>
      `<div class="product__prices js-product-prices"><div class="product__price"><span class="product__current-price current-price-value" content="${price}">${forint(price)}</span>${id === rug.id ? ` <span class="product__regular-price">${forint(25900)}</span> <span class="product__discount-percentage">-15%</span>` : ''}</div><div class="product__tax-label">Bruttó</div></div>`;
    const miniature = (product: Product) =>
      `<article class="product-miniature js-product-miniature card" data-id-product="${product.id}" data-id-product-attribute="0"><a href="${urlOf(product)}" class="product-miniature__image-container"><img alt="${product.name}"></a><div class="card-body"><a href="${urlOf(product)}"><p class="product-miniature__title">${product.name}</p></a><div class="product-miniature__prices"><span class="product-miniature__price">${forint(product.price)}</span></div><div class="product-miniature__actions">${product === rug ? `<a class="product-miniature__details btn btn-outline-primary" href="${urlOf(product)}">Testreszabás</a>` : `<form class="product-miniature__form" action="${origin}/kosar" method="post"><input type="hidden" value="${product.id}" name="id_product"><input type="hidden" name="id_product_attribute" value="0"><input type="hidden" name="token" value="c81e"><input type="number" class="form-control" name="qty" value="1" min="1" aria-label="Mennyiség"><button data-button-action="add-to-cart" data-ps-ref="add-to-cart" class="btn btn-primary product-miniature__add" type="submit"><i class="material-icons">&#xe854;</i><span>Kosárba</span></button></form>`}</div><button type="button" class="wishlist-button-add" aria-label="Kívánságlistához adás"><i class="material-icons">favorite_border</i></button></div></article>`;

    app.get('/', (c) => page(c, 'index', 'Tisza Otthon', '<h1>Üdvözöljük</h1>'));
    app.get('/kereses', (c) =>
      page(c, 'search', 'Keresés', '<h1>Nincs találat a következőre: „lámpa”</h1>', '', [
        ['search', { search_term: 'lámpa' }],
      ]),
    );
    app.get('/3-otthon', (c) =>
      page(
        c,
        'category',
        'Otthon',
        `<h1>Otthon</h1><select class="products-sort" aria-label="Rendezés" onchange="location.search = this.value"><option value="">Relevancia</option><option value="?order=product.price.asc">Ár, növekvő</option></select><div class="products row">${(c.req.query('order') ? [...products].sort((a, b) => a.price - b.price) : products).map(miniature).join('')}</div>`,
        '',
        [
          [
            'view_item_list',
            {
              item_list_id: 'category',
              item_list_name: 'Otthon',
              items: toldOf(products.map((product) => ({ product, quantity: 1 }))).items,
            },
          ],
        ],
      ),
    );
    const contact = (notice: string, form = true) =>
      `${notice}${form ? '<form class="contact-form" action="/kapcsolat" method="post"><select name="id_contact"><option value="2">Ügyfélszolgálat</option></select><input name="from" type="email" placeholder="E-mail"><textarea name="message" placeholder="Miben segíthetünk?"></textarea><input class="btn btn-primary" type="submit" name="submitMessage" value="Üzenet küldése"></form>' : ''}`;
    app.get('/kapcsolat', (c) => page(c, 'contact', 'Kapcsolat', contact('')));
    app.post('/kapcsolat', async (c) => {
      const { message } = await c.req.parseBody();
      return page(
        c,
        'contact',
        'Kapcsolat',
        message
          ? contact(
              '<div class="alert alert-success"><p>Üzenetét sikeresen elküldtük munkatársainknak.</p></div>',
              false,
            )
          : contact('<div class="alert alert-danger"><p>Az üzenet nem lehet üres.</p></div>'),
      );
    });
    app.get('/bejelentkezes', (c) =>
      page(
        c,
        'authentication',
        'Bejelentkezés',
        '<h1>Bejelentkezés</h1><form id="login-form" action="/bejelentkezes" method="post"><input name="email" type="email"><input name="password" type="password"><button id="submit-login" type="submit" data-link-action="sign-in">Bejelentkezés</button></form>',
      ),
    );
    app.post('/bejelentkezes', (c) =>
      page(
        c,
        'authentication',
        'Bejelentkezés',
        '<div class="alert alert-danger">Sikertelen azonosítás.</div><form id="login-form" action="/bejelentkezes" method="post"><input name="email" type="email"><input name="password" type="password"><button id="submit-login" type="submit">Bejelentkezés</button></form>',
      ),
    );
    app.get('/otthon/:slug', (c) => {
      const product = products.find((one) => urlOf(one).endsWith(c.req.param('slug')))!;
      const data = {
        '@context': 'https://schema.org/',
        '@type': 'Product',
        name: product.name,
        sku: product.sku,
        offers: {
          '@type': 'Offer',
          priceCurrency: 'HUF',
          price: String(product.price),
          availability: 'https://schema.org/InStock',
        },
      };
      return page(
        c,
        'product',
        product.name,
        `<div class="product js-product-container"><h1 class="product__name">${product.name}</h1>${prices(product)}<div class="product__actions"><form action="${origin}/kosar" method="post" id="add-to-cart-or-refresh"><input type="hidden" name="token" value="c81e"><input type="hidden" name="id_product" value="${product.id}" id="product_page_product_id"><input type="hidden" name="id_customization" value="0" id="product_customization_id">${product === rug ? '<select name="group[4]" aria-label="Hossz"><option value="31">150 cm</option><option value="32">200 cm</option></select>' : ''}<div class="product__add-to-cart"><input class="form-control" type="number" name="qty" id="quantity_wanted" value="1" min="1" aria-label="Mennyiség"><button class="product__add-to-cart-button btn btn-primary" data-button-action="add-to-cart" data-ps-ref="add-to-cart" type="submit"><i class="material-icons">&#xE547;</i> Kosárba</button></div></form></div></div>
<section class="featured-products"><h2>Ez is tetszhet</h2><div class="products">${products
          .filter((other) => other !== product)
          .slice(0, 2)
          .map(miniature)
          .join('')}</div></section>`,
        `<meta property="og:type" content="product"><meta property="product:pretax_price:amount" content="${(product.price / 1.27).toFixed(6)}"><meta property="product:pretax_price:currency" content="HUF"><meta property="product:price:amount" content="${product.price}"><meta property="product:price:currency" content="HUF"><script type="application/ld+json">${inline(data)}</script>`,
        [['view_item', toldOf([{ product, quantity: 1 }])]],
      );
    });
    app.post('/index.php', async (c) => {
      await pause(120);
      const product = productOf(c.req.query('id_product'));
      return c.json({ product_prices: prices(product), product_url: urlOf(product) });
    });

    const html = (c: Context, body: unknown) => c.html(JSON.stringify(body));
    const cartJson = (lines: Line[]) => ({
      products: lines.map(({ product, quantity }) => ({
        id_product: product.id,
        name: product.name,
        price: forint(product.price),
        price_amount: product.price,
        quantity,
        total: forint(product.price * quantity),
      })),
      totals: { total: { type: 'total', amount: sumOf(lines), value: forint(sumOf(lines)) } },
      products_count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    });
    const detailed = (lines: Line[]) =>
      lines.length
        ? `<ul class="cart__items">${lines
            .map(
              ({ product, quantity }) =>
                `<li class="cart__item"><div class="product-line"><div class="product-line__image"><img alt="${product.name}"></div><div class="product-line__content"><a class="product-line__title" href="${urlOf(product)}" data-id_customization="0">${product.name}</a><div class="product-line__item"><span class="product-line__item-label">Egységár</span> <span class="product-line__item-price">${forint(product.price)}</span></div><div class="quantity-button"><button class="btn" type="button" aria-label="Csökkent">−</button><input class="js-cart-line-product-quantity" name="product-quantity-spin" value="${quantity}" data-product-id="${product.id}" data-up-url="${origin}/kosar?update=1&id_product=${product.id}&token=c8&op=up" aria-label="Mennyiség"><button class="btn js-increment-button" type="button" aria-label="Növel">+</button></div><div class="product-line__item--total"><span class="product-line__item-label">Összesen</span> <span class="product-line__total">${forint(product.price * quantity)}</span></div><a class="remove-from-cart" rel="nofollow" href="${origin}/kosar?delete=1&id_product=${product.id}&id_product_attribute=0&token=c81e" data-link-action="delete-from-cart" data-id-product="${product.id}" data-id-product-attribute="0" aria-label="Eltávolítás a kosárból"><i class="material-icons">delete</i></a></div></div></li>`,
            )
            .join('')}</ul>`
        : '<p class="cart__empty">A kosár üres</p>';
    const totals = (lines: Line[]) =>
      `<div class="cart-summary__line" id="cart-subtotal-products"><span class="cart-summary__label">${lines.length} termék</span> <span class="cart-summary__value">${forint(sumOf(lines))}</span></div><div class="cart-summary__line" id="cart-subtotal-shipping"><span class="cart-summary__label">Szállítás</span> <span class="cart-summary__value">${forint(SHIPPING)}</span></div><div class="cart-summary__line cart-total"><span class="cart-summary__label">Összesen (bruttó)</span> <span class="cart-summary__value">${forint(sumOf(lines) + SHIPPING)}</span></div>`;
    app.get('/kosar', (c) => {
      const { lines } = cartOf(c);
      return page(
        c,
        'cart',
        'Kosár',
        `<h1>Kosár</h1><div class="cart-overview js-cart" data-refresh-url="/kosar?ajax=1&action=refresh">${detailed(lines)}</div><a href="${origin}/">Vásárlás folytatása</a><div class="cart-summary"><div class="cart-detailed__totals">${totals(lines)}</div><form action="${origin}/kosar" data-link-action="add-voucher" method="post"><input type="hidden" name="token" value="c81e"><input type="hidden" name="addDiscount" value="1"><input class="form-control" type="text" name="discount_name" placeholder="Kuponkód"><button type="submit" class="btn btn-outline-primary">Hozzáadás</button></form><div class="alert alert-danger js-error"><span class="js-error-text"></span></div><div class="cart__actions"><a href="${origin}/rendeles" class="btn btn-primary">Tovább a pénztárhoz</a></div></div>`,
        '',
        [['view_cart', toldOf(lines)]],
      );
    });
    app.post('/kosar', async (c) => {
      const cart = cartOf(c);
      const form = { ...c.req.query(), ...(await c.req.parseBody()) } as Record<string, string>;
      await pause(170);
      if (form.action === 'refresh')
        return html(c, { cart_detailed: detailed(cart.lines), cart_detailed_totals: totals(cart.lines) });
      if (form.addDiscount) return html(c, { hasError: true, errors: ['Ez a kupon nem létezik.'], quantity: null });
      const product = productOf(form.id_product);
      if (form.add && product.soldOut)
        return html(c, { hasError: true, errors: ['A termék már nincs készleten.'], quantity: 0 });
      if (form.delete) {
        const line = cart.lines.find((one) => one.product === product)!;
        cart.lines = cart.lines.filter((one) => one !== line);
        cart.queue.push(['remove_from_cart', toldOf([line])]);
      } else {
        const quantity = form.op === 'up' ? 1 : Number(form.qty);
        add(cart.lines, product, quantity);
        cart.queue.push(['add_to_cart', toldOf([{ product, quantity }])]);
      }
      const quantity = cart.lines.find((line) => line.product === product)?.quantity ?? 0;
      return html(c, {
        success: true,
        id_product: Number(product.id),
        id_product_attribute: 0,
        id_customization: 0,
        quantity,
        cart: cartJson(cart.lines),
        errors: '',
      });
    });
    app.post('/module/ps_shoppingcart/ajax', async (c) => {
      const { lines } = cartOf(c);
      const product = productOf((await c.req.parseBody()).id_product);
      return c.json({
        preview: preview(lines),
        modal: `<div id="blockcart-modal" class="modal fade show" role="dialog"><div class="modal-header"><p class="modal-title">A terméket sikeresen hozzáadtuk a kosárhoz</p><button type="button" class="btn-close" data-bs-dismiss="modal" aria-label="Bezárás"></button></div><p class="product-name">${product.name}</p><p class="product-price">${forint(product.price)}</p><p>${lines.length} termék van a kosarában.</p><p><span class="label">Részösszeg:</span> <span class="subtotal value">${forint(sumOf(lines))}</span></p><button type="button" class="btn btn-outline-primary" data-bs-dismiss="modal">Vásárlás folytatása</button><a href="${origin}/kosar?action=show" class="btn btn-primary">Tovább a pénztárhoz</a></div>`,
      });
    });
    app.post('/module/ps_emailsubscription/subscription', (c) => {
      const isKnown = subscribed.has(cartOf(c));
      subscribed.add(cartOf(c));
      const msg = isKnown ? 'Ez az e-mail cím már regisztrálva van.' : 'Sikeresen feliratkozott hírlevelünkre.';
      return c.json({ value: '', msg, conditions: 'Bármikor leiratkozhat.', nw_error: isKnown });
    });

    const titles = ['Személyes adatok', 'Címek', 'Szállítási mód', 'Fizetés'];
    const parts = ['personal-information', 'addresses', 'delivery', 'payment'];
    const forms = [
      '<form id="customer-form" method="post" action="/rendeles"><input name="firstname" placeholder="Keresztnév"><input name="lastname" placeholder="Vezetéknév"><input type="email" name="email" placeholder="E-mail"><input name="password" type="password" placeholder="Jelszó (nem kötelező)"><button class="btn btn-primary" name="continue" type="submit" value="1">Tovább</button></form>',
      '<form method="post" action="/rendeles"><input name="address1" placeholder="Cím"><input name="postcode" placeholder="Irányítószám"><input name="city" placeholder="Város"><button class="btn btn-primary" name="confirm-addresses" type="submit" value="1">Tovább</button></form>',
      `<form method="post" action="/rendeles" id="js-delivery"><label><input type="radio" name="delivery_option[7]" value="3," checked> Futár ${forint(SHIPPING)}</label><button class="btn btn-primary" name="confirmDeliveryOption" type="submit" value="1">Tovább</button></form>`,
      '<div class="payment-options"><label><input type="radio" name="payment-option" id="payment-option-1" checked> Fizetés banki átutalással</label></div><form id="conditions-to-approve" method="GET"><label><input type="checkbox" name="conditions_to_approve[terms]"> Elfogadom a feltételeket</label></form><form id="payment-option-1-form" method="POST" action="/module/ps_wirepayment/validation"></form><div id="payment-confirmation"><button type="button" class="btn btn-primary" onclick="document.getElementById(\'payment-option-1-form\').submit()">Rendelés fizetési kötelezettséggel</button></div>',
    ];
    app.get('/rendeles', (c) => {
      const cart = cartOf(c);
      return page(
        c,
        'checkout',
        'Tisza Otthon',
        `${parts.map((part, at) => `<section id="checkout-${part}-step" class="checkout__step checkout-step ${at === cart.step ? '-current' : at < cart.step ? '-reachable -complete' : '-unreachable'}"><h2 class="checkout__title">${at + 1} ${titles[at]}</h2>${at === cart.step ? forms[at] : ''}</section>`).join('')}<section id="js-checkout-summary" class="cart-summary"><ul>${cart.lines.map(({ product, quantity }) => `<li class="cart-summary__product"><a class="cart-summary__product__name" href="${urlOf(product)}">${product.name}</a> <span class="cart-summary__product__quantity">x${quantity}</span> <span class="cart-summary__product__price">${forint(product.price)}</span></li>`).join('')}</ul>${totals(cart.lines)}</section>`,
        '',
        cart.step ? [] : [['begin_checkout', toldOf(cart.lines)]],
      );
    });
    app.post('/rendeles', (c) => {
      cartOf(c).step++;
      return c.redirect('/rendeles');
    });
    app.post('/module/ps_wirepayment/validation', (c) => {
      const cart = cartOf(c);
      const { lines } = cart;
      Object.assign(cart, { order: lines, lines: [] });
      cart.queue.push([
        'purchase',
        { transaction_id: ORDER, ...toldOf(lines), value: sumOf(lines) + SHIPPING, shipping: SHIPPING },
      ]);
      return c.redirect(`/rendeles-visszaigazolas?id_cart=31&id_module=8&id_order=${ORDER}&key=5f1ac0dd`);
    });
    app.get('/rendeles-visszaigazolas', (c) => {
      const lines = cartOf(c).order!;
      return page(
        c,
        'order-confirmation',
        'Rendelés visszaigazolása',
        `<div class="alert alert-success"><h1>Rendelését rögzítettük</h1><p>Visszaigazolást küldtünk e-mailben.</p></div><div class="order-confirmation__details"><h2>A rendelés adatai</h2><ul class="order-confirmation__details-list"><li>Rendelés hivatkozási száma: ${REFERENCE}</li><li>Fizetési mód: Fizetés banki átutalással</li><li>Szállítási mód: Futár</li></ul></div>
<div class="order-confirmation__table"><h2>Rendelt termékek</h2>${lines.map(({ product, quantity }) => `<div class="order-line row"><div class="col-6">${product.name}</div><div class="col-2">${forint(product.price)}</div><div class="col-2">${quantity}</div><div class="col-2">${forint(product.price * quantity)}</div></div>`).join('')}<div class="order-confirmation__totals"><div class="row"><div>Részösszeg</div> <div>${forint(sumOf(lines))}</div></div><div class="row"><div>Szállítás és kezelés</div> <div>${forint(SHIPPING)}</div></div><div class="row fw-bold"><div>Összesen (bruttó)</div> <div>${forint(sumOf(lines) + SHIPPING)}</div></div></div></div>
<p>Kérjük, utalja át az összeget: ${forint(sumOf(lines) + SHIPPING)}, közlemény: ${REFERENCE}</p>`,
      );
    });

    const go = (path: string) => (tab: Page) => tab.goto(origin + path);
    const card = (product: Product, selector: string) => `.products [data-id-product="${product.id}"] ${selector}`;
    const close = until('#blockcart-modal .btn-outline-primary', 'body:not(:has(#blockcart-modal))');
    return {
      apps: { shop: app },
      walk: [
        step(
          'hirdetésről érkezik',
          (tab) => tab.goto(`${origin}/?gclid=Cj0KCQ`, { referer: 'https://www.google.hu/' }),
          { name: 'landing' },
        ),
        step('hiába keres', fill({ '.ps-searchbar [name=s]': 'lámpa' }, press('.ps-searchbar button'))),
        step('megnyitja az otthont', press('nav a[href="/3-otthon"]'), { name: 'view_item_list' }),
        step(
          'ár szerint rendez',
          (tab) => Promise.all([tab.waitForNavigation(), tab.selectOption('.products-sort', { index: 1 })]),
          optional('view_item_list'),
        ),
        step(
          'a terítőt a listából teszi kosárba',
          until(card(cloth, '[data-ps-ref="add-to-cart"]'), '#blockcart-modal'),
          pieces('add_to_cart', 'HUF', [cloth, 1]),
        ),
        step('folytatja a vásárlást', close),
        step(
          'a széket nem kapja meg',
          until(card(chair, '[data-ps-ref="add-to-cart"]'), '#notifications .alert-danger'),
        ),
        step('kívánságlistára tenné', until(card(jug, '.wishlist-button-add'), '.wishlist-login')),
        step('bejelentkezne', press('.wishlist-login a')),
        step(
          'elrontja a jelszót',
          fill({ '[name=email] >> nth=0': 'a@b.example', '[name=password]': 'x' }, press('#submit-login')),
        ),
        step('megnyitja a kancsót', go(`/otthon/${jug.slug}.html`), pieces('view_item', 'HUF', [jug, 1])),
        step(
          'kettőt tesz a kosárba',
          fill({ '#quantity_wanted': '2' }, until('.product__add-to-cart-button', '#blockcart-modal')),
          pieces('add_to_cart', 'HUF', [jug, 2]),
        ),
        step('folytatja a vásárlást megint', close),
        step('megnyitja a szőnyeget', go(`/otthon/${rug.slug}.html`), pieces('view_item', 'HUF', [rug, 1])),
        step('másik hosszt választ', (tab) =>
          tab.selectOption('[name="group[4]"]', '32').then(() => tab.waitForLoadState('networkidle')),
        ),
        step(
          'kosárba teszi',
          until('.product__add-to-cart-button', '#blockcart-modal'),
          pieces('add_to_cart', 'HUF', [rug, 1]),
        ),
        step(
          'a „pénztár” a kosárhoz vezet',
          press('#blockcart-modal a.btn-primary'),
          pieces('view_cart', 'HUF', [cloth, 1], [jug, 2], [rug, 1]),
        ),
        step(
          'még egy terítőt kér',
          (tab) =>
            tab.click('.js-increment-button >> nth=0').then(() => tab.waitForSelector('.cart__item [value="2"]')),
          { ...pieces('add_to_cart', 'HUF', [cloth, 1]), optional: true },
        ),
        step(
          'eltávolítja a szőnyeget',
          (tab) =>
            tab
              .click(`.remove-from-cart[data-id-product="${rug.id}"]`)
              .then(() => tab.waitForFunction(() => document.querySelectorAll('.cart__item').length === 2)),
          pieces('remove_from_cart', 'HUF', [rug, 1]),
        ),
        step(
          'kuponnal próbálkozik',
          fill(
            { '[name=discount_name]': 'TAVASZ' },
            until('[data-link-action=add-voucher] button', '.js-error-text:not(:empty)'),
          ),
        ),
        step(
          'ír a boltnak, üresen',
          async (tab) => {
            await press('nav a[href="/kapcsolat"]')(tab);
            await fill({ '[name=from]': 'a@b.example' }, press('[name=submitMessage]'))(tab);
          },
          // The module tells of the third cloth only now.
          optional('add_to_cart'),
        ),
        step(
          'ír a boltnak',
          fill({ '[name=from]': 'a@b.example', '[name=message]': 'Mikor ér ide?' }, press('[name=submitMessage]')),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step(
          'feliratkozik',
          fill(
            { '#blockEmailSubscription [name=email]': 'a@b.example' },
            until('[name=submitNewsletter]', '.alert-success >> text=hírlev'),
          ),
          { name: 'generate_lead', form_kind: 'newsletter' },
        ),
        step('újra feliratkozik, hiába', until('[name=submitNewsletter]', '.block_newsletter_alert .alert-danger')),
        step(
          'visszatér a kosárba',
          press('#_desktop_ps_shoppingcart a'),
          pieces('view_cart', 'HUF', [cloth, 2], [jug, 2]),
        ),
        step('pénztárhoz megy', press('.cart__actions a'), pieces('begin_checkout', 'HUF', [cloth, 2], [jug, 2])),
        step(
          'megadja a nevét',
          fill(
            { '[name=firstname]': 'Anna', '[name=lastname]': 'Kiss', '#customer-form [name=email]': 'a@b.example' },
            press('[name=continue]'),
          ),
        ),
        step(
          'megadja a címét',
          fill(
            { '[name=address1]': 'Fő utca 1.', '[name=postcode]': '6720', '[name=city]': 'Szeged' },
            press('[name=confirm-addresses]'),
          ),
          optional('add_shipping_info'),
        ),
        step('szállítást választ', press('[name=confirmDeliveryOption]'), optional('add_shipping_info')),
        step('megrendeli', press('#payment-confirmation button'), optional('add_payment_info'), {
          ...byName(
            order(
              'HUF',
              { id: REFERENCE, total: 2 * cloth.price + 2 * jug.price + SHIPPING, shipping: SHIPPING },
              [cloth, 2],
              [jug, 2],
            ),
          ),
          // The module names the order's own number, the page its reference.
          transaction_id: [REFERENCE, ORDER],
        }),
        step('frissíti az oldalt', (tab) => tab.reload()),
        step('a kezdőlapra megy', press('.navbar-brand')),
        step('visszalép', (tab) => tab.goBack()),
      ],
    };
  },
};

export default platform;
