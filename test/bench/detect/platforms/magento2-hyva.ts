import { type Context, Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import type { Page } from 'playwright-core';
import {
  add,
  createCarts,
  fill,
  follow,
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

const kayak = good('1201', 'KAJ-QAJ', 'Kajak «Qajaq» i fyrretræ', 'kajak-qajaq', 1249500);
const gloves = good('1207', 'HND-SEL', 'Handsker af sælskind', 'handsker-saelskind', 64900);
const parka = good('1210', 'PRK-NUK', 'Parka «Nuuk»', 'parka-nuuk', 289900);
const lamp = good('1215', 'LMP-QUL', 'Tranlampe i fedtsten', 'tranlampe-fedtsten', 179900, true);
const products = [gloves, kayak, parka, lamp];
const SIZE = 'super_attribute[144]';
const SHIPPING = 9900;
const ORDER = '3000000207';

const kroner = printer('da-DK', 'DKK');

/**
 * The theme: forms go natively; what came of it lies in a cookie that the next page reads, and the cart is a "section"
 * that the page fetches and hands around as a window event.
 */
const client = `
const key = 'r9XwQ2';
const cookieOf = (name) => decodeURIComponent(document.cookie.split('; ').find((pair) => pair.startsWith(name + '='))?.slice(name.length + 1) ?? '');
const messages = document.querySelector('#messages');
const say = ({ type, text }) => { messages.innerHTML += '<div class="message ' + type + '" role="alert" aria-live="polite"><span>' + text.replace(/\\+/g, ' ') + '</span><button type="button" aria-label="Luk besked" title="Luk">×</button></div>'; };
const told = cookieOf('mage-messages');
if (told) { for (const message of JSON.parse(told)) say(message); document.cookie = 'mage-messages=; path=/; max-age=0'; }
const drawer = document.querySelector('#cart-drawer');
addEventListener('private-content-loaded', ({ detail: { data: { cart } } }) => {
  const badge = document.querySelector('#menu-cart-icon span');
  badge.textContent = cart.summary_count;
  badge.hidden = !cart.summary_count;
  drawer.querySelector('.items').innerHTML = cart.summary_count ? cart.items.map(({ item_id, product_name, product_url, product_price, qty }) => '<div class="flex p-3"><a href="' + product_url + '" class="w-1/4"><img alt="' + product_name + '" width="75" height="75"></a><div class="w-3/4"><p class="text-xl"><span>' + qty + '</span> x <span>' + product_name + '</span></p><p><span>' + product_price + '</span></p><button type="button" class="inline-flex p-2 mr-2 btn btn-primary delete" data-item="' + item_id + '" aria-label="Fjern produkt ' + product_name + ' fra indkøbskurven"><svg></svg></button></div></div>').join('') + '<div class="p-3 text-sm"><p>Subtotal: <span>' + cart.subtotal + '</span></p><a class="inline-flex btn btn-primary" href="/checkout/">Gå til kassen</a><span>eller</span><a href="/checkout/cart/" class="underline">Se og rediger indkøbskurv</a></div>' : '<div class="p-3">Kurven er tom.</div>';
});
const load = async () => {
  const data = await (await fetch('/customer/section/load/?sections=cart', { headers: { 'X-Requested-With': 'XMLHttpRequest' } })).json();
  localStorage.setItem('mage-cache-storage', JSON.stringify(data));
  dispatchEvent(new CustomEvent('private-content-loaded', { detail: { data } }));
};
addEventListener('reload-customer-section-data', load);
addEventListener('toggle-cart', ({ detail: { isOpen } }) => { drawer.hidden = !isOpen; });
document.addEventListener('click', async ({ target }) => {
  if (target.closest('#menu-cart-icon')) dispatchEvent(new CustomEvent('toggle-cart', { detail: { isOpen: true } }));
  if (target.closest('#cart-drawer .close')) dispatchEvent(new CustomEvent('toggle-cart', { detail: { isOpen: false } }));
  const gone = target.closest('#cart-drawer .delete');
  if (gone) {
    const answer = await fetch('/checkout/sidebar/removeItem/', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', 'x-requested-with': 'XMLHttpRequest' }, body: 'form_key=' + key + '&item_id=' + gone.dataset.item + '&uenc=aHR0cA' , mode: 'cors', credentials: 'include' });
    const { success, error_message } = await answer.json();
    if (success) dispatchEvent(new CustomEvent('reload-customer-section-data')); else say({ type: 'error', text: error_message });
  }
  const aside = target.closest('[data-addto=compare], [data-addto=wishlist], [data-delete-post-json]');
  if (aside) {
    const { action, data } = JSON.parse(aside.dataset.post ?? aside.dataset.deletePostJson);
    const form = document.createElement('form');
    form.method = 'post';
    form.action = action;
    form.innerHTML = Object.entries({ ...data, form_key: key }).map(([name, value]) => '<input type="hidden" name="' + name + '" value="' + value + '">').join('');
    document.body.append(form);
    form.submit();
  }
});
load();`;

/** The checkout: parts of the page that the server draws again after each call. */
const checkout = `
const call = async (method, ...params) => {
  const answer = await fetch('/magewire/post/livewire/message/hyva-checkout-main', { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'text/html, application/xhtml+xml', 'X-Livewire': 'true' }, body: JSON.stringify({ fingerprint: { id: 'x1', name: 'hyva-checkout-main', path: 'checkout', method: 'GET' }, serverMemo: { data: [], checksum: '7c1' }, updates: [{ type: 'callMethod', payload: { id: 'q' + Math.random().toString(36).slice(2), method, params } }] }) });
  const { effects } = await answer.json();
  if (effects.html) document.querySelector('#hyva-checkout-main').innerHTML = effects.html;
  if (effects.redirect) location.href = effects.redirect;
};
document.addEventListener('change', ({ target }) => { if (target.closest('#guest-details, #shipping')) call('saveField', target.name, target.type === 'radio' ? target.value : ''); });
document.addEventListener('click', ({ target }) => {
  if (target.closest('#to-payment')) call('navigateToStep', 'payment');
  if (target.closest('#place-order')) call('placeOrder');
});`;

const platform: Platform = {
  name: 'Magento 2, Hyvä',
  family: 'native',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    interface Cart {
      lines: Line[];
      step: 'details' | 'payment';
      tries: number;
      order?: Line[] | undefined;
    }
    const cartOf = createCarts<Cart>(() => ({ lines: [], step: 'details', tries: 0 }), 'PHPSESSID');
    const count = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const urlOf = ({ slug }: Product) => `${origin}/${slug}.html`;
    const rowOf = (at: number) => 4410 + at;
    const price = (minor: number) => `<span class="price">${kroner(minor)}</span>`;

    const page = (context: Context, kind: string, title: string, body: string, head = '') =>
      context.html(`<!doctype html><html lang="da"><head><title>${title}</title>${head}<script>var BASE_URL = '${origin}/'; window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); } gtag('js', new Date()); gtag('config', 'G-HYVA207', { anonymize_ip: true });</script>${tag}</head><body id="html-body" class="${kind} page-layout-1column" x-data>
<header class="page-header"><a class="logo" href="${origin}/">Nuuk Udstyr</a><nav><a href="${origin}/udstyr.html" class="level-0">Udstyr</a> <a href="${origin}/contact/">Kontakt os</a></nav><button id="menu-cart-icon" type="button" aria-label="Vis kurv"><svg></svg><span hidden></span></button>
<form class="form minisearch" action="${origin}/catalogsearch/result/" method="get"><label class="sr-only" for="search">Søg</label><input id="search" type="search" name="q" placeholder="Søg i hele butikken..."><button type="submit" title="Søg" class="action search" aria-label="Søg">Søg</button></form></header>
<section id="cart-drawer" role="dialog" aria-labelledby="cart-drawer-title" hidden><header><strong id="cart-drawer-title">Min kurv</strong><button type="button" class="close" aria-label="Luk panel">×</button></header><div class="items"></div></section>
<main id="maincontent"><div id="messages"></div>${body}</main>
<footer><form class="form subscribe" action="${origin}/newsletter/subscriber/new/" method="post"><input type="hidden" name="form_key" value="r9XwQ2"><label>Tilmeld dig nyhedsbrevet <input name="email" type="email" required></label><button class="btn btn-primary" type="submit">Tilmeld</button></form></footer><script>${client}</script></body></html>`);
    const says = (context: Context, type: 'success' | 'error' | 'notice', text: string, to: string) => {
      setCookie(context, 'mage-messages', JSON.stringify([{ type, text }]), { path: '/' });
      return context.redirect(to);
    };

    const addTo = ({ id }: Product) => `${origin}/checkout/cart/add/uenc/aHR0cDovL3g~/product/${id}/`;
    const aside = (product: Product) =>
      ['wishlist', 'compare']
        .map(
          (kind) =>
            `<button type="button" class="rounded-full w-9 h-9 bg-gray-200 p-0 inline-flex" data-addto="${kind}" aria-label="${kind === 'wishlist' ? 'Føj til ønskeliste' : 'Føj til sammenligning'} ${product.name}" data-post='{"action":"${origin}/${kind === 'wishlist' ? 'wishlist/index/add' : 'catalog/product_compare/add'}/","data":{"product":"${product.id}"}}'><svg></svg></button>`,
        )
        .join('');

    app.get('/', (c) => page(c, 'cms-index-index', 'Nuuk Udstyr', '<h1 class="page-title">Velkommen til Nuuk</h1>'));
    app.get('/catalogsearch/result/', (c) =>
      page(
        c,
        'catalogsearch-result-index',
        'Søgeresultater for: paraply',
        '<h1 class="page-title">Søgeresultater for: paraply</h1><div class="message notice"><div>Din søgning gav ingen resultater.</div></div>',
      ),
    );
    app.get('/udstyr.html', (c) => {
      const sorted =
        c.req.query('product_list_order') === 'price' ? [...products].sort((a, b) => a.price - b.price) : products;
      return page(
        c,
        'catalog-category-view page-products',
        'Udstyr',
        `<h1 class="page-title">Udstyr</h1><div class="toolbar toolbar-products"><a href="?product_list_order=price" class="sort">Sortér efter pris</a></div><section id="product-list"><ul class="products wrapper grid">${sorted
          .map(
            (product) =>
              `<li><form method="post" action="${addTo(product)}" class="item product product-item product_addtocart_form card card-interactive" ${product === parka ? 'data-configurable' : ''}><input type="hidden" name="form_key" value="r9XwQ2"><input type="hidden" name="product" value="${product.id}"><a href="${urlOf(product)}" class="product photo product-item-photo" tabindex="-1"><img alt="${product.name}"></a><div class="product-info"><div class="mt-2 mb-1"><a class="product-item-link" href="${urlOf(product)}">${product.name}</a></div><div class="pt-1"><div class="price-box price-final_price"><span class="price-wrapper" id="product-price-${product.id}">${price(product.price)}</span></div></div><div class="mt-auto pt-3 flex"><button class="w-auto btn btn-primary justify-center" aria-label="Læg i kurv ${product.name}" data-addto="cart"><svg></svg><span class="hidden sm:inline">Læg i kurv</span></button>${aside(product)}</div></div></form></li>`,
          )
          .join('')}</ul></section>`,
      );
    });
    for (const product of products)
      app.get(`/${product.slug}.html`, (c) =>
        page(
          c,
          `catalog-product-view product-${product.slug}`,
          product.name,
          `<div class="product-info" itemscope itemtype="https://schema.org/Product"><meta itemprop="sku" content="${product.sku}"><h1 class="page-title"><span class="base" itemprop="name">${product.name}</span></h1><div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="price" content="${product.price / 100}"><meta itemprop="priceCurrency" content="DKK"><link itemprop="availability" href="https://schema.org/InStock"></div>
<form method="post" action="${addTo(product)}" id="product_addtocart_form"><input type="hidden" name="product" value="${product.id}"><input type="hidden" name="selected_configurable_option" value=""><input type="hidden" name="related_product" value=""><input type="hidden" name="item" value="${product.id}"><input type="hidden" name="form_key" value="r9XwQ2">${product === parka ? `<label>Størrelse <select name="${SIZE}"><option value="">Vælg en mulighed...</option><option value="166">M</option><option value="167">L</option></select></label>` : ''}</form>
<div class="price-box price-final_price"><div class="final-price" id="product-price-${product.id}">${price(product.price)}</div></div><div class="flex"><label for="qty[${product.id}]" class="sr-only">Antal</label><input name="qty" form="product_addtocart_form" id="qty[${product.id}]" type="number" min="1" value="1"><button type="submit" form="product_addtocart_form" title="Læg i kurv" class="btn btn-primary" id="product-addtocart-button"><svg></svg><span class="hidden md:block">Læg i kurv</span></button>${aside(product)}</div>
<section><h2>Varespecifikationer</h2><table class="additional-attributes"><tr><th>Oprindelse</th><td>Grønland</td></tr></table></section></div>
<section id="related"><h2>Vi fandt andre produkter, du måske vil synes om!</h2>${products
            .filter((other) => other !== product)
            .slice(0, 2)
            .map(
              (other) =>
                `<div class="item product"><a class="product-item-link" href="${urlOf(other)}">${other.name}</a>${price(other.price)}</div>`,
            )
            .join('')}</section>`,
          `<script>addEventListener('load', () => { const data = document.createElement('script'); data.type = 'application/ld+json'; data.textContent = JSON.stringify({ '@context': 'https://schema.org', '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem', position: 1, item: { '@id': '${origin}/udstyr.html', name: 'Udstyr' } }] }); document.body.append(data); });</script>`,
        ),
      );
    app.get('/customer/section/load/', async (c) => {
      const { lines } = cartOf(c);
      await pause(90);
      return c.json({
        cart: {
          summary_count: count(lines),
          subtotalAmount: sumOf(lines) / 100,
          subtotal: price(sumOf(lines)),
          possible_onepage_checkout: true,
          items: lines
            .map(({ product, quantity }, at) => ({
              item_id: String(rowOf(at)),
              product_id: product.id,
              product_sku: product.sku,
              product_name: product.name,
              product_url: urlOf(product),
              qty: quantity,
              product_price: price(product.price),
              product_price_value: product.price / 100,
            }))
            .reverse(),
          data_id: Date.now(),
        },
      });
    });
    app.post('/checkout/cart/add/*', async (c) => {
      const form = await c.req.parseBody();
      const product = products.find(({ id }) => id === form.product)!;
      await pause(120);
      if (product === parka && !form[SIZE])
        return says(c, 'notice', 'Du skal vælge indstillinger for din vare.', `${urlOf(product)}?options=cart`);
      if (product.soldOut) return says(c, 'error', 'Det ønskede antal er ikke tilgængeligt', urlOf(product));
      add(cartOf(c).lines, product, Number(form.qty ?? 1));
      return says(
        c,
        'success',
        `Du har lagt ${product.name} i din <a href="${origin}/checkout/cart/">indkøbskurv</a>.`,
        c.req.header('referer')!.replace(/\?options=cart$/, ''),
      );
    });
    app.post('/checkout/sidebar/removeItem/', async (c) => {
      const { item_id } = await c.req.parseBody();
      await pause(110);
      const [line] = cartOf(c).lines.splice(Number(item_id) - rowOf(0), 1);
      return c.json(line ? { success: true } : { success: false, error_message: 'Vi kan ikke finde varen.' });
    });
    app.post('/wishlist/index/add/', (c) => c.redirect('/customer/account/login/'));
    app.post('/catalog/product_compare/add/', (c) =>
      says(c, 'success', 'Du har føjet et produkt til sammenligningslisten.', '/udstyr.html'),
    );
    app.post('/newsletter/subscriber/new/', (c) => says(c, 'success', 'Tak for din tilmelding.', '/'));
    app.get('/customer/account/login/', (c) =>
      page(
        c,
        'customer-account-login',
        'Kundelogin',
        '<h1 class="page-title">Kundelogin</h1><form class="form form-login" action="/customer/account/loginPost/" method="post" id="customer-login-form"><input name="login[username]" type="email"><input name="login[password]" type="password"><button type="submit" class="btn btn-primary" name="send">Log ind</button></form>',
      ),
    );
    app.post('/customer/account/loginPost/', (c) =>
      says(
        c,
        'error',
        'Kontologinnet var forkert, eller din konto er midlertidigt deaktiveret.',
        '/customer/account/login/',
      ),
    );
    app.get('/contact/', (c) =>
      page(
        c,
        'contact-index-index',
        'Kontakt os',
        '<h1 class="page-title">Kontakt os</h1><form class="form contact" action="/contact/index/post/" id="contact-form" method="post"><input name="name" placeholder="Navn"><input name="email" type="email" placeholder="E-mail"><input name="telephone" placeholder="Telefonnummer"><textarea name="comment" placeholder="Hvad har du på hjerte?"></textarea><button type="submit" class="btn btn-primary">Indsend</button></form>',
      ),
    );
    app.post('/contact/index/post/', async (c) => {
      const { comment } = await c.req.parseBody();
      return comment
        ? says(
            c,
            'success',
            'Tak, fordi du kontaktede os med dine kommentarer og spørgsmål. Vi svarer dig snarest.',
            '/contact/',
          )
        : says(c, 'error', 'Angiv en kommentar.', '/contact/');
    });

    const sums = (lines: Line[], shipping: number) =>
      `<div class="flex"><div class="label">Subtotal</div><div class="value">${kroner(sumOf(lines))}</div></div>${shipping ? `<div class="flex"><div class="label">Levering (Post Greenland)</div><div class="value">${kroner(shipping)}</div></div>` : ''}<div class="flex grand"><div class="label">Ordretotal</div><div class="value">${kroner(sumOf(lines) + shipping)}</div></div>`;
    app.get('/checkout/cart/', (c) => {
      const { lines } = cartOf(c);
      return page(
        c,
        'checkout-cart-index',
        'Indkøbskurv',
        lines.length
          ? `<h1 class="page-title">Indkøbskurv</h1><form action="${origin}/checkout/cart/updatePost/" method="post" id="form-validate" class="form form-cart"><input type="hidden" name="form_key" value="r9XwQ2"><table id="shopping-cart-table" class="cart items data table"><thead><tr><th>Vare</th><th>Pris</th><th>Antal</th><th>Subtotal</th></tr></thead>${lines
              .map(
                ({ product, quantity }, at) =>
                  `<tbody class="cart item"><tr class="item-info"><td class="col item"><a href="${urlOf(product)}" class="product-item-photo"><img alt="${product.name}"></a><strong class="product-item-name"><a href="${urlOf(product)}">${product.name}</a></strong></td><td class="col price"><span class="cart-price">${price(product.price)}</span></td><td class="col qty"><label><span class="sr-only">Antal</span><input name="cart[${rowOf(at)}][qty]" value="${quantity}" type="number" class="qty form-input"></label></td><td class="col subtotal"><span class="cart-price">${price(product.price * quantity)}</span></td></tr><tr class="item-actions"><td colspan="4"><a class="action action-edit" href="${origin}/checkout/cart/configure/id/${rowOf(at)}/product_id/${product.id}/" title="Rediger vareparametre">Rediger</a><button type="button" class="action action-delete" title="Fjern vare" data-cart-item-removed-payload='${JSON.stringify({ product_sku: product.sku, product_name: product.name, product_price_value: product.price / 100, quantity })}' data-delete-post-json='{"action":"${origin}/checkout/cart/delete/","data":{"id":"${rowOf(at)}","uenc":"aHR0"}}'><svg></svg></button></td></tr></tbody>`,
              )
              .join(
                '',
              )}</table><button type="submit" name="update_cart_action" value="empty_cart" class="action clear">Tøm kurv</button><button type="submit" name="update_cart_action" value="update_qty" class="action update">Opdater indkøbskurv</button></form>
<div class="cart-summary"><strong class="summary title">Oversigt</strong>${sums(lines, 0)}<form id="discount-coupon-form" action="${origin}/checkout/cart/couponPost/" method="post"><input name="coupon_code" placeholder="Angiv rabatkode"><button class="btn btn-secondary" type="submit">Brug rabatkode</button></form><a href="${origin}/checkout/" title="Fortsæt til kassen" class="action primary checkout btn btn-primary" id="checkout-link-button">Fortsæt til kassen</a></div>`
          : '<h1 class="page-title">Indkøbskurv</h1><div class="cart-empty"><p>Du har ingen varer i din indkøbskurv.</p></div>',
      );
    });
    app.post('/checkout/cart/delete/', async (c) => {
      const { id } = await c.req.parseBody();
      cartOf(c).lines.splice(Number(id) - rowOf(0), 1);
      return c.redirect('/checkout/cart/');
    });
    app.post('/checkout/cart/updatePost/', async (c) => {
      const form = await c.req.parseBody();
      for (const [at, line] of cartOf(c).lines.entries()) line.quantity = Number(form[`cart[${rowOf(at)}][qty]`]);
      return c.redirect('/checkout/cart/');
    });
    app.post('/checkout/cart/couponPost/', (c) =>
      says(c, 'error', 'Rabatkoden "SNE" er ikke gyldig.', '/checkout/cart/'),
    );

    const main = ({ lines, step: at }: Cart, alert = '') =>
      `${alert ? `<div role="alert" class="message error">${alert}</div>` : ''}<nav aria-label="Trin"><ol><li>Levering</li><li>Betaling</li></ol></nav>${
        at === 'details'
          ? `<section id="guest-details"><h2>Kontaktoplysninger</h2><input type="email" name="email_address" autocomplete="email" placeholder="E-mailadresse"><h2>Leveringsadresse</h2><input name="firstname" placeholder="Fornavn"><input name="street" placeholder="Vejnavn"><input name="postcode" placeholder="Postnummer"><input name="city" placeholder="By"></section><section id="shipping"><h2>Leveringsmetode</h2><label><input type="radio" name="shipping-method" value="flatrate_flatrate"> Post Greenland ${kroner(SHIPPING)}</label></section><button type="button" id="to-payment" class="btn btn-primary">Fortsæt til betaling</button>`
          : '<section id="payment"><h2>Betalingsmetode</h2><label><input type="radio" name="payment-method" value="banktransfer" checked> Bankoverførsel</label></section><button type="button" id="place-order" class="btn btn-primary btn-place-order">Afgiv ordre</button>'
      }<aside id="summary"><h2>Ordreoversigt</h2><ul>${lines.map(({ product, quantity }) => `<li class="flex"><span class="name">${product.name}</span> <span>Antal: ${quantity}</span> <span class="row">${kroner(product.price * quantity)}</span></li>`).join('')}</ul>${sums(lines, at === 'details' ? 0 : SHIPPING)}</aside>`;
    app.get('/checkout/', (c) => {
      const cart = cartOf(c);
      if (!cart.lines.length) return c.redirect('/checkout/cart/');
      return c.html(
        `<!doctype html><html lang="da"><head><title>Kassen</title>${tag}</head><body class="hyva_checkout-index-index"><header><a class="logo" href="${origin}/">Nuuk Udstyr</a></header><h1>Kassen</h1><main id="hyva-checkout-main">${main(cart)}</main><script>${checkout}</script></body></html>`,
      );
    });
    app.post('/magewire/post/livewire/message/:component', async (c) => {
      const cart = cartOf(c);
      const { updates } = (await c.req.json()) as { updates: { payload: { method: string } }[] };
      const { method } = updates[0]!.payload;
      await pause(180);
      const serverMemo = { htmlHash: '5f1c', checksum: '9ad0' };
      if (method === 'saveField') return c.json({ effects: { html: null, dirty: [] }, serverMemo });
      if (method === 'navigateToStep') {
        cart.step = 'payment';
        return c.json({ effects: { html: main(cart), dirty: ['step'] }, serverMemo });
      }
      if (!cart.tries++)
        return c.json({
          effects: { html: main(cart, 'Betalingen kunne ikke gennemføres. Prøv igen.'), dirty: [] },
          serverMemo,
        });
      Object.assign(cart, { order: cart.lines, lines: [] });
      return c.json({ effects: { html: null, redirect: `${origin}/checkout/onepage/success/` }, serverMemo });
    });
    app.get('/checkout/onepage/success/', (c) => {
      const cart = cartOf(c);
      const { order: lines } = cart;
      if (!lines) return c.redirect('/checkout/cart/');
      cart.order = undefined;
      const told = {
        transaction_id: ORDER,
        affiliation: 'Nuuk Udstyr',
        value: ((sumOf(lines) + SHIPPING) / 100).toFixed(2),
        currency: 'DKK',
        tax: '0.00',
        shipping: (SHIPPING / 100).toFixed(2),
        items: lines.map(({ product, quantity }) => ({
          item_id: product.sku,
          item_name: product.name,
          price: (product.price / 100).toFixed(2),
          quantity,
        })),
      };
      return page(
        c,
        'checkout-onepage-success',
        'Tak for dit køb!',
        `<h1 class="page-title"><span class="base">Tak for dit køb!</span></h1><div class="checkout-success"><p>Dit ordrenummer er: <span>${ORDER}</span>.</p><p>Vi sender dig en ordrebekræftelse via e-mail.</p><div class="actions-toolbar"><a class="btn btn-primary continue" href="${origin}/">Fortsæt med at handle</a></div></div><script>gtag('event', 'purchase', ${inline(told)});</script>`,
      );
    });

    const quiet = (tab: Page) => tab.waitForLoadState('networkidle');
    const go = (product: Product) => (tab: Page) => tab.goto(urlOf(product)).then(() => quiet(tab));
    const told = (type: string, act: (tab: Page) => Promise<unknown>) => async (tab: Page) => {
      await follow(tab, () => act(tab));
      await tab.waitForSelector(`#messages .${type}`);
    };
    const bought = (tab: Page) => tab.click('#product-addtocart-button');
    return {
      apps: { shop: app },
      walk: [
        step('kommer fra en søgemaskine', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.bing.com/' }), {
          name: 'landing',
        }),
        step('søger forgæves', fill({ '#search': 'paraply' }, press('.action.search'))),
        step('åbner udstyret', press('nav a[href$="/udstyr.html"]'), { name: 'view_item_list' }),
        step('sorterer efter pris', press('.sort'), optional('view_item_list')),
        step(
          'lægger handskerne i kurven fra listen',
          told('success', (tab) => tab.click(`[aria-label="Læg i kurv ${gloves.name}"]`)),
          pieces('add_to_cart', 'DKK', [gloves, 1]),
          optional('view_item_list'),
        ),
        step(
          'sammenligner kajakken',
          told('success', (tab) => tab.click(`[aria-label="Føj til sammenligning ${kayak.name}"]`)),
          optional('view_item_list'),
        ),
        step(
          'vil have parkaen fra listen og må vælge en størrelse',
          told('notice', (tab) => tab.click(`[aria-label="Læg i kurv ${parka.name}"]`)),
          optional('view_item'),
        ),
        step(
          'vælger L og lægger den i kurven',
          async (tab) => {
            await tab.selectOption(`[name="${SIZE}"]`, '167');
            await told('success', bought)(tab);
          },
          pieces('add_to_cart', 'DKK', [parka, 1]),
          optional('view_item'),
        ),
        step('åbner kajakken', go(kayak), pieces('view_item', 'DKK', [kayak, 1])),
        step(
          'lægger to i kurven',
          fill({ '[name=qty]': '2' }, told('success', bought)),
          pieces('add_to_cart', 'DKK', [kayak, 2]),
          optional('view_item'),
        ),
        step('vil gemme den og skal logge ind', press('[data-addto=wishlist] >> nth=0')),
        step(
          'logger forkert ind',
          fill({ '[name="login[username]"]': 'a@b.example', '[name="login[password]"]': 'x' }, press('[name=send]')),
        ),
        step('åbner lampen', go(lamp), pieces('view_item', 'DKK', [lamp, 1])),
        step('får den ikke', told('error', bought), optional('view_item')),
        step('åbner kontakten', press('nav a[href$="/contact/"]')),
        step(
          'sender en tom besked',
          fill(
            { '#contact-form [name=email]': 'a@b.example' },
            told('error', (tab) => tab.click('#contact-form button')),
          ),
        ),
        step(
          'skriver til butikken',
          fill(
            { '#contact-form [name=email]': 'a@b.example', '#contact-form [name=comment]': 'Sender I til Qaanaaq?' },
            told('success', (tab) => tab.click('#contact-form button')),
          ),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step(
          'tilmelder sig nyhedsbrevet',
          fill(
            { '.subscribe [name=email]': 'a@b.example' },
            told('success', (tab) => tab.click('.subscribe button')),
          ),
          {
            name: 'generate_lead',
            form_kind: 'newsletter',
          },
        ),
        step(
          'åbner den lille kurv',
          (tab) => quiet(tab).then(() => until('#menu-cart-icon', '#cart-drawer:not([hidden])')(tab)),
          pieces('view_cart', 'DKK', [kayak, 2], [parka, 1], [gloves, 1]),
        ),
        step(
          'fjerner handskerne deri',
          (tab) =>
            tab
              .click(`[aria-label="Fjern produkt ${gloves.name} fra indkøbskurven"]`)
              .then(() => tab.waitForFunction(() => document.querySelectorAll('#cart-drawer .delete').length === 2)),
          pieces('remove_from_cart', 'DKK', [gloves, 1]),
        ),
        step(
          'åbner indkøbskurven',
          press('#cart-drawer a[href="/checkout/cart/"]'),
          pieces('view_cart', 'DKK', [parka, 1], [kayak, 2]),
        ),
        step(
          'prøver en rabatkode',
          fill(
            { '[name=coupon_code]': 'SNE' },
            told('error', (tab) => tab.click('#discount-coupon-form button')),
          ),
          optional('view_cart'),
        ),
        step(
          'tager to parkaer',
          fill({ '.qty >> nth=1': '2' }, press('[value=update_qty]')),
          { ...pieces('add_to_cart', 'DKK', [parka, 1]), optional: true },
          optional('view_cart'),
        ),
        step(
          'fjerner parkaerne',
          press('.action-delete >> nth=0'),
          pieces('remove_from_cart', 'DKK', [parka, 2]),
          optional('view_cart'),
        ),
        step('går til kassen', press('#checkout-link-button'), pieces('begin_checkout', 'DKK', [kayak, 2])),
        step(
          'skriver adressen',
          fill(
            {
              '[name=email_address]': 'a@b.example',
              '[name=firstname]': 'Aviaaja',
              '[name=street]': 'Imaneq 4',
              '[name=postcode]': '3900',
              '[name=city]': 'Nuuk',
            },
            quiet,
          ),
        ),
        step(
          'vælger levering',
          (tab) => tab.check('[name=shipping-method]').then(() => quiet(tab)),
          optional('add_shipping_info'),
        ),
        step('fortsætter til betaling', until('#to-payment', '#payment'), { name: 'add_shipping_info' }),
        step('bliver afvist', until('#place-order', '[role=alert]'), optional('add_payment_info')),
        step(
          'bestiller',
          press('#place-order'),
          optional('add_payment_info'),
          byName(order('DKK', { id: ORDER, total: 2 * kayak.price + SHIPPING, shipping: SHIPPING }, [kayak, 2])),
        ),
        step('genindlæser og ser en tom kurv', (tab) => tab.reload(), optional('view_cart')),
        step('går til forsiden', press('a.logo'), optional('view_cart')),
      ],
    };
  },
};

export default platform;
