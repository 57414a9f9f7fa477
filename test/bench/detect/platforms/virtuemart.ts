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
  until,
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { clientOf } from '../spa.ts';

const FEE = 595;
const NUMBER = 'K7FD0412';
const hat: Product = good('1', 'H-001', 'Cowboy Hat', 'hats/cowboy-hat-detail', 3570);
const beanie: Product = good('2', 'H-002', 'Merino Beanie', 'hats/merino-beanie-detail', 2380);
const straw: Product = good('3', 'H-003', 'Straw Hat', 'hats/straw-hat-detail', 1785);
const beret: Product = good('4', 'H-004', 'Felt Beret', 'hats/felt-beret-detail', 4760, true);
const products = [hat, beanie, straw, beret];
const euro = printer('de-DE', 'EUR');
/** Of what is paid, 19 % are tax. */
const taxOf = (amount: number) => Math.round((amount * 19) / 119);

interface Session {
  lines: Line[];
  told: string;
  /** The address is known. */
  known?: boolean;
  sends?: string;
  pays?: string;
}

const platform: Platform = {
  name: 'VirtueMart',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const client = clientOf('virtuemart');
    const sessionOf = createCarts<Session>(() => ({ lines: [], told: '' }), 'joomla');
    const pageOf = ({ slug }: Product) => `${origin}/shop/${slug}`;
    const message = (kind: string, text: string) =>
      `<div class="alert alert-${kind || 'message'}"><a class="close" data-dismiss="alert">×</a>
<h4 class="alert-heading">${kind ? kind[0]!.toUpperCase() + kind.slice(1) : 'Message'}</h4><div><p class="alert-message">${text}</p></div></div>`;

    const text = (lines: Line[]) => {
      const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
      return count ? `${count} product${count > 1 ? 's' : ''}` : 'Cart empty';
    };
    const bill = (lines: Line[]) => (lines.length ? `Total <strong>${euro(sumOf(lines))}</strong>` : '');
    const show = (lines: Line[]) =>
      lines.length ? `<a style="float:right;" href="${origin}/cart" rel="nofollow">Show Cart</a>` : '';
    const row = (prices: string, quantity: string, name: string) =>
      `<div class="vmcontainer"><div class="prices" style="float: right;">${prices}</div>
<div class="product_row"><span class="quantity">${quantity}</span>&nbsp;x&nbsp;<span class="product_name">${name}</span></div><div class="customProductData"></div></div>`;
    const link = (product: Product) => `<a href="${pageOf(product)}">${product.name}</a>`;
    const cartModule = ({ lines }: Session) =>
      `<div class="vmCartModule " id="vmCartModule"><div id="hiddencontainer" style=" display: none; ">${row('', '', '')}</div>
<div class="vm_cart_products">${lines.map(({ product, quantity }) => row(euro(product.price * quantity), `${quantity}`, link(product))).join('')}</div>
<div class="total" style="float: right;">${bill(lines)}</div><div class="total_products">${text(lines)}</div><div class="show_cart">${show(lines)}</div></div>`;

    const page = (c: Context, kind: string, title: string, body: string) => {
      const session = sessionOf(c);
      const { told } = session;
      session.told = '';
      return c.html(`<!DOCTYPE html><html lang="en-gb" dir="ltr"><head><meta charset="utf-8"><base href="${c.req.url.split('?')[0]}">
<meta name="generator" content="Joomla! - Open Source Content Management"><title>${title}</title>${tag}
<style>.vm-nodisplay{display:none}.vmicon{display:inline-block;width:16px;height:16px}#fancybox-wrap{position:fixed;top:20%;left:20%;background:#fff}</style></head>
<body class="site com_virtuemart view-${kind} no-layout no-task"><div class="body"><div class="container"><header class="header" role="banner"><div class="header-inner clearfix">
<a class="brand pull-left" href="${origin}/"><span class="site-title" title="Hat Stand">Hat Stand</span></a>
<div class="header-search pull-right"><form action="${origin}/shop" method="get"><div class="search"><input name="keyword" maxlength="20" alt="Search" class="inputbox" type="text" size="20" placeholder="search...">
<input type="submit" value="Search" class="button"></div><input type="hidden" name="limitstart" value="0"><input type="hidden" name="option" value="com_virtuemart"><input type="hidden" name="view" value="category"></form></div></div></header>
<nav class="navigation" role="navigation"><ul class="nav menu nav-pills"><li class="item-101"><a href="${origin}/">Home</a></li><li class="item-102"><a href="${origin}/shop/hats">Hats</a></li><li class="item-103"><a href="${origin}/login">Login</a></li></ul></nav>
<div class="row-fluid"><main id="content" role="main" class="span9"><div id="system-message-container">${told ? `<div id="system-message">${told}</div>` : ''}</div>${body}</main>
<div id="aside" class="span3"><div class="well "><h3 class="page-header">Shopping cart</h3>${cartModule(session)}</div>
<div class="well "><h3 class="page-header">Newsletter</h3><div class="acymailing_module"><form id="formAcymailing1" action="${origin}/component/acymailing/sub" method="post" name="formAcymailing1" novalidate>
<div class="acymailing_form"><input id="user_email_formAcymailing1" class="inputbox required" type="text" name="user[email]" value="" title="E-mail" placeholder="E-mail"><input class="button subbutton btn btn-primary" type="submit" value="Subscribe" name="Submit"></div>
<input type="hidden" name="ctrl" value="sub"><input type="hidden" name="task" value="optin"></form></div></div></div></div></div></div><script>${client}</script></body></html>`);
    };

    const priced = (name: string, label: string, amount: number | undefined, more = '') =>
      `<div class="Price${name} ${amount === undefined ? 'vm-nodisplay' : 'vm-display'} vm-price-value${more}"><span class="vm-price-desc">${label}: </span><span class="Price${name}">${amount === undefined ? '' : euro(amount)}</span></div>`;
    const prices = (product: Product) =>
      `<div class="product-price" id="productPrice${product.id}">${product === straw ? `<span class="price-crossed">${priced('basePriceWithTax', 'Base price with tax', 2380)}</span>` : ''}
${priced('salesPrice', 'Sales price', product.price)}${priced('priceWithoutTax', 'Sales price without tax', product.price - taxOf(product.price))}
${priced('discountAmount', 'Discount', product === straw ? -595 : undefined)}${priced('taxAmount', 'Tax amount', taxOf(product.price))}</div>`;
    const addForm = ({ id, name, soldOut }: Product, options = '') =>
      `<div class="addtocart-area"><form method="post" class="product js-recalculate" action="${origin}/index.php"><div class="vm-customfields-wrap">${options}</div><div class="addtocart-bar">
${soldOut ? `<a href="${origin}/shop/hats/felt-beret-detail/notify" class="notify">Notify Me!</a>` : `<span class="quantity-box"><input type="text" class="quantity-input js-recalculate" name="quantity[]" value="1" init="1" step="1"></span><span class="quantity-controls js-recalculate"><input type="button" class="quantity-controls quantity-plus" value="+"><input type="button" class="quantity-controls quantity-minus" value="-"></span><span class="addtocart-button"><input type="submit" name="addtocart" class="addtocart-button" value="Add to Cart" title="Add to Cart"></span>`}
<input type="hidden" name="virtuemart_product_id[]" value="${id}"><noscript><input type="hidden" name="task" value="add"></noscript></div>
<input type="hidden" name="option" value="com_virtuemart"><input type="hidden" name="view" value="cart"><input type="hidden" name="pname" class="pname" value="${name}"><input type="hidden" name="pid" value="${id}"><input type="hidden" name="Itemid" value="102"></form></div>`;
    const box = (product: Product) =>
      `<div class="product vm-col vm-col-3 vertical-separator"><div class="spacer product-container"><div class="vm-product-media-container"><a title="${product.name}" href="${pageOf(product)}"><img src="data:," alt="${product.slug}" class="browseProductImage"></a></div>
<div class="vm-product-descr-container-1"><h2>${link(product)}</h2><p class="product_s_desc">Warm, light and made to last ...</p></div><div class="vm3pr-2">${prices(product)}<div class="clear"></div></div>
<div class="vm3pr-0">${product === hat ? '' : addForm(product)}</div><div class="vm-details-button"><a href="${pageOf(product)}" title="${product.name}" class="product-details">Product details</a></div></div></div>`;
    app.get('/', (c) =>
      page(
        c,
        'virtuemart',
        'Home',
        `<div class="vendor-store-desc"><p>All hats are made by hand.</p></div><div class="featured-view"><h4>Featured Products</h4><div class="row">${box(straw)}</div></div>`,
      ),
    );
    const list = (title: string, shown: Product[]) =>
      `<div id="bd_results"><div class="category-view"><h1>${title}</h1></div><div class="browse-view"><div class="orderby-displaynumber"><div class="floatleft vm-order-list"><div class="orderlistcontainer"><div class="title">Sort by</div><div class="activeOrder"><a title=" -/+" href="${origin}/shop/hats?dir=DESC">Product Name -/+</a></div></div></div></div>
${shown.length ? `<div class="row">${shown.map(box).join('')}</div>` : 'No result found'}</div></div>`;
    app.get('/shop', (c) => {
      const word = (c.req.query('keyword') ?? '').toLowerCase();
      return page(
        c,
        'category',
        'Search',
        list(
          `Search result for ${word}`,
          products.filter(({ name }) => name.toLowerCase().includes(word)),
        ),
      );
    });
    app.get('/shop/hats', (c) => page(c, 'category', 'Hats', list('Hats', products)));
    const size =
      '<div class="product-fields"><div class="product-field product-field-type-S"><span class="product-fields-title-wrapper"><span class="product-fields-title"><strong>Size</strong></span></span><div class="product-field-display"><select id="customProductData_1_3" name="customProductData[1][3]" class="vm-chzn-select"><option value="11" selected="selected">M</option><option value="12">L + 5,95 €</option></select></div></div></div>';
    const reviews = (product: Product) =>
      `<div class="customer-reviews"><form method="post" action="${pageOf(product)}/review" name="reviewForm" id="reviewform"><h4>Reviews</h4><div class="write-reviews"><h4>Write the first review</h4><span class="step">First: Rate the product.</span><select name="vote"><option value="5" selected>5</option></select><span class="step">Now please write a (short) review.</span><textarea title="Write review" class="virtuemart" name="comment" rows="5" cols="60"></textarea><input class="highlight-button" type="submit" name="submit_review" title="Submit Review" value="Submit Review"></div></form></div>`;
    for (const product of products) {
      app.get(`/shop/${product.slug}`, (c) =>
        page(
          c,
          'productdetails',
          product.name,
          `<div class="product-container productdetails-view productdetails"><div class="product-neighbours"><a href="${pageOf(straw)}" rel="prev" class="previous-page">${straw.name}</a><a href="${pageOf(beanie)}" rel="next" class="next-page">${beanie.name}</a></div><div class="back-to-category"><a href="${origin}/shop/hats" class="product-details" title="Hats">Back to: Hats</a></div>
<h1>${product.name}</h1><div class="product-short-description">Warm, light and made to last.</div><div class="vm-product-container"><div class="vm-product-media-container"><div class="main-image"><a rel="vm-additional-images" href="data:,"><img src="data:," alt="${product.slug}"></a></div></div>
<div class="vm-product-details-container"><div class="spacer-buy-area">${prices(product)}<div class="clear"></div>${addForm(product, product === hat ? size : '')}<div class="ask-a-question"><a class="ask-a-question" href="${pageOf(product)}/askquestion" rel="nofollow">Ask a question about this product</a></div></div></div></div>
<div class="product-description"><span class="title">Description</span><p>Wool, 100 g. Ships in a box of its own.</p></div><div class="product-related-products"><h4>Related Products</h4><div class="product-field product-field-type-R"><span class="product-field-display"><a href="${pageOf(beanie)}" title="${beanie.name}"><img src="data:," alt="${beanie.name}"> ${beanie.name}</a> <div class="product-price">${priced('salesPrice', 'Sales price', beanie.price)}</div></span></div></div>${reviews(product)}</div>`,
        ),
      );
      app.post(`/shop/${product.slug}/review`, (c) => {
        sessionOf(c).told = message('', 'Your review has been saved. It will be published once it was checked.');
        return c.redirect(`/shop/${product.slug}`);
      });
      app.on(['GET', 'POST'], `/shop/${product.slug}/askquestion`, async (c) => {
        const { email, comment } = await c.req.parseBody();
        const form = `<div class="ask-a-question-view"><h1>Ask a question about: ${product.name}</h1><div class="form-field"><form method="post" class="form-validate" action="${pageOf(product)}/askquestion" name="askform" id="askform"><label>Your name: <input type="text" value="" name="name" id="name" size="30"></label><label>Your e-mail: <input type="text" value="" name="email" id="email" size="30"></label><label>Your question<textarea title="Your question" name="comment" class="field" id="comment" rows="8"></textarea></label><div class="submit"><input class="highlight-button" type="submit" name="submit_ask" title="Send your question" value="Send your question"></div><input type="hidden" name="virtuemart_product_id" value="${product.id}"><input type="hidden" name="task" value="mailAskquestion"></form></div></div>`;
        if (c.req.method === 'POST' && !(email && comment))
          sessionOf(c).told = message('error', 'Invalid field: E-mail');
        return page(
          c,
          'productdetails',
          `Ask a question - ${product.name}`,
          email && comment
            ? `<div class="productdetails-view"><p>Thank you! Your question has been sent.</p><a class="product-details" href="${pageOf(product)}">${product.name}</a></div>`
            : form,
        );
      });
    }
    app.on(['GET', 'POST'], '/shop/hats/felt-beret-detail/notify', (c) => {
      if (c.req.method === 'POST') {
        sessionOf(c).told = message('', 'We will let you know as soon as the product is back in stock.');
        return c.redirect(`/shop/${beret.slug}`);
      }
      return page(
        c,
        'productdetails',
        beret.name,
        `<form method="post" action="${pageOf(beret)}/notify" name="notifyform" id="notifyform"><h4>Notify me!</h4><div class="list-reviews">Sorry, ${beret.name} is out of stock. Leave your e-mail and we will tell you when it is back.<br><div class="clear"></div></div><div><span class="floatleft"><input type="text" name="notify_email" value=""></span><span class="addtocart-button"><input type="submit" name="notifycustomer" class="notify-button highlight-button" value="Notify Me" title="Notify Me"></span></div><input type="hidden" name="virtuemart_product_id" value="4"><input type="hidden" name="task" value="notifycustomer"></form>`,
      );
    });

    const asks: Record<string, (c: Context, asked: Record<string, unknown>) => Response> = {
      addJS: (c, asked) => {
        const { lines } = sessionOf(c);
        const product = products.find(({ id }) => id === [asked['virtuemart_product_id[]']].flat()[0])!;
        const quantity = Number([asked['quantity[]']].flat()[0]);
        const goOn = `<a class="continue_link" href="${origin}/shop/hats">Continue Shopping</a>`;
        if (quantity > 5)
          return c.json({ msg: `${goOn}<div>Maximum order level is 5 for ${product.name}</div>`, stat: '2' });
        add(lines, product, quantity);
        return c.json({
          msg: `${goOn}<a class="showcart floatright" href="${origin}/cart">Show Cart</a><h4>${quantity} x ${product.name} was added to your cart.</h4><br style="clear:both">`,
          stat: '1',
        });
      },
      viewJS: (c) => {
        const { lines } = sessionOf(c);
        return c.json({
          products: lines.map(({ product, quantity }) => ({
            product_name: link(product),
            customProductData: '',
            product_sku: product.sku,
            prices: euro(product.price * quantity),
            subtotal: product.price / 100,
            subtotal_with_tax: euro(product.price * quantity),
            quantity,
          })),
          totalProduct: lines.reduce((sum, { quantity }) => sum + quantity, 0),
          totalProductTxt: text(lines),
          dataValidated: false,
          cart_show: show(lines),
          billTotal: bill(lines),
          linkName: '',
        });
      },
      recalculate: (c, asked) => {
        const { price } = products.find(({ id }) => id === [asked['virtuemart_product_id[]']].flat()[0])!;
        return c.json({
          salesPrice: euro(price),
          priceWithoutTax: euro(price - taxOf(price)),
          taxAmount: euro(taxOf(price)),
          messages: '',
        });
      },
    };
    app.on(['GET', 'POST'], '/index.php', async (c) => asks[c.req.query('task')!]!(c, await c.req.parseBody()));

    const table = ({ lines, sends, pays }: Session) => {
      const fee = sends ? FEE : 0;
      const cell = (name: string, amount?: number) =>
        `<td align="right"><span class="priceColor2">${amount === undefined ? '' : `<div class="Price${name} vm-display vm-price-value"><span class="vm-price-desc"></span><span class="Price${name}">${euro(amount)}</span></div>`}</span></td>`;
      const choice = (name: string, chosen: string | undefined, ways: [string, string][]) =>
        `<fieldset class="vm-payment-shipment-select vm-${name}-select">${ways.map(([id, label]) => `<div class="vm-${name}-plugin-single"><input type="radio" name="virtuemart_${name}method_id" id="${name}_id_${id}" value="${id}"${chosen === id ? ' checked="checked"' : ''}><label for="${name}_id_${id}"><span class="vm${name}"><span class="vm${name}_name">${label}</span></span></label></div>`).join('')}</fieldset>`;
      const save =
        '<div class="buttonBar-right"><button name="updatecart" class="vm-button-correct" type="submit">Save</button></div>';
      return `<fieldset class="vm-fieldset-pricelist"><table class="cart-summary" cellspacing="0" cellpadding="0" border="0" width="100%"><tr><th align="left">Name</th><th align="left">SKU</th><th>Price</th><th>Quantity / Update</th><th><span class="priceColor2">Tax</span></th><th><span class="priceColor2">Discount</span></th><th>Total</th></tr>
${lines.map(({ product, quantity }, at) => `<tr valign="top" class="sectiontableentry1"><td align="left"><input type="hidden" name="cartpos[]" value="${at}"><span class="cart-images"><img src="data:," alt="${product.slug}"></span>${link(product)}</td><td align="left">${product.sku}</td>${cell('discountedPriceWithoutTax', product.price - taxOf(product.price))}<td align="right"><input type="text" title="Update Quantity In Cart" class="quantity-input js-recalculate" size="3" maxlength="4" name="quantity[${at}]" value="${quantity}"><button type="submit" class="vmicon vm2-add_quantity_cart" name="updatecart.${at}" title="Update Quantity In Cart"></button><button type="submit" class="vmicon vm2-remove_from_cart" name="delete.${at}" title="Delete Product From Cart"></button></td>${cell('taxAmount', taxOf(product.price) * quantity)}${cell('discountAmount')}${cell('salesPrice', product.price * quantity)}</tr>`).join('')}
<tr><td colspan="4">&nbsp;</td><td colspan="3"><hr></td></tr><tr class="sectiontableentry1"><td colspan="4" align="right">Product prices result</td>${cell('taxAmount', taxOf(sumOf(lines)))}${cell('discountAmount')}${cell('salesPrice', sumOf(lines))}</tr>
<tr class="sectiontableentry2"><td colspan="4" align="left"><input type="text" name="coupon_code" size="20" maxlength="50" class="coupon" alt="Enter your Coupon code" placeholder="Enter your Coupon code"><span class="details-button"><input class="details-button" type="submit" name="setcoupon" title="Save" value="Save"></span>&nbsp;</td><td colspan="3" align="left">&nbsp;</td></tr>
<tr class="sectiontableentry1" style="vertical-align:top;"><td colspan="4"><h3>Selected shipment</h3>${sends ? '<span class="vmshipment_name">Parcel</span>' : 'No shipment selected'}<br>${save}${choice(
        'shipment',
        sends,
        [
          ['1', 'Parcel'],
          ['2', 'Self pick-up'],
        ],
      )}</td>${cell('shipmentTax', taxOf(fee))}${cell('')}${cell('salesPriceShipment', fee)}</tr>
<tr class="sectiontableentry1" style="vertical-align:top;"><td colspan="4"><h3>Selected payment</h3>${pays ? '<span class="vmpayment_name">Bank transfer</span>' : 'No payment selected'}<br>${save}${choice(
        'payment',
        pays,
        [
          ['1', 'Bank transfer'],
          ['2', 'Cash on delivery'],
        ],
      )}</td>${cell('paymentTax', 0)}${cell('')}${cell('salesPricePayment', 0)}</tr>
<tr class="sectiontableentry2"><td colspan="4" align="right">Total:</td>${cell('billTaxAmount', taxOf(sumOf(lines) + fee))}${cell('billDiscountAmount')}<td align="right"><strong><div class="PricebillTotal vm-display vm-price-value"><span class="vm-price-desc"></span><span class="PricebillTotal">${euro(sumOf(lines) + fee)}</span></div></strong></td></tr></table></fieldset>`;
    };
    // The cart is the checkout: one address, and what is asked of it goes by the name of the button.
    const cartPage = (c: Context) => {
      const session = sessionOf(c);
      const isReady = session.known && session.sends && session.pays;
      const title = isReady ? 'Please confirm your order' : 'Cart';
      if (!session.lines.length)
        return page(
          c,
          'cart',
          'Cart',
          '<div class="vm-cart-header-container"><h1>Cart</h1></div><div id="cart-view" class="cart-view"><p>There are no products in your cart.</p></div>',
        );
      return page(
        c,
        'cart',
        title,
        `<div class="vm-cart-header-container"><div class="width50 floatleft vm-cart-header"><h1>Cart</h1><div class="payments-signin-button"></div></div><div class="width50 floatleft right vm-continue-shopping"><a class="continue_link" href="${origin}/shop/hats">Continue Shopping</a></div><div class="clear"></div></div>
<div id="cart-view" class="cart-view">${session.known ? '' : `<form id="com-form-login" action="${origin}/login" method="post" name="com-login"><fieldset class="userdata"><p id="com-form-login-username"><input type="text" name="username" class="inputbox" size="18" alt="Username" placeholder="Username"></p><p id="com-form-login-password"><input type="password" id="modlgn-passwd" name="password" class="inputbox" size="18" alt="Password" placeholder="Password"></p><input type="submit" name="Submit" class="default" value="Login"></fieldset></form>`}
<form method="post" id="checkoutForm" name="checkoutForm" action="${origin}/cart"><div class="billto-shipto"><div class="width50 floatleft"><span><span class="vmicon vm2-billto-icon"></span>Bill To</span><div class="output-billto">${session.known ? '<span class="values vm2-first_name">Ann</span> <span class="values vm2-last_name">Lee</span><br><span class="values vm2-city">Berlin</span>' : ''}</div><a class="details" href="${origin}/user/editaddresscartBT" rel="nofollow">Add/Edit billing address information</a></div></div>
${table(session)}<div class="customer-note"><span class="cart customer_note">Notes and special requests</span><textarea id="customer_note_field" name="customer_note" cols="60" rows="1"></textarea></div>
<fieldset class="vm-fieldset-tos"><div class="cart tos"><span class="cart tos">Terms of Service</span><input type="checkbox" id="tos" name="tos" value="1" class="terms-of-service required"> <div class="terms-of-service"><label for="tos"><a href="${origin}/tos" rel="facebox">Click here to read terms of service and check the box to accept them.</a></label></div></div></fieldset>
<div class="checkout-button-top"><button type="submit" id="checkoutFormSubmit" name="${isReady ? 'confirm' : 'checkout'}" value="1" class="vm-button-correct"><span>${isReady ? 'Confirm Purchase' : 'Check Out Now'}</span></button></div>
<input type="hidden" name="order_language" value="en-GB"><input type="hidden" name="task" value="updatecart"><input type="hidden" name="option" value="com_virtuemart"><input type="hidden" name="view" value="cart"></form></div>`,
      );
    };
    app.get('/cart', (c) => cartPage(c));
    app.post('/cart', async (c) => {
      const session = sessionOf(c);
      const asked = await c.req.parseBody();
      const removed = Object.keys(asked).find((key) => key.startsWith('delete.'));
      for (const [at, line] of session.lines.entries())
        line.quantity = Number(asked[`quantity[${at}]`] ?? line.quantity);
      if (removed) session.lines.splice(Number(removed.slice(7)), 1);
      session.sends = (asked.virtuemart_shipmentmethod_id as string) ?? session.sends;
      session.pays = (asked.virtuemart_paymentmethod_id as string) ?? session.pays;
      if (asked.coupon_code) session.told = message('info', 'Coupon code was not found');
      else if (!asked.checkout && !asked.confirm) session.told = message('', 'Product Quantity Successfully Updated');
      if (!session.lines.length || !(asked.checkout || asked.confirm)) return cartPage(c);
      if (!session.known) return c.redirect('/user/editaddresscheckoutBT');
      if (!asked.tos) {
        session.told = message('info', 'Please accept the terms of service to confirm.');
        return cartPage(c);
      }
      if (!asked.confirm) return cartPage(c);
      const total = sumOf(session.lines) + FEE;
      session.lines = [];
      return page(
        c,
        'cart',
        'Thank you for your Order!',
        `<h3>Thank you for your Order!</h3><div class="post_payment_payment_name" style="width: 100%"><span class="post_payment_payment_name_title">Payment Information </span><span class="vmpayment_name">Bank transfer</span></div>
<div class="post_payment_order_number" style="width: 100%"><span class="post_payment_order_number_title">Order Number </span> ${NUMBER}</div>
<div class="post_payment_order_total" style="width: 100%"><span class="post_payment_order_total_title">Total </span> ${euro(total)}</div>
<a class="vm-button-correct" href="${origin}/orders/number/${NUMBER}?order_pass=p_8Jq2">View your Order</a>`,
      );
    });

    app.get('/user/editaddresscheckoutBT', (c) => {
      const field = (name: string, label: string, kind = 'text') =>
        `<tr><td class="key" title=""><label class="${name}" for="${name}_field">${label} *</label></td><td><input type="${kind}" id="${name}_field" name="${name}" size="30" value="" class="required" maxlength="100"></td></tr>`;
      return page(
        c,
        'user',
        'Your account details',
        `<form method="post" id="userForm" name="userForm" class="form-validate" action="${origin}/user/save" novalidate><fieldset><h2>Billing address</h2><div class="control-buttons">If you would like to register an account, enter your username and password and press <b>Register And Checkout</b>. Else press Checkout as Guest.<br><button class="vm-button-correct" type="submit" name="register">Register And Checkout</button> <button class="vm-button-correct" type="submit" name="save" title="Checkout as Guest">Checkout as Guest</button> <button class="default" type="reset" name="cancel">Cancel</button></div>
<fieldset><span class="userfields_info">Shopper Information</span><table class="adminForm user-details">${field('email', 'E-Mail', 'email')}${field('username', 'Username')}${field('name', 'Displayed Name')}${field('password', 'Password', 'password')}${field('password2', 'Confirm Password', 'password')}</table></fieldset>
<fieldset><span class="userfields_info">Bill To</span><table class="adminForm user-details">${field('first_name', 'First Name')}${field('last_name', 'Last Name')}${field('address_1', 'Address 1')}${field('zip', 'Zip / Postal Code')}${field('city', 'City')}</table></fieldset></fieldset><input type="hidden" name="option" value="com_virtuemart"><input type="hidden" name="view" value="user"><input type="hidden" name="controller" value="user"><input type="hidden" name="task" value="saveUser"><input type="hidden" name="address_type" value="BT"></form>`,
      );
    });
    app.post('/user/save', async (c) => {
      const session = sessionOf(c);
      const { email, city } = await c.req.parseBody();
      if (email && city) session.known = true;
      else session.told = message('error', 'Missing value for City');
      return c.redirect(session.known ? '/cart' : '/user/editaddresscheckoutBT');
    });
    app.on(['GET', 'POST'], '/login', (c) => {
      if (c.req.method === 'POST')
        sessionOf(c).told = message('warning', 'Username and password do not match or you do not have an account yet.');
      return page(
        c,
        'login',
        'Login',
        `<div class="login"><form action="${origin}/login" method="post" class="form-validate form-horizontal well"><input type="text" name="username" id="username" size="25" class="required" placeholder="Username"><input type="password" name="password" id="password" size="25" class="required" placeholder="Password"><button type="submit" class="btn btn-primary">Log in</button></form></div>`,
      );
    });
    app.get(`/orders/number/${NUMBER}`, (c) =>
      page(
        c,
        'orders',
        'Your Order',
        `<div class="vm-wrap"><div class="vm-orders-information"><h1>Order Information</h1><div class="vm-orders-order"><table width="100%"><tr><td class="orders-key">Order Number</td><td class="orders-key" align="left">${NUMBER}</td></tr><tr><td>Order Date</td><td>Friday, 04 May 2026</td></tr><tr><td>Order Status</td><td>Confirmed by shopper</td></tr><tr><td>Total</td><td>${euro(hat.price * 2 + beanie.price + FEE)}</td></tr></table></div></div></div>`,
      ),
    );
    app.post('/component/acymailing/sub', async (c) => {
      const email = String((await c.req.parseBody())['user[email]']);
      sessionOf(c).told = /@\w+\.\w/.test(email)
        ? message('success', 'Thank you, you have been subscribed.')
        : message('error', 'Please enter a valid e-mail address');
      return c.redirect('/shop/hats');
    });

    const go = (path: string) => (tab: Page) => tab.goto(origin + path);
    const boxOf = (product: Product, what: string) => `.product-container:has(a[title="${product.name}"]) ${what}`;
    const open = (product: Product) => async (tab: Page) => {
      await press('.navigation .item-102 a')(tab);
      await press(`h2 a:has-text("${product.name}")`)(tab);
    };
    const added = '#fancybox-content .showcart';
    const close = (tab: Page) => tab.click('#fancybox-close');
    const bought: [Product, number][] = [
      [hat, 2],
      [beanie, 1],
    ];
    const view = (...lines: [Product, number][]) => pieces('view_cart', 'EUR', ...lines);
    const total = hat.price * 2 + beanie.price + FEE;
    const sends = (button: string) => (tab: Page) => follow(tab, () => tab.click(button));
    return {
      apps: { shop: app },
      walk: [
        step('arrives', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.com/' }), { name: 'landing' }),
        step('searches in vain', fill({ '[name=keyword]': 'helmet' }, press('.header-search .button'))),
        step('opens the category', press('.navigation .item-102 a')),
        step('sorts it', press('.activeOrder a')),
        step(
          'adds a beanie from the list',
          until(boxOf(beanie, '[name=addtocart]'), added),
          pieces('add_to_cart', 'EUR', [beanie, 1]),
        ),
        step('goes on shopping', async (tab) => {
          await close(tab);
          await tab.waitForTimeout(200);
        }),
        step('opens the beret, sold out', open(beret), pieces('view_item', 'EUR', [beret, 1])),
        step(
          'asks to be told when it is back',
          async (tab) => {
            await press('.addtocart-bar .notify')(tab);
            await fill({ '[name=notify_email]': 'a@b.example' }, press('[name=notifycustomer]'))(tab);
          },
          optional('view_item'),
          optional('generate_lead'),
        ),
        step('opens the hat', open(hat), pieces('view_item', 'EUR', [hat, 1])),
        step('asks for six, of which five may be ordered', async (tab) => {
          await tab.fill('.quantity-input', '5');
          await tab.click('.quantity-plus');
          await until('[name=addtocart]', '#fancybox-content h4')(tab);
        }),
        step(
          'adds two',
          async (tab) => {
            await close(tab);
            await tab.fill('.quantity-input', '1');
            await tab.click('.quantity-plus');
            await until('[name=addtocart]', added)(tab);
          },
          pieces('add_to_cart', 'EUR', [hat, 2]),
        ),
        step(
          'adds a straw hat',
          async (tab) => {
            await open(straw)(tab);
            await until('[name=addtocart]', added)(tab);
          },
          pieces('view_item', 'EUR', [straw, 1]),
          pieces('add_to_cart', 'EUR', [straw, 1]),
        ),
        step(
          'reviews it',
          async (tab) => {
            await close(tab);
            await fill({ '[name=comment]': 'Light as air, and it fits.' }, press('[name=submit_review]'))(tab);
          },
          optional('view_item'),
        ),
        step(
          'asks a question without an address',
          async (tab) => {
            await press('a.ask-a-question')(tab);
            await fill({ '#comment': 'Which size?' }, press('[name=submit_ask]'))(tab);
          },
          optional('view_item'),
        ),
        step(
          'asks a question',
          fill({ '#name': 'Ann', '#email': 'a@b.example', '#comment': 'Which size?' }, press('[name=submit_ask]')),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step('subscribes with a bad address', fill({ '#user_email_formAcymailing1': 'ann' }, press('.subbutton'))),
        step('subscribes', fill({ '#user_email_formAcymailing1': 'a@b.example' }, press('.subbutton')), {
          name: 'generate_lead',
          form_kind: 'newsletter',
        }),
        step('opens the cart', press('.show_cart a'), view([beanie, 1], [hat, 2], [straw, 1])),
        step(
          'types a coupon that is refused',
          fill({ '.coupon': 'HATS' }, press('[name=setcoupon]')),
          optional('view_cart'),
        ),
        step(
          'updates the hats as they are',
          press('tr:has-text("Cowboy") .vm2-add_quantity_cart'),
          optional('view_cart'),
        ),
        step(
          'removes the straw hat',
          press('tr:has-text("Straw") .vm2-remove_from_cart'),
          pieces('remove_from_cart', 'EUR', [straw, 1]),
          optional('view_cart'),
        ),
        step('fails to log in', async (tab) => {
          await fill(
            { '#cart-view [name=username]': 'ann', '#cart-view [name=password]': 'x' },
            press('#com-form-login [type=submit]'),
          )(tab);
        }),
        step('comes back to the cart', press('.show_cart a'), optional('view_cart')),
        step(
          'checks out, and is asked for an address',
          sends('#checkoutFormSubmit'),
          pieces('begin_checkout', 'EUR', [beanie, 1], [hat, 2]),
        ),
        step('forgets the city', fill({ '#email_field': 'a@b.example' }, press('[name=save]'))),
        step(
          'gives it as a guest',
          fill(
            {
              '#email_field': 'a@b.example',
              '#first_name_field': 'Ann',
              '#last_name_field': 'Lee',
              '#address_1_field': 'Gasse 1',
              '#zip_field': '10115',
              '#city_field': 'Berlin',
            },
            press('[name=save]'),
          ),
          optional('view_cart'),
        ),
        step(
          'chooses how it is sent',
          async (tab) => {
            await tab.check('#shipment_id_1');
            await press('tr:has(#shipment_id_1) [name=updatecart]')(tab);
          },
          optional('view_cart'),
          optional('add_shipping_info'),
        ),
        step(
          'chooses how it is paid',
          async (tab) => {
            await tab.check('#payment_id_1');
            await press('tr:has(#payment_id_1) [name=updatecart]')(tab);
          },
          optional('view_cart'),
          optional('add_shipping_info'),
          optional('add_payment_info'),
        ),
        step(
          'does not accept the terms',
          sends('#checkoutFormSubmit'),
          optional('view_cart'),
          optional('add_shipping_info'),
          optional('add_payment_info'),
        ),
        step(
          'orders',
          async (tab) => {
            await tab.check('#tos');
            await sends('#checkoutFormSubmit')(tab);
          },
          order('EUR', { id: NUMBER, total }, ...bought),
        ),
        step('reloads', (tab) => tab.reload(), optional('view_cart')),
        step('looks at the order', go(`/orders/number/${NUMBER}?order_pass=p_8Jq2`)),
        step('opens the empty cart', go('/cart'), optional('view_cart')),
      ],
    };
  },
};

export default platform;
