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
  pieces,
  press,
  printer,
  step,
  sumOf,
  until,
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { clientOf } from '../spa.ts';

const soap = good('55', '558003', 'Total Moisture Facial Soap', 'soap', 3800);
const scent = good('57', '10101-30', 'ck one Summer 3.4 oz', 'scent', 2900);
/** The same in its larger bottle: an option that costs more. */
const large = { ...scent, price: 4900 };
const pen = good('61', 'PN-61', 'Lip Liner Pen', 'pen', 1250);
const clock = good('64', 'CL-64', 'Travel Clock', 'clock', 8800, true);
const lamp = good('66', 'LA-66', 'Vanity Lamp', 'lamp', 5400);
const products = [soap, scent, pen, clock, lamp];
const MAX_LAMPS = 3;
const FEE = 500;
const ORDER = '118';
const dollars = printer('en-US', 'USD');

const client = clientOf('abantecart');
const style = `.d-none,.dropdown-menu,.visually-hidden{display:none}.dropdown-menu.show{display:block}
.offcanvas{visibility:hidden;position:fixed;overflow-y:auto;top:0;right:0;bottom:0;width:400px;z-index:9;background:#fff}.offcanvas.show{visibility:visible}
.tab-pane{display:none}.tab-pane.show{display:block}.disabled{pointer-events:none}.bi,.fa{display:inline-block;min-width:16px;min-height:16px}
@media (min-width:768px){.d-md-block{display:block}.d-md-none{display:none}}`;

interface Session {
  lines: Line[];
  told?: string;
  guest?: boolean;
  in?: boolean;
  ships?: string;
  pays?: string;
  placed?: Line[];
}

const platform: Platform = {
  name: 'AbanteCart (novator)',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const sessionOf = createCarts<Session>(() => ({ lines: [] }), 'AC_SF_8CEFDA09D5');
    const to = (route: string, more = '') => `${origin}/index.php?rt=${route}${more}`;
    const pageOf = ({ id }: Product) => to('product/product', `&amp;product_id=${id}`);
    const keyOf = (product: Product) => (product === large ? '57:b62ab21ac9d5c3cc2ed80ba5c2e2a9c9' : product.id);
    const options = (product: Product) =>
      product === large ? [['Fragrance Size', '6.7 oz']] : product === pen ? [['Engraving', 'Ann']] : [];
    const alert = (kind: string, text: string) =>
      `<div class="alert ${kind} alert-dismissible" role="alert"> ${text} <button type="button" class="btn-close" aria-label="Close"></button></div>`;
    const refused = (text: string) => alert('alert-error alert-danger', text);
    const totalsOf = ({ lines, ships }: Session) => {
      const fee = ships?.startsWith('default_flat') ? FEE : 0;
      return [
        { id: 'subtotal', title: 'Sub-Total:', text: dollars(sumOf(lines)) },
        ...(ships ? [{ id: 'shipping', title: 'Flat Shipping Rate:', text: dollars(fee) }] : []),
        { id: 'total', title: 'Total:', text: dollars(sumOf(lines) + fee) },
      ];
    };

    const details = (session: Session) =>
      session.lines.length
        ? `<div id="top_cart_product_list" class="products">${session.lines
            .map(
              ({ product, quantity }) =>
                `<div class="alert alert-dismissible fade show" role="alert"><div class="d-flex mb-1">
<div class="flex-shrink-0"><img src="data:," alt="${product.name}" class="img-fluid"></div><div class="flex-grow-1 ms-3">
<div class="d-flex align-items-center justify-content-between mb-2"><p class="mb-0">${product.name}</p><h5 class="mb-0">${dollars(product.price)}</h5>
<button type="button" id="delete_product" class="btn-close" aria-label="Close" data-product-key="${keyOf(product)}">x</button></div>
<div class="input-group input-group-sm mx-auto" style="width: 150px;">
<button title="Min: 1" class="minus-qnty input-group-text btn btn-outline-danger" data-product-id="${keyOf(product)}">−</button>
<input type="number" name="quantity[${keyOf(product)}]" class="cart-quantity-input form-control" value="${quantity}" size="6" min="1">
<button title="" class="plus-qnty input-group-text btn btn-outline-success" data-product-id="${keyOf(product)}">+</button>
</div></div></div></div>`,
            )
            .join('')}</div><div class="offcanvas-body border-top mt-4 p-0 pt-4">${totalsOf(session)
            .map(
              ({ title, text }) =>
                `<div class="d-flex justify-content-between mb-3 px-0 mx-4"><div class="col-auto"><h5 class="mb-0">${title}</h5></div><div class="col-auto"><h5 class="mb-0">${text}</h5></div></div>`,
            )
            .join('')}<div class="d-flex justify-content-between">
<div class="col-5"><a href="${to('checkout/cart')}"><div class="d-grid"><button class="btn btn-dark">View Cart</button></div></a></div>
<div class="col-5"><a href="${to('checkout/fast_checkout')}"><div class="d-grid"><button class="btn btn-warning">Checkout</button></div></a></div></div></div>`
        : '<div class="empty_cart text-center"><i class="bi bi-shopping-cart">0 items</i></div>';
    const count = ({ lines }: Session) => lines.reduce((sum, { quantity }) => sum + quantity, 0);

    const page = (c: Context, rt: string, title: string, body: string) => {
      const session = sessionOf(c);
      const told = session.told ?? '';
      session.told = '';
      return c.html(
        `<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" dir="ltr" lang="en" xml:lang="en"><head><meta charset="UTF-8"><title>${title}</title>
<meta name="generator" content="AbanteCart v1.4.0 - Open Source eCommerce solution"><base href="${origin}/"><style>${style}</style>
<script>let storeName = 'Beauty Corner'; let currency = 'USD'; let default_currency = 'USD'; let language = 'en'; let ga4_enabled = false;
let cart_url = '${to('checkout/cart')}'; let cart_ajax_url = '${to('r/product/product/addToCart', '&fc=1')}';</script><script>${client}</script>${tag}</head>
<body class="${rt.replaceAll('/', '-')}"><header><div class="nav-wrapper"><div class="top-bar fixed-top pt-4 pb-3" role="navigation"><div class="container-lg">
<a class="navbar-brand logo" href="${origin}/"><img src="data:," title="Beauty Corner" alt="Beauty Corner"></a><div class="header-right d-flex">
<div class="btn-group me-2"><button class="btn dropdown-toggle" type="button" data-bs-toggle="dropdown"><span>$US Dollar</span></button><ul class="dropdown-menu"><li><a class="dropdown-item" href="${to('index/home', '&amp;currency=EUR')}">Euro</a></li></ul></div>
<div class="btn-group lang"><button class="btn dropdown-toggle" type="button" data-bs-toggle="dropdown">English</button><ul class="dropdown-menu"><li><a class="dropdown-item" href="${to('index/home', '&amp;language=es')}">Español</a></li></ul></div>
<div class="d-none d-md-block" id="customer_menu_top">${session.in ? `<a id="customerMenuDropdown" href="${to('account/account')}" title="Welcome back Ann">Ann</a><ul class="dropdown-menu"><li><a class="dropdown-item" href="${to('account/logout')}">Not Ann? Logoff</a></li></ul>` : `<a title="Login" href="${to('account/login')}" class="image-link" aria-label="user link"><i class="bi bi-person"></i></a>`}</div>
<div class="cart-top-block"><ul class="nav navbar-nav topcart"><li class="nav-item d-block d-md-none"><a class="image-link" data-bs-toggle="offcanvas" href="#cartoffcanvas" role="button" aria-controls="cartoffcanvas" aria-label="cart link"><i class="bi bi-cart3"></i> <span class="link-badge bg-danger cart_counter">${count(session)}</span></a></li>
<li class="nav-item dropdown d-none d-md-block"><a class="image-link" data-bs-toggle="offcanvas" href="#cartoffcanvas" role="button" aria-controls="cartoffcanvas" aria-label="cart link"><i class="bi bi-cart3"></i> <span class="link-badge bg-danger cart_counter">${count(session)}</span></a></li></ul></div></div></div></div>
<div class="header-bottom-section"><ul class="category-links"><li><a class="nav-link" href="${to('product/category', '&amp;path=36')}">Makeup</a></li></ul>
<form id="search_form" action="${origin}/" class="form-search top-search d-flex"><input type="hidden" name="rt" value="product/search"><input type="hidden" name="category_id" id="filter_category_id" value="">
<input type="text" id="filter-keyword" name="keyword" autocomplete="off" class="form-control" placeholder="Search Keywords" value="" disabled><button id="search-button" class="btn-search" title="Go"><i class="bi bi-search"></i></button></form></div></div></header>
<div id="cartoffcanvas" class="offcanvas cart-offcanvas offcanvas-end" tabindex="-1" role="dialog" aria-modal="true"><div class="offcanvas-header border-bottom">
<button type="button" class="btn btn-danger btn-icon" data-bs-dismiss="offcanvas" aria-label="Close"><i class="bi bi-x"></i></button><h5 class="mb-0 ms-3">Shopping Cart (<span class="cart_counter">${count(session)}</span>)</h5></div>
<div class="offcanvas-body">${details(session)}</div></div>
<div id="maincontainer" class="top-section mb-3"><div class="container"><div class="row"><div class="page-main-content flex-grow-1 col-12">
${rt === 'index-home' ? '' : `<div class="content-top-section"><ul class="breadcrumb"><li><a href="${origin}/">Home</a></li><li>${title}</li></ul></div>`}<div class="content-main-section">${told}${body}</div></div></div></div></div>
<footer class="footer mt-5"><div id="newslettersignup" class="newsletter-block"><h4>Newsletter Signup</h4><p class="small">Offers by mail, now and then.</p>
<form id="subscribeFrm" action="${to('account/subscriber')}" method="get" enctype="multipart/form-data"><input type="hidden" name="rt" value="account/subscriber"><input class="form-control" type="text" placeholder="Subscribe to Newsletter" name="email" id="appendedInputButton"><button class="btn btn-warning ms-2" type="submit">Subscribe</button></form></div>
<div class="footer-bottom"><a href="${to('content/contact')}">Contact Us</a></div></footer></body></html>`,
      );
    };

    const addLink = (product: Product, { lines }: Session) => {
      const has = lines.some(({ product: { id } }) => id === product.id);
      const href = has ? to('checkout/cart') : product === scent || product === pen ? pageOf(product) : '#';
      return `<a class="add-to-cart" title="${has ? 'Items in your cart' : 'Add to Cart'}" data-id="${product.id}" href="${href}"><i class="bi ${has ? 'bi-bag-check-fill text-success' : 'bi-bag-fill'}"></i> Add to Cart</a>`;
    };
    const card = (product: Product, session: Session) =>
      `<div class="col-6 col-lg-3"><div class="product-card card p-0 border-0" data-raw-price="${product.price / 100}" data-product-id="${product.id}">
<div class="prod-img position-relative"><a href="${pageOf(product)}"><img alt="${product.name}" class="img-fluid h-auto" src="data:,"></a>
${product.soldOut ? `<span class="sale_${product.id} prod-badge badge bg-white text-dark">Out of Stock</span>` : ''}<div class="overlay d-flex"><div class="bottom-bar"><ul class="list-inline mb-0">
<li class="list-inline-item btn-quickview"><a href="${pageOf(product)}" title="View"><i class="bi bi-eye"></i></a></li><li class="list-inline-item btn-compare"><a class="share" data-title="${product.name}"><i class="bi bi-shuffle"></i></a></li></ul>
<div class="add-to-cart-block"><div class="qty-status-block">${product.soldOut ? '<p class="text-warning mb-0 disabled">Out of Stock</p>' : ''}</div>${product.soldOut ? '' : addLink(product, session)}</div></div></div></div>
<h6 class="my-3"><a href="${pageOf(product)}" title="${product.name}" class="link-dark product-name"> ${product.name} </a></h6>
<div class="card-body p-0"><div class="price text-muted d-flex"><div class="mb-0 prod-price text-muted fw-semibold">${dollars(product.price)}</div></div></div></div></div>`;
    const grid = (c: Context, shown: Product[]) =>
      `<div class="row g-4">${shown.map((product) => card(product, sessionOf(c))).join('')}</div>`;
    const block = (c: Context, id: string, title: string, shown: Product[]) =>
      `<section class="product-sec" id="${id}"><div class="block_frame container block_frame_${id}"><div class="row title sec-heading-block text-center"><h2>${title}</h2></div>${grid(c, shown)}</div></section>`;
    const row = (product: Product, session: Session) =>
      `<div class="card prod-list-card" data-product-id="${product.id}" data-raw-price="${product.price / 100}"><div class="card-body p-3"><a href="${pageOf(product)}"><img class="img-fluid" src="data:,"></a>
<h2 class="h6 mb-3"><a class="product-name card-title" href="${pageOf(product)}">${product.name} (${product.sku})</a></h2><div class="mb-2 prod-price price"><p class="mb-2 prod-price"><span class="text-muted">${dollars(product.price)}</span></p></div>
<div class="pricetag">${product.soldOut ? '<a class="btn btn-outline-warning btn-sm disabled">Out of Stock</a>' : `<div class="btn btn-dark btn-sm mt-2">${addLink(product, session)}</div>`}</div></div></div>`;
    const listing = (c: Context, url: string, shown: Product[]) =>
      `<div class="d-flex sorting mb-4 prod-list-filter"><form class="form-inline"><select name="sort" id="sort" class="form-control form-select" data-url="${url}"><option value="date_modified-DESC">Date New &gt; Old</option><option value="price-ASC">Price Low &gt; High</option></select></form></div>
<div id="product_cell_grid" class="product_cell_grid"><section class="product-sec" id="">${grid(c, shown)}</section></div>
<div id="product_list" class="product_list" style="display:none;"><div class="px-0">${shown.map((product) => row(product, sessionOf(c))).join('')}</div></div>
<div class="w-100 mt-3 sorting well"><div class="pagination">1 - ${shown.length} of ${shown.length}</div></div>`;

    const field = (name: string, label: string, { type = 'text', form = '', error = '', value = '' } = {}) =>
      `<div class="row my-2"><label for="${form}_${name}" class="col-sm-3 col-form-label">${label}</label><div class="col-sm-8"><div class="input-group">${
        type === 'textarea'
          ? `<textarea name="${name}" id="${form}_${name}" class="form-control"></textarea>`
          : `<input type="${type}" name="${name}" id="${form}_${name}" value="${value}" class="form-control">`
      }<span class="input-group-text text-danger">*</span></div><span class="help-block text-danger">${error}</span></div></div>`;
    const h1 = (text: string) =>
      `<div class="row title"><div class="col-xl-12"><h1 class="h2 heading-title">${text}</h1></div></div>`;
    const submit = (text: string, more = '') =>
      `<button id="submit_button" type="submit" class="btn btn-primary ms-auto ${more}" role="button" title="${text}"><i class="bi bi-check"></i> ${text}</button>`;

    const optionsOf = (product: Product) => {
      const title = (name: string) => `<h5 class="text-muted control-label fw-bold mb-0">${name}</h5>`;
      if (product === scent)
        return `${title('Fragrance Size')}<div class="prod-option selectbox"><select name="option[318]" id="option318" class="form-control form-select"><option value="651" selected>3.4 oz  10 In Stock</option><option value="652">6.7 oz $20.00 4 In Stock</option></select></div>`;
      return product === pen
        ? `${title('Engraving')}<div class="prod-option input w-100"><input type="text" name="option[345]" id="option345" value="" class="form-control"><span class="input-group-text text-danger">*</span></div>`
        : '';
    };
    const views: Record<string, (c: Context) => Response | Promise<Response>> = {
      'index/home': (c) =>
        page(
          c,
          'index-home',
          'Beauty Corner',
          `<div class="banner"><h3>New season, new colours</h3></div>${block(c, 'featured', 'Featured', [soap, scent, clock, lamp])}${block(c, 'latest', 'Latest Products', [lamp, pen, soap])}`,
        ),
      'product/category': (c) =>
        page(
          c,
          'product-category',
          'Makeup',
          `<div class="list-page-desc-block"><h1 class="h4 heading-title"> Makeup </h1></div>${listing(c, to('product/category', '&amp;path=36'), products)}`,
        ),
      'product/search': (c) => {
        const keyword = c.req.query('keyword') ?? '';
        const found = products.filter(({ name }) => name.toLowerCase().includes(keyword));
        return page(
          c,
          'product-search',
          'Search',
          `<h1 class="ms-3 heading-title"><i class="bi bi-search"></i> Search</h1><div class="container-fluid mt-3"><form id="search_page_form" name="SearchFrm" method="get" action="${origin}/index.php"><h5>Search Criteria:</h5><input type="text" name="keyword" id="keyword" value="${keyword}"><input type="hidden" name="rt" value="product/search"><button type="button" id="search_button" class="btn btn-primary">Search</button></form>
<h4 class="mt-4">Products meeting the search criteria</h4>${found.length ? listing(c, to('product/search', `&amp;keyword=${keyword}`), found) : '<div class="alert alert-light border text-center fs-4"> There is no product that matches the search criteria.</div>'}</div>`,
        );
      },
      'product/product': (c) => {
        const product = products.find(({ id }) => id === c.req.query('product_id'))!;
        const { in: isIn } = sessionOf(c);
        const hearts = isIn
          ? '<div class="wishlist d-flex"><a id="wishlist_remove" class="d-none" href="Javascript:void(0);"><i class="bi bi-heart-fill"></i></a><a id="wishlist_add" class="d-block" href="Javascript:void(0);"><i class="bi bi-heart"></i></a></div>'
          : '';
        return page(
          c,
          'product-product',
          product.name,
          `<div id="product_details" class="mt-4"><div class="row"><div class="col-lg-6 text-center"><div id="carouselProductImages" class="carousel slide"><div class="carousel-inner"><div class="carousel-item active"><img class="zoom-trigger d-block" src="data:," alt="${product.name}" title="${product.name}"></div></div></div></div>
<div class="col-lg-6 product-page-preset-box"><div class="row g-1"><h1 class="h3" style="width: 100%;">${product.name}</h1><h6 class="my-2 text-warning"><u><a href="${to('product/manufacturer', '&amp;manufacturer_id=15')}">Calvin Klein</a></u></h6>${hearts}</div><hr class="my-4">
<div class="d-flex flex-column product-price mb-0"><input id="product_price_num" type="hidden" disabled value="${product.price / 100}"><input id="product_total_num" type="hidden" disabled value=""><div class="col-sm-6"><h2 class="mb-0 text-primary">${dollars(product.price)}</h2></div></div><hr class="my-4">
<div class="quantitybox"><form id="product" action="${to('checkout/cart')}" method="post" enctype="multipart/form-data" class="" novalidate><fieldset>${optionsOf(product)}
<div class="row align-items-center g-2 my-3"><div class="form-group d-inline-flex"><h5 class="text-muted d-none">Qty:</h5><input type="text" name="quantity" id="product_quantity" value="1" class="form-control short text-center fs-4" size="3">${product === lamp ? `<div class="input-group-text ms-1" title="(This product has a limit set to ${MAX_LAMPS} item(s) per order)">&lt;= ${MAX_LAMPS}</div>` : ''}</div>
<h3 class="text-primary"><small class="text-muted fw-normal">Total Price:</small> <span class="total-price mt-auto"><i class="fa-spin"></i></span></h3></div>
<div><input type="hidden" name="product_id" id="product_product_id" value="${product.id}"><input type="hidden" name="redirect" id="product_redirect" value="${pageOf(product)}"></div>
${product.soldOut ? '<div class="alert alert-warning my-2 no-stock-alert"><label class="control-label">Out of Stock</label></div>' : '<div class="product-page-add2cart"><a id="product_add_to_cart" class="btn btn-outline-primary cart" href="Javascript:void(0);"><i class="bi bi-handbag"></i> Add to Cart</a></div>'}</fieldset></form></div></div></div></div>
<section class="prod-desc mt-3"><div class="tab-content"><div class="tab-pane active show" id="collapseDescription">Made with care.<ul class="productinfo list-unstyled"><li><span class="fw-bold me-2">Availability:</span> ${product.soldOut ? 'Out of Stock' : 'In Stock'}</li><li><span class="fw-bold me-2">Model:</span> ${product.sku}</li></ul></div>
<div class="tab-pane active show" id="collapseReview"><h4 id="headingReview">Reviews</h4><div id="current_reviews">There are no reviews for this product.</div><div class="heading" id="review_title"><h4>Write a Review</h4></div><fieldset><label class="form-label">Your Name:</label><input type="text" name="name" id="name" value=""><label class="form-label">Your Review:</label><textarea name="text" id="text"></textarea><button type="button" id="review_submit" class="btn btn-primary lock-on-click">Submit</button></fieldset></div></div></section>
<div class="related_products-block"><h4>Related Products (1)</h4><section class="product-sec">${grid(c, [product === lamp ? pen : lamp])}</section></div>`,
        );
      },
      'checkout/cart': (c) => {
        const session = sessionOf(c);
        const gone = c.req.query('remove');
        if (gone) {
          session.lines = session.lines.filter(({ product }) => keyOf(product) !== gone);
          return c.redirect(to('checkout/cart'));
        }
        if (!session.lines.length)
          return page(
            c,
            'checkout-cart',
            'Shopping Cart',
            `${h1('Shopping Cart')}<div class="container"><section class="mb-3 py-5"><h4>Your shopping cart is empty!</h4><a href="${origin}/" class="btn btn-secondary" title="Continue"> Continue </a></section></div>`,
          );
        const cell = (label: string, text: string) =>
          `<div class="flex-fill my-auto text-nowrap p-3"><p class="col-12 col-sm mt-0 mt-sm-2 card-text">${label}:<br><span class="fw-bolder">${text}</span></p></div>`;
        const checkout = (id: string) =>
          `<a href="#" onclick="save_and_checkout('checkout/fast_checkout'); return false;" id="${id}" class="btn btn-primary" title="Checkout"> Checkout </a>`;
        return page(
          c,
          'checkout-cart',
          'Shopping Cart',
          `${h1('Shopping Cart')}<form id="cart" action="${to('checkout/cart')}" method="post" enctype="multipart/form-data" class=""><div class="py-3">${session.lines
            .map(
              ({ product, quantity }) =>
                `<div class="order-summary-card border mb-2"><div class="row m-0"><div class="py-3 col-lg-4 d-flex"><div class="text-center my-auto px-3"><a href="${to('product/product', `&amp;key=${keyOf(product)}`)}"><img src="data:," alt="${product.name}"></a></div>
<h5 class="my-auto"><a href="${to('product/product', `&amp;key=${keyOf(product)}`)}">${product.name}</a>${options(
                  product,
                )
                  .map(([name, value]) => `<p class="mt-2 ms-0 ms-sm-3" title=""> - ${name} ${value}</p>`)
                  .join('')}</h5></div>
<div class="py-3 col-lg-8 d-flex">${cell('Unit Price', dollars(product.price))}${cell('Model', product.sku)}
<div class="cart-qnty-wrapper text-nowrap p-1"><div class="input-group"><button title=">= 1" class="minus-qnty input-group-text btn btn-outline-danger">&minus;</button><input type="text" name="quantity[${keyOf(product)}]" id="cart_quantity${keyOf(product)}" value="${quantity}" inputmode="numeric" class="form-control text-center fw-bold short" min="1" size="3"><button title="&infin;" class="plus-qnty input-group-text btn btn-outline-success">&plus;</button></div></div>
<div class="flex-fill my-auto text-nowrap p-1 text-center">Total:<br><span class="fw-bolder">${dollars(product.price * quantity)}</span></div><div class="my-auto ms-auto text-nowrap p-1"><a href="${to('checkout/cart', `&amp;remove=${keyOf(product)}`)}" class="btn btn-outline-danger"><i class="bi bi-trash fa-fw"></i></a></div></div></div></div>`,
            )
            .join(
              '',
            )}</div><div class="cart-info product-list"><button id="submit_button" type="submit" role="button" class="btn btn-outline-success lock-on-click" title="Update"><i class="bi bi-repeat"></i> Update </button>${checkout('cart_checkout1')}</div></form>
<div class="cart-info coupon-estimate"><div class="col-lg-6 coupon"><table class="table table-striped border"><tr><th class="align_center">Apply Coupon Code</th></tr><tr><td><p>Enter your coupon here to redeem!</p><div id="couponForm"><form id="coupon" action="${to('checkout/cart')}" method="post" enctype="multipart/form-data"><label for="coupon_coupon">Coupon Code:</label><input type="text" name="coupon" id="coupon_coupon" value="" class="form-control"><button id="apply_coupon_btn" title="Apply Coupon" class="btn btn-outline-primary" type="submit"> Apply Coupon </button></form></div></td></tr></table></div></div>
<div class="row p-0 cart_total justify-content-end"><div class="cart-info totals"><table id="totals_table" class="table table-striped table-bordered"><tbody></tbody></table><a href="${origin}/" class="btn btn-secondary"> Continue Shopping </a>${checkout('cart_checkout2')}</div></div>`,
        );
      },
      'checkout/fast_checkout': (c) =>
        sessionOf(c).lines.length
          ? page(
              c,
              'checkout-fast_checkout',
              'Fast Checkout',
              '<div class="spinner-overlay" style="display:none"><div class="text-center"><div class="spinner-border" role="status"><span class="visually-hidden">Loading...</span></div></div></div><div class="row"><div class="col-8"><div id="fast_checkout_cart"></div></div><div class="col-4"><div id="fast_checkout_summary_block" class=" mt-3"></div></div></div>',
            )
          : c.redirect(to('checkout/cart')),
      'checkout/finalize': (c) => {
        const session = sessionOf(c);
        if (session.placed)
          return c.redirect(to('checkout/fast_checkout_success', `&viewport=window&order_id=${ORDER}`));
        return c.redirect(`${origin}/`);
      },
      'checkout/fast_checkout_success': (c) =>
        page(
          c,
          'checkout-fast_checkout_success',
          'Success! Your order has been successfully created!',
          '<div id="fast_checkout_success"></div>',
        ),
      'account/order_details': (c) => {
        const li = (label: string, text: string) =>
          `<li class="list-group-item list-group-item-secondary"><b class="me-3">${label}</b>${text}</li>`;
        return page(
          c,
          'account-order_details',
          'Order Details',
          `<h1 class="h2 heading-title"> Order Details </h1><div class="container-fluid"><ul class="list-group list-group-flush">${li('Order ID', `#${ORDER}`)}${li('Status', 'Pending')}${li('E-Mail', 'ann@b.example')}${li('Payment Method', 'Cash On Delivery')}</ul>${(
            sessionOf(c).placed ?? []
          )
            .map(
              ({ product, quantity }) =>
                `<div class="col-12 p-3 d-flex border mb-2"><h5 class="my-auto"><a href="${pageOf(product)}">${product.name}</a></h5><p class="card-text">Unit Price:<span class="fw-bolder">${dollars(product.price)}</span></p><p class="card-text">Quantity:<span class="fw-bolder">${quantity}</span></p><p class="card-text">Total:<span class="fw-bolder">${dollars(product.price * quantity)}</span></p></div>`,
            )
            .join(
              '',
            )}<table class="table table-striped table-bordered"><tr><td class="align_right">Total:</td><td class="align_right">${dollars(sumOf(sessionOf(c).placed ?? []) + FEE)}</td></tr></table></div>`,
        );
      },
      'account/subscriber': (c) =>
        page(
          c,
          'account-subscriber',
          'Become a newsletter subscriber',
          c.req.query('success')
            ? `${h1('Thank you for subscribing!')}<div class="container-fluid"><h5 class="pt-5 mx-5">You have been successfully subscribed to our newsletter!</h5><a class="btn btn-primary ms-auto" href="${origin}/" title="Continue"> Continue </a></div>`
            : `${h1('Become a newsletter subscriber')}<div class="container"><form id="SubscriberFrm" action="${to('account/subscriber')}" method="post" class="needs-validation" novalidate><p>If you already have an account with us, please <a href="${to('account/login')}">login</a>.</p><h4>Your Personal Details</h4>${field('firstname', 'First Name:', { form: 'SubscriberFrm' })}${field('email', 'E-Mail:', { form: 'SubscriberFrm', value: c.req.query('email') ?? '' })}${submit('Continue', 'lock-on-click')}</form></div>`,
        ),
      'content/contact': (c) =>
        page(
          c,
          'content-contact',
          'Contact Us',
          `<div class="row title"><h2 class="h2 heading-title">Contact Us</h2></div><div class="container"><div class="card mt-4"><div class="card-body"><form id="ContactUsFrm" action="${to('content/contact')}" method="post" enctype="multipart/form-data" novalidate>${field('first_name', 'First name:', { form: 'ContactUsFrm' })}${field('email', 'Email:', { form: 'ContactUsFrm' })}${field('enquiry', 'Enquiry:', { form: 'ContactUsFrm', type: 'textarea' })}<button type="reset" class="btn btn-outline-secondary me-1"> Reset </button><button type="submit" class="btn btn-primary lock-on-click" title="Submit"> Submit </button></form></div></div></div>`,
        ),
      'content/contact/success': (c) =>
        page(
          c,
          'content-contact-success',
          'Contact Us',
          `<h1 class="h2 heading-title"> Contact Us </h1><div class="container"><section class="mb-3 py-5"><p>Your enquiry has been successfully sent to the store owner!</p><a href="${origin}/" class="btn btn-secondary mt-3" title="Continue"> Continue </a></section></div>`,
        ),
      'account/login': (c) =>
        page(
          c,
          'account-login',
          'Account Login',
          `<div class="row title"><h2 class="h2 heading-title">Account Login</h2></div><div class="d-flex"><div class="loginbox card w-50 newcustomer"><h4>I am a new customer.</h4><form id="accountFrm" action="${to('account/login')}" method="post"><input type="radio" name="account" id="accountFrm_accountregister" value="register" checked><label for="accountFrm_accountregister">Register Account</label><button type="submit" class="btn btn-primary" title="Continue"> Continue </button></form></div>
<div class="loginbox card w-50 returncustomer"><h4>Returning Customer</h4><form id="loginFrm" action="${to('account/login')}" method="post"><input type="text" name="loginname" id="loginFrm_loginname" required><label for="loginFrm_loginname">E-Mail Address:</label><input type="password" name="password" id="loginFrm_password" required><label for="loginFrm_password">Password:</label><button type="submit" class="ms-auto btn btn-primary" title="Login"> Login </button></form></div></div>`,
        ),
      'account/create': (c) =>
        page(
          c,
          'account-create',
          'Create Account',
          `${h1('Create Account')}<form id="AccountFrm" action="${to('account/create')}" method="post" enctype="multipart/form-data" novalidate><p>If you already have an account with us, please <a href="${to('account/login')}">login</a>.</p><div class="card mb-4"><div class="card-body"><h5>Your Personal Details</h5>${field('firstname', 'First Name:', { form: 'AccountFrm' })}${field('lastname', 'Last Name:', { form: 'AccountFrm' })}${field('email', 'E-Mail:', { form: 'AccountFrm' })}${field('password', 'Password:', { form: 'AccountFrm', type: 'password' })}${field('confirm', 'Password Confirm:', { form: 'AccountFrm', type: 'password' })}</div></div><div class="form-check-inline"><input type="checkbox" name="agree" id="AccountFrm_agree" value="1"><label for="AccountFrm_agree">I have read and agree to the <b>Privacy Policy</b></label></div>${submit('Continue', 'disabled')}</form>`,
        ),
      'account/success': (c) =>
        page(
          c,
          'account-success',
          'Your Account Has Been Created!',
          `<h1 class="h2 heading-title"> Your Account Has Been Created! </h1><div class="container"><section class="mb-3 py-5"><p>Congratulations! Your new account has been successfully created!</p><a href="${to('account/account')}" class="btn btn-secondary mt-3" title="Continue"> Continue </a></section></div>`,
        ),
      'account/logout': (c) => {
        sessionOf(c).in = false;
        return page(
          c,
          'account-logout',
          'Account Logout',
          '<h1 class="h2 heading-title"> Account Logout </h1><p>You have been logged off your account.</p>',
        );
      },
    };

    const answer = (c: Context, id?: string) => {
      const session = sessionOf(c);
      const total = sumOf(session.lines) / 100;
      return c.json({
        products: session.lines.map(({ product, quantity }) => ({
          key: keyOf(product),
          name: product.name,
          option: options(product).map(([name, value]) => ({ name, value, title: '' })),
          quantity,
          stock: true,
          price: dollars(product.price),
          price_num: product.price / 100,
          raw_price_num: product.price / 100,
          href: pageOf(product),
          thumb: { origin: 'internal', thumb_url: 'data:,', title: '' },
          minimum: '1',
          maximum: product === lamp ? `${MAX_LAMPS}` : '0',
        })),
        totals: totalsOf(session),
        subtotal: dollars(sumOf(session.lines)),
        taxes: [],
        view: to('checkout/cart'),
        cart_details: details(session),
        item_count: count(session),
        total: dollars(sumOf(session.lines)),
        total_num: total,
        raw_total_num: total,
        ...(id
          ? { added_item_quantity: session.lines.find(({ product }) => keyOf(product) === id)?.quantity ?? null }
          : {}),
      });
    };
    const paying = (c: Context, error = '') => {
      const { ships, pays } = sessionOf(c);
      const who = '<br>Ann Lee<br>1 High Street<br>Boston, MA 02108<br>United States';
      const cardOf = (title: string) =>
        `<div class="flex-item flex-fill"><div class="card bg-light-primary border-0 ms-3"><div class="card-body"><h5 class="card-title"><i class="fa fa-home"></i> ${title}</h5>${who}</div></div><a href="${to('r/checkout/pay/edit_address')}" class="address_edit text-end p-3"><i class="fa fa-edit"></i></a></div>`;
      const quote = (id: string, title: string, fee: number) =>
        `<h6 class="fw-bold p-3">${title}</h6><div class="d-flex p-2"><div class="fc-radio-noborder"><input class="form-check-input" id="shipping_method${id}" type="radio" value="${id}" name="shipping_method" ${ships === id ? 'checked' : ''}></div><label class="p-2 flex-grow-1" id="${id}_title" for="shipping_method${id}"> ${title} </label><label class="p-2 fw-bolder" id="${id}_text" for="shipping_method${id}"> ${dollars(fee)} </label></div>`;
      const payment = (id: string, title: string) =>
        `<div class="card payment_item border" data-payment-id="${id}" data-payment-available="true"><div class="card-header fw-bold">${pays === id ? '<i class="fa fa-check me-2"></i>' : ''}${title}</div><div class="card-body payment-option"><img style="height: 100px;width:100px" src="data:,"></div></div>`;
      return `<div id="pay_error_container">${error && `<div class="alert alert-danger" role="alert"><i class="fa fa-triangle-exclamation"></i> ${error}</div>`}</div><div class="pay-form"><div class="mb-3 nav nav-pills" role="tablist"><button class="nav-link border active" id="new_user" data-bs-toggle="tab" data-bs-target="#payment_details" type="button" role="tab">I am new customer</button><button class="nav-link border" id="login_user" data-bs-toggle="tab" data-bs-target="#user" type="button" role="tab">Login</button></div>
<div class="tab-content"><div id="payment_details" role="tabpanel" class="tab-pane fade active show"><form id="PayFrm" action="${ships ? to('r/checkout/pay/confirm') : ''}" class="validate-creditcard" method="post">${ships ? '' : '<h5 class="h5 text-uppercase text-center">Please select the delivery options</h5>'}<div class="d-flex flex-wrap mb-3">${cardOf('Delivery Address')}${ships ? cardOf('Payment Address') : ''}</div>
<div class="d-flex w-100 border shipping-selectors">${quote('default_flat_rate_shipping.default_flat_rate_shipping', 'Flat Shipping Rate', FEE)}${quote('default_local_delivery.default_local_delivery', 'Local Pickup', 0)}</div>
<div class="order_email input-group"><input class="form-control" aria-label="email" id="email" name="email" type="text" value="ann@b.example" readonly></div><div class="order_phone input-group"><input id="telephone" type="text" aria-label="telephone" name="telephone" class="form-control" value=""><button class="btn btn-outline-secondary btn-telephone" type="button"> Apply</button></div>
${ships ? '<div class="order_comment input-group"><textarea aria-label="order_comment" id="comment" name="comment" placeholder="Add an order comment"></textarea><button class="btn btn-outline-secondary btn-comment" type="button">Apply</button></div><div class="coupon_code input-group"><input id="coupon_code" aria-label="coupon" class="form-control" placeholder="Enter coupon code" name="coupon_code" type="text" value=""><button class="btn btn-outline-secondary btn-coupon" type="button"><span>Apply</span></button></div>' : ''}</form>
${ships ? `<div class="payment-select-container mt-3 mb-4"><h5 class="text-center text-uppercase mb-3">Please select the payment option</h5><div class="payment_items d-flex">${payment('default_cod', 'Cash On Delivery')}${payment('default_bank_transfer', 'Bank Transfer')}</div></div><div class="text-center">By clicking Confirm Order, you accept and agree to all terms of <a href="${to('r/content/content/loadInfo', '&amp;content_id=3')}"><b>Return Policy</b></a></div>` : ''}
${pays === 'default_cod' ? `<div class="mt-4 payment-confirm-buttons"><form id="CODFrm" action="${to('extension/default_cod/confirm')}" method="get"><div class="form-group action-buttons"><button type="submit" id="checkout_btn" class="btn btn-primary" title="Confirm Order"><i class="bi bi-check"></i> Confirm Order </button></div></form></div>` : ''}</div>${login}</div></div>`;
    };
    const login = `<div id="user" role="tabpanel" class="tab-pane fade"><form id="LoginFrm" action="${to('r/checkout/pay/login')}" method="post" class="needs-validation" novalidate><div id="login_error_container"></div><p class="text-center"> Please Login with details below:</p><input type="text" name="loginname" id="LoginFrm_loginname" required><label for="LoginFrm_loginname"> Login name or Email Address </label><input type="password" name="password" id="LoginFrm_password" required><label for="LoginFrm_password"> Password </label><button id="LoginFrm_Submit" class="btn btn-primary"> Submit </button></form></div>`;
    const address = (error = '') => {
      const input = (name: string, hint: string, type = 'text') =>
        `<div class="form-group col-12 mb-3"><input aria-label="${name}" class="form-control form-control-lg" placeholder="${hint}" name="${name}" type="${type}" required></div>`;
      return `<div id="pay_error_container"></div><div class="pay-form"><div class="mb-3 nav nav-pills" role="tablist"><button class="nav-link border active" id="new_address" data-bs-toggle="tab" data-bs-target="#address" type="button" role="tab">Payment Address</button><button class="nav-link border" id="login_user" data-bs-toggle="tab" data-bs-target="#user" type="button" role="tab">Login</button></div>
<div class="tab-content"><div id="address" role="tabpanel" class="tab-pane fade active show"><form id="AddressFrm" action="${to('r/checkout/pay/address', '&amp;type=payment')}" method="post" class="needs-validation" novalidate><div id="pay_error_container">${error && `<div class="alert alert-danger" role="alert"><i class="fa fa-triangle-exclamation"></i> ${error}</div>`}</div><fieldset>${input('firstname', 'First Name')}${input('lastname', 'Last Name')}${input('address_1', 'Address 1')}${input('city', 'City')}${input('postcode', 'ZIP/Post Code')}
<select required aria-label="country" class="form-select" id="country_id" name="country_id"><option value="223" selected>United States</option></select>${input('email', 'Your email', 'email')}<div class="form-check mb-3"><input name="same_as_shipping" type="checkbox" checked value="1" id="same_as_shipping"><label for="same_as_shipping"> Same for delivery </label></div><button type="submit" class="col-12 btn btn-primary btn-lg btn-block btn-pay"> Continue </button></fieldset></form></div>${login}</div></div>`;
    };
    Object.assign(views, {
      'r/product/product/addToCart': (c: Context) => {
        const id = c.req.query('product_id')!;
        add(sessionOf(c).lines, products.find((product) => product.id === id)!, 1);
        return answer(c, id);
      },
      'r/product/product/removeProductFromCart': (c: Context) => {
        const session = sessionOf(c);
        session.lines = session.lines.filter(({ product }) => keyOf(product) !== c.req.query('product_key'));
        return answer(c, c.req.query('product_key'));
      },
      'r/product/product/updateQuantityCart': (c: Context) => {
        const { product_key: key, quantity } = c.req.query();
        sessionOf(c).lines.find(({ product }) => keyOf(product) === key)!.quantity = Number(quantity);
        return answer(c, key);
      },
      'r/common/view_count/product': (c: Context) => c.json(null),
      'r/checkout/fast_checkout_summary': (c: Context) => {
        const session = sessionOf(c);
        return c.html(
          `<div id="cart_details d-flex flex-column mx-sm-auto"><h5> Order Summary </h5><div class="products"><table class="table table-hover table-borderless"><tbody>${session.lines
            .map(
              ({ product, quantity }) =>
                `<tr><td class="d-flex flex-wrap"><div class="mx-1 col-md-2"><img class="product-icon" src="data:,"></div><div class="ms-auto text-wrap"><a class="link-dark link-" href="${pageOf(product)}">${product.name}</a><div class="d-flex flex-column">${options(
                  product,
                )
                  .map(([name, value]) => `<small class="text-muted text-wrap" title=""> - ${name} ${value} </small>`)
                  .join(
                    '',
                  )}</div></div><div class="ms-auto text-end"> ${dollars(product.price)} <span class="text-nowrap"><i class="mx-2 fa fa-times fa-fw"></i>${quantity}</span></div></td></tr>`,
            )
            .join('')}</tbody></table></div>${totalsOf(session)
            .map(
              ({ title, text }) =>
                `<div class="d-flex flex-nowrap justify-content-between mb-1"><div class="fw-bold">${title}</div><div><span class="float-end">${text}</span></div></div>`,
            )
            .join('')}</div>`,
        );
      },
      'r/checkout/pay/main': (c: Context) => {
        const session = sessionOf(c);
        session.ships = c.req.query('shipping_method') ?? session.ships;
        session.pays = c.req.query('payment_method') ?? session.pays;
        const error = c.req.query('coupon_code') ? 'Coupon is invalid or expired!' : '';
        return c.html(session.guest ? paying(c, error) : address());
      },
      'r/extension/default_cod/confirm': (c: Context) => {
        const session = sessionOf(c);
        session.placed = session.lines;
        session.lines = [];
        return c.body('');
      },
    });
    app.get('/', (c) => views[c.req.query('rt') ?? 'index/home']!(c));
    app.get('/index.php', (c) => views[c.req.query('rt') ?? 'index/home']!(c));

    type Asked = Record<string, string>;
    const toCart = (c: Context, asked: Asked) => {
      const session = sessionOf(c);
      if (asked.coupon !== undefined)
        session.told = refused("Error: Coupon is either invalid, expired or reached it's usage limit!");
      else if (asked.product_id) {
        const known = products.find(({ id }) => id === asked.product_id)!;
        if (known === pen && !asked['option[345]']) {
          session.told = refused('Engraving: is required field!');
          return c.redirect(to('product/product', '&product_id=61&option%5B345%5D='));
        }
        const line = add(session.lines, asked['option[318]'] === '652' ? large : known, Number(asked.quantity));
        if (known === lamp && line.quantity > MAX_LAMPS) {
          line.quantity = MAX_LAMPS;
          session.told = refused("Allowed product's quantity exceeds. Quantity was set to maximum.");
        }
      } else for (const line of session.lines) line.quantity = Number(asked[`quantity[${keyOf(line.product)}]`]);
      return c.redirect(to(asked.next_step ?? 'checkout/cart'));
    };
    const posts: Record<string, (c: Context, asked: Asked) => Response | Promise<Response>> = {
      'checkout/cart': toCart,
      'r/checkout/cart/recalc_totals': (c) => c.json({ totals: totalsOf(sessionOf(c)) }),
      'r/product/product/calculateTotal': (c, asked) => {
        const known = products.find(({ id }) => id === asked.product_id)!;
        const price = asked['option[318]'] === '652' ? large.price : known.price;
        const total = price * Number(asked.quantity);
        return c.json({
          total: dollars(total),
          total_num: total / 100,
          raw_total_num: total / 100,
          price: dollars(price),
          price_num: price / 100,
          raw_price_num: price / 100,
        });
      },
      'r/product/review/write': (c) =>
        c.json({ success: 'Thank you for your review. It has been submitted to the webmaster for approval.' }),
      'product/wishlist/add': (c) => c.json({ success: 'Added to wish list' }),
      'r/checkout/pay/login': (c) => c.html(address('Error: No match for E-Mail Address and/or Password.')),
      'r/checkout/pay/address': (c) => {
        sessionOf(c).guest = true;
        return c.html(paying(c));
      },
      'r/checkout/pay/updateOrderData': (c) => c.body(''),
      'r/checkout/pay/success': (c) =>
        c.html(`<div class="pay-form container"><div class="text-center order-success"><div class="order-success d-flex flex-wrap flex-column p-5 m-5"><h3 class="text-success mt-4">Order is completed!</h3><div class="text-success py-5"><i class="fa fa-check fa-fw fa-5x"></i></div><br><h5 class="lh-lg">Success! Order now processing!<br>Thank you for your order!</h5>
<div class="order_completed_buttons"><a href="#" data-href="${to('account/order_details', '&amp;ot=bm9CTXRY')}" class="btn btn-info btn-xl reload_parent"><i class="fa fa-archive fa-fw"></i> Order Details </a></div></div></div></div>`),
      'account/subscriber': (c, { firstname, email }) => {
        if (firstname && email) return c.redirect(to('account/subscriber', '&success=1'));
        sessionOf(c).told = refused('First Name must be between 1 and 32 characters!');
        return views['account/subscriber']!(c);
      },
      'content/contact': (c, { first_name, email, enquiry }) => {
        if (first_name && email && enquiry) return c.redirect(to('content/contact/success'));
        sessionOf(c).told = refused('Oops, there is an error with information provided!');
        return views['content/contact']!(c);
      },
      'account/login': (c, { account }) => {
        if (account) return c.redirect(to('account/create'));
        sessionOf(c).told = refused('Error: No match for E-Mail Address and/or Password.');
        return views['account/login']!(c);
      },
      'account/create': (c, { password, confirm }) => {
        const session = sessionOf(c);
        if (password === confirm) {
          session.in = true;
          return c.redirect(to('account/success'));
        }
        session.told = refused('Password confirmation does not match password!');
        return views['account/create']!(c);
      },
    };
    app.post('/index.php', async (c) => posts[c.req.query('rt')!]!(c, (await c.req.parseBody()) as Asked));

    const go = (route: string, more?: string) => (tab: Page) => tab.goto(to(route, more));
    const view = (...lines: [Product, number][]) => pieces('view_cart', 'USD', ...lines);
    const bought: [Product, number][] = [
      [pen, 1],
      [large, 2],
    ];
    const signUp = (confirm: string) =>
      fill(
        {
          '#AccountFrm_firstname': 'Ann',
          '#AccountFrm_lastname': 'Lee',
          '#AccountFrm_email': 'ann@b.example',
          '#AccountFrm_password': 'secret77',
          '#AccountFrm_confirm': confirm,
        },
        async (tab) => {
          await tab.check('#AccountFrm_agree');
          await press('#submit_button')(tab);
        },
      );
    const drawer = async (tab: Page) => {
      await tab.click('.cart-top-block [data-bs-toggle=offcanvas]:visible');
      await tab.waitForSelector('#cartoffcanvas.show');
    };
    return {
      apps: { shop: app },
      walk: [
        step(
          'arrives from a campaign',
          (tab) => tab.goto(`${origin}/?utm_source=spring&utm_medium=email&utm_campaign=glow`),
          { name: 'landing' },
          optional('view_item_list'),
        ),
        step(
          'adds the soap from a block',
          until('#featured [data-id="55"]', '#featured [data-id="55"] .bi-bag-check-fill'),
          pieces('add_to_cart', 'USD', [soap, 1]),
        ),
        step(
          'adds another by the other block',
          until('#latest [data-id="55"]', '#latest [data-id="55"] .bi-bag-check-fill'),
          pieces('add_to_cart', 'USD', [soap, 1]),
        ),
        step('is led to what has options', press('#featured [data-id="57"]'), pieces('view_item', 'USD', [scent, 1])),
        step(
          'adds two large ones',
          async (tab) => {
            await tab.selectOption('#option318', '652');
            await tab.waitForSelector('.total-price:text("$49.00")');
            await fill({ '#product_quantity': '2' }, press('#product_add_to_cart'))(tab);
          },
          pieces('add_to_cart', 'USD', [large, 2]),
          view([soap, 2], [large, 2]),
        ),
        step('opens the category', press('.category-links a'), { name: 'view_item_list' }),
        step(
          'sorts it',
          async (tab) => {
            await Promise.all([tab.waitForNavigation(), tab.selectOption('#sort', 'price-ASC')]);
          },
          optional('view_item_list'),
        ),
        step(
          'presses "Add to Cart" at the soap, which leads to the cart',
          press('#product_cell_grid [data-id="55"]'),
          view([soap, 2], [large, 2]),
        ),
        step('searches in vain', fill({ '#filter-keyword': 'candle' }, press('#search-button'))),
        step('searches', fill({ '#filter-keyword': 'pen' }, press('#search-button')), optional('view_item_list')),
        step('opens the pen', press('.product-card .product-name'), pieces('view_item', 'USD', [pen, 1])),
        step('adds it without its engraving', press('#product_add_to_cart'), optional('view_item')),
        step(
          'adds it with one',
          fill({ '#option345': 'Ann' }, press('#product_add_to_cart')),
          pieces('add_to_cart', 'USD', [pen, 1]),
          view([soap, 2], [large, 2], [pen, 1]),
        ),
        step(
          'opens the clock, sold out',
          go('product/product', '&product_id=64'),
          pieces('view_item', 'USD', [clock, 1]),
        ),
        step('switches the language', async (tab) => {
          await tab.click('.lang button');
          await press('.lang .dropdown-item')(tab);
        }),
        step('opens the lamp', press('#featured h6 a:text("Vanity Lamp")'), pieces('view_item', 'USD', [lamp, 1])),
        step(
          'wants five, and gets three',
          fill({ '#product_quantity': '5' }, press('#product_add_to_cart')),
          pieces('add_to_cart', 'USD', [lamp, 3]),
          view([soap, 2], [large, 2], [pen, 1], [lamp, 3]),
        ),
        step(
          'reviews the pen',
          async (tab) => {
            await go('product/product', '&product_id=61')(tab);
            await fill(
              { '[name=name]': 'Ann', '[name=text]': 'Draws well and lasts for weeks.' },
              until('#review_submit', '.alert-success'),
            )(tab);
          },
          optional('view_item'),
        ),
        step('opens the drawer', drawer, view([soap, 2], [large, 2], [pen, 1], [lamp, 3])),
        step(
          'removes the lamps there',
          async (tab) => {
            await tab.click('[data-product-key="66"]');
            await tab.waitForSelector('[data-product-key="66"]', { state: 'detached' });
          },
          pieces('remove_from_cart', 'USD', [lamp, 3]),
          optional('view_cart'),
        ),
        step(
          'takes a third soap there',
          until('.plus-qnty[data-product-id="55"]', '#cartoffcanvas .cart_counter:text("6")'),
          { ...pieces('add_to_cart', 'USD', [soap, 1]), optional: true },
          optional('view_cart'),
        ),
        step('goes to the cart', press('#cartoffcanvas .btn-dark'), view([soap, 3], [large, 2], [pen, 1])),
        step('updates it as it is', press('#submit_button'), optional('view_cart')),
        step('tries a coupon', fill({ '#coupon_coupon': 'GLOW' }, press('#apply_coupon_btn')), optional('view_cart')),
        step(
          'removes the soap',
          press('.order-summary-card:has-text("Soap") a.btn-outline-danger'),
          pieces('remove_from_cart', 'USD', [soap, 3]),
          optional('view_cart'),
        ),
        step(
          'asks for the newsletter, and is shown a form',
          fill({ '#appendedInputButton': 'ann@b.example' }, press('#subscribeFrm button')),
        ),
        step('sends it without a name', press('#SubscriberFrm [type=submit]')),
        step(
          'subscribes',
          fill(
            { '#SubscriberFrm_firstname': 'Ann', '#SubscriberFrm_email': 'ann@b.example' },
            press('#SubscriberFrm [type=submit]'),
          ),
          { name: 'generate_lead', form_kind: 'newsletter' },
        ),
        step('writes without a word', async (tab) => {
          await press('.footer-bottom a')(tab);
          await fill({ '#ContactUsFrm_first_name': 'Ann' }, press('#ContactUsFrm [type=submit]'))(tab);
        }),
        step(
          'writes to the shop',
          fill(
            {
              '#ContactUsFrm_first_name': 'Ann',
              '#ContactUsFrm_email': 'ann@b.example',
              '#ContactUsFrm_enquiry': 'When will the clock be back?',
            },
            press('#ContactUsFrm [type=submit]'),
          ),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step('fails to log in', async (tab) => {
          await press('#customer_menu_top a')(tab);
          await fill(
            { '#loginFrm_loginname': 'ann@b.example', '#loginFrm_password': 'x' },
            press('#loginFrm [type=submit]'),
          )(tab);
        }),
        step(
          'goes to the checkout',
          async (tab) => {
            await go('checkout/cart')(tab);
            await tab.waitForSelector('#totals_table td');
            await press('#cart_checkout1')(tab);
            await tab.waitForSelector('#AddressFrm');
          },
          optional('view_cart'),
          pieces('begin_checkout', 'USD', [large, 2], [pen, 1]),
        ),
        step('fails to log in there', async (tab) => {
          await tab.click('#login_user');
          await fill(
            { '#LoginFrm_loginname': 'ann@b.example', '#LoginFrm_password': 'x' },
            until('#LoginFrm_Submit', '.pay-form .alert-danger'),
          )(tab);
        }),
        step('forgets the city', fill({ '[name=firstname]': 'Ann' }, until('.btn-pay', '.was-validated'))),
        step(
          'enters an address',
          fill(
            {
              '[name=firstname]': 'Ann',
              '[name=lastname]': 'Lee',
              '[name=address_1]': '1 High Street',
              '[name=city]': 'Boston',
              '[name=postcode]': '02108',
              '#AddressFrm [name=email]': 'ann@b.example',
            },
            until('.btn-pay', '.shipping-selectors'),
          ),
        ),
        step(
          'chooses the flat rate',
          until('[name=shipping_method] >> nth=0', '.payment_items'),
          pieces('add_shipping_info', 'USD', [large, 2], [pen, 1]),
        ),
        step(
          'tries a coupon there',
          fill({ '#coupon_code': 'GLOW' }, until('.btn-coupon', '#pay_error_container .alert')),
        ),
        step(
          'gives a telephone',
          fill({ '#telephone': '617 555 0100' }, until('.btn-telephone', '#telephone.is-valid')),
        ),
        step(
          'chooses to pay on delivery',
          until('[data-payment-id=default_cod]', '#CODFrm'),
          pieces('add_payment_info', 'USD', [large, 2], [pen, 1]),
        ),
        step(
          'orders',
          async (tab) => {
            await press('#checkout_btn')(tab);
            await tab.waitForSelector('.order-success h3');
          },
          order('USD', { id: ORDER, total: large.price * 2 + pen.price + FEE, shipping: FEE }, ...bought),
        ),
        step('reloads', (tab) => tab.reload()),
        step('looks at the order', press('.reload_parent')),
        step('goes back', (tab) => tab.goBack()),
        step('mistypes a new password', async (tab) => {
          await go('account/create')(tab);
          await signUp('secret78')(tab);
        }),
        step('opens an account', signUp('secret77'), { name: 'sign_up' }),
        step(
          'puts the clock on the wish list',
          async (tab) => {
            await go('product/product', '&product_id=64')(tab);
            await until('#wishlist_add', '#wishlist_remove.d-block')(tab);
          },
          optional('view_item'),
        ),
        step('logs off', go('account/logout')),
        step('opens the empty cart', go('checkout/cart'), optional('view_cart')),
      ],
    };
  },
};

export default platform;
