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
import { inline } from '../spa.ts';

const SHIPPING = 900;
const ORDER = '1042';
const TOKEN = '4f0c1f6b2a9d4f0e8a7b6c5d4e3f2a1b';
const CHECKOUT = `/25085116/checkouts/${TOKEN}`;

interface Good extends Product {
  variant?: string;
  stock: number;
  was?: number;
}
const thing = (id: string, of: string, product: Product, stock: number, more: Partial<Good> = {}): Good => ({
  ...product,
  id,
  others: [of],
  stock,
  ...more,
});
const small = thing('39501000000111', '6600101', good('', 'TEE-S', 'Trail Tee', 'trail-tee', 3400), 9, {
  variant: 'Small',
});
const large = thing('39501000000112', '6600101', good('', 'TEE-L', 'Trail Tee', 'trail-tee', 3800), 4, {
  variant: 'Large',
});
const mug = thing('39501000000221', '6600102', good('', 'MUG-1', 'Camp Mug', 'camp-mug', 1650), 30, { was: 2200 });
const candle = thing('39501000000331', '6600103', good('', 'CDL-1', 'Cedar Candle', 'cedar-candle', 2825), 1);
const poster = thing('39501000000441', '6600104', good('', 'PST-1', 'Lake Poster', 'lake-poster', 4000, true), 0);
const variants = [small, large, mug, candle, poster];
const products = [small, mug, candle, poster];
/** What the addresses that end in .js answer with is JSON all the same. */
const SCRIPT = { 'content-type': 'text/javascript; charset=utf-8' };
const dollars = printer('en-CA', 'CAD');
const decimals = (amount: number) => (amount / 100).toFixed(2);
const titleOf = ({ name, variant }: Good) => (variant ? `${name} - ${variant}` : name);

interface Session {
  lines: Line[];
  done?: Line[];
  told?: string;
  in?: boolean;
  note?: string;
}

/** What the theme's own script does on a product page, and on a list that is sorted. */
const client = `
const $ = (selector) => document.querySelector(selector);
const container = $('[data-section-type="product"]');
if (container) {
  const form = container.querySelector('[data-product-form]');
  const button = form.querySelector('[data-add-to-cart]');
  const fail = (text) => { $('[data-error-message]').innerHTML = text; $('[data-error-message-wrapper]').classList.remove('product-form__error-message-wrapper--hidden'); };
  const busy = (is) => {
    if (is) button.setAttribute('aria-disabled', true); else button.removeAttribute('aria-disabled');
    $('[data-add-to-cart-text]').classList.toggle('hide', is);
    $('[data-loader]').classList.toggle('hide', !is);
    $('[data-loader-status]').setAttribute('aria-hidden', !is);
  };
  form.addEventListener('submit', (event) => {
    if (button.getAttribute('aria-disabled') === 'true') return event.preventDefault();
    event.preventDefault();
    const quantity = $('[data-quantity-input]').value;
    if (quantity <= 0) return fail('Quantity must be 1 or more');
    busy(true);
    fetch('/cart/add.js', { method: 'POST', credentials: 'same-origin', headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Requested-With': 'XMLHttpRequest' }, body: new URLSearchParams(new FormData(form)).toString() })
      .then((response) => response.json())
      .then((json) => {
        if (json.status && json.status !== 200) { fail(json.description); return busy(false); }
        $('[data-error-message-wrapper]').classList.add('product-form__error-message-wrapper--hidden');
        $('[data-cart-popup-title]').textContent = json.product_title;
        $('[data-cart-popup-quantity]').textContent = quantity;
        fetch('/cart.js', { credentials: 'same-origin' }).then((response) => response.json()).then((cart) => {
          $('[data-cart-popup-cart-quantity]').textContent = cart.item_count;
          $('[data-cart-count-bubble]').classList.remove('hide');
          $('[data-cart-count]').textContent = cart.item_count;
          $('[data-cart-popup-wrapper]').classList.remove('cart-popup-wrapper--hidden');
          busy(false);
        });
      });
  });
  form.querySelector('.single-option-selector')?.addEventListener('change', ({ target }) => {
    const { variants } = JSON.parse($('[id^=ProductJson]').textContent);
    const variant = variants.find(({ title }) => title === target.value);
    history.replaceState({}, document.title, location.pathname + '?variant=' + variant.id);
    form.querySelector('[name=id]').value = variant.id;
    const shown = '$' + (variant.price / 100).toFixed(2);
    for (const price of container.querySelectorAll('[data-price] .price-item:not(s)')) price.textContent = shown;
    $('[data-product-status]').textContent = 'Regular price ' + shown;
  });
  const recommended = $('[data-section-type=product-recommendations]');
  fetch(recommended.dataset.baseUrl + '?section_id=product-recommendations&limit=4&product_id=' + recommended.dataset.productId).then((response) => response.text()).then((html) => {
    recommended.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
  });
}
document.addEventListener('click', ({ target }) => {
  if (target.closest('[data-cart-popup-dismiss]')) $('[data-cart-popup-wrapper]').classList.add('cart-popup-wrapper--hidden');
  if (target.closest('#shopify-pc__banner__btn-accept')) $('#shopify-pc__banner').remove();
  if (target.closest('[data-predictive-search-open-drawer]')) $('#SearchDrawer').classList.add('js-drawer-open');
});
document.addEventListener('change', ({ target }) => { if (target.id === 'SortBy') location.search = '?sort_by=' + target.value; });`;

const style = `.hide,.critical-hidden.hide,.cart-popup-wrapper--hidden,.product-form__error-message-wrapper--hidden,.no-js,.medium-up--hide,.price__sale,.price__badge,.price--on-sale .price__regular,.drawer{display:none}.price--on-sale .price__sale,.price--on-sale .price__badge--sale,.price--sold-out .price__badge--sold-out,.js-drawer-open{display:block}.icon{display:inline-block;width:20px;height:20px}.full-width-link{display:block;height:1em}.visually-hidden{position:absolute;overflow:hidden;clip:rect(0 0 0 0);height:1px;width:1px}`;

const platform: Platform = {
  name: 'Shopify (Debut)',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const sessionOf = createCarts<Session>(() => ({ lines: [] }), 'cart');
    const ofId = (id: unknown) => variants.find((one) => one.id === String(id))!;
    const countOf = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const head = `<script>window.Shopify = window.Shopify || {}; Shopify.shop = "northtrail.myshopify.com"; Shopify.locale = "en"; Shopify.currency = {"active":"CAD","rate":"1.0"}; Shopify.country = "CA"; Shopify.theme = {"name":"Debut","id":120001,"theme_store_id":796,"role":"main"}; Shopify.routes = {root: "/"};</script>`;
    const analytics = (meta: object) =>
      `<script id="__st">var __st={"a":25085116,"offset":-18000,"rtyp":"x"};</script><script>window.ShopifyAnalytics = window.ShopifyAnalytics || {}; window.ShopifyAnalytics.meta = window.ShopifyAnalytics.meta || {}; window.ShopifyAnalytics.meta.currency = 'CAD'; var meta = ${inline(meta)}; for (var attr in meta) { window.ShopifyAnalytics.meta[attr] = meta[attr]; }</script>`;
    const alert = (text: string) =>
      `<div class="form-message form-message--error"><h2 class="h3 form-message__title" tabindex="-1" data-form-status>Please adjust the following:</h2><div class="errors"><ul><li>${text}</li></ul></div></div>`;
    const done = (text: string) =>
      `<p class="form-message form-message--success" tabindex="-1" data-form-status>${text}</p>`;

    const page = (c: Context, template: string, title: string, body: string, more = '', meta: object = {}) => {
      const session = sessionOf(c);
      const count = countOf(session.lines);
      const search = `<form class="search search-bar__form" action="/search" method="get" role="search"><div class="search__input-wrapper"><input type="search" class="search__input search-bar__input" name="q" placeholder="Search" role="combobox" aria-label="Search" data-predictive-search-drawer-input><input type="hidden" name="options[prefix]" value="last"></div><button class="search-bar__submit search__submit btn--link" type="submit"><span class="icon__fallback-text">Submit</span></button></form>`;
      return c.html(`<!doctype html><html class="js" lang="en"><head><meta charset="utf-8"><link rel="canonical" href="${origin}${c.req.path}"><title>${title} &ndash; North Trail</title><meta property="og:site_name" content="North Trail"><meta property="og:title" content="${title}">${more || '<meta property="og:type" content="website">'}<style>${style}</style><script>var theme = { strings: { addToCart: "Add to cart", soldOut: "Sold out", unavailable: "Unavailable" }, moneyFormat: "$\{{amount}}", moneyFormatWithCurrency: "$\{{amount}} CAD" };</script>${head}${analytics({ page: { pageType: template }, ...meta })}${tag}</head><body class="template-${template}"><a class="in-page-link visually-hidden skip-link" href="#MainContent">Skip to content</a>
<div class="cart-popup-wrapper cart-popup-wrapper--hidden" role="dialog" aria-modal="true" aria-labelledby="CartPopupHeading" data-cart-popup-wrapper><div class="cart-popup" data-cart-popup tabindex="-1"><div class="cart-popup__header"><h2 id="CartPopupHeading" class="cart-popup__heading">Just added to your cart</h2><button class="cart-popup__close" aria-label="Close" data-cart-popup-close>&times;</button></div><div class="cart-popup-item"><div class="cart-popup-item__description"><div><h3 class="cart-popup-item__title" data-cart-popup-title></h3><ul class="product-details" aria-label="Product details" data-cart-popup-product-details></ul></div><div class="cart-popup-item__quantity"><span aria-hidden="true">Qty:</span><span aria-hidden="true" data-cart-popup-quantity></span></div></div></div><a href="/cart" class="cart-popup__cta-link btn btn--secondary-accent">View cart (<span data-cart-popup-cart-quantity></span>)</a><div class="cart-popup__dismiss"><button class="cart-popup__dismiss-button text-link text-link--accent" data-cart-popup-dismiss>Continue shopping</button></div></div></div>
<div id="shopify-section-header" class="shopify-section"><div id="SearchDrawer" class="search-bar drawer drawer--top" role="dialog" aria-label="Search">${search}</div><div data-section-id="header" data-section-type="header-section"><div class="announcement-bar" role="region" aria-label="Announcement"><p class="announcement-bar__message">Free shipping over $150.00</p></div><header class="site-header border-bottom logo--left" role="banner"><div class="h2 site-header__logo"><a class="site-header__logo-link" href="/">North Trail</a></div><nav id="AccessibleNav" role="navigation"><ul class="site-nav list--inline" id="SiteNav"><li><a href="/" class="site-nav__link site-nav__link--main"><span class="site-nav__label">Home</span></a></li><li><a href="/collections/all" class="site-nav__link site-nav__link--main"><span class="site-nav__label">Catalog</span></a></li><li><a href="/pages/contact" class="site-nav__link"><span class="site-nav__label">Contact</span></a></li></ul></nav><div class="site-header__icons"><button type="button" class="btn--link site-header__icon site-header__search-toggle js-drawer-open-top" data-predictive-search-open-drawer><span class="icon__fallback-text">Search</span></button><a href="/account${session.in ? '' : '/login'}" class="site-header__icon site-header__account"><svg class="icon icon-login"></svg><span class="icon__fallback-text visually-hidden">${session.in ? 'Account' : 'Log in'}</span></a><a href="/cart" class="site-header__icon site-header__cart"><svg class="icon icon-cart"></svg><span class="icon__fallback-text visually-hidden">Cart</span><div id="CartCount" class="site-header__cart-count${count ? '' : ' hide'} critical-hidden" data-cart-count-bubble><span data-cart-count>${count}</span><span class="icon__fallback-text medium-up--hide">items</span></div></a></div></header></div><script type="application/ld+json">${inline({ '@context': 'http://schema.org', '@type': 'Organization', name: 'North Trail', url: origin })}</script></div>
<div class="page-container drawer-page-content" id="PageContainer"><main class="main-content js-focus-hidden" id="MainContent" role="main" tabindex="-1">${body}</main><div id="shopify-section-footer" class="shopify-section"><footer class="site-footer critical-hidden" role="contentinfo"><div class="site-footer__item site-footer__item--one-half"><p class="h4">Join our mailing list</p><div class="site-footer__newsletter"><form method="post" action="/contact#ContactFooter" id="ContactFooter" accept-charset="UTF-8" class="contact-form" novalidate><input type="hidden" name="form_type" value="customer"><input type="hidden" name="utf8" value="✓">${c.req.query('customer_posted') ? done('Thanks for subscribing') : ''}<input type="hidden" name="contact[tags]" value="newsletter"><div class="input-group"><input type="email" name="contact[email]" id="ContactFooter-email" class="input-group__field newsletter__input" placeholder="Email address" aria-label="Email address" aria-required="true" required><span class="input-group__btn"><button type="submit" class="btn newsletter__submit" name="commit"><span class="newsletter__submit-text--large">Subscribe</span></button></span></div>${c.req.query('wrong') ? '<span id="ContactFooter-email-error" class="input-error-message"><span class="visually-hidden">Error </span><span class="site-footer__newsletter-error">Email is invalid.</span></span>' : ''}</form></div></div><form method="post" action="/localization" id="localization_form" class="selectors-form"><input type="hidden" name="form_type" value="localization"><input type="hidden" name="_method" value="put"><input type="hidden" name="return_to" value="/collections/all"><input type="hidden" name="country_code" value="CA"><button class="disclosure__toggle">Canada (CAD $)</button></form><small class="site-footer__copyright-content">&copy; 2026, <a href="/">North Trail</a></small></footer></div></div>
<div id="shopify-pc__banner" role="alertdialog" aria-label="Cookie consent"><p>We value your privacy. This site uses cookies.</p><button id="shopify-pc__banner__btn-accept">Accept</button></div><script>${client}</script></body></html>`);
    };

    const price = ({ price: amount, was, soldOut }: Good, listing = false) =>
      `<dl class="price${listing ? ' price--listing' : ''}${soldOut ? ' price--sold-out' : ''}${was ? ' price--on-sale' : ''}" data-price><div class="price__pricing-group"><div class="price__regular"><dt><span class="visually-hidden visually-hidden--inline">Regular price</span></dt><dd><span class="price-item price-item--regular" data-regular-price>${dollars(amount)}</span></dd></div><div class="price__sale"><dt><span class="visually-hidden visually-hidden--inline">Sale price</span></dt><dd><span class="price-item price-item--sale" data-sale-price>${dollars(amount)}</span></dd><dt><span class="visually-hidden visually-hidden--inline">Regular price</span></dt><dd><s class="price-item price-item--regular" data-regular-price>${was ? dollars(was) : ''}</s></dd></div><div class="price__badges"><span class="price__badge price__badge--sale" aria-hidden="true"><span>Sale</span></span><span class="price__badge price__badge--sold-out"><span>Sold out</span></span></div></div></dl>`;
    /** The theme's card, with the plain form that merchants paste into it. */
    const card = (product: Good, hasForm = false) =>
      `<div class="grid-view-item${product.soldOut ? ' grid-view-item--sold-out' : ''} product-card"><a class="grid-view-item__link grid-view-item__image-container full-width-link" href="/products/${product.slug}"><span class="visually-hidden">${product.name}</span></a><div class="product-card__image-with-placeholder-wrapper"><img class="grid-view-item__image" src="data:," alt=""></div><div class="h4 grid-view-item__title product-card__title" aria-hidden="true">${product.name}</div>${price(product, true)}${hasForm && !product.variant && !product.soldOut ? `<form method="post" action="/cart/add"><input type="hidden" name="id" value="${product.id}"><input min="1" type="hidden" name="quantity" value="1"><input type="submit" value="Add to cart" class="btn"></form>` : ''}</div>`;
    const grid = (shown: Good[], hasForm = false) =>
      `<ul class="grid grid--uniform grid--view-items">${shown.map((product) => `<li class="grid__item small--one-half medium-up--one-quarter">${card(product, hasForm)}</li>`).join('')}</ul>`;

    app.get('/', (c) =>
      page(
        c,
        'index',
        'North Trail',
        `<div class="shopify-section index-section index-section--flush"><h2 class="h1 mega-title">Made for the long way</h2></div><div class="page-width"><div class="section-header text-center"><h2>Featured collection</h2></div>${grid([small, mug])}</div>`,
      ),
    );
    app.get('/collections/all', (c) =>
      page(
        c,
        'collection',
        'Products',
        `<div data-section-type="collection-template"><header class="collection-header"><div class="section-header text-center"><h1><span class="visually-hidden">Collection: </span>Products</h1></div><div class="filters-toolbar"><label class="filters-toolbar__label select-label" for="SortBy">Sort by</label><select name="sort_by" id="SortBy" class="filters-toolbar__input" data-default-sortby="title-ascending"><option value="title-ascending">Alphabetically, A-Z</option><option value="price-ascending">Price, low to high</option></select><span class="filters-toolbar__product-count">${products.length} products</span></div></header><div class="page-width" id="Collection">${grid(products, true)}</div></div>`,
        '<meta property="og:type" content="product.group">',
      ),
    );
    app.get('/search', (c) =>
      page(
        c,
        'search',
        'Search: 0 results found for &quot;tent&quot;',
        '<div class="page-width"><div class="section-header text-center"><h1>0 results for “tent”</h1></div><p>Check the spelling or use a different word or phrase.</p></div>',
      ),
    );
    app.get('/recommendations/products', (c) =>
      c.html(
        `<section class="page-width product-recommendations-wrapper"><div class="section-header text-center"><h2>You may also like</h2></div>${grid(products.filter(({ others }) => others![0] !== c.req.query('product_id')))}</section>`,
      ),
    );
    app.get('/products/:slug', (c) => {
      const of = variants.filter(({ slug }) => slug === c.req.param('slug'));
      const product = of[0]!;
      const { others, name, slug, soldOut } = product;
      const json = {
        id: Number(others![0]),
        title: name,
        handle: slug,
        price: product.price,
        available: !soldOut,
        variants: of.map((one) => ({
          id: Number(one.id),
          title: one.variant ?? 'Default Title',
          sku: one.sku,
          price: one.price,
          available: !one.soldOut,
          name: titleOf(one),
        })),
      };
      const data = {
        '@context': 'http://schema.org/',
        '@type': 'Product',
        name,
        url: `${origin}/products/${slug}`,
        description: 'Made to last.',
        sku: product.sku,
        brand: { '@type': 'Thing', name: 'North Trail' },
        offers: of.map((one) => ({
          '@type': 'Offer',
          sku: one.sku,
          availability: `http://schema.org/${one.soldOut ? 'OutOfStock' : 'InStock'}`,
          price: one.price / 100,
          priceCurrency: 'CAD',
          url: `${origin}/products/${slug}?variant=${one.id}`,
        })),
      };
      return page(
        c,
        'product',
        name,
        `<div id="shopify-section-product-template" class="shopify-section"><div class="product-template__container page-width" id="ProductSection-product-template" data-section-id="product-template" data-section-type="product" data-enable-history-state="true" data-ajax-enabled="true"><div class="grid product-single"><div class="grid__item product-single__media-group"><img src="data:," alt="${name}"></div><div class="grid__item"><div class="product-single__meta"><h1 class="product-single__title">${name}</h1><div class="product__price">${price(product)}</div><div class="product__policies rte" data-product-policies><a href="/policies/shipping-policy">Shipping</a> calculated at checkout.</div>
<form method="post" action="/cart/add" id="product_form_${others![0]}" accept-charset="UTF-8" class="product-form product-form-product-template${soldOut ? ' product-form--variant-sold-out' : ''}" enctype="multipart/form-data" novalidate data-product-form><input type="hidden" name="form_type" value="product"><input type="hidden" name="utf8" value="✓">${product.variant ? `<div class="product-form__controls-group"><div class="selector-wrapper js product-form__item"><label for="SingleOptionSelector-0">Size</label><select class="single-option-selector single-option-selector-product-template product-form__input" id="SingleOptionSelector-0" data-index="option1">${of.map(({ variant }) => `<option value="${variant}">${variant}</option>`).join('')}</select></div></div>` : ''}<select name="id" id="ProductSelect-product-template" class="product-form__variants no-js">${of.map((one) => `<option value="${one.id}">${one.variant ?? 'Default Title'}${one.soldOut ? ' - Sold out' : ''}</option>`).join('')}</select><div class="product-form__controls-group"><div class="product-form__item"><label for="Quantity-product-template">Quantity</label><input type="number" id="Quantity-product-template" name="quantity" value="1" min="1" pattern="[0-9]*" class="product-form__input product-form__input--quantity" data-quantity-input></div></div><div class="product-form__error-message-wrapper product-form__error-message-wrapper--hidden" data-error-message-wrapper role="alert"><span class="visually-hidden">Error </span><span class="product-form__error-message" data-error-message>Quantity must be 1 or more</span></div><div class="product-form__controls-group product-form__controls-group--submit"><div class="product-form__item product-form__item--submit"><button type="submit" name="add"${soldOut ? ' aria-disabled="true"' : ''} aria-label="${soldOut ? 'Sold out' : 'Add to cart'}" class="btn product-form__cart-submit btn--secondary-accent" aria-haspopup="dialog" data-add-to-cart><span data-add-to-cart-text>${soldOut ? 'Sold out' : 'Add to cart'}</span><span class="hide" data-loader><svg class="icon icon-spinner"></svg></span></button></div></div></form></div><p class="visually-hidden" data-product-status aria-live="polite" role="status"></p><p class="visually-hidden" data-loader-status aria-live="assertive" role="alert" aria-hidden="true">Adding product to your cart</p><div class="product-single__description rte">Made to last. Ships from Canada from $9.00.</div></div></div></div><script type="application/json" id="ProductJson-product-template">${inline(json)}</script></div><div id="shopify-section-product-recommendations" class="shopify-section"><div data-base-url="/recommendations/products" data-product-id="${others![0]}" data-section-type="product-recommendations"></div></div><div class="text-center return-link-wrapper page-width"><a href="/collections/all" class="btn btn--secondary btn--has-icon-before return-link">Back to Products</a></div><script type="application/ld+json">${inline(data)}</script>`,
        `<meta property="og:type" content="product"><meta property="og:price:amount" content="${decimals(product.price)}"><meta property="og:price:currency" content="CAD">`,
        {
          product: {
            id: Number(others![0]),
            vendor: 'North Trail',
            type: '',
            variants: of.map((one) => ({
              id: Number(one.id),
              price: one.price,
              name: titleOf(one),
              public_title: one.variant ?? null,
              sku: one.sku,
            })),
          },
        },
      );
    });

    const lineOf = ({ product, quantity }: Line) => ({
      id: Number(product.id),
      properties: {},
      quantity,
      variant_id: Number(product.id),
      key: `${product.id}:9f2`,
      title: titleOf(product as Good),
      price: product.price,
      original_price: product.price,
      discounted_price: product.price,
      line_price: product.price * quantity,
      original_line_price: product.price * quantity,
      total_discount: 0,
      discounts: [],
      sku: product.sku,
      vendor: 'North Trail',
      final_price: product.price,
      final_line_price: product.price * quantity,
      url: `/products/${product.slug}?variant=${product.id}`,
      featured_image: { url: null, alt: '' },
      handle: product.slug,
      requires_shipping: true,
      product_id: Number(product.others![0]),
      product_title: product.name,
      variant_title: (product as Good).variant ?? null,
      product_has_only_default_variant: !(product as Good).variant,
    });
    /** What the stock does not hold is left out, and said to nobody but the script. */
    const take = (session: Session, product: Good, quantity: number) => {
      const has = session.lines.find((line) => line.product === product)?.quantity ?? 0;
      const taken = Math.min(quantity, product.stock - has);
      return taken > 0 ? add(session.lines, product, taken) : undefined;
    };
    app.post('/cart/add.js', async (c) => {
      const asked = await c.req.parseBody();
      const session = sessionOf(c);
      const product = ofId(asked.id);
      const has = session.lines.find((line) => line.product === product)?.quantity ?? 0;
      if (has + Number(asked.quantity) > product.stock)
        return c.json(
          {
            status: 422,
            message: 'Cart Error',
            description: `You can only add ${product.stock} ${titleOf(product)} to the cart.`,
          },
          422,
          SCRIPT,
        );
      return c.json(lineOf(take(session, product, Number(asked.quantity))!), 200, SCRIPT);
    });
    app.get('/cart.js', (c) => {
      const { lines } = sessionOf(c);
      return c.json(
        {
          token: 'c1-4d2',
          note: null,
          attributes: {},
          original_total_price: sumOf(lines),
          total_price: sumOf(lines),
          total_discount: 0,
          item_count: countOf(lines),
          items: lines.map(lineOf),
          requires_shipping: true,
          currency: 'CAD',
          items_subtotal_price: sumOf(lines),
          cart_level_discount_applications: [],
        },
        200,
        SCRIPT,
      );
    });
    app.post('/cart/add', async (c) => {
      const asked = await c.req.parseBody();
      take(sessionOf(c), ofId(asked.id), Number(asked.quantity ?? 1));
      return c.redirect('/cart');
    });
    app.get('/cart/change', (c) => {
      sessionOf(c).lines.splice(Number(c.req.query('line')) - 1, 1);
      return c.redirect('/cart');
    });
    const amount = (one: number, name: string) =>
      `<dl ${name}><div class="hide" data-cart-item-discounted-price-group><dt><span class="visually-hidden">Regular price</span></dt><dd><s data-cart-item-original-price>${dollars(one)}</s></dd><dt><span class="visually-hidden">Sale price</span></dt><dd><span class="order-discount" data-cart-item-final-price>${dollars(one)}</span></dd></div><div data-cart-item-regular-price-group><dt><span class="visually-hidden">Regular price</span></dt><dd data-cart-item-regular-price>${dollars(one)}</dd></div></dl>`;
    app.get('/cart', (c) => {
      const { lines, note = '' } = sessionOf(c);
      const rows = lines
        .map(
          ({ product, quantity }, at) =>
            `<tr class="cart__row" data-cart-item data-cart-item-key="${product.id}:9f2" data-cart-item-url="/products/${product.slug}?variant=${product.id}" data-cart-item-title="${titleOf(product as Good)}" data-cart-item-index="${at + 1}" data-cart-item-quantity="${quantity}"><td class="cart__meta small--text-left" data-cart-table-cell><div class="cart__product-information"><div class="cart__image-wrapper"><img class="cart__image" src="data:," alt="" data-cart-item-image></div><div><div class="list-view-item__title"><a href="/products/${product.slug}?variant=${product.id}" class="cart__product-title" data-cart-item-title data-role="product-title">${product.name}</a></div><ul class="product-details${(product as Good).variant ? '' : ' hide'}" data-cart-item-details aria-label="Product details"><li class="product-details__item product-details__item--variant-option" data-cart-item-option>Size: ${(product as Good).variant ?? ''}</li></ul><p class="cart__remove"><a href="/cart/change?line=${at + 1}&amp;quantity=0" class="text-link text-link--accent" aria-label="Remove ${titleOf(product as Good)}" data-cart-remove data-role="product-remove">Remove</a></p></div></div></td><td class="cart__price text-right"><div data-cart-item-price>${amount(product.price, 'data-cart-item-price-list')}</div><div class="cart__qty medium-up--hide"><label for="updates_${product.id}:9f2" class="cart__qty-label">Qty</label><input id="updates_${product.id}:9f2" class="cart__qty-input" type="number" value="${quantity}" min="0" data-quantity-input data-quantity-item="${at + 1}" data-quantity-input-mobile></div><div class="cart__qty-error-message-wrapper hide" role="alert"><span class="visually-hidden">Error </span><span class="cart__qty-error-message"></span></div></td><td class="cart__quantity-td text-right small--hide"><div class="cart__qty"><label for="updates_large_${product.id}:9f2" class="cart__qty-label">Quantity</label><input id="updates_large_${product.id}:9f2" class="cart__qty-input" type="number" name="updates[]" value="${quantity}" min="0" pattern="[0-9]*" data-quantity-input data-quantity-item="${at + 1}" data-quantity-input-desktop></div></td><td class="cart__final-price text-right small--hide" data-cart-item-line-price><div>${amount(product.price * quantity, '')}</div></td></tr>`,
        )
        .join('');
      return page(
        c,
        'cart',
        'Your Shopping Cart',
        `<div class="page-width" data-section-type="cart-template" data-ajax-enabled="false"><div ${lines.length ? '' : 'class="hide" '}data-cart-wrapper><div class="cart-header"><h1 class="cart-header__title">Your cart</h1><a href="/collections/all" class="text-link text-link--accent">Continue shopping</a></div><form action="/cart" method="post" novalidate class="cart"><table><thead class="cart__row cart__row--heading"><tr><th scope="col">Product</th><th class="text-right" scope="col">Price</th><th class="text-right small--hide" scope="col">Quantity</th><th class="text-right small--hide" scope="col">Total</th></tr></thead><tbody data-cart-line-items>${rows}</tbody></table><div class="cart__footer"><div class="cart-note"><label for="CartSpecialInstructions" class="cart-note__label">Add a note to your order</label><textarea name="note" id="CartSpecialInstructions" class="cart-note__input" data-cart-notes>${note}</textarea></div><div class="cart-subtotal"><span class="cart-subtotal__title">Subtotal</span> <span class="cart-subtotal__price" data-cart-subtotal>${dollars(sumOf(lines))} CAD</span></div><div class="cart__shipping rte">Taxes and <a href="/policies/shipping-policy">shipping</a> calculated at checkout</div><div class="cart__submit-controls"><input type="submit" name="update" class="cart__submit btn btn--secondary" value="Update"><input type="submit" name="checkout" class="cart__submit btn btn--small-wide" value="Check out"></div><div class="cart__error-message-wrapper hide" role="alert" data-cart-error-message-wrapper><span class="visually-hidden">Error </span><span class="cart__error-message" data-cart-error-message></span></div></div></form><p class="visually-hidden" data-cart-status aria-live="polite" role="status"></p></div><div class="empty-page-content${lines.length ? ' hide' : ''} text-center" data-empty-page-content><h1>Your cart</h1><p class="cart--empty-message">Your cart is currently empty.</p><a href="/" class="btn btn--has-icon-after cart__continue-btn">Continue shopping</a></div></div>`,
      );
    });
    app.post('/cart', async (c) => {
      const asked = await c.req.parseBody({ all: true });
      const session = sessionOf(c);
      session.note = String(asked.note);
      const quantities = [asked['updates[]'] ?? []].flat().map(Number);
      for (const [at, line] of session.lines.entries())
        line.quantity = Math.min(quantities[at]!, (line.product as Good).stock);
      session.lines = session.lines.filter(({ quantity }) => quantity);
      return c.redirect('checkout' in asked ? CHECKOUT : '/cart');
    });

    app.post('/localization', (c) => c.redirect('/collections/all'));
    app.post('/contact', async (c) => {
      const asked = await c.req.parseBody();
      const isMail = /.@./.test(String(asked['contact[email]']));
      if (asked.form_type === 'customer')
        return c.redirect(isMail ? '/?customer_posted=true#ContactFooter' : '/?wrong=1#ContactFooter');
      if (!isMail)
        sessionOf(c).told = alert('<a href="#ContactForm-email" class="form-message__link">Email</a> is invalid.');
      return c.redirect(isMail ? '/pages/contact?contact_posted=true#ContactForm' : '/pages/contact#ContactForm');
    });
    const told = (c: Context) => {
      const session = sessionOf(c);
      const { told: text = '' } = session;
      delete session.told;
      return text;
    };
    app.get('/pages/contact', (c) =>
      page(
        c,
        'page',
        'Contact',
        `<div class="page-width"><div class="section-header text-center"><h1>Contact</h1></div><div class="contact-form form-vertical"><form method="post" action="/contact#ContactForm" id="ContactForm" accept-charset="UTF-8" class="contact-form"><input type="hidden" name="form_type" value="contact"><input type="hidden" name="utf8" value="✓">${c.req.query('contact_posted') ? done("Thanks for contacting us. We'll get back to you as soon as possible.") : told(c)}<label for="ContactForm-name">Name</label><input type="text" id="ContactForm-name" name="contact[Name]"><label for="ContactForm-email">Email <span aria-hidden="true">*</span></label><input type="email" id="ContactForm-email" name="contact[email]" aria-required="true"><label for="ContactForm-phone">Phone Number</label><input type="tel" id="ContactForm-phone" name="contact[Phone Number]" pattern="[0-9\\-]*"><label for="ContactForm-message">Message</label><textarea rows="10" id="ContactForm-message" name="contact[Message]"></textarea><input type="submit" class="btn" value="Send"></form></div></div>`,
      ),
    );
    app.get('/account/login', (c) =>
      page(
        c,
        'login',
        'Account',
        `<div class="page-width"><div id="CustomerLoginForm" class="form-vertical"><form method="post" action="/account/login" id="customer_login" accept-charset="UTF-8" novalidate><input type="hidden" name="form_type" value="customer_login"><h1 class="text-center">Login</h1>${told(c)}<label for="CustomerEmail">Email</label><input type="email" name="customer[email]" id="CustomerEmail"><label for="CustomerPassword">Password</label><input type="password" name="customer[password]" id="CustomerPassword"><input type="submit" class="btn" value="Sign In"><a href="/account/register" id="customer_register_link">Create account</a></form></div></div>`,
      ),
    );
    app.post('/account/login', (c) => {
      sessionOf(c).told = alert('Incorrect email or password.');
      return c.redirect('/account/login');
    });
    app.get('/account/register', (c) =>
      page(
        c,
        'register',
        'Create Account',
        `<div class="page-width"><div class="section-header text-center"><h1>Create Account</h1></div><div class="form-vertical"><form method="post" action="/account" id="RegisterForm" accept-charset="UTF-8" novalidate><input type="hidden" name="form_type" value="create_customer">${told(c)}<label for="RegisterForm-FirstName">First Name</label><input type="text" name="customer[first_name]" id="RegisterForm-FirstName"><label for="RegisterForm-LastName">Last Name</label><input type="text" name="customer[last_name]" id="RegisterForm-LastName"><label for="RegisterForm-email">Email</label><input type="email" name="customer[email]" id="RegisterForm-email"><label for="RegisterForm-password">Password</label><input type="password" name="customer[password]" id="RegisterForm-password"><p class="text-center"><input type="submit" value="Create" class="btn"></p></form></div></div>`,
      ),
    );
    app.post('/account', async (c) => {
      const { 'customer[email]': email } = await c.req.parseBody();
      if (String(email).startsWith('taken')) {
        sessionOf(c).told = alert('This email address is already associated with an account.');
        return c.redirect('/account/register');
      }
      sessionOf(c).in = true;
      return c.redirect('/');
    });
    app.get(`/account/orders/${TOKEN}`, (c) => {
      const lines = sessionOf(c).done ?? [];
      return page(
        c,
        'customers/order',
        `Order #${ORDER}`,
        `<div class="page-width"><div class="section-header text-center"><h1>My account</h1><a href="/account">Return to Account Details</a></div><h2>Order #${ORDER}</h2><p>Placed on November 27, 2026 at 1:20 am</p><table class="responsive-table"><thead><tr><th scope="col">Product</th><th scope="col">SKU</th><th scope="col">Price</th><th scope="col">Quantity</th><th scope="col">Total</th></tr></thead><tbody>${lines.map(({ product, quantity }) => `<tr class="responsive-table-row"><td data-label="Product"><a href="/products/${product.slug}">${titleOf(product as Good)}</a></td><td data-label="SKU">${product.sku}</td><td data-label="Price">${dollars(product.price)}</td><td data-label="Quantity">${quantity}</td><td data-label="Total">${dollars(product.price * quantity)}</td></tr>`).join('')}</tbody><tfoot><tr><td colspan="4">Subtotal</td><td>${dollars(sumOf(lines))}</td></tr><tr><td colspan="4">Shipping (Standard)</td><td>${dollars(SHIPPING)}</td></tr><tr><td colspan="4">Total</td><td>${dollars(sumOf(lines) + SHIPPING)} CAD</td></tr></tfoot></table><h3>Payment Status: Paid</h3></div>`,
      );
    });

    // The checkout is another application: a theme's scripts do not run in it, until its last page lets scripts in.
    app.get(CHECKOUT, (c) =>
      c.html(
        `<!doctype html><html lang="en"><title>Checkout - North Trail</title><a href="/cart">Return to cart</a>${c.req.query('refused') ? '<p class="notice notice--error">Enter a valid discount code, or try another card.</p>' : ''}<form method="post"><input name="checkout[email]" type="email"><input name="checkout[reduction_code]"><button id="apply" name="apply">Apply</button><input name="card"><button id="continue_button">Pay now ${dollars(sumOf(sessionOf(c).lines) + SHIPPING)}</button></form></html>`,
      ),
    );
    app.post(CHECKOUT, async (c) => {
      const asked = await c.req.parseBody();
      if ('apply' in asked || asked.card !== '1') return c.redirect(`${CHECKOUT}?refused=1`);
      const session = sessionOf(c);
      Object.assign(session, { lines: [], done: session.lines });
      return c.redirect(`${CHECKOUT}/thank_you`);
    });
    const status = (c: Context, isFresh: boolean) => {
      const lines = sessionOf(c).done ?? [];
      const total = sumOf(lines) + SHIPPING;
      const checkout = {
        created_at: '2026-11-27T01:20:00-05:00',
        currency: 'CAD',
        customer_id: 51,
        email: 'ann@example.ca',
        order_id: 5500100,
        presentment_currency: 'CAD',
        subtotal_price: decimals(sumOf(lines)),
        total_price: decimals(total),
        total_tax: '0.00',
        token: TOKEN,
        line_items: lines.map(({ product, quantity }) => ({
          id: Number(product.id),
          product_id: Number(product.others![0]),
          variant_id: Number(product.id),
          sku: product.sku,
          title: product.name,
          variant_title: (product as Good).variant ?? '',
          price: decimals(product.price),
          line_price: decimals(product.price * quantity),
          quantity,
        })),
        shipping_rate: { handle: 'standard', price: decimals(SHIPPING), title: 'Standard' },
      };
      return c.html(
        `<!doctype html><html lang="en"><head><title>Thank you for your purchase! - North Trail - Checkout</title>${head}<script>Shopify.checkout = ${inline(checkout)}; Shopify.Checkout = { step: 'thank_you', page: '${isFresh ? 'thank_you' : 'order_status'}', isOrderStatusPage: ${!isFresh}, token: '${TOKEN}', currency: 'CAD' };</script>${tag}</head><body><div class="banner"><a class="logo logo--left" href="${origin}/">North Trail</a></div><div class="content"><div class="main" role="main"><div class="section"><div class="section__header os-header"><div class="os-header__heading"><span class="os-order-number">Order #${ORDER}</span><h2 class="os-header__title" tabindex="-1">${isFresh ? 'Thank you Ann!' : 'Your order is confirmed'}</h2></div></div><div class="content-box"><h2 class="os-step__title">Your order is confirmed</h2><p class="os-step__description">You'll receive an email when your order is ready.</p></div><div class="content-box"><h2>Customer information</h2><p><bdo dir="ltr">ann@example.ca</bdo></p><h3>Payment method</h3><p>ending with 1 — <span class="emphasis">${dollars(total)}</span></p></div></div><div class="step__footer"><a href="${origin}" class="step__footer__continue-btn btn"><span class="btn__content">Continue shopping</span></a></div></div><aside class="sidebar" role="complementary"><h2 class="visually-hidden-if-js">Order summary</h2><table class="product-table"><tbody data-order-summary-section="line-items">${lines.map(({ product, quantity }) => `<tr class="product" data-product-id="${product.others![0]}" data-variant-id="${product.id}" data-product-type=""><td class="product__image"><span class="product-thumbnail__quantity" aria-hidden="true">${quantity}</span></td><th class="product__description" scope="row"><span class="product__description__name order-summary__emphasis">${product.name}</span><span class="product__description__variant order-summary__small-text">${(product as Good).variant ?? ''}</span></th><td class="product__quantity"><span class="visually-hidden">${quantity}</span></td><td class="product__price"><span class="order-summary__emphasis skeleton-while-loading">${dollars(product.price * quantity)}</span></td></tr>`).join('')}</tbody></table><table class="total-line-table"><tbody class="total-line-table__tbody"><tr class="total-line total-line--subtotal"><th class="total-line__name" scope="row">Subtotal</th><td class="total-line__price"><span class="order-summary__emphasis" data-checkout-subtotal-price-target="${sumOf(lines)}">${dollars(sumOf(lines))}</span></td></tr><tr class="total-line total-line--shipping"><th class="total-line__name" scope="row"><span>Shipping</span></th><td class="total-line__price"><span class="order-summary__emphasis" data-checkout-total-shipping-target="${SHIPPING}">${dollars(SHIPPING)}</span></td></tr></tbody><tfoot class="total-line-table__footer"><tr class="total-line"><th class="total-line__name payment-due-label" scope="row"><span class="payment-due-label__total">Total</span></th><td class="total-line__price payment-due"><span class="payment-due__currency">CAD</span> <span class="payment-due__price" data-checkout-payment-due-target="${total}">${dollars(total)}</span></td></tr></tfoot></table></aside></div></body></html>`,
      );
    };
    const seen = new Set<unknown>();
    app.get(`${CHECKOUT}/thank_you`, (c) => {
      const session = sessionOf(c);
      if (seen.has(session)) return c.redirect(`/25085116/orders/${TOKEN}`);
      seen.add(session);
      return status(c, true);
    });
    app.get(`/25085116/orders/${TOKEN}`, (c) => status(c, false));

    const catalog = press('#SiteNav a[href="/collections/all"]');
    const open =
      ({ slug }: Good) =>
      async (tab: Page) => {
        await catalog(tab);
        await press(`#Collection a[href="/products/${slug}"]`)(tab);
      };
    const quick = (at: number) => async (tab: Page) => {
      await catalog(tab);
      await press(`#Collection li:nth-child(${at}) form .btn`)(tab);
    };
    const popup = '.cart-popup-wrapper:not(.cart-popup-wrapper--hidden)';
    const refused = '.product-form__error-message-wrapper:not(.product-form__error-message-wrapper--hidden)';
    const quantity = (text: string, shown: string) =>
      fill({ '#Quantity-product-template': text }, until('[name=add]', shown));
    const pay = (more: Record<string, string>, button = '#continue_button') =>
      fill({ '[type=email]': 'ann@example.ca', ...more }, press(button));
    const bought: [Product, number][] = [
      [large, 3],
      [mug, 3],
    ];
    const total = large.price * 3 + mug.price * 3 + SHIPPING;
    return {
      apps: { shop: app },
      walk: [
        step('arrives', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.ca/' }), { name: 'landing' }),
        step('accepts cookies', (tab) => tab.click('#shopify-pc__banner__btn-accept')),
        step('searches in vain', async (tab) => {
          await tab.click('[data-predictive-search-open-drawer]');
          await fill({ '#SearchDrawer [name=q]': 'tent' }, press('#SearchDrawer [type=submit]'))(tab);
        }),
        step('opens the catalog', catalog),
        step('sorts it', (tab) => tab.selectOption('#SortBy', 'price-ascending').then(() => tab.waitForURL(/sort_by/))),
        step('opens the poster, sold out', open(poster), pieces('view_item', 'CAD', [poster, 1])),
        step('presses what says so', (tab) => tab.click('[name=add]', { force: true })),
        step('opens the mug, on sale', open(mug), pieces('view_item', 'CAD', [mug, 1])),
        step('opens the tee', open(small), pieces('view_item', 'CAD', [small, 1])),
        step(
          'chooses the large one',
          (tab) => tab.selectOption('#SingleOptionSelector-0', 'Large'),
          optional('view_item'),
        ),
        step('asks for none', quantity('0', refused)),
        step('adds two', quantity('2', popup), pieces('add_to_cart', 'CAD', [large, 2])),
        step('goes on shopping', (tab) => tab.click('[data-cart-popup-dismiss]')),
        step('adds a third', quantity('1', popup), pieces('add_to_cart', 'CAD', [large, 1])),
        step('dismisses the popup', (tab) => tab.click('[data-cart-popup-dismiss]')),
        step('wants more than there are', quantity('5', refused)),
        step(
          'adds a mug from its card',
          quick(2),
          pieces('add_to_cart', 'CAD', [mug, 1]),
          pieces('view_cart', 'CAD', [large, 3], [mug, 1]),
        ),
        step(
          'adds the candle from its card',
          quick(3),
          pieces('add_to_cart', 'CAD', [candle, 1]),
          pieces('view_cart', 'CAD', [large, 3], [mug, 1], [candle, 1]),
        ),
        step('wants another, and there is none', quick(3), optional('view_cart')),
        step('updates the cart as it is', press('[name=update]'), optional('view_cart')),
        step(
          'leaves a note',
          fill({ '#CartSpecialInstructions': 'A gift' }, press('[name=update]')),
          optional('view_cart'),
        ),
        step(
          'takes three mugs',
          fill({ '[data-cart-item-index="2"] [name="updates[]"]': '3' }, press('[name=update]')),
          { ...pieces('add_to_cart', 'CAD', [mug, 2]), optional: true },
          optional('view_cart'),
        ),
        step(
          'removes the candle',
          press('[data-cart-item-index="3"] .cart__remove a'),
          pieces('remove_from_cart', 'CAD', [candle, 1]),
          optional('view_cart'),
        ),
        step(
          'mistypes an address for the newsletter',
          fill({ '#ContactFooter-email': 'ann' }, press('.newsletter__submit')),
        ),
        step(
          'leaves one that is right',
          fill({ '#ContactFooter-email': 'ann@example.ca' }, press('.newsletter__submit')),
          { name: 'generate_lead', form_kind: 'newsletter' },
        ),
        step('writes without an address', async (tab) => {
          await press('#SiteNav a[href="/pages/contact"]')(tab);
          await fill({ '#ContactForm-message': 'When?' }, press('#ContactForm .btn'))(tab);
        }),
        step(
          'writes to the shop',
          fill({ '#ContactForm-email': 'ann@example.ca', '#ContactForm-message': 'When?' }, press('#ContactForm .btn')),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step('fails to log in', async (tab) => {
          await press('.site-header__account')(tab);
          await fill(
            { '#CustomerEmail': 'ann@example.ca', '#CustomerPassword': 'x' },
            press('#customer_login .btn'),
          )(tab);
        }),
        step('opens an account that there is', async (tab) => {
          await press('#customer_register_link')(tab);
          await fill(
            { '#RegisterForm-email': 'taken@example.ca', '#RegisterForm-password': 'secret77' },
            press('#RegisterForm .btn'),
          )(tab);
        }),
        step(
          'opens one of her own',
          fill(
            {
              '#RegisterForm-FirstName': 'Ann',
              '#RegisterForm-LastName': 'Lee',
              '#RegisterForm-email': 'ann@example.ca',
              '#RegisterForm-password': 'secret77',
            },
            press('#RegisterForm .btn'),
          ),
          { name: 'sign_up' },
        ),
        step('confirms the country', press('#localization_form button')),
        step('opens the cart', press('.site-header__cart'), pieces('view_cart', 'CAD', [large, 3], [mug, 3])),
        step('goes to the checkout', press('[name=checkout]'), pieces('begin_checkout', 'CAD', [large, 3], [mug, 3])),
        step('thinks again', press('a'), optional('view_cart')),
        step('goes there after all', press('[name=checkout]'), optional('begin_checkout')),
        step('tries a coupon', pay({ '[name="checkout[reduction_code]"]': 'TRAIL' }, '#apply')),
        step('has the card declined', pay({ '[name=card]': '2' })),
        step('pays', pay({ '[name=card]': '1' }), order('CAD', { id: ORDER, total, shipping: SHIPPING }, ...bought)),
        step('reloads, which leads to the state of the order', (tab) => tab.reload()),
        step('goes on shopping', press('.step__footer__continue-btn')),
        step('looks at the order in the account', (tab) => tab.goto(`${origin}/account/orders/${TOKEN}`)),
        step(
          'opens its state from a mail',
          (tab) => tab.goto(`${origin}/25085116/orders/${TOKEN}`, { referer: 'https://mail.google.com/' }),
          optional('landing'),
        ),
        step('opens the empty cart', (tab) => tab.goto(`${origin}/cart`), optional('view_cart')),
      ],
    };
  },
};

export default platform;
