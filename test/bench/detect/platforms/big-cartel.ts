import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import { createCarts, fill, optional, pause, pieces, press, step } from '../parts.ts';
import type { Platform } from '../platform.ts';
import { clientOf, inline } from '../spa.ts';

// From the theme Sidecar of bigcartel-themes, the cart of bigcartel/dugway and its description of the JavaScript API.
// The tag stands in the theme's layout; the checkout at /checkout/TOKEN is the platform's own page and carries none.

interface Option {
  /** What the shop sells under and calls the cart's line by. */
  id: number;
  name: string;
  price: number;
  stock: number;
}

interface Ware {
  id: number;
  name: string;
  permalink: string;
  was?: number;
  options: Option[];
}

const ware = (id: number, name: string, permalink: string, price: number, stock: number, was?: number): Ware => ({
  id,
  name,
  permalink,
  ...(was ? { was } : {}),
  options: [{ id: id * 4, name: 'Default', price, stock }],
});

const mug: Ware = {
  id: 112971528,
  name: 'Moss Mug',
  permalink: 'moss-mug',
  options: [
    { id: 453489216, name: 'Small', price: 2400, stock: 20 },
    { id: 453489219, name: 'Large', price: 3200, stock: 3 },
    { id: 453489222, name: 'Giant', price: 4000, stock: 0 },
  ],
};
const bowl = ware(112971601, 'Ash Bowl', 'ash-bowl', 5850, 4);
const plate = ware(112971733, 'Fern Plate', 'fern-plate', 3600, 30, 4500);
const vase = ware(112971804, 'Kiln Vase', 'kiln-vase', 12000, 0);
const wares = [mug, bowl, plate, vase];
const TOKEN = 'WVW2QJ8Z4KJ1V0T6S3N9XH5BD';

const isSoldOut = ({ options }: Ware) => options.every(({ stock }) => !stock);
const hasOptions = ({ options }: Ware) => options.length > 1;
const sign = (amount: number) => `<span class="currency_sign">$</span>${(amount / 100).toFixed(2)}`;
const priceOf = ({ options }: Ware) => {
  const prices = options.map(({ price }) => price);
  const [min, max] = [Math.min(...prices), Math.max(...prices)];
  return min === max ? sign(min) : `${sign(min)} - ${sign(max)}`;
};

interface Line {
  ware: Ware;
  option: Option;
  quantity: number;
}

const platform: Platform = {
  name: 'Big Cartel (Sidecar)',
  family: 'api',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts(() => ({ lines: [] as Line[], placed: false }), '_big_cartel_session');
    const script = clientOf('big-cartel');
    const countOf = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const totalOf = (lines: Line[]) => lines.reduce((sum, { option, quantity }) => sum + option.price * quantity, 0);

    const jsonOf = (one: Ware) => ({
      id: one.id,
      name: one.name,
      permalink: one.permalink,
      position: 1,
      url: `/product/${one.permalink}`,
      status: isSoldOut(one) ? 'sold-out' : 'active',
      created_at: '2026-04-17T15:41:01.000Z',
      has_password_protection: false,
      images: [{ url: '/images/one.jpg', width: 1000, height: 1000 }],
      price: one.options[0]!.price / 100,
      default_price: one.options[0]!.price / 100,
      tax: 0,
      on_sale: Boolean(one.was),
      description: 'Thrown by hand.',
      has_option_groups: false,
      options: one.options.map(({ id, name, price, stock }) => ({
        id,
        name,
        price: price / 100,
        sold_out: !stock,
        has_custom_price: hasOptions(one),
        isAlmostSoldOut: stock > 0 && stock < 5,
        option_group_values: [],
      })),
      artists: [],
      categories: [{ id: 1412732633, name: 'Tableware', permalink: 'tableware', url: '/category/tableware' }],
      option_groups: [],
    });
    const cartJson = (lines: Line[]) => ({
      item_count: countOf(lines),
      subtotal: totalOf(lines) / 100,
      price: totalOf(lines) / 100,
      total: totalOf(lines) / 100,
      items: lines.map(({ ware: { name, permalink }, option, quantity }) => ({
        id: option.id,
        name: option.name === 'Default' ? name : `${name} - ${option.name}`,
        price: (option.price * quantity) / 100,
        unit_price: option.price / 100,
        shipping: 0,
        tax: 0,
        total: (option.price * quantity) / 100,
        quantity,
        product: permalink,
        option: option.id,
      })),
      country: null,
      shipping: { enabled: false, amount: 0, strict: false, pending: false },
      discount: { enabled: false, pending: false, amount: 0 },
    });

    const page = (c: Context, permalink: string, title: string, body: string, product?: Ware) => {
      const { lines } = cartOf(c);
      const count = countOf(lines);
      const links = [
        ['/category/tableware', 'Tableware'],
        ['/category/vases', 'Vases'],
      ];
      return c.html(`<!DOCTYPE html><html><head><title>${title} | Moss and Ash</title><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Big Cartel"><meta name="author" content="Moss and Ash">
<meta name="referrer" content="strict-origin-when-cross-origin">
<meta property="og:type" content="website"><meta property="og:site_name" content="Moss and Ash">
<meta property="og:title" content="${title}"><meta property="og:url" content="${c.req.url}">
<script>window.bigcartel = window.bigcartel || {};
bigcartel.account = window.bigcartel.account || {}
bigcartel.account.currency = window.bigcartel.account.currency || "AUD"
bigcartel.account.moneyFormat = "sign"
${product ? `window.bigcartel.product = ${inline(jsonOf(product))};` : ''}</script>${tag}
<style>.preloader * { opacity: 0; } #search-modal { display: none }</style></head>
<body id="${permalink}" class="theme preloader transition-preloader" data-bc-page-type="${permalink}">
<a class="skip-link" href="#main">Skip to main content</a>
<div id="search-modal" role="dialog" aria-modal="true" aria-hidden="true"><div class="modal-content"><div class="wrapper">
<button class="minimal-button close-modal" aria-label="Close search dialog" type="button"></button>
<form class="search-form" name="search" action="/products" method="get" accept-charset="utf8" role="search">
<input type="hidden" name="utf8" value="✓"><label for="desktop-search">Search products</label>
<input class="search-input" id="desktop-search" name="search" type="search" autocomplete="off">
<button type="submit" class="button search-button" aria-label="Submit search form"></button></form></div></div></div>
<header class="mobile-header" hidden><button class="menu" aria-label="Open menu"><b></b></button>
<a href="/cart" class="cart" aria-label="View cart"><span class="cart-count">${count}</span></a></header>
<div class="wrapper"><aside class="sidebar"><header class="sidebar-header">
<a href="/" title="Moss and Ash" class="logo text">Moss and Ash</a></header>
<nav role="navigation" aria-label="Main"><section class="sidebar-cart"><a href="/cart" class="cart" aria-label="View cart">
<span class="cart-details">${count} ${count === 1 ? 'item' : 'items'}: ${sign(totalOf(lines))}</span></a></section>
<section class="sidebar-categories"><div class="title"><a href="/products">Products</a></div><ul class="sidebar-links">
<li><button class="button--open-search link" aria-haspopup="dialog" aria-controls="search-modal">Search products</button></li>
${links.map(([url, name]) => `<li><a href="${url}">${name}</a></li>`).join('')}</ul></section>
<section class="sidebar-pages"><ul class="sidebar-links"><li><a href="/shipping-and-returns">Shipping &amp; returns</a></li>
<li><a href="/contact">Contact</a></li></ul></section></nav>
<footer><a class="bigcartel-credit" href="https://www.bigcartel.com/">Powered by Big Cartel</a></footer></aside>
<main class="main" id="main">${body}</main></div><script>${script}</script></body></html>`);
    };

    const status = (one: Ware) => (isSoldOut(one) ? 'Sold out' : one.was ? 'On sale' : '');
    const thumbs = (shown: Ware[]) =>
      shown
        .map(
          (
            one,
          ) => `<a class="prod-thumb overlay-default" href="/product/${one.permalink}" title="${one.name}"><div class="prod-thumb-container">
<div class="product-list-image-container"><img alt="" class="product-list-image" src="data:,"></div></div>
<div class="prod-thumb-info"><div class="prod-thumb-background"></div><div class="prod-thumb-info-headers">
<div class="prod-thumb-name">${one.name}</div><div class="prod-thumb-price">${priceOf(one)}</div>
${status(one) ? `<div class="prod-thumb-status status-secondary">${status(one)}</div>` : ''}</div></div></a>`,
        )
        .join('');
    const list = (shown: Ware[]) =>
      shown.length
        ? `<div class="product-list-container"><div class="product-list product-image-medium">${thumbs(shown)}</div></div>`
        : '<div class="alert-message"><div class="alert-message__text">No products found.</div></div>';

    app.get('/', (c) => page(c, 'home', 'Home', `<div class="page home">${list(wares)}</div>`));
    app.get('/products', (c) => {
      const word = c.req.query('search')?.toLowerCase();
      const found = wares.filter(({ name }) => name.toLowerCase().includes(word ?? ''));
      const title = word ? 'Search results' : 'Products';
      return page(c, 'products', title, `<div class="page products"><h1>${title}</h1>${list(found)}</div>`);
    });
    app.get('/category/:name', (c) => {
      const isVases = c.req.param('name') === 'vases';
      const title = isVases ? 'Vases' : 'Tableware';
      const shown = wares.filter((one) => (one === vase) === isVases);
      return page(c, 'products', title, `<div class="page products"><h1>${title}</h1>${list(shown)}</div>`);
    });

    const choice = (one: Ware) =>
      hasOptions(one)
        ? `<div class="select single-select"><div class="select-wrapper">
<select class="product_option_select" id="option" name="cart[add][id]" aria-label="Select variant" required>
<option value="" disabled="disabled" selected>Select variant</option>${one.options
            .map(({ id, name, price, stock }) =>
              stock
                ? `<option value="${id}" data-price="${price / 100}">${name}</option>`
                : `<option value="${id}" data-price="${price / 100}" disabled disabled-type="sold-out">${name} (sold out)</option>`,
            )
            .join('')}</select></div></div>`
        : `<input type="hidden" name="cart[add][id]" id="option" value="${one.options[0]!.id}">`;
    app.get('/product/:permalink', (c) => {
      const one = wares.find(({ permalink }) => permalink === c.req.param('permalink'))!;
      const price = one.was
        ? `<s class="price-compare">${sign(one.was)}</s> <span class="price-sale">${priceOf(one)}</span>`
        : priceOf(one);
      return page(
        c,
        'product',
        one.name,
        `<div class="page product_detail" data-bc-hook="product-container">
<div class="product-images desktop-carousel" data-total-images="1"><a aria-label="Open image of ${one.name} in image viewer"
class="zoom-image-container gallery-link" href="#"><img alt="${one.name}" class="product-image" src="data:,"></a></div>
<div class="detail"><h1>${one.name}</h1><div class="price"><span class="price-value">${price}</span>
${status(one) ? `<span class="status status-secondary">${status(one)}</span>` : ''}</div>
${
  isSoldOut(one)
    ? ''
    : `<form id="add-to-cart-form" method="post" class="add product-form hide-sold-out" action="/cart" accept-charset="utf8"
data-ajax-cart="true"><input type="hidden" name="utf8" value="✓">
<input type="text" name="cart[add][quantity]" id="product-quantity" value="1" autocomplete="off">${choice(one)}
<button id="add-to-cart-button" class="button add-to-cart-button" type="submit" data-adding-text="Adding..."
data-added-text="Added!" data-add-title="Add to cart" data-sold-title="Sold out"><span class="button-text">Add to cart</span></button>
<div class="product-form-cart-linker"><div class="product-form-cart-linker-slider">
<a class="product-form-cart-linker-link" href="/cart"><span class="product-form-cart-link-text">View cart</span></a></div></div>
<div class="inventory-status-message" data-inventory-message style="display:none;"></div></form>`
}
<div class="product-description body-text"><p>Thrown by hand in small batches. A matching spoon is $9.</p></div></div></div>
<div class="related-products-container" role="complementary" aria-label="You might also like">
<div class="related-products-header"><h2 class="related-products-title">You might also like</h2></div>
<div class="product-list-container"><div class="related-product-list product-list">
${thumbs(wares.filter((other) => other !== one).slice(0, 3))}</div></div></div>`,
        one,
      );
    });

    const qty = (id: number, name: string, func: string) =>
      `<button title="${func === 'increase' ? 'In' : 'De'}crease quantity of ${name}" class="qty-button qty-button--${func}" data-func="${func}" type="button" data-item-id="${id}"><svg></svg></button>`;
    const cartPage = (c: Context, errors: string[] = []) => {
      const { lines } = cartOf(c);
      return page(
        c,
        'cart',
        'Cart',
        `<div class="page cart"><div class="cart-header"><h1>Cart</h1>
${lines.length ? '<a class="continue-shopping" href="/products">Continue Shopping</a>' : ''}</div>
${
  lines.length
    ? `<form method="post" id="cart_form" class="cart-form" action="/cart" accept-charset="utf8">
<input type="hidden" name="utf8" value="✓">
${errors.length ? `<ul class="errors">${errors.map((error) => `<li>${error}</li>`).join('')}</ul>` : ''}
<ul class="cart-items">${lines
        .map(
          ({
            ware: one,
            option: { id, name, price },
            quantity,
          }) => `<li class="cart-item" data-item-id="${id}"><div class="cart-item-image-holder">
<a class="cart-item-image-link" href="/product/${one.permalink}"><img src="data:," alt="${one.name}"></a></div>
<div class="cart-item-detail"><a href="/product/${one.permalink}"><div class="product-name">${one.name}</div></a>
<div class="option-name">${
            hasOptions(one)
              ? `${name} - <span class="cart-item-unit-price">${sign(price)}</span>`
              : `<div class="cart-item-unit-price">${sign(price)}</div>`
          }</div></div>
<div class="cart-qty"><div class="qty-holder" data-item-id="${id}">${qty(id, one.name, 'decrease')}
<input aria-label="Quantity of ${one.name}" type="number" autocomplete="off" class="product-quantity"
name="cart[update][${id}]" min="0" value="${quantity}" data-item-id="${id}">${qty(id, one.name, 'increase')}</div>
<button class="cart-remove-item cart-remove-item--link button minimal-button" data-item-id="${id}" type="button">Remove<span
class="visuallyhidden"> ${one.name} from cart</span></button></div>
<div class="cart-item-price"><span class="cart-item-price__update" data-item-id="${id}">${sign(price * quantity)}</span></div></li>`,
        )
        .join('')}</ul>
<div class="cart-footer"><div class="cart-subtotal" aria-live="polite" aria-atomic="true">
<span class="cart-subtotal__label">Subtotal:</span> <span class="cart-subtotal__amount">${sign(totalOf(lines))}</span></div>
<div class="cart-submit"><button type="submit" name="checkout" class="button button--checkout">Checkout</button></div></div></form>`
    : '<div class="alert-message"><div class="alert-message__text">Your cart is empty! Sounds like a good time to <a href="/">start shopping</a>.</div></div>'
}</div>`,
      );
    };
    /** Takes what a form or the script asks of the cart; says what was refused. */
    const change = async (c: Context): Promise<{ errors: string[]; asked: Record<string, unknown> }> => {
      const asked = await c.req.parseBody();
      const session = cartOf(c);
      const set = (id: number, count: (held: number) => number): string[] => {
        const one = wares.find(({ options }) => options.some((option) => option.id === id))!;
        const option = one.options.find((other) => other.id === id)!;
        const line = session.lines.find((other) => other.option === option);
        const quantity = count(line?.quantity ?? 0);
        if (quantity > option.stock) return [`Sorry, there are only ${option.stock} of ${one.name} available.`];
        if (line) line.quantity = quantity;
        else session.lines.push({ ware: one, option, quantity });
        session.lines = session.lines.filter((other) => other.quantity > 0);
        return [];
      };
      const added = asked['cart[add][id]'];
      const errors = added
        ? set(Number(added), (held) => held + Number(asked['cart[add][quantity]'] ?? 1))
        : Object.entries(asked).flatMap(([key, value]) => {
            const [, id] = /^cart\[update\]\[(\d+)\]$/.exec(key) ?? [];
            return id ? set(Number(id), () => Number(value)) : [];
          });
      return { errors, asked };
    };
    app.get('/cart', (c) => cartPage(c));
    app.get('/cart.js', (c) => c.json(cartJson(cartOf(c).lines)));
    app.post('/cart.js', async (c) => {
      const { errors } = await change(c);
      return c.json(errors.length ? { errors } : cartJson(cartOf(c).lines));
    });
    app.post('/cart', async (c) => {
      const { errors, asked } = await change(c);
      return errors.length || !('checkout' in asked) ? cartPage(c, errors) : c.redirect('/checkout');
    });

    const own = (title: string, body: string) =>
      `<!doctype html><html lang="en"><head><title>${title}</title></head><body><div id="checkout">${body}</div></body></html>`;
    app.get('/checkout', (c) => c.redirect(`/checkout/${TOKEN}`));
    app.get(`/checkout/${TOKEN}`, (c) => {
      const session = cartOf(c);
      return c.html(
        session.placed
          ? own(
              'Thank you',
              `<h1>Thanks for your order!</h1><p>Order #QHWG-552034</p><a href="${origin}/">Back to shop</a>`,
            )
          : own(
              'Checkout',
              `<h1>Checkout</h1><a class="back" href="/cart">Back to cart</a><form method="post"><input name="buyer_email">
<input name="shipping_address_1"><button class="pay">Pay now</button></form><p>${sign(totalOf(session.lines) + 900)}</p>`,
            ),
      );
    });
    app.post(`/checkout/${TOKEN}`, (c) => {
      const session = cartOf(c);
      session.placed = true;
      session.lines = [];
      return c.redirect(`/checkout/${TOKEN}`);
    });

    const contact = (c: Context, errors: string[], sent = false) =>
      page(
        c,
        'contact',
        'Contact',
        `<div class="page"><h1>Contact</h1>${
          sent
            ? "<p>Thanks! Your message has been sent and we'll get back to you as soon as we can.</p>"
            : `${errors.length ? `<ul class="errors">${errors.map((error) => `<li>${error}</li>`).join('')}</ul>` : ''}
<form method="post" class="contact" action="/contact" accept-charset="utf8"><input type="hidden" name="utf8" value="✓"><fieldset>
${['name', 'email', 'subject'].map((name) => `<p class="contact-field"><label for="${name}">${name[0]!.toUpperCase() + name.slice(1)}:</label><input type="text" name="${name}" id="${name}" tabindex="1"></p>`).join('')}
<p class="contact-field"><label for="message">Message:</label><textarea name="message" id="message"></textarea></p>
<p class="contact-field"><button id="contact_button" type="submit" name="submit" class="button">Send Message</button></p>
<p class="contact-field captcha"></p><div class="recaptcha-note">
<input type="hidden" name="g-recaptcha-response" value="03AFc">This site is protected by reCAPTCHA.</div></fieldset></form>`
        }</div>`,
      );
    app.get('/contact', (c) => contact(c, []));
    app.post('/contact', async (c) => {
      const { name, email, subject, message } = (await c.req.parseBody()) as Record<string, string>;
      if (!(name && email && subject && message)) return contact(c, ['All fields are required']);
      if (!/^[^@\s]+@([-a-z0-9]+\.)+[a-z]{2,}$/i.test(email)) return contact(c, ['Invalid email address']);
      return contact(c, [], true);
    });
    app.get('/shipping-and-returns', (c) =>
      page(
        c,
        'shipping-and-returns',
        'Shipping & returns',
        '<div class="page custom"><h1>Shipping &amp; returns</h1><div class="custom-page-content body-text"><p>Orders over $150 ship free. Returns within 30 days.</p></div></div>',
      ),
    );

    const bought = (one: Ware, quantity = 1, option = one.options[0]!): [Parameters<typeof pieces>[2][0], number] => [
      {
        id: String(option.id),
        sku: String(one.id),
        others: [one.permalink],
        name: one.name,
        slug: one.permalink,
        price: option.price,
      },
      quantity,
    ];
    const large = mug.options[1]!;
    const open = (one: Ware) => async (tab: Page) => {
      await press('.sidebar-categories .title a')(tab);
      await press(`.prod-thumb[href$="${one.permalink}"]`)(tab);
    };
    const said = 'Added!';
    const add = async (tab: Page) => {
      await tab.click('.add-to-cart-button');
      await tab.waitForSelector(`.button-text:has-text("${said}")`);
    };
    const answered = async (tab: Page, act: () => Promise<unknown>) => {
      await Promise.all([tab.waitForResponse('**/cart.js'), act()]);
      await pause(500);
    };
    const line = ({ permalink }: Ware, more: string) => `.cart-item:has(a[href$="${permalink}"]) ${more}`;
    const write = (email: string) =>
      fill(
        { '#name': 'Ann', '#email': email, '#subject': 'Glaze', '#message': 'Is it lead free?' },
        press('#contact_button'),
      );
    return {
      apps: { shop: app },
      walk: [
        step('arrives', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.instagram.com/' }), {
          name: 'landing',
        }),
        step('searches in vain', async (tab) => {
          await tab.click('.button--open-search');
          await fill({ '#desktop-search': 'teapot' }, press('.search-button'))(tab);
        }),
        step('opens a category', press('.sidebar-links a[href$=vases]')),
        step('opens the vase, sold out', press('.prod-thumb'), pieces('view_item', 'AUD', bought(vase))),
        step('opens the mug, of several prices', open(mug), {
          name: 'view_item',
          currency: 'AUD',
          items: [{ item_id: bought(mug)[0].others!.concat(bought(mug)[0].sku), item_name: mug.name }],
        }),
        step('adds without a choice', (tab) => tab.click('.add-to-cart-button')),
        step('chooses the large one', (tab) => tab.selectOption('#option', String(large.id))),
        step('adds two', fill({ '#product-quantity': '2' }, add), pieces('add_to_cart', 'AUD', bought(mug, 2, large))),
        step('asks for two more than there are', async (tab) => {
          await pause(1600);
          await answered(tab, () => tab.click('.add-to-cart-button'));
        }),
        step('opens the bowl', open(bowl), pieces('view_item', 'AUD', bought(bowl))),
        step('adds it', add, pieces('add_to_cart', 'AUD', bought(bowl))),
        step(
          'views the cart',
          press('.product-form-cart-linker-link'),
          pieces('view_cart', 'AUD', bought(mug, 2, large), bought(bowl)),
        ),
        step('takes a second bowl', (tab) => answered(tab, () => tab.click(line(bowl, '.qty-button--increase'))), {
          ...pieces('add_to_cart', 'AUD', bought(bowl)),
          optional: true,
        }),
        step('wants more bowls than there are', (tab) =>
          answered(tab, async () => {
            await tab.fill(line(bowl, '.product-quantity'), '40');
            await tab.press(line(bowl, '.product-quantity'), 'Tab');
          }),
        ),
        step(
          'removes the mugs',
          (tab) => answered(tab, () => tab.click(line(mug, '.cart-remove-item'))),
          pieces('remove_from_cart', 'AUD', bought(mug, 2, large)),
        ),
        step('opens the plate, on sale', open(plate), pieces('view_item', 'AUD', bought(plate))),
        step('adds it', add, pieces('add_to_cart', 'AUD', bought(plate))),
        step('reads about shipping', press('.sidebar-pages a >> nth=0')),
        step('writes nothing', async (tab) => {
          await press('.sidebar-pages a[href$=contact]')(tab);
          await press('#contact_button')(tab);
        }),
        step('writes with a wrong address', write('ann@example')),
        step('writes to the shop', write('ann@b.example'), { name: 'generate_lead', form_kind: 'contact' }),
        step('opens the cart', press('.sidebar-cart a'), pieces('view_cart', 'AUD', bought(bowl, 2), bought(plate))),
        step(
          'goes to the checkout',
          press('.button--checkout'),
          pieces('begin_checkout', 'AUD', bought(bowl, 2), bought(plate)),
        ),
        step('goes back', press('.back'), optional('view_cart')),
        step('goes there after all', press('.button--checkout'), optional('begin_checkout')),
        step('pays, on a page without the tag', fill({ '[name=buyer_email]': 'ann@b.example' }, press('.pay'))),
        step('reloads', (tab) => tab.reload()),
        step('returns to the shop', press('a')),
        step('opens the empty cart', press('.sidebar-cart a'), optional('view_cart')),
      ],
    };
  },
};

export default platform;
