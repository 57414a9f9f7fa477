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

const FEE = 500;
const ORDER = '117';
const MAX_LAMPS = 3;

const lamp: Product = good('26', 'LMP-26', 'Brass Desk Lamp', 'lamp', 6499);
const bulb: Product = good('27', 'BLB-27', 'Filament Bulb E27', 'bulb', 750);
const shade: Product = good('28', 'SHD-28', 'Linen Shade', 'shade', 2400);
const clock: Product = good('31', 'CLK-31', 'Mantel Clock', 'clock', 12900, true);
const products = [lamp, bulb, shade, clock];
const pounds = printer('en-GB', 'GBP');

interface Session {
  lines: Line[];
  told: string;
  in?: boolean;
  placed?: boolean;
  pays?: string;
}

/** The template's buttons, drawn by style. */
const submit = (name: string, text: string, more = '') =>
  `<input class="cssButton submit_button button ${name}" onmouseover="this.className='cssButtonHover ${name} ${name}Hover'" onmouseout="this.className='cssButton submit_button button ${name}'" type="submit" value="${text}" ${more}>`;
const label = (name: string, text: string) => `<span class="cssButton normal_button button ${name}">${text}</span>`;

const platform: Platform = {
  name: 'Zen Cart (responsive_classic)',
  family: 'native',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const sessionOf = createCarts<Session>(() => ({ lines: [], told: '' }), 'zenid');
    const to = (page: string, more = '') => `${origin}/index.php?main_page=${page}${more}`;
    const pageOf = ({ id }: Product) => to('product_info', `&amp;cPath=3&amp;products_id=${id}`);
    const stack = (kind: string, text: string) =>
      `<div class="messageStack${kind} larger"><i class="fa fa-exclamation"></i> ${text}</div>`;

    const page = (c: Context, name: string, title: string, body: string) => {
      const session = sessionOf(c);
      const { lines } = session;
      const { told } = session;
      session.told = '';
      const nav = session.in
        ? `<li><a href="${to('logoff')}">Log Out</a></li><li><a href="${to('account')}">My Account</a></li>`
        : `<li><a href="${to('login')}">Log In</a></li>`;
      return c.html(
        `<!doctype html><html dir="ltr" lang="en"><head><meta charset="utf-8"><title>${title}, Lamp House</title><meta name="description" content="Lamp House : ${title}"><meta name="generator" content="shopping cart program"><base href="${origin}/"><link rel="canonical" href="${c.req.url.replaceAll('&', '&amp;')}">${tag}</head><body id="${name.replaceAll('_', '')}Body"><div id="mainWrapper"><div id="headerWrapper"><div id="navMainWrapper" class="group onerow-fluid"><div id="navMain"><ul class="back"><li><a href="${origin}/">Home</a></li>${nav}${lines.length ? `<li><a href="${to('shopping_cart')}">Shopping Cart</a></li><li class="last"><a class="blue" href="${to('checkout_shipping')}">Checkout</a></li>` : ''}</ul><div id="navMainSearch" class="forward"><form name="quick_find_header" action="${to('advanced_search_result')}" method="get"><input type="hidden" name="main_page" value="advanced_search_result"><input type="hidden" name="search_in_description" value="1"><input type="text" name="keyword" size="6" maxlength="30" style="width: 100px" placeholder="Enter search keywords here" aria-label="Enter search keywords here"> <input class="cssButton submit_button button button_search" type="submit" value="Search" style="width: 50px"></form></div></div></div><div id="logoWrapper" class="group onerow-fluid"><div id="logo"><a href="${origin}/"><img src="data:," alt="Lamp House" title=" Lamp House "></a><div id="taglineWrapper"><div id="tagline">Light since 1921</div></div></div></div><div id="navCatTabsWrapper"><div id="navCatTabs"><ul><li><a class="category-top" href="${to('index', '&amp;cPath=3')}"><span class="category-subs-parent">Lighting</span></a></li></ul></div></div></div><div id="contentMainWrapper"><div class="col250"><div class="leftBoxContainer" id="bestsellers"><h3 class="leftBoxHeading" id="bestsellersHeading">Bestsellers</h3><div id="bestsellersContent" class="sideBoxContent"><div class="wrapper"><ol><li><a href="${pageOf(bulb)}">${bulb.name} <span class="productBasePrice">${pounds(bulb.price)}</span></a></li></ol></div></div></div><div class="leftBoxContainer" id="information"><h3 class="leftBoxHeading" id="informationHeading">Information</h3><div id="informationContent" class="sideBoxContent"><ul><li><a href="${to('shippinginfo')}">Shipping &amp; Returns</a></li><li><a href="${to('contact_us')}">Contact Us</a></li></ul></div></div></div><div class="col740">${/^index|^login/.test(name) ? '' : `<div id="navBreadCrumb"><a href="${origin}/">Home</a>&nbsp;::&nbsp;${title}</div>`}${told}${body}</div><div class="col250"><div class="rightBoxContainer" id="shoppingcart"><h3 class="rightBoxHeading" id="shoppingcartHeading"><a href="${to('shopping_cart')}">Shopping Cart&nbsp;&nbsp;[more]</a></h3><div id="shoppingcartContent" class="sideBoxContent">${lines.length ? `<div id="cartBoxListWrapper"><ul>${lines.map(({ product, quantity }) => `<li><a href="${pageOf(product)}"><span class="cartOldItem">${quantity}&nbsp;x&nbsp;</span><span class="cartOldItem">${product.name}</span></a></li>`).join('')}</ul></div><hr><div class="cartBoxTotal">${pounds(sumOf(lines))}</div><br class="clearBoth">` : '<div id="cartBoxEmpty">Your cart is empty.</div>'}</div></div><div class="rightBoxContainer" id="currencies"><h3 class="rightBoxHeading"><label for="select-currency">Currencies</label></h3><div id="currenciesContent" class="sideBoxContent centeredContent"><form name="currencies_form" action="${to(name)}" method="get"><select id="select-currency" name="currency"><option value="GBP" selected>Pound</option><option value="EUR">Euro</option></select></form></div></div></div></div><div id="footerWrapper"><div id="navSuppWrapper"><div id="navSupp"><ul><li><a href="${origin}/">Home</a></li><li><a href="${to('privacy')}">Privacy Notice</a></li><li><a href="${to('contact_us')}">Contact Us</a></li></ul></div></div><div id="siteinfoLegal" class="legalCopyright">Copyright &copy; 2026 <a href="${origin}/">Lamp House</a>.</div></div></div></body></html>`,
      );
    };

    const price = (product: Product) =>
      product === shade
        ? `<span class="normalprice">${pounds(3000)} </span>&nbsp;<span class="productSpecialPrice">${pounds(product.price)}</span><span class="productPriceDiscount"><br>Save:&nbsp;20% off</span>`
        : `<span class="productBasePrice">${pounds(product.price)}</span>`;
    const soldOut = label('button_sold_out', 'Sold Out');
    const box = (id: string, title: string, shown: Product[]) =>
      `<div class="centerBoxWrapper" id="${id}"><h2 class="centerBoxHeading">${title}</h2>${shown.map((product) => `<div class="centerBoxContents${id} centeredContent back" style="width:32%;"><a href="${pageOf(product)}"><img src="data:," alt="${product.name}" title=" ${product.name} "></a><br><a href="${pageOf(product)}">${product.name}</a><br>${price(product)}</div>`).join('')}<br class="clearBoth"></div>`;
    const list = (shown: Product[]) =>
      `<form name="multiple_products_cart_quantity" action="${to('index', '&amp;cPath=3&amp;action=multiple_products_add_product')}" method="post" enctype="multipart/form-data"><div id="productListing"><div id="productsListingTopNumber" class="navSplitPagesResult back">Displaying <strong>1</strong> to <strong>${shown.length}</strong> (of <strong>${shown.length}</strong> products)</div><div class="buttonRow forward button-top">${submit('button_add_selected', 'Add Selected to Cart', 'id="submit1" name="submit1"')}</div><table id="catTable" class="tabTable"><tr class="productListing-rowheading"><th class="productListing-heading" scope="col">Product Image</th><th class="productListing-heading" scope="col"><a href="${to('index', '&amp;cPath=3&amp;page=1&amp;sort=2a')}" title="Sort products ascendingly by Product Name" class="productListing-heading">Item Name-</a></th><th class="productListing-heading" scope="col"><a href="${to('index', '&amp;cPath=3&amp;page=1&amp;sort=3a')}" class="productListing-heading">Price</a></th></tr>${shown.map((product) => `<tr class="productListing-odd"><td class="productListing-data"><a href="${pageOf(product)}"><img src="data:," alt="${product.name}" class="listingProductImage"></a></td><td class="productListing-data"><h3 class="itemTitle"><a href="${pageOf(product)}">${product.name}</a></h3><div class="listingDescription">Made to last ...</div></td><td class="productListing-data">${price(product)}<br><br>${product.soldOut ? soldOut : product === lamp ? `<a class="moreinfoLink list-more" href="${pageOf(product)}" title="${product.id}">... more info</a>` : `Add: <input type="text" name="products_id[${product.id}]" value="0" size="4" aria-label="Quantity to add to cart">`}<br></td></tr>`).join('')}</table><div class="buttonRow forward button-bottom">${submit('button_add_selected', 'Add Selected to Cart', 'id="submit2" name="submit1"')}</div></div></form>`;

    const totals = (lines: Line[], ...rows: [string, string, number][]) =>
      [...rows, ['ottotal', 'Total', sumOf(lines) + rows.slice(1).reduce((sum, [, , amount]) => sum + amount, 0)]]
        .map(
          ([id, title, amount]) =>
            `<div id="${id}"><div class="totalBox larger forward">${pounds(Number(amount))}</div><div class="lineTitle larger forward">${title}:</div></div><br class="clearBoth">`,
        )
        .join('');
    const charged = (lines: Line[]) =>
      totals(lines, ['otsubtotal', 'Sub-Total', sumOf(lines)], ['otshipping', 'Flat Rate (Best Way)', FEE]);
    const who = '<address>Ann Lee<br>1 High Street<br>London, E1 6AN<br>United Kingdom</address>';

    const views: Record<string, (c: Context) => Response | Promise<Response>> = {
      index: (c) =>
        c.req.query('cPath')
          ? page(
              c,
              'index',
              'Lighting',
              `<div class="centerColumn" id="indexProductList"><div id="cat-top" class="group"><div id="cat-left" class="back"><h1 id="productListHeading">Lighting</h1></div></div><div id="filter-wrapper" class="group"><form name="filter" action="${to('index', '&amp;cPath=3')}" method="get"><label class="inputLabel">Filter Results by:</label><select name="alpha_filter_id"><option value="0">Items starting with ...</option></select></form></div>${list(products)}</div>`,
            )
          : page(
              c,
              'index',
              'Home',
              `<div class="centerColumn" id="indexDefault"><h1 id="indexDefaultHeading">Congratulations! You have found the Lamp House.</h1><div id="indexDefaultMainContent" class="content">Everything that shines.</div>${box('featuredProducts', 'Featured Products', [lamp, shade])}</div>`,
            ),
      advanced_search_result: (c) => {
        const word = (c.req.query('keyword') ?? '').toLowerCase();
        const found = products.filter(({ name }) => name.toLowerCase().includes(word));
        return page(
          c,
          'advanced_search_result',
          'Search Results',
          `<div class="centerColumn" id="advSearchResultsDefault"><h1 id="advSearchResultsDefaultHeading">Search Results</h1>${found.length ? list(found) : stack('Caution', 'There is no product that matches the search criteria.')}</div>`,
        );
      },
      product_info: (c) => {
        const product = products.find(({ id }) => id === c.req.query('products_id'))!;
        return page(
          c,
          'product_info',
          `${product.name} [${product.sku}] - ${pounds(product.price)} : Lamp House`,
          `<div class="centerColumn" id="productGeneral"><form name="cart_quantity" action="${to('product_info', `&amp;cPath=3&amp;products_id=${product.id}&amp;action=add_product`)}" method="post" enctype="multipart/form-data"><div class="navNextPrevWrapper centeredContent"><p class="navNextPrevCounter">Product 1/4</p><div class="navNextPrevList"><a href="${pageOf(bulb)}">${label('button_prev', 'Previous')}</a></div><div class="navNextPrevList"><a href="${to('index', '&amp;cPath=3')}">${label('button_return_to_product_list', 'Return to the Product List')}</a></div></div><div id="prod-info-top"><h1 id="productName" class="productGeneral">${product.name}</h1><div id="pinfo-left" class="group"><div id="productMainImage" class="centeredContent back"><img src="data:," alt="${product.name}" title=" ${product.name} "><br><span class="imgLink">larger image</span></div></div><div id="pinfo-right" class="group grids"><ul id="productDetailsList"><li>Model: ${product.sku}</li><li>Shipping Weight: 2.1lbs</li><li>${product.soldOut ? 0 : 12} Units in Stock</li></ul></div><div id="cart-box" class="grids"><h2 id="productPrices" class="productGeneral">${price(product)}</h2>${
            product === lamp
              ? '<div id="productAttributes"><h3 id="attribsOptionsText"><strong>Please Choose: </strong></h3><div class="wrapperAttribsOptions"><h4 class="optionName back"><label class="attribsSelect" for="attrib-1">Finish</label></h4><div class="back"><select name="id[1]" id="attrib-1"><option value="0">Please select ...</option><option value="15">Polished</option><option value="16">Aged (+£10.00)</option></select></div></div></div>'
              : ''
          }<div id="cartAdd">${product.soldOut ? soldOut : `<div class="max-qty">${product === lamp ? `Max: ${MAX_LAMPS}` : ''}</div><span class="qty-text">Add to Cart: </span><input type="text" name="cart_quantity" value="1" maxlength="6" size="4"><input type="hidden" name="products_id" value="${product.id}">${submit('button_in_cart', 'Add to Cart')}`}</div></div></div><div id="productDescription" class="productGeneral biggerText">Turned from solid metal by hand. Spare parts from £4.00.</div><div id="productReviewLink" class="buttonRow back"><a href="${to('product_reviews_write', `&amp;products_id=${product.id}`)}">${label('button_write_review', 'Write Review')}</a></div><p id="productDateAdded" class="productGeneral centeredContent">This product was added to our catalog on Monday 04 May, 2026.</p>${box(
            'alsopurchased',
            'Customers who bought this product also purchased...',
            products.filter((other) => other !== product).slice(0, 2),
          )}</form></div>`,
        );
      },
      product_reviews_write: (c) => {
        const product = products.find(({ id }) => id === c.req.query('products_id'))!;
        return page(
          c,
          'product_reviews_write',
          'Reviews',
          `<div class="centerColumn" id="reviewsWrite"><form name="product_reviews_write" action="${to('product_reviews_write', `&amp;action=process&amp;products_id=${product.id}`)}" method="post"><h1 id="reviewsWriteHeading">${product.name}</h1><h2 id="reviewsWritePrice">${price(product)}</h2><div id="reviewsWriteProductPageLink" class="buttonRow"><a href="${pageOf(product)}">${label('button_goto_prod_details', 'Go To This Item')}</a></div><h3>Written by: Ann Lee</h3><div class="ratingRow"><input type="radio" name="rating" value="5" id="rating-5" checked></div><label id="textAreaReviews" for="review-text">Please tell us what you think:</label><textarea name="review_text" cols="60" rows="15" id="review-text"></textarea><div class="buttonRow forward">${submit('button_submit', 'Submit the Information')}</div></form></div>`,
        );
      },
      contact_us: (c) =>
        page(
          c,
          'contact_us',
          'Contact Us',
          c.req.query('action') === 'success'
            ? `<div class="centerColumn" id="contactUsDefault"><h1 id="contactUsHeading">Contact Us</h1><div class="mainContent success">Your message has been successfully sent.</div><div class="buttonRow back"><a href="${origin}/">${label('button_back', 'Back')}</a></div></div>`
            : `<div class="centerColumn" id="contactUsDefault"><h1 id="contactUsHeading">Contact Us</h1><form name="contact_us" action="${to('contact_us', '&amp;action=send')}" method="post"><address>Lamp House<br>London</address><fieldset id="contactUsForm"><div class="alert forward">* Required information</div><br class="clearBoth"><label class="inputLabel" for="contactname">Full Name:</label><input type="text" name="contactname" size="40" id="contactname"><label class="inputLabel" for="email-address">Email Address:</label><input type="email" name="email" size="40" id="email-address"><label for="enquiry">Message:</label><textarea name="enquiry" cols="30" rows="7" id="enquiry"></textarea><input type="text" name="should_be_empty" size="40" id="CUAS" style="visibility:hidden; display:none;" autocomplete="off"></fieldset><div class="buttonRow forward">${submit('button_send', 'Send Now')}</div></form></div>`,
        ),
      shopping_cart: (c) => {
        const { lines } = sessionOf(c);
        if (!lines.length)
          return page(
            c,
            'shopping_cart',
            'The Shopping Cart Contains:',
            `<div class="centerColumn" id="shoppingCartDefault"><h1 id="cartEmptyText">Your Shopping Cart is empty.</h1>${box('whatsNew', 'New Products For May', [shade])}</div>`,
          );
        const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
        return page(
          c,
          'shopping_cart',
          'The Shopping Cart Contains:',
          `<div class="centerColumn" id="shoppingCartDefault"><div class="forward"><a href="javascript:popupWindow('${to('info_shopping_cart')}')">Visitors Cart / Members Cart [help (?)]</a></div><h1 id="cartDefaultHeading">Your Shopping Cart Contains:</h1><form name="cart_quantity" action="${to('shopping_cart', '&amp;action=update_product')}" method="post" id="shoppingCartForm"><div id="cartInstructionsDisplay" class="content">You may want to add some instructions for using the shopping cart here.</div><div class="cartTotalsDisplay important">Total Items: ${count}&nbsp;&nbsp;Weight: 4.2lbs&nbsp;&nbsp;Amount: ${pounds(sumOf(lines))}</div><br class="clearBoth"><table id="cartContentsDisplay"><tr class="tableHeading"><th scope="col" id="scQuantityHeading">Qty.</th><th scope="col" id="scUpdateQuantity">&nbsp;</th><th scope="col" id="scProductsHeading">Item Name</th><th scope="col" id="scUnitHeading">Price</th><th scope="col" id="scTotalHeading">Total</th><th scope="col" id="scRemoveHeading">&nbsp;</th></tr>${lines
            .map(
              ({ product, quantity }) =>
                `<tr class="rowEven"><td class="cartQuantity"><input type="text" name="cart_quantity[]" value="${quantity}" size="4" class="cart_input_${product.id}" aria-label="Edit quantity in cart"><br><span class="alert bold"></span><br></td><td class="cartQuantityUpdate"><input type="image" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="Change your quantity by highlighting the number in the box, correcting the quantity and clicking this button." title=" Change your quantity " width="16" height="16"></td><td class="cartProductDisplay"><a href="${pageOf(product)}"><span class="cartImage back"><img src="data:," alt="${product.name}"></span><span class="cartProdTitle">${product.name}<span class="alert bold"></span></span></a><br class="clearBoth"><input type="hidden" name="products_id[]" value="${product.id}">${product === lamp ? '<div class="cartAttribsList"><ul><li>Finish - Polished</li></ul></div>' : ''}</td><td class="cartUnitDisplay">${pounds(product.price)}</td><td class="cartTotalDisplay">${pounds(product.price * quantity)}</td><td class="cartRemoveItemDisplay"><a href="${to('shopping_cart', `&amp;action=remove_product&amp;product_id=${product.id}`)}"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="16" height="16" alt="Delete this item from the cart by clicking this icon." title=" Delete this item from the cart by clicking this icon. "></a><input type="checkbox" name="cart_delete[]" value="${product.id}" aria-label="Delete this item"></td></tr>`,
            )
            .join(
              '',
            )}</table><div id="cartSubTotal">Sub-Total: ${pounds(sumOf(lines))}</div><br class="clearBoth"><div class="buttonRow forward"><a href="${to('checkout_shipping')}">${label('button_checkout', 'Go To Checkout')}</a></div><div class="buttonRow back"><a href="${to('index', '&amp;cPath=3')}">${label('button_continue_shopping', 'Continue Shopping')}</a></div></form><br class="clearBoth"><div class="buttonRow back"><a href="javascript:popupWindow('${to('popup_shipping_estimator')}')">${label('button_shipping_estimator', 'Shipping Estimator')}</a></div></div>`,
        );
      },
      login: (c) =>
        page(
          c,
          'login',
          'Login',
          `<div class="centerColumn" id="loginDefault"><h1 id="loginDefaultHeading">Welcome, Please Sign In</h1><form name="login" action="${to('login', '&amp;action=process')}" method="post" id="loginForm"><fieldset><legend>Returning Customers: Please Log In</legend><label class="inputLabel" for="login-email-address">Email Address:</label><input type="email" name="email_address" size="18" id="login-email-address"><label class="inputLabel" for="login-password">Password:</label><input type="password" name="password" size="18" id="login-password"></fieldset><div class="buttonRow forward">${submit('button_login', 'Sign In')}</div><div class="buttonRow back important"><a href="${to('password_forgotten')}">Forgot your password?</a></div></form><form name="create_account" action="${to('create_account')}" method="post" id="createAccountForm"><fieldset><legend>New? Please Provide Your Billing Information</legend><label class="inputLabel" for="firstname">First Name:</label><input type="text" name="firstname" id="firstname"><label class="inputLabel" for="lastname">Last Name:</label><input type="text" name="lastname" id="lastname"><label class="inputLabel" for="street-address">Street Address:</label><input type="text" name="street_address" id="street-address"><label class="inputLabel" for="postcode">Post/Zip Code:</label><input type="text" name="postcode" id="postcode"><label class="inputLabel" for="city">City:</label><input type="text" name="city" id="city"><label class="inputLabel" for="telephone">Telephone:</label><input type="tel" name="telephone" id="telephone"><label class="inputLabel" for="email-address">Email Address:</label><input type="email" name="email_address" id="email-address"><label class="inputLabel" for="password-new">Password:</label><input type="password" name="password" id="password-new" autocomplete="new-password"><label class="inputLabel" for="password-confirm">Confirm Password:</label><input type="password" name="confirmation" id="password-confirm" autocomplete="new-password"><input type="checkbox" name="newsletter" value="1" id="newsletter-checkbox"><label for="newsletter-checkbox">Subscribe to Our Newsletter.</label></fieldset><div class="buttonRow forward">${submit('button_submit', 'Submit the Information')}</div></form></div>`,
        ),
      checkout_shipping: (c) => {
        if (!sessionOf(c).lines.length) return c.redirect(to('shopping_cart'));
        if (!sessionOf(c).in) return c.redirect(to('login'));
        return page(
          c,
          'checkout_shipping',
          'Checkout',
          `<div class="centerColumn" id="checkoutShipping"><form name="checkout_address" action="${to('checkout_shipping')}" method="post"><input type="hidden" name="action" value="process"><h1 id="checkoutShippingHeading">Step 1 of 3 - Delivery Information</h1><h2 id="checkoutShippingHeadingAddress">Shipping Information:</h2><div id="checkoutShipto" class="floatingBox back"><div class="buttonRow forward"><a href="${to('checkout_shipping_address')}">${label('button_change_address', 'Change Address')}</a></div>${who}</div><h2 id="checkoutShippingHeadingMethod">Shipping Method:</h2><fieldset><legend>Flat Rate&nbsp;</legend><div class="important forward">${pounds(FEE)}</div><input type="radio" name="shipping" value="flat_flat" checked="checked" id="ship-flat-flat"><label for="ship-flat-flat" class="checkboxLabel">Best Way</label></fieldset><fieldset class="shipping" id="comments"><legend>Special Instructions or Order Comments</legend><textarea name="comments" cols="45" rows="3"></textarea></fieldset><div class="buttonRow forward">${submit('button_continue_checkout', 'Continue')}</div><div class="buttonRow back"><strong>Continue to Step 2</strong><br>- choose your payment method.</div></form></div>`,
        );
      },
      checkout_payment: (c) =>
        page(
          c,
          'checkout_payment',
          'Checkout',
          `<div class="centerColumn" id="checkoutPayment"><form name="checkout_payment" action="${to('checkout_confirmation')}" method="post"><input type="hidden" name="action" value="submit"><h1 id="checkoutPaymentHeading">Step 2 of 3 - Payment Information</h1><h2 id="checkoutPaymentHeadingAddress">Billing Address</h2><div id="checkoutBillto" class="floatingBox back">${who}</div><fieldset id="checkoutOrderTotals"><legend id="checkoutPaymentHeadingTotal">Your Total</legend>${charged(sessionOf(c).lines)}</fieldset><fieldset><legend>Discount Coupon</legend>Please type your coupon code into the box next to Redemption Code.<label class="inputLabel" for="disc-ot_coupon">Redemption Code</label><input type="text" name="dc_redeem_code" id="disc-ot_coupon"></fieldset><fieldset class="payment"><legend>Payment Method</legend><p class="important">Please select a payment method for this order.</p><input type="radio" name="payment" value="cc" id="pmt-cc"><label for="pmt-cc" class="radioButtonLabel">Credit Card</label><br class="clearBoth"><input type="radio" name="payment" value="moneyorder" id="pmt-moneyorder"><label for="pmt-moneyorder" class="radioButtonLabel">Check/Money Order</label></fieldset><div class="buttonRow forward">${submit('button_continue_checkout', 'Continue')}</div><div class="buttonRow back">Continue to Step 3<br>- to confirm your order.</div></form></div>`,
        ),
      checkout_success: (c) => {
        const session = sessionOf(c);
        if (!session.placed) return c.redirect(to('shopping_cart'));
        return page(
          c,
          'checkout_success',
          'Checkout',
          `<div class="centerColumn" id="checkoutSuccess"><h1 id="checkoutSuccessHeading">Thank You! We Appreciate your Business!</h1><div id="checkoutSuccessOrderNumber">Your Order Number is: ${ORDER}</div><div id="checkoutSuccessMainContent" class="content"><p>This section of text is from the Define Pages Editor.</p></div><div id="checkoutSuccessLogoff"><div class="buttonRow forward"><a href="${to('logoff')}">${label('button_logoff', 'Log Off')}</a></div></div><fieldset id="csNotifications"><legend>Please notify me of updates to these products</legend><form name="order" action="${to('checkout_success', '&amp;action=update')}" method="post"><input type="checkbox" name="notify[]" value="26" id="notify-0" checked><label class="checkboxLabel" for="notify-0">${lamp.name}</label><div class="buttonRow forward">${submit('button_update', 'Update')}</div></form></fieldset><div id="checkoutSuccessOrderLink">You can view your order history by going to the <a href="${to('account')}">My Account</a> page and by clicking on "View All Orders".</div><div id="checkoutSuccessContactLink">Please direct any questions you have to <a href="${to('contact_us')}">customer service</a>.</div><h3 id="checkoutSuccessThanks" class="centeredContent">Thanks for shopping with us online!</h3></div>`,
        );
      },
      account_history_info: (c) =>
        page(
          c,
          'account_history_info',
          'Order Information',
          `<div class="centerColumn" id="accountHistInfo"><div class="forward">Order Date: Thursday 26 November, 2026</div><br class="clearBoth"><h2 id="orderHistoryDetailedOrder">Order Information - Order #${ORDER}</h2><table id="orderHistoryHeading"><tr class="tableHeading"><th scope="col">Qty.</th><th scope="col">Products</th><th scope="col">Total</th></tr><tr><td class="accountQuantityDisplay">2&nbsp;ea.</td><td class="accountProductDisplay">${lamp.name}</td><td class="accountTotalDisplay">${pounds(lamp.price * 2)}</td></tr></table><div id="orderTotals"><div class="amount larger forward">${pounds(lamp.price * 2 + shade.price + FEE)}</div><div class="lineTitle larger forward">Total:</div></div><table id="myAccountOrdersStatus"><caption><h2 id="orderHistoryStatus">Status History &amp; Comments</h2></caption><tr><td>11/26/2026</td><td>Pending</td></tr></table></div>`,
        ),
    };
    app.get('/', (c) => views.index!(c));
    app.get('/index.php', (c) => {
      if (c.req.query('action') === 'remove_product') {
        const session = sessionOf(c);
        session.lines = session.lines.filter(({ product: { id } }) => id !== c.req.query('product_id'));
        return c.redirect(to('shopping_cart'));
      }
      return views[c.req.query('main_page') ?? 'index']!(c);
    });

    const confirmation = (c: Context) => {
      const { lines } = sessionOf(c);
      return page(
        c,
        'checkout_confirmation',
        'Checkout',
        `<div class="centerColumn" id="checkoutConfirmDefault"><h1 id="checkoutConfirmDefaultHeading">Step 3 of 3 - Order Confirmation</h1><div id="checkoutBillto" class="back"><h2 id="checkoutConfirmDefaultBillingAddress">Billing/Payment Information</h2>${who}<h3 id="checkoutConfirmDefaultPayment">Payment Method:</h3><h4 id="checkoutConfirmDefaultPaymentTitle">Check/Money Order</h4></div><div id="checkoutShipto" class="forward"><h2>Delivery/Shipping Information</h2>${who}<h3 id="checkoutConfirmDefaultShipment">Shipping Method:</h3><h4>Flat Rate (Best Way)</h4></div><h2 id="checkoutConfirmDefaultHeadingCart">Shopping Cart Contents</h2><div class="buttonRow forward"><a href="${to('shopping_cart')}">${label('button_edit_small', 'Edit')}</a></div><table id="cartContentsDisplay"><tr class="cartTableHeading"><th scope="col">Qty.</th><th scope="col">Item Name</th><th scope="col">Total</th></tr>${lines.map(({ product, quantity }) => `<tr class="rowEven"><td class="cartQuantity">${quantity}&nbsp;x</td><td class="cartProductDisplay">${product.name}${product === lamp ? '<ul class="cartAttribsList"><li>Finish: Polished</li></ul>' : ''}</td><td class="cartTotalDisplay">${pounds(product.price * quantity)}</td></tr>`).join('')}</table><div id="orderTotals">${charged(lines)}</div><form name="checkout_confirmation" action="${to('checkout_process')}" method="post" id="checkout_confirmation"><div class="buttonRow forward confirm-order">${submit('button_confirm_order', 'Confirm Order', 'name="btn_submit" id="btn_submit"')}</div></form><div class="buttonRow back">Final Step<br>- continue to confirm your order. Thank you!</div></div>`,
      );
    };
    type Asked = Record<string, string | string[]>;
    const listed = (asked: string | string[] | undefined) => [asked ?? []].flat();
    const take = (session: Session, id: string, quantity: number) => {
      const product = products.find((one) => one.id === id)!;
      const line = add(session.lines, product, quantity);
      if (product === lamp && line.quantity > MAX_LAMPS) {
        line.quantity = MAX_LAMPS;
        session.told = stack(
          'Caution',
          `The quantity added to your cart has been adjusted because of a restriction on maximum you are allowed. See this item: ${product.name}`,
        );
      }
    };
    const acts: Record<string, (c: Context, asked: Asked) => Response | Promise<Response>> = {
      add_product: (c, asked) => {
        const session = sessionOf(c);
        const id = String(asked.products_id);
        if (id === lamp.id && asked['id[1]'] === '0') {
          session.told = stack('Error', 'Product option Finish: please select an option.');
          return c.redirect(to('product_info', `&cPath=3&products_id=${id}`));
        }
        take(session, id, Number(asked.cart_quantity));
        return c.redirect(to('shopping_cart'));
      },
      multiple_products_add_product: (c, asked) => {
        for (const [key, quantity] of Object.entries(asked)) {
          const [, id] = /^products_id\[(\d+)\]$/.exec(key) ?? [];
          if (id && Number(quantity)) take(sessionOf(c), id, Number(quantity));
        }
        return c.redirect(to('shopping_cart'));
      },
      update_product: (c, asked) => {
        const session = sessionOf(c);
        const quantities = listed(asked['cart_quantity[]']);
        for (const [at, id] of listed(asked['products_id[]']).entries())
          session.lines.find(({ product }) => product.id === id)!.quantity = Number(quantities[at]);
        const gone = listed(asked['cart_delete[]']);
        session.lines = session.lines.filter(({ product, quantity }) => quantity && !gone.includes(product.id));
        return c.redirect(to('shopping_cart'));
      },
    };
    const posts: typeof acts = {
      contact_us: (c, { email, enquiry }) => {
        if (email && enquiry) return c.redirect(to('contact_us', '&action=success'));
        sessionOf(c).told = stack(
          'Error',
          'Sorry, the system does not understand your email address. Please try again.',
        );
        return views.contact_us!(c);
      },
      product_reviews_write: (c) => {
        sessionOf(c).told = stack(
          'Success',
          'Thank you for your review. It has been submitted to the webmaster for approval.',
        );
        return c.redirect(to('product_info', '&products_id=26'));
      },
      login: (c) => {
        sessionOf(c).told = stack('Error', 'Error: Sorry, there is no match for that email address and/or password.');
        return views.login!(c);
      },
      create_account: (c) => {
        sessionOf(c).in = true;
        return c.redirect(to('checkout_shipping'));
      },
      checkout_shipping: (c) => c.redirect(to('checkout_payment')),
      checkout_confirmation: (c, asked) => {
        const session = sessionOf(c);
        if (asked.dc_redeem_code) {
          session.told = stack('Caution', 'The coupon code you entered is not a valid coupon code.');
          return c.redirect(to('checkout_payment'));
        }
        if (!asked.payment) {
          session.told = stack('Error', 'Please select a payment method for your order.');
          return c.redirect(to('checkout_payment'));
        }
        session.pays = String(asked.payment);
        return confirmation(c);
      },
      checkout_success: (c) => views.checkout_success!(c),
      checkout_process: (c) => {
        const session = sessionOf(c);
        if (session.pays === 'cc') {
          session.told = stack(
            'Error',
            'Your credit card could not be authorized for this reason. Please correct the information and try again.',
          );
          return c.redirect(to('checkout_payment'));
        }
        session.lines = [];
        session.placed = true;
        return c.redirect(to('checkout_success'));
      },
    };
    app.post('/index.php', async (c) => {
      const asked = (await c.req.parseBody({ all: true })) as Asked;
      const act = acts[c.req.query('action') ?? ''] ?? posts[c.req.query('main_page')!]!;
      return act(c, asked);
    });

    const go = (route: string, more?: string) => (tab: Page) => tab.goto(to(route, more));
    const open = (product: Product) => async (tab: Page) => {
      await press('#navCatTabs a')(tab);
      await press(`.itemTitle a[href$="products_id=${product.id}"]`)(tab);
    };
    const view = (...lines: [Product, number][]) => pieces('view_cart', 'GBP', ...lines);
    const bought: [Product, number][] = [
      [lamp, 2],
      [shade, 1],
    ];
    const total = lamp.price * 2 + shade.price + FEE;
    return {
      apps: { shop: app },
      walk: [
        step('arrives', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.com/' }), { name: 'landing' }),
        step('searches in vain', fill({ '[name=keyword]': 'candle' }, press('.button_search'))),
        step('opens the category', press('#navCatTabs a')),
        step('sorts it', press('.productListing-rowheading a >> nth=0')),
        step('adds what is selected: nothing', press('#submit1'), optional('view_cart')),
        step(
          'selects two bulbs and a shade',
          async (tab) => {
            await press('#navCatTabs a')(tab);
            await fill({ '[name="products_id[27]"]': '2', '[name="products_id[28]"]': '1' }, press('#submit2'))(tab);
          },
          pieces('add_to_cart', 'GBP', [bulb, 2], [shade, 1]),
          view([bulb, 2], [shade, 1]),
        ),
        step('opens the clock, sold out', open(clock), pieces('view_item', 'GBP', [clock, 1])),
        step('opens the lamp', open(lamp), pieces('view_item', 'GBP', [lamp, 1])),
        step('chooses no finish', press('#cartAdd .button_in_cart'), optional('view_item')),
        step(
          'adds two polished ones',
          async (tab) => {
            await tab.selectOption('#attrib-1', '15');
            await fill({ 'input[name=cart_quantity]': '2' }, press('#cartAdd .button_in_cart'))(tab);
          },
          pieces('add_to_cart', 'GBP', [lamp, 2]),
          view([bulb, 2], [shade, 1], [lamp, 2]),
        ),
        step('updates the cart as it is', press('.cartQuantityUpdate input >> nth=0'), optional('view_cart')),
        step(
          'takes a third bulb',
          fill({ '.cart_input_27': '3' }, press('.cartQuantityUpdate input >> nth=0')),
          { ...pieces('add_to_cart', 'GBP', [bulb, 1]), optional: true },
          optional('view_cart'),
        ),
        step(
          'removes the bulbs',
          press('tr:has-text("Filament") .cartRemoveItemDisplay a'),
          pieces('remove_from_cart', 'GBP', [bulb, 3]),
          optional('view_cart'),
        ),
        step('writes without an address', async (tab) => {
          await press('#navSupp a[href*=contact_us]')(tab);
          await fill({ '#contactname': 'Ann' }, press('.button_send'))(tab);
        }),
        step(
          'writes to the shop',
          fill({ '#contactname': 'Ann', '#email-address': 'a@b.example', '#enquiry': 'When?' }, press('.button_send')),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step(
          'reviews the lamp',
          async (tab) => {
            await go('product_reviews_write', '&products_id=26')(tab);
            await fill({ '#review-text': 'Shines well and looks good on any desk.' }, press('.button_submit'))(tab);
          },
          optional('view_item'),
        ),
        step('opens the cart', press('#shoppingcartHeading a'), view([shade, 1], [lamp, 2])),
        step(
          'goes to the checkout, and must log in',
          press('.button_checkout'),
          pieces('begin_checkout', 'GBP', [shade, 1], [lamp, 2]),
        ),
        step(
          'fails to log in',
          fill({ '#login-email-address': 'a@b.example', '#login-password': 'x' }, press('.button_login')),
        ),
        step(
          'opens an account',
          fill(
            {
              '#firstname': 'Ann',
              '#lastname': 'Lee',
              '#street-address': '1 High Street',
              '#postcode': 'E1 6AN',
              '#city': 'London',
              '#telephone': '020 7946 0000',
              '#email-address': 'a@b.example',
              '#password-new': 'secret77',
              '#password-confirm': 'secret77',
            },
            press('#createAccountForm .button_submit'),
          ),
          { name: 'sign_up' },
        ),
        step('chooses how it is sent', press('.button_continue_checkout'), {
          ...pieces('add_shipping_info', 'GBP', [shade, 1], [lamp, 2]),
        }),
        step('tries a coupon', fill({ '#disc-ot_coupon': 'LIGHT' }, press('.button_continue_checkout'))),
        step('chooses no payment', press('.button_continue_checkout')),
        step(
          'chooses the card',
          async (tab) => {
            await tab.check('#pmt-cc');
            await press('.button_continue_checkout')(tab);
          },
          { ...pieces('add_payment_info', 'GBP', [shade, 1], [lamp, 2]) },
        ),
        step('has the card declined', press('#btn_submit')),
        step('chooses a money order', async (tab) => {
          await tab.check('#pmt-moneyorder');
          await press('.button_continue_checkout')(tab);
        }),
        step('orders', press('#btn_submit'), order('GBP', { id: ORDER, total, shipping: FEE }, ...bought)),
        step('reloads', (tab) => tab.reload()),
        step('asks to be told of updates', (tab) => follow(tab, () => tab.click('.button_update'))),
        step('looks at the order', go('account_history_info', `&order_id=${ORDER}`)),
        step('opens the empty cart', go('shopping_cart'), optional('view_cart')),
      ],
    };
  },
};

export default platform;
