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
  pieces,
  press,
  step,
  sumOf,
  until,
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { byName, inline, says } from '../spa.ts';

const bowlS: Product = { ...good('31', 'BOL-12', 'Bol en grès', 'bol-en-gres', 1850), others: ['7'] };
const bowlL: Product = { ...good('32', 'BOL-18', 'Bol en grès', 'bol-en-gres', 2400), others: ['7'] };
const jug: Product = { ...good('34', 'CAR-01', 'Carafe de table', 'carafe-de-table', 3990), others: ['8'] };
const cloth: Product = { ...good('36', 'TOR-02', 'Torchon en lin', 'torchon-en-lin', 1290), others: ['9'] };
const tray: Product = { ...good('38', 'PLA-05', 'Plateau en noyer', 'plateau-en-noyer', 5400, true), others: ['11'] };
const products = [bowlS, bowlL, jug, cloth, tray];
const sizes = [
  [bowlS, '12 cm', '3'],
  [bowlL, '18 cm', '4'],
] as const;
/** The cloth is cheaper than it was. */
const WAS = 1690;
const STOCK = 9;
const FEE = 650;
const REF = 'ORD000000000042';

/** As the shop's own formatting prints it: a comma, and the sign behind. */
const euros = (amount: number) => `${(amount / 100).toFixed(2).replace('.', ',')} €`;

interface Session {
  lines: Line[];
  in?: boolean;
  /** The form's error, told once on the page that is shown next. */
  error?: string;
  sent?: boolean;
}

/** The template's scripts: an add is sent in place, then a dialog is asked for; a quantity chosen is sent. */
const client = `${AJAX}
const $ = (selector) => document.querySelector(selector);
const formOf = (form) => new URLSearchParams(new FormData(form)).toString();
const hideAll = () => document.querySelectorAll('.bootbox, .modal-backdrop').forEach((one) => one.remove());
const dialog = (message, foot = '') => {
  hideAll();
  document.body.insertAdjacentHTML('beforeend', '<div class="bootbox modal fade in" tabindex="-1" role="dialog" style="display: block;"><div class="modal-dialog"><div class="modal-content"><div class="modal-body"><button type="button" class="bootbox-close-button close" data-dismiss="modal" aria-hidden="true">×</button><div class="bootbox-body">' + message + '</div></div>' + foot + '</div></div></div>');
};
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.matches('.form-product')) {
    event.preventDefault();
    const pse = form.querySelector('.pse-id').value;
    const product = form.querySelector('[name$=product_id]').value;
    ajax('POST', form.action, formOf(form), (data) => {
      const page = new DOMParser().parseFromString(data, 'text/html');
      const mini = page.querySelector('.cart-container') ?? page.body.firstElementChild;
      $('.cart-container').innerHTML = mini.innerHTML;
      ajax('GET', '/ajax/addCartMessage?product_id=' + product + '&pse_id=' + pse, null, (said) => dialog(said));
    });
  }
  if (form.matches('#form-newsletter-mini')) {
    event.preventDefault();
    ajax('POST', form.action, formOf(form), (told) =>
      dialog(told.message, '<div class="modal-footer"><button data-bb-handler="ok" data-dismiss="modal" type="button" class="btn btn-primary">OK</button></div>'));
  }
});
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-dismiss=modal]')) hideAll();
  const view = event.target.closest('[data-toggle=view]');
  if (view) {
    event.preventDefault();
    setTimeout(() => { $('article.col-main').classList.toggle('grid'); $('article.col-main').classList.toggle('list'); }, 400);
  }
});
document.addEventListener('change', ({ target }) => {
  if (target.matches('#sortby-top')) location = target.value;
  if (target.matches('select[name=quantity]')) target.form.submit();
  if (target.matches('.pse-option')) showPse();
});
const showPse = () => {
  const option = $('.pse-option');
  const pse = Object.values(PSE).find(({ combinations }) => !option || combinations.includes(+option.value));
  $('#pse-id').value = pse.id;
  $('#pse-ref').innerHTML = pse.ref;
  if (option) $('#pse-name').innerHTML = ' - ' + PSE_COMBINATIONS_VALUE[option.value][0];
  $('#pse-price').innerHTML = pse.isPromo ? pse.promo : pse.price;
  $('#pse-price-old').innerHTML = pse.isPromo ? pse.price : '';
  $('#pse-availability').className = pse.quantity > 0 ? 'in-stock' : 'out-of-stock';
  $('#pse-submit').disabled = pse.quantity <= 0;
};
if (window.PSE) {
  const option = $('.pse-option');
  if (option) for (const [id, [label]] of Object.entries(PSE_COMBINATIONS_VALUE)) option.insertAdjacentHTML('beforeend', '<option value="' + id + '">' + label + '</option>');
  showPse();
}
if ($('#delivery-module-list-block')) ajax('GET', '/order/deliveryModuleList', null, (data) => { $('#delivery-module-list-block').innerHTML = data; });`;

const platform: Platform = {
  name: 'Thelia (default front office)',
  family: 'intercepted',
  hosts: ['banque'],
  open: ({ shop: origin, banque }, tag) => {
    const app = new Hono();
    const bank = new Hono();
    const sessionOf = createCarts<Session>(() => ({ lines: [] }), 'PHPSESSID');
    const at = (path: string) => `${origin}${path}`;
    const pageOf = ({ slug }: Product) => at(`/${slug}.html`);
    const idOf = ({ others }: Product) => others![0]!;
    const token = '_token=f3a9';

    const mini = ({ lines }: Session) =>
      lines.length
        ? `<li class="dropdown pull-right cart-not-empty cart-container"><a href="${at('/cart')}" rel="nofollow" class="cart"> Panier <span class="badge">${lines.reduce((sum, { quantity }) => sum + quantity, 0)}</span></a><div class="dropdown-menu cart-content"><form id="form-cart-mini" action="${at('/order/delivery')}" method="post"><table class="table table-cart-mini"><tbody>${lines
            .map(
              ({ product, quantity }) =>
                `<tr><td class="image"><img src="data:," alt="${product.name}"></td><td class="product"><h3 class="name" style="margin:0"> ${product.name} </h3><a href="${at(`/cart/delete/${product.id}?${token}`)}" class="btn btn-remove" data-tip="tooltip" data-title="Delete"><i class="fa fa-trash"></i> <span>Supprimer</span></a></td><td class="unitprice text-center"><span class="qty">${quantity}</span> X <span class="price" style="font-size:1em;">${euros(product.price)}</span></td></tr>`,
            )
            .join(
              '',
            )}</tbody><tfoot><tr><td colspan="2" class="empty"><a href="${at('/cart')}" role="button" class="btn btn-default btn-sm"><i class="fa fa-eye"></i> Voir le panier</a><a href="${at('/order/delivery')}" role="button" class="btn btn-primary btn-sm"><i class="fa fa-chevron-right"></i> Commande</a></td><td class="total"><div class="total-price"><span class="price">${euros(sumOf(lines))}</span></div></td></tr></tfoot></table></form></div></li>`
        : `<li class="dropdown pull-right  cart-container"><a href="${at('/cart')}" rel="nofollow" class="cart"> Panier <span class="badge">0</span></a><div class="dropdown-menu cart-content"><p>Vous n'avez pas de produit dans votre panier.</p></div></li>`;
    const page = (c: Context, name: string, title: string, body: string) => {
      const session = sessionOf(c);
      const account = session.in
        ? `<li><a href="${at('/logout')}" class="logout">Se déconnecter</a></li><li><a href="${at('/account')}" class="account">Mon compte</a></li>`
        : `<li><a href="${at('/register')}" class="register">S'inscrire !</a></li><li class="dropdown"><a href="${at('/login')}" class="login">Se connecter</a></li>`;
      return c.html(
        `<!doctype html><html lang="fr" class="no-js"><head><meta charset="utf-8"><title>${title} - Terre et Lin</title><meta name="generator" content="Thelia v2"><meta name="description" content="Terre et Lin">${tag}<style>.dropdown-menu{display:none}.in-stock .out,.out-of-stock .in{display:none}</style></head><body class="page-${name}" itemscope itemtype="http://schema.org/WebPage"><a class="sr-only" href="#content">Aller au contenu</a><div class="page" role="document"><div class="header-container" itemscope itemtype="http://schema.org/WPHeader"><div class="navbar navbar-secondary"><div class="container"><a class="navbar-brand" href="${at('/')}">Terre et Lin</a><nav class="navbar-collapse nav-secondary" role="navigation" aria-label="Navigation secondaire"><ul class="nav navbar-nav navbar-cart navbar-right">${account}${mini(session)}</ul><div class="search-container navbar-form"><form id="form-search" action="${at('/search')}" method="get" role="search" aria-labelledby="search-label"><label id="search-label" for="q">Chercher un produit</label><div class="input-group"><input type="search" name="q" id="q" placeholder="Recherche…" class="form-control" autocomplete="off" aria-required="true" required pattern=".{2,}"><div class="input-group-btn"><button type="submit" class="btn btn-primary"><i class="fa fa-search"></i> <span>Recherche</span></button></div></div></form></div><ul class="nav navbar-nav"><li class="dropdown"><a class="language-label dropdown-toggle" href="${at('/language')}">Français</a></li><li><a class="currency-label" href="${c.req.path}?currency=USD">$ - Dollar</a></li></ul></nav></div></div><header class="container" role="banner"><nav class="navbar navbar-default nav-main" role="navigation"><ul class="nav navbar-nav navbar-categories"><li><a href="${at('/')}" class="home">Accueil</a></li><li><a href="${at('/vaisselle.html')}">Vaisselle</a></li></ul></nav></header></div><main class="main-container" role="main"><div class="container"><nav class="nav-breadcrumb" role="navigation" aria-labelledby="breadcrumb-label"><strong id="breadcrumb-label" class="sr-only">Vous êtes ici :</strong><ul class="breadcrumb" itemprop="breadcrumb"><li itemscope itemtype="http://data-vocabulary.org/Breadcrumb"><a href="${at('/')}" itemprop="url"><span itemprop="title">Accueil</span></a></li><li class="active"><span itemprop="title">${title}</span></li></ul></nav><div id="content">${body}</div></div></main><section class="footer-container"><section class="footer-banner"><div class="col">Livraison gratuite <small>Commande supérieure à 500€</small></div><div class="col">Paiement sécurisé <small>Plateforme de paiement multiple</small></div></section><section class="footer-block"><div class="block block-newsletter"><h3 class="block-title">Lettre d'information</h3><form id="form-newsletter-mini" action="${at('/newsletter')}" method="post"><div class="form-group"><label for="email-newsletter">Adresse e-mail</label><input type="email" name="thelia_newsletter[email]" id="email-newsletter" class="form-control" placeholder="Votre adresse e-mail" required></div><button type="submit" class="btn btn-primary">Inscription</button></form></div><ul><li><a href="${at('/contact')}">Contactez-nous</a></li><li><a href="${at('/cart')}">Panier</a></li></ul></section></section></div><script>const addCartMessageUrl = '/ajax/addCartMessage';${client}</script></body></html>`,
      );
    };
    const main = (heading: string, body: string) =>
      `<div class="main"><article class="col-main" role="main" aria-labelledby="main-label"><h1 id="main-label" class="page-header">${heading}</h1>${body}</article></div>`;
    const told = (c: Context) => {
      const session = sessionOf(c);
      const { error = '' } = session;
      session.error = '';
      return error && `<div class="alert alert-danger">${error}</div>`;
    };

    const hidden = (name: string, value: string, more = '') =>
      `<input type="hidden" name="thelia_cart_add[${name}]" value="${value}" ${more}>`;
    const formOf = (product: Product, inside: string, id: string) =>
      `<form id="${id}" action="${at('/cart/add')}" method="post" class="form-product"><input type="hidden" name="thelia_cart_add[_token]" value="9f"><input type="hidden" name="view" value="product"><input type="hidden" name="product_id" value="${idOf(product)}">${hidden('append', '1')}${hidden('product', idOf(product))}${hidden('product_sale_elements_id', product.id, `class="pse-id" ${id === 'form-product-details' ? 'id="pse-id"' : ''}`)}${inside}</form>`;
    const single = (product: Product) =>
      `<li class="item"><article itemscope itemtype="http://schema.org/Product"><a href="${pageOf(product)}" itemprop="url" tabindex="-1" class="product-image"><img itemprop="image" src="data:," class="img-responsive" alt="${product.name}"><span class="mask"></span></a><div class="product-info"><h2 class="name"><a href="${pageOf(product)}"><span itemprop="name">${product.name}</span></a></h2><div class="description" itemprop="description"><p>Fait à la main.</p></div></div><div class="product-price"><div class="price-container row" itemprop="offers" itemscope itemtype="http://schema.org/Offer"><meta itemprop="category" content="Vaisselle"><meta itemprop="itemCondition" itemscope itemtype="http://schema.org/NewCondition"><meta itemprop="priceCurrency" content="€"><link itemprop="availability" href="http://schema.org/${product.soldOut ? 'OutOfStock' : 'InStock'}">${
        product === cloth
          ? `<span class="special-price col-xs-6"><span itemprop="price" class="price-label">Prix promo </span><span class="price"> ${euros(cloth.price)} </span></span><span class="old-price col-xs-6"><span class="price-label">Prix normal </span><span class="price">${euros(WAS)}</span></span>`
          : `<span class="regular-price col-xs-12"><span itemprop="price" class="price">${euros(product.price)}</span></span>`
      }</div>${
        product.soldOut || product === bowlS
          ? `<div><div class="product-btn"><a href="${pageOf(product)}" class="btn btn-cart btn-block">Voir le produit</a></div></div>`
          : formOf(
              product,
              `<fieldset class="product-cart form-inline"><div class="form-group group-qty hide" style="display:none"><label for="quantity">Quantité</label><input type="number" name="thelia_cart_add[quantity]" id="quantity" class="form-control" value="1" min="0" required></div><div><div class="product-btn"><button type="submit" class="btn btn-cart btn-block">Ajouter au panier</button></div></div></fieldset>`,
              `form-product-details${idOf(product)}`,
            )
      }</div></article></li>`;
    const grid = (shown: Product[]) =>
      `<div class="products-content"><ul class="product-col-4 list-unstyled row">${shown.map(single).join('')}</ul></div>`;
    const shown = [bowlS, jug, cloth, tray];
    app.get('/', (c) =>
      page(
        c,
        'home',
        'Accueil',
        `<div class="main"><section id="products-new"><div class="products-heading"><h2>Nouveautés</h2></div>${grid([jug, cloth])}</section></div>`,
      ),
    );
    const sort = (value: string, text: string) =>
      `<option value="${at(`/vaisselle.html?limit=8&order=${value}`)}">${text}</option>`;
    app.get('/vaisselle.html', (c) =>
      page(
        c,
        'category',
        'Vaisselle',
        `<div class="main layout-col-2-left"><article class="col-main grid" role="main"><section class="category-description"><h1 id="main-label" class="page-header">Vaisselle</h1></section><div class="toolbar toolbar-top" role="toolbar"><div class="sorter-container"><span class="amount">${shown.length} éléments</span><span class="sort-by"><label for="sortby-top">Trier par</label><select id="sortby-top" name="sortby">${sort('alpha', 'Nom croissant')}${sort('min_price', 'Prix croissant')}</select></span><span class="view-mode"><a href="${at('/vaisselle.html?mode=list')}" data-toggle="view" role="button" title="Liste" rel="nofollow" class="btn btn-list"><i class="icon-list"></i> Liste</a></span></div></div><div id="category-products">${grid(shown)}</div></article></div>`,
      ),
    );
    app.get('/search', (c) =>
      page(
        c,
        'search',
        'Recherche',
        `<div class="main"><article class="col-main" role="main"><h1 id="main-label" class="page-header">Résultat de recherche pour <small>${c.req.query('q')}</small></h1><div class="alert alert-warning">Aucun résultat</div></article></div>`,
      ),
    );
    const pse = (product: Product, combinations: number[]) => ({
      id: Number(product.id),
      isPromo: Number(product === cloth),
      ref: product.sku,
      quantity: product.soldOut ? 0 : STOCK,
      price: euros(product === cloth ? WAS : product.price),
      promo: euros(product.price),
      combinations,
    });
    for (const product of shown)
      app.get(`/${product.slug}.html`, (c) => {
        const many = product === bowlS;
        const own = many ? sizes.map(([one, , id]) => pse(one, [Number(id)])) : [pse(product, [])];
        const values = Object.fromEntries(sizes.map(([, label, id]) => [id, [label, 1]]));
        return page(
          c,
          'product',
          product.name,
          `<div class="main"><article id="product" class="col-main row ${product === cloth ? 'product--is-promo' : ''}" role="main" itemscope itemtype="http://schema.org/Product"><section id="product-gallery" class="col-sm-6"><figure class="product-image"><img src="data:," alt="${product.name}" class="img-responsive" itemprop="image"></figure></section><section id="product-details" class="col-sm-6"><div class="product-info"><h1 class="name"><span itemprop="name">${product.name}</span><span id="pse-name" class="pse-name"></span></h1><span itemprop="sku" class="sku">Réf.: <span id="pse-ref">${product.sku}</span></span><div class="short-description"><p>Terre de Puisaye.</p></div></div><div class="product-price" itemprop="offers" itemscope itemtype="http://schema.org/Offer"><div class="availability"><span class="availibity-label sr-only">Disponibilité: </span><span itemprop="availability" id="pse-availability"><span class="in">Disponible</span><span class="out">Hors stock</span></span></div><div class="price-container"><meta itemprop="category" content="Vaisselle"><meta itemprop="priceCurrency" content="€"><span id="pse-promo"><span class="special-price"><span class="price-label">Prix promo </span><span id="pse-price" class="price" itemprop="price">${euros(product.price)}</span></span> <span class="old-price"><span class="price-label">Prix normal </span><span id="pse-price-old" class="price">${euros(product === cloth ? WAS : product.price)}</span></span></span></div><div id="pse-validity" class="validity alert alert-warning" style="display: none;"> Désolé, cette déclinaison n'existe pas. </div></div>${formOf(
            product,
            `${many ? `<fieldset id="pse-options" class="product-options"><div class="option option-option"><label for="option-1" class="option-heading">Diamètre</label><div class="option-content clearfix"><select id="option-1" name="option-1" class="form-control input-sm pse-option" data-attribute="1"></select></div></div></fieldset>` : ''}<fieldset class="product-cart form-inline"><div class="form-group group-qty"><label for="quantity">Quantité</label><input type="number" name="thelia_cart_add[quantity]" id="quantity" class="form-control" value="1" min="1" required></div><div class="form-group group-btn"><button id="pse-submit" type="submit" class="btn btn_add_to_cart btn-primary"><i class="fa fa-chevron-right"></i> Ajouter au panier</button></div></fieldset>`,
            'form-product-details',
          )}</section><section id="product-tabs" class="col-sm-12"><ul class="nav nav-tabs" role="tablist"><li class="active" role="presentation"><a id="tab1" href="#description" data-toggle="tab" role="tab">Description</a></li></ul><div class="tab-content"><div class="tab-pane active in" id="description" itemprop="description" role="tabpanel"><p>Tourné et émaillé à l'atelier.</p></div></div></section><script type="text/javascript">var PSE_FORM = true; var PSE_COUNT = ${own.length}; var PSE_CHECK_AVAILABILITY = true; var PSE = ${inline(Object.fromEntries(own.map((one) => [one.id, one])))}; var PSE_COMBINATIONS_VALUE = ${inline(values)};</script></article><ul class="pager"><li class="next"><a href="${pageOf(jug)}">Produit suivant.</a></li></ul></div>`,
        );
      });

    app.post('/cart/add', async (c) => {
      const asked = await c.req.parseBody();
      const session = sessionOf(c);
      const product = products.find(({ id }) => id === asked['thelia_cart_add[product_sale_elements_id]'])!;
      const has = session.lines.find((line) => line.product === product)?.quantity ?? 0;
      const wanted = Number(asked['thelia_cart_add[quantity]']);
      // What it cannot add is answered with an error's own fragment, and the cart in the page is taken from it.
      session.error = has + wanted > STOCK ? 'Quantité insuffisante en stock' : '';
      if (!session.error) add(session.lines, product, wanted);
      return c.html(mini(session));
    });
    app.get('/ajax/addCartMessage', (c) => {
      const product = products.find(({ id }) => id === c.req.query('pse_id'))!;
      const error = told(c);
      return c.html(
        error
          ? `<div class="clearfix add-to-cart-error-page">${error}<p>Veuillez ré-essayer, ou <a href="${at('/contact')}">contactez-nous</a>.</p><button type="button" class="btn btn-default pull-right" data-dismiss="modal"><i class="fa fa-chevron-right"></i> Continuer mes achats </button></div>`
          : `<div class="clearfix"><table><tr><td colspan="3"><h3 class="text-center">Le produit a été ajouté à votre panier</h3></td></tr><tr><td class="col-md-4"><img itemprop="image" src="data:," alt="Product #1"></td><td class="col-md-4"><h2>${product.name}</h2></td><td class="col-md-4"><div class="special-price"><span class="price">${euros(product.price)}</span></div></td></tr></table><a href="${at('/cart')}" role="button" class="btn btn_add_to_cart pull-right"><span>Voir le panier</span></a><button type="button" class="btn btn-checkout pull-right" data-dismiss="modal"><span>Continuer mes achats</span></button></div>`,
      );
    });

    const STEPS = ['Votre panier', 'Facturation et livraison', 'Vérifier ma commande', 'Paiement sécurisé'];
    const progress = (active: number) =>
      `<div class="btn-group checkout-progress">${['/cart', '/order/delivery', '/order/invoice', '/order/placed'].map((path, at_) => `<a href="${at(path)}" role="button" class="btn btn-default btn-step${at_ === active ? ' active' : at_ > active ? ' disabled' : ''}"><span class="step-nb">${at_ + 1}</span> <span class="step-label">${STEPS[at_]}</span></a>`).join('')}</div>`;
    const head = (name: string, text: string) => `<th class="${name}"><span class="hidden-xs">${text}</span></th>`;
    const details = ({ product }: Line) =>
      `<h3 class="name"><a href="${pageOf(product)}">${product.name}</a></h3><div class="product-options"><dl class="dl-horizontal"><dt class="stockView">Disponible :</dt><dd>Disponible</dd><dt class="refView">N°</dt><dd>${product.sku}</dd></dl></div>`;
    const unit = (product: Product) =>
      `<div class="special-price"><span class="price">${euros(product.price)}</span></div>${product === cloth ? `<small class="old-price">au lieu de <span class="price">${euros(WAS)}</span></small>` : ''}`;
    const couponForm = (back: string, error: string) =>
      `<input type="hidden" name="thelia_order_coupon[success_url]" value="${back}"><div class="${error && 'has-error'}"><div class="input-group"><label class="control-label sr-only" for="code">Code :</label><input id="coupon" class="form-control" type="text" name="thelia_order_coupon[coupon-code]" value="" placeholder="Code promo" required><span class="input-group-btn"><button type="submit" class="btn btn-default">Ok</button></span></div>${error && `<span class="help-block">${error}</span>`}</div>`;
    app.get('/cart', (c) => {
      const session = sessionOf(c);
      const { lines, error = '' } = session;
      session.error = '';
      return page(
        c,
        'cart',
        'Panier',
        main(
          'Votre panier',
          lines.length
            ? `${progress(0)}<div id="errorStock" class="alert alert-warning" style="display:none;">Nous sommes désolés, certains des produits que vous avez commandé ne sont plus disponibles.</div><div class="table-responsive"><table class="table table-cart table-bordered"><thead><tr><th class="image">&nbsp;</th>${head('product', 'Nom du produit')}${head('unitprice', 'Prix unitaire TTC')}${head('qty', 'Quantité')}${head('subprice', 'Total TTC')}</tr></thead><tbody>${lines
                .map(
                  (line, index) =>
                    `<tr id="cart_item_id_${line.product.id}"><td class="image"><a href="${pageOf(line.product)}" class="thumbnail"><img itemprop="image" src="data:," alt="Product #${index + 1}"></a></td><td class="product">${details(line)}<a href="${at(`/cart/delete/${line.product.id}?success_url=/cart&${token}`)}" class="btn btn-link"><i class="fa fa-trash"></i> Supprimer</a></td><td class="unitprice">${unit(line.product)}</td><td class="qty"><div class="form-group group-qty"><form action="${at(`/cart/update?${token}`)}" class="form-inline" method="post"><input type="hidden" name="success_url" value="/cart"><input type="hidden" name="cart_item" value="${line.product.id}"><div class="form-group"><select name="quantity" class="form-control">${Array.from({ length: STOCK }, (_, n) => `<option ${line.quantity === n + 1 ? 'selected="selected"' : ''}>${n + 1}</option>`).join('')}</select></div><button type="submit" title="Mettre à jour la quantité" class="btn btn-primary sr-only">+</button></form></div></td><td class="subprice"><span class="price">${euros(line.product.price * line.quantity)}</span></td></tr>`,
                )
                .join(
                  '',
                )}<tr><td class="product" colspan="2"><form action="${at('/cart/country')}" class="form-inline" method="post"><h3>Estimation des frais de port pour France</h3><div>avec : Colissimo</div></form></td><td class="unitprice">${euros(FEE)}</td><td class="qty">-</td><td class="subprice">${euros(FEE)}</td></tr></tbody><tfoot><tr><td colspan="3" class="empty">&nbsp;</td><td colspan="2"><form id="form-coupon" action="${at('/order/coupon')}" method="post">${couponForm('/cart', error)}</form></td></tr><tr><td colspan="3" class="empty">&nbsp;</td><th class="total">Total TTC</th><td class="total"><div class="total-price"><span class="price">${euros(sumOf(lines) + FEE)}</span></div></td></tr></tfoot></table></div><a href="${at('/vaisselle.html')}" role="button" class="btn btn-default"><i class="fa fa-chevron-left"></i> Continuer mes achats</a><a href="${at('/order/delivery')}" class="btn btn-primary pull-right"><i class="fa fa-chevron-right"></i> Continuer la commande</a>`
            : `<div class="cart-warning alert alert-warning"><strong>Attention!</strong> Vous n'avez pas de produit dans votre panier.</div>`,
        ).replace('<article ', '<article id="cart" '),
      );
    });
    app.get('/cart/delete/:id', (c) => {
      const session = sessionOf(c);
      session.lines = session.lines.filter(({ product }) => product.id !== c.req.param('id'));
      return c.redirect('/cart');
    });
    app.post('/cart/update', async (c) => {
      const { cart_item, quantity } = await c.req.parseBody();
      sessionOf(c).lines.find(({ product }) => product.id === cart_item)!.quantity = Number(quantity);
      return c.redirect('/cart');
    });
    app.post('/order/coupon', (c) => {
      sessionOf(c).error = 'Ce code promo est invalide';
      return c.redirect('/cart');
    });

    const group = (form: string, name: string, label: string, type = 'text') =>
      `<div class="form-group group-${name}"><label class="control-label col-sm-3" for="${name}">${label} <span class="required">*</span></label><div class="control-input col-sm-5">${type === 'area' ? `<textarea name="${form}[${name}]" id="${name}" rows="6" class="form-control"></textarea>` : `<input type="${type}" name="${form}[${name}]" id="${name}" class="form-control" maxlength="255">`}</div></div>`;
    const register = 'thelia_customer_create';
    const registration = (c: Context) =>
      page(
        c,
        'register',
        "S'inscrire",
        main(
          'Créer un nouveau compte',
          `<form id="form-register" class="form-horizontal" action="${at('/register')}" method="post" novalidate><input type="hidden" name="${register}[success_url]" value="/">${told(c)}<fieldset id="register-info" class="panel panel-default"><div class="panel-heading"> 1. Informations personnelles </div><div class="panel-body">${group(register, 'firstname', 'Prénom')}${group(register, 'lastname', 'Nom')}${group(register, 'email', 'Adresse e-mail', 'email')}</div></fieldset><fieldset id="register-delivery" class="panel panel-default"><div class="panel-heading"> 2. Information de livraison </div><div class="panel-body">${group(register, 'address1', 'Adresse')}${group(register, 'zipcode', 'Code postal')}${group(register, 'city', 'Ville')}</div></fieldset><fieldset id="register-login" class="panel panel-default"><div class="panel-heading"> 3. Informations de connexion </div><div class="panel-body">${group(register, 'password', 'Mot de passe', 'password')}${group(register, 'password_confirm', 'Confirmation du mot de passe', 'password')}</div></fieldset><div class="form-group group-btn"><button type="submit" class="btn btn-primary"><i class="fa fa-chevron-right"></i> Créer</button></div></form>`,
        ),
      );
    app.get('/register', registration);
    app.post('/register', async (c) => {
      const asked = await c.req.parseBody();
      const session = sessionOf(c);
      session.error = asked[`${register}[zipcode]`] ? '' : 'Information erronée ou incomplète';
      if (session.error) return registration(c);
      session.in = true;
      return c.redirect('/');
    });
    const login = (c: Context) =>
      page(
        c,
        'login',
        'Connexion',
        main(
          'Connexion',
          `<form id="form-login" action="${at('/login')}" method="post" novalidate>${told(c)}<fieldset>${group('thelia_customer_login', 'email', 'Adresse e-mail', 'email')}<fieldset><legend>Avez-vous un compte ?</legend><div class="radio radio-account0"><label for="account0"><input type="radio" name="thelia_customer_login[account]" id="account0" value="0"> Non, je suis un nouveau client.</label></div><div class="radio radio-account1"><label for="account1"><input type="radio" name="thelia_customer_login[account]" id="account1" value="1" checked> Oui, j'ai un mot de passe :</label></div><div class="group-password">${group('thelia_customer_login', 'password', 'Mot de passe', 'password')}</div></fieldset></fieldset><div class="group-btn"><button type="submit" class="btn btn-primary"><i class="fa fa-chevron-right"></i> Suivant</button></div></form>`,
        ),
      );
    app.get('/login', login);
    app.post('/login', (c) => {
      sessionOf(c).error = 'Mauvais email ou mot de passe. Veuillez réessayer';
      return login(c);
    });
    app.post('/newsletter', (c) =>
      c.json({
        success: true,
        message: "Merci de votre inscription ! Nous vous tiendrons informé dès qu'il y aura des nouveautés.",
      }),
    );
    const contact = (c: Context, form: string) => page(c, 'contact', 'Contactez-nous', main('Contactez-nous', form));
    const contactForm = `<form id="form-contact" action="${at('/contact')}" method="post" novalidate><fieldset id="contact-info" class="panel panel-default"><div class="panel-heading"> Envoyez nous un message. </div><div class="panel-body">${group('thelia_contact', 'name', 'Nom et prénom')}${group('thelia_contact', 'email', 'Votre adresse e-mail', 'email')}${group('thelia_contact', 'subject', 'Sujet')}${group('thelia_contact', 'message', 'Votre message', 'area')}</div></fieldset><div class="form-group group-btn"><button type="submit" class="btn btn-primary"><i class="fa fa-chevron-right"></i> Envoyer</button></div></form>`;
    app.get('/contact', (c) => contact(c, contactForm));
    app.post('/contact', async (c) =>
      (await c.req.parseBody())['thelia_contact[email]']
        ? c.redirect('/contact/success')
        : contact(
            c,
            contactForm.replace(
              'id="email" class="form-control" maxlength="255">',
              '$&<span class="help-block">Cette valeur ne doit pas être vide.</span>',
            ),
          ),
    );
    app.get('/contact/success', (c) =>
      contact(
        c,
        '<div class="contact-success alert alert-success text-center"><h2 class="icon-comments">Merci !</h2><p>Merci de votre message, nous vous contacterons dès que possible.</p></div>',
      ),
    );

    const address = `<span class="fn">Mme LEROY Anne</span><address class="adr"><span class="street-address">3 rue des Lilas</span><br><span class="postal-code">89000</span> <span class="locality">Auxerre, <span class="country-name">France</span></span></address>`;
    const panel = (id: string, title: string, body: string) =>
      `<div id="${id}" class="panel panel-default"><div class="panel-heading">${title}</div><div class="panel-body" ${id === 'delivery-method' ? 'id="delivery-module-list-block"' : ''}>${body}</div></div>`;
    app.get('/order/deliveryModuleList', (c) =>
      c.html(
        `<table class="table table-condensed table-delivery"><tbody>${[
          ['5', 'Colissimo', FEE],
          ['6', 'Retrait en boutique', 0],
        ]
          .map(
            ([id, title, fee], index) =>
              `<tr><td><div class="radio"><label for="delivery-method_${id}"><input type="radio" name="thelia_order_delivery[delivery-module]" id="delivery-method_${id}" ${index ? '' : 'checked="checked"'} value="${id}"><p><strong>${title}</strong></p></label></div></td><td><div class="price"> ${euros(Number(fee))} </div></td></tr>`,
          )
          .join('')}</tbody></table>`,
      ),
    );
    app.get('/order/delivery', (c) =>
      page(
        c,
        'order-delivery',
        'Facturation et livraison',
        main(
          'Facturation et livraison',
          `${progress(1)}<form id="form-cart-delivery" action="${at('/order/delivery')}" method="post">${panel('delivery-address', `<a href="${at('/address/create')}" class="btn btn-add-address">Ajouter une nouvelle adresse</a> Choisissez une adresse de livraison`, `<table class="table table-address" role="presentation"><tbody><tr><th><div class="radio"><label for="delivery-address_2"><input type="radio" class="js-change-delivery-address" data-country="64" name="thelia_order_delivery[delivery-address]" value="2" checked="checked" id="delivery-address_2"> Adresse Principale </label></div></th><td>${address}</td></tr></tbody></table>`)}${panel('delivery-method', 'Choisissez votre moyen de livraison', '')}<a href="${at('/cart')}" role="button" class="btn btn-default">Retour</a><button type="submit" class="btn btn-primary pull-right"><i class="fa fa-chevron-right"></i> Etape suivante</button></form>`,
        ),
      ),
    );
    app.post('/order/delivery', (c) => c.redirect('/order/invoice'));
    const total = (name: string, label: string, amount: string) =>
      `<tr><th class="${name}">${label}</th><td class="${name}"><div><span class="price">${amount}</span></div></td></tr>`;
    const invoice = (c: Context) => {
      const { lines } = sessionOf(c);
      return page(
        c,
        'order-invoice',
        'Ma commande',
        main(
          'Vérifier ma commande',
          `${progress(2)}<form id="form-coupon" action="${at('/order/coupon')}" method="post"><table class="table table-cart table-bordered"><thead><tr><th class="image">&nbsp;</th>${head('product', 'Nom du produit')}${head('unitprice', 'Prix unitaire')}${head('unitprice', 'Prix unitaire TTC')}${head('qty', 'Quantité')}${head('subprice', 'Total')}</tr></thead><tbody>${lines
            .map(
              (line, index) =>
                `<tr><td class="image"><a href="${pageOf(line.product)}"><img src="data:," alt="Product #${index + 1}"></a></td><td class="product">${details(line)}</td><td class="unitprice"><div class="secondary-price"><small><span class="price">${euros(Math.round(line.product.price / 1.2))}</span></small></div></td><td class="unitprice">${unit(line.product)}</td><td class="qty"><span class="price">${line.quantity}</span></td><td class="subprice"><span class="price">${euros(line.product.price * line.quantity)}</span></td></tr>`,
            )
            .join(
              '',
            )}</tbody></table><div class="row"><table class="table table-cart table-bordered table-cart-total"><tfoot><tr><th class="coupon"><label for="coupon">Avez-vous un code promo ?</label></th><td class="coupon">${couponForm('/order/invoice', '')}</td></tr>${total('shipping', 'Frais de livraison', euros(FEE))}${total('', 'Total HT', euros(Math.round((sumOf(lines) + FEE) / 1.2)))}${total('total', 'Total TTC', euros(sumOf(lines) + FEE))}</tfoot></table></div></form><form id="form-cart-payment" action="${at('/order/invoice')}" method="post">${told(c)}<div id="cart-address" class="row">${panel('', 'Adresse de livraison', address)}${panel('', 'Adresse de facturation', address)}</div>${panel(
            'payment-method',
            'Choisissez votre moyen de paiement',
            `<ul class="list-group">${[
              ['8', 'Carte bancaire'],
              ['9', 'Chèque'],
            ]
              .map(
                ([id, title]) =>
                  `<li class="list-group-item text-left"><label for="payment_${id}"><input type="radio" name="thelia_order_payment[payment-module]" id="payment_${id}" value="${id}"> ${title} </label></li>`,
              )
              .join('')}</ul>`,
          )}<div class="well"><div class="checkbox"><label class="control-label" for="agreed"><input type="checkbox" name="thelia_order_payment[agreed]" id="agreed" value="1"> J'ai lu et j'accepte <a href="#" class="terms-quickview">les conditions générales de vente</a>. </label></div></div><a href="${at('/order/delivery')}" role="button" class="btn btn-default"><i class="fa fa-chevron-left"></i> Retour</a><button type="submit" class="btn btn-primary pull-right"><i class="fa fa-chevron-right"></i> Etape suivante</button></form>`,
        ),
      );
    };
    app.get('/order/invoice', invoice);
    let pays = '';
    app.post('/order/invoice', async (c) => {
      const asked = await c.req.parseBody();
      pays = String(asked['thelia_order_payment[payment-module]'] ?? '');
      if (pays && asked['thelia_order_payment[agreed]']) return c.redirect('/order/pay');
      sessionOf(c).error = 'Information erronée ou incomplète';
      return invoice(c);
    });
    let sold: Line[] = [];
    app.get('/order/pay', (c) => {
      const session = sessionOf(c);
      if (pays === '8')
        return page(
          c,
          'order-payment',
          'Paiement sécurisé',
          main(
            'Votre paiement',
            `<div class="panel"><div class="panel-heading">Redirection vers le service bancaire</div><form action="${banque}/payer" id="payment-form" method="post"><input type="hidden" name="vads_amount" value="${sumOf(session.lines) + FEE}"><input type="hidden" name="vads_order_id" value="41"><p>Connexion au serveur sécurisé, merci de patienter quelques secondes.</p></form></div><script>setTimeout(() => document.getElementById('payment-form').submit(), 300)</script>`,
          ),
        );
      sold = session.lines;
      session.lines = [];
      return c.redirect('/order/placed/42');
    });
    bank.post('/payer', (c) =>
      c.html(
        `<!doctype html><title>Paiement</title><h1>Carte bancaire</h1><a id="cancel" href="${at('/order/failed/41/annul%C3%A9')}">Annuler et revenir à la boutique</a>`,
      ),
    );
    app.get('/order/failed/41/:why', (c) =>
      page(
        c,
        'order-payment',
        'Paiement sécurisé',
        main(
          'Votre panier',
          `${progress(3)}<div id="payment-failure" class="panel panel-default"><div class="panel-heading"><h3 class="panel-title">Vous avez choisi de payer par : <span class="payment-method label label-primary">Carte bancaire</span></h3></div><div class="panel-body"><h3>Nous sommes désolés, un problème est survenu lors du paiement.</h3><p>Le paiement a été annulé.</p><a href="${at('/order/invoice')}" role="button" class="btn btn-primary">Ré-essayer le paiement</a></div></div>`,
        ),
      ),
    );
    app.get('/order/placed/42', (c) =>
      page(
        c,
        'order-payment',
        'Paiement sécurisé',
        main(
          'Votre panier',
          `${progress(3)}<div id="payment-success" class="panel panel-default"><div class="panel-heading"><h3 class="panel-title">Vous avez choisi  : <span class="payment-method label label-primary">Chèque</span></h3></div><div class="panel-body"><h3>Merci pour votre confiance. </h3><p>Un récapitulatif de commande vous a été envoyé par e-mail à l'adresse suivante : anne@exemple.fr</p><p>Votre commande sera confirmée à réception de votre paiement.</p><dl class="dl-horizontal"><dt>Commande numéro : </dt><dd>${REF}</dd><dt>Date : </dt><dd>27/11/2026</dd><dt>Total : </dt><dd>${euros(sumOf(sold) + FEE)}</dd></dl></div></div><a href="${at('/')}" role="button" class="btn btn-default">Retour à l'accueil</a>`,
        ),
      ),
    );
    app.get('/account/order/42', (c) =>
      page(
        c,
        'account-order',
        'Détail de la commande',
        main(
          `Détail de la commande ${REF}`,
          `<dl class="order-information dl-horizontal"><dt>REF</dt><dd>${REF}</dd><dt>Créée le</dt><dd>27/11/2026 10:04:12</dd><dt>Etat</dt><dd>Non payée</dd></dl><table class="table table-order table-bordered order-products"><thead><tr>${head('product', 'Nom du produit')}${head('unitprice', 'Prix unitaire TTC')}${head('qty', 'Quantité')}${head('subprice', 'Total')}</tr></thead><tbody>${sold.map(({ product, quantity }) => `<tr data-id=1 data-product-id=${idOf(product)} data-pse-id=${product.id}><td class="product"><p>${product.name}</p></td><td class="unitprice"><p>${euros(product.price)}</p></td><td class="qty"><p>${quantity}</p></td><td class="subprice"><p>${euros(product.price * quantity)}</p></td></tr>`).join('')}</tbody></table><table class="table order-total table-order"><tfoot><tr><td><p>Frais de livraison</p></td><td><p>${euros(FEE)}</p></td></tr><tr><td><h3>Total</h3></td><td><h3>${euros(sumOf(sold) + FEE)}</h3></td></tr></tfoot></table>`,
        ),
      ),
    );

    const named = (name: string, ...lines: [Product, number][]) => byName(pieces(name, 'EUR', ...lines));
    const dialog = (text: string) => (tab: Page) => says(tab, '.bootbox-body', text);
    const added = dialog('Le produit a été ajouté');
    const closed = async (tab: Page) => {
      await tab.click('.bootbox .btn[data-dismiss=modal]');
    };
    const go = (path: string) => (tab: Page) => tab.goto(at(path));
    const bought: [Product, number][] = [
      [jug, 1],
      [bowlL, 3],
    ];
    const cost = jug.price + 3 * bowlL.price + FEE;
    return {
      apps: { shop: app, banque: bank },
      walk: [
        step(
          'arrives',
          (tab) => tab.goto(at('/'), { referer: 'https://www.google.fr/' }),
          { name: 'landing' },
          optional('view_item_list'),
        ),
        step('searches in vain', fill({ '#q': 'lanterne' }, press('#form-search button'))),
        step('opens the category', press('.navbar-categories a >> nth=1'), { name: 'view_item_list' }),
        step(
          'sorts it',
          (tab) => Promise.all([tab.waitForNavigation(), tab.selectOption('#sortby-top', { label: 'Prix croissant' })]),
          optional('view_item_list'),
        ),
        step('looks at it as a list', (tab) => tab.click('.btn-list'), optional('view_item_list')),
        step(
          'adds the jug from there',
          async (tab) => {
            await tab.click('.item:has-text("Carafe") .btn-cart');
            await added(tab);
          },
          pieces('add_to_cart', 'EUR', [jug, 1]),
        ),
        step(
          'opens the tray, out of stock',
          press('.item:has-text("Plateau") h2 a'),
          pieces('view_item', 'EUR', [tray, 1]),
        ),
        step('opens the bowl', go('/bol-en-gres.html'), pieces('view_item', 'EUR', [bowlS, 1])),
        step(
          'adds two large ones',
          async (tab) => {
            await tab.selectOption('#option-1', '4');
            await fill({ '#quantity': '2' }, until('#pse-submit', '.bootbox'))(tab);
            await added(tab);
          },
          pieces('add_to_cart', 'EUR', [bowlL, 2]),
          optional('view_item'),
        ),
        step('wants more than there are', async (tab) => {
          await closed(tab);
          await fill({ '#quantity': '12' }, until('#pse-submit', '.bootbox'))(tab);
          await dialog('insuffisante')(tab);
        }),
        step(
          'opens the cloth, cheaper than it was',
          go('/torchon-en-lin.html'),
          pieces('view_item', 'EUR', [cloth, 1]),
        ),
        step(
          'adds it',
          async (tab) => {
            await until('#pse-submit', '.bootbox')(tab);
            await added(tab);
          },
          pieces('add_to_cart', 'EUR', [cloth, 1]),
        ),
        step('asks for another currency', go('/torchon-en-lin.html?currency=EUR'), optional('view_item')),
        step('goes to the cart', press('a.cart'), named('view_cart', [jug, 1], [bowlL, 2], [cloth, 1])),
        step(
          'takes a third bowl',
          (tab) => Promise.all([tab.waitForNavigation(), tab.selectOption('tr:has-text("Bol") select', '3')]),
          { ...named('add_to_cart', [bowlL, 1]), optional: true },
          optional('view_cart'),
        ),
        step('tries a code', fill({ '#coupon': 'PRINTEMPS' }, press('#form-coupon button')), optional('view_cart')),
        step(
          'removes the cloth',
          press('.table-cart tr:has-text("Torchon") a.btn-link'),
          named('remove_from_cart', [cloth, 1]),
          optional('view_cart'),
        ),
        step('writes without an address', async (tab) => {
          await press('.footer-block a[href$=contact]')(tab);
          await fill({ '#name': 'Anne' }, press('#form-contact button'))(tab);
        }),
        step(
          'writes to the shop',
          fill(
            { '#name': 'Anne', '#email': 'anne@exemple.fr', '#subject': 'Bol', '#message': 'Va-t-il au four ?' },
            press('#form-contact button'),
          ),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step(
          'asks for the newsletter',
          async (tab) => {
            await fill(
              { '#email-newsletter': 'anne@exemple.fr' },
              until('#form-newsletter-mini button', '.bootbox'),
            )(tab);
          },
          { name: 'generate_lead', form_kind: 'newsletter' },
        ),
        step('fails to log in', async (tab) => {
          await press('a.login')(tab);
          await fill({ '#form-login #email': 'anne@exemple.fr', '#password': 'non' }, press('#form-login button'))(tab);
        }),
        step('forgets the postcode', async (tab) => {
          await press('a.register')(tab);
          await fill({ '#firstname': 'Anne', '#email': 'anne@exemple.fr' }, press('#form-register button'))(tab);
        }),
        step(
          'opens an account',
          fill(
            {
              '#firstname': 'Anne',
              '#lastname': 'Leroy',
              '#email': 'anne@exemple.fr',
              '#address1': '3 rue des Lilas',
              '#zipcode': '89000',
              '#city': 'Auxerre',
              '#password': 'secret77',
              '#password_confirm': 'secret77',
            },
            press('#form-register button'),
          ),
          { name: 'sign_up' },
          optional('view_item_list'),
        ),
        step('opens the cart once more', press('a.cart'), named('view_cart', ...bought)),
        step('goes to the checkout', press('#cart > a.btn-primary'), named('begin_checkout', ...bought)),
        step('chooses how it is sent', press('#form-cart-delivery button'), named('add_shipping_info', ...bought)),
        step('chooses no payment', press('#form-cart-payment button')),
        step(
          'goes to the bank',
          async (tab) => {
            await tab.check('#payment_8');
            await tab.check('#agreed');
            await tab.click('#form-cart-payment button');
            await tab.waitForSelector('#cancel');
          },
          optional('add_payment_info'),
        ),
        step('gives up there', press('#cancel')),
        step('tries again', press('#payment-failure a')),
        step(
          'orders by cheque',
          async (tab) => {
            await tab.check('#payment_9');
            await tab.check('#agreed');
            await press('#form-cart-payment button')(tab);
          },
          byName(order('EUR', { id: REF, total: cost }, ...bought)),
          optional('add_payment_info'),
        ),
        step('reloads', (tab) => tab.reload()),
        step('looks at the order', go('/account/order/42')),
        step('goes home', press('a.home'), optional('view_item_list')),
        step('comes back', (tab) => tab.goBack()),
      ],
    };
  },
};

export default platform;
