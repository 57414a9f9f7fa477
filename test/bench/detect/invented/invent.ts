import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import {
  add,
  createCarts,
  follow,
  good,
  type Line,
  optional,
  order,
  type Product,
  pieces,
  printer,
  step,
  sumOf,
} from '../parts.ts';
import type { Platform, Truth } from '../platform.ts';
import { byName, unitsOf } from '../spa.ts';
import { drawTraits, type Traits } from './traits.ts';

const NUMBER = 'BX-20417';
const FEE = 590;

/** Prices in units that each currency has. */
const goodsFor = (currency: string) => {
  const price = (euros: number) => Math.round(euros * 100) * (unitsOf(currency) === 1 ? 10 : 1);
  return {
    mug: good('4711', 'MG-300', 'Harbour mug', 'harbour-mug', price(12.9)),
    lamp: good('4720', 'LP-12', 'Reading lamp Oslo', 'reading-lamp-oslo', price(89)),
    rug: good('4733', 'RG-7', 'Woven rug', 'woven-rug', price(149.5), true),
  };
};

/** Addresses of the shop's stations, as its makers would choose them. */
const pathsFor = ({ paths, words }: Traits) => {
  const slug = (text: string) => `/${encodeURIComponent(text.toLowerCase().replace(/\s+/g, '-'))}`;
  const one = (english: string, own: string) =>
    paths === 'english' ? english : paths === 'own' ? slug(own) : `/?page=${english.slice(1).replaceAll('/', '-')}`;
  return {
    ...{
      home: '/',
      add: '/cart/add',
      remove: '/cart/remove',
      subscribe: '/newsletter/subscribe',
      coupon: '/cart/coupon',
    },
    list: paths === 'query' ? '/?page=category&id=2' : '/collections/all',
    of: ({ id, slug }: Product) => (paths === 'query' ? `/?page=product&id=${id}` : `/products/${slug}-${id}`),
    cart: one('/cart', words.cart),
    checkout: one('/checkout', words.checkout),
    shipping: one('/checkout/shipping', `${words.checkout} 2`),
    payment: one('/checkout/payment', `${words.checkout} 3`),
    done: one('/checkout/success', words.thanks),
    account: one('/account/orders', 'account orders'),
  };
};

/** Adds by script: asks as the shop does, and shows what came back. */
const client = (traits: Traits, { add }: ReturnType<typeof pathsFor>) => `
const by = ${JSON.stringify(traits.add)};
const show = ({ count, html, text, bad }) => {
  const badge = document.querySelector('.mini-cart .count'), piece = document.querySelector('.mini-cart .content');
  if (badge && count !== undefined) badge.textContent = ${traits.badge === 'words' ? "count + ' ×'" : 'count'};
  if (html !== undefined) piece.innerHTML = html;
  const notice = document.createElement('div');
  notice.className = bad ? 'notice notice--error' : 'notice notice--success';
  notice.setAttribute('role', 'alert');
  notice.textContent = text;
  document.querySelector('main').prepend(notice);
};
const JSON_TYPE = { 'content-type': 'application/json', accept: 'application/json' };
const put = async (id, quantity) => {
  if (by === 'in the page') {
    const known = JSON.parse(localStorage.getItem('basket') || '[]');
    const { product, refused } = await (await fetch('/stock/' + id)).json();
    if (refused) return show({ text: refused, bad: true });
    const line = known.find((one) => one.id === id);
    if (line) line.quantity += quantity; else known.push({ id, quantity });
    localStorage.setItem('basket', JSON.stringify(known));
    document.cookie = 'basket=' + encodeURIComponent(JSON.stringify(known)) + ';path=/';
    return show({ text: product.added, count: known.reduce((sum, one) => sum + one.quantity, 0) });
  }
  if (by === 'graphql') {
    const query = 'mutation AddLine($id: ID!, $quantity: Int!) { addLine(id: $id, quantity: $quantity) { cart { lines { id } } } }';
    const answer = await fetch('/graphql', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ operationName: 'AddLine', query, variables: { id, quantity } }) });
    const { data, errors } = await answer.json();
    return errors ? show({ text: errors[0].message, bad: true }) : show({ text: ${JSON.stringify(traits.words.added)}, count: data.addLine.cart.totalQuantity });
  }
  const body = by === 'html piece' ? new URLSearchParams({ product: id, qty: quantity }) : JSON.stringify({ product: id, quantity });
  const answer = await fetch('${add}', { method: 'POST', headers: by === 'html piece' ? {} : JSON_TYPE, body });
  if (by === 'html piece') {
    const html = await answer.text();
    return answer.ok ? show({ html, text: ${JSON.stringify(traits.words.added)} }) : show({ text: html, bad: true });
  }
  const told = await answer.json();
  show(told.success ? { text: ${JSON.stringify(traits.words.added)}, count: told.count } : { text: told.message, bad: true });
};
document.addEventListener('click', (event) => {
  const control = event.target.closest('[data-add]');
  if (control) { event.preventDefault(); put(control.dataset.add, Number(document.querySelector('[name=qty]')?.value || 1)); }
  const gone = event.target.closest('[data-remove]');
  if (gone) fetch('/cart/remove', { method: 'POST', body: new URLSearchParams({ id: gone.dataset.remove }) }).then(() => location.reload());
  if (event.target.closest('.wish')) event.preventDefault();
});`;

/** A shop that exists nowhere, of traits drawn at random, with what really happens in it. */
export const invent = (seed: number): Platform => {
  const traits = drawTraits(seed);
  const { words, locale, currency } = traits;
  const goods = goodsFor(currency);
  const { mug, lamp, rug } = goods;
  const byId = (id: string) => Object.values(goods).find((one) => one.id === id)!;
  const paths = pathsFor(traits);
  const money = printer(locale, currency);
  const units = unitsOf(currency);
  const isPosted = traits.add.startsWith('post');
  const fee = FEE * (units === 1 ? 10 : 1);
  return {
    name: `invented ${seed}`,
    family: isPosted ? 'native' : traits.add === 'in the page' ? 'opaque' : 'intercepted',
    open: ({ shop: origin }, tag) => {
      const app = new Hono();
      const cartOf = createCarts<{ lines: Line[]; notice?: [kind: string, text: string] | undefined; sold: Line[] }>(
        () => ({ lines: [], sold: [] }),
      );
      /** A cart that lives in the page comes along as a cookie. */
      const linesOf = (c: Context): Line[] => {
        if (traits.add !== 'in the page') return cartOf(c).lines;
        const [, kept] = /(?:^|; )basket=([^;]*)/.exec(c.req.header('cookie') ?? '') ?? [];
        const all = JSON.parse(decodeURIComponent(kept || '[]')) as { id: string; quantity: number }[];
        return all.map(({ id, quantity }) => ({ product: byId(id), quantity }));
      };
      const count = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);

      const price = (amount: number) => {
        const text = money(amount);
        if (traits.price === 'sale')
          return `<div class="price-box"><del>${money(amount * 2)}</del> <ins class="now">${text}</ins></div>`;
        if (traits.price === 'split')
          return `<span class="price"><span class="price__label"></span><span class="amount">${text}</span></span>`;
        if (traits.price === 'data') return `<div class="product-price" data-price="${amount / units}">${text}</div>`;
        return traits.price === 'paragraph'
          ? `<p id="our-price" class="price">${text}</p>`
          : `<span class="price">${text}</span>`;
      };
      const adder = (product: Product, label: string) => {
        const attributes = isPosted ? 'name="add" value="1"' : `data-add="${product.id}"`;
        if (traits.control === 'input')
          return `<input type="${isPosted ? 'submit' : 'button'}" class="btn btn-add" ${isPosted ? 'name="add"' : attributes} value="${label}">`;
        if (traits.control === 'link' && !isPosted)
          return `<a href="#" role="button" class="add-button" ${attributes}>${label}</a>`;
        if (traits.control === 'icon')
          return `<button class="button buy" type="${isPosted ? 'submit' : 'button'}" ${attributes} aria-label="${label}"><svg class="icon icon-cart"></svg></button>`;
        return `<button class="btn add-to-cart" type="${isPosted ? 'submit' : 'button'}" ${attributes}><i class="icon"></i> <span>${label}</span></button>`;
      };
      const amount = (value: number, name = 'qty') =>
        traits.quantity === 'select'
          ? `<select name="${name}" aria-label="${words.quantity}">${[1, 2, 3].map((n) => `<option${n === value ? ' selected' : ''}>${n}</option>`).join('')}</select>`
          : traits.quantity === 'stepper'
            ? `<div class="stepper"><button type="button">−</button><input type="text" inputmode="numeric" name="${name}" value="${value}" aria-label="${words.quantity}"><button type="button">+</button></div>`
            : `<label>${words.quantity} <input type="number" name="${name}" value="${value}" min="1"></label>`;
      const mini = (lines: Line[]) =>
        `<ul>${lines.map(({ product, quantity }) => `<li><a href="${paths.of(product)}">${product.name}</a> <span class="qty">${quantity} ×</span> <span class="price">${money(product.price)}</span></li>`).join('')}</ul><p class="total">${words.subtotal}: ${money(sumOf(lines))}</p>`;
      const badge = (lines: Line[]) =>
        traits.badge === 'none'
          ? ''
          : `<span class="count">${count(lines)}${traits.badge === 'words' ? ' ×' : ''}</span>`;
      const page = (c: Context, title: string, body: string) => {
        const mine = cartOf(c);
        const [kind, text] = mine.notice ?? [];
        mine.notice = undefined;
        const lines = linesOf(c);
        return c.html(`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${title} – Haus &amp; Hafen</title>${tag}</head><body>
<header><a href="/" class="logo">Haus &amp; Hafen</a><form role="search" action="/search"><input type="search" name="q" placeholder="${words.search}"><button>${words.search}</button></form>
<nav><a href="${paths.list}">Shop</a></nav><div class="mini-cart"><a href="${paths.cart}" class="cart-link">${words.cart} ${badge(lines)}</a><div class="content" hidden>${lines.length ? mini(lines) : words.empty}</div></div></header>
<main>${kind ? `<div class="notice notice--${kind}" role="alert">${text}</div>` : ''}${body}</main>
<footer><form class="newsletter" method="post" action="${paths.subscribe}"><label>Newsletter <input type="email" name="email" placeholder="E-Mail"></label><button>${words.subscribe}</button></form></footer>
<script>${isPosted ? '' : client(traits, paths)}</script></body></html>`);
      };

      const card = (product: Product) =>
        `<li class="card"><a href="${paths.of(product)}"><img src="data:," alt=""><h3>${product.name}</h3></a>${price(product.price)}</li>`;
      const structured = (product: Product) => {
        const offer = {
          '@type': 'Offer',
          price: product.price / units,
          priceCurrency: currency,
          availability: `https://schema.org/${product.soldOut ? 'OutOfStock' : 'InStock'}`,
        };
        if (traits.told === 'json-ld')
          return `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'Product', name: product.name, sku: product.sku, offers: offer })}</script>`;
        return traits.told === 'open graph'
          ? `<meta property="og:type" content="product"><meta property="og:title" content="${product.name}"><meta property="product:price:amount" content="${offer.price}"><meta property="product:price:currency" content="${currency}">`
          : '';
      };
      const micro = (name: string, more = '') => (traits.told === 'microdata' ? ` itemprop="${name}"${more}` : '');
      const productPage = (c: Context, product: Product) => {
        const field = `<input type="hidden" name="product" value="${product.id}">`;
        const number = traits.id === 'label' ? `<p class="sku">SKU: <span>${product.sku}</span></p>` : '';
        const control =
          product.soldOut && isPosted ? `<p class="stock out">${words.soldOut}</p>` : adder(product, words.add);
        const form = isPosted
          ? `<form method="post" action="${paths.add}">${field}${amount(1)}${control}</form>`
          : `<div class="buy-box"${traits.id === 'attribute' ? ` data-product-id="${product.id}"` : ''}>${traits.id === 'field' ? field : ''}${amount(1)}${control}</div>`;
        return page(
          c,
          product.name,
          `${structured(product)}<article class="product"${micro('', '').replace(' itemprop=""', ' itemscope itemtype="https://schema.org/Product"')}><h1${micro('name')}>${product.name}</h1>${number}<div${micro('offers', ' itemscope itemtype="https://schema.org/Offer"')}>${micro('price') && `<meta itemprop="price" content="${product.price / units}"><meta itemprop="priceCurrency" content="${currency}">`}${price(product.price)}</div>${form}<a href="#" class="wish">${words.wish}</a><p>Made by hand.</p></article><section><h2>…</h2><ul class="cards">${Object.values(
            goods,
          )
            .filter((other) => other !== product)
            .map(card)
            .join('')}</ul></section>`,
        );
      };

      const remover = ({ product }: Line) =>
        traits.remove === 'link'
          ? `<a class="remove" href="${paths.remove}?id=${product.id}">${words.remove}</a>`
          : traits.remove === 'form' || isPosted
            ? `<form method="post" action="${paths.remove}"><input type="hidden" name="id" value="${product.id}"><button class="remove">${words.remove}</button></form>`
            : `<button type="button" class="remove" data-remove="${product.id}">${words.remove}</button>`;
      const row = (line: Line, isFixed: boolean) => {
        const { product, quantity } = line;
        const many =
          isFixed || traits.quantity === 'times'
            ? `<span class="quantity">${isFixed ? '' : `${words.quantity}: `}${quantity}${isFixed ? ' ×' : ''}</span>`
            : amount(quantity, `qty[${product.id}]`);
        const cells = [
          `<a class="name" href="${paths.of(product)}">${product.name}</a>`,
          `<span class="unit-price">${money(product.price)}</span>`,
          many,
          `<span class="line-total">${money(product.price * quantity)}</span>`,
          isFixed ? '' : remover(line),
        ];
        const [tag, inner] =
          traits.cart === 'table' ? ['tr', 'td'] : traits.cart === 'list' ? ['li', 'div'] : ['div', 'div'];
        return `<${tag} class="cart-item">${cells.map((cell) => `<${inner}>${cell}</${inner}>`).join('')}</${tag}>`;
      };
      const rows = (lines: Line[], isFixed = false) => {
        const all = lines.map((line) => row(line, isFixed)).join('');
        return traits.cart === 'table'
          ? `<table class="cart-table"><tbody>${all}</tbody></table>`
          : traits.cart === 'list'
            ? `<ul class="cart-items">${all}</ul>`
            : `<div class="cart-items">${all}</div>`;
      };
      const sums = (...all: [string, number][]) =>
        `<table class="totals">${all.map(([label, sum]) => `<tr><th>${label}</th><td>${money(sum)}</td></tr>`).join('')}</table>`;
      const cartPage = (c: Context) => {
        const lines = linesOf(c);
        return page(
          c,
          words.cart,
          `<h1>${words.cart}</h1>${lines.length ? `${rows(lines)}<form method="post" action="${paths.coupon}"><input name="coupon"><button>${words.coupon}</button></form>${sums([words.subtotal, sumOf(lines)])}<a class="btn to-checkout" href="${paths.checkout}">${words.checkout}</a>` : `<p>${words.empty}</p><a href="/">${words.more}</a>`}`,
        );
      };
      const summary = (lines: Line[]) =>
        `<aside class="summary">${rows(lines, true)}${sums([words.subtotal, sumOf(lines)], [words.shipping, fee], [words.total, sumOf(lines) + fee])}</aside>`;
      const address =
        '<label>E-Mail <input type="email" name="email" autocomplete="email"></label><input name="name" autocomplete="name" placeholder="Name"><input name="street" autocomplete="street-address"><input name="zip" autocomplete="postal-code">';
      const ways = `<fieldset><label><input type="radio" name="shipping_method" value="post" checked> Post ${money(fee)}</label></fieldset>`;
      const means =
        '<fieldset><label><input type="radio" name="payment_method" value="invoice" checked> Invoice</label></fieldset>';
      const checkoutPage = (c: Context, at: 0 | 1 | 2) => {
        const parts = traits.checkout === 'steps' ? [address, ways, means][at] : address + ways + means;
        const next = [paths.shipping, paths.payment][at];
        const isLast = traits.checkout !== 'steps' || at === 2;
        return page(
          c,
          words.checkout,
          `<h1>${words.checkout}</h1><form method="post" action="${isLast ? '/order/place' : next}">${parts}<button class="btn next">${isLast ? words.order : '→'}</button></form>${summary(linesOf(c))}`,
        );
      };
      const donePage = (c: Context) => {
        const { sold } = cartOf(c);
        const named = {
          row: `<dl><dt>${words.number}</dt><dd>${NUMBER}</dd></dl>`,
          sentence: `<p>${words.number}: <strong>${NUMBER}</strong>.</p>`,
          heading: '',
          address: '',
        }[traits.confirmation];
        const heading =
          traits.confirmation === 'heading'
            ? `<h1>${words.thanks}</h1><h2>${words.number} #${NUMBER}</h2>`
            : `<h1>${words.thanks}</h1>`;
        return page(
          c,
          words.thanks,
          `${heading}${named}${traits.isTotalTold ? summary(sold) : ''}<a href="/">${words.more}</a>`,
        );
      };
      const stations: [string, (c: Context) => Response | Promise<Response>][] = [
        [
          paths.list,
          (c) => page(c, 'Shop', `<h1>Shop</h1><ul class="cards">${Object.values(goods).map(card).join('')}</ul>`),
        ],
        ...Object.values(goods).map((product): [string, (c: Context) => Response | Promise<Response>] => [
          paths.of(product),
          (c) => productPage(c, product),
        ]),
        [paths.cart, cartPage],
        [paths.checkout, (c) => checkoutPage(c, 0)],
        [paths.shipping, (c) => checkoutPage(c, 1)],
        [paths.payment, (c) => checkoutPage(c, 2)],
        [paths.done, donePage],
        [
          paths.account,
          (c) => page(c, `${words.number} ${NUMBER}`, `<h1>${words.number} ${NUMBER}</h1>${summary(cartOf(c).sold)}`),
        ],
      ];

      const put = (c: Context, id: string, quantity: number) => {
        const product = byId(id);
        if (product.soldOut) return false;
        add(cartOf(c).lines, product, quantity);
        return true;
      };
      const toJson = (lines: Line[]) => ({
        count: count(lines),
        total: sumOf(lines) / units,
        currency,
        items: lines.map(({ product, quantity }) => ({
          id: product.id,
          name: product.name,
          quantity,
          price: product.price / units,
        })),
      });
      app.post(paths.add, async (c) => {
        const asked = isPosted || traits.add === 'html piece' ? await c.req.parseBody() : await c.req.json();
        const isIn = put(c, String(asked.product), Number(asked.qty ?? asked.quantity));
        const { lines } = cartOf(c);
        if (isPosted) {
          cartOf(c).notice = isIn ? ['success', words.added] : ['error', words.soldOut];
          return c.redirect(
            isIn && traits.add === 'post to cart' ? paths.cart : paths.of(byId(String(asked.product))),
            303,
          );
        }
        if (traits.add === 'html piece') return isIn ? c.html(mini(lines)) : c.text(words.soldOut, 422);
        if (!isIn) return c.json({ success: false, message: words.soldOut });
        return c.json({
          success: true,
          ...(traits.add === 'json cart' ? toJson(lines) : { message: words.added, count: count(lines) }),
        });
      });
      app.post('/graphql', async (c) => {
        const { variables } = await c.req.json();
        if (!put(c, variables.id, variables.quantity))
          return c.json({ data: null, errors: [{ message: words.soldOut }] });
        const { lines } = cartOf(c);
        return c.json({
          data: {
            addLine: {
              cart: {
                totalQuantity: count(lines),
                cost: { total: { amount: String(sumOf(lines) / units), currencyCode: currency } },
                lines: lines.map(({ product, quantity }) => ({
                  id: `line-${product.id}`,
                  quantity,
                  product: { id: product.id, name: product.name },
                  cost: { unit: { amount: String(product.price / units), currencyCode: currency } },
                })),
              },
            },
          },
        });
      });
      app.get('/stock/:id', (c) =>
        c.json(byId(c.req.param('id')).soldOut ? { refused: words.soldOut } : { product: { added: words.added } }),
      );
      const remove = (c: Context, id: string) => {
        if (traits.add === 'in the page') {
          const left = linesOf(c).filter(({ product }) => product.id !== id);
          c.header(
            'set-cookie',
            `basket=${encodeURIComponent(JSON.stringify(left.map(({ product, quantity }) => ({ id: product.id, quantity }))))};path=/`,
            { append: true },
          );
        }
        const mine = cartOf(c);
        mine.lines = mine.lines.filter(({ product }) => product.id !== id);
        return c.redirect(paths.cart, 303);
      };
      app.get(paths.remove, (c) => remove(c, c.req.query('id')!));
      app.post(paths.remove, async (c) => remove(c, String((await c.req.parseBody()).id)));
      app.post(paths.coupon, (c) => {
        cartOf(c).notice = ['error', 'SPRING?'];
        return c.redirect(paths.cart, 303);
      });
      app.post(paths.subscribe, (c) => {
        cartOf(c).notice = ['success', '✓ E-Mail'];
        return c.redirect('/', 303);
      });
      app.post('/order/place', (c) => {
        const mine = cartOf(c);
        mine.sold = linesOf(c);
        mine.lines = [];
        c.header('set-cookie', 'basket=;path=/;max-age=0', { append: true });
        return c.redirect(
          traits.confirmation === 'address'
            ? `${paths.done}${paths.done.includes('?') ? '&' : '?'}order=${NUMBER}`
            : paths.done,
          303,
        );
      });
      app.get('/search', (c) => page(c, words.search, `<h1>${words.search}</h1><p>0</p>`));
      // Several stations of one script differ by their query alone; a step is asked for by the form of the step before.
      app.all('*', (c) => {
        const { pathname, searchParams } = new URL(c.req.url);
        const asked = searchParams.get('page')
          ? `/?page=${searchParams.get('page')}${searchParams.get('id') ? `&id=${searchParams.get('id')}` : ''}`
          : pathname;
        const [, answer] = stations.find(([path]) => path === asked) ?? [];
        return answer
          ? answer(c)
          : page(c, 'Haus & Hafen', `<h1>Haus &amp; Hafen</h1><ul class="cards">${card(mug)}${card(lamp)}</ul>`);
      });

      const go = (path: string) => (tab: Page) => tab.goto(origin + path);
      const named = (name: string, ...lines: [Product, number][]): Truth => byName(pieces(name, currency, ...lines));
      /** A number that an address or an attribute of the shop's own holds is anybody's guess. */
      const isNumbered = isPosted || traits.id !== 'address' || traits.told === 'json-ld';
      const viewed = (product: Product): Truth =>
        isNumbered ? pieces('view_item', currency, [product, 1]) : named('view_item', [product, 1]);
      const press = (quantity: number) => async (tab: Page) => {
        if (quantity > 1)
          await (traits.quantity === 'select'
            ? tab.selectOption('[name=qty]', String(quantity))
            : tab.fill('[name=qty]', String(quantity)));
        const control = tab.locator(isPosted ? '[name=add]' : 'main article [data-add]').first();
        if (isPosted) return follow(tab, () => control.click());
        await control.click();
        return tab.waitForSelector('.notice');
      };
      const added = (product: Product, quantity: number): Truth => pieces('add_to_cart', currency, [product, quantity]);
      const all: [Product, number][] = [[mug, 2]];
      const total = 2 * mug.price + fee;
      const shown = traits.add === 'post to cart';
      const steps = traits.checkout === 'steps';
      const next = (tab: Page) => follow(tab, () => tab.click('main button.next'));
      const fillAddress = async (tab: Page) => {
        for (const [name, text] of [
          ['email', 'a@b.example'],
          ['name', 'Ada'],
          ['street', 'Long Lane 1'],
          ['zip', '12345'],
        ] as const)
          await tab.fill(`main [name=${name}]`, text);
      };
      const bought = byName(order(currency, { id: NUMBER, total, shipping: fee }, ...all));
      return {
        apps: { shop: app },
        walk: [
          step('arrives', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.com/' }), { name: 'landing' }),
          step('looks at the list', go(paths.list)),
          step('looks at the mug', go(paths.of(mug)), viewed(mug)),
          step(
            'puts two mugs in',
            press(2),
            added(mug, 2),
            ...(shown ? [named('view_cart', [mug, 2])] : []),
            ...(traits.add === 'post and back' ? [optional('view_item')] : []),
          ),
          step(
            'wishes for the lamp',
            async (tab) => {
              await tab.goto(origin + paths.of(lamp));
              await tab.click('.wish');
            },
            viewed(lamp),
          ),
          step(
            'puts a lamp in',
            press(1),
            added(lamp, 1),
            ...(shown ? [named('view_cart', [mug, 2], [lamp, 1])] : []),
            ...(traits.add === 'post and back' ? [optional('view_item')] : []),
          ),
          // Where nothing sells it, nothing tells its number.
          step('looks at the rug, which is sold out', go(paths.of(rug)), isPosted ? byName(viewed(rug)) : viewed(rug)),
          ...(isPosted ? [] : [step('is refused the rug', press(1))]),
          step('searches', go('/search?q=vase')),
          step('opens the cart', go(paths.cart), named('view_cart', [mug, 2], [lamp, 1])),
          step(
            'types a coupon that is refused',
            async (tab) => {
              await tab.fill('[name=coupon]', 'SPRING');
              await follow(tab, () => tab.click('[name=coupon] + button'));
            },
            optional('view_cart'),
          ),
          step(
            'takes the lamp out',
            (tab) => follow(tab, () => tab.locator('.cart-item', { hasText: lamp.name }).locator('.remove').click()),
            named('remove_from_cart', [lamp, 1]),
            optional('view_cart'),
          ),
          step(
            'goes to the checkout',
            (tab) => follow(tab, () => tab.click('.to-checkout')),
            named('begin_checkout', ...all),
          ),
          ...(steps
            ? [
                step(
                  'tells the address',
                  async (tab) => {
                    await fillAddress(tab);
                    await next(tab);
                  },
                  optional('add_shipping_info'),
                ),
                step('chooses the way', next, optional('add_shipping_info')),
              ]
            : [step('tells the address', fillAddress)]),
          step('orders', next, bought, optional('add_shipping_info'), optional('add_payment_info')),
          step('loads the page again', (tab) => tab.reload()),
          step('looks at the order in the account', go(paths.account)),
          step(
            'subscribes',
            async (tab) => {
              await tab.fill('.newsletter [type=email]', 'a@b.example');
              await follow(tab, () => tab.click('.newsletter button'));
            },
            { name: 'generate_lead', form_kind: 'newsletter' },
          ),
        ],
      };
    },
  };
};
