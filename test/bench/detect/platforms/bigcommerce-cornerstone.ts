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
  pause,
  pieces,
  press,
  printer,
  step,
  sumOf,
  until,
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { inline } from '../spa.ts';

const kettle = good('111', 'OTL', 'Ledbury Stovetop Kettle', 'ledbury-stovetop-kettle', 4550);
const tin = good('86', 'TIN-9', 'Able Biscuit Tin', 'able-biscuit-tin', 1825);
const chair = good('94', 'CHR-01', 'Tiered Garden Chair', 'tiered-garden-chair', 122400);
const jar = good('77', 'JAR-2', 'Terrarium Jar', 'terrarium-jar', 10900, true);
const products = [kettle, tin, chair, jar];
const SHIPPING = 695;

const pounds = printer('en-GB', 'GBP');

/** The theme's script: posts through the platform's remote API, a preview in a modal, a removal that asks first. */
const client = `
const remote = (path, body) => new Promise((done) => {
  const xhr = new XMLHttpRequest();
  xhr.open(body ? 'POST' : 'GET', path);
  xhr.setRequestHeader('x-xsrf-token', BCData.csrf_token);
  xhr.setRequestHeader('x-requested-with', 'stencil-utils');
  xhr.onload = () => { try { done(JSON.parse(xhr.responseText)); } catch { done(xhr.responseText); } };
  xhr.send(body ?? null);
});
const modal = (html) => { document.querySelector('.modal')?.remove(); document.body.insertAdjacentHTML('beforeend', '<div id="previewModal" class="modal open" role="dialog"><button class="modal-close" aria-label="Close">×</button>' + html + '</div>'); };
const count = (n) => { for (const pill of document.querySelectorAll('.cart-quantity')) { pill.textContent = n || ''; pill.classList.toggle('countPill--positive', n > 0); } };
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('[data-cart-item-add]')) return;
  event.preventDefault();
  const button = form.querySelector('#form-action-addToCart');
  const label = button.value;
  button.value = button.dataset.waitMessage;
  button.disabled = true;
  const { data } = await remote('/remote/v1/cart/add', new FormData(form));
  button.value = label;
  button.disabled = false;
  if (data.error) return void (form.querySelector('.productAttributes-message').innerHTML = '<div class="alertBox alertBox--error" role="alert">' + data.error + '</div>');
  const html = await remote('/cart.php?suggest=' + data.cart_item.id);
  modal(html);
  count(Number(new DOMParser().parseFromString(html, 'text/html').querySelector('[data-cart-quantity]').dataset.cartQuantity));
});
let removing;
document.addEventListener('click', async (event) => {
  const { target } = event;
  if (target.closest('.modal-close')) target.closest('.modal').remove();
  const look = target.closest('.quickview');
  if (look) modal(new DOMParser().parseFromString(await remote('/products.php?productId=' + look.dataset.productId), 'text/html').querySelector('.productView').outerHTML);
  const option = target.closest('[data-product-attribute] input');
  if (option) remote('/remote/v1/product-attributes/' + option.form.elements.product_id.value, new FormData(option.form));
  const remove = target.closest('.cart-remove');
  if (remove) { event.preventDefault(); removing = remove.dataset.cartItemid; modal('<p>' + remove.dataset.confirmDelete + '</p><button class="button cancel">Cancel</button><button class="button confirm">OK</button>'); }
  if (target.closest('.modal .cancel')) document.querySelector('.modal').remove();
  const step = target.closest('[data-cart-update]');
  const update = async (id, quantity) => {
    const body = new FormData();
    body.append('items[0][id]', id);
    body.append('items[0][quantity]', quantity);
    const { data } = await remote('/remote/v1/cart/update', body);
    if (data.status === 'succeed') { if (document.querySelectorAll('[data-item-row]').length < 2 && !quantity) return location.reload(); document.querySelector('[data-cart]').outerHTML = await remote('/cart.php?section=content'); }
    else modal('<p class="alertBox">' + data.errors.join() + '</p>');
  };
  if (target.closest('.modal .confirm')) { document.querySelector('.modal').remove(); update(removing, 0); }
  if (step) update(step.dataset.cartItemid, Number(document.getElementById('qty-' + step.dataset.cartItemid).value) + (step.dataset.action === 'inc' ? 1 : -1));
});
fetch('/api/storefront/cart-summary').then((answer) => answer.json()).then(({ total_quantity }) => count(total_quantity));`;

/** The hosted checkout, an application of its own on the shop's domain, and the confirmation it routes to. */
const checkout = `
const api = async (method, path, body) => { const answer = await fetch(path, { method, headers: { Accept: 'application/vnd.bc.v1+json', 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) }); return { status: answer.status, body: answer.status === 204 ? undefined : await answer.json() }; };
const money = (amount) => '£' + amount.toLocaleString('en-GB', { minimumFractionDigits: 2 });
const app = document.getElementById('checkout-app');
const summary = ({ cart, grandTotal, shippingCostTotal, subtotal }) => '<aside class="layout-cart"><article class="cart optimizedCheckout-orderSummary" data-test="cart"><h3 class="cart-title">Order Summary</h3><a class="cart-header-link" href="/cart.php">Edit Cart</a><ul class="productList">' + cart.lineItems.physicalItems.map(({ name, quantity, extendedListPrice }) => '<li class="productList-item"><div class="product" data-test="cart-item"><h4 class="product-title" data-test="cart-item-product-title">' + quantity + ' x ' + name + '</h4><div class="product-price" data-test="cart-item-product-price">' + money(extendedListPrice) + '</div></div></li>').join('') + '</ul><div class="cart-priceItem"><span class="cart-priceItem-label">Subtotal</span> <span class="cart-priceItem-value">' + money(subtotal) + '</span></div><div class="cart-priceItem"><span class="cart-priceItem-label">Shipping</span> <span class="cart-priceItem-value">' + money(shippingCostTotal) + '</span></div><div class="cart-priceItem cart-priceItem--total"><span class="cart-priceItem-label">Total (GBP)</span> <span class="cart-priceItem-value" data-test="cart-total">' + money(grandTotal) + '</span></div></article></aside>';
const bodies = { customer: '<input type="email" id="email" name="email" autocomplete="email"><button id="checkout-customer-continue" type="submit">Continue</button>', shipping: '<input id="address1"><input id="postCode"><button id="checkout-shipping-continue" type="submit">Continue</button>', payment: '<input name="ccNumber" autocomplete="cc-number"><button id="checkout-payment-continue" type="submit">Place Order</button>' };
let data;
const draw = (at, error = '') => { app.innerHTML = '<ol class="checkout-steps">' + Object.entries(bodies).map(([name, html]) => '<li class="checkout-step checkout-step--' + name + '"><h2 class="stepHeader-title">' + name[0].toUpperCase() + name.slice(1) + '</h2>' + (name === at ? '<form novalidate>' + html + '</form>' : '') + '</li>').join('') + '</ol>' + (error && '<div class="modal" role="alert">' + error + '</div>') + summary(data); };
app.addEventListener('submit', async (event) => {
  event.preventDefault();
  const kind = event.target.querySelector('button').id.split('-')[1];
  if (kind === 'customer') { ({ body: data } = await api('POST', '/api/storefront/checkouts/' + data.id + '/billing-address', { email: event.target.email.value })); draw('shipping'); }
  if (kind === 'shipping') { ({ body: data } = await api('POST', '/api/storefront/checkouts/' + data.id + '/consignments', [{ address: { postalCode: document.getElementById('postCode').value }, lineItems: data.cart.lineItems.physicalItems.map(({ id: itemId, quantity }) => ({ itemId, quantity })) }])); draw('payment'); }
  if (kind === 'payment') {
    const { body: made } = await api('POST', '/internalapi/v1/checkout/order', { cartId: data.cart.id, customerMessage: '' });
    const { status } = await api('POST', '/api/public/v1/orders/payments', { payment: { instrument: {} }, orderId: made.data.order.orderId });
    if (status >= 400) return draw('payment', 'Your card was declined.');
    location.assign('/checkout/order-confirmation');
  }
});
const confirm = async () => {
  const { body: order } = await api('GET', '/api/storefront/orders/142');
  app.innerHTML = '<div class="orderConfirmation"><h1 class="optimizedCheckout-headingPrimary" data-test="order-confirmation-heading">Thank you Ann!</h1><section class="orderConfirmation-section"><p data-test="order-confirmation-order-number-text">Your order number is <strong>' + order.orderId + '</strong></p><p data-test="order-confirmation-order-status-text">An email will be sent containing information about your purchase.</p></section><a href="/"><button type="button">Continue Shopping »</button></a></div>' + summary({ cart: order, grandTotal: order.orderAmount, shippingCostTotal: order.shippingCostTotal, subtotal: order.baseAmount });
};
if (location.pathname.includes('confirmation')) confirm();
else api('GET', '/api/storefront/checkout/f1a3?include=cart.lineItems').then(({ body }) => { data = body; draw('customer'); });`;

const platform: Platform = {
  name: 'BigCommerce, Cornerstone',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<{ lines: Line[]; shipped: boolean; tries: number; done: Line[] }>(
      () => ({ lines: [], shipped: false, tries: 0, done: [] }),
      'SHOP_SESSION_TOKEN',
    );
    const count = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const idOf = ({ id }: Product) => `c0ffee-${id}`;

    const page = (context: Context, title: string, body: string, head = '') =>
      context.html(`<!doctype html><html class="no-js" lang="en"><head><title>${title}</title>${head}<script>var BCData = ${inline({ csrf_token: '5e1f', product_attributes: {} })};</script>${tag}</head><body class="csscolumns papaSupports-left">
<header class="header" role="banner"><a href="/">Hearth &amp; Home</a><a href="/kitchen/">Kitchen</a><a href="/contact-us/">Contact</a><form class="form" data-quick-search-form action="/search.php"><input class="form-input" type="search" name="search_query" placeholder="Search the store"></form>
<a class="navUser-action" href="/login.php">Sign in</a><a class="navUser-action" data-cart-preview href="/cart.php" aria-label="Cart with 0 items"><span class="navUser-item-cartLabel">Cart</span> <span class="countPill cart-quantity"></span></a>
<select aria-label="Currency" onchange="location.reload()"><option>GBP</option><option>EUR</option></select></header>
<main class="body" id="main-content">${body}</main><footer><h3>Subscribe to our newsletter</h3><form class="form" action="/subscribe.php" method="post"><input type="hidden" name="action" value="subscribe"><input type="hidden" name="nl_first_name" value="bc"><input class="form-input" name="nl_email" type="email" placeholder="Your email address"><input class="button button--primary" type="submit" value="Subscribe"></form></footer><script>${client}</script></body></html>`);
    const priceOf = ({ price }: Product) =>
      `<div class="price-section price-section--withTax"><span class="price-label">Now:</span> <span data-product-price-with-tax class="price price--withTax">${pounds(price)}</span> <abbr title="Including VAT">(Inc. VAT)</abbr></div>`;

    app.get('/', (c) => page(c, 'Hearth & Home', '<h1>Made to last</h1>'));
    app.get('/search.php', (c) => page(c, 'Search results', '<h1 class="page-heading">0 results for \'lamp\'</h1>'));
    app.get('/kitchen/', (c) =>
      page(
        c,
        'Kitchen',
        `<h1 class="page-heading">Kitchen</h1><form class="actionBar" method="get" data-sort-by="product"><select name="sort"><option value="featured">Featured Items</option></select><button>Sort</button></form><form action="/compare" method="POST" data-product-compare><ul class="productGrid">${products
          .map(
            ({ id, name, slug, price }) =>
              `<li class="product"><article class="card" data-entity-id="${id}" data-name="${name}" data-product-category="Kitchen" data-product-price="${price / 100}"><figure class="card-figure"><button type="button" class="button button--small card-figcaption-button quickview" data-product-id="${id}">Quick view</button><label class="button button--small card-figcaption-button" for="compare-${id}">Compare <input type="checkbox" name="products[]" value="${id}" id="compare-${id}" data-compare-id="${id}"></label></figure><h3 class="card-title"><a href="/${slug}/" data-event-type="product-click">${name}</a></h3><div class="card-text" data-test-info-type="price"><span data-product-price-with-tax class="price price--withTax">${pounds(price)}</span></div>${
                id === chair.id
                  ? `<a href="/${slug}/" data-event-type="product-click" class="button button--small card-figcaption-button" data-product-id="${id}">Choose Options</a>`
                  : `<a href="/cart.php?action=add&amp;product_id=${id}" data-event-type="product-click" data-button-type="add-cart" class="button button--small card-figcaption-button">Add to Cart</a>`
              }</article></li>`,
          )
          .join('')}</ul></form>`,
      ),
    );
    const view = (product: Product) => {
      const { id, sku, name, price } = product;
      return `<div class="productView" data-event-type="product" data-entity-id="${id}" data-name="${name}" data-product-price="${price / 100}"><h1 class="productView-title">${name}</h1><div class="productView-price">${priceOf(product)}</div><dl class="productView-info"><dt>SKU:</dt><dd data-product-sku>${sku}</dd></dl>
<form class="form" method="post" action="/cart.php" enctype="multipart/form-data" data-cart-item-add><input type="hidden" name="action" value="add"><input type="hidden" name="product_id" value="${id}">${product === chair ? '<div class="form-field" data-product-attribute="set-rectangle"><label>Colour:</label><input type="radio" name="attribute[118]" value="104" id="a104"><label for="a104">Green</label></div>' : ''}<input class="form-input" name="qty[]" type="tel" value="1"><div class="productAttributes-message"></div><input id="form-action-addToCart" data-wait-message="Adding to cart…" class="button button--primary" type="submit" value="Add to Cart"></form>
<form action="/wishlist.php?action=add&amp;product_id=${id}" class="form form-wishlist" data-wishlist-add method="post"><input type="submit" class="button" value="Add to My Wish List"></form></div>`;
    };
    app.get('/products.php', (c) => {
      const product = products.find(({ id }) => id === c.req.query('productId'))!;
      return c.html(view(product));
    });
    for (const product of products)
      app.get(`/${product.slug}/`, (c) => {
        const data = {
          '@context': 'https://schema.org/',
          '@type': 'Product',
          name: product.name,
          sku: product.sku,
          url: `${origin}/${product.slug}/`,
          offers: { '@type': 'Offer', priceCurrency: 'GBP', price: product.price / 100 },
        };
        return page(
          c,
          product.name,
          `${view(product)}<section class="productView-reviews"><form class="form writeReview-form" action="/postreview.php" method="post"><input type="email" name="email"><textarea name="revtext"></textarea><input type="submit" class="button" value="Submit Review"></form></section>`,
          `<meta property="product:price:amount" content="${product.price / 100}"><meta property="product:price:currency" content="GBP"><meta property="og:type" content="product"><script type="application/ld+json">${inline(data)}</script>`,
        );
      });
    app.post('/postreview.php', (c) => c.redirect(c.req.header('referer')!));
    app.post('/remote/v1/product-attributes/:id', (c) =>
      c.json({ data: { price: { with_tax: { value: chair.price / 100, currency: 'GBP' } }, sku: chair.sku } }),
    );
    const lineItems = (lines: Line[]) =>
      lines.map(({ product, quantity }) => ({
        product_id: Number(product.id),
        product_name: product.name,
        base_price: product.price / 100,
        purchase_price: product.price / 100,
        quantity,
        sku: product.sku,
        currency: 'GBP',
      }));
    app.post('/remote/v1/cart/add', async (c) => {
      const form = await c.req.formData();
      const product = products.find(({ id }) => id === form.get('product_id'))!;
      await pause(180);
      if (product === chair && !form.get('attribute[118]'))
        return c.json({ data: { error: 'Please choose a value for the option "Colour".' } });
      if (product.soldOut) return c.json({ data: { error: `${product.name} is out of stock and cannot be added.` } });
      const quantity = Number(form.get('qty[]'));
      add(cartOf(c).lines, product, quantity);
      return c.json({
        data: {
          cart_id: 'f1a3',
          cart_item: { id: idOf(product), hash: '', product_id: Number(product.id), cart_url: `${origin}/cart.php` },
          channel_id: 1,
          currency: 'GBP',
          product_value: (product.price * quantity) / 100,
          line_items: lineItems([{ product, quantity }]),
        },
      });
    });
    const content = (lines: Line[]) =>
      `<div class="page-content" data-cart>${
        lines.length
          ? `<table class="cart" data-cart-quantity="${count(lines)}"><thead class="cart-header"><tr><th>Item</th><th>Price</th><th>Quantity</th><th>Total</th></tr></thead><tbody class="cart-list">${lines
              .map(
                ({ product, quantity }) =>
                  `<tr class="cart-item" data-item-row><td class="cart-item-block cart-item-title"><h4><a class="cart-item-name__label" href="${origin}/${product.slug}/">${product.name}</a></h4></td><td class="cart-item-block cart-item-info"><span class="cart-item-label">Price</span> <span class="cart-item-value">${pounds(product.price)}</span></td><td class="cart-item-block cart-item-quantity"><div class="form-increment"><button class="button button--icon" data-cart-update data-cart-itemid="${idOf(product)}" data-action="dec">-</button><input class="form-input form-input--incrementTotal cart-item-qty-input" id="qty-${idOf(product)}" name="qty-${idOf(product)}" type="tel" value="${quantity}"><button class="button button--icon" data-cart-update data-cart-itemid="${idOf(product)}" data-action="inc">+</button></div></td><td class="cart-item-block cart-item-info"><span class="cart-item-label">Total</span> <strong class="cart-item-value">${pounds(product.price * quantity)}</strong> <button class="cart-remove icon" data-cart-itemid="${idOf(product)}" data-confirm-delete="Are you sure you want to delete this item?" aria-label="Remove ${product.name} from cart"><svg></svg></button></td></tr>`,
              )
              .join(
                '',
              )}</tbody></table><ul class="cart-totals"><li class="cart-total"><div class="cart-total-label"><strong>Subtotal:</strong></div><div class="cart-total-value">${pounds(sumOf(lines))}</div></li><li class="cart-total"><div class="cart-total-label"><strong>Grand total:</strong></div><div class="cart-total-value cart-total-grandTotal">${pounds(sumOf(lines))}</div></li></ul><form class="form form--cart coupon-form" method="post" action="/cart.php"><input type="hidden" name="action" value="applycoupon"><input class="form-input" name="couponcode" placeholder="Enter your coupon code"><input class="button" type="submit" value="Apply"></form><div class="cart-actions"><a class="button button--primary" href="/checkout" data-primary-checkout-now-action>Check out</a></div>`
          : '<h3 tabindex="0">Your cart is empty</h3>'
      }</div>`;
    app.get('/cart.php', (c) => {
      const cart = cartOf(c);
      const { lines } = cart;
      if (c.req.query('action') === 'add') {
        const product = products.find(({ id }) => id === c.req.query('product_id'))!;
        if (product.soldOut) return c.redirect(`/${product.slug}/?error=stock`);
        add(lines, product, 1);
        return c.redirect('/cart.php');
      }
      if (c.req.query('suggest')) {
        const added = lines.find(({ product }) => idOf(product) === c.req.query('suggest'))!;
        return c.html(
          `<div class="modal-header"><h2 class="modal-header-title">Ok, ${count(lines)} items were added to your cart. What's next?</h2></div><section class="previewCart" data-cart-quantity="${count(lines)}"><h5 class="productView-title">${added.product.name}</h5><span class="productView-price">${added.quantity} × ${pounds(added.product.price)}</span><a href="/checkout" class="button button--primary">Proceed to checkout</a><div class="previewCart-details">Order subtotal <strong>${pounds(sumOf(lines))}</strong></div><a href="/" class="button" data-reveal-close>Continue Shopping</a><a href="/cart.php" class="button">View or edit your cart</a></section>`,
        );
      }
      if (c.req.query('section')) return c.html(content(lines));
      return page(
        c,
        'Shopping Cart',
        `<h1 class="page-heading" data-cart-page-title>Your Cart (${count(lines)} items)</h1>${content(lines)}`,
      );
    });
    app.post('/cart.php', (c) => c.redirect('/cart.php'));
    app.get('/api/storefront/cart-summary', (c) => c.json({ total_quantity: count(cartOf(c).lines) }));
    app.post('/remote/v1/cart/update', async (c) => {
      const cart = cartOf(c);
      const form = await c.req.formData();
      const line = cart.lines.find(({ product }) => idOf(product) === form.get('items[0][id]'))!;
      const quantity = Number(form.get('items[0][quantity]'));
      if (quantity > 5) return c.json({ data: { status: 'failed', errors: ['We only have 5 of these in stock.'] } });
      const removed = { ...line, quantity: line.quantity - quantity };
      if (quantity) line.quantity = quantity;
      else cart.lines = cart.lines.filter((other) => other !== line);
      return c.json({
        data: {
          status: 'succeed',
          errors: [],
          currency: 'GBP',
          product_value: (removed.product.price * removed.quantity) / 100,
          line_items: lineItems([removed]),
        },
      });
    });
    app.post('/wishlist.php', (c) => c.redirect('/login.php'));
    const login = (c: Context, error = '') =>
      page(
        c,
        'Sign in',
        `<h1 class="page-heading">Sign in</h1>${error}<form class="login-form form" action="/login.php?action=check_login" method="post"><input name="login_email" type="email"><input name="login_pass" type="password"><input type="submit" class="button button--primary" value="Sign in"></form>`,
      );
    app.get('/login.php', (c) => login(c));
    app.post('/login.php', (c) =>
      login(c, '<div class="alertBox alertBox--error">Your email address or password is incorrect.</div>'),
    );
    app.post('/subscribe.php', (c) =>
      page(
        c,
        'Subscribe',
        '<h1 class="page-heading">Newsletter Subscription</h1><p>Thank you for joining our mailing list.</p>',
      ),
    );
    app.get('/contact-us/', (c) =>
      c.req.query('action') === 'contact_sent'
        ? page(
            c,
            'Contact Us',
            '<h1 class="page-heading">Contact Us</h1><p id="contact-us-success">We\'ve received your feedback and will respond shortly if required.</p>',
          )
        : page(
            c,
            'Contact Us',
            '<h1 class="page-heading">Contact Us</h1><form data-contact-form class="form" action="/pages.php?action=sendContactForm" method="post"><input name="contact_fullname"><input type="email" name="contact_email"><textarea name="contact_question"></textarea><input type="submit" class="button button--primary" value="Submit Form"></form>',
          ),
    );
    app.post('/pages.php', (c) => c.redirect('/contact-us/?action=contact_sent'));

    const hosted = (title: string) =>
      `<!doctype html><html lang="en"><head><title>${title}</title>${tag}</head><body class="remove-hook"><header class="checkoutHeader"><a href="/">Hearth &amp; Home</a></header><div id="checkout-app"></div><script>${checkout}</script></body></html>`;
    app.get('/checkout', (c) => c.html(hosted('Checkout - Hearth & Home')));
    app.get('/checkout/order-confirmation', (c) => c.html(hosted('Checkout - Hearth & Home')));
    const items = (lines: Line[]) => ({
      physicalItems: lines.map(({ product, quantity }) => ({
        id: idOf(product),
        productId: Number(product.id),
        sku: product.sku,
        name: product.name,
        quantity,
        listPrice: product.price / 100,
        salePrice: product.price / 100,
        extendedListPrice: (product.price * quantity) / 100,
      })),
      digitalItems: [],
    });
    const state = ({ lines, shipped }: { lines: Line[]; shipped: boolean }) => ({
      id: 'f1a3',
      cart: {
        id: 'f1a3',
        currency: { code: 'GBP', symbol: '£' },
        cartAmount: sumOf(lines) / 100,
        lineItems: items(lines),
      },
      subtotal: sumOf(lines) / 100,
      shippingCostTotal: shipped ? SHIPPING / 100 : 0,
      grandTotal: (sumOf(lines) + (shipped ? SHIPPING : 0)) / 100,
      outstandingBalance: (sumOf(lines) + (shipped ? SHIPPING : 0)) / 100,
    });
    app.get('/api/storefront/checkout/:id', (c) => c.json(state(cartOf(c))));
    app.post('/api/storefront/checkouts/:id/billing-address', (c) => c.json(state(cartOf(c))));
    app.post('/api/storefront/checkouts/:id/consignments', (c) => {
      const cart = cartOf(c);
      cart.shipped = true;
      return c.json(state(cart));
    });
    app.post('/internalapi/v1/checkout/order', (c) =>
      c.json({ data: { order: { orderId: 142, token: 'eyJ0', status: 'INCOMPLETE', payment: {} } }, meta: {} }),
    );
    app.post('/api/public/v1/orders/payments', async (c) => {
      const cart = cartOf(c);
      await pause(300);
      if (!cart.tries++) return c.json({ errors: [{ code: 'transaction_declined' }], status: 'error' }, 400);
      Object.assign(cart, { lines: [], done: cart.lines });
      return c.json({ status: 'success', three_ds_result: {} });
    });
    app.get('/api/storefront/orders/:id', (c) => {
      const { done } = cartOf(c);
      return c.json({
        orderId: 142,
        cartId: 'f1a3',
        currency: { code: 'GBP', symbol: '£', decimalPlaces: 2 },
        baseAmount: sumOf(done) / 100,
        shippingCostTotal: SHIPPING / 100,
        orderAmount: (sumOf(done) + SHIPPING) / 100,
        status: 'AWAITING_FULFILLMENT',
        isComplete: true,
        lineItems: items(done),
        physicalItems: [],
      });
    });

    const go = (path: string) => (tab: Page) => tab.goto(origin + path);
    const done = '#previewModal .previewCart';
    return {
      apps: { shop: app },
      walk: [
        step(
          'lands from a social network',
          (tab) => tab.goto(`${origin}/?fbclid=IwAR1`, { referer: 'https://l.facebook.com/' }),
          { name: 'landing' },
        ),
        step('searches in vain', (tab) =>
          tab
            .fill('[name=search_query]', 'lamp')
            .then(() => Promise.all([tab.waitForURL(/search/), tab.press('[name=search_query]', 'Enter')])),
        ),
        step('opens the kitchen', press('header a[href="/kitchen/"]'), { name: 'view_item_list' }),
        step('marks the kettle to compare', (tab) => tab.check(`[data-compare-id="${kettle.id}"]`)),
        step('sorts', press('.actionBar button')),
        step(
          'adds a tin by its card’s link',
          press(`a[href$="product_id=${tin.id}"]`),
          pieces('add_to_cart', 'GBP', [tin, 1]),
          { name: 'view_cart' },
        ),
        step('goes back to the kitchen', go('/kitchen/'), optional('view_item_list')),
        step(
          'wants the chair, which has options',
          press(`a[href="/${chair.slug}/"].button`),
          pieces('view_item', 'GBP', [chair, 1]),
        ),
        step('is asked for a colour', until('#form-action-addToCart', '.alertBox--error')),
        step('chooses green', (tab) => tab.check('#a104').then(() => tab.waitForLoadState('networkidle'))),
        step('adds the chair', until('#form-action-addToCart', done), pieces('add_to_cart', 'GBP', [chair, 1])),
        step('closes the preview', (tab) => tab.click('.modal-close')),
        step('wishes for it, and is sent to sign in', press('.form-wishlist input')),
        step(
          'signs in wrongly',
          fill({ '[name=login_email]': 'a@b.example', '[name=login_pass]': 'x' }, press('.login-form .button')),
        ),
        step('goes back to the kitchen once more', go('/kitchen/'), optional('view_item_list')),
        step(
          'looks quickly at the kettle',
          until(`.quickview[data-product-id="${kettle.id}"]`, '#previewModal .productView'),
          optional('view_item'),
        ),
        step(
          'adds two kettles from there',
          fill({ '#previewModal [name="qty[]"]': '2' }, until('#previewModal #form-action-addToCart', done)),
          pieces('add_to_cart', 'GBP', [kettle, 2]),
        ),
        step('opens the jar', go(`/${jar.slug}/`), pieces('view_item', 'GBP', [jar, 1])),
        step('gets no jar', until('#form-action-addToCart', '.alertBox--error')),
        step('asks a question', go('/contact-us/')),
        step(
          'sends it',
          fill(
            { '[name=contact_email]': 'a@b.example', '[name=contact_question]': 'When?' },
            press('[data-contact-form] .button'),
          ),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step(
          'opens the cart',
          press('[data-cart-preview]'),
          pieces('view_cart', 'GBP', [tin, 1], [chair, 1], [kettle, 2]),
        ),
        step(
          'enters a coupon that does not exist',
          fill({ '[name=couponcode]': 'X' }, press('.coupon-form .button')),
          optional('view_cart'),
        ),
        step(
          'takes a second tin',
          until(`[data-cart-itemid="${idOf(tin)}"][data-action=inc]`, `#qty-${idOf(tin)}[value="2"]`),
          { ...pieces('add_to_cart', 'GBP', [tin, 1]), optional: true },
        ),
        step('begins to remove the chair, and thinks again', async (tab) => {
          await until(`.cart-remove[data-cart-itemid="${idOf(chair)}"]`, '.modal .cancel')(tab);
          await tab.click('.modal .cancel');
        }),
        step(
          'removes the chair',
          async (tab) => {
            await until(`.cart-remove[data-cart-itemid="${idOf(chair)}"]`, '.modal .confirm')(tab);
            await tab.click('.modal .confirm');
            await tab.waitForFunction(() => document.querySelectorAll('[data-item-row]').length === 2);
          },
          pieces('remove_from_cart', 'GBP', [chair, 1]),
        ),
        step(
          'checks out',
          (tab) => press('[data-primary-checkout-now-action]')(tab).then(() => tab.waitForSelector('#email')),
          pieces('begin_checkout', 'GBP', [tin, 2], [kettle, 2]),
        ),
        step(
          'gives an e-mail address',
          fill({ '#email': 'a@b.example' }, until('#checkout-customer-continue', '#postCode')),
        ),
        step('gives an address', until('#checkout-shipping-continue', '#checkout-payment-continue'), {
          name: 'add_shipping_info',
        }),
        step('is declined', until('#checkout-payment-continue', '[role=alert]'), optional('add_payment_info')),
        step(
          'pays',
          (tab) => press('#checkout-payment-continue')(tab).then(() => tab.waitForSelector('.orderConfirmation')),
          optional('add_payment_info'),
          order(
            'GBP',
            { id: '142', total: 2 * tin.price + 2 * kettle.price + SHIPPING, shipping: SHIPPING },
            [tin, 2],
            [kettle, 2],
          ),
        ),
        step('reloads; the order is fetched again', (tab) =>
          tab.reload().then(() => tab.waitForSelector('.orderConfirmation')),
        ),
        step('goes home', press('header a')),
      ],
    };
  },
};

export default platform;
