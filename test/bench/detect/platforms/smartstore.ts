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
  printer,
  step,
  sumOf,
  until,
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { clientOf } from '../spa.ts';

const coffee = good('12', 'K-500', 'Kaffee Hochland, 500 g', 'kaffee-hochland-500-g', 1290);
const mill = good('21', 'HM-21', 'Handmühle Eiche', 'handmuehle-eiche', 8900);
const blackMill: Product = { ...mill, sku: 'HM-21-S', others: ['HM-21'], price: 9900 };
const pot = good('33', 'KN-08', 'Kanne 0,8 l', 'kanne-0-8-l', 4900);
const sieve = good('40', 'TS-1', 'Teesieb', 'teesieb', 1490, true);
const paper = good('45', 'FP-100', 'Filterpapier, 100 Stück', 'filterpapier-100-stueck', 450);
const products = [coffee, mill, pot, sieve, paper];
const FEE = 490;
const NUMBER = '1042';
const PER_ORDER: Record<string, number> = { [pot.id]: 2 };
const euro = printer('de-DE', 'EUR');

interface Cart {
  lines: Line[];
  wishes: Line[];
  compared: Product[];
  ordered?: Line[];
  declines: number;
}

/** A line of the cart goes by a number of its own. */
const rowId = ({ product }: Line) => `${Number(product.id) + 300 + (product === blackMill ? 1 : 0)}`;
const pieceCount = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
const bill = (lines: Line[], isSent: boolean) => {
  const total = sumOf(lines) + (isSent ? FEE : 0);
  return { total, tax: Math.round((total * 19) / 119) };
};
const href = ({ slug }: Product) => `/${slug}`;
const quantity = (name: string, value: number, more = '', id = name.replace('.', '_')) => `<div class="qty-input">
  <div class="numberinput-group input-group numberinput-centered"><a href="javascript:;" class="numberinput-button
  numberinput-down" tabindex="-1"><i class="fas fa-minus"></i></a><input type="number" name="${name}" id="${id}"
  class="form-control" value="${value}" min="1" max="100" step="1" data-step-interval="150" ${more}><a
  href="javascript:;" class="numberinput-button numberinput-up" tabindex="-1"><i class="fas fa-plus"></i></a></div></div>`;

const badge = (name: string) => `<span class="badge badge-pill badge-counter badge-counter-ring label-cart-amount
  badge-warning" style="display: none" data-bind-to="${name}">0</span>`;
const tool = (type: string, address: string, icon: string, bound: string, one: string, two: string, label: string) =>
  `<div class="shopbar-tool" id="shopbar-${type}" data-target="#${type}-tab"><a href="${address}" class="shopbar-button
  navbar-toggler" data-toggle="offcanvas" data-autohide="true" data-placement="end" data-target="#offcanvas-cart"
  aria-controls="offcanvas-cart" data-summary-href="/shoppingcart/cartsummary?${type}=True">
  <span class="shopbar-button-icon" aria-hidden="true"><i class="icm icm-${icon}"></i> ${badge(bound)}</span>
  <span class="shopbar-button-label" aria-label="${label}"><span>${one}</span><br><strong>${two}</strong></span>
  <span class="shopbar-button-label-sm">${label}</span></a></div>`;
const header = `<header id="header"><div class="menubar-section"><nav class="menubar navbar">
  <a class="menubar-link" href="/contactus">Kontakt</a> <a class="menubar-link" href="/login" id="menubar-my-account">Anmelden</a>
  </nav></div><div class="shopbar-section shopbar-light"><div class="container shopbar-container"><div class="shopbar">
  <div class="shopbar-col shop-logo"><a class="brand" href="/"><img src="data:," alt="Shop" class="img-fluid"></a></div>
  <div class="shopbar-col shopbar-search"><form action="/search" class="instasearch-form has-icon" method="get">
  <input type="text" class="instasearch-term form-control" name="q" value="" placeholder="Wonach suchen Sie?"
  data-instasearch="true" data-minlength="2" data-url="/search/instantsearch" autocomplete="off">
  <div class="instasearch-drop"><div class="instasearch-drop-body clearfix"></div></div></form></div>
  <div class="shopbar-col shopbar-tools" data-summary-href="/shoppingcart/cartsummary?cart=True&amp;wishlist=True">
  ${tool('compare', '/compareproducts', 'repeat', 'CompareItemsCount', 'Produkte', 'Vergleichen', 'Vergleichen')}
  ${tool('wishlist', '/wishlist', 'heart', 'WishlistItemsCount', 'Wunsch', 'Liste', 'Wunschliste')}
  ${tool('cart', '/cart', 'bag', 'CartItemsCount', 'Waren', 'Korb', 'Warenkorb')}</div></div></div></div>
  <div class="megamenu-section"><nav class="navbar navbar-light"><div class="megamenu"><ul class="navbar-nav">
  <li class="nav-item"><a class="nav-link" href="/kaffee"><span>Kaffee &amp; Tee</span></a></li></ul></div></nav></div></header>`;
const tab = (type: string, title: string, url: string, bound: string) => `<li class="nav-item col"><a id="${type}-tab"
  class="nav-link" data-toggle="tab" href="#occ-${type}" role="tab" data-url="${url}"><span class="title">${title}</span>
  ${badge(bound)}</a></li>`;
const canvas = `<aside id="offcanvas-cart" class="offcanvas offcanvas-end offcanvas-lg offcanvas-shadow" data-lg="true"
  data-blocker="true" data-overlay="true" tabindex="-1"><div class="offcanvas-content">
  <div class="offcanvas-cart-header offcanvas-tabs"><ul class="nav nav-tabs nav-tabs-line row no-gutters" role="tablist">
  ${tab('cart', 'Warenkorb', '/shoppingcart/offcanvasshoppingcart', 'CartItemsCount')}
  ${tab('wishlist', 'Wunschliste', '/shoppingcart/offcanvaswishlist', 'WishlistItemsCount')}
  ${tab('compare', 'Vergleichen', '/catalog/offcanvascompare', 'CompareItemsCount')}</ul></div>
  <div class="offcanvas-cart-content"><div class="tab-content"><form id="offcanvas-cart-form">
  <div class="tab-pane fade" id="occ-cart" role="tabpanel"></div><div class="tab-pane fade" id="occ-wishlist" role="tabpanel"></div>
  <div class="tab-pane fade" id="occ-compare" role="tabpanel"></div></form></div></div></div></aside>`;
const footer = `<footer id="footer" class="footer-light"><div class="container footer-main"><nav class="footer-links">
  <h4 class="footer-title">Informationen</h4><ul class="list-unstyled"><li><a href="/shippinginfo">Versandinfos</a></li></ul></nav>
  <form id="newsletter-form" method="post" action="/newsletter/subscribe"><div class="footer-newsletter">
  <h4 class="footer-title">Newsletter</h4><div id="newsletter-body"><div id="newsletter-subscribe-block" class="mt-2">
  <div class="input-group"><input name="NewsletterEmail" id="newsletter-email" type="text" placeholder="E-Mail-Adresse">
  <button id="newsletter-subscribe-button" type="submit" class="btn btn-primary"><span>Abonnieren</span></button></div>
  <label><input type="radio" name="optionsRadios" value="newsletter-subscribe" checked> <span>Abonnieren</span></label>
  <label><input type="radio" name="optionsRadios" value="newsletter-unsubscribe"> <span>Abbestellen</span></label></div>
  <div id="newsletter-result-block" class="alert alert-success d-none mt-2" role="status"></div></div></div></form></div>
  <div class="footer-bottom"><div>* Alle Preise inkl. MwSt., zzgl. <a href="/shippinginfo">Versandkosten</a></div></div></footer>`;
const style = `.d-none{display:none!important}.offcanvas{position:fixed;top:0;right:0;height:100%;overflow:auto;visibility:hidden;
  background:#fff;z-index:9}.offcanvas.on{visibility:visible}i{display:inline-block;min-width:1em;min-height:1em}.tab-pane{display:none}.tab-pane.active{display:block}
  .instasearch-drop{display:none}.instasearch-drop.open{display:block}.cart-row{display:flex}`;

const card = (product: Product) => `<article class="art" data-id="${product.id}"><div class="art-picture-block">
  <a class="art-picture img-center-container" href="${href(product)}" title="Zur Detailseite ${product.name}"><img
  src="data:," alt="${product.name}" loading="lazy"></a></div>
  <h3 class="art-name"><a href="${href(product)}" title="${product.name}"><span>${product.name}</span></a></h3>
  <div class="art-description">Aus eigener Rösterei und Werkstatt.</div>
  <div class="art-delivery-info"><span class="delivery-time">2-5 Werktage</span></div>
  <div class="art-price-block"><span class="art-price"><span class="art-finalprice"><span class="art-price-value">
  ${product === mill ? 'ab ' : ''}${euro(product.price)} *</span></span>${
    product === pot
      ? `<span class="art-info-group"><span class="art-compareprice"><span class="art-compareprice-value">${euro(5900)}
  </span></span></span>`
      : ''
  }</span>
  ${product === coffee ? `<div class="art-pangv">Inhalt: 0,5 kg (${euro(2580)} / 1 kg)</div>` : ''}</div>
  <div class="art-drop"><div class="row no-gutters art-btn-group">${
    product.soldOut
      ? ''
      : `<a data-href="/cart/addproductsimple/${product.id}?forceredirection=False" href="#" class="btn btn-primary
  ajax-cart-link px-sm-2 btn-lg art-btn col add-to-cart-button" title="In den Warenkorb" rel="nofollow" data-type="cart"
  data-action="add"><i class="fa fa-cart-arrow-down"></i></a>`
  }
  <a data-href="/cart/addproductsimple/${product.id}?shoppingCartTypeId=2" href="#" class="btn btn-secondary btn-lg art-btn
  col ajax-cart-link add-to-wishlist-button" title="Wunschliste" rel="nofollow" data-type="wishlist" data-action="add"><i
  class="fal fa-heart"></i></a><a data-href="/compareproducts/add/${product.id}" href="#" class="btn btn-secondary btn-lg
  art-btn col ajax-cart-link add-to-compare-list-button" title="Vergleichen" rel="nofollow" data-type="compare"
  data-action="add"><i class="fa fa-retweet"></i></a><a href="${href(product)}" class="btn btn-secondary btn-lg art-btn col
  product-details-button" title="Details"><i class="fa fa-info"></i></a></div></div></article>`;
const cards = (list: Product[]) => `<div class="artlist artlist-grid artlist-4-cols">${list.map(card).join('')}</div>`;

/** The parts of a product's page that a change of its form brings anew. */
const partsOf = (product: Product) => {
  const isMill = product.id === mill.id;
  const box = (one: Product, value: number, name: string) => `<div class="choice-item form-check"><input type="radio"
    id="pvari21-0-3-8-${value}" name="pvari21-0-3-8" value="${value}" class="form-check-input" ${one === product ? 'checked' : ''}>
    <label class="form-check-label" for="pvari21-0-3-8-${value}"><span>${name}</span></label></div>`;
  return {
    Attrs: `<table class="pd-attrs pd-group"><tr class="pd-attr-sku"><th scope="row">Art.-Nr.</th>
      <td itemprop="sku">${product.sku}</td></tr><tr class="pd-attr-weight"><th scope="row">Gewicht</th>
      <td itemprop="weight">0,5 kg</td></tr></table>`,
    Price: `<div class="pd-offer-price"><div class="pd-group"><div class="pd-price-group mb-3"><div class="pd-finalprice
      ${product === pot ? 'pd-finalprice-offer' : ''}"><span class="pd-finalprice-amount">${euro(product.price)}</span></div>
      <meta itemprop="priceCurrency" content="EUR"><meta itemprop="price" content="${product.price / 100}">${
        product === pot
          ? `<div class="pd-promoprice-group"><div class="pd-promoprice-line"><span class="pd-promoprice-label">Regulär:</span>
      <span class="pd-promoprice pl-1">${euro(5900)}</span></div><div class="pd-promoprice-line"><span
      class="pd-promoprice-label">Sie sparen:</span> <span class="pd-promosaving pl-1"><span>${euro(1000)}</span>
      <span class="badge badge-danger">17 %</span></span></div></div>`
          : ''
      }</div></div><div class="pd-group">${product === coffee ? `<div class="pd-pangv">Inhalt: 0,5 kg (${euro(2580)} / 1 kg)</div>` : ''}
      <div class="pd-legalinfo">inkl. MwSt. zzgl. <a href="/shippinginfo">Versandkosten</a></div></div></div>`,
    Stock: `<meta itemprop="availability" content="https://schema.org/${product.soldOut ? 'OutOfStock' : 'InStock'}">
      <div class="pd-stock-info pd-group"><div class="pd-stock ${product.soldOut ? 'pd-outofstock' : 'pd-instock'}">
      ${product.soldOut ? 'Ausverkauft' : 'Auf Lager'}</div>${
        product.soldOut
          ? `<div class="pd-stocksub"><a href="/login?returnUrl=${href(product)}" rel="nofollow">Bitte benachrichtigen, wenn verfügbar.</a></div>`
          : ''
      }</div>`,
    Variants: isMill
      ? `<div class="pd-variants"><div class="choice"><div class="choice-label">Farbe</div><div class="choice-control">
      <div class="form-check-list">${box(mill, 41, 'Natur')} ${box(blackMill, 42, 'Schwarz')}</div></div></div></div>`
      : '',
    OfferActions: `<div class="row flex-nowrap pd-offer-actions">${
      product.soldOut
        ? ''
        : `<div class="col-auto pd-offer-action-qty">${quantity(`addtocart_${product.id}.EnteredQuantity`, 1)}</div>
      <div class="col"><a class="btn btn-primary btn-lg btn-block btn-add-to-cart ajax-cart-link" href="#" rel="nofollow"
      data-href="/cart/addproduct/${product.id}/1" data-form-selector="#pd-form" data-type="cart" data-action="add"
      data-toggle="offcanvas" data-target="#offcanvas-cart"><i class="fa fa-cart-arrow-down"></i>
      <span>In den Warenkorb</span></a></div>`
    }</div>`,
  };
};
const action = (product: Product, type: string, address: string, icon: string, title: string) => `<div class="col-4
  pd-action-item"><button type="button" data-href="${address}" ${type === 'wishlist' ? 'data-form-selector="#pd-form"' : ''}
  title="${title}" class="reset pd-action-link pd-action-link-special action-${type} ajax-cart-link" data-type="${type}"
  data-action="add" data-product="${product.slug}"><i class="pd-action-icon icm icm-${icon}"></i>
  <span class="pd-action-label">${title}</span></button></div>`;
const detail = (product: Product) => {
  const part = partsOf(product);
  const others = products.filter((other) => other !== product).slice(0, 3);
  return `<div class="page product-details-page" itemscope itemtype="http://schema.org/Product"><article class="pd page-body">
    <div id="main-update-container" class="update-container" data-id="${product.id}"
    data-url="/product/updateproductdetails?productId=${product.id}&amp;bundleItemId=0"><form method="post" id="pd-form"
    action="${href(product)}"><section class="row pd-section pd-section-top"><div class="col-12 col-md-6 pd-data-col">
    <div id="pd-gallery"><img src="data:," alt="${product.name}"></div></div><aside class="col-12 col-md-6 pd-info-col">
    <div class="pd-info pd-group"><div class="page-title"><h1 class="pd-name" itemprop="name">${product.name}</h1></div>
    <div class="pd-description" itemprop="description">Aus eigener Rösterei und Werkstatt.</div></div>
    <div class="pd-attrs-container" data-partial="Attrs">${part.Attrs}</div>
    <div class="pd-offer" itemprop="offers" itemscope itemtype="http://schema.org/Offer">
    <meta itemprop="itemCondition" content="http://schema.org/NewCondition">
    <div class="pd-offer-price-container" data-partial="Price">${part.Price}</div>
    <div class="pd-stock-info-container" data-partial="Stock">${part.Stock}</div>
    ${part.Variants && `<div class="pd-variants-container" data-partial="Variants">${part.Variants}</div>`}
    <div class="pd-offer-actions-container" data-partial="OfferActions">${part.OfferActions}</div>
    <div class="pd-actions-container"><div class="row sm-gutters pd-actions">
    ${action(product, 'wishlist', `/cart/addproduct/${product.id}/2`, 'heart', 'Merken')}
    ${action(product, 'compare', `/compareproducts/add/${product.id}`, 'repeat', 'Vergleichen')}</div></div></div></aside>
    </section></form></div><section class="pd-section pd-section-bottom"><div class="block pd-related-products">
    <div class="block-title"><h3>Zubehör</h3></div>${cards(others)}</div></section></article></div>`;
};

const canvasRow = (line: Line, isWish = false) => `<div class="offcanvas-cart-item"><div class="row sm-gutters">
  <div class="col col-alpha"><a class="img-center-container" href="${href(line.product)}"><img src="data:," alt=""></a></div>
  <div class="col col-data"><a class="name fwm link-body link-dnu" href="${href(line.product)}" title="${line.product.name}">
  ${line.product.name}</a><div class="short-desc text-muted">Aus eigener Rösterei und Werkstatt.</div>
  ${line.product === blackMill ? '<div class="attributes">Farbe: Schwarz</div>' : ''}</div></div>
  <div class="row sm-gutters flex-wrap align-items-center mt-2"><div class="col col-alpha">${
    isWish
      ? ''
      : quantity(
          'item.EnteredQuantity',
          line.quantity,
          `data-update-url="/shoppingcart/updatecartitem" data-type="cart" data-sci-id="${rowId(line)}"`,
          'item_EnteredQuantity',
        )
  }</div>
  <div class="col"><span class="price unit-price">${euro(line.product.price)}</span></div><div class="col-auto text-nowrap">
  <a class="btn btn-secondary btn-sm btn-icon ajax-cart-link" title="${isWish ? 'In den Warenkorb' : 'Auf die Wunschliste'}" href="#"
  rel="nofollow" data-href="/shoppingcart/moveitembetweencartandwishlist?cartItemId=${rowId(line)}&amp;cartType=${isWish ? 'Wishlist' : 'ShoppingCart'}"
  data-name="${line.product.name}" data-type="${isWish ? 'wishlist' : 'cart'}" data-action="${isWish ? 'addfromwishlist' : 'addfromcart'}">
  <i class="fa${isWish ? ' fa-cart-arrow-down' : 'l fa-heart'}"></i></a><a class="btn btn-secondary btn-to-danger btn-sm
  btn-icon remove ajax-cart-link" title="Entfernen" href="#" rel="nofollow" data-name="${line.product.name}"
  data-href="/shoppingcart/delete${isWish ? 'wishlist' : 'cart'}item?cartItemId=${rowId(line)}"
  data-type="${isWish ? 'wishlist' : 'cart'}" data-action="remove"><i class="fal fa-trash-can"></i></a></div></div></div>`;
const nothing = (title: string) => `<div class="offcanvas-cart-body offcanvas-scrollable"><div class="no-items">
  <h4 class="no-item-title">${title} ist leer</h4><p class="no-item-icon"><i class="fa fa-shopping-basket fa-4x"></i></p>
  <p class="no-item-info text-muted">Hier liegt noch nichts.</p></div></div>`;
const canvasCart = (lines: Line[], added?: string) =>
  lines.length
    ? `<div class="offcanvas-cart-body offcanvas-scrollable">${
        added
          ? `<div class="alert alert-success alert-dismissible rounded-0 fade show" role="alert"><span>Das Produkt
  <strong>${added}</strong> wurde erfolgreich in den Warenkorb gelegt</span></div>`
          : ''
      }<div class="offcanvas-cart-items">${lines.map((line) => canvasRow(line)).join('')}</div></div>
  <div class="offcanvas-cart-footer"><div class="offcanvas-cart-footer-row"><div class="offcanvas-cart-footer-col mr-3"><div>
  <div class="sub-total-caption">Zwischensumme:</div><div class="sub-total price">${euro(sumOf(lines))}</div></div></div>
  <div class="offcanvas-cart-footer-col row"><div class="col"><a class="btn btn-success btn-flat btn-block btn-action" href="/cart">
  Zum Warenkorb</a></div><div class="col"><a class="btn btn-clear btn-block btn-action" href="/login?checkoutAsGuest=True&amp;returnUrl=%2Fcart">
  <i class="fa fa-check"></i> <span>Zur Kasse</span></a></div></div></div></div>`
    : nothing('Warenkorb');

const cartRows = (lines: Line[], isOpen: boolean) =>
  lines
    .map(
      (line) => `<div class="cart-row"><div class="cart-col cart-col-main"><div class="row sm-gutters">
  <div class="col cart-item-img"><img src="data:," alt="" class="img-fluid"></div><div class="col"><a class="cart-item-link"
  href="${href(line.product)}" title="Details">${line.product.name}</a><div class="cart-item-attrs fs-sm my-2">
  <div class="row cart-item-attr deliverytime-group"><div class="col-3">Lieferzeit</div><div class="col-9"><span
  class="delivery-time pl-0" title="2-5 Werktage"><span>2-5 Werktage</span></span></div></div><div class="row cart-item-attr
  text-nowrap"><div class="col-3">Art.-Nr.:</div><div class="col-9">${line.product.sku}</div></div></div>
  ${line.product === blackMill ? '<div class="attributes text-muted fs-sm mb-2">Farbe: Schwarz</div>' : ''}</div>${
    isOpen
      ? `<div class="col col-auto"><div class="cart-row-actions btn-group-vertical"><a class="btn btn-gray btn-to-danger btn-sm
  btn-icon ajax-action-link" title="Entfernen" href="#" rel="nofollow" data-href="/shoppingcart/deletecartitem?cartItemId=${rowId(line)}"
  data-name="${line.product.name}" data-type="cart" data-id="${rowId(line)}" data-action="remove"><i class="fa fa-2x">×</i></a></div></div>`
      : ''
  }</div></div><div class="cart-col cart-col-price" data-caption="Preis"><span class="price">${euro(line.product.price)}</span></div>
  <div class="cart-col cart-col-qty" data-caption="Menge">${
    isOpen
      ? quantity(
          `itemquantity${rowId(line)}`,
          line.quantity,
          `data-href="/shoppingcart/updatecartitem?sciItemId=${rowId(line)}&amp;isCartPage=True" data-sci-item="${rowId(line)}"`,
        )
      : `<span>${line.quantity}</span>`
  }</div><div class="cart-col cart-col-price cart-col-subtotal" data-caption="Gesamt"><span class="price">
  ${euro(line.product.price * line.quantity)}</span></div></div>`,
    )
    .join('');
const totals = (lines: Line[], isSent: boolean) => {
  const { total, tax } = bill(lines, isSent);
  const row = (kind: string, label: string, amount: string) => `<tr class="cart-summary-${kind}"><td
    class="cart-summary-label">${label}</td> <td class="cart-summary-value">${amount}</td></tr>`;
  const later = '<span class="text-muted text-wrap">Wird während des Checkouts berechnet.</span>';
  return `<table class="cart-summary">${row('subtotal', 'Zwischensumme:', euro(sumOf(lines)))}
    ${row('shipping', `<span class="text-nowrap">Versand:</span> ${isSent ? '<span class="font-weight-medium">Standardversand</span>' : ''}`, isSent ? `<span class="cart-summary-neg">${euro(FEE)}</span>` : later)}
    ${row('tax', 'inkl. 19 % MwSt:', euro(tax))}
    ${row('total', 'Gesamt:', isSent ? `<span>${euro(total)}</span>` : later)}</table>`;
};
const summary = (lines: Line[], isOpen: boolean, more = '') =>
  `<div class="order-summary-content cart-content">${
    lines.length
      ? `<form id="frm-shopping-cart" action="/cart" method="post" enctype="multipart/form-data"><div class="card">
  <div id="cart-items" class="cart mb-0 ${isOpen ? 'cart-editable' : ''}"><div class="cart-head"><div class="cart-row">
  <div class="cart-col cart-col-main">Produkte</div><div class="cart-col cart-col-price">Preis</div><div class="cart-col
  cart-col-qty">Menge</div><div class="cart-col cart-col-price cart-col-subtotal">Gesamt</div></div></div>
  <div class="cart-body">${cartRows(lines, isOpen)}</div></div><div class="cart-footer rounded-bottom"><div class="row">
  <div class="col-md-6">${more}</div><div class="col-md-6"><div id="order-totals">${totals(lines, !isOpen)}</div></div></div></div></div>${
    isOpen
      ? `<div class="cart-buttons my-4 row"><button class="btn btn-secondary btn-continue-shopping" type="submit"
  name="continueshopping" value="continueshopping"><span>Weiter einkaufen</span></button><div id="start-checkout-buttons">
  <div class="checkout-buttons"><input type="submit" name="startcheckout" value="startcheckout" id="startcheckout" class="d-none">
  <button type="button" id="checkout" name="checkout" class="btn btn-danger btn-lg btn-block btn-checkout"><span>Zur Kasse</span>
  <i class="fa fa-angle-right ml-3"></i></button></div></div></div>`
      : ''
  }</form>`
      : '<div class="alert alert-warning fade show">Ihr Warenkorb ist leer!</div>'
  }</div>`;

const STEPS = ['Warenkorb', 'Adresse', 'Versand', 'Zahlung', 'Bestätigung', 'Komplett'];
const PATHS = [
  '/cart',
  '/checkout/billingaddress',
  '/checkout/shippingmethod',
  '/checkout/paymentmethod',
  '/checkout/confirm',
];
const progress = (at: number) =>
  `<div class="costeps row no-gutters">${STEPS.map(
    (
      label,
      n,
    ) => `<div class="col-2 costep ${n < at ? 'visited' : n === at ? 'active' : 'inactive'}"><a class="costep-link"
  href="${n <= at && PATHS[n] ? PATHS[n] : 'javascript:void(0)'}"><i class="costep-icon"></i><span class="costep-label">${label}</span></a></div>`,
  ).join('')}</div>`;
const next = (
  back: string,
) => `<div class="buttons"><a href="${back}" class="btn btn-secondary btn-lg"><span>Zurück</span></a>
  <input type="submit" name="nextstep" id="nextstep" class="d-none"><button class="btn btn-warning btn-lg next-step-button"
  onclick="document.querySelector('#nextstep').click();return false;"><span>Weiter</span></button></div>`;
const field = (
  name: string,
  label: string,
  error = '',
  type = 'text',
) => `<div class="form-group row"><label for="${name.replace('.', '_')}"
  class="col-sm-3 col-form-label required">${label}</label><div class="col-sm-9"><input type="${type}" id="${name.replace('.', '_')}"
  name="${name}" class="form-control"><span class="${error ? 'field-validation-error' : 'field-validation-valid'}">${error}</span></div></div>`;
const option = (
  kind: string,
  at: number,
  name: string,
  value: string,
  note: string,
  fee = '',
) => `<li class="list-group-item
  opt-list-item"><div class="opt-data"><div class="form-check opt-control option-name radio"><input id="${kind}_${at}" type="radio"
  name="${kind}" class="opt-radio form-check-input" value="${value}" ${at ? '' : 'checked'}><label class="form-check-label"
  for="${kind}_${at}"><span class="opt-name">${name}</span></label></div>${fee && `<div class="opt-fee text-danger">${fee}</div>`}</div>
  <div class="opt-info text-muted">${note}</div></li>`;

const platform: Platform = {
  name: 'Smartstore',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<Cart>(() => ({ lines: [], wishes: [], compared: [], declines: 1 }), '.Smart.Session');
    const byId = (id: unknown) => products.find((product) => product.id === `${id}`)!;
    const asked = async (c: Context) => (await c.req.parseBody()) as Record<string, string>;
    const page = (c: Context, title: string, body: string, { isBare = false, at = -1, note = '' } = {}) =>
      c.html(`<!DOCTYPE html><html lang="de" dir="ltr"><head><meta charset="utf-8"><meta property="sm:root" content="/">
        <title itemprop="name">Kaffeekontor. ${title}</title>${tag}<style>${style}</style></head>
        <body class="lyt-cols-1 ${isBare ? 'checkout-page no-offcanvas-cart' : ''}"><div id="page">
        <div class="canvas-blocker canvas-slidable"></div><div class="page-main canvas-slidable">${header}
        <div id="content-wrapper"><section id="content" class="container">${
          at < 0
            ? `<nav class="breadcrumb-container"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="/">Home</a></li>
        <li class="breadcrumb-item"><a href="/kaffee">Kaffee &amp; Tee</a></li></ol></nav>`
            : progress(at)
        }<div id="content-body" class="row"><div id="content-center" class="col-lg-12">${body}</div></div></section></div>
        ${footer}</div></div>${canvas}<script>{${AJAX} ${clientOf('smartstore')}
        ${note && `displayNotification(${JSON.stringify(note)}, 'error');`}}</script></body></html>`);
    const titled = (
      kind: string,
      title: string,
      inner: string,
    ) => `<div class="page ${kind}-page"><div class="page-title">
      <h1 class="h3">${title}</h1></div><div class="page-body checkout-data">${inner}</div></div>`;

    app.get('/', (c) =>
      page(
        c,
        'Startseite',
        `<div class="page home-page"><h1>Frisch geröstet</h1>
        <div class="block"><h3>Bestseller</h3>${cards([coffee, pot, paper])}</div></div>`,
      ),
    );
    app.get('/kaffee', (c) => {
      const list = [...products];
      if (c.req.query('o')) list.sort((one, other) => one.price - other.price);
      return page(
        c,
        'Kaffee & Tee',
        `<div class="page category-page"><div class="page-title"><h1 class="h3">Kaffee &amp; Tee</h1>
        </div><div class="artlist-actions"><div class="dropdown"><a class="btn" href="#">Sortieren nach</a>
        <a class="dropdown-item" href="/kaffee?o=11" rel="nofollow">Preis: aufsteigend</a></div></div>${cards(list)}</div>`,
      );
    });
    app.get('/search', (c) => {
      const q = c.req.query('q') ?? '';
      const list = products.filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()));
      return page(
        c,
        `Suche ${q}`,
        `<div class="page search-page"><h1 class="h3">${list.length} Treffer für ${q}</h1>${cards(list)}</div>`,
      );
    });
    app.post('/search/instantsearch', async (c) => {
      const { q = '' } = await asked(c);
      const hits = products.filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()));
      return c.html(
        `<div class="instasearch-hits"><div class="instasearch-group">Produkte</div>${hits
          .map(
            (product) =>
              `<div class="instasearch-hit"><a href="${href(product)}"><img src="data:," alt=""> <span>${product.name}</span></a></div>`,
          )
          .join('')}</div>`,
      );
    });
    for (const product of products) app.get(href(product), (c) => page(c, product.name, detail(product)));
    app.post('/product/updateproductdetails', async (c) => {
      const { 'pvari21-0-3-8': color } = await asked(c);
      const product = color === '42' ? blackMill : byId(c.req.query('productId'));
      return c.json({ Partials: { ...partsOf(product), TierPrices: '' }, GalleryStartIndex: -1, GalleryHtml: null });
    });

    app.post('/shoppingcart/cartsummary', (c) => {
      const { lines, wishes, compared } = cartOf(c);
      const { cart, wishlist, compare } = c.req.query();
      return c.json({
        ...(cart && { CartItemsCount: pieceCount(lines) }),
        ...(wishlist && { WishlistItemsCount: pieceCount(wishes) }),
        ...(compare && { CompareItemsCount: compared.length }),
      });
    });
    let latest: [name: string, at: number] = ['', 0];
    app.post('/shoppingcart/offcanvasshoppingcart', (c) =>
      c.html(canvasCart(cartOf(c).lines, Date.now() - latest[1] < 2000 ? latest[0] : undefined)),
    );
    app.post('/shoppingcart/offcanvaswishlist', (c) => {
      const { wishes } = cartOf(c);
      return c.html(
        wishes.length
          ? `<div class="offcanvas-cart-body offcanvas-scrollable"><div class="offcanvas-cart-items">${wishes.map((line) => canvasRow(line, true)).join('')}</div></div>`
          : nothing('Wunschliste'),
      );
    });
    app.post('/catalog/offcanvascompare', (c) =>
      c.html(
        `<div class="offcanvas-cart-body offcanvas-scrollable"><div class="offcanvas-cart-items">${cartOf(c)
          .compared.map(
            (product) => `<div class="offcanvas-cart-item"><a class="name" href="${href(product)}">${product.name}</a>
          <span class="price">${euro(product.price)}</span></div>`,
          )
          .join('')}</div></div>`,
      ),
    );
    const put = (c: Context, product: Product, wanted: number, isWish: boolean) => {
      const { lines, wishes } = cartOf(c);
      const most = PER_ORDER[product.id];
      const inCart = lines.find((line) => line.product === product)?.quantity ?? 0;
      if (!isWish && most && inCart + wanted > most)
        return c.json({
          success: false,
          message: [`Die Bestellmenge übersteigt den Lagerbestand. Es können maximal ${most} bestellt werden.`],
        });
      add(isWish ? wishes : lines, product, wanted);
      if (!isWish) latest = [product.name, Date.now()];
      return c.json({ success: true });
    };
    app.post('/cart/addproduct/:id/:type', async (c) => {
      const { id, type } = c.req.param();
      const told = await asked(c);
      const product = told['pvari21-0-3-8'] === '42' && id === '21' ? blackMill : byId(id);
      return put(c, product, Number(told[`addtocart_${id}.EnteredQuantity`] ?? 1), type === '2');
    });
    app.post('/cart/addproductsimple/:id', (c) => {
      const product = byId(c.req.param('id'));
      const isWish = c.req.query('shoppingCartTypeId') === '2';
      return product === mill && !isWish ? c.json({ redirect: href(product) }) : put(c, product, 1, isWish);
    });
    app.post('/compareproducts/add/:id', (c) => {
      const product = byId(c.req.param('id'));
      cartOf(c).compared.push(product);
      return c.json({ success: true, message: `Das Produkt "${product.name}" wurde der Vergleichsliste hinzugefügt` });
    });
    const open = { displayCheckoutButtons: true };
    app.post('/shoppingcart/deletecartitem', (c) => {
      const cart = cartOf(c);
      cart.lines = cart.lines.filter((line) => rowId(line) !== c.req.query('cartItemId'));
      return c.json({
        success: true,
        ...open,
        message: 'Das Produkt wurde entfernt.',
        cartHtml: cartRows(cart.lines, true),
        totalsHtml: totals(cart.lines, false),
        cartItemCount: cart.lines.length,
      });
    });
    app.post('/shoppingcart/updatecartitem', async (c) => {
      const { lines } = cartOf(c);
      const { sciItemId, newQuantity } = await asked(c);
      const line = lines.find((one) => rowId(one) === sciItemId)!;
      const most = PER_ORDER[line.product.id];
      const isTaken = !most || Number(newQuantity) <= most;
      if (isTaken) line.quantity = Number(newQuantity);
      return c.json({
        success: isTaken,
        SubTotal: euro(sumOf(lines)),
        newItemPrice: '',
        message: isTaken
          ? []
          : [`Die Bestellmenge übersteigt den Lagerbestand. Es können maximal ${most} bestellt werden.`],
        cartHtml: cartRows(lines, true),
        totalsHtml: totals(lines, false),
        ...open,
      });
    });
    app.post('/shoppingcart/moveitembetweencartandwishlist', (c) => {
      const cart = cartOf(c);
      const { cartItemId, cartType } = c.req.query();
      const [from, to] = cartType === 'Wishlist' ? [cart.wishes, cart.lines] : [cart.lines, cart.wishes];
      const [line] = from.splice(
        from.findIndex((one) => rowId(one) === cartItemId),
        1,
      );
      add(to, line!.product, line!.quantity);
      return c.json({
        success: true,
        wasMoved: true,
        message: '',
        cartHtml: '',
        totalsHtml: '',
        cartItemCount: 0,
        ...open,
      });
    });

    const coupon = (
      message = '',
    ) => `<div class="cart-action cart-action-coupon"><h5 class="cart-action-title">Ich habe einen
      Rabattcode</h5><div class="cart-action-body" id="cart-action-coupon-body">${message && `<div class="alert alert-danger fade show"><span>${message}</span></div>`}
      <div class="coupon-code form-group"><input name="discountcouponcode" type="text" class="form-control discount-coupon-code"
      placeholder="Rabattcode hier eingeben"><button type="submit" class="btn btn-primary apply-discount-coupon-code-button"
      name="applydiscountcouponcode" value="applydiscountcouponcode"><span>Anwenden</span></button></div></div></div>`;
    const showCart = (c: Context, message = '') =>
      page(
        c,
        'Warenkorb',
        `<div class="page shopping-cart-page"><div class="page-title"><h1 class="h3">Warenkorb</h1></div>
        <div class="page-body">${summary(cartOf(c).lines, true, coupon(message))}
        <div class="block cross-sells"><h3>Auf Grund Ihrer Auswahl könnten Sie auch an folgenden Produkten Interesse haben.</h3>
        ${cards([paper])}</div></div></div>`,
        { isBare: true, at: 0 },
      );
    app.get('/cart', (c) => showCart(c));
    app.post('/cart', async (c) => {
      const told = await asked(c);
      if (told.applydiscountcouponcode)
        return showCart(c, 'Der eingegebene Rabattcode konnte nicht für den Auftrag verwendet werden.');
      return c.redirect(told.startcheckout ? '/login?checkoutAsGuest=True&returnUrl=%2Fcart' : '/kaffee');
    });
    app.get('/login', (c) =>
      page(
        c,
        'Anmelden',
        `<div class="page login-page"><div class="page-title"><h1>Willkommen, bitte melden Sie sich an.</h1></div>
        <div class="row">${
          c.req.query('checkoutAsGuest')
            ? `<div class="guest-block"><h5>Als Gast bestellen</h5><a class="btn btn-primary checkout-as-guest-button"
        href="/checkout/billingaddress"><span>Weiter als Gast</span></a></div>`
            : ''
        }<form action="/login" method="post"><input type="email" name="Email" id="Email" class="form-control">
        <input type="password" name="Password" id="Password" class="form-control"><button class="btn btn-primary btn-login"
        type="submit">Anmelden</button></form><a class="btn btn-success btn-register" href="/register">Registrieren</a></div></div>`,
      ),
    );
    const register = (c: Context, error = '') =>
      page(
        c,
        'Registrieren',
        `<div class="page registration-page"><div class="page-title"><h1>Registrieren</h1></div>
        <form method="post" action="/register" id="form-register">${error && `<div class="validation-summary-errors alert alert-danger"><ul><li>${error}</li></ul></div>`}
        ${field('FirstName', 'Vorname')} ${field('Email', 'E-Mail', '', 'email')} ${field('Password', 'Passwort', '', 'password')}
        ${field('ConfirmPassword', 'Passwort bestätigen', '', 'password')}<button type="submit" id="register-button"
        class="btn btn-primary" name="register-button">Registrieren</button></form></div>`,
      );
    app.get('/register', (c) => register(c));
    app.post('/register', async (c) =>
      (await asked(c)).Email === 'taken@example.com'
        ? register(c, 'Die angegebene E-Mail-Adresse existiert bereits.')
        : c.redirect('/registerresult/1'),
    );
    app.get('/registerresult/1', (c) =>
      page(
        c,
        'Registrierung',
        `<div class="page registration-result-page"><div class="page-title"><h1>Registrieren</h1></div>
        <div class="page-body"><div class="result alert alert-success">Ihre Registrierung ist abgeschlossen.</div>
        <a class="btn btn-primary register-continue-button" href="/">Weiter</a></div></div>`,
      ),
    );
    const contact = (c: Context, inner: string) =>
      page(
        c,
        'Kontakt',
        `<div class="page contact-page"><div class="page-title"><h1>Kontakt</h1></div><div class="page-body">${inner}</div></div>`,
      );
    app.get('/contactus', (c) =>
      contact(
        c,
        `<form method="post" action="/contactus">${field('FullName', 'Ihr Name')} ${field('Email', 'Ihre E-Mail', '', 'email')}
        <textarea name="Enquiry" id="Enquiry" class="form-control" placeholder="Anfrage"></textarea><button type="submit" name="send-email"
        class="btn btn-primary contact-us-button">Absenden</button></form>`,
      ),
    );
    app.post('/contactus', (c) =>
      contact(c, '<div class="alert alert-success">Ihre Anfrage wurde erfolgreich übermittelt.</div>'),
    );
    app.post('/newsletter/subscribe', async (c) =>
      /@/.test((await asked(c)).NewsletterEmail!)
        ? c.json({ Success: true, Result: 'Vielen Dank für Ihre Anmeldung. Sie erhalten eine E-Mail zur Bestätigung.' })
        : c.json({ Success: false, Result: 'Bitte geben Sie eine gültige E-Mail-Adresse an.' }),
    );

    const billing = (c: Context, error = '') =>
      page(
        c,
        'Rechnungsanschrift',
        titled(
          'billing-address',
          'Rechnungsanschrift',
          `<form method="post" action="/checkout/billingaddress">
        <fieldset class="content-group cnt-add-new-address pt-3"><legend><span>Rechnungsanschrift eingeben</span></legend>
        <input type="hidden" name="NewAddress.Id" value="0">${field('NewAddress.FirstName', 'Vorname')}
        ${field('NewAddress.LastName', 'Nachname')} ${field('NewAddress.Address1', 'Straße')}
        ${field('NewAddress.City', 'Ort')} ${field('NewAddress.ZipPostalCode', 'PLZ', error)}
        <select name="NewAddress.CountryId"><option value="57" selected>Deutschland</option></select>
        ${field('NewAddress.Email', 'E-Mail', '', 'email')}${next('/cart')}</fieldset></form>`,
        ),
        { isBare: true, at: 1 },
      );
    app.get('/checkout/billingaddress', (c) => (cartOf(c).lines.length ? billing(c) : c.redirect('/cart')));
    app.post('/checkout/billingaddress', async (c) =>
      (await asked(c))['NewAddress.ZipPostalCode']
        ? c.redirect('/checkout/shippingmethod')
        : billing(c, 'Bitte eine PLZ angeben.'),
    );
    app.get('/checkout/shippingmethod', (c) =>
      page(
        c,
        'Kasse',
        titled(
          'shipping-method',
          'Versandart auswählen',
          `<form method="post" action="/checkout/shippingmethod">
        <ul class="list-group opt-list shipping-options">
        ${option('shippingoption', 0, 'Standardversand', '2___Shipping.FixedRate', 'In zwei bis fünf Werktagen.', euro(FEE))}
        ${option('shippingoption', 1, 'Abholung', '1___Shipping.FixedRate', 'Im Laden.')}</ul>
        ${next('/checkout/billingaddress')}</form>`,
        ),
        { isBare: true, at: 2 },
      ),
    );
    app.post('/checkout/shippingmethod', (c) => c.redirect('/checkout/paymentmethod'));
    app.get('/checkout/paymentmethod', (c) =>
      page(
        c,
        'Kasse',
        titled(
          'payment-method',
          'Zahlungsart auswählen',
          `<form method="post" action="/checkout/paymentmethod">
        <ul class="list-group opt-list payment-methods">
        ${option('paymentmethod', 0, 'Kreditkarte', 'Payments.Card', 'Visa oder Mastercard.')}
        ${option('paymentmethod', 1, 'Vorkasse', 'Payments.Prepayment', 'Sie überweisen vorab.')}</ul>
        ${next('/checkout/shippingmethod')}</form>`,
        ),
        {
          isBare: true,
          at: 3,
          note: c.req.query('failed') ? 'Die Zahlung wurde von Ihrer Bank abgelehnt.' : '',
        },
      ),
    );
    app.post('/checkout/paymentmethod', (c) => c.redirect('/checkout/confirm'));
    const info = (
      title: string,
      inner: string,
    ) => `<div class="heading"><h5 class="heading-title font-weight-medium">${title}</h5></div>
      <a href="/checkout/billingaddress" class="btn btn-primary btn-sm change-checkout-data">Ändern</a><div class="mb-2">${inner}</div>`;
    const buy = `<div class="cart-footer-actions"><button class="btn btn-danger btn-lg btn-block btn-buy"><span>Kaufen</span>
      <i class="fa fa-angle-right ml-3"></i></button></div>`;
    app.get('/checkout/confirm', (c) =>
      page(
        c,
        'Bestätigung',
        titled(
          'checkout-confirm',
          'Bitte bestätigen Sie Ihren Auftrag.',
          `<form id="confirm-order-form" method="post"
        action="/checkout/confirm"><p class="page-intro lead">Sind alle Daten richtig, klicken Sie auf <strong>Kaufen</strong>.</p>
        <input type="hidden" id="customercommenthidden" name="customercommenthidden"><div id="terms-of-service-consent-box" class="card mb-3">
        <div class="form-check"><input id="termsofservice" type="checkbox" name="termsofservice" class="form-check-input">
        <label class="mb-0 form-check-label" for="termsofservice">Ich habe die AGB gelesen.</label></div></div>
        <div id="confirm-warnings" class="confirm-order"></div></form><div class="order-summary-body mb-4"><div class="card card-body
        order-review-data-box mb-3">${info('Rechnungsadresse', 'Ida Holm<br>Mühlenweg 4<br>50667 Köln')}
        ${info('Versandart', 'Standardversand')} ${info('Zahlungsart', 'Kreditkarte')}</div>
        ${summary(cartOf(c).lines, false)}${buy}</div>`,
        ),
        { isBare: true, at: 4 },
      ),
    );
    app.post('/checkout/confirm', (c) => {
      const cart = cartOf(c);
      if (cart.declines-- > 0) return c.redirect('/checkout/paymentmethod?failed=1');
      cart.ordered = cart.lines;
      cart.lines = [];
      return c.redirect('/checkout/completed');
    });
    app.get('/checkout/completed', (c) =>
      page(
        c,
        'Kasse',
        `<div class="page checkout-completed-page"><div class="heading mt-3"><h1 class="heading-title font-weight-light">
        Ihre Bestellung ist angekommen</h1></div><h3 class="text-muted font-weight-light">Vielen Dank für Ihren Einkauf!</h3>
        <div class="page-body checkout-data pt-4"><div class="order-completed"><div class="body fs-h5"><p><span>Ihre Bestellnummer:</span>
        <a href="/order/details/17" rel="nofollow"><strong>${NUMBER}</strong></a></p></div><p class="pt-3 mb-5"><a href="/order/details/17"
        class="btn btn-warning" rel="nofollow"><span>Bestelldetails</span></a> <a href="/" class="btn btn-secondary
        order-completed-continue-button"><span>Weiter einkaufen</span></a></p></div></div></div>`,
        { isBare: true, at: 5 },
      ),
    );
    app.get('/order/details/17', (c) => {
      const lines = cartOf(c).ordered ?? [];
      const cell = (label: string, value: string) =>
        `<div class="col-6 pb-3"><div class="text-muted h5">${label}</div> <div>${value}</div></div>`;
      return page(
        c,
        'Bestelldetails',
        `<div class="page page-order-details"><div class="page-title"><h1 class="h2">Bestelldetails
        <small class="text-muted">${NUMBER}</small></h1></div><div class="row mb-3">${cell('Bestelldatum', '27.11.2026')}
        ${cell('Bestellnummer', NUMBER)} ${cell('Auftragsstatus', 'Wird bearbeitet')} ${cell('Gesamt', euro(bill(lines, true).total))}</div>
        <div id="cart-items" class="cart"><div class="cart-body">${cartRows(lines, false)}</div></div>${totals(lines, true)}
        <form method="post" action="/order/reorder/17"><button class="btn re-order-button">Erneut bestellen</button></form></div>`,
      );
    });

    const settled = (tab: Page) => tab.waitForLoadState('networkidle');
    const goes = (path: string) => (tab: Page) => tab.goto(origin + path);
    const opens = (product: Product) => async (tab: Page) => {
      await press('.megamenu .nav-link')(tab);
      await press(`.art-name [href="${href(product)}"]`)(tab);
    };
    const inGrid = (product: Product, button: string) => async (tab: Page) => {
      const article = `article[data-id="${product.id}"]`;
      await tab.hover(article);
      await tab.click(`${article} ${button}`);
      await settled(tab);
    };
    const does = (selector: string) => async (tab: Page) => {
      await tab.click(selector);
      await settled(tab);
    };
    const inCanvas = (product: Product, inner: string) =>
      `#occ-cart .offcanvas-cart-item:has-text("${product.name}") ${inner}`;
    const adds = until('.btn-add-to-cart', '#occ-cart .alert-success');
    const warned = '.ui-pnotify .alert-danger';
    const bought: [Product, number][] = [
      [coffee, 3],
      [blackMill, 2],
      [pot, 2],
    ];
    const due = bill(
      bought.map(([product, quantity]) => ({ product, quantity })),
      true,
    );
    return {
      apps: { shop: app },
      walk: [
        step('landet auf der Startseite', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.de/' }), {
          name: 'landing',
        }),
        step('tippt in die Suche, die sofort antwortet', async (tab) => {
          await tab.type('.instasearch-term', 'kaf');
          await tab.waitForSelector('.instasearch-drop.open');
        }),
        step('sucht', async (tab) => {
          await tab.press('.instasearch-term', 'Enter');
          await tab.waitForURL(/search/);
        }),
        step('sortiert', async (tab) => {
          await press('.megamenu .nav-link')(tab);
          await press('.dropdown-item')(tab);
        }),
        step('merkt sich die Kanne', inGrid(pot, '.add-to-wishlist-button')),
        step('vergleicht sie', async (tab) => {
          await tab.click('.canvas-blocker', { force: true }).catch(() => {});
          await tab.evaluate(() => document.querySelector('#offcanvas-cart')!.classList.remove('on'));
          await inGrid(pot, '.add-to-compare-list-button')(tab);
          await tab.evaluate(() => document.querySelector('#offcanvas-cart')!.classList.remove('on'));
        }),
        step(
          'legt den Kaffee aus der Liste in den Warenkorb',
          async (tab) => {
            await inGrid(coffee, '.add-to-cart-button')(tab);
            await tab.waitForSelector('#occ-cart .alert-success');
          },
          pieces('add_to_cart', 'EUR', [coffee, 1]),
          optional('view_cart'),
        ),
        step(
          'will die Mühle aus der Liste und soll erst wählen',
          async (tab) => {
            await press('.megamenu .nav-link')(tab);
            await tab.hover('article[data-id="21"]');
            await press('article[data-id="21"] .add-to-cart-button')(tab);
          },
          pieces('view_item', 'EUR', [mill, 1]),
        ),
        step('wählt die schwarze', async (tab) => {
          await tab.check('#pvari21-0-3-8-42');
          await tab.waitForSelector('[itemprop=sku]:has-text("HM-21-S")');
        }),
        step('will zwei, was die Seite nachrechnet', does('.pd-offer-actions .numberinput-up')),
        step('legt sie in den Warenkorb', adds, pieces('add_to_cart', 'EUR', [blackMill, 2]), optional('view_cart')),
        step(
          'merkt sich die Kanne noch einmal',
          async (tab) => {
            await opens(pot)(tab);
            await does('.pd-action-item .action-wishlist')(tab);
          },
          pieces('view_item', 'EUR', [pot, 1]),
        ),
        step(
          'nimmt sie von der Wunschliste in den Warenkorb',
          async (tab) => {
            await tab.click('#occ-wishlist [data-action=addfromwishlist]');
            await tab.waitForSelector(inCanvas(pot, 'a.name'));
          },
          pieces('add_to_cart', 'EUR', [pot, 2]),
          optional('view_cart'),
        ),
        step('will eine Kanne zu viel', async (tab) => {
          await tab.evaluate(() => document.querySelector('#offcanvas-cart')!.classList.remove('on'));
          await until('.btn-add-to-cart', warned)(tab);
        }),
        step('öffnet das Teesieb, das ausverkauft ist', opens(sieve), pieces('view_item', 'EUR', [sieve, 1])),
        step('öffnet das Filterpapier', opens(paper), pieces('view_item', 'EUR', [paper, 1])),
        step('legt es in den Warenkorb', adds, pieces('add_to_cart', 'EUR', [paper, 1]), optional('view_cart')),
        step(
          'vertippt sich beim Newsletter',
          fill(
            { '#newsletter-email': 'ida' },
            until('#newsletter-subscribe-button', '#newsletter-result-block.alert-danger'),
          ),
        ),
        step(
          'abonniert ihn',
          fill(
            { '#newsletter-email': 'ida@example.com' },
            until('#newsletter-subscribe-button', '#newsletter-result-block.alert-success'),
          ),
          { name: 'generate_lead', form_kind: 'newsletter' },
        ),
        step(
          'schreibt dem Händler',
          async (tab) => {
            await goes('/contactus')(tab);
            await fill(
              { '#FullName': 'Ida Holm', '#Email': 'ida@example.com', '#Enquiry': 'Wann?' },
              press('.contact-us-button'),
            )(tab);
          },
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step('registriert sich mit einer vergebenen Adresse', async (tab) => {
          await goes('/register')(tab);
          await fill(
            {
              '#FirstName': 'Ida',
              '#Email': 'taken@example.com',
              '#Password': 'geheim-12',
              '#ConfirmPassword': 'geheim-12',
            },
            press('#register-button'),
          )(tab);
        }),
        step(
          'öffnet den Warenkorb',
          until('#shopbar-cart .shopbar-button', '#occ-cart a.name'),
          pieces('view_cart', 'EUR', [coffee, 1], [blackMill, 2], [pot, 2], [paper, 1]),
        ),
        step(
          'nimmt drei Kaffee',
          async (tab) => {
            await tab.fill(inCanvas(coffee, 'input'), '3');
            await tab.press(inCanvas(coffee, 'input'), 'Tab');
            await tab.waitForSelector(`#occ-cart .sub-total:has-text("339,20")`);
          },
          { ...pieces('add_to_cart', 'EUR', [coffee, 2]), optional: true },
        ),
        step('will drei Kannen', async (tab) => {
          await tab.fill(inCanvas(pot, 'input'), '3');
          await tab.press(inCanvas(pot, 'input'), 'Tab');
          await tab.waitForSelector(warned);
        }),
        step(
          'geht zum Warenkorb',
          press('#occ-cart [href="/cart"]'),
          pieces('view_cart', 'EUR', [coffee, 3], [blackMill, 2], [pot, 2], [paper, 1]),
        ),
        step(
          'versucht einen Rabattcode',
          fill({ '[name=discountcouponcode]': 'WINTER' }, press('.apply-discount-coupon-code-button')),
          optional('view_cart'),
        ),
        step(
          'entfernt das Filterpapier',
          async (tab) => {
            const row = `.cart-row:has-text("${paper.name}")`;
            await tab.click(`${row} [title=Entfernen]`);
            await tab.waitForSelector(row, { state: 'detached' });
          },
          pieces('remove_from_cart', 'EUR', [paper, 1]),
        ),
        step(
          'geht als Gast zur Kasse',
          async (tab) => {
            await press('#checkout')(tab);
            await press('.checkout-as-guest-button')(tab);
          },
          pieces('begin_checkout', 'EUR', ...bought),
        ),
        step(
          'vergisst die Postleitzahl',
          fill(
            {
              '#NewAddress_FirstName': 'Ida',
              '#NewAddress_LastName': 'Holm',
              '#NewAddress_Address1': 'Mühlenweg 4',
              '#NewAddress_City': 'Köln',
              '#NewAddress_Email': 'ida@example.com',
            },
            press('.next-step-button'),
          ),
        ),
        step('nennt sie', fill({ '#NewAddress_ZipPostalCode': '50667' }, press('.next-step-button'))),
        step('wählt den Versand', press('.next-step-button'), pieces('add_shipping_info', 'EUR', ...bought)),
        step('wählt die Zahlung', press('.next-step-button'), pieces('add_payment_info', 'EUR', ...bought)),
        step('vergisst die AGB', until('.btn-buy', warned)),
        step('kauft, und die Bank lehnt ab', async (tab) => {
          await tab.check('#termsofservice');
          await press('.btn-buy')(tab);
        }),
        step('zahlt anders', async (tab) => {
          await tab.check('#paymentmethod_1');
          await press('.next-step-button')(tab);
        }),
        step(
          'kauft',
          async (tab) => {
            await tab.check('#termsofservice');
            await press('.btn-buy')(tab);
          },
          {
            ...order('EUR', { id: NUMBER, total: due.total, tax: due.tax, shipping: FEE }, ...bought),
            transaction_id: [NUMBER, '17'],
          },
        ),
        step('lädt neu', (tab) => tab.reload()),
        step('sieht die Bestelldetails an', press('.btn-warning')),
        step('geht zurück', (tab) => tab.goBack()),
        step('öffnet den leeren Warenkorb', press('#shopbar-cart .shopbar-button'), optional('view_cart')),
      ],
    };
  },
};

export default platform;
