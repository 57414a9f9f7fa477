import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import { add, createCarts, type Line, optional, type Product, pause, pieces, sumOf } from '../parts.ts';
import type { Platform } from '../platform.ts';

const tee: Product = {
  id: 'UHJvZHVjdFZhcmlhbnQ6MzQ4',
  sku: '3348',
  name: 'T-shirt Monospace',
  slug: 'monospace-tee',
  price: 2000,
};
const hoodie: Product = {
  id: 'UHJvZHVjdFZhcmlhbnQ6MzUw',
  sku: '3350',
  name: 'Bluza Grey',
  slug: 'grey-hoodie',
  price: 4550,
};
const shoes: Product = {
  id: 'UHJvZHVjdFZhcmlhbnQ6MzYw',
  sku: '3360',
  name: 'Buty Dash Force',
  slug: 'dash-force',
  price: 29900,
  soldOut: true,
};
const products = [tee, hoodie, shoes];
const DELIVERY = 1299;
const ROOT = '/pl/default-channel';

const zl = (grosz: number) => `${(grosz / 100).toFixed(2).replace('.', ',')}\u00a0zł`;

/** The application: pages are fetched and swapped, acts are posts to the page's own address whose answers are opaque. */
const client = `
const action = (id, args) => fetch(location.href, { method: 'POST', headers: { 'Next-Action': id, Accept: 'text/x-component', 'Content-Type': 'text/plain;charset=UTF-8' }, body: JSON.stringify(args ?? ['$undefined']) });
const load = async (url) => {
  const html = await (await fetch(url, { headers: { RSC: '1' } })).text();
  const next = new DOMParser().parseFromString(html, 'text/html');
  document.title = next.title;
  document.querySelectorAll('script[type="application/ld+json"]').forEach((old) => old.remove());
  for (const data of next.querySelectorAll('script[type="application/ld+json"]')) document.head.append(document.importNode(data, true));
  document.querySelector('main').innerHTML = next.querySelector('main').innerHTML;
  document.querySelector('[data-testid=CartNavItem]').innerHTML = next.querySelector('[data-testid=CartNavItem]').innerHTML;
};
const go = (url) => { history.pushState(null, '', url); return load(url); };
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="/"]');
  if (link) { event.preventDefault(); go(link.getAttribute('href')); }
  const button = event.target.closest('button[data-action]');
  if (button) { event.preventDefault(); const label = button.textContent; button.textContent = '...'; action(button.dataset.action).then(() => load(location.href)).then(() => { button.textContent = label; }); }
});
document.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  if (form.matches('.search')) return go('${ROOT}/search?query=' + encodeURIComponent(form.elements[0].value));
  const button = form.querySelector('[type=submit]');
  const label = button.textContent;
  button.textContent = 'Dodawanie...';
  button.disabled = true;
  const answer = await action(form.dataset.action, [form.elements.quantity?.value]);
  const text = await answer.text();
  const [, to] = /NEXT_REDIRECT;([^;"]+)/.exec(text) ?? [];
  if (to) return void location.assign(to);
  button.textContent = label;
  button.disabled = false;
  if (/E{/.test(text)) return void form.insertAdjacentHTML('beforeend', '<p role="alert" class="text-destructive">Produkt jest niedostępny</p>');
  await load(location.href);
});
addEventListener('popstate', () => load(location.href));
`;

const platform: Platform = {
  name: 'Saleor storefront (Next.js App Router)',
  family: 'opaque',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<{ lines: Line[]; step: number }>(() => ({ lines: [], step: 0 }), 'checkoutId-default');
    const orders: Line[][] = [];

    const page = (context: Context, title: string, body: string, data?: unknown) => {
      const count = cartOf(context).lines.reduce((sum, { quantity }) => sum + quantity, 0);
      return context.html(`<!doctype html><html lang="pl"><head><title>${title} · Saleor Storefront</title>${data ? `<script type="application/ld+json">${JSON.stringify(data)}</script>` : ''}${tag}</head><body>
<header><a href="${ROOT}">ACME</a><form class="search"><input type="text" name="search" placeholder="Szukaj produktów..."><button type="submit">szukaj</button></form>
<a href="${ROOT}/login">Zaloguj</a><a data-testid="CartNavItem" href="${ROOT}/cart"><svg></svg><span class="sr-only">${count} produktów w koszyku, zobacz koszyk</span></a></header>
<main>${body}</main><script>${client}</script></body></html>`);
    };
    const rsc = (context: Context, text: string) => context.body(text, 200, { 'content-type': 'text/x-component' });
    const isAction = (context: Context) => context.req.header('next-action');

    app.get(ROOT, (c) =>
      page(
        c,
        'Sklep',
        `<h1 class="sr-only">Witamy</h1><ul data-testid="ProductList">${products.map(({ slug, name, price }) => `<li data-testid="ProductElement"><a href="${ROOT}/products/${slug}"><h3>${name}</h3><p data-testid="ProductElement_PriceRange">${zl(price)}</p></a></li>`).join('')}</ul>`,
      ),
    );
    app.get(`${ROOT}/search`, (c) => page(c, 'Szukaj', '<h1>Wyniki wyszukiwania</h1><p>Nic nie znaleziono</p>'));
    app.get(`${ROOT}/login`, (c) =>
      page(
        c,
        'Logowanie',
        '<h1>Zaloguj się</h1><form data-action="login"><input type="email" name="email"><input type="password" name="password"><button type="submit">Zaloguj</button></form>',
      ),
    );
    app.post(`${ROOT}/login`, (c) => rsc(c, '0:["$@1"]\n1:E{"digest":"1"}\n'));
    app.get(`${ROOT}/products/:slug`, (c) => {
      const product = products.find(({ slug }) => slug === c.req.param('slug'))!;
      return page(
        c,
        product.name,
        `<section><div><h1 class="text-3xl">${product.name}</h1><p data-testid="ProductElement_Price">${zl(product.price)}</p><form data-action="40a1"><label>Ilość <input type="number" name="quantity" value="1"></label><button type="submit" class="h-12">Dodaj do koszyka</button></form><button type="button" data-action="40c3">Dodaj do ulubionych</button></div></section>
<section><h2>Może Ci się spodobać</h2><ul>${products
          .filter((other) => other !== product)
          .map(
            ({ slug, name, price }) =>
              `<li><a href="${ROOT}/products/${slug}"><h3>${name}</h3><p>${zl(price)}</p></a></li>`,
          )
          .join('')}</ul></section>`,
        {
          '@context': 'https://schema.org',
          '@type': 'Product',
          name: product.name,
          sku: product.sku,
          offers: { '@type': 'Offer', price: product.price / 100, priceCurrency: 'PLN' },
        },
      );
    });
    app.post(`${ROOT}/products/:slug`, async (c) => {
      const product = products.find(({ slug }) => slug === c.req.param('slug'))!;
      const [quantity] = JSON.parse(await c.req.text()) as [string];
      await pause(250);
      if (isAction(c) === '40c3') return rsc(c, '0:["$@1",["x",null]]\n1:true\n');
      if (product.soldOut) return rsc(c, '0:["$@1",["x",null]]\n1:E{"digest":"3"}\n');
      add(cartOf(c).lines, product, Number(quantity));
      return rsc(c, '0:["$@1",["x",null]]\n1:"$undefined"\n');
    });
    const rows = (lines: Line[], buttons: boolean) =>
      `<ul data-testid="CartProductList">${lines.map(({ product, quantity }, at) => `<li class="flex"><div><a href="${ROOT}/products/${product.slug}"><h2>${product.name}</h2></a><p>${zl(product.price)}</p><div>Ilość: ${quantity}</div></div><p>${zl(product.price * quantity)}</p>${buttons ? `<button type="button" data-action="del${at}">Usuń</button>` : ''}</li>`).join('')}</ul>`;
    app.get(`${ROOT}/cart`, (c) => {
      const { lines } = cartOf(c);
      return page(
        c,
        'Koszyk',
        lines.length
          ? `<h1>Twój koszyk</h1>${rows(lines, true)}<div><p>Razem</p><p>${zl(sumOf(lines))}</p></div><form data-action="checkout"><button type="submit" data-testid="CheckoutLink">Przejdź do kasy</button></form>`
          : '<h1>Twój koszyk jest pusty</h1>',
      );
    });
    app.post(`${ROOT}/cart`, (c) => {
      const id = isAction(c)!;
      if (id === 'checkout') return rsc(c, '0:E{"digest":"NEXT_REDIRECT;/checkout?checkout=Q2hl&step=contact;307"}\n');
      cartOf(c).lines.splice(Number(id.slice(3)), 1);
      return rsc(c, '0:["$@1",["x",null]]\n1:"$undefined"\n');
    });
    const steps = ['contact', 'shipping', 'payment'];
    app.get('/checkout', (c) => {
      const at = steps.indexOf(c.req.query('step')!);
      const { lines } = cartOf(c);
      return page(
        c,
        'Kasa',
        `<h1>Kasa</h1><form data-action="next${at}"><h2>${['Kontakt', 'Dostawa', 'Płatność'][at]}</h2><input name="a"><button type="submit">${at === 2 ? 'Zapłać' : 'Dalej'}</button></form><aside>${rows(lines, false)}<div><p>Suma częściowa</p><p>${zl(sumOf(lines))}</p></div><div><p>Dostawa</p><p>${zl(DELIVERY)}</p></div><div><p>Do zapłaty razem</p><p>${zl(sumOf(lines) + DELIVERY)}</p></div></aside>`,
      );
    });
    app.post('/checkout', (c) => {
      const cart = cartOf(c);
      const at = Number(isAction(c)!.slice(4));
      if (at < 2) return rsc(c, `0:E{"digest":"NEXT_REDIRECT;/checkout?checkout=Q2hl&step=${steps[at + 1]};307"}\n`);
      if (cart.step++ === 0) return rsc(c, '0:["$@1"]\n1:E{"digest":"declined"}\n');
      orders.push(cart.lines);
      cart.lines = [];
      return rsc(c, `0:E{"digest":"NEXT_REDIRECT;/checkout/complete?order=T3Jk${orders.length};307"}\n`);
    });
    app.get('/checkout/complete', (c) => {
      const lines = orders[Number(c.req.query('order')!.slice(4)) - 1] ?? [];
      return page(
        c,
        'Zamówienie potwierdzone',
        `<h1>Dziękujemy za zamówienie</h1><p>Zamówienie #${1041 + orders.length}</p>${rows(lines, false)}<div><p>Suma częściowa</p><p>${zl(sumOf(lines))}</p></div><div><p>Dostawa</p><p>${zl(DELIVERY)}</p></div><div><p>Razem</p><p>${zl(sumOf(lines) + DELIVERY)}</p></div>`,
      );
    });

    const ready = (tab: Page, text: string) =>
      tab.waitForFunction((wanted) => document.querySelector('h1')?.textContent?.includes(wanted), text);
    const open = (product: Product) => async (tab: Page) => {
      await tab.click('header a >> nth=0');
      await ready(tab, 'Witamy');
      await tab.click(`main a[href$="${product.slug}"]`);
      await ready(tab, product.name);
    };
    const added = (tab: Page) => tab.waitForFunction(() => !document.querySelector('main form button:disabled'));
    return {
      apps: { shop: app },
      walk: [
        {
          name: 'lands from a chat',
          act: (tab) => tab.goto(origin + ROOT, { referer: 'https://chatgpt.com/' }),
          truth: [{ name: 'landing' }, { name: 'view_item_list' }],
        },
        {
          name: 'searches',
          act: async (tab) => {
            await tab.fill('.search input', 'czapka');
            await tab.press('.search input', 'Enter');
            await ready(tab, 'Wyniki');
          },
          truth: [optional('view_search_results')],
        },
        { name: 'opens the tee', act: open(tee), truth: [pieces('view_item', 'PLN', [tee, 1])] },
        { name: 'likes it', act: (tab) => tab.click('[data-action="40c3"]'), truth: [] },
        {
          name: 'adds three',
          act: async (tab) => {
            await tab.fill('[name=quantity]', '3');
            await tab.click('main form [type=submit]');
            await added(tab);
          },
          truth: [pieces('add_to_cart', 'PLN', [tee, 3])],
        },
        { name: 'opens the shoes', act: open(shoes), truth: [pieces('view_item', 'PLN', [shoes, 1])] },
        {
          name: 'gets none',
          act: async (tab) => {
            await tab.click('main form [type=submit]');
            await tab.waitForSelector('[role=alert]');
          },
          truth: [],
        },
        { name: 'opens the hoodie', act: open(hoodie), truth: [pieces('view_item', 'PLN', [hoodie, 1])] },
        {
          name: 'adds it by a double click',
          act: async (tab) => {
            await tab.dblclick('main form [type=submit]');
            await added(tab);
          },
          truth: [pieces('add_to_cart', 'PLN', [hoodie, 1])],
        },
        {
          name: 'fails to log in',
          act: async (tab) => {
            await tab.click('header a >> nth=1');
            await ready(tab, 'Zaloguj');
            await tab.fill('main [type=email]', 'a@b.example');
            await tab.fill('main [type=password]', 'x');
            await tab.click('main [type=submit]');
            await tab.waitForSelector('[role=alert]');
          },
          truth: [],
        },
        {
          name: 'opens the cart',
          act: async (tab) => {
            await tab.click('[data-testid=CartNavItem]');
            await ready(tab, 'koszyk');
          },
          truth: [pieces('view_cart', 'PLN', [tee, 3], [hoodie, 1])],
        },
        {
          name: 'removes the hoodie',
          act: async (tab) => {
            await tab.click('[data-action=del1]');
            await tab.waitForFunction(() => document.querySelectorAll('main li').length === 1);
          },
          truth: [pieces('remove_from_cart', 'PLN', [hoodie, 1])],
        },
        {
          name: 'goes to checkout',
          act: async (tab) => {
            await tab.click('[data-testid=CheckoutLink]');
            await ready(tab, 'Kasa');
          },
          truth: [pieces('begin_checkout', 'PLN', [tee, 3])],
        },
        {
          name: 'gives an address',
          act: async (tab) => {
            await tab.click('main [type=submit]');
            await tab.waitForURL(/step=shipping/);
          },
          truth: [],
        },
        {
          name: 'chooses a delivery',
          act: async (tab) => {
            await tab.click('main [type=submit]');
            await tab.waitForURL(/step=payment/);
          },
          truth: [{ name: 'add_shipping_info' }],
        },
        {
          name: 'is declined',
          act: async (tab) => {
            await tab.click('main [type=submit]');
            await tab.waitForSelector('[role=alert]');
          },
          truth: [],
        },
        {
          name: 'pays',
          act: async (tab) => {
            await tab.click('main [type=submit]');
            await tab.waitForURL(/complete/);
          },
          truth: [
            optional('add_payment_info'),
            {
              ...pieces('purchase', 'PLN', [tee, 3]),
              value: (3 * tee.price + DELIVERY) / 100,
              shipping: DELIVERY / 100,
              transaction_id: '1042',
            },
          ],
        },
        { name: 'reloads', act: (tab) => tab.reload(), truth: [] },
        {
          name: 'opens the link again from a mail',
          act: async (tab) => {
            await tab.goto(origin + ROOT);
            await tab.goto(`${origin}/checkout/complete?order=T3Jk1`, { referer: 'https://mail.google.com/' });
          },
          truth: [optional('landing')],
        },
      ],
    };
  },
};

export default platform;
