import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import {
  add,
  createCarts,
  fill,
  follow,
  good,
  item,
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
import type { Platform, Truth } from '../platform.ts';
import { clientOf } from '../spa.ts';

const VERSAND = 390;
const ORDER = '20014';

/** A variant: its page calls it by the product's name, the cart by its own. */
interface Article extends Product {
  article: string;
  option?: string;
}
const article = (number: string, id: string, name: string, slug: string, price: number, soldOut = false): Article => ({
  ...good(id, number, name, slug, price, soldOut),
  article: name,
});
const size = (number: string, id: string, option: string, price: number): Article => ({
  ...good(id, number, `Sandale Strandläufer ${option}`, 'schuhe/153/sandale-strandlaeufer', price),
  article: 'Sandale Strandläufer',
  option,
});

const brille = article('SW10170', '170', 'Sonnenbrille Horizont', 'accessoires/170/sonnenbrille-horizont', 3995);
const hut = article('SW10171', '171', 'Strohhut Mailand', 'accessoires/171/strohhut-mailand', 2450);
const kerze = article('SW10172', '172', 'Windlicht Messing', 'accessoires/172/windlicht-messing', 1790);
const tuch = article('SW10173', '173', 'Tuch Cashmere', 'accessoires/173/tuch-cashmere', 12900, true);
const klein = size('SW10153.1', '153', '37', 8990);
const gross = size('SW10153.2', '153', '41', 9490);
const articles = [brille, hut, kerze, tuch, klein, gross];
/** What is on sale shows what it was. */
const before = new Map([[hut, 3200]]);

const plain = printer('de-DE', 'EUR');
const euro = (cents: number) => `${plain(cents).replace(/\s/, '&nbsp;').replace('€', '&euro;')}*`;
const alert = (kind: string, icon: string, text: string) =>
  `<div class="alert is--${kind} is--rounded"><div class="alert--icon"><i class="icon--element icon--${icon}"></i></div>
<div class="alert--content">${text}</div></div>`;
const arrow = '<i class="icon--arrow-right"></i>';

interface Session {
  lines: Line[];
  notes: Article[];
  compared: number;
  user?: boolean;
  dispatch: number;
  ordered?: Line[];
}

const platform: Platform = {
  name: 'Shopware 5 Responsive',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const client = clientOf('shopware5');
    const sessionOf = createCarts<Session>(() => ({ lines: [], notes: [], compared: 0, dispatch: 9 }), 'session-1');
    const byNumber = (number: unknown) => articles.find(({ sku }) => sku === number);
    const feeOf = ({ dispatch }: Session) => (dispatch === 14 ? 990 : VERSAND);
    const linkOf = ({ slug, sku, option }: Article) => `${origin}/${slug}${option ? `?number=${sku}` : ''}`;

    const page = (c: Context, kind: string, title: string, body: string, head = '') => {
      const { lines, notes, user } = sessionOf(c);
      const minimal = /checkout|register/.test(kind) && !/act-cart/.test(kind);
      const navigation = `<nav class="shop--navigation block-group"><ul class="navigation--list block-group" role="menubar">
<li class="navigation--entry entry--search" role="menuitem" data-search="true"><a class="btn entry--link entry--trigger" href="#show-hide--search"
title="Suche anzeigen / schließen"><i class="icon--search"></i> <span class="search--display">Suchen</span></a>
<form action="/search" method="get" class="main-search--form"><input type="search" name="sSearch" aria-label="Suchbegriff..." class="main-search--field"
autocomplete="off" placeholder="Suchbegriff..." maxlength="30"><button type="submit" class="main-search--button" aria-label="Suchen">
<i class="icon--search"></i> <span class="main-search--text">Suchen</span></button></form><div class="main-search--results"></div></li>
<li class="navigation--entry entry--notepad" role="menuitem"><a href="${origin}/note" title="Merkzettel" class="btn"><i class="icon--heart"></i>
${notes.length ? `<span class="badge notes--quantity">${notes.length}</span>` : ''}</a></li>
<li class="navigation--entry entry--account" role="menuitem"><a href="${origin}/account" title="Mein Konto" class="btn is--icon-left entry--link account--link">
<i class="icon--account"></i> <span class="account--display">Mein Konto</span></a></li>
<li class="navigation--entry entry--cart" role="menuitem"><a class="btn is--icon-left cart--link" href="${origin}/checkout/cart" title="Warenkorb">
<span class="cart--display">${user ? 'Zur Kasse' : 'Warenkorb'}</span>
<span class="badge is--primary is--minimal cart--quantity${lines.length ? '' : ' is--hidden'}">${lines.length}</span><i class="icon--basket"></i>
<span class="cart--amount">${euro(sumOf(lines))}</span></a><div class="ajax-loader">&nbsp;</div></li></ul></nav>
<div class="container--ajax-cart" data-collapse-cart="true" data-displayMode="offcanvas"></div>`;
      const steps = ['Ihre Adresse', 'Zahlungsart &amp; Versand', 'Prüfen und Bestellen'].map(
        (text, at) =>
          `<li class="steps--entry"><span class="icon">${at + 1}</span><span class="text"><span class="text--inner">${text}</span></span></li>`,
      );
      return c.html(`<!DOCTYPE html><html class="no-js" lang="de" itemscope="itemscope" itemtype="https://schema.org/WebPage"><head>
<meta charset="utf-8"><title>${title} | Demoshop</title><meta itemprop="copyrightHolder" content="Demoshop">${head}${tag}
<style>i[class*=icon--]{display:inline-block;width:1em;height:1em}.is--hidden{display:none}.container--ajax-cart{display:none}.container--ajax-cart.is--open{display:block;position:fixed;right:0;top:0}</style>
</head><body class="${kind}${user ? ' is--user' : ''}${minimal ? ' is--minimal-header' : ''}"><div class="page-wrap">
<header class="header-main"><div class="top-bar"><ul class="service--list"><li class="navigation--entry entry--compare" role="menuitem"></li></ul></div>
<div class="container header--navigation"><div class="logo--shop block"><a class="logo--link" href="${origin}/" title="Demoshop - zur Startseite wechseln">
<img src="data:," alt="Demoshop"></a></div>${minimal ? '' : navigation}</div></header>
${minimal ? `<div class="steps--container container"><div class="steps--content panel--body center"><ul class="steps--list">${steps.join('')}</ul></div></div>` : `<nav class="navigation-main"><ul class="navigation--list container" role="menubar"><li class="navigation--entry"><a class="navigation--link is--first" href="${origin}/accessoires/" title="Accessoires"><span itemprop="name">Accessoires</span></a></li></ul></nav>`}
<section class="content-main container block-group"><div class="content-main--inner"><div class="content--wrapper">${body}</div></div></section>
<footer class="footer-main"><div class="container"><div class="footer--columns block-group">
<div class="footer--column column--hotline is--first block"><div class="column--headline">Service Hotline</div></div>
<div class="footer--column column--menu block"><ul><li><a class="navigation--link" href="${origin}/kontaktformular" title="Kontakt">Kontakt</a></li></ul></div>
<div class="footer--column column--newsletter is--last block"><div class="column--headline">Newsletter</div><p class="column--desc">Abonnieren Sie den kostenlosen
Newsletter und verpassen Sie keine Neuigkeit oder Aktion mehr aus dem Demoshop.</p><form class="newsletter--form" action="${origin}/newsletter" method="post">
<input type="hidden" value="1" name="subscribeToNewsletter"><div class="content"><input type="email" name="newsletter" class="newsletter--field" placeholder="Ihre E-Mail Adresse">
<button type="submit" class="newsletter--button btn"><i class="icon--mail"></i> <span class="button--text">Newsletter abonnieren</span></button></div></form></div></div>
<div class="footer--vat-info"><p class="vat-info--text">* Alle Preise inkl. gesetzl. Mehrwertsteuer zzgl. Versandkosten</p></div></div></footer></div>
<script>${client}</script></body></html>`);
    };

    const buyForm = ({ sku }: Article, fields: string, label: string) =>
      `<form name="sAddToBasket" method="post" action="${origin}/checkout/addArticle" class="buybox--form" data-add-article="true" data-eventName="submit"
data-showModal="false" data-addArticleUrl="${origin}/checkout/ajaxAddArticleCart"><input type="hidden" name="sActionIdentifier" value="">
<input type="hidden" name="sAddAccessories" id="sAddAccessories" value=""><input type="hidden" name="sAdd" value="${sku}">${fields}
<button class="buybox--button block btn is--primary is--icon-right is--center is--large" name="In den Warenkorb">${label}</button>${fields && '</div>'}</form>`;
    const box = (
      one: Article,
    ) => `<div class="product--box box--basic" data-page-index="1" data-ordernumber="${one.sku}" data-category-id="5">
<div class="box--content is--rounded"><div class="product--badges">${before.has(one) ? '<div class="product--badge badge--discount"><i class="icon--percent2"></i></div>' : ''}</div>
<div class="product--info"><a href="${linkOf(one)}" title="${one.article}" class="product--image"><img src="data:," alt="${one.article}"></a>
<a href="${linkOf(one)}" class="product--title" title="${one.article}">${one.article}</a><div class="product--description">Für lange Tage am Meer.</div>
<div class="product--price-info"><div class="price--unit"></div><div class="product--price"><span class="price--default is--nowrap${before.has(one) ? ' is--discount' : ''}">
${one.option ? 'ab ' : ''}${euro(one.price)}</span>${before.has(one) ? `<span class="price--pseudo"><span class="price--discount is--nowrap">${euro(before.get(one)!)}</span></span>` : ''}</div></div>
<div class="product--btn-container">${one.soldOut || one.option ? `<a href="${linkOf(one)}" class="buybox--button block btn is--icon-right is--center is--large" title="Zum Produkt - ${one.article}">Zum Produkt ${arrow}</a>` : buyForm(one, '', `<span class="buy-btn--cart-add">In den</span> <span class="buy-btn--cart-text">Warenkorb</span><i class="icon--basket"></i>`)}</div>
<div class="product--actions"><a href="${origin}/compare/add_article?articleID=${one.id}" title="Vergleichen" class="product--action action--compare" data-product-compare-add="true" rel="nofollow"><i class="icon--compare"></i> Vergleichen</a>
<a href="${origin}/note/ajaxAdd?ordernumber=${one.sku}" title="Auf den Merkzettel" class="product--action action--note" data-text="Gemerkt" rel="nofollow"><i class="icon--heart"></i> <span class="action--text">Merken</span></a></div></div></div></div>`;
    const listing = (shown: Article[]) =>
      `<div class="listing--container"><div class="listing" data-ajax-wishlist="true" data-compare-ajax="true">${shown.map(box).join('')}</div></div>`;

    const detail = (c: Context, one: Article, told = '') => {
      const variants = articles.filter(({ id }) => id === one.id);
      const configurator = `<div class="product--configurator"><form method="post" action="${linkOf(one)}" class="configurator--form upprice--form">
<p class="configurator--label">Größe:</p><div class="select-field"><select name="group[6]" data-ajax-select-variants="true">${variants.map((other) => `<option${other === one ? ' selected="selected"' : ''} value="${other.sku}">${other.option}</option>`).join('')}</select></div>
<noscript><input name="recalc" type="submit" value="Auswählen"></noscript></form></div>`;
      const notify = `<div class="product--notification"><input type="hidden" value="" name="notifyHideBasket" id="notifyHideBasket">
${told || alert('warning', 'warning', 'Benachrichtigen Sie mich, sobald der Artikel lieferbar ist.')}
<form method="post" action="${origin}/detail/notify/sArticle/${one.id}/number/${one.sku}" class="notification--form block-group"><input type="hidden" name="notifyOrdernumber" value="${one.sku}">
<input name="sNotificationEmail" type="email" class="notification--field block" placeholder="Ihre E-Mail Adresse"><button type="submit" class="notification--button btn is--center block"><i class="icon--mail"></i></button></form></div>`;
      const quantities = [1, 2, 3, 4, 5].map((one) => `<option value="${one}">${one}</option>`).join('');
      return page(
        c,
        'is--ctl-detail is--act-index',
        one.article,
        `<div class="content product--details" itemscope itemtype="https://schema.org/Product" data-ajax-wishlist="true" data-compare-ajax="true" data-ajax-variants-container="true">
<header class="product--header"><div class="product--info"><h1 class="product--title" itemprop="name">${one.article}</h1></div></header>
<div class="product--detail-upper block-group"><div class="product--image-container image-slider"><img src="data:," alt="${one.article}" itemprop="image"></div>
<div class="product--buybox block"><meta itemprop="brand" content="Beachdreams"><meta itemprop="weight" content="0.2 kg">
${one.soldOut ? alert('error', 'cross', 'Dieser Artikel steht derzeit nicht zur Verfügung!') + notify : ''}
<div itemprop="offers" itemscope itemtype="https://schema.org/Offer" class="buybox--inner"><meta itemprop="priceCurrency" content="EUR">
<span itemprop="priceSpecification" itemscope itemtype="https://schema.org/PriceSpecification"><meta itemprop="valueAddedTaxIncluded" content="true"></span>
<meta itemprop="url" content="${linkOf(one)}"><div class="product--price price--default${before.has(one) ? ' price--discount' : ''}">
<span class="price--content content--default"><meta itemprop="price" content="${one.price / 100}"> ${euro(one.price)}</span>
${before.has(one) ? `<span class="price--discount-icon"><i class="icon--percent2"></i></span><span class="content--discount"><span class="price--line-through">${euro(before.get(one)!)}</span> <span class="price--discount-percentage">(23,44% gespart)</span></span>` : ''}</div>
<p class="product--tax">inkl. MwSt. <a title="Versandkosten" href="${origin}/versand">zzgl. Versandkosten</a></p>
<div class="product--delivery"><link itemprop="availability" href="http://schema.org/${one.soldOut ? 'LimitedAvailability' : 'InStock'}"><p class="delivery--information"><span class="delivery--text">Sofort versandfertig, Lieferzeit ca. 1-3 Werktage</span></p></div>
${one.option ? configurator : ''}${one.soldOut ? '' : buyForm(one, `<div class="buybox--button-container block-group"><div class="buybox--quantity block"><div class="select-field"><select id="sQuantity" name="sQuantity" class="quantity--select">${quantities}</select></div></div>`, `<span class="buy-btn--cart-add">In den</span> <span class="buy-btn--cart-text">Warenkorb</span> ${arrow}`)}
<nav class="product--actions"><a href="${origin}/note/add?ordernumber=${one.sku}" class="action--link link--notepad" rel="nofollow" title="Auf den Merkzettel" data-ajaxUrl="${origin}/note/ajaxAdd?ordernumber=${one.sku}" data-text="Gemerkt"><i class="icon--heart"></i> <span class="action--text">Merken</span></a></nav></div>
<ul class="product--base-info list--unstyled"><li class="base-info--entry entry--sku"><strong class="entry--label">Artikel-Nr.: </strong><meta itemprop="productID" content="${one.id}"><span class="entry--content" itemprop="sku"> ${one.sku} </span></li></ul></div></div>
<div class="tab-menu--cross-selling"><ul class="tab--navigation"><li><a href="#content--similar-products" class="tab--link">Ähnliche Artikel</a></li></ul>
<div class="product-slider--container">${[brille, hut]
          .filter((other) => other !== one)
          .map(box)
          .join('')}</div></div></div>`,
        `<link rel="canonical" href="${origin}/${one.slug}"><meta property="og:type" content="product"><meta property="og:title" content="${one.article}"><meta property="product:price" content="${plain(one.price).replace(/[^\d,]/g, '')}">`,
      );
    };

    const row = ({ product, quantity }: Line, at: number, kind: string) => {
      const link = linkOf(product as Article);
      const options = [1, 2, 3, 4, 5]
        .map((one) => `<option value="${one}"${one === quantity ? ' selected="selected"' : ''}>${one}</option>`)
        .join('');
      const how =
        kind === 'finish'
          ? quantity
          : `<form name="basket_change_quantity${at}" class="select-field" method="post" action="${origin}/checkout/changeQuantity/sTargetAction/${kind}"><select name="sQuantity" data-auto-submit="true">${options}</select><input type="hidden" name="sArticle" value="${at}"></form>`;
      const cell = (name: string, label: string, text: string) =>
        `<div class="panel--td column--${name} is--align-right"><div class="column--label ${name}--label">${label}</div>${text}</div>`;
      const sum = product.price * quantity;
      return `<div class="table--tr block-group row--product"><div class="column--product"><div class="panel--td column--image"><div class="table--media"><a href="${link}" title="${product.name}" class="table--media-link"><img src="data:," alt="${product.name}"></a></div></div>
<div class="panel--td table--content"><a class="content--title" href="${link}" title="${product.name}">${product.name}</a><p class="content--sku content">Artikel-Nr.: ${product.sku}</p></div></div>
${cell('quantity', 'Anzahl', `${how}`)}${kind === 'cart' ? cell('unit-price', 'Stückpreis', euro(product.price)) : cell('tax-price', 'enthaltene MwSt.', euro(Math.round((sum * 19) / 119)))}${cell('total-price', 'Summe', euro(sum))}
${kind === 'finish' ? '' : `<div class="panel--td column--actions"><form action="${origin}/checkout/deleteArticle/sDelete/${at}/sTargetAction/${kind}" method="post"><button type="submit" class="btn is--small column--actions-link" title="Löschen"><i class="icon--cross"></i></button></form></div>`}</div>`;
    };
    const footer = (lines: Line[], fee: number) => {
      const total = sumOf(lines) + fee;
      const net = Math.round((total * 100) / 119);
      const rows: [string, string, string][] = [
        ['sum', 'Summe:', euro(sumOf(lines))],
        ['shipping', 'Versandkosten:', euro(fee)],
        ['total', 'Gesamtsumme:', plain(total)],
        ['totalnet', 'Gesamtsumme ohne MwSt.:', plain(net)],
        ['taxes', 'zzgl. 19.00 % MwSt.:', plain(total - net)],
      ];
      return `<ul class="aggregation--list">${rows.map(([name, label, amount]) => `<li class="list--entry block-group entry--${name}"><div class="entry--label block">${label}</div><div class="entry--value block">${amount}</div></li>`).join('')}</ul>`;
    };
    const head = (kind: string) =>
      `<div class="table--header block-group"><div class="panel--th column--product block">Artikel</div><div class="panel--th column--quantity block is--align-right">Anzahl</div><div class="panel--th block is--align-right">${kind === 'cart' ? 'Stückpreis' : 'enthaltene MwSt.'}</div><div class="panel--th column--total-price block is--align-right">Summe</div></div>`;
    const voucher = (kind: string) =>
      `<form method="post" action="${origin}/checkout/addVoucher/sTargetAction/${kind}" class="table--add-voucher add-voucher--form"><div class="add-voucher--panel block-group"><input type="text" class="add-voucher--field is--medium block" name="sVoucher" placeholder="Gutschein-Code eingeben"><button type="submit" class="add-voucher--button is--medium btn is--primary is--center block">${arrow}</button></div></form>`;
    const cartPage = (c: Context, told = '') => {
      const session = sessionOf(c);
      const { lines } = session;
      const proceed = `<a href="${origin}/checkout/shippingPayment" title="Zur Kasse" class="btn btn--checkout-proceed is--primary right is--icon-right is--large">Zur Kasse ${arrow}</a>`;
      return page(
        c,
        'is--ctl-checkout is--act-cart',
        'Warenkorb',
        lines.length
          ? `<div class="content content--basket content--checkout"><div class="product--table">${told}<div class="table--actions"><div class="main--actions"><a href="${linkOf(brille)}" title="Weiter shoppen" class="btn btn--checkout-continue is--secondary left is--large">Weiter shoppen</a>${proceed}</div></div>
<div class="panel has--border"><div class="panel--body is--rounded">${head('cart')}${lines.map((line, at) => row(line, at, 'cart')).join('')}
<form method="post" action="${origin}/checkout/addArticle/sTargetAction/cart" class="table--add-product add-product--form block-group"><input name="sAdd" class="add-product--field block" type="text" placeholder="Artikel-Nr. eingeben"><button type="submit" class="add-product--button btn is--primary is--center block">${arrow}</button></form>
<div class="basket--footer"><div class="table--aggregation">${voucher('cart')}</div>${footer(lines, VERSAND)}</div></div></div><div class="table--actions actions--bottom"><div class="main--actions">${proceed}</div></div></div></div>`
          : `<div class="content content--basket content--checkout"><div class="basket--info-messages">${alert('warning', 'warning', 'Ihr Warenkorb enthält keine Artikel')}</div></div>`,
      );
    };

    const offCanvas = ({ lines }: Session, told = '') =>
      `<div class="ajax--cart"><div class="buttons--off-canvas"><a href="#close-categories-menu" class="close--off-canvas"><i class="icon--arrow-left"></i> Weiter einkaufen</a></div>
${told ? `<div class="alert is--info is--rounded is--hidden"><div class="alert--icon"><div class="icon--element icon--info"></div></div><div class="alert--content">${told}</div></div>` : `<div class="alert is--success is--rounded is--hidden"><div class="alert--icon"><div class="icon--element icon--check"></div></div><div class="alert--content">Der Artikel wurde erfolgreich in den Warenkorb gelegt</div></div>`}
<div class="item--container">${
        lines
          .map(
            ({ product, quantity }, at) =>
              `<div class="cart--item"><div class="thumbnail--container"><img src="data:," alt="${product.name}" class="thumbnail--image"></div>
<div class="action--container"><form action="${origin}/checkout/ajaxDeleteArticleCart/sDelete/${at}" method="post"><button type="submit" class="btn is--small action--remove" title="Artikel entfernen"><i class="icon--cross"></i></button></form></div>
<a class="item--link" href="${linkOf(product as Article)}" title="${product.name}"><span class="item--quantity">${quantity}x</span> <span class="item--name">${product.name}</span> <span class="item--price">${euro(product.price * quantity)}</span></a></div>`,
          )
          .join('') ||
        '<div class="cart--item is--empty"><span class="cart--empty-text">Ihr Warenkorb ist leer</span></div>'
      }</div>
${lines.length ? `<div class="prices--container"><div class="prices--articles"><span class="prices--articles-text">Gesamtbetrag</span> <span class="prices--articles-amount">${plain(sumOf(lines))}</span></div></div>` : ''}
<div class="button--container"><a href="${origin}/checkout/shippingPayment" class="btn is--primary button--checkout is--icon-right" title="Zur Kasse">${arrow} Zur Kasse</a><a href="${origin}/checkout/cart" class="btn button--open-basket is--icon-right" title="Warenkorb anzeigen">${arrow} Warenkorb anzeigen</a></div></div>`;

    app.get('/', (c) =>
      page(
        c,
        'is--ctl-index is--act-index',
        'Demoshop',
        `<h1 class="hero--headline panel--title">Willkommen</h1>${box(brille)}`,
      ),
    );
    app.get('/accessoires/', (c) =>
      page(
        c,
        'is--ctl-listing is--act-index',
        'Accessoires',
        `<div class="content listing--content"><div class="hero-unit category--teaser"><h1 class="hero--headline panel--title">Accessoires</h1></div>
<div class="listing--actions"><form class="action--sort" method="get"><label class="sort--label">Sortierung:</label><select name="o" data-auto-submit="true"><option value="1">Erscheinungsdatum</option><option value="3">Niedrigster Preis</option></select></form></div>${listing([brille, hut, kerze, tuch, klein])}</div>`,
      ),
    );
    app.get('/search', (c) =>
      page(
        c,
        'is--ctl-search is--act-defaultsearch',
        'Suche',
        `<div class="content search--content"><h1 class="search--headline">Zu "<span class="headline--search-term">Strandkorb</span>" wurden leider keine Artikel gefunden</h1></div>`,
      ),
    );
    app.get('/ajax_search', (c) => {
      const word = (c.req.query('sSearch') ?? '').toLowerCase();
      const found = articles.filter(({ name }) => name.toLowerCase().includes(word));
      return c.html(
        `<ul class="results--list">${found.map((one) => `<li class="list--entry block-group result--item"><a class="search-result--link" href="${linkOf(one)}" title="${one.article}"><span class="entry--name block">${one.article}</span><span class="entry--price block"><div class="product--price"><span class="price--default is--nowrap">${euro(one.price)}</span></div></span></a></li>`).join('') || '<li class="list--entry entry--no-results result--item">Keine Suchergebnisse gefunden</li>'}</ul>`,
      );
    });
    for (const one of new Set(articles.map(({ slug }) => slug)))
      app.get(`/${one}`, (c) =>
        detail(
          c,
          byNumber(c.req.query('group[6]') ?? c.req.query('number')) ?? articles.find(({ slug }) => slug === one)!,
        ),
      );
    app.post('/detail/notify/*', (c) =>
      detail(
        c,
        tuch,
        alert(
          'success',
          'check',
          'Bestätigen Sie den Link der E-Mail, die Sie gerade erhalten haben. Sie erhalten dann eine E-Mail, sobald der Artikel wieder verfügbar ist.',
        ),
      ),
    );

    app.get('/note/ajaxAdd', (c) => {
      const { notes } = sessionOf(c);
      notes.push(byNumber(c.req.query('ordernumber'))!);
      return c.json({ success: true, notesCount: notes.length });
    });
    app.get('/note', (c) =>
      page(
        c,
        'is--ctl-note is--act-index',
        'Merkzettel',
        `<div class="content note--content"><div class="account--welcome panel"><h1 class="panel--title">Merkzettel</h1></div><div class="note--overview"><div class="panel--table is--rounded">${sessionOf(
          c,
        )
          .notes.map(
            (one) =>
              `<div class="note--item panel--tr"><div class="note--info panel--td"><a class="note--title" href="${linkOf(one)}" title="${one.article}">${one.article}</a><div class="note--ordernumber">Artikel-Nr.: ${one.sku}</div></div><div class="note--sale panel--td"><div class="note--price">${euro(one.price)}</div></div><a href="${origin}/note/delete/sDelete/1" title="Löschen" class="note--delete"><i class="icon--cross"></i></a></div>`,
          )
          .join('')}</div></div></div>`,
      ),
    );
    app.get('/note/delete/*', (c) => {
      sessionOf(c).notes.pop();
      return c.redirect('/note');
    });
    app.get('/compare/add_article', (c) =>
      c.html(
        `<a href="#" class="btn is--small compare--menu">Artikel vergleichen <span class="compare--counter">(${++sessionOf(c).compared})</span></a>`,
      ),
    );

    const put = (session: Session, number: unknown, quantity: number): string => {
      const one = byNumber(number);
      if (!one) return 'Artikel konnte nicht gefunden werden.';
      if (one === kerze)
        return 'Leider können wir den von Ihnen gewünschten Artikel nicht mehr in ausreichender Stückzahl liefern.';
      add(session.lines, one, quantity || 1);
      return '';
    };
    app.post('/checkout/ajaxAddArticleCart', async (c) => {
      const { sAdd, sQuantity } = await c.req.parseBody();
      await pause(120);
      const told = put(sessionOf(c), sAdd, Number(sQuantity));
      return c.html(offCanvas(sessionOf(c), told));
    });
    app.post('/checkout/ajaxDeleteArticleCart/sDelete/:at', (c) => {
      sessionOf(c).lines.splice(Number(c.req.param('at')), 1);
      return c.html(offCanvas(sessionOf(c)));
    });
    app.get('/checkout/ajaxCart', (c) => c.html(offCanvas(sessionOf(c))));
    // The badge counts lines.
    app.get('/checkout/ajaxAmount', (c) =>
      c.json({ amount: euro(sumOf(sessionOf(c).lines)), quantity: sessionOf(c).lines.length }),
    );
    app.get('/checkout/cart', (c) => cartPage(c));
    app.post('/checkout/addArticle/sTargetAction/cart', async (c) => {
      put(sessionOf(c), (await c.req.parseBody()).sAdd, 1);
      return c.redirect('/checkout/cart');
    });
    app.post('/checkout/changeQuantity/sTargetAction/cart', async (c) => {
      const { sArticle, sQuantity } = await c.req.parseBody();
      sessionOf(c).lines[Number(sArticle)]!.quantity = Number(sQuantity);
      return c.redirect('/checkout/cart');
    });
    app.post('/checkout/deleteArticle/sDelete/:at/sTargetAction/cart', (c) => {
      sessionOf(c).lines.splice(Number(c.req.param('at')), 1);
      return c.redirect('/checkout/cart');
    });
    app.post('/checkout/addVoucher/sTargetAction/cart', (c) =>
      cartPage(c, alert('error', 'cross', 'Der eingegebene Gutschein-Code ist ungültig')),
    );

    const register = (c: Context, told: { form?: string; login?: string } = {}) => {
      const more = '/sTarget/checkout/sTargetAction/shippingPayment';
      const field = (name: string, id: string, label: string, type = 'text') =>
        `<div class="register--${id}"><input autocomplete="section-personal ${id}" name="register[${name}]" type="${type}" required="required" aria-required="true" placeholder="${label}*" id="${id}" value="" class="register--field is--required"></div>`;
      return page(
        c,
        'is--ctl-register is--act-index is--target-checkout',
        'Registrierung',
        `<div class="register--content panel content block has--border is--rounded" id="registration" data-register="true"><form method="post" action="${origin}/register/saveRegister${more}" class="panel register--form">${told.form ? alert('error', 'cross', told.form) : ''}
<div class="panel register--personal"><h2 class="panel--title is--underline">Ich bin Neukunde</h2><div class="panel--body is--wide"><div class="register--customertype is--hidden"><select id="register_personal_customer_type" name="register[personal][customer_type]"><option value="private" selected="selected">Privatkunde</option></select></div>
<div class="register--salutation field--select"><select name="register[personal][salutation]" id="salutation" required="required" class="is--required"><option value="" disabled="disabled" selected="selected">Anrede*</option><option value="mr">Herr</option><option value="ms">Frau</option></select></div>
${field('personal][firstname', 'firstname', 'Vorname')}${field('personal][lastname', 'lastname', 'Nachname')}
<div class="register--check"><input type="checkbox" value="1" id="register_personal_skipLogin" name="register[personal][accountmode]" class="register--checkbox chkbox"><label for="register_personal_skipLogin" class="chklabel is--bold">Kein Kundenkonto anlegen</label></div>
${field('personal][email', 'register_personal_email', 'Ihre E-Mail-Adresse', 'email')}<div class="register--account-information">${field('personal][password', 'register_personal_password', 'Ihr Passwort', 'password')}<div class="register--password-description">Ihr Passwort muss mindestens 8 Zeichen umfassen.</div></div></div></div>
<div class="panel register--address"><h2 class="panel--title is--underline">Ihre Adresse</h2><div class="panel--body is--wide">${field('billing][street', 'street', 'Straße und Nr.')}${field('billing][zipcode', 'zipcode', 'PLZ')}${field('billing][city', 'city', 'Ort')}
<div class="register--country field--select"><select name="register[billing][country]" id="country" required="required" class="select--country is--required"><option value="2" selected="selected">Deutschland</option></select></div>
<div class="register--alt-shipping"><input name="register[billing][shippingAddress]" type="checkbox" id="register_billing_shippingAddress" value="1"><label for="register_billing_shippingAddress">Die Lieferadresse weicht von der Rechnungsadresse ab.</label></div></div></div>
<div class="register--action"><button type="submit" class="register--submit btn is--primary is--large is--icon-right" name="Submit">Weiter ${arrow}</button></div></form></div>
<div class="register--login content block">${told.login ? `<div class="account--error">${alert('error', 'cross', told.login)}</div>` : ''}<div class="register--existing-customer panel has--border is--rounded"><h2 class="panel--title is--underline">Ich bin bereits Kunde</h2>
<form name="sLogin" method="post" action="${origin}/account/login${more}" id="login--form"><input name="sTarget" type="hidden" value="checkout"><input name="email" placeholder="Ihre E-Mail-Adresse" type="email" autocomplete="email" id="email" class="register--login-field"><input name="password" placeholder="Ihr Passwort" type="password" autocomplete="current-password" id="passwort" class="register--login-field"><button type="submit" class="register--login-btn btn is--primary is--large is--icon-right" name="Submit">Anmelden ${arrow}</button></form></div></div>`,
      );
    };
    app.post('/register/:action{ajax_validate_\\w+}', (c) =>
      c.json(
        c.req.param('action').endsWith('email')
          ? { email: false, emailConfirmation: false }
          : { password: false, passwordConfirmation: false },
      ),
    );
    app.post('/register/saveRegister/*', async (c) => {
      const asked = await c.req.parseBody();
      if (String(asked['register[personal][password]']).length < 8)
        return register(c, {
          form: '<ul class="alert--list"><li class="list--entry is--first">Bitte füllen Sie alle rot markierten Felder aus</li></ul>',
        });
      sessionOf(c).user = true;
      return c.redirect('/checkout/shippingPayment');
    });
    app.post('/account/login/*', (c) =>
      register(c, { login: 'Ihre Zugangsdaten konnten keinem Benutzer zugeordnet werden' }),
    );

    const choices = (session: Session) => {
      const radio = (name: string, value: number, checked: boolean, label: string, id: string) =>
        `<div class="method block"><div class="method--input"><input type="radio" name="${name}" class="radio auto_submit" value="${value}" id="${id}"${checked ? ' checked="checked"' : ''}></div><div class="method--label is--first"><label class="method--name is--strong" for="${id}">${label}</label></div></div>`;
      return `<div class="confirm--outer-container"><form id="shippingPaymentForm" name="shippingPaymentForm" method="post" action="${origin}/checkout/saveShippingPayment/sTarget/checkout/sTargetAction/index" class="payment">
<div class="confirm--actions table--actions block"><button type="submit" class="btn is--primary is--icon-right is--large right main--actions">Weiter ${arrow}</button></div>
<div class="shipping-payment--information"><div class="payment--method-list panel has--border is--rounded block"><h3 class="payment--method-headline panel--title is--underline">Zahlungsart</h3>${radio('payment', 5, true, 'Vorkasse', 'payment_mean5')}${radio('payment', 4, false, 'Rechnung', 'payment_mean4')}</div>
<div class="dispatch--method-list panel has--border is--rounded block"><h3 class="dispatch--method-headline panel--title is--underline">Versandart</h3>${radio('sDispatch', 9, session.dispatch === 9, 'Standard Versand', 'confirm_dispatch9')}${radio('sDispatch', 14, session.dispatch === 14, 'Express Versand', 'confirm_dispatch14')}</div></div></form>
<div class="confirm--inner-container block">${footer(session.lines, feeOf(session))}</div></div>`;
    };
    // Who is not known yet is asked to register, at the same address.
    app.get('/checkout/shippingPayment', (c) =>
      sessionOf(c).user
        ? page(
            c,
            'is--ctl-checkout is--act-shippingpayment',
            'Bestellung abschließen',
            `<div class="content content--confirm product--table" data-ajax-shipping-payment="true">${choices(sessionOf(c))}</div>`,
          )
        : register(c),
    );
    app.post('/checkout/saveShippingPayment/*', async (c) => {
      const asked = await c.req.parseBody();
      const session = sessionOf(c);
      session.dispatch = Number(asked.sDispatch);
      return asked.isXHR ? c.html(choices(session)) : c.redirect('/checkout/confirm');
    });
    const confirm = (c: Context, told = '') => {
      const session = sessionOf(c);
      const { lines } = session;
      return page(
        c,
        'is--ctl-checkout is--act-confirm',
        'Bestellung abschließen',
        `<div class="content confirm--content">${told}<div class="tos--panel panel has--border"><div class="panel--title primary is--underline">AGB und Widerrufsbelehrung</div><form id="confirm--form" method="post" action="${origin}/checkout/finish"><textarea class="is--hidden user-comment--hidden" rows="1" cols="1" name="sComment"></textarea>
<ul class="list--checkbox list--unstyled"><li class="block-group row--tos"><input type="checkbox" id="sAGB" name="sAGB"><label for="sAGB">Ich habe die <a href="${origin}/agb">AGB</a> Ihres Shops gelesen und bin mit deren Geltung einverstanden.</label></li></ul></form></div>
<div class="panel--group block-group information--panel-wrapper"><div class="information--panel-item"><div class="panel--title is--underline">Rechnungs- und Lieferadresse</div><div class="panel--body is--wide">Anna Meier<br>Gasse 1<br>10115 Berlin<br>Deutschland</div></div>
<div class="payment--panel"><div class="panel--title is--underline payment--title">Zahlungsart &amp; Versand</div><div class="panel--body is--wide payment--content"><strong class="payment--title">Zahlungsart:</strong> Vorkasse<br><strong class="shipping--title">Versandart:</strong> Express Versand</div><a href="${origin}/checkout/shippingPayment/sTarget/checkout" class="btn is--small btn--change-payment">Ändern</a></div></div>
<div class="panel has--border additional--features">${voucher('confirm')}<form method="post" action="${origin}/checkout/addArticle/sTargetAction/confirm" class="table--add-product add-product--form block-group"><input name="sAdd" class="add-product--field block" type="text" placeholder="Artikel-Nr. eingeben"><button type="submit" class="add-product--button btn is--primary is--small block">${arrow}</button></form></div>
<div class="product--table">${head('confirm')}${lines.map((line, at) => row(line, at, 'confirm')).join('')}${footer(lines, feeOf(session))}</div>
<div class="table--actions actions--bottom"><div class="main--actions"><button type="submit" class="btn is--primary is--large right is--icon-right" form="confirm--form" data-preloader-button="true">Zahlungspflichtig bestellen${arrow}</button></div></div></div>`,
      );
    };
    app.get('/checkout/confirm', (c) => (sessionOf(c).user ? confirm(c) : register(c)));
    // What is refused is the page before, at the address of the thanks.
    app.on(['GET', 'POST'], '/checkout/finish', async (c) => {
      const session = sessionOf(c);
      if (session.lines.length) {
        if (!(await c.req.parseBody()).sAGB)
          return confirm(c, alert('error', 'cross', 'Bitte bestätigen Sie unsere AGB'));
        session.ordered = session.lines;
        session.lines = [];
      }
      return page(
        c,
        'is--ctl-checkout is--act-finish',
        'Bestellung abschließen',
        `<div class="content checkout--content finish--content"><div class="finish--teaser panel has--border is--rounded"><h2 class="panel--title teaser--title is--align-center">Vielen Dank für Ihre Bestellung bei Demoshop!</h2><div class="panel--body is--wide is--align-center"><p class="teaser--text">Wir haben Ihnen eine Bestellbestätigung per E-Mail geschickt.<br>Wir empfehlen die unten aufgeführte Bestellbestätigung auszudrucken.</p><p class="teaser--actions"><a href="${origin}/" class="btn is--secondary teaser--btn-back is--icon-left" title="Zurück zum Shop">Zurück&nbsp;zum&nbsp;Shop</a><a href="#" class="btn is--primary teaser--btn-print" title="Bestellbestätigung jetzt ausdrucken!">Bestellbestätigung jetzt ausdrucken!</a></p></div></div>
<div class="panel--group block-group information--panel-wrapper finish--info"><div class="panel has--border block information--panel payment--panel finish--details"><div class="panel--title is--underline payment--title">Informationen</div><div class="panel--body is--wide payment--content"><strong>Bestellnummer:</strong> ${ORDER}<br><strong>Transaktionsnummer:</strong> 7f3a9<br><strong>Zahlungsart:</strong> Vorkasse<br><strong>Versandart:</strong> Express Versand</div></div></div>
<div class="finish--table product--table">${head('finish')}${session.ordered!.map((line, at) => row(line, at, 'finish')).join('')}${footer(session.ordered!, feeOf(session))}</div></div>`,
      );
    });
    app.get('/account/orders', (c) =>
      page(
        c,
        'is--ctl-account is--act-orders',
        'Bestellungen',
        `<div class="content account--content"><div class="account--welcome panel"><h1 class="panel--title">Bestellungen</h1></div><div class="account--orders-overview panel is--rounded"><div class="order--item panel--tr"><div class="order--number panel--td"><div class="column--label">Bestellnummer:</div><div class="column--value">${ORDER}</div></div></div><div id="order${ORDER}" class="order--details panel--table">${(sessionOf(c).ordered ?? []).map(({ product, quantity }) => `<div class="panel--tr"><div class="panel--td order--info column--name"><p class="order--name is--strong">${product.name}</p></div><div class="panel--td order--quantity column--quantity"><div class="column--value">${quantity}</div></div><div class="panel--td column--total"><div class="column--value">${euro(product.price * quantity)}</div></div></div>`).join('')}<div class="order--repeat panel--tr"><form method="post" action="${origin}/checkout/add_accessories"><input type="submit" class="btn is--primary is--small" value="Bestellung wiederholen"></form></div></div></div></div>`,
      ),
    );

    const support = (c: Context, told = '') =>
      page(
        c,
        'is--ctl-forms is--act-index',
        'Kontaktformular',
        `<div class="forms--content content right">${told}<div class="forms--headline panel"><h1 class="forms--title">Kontaktformular</h1><div class="forms--text">Schreiben Sie uns eine E-Mail. Wir freuen uns auf Ihre Kontaktaufnahme.</div></div><div class="forms--container panel has--border is--rounded"><div class="panel--title is--underline">Kontaktformular</div><form id="support" name="support" class="" method="post" action="${origin}/forms/index/id/5" enctype="multipart/form-data" novalidate><input type="hidden" name="forceMail" value="0">
<input type="text" class="normal is--required required" id="nachname" placeholder="Nachname*" name="nachname"><input type="email" class="normal is--required required" id="email" placeholder="eMail-Adresse*" name="email"><input type="text" class="normal is--required required" id="betreff" placeholder="Betreff*" name="betreff"><textarea class="normal is--required required" id="kommentar" placeholder="Kommentar*" name="kommentar"></textarea>
<div class="buttons"><button class="btn is--primary is--icon-right" type="submit" name="Submit" value="submit">Senden${arrow}</button></div></form></div></div>`,
      );
    app.get('/kontaktformular', (c) => support(c));
    app.post('/forms/index/id/5', async (c) => {
      const { email, kommentar } = await c.req.parseBody();
      return email && kommentar
        ? page(
            c,
            'is--ctl-forms is--act-index',
            'Kontaktformular',
            `<div class="forms--content content right"><div class="forms--headline panel panel--body is--wide has--border is--rounded">${alert('success', 'check', 'Ihr Formular wurde versandt!')}</div></div>`,
          )
        : support(
            c,
            `<div class="error">${alert('error', 'cross', 'Bitte füllen Sie alle rot markierten Felder aus.')}</div>`,
          );
    });
    app.post('/newsletter', async (c) => {
      const isRight = /\.\w+$/.test(String((await c.req.parseBody()).newsletter));
      const form = `<div class="newsletter--form panel has--border is--rounded" data-newsletter="true"><h2 class="panel--title is--underline">Zum Newsletter anmelden</h2><form action="${origin}/newsletter" method="post"><select name="subscribeToNewsletter" required="required" class="field--select newsletter--checkmail"><option value="1">Newsletter abonnieren</option><option value="-1">Newsletter abbestellen</option></select><input name="newsletter" type="email" placeholder="Ihre E-Mail-Adresse*" required="required" value="" class="input--field is--required"><button type="submit" class="btn is--primary right is--icon-right" name="Speichern">Speichern</button></form></div>`;
      const told = isRight
        ? alert(
            'success',
            'check',
            'Vielen Dank. Wir haben Ihnen eine Bestätigungs-E-Mail gesendet. Klicken Sie auf den enthaltenen Link, um Ihre Anmeldung zu bestätigen.',
          )
        : alert('error', 'cross', 'Die eingegebene eMail-Adresse ist ungültig.');
      return page(
        c,
        'is--ctl-newsletter is--act-index',
        'Newsletter',
        `<div class="newsletter--content content block"><div class="newsletter--error-messages">${told}</div><div class="newsletter--headline panel--body"><h1 class="newsletter--title">Newsletter</h1></div>${isRight ? '' : form}</div>`,
      );
    });

    const go = (path: string) => (tab: Page) => tab.goto(origin + path);
    const boxOf = (one: Article, what: string) => `.listing [data-ordernumber="${one.sku}"] ${what}`;
    const added = '.ajax--cart .alert:not(.is--hidden)';
    const close = async (tab: Page) => {
      await tab.click('.close--off-canvas');
      await tab.waitForTimeout(100);
    };
    /** A variant goes by its article's name on its page, by its own in the cart: either is right. */
    const unnamed = ({ items = [], ...truth }: Truth): Truth => ({
      ...truth,
      items: items.map(({ item_name, ...told }) => (item_name === gross.name ? told : { item_name, ...told })),
    });
    const told = (name: string, ...lines: [Article, number][]) => unnamed(pieces(name, 'EUR', ...lines));
    /** On its own page a variant goes by its article's name. */
    const onPage = (one: Article): Article => ({ ...one, name: one.article });
    const bought: [Article, number][] = [
      [brille, 2],
      [gross, 2],
    ];
    const total = gross.price * 2 + brille.price * 2 + 990;
    return {
      apps: { shop: app },
      walk: [
        step('arrives', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.de/' }), { name: 'landing' }),
        step('types into the search', async (tab) => {
          await tab.click('.main-search--field');
          await tab.keyboard.type('hut', { delay: 40 });
          await tab.waitForSelector('.search-result--link');
        }),
        step('searches in vain', fill({ '.main-search--field': 'Strandkorb' }, press('.main-search--button'))),
        step('opens the category', press('.navigation-main .navigation--link')),
        step('adds what has just been sold out', until(boxOf(kerze, '.buybox--button'), added)),
        step('compares the hat', async (tab) => {
          await close(tab);
          await until(boxOf(hut, '.action--compare'), '.compare--counter')(tab);
        }),
        step('notes the hat', until(boxOf(hut, '.action--note'), '.notes--quantity')),
        step(
          'adds the hat from the list',
          until(boxOf(hut, '.buybox--button'), added),
          pieces('add_to_cart', 'EUR', [hut, 1]),
        ),
        step('opens the notes', async (tab) => {
          await close(tab);
          await press('.entry--notepad a')(tab);
        }),
        step('takes the hat off the notes', press('.note--delete')),
        step(
          'opens the scarf, sold out',
          async (tab) => {
            await go('/accessoires/')(tab);
            await press(boxOf(tuch, '.product--title'))(tab);
          },
          pieces('view_item', 'EUR', [tuch, 1]),
        ),
        step(
          'asks to be told when it is back',
          fill({ '.notification--field': 'a@b.example' }, press('.notification--button')),
          optional('view_item'),
          optional('generate_lead'),
        ),
        step(
          'opens the glasses',
          async (tab) => {
            await go('/accessoires/')(tab);
            await press(boxOf(brille, '.product--title'))(tab);
          },
          pieces('view_item', 'EUR', [brille, 1]),
        ),
        step(
          'adds two',
          async (tab) => {
            await tab.selectOption('#sQuantity', '2');
            await until('.product--buybox .buybox--button', added)(tab);
          },
          pieces('add_to_cart', 'EUR', [brille, 2]),
        ),
        step(
          'adds one more',
          async (tab) => {
            await close(tab);
            await tab.selectOption('#sQuantity', '1');
            await until('.product--buybox .buybox--button', added)(tab);
          },
          pieces('add_to_cart', 'EUR', [brille, 1]),
        ),
        step(
          'removes the hat in the off-canvas',
          async (tab) => {
            await tab.click('.cart--item:has-text("Strohhut") .action--remove');
            await tab.waitForFunction('!document.querySelector(".item--container")?.textContent.includes("Strohhut")');
          },
          pieces('remove_from_cart', 'EUR', [hut, 1]),
        ),
        step(
          'opens the sandals',
          async (tab) => {
            await go('/accessoires/')(tab);
            await press(boxOf(klein, '.product--title'))(tab);
          },
          pieces('view_item', 'EUR', [onPage(klein), 1]),
        ),
        step(
          'chooses another size',
          async (tab) => {
            await tab.selectOption('[data-ajax-select-variants]', gross.sku);
            await tab.waitForURL(/number=SW10153\.2/);
          },
          optional('view_item'),
        ),
        step('adds it', until('.product--buybox .buybox--button', added), {
          name: 'add_to_cart',
          currency: 'EUR',
          value: gross.price / 100,
          items: [{ item_id: [gross.sku, gross.id], price: gross.price / 100, quantity: 1 }],
        }),
        step(
          'looks into the off-canvas',
          async (tab) => {
            await close(tab);
            await until('.entry--cart a', '.item--container')(tab);
          },
          optional('view_cart'),
        ),
        step('opens the cart', press('.button--open-basket'), told('view_cart', [brille, 3], [gross, 1])),
        step(
          'types a coupon that is refused',
          fill({ '.add-voucher--field': 'SOMMER' }, press('.add-voucher--button')),
          optional('view_cart'),
        ),
        step(
          'takes two of the sandals',
          async (tab) => {
            const select = '.row--product:has-text("Strandläufer") select';
            await follow(tab, () => tab.selectOption(select, '2'));
          },
          { ...told('add_to_cart', [gross, 1]), optional: true },
          optional('view_cart'),
        ),
        step(
          'takes two of the glasses',
          async (tab) => {
            const select = '.row--product:has-text("Sonnenbrille") select';
            await follow(tab, () => tab.selectOption(select, '2'));
          },
          { ...pieces('remove_from_cart', 'EUR', [brille, 1]), optional: true },
          optional('view_cart'),
        ),
        step(
          'adds the hat by its number',
          fill({ '.add-product--field': 'SW10171' }, press('.add-product--button')),
          { name: 'add_to_cart', currency: 'EUR', value: hut.price / 100, items: [item(hut)] },
          optional('view_cart'),
        ),
        step(
          'removes it',
          press('.row--product:has-text("Strohhut") .column--actions-link'),
          pieces('remove_from_cart', 'EUR', [hut, 1]),
          optional('view_cart'),
        ),
        step(
          'subscribes with a bad address',
          fill({ 'footer .newsletter--field': 'anna@post' }, press('footer .newsletter--button')),
        ),
        step(
          'subscribes',
          fill({ 'footer .newsletter--field': 'anna@post.example' }, press('footer .newsletter--button')),
          { name: 'generate_lead', form_kind: 'newsletter' },
        ),
        step('writes without an address', async (tab) => {
          await press('footer [title=Kontakt]')(tab);
          await fill({ '#nachname': 'Meier' }, press('#support button'))(tab);
        }),
        step(
          'writes to the shop',
          fill(
            { '#nachname': 'Meier', '#email': 'a@b.example', '#betreff': 'Frage', '#kommentar': 'Wann?' },
            press('#support button'),
          ),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step(
          'goes to the checkout, and must register',
          async (tab) => {
            await until('.entry--cart a', '.button--checkout')(tab);
            await press('.button--checkout')(tab);
          },
          told('begin_checkout', ...bought),
          optional('view_cart'),
        ),
        step('fails to log in', fill({ '#email': 'a@b.example', '#passwort': 'x' }, press('.register--login-btn'))),
        step('registers with too short a password', async (tab) => {
          await tab.selectOption('#salutation', 'ms');
          await fill(
            {
              '#firstname': 'Anna',
              '#lastname': 'Meier',
              '#register_personal_email': 'anna@post.example',
              '#register_personal_password': 'x',
              '#street': 'Gasse 1',
              '#zipcode': '10115',
              '#city': 'Berlin',
            },
            press('.register--submit'),
          )(tab);
        }),
        step(
          'registers',
          async (tab) => {
            await tab.selectOption('#salutation', 'ms');
            await fill(
              {
                '#firstname': 'Anna',
                '#lastname': 'Meier',
                '#register_personal_email': 'anna@post.example',
                '#register_personal_password': 'geheim77',
                '#street': 'Gasse 1',
                '#zipcode': '10115',
                '#city': 'Berlin',
              },
              press('.register--submit'),
            )(tab);
          },
          { name: 'sign_up' },
        ),
        step(
          'has it sent by express',
          async (tab) => {
            await tab.check('#confirm_dispatch14');
            await tab.waitForSelector('#confirm_dispatch14[checked]');
          },
          optional('add_shipping_info'),
        ),
        step(
          'goes on',
          press('#shippingPaymentForm button'),
          optional('add_shipping_info'),
          told('add_payment_info', ...bought),
        ),
        step('does not accept the terms', press('.confirm--content .main--actions button')),
        step(
          'orders',
          async (tab) => {
            await tab.check('#sAGB');
            await press('.confirm--content .main--actions button')(tab);
          },
          unnamed(
            order('EUR', { id: ORDER, total, shipping: 990, tax: total - Math.round((total * 100) / 119) }, ...bought),
          ),
        ),
        step('reloads', (tab) => tab.reload()),
        step('looks at the order', go('/account/orders')),
        step('opens the empty cart', go('/checkout/cart'), optional('view_cart')),
      ],
    };
  },
};

export default platform;
