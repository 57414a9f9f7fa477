import { type Context, Hono } from 'hono';
import {
  createCarts,
  fill,
  good,
  item,
  optional,
  order,
  type Product,
  pause,
  pieces,
  press,
  printer,
  step,
  until,
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { clientOf, inline } from '../spa.ts';

/** A variation: what is added, by the number of its own. `item` is the article's. */
interface Variation extends Product {
  item: string;
  stock: number;
  attribute?: string;
}
const variation = (told: Product, article: string, stock: number, attribute?: string): Variation => ({
  ...told,
  others: [article],
  item: article,
  stock,
  ...(attribute && { attribute }),
});
const lampe = variation(good('1001', 'NL-100', 'Stehlampe Nordlicht', 'wohnen/stehlampe', 18900), '101', 3);
const kerze = variation(good('1002', 'DK-200', 'Duftkerze Feige', 'wohnen/duftkerze', 1490), '102', 40);
const vase = variation(good('1003', 'VT-300', 'Vase Ton', 'wohnen/vase', 3400, true), '103', 0);
const klein = variation(good('1004', 'KL-40', 'Kissen Leinen', 'wohnen/kissen', 2490), '104', 9, '40 x 40');
const gross = variation(good('1005', 'KL-60', 'Kissen Leinen', 'wohnen/kissen', 3690), '104', 9, '60 x 60');
const variations = [lampe, kerze, vase, klein, gross];
const [VERSAND, RATE, ORDER] = [499, 1.19, '5021'];
const euro = printer('de-DE', 'EUR');
const urlOf = ({ slug, item, id }: Variation) => `/${slug}_${item}_${id}`;

/** A variation as the shop's own search gives it to its components. */
const documentOf = ({ id, sku, item, name, slug, price, attribute, soldOut }: Variation) => ({
  item: { id: Number(item), condition: { names: { name: 'Neu' } }, salableVariationCount: attribute ? 2 : 1 },
  variation: { id: Number(id), number: sku, maximumOrderQuantity: 0, minimumOrderQuantity: 1, availability: { id: 1 } },
  texts: { lang: 'de', name1: name, urlPath: slug },
  prices: {
    default: {
      price: { value: price / 100, formatted: euro(price) },
      unitPrice: { value: price / 100, formatted: euro(price) },
      currency: 'EUR',
      vat: { id: 0, value: 19 },
    },
    rrp: null,
    specialOffer: null,
  },
  attributes: attribute ? [{ attribute: { names: { name: 'Größe' } }, value: { names: { name: attribute } } }] : [],
  filter: { isSalable: !soldOut },
  images: { all: [{ urlPreview: 'data:,' }] },
});

interface Entry {
  id: number;
  one: Variation;
  quantity: number;
}
interface Session {
  entries: Entry[];
  next: number;
  guest?: boolean;
  placed?: Entry[];
}

const LIST = '<div class="basket-list"></div>';

const platform: Platform = {
  name: 'plentymarkets (Ceres)',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const sessionOf = createCarts<Session>(() => ({ entries: [], next: 31 }), 'plentyID');

    const basketOf = ({ entries }: Session) => {
      const sum = entries.reduce((total, { one, quantity }) => total + one.price * quantity, 0);
      const shipping = entries.length ? VERSAND : 0;
      return {
        ...{ id: 88, currency: 'EUR', couponCode: '', itemWishListIds: [] },
        itemQuantity: entries.reduce((count, { quantity }) => count + quantity, 0),
        ...{ itemSum: sum / 100, itemSumNet: sum / 100 / RATE },
        ...{ shippingAmount: shipping / 100, shippingAmountNet: shipping / 100 / RATE },
        ...{ basketAmount: (sum + shipping) / 100, basketAmountNet: (sum + shipping) / 100 / RATE },
      };
    };
    const entryOf = ({ id, one, quantity }: Entry, isWhole = true) => ({
      ...{ id, basketId: 88, itemId: Number(one.item), variationId: Number(one.id), quantity, price: one.price / 100 },
      ...{ vat: 19, attributeTotalMarkup: 0, basketItemOrderParams: [] },
      variation: isWhole ? { id: Number(one.id), data: documentOf(one) } : null,
    });
    const changed = (session: Session) => ({
      AfterBasketChanged: {
        basket: basketOf(session),
        showNetPrices: false,
        basketItems: session.entries.map((entry) => entryOf(entry, false)),
      },
    });

    const page = (c: Context, title: string, body: string, app: object = {}, head = '') =>
      c.html(`<!doctype html><html lang="de"><head><meta charset="utf-8"><title>${title} | Nordhaus</title>${head}${tag}</head>
<body class="page-item"><div id="vue-app" class="app"><header id="page-header" class="fixed-top default-header"><div class="top-bar header-fw"><ul id="controlsList" class="controls-list list-inline">
<li class="list-inline-item control-user"><a href="/login" rel="nofollow"><i class="fa fa-user"></i> <span>Anmelden</span></a> <a href="/register" rel="nofollow"><i class="fa fa-user-plus"></i> <span>Registrieren</span></a></li>
<li class="list-inline-item control-wish-list"><a href="/wish-list" aria-label="Wunschliste"><span class="badge-right mr-1">0</span><i class="fa fa-heart-o"></i></a></li>
<li class="list-inline-item control-basket position-relative"><a href="#" class="toggle-basket-preview"><span class="mr-2">0</span><i class="fa fa-shopping-cart" aria-hidden="true"></i><span class="badge p-0 ml-2">0,00 €</span></a></li></ul>
<div id="searchBox" class="cmp cmp-search-box"><div class="d-flex flex-grow-1 position-relative my-2"><input type="search" class="search-input" placeholder="Suche" aria-label="Suchbegriff"><button class="search-submit px-3" type="submit" aria-label="Suche"><i class="fa fa-search"></i></button></div></div></div>
<nav class="main-navbar-collapsable"><a class="navbar-brand" href="/">Nordhaus</a><ul class="mainmenu"><li><a href="/wohnen/">Wohnen</a></li><li><a href="/contact/">Kontakt</a></li></ul></nav></header>
<div class="notification-wrapper"></div><div id="page-body">${body}</div>
<div class="basket-preview-wrapper"><div class="wrapper-inner basket-preview"><header class="basket-header p-3"><div class="basket-header-caption">Warenkorbvorschau</div><button type="button" class="close" aria-label="Close"><span aria-hidden="true">&times;</span></button></header>
<div class="basket-preview-content"><div class="list">${LIST}</div><div class="bg-light totals"><div class="basket-totals"></div><div class="basket-preview-footer row">
<a href="/basket" rel="nofollow" class="btn btn-outline-primary btn-block basketBtn" title="Warenkorb"><i class="fa fa-shopping-cart"></i> Warenkorb</a><a href="/checkout" class="btn btn-primary btn-block checkOutBtn" rel="nofollow" title="Kasse"><i class="fa fa-arrow-right"></i> Kasse</a></div></div></div></div></div>
<div id="add-item-to-basket-overlay"><div class="modal fade"></div></div>
<footer class="footer"><div class="h5">Newsletter</div><form id="newsletter-input-form_77" method="post"><div class="input-unit" data-validate="mail"><label for="email-input-id_77">E-Mail **</label><input type="email" autocomplete="email" id="email-input-id_77"></div>
<input autocomplete="none" class="honey" type="text" name="username" tabindex="-1" style="position:absolute;left:-9999px"><div class="form-check small" data-validate><input type="checkbox" class="form-check-input" id="privacy-policy-accept-id_77" name="privacy-policy-accept"><label for="privacy-policy-accept-id_77">Hiermit bestätige ich, dass ich die Datenschutzerklärung gelesen habe.</label></div>
<button type="button" class="btn btn-block btn-primary" data-testing="nl-send"><i class="fa fa-paper-plane-o"></i> Abonnieren</button></form>
<a href="/cancellation-rights/">Widerrufsrecht</a> <a href="/gtc/">AGB</a></footer></div>
<style>.fa{display:inline-block;width:1em;height:1em}.basket-preview-wrapper,.modal{display:none}.open-right .basket-preview-wrapper,.modal.show{display:block}</style>
<script>window.App = ${inline({ language: 'de', templateEvent: 'IO.tpl.item', ...app })};</script><script>${clientOf('plentymarkets-ceres')}</script></body></html>`);

    const card = (one: Variation) =>
      `<li class="col-12 col-sm-6 col-lg-3"><article class="cmp cmp-product-thumb" data-testing="${one.id}"><div>${
        one.soldOut || one.attribute
          ? '<div class="add-to-basket-lg-container" data-toggle="tooltip" title="Artikel anzeigen"><i class="fa fa-arrow-right fa-lg"></i></div>'
          : `<div class="add-to-basket-lg-container" data-toggle="tooltip" title="In den Warenkorb" data-variation="${one.id}"><i class="fa fa-cart-plus fa-lg" aria-hidden="true"></i></div>`
      }<div class="thumb-image"><a href="${urlOf(one)}"><img src="data:," alt="${one.name}" class="img-fluid"></a></div>
<div class="thumb-content"><a href="${urlOf(one)}" class="thumb-title small">${one.name}</a><div class="thumb-meta mt-2"><div class="prices"><div class="price">${one.attribute ? 'ab ' : ''}${euro(one.price)} *</div></div></div>
<div class="vat small text-muted">* inkl. ges. MwSt. zzgl. <a title="Versandkosten">Versandkosten</a></div></div></div></article></li>`;
    const list = (...shown: Variation[]) => `<ul class="product-list row grid">${shown.map(card).join('')}</ul>`;
    const quantity = `<div class="qty-box d-flex h-100"><input type="text" class="qty-input text-center" value="1" aria-label="Mengeneingabe"><div class="qty-btn-container d-flex flex-column">
<button class="btn qty-btn" data-step="1"><i class="fa fa-plus" aria-hidden="true"></i></button><button class="btn qty-btn" data-step="-1"><i class="fa fa-minus" aria-hidden="true"></i></button></div></div>`;

    app.get('/', (c) =>
      page(
        c,
        'Startseite',
        `<div class="home"><h2>Neu eingetroffen</h2>${list(lampe, kerze)}<h2>Beliebt</h2>${list(vase, klein)}</div>`,
      ),
    );
    app.get('/wohnen/', (c) =>
      page(
        c,
        'Wohnen',
        `<h1 class="h2">Wohnen</h1><select class="custom-select" aria-label="Sortierung"><option>Empfohlen</option><option>Preis ⬆</option></select>${list(lampe, kerze, vase, klein)}`,
      ),
    );
    app.get('/search', (c) =>
      page(
        c,
        'Suchergebnisse',
        `<h1 class="h2">Suchergebnisse für: ${c.req.query('query')?.replace(/\W/g, '')}</h1>${list(kerze)}`,
      ),
    );
    app.get('/wohnen/:slug', (c) => {
      const one = variations.find((other) => urlOf(other) === c.req.path)!;
      const schema = {
        ...{ '@context': 'http://schema.org/', '@type': 'Product', name: one.name, category: 'item.', image: 'data:,' },
        identifier: one.id,
        manufacturer: { '@type': 'Organization', name: 'Nordhaus' },
        model: { '@type': 'ProductModel', isVariantOf: one.item, model: '' },
        offers: {
          ...{ '@type': 'Offer', priceCurrency: 'EUR', price: (one.price / 100).toFixed(2) },
          ...{ itemCondition: 'Neu', serialNumber: one.sku },
        },
      };
      const sizes = one.attribute
        ? `<div class="variation-select"><div class="input-unit"><select class="custom-select" id="attr_2"><option value="-1" selected>Bitte wählen</option><option value="1004">40 x 40</option><option value="1005">60 x 60</option></select><label for="attr_2">Größe</label></div></div>`
        : '';
      const shut = one.soldOut ? 'Dieser Artikel ist nicht verfügbar.' : one.attribute ? 'Bitte wählen Sie.' : '';
      return page(
        c,
        one.name,
        `<div class="single container-max page-content"><div class="row"><div class="col-12 col-md-7"><img src="data:," alt="${one.name}"></div><div class="col-12 col-md-5">
<div class="producertag h6 producer text-muted">Nordhaus</div><h1 class="h2 title"><span>${one.name}</span></h1>
<div class="articlenumber small text-muted"><b>Artikelnummer </b><span>${one.sku}</span></div>${sizes}
<div class="crossprice"></div><span class="price h1"><span>${euro(one.price)}</span> <sup>*</sup></span>
<span class="availability badge availability-1"><span>${one.soldOut ? 'Ausverkauft' : 'Sofort versandfertig, Lieferzeit 48h'}</span></span>
<div class="add-to-basket-container"><div class="quantity-input-container">${quantity}</div>
<button class="btn btn-block btn-primary btn-appearance${shut ? ' disabled' : ''}"${shut && ` data-toggle="tooltip" title="${shut}"`}><i class="fa fa-shopping-cart" aria-hidden="true"></i> In den Warenkorb</button></div>
<button class="btn btn-link btn-sm text-muted wishListAction"><i class="fa fa-heart"></i> Wunschliste</button>
<span class="vat small text-muted">* inkl. ges. MwSt. zzgl. <a title="Versandkosten">Versandkosten</a></span></div></div>
<div class="h3">Ähnliche Artikel</div>${list(...[lampe, kerze].filter((other) => other !== one))}</div>`,
        { variationId: Number(one.id) },
        `<script type="application/ld+json">${inline(schema)}</script>`,
      );
    });
    app.get('/basket', (c) =>
      page(
        c,
        'Warenkorb',
        `<div class="page-content basket container-max"><h1 class="h2">Warenkorb</h1><hr><div class="row"><div class="col-md-7">${LIST}</div><div class="col-md-5"><div class="basket-totals"></div><hr>
<div class="coupon"><div class="input-group"><input type="text" class="form-control" placeholder="Gutschein-Code eingeben"><button type="button" class="btn btn-medium btn-primary">Einlösen</button></div></div><hr>
<a class="btn btn-primary btn-block" href="/checkout"><i class="fa fa-arrow-right" aria-hidden="true"></i> Kasse</a></div></div></div>`,
      ),
    );
    app.get('/login', (c) =>
      page(
        c,
        'Anmelden',
        `<h1 class="login-view-title mb-5">Anmelden</h1><form method="post" class="login-form"><input type="email" name="email" autocomplete="username"><input type="password" name="password" autocomplete="current-password"><button class="btn btn-primary">Anmelden</button></form>
<hr><div class="h3">Als Gast bestellen</div><form method="post" class="mb-3 login-pwd-reset"><div class="input-unit" data-validate="mail"><input type="email" name="email" autocomplete="email" id="guest"><label for="guest">E-Mail*</label></div><button class="btn btn-primary btn-medium"><i class="fa fa-arrow-right"></i> Weiter</button></form>`,
      ),
    );
    app.get('/register', (c) =>
      page(
        c,
        'Registrieren',
        `<h1 class="h2">Registrieren Sie sich</h1><form class="w-100 registration" autocomplete="on" method="post"><input type="email" name="email" autocomplete="email"><input type="password" name="password" autocomplete="new-password"><input type="password" name="password-repeat" autocomplete="new-password"><input class="honey" type="text" name="username" tabindex="-1" hidden><button class="btn btn-primary btn-medium mt-3">Registrieren <i class="fa fa-user-plus"></i></button></form>`,
      ),
    );
    const field = (name: string, label: string, type: string) =>
      `<div class="input-unit" data-validate="text"><input type="${type}" name="${name}" id="txt_${name}"><label for="txt_${name}">${label}*</label></div>`;
    app.get('/contact/', (c) =>
      page(
        c,
        'Kontakt',
        `<h1 class="h2">Kontakt</h1><form class="contact-form" id="contact-form">${field('name', 'Name', 'name')}${field('email', 'E-Mail', 'email')}${field('subject', 'Betreff', 'subject')}
<div class="input-unit textarea" data-validate="text"><textarea name="message" id="txt_message"></textarea><label for="txt_message">Nachricht*</label></div><button type="button" class="btn btn-primary">Anfrage senden <i class="fa fa-paper-plane-o"></i></button></form>`,
      ),
    );
    app.get('/checkout', (c) => {
      const { entries, guest } = sessionOf(c);
      if (!entries.length) return c.redirect('/basket');
      if (!guest) return c.redirect('/login?backlink=/checkout');
      const method = (name: string, id: string, text: string, extra = '') =>
        `<li class="method-list-item"><input type="radio" id="${name}${id}" name="${name}" value="${id}"${id === '6' || id === '4' ? ' checked' : ''}><label for="${name}${id}"><div class="content">${text}<div><small>${extra}</small></div></div></label></li>`;
      const line = (id: string, label: string, complete: string) =>
        `<div class="input-unit" data-validate="text"><input type="text" id="${id}_4" autocomplete="${complete}"><label for="${id}_4">${label}*</label></div>`;
      return page(
        c,
        'Kasse',
        `<div class="page-content checkout container-max"><h1 class="h2">Kasse</h1><hr><div class="row"><div class="col-md-7"><h3>Rechnungsadresse</h3>
<form class="address-form">${line('firstName', 'Vorname', 'given-name')}${line('lastName', 'Nachname', 'family-name')}${line('street', 'Straße', 'street-address')}${line('zip', 'PLZ', 'postal-code')}${line('town', 'Ort', 'address-level2')}<button class="btn btn-primary">Speichern</button></form>
<h3>Versandart</h3><ul class="method-list">${method('shippingProfileSelect_1', '6', 'DHL - Paket', euro(VERSAND))}${method('shippingProfileSelect_1', '7', 'Hermes - Standard', euro(VERSAND))}</ul>
<h3>Zahlungsart</h3><ul class="method-list">${method('MethodOfPaymentID', '4', 'Vorkasse')}${method('MethodOfPaymentID', '2', 'Rechnung')}</ul>
<h3>Hinweise und Wünsche</h3><textarea class="form-control" placeholder="Geben Sie hier Ihre Nachricht an uns ein."></textarea>
<div class="form-check"><input type="checkbox" id="gtc-accept" name="gtc-accept"><label for="gtc-accept">Bitte nehmen Sie unsere AGB, Widerrufsrecht und Datenschutzerklärung zur Kenntnis.</label></div></div>
<div class="col-md-5 checkout-rightside"><h3>Warenkorb</h3><aside class="sidebar"><div class="cmp cmp-checkout-sidebar"><div class="cmp cmp-basket-preview-list">${LIST}</div></div></aside>
<aside class="sidebar"><div class="cmp cmp-checkout-sidebar"><div class="basket-totals"></div></div></aside><div><button class="btn btn-success btn-block place-order"><i class="fa fa-arrow-right" aria-hidden="true"></i> Kaufen</button></div></div></div></div>`,
      );
    });
    app.get('/place-order', (c) => {
      const session = sessionOf(c);
      if (!session.entries.length) return c.redirect('/basket');
      session.placed = session.entries;
      session.entries = [];
      return c.redirect(`/execute-payment/${ORDER}`);
    });
    app.get('/execute-payment/:id', (c) => c.redirect('/confirmation'));
    app.get('/confirmation', (c) => {
      const placed = sessionOf(c).placed ?? [];
      const bill = basketOf({ entries: placed, next: 0 });
      const row = (label: string, text: string) =>
        `<div class="row"><strong class="col-6 col-sm-5">${label}</strong><span class="col-6 col-sm-7 text-right">${text}</span></div>`;
      const sum = (label: string, amount: number, bold = '') =>
        `<dt${bold}>${label}</dt><dd${bold}>${euro(Math.round(amount * 100))}</dd>`;
      const strong = ' class="font-weight-bold"';
      return page(
        c,
        'Bestellbestätigung',
        `<div class="page-content myaccount container-max"><div class="row"><div class="col-12"><h1 class="h4">Vielen Dank!</h1><p>Ihre Bestellung wird bearbeitet. Hier finden Sie eine Zusammenfassung:</p></div></div>
<div class="row"><div class="col-md-6 mb-4"><div class="card small"><div class="card-header"><h5>Auftrags-ID ${ORDER}</h5></div><div class="card-body"><div class="details">${row('Auftragsdatum', '27.11.2026, 09:41')}${row('Status', 'Warten auf Zahlung')}</div><hr>
${row('Rechnungsadresse', 'Ann Lee, Hafenstr. 7, 20457 Hamburg')}${row('Lieferadresse', 'Lieferadresse gleich Rechnungsadresse')}<hr>${row('Zahlungsart', 'Rechnung')}${row('Zahlungsstatus', 'Nicht bezahlt')}<hr>${row('Versandart', 'DHL - Paket')}</div></div></div>
<div class="col-md-6"><div class="confirmation-order-list">${placed
          .map(
            ({ one, quantity }) =>
              `<article class="cmp cmp-order-item"><a href="${urlOf(one)}" class="item-image"><img src="data:," alt="${one.name}" title="${one.name}"></a><div class="item-details small"><a href="${urlOf(one)}" class="clearfix"><div class="item-name">${one.name}</div></a>
${row('Einzelpreis', euro(one.price))}${row('Stückzahl', `${quantity}`)}${row('Gesamt', euro(one.price * quantity))}${one.attribute ? `<div><strong>Größe: </strong><span>${one.attribute}</span></div>` : ''}</div></article>`,
          )
          .join('')}</div>
<div class="cmp cmp-totals"><h3>Summe</h3><div><dl>${sum('Warenwert Netto', bill.itemSumNet)}${sum('Warenwert Brutto', bill.itemSum, strong)}${sum('Versandkosten Netto', bill.shippingAmountNet)}${sum('Versandkosten Brutto', bill.shippingAmount, strong)}<hr>
${sum('Gesamtsumme Netto', bill.basketAmountNet)}<div class="vatTotals">${sum('MwSt. 19%', bill.basketAmount - bill.basketAmountNet)}</div><div class="totalSum"><hr>${sum('Gesamtsumme Brutto', bill.basketAmount, strong)}</div></dl></div></div></div></div>
<hr><a href="/" class="btn btn-primary btn-block">Startseite</a></div>`,
      );
    });
    for (const [path, title] of [
      ['/my-account', 'Mein Konto'],
      ['/gtc/', 'AGB'],
      ['/cancellation-rights/', 'Widerrufsrecht'],
    ] as const)
      app.get(path, (c) => page(c, title, `<h1 class="h2">${title}</h1><p>Auf dieser Seite steht nichts weiter.</p>`));

    const rest = new Hono();
    const answer = (data: unknown, events: object = {}) => ({ events, data });
    rest.use(async (_, next) => {
      await pause(120);
      await next();
    });
    rest.get('/basket', (c) => c.json(answer(basketOf(sessionOf(c)))));
    rest.get('/basket/items', (c) => c.json(answer(sessionOf(c).entries.map((entry) => entryOf(entry)))));
    rest.post('/basket/items/', async (c) => {
      const session = sessionOf(c);
      const form = await c.req.parseBody();
      const one = variations.find(({ id }) => id === form.variationId)!;
      const known = session.entries.find((entry) => entry.one === one);
      const quantity = Number(form.quantity) + (known?.quantity ?? 0);
      if (quantity > one.stock) return c.json(answer({ exceptionCode: 3, placeholder: null }), 400);
      if (known) {
        known.quantity = quantity;
        const { variation: _, ...entry } = entryOf(known);
        return c.json(answer(entry, { ...changed(session), AfterBasketItemUpdate: { basketItems: [entry] } }));
      }
      const entry = { id: session.next++, one, quantity };
      session.entries.push(entry);
      return c.json(
        answer(entryOf(entry), { AfterBasketItemAdd: { basketItems: [entryOf(entry)] }, ...changed(session) }),
      );
    });
    rest.put('/basket/items/:id', async (c) => {
      const session = sessionOf(c);
      const entry = session.entries.find(({ id }) => id === Number(c.req.param('id')))!;
      const quantity = Number((await c.req.parseBody()).quantity);
      if (quantity > entry.one.stock) return c.json(answer({ exceptionCode: 3, placeholder: null }), 400);
      entry.quantity = quantity;
      const { variation: _, ...told } = entryOf(entry);
      return c.json(answer(told, { ...changed(session), AfterBasketItemUpdate: { basketItems: [told] } }));
    });
    rest.delete('/basket/items/:id', (c) => {
      const session = sessionOf(c);
      session.entries = session.entries.filter(({ id }) => id !== Number(c.req.param('id')));
      return c.json(
        answer(
          session.entries.map((entry) => entryOf(entry)),
          changed(session),
        ),
      );
    });
    rest.post('/coupon', (c) => c.json(answer({ exceptionCode: 18 }), 400));
    rest.post('/itemWishList', (c) => c.json(answer({ id: 4, variationId: 1001, quantity: 1 })));
    rest.get('/variations/:id', (c) => {
      const one = variations.find(({ id }) => id === c.req.param('id'))!;
      return c.json(answer({ documents: [{ id: Number(one.id), data: documentOf(one) }], total: 1 }));
    });
    rest.post('/customer/newsletter', (c) => c.json(answer({ containsHoneypot: false, timestamp: null })));
    rest.post('/customer/contact/mail', (c) => c.json(answer(true)));
    rest.post('/customer/login', (c) => c.json({ error: { code: 401, message: '' } }, 401));
    rest.post('/customer', (c) => c.json(answer({ id: 12, typeId: 1 })));
    rest.post('/guest', (c) => {
      sessionOf(c).guest = true;
      return c.json(answer('ann@lee.example'));
    });
    rest.post('/customer/address', (c) => c.json(answer({ id: 7, address1: 'Hafenstr.' })));
    rest.post('/checkout/shippingId/', (c) => c.json(answer(7, changed(sessionOf(c)))));
    rest.post('/checkout/paymentId/', (c) => c.json(answer(2, changed(sessionOf(c)))));
    rest.post('/order/additional_information', (c) => c.json(answer(null)));
    rest.post('/checkout/payment', (c) => c.json(answer({ type: 'continue', value: '' })));
    app.route('/rest/io', rest);

    const go = (path: string) => (tab: import('playwright-core').Page) => tab.goto(`${origin}${path}`);
    const added = (one: Variation, count = 1) => pieces('add_to_cart', 'EUR', [one, count]);
    const seen = (one: Variation) => ({
      name: 'view_item',
      currency: 'EUR',
      value: one.price / 100,
      items: [item(one)],
    });
    const shown = '.modal.show .modal-title';
    const closed = async (tab: import('playwright-core').Page) => {
      await tab.click('.modal.show .close');
    };
    const bought: [Variation, number][] = [
      [kerze, 2],
      [lampe, 2],
    ];
    const total = 2 * kerze.price + 2 * lampe.price + VERSAND;

    return {
      apps: { shop: app },
      walk: [
        step(
          'kommt aus einer Anzeige',
          (tab) => tab.goto(`${origin}/?utm_source=google&utm_medium=cpc`),
          { name: 'landing' },
          optional('view_item_list'),
        ),
        step('sieht sich um', press('.mainmenu a')),
        step('sortiert', (tab) => tab.selectOption('.custom-select', 'Preis ⬆')),
        step('legt eine Kerze aus der Liste in den Warenkorb', until('[data-variation="1002"]', shown), added(kerze)),
        step('schließt das Fenster', closed),
        step('öffnet die Lampe', press('[data-testing="1001"] .thumb-title'), seen(lampe)),
        step(
          'will zwei und legt sie in den Warenkorb',
          async (tab) => {
            await tab.click('.single .qty-btn');
            await until('.add-to-basket-container .btn-block', shown)(tab);
          },
          added(lampe, 2),
        ),
        step('bekommt keine zwei weiteren', async (tab) => {
          await closed(tab);
          await until('.add-to-basket-container .btn-block', '.alert-danger')(tab);
        }),
        step('merkt sie vor', until('.wishListAction', '.alert-success')),
        step('lädt die Seite neu', (tab) => tab.reload(), optional('view_item')),
        step('öffnet die Vase, die es nicht gibt', go('/wohnen/vase_103_1003'), seen(vase)),
        step('drückt vergebens', (tab) => tab.click('.add-to-basket-container .btn-block')),
        step('öffnet das Kissen', go(urlOf(klein)), { ...seen(klein) }),
        step('drückt, ohne zu wählen', (tab) => tab.click('.add-to-basket-container .btn-block')),
        step(
          'wählt die Größe',
          async (tab) => {
            await tab.selectOption('#attr_2', '1005');
            await tab.waitForSelector('.add-to-basket-container .btn-block:not(.disabled)');
          },
          optional('view_item'),
        ),
        step('legt es in den Warenkorb', until('.add-to-basket-container .btn-block', shown), added(gross)),
        step('sucht', async (tab) => {
          await closed(tab);
          await fill({ '.search-input': 'kerze' }, press('.search-submit'))(tab);
        }),
        step('legt aus den Treffern noch eine Kerze dazu', until('[data-variation="1002"]', shown), added(kerze)),
        step('schließt das Fenster wieder', closed),
        step(
          'schaut in die Vorschau',
          until('.toggle-basket-preview', '.basket-preview .item-name'),
          pieces('view_cart', 'EUR', [kerze, 2], [lampe, 2], [gross, 1]),
        ),
        step(
          'öffnet den Warenkorb',
          press('.basketBtn'),
          pieces('view_cart', 'EUR', [kerze, 2], [lampe, 2], [gross, 1]),
        ),
        step('nimmt eine Kerze mehr', async (tab) => {
          await tab.click('#page-body .basket-list-item >> nth=0 >> [data-by="1"]');
          await tab.waitForFunction(() => document.querySelector('.toggle-basket-preview span')?.textContent === '6');
        }),
        step('nimmt sie wieder heraus', async (tab) => {
          await tab.click('#page-body .basket-list-item >> nth=0 >> [data-by="-1"]');
          await tab.waitForFunction(() => document.querySelector('.toggle-basket-preview span')?.textContent === '5');
        }),
        step('bekommt keine vierte Lampe', async (tab) => {
          for (const wish of ['6', '']) {
            await tab.click('#page-body .basket-list-item >> nth=1 >> [data-by="1"]');
            await tab.waitForFunction(
              (count) =>
                count
                  ? document.querySelector('.toggle-basket-preview span')?.textContent === count
                  : document.querySelector('.alert-danger'),
              wish,
            );
          }
        }),
        step('nimmt auch die dritte wieder heraus', async (tab) => {
          await tab.click('#page-body .basket-list-item >> nth=1 >> [data-by="-1"]');
          await tab.waitForFunction(() => document.querySelector('.toggle-basket-preview span')?.textContent === '5');
        }),
        step('löst keinen Gutschein ein', fill({ '.coupon input': 'X' }, until('.coupon button', '.alert-danger'))),
        step(
          'löscht das Kissen',
          async (tab) => {
            await tab.click('#page-body .basket-list-item >> nth=2 >> [data-delete]');
            await tab.waitForFunction(() => document.querySelector('.toggle-basket-preview span')?.textContent === '4');
          },
          pieces('remove_from_cart', 'EUR', [gross, 1]),
        ),
        step('schreibt unvollständig', async (tab) => {
          await tab.goto(`${origin}/contact/`);
          await fill({ '#txt_name': 'Ann' }, until('.contact-form button', '.alert-danger'))(tab);
        }),
        step(
          'schreibt dem Shop',
          fill(
            { '#txt_email': 'ann@lee.example', '#txt_subject': 'Frage', '#txt_message': 'Wann?' },
            until('.contact-form button', '.alert-success'),
          ),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step(
          'bestellt den Newsletter',
          async (tab) => {
            await tab.goto(`${origin}/gtc/`);
            await tab.check('#privacy-policy-accept-id_77');
            await fill(
              { '#email-input-id_77': 'ann@lee.example' },
              until('[data-testing="nl-send"]', '.alert-success'),
            )(tab);
          },
          { name: 'generate_lead', form_kind: 'newsletter' },
        ),
        step('meldet sich vergebens an', async (tab) => {
          await tab.goto(`${origin}/login`);
          await fill(
            { '.login-form [name=email]': 'a@b.example', '.login-form [name=password]': 'x' },
            until('.login-form button', '.alert-danger'),
          )(tab);
        }),
        step(
          'geht als Gast zur Kasse',
          async (tab) => {
            await tab.goto(`${origin}/basket`);
            await tab.waitForSelector('#page-body .basket-list-item');
            await press('#page-body .btn-primary.btn-block')(tab);
            await fill({ '#guest': 'ann@lee.example' }, press('.login-pwd-reset button'))(tab);
          },
          pieces('begin_checkout', 'EUR', ...bought),
          optional('view_cart'),
        ),
        step('vergisst die Adresse', until('.address-form button', '.alert-danger')),
        step(
          'gibt die Adresse an',
          fill(
            {
              '#firstName_4': 'Ann',
              '#lastName_4': 'Lee',
              '#street_4': 'Hafenstr. 7',
              '#zip_4': '20457',
              '#town_4': 'Hamburg',
            },
            until('.address-form button', '.items-chosen-item'),
          ),
          optional('add_shipping_info'),
        ),
        step('wählt den Versand', (tab) => tab.check('#shippingProfileSelect_17'), optional('add_shipping_info')),
        step('wählt die Rechnung', (tab) => tab.check('#MethodOfPaymentID2'), optional('add_payment_info')),
        step('vergisst die AGB', until('.place-order', '.alert-danger'), optional('add_payment_info')),
        step(
          'kauft',
          async (tab) => {
            await tab.check('#gtc-accept');
            await tab.click('.place-order');
            await tab.waitForURL('**/confirmation');
            await tab.waitForLoadState('load');
          },
          optional('add_payment_info'),
          order('EUR', { id: ORDER, total, shipping: VERSAND, tax: Math.round(total - total / RATE) }, ...bought),
        ),
        step('lädt die Bestätigung neu', (tab) => tab.reload()),
        step('öffnet den leeren Warenkorb', go('/basket'), optional('view_cart')),
        step('kommt zur Bestätigung zurück', (tab) => tab.goBack()),
        step(
          'eröffnet ein Konto',
          async (tab) => {
            await tab.goto(`${origin}/register`);
            await fill(
              {
                '.registration [name=email]': 'ann@lee.example',
                '.registration [name=password]': 'geheim77',
                '.registration [name=password-repeat]': 'geheim77',
              },
              press('.registration button'),
            )(tab);
          },
          { name: 'sign_up' },
        ),
      ],
    };
  },
};

export default platform;
