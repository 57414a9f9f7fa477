import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scriptTag } from '../../browser/site.ts';
import type { Secrets } from './secrets.ts';

const FIELDS = ['text', 'search', 'email', 'tel', 'url', 'password', 'hidden', 'checkbox', 'radio'];
const NAMES = ['name', 'email', 'street', 'city', 'postcode', 'phone', 'cc-number', 'cc-name', 'message', 'birthday'];

/** Any text as markup shows it, or an attribute holds it. */
const toMarkup = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

const json = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c');

/**
 * A shop that shows its shoppers' own data wherever a shop may: in addresses, titles, greetings, structured data, the
 * data layer, attributes, options, fields and answers. Each page has secrets of its own. What a page tells of itself
 * (title, path, product, heading, allowed query) has only secrets with a shape.
 */
export const createShop = async (secrets: Secrets, tag: Record<string, string>, script: () => string) => {
  const any = (place: string) => toMarkup(secrets.any(place));
  const shaped = (place: string) => toMarkup(secrets.shaped(place));

  const person = (place: string) => ({
    '@type': 'Person',
    name: secrets.of('name', place),
    email: secrets.of('email', place),
    telephone: secrets.of('phone', place),
    address: { '@type': 'PostalAddress', streetAddress: secrets.of('address', place) },
  });
  const pushes = () => [
    {
      event: 'user',
      user_data: { email_address: secrets.any('dataLayer'), address: { first_name: secrets.any('dataLayer') } },
    },
    { event: 'login', method: secrets.any('dataLayer'), userId: secrets.any('dataLayer') },
    { event: 'view_search_results', search_term: secrets.of('words', 'dataLayer'), ecommerce: { items: [] } },
    {
      event: 'generate_lead',
      value: 1,
      currency: 'EUR',
      lead: { name: secrets.any('dataLayer'), note: secrets.any('dataLayer') },
      message: secrets.any('dataLayer'),
    },
  ];
  const fields = () =>
    FIELDS.map(
      (type, at) =>
        `<label title="${any('label')}">${any('label')}<input type="${type}" name="${NAMES[at]}" value="${any('field')}" placeholder="${any('attribute')}" aria-label="${any('label')}" data-last="${any('attribute')}"></label>`,
    ).join('') +
    `<textarea name="message">${any('field')}</textarea>
    <select name="saved"><option value="${any('option')}">${any('option')}</option><option selected>${any('option')}</option></select>
    <input list="known"><datalist id="known"><option value="${any('option')}"></datalist>
    <div contenteditable>${any('field')}</div>`;
  const form = (id: string, action: string, button: string, inside = fields()) =>
    `<form id="${id}" class="${id}" action="${action}" method="post" novalidate data-customer="${any('attribute')}"><h2>${button}</h2>${inside}<button name="go">${button}</button></form>`;

  const page = (
    title: string,
    main: string,
    data: unknown[] = [],
  ) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <title>${title}</title><meta name="author" content="${any('meta')}"><meta property="profile:email" content="${any('meta')}">
    <script type="application/ld+json">${json([person('JSON-LD'), { '@type': 'Review', author: person('JSON-LD'), reviewBody: secrets.any('JSON-LD') }, ...data])}</script>
    <script>dataLayer = ${json(pushes())}; window.name = ${json(secrets.any('window'))}; history.replaceState({ who: ${json(secrets.any('window'))} }, '')</script>
    ${scriptTag(tag)}</head><body data-user="${any('attribute')}">
    <!-- ${any('comment')} -->
    <header><p class="greeting">Welcome ${any('greeting')}</p><a href="/account/orders?user=${encodeURIComponent(secrets.any('link'))}" aria-label="${any('label')}">${any('greeting')}</a>
      <form role="search" action="/search" method="get"><input type="search" name="q" value="${any('field')}"><button>Search</button></form></header>
    <main>${main}</main><img alt="${any('attribute')}" src="data:,"></body></html>`;

  const product = () => {
    const name = `Mug for ${secrets.shaped('product')}`;
    const facts = {
      '@type': 'Product',
      sku: 'MUG-1',
      name,
      offers: { price: '12.50', priceCurrency: 'EUR', seller: person('JSON-LD') },
      review: { author: person('JSON-LD'), reviewBody: secrets.any('JSON-LD') },
    };
    return page(
      toMarkup(name),
      `<div class="product" data-product-id="MUG-1"><h1>${toMarkup(name)}</h1><p class="price">€ 12.50</p>
        <p>${any('greeting')}</p><input name="engraving" value="${any('field')}"><button id="add" type="button">Add to cart</button></div>
      <iframe name="${any('attribute')}" title="${any('label')}" src="/frame/${encodeURIComponent(secrets.any('path of a frame'))}?user=${encodeURIComponent(secrets.any('query'))}#${encodeURIComponent(secrets.any('fragment'))}"></iframe>
      <script>document.querySelector('#add').onclick = () => fetch('/cart/add', { method: 'POST', body: new URLSearchParams({ id: 'MUG-1', quantity: 1, who: document.querySelector('[name=engraving]').value }) })</script>`,
      [facts],
    );
  };
  /** Another product, drawn in a frame of the page as buy buttons are; its page does the asking. Nothing in it speaks to us but by presses. */
  const frame = () => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${any('title')}</title>
    <script type="application/ld+json">${json([person('JSON-LD')])}</script></head><body data-user="${any('attribute')}">
    <p>Welcome ${any('greeting')}</p>
    <div class="product" data-product-id="BOWL-1"><h3 class="title">Bowl for ${shaped('product')}</h3><span class="price">€ 15.50</span>
      <input id="own" name="engraving" aria-label="${any('label')}" value="${any('field')}">
      <button id="pressed" type="button" data-fw-track="frame_pressed" title="${any('label')}" value="${any('attribute')}">${any('label')}</button>
      <button id="add-bowl" type="button" aria-label="Add to cart: ${any('label')}">Add to cart</button></div>
    <a id="way" href="/account/${encodeURIComponent(secrets.any('link'))}?user=${encodeURIComponent(secrets.any('link'))}" onclick="return false" aria-label="${any('label')}">${any('label')}</a>
    ${form('framed', '/newsletter', 'Subscribe to the newsletter')}
    <script>document.querySelector('#add-bowl').onclick = () => parent.fetch('/cart/add', { method: 'POST', body: new URLSearchParams({ id: 'BOWL-1', quantity: 1, who: document.querySelector('#own').value }) })
    document.querySelector('#framed').onsubmit = (event) => { event.preventDefault(); parent.fetch('/newsletter', { method: 'POST', body: new FormData(event.target) }) }</script></body></html>`;
  const line = () =>
    `<li class="cart-item" data-product-id="MUG-1"><a href="/p/mug">Mug for ${shaped('product')}</a> <input class="quantity" type="number" name="quantity" value="1"> <span class="price">€ 12.50</span><button>Remove</button></li>`;
  const pages: Record<string, () => string> = {
    '/': () =>
      page(
        `Shop ${shaped('title')}`,
        `<h1>Mugs</h1>${form('newsletter-signup', '/newsletter', 'Subscribe to the newsletter')}`,
      ),
    '/c': () =>
      page(
        `Mugs ${shaped('title')}`,
        `<h1>Mugs ${shaped('heading')}</h1><ul>${[1, 2, 3].map((n) => `<li class="product-card"><a href="/p/mug-${n}"><h3 class="title">Mug ${n} ${shaped('product')}</h3></a><span class="price">€ 1${n}.50</span></li>`).join('')}</ul>`,
      ),
    '/search': () => page(`Results for ${any('title')}`, `<h1>Results for ${any('heading')}</h1>`),
    '/suche': () => page(`Results for ${any('title')}`, `<h1>Results for ${any('heading')}</h1>`),
    '/p': product,
    '/frame': frame,
    '/contact': () =>
      page(`Contact ${shaped('title')}`, `<h1>Contact</h1>${form('contact', '/thanks', 'Send message')}`),
    '/thanks': () =>
      page(
        `Thank you, ${shaped('title')}`,
        `<h1>Thank you, ${any('greeting')}</h1><div role="alert">${any('notice')}</div>`,
      ),
    '/register': () =>
      page(
        `Register ${shaped('title')}`,
        `<h1>Create account</h1>${form('register', '/account/new', 'Create account')}`,
      ),
    '/account': () =>
      page(
        `Account of ${any('title')}`,
        `<h1>Hello ${any('heading')}</h1><address>${any('greeting')}</address>${fields()}`,
      ),
    '/cart': () =>
      page(
        `Cart ${shaped('title')}`,
        `<h1>Cart</h1><ul>${line()}</ul><p>Total € 12.50</p><a href="/checkout">Checkout</a>`,
      ),
    '/checkout': () =>
      page(
        `Checkout of ${any('title')}`,
        `<h1>Checkout</h1><ul>${line()}</ul><address>${any('greeting')}</address>${form('checkout', '/order', 'Place order')}
        <script>document.querySelector('#checkout').onsubmit = (event) => { event.preventDefault(); fetch('/order', { method: 'POST', body: new FormData(event.target) }) }</script>`,
      ),
    '/order': () =>
      page(
        `Thank you for your order, ${any('title')}`,
        `<h1>Thank you for your order, ${any('heading')}</h1><p>Order number: ${orderNumber}</p><address>${any('greeting')}</address>
        <ul>${line()}</ul><p>Card ${any('greeting')}</p><table><tr><th>Total</th><td>€ 12.50</td></tr></table>`,
      ),
  };
  let orders = 0;
  let orderNumber = '';
  const answers: Record<string, () => [status: number, body: unknown]> = {
    '/cart/add': () => [
      200,
      {
        items: [
          {
            id: 'MUG-1',
            sku: 'MUG-1',
            name: `Mug for ${secrets.shaped('answer')}`,
            price: 12.5,
            quantity: 1,
            engraving: secrets.any('answer'),
          },
        ],
        total: 12.5,
        currency: 'EUR',
        customer: { name: secrets.any('answer'), email: secrets.any('answer') },
      },
    ],
    '/newsletter': () =>
      orders % 2
        ? [200, { ok: true, email: secrets.any('answer') }]
        : [422, { errors: { email: `${secrets.any('answer')} is taken` }, error: secrets.any('answer') }],
    '/order': () => {
      orderNumber = `N-${++orders}`;
      return [
        200,
        {
          order: { number: orderNumber, total: 12.5, currency: 'EUR', customer: { name: secrets.any('answer') } },
          token: secrets.of('token', 'answer'),
          billing: secrets.any('answer'),
          redirect: '/order/confirmed',
        },
      ];
    },
  };

  const server = createServer((request, response) => {
    request.resume();
    const { pathname } = new URL(request.url!, 'http://shop.test');
    if (pathname === '/funnelwire.js')
      return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(script());
    const answer = request.method === 'POST' && answers[pathname];
    if (answer) {
      const [status, body] = answer();
      return void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }
    const show = pages[`/${pathname.split('/')[1]}`];
    response
      .writeHead(show ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(show?.());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

export const builtScript = () => readFileSync(new URL('../../../dist/funnelwire.js', import.meta.url), 'utf8');
