import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import {
  AJAX,
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
  until,
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { clientOf } from '../spa.ts';

// Version 6, skin Foundation. An add answers with the small basket as HTML, or with where to go instead, as a word.

const ORDER = '261127-041530-8812';

const lantern: Product = good('1', 'LAN01', 'Storm Lantern', 'storm-lantern', 4500);
const brassLantern: Product = { ...lantern, price: 5500 };
const rope: Product = good('2', 'ROP02', 'Hemp Rope', 'hemp-rope', 1250);
const anchor: Product = good('3', 'ANC03', 'Brass Anchor', 'brass-anchor', 2400);
const flag: Product = good('4', 'FLA04', 'Signal Flag', 'signal-flag', 1800, true);
const products = [lantern, rope, anchor, flag];
const ROPES = 4;

const dollars = printer('en-US', 'USD');
const sending: Record<string, [string, number]> = {
  eyJpZCI6MX0: ['Flat_Rate', 600],
  eyJpZCI6Mn0: ['Courier', 1400],
};

interface Session {
  lines: (Line & { hash: string; option?: string })[];
  told: [kind: string, text: string][];
  sent: string;
  guest?: Record<string, string>;
  in?: boolean;
  waits?: boolean;
  placed?: { lines: Session['lines']; sent: string };
}

const named = (asked: string) => products.filter(({ name }) => name.toLowerCase().includes(asked.toLowerCase()));
const taxOf = (lines: Line[]) => Math.round(sumOf(lines) * 0.08);
const totalOf = ({ lines, sent }: Pick<Session, 'lines' | 'sent'>) => sumOf(lines) + sending[sent]![1] + taxOf(lines);
const icon = (name: string) => `<svg class="icon icon-${name}"><use xlink:href="#icon-${name}"></use></svg>`;
const row = (...fields: string[]) =>
  fields.map((field) => `<div class="row"><div class="small-12 large-8 columns">${field}</div></div>`).join('');
const text = (id: string, name: string, label: string, more = 'required', type = 'text') =>
  `<label for="${id}" class="show-for-medium-up">${label}</label><input type="${type}" name="${name}" id="${id}" value="" placeholder="${label}" ${more}>`;

const platform: Platform = {
  name: 'CubeCart 6 (foundation)',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const sessionOf = createCarts<Session>(() => ({ lines: [], told: [], sent: 'eyJpZCI6MX0' }), 'CC_sid');
    const to = (page: string, more = '') => `${origin}/index.php?_a=${page}${more}`;
    const pageOf = ({ slug }: Product) => `${origin}/${slug}.html`;

    const basket = ({ lines }: Session) => `<div id="mini-basket"><div class="show-for-medium-up">
<div class="text-right"><a href="#" id="basket-summary" class="button white small">${icon('basket')} ${dollars(sumOf(lines))}</a></div>
<div class="basket-detail-container hide" id="basket-detail"><div class="mini-basket-arrow"></div><div class="box-basket-content"><h4 class="mini-basket-title nomarg pad-side">Your Basket</h4><div class="pad basket-detail">
${
  lines.length
    ? `<ul class="no-bullet">${lines.map(({ product, quantity }) => `<li class="clearfix"><div class="left"><a href="${pageOf(product)}" title="${product.name}">${quantity} &times; ${product.name}</a></div><div class="right">${dollars(product.price * quantity)}</div></li>`).join('')}
<li class="clearfix"><hr><div class="left">Items:</div><div class="right">${lines.reduce((sum, { quantity }) => sum + quantity, 0)}</div></li>
<li class="clearfix"><div class="left total">Total:</div><div class="right total">${dollars(sumOf(lines))}</div></li></ul>
<div><a href="${to('checkout')}" class="button success expand nomarg">${icon('lock')}Secure Checkout</a></div><div class="thinpad-top"><a href="${to('basket')}" class="button expand nomarg">View Basket</a></div>`
    : '<p class="pad-top text-center">Your basket is empty.</p>'
}</div></div></div></div><div class="session_token hide">9f3c</div></div>`;

    const told = (session: Session) => {
      const boxes = session.told.map(
        ([kind, said]) =>
          `<div data-alert class="alert-box ${kind}">${kind === 'alert' ? 'The following errors were detected:' : ''}<ul class="nomarg no-bullet"><li>${said}</li></ul><a href="#" class="close">&times;</a></div>`,
      );
      session.told = [];
      return boxes.join('');
    };
    const steps = ['Basket', 'Checkout', 'Complete'];
    const page = (c: Context, title: string, body: string, section: string, at?: number) => {
      const session = sessionOf(c);
      const progress =
        at === undefined
          ? ''
          : `<ul class="row no-bullet collapse checkout-progress-wrapper" id="box-progress">${steps.map((name, index) => `<li class="small-4 columns text-center checkout-progress ${index === at ? 'current' : index < at ? 'previous' : 'next'}"><a href="${index === 0 ? '?_a=basket' : '#'}">${index + 1}. ${name}</a></li>`).join('')}</ul>`;
      const account = session.in
        ? `<a href="#" data-dropdown="session" class="button white small">Ann Lee</a><ul id="session" data-dropdown-content class="f-dropdown"><li><a href="${to('vieworder')}">Your Orders</a></li><li><a href="${to('logout')}">Logout</a></li></ul>`
        : `<a href="${origin}/login.html" class="button white small nopad-sides">Login</a> / <a href="${origin}/register.html" class="button white small nopad-sides">Register</a>`;
      const isCheckout = section === 'checkout' && at !== 0;
      const header = isCheckout
        ? ''
        : `<div class="right text-center">${basket(session)}</div><div class="right text-center show-for-medium-up" id="box-currency"><span class="button white small">$ USD</span></div>`;
      const search = `<form action="${origin}/search.html" class="search_form" method="get"><div class="row collapse"><div class="small-10 columns"><input name="search[keywords]" type="text" data-image="true" data-amount="15" class="search_input nomarg" autocomplete="off" placeholder="Search our store" required><small><a href="${origin}/search.html">Advanced Search</a></small></div><div class="small-2 columns"><button class="button postfix nomarg nopad" type="submit" value="Search">${icon('search')}</button></div></div><input type="hidden" name="_a" value="category"></form>`;
      const sidebar = `<div class="large-3 columns show-for-large-up" id="sidebar_left"><div class="panel" id="box-popular"><h3>Popular Products</h3><ol><li><a href="${pageOf(rope)}" title="${rope.name}">${rope.name}</a><br>${dollars(rope.price)}</li></ol></div></div>`;
      const newsletter = `<div id="box-newsletter"><h3>Mailing List</h3><form action="${c.req.path}" method="post" id="newsletter_form_box" novalidate><div class="hide">Enter your email address to receive our newsletter</div><div class="row collapse"><div class="small-8 columns"><input name="subscribe" id="newsletter_email" type="text" size="18" maxlength="250" title="Subscribe" required data-email data-remote></div><div class="small-4 columns"><input type="submit" class="button postfix" value="Subscribe"></div></div></form><div class="hide" id="validate_already_subscribed">You are already subscribed.</div></div>`;
      return c.html(`<!DOCTYPE html><html class="no-js" xmlns="http://www.w3.org/1999/xhtml" dir="ltr" lang="en-US"><head><title>${title}</title><meta charset="utf-8"><meta name="generator" content="cubecart">
<link href="${c.req.url.split('?')[0]}" rel="canonical">${tag}<style>.hide{display:none}</style></head><body><div class="off-canvas-wrap" data-offcanvas><div class="inner-wrap">
<div class="row marg-top" id="top_header"><div class="small-4 large-3 columns"><a href="/" class="main-logo"><img src="data:," alt="Harbour Stores"></a></div>
<div class="small-8 large-9 columns nav-boxes"><div class="row" id="nav-actions"><div class="small-12 columns">${header}<div class="right text-right show-for-medium-up" id="box-session">${account}</div></div></div>
${isCheckout ? '' : `<div class="row show-for-medium-up"><div class="small-12 columns"><div>${search}</div></div></div>`}</div></div>
${isCheckout ? '' : `<nav class="top-bar category-nav" data-topbar="" id="box-navigation"><section class="top-bar-section"><h5 class="hide">Shop by Category</h5><ul class="left"><li><a href="/" title="Home">${icon('home')}</a></li><li class="has-dropdown"><a href="${origin}/deck.html" title="Deck">Deck</a></li></ul></section></nav>`}
<div class="row ${section}_wrapper"><div class="small-12 large-9 columns" id="main_content">${told(session)}${progress}${body}</div>${isCheckout ? '' : sidebar}</div>
<footer><div class="row"><div class="medium-7 columns"><h3>Information</h3><ul><li><a href="${origin}/contact-us.html">Contact Us</a></li></ul><p>&copy;2026 Harbour Stores</p></div><div class="medium-5 columns">${isCheckout ? '' : newsletter}</div></div></footer>
<div class="hide" id="validate_email">Please enter a valid email address.</div><div class="hide" id="validate_field_required">This field is required.</div><div class="hide" id="validate_email_in_use">Email address is already in use.</div></div></div>
<script type="application/ld+json">{"@context":"http://schema.org","@type":"WebSite","name":"Harbour Stores","url":"${origin}"}</script>
${section === 'product' ? ld(c) : ''}<script>{${AJAX}${clientOf('cubecart')}}</script></body></html>`);
    };
    const ld = (c: Context) => {
      const product = products.find(({ slug }) => c.req.path === `/${slug}.html`)!;
      return `<script type="application/ld+json">${JSON.stringify({
        '@context': 'https://schema.org/',
        '@type': 'Product',
        description: 'For wet decks.',
        sku: product.sku,
        mpn: '',
        name: product.name,
        offers: {
          '@type': 'Offer',
          url: pageOf(product),
          priceCurrency: 'USD',
          price: String(product.price / 100),
          itemCondition: 'https://schema.org/NewCondition',
          availability: `https://schema.org/${product.soldOut ? 'OutOfStock' : 'InStock'}`,
        },
      })}</script>`;
    };

    const price = (product: Product) =>
      product === anchor
        ? `<span class="old_price">${dollars(3000)}</span> <span class="sale_price">${dollars(product.price)}</span>`
        : dollars(product.price);
    const action = (c: Context) => `action="${c.req.path}" method="post"`;
    const buy = (product: Product, quantity: string, more = '') =>
      product.soldOut
        ? '<div class="row collapse"><div class="small-12 columns"><input type="submit" value="Out of stock" disabled class="button disabled expand small"></div></div>'
        : `<div class="row collapse"><div class="small-4 columns">${quantity}</div><div class="small-8 columns"><button type="submit" value="Add to Basket" class="button small postfix">Add to Basket</button>${more}</div></div>`;
    const card = (c: Context, product: Product) => {
      const hidden = `<input type="hidden" name="add" value="${product.id}">`;
      const name = `<a href="${pageOf(product)}" title="${product.name}">`;
      return `<li><form ${action(c)} class="panel add_to_basket" novalidate><div class="row product_list_view"><div class="small-3 columns">${name}<img src="data:," alt="${product.name}"></a></div>
<div class="small-6 columns"><h3>${name}${product.name}</a></h3>For wet decks.</div><div class="small-3 columns"><h3>${price(product)}</h3>${buy(product, '<input type="text" name="quantity" value="1" maxlength="3" class="quantity text-center">', hidden)}</div></div>
<div class="product_grid_view hide"><div class="text-center">${name}<img class="th" src="data:," alt="${product.name}"></a></div><h3>${name}${product.name}</a></h3><h3>${price(product)}</h3>${buy(product, '<input type="number" name="quantity" value="1" min="1" maxlength="3" class="quantity text-center" disabled>', hidden)}</div></form></li>`;
    };
    const category = (c: Context, title: string, shown: Product[]) =>
      page(
        c,
        title,
        `<h2>${title}</h2>${
          shown.length
            ? `<div class="row"><div class="small-12 medium-8 columns"><form ${action(c)} class="autosubmit"><label for="product_sort">Sort by</label><select name="sort" id="product_sort"><option value="" disabled selected>Please select</option><option value="price|ASC">Price (Low-High)</option></select><input type="submit" value="Sort" class="hide"></form></div>
<div class="medium-4 columns show-for-medium-up"><dl class="sub-nav right" id="layout_toggle"><dd><a href="#" class="grid_view">${icon('th-large')}</a></dd><dd class="active"><a href="#" class="list_view">${icon('th-list')}</a></dd></dl></div></div>`
            : ''
        }<div id="ccScroll"><ul class="small-block-grid-1 product_list" data-equalizer>${shown.map((product) => card(c, product)).join('') || '<li>No products found.</li>'}</ul></div>`,
        'category',
      );

    app.get('/', (c) =>
      page(
        c,
        'Harbour Stores',
        `<div id="content_homepage"><h1>Welcome aboard</h1><p>Everything for small boats.</p></div><div id="content_latest_products"><h2>Latest Products</h2><ul class="small-block-grid-1 medium-block-grid-3" data-equalizer>
${[rope, anchor].map((product) => `<li><form ${action(c)} class="panel add_to_basket" novalidate><div data-equalizer-watch><div class="text-center"><a class="th" href="${pageOf(product)}" title="${product.name}"><img src="data:," alt="${product.name}"></a></div><h3><a href="${pageOf(product)}" title="${product.name}">${product.name}</a></h3></div>${price(product)}${buy(product, '<input type="text" name="quantity" maxlength="3" value="1" class="quantity required text-center">')}<input type="hidden" name="add" value="${product.id}"></form></li>`).join('')}</ul></div>`,
        'home',
      ),
    );
    app.get('/deck.html', (c) =>
      category(
        c,
        'Deck',
        [...products].sort((one, other) => (c.req.query('sort[price]') ? one.price - other.price : 0)),
      ),
    );
    app.post('/deck.html', (c) => c.redirect('/deck.html?sort%5Bprice%5D=ASC&_a=category'));
    app.get('/search.html', (c) => {
      const asked = c.req.query('search[keywords]') ?? '';
      const found = named(asked);
      return category(c, found.length ? `Products found matching '${asked}'` : 'Search Results', found);
    });
    for (const product of products)
      app.get(`/${product.slug}.html`, (c) => {
        const asked = c.req.query('price[0]');
        if (asked) return c.json([dollars(Number(asked) * 100)]);
        const options =
          product === lantern
            ? `<div class="row"><div class="small-12 columns"><label for="option_5" class="return">Finish (Required)</label><select name="productOptions[5]" id="option_5" class="nomarg" required><option value="">Please select</option><option value="11" data-price="0">Black</option><option value="12" data-price="10">Brass +${dollars(1000)}</option></select></div></div>`
            : '';
        const shown =
          product === anchor
            ? `<span class="old_price" id="fbp" data-price="30.00">${dollars(3000)}</span> <span class="sale_price" id="ptp" data-price="24.00">${dollars(2400)}</span>`
            : `<span id="ptp" data-price="${(product.price / 100).toFixed(2)}">${dollars(product.price)}</span>`;
        const call = product.soldOut
          ? '<p class="buy_button"><strong>This product is currently out of stock</strong></p>'
          : `<div class="row collapse"><div class="medium-2 columns show-for-medium-up"><input type="number" name="quantity" value="1" min="1" maxlength="3" class="quantity required text-center"><input type="hidden" name="add" value="${product.id}"></div><div class="small-12 medium-10 columns"><button type="submit" value="Add to Basket" class="button postfix">Add to Basket</button></div></div>`;
        return page(
          c,
          product.name,
          `<div><form ${action(c)} class="add_to_basket" novalidate><div class="row"><div class="small-12 columns"><h1>${product.name}</h1></div></div>
<div class="row"><div class="small-5 medium-6 columns text-center nopad"><a href="#" class="open-clearing"><img src="data:," alt="${product.name}" id="img-preview"></a></div><div class="small-7 medium-5 columns thinpad-left">${options}<h3>${shown}</h3><div>${call}</div></div></div><hr>
<dl class="tabs" data-tab><dd class="active"><a href="#product_info">Product Information</a></dd><dd><a href="#product_spec">Specification</a></dd></dl><div class="tabs-content"><div class="content active" id="product_info">For wet decks.</div>
<div class="content" id="product_spec"><table><tbody><tr><td>Product Code</td><td>${product.sku}</td></tr>${product.soldOut ? '' : `<tr><td>Stock Level</td><td>${ROPES}</td></tr>`}<tr><td>Condition</td><td>New</td></tr></tbody></table></div></div></form></div>`,
          'product',
        );
      });

    /** Any page takes an add: its small basket comes back, or where to go. */
    const add = async (c: Context) => {
      const session = sessionOf(c);
      const asked = (await c.req.parseBody()) as Record<string, string>;
      const product = products.find(({ id }) => id === asked.add)!;
      const option = asked['productOptions[5]'];
      if (product === lantern && !option) {
        session.told.push(['alert', 'Please select required options before adding to your basket.']);
        return c.html(`Redir:${pageOf(product)}`);
      }
      const hash = `h${product.id}${option ?? ''}`;
      const held = session.lines.find((line) => line.hash === hash);
      const wanted = Number(asked.quantity) || 1;
      const quantity = product === rope ? Math.min(wanted, ROPES - (held?.quantity ?? 0)) : wanted;
      if (held) held.quantity += quantity;
      else session.lines.push({ product: option === '12' ? brassLantern : product, quantity, hash, option });
      if (quantity === wanted) return c.html(basket(session));
      const why =
        'The requested quantity exceeds available stock. Your quantity has been adjusted to the maximum available.';
      session.told.push(['alert', why]);
      return c.html('Redir:/index.php?_a=basket');
    };
    const isTaken = (asked: Record<string, string>) =>
      [asked.subscribe, asked.email, asked['user[email]']].some((mail) => mail?.startsWith('taken@'));
    /** Adds, addresses that are checked and subscriptions are taken at any address. */
    const shop = new Hono();
    shop.get('*', async (c, next) => {
      if (!c.req.query('json')) return next();
      const found = named(c.req.query('search[keywords]')!);
      return c.json(found.map(({ id, name }) => ({ product_id: id, name, thumbnail: '' })));
    });
    shop.post('*', async (c, next) => {
      const what = c.req.query('_g');
      if (what === 'ajaxadd') return add(c);
      const asked = (await c.req.parseBody()) as Record<string, string>;
      if (what === 'ajax_email') return c.json({ result: !isTaken(asked), token: '9f3c' });
      if (asked.subscribe === undefined) return next();
      sessionOf(c).told.push(['success', 'You have been successfully subscribed to our newsletter.']);
      return c.redirect(c.req.path);
    });

    const lines = (
      session: Session,
    ) => `<h2>Your Shopping Basket</h2><div class="show-for-medium-up" id="content_checkout_medium_up"><table class="expand"><thead><tr><td></td><td colspan="2">Name</td><td>Price (Unit)</td><td>Quantity</td><td>Price</td></tr></thead><tbody>
${session.lines
  .map(
    ({
      product,
      quantity,
      hash,
      option,
    }) => `<tr><td class="text-center"><a href="${to('basket', `&amp;remove-item=${hash}`)}">${icon('trash-o')}</a></td><td width="120"><a href="${pageOf(product)}" class="th" title="${product.name}"><img src="data:," alt="${product.name}"></a></td>
<td><a href="${pageOf(product)}"><strong>${product.name}</strong></a>${option ? `<ul class="no-bullet item_options"><li><strong>Finish</strong>: ${option === '12' ? `Brass (+${dollars(1000)})` : 'Black'}</li></ul>` : ''}</td>
<td>${dollars(product.price)}</td><td><input name="quan[${hash}]" type="text" value="${quantity}" maxlength="3" class="quantity checkout"></td><td class="text-right">${dollars(product.price * quantity)}</td></tr>`,
  )
  .join(
    '',
  )}</tbody><tfoot><tr><td colspan="4">Basket Weight: 2.4Kg</td><td>Subtotal</td><td class="text-right">${dollars(sumOf(session.lines))}</td></tr>
<tr><td colspan="4">Select your shipping method: <select name="shipping"><option value="">Please select</option>${Object.entries(
      sending,
    )
      .map(
        ([value, [name, cost]]) =>
          `<optgroup label="${name}"><option value="${value}"${value === session.sent ? ' selected' : ''}>${dollars(cost)} ${name.replace('_', ' ')}</option></optgroup>`,
      )
      .join('')}</select></td><td>Shipping</td><td class="text-right">${dollars(sending[session.sent]![1])}</td></tr>
<tr><td colspan="4"></td><td>Sales Tax</td><td class="text-right">${dollars(taxOf(session.lines))}</td></tr><tr><td colspan="4"></td><td>Grand Total</td><td class="text-right">${dollars(totalOf(session))}</td></tr></tfoot></table></div>
<div class="row"><div class="medium-8 columns text-right">Promotional code or gift card</div><div class="medium-4 columns"><input name="coupon" id="coupon" type="text" maxlength="25"><button type="submit" name="update" class="postfix nomarg nopad secondary" value="Apply">${icon('refresh')} Apply</button></div></div>`;
    const guestForm = ({
      guest,
    }: Session) => `<div id="register_false_address" class="row${guest ? '' : ' hide'}"><div class="large-6 columns"><h2>Billing Address</h2>${guest ? `${guest['user[first_name]']} ${guest['user[last_name]']}<br>${guest['billing[line1]']}<br>${guest['billing[postcode]']}<br>` : ''}<h3>Contact Details</h3><table><tr><td>${icon('envelope')}</td><td>${guest?.['user[email]'] ?? ''}</td></tr></table></div>
<div class="large-6 columns"><h2>Delivery Address</h2><div class="pad-top"><a href="#" class="button small show_address_form">${icon('reply')} Make changes</a></div></div></div>
<div class="hide" id="checkout_login_form"><h2>Login</h2><input type="text" name="username" id="login-username" placeholder="Email Address (Required)" required disabled><input type="password" name="password" id="login-password" required disabled><button type="submit" name="proceed" id="checkout_login_btn" class="button">Login</button></div>
<div id="checkout_register_form"${guest ? ' class="hide"' : ''}><h2>Your Details</h2><p>Already registered? <a href="#" id="checkout_login">Log in</a></p><h3>Contact Details</h3>
${row(text('user_first', 'user[first_name]', 'First Name', 'required autocomplete="given-name"'), text('user_last', 'user[last_name]', 'Last Name'), text('user_email', 'user[email]', 'Email', 'required data-email data-remote autocomplete="email"'), text('user_phone', 'user[phone]', 'Phone', 'required autocomplete="tel"'))}
<h3>Billing Address</h3><address>${row(text('addr_line1', 'billing[line1]', 'Address', 'required'), text('addr_town', 'billing[town]', 'Town/City'), text('addr_postcode', 'billing[postcode]', 'Postcode', 'required autocomplete="postal-code"'), '<label for="country-list">Country</label><select name="billing[country]" class="nosubmit" id="country-list"><option value="840" selected>United States</option></select>')}</address>
${row('<input type="checkbox" id="mailing_list" name="mailing_list" value="1"><label for="mailing_list">Subscribe to our mailing list.</label>', '<input type="checkbox" name="delivery_is_billing" id="delivery_is_billing" checked><label for="delivery_is_billing">Deliver to billing address.</label>', '<input type="checkbox" name="register" id="show-reg" value="1" checked><label for="show-reg">Create an account.</label>')}
<div id="account-reg"><h3>Password</h3>${row(text('reg_password', 'password', 'Password', 'required', 'password'), text('reg_passconf', 'passconf', 'Confirm Password', 'required', 'password'))}</div></div>
<label for="delivery_comments" class="return"><strong>Delivery Notes or Additional Comments</strong></label><textarea name="comments" id="delivery_comments"></textarea>`;
    const filled = (session: Session) =>
      Object.entries(session.guest ?? {}).reduce(
        (html, [name, value]) =>
          html.replace(new RegExp(`(name="${name.replace(/\W/g, '\\$&')}" id="\\w+" value=")"`), `$1${value}"`),
        guestForm(session),
      );
    const basketPage = (c: Context, isConfirm: boolean) => {
      const session = sessionOf(c);
      if (!session.lines.length)
        return page(
          c,
          'Basket',
          '<h2>Your Shopping Basket</h2><div class="text-center"><p class="thickpad-top">Your basket is empty.</p><a href="?" class="button success">Continue Shopping</a></div>',
          'checkout',
          0,
        );
      const gateways = `<div id="payment_method"><a href="?" class="right">Continue Shopping</a><h3>Select your payment method</h3><hr><ul class="no-bullet center" id="gateway_error">${[
        ['Card_Capture', 'Credit/Debit Card'],
        ['Print_Order_Form', 'Postal Payment'],
      ]
        .map(
          ([folder, name], at) =>
            `<li><input name="gateway" type="radio" class="nosubmit" value="${folder}" id="${folder}" required${at ? '' : ' checked'}><label for="${folder}">${name}</label></li>`,
        )
        .join('')}</ul></div>`;
      return page(
        c,
        isConfirm ? 'Checkout' : 'Basket',
        `<form action="${to(isConfirm ? 'confirm' : 'basket')}" method="post" enctype="multipart/form-data" class="autosubmit" id="checkout_form" novalidate>${isConfirm ? filled(session) : ''}${lines(session)}${isConfirm ? gateways : ''}
<div class="clearfix"><div class="show-for-medium-up"><a href="${to('basket', '&amp;empty-basket=true')}" class="button alert left">${icon('trash-o')} Empty Basket</a></div><div class="show-for-medium-up"><button type="submit" name="update" class="button secondary left" value="Update Basket">${icon('refresh')} Update Basket</button></div>
<button type="submit" name="proceed" id="checkout_proceed" class="button right g-recaptcha">${isConfirm ? 'Checkout' : 'Secure Checkout'} ${icon('chevron-right')}</button></div></form>`,
        'checkout',
        isConfirm ? 1 : 0,
      );
    };
    const gateway = (c: Context) =>
      page(
        c,
        'Payment',
        `<form id="gateway-transfer" action="${to('gateway')}" method="post" target="_self"><input type="hidden" name="gateway" value="Card_Capture"><h2>Amount due</h2><p>A total of <strong>${dollars(totalOf(sessionOf(c)))}</strong> is due for order number <strong>${ORDER}</strong></p>
<h2>Card Details</h2><table width="100%"><tr><td width="140">First Name</td><td><input type="text" name="firstName" value="Ann"></td></tr><tr><td>Card Number</td><td><input type="text" name="cardNumber" value="" size="18" maxlength="18"></td></tr><tr><td>Expiry Date</td><td><select name="expirationMonth"><option value="12">12 - Dec</option></select> / <select name="expirationYear"><option value="2028">2028</option></select></td></tr><tr><td>Security Code</td><td><input type="text" name="cvc2" value="" size="5" maxlength="3"></td></tr></table>
<h2>Customer Information</h2><table width="100%"><tr><td width="140">Email</td><td><input type="text" name="emailAddress" value="a@b.example" size="50"></td></tr><tr><td>Postcode</td><td><input type="text" name="postcode" value="10001" size="10"></td></tr></table><div class="text-center"><input type="submit" class="button success" value="Make Payment"></div></form>`,
        'checkout',
        1,
      );
    const receipt = ({
      lines: bought,
      sent,
    }: NonNullable<
      Session['placed']
    >) => `<h2>Order Number: #${ORDER}</h2><div class="order_status marg-top">Order Status: <span class="order_status_2">Processing</span></div><hr><h3>Customer Information</h3><div class="row"><div class="small-6 columns"><strong>Billing Address</strong><br>Ann Lee<br>1 Pier Street<br>New York<br>, 10001<br>United States</div><div class="small-6 columns"><strong>Delivery Address</strong><br>Ann Lee<br>1 Pier Street<br>New York<br>, 10001<br>United States</div></div><hr>
<h3>Order Summary</h3><table class="expand"><thead><tr><th>Product</th><th>Price Each</th><th>Quantity</th><th>Price</th></tr></thead>${bought.map(({ product, quantity, option }) => `<tbody><tr><td>${product.name} (${product.sku})${option ? `<p>Finish: ${option === '12' ? 'Brass' : 'Black'}<br></p>` : ''}</td><td class="text-right">${dollars(product.price)}</td><td class="text-center">${quantity}</td><td class="text-right">${dollars(product.price * quantity)}</td></tr></tbody>`).join('')}
<tfoot>${[
      ['Subtotal', sumOf(bought)],
      ['Shipping', sending[sent]![1]],
      ['Sales Tax', taxOf(bought)],
      ['Grand Total', totalOf({ lines: bought, sent })],
    ]
      .map(
        ([name, amount]) =>
          `<tr><td colspan="2"></td><td>${name}</td><td class="text-right">${dollars(Number(amount))}</td></tr>`,
      )
      .join(
        '',
      )}</tfoot></table><p><a href="${to('receipt', `&amp;cart_order_id=${ORDER}`)}" target="_blank"><i class="fa fa-print"></i> Print Invoice</a></p>`;

    const views: Record<string, (c: Context) => Response | Promise<Response>> = {
      basket: (c) => {
        const session = sessionOf(c);
        const gone = c.req.query('remove-item');
        if (!gone) return basketPage(c, false);
        session.lines = session.lines.filter(({ hash }) => hash !== gone);
        return c.redirect(to('basket'));
      },
      checkout: (c) => basketPage(c, true),
      confirm: (c) => basketPage(c, true),
      gateway: (c) => (sessionOf(c).waits ? gateway(c) : c.redirect(to('basket'))),
      complete: (c) => {
        const session = sessionOf(c);
        if (!session.waits || !session.placed) return c.redirect(to('basket'));
        session.waits = false;
        session.lines = [];
        session.told.push([
          'success',
          'Many thanks for your order! Payment has been received and your order is now being processed.',
        ]);
        return page(c, 'Order Complete', receipt(session.placed), 'complete', 2);
      },
      vieworder: (c) =>
        c.req.query('cart_order_id')
          ? page(c, 'Your Orders', receipt(sessionOf(c).placed!), 'vieworder')
          : page(
              c,
              'Your Orders',
              `<h2>Look up an order</h2><form action="${to('vieworder')}" id="lookup_order" method="post" novalidate>${row(text('lookup_order_id', 'cart_order_id', 'Order Number'), text('lookup_email', 'email', 'Email', 'required data-email'))}<div><input type="submit" value="Search" class="button"></div></form>`,
              'vieworder',
            ),
      account: (c) =>
        page(
          c,
          'Your Account',
          `<h2>Your Account</h2><ul><li><a href="${to('profile')}">Your Details</a></li><li><a href="${to('vieworder')}">Your Orders</a></li></ul>`,
          'account',
        ),
    };
    app.get('/index.php', (c) => (c.req.query('_a') ? views[c.req.query('_a')!]!(c) : c.redirect('/')));
    app.post('/index.php', async (c) => {
      const at = c.req.query('_a')!;
      const session = sessionOf(c);
      const asked = (await c.req.parseBody()) as Record<string, string>;
      if (at === 'vieworder') return c.redirect(to('vieworder', `&cart_order_id=${asked.cart_order_id}`));
      if (at === 'gateway') {
        if (/^4\d{15}$/.test(asked.cardNumber ?? '')) {
          session.placed = { lines: session.lines, sent: session.sent };
          return c.redirect(to('complete'));
        }
        session.told.push(['alert', 'Your card number is invalid.']);
        return gateway(c);
      }
      for (const line of session.lines) line.quantity = Number(asked[`quan[${line.hash}]`] ?? line.quantity);
      session.lines = session.lines.filter(({ quantity }) => quantity);
      session.sent = asked.shipping || session.sent;
      if (asked.coupon) session.told.push(['alert', 'Sorry, that code does not exist.']);
      else if (at === 'basket' && asked.proceed) return c.redirect(to('confirm'));
      else if (asked.proceed && session.guest) {
        session.waits = true;
        return c.redirect(to('gateway'));
      } else if (asked.proceed) {
        session.guest = asked;
        session.told.push(['success', 'Address updated.']);
      }
      return c.redirect(to(at));
    });

    const contact = (c: Context) =>
      page(
        c,
        'Contact Us',
        `<h2>Contact Us</h2><p>We answer within a day.</p><form action="/contact-us.html" id="contact_form" method="post" novalidate>${row(text('contact_name', 'contact[name]', 'Name'), text('contact_email', 'contact[email]', 'Email', 'required data-email'), text('contact_subject', 'contact[subject]', 'Subject'), '<label for="contact_enquiry">Enquiry</label><textarea name="contact[enquiry]" id="contact_enquiry" required></textarea>')}<input type="submit" class="button g-recaptcha" value="Send Message"></form>`,
        'contact',
      );
    app.get('/contact-us.html', contact);
    app.post('/contact-us.html', (c) => {
      sessionOf(c).told.push([
        'success',
        'Thank you for your message, a member of staff will reply to your email shortly.',
      ]);
      return c.redirect('/index.php');
    });
    const login = (c: Context) =>
      page(
        c,
        'Login',
        `<div class="row"><div class="large-6 columns"><form action="/login.html" id="login_form" method="post" novalidate><h2>Login</h2>${row(text('login-username', 'username', 'Email Address'), text('login-password', 'password', 'Password', 'required', 'password'))}<button name="submit" type="submit" class="button">${icon('sign-in')} Log In</button><input type="hidden" name="redir" value=""></form></div><div class="large-6 columns"><h2>Register</h2><a href="${origin}/register.html" class="button">Register</a></div></div>`,
        'login',
      );
    app.get('/login.html', login);
    app.post('/login.html', (c) => {
      sessionOf(c).told.push(['alert', 'Invalid email address or password.']);
      return login(c);
    });
    app.get('/register.html', (c) =>
      page(
        c,
        'Register',
        `<p>Already registered? <a href="${origin}/login.html">Login here</a></p><h2>Register</h2><form action="/register.html" id="registration_form" method="post" name="registration" novalidate>${row(text('first_name', 'first_name', 'First Name'), text('last_name', 'last_name', 'Last Name'), text('email', 'email', 'Email', 'required data-email data-remote'), text('phone', 'phone', 'Phone'), text('password', 'password', 'Password', 'required', 'password'), text('passconf', 'passconf', 'Confirm Password', 'required', 'password'))}<input type="hidden" name="register" value="1"><input type="submit" name="register" value="Register" id="register_submit" class="g-recaptcha button"><button type="reset" class="button secondary right">${icon('refresh')} Reset</button></form>`,
        'register',
      ),
    );
    app.post('/register.html', (c) => {
      sessionOf(c).in = true;
      return c.redirect(to('account'));
    });

    shop.route('/', app);

    const view = (product: Product) => pieces('view_item', 'USD', [product, 1]);
    const has = (count: number) => (tab: Page) =>
      tab.locator('#basket-detail .right', { hasText: new RegExp(`^${count}$`) }).waitFor();
    const adds = (within: string, count: number) => async (tab: Page) => {
      await tab.click(`${within} button[value="Add to Basket"]`);
      await has(count)(tab);
    };
    const goes = (selector: string) => (tab: Page) => follow(tab, () => tab.click(selector));
    const open = (product: Product) => async (tab: Page) => {
      await press('.category-nav a[title=Deck]')(tab);
      await press(`.product_list_view h3 a[title="${product.name}"]`)(tab);
    };
    const listed = (product: Product) => `.product_list li:has([name=add][value="${product.id}"]) .product_list_view`;
    const details = {
      '#user_first': 'Ann',
      '#user_last': 'Lee',
      '#user_email': 'a@b.example',
      '#user_phone': '212 555 0100',
      '#addr_line1': '1 Pier Street',
      '#addr_town': 'New York',
      '#addr_postcode': '10001',
    };
    const bought: [Product, number][] = [
      [brassLantern, 1],
      [rope, ROPES],
    ];
    const inBasket = [...bought].reverse();
    const goods = sumOf(bought.map(([product, quantity]) => ({ product, quantity })));
    const tax = Math.round(goods * 0.08);
    return {
      apps: { shop },
      walk: [
        step('arrives by a campaign', (tab) => tab.goto(`${origin}/?utm_source=paper&utm_medium=print`), {
          name: 'landing',
        }),
        step(
          'is subscribed already',
          fill({ '#newsletter_email': 'taken@b.example' }, async (tab) => {
            const dialog = tab.waitForEvent('dialog');
            await tab.click('#box-newsletter [type=submit]');
            await dialog;
          }),
        ),
        step('subscribes', fill({ '#newsletter_email': 'a@b.example' }, goes('#box-newsletter [type=submit]')), {
          name: 'generate_lead',
          form_kind: 'newsletter',
        }),
        step(
          'adds an anchor from the first page',
          adds('#content_latest_products li:has([value="3"])', 1),
          pieces('add_to_cart', 'USD', [anchor, 1]),
          optional('view_cart'),
        ),
        step('types into the search', async (tab) => {
          await tab.locator('.search_input').pressSequentially('rope');
          await tab.waitForSelector('#sayt_results li');
        }),
        step('searches', goes('.search_form button')),
        step('opens the category, sorts it and sees it as a grid', async (tab) => {
          await press('.category-nav a[title=Deck]')(tab);
          await follow(tab, () => tab.selectOption('#product_sort', 'price|ASC'));
          await until('.grid_view', '.product_grid_view:not(.hide)')(tab);
          await until('.list_view', '.product_list_view:not(.hide)')(tab);
        }),
        step(
          'adds three ropes from the list',
          async (tab) => {
            await tab.fill(`${listed(rope)} .quantity`, '3');
            await adds(listed(rope), 4)(tab);
          },
          pieces('add_to_cart', 'USD', [rope, 3]),
          optional('view_cart'),
        ),
        step('adds a lantern from the list, and must choose', goes(`${listed(lantern)} button`), view(lantern)),
        step('adds it without a choice', until('.add_to_basket button', 'small.error')),
        step(
          'adds it in brass',
          async (tab) => {
            await tab.selectOption('#option_5', '12');
            await tab.locator('#ptp', { hasText: '$55.00' }).waitFor();
            await adds('.add_to_basket', 5)(tab);
          },
          pieces('add_to_cart', 'USD', [brassLantern, 1]),
          optional('view_cart'),
        ),
        step('opens the flag, sold out', open(flag), view(flag)),
        step('opens the rope', open(rope), view(rope)),
        step(
          'wants three more, and gets one',
          fill({ '#main_content .add_to_basket .quantity': '3' }, goes('.add_to_basket button')),
          optional('add_to_cart'),
          pieces('view_cart', 'USD', [anchor, 1], [rope, 4], [brassLantern, 1]),
        ),
        step(
          'wants one more, and gets none',
          async (tab) => {
            await open(rope)(tab);
            await goes('.add_to_basket button')(tab);
          },
          optional('view_item'),
          optional('view_cart'),
        ),
        step('tries a code', fill({ '#coupon': 'SAIL' }, goes('#coupon + button')), optional('view_cart')),
        step(
          'chooses the courier',
          (tab) => follow(tab, () => tab.selectOption('[name=shipping]', 'eyJpZCI6Mn0')),
          optional('view_cart'),
        ),
        step(
          'removes the anchor',
          goes('a[href*="remove-item=h3"]'),
          pieces('remove_from_cart', 'USD', [anchor, 1]),
          optional('view_cart'),
        ),
        step(
          'looks into the small basket',
          until('#basket-summary', '#basket-detail:not(.hide)'),
          optional('view_cart'),
        ),
        step('writes without an address', async (tab) => {
          await press('footer a[href*=contact]')(tab);
          await fill(
            {
              '#contact_name': 'Ann',
              '#contact_email': 'ann',
              '#contact_subject': 'Rope',
              '#contact_enquiry': 'How long?',
            },
            until('#contact_form [type=submit]', 'small.error'),
          )(tab);
        }),
        step('writes to the shop', fill({ '#contact_email': 'a@b.example' }, goes('#contact_form [type=submit]')), {
          name: 'generate_lead',
          form_kind: 'contact',
        }),
        step('fails to log in', async (tab) => {
          await press('#box-session a >> nth=0')(tab);
          await fill({ '#login-username': 'a@b.example', '#login-password': 'x' }, goes('#login_form button'))(tab);
        }),
        step('registers with an address that is taken', async (tab) => {
          await press('#box-session a >> nth=1')(tab);
          await fill(
            {
              '#first_name': 'Ann',
              '#last_name': 'Lee',
              '#email': 'taken@b.example',
              '#phone': '212 555 0100',
              '#password': 'secret77',
              '#passconf': 'secret77',
            },
            until('#register_submit', 'small.error'),
          )(tab);
        }),
        step(
          'goes to the checkout from the small basket',
          async (tab) => {
            await until('#basket-summary', '#basket-detail:not(.hide)')(tab);
            await press('#basket-detail .success')(tab);
          },
          pieces('begin_checkout', 'USD', ...inBasket),
          optional('view_cart'),
        ),
        step('forgets the address', until('#checkout_proceed', 'small.error')),
        step(
          'gives an address, and is asked to check it',
          async (tab) => {
            await tab.uncheck('#show-reg');
            await fill(details, goes('#checkout_proceed'))(tab);
          },
          optional('add_shipping_info'),
          optional('add_payment_info'),
        ),
        step('goes to pay', goes('#checkout_proceed'), optional('add_shipping_info'), optional('add_payment_info')),
        step(
          'mistypes the card',
          fill({ '[name=cardNumber]': '4111' }, goes('#gateway-transfer [type=submit]')),
          optional('add_payment_info'),
        ),
        step(
          'pays',
          fill(
            { '[name=cardNumber]': '4111111111111111', '[name=cvc2]': '123' },
            goes('#gateway-transfer [type=submit]'),
          ),
          optional('add_payment_info'),
          order('USD', { id: ORDER, total: goods + 1400 + tax, shipping: 1400, tax }, ...inBasket),
        ),
        step('reloads, and finds the basket empty', (tab) => tab.reload(), optional('view_cart')),
        step('looks the order up', async (tab) => {
          await tab.goto(to('vieworder'));
          await fill(
            { '#lookup_order_id': ORDER, '#lookup_email': 'a@b.example' },
            goes('#lookup_order [type=submit]'),
          )(tab);
        }),
        step(
          'opens an account',
          async (tab) => {
            await press('#box-session a >> nth=1')(tab);
            await fill(
              {
                '#first_name': 'Ann',
                '#last_name': 'Lee',
                '#email': 'a@b.example',
                '#phone': '212 555 0100',
                '#password': 'secret77',
                '#passconf': 'secret77',
              },
              goes('#register_submit'),
            )(tab);
          },
          { name: 'sign_up' },
        ),
      ],
    };
  },
};

export default platform;
