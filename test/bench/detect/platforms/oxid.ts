import { type Context, Hono } from 'hono';
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
  pieces,
  press,
  printer,
  step,
  sumOf,
  until,
} from '../parts.ts';
import type { Platform } from '../platform.ts';

const EXPRESS = 990;
const ORDER = '117';
const STOCK = 2;

const lampe = good('058de8224773a1d5fd54d523f0c823e0', '1402', 'Stehlampe Nordlicht', 'Stehlampe-Nordlicht', 18900);
const kerze = good('b56369b1fc9d7b97f9c5fc343b349ece', '3503', 'Duftkerze Feige', 'Duftkerze-Feige', 1490);
const vase = good('dc5ffdf380e15674b56dd562a7cb6aec', '2077', 'Vase Ton', 'Vase-Ton', 3400, true);
const kissen = good('531b537118f5f4d7a427cdb825440922', '1131', 'Kissenbezug Leinen', 'Kissenbezug-Leinen', 2490);
/** A variant: an article of its own, whose title is its parent's; the shop shows what was chosen behind it. */
const moos: Product = {
  ...good('6b6cc9c5c8d8a3cf4b4a5a5b6c1b3c09', '1131-2', kissen.name, kissen.slug, kissen.price),
  others: [kissen.id],
};
const shown = (product: Product, between = ' ') => product.name + (product === moos ? `${between}moosgrün` : '');
const inCart = (product: Product) => shown(product, ', ');
const products = [lampe, kerze, vase, kissen];
const euro = printer('de-DE', 'EUR');

interface Session {
  lines: Line[];
  /** Told once, on the next page: that something was added, or why not. */
  isNew?: boolean;
  error?: string;
  soldOut?: string;
  user?: boolean;
  shipping: number;
  pays?: string;
  placed?: boolean;
}

/** Forms that are checked and then sent by script; the cart's amounts, whose answer replaces the body. */
const client = `
for (const form of document.querySelectorAll('.needs-validation')) form.addEventListener('submit', (event) => {
  event.preventDefault(); event.stopPropagation();
  if (form.checkValidity()) form.submit();
  form.classList.add('was-validated');
  for (const old of form.querySelectorAll('.invalid-feedback')) old.remove();
  for (const field of form.querySelectorAll('.form-control:invalid')) field.insertAdjacentHTML('afterend', '<div class="invalid-feedback">Bitte Wert angeben.</div>');
});
let timer;
const change = () => fetch('/index.php', { method: 'POST', body: new FormData(document.getElementById('basket_form')) }).then((answer) => answer.text()).then((html) => {
  document.body.replaceWith(new DOMParser().parseFromString(html, 'text/html').body);
  listen();
});
const listen = () => {
  for (const button of document.querySelectorAll('.js-amount button')) button.addEventListener('click', (event) => {
    event.preventDefault();
    const input = button.closest('.js-amount').querySelector('input');
    input.value = Math.max(0, +input.value + (button.matches('.js-decreaseAmount') ? -1 : 1));
    clearTimeout(timer);
    timer = setTimeout(() => {
      button.closest('.list-group-item').insertAdjacentHTML('afterbegin', '<div class="loadingShadowMinibasket bg-secondary"><div class="spinner-border text-primary"><span class="visually-hidden">Loading...</span></div></div>');
      input.dispatchEvent(new Event('change'));
    }, 350);
  });
  for (const input of document.querySelectorAll('[name^=aproducts][name$="[am]"]')) input.addEventListener('change', (event) => { event.preventDefault(); change(); });
  for (const button of document.querySelectorAll('#basket_form .js-remove')) button.addEventListener('click', (event) => {
    event.preventDefault();
    const input = button.closest('.basketitemrow').querySelector('[name$="[am]"]');
    input.value = 0;
    input.dispatchEvent(new Event('change'));
  });
};
listen();
const choose = () => {
  for (const select of document.querySelectorAll('#variants .dropDown .form-select')) select.addEventListener('change', (event) => {
    event.preventDefault();
    const asked = new URLSearchParams(new FormData(document.querySelector('.js-oxWidgetReload')));
    asked.append('varselid[0]', select.value);
    const xhr = new XMLHttpRequest();
    xhr.open('GET', '/widget.php?' + asked, true);
    xhr.onload = () => { document.getElementById('details_container').outerHTML = xhr.response; choose(); };
    xhr.send();
  });
};
choose();
document.getElementById('checkAgbTop')?.addEventListener('click', (event) => { for (const field of document.querySelectorAll('input[name=ord_agb]')) field.value = event.target.checked ? '1' : '0'; });
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-bs-target="#basketModal"]')) { const modal = document.getElementById('basketModal'); modal.classList.add('show'); modal.style.display = 'block'; modal.removeAttribute('aria-hidden'); }
  if (event.target.closest('#basketModal .btn-close')) { const modal = document.getElementById('basketModal'); modal.classList.remove('show'); modal.style.display = 'none'; modal.setAttribute('aria-hidden', 'true'); }
  if (event.target.closest('[data-bs-dismiss=alert]')) event.target.closest('.alert').remove();
  if (event.target.closest('[data-bs-toggle=collapse]')) document.getElementById('voucherCollapse').classList.add('show');
});`;

const css =
  '<style>.stretched-link{display:block;height:1em}.d-none,.collapse:not(.show){display:none!important}.d-lg-block{display:block!important}.modal{display:none}.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden}</style>';

const platform: Platform = {
  name: 'OXID eShop (Apex theme)',
  family: 'native',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const sessionOf = createCarts<Session>(() => ({ lines: [], shipping: 390 }), 'sid');
    const self = `${origin}/index.php?`;
    const sid = '<input type="hidden" name="stoken" value="C4A3C0F9"><input type="hidden" name="lang" value="0">';
    const hide = (fields: Record<string, string>) =>
      sid +
      Object.entries(fields)
        .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
        .join('');
    const icon = (name: string) => `<svg aria-hidden="true"><use xlink:href="#${name}"></use></svg>`;
    const linkOf = ({ slug }: Product) => `${origin}/Wohnen/${slug}.html`;

    const minibasket = ({ lines, user, shipping }: Session) =>
      `<div class="modal fade basketFlyout modal-sidebar-right" id="basketModal" tabindex="-1" role="dialog" aria-labelledby="basketModalLabel" aria-hidden="true"><div class="modal-dialog"><div class="modal-content"><div class="modal-header"><div class="h4 modal-title" id="basketModalLabel">${lines.reduce((sum, { quantity }) => sum + quantity, 0)} Artikel im Warenkorb</div><button type="button" class="btn-close" data-bs-dismiss="modal"><span class="visually-hidden-focusable">Schließen</span></button></div>${
        lines.length
          ? `<div class="modal-body"><a href="${self}cl=user" class="btn btn-highlight btn-lg w-100 mb-2">Zur Kasse</a><div class="minibasket-menu-box"><div class="minibasket-items">${lines.map(({ product, quantity }) => `<div class="my-1"><a class="minibasket-link" href="${linkOf(product)}" title="${inCart(product)}"><span><img loading="lazy" class="minibasket-img img-fluid" src="data:," alt="${inCart(product)}" width="40" height="40"></span><span>${quantity} x ${inCart(product)}<br>${euro(product.price * quantity)}<br><small class="unit">Einzelpreis: ${euro(product.price)}</small></span></a></div>`).join('')}</div><div class="row my-2"><div class="col-8">Summe Artikel (brutto)</div><div class="col-4 text-end">${euro(sumOf(lines))}</div></div>${user ? `<div class="row my-2"><div class="col-8">Versandkosten</div><div class="col-4 text-end">${euro(shipping)}</div></div>` : ''}<div class="row minibasket-total-row my-3"><div class="col-8 minibasket-total-col h5">Gesamtbetrag</div><div class="col-4 minibasket-total-col text-end h5">${euro(sumOf(lines) + (user ? shipping : 0))}</div></div></div><div class="bottom"><div class="mb-2 charges">Versand- und Zahlungskosten werden im nächsten Schritt berechnet.</div><a href="${origin}/warenkorb/" class="btn btn-outline-primary w-100">Warenkorb zeigen</a></div></div>`
          : '<div class="p-3 text-center"><div class="emoji h1">🤷</div>Der Warenkorb ist leer.</div>'
      }</div></div></div>`;

    const page = (c: Context, cl: string, title: string, body: string, active = 0) => {
      const session = sessionOf(c);
      const { isNew, error } = session;
      session.isNew = false;
      session.error = '';
      const count = session.lines.reduce((sum, { quantity }) => sum + quantity, 0);
      const steps = ['Adresse', 'Zahlung &amp; Versand', 'Bestellen'];
      return c.html(
        `<!DOCTYPE html><html lang="de"><head><meta http-equiv="X-UA-Compatible" content="IE=edge"><meta name="viewport" id="Viewport" content="width=device-width, initial-scale=1"><title>Lichthaus | ${title}</title><meta property="og:site_name" content="${origin}/"><meta property="og:title" content="Lichthaus | ${title}"><meta property="og:type" content="${cl === 'details' ? 'product' : 'website'}"><meta property="og:url" content="${c.req.url.split('?')[0]}">${css}${tag}</head><body class="cl-${cl}${active || cl === 'basket' ? ' is-checkout' : ''}${session.user ? ' is-logged-in' : ''}"><div id="cookieNote"><div class="alert alert-info" style="margin: 0;"><button type="button" class="btn-close" data-bs-dismiss="alert"><span class="visually-hidden-focusable">Schließen</span></button>Dieser Online-Shop verwendet Cookies für ein optimales Einkaufserlebnis. <span class="cancelCookie"><a href="${self}cl=clearcookies" title="Ablehnen">Sind Sie damit nicht einverstanden, klicken Sie bitte hier.</a></span></div></div>
<header class="header"><div class="header-wrapper"><div class="header-box position-relative"><div class="container-xxl"><div class="header-container"><a href="${origin}/" title="Lichthaus" class="logo-link d-flex"><span class="h1">Lichthaus</span></a><form id="searchForm" class="search mx-auto" action="${self}" method="get" name="search" role="search">${hide({ cl: 'search' })}<div class="input-group"><label class="visually-hidden" for="searchParam">Suche</label><input class="form-control" type="text" id="searchParam" name="searchparam" value="" placeholder="Suche"><button class="btn" type="submit" title="Suchen">${icon('search')}</button></div></form>${
          active
            ? `<div class="row g-0 text-center ms-auto steps">${steps.map((text, at) => `<div class="col"><div class="step step-${at + 1}${at + 1 === active ? ' active' : at + 1 < active ? ' done' : ' text-muted'}"><span class="num">${at + 1}</span><span class="text">${text}</span></div></div>`).join('')}</div>`
            : `<div class="menu-dropdowns btn-group d-none d-lg-block" role="group"><button type="button" class="btn" data-bs-toggle="dropdown" id="account">${icon('person')}<span class="btn-text">Konto</span></button><div class="dropdown-menu dropdown-menu-end d-none"><form class="px-3 py-2" name="login" action="${self}" method="post">${hide({ fnc: 'login_noredirect', cl, CustomError: 'loginBoxErrors' })}<input id="loginEmail" type="email" name="lgn_usr" autocomplete="email" class="form-control" placeholder="E-Mail-Adresse"><input id="loginPasword" type="password" name="lgn_pwd" autocomplete="current-password" class="form-control" placeholder="Passwort"><button type="submit" class="btn btn-primary">Anmelden</button></form></div><button type="button" class="btn btn-minibasket" data-bs-toggle="modal" data-bs-target="#basketModal" aria-label="Warenkorb">${icon('bag')}${count ? `<span class="badge">${count}</span>` : ''}<span class="btn-text">Warenkorb</span></button></div>`
        }</div></div></div></div><nav class="navbar"><ul id="navigation" class="navbar-nav"><li class="nav-item"><a class="nav-link" href="${origin}/Wohnen/">Wohnen</a></li></ul></nav></header>
${isNew ? `<div class="alert alert-success" id="newItemMsg"><button type="button" class="btn-close" data-bs-dismiss="alert" aria-hidden="true"></button><a href="${origin}/warenkorb/" class="btn btn-outline-primary btn-sm" style="margin-right:15px;">${icon('bag')} Warenkorb zeigen</a> Neuer Artikel wurde in den Warenkorb gelegt</div>` : ''}<div id="wrapper" class="wrapper"><div class="content">${error ? `<div class="container-xxl mt-5"><div class="alert alert-danger alert-dismissible"><p>${error}</p><button type="button" class="btn-close" data-bs-dismiss="alert" aria-label="Close"></button></div></div>` : ''}${cl === 'details' ? `<div class="breadcrumb-wrapper py-4 px-0"><nav aria-label="breadcrumb"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="${origin}/" class="breadcrumb-link" title="Startseite">${icon('house-door')}</a></li><li class="breadcrumb-item"><a href="${origin}/Wohnen/" class="breadcrumb-link" title="Wohnen">Wohnen</a></li><li class="breadcrumb-item active">${title}</li></ol></nav></div>` : ''}${body}</div></div>
<footer class="footer"><div class="container-xxl"><div class="row"><div class="col-6 col-md-3 col-lg-2"><div class="h4">Service</div><div class="footer-content"><ul class="services list-unstyled"><li><a href="${origin}/kontakt/">Kontakt</a></li><li><a href="${origin}/warenkorb/">Warenkorb</a></li><li><a href="${origin}/mein-konto/">Konto</a></li></ul></div></div><div class="col-12 col-lg-3"><div class="mb-3 footer-newsletter"><div class="h4">Newsletter</div><div class="footer-content"><p>Die neuesten Produkte und die besten Angebote per E-Mail.</p><form class="newsletter-form" action="${self}" method="post"><div class="mb-3">${hide({ fnc: 'fill', cl: 'newsletter' })}<label class="visually-hidden" for="footer_newsletter_oxusername">Newsletter</label><div class="input-group"><input class="form-control" type="email" id="footer_newsletter_oxusername" name="editval[oxuser__oxusername]" placeholder="E-Mail" aria-label="E-Mail"><button class="btn btn-primary" type="submit">Abonnieren</button></div></div></form></div></div></div></div></div><div class="legal pt-4">© Lichthaus. * Alle Preise inkl. MwSt., zzgl. Versandkosten.</div></footer>${minibasket(session)}<script>var sBaseUrl = '${self}'; var sActCl = '${cl}';${client}</script></body></html>`,
      );
    };

    const card = (product: Product, testid: string, cl: string, isForSale = true) =>
      `<div class="col mb-3"><div class="card product-card"><div class="product-img-wrapper"><img width="350" height="220" src="data:," alt="${product.name}" class="product-img"><a href="${linkOf(product)}" class="stretched-link" aria-label="Details - ${product.name}"></a><div class="actions d-none d-lg-block"><div class="bottom">${
        product.soldOut || product === kissen || !isForSale
          ? `<a class="btn btn-outline-primary w-100" href="${linkOf(product)}">Details - ${product.name}</a>`
          : `<form name="tobasket${testid}" action="${self}" method="post"><div class="d-none">${hide({ cnid: '30e44ab82c03c3848', listtype: 'list', actcontrol: cl, pgNr: '0', cl, fnc: 'tobasket', aid: product.id, anid: product.id })}</div><div class="input-group"><input type="number" class="form-control" name="am" value="1" aria-label="Menge - ${product.name}" aria-describedby="submit${testid}"><button type="submit" id="submit${testid}" class="btn btn-highlight">In den Warenkorb</button></div></form>`
      }</div><div class="right"><a aria-label="Auf den Merkzettel - ${product.name}" class="btn btn-sm btn-light w-100" href="${self}cl=account&amp;anid=${product.id}&amp;sourcecl=${cl}">${icon('star')}</a></div></div></div><div class="card-body"><div class="d-flex justify-content-between"><div class="h5 card-title">${product.name}</div><div class="d-flex flex-column price"><span class="h5 text-nowrap">${euro(product.price)}</span></div></div><div class="short-desc">Aus kleiner Werkstatt.</div><a href="${linkOf(product)}" class="stretched-link" aria-label="Details - ${product.name}"></a></div></div></div>`;
    const list = (id: string, goods: Product[], cl: string, head = '', isForSale = true) =>
      `${head && `<h2>${head}</h2>`}<div class="list-container" id="${id}"><div class="row grid-row grid-view">${goods.map((product, at) => card(product, `${id}_${at + 1}`, cl, isForSale)).join('')}</div></div>`;

    const details = (product: Product) => {
      const isParent = product === kissen;
      const isVariant = product === moos;
      return `<div id="details_container"><div id="detailsMain" class="details">${isParent || isVariant ? `<form class="js-oxWidgetReload" action="${origin}/widget.php" method="get">${hide({ cl: 'oxwarticledetails', oxwparent: 'details', listtype: 'list', nocookie: '1', cnid: '30e44ab82c03c3848', anid: kissen.id, actcontrol: 'details' })}</form>` : ''}<form class="js-oxProductForm" action="${self}" method="post">${hide({ cnid: '30e44ab82c03c3848', listtype: 'list', actcontrol: 'details', cl: 'details', aid: product.id, anid: product.id, parentid: isVariant ? kissen.id : product.id, panid: '', ...(product.soldOut ? {} : { fnc: 'tobasket' }) })}<div class="details-top"><div class="row row-cols-md-2"><div class="col-12"><section class="gallery"><div class="carousel"><input type="radio" class="gallery-helper" id="image1" name="gallery-control" checked><input type="checkbox" class="fullscreen" id="fullscreen" name="gallery-fullscreen-control"><div class="wrap"><figure><label for="fullscreen"><img src="data:," alt="${shown(product)}"></label></figure></div></div></section></div><div class="col-12"><a href="${origin}/Werkhof/" title="Werkhof" class="brand-name">Werkhof</a><h1 class="h2 details-title">${shown(product)}</h1><span class="small text-muted">Artikelnummer: ${product.sku}</span><p class="details-shortdesc" id="productShortdesc">Aus kleiner Werkstatt.</p><div class="details-information">${isParent || isVariant ? `<div id="variants" class="variant-dropdown"><div class="mb-3 dropDown"><label class="form-label" for="formSelect">Farbe</label><select id="formSelect" class="form-select" aria-label="Farbe" name="varselid[0]"><option value="">Variante wählen</option><option value="9d1c">sand</option><option${isVariant ? ' selected' : ''} value="f8ab">moosgrün</option></select></div></div>` : ''}</div><div class="cta-wrapper"><span class="details-title-fixed">${shown(product)}</span><div class="price-wrapper h4"><div id="productPrice" class="price-label"><span><span class="price-from"></span><span class="price">${euro(product.price)}</span></span></div></div>${product.soldOut ? '' : `<div class="tobasket-function"><input id="amountToBasket" type="hidden" name="am" value="1"><button id="toBasket" type="submit"${isParent ? ' disabled' : ''} class="btn btn-primary"><svg aria-label="Startseite"><use xlink:href="#bag"></use></svg><span class="d-none">In den Warenkorb</span></button></div>`}<div class="delivery-availability"><small class="stockFlag">${product.soldOut ? '<span class="text-danger">●</span> Dieser Artikel ist nicht auf Lager und muss erst nachbestellt werden.' : '<span class="text-success">●</span> Sofort lieferbar'}</small></div></div><div class="row g-1 product-links"><div class="col-md-6"><a class="btn btn-sm btn-light w-100" id="loginToNotice" href="${self}cl=account&amp;anid=${product.id}&amp;sourcecl=details">Auf den Merkzettel</a></div></div></div></div></div></form></div><div id="detailsRelated" class="details-related"><div class="container-xxl row-spacer">${list(
        'similar',
        [kerze, lampe, vase].filter((other) => other !== product),
        'details',
        'Ähnliche Produkte',
      )}</div></div></div>`;
    };

    const row = ({ product, quantity }: Line, isEditable: boolean, soldOut?: string) =>
      `<div class="list-group-item basketitemrow"><div class="row" id="list_cartItem_${product.sku}"><div class="col-img">${isEditable ? `<a class="d-block" href="${linkOf(product)}">` : ''}<img loading="lazy" src="data:," alt="${inCart(product)}" width="70" height="70">${isEditable ? '</a>' : ''}</div><div class="col"><div class="row"><div class="d-flex align-items-center"><div class="h5">${isEditable ? '' : `${quantity} x `}${inCart(product)}</div></div><div class="basket-item-desc col-12"><ul class="list-unstyled serial-no"><li><span class="attribute">Art. Nr.</span><span class="value">${product.sku}</span></li></ul><ul class="list-unstyled unit-price"><li><span class="attribute">Einzelpreis:</span><span class="value">${euro(product.price)} <span class="article-vat">19 % MwSt</span></span></li></ul></div><div class="col-12 col-md-4${isEditable ? '' : ' d-none'}"><div class="quantity">${
        isEditable
          ? `${hide({ [`aproducts[${product.id}][aid]`]: product.id, [`aproducts[${product.id}][basketitemid]`]: product.id, [`aproducts[${product.id}][override]`]: '1' })}<div class="input-group justify-content-end js-amount"><button class="btn btn-outline-primary btn-less js-decreaseAmount" type="button" name="less">-</button><input id="am_${product.sku}" type="number" class="form-control text-center" name="aproducts[${product.id}][am]" value="${quantity}" min="0" aria-label="Menge - ${inCart(product)}"><button class="btn btn-outline-primary btn-more js-increaseAmount" name="more" type="button">+</button></div>`
          : quantity
      }</div>${isEditable ? `<div class="d-none d-lg-block"><input type="hidden" name="aproducts[${product.id}][remove]" id="aproducts_${product.id}_remove" value="0"><button type="button" name="removeBtn" class="btn btn-remove js-remove" aria-label="Entfernen" onclick="document.getElementById('aproducts_${product.id}_remove').value = '1';">${icon('trash')}</button></div>` : ''}<div class="totalPrice text-end"><strong class="text-nowrap h5">${euro(product.price * quantity)}</strong></div></div></div></div></div>${soldOut === product.id ? `<span class="inlineError">Der Lagerbestand dieses Artikels ist nicht ausreichend! Verfügbar <strong>${STOCK}</strong></span>` : ''}</div>`;
    const rows = (lines: Line[], isEditable: boolean, soldOut?: string) =>
      `<form name="basket" id="basket_form" action="${self}" method="post">${hide({ cl: 'basket', fnc: 'changebasket', CustomError: 'basket' })}${isEditable ? '<div id="basket_list" class="basket card"><h2 class="h4 card-header card-title">Warenkorb</h2><div class="list-group list-group-flush">' : ''}${lines.map((line) => row(line, isEditable, soldOut)).join('')}${isEditable ? '</div></div>' : ''}</form>`;

    const entry = (label: string, amount: number, kind = '') =>
      `<div class="list-group-item d-flex justify-content-between align-items-center${kind}">${label} <span>${euro(amount)}</span></div>`;
    const summary = ({ lines, user, shipping }: Session, more = '') => {
      const gross = sumOf(lines);
      const net = Math.round(gross / 1.19);
      return `<div class="sticky-md-top"><div class="card mb-3"><h4 class="card-header card-title">Übersicht</h4><div class="list-group mb-3 list-group-flush border-0">${entry('Summe Artikel (netto)', net)}${entry('zzgl. 19% MwSt., Betrag', gross - net)}${entry('Summe Artikel (brutto)', gross)}${user ? entry('Versandkosten', shipping) : ''}${entry('Gesamtbetrag', gross + (user ? shipping : 0), ' mb-0 mt-2 h4')}</div></div>${more}</div>`;
    };
    const aside = (left: string, right: string) =>
      `<div class="container-md py-5"><div class="row justify-content-center"><div class="row"><div class="col-lg-7">${left}</div><div class="col-lg-5">${right}</div></div></div></div>`;
    const further = (form: string, text: string) =>
      `<button type="button" class="btn btn-highlight btn-lg w-100" onclick="document.getElementById('${form}').submit();">${text}</button>`;
    const field = (name: string, text: string, type = 'text') =>
      `<div class="form-floating"><input class="form-control" placeholder=" " type="${type}" maxlength="255" id="${name}" name="${name}" value="" required><label for="${name}" class="req">${text}</label></div>`;
    const alert = (text: string) => `<div class="alert alert-danger">${text}</div>`;

    type Asked = Record<string, string>;
    const views: Record<string, (c: Context, asked: Asked, told?: string) => Response> = {
      start: (c) =>
        page(
          c,
          'start',
          'Willkommen',
          `<div class="container-xxl"><h1 class="visually-hidden">Lichthaus</h1>${list('newItems', [lampe, kerze], 'start', 'Frisch eingetroffen')}</div>`,
        ),
      alist: (c) =>
        page(
          c,
          'alist',
          'Wohnen',
          `<div class="bg-white list-header mb-4"><h1 class="h2">Wohnen</h1></div><div class="article-list pb-5"><div class="sort-list ms-auto"><button type="button" class="dropdown-toggle arrow" id="sort" data-bs-toggle="dropdown" aria-expanded="false">Sortieren</button><ul class="dropdown-menu" aria-labelledby="sort" role="menu"><li><a class="dropdown-item" href="${origin}/Wohnen/?ldtype=grid&amp;_artperpage=12&amp;listorderby=oxvarminprice&amp;listorder=asc&amp;pgNr=0" title="Preis aufsteigend">Preis aufsteigend</a></li></ul></div><div class="row">${list('productList', products, 'alist')}</div></div>`,
        ),
      details: (c, { anid }) => {
        const product = [...products, moos].find(({ id }) => id === anid)!;
        return page(c, 'details', shown(product), details(product));
      },
      search: (c, { searchparam = '' }) => {
        const found = products.filter(({ name }) => name.toLowerCase().includes(searchparam.toLowerCase()));
        return page(
          c,
          'search',
          'Suche',
          `<div class="bg-white list-header mb-4"><h1 class="h2">${found.length} Treffer für "${searchparam}"</h1></div><div class="container-xxl">${found.length ? list('searchList', found, 'search') : '<p class="alert alert-info">Leider keine Artikel gefunden.</p>'}</div>`,
        );
      },
      account: (c) =>
        page(
          c,
          'account',
          'Mein Konto',
          `<div class="container-xxl"><h1>Anmelden</h1><p>Für den Merkzettel bitte anmelden.</p><form id="accountLogin" name="login" action="${self}" method="post">${hide({ fnc: 'login_noredirect', cl: 'account' })}<input type="text" name="lgn_usr" placeholder="E-Mail-Adresse"><input type="password" name="lgn_pwd" placeholder="Passwort"><button type="submit" class="btn btn-primary">Anmelden</button></form></div>`,
        ),
      account_order: (c) =>
        page(
          c,
          'account_order',
          'Meine Bestellung',
          `<div class="container-xxl py-5"><h3 class="page-header">Bestellhistorie</h3><div class="card card-lg mb-3"><div class="card-header"><div class="row"><div class="col-3"><strong>Datum:</strong> <span id="accOrderDate_${ORDER}">27.11.2026</span></div><div class="col-3"><strong>Status</strong> <span id="accOrderStatus_${ORDER}"><span class="note">Noch nicht versendet!</span></span></div><div class="col-3"><strong>Bestellnummer</strong> <span id="accOrderNo_${ORDER}">${ORDER}</span></div></div></div><div class="card-body"><strong>Warenkorb</strong><ol class="list-unstyled"><li id="accOrderAmount_${ORDER}_1">2 stk. <a id="accOrderLink_${ORDER}_1" href="${linkOf(lampe)}">${lampe.name}</a></li></ol></div></div></div>`,
        ),
      contact: (c, _, told) =>
        page(
          c,
          'contact',
          'Kontakt',
          `${told ? `<p class="alert alert-success text-center">${told}</p>` : ''}<div class="container-xxl mb-5"><h1>Kontaktieren Sie uns!</h1><div itemscope itemtype="https://schema.org/Organization"><address><strong itemprop="name">Lichthaus GmbH</strong><br><span itemprop="telephone">0761 36889 0</span></address></div><h2>Kontaktformular</h2><form class="needs-validation" action="${self}" method="post" novalidate>${hide({ fnc: 'send', cl: 'contact' })}<select name="editval[oxuser__oxsal]" class="form-select"><option value="MRS">Frau</option></select><input type="text" name="editval[oxuser__oxfname]" class="form-control"><input id="contactEmail" type="email" name="editval[oxuser__oxusername]" class="form-control" required><input type="text" name="c_subject" id="c_subject" class="form-control"><textarea rows="15" name="c_message" id="c_message" class="form-control"></textarea><p class="req-waring">Pflichtfelder bitte ausfüllen</p><button class="btn btn-primary" type="submit">Abschicken</button></form></div>`,
        ),
      newsletter: (c, asked, told) =>
        page(
          c,
          'newsletter',
          'Newsletter',
          `<div class="container-xxl">${told ? `<h1>${told}</h1><article><p>Sie haben soeben eine E-Mail erhalten, mit der Sie unseren Newsletter freischalten können.</p></article>` : `<h1>Lassen Sie sich informieren!</h1><form action="${self}" method="post" novalidate>${hide({ fnc: 'send', cl: 'newsletter' })}<input class="form-control" id="newsletterFname" type="text" name="editval[oxuser__oxfname]"><input id="newsletterUserName" type="email" class="form-control" name="editval[oxuser__oxusername]" value="${asked['editval[oxuser__oxusername]'] ?? ''}" required><input id="newsletterSubscribeOn" type="radio" name="subscribeStatus" value="1" checked><label for="newsletterSubscribeOn">Abonnieren</label><input id="newsletterSubscribeOff" type="radio" name="subscribeStatus" value="0"><label for="newsletterSubscribeOff">Abmelden</label><button id="newsLetterSubmit" class="btn btn-primary" type="submit">Absenden</button></form>`}</div>`,
        ),
      basket: (c, _, told = '') => {
        const session = sessionOf(c);
        const { lines, soldOut } = session;
        session.soldOut = '';
        return page(
          c,
          'basket',
          'Warenkorb',
          `<h1 class="visually-hidden">Warenkorb</h1><div class="container-xxl py-5">${
            lines.length
              ? `<div class="row"><div class="col-lg-8 col-xl-9">${rows(lines, true, soldOut)}</div><div class="col-lg-4 col-xl-3">${summary(session, `<div class="card mb-3"><h4 class="card-header card-title collapsed card-collapse" data-bs-toggle="collapse" href="#voucherCollapse">Gutschein</h4><div class="collapse" id="voucherCollapse"><div class="card-body"><form name="voucher" action="${self}" method="post" novalidate>${hide({ cl: 'basket', fnc: 'addVoucher', CustomError: 'basket' })}<label class="visually-hidden" for="input_voucherNr">Gutscheincode eingeben</label><div class="input-group"><input type="text" name="voucherNr" size="30" class="form-control" id="input_voucherNr" required><button type="submit" class="btn btn-primary" title="Gutschein einlösen">${icon('right')}</button></div></form></div></div></div>${told}<form action="${self}" method="post">${hide({ cl: 'user' })}<button type="submit" class="btn btn-highlight btn-lg w-100" id="checkout">Zur Kasse</button></form>`)}</div></div>`
              : `<div id="empty-basket-warning"><div class="h1 mb-3">Der Warenkorb ist leer. 😢</div><a href="${origin}/" class="btn btn-outline-primary">zurück zum Shop</a></div>`
          }</div>`,
        );
      },
      user: (c, { option }, told = '') => {
        const session = sessionOf(c);
        if (!session.lines.length) return c.redirect('/warenkorb/');
        const choice = (text: string, id: string, value: string) =>
          `<div class="card mb-3"><h4 class="card-header card-title">${text}</h4><div class="card-body"><form action="${self}" method="post" id="${id}">${hide({ cl: 'user', fnc: '', option: value })}<button class="btn btn-outline-primary w-100 mb-2" type="submit">${text}</button></form></div></div>`;
        return page(
          c,
          'user',
          'Lieferadresse',
          option === '3'
            ? aside(
                `<div class="card mt-n2 active"><h4 class="card-header card-title">Konto eröffnen</h4><div class="card-body"><form action="${self}" class="needs-validation" name="order" method="post" novalidate id="user_form">${hide({ cl: 'user', option: '3', fnc: 'createuser', reloadaddress: '', blshowshipaddress: '1' })}<h3 class="h5">Kontoinformationen</h3>${told && `<div class="invalid-feedback d-block">${told}</div>`}${field('lgn_usr', 'E-Mail-Adresse', 'email')}${field('lgn_pwd', 'Passwort', 'password')}${field('lgn_pwd2', 'Passwort bestätigen', 'password')}<input type="hidden" name="blnewssubscribed" value="0"><input type="checkbox" class="form-check-input" id="blnewssubscribed" name="blnewssubscribed" value="1"><label for="blnewssubscribed">Newsletter abonnieren</label><h3 class="h5">Rechnungsadresse</h3>${field('invadr[oxuser__oxfname]', 'Vorname')}${field('invadr[oxuser__oxlname]', 'Nachname')}${field('invadr[oxuser__oxstreet]', 'Straße')}${field('invadr[oxuser__oxstreetnr]', 'Nr.')}${field('invadr[oxuser__oxzip]', 'PLZ')}${field('invadr[oxuser__oxcity]', 'Ort')}<h3 class="h5">Lieferadresse</h3><input type="checkbox" class="form-check-input" name="blshowshipaddress" id="showShipAddress" checked value="0"><label for="showShipAddress">Rechnungsadresse als Lieferadresse verwenden</label><textarea name="order_remark" class="form-control" placeholder="Hier können Sie uns noch etwas mitteilen."></textarea></form></div></div>`,
                summary(session) + further('user_form', 'Weiter'),
              )
            : aside(
                `<div class="card mb-3"><h4 class="card-header card-title">Anmelden</h4><div class="card-body"><form id="optionLogin" name="login" action="${self}" method="post" novalidate>${hide({ fnc: 'login_noredirect', cl: 'user' })}<input type="text" id="lgn_usr" name="lgn_usr" autocomplete="email" class="form-control textbox" placeholder="E-Mail-Adresse" required><input type="password" id="lgn_pwd" name="lgn_pwd" autocomplete="current-password" class="form-control" placeholder="Passwort" required><button type="submit" class="btn btn-primary w-100">Anmelden</button></form></div></div>${choice('Konto eröffnen', 'optionRegistration', '3')}${choice('Bestellen ohne Registrierung', 'optionNoRegistration', '1')}`,
                summary(session),
              ),
          1,
        );
      },
      payment: (c, { payerror }, told) => {
        const session = sessionOf(c);
        const way = (id: string, text: string) =>
          `<div class="payment-option"><div class="payment-option-form"><input class="form-check-input" id="payment_${id}" type="radio" name="paymentid" value="${id}"><label class="form-check-label" for="payment_${id}">${text}</label></div></div>`;
        const failed = payerror && 'Autorisierung der Zahlung fehlgeschlagen. Bitte prüfen Sie Ihre Eingabe!';
        return page(
          c,
          'payment',
          'Versand & Zahlungsart',
          aside(
            `<div class="card active mb-3">${told || failed ? alert(told || failed!) : ''}<form action="${self}" class="payment" id="payment" name="order" method="post" novalidate>${hide({ cl: 'payment', fnc: 'validatepayment' })}<h4 class="card-header card-title">Zahlungsart</h4><div class="card-body">${way('oxidcreditcard', 'Kreditkarte')}${way('oxidpayadvance', 'Vorauskasse')}</div></form><form action="${self}" name="shipping" id="shipping" method="post">${hide({ cl: 'payment', fnc: 'changeshipping' })}<h4 class="card-header card-title">Versandart</h4><div class="card-body"><select class="form-select" name="sShipSet" onchange="this.form.submit();"><option value="oxidstandard"${session.shipping === 390 ? ' SELECTED' : ''}>Standard</option><option value="express"${session.shipping === 390 ? '' : ' SELECTED'}>Express</option></select><div id="shipSetCost">Kosten: ${euro(session.shipping)}</div></div></form></div><a href="${self}cl=user" class="btn btn-outline-primary">Zurück</a>`,
            summary(session) + further('payment', 'Weiter'),
          ),
          2,
        );
      },
      order: (c, _, told) => {
        const session = sessionOf(c);
        const part = (cl: string, title: string, text: string, id = '') =>
          `<form action="${self}" method="post"${id && ` id="${id}"`}>${hide({ cl, fnc: '' })}<h4 class="card-header card-title card-header-edit">${title}<button type="submit" class="btn" title="Ändern">${icon('pencil')}</button></h4></form><div class="card-body">${text}</div>`;
        const who = 'Frau Ann Lee<br>Hauptstr. 1<br>79098 Freiburg';
        const sent = hide({ cl: 'order', fnc: 'execute', challenge: 'a7f3', sDeliveryAddressMD5: '9b1e' });
        return page(
          c,
          'order',
          'Bestellung',
          (told ? `<p class="alert alert-danger">${told}</p>` : '') +
            aside(
              `<div class="card mb-3"><div id="orderAddress">${part('user', 'Rechnungsadresse', who)}${part('user', 'Lieferadresse', who)}</div>${part('payment', 'Versandart', 'Express', 'orderShipping')}${part('payment', 'Zahlungsart', session.pays === 'oxidcreditcard' ? 'Kreditkarte' : 'Vorauskasse', 'orderPayment')}<div id="orderEditCart"><form action="${self}" method="post">${hide({ cl: 'basket', fnc: '' })}<h4 class="card-header card-title card-header-edit">Warenkorb<button type="submit" class="btn" title="Ändern">${icon('pencil')}</button></h4></form><div class="card-body">${rows(session.lines, false)}</div></div><form action="${self}" method="post" id="orderConfirmAgbBottom">${sent}<input type="hidden" name="ord_agb" value="0"><input type="hidden" name="oxdownloadableproductsagreement" value="0"></form></div>`,
              `${summary(session)}<div id="orderAgbTop"><form action="${self}" method="post" id="orderConfirmAgbTop">${sent}<div class="agb card mb-3"><h5 class="card-header card-title card-header-edit">AGB und Widerrufsrecht</h5><div class="card-body"><div class="form-check"><input id="checkAgbTop" class="form-check-input" type="checkbox" name="ord_agb" value="1"><label for="checkAgbTop" class="form-check-label">Ich habe die AGB gelesen und erkläre mich mit ihnen einverstanden.</label></div></div></div></form></div>${further('orderConfirmAgbBottom', 'Zahlungspflichtig bestellen')}`,
            ),
          3,
        );
      },
      thankyou: (c) => {
        const session = sessionOf(c);
        if (!session.placed) return c.redirect('/index.php?cl=start');
        session.placed = false;
        return page(
          c,
          'thankyou',
          'Vielen Dank',
          `<div class="container-xxl py-5" id="thankyouPage"><h1 class="visually-hidden">Bestellung abgeschlossen</h1><h2 class="h3 blockHead">Vielen Dank</h2>Vielen Dank für Ihre Bestellung im Lichthaus. <br>Ihre Bestellung ist unter der Nummer ${ORDER} bei uns registriert. <br>Sie haben bereits eine Bestellbestätigung per E-Mail erhalten.<br><br>Sollte etwas nicht lieferbar sein, werden wir Sie sofort informieren.<br><br>Sie können nun <a id="backToShop" rel="nofollow" href="${origin}/" class="link">weiter zur Startseite</a> oder <a id="orderHistory" rel="nofollow" href="${self}cl=account_order" class="link">Ihre Bestellhistorie aufrufen</a>.<br><br><h2 class="h1">Kunden, die diese Artikel gekauft haben, kauften auch</h2>${list('alsoBoughtThankyou', [vase, kissen], 'thankyou', '', false)}</div>`,
        );
      },
    };

    /** Of all but the candle there is plenty. */
    const isShort = (product: Product, wanted: number) => product === kerze && wanted > STOCK;
    const nameless = (asked: Asked) => !asked.lgn_usr || !asked['invadr[oxuser__oxlname]'];
    const acts: Record<string, (c: Context, asked: Asked) => Response> = {
      tobasket: (c, { cl, aid, am, anid, cnid }) => {
        const session = sessionOf(c);
        const product = [...products, moos].find(({ id }) => id === aid)!;
        const has = session.lines.find((line) => line.product === product)?.quantity ?? 0;
        if (isShort(product, has + Number(am)))
          session.error = 'Der Lagerbestand dieses Artikels ist nicht ausreichend! Verfügbar';
        else {
          add(session.lines, product, Number(am));
          session.isNew = true;
        }
        return c.redirect(`/index.php?cl=${cl}&cnid=${cnid}&anid=${anid}&listtype=list&redirected=1`);
      },
      changebasket: (c, asked) => {
        const session = sessionOf(c);
        for (const line of session.lines) {
          const wanted = Number(asked[`aproducts[${line.product.id}][am]`]);
          if (isShort(line.product, wanted)) session.soldOut = line.product.id;
          else line.quantity = wanted;
        }
        session.lines = session.lines.filter(({ quantity }) => quantity);
        return views.basket!(c, asked);
      },
      addVoucher: (c, asked) =>
        views.basket!(
          c,
          asked,
          alert(
            `Der Gutschein "${asked.voucherNr}" kann nicht akzeptiert werden. <strong>Grund</strong> Gutschein ungültig!`,
          ),
        ),
      send: (c, asked) =>
        asked.cl === 'contact'
          ? views.contact!(c, asked, 'Vielen Dank für Ihre Nachricht an Lichthaus.')
          : views.newsletter!(c, asked, 'Vielen Dank für das Abonnement unseres Newsletters.'),
      login_noredirect: (c, asked) => {
        sessionOf(c).error = 'Falsche E-Mail-Adresse oder falsches Passwort!';
        return views[asked.cl!]!(c, asked);
      },
      createuser: (c, asked) => {
        if (nameless(asked)) return views.user!(c, asked, 'Bitte Wert angeben!');
        sessionOf(c).user = true;
        return c.redirect('/index.php?cl=payment');
      },
      changeshipping: (c, asked) => {
        sessionOf(c).shipping = asked.sShipSet === 'express' ? EXPRESS : 390;
        return views.payment!(c, asked);
      },
      validatepayment: (c, asked) => {
        if (!asked.paymentid) return views.payment!(c, asked, 'Felder mit einem * müssen ausgefüllt werden.');
        sessionOf(c).pays = asked.paymentid;
        return c.redirect('/index.php?cl=order');
      },
      execute: (c, asked) => {
        const session = sessionOf(c);
        if (asked.ord_agb !== '1')
          return views.order!(c, asked, 'Bitte bestätigen Sie unsere Allg. Geschäftsbedingungen!');
        if (session.pays === 'oxidcreditcard') return c.redirect('/index.php?cl=payment&payerror=2');
        session.lines = [];
        session.placed = true;
        return c.redirect('/index.php?cl=thankyou');
      },
    };

    app.get('/', (c) => views.start!(c, {}));
    app.get('/Wohnen/', (c) => views.alist!(c, {}));
    app.get('/Wohnen/:page', (c) =>
      views.details!(c, { anid: products.find(({ slug }) => c.req.param('page') === `${slug}.html`)!.id }),
    );
    app.get('/warenkorb/', (c) => views.basket!(c, {}));
    app.get('/kontakt/', (c) => views.contact!(c, {}));
    app.get('/mein-konto/', (c) => views.account!(c, {}));
    app.get('/widget.php', (c) => c.html(details(c.req.query('varselid[0]') === 'f8ab' ? moos : kissen)));
    app.get('/index.php', (c) => views[c.req.query('cl') ?? 'start']!(c, c.req.query()));
    app.post('/index.php', async (c) => {
      const asked = (await c.req.parseBody()) as Asked;
      return (acts[asked.fnc ?? ''] ?? views[asked.cl!]!)(c, asked);
    });

    const open = (product: Product) => async (tab: Page) => {
      await press('#navigation a')(tab);
      await press(`#productList .card-body a[href$="${product.slug}.html"]`)(tab);
    };
    const submit = (text: string) => press(`button:has-text("${text}")`);
    const view = (...lines: [Product, number][]) => pieces('view_cart', 'EUR', ...lines);
    const bought: [Product, number][] = [
      [kerze, 2],
      [lampe, 3],
    ];
    const reloaded = (tab: Page, act: () => Promise<unknown>) =>
      Promise.all([tab.waitForResponse((answer) => answer.request().method() === 'POST'), act()]).then(() =>
        tab.waitForFunction(() => !document.querySelector('.loadingShadowMinibasket')),
      );
    const address = {
      '#lgn_usr': 'ann@lee.example',
      '#lgn_pwd': 'geheim77',
      '#lgn_pwd2': 'geheim77',
      '[name="invadr[oxuser__oxfname]"]': 'Ann',
      '[name="invadr[oxuser__oxstreet]"]': 'Hauptstr.',
      '[name="invadr[oxuser__oxstreetnr]"]': '1',
      '[name="invadr[oxuser__oxzip]"]': '79098',
      '[name="invadr[oxuser__oxcity]"]': 'Freiburg',
    };
    return {
      apps: { shop: app },
      walk: [
        step('kommt von einer Suche', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.de/' }), {
          name: 'landing',
        }),
        step('sucht vergeblich', fill({ '#searchParam': 'Sofa' }, press('#searchForm button'))),
        step('öffnet die Kategorie', press('#navigation a'), { name: 'view_item_list' }),
        step('sortiert nach dem Preis', (tab) =>
          follow(tab, () => tab.$eval('.sort-list a', (a) => (a as HTMLElement).click())),
        ),
        step(
          'legt zwei Kerzen aus der Liste in den Warenkorb',
          fill({ '[name=tobasketproductList_2] [name=am]': '2' }, press('#submitproductList_2')),
          pieces('add_to_cart', 'EUR', [kerze, 2]),
        ),
        step('bekommt keine dritte', press('#submitproductList_2')),
        step('öffnet die Lampe', open(lampe), pieces('view_item', 'EUR', [lampe, 1])),
        step('soll sich für den Merkzettel anmelden', press('#loginToNotice')),
        step(
          'meldet sich falsch an',
          fill(
            { '#accountLogin [name=lgn_usr]': 'a@b.example', '#accountLogin [name=lgn_pwd]': 'x' },
            press('#accountLogin button'),
          ),
        ),
        step('geht zurück zur Lampe', open(lampe), optional('view_item')),
        step(
          'legt sie in den Warenkorb',
          press('#toBasket'),
          pieces('add_to_cart', 'EUR', [lampe, 1]),
          optional('view_item'),
        ),
        step('lädt die Seite neu', (tab) => tab.reload(), optional('view_item')),
        step('öffnet die Vase, die es nicht gibt', open(vase), pieces('view_item', 'EUR', [vase, 1])),
        step(
          'legt von dort eine zweite Lampe in den Warenkorb',
          press('#submitsimilar_2'),
          pieces('add_to_cart', 'EUR', [lampe, 1]),
          optional('view_item'),
        ),
        step(
          'öffnet den Kissenbezug',
          open(kissen),
          pieces('view_item', 'EUR', [kissen, 1]),
          optional('view_promotion'),
        ),
        step(
          'wählt eine Farbe',
          async (tab) => {
            await tab.selectOption('#formSelect', 'f8ab');
            await tab.waitForSelector('#toBasket:not([disabled])');
          },
          optional('view_item'),
        ),
        step(
          'legt ihn in den Warenkorb',
          press('#toBasket'),
          pieces('add_to_cart', 'EUR', [moos, 1]),
          optional('view_item'),
        ),
        step('schreibt ohne Absender', async (tab) => {
          await press('.services a >> nth=0')(tab);
          await fill({ '#c_message': 'Wann?' }, until('.needs-validation button', '.invalid-feedback'))(tab);
        }),
        step('schreibt dem Shop', fill({ '#contactEmail': 'ann@lee.example' }, press('.needs-validation button')), {
          name: 'generate_lead',
          form_kind: 'contact',
        }),
        step(
          'will den Newsletter und soll mehr angeben',
          fill({ '#footer_newsletter_oxusername': 'ann@lee.example' }, press('.newsletter-form button')),
        ),
        step('bestellt den Newsletter', press('#newsLetterSubmit'), { name: 'generate_lead', form_kind: 'newsletter' }),
        step(
          'schaut in den Warenkorb daneben',
          until('.btn-minibasket', '#basketModal.show'),
          view([kerze, 2], [lampe, 2], [moos, 1]),
        ),
        step('öffnet den Warenkorb', press('#basketModal .bottom a'), view([kerze, 2], [lampe, 2], [moos, 1])),
        step(
          'löst keinen Gutschein ein',
          async (tab) => {
            await tab.click('[href="#voucherCollapse"]');
            await fill({ '#input_voucherNr': 'X' }, press('[name=voucher] button'))(tab);
          },
          optional('view_cart'),
        ),
        step(
          'bekommt auch hier keine dritte Kerze',
          (tab) => reloaded(tab, () => tab.click('#list_cartItem_3503 .btn-more')),
          optional('view_cart'),
        ),
        step(
          'nimmt eine dritte Lampe',
          (tab) => reloaded(tab, () => tab.click('#list_cartItem_1402 .btn-more')),
          { ...pieces('add_to_cart', 'EUR', [lampe, 1]), optional: true },
          optional('view_cart'),
        ),
        step(
          'entfernt den Kissenbezug',
          (tab) => reloaded(tab, () => tab.click('#list_cartItem_1131-2 .js-remove')),
          pieces('remove_from_cart', 'EUR', [moos, 1]),
          optional('view_cart'),
        ),
        step('geht zur Kasse', press('#checkout'), pieces('begin_checkout', 'EUR', ...bought)),
        step(
          'meldet sich auch hier falsch an',
          fill({ '#lgn_usr': 'a@b.example', '#lgn_pwd': 'x' }, press('#optionLogin button')),
        ),
        step('will ein Konto eröffnen', press('#optionRegistration button')),
        step('vergisst den Nachnamen', fill(address, submit('Weiter'))),
        step(
          'gibt alles an',
          fill({ ...address, '[name="invadr[oxuser__oxlname]"]': 'Lee' }, submit('Weiter')),
          { name: 'sign_up' },
          optional('add_shipping_info'),
        ),
        step(
          'wählt Express',
          (tab) => follow(tab, () => tab.selectOption('[name=sShipSet]', 'express')),
          optional('add_shipping_info'),
        ),
        step('wählt keine Zahlungsart', submit('Weiter')),
        step(
          'wählt die Kreditkarte',
          async (tab) => {
            await tab.check('#payment_oxidcreditcard');
            await submit('Weiter')(tab);
          },
          pieces('add_payment_info', 'EUR', ...bought),
          optional('add_shipping_info'),
        ),
        step('vergisst die AGB', submit('Zahlungspflichtig bestellen')),
        step('deren Zahlung scheitert', async (tab) => {
          await tab.check('#checkAgbTop');
          await submit('Zahlungspflichtig bestellen')(tab);
        }),
        step(
          'wählt Vorauskasse',
          async (tab) => {
            await tab.check('#payment_oxidpayadvance');
            await submit('Weiter')(tab);
          },
          optional('add_payment_info'),
        ),
        step(
          'bestellt',
          async (tab) => {
            await tab.check('#checkAgbTop');
            await submit('Zahlungspflichtig bestellen')(tab);
          },
          order('EUR', { id: ORDER, total: kerze.price * 2 + lampe.price * 3 + EXPRESS, shipping: EXPRESS }, ...bought),
        ),
        step('lädt die Seite neu', (tab) => tab.reload()),
        step('sieht die Bestellung im Konto', (tab) => tab.goto(`${self}cl=account_order`)),
        step('öffnet den leeren Warenkorb', (tab) => tab.goto(`${origin}/warenkorb/`), optional('view_cart')),
      ],
    };
  },
};

export default platform;
