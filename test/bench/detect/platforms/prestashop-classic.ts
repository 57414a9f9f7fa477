import { type Context, Hono } from 'hono';
import {
  AJAX,
  add,
  createCarts,
  fill,
  type follow,
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

const mug = good('6', 'demo_11', 'Mug « Le meilleur reste à venir »', '6-mug-le-meilleur', 1428);
const print = good('7', 'demo_12', "Affiche encadrée L'aventure", '7-affiche-aventure', 3480);
const bear = good('8', 'demo_13', 'Coussin ours brun', '8-coussin-ours', 2268, true);
const shirt = good('1', 'demo_1', 'T-shirt imprimé colibri', '1-1-t-shirt-colibri', 2294);
const products = [mug, print, bear, shirt];
const SHIPPING = 840;

const euro = printer('fr-FR', 'EUR');

/** The theme's and its modules' scripts: jQuery posts by `data-button-action`, answered with JSON that is called HTML. */
const client = `${AJAX}
const encode = (form, more) => new URLSearchParams([...new FormData(form), ...more]).toString();
const cartModal = (html) => { document.getElementById('blockcart-modal')?.remove(); document.body.insertAdjacentHTML('beforeend', html); };
const refresh = (form) => ajax('POST', '/index.php?controller=product&' + encode(form, []), 'quickview=0&ajax=1&action=refresh&quantity_wanted=' + form.elements.qty.value, (data) => { document.querySelector('.js-product-prices').outerHTML = data.product_prices; });
const cartAct = (url, action) => ajax('POST', url, 'ajax=1&action=update', (resp) => {
  if (resp.hasError) return;
  ajax('POST', '/panier?ajax=1&action=refresh', 'ajax=1', ({ cart_detailed, cart_detailed_totals }) => { document.querySelector('.cart-overview').innerHTML = cart_detailed; document.querySelector('.cart-detailed-totals').innerHTML = cart_detailed_totals; });
});
let spinning;
document.addEventListener('click', (event) => {
  const { target } = event;
  const button = target.closest('[data-button-action="add-to-cart"]');
  if (button) {
    event.preventDefault();
    const form = button.form;
    ajax('POST', form.action, encode(form, [['add', 1], ['action', 'update']]), (resp) => {
      if (resp.hasError) { document.querySelector('.quickview, main').insertAdjacentHTML('afterbegin', '<div class="alert alert-danger ajax-error" role="alert">' + resp.errors[0] + '</div>'); return; }
      ajax('POST', '/module/ps_shoppingcart/ajax', 'id_customization=0&id_product_attribute=0&id_product=' + resp.id_product + '&action=add-to-cart', ({ preview, modal }) => { document.getElementById('_desktop_cart').innerHTML = preview; document.querySelector('.quickview')?.remove(); cartModal(modal); });
    });
  }
  const look = target.closest('.js-quick-view');
  if (look) { event.preventDefault(); ajax('POST', '/index.php?controller=product', 'action=quickview&id_product=' + look.closest('article').dataset.idProduct, ({ quickview_html }) => document.body.insertAdjacentHTML('beforeend', quickview_html)); }
  if (target.closest('[data-dismiss=modal]')) target.closest('.modal').remove();
  const remove = target.closest('.remove-from-cart');
  if (remove) { event.preventDefault(); cartAct(remove.href); }
  const touch = target.closest('.js-touchspin');
  if (touch) { const input = touch.closest('.product-line-grid').querySelector('.js-cart-line-product-quantity'); input.value = Number(input.value) + 1; clearTimeout(spinning); spinning = setTimeout(() => cartAct(input.dataset.upUrl), 700); }
});
document.addEventListener('change', ({ target }) => { if (target.form?.id === 'add-to-cart-or-refresh') refresh(target.form); });
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.matches('.block_newsletter form')) {
    event.preventDefault();
    ajax('POST', form.getAttribute('action').replace('/#blockEmailSubscription', '/module/ps_emailsubscription/subscription'), encode(form, []), ({ nw_error, msg }) => { form.parentNode.querySelector('.block_newsletter_alert').innerHTML = '<p class="alert alert-' + (nw_error ? 'danger' : 'success') + '">' + msg + '</p>'; });
  }
  if (form.dataset.linkAction === 'add-voucher') {
    event.preventDefault();
    ajax('POST', form.action, encode(form, [['ajax', 1], ['action', 'update']]), ({ errors }) => { document.querySelector('.js-error-text').textContent = errors[0]; });
  }
});
ajax('GET', '/module/blockwishlist/action?action=getAllWishlist', null, () => {});`;

const platform: Platform = {
  name: 'PrestaShop, classic theme',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<{ lines: Line[]; step: number }>(() => ({ lines: [], step: 0 }), 'PrestaShop-a1');
    const subscribed = new Set<unknown>();
    const orders: Line[][] = [];
    const productOf = (wanted: unknown) => products.find(({ id }) => id === String(wanted))!;
    const urlOf = ({ slug }: Product) => `${origin}/maison/${slug}.html`;

    const preview = (lines: Line[]) =>
      `<div class="blockcart cart-preview ${lines.length ? 'active' : 'inactive'}" data-refresh-url="//${new URL(origin).host}/module/ps_shoppingcart/ajax"><div class="header"><a rel="nofollow" aria-label="Lien vers le panier" href="${origin}/panier?action=show"><i class="material-icons">shopping_cart</i><span class="hidden-sm-down">Panier</span> <span class="cart-products-count">(${lines.reduce((sum, { quantity }) => sum + quantity, 0)})</span></a></div></div>`;
    const page = (context: Context, id: string, title: string, body: string, head = '') =>
      context.html(`<!doctype html><html lang="fr-FR"><head><title>${title}</title>${head}<script>var prestashop = ${inline({ currency: { iso_code: 'EUR', sign: '€' }, page: { page_name: id }, static_token: 'e946c610' })};</script>${tag}</head><body id="${id}" class="lang-fr country-fr currency-eur page-${id}">
<header><a href="${origin}/">LaBoutique</a><a href="/8-accessoires">Accessoires</a><a href="/nous-contacter">Contactez-nous</a><div id="_desktop_cart">${preview(cartOf(context).lines)}</div>
<div id="search_widget"><form method="get" action="/recherche"><input type="hidden" name="controller" value="search"><input type="text" name="s" placeholder="Rechercher" aria-label="Rechercher"><button type="submit">Rechercher</button></form></div></header>
<main><section id="wrapper">${body}</section></main>
<footer><div class="block_newsletter" id="blockEmailSubscription_displayFooterBefore"><p>Recevez nos offres spéciales</p><form action="${origin}/#blockEmailSubscription" method="post"><input type="hidden" name="blockHookName" value="displayFooterBefore"><input type="hidden" name="action" value="0"><input name="email" type="email" placeholder="Votre adresse e-mail" required><input class="btn btn-primary" name="submitNewsletter" type="submit" value="S’abonner"></form><div class="block_newsletter_alert"></div></div></footer><script>${client}</script></body></html>`);

    const prices = ({ price, id }: Product) =>
      `<div class="product-prices js-product-prices">${id === shirt.id ? `<div class="product-discount"><span class="regular-price">${euro(2868)}</span></div>` : ''}<div class="product-price h5"><div class="current-price"><span class='current-price-value' content="${price / 100}">${euro(price)}</span></div></div><div class="tax-shipping-delivery-label">TTC</div></div>`;
    const buyForm = (product: Product, options = '') =>
      `<form action="${origin}/panier" method="post" id="add-to-cart-or-refresh"><input type="hidden" name="token" value="e946c610"><input type="hidden" name="id_product" value="${product.id}" id="product_page_product_id"><input type="hidden" name="id_customization" value="0">${options}
<div class="product-add-to-cart js-product-add-to-cart"><span class="control-label">Quantité</span><input type="number" name="qty" id="quantity_wanted" value="1" min="1" class="input-group"><button class="btn btn-primary add-to-cart" data-button-action="add-to-cart" type="submit"><i class="material-icons">&#xE547;</i> Ajouter au panier</button></div></form>`;
    const miniature = (product: Product) =>
      `<article class="product-miniature js-product-miniature" data-id-product="${product.id}" data-id-product-attribute="0"><h3 class="h3 product-title"><a href="${urlOf(product)}">${product.name}</a></h3><div class="product-price-and-shipping">${product === shirt ? `<span class="regular-price" aria-label="Prix de base">${euro(2868)}</span><span class="discount-percentage">-20%</span>` : ''}<span class="price" aria-label="Prix">${euro(product.price)}</span></div><a class="quick-view js-quick-view" href="#" data-link-action="quickview">Aperçu rapide</a></article>`;

    app.get('/', (c) => page(c, 'index', 'LaBoutique', '<h2>Bienvenue</h2>'));
    app.get('/module/blockwishlist/action', (c) => c.html('{"success":false,"message":"Vous n’êtes pas connecté"}'));
    app.get('/8-accessoires', (c) => {
      const data = {
        '@context': 'https://schema.org',
        '@type': 'ItemList',
        itemListElement: products.map((product, at) => ({
          '@type': 'ListItem',
          position: at + 1,
          name: product.name,
          url: urlOf(product),
        })),
      };
      return page(
        c,
        'category',
        'Accessoires',
        `<h1 class="h1">Accessoires</h1><div class="products row">${products.map(miniature).join('')}</div>`,
        `<script type="application/ld+json">${inline(data)}</script>`,
      );
    });
    app.get('/recherche', (c) => page(c, 'search', 'Rechercher', '<h1>Aucun résultat pour votre recherche</h1>'));
    const contact = (notice = '') =>
      `<section class="contact-form"><form action="/nous-contacter" method="post" enctype="multipart/form-data">${notice || '<select name="id_contact"><option value="2">Service client</option></select><input name="from" type="email"><textarea name="message"></textarea><input type="text" name="url" value="" hidden>'}<input class="btn btn-primary" type="submit" name="submitMessage" value="Envoyer"></form></section>`;
    app.get('/nous-contacter', (c) => page(c, 'contact', 'Contactez-nous', contact()));
    app.post('/nous-contacter', async (c) => {
      const { from } = await c.req.parseBody();
      return page(
        c,
        'contact',
        'Contactez-nous',
        String(from).includes('.')
          ? contact(
              '<div class="alert alert-success"><ul><li>Votre message a bien été envoyé à notre équipe.</li></ul></div>',
            )
          : `<div class="alert alert-danger"><ul><li>Adresse e-mail non valable.</li></ul></div>${contact()}`,
      );
    });
    app.get('/maison/:slug', (c) => {
      const product = products.find((one) => urlOf(one).endsWith(c.req.param('slug')))!;
      const data = {
        '@context': 'https://schema.org/',
        '@type': 'Product',
        name: product.name,
        sku: product.sku,
        mpn: product.sku,
        offers: { '@type': 'Offer', priceCurrency: 'EUR', name: product.name, price: String(product.price / 100) },
      };
      return page(
        c,
        'product',
        product.name,
        `<div class="row product-container js-product-container"><h1 class="h1">${product.name}</h1>${prices(product)}${buyForm(product, product === shirt ? '<select name="group[1]" aria-label="Taille"><option value="1">S</option><option value="2">M</option></select>' : '')}</div><section class="product-accessories"><p class="h5">Vous aimerez aussi</p>${products
          .filter((other) => other !== product)
          .map(miniature)
          .join('')}</section>`,
        `<meta property="og:type" content="product"><meta property="product:pretax_price:amount" content="${(product.price / 120).toFixed(2)}"><meta property="product:pretax_price:currency" content="EUR"><meta property="product:price:amount" content="${product.price / 100}"><meta property="product:price:currency" content="EUR"><script type="application/ld+json">${inline(data)}</script>`,
      );
    });
    app.post('/index.php', async (c) => {
      const form = await c.req.parseBody();
      await pause(120);
      const product = productOf(form.id_product ?? c.req.query('id_product'));
      if (form.action === 'quickview')
        return c.json({
          quickview_html: `<div id="quickview-modal-${product.id}-0" class="modal fade quickview in" role="dialog"><button data-dismiss="modal" aria-label="Fermer">×</button><h1 class="h1">${product.name}</h1>${prices(product)}${buyForm(product)}</div>`,
        });
      return c.json({ product_prices: prices(product), product_url: urlOf(product) });
    });

    const html = (c: Context, body: unknown) => c.html(JSON.stringify(body));
    const cartJson = (lines: Line[]) => ({
      products: lines.map(({ product, quantity }) => ({
        id_product: product.id,
        name: product.name,
        price: euro(product.price),
        price_amount: product.price / 100,
        quantity,
        total: euro(product.price * quantity),
      })),
      totals: { total: { type: 'total', amount: sumOf(lines) / 100, value: euro(sumOf(lines)) } },
      products_count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    });
    const detailed = (lines: Line[]) =>
      lines.length
        ? `<ul class="cart-items">${lines
            .map(
              ({ product, quantity }) =>
                `<li class="cart-item"><div class="product-line-grid"><div class="product-line-info"><a class="label" href="${urlOf(product)}" data-id_customization="0">${product.name}</a></div><div class="product-line-info product-price h5"><span class="price">${euro(product.price)}</span></div><input class="js-cart-line-product-quantity" name="product-quantity-spin" value="${quantity}" data-product-id="${product.id}" data-up-url="${origin}/panier?update=1&id_product=${product.id}&token=e9&op=up" data-down-url="${origin}/panier?update=1&id_product=${product.id}&op=down"><button class="btn btn-touchspin js-touchspin bootstrap-touchspin-up" type="button"><i>+</i></button><span class="product-price"><strong>${euro(product.price * quantity)}</strong></span><div class="cart-line-product-actions"><a class="remove-from-cart" rel="nofollow" href="${origin}/panier?delete=1&id_product=${product.id}&id_product_attribute=0&token=e946c610" data-link-action="delete-from-cart" data-id-product="${product.id}"><i class="material-icons float-xs-left">delete</i></a></div></div></li>`,
            )
            .join('')}</ul>`
        : '<span class="no-items">Il n’y a plus d’articles dans votre panier</span>';
    const totals = (lines: Line[]) =>
      `<div class="cart-summary-line" id="cart-subtotal-products"><span class="label js-subtotal">${lines.length} articles</span><span class="value">${euro(sumOf(lines))}</span></div><div class="cart-summary-line" id="cart-subtotal-shipping"><span class="label">Livraison</span><span class="value">${euro(SHIPPING)}</span></div><div class="cart-summary-line cart-total"><span class="label">Total TTC</span><span class="value">${euro(sumOf(lines) + SHIPPING)}</span></div>`;
    app.get('/panier', (c) => {
      const { lines } = cartOf(c);
      return page(
        c,
        'cart',
        'Panier',
        `<h1 class="h1">Panier</h1><div class="cart-overview js-cart" data-refresh-url="//x/panier?ajax=1&action=refresh">${detailed(lines)}</div><a class="label" href="${origin}/"><i>chevron_left</i>Continuer mes achats</a><div class="cart-summary"><div class="cart-detailed-totals">${totals(lines)}</div><form action="${origin}/panier" data-link-action="add-voucher" method="post"><input type="hidden" name="token" value="e9"><input type="hidden" name="addDiscount" value="1"><input class="promo-input" type="text" name="discount_name" placeholder="Code promo"><button type="submit" class="btn btn-primary"><span>Ajouter</span></button></form><div class="alert alert-danger js-error"><span class="ml-1 js-error-text"></span></div><div class="checkout cart-detailed-actions js-cart-detailed-actions"><a href="${origin}/commande" class="btn btn-primary">Commander</a></div></div>`,
      );
    });
    app.post('/panier', async (c) => {
      const cart = cartOf(c);
      const form = { ...c.req.query(), ...(await c.req.parseBody()) } as Record<string, string>;
      await pause(160);
      if (form.action === 'refresh')
        return html(c, { cart_detailed: detailed(cart.lines), cart_detailed_totals: totals(cart.lines) });
      if (form.addDiscount) return html(c, { hasError: true, errors: ["Le code promo n'existe pas."], quantity: null });
      const product = productOf(form.id_product);
      if (form.add && product.soldOut)
        return html(c, {
          hasError: true,
          errors: [`Vous ne pouvez acheter que 0 « ${product.name} ».`],
          quantity: 0,
        });
      if (form.delete) cart.lines = cart.lines.filter((line) => line.product !== product);
      else add(cart.lines, product, form.op === 'up' ? 1 : Number(form.qty));
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
        modal: `<div id="blockcart-modal" class="modal fade in" role="dialog"><button data-dismiss="modal" aria-label="Fermer">×</button><h4 class="modal-title">Produit ajouté au panier avec succès</h4><h6 class="product-name">${product.name}</h6><p class="product-price">${euro(product.price)}</p><div class="cart-content"><p>Il y a ${lines.length} articles dans votre panier.</p><p><span class="label">Sous-total :</span> <span class="subtotal value">${euro(sumOf(lines))}</span></p><button type="button" class="btn btn-secondary" data-dismiss="modal">Continuer mes achats</button><a href="${origin}/panier?action=show" class="btn btn-primary">Commander</a></div></div>`,
      });
    });
    const news = async (c: Context) => {
      const isKnown = subscribed.has(cartOf(c));
      subscribed.add(cartOf(c));
      const msg = isKnown
        ? 'Cette adresse e-mail est déjà inscrite.'
        : 'Vous vous êtes bien inscrit à notre newsletter.';
      return c.json({ value: '', msg, conditions: 'Vous pouvez vous désinscrire.', nw_error: isKnown });
    };
    app.post('/module/ps_emailsubscription/subscription', news);

    const parts = ['personal-information', 'addresses', 'delivery', 'payment'];
    const forms = [
      '<form class="login" action="/connexion" method="post"><input name="email" type="email" class="l"><input name="password" type="password" class="l"><button data-link-action="sign-in">Connexion</button></form><form id="customer-form" method="post" action="/commande"><input name="firstname"><input name="lastname"><input type="email" name="email"><input name="password" type="password" placeholder="facultatif"><button class="continue btn btn-primary" name="continue" type="submit" value="1">Continuer</button></form>',
      '<form method="post" action="/commande"><input name="address1"><input name="postcode"><input name="city"><button class="continue btn btn-primary" name="confirm-addresses" type="submit" value="1">Continuer</button></form>',
      `<form method="post" action="/commande" id="js-delivery"><input type="radio" name="delivery_option[5]" value="2," checked> Mon transporteur ${euro(SHIPPING)}<button class="continue btn btn-primary" name="confirmDeliveryOption" type="submit" value="1">Continuer</button></form>`,
      '<div class="payment-options"><input type="radio" name="payment-option" id="payment-option-1" checked><label>Payer comptant à la livraison</label></div><form id="conditions-to-approve" method="GET"><input type="checkbox" name="conditions_to_approve[terms]"></form><form id="payment-option-1-form" method="POST" action="/module/ps_cashondelivery/validation"></form><div id="payment-confirmation"><button type="button" class="btn btn-primary" onclick="document.getElementById(\'payment-option-1-form\').submit()">Commander</button></div>',
    ];
    app.get('/commande', (c) => {
      const cart = cartOf(c);
      return page(
        c,
        'checkout',
        'Commande',
        `${parts.map((part, at) => `<section id="checkout-${part}-step" class="checkout-step ${at === cart.step ? '-current' : at < cart.step ? '-reachable -complete' : '-unreachable'}"><h1 class="step-title h3">${at + 1} ${['Informations personnelles', 'Adresses', 'Mode de livraison', 'Paiement'][at]}</h1>${at === cart.step ? forms[at] : ''}</section>`).join('')}<section id="js-checkout-summary" class="card"><ul>${cart.lines.map(({ product, quantity }) => `<li class="media"><span class="product-name"><a href="${urlOf(product)}">${product.name}</a></span><span class="product-quantity">x${quantity}</span><span class="product-price float-xs-right">${euro(product.price)}</span></li>`).join('')}</ul>${totals(cart.lines)}</section>`,
      );
    });
    app.post('/commande', (c) => {
      cartOf(c).step++;
      return c.redirect('/commande');
    });
    app.post('/connexion', (c) => c.redirect('/commande'));
    app.post('/module/ps_cashondelivery/validation', (c) => {
      const cart = cartOf(c);
      orders.push(cart.lines);
      cart.lines = [];
      return c.redirect(
        '/confirmation-commande?id_cart=11&id_module=70&id_order=9&key=31ab27cdd78aaaceba34e4de24d773e4',
      );
    });
    app.get('/confirmation-commande', (c) => {
      const lines = orders[0]!;
      return page(
        c,
        'order-confirmation',
        'Confirmation de commande',
        `<section id="content-hook_order_confirmation" class="card"><h3 class="h1 card-title"><i class="material-icons rtl-no-flip done">&#xE876;</i>Votre commande est confirmée</h3><p>Un e-mail vous a été envoyé à l’adresse a@b.example.</p></section>
<div id="order-items"><h3 class="card-title h3">Articles de la commande</h3><div class="order-confirmation-table">${lines.map(({ product, quantity }) => `<div class="order-line row"><div class="details"><span>${product.name}</span></div><div class="qty"><div class="row"><div class="text-sm-center">${euro(product.price)}</div><div>${quantity}</div><div class="bold">${euro(product.price * quantity)}</div></div></div></div>`).join('')}
<table><tr><td>Sous-total</td><td>${euro(sumOf(lines))}</td></tr><tr><td>Frais de livraison</td><td>${euro(SHIPPING)}</td></tr><tr class="font-weight-bold total-value"><td><span class="text-uppercase">Total</span> TTC</td><td>${euro(sumOf(lines) + SHIPPING)}</td></tr></table></div></div>
<div id="order-details"><h3 class="h3 card-title">Détails de la commande :</h3><ul><li id="order-reference-value">Référence de la commande : FLOTPBWTJ</li><li>Moyen de paiement : Paiement comptant à la livraison</li></ul></div>
<div id="registration-form"><h4 class="h4">Gagnez du temps lors de votre prochaine commande, créez un compte</h4><form method="post" action="/connexion" id="customer-form"><input type="email" name="email"><input type="password" name="password"><button>Enregistrer</button></form></div>`,
      );
    });

    const go = (path: string) => (tab: Parameters<typeof follow>[0]) => tab.goto(origin + path);
    const close = (tab: Parameters<typeof follow>[0]) => tab.click('#blockcart-modal [data-dismiss] >> nth=0');
    return {
      apps: { shop: app },
      walk: [
        step(
          'vient d’une annonce',
          (tab) => tab.goto(`${origin}/?utm_source=google&utm_medium=cpc`, { referer: 'https://www.google.fr/' }),
          { name: 'landing' },
        ),
        step('cherche en vain', fill({ '#search_widget [name=s]': 'lampe' }, press('#search_widget button'))),
        step(
          's’abonne à la newsletter',
          fill({ '.block_newsletter [name=email]': 'a@b.example' }, until('[name=submitNewsletter]', '.alert-success')),
          { name: 'generate_lead', form_kind: 'newsletter' },
        ),
        step('s’abonne encore, ce qui est refusé', until('[name=submitNewsletter]', '.block_newsletter .alert-danger')),
        step('ouvre le contact', press('a[href="/nous-contacter"]')),
        step(
          'se trompe d’adresse',
          fill({ '[name=from]': 'a@b', '[name=message]': 'Bonjour' }, press('[name=submitMessage]')),
        ),
        step(
          'écrit à la boutique',
          fill({ '[name=from]': 'a@b.example', '[name=message]': 'Bonjour' }, press('[name=submitMessage]')),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step('ouvre les accessoires', press('a[href="/8-accessoires"]'), { name: 'view_item_list' }),
        step('ouvre le t-shirt', press(`main a[href*="${shirt.slug}"]`), pieces('view_item', 'EUR', [shirt, 1])),
        step('choisit une autre taille', (tab) =>
          tab.selectOption('[name="group[1]"]', '2').then(() => tab.waitForLoadState('networkidle')),
        ),
        step('ouvre le mug', go(`/maison/${mug.slug}.html`), pieces('view_item', 'EUR', [mug, 1])),
        step(
          'en ajoute deux',
          fill({ '#quantity_wanted': '2' }, until('.add-to-cart', '#blockcart-modal')),
          pieces('add_to_cart', 'EUR', [mug, 2]),
        ),
        step('continue ses achats', close),
        step('ouvre le coussin', go(`/maison/${bear.slug}.html`), pieces('view_item', 'EUR', [bear, 1])),
        step('n’en obtient pas', until('.add-to-cart', '.ajax-error')),
        step('revient aux accessoires', go('/8-accessoires'), optional('view_item_list')),
        step(
          'ouvre un aperçu de l’affiche',
          until(`[data-id-product="${print.id}"] .js-quick-view`, '.quickview'),
          optional('view_item'),
        ),
        step(
          'l’ajoute de l’aperçu',
          until('.quickview .add-to-cart', '#blockcart-modal'),
          pieces('add_to_cart', 'EUR', [print, 1]),
        ),
        step(
          'suit « Commander », qui mène au panier',
          press('#blockcart-modal a.btn-primary'),
          pieces('view_cart', 'EUR', [mug, 2], [print, 1]),
        ),
        step(
          'prend un mug de plus',
          (tab) => tab.click('.js-touchspin >> nth=0').then(() => tab.waitForSelector('.cart-item [value="3"]')),
          { ...pieces('add_to_cart', 'EUR', [mug, 1]), optional: true },
        ),
        step(
          'retire l’affiche',
          (tab) =>
            tab
              .click(`.remove-from-cart[data-id-product="${print.id}"]`)
              .then(() => tab.waitForFunction(() => document.querySelectorAll('.cart-item').length === 1)),
          pieces('remove_from_cart', 'EUR', [print, 1]),
        ),
        step(
          'essaie un code promo',
          fill(
            { '[name=discount_name]': 'CADEAU' },
            until('[data-link-action=add-voucher] button', '.js-error-text:not(:empty)'),
          ),
        ),
        step('commande', press('.cart-detailed-actions a'), pieces('begin_checkout', 'EUR', [mug, 3])),
        step(
          'se connecte sans succès',
          fill({ 'input.l >> nth=0': 'a@b.example', 'input.l >> nth=1': 'x' }, press('[data-link-action=sign-in]')),
        ),
        step(
          'donne son nom',
          fill({ '[name=firstname]': 'Anne', '#customer-form [name=email]': 'a@b.example' }, press('[name=continue]')),
        ),
        step('donne son adresse', press('[name=confirm-addresses]'), optional('add_shipping_info')),
        step('choisit la livraison', press('[name=confirmDeliveryOption]'), {
          name: 'add_shipping_info',
          optional: true,
        }),
        step(
          'commande et paiera à la livraison',
          press('#payment-confirmation button'),
          optional('add_payment_info'),
          byName(order('EUR', { id: 'FLOTPBWTJ', total: 3 * mug.price + SHIPPING, shipping: SHIPPING }, [mug, 3])),
        ),
        step('recharge la page', (tab) => tab.reload()),
        step('commence à créer un compte', (tab) => tab.fill('#customer-form [name=password]', 'x')),
        step('rentre', press('header a >> nth=0')),
      ],
    };
  },
};

export default platform;
