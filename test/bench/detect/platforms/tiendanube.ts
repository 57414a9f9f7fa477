import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import {
  AJAX,
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

const SHIPPING = 489_000;
const MATE_STOCK = 3;
const ORDER = '1023';
const KEY = '1883736273/cf70b8a50dc9640327892d31728cad7b9aa4babd';

/** A product goes by its own number, its variant's, or its stock number. */
const mate: Product = {
  ...good('10410', 'MATE-01', 'Mate imperial de calabaza', 'mate-imperial', 2_450_000),
  others: ['99101'],
};
const bombilla: Product = {
  ...good('10411', 'BOM-02', 'Bombilla de alpaca', 'bombilla-alpaca', 899_000),
  others: ['99111'],
};
const poncho: Product = { ...good('10412', 'PON-M', 'Poncho de llama', 'poncho-llama', 8_990_000), others: ['99122'] };
const termo: Product = {
  ...good('10413', 'TER-04', 'Termo de acero 1 L', 'termo-acero', 5_600_000, true),
  others: ['99131'],
};
const table: Product = { ...good('10414', 'MES-05', 'Mesa de algarrobo', 'mesa-algarrobo', 0), others: ['99141'] };
const products: Product[] = [mate, bombilla, poncho, termo, table];
const SIZES = { S: '99121', M: '99122', L: '99123' };

const pesos = (amount: number) => `$${(amount / 100).toLocaleString('es-AR', { minimumFractionDigits: 2 })}`;

/** The theme's script and the platform's own: adds in place, a cart that changes line by line, a calculator of postage. */
const client = `${AJAX}
const $ = (selector, from) => (from || document).querySelector(selector);
const all = (selector, from) => [...(from || document).querySelectorAll(selector)];
const shown = (selector, isShown) => { for (const one of all(selector)) one.style.display = isShown ? '' : 'none'; };
const totals = (data) => {
  let count = 0;
  for (const one of data.cart.products) {
    count += Number(one.quantity);
    for (const box of all('.js-cart-item-subtotal[data-line-item-id="' + one.id + '"]')) box.textContent = one.subtotal_short;
  }
  for (const box of all('.js-cart-subtotal,.js-ajax-cart-total')) { box.textContent = data.cart.subtotal_short; box.dataset.priceraw = data.cart.subtotal * 100; }
  for (const box of all('.js-cart-total')) box.textContent = data.cart.total_short;
  for (const box of all('.js-cart-widget-amount')) box.textContent = count;
  shown('.js-visible-on-cart-filled', count); shown('.js-empty-ajax-cart', !count);
};
const open = (id) => { $(id).style.display = 'block'; $('.js-modal-overlay').style.display = 'block'; };
const close = () => { shown('.js-modal,.js-modal-overlay', false); };
window.LS = Object.assign(window.LS || {}, {
  plusQuantity: (id) => LS.changeQuantity(id, Number($('[name="quantity[' + id + ']"]').value) + 1),
  minusQuantity: (id) => { const now = Number($('[name="quantity[' + id + ']"]').value); if (now > 1) LS.changeQuantity(id, now - 1); },
  changeQuantity: (id, amount) => {
    shown('#error-ajax-stock', false);
    ajax('POST', '/cart/update/', 'quantity%5B' + id + '%5D=' + amount, (data) => {
      const input = $('[name="quantity[' + id + ']"]');
      if (data.success) { input.value = amount; totals(data); return; }
      $('.js-cart-item[data-item-id="' + id + '"]').after($('#error-ajax-stock'));
      shown('#error-ajax-stock', true);
      input.value = data.errors[0].stock;
      ajax('POST', '/cart/update/', 'quantity%5B' + id + '%5D=' + data.errors[0].stock, totals);
    });
  },
  removeItem: (id) => ajax('POST', '/cart/update/', 'quantity%5B' + id + '%5D=0', (data) => { $('.js-cart-item[data-item-id="' + id + '"]').remove(); totals(data); }),
});
const addTo = (form, box) => {
  const button = $('input.js-addtocart', form), held = $('.js-addtocart-placeholder', form);
  const name = ($('.js-product-name', box) || $('.js-item-name', box)).textContent, price = $('.js-price-display', box).textContent, quantity = $('.js-quantity-input', form).value;
  button.style.display = 'none'; held.style.display = 'block';
  const text = button.value; button.disabled = true; button.value = 'Agregando...';
  ajax('POST', form.getAttribute('action'), new URLSearchParams([...new FormData(form), ['add_to_cart_enhanced', '1']]).toString(), (data) => {
    button.disabled = false; button.value = text; held.style.display = 'none'; button.style.display = 'inline-block';
    if (!data.success) {
      button.insertAdjacentHTML('afterend', "<div class='alert alert-warning'>¡Uy! No tenemos más stock de este producto para agregarlo al carrito.</div>");
      return;
    }
    $('.js-ajax-cart-list').innerHTML = data.html_cart_items;
    totals(data);
    $('.js-cart-notification-item-name').textContent = name; $('.js-cart-notification-item-quantity').textContent = quantity; $('.js-cart-notification-item-price').textContent = price;
    shown('#quickshop-modal', false);
    const message = $('.js-added-to-cart-product-message', box); if (message) message.style.display = 'block';
    $('.js-toggle-cart').click();
  });
};
document.addEventListener('click', (event) => {
  const { target } = event;
  const adds = target.closest('.js-addtocart:not(.js-addtocart-placeholder)');
  if (adds) {
    if (!adds.classList.contains('contact')) { event.preventDefault(); addTo(adds.form, adds.closest('.js-product-container')); }
    return;
  }
  const quick = target.closest('.js-quickshop-modal-open');
  if (quick) {
    const item = quick.closest('.js-item-product'), modal = $('#quickshop-modal .js-item-product');
    modal.dataset.productId = item.dataset.productId;
    $('.js-item-name', modal).textContent = $('.js-item-name', item).textContent;
    $('.js-price-display', modal).textContent = $('.js-price-display', item).textContent;
    $('#quickshop-form').innerHTML = $('.js-item-variants', item).innerHTML;
  }
  const opens = target.closest('.js-modal-open');
  if (opens) { event.preventDefault(); open(opens.dataset.toggle); return; }
  if (target.closest('.js-modal-close,.js-modal-overlay')) { event.preventDefault(); close(); return; }
  if (target.closest('.js-notification-close')) { event.preventDefault(); target.closest('.js-notification').style.display = 'none'; document.cookie = 'cookies=1; path=/'; return; }
  const by = target.closest('.js-quantity-up') ? 1 : target.closest('.js-quantity-down') ? -1 : 0;
  if (by) { const input = $('.js-quantity-input', target.closest('.js-quantity')); input.value = Math.max(1, Number(input.value) + by); return; }
  const calculates = target.closest('.js-calculate-shipping');
  if (calculates) {
    const box = calculates.closest('.js-shipping-calculator-container');
    ajax('POST', '/envio/', new URLSearchParams({ zipcode: $('.js-shipping-input', box).value, variant_id: '99101', quantity: 1 }).toString(), (data) => { $('.js-shipping-calculator-response', box).innerHTML = data.html; });
  }
});
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.querySelector('.js-addtocart.contact')) { event.preventDefault(); location = '/contacto/?product=' + form.elements.add_to_cart.value; }
  if (form.action.endsWith('/winnie-pooh')) form.setAttribute('action', '');
});
document.addEventListener('change', ({ target }) => {
  if (target.matches('.js-sort-by')) location = '?sort_by=' + target.value;
  if (target.matches('.js-variation-option')) {
    const button = $('input.js-addtocart', target.form), has = target.value !== 'L';
    button.value = has ? 'Agregar al carrito' : 'Sin stock'; button.disabled = !has; button.classList.toggle('cart', has); button.classList.toggle('nostock', !has);
  }
});`;

/** The checkout's own script: saves what was filled in, then moves on. */
const checkoutClient = `
const $ = (selector) => document.querySelector(selector);
const send = (path, data) => fetch('/checkout/v3/' + path + '/${KEY}', { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: JSON.stringify(data) }).then((answer) => answer.json());
const fail = (text) => { $('.js-error').innerHTML = '<div class="alert alert-danger" role="alert">' + text + '</div>'; };
document.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target, data = Object.fromEntries(new FormData(form));
  if (form.matches('.coupon-form')) { const { success, message } = await send('coupon', data); if (!success) $('.coupon-error').textContent = message; return; }
  if (form.matches('.contact-form')) {
    if (!data['contact.email'].includes('@') || !data['shippingAddress.zipcode']) return fail('Revisá los datos ingresados.');
    if (!$('.shipping-options')) {
      const { options } = await send('shipping-options', { zipcode: data['shippingAddress.zipcode'] });
      $('.shipping').innerHTML = '<h2>Envío a domicilio</h2><div class="shipping-options">' + options.map((one) => '<label class="radio-group"><input type="radio" name="shipping.option" value="' + one.code + '" checked><span class="description">' + one.name + '</span><span class="price">' + one.price_short + '</span></label>').join('') + '</div>';
      return;
    }
    await send('shipping', { address: data, option: data['shipping.option'] });
    location = '/checkout/v3/next/${KEY}';
    return;
  }
  const { success, message, redirect_url } = await send('complete', { method: data['payment.method'], document: data['billingAddress.id_number'] });
  if (!success) return fail(message);
  location = redirect_url;
});
document.addEventListener('change', ({ target }) => { if (target.name === 'payment.method') $('.card-form').style.display = target.value === 'card' ? 'block' : 'none'; });`;

interface Session {
  lines: Line[];
  placed?: Line[];
  shipped?: boolean;
}

const platform: Platform = {
  name: 'Tiendanube',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const sessionOf = createCarts<Session>(() => ({ lines: [] }), 'store_session_payload');
    const lineId = ({ product }: Line) => 7000 + products.indexOf(product);
    const at = (product: Product) => `${origin}/productos/${product.slug}/`;
    const labelOf = (product: Product) => (product === poncho ? `${product.name} (M)` : product.name);

    const cartItem = (line: Line) => {
      const { product, quantity } = line;
      const id = lineId(line);
      return `<div class="js-cart-item cart-item js-cart-item-shippable form-row" data-item-id="${id}" data-store="cart-item-${product.id}" data-component="cart.line-item"><div class="col-2"><a href="${at(product)}"><img src="data:," class="img-fluid"></a></div><div class="col-10"><div class="w-100"><h6 class="font-weight-normal cart-item-name mb-0" data-component="line-item.name"><a href="${at(product)}" data-component="name.short-name">${product.name}</a> <small data-component="name.short-variant-name">${product === poncho ? '(M)' : ''}</small></h6><div class="cart-item-quantity" data-component="line-item.subtotal"><div class="form-group float-left form-quantity w-auto mb-2"><div class="row m-0"><span class="js-cart-quantity-btn cart-item-btn btn" onclick="LS.minusQuantity(${id}, true)" data-component="quantity.minus"><svg class="icon-inline"></svg></span><input type="number" class="js-cart-quantity-input cart-item-input form-control" name="quantity[${id}]" value="${quantity}" data-item-id="${id}" data-component="quantity.value"><span class="js-cart-input-spinner cart-item-spinner" style="display: none;"></span><span class="js-cart-quantity-btn cart-item-btn btn" onclick="LS.plusQuantity(${id}, true)" data-component="quantity.plus"><svg class="icon-inline"></svg></span></div></div></div><h6 class="js-cart-item-subtotal cart-item-subtotal" data-line-item-id="${id}" data-component="subtotal.value">${pesos(product.price * quantity)}</h6></div></div><div class="col-1 cart-item-delete text-right"><button type="button" class="btn h6 m-0" onclick="LS.removeItem(${id}, true)" data-component="line-item.remove"><svg class="icon-inline icon-lg svg-icon-text" width="16" height="16"></svg></button></div></div>`;
    };
    const drawer = ({ lines }: Session) => {
      const hide = lines.length ? '' : 'style="display:none"';
      const sum = sumOf(lines);
      return `<div id="modal-cart" class="js-modal modal modal-right transition-slide modal-docked-md" style="display: none;"><form action="/comprar/" method="post" class="js-ajax-cart-panel" data-store="cart-form"><div class="js-modal-close modal-header"><span class="modal-close">×</span>Carrito de Compras</div><div class="modal-body"><div class="js-ajax-cart-list cart-row">${lines.map(cartItem).join('')}</div><div class="js-empty-ajax-cart cart-row" ${lines.length ? 'style="display:none"' : ''}><div class="alert alert-info" data-component="cart.empty-message">El carrito de compras está vacío.</div></div><div id="error-ajax-stock" style="display: none;"><div class="alert alert-warning">¡Uy! No tenemos más stock de este producto para agregarlo al carrito. Si querés podés<a href="/productos/" class="btn-link ml-1">ver otros acá</a></div></div><div class="cart-row"><div class="subtotal-price hidden" data-priceraw="${sum}"></div><div id="store-curr" class="hidden">ARS</div><h5 class="js-visible-on-cart-filled row no-gutters mb-1" ${hide}><span class="col">Subtotal <small class="js-subtotal-shipping-wording"> (sin envío)</small> :</span> <strong class="js-ajax-cart-total js-cart-subtotal col text-right" data-priceraw="${sum}">${pesos(sum)}</strong></h5><div class="js-total-promotions"><span class="js-promo-title" style="display:none;">Promo</span></div><div class="js-visible-on-cart-filled js-shipping-calculator-container" ${hide}><div class="js-shipping-calculator-form"><input type="tel" class="js-shipping-input form-control" name="zipcode" placeholder="Tu código postal"><button type="button" class="js-calculate-shipping btn">Calcular</button></div><div class="js-shipping-calculator-response"></div></div><div class="js-cart-total-container js-visible-on-cart-filled mb-3" data-store="cart-total" ${hide}><h2 class="row no-gutters text-primary mb-0"><span class="col mr-1">Total:</span><span class="js-cart-total col text-right">${pesos(sum)}</span></h2></div><div class="js-visible-on-cart-filled container-fluid" ${hide}><div class="js-ajax-cart-submit row mb-3" id="ajax-cart-submit-div"><input class="btn btn-primary btn-block" type="submit" name="go_to_checkout" value="Iniciar Compra"></div><div class="text-center w-100"><a href="#" class="js-modal-close btn btn-link">Ver más productos</a></div></div></div></div></form></div>`;
    };
    const quickshop =
      '<div id="quickshop-modal" class="js-modal modal modal-quickshop text-center modal-bottom" style="display: none;"><div class="js-modal-close modal-header"><span class="modal-close">×</span></div><div class="modal-body"><div class="js-item-product" data-product-id=""><div class="js-product-container js-quickshop-container js-quickshop-modal" data-variants="" data-quickshop-id=""><div class="js-item-variants"><div class="js-item-name h1 mb-1"></div><div class="item-price-container mb-4"><span class="js-compare-price-display h4 price-compare"></span><span class="js-price-display h4"></span></div><img srcset="" class="js-quickshop-img hidden"><div id="quickshop-form"></div></div></div></div></div></div>';
    const newsletter = (answer = '') =>
      `<div class="js-newsletter newsletter section-footer"><h3>Novedades</h3><p>Enterate antes que nadie</p>${answer}<form method="post" action="/winnie-pooh" data-store="newsletter-form"><div class="input-append"><input type="email" name="email" id="email" class="form-control" placeholder="Email" aria-label="Email"><div class="winnie-pooh" style="display: none;"><label for="winnie-pooh-newsletter">No completar este campo</label><input id="winnie-pooh-newsletter" type="text" name="winnie-pooh"></div><input type="hidden" name="name" value="Sin nombre"><input type="hidden" name="message" value="Pedido de inscripción a newsletter"><input type="hidden" name="type" value="newsletter"><input type="submit" name="contact" class="btn newsletter-btn" value="Enviar"></div></form></div>`;
    const offer = (product: Product) => ({
      '@type': 'Offer',
      url: at(product),
      priceCurrency: 'ARS',
      price: String(product.price / 100),
      availability: `http://schema.org/${product.soldOut ? 'OutOfStock' : 'InStock'}`,
      inventoryLevel: { '@type': 'QuantitativeValue', value: product.soldOut ? '0' : '3' },
      seller: { '@type': 'Organization', name: 'Casa Pampa' },
    });
    const crumbs = (name?: string) => ({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'Inicio', item: origin },
        ...(name ? [{ '@type': 'ListItem', position: 2, name, item: `${origin}/x` }] : []),
      ],
    });

    interface Shown {
      template: string;
      title: string;
      body: string;
      product?: Product;
      answer?: string;
    }
    const page = (c: Context, { template, title, body, product, answer }: Shown) => {
      const session = sessionOf(c);
      const count = session.lines.reduce((sum, { quantity }) => sum + quantity, 0);
      const web = {
        '@context': 'https://schema.org/',
        '@type': 'WebPage',
        name: title,
        breadcrumb: crumbs(title),
        ...(product && {
          mainEntity: {
            '@type': 'Product',
            '@id': at(product),
            name: product.name,
            image: 'https://cdn.example/large.jpg',
            description: `Comprá ${product.name} online`,
            sku: product.sku,
            weight: { '@type': 'QuantitativeValue', unitCode: 'KGM', value: '0.500' },
            offers: offer(product),
          },
        }),
      };
      const cart = {
        id: 1883736273,
        subtotal: sumOf(session.lines),
        total: sumOf(session.lines),
        items: session.lines.map((line) => ({
          id: lineId(line),
          name: labelOf(line.product),
          unit_price: line.product.price,
          quantity: line.quantity,
          product_id: Number(line.product.id),
          variant_id: Number(line.product.others![0]),
        })),
      };
      const status = session.placed
        ? `<div class="js-notification js-notification-status-page notification notification-secondary" data-url="/checkout/v3/success/${KEY}"><a class="btn" href="/checkout/v3/success/${KEY}"><strong>Seguí acá</strong> tu última compra</a><a class="js-notification-close js-notification-status-page-close ml-3" href="#">×</a></div>`
        : '';
      return c.html(
        `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>${title}</title><meta property="og:site_name" content="Casa Pampa">${product ? `<meta property="og:url" content="${at(product)}"><meta property="og:title" content="${product.name}"><meta property="og:type" content="tiendanube:product"><meta property="tiendanube:price" content="${product.price / 100}"><meta property="tiendanube:stock" content="3">` : ''}<style>.hidden{display:none}.modal{position:fixed;top:0;right:0;z-index:9;background:#fff;width:420px;max-height:100%;overflow:auto}svg{width:16px;height:16px}.js-modal-overlay{position:fixed;inset:0}</style><script>window.LS=${inline({ store: { id: 1024, url: 'casapampa.example' }, cart, currency: { code: 'ARS', display_short: '$' }, template, ...(product && { product: { id: Number(product.id), name: product.name }, variants: [{ id: Number(product.others![0]), sku: product.sku, price_number: product.price / 100, price_short: pesos(product.price) }] }) })}</script>${tag}<script type="application/ld+json">${inline(web)}</script></head><body class="template-${template}"><div class="js-overlay site-overlay" style="display: none;"></div><header class="js-head-main head-main" data-store="head"><div class="section-advertising text-center">Envío gratis desde $150.000</div><div class="container"><div class="row"><div class="col"><a href="#" class="js-modal-open" data-toggle="#nav-hamburger">☰</a></div><div class="col text-center"><div class="logo-img-container"><a href="${origin}/">Casa Pampa</a></div></div><div class="col text-right"><div class="utilities-container"><div class="utilities-item"><a href="#" class="js-modal-open js-toggle-search utilities-link" data-toggle="#nav-search"><svg></svg>Buscar</a></div><div class="utilities-item"><a href="/account/login/">Iniciar sesión</a></div><div class="utilities-item"><div id="ajax-cart" class="cart-summary"><a href="#" class="js-modal-open js-toggle-cart" data-toggle="#modal-cart"><svg width="20" height="20"></svg><span class="js-cart-widget-amount cart-widget-amount">${count}</span></a></div></div></div></div></div></div>${status}<div class="js-alert-added-to-cart notification-floating notification-hidden" style="display: none;"><div class="notification notification-primary"><div class="h6 text-center"><strong>¡Ya agregamos tu producto al carrito!</strong></div><div class="js-cart-notification-item row"><span class="js-cart-notification-item-name"></span><span class="js-cart-notification-item-quantity"></span> x <span class="js-cart-notification-item-price"></span></div><strong>Total</strong> (<span class="js-cart-widget-amount">${count}</span> productos): <strong class="js-cart-total">${pesos(sumOf(session.lines))}</strong><a href="#" class="js-modal-open btn" data-toggle="#modal-cart">Ver carrito</a></div></div></header><div id="nav-hamburger" class="js-modal modal" style="display:none"><ul class="nav-list"><li><a href="/materos/">Materos</a></li></ul></div><div id="nav-search" class="js-modal modal" style="display: none;"><div class="js-modal-close modal-header">×</div><form class="js-search-container js-search-form" action="/search/" method="get"><div class="form-group m-0"><input class="js-search-input form-control search-input" autocomplete="off" type="search" name="q" placeholder="Buscar"><button type="submit" class="btn search-input-submit" value="">Buscar</button></div></form><div class="js-search-suggest search-suggest"></div></div>${drawer(session)}<ul class="nav-desktop"><li><a class="nav-list-link" href="/materos/">Materos</a></li><li><a class="nav-list-link" href="/contacto/">Contacto</a></li></ul>${body}<div class="js-modal-overlay modal-overlay" style="display: none;"></div>${quickshop}<a href="https://wa.me/549" class="btn-whatsapp">WhatsApp</a><footer class="display-when-content-ready"><div class="container">${newsletter(answer)}<ul class="list"><li><a href="/contacto/">Contacto</a></li><li><a href="/politica-de-cambios/">Cambios y devoluciones</a></li></ul><div>Copyright Casa Pampa - 2026. Todos los derechos reservados.</div></div></footer>${/cookies=1/.test(c.req.header('cookie') ?? '') ? '' : '<div class="js-notification js-notification-cookie-banner notification notification-fixed-bottom">Para mejorar tu experiencia de compra <strong>necesitamos usar cookies.</strong><a href="#" class="js-notification-close js-reject-cookies btn-link">No acepto</a><a href="#" class="js-notification-close js-accept-cookies btn btn-primary">OK</a></div>'}<script>${client}</script></body></html>`,
      );
    };
    const header = (title: string, product?: Product) =>
      `<section class="page-header"><div class="breadcrumbs"><a class="crumb" href="${origin}/">Inicio</a><span class="divider">&gt;</span><span class="crumb active">${title}</span></div><h1 ${product ? `class="js-product-name" data-store="product-name-${product.id}"` : ''}>${title}</h1></section>`;

    const variants =
      '<div class="js-product-variants form-row"><div class="js-product-variants-group col"><div class="form-group"><label class="form-label" for="variation_1">Talle</label><select id="variation_1" class="form-select js-variation-option js-refresh-installment-data" name="variation[0]"><option value="S">S</option><option value="M" selected="selected">M</option><option value="L">L</option></select></div></div></div>';
    const stateOf = (product: Product): [string, string] =>
      product === table
        ? ['contact', 'Consultar precio']
        : product.soldOut
          ? ['nostock', 'Sin stock']
          : ['cart', 'Agregar al carrito'];
    const button = (product: Product, classes: string) => {
      const [state, text] = stateOf(product);
      return `<input type="submit" class="js-addtocart js-prod-submit-form btn btn-primary ${classes} ${state}" value="${text}" ${state === 'nostock' ? 'disabled' : ''} data-store="product-buy-button"><div class="js-addtocart js-addtocart-placeholder btn btn-primary btn-transition disabled" style="display: none;"><div class="d-inline-block"><span class="js-addtocart-text transition-container active">Agregar al carrito</span><span class="js-addtocart-success transition-container">¡Listo!</span><div class="js-addtocart-adding transition-container">Agregando...</div></div></div>`;
    };
    const quantityBox =
      '<div class="js-quantity form-quantity"><span class="js-quantity-down btn">-</span><input type="number" name="quantity" value="1" min="1" class="js-quantity-input form-control" aria-label="Cambiar cantidad"><span class="js-quantity-up btn">+</span></div>';
    const dues = (product: Product) =>
      product.price
        ? `<div class="item-installments">Hasta <strong class="installment-amount">12</strong> cuotas de <strong class="installment-price">${pesos(Math.round(product.price / 9))}</strong></div>`
        : '';
    const card = (product: Product) =>
      `<div class="js-item-product col-12 col-md-4 item item-product" data-product-type="list" data-product-id="${product.id}" data-store="product-item-${product.id}" data-component="product-list-item" data-component-value="${product.id}"><div class="js-product-container js-quickshop-container" data-quickshop-id="quick${product.id}"><div class="item-image mb-2"><a href="${at(product)}" title="${product.name}"><img alt="${product.name}" src="data:," class="js-item-image"></a>${product.soldOut ? '<div class="label label-default">Sin stock</div>' : ''}</div>${product === poncho ? `<div class="js-item-variants hidden"><form class="js-product-form" method="post" action="/comprar/"><input type="hidden" name="add_to_cart" value="${product.id}">${variants}${quantityBox}${button(product, 'btn-block mx-auto')}</form></div>` : ''}<div class="item-description" data-store="product-item-info-${product.id}"><a href="${at(product)}" title="${product.name}" class="item-link"><div class="js-item-name item-name mb-1" data-store="product-item-name-${product.id}">${product.name}</div>${product.price ? `<div class="item-price-container mb-1" data-store="product-item-price-${product.id}"><span class="js-compare-price-display price-compare" style="display:none;">$0,00</span><span class="js-price-display item-price">${pesos(product.price)}</span></div>` : ''}</a></div>${dues(product)}${
        product === poncho
          ? `<div class="item-actions mt-2"><a data-toggle="#quickshop-modal" class="js-quickshop-modal-open js-modal-open btn btn-primary btn-small px-4" title="Compra rápida de ${product.name}" aria-label="Compra rápida de ${product.name}" data-component="product-list-item.add-to-cart">Agregar al carrito</a></div>`
          : product.soldOut || !product.price
            ? ''
            : `<div class="item-actions mt-2"><form class="js-product-form" method="post" action="/comprar/"><input type="hidden" name="add_to_cart" value="${product.id}"><input type="number" name="quantity" value="1" class="js-quantity-input hidden" aria-label="Cambiar cantidad">${button(product, 'btn-small')}</form></div>`
      }<script type="application/ld+json">${inline({ '@context': 'https://schema.org/', '@type': 'Product', mainEntityOfPage: { '@type': 'WebPage', '@id': at(product) }, name: product.name, image: 'https://cdn.example/large.jpg', description: '', sku: product.sku, offers: offer(product) })}</script></div></div>`;

    app.get('/', (c) =>
      page(c, {
        template: 'home',
        title: 'Casa Pampa',
        body: `<section class="section-home"><h3 class="h1 text-center">Destacados</h3><div class="swiper-wrapper">${[bombilla, poncho].map(card).join('')}</div></section>`,
      }),
    );
    app.get('/materos/', (c) =>
      page(c, {
        template: 'category',
        title: 'Materos',
        body: `<section class="category-header">${header('Materos')}</section><section class="category-body"><div class="js-category-controls row"><a href="#" class="js-modal-open filter-link" data-toggle="#nav-filters">Filtrar</a><select class="form-select js-sort-by" aria-label="Ordenar por"><option value="user">Destacado</option><option value="price-ascending">Precio: Menor a Mayor</option></select></div><div id="nav-filters" class="js-modal modal" style="display:none">Filtros</div><div class="js-product-table row" data-store="category-grid-55">${products.map(card).join('')}</div></section>`,
      }),
    );
    app.get('/search/', (c) => {
      const found = products.filter(({ name }) => name.toLowerCase().includes((c.req.query('q') ?? '').toLowerCase()));
      return page(c, {
        template: 'search',
        title: 'Resultados de búsqueda',
        body: `${header('Resultados de búsqueda')}<section class="category-body">${found.length ? `<div class="js-product-table row">${found.map(card).join('')}</div>` : '<p class="text-center">No hubo resultados para tu búsqueda</p>'}</section>`,
      });
    });
    app.get('/productos/:slug/', (c) => {
      const product = products.find(({ slug }) => slug === c.req.param('slug'))!;
      return page(c, {
        template: 'product',
        title: `${product.name} - Casa Pampa`,
        product,
        body: `<div id="single-product" class="js-has-new-shipping js-product-detail js-product-container js-shipping-calculator-container" data-variants="[]"><div class="container"><div class="row section-single-product"><div class="col-12 col-md-7" data-store="product-image-${product.id}"><img class="js-product-slide-img" srcset="data:," src="data:,"></div><div class="col" data-store="product-info-${product.id}">${header(product.name, product)}<div class="price-container" data-store="product-price-${product.id}"><span class="d-inline-block"><h4 id="compare_price_display" class="js-compare-price-display price-compare" ${product === mate ? 'style="display:block;"' : 'style="display:none;"'}>${product === mate ? pesos(3_000_000) : ''}</h4></span><span class="d-inline-block"><h4 class="js-price-display" id="price_display" ${product.price ? '' : 'style="display:none;"'}>${product.price ? pesos(product.price) : ''}</h4></span></div>${dues(product)}<a href="#" class="js-modal-open btn-link" data-toggle="#installments-modal">Ver el detalle de las cuotas</a><form id="product_form" class="js-product-form" method="post" action="/comprar/" data-store="product-form-${product.id}"><input type="hidden" name="add_to_cart" value="${product.id}">${product === poncho ? variants : ''}${product.soldOut || !product.price ? '' : quantityBox}<div class="mb-4">${button(product, 'btn-block mb-4')}<div class="js-added-to-cart-product-message w-100 mb-3" style="display: none;">Ya agregaste este producto.<a href="#" class="js-modal-open btn btn-link ml-1" data-toggle="#modal-cart">Ver carrito</a></div></div><div id="product-shipping-container" class="product-shipping-calculator list" data-shipping-url="/envio/"><div class="js-shipping-calculator-form"><label>Medios de envío</label><input type="tel" class="js-shipping-input form-control" name="zipcode" placeholder="Tu código postal"><button type="button" class="js-calculate-shipping btn">Calcular</button></div><div class="js-shipping-calculator-response"></div></div></form><div id="installments-modal" class="js-modal modal" style="display:none"><table><tr><td>3 cuotas</td><td>${pesos(Math.round(product.price / 3))}</td></tr></table></div><div class="product-description user-content" data-store="product-description-${product.id}"><h5 class="my-3">Descripción</h5><p>Hecho a mano en Catamarca.</p></div></div></div></div></div><section class="section-products-related"><h3>Productos similares</h3><div class="swiper-wrapper">${products
          .filter((other) => other !== product)
          .slice(0, 2)
          .map(card)
          .join('')}</div></section>`,
      });
    });

    const told = (session: Session) => {
      const sum = sumOf(session.lines);
      return {
        cart: {
          id: 1883736273,
          token: KEY.split('/')[1],
          subtotal: (sum / 100).toFixed(2),
          subtotal_short: pesos(sum),
          total: (sum / 100).toFixed(2),
          total_short: pesos(sum),
          checkout_enabled: true,
          promotional_discount: { promotions_applied: [] },
          products: session.lines.map((line) => ({
            id: lineId(line),
            product_id: Number(line.product.id),
            variant_id: Number(line.product.others![0]),
            name: labelOf(line.product),
            short_name: line.product.name,
            price: (line.product.price / 100).toFixed(2),
            price_short: pesos(line.product.price),
            quantity: line.quantity,
            subtotal_short: pesos(line.product.price * line.quantity),
            url: at(line.product),
            image: { src: '//cdn.example/small.jpg' },
          })),
        },
        free_shipping: { cart_has_free_shipping: false },
      };
    };
    app.post('/comprar/', async (c) => {
      const session = sessionOf(c);
      const asked = (await c.req.parseBody()) as Record<string, string>;
      if (asked.go_to_checkout) return c.redirect(`/checkout/v3/start/${KEY}?from_store=1&country=AR`);
      const product = products.find(({ id }) => id === asked.add_to_cart)!;
      const quantity = Number(asked.quantity) || 1;
      const held = session.lines.find((line) => line.product === product)?.quantity ?? 0;
      if (product === mate && held + quantity > MATE_STOCK)
        return c.json({ success: false, errors: [{ stock: MATE_STOCK }] });
      const line = add(session.lines, product, quantity);
      const { cart, free_shipping } = told(session);
      return c.json({
        success: true,
        cart,
        item: {
          ...cart.products[session.lines.indexOf(line)],
          product: { id: Number(product.id), name: product.name },
        },
        quantity_added: quantity,
        free_shipping,
        html_cart_items: session.lines.map(cartItem).join(''),
      });
    });
    app.post('/cart/update/', async (c) => {
      const session = sessionOf(c);
      const [[key, asked]] = Object.entries((await c.req.parseBody()) as Record<string, string>) as [[string, string]];
      const line = session.lines.find((one) => key === `quantity[${lineId(one)}]`)!;
      if (line.product === mate && Number(asked) > MATE_STOCK)
        return c.json({ success: false, errors: [{ stock: MATE_STOCK }] });
      line.quantity = Number(asked);
      session.lines = session.lines.filter(({ quantity }) => quantity);
      const { cart, free_shipping } = told(session);
      return c.json({
        success: true,
        cart,
        items: cart.products.filter(({ id }) => key === `quantity[${id}]`),
        free_shipping,
      });
    });
    app.post('/envio/', (c) =>
      c.json({
        success: true,
        html: `<ul class="list-readonly"><li class="js-shipping-list-item"><label class="js-shipping-radio"><input type="radio" name="option" class="js-shipping-method" data-price="${SHIPPING / 100}" value="ca"><span class="shipping-method-name">Correo Argentino - Envío a domicilio</span><h5 class="shipping-price">${pesos(SHIPPING)}</h5></label></li></ul>`,
      }),
    );

    const contact = (c: Context, answer = '', news?: string) => {
      const product = products.find(({ id }) => id === c.req.query('product'));
      return page(c, {
        template: 'contact',
        title: 'Contacto',
        ...(news && { answer: news }),
        body: `${header('Contacto')}<section class="contact-page"><div class="container"><ul class="contact-info"><li><a href="tel:+5411">+54 11 5555 5555</a></li></ul>${product ? `<div><p>Usted está consultando por el siguiente producto: <br> <a href="${at(product)}">${product.name}</a></p><img src="data:," title="${product.name}" alt="${product.name}"></div>` : ''}${answer}<form id="contact-form" class="js-winnie-pooh-form" action="/winnie-pooh" method="post"><div class="winnie-pooh hidden"><label for="winnie-pooh">No completar este campo:</label><input type="text" id="winnie-pooh" name="winnie-pooh"></div><input type="hidden" value="${product?.id ?? ''}" name="product"><input type="hidden" name="type" value="contact"><div class="form-group"><label for="name">Nombre</label><input type="text" name="name" id="name"></div><div class="form-group"><label>Email</label><input type="email" name="email"></div><div class="form-group"><label>Teléfono</label><input type="tel" name="phone"></div><div class="form-group"><label>Mensaje</label><textarea name="message" rows="7"></textarea></div><input type="submit" class="btn btn-primary btn-block" name="contact" value="Enviar"></form></div></section>`,
      });
    };
    const bad = (text: string) => `<div class="alert alert-danger">${text}</div>`;
    const fine = (text: string) => `<div class="alert alert-success">${text}</div>`;
    app.get('/contacto/', (c) => contact(c));
    app.post('/contacto/', async (c) => {
      const { type, email } = (await c.req.parseBody()) as Record<string, string>;
      if (type === 'newsletter')
        return email
          ? contact(
              c,
              '',
              fine('¡Gracias por suscribirte! A partir de ahora vas a recibir nuestras novedades en tu email'),
            )
          : contact(c, '', bad('Necesitamos tu email para enviarte nuestras novedades.'));
      return contact(
        c,
        email
          ? fine('¡Gracias por contactarnos! Vamos a responderte apenas veamos tu mensaje.')
          : bad('Necesitamos tu nombre y un email para poder responderte.'),
      );
    });
    const login = (c: Context, error = '') =>
      page(c, {
        template: 'account-login',
        title: 'Iniciar sesión',
        body: `${header('Iniciar sesión')}<section class="account-page">${error}<form id="login-form" method="post" action=""><div class="form-group"><label>Email</label><input type="email" name="email" class="js-account-input"></div><div class="form-group"><label>Contraseña</label><input type="password" name="password" class="js-account-input"></div><a href="/account/reset" class="btn-link">¿Olvidaste tu contraseña?</a><input type="submit" class="btn btn-primary" value="Iniciar sesión"></form><p>¿No tenés cuenta aún? <a href="/account/register">Crear cuenta</a></p></section>`,
      });
    app.get('/account/login/', (c) => login(c));
    app.post('/account/login/', (c) => login(c, bad('Estos datos no son correctos. ¿Chequeaste que estén bien?')));
    app.get('/account/orders/:id', (c) =>
      page(c, {
        template: 'account-order',
        title: `Orden #${ORDER}`,
        body: `${header(`Orden #${ORDER}`)}<section class="account-page"><div class="container" data-store="account-order-detail-${ORDER}"><h4>Detalles</h4><p><strong>Fecha:</strong> 12/11/2026 <strong>Estado:</strong> Abierta <strong>Pago:</strong> Pendiente</p><h4>Productos</h4><div class="order-detail">${(sessionOf(c).placed ?? []).map(({ product, quantity }) => `<div class="row"><p><strong>${labelOf(product)}</strong></p><p>${pesos(product.price)}</p><p>${quantity}</p><p>${pesos(product.price * quantity)}</p></div>`).join('')}</div><div class="row h3"><span class="col">Total:</span><span class="col">${pesos(sumOf(sessionOf(c).placed ?? []) + SHIPPING)}</span></div></div></section>`,
      }),
    );

    const checkout = (c: Context, step: string, body: string, lines: Line[], ships: boolean) =>
      c.html(
        `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Casa Pampa</title><script>window.LS=${inline({ store: { id: 1024 }, currency: 'ARS', cart: { id: 1883736273, subtotal: sumOf(lines), total: sumOf(lines) + (ships ? SHIPPING : 0), items: lines.map((line) => ({ id: lineId(line), name: labelOf(line.product), unit_price: line.product.price, quantity: line.quantity, product_id: Number(line.product.id), variant_id: Number(line.product.others![0]) })) }, ...(step === 'success' && { order: { id: 1883736273, number: Number(ORDER), total: sumOf(lines) + SHIPPING, coupon: [] } }) })}</script>${tag}</head><body class="checkout"><div class="header"><div class="header-container"><a class="store-name" href="${origin}/">Casa Pampa</a></div></div>${step === 'success' ? '' : `<ol id="breadcrumb"><li><a class="previous" href="/comprar/">Carrito</a></li><li><a class="${step === 'start' ? 'current' : 'previous'}">Entrega</a></li><li><a class="${step === 'next' ? 'current' : 'inactive'}">Pago</a></li></ol>`}<div class="main-container container"><div class="row"><div class="col-md-8">${body}</div><div class="col-md-4 summary-container"><div class="summary"><div id="total-box"><table class="table"><tbody>${lines.map(({ product, quantity }) => `<tr><td class="summary-img-wrap"><img src="data:," alt="${labelOf(product)}"></td><td class="name">${labelOf(product)} × ${quantity}</td><td class="price text-right"><span>${pesos(product.price * quantity)}</span></td></tr>`).join('')}</tbody></table><table class="table"><tbody><tr><td>Subtotal</td><td class="text-right"><span>${pesos(sumOf(lines))}</span></td></tr>${ships ? `<tr><td>Costo de envío</td><td class="text-right"><span>${pesos(SHIPPING)}</span></td></tr>` : ''}</tbody></table><table class="table total-table"><tbody class="total"><tr><td>Total</td><td class="text-right"><span>${pesos(sumOf(lines) + (ships ? SHIPPING : 0))}</span></td></tr></tbody></table></div>${step === 'success' ? '' : '<form class="coupon-form"><label>Agregar cupón de descuento</label><input type="text" name="coupon" class="form-control" placeholder="Cupón"><button type="submit" class="submit-coupon-btn">Aplicar</button><div class="coupon-error text-danger"></div></form>'}</div></div></div></div><script>${checkoutClient}</script></body></html>`,
      );
    const field = (name: string, label: string, type = 'text') =>
      `<div class="form-group"><label>${label}</label><input type="${type}" name="${name}" class="form-control"></div>`;
    app.get('/checkout/v3/start/:id/:token', (c) =>
      checkout(
        c,
        'start',
        `<form class="contact-form form-box" novalidate><div class="js-error"></div><h2>Datos de contacto</h2>${field('contact.email', 'E-mail', 'email')}<label><input type="checkbox" name="contact.newsletter" checked> Quiero recibir ofertas y novedades por e-mail</label><h2>Entrega</h2>${field('shippingAddress.zipcode', 'Código Postal', 'tel')}<div class="shipping"></div><h2>Datos del destinatario</h2>${field('shippingAddress.first_name', 'Nombre')}${field('shippingAddress.last_name', 'Apellido')}${field('shippingAddress.phone', 'Teléfono', 'tel')}${field('shippingAddress.address', 'Calle')}${field('shippingAddress.number', 'Número')}<div class="submit-container"><button type="submit" class="btn btn-primary">Continuar</button></div></form>`,
        sessionOf(c).lines,
        false,
      ),
    );
    app.get('/checkout/v3/next/:id/:token', (c) =>
      checkout(
        c,
        'next',
        `<div class="form-box"><p>a@b.example <a href="/checkout/v3/start/${KEY}">Cambiar</a></p><p>Correo Argentino - Envío a domicilio</p></div><form class="payment-form form-box" novalidate><div class="js-error"></div><h2>Medio de pago</h2><label class="accordion"><input type="radio" name="payment.method" value="card" checked> Tarjeta de crédito o débito</label><div class="card-form">${field('', 'Número de tarjeta', 'tel')}</div><label class="accordion"><input type="radio" name="payment.method" value="transfer"> Transferencia o depósito bancario</label><h2>Datos de facturación</h2>${field('billingAddress.id_number', 'DNI o CUIT', 'tel')}<div class="submit-container"><button type="submit" class="btn btn-primary">Realizar el pago</button></div></form>`,
        sessionOf(c).lines,
        true,
      ),
    );
    app.get('/checkout/v3/success/:id/:token', (c) => {
      const { placed } = sessionOf(c);
      return placed
        ? checkout(
            c,
            'success',
            `<div class="thankyou"><div class="success-msg"><div class="title"><h1>¡Gracias por tu compra, Ana!</h1></div><h3>Orden #${ORDER}</h3><p>Te enviamos un e-mail a a@b.example con los detalles.</p></div><div class="form-box status-content"><div class="custom-payment"><h3>Instrucciones para el pago</h3><p>Transferí ${pesos(sumOf(placed) + SHIPPING)} al CBU 0000003100010000000001 y envianos el comprobante.</p></div><div class="create-account"><p>Creá tu cuenta con <span class="label-email">a@b.example</span> y seguí tus compras</p><form class="form-password"><input type="password" name="password"><button type="submit" class="btn-submit">Crear cuenta</button></form></div><a href="${origin}/" class="btn btn-link">Volver a la tienda</a></div></div>`,
            placed,
            true,
          )
        : c.redirect('/');
    });
    app.post('/checkout/v3/coupon/:id/:token', (c) => c.json({ success: false, message: 'El cupón no es válido' }));
    app.post('/checkout/v3/shipping-options/:id/:token', (c) =>
      c.json({
        options: [
          {
            code: 'ca',
            name: 'Correo Argentino - Envío a domicilio',
            price: SHIPPING / 100,
            price_short: pesos(SHIPPING),
          },
        ],
      }),
    );
    app.post('/checkout/v3/shipping/:id/:token', (c) => c.json({ success: true }));
    app.post('/checkout/v3/complete/:id/:token', async (c) => {
      const { method } = await c.req.json();
      if (method === 'card')
        return c.json({ success: false, message: 'Tu tarjeta fue rechazada. Probá con otro medio de pago.' });
      const session = sessionOf(c);
      session.placed = session.lines;
      session.lines = [];
      return c.json({ success: true, redirect_url: `/checkout/v3/success/${KEY}` });
    });

    const open = (product: Product) => async (tab: Page) => {
      await press('.nav-list-link[href="/materos/"]')(tab);
      await press(`.js-product-table [data-product-id="${product.id}"] .item-link`)(tab);
    };
    const adds = (selector: string) => until(selector, '#modal-cart >> visible=true');
    const close = async (tab: Page) => {
      await tab.click('#modal-cart .modal-header');
      await tab.waitForSelector('#modal-cart', { state: 'hidden' });
    };
    const item = (product: Product) => `#modal-cart .js-cart-item[data-store="cart-item-${product.id}"]`;
    const bought: [Product, number][] = [
      [mate, 3],
      [poncho, 1],
    ];
    const total = sumOf([
      { product: mate, quantity: 3 },
      { product: poncho, quantity: 1 },
    ]);
    const sizes = Object.values(SIZES);
    const shirt = { ...poncho, others: sizes };

    return {
      apps: { shop: app },
      walk: [
        step('llega por la portada', (tab) => tab.goto(`${origin}/`), { name: 'landing' }),
        step('acepta las cookies', (tab) => tab.click('.js-accept-cookies')),
        step('busca sin suerte', async (tab) => {
          await tab.click('.js-toggle-search');
          await fill({ '.js-search-input': 'facón' }, press('.search-input-submit'))(tab);
        }),
        step('abre la categoría', press('.nav-list-link[href="/materos/"]')),
        step('ordena por precio', (tab) => follow(tab, () => tab.selectOption('.js-sort-by', 'price-ascending'))),
        step(
          'agrega la bombilla desde la lista',
          adds(`.js-product-table [data-product-id="${bombilla.id}"] input.js-addtocart`),
          pieces('add_to_cart', 'ARS', [bombilla, 1]),
          optional('view_cart'),
        ),
        step('cierra el carrito', close),
        step(
          'abre la compra rápida del poncho',
          until(
            `.js-product-table [data-product-id="${poncho.id}"] .js-quickshop-modal-open`,
            '#quickshop-modal >> visible=true',
          ),
          optional('view_item'),
        ),
        step(
          'lo agrega desde ahí',
          adds('#quickshop-form input.js-addtocart'),
          pieces('add_to_cart', 'ARS', [shirt, 1]),
          optional('view_cart'),
        ),
        step('cierra el carrito', close),
        step('abre el poncho', open(poncho), pieces('view_item', 'ARS', [shirt, 1])),
        step('elige un talle sin stock', (tab) => tab.selectOption('#product_form .js-variation-option', 'L')),
        step('abre el termo, sin stock', open(termo), pieces('view_item', 'ARS', [termo, 1])),
        step('abre la mesa, sin precio', open(table), optional('view_item')),
        step('consulta por ella', press('#product_form input.js-addtocart')),
        step('abre el mate', open(mate), pieces('view_item', 'ARS', [mate, 1])),
        step(
          'calcula el envío',
          fill(
            { '#product-shipping-container .js-shipping-input': '1414' },
            until('#product-shipping-container .js-calculate-shipping', '.shipping-price'),
          ),
        ),
        step('mira las cuotas', until('[data-toggle="#installments-modal"]', '#installments-modal >> visible=true')),
        step('pide más de los que hay', async (tab) => {
          await tab.click('.js-modal-overlay', { position: { x: 5, y: 5 } });
          await fill(
            { '#product_form .js-quantity-input': '7' },
            until('#product_form input.js-addtocart', '#product_form .alert-warning'),
          )(tab);
        }),
        step(
          'pide dos',
          fill({ '#product_form .js-quantity-input': '2' }, adds('#product_form input.js-addtocart')),
          pieces('add_to_cart', 'ARS', [mate, 2]),
          optional('view_cart'),
        ),
        step('cierra el carrito', close),
        step('mira el carrito', adds('.js-toggle-cart'), {
          ...pieces('view_cart', 'ARS', [bombilla, 1], [shirt, 1], [mate, 2]),
        }),
        step(
          'suma un mate',
          async (tab) => {
            await Promise.all([
              tab.waitForResponse(/cart\/update/),
              tab.click(`${item(mate)} [data-component="quantity.plus"]`),
            ]);
          },
          { ...pieces('add_to_cart', 'ARS', [mate, 1]), optional: true },
        ),
        step(
          'no hay otro',
          until(`${item(mate)} [data-component="quantity.plus"]`, '#error-ajax-stock >> visible=true'),
        ),
        step(
          'saca la bombilla',
          async (tab) => {
            await tab.click(`${item(bombilla)} [data-component="line-item.remove"]`);
            await tab.waitForSelector(item(bombilla), { state: 'detached' });
          },
          pieces('remove_from_cart', 'ARS', [bombilla, 1]),
        ),
        step('va al contacto', async (tab) => {
          await close(tab);
          await press('footer a[href="/contacto/"]')(tab);
        }),
        step('se suscribe sin email', press('.newsletter-btn')),
        step('se suscribe', fill({ '#email': 'a@b.example' }, press('.newsletter-btn')), {
          name: 'generate_lead',
          form_kind: 'newsletter',
        }),
        step('escribe sin email', fill({ '#contact-form [name=name]': 'Ana' }, press('#contact-form [type=submit]'))),
        step(
          'escribe',
          fill(
            {
              '#contact-form [name=name]': 'Ana',
              '#contact-form [name=email]': 'a@b.example',
              '#contact-form textarea': '¿Hacen envíos?',
            },
            press('#contact-form [type=submit]'),
          ),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step('no puede entrar', async (tab) => {
          await press('a[href="/account/login/"]')(tab);
          await fill(
            { '#login-form [name=email]': 'a@b.example', '#login-form [name=password]': 'x' },
            press('#login-form [type=submit]'),
          )(tab);
        }),
        step(
          'inicia la compra',
          async (tab) => {
            await adds('.js-toggle-cart')(tab);
            await press('#modal-cart [name=go_to_checkout]')(tab);
          },
          pieces('begin_checkout', 'ARS', ...bought),
          optional('view_cart'),
        ),
        step('prueba un cupón', async (tab) => {
          await tab.fill('[name=coupon]', 'PAMPA');
          await tab.click('.submit-coupon-btn');
          await tab.waitForSelector('.coupon-error:has-text("válido")');
        }),
        step(
          'olvida el código postal',
          fill({ '[name="contact.email"]': 'a@b.example' }, until('.submit-container button', '.js-error .alert')),
        ),
        step(
          'pide los envíos',
          fill({ '[name="shippingAddress.zipcode"]': '1414' }, until('.submit-container button', '.shipping-options')),
        ),
        step(
          'sigue al pago',
          fill(
            {
              '[name="shippingAddress.first_name"]': 'Ana',
              '[name="shippingAddress.last_name"]': 'Paz',
              '[name="shippingAddress.phone"]': '1155555555',
              '[name="shippingAddress.address"]': 'Malabia',
              '[name="shippingAddress.number"]': '12',
            },
            press('.submit-container button'),
          ),
          pieces('add_shipping_info', 'ARS', ...bought),
        ),
        step(
          'le rechazan la tarjeta',
          fill(
            { '[name="billingAddress.id_number"]': '30111222' },
            until('.submit-container button', '.js-error .alert'),
          ),
          optional('add_payment_info'),
        ),
        step(
          'paga por transferencia',
          async (tab) => {
            await tab.check('[value="transfer"]');
            await press('.submit-container button')(tab);
          },
          optional('add_payment_info'),
          {
            ...order('ARS', { id: ORDER, total: total + SHIPPING, shipping: SHIPPING }, ...bought),
            transaction_id: [ORDER, '1883736273'],
          },
        ),
        step('recarga', (tab) => tab.reload()),
        step('vuelve a la tienda', press('.btn-link[href$="/"]')),
        step('sigue su última compra', press('.js-notification-status-page .btn')),
        step('abre la orden en su cuenta', (tab) => tab.goto(`${origin}/account/orders/${ORDER}`)),
      ],
    };
  },
};

export default platform;
