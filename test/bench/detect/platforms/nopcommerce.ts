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

const lamp = good('1', 'LAMP_CUST', 'Build your own lamp', 'build-your-own-lamp', 5000);
const tallLamp: Product = { ...lamp, others: ['LAMP_CUST_TALL'], price: 6500 };
const vase = good('4', 'VS_BLUE_13', 'Blue vase', 'blue-vase', 2750);
const clock = good('8', 'CL_OAK', 'Oak wall clock', 'oak-wall-clock', 12000, true);
const products = [lamp, vase, clock];
const FEE = 1000;
const NUMBER = '15';

const dollars = printer('en-US', 'USD');

/** The theme's scripts: adds by jQuery to addresses of one run of letters, bars of notices, a checkout of six sections. */
const client = `${AJAX}
const $ = (selector) => document.querySelector(selector);
const pairs = (root) => [...root.querySelectorAll('input,select,textarea')].filter(({ type, checked }) => !/radio|checkbox/.test(type) || checked).map(({ name, value }) => name + '=' + encodeURIComponent(value)).join('&');
const setLocation = (url) => { location.href = url; };
const displayBarNotification = (message, kind, timeout) => {
  for (const old of document.querySelectorAll('.bar-notification')) old.remove();
  const bar = document.createElement('div');
  bar.classList.add('bar-notification', kind);
  for (const text of [].concat(message)) bar.insertAdjacentHTML('beforeend', '<p class="content">' + text + '</p>');
  bar.insertAdjacentHTML('beforeend', '<span class="close" title="Close"></span>');
  $('#bar-notification').append(bar);
  if (timeout) setTimeout(() => bar.remove(), timeout);
};
const AjaxCart = {
  send: (url, body) => ajax('POST', url, body, (response) => {
    if (response.updatetopcartsectionhtml) $('#topcartlink .cart-qty').innerHTML = response.updatetopcartsectionhtml;
    if (response.updatetopwishlistsectionhtml) $('.wishlist-qty').innerHTML = response.updatetopwishlistsectionhtml;
    if (response.updateflyoutcartsectionhtml) $('#flyout-cart').outerHTML = response.updateflyoutcartsectionhtml;
    if (response.message) return displayBarNotification(response.message, response.success ? 'success' : 'error', response.success ? 3500 : 0);
    if (response.redirect) location.href = response.redirect;
  }),
  addproducttocart_catalog: (url) => AjaxCart.send(url, '__RequestVerificationToken=t'),
  addproducttocart_details: (url, selector) => AjaxCart.send(url, pairs($(selector))),
  addproducttocomparelist: (url) => AjaxCart.send(url, '__RequestVerificationToken=t'),
};
const attributeChange = (id) => ajax('POST', '/shoppingcart/productdetails_attributechange?productId=' + id + '&validateAttributeConditions=False&loadPicture=True', pairs($('#product-details-form')), (data) => {
  $('.price-value-' + id).textContent = data.price;
  $('#sku-' + id).textContent = data.sku;
});
const list = (value) => ajax('GET', '/category/products?categoryId=1&orderby=' + value, null, (html) => { $('.products-wrapper').innerHTML = html; });
const newsletter = () => {
  $('#subscribe-loading-progress').style.display = '';
  ajax('POST', '/subscribenewsletter', 'subscribe=true&email=' + encodeURIComponent($('#newsletter-email').value), (data) => {
    $('#subscribe-loading-progress').style.display = 'none';
    $('#newsletter-result-block').innerHTML = data.Result;
    if (data.Success) $('#newsletter-subscribe-block').style.display = 'none';
    $('#newsletter-result-block').style.display = 'block';
  });
};
const save = (form, action) => ajax('POST', '/checkout/' + action + '/', form ? pairs($(form)) : '__RequestVerificationToken=t', (response) => {
  if (response.error) return alert([].concat(response.message).join('\\n'));
  if (response.update_section) $('#checkout-' + response.update_section.name + '-load').innerHTML = response.update_section.html;
  if (response.goto_section) for (const section of document.querySelectorAll('.tab-section')) {
    const open = section.id === 'opc-' + response.goto_section;
    section.classList.toggle('active', open);
    section.querySelector('.step').style.display = open ? '' : 'none';
  }
  if (response.success) location = '/checkout/completed/';
});
$('#topcartlink').addEventListener('mouseenter', () => $('#flyout-cart').classList.add('active'));
$('.header').addEventListener('mouseleave', () => $('#flyout-cart').classList.remove('active'));
$('#checkout')?.addEventListener('click', (event) => {
  if ($('#termsofservice').checked) return;
  event.preventDefault();
  $('#terms-of-service-warning-box').style.display = '';
});`;

const platform: Platform = {
  name: 'nopCommerce',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const linesOf = createCarts<Line[]>(() => [], '.Nop.Customer');
    const pageOf = ({ slug }: Product) => `/${slug}`;
    const count = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const height = (product: Product) => (product.id === lamp.id ? 'Height: Tall [+$15.00]' : '');

    const flyout = (lines: Line[]) =>
      `<div id="flyout-cart" class="flyout-cart"><div class="mini-shopping-cart"><div class="count">${lines.length ? `There are <a href="/cart">${count(lines)} item(s)</a> in your cart.` : 'You have no items in your shopping cart.'}</div>${lines.length ? `<div class="items">${lines.map(({ product, quantity }) => `<div class="item"><div class="picture"><a href="${pageOf(product)}" title="Show details for ${product.name}"><img alt="Picture of ${product.name}" src="data:," title="Show details for ${product.name}"></a></div><div class="product"><div class="name"><a href="${pageOf(product)}">${product.name}</a></div><div class="attributes">${height(product)}</div><div class="price">Unit price: <span>${dollars(product.price)}</span></div><div class="quantity">Quantity: <span>${quantity}</span></div></div></div>`).join('')}</div><div class="totals">Sub-Total: <strong>${dollars(sumOf(lines))}</strong></div><div class="buttons"><button type="button" class="button-1 cart-button" onclick="setLocation('/cart')">Go to cart</button></div>` : ''}</div></div>`;
    const page = (context: Context, title: string, body: string, head = '') => {
      const lines = linesOf(context);
      return context.html(`<!DOCTYPE html><html lang="en" dir="ltr" class="html-page"><head><title>Your store. ${title}</title>${head}${tag}<style>.flyout-cart{display:none}.flyout-cart.active{display:block}</style></head><body><input name="__RequestVerificationToken" type="hidden" value="t">
<div class="ajax-loading-block-window" style="display: none"></div><div id="dialog-notifications-success" title="Notification" style="display:none;"></div><div id="dialog-notifications-error" title="Error" style="display:none;"></div><div id="bar-notification" class="bar-notification-container" data-close="Close"></div>
<div class="master-wrapper-page"><div class="header"><div class="header-upper"><div class="header-selectors-wrapper"><div class="currency-selector"><select id="customerCurrency" name="customerCurrency" onchange="setLocation(this.value);" aria-label="Currency selector"><option selected value="/changecurrency/1?returnUrl=%2F">US Dollar</option><option value="/changecurrency/6?returnUrl=%2F">Euro</option></select></div></div><div class="header-links-wrapper"><div class="header-links"><ul><li><a href="/register?returnUrl=%2F" class="ico-register">Register</a></li><li><a href="/login?returnUrl=%2F" class="ico-login">Log in</a></li><li><a href="/wishlist" class="ico-wishlist"><span class="wishlist-label">Wishlist</span> <span class="wishlist-qty">(0)</span></a></li><li id="topcartlink"><a href="/cart" class="ico-cart"><span class="cart-label">Shopping cart</span> <span class="cart-qty">(${count(lines)})</span></a></li></ul></div>${flyout(lines)}</div></div><div class="header-lower"><div class="header-logo"><a href="/"><img alt="Your store name" src="data:,"></a></div><div class="search-box store-search-box"><form method="get" id="small-search-box-form" action="/search"><input type="text" class="search-box-text" id="small-searchterms" autocomplete="off" name="q" placeholder="Search store" aria-label="Search store"><button type="submit" class="button-1 search-box-button">Search</button></form></div></div></div><div class="header-menu"><ul class="top-menu notmobile"><li><a href="/living">Living </a></li></ul></div>
<div class="master-wrapper-content"><div class="master-column-wrapper"><div class="center-1">${body}</div></div></div>
<div class="footer"><div class="footer-upper"><div class="footer-block customer-service"><ul class="list"><li><a href="/contactus">Contact us</a></li><li><a href="/shipping-returns">Shipping &amp; returns</a></li></ul></div><div class="footer-block follow-us"><div class="newsletter"><div class="title"><strong>Newsletter</strong></div><div class="newsletter-subscribe" id="newsletter-subscribe-block"><div class="newsletter-email"><input id="newsletter-email" class="newsletter-subscribe-text" placeholder="Enter your email here..." aria-label="Sign up for our newsletter" name="NewsletterEmail" type="email"><button type="button" id="newsletter-subscribe-button" class="button-1 newsletter-subscribe-button" onclick="newsletter()">Subscribe</button></div><div class="newsletter-validation"><span id="subscribe-loading-progress" style="display: none;" class="please-wait">Wait...</span></div></div><div class="newsletter-result" id="newsletter-result-block"></div></div></div></div></div></div><script>${client}</script></body></html>`);
    };
    const named = (kind: string, title: string, body: string) =>
      `<div class="page ${kind}"><div class="page-title"><h1>${title}</h1></div><div class="page-body">${body}</div></div>`;
    const box = (product: Product) =>
      `<div class="item-box"><div class="product-item" data-productid="${product.id}"><div class="picture"><a href="${pageOf(product)}" title="Show details for ${product.name}"><img alt="Picture of ${product.name}" src="data:," title="Show details for ${product.name}"></a></div><div class="details"><h2 class="product-title"><a href="${pageOf(product)}">${product.name}</a></h2><div class="product-rating-box" title="1 review(s)"><div class="rating"><div style="width: 80%"></div></div></div><div class="description" data-short-description="none">Hand made.</div><div class="add-info"><div class="prices">${product === vase ? '<span class="price old-price">$32.00</span>' : ''}<span class="price actual-price">${dollars(product.price)}</span></div><div class="buttons"><button type="button" class="button-2 product-box-add-to-cart-button" onclick="AjaxCart.addproducttocart_catalog('/addproducttocart/catalog/${product.id}/1/1');return false;">Add to cart</button><button type="button" class="button-2 add-to-compare-list-button" title="Add to compare list" onclick="AjaxCart.addproducttocomparelist('/compareproducts/add/${product.id}');return false;">Add to compare list</button><button type="button" class="button-2 add-to-wishlist-button" title="Add to wishlist" onclick="AjaxCart.addproducttocart_catalog('/addproducttocart/catalog/${product.id}/2/1');return false;">Add to wishlist</button></div></div></div></div></div>`;
    const grid = () => `<div class="product-grid"><div class="item-grid">${products.map(box).join('')}</div></div>`;

    app.get('/', (c) =>
      page(
        c,
        'Home page title',
        `<div class="page home-page"><div class="page-body"><div class="topic-block"><div class="topic-block-title"><h2>Welcome to our store</h2></div></div><div class="product-grid home-page-product-grid"><div class="title"><strong>Featured products</strong></div><div class="item-grid">${products.map(box).join('')}</div></div></div></div>`,
      ),
    );
    app.get('/living', (c) =>
      page(
        c,
        'Living',
        named(
          'category-page',
          'Living',
          `<div class="product-selectors"><div class="product-sorting"><span>Sort by</span><select aria-label="Select product sort order" id="products-orderby" name="products-orderby" onchange="list(this.value)"><option value="0">Position</option><option value="10">Price: Low to High</option></select></div></div><div class="products-container"><div class="products-wrapper">${grid()}</div></div>`,
        ),
      ),
    );
    app.get('/category/products', (c) => c.html(grid()));
    app.get('/search', (c) =>
      page(
        c,
        'Search',
        named(
          'search-page',
          'Search',
          `<form method="get" action="/search"><label for="q">Search keyword:</label><input type="text" class="search-text" id="q" name="q" value="lantern"></form><div class="products-wrapper"><div class="no-result">No products were found that matched your criteria.</div></div>`,
        ),
      ),
    );
    const shown = (product: Product) =>
      `<div class="page product-details-page"><div class="page-body"><form method="post" id="product-details-form" action="${pageOf(product)}"><div itemscope itemtype="http://schema.org/Product"><meta itemprop="name" content="${product.name}"><meta itemprop="sku" content="${product.sku}"><meta itemprop="gtin"><meta itemprop="mpn"><meta itemprop="description" content="Hand made"><meta itemprop="image" content="/images/1.jpeg"><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><meta itemprop="url" content="${origin}${pageOf(product)}"><meta itemprop="price" content="${(product.price / 100).toFixed(2)}"><meta itemprop="priceCurrency" content="USD"><meta itemprop="priceValidUntil"><meta itemprop="availability" content="http://schema.org/${product.soldOut ? 'OutOfStock' : 'InStock'}"></div><div itemprop="review" itemscope itemtype="http://schema.org/Review"><meta itemprop="author" content="ALL"><meta itemprop="url" content="/productreviews/${product.id}"></div></div><div data-productid="${product.id}"><div class="product-essential"><div class="gallery"><div class="picture"><img alt="Picture of ${product.name}" src="data:,"></div></div><div class="overview"><div class="product-name"><h1> ${product.name} </h1></div><div class="short-description"> Hand made. </div><div class="product-reviews-overview"><div class="product-review-links"><a href="/productreviews/${product.id}">1 review(s)</a></div></div><div class="availability"><div class="stock"><span class="label">Availability:</span><span class="value" id="stock-availability-value-${product.id}">${product.soldOut ? 'Out of stock' : 'In stock'}</span></div></div><div class="additional-details"><div class="sku"><span class="label">SKU:</span><span class="value" id="sku-${product.id}">${product.sku}</span></div></div>${product === lamp ? `<div class="attributes"><dl><dt id="product_attribute_label_1"><label class="text-prompt"> Height </label><span class="required">*</span></dt><dd id="product_attribute_input_1"><select data-attr="1" name="product_attribute_1" id="product_attribute_1" onchange="attributeChange(1)"><option value="0">Please select</option><option value="1">Short</option><option value="2">Tall [+$15.00]</option></select></dd></dl></div>` : ''}<div class="prices"><div class="product-price"><span id="price-value-${product.id}" class="price-value-${product.id}"> ${dollars(product.price)} </span></div></div><div class="add-to-cart"><div class="add-to-cart-panel"><label class="qty-label" for="addtocart_${product.id}_EnteredQuantity">Qty:</label><input id="product_enteredQuantity_${product.id}" class="qty-input" type="text" aria-label="Enter a quantity" name="addtocart_${product.id}.EnteredQuantity" value="1"><button type="button" id="add-to-cart-button-${product.id}" class="button-1 add-to-cart-button" data-productid="${product.id}" onclick="AjaxCart.addproducttocart_details('/addproducttocart/details/${product.id}/1', '#product-details-form');return false;">Add to cart</button></div></div><div class="overview-buttons"><div class="add-to-wishlist"><button type="button" id="add-to-wishlist-button-${product.id}" class="button-2 add-to-wishlist-button" data-productid="${product.id}" onclick="AjaxCart.addproducttocart_details('/addproducttocart/details/${product.id}/2', '#product-details-form');return false;">Add to wishlist</button></div><div class="compare-products"><button type="button" class="button-2 add-to-compare-list-button" onclick="AjaxCart.addproducttocomparelist('/compareproducts/add/${product.id}');return false;">Add to compare list</button></div></div></div></div><div class="related-products-grid product-grid"><div class="title"><strong>Related products</strong></div><div class="item-grid">${products
        .filter((other) => other !== product)
        .map(box)
        .join(
          '',
        )}</div></div></div><input name="__RequestVerificationToken" type="hidden" value="t"></form></div></div>`;
    for (const product of products)
      app.get(pageOf(product), (c) =>
        page(
          c,
          product.name,
          shown(product),
          `<meta property="og:type" content="product"><meta property="og:title" content="${product.name}"><meta property="og:url" content="${origin}${pageOf(product)}">`,
        ),
      );

    // What the theme's scripts ask for.
    app.post('/shoppingcart/productdetails_attributechange', async (c) => {
      const isTall = (await c.req.parseBody()).product_attribute_1 === '2';
      return c.json({
        productId: 1,
        gtin: null,
        mpn: null,
        sku: isTall ? tallLamp.others![0] : lamp.sku,
        price: dollars(isTall ? tallLamp.price : lamp.price),
        basepricepangv: null,
        stockAvailability: null,
        enabledattributemappingids: [],
        disabledattributemappingids: [],
        pictureFullSizeUrl: null,
        isFreeShipping: false,
        message: null,
      });
    });
    const taken = (lines: Line[]) => ({
      success: true,
      message: 'The product has been added to your <a href="/cart">shopping cart</a>',
      updatetopcartsectionhtml: `(${count(lines)})`,
      updateflyoutcartsectionhtml: flyout(lines),
    });
    const noted = {
      success: true,
      message: 'The product has been added to your <a href="/wishlist">wishlist</a>',
      updatetopwishlistsectionhtml: '(1)',
    };
    app.post('/addproducttocart/catalog/:id/:kind/:quantity', (c) => {
      const { id, kind } = c.req.param();
      const product = products.find((other) => other.id === id)!;
      if (kind === '2') return c.json(noted);
      if (product === lamp) return c.json({ redirect: pageOf(lamp) });
      const lines = linesOf(c);
      add(lines, product, 1);
      return c.json(taken(lines));
    });
    app.post('/addproducttocart/details/:id/:kind', async (c) => {
      const { id, kind } = c.req.param();
      const asked = (await c.req.parseBody()) as Record<string, string>;
      const product = products.find((other) => other.id === id)!;
      if (kind === '2') return c.json(noted);
      if (product.soldOut) return c.json({ success: false, message: ['Out of stock'] });
      if (product === lamp && asked.product_attribute_1 !== '2')
        return c.json({ success: false, message: ['Please select Height'] });
      const lines = linesOf(c);
      add(lines, product === lamp ? tallLamp : product, Number(asked[`addtocart_${id}.EnteredQuantity`]));
      return c.json(taken(lines));
    });
    app.post('/compareproducts/add/:id', (c) =>
      c.json({
        success: true,
        message: 'The product has been added to your <a href="/compareproducts">product comparison</a>',
      }),
    );
    app.post('/subscribenewsletter', async (c) =>
      c.json(
        /@/.test(String((await c.req.parseBody()).email))
          ? { Success: true, Result: 'Thank you for signing up! A verification email has been sent.' }
          : { Success: false, Result: 'Enter valid email' },
      ),
    );

    const contact =
      '<form method="post" action="/contactus" novalidate><div class="fieldset"><div class="form-fields"><div class="inputs"><label for="FullName">Your name</label>:<input class="fullname" type="text" id="FullName" name="FullName" placeholder="Enter your name."></div><div class="inputs"><label for="Email">Your email</label>:<input class="email" type="email" id="Email" name="Email" placeholder="Enter your email address."></div><div class="inputs"><label for="Enquiry">Enquiry</label>:<textarea class="enquiry" id="Enquiry" name="Enquiry" placeholder="Enter your enquiry."></textarea></div></div></div><div class="buttons"><button type="submit" name="send-email" class="button-1 contact-us-button">Submit</button></div></form>';
    app.get('/contactus', (c) => page(c, 'Contact Us', named('contact-page', 'Contact Us', contact)));
    app.post('/contactus', async (c) =>
      page(
        c,
        'Contact Us',
        named(
          'contact-page',
          'Contact Us',
          (await c.req.parseBody()).Email
            ? '<div class="result"> Your enquiry has been successfully sent to the store owner. </div>'
            : `<div class="message-error validation-summary-errors"><ul><li>Enter email</li></ul></div>${contact}`,
        ),
      ),
    );
    const register =
      '<form method="post" action="/register?returnUrl=%2F" novalidate><div class="fieldset"><div class="title"><strong>Your Personal Details</strong></div><div class="form-fields"><label for="FirstName">First name:</label><input type="text" id="FirstName" name="FirstName"><label for="Email">Email:</label><input type="email" id="Email" name="Email"></div></div><div class="fieldset"><div class="title"><strong>Options</strong></div><label for="Newsletter">Newsletter:</label><input type="checkbox" checked id="Newsletter" name="Newsletter" value="true"></div><div class="fieldset"><div class="title"><strong>Your Password</strong></div><input type="password" id="Password" name="Password"><input type="password" id="ConfirmPassword" name="ConfirmPassword"></div><div class="buttons"><button type="submit" id="register-button" class="button-1 register-next-step-button" name="register-button">Register</button></div></form>';
    app.get('/register', (c) => page(c, 'Register', named('registration-page', 'Register', register)));
    app.post('/register', (c) => c.redirect('/registerresult/1?returnUrl=%2F'));
    app.get('/registerresult/1', (c) =>
      page(
        c,
        'Register',
        named(
          'registration-result-page',
          'Register',
          '<div class="result">Your registration completed</div><div class="buttons"><a href="/" class="button-1 register-continue-button">Continue</a></div>',
        ),
      ),
    );

    const sums = (lines: Line[], fee?: number) =>
      `<div class="total-info"><table class="cart-total"><tbody>${[
        ['order-subtotal', 'Sub-Total', dollars(sumOf(lines))],
        ['shipping-cost', 'Shipping', fee === undefined ? '' : dollars(fee)],
        ['tax-value', 'Tax', dollars(0)],
        ['order-total', 'Total', fee === undefined ? '' : `<strong>${dollars(sumOf(lines) + fee)}</strong>`],
      ]
        .map(
          ([kind, title, sum]) =>
            `<tr class="${kind}"><td class="cart-total-left"><label>${title}:</label></td><td class="cart-total-right">${sum ? `<span class="value-summary">${sum}</span>` : '<span>Calculated during checkout</span>'}</td></tr>`,
        )
        .join('')}</tbody></table></div>`;
    const table = (lines: Line[], isEditable: boolean) =>
      `<div class="table-wrapper"><table class="cart"><colgroup><col width="1"><col></colgroup><thead><tr><th class="sku">SKU</th><th class="product-picture">Image</th><th class="product">Product(s)</th><th class="unit-price">Price</th><th class="quantity">Qty.</th><th class="subtotal">Total</th>${isEditable ? '<th class="remove-from-cart">Remove</th>' : ''}</tr></thead><tbody>${lines.map(({ product, quantity }, at) => `<tr><td class="sku"><label class="td-title">SKU:</label><span class="sku-number">${product.others?.[0] ?? product.sku}</span></td><td class="product-picture"><a href="${pageOf(product)}"><img alt="Picture of ${product.name}" src="data:," title="Show details for ${product.name}"></a></td><td class="product"><a href="${pageOf(product)}" class="product-name">${product.name}</a>${height(product) && `<div class="attributes">${height(product)}</div>${isEditable ? `<div class="edit-item"><a href="${pageOf(product)}?updatecartitemid=${at + 11}">Edit</a></div>` : ''}`}</td><td class="unit-price"><label class="td-title">Price:</label><span class="product-unit-price">${dollars(product.price)}</span></td><td class="quantity"><label class="td-title" for="itemquantity${at + 11}">Qty.:</label>${isEditable ? `<input name="itemquantity${at + 11}" id="itemquantity${at + 11}" type="text" value="${quantity}" class="qty-input" aria-label="Qty.">` : `<span class="product-quantity">${quantity}</span>`}</td><td class="subtotal"><label class="td-title">Total:</label><span class="product-subtotal">${dollars(product.price * quantity)}</span></td>${isEditable ? `<td class="remove-from-cart"><input type="checkbox" name="removefromcart" id="removefromcart${at + 11}" value="${at + 11}" aria-label="Remove"><button type="button" name="updatecart" class="remove-btn" onclick="$('#removefromcart${at + 11}').checked = true; $('#updatecart').click();"></button></td>` : ''}</tr>`).join('')}</tbody></table></div>`;
    const cart = (c: Context, message = '') => {
      const lines = linesOf(c);
      return page(
        c,
        'Shopping Cart',
        named(
          'shopping-cart-page',
          'Shopping cart',
          `<div class="order-summary-content">${lines.length ? `<form method="post" enctype="multipart/form-data" id="shopping-cart-form" action="/cart">${table(lines, true)}<div class="cart-options"><div class="common-buttons"><button type="submit" name="updatecart" id="updatecart" class="button-2 update-cart-button">Update shopping cart</button><button type="submit" name="continueshopping" class="button-2 continue-shopping-button">Continue shopping</button><a id="open-estimate-shipping-popup" href="#estimate-shipping-popup" class="estimate-shipping-button">Estimate shipping</a></div></div><div class="cart-footer"><div class="cart-collaterals"><div class="deals"><div class="coupon-box"><div class="title"><strong>Discount Code</strong></div><div class="hint">Enter your coupon here</div><div class="coupon-code"><input name="discountcouponcode" id="discountcouponcode" type="text" class="discount-coupon-code" aria-label="Enter discount coupon code"><button type="submit" name="applydiscountcouponcode" id="applydiscountcouponcode" class="button-2 apply-discount-coupon-code-button">Apply coupon</button></div>${message && `<div class="message-failure">${message}</div>`}</div></div></div><div class="totals">${sums(lines)}<div id="terms-of-service-warning-box" title="Terms of service" style="display: none;"><p>Please accept the terms of service before the next step.</p></div><div class="terms-of-service"><input id="termsofservice" type="checkbox" name="termsofservice"><label for="termsofservice">I agree with the terms of service and I adhere to them unconditionally</label></div><div class="checkout-buttons"><button type="submit" id="checkout" name="checkout" value="checkout" class="button-1 checkout-button">Checkout</button></div></div></div></form>` : '<div class="no-data">Your Shopping Cart is empty!</div>'}</div>`,
        ),
      );
    };
    app.get('/cart', (c) => cart(c));
    app.post('/cart', async (c) => {
      const asked = (await c.req.parseBody({ all: true })) as Record<string, string | string[]>;
      const lines = linesOf(c);
      if ('checkout' in asked) return c.redirect('/login/checkoutasguest?returnUrl=%2Fcart');
      if ('applydiscountcouponcode' in asked) return cart(c, 'The coupon code cannot be found');
      const gone = [asked.removefromcart ?? []].flat();
      for (const [at, line] of lines.entries()) line.quantity = Number(asked[`itemquantity${at + 11}`]);
      lines.splice(0, lines.length, ...lines.filter((_, at) => !gone.includes(`${at + 11}`)));
      return cart(c);
    });
    app.get('/login/checkoutasguest', (c) =>
      page(
        c,
        'Login',
        named(
          'login-page',
          'Welcome, Please Sign In!',
          `<div class="customer-blocks"><div class="new-wrapper checkout-as-guest-or-register-block"><div class="title"><strong>Checkout as a guest or register</strong></div><div class="text">Register with us for future convenience.</div><div class="buttons"><button type="button" class="button-1 checkout-as-guest-button" onclick="setLocation('/checkout')">Checkout as Guest</button><button type="button" class="button-1 register-button" onclick="setLocation('/register?returnUrl=%2Fcart')">Register</button></div></div><div class="returning-wrapper fieldset"><form method="post" action="/login?returnurl=%2Fcart"><div class="title"><strong>Returning Customer</strong></div><input type="email" id="Email" name="Email"><input type="password" id="Password" name="Password"><button type="submit" class="button-1 login-button">Log in</button></form></div></div>`,
        ),
      ),
    );
    app.get('/checkout', (c) => c.redirect('/onepagecheckout'));
    const section = (
      [id, name, title]: [id: string, name: string, title: string],
      at: number,
      inner: string,
      action: string,
      label = 'Continue',
    ) =>
      `<li id="opc-${id}" class="tab-section${at ? '' : ' allow active'}"><div class="step-title"><span class="number">${at + 1}</span><h2 class="title">${title}</h2></div><div id="checkout-step-${name}" class="step a-item"${at ? ' style="display: none;"' : ''}><form id="co-${name}-form" action="" method="post"><div id="checkout-${name}-load">${inner}</div></form><div class="buttons" id="${name}-buttons-container"><button type="button" name="save" class="button-1 ${name}-next-step-button" onclick="save('#co-${name}-form','${action}')">${label}</button><span class="please-wait" id="${name}-please-wait" style="display: none;">Loading next step...</span></div></div></li>`;
    app.get('/onepagecheckout', (c) =>
      page(
        c,
        'Checkout',
        `<div class="page checkout-page"><div class="page-title"><h1>Checkout</h1></div><div class="page-body checkout-data"><ol class="opc" id="checkout-steps">${section(['billing', 'billing', 'Billing address'], 0, '<div class="checkout-data"><div class="section ship-to-same-address"><p class="selector"><input type="checkbox" checked id="ShipToSameAddress" name="ShipToSameAddress" value="true"><label for="ShipToSameAddress">Ship to the same address</label></p></div><div class="edit-address"><div class="inputs"><label for="BillingNewAddress_FirstName">First name:</label><input type="text" id="BillingNewAddress_FirstName" name="BillingNewAddress.FirstName"></div><div class="inputs"><label for="BillingNewAddress_Email">Email:</label><input type="email" id="BillingNewAddress_Email" name="BillingNewAddress.Email"></div><div class="inputs"><label for="BillingNewAddress_Address1">Address 1:</label><input type="text" id="BillingNewAddress_Address1" name="BillingNewAddress.Address1"></div></div></div>', 'OpcSaveBilling')}${section(['shipping_method', 'shipping-method', 'Shipping method'], 1, '', 'OpcSaveShippingMethod')}${section(['payment_method', 'payment-method', 'Payment method'], 2, '', 'OpcSavePaymentMethod')}${section(['payment_info', 'payment-info', 'Payment information'], 3, '', 'OpcSavePaymentInfo')}${section(['confirm_order', 'confirm-order', 'Confirm order'], 4, '', 'OpcConfirmOrder', 'Confirm')}</ol></div></div>`,
      ),
    );
    const next = (name: string, goto: string, html: string) => ({
      update_section: { name, html },
      wrong_billing_address: false,
      goto_section: goto,
    });
    const radio = (name: string, value: string, label: string) =>
      `<div class="checkout-data"><div class="section"><ul class="method-list"><li><div class="method-name"><input id="${name}_0" type="radio" name="${name}" value="${value}" checked><label for="${name}_0">${label}</label></div></li></ul></div></div>`;
    app.post('/checkout/OpcSaveBilling/', async (c) =>
      c.json(
        (await c.req.parseBody())['BillingNewAddress.Address1']
          ? next(
              'shipping-method',
              'shipping_method',
              radio('shippingoption', 'Ground___Shipping.FixedByWeight', `Ground (${dollars(FEE)})`),
            )
          : { error: 1, message: ['Street address is required'] },
      ),
    );
    app.post('/checkout/OpcSaveShippingMethod/', (c) =>
      c.json(
        next(
          'payment-method',
          'payment_method',
          radio('paymentmethod', 'Payments.CheckMoneyOrder', 'Check / Money Order'),
        ),
      ),
    );
    app.post('/checkout/OpcSavePaymentMethod/', (c) =>
      c.json(
        next(
          'payment-info',
          'payment_info',
          '<div class="checkout-data"><div class="section payment-info"><div class="info"><p>Mail Personal or Business Check, Cashier&#39;s Check or money order to the store.</p></div></div></div>',
        ),
      ),
    );
    app.post('/checkout/OpcSavePaymentInfo/', (c) => {
      const lines = linesOf(c);
      return c.json(
        next(
          'confirm-order',
          'confirm_order',
          `<div class="checkout-data"><div class="order-summary"><div class="order-summary-content"><div class="order-review-data"><div class="billing-info-wrap"><div class="billing-info"><div class="title"><strong>Billing Address</strong></div><ul class="info-list"><li class="name">Ann</li><li class="email">Email: a@b.example</li></ul></div><div class="payment-method-info"><div class="title"><strong>Payment</strong></div><ul class="info-list"><li class="payment-method"><span class="label">Payment Method:</span><span class="value">Check / Money Order</span></li></ul></div></div><div class="shipping-info-wrap"><div class="shipping-method-info"><div class="title"><strong>Shipping</strong></div><ul class="info-list"><li class="shipping-method"><span class="label">Shipping Method:</span><span class="value">Ground</span></li></ul></div></div></div>${table(lines, false)}<div class="cart-footer"><div class="totals">${sums(lines, FEE)}</div></div></div></div></div>`,
        ),
      );
    });
    let sold: Line[] = [];
    app.post('/checkout/OpcConfirmOrder/', (c) => {
      const lines = linesOf(c);
      sold = lines.splice(0);
      return c.json({ success: 1 });
    });
    app.get('/checkout/completed/', (c) =>
      page(
        c,
        'Checkout',
        `<div class="page checkout-page order-completed-page"><div class="page-title"><h1>Thank you</h1></div><div class="page-body checkout-data"><div class="section order-completed"><div class="title"><strong>Your order has been successfully processed!</strong></div><div class="details"><div class="order-number"><strong>Order number: ${NUMBER}</strong></div><div class="details-link"><a href="/orderdetails/${NUMBER}">Click here for order details.</a></div></div><div class="buttons"><button type="button" class="button-1 order-completed-continue-button" onclick="setLocation('/')">Continue</button></div></div></div></div>`,
      ),
    );
    app.get('/orderdetails/:id', (c) =>
      page(
        c,
        'Order information',
        `<div class="page order-details-page"><div class="page-title"><h1>Order information</h1><a href="/orderdetails/print/${NUMBER}" class="button-2 print-order-button">Print</a></div><div class="page-body"><div class="order-overview"><div class="order-number"><strong>Order #${NUMBER}</strong></div><ul class="order-overview-content"><li class="order-date">Order Date: Thursday, November 26, 2026</li><li class="order-status">Order Status: Pending</li><li class="order-total">Order Total: <strong>${dollars(sumOf(sold) + FEE)}</strong></li></ul></div><div class="section products"><div class="title"><strong>Product(s)</strong></div>${table(sold, false)}</div>${sums(sold, FEE)}<div class="actions"><button type="button" class="button-1 re-order-button" onclick="setLocation('/reorder/${NUMBER}')">Re-order</button></div></div></div>`,
      ),
    );

    const go = (path: string) => (tab: Page) => tab.goto(`${origin}${path}`);
    const bar = (kind: string, said = '') => `.bar-notification.${kind}${said && `:has-text("${said}")`}`;
    const bought = order('USD', { id: NUMBER, total: 2 * tallLamp.price + FEE, shipping: FEE }, [tallLamp, 2]);
    return {
      apps: { shop: app },
      walk: [
        step('arrives', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.com/' }), { name: 'landing' }),
        step(
          'adds the vase from the front page',
          until('[data-productid="4"] .product-box-add-to-cart-button', bar('success')),
          // No page has told the currency yet.
          { ...pieces('add_to_cart', 'USD', [vase, 1]), currency: undefined as never },
        ),
        step('searches in vain', fill({ '#small-searchterms': 'lantern' }, press('.search-box-button'))),
        step('opens the category', press('.top-menu a'), { name: 'view_item_list' }),
        step('sorts it', async (tab) => {
          await tab.click('#products-orderby');
          await Promise.all([tab.waitForResponse(/category/), tab.selectOption('#products-orderby', '10')]);
        }),
        step('notes the clock', until('[data-productid="8"] .add-to-wishlist-button', bar('success', 'wishlist'))),
        step('compares it', until('[data-productid="8"] .add-to-compare-list-button', bar('success', 'comparison'))),
        step(
          'wants the lamp, which has attributes',
          press('[data-productid="1"] .product-box-add-to-cart-button'),
          pieces('view_item', 'USD', [lamp, 1]),
        ),
        step('chooses no height', until('#add-to-cart-button-1', bar('error', 'Height'))),
        step('chooses the tall one', async (tab) => {
          await tab.click('#product_attribute_1');
          await Promise.all([tab.waitForResponse(/attributechange/), tab.selectOption('#product_attribute_1', '2')]);
          await tab.waitForSelector('.price-value-1:has-text("65.00")');
        }),
        step(
          'takes two',
          fill({ '#product_enteredQuantity_1': '2' }, until('#add-to-cart-button-1', bar('success'))),
          pieces('add_to_cart', 'USD', [tallLamp, 2]),
        ),
        step('notes it as well', until('#add-to-wishlist-button-1', bar('success', 'wishlist'))),
        step(
          'opens the clock',
          press('.related-products-grid h2 a:has-text("clock")'),
          pieces('view_item', 'USD', [clock, 1]),
        ),
        step('wants what is sold out', until('#add-to-cart-button-8', bar('error', 'Out of stock'))),
        step(
          'takes another vase from beside it',
          until('.related-products-grid [data-productid="4"] .product-box-add-to-cart-button', bar('success')),
          pieces('add_to_cart', 'USD', [vase, 1]),
        ),
        step(
          'mistypes an address for the newsletter',
          fill(
            { '#newsletter-email': 'a' },
            until('#newsletter-subscribe-button', '#newsletter-result-block:has-text("valid")'),
          ),
        ),
        step(
          'subscribes to the newsletter',
          fill(
            { '#newsletter-email': 'a@b.example' },
            until('#newsletter-subscribe-button', '#newsletter-result-block:has-text("Thank")'),
          ),
          { name: 'generate_lead', form_kind: 'newsletter' },
        ),
        step('opens the contact form', press('.footer a >> nth=0')),
        step('writes without an address', fill({ '#Enquiry': 'When?' }, press('.contact-us-button'))),
        step(
          'writes to the shop',
          fill({ '#FullName': 'Ann', '#Email': 'a@b.example', '#Enquiry': 'When?' }, press('.contact-us-button')),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step(
          'registers',
          async (tab) => {
            await press('.ico-register')(tab);
            await fill(
              { '#FirstName': 'Ann', '#Email': 'a@b.example', '#Password': 'secret1', '#ConfirmPassword': 'secret1' },
              press('#register-button'),
            )(tab);
          },
          { name: 'sign_up' },
        ),
        step(
          'looks at the small cart',
          async (tab) => {
            await tab.hover('#topcartlink a');
            await tab.waitForSelector('#flyout-cart.active');
          },
          optional('view_cart'),
        ),
        step(
          'goes to the cart',
          press('#flyout-cart .cart-button'),
          pieces('view_cart', 'USD', [vase, 2], [tallLamp, 2]),
        ),
        step(
          'wants three vases',
          fill({ '#itemquantity11': '3' }, press('#updatecart')),
          { ...pieces('add_to_cart', 'USD', [vase, 1]), optional: true },
          optional('view_cart'),
        ),
        step(
          'tries a coupon',
          fill({ '#discountcouponcode': 'SPRING' }, press('#applydiscountcouponcode')),
          optional('view_cart'),
        ),
        step(
          'removes the vases',
          press('tbody tr:nth-child(1) .remove-btn'),
          pieces('remove_from_cart', 'USD', [vase, 3]),
          optional('view_cart'),
        ),
        step('forgets the terms', until('#checkout', '#terms-of-service-warning-box:visible')),
        step(
          'goes to the checkout',
          async (tab) => {
            await tab.check('#termsofservice');
            await press('#checkout')(tab);
          },
          pieces('begin_checkout', 'USD', [tallLamp, 2]),
        ),
        step('goes on as a guest', press('.checkout-as-guest-button')),
        step('forgets the street', async (tab) => {
          await Promise.all([tab.waitForResponse(/OpcSaveBilling/), tab.click('.billing-next-step-button')]);
        }),
        step(
          'enters an address',
          fill(
            {
              '#BillingNewAddress_FirstName': 'Ann',
              '#BillingNewAddress_Email': 'a@b.example',
              '#BillingNewAddress_Address1': 'Long Lane 1',
            },
            until('.billing-next-step-button', '#opc-shipping_method.active'),
          ),
        ),
        step(
          'chooses how it is sent',
          until('.shipping-method-next-step-button', '#opc-payment_method.active'),
          pieces('add_shipping_info', 'USD', [tallLamp, 2]),
        ),
        step(
          'chooses to pay by check',
          until('.payment-method-next-step-button', '#opc-payment_info.active'),
          pieces('add_payment_info', 'USD', [tallLamp, 2]),
        ),
        step('reads how to', until('.payment-info-next-step-button', '#opc-confirm_order.active')),
        step('orders', press('.confirm-order-next-step-button'), { ...bought, items: [item(tallLamp, 2)] }),
        step('reloads', (tab) => tab.reload()),
        step('looks at the order', press('.details-link a')),
        step('goes home', go('/')),
        step('comes back', (tab) => tab.goBack()),
      ],
    };
  },
};

export default platform;
