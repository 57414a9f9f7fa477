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

const board = good('5f2a01', 'SQ0101', 'Blackwood Chopping Board', 'blackwood-chopping-board', 12900);
const spoon = good('5f2a02', 'SQ0102', 'Huon Pine Spoon', 'huon-pine-spoon', 3450);
const stool = good('5f2a03', 'SQ0103', 'Three-legged Stool', 'three-legged-stool', 24500);
const bowl = good('5f2a04', 'SQ0104', 'Burl Bowl', 'burl-bowl', 38000, true);
const products = [board, spoon, stool, bowl];
/** One left: a second is refused. */
const LAST = stool;
const SHIPPING = 1500;
const ORDER = '00317';

/** The shop writes a bare `$`; that it is not of the United States, only its data tells. */
const dollars = printer('en-AU', 'AUD');

/** The templates' script: buttons that are no buttons, a cart that is drawn by the page, forms that are sent as JSON. */
const client = `
const crumb = 'BZx1' + Math.random().toString(36).slice(2);
const ask = async (method, path, body) => { const answer = await fetch(path + (path.includes('?') ? '&' : '?') + 'crumb=' + crumb, { method, headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': crumb }, body: body && JSON.stringify(body) }); return { ok: answer.ok, body: await answer.json() }; };
const money = (cents) => '<span class="sqs-money-native">' + (cents / 100).toFixed(2) + '</span>';
const count = ({ entries }) => { for (const badge of document.querySelectorAll('.sqs-cart-quantity')) badge.textContent = entries.reduce((sum, { quantity }) => sum + quantity, 0); };
const draw = (cart) => {
  count(cart);
  const root = document.querySelector('#sqs-cart-root');
  if (!root) return;
  root.innerHTML = '<div class="cart-container"><h2 class="cart-title">Shopping Cart</h2>' + (cart.entries.length ? '<div class="cart-items">' + cart.entries.map(({ id, title, quantity, unitPriceCents, url }) => '<div class="cart-row" data-entry="' + id + '"><div class="cart-row-img"><img alt=""></div><div class="cart-row-desc"><a class="cart-row-title" href="' + url + '">' + title + '</a></div><div class="cart-row-qty"><input class="cart-row-qty-input" aria-label="Quantity" value="' + quantity + '"></div><div class="cart-row-price">$' + money(unitPriceCents * quantity) + '</div><button class="cart-row-remove" aria-label="Remove ' + title + '">×</button></div>').join('') + '</div><div class="cart-summary"><div class="cart-subtotal"><span class="cart-subtotal-label">Subtotal</span> <span class="cart-subtotal-price">$' + money(cart.subtotalCents) + '</span></div><button class="cart-checkout-button btn">Checkout</button></div>' : '<p class="empty-message">You have nothing in your shopping cart.</p><a class="cart-continue-button" href="/shop">Continue Shopping</a>') + '</div>';
};
const note = (button, text) => { button.querySelector('.sqs-add-to-cart-button-inner').textContent = text; };
document.addEventListener('click', async (event) => {
  const { target } = event;
  const button = target.closest('.sqs-add-to-cart-button');
  if (button && !button.matches('.sold-out')) {
    const item = button.closest('[data-product]');
    const choice = item.querySelector('select');
    if (choice && !choice.value) return alert('Please select Finish');
    note(button, 'Adding…');
    const { ok, body } = await ask('POST', '/api/commerce/shopping-cart/entries', { itemId: button.dataset.itemId, sku: JSON.parse(item.querySelector('.product-variants').dataset.variants)[0].sku, quantity: Number(item.querySelector('.quantity-input input')?.value ?? 1), additionalFields: 'null' });
    if (!ok) { note(button, button.dataset.originalLabel); item.insertAdjacentHTML('beforeend', '<div class="sqs-alert" role="alertdialog">' + body.error + '</div>'); return; }
    note(button, 'Added!');
    count(body.shoppingCart);
    setTimeout(() => note(button, button.dataset.originalLabel), 1500);
  }
  const look = target.closest('.sqs-product-quick-view-button');
  if (look) { const html = await (await fetch(look.dataset.url + '?format=quick-view')).text(); document.body.insertAdjacentHTML('beforeend', '<div class="sqs-lightbox-overlay" role="dialog"><button class="sqs-lightbox-close" aria-label="Close">×</button>' + html + '</div>'); }
  if (target.closest('.sqs-lightbox-close')) target.closest('.sqs-lightbox-overlay').remove();
  const gone = target.closest('.cart-row-remove');
  if (gone) draw((await ask('DELETE', '/api/commerce/shopping-cart/entries/' + gone.closest('[data-entry]').dataset.entry)).body.shoppingCart);
  if (target.closest('.cart-checkout-button')) location.href = '/checkout?cartToken=' + (await ask('POST', '/api/commerce/cart-token')).body.token;
});
document.addEventListener('change', async ({ target }) => { if (target.matches('.cart-row-qty-input')) draw((await ask('PUT', '/api/commerce/shopping-cart/entries/' + target.closest('[data-entry]').dataset.entry, { quantity: Number(target.value) })).body.shoppingCart); });
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('[data-form-id]')) return;
  event.preventDefault();
  const { ok, body } = await ask('POST', '/api/form/SaveFormSubmission', { formId: form.dataset.formId, collectionId: 'c1', objectName: 'page-section-1', form: JSON.stringify(Object.fromEntries(new FormData(form))) });
  form.querySelector('.field-errors')?.remove();
  if (ok) { form.hidden = true; form.insertAdjacentHTML('afterend', '<div class="form-submission-text">' + form.dataset.thanks + '</div>'); }
  else form.insertAdjacentHTML('afterbegin', '<div class="field-errors" role="alert">' + body.errors.join() + '</div>');
});
ask('GET', '/api/commerce/shopping-cart').then(({ body }) => draw(body.shoppingCart));`;

const platform: Platform = {
  name: 'Squarespace Commerce',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<{ lines: Line[]; done?: Line[]; tries: number }>(
      () => ({ lines: [], tries: 0 }),
      'CART',
    );
    const urlOf = ({ slug }: Product) => `/shop/p/${slug}`;
    const money = (cents: number) => `<span class="sqs-money-native">${(cents / 100).toFixed(2)}</span>`;
    const context = `<script>Static = window.Static || {}; Static.SQUARESPACE_CONTEXT = ${inline({ website: { id: 'w1', identifier: 'huon-and-hand', language: 'en-AU' }, websiteSettings: { storeSettings: { storeStatus: 3, selectedCurrency: 'AUD' } }, showCart: true })};</script>`;

    const page = (c: Context, kind: string, title: string, body: string, head = '') =>
      c.html(`<!doctype html><html lang="en-AU"><head><meta charset="utf-8"><title>${title} — Huon &amp; Hand</title>${head}${context}${tag}</head><body id="collection-c1" class="${kind} currency-style-symbol">
<header id="header"><a href="/">Huon &amp; Hand</a><nav><a href="/shop">Shop</a> <a href="/contact">Contact</a></nav><a href="/account/login" class="user-accounts-text-link">Login</a> <a href="/cart" class="header-actions-action--cart"><span class="Cart-label">Cart</span> (<span class="sqs-cart-quantity">0</span>)</a><form action="/search" class="search-form"><input type="search" name="q" placeholder="Search" aria-label="Search"></form></header>
<main id="page">${body}</main>
<footer><form class="newsletter-form" data-form-id="news" data-thanks="Thank you!" method="POST"><header class="newsletter-form-header"><h2>Subscribe</h2></header><div class="newsletter-form-field"><input name="email" type="email" placeholder="Email Address"></div><div class="newsletter-form-button-wrapper"><button class="newsletter-form-button" type="submit"><span>Sign Up</span></button></div></form></footer><script>${client}</script></body></html>`);
    const buy = (product: Product) =>
      `<div class="product-variants" data-variants='${JSON.stringify([{ sku: product.sku, price: product.price, salePrice: 0, onSale: false, qtyInStock: product.soldOut ? 0 : 1 }])}'>${product === board ? '<div class="variant-option"><div class="variant-option-title">Finish: </div><select data-variant-option-name="Finish" aria-label="Select Finish"><option value="">Select Finish</option><option>Oiled</option><option>Waxed</option></select></div>' : ''}</div><div class="product-quantity-input quantity-input"><div class="quantity-label">Quantity:</div><input aria-label="Quantity" size="4" max="9999" min="1" value="1" type="number"></div><div class="sqs-add-to-cart-button-wrapper"><div class="sqs-add-to-cart-button sqs-suppress-edit-mode sqs-editable-button ${product.soldOut ? 'sold-out' : ''}" role="button" tabindex="0" data-collection-id="c1" data-item-id="${product.id}" data-product-type="1" data-original-label="${product.soldOut ? 'Sold Out' : 'Add To Cart'}"><div class="sqs-add-to-cart-button-inner">${product.soldOut ? 'Sold Out' : 'Add To Cart'}</div></div></div>`;

    app.get('/', (c) => page(c, 'homepage', 'Home', '<h1>Made of Tasmanian timber</h1><a href="/shop">Shop now</a>'));
    app.get('/search', (c) =>
      page(c, 'search', 'Search', '<h1>Search</h1><p>Your search did not match any documents.</p>'),
    );
    app.get('/shop', (c) => {
      const shown = c.req.query('category') ? products.slice(1) : products;
      return page(
        c,
        'type-products view-list',
        'Shop',
        `<nav class="category-nav"><a href="/shop">All</a> <a href="/shop?category=small" class="small">Small</a></nav><div class="products-flex-container">${shown
          .map(
            (product) =>
              `<div class="grid-item" data-item-id="${product.id}"><a href="${urlOf(product)}" aria-label="${product.name}"><div class="grid-image"><img alt="${product.name}"></div></a><span class="sqs-product-quick-view-button" role="button" tabindex="0" data-url="${urlOf(product)}">Quick View</span><a href="${urlOf(product)}"><div class="grid-title">${product.name}</div><div class="grid-prices"><div class="product-price">$${money(product.price)}</div></div>${product.soldOut ? '<div class="product-mark sold-out">sold out</div>' : ''}</a></div>`,
          )
          .join('')}</div>`,
      );
    });
    app.get('/shop/p/:slug', (c) => {
      const product = products.find(({ slug }) => slug === c.req.param('slug'))!;
      if (c.req.query('format') === 'quick-view')
        return c.html(
          `<div class="product-item-quick-view" data-product><h1 class="product-title">${product.name}</h1><div class="product-price">$${money(product.price)}</div>${buy(product)}</div>`,
        );
      const data = {
        '@context': 'http://schema.org',
        '@type': 'Product',
        name: product.name,
        image: `${origin}/i.jpg`,
        brand: 'Huon & Hand',
        offers: {
          price: product.price / 100,
          priceCurrency: 'AUD',
          url: origin + urlOf(product),
          availability: product.soldOut ? 'OutOfStock' : 'InStock',
          sku: product.sku,
          '@context': 'http://schema.org',
          '@type': 'Offer',
        },
      };
      return page(
        c,
        'type-products view-item',
        product.name,
        `<article class="ProductItem" data-product data-item-id="${product.id}"><nav class="ProductItem-nav-breadcrumb"><a href="/shop">Shop</a></nav><h1 class="ProductItem-details-title">${product.name}</h1><div class="product-price">$${money(product.price)}</div><div class="ProductItem-details-excerpt"><p>Turned by hand. Free returns within $20 postage.</p></div>${buy(product)}</article><section class="ProductItem-relatedProducts"><h2>You Might Also Like</h2>${products
          .filter((other) => other !== product)
          .slice(0, 2)
          .map((other) => `<a href="${urlOf(other)}"><div>${other.name}</div><div>$${money(other.price)}</div></a>`)
          .join('')}</section>`,
        `<meta property="og:type" content="product"><meta property="product:price:amount" content="${(product.price / 100).toFixed(2)}"><meta property="product:price:currency" content="AUD"><script type="application/ld+json">${inline(data)}</script>`,
      );
    });

    const cartJson = (lines: Line[]) => ({
      shoppingCart: {
        cartToken: 'tok-88',
        entries: lines.map(({ product, quantity }) => ({
          id: `e-${product.id}`,
          itemId: product.id,
          title: product.name,
          chosenVariant: { sku: product.sku, price: product.price },
          quantity,
          unitPriceCents: product.price,
          purchasePriceCents: product.price,
          url: urlOf(product),
        })),
        subtotalCents: sumOf(lines),
        taxCents: 0,
        grandTotalCents: sumOf(lines),
      },
    });
    const entryOf = (c: Context) => cartOf(c).lines.find(({ product }) => `e-${product.id}` === c.req.param('entry'))!;
    app.get('/api/commerce/shopping-cart', (c) => c.json(cartJson(cartOf(c).lines)));
    app.post('/api/commerce/shopping-cart/entries', async (c) => {
      const { lines } = cartOf(c);
      const { itemId, quantity } = (await c.req.json()) as { itemId: string; quantity: number };
      const product = products.find(({ id }) => id === itemId)!;
      await pause(160);
      if (product === LAST && lines.some((line) => line.product === LAST))
        return c.json({ error: 'Sorry, there is not enough stock of this item.' }, 400);
      add(lines, product, quantity);
      return c.json(cartJson(lines));
    });
    app.put('/api/commerce/shopping-cart/entries/:entry', async (c) => {
      entryOf(c).quantity = ((await c.req.json()) as { quantity: number }).quantity;
      return c.json(cartJson(cartOf(c).lines));
    });
    app.delete('/api/commerce/shopping-cart/entries/:entry', async (c) => {
      const cart = cartOf(c);
      const gone = entryOf(c);
      await pause(120);
      cart.lines = cart.lines.filter((line) => line !== gone);
      return c.json(cartJson(cart.lines));
    });
    app.post('/api/commerce/cart-token', (c) => c.json({ token: 'tok-88' }));
    app.post('/api/form/SaveFormSubmission', async (c) => {
      const { form } = (await c.req.json()) as { form: string };
      await pause(120);
      const { email, message } = JSON.parse(form) as { email: string; message?: string };
      if (!email.includes('@')) return c.json({ errors: ['Email address is not valid.'] }, 400);
      if (message === '') return c.json({ errors: ['Message is required.'] }, 400);
      return c.json({ submissionId: 's-1' });
    });
    app.get('/contact', (c) =>
      page(
        c,
        'view-page',
        'Contact',
        '<h1>Contact</h1><div class="form-wrapper"><form class="react-form-contents" data-form-id="contact" data-thanks="Thanks for writing. We will be in touch soon." method="POST"><input name="fname" placeholder="First Name"><input name="email" type="email" placeholder="Email"><textarea name="message" placeholder="Message"></textarea><button type="submit" class="form-submit-button">Send</button></form></div>',
      ),
    );
    app.get('/account/login', (c) =>
      page(
        c,
        'accounts',
        'Login',
        '<h1>Sign In</h1><form action="/account/login" method="post"><input name="email" type="email"><input name="password" type="password"><button>Sign In</button></form>',
      ),
    );
    app.post('/account/login', (c) =>
      page(c, 'accounts', 'Login', '<h1>Sign In</h1><p role="alert">Incorrect email or password.</p>'),
    );
    app.get('/cart', (c) => page(c, 'cart', 'Cart', '<div id="sqs-cart-root"></div>'));

    // The checkout is an application of its own, without the site's scripts; the page that confirms carries them again.
    app.get('/checkout', (c) => {
      const { lines } = cartOf(c);
      const refused = c.req.query('error') ? '<div role="alert">Your card was declined.</div>' : '';
      return c.html(
        `<!doctype html><html lang="en-AU"><head><title>Checkout</title></head><body id="checkout"><h1>Checkout</h1>${refused}<form method="post" action="/checkout/pay"><input name="email" type="email" placeholder="Email"><input name="line1" placeholder="Address"><input name="postcode" placeholder="Postcode"><label><input type="radio" checked> Australia Post $${(SHIPPING / 100).toFixed(2)}</label><button>Purchase</button></form><div class="order-summary">${lines.map(({ product, quantity }) => `<div>${product.name} × ${quantity} ${dollars(product.price * quantity)}</div>`).join('')}<div>Total ${dollars(sumOf(lines) + SHIPPING)}</div></div></body></html>`,
      );
    });
    app.post('/checkout/pay', (c) => {
      const cart = cartOf(c);
      if (!cart.tries++) return c.redirect('/checkout?cartToken=tok-88&error=1');
      Object.assign(cart, { done: cart.lines, lines: [] });
      return c.redirect('/checkout/order-confirmed?oid=64af2');
    });
    app.get('/checkout/order-confirmed', (c) => {
      const lines = cartOf(c).done ?? [];
      return c.html(
        `<!doctype html><html lang="en-AU"><head><title>Order Confirmed</title>${context}${tag}</head><body id="order-confirmed"><a href="/" class="site">Huon &amp; Hand</a><h1>Thank you, your order has been placed!</h1><p>Order #${ORDER}</p><p>A confirmation was sent to a@b.example.</p><section class="order-summary"><h2>Order Summary</h2>${lines.map(({ product, quantity }) => `<div class="order-item"><div class="order-item-title">${product.name}</div><div class="order-item-qty">Qty: ${quantity}</div><div class="order-item-price">$${money(product.price * quantity)}</div></div>`).join('')}<dl><dt>Subtotal</dt><dd>$${money(sumOf(lines))}</dd><dt>Shipping</dt><dd>$${money(SHIPPING)}</dd><dt>Total</dt><dd>$${money(sumOf(lines) + SHIPPING)}</dd></dl></section></body></html>`,
      );
    });

    const go = (product: Product) => (tab: Page) => tab.goto(origin + urlOf(product));
    const ADD = '.sqs-add-to-cart-button';
    const added = until(ADD, `${ADD}:has-text("Added!")`);
    return {
      apps: { shop: app },
      walk: [
        step('comes from a friend’s post', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.facebook.com/' }), {
          name: 'landing',
        }),
        step('searches in vain', async (tab) => {
          await tab.fill('.search-form input', 'canoe');
          await follow(tab, () => tab.press('.search-form input', 'Enter'));
        }),
        step('opens the shop', press('header nav a[href="/shop"]'), { name: 'view_item_list' }),
        step('chooses a category', press('.small'), optional('view_item_list')),
        step(
          'looks quickly at the spoon',
          until(`[data-item-id="${spoon.id}"] .sqs-product-quick-view-button`, '.sqs-lightbox-overlay'),
          optional('view_item'),
        ),
        step(
          'adds two from there',
          async (tab) => {
            await tab.fill('.sqs-lightbox-overlay .quantity-input input', '2');
            await until(`.sqs-lightbox-overlay ${ADD}`, `${ADD}:has-text("Added!")`)(tab);
          },
          pieces('add_to_cart', 'AUD', [spoon, 2]),
        ),
        step('closes it', until('.sqs-lightbox-close', 'body:not(:has(.sqs-lightbox-overlay))')),
        step('opens the board', go(board), pieces('view_item', 'AUD', [board, 1])),
        step('is asked for a finish', (tab) => tab.click(ADD)),
        step(
          'chooses it and adds the board',
          async (tab) => {
            await tab.selectOption('select', 'Oiled');
            await added(tab);
          },
          pieces('add_to_cart', 'AUD', [board, 1]),
        ),
        step('opens the bowl', go(bowl), pieces('view_item', 'AUD', [bowl, 1])),
        step('presses what says sold out', (tab) => tab.click(ADD)),
        step('opens the stool', go(stool), pieces('view_item', 'AUD', [stool, 1])),
        step('adds it', added, pieces('add_to_cart', 'AUD', [stool, 1])),
        step('gets no second one', until(ADD, '.sqs-alert')),
        step('opens the login', press('header a[href="/account/login"]')),
        step(
          'fails to log in',
          fill({ '#page [name=email]': 'a@b.example', '[name=password]': 'x' }, press('#page form button')),
        ),
        step('opens the contact page', press('header nav a[href="/contact"]')),
        step(
          'sends nothing',
          fill({ '#page [name=email]': 'a@b.example' }, until('.form-submit-button', '#page .field-errors')),
        ),
        step(
          'sends a message',
          fill(
            { '#page [name=message]': 'Do you ship to Hobart?' },
            until('.form-submit-button', '#page .form-submission-text'),
          ),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step(
          'subscribes',
          fill(
            { '.newsletter-form input': 'a@b.example' },
            until('.newsletter-form-button', 'footer .form-submission-text'),
          ),
          { name: 'generate_lead', form_kind: 'newsletter' },
        ),
        step(
          'opens the cart',
          async (tab) => {
            await press('header a[href="/cart"]')(tab);
            await tab.waitForSelector('.cart-row');
          },
          pieces('view_cart', 'AUD', [spoon, 2], [board, 1], [stool, 1]),
        ),
        step(
          'takes a third spoon',
          async (tab) => {
            await tab.fill('.cart-row-qty-input >> nth=0', '3');
            await tab.press('.cart-row-qty-input >> nth=0', 'Tab');
            await tab.waitForSelector('.cart-row-qty-input[value="3"]');
          },
          { ...pieces('add_to_cart', 'AUD', [spoon, 1]), optional: true },
        ),
        step(
          'removes the stool',
          (tab) =>
            tab
              .click(`[data-entry="e-${stool.id}"] .cart-row-remove`)
              .then(() => tab.waitForSelector(`[data-entry="e-${stool.id}"]`, { state: 'detached' })),
          pieces('remove_from_cart', 'AUD', [stool, 1]),
        ),
        step(
          'goes to the checkout',
          press('.cart-checkout-button'),
          pieces('begin_checkout', 'AUD', [spoon, 3], [board, 1]),
        ),
        step(
          'is declined',
          fill({ '[name=email]': 'a@b.example', '[name=line1]': '1 Davey St' }, press('form button')),
        ),
        step(
          'pays',
          press('form button'),
          byName(
            order(
              'AUD',
              { id: ORDER, total: 3 * spoon.price + board.price + SHIPPING, shipping: SHIPPING },
              [spoon, 3],
              [board, 1],
            ),
          ),
        ),
        step('reloads', (tab) => tab.reload()),
        step('goes home', press('.site')),
        step('goes back', (tab) => tab.goBack()),
        step(
          'opens the order from a mail',
          (tab) => tab.goto(`${origin}/checkout/order-confirmed?oid=64af2`, { referer: 'https://outlook.live.com/' }),
          optional('landing'),
        ),
      ],
    };
  },
};

export default platform;
