import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Page } from 'playwright-core';
import {
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
import { clientOf, inline } from '../spa.ts';

// From exported pages of several shops (cart, product, checkout, confirmation) and their requests to /.wf_graphql.
// Everything of the cart comes by script; what changes a line is sent as `AddToCart`, as what adds one.

const FEE = 450;
const ORDER = '9f1c2ab';

const ware = (id: string, sku: string, name: string, slug: string, price: number, soldOut = false): Product => ({
  ...good(id, sku, name, slug, price, soldOut),
});
const small = ware('66acbfd6636bae32f4fa0063', '66acbfcfe56183b94f50934c', 'Cedar Candle', 'cedar-candle', 1800);
const large: Product = { ...small, id: '66acbfd6636bae32f4fa0064', price: 3200 };
const holder = ware('66acc0d6636bae32f4fa0071', '66acc0cfe56183b94f509360', 'Slate Holder', 'slate-holder', 2250);
const wick = ware('66acc1d6636bae32f4fa0082', '66acc1cfe56183b94f509371', 'Wick Trimmer', 'wick-trimmer', 950);
const set = ware('66acc2d6636bae32f4fa0093', '66acc2cfe56183b94f509382', 'Winter Set', 'winter-set', 6400, true);
const pages = [small, holder, wick, set];
const skus = [small, large, holder, wick, set];
const STOCK = 5;

interface Session {
  lines: Line[];
  ships?: boolean;
  tries: number;
  done?: { lines: Line[] };
}

const pounds = printer('en-GB', 'GBP');
/** `£ 24.00 GBP`, with spaces that do not break. */
const written = (amount: number) => `£&nbsp;${pounds(amount).slice(1)}&nbsp;GBP`;
const money = (value: number) => ({
  value,
  unit: 'GBP',
  decimalValue: (value / 100).toFixed(2),
  string: written(value).replaceAll('&nbsp;', '\u00a0'),
  __typename: 'CommercePrice',
});

const platform: Platform = {
  name: 'Webflow Ecommerce',
  family: 'api',
  hosts: ['forms'],
  open: ({ shop: origin, forms }, tag) => {
    const app = new Hono();
    const sessionOf = createCarts<Session>(() => ({ lines: [], tries: 0 }), 'wf-order-id');
    const script = clientOf('webflow');
    const binding = encodeURIComponent('[{"from":"f_price_","to":"innerHTML"}]');
    const bindings = Object.fromEntries(
      skus.map((sku) => [
        sku.id,
        { price: written(sku.price), option: sku === small ? 'Small' : sku === large ? 'Large' : '' },
      ]),
    );

    const form = (id: string, name: string, fields: string, label: string) =>
      `<div class="form-block w-form"><form id="${id}" name="${id}" data-name="${name}" method="get" data-wf-page-id="66" data-wf-element-id="7" aria-label="${name}">
${fields}<input type="submit" data-wait="Please wait..." class="submit-button w-button" value="${label}"></form>
<div class="w-form-done" tabindex="-1" role="region" aria-label="${name} success"><div>Thank you! Your submission has been received!</div></div>
<div class="w-form-fail" tabindex="-1" role="region" aria-label="${name} failure"><div>Oops! Something went wrong while submitting the form.</div></div></div>`;
    const email =
      '<input class="text-field w-input" maxlength="256" name="Email" data-name="Email" placeholder="Your email" type="email" id="Email" required>';
    const cart = `<div data-open-product="" data-wf-cart-type="rightSidebar" data-wf-cart-query="query Dynamo3 { database { commerceOrder { userItems { count } } } }" data-wf-page-link-href-prefix="" class="w-commerce-commercecartwrapper" data-node-type="commerce-cart-wrapper">
<a class="w-commerce-commercecartopenlink cart-button w-inline-block" role="button" aria-haspopup="dialog" aria-label="Open cart" data-node-type="commerce-cart-open-link" href="#">
<div class="w-inline-block">Cart</div><div class="w-commerce-commercecartopenlinkcount cart-quantity">0</div></a>
<div style="display:none" class="w-commerce-commercecartcontainerwrapper w-commerce-commercecartcontainerwrapper--cartType-rightSidebar" data-node-type="commerce-cart-container-wrapper">
<div data-node-type="commerce-cart-container" role="dialog" class="w-commerce-commercecartcontainer">
<div class="w-commerce-commercecartheader"><h4 class="w-commerce-commercecartheading">Your Cart</h4>
<a class="w-commerce-commercecartcloselink w-inline-block" role="button" aria-label="Close cart" data-node-type="commerce-cart-close-link">×</a></div>
<div class="w-commerce-commercecartformwrapper"><form style="display:none" class="w-commerce-commercecartform" data-node-type="commerce-cart-form">
<div class="w-commerce-commercecartlist" data-wf-collection="database.commerceOrder.userItems"></div>
<div class="w-commerce-commercecartfooter"><div aria-atomic="true" aria-live="polite" class="w-commerce-commercecartlineitem"><div>Subtotal</div><div class="w-commerce-commercecartordervalue"></div></div>
<div><a href="/checkout" value="Continue to Checkout" class="w-commerce-commercecartcheckoutbutton" data-loading-text="Hang Tight..." data-node-type="cart-checkout-button">Continue to Checkout</a></div></div></form>
<div class="w-commerce-commercecartemptystate"><div aria-live="polite" aria-label="This cart is empty">No items found.</div></div>
<div style="display:none" aria-live="assertive" class="w-commerce-commercecarterrorstate" data-node-type="commerce-cart-error"><div class="w-cart-error-msg">Product is not available in this quantity.</div></div>
</div></div></div></div>`;
    const page = (c: Context, title: string, body: string, slug = '') =>
      c.html(`<!DOCTYPE html><html data-wf-domain="www.cedarandslate.example" data-wf-page="66" data-wf-site="65"${slug && ` data-wf-item-slug="${slug}"`}><head>
<meta charset="utf-8"><title>${title}</title><meta content="${title}" property="og:title"><meta property="og:type" content="website"><meta content="Webflow" name="generator">${tag}
<style>.w-form-done, .w-form-fail { display: none } .w-dyn-hide { display: none !important }</style></head><body>
<div class="navbar w-nav" role="banner"><a href="/" class="brand w-nav-brand"><div>Cedar &amp; Slate</div></a><nav role="navigation" class="w-nav-menu">
<a href="/shop" class="nav-link w-nav-link">Shop</a><a href="/contact" class="nav-link w-nav-link">Contact</a></nav>
<form action="/search" class="search w-form"><input class="search-input w-input" maxlength="256" name="query" placeholder="Search…" type="search" id="search" required><input type="submit" class="search-button w-button" value="Search"></form>
${cart}</div>${body}
<div class="footer">${form('email-form', 'Newsletter', email, 'Send')}<div>© 2026 Cedar &amp; Slate. Powered by Webflow</div></div>
<script type="application/json" id="shop">${inline({ site: { forms: `${forms}/api/v1/form/65` }, bindings })}</script><script>${script}</script></body></html>`);

    /** The form that adds, with the boxes for what may come of it. */
    const add = (product: Product, more = '') =>
      `<div class="add-to-cart"><form data-node-type="commerce-add-to-cart-form" data-commerce-sku-id="${product === small ? '' : product.id}" data-loading-text="Adding to cart..." data-commerce-product-id="${product.sku}" class="w-commerce-commerceaddtocartform default-state"${product.soldOut ? ' style="display:none"' : ''}>${more}
<input type="submit" data-node-type="commerce-add-to-cart-button" data-loading-text="Adding to cart..." aria-busy="false" aria-haspopup="dialog" class="w-commerce-commerceaddtocartbutton" value="Add to Cart">
<a data-node-type="commerce-buy-now-button" data-default-text="Buy now" aria-busy="false" aria-haspopup="false" style="display:none" class="w-commerce-commercebuynowbutton w-dyn-hide" href="/checkout">Buy now</a></form>
<div style="${product.soldOut ? '' : 'display:none'}" class="w-commerce-commerceaddtocartoutofstock" tabindex="0"><div>This product is out of stock.</div></div>
<div aria-live="assertive" data-node-type="commerce-add-to-cart-error" style="display:none" class="w-commerce-commerceaddtocarterror"><div data-node-type="commerce-add-to-cart-error"
data-w-add-to-cart-quantity-error="Product is not available in this quantity." data-w-add-to-cart-general-error="Something went wrong when adding this item to the cart."
data-w-add-to-cart-select-all-options-error="Please select an option in each set.">Product is not available in this quantity.</div></div></div>`;
    const card = (product: Product) =>
      `<div role="listitem" class="w-dyn-item"><a href="/product/${product.slug}" class="product-card w-inline-block"><img src="data:," loading="lazy" alt="" class="product-image">
<div class="product-name">${product.name}</div><div>${written(product.price)}</div></a>${product === wick ? add(wick) : ''}</div>`;
    const list = (shown: Product[]) =>
      shown.length
        ? `<div class="w-dyn-list"><div role="list" class="products-grid w-dyn-items">${shown.map(card).join('')}</div></div>`
        : '<div class="w-dyn-list"><div class="w-dyn-empty"><div>No items found.</div></div></div>';

    app.get('/', (c) =>
      page(c, 'Cedar & Slate', `<div class="hero"><h1>Light for long evenings</h1></div>${list([small, holder])}`),
    );
    app.get('/shop', (c) => page(c, 'Shop', `<div class="section"><h1>Shop</h1>${list(pages)}</div>`));
    app.get('/search', (c) => {
      const word = (c.req.query('query') ?? '').toLowerCase();
      const found = pages.filter(({ name }) => name.toLowerCase().includes(word));
      const results = found.map(
        ({ name, slug }) =>
          `<div role="listitem" class="search-result-item"><a href="/product/${slug}">${name}</a><p>Hand made.</p></div>`,
      );
      return page(
        c,
        'Search Results',
        `<div class="section"><h1>Search results</h1><div class="search-result-list">${results.join('') || '<div>No matching results found.</div>'}</div></div>`,
      );
    });
    app.get('/product/:slug', (c) => {
      const product = pages.find(({ slug }) => slug === c.req.param('slug'))!;
      const options = `<div data-node-type="commerce-add-to-cart-option-list" data-commerce-product-id="${product.sku}" data-preselect-default-variant="false" role="group"><div role="group">
<label for="option-set-7c">Size</label><select id="option-set-7c" data-node-type="commerce-add-to-cart-option-select" data-commerce-option-set-id="7c" class="w-select"><option value="" selected>Select Size</option>
<option value="s1" data-sku="${small.id}">Small</option><option value="s2" data-sku="${large.id}">Large</option></select></div></div>`;
      const quantity =
        '<label for="quantity-99d">Quantity</label><input type="number" pattern="^[0-9]+$" inputmode="numeric" id="quantity-99d" name="commerce-add-to-cart-quantity-input" min="1" class="w-commerce-commerceaddtocartquantityinput" value="1">';
      return page(
        c,
        `${product.name} | Cedar & Slate`,
        `<div class="section"><div class="product-grid"><div class="product-images"><a href="#" class="w-inline-block w-lightbox" aria-label="open lightbox" aria-haspopup="dialog"><img src="data:," alt=""></a></div>
<div class="product-details-block"><h1>${product.name}</h1><div data-wf-sku-bindings="${binding}" class="price-text">${written(product.price)}</div><p>Poured by hand, burns for forty hours.</p>
${add(product, `${product === small ? options : ''}${quantity}`)}</div></div><h2>You may also like</h2>${list(pages.filter((other) => other !== product).slice(0, 2))}</div>`,
        product.slug,
      );
    });
    app.get('/contact', (c) =>
      page(
        c,
        'Contact',
        `<div class="section"><h1>Write to us</h1>${form(
          'wf-form-Contact',
          'Contact',
          `<label for="name">Name</label><input class="w-input" name="Name" data-name="Name" type="text" id="name">
<label for="contact-mail">Email Address</label><input class="w-input" name="Address" data-name="Address" type="email" id="contact-mail" required><label for="field">Message</label><textarea id="field" name="Message" class="w-input"></textarea>`,
          'Send',
        )}</div>`,
      ),
    );

    const block = (title: string, body: string) =>
      `<div class="w-commerce-commercecheckoutblockheader"><h4>${title}</h4></div><fieldset class="w-commerce-commercecheckoutblockcontent">${body}</fieldset>`;
    const summary = `<div class="w-commerce-commercecheckoutorderitemswrapper"><div class="w-commerce-commercecheckoutsummaryblockheader"><h4>Items in Order</h4></div><fieldset class="w-commerce-commercecheckoutblockcontent">
<div role="list" class="w-commerce-commercecheckoutorderitemslist" data-wf-collection="database.commerceOrder.userItems"></div></fieldset></div></div><div class="w-commerce-commercelayoutsidebar">
<div class="w-commerce-commercecheckoutordersummarywrapper"><div class="w-commerce-commercecheckoutsummaryblockheader"><h4>Order Summary</h4></div><fieldset class="w-commerce-commercecheckoutblockcontent">
<div class="w-commerce-commercecheckoutsummarylineitem"><div>Subtotal</div><div class="subtotal"></div></div><div class="w-commerce-commercecheckoutordersummaryextraitemslist"></div>
<div class="w-commerce-commercecheckoutsummarylineitem"><div>Total</div><div class="w-commerce-commercecheckoutsummarytotal"></div></div></fieldset></div>`;
    const input = (name: string, label: string, type = 'text') =>
      `<label class="w-commerce-commercecheckoutlabel">${label} *</label><input class="w-commerce-commercecheckoutshipping${name}" name="${name}" type="${type}" required>`;
    app.get('/checkout', (c) =>
      page(
        c,
        'Checkout',
        `<div data-node-type="commerce-checkout-form-container" data-wf-checkout-query="query Dynamo2 { site { id } }" data-wf-page-link-href-prefix="" class="w-commerce-commercecheckoutformcontainer">
<div class="w-commerce-commercelayoutcontainer w-container"><div class="w-commerce-commercelayoutmain">
<form data-node-type="commerce-checkout-customer-info-wrapper" class="w-commerce-commercecheckoutcustomerinfowrapper">${block('Customer Info', input('email', 'Email', 'email'))}</form>
<form data-node-type="commerce-checkout-shipping-address-wrapper" class="w-commerce-commercecheckoutshippingaddresswrapper">${block(
          'Shipping Address',
          `${input('name', 'Full Name')}${input('address_line1', 'Street Address')}${input('address_city', 'City')}${input('address_zip', 'Zip/Postal Code')}
<label class="w-commerce-commercecheckoutlabel">Country *</label><select name="address_country" class="w-commerce-commercecheckoutshippingcountryselector"><option value="GB">United Kingdom</option></select>`,
        )}</form>
<form class="w-commerce-commercecheckoutshippingmethodswrapper">${block(
          'Shipping Method',
          '<div data-node-type="commerce-checkout-shipping-methods-list" class="w-commerce-commercecheckoutshippingmethodslist"></div><div class="w-commerce-commercecheckoutshippingmethodsemptystate"><div>No shipping methods are available for the address given.</div></div>',
        )}</form>
<div class="w-commerce-commercecheckoutpaymentinfowrapper">${block(
          'Payment Info',
          '<label class="w-commerce-commercecheckoutlabel">Card Number *</label><div data-wf-stripe-style="" class="w-commerce-commercecheckoutcardnumber"><iframe title="Secure card number input frame" srcdoc="&lt;input name=cardnumber&gt;"></iframe></div>',
        )}</div>${summary}
<form data-node-type="commerce-checkout-discount-form" class="w-commerce-commercecheckoutdiscounts"><label class="w-commerce-commercecheckoutlabel">Discount Code</label><div class="w-commerce-commercecheckoutdiscountsinputwrapper">
<input type="text" name="discountCode" id="wf-ecom-discounts" class="w-commerce-commercecheckoutdiscountsinput"><button type="submit" class="w-commerce-commercecheckoutdiscountsbutton">Apply</button></div></form>
<a href="#" role="button" value="Place Order" data-node-type="commerce-checkout-place-order-button" class="w-commerce-commercecheckoutplaceorderbutton" data-loading-text="Placing Order...">Place Order</a>
<div aria-live="polite" data-node-type="commerce-checkout-error-state" style="display:none" class="w-commerce-commercecheckouterrorstate"><div class="w-checkout-error-msg"></div></div></div></div></div>`,
      ),
    );
    app.get('/order-confirmation', (c) =>
      page(
        c,
        'Order Confirmation',
        `<div data-node-type="commerce-order-confirmation-wrapper" data-wf-order-query="query Dynamo2 { site { id } }" class="w-commerce-commerceorderconfirmationcontainer"><div class="w-commerce-commercelayoutcontainer w-container">
<div class="w-commerce-commercelayoutmain"><div class="w-commerce-commercecheckoutcustomerinfosummarywrapper">${block('Customer Information', '<label class="w-commerce-commercecheckoutsummarylabel">Email</label><div>ann@b.example</div>')}</div>
<div class="w-commerce-commercecheckoutshippingsummarywrapper">${block('Shipping Method', '<div>Royal Mail</div><div></div>')}</div>
<div class="w-commerce-commercecheckoutpaymentsummarywrapper">${block('Payment Info', '<label class="w-commerce-commercecheckoutsummarylabel">Payment Info</label><div>Visa 4242</div>')}</div>${summary}</div></div></div>`,
      ),
    );

    app.post('/.wf_graphql/csrf', (c) => {
      c.header('set-cookie', 'wf-csrf=Ny4; path=/');
      return c.json({ ok: 1 });
    });
    const orderOf = (lines: Line[], ships?: boolean) => ({
      comment: '',
      extraItems: ships
        ? [
            {
              name: 'Royal Mail',
              pluginId: '1',
              pluginName: 'shipping',
              price: money(FEE),
              __typename: 'CommerceOrderExtraItem',
            },
          ]
        : [],
      id: ORDER,
      startedOn: '2026-11-26T10:00:00.000Z',
      statusFlags: { hasDownloads: false, hasSubscription: false, isFreeOrder: false, requiresShipping: true },
      subtotal: money(sumOf(lines)),
      total: money(sumOf(lines) + (ships ? FEE : 0)),
      updatedOn: '2026-11-26T10:00:00.000Z',
      userItems: lines.map(({ product, quantity }, at) => ({
        count: quantity,
        id: `5c${at}e`,
        price: money(product.price),
        product: { id: product.sku, cmsLocaleId: null, draft: false, archived: false, f_name_: product.name },
        rowTotal: money(product.price * quantity),
        sku: {
          cmsLocaleId: null,
          draft: false,
          archived: false,
          f_main_image_4dr: { url: '/one.png', alt: null },
          id: product.id,
        },
      })),
      userItemsCount: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      __typename: 'CommerceOrder',
    });
    const failed = (field: string, code: string, message: string) => ({
      errors: [{ message, path: [field], code, name: code }],
      data: { [field]: null },
    });
    type Asked = { operationName: string; query: string; variables: Record<string, unknown> };
    const answer = (session: Session, { operationName, query, variables }: Asked) => {
      const done = (field: string, more = {}) => ({ data: { [field]: { ok: true, ...more, __typename: field } } });
      if (/^Dynamo/.test(operationName)) {
        const placed = variables.finalizedOrder ? session.done : undefined;
        const lines = placed?.lines ?? session.lines;
        const commerceOrder = lines.length ? orderOf(lines, placed ? true : session.ships) : null;
        return {
          data: {
            database: { id: '65', commerceOrder },
            site: { commerce: { id: '65', defaultCountry: 'GB', defaultCurrency: 'GBP' } },
          },
        };
      }
      if (operationName === 'AddToCart') {
        const product = skus.find(({ id }) => id === variables.skuId)!;
        const isUpdate = query.includes('ecommerceUpdateCartItem');
        const field = isUpdate ? 'ecommerceUpdateCartItem' : 'ecommerceAddToCart';
        const line = session.lines.find((other) => other.product === product);
        const count = Number(variables.count) + (isUpdate ? 0 : (line?.quantity ?? 0));
        if (count > STOCK) return failed(field, 'OutOfInventory', 'Not enough inventory');
        if (line) line.quantity = count;
        else session.lines.push({ product, quantity: count });
        session.lines = session.lines.filter(({ quantity }) => quantity);
        return done(field, {
          itemId: product.id,
          itemCount: Number(variables.count),
          itemPrice: { unit: 'GBP', decimalValue: product.price / 100 },
        });
      }
      if (operationName === 'CheckoutApplyDiscount')
        return failed('ecommerceApplyDiscount', 'DiscountInvalid', 'Discount is invalid');
      if (operationName === 'CheckoutRecalcEstimations')
        return done('ecommerceRecalcEstimations', { shipping: [{ id: 'rm', name: 'Royal Mail', price: money(FEE) }] });
      if (operationName === 'CheckoutUpdateShippingMethod') session.ships = true;
      if (operationName === 'AttemptSubmitOrder') {
        if (!session.tries++) return failed('ecommerceAttemptSubmitOrder', 'CardDeclined', 'Your card was declined.');
        const { lines } = session;
        session.done = { lines };
        session.lines = [];
        return done('ecommerceAttemptSubmitOrder', {
          orderId: ORDER,
          token: 'f00d',
          customerPaid: { decimalValue: ((sumOf(lines) + FEE) / 100).toFixed(2), unit: 'GBP' },
          purchasedItems: lines.map(({ product: { sku, name, price }, quantity }) => ({
            id: sku,
            name,
            count: quantity,
            price: { decimalValue: price / 100 },
          })),
          status: 'success',
          clientSecret: null,
          nextAction: null,
        });
      }
      return done(operationName);
    };
    app.post('/.wf_graphql/apollo', async (c) => {
      const session = sessionOf(c);
      const asked = (await c.req.json()) as Asked[];
      return c.json(asked.map((one) => answer(session, one)));
    });

    const formApp = new Hono();
    formApp.use(cors());
    formApp.post('/api/v1/form/:site', async (c) => {
      const asked = Object.values(await c.req.parseBody()).join();
      return asked.includes('spam') ? c.json({ msg: 'Forbidden', code: 403 }, 403) : c.json({ msg: 'ok', code: 200 });
    });

    const drawn = '[data-node-type=commerce-cart-container-wrapper] .w-commerce-commercecartitem';
    const button = '.product-details-block [data-node-type=commerce-add-to-cart-button]';
    const openCart = until('[data-node-type=commerce-cart-open-link]', '[data-node-type=commerce-cart-container]');
    const close = (tab: Page) => tab.click('[data-node-type=commerce-cart-close-link]');
    const row = (name: string) => `.w-commerce-commercecartitem:has-text("${name}")`;
    const open =
      ({ slug }: Product) =>
      async (tab: Page) => {
        await press('.w-nav-link >> nth=0')(tab);
        await press(`.product-card[href$="${slug}"]`)(tab);
      };
    const places = (shown: string) => until('[data-node-type=commerce-checkout-place-order-button]', shown);
    const bought: [Product, number][] = [
      [large, 2],
      [wick, 1],
    ];
    return {
      apps: { shop: app, forms: formApp },
      walk: [
        step('arrives', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.com/' }), { name: 'landing' }),
        step(
          'subscribes and is refused',
          fill(
            { '#email-form [name=Email]': 'spam@b.example' },
            until('#email-form .w-button', '.footer .w-form-fail'),
          ),
        ),
        step(
          'subscribes',
          fill({ '#email-form [name=Email]': 'ann@b.example' }, until('#email-form .w-button', '.footer .w-form-done')),
          {
            name: 'generate_lead',
            form_kind: 'newsletter',
          },
        ),
        step('searches in vain', fill({ '#search': 'lamp' }, press('.search-button'))),
        step('opens the set, sold out', open(set), pieces('view_item', 'GBP', [set, 1])),
        step('opens the candle', open(small), pieces('view_item', 'GBP', [small, 1])),
        step('chooses no size', until(button, '.product-details-block .w-commerce-commerceaddtocarterror')),
        step('chooses the large one', (tab) =>
          tab.selectOption('[data-node-type=commerce-add-to-cart-option-select]', 's2'),
        ),
        step(
          'adds two, and the drawer opens',
          fill({ '[name=commerce-add-to-cart-quantity-input]': '2' }, until(button, drawn)),
          pieces('add_to_cart', 'GBP', [large, 2]),
          optional('view_cart'),
        ),
        step('wants five more than there are', async (tab) => {
          await close(tab);
          await fill(
            { '[name=commerce-add-to-cart-quantity-input]': '5' },
            until(button, '.product-details-block .w-commerce-commerceaddtocarterror'),
          )(tab);
        }),
        step('opens the holder', open(holder), pieces('view_item', 'GBP', [holder, 1])),
        step('adds it', until(button, drawn), pieces('add_to_cart', 'GBP', [holder, 1]), optional('view_cart')),
        step(
          'adds the trimmer in the list',
          async (tab) => {
            await press('.w-nav-link >> nth=0')(tab);
            await until('.w-dyn-item [data-node-type=commerce-add-to-cart-button]', drawn)(tab);
          },
          pieces('add_to_cart', 'GBP', [wick, 1]),
          optional('view_cart'),
        ),
        step('opens the contact page', press('.w-nav-link >> nth=1')),
        step(
          'writes and is refused',
          fill(
            { '#contact-mail': 'spam@b.example', '#field': 'Buy links' },
            until('#wf-form-Contact .w-button', '.section .w-form-fail'),
          ),
        ),
        step(
          'writes to the shop',
          fill(
            { '#contact-mail': 'ann@b.example', '#field': 'Is it vegan?' },
            until('#wf-form-Contact .w-button', '.section .w-form-done'),
          ),
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step('opens the drawer', openCart, pieces('view_cart', 'GBP', [large, 2], [holder, 1], [wick, 1])),
        step('wants more holders than there are', async (tab) => {
          await tab.fill(`${row(holder.name)} input`, '9');
          await tab.press(`${row(holder.name)} input`, 'Tab');
          await tab.waitForSelector('.w-commerce-commercecarterrorstate');
        }),
        step(
          'takes a second holder',
          async (tab) => {
            await tab.fill(`${row(holder.name)} input`, '2');
            await Promise.all([tab.waitForResponse('**/apollo'), tab.press(`${row(holder.name)} input`, 'Tab')]);
          },
          { ...pieces('add_to_cart', 'GBP', [holder, 1]), optional: true },
        ),
        step(
          'removes both',
          async (tab) => {
            await tab.click(`${row(holder.name)} [data-wf-cart-action=remove-item]`);
            await tab.waitForSelector(row(holder.name), { state: 'detached' });
          },
          pieces('remove_from_cart', 'GBP', [holder, 2]),
        ),
        step(
          'goes to the checkout',
          press('[data-node-type=cart-checkout-button]'),
          pieces('begin_checkout', 'GBP', ...bought),
        ),
        step(
          'tries a discount',
          fill(
            { '#wf-ecom-discounts': 'XMAS' },
            until('.w-commerce-commercecheckoutdiscountsbutton', '.w-commerce-commercecheckouterrorstate'),
          ),
        ),
        step('orders without an address', (tab) => tab.click('[data-node-type=commerce-checkout-place-order-button]')),
        step(
          'gives the address',
          fill(
            {
              '[name=email]': 'ann@b.example',
              '[name=name]': 'Ann Lee',
              '[name=address_line1]': '1 High Street',
              '[name=address_city]': 'Leeds',
              '[name=address_zip]': 'LS1 4AP',
            },
            async (tab) => {
              await tab.press('[name=address_zip]', 'Tab');
              await tab.waitForSelector('[name=shipping-method-choice]');
            },
          ),
          optional('add_shipping_info'),
        ),
        step(
          'chooses how it is sent',
          (tab) => tab.check('[name=shipping-method-choice]'),
          pieces('add_shipping_info', 'GBP', ...bought),
        ),
        step(
          'has the card declined',
          places('.w-commerce-commercecheckouterrorstate'),
          optional('add_payment_info'),
          optional('add_shipping_info'),
        ),
        step(
          'orders',
          async (tab) => {
            await press('[data-node-type=commerce-checkout-place-order-button]')(tab);
            await tab.waitForSelector('.w-commerce-commercecheckoutorderitem');
          },
          optional('add_payment_info'),
          order('GBP', { id: ORDER, total: large.price * 2 + wick.price + FEE, shipping: FEE }, ...bought),
        ),
        step('reloads', (tab) => tab.reload()),
        step('goes on shopping', press('.w-nav-link >> nth=0')),
        step('opens the empty drawer', openCart, optional('view_cart')),
      ],
    };
  },
};

export default platform;
