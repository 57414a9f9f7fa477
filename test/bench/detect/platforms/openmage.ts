import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import {
  AJAX,
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
import { clientOf, inline } from '../spa.ts';

// Magento 1's `rwd` theme. Added is by a form or by an address that says what; the cart follows, since the shop so wants it.

const ORDER = '100000142';
const STOCK = 5;

const satchel: Product = good('410', 'SAT-01', 'Saddle Satchel', 'saddle-satchel', 14500);
const wallet: Product = good('411', 'WAL-02', 'Bridle Wallet', 'bridle-wallet', 4800);
const belt: Product = good('412', 'BEL', 'Harness Belt', 'harness-belt', 5900);
const longBelt: Product = { ...belt, id: '415', sku: 'BEL-LONG', others: ['412', 'BEL'], price: 6900 };
const keyFob: Product = good('413', 'FOB-04', 'Brass Key Fob', 'brass-key-fob', 1250);
const trunk: Product = good('414', 'TRU-05', 'Cabin Trunk', 'cabin-trunk', 89000, true);
const products = [satchel, wallet, belt, keyFob, trunk];
const WAS: Record<string, number> = { [wallet.id]: 6000 };
const dollars = printer('en-US', 'USD');

const RATES: Record<string, [string, string, number]> = {
  flatrate_flatrate: ['Flat Rate', 'Fixed', 500],
  tablerate_bestway: ['Best Way', 'Table Rate', 1500],
};
const WAYS: Record<string, string> = { ccsave: 'Credit Card', checkmo: 'Check / Money order' };

interface Session {
  lines: (Line & { id: number })[];
  messages: [kind: string, text: string][];
  compared: Product[];
  address?: string;
  rate?: string;
  way?: string;
  name?: string;
  placed?: boolean;
}

const button = (title: string, onclick: string, classes = 'button') =>
  `<button type="button" title="${title}" class="${classes}" onclick="${onclick}"><span><span>${title}</span></span></button>`;
const submit = (title: string, more = 'class="button"') =>
  `<button type="submit" title="${title}" ${more}><span><span>${title}</span></span></button>`;
const field = (id: string, name: string, label: string, more = 'class="input-text required-entry"', type = 'text') =>
  `<div class="field"><label for="${id}" class="required"><em>*</em>${label}</label>
<div class="input-box"><input type="${type}" id="${id}" name="${name}" title="${label}" ${more}></div></div>`;
const formKey = '<input name="form_key" type="hidden" value="Vq4Zs0LmTn8cXy1B">';
const span = (amount: number) => `<span class="price">${dollars(amount)}</span>`;

const platform: Platform = {
  name: 'OpenMage (rwd)',
  family: 'native',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const sessionOf = createCarts<Session>(() => ({ lines: [], messages: [], compared: [] }), 'om_frontend');
    let nextLine = 2201;
    const pageOf = ({ slug }: Product) => `${origin}/leather/${slug}.html`;
    const addTo = ({ id }: Product) =>
      `${origin}/checkout/cart/add/uenc/aHR0cDovL3Nob3A,/product/${id}/form_key/Vq4Zs0LmTn8cXy1B/`;
    const count = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const optionsOf = ({ sku }: Product) =>
      sku === longBelt.sku ? '<dl class="item-options"><dt>Length</dt><dd>Long</dd></dl>' : '';

    const told = (session: Session) => {
      const { messages } = session;
      session.messages = [];
      return messages.length
        ? `<ul class="messages">${messages.map(([kind, text]) => `<li class="${kind}-msg"><ul><li><span>${text}</span></li></ul></li>`).join('')}</ul>`
        : '';
    };

    const minicart = (
      { lines }: Session,
      atCheckout = false,
    ) => `<div id="minicart-error-message" class="minicart-message"></div>
<div id="minicart-success-message" class="minicart-message"></div><div class="minicart-wrapper">
<p class="block-subtitle"> Recently added item(s) <a class="close skip-link-close" href="#" title="Close">&times;</a></p>
${
  lines.length
    ? `<div><ul id="cart-sidebar" class="mini-products-list">${lines
        .map(
          ({ id, product, quantity }) => `<li class="item">
<a href="${pageOf(product)}" title="${product.name}" class="product-image"><img src="data:," width="50" height="50" alt="${product.name}"></a>
<div class="product-details"><p class="product-name"><a href="${pageOf(product)}">${product.name}</a></p><table class="info-wrapper"><tbody>
<tr><th>Price</th><td>${span(product.price)}</td></tr><tr class="qty-wrapper"><th>Qty</th><td>
<input id="qinput-${id}" data-link="${origin}/checkout/cart/ajaxUpdate/id/${id}/uenc/aHR0c,,/" data-item-id="${id}" data-cart-item-id="${product.sku}" class="qty cart-item-quantity input-text" name="" value="${quantity}"${atCheckout ? ' disabled' : ''}>
<button id="qbutton-${id}" data-item-id="${id}" disabled="disabled" data-update data-cart-item-update class="button quantity-button"> ok </button></td></tr></tbody></table>
<a href="${origin}/checkout/cart/configure/id/${id}/" title="Edit item" class="btn-edit"> Edit item </a> |
${atCheckout ? '<span>Remove Item</span>' : `<a href="${origin}/checkout/cart/ajaxDelete/id/${id}/uenc/aHR0c,,/" title="Remove This Item" data-confirm="Are you sure you would like to remove this item from the shopping cart?" class="remove"> Remove Item </a>`}
${optionsOf(product) && `<div class="truncated"><div class="truncated_full_value">${optionsOf(product)}</div><a href="#" onclick="return false;" class="details">Details</a></div>`}</div></li>`,
        )
        .join('')}</ul></div><div id="minicart-widgets"></div>
<div class="block-content"><p class="subtotal"><span class="label">Cart Subtotal:</span> ${span(sumOf(lines))}</p></div>
<div class="minicart-actions"><ul class="checkout-types minicart"><li><a title="Checkout" class="button checkout-button" href="${origin}/checkout/onepage/"> Checkout </a></li></ul>
<a class="cart-link" href="${origin}/checkout/cart/"> View Shopping Cart </a></div>`
    : '<p class="empty">You have no items in your shopping cart.</p>'
}</div>`;

    interface Layout {
      columns?: string;
      crumbs?: string[];
      side?: string;
      head?: string;
    }
    const page = (c: Context, kind: string, title: string, body: string, layout: Layout = {}) => {
      const { columns = 'col1-layout', crumbs, side = '', head = '' } = layout;
      const session = sessionOf(c);
      const inCheckout = kind.startsWith('checkout-onepage-index');
      const quantity = count(session.lines);
      const links: [string, string][] = [
        ['customer/account/', 'Account'],
        ['wishlist/', 'My Wishlist'],
        ['checkout/cart/', `My Cart${quantity ? ` (${quantity} item${quantity > 1 ? 's' : ''})` : ''}`],
        ['checkout/', 'Checkout'],
        ['customer/account/create/', 'Register'],
        ['customer/account/login/', 'Log In'],
      ];
      return c.html(`<!DOCTYPE html><html lang="en" id="top" class="no-js"><head><meta charset="utf-8"><title>${title}</title>
<meta name="description" content="Default Description"><meta name="robots" content="INDEX,FOLLOW"><style>.skip-content{display:none}.skip-active,#header-search,#header-nav{display:block}.no-display{display:none}</style>
${head}${tag}</head><body class=" ${kind}"><div class="wrapper"><div class="page">
<div class="header-language-background"><div class="header-language-container"><div class="store-language-container"></div>
<div class="currency-switcher"><label for="select-currency">Your Currency:</label><select id="select-currency" name="currency" title="Your Currency" onchange="setLocation(this.value)">
<option value="${origin}/directory/currency/switch/currency/USD/uenc/aHR0c,,/" selected="selected">US Dollar - USD</option><option value="${origin}/directory/currency/switch/currency/GBP/uenc/aHR0c,,/">British Pound - GBP</option></select></div>
<p class="welcome-msg">${session.name ? `Welcome, ${session.name}!` : 'Welcome to the saddlery!'} </p></div></div>
<header id="header" class="page-header"><div class="page-header-container"><a class="logo" href="${origin}/"><img src="data:," alt="Oak &amp; Hide" class="large"></a>
<div class="skip-links"><a href="#header-nav" class="skip-link skip-nav"><span class="icon"></span><span class="label">Menu</span></a>
<a href="#header-search" class="skip-link skip-search"><span class="icon"></span><span class="label">Search</span></a>
<div class="account-cart-wrapper"><a href="${origin}/customer/account/" data-target-element="#header-account" class="skip-link skip-account"><span class="icon"></span><span class="label">Account</span></a>
<div class="header-minicart"><a href="${origin}/checkout/cart/" data-target-element="#header-cart" class="skip-link skip-cart ${quantity ? '' : ' no-count'}"><span class="icon"></span><span class="label">Cart</span><span class="count">${quantity}</span></a>
<div id="header-cart" class="block block-cart skip-content">${minicart(session, inCheckout)}</div></div></div></div>
<div id="header-nav" class="skip-content"><nav id="nav"><ol class="nav-primary"><li class="level0 nav-1 first"><a href="${origin}/leather.html" class="level0">Leather</a></li></ol></nav></div>
<div id="header-search" class="skip-content"><form id="search_mini_form" action="${origin}/catalogsearch/result/" method="get"><div class="input-box"><label for="search">Search:</label>
<input id="search" type="search" name="q" value="" class="input-text required-entry" maxlength="128" placeholder="Search entire store here...">${submit('Search', 'class="button search-button"')}</div><div id="search_autocomplete" class="search-autocomplete"></div></form></div>
<div id="header-account" class="skip-content"><div class="links"><ul>${links.map(([path, label]) => `<li><a href="${origin}/${path}" title="${label}">${label}</a></li>`).join('')}</ul></div></div></div></header>
<div class="main-container ${columns}"><div class="main">${crumbs ? `<div class="breadcrumbs"><ul><li class="home"><a href="${origin}/" title="Go to Home Page">Home</a><span>/ </span></li>${crumbs.map((crumb) => `<li><strong>${crumb}</strong></li>`).join('')}</ul></div>` : ''}
<div class="col-main">${/cart-index|product-view/.test(kind) ? body : told(session) + body}</div>${side && `<div class="col-right sidebar">${side}</div>`}</div></div>
<div class="footer-container"><div class="footer"><div class="block block-subscribe"><div class="block-title"><strong><span>Newsletter</span></strong></div>
<form action="${origin}/newsletter/subscriber/new/" method="post" id="newsletter-validate-detail"><div class="block-content"><div class="form-subscribe-header"><label for="newsletter">Sign Up for Our Newsletter:</label></div>
<div class="input-box"><input type="email" name="email" id="newsletter" title="Sign up for our newsletter" class="input-text required-entry validate-email"></div><div class="actions">${submit('Subscribe')}</div></div></form></div>
<div class="links"><div class="block-title"><strong><span>Company</span></strong></div><ul><li><a href="${origin}/about/">About Us</a></li><li><a href="${origin}/contacts/">Contact Us</a></li></ul></div>
<address class="copyright">&copy; 2026 Oak &amp; Hide. All Rights Reserved.</address></div></div></div></div><script>{${AJAX}${clientOf('openmage')}}</script></body></html>`);
    };
    const back = (c: Context) => c.redirect(c.req.header('referer') ?? `${origin}/`);

    const priceBox = ({ id, price }: Product, suffix = '') =>
      `<div class="price-box">${
        WAS[id]
          ? `<p class="old-price"><span class="price-label">Regular Price:</span> <span class="price" id="old-price-${id}${suffix}"> ${dollars(WAS[id])} </span></p>
<p class="special-price"><span class="price-label">Special Price</span> <span class="price" id="product-price-${id}${suffix}"> ${dollars(price)} </span></p>`
          : `<span class="regular-price" id="product-price-${id}${suffix}"> ${span(price)} </span>`
      }</div>`;
    const wishlist = ({ id }: Product) => `${origin}/wishlist/index/add/product/${id}/form_key/Vq4Zs0LmTn8cXy1B/`;
    const compare = ({ id }: Product) =>
      `${origin}/catalog/product_compare/add/product/${id}/uenc/aHR0c,,/form_key/Vq4Zs0LmTn8cXy1B/`;
    const actionOf = (product: Product) => {
      if (product === belt) return `<a title="View Details" class="button" href="${pageOf(belt)}">View Details</a>`;
      if (product.soldOut) return '<p class="availability out-of-stock"><span>Out of stock</span></p>';
      return button('Add to Cart', `setLocation('${addTo(product)}')`, 'button btn-cart');
    };
    const card = (
      product: Product,
    ) => `<li class="item"><a href="${pageOf(product)}" title="${product.name}" class="product-image">
<img id="product-collection-image-${product.id}" src="data:," alt="${product.name}"></a><div class="product-info">
<h2 class="product-name"><a href="${pageOf(product)}" title="${product.name}">${product.name}</a></h2>${priceBox(product)}<div class="actions">${actionOf(product)}
<ul class="add-to-links"><li><a href="${wishlist(product)}" class="link-wishlist">Add to Wishlist</a></li><li><span class="separator">|</span> <a href="${compare(product)}" class="link-compare">Add to Compare</a></li></ul></div></div></li>`;
    const toolbar = (
      shown: Product[],
    ) => `<div class="toolbar"><div class="sorter"><p class="view-mode"><label>View as</label><strong title="Grid" class="grid">Grid</strong> <a href="?mode=list" title="List" class="list">List</a></p>
<div class="sort-by"><label>Sort By</label><select onchange="setLocation(this.value)" title="Sort By"><option value="?dir=asc&amp;order=position" selected="selected"> Position </option><option value="?dir=asc&amp;order=price"> Price </option></select></div></div>
<div class="pager"><div class="count-container"><p class="amount amount--no-pages"><strong>${shown.length} Item(s)</strong></p><div class="limiter"><label>Show</label><select onchange="setLocation(this.value)" title="Results per page"><option value="?limit=12" selected="selected"> 12 </option></select></div></div></div></div>`;
    const listing = (shown: Product[]) =>
      `<div class="category-products">${toolbar(shown)}<ul class="products-grid products-grid--max-4-col">${shown.map(card).join('')}</ul><div class="toolbar-bottom">${toolbar(shown)}</div></div>`;
    const compared = (session: Session) =>
      session.compared.length
        ? `<div class="block block-list block-compare"><div class="block-title"><strong><span>Compare Products <small>(${session.compared.length})</small></span></strong></div><div class="block-content"><ol id="compare-items">
${session.compared.map((product) => `<li class="item"><input type="hidden" class="compare-item-id" value="${product.id}"><a href="${origin}/catalog/product_compare/remove/product/${product.id}/" title="Remove This Item" class="btn-remove">Remove This Item</a><p class="product-name"><a href="${pageOf(product)}">${product.name}</a></p></li>`).join('')}</ol></div></div>`
        : '<div class="block block-list block-compare"></div>';

    app.get('/', (c) =>
      page(
        c,
        'cms-index-index cms-home',
        'Home page',
        `<div class="std"><h2 class="subtitle">New Products</h2><ul class="products-grid products-grid--max-5-col-widget">${[satchel, keyFob].map(card).join('')}</ul></div>`,
      ),
    );
    app.get('/leather.html', (c) => {
      const shown =
        c.req.query('order') === 'price' ? [...products].sort((one, other) => one.price - other.price) : products;
      return page(
        c,
        'catalog-category-view categorypath-leather-html category-leather',
        'Leather',
        `<div class="page-title category-title"><h1>Leather</h1></div>${listing(shown)}`,
        { columns: 'col2-right-layout', crumbs: ['Leather'], side: compared(sessionOf(c)) },
      );
    });
    app.get('/catalogsearch/result/', (c) => {
      const query = c.req.query('q') ?? '';
      const found = products.filter(({ name }) => name.toLowerCase().includes(query));
      return page(
        c,
        'catalogsearch-result-index',
        `Search results for: '${query}'`,
        `<div class="page-title"><h1>Search results for '${query}'</h1></div>${found.length ? listing(found) : '<p class="note-msg"> Your search returns no results. </p>'}`,
        { columns: 'col2-right-layout', crumbs: [`Search results for: '${query}'`], side: compared(sessionOf(c)) },
      );
    });
    app.get('/catalog/product_compare/add/product/:id/*', (c) => {
      const session = sessionOf(c);
      const product = products.find(({ id }) => id === c.req.param('id'))!;
      session.compared.push(product);
      session.messages.push(['success', `The product ${product.name} has been added to comparison list.`]);
      return back(c);
    });
    app.all('/wishlist/*', (c) => c.redirect('/customer/account/login/'));
    app.get('/directory/currency/switch/*', back);

    /** The simple product's controls, and the configurable one's with its select in front. */
    const addBox = (
      product: Product,
    ) => `<div class="add-to-cart"><div class="qty-wrapper"><label for="qty">Qty:</label><input type="text" pattern="\\d*" name="qty" id="qty" maxlength="12" value="1" title="Qty" class="input-text qty"></div>
<div class="add-to-cart-buttons">${button('Add to Cart', 'productAddToCartForm.submit(this)', 'button btn-cart')}</div></div><span class="or">OR</span>${addLinks(product)}`;
    const addLinks = (
      product: Product,
    ) => `<ul class="add-to-links"><li><a href="${wishlist(product)}" onclick="productAddToCartForm.submitLight(this, this.href); return false;" class="link-wishlist">Add to Wishlist</a></li>
<li><span class="separator">|</span> <a href="${compare(product)}" class="link-compare">Add to Compare</a></li></ul>
<ul class="sharing-links"><li><a href="${origin}/sendfriend/product/send/id/${product.id}/" title="Email to a Friend" class="link-email-friend">Email to a Friend</a></li></ul>`;
    const spConfig = {
      attributes: {
        '92': {
          id: '92',
          code: 'length',
          label: 'Length',
          options: [
            { id: '20', label: 'Regular', price: '0', oldPrice: '0', products: ['416'] },
            { id: '21', label: 'Long', price: '10', oldPrice: '10', products: ['415'] },
          ],
        },
      },
      template: '$#{price}',
      basePrice: '59',
      oldPrice: '59',
      productId: belt.id,
      chooseText: 'Choose an Option...',
    };
    const related = [keyFob, wallet];
    for (const product of products)
      app.get(`/leather/${product.slug}.html`, (c) =>
        page(
          c,
          `catalog-product-view catalog-product-view product-${product.slug}`,
          product.name,
          `<script>var optionsPrice = ${inline({ productId: product.id, priceFormat: { pattern: '$%s', precision: 2 }, productPrice: product.price / 100, productOldPrice: (WAS[product.id] ?? product.price) / 100, skipCalculate: 1, defaultTax: 8.25 })};</script>
<div id="messages_product_view">${told(sessionOf(c))}</div><div class="product-view"><div class="product-essential">
<form action="${addTo(product)}" method="post" id="product_addtocart_form">${formKey}<div class="no-display"><input type="hidden" name="product" value="${product.id}"><input type="hidden" name="related_product" id="related-products-field" value=""></div>
<div class="product-img-box"><div class="product-name"><h1>${product.name}</h1></div><div class="product-image product-image-zoom"><div class="product-image-gallery"><img id="image-main" class="gallery-image visible" src="data:," alt="${product.name}" title="${product.name}"></div></div></div>
<div class="product-shop"><div class="product-name"><span class="h1">${product.name}</span></div><div class="price-info">${priceBox(product)}</div>
<div class="extra-info"><p class="no-rating"><a href="${origin}/review/product/list/id/${product.id}/#review-form">Be the first to review this product</a></p><p class="availability ${product.soldOut ? 'out-of-stock' : 'in-stock'}"><span class="label">Availability:</span> <span class="value">${product.soldOut ? 'Out of stock' : 'In stock'}</span></p></div>
<div class="short-description"><div class="std">Cut and sewn by hand, from $12.50.</div></div></div><div class="add-to-cart-wrapper">
${
  product === belt
    ? `<div class="product-options" id="product-options-wrapper"><dl><dt><label class="required"><em>*</em>Length</label></dt><dd class="last"><div class="input-box"><select name="super_attribute[92]" id="attribute92" class="required-entry super-attribute-select"><option value="">Choose an Option...</option></select></div></dd></dl>
<script type="application/json" id="sp-config">${inline(spConfig)}</script><p class="required">* Required Fields</p></div><div class="product-options-bottom">${addBox(product)}</div>`
    : `<div class="add-to-box">${product.soldOut ? addLinks(product) : addBox(product)}</div>`
}</div>
<div class="block block-related"><div class="block-title"><h2>Related Products</h2></div><div class="block-content"><p class="block-subtitle">Check items to add to the cart or&nbsp;<a href="#">select all</a></p><ol class="mini-products-list" id="block-related">
${related
  .filter((other) => other !== product)
  .map(
    (
      other,
    ) => `<li class="item"><input type="checkbox" class="checkbox related-checkbox" id="related-checkbox${other.id}" name="related_products[]" value="${other.id}"><div class="product"><a href="${pageOf(other)}" title="${other.name}" class="product-image"><img src="data:," width="75" height="75" alt="${other.name}"></a>
<div class="product-details"><p class="product-name"><a href="${pageOf(other)}">${other.name}</a></p>${priceBox(other, '-related')}<a href="${wishlist(other)}" class="link-wishlist">Add to Wishlist</a></div></div></li>`,
  )
  .join('')}</ol></div></div><div class="clearer"></div></form></div>
<div class="product-collateral toggle-content tabs"><dl id="collateral-tabs" class="collateral-tabs"><dt class="tab"><span>Description</span></dt><dd class="tab-container"><div class="tab-content"><h2>Details</h2><div class="std">Tanned with oak bark.</div></div></dd></dl></div>
<div class="box-collateral box-up-sell"><h2>You may also be interested in the following product(s)</h2><ul class="products-grid products-grid--max-6-col" id="upsell-product-table"><li><a href="${pageOf(satchel)}" title="${satchel.name}" class="product-image"><img src="data:," alt="${satchel.name}"></a>
<h3 class="product-name"><a href="${pageOf(satchel)}" title="${satchel.name}">${satchel.name}</a></h3>${priceBox(satchel, '-upsell')}</li></ul></div></div>`,
          { crumbs: [product.name] },
        ),
      );

    const put = (session: Session, product: Product, quantity: number) => {
      const line = add(session.lines, product, quantity) as Session['lines'][number];
      line.id ??= nextLine++;
    };
    const addAction = (c: Context, asked: Record<string, unknown>) => {
      const session = sessionOf(c);
      let product = products.find(({ id }) => id === c.req.param('id'))!;
      const quantity = Number(asked.qty ?? 1);
      const held = session.lines.find((line) => line.product === product)?.quantity ?? 0;
      if (held + quantity > STOCK) {
        session.messages.push(['error', `The requested quantity for "${product.name}" is not available.`]);
        return c.redirect(pageOf(product));
      }
      if (product === belt && asked['super_attribute[92]'] === '21') product = longBelt;
      put(session, product, quantity);
      for (const id of `${asked.related_product ?? ''}`.split(',').filter(Boolean))
        put(session, products.find((one) => one.id === id)!, 1);
      session.messages.push(['success', `${product.name} was added to your shopping cart.`]);
      return c.redirect('/checkout/cart/');
    };
    app.get('/checkout/cart/add/uenc/:uenc/product/:id/*', (c) => addAction(c, {}));
    app.post('/checkout/cart/add/uenc/:uenc/product/:id/*', async (c) => addAction(c, await c.req.parseBody()));

    const RIGHT = 'class="a-right" style=""';
    const cart = (c: Context) => {
      const session = sessionOf(c);
      const { lines } = session;
      if (!lines.length)
        return page(
          c,
          'checkout-cart-index',
          'Shopping Cart',
          `<div class="page-title"><h1>Shopping Cart is Empty</h1></div><div class="cart-empty">${told(session)}<p>You have no items in your shopping cart.</p><p>Click <a href="${origin}/">here</a> to continue shopping.</p></div>`,
        );
      const proceed = `<li class="method-checkout-cart-methods-onepage-bottom">${button('Proceed to Checkout', `window.location='${origin}/checkout/onepage/';`, 'button btn-proceed-checkout btn-checkout')}</li>`;
      const cross = [trunk, keyFob].filter(
        (other) => !other.soldOut && !lines.some(({ product }) => product === other),
      );
      const custom = (product: Product) =>
        `customFormSubmit('${addTo(product)}', '{&quot;form_key&quot;:&quot;Vq4Zs0LmTn8cXy1B&quot;}', 'post')`;
      return page(
        c,
        'checkout-cart-index',
        'Shopping Cart',
        `<div class="cart display-single-price"><div class="page-title title-buttons"><h1>Shopping Cart</h1><ul class="checkout-types top">${proceed}</ul></div>${told(session)}
<form action="${origin}/checkout/cart/updatePost/" method="post">${formKey}<table id="shopping-cart-table" class="cart-table data-table"><thead><tr><th rowspan="1"><span class="nobr">Product</span></th><th rowspan="1">&nbsp;</th>
<th class="a-center cart-price-head" colspan="1"><span class="nobr">Price</span></th><th rowspan="1" class="a-center"> Qty </th><th class="a-center cart-total-head" colspan="1"> Subtotal </th><th class="a-center" rowspan="1">&nbsp;</th></tr></thead>
<tfoot><tr><td colspan="50" class="a-right cart-footer-actions">${submit('Update Shopping Cart', 'style="visibility:hidden;" name="update_cart_action" value="update_qty" class="button2 btn-update"')}
${submit('Empty Cart', 'name="update_cart_action" value="empty_cart" class="button2 btn-empty" id="empty_cart_button"')} ${submit('Update Shopping Cart', 'name="update_cart_action" value="update_qty" class="button2 btn-update"')}
<span class="or">-or-</span>${button('Continue Shopping', `setLocation('${origin}/')`, 'button2 btn-continue')}</td></tr></tfoot><tbody>
${lines
  .map(
    ({
      id,
      product,
      quantity,
    }) => `<tr><td class="product-cart-image"><a href="${pageOf(product)}" title="${product.name}" class="product-image"><img src="data:," alt="${product.name}"></a><ul class="cart-links"><li><a href="${origin}/checkout/cart/configure/id/${id}/" title="Edit item parameters">Edit</a></li></ul></td>
<td class="product-cart-info"><a href="${origin}/checkout/cart/delete/id/${id}/form_key/Vq4Zs0LmTn8cXy1B/uenc/aHR0c,,/" title="Remove Item" class="btn-remove btn-remove2">Remove Item</a><h2 class="product-name"><a href="${pageOf(product)}">${product.name}</a></h2>
<div class="product-cart-sku"><span class="label">SKU:</span> ${product.sku}</div>${optionsOf(product)}</td><td class="product-cart-price" data-rwd-label="Price" data-rwd-tax-label="Excl. Tax"><span class="cart-price"> ${span(product.price)} </span></td><!-- inclusive price starts here -->
<td class="product-cart-actions" data-rwd-label="Qty"><input type="text" pattern="\\d*" name="cart[${id}][qty]" value="${quantity}" size="4" title="Qty" class="input-text qty" maxlength="12">${submit('Update', 'name="update_cart_action" value="update_qty" class="button btn-update"')}
<ul class="cart-links"><li><a href="${origin}/checkout/cart/configure/id/${id}/" title="Edit item parameters">Edit</a></li></ul></td><!--Sub total starts here -->
<td class="product-cart-total" data-rwd-label="Subtotal"><span class="cart-price"> ${span(product.price * quantity)} </span></td><td class="a-center product-cart-remove"><a href="${origin}/checkout/cart/delete/id/${id}/form_key/Vq4Zs0LmTn8cXy1B/uenc/aHR0c,,/" title="Remove Item" class="btn-remove btn-remove2">Remove Item</a></td></tr>`,
  )
  .join('')}</tbody></table></form>
<div class="cart-forms"><form id="discount-coupon-form" action="${origin}/checkout/cart/couponPost/" method="post"><div class="discount"><h2>Discount Codes</h2><div class="discount-form"><label for="coupon_code">Discount Codes</label><input type="hidden" name="remove" id="remove-coupone" value="0">
<div class="field-wrapper"><input class="input-text" type="text" id="coupon_code" name="coupon_code" value=""><div class="button-wrapper"><button type="button" title="Apply" class="button2" onclick="discountForm.submit(false)" value="Apply"><span><span>Apply</span></span></button></div></div></div></div></form>
<div class="shipping"><h2>Estimate Shipping and Tax</h2><div class="shipping-form"><form action="${origin}/checkout/cart/estimatePost/" method="post" id="shipping-zip-form"><p class="shipping-desc">Enter your destination to get a shipping estimate.</p><ul class="form-list"><li class="shipping-country"><label for="country" class="required"><em>*</em>Country</label><select name="country_id" id="country"><option value="US" selected>United States</option></select></li>
<li class="shipping-postcode"><label for="postcode" class="required"><em>*</em>Zip</label><input class="input-text validate-postcode required-entry" type="text" id="postcode" name="estimate_postcode" value=""></li></ul><div class="buttons-set">${button('Estimate', 'coShippingMethodForm.submit()', 'button2')}</div></form></div></div></div>
<div class="cart-totals-wrapper"><div class="cart-totals"><table id="shopping-cart-totals-table"><tfoot><tr><td ${RIGHT} colspan="1"><strong>Grand Total</strong></td><td ${RIGHT}><strong>${span(sumOf(lines))}</strong></td></tr></tfoot>
<tbody><tr><td ${RIGHT} colspan="1"> Subtotal </td><td ${RIGHT}> ${span(sumOf(lines))} </td></tr></tbody></table><ul class="checkout-types bottom">${proceed}</ul></div></div>
${cross.length ? `<div class="crosssell"><h2>Based on your selection, you may be interested in the following items:</h2><ul id="crosssell-products-list" class="products-grid products-grid--max-3-col">${cross.map((product) => `<li class="item"><div class="product-info"><a class="product-image" href="${pageOf(product)}" title="${product.name}"><img src="data:," alt="${product.name}"></a><h3 class="product-name"><a href="${pageOf(product)}">${product.name}</a></h3>${priceBox(product)}<div class="actions">${button('Add to Cart', custom(product), 'button btn-cart')}</div></div></li>`).join('')}</ul></div>` : ''}</div>`,
      );
    };
    app.get('/checkout/cart/', cart);
    app.post('/checkout/cart/updatePost/', async (c) => {
      const session = sessionOf(c);
      const asked = await c.req.parseBody();
      for (const line of session.lines) line.quantity = Number(asked[`cart[${line.id}][qty]`]);
      if (asked.update_cart_action === 'empty_cart') session.lines = [];
      session.lines = session.lines.filter(({ quantity }) => quantity);
      return c.redirect('/checkout/cart/');
    });
    const drop = (session: Session, id: string) => {
      session.lines = session.lines.filter((line) => `${line.id}` !== id);
    };
    app.get('/checkout/cart/delete/id/:id/*', (c) => {
      drop(sessionOf(c), c.req.param('id'));
      return back(c);
    });
    app.post('/checkout/cart/couponPost/', async (c) => {
      const { coupon_code } = await c.req.parseBody();
      sessionOf(c).messages.push(['error', `Coupon code "${coupon_code}" is not valid.`]);
      return c.redirect('/checkout/cart/');
    });
    app.post('/checkout/cart/estimatePost/', (c) => c.redirect('/checkout/cart/'));
    const renewed = (c: Context, message: string) => {
      const session = sessionOf(c);
      const content = minicart(session);
      return c.json({ qty: count(session.lines), content, success: 1, message });
    };
    app.post('/checkout/cart/ajaxDelete/id/:id/*', (c) => {
      drop(sessionOf(c), c.req.param('id'));
      return renewed(c, 'Item was removed successfully.');
    });
    app.post('/checkout/cart/ajaxUpdate/id/:id/*', async (c) => {
      const { qty } = await c.req.parseBody();
      const line = sessionOf(c).lines.find(({ id }) => `${id}` === c.req.param('id'));
      if (!line) return c.json({ success: 0, error: 'Can not save item.' });
      line.quantity = Number(qty);
      return renewed(c, 'Item was updated successfully.');
    });

    const wait = (name: string) =>
      `<span class="please-wait" id="${name}-please-wait" style="display:none;"><img src="data:," alt="Loading next step..." class="v-middle"> Loading next step... </span>`;
    const buttons = (name: string, object: string) =>
      `<div class="buttons-set" id="${name}-buttons-container"><p class="back-link"><a href="#"><small>&laquo; </small>Back</a></p>${button('Continue', `${object}.save()`)}${wait(name)}</div>`;
    const login = `<form id="login-form" action="${origin}/customer/account/loginPost/" method="post"><fieldset>${formKey}<h4>Already registered?</h4><p>Please log in below:</p><ul class="form-list">
<li>${field('login-email', 'login[username]', 'Email Address', 'class="input-text required-entry validate-email"', 'email')}</li><li>${field('login-password', 'login[password]', 'Password', 'class="input-text required-entry"', 'password')}</li></ul></fieldset>${submit('Login')}</form>`;
    const addressFields = (kind: string) =>
      `<li class="fields">${field(`${kind}:firstname`, `${kind}[firstname]`, 'First Name')}${field(`${kind}:lastname`, `${kind}[lastname]`, 'Last Name')}</li>
${kind === 'billing' ? `<li class="fields">${field('billing:email', 'billing[email]', 'Email Address', 'class="input-text validate-email required-entry"', 'email')}</li>` : ''}
<li class="wide">${field(`${kind}:street1`, `${kind}[street][]`, 'Address')}</li><li class="fields">${field(`${kind}:city`, `${kind}[city]`, 'City')}${field(`${kind}:postcode`, `${kind}[postcode]`, 'Zip/Postal Code')}</li>
<li class="fields">${field(`${kind}:telephone`, `${kind}[telephone]`, 'Telephone', 'class="input-text"', 'tel')}</li>`;
    const rate = ({ rate = '' }: Session) => RATES[rate]?.[2] ?? 0;
    const taxOf = ({ lines }: Session) => Math.round(sumOf(lines) * 0.0825);
    const due = (session: Session) => sumOf(session.lines) + rate(session) + taxOf(session);
    const methods = `<dl class="sp-methods">${Object.entries(RATES)
      .map(
        ([code, [carrier, method, cost]]) =>
          `<dt>${carrier}</dt><dd><ul><li><input name="shipping_method" type="radio" value="${code}" id="s_method_${code}" class="radio"> <label for="s_method_${code}">${method} ${span(cost)} </label></li></ul></dd>`,
      )
      .join('')}</dl>`;
    const ways = `<dl class="sp-methods" id="checkout-payment-method-load">${Object.entries(WAYS)
      .map(
        ([code, title]) =>
          `<dt id="dt_method_${code}"><input id="p_method_${code}" value="${code}" type="radio" name="payment[method]" title="${title}" class="radio"> <label for="p_method_${code}">${title} </label></dt>
<dd id="dd_method_${code}">${code === 'ccsave' ? `<ul class="form-list" id="payment_form_ccsave">${field('ccsave_cc_number', 'payment[cc_number]', 'Credit Card Number', 'class="input-text"')}${field('ccsave_cc_cid', 'payment[cc_cid]', 'Card Verification Number', 'class="input-text cvv"')}</ul>` : ''}</dd>`,
      )
      .join('')}</dl>`;
    const review = (session: Session) => {
      const { lines } = session;
      const [carrier, method, cost] = RATES[session.rate!]!;
      const row = (label: string, amount: number, [open, close] = ['', '']) =>
        `<tr><td ${RIGHT} colspan="3">${open} ${label} ${close}</td><td ${RIGHT}>${open} ${span(amount)} ${close}</td></tr>`;
      return `<div id="checkout-review-table-wrapper"><table class="data-table linearize-table checkout-review-table" id="checkout-review-table"><thead><tr><th rowspan="1">Product</th><th colspan="1" class="a-center">Price</th><th rowspan="1" class="a-center">Qty</th><th colspan="1" class="a-center">Subtotal</th></tr></thead>
<tfoot>${row('Subtotal', sumOf(lines))}${row(`Shipping &amp; Handling (${carrier} - ${method})`, cost)}${row('Tax', taxOf(session))}${row('Grand Total', due(session), ['<strong>', '</strong>'])}</tfoot><tbody>
${lines
  .map(
    ({
      product,
      quantity,
    }) => `<tr><td><h3 class="product-name">${product.name}</h3>${optionsOf(product)}</td><td class="a-right" data-rwd-label="Price"><span class="cart-price"> ${span(product.price)} </span></td>
<td class="a-center" data-rwd-label="Qty">${quantity}</td><!-- sub total starts here --><td class="a-right" data-rwd-label="Subtotal"><span class="cart-price"> ${span(product.price * quantity)} </span></td></tr>`,
  )
  .join('')}</tbody></table></div>
<div id="checkout-review-submit"><form action="" id="checkout-agreements" onsubmit="return false;"><ol class="checkout-agreements"><li><div class="agreement-content">Returns within 30 days.</div><p class="agree"><input type="checkbox" id="agreement-1" name="agreement[1]" value="1" title="I agree" class="checkbox"><label for="agreement-1">I agree to the terms</label></p></li></ol></form>
<div class="buttons-set" id="review-buttons-container">${submit('Place Order', 'class="button btn-checkout" onclick="review.save();"')}${wait('review')}<p class="f-left">Forgot an Item? <a href="${origin}/checkout/cart/">Edit Your Cart</a></p></div></div>`;
    };
    const sections: [id: string, label: string, body: string][] = [
      [
        'login',
        'Checkout Method',
        `<div class="col2-set"><div class="col-1"><h3>Checkout as a Guest or Register</h3><p>Register with us for future convenience:</p><ul class="form-list"><li class="control"><input type="radio" name="checkout_method" id="login:guest" value="guest" class="radio"><label for="login:guest">Checkout as Guest</label></li>
<li class="control"><input type="radio" name="checkout_method" id="login:register" value="register" class="radio"><label for="login:register">Register</label></li></ul></div><div class="col-2"><h3>Login</h3>${login}</div></div>
<div class="col2-set"><div class="buttons-set"><button id="onepage-guest-register-button" type="button" class="button" onclick="checkout.setMethod();"><span><span>Continue</span></span></button></div></div>`,
      ],
      [
        'billing',
        'Billing Information',
        `<form id="co-billing-form" action=""><fieldset><ul class="form-list">${addressFields('billing')}<li class="fields" id="register-customer-password">${field('billing:customer_password', 'billing[customer_password]', 'Password', 'class="input-text"', 'password')}</li>
<li class="control"><input type="radio" name="billing[use_for_shipping]" id="billing:use_for_shipping_yes" value="1" checked class="radio"><label for="billing:use_for_shipping_yes">Ship to this address</label></li></ul>${buttons('billing', 'billing')}</fieldset></form>`,
      ],
      [
        'shipping',
        'Shipping Information',
        `<form action="" id="co-shipping-form"><ul class="form-list">${addressFields('shipping')}</ul>${buttons('shipping', 'shipping')}</form>`,
      ],
      [
        'shipping_method',
        'Shipping Method',
        `<form id="co-shipping-method-form" action=""><div id="checkout-shipping-method-load"></div>${buttons('shipping-method', 'shippingMethod')}</form>`,
      ],
      [
        'payment',
        'Payment Information',
        `<form action="" id="co-payment-form"><div class="fieldset">${ways}</div>${formKey}</form>${buttons('payment', 'payment')}`,
      ],
      ['review', 'Order Review', '<div class="order-review" id="checkout-review-load"></div>'],
    ];
    app.get('/checkout/onepage/', (c) => {
      if (!sessionOf(c).lines.length) return c.redirect('/checkout/cart/');
      const steps = sections.map(
        (
          [id, label, body],
          at,
        ) => `<li id="opc-${id}" class="section${at ? '' : ' allow'}"><div class="step-title"><span class="number">${at + 1}</span><h2>${label}</h2><a href="#">Edit</a></div>
<div id="checkout-step-${id}" class="step a-item" style="display:none;">${body}</div></li>`,
      );
      const progress = sections
        .slice(1, 5)
        .map(
          ([id, label]) =>
            `<div id="${id}-progress-opcheckout"><dt>${label.replace('Information', 'Address')}</dt></div>`,
        );
      return page(
        c,
        'checkout-onepage-index',
        'Checkout',
        `<div class="page-title"><h1>Checkout</h1></div><ol class="opc opc-firststep-login" id="checkoutSteps">${steps.join('')}</ol>`,
        {
          columns: 'col2-right-layout',
          side: `<div id="checkout-progress-wrapper"><div class="block block-progress opc-block-progress"><div class="block-title"><strong><span>Your Checkout Progress</span></strong></div><div class="block-content"><dl>${progress.join('')}</dl></div></div></div>`,
        },
      );
    });
    app.get('/checkout/', (c) => c.redirect('/checkout/onepage/'));
    app.get('/checkout/onepage/progress/', (c) => {
      const session = sessionOf(c);
      const [carrier, method, cost] = RATES[session.rate ?? ''] ?? [];
      const done: Record<string, [string, string]> = {
        billing: ['Billing Address', `<address>${session.address}</address>`],
        shipping: ['Shipping Address', `<address>${session.address}</address>`],
        shipping_method: ['Shipping Method', `${carrier} - ${method} ${cost && span(cost)}`],
        payment: ['Payment Method', `<p><strong>${WAYS[session.way!]}</strong></p>`],
      };
      const [title, text] = done[c.req.query('prevStep')!] ?? [];
      return title
        ? c.html(
            `<dt class="complete"> ${title} <span class="changelink"><span class="separator">|</span> <a href="#">Change</a></span></dt><dd class="complete"> ${text} </dd>`,
          )
        : c.body('');
    });
    const goto = (section: string, name: string, html: string) => ({
      goto_section: section,
      update_section: { name, html },
    });
    const answers: Record<string, (session: Session, asked: Record<string, unknown>) => object> = {
      saveMethod: () => [],
      saveBilling: (session, asked) => {
        if (!`${asked['billing[telephone]']}`.trim())
          return {
            error: 1,
            message: [
              '"Telephone" is a required value.',
              '"Telephone" length must be equal or greater than 1 characters.',
            ],
          };
        session.address = 'Ann Lee<br>1 High Street<br>Albany, 12207<br>United States';
        return {
          ...goto('shipping_method', 'shipping-method', methods),
          allow_sections: ['shipping'],
          duplicateBillingInfo: 'true',
        };
      },
      saveShippingMethod: (session, asked) => {
        session.rate = `${asked.shipping_method}`;
        return goto('payment', 'payment-method', ways.replace(/^<dl.*?>|<\/dl>$/g, ''));
      },
      savePayment: (session, asked) => {
        session.way = `${asked['payment[method]']}`;
        if (session.way === 'ccsave' && !asked['payment[cc_number]'])
          return {
            error: 'Credit card number mismatch with credit card type.',
            fields: 'ccsave_cc_type,ccsave_cc_number',
          };
        return goto('review', 'review', review(session));
      },
      saveOrder: (session, asked) => {
        const refused = (error_messages: string) => ({ success: false, error: true, error_messages });
        if (!asked['agreement[1]'])
          return refused('Please agree to all the terms and conditions before placing the order.');
        if (session.way === 'ccsave') return refused('Gateway error: This transaction has been declined.');
        session.placed = true;
        session.lines = [];
        return { success: true, error: false };
      },
    };
    app.post('/checkout/onepage/:action/', async (c) => {
      const answer = answers[c.req.param('action')]!;
      return c.json(answer(sessionOf(c), await c.req.parseBody()));
    });
    app.get('/checkout/onepage/success/', (c) => {
      const session = sessionOf(c);
      if (!session.placed) return c.redirect('/checkout/cart/');
      session.placed = false;
      return page(
        c,
        'checkout-onepage-success',
        'Oak &amp; Hide',
        `<div class="page-title"><h1>Your order has been received.</h1></div><h2 class="sub-title">Thank you for your purchase!</h2><p>Your order # is: ${ORDER}.</p>
<p>You will receive an order confirmation email with details of your order and a link to track its progress.</p><div class="buttons-set">${button('Continue Shopping', `window.location='${origin}/'`)}</div>`,
        { columns: 'col2-right-layout' },
      );
    });

    app.get('/customer/account/login/', (c) =>
      page(
        c,
        'customer-account-login',
        'Customer Login',
        `<div class="account-login"><div class="page-title"><h1>Login or Create an Account</h1></div><div class="col2-set"><div class="col-1 new-users"><h2>New Here?</h2><p class="form-instructions">Registration is free and easy!</p><a title="Create an Account" class="button" href="${origin}/customer/account/create/"><span><span>Create an Account</span></span></a></div><div class="col-2 registered-users">${login}</div></div></div>`,
      ),
    );
    app.post('/customer/account/loginPost/', (c) => {
      sessionOf(c).messages.push(['error', 'Invalid login or password.']);
      return c.redirect('/customer/account/login/');
    });
    app.get('/customer/account/create/', (c) =>
      page(
        c,
        'customer-account-create',
        'Create New Customer Account',
        `<div class="account-create"><div class="page-title"><h1>Create an Account</h1></div><form action="${origin}/customer/account/createpost/" method="post" id="form-validate" class="scaffold-form" enctype="multipart/form-data"><div class="fieldset"><input type="hidden" name="success_url" value=""><input type="hidden" name="error_url" value="">${formKey}
<p class="form-instructions">Please enter the following information to create your account.</p><ul class="form-list"><li class="fields">${field('firstname', 'firstname', 'First Name')}${field('lastname', 'lastname', 'Last Name')}</li><li>${field('email_address', 'email', 'Email Address', 'class="input-text validate-email required-entry"', 'email')}</li>
<li class="fields">${field('password', 'password', 'Password', 'class="input-text required-entry validate-password"', 'password')}${field('confirmation', 'confirmation', 'Confirm Password', 'class="input-text required-entry validate-cpassword"', 'password')}</li>
<li class="control"><div class="input-box"><input type="checkbox" name="is_subscribed" title="Sign Up for Newsletter" value="1" id="is_subscribed" class="checkbox"></div><label for="is_subscribed">Sign Up for Newsletter</label></li></ul></div><div class="buttons-set"><p class="back-link"><a href="${origin}/customer/account/login/"><small>&laquo; </small>Back</a></p>${submit('Register')}</div></form></div>`,
      ),
    );
    app.post('/customer/account/createpost/', (c) => {
      const session = sessionOf(c);
      session.name = 'Ann Lee';
      session.messages.push(['success', 'Thank you for registering with Main Website Store.']);
      return c.redirect('/customer/account/');
    });
    app.get('/customer/account/', (c) =>
      page(
        c,
        'customer-account-index customer-account',
        'My Account',
        `<div class="my-account"><div class="dashboard"><div class="page-title"><h1>My Dashboard</h1></div><div class="welcome-msg"><p class="hello"><strong>Hello, Ann Lee!</strong></p></div><div class="box-account box-recent"><div class="box-head"><h2>Recent Orders</h2><a href="${origin}/sales/order/history/">View All</a></div>
<table class="data-table orders" id="my-orders-table"><thead><tr><th>Order #</th><th>Date</th><th>Ship To</th><th><span class="nobr">Order Total</span></th><th>Status</th><th>&nbsp;</th></tr></thead><tbody><tr><td>${ORDER}</td><td><span class="nobr">11/27/26</span></td><td>Ann Lee</td><td>${span(TOTAL)}</td><td><em>Pending</em></td>
<td class="a-center"><span class="nobr"><a href="${origin}/sales/order/view/order_id/142/">View Order</a> <span class="separator">|</span> <a href="${origin}/sales/order/reorder/order_id/142/" class="link-reorder">Reorder</a></span></td></tr></tbody></table></div></div></div>`,
      ),
    );
    app.get('/sales/order/view/order_id/142/', (c) =>
      page(
        c,
        'sales-order-view customer-account',
        `Order # ${ORDER}`,
        `<div class="my-account"><div class="page-title title-buttons"><h1>Order #${ORDER} - Pending</h1></div><p class="order-date">Order Date: November 27, 2026</p><div class="order-items order-details"><h2 class="table-caption">Items Ordered</h2>
<table class="data-table linearize-table-large" id="my-orders-table" summary="Items Ordered"><thead><tr><th>Product</th><th>SKU</th><th class="a-right">Price</th><th class="a-center">Qty</th><th class="a-right">Subtotal</th></tr></thead><tfoot><tr class="grand_total"><td colspan="4" class="a-right"><strong>Grand Total</strong></td><td class="last a-right"><strong>${span(TOTAL)}</strong></td></tr></tfoot>
${bought.map(([product, quantity]) => `<tbody><tr class="border" id="order-item-row-${product.id}"><td><h3 class="product-name">${product.name}</h3>${optionsOf(product)}</td><td data-rwd-label="SKU">${product.sku}</td><td class="a-right" data-rwd-label="Price"><span class="price-excl-tax"><span class="cart-price"> ${span(product.price)} </span></span></td><td class="a-right" data-rwd-label="Qty"><span class="nobr"> Ordered: <strong>${quantity}</strong></span></td><td class="a-right" data-rwd-label="Subtotal">${span(product.price * quantity)}</td></tr></tbody>`).join('')}</table></div></div>`,
      ),
    );
    app.post('/newsletter/subscriber/new/', async (c) => {
      const { email } = await c.req.parseBody();
      sessionOf(c).messages.push(
        email === 'taken@b.example'
          ? [
              'error',
              'There was a problem with the subscription: This email address is already assigned to another user.',
            ]
          : ['success', 'Thank you for your subscription.'],
      );
      return back(c);
    });
    app.get('/contacts/', (c) =>
      page(
        c,
        'contacts-index-index',
        'Contact Us',
        `<div class="page-title"><h1>Contact Us</h1></div><form action="${origin}/contacts/index/post/" id="contactForm" method="post" class="scaffold-form"><div class="fieldset"><h2 class="legend">Contact Information</h2><p class="required">* Required Fields</p><ul class="form-list">
<li class="fields">${field('name', 'name', 'Name')}${field('email', 'email', 'Email', 'class="input-text required-entry validate-email"', 'email')}</li><li>${field('telephone', 'telephone', 'Telephone', 'class="input-text"', 'tel')}</li><li class="wide"><label for="comment" class="required"><em>*</em>Comment</label><div class="input-box"><textarea name="comment" id="comment" title="Comment" class="required-entry input-text" cols="5" rows="3"></textarea></div></li></ul></div>
<div class="buttons-set"><input type="text" name="hideit" id="hideit" value="" style="display:none !important;">${submit('Submit')}</div></form>`,
      ),
    );
    app.post('/contacts/index/post/', (c) => {
      sessionOf(c).messages.push([
        'success',
        'Your inquiry was submitted and will be responded to as soon as possible. Thank you for contacting us.',
      ]);
      return c.redirect('/contacts/');
    });

    const bought: [Product, number][] = [
      [longBelt, 1],
      [wallet, 3],
    ];
    const TAX = Math.round((longBelt.price + 3 * wallet.price) * 0.0825);
    const TOTAL = longBelt.price + 3 * wallet.price + 500 + TAX;
    const go = (path: string) => (tab: Page) => tab.goto(origin + path);
    const cartView = (...lines: [Product, number][]) => pieces('view_cart', 'USD', ...lines);
    const open = (product: Product) => async (tab: Page) => {
      await press('#nav a.level0')(tab);
      await press(`h2.product-name a[href$="${product.slug}.html"]`)(tab);
    };
    const ask = (selector: string, action: string) => async (tab: Page) => {
      await Promise.all([tab.waitForResponse(`**/${action}**`), tab.click(selector)]);
    };
    const opened = (id: string) => `#opc-${id}.active`;
    return {
      apps: { shop: app },
      walk: [
        step('arrives', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.com/' }), { name: 'landing' }),
        step('searches in vain', fill({ '#search': 'stirrup' }, press('.search-button'))),
        step('searches with success', fill({ '#search': 'b' }, press('.search-button'))),
        step('opens the category', press('#nav a.level0')),
        step('sorts it', async (tab) => {
          await follow(tab, () => tab.selectOption('.sort-by select >> nth=0', '?dir=asc&order=price'));
        }),
        step('compares the fob', press('li.item:has-text("Brass") .link-compare')),
        step(
          'adds the fob from the list',
          press('li.item:has-text("Brass") .btn-cart'),
          pieces('add_to_cart', 'USD', [keyFob, 1]),
          cartView([keyFob, 1]),
        ),
        step('opens the trunk, sold out', open(trunk), pieces('view_item', 'USD', [trunk, 1])),
        step('opens the wallet', open(wallet), pieces('view_item', 'USD', [wallet, 1])),
        step('wishes for it, and is asked who she is', press('.add-to-box .link-wishlist')),
        step(
          'fails to log in',
          fill({ '#login-email': 'a@b.example', '#login-password': 'x' }, press('#login-form button')),
        ),
        step('opens the wallet again', open(wallet), optional('view_item')),
        step('wants more than there are', fill({ '#qty': '50' }, press('.btn-cart >> nth=0')), optional('view_item')),
        step(
          'takes two',
          fill({ '#qty': '2' }, press('.add-to-cart-buttons .btn-cart')),
          pieces('add_to_cart', 'USD', [wallet, 2]),
          cartView([keyFob, 1], [wallet, 2]),
        ),
        step('opens the belt', open(belt), pieces('view_item', 'USD', [belt, 1])),
        step('chooses no length', until('.btn-cart', '.validation-advice')),
        step(
          'takes a long one',
          async (tab) => {
            await pause(500); // reads what is asked of her
            await tab.selectOption('#attribute92', '21');
            await press('.add-to-cart-buttons .btn-cart')(tab);
          },
          pieces('add_to_cart', 'USD', [longBelt, 1]),
          cartView([keyFob, 1], [wallet, 2], [longBelt, 1]),
        ),
        step('tries a coupon', fill({ '#coupon_code': 'SPRING' }, press('.discount button')), optional('view_cart')),
        step('estimates the postage', fill({ '#postcode': '12207' }, press('.shipping button')), optional('view_cart')),
        step(
          'wants a third wallet',
          async (tab) => {
            const row = '#shopping-cart-table tr:has-text("Bridle")';
            await fill({ [`${row} >> input.qty`]: '3' }, press(`${row} >> .btn-update`))(tab);
          },
          { ...pieces('add_to_cart', 'USD', [wallet, 1]), optional: true },
          optional('view_cart'),
        ),
        step('updates the cart as it is', press('.cart-footer-actions .btn-update >> nth=1'), optional('view_cart')),
        step('goes to the category', press('#nav a.level0')),
        step(
          'opens the small cart',
          until('.skip-cart', '#header-cart.skip-active'),
          cartView([keyFob, 1], [wallet, 3], [longBelt, 1]),
        ),
        step(
          'takes a second fob there',
          async (tab) => {
            const row = '#cart-sidebar .item:has-text("Brass")';
            await fill(
              { [`${row} >> .cart-item-quantity`]: '2' },
              ask(`${row} >> .quantity-button`, 'ajaxUpdate'),
            )(tab);
          },
          { ...pieces('add_to_cart', 'USD', [keyFob, 1]), optional: true },
        ),
        step(
          'removes the fobs there',
          ask('#cart-sidebar .item:has-text("Brass") .remove', 'ajaxDelete'),
          pieces('remove_from_cart', 'USD', [keyFob, 2]),
        ),
        step('goes to the cart', press('.cart-link'), cartView([wallet, 3], [longBelt, 1])),
        step(
          'adds the fob from below',
          press('.crosssell .btn-cart'),
          pieces('add_to_cart', 'USD', [keyFob, 1]),
          optional('view_cart'),
        ),
        step(
          'removes it',
          press('#shopping-cart-table tr:has-text("Brass") .product-cart-info .btn-remove'),
          pieces('remove_from_cart', 'USD', [keyFob, 1]),
          optional('view_cart'),
        ),
        step(
          'subscribes, and is already known',
          fill({ '#newsletter': 'taken@b.example' }, press('.block-subscribe button')),
          optional('view_cart'),
        ),
        step(
          'subscribes by another address',
          fill({ '#newsletter': 'a@b.example' }, press('.block-subscribe button')),
          { name: 'generate_lead', form_kind: 'newsletter' },
          optional('view_cart'),
        ),
        step(
          'goes to the checkout',
          press('.checkout-types.bottom .btn-proceed-checkout'),
          pieces('begin_checkout', 'USD', ...bought),
        ),
        step('goes on as a guest', async (tab) => {
          await tab.check('[id="login:guest"]');
          await until('#onepage-guest-register-button', opened('billing'))(tab);
        }),
        step(
          'leaves out the telephone',
          fill(
            {
              '[id="billing:firstname"]': 'Ann',
              '[id="billing:lastname"]': 'Lee',
              '[id="billing:email"]': 'a@b.example',
              '[id="billing:street1"]': '1 High Street',
              '[id="billing:city"]': 'Albany',
              '[id="billing:postcode"]': '12207',
              '[id="billing:telephone"]': ' ',
            },
            ask('#billing-buttons-container button', 'saveBilling'),
          ),
        ),
        step(
          'gives it',
          fill(
            { '[id="billing:telephone"]': '518 555 0100' },
            until('#billing-buttons-container button', opened('shipping_method')),
          ),
        ),
        step('chooses no way of sending', (tab) => tab.click('#shipping-method-buttons-container button')),
        step(
          'chooses the flat rate',
          async (tab) => {
            await tab.check('#s_method_flatrate_flatrate');
            await until('#shipping-method-buttons-container button', opened('payment'))(tab);
          },
          pieces('add_shipping_info', 'USD', ...bought),
        ),
        step('gives no card', async (tab) => {
          await tab.check('#p_method_ccsave');
          await ask('#payment-buttons-container button', 'savePayment')(tab);
        }),
        step(
          'gives one',
          fill(
            { '#ccsave_cc_number': '4111111111111111' },
            until('#payment-buttons-container button', opened('review')),
          ),
          pieces('add_payment_info', 'USD', ...bought),
        ),
        step('does not agree to the terms', ask('.btn-checkout', 'saveOrder')),
        step('agrees, and has the card declined', async (tab) => {
          await tab.check('#agreement-1');
          await ask('.btn-checkout', 'saveOrder')(tab);
        }),
        step(
          'pays by check instead',
          async (tab) => {
            await until('#opc-payment .step-title a', opened('payment'))(tab);
            await tab.check('#p_method_checkmo');
            await until('#payment-buttons-container button', opened('review'))(tab);
          },
          optional('add_payment_info'),
        ),
        step(
          'orders',
          async (tab) => {
            await tab.check('#agreement-1');
            await press('.btn-checkout')(tab);
          },
          order('USD', { id: ORDER, total: TOTAL, shipping: 500, tax: TAX }, ...bought),
        ),
        step('reloads, and comes to the empty cart', (tab) => tab.reload(), optional('view_cart')),
        step(
          'opens an account',
          async (tab) => {
            await go('/customer/account/create/')(tab);
            const fields = { '#firstname': 'Ann', '#lastname': 'Lee', '#email_address': 'a@b.example' };
            await fill(
              { ...fields, '#password': 'secret77', '#confirmation': 'secret77' },
              press('#form-validate button'),
            )(tab);
          },
          { name: 'sign_up' },
        ),
        step('looks at the order', press('a:text("View Order")')),
        step(
          'writes to the shop',
          async (tab) => {
            await press('.footer a[href$="/contacts/"]')(tab);
            await fill(
              { '#name': 'Ann', '#email': 'a@b.example', '#comment': 'When?' },
              press('#contactForm button'),
            )(tab);
          },
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step('switches the currency', async (tab) => {
          await follow(tab, () => tab.selectOption('#select-currency', { label: 'British Pound - GBP' }));
        }),
      ],
    };
  },
};

export default platform;
