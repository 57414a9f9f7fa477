import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import {
  AJAX,
  add,
  createCarts,
  fill,
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

const good = (id: string, name: string, slug: string, price: number): Product => ({ id, sku: id, name, slug, price });
const dress = { ...good('25686364M', 'Vestido de lino', 'vestido-de-lino', 129900), others: ['25686364M-38'] };
const watch = good('008885004540M', 'Reloj de cuero', 'reloj-de-cuero', 349900);
const scarf = good('701644388507M', 'Mascada de seda', 'mascada-de-seda', 59900);
const boots = good('883360541280M', 'Botas de campo', 'botas-de-campo', 249900);
const products = [dress, watch, scarf, boots];
const SHIPPING = 9900;
const SITE = '/on/demandware.store/Sites-Tienda-Site/es_MX';

const pesos = printer('es-MX', 'MXN');

/** jQuery without a form around the add: buttons that name their product, state that changes by GET, a checkout that pushes its stages. */
const client = `${AJAX}
const toast = (kind, text) => { document.querySelector('.add-to-cart-messages')?.remove(); document.body.insertAdjacentHTML('beforeend', '<div class="add-to-cart-messages"><div class="alert alert-' + kind + ' add-to-basket-alert text-center" role="alert">' + text + '</div></div>'); };
const badge = (n) => { document.querySelector('.minicart-quantity').textContent = n; };
const addTo = (url, body, button) => { button.disabled = true; ajax('POST', url, body, (data) => { button.disabled = false; badge(data.quantityTotal ?? ''); toast(data.error ? 'danger' : 'success', data.message); }); };
document.addEventListener('click', (event) => {
  const { target } = event;
  const button = target.closest('button.add-to-cart');
  if (button) { const detail = button.closest('.product-detail'); addTo(document.querySelector('.add-to-cart-url').value, 'pid=' + detail.dataset.pid + '&quantity=' + detail.querySelector('.quantity-select').value + '&options=%5B%5D', button); }
  const all = target.closest('button.add-to-cart-global');
  if (all) addTo(document.querySelector('.add-to-cart-url').value, 'pidsObj=' + encodeURIComponent(JSON.stringify([...document.querySelectorAll('.set-item')].map(({ dataset }) => ({ pid: dataset.pid, qty: '1', options: '' })))), all);
  const swatch = target.closest('[data-attr-value]');
  if (swatch) ajax('GET', '${SITE}/Product-Variation?dwvar_size=' + swatch.dataset.attrValue + '&pid=' + swatch.closest('.product-detail').dataset.pid, null, ({ product }) => { document.querySelector('.product-detail').dataset.pid = product.id; const add = document.querySelector('button.add-to-cart'); add.disabled = !product.readyToOrder; add.dataset.pid = product.id; });
  const wish = target.closest('.add-to-wish-list');
  if (wish) { event.preventDefault(); ajax('POST', wish.href, 'pid=' + wish.dataset.pid, ({ msg }) => toast('success', msg)); }
  const remove = target.closest('.remove-product');
  if (remove) document.body.insertAdjacentHTML('beforeend', '<div class="modal show" id="removeProductModal" role="dialog"><h2 class="modal-title">¿Eliminar el producto?</h2><p class="product-to-remove">' + remove.dataset.name + '</p><button class="btn" data-dismiss="modal">Cancelar</button><button class="btn btn-primary cart-delete-confirmation-btn" data-pid="' + remove.dataset.pid + '" data-uuid="' + remove.dataset.uuid + '" data-action="' + remove.dataset.action + '">Sí</button></div>');
  if (target.closest('[data-dismiss]')) target.closest('.modal').remove();
  const sure = target.closest('.cart-delete-confirmation-btn');
  if (sure) { sure.closest('.modal').remove(); ajax('GET', sure.dataset.action + '?pid=' + sure.dataset.pid + '&uuid=' + sure.dataset.uuid, null, ({ basket }) => { document.querySelector('.uuid-' + sure.dataset.uuid).remove(); badge(basket.numItems); document.querySelector('.grand-total').textContent = basket.totals.grandTotal; document.querySelector('.sub-total').textContent = basket.totals.subTotal; }); }
  const subscribe = target.closest('.subscribe-email');
  if (subscribe) { event.preventDefault(); ajax('POST', subscribe.dataset.href, 'emailId=' + encodeURIComponent(document.querySelector('[name=hpEmailSignUp]').value), ({ msg, error }) => toast(error ? 'danger' : 'success', msg)); }
});
document.addEventListener('change', ({ target }) => {
  if (target.matches('select.quantity')) ajax('GET', target.dataset.action + '?pid=' + target.dataset.pid + '&quantity=' + target.value + '&uuid=' + target.dataset.uuid, null, ({ items, totals, numItems }) => { badge(numItems); document.querySelector('.line-item-total-' + target.dataset.uuid + ' .pricing').textContent = items.find(({ UUID }) => UUID === target.dataset.uuid).priceTotal.price; document.querySelector('.grand-total').textContent = totals.grandTotal; document.querySelector('.sub-total').textContent = totals.subTotal; });
});
document.addEventListener('submit', (event) => {
  if (event.target.matches('.promo-code-form')) { event.preventDefault(); ajax('GET', event.target.action + '?couponCode=' + event.target.couponCode.value, null, ({ errorMessage }) => { document.querySelector('.coupon-error-message').textContent = errorMessage; }); }
});
document.querySelector('.minicart')?.addEventListener('mouseenter', () => ajax('GET', '${SITE}/Cart-MiniCartShow', null, (html) => { document.querySelector('.minicart .popover').innerHTML = html; document.querySelector('.minicart .popover').classList.add('show'); }));
document.querySelector('.minicart')?.addEventListener('mouseleave', () => document.querySelector('.minicart .popover').classList.remove('show'));`;

const checkout = `
const main = document.getElementById('checkout-main');
const stage = (name) => { main.dataset.checkoutStage = name; history.pushState(name, '', '?stage=' + name + '#' + name); for (const part of document.querySelectorAll('[data-stage]')) part.hidden = part.dataset.stage !== name; };
const fail = (text) => { document.querySelector('.error-message').innerHTML = text && '<p class="error-message-text" role="alert">' + text + '</p>'; };
document.addEventListener('click', ({ target }) => {
  if (target.closest('.submit-shipping')) ajax('POST', '${SITE}/CheckoutShippingServices-SubmitShipping', new URLSearchParams(new FormData(document.querySelector('.shipping-form'))).toString(), ({ error, fieldErrors, order }) => { if (error) return fail(fieldErrors[0]); fail(''); document.querySelector('.shipping-total-cost').textContent = order.totals.totalShippingCost; document.querySelector('.grand-total-sum').textContent = order.totals.grandTotal; stage('payment'); });
  if (target.closest('.submit-payment')) ajax('POST', '${SITE}/CheckoutServices-SubmitPayment', 'dwfrm_billing_paymentMethod=CREDIT_CARD', () => stage('placeOrder'));
  const place = target.closest('.place-order');
  if (place) ajax('POST', place.dataset.action, '', (data) => { if (data.error) return fail(data.errorMessage); location.href = data.continueUrl + '?ID=' + data.orderID + '&token=' + encodeURIComponent(data.orderToken); });
});`;

const platform: Platform = {
  name: 'Salesforce B2C Commerce, SFRA',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<{ lines: Line[]; tries: number }>(() => ({ lines: [], tries: 0 }), 'dwsid');
    const orders: Line[][] = [];
    const count = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const uuid = ({ id }: Product) => `u${id}`;
    const productOf = (pid: string) => products.find(({ id, others = [] }) => id === pid || others.includes(pid))!;

    const page = (context: Context, action: string, title: string, body: string, head = '', script = '') =>
      context.html(`<!doctype html><html lang="es"><head><title>${title} | Tienda</title>${head}<script>window.CQuotient = { clientId: 'x' };</script>${tag}</head><body><div class="page" data-action="${action}" data-querystring="">
<header><a class="logo-home" href="/s/Tienda/">Tienda</a><a href="/s/Tienda/mujer/">Mujer</a><a href="${SITE}/Login-Show">Iniciar sesión</a><form role="search" action="/s/Tienda/search" method="get" name="simpleSearch"><input class="form-control search-field" type="search" name="q" placeholder="Buscar en el catálogo"><button type="submit" name="search-button" aria-label="Buscar"></button></form>
<div class="minicart" data-action-url="${SITE}/Cart-MiniCartShow"><div class="minicart-total"><a class="minicart-link" href="/s/Tienda/cart" title="Ver carrito"><i class="minicart-icon fa fa-shopping-bag"></i><span class="minicart-quantity">${count(cartOf(context).lines)}</span></a></div><div class="popover popover-bottom"></div></div></header>
${body}<input type="hidden" class="add-to-cart-url" value="${SITE}/Cart-AddProduct">
<footer><div class="form-group"><input type="text" name="hpEmailSignUp" placeholder="Correo electrónico"><button type="submit" class="btn subscribe-email" data-href="${SITE}/EmailSubscribe-Subscribe">Suscribirse</button></div></footer></div><script>${client}${script}</script></body></html>`);
    const prices = ({ price }: Product) =>
      `<div class="price">${price === scarf.price ? `<del><span class="strike-through list"><span class="value" content="799.00"><span class="sr-only">Precio reducido de</span> $799.00 <span class="sr-only">a</span></span></span></del>` : ''}<span class="sales"><span class="value" content="${(price / 100).toFixed(2)}">${pesos(price)}</span></span></div>`;

    app.get('/s/Tienda/', (c) => page(c, 'Home-Show', 'Inicio', '<h1>Temporada</h1>'));
    app.get('/s/Tienda/search', (c) => page(c, 'Search-Show', 'Búsqueda', '<h1>0 resultados para «silla»</h1>'));
    app.get('/s/Tienda/mujer/', (c) =>
      page(
        c,
        'Search-Show',
        'Mujer',
        `<h1 class="page-title">Mujer</h1><select name="sort-order" aria-label="Ordenar por"><option>Mejores coincidencias</option></select><div class="row product-grid">${products.map((product) => `<div class="col-6"><div class="product" data-pid="${product.id}"><div class="product-tile"><div class="tile-body"><a class="wishlistTile" href="${SITE}/Wishlist-AddProduct" title="Lista de deseos"></a><div class="pdp-link"><a class="link" href="/s/Tienda/${product.slug}/${product.id}.html">${product.name}</a></div>${prices(product)}<a class="quickview" href="${SITE}/Product-ShowQuickView?pid=${product.id}" title="Vista rápida">Vista rápida</a></div></div></div></div>`).join('')}</div>`,
      ),
    );
    app.get('/s/Tienda/conjunto/set-playa.html', (c) =>
      page(
        c,
        'Product-Show',
        'Conjunto de playa',
        `<div class="container product-set-detail"><h1 class="product-name">Conjunto de playa</h1>${[watch, scarf].map((product) => `<div class="set-item" data-pid="${product.id}"><h2 class="product-name">${product.name}</h2>${prices(product)}</div>`).join('')}<div class="price">${pesos(watch.price + scarf.price)}</div><button type="button" class="add-to-cart-global btn btn-primary">Agregar todo al carrito</button></div>`,
      ),
    );
    app.get('/s/Tienda/:slug/:pid', (c) => {
      const product = products.find(({ slug }) => slug === c.req.param('slug'))!;
      const { id, name, price } = product;
      const data = {
        '@context': 'http://schema.org/',
        '@type': 'Product',
        name,
        mpn: id,
        sku: id,
        offers: { url: {}, '@type': 'Offer', priceCurrency: 'MXN', price: (price / 100).toFixed(2) },
      };
      return page(
        c,
        'Product-Show',
        name,
        `<div class="container product-detail product-wrapper" data-pid="${id}"><h1 class="product-name">${name}</h1><div class="product-number-rating">N.º de artículo <span class="product-id">${id}</span></div>${product === dress ? '<div class="attribute"><button data-attr-value="36">36</button><button data-attr-value="38">38</button></div>' : ''}<div class="prices">${prices(product)}</div><label>Cantidad <select class="quantity-select custom-select"><option>1</option><option>2</option><option>3</option></select></label>
<button class="add-to-cart btn btn-primary" data-toggle="modal" data-target="#chooseBonusProductModal" data-pid="${id}"${product === dress ? ' disabled' : ''}><i class="fa fa-shopping-bag"></i> Agregar al carrito</button><a class="add-to-wish-list" href="${SITE}/Wishlist-AddProduct" data-pid="${id}">Agregar a la lista de deseos</a></div>`,
        `<script type="application/ld+json">${inline(data)}</script>`,
      );
    });
    app.get(`${SITE}/Product-Variation`, (c) =>
      c.json({
        product: {
          id: dress.others[0],
          productName: dress.name,
          readyToOrder: true,
          price: { sales: { value: dress.price / 100, currency: 'MXN' } },
        },
      }),
    );
    app.post(`${SITE}/Wishlist-AddProduct`, (c) =>
      c.json({ success: true, pid: dress.id, msg: 'El producto se agregó a la lista de deseos' }),
    );
    const model = (lines: Line[], shipping = 0) => ({
      items: lines.map(({ product, quantity }) => ({
        id: product.id,
        UUID: uuid(product),
        productName: product.name,
        price: {
          sales: {
            value: product.price / 100,
            currency: 'MXN',
            formatted: pesos(product.price),
            decimalPrice: (product.price / 100).toFixed(2),
          },
        },
        priceTotal: { price: pesos(product.price * quantity) },
        quantity,
      })),
      numItems: count(lines),
      totals: {
        subTotal: pesos(sumOf(lines)),
        totalShippingCost: pesos(shipping),
        totalTax: pesos(0),
        grandTotal: pesos(sumOf(lines) + shipping),
      },
    });
    app.post(`${SITE}/Cart-AddProduct`, async (c) => {
      const { lines } = cartOf(c);
      const form = (await c.req.parseBody()) as Record<string, string>;
      await pause(220);
      const wanted: [Product, number][] = form.pidsObj
        ? (JSON.parse(form.pidsObj) as { pid: string }[]).map(({ pid }) => [productOf(pid), 1])
        : [[productOf(form.pid!), Number(form.quantity)]];
      if (wanted.some(([product]) => product === boots))
        return c.json({
          error: true,
          message: 'Botas de campo no está disponible.',
          quantityTotal: count(lines),
          cart: model(lines),
        });
      for (const [product, quantity] of wanted) add(lines, product, quantity);
      return c.json({
        reportingURL: `${SITE}/ReportingEvent-MiniCart?reportingEvent=true`,
        quantityTotal: count(lines),
        message: 'Producto agregado al carrito',
        cart: model(lines),
        newBonusDiscountLineItem: {},
        error: false,
        pliUUID: uuid(wanted[0]![0]),
        minicartCountOfItems: String(count(lines)),
      });
    });
    app.get(`${SITE}/Cart-MiniCartShow`, (c) => {
      const { lines } = cartOf(c);
      return c.html(
        `<div class="container cart">${lines.map(({ product, quantity }) => `<div class="card product-info uuid-${uuid(product)}"><div class="line-item-name">${product.name}</div><div>Cantidad ${quantity}</div><div class="price">${pesos(product.price)}</div></div>`).join('')}<p>Total estimado <span class="sub-total">${pesos(sumOf(lines))}</span></p><a href="/s/Tienda/cart">Ver carrito</a><a class="checkout-btn" href="${SITE}/Checkout-Login">Pagar</a></div>`,
      );
    });
    app.post(`${SITE}/EmailSubscribe-Subscribe`, async (c) => {
      const { emailId } = await c.req.parseBody();
      return String(emailId).includes('.')
        ? c.json({ success: true, msg: '¡Gracias por suscribirte a nuestro boletín!' })
        : c.json({ error: true, msg: 'Introduce un correo electrónico válido.' });
    });
    app.get('/s/Tienda/cart', (c) => {
      const { lines } = cartOf(c);
      return page(
        c,
        'Cart-Show',
        'Carrito',
        `<h1 class="page-title">Tu carrito</h1>${lines
          .map(
            ({ product, quantity }) =>
              `<div class="card product-info uuid-${uuid(product)}"><div class="line-item-header"><div class="line-item-name">${product.name}</div><button type="button" class="remove-btn-lg remove-product btn btn-light" data-pid="${product.id}" data-name="${product.name}" data-uuid="${uuid(product)}" data-action="${SITE}/Cart-RemoveProductLineItem" aria-label="Eliminar ${product.name}"><span aria-hidden="true">&times;</span></button></div><p class="line-item-price-info">Cada uno</p><div class="price"><span class="sales"><span class="value" content="${(product.price / 100).toFixed(2)}">${pesos(product.price)}</span></span></div><label>Cantidad</label><select class="form-control quantity custom-select" data-uuid="${uuid(product)}" data-pid="${product.id}" data-action="${SITE}/Cart-UpdateQuantity">${[1, 2, 3, 4].map((n) => `<option${n === quantity ? ' selected' : ''}>${n}</option>`).join('')}</select><p class="line-item-price-info">Total</p><div class="line-item-total-${uuid(product)} item-total-price"><div class="price"><div class="pricing line-item-total-price-amount">${pesos(product.price * quantity)}</div></div></div></div>`,
          )
          .join(
            '',
          )}<form action="${SITE}/Cart-AddCoupon" class="promo-code-form" method="GET" name="promo-code-form"><input type="text" name="couponCode" placeholder="Código promocional"><button type="submit" class="promo-code-btn">Enviar</button><div class="coupon-error-message" role="alert"></div></form><div class="totals"><p>Subtotal</p><p class="sub-total">${pesos(sumOf(lines))}</p><p>Total estimado</p><p class="grand-total">${pesos(sumOf(lines))}</p><a href="${SITE}/Checkout-Login" class="btn btn-primary btn-block checkout-btn" role="button">Pagar</a></div>`,
      );
    });
    app.get(`${SITE}/Cart-RemoveProductLineItem`, (c) => {
      const cart = cartOf(c);
      cart.lines = cart.lines.filter(({ product }) => uuid(product) !== c.req.query('uuid'));
      return c.json({ basket: model(cart.lines), toBeDeletedUUIDs: [] });
    });
    app.get(`${SITE}/Cart-UpdateQuantity`, (c) => {
      const { lines } = cartOf(c);
      lines.find(({ product }) => uuid(product) === c.req.query('uuid'))!.quantity = Number(c.req.query('quantity'));
      return c.json(model(lines));
    });
    app.get(`${SITE}/Cart-AddCoupon`, (c) =>
      c.json({ error: true, errorMessage: 'El cupón no se puede agregar al carrito.' }),
    );
    const login = (error = '') =>
      `<h1>Iniciar sesión</h1>${error}<form action="${SITE}/Account-Login" class="login" method="POST" name="login-form"><input type="email" name="loginEmail"><input type="password" name="loginPassword"><button type="submit" class="btn btn-primary login-button">Iniciar sesión</button></form>`;
    app.get(`${SITE}/Login-Show`, (c) => page(c, 'Login-Show', 'Iniciar sesión', login()));
    app.post(`${SITE}/Account-Login`, (c) =>
      page(
        c,
        'Login-Show',
        'Iniciar sesión',
        login('<div class="alert alert-danger" role="alert">Correo o contraseña no válidos.</div>'),
      ),
    );
    app.get(`${SITE}/Checkout-Login`, (c) =>
      page(
        c,
        'Checkout-Login',
        'Pago',
        `<h1>Pago</h1><div class="card"><h2>Comprar como invitado</h2><a href="${SITE}/Checkout-Begin?stage=shipping#shipping" class="btn checkout-as-guest">Comprar como invitado</a></div>${login()}`,
      ),
    );
    app.get(`${SITE}/Checkout-Begin`, (c) => {
      const { lines } = cartOf(c);
      return page(
        c,
        'Checkout-Begin',
        'Pago',
        `<h1>Pago</h1><div id="checkout-main" data-checkout-stage="shipping"><div class="error-message"></div><div data-stage="shipping"><form class="shipping-form"><input name="dwfrm_shipping_firstName"><input name="dwfrm_shipping_address1"><input name="dwfrm_shipping_postalCode"></form><button class="btn btn-primary btn-block submit-shipping" type="submit" name="submit" value="submit-shipping">Siguiente: pago</button></div><div data-stage="payment" hidden><input type="email" name="dwfrm_billing_email"><input name="cardNumber" autocomplete="cc-number"><button class="btn btn-primary submit-payment" type="submit" name="submit" value="submit-payment">Siguiente: realizar pedido</button></div><div data-stage="placeOrder" hidden><button class="btn btn-primary place-order" data-action="${SITE}/CheckoutServices-PlaceOrder" type="submit" name="submit" value="place-order">Realizar pedido</button></div></div>
<div class="card"><h2>Resumen del pedido</h2><div class="order-product-summary">${lines.map(({ product, quantity }) => `<div class="product-line-item" data-product-line-item="${uuid(product)}"><div class="line-item-name"><span>${product.name}</span></div><p>Cantidad: <span class="qty-card-quantity-count">${quantity}</span></p><div class="line-item-total-price-amount">${pesos(product.price * quantity)}</div></div>`).join('')}</div><p>Subtotal <span class="sub-total">${pesos(sumOf(lines))}</span></p><p>Envío <span class="shipping-total-cost">-</span></p><p>Total <span class="grand-total-sum">${pesos(sumOf(lines))}</span></p></div>`,
        '',
        checkout,
      );
    });
    app.post(`${SITE}/CheckoutShippingServices-SubmitShipping`, async (c) => {
      const form = await c.req.parseBody();
      return form.dwfrm_shipping_postalCode
        ? c.json({ error: false, order: model(cartOf(c).lines, SHIPPING), customer: {} })
        : c.json({ error: true, form: {}, fieldErrors: ['Este campo es obligatorio.'], serverErrors: [] });
    });
    app.post(`${SITE}/CheckoutServices-SubmitPayment`, (c) =>
      c.json({ error: false, order: model(cartOf(c).lines, SHIPPING) }),
    );
    app.post(`${SITE}/CheckoutServices-PlaceOrder`, async (c) => {
      const cart = cartOf(c);
      await pause(300);
      if (!cart.tries++)
        return c.json({ error: true, errorMessage: 'No pudimos procesar tu pago. Intenta con otra tarjeta.' });
      orders.push(cart.lines);
      cart.lines = [];
      return c.json({ error: false, orderID: '00004217', orderToken: 'tY8-d', continueUrl: `${SITE}/Order-Confirm` });
    });
    app.get(`${SITE}/Order-Confirm`, (c) => {
      const lines = orders[0]!;
      return page(
        c,
        'Order-Confirm',
        'Confirmación del pedido',
        `<div class="container receipt"><h1 class="page-title">Gracias</h1><h2 class="order-thank-you-msg">Gracias por tu pedido.</h2><p class="order-thank-you-email-msg">Recibirás una confirmación por correo a</p><div class="card"><h4>Recibo</h4><p><span class="summary-section-label order-number-label">Número de pedido:</span> <span class="summary-details order-number">00004217</span></p><p><span class="order-date-label">Fecha del pedido:</span> <span class="summary-details order-date">25/11/26</span></p>${lines.map(({ product, quantity }) => `<div class="product-line-item"><div class="line-item-name"><span>${product.name}</span></div><p>Cantidad: <span class="qty-card-quantity-count">${quantity}</span></p><div class="line-item-total-price-amount">${pesos(product.price * quantity)}</div></div>`).join('')}<div class="order-total-summary"><p class="order-receipt-label"><span>Subtotal</span></p><p><span class="sub-total">${pesos(sumOf(lines))}</span></p><p class="order-receipt-label"><span>Envío</span></p><p><span class="shipping-total-cost">${pesos(SHIPPING)}</span></p><p class="order-receipt-label"><span>Total</span></p><p><span class="grand-total-sum">${pesos(sumOf(lines) + SHIPPING)}</span></p></div></div></div>`,
      );
    });

    const go = (path: string) => (tab: Page) => tab.goto(origin + path);
    const of = ({ slug, id }: Product) => `/s/Tienda/${slug}/${id}.html`;
    return {
      apps: { shop: app },
      walk: [
        step(
          'llega de un anuncio',
          (tab) => tab.goto(`${origin}/s/Tienda/?msclkid=1`, { referer: 'https://www.bing.com/' }),
          { name: 'landing' },
        ),
        step('busca en vano', fill({ '[name=q]': 'silla' }, press('[name=search-button]'))),
        step('abre la categoría', go('/s/Tienda/mujer/'), { name: 'view_item_list' }),
        step(
          'abre el vestido',
          press(`main a, .product-grid a[href$="${dress.id}.html"]`),
          pieces('view_item', 'MXN', [dress, 1]),
        ),
        step('elige la talla', until('[data-attr-value="38"]', 'button.add-to-cart:not([disabled])')),
        step('lo guarda en la lista de deseos', until('.add-to-wish-list', '.alert-success')),
        step(
          'agrega dos',
          async (tab) => {
            await tab.selectOption('.quantity-select', '2');
            await tab.click('button.add-to-cart');
            await tab.waitForSelector(':text("Producto agregado")');
          },
          pieces('add_to_cart', 'MXN', [dress, 2]),
        ),
        step('abre las botas', go(of(boots)), pieces('view_item', 'MXN', [boots, 1])),
        step('no consigue botas', until('button.add-to-cart', '.alert-danger')),
        step('abre la mascada', go(of(scarf)), pieces('view_item', 'MXN', [scarf, 1])),
        step('la agrega', until('button.add-to-cart', '.alert-success'), pieces('add_to_cart', 'MXN', [scarf, 1])),
        step('abre un conjunto', go('/s/Tienda/conjunto/set-playa.html'), optional('view_item')),
        step(
          'agrega todo el conjunto',
          until('.add-to-cart-global', '.alert-success'),
          pieces('add_to_cart', 'MXN', [watch, 1], [scarf, 1]),
        ),
        step('pasa por encima del carrito', (tab) =>
          tab
            .hover('.minicart-link')
            .then(() => tab.waitForSelector('.popover.show'))
            .then(() => tab.mouse.move(0, 600)),
        ),
        step(
          'se equivoca de correo',
          fill({ '[name=hpEmailSignUp]': 'a@b' }, until('.subscribe-email', '.alert-danger')),
        ),
        step(
          'se suscribe',
          fill({ '[name=hpEmailSignUp]': 'a@b.example' }, until('.subscribe-email', '.alert-success')),
          { name: 'generate_lead', form_kind: 'newsletter' },
        ),
        step('intenta iniciar sesión', async (tab) => {
          await press('header a[href$=Login-Show]')(tab);
          await fill({ '[name=loginEmail]': 'a@b.example', '[name=loginPassword]': 'x' }, press('.login-button'))(tab);
        }),
        step('abre el carrito', go('/s/Tienda/cart'), pieces('view_cart', 'MXN', [dress, 2], [scarf, 2], [watch, 1])),
        step(
          'quiere tres vestidos',
          async (tab) => {
            await tab.selectOption(`select[data-uuid=${uuid(dress)}]`, '3');
            await tab.waitForSelector(`.minicart-quantity:text("6")`);
          },
          { ...pieces('add_to_cart', 'MXN', [dress, 1]), optional: true },
        ),
        step('casi elimina el reloj', async (tab) => {
          await tab.click(`[data-uuid=${uuid(watch)}].remove-product`);
          await tab.click('[data-dismiss=modal]');
        }),
        step(
          'elimina las mascadas',
          async (tab) => {
            await tab.click(`[data-uuid=${uuid(scarf)}].remove-product`);
            await tab.click('.cart-delete-confirmation-btn');
            await tab.waitForSelector(`.minicart-quantity:text("4")`);
          },
          pieces('remove_from_cart', 'MXN', [scarf, 2]),
        ),
        step(
          'prueba un cupón',
          fill({ '[name=couponCode]': 'X' }, until('.promo-code-btn', '.coupon-error-message:not(:empty)')),
        ),
        step('va a pagar', press('.checkout-btn'), { name: 'begin_checkout' }),
        step('sigue como invitado', press('.checkout-as-guest')),
        step('olvida el código postal', until('.submit-shipping', '[role=alert]')),
        step(
          'da la dirección',
          fill({ '[name=dwfrm_shipping_postalCode]': '06700' }, until('.submit-shipping', '.submit-payment')),
          { name: 'add_shipping_info' },
        ),
        step('da la tarjeta', until('.submit-payment', '.place-order'), { name: 'add_payment_info' }),
        step('es rechazado', until('.place-order', '[role=alert]')),
        step(
          'hace el pedido',
          press('.place-order'),
          byName(
            order(
              'MXN',
              { id: '00004217', total: 3 * dress.price + watch.price + SHIPPING, shipping: SHIPPING },
              [dress, 3],
              [watch, 1],
            ),
          ),
        ),
        step('recarga', (tab) => tab.reload()),
        step('vuelve al inicio', press('.logo-home')),
      ],
    };
  },
};

export default platform;
