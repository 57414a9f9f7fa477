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

const clock = good('24811', 'KUK-01', 'Kuckucksuhr «Emmental»', 'kuckucksuhr-emmental', 124900);
const fondue = good('24815', 'FON-06', 'Fondue-Set für 6 Personen', 'fondue-set', 18950);
const knife = good('24820', 'MES-11', 'Taschenmesser Nr. 11', 'taschenmesser-11', 4490);
const bell = good('24833', 'GLO-20', 'Treichel 20 cm', 'treichel-20', 21900, true);
const products = [knife, fondue, clock, bell];
const SHIPPING = 950;
const ORDER = 'ORD02418';

const franken = printer('de-CH', 'CHF');

/** As the tags of Universal Analytics name a product: texts, and the number as it was bought. */
const tagged = ({ product, quantity }: Line) => ({
  id: product.sku,
  name: product.name,
  price: (product.price / 100).toFixed(2),
  brand: 'Alpkontor',
  category: 'Geschenke',
  quantity,
});

/** The theme: links that look like buttons send the forms; a press is told to the tag manager as it happens. */
const client = `
$add = function (product, quantity) { dataLayer.push({ event: 'addToCart', ecommerce: { currencyCode: 'CHF', add: { products: [Object.assign({}, product, { quantity: quantity })] } } }); };
$remove = function (product) { dataLayer.push({ event: 'removeFromCart', ecommerce: { currencyCode: 'CHF', remove: { products: [product] } } }); };
document.addEventListener('click', function (event) {
  var link = event.target.closest('[data-ua-add]');
  if (link) { var quantity = document.querySelector('#product_configure_form [name=quantity]'); $add(JSON.parse(link.getAttribute('data-ua-add')), link.matches('.button-cta') && quantity ? Number(quantity.value) : 1); }
  link = event.target.closest('[data-ua-remove]');
  if (link) $remove(JSON.parse(link.getAttribute('data-ua-remove')));
});
document.querySelector('.open-tab')?.addEventListener('click', function (event) { event.preventDefault(); document.querySelector('.tab-reviews').hidden = false; });`;

type Push = Record<string, unknown>;

const platform: Platform = {
  name: 'Lightspeed eCom, C-Series',
  family: 'native',
  hosts: ['kasse-zahlung'],
  open: (origins, tag) => {
    const { shop: origin } = origins;
    const provider = origins['kasse-zahlung']!;
    const app = new Hono();
    interface Cart {
      lines: Line[];
      message?: ['success' | 'error', string] | undefined;
      paid?: Line[];
      tries: number;
    }
    const cartOf = createCarts<Cart>(() => ({ lines: [], tries: 0 }), 'shop_session');
    const urlOf = ({ slug, id }: Product) => `${origin}/${slug}.html?id=${id}`;
    const attribute = (value: unknown) => JSON.stringify(value).replaceAll('&', '&amp;').replaceAll("'", '&#39;');

    const page = (context: Context, kind: string, title: string, body: string, pushes: Push[] = [], head = '') => {
      const cart = cartOf(context);
      const { message } = cart;
      cart.message = undefined;
      return context.html(`<!DOCTYPE html><html lang="de-CH"><head><meta charset="utf-8"/><title>${title} - Alpkontor</title>${head}<script>dataLayer = ${inline([{ pageType: kind }, ...pushes])};</script>${tag}</head><body class="${kind}">
<div class="header"><a href="${origin}/" title="Alpkontor">Alpkontor</a><ul class="nav"><li><a href="${origin}/geschenke/">Geschenke</a></li><li><a href="${origin}/service/">Kundendienst</a></li><li><a href="${origin}/account/">Mein Konto</a></li></ul><form id="formSearch" action="${origin}/search/" method="get"><input type="text" name="q" placeholder="Suche"><a href="#" onclick="this.parentNode.submit(); return false;" title="Suche">Suche</a></form><div class="languages"><a href="${origin}/" class="de">DE</a> <a href="${origin}/fr/" class="fr">FR</a></div><a href="${origin}/cart/" class="cart" title="Ihr Warenkorb"><strong>Ihr Warenkorb</strong> <span class="cartcount">${cart.lines.reduce((sum, { quantity }) => sum + quantity, 0)}</span> <span class="carttotal">${franken(sumOf(cart.lines))}</span></a></div>
<div class="main">${message ? `<div class="messages"><ul class="${message[0]}"><li>${message[1]}</li></ul></div>` : ''}${body}</div>
<div class="footer"><form id="formNewsletter" action="${origin}/account/newsletter/" method="post"><input type="hidden" name="key" value="3f9a"><label for="formNewsletterEmail">Newsletter</label><input type="text" name="email" id="formNewsletterEmail" placeholder="E-Mail-Adresse"><a class="btn" href="#" onclick="document.getElementById('formNewsletter').submit(); return false;" title="Abonnieren">Abonnieren</a></form></div><script>${client}</script></body></html>`);
    };
    const says = (context: Context, kind: 'success' | 'error', text: string, to: string) => {
      cartOf(context).message = [kind, text];
      return context.redirect(to);
    };

    app.get('/', (c) =>
      page(c, 'index', 'Willkommen', '<h1>Aus den Alpen</h1>', [
        {
          event: 'promoView',
          ecommerce: { promoView: { promotions: [{ id: 'P1', name: 'Herbst', creative: 'banner' }] } },
        },
      ]),
    );
    app.get('/fr/', (c) => c.redirect('/'));
    app.get('/search/', (c) =>
      page(
        c,
        'search',
        'Suchergebnisse für Zelt',
        '<h1>Suchergebnisse für «Zelt»</h1><div class="no-results">Keine Produkte gefunden...</div>',
      ),
    );
    app.get('/geschenke/', (c) => {
      const shown = c.req.query('sort') ? [...products].reverse() : products;
      return page(
        c,
        'collection',
        'Geschenke',
        `<h1>Geschenke</h1><form id="formSortModeLimit" method="get"><select name="sort" onchange="this.form.submit()"><option value="">Standard</option><option value="highest">Höchster Preis</option></select></form><div class="products">${shown
          .map(
            (product) =>
              `<div class="product"><div class="image-wrap"><a href="${urlOf(product)}" title="${product.name}"><img alt="${product.name}"></a><div class="description text-center"><a href="${origin}/compare/add/${product.id}/" class="compare">Vergleichen</a> / <a href="${origin}/account/wishlistAdd/${product.id}/" class="wishlist">Wunschliste</a> / <a href="${origin}/cart/add/${product.id}/" class="cart"${product.soldOut ? '' : ` data-ua-add='${attribute(tagged({ product, quantity: 1 }))}'`}>In den Warenkorb</a></div></div><div class="info"><a href="${urlOf(product)}" title="${product.name}" class="title">${product.name}</a><div class="left">${product === fondue ? '<span class="old-price">CHF 229.00</span> ' : ''}${franken(product.price)}</div></div></div>`,
          )
          .join('')}</div>`,
        [
          {
            event: 'impressions',
            ecommerce: {
              currencyCode: 'CHF',
              impressions: products.map((product, at) => ({
                ...tagged({ product, quantity: 1 }),
                list: 'Geschenke',
                position: at,
              })),
            },
          },
        ],
      );
    });
    for (const product of products)
      app.get(`/${product.slug}.html`, (c) =>
        page(
          c,
          'product',
          product.name,
          `<div class="page-title row"><h1 class="product-page" itemprop="name" content="${product.name}">${product.name}</h1><div class="reviews"><a href="#" class="open-tab">Bewertung schreiben</a></div></div><div class="product-wrap"><div class="product-price"><span class="price">${product === fondue ? '<span class="price-old">CHF 229.00</span> ' : ''}${franken(product.price)}</span> <small class="price-tax">Inkl. MwSt.</small></div>
<form action="${origin}/cart/add/${product.id}/" id="product_configure_form" method="post"><input type="hidden" name="bundle_id" id="product_configure_bundle_id" value="">${product === clock ? '<label>Holz: <em>*</em></label><select name="variant" id="product_configure_variants"><option value="24811">Nussbaum</option><option value="24812">Arve</option></select>' : ''}<div class="cart"><input type="text" name="quantity" value="1"><div class="change"><a href="javascript:;" class="up" onclick="this.closest('.cart').querySelector('input').value++">+</a><a href="javascript:;" class="down">-</a></div><a href="javascript:;" onclick="document.getElementById('product_configure_form').submit();" class="btn glyphicon button-cta" title="In den Warenkorb"${product.soldOut ? '' : ` data-ua-add='${attribute(tagged({ product, quantity: 1 }))}'`}>In den Warenkorb</a></div></form>
<div class="product-actions"><a href="${origin}/account/wishlistAdd/${product.id}/" title="Zur Wunschliste hinzufügen">Zur Wunschliste hinzufügen</a><a href="${origin}/compare/add/${product.id}/" title="Zum Vergleich hinzufügen">Zum Vergleich hinzufügen</a></div><div class="tab-reviews" hidden><form id="gui-form" action="${origin}/account/reviewPost/${product.id}/" method="post"><input name="name"><input name="email" type="email"><textarea name="review"></textarea><input type="submit" value="Speichern"></form></div></div>
<div class="related"><h3>Passend dazu</h3>${products
            .filter((other) => other !== product)
            .slice(0, 2)
            .map(
              (other) =>
                `<div class="product"><a class="title" href="${urlOf(other)}">${other.name}</a> ${franken(other.price)}</div>`,
            )
            .join('')}</div>`,
          [
            {
              event: 'detail',
              ecommerce: { currencyCode: 'CHF', detail: { products: [tagged({ product, quantity: 1 })] } },
            },
          ],
          `<meta property="og:type" content="product"><meta property="og:title" content="${product.name}"><meta property="og:price:amount" content="${(product.price / 100).toFixed(2)}">`,
        ),
      );
    const take = async (c: Context) => {
      const product = products.find(({ id }) => id === c.req.param('id'))!;
      const { quantity } = c.req.method === 'POST' ? await c.req.parseBody() : { quantity: 1 };
      await pause(140);
      if (product.soldOut) return says(c, 'error', 'Dieses Produkt ist leider nicht vorrätig.', urlOf(product));
      add(cartOf(c).lines, product, Number(quantity));
      return says(c, 'success', `«${product.name}» wurde Ihrem Warenkorb hinzugefügt.`, '/cart/');
    };
    app.get('/cart/add/:id/', take);
    app.post('/cart/add/:id/', take);
    app.get('/cart/delete/:id/', (c) => {
      const cart = cartOf(c);
      cart.lines = cart.lines.filter(({ product }) => product.id !== c.req.param('id'));
      return says(c, 'success', 'Das Produkt wurde aus dem Warenkorb entfernt.', '/cart/');
    });
    app.post('/cart/update/', async (c) => {
      const form = await c.req.parseBody();
      for (const line of cartOf(c).lines) line.quantity = Number(form[`quantity[${line.product.id}]`]);
      return says(c, 'success', 'Ihr Warenkorb wurde aktualisiert.', '/cart/');
    });
    app.post('/cart/setDiscountCode/', (c) => says(c, 'error', 'Der Rabattcode ist ungültig.', '/cart/'));
    app.get('/cart/', (c) => {
      const { lines } = cartOf(c);
      return page(
        c,
        'cart',
        'Warenkorb',
        lines.length
          ? `<h1>Warenkorb</h1><form id="formCart" action="${origin}/cart/update/" method="post"><table class="cart"><tr><th>Produkt</th><th></th><th>Menge</th><th>Gesamt</th><th></th></tr>${lines
              .map(
                ({ product, quantity }) =>
                  `<tr class="cart-product"><td class="image"><a href="${urlOf(product)}"><img alt="${product.name}"></a></td><td class="info"><a href="${urlOf(product)}" class="title">${product.name}</a><br>Stückpreis: ${franken(product.price)}</td><td><input type="text" name="quantity[${product.id}]" value="${quantity}"></td><td class="total">${franken(product.price * quantity)}</td><td><a href="${origin}/cart/delete/${product.id}/" title="Löschen" data-ua-remove='${attribute(tagged({ product, quantity }))}'>×</a></td></tr>`,
              )
              .join(
                '',
              )}</table><a href="javascript:;" onclick="document.getElementById('formCart').submit();" class="btn update" title="Warenkorb aktualisieren">Warenkorb aktualisieren</a></form><form id="formDiscountCode" action="${origin}/cart/setDiscountCode/" method="post"><input type="text" name="code" placeholder="Rabattcode"><a href="javascript:;" class="btn" onclick="document.getElementById('formDiscountCode').submit();">Anwenden</a></form><div class="cart-totals"><table><tr><td>Gesamt exkl. MwSt.</td><td>${franken(Math.round(sumOf(lines) / 1.081))}</td></tr><tr><td>MwSt.</td><td>${franken(sumOf(lines) - Math.round(sumOf(lines) / 1.081))}</td></tr><tr class="total"><td>Gesamt inkl. MwSt.</td><td>${franken(sumOf(lines))}</td></tr></table></div><a href="${origin}/geschenke/" class="continue">Weiter einkaufen</a> <a href="${origin}/checkout/" class="btn checkout" title="Zur Kasse gehen">Zur Kasse gehen</a>`
          : '<h1>Warenkorb</h1><div class="no-products">Sie haben keine Artikel in Ihrem Warenkorb.</div>',
      );
    });
    app.get('/compare/add/:id/', (c) =>
      says(c, 'success', 'Das Produkt wurde dem Vergleich hinzugefügt.', c.req.header('referer') ?? '/'),
    );
    app.get('/account/wishlistAdd/:id/', (c) => c.redirect('/account/login/?return=wishlist'));
    app.get('/account/', (c) => c.redirect('/account/login/'));
    app.get('/account/login/', (c) =>
      page(
        c,
        'login',
        'Anmelden',
        '<h1>Anmelden</h1><form id="formLogin" action="/account/loginPost/" method="post"><input type="text" name="email" placeholder="E-Mail-Adresse"><input type="password" name="password" placeholder="Passwort"><button type="submit">Anmelden</button></form>',
      ),
    );
    app.post('/account/loginPost/', (c) =>
      says(c, 'error', 'Benutzername oder Passwort ist falsch.', '/account/login/'),
    );
    app.post('/account/newsletter/', async (c) => {
      const { email } = await c.req.parseBody();
      return String(email).includes('@')
        ? says(c, 'success', 'Sie haben sich erfolgreich für unseren Newsletter angemeldet.', '/')
        : says(c, 'error', 'Die E-Mail-Adresse ist ungültig.', '/');
    });
    app.post('/account/reviewPost/:id/', (c) =>
      says(c, 'success', 'Ihre Bewertung wurde zur Prüfung eingereicht.', c.req.header('referer') ?? '/'),
    );
    app.get('/service/', (c) =>
      page(
        c,
        'textpage',
        'Kundendienst',
        '<h1>Kundendienst</h1><form class="gui-form" action="/service/contactPost/" method="post"><input name="name" placeholder="Name"><input name="email" type="email" placeholder="E-Mail-Adresse"><input name="subject" placeholder="Betreff"><textarea name="message" placeholder="Nachricht"></textarea><button type="submit">Absenden</button></form>',
      ),
    );
    app.post('/service/contactPost/', (c) => says(c, 'success', 'Ihre Nachricht wurde gesendet. Danke!', '/service/'));

    const form = (lines: Line[], error = '') =>
      `<h1>Kasse</h1>${error ? `<div class="gui-messages"><ul class="gui-error"><li>${error}</li></ul></div>` : ''}<form id="gui-form" action="${origin}/checkout/onestep/" method="post"><div class="gui-block"><h2>Rechnungsadresse</h2><input name="customer[email]" type="text" placeholder="E-Mail"><input name="customer[firstname]" placeholder="Vorname"><input name="billing_address[streetname]" placeholder="Strasse"><input name="billing_address[zipcode]" placeholder="PLZ"><input name="billing_address[city]" placeholder="Ort"></div><div class="gui-block"><h2>Versandart</h2><label><input type="radio" name="shipment_method" value="core|2" checked> Post ${franken(SHIPPING)}</label></div><div class="gui-block"><h2>Zahlungsart</h2><label><input type="radio" name="payment_method" value="twint" checked> TWINT</label></div>
<div class="gui-block gui-cart"><h2>Ihre Bestellung</h2><table>${lines.map(({ product, quantity }) => `<tr><td class="gui-title">${quantity} x ${product.name}</td><td class="gui-price">${franken(product.price * quantity)}</td></tr>`).join('')}<tr><td>Zwischensumme</td><td>${franken(sumOf(lines))}</td></tr><tr><td>Versandkosten</td><td>${franken(SHIPPING)}</td></tr><tr class="gui-total"><td>Gesamt inkl. MwSt.</td><td>${franken(sumOf(lines) + SHIPPING)}</td></tr></table></div><label><input type="checkbox" name="terms" value="1"> Ich akzeptiere die AGB</label><a href="javascript:;" class="gui-button-large" onclick="document.getElementById('gui-form').submit();" title="Kaufen">Kaufen</a></form>`;
    app.get('/checkout/', (c) => c.redirect('/checkout/onestep/'));
    app.get('/checkout/onestep/', (c) => {
      const { lines } = cartOf(c);
      return page(c, 'checkout', 'Kasse', form(lines), [
        {
          event: 'checkout',
          ecommerce: { currencyCode: 'CHF', checkout: { actionField: { step: 1 }, products: lines.map(tagged) } },
        },
      ]);
    });
    app.post('/checkout/onestep/', async (c) => {
      const { lines } = cartOf(c);
      const told = await c.req.parseBody();
      if (!told.terms) return page(c, 'checkout', 'Kasse', form(lines, 'Bitte akzeptieren Sie die AGB.'));
      return c.redirect(`${provider}/pay/8812?return=${encodeURIComponent(`${origin}/checkout/payment/return/`)}`);
    });
    app.get('/checkout/payment/return/', (c) => {
      const cart = cartOf(c);
      if (c.req.query('status') !== 'paid')
        return says(
          c,
          'error',
          'Die Zahlung wurde abgebrochen. Ihre Bestellung ist noch nicht abgeschlossen.',
          '/checkout/onestep/',
        );
      Object.assign(cart, { paid: cart.lines, lines: [] });
      return c.redirect('/checkout/payment/thankyou/');
    });
    app.get('/checkout/payment/thankyou/', (c) => {
      const lines = cartOf(c).paid;
      if (!lines) return c.redirect('/cart/');
      const total = ((sumOf(lines) + SHIPPING) / 100).toFixed(2);
      const shipping = (SHIPPING / 100).toFixed(2);
      const items = lines.map(tagged);
      return page(
        c,
        'thankyou',
        'Vielen Dank',
        `<h1>Vielen Dank für Ihre Bestellung!</h1><p>Ihre Bestellung mit der Nummer <strong>${ORDER}</strong> ist bei uns eingegangen. Eine Bestätigung wurde an a@b.example gesendet.</p><p><a href="${origin}/">Weiter einkaufen</a></p>`,
        [
          // Two tags of the same merchant, an older one and an old one.
          {
            event: 'transactionComplete',
            ecommerce: {
              currencyCode: 'CHF',
              purchase: {
                actionField: { id: ORDER, affiliation: 'Alpkontor', revenue: total, shipping },
                products: items,
              },
            },
          },
          {
            transactionId: ORDER,
            transactionTotal: Number(total),
            transactionShipping: Number(shipping),
            transactionProducts: items.map(({ id, ...rest }) => ({ sku: id, ...rest })),
          },
        ],
      );
    });

    const pay = new Hono();
    pay.get('/pay/:id', (c) => {
      const back = c.req.query('return');
      return c.html(
        `<!doctype html><html lang="de"><head><title>Zahlung</title></head><body><h1>TWINT</h1><p>Alpkontor, Betrag folgt</p><a class="cancel" href="${back}?status=cancelled">Abbrechen</a> <a class="ok" href="${back}?status=paid">Zahlung bestätigen</a></body></html>`,
      );
    });

    const go = (product: Product) => (tab: Page) => tab.goto(urlOf(product));
    const told = (kind: string, selector: string) => async (tab: Page) => {
      await follow(tab, () => tab.click(selector));
      await tab.waitForSelector(`.messages .${kind}`);
    };
    const inList = (product: Product, link: string) => `.products .product:has([href*="${product.slug}"]) a.${link}`;
    const bought: [Product, number][] = [
      [fondue, 2],
      [clock, 1],
    ];
    return {
      apps: { shop: app, 'kasse-zahlung': pay },
      walk: [
        step(
          'kommt von einem Newsletter',
          (tab) => tab.goto(`${origin}/?utm_source=newsletter&utm_medium=email&utm_campaign=herbst`),
          { name: 'landing' },
        ),
        step('sucht vergebens', fill({ '#formSearch [name=q]': 'Zelt' }, press('#formSearch a'))),
        step('öffnet die Geschenke', press('.nav a[href$="/geschenke/"]'), { name: 'view_item_list' }),
        step(
          'sortiert sie',
          (tab) => follow(tab, () => tab.selectOption('[name=sort]', 'highest')),
          optional('view_item_list'),
        ),
        step('vergleicht die Uhr', told('success', inList(clock, 'compare')), optional('view_item_list')),
        step(
          'legt das Messer aus der Liste in den Warenkorb',
          told('success', inList(knife, 'cart')),
          pieces('add_to_cart', 'CHF', [knife, 1]),
          optional('view_cart'),
        ),
        step('öffnet das Fondue-Set', go(fondue), pieces('view_item', 'CHF', [fondue, 1])),
        step('nimmt zwei', until('.change .up', '.cart [name=quantity]')),
        step(
          'legt sie in den Warenkorb',
          told('success', '.button-cta'),
          pieces('add_to_cart', 'CHF', [fondue, 2]),
          optional('view_cart'),
        ),
        step('öffnet die Treichel', go(bell), pieces('view_item', 'CHF', [bell, 1])),
        step('bekommt sie nicht', told('error', '.button-cta'), optional('view_item')),
        step('will sie vormerken und muss sich anmelden', press('.product-actions a >> nth=0')),
        step(
          'meldet sich falsch an',
          fill(
            { '#formLogin [name=email]': 'a@b.example', '[name=password]': 'x' },
            told('error', '#formLogin button'),
          ),
        ),
        step('öffnet die Uhr', go(clock), pieces('view_item', 'CHF', [clock, 1])),
        step(
          'bewertet sie',
          async (tab) => {
            await tab.click('.open-tab');
            await fill(
              { '.tab-reviews [name=email]': 'a@b.example', '.tab-reviews [name=review]': 'Ruft pünktlich.' },
              told('success', '.tab-reviews [type=submit]'),
            )(tab);
          },
          optional('view_item'),
        ),
        step(
          'legt sie in den Warenkorb, wieder',
          told('success', '.button-cta'),
          pieces('add_to_cart', 'CHF', [clock, 1]),
          optional('view_cart'),
        ),
        step(
          'entfernt das Messer',
          told('success', `[href$="/cart/delete/${knife.id}/"]`),
          pieces('remove_from_cart', 'CHF', [knife, 1]),
          optional('view_cart'),
        ),
        step(
          'probiert einen Rabattcode',
          fill({ '[name=code]': 'GRATIS' }, told('error', '#formDiscountCode a')),
          optional('view_cart'),
        ),
        step('aktualisiert, ohne etwas zu ändern', told('success', '.update'), optional('view_cart')),
        step('schaut den Kundendienst an', press('.nav a[href$="/service/"]')),
        step(
          'schreibt dem Laden',
          fill(
            { '.gui-form [name=email]': 'a@b.example', '.gui-form [name=message]': 'Tickt sie laut?' },
            told('success', '.gui-form button'),
          ),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step(
          'abonniert mit falscher Adresse',
          fill({ '#formNewsletterEmail': 'nichts' }, told('error', '#formNewsletter a')),
        ),
        step('abonniert', fill({ '#formNewsletterEmail': 'a@b.example' }, told('success', '#formNewsletter a')), {
          name: 'generate_lead',
          form_kind: 'newsletter',
        }),
        step('öffnet den Warenkorb', press('.header .cart'), pieces('view_cart', 'CHF', ...bought)),
        step('geht zur Kasse', press('.checkout'), pieces('begin_checkout', 'CHF', ...bought)),
        step(
          'vergisst die AGB',
          fill({ '[name="customer[email]"]': 'a@b.example' }, press('.gui-button-large')),
          optional('add_shipping_info'),
          optional('add_payment_info'),
        ),
        step(
          'geht zur Zahlung',
          async (tab) => {
            await tab.check('[name=terms]');
            await fill(
              { '[name="customer[email]"]': 'a@b.example', '[name="customer[firstname]"]': 'Urs' },
              press('.gui-button-large'),
            )(tab);
          },
          optional('add_shipping_info'),
          optional('add_payment_info'),
        ),
        step('bricht sie ab', press('.cancel'), optional('begin_checkout')),
        step(
          'geht wieder zur Zahlung',
          async (tab) => {
            await tab.check('[name=terms]');
            await press('.gui-button-large')(tab);
          },
          optional('add_shipping_info'),
          optional('add_payment_info'),
        ),
        step(
          'zahlt und kommt zurück',
          press('.ok'),
          optional('add_payment_info'),
          byName(
            order(
              'CHF',
              { id: ORDER, total: 2 * fondue.price + clock.price + SHIPPING, shipping: SHIPPING },
              ...bought,
            ),
          ),
        ),
        step('lädt die Seite neu', (tab) => tab.reload()),
        step('kauft weiter ein', press('.main a')),
        step('geht zurück', (tab) => tab.goBack()),
        step('schaut ins Konto', press('.nav a[href$="/account/"]')),
      ],
    };
  },
};

export default platform;
