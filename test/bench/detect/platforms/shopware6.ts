import { type Context, Hono } from 'hono';
import { add, createCarts, follow, type Line, optional, type Product, pause, pieces, sumOf } from '../parts.ts';
import type { Platform } from '../platform.ts';

const lampe: Product = {
  id: '11dc680240b04f469ccba354cbf0b967',
  sku: 'SW10001',
  name: 'Leselampe Nordlicht',
  slug: 'Wohnen/Leselampe/SW10001',
  price: 124990,
};
const kissen: Product = {
  id: '2a88d9b59d474c7e869d8071649be43c',
  sku: 'SW10002',
  name: 'Kissen Moos',
  slug: 'Wohnen/Kissen/SW10002',
  price: 1995,
};
const vase: Product = {
  id: '3ac014f329884b57a2cce5a29f34779c',
  sku: 'SW10003',
  name: 'Vase Ton',
  slug: 'Wohnen/Vase/SW10003',
  price: 3400,
  soldOut: true,
};
const products = [lampe, kissen, vase];
const VERSAND = 490;

const euro = (cents: number) =>
  `${new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }).format(cents / 100)}*`;

interface Cart {
  lines: Line[];
  error?: string | undefined;
}

/** A form taken over by a plugin, whose answer is the off-canvas cart as HTML; native posts on the cart's own page. */
const client = `
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('[data-add-to-cart], .js-offcanvas-cart-remove-product, .newsletter form')) return;
  event.preventDefault();
  const xhr = new XMLHttpRequest();
  xhr.open('POST', form.getAttribute('action'));
  xhr.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  xhr.onloadend = () => {
    if (form.matches('.newsletter form')) return void (form.parentNode.innerHTML = xhr.responseText);
    document.querySelector('.offcanvas')?.remove();
    document.body.insertAdjacentHTML('beforeend', '<div class="offcanvas cart-offcanvas offcanvas-end show" role="dialog" aria-modal="true">' + xhr.responseText + '</div>');
    document.querySelector('.offcanvas-close').onclick = () => document.querySelector('.offcanvas').remove();
    fetch('/widgets/checkout/info').then((answer) => answer.text()).then((html) => { document.querySelector('.header-cart').innerHTML = html; });
  };
  xhr.send(new FormData(form));
});
document.querySelector('.header-cart')?.addEventListener('click', (event) => {
  event.preventDefault();
  fetch('/checkout/offcanvas').then((answer) => answer.text()).then((html) => {
    document.body.insertAdjacentHTML('beforeend', '<div class="offcanvas cart-offcanvas offcanvas-end show" role="dialog" aria-modal="true">' + html + '</div>');
    document.querySelector('.offcanvas-close').onclick = () => document.querySelector('.offcanvas').remove();
  });
});`;

const platform: Platform = {
  name: 'Shopware 6 Storefront',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<Cart>(() => ({ lines: [] }), 'session-');
    const orders = new Map<string, Line[]>();

    const line = (
      { product, quantity }: Line,
      kind: string,
    ) => `<div class="line-item line-item-product js-cart-item"><div class="line-item-info">
<a href="/${product.slug}" class="line-item-label" title="${product.name}">${product.name}</a><div class="line-item-product-number">Produktnummer: ${product.sku}</div></div>
<form action="/checkout/line-item/change-quantity/${product.id}" method="post" class="line-item-quantity-container"><input type="number" name="quantity" value="${quantity}"><button class="change">ändern</button></form>
<div class="line-item-unit-price">${euro(product.price)}</div><div class="line-item-total-price">${euro(product.price * quantity)}</div>
<form action="/checkout/line-item/delete/${product.id}" method="post" class="${kind}"><button type="submit" class="btn btn-light line-item-remove-button" title="${product.name} entfernen" data-product-id="${product.sku}"><span class="icon"></span></button></form></div>`;
    const hidden = (lines: Line[], shipping = 0) =>
      `<div class="hidden-line-items-information" data-currency="EUR" data-value="${(sumOf(lines) + shipping) / 100}" data-shipping="${shipping / 100}" hidden>${lines.map(({ product, quantity }) => `<span class="hidden-line-item" data-id="${product.sku}" data-name="${product.name}" data-quantity="${quantity}" data-price="${product.price / 100}"></span>`).join('')}</div>`;
    const offcanvas = (
      { lines, error }: Cart,
      isAdded = false,
    ) => `<button class="offcanvas-close">Warenkorb schließen</button><div class="offcanvas-title">Warenkorb</div>
${error ? `<div role="alert" class="alert alert-warning"><div class="alert-content">${error}</div></div>` : isAdded ? '<div role="alert" class="alert alert-success"><div class="alert-content">Das Produkt wurde dem Warenkorb hinzugefügt.</div></div>' : ''}
${hidden(lines)}<div class="offcanvas-cart-items">${lines.map((one) => line(one, 'js-offcanvas-cart-remove-product')).join('')}</div>
<div class="offcanvas-summary">Zwischensumme ${euro(sumOf(lines))}</div><a href="/checkout/confirm" class="btn btn-primary begin-checkout-btn">Zur Kasse</a><a href="/checkout/cart" class="btn">Warenkorb anzeigen</a>`;
    const buy = (
      { id, name }: Product,
      rest = '',
    ) => `<form action="/checkout/line-item/add" method="post" class="buy-widget" data-add-to-cart="true"><input type="hidden" name="redirectTo" value="frontend.cart.offcanvas">
<input type="hidden" name="lineItems[${id}][id]" value="${id}"><input type="hidden" name="lineItems[${id}][referencedId]" value="${id}"><input type="hidden" name="lineItems[${id}][type]" value="product"><input type="hidden" name="product-name" value="${name}">${rest}
<button class="btn btn-primary btn-buy" title="In den Warenkorb">In den Warenkorb</button></form>`;
    const page = (context: Context, title: string, body: string, kind = '') =>
      context.html(`<!doctype html><html lang="de-DE"><head><title>${title}</title>${tag}</head><body class="is-ctl-${kind}"><header><a href="/">Demoshop</a>
<form action="/search" method="get" class="header-search-form"><input type="search" name="search" placeholder="Suchbegriff ..."><button aria-label="Suchen">&#128269;</button></form>
<form action="/checkout/configure" method="post" class="currencies"><input type="hidden" name="currencyId" value="b7d2"><button>€ Euro</button></form>
<a class="btn header-cart" href="/checkout/cart" data-offcanvas-cart="true" title="Warenkorb">${euro(sumOf(cartOf(context).lines))}</a></header>
<main class="content-main">${body}</main><footer><div class="newsletter"><h5>Newsletter</h5><form action="/form/newsletter" method="post"><input type="email" name="email"><button>Abonnieren</button></form></div></footer><script>${client}</script></body></html>`);

    app.get('/', (c) => page(c, 'Demoshop', '<h1>Willkommen</h1><a href="/Wohnen">Wohnen</a>', 'navigation'));
    app.get('/search', (c) => page(c, 'Suche', '<h1>Zu "x" wurden keine Produkte gefunden.</h1>', 'search'));
    app.get('/Wohnen', (c) =>
      page(
        c,
        'Wohnen',
        `<h1>Wohnen</h1><form class="filter-panel"><button type="button">Hersteller</button></form><div class="row cms-listing-row">${products.map((product) => `<div class="card product-box box-standard"><a href="/${product.slug}" class="product-name">${product.name}</a><div class="product-price-info"><span class="product-price">${euro(product.price)}</span></div>${buy(product)}</div>`).join('')}</div>`,
        'navigation',
      ),
    );
    app.get('/Wohnen/:name/:sku', (c) => {
      const product = products.find(({ sku }) => sku === c.req.param('sku'))!;
      return page(
        c,
        product.name,
        `<div itemscope itemtype="https://schema.org/Product"><h1 class="product-detail-name" itemprop="name">${product.name}</h1>
<div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="EUR"><p class="product-detail-price">${euro(product.price)}</p><meta itemprop="price" content="${product.price / 100}"><p class="product-detail-tax">inkl. MwSt. zzgl. Versandkosten</p></div>
${buy(product, `<select name="lineItems[${product.id}][quantity]"><option>1</option><option>2</option><option>3</option></select>`)}
<form method="post" action="/wishlist/add/${product.id}"><button class="product-wishlist-action">Zum Merkzettel hinzufügen</button></form>
<span class="product-detail-ordernumber" itemprop="sku">${product.sku}</span></div>
<section class="cross-selling"><h2>Das könnte dir auch gefallen</h2>${products
          .filter((other) => other !== product)
          .map(
            (other) =>
              `<div class="card product-box"><a href="/${other.slug}" class="product-name">${other.name}</a><span class="product-price">${euro(other.price)}</span>${buy(other)}</div>`,
          )
          .join('')}</section>`,
        'product',
      );
    });
    app.post('/wishlist/add/:id', (c) => c.redirect(c.req.header('referer') ?? '/'));
    app.post('/checkout/line-item/add', async (c) => {
      const form = await c.req.formData();
      const cart = cartOf(c);
      const id = [...form.keys()].map((key) => /^lineItems\[(\w+)]\[id]$/.exec(key)?.[1]).find(Boolean)!;
      const product = products.find((other) => other.id === id)!;
      await pause(180);
      cart.error = product.soldOut ? `Das Produkt "${product.name}" ist nicht mehr verfügbar.` : undefined;
      if (!product.soldOut) add(cart.lines, product, Number(form.get(`lineItems[${id}][quantity]`) ?? 1));
      return c.html(offcanvas(cart, true));
    });
    app.get('/checkout/offcanvas', (c) => c.html(offcanvas({ ...cartOf(c), error: undefined })));
    app.get('/widgets/checkout/info', (c) => c.html(euro(sumOf(cartOf(c).lines))));
    app.post('/checkout/configure', (c) => c.redirect('/'));
    app.post('/form/newsletter', (c) =>
      c.html('<div role="alert" class="alert alert-success">Vielen Dank! Wir haben eine Bestätigung gesendet.</div>'),
    );
    app.post('/checkout/line-item/delete/:id', (c) => {
      const cart = cartOf(c);
      cart.lines = cart.lines.filter(({ product }) => product.id !== c.req.param('id'));
      cart.error = undefined;
      return c.req.header('x-requested-with') ? c.html(offcanvas(cart)) : c.redirect('/checkout/cart');
    });
    app.post('/checkout/line-item/change-quantity/:id', async (c) => {
      const found = cartOf(c).lines.find(({ product }) => product.id === c.req.param('id'))!;
      found.quantity = Number((await c.req.parseBody()).quantity);
      return c.redirect('/checkout/cart');
    });
    app.post('/checkout/promotion/add', (c) => c.redirect('/checkout/cart'));
    const summary = (lines: Line[], shipping = VERSAND) =>
      `<dl class="checkout-aside-summary-list"><dt>Summe</dt><dd>${euro(sumOf(lines))}</dd><dt>Versandkosten</dt><dd>${euro(shipping)}</dd><dt class="summary-total">Gesamtsumme</dt><dd class="checkout-aside-summary-total">${euro(sumOf(lines) + shipping)}</dd><dt>zzgl. 19 % MwSt.</dt><dd>${euro(Math.round(((sumOf(lines) + shipping) * 0.19) / 1.19))}</dd></dl>`;
    app.get('/checkout/cart', (c) => {
      const { lines } = cartOf(c);
      return page(
        c,
        'Warenkorb',
        lines.length
          ? `<h1>Warenkorb</h1>${hidden(lines)}${lines.map((one) => line(one, 'remove')).join('')}${summary(lines)}<form class="promo" action="/checkout/promotion/add" method="post"><input name="code" placeholder="Gutschein-Code eingeben ..."><button>Einlösen</button></form><a class="btn begin-checkout-btn" href="/checkout/confirm">Zur Kasse</a>`
          : '<h1>Dein Warenkorb ist leer.</h1>',
        'checkout',
      );
    });
    const guests = new Set<Cart>();
    app.get('/checkout/confirm', (c) => {
      const cart = cartOf(c);
      if (!guests.has(cart)) return c.redirect('/checkout/register');
      return page(
        c,
        'Bestellung abschließen',
        `<h1 class="confirm-main-header">Bestellung abschließen</h1>${hidden(cart.lines, VERSAND)}${cart.lines.map((one) => line(one, 'remove')).join('')}${summary(cart.lines)}<form id="confirmOrderForm" action="/checkout/order" method="post"><input type="checkbox" name="tos"><button id="confirmFormSubmit" class="btn btn-primary">Zahlungspflichtig bestellen</button></form>`,
        'checkout',
      );
    });
    app.get('/checkout/register', (c) =>
      page(
        c,
        'Registrierung',
        `<h1>Ihre Daten</h1><form class="login" action="/account/login" method="post"><input type="email" name="username"><input type="password" name="password"><button>Anmelden</button></form>
<form class="register" action="/account/register" method="post"><input name="firstName"><input type="email" name="email"><input name="billingAddress[street]"><input name="billingAddress[zipcode]"><input name="billingAddress[city]"><button>Weiter</button></form>`,
        'register',
      ),
    );
    app.post('/account/login', (c) => c.redirect('/checkout/register'));
    app.post('/account/register', (c) => {
      guests.add(cartOf(c));
      return c.redirect('/checkout/confirm');
    });
    app.post('/checkout/order', (c) => {
      const cart = cartOf(c);
      const id = `a${String(orders.size + 1).padStart(31, '0')}`;
      orders.set(id, cart.lines);
      cart.lines = [];
      return c.redirect(`/checkout/finish?orderId=${id}`);
    });
    app.get('/checkout/finish', (c) => {
      const lines = orders.get(c.req.query('orderId')!) ?? [];
      return page(
        c,
        'Vielen Dank',
        `<h1 class="finish-header">Vielen Dank für Ihre Bestellung bei Demoshop!</h1><p class="finish-ordernumber" data-order-number="10042">Ihre Bestellnummer: #10042</p>${hidden(lines, VERSAND)}${lines.map(({ product, quantity }) => `<div class="line-item line-item-product"><span class="line-item-label">${product.name}</span><div class="line-item-quantity">Anzahl ${quantity}</div><div class="line-item-unit-price">${euro(product.price)}</div><div class="line-item-total-price">${euro(product.price * quantity)}</div></div>`).join('')}${summary(lines)}`,
        'checkout',
      );
    });

    return {
      apps: { shop: app },
      walk: [
        {
          name: 'kommt von einer Anzeige',
          act: (tab) => tab.goto(`${origin}/?gclid=1`, { referer: 'https://www.google.de/' }),
          truth: [{ name: 'landing' }],
        },
        {
          name: 'sucht vergeblich',
          act: async (tab) => {
            await tab.fill('[name=search]', 'Sofa');
            await follow(tab, () => tab.press('[name=search]', 'Enter'));
          },
          truth: [],
        },
        { name: 'wechselt die Währung', act: (tab) => follow(tab, () => tab.click('.currencies button')), truth: [] },
        {
          name: 'öffnet eine Kategorie',
          act: (tab) => tab.goto(`${origin}/Wohnen`),
          truth: [{ name: 'view_item_list' }],
        },
        { name: 'öffnet den Filter', act: (tab) => tab.click('.filter-panel button'), truth: [] },
        {
          name: 'legt ein Kissen aus der Liste in den Warenkorb',
          act: async (tab) => {
            await tab.click('.product-box:nth-child(2) .btn-buy');
            await tab.waitForSelector('.alert-success');
          },
          truth: [pieces('add_to_cart', 'EUR', [kissen, 1])],
        },
        { name: 'schließt den Warenkorb', act: (tab) => tab.click('.offcanvas-close'), truth: [] },
        {
          name: 'öffnet die Lampe',
          act: (tab) => follow(tab, () => tab.click(`a[href="/${lampe.slug}"]`)),
          truth: [pieces('view_item', 'EUR', [lampe, 1])],
        },
        {
          name: 'merkt sie sich',
          act: (tab) => follow(tab, () => tab.click('.product-wishlist-action')),
          truth: [optional('view_item')],
        },
        {
          name: 'legt zwei Lampen in den Warenkorb',
          act: async (tab) => {
            await tab.selectOption('select[name*=quantity]', '2');
            await tab.click('[itemtype$=Product] .btn-buy');
            await tab.waitForSelector('.alert-success');
          },
          truth: [pieces('add_to_cart', 'EUR', [lampe, 2])],
        },
        {
          name: 'entfernt das Kissen im Warenkorb daneben',
          act: async (tab) => {
            await tab.click('.offcanvas .line-item-remove-button >> nth=0');
            await tab.waitForFunction(() => document.querySelectorAll('.offcanvas .line-item').length === 1);
          },
          truth: [pieces('remove_from_cart', 'EUR', [kissen, 1])],
        },
        {
          name: 'legt ein Kissen von den Vorschlägen dazu',
          act: async (tab) => {
            await tab.click('.offcanvas-close');
            await tab.click('.cross-selling .btn-buy >> nth=0');
            await tab.waitForSelector('.alert-success');
          },
          truth: [pieces('add_to_cart', 'EUR', [kissen, 1])],
        },
        {
          name: 'öffnet die Vase',
          act: (tab) => tab.goto(`${origin}/${vase.slug}`),
          truth: [pieces('view_item', 'EUR', [vase, 1])],
        },
        {
          name: 'bekommt keine Vase',
          act: async (tab) => {
            await tab.click('[itemtype$=Product] .btn-buy');
            await tab.waitForSelector('.alert-warning');
          },
          truth: [],
        },
        {
          name: 'bestellt den Newsletter',
          act: async (tab) => {
            await tab.click('.offcanvas-close');
            await tab.fill('.newsletter [type=email]', 'a@b.example');
            await tab.click('.newsletter button');
            await tab.waitForSelector('.newsletter .alert-success');
          },
          truth: [{ name: 'generate_lead', form_kind: 'newsletter' }],
        },
        {
          name: 'öffnet den Warenkorb',
          act: (tab) => tab.goto(`${origin}/checkout/cart`),
          truth: [pieces('view_cart', 'EUR', [lampe, 2], [kissen, 1])],
        },
        {
          name: 'nimmt nur eine Lampe',
          act: async (tab) => {
            await tab.fill('[name=quantity] >> nth=0', '1');
            await follow(tab, () => tab.click('.change >> nth=0'));
          },
          truth: [optional('view_cart')],
        },
        {
          name: 'löst keinen Gutschein ein',
          act: async (tab) => {
            await tab.fill('[name=code]', 'X');
            await follow(tab, () => tab.click('.promo button'));
          },
          truth: [optional('view_cart')],
        },
        {
          name: 'geht zur Kasse',
          act: (tab) => follow(tab, () => tab.click('.begin-checkout-btn')),
          truth: [pieces('begin_checkout', 'EUR', [lampe, 1], [kissen, 1])],
        },
        { name: 'meldet sich falsch an', act: (tab) => follow(tab, () => tab.click('.login button')), truth: [] },
        {
          name: 'gibt die Adresse an',
          act: (tab) => follow(tab, () => tab.click('.register button')),
          truth: [optional('add_shipping_info'), optional('add_payment_info')],
        },
        {
          name: 'bestellt',
          act: (tab) => follow(tab, () => tab.click('#confirmFormSubmit')),
          truth: [
            optional('add_payment_info'),
            {
              ...pieces('purchase', 'EUR', [lampe, 1], [kissen, 1]),
              value: (lampe.price + kissen.price + VERSAND) / 100,
              shipping: VERSAND / 100,
              transaction_id: '10042',
            },
          ],
        },
        { name: 'lädt die Seite neu', act: (tab) => tab.reload(), truth: [] },
        {
          name: 'kommt noch einmal zurück',
          act: async (tab) => {
            await tab.goto(`${origin}/`);
            await tab.goBack();
          },
          truth: [],
        },
      ],
    };
  },
};

export default platform;
