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
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { byName } from '../spa.ts';

const glass = good('3', 'SKL-03', 'Sklenice na pivo', 'sklenice-na-pivo', 24900);
const jug = { ...good('4', 'DZB-04-M', 'Keramický džbán', 'keramicky-dzban', 129000), others: ['14', '15'] };
const clock = good('5', 'HOD-05', 'Nástěnné hodiny', 'nastenne-hodiny', 349000);
const products = [glass, jug, clock];
const SHIPPING = 9900;

const koruny = printer('cs-CZ', 'CZK');

/** Forms of the Form API, posted to the page they stand on; one form with many buttons; AJAX for a change of attribute only. */
const client = `
document.addEventListener('change', async ({ target }) => {
  if (!target.matches('[name^="purchased_entity"]')) return;
  const body = new URLSearchParams(new FormData(target.form));
  body.set('_triggering_element_name', target.name);
  body.set('_drupal_ajax', '1');
  const xhr = new XMLHttpRequest();
  xhr.open('POST', location.pathname + '?ajax_form=1&_wrapper_format=drupal_ajax');
  xhr.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  xhr.onload = () => { for (const { command, selector, data } of JSON.parse(xhr.responseText)) if (command === 'insert') document.querySelector(selector).innerHTML = data; };
  xhr.send(body);
});
document.querySelector('.cart-block--link__expand')?.addEventListener('click', (event) => { const contents = document.querySelector('.cart-block--contents'); if (contents.children.length) { event.preventDefault(); contents.classList.toggle('cart-block--contents__expanded'); } });`;

const platform: Platform = {
  name: 'Drupal Commerce',
  family: 'native',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<{ lines: Line[]; messages: string[]; done: Line[] }>(
      () => ({ lines: [], messages: [], done: [] }),
      'SSESS1',
    );
    const count = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const status = (text: string) =>
      `<div role="contentinfo" aria-label="Stavová zpráva" class="messages messages--status"><h2 class="visually-hidden">Stavová zpráva</h2>${text}</div>`;
    const error = (text: string) =>
      `<div role="contentinfo" aria-label="Chybová zpráva" class="messages messages--error"><div role="alert"><h2 class="visually-hidden">Chybová zpráva</h2>${text}</div></div>`;

    const page = (context: Context, title: string, body: string) => {
      const { lines, messages } = cartOf(context);
      return context.html(`<!doctype html><html lang="cs" dir="ltr"><head><title>${title} | Hrnčířství</title><meta name="Generator" content="Drupal 10 (https://www.drupal.org); Commerce 2">${tag}</head><body class="path-product">
<header role="banner"><a href="/" rel="home">Hrnčířství</a><a href="/nabidka">Nabídka</a><a href="/user/login">Přihlásit</a><a href="/kontakt">Kontakt</a>
<form action="/search/node" method="get" id="search-block-form" class="search-block-form"><input type="search" name="keys" title="Zadejte výrazy" class="form-search"><input type="submit" id="edit-submit" value="Hledat" class="button js-form-submit form-submit"></form>
<div class="cart--cart-block"><div class="cart-block--summary"><a class="cart-block--link__expand" href="/cart"><span class="cart-block--summary__icon"></span><span class="cart-block--summary__count">${count(lines)} položek</span></a></div><div class="cart-block--contents">${lines.length ? `<div class="cart-block--contents__inner"><table>${lines.map(({ product, quantity }) => `<tr><td>${quantity} x</td><td>${product.name}</td><td>${koruny(product.price * quantity)}</td></tr>`).join('')}</table><div class="cart-block--contents__links"><a href="/cart">Košík</a></div></div>` : ''}</div></div></header>
<main role="main"><div data-drupal-messages>${messages.splice(0).join('')}</div>${body}</main><script type="application/json" data-drupal-selector="drupal-settings-json">{"path":{"currentLanguage":"cs"}}</script><script>${client}</script></body></html>`);
    };
    const form = ({ id }: Product, teaser = false) => {
      const key = `commerce-order-item-add-to-cart-form-commerce-product-${id}`;
      const variants =
        id === jug.id && !teaser
          ? '<div class="form-item"><label>Velikost</label><select name="purchased_entity[0][attributes][attribute_size]" class="form-select"><option value="1">Malý</option><option value="2">Velký</option></select></div>'
          : `<input type="hidden" name="purchased_entity[0][variation]" value="${id}">`;
      return `<form class="${key} commerce-order-item-add-to-cart-form" action="/product/${id}" method="post" id="${key}" accept-charset="UTF-8"><input autocomplete="off" type="hidden" name="form_build_id" value="form-${id}"><input type="hidden" name="form_token" value="t"><input type="hidden" name="form_id" value="${key.replaceAll('-', '_')}">${variants}${teaser ? '' : '<div class="field--name-quantity"><label>Množství</label><input type="number" name="quantity[0][value]" value="1" step="1" min="1" class="form-number"></div>'}<div class="form-actions"><input class="button--add-to-cart button button--primary js-form-submit form-submit" type="submit" name="op" value="Přidat do košíku">${teaser ? '' : '<input class="wishlist-button button js-form-submit form-submit" type="submit" name="op" value="Přidat do seznamu přání">'}</div></form>`;
    };
    app.get('/', (c) => page(c, 'Úvod', '<h1>Vítejte</h1>'));
    app.get('/search/node', (c) =>
      page(c, 'Hledat', '<h1>Hledat lampa</h1><h3>Hledání nepřineslo žádné výsledky</h3>'),
    );
    app.get('/nabidka', (c) =>
      page(
        c,
        'Nabídka',
        `<h1 class="page-title">Nabídka</h1><form class="views-exposed-form" action="/nabidka" method="get"><select name="sort_by"><option>Cena</option></select><input type="submit" value="Použít" class="button"></form><div class="view-content">${products.map((product) => `<article class="product--teaser views-row"><h2><a href="/product/${product.id}">${product.name}</a></h2><div class="field field--name-price field__item">${koruny(product.price)}</div>${form(product, true)}</article>`).join('')}</div>`,
      ),
    );
    app.get('/product/:id', (c) => {
      const product = products.find(({ id }) => id === c.req.param('id'))!;
      return page(
        c,
        product.name,
        `<h1 class="page-title"><span class="field field--name-title">${product.name}</span></h1><article class="product--full"><div class="product--variation-field--variation_sku__${product.id} field field--name-sku field--label-above"><div class="field__label">SKU</div><div class="field__item">${product.sku}</div></div><div class="field field--name-price field--type-commerce-price field__item" id="price">${koruny(product.price)}</div>${form(product)}</article>`,
      );
    });
    app.post('/product/:id', async (c) => {
      const cart = cartOf(c);
      const product = products.find(({ id }) => id === c.req.param('id'))!;
      const asked = await c.req.parseBody();
      if (c.req.query('ajax_form'))
        return c.json([{ command: 'insert', method: 'replaceWith', selector: '#price', data: koruny(product.price) }]);
      if (asked.op === 'Přidat do seznamu přání')
        cart.messages.push(status(`${product.name} přidáno do <a href="/wishlist">seznamu přání</a>.`));
      else if (product === clock) cart.messages.push(error(`Bohužel, ${product.name} není skladem.`));
      else {
        add(cart.lines, product, Number(asked['quantity[0][value]'] ?? 1));
        cart.messages.push(status(`${product.name} přidáno do <a href="/cart">košíku</a>.`));
      }
      return c.redirect(new URL(c.req.header('referer')!).pathname, 303);
    });
    app.get('/cart', (c) => {
      const { lines } = cartOf(c);
      return page(
        c,
        'Nákupní košík',
        lines.length
          ? `<h1 class="page-title">Nákupní košík</h1><form class="views-form" action="/cart" method="post" id="views-form-commerce-cart-form-default-1"><input type="hidden" name="form_id" value="views_form_commerce_cart_form_default_1"><table class="views-table"><thead><tr><th>Položka</th><th>Cena</th><th>Množství</th><th>Odstranit</th><th>Celkem</th></tr></thead><tbody>${lines.map(({ product, quantity }, at) => `<tr><td class="views-field-purchased-entity"><a href="/product/${product.id}">${product.name}</a></td><td class="views-field-unit-price__number">${koruny(product.price)}</td><td class="views-field-edit-quantity"><input type="number" name="edit_quantity[${at}]" value="${quantity}" class="quantity-edit-input form-number"></td><td class="views-field-remove-button"><input class="delete-order-item button js-form-submit form-submit" data-drupal-selector="edit-edit-delete-${at}" type="submit" name="delete-order-item-${at}" value="Odstranit"></td><td class="views-field-total-price__number">${koruny(product.price * quantity)}</td></tr>`).join('')}</tbody></table><div class="view-footer"><div class="order-total-line order-total-line__subtotal"><span class="order-total-line-label">Mezisoučet </span><span class="order-total-line-value">${koruny(sumOf(lines))}</span></div><div class="order-total-line order-total-line__total"><span class="order-total-line-label">Celkem </span><span class="order-total-line-value">${koruny(sumOf(lines))}</span></div></div><div class="form-actions"><input type="submit" id="edit-submit--2" name="op" value="Aktualizovat košík" class="button"><input type="submit" id="edit-empty" name="op" value="Vysypat košík" class="button"><input type="submit" id="edit-checkout" name="op" value="Pokladna" class="button button--primary"></div></form>`
          : '<h1 class="page-title">Nákupní košík</h1><div class="cart-empty-page">Váš košík je prázdný.</div>',
      );
    });
    app.post('/cart', async (c) => {
      const cart = cartOf(c);
      const asked = await c.req.parseBody();
      const gone = Object.keys(asked).find((name) => name.startsWith('delete-order-item'));
      if (gone) {
        const [line] = cart.lines.splice(Number(gone.split('-').pop()), 1);
        cart.messages.push(status(`${line!.product.name} odstraněno z košíku.`));
        return c.redirect('/cart', 303);
      }
      for (const [at, line] of cart.lines.entries()) line.quantity = Number(asked[`edit_quantity[${at}]`]);
      if (asked.op === 'Pokladna') return c.redirect('/checkout/7/login', 303);
      cart.messages.push(status('Váš nákupní košík byl aktualizován.'));
      return c.redirect('/cart', 303);
    });
    app.get('/user/login', (c) =>
      page(
        c,
        'Přihlásit se',
        '<h1>Přihlásit se</h1><form class="user-login-form" action="/user/login" method="post"><input name="name"><input type="password" name="pass"><input type="submit" name="op" value="Přihlásit se" class="button"></form>',
      ),
    );
    app.post('/user/login', (c) => {
      cartOf(c).messages.push(error('Neznámé uživatelské jméno nebo heslo.'));
      return c.redirect('/user/login', 303);
    });
    app.get('/kontakt', (c) =>
      page(
        c,
        'Kontakt',
        '<h1>Kontakt</h1><form class="contact-message-feedback-form contact-message-form contact-form" action="/kontakt" method="post"><label>Vaše jméno<input name="name"></label><label>Váš e-mail<input type="email" name="mail"></label><input name="subject[0][value]"><textarea name="message[0][value]"></textarea><input type="submit" name="op" value="Odeslat zprávu" class="button button--primary"></form>',
      ),
    );
    app.post('/kontakt', (c) => {
      cartOf(c).messages.push(status('Vaše zpráva byla odeslána.'));
      return c.redirect('/kontakt', 303);
    });

    const summary = (lines: Line[], shipping: number) =>
      `<div class="checkout-pane-order-summary"><h3>Souhrn objednávky</h3><table><tbody>${lines.map(({ product, quantity }) => `<tr><td>${quantity} x</td><td>${product.name}</td><td>${koruny(product.price * quantity)}</td></tr>`).join('')}</tbody></table><div class="order-total-line order-total-line__subtotal"><span class="order-total-line-label">Mezisoučet</span> <span class="order-total-line-value">${koruny(sumOf(lines))}</span></div>${shipping ? `<div class="order-total-line order-total-line__adjustment--shipping"><span class="order-total-line-label">Doprava</span> <span class="order-total-line-value">${koruny(shipping)}</span></div>` : ''}<div class="order-total-line order-total-line__total"><span class="order-total-line-label">Celkem</span> <span class="order-total-line-value">${koruny(sumOf(lines) + shipping)}</span></div></div>`;
    const panes: Record<string, string> = {
      login:
        '<fieldset><legend>Pokračovat jako host</legend><input type="submit" name="op" value="Pokračovat jako host" class="button guest"></fieldset><fieldset><legend>Stávající zákazník</legend><input name="login[returning_customer][name]"><input type="password" name="login[returning_customer][password]"><input type="submit" name="op" value="Přihlásit" class="button"></fieldset>',
      order_information:
        '<fieldset><legend>Kontaktní údaje</legend><input type="email" name="contact_information[email]"></fieldset><fieldset><legend>Doručovací adresa</legend><input name="shipping_information[address][given_name]"><input name="shipping_information[address][postal_code]"></fieldset><fieldset><legend>Slevový kupón</legend><input name="sidebar[coupon_redemption][form][code]"><input type="submit" name="apply_coupon" value="Uplatnit kupón" class="button"></fieldset><input type="submit" name="op" value="Pokračovat ke kontrole" class="button button--primary">',
      review:
        '<fieldset><legend>Platební údaje</legend>Dobírka</fieldset><input type="submit" name="op" value="Zaplatit a dokončit nákup" class="button button--primary">',
    };
    app.get('/checkout/7/complete', (c) =>
      page(
        c,
        'Hotovo',
        '<h1 class="page-title">Hotovo</h1><form class="commerce-checkout-flow"><div class="checkout-complete">Číslo vaší objednávky je 1042.<br>Svou objednávku si můžete prohlédnout na stránce svého účtu po přihlášení.</div></form>',
      ),
    );
    app.get('/checkout/7/:step', (c) => {
      const at = c.req.param('step');
      const { lines, done } = cartOf(c);
      if (!lines.length && done.length) return c.redirect('/checkout/7/complete');
      return page(
        c,
        'Pokladna',
        `<h1 class="page-title">${{ login: 'Přihlášení', order_information: 'Informace o objednávce', review: 'Kontrola' }[at]}</h1><form class="commerce-checkout-flow commerce-checkout-flow-multistep-default" action="/checkout/7/${at}" method="post"><div class="layout-checkout-form"><input type="hidden" name="form_id" value="commerce_checkout_flow_multistep_default">${panes[at]}</div>${summary(lines, at === 'review' ? SHIPPING : 0)}</form>`,
      );
    });
    app.post('/checkout/7/:step', async (c) => {
      const cart = cartOf(c);
      const asked = await c.req.parseBody();
      const at = c.req.param('step');
      if (asked.apply_coupon) cart.messages.push(error('Zadaný kupón není platný.'));
      else if (asked.op === 'Přihlásit') cart.messages.push(error('Neznámé uživatelské jméno nebo heslo.'));
      else if (at === 'login') return c.redirect('/checkout/7/order_information', 303);
      else if (at === 'order_information') {
        if (asked['shipping_information[address][postal_code]']) return c.redirect('/checkout/7/review', 303);
        cart.messages.push(error('Pole PSČ je povinné.'));
      } else {
        Object.assign(cart, { lines: [], done: cart.lines });
        return c.redirect('/checkout/7/complete', 303);
      }
      return c.redirect(`/checkout/7/${at}`, 303);
    });

    const go = (path: string) => (tab: Page) => tab.goto(origin + path);
    const buy = 'main .button--add-to-cart';
    const value = (text: string) => `main input[value="${text}"]`;
    return {
      apps: { shop: app },
      walk: [
        step('přichází z vyhledávače', (tab) => tab.goto(`${origin}/`, { referer: 'https://search.seznam.cz/' }), {
          name: 'landing',
        }),
        step('hledá marně', fill({ '[name=keys]': 'lampa' }, press('#edit-submit'))),
        step('otevírá nabídku', press('header a[href="/nabidka"]'), { name: 'view_item_list' }),
        step('řadí ji', press('.views-exposed-form .button'), optional('view_item_list')),
        step(
          'přidává sklenici z výpisu',
          press('.views-row >> nth=0 >> .button--add-to-cart'),
          pieces('add_to_cart', 'CZK', [glass, 1]),
          optional('view_item_list'),
        ),
        step('otevírá džbán', press('main h2 a[href="/product/4"]'), pieces('view_item', 'CZK', [jug, 1])),
        step('volí velikost', (tab) =>
          tab.selectOption('[name*=attribute_size]', '2').then(() => tab.waitForLoadState('networkidle')),
        ),
        step('přidává ho k přáním', press('.wishlist-button'), optional('view_item')),
        step(
          'přidává dva džbány',
          fill({ '[name="quantity[0][value]"]': '2' }, press(buy)),
          pieces('add_to_cart', 'CZK', [jug, 2]),
          optional('view_item'),
        ),
        step('otevírá hodiny', go('/product/5'), pieces('view_item', 'CZK', [clock, 1])),
        step('hodiny nedostane', press(buy), optional('view_item')),
        step(
          'píše obchodu',
          async (tab) => {
            await go('/kontakt')(tab);
            await fill(
              { '[name=mail]': 'a@b.example', '[name="message[0][value]"]': 'Kdy?' },
              press(value('Odeslat zprávu')),
            )(tab);
          },
          { name: 'generate_lead', form_kind: 'contact' },
        ),
        step('špatně se přihlašuje', async (tab) => {
          await go('/user/login')(tab);
          await fill({ '[name=name]': 'ja', '[name=pass]': 'x' }, press(value('Přihlásit se')))(tab);
        }),
        step(
          'rozevírá malý košík',
          (tab) =>
            tab.click('.cart-block--link__expand').then(() => tab.waitForSelector('.cart-block--contents__expanded')),
          { ...pieces('view_cart', 'CZK', [glass, 1], [jug, 2]), optional: true },
        ),
        step(
          'otevírá košík',
          press('.cart-block--contents__links a'),
          pieces('view_cart', 'CZK', [glass, 1], [jug, 2]),
        ),
        step(
          'chce čtyři sklenice',
          fill({ '[name="edit_quantity[0]"]': '4' }, press(value('Aktualizovat košík'))),
          { ...pieces('add_to_cart', 'CZK', [glass, 3]), optional: true },
          optional('view_cart'),
        ),
        step(
          'odstraňuje sklenice',
          press('[name=delete-order-item-0]'),
          pieces('remove_from_cart', 'CZK', [glass, 4]),
          optional('view_cart'),
        ),
        step('jde k pokladně', press('#edit-checkout'), { ...pieces('begin_checkout', 'CZK', [jug, 2]) }),
        step('špatně se přihlašuje i tam', press(value('Přihlásit'))),
        step('pokračuje jako host', press('.guest'), optional('begin_checkout')),
        step('zkouší kupón', fill({ '[name*=coupon]': 'X' }, press('[name=apply_coupon]'))),
        step('zapomíná PSČ', press('main .button--primary')),
        step(
          'zadává adresu',
          fill(
            { '[name="contact_information[email]"]': 'a@b.example', '[name*=postal_code]': '11000' },
            press('main .button--primary'),
          ),
          optional('add_shipping_info'),
          optional('add_payment_info'),
        ),
        step(
          'dokončuje',
          press('main .button--primary'),
          optional('add_payment_info'),
          byName(order('CZK', { id: '1042', total: 2 * jug.price + SHIPPING }, [jug, 2])),
        ),
        step('obnovuje stránku', (tab) => tab.reload()),
        step('jde domů', press('header a')),
        step('vrací se', (tab) => tab.goBack()),
      ],
    };
  },
};

export default platform;
