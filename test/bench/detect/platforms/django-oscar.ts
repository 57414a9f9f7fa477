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
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { byName } from '../spa.ts';

const jug = good('209', '9780007424528', 'Salt-glazed stoneware jug for the table', 'salt-glazed-stoneware-jug', 2450);
const bowl = good('12', '9780007424511', 'Walnut bowl', 'walnut-bowl', 1999);
const apronS = good('31', '9780007424535', 'Linen apron (small)', 'linen-apron-small', 3100);
const apronL = good('32', '9780007424542', 'Linen apron (large)', 'linen-apron-large', 3300);
const tray = good('40', '9780007424559', 'Ash tray table', 'ash-tray-table', 7600, true);
const products = [jug, bowl, apronS, apronL, tray];
const FEE = 500;
const NUMBER = '100042';

const pounds = printer('en-GB', 'GBP');
const named = (name: string, ...lines: [Product, number][]) => byName(pieces(name, 'GBP', ...lines));

/** The sandbox's scripts: what a link in the basket asks for is ticked in its form and sent; a form sent says so. */
const client = `
const $ = (selector) => document.querySelector(selector);
document.addEventListener('click', (event) => {
  const remove = event.target.closest('#basket_formset a[data-behaviours~=remove]');
  if (remove) {
    event.preventDefault();
    $('#id_form-' + remove.dataset.id + '-DELETE').checked = true;
    $('#basket_formset').submit();
  }
  if (event.target.closest('#voucher_form_link a')) { event.preventDefault(); $('#voucher_form_link').style.display = 'none'; $('#voucher_form_container').style.display = ''; }
  const toggle = event.target.closest('[data-toggle=dropdown]');
  if (toggle) { event.preventDefault(); toggle.parentElement.querySelector('.dropdown-menu').classList.toggle('show'); }
});
document.addEventListener('submit', ({ target }) => {
  const button = target.querySelector('[data-loading-text]');
  if (button) setTimeout(() => { button.textContent = button.dataset.loadingText; button.disabled = true; });
});`;

interface Basket {
  lines: Line[];
  /** Messages of Django's, told once: their tags and what they say. */
  messages: [tags: string, html: string][];
}

const platform: Platform = {
  name: 'django-oscar',
  family: 'native',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const basketOf = createCarts<Basket>(() => ({ lines: [], messages: [] }), 'oscar_open_basket');
    const home = '/en-gb/catalogue/';
    const pageOf = ({ id, slug }: Product) => `/en-gb/catalogue/${slug}_${id}/`;
    const csrf = '<input type="hidden" name="csrfmiddlewaretoken" value="t0k3n">';
    const total = ({ lines }: Basket): [string, string] => [
      'safe info noicon',
      `${lines.length ? `Your basket total is now <strong>${pounds(sumOf(lines))}</strong>` : 'Your basket is now empty'} <br> <a href="/en-gb/basket/" class="btn btn-info">View basket</a> <a href="/en-gb/checkout/" class="btn btn-info">Checkout now</a>`,
    ];

    const told = (basket: Basket) =>
      `<div id="messages">${basket.messages
        .splice(0)
        .map(
          ([tags, said]) =>
            `<div class="alert ${tags
              .split(' ')
              .map((one) => `alert-${one === 'error' ? 'danger' : one}`)
              .join(
                ' ',
              )} fade show"><a class="close" data-dismiss="alert" href="#">&times;</a><div class="alertinner ${tags.includes('noicon') ? '' : 'wicon'}">${tags.includes('noicon') ? '' : '<i class="fa fa-check-circle" aria-hidden="true"></i>'} ${said} </div></div>`,
        )
        .join('')}</div>`;
    const quick = ({ lines }: Basket) =>
      `<ul class="basket-mini-item list-unstyled">${lines.length ? `${lines.map(({ product, quantity }) => `<li><div class="row"><div class="col-sm-3"><div class="image_container"><a href="${pageOf(product)}"><img class="thumbnail" src="data:," alt="${product.name}"></a></div></div><div class="col-sm-5"><p><strong><a href="${pageOf(product)}">${product.name}</a></strong></p></div><div class="col-sm-1 align-center"><strong>Qty</strong> ${quantity}</div><div class="col-sm-3 price_color align-right">${pounds(product.price)}</div></div></li>`).join('')}<li class="form-group form-actions"><p class="align-right"><small>Total: ${pounds(sumOf(lines))}</small></p><a href="/en-gb/basket/" class="btn btn-info btn-sm">View basket</a><a href="/en-gb/checkout/" class="btn btn-primary btn-sm pull-right"><i class="icon-shopping-cart"></i> Checkout</a></li>` : '<li><p>Your basket is empty.</p></li>'}</ul>`;
    const html = (context: Context, title: string, body: string) =>
      context.html(
        `<!DOCTYPE html><html lang="en-gb" class="no-js"><head><title> ${title} | Oscar - Sandbox </title>${tag}<style>.dropdown-menu{display:none}.dropdown-menu.show{display:block}</style></head><body id="default" class="default">${body}<footer class="footer container-fluid"><a href="/privacy/">Privacy</a></footer><script>${client}</script></body></html>`,
      );
    const page = (context: Context, title: string, body: string, { heading = '', mini = true } = {}) => {
      const basket = basketOf(context);
      return html(
        context,
        title,
        `<nav id="top_page" class="navbar navbar-expand-lg navbar-light bg-light accounts"><div class="container-fluid"><form id="language_selector" class="form-inline" action="/i18n/" method="post">${csrf}<input name="next" type="hidden" value="/"><select name="language" class="form-control"><option value="en-gb" selected> British English </option><option value="de"> Deutsch </option></select><button class="btn btn-outline-secondary ml-2" type="submit" data-loading-text="Submitting...">Go</button></form><ul class="navbar-nav ml-md-auto d-md-flex"><li class="nav-item mr-2"><a id="login_link" href="/en-gb/accounts/login/" class="nav-link"><i class="fas fa-sign-in-alt mr-2"></i> Login or register </a></li></ul></div></nav>
<header class="header container-fluid"><div class="page_inner"><div class="row"><div class="col-sm-7 h1"><a href="${home}">Oscar</a> <small>Sandbox</small></div>${mini ? `<div class="basket-mini col-sm-5 text-right d-none d-sm-block"><strong>Basket total:</strong> ${pounds(sumOf(basket.lines))} <span class="btn-group"><a class="btn btn-outline-secondary" href="/en-gb/basket/">View basket</a><button class="btn btn-outline-secondary dropdown-toggle" data-toggle="dropdown" aria-label="Toggle Basket"><span class="caret"></span></button><ul class="dropdown-menu dropdown-menu-right p-4"><li>${quick(basket)}</li></ul></span></div>` : ''}</div></div><nav class="navbar navbar-expand-lg navbar-dark bg-dark"><a class="btn btn-secondary float-right btn-cart ml-auto d-inline d-sm-none" href="/en-gb/basket/"><i class="fas fa-shopping-cart"></i> Basket ${basket.lines.length ? `Total: ${pounds(sumOf(basket.lines))}` : ''}</a><ul class="navbar-nav mr-auto"><li class="nav-item"><a class="nav-link" href="${home}">All products</a></li></ul><form class="form-inline my-2 my-lg-0" method="get" action="/en-gb/search/"><input class="form-control mr-sm-2" type="search" name="q" placeholder="Search" aria-label="Search"><button class="btn btn-outline-success" type="submit">Search</button></form></nav></header>
<div class="container-fluid page"><div class="page_inner"><nav aria-label="breadcrumb"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="${home}">Home</a></li><li class="breadcrumb-item active" aria-current="page">${title}</li></ol></nav>${heading && `<div class="page-header action"><h1>${heading}</h1></div>`}${told(basket)}<div class="content"><div id="content_inner">${body}</div></div></div></div>`,
      );
    };

    /** As Django cuts a title to four words. */
    const cut = (name: string) => {
      const words = name.split(' ');
      return words.length > 4 ? `${words.slice(0, 4).join(' ')} …` : name;
    };
    const availability = ({ soldOut }: Product) =>
      `<p class="${soldOut ? 'outofstock' : 'instock'} availability"><i class="fas fa-${soldOut ? 'times' : 'check'}"></i> ${soldOut ? 'Unavailable' : 'In stock'} </p>`;
    const pod = (product: Product) =>
      `<li class="col-sm-6 col-md-4 col-lg-3"><article class="product_pod"><div class="image_container"><a href="${pageOf(product)}"><img src="data:," alt="${product.name}" class="thumbnail"></a></div><p class="star-rating Four"><i class="far fa-star"></i><i class="far fa-star"></i></p><h3><a href="${pageOf(product)}" title="${product.name}">${cut(product.name)}</a></h3><div class="product_price"><p class="price_color"> ${pounds(product.price)} </p>${availability(product)}${product.soldOut ? '<span class="btn btn-secondary btn-block disabled">Add to basket</span>' : `<form action="/en-gb/basket/add/${product.id}/" method="post">${csrf}<input type="hidden" name="quantity" value="1" id="id_quantity"><button type="submit" class="btn btn-primary btn-block" data-loading-text="Adding...">Add to basket</button></form>`}</div></article></li>`;
    const parent =
      '<li class="col-sm-6 col-md-4 col-lg-3"><article class="product_pod"><div class="image_container"><a href="/en-gb/catalogue/linen-apron_30/"><img src="data:," alt="Linen apron" class="thumbnail"></a></div><h3><a href="/en-gb/catalogue/linen-apron_30/" title="Linen apron">Linen apron</a></h3><div class="product_price"><p class="price_color"> £31.00 - £33.00 </p><p class="instock availability"> In stock </p></div></article></li>';
    app.get('/', (c) => c.redirect(home));
    app.get(home, (c) => {
      const shown = [jug, bowl, tray];
      return page(
        c,
        'All products',
        `<form method="get" class="form-horizontal"><input type="hidden" name="q" value=""><strong>${shown.length + 1}</strong> results.<select name="sort_by" id="id_sort_by" onchange="this.form.submit()"><option value="">Relevancy</option><option value="price-asc">Price low to high</option></select></form><section><div><ol class="row list-unstyled">${shown.map(pod).join('')}${parent}</ol></div></section>`,
        { heading: 'All products' },
      );
    });
    app.get('/en-gb/search/', (c) =>
      page(
        c,
        '"lantern"',
        '<form method="get" class="form-horizontal"><p><strong>0</strong> results.</p></form><p class="nonefound">No products found.</p>',
        { heading: 'Products matching "lantern"' },
      ),
    );
    app.get('/en-gb/catalogue/linen-apron_30/', (c) =>
      page(
        c,
        'Linen apron',
        `<article class="product_page"><div class="row"><div class="col-sm-6"><img src="data:," alt="Linen apron"></div><div class="col-sm-6 product_main"><h1>Linen apron</h1><p class="price_color"> £31.00 - £33.00 </p><hr><h2>Variants:</h2>${[apronS, apronL].map((child) => `<a href="${pageOf(child)}">${child.name}</a><br>`).join('')}</div></div></article>`,
      ),
    );
    const alertForm = (id: string) =>
      `<form id="alert_form" method="post" action="/en-gb/accounts/alerts/create/${id}/" class="add-to-basket mb-0">${csrf}<p>You can get an email alert when this product is back in stock.</p><div class="form-group"><label for="id_email" class="control-label required"> Send notification to </label><input type="email" name="email" placeholder="Enter your email" required id="id_email" class="form-control"></div><button type="submit" class="btn btn-lg btn-info w-100" data-loading-text="Submitting...">Notify me</button></form>`;
    for (const product of products)
      app.get(pageOf(product), (c) =>
        page(
          c,
          product.name,
          `<article class="product_page"><div class="row"><div class="col-sm-6"><div id="product_gallery" class="carousel"><img src="data:," alt="${product.name}"></div></div><div class="col-sm-6 product_main"><h1>${product.name}</h1><p class="price_color"> ${pounds(product.price)} </p>${availability(product)}<p class="star-rating Four"><i class="far fa-star"></i><a id="write_review" href="${pageOf(product)}reviews/add/#addreview">Write a review</a></p><hr>${product.soldOut ? alertForm(product.id) : `<form id="add_to_basket_form" action="/en-gb/basket/add/${product.id}/" method="post" class="add-to-basket mb-0">${csrf}<div class="form-group"><label for="id_quantity" class="control-label required"> Quantity </label><input type="number" name="quantity" value="1" min="1" required id="id_quantity" class="form-control"></div><button type="submit" class="btn btn-lg btn-primary w-100" value="Add to basket" data-loading-text="Adding...">Add to basket</button></form>`}<button class="btn btn-lg btn-wishlist align-bottom" disabled title="Please login to add products to a wish list.">Add to wish list</button><br></div></div><div id="product_description" class="sub-header"><h2>Product Description</h2></div><p>Made by hand.</p><div class="sub-header"><h2>Product Information</h2></div><table class="table table-striped"><tr><th>UPC</th><td>${product.sku}</td></tr><tr><th>Product Type</th><td>Kitchen</td></tr><tr><th>Price (excl. tax)</th><td>${pounds(product.price)}</td></tr><tr><th>Price (incl. tax)</th><td>${pounds(product.price)}</td></tr><tr><th>Tax</th><td>£0.00</td></tr><tr><th>Availability</th><td>${product.soldOut ? 'Unavailable' : 'In stock (20 available)'}</td></tr><tr><th>Number of reviews</th><td>4</td></tr></table><section><div id="reviews" class="sub-header"><h2>Customer Reviews</h2></div></section>${product === bowl ? `<div class="sub-header"><h2>Recommended items</h2></div><ul class="row list-unstyled mx-0">${pod(jug)}${parent}</ul>` : ''}</article>`,
        ),
      );
    app.post('/en-gb/basket/add/:id/', async (c) => {
      const product = products.find(({ id }) => id === c.req.param('id'))!;
      const quantity = Number((await c.req.parseBody()).quantity);
      const basket = basketOf(c);
      if (quantity > 20) {
        basket.messages = [
          ['safe error', 'Due to technical limitations we are not able to ship more than 20 items in one order.'],
        ];
        return c.redirect(pageOf(product));
      }
      add(basket.lines, product, quantity);
      basket.messages = [
        [
          'safe success noicon',
          quantity === 1
            ? `<strong>${product.name}</strong> has been added to your basket.`
            : `<strong>${quantity}</strong> copies of <strong>${product.name}</strong> have been added to your basket.`,
        ],
        total(basket),
      ];
      return c.redirect(c.req.header('referer') ?? pageOf(product));
    });
    app.post('/en-gb/accounts/alerts/create/:id/', (c) => {
      basketOf(c).messages = [
        ['success', 'A confirmation email has been sent to a@b.example. Please click the link it contains.'],
      ];
      return c.redirect(pageOf(tray));
    });
    app.post('/i18n/', (c) => c.redirect(c.req.header('referer')!));
    const login = (c: Context, error = '') =>
      page(
        c,
        'Login or register',
        `<div class="row"><div class="col-sm-6 login_form"><form id="login_form" action="/en-gb/accounts/login/" method="post" class="card card-body bg-light"><h2>Log In</h2>${csrf}${error}<input type="email" name="login-username" required id="id_login-username" class="form-control"><input type="password" name="login-password" required id="id_login-password" class="form-control"><button name="login_submit" type="submit" value="Log In" class="btn btn-lg btn-primary" data-loading-text="Logging in...">Log In</button></form></div><div class="col-sm-6 register_form"><form id="register_form" action="/en-gb/accounts/login/" method="post" class="card card-body bg-light"><h2>Register</h2>${csrf}<input type="email" name="registration-email" required id="id_registration-email"><input type="password" name="registration-password1" required><input type="password" name="registration-password2" required><button name="registration_submit" type="submit" value="Register" class="btn btn-lg btn-primary" data-loading-text="Registering...">Register</button></form></div></div>`,
      );
    app.get('/en-gb/accounts/login/', (c) => login(c));
    app.post('/en-gb/accounts/login/', (c) =>
      login(c, '<div class="alert alert-danger">Please enter a correct username and password.</div>'),
    );

    const totals = (lines: Line[], isPlaced = false) =>
      `<div id="basket_totals"><table class="table table-condensed"><tbody><tr><th colspan="2"><h3>Basket</h3></th></tr><tr><th class="total">Basket total</th><th class="total align-right"> ${pounds(sumOf(lines))} </th></tr><tr><th>&nbsp;</th><td></td></tr><tr><th colspan="2"><h3>Shipping</h3></th></tr>${isPlaced ? '<tr><td>Shipping method</td><td class="align-right">Standard</td></tr>' : ''}<tr><th class="total"> ${isPlaced ? 'Shipping charge' : 'Standard'} </th><th class="total align-right"> ${pounds(FEE)} </th></tr><tr><th>&nbsp;</th><td></td></tr><tr><th class="total"><h3>Order total</h3></th><td class="total align-right"><h3 class="price_color"> ${pounds(sumOf(lines) + FEE)} </h3></td></tr></tbody></table></div>`;
    app.get('/en-gb/basket/', (c) => {
      const { lines } = basketOf(c);
      return page(
        c,
        'Basket',
        lines.length
          ? `<div class="basket-title d-none d-md-block"><div class="row"><h4 class="col-md-6">Items to buy now</h4><h4 class="col-md-3">Quantity</h4><h4 class="col-md-1 text-right">Price</h4><h4 class="col-md-2 text-right">Total</h4></div></div><form method="post" action="/en-gb/basket/" class="basket_summary" id="basket_formset">${csrf}<input type="hidden" name="form-TOTAL_FORMS" value="${lines.length}" id="id_form-TOTAL_FORMS">${lines.map(({ product, quantity }, at) => `<div class="basket-items"><div class="row"><div class="col-md-2"><input type="hidden" name="form-${at}-id" value="${at + 71}" id="id_form-${at}-id"><a href="${pageOf(product)}"><img class="img-thumbnail w-auto mx-auto my-0" src="data:," alt="${product.name}"></a></div><div class="col-md-4"><h3><a href="${pageOf(product)}">${product.name}</a></h3><p class="availability instock">In stock (20 available)</p></div><div class="col-md-3"><div class="checkout-quantity"><div class="input-group"><input type="number" name="form-${at}-quantity" value="${quantity}" min="0" id="id_form-${at}-quantity" class="form-control"><div class="input-group-append"><button class="btn btn-secondary" type="submit" data-loading-text="Updating...">Update</button></div></div></div><div class="basket-line-actions"><a href="#" data-id="${at}" data-behaviours="remove" class="inline">Remove</a><div style="display:none"><input type="checkbox" name="form-${at}-save_for_later" id="id_form-${at}-save_for_later"><input type="checkbox" name="form-${at}-DELETE" id="id_form-${at}-DELETE"></div></div></div><div class="col-md-1"><p class="price_color text-right"><span class="price-title d-md-none">Price:</span> ${pounds(product.price)} </p></div><div class="col-md-2"><p class="price_color text-right"><span class="price-title d-md-none">Total:</span> ${pounds(product.price * quantity)} </p></div></div></div>`).join('')}</form><div class="row"><div class="col-sm-6"><div class="sub-header"><h2>Voucher/promo code</h2></div><p id="voucher_form_link"><a href="#voucher" class="btn btn-secondary btn-full">I have a voucher code...</a></p><div id="voucher_form_container" style="display:none"><form id="voucher_form" action="/en-gb/basket/vouchers/add/" method="post">${csrf}<div class="form-group"><label for="id_code" class="control-label required"> Code </label><input type="text" name="code" maxlength="128" required id="id_code" class="form-control"></div><button type="submit" class="btn btn-info" data-loading-text="Adding...">Add voucher</button> or <a href="#" id="voucher_form_cancel">cancel</a></form></div></div><div class="col-sm-6"><div class="sub-header"><h2>Totals</h2></div>${totals(lines)}</div></div><div class="form-group clearfix"><div class="row"><div class="col-sm-4 offset-sm-8"><a href="/en-gb/checkout/" class="btn btn-lg btn-primary btn-block">Proceed to checkout</a></div></div></div>`
          : `<p> Your basket is empty. <a href="${home}">Continue shopping</a></p>`,
        { heading: 'Basket', mini: false },
      );
    });
    app.post('/en-gb/basket/', async (c) => {
      const asked = (await c.req.parseBody()) as Record<string, string>;
      const basket = basketOf(c);
      for (const [at, line] of basket.lines.entries())
        line.quantity = asked[`form-${at}-DELETE`] ? 0 : Number(asked[`form-${at}-quantity`]);
      basket.lines = basket.lines.filter(({ quantity }) => quantity);
      basket.messages = [total(basket)];
      return c.redirect('/en-gb/basket/');
    });
    app.post('/en-gb/basket/vouchers/add/', (c) => {
      basketOf(c).messages = [['error', "No voucher found with code 'SPRING'"]];
      return c.redirect('/en-gb/basket/');
    });

    const STEPS = ['shipping-address', 'shipping-method', 'payment-details', 'preview', 'thank-you'];
    const LABELS = ['Shipping address', 'Shipping method', 'Payment', 'Preview', 'Confirmation'];
    const checkout = (c: Context, at: number, heading: string, body: string) =>
      html(
        c,
        heading,
        `<header class="header container-fluid"><div class="page_inner"><div class="row"><div class="col-sm-7 h1"><a href="${home}">Oscar</a></div></div></div><nav class="navbar navbar-static-top nav-checkout navbar-expand-md navbar-dark bg-dark"><ul class="navbar-nav mr-auto">${LABELS.map((label, place) => `<li class="nav-item step${place + 1}">${place < at - 1 && at < 5 ? `<a href="/en-gb/checkout/${STEPS[place]}/" class="nav-link"><span> ${place + 1}. ${label} </span></a>` : `<span class="navbar-text"> ${place + 1}. ${label} </span>`}</li>`).join('')}</ul></nav></header><div class="container-fluid page"><div class="page_inner">${told(basketOf(c))}<div class="sub-header"><h1>${heading}</h1></div>${body}</div></div>`,
      );
    const next =
      '<button type="submit" class="btn btn-lg btn-primary" data-loading-text="Continuing...">Continue</button>';
    app.get('/en-gb/checkout/', (c) =>
      checkout(
        c,
        0,
        'Who are you?',
        `<form method="post" action="/en-gb/checkout/" class="form-stacked card card-body bg-light">${csrf}<div class="form-group"><label for="id_username" class="control-label required"> My email address is </label><input type="email" name="username" required id="id_username" class="form-control"></div><div class="radio"><label><input type="radio" name="options" value="anonymous" checked> I am a new customer and want to checkout as a guest</label></div><div class="radio"><label><input type="radio" name="options" value="existing"> I am a returning customer, and my password is</label><input type="password" name="password" id="id_password" class="form-control mr-sm-2"></div><div class="radio"><label><input type="radio" name="options" value="new"> I am a new customer and want to create an account before checking out</label></div>${next}</form>`,
      ),
    );
    app.post('/en-gb/checkout/', (c) => c.redirect('/en-gb/checkout/shipping-address/'));
    const address = (c: Context, error = '') =>
      checkout(
        c,
        1,
        'Shipping address',
        `<div class="row shipping-payment"><div class="col-sm-12"><div class="sub-header"><h2>Where should we ship to?</h2></div><div class="card card-body bg-light"><form action="/en-gb/checkout/shipping-address/" method="post" id="new_shipping_address" class="form form-horizontal" novalidate>${csrf}${['first_name', 'last_name', 'line1', 'postcode', 'phone_number'].map((name) => `<div class="form-group row"><label for="id_${name}" class="col-sm-4 control-label required"> ${name} </label><div class="col-sm-7"><input type="text" name="${name}" id="id_${name}" class="form-control">${name === 'postcode' ? error : ''}</div></div>`).join('')}${next} or <a href="/en-gb/basket/">return to basket</a></form></div></div></div>`,
      );
    app.get('/en-gb/checkout/shipping-address/', (c) => address(c));
    app.post('/en-gb/checkout/shipping-address/', async (c) =>
      (await c.req.parseBody()).postcode
        ? c.redirect('/en-gb/checkout/shipping-method/')
        : address(
            c,
            '<span class="error-block"><i class="fas fa-exclamation-circle"></i> This field is required.</span>',
          ),
    );
    app.get('/en-gb/checkout/shipping-method/', (c) =>
      checkout(
        c,
        2,
        'Shipping method',
        `<div class="basket-title"><div class="row"><h4 class="col-sm-8">Method</h4><h4 class="col-sm-3">Cost</h4></div></div>${[
          ['Standard', 'standard', FEE],
          ['Express', 'express', 1200],
        ]
          .map(
            ([name, code, fee]) =>
              `<div class="basket-items"><div class="row"><div class="col-sm-8"><h4>${name}</h4></div><div class="col-sm-1"> ${pounds(Number(fee))} </div><div class="col-sm-3"><form method="post" action="/en-gb/checkout/shipping-method/">${csrf}<input type="hidden" name="method_code" value="${code}"><button type="submit" class="btn btn-lg btn-primary pull-right" data-loading-text="Submitting...">Select option</button></form></div></div></div>`,
          )
          .join('')}`,
      ),
    );
    app.post('/en-gb/checkout/shipping-method/', (c) => c.redirect('/en-gb/checkout/payment-method/'));
    app.get('/en-gb/checkout/payment-method/', (c) => c.redirect('/en-gb/checkout/payment-details/'));
    app.get('/en-gb/checkout/payment-details/', (c) =>
      checkout(
        c,
        3,
        'Enter payment details',
        '<p>Pay when the goods arrive.</p><a id="view_preview" href="/en-gb/checkout/preview/" class="btn btn-primary btn-lg">Continue</a>',
      ),
    );
    const ship = (isPlaced: boolean) =>
      `<div class="row shipping-payment"><div class="col-sm-6"><div class="sub-header"><h2>Shipping</h2></div><div class="card card-body bg-light">${isPlaced ? '' : '<a href="/en-gb/checkout/shipping-address/" class="pull-right"> Change </a>'}<h3>Address</h3><address> Ann Archer<br> Long Lane 1<br> E1 6AN<br></address></div><div class="card card-body bg-light"><h3>Shipping method</h3><p>Standard</p></div></div><div class="col-sm-6"><div class="sub-header"><h2>Payment</h2></div><div class="card card-body bg-success"><h3>Payment</h3><p>${isPlaced ? 'No payment was required for this order.' : 'Payment on delivery'}</p></div></div></div>`;
    const contents = (lines: Line[], isPlaced: boolean) =>
      `<div class="sub-header">${isPlaced ? '' : '<a href="/en-gb/basket/" class="pull-right"> Edit order contents </a>'}<h2>Order contents</h2></div><div class="basket-title"><div class="row"><p class="col-sm-9 h4">${isPlaced ? 'Items purchased' : 'Item'}</p><p class="col-sm-1 h4 align-center">Quantity</p><p class="col-sm-2 h4 align-right">Total</p></div></div>${lines.map(({ product, quantity }) => `<div class="basket-items"><div class="row"><div class="col-sm-2"><div class="image_container"><a href="${pageOf(product)}"><img class="thumbnail" src="data:," alt=""></a></div></div><div class="col-sm-7"><h3><a href="${pageOf(product)}">${product.name}</a></h3>${isPlaced ? `<p> ${product.sku}<br></p>` : '<span class="availability instock">In stock (20 available)</span>'}</div><div class="col-sm-1 align-center"> ${quantity} </div><div class="col-sm-2 align-right"><p class="price_color"> ${pounds(product.price * quantity)} </p></div></div></div>`).join('')}<div class="row"><div class="col-sm-6">&nbsp;</div><div class="col-sm-6"><div class="sub-header"><h2>Totals</h2></div>${totals(lines, isPlaced)}</div></div>`;
    app.get('/en-gb/checkout/preview/', (c) =>
      checkout(
        c,
        4,
        'Preview order',
        `${ship(false)}${contents(basketOf(c).lines, false)}<form method="post" action="/en-gb/checkout/preview/" id="place_order_form">${csrf}<input type="hidden" name="action" value="place_order"><div style="display:none"></div><button id="place-order" type="submit" class="btn btn-primary btn-lg btn-block" data-loading-text="Submitting...">Place order</button></form>`,
      ),
    );
    let sold: Line[] = [];
    app.post('/en-gb/checkout/preview/', (c) => {
      const basket = basketOf(c);
      sold = basket.lines;
      basket.lines = [];
      return c.redirect('/en-gb/checkout/thank-you/');
    });
    app.get('/en-gb/checkout/thank-you/', (c) =>
      checkout(
        c,
        5,
        `Order ${NUMBER}: confirmation`,
        `<p class="lead"> Your order has been placed and a confirmation email has been sent - your order number is <strong>${NUMBER}</strong>. Please make a note of this reference or print this page.</p>${ship(true)}${contents(sold, true)}<div class="sub-header"><h2>Tracking your order</h2></div><p>You can track the status of your order</p><a class="btn btn-primary" href="/en-gb/accounts/order-status/${NUMBER}/h4sh/">View order status</a>.<div class="form-group"><div class="row"><div class="col-sm-4"><p><a onclick="window.print()" href="#" class="btn btn-primary btn-block btn-lg">Print this page</a></p></div><div class="col-sm-4 col-sm-offset-4"><p><a href="${home}" class="btn btn-primary btn-block btn-lg">Continue shopping</a></p></div></div></div>`,
      ),
    );
    app.get('/en-gb/accounts/order-status/:number/:hash/', (c) =>
      page(
        c,
        `Order #${NUMBER}`,
        `<div class="sub-header"><h3>Status</h3></div><p>Pending</p><div class="sub-header"><h3>Shipping address</h3></div><table class="table table-striped table-bordered"><tr><th>Address</th><td> Ann Archer<br> Long Lane 1<br></td></tr></table><div class="sub-header"><h3>Order contents</h3></div><table class="table table-striped table-bordered"><tr><th>Product</th><th>Status</th><th>Quantity</th><th>Line price excl. tax</th><th>Line price incl. tax</th></tr>${sold.map(({ product, quantity }) => `<tr><td><a href="${pageOf(product)}">${product.name}</a></td><td>-</td><td>${quantity}</td><td>${pounds(product.price * quantity)}</td><td>${pounds(product.price * quantity)}</td></tr>`).join('')}</table><table class="table table-striped table-bordered"><caption>Totals</caption><tr><th>Basket total (inc. tax)</th><td>${pounds(sumOf(sold))}</td></tr><tr><th>Shipping charge (inc. tax)</th><td>${pounds(FEE)}</td></tr><tr><th>Order total</th><td>${pounds(sumOf(sold) + FEE)}</td></tr></table>`,
        { heading: `Order #${NUMBER}` },
      ),
    );

    const go = (path: string) => (tab: Page) => tab.goto(`${origin}${path}`);
    const bought = byName(
      order('GBP', { id: NUMBER, total: 2 * jug.price + apronL.price + FEE, shipping: FEE }, [jug, 2], [apronL, 1]),
    );
    const all: [Product, number][] = [
      [jug, 2],
      [apronL, 1],
    ];
    return {
      apps: { shop: app },
      walk: [
        step(
          'arrives',
          (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.com/' }),
          { name: 'landing' },
          optional('view_item_list'),
        ),
        step(
          'adds the bowl from the list',
          press('.product_pod:has-text("Walnut") button'),
          named('add_to_cart', [bowl, 1]),
          optional('view_item_list'),
        ),
        step(
          'searches in vain',
          fill({ '[name=q][type=search]': 'lantern' }, press('nav form [type=submit] >> nth=-1')),
        ),
        step('browses everything', press('.navbar-nav a:text("All products")'), { name: 'view_item_list' }),
        step(
          'sorts it',
          async (tab) => {
            await tab.click('#id_sort_by');
            await follow(tab, () => tab.selectOption('#id_sort_by', 'price-asc'));
          },
          optional('view_item_list'),
        ),
        step('opens the jug', press('.product_pod h3 a >> nth=0'), named('view_item', [jug, 1])),
        step(
          'wants more than can be sent',
          fill({ '#id_quantity': '21' }, press('#add_to_basket_form button')),
          optional('view_item'),
        ),
        step(
          'takes two',
          fill({ '#id_quantity': '2' }, press('#add_to_basket_form button')),
          named('add_to_cart', [jug, 2]),
          optional('view_item'),
        ),
        step('opens the apron, which comes in sizes', go('/en-gb/catalogue/linen-apron_30/'), optional('view_item')),
        step('opens the large one', press(`a:text("${apronL.name}")`), named('view_item', [apronL, 1])),
        step('adds it', press('#add_to_basket_form button'), named('add_to_cart', [apronL, 1]), optional('view_item')),
        step('looks at the tray, which is sold out', go(pageOf(tray)), named('view_item', [tray, 1])),
        step(
          'asks to be told when it is back',
          fill({ '#id_email': 'a@b.example' }, press('#alert_form button')),
          optional('generate_lead'),
          optional('view_item'),
        ),
        step('switches the language', press('#language_selector button'), optional('view_item')),
        step('opens the login', press('#login_link')),
        step(
          'is refused there',
          fill({ '#id_login-username': 'a@b.example', '#id_login-password': 'wrong' }, press('[name=login_submit]')),
        ),
        step(
          'opens the small basket',
          async (tab) => {
            await tab.click('.basket-mini [data-toggle=dropdown]');
            await tab.waitForSelector('.basket-mini .dropdown-menu.show');
          },
          named('view_cart', [bowl, 1], ...all),
        ),
        step('goes to the basket', press('.basket-mini-item .btn-info'), named('view_cart', [bowl, 1], ...all)),
        step(
          'wants three bowls',
          fill({ '#id_form-0-quantity': '3' }, press('.basket-items >> nth=0 >> button')),
          { ...named('add_to_cart', [bowl, 2]), optional: true },
          optional('view_cart'),
        ),
        step(
          'tries a voucher',
          async (tab) => {
            await tab.click('#voucher_form_link a');
            await fill({ '#id_code': 'SPRING' }, press('#voucher_form button'))(tab);
          },
          optional('view_cart'),
        ),
        step(
          'removes the bowls',
          press('.basket-items >> nth=0 >> [data-behaviours=remove]'),
          named('remove_from_cart', [bowl, 3]),
          optional('view_cart'),
        ),
        step('goes to the checkout', press('.btn-primary:text("Proceed")'), named('begin_checkout', ...all)),
        step('goes on as a guest', fill({ '#id_username': 'a@b.example' }, press('form .btn-primary'))),
        step('forgets the postcode', fill({ '#id_first_name': 'Ann' }, press('#new_shipping_address .btn-primary'))),
        step(
          'enters an address',
          fill(
            { '#id_first_name': 'Ann', '#id_line1': 'Long Lane 1', '#id_postcode': 'E1 6AN' },
            press('#new_shipping_address .btn-primary'),
          ),
        ),
        step('chooses how it is sent', press('.basket-items >> nth=0 >> button'), named('add_shipping_info', ...all)),
        step('goes on to the preview', press('#view_preview'), named('add_payment_info', ...all)),
        step('orders', press('#place-order'), bought),
        step('reloads', (tab) => tab.reload()),
        step('looks at the order', press('.btn-primary:text("View order status")')),
        step('goes home', go(home), optional('view_item_list')),
        step('comes back', (tab) => tab.goBack()),
      ],
    };
  },
};

export default platform;
