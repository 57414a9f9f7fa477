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
  step,
  sumOf,
  until,
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { byName, inline } from '../spa.ts';

const lamp = good('41', 'LMP-3', 'Lampada da tavolo Luna', 'lampada-luna', 118_000);
const cup = good('42', 'TZZ-1', 'Tazzina in gres', 'tazzina-in-gres', 1290);
const tray = { ...good('43', 'VAS-7', 'Vassoio in rame', 'vassoio-in-rame', 5450), soldOut: true };
const shirt = { ...good('44', 'GRM', 'Grembiule', 'grembiule', 3900), others: ['441', '442', 'GRM-M'] };
const course = good('45', 'CRS', 'Corso di ceramica', 'corso-di-ceramica', 9000);
const products = [lamp, cup, tray, shirt, course];
const SHIPPING = 700;

const euro = (minor: number) =>
  `<span class="woocommerce-Price-amount amount"><bdi>${new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 }).format(minor / 100)}<span class="woocommerce-Price-currencySymbol">&euro;</span></bdi></span>`;

/** jQuery: cards that add by `wc-ajax`, a cart that swaps itself and has the small one follow, a checkout that saves while it is typed. */
const client = `${AJAX}
const urlencoded = (form, ...more) => new URLSearchParams([...new FormData(form), ...more]).toString();
const fragments = (data) => { for (const [selector, html] of Object.entries(data.fragments)) for (const element of document.querySelectorAll(selector)) element.outerHTML = html; };
const swap = (html) => { const page = new DOMParser().parseFromString(html, 'text/html'); document.querySelector('main').innerHTML = page.querySelector('main').innerHTML; refresh(); };
const refresh = () => ajax('POST', '/?wc-ajax=get_refreshed_fragments', 'time=1', fragments);
document.addEventListener('click', (event) => {
  const button = event.target.closest('.ajax_add_to_cart');
  if (button) {
    event.preventDefault();
    button.classList.remove('added');
    button.classList.add('loading');
    ajax('POST', '/?wc-ajax=add_to_cart', 'product_sku=' + button.dataset.product_sku + '&product_id=' + button.dataset.product_id + '&quantity=1&success_message=' + encodeURIComponent(button.dataset.success_message), (data) => {
      if (data.error) return void (location = data.product_url);
      button.classList.remove('loading');
      button.classList.add('added');
      if (!button.nextElementSibling) button.insertAdjacentHTML('afterend', '<a href="/carrello/" class="added_to_cart wc-forward" title="Visualizza carrello">Visualizza carrello</a>');
      fragments(data);
    });
  }
  const gone = event.target.closest('.product-remove a.remove');
  if (gone) { event.preventDefault(); ajax('GET', gone.href, null, swap); }
  const mini = event.target.closest('.remove_from_cart_button');
  if (mini) { event.preventDefault(); ajax('POST', '/?wc-ajax=remove_from_cart', 'cart_item_key=' + mini.dataset.cart_item_key, fragments); }
  if (event.target.closest('.single_add_to_cart_button.disabled')) { event.preventDefault(); alert('Seleziona le opzioni del prodotto.'); }
});
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.matches('.woocommerce-cart-form')) { event.preventDefault(); ajax('POST', form.action, urlencoded(form, [event.submitter.name, event.submitter.value]), swap); }
  if (form.matches('form.checkout')) {
    event.preventDefault();
    ajax('POST', '/?wc-ajax=checkout', urlencoded(form), (data) => {
      if (data.result === 'success') location = decodeURI(data.redirect);
      else { document.querySelector('.woocommerce-NoticeGroup')?.remove(); form.insertAdjacentHTML('afterbegin', '<div class="woocommerce-NoticeGroup woocommerce-NoticeGroup-checkout">' + data.messages + '</div>'); }
    });
  }
});
document.addEventListener('change', ({ target }) => {
  if (target.matches('form.checkout .input-text')) ajax('POST', '/?wc-ajax=update_order_review', 'country=IT&' + target.name + '=' + encodeURIComponent(target.value), fragments);
  if (target.name === 'attribute_pa_taglia') { target.form.variation_id.value = { m: 441, l: 442 }[target.value] ?? 0; target.form.querySelector('button').classList.toggle('disabled', !target.value); target.form.querySelector('.woocommerce-variation-price').innerHTML = target.value ? '<span class="price">${euro(3900).replaceAll('"', '\\"')}</span>' : ''; }
});
refresh();`;

const platform: Platform = {
  name: 'WooCommerce, classic templates',
  family: 'native',
  hosts: ['academy'],
  open: ({ shop: origin, academy }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<{ lines: Line[]; notices: string[] }>(() => ({ lines: [], notices: [] }), 'wp_woo');
    const orders: Line[][] = [];
    const keyOf = ({ id }: Product) => `d645920e39${id}`;
    const count = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const success = (text: string) => `<div class="woocommerce-message" role="alert">${text}</div>`;
    const failure = (text: string) => `<ul class="woocommerce-error" role="alert"><li>${text}</li></ul>`;

    const mini = (lines: Line[]) =>
      `<div class="widget_shopping_cart_content">${
        lines.length
          ? `<ul class="woocommerce-mini-cart cart_list product_list_widget">${lines.map(({ product, quantity }) => `<li class="woocommerce-mini-cart-item mini_cart_item"><a href="/carrello/?remove_item=${keyOf(product)}" class="remove remove_from_cart_button" aria-label="Rimuovi ${product.name} dal carrello" data-product_id="${product.id}" data-cart_item_key="${keyOf(product)}" data-product_sku="${product.sku}">&times;</a> <a href="/prodotto/${product.slug}/">${product.name}</a> <span class="quantity">${quantity} &times; ${euro(product.price)}</span></li>`).join('')}</ul><p class="woocommerce-mini-cart__total total"><strong>Subtotale:</strong> ${euro(sumOf(lines))}</p><p class="woocommerce-mini-cart__buttons buttons"><a href="/carrello/" class="button wc-forward">Visualizza carrello</a><a href="/cassa/" class="button checkout wc-forward">Pagamento</a></p>`
          : '<p class="woocommerce-mini-cart__empty-message">Nessun prodotto nel carrello.</p>'
      }</div>`;
    const link = (lines: Line[]) =>
      `<a class="cart-contents" href="/carrello/" title="Visualizza carrello">${euro(sumOf(lines))} <span class="count">${count(lines)} articoli</span></a>`;
    const fragments = (lines: Line[]) => ({
      fragments: { 'div.widget_shopping_cart_content': mini(lines), 'a.cart-contents': link(lines) },
      cart_hash: `h${count(lines)}${sumOf(lines)}`,
    });
    const page = (context: Context, kind: string, title: string, body: string, head = '') => {
      const { lines, notices } = cartOf(context);
      return context.html(`<!doctype html><html lang="it-IT"><head><title>${title} – Bottega</title><meta name="generator" content="WooCommerce 9.1">${head}<script>var wc_add_to_cart_params = { wc_ajax_url: '/?wc-ajax=%%endpoint%%' };</script>${tag}</head><body class="${kind} woocommerce-page theme-storefront">
<header id="masthead"><a href="/">Bottega</a><a href="/negozio/">Negozio</a><a href="/mio-account/">Il mio account</a><form role="search" method="get" class="woocommerce-product-search" action="/"><input type="search" class="search-field" name="s" placeholder="Cerca prodotti…"><button type="submit" value="Cerca">Cerca</button><input type="hidden" name="post_type" value="product"></form>
<ul id="site-header-cart" class="site-header-cart menu"><li>${link(lines)}</li><li><div class="widget woocommerce widget_shopping_cart">${mini(lines)}</div></li></ul></header>
<main id="main"><div class="woocommerce-notices-wrapper">${notices.splice(0).join('')}</div>${body}</main><script>${client}</script></body></html>`);
    };
    const card = (product: Product) => {
      const { id, sku, name, slug, price } = product;
      const button =
        product === shirt
          ? `<a href="/prodotto/${slug}/" data-quantity="1" class="button product_type_variable add_to_cart_button" data-product_id="${id}" data-product_sku="${sku}" aria-label="Seleziona le opzioni per “${name}”" rel="nofollow">Scegli</a>`
          : product === course
            ? `<a href="${academy}/corso" class="button product_type_external" data-product_id="${id}" rel="nofollow">Iscriviti</a>`
            : `<a href="?add-to-cart=${id}" data-quantity="1" class="button product_type_simple add_to_cart_button ajax_add_to_cart" data-product_id="${id}" data-product_sku="${sku}" aria-label="Aggiungi al carrello: “${name}”" rel="nofollow" data-success_message="“${name}” è stato aggiunto al tuo carrello">Aggiungi al carrello</a>`;
      return `<li class="product type-product post-${id} ${product.soldOut ? 'outofstock' : 'instock'}"><a href="/prodotto/${slug}/" class="woocommerce-LoopProduct-link woocommerce-loop-product__link"><h2 class="woocommerce-loop-product__title">${name}</h2><span class="price">${product === cup ? `<del aria-hidden="true">${euro(1590)}</del> <span class="screen-reader-text">Il prezzo originale era: 15,90€.</span> <ins>${euro(price)}</ins>` : euro(price)}</span></a>${button}</li>`;
    };
    app.get('/', (c) => {
      if (c.req.query('s'))
        return page(
          c,
          'search',
          'Ricerca',
          '<h1>Risultati</h1><p class="woocommerce-info">Nessun prodotto trovato.</p>',
        );
      return page(c, 'home', 'Bottega', '<h1>Fatto a mano</h1>');
    });
    app.get('/negozio/', (c) =>
      page(
        c,
        'archive post-type-archive-product woocommerce',
        'Negozio',
        `<h1 class="woocommerce-products-header__title page-title">Negozio</h1><form class="woocommerce-ordering" method="get"><select name="orderby" class="orderby" onchange="this.form.submit()"><option value="menu_order">Predefinito</option><option value="price">Prezzo</option></select></form><ul class="products columns-3">${products.map(card).join('')}</ul>`,
      ),
    );
    const show = (c: Context, product: Product) => {
      const { id, sku, name, slug, price } = product;
      const unit = { '@type': 'UnitPriceSpecification', price: (price / 100).toFixed(2), priceCurrency: 'EUR' };
      const data = {
        '@context': 'https://schema.org/',
        '@type': 'Product',
        '@id': `${origin}/prodotto/${slug}/#product`,
        name,
        sku,
        offers: [{ '@type': 'Offer', priceSpecification: [unit], availability: 'http://schema.org/InStock' }],
      };
      const button = `single_add_to_cart_button button alt`;
      const form =
        product === shirt
          ? `<form class="variations_form cart" action="/prodotto/${slug}/" method="post" enctype="multipart/form-data" data-product_id="${id}" data-product_variations='${inline([{ variation_id: 441, display_price: 39, sku: 'GRM-M', is_in_stock: true, attributes: { attribute_pa_taglia: 'm' } }])}'><table class="variations"><tr><th><label for="t">Taglia</label></th><td><select id="t" name="attribute_pa_taglia"><option value="">Scegli un'opzione</option><option value="m">M</option><option value="l">L</option></select></td></tr></table><div class="single_variation_wrap"><div class="woocommerce-variation-price"></div><input type="number" name="quantity" value="1" class="qty"><button type="submit" class="${button} disabled wc-variation-selection-needed">Aggiungi al carrello</button><input type="hidden" name="add-to-cart" value="${id}"><input type="hidden" name="product_id" value="${id}"><input type="hidden" name="variation_id" class="variation_id" value="0"></div></form>`
          : product === course
            ? `<form class="cart" action="${academy}/corso" method="get"><button type="submit" class="${button}">Iscriviti</button></form>`
            : `<form class="cart" action="/prodotto/${slug}/" method="post" enctype="multipart/form-data"><div class="quantity"><label class="screen-reader-text" for="q">${name} quantità</label><input type="number" id="q" class="input-text qty text" name="quantity" value="1"></div><button type="submit" name="add-to-cart" value="${id}" class="${button}">Aggiungi al carrello</button></form>`;
      return page(
        c,
        `single single-product postid-${id} woocommerce`,
        name,
        `<div id="product-${id}" class="product type-product"><div class="summary entry-summary"><h1 class="product_title entry-title">${name}</h1><p class="price">${product === cup ? `<del>${euro(1590)}</del> <ins>${euro(price)}</ins>` : euro(price)}</p>${form}<div class="product_meta"><span class="sku_wrapper">COD: <span class="sku">${sku}</span></span></div></div>
<div id="reviews"><form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form"><textarea name="comment"></textarea><input name="author"><input type="email" name="email"><input name="submit" type="submit" id="submit" class="submit" value="Invia"></form></div>
<section class="related products"><h2>Prodotti correlati</h2><ul class="products">${products
          .filter((other) => other !== product)
          .slice(0, 2)
          .map(card)
          .join('')}</ul></section></div>`,
        `<script type="application/ld+json">${inline(data)}</script>`,
      );
    };
    app.get('/prodotto/:slug/', (c) => show(c, products.find(({ slug }) => slug === c.req.param('slug'))!));
    app.post('/prodotto/:slug/', async (c) => {
      const cart = cartOf(c);
      const form = await c.req.parseBody();
      const product = products.find(({ id }) => id === form['add-to-cart'])!;
      const quantity = Number(form.quantity);
      if (product.soldOut || quantity > 6)
        cart.notices.push(failure(`Non puoi aggiungere questa quantità di «${product.name}»: non è disponibile.`));
      else {
        add(cart.lines, product, quantity);
        cart.notices.push(
          success(
            `<a href="/carrello/" class="button wc-forward">Visualizza carrello</a> “${product.name}” è stato aggiunto al tuo carrello.`,
          ),
        );
      }
      return show(c, product);
    });
    app.post('/wp-comments-post.php', (c) => c.redirect(c.req.header('referer')!));

    app.post('/', async (c) => {
      const { lines, notices } = cartOf(c);
      const form = (await c.req.parseBody()) as Record<string, string>;
      const what = c.req.query('wc-ajax');
      await pause(150);
      if (what === 'add_to_cart') {
        const product = products.find(({ id }) => id === form.product_id)!;
        if (product.soldOut) {
          notices.push(failure(`“${product.name}” non può essere aggiunto perché è esaurito.`));
          return c.json({ error: true, product_url: `/prodotto/${product.slug}/` });
        }
        add(lines, product, 1);
      }
      if (what === 'remove_from_cart')
        lines.splice(
          lines.findIndex(({ product }) => keyOf(product) === form.cart_item_key),
          1,
        );
      if (what === 'checkout') {
        if (!form.billing_postcode)
          return c.json({
            result: 'failure',
            messages: failure('<strong>CAP di fatturazione</strong> è un campo obbligatorio.'),
            refresh: false,
            reload: false,
          });
        orders.push([...lines]);
        lines.length = 0;
        return c.json({
          result: 'success',
          order_id: 57,
          redirect: `${origin}/cassa/ordine-ricevuto/57/?key=wc_order_aB3`,
        });
      }
      if (what === 'update_order_review')
        return c.json({
          result: 'success',
          messages: '',
          reload: false,
          fragments: { '.woocommerce-checkout-review-order-table': review(lines) },
        });
      return c.json(fragments(lines));
    });
    app.get('/carrello/', (c) => {
      const cart = cartOf(c);
      const gone = c.req.query('remove_item');
      if (gone) {
        const removed = cart.lines.find(({ product }) => keyOf(product) === gone);
        cart.lines = cart.lines.filter((line) => line !== removed);
        if (removed)
          cart.notices.push(
            success(
              `“${removed.product.name}” rimosso. <a href="/carrello/?undo_item=${gone}" class="restore-item">Annullare?</a>`,
            ),
          );
      }
      const undone = products.find((product) => keyOf(product) === c.req.query('undo_item'));
      if (undone) add(cart.lines, undone, 1);
      const { lines } = cart;
      return page(
        c,
        'woocommerce-cart',
        'Carrello',
        lines.length
          ? `<h1 class="entry-title">Carrello</h1><form class="woocommerce-cart-form" action="/carrello/" method="post"><table class="shop_table cart woocommerce-cart-form__contents"><thead><tr><th></th><th>Prodotto</th><th>Prezzo</th><th>Quantità</th><th>Subtotale</th></tr></thead><tbody>${lines
              .map(
                ({ product, quantity }) =>
                  `<tr class="woocommerce-cart-form__cart-item cart_item"><td class="product-remove"><a href="${origin}/carrello/?remove_item=${keyOf(product)}&amp;_wpnonce=1" class="remove" aria-label="Rimuovi ${product.name} dal carrello" data-product_id="${product.id}" data-product_sku="${product.sku}">&times;</a></td><td class="product-name" data-title="Prodotto"><a href="/prodotto/${product.slug}/">${product.name}</a></td><td class="product-price" data-title="Prezzo">${euro(product.price)}</td><td class="product-quantity" data-title="Quantità"><input type="number" class="input-text qty text" name="cart[${keyOf(product)}][qty]" value="${quantity}"></td><td class="product-subtotal" data-title="Subtotale">${euro(product.price * quantity)}</td></tr>`,
              )
              .join(
                '',
              )}<tr><td colspan="5" class="actions"><div class="coupon"><input type="text" name="coupon_code" class="input-text" placeholder="Codice promozionale"><button type="submit" class="button" name="apply_coupon" value="Applica codice promozionale">Applica codice promozionale</button></div><button type="submit" class="button" name="update_cart" value="Aggiorna carrello">Aggiorna carrello</button></td></tr></tbody></table></form><div class="cart-collaterals"><div class="cart_totals"><h2>Totale carrello</h2><table class="shop_table"><tr class="cart-subtotal"><th>Subtotale</th><td>${euro(sumOf(lines))}</td></tr><tr class="woocommerce-shipping-totals shipping"><th>Spedizione</th><td>Tariffa unica: ${euro(SHIPPING)}</td></tr><tr class="order-total"><th>Totale</th><td><strong>${euro(sumOf(lines) + SHIPPING)}</strong></td></tr></table><div class="wc-proceed-to-checkout"><a href="/cassa/" class="checkout-button button alt wc-forward">Concludi l'ordine</a></div></div></div>`
          : '<h1 class="entry-title">Carrello</h1><p class="cart-empty woocommerce-info">Il tuo carrello è vuoto.</p>',
      );
    });
    app.post('/carrello/', async (c) => {
      const cart = cartOf(c);
      const form = await c.req.parseBody();
      if ('apply_coupon' in form) cart.notices.push(failure('Il codice promozionale “x” non esiste!'));
      else {
        for (const line of cart.lines) line.quantity = Number(form[`cart[${keyOf(line.product)}][qty]`]);
        cart.notices.push(success('Carrello aggiornato.'));
      }
      return c.redirect('/carrello/');
    });
    const review = (lines: Line[]) =>
      `<table class="shop_table woocommerce-checkout-review-order-table"><thead><tr><th class="product-name">Prodotto</th><th class="product-total">Subtotale</th></tr></thead><tbody>${lines.map(({ product, quantity }) => `<tr class="cart_item"><td class="product-name">${product.name}&nbsp;<strong class="product-quantity">&times;&nbsp;${quantity}</strong></td><td class="product-total">${euro(product.price * quantity)}</td></tr>`).join('')}</tbody><tfoot><tr class="cart-subtotal"><th>Subtotale</th><td>${euro(sumOf(lines))}</td></tr><tr class="shipping"><th>Spedizione</th><td>Tariffa unica: ${euro(SHIPPING)}</td></tr><tr class="order-total"><th>Totale</th><td><strong>${euro(sumOf(lines) + SHIPPING)}</strong></td></tr></tfoot></table>`;
    app.get('/cassa/', (c) =>
      page(
        c,
        'woocommerce-checkout',
        'Cassa',
        `<h1 class="entry-title">Cassa</h1><div class="woocommerce-form-coupon-toggle">Hai un codice promozionale?</div><form name="checkout" method="post" class="checkout woocommerce-checkout" action="/cassa/"><h3>Dettagli di fatturazione</h3><input class="input-text" name="billing_first_name" placeholder="Nome"><input class="input-text" name="billing_postcode" placeholder="CAP"><input type="email" class="input-text" name="billing_email" placeholder="Indirizzo email"><h3 id="order_review_heading">Il tuo ordine</h3><div id="order_review" class="woocommerce-checkout-review-order">${review(cartOf(c).lines)}<div id="payment"><input type="radio" name="payment_method" value="cod" checked> Pagamento alla consegna<button type="submit" class="button alt" name="woocommerce_checkout_place_order" id="place_order" value="Effettua ordine">Effettua ordine</button></div></div></form>`,
      ),
    );
    app.get('/cassa/order-pay/:id/', (c) =>
      page(
        c,
        'woocommerce-checkout woocommerce-order-pay',
        'Paga l’ordine',
        `<h1>Paga l'ordine</h1><form id="order_review" method="post">${review(orders[0]!)}<button type="submit" class="button alt" id="place_order">Paga l'ordine</button></form>`,
      ),
    );
    app.get('/cassa/ordine-ricevuto/:id/', (c) => {
      const lines = orders[0]!;
      return page(
        c,
        'woocommerce-checkout woocommerce-order-received',
        'Ordine ricevuto',
        `<h1 class="entry-title">Ordine ricevuto</h1><div class="woocommerce-order"><p class="woocommerce-notice woocommerce-notice--success woocommerce-thankyou-order-received">Grazie. Il tuo ordine è stato ricevuto.</p><ul class="woocommerce-order-overview woocommerce-thankyou-order-details order_details"><li class="woocommerce-order-overview__order order">Ordine numero: <strong>57</strong></li><li class="woocommerce-order-overview__date date">Data: <strong>25 Novembre 2026</strong></li><li class="woocommerce-order-overview__total total">Totale: <strong>${euro(sumOf(lines) + SHIPPING)}</strong></li></ul>
<table class="woocommerce-table woocommerce-table--order-details shop_table order_details"><thead><tr><th>Prodotto</th><th>Totale</th></tr></thead><tbody>${lines.map(({ product, quantity }) => `<tr class="woocommerce-table__line-item order_item"><td class="woocommerce-table__product-name product-name"><a href="/prodotto/${product.slug}/">${product.name}</a> <strong class="product-quantity">&times;&nbsp;${quantity}</strong></td><td class="woocommerce-table__product-total product-total">${euro(product.price * quantity)}</td></tr>`).join('')}</tbody><tfoot><tr><th scope="row">Subtotale:</th><td>${euro(sumOf(lines))}</td></tr><tr><th scope="row">Spedizione:</th><td>${euro(SHIPPING)}&nbsp;<small class="shipped_via">tramite Tariffa unica</small></td></tr><tr><th scope="row">Totale:</th><td>${euro(sumOf(lines) + SHIPPING)}</td></tr></tfoot></table></div>`,
      );
    });
    const account =
      '<h2>Accedi</h2><form class="woocommerce-form woocommerce-form-login login" method="post"><input name="username"><input type="password" name="password"><button type="submit" name="login" value="Accedi">Accedi</button></form><form method="post" class="woocommerce-form woocommerce-form-track-order track_order"><input name="orderid"><input name="order_email"><button name="track">Traccia</button></form>';
    app.get('/mio-account/', (c) => page(c, 'woocommerce-account', 'Il mio account', account));
    app.post('/mio-account/', (c) =>
      page(
        c,
        'woocommerce-account',
        'Il mio account',
        failure('<strong>Errore:</strong> password non corretta.') + account,
      ),
    );
    const school = new Hono();
    school.get('/corso', (c) => c.html('<!doctype html><title>Corso</title><h1>Corso di ceramica</h1>'));

    const go = (path: string) => (tab: Page) => tab.goto(origin + path).then(() => tab.waitForLoadState('networkidle'));
    const rows = (n: number) => (tab: Page) =>
      tab.waitForFunction((wanted) => document.querySelectorAll('main .cart_item').length === wanted, n);
    return {
      apps: { shop: app, academy: school },
      walk: [
        step(
          'arriva da un annuncio',
          (tab) => tab.goto(`${origin}/?gad_source=1&gclid=x`, { referer: 'https://www.google.it/' }),
          { name: 'landing' },
        ),
        step('cerca invano', fill({ '[name=s]': 'sedia' }, press('.woocommerce-product-search button'))),
        step('apre il negozio', go('/negozio/'), { name: 'view_item_list' }),
        step('lo ordina per prezzo', (tab) =>
          Promise.all([tab.waitForURL(/orderby/), tab.selectOption('[name=orderby]', 'price')]),
        ),
        step(
          'aggiunge una tazzina',
          until(`main [data-product_id="${cup.id}"]`, 'main .added_to_cart'),
          pieces('add_to_cart', 'EUR', [cup, 1]),
        ),
        step('non ottiene il vassoio, e ne vede la pagina', press(`main [data-product_id="${tray.id}"]`), {
          ...pieces('view_item', 'EUR', [tray, 1]),
          optional: true,
        }),
        step('torna al negozio', go('/negozio/'), optional('view_item_list')),
        step(
          'apre il grembiule per scegliere',
          press('.product_type_variable'),
          pieces('view_item', 'EUR', [shirt, 1]),
        ),
        step('non sceglie la taglia', (tab) => tab.click('.single_add_to_cart_button')),
        step(
          'sceglie M e lo aggiunge',
          (tab) =>
            tab.selectOption('[name=attribute_pa_taglia]', 'm').then(() => press('.single_add_to_cart_button')(tab)),
          pieces('add_to_cart', 'EUR', [shirt, 1]),
          optional('view_item'),
        ),
        step(
          'scrive una recensione',
          fill({ '[name=comment]': 'Bello', '#commentform [name=email]': 'a@b.example' }, press('#submit')),
          optional('view_item'),
        ),
        step('apre la lampada', go(`/prodotto/${lamp.slug}/`), pieces('view_item', 'EUR', [lamp, 1])),
        step(
          'ne vuole dieci, troppe',
          fill({ '[name=quantity]': '10' }, press('.single_add_to_cart_button')),
          optional('view_item'),
        ),
        step(
          'ne aggiunge due',
          fill({ '[name=quantity]': '2' }, press('.single_add_to_cart_button')),
          pieces('add_to_cart', 'EUR', [lamp, 2]),
          optional('view_item'),
        ),
        step('apre il corso', go(`/prodotto/${course.slug}/`), pieces('view_item', 'EUR', [course, 1])),
        step('va all’accademia, che è un altro sito', press('.single_add_to_cart_button')),
        step('sbaglia la password', async (tab) => {
          await go('/mio-account/')(tab);
          await fill({ '[name=username]': 'anna', '[name=password]': 'x' }, press('[name=login]'))(tab);
        }),
        step('apre il carrello', go('/carrello/'), pieces('view_cart', 'EUR', [cup, 1], [shirt, 1], [lamp, 2])),
        step(
          'toglie il grembiule',
          (tab) => tab.click(`.product-remove [data-product_id="${shirt.id}"]`).then(() => rows(2)(tab)),
          pieces('remove_from_cart', 'EUR', [shirt, 1]),
        ),
        step(
          'ci ripensa',
          (tab) => press('.restore-item')(tab).then(() => rows(3)(tab)),
          { ...pieces('add_to_cart', 'EUR', [shirt, 1]), optional: true },
          optional('view_cart'),
        ),
        step(
          'prova un codice che non esiste',
          fill({ '[name=coupon_code]': 'x' }, until('[name=apply_coupon]', '.woocommerce-error')),
        ),
        step(
          'vuole quattro tazzine',
          fill(
            { [`[name="cart[${keyOf(cup)}][qty]"]`]: '4' },
            until('[name=update_cart]', ':text("Carrello aggiornato")'),
          ),
          { ...pieces('add_to_cart', 'EUR', [cup, 3]), optional: true },
        ),
        step(
          'toglie la tazzina dal carrello piccolo',
          (tab) =>
            tab
              .click(`.remove_from_cart_button[data-product_id="${cup.id}"]`)
              .then(() => tab.waitForFunction(() => document.querySelectorAll('.mini_cart_item').length === 2)),
          pieces('remove_from_cart', 'EUR', [cup, 4]),
        ),
        step('va alla cassa', press('.checkout-button'), pieces('begin_checkout', 'EUR', [lamp, 2], [shirt, 1])),
        step('scrive il nome, che viene salvato', (tab) =>
          tab
            .fill('[name=billing_first_name]', 'Anna')
            .then(() => tab.press('[name=billing_first_name]', 'Tab'))
            .then(() => tab.waitForLoadState('networkidle')),
        ),
        step(
          'dimentica il CAP',
          until('#place_order', '.woocommerce-NoticeGroup'),
          optional('add_payment_info'),
          optional('add_shipping_info'),
        ),
        step(
          'ordina',
          fill({ '[name=billing_postcode]': '00184', '[name=billing_email]': 'a@b.example' }, press('#place_order')),
          optional('add_payment_info'),
          optional('add_shipping_info'),
          byName(
            order(
              'EUR',
              { id: '57', total: 2 * lamp.price + shirt.price + SHIPPING, shipping: SHIPPING },
              [lamp, 2],
              [shirt, 1],
            ),
          ),
        ),
        step('ricarica', (tab) => tab.reload()),
        step(
          'apre la pagina di pagamento dell’ordine',
          go('/cassa/order-pay/57/?pay_for_order=true&key=wc_order_aB3'),
          optional('begin_checkout'),
        ),
        step(
          'torna all’ordine dalla posta',
          (tab) =>
            tab.goto(`${origin}/cassa/ordine-ricevuto/57/?key=wc_order_aB3`, { referer: 'https://mail.google.com/' }),
          optional('landing'),
        ),
      ],
    };
  },
};

export default platform;
