import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import {
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
import { byName, inline, says, slowly } from '../spa.ts';

const board: Product = { ...good('14', 'SB-EICHE', 'Schneidbrett Eiche', 'Schneidbrett_Eiche', 4500) };
const knifeS: Product = { ...good('21', 'KM-16', 'Kochmesser', 'Kochmesser', 6900), others: ['20', 'KM'] };
const knifeL: Product = { ...good('22', 'KM-20', 'Kochmesser', 'Kochmesser', 8400), others: ['20', 'KM'] };
const mill = good('30', 'PM-04', 'Pfeffermühle', 'Pfeffermuehle', 3250);
const pot = good('33', 'BR-24', 'Bräter 24 cm', 'Braeter_24_cm', 12900, true);
const products = [board, knifeS, knifeL, mill, pot];
const shown = [board, knifeS, mill, pot];
const widths = [
  [knifeS, '16 cm', '101'],
  [knifeL, '20 cm', '102'],
] as const;
/** A dearer board once; cheaper by the dozen. */
const REBATE = 900;
const STOCK = 12;
const FEE = 590;
const ID = '10231';

const euros = (amount: number) => `${(amount / 100).toFixed(2).replace('.', ',')} €`;

interface Session {
  lines: Line[];
  fee?: number;
  pays?: string;
}

/** The theme's scripts: an add is sent in place, and the basket's own page is opened over the one that asked. */
const client = `
const $ = (selector, from = document) => from.querySelector(selector);
const overlay = () => document.body.insertAdjacentHTML('beforeend', '<div class="aimeos-overlay show"></div>');
const removeOverlay = () => document.querySelectorAll('.aimeos-overlay, .aimeos-container').forEach((one) => one.remove());
const fetchHtml = async (url, options) => (await fetch(url, { ...options, mode: 'same-origin', redirect: 'error' })).text();
const price = (amount) => new Intl.NumberFormat('de', { style: 'currency', currency: 'EUR' }).format(amount);
const drawMini = ({ data, included }) => {
  const total = Number(data.attributes['order.base.price']) + Number(data.attributes['order.base.costs']);
  $('.basket-mini-main .value').innerHTML = price(total);
  $('.basket-mini-product .total .price').innerHTML = price(total);
  const prototype = $('.basket-mini-product .prototype');
  document.querySelectorAll('.basket-mini-product .product-item:not(.prototype)').forEach((one) => one.remove());
  let count = 0;
  for (const { attributes, links } of included) {
    const row = prototype.cloneNode(true);
    row.classList.remove('prototype');
    row.style.display = '';
    row.dataset.url = links.self.href;
    $('.name', row).textContent = attributes['order.base.product.name'];
    $('.quantity', row).textContent = attributes['order.base.product.quantity'];
    $('.price', row).innerHTML = price(attributes['order.base.product.price']);
    $('.basket-body').append(row);
    count += Number(attributes['order.base.product.quantity']);
  }
  $('.basket-mini-main .quantity').innerHTML = count;
};
const json = { headers: { 'Content-Type': 'application/json' } };
const updateBasket = (data) => {
  const page = new DOMParser().parseFromString(data, 'text/html');
  const basket = $('.aimeos.basket-standard', page);
  page.querySelectorAll('.aimeos .error-list').forEach((one) => basket.prepend(one));
  $('.btn-update', basket)?.style.setProperty('display', 'none');
  fetch('/jsonapi', { ...json, method: 'OPTIONS' })
    .then((answer) => answer.json())
    .then((options) => fetch(options.meta.resources.basket, json))
    .then((answer) => answer.json())
    .then(drawMini);
  return basket;
};
const createContainer = (content) => {
  const box = document.createElement('div');
  box.className = 'aimeos aimeos-container';
  box.style = 'position:absolute;top:0;left:0;background:#fff';
  box.innerHTML = '<a class="minibutton btn-close" style="display:inline-block;width:20px;height:20px"></a>';
  box.append(content);
  document.body.append(box);
};
const send = (form) => fetchHtml(form.getAttribute('action'), { body: new FormData(form), method: 'POST' });
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.matches('.product form.basket')) {
    event.preventDefault();
    overlay();
    send(form).then((data) => createContainer(updateBasket(data)));
  } else if (form.matches('.basket-standard form')) {
    event.preventDefault();
    send(form).then((data) => { $('.basket-standard').innerHTML = updateBasket(data).innerHTML; });
  }
});
document.addEventListener('click', (event) => {
  const { target } = event;
  const change = target.closest('.basket-standard a.change');
  if (change) {
    event.preventDefault();
    fetchHtml(change.getAttribute('href')).then((data) => { $('.basket-standard').innerHTML = updateBasket(data).innerHTML; });
  }
  if (target.closest('.aimeos-overlay, .aimeos-container .btn-close, .aimeos-container .btn-back')) { event.preventDefault(); removeOverlay(); }
  if (target.closest('.basket-mini .menu')) $('.basket-mini .zeynep').style.display = '';
  if (target.closest('.basket-mini .close')) $('.basket-mini .zeynep').style.display = 'none';
  const gone = target.closest('.basket-mini-product .delete');
  if (gone) {
    event.preventDefault();
    fetch(gone.closest('.product-item').dataset.url, { ...json, method: 'DELETE' }).then((answer) => answer.json()).then(drawMini);
  }
});
document.addEventListener('change', ({ target }) => {
  const list = target.closest('.selection .select-list');
  if (!list) return;
  const [id] = JSON.parse(list.closest('.selection').dataset.attrdeps)[list.value] ?? [];
  document.querySelectorAll('.articleitem').forEach((one) => one.classList.remove('price-actual', 'stock-actual'));
  $('.price-list [data-prodid="' + id + '"]')?.classList.add('price-actual');
  $('.addbasket .btn-action').disabled = !id;
});
if ($('.checkout-standard-process')) setTimeout(() => $('.checkout-standard form').submit(), 300);`;

const platform: Platform = {
  name: 'Aimeos (Laravel)',
  family: 'opaque',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    app.use('/jsonapi/*', slowly(30));
    const sessionOf = createCarts<Session>(() => ({ lines: [] }), 'aimeos_session');
    const at = (path: string) => `${origin}/shop${path}`;
    const pageOf = ({ slug }: Product) => at(`/${slug}`);
    const csrf = '<input class="csrf-token" type="hidden" name="_token" value="uKx0">';

    const miniRow = (more: string, name = '', quantity: number | string = '', price = '') =>
      `<div class="product-item row${more}"><div class="col-5 name"> ${name} </div><div class="col-2 quantity"> ${quantity} </div><div class="col-4 price"> ${price} </div><div class="col-1 action"><a class="delete" href="#" title="Löschen"></a></div></div>`;
    const mini = ({ lines, fee = 0 }: Session) =>
      `<div class="section aimeos basket-mini" data-jsonurl="${origin}/jsonapi"><div class="aimeos-overlay-offscreen"></div><div class="basket-mini-main menu"><span class="quantity">${lines.reduce((sum, { quantity }) => sum + quantity, 0)}</span> <span class="value">${euros(sumOf(lines) + fee)}</span></div><div class="basket-mini-product zeynep" style="display:none"><div class="header row"><div class="col-2 close">×</div><div class="col-8 name">Warenkorb</div><div class="col-2"></div></div><div class="basket"><div class="basket-header row"><div class="col-5 name">Produkt</div><div class="col-2 quantity">Anz</div><div class="col-4 price">Preis</div><div class="col-1 action"></div></div><div class="basket-body">${lines.map(({ product, quantity }, position) => miniRow(`" data-url="${origin}/jsonapi/basket?related=product&amp;relatedid=${position}`, product.name, quantity, euros(product.price))).join('')}${miniRow(' prototype" style="display:none')}</div><div class="basket-footer"><div class="delivery row"><div class="col-7 name"> Versandkosten </div><div class="col-3 price"> ${euros(fee)} </div></div><div class="total row"><div class="col-7 name"> Gesamt </div><div class="col-3 price"> ${euros(sumOf(lines) + fee)} </div></div></div></div><div class="to-basket"><a class="btn btn-primary" href="${at('/basket')}"> Warenkorb </a></div></div></div>`;
    const page = (c: Context, name: string, title: string, body: string, stage = '') =>
      c.html(
        `<!DOCTYPE html><html class="no-js" lang="de" dir="ltr"><head><meta charset="utf-8"><meta name="csrf-token" content="uKx0"><title>${title} | Aimeos</title>${tag}<style>.articleitem{display:none}.price-actual,.stock-actual{display:block}.delete,.btn-action{min-width:20px;min-height:20px;display:inline-block}</style></head><body class="page-${name}"><nav class="navbar navbar-expand-md navbar-top"><a class="navbar-brand" href="/" title="Zur Startseite"><img src="data:," height="40" alt="Zur Startseite"></a><ul class="navbar-nav"><li class="nav-item"><a class="nav-link" href="${at('/kueche~3')}">Küche</a></li></ul><div class="catalog-filter-search"><form method="GET" action="${at('/search')}"><div class="input-group"><input class="form-control value" type="text" name="f_search" title="Suche" placeholder="Suche" autocomplete="off"><button class="btn btn-primary" type="submit" title="Suche"></button></div></form></div><ul class="navbar-nav"><li class="nav-item login"><a class="nav-link" href="${origin}/login" title="Login"><span class="name">Login</span></a></li></ul>${mini(sessionOf(c))}</nav><div class="content">${stage}<main>${body}</main></div><footer><div class="container-fluid"><div class="footer-block"><h2 class="pb-3">RECHTLICHES</h2><p><a href="${origin}/p/terms">AGB</a></p></div></div></footer><script>${client}</script></body></html>`,
      );

    const price = (product: Product) =>
      [
        [1, product.price],
        [12, product.price - 300],
      ]
        .slice(0, product === mill ? 2 : 1)
        .map(
          ([quantity, value]) =>
            `<div class="price-item default" itemscope itemprop="priceSpecification" itemtype="http://schema.org/UnitPriceSpecification"><meta itemprop="valueAddedTaxIncluded" content="true"><meta itemprop="priceCurrency" content="EUR"><meta itemprop="price" content="${(value! / 100).toFixed(2)}"><span class="quantity" itemscope itemtype="http://schema.org/QuantitativeValue"${quantity === 1 ? ' style="display:none"' : ''}><meta itemprop="minValue" content="${quantity}"> ab ${quantity} </span><span class="value"> ${euros(value!)} </span>${product === board ? `<span class="rebate"> ${euros(REBATE)} Rabatt </span><span class="rebatepercent"> -17% </span>` : ''}<span class="taxrate"> Inkl. 19,00% MwSt. </span></div>`,
        )
        .join('');
    const form = (product: Product, inside = '', label = 'In den Warenkorb') =>
      `<form class="basket" method="POST" action="${at('/basket')}">${csrf}${inside}<div class="stock-list"><div class="articleitem stock-actual" data-prodid="${product.id}"><div class="stockitem ${product.soldOut ? 'stock-out' : 'stock-high'}">${product.soldOut ? 'Produkt ist zur Zeit ausverkauft' : 'Produkt ist auf Lager'}</div></div></div><div class="addbasket"><input type="hidden" value="add" name="b_action"><input type="hidden" name="b_prod[0][prodid]" value="${product === knifeS ? '20' : product.id}"><div class="input-group"><input type="number" class="form-control input-lg" name="b_prod[0][quantity]" step="1" min="1" max="2147483647" value="1" required="required" title="Anzahl" ${product.soldOut ? 'disabled' : ''}><button class="btn btn-primary btn-lg btn-action" type="submit" value="" title="In den Warenkorb" ${product.soldOut || product === knifeS ? 'disabled' : ''}>${label}</button></div></div></form>`;
    const card = (product: Product) =>
      `<div class="product" data-prodid="${product === knifeS ? '20' : product.id}" data-reqstock="1" itemprop="" itemscope itemtype="http://schema.org/Product"><div class="list-column"><a class="media-list" href="${pageOf(product)}" title="${product.name}"><div class="media-item"><img class="lazy-image" src="data:," alt="${product.name}"></div></a></div><div class="list-column"><a href="${pageOf(product)}"><div class="text-list"><h2 class="name" itemprop="name">${product.name}</h2><div class="text-item" itemprop="description">Aus guter Werkstatt.</div></div></a><div class="offer" itemscope itemprop="offers" itemtype="http://schema.org/Offer"><div class="price-list"><div class="articleitem price price-actual" data-prodid="${product.id}">${price(product)}</div></div>${product === knifeS ? '' : form(product, '', '')}</div></div></div>`;
    const list = (found: Product[], heading: string) =>
      `<section class="aimeos catalog-list"><div class="container-xxl"><h1>${heading}</h1><div class="catalog-list-type"><a class="type-item type-grid" title="Kachelansicht" href="?l_type=grid"></a><a class="type-item type-list" title="Listenansicht" href="?l_type=list">Liste</a></div><nav class="pagination"><div class="sort"><span>Sortierung:</span><ul><li><a class="option-price" href="?f_sort=price">▼ Preis</a></li></ul></div></nav><div class="catalog-list-items product-list">${found.map(card).join('')}</div></div></section>`;
    app.get('/', (c) =>
      page(
        c,
        'home',
        'Start',
        `<div class="aimeos catalog-home"><h2>Neu in der Küche</h2><a href="${at('/kueche~3')}">Ansehen</a></div>`,
      ),
    );
    app.get('/shop/kueche~3', (c) => page(c, 'catalog-tree', 'Küche', list(shown, 'Küche')));
    app.get('/shop/search', (c) =>
      page(
        c,
        'catalog-list',
        'Suche',
        `<section class="aimeos catalog-list"><div class="catalog-list-search">Ihre Suche nach <span class="searchstring">"${c.req.query('f_search')}"</span> ergab leider keine Treffer. Bitte versuchen Sie es erneut mit einem anderen Suchbegriff.</div></section>`,
      ),
    );
    for (const product of shown)
      app.get(`/shop/${product.slug}`, (c) => {
        const many = product === knifeS;
        const deps = Object.fromEntries(widths.map(([one, , id]) => [id, [one.id]]));
        const selection = `<div class="catalog-detail-basket-selection"><ul class="selection" data-proddeps="{}" data-attrdeps='${inline(deps)}'><li class="select-item width select"><label class="select-name">Länge</label><div class="select-value"><select id="select-20-width" class="form-control select-list" name="b_prod[0][attrvarid][width]" data-index="0" data-type="width"><option class="select-option" value="">Bitte wählen</option>${widths.map(([, label, id]) => `<option class="select-option" value="${id}">${label}</option>`).join('')}</select></div></li></ul></div>`;
        return page(
          c,
          'catalog-detail',
          product.name,
          `<div class="aimeos catalog-detail" itemscope itemtype="http://schema.org/Product" data-jsonurl="${origin}/jsonapi"><div class="container-xxl"><article class="product row" data-id="${many ? '20' : product.id}" data-reqstock="1"><div class="col-sm-6"><div class="catalog-detail-image"><img src="data:," alt="${product.name}" itemprop="contentUrl"></div></div><div class="col-sm-6"><div class="catalog-detail-basic"><p class="supplier"><a href="${origin}/brand/Werk/4"> Werk </a></p><h1 class="name" itemprop="name">${product.name}</h1><p class="code"><span class="name">Art.-Nr.: </span><span class="value" itemprop="sku">${many ? 'KM' : product.sku}</span></p><div class="short" itemprop="description">Aus guter Werkstatt.</div></div><div class="catalog-detail-basket" itemscope itemprop="offers" itemtype="http://schema.org/Offer"><div class="price-list"><div class="articleitem price price-actual" data-prodid="${many ? '20' : product.id}">${price(product)}</div>${many ? widths.map(([one]) => `<div class="articleitem price" data-prodid="${one.id}">${price(one)}</div>`).join('') : ''}</div>${form(product, many ? selection : '')}</div><div class="catalog-detail-actions"><div class="catalog-actions"><form class="actions-favorite" method="POST" action="${origin}/profile/favorite/add/${product.id}">${csrf}<button class="actions-button" title="Als Favorit speichern">♥</button></form></div></div></div></article></div></div>`,
          `<div class="aimeos catalog-stage"><div class="catalog-stage-breadcrumb"><nav class="breadcrumb"><ol><li><a href="${at('/kueche~3')}">Küche</a></li><li>${product.name}</li></ol></nav></div></div>`,
        );
      });

    const sum = (name: string, label: string, amount: number, action: string) =>
      `<div class="${name} row g-0"><div class="col-8 col-md-6 offset-4 offset-md-6"><div class="row g-0"><div class="col-8">${label}</div><div class="price col-3">${euros(amount)}</div>${action}</div></div></div>`;
    const details = ({ lines, fee }: Session, modify: boolean) => {
      const action = modify ? '<div class="action col-1"></div>' : '';
      const link = (params: string, name: string, text: string) =>
        `<a class="minibutton ${name}" href="${at(`/basket?${params}`)}">${text}</a>`;
      const total = sumOf(lines) + (fee ?? 0);
      const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
      return `<div><div class="row g-0 headline"><div class="col-8 col-md-6 offset-4 offset-md-6"><div class="row g-0"><div class="col-4 quantity">Anzahl</div><div class="col-4 unitprice">Preis</div><div class="col-3 price">Summe</div>${action}</div></div></div>${lines
        .map(
          ({ product, quantity }, position) =>
            `<div class="row g-0 product-item "><div class="col-4 col-md-6"><div class="row g-0"><div class="status col-1"></div><div class="image col-11 col-lg-3"><img class="detail" src="data:,"></div><div class="details col-12 col-lg-8"><a class="product-name" href="${pageOf(product)}">${product.name}</a><p class="code"><span class="name">Art.-Nr.</span> <span class="value">${product.sku}</span></p>${product.others ? `<ul class="attr-list attr-type-variant"><li class="attr-item attr-code-width"><span class="name">Länge</span> <span class="value"> ${widths.find(([one]) => one === product)?.[1]} </span></li></ul>` : ''}</div></div></div><div class="col-8 col-md-6"><div class="row g-0"><div class="quantity col-4 quantity col-4">${
              modify
                ? `${quantity > 1 ? link(`b_action=edit&b_position=${position}&b_quantity=${quantity - 1}`, 'change down', '−') : '&nbsp;'} <input class="value" type="number" required="required" name="b_prod[${position}][quantity]" value="${quantity}" step="1" min="1" max="2147483647"><input type="hidden" name="b_prod[${position}][position]" value="${position}"> ${link(`b_action=edit&b_position=${position}&b_quantity=${quantity + 1}`, 'change up', '+')}`
                : ` ${quantity} `
            }</div><div class="unitprice col-4">${euros(product.price)}</div><div class="price col-3">${euros(product.price * quantity)}</div>${modify ? `<div class="action col-1">${link(`b_action=delete&b_position=${position}`, 'delete', '')}</div>` : ''}</div></div></div>`,
        )
        .join(
          '',
        )}${fee ? sum('subtotal', 'Zwischensumme', sumOf(lines), action) + sum('delivery', 'Versandkosten', fee, action) : ''}<div class="total row g-0"><div class="col-8 col-md-6 offset-4 offset-md-6"><div class="row g-0 price-total"><div class="quantity col-4">${count} Artikel</div><div class="col-4 total-text">Gesamt</div><div class="price col-3">${euros(total)}</div>${action}</div></div></div>${sum('tax', 'Inkl. 19,00% USt.', Math.round((total * 19) / 119), action)}</div>`;
    };
    const basket = (c: Context, error = '') => {
      const session = sessionOf(c);
      return page(
        c,
        'basket',
        'Warenkorb',
        `${error && `<div class="aimeos"><ul class="error-list"><li class="error-item">${error}</li></ul></div>`}<section class="aimeos basket-standard" data-jsonurl="${origin}/jsonapi"><div class="container-xxl"><h1>Warenkorb</h1><form method="POST" action="${at('/basket')}">${csrf}<div class="common-summary-detail"><div class="header"><h2>Details</h2></div><div class="basket">${details(session, true)}</div></div><div class="basket-standard-coupon"><div class="header"><h2>Gutscheincodes</h2></div><div class="content"><div class="input-group coupon-new"><input class="form-control coupon-code" name="b_coupon" type="text" maxlength="255"><button class="btn btn-primary" type="submit">Los</button></div></div></div><div class="button-group"><a class="btn btn-default btn-lg btn-back" href="${at('/kueche~3')}"> Zurück </a><button class="btn btn-default btn-lg btn-update" type="submit"> Aktualisieren </button>${session.lines.length ? `<a class="btn btn-primary btn-lg btn-action" href="${at('/checkout')}"> Zur Kasse </a>` : ''}</div></form></div></section>`,
      );
    };
    app.get('/shop/basket', (c) => {
      const session = sessionOf(c);
      const { b_action, b_position, b_quantity } = c.req.query();
      const line = session.lines[Number(b_position)];
      if (b_action === 'delete') session.lines = session.lines.filter((one) => one !== line);
      if (b_action === 'edit' && line) line.quantity = Number(b_quantity);
      return basket(c);
    });
    app.post('/shop/basket', async (c) => {
      const asked = await c.req.parseBody();
      const session = sessionOf(c);
      if (asked.b_coupon) return basket(c, 'Der Gutscheincode ist ungültig');
      if (asked.b_action === 'add') {
        const [chosen] = widths.find(([, , id]) => id === asked['b_prod[0][attrvarid][width]']) ?? [];
        const product = chosen ?? products.find(({ id }) => id === asked['b_prod[0][prodid]'])!;
        const wanted = Number(asked['b_prod[0][quantity]']);
        const has = session.lines.find((line) => line.product === product)?.quantity ?? 0;
        if (has + wanted > STOCK) return basket(c, `Es sind nicht genügend Produkte "${product.name}" auf Lager`);
        add(session.lines, product, wanted);
      } else
        session.lines.forEach((line, position) => {
          line.quantity = Number(asked[`b_prod[${position}][quantity]`] ?? line.quantity);
        });
      return basket(c);
    });
    const told = ({ lines, fee = 0 }: Session) => ({
      meta: { total: 1, csrf: { name: '_token', value: 'uKx0' } },
      data: {
        id: 'default',
        type: 'basket',
        attributes: {
          'order.base.languageid': 'de',
          'order.base.currencyid': 'EUR',
          'order.base.price': (sumOf(lines) / 100).toFixed(2),
          'order.base.costs': (fee / 100).toFixed(2),
        },
      },
      included: lines.map(({ product, quantity }, position) => ({
        id: position,
        type: 'basket/product',
        links: { self: { href: `${origin}/jsonapi/basket?related=product&relatedid=${position}` } },
        attributes: {
          'order.base.product.id': null,
          'order.base.product.productid': product.others?.[0] ?? product.id,
          'order.base.product.prodcode': product.sku,
          'order.base.product.name': product.name,
          'order.base.product.quantity': quantity,
          'order.base.product.currencyid': 'EUR',
          'order.base.product.price': (product.price / 100).toFixed(2),
          'order.base.product.costs': '0.00',
          'order.base.product.taxrate': '19.00',
          'order.base.product.flags': 0,
        },
      })),
    });
    app.options('/jsonapi', (c) => c.json({ meta: { resources: { basket: `${origin}/jsonapi/basket?id=default` } } }));
    app.get('/jsonapi/basket', (c) => c.json(told(sessionOf(c))));
    app.delete('/jsonapi/basket', (c) => {
      const session = sessionOf(c);
      session.lines = session.lines.filter((_, position) => position !== Number(c.req.query('relatedid')));
      return c.json(told(session));
    });

    const STEPS: Record<string, string> = {
      address: 'Adresse',
      delivery: 'Versand',
      payment: 'Zahlung',
      summary: 'Übersicht',
    };
    const names = Object.keys(STEPS);
    const checkout = (c: Context, name: string, next: string, body: string, error = '') => {
      const active = names.indexOf(name);
      const steps = names.map((one, index) =>
        index < active
          ? `<li class="step active ${one}"><a href="${at(`/checkout/${one}`)}">${STEPS[one]}</a></li>`
          : `<li class="step ${one === name ? 'current' : ''} ${one}">${STEPS[one]}</li>`,
      );
      return page(
        c,
        'checkout-index',
        'Kasse',
        `${error && `<div class="aimeos"><ul class="error-list"><li class="error-item">${error}</li></ul></div>`}<div class="section aimeos checkout-standard" data-jsonurl="${origin}/jsonapi"><nav class="container-xxl"><ol class="steps"><li class="step active basket"><a href="${at('/basket')}">Warenkorb</a></li>${steps.join('')}</ol></nav><form class="container-xxl" method="POST" action="${at(next)}" novalidate>${csrf}${body}</form></div>`,
      );
    };
    const buttons = (text = 'Weiter') =>
      `<div class="button-group"><a class="btn btn-default btn-lg btn-back" href="${at('/basket')}"> Zurück </a><button class="btn btn-primary btn-lg btn-action"> ${text} </button></div>`;
    const field = (name: string, label: string, complete: string, type = 'text') =>
      `<div class="row form-item form-group ${name} mandatory"><div class="col-md-5"><label for="address-billing-${name}-">${label}</label></div><div class="col-md-7"><input class="form-control" type="${type}" autocomplete="${complete}" id="address-billing-${name}-" name="ca_billing[order.address.${name}]" placeholder="${label}"></div></div>`;
    const services = (step: string, heading: string, note: string, ones: [string, string, number][], checked: string) =>
      `<div class="section checkout-standard-${step}"><h1>${heading}</h1><p class="note">${note}</p>${ones.map(([id, name, fee]) => `<div id="c_${step}-${id}" class="item item-service row"><div class="col-sm-6"><label class="description" for="c_${step}option-${id}"><input class="option" type="radio" id="c_${step}option-${id}" name="c_${step}option" value="${id}" ${id === checked ? 'checked="checked"' : ''}><span class="price-value">${euros(fee)}</span><h2>${name}</h2></label></div></div>`).join('')}${buttons()}</div>`;
    const views: Record<string, (c: Context, error?: string) => Response | Promise<Response>> = {
      address: (c, error) =>
        checkout(
          c,
          'address',
          '/checkout/delivery',
          `<div class="section checkout-standard-address"><h1>Adresse</h1><p class="note">Felder mit einem * müssen ausgefüllt werden</p><div class="form-horizontal row"><div class="checkout-standard-address-billing col-xl"><h3>Rechnungsadresse</h3><div class="item-address item-new"><div class="header"><input id="ca_billingoption-new" type="radio" value="null" name="ca_billingoption" checked="checked"><label for="ca_billingoption-new" class="values value-new"> Neue Adresse </label></div><div class="form-list">${field('firstname', 'Vorname', 'given-name')}${field('lastname', 'Nachname', 'family-name')}${field('address1', 'Straße', 'address-line1')}${field('postal', 'PLZ', 'postal-code')}${field('city', 'Ort', 'address-level2')}${field('email', 'E-Mail', 'email', 'email')}</div></div></div><div class="checkout-standard-address-delivery col-xl"><h3>Lieferadresse</h3><div class="item-address item-like"><div class="header"><input id="ca_deliveryoption-like" type="radio" value="like" name="ca_deliveryoption" checked="checked"><label for="ca_deliveryoption-like" class="values value-like"> wie Rechnungsadresse </label></div></div></div></div>${buttons()}</div>`,
          error,
        ),
      delivery: (c) =>
        checkout(
          c,
          'delivery',
          '/checkout/payment',
          services(
            'delivery',
            'Versand',
            'Bitte wählen sie die gewünschte Liefermethode',
            [
              ['1', 'Paketdienst', FEE],
              ['2', 'Abholung', 0],
            ],
            '1',
          ),
        ),
      payment: (c) =>
        checkout(
          c,
          'payment',
          '/checkout/summary',
          services(
            'payment',
            'Zahlung',
            'Bitte wählen Sie die gewünschte Zahlungsart',
            [
              ['3', 'Rechnung', 0],
              ['4', 'Vorkasse', 0],
            ],
            '3',
          ),
        ),
      summary: (c, error) => {
        const block = (name: string, title: string, text: string) =>
          `<div class="item ${name} col-sm-6"><div class="header"><a class="modify" href="${at('/checkout/address')}"> Ändern </a><h3>${title}</h3></div><div class="content">${text}</div></div>`;
        return checkout(
          c,
          'summary',
          '/checkout/process',
          `<div class="section checkout-standard-summary common-summary"><input type="hidden" name="cs_order" value="1"><h1>Übersicht</h1><p class="note">Bitte überprüfen Sie Ihre Bestellung</p><div class="common-summary-address row">${block('payment', 'Rechnungsadresse', 'Frau Anna Lehm<br>Gasse 3<br>20095 Hamburg')}${block('delivery', 'Lieferadresse', 'wie Rechnungsadresse')}</div><div class="common-summary-service row">${block('delivery', 'Versand', '<h4>Paketdienst</h4>')}${block('payment', 'Zahlung', '<h4>Vorkasse</h4>')}</div><div class="checkout-standard-summary-option row"><div class="checkout-standard-summary-option-account col-sm-12"><h3>Benutzerkonto</h3><div class="single"><input id="option-account" type="checkbox" value="1" name="cs_option_account"><p><label for="option-account"> Benutzerkonto für mich anlegen </label></p></div></div><div class="checkout-standard-summary-option-terms col-sm-12"><h3>AGB</h3><div class="single"><input type="hidden" name="cs_option_terms" value="1"><input id="option-terms-accept" type="checkbox" value="1" name="cs_option_terms_value"><p><label for="option-terms-accept"> Ich akzeptiere die <a href="${origin}/p/terms" target="_blank">AGB</a> </label></p></div></div></div><div class="common-summary-detail row"><div class="header"><a class="modify" href="${at('/basket')}"> Ändern </a><h2>Details</h2></div><div class="basket table-responsive">${details(sessionOf(c), false)}</div></div>${buttons('Jetzt kaufen')}</div>`,
          error,
        );
      },
    };
    app.get('/shop/checkout', (c) => views.address!(c));
    app.get('/shop/checkout/:step', (c) => views[c.req.param('step')]!(c));
    let sold: Session | undefined;
    // The step that is next shows itself, or, where something is amiss, the one that was sent.
    app.post('/shop/checkout/:step', async (c) => {
      const asked = await c.req.parseBody();
      const session = sessionOf(c);
      const next = c.req.param('step');
      if (next === 'delivery' && !asked['ca_billing[order.address.postal]'])
        return views.address!(c, 'Mindestens ein Teil der Rechnungsadresse fehlt oder ist ungültig');
      if (next === 'payment') session.fee = asked.c_deliveryoption === '1' ? FEE : 0;
      if (next !== 'process') return views[next]!(c);
      if (!asked.cs_option_terms_value) return views.summary!(c, 'Bitte akzeptieren Sie die AGB');
      sold = { ...session };
      return checkout(
        c,
        'process',
        '/confirm/prepay',
        '<div class="checkout-standard-process"><h2>Zahlung</h2><p class="order-notice"> Sie werden jetzt zu unserem Zahlungsanbieter weiter geleitet </p><input type="hidden" name="cp_payment" value="1"><div class="button-group"><button type="submit" class="btn btn-primary btn-lg btn-action"> Weiter </button></div></div>',
      );
    });
    const confirm = (c: Context) => {
      sessionOf(c).lines = [];
      delete sessionOf(c).fee;
      return page(
        c,
        'checkout-confirm',
        'Bestätigung',
        `<div class="section aimeos checkout-confirm" data-jsonurl="${origin}/jsonapi"><div class="container-xxl"><h1>Bestätigung</h1><div class="checkout-confirm-intro"><p class="note">Die Zahlung für Ihre Bestellung ist noch nicht bestätigt.<br>Sie bekommen eine E-Mail sobald die Zahlung autorisiert wurde.</p></div><div class="checkout-confirm-basic"><h2>Bestellstatus</h2><ul class="attr-list"><li class="form-item"><span class="name"> Bestellnummer </span> <span class="value"> ${ID} </span></li><li class="form-item"><span class="name"> Zahlungsstatus </span> <span class="value"> ausstehend </span></li></ul></div><div class="checkout-confirm-retry"></div><div class="checkout-confirm-detail common-summary"><h2 class="header">Bestelldetails</h2><div class="common-summary-service row"><div class="item delivery col-sm-6"><div class="header"><h3>Versand</h3></div><div class="content"><h4>Paketdienst</h4></div></div><div class="item payment col-sm-6"><div class="header"><h3>Zahlung</h3></div><div class="content"><h4>Vorkasse</h4></div></div></div><div class="common-summary-detail row"><div class="header col-sm-12"><h2>Details</h2></div><div class="basket col-sm-12">${details(sold!, false)}</div></div></div></div></div>`,
      );
    };
    app.post('/shop/confirm/prepay', confirm);
    app.get('/shop/confirm/prepay', confirm);
    app.get('/login', (c) =>
      page(
        c,
        'login',
        'Login',
        `<div class="card"><div class="card-header">Login</div><form method="POST" action="${origin}/login" novalidate>${csrf}<input id="email" type="email" class="form-control" name="email"><input id="password" type="password" class="form-control" name="password"><button type="submit" class="btn btn-primary"> Login </button></form></div>`,
      ),
    );
    app.post('/login', (c) => c.redirect('/login'));

    const named = (name: string, ...lines: [Product, number][]) => byName(pieces(name, 'EUR', ...lines));
    const go = (path: string) => (tab: Page) => tab.goto(`${origin}${path}`);
    const close = (tab: Page) => tab.click('.aimeos-container .btn-close');
    const BUTTON = '.catalog-detail .btn-action';
    const inBasket: [Product, number][] = [
      [board, 1],
      [knifeL, 1],
      [mill, 3],
    ];
    const bought: [Product, number][] = [
      [board, 1],
      [knifeL, 1],
    ];
    const total = board.price + knifeL.price + FEE;
    const next = press('.checkout-standard .btn-action');
    return {
      apps: { shop: app },
      walk: [
        step('arrives', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.de/' }), { name: 'landing' }),
        step('searches in vain', fill({ '[name=f_search]': 'Laterne' }, press('.catalog-filter-search button'))),
        step('opens the category', press('.navbar-nav a >> nth=0'), { name: 'view_item_list' }),
        step('looks at it as a list', press('.type-list'), optional('view_item_list')),
        step('sorts it', press('.option-price'), optional('view_item_list')),
        step(
          'adds the board from there',
          async (tab) => {
            await until('.product:has-text("Schneidbrett") .btn-action', '.aimeos-container .product-item')(tab);
            await says(tab, '.basket-mini-main .quantity', '1');
          },
          pieces('add_to_cart', 'EUR', [board, 1]),
          optional('view_cart'),
        ),
        step(
          'shuts the basket, and opens the pot, sold out',
          async (tab) => {
            await close(tab);
            await press('.product h2:has-text("Bräter")')(tab);
          },
          pieces('view_item', 'EUR', [pot, 1]),
        ),
        step('opens the knife', go('/shop/Kochmesser'), pieces('view_item', 'EUR', [knifeS, 1])),
        step(
          'adds the long one',
          async (tab) => {
            await tab.selectOption('.select-list', '102');
            await until(BUTTON, '.aimeos-container .product-item')(tab);
            await says(tab, '.basket-mini-main .quantity', '2');
          },
          pieces('add_to_cart', 'EUR', [knifeL, 1]),
          optional('view_cart'),
          optional('view_item'),
        ),
        step('opens the mill', go('/shop/Pfeffermuehle'), pieces('view_item', 'EUR', [mill, 1])),
        step(
          'wants more than there are',
          fill({ '.catalog-detail [type=number]': '20' }, until(BUTTON, '.aimeos-container .error-list')),
          optional('view_cart'),
        ),
        step(
          'adds two',
          async (tab) => {
            await close(tab);
            await fill({ '.catalog-detail [type=number]': '2' }, until(BUTTON, '.aimeos-container .product-item'))(tab);
            await says(tab, '.basket-mini-main .quantity', '4');
          },
          pieces('add_to_cart', 'EUR', [mill, 2]),
          optional('view_cart'),
        ),
        step(
          'takes one more there',
          async (tab) => {
            await tab.click('.aimeos-container .product-item:has-text("Pfeffer") .up');
            await says(tab, '.basket-mini-main .quantity', '5');
          },
          { ...named('add_to_cart', [mill, 1]), optional: true },
        ),
        step('opens the basket', go('/shop/basket'), named('view_cart', ...inBasket)),
        step('tries a code', async (tab) => {
          await fill({ '[name=b_coupon]': 'HERBST' }, (tab) => tab.click('.coupon-new button'))(tab);
          await tab.waitForSelector('.basket-standard .error-list');
        }),
        step(
          'removes the mills',
          press('.product-item:has-text("Pfeffer") >> .minibutton.delete'),
          named('remove_from_cart', [mill, 3]),
          optional('view_cart'),
        ),
        step('fails to log in', async (tab) => {
          await press('.login a')(tab);
          await fill({ '#email': 'anna@beispiel.de', '#password': 'nein' }, press('main button'))(tab);
        }),
        step(
          'adds another mill',
          async (tab) => {
            await go('/shop/Pfeffermuehle')(tab);
            await until(BUTTON, '.aimeos-container .product-item')(tab);
            await says(tab, '.basket-mini-main .quantity', '3');
          },
          optional('view_item'),
          pieces('add_to_cart', 'EUR', [mill, 1]),
          optional('view_cart'),
        ),
        step(
          'removes it in the small basket',
          async (tab) => {
            await go('/shop/kueche~3')(tab);
            await tab.click('.basket-mini .menu');
            await tab.click('.basket-mini-product .product-item:has-text("Pfeffer") .delete');
            await says(tab, '.basket-mini-main .quantity', '2');
          },
          pieces('remove_from_cart', 'EUR', [mill, 1]),
          optional('view_cart'),
          optional('view_item_list'),
        ),
        step('opens the basket once more', press('.to-basket a'), named('view_cart', ...bought)),
        step('goes to the checkout', press('.basket-standard .btn-action'), named('begin_checkout', ...bought)),
        step('forgets the address', next),
        step('enters it', async (tab) => {
          const told = { firstname: 'Anna', lastname: 'Lehm', address1: 'Gasse 3', postal: '20095', city: 'Hamburg' };
          for (const [name, text] of Object.entries({ ...told, email: 'anna@beispiel.de' }))
            await tab.fill(`#address-billing-${name}-`, text);
          await next(tab);
        }),
        step('chooses how it is sent', next, named('add_shipping_info', ...bought)),
        step(
          'pays in advance',
          async (tab) => {
            await tab.check('#c_paymentoption-4');
            await next(tab);
          },
          named('add_payment_info', ...bought),
        ),
        step('accepts no terms', next),
        step(
          'orders',
          async (tab) => {
            await tab.check('#option-terms-accept');
            await tab.click('.checkout-standard .btn-action');
            await tab.waitForSelector('.checkout-confirm');
          },
          byName(order('EUR', { id: ID, total, shipping: FEE }, ...bought)),
        ),
        step('opens that page once more', go('/shop/confirm/prepay')),
        step('goes home', press('.navbar-brand')),
        step('opens the empty basket', go('/shop/basket'), optional('view_cart')),
      ],
    };
  },
};

export default platform;
