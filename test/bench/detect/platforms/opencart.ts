import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import {
  AJAX,
  add,
  createCarts,
  fill,
  good,
  item,
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

const phone = good('40', 'product 11', 'Garden Lantern', 'lantern', 11000);
const chair = good('42', 'Product 15', 'Apple Crate Chair', 'chair', 11500);
const camera = good('31', 'Product 4', 'Nordic Stool', 'stool', 9800);
const products = [phone, chair, camera];
const FEE = 500;

const pounds = printer('en-GB', 'GBP');

/** The theme's scripts: adds, removals and small carts by jQuery, `+` buttons that call a function with the product's number. */
const client = `${AJAX}
const $ = (selector) => document.querySelector(selector);
const route = (name) => 'index.php?route=' + name;
const say = (html) => { document.querySelectorAll('.alert-dismissible,.text-danger').forEach((old) => old.remove()); $('#content').insertAdjacentHTML('beforebegin', html); };
const good = (json) => say('<div class="alert alert-success alert-dismissible"><i class="fa fa-check-circle"></i> ' + json.success + ' <button type="button" class="close" data-dismiss="alert">&times;</button></div>');
const badge = (total) => setTimeout(() => { $('#cart > button').innerHTML = '<span id="cart-total"><i class="fa fa-shopping-cart"></i> ' + total + '</span>'; }, 100);
const small = () => ajax('GET', route('common/cart/info'), null, (html) => { const box = document.createElement('div'); box.innerHTML = html; $('#cart > ul').innerHTML = box.querySelector('ul').innerHTML; });
const cart = {
  add: (id, quantity) => ajax('POST', route('checkout/cart/add'), 'product_id=' + id + '&quantity=' + (quantity || 1), (json) => {
    if (json.redirect) location = json.redirect;
    if (json.success) { good(json); badge(json.total); small(); }
  }),
  remove: (key) => ajax('POST', route('checkout/cart/remove'), 'key=' + key, (json) => {
    badge(json.total);
    if (/checkout/.test(location.search)) location = route('checkout/cart'); else small();
  }),
};
const wishlist = { add: (id) => ajax('POST', route('account/wishlist/add'), 'product_id=' + id, (json) => { if (json.success) good(json); }) };
const compare = { add: (id) => ajax('POST', route('product/compare/add'), 'product_id=' + id, (json) => { if (json.success) good(json); }) };
$('#cart > button').addEventListener('click', () => $('#cart').classList.toggle('open'));
$('#button-cart')?.addEventListener('click', () => {
  const asked = [...document.querySelectorAll('#product input,#product select')].map(({ name, value }) => encodeURIComponent(name) + '=' + encodeURIComponent(value)).join('&');
  ajax('POST', route('checkout/cart/add'), asked, (json) => {
    document.querySelectorAll('.alert-dismissible,.text-danger').forEach((old) => old.remove());
    for (const [id, text] of Object.entries(json.error?.option ?? {})) $('#input-option' + id).insertAdjacentHTML('afterend', '<div class="text-danger">' + text + '</div>');
    if (json.success) { good(json); badge(json.total); small(); }
  });
});
$('#button-coupon')?.addEventListener('click', () => ajax('POST', route('extension/total/coupon/coupon'), 'coupon=' + encodeURIComponent($('#input-coupon').value), (json) => { if (json.error) say('<div class="alert alert-danger alert-dismissible"><i class="fa fa-exclamation-circle"></i> ' + json.error + '</div>'); }));
const section = (step, name) => ajax('GET', route('checkout/' + name), null, (html) => { $('#collapse-' + step + ' .panel-body').innerHTML = html; $('#collapse-' + step).classList.add('in'); });
if ($('#collapse-guest')) section('guest', 'guest');
document.addEventListener('click', ({ target }) => {
  const save = { 'button-guest': ['guest', 'guest/save', 'shipping-method', 'shipping_method'], 'button-shipping-method': ['shipping-method', 'shipping_method/save', 'payment-method', 'payment_method'], 'button-payment-method': ['payment-method', 'payment_method/save', 'confirm', 'confirm'] }[target.id];
  if (save) {
    const asked = [...document.querySelectorAll('#collapse-' + save[0] + ' input,#collapse-' + save[0] + ' textarea')].filter(({ type, checked }) => type !== 'radio' || checked).map(({ name, value }) => name + '=' + encodeURIComponent(value)).join('&');
    ajax('POST', route('checkout/' + save[1]), asked, (json) => {
      if (json.error) $('#collapse-' + save[0] + ' .panel-body').insertAdjacentHTML('afterbegin', '<div class="alert alert-danger alert-dismissible">' + json.error.warning + '</div>');
      else { $('#collapse-' + save[0]).classList.remove('in'); section(save[2], save[3]); }
    });
  }
  if (target.id === 'button-confirm') ajax('GET', route('extension/payment/cod/confirm'), null, (json) => { if (json.redirect) location = json.redirect; });
});`;

const platform: Platform = {
  name: 'OpenCart',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<{ lines: Line[] }>(() => ({ lines: [] }), 'OCSESSID');
    const to = (route: string, more = '') => `${origin}/index.php?route=${route}${more}`;
    const pageOf = ({ id }: Product) => to('product/product', `&product_id=${id}`);
    const count = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const worth = (lines: Line[]) => `${count(lines)} item(s) - ${pounds(sumOf(lines))}`;
    const sums = (lines: Line[], shipping = 0) =>
      [
        ['Sub-Total', sumOf(lines)],
        ...(shipping ? [['Flat Shipping Rate', shipping] as const] : []),
        ['Total', sumOf(lines) + shipping],
      ] as [string, number][];

    const small = (lines: Line[]) =>
      `<div id="cart" class="btn-group btn-block"><button type="button" data-toggle="dropdown" data-loading-text="Loading..." class="btn btn-inverse btn-block btn-lg dropdown-toggle"><i class="fa fa-shopping-cart"></i> <span id="cart-total">${worth(lines)}</span></button><ul class="dropdown-menu pull-right">${
        lines.length
          ? `<li><table class="table table-striped">${lines.map(({ product, quantity }, at) => `<tr><td class="text-center"><a href="${pageOf(product)}"><img src="data:," alt="${product.name}"></a></td><td class="text-left"><a href="${pageOf(product)}">${product.name}</a></td><td class="text-right">x ${quantity}</td><td class="text-right">${pounds(product.price * quantity)}</td><td class="text-center"><button type="button" onclick="cart.remove('${at + 11}');" title="Remove" class="btn btn-danger btn-xs"><i class="fa fa-times"></i></button></td></tr>`).join('')}</table></li><li><div><table class="table table-bordered">${sums(
              lines,
            )
              .map(
                ([title, sum]) =>
                  `<tr><td class="text-right"><strong>${title}</strong></td><td class="text-right">${pounds(sum)}</td></tr>`,
              )
              .join(
                '',
              )}</table><p class="text-right"><a href="${to('checkout/cart')}"><strong><i class="fa fa-shopping-cart"></i> View Cart</strong></a>&nbsp;&nbsp;&nbsp;<a href="${to('checkout/checkout')}"><strong><i class="fa fa-share"></i> Checkout</strong></a></p></div></li>`
          : '<li><p class="text-center">Your shopping cart is empty!</p></li>'
      }</ul></div>`;

    const page = (context: Context, id: string, title: string, body: string) => {
      const { lines } = cartOf(context);
      return context.html(`<!DOCTYPE html><html dir="ltr" lang="en"><head><title>${title}</title><base href="${origin}/">${tag}<style>#cart > ul{display:none}#cart.open > ul{display:block}.collapse{display:none}.collapse.in{display:block}</style></head><body>
<nav id="top"><div class="container"><form action="${to('common/currency/currency')}" method="post" enctype="multipart/form-data" id="form-currency"><div class="btn-group"><button class="btn btn-link dropdown-toggle" data-toggle="dropdown"><strong>£</strong> Currency</button><button class="currency-select btn btn-link btn-block" type="submit" name="code" value="EUR">€ Euro</button></div></form><ul class="list-inline"><li><a href="${to('account/account')}">My Account</a></li><li><a href="${to('account/wishlist')}" id="wishlist-total" title="Wish List (0)">Wish List (0)</a></li><li><a href="${to('checkout/cart')}" title="Shopping Cart"><i class="fa fa-shopping-cart"></i> <span>Shopping Cart</span></a></li><li><a href="${to('checkout/checkout')}" title="Checkout"><i class="fa fa-share"></i> <span>Checkout</span></a></li></ul></div></nav>
<header><div class="container"><div id="logo"><h1><a href="${to('common/home')}">Your Store</a></h1></div><form id="search" class="input-group" action="${origin}/index.php"><input type="hidden" name="route" value="product/search"><input type="text" name="search" value="" placeholder="Search"><button type="submit" class="btn btn-default btn-lg">Go</button></form>${small(lines)}</div></header>
<div id="${id}" class="container"><ul class="breadcrumb"><li><a href="${to('common/home')}"><i class="fa fa-home"></i></a></li></ul><div class="row"><div id="content" class="col-sm-12">${body}</div></div></div>
<footer><a href="${to('information/contact')}">Contact Us</a><a href="${to('account/return/add')}">Returns</a></footer><script>${client}</script></body></html>`);
    };
    const card = (product: Product) =>
      `<div class="product-layout col-lg-3"><div class="product-thumb transition"><div class="image"><a href="${pageOf(product)}"><img src="data:," alt="${product.name}" title="${product.name}" class="img-responsive"></a></div><div class="caption"><h4><a href="${pageOf(product)}">${product.name}</a></h4><p>Hand made in small numbers..</p><p class="price">${product === camera ? `<span class="price-new">${pounds(product.price)}</span> <span class="price-old">£122.00</span>` : pounds(product.price)} <span class="price-tax">Ex Tax: ${pounds(product.price - 1000)}</span></p></div><div class="button-group"><button type="button" onclick="cart.add('${product.id}', '1');"><i class="fa fa-shopping-cart"></i> <span class="hidden-xs hidden-sm hidden-md">Add to Cart</span></button><button type="button" data-toggle="tooltip" title="Add to Wish List" onclick="wishlist.add('${product.id}');"><i class="fa fa-heart"></i></button><button type="button" data-toggle="tooltip" title="Compare this Product" onclick="compare.add('${product.id}');"><i class="fa fa-exchange"></i></button></div></div></div>`;

    const shown = (product: Product) =>
      `<div class="row"><div class="col-sm-8"><ul class="thumbnails"><li><a class="thumbnail" href="#" title="${product.name}"><img src="data:," title="${product.name}" alt="${product.name}"></a></li></ul><ul class="nav nav-tabs"><li class="active"><a href="#tab-description" data-toggle="tab">Description</a></li><li><a href="#tab-review" data-toggle="tab">Reviews (0)</a></li></ul></div><div class="col-sm-4"><div class="btn-group"><button type="button" data-toggle="tooltip" class="btn btn-default" title="Add to Wish List" onclick="wishlist.add('${product.id}');"><i class="fa fa-heart"></i></button><button type="button" data-toggle="tooltip" class="btn btn-default" title="Compare this Product" onclick="compare.add('${product.id}');"><i class="fa fa-exchange"></i></button></div><h1>${product.name}</h1><ul class="list-unstyled"><li>Brand: <a href="#">Hearth</a></li><li>Product Code: ${product.sku}</li><li>Reward Points: 200</li><li>Availability: In Stock</li></ul><ul class="list-unstyled">${product === camera ? `<li><span style="text-decoration: line-through;">£122.00</span></li>` : ''}<li><h2>${pounds(product.price)}</h2></li><li>Ex Tax: ${pounds(product.price - 1000)}</li><li>Price in reward points: 400</li></ul><div id="product"><hr>${product === chair ? `<h3>Available Options</h3><div class="form-group required"><label class="control-label" for="input-option226">Select</label><select name="option[226]" id="input-option226" class="form-control"><option value=""> --- Please Select --- </option><option value="15">Red</option><option value="16">Blue</option></select></div>` : ''}<div class="form-group"><label class="control-label" for="input-quantity">Qty</label><input type="text" name="quantity" value="1" size="2" id="input-quantity" class="form-control"><input type="hidden" name="product_id" value="${product.id}"><br><button type="button" id="button-cart" data-loading-text="Loading..." class="btn btn-primary btn-lg btn-block">Add to Cart</button></div></div></div></div>`;

    const views: Record<string, (context: Context) => Response | Promise<Response>> = {
      'common/home': (c) =>
        page(c, 'common-home', 'Your Store', `<h3>Featured</h3><div class="row">${products.map(card).join('')}</div>`),
      'product/category': (c) =>
        page(
          c,
          'product-category',
          'Garden',
          `<h2>Garden</h2><div class="row"><select id="input-sort" class="form-control" onchange="location = this.value;"><option value="${to('product/category', '&path=20')}">Default</option><option value="${to('product/category', '&path=20&sort=p.price')}">Price</option></select></div><div class="row">${products.map(card).join('')}</div>`,
        ),
      'product/search': (c) =>
        page(
          c,
          'product-search',
          'Search - lamp',
          '<h1>Search - lamp</h1><p>There is no product that matches the search criteria.</p>',
        ),
      'product/product': (c) => {
        const product = products.find(({ id }) => id === c.req.query('product_id'))!;
        return page(c, 'product-product', product.name, shown(product));
      },
      'information/contact': (c) =>
        page(
          c,
          'information-contact',
          'Contact Us',
          `<h1>Contact Us</h1><form action="${to('information/contact')}" method="post" enctype="multipart/form-data" class="form-horizontal"><fieldset><legend>Contact Form</legend><input type="text" name="name" id="input-name"><input type="text" name="email" id="input-email"><textarea name="enquiry" rows="10" id="input-enquiry"></textarea></fieldset><div class="buttons"><input class="btn btn-primary" type="submit" value="Submit"></div></form>`,
        ),
      'information/contact/success': (c) =>
        page(
          c,
          'common-success',
          'Contact Us',
          `<h1>Contact Us</h1><p>Your enquiry has been successfully sent to the store owner!</p><div class="buttons"><a href="${to('common/home')}" class="btn btn-primary">Continue</a></div>`,
        ),
      'checkout/cart': (c) => {
        const { lines } = cartOf(c);
        return page(
          c,
          'checkout-cart',
          'Shopping Cart',
          lines.length
            ? `<h1>Shopping Cart &nbsp;(1.00kg)</h1><form action="${to('checkout/cart/edit')}" method="post" enctype="multipart/form-data"><div class="table-responsive"><table class="table table-bordered"><thead><tr><td>Image</td><td>Product Name</td><td>Model</td><td>Quantity</td><td>Unit Price</td><td>Total</td></tr></thead><tbody>${lines.map(({ product, quantity }, at) => `<tr><td class="text-center"><a href="${pageOf(product)}"><img src="data:," alt="${product.name}" class="img-thumbnail"></a></td><td class="text-left"><a href="${pageOf(product)}">${product.name}</a></td><td class="text-left">${product.sku}</td><td class="text-left"><div class="input-group btn-block"><input type="text" name="quantity[${at + 11}]" value="${quantity}" size="1" class="form-control"><span class="input-group-btn"><button type="submit" data-toggle="tooltip" title="Update" class="btn btn-primary"><i class="fa fa-refresh"></i></button><button type="button" data-toggle="tooltip" title="Remove" class="btn btn-danger" onclick="cart.remove('${at + 11}');"><i class="fa fa-times-circle"></i></button></span></div></td><td class="text-right">${pounds(product.price)}</td><td class="text-right">${pounds(product.price * quantity)}</td></tr>`).join('')}</tbody></table></div></form><h2>What would you like to do next?</h2><div class="panel-group"><label for="input-coupon">Enter your coupon here</label><input type="text" name="coupon" value="" placeholder="Enter your coupon here" id="input-coupon"><input type="button" value="Apply Coupon" id="button-coupon" data-loading-text="Loading..." class="btn btn-primary"></div><div class="row"><table class="table table-bordered">${sums(
                lines,
              )
                .map(
                  ([title, sum]) =>
                    `<tr><td class="text-right"><strong>${title}:</strong></td><td class="text-right">${pounds(sum)}</td></tr>`,
                )
                .join(
                  '',
                )}</table></div><div class="buttons clearfix"><a href="${to('common/home')}" class="btn btn-default">Continue Shopping</a><a href="${to('checkout/checkout')}" class="btn btn-primary">Checkout</a></div>`
            : '<h1>Shopping Cart</h1><p>Your shopping cart is empty!</p>',
        );
      },
      'checkout/checkout': (c) =>
        page(
          c,
          'checkout-checkout',
          'Checkout',
          `<h1>Checkout</h1><div class="panel-group" id="accordion">${[
            ['guest', 'Step 2: Billing Details'],
            ['shipping-method', 'Step 4: Delivery Method'],
            ['payment-method', 'Step 5: Payment Method'],
            ['confirm', 'Step 6: Confirm Order'],
          ]
            .map(
              ([id, title]) =>
                `<div class="panel panel-default"><div class="panel-heading"><h4 class="panel-title">${title}</h4></div><div class="panel-collapse collapse" id="collapse-${id}"><div class="panel-body"></div></div></div>`,
            )
            .join('')}</div>`,
        ),
      'checkout/success': (c) =>
        page(
          c,
          'common-success',
          'Your order has been placed!',
          `<h1>Your order has been placed!</h1><p>Your order has been successfully processed!</p><p>Please direct any questions you have to the <a href="${to('information/contact')}">store owner</a>.</p><p>Thanks for shopping with us online!</p><div class="buttons"><div class="pull-right"><a href="${to('common/home')}" class="btn btn-primary">Continue</a></div></div>`,
        ),
      'common/cart/info': (c) => c.html(small(cartOf(c).lines)),
      'checkout/guest': (c) =>
        c.html(
          '<div class="row"><fieldset><legend>Your Personal Details</legend><input type="text" name="firstname" id="input-payment-firstname"><input type="text" name="email" id="input-payment-email"></fieldset><fieldset><legend>Your Address</legend><input type="text" name="postcode" id="input-payment-postcode"></fieldset></div><div class="buttons"><input type="button" value="Continue" id="button-guest" data-loading-text="Loading..." class="btn btn-primary"></div>',
        ),
      'checkout/shipping_method': (c) =>
        c.html(
          `<p>Please select the preferred shipping method to use on this order.</p><p><strong>Flat Rate</strong></p><div class="radio"><label><input type="radio" name="shipping_method" value="flat.flat" checked="checked"> Flat Shipping Rate - ${pounds(FEE)}</label></div><div class="buttons"><input type="button" value="Continue" id="button-shipping-method" data-loading-text="Loading..." class="btn btn-primary"></div>`,
        ),
      'checkout/payment_method': (c) =>
        c.html(
          '<p>Please select the preferred payment method to use on this order.</p><div class="radio"><label><input type="radio" name="payment_method" value="cod" checked="checked"> Cash On Delivery</label></div><div class="buttons">I have read and agree to the Terms <input type="button" value="Continue" id="button-payment-method" data-loading-text="Loading..." class="btn btn-primary"></div>',
        ),
      'checkout/confirm': (c) => {
        const { lines } = cartOf(c);
        return c.html(
          `<div class="table-responsive"><table class="table table-bordered table-hover"><thead><tr><td>Product Name</td><td>Model</td><td>Quantity</td><td>Unit Price</td><td>Total</td></tr></thead><tbody>${lines.map(({ product, quantity }) => `<tr><td class="text-left"><a href="${pageOf(product)}">${product.name}</a></td><td class="text-left">${product.sku}</td><td class="text-right">${quantity}</td><td class="text-right">${pounds(product.price)}</td><td class="text-right">${pounds(product.price * quantity)}</td></tr>`).join('')}</tbody><tfoot>${sums(
            lines,
            FEE,
          )
            .map(
              ([title, sum]) =>
                `<tr><td colspan="4" class="text-right"><strong>${title}:</strong></td><td class="text-right">${pounds(sum)}</td></tr>`,
            )
            .join(
              '',
            )}</tfoot></table></div><div class="buttons"><div class="pull-right"><input type="button" value="Confirm Order" id="button-confirm" data-loading-text="Loading..." class="btn btn-primary"></div></div>`,
        );
      },
      'extension/payment/cod/confirm': (c) => {
        cartOf(c).lines = [];
        return c.json({ redirect: to('checkout/success') });
      },
    };
    app.get('/', (c) => views['common/home']!(c));
    app.get('/index.php', (c) => views[c.req.query('route') ?? 'common/home']!(c));

    const acts: Record<string, (context: Context, asked: Record<string, string>) => Response | Promise<Response>> = {
      'checkout/cart/add': (c, asked) => {
        const product = products.find(({ id }) => id === asked.product_id)!;
        if (product === chair && !asked['option[226]'])
          return c.json({ error: { option: { 226: 'Select required!' } }, redirect: pageOf(product) });
        const { lines } = cartOf(c);
        add(lines, product, Number(asked.quantity) || 1);
        return c.json({
          success: `Success: You have added <a href="${pageOf(product)}">${product.name}</a> to your <a href="${to('checkout/cart')}">shopping cart</a>!`,
          total: worth(lines),
        });
      },
      'checkout/cart/remove': (c, { key }) => {
        const { lines } = cartOf(c);
        lines.splice(Number(key) - 11, 1);
        return c.json({ success: 'Success: You have modified your shopping cart!', total: worth(lines) });
      },
      'checkout/cart/edit': (c, asked) => {
        for (const [at, line] of cartOf(c).lines.entries()) line.quantity = Number(asked[`quantity[${at + 11}]`]);
        return c.redirect(to('checkout/cart'));
      },
      'account/wishlist/add': (c, { product_id }) =>
        c.json({
          success: `You must <a href="${to('account/login')}">login</a> or <a href="${to('account/register')}">create an account</a> to save <a>${products.find(({ id }) => id === product_id)!.name}</a> to your <a href="${to('account/wishlist')}">wish list</a>!`,
          total: 'Wish List (0)',
        }),
      'product/compare/add': (c, { product_id }) =>
        c.json({
          success: `Success: You have added <a>${products.find(({ id }) => id === product_id)!.name}</a> to your <a href="${to('product/compare')}">product comparison</a>!`,
          total: 'Product Compare (1)',
        }),
      'extension/total/coupon/coupon': (c) =>
        c.json({ error: 'Warning: Coupon is either invalid, expired or reached its usage limit!' }),
      'information/contact': (c) => c.redirect(to('information/contact/success')),
      'common/currency/currency': (c) => c.redirect(c.req.header('referer')!),
      'checkout/guest/save': (c, { postcode }) =>
        c.json(postcode ? [] : { error: { warning: 'Postcode must be between 2 and 10 characters!' } }),
      'checkout/shipping_method/save': (c) => c.json([]),
      'checkout/payment_method/save': (c) => c.json([]),
    };
    app.post('/index.php', async (c) =>
      acts[c.req.query('route')!]!(c, (await c.req.parseBody()) as Record<string, string>),
    );

    const go = (route: string, more?: string) => (tab: Page) => tab.goto(to(route, more));
    const bought = order('GBP', { id: '', total: 2 * chair.price + FEE, shipping: FEE }, [chair, 2]);
    return {
      apps: { shop: app },
      walk: [
        step('arrives', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.com/' }), { name: 'landing' }),
        step(
          'adds the lantern from the front page',
          until('.product-thumb >> nth=0 >> .button-group button >> nth=0', '.alert-success'),
          pieces('add_to_cart', 'GBP', [phone, 1]),
        ),
        step('searches in vain', fill({ '[name=search]': 'lamp' }, press('#search button'))),
        step('opens the category', go('product/category', '&path=20'), { name: 'view_item_list' }),
        step('notes the stool', until('.product-thumb >> nth=2 >> [title*=Wish]', '.alert-success')),
        step(
          'compares it',
          until('.product-thumb >> nth=2 >> [title*=Compare]', '.alert-success:has-text("comparison")'),
        ),
        step(
          'wants the chair, which has options',
          press('.product-thumb >> nth=1 >> .button-group button >> nth=0'),
          pieces('view_item', 'GBP', [chair, 1]),
        ),
        step('chooses no colour', until('#button-cart', '.text-danger')),
        step(
          'takes two blue ones',
          async (tab) => {
            await tab.selectOption('#input-option226', '16');
            await fill({ '#input-quantity': '2' }, until('#button-cart', '.alert-success'))(tab);
          },
          pieces('add_to_cart', 'GBP', [chair, 2]),
        ),
        step('opens the stool', go('product/product', '&product_id=31'), pieces('view_item', 'GBP', [camera, 1])),
        step('adds it', until('#button-cart', '.alert-success'), pieces('add_to_cart', 'GBP', [camera, 1])),
        step(
          'opens the small cart',
          until('#cart > button', '#cart.open'),
          pieces('view_cart', 'GBP', [phone, 1], [chair, 2], [camera, 1]),
        ),
        step(
          'removes the stool there',
          async (tab) => {
            await tab.click('#cart tr:has-text("Nordic") button');
            await tab.waitForSelector('#cart tr:has-text("Nordic")', { state: 'detached' });
          },
          pieces('remove_from_cart', 'GBP', [camera, 1]),
        ),
        step(
          'writes to the shop',
          async (tab) => {
            await go('information/contact')(tab);
            await fill(
              { '#input-name': 'Ann', '#input-email': 'a@b.example', '#input-enquiry': 'When?' },
              press('#content [type=submit]'),
            )(tab);
          },
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step(
          'opens the cart',
          press('#top [title="Shopping Cart"]'),
          pieces('view_cart', 'GBP', [phone, 1], [chair, 2]),
        ),
        step(
          'wants three lanterns',
          fill({ '[name="quantity[11]"]': '3' }, press('[title=Update] >> nth=0')),
          { ...pieces('add_to_cart', 'GBP', [phone, 2]), optional: true },
          optional('view_cart'),
        ),
        step('tries a coupon', fill({ '#input-coupon': 'X' }, until('#button-coupon', '.alert-danger'))),
        step(
          'removes the lanterns',
          press('[title=Remove] >> nth=-2'),
          pieces('remove_from_cart', 'GBP', [phone, 3]),
          optional('view_cart'),
        ),
        step(
          'goes to the checkout',
          press('#content .btn-primary:text("Checkout")'),
          pieces('begin_checkout', 'GBP', [chair, 2]),
        ),
        step('forgets the postcode', until('#button-guest', '#collapse-guest .alert-danger')),
        step(
          'enters an address',
          fill({ '#input-payment-postcode': 'E1 6AN' }, until('#button-guest', '#button-shipping-method')),
        ),
        step('chooses how it is sent', until('#button-shipping-method', '#button-payment-method'), {
          ...pieces('add_shipping_info', 'GBP', [chair, 2]),
        }),
        step('chooses to pay in cash', until('#button-payment-method', '#button-confirm'), {
          ...pieces('add_payment_info', 'GBP', [chair, 2]),
        }),
        step('orders', press('#button-confirm'), {
          ...bought,
          transaction_id: undefined,
          items: [item(chair, 2)],
        }),
        step('reloads', (tab) => tab.reload()),
        step('goes home', press('#content .btn-primary')),
        step('comes back', (tab) => tab.goBack()),
      ],
    };
  },
};

export default platform;
