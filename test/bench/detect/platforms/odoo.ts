import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import {
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
  step,
  sumOf,
  until,
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { clientOf } from '../spa.ts';

/** A variant by the number of its `product.product`; its template has one, too. */
const variant = (id: number, template: number, name: string, price: number, soldOut = false): Product => {
  const slug = name.toLowerCase().replace(/\W+/g, '-');
  return { ...good(`${id}`, `${template}`, name, `${slug}-${template}`, price, soldOut) };
};
const bin = variant(41, 21, 'Pedal Bin', 4700);
const deskWhite = variant(33, 11, 'Customizable Desk', 75_000);
const deskBlack = variant(34, 11, 'Customizable Desk', 80_000);
const lamp = variant(45, 25, 'Office Lamp', 4000);
const bulb = variant(46, 26, 'Warm Bulb', 650);
const chair = variant(48, 28, 'Conference Chair', 3300);
const shelf = variant(51, 31, 'Wall Shelf', 199_000);
const cabinet = variant(53, 33, 'Large Cabinet', 32_000, true);
const products = [bin, deskWhite, deskBlack, lamp, bulb, chair, shelf, cabinet];
const shown = products.filter((product) => product !== deskBlack && product !== bulb);
const COLORS: Record<string, string> = { 33: 'White', 34: 'Black' };
const FEE = 500;
const TAX_RATE = 0.15;
const NUMBER = 'S00041';

interface Cart {
  lines: Line[];
  address?: string;
  delivery?: boolean;
  user?: string;
  ordered?: Line[];
  /** What became of the payment, and the order's number. */
  order?: { isPaid: boolean; name: string };
  declines: number;
}

/** The monetary widget: the sign and a number of its own. */
const money = (amount: number) =>
  `$&nbsp;<span class="oe_currency_value">${(amount / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}</span>`;
const full = ({ id, name }: Product) => (COLORS[id] ? `${name} (${COLORS[id]})` : name);
const pieceCount = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
const bill = (lines: Line[], isSent = false) => {
  const net = sumOf(lines) + (isSent ? FEE : 0);
  const tax = Math.round(net * TAX_RATE);
  return { net, tax, total: net + tax };
};

const platform: Platform = {
  name: 'Odoo eCommerce',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<Cart>(() => ({ lines: [], declines: 1 }), 'session_id');
    const pageOf = ({ slug }: Product) => `/shop/${slug}`;
    const byId = (id: unknown) => products.find((product) => product.id === `${id}`)!;

    const page = (context: Context, title: string, body: string) => {
      const { lines, user } = cartOf(context);
      const count = pieceCount(lines);
      return context.html(
        `<!DOCTYPE html><html lang="en-US" data-website-id="1" data-main-object="website.page(4,)" data-add2cart-redirect="1"><head><meta charset="utf-8"><title>${title} | My Website</title><meta name="generator" content="Odoo"><meta property="og:type" content="website"><meta property="og:title" content="${title} | My Website"><meta property="og:site_name" content="My Website">${tag}<style>.d-none,.d-md-none,.d-lg-none{display:none!important}.d-md-flex{display:flex!important}.d-md-block{display:block!important}.o_cart_toasts,.modal{position:fixed;right:0;top:40px;z-index:9;background:#fff}.fa,.oi{display:inline-block;width:1em;height:1em}</style></head><body><div id="wrapwrap"><header id="top" data-anchor="true" data-name="Header"><nav data-name="Navbar" aria-label="Main" class="navbar navbar-expand-lg"><a href="/" class="navbar-brand logo"><span role="img" aria-label="Logo of My Website" title="My Website"><img src="data:," alt="My Website"></span></a><ul role="menu" class="nav navbar-nav top_menu"><li role="presentation" class="nav-item"><a role="menuitem" href="/" class="nav-link"><span>Home</span></a></li><li role="presentation" class="nav-item"><a role="menuitem" href="/shop" class="nav-link"><span>Shop</span></a></li><li role="presentation" class="nav-item"><a role="menuitem" href="/contactus" class="nav-link"><span>Contact us</span></a></li></ul><ul class="navbar-nav"><li class="divider d-none"></li><li class="o_wsale_my_cart"><a href="/shop/cart" aria-label="eCommerce cart" class="o_navlink_background btn position-relative rounded-circle p-1 text-reset"><div><i class="fa fa-shopping-cart fa-stack"></i><sup class="my_cart_quantity badge text-bg-primary position-absolute top-0 end-0 rounded-pill ${count ? '' : 'd-none'}" data-order-id="41">${count}</sup></div></a></li><li class="o_wsale_my_wish d-none"><a href="/shop/wishlist" class="btn position-relative"><i class="fa fa-1x fa-heart fa-stack"></i><sup class="my_wish_quantity o_animate_blink badge text-bg-primary">0</sup></a></li>${user ? `<li class="nav-item dropdown"><a href="#" role="button" class="dropdown-toggle nav-link"><span>${user}</span></a></li>` : '<li class="o_no_autohide_item"><a href="/web/login" class="o_nav_link_btn nav-link border px-3">Sign in</a></li>'}</ul></nav></header><main>${body}</main><footer id="bottom" data-anchor="true" data-name="Footer" class="o_footer"><div id="footer" class="oe_structure oe_structure_solo"><section class="s_text_block pt40"><h5>Useful Links</h5><ul class="list-unstyled"><li><a href="/">Home</a></li><li><a href="/shop">Products</a></li><li><a href="/terms">Legal</a></li></ul><div class="s_newsletter_subscribe_form s_newsletter_list js_subscribe" data-vxml="001" data-list-id="1" data-name="Newsletter" data-snippet="s_newsletter_subscribe_form"><div class="js_subscribed_wrap d-none"><p class="h4-fs text-center text-success"><i class="fa fa-check-circle-o" role="img"></i> Thanks for registering!</p></div><div class="js_subscribe_wrap"><div class="input-group"><input type="email" name="email" class="js_subscribe_value form-control" placeholder="your email..."><a role="button" href="#" class="btn btn-primary js_subscribe_btn o_submit">Subscribe</a></div></div></div></section></div><div class="o_footer_copyright">Copyright &copy; Company name <div class="o_brand_promotion">Powered by <a target="_blank" href="http://www.odoo.com?utm_source=db">Odoo</a> - The #1 <a href="http://www.odoo.com/app/ecommerce">Open Source eCommerce</a></div></div></footer></div><div class="o-main-components-container"><div class="o_cart_toasts"></div><div class="o_notification_manager"></div><div class="o-overlay-container"></div></div><script>{${clientOf('odoo')}}</script></body></html>`,
      );
    };

    const searchBar = `<form method="get" action="/shop" class="o_searchbar_form s_searchbar_input o_wsale_products_searchbar_form me-auto flex-grow-1" data-snippet="s_searchbar_input"><div role="search" class="input-group me-sm-2"><input type="search" name="search" class="search-query form-control oe_search_box border-0 text-bg-light" placeholder="Search..." value="" data-search-type="products" data-limit="5" data-order-by="name asc" autocomplete="off"><button type="submit" aria-label="Search" title="Search" class="btn oe_search_button btn-light"><i class="oi oi-search"></i></button></div><input name="order" type="hidden" class="o_search_order_by" value="name asc"></form>`;
    const card = (product: Product) =>
      `<td class="oe_product" data-name="Product"><div class="o_wsale_product_grid_wrapper position-relative h-100"><form action="/shop/cart/update" method="post" class="oe_product_cart h-100 d-flex" itemscope="itemscope" itemtype="http://schema.org/Product" data-publish="on"><div class="oe_product_image position-relative"><input type="hidden" name="csrf_token" value="c1"><a class="oe_product_image_link d-block" itemprop="url" href="${pageOf(product)}"><span class="oe_product_image_img_wrapper"><img src="data:," itemprop="image" class="img img-fluid" alt="${product.name}"></span></a></div><div class="o_wsale_product_information position-relative d-flex flex-column"><div class="o_wsale_product_information_text flex-grow-1"><h6 class="o_wsale_products_item_title mb-2 text-break"><a class="text-primary text-decoration-none" itemprop="name" href="${pageOf(product)}" content="${product.name}">${product.name}</a></h6></div><div class="o_wsale_product_sub d-flex justify-content-between"><div class="o_wsale_product_btn"><input name="product_id" value="${product.id}" type="hidden"><input name="product_template_id" value="${product.sku}" type="hidden">${product.soldOut ? '' : '<a href="#" role="button" class="btn btn-primary a-submit" aria-label="Shopping cart" title="Shopping cart"><span class="fa fa-shopping-cart"></span></a>'}<button type="button" role="button" class="btn btn-outline-primary bg-white o_add_wishlist" title="Add to Wishlist" data-action="o_wishlist" data-product-template-id="${product.sku}" data-product-product-id="${product.id}"><span class="fa fa-heart" role="img" aria-label="Add to wishlist"></span></button></div><div class="product_price" itemprop="offers" itemscope="itemscope" itemtype="http://schema.org/Offer"><span class="h6 mb-0">${money(product.price)}</span><span itemprop="price" style="display:none;">${product.price / 100}</span><span itemprop="priceCurrency" style="display:none;">USD</span></div></div></div></form></div></td>`;

    const stepper = (field: string) =>
      `<a href="#" class="btn btn-link js_add_cart_json" aria-label="Remove one" title="Remove one"><i class="fa fa-minus"></i></a>${field}<a href="#" class="btn btn-link float_left js_add_cart_json" aria-label="Add one" title="Add one"><i class="fa fa-plus"></i></a>`;
    const detail = (product: Product) =>
      `<div itemscope="itemscope" itemtype="http://schema.org/Product" id="wrap" class="js_sale o_wsale_product_page ecom-zoomable zoomodoo-next" data-ecom-zoom-auto="1"><section id="product_detail" class="container py-4 oe_website_sale" data-view-track="0"><div class="row align-items-center"><div class="col-lg-6">${searchBar}</div><div class="col-lg-6"><ol class="breadcrumb p-0 mb-2"><li class="breadcrumb-item"><a href="/shop">All Products</a></li><li class="breadcrumb-item active"><span>${product.name}</span></li></ol></div></div><div class="row" id="product_detail_main" data-name="Product Page"><div class="col-lg-6 o_wsale_product_images position-relative"><div id="o-carousel-product" class="carousel slide"><img src="data:," class="product_detail_img" alt="${product.name}"></div></div><div class="col-lg-6" id="product_details"><h1 itemprop="name">${product.name}</h1><span itemprop="url" style="display:none;">${origin}${pageOf(product)}</span><p class="text-muted my-2" placeholder="A short description">Made to last.</p><form action="/shop/cart/update" method="POST"><input type="hidden" name="csrf_token" value="c1"><div class="js_product js_main_product mb-3"><div><div itemprop="offers" itemscope="itemscope" itemtype="http://schema.org/Offer" class="product_price mt-2 mb-3 d-inline-block"><h3 class="css_editable_mode_hidden"><span class="oe_price" style="white-space: nowrap;">${money(product.price)}</span><span itemprop="price" style="display:none;">${product.price / 100}</span><span itemprop="priceCurrency" style="display:none;">USD</span><span class="text-danger oe_default_price ms-1 h5 d-none" style="text-decoration: line-through; white-space: nowrap;" itemprop="listPrice">${money(product.price)}</span></h3></div></div><input type="hidden" class="product_id" name="product_id" value="${product.id}"><input type="hidden" class="product_template_id" name="product_template_id" value="${product.sku}">${product === deskWhite ? `<ul class="list-unstyled js_add_cart_variants mb-0 flex-column"><li data-attribute-id="3" data-attribute-name="Color" class="variant_attribute"><strong class="attribute_name">Color</strong><ul class="list-inline o_wsale_product_attribute">${[deskWhite, deskBlack].map(({ id }, at) => `<li class="list-inline-item"><label class="css_attribute_color ${at ? '' : 'active'}"><input type="radio" class="js_variant_change" name="ptal-4" value="${id}" title="${COLORS[id]}" data-value-id="${id}" data-value-name="${COLORS[id]}" data-attribute-name="Color" ${at ? '' : 'checked'}></label></li>`).join('')}</ul></li></ul>` : '<ul class="list-unstyled js_add_cart_variants mb-0 flex-column"></ul>'}<p class="css_not_available_msg alert alert-warning d-none">This combination does not exist.</p><div id="o_wsale_cta_wrapper" class="d-flex flex-wrap align-items-center"><div class="css_quantity input-group d-inline-flex me-2 mb-2">${stepper('<input type="text" class="form-control quantity text-center" data-min="1" name="add_qty" value="1">')}</div><div id="add_to_cart_wrap" class="${product.soldOut ? 'd-none' : 'd-inline-flex'} align-items-center mb-2 me-auto"><a data-animation-selector=".o_wsale_product_images" role="button" id="add_to_cart" class="btn btn-primary js_check_product a-submit flex-grow-1" href="#"><i class="fa fa-shopping-cart me-2"></i>Add to cart</a></div><div id="product_option_block" class="d-flex flex-wrap w-100"><button type="button" role="button" class="btn btn-link px-0 pe-3 o_add_wishlist_dyn" data-action="o_wishlist" title="Add to wishlist" data-product-template-id="${product.sku}" data-product-product-id="${product.id}"><i class="fa fa-heart-o me-2"></i>Add to wishlist</button></div></div>${product.soldOut ? '<div class="availability_messages o_not_editable"><div id="out_of_stock_message" class="text-danger fw-bold mb-1"><i class="fa fa-times me-1"></i>Out of stock</div><div id="stock_notification_div"><div class="btn btn-link px-0" id="product_stock_notification_message"><i class="fa fa-envelope-o me-1"></i>Get notified when back in stock</div><div class="d-none" id="stock_notification_form"><div class="input-group"><input class="form-control" id="stock_notification_input" name="email" type="email" placeholder="youremail@gmail.com"><button id="product_stock_notification_form_submit_button" type="button" class="btn btn-secondary"><i class="fa fa-paper-plane"></i></button></div></div><div class="d-none text-muted" id="stock_notification_success_message"><i class="fa fa-bell"></i> We\'ll notify you once the product is back in stock.</div></div></div>' : ''}</div></form></div></div></section><div itemprop="description" class="oe_structure oe_empty mt16" id="product_full_description"></div></div>`;

    const sums = (lines: Line[], isSent: boolean, coupon = '') => {
      const { net, tax, total } = bill(lines, isSent);
      const row = (name: string, label: string, amount: string, strong = false) =>
        `<tr name="${name}" class="${strong ? 'border-top' : ''}"><td colspan="2" class="border-0 ps-0 text-muted">${strong ? `<strong>${label}</strong>` : label}</td><td class="text-end border-0 pe-0"><${strong ? 'strong' : 'span'} class="monetary_field" style="white-space: nowrap;">${amount}</${strong ? 'strong' : 'span'}></td></tr>`;
      return `<div id="cart_total"><table class="table mb-0"><tbody>${row('o_order_delivery', 'Delivery', isSent ? money(FEE) : '-')}${row('o_order_total_untaxed', 'Subtotal', money(net))}${row('o_order_total_taxes', 'Taxes', money(tax))}${row('o_order_total', 'Total', money(total), true)}${coupon}</tbody></table></div>`;
    };
    const coupon = (isRefused: boolean) =>
      `<tr><td colspan="3" class="text-end border-0 p-0"><div class="coupon_form"><form action="/shop/pricelist?r=/shop/cart" method="post" name="coupon_code"><input type="hidden" name="csrf_token" value="c1"><div class="input-group w-100 my-2"><input name="promo" class="form-control" type="text" placeholder="Discount code..." value=""><a href="#" role="button" class="btn btn-secondary a-submit ps-2">Apply</a></div></form>${isRefused ? '<div class="alert alert-danger text-start" role="alert">This promo code is not available.</div>' : ''}</div></td></tr>`;
    /** Each line holds its price, quantity and controls twice: for wide screens and for narrow ones. */
    const cartLine = ({ product, quantity }: Line, at: number) => {
      const href = pageOf(product);
      const price = `
        <h6 class="d-flex flex-column flex-md-row align-items-end justify-content-md-end mb-1" name="website_sale_cart_line_price">
          <span style="white-space: nowrap;">${money(product.price * quantity)}</span>
        </h6>`;
      const wanted = (name: string) => `
        <div class="css_quantity input-group justify-content-end h-100 border" name="${name}">
          <a href="#" class="btn btn-link d-inline-block border-end-0" aria-label="Remove one" title="Remove one"><i class="oi oi-minus position-relative z-1"></i></a>
          <input type="text" class="js_quantity quantity form-control border-0" data-line-id="${at + 7}" data-product-id="${product.id}" value="${quantity}">
          <a href="#" class="btn btn-link d-inline-block border-start-0" aria-label="Add one" title="Add one"><i class="oi oi-plus position-relative z-1"></i></a>
        </div>`;
      const wish = `data-action="o_wishlist" data-product-template-id="${product.sku}" data-product-product-id="${product.id}"`;
      const color = COLORS[product.id];
      return `
        <div class="o_cart_product d-flex gap-3 pb-4" data-product-id="${product.id}">
          <div class="o_cart_product_image">
            <a class="text-reset" name="o_cart_line_product_link" href="${href}"><div><img src="data:," class="img border rounded" alt="${full(product)}"></div></a>
          </div>
          <div class="d-flex flex-column flex-grow-1 gap-3 min-w-0">
            <div class="d-flex gap-3">
              <div class="flex-grow-1 text-wrap w-100">
                <div class="d-flex justify-content-between">
                  <div class="d-md-flex flex-md-wrap column-gap-md-1 align-items-md-center">
                    <a class="text-reset" name="o_cart_line_product_link" href="${href}"><h6 class="text-wrap mb-1">${product.name}</h6></a>
                    ${color ? `<span class="d-none d-md-inline h6 text-muted mb-1">-</span><div class="d-inline-flex"><span class="h6 text-muted mb-1">${color}</span></div>` : ''}
                  </div>
                  <div class="d-block d-md-none">${price}</div>
                </div>
                <div class="text-muted small"></div>
                <div name="o_wsale_cart_line_button_container" class="d-none d-md-flex align-items-center gap-2 mt-2">
                  <a href="#" class="js_delete_product small" aria-label="Remove from cart" title="Remove from cart">Remove</a>
                  <span class="text-300">|</span>
                  <a href="#" class="o_add_wishlist js_delete_product small" ${wish}>Save for Later</a>
                </div>
              </div>
              <div class="d-none d-md-block">
                ${price}
                <div class="d-none d-md-block mt-2">${wanted('website_sale_cart_line_quantity')}</div>
              </div>
            </div>
            <div name="o_wsale_cart_line_button_container_mobile" class="d-flex d-md-none">
              <div class="d-flex d-md-none align-items-center me-auto">${wanted('website_sale_cart_line_quantity_mobile')}</div>
              <button class="o_add_wishlist js_delete_product btn btn-link d-inline-block d-md-none px-2" title="Wishlist" ${wish}><i class="fa fa-fw fa-heart-o"></i></button>
              <button class="js_delete_product btn btn-link d-inline-block d-md-none px-2" title="Remove"><i class="fa fa-fw fa-trash-o"></i></button>
            </div>
          </div>
        </div>`;
    };
    const cartLines = (lines: Line[]) =>
      lines.length
        ? `<div id="cart_products" class="js_cart_lines d-flex flex-column mb32">${lines.map(cartLine).join('')}${lines.some(({ product }) => product === bulb) ? '' : `<h5 class="mt32 mb-3">Suggested accessories</h5><div id="suggested_products" class="d-flex flex-column mb32"><div class="d-flex gap-3" data-publish="on"><div><a href="${pageOf(bulb)}"><span><img src="data:," alt="${bulb.name}"></span></a></div><div class="o_cart_suggested_product_name flex-grow-1"><div><a href="${pageOf(bulb)}"><strong>${bulb.name}</strong></a></div></div><div class="d-flex flex-column align-items-end"><input class="js_quantity" name="product_id" data-product-id="${bulb.id}" type="hidden"><a role="button" class="js_add_suggested_products btn btn-md btn-outline-primary text-nowrap" data-product-id="${bulb.id}" data-product-template-id="${bulb.sku}"><span class="d-none fa fa-shopping-cart"></span><span>Add to cart</span></a><div class="mb-0 h-6 fw-bold text-end d-flex" name="website_sale_suggested_product_price"><del class="text-danger mr8 d-none" style="white-space: nowrap;">${money(bulb.price)}</del><span style="white-space: nowrap;">${money(bulb.price)}</span></div></div></div></div>`}</div>`
        : '<div class="js_cart_lines alert alert-info">Your cart is empty!</div>';
    const wizard = (at: number) =>
      `<div class="col-12"><div class="o_wizard d-flex flex-wrap my-4"><div class="d-flex">${[
        ['/shop/cart', 'Review Order'],
        ['/shop/checkout', 'Delivery'],
        ['/shop/payment', 'Payment'],
      ]
        .map(
          ([href, label], n) =>
            `<a class="no-decoration ${n === at ? 'o_wizard_step_active' : n < at ? 'o_wizard_step_done' : 'o_disabled pe-none'}" href="${n <= at ? href : '#'}"><p class="o_wizard_step mb-0">${label}</p></a>`,
        )
        .join('<span class="fa fa-angle-right"></span>')}</div></div></div>`;
    const summary = (lines: Line[], isSent: boolean, button: string) =>
      `<div class="o_wsale_accordion accordion col-12 col-lg-5 rounded" id="o_wsale_total_accordion"><div class="o_total_card"><div class="accordion-item p-lg-4 border-0"><div class="accordion-header d-none"><button class="accordion-button px-0 collapsed"><div class="d-flex flex-wrap"><b class="w-100">Order summary</b><span>${pieceCount(lines)}</span>&nbsp;item(s)&nbsp;-&nbsp;<span id="amount_total_summary" class="monetary_field ms-1">${money(bill(lines, isSent).total)}</span></div></button></div><div id="o_wsale_total_accordion_item" class="mb-4"><div><table class="table accordion-body mb-0" id="cart_products"><tbody>${lines.map(({ product, quantity }) => `<tr><td class="td-img ps-0 pt-0"><div class="o_cart_product_image position-relative"><span><img src="data:," class="img rounded" alt="${full(product)}"></span><span class="o_cart_item_count badge bg-secondary">${quantity}</span></div></td><td class="pt-0 td-product_name td-qty w-100" name="website_sale_cart_summary_product_name"><span class="text-wrap">${product.name}</span><p class="text-muted small mb-0">${COLORS[product.id] ?? ''}</p></td><td class="pt-0 td-price pe-0 text-end" name="website_sale_cart_summary_line_price"><span style="white-space: nowrap;">${money(product.price * quantity)}</span></td></tr>`).join('')}</tbody></table></div>${sums(lines, isSent)}</div><div class="o_cta_navigation_container">${button}</div></div></div></div>`;
    const layout = (inner: string, side: string, at?: number) =>
      `<div id="wrap"><div class="oe_website_sale o_website_sale_checkout container py-2"><div class="row position-relative mb32">${at === undefined ? '' : wizard(at)}${side}<div class="oe_cart col-12 col-lg-7" id="${at === 1 ? 'shop_checkout' : 'shop_cart'}">${inner}</div></div></div></div>`;
    const main = (label: string, href: string, more = '') =>
      `<a role="button" name="website_sale_main_button" class="btn btn-primary w-100" href="${href}" ${more}>${label}<i class="fa fa-angle-right ms-2 fw-light"></i></a>`;

    app.get('/', (c) =>
      page(
        c,
        'Home',
        '<div id="wrap" class="oe_structure"><section class="s_banner"><h1>Sell online. Easily.</h1><p><a href="/shop" class="btn btn-primary">Shop now</a></p></section></div>',
      ),
    );
    app.get('/shop', (c) => {
      const { search = '', order: by } = c.req.query();
      const list = shown.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
      if (by) list.sort((one, other) => one.price - other.price);
      return page(
        c,
        'Shop',
        `<div id="wrap" class="js_sale o_wsale_products_page"><div class="container oe_website_sale pt-2"><div class="row o_wsale_products_main_row"><div id="products_grid" class="col-12"><div class="products_header btn-toolbar">${searchBar}<div class="o_sortby_dropdown dropdown dropdown_sorty_by"><small class="text-muted">Sort By:</small><a role="button" href="#" class="dropdown-toggle btn btn-light"><span>Featured</span></a><div class="dropdown-menu" role="menu"><a role="menuitem" rel="noindex,nofollow" href="/shop?order=list_price+asc" class="dropdown-item"><span>Price - Low to High</span></a></div></div></div><div class="o_wsale_products_grid_table_wrapper pt-3"><table class="table table-borderless h-100 m-0" data-ppg="20" data-ppr="4" data-name="Grid"><tbody><tr>${list.map(card).join('')}</tr></tbody></table></div></div></div></div></div>`,
      );
    });
    app.get('/shop/cart', (c) => {
      const { lines } = cartOf(c);
      const side = `<div class="col-lg-5 order-2" id="o_cart_summary"><div class="o_total_card card"><div class="card-body">${sums(lines, false, coupon(!!c.req.query('code_not_available')))}<div class="d-flex flex-column pt-4">${main('Checkout', '/shop/checkout?try_skip_step=true')}<div><hr><span class="px-3">or</span><hr></div><a href="/shop" class="text-center"><i class="fa fa-angle-left me-2"></i>Continue shopping</a></div></div></div></div>`;
      return page(
        c,
        'Shopping Cart',
        layout(`<h3 class="mb-4">Order overview</h3>${cartLines(lines)}`, lines.length ? side : '', 0),
      );
    });
    app.get('/shop/checkout', (c) => {
      const { lines, address, delivery } = cartOf(c);
      if (!lines.length) return c.redirect('/shop/cart', 303);
      if (!address) return c.redirect('/shop/address?mode=billing', 303);
      return page(
        c,
        'Shop - Checkout',
        layout(
          `<h3 class="mb-4">Delivery address</h3><div class="row"><div class="one_kanban col-md"><div class="card position-relative h-100 bg-primary border border-primary" data-partner-id="9"><div class="card-body"><address><span>Ida Holm</span> <span>${address}</span></address><a href="/shop/address?mode=billing&partner_id=9" class="js_edit_address btn btn-link p-0" role="button" title="Edit this address"><i class="fa fa-pencil me-1"></i>Edit</a></div></div></div></div><form id="o_delivery_form" class="o_delivery_form mb-4"><h4>Delivery method</h4><ul id="o_delivery_methods" class="list-group"><li name="o_delivery_method" class="list-group-item"><div class="form-check"><input id="o_delivery_2" name="o_delivery_radio" type="radio" class="form-check-input" data-dm-id="2" data-delivery-type="fixed"><label class="o_delivery_carrier_label" for="o_delivery_2">Standard delivery</label></div><span class="o_wsale_delivery_price_badge float-end fw-bold" name="price">Select to compute delivery rate</span></li></ul></form>`,
          summary(lines, !!delivery, main('Confirm', '/shop/confirm_order')),
          1,
        ),
      );
    });
    app.get('/shop/address', (c) => {
      const { lines } = cartOf(c);
      const field = (label: string, name: string, type = 'text') =>
        `<div class="col-lg-6 mb-2 div_${name}"><label class="col-form-label" for="${name}">${label}</label><input type="${type}" id="${name}" name="${name}" class="form-control" value=""></div>`;
      return page(
        c,
        'Address Management',
        `<div id="wrap"><div class="oe_website_sale o_wsale_address_fill container py-2"><div class="row">${wizard(1)}${summary(lines, false, '')}<div class="oe_cart col-12 col-lg-7"><h3 class="mb-3">Fill in your address</h3><div id="errors"></div><form action="/shop/address" method="post" class="checkout_autoformat" data-company-country-code="US"><div class="row">${field('Full name', 'name')}${field('Email', 'email', 'email')}${field('Phone', 'phone', 'tel')}${field('Street and Number', 'street')}${field('Apartment, suite, etc.', 'street2')}${field('City', 'city')}${field('Zip Code', 'zip')}<div class="div_country col-lg-6 mb-2"><label class="col-form-label" for="country_id">Country</label><select id="country_id" name="country_id" class="form-select"><option value="">Country...</option><option value="233" selected>United States</option></select></div><div class="col-lg-12"><label><input type="checkbox" id="use_same" name="use_same" value="1" checked>Ship to the same address</label></div></div><input type="hidden" name="csrf_token" value="c1"><input type="hidden" name="address_type" value="billing"><input type="hidden" name="required_fields" value="name,country_id"><div class="d-flex justify-content-between"><a role="button" href="/shop/cart" class="btn btn-outline-secondary"><i class="fa fa-angle-left me-2"></i>Discard</a><a role="button" id="save_address" name="website_sale_main_button" class="btn btn-primary">Continue checkout<i class="fa fa-angle-right ms-2"></i></a></div></form></div></div></div></div>`,
      );
    });
    app.get('/shop/confirm_order', (c) => c.redirect('/shop/payment', 303));
    app.get('/shop/payment', (c) => {
      const { lines, address } = cartOf(c);
      if (!lines.length) return c.redirect('/shop', 303);
      return page(
        c,
        'Shop - Select Payment Method',
        layout(
          `<h3 class="mb-4">Confirm order</h3><div id="address_on_payment" class="mb-4"><div class="card"><div class="card-body" id="delivery_and_billing"><a class="float-end no-decoration" href="/shop/checkout"><i class="fa fa-pencil me-1"></i>Edit</a><div><b>Delivery &amp; Billing: </b><span class="address-inline">${address}</span></div></div></div></div><div class="mt-4"><h3>Payment method</h3></div><div id="payment_method" class="mt-4"><form id="o_payment_form" class="o_payment_form" data-amount="${bill(lines, true).total / 100}" data-currency-id="1" data-transaction-route="/shop/payment/transaction/41" data-landing-route="/shop/payment/validate"><ul id="o_payment_methods" class="list-group mb-4"><li name="o_payment_option" class="list-group-item"><div class="form-check"><input id="o_payment_provider_5" name="o_payment_radio" type="radio" class="form-check-input" data-payment-option-id="5" data-payment-method-code="wire_transfer" data-provider-code="custom"><label class="o_payment_option_label" for="o_payment_provider_5">Wire Transfer</label></div></li></ul></form></div>`,
          summary(
            lines,
            true,
            '<button name="o_payment_submit_button" type="submit" class="btn btn-primary w-100" data-icon-class="fa-lock" disabled>Pay now</button><div><hr><span>or</span><hr></div><a href="/shop/checkout" class="text-center"><i class="fa fa-angle-left me-2"></i>Back to delivery</a>',
          ),
          2,
        ),
      );
    });
    app.post('/payment/custom/process', (c) => c.redirect('/payment/status', 303));
    app.get('/payment/status', (c) =>
      page(
        c,
        'Payment Status',
        '<div class="wrap"><div class="container"><div id="o_payment_status" data-landing-route="/shop/payment/validate"><div class="text-center"><div class="o_payment_loading"><i class="fa fa-spinner fa-spin"></i></div><p>Please wait while we process your payment...</p></div></div></div></div>',
      ),
    );
    app.get('/shop/payment/validate', (c) => {
      const cart = cartOf(c);
      // The second time the provider declines; the cart is gone all the same.
      cart.order = cart.order ? { isPaid: false, name: 'S00042' } : { isPaid: true, name: NUMBER };
      cart.ordered = cart.lines;
      cart.lines = [];
      return c.redirect('/shop/confirmation', 303);
    });
    app.get('/shop/confirmation', (c) => {
      const { order, ordered, address } = cartOf(c);
      if (!order || !ordered) return c.redirect('/shop', 303);
      const { isPaid, name } = order;
      const thanks = `
        <div class="d-flex justify-content-between align-items-center"><h3>Thank you for your order.</h3>
          <a title="Print" role="button" class="btn btn-light ms-auto" href="/shop/print" target="_blank"><i class="fa fa-print me-2"></i>Print</a></div>`;
      const outcome = isPaid
        ? `<div role="alert" class="alert px-3 pb-0 pt-3 alert-success"><div><span>Your payment has been processed.</span></div><div class="mt-2"><b>Communication: </b><span>${name}</span></div></div>`
        : '<div role="alert" class="alert px-3 pb-0 pt-3 alert-danger"><div><span>The bank said: 05 do not honor</span></div></div>';
      return page(
        c,
        'Shop - Confirmed',
        layout(
          `${isPaid ? thanks : ''}
          <div id="order_name" class="mb-4"><h5><span>Order</span> <span>${name}</span></h5></div>
          <p class="alert alert-info mt-3" role="status"><a role="button" class="btn btn-primary" href="/web/signup">Sign Up</a> <span class="align-middle">to follow your order.</span></p>
          <div name="order_confirmation" class="mt-3" data-order-id="41">${outcome}</div>
          <div class="card mt-3"><div class="card-body" id="delivery_and_billing"><p class="badge mb-2">Delivery &amp; Billing</p><address>${address}</address></div></div>`,
          summary(ordered, true, ''),
        ),
      );
    });
    app.get('/my/orders/41', (c) =>
      page(
        c,
        `Sales Order ${NUMBER}`,
        `<div id="wrap" class="o_portal_wrap"><div class="container"><div class="row o_portal_sale_sidebar"><div class="col"><h2 class="my-0">Sales Order ${NUMBER}</h2><section id="details"><h3>Products</h3><table class="table table-sm" id="sales_order_table"><thead><tr><th>Description</th><th>Quantity</th><th>Unit Price</th><th>Amount</th></tr></thead><tbody><tr><td id="product_name"><a href="${pageOf(deskWhite)}"><span>${full(deskBlack)}</span></a></td><td>2.00 Units</td><td>800.00</td><td>${money(160_000)}</td></tr></tbody></table><div id="total"><table><tr><td><strong>Total</strong></td><td>${money(160_000)}</td></tr></table></div></section><div><h4>Thank you!</h4> Your order has been confirmed.</div></div></div></div></div>`,
      ),
    );
    app.get('/contactus', (c) =>
      page(
        c,
        'Contact Us',
        '<div id="wrap" class="oe_structure oe_empty"><section class="s_title"><h1>Contact us</h1></section><section class="s_website_form" data-vcss="001" data-snippet="s_website_form" data-name="Form"><div class="container-fluid"><form id="contactus_form" action="/website/form/" method="post" enctype="multipart/form-data" class="o_mark_required" data-mark="*" data-model_name="mail.mail" data-success-mode="redirect" data-success-page="/contactus-thank-you" data-pre-fill="true"><div class="s_website_form_rows row"><div class="s_website_form_field s_website_form_required" data-type="char" data-name="Field"><label class="s_website_form_label" for="contact1"><span class="s_website_form_label_content">Name</span><span class="s_website_form_mark"> *</span></label><input id="contact1" type="text" class="form-control s_website_form_input" name="name" required></div><div class="s_website_form_field s_website_form_required" data-type="email" data-name="Field"><label for="contact3"><span>Email</span><span class="s_website_form_mark"> *</span></label><input id="contact3" type="email" class="form-control s_website_form_input" name="email_from" required></div><div class="s_website_form_field s_website_form_required" data-type="char" data-name="Field"><label for="contact5"><span>Subject</span></label><input id="contact5" type="text" class="form-control s_website_form_input" name="subject" required></div><div class="s_website_form_field s_website_form_required" data-type="text" data-name="Field"><label for="contact6"><span>Question</span></label><textarea id="contact6" class="form-control s_website_form_input" name="description" required></textarea></div><div class="s_website_form_submit" data-name="Submit Button"><div style="width: 200px;" class="s_website_form_label"></div><a href="#" role="button" class="btn btn-primary s_website_form_send">Submit</a><span id="s_website_form_result"></span></div></div></form></div></section></div>',
      ),
    );
    app.get('/contactus-thank-you', (c) =>
      page(
        c,
        'Thanks (Contact us)',
        '<div id="wrap" class="oe_structure oe_empty"><section class="s_text_block pt40"><div class="container"><h1 class="text-center"><span class="fa fa-check-circle"></span> Thank You!</h1><p class="lead text-center">Your message has been sent.<br>We will get back to you shortly.</p></div></section></div>',
      ),
    );
    const signup = (c: Context, error = '') =>
      page(
        c,
        'Sign up',
        `<div class="oe_website_login_container"><form class="oe_signup_form" role="form" method="post"><input type="hidden" name="csrf_token" value="c1"><div class="mb-3 field-login"><label for="login">Your Email</label><input type="text" name="login" value="" id="login" class="form-control form-control-sm" autofocus="autofocus" autocapitalize="off" required="required"></div><div class="mb-3 field-name"><label for="name">Your Name</label><input type="text" name="name" value="" id="name" class="form-control form-control-sm" placeholder="e.g. John Doe" required="required"></div><div class="mb-3 field-password"><label for="password">Password</label><input type="password" name="password" id="password" class="form-control form-control-sm" required="required"></div><div class="mb-3 field-confirm_password"><label for="confirm_password">Confirm Password</label><input type="password" name="confirm_password" id="confirm_password" class="form-control form-control-sm" required="required"></div>${error}<div class="text-center oe_login_buttons d-grid pt-3"><button type="submit" class="btn btn-primary">Sign up</button><a class="btn btn-link btn-sm" role="button" href="/web/login">Already have an account?</a></div></form></div>`,
      );
    app.get('/web/login', (c) =>
      page(
        c,
        'Login',
        '<div class="oe_website_login_container"><form class="oe_login_form" role="form" method="post" action="/web/login"><div class="mb-3 field-login"><label for="login">Email</label><input type="text" placeholder="Email" name="login" id="login" required="required" class="form-control"></div><div class="mb-3"><label for="password">Password</label><input type="password" placeholder="Password" name="password" id="password" required="required" autocomplete="current-password" class="form-control"></div><div class="oe_login_buttons"><button type="submit" class="btn btn-primary">Log in</button><a class="btn btn-link btn-sm" href="/web/signup">Don\'t have an account?</a><a href="/web/reset_password">Reset Password</a></div></form></div>',
      ),
    );
    app.get('/web/signup', (c) => signup(c));
    app.post('/web/signup', async (c) => {
      const { login, name } = (await c.req.parseBody()) as Record<string, string>;
      if (login === 'taken@example.com')
        return signup(
          c,
          '<p class="alert alert-danger" role="alert">Another user is already registered using this email address.</p>',
        );
      cartOf(c).user = name!;
      return c.redirect('/my', 303);
    });
    app.get('/my', (c) =>
      page(
        c,
        'My Portal',
        '<div id="wrap" class="o_portal_wrap"><div class="container"><h3 class="my-3">My account</h3><div class="o_portal_docs row"><a href="/my/orders" title="Your Orders">Your Orders</a><a href="/my/account">Addresses</a></div></div></div>',
      ),
    );
    app.post('/shop/pricelist', (c) => c.redirect('/shop/cart?code_not_available=1', 303));
    app.post('/shop/address/submit', async (c) => {
      const { street, city, zip } = (await c.req.parseBody()) as Record<string, string>;
      if (!zip) return c.json({ invalid_fields: ['zip'], messages: ['Some required fields are empty.'] });
      cartOf(c).address = `${street}, ${city} ${zip}, United States`;
      return c.json({ successUrl: '/shop/checkout?try_skip_step=true' });
    });
    app.post('/website/form/mail.mail', (c) => c.json({ id: 12 }));
    app.get('/shop/:slug', (c) => page(c, shownBy(c).name, detail(shownBy(c))));
    const shownBy = (c: Context) => products.find(({ slug }) => slug === c.req.param('slug'))!;

    class Refused extends Error {}
    const unknown = new Refused('The given product does not exist therefore it cannot be added to cart.');
    // biome-ignore lint/suspicious/noExplicitAny: parameters are as each route declares them
    const routes: Record<string, (cart: Cart, asked: any) => unknown> = {
      '/website_sale/get_combination_info': (_, { product_id, add_qty }) => {
        const product = byId(product_id);
        return {
          product_id: Number(product.id),
          product_template_id: Number(product.sku),
          display_name: full(product),
          price: product.price / 100,
          list_price: product.price / 100,
          has_discounted_price: false,
          is_combination_possible: true,
          quantity: add_qty,
          prevent_zero_price_sale: false,
          product_type: 'consu',
        };
      },
      '/website_sale/should_show_product_configurator': (_, { product_template_id }) =>
        `${product_template_id}` === lamp.sku,
      '/website_sale/product_configurator/get_values': () => ({
        products: [{ product_tmpl_id: 25, id: 45, display_name: lamp.name, quantity: 1, price: lamp.price / 100 }],
        optional_products: [
          {
            product_tmpl_id: 26,
            id: 46,
            display_name: bulb.name,
            quantity: 1,
            price: bulb.price / 100,
            parent_product_tmpl_id: 25,
          },
        ],
        currency_id: 1,
      }),
      '/shop/cart/add': (cart, { product_id, quantity }) => {
        const product = byId(product_id);
        if (product === shelf) throw unknown;
        if (product === chair)
          return {
            cart_quantity: pieceCount(cart.lines),
            notification_info: { warning: `You ask for ${quantity} products but only 2 are available.` },
            quantity: 0,
            tracking_info: [],
          };
        const line = add(cart.lines, product, quantity);
        return {
          cart_quantity: pieceCount(cart.lines),
          notification_info: {
            currency_id: 1,
            lines: [
              {
                id: cart.lines.indexOf(line) + 7,
                image_url: `/web/image/product.product/${product.id}/image_128`,
                quantity,
                name: product.name,
                combination_name: COLORS[product.id] ?? '',
                description: '',
                price_total: (product.price * quantity) / 100,
              },
            ],
            warning: '',
          },
          quantity,
          tracking_info: [
            {
              item_id: Number(product.id),
              item_name: full(product),
              item_category: 'Office Furniture',
              currency: 'USD',
              price: product.price / 100,
              discount: 0,
              quantity: line.quantity,
            },
          ],
        };
      },
      '/shop/cart/update': (cart, { line_id, quantity }) => {
        const line = cart.lines[line_id - 7]!;
        line.quantity = quantity;
        if (!quantity) cart.lines.splice(line_id - 7, 1);
        return {
          line_id,
          quantity,
          option_ids: [],
          warning: '',
          cart_quantity: pieceCount(cart.lines),
          cart_ready: true,
          amount: bill(cart.lines).total / 100,
          minor_amount: bill(cart.lines).total,
          'website_sale.cart_lines': cartLines(cart.lines),
          'website_sale.total': sums(cart.lines, false, coupon(false)),
        };
      },
      '/shop/wishlist/add': () => true,
      '/shop/add/stock_notification': () => true,
      '/website_mass_mailing/is_subscriber': () => ({ is_subscriber: false, value: '' }),
      '/website_mass_mailing/subscribe': () => ({
        toast_type: 'success',
        toast_content: 'Thanks for subscribing!',
      }),
      '/shop/get_delivery_rate': () => ({
        success: true,
        price: FEE / 100,
        is_free_delivery: false,
        amount_delivery: money(FEE),
      }),
      '/shop/set_delivery_method': (cart) => {
        cart.delivery = true;
        const { net, tax, total } = bill(cart.lines, true);
        return {
          success: true,
          is_free_delivery: false,
          compute_price_after_delivery: false,
          amount_delivery: money(FEE),
          amount_untaxed: money(net),
          amount_tax: money(tax),
          amount_total: money(total),
        };
      },
      '/shop/payment/transaction/41': (cart) => {
        if (cart.declines-- > 0) throw new Refused('The cart has been updated. Please refresh the page.');
        return {
          provider_id: 5,
          provider_code: 'custom',
          reference: NUMBER,
          amount: bill(cart.lines, true).total / 100,
          currency_id: 1,
          partner_id: 9,
          should_tokenize: false,
          redirect_form_html: `<form action="/payment/custom/process" method="post"><input type="hidden" name="reference" value="${NUMBER}"></form>`,
        };
      },
      '/payment/status/poll': () => ({
        provider_code: 'custom',
        state: 'done',
        landing_route: '/shop/payment/validate',
      }),
    };
    app.post('*', async (c) => {
      const { id, params } = await c.req.json();
      const envelope = { jsonrpc: '2.0', id };
      try {
        return c.json({ ...envelope, result: routes[c.req.path]!(cartOf(c), params) });
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const data = {
          name: 'odoo.exceptions.UserError',
          message: error.message,
          arguments: [error.message],
          context: {},
        };
        return c.json({ ...envelope, error: { code: 0, message: 'Odoo Server Error', data } });
      }
    });

    const open = (product: Product) => (tab: Page) => tab.goto(`${origin}${pageOf(product)}`);
    const toast = '.o_cart_toasts .toast';
    const adds = async (tab: Page) => {
      await until('#add_to_cart', toast)(tab);
      await tab.waitForFunction(() => !document.querySelector('.o_mycart_zoom_animation'));
    };
    const bought: [Product, number][] = [
      [bin, 1],
      [deskBlack, 2],
      [bulb, 1],
    ];
    const due = bill(
      bought.map(([product, quantity]) => ({ product, quantity })),
      true,
    );
    const line = (product: Product, inner: string) => `.o_cart_product[data-product-id="${product.id}"] ${inner}`;
    return {
      apps: { shop: app },
      walk: [
        step(
          'arrives at the shop from a search',
          (tab) => tab.goto(`${origin}/shop`, { referer: 'https://www.google.com/' }),
          {
            name: 'landing',
          },
        ),
        step('searches', fill({ '.oe_search_box': 'bin' }, press('.oe_search_button'))),
        step('sorts by price', async (tab) => {
          await tab.goto(`${origin}/shop`);
          await press('[href*="list_price"]')(tab);
        }),
        step(
          'adds the bin from the grid, by the picture of a cart',
          until('.oe_product:has-text("Pedal") .a-submit', toast),
          pieces('add_to_cart', 'USD', [bin, 1]),
        ),
        step('notes the lamp', until('.oe_product:has-text("Lamp") .o_add_wishlist', '.o_wsale_my_wish:not(.d-none)')),
        step('opens the desk', open(deskWhite), pieces('view_item', 'USD', [deskWhite, 1])),
        step('chooses the black one', async (tab) => {
          await tab.check('[title=Black]');
          await tab.waitForSelector('.oe_price:has-text("800")');
        }),
        step('wants one more', async (tab) => {
          await tab.click('[title="Add one"]');
          await tab.waitForFunction(() => document.querySelector<HTMLInputElement>('[name=add_qty]')!.value === '2');
        }),
        step('adds two', adds, pieces('add_to_cart', 'USD', [deskBlack, 2])),
        step('notes the desk', until('.o_add_wishlist_dyn', '.o_add_wishlist_dyn[disabled]')),
        step('opens the cabinet, which is sold out', open(cabinet), pieces('view_item', 'USD', [cabinet, 1])),
        step(
          'asks to be told when it is back',
          async (tab) => {
            await tab.click('#product_stock_notification_message');
            await tab.fill('#stock_notification_input', 'ida@example.com');
            await until(
              '#product_stock_notification_form_submit_button',
              '#stock_notification_success_message:not(.d-none)',
            )(tab);
          },
          optional('generate_lead'),
          optional('form_submit'),
        ),
        step('opens the lamp', open(lamp), pieces('view_item', 'USD', [lamp, 1])),
        step('is asked for options, and closes the dialog', async (tab) => {
          await until('#add_to_cart', '.modal')(tab);
          await tab.click('.modal .btn-close');
        }),
        step(
          'adds the lamp in the dialog',
          async (tab) => {
            await until('#add_to_cart', '.modal')(tab);
            await until('.modal [name*=continue_button]', toast)(tab);
          },
          pieces('add_to_cart', 'USD', [lamp, 1]),
        ),
        step('opens the chair', open(chair), pieces('view_item', 'USD', [chair, 1])),
        step(
          'asks for more chairs than there are',
          fill({ '[name=add_qty]': '5' }, until('#add_to_cart', `${toast}:has-text("only 2")`)),
        ),
        step('opens the shelf', open(shelf), pieces('view_item', 'USD', [shelf, 1])),
        step('is told by a dialog that it is gone', until('#add_to_cart', '.modal:has-text("does not exist")')),
        step('types no address for the newsletter', async (tab) => {
          await tab.goto(`${origin}/`);
          await tab.fill('.js_subscribe_value', 'ida');
          await until('.js_subscribe_btn', '.js_subscribe.o_has_error')(tab);
        }),
        step(
          'subscribes to it',
          fill(
            { '.js_subscribe_value': 'ida@example.com' },
            until('.js_subscribe_btn', '.js_subscribed_wrap:not(.d-none)'),
          ),
          { name: 'generate_lead', form_kind: 'newsletter' },
        ),
        step('leaves the contact form half empty', async (tab) => {
          await press('header [href="/contactus"]')(tab);
          await fill({ '#contact1': 'Ida' }, until('.s_website_form_send', '#s_website_form_result .text-danger'))(tab);
        }),
        step(
          'writes to the shop',
          fill(
            { '#contact1': 'Ida', '#contact3': 'ida@example.com', '#contact5': 'Desk', '#contact6': 'When?' },
            press('.s_website_form_send'),
          ),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step('signs up with an address that is taken', async (tab) => {
          await press('header [href="/web/login"]')(tab);
          await press('[href="/web/signup"]')(tab);
          await fill(
            {
              '#login': 'taken@example.com',
              '#name': 'Ida',
              '#password': 'secret-12',
              '#confirm_password': 'secret-12',
            },
            press('.oe_signup_form [type=submit]'),
          )(tab);
        }),
        step(
          'signs up',
          fill(
            { '#login': 'ida@example.com', '#name': 'Ida', '#password': 'secret-12', '#confirm_password': 'secret-12' },
            press('.oe_signup_form [type=submit]'),
          ),
          { name: 'sign_up' },
        ),
        step(
          'opens the cart',
          press('.o_wsale_my_cart a'),
          pieces('view_cart', 'USD', [bin, 1], [deskBlack, 2], [lamp, 1]),
        ),
        step('takes one desk less, by a button that says "remove"', async (tab) => {
          await tab.click(line(deskBlack, '[title="Remove one"]'));
          await tab.waitForSelector(line(deskBlack, 'input[value="1"]'));
        }),
        step(
          'takes two after all',
          async (tab) => {
            await tab.click(line(deskBlack, '[title="Add one"]'));
            await tab.waitForSelector(line(deskBlack, 'input[value="2"]'));
          },
          { ...pieces('add_to_cart', 'USD', [deskBlack, 1]), optional: true },
        ),
        step(
          'tries a code',
          fill({ '[name=promo]': 'WINTER' }, press('.coupon_form .a-submit')),
          optional('view_cart'),
        ),
        step(
          'removes the lamp',
          async (tab) => {
            await tab.click(line(lamp, 'a.js_delete_product'));
            await tab.waitForSelector(line(lamp, 'img'), { state: 'detached' });
          },
          pieces('remove_from_cart', 'USD', [lamp, 1]),
        ),
        step(
          'adds the bulb that is suggested',
          press('.js_add_suggested_products'),
          pieces('add_to_cart', 'USD', [bulb, 1]),
          optional('view_cart'),
        ),
        step('goes to checkout', press('[name=website_sale_main_button]'), pieces('begin_checkout', 'USD', ...bought)),
        step(
          'forgets the zip code',
          fill(
            { '#name': 'Ida Holm', '#email': 'ida@example.com', '#street': 'Main St 1', '#city': 'Springfield' },
            until('#save_address', '#errors .text-danger'),
          ),
        ),
        step('adds it', fill({ '#zip': '62701' }, press('#save_address')), optional('add_shipping_info')),
        step(
          'chooses a delivery and confirms',
          async (tab) => {
            await tab.click('[name=o_delivery_radio]');
            await tab.waitForSelector('[name=o_order_delivery]:has-text("5.00")');
            await press('[name=website_sale_main_button]')(tab);
          },
          { name: 'add_shipping_info' },
        ),
        step(
          'is refused by a dialog',
          async (tab) => {
            await tab.click('[name=o_payment_radio]');
            await until('[name=o_payment_submit_button]:enabled', '.modal:has-text("Payment processing failed")')(tab);
            await tab.click('.modal .btn-primary');
          },
          optional('add_payment_info'),
        ),
        step(
          'pays',
          async (tab) => {
            await tab.click('[name=o_payment_submit_button]:enabled');
            await tab.waitForURL(/confirmation/);
          },
          optional('add_payment_info'),
          {
            ...order('USD', { id: NUMBER, total: due.total, tax: due.tax, shipping: FEE }, ...bought),
            transaction_id: [NUMBER, '41'],
            items: bought.map(([product, quantity]) => item(product, quantity)),
          },
        ),
        step('reloads', (tab) => tab.reload()),
        step('goes back to the shop', press('header [href="/shop"]')),
        step('returns to the page of the order', (tab) => tab.goBack()),
        step(
          'adds a bin',
          async (tab) => {
            await tab.goto(`${origin}/shop`);
            await until('.oe_product:has-text("Pedal") .a-submit', toast)(tab);
          },
          pieces('add_to_cart', 'USD', [bin, 1]),
        ),
        step('opens the cart again', press('.o_wsale_my_cart a'), pieces('view_cart', 'USD', [bin, 1])),
        step(
          'goes to checkout again',
          press('[name=website_sale_main_button]'),
          pieces('begin_checkout', 'USD', [bin, 1]),
          optional('add_shipping_info'),
        ),
        step('confirms the delivery', press('[name=website_sale_main_button]'), optional('add_shipping_info')),
        step(
          'pays, and the bank declines: the page of the order says so',
          async (tab) => {
            await tab.click('[name=o_payment_radio]');
            await tab.click('[name=o_payment_submit_button]:enabled');
            await tab.waitForURL(/confirmation/);
          },
          optional('add_payment_info'),
        ),
        step(
          'follows the link of a mail to the order',
          (tab) => tab.goto(`${origin}/my/orders/41?access_token=7f3c`, { referer: 'https://mail.google.com/' }),
          optional('landing'),
        ),
      ],
    };
  },
};

export default platform;
