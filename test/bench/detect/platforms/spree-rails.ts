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
  pause,
  pieces,
  printer,
  step,
  sumOf,
  until,
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { inline } from '../spa.ts';

const hammock = good('117', 'RED-001', 'Rede de algodão cru', 'rede-de-algodao', 38990);
const coffee = good('120', 'CAF-250', 'Café da Serra 250 g', 'cafe-da-serra', 4250);
const hat = good('131', 'CHP-010', 'Chapéu de palha', 'chapeu-de-palha', 11900);
const products = [hammock, coffee, hat];
const SHIPPING = 2490;

const reais = printer('pt-BR', 'BRL');

/** Turbo: links and forms whose pages come by fetch and swap the body; the add is JSON:API in three calls. */
const client = `
const shown = () => { fetch('/cart_link').then((a) => a.text()).then((html) => { document.getElementById('link-to-cart').outerHTML = html; }); fetch('/account_link').then((a) => a.text()); fetch('/api_tokens').then((a) => a.json()).then((tokens) => { window.SpreeAPI = tokens; }); dispatchEvent(new Event('turbo:load')); };
const swap = (html) => { const page = new DOMParser().parseFromString(html, 'text/html'); for (const script of page.querySelectorAll('body script')) script.remove(); document.title = page.title; document.body.replaceWith(page.body); for (const data of document.head.querySelectorAll('[type="application/ld+json"]')) data.remove(); for (const data of page.head.querySelectorAll('[type="application/ld+json"]')) document.head.append(data); shown(); };
const visit = async (url, init, mode = 'pushState') => { const answer = await fetch(url, { headers: { Accept: 'text/html, application/xhtml+xml' }, ...init }); const html = await answer.text(); if (mode) history[mode]({ turbo: {} }, '', answer.url); swap(html); };
addEventListener('popstate', () => visit(location.href, {}, ''));
const headers = () => ({ 'Content-Type': 'application/json', 'X-Spree-Order-Token': window.SpreeAPI?.orderToken ?? '' });
document.addEventListener('click', (event) => {
  const gone = event.target.closest('.shopping-cart-item-delete .delete');
  if (gone) { event.preventDefault(); gone.closest('.shopping-cart-item').querySelector('.shopping-cart-item-quantity-input').value = 0; document.getElementById('update-cart').requestSubmit(); return; }
  if (event.target.closest('.modal .close')) return event.target.closest('.modal').remove();
  const link = event.target.closest('a[href]');
  if (link && link.origin === location.origin) { event.preventDefault(); visit(link.href); }
});
document.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  if (form.id === 'add-to-cart-form') {
    const button = form.querySelector('button');
    button.disabled = true;
    await fetch('/ensure_cart', { method: 'POST', headers: headers() });
    const answer = await fetch('/api/v2/storefront/cart/add_item', { method: 'POST', headers: headers(), body: JSON.stringify({ variant_id: form.elements.variant_id.value, quantity: Number(form.elements.quantity.value), options: {} }) });
    const body = await answer.json();
    button.disabled = false;
    if (!answer.ok) return void document.body.insertAdjacentHTML('beforeend', '<div class="modal" role="alertdialog"><button class="close">×</button><p class="error">' + body.error + '</p></div>');
    document.getElementById('link-to-cart').querySelector('.cart-count').textContent = body.data.attributes.item_count;
    document.body.insertAdjacentHTML('beforeend', '<div class="modal product-added-modal" role="dialog"><button class="close">×</button><div class="product-added-modal-message">Adicionado ao carrinho com sucesso!</div><a class="btn" href="/cart">Ver carrinho</a><a class="btn" href="/checkout">Finalizar compra</a></div>');
    return;
  }
  if (form.id === 'apply-coupon') {
    const answer = await fetch('/api/v2/storefront/cart/apply_coupon_code', { method: 'PATCH', headers: headers(), body: JSON.stringify({ coupon_code: form.elements.coupon.value }) });
    document.querySelector('.coupon-error').textContent = (await answer.json()).error;
    return;
  }
  const data = new URLSearchParams(new FormData(form, event.submitter));
  if (form.method === 'get') visit(form.action + '?' + data);
  else visit(form.action, { method: 'POST', body: data });
});
shown();`;

const platform: Platform = {
  name: 'Spree, Rails frontend',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<{ lines: Line[]; flash: string; fresh: boolean }>(
      () => ({ lines: [], flash: '', fresh: false }),
      'token',
    );
    const done = new Map<string, Line[]>();
    const count = (lines: Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const link = (lines: Line[]) =>
      `<a id="link-to-cart" class="cart-icon" href="/cart" aria-label="Carrinho"><svg></svg><span class="cart-count">${count(lines) || ''}</span></a>`;

    const page = (context: Context, title: string, body: string, head = '') => {
      const cart = cartOf(context);
      const { flash } = cart;
      cart.flash = '';
      return context.html(`<!doctype html><html lang="pt-BR"><head><title>${title} - Serra</title>${head}${tag}</head><body>
<header><a href="/">Serra</a><a href="/t/casa">Casa</a><a href="/login">Entrar</a><a href="/currency/set?switch_to_currency=BRL">BRL</a><form action="/products" method="get" class="search-form"><input type="search" name="keywords" placeholder="Busca"><button type="submit">Buscar</button></form>${link(cart.lines)}</header>
${flash ? `<div class="alert alert-danger" role="alert">${flash}</div>` : ''}<main data-hook>${body}</main><script>${client}</script></body></html>`);
    };
    app.get('/cart_link', (c) => c.html(link(cartOf(c).lines)));
    app.get('/account_link', (c) => c.html('<a href="/login">Entrar</a>'));
    app.get('/api_tokens', (c) => c.json({ order_token: 'oT', oauth_token: null }));
    app.get('/', (c) => page(c, 'Início', '<h1>Da serra para casa</h1>'));
    app.get('/currency/set', (c) => c.redirect('/'));
    app.get('/products', (c) => page(c, 'Busca', '<h1>Nenhum produto encontrado</h1>'));
    app.get('/t/casa', (c) =>
      page(
        c,
        'Casa',
        `<h1>Casa</h1><div class="row">${products.map(({ id, slug, name, price }) => `<div id="product_${id}" class="product-component"><a href="/products/${slug}" class="info"><div class="product-component-name">${name}</div><div class="product-component-price">${reais(price)}</div></a></div>`).join('')}</div>`,
      ),
    );
    app.get('/products/:slug', (c) => {
      const { id, sku, name, slug, price } = products.find((one) => one.slug === c.req.param('slug'))!;
      const data = [
        {
          '@context': 'https://schema.org/',
          '@type': 'Product',
          '@id': `${origin}/product_${id}`,
          url: `${origin}/products/${slug}`,
          name,
          sku,
          offers: { '@type': 'Offer', price: (price / 100).toFixed(2), priceCurrency: 'BRL', availability: 'InStock' },
        },
      ];
      const variants = [
        {
          id: Number(id),
          sku,
          display_price: reais(price),
          price: (price / 100).toFixed(2),
          is_product_available_in_currency: true,
          option_values: [],
        },
      ];
      return page(
        c,
        name,
        `<div id="product-details"><h1 class="product-details-title">${name}</h1><div id="product-price"><span class="price selling">${reais(price)}</span></div><form id="add-to-cart-form" class="add-to-cart-form" method="post" action="/cart" data-variants='${inline(variants)}' data-product-summary='${inline({ id: Number(id), name, slug })}'><input type="hidden" name="variant_id" value="${id}"><label>Quantidade <input type="number" name="quantity" value="1" min="1"></label><button type="submit" id="add-to-cart-button" class="btn btn-primary add-to-cart-button">Adicionar ao carrinho</button></form></div>`,
        `<script type="application/ld+json">${inline(data)}</script>`,
      );
    });
    app.post('/ensure_cart', (c) => c.json({ token: 'oT', number: 'R847210001' }));
    app.post('/api/v2/storefront/cart/add_item', async (c) => {
      const { lines } = cartOf(c);
      const { variant_id, quantity } = await c.req.json<{ variant_id: string; quantity: number }>();
      const product = products.find(({ id }) => id === variant_id)!;
      await pause(200);
      if (product === hat) return c.json({ error: `A quantidade escolhida de ${hat.name} não está disponível.` }, 422);
      add(lines, product, quantity);
      const total = (sumOf(lines) / 100).toFixed(2);
      return c.json({
        data: {
          id: '12',
          type: 'cart',
          attributes: {
            number: 'R847210001',
            item_count: count(lines),
            item_total: total,
            total,
            display_total: reais(sumOf(lines)),
            currency: 'BRL',
            token: 'oT',
          },
          relationships: { line_items: { data: lines.map((_, at) => ({ id: String(at), type: 'line_item' })) } },
        },
      });
    });
    app.patch('/api/v2/storefront/cart/apply_coupon_code', (c) =>
      c.json({ error: 'O cupom informado não existe.' }, 422),
    );
    app.get('/cart', (c) => {
      const { lines } = cartOf(c);
      return page(
        c,
        'Carrinho',
        lines.length
          ? `<h1 class="shopping-cart-header">Seu carrinho</h1><form id="update-cart" action="/cart" method="post"><input type="hidden" name="_method" value="patch">${lines.map(({ product, quantity }, at) => `<div class="shopping-cart-item"><a class="shopping-cart-item-name" href="/products/${product.slug}">${product.name}</a><div class="shopping-cart-item-price">${reais(product.price)}</div><input type="number" class="shopping-cart-item-quantity-input" name="order[line_items_attributes][${at}][quantity]" value="${quantity}"><input type="hidden" name="order[line_items_attributes][${at}][id]" value="${70 + at}"><div class="shopping-cart-item-total">${reais(product.price * quantity)}</div><div class="shopping-cart-item-delete"><a href="#" class="delete" id="delete_line_item_${70 + at}" aria-label="Remover do carrinho" data-variant-sku="${product.sku}" data-variant-name="${product.name}" data-variant-price="${(product.price / 100).toFixed(2)}" data-variant-options=""><svg></svg></a></div></div>`).join('')}<button type="submit" id="update-button" class="btn">Atualizar</button></form>
<form id="apply-coupon"><input id="shopping-cart-coupon-code" name="coupon" placeholder="Cupom de desconto"><button>Aplicar</button><p class="coupon-error" role="alert"></p></form><div class="shopping-cart-total">Subtotal <span class="shopping-cart-total-amount">${reais(sumOf(lines))}</span></div><a class="btn btn-primary checkout-content-save-continue-button" id="checkout-link" href="/checkout">Finalizar compra</a>`
          : '<h1>Seu carrinho está vazio</h1>',
      );
    });
    app.post('/cart', async (c) => {
      const cart = cartOf(c);
      const form = await c.req.parseBody();
      cart.lines = cart.lines
        .map((line, at) => ({ ...line, quantity: Number(form[`order[line_items_attributes][${at}][quantity]`]) }))
        .filter(({ quantity }) => quantity);
      return c.redirect('/cart', 303);
    });
    app.get('/login', (c) =>
      page(
        c,
        'Entrar',
        '<h1>Entrar</h1><form action="/login" method="post" id="new_spree_user"><input type="email" name="spree_user[email]"><input type="password" name="spree_user[password]"><button>Entrar</button></form>',
      ),
    );
    app.post('/login', (c) => {
      cartOf(c).flash = 'E-mail ou senha inválidos.';
      return c.redirect('/login', 303);
    });
    const fields: Record<string, string> = {
      address:
        '<h2>Endereço de entrega</h2><input type="email" name="order[email]"><input name="order[ship_address_attributes][firstname]"><input name="order[ship_address_attributes][zipcode]">',
      delivery: `<h2>Forma de entrega</h2><label><input type="radio" name="rate" value="1" checked> Correios PAC ${reais(SHIPPING)}</label>`,
      payment: '<h2>Pagamento</h2><input name="payment_source[number]" autocomplete="cc-number">',
      confirm: '<h2>Confirmar</h2>',
    };
    const steps = Object.keys(fields);
    app.get('/checkout', (c) => c.redirect('/checkout/address'));
    app.get('/checkout/:step', (c) => {
      const at = c.req.param('step');
      const { lines } = cartOf(c);
      const shipping = steps.indexOf(at) > 1 ? SHIPPING : 0;
      return page(
        c,
        'Finalizar compra',
        `<h1 class="sr-only">Finalizar compra</h1><form action="/checkout/update/${at}" method="post" id="checkout_form_${at}"><input type="hidden" name="_method" value="patch">${fields[at]}<button type="submit" class="btn btn-primary">${at === 'confirm' ? 'Finalizar pedido' : 'Salvar e continuar'}</button></form>
<div id="checkout-summary" data-hook="checkout_summary_box"><h5>Resumo do pedido</h5>${lines.map(({ product, quantity }) => `<div class="checkout-summary-item"><span>${product.name}</span> <span>Qtd.: ${quantity}</span> <span>${reais(product.price * quantity)}</span></div>`).join('')}<table><tr data-hook="item_total"><td>Subtotal:</td><td>${reais(sumOf(lines))}</td></tr>${shipping ? `<tr><td>Frete:</td><td>${reais(shipping)}</td></tr>` : ''}<tr data-hook="order_total"><td>Total:</td><td id="summary-order-total">${reais(sumOf(lines) + shipping)}</td></tr></table></div>`,
      );
    });
    app.post('/checkout/update/:step', async (c) => {
      const cart = cartOf(c);
      const form = await c.req.parseBody();
      if (form['order[ship_address_attributes][zipcode]'] === '') {
        cart.flash = 'CEP não pode ficar em branco';
        return c.redirect('/checkout/address', 303);
      }
      const next = steps[steps.indexOf(c.req.param('step')) + 1];
      if (next) return c.redirect(`/checkout/${next}`, 303);
      done.set('R847210001', cart.lines);
      Object.assign(cart, { lines: [], fresh: true });
      return c.redirect('/orders/R847210001', 303);
    });
    app.get('/orders/:number', (c) => {
      const cart = cartOf(c);
      const number = c.req.param('number');
      const lines = done.get(number)!;
      const { fresh } = cart;
      cart.fresh = false;
      return page(
        c,
        `Pedido ${number}`,
        `<div class="order-show">${fresh ? '<h1>Pedido realizado com sucesso</h1><p>Obrigado pela sua compra!</p>' : ''}<h5 class="order-show-number">Pedido ${number} / 25 de novembro de 2026</h5><div id="order_summary" data-hook="order_summary">${lines.map(({ product, quantity }) => `<div class="order-show-line-items-line-item"><a href="/products/${product.slug}">${product.name}</a><div>Preço: ${reais(product.price)}</div><div>Qtd.: ${quantity}</div><div>${reais(product.price * quantity)}</div></div>`).join('')}<div class="order-show-subtotal">Subtotal: ${reais(sumOf(lines))}</div><div>Frete: ${reais(SHIPPING)}</div><div class="order-show-total">Total do pedido: ${reais(sumOf(lines) + SHIPPING)}</div></div></div>`,
      );
    });

    const went = (selector: string, url: RegExp) => async (tab: Page) => {
      await tab.click(selector);
      await tab.waitForURL(url);
      await tab.waitForLoadState('networkidle');
    };
    const saved = (to: RegExp) => went('main form .btn', to);
    const open =
      ({ slug }: Product) =>
      async (tab: Page) => {
        await went('header a[href="/t/casa"]', /\/t\/casa/)(tab);
        await went(`main a[href="/products/${slug}"]`, new RegExp(slug))(tab);
      };
    const added = '.product-added-modal';
    return {
      apps: { shop: app },
      walk: [
        step('chega de uma busca', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.com.br/' }), {
          name: 'landing',
        }),
        step('busca em vão', fill({ '[name=keywords]': 'abajur' }, went('.search-form button', /keywords/))),
        step('troca a moeda pela mesma', went('header a[href*=currency]', /\/$/)),
        step('abre uma categoria', went('header a[href="/t/casa"]', /casa/), { name: 'view_item_list' }),
        step('abre a rede', went(`main a[href$="${hammock.slug}"]`, /rede/), pieces('view_item', 'BRL', [hammock, 1])),
        step(
          'adiciona duas',
          fill({ '[name=quantity]': '2' }, until('#add-to-cart-button', added)),
          pieces('add_to_cart', 'BRL', [hammock, 2]),
        ),
        step('fecha o aviso', (tab) => tab.click('.modal .close')),
        step('abre o chapéu', open(hat), pieces('view_item', 'BRL', [hat, 1])),
        step('não consegue o chapéu', until('#add-to-cart-button', '[role=alertdialog]')),
        step('fecha o erro', (tab) => tab.click('.modal .close')),
        step('abre o café', open(coffee), pieces('view_item', 'BRL', [coffee, 1])),
        step(
          'clica duas vezes e adiciona um',
          (tab) => tab.dblclick('#add-to-cart-button').then(() => tab.waitForSelector(added)),
          pieces('add_to_cart', 'BRL', [coffee, 1]),
        ),
        step(
          'segue ao carrinho',
          went('.product-added-modal a[href="/cart"]', /cart$/),
          pieces('view_cart', 'BRL', [hammock, 2], [coffee, 1]),
        ),
        step(
          'tenta um cupom',
          fill({ '[name=coupon]': 'GRATIS' }, until('#apply-coupon button', '.coupon-error:not(:empty)')),
        ),
        step(
          'leva três cafés',
          fill({ '.shopping-cart-item:nth-of-type(2) .shopping-cart-item-quantity-input': '3' }, (tab) =>
            tab.click('#update-button').then(() => tab.waitForSelector('.cart-count:text("5")')),
          ),
          { ...pieces('add_to_cart', 'BRL', [coffee, 2]), optional: true },
          optional('view_cart'),
        ),
        step(
          'remove os cafés',
          (tab) =>
            tab.click(`[data-variant-sku=${coffee.sku}]`).then(() => tab.waitForSelector('.cart-count:text("2")')),
          pieces('remove_from_cart', 'BRL', [coffee, 3]),
          optional('view_cart'),
        ),
        step('erra a senha', async (tab) => {
          await went('header a[href="/login"]', /login/)(tab);
          await fill(
            { '#new_spree_user [type=email]': 'a@b.example', '#new_spree_user [type=password]': 'x' },
            until('#new_spree_user button', '[role=alert]'),
          )(tab);
        }),
        step('volta ao carrinho', went('#link-to-cart', /cart/), pieces('view_cart', 'BRL', [hammock, 2])),
        step('vai ao checkout', went('#checkout-link', /address/), pieces('begin_checkout', 'BRL', [hammock, 2])),
        step('esquece o CEP', until('main form .btn', '[role=alert]')),
        step('dá o endereço', fill({ '[name*=zipcode]': '01310' }, saved(/delivery/)), optional('add_shipping_info')),
        step('escolhe a entrega', saved(/payment/), { name: 'add_shipping_info' }),
        step('dá o cartão', saved(/confirm/), { name: 'add_payment_info' }),
        step(
          'finaliza',
          saved(/orders/),
          order('BRL', { id: 'R847210001', total: 2 * hammock.price + SHIPPING, shipping: SHIPPING }, [hammock, 2]),
        ),
        step('recarrega', (tab) => tab.reload()),
        step('vai ao início e volta', (tab) => went('header a >> nth=0', /\/$/)(tab).then(() => tab.goBack())),
        step(
          'abre o pedido do e-mail',
          (tab) => tab.goto(`${origin}/orders/R847210001`, { referer: 'https://mail.google.com/' }),
          optional('landing'),
        ),
      ],
    };
  },
};

export default platform;
