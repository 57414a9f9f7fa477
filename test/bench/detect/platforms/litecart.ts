import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import {
  AJAX,
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
import { clientOf } from '../spa.ts';

// Version 2, default.catalog: prices shown with 25 % tax. What the shop keeps, and its JSON and data attributes tell of
// a line in the cart, is without.

const ORDER = '1042';
const STOCK = 3;
const CASH_FEE = 250;

const kettle: Product = good('1', 'TK001', 'Tin Kettle', 'tin-kettle', 4000);
const largeKettle: Product = { ...kettle, price: 5000 };
const cup: Product = good('2', 'EC002', 'Enamel Cup', 'enamel-cup', 1250);
const tray: Product = good('3', 'OT003', 'Oak Tray', 'oak-tray', 2400);
const jar: Product = good('4', 'CJ004', 'Clay Jar', 'clay-jar', 1800, true);
const products = [kettle, cup, tray, jar];

const raw = (amount: number) => String(amount / 100);
const net = (amount: number) => amount / 1.25;
/** Whole amounts lose their decimals, but where sums are drawn up. */
const euro = (amount: number, whole = true) => `${(amount / 100).toFixed(whole && amount % 100 === 0 ? 0 : 2)} €`;

const sending: Record<string, [string, number]> = {
  'sm_zone_weight:zone_1': ['Zone Based Shipping (European Union)', 625],
  'sm_pickup:store': ['Collect (In store)', 0],
};
const paying: Record<string, [string, number]> = {
  'pm_card:card': ['Card Payment (Credit Card)', 0],
  'pm_cod:cash': ['Cash on Delivery (Cash)', CASH_FEE],
};

interface Session {
  lines: (Line & { key: string; size?: string })[];
  notices: [string, string][];
  customer: Record<string, string>;
  sent: string;
  paid: string;
  in?: boolean;
  placed?: { lines: Session['lines']; total: number; tax: number };
}

const input = (type: string, name: string, more = '') =>
  `<input class="form-control" type="${type}" name="${name}" value="" ${more}>`;
const group = (label: string, field: string) =>
  `<div class="form-group col-xs-6"><label>${label}</label>${field}</div>`;
const button = (name: string, text: string, value = text, more = 'class="btn btn-default"') =>
  `<button ${more} type="submit" name="${name}" value="${value}">${text}</button>`;
const address = `<div class="row">${group('First Name', input('text', 'firstname', 'required'))}${group('Last Name', input('text', 'lastname', 'required'))}</div>
<div class="row">${group('Address 1', input('text', 'address1', 'required'))}${group('Postal Code', input('text', 'postcode'))}</div>
<div class="row">${group('City', input('text', 'city'))}${group('Country', '<select class="form-control" name="country_code"><option value="SE" selected>Sweden</option><option value="DE">Germany</option></select>')}</div>
<div class="row">${group('Email', input('email', 'email', 'required'))}${group('Phone Number', input('tel', 'phone'))}</div>`;

const platform: Platform = {
  name: 'LiteCart',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const sessionOf = createCarts<Session>(
      () => ({ lines: [], notices: [], customer: {}, sent: 'sm_zone_weight:zone_1', paid: 'pm_card:card' }),
      'LCSESSID',
    );
    const pageOf = ({ id, slug }: Product) => `${origin}/en/tea-things-c-1/${slug}-p-${id}`;
    const count = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const taxOf = (amount: number) => Math.round(amount - net(amount));
    const rows = ({ lines, sent, paid }: Session): [string, number][] => [
      ['Subtotal', sumOf(lines)],
      ...[sending[sent]!, paying[paid]!].filter(([, cost]) => cost),
    ];
    const due = (session: Session) => rows(session).reduce((sum, [, amount]) => sum + amount, 0);

    const told = (session: Session) => {
      const { notices } = session;
      session.notices = [];
      return `<div id="notices">${notices.map(([kind, text]) => `<div class="alert alert-${kind}"><a href="#" class="close" data-dismiss="alert">&times;</a><i class="fa fa-exclamation-triangle"></i> ${text}</div>`).join('')}</div>`;
    };
    const boxCart = ({
      lines,
    }: Session) => `<div id="cart" class="dropdown"><a href="${origin}/en/checkout"><img src="data:," alt="">
<span class="badge quantity">${count(lines) || ''}</span></a><ul class="dropdown-menu items">
${lines.map(({ product, quantity }) => `<li><a href="${pageOf(product)}">${quantity} x ${product.name} - ${euro(net(product.price))}</a></li>`).join('')}
<li class="divider"></li><li><a href="${origin}/en/checkout"><i class="fa fa-shopping-cart"></i> Total: <span class="formatted-value">${euro(sumOf(lines))}</span></a></li></ul></div>`;
    const menu = ({ in: isIn }: Session) => `<div id="site-menu"><nav class="navbar"><div class="navbar-header">
<form name="search_form" method="get" accept-charset="UTF-8" action="${origin}/en/search" class="navbar-form"><input class="form-control" type="search" name="query" placeholder="Search products …"></form>
</div><div id="default-menu" class="navbar-collapse collapse"><ul class="nav navbar-nav"><li class="hidden-xs"><a href="${origin}/en/" title="Home"><i class="fa fa-home"></i></a></li>
<li class="categories dropdown"><a href="#" data-toggle="dropdown" class="dropdown-toggle">Categories <b class="caret"></b></a><ul class="dropdown-menu"><li><a href="${origin}/en/tea-things-c-1/">Tea Things</a></li></ul></li></ul>
<ul class="nav navbar-nav navbar-right"><li class="customer-service"><a href="${origin}/en/customer-service-s-0">Customer Service</a></li><li class="account dropdown"><a href="#" data-toggle="dropdown" class="dropdown-toggle"><i class="fa fa-user"></i> ${isIn ? 'Ann' : 'Sign In'} <b class="caret"></b></a><ul class="dropdown-menu">
${
  isIn
    ? `<li><a href="${origin}/en/order_history">Order History</a></li><li><a href="${origin}/en/edit_account">Edit Account</a></li><li><a href="${origin}/en/logout">Logout</a></li>`
    : `<li><form name="login_form" method="post" action="${origin}/en/login" class="navbar-form"><input type="hidden" name="redirect_url" value="${origin}/en/"><div class="form-group">${input('email', 'email', 'required placeholder="Email Address"')}</div><div class="form-group">${input('password', 'password', 'placeholder="Password"')}</div><div class="btn-group btn-block">${button('login', 'Sign In')}</div></form></li><li class="text-center"><a href="${origin}/en/create_account">New customers click here</a></li>`
}</ul></li></ul></div></nav></div>`;

    const page = (c: Context, title: string, body: string, box = true) => {
      const session = sessionOf(c);
      return c.html(`<!DOCTYPE html><html lang="en" dir="ltr"><head><title>${title} | The Tea Shelf</title><meta charset="UTF-8">
<meta name="description" content=""><meta name="viewport" content="width=device-width, initial-scale=1">
<script>window._env = { platform: { url: "${origin}/en/" }, session: { language_code: "en", country_code: "SE", currency_code: "EUR" }, template: { settings: {} } };</script>${tag}</head><body>
<div id="page" class="twelve-eighty"><header id="header" class="hidden-print"><a class="logotype" href="${origin}/en/"><img src="data:," alt="The Tea Shelf" title="The Tea Shelf"></a>
<div class="text-center hidden-xs"><div id="region"><div class="language">English</div><div class="currency" title="Euros"><span>EUR</span></div><div class="country"><img src="data:," alt="Sweden"></div><div class="change"><a href="${origin}/en/regional_settings">Change</a></div></div></div>
<div class="text-right">${box ? boxCart(session) : ''}</div></header>${menu(session)}<main id="main">${body.replace('{notices}', () => told(session))}</main>
<footer id="footer" class="hidden-print"><div class="row"><div class="col-sm-4 account"><h3 class="title">Account</h3><ul class="list-unstyled"><li><a href="${origin}/en/customer-service-s-0">Customer Service</a></li><li><a href="${origin}/en/create_account">Create Account</a></li><li><a href="${origin}/en/login">Login</a></li></ul></div>
<div class="col-sm-4 information"><h3 class="title">Information</h3><ul class="list-unstyled"><li><a href="${origin}/en/delivery-information-i-2">Delivery Information</a></li></ul></div></div></footer>
<section id="copyright"><div class="notice">Copyright &copy; 2026 The Tea Shelf. All rights reserved</div></section></div><script>{${AJAX}${clientOf('litecart')}}</script></body></html>`);
    };
    const content = (body: string) =>
      `<div id="sidebar"><div id="column-left"></div></div><div id="content">{notices}${body}</div>`;

    const price = (product: Product) =>
      product === tray
        ? `<del class="regular-price">${euro(3000)}</del> <strong class="campaign-price">${euro(product.price)}</strong>`
        : `<span class="price">${euro(product.price)}</span>`;
    const card = (product: Product) => `<article class="product-column">
<a class="link" href="${pageOf(product)}" title="${product.name}" data-id="${product.id}" data-sku="${product.sku}" data-name="${product.name}" data-price="${raw(product.price)}">
<div class="image-wrapper"><img class="image img-responsive" src="data:," alt="${product.name}">${product === tray ? '<div class="sticker sale" title="On Sale">Sale</div>' : ''}</div>
<div class="info"><div class="name">${product.name}</div><div class="manufacturer-name">Ashworth</div><div class="price-wrapper">${price(product)}</div></div></a>
<button class="preview btn btn-default btn-sm" data-toggle="lightbox" data-target="${pageOf(product)}" data-require-window-width="768" data-max-width="980"><i class="fa fa-search-plus"></i></button></article>`;
    const listing = (shown: Product[]) => `<section class="listing products">${shown.map(card).join('')}</section>`;
    const boxProduct = (
      product: Product,
    ) => `<article id="box-product" class="box" data-id="${product.id}" data-sku="${product.sku}" data-name="${product.name}" data-price="${raw(product.price)}"><div class="row">
<div class="col-sm-4 col-md-6"><div class="images row"><div class="col-xs-12"><a class="main-image thumbnail" href="${origin}/images/${product.id}.png" data-gallery="product"><img class="img-responsive" src="data:," alt="" title="${product.name}"></a></div></div></div>
<div class="col-sm-8 col-md-6"><h1 class="title">${product.name}</h1><p class="short-description">Made by hand in small batches.</p>
<div class="manufacturer"><a href="${origin}/en/ashworth-m-1/"><h3>Ashworth</h3></a></div>
<div class="cheapest-shipping" style="margin: 1em 0;"><i class="fa fa-truck"></i> Cheapest shipping from <strong class="value">${euro(625)}</strong></div>
<div class="codes" style="margin: 1em 0;"><div class="sku">SKU: <span class="value">${product.sku}</span></div></div>
<div class="stock-status" style="margin: 1em 0;">${
      product.soldOut
        ? '<div class="stock-unavailable">Stock Status: <span class="value">Temporary sold out</span></div>'
        : `<div class="stock-available">Stock Status: <span class="value">${STOCK} pcs</span></div><div class="stock-delivery">Delivery Status: <span class="value">3-5 days</span></div>`
    }</div><hr><div class="buy_now" style="margin: 1em 0;"><form name="buy_now_form" method="post" enctype="application/x-www-form-urlencoded" accept-charset="UTF-8"><input type="hidden" name="product_id" value="${product.id}">
${product === kettle ? `<div class="form-group"><label>Size</label><select class="form-control" name="options[Size]" required><option value="">-- Select --</option><option value="Small" data-price-adjust="0">Small</option><option value="Large" data-price-adjust="10" data-tax-adjust="2">Large +${euro(1000)}</option></select></div>` : ''}
<div class="price-wrapper">${price(product)}</div><div class="tax" style="margin: 0 0 1em 0;">Including Tax: <span class="total-tax">${euro(taxOf(product.price))}</span></div>
<div class="form-group"><label>Quantity</label><div style="display: flex"><div class="input-group"><input class="form-control" type="number" name="quantity" value="1" min="1" step="1"><div class="input-group-addon">pcs</div></div>
<div style="padding-left: 1em;"><button class="btn btn-success" name="add_cart_product" value="true" type="submit"${product.soldOut ? ' disabled' : ''}>Add To Cart</button></div></div></div></form></div><hr>
<div class="social-bookmarks text-center"><a class="link" href="#"><i class="fa fa-link"></i></a><a class="twitter" href="http://twitter.com/home/?status=${product.slug}" target="_blank" title="Share on Twitter"><i class="fa fa-twitter-square"></i></a></div></div></div></article>`;
    const newsletter = `<section id="box-newsletter-subscribe" class="box border"><form name="newsletter_subscribe_form" method="post" enctype="application/x-www-form-urlencoded" accept-charset="UTF-8">
<h2 class="title">Subscribe to our newsletter!</h2><p>News and offers, straight to your inbox.</p><div class="form-group"><div class="input-group">${input('text', 'email', 'placeholder="your@email.com" required')}${button('subscribe', 'Subscribe')}</div></div></form></section>`;
    const login = `<div class="row"><div class="col-md-6"><section id="box-login" class="box"><h2 class="title">Sign In</h2><form name="login_form" method="post" action="${origin}/en/login"><input type="hidden" name="redirect_url" value="">
<div class="form-group">${input('email', 'email', 'placeholder="Email Address" required')}</div><div class="form-group">${input('password', 'password', 'placeholder="Password"')}</div>
<div class="checkbox"><label><input type="checkbox" name="remember_me" value="1"> Remember Me</label></div><p class="btn-group btn-block">${button('login', 'Sign In')}</p></form></section></div>
<div class="col-md-6"><section id="box-login-create" class="box"><h2 class="title">Create an Account</h2><p><a class="btn btn-default" href="${origin}/en/create_account">Register Now</a></p></section></div></div>`;
    const account = `<section id="box-create-account" class="box"><h1 class="title">Create Account</h1><form name="customer_form" method="post" style="max-width: 640px;">${address}
<div class="row">${group('Desired Password', input('password', 'password', 'required'))}${group('Confirm Password', input('password', 'confirmed_password', 'required'))}</div>
<div class="form-group"><div class="checkbox"><label><input type="checkbox" name="newsletter" value="1" checked> Subscribe</label></div></div><div class="btn-group">${button('create_account', 'Create Account')}</div></form></section>`;
    const contact = `<section id="box-contact-us" class="box"><h1 class="title">Contact Us</h1><p class="address">1 Kettle Lane</p><p class="email"><i class="fa fa-envelope"></i> <a href="mailto:store@tea.example">store@tea.example</a></p>
<form name="contact_form" method="post"><div class="row">${group('Name', input('text', 'name'))}${group('Email Address', input('email', 'email'))}</div><div class="form-group"><label>Subject</label>${input('text', 'subject')}</div>
<div class="form-group"><label>Message</label><textarea class="form-control" name="message" style="height: 250px;"></textarea></div><p>${button('send', 'Send', 'Send', 'class="btn btn-default" style="font-weight: bold;"')}</p></form></section>`;

    app.get('/', (c) => c.redirect(`/en/${new URL(c.req.url).search}`));
    app.get('/en/', (c) =>
      page(
        c,
        'Home',
        content(`<section id="box-latest-products" class="box"><h2 class="title">Latest Products</h2>${listing([tray, cup, kettle, jar])}</section>
<section id="box-popular-products" class="box"><h2 class="title">Popular Products</h2>${listing([kettle, cup])}</section>${newsletter}`),
      ),
    );
    app.get('/en/tea-things-c-1/', (c) => {
      const sorted = [...products].sort((one, other) =>
        c.req.query('sort') === 'price' ? one.price - other.price : 0,
      );
      const shown = c.req.query('manufacturers[]') ? sorted.slice(0, 2) : sorted;
      return page(
        c,
        'Tea Things',
        content(`<div id="box-filter" class="box"><form name="filter_form" method="get"><div class="manufacturers"><h2 class="title">Manufacturers</h2><div class="form-control"><ul class="list-unstyled"><li><label><input type="checkbox" name="manufacturers[]" value="1"> Ashworth</label></li></ul></div></div></form></div>
<article id="box-category" class="box"><div class="btn-group pull-right hidden-xs"><span class="btn btn-default active">Popularity</span><a class="btn btn-default" href="${origin}/en/tea-things-c-1/?sort=price">Price</a></div><h1 class="title">Tea Things</h1>${listing(shown)}</article>`),
      );
    });
    app.get('/en/tea-things-c-1/:slug', (c) => {
      const product = products.find(({ id }) => c.req.param('slug').endsWith(`-p-${id}`))!;
      if (c.req.header('x-requested-with'))
        return c.html(
          `<div id="view-full-page"><a href="${pageOf(product)}">View full page <i class="fa fa-external-link"></i></a></div>${boxProduct(product)}`,
        );
      const other = `<section id="box-similar-products" class="box"><h2 class="title">Similar Products</h2>${listing([cup, tray].filter((one) => one !== product))}</section>`;
      return page(
        c,
        product.name,
        content(
          `<ul class="breadcrumb"><li><a href="${origin}/en/">Home</a></li><li><a href="${origin}/en/tea-things-c-1/">Tea Things</a></li><li>${product.name}</li></ul>${boxProduct(product)}${other}`,
        ),
      );
    });
    app.get('/en/search', (c) => {
      const query = c.req.query('query') ?? '';
      const found = products.filter(({ name }) => name.toLowerCase().includes(query));
      return page(
        c,
        'Search Results',
        content(
          `<section id="box-search-results" class="box"><h1 class="title">Search Results for &quot;${query}&quot;</h1>${found.length ? listing(found) : '<div><em>No matching results</em></div>'}</section>`,
        ),
      );
    });

    /** Every request may carry an act on the cart; what follows is asked for anew. */
    const act = (c: Context, asked: Record<string, unknown>) => {
      const session = sessionOf(c);
      if (asked.add_cart_product) {
        const product = products.find(({ id }) => id === asked.product_id)!;
        const size = asked['options[Size]'] as string | undefined;
        const key = `${product.id}-${size ?? ''}`;
        const held = session.lines.find((line) => line.key === key);
        const quantity = Number(asked.quantity);
        if (quantity + (held?.quantity ?? 0) > STOCK)
          session.notices.push(['danger', `There are only ${STOCK} remaining products available for purchase`]);
        else if (held) held.quantity += quantity;
        else session.lines.push({ product: size === 'Large' ? largeKettle : product, quantity, key, size });
      }
      if (asked.remove_cart_item) session.lines = session.lines.filter(({ key }) => key !== asked.remove_cart_item);
      const updated = session.lines.find(({ key }) => key === asked.update_cart_item);
      if (updated) updated.quantity = Number(asked[`item[${updated.key}][quantity]`]);
      return Boolean(asked.add_cart_product || asked.remove_cart_item || asked.update_cart_item);
    };
    const cartJson = (c: Context) => {
      const session = sessionOf(c);
      const [notice] = session.notices;
      session.notices = [];
      const { lines } = session;
      return c.json({
        items: lines.map(({ product, quantity }) => ({
          product_id: Number(product.id),
          name: product.name,
          quantity,
          price: net(product.price) / 100,
          formatted_price: euro(net(product.price)),
          link: pageOf(product),
        })),
        quantity: count(lines),
        value: sumOf(lines) / 100,
        formatted_value: euro(sumOf(lines)),
        text_total: 'Total',
        ...(notice && { alert: notice[1] }),
      });
    };
    app.get('/en/ajax/cart.json', cartJson);
    app.post('/en/ajax/cart.json', async (c) =>
      act(c, await c.req.parseBody()) ? c.redirect(c.req.path) : cartJson(c),
    );

    const choices = (
      kind: string,
      title: string,
      options: typeof sending,
      chosen: string,
    ) => `<section id="box-checkout-${kind}" class="box"><h2 class="title">${title}</h2><div class="options btn-group-vertical">
${Object.entries(options)
  .map(
    ([
      id,
      [name, cost],
    ]) => `<label class="option btn btn-default btn-block${id === chosen ? ' active' : ''}"><input type="radio" name="${kind}[option_id]" value="${id}" style="display: none;"${id === chosen ? ' checked' : ''}>
<div class="header row"><div class="col-sm-3 thumbnail"><img src="data:," alt=""></div><div class="col-sm-5 text-left"><h4 class="title">${name.split(' (')[0]}</h4><div class="name">${name.split(/[()]/)[1]}</div></div>
<div class="col-sm-4 text-right"><div class="price">${cost ? `+ ${euro(cost)}` : 'No fee'}</div></div></div></label>`,
  )
  .join('')}</div></section>`;
    const boxes: Record<string, (session: Session) => string> = {
      cart: ({ lines }) =>
        lines.length
          ? `<section id="box-checkout-cart" class="box"><h2 class="title">Shopping Cart</h2>
<div class="headings row hidden-xs"><div class="col-xs-3"></div><div class="col-xs-9"><div class="row"><div class="col-sm-8">Item</div><div class="hidden-xs col-sm-2 text-end">Price</div><div class="col-sm-2 text-end">Sum</div></div></div></div>
<ul class="items list-unstyled">${lines
              .map(
                ({
                  product,
                  quantity,
                  key,
                  size,
                }) => `<li class="item" data-id="${product.id}" data-sku="${product.sku}" data-name="${product.name}" data-price="${raw(net(product.price))}" data-quantity="${quantity}"><div class="row">
<div class="col-xs-3"><a href="${pageOf(product)}" class="thumbnail float-start"><img class="img-responsive" src="data:," alt=""></a></div><div class="col-xs-9"><div class="row">
<div class="col-sm-4"><div class="name"><a href="${pageOf(product)}" style="color: inherit;">${product.name}</a></div>${size ? `<small class="options">Size: ${size}</small>` : ''}</div>
<div class="col-sm-4"><div style="display: inline-flex;"><div class="input-group" style="max-width: 175px;"><input class="form-control" type="number" name="item[${key}][quantity]" value="${quantity}" min="0"><span class="input-group-text">pcs</span></div>
${button('update_cart_item', '<i class="fa fa-refresh"></i>', key, 'class="btn btn-default" title="Update" formnovalidate')}<div>${button('remove_cart_item', '<i class="fa fa-trash"></i>', key, 'class="btn btn-danger" title="Remove" formnovalidate')}</div></div></div>
<div class="hidden-xs col-sm-2"><div class="unit-price text-end">${euro(product.price)}</div></div><div class="col-sm-2"><div class="total-price text-end">${euro(product.price * quantity)}</div></div></div></div></div></li>`,
              )
              .join(
                '',
              )}</ul><div class="subtotal text-end">Subtotal: <strong class="formatted-value">${euro(sumOf(lines))}</strong></div></section>`
          : `<div class="row"><div class="col-md-4"><p style="font-size: 1.25em;">There are no items in your cart.</p><div><a class="btn btn-success btn-lg" href="${origin}/en/">Back</a></div></div></div>`,
      customer: ({
        customer,
      }) => `<section id="box-checkout-customer" class="box"><h2 class="title">Customer Details</h2><div class="billing-address">${Object.entries(
        customer,
      ).reduce(
        (html, [name, value]) => html.replace(`name="${name}" value=""`, `name="${name}" value="${value}"`),
        address,
      )}</div>
<div class="checkbox"><label><input type="checkbox" name="newsletter" value="1"> Subscribe to our newsletter</label></div>
<div>${button('save_customer_details', 'Save Changes', 'Save Changes', 'class="btn btn-block btn-default" disabled')}</div></section>`,
      shipping: ({ sent }) => choices('shipping', 'Shipping', sending, sent),
      payment: ({ paid }) => choices('payment', 'Payment', paying, paid),
      summary: (session) => {
        const error = session.customer.email ? '' : 'You must enter your email address.';
        const end = (text: string) => `<td class="text-end">${text}</td>`;
        return `<section id="box-checkout-summary" class="box"><h2 class="title">Order Summary</h2><table class="table table-striped table-bordered data-table"><tbody>
${rows(session)
  .map(
    ([title, amount]) =>
      `<tr><td class="text-end" style="white-space: normal;" colspan="5"><strong>${title}:</strong></td>${end(euro(amount, false))}</tr>`,
  )
  .join('')}
<tr><td class="text-end" style="color: #999;" colspan="5">Including Tax:</td>${end(euro(taxOf(due(session)), false))}</tr></tbody>
<tfoot><tr><td class="text-end" colspan="5"><strong>Payment Due:</strong></td>${end(`<strong>${euro(due(session), false)}</strong>`)}</tr></tfoot></table>
<div class="comments form-group"><label>Comments</label><div class="input-wrapper"><textarea class="form-control" name="comments" maxlength="512" rows="4"></textarea><small class="remaining"></small></div></div>
<div class="confirm row"><div class="col-md-9">${error && `<div class="alert alert-danger">${error}</div>`}</div>
<div class="col-md-3">${button('confirm_order', session.paid === 'pm_card:card' ? 'Pay Now' : 'Confirm Order', 'true', `class="btn btn-block btn-lg btn-success"${error && ' disabled'}`)}</div></div></section>`;
      },
    };
    for (const [name, draw] of Object.entries(boxes)) {
      const show = (c: Context) => c.html(name === 'cart' || sessionOf(c).lines.length ? draw(sessionOf(c)) : '');
      app.get(`/en/ajax/checkout_${name}.html`, show);
      app.post(`/en/ajax/checkout_${name}.html`, async (c) => {
        const asked = (await c.req.parseBody()) as Record<string, string>;
        const session = sessionOf(c);
        if (act(c, asked)) return c.redirect(c.req.path);
        if (asked.firstname) session.customer = asked;
        session.sent = asked['shipping[option_id]'] ?? session.sent;
        session.paid = asked['payment[option_id]'] ?? session.paid;
        return show(c);
      });
    }
    app.get('/en/checkout', (c) =>
      page(
        c,
        'Checkout',
        `<div id="content">{notices}<form name="checkout_form" method="post" enctype="application/x-www-form-urlencoded" action="${origin}/en/order_process"><input type="hidden" name="token" value="f0e1d2">
<div id="box-checkout"><div class="cart wrapper"></div><div class="row"><div class="col-md-6"><div class="customer wrapper"></div></div><div class="col-md-6"><div class="shipping wrapper"></div><div class="payment wrapper"></div></div></div><div class="summary wrapper"></div></div></form></div>`,
        false,
      ),
    );
    app.post('/en/order_process', (c) => {
      const session = sessionOf(c);
      if (session.paid === 'pm_card:card') {
        session.notices.push(['danger', 'The card was declined by the bank. Please try another payment method.']);
        return c.redirect('/en/checkout');
      }
      session.placed = { lines: session.lines, total: due(session), tax: taxOf(due(session)) };
      session.lines = [];
      return c.redirect('/en/order_success');
    });
    app.get('/en/order_success', (c) => {
      const { placed } = sessionOf(c);
      if (!placed) return c.text('Error: Missing session order object');
      const { lines, total, tax } = placed;
      return page(
        c,
        'Order Success',
        `<div id="content">{notices}<section id="box-order-success" class="box" data-id="${ORDER}" data-payment-due="${raw(total)}" data-total-tax="${raw(tax)}" data-currency-code="EUR" data-transaction-id="">
<h1 class="title">Your order #${ORDER} was completed successfully!</h1><p>Thank you for your purchase. An order confirmation email has been sent. We will process your order shortly.</p>
<ul class="items list-unstyled">${lines.map(({ product, quantity }) => `<li class="item" data-id="${product.id}" data-sku="${product.sku}" data-name="${product.name}" data-price="${raw(net(product.price))}" data-quantity="${quantity}">${quantity} x ${product.name}</li>`).join('')}</ul>
<p><strong>Order Total</strong>: ${euro(total, false)}</p><p><a href="${origin}/en/printable_order_copy?order_id=${ORDER}&amp;public_key=a1b2" target="_blank">Click here for a printable copy</a></p></section></div>`,
      );
    });
    app.get('/en/order_history', (c) =>
      page(
        c,
        'Order History',
        content(`<section id="box-order-history" class="box"><h1 class="title">Order History</h1><table class="table table-striped table-hover data-table"><thead><tr><th class="main">Order</th><th class="text-center">Order Status</th><th class="text-end">Amount</th><th class="text-end">Date</th><th></th></tr></thead>
<tbody><tr><td><a href="${origin}/en/printable_order_copy?order_id=${ORDER}&amp;public_key=a1b2" class="lightbox-iframe">Order #${ORDER}</a></td><td class="text-center">Pending</td><td class="text-end">${euro(sessionOf(c).placed!.total)}</td><td class="text-end">Nov 27 2026</td><td class="text-end"></td></tr></tbody></table></section>`),
      ),
    );
    app.get('/en/printable_order_copy', (c) => {
      const { lines, total, tax } = sessionOf(c).placed!;
      const row = (title: string, amount: number) =>
        `<tr><td class="text-end">${title}:</td><td class="text-end">${euro(amount, false)}</td></tr>`;
      return c.html(`<!DOCTYPE html><html lang="en"><head><title>Order Copy #${ORDER}</title>${tag}</head><body><section class="page" data-size="A4"><header class="header"><div class="row"><div class="col-xs-6 text-end"><h1>Order Copy</h1><div>Order #${ORDER}</div><div>2026-11-27</div></div></div></header>
<div class="content"><table class="items table table-striped data-table"><thead><tr><th>Qty</th><th>SKU</th><th class="main">Item</th><th>Unit Price</th><th>Tax</th><th>Sum</th></tr></thead><tbody>
${lines.map(({ product, quantity }) => `<tr><td>${quantity}</td><td>${product.sku}</td><td>${product.name}</td><td>${euro(product.price, false)}</td><td>${euro(taxOf(product.price), false)} (25 %)</td><td>${euro(product.price * quantity, false)}</td></tr>`).join('')}</tbody></table>
<table class="order-total table data-table"><tbody>${row('Subtotal', sumOf(lines))}${row('Including Tax', tax)}${row('<strong>Grand Total</strong>', total)}</tbody></table></div></section></body></html>`);
    });

    const says = (c: Context, kind: string, text: string, to: string) => {
      sessionOf(c).notices.push([kind, text]);
      return c.redirect(to);
    };
    app.post('/en/', async (c) => {
      const asked = (await c.req.parseBody()) as Record<string, string>;
      if (asked.subscribe) return says(c, 'success', 'Thank you for subscribing to our newsletter', '/en/');
      return c.redirect('/en/'); // the region was set
    });
    app.get('/en/regional_settings', (c) =>
      page(
        c,
        'Regional Settings',
        content(
          `<section id="box-regional-settings" class="box"><h1 class="title">Regional Settings</h1><form name="region_form" method="post" action="${origin}/en/"><div class="row">${group('Language', '<select class="form-control" name="language_code"><option value="en" selected>English</option><option value="sv">Svenska</option></select>')}${group('Currency', '<select class="form-control" name="currency_code"><option value="EUR" selected>Euros</option></select>')}</div><p class="btn-group btn-block">${button('save', 'Save')}</p></form></section>`,
        ),
      ),
    );
    app.get('/en/customer-service-s-0', (c) => page(c, 'Customer Service', content(contact)));
    app.post('/en/customer-service-s-0', async (c) => {
      const { email, message } = (await c.req.parseBody()) as Record<string, string>;
      if (email && message)
        return says(c, 'success', 'Your email has successfully been sent', '/en/customer-service-s-0');
      sessionOf(c).notices.push(['danger', 'You must enter a message']);
      return page(c, 'Customer Service', content(contact));
    });
    app.get('/en/login', (c) => page(c, 'Sign In', content(login)));
    app.post('/en/login', (c) => says(c, 'danger', 'Wrong password or the account does not exist', '/en/login'));
    app.get('/en/create_account', (c) => page(c, 'Create Account', content(account)));
    app.post('/en/create_account', async (c) => {
      const { password, confirmed_password } = (await c.req.parseBody()) as Record<string, string>;
      const session = sessionOf(c);
      if (password !== confirmed_password) {
        session.notices.push(['danger', 'The passwords did not match.']);
        return page(c, 'Create Account', content(account));
      }
      session.in = true;
      return says(c, 'success', 'Your customer account has been created.', '/en/');
    });

    const view = (product: Product) => pieces('view_item', 'EUR', [product, 1]);
    const open = (product: Product) => async (tab: Page) => {
      await press('#default-menu .categories ul a')(tab);
      await press(`.products a.link[data-id="${product.id}"]`)(tab);
    };
    const badge = (number: number) => async (tab: Page) => {
      await tab.click('[name=add_cart_product]');
      await tab.locator('#cart .quantity', { hasText: String(number) }).waitFor();
    };
    const refused = async (tab: Page) => {
      const dialog = tab.waitForEvent('dialog');
      await tab.click('[name=add_cart_product]');
      await dialog;
    };
    const ready = async (tab: Page) => {
      await tab.waitForSelector('#box-checkout-summary');
      await tab.waitForLoadState('networkidle');
    };
    const choose = (id: string) => async (tab: Page) => {
      await tab.locator('.option', { has: tab.locator(`[value="${id}"]`) }).click();
      await tab.waitForLoadState('networkidle');
    };
    const details = {
      firstname: 'Ann',
      lastname: 'Lee',
      address1: '1 High Street',
      postcode: '11122',
      city: 'Stockholm',
    };
    const fields = (within: string, more: Record<string, string>) =>
      Object.fromEntries(
        Object.entries({ ...details, ...more }).map(([name, value]) => [`${within} [name=${name}]`, value]),
      );
    const bought: [Product, number][] = [
      [largeKettle, 2],
      [tray, 1],
    ];
    const total = largeKettle.price * 2 + tray.price + 625 + CASH_FEE;
    const account$ = '#box-create-account';
    return {
      apps: { shop: app },
      walk: [
        step(
          'arrives by a campaign',
          (tab) => tab.goto(`${origin}/en/?utm_source=letter&utm_medium=email&utm_campaign=autumn`),
          { name: 'landing' },
        ),
        step(
          'subscribes',
          fill({ '#box-newsletter-subscribe [name=email]': 'a@b.example' }, press('[name=subscribe]')),
          { name: 'generate_lead', form_kind: 'newsletter' },
        ),
        step(
          'searches',
          fill({ '[name=query]': 'cup' }, (tab) =>
            Promise.all([tab.waitForNavigation(), tab.press('[name=query]', 'Enter')]),
          ),
        ),
        step('opens the category', press('#default-menu .categories ul a')),
        step('sorts it', press('#box-category .btn-group a')),
        step('filters it', press('[name="manufacturers[]"]')),
        step(
          'looks at the tray quickly',
          async (tab) => {
            await press('#default-menu .categories ul a')(tab);
            await until(`.preview[data-target$="p-3"]`, '.featherlight #box-product')(tab);
          },
          optional('view_item'),
        ),
        step('adds it there', badge(1), pieces('add_to_cart', 'EUR', [tray, 1])),
        step('closes it', (tab) => tab.click('.featherlight-close')),
        step('opens the jar, sold out', open(jar), view(jar)),
        step('opens the cup', open(cup), view(cup)),
        step('asks for more than there are', fill({ '[name=quantity]': '9' }, refused)),
        step('adds two cups', fill({ '[name=quantity]': '2' }, badge(3)), pieces('add_to_cart', 'EUR', [cup, 2])),
        step('asks for two more than there are', refused),
        step('opens the kettle', open(kettle), view(kettle)),
        step(
          'adds a large one',
          async (tab) => {
            await tab.selectOption('[name="options[Size]"]', 'Large');
            await badge(4)(tab);
          },
          pieces('add_to_cart', 'EUR', [largeKettle, 1]),
        ),
        step('adds another', badge(5), pieces('add_to_cart', 'EUR', [largeKettle, 1])),
        step('changes the language', async (tab) => {
          await press('#region .change a')(tab);
          await tab.selectOption('[name=language_code]', 'sv');
          await press('[name=save]')(tab);
        }),
        step('writes no message', async (tab) => {
          await press('.customer-service a')(tab);
          await fill(
            { '#box-contact-us [name=name]': 'Ann', '#box-contact-us [name=email]': 'a@b.example' },
            press('[name=send]'),
          )(tab);
        }),
        step(
          'writes to the shop',
          fill(
            {
              '#box-contact-us [name=email]': 'a@b.example',
              '#box-contact-us [name=subject]': 'Tea',
              '#box-contact-us [name=message]': 'Which?',
            },
            press('[name=send]'),
          ),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step('fails to log in', async (tab) => {
          await press('#footer a[href$=login]')(tab);
          await fill(
            { '#box-login [name=email]': 'a@b.example', '#box-login [name=password]': 'x' },
            press('#box-login [name=login]'),
          )(tab);
        }),
        step('repeats the password wrongly', async (tab) => {
          await press('#box-login-create a')(tab);
          await fill(
            fields(account$, { email: 'a@b.example', password: 'secret77', confirmed_password: 'x' }),
            press('[name=create_account]'),
          )(tab);
        }),
        step(
          'opens an account',
          fill(
            fields(account$, { email: 'a@b.example', password: 'secret77', confirmed_password: 'secret77' }),
            press('[name=create_account]'),
          ),
          { name: 'sign_up' },
        ),
        step(
          'goes to the checkout',
          async (tab) => {
            await press('#cart > a')(tab);
            await ready(tab);
          },
          pieces('begin_checkout', 'EUR', [tray, 1], [cup, 2], [largeKettle, 2]),
          optional('view_cart'),
        ),
        step(
          'removes the cups',
          async (tab) => {
            await tab.click('[name=remove_cart_item][value="2-"]');
            await tab.waitForSelector('[name=remove_cart_item][value="2-"]', { state: 'detached' });
            await ready(tab);
          },
          pieces('remove_from_cart', 'EUR', [cup, 2]),
          optional('view_cart'),
        ),
        step(
          'gives an address',
          fill(fields('#box-checkout-customer', { email: 'a@b.example' }), async (tab) => {
            await tab.focus('[name=comments]');
            await tab.waitForSelector('[name=confirm_order]:not([disabled])');
          }),
          optional('add_shipping_info'),
        ),
        step('would collect it', choose('sm_pickup:store'), pieces('add_shipping_info', 'EUR', ...bought)),
        step('has it sent', choose('sm_zone_weight:zone_1'), optional('add_shipping_info')),
        step(
          'has the card declined',
          press('[name=confirm_order]'),
          optional('add_payment_info'),
          optional('view_cart'),
        ),
        step(
          'pays in cash',
          async (tab) => {
            await ready(tab);
            await choose('pm_cod:cash')(tab);
          },
          pieces('add_payment_info', 'EUR', ...bought),
        ),
        step(
          'orders',
          press('[name=confirm_order]'),
          order('EUR', { id: ORDER, total, shipping: 625, tax: Math.round(total / 5) }, ...bought),
        ),
        step('reloads', (tab) => tab.reload()),
        step('goes back', (tab) => tab.goBack(), optional('view_cart')),
        step('looks at the orders', press('.account a[href$=order_history]')),
        step('opens the order', press('.lightbox-iframe')),
      ],
    };
  },
};

export default platform;
