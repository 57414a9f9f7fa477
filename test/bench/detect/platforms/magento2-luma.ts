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

const bag = good('1', '24-MB01', 'Joust schoudertas', 'joust-schoudertas', 13450);
const watch = good('36', '24-MG04', 'Aim analoog horloge', 'aim-analoog-horloge', 104500);
const bottle = good('15', '24-UG06', 'Affirm waterfles', 'affirm-waterfles', 795, true);
const tee = good('62', 'MH01', 'Chaz hoodie', 'chaz-hoodie', 5200);
const products = [bag, watch, bottle, tee];
const SHIPPING = 500;
const ORDER = '000000142';

const euro = printer('nl-NL', 'EUR');

/** The theme: forms taken over by jQuery, a cart that is fetched as a "section" after every post, a checkout behind the hash. */
const client = `${AJAX}
const KEY = 'form_key=K7aQ';
const draw = ({ summary_count, subtotal, items }) => {
  document.querySelector('.counter-number').textContent = summary_count || '';
  document.querySelector('.minicart-wrapper').classList.toggle('empty', !summary_count);
  document.querySelector('#minicart-content-wrapper').innerHTML = '<button type="button" id="btn-minicart-close" class="action close">Sluiten</button>' + (summary_count ? '<div class="subtotal"><span class="label">Subtotaal</span> ' + subtotal + '</div><button id="top-cart-btn-checkout" type="button" class="action primary checkout">Afrekenen</button><ol id="mini-cart" class="minicart-items">' + items.map(({ item_id, product_name, product_url, product_price, qty }) => '<li class="item product product-item"><strong class="product-item-name"><a href="' + product_url + '">' + product_name + '</a></strong><span class="price-including-tax">' + product_price + '</span><div class="details-qty qty"><label>Aantal</label><input id="cart-item-' + item_id + '-qty" class="item-qty cart-item-qty" value="' + qty + '"><button class="update-cart-item" data-cart-item="' + item_id + '">Bijwerken</button></div><a href="#" class="action delete" title="Artikel verwijderen" data-cart-item="' + item_id + '"><span>Verwijderen</span></a></li>').join('') + '</ol><a class="action viewcart" href="/checkout/cart/"><span>Winkelwagen bekijken en bewerken</span></a>' : '<strong class="subtitle empty">U hebt geen artikelen in uw winkelwagen.</strong>');
};
const sections = (then) => ajax('GET', '/customer/section/load/?sections=cart%2Cmessages&force_new_section_timestamp=true&_=' + Date.now(), null, ({ cart, messages }) => {
  localStorage.setItem('mage-cache-storage', JSON.stringify({ cart }));
  draw(cart);
  for (const { type, text } of messages.messages) document.querySelector('.page.messages').innerHTML = '<div class="message-' + type + ' ' + type + ' message" role="alert"><div>' + text + '</div></div>';
  then?.();
});
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('#product_addtocart_form, [data-role=tocart-form]')) return;
  event.preventDefault();
  const button = form.querySelector('.tocart');
  button.classList.add('disabled');
  button.innerHTML = '<span>Toevoegen...</span>';
  const xhr = new XMLHttpRequest();
  xhr.open('POST', form.action);
  xhr.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  xhr.onload = () => {
    const { backUrl } = JSON.parse(xhr.responseText);
    if (backUrl) return void (location.href = backUrl);
    button.innerHTML = '<span>Toegevoegd</span>';
    sections(() => setTimeout(() => { button.classList.remove('disabled'); button.innerHTML = '<span>In winkelwagen</span>'; }, 500));
  };
  xhr.send(new FormData(form));
});
document.addEventListener('click', (event) => {
  const { target } = event;
  if (target.closest('.showcart')) { event.preventDefault(); document.querySelector('.block-minicart').hidden = false; }
  if (target.closest('#btn-minicart-close')) document.querySelector('.block-minicart').hidden = true;
  if (target.closest('#top-cart-btn-checkout, [data-role=proceed-to-checkout]')) location.href = '/checkout/';
  const gone = target.closest('#mini-cart .action.delete');
  if (gone) { event.preventDefault(); if (confirm('Weet u zeker dat u dit artikel wilt verwijderen?')) ajax('POST', '/checkout/sidebar/removeItem/', 'item_id=' + gone.dataset.cartItem + '&' + KEY, ({ success }) => success && sections()); }
  const post = target.closest('[data-post]');
  if (post) {
    event.preventDefault();
    const { action, data } = JSON.parse(post.dataset.post);
    const form = document.createElement('form');
    form.method = 'post';
    form.action = action;
    form.innerHTML = Object.entries({ ...data, form_key: 'K7aQ' }).map(([name, value]) => '<input type="hidden" name="' + name + '" value="' + value + '">').join('');
    document.body.append(form);
    form.submit();
  }
});
if (!document.body.matches('.checkout-index-index')) sections();`;

/** The checkout's own application. */
const checkout = `
const config = window.checkoutConfig;
const rest = async (path, body) => { const answer = await fetch('/rest/nl/V1/guest-carts/' + config.quoteData.entity_id + '/' + path, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'XMLHttpRequest' }, body: JSON.stringify(body) }); return { ok: answer.ok, body: await answer.json() }; };
const money = (amount) => amount.toLocaleString('nl-NL', { style: 'currency', currency: 'EUR' });
const summary = (shipping) => '<div class="opc-block-summary"><span class="title">Overzicht van de bestelling</span><table class="table-totals"><tr class="totals sub"><th>Subtotaal winkelwagen</th><td><span class="price">' + money(config.totalsData.subtotal) + '</span></td></tr>' + (shipping ? '<tr class="totals shipping"><th>Verzending</th><td><span class="price">' + money(5) + '</span></td></tr>' : '') + '<tr class="grand totals"><th>Totaal</th><td><strong><span class="price">' + money(config.totalsData.subtotal + (shipping ? 5 : 0)) + '</span></strong></td></tr></table><ol class="minicart-items">' + config.quoteItemData.map(({ name, qty, row_total }) => '<li class="product-item"><strong class="product-item-name">' + name + '</strong><div class="details-qty"><span class="label">Aantal</span> <span class="value">' + qty + '</span></div><span class="cart-price"><span class="price">' + money(row_total) + '</span></span></li>').join('') + '</ol></div>';
const show = () => {
  const isPayment = location.hash === '#payment';
  document.getElementById('checkout').innerHTML = '<ul class="opc-progress-bar"><li>Verzending</li><li>Overzicht &amp; betalingen</li></ul><div role="alert" class="message-error error" hidden></div>' + (isPayment ? '<li id="payment" class="checkout-payment-method"><div class="step-title">Betaalmethode</div><input type="radio" name="payment[method]" value="checkmo" checked> Overschrijving<div class="billing-address-details">A. de Vries</div><button class="action primary checkout" type="submit" title="Bestelling plaatsen"><span>Bestelling plaatsen</span></button></li>' : '<li id="shipping" class="checkout-shipping-address"><div class="step-title">Verzendadres</div><form class="form form-login"><input type="email" name="username" id="customer-email" autocomplete="email"></form><input name="street[0]"><input name="postcode"><input name="city"><div id="checkout-step-shipping_method"><input type="radio" name="ko_unique_1" checked> Vast tarief ' + money(5) + '</div><button data-role="opc-continue" type="button" class="button action continue primary"><span>Volgende</span></button></li>') + summary(isPayment);
};
addEventListener('hashchange', show);
document.addEventListener('change', ({ target }) => { if (target.id === 'customer-email') fetch('/rest/nl/V1/customers/isEmailAvailable', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ customerEmail: target.value }) }); if (target.name === 'postcode') rest('estimate-shipping-methods', { address: { postcode: target.value } }).then(() => rest('totals-information', {})); });
document.addEventListener('click', async ({ target }) => {
  if (target.closest('[data-role=opc-continue]')) { const { ok } = await rest('shipping-information', { addressInformation: { shipping_method_code: 'flatrate' } }); if (ok) location.hash = 'payment'; }
  if (target.closest('#payment button')) { const { ok, body } = await rest('payment-information', { paymentMethod: { method: 'checkmo' } }); if (ok) location.replace('/checkout/onepage/success/'); else { const alert = document.querySelector('[role=alert]'); alert.textContent = body.message; alert.hidden = false; } }
});
setTimeout(() => { if (!location.hash) location.hash = 'shipping'; show(); }, 150);`;

const platform: Platform = {
  name: 'Magento 2, Luma',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    interface Cart {
      lines: Line[];
      message?: { type: string; text: string } | undefined;
      order?: string | undefined;
      tries: number;
    }
    const cartOf = createCarts<Cart>(() => ({ lines: [], tries: 0 }), 'PHPSESSID');
    const count = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const span = (minor: number) => `<span class="price">${euro(minor)}</span>`;
    const urlOf = ({ slug }: Product) => `${origin}/${slug}.html`;

    const page = (context: Context, kind: string, title: string, body: string, head = '') =>
      context.html(`<!doctype html><html lang="nl"><head><title>${title}</title>${head}${tag}</head><body class="${kind} page-layout-1column" data-container="body"><script type="text/x-magento-init">{"*":{"Magento_PageCache/js/form-key-provider":{}}}</script>
<header class="page-header"><a class="logo" href="${origin}/">LUMA</a><a href="${origin}/uitrusting.html">Uitrusting</a>
<div class="minicart-wrapper empty"><a class="action showcart" href="${origin}/checkout/cart/"><span class="text">Winkelwagen</span><span class="counter qty"><span class="counter-number"></span></span></a><div class="block block-minicart" role="dialog" hidden><div id="minicart-content-wrapper"></div></div></div>
<form class="form minisearch" id="search_mini_form" action="${origin}/catalogsearch/result/" method="get"><input id="search" type="text" name="q" placeholder="Doorzoek hier de hele winkel..."><button type="submit" title="Zoek" class="action search"><span>Zoek</span></button></form></header>
<main id="maincontent" class="page-main"><div class="page messages"></div>${body}</main>
<footer><form class="form subscribe" action="${origin}/newsletter/subscriber/new/" method="post" id="newsletter-validate-detail"><input name="email" type="email" id="newsletter" placeholder="Vul uw e-mailadres in"><button class="action subscribe primary" title="Abonneren" type="submit"><span>Abonneren</span></button></form></footer><script>${client}</script></body></html>`);

    const priceBox = ({ id, price }: Product, offer = false) =>
      `<div class="price-box price-final_price" data-role="priceBox" data-product-id="${id}"><span class="price-container price-final_price tax weee"${offer ? ' itemprop="offers" itemscope itemtype="http://schema.org/Offer"' : ''}><span id="product-price-${id}" data-price-amount="${price / 100}" data-price-type="finalPrice" class="price-wrapper">${span(price)}</span>${offer ? `<meta itemprop="price" content="${price / 100}"><meta itemprop="priceCurrency" content="EUR">` : ''}</span></div>`;
    const uenc = ({ id }: Product) => `${origin}/checkout/cart/add/uenc/aHR0cA~~/product/${id}/`;
    const hiddens = ({ id }: Product) =>
      `<input type="hidden" name="product" value="${id}"><input name="form_key" type="hidden" value="K7aQ">`;

    app.get('/', (c) => page(c, 'cms-home', 'Luma', '<h1 class="page-title">Welkom</h1>'));
    app.get('/catalogsearch/result/', (c) =>
      page(
        c,
        'catalogsearch-result-index',
        'Zoekresultaten voor: lamp',
        '<h1 class="page-title">Zoekresultaten voor: lamp</h1><div class="message notice"><div>Uw zoekopdracht leverde geen resultaten op.</div></div>',
      ),
    );
    app.get('/uitrusting.html', (c) =>
      page(
        c,
        'catalog-category-view page-products',
        'Uitrusting',
        `<h1 class="page-title">Uitrusting</h1><div class="toolbar"><select id="sorter" class="sorter-options"><option value="position">Positie</option></select></div><ol class="products list items product-items">${products
          .map(
            (product) =>
              `<li class="item product product-item"><div class="product-item-info"><strong class="product name product-item-name"><a class="product-item-link" href="${urlOf(product)}">${product.name}</a></strong>${priceBox(product)}<div class="actions-primary"><form data-role="tocart-form" data-product-sku="${product.sku}" action="${uenc(product)}" method="post">${hiddens(product)}<input type="hidden" name="uenc" value="aHR0"><button type="submit" title="In winkelwagen" class="action tocart primary"><span>In winkelwagen</span></button></form></div><a href="#" class="action towishlist" title="Aan verlanglijst toevoegen" data-post='{"action":"${origin}/wishlist/index/add/","data":{"product":"${product.id}"}}'><span>Aan verlanglijst toevoegen</span></a><a href="#" class="action tocompare" data-post='{"action":"${origin}/catalog/product_compare/add/","data":{"product":"${product.id}"}}'><span>Vergelijken</span></a></div></li>`,
          )
          .join('')}</ol>`,
      ),
    );
    for (const product of products)
      app.get(`/${product.slug}.html`, (c) =>
        page(
          c,
          `catalog-product-view product-${product.slug}`,
          product.name,
          `<div class="column main" itemscope itemtype="http://schema.org/Product"><div class="product-info-main"><div class="page-title-wrapper product"><h1 class="page-title"><span class="base" data-ui-id="page-title-wrapper" itemprop="name">${product.name}</span></h1></div><div class="product-info-price">${priceBox(product, true)}<div class="stock available"><span>Op voorraad</span></div><div class="product attribute sku"><strong class="type">SKU</strong><div class="value" itemprop="sku">${product.sku}</div></div></div>
<div class="product-add-form"><form data-product-sku="${product.sku}" action="${uenc(product)}" method="post" id="product_addtocart_form">${hiddens(product)}<input type="hidden" name="selected_configurable_option" value=""><input type="hidden" name="related_product" value=""><input type="hidden" name="item" value="${product.id}">${product === tee ? '<div class="swatch-attribute size"><select name="super_attribute[144]"><option value="">Kies maat</option><option value="166">M</option></select></div>' : ''}<div class="field qty"><label for="qty">Aantal</label><input type="number" name="qty" id="qty" min="0" value="1" class="input-text qty"></div><button type="submit" title="In winkelwagen" class="action primary tocart" id="product-addtocart-button"><span>In winkelwagen</span></button></form></div>
<a href="#" class="action towishlist" data-post='{"action":"${origin}/wishlist/index/add/","data":{"product":"${product.id}"}}'><span>Aan verlanglijst toevoegen</span></a></div>
<form id="review-form" class="review-form" method="post" action="${origin}/review/product/post/"><input name="nickname"><textarea name="detail"></textarea><button class="action submit primary"><span>Beoordeling plaatsen</span></button></form></div>`,
          `<meta property="og:type" content="product"><meta property="og:title" content="${product.name}"><meta property="product:price:amount" content="${product.price / 100}"><meta property="product:price:currency" content="EUR">`,
        ),
      );
    app.get('/customer/section/load/', (c) => {
      const cart = cartOf(c);
      const messages = cart.message ? [cart.message] : [];
      cart.message = undefined;
      return c.json({
        cart: {
          summary_count: count(cart.lines),
          subtotalAmount: sumOf(cart.lines) / 100,
          subtotal: span(sumOf(cart.lines)),
          possible_onepage_checkout: true,
          items: cart.lines.map(({ product, quantity }, at) => ({
            item_id: String(900 + at),
            product_id: product.id,
            product_sku: product.sku,
            product_name: product.name,
            product_url: urlOf(product),
            qty: quantity,
            product_price: span(product.price),
            product_price_value: product.price / 100,
          })),
          data_id: Date.now(),
        },
        messages: { messages, data_id: Date.now() },
      });
    });
    app.post('/checkout/cart/add/*', async (c) => {
      const cart = cartOf(c);
      const form = await c.req.parseBody();
      const product = products.find(({ id }) => id === form.product)!;
      await pause(200);
      if (product === tee && !form['super_attribute[144]']) {
        cart.message = { type: 'notice', text: 'U moet opties kiezen voor uw artikel.' };
        return c.json({ backUrl: urlOf(product) });
      }
      if (product.soldOut) {
        cart.message = { type: 'error', text: 'Het gevraagde aantal is niet beschikbaar' };
        return c.json({ backUrl: urlOf(product) });
      }
      add(cart.lines, product, Number(form.qty ?? 1));
      cart.message = {
        type: 'success',
        text: `U hebt ${product.name} toegevoegd aan uw <a href="/checkout/cart/">winkelwagen</a>.`,
      };
      return c.json([]);
    });
    app.post('/checkout/sidebar/removeItem/', async (c) => {
      const { item_id } = await c.req.parseBody();
      cartOf(c).lines.splice(Number(item_id) - 900, 1);
      return c.json({ success: true });
    });
    const says = (text: string, to: string) => (c: Context) => {
      cartOf(c).message = { type: 'success', text };
      return c.redirect(to);
    };
    app.post('/wishlist/index/add/', (c) => c.redirect('/customer/account/login/'));
    app.post(
      '/catalog/product_compare/add/',
      says('U hebt een product toegevoegd aan de vergelijking.', '/uitrusting.html'),
    );
    app.post('/newsletter/subscriber/new/', says('Bedankt voor uw inschrijving.', '/'));
    app.post('/review/product/post/', says('U hebt uw beoordeling ter goedkeuring ingediend.', `/${bag.slug}.html`));
    app.get('/customer/account/login/', (c) =>
      page(
        c,
        'customer-account-login',
        'Klantlogin',
        '<h1 class="page-title">Klantlogin</h1><form class="form form-login" action="/customer/account/loginPost/" method="post" id="login-form"><input name="login[username]" type="email"><input name="login[password]" type="password"><button type="submit" class="action login primary"><span>Inloggen</span></button></form>',
      ),
    );
    app.post('/customer/account/loginPost/', (c) => {
      cartOf(c).message = { type: 'error', text: 'Het inloggen is mislukt.' };
      return c.redirect('/customer/account/login/');
    });
    app.get('/checkout/cart/', (c) => {
      const { lines } = cartOf(c);
      return page(
        c,
        'checkout-cart-index',
        'Winkelwagen',
        lines.length
          ? `<h1 class="page-title">Winkelwagen</h1><div class="cart-container"><div class="cart-summary"><strong class="summary title">Samenvatting</strong><table class="data table totals"><tr class="totals sub"><th>Subtotaal</th><td>${span(sumOf(lines))}</td></tr><tr class="grand totals"><th>Totaalbedrag</th><td><strong>${span(sumOf(lines))}</strong></td></tr></table><button type="button" data-role="proceed-to-checkout" title="Ga verder naar afrekenen" class="action primary checkout"><span>Ga verder naar afrekenen</span></button></div>
<form action="${origin}/checkout/cart/updatePost/" method="post" id="form-validate" class="form form-cart"><table id="shopping-cart-table" class="cart items data table"><thead><tr><th>Artikel</th><th>Prijs</th><th>Aantal</th><th>Subtotaal</th></tr></thead>${lines
              .map(
                ({ product, quantity }, at) =>
                  `<tbody class="cart item"><tr class="item-info"><td class="col item"><strong class="product-item-name"><a href="${urlOf(product)}">${product.name}</a></strong></td><td class="col price"><span class="cart-price">${span(product.price)}</span></td><td class="col qty"><input name="cart[${900 + at}][qty]" data-cart-item-id="${product.sku}" value="${quantity}" type="number"></td><td class="col subtotal"><span class="cart-price">${span(product.price * quantity)}</span></td></tr><tr class="item-actions"><td colspan="4"><a href="${origin}/checkout/cart/configure/id/${900 + at}/product_id/${product.id}/" class="action action-edit"><span>Bewerken</span></a><a href="#" title="Artikel verwijderen" class="action action-delete" data-post='{"action":"${origin}/checkout/cart/delete/","data":{"id":"${900 + at}","uenc":"aHR0"}}'><span>Artikel verwijderen</span></a></td></tr></tbody>`,
              )
              .join(
                '',
              )}</table><button type="submit" name="update_cart_action" value="empty_cart" class="action clear"><span>Winkelwagen leegmaken</span></button><button type="submit" name="update_cart_action" value="update_qty" class="action update"><span>Winkelwagen bijwerken</span></button></form>
<form id="discount-coupon-form" action="${origin}/checkout/cart/couponPost/" method="post"><input name="coupon_code" placeholder="Kortingscode"><button class="action apply primary" type="button" onclick="this.form.submit()"><span>Korting toepassen</span></button></form></div>`
          : '<h1 class="page-title">Winkelwagen</h1><div class="cart-empty"><p>U hebt geen artikelen in uw winkelwagen.</p></div>',
      );
    });
    app.post('/checkout/cart/delete/', async (c) => {
      const { id } = await c.req.parseBody();
      cartOf(c).lines.splice(Number(id) - 900, 1);
      return c.redirect('/checkout/cart/');
    });
    app.post('/checkout/cart/updatePost/', async (c) => {
      const form = await c.req.parseBody();
      for (const [at, line] of cartOf(c).lines.entries()) line.quantity = Number(form[`cart[${900 + at}][qty]`]);
      return c.redirect('/checkout/cart/');
    });
    app.post('/checkout/cart/couponPost/', (c) => {
      cartOf(c).message = { type: 'error', text: 'De kortingscode "X" is niet geldig.' };
      return c.redirect('/checkout/cart/');
    });
    const totals = (lines: Line[], shipping: number) => ({
      grand_total: (sumOf(lines) + shipping) / 100,
      subtotal: sumOf(lines) / 100,
      shipping_amount: shipping / 100,
      base_currency_code: 'EUR',
      quote_currency_code: 'EUR',
      items: lines.map(({ product, quantity }, at) => ({
        item_id: 900 + at,
        name: product.name,
        price: product.price / 100,
        qty: quantity,
        row_total: (product.price * quantity) / 100,
      })),
    });
    app.get('/checkout/', (c) => {
      const { lines } = cartOf(c);
      if (!lines.length) return c.redirect('/checkout/cart/');
      const config = {
        quoteData: { entity_id: 'mZ81', quote_currency_code: 'EUR' },
        quoteItemData: lines.map(({ product, quantity }, at) => ({
          item_id: 900 + at,
          product_id: product.id,
          sku: product.sku,
          name: product.name,
          price: product.price / 100,
          qty: quantity,
          row_total: (product.price * quantity) / 100,
        })),
        totalsData: totals(lines, 0),
      };
      return c.html(
        `<!doctype html><html lang="nl"><head><title>Afrekenen</title>${tag}</head><body class="checkout-index-index"><a class="logo" href="${origin}/">LUMA</a><h1 class="page-title">Afrekenen</h1><div id="checkout"></div><script>window.checkoutConfig = ${inline(config)};${checkout}</script></body></html>`,
      );
    });
    app.post('/rest/nl/V1/customers/isEmailAvailable', (c) => c.json(true));
    app.post('/rest/nl/V1/guest-carts/:id/:what', async (c) => {
      const cart = cartOf(c);
      const what = c.req.param('what');
      await pause(200);
      if (what === 'estimate-shipping-methods')
        return c.json([{ carrier_code: 'flatrate', method_code: 'flatrate', amount: SHIPPING / 100 }]);
      if (what === 'totals-information') return c.json(totals(cart.lines, SHIPPING));
      if (what === 'shipping-information')
        return c.json({
          payment_methods: [{ code: 'checkmo', title: 'Overschrijving' }],
          totals: totals(cart.lines, SHIPPING),
        });
      if (!cart.tries++) return c.json({ message: 'De transactie is geweigerd. Probeer het later opnieuw.' }, 400);
      Object.assign(cart, { lines: [], order: ORDER });
      return c.json('57');
    });
    app.get('/checkout/onepage/success/', (c) => {
      const cart = cartOf(c);
      if (!cart.order) return c.redirect('/checkout/cart/');
      cart.order = undefined;
      return page(
        c,
        'checkout-onepage-success',
        'Bedankt voor uw bestelling!',
        `<h1 class="page-title"><span class="base">Bedankt voor uw bestelling!</span></h1><div class="checkout-success"><p>Uw bestelnummer is: <span>${ORDER}</span>.</p><p>We sturen u een bevestiging per e-mail met details en trackinginformatie.</p><div class="actions-toolbar"><a class="action primary continue" href="${origin}/"><span>Verder winkelen</span></a></div></div>`,
      );
    });

    const success = '.page.messages .message-success';
    const quiet = (tab: Page) => tab.waitForLoadState('networkidle');
    const go = (product: Product) => (tab: Page) => tab.goto(urlOf(product)).then(() => quiet(tab));
    return {
      apps: { shop: app },
      walk: [
        step('komt van een zoekmachine', (tab) => tab.goto(`${origin}/`, { referer: 'https://duckduckgo.com/' }), {
          name: 'landing',
        }),
        step('zoekt vergeefs', fill({ '#search': 'lamp' }, press('.action.search'))),
        step('opent een categorie', press('header a[href$="/uitrusting.html"]'), { name: 'view_item_list' }),
        step('vergelijkt de tas', press('.tocompare >> nth=0'), optional('view_item_list')),
        step(
          'legt de tas van de lijst in de wagen',
          until('.product-item >> nth=0 >> .tocart', success),
          pieces('add_to_cart', 'EUR', [bag, 1]),
        ),
        step(
          'wil een hoodie van de lijst en moet een maat kiezen',
          press(`[data-product-sku="${tee.sku}"] .tocart`),
          optional('view_item'),
        ),
        step(
          'kiest de maat en legt hem in de wagen',
          async (tab) => {
            await tab.selectOption('[name="super_attribute[144]"]', '166');
            await until('#product-addtocart-button', success)(tab);
          },
          pieces('add_to_cart', 'EUR', [tee, 1]),
        ),
        step('opent het horloge', go(watch), pieces('view_item', 'EUR', [watch, 1])),
        step(
          'legt twee horloges in de wagen',
          fill({ '#qty': '2' }, until('#product-addtocart-button', success)),
          pieces('add_to_cart', 'EUR', [watch, 2]),
        ),
        step('wil het horloge bewaren en moet inloggen', press('.towishlist')),
        step(
          'logt verkeerd in',
          fill({ '[name="login[username]"]': 'a@b.example', '[name="login[password]"]': 'x' }, press('.action.login')),
        ),
        step('opent de fles', go(bottle), pieces('view_item', 'EUR', [bottle, 1])),
        step('krijgt geen fles', press('#product-addtocart-button'), optional('view_item')),
        step('abonneert zich op de nieuwsbrief', fill({ '#newsletter': 'a@b.example' }, press('.action.subscribe')), {
          name: 'generate_lead',
          form_kind: 'newsletter',
        }),
        step('opent de kleine wagen', until('.showcart', '.block-minicart:not([hidden])'), {
          ...pieces('view_cart', 'EUR', [bag, 1], [tee, 1], [watch, 2]),
        }),
        step(
          'verwijdert de hoodie daarin',
          (tab) =>
            tab
              .click('#mini-cart .action.delete >> nth=1')
              .then(() => tab.waitForFunction(() => document.querySelectorAll('#mini-cart li').length === 2)),
          pieces('remove_from_cart', 'EUR', [tee, 1]),
        ),
        step(
          'opent de winkelwagen',
          (tab) => press('.action.viewcart')(tab).then(() => quiet(tab)),
          pieces('view_cart', 'EUR', [bag, 1], [watch, 2]),
        ),
        step(
          'probeert een kortingscode',
          fill({ '[name=coupon_code]': 'X' }, press('.action.apply')),
          optional('view_cart'),
        ),
        step(
          'neemt twee tassen',
          fill({ '[name="cart[900][qty]"]': '2' }, press('[value=update_qty]')),
          { ...pieces('add_to_cart', 'EUR', [bag, 1]), optional: true },
          optional('view_cart'),
        ),
        step(
          'verwijdert de tassen',
          press('.action-delete >> nth=0'),
          pieces('remove_from_cart', 'EUR', [bag, 2]),
          optional('view_cart'),
        ),
        step(
          'gaat afrekenen',
          (tab) => press('[data-role=proceed-to-checkout]')(tab).then(() => tab.waitForSelector('#shipping')),
          pieces('begin_checkout', 'EUR', [watch, 2]),
        ),
        step(
          'typt het adres',
          fill({ '#customer-email': 'a@b.example', '[name=postcode]': '1011AB', '[name=city]': 'Amsterdam' }, quiet),
        ),
        step('gaat verder', until('[data-role=opc-continue]', '#payment'), { name: 'add_shipping_info' }),
        step('wordt geweigerd', until('#payment button', '[role=alert]:not([hidden])'), optional('add_payment_info')),
        step(
          'bestelt',
          press('#payment button'),
          optional('add_payment_info'),
          byName(order('EUR', { id: ORDER, total: 2 * watch.price + SHIPPING, shipping: SHIPPING }, [watch, 2])),
        ),
        step('laadt opnieuw en komt in de lege wagen', (tab) => tab.reload(), optional('view_cart')),
        step('gaat naar het begin', press('a.logo'), optional('view_cart')),
      ],
    };
  },
};

export default platform;
