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
  step,
  sumOf,
  until,
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { inline } from '../spa.ts';

// osCommerce 2 as its community carries it on (version 1.0.7, Bootstrap 4), in German. Every act is a parameter of a page's
// address, and a message on the page that follows. What is not in stock may be ordered, with a warning. No page names the order.

const ORDER = '1042';
const FEE = 490;
const SECRET = 'geheim77';

const mug: Product = good('11', 'BE-11', 'Becher Kiesel', 'becher', 1490);
const pot: Product = good('12', 'KA-12', 'Teekanne Kiesel', 'kanne', 5900);
/** What the cart calls the larger one: the product and what was chosen. */
const largePot: Product = { ...pot, id: '12{4}2', others: ['12'], price: 6900 };
const sieve: Product = good('13', 'SI-13', 'Teesieb', 'sieb', 950);
const tin: Product = good('14', 'DO-14', 'Teedose', 'dose', 2400, true);
const products = [mug, pot, sieve, tin];
const WAS: Record<string, number> = { [sieve.id]: 1200 };

const euro = (amount: number) =>
  `${(amount / 100)
    .toFixed(2)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+,)/, '.')}€`;
const raw = (amount: number) => (amount / 100).toFixed(2);

const SENT: Record<string, [string, string, number]> = {
  flat_flat: ['Pauschale Versandkosten', 'Bester Weg', FEE],
  pickup_pickup: ['Abholung', 'Im Laden', 0],
};
const PAID: Record<string, string> = { cc: 'Kreditkarte', moneyorder: 'Vorkasse' };

interface Session {
  lines: Line[];
  told: [kind: string, text: string][];
  in?: boolean;
  asked?: boolean;
  sent?: string;
  paid?: string;
  bought?: Line[];
}

const button = (text: string, icon: string, classes: string, more = '') =>
  `<button type="submit" ${more} class="btn ${classes}"> <span class="${icon}" aria-hidden="true"></span> ${text}</button>`;
const go = 'btn-success btn-lg btn-block';
const required = '<span class="form-control-feedback text-danger"><i class="fas fa-asterisk"></i></span>';
const field = (label: string, id: string, name: string, type = 'text', more = '') =>
  `<div class="form-group row"><label for="${id}" class="col-form-label col-sm-3 text-left text-sm-right">${label}</label>
<div class="col-sm-9"><input type="${type}" name="${name}" required aria-required="true" id="${id}" ${more} class="form-control">${required}</div></div>`;
const item = (text: string) => `<li class="list-group-item">${text}</li>`;
const boxed = (body: string) => `<div class="border"><ul class="list-group list-group-flush">${body}</ul></div>`;
const who = 'Anna Lehmann<br>Lange Gasse 1<br>10115 Berlin<br>Germany';
const comments = `<hr><div class="form-group row"><label for="inputComments" class="col-form-label col-sm-4">Noch etwas?</label>
<div class="col-sm-8"><textarea class="form-control" name="comments" cols="60" rows="5" id="inputComments" placeholder="Kommentar"></textarea></div></div>`;

/** Bootstrap's: what opens opens, what closes closes. */
const client = `document.addEventListener('click', (event) => {
  const { target } = event;
  const toggle = target.closest('[data-toggle=dropdown]');
  for (const menu of document.querySelectorAll('.dropdown-menu.show')) menu.classList.remove('show');
  if (toggle) { event.preventDefault(); toggle.parentElement.querySelector('.dropdown-menu').classList.add('show'); }
  if (target.closest('[data-dismiss=alert]')) target.closest('.alert').remove();
});`;

const platform: Platform = {
  name: 'CE Phoenix (osCommerce)',
  family: 'native',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const sessionOf = createCarts<Session>(() => ({ lines: [], told: [] }), 'ceid');
    const to = (page: string, query = '') => `${origin}/${page}.php${query && `?${query}`}`;
    const pageOf = ({ id }: Product) => to('product_info', `products_id=${id}`);
    const count = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const alert = (
      kind: string,
      text: string,
    ) => `<div class="alert alert-${kind} alert-dismissible fade show" role="alert">
<button type="button" class="close" data-dismiss="alert" aria-label="Close"><span aria-hidden="true">&times;</span></button>${text}</div>`;
    const told = (session: Session) => {
      const alerts = session.told.map(([kind, text]) => alert(kind, text)).join('');
      session.told = [];
      return alerts;
    };

    const dropdown = (
      kind: string,
      id: string,
      title: string,
      body: string,
    ) => `<li class="nav-item dropdown nb-${kind}">
<a class="nav-link dropdown-toggle" href="#" id="${id}" role="button" data-toggle="dropdown" aria-haspopup="true" aria-expanded="false"> ${title} </a>
<div class="dropdown-menu dropdown-menu-right" aria-labelledby="${id}">${body}</div></li>`;
    const link = (href: string, text: string) => `<a class="dropdown-item" href="${href}">${text}</a>`;
    const divider = '<div class="dropdown-divider"></div>';
    const page = (c: Context, title: string, crumbs: string[], body: string, head = '') => {
      const session = sessionOf(c);
      const { lines } = session;
      const cartBox = lines.length
        ? `${divider}<div class="dropdown-cart-list">${lines.map(({ product, quantity }) => link(pageOf(product), `${quantity} x ${product.name}`)).join('')}</div>
${divider}${link(to('checkout_shipping'), '<i class="fas fa-angle-right fa-fw"></i> Kasse')}`
        : '';
      const account = session.in
        ? link(to('logoff'), 'Abmelden')
        : link(to('login'), 'Anmelden') + link(to('create_account'), 'Neues Konto');
      const trail = {
        '@context': 'https://schema.org',
        '@type': 'BreadcrumbList',
        itemListElement: ['Katalog', ...crumbs].map((name, at) => ({
          '@type': 'ListItem',
          position: at + 1,
          item: { '@id': to('index'), name },
        })),
      };
      return c.html(`<!DOCTYPE html><html dir="ltr" lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no"><title>${title}</title><base href="${origin}/">
<style>.fas{display:inline-block;width:1em;height:1em}.dropdown-menu{display:none}.dropdown-menu.show{display:block}</style>${head}<script type="application/ld+json">${inline(trail)}</script>${tag}</head><body>
<nav class="navbar bg-light navbar-light navbar-expand-sm cm-navbar"><div class="container-fluid"><a class="navbar-brand nb-brand" href="${to('index')}">Kieselhof</a><div class="collapse navbar-collapse" id="collapseCoreNav"><ul class="navbar-nav mr-auto"><li class="nav-item nb-home"><a class="nav-link" href="${to('index')}"><i title="Start" class="fas fa-home"></i></a></li></ul><ul class="navbar-nav ml-auto">
${dropdown('currencies', 'navDropdownCurrencies', '<abbr title="Währung"></abbr> EUR <span class="caret"></span>', link(to('index', 'currency=EUR'), 'Euro') + link(to('index', 'currency=CHF'), 'Schweizer Franken'))}
${dropdown('account', 'navDropdownAccount', `<i title="Mein Konto" class="fas fa-user fa-fw"></i> ${session.in ? 'Anna' : 'Mein Konto'}`, account + divider + link(to('account'), 'Mein Konto') + link(to('account_history'), 'Bestellungen'))}
${dropdown('shopping-cart', 'navDropdownCart', `<i title="Warenkorb" class="fas fa-shopping-cart fa-fw"></i><span class="d-inline d-sm-none d-md-inline"> <span class="cart-count">${count(lines)}</span> Artikel</span> <span class="caret"></span>`, link(to('shopping_cart'), `<span class="cart-count">${count(lines)}</span> Artikel, <span class="cart-value">${euro(sumOf(lines))}</span>`) + cartBox)}
</ul></div></div></nav><div id="bodyWrapper" class="container-fluid pt-2"><header class="row"><div class="col-sm-4 cm-header-logo"><a href="${to('index')}"><img src="data:," alt="Kieselhof" title="Kieselhof"></a></div><div class="col-sm-8 cm-header-search align-self-center">
<form name="quick_find" action="${to('advanced_search_result')}" method="get"><div class="input-group"><input type="search" name="keywords" required aria-required="true" autocomplete="off" aria-label="Suche" placeholder="Suche" class="form-control"><div class="input-group-append"><button type="submit" class="btn btn-info"><i class="fas fa-search"></i></button></div></div></form></div>
<div class="col-sm-12 cm-header-breadcrumb"><nav aria-label="breadcrumb"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="${to('index')}"><i class="fas fa-home"></i></a></li>${crumbs.map((crumb) => `<li class="breadcrumb-item">${crumb}</li>`).join('')}</ol></nav></div></header>
<div class="row"><div id="bodyContent" class="col order-1 order-md-6">${body}</div><div id="columnLeft" class="col-md-2 order-6 order-md-1"><div class="card mb-2 bm-categories"><div class="card-header">Kategorien</div><div class="list-group list-group-flush"><a class="list-group-item list-group-item-action" href="${to('index', 'cPath=1')}">Rund um den Tee</a></div></div></div></div>
<footer class="pt-2"><div class="bg-light m-0 pt-2 pb-2"><div class="footer"><div class="row"><div class="col-sm-6 cm-footer-information-links"><h4>Informationen</h4><nav class="nav nav-pills flex-column"><a class="nav-link pl-0" href="${to('info', 'pages_id=1')}">Versand</a><a class="nav-link pl-0" href="${to('contact_us')}">Kontakt</a></nav></div>
<div class="col-sm-6 cm-footer-contact-us"><h4>So erreichen Sie uns</h4><address><strong>Kieselhof</strong><br>Am Bach 3</address><a class="btn btn-success btn-block" role="button" href="${to('contact_us')}"><i class="fas fa-paper-plane"></i> Schreiben Sie uns</a></div></div></div></div></footer></div><script>${client}</script></body></html>`);
    };

    const price = ({ id, price }: Product) =>
      WAS[id] ? `<del>${euro(WAS[id])}</del> <span class="text-danger">jetzt ${euro(price)}</span>` : euro(price);
    const card = (
      product: Product,
    ) => `<div class="col mb-2"><div class="card h-100 is-product" data-is-special="${WAS[product.id] ? 1 : 0}" data-product-price="${raw(product.price)}" data-product-manufacturer="3">
<a href="${pageOf(product)}"><img src="data:," alt="${product.name}" title="${product.name}" class="img-fluid card-img-top"></a><div class="card-body"><h5 class="card-title"><a href="${pageOf(product)}">${product.name}</a></h5><h6 class="card-subtitle mb-2 text-muted">${price(product)}</h6></div>
<div class="card-footer bg-white pt-0 border-0"><div class="btn-group" role="group"><a href="${pageOf(product)}" class="btn btn-info btn-product-listing btn-view"><i class="fas fa-eye"></i> Anzeigen</a>
${product === pot ? '' : `<a href="${to('index', `cPath=1&amp;action=buy_now&amp;products_id=${product.id}`)}" data-has-attributes="0" data-in-stock="${product.soldOut ? 0 : 8}" data-product-id="${product.id}" class="btn btn-light btn-product-listing btn-buy"><i class="fas fa-shopping-cart"></i></a>`}</div></div></div></div>`;
    const listing = (
      c: Context,
      shown: Product[],
    ) => `${told(sessionOf(c))}<div class="contentText"><div class="row align-items-center"><div class="col-sm-6 d-none d-sm-block">Artikel <strong>1</strong> bis <strong>${shown.length}</strong> (von <strong>${shown.length}</strong>)</div></div>
<div class="card mb-2 card-body alert-filters"><ul class="nav"><li class="nav-item dropdown"><a href="#" class="nav-link text-dark dropdown-toggle" data-toggle="dropdown" role="button" aria-haspopup="true" aria-expanded="false">Sortieren nach<span class="caret"></span></a>
<div class="dropdown-menu">${link(to('index', 'cPath=1&amp;page=1&amp;sort=2a'), 'Name')}${link(to('index', 'cPath=1&amp;page=1&amp;sort=3a'), 'Preis')}</div></li></ul></div>
<div class="row row-cols-2 row-cols-md-4">${shown.map(card).join('')}</div></div>`;

    const views: Record<string, (c: Context) => Response | Promise<Response>> = {
      index: (c) => {
        const sorted = [...products].sort((one, other) => one.price - other.price);
        return c.req.query('cPath')
          ? page(
              c,
              'Rund um den Tee, Kieselhof',
              ['Rund um den Tee'],
              `<h1 class="display-4">Rund um den Tee</h1>${listing(c, c.req.query('sort') ? sorted : products)}`,
            )
          : page(
              c,
              'Kieselhof',
              [],
              `<h1 class="display-4">Willkommen auf dem Kieselhof</h1><div class="row row-cols-2">${[sieve, mug].map(card).join('')}</div>`,
            );
      },
      advanced_search_result: (c) => {
        const found = products.filter(({ name }) => name.toLowerCase().includes(c.req.query('keywords') ?? ''));
        const none = '<div class="alert alert-info" role="alert">Dazu haben wir leider nichts.</div>';
        return page(
          c,
          'Suche, Kieselhof',
          ['Erweiterte Suche', 'Ergebnisse'],
          `<h1 class="display-4">Gefundene Artikel</h1>${found.length ? listing(c, found) : none}`,
        );
      },
      product_info: (c) => {
        const product = products.find(({ id }) => id === Number.parseInt(c.req.query('products_id')!, 10).toString())!;
        const data = {
          '@context': 'https://schema.org',
          '@type': 'Product',
          name: product.name,
          image: `${origin}/images/${product.slug}.jpg`,
          url: pageOf(product),
          description: 'Von Hand gedreht...',
          mpn: product.sku,
          offers: {
            '@type': 'Offer',
            priceCurrency: 'EUR',
            price: raw(product.price),
            availability: `https://schema.org/${product.soldOut ? 'OutOfStock' : 'InStock'}`,
            seller: { '@type': 'Organization', name: 'Kieselhof' },
          },
          manufacturer: { '@type': 'Organization', name: 'Kieselhof' },
        };
        const special = `<del>${euro(WAS[product.id]!)}</del> <span class="productPrice text-danger productSpecialPrice">${euro(product.price)}</span>`;
        const options = `<div class="col-sm-12 cm-pi-options-attributes"><h4>Ausführung</h4><div class="form-group row"><label for="input_4" class="col-form-label col-sm-3">Größe</label><div class="col-sm-9"><select name="id[4]" required="required" aria-required="true" id="input_4" class="form-control"><option value="">--- Bitte wählen ---</option><option value="1">1 l</option><option value="2">1,5 l (+${euro(1000)}) </option></select>${required}</div></div></div>`;
        return page(
          c,
          `${product.name}, Kieselhof`,
          ['Rund um den Tee', product.name],
          `<form name="cart_quantity" action="${to('product_info', `products_id=${product.id}&amp;action=add_product`)}" method="post" role="form">${told(sessionOf(c))}<div class="row is-product"><div class="col-sm-9 cm-pi-name"><h1 class="display-4">${product.name}</h1></div>
<div class="col-sm-3 cm-pi-price"><h2 class="display-4 text-left text-sm-right">${WAS[product.id] ? special : `<span class="productPrice">${euro(product.price)}</span>`}</h2></div><div class="col-sm-4 cm-pi-gallery"><a href="#lightbox"><img src="data:," alt="${product.name}" title="${product.name}" class="img-fluid"></a></div><div class="col-sm-8 cm-pi-description"><p>Von Hand gedreht, ab 9,50€ im Set.</p></div>
${product === pot ? options : ''}<div class="col-sm-4 cm-pi-review-button"><a href="${to('ext/modules/content/reviews/write', `products_id=${product.id}`)}" class="btn btn-info btn-block btn-lg"> <span class="fas fa-comment-alt" aria-hidden="true"></span> Bewerten</a></div>
<div class="col-sm-8 text-right cm-pi-buy-button">${button('In den Warenkorb', 'fas fa-shopping-cart', `${go} btn-product-info btn-buy`, `data-has-attributes="${product === pot ? 1 : 0}" data-in-stock="${product.soldOut ? 0 : 8}" data-product-id="${product.id}"`)}<input type="hidden" name="products_id" value="${product.id}"></div>
<div class="col-sm-12 cm-pi-model"><ul class="list-group"><li class="list-group-item d-flex justify-content-between align-items-center"> Modell <span class="badge badge-primary badge-pill">${product.sku}</span></li></ul></div>
<div class="col-sm-12 cm-pi-also-purchased"><h4>Dazu passt</h4><div class="row row-cols-2">${[sieve, mug]
            .filter((other) => other !== product)
            .map(card)
            .join('')}</div></div></div></form>`,
          `<script type="application/ld+json">${inline(data)}</script>`,
        );
      },
      shopping_cart: (c) => {
        const session = sessionOf(c);
        const { lines } = session;
        const title = '<div class="col-sm-12 cm-sc-title"><h1 class="display-4">Ihr Warenkorb</h1></div>';
        if (!lines.length)
          return page(
            c,
            'Warenkorb, Kieselhof',
            ['Warenkorb'],
            `${told(session)}<div class="row">${title}<div class="col-sm-12 cm-sc-no-products"><div class="alert alert-danger">Der Warenkorb ist noch leer.</div><p class="text-right"><a href="${to('index')}" class="btn btn-danger btn-lg btn-block">Weiter</a></p></div></div>`,
          );
        const short = lines.some(({ product }) => product.soldOut);
        const row = ({
          product,
          quantity,
        }: Line) => `<tr><td class="d-none d-md-table-cell"><a href="${pageOf(product)}"><img src="data:," alt="${product.name}" title="${product.name}" width="100" height="80" class="img-fluid"></a></td>
<th><a href="${pageOf(product)}">${product.name}</a>${product === largePot ? '<small><br><i> - Größe 1,5 l</i></small>' : ''}</th><td>${product.soldOut ? '<span class="text-danger"><b>***</b></span>' : '<i class="fas fa-check fa-2x text-success"></i>'}</td>
<td><div class="input-group"><input type="number" name="cart_quantity[]" value="${quantity}" style="width: 65px;" min="0" class="form-control"><input type="hidden" name="products_id[]" value="${product.id}"><div class="input-group-append"><button type="submit" class="btn btn-info"><i title="Aktualisieren" class="fas fa-sync fa-fw"></i></button></div>
<div class="input-group-append"><a href="${to('shopping_cart', `products_id=${product.id}&amp;action=remove_product`)}" class="btn btn-danger"><i title="Entfernen" class="fas fa-times fa-fw"></i></a></div></div></td><td class="text-right">${euro(product.price * quantity)}</td></tr>`;
        return page(
          c,
          'Warenkorb, Kieselhof',
          ['Warenkorb'],
          `${told(session)}<div class="row">${title}<div class="col-sm-12 cm-sc-product-listing"><form name="cart_quantity" action="${to('shopping_cart', 'action=update_product')}" method="post">${lines.some(({ product }) => product === largePot) ? '<input type="hidden" name="id[12{4}2][4]" value="2">' : ''}<div class="table-responsive"><table class="table mb-0"><thead class="thead-light"><tr><th class="d-none d-md-table-cell">&nbsp;</th><th>Artikel</th><th>Lager</th><th>Anzahl</th><th class="text-right">Preis</th></tr></thead><tbody>${lines.map(row).join('')}</tbody></table></div></form><hr class="mt-0"></div>
<div class="col-sm-12 cm-sc-order-subtotal"><h4 class="text-right"> Zwischensumme: ${euro(sumOf(lines))} </h4></div>${short ? '<div class="col-sm-12 cm-sc-stock-notice"><div class="alert alert-warning" role="alert">Von den mit *** bezeichneten Artikeln haben wir nicht so viele auf Lager. Bestellen können Sie trotzdem.</div></div>' : ''}
<div class="col-sm-12 cm-sc-checkout"><div class="buttonSet"><a href="${to('checkout_shipping')}" class="btn ${go}"> <span class="fas fa-angle-right" aria-hidden="true"></span> Kasse</a></div></div></div>`,
        );
      },
      login: (c) =>
        page(
          c,
          'Anmelden, Kieselhof',
          ['Anmelden'],
          `${told(sessionOf(c))}<div class="row"><div class="col-sm-12 cm-login-title"><h1 class="display-4">Willkommen, melden Sie sich an</h1></div><div class="col-sm-6 cm-login-form "><p class="alert alert-success">Sie kennen uns schon?</p><form name="login" action="${to('login', 'action=process')}" method="post"><input type="hidden" name="formid" value="c4ca42">
<div class="form-group row"><div class="col-sm-12"><input type="email" name="email_address" required aria-required="true" id="inputEmail" autocomplete="username email" placeholder="E-Mail-Adresse" class="form-control">${required}</div></div><div class="form-group row"><div class="col-sm-12"><input type="password" name="password" required aria-required="true" id="inputPassword" autocomplete="new-password" placeholder="Passwort" class="form-control">${required}</div></div>
<p class="text-right">${button('Anmelden', 'fas fa-sign-in-alt', 'btn-success btn-block')}</p></form></div><div class="col-sm-6 cm-create-account-link"><p class="alert alert-info">Sie sind neu hier?</p><p class="text-right"><a href="${to('create_account')}" class="btn btn-primary btn-block"> <span class="fas fa-angle-right" aria-hidden="true"></span> Weiter</a></p></div></div>`,
        ),
      create_account: (c) =>
        page(
          c,
          'Neues Konto, Kieselhof',
          ['Konto eröffnen'],
          `<h1 class="display-4">Ihre Angaben</h1>${told(sessionOf(c))}<form name="create_account" action="${to('create_account')}" method="post"><input type="hidden" name="formid" value="c4ca42"><input type="hidden" name="action" value="process"><h4>Zur Person</h4>${field('Vorname', 'inputFirstName', 'firstname')}${field('Nachname', 'inputLastName', 'lastname')}${field('E-Mail-Adresse', 'inputEmail', 'email_address', 'email', 'autocomplete="username email"')}
<h4>Adresse</h4>${field('Straße', 'inputStreet', 'street_address')}${field('PLZ', 'inputPostCode', 'postcode')}${field('Ort', 'inputCity', 'city')}<h4>Passwort</h4>${field('Passwort', 'inputPassword', 'password', 'password', 'autocomplete="new-password"')}${field('Noch einmal', 'inputConfirmation', 'confirmation', 'password', 'autocomplete="new-password"')}<div class="buttonSet"><div class="text-right">${button('Weiter', 'fas fa-user', go)}</div></div></form>`,
        ),
      create_account_success: (c) =>
        page(
          c,
          'Konto eröffnet, Kieselhof',
          ['Konto eröffnen', 'Erfolg'],
          `<div class="row"><div class="col-sm-12 cm-cas-title"><h1 class="display-4">Ihr Konto ist eröffnet!</h1></div><div class="col-sm-12 cm-cas-message"><div class="alert alert-success" role="alert">Schön, dass Sie da sind! Ihr neues Konto wurde angelegt.</div></div><div class="col-sm-12 cm-cas-continue-button"><a href="${to('checkout_shipping')}" class="btn ${go}">Weiter</a></div></div>`,
        ),
      contact_us: (c) =>
        page(
          c,
          'Kontakt, Kieselhof',
          ['Kontakt'],
          `<h1 class="display-4">Kontakt</h1>${told(sessionOf(c))}${
            c.req.query('action') === 'success'
              ? `<div class="alert alert-info" role="alert">Ihre Anfrage wurde erfolgreich gesendet.</div><div class="buttonSet"><a href="${to('index')}" class="btn btn-light btn-block btn-lg">Weiter</a></div>`
              : `<form name="contact_us" action="${to('contact_us', 'action=send')}" method="post"><input type="hidden" name="formid" value="c4ca42"><div class="row"></div><p class="text-danger text-right"><i class="fas fa-asterisk text-danger"></i> wird gebraucht</p>${field('Name', 'inputFromName', 'name')}${field('E-Mail', 'inputFromEmail', 'email', 'email')}
<div class="form-group row"><label for="inputEnquiry" class="col-sm-3 col-form-label text-right">Anfrage</label><div class="col-sm-9"><textarea class="form-control" name="enquiry" cols="50" rows="15" required aria-required="true" id="inputEnquiry"></textarea>${required}</div></div><div class="buttonSet"><div class="text-right">${button('Weiter', 'fas fa-paper-plane', go)}</div></div></form>`
          }`,
        ),
      checkout_shipping: (c) => {
        const session = sessionOf(c);
        if (!session.lines.length) return c.redirect(to('shopping_cart'));
        if (!session.in) return c.redirect(to('login'));
        const choice = ([id, [name, way, cost]]: [string, [string, string, number]]) =>
          `<tr class="table-selection"><td>${name}<div class="form-text">${way}</div></td><td class="text-right"><div class="custom-control custom-radio custom-control-inline"><input type="radio" name="shipping" value="${id}" id="d_${id}" required aria-required="true" class="custom-control-input"><label class="custom-control-label" for="d_${id}">${euro(cost)}</label></div></td></tr>`;
        return page(
          c,
          'Versand, Kieselhof',
          ['Kasse', 'Versandart'],
          `<h1 class="display-4">Versandinformationen</h1><form name="checkout_address" action="${to('checkout_shipping')}" method="post"><input type="hidden" name="formid" value="c4ca42"><input type="hidden" name="action" value="process"><div class="row"><div class="col-sm-7"><h5 class="mb-1">Versandart</h5><div><table class="table border-right border-left border-bottom table-hover m-0">${Object.entries(SENT).map(choice).join('')}</table></div></div>
<div class="col-sm-5"><h5 class="mb-1"> Versandadresse <small><a class="font-weight-lighter ml-3" href="${to('checkout_shipping_address')}">Bearbeiten</a></small></h5>${boxed(item(who))}</div></div>${comments}<div class="buttonSet"><div class="text-right">${button('Weiter mit der Bestellung', 'fas fa-angle-right', go)}</div></div>${progress(33)}</form>`,
        );
      },
      checkout_payment: (c) => {
        const error = c.req.query('payment_error');
        const choice = ([id, name]: [string, string]) =>
          `<tr class="table-selection"><td><label for="p_${id}">${name}</label></td><td class="text-right"><div class="custom-control custom-radio custom-control-inline"><input type="radio" name="payment" value="${id}" id="p_${id}" required aria-required="true" class="custom-control-input"><label class="custom-control-label" for="p_${id}">&nbsp;</label></div></td></tr>`;
        return page(
          c,
          'Zahlung, Kieselhof',
          ['Kasse', 'Zahlungsweise'],
          `<h1 class="display-4">Zahlungsweise</h1><form name="checkout_payment" action="${to('checkout_confirmation')}" method="post"><input type="hidden" name="formid" value="c4ca42">${error ? '<div class="alert alert-danger"><p class="lead"><b>Kreditkarte</b></p><p>Die Karte wurde nicht angenommen.</p></div>' : ''}<div class="row"><div class="col-sm-7"><h5 class="mb-1">Zahlungsweise</h5><div><table class="table border-right border-left border-bottom table-hover m-0">${Object.entries(PAID).map(choice).join('')}</table></div></div>
<div class="col-sm-5"><h5 class="mb-1"> Rechnungsadresse </h5>${boxed(item(who))}</div></div>${comments}<div class="buttonSet"><div class="text-right">${button('Weiter mit der Bestellung', 'fas fa-angle-right', go)}</div></div><div class="progressBarHook">${progress(67)}</div></form>`,
        );
      },
      checkout_success: (c) => {
        const { bought = [] } = sessionOf(c);
        const notify = ({ product: { id, name } }: Line) =>
          item(
            `<div class="custom-control custom-switch"><input type="checkbox" name="notify[]" value="${id}" class="custom-control-input" id="notify_${id}"><label class="custom-control-label" for="notify_${id}">${name}</label></div>`,
          );
        return page(
          c,
          'Kieselhof',
          ['Kasse', 'Erfolg'],
          `<form name="order" action="${to('checkout_success', 'action=update')}" method="post" role="form"><div class="row"><div class="col-sm-12 cm-cs-title"><h1 class="display-4">Ihre Bestellung wurde ausgeführt</h1></div><div class="col-sm-6 cm-cs-thank-you"><h5 class="mb-1">Vielen Dank!</h5><div class="border"><ul class="list-group list-group-flush"><li class="list-group-item bg-light"><p class="font-weight-lighter mb-0"><b>Ihre Bestellung ist eingegangen, wir packen schon. Sobald das Paket unterwegs ist, schreiben wir Ihnen.</b></p></li></ul>
<div class="list-group list-group-flush"><a class="list-group-item list-group-item-action" href="${to('account_history')}">Wie es um sie steht, <span class="text-primary border-bottom border-primary">sehen Sie in Ihrem Konto.</span></a><a class="list-group-item list-group-item-action" href="${to('contact_us')}"><span class="text-primary border-bottom border-primary">Fragen Sie uns</span>, wenn etwas unklar ist.</a></div></div></div>
<div class="col-sm-6 cm-cs-product-notifications"><h5 class="mb-1">Sagen Sie mir, was es zu diesen Artikeln Neues gibt</h5>${boxed(bought.map(notify).join(''))}</div><div class="col-sm-12 cm-cs-continue-button"><div class="text-right">${button('Weiter', 'fas fa-angle-right', go)}</div></div></div></form>`,
        );
      },
      logoff: (c) => {
        sessionOf(c).in = false;
        return page(
          c,
          'Abgemeldet, Kieselhof',
          ['Abmelden'],
          `<h1 class="display-4">Abgemeldet</h1><div class="alert alert-danger" role="alert">Sie sind abgemeldet. Bis bald!</div>`,
        );
      },
      account: (c) =>
        page(
          c,
          'Mein Konto, Kieselhof',
          ['Mein Konto'],
          `<h1 class="display-4">Ihr Konto</h1><div class="row"><div class="col-sm-12 cm-account-set-1"><h4>Bestellungen</h4><div class="list-group"><a class="list-group-item list-group-item-action" href="${to('account_history')}">Ihre Bestellungen ansehen</a></div></div></div>`,
        ),
      account_history: (c) =>
        page(
          c,
          'Bestellungen, Kieselhof',
          ['Mein Konto', 'Bestellungen'],
          `<h1 class="display-4">Ihre Bestellungen</h1><div class="table-responsive"><table class="table table-hover table-striped"><tbody><tr><th scope="row">Bestellnummer ${ORDER}</th><td>offen</td><td>${euro(total(sessionOf(c).bought ?? []))}</td><td class="text-right"><a href="${to('account_history_info', `order_id=${ORDER}`)}" class="btn btn-primary btn-sm">zur Bestellung</a></td></tr></tbody></table></div>`,
        ),
      account_history_info: (c) => {
        const { bought = [] } = sessionOf(c);
        return page(
          c,
          'Bestellung, Kieselhof',
          ['Mein Konto', 'Bestellungen', `Bestellnummer ${ORDER}`],
          `<div class="row"><div class="col-7"><h1 class="display-4">Ihre Bestellung</h1></div><div class="col text-right"><h4>Bestellnummer ${ORDER} <span class="badge badge-secondary">offen</span></h4><p><strong>Bestelldatum:</strong> Freitag, 27. November 2026</p></div></div><div class="row"><div class="col-sm-7"><table class="table table-hover table-bordered"><thead class="thead-dark"><tr><th colspan="2">Artikel</th><th class="text-right">Summe</th></tr></thead><tbody>
${bought.map(({ product, quantity }) => `<tr><td align="right" width="30">${quantity}</td><td>${product.name}</td><td class="text-right">${euro(product.price * quantity)}</td></tr>`).join('')}<tr><td colspan="4" class="text-right">Summe: <strong>${euro(total(bought))}</strong></td></tr></tbody></table></div></div>`,
        );
      },
    };
    const progress = (now: number) =>
      `<div class="progress-hooks pt-2"><div class="progress"><div class="progress-bar progress-bar-striped progress-bar-animated bg-info" role="progressbar" style="width: ${now}%" aria-valuenow="${now}" aria-valuemin="0" aria-valuemax="100"></div></div><div class="row"><div class="col text-center">Versandinformationen</div><div class="col text-center">Zahlungsweise</div><div class="col text-center">Bestätigung</div></div></div>`;
    const total = (lines: Line[]) => sumOf(lines) + FEE;
    const taxOf = (amount: number) => Math.round((amount * 19) / 119);
    const confirmation = (c: Context) => {
      const { lines, sent, paid } = sessionOf(c);
      const [name, way, cost] = SENT[sent!]!;
      const edit = (at: string) => `<small><a class="font-weight-lighter ml-2" href="${to(at)}">Bearbeiten</a></small>`;
      const rows = [
        ['Zwischensumme:', euro(sumOf(lines))],
        [`${name} (${way}):`, euro(cost)],
        ['MwSt. 19%:', euro(taxOf(total(lines)))],
        ['Summe:', `<strong>${euro(total(lines))}</strong>`],
      ];
      return page(
        c,
        'Bestellung, Kieselhof',
        ['Kasse', 'Bestätigung'],
        `<h1 class="display-4">Bestellung aufgeben</h1><form name="checkout_confirmation" action="${to('checkout_process')}" method="post"><div class="row"><div class="col-sm-7"><h5 class="mb-1">Artikel${edit('shopping_cart')}</h5><div class="border"><ul class="list-group list-group-flush">
${lines.map(({ product, quantity }) => item(`<span class="float-right">${euro(product.price * quantity)}</span><h5 class="mb-1">${product.name}<small> x ${quantity}</small></h5>${product === largePot ? '<p class="w-100 mb-1">- Größe: 1,5 l<br></p>' : ''}`)).join('')}</ul><table class="table mb-0">${rows.map(([label, amount]) => `<tr><td>${label}</td><td class="text-right">${amount}</td></tr>`).join('')}</table></div></div>
<div class="col-sm-5"><h5 class="mb-1">Einzelheiten</h5>${boxed([item(`<h5 class="mb-0">Versandadresse${edit('checkout_shipping_address')}</h5><p class="w-100 mb-1">${who}</p>`), item(`<h5 class="mb-1">Versandart${edit('checkout_shipping')}</h5><p class="w-100 mb-1">${name} (${way})</p>`), item(`<h5 class="mb-1">Zahlungsweise${edit('checkout_payment')}</h5><p class="w-100 mb-1">${PAID[paid!]}</p>`)].join(''))}</div></div>
<div class="form-group row align-items-center"><div class="col-form-label col-sm-3">Bedingungen</div><div class="col-sm-9 pl-5 custom-control custom-switch"><input type="checkbox" name="matc" value="1" required aria-required="true" class="custom-control-input" id="inputMATC"><label for="inputMATC" class="custom-control-label text-muted"><small>Ich habe die AGB gelesen und bin einverstanden.</small></label></div></div>
<div class="buttonSet mt-3"><div class="text-right">${button('jetzt zahlungspflichtig bestellen', 'fas fa-check-circle', 'btn-success btn-block btn-lg')}</div></div><div class="progressBarHook">${progress(100)}</div></form>`,
      );
    };

    type Asked = Record<string, string | string[]>;
    const listed = (asked: string | string[] | undefined) => [asked ?? []].flat();
    const put = (c: Context, id: string, chosen?: string) => {
      const session = sessionOf(c);
      const product = products.find((one) => one.id === id)!;
      add(session.lines, chosen === '2' ? largePot : product, 1);
      session.told.push(['success', `${product.name} wurde dem Warenkorb hinzugefügt`]);
      return c.redirect(to('shopping_cart'));
    };
    const acts: Record<string, (c: Context, asked: Asked) => Response> = {
      buy_now: (c) => put(c, c.req.query('products_id')!),
      add_product: (c, asked) => put(c, String(asked.products_id), asked['id[4]'] as string),
      remove_product: (c) => {
        const session = sessionOf(c);
        const gone = session.lines.find(({ product }) => product.id === c.req.query('products_id'))!;
        session.lines = session.lines.filter((line) => line !== gone);
        session.told.push(['warning', `${gone.product.name} wurde aus dem Warenkorb entfernt`]);
        return c.redirect(to('shopping_cart'));
      },
      update_product: (c, asked) => {
        const session = sessionOf(c);
        const quantities = listed(asked['cart_quantity[]']);
        for (const [at, id] of listed(asked['products_id[]']).entries())
          session.lines.find(({ product }) => product.id === id)!.quantity = Number(quantities[at]);
        session.lines = session.lines.filter(({ quantity }) => quantity);
        return c.redirect(to('shopping_cart'));
      },
    };
    let isWritten = false;
    const posts: typeof acts = {
      login: (c, { password }) => {
        if (password === SECRET) {
          sessionOf(c).in = true;
          return c.redirect(to('account'));
        }
        sessionOf(c).told.push(['danger', 'Fehler: E-Mail-Adresse und Passwort passen nicht zusammen.']);
        return views.login!(c) as Response;
      },
      create_account: (c) => {
        sessionOf(c).in = true;
        return c.redirect(to('create_account_success'));
      },
      contact_us: (c) => {
        if (!isWritten) {
          isWritten = true;
          return c.redirect(to('contact_us', 'action=success'));
        }
        sessionOf(c).told.push([
          'danger',
          'Fehler: Sie haben uns eben erst geschrieben. Versuchen Sie es in 15 Minuten noch einmal.',
        ]);
        return views.contact_us!(c) as Response;
      },
      checkout_shipping: (c, asked) => {
        sessionOf(c).sent = String(asked.shipping);
        return c.redirect(to('checkout_payment'));
      },
      checkout_confirmation: (c, asked) => {
        sessionOf(c).paid = String(asked.payment);
        return confirmation(c) as Response;
      },
      checkout_process: (c) => {
        const session = sessionOf(c);
        if (session.paid === 'cc') return c.redirect(to('checkout_payment', 'payment_error=cc'));
        session.bought = session.lines;
        session.lines = [];
        return c.redirect(to('checkout_success'));
      },
      checkout_success: (c) => c.redirect(to('index')),
    };
    app.get('/', (c) => views.index!(c));
    app.get('/:page{.+\\.php}', (c) => {
      const act = acts[c.req.query('action') ?? ''];
      return act ? act(c, {}) : views[c.req.param('page').slice(0, -4)]!(c);
    });
    app.post('/:page{.+\\.php}', async (c) => {
      const asked = (await c.req.parseBody({ all: true })) as Asked;
      return (acts[c.req.query('action') ?? ''] ?? posts[c.req.param('page').slice(0, -4)]!)(c, asked);
    });

    const visit = (name: string, query?: string) => (tab: Page) => tab.goto(to(name, query));
    const open = (product: Product) => async (tab: Page) => {
      await press('.bm-categories a')(tab);
      await press(`.card-title a[href$="products_id=${product.id}"]`)(tab);
    };
    const view = (...lines: [Product, number][]) => pieces('view_cart', 'EUR', ...lines);
    const click = (selector: string) => (tab: Page) => tab.click(selector);
    const all: [Product, number][] = [
      [mug, 3],
      [largePot, 1],
    ];
    const sum = 3 * mug.price + largePot.price + FEE;
    const { transaction_id: _, ...placed } = order(
      'EUR',
      { id: ORDER, total: sum, shipping: FEE, tax: taxOf(sum) },
      ...all,
    );
    const ends = '.cm-sc-checkout a';
    return {
      apps: { shop: app },
      walk: [
        step('kommt an', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.com/' }), { name: 'landing' }),
        step('sucht vergebens', fill({ '[name=keywords]': 'kerze' }, press('.cm-header-search button'))),
        step('öffnet die Kategorie', press('.bm-categories a')),
        step('sortiert sie', async (tab) => {
          await tab.click('.alert-filters .dropdown-toggle');
          await press('.alert-filters .dropdown-item >> nth=1')(tab);
        }),
        step(
          'legt den Becher aus der Liste in den Wagen',
          press('.is-product:has-text("Becher") .btn-buy'),
          pieces('add_to_cart', 'EUR', [mug, 1]),
          view([mug, 1]),
        ),
        step('öffnet die Dose, die nicht da ist', open(tin), pieces('view_item', 'EUR', [tin, 1])),
        step(
          'nimmt sie doch, und wird gewarnt',
          press('.cm-pi-buy-button button'),
          pieces('add_to_cart', 'EUR', [tin, 1]),
          view([mug, 1], [tin, 1]),
        ),
        step(
          'nimmt sie wieder heraus',
          press('tr:has-text("Teedose") .btn-danger'),
          pieces('remove_from_cart', 'EUR', [tin, 1]),
          optional('view_cart'),
        ),
        step('öffnet das Sieb', open(sieve), pieces('view_item', 'EUR', [sieve, 1])),
        step('öffnet die Kanne', open(pot), pieces('view_item', 'EUR', [pot, 1])),
        step('wählt keine Größe', click('.cm-pi-buy-button button')),
        step(
          'nimmt die große',
          async (tab) => {
            await tab.selectOption('#input_4', '2');
            await press('.cm-pi-buy-button button')(tab);
          },
          pieces('add_to_cart', 'EUR', [largePot, 1]),
          view([mug, 1], [largePot, 1]),
        ),
        step(
          'will drei Becher',
          fill({ 'tr:has-text("Becher") input[type=number]': '3' }, press('tr:has-text("Becher") .btn-info')),
          { ...pieces('add_to_cart', 'EUR', [mug, 2]), optional: true },
          optional('view_cart'),
        ),
        step('ändert nichts', press('tr:has-text("Becher") .btn-info'), optional('view_cart')),
        step('schreibt, und sagt nichts', async (tab) => {
          await press('.cm-footer-contact-us a')(tab);
          await fill(
            { '#inputFromName': 'Anna', '#inputFromEmail': 'a@b.example' },
            click('form[name=contact_us] button'),
          )(tab);
        }),
        step('schreibt dem Laden', fill({ '#inputEnquiry': 'Wann?' }, press('form[name=contact_us] button')), {
          name: 'generate_lead',
          form_kind: 'contact',
        }),
        step('schreibt zu bald noch einmal', async (tab) => {
          await press('.cm-footer-contact-us a')(tab);
          const fields = { '#inputFromName': 'Anna', '#inputFromEmail': 'a@b.example', '#inputEnquiry': 'Und?' };
          await fill(fields, press('form[name=contact_us] button'))(tab);
        }),
        step('meldet sich vergebens an', async (tab) => {
          await tab.click('#navDropdownAccount');
          await press('.nb-account .dropdown-item >> nth=0')(tab);
          await fill(
            { '#inputEmail': 'a@b.example', '#inputPassword': 'falsch' },
            press('form[name=login] button'),
          )(tab);
        }),
        step('wechselt die Währung', async (tab) => {
          await tab.click('#navDropdownCurrencies');
          await press('.nb-currencies .dropdown-item >> nth=0')(tab);
        }),
        step('öffnet den kleinen Wagen', until('#navDropdownCart', '.nb-shopping-cart .show'), optional('view_cart')),
        step('geht in den Warenkorb', press('.nb-shopping-cart .dropdown-item >> nth=0'), view(...all)),
        step('geht zur Kasse, und soll sich anmelden', press(ends), pieces('begin_checkout', 'EUR', ...all)),
        step(
          'eröffnet ein Konto',
          async (tab) => {
            await press('.cm-create-account-link a')(tab);
            const person = { '#inputFirstName': 'Anna', '#inputLastName': 'Lehmann', '#inputEmail': 'a@b.example' };
            const place = { '#inputStreet': 'Lange Gasse 1', '#inputPostCode': '10115', '#inputCity': 'Berlin' };
            const secret = { '#inputPassword': SECRET, '#inputConfirmation': SECRET };
            await fill({ ...person, ...place, ...secret }, press('form[name=create_account] button'))(tab);
          },
          { name: 'sign_up' },
        ),
        step('geht weiter', press('.cm-cas-continue-button a')),
        step('wählt keine Versandart', click('form[name=checkout_address] button')),
        step(
          'lässt es schicken',
          async (tab) => {
            await tab.check('#d_flat_flat');
            await press('form[name=checkout_address] button')(tab);
          },
          pieces('add_shipping_info', 'EUR', ...all),
        ),
        step('wählt keine Zahlungsweise', click('form[name=checkout_payment] button')),
        step(
          'wählt die Karte',
          async (tab) => {
            await tab.check('#p_cc');
            await press('form[name=checkout_payment] button')(tab);
          },
          pieces('add_payment_info', 'EUR', ...all),
        ),
        step('ist nicht einverstanden', click('form[name=checkout_confirmation] button')),
        step('ist es, und die Karte wird abgelehnt', async (tab) => {
          await tab.check('#inputMATC', { force: true });
          await press('form[name=checkout_confirmation] button')(tab);
        }),
        step(
          'zahlt im Voraus',
          async (tab) => {
            await tab.check('#p_moneyorder');
            await press('form[name=checkout_payment] button')(tab);
          },
          optional('add_payment_info'),
        ),
        step(
          'bestellt',
          async (tab) => {
            await tab.check('#inputMATC', { force: true });
            await press('form[name=checkout_confirmation] button')(tab);
          },
          placed,
        ),
        step('lädt neu', (tab) => tab.reload()),
        step('geht weiter zum Anfang', press('.cm-cs-continue-button button')),
        step('geht zurück', (tab) => tab.goBack()),
        step('sieht nach der Bestellung', async (tab) => {
          await visit('account_history')(tab);
          await follow(tab, () => tab.click('a:text("zur Bestellung")'));
        }),
        step('meldet sich ab', visit('logoff')),
        step('meldet sich wieder an', async (tab) => {
          await visit('login')(tab);
          await fill({ '#inputEmail': 'a@b.example', '#inputPassword': SECRET }, press('form[name=login] button'))(tab);
        }),
        step('öffnet den leeren Wagen', visit('shopping_cart'), optional('view_cart')),
      ],
    };
  },
};

export default platform;
