import { type Context, Hono } from 'hono';
import {
  add,
  createCarts,
  fill,
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
import { inline } from '../spa.ts';

const tea = (variant: string, id: string, sku: string, name: string, slug: string, price: number): Product => ({
  id: variant,
  others: [id],
  sku,
  name,
  slug,
  price,
});
const pot = tea('44123000000011', '8810001', 'KYU-01', '常滑焼 急須', 'tokoname-kyusu', 6800);
const cup = tea('44123000000022', '8810002', 'YUN-02', '湯呑み 青', 'yunomi-ao', 1200);
const whisk = { ...tea('44123000000033', '8810003', 'CSN-03', '茶筅 百本立', 'chasen', 2400), soldOut: true };
const leaves = tea('44123000000044', '8810004', 'GYK-04', '玉露 八女', 'gyokuro-yame', 3240);
const products = [pot, cup, whisk, leaves];
const SHIPPING = 600;

const yen = printer('ja-JP', 'JPY');
/** The platform counts yen in hundredths too. */
const cents = (amount: number) => amount * 100;

const client = `
class ProductForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form');
    this.form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const button = this.querySelector('[type=submit]');
      if (button.getAttribute('aria-disabled') === 'true') return;
      button.setAttribute('aria-disabled', true);
      button.classList.add('loading');
      const body = new FormData(this.form);
      body.append('sections', 'cart-notification-product,cart-icon-bubble');
      body.append('sections_url', location.pathname);
      const response = await (await fetch(routes.cart_add_url, { method: 'POST', headers: { Accept: 'application/javascript', 'X-Requested-With': 'XMLHttpRequest' }, body })).json();
      button.classList.remove('loading');
      button.removeAttribute('aria-disabled');
      const wrapper = this.querySelector('.product-form__error-message-wrapper');
      if (response.status) {
        if (wrapper) { wrapper.hidden = false; wrapper.querySelector('span').textContent = response.description; }
        return;
      }
      if (wrapper) wrapper.hidden = true;
      document.getElementById('modal')?.close();
      document.getElementById('cart-icon-bubble').innerHTML = response.sections['cart-icon-bubble'];
      document.getElementById('cart-notification-product').innerHTML = response.sections['cart-notification-product'];
      document.getElementById('cart-notification').hidden = false;
    });
  }
}
const change = async (line, quantity) => {
  const response = await fetch('/cart/change', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ line, quantity, sections: ['main-cart-items'], sections_url: location.pathname }) });
  const cart = JSON.parse(await response.text());
  document.getElementById('main-cart').innerHTML = cart.sections['main-cart-items'];
};
document.addEventListener('click', async (event) => {
  const { target } = event;
  if (target.closest('#cart-notification .link')) document.getElementById('cart-notification').hidden = true;
  const remove = target.closest('cart-remove-button');
  if (remove) { event.preventDefault(); change(Number(remove.dataset.index), 0); }
  const spin = target.closest('quantity-input button');
  if (spin) {
    const input = spin.parentNode.querySelector('input');
    input.value = Number(input.value) + (spin.name === 'plus' ? 1 : -1);
    if (input.dataset.index) change(Number(input.dataset.index), Number(input.value));
  }
  const opener = target.closest('modal-opener button');
  if (opener) {
    const html = await (await fetch(opener.dataset.productUrl)).text();
    const modal = document.getElementById('modal');
    modal.innerHTML = new DOMParser().parseFromString(html, 'text/html').querySelector('.product').outerHTML;
    modal.showModal();
  }
});
document.addEventListener('change', async ({ target }) => {
  if (target.matches('[name=note]')) fetch('/cart/update', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ note: target.value }) });
  if (target.matches('[name=sort_by]')) {
    const html = await (await fetch(location.pathname + '?section_id=template&sort_by=' + target.value)).text();
    document.getElementById('product-grid').outerHTML = html;
    history.pushState(null, '', '?sort_by=' + target.value);
  }
});
document.addEventListener('input', ({ target }) => { if (target.matches('[name=q]')) fetch('/search/suggest?q=' + encodeURIComponent(target.value) + '&section_id=predictive-search'); });
customElements.define('product-form', ProductForm);`;

const platform: Platform = {
  name: 'Shopify (Dawn)',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<{ lines: Line[]; done?: Line[] }>(() => ({ lines: [] }), 'cart');
    const head = `<script>var Shopify = { shop: 'cha.myshopify.com', locale: 'ja', currency: { active: 'JPY', rate: '1.0' }, country: 'JP' }; window.routes = { cart_add_url: '/cart/add', cart_change_url: '/cart/change', cart_url: '/cart' };</script>`;

    const bubble = (lines: Line[]) => {
      const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
      return `<svg class="icon icon-cart"></svg><span class="visually-hidden">カート</span>${count ? `<div class="cart-count-bubble"><span aria-hidden="true">${count}</span><span class="visually-hidden">${count}個のアイテム</span></div>` : ''}`;
    };
    const page = (context: Context, title: string, body: string, meta = '') =>
      context.html(`<!doctype html><html lang="ja"><head><title>${title} – 茶の間</title>${head}${meta}${tag}</head><body class="gradient">
<sticky-header><a href="/" class="header__heading-link">茶の間</a><a href="/collections/all">商品</a>
<form action="/search" method="get" role="search"><input type="search" name="q" placeholder="検索" id="Search-In-Modal"><button class="search__button" aria-label="検索"></button></form>
<a href="/cart" class="header__icon header__icon--cart" id="cart-icon-bubble">${bubble(cartOf(context).lines)}</a></sticky-header>
<cart-notification><div id="cart-notification" role="dialog" aria-label="カートに追加されました" hidden><h2>カートに商品を追加しました</h2><button aria-label="閉じる">×</button><div id="cart-notification-product"></div>
<a href="/cart" id="cart-notification-button" class="button button--secondary">カートを見る</a><form action="/cart" method="post"><button class="button button--primary" name="checkout">ご購入手続きへ</button></form><button type="button" class="link button-label">買い物を続ける</button></div></cart-notification>
<main id="MainContent">${body}</main><dialog id="modal"></dialog>
<footer><form method="post" action="/contact#ContactFooter" id="ContactFooter" class="footer__newsletter newsletter-form"><input type="hidden" name="form_type" value="customer"><input type="hidden" name="utf8" value="✓"><input type="hidden" name="contact[tags]" value="newsletter">${
        context.req.query('customer_posted')
          ? '<h3 class="newsletter-form__message form__message" tabindex="-1">ご登録いただきありがとうございます</h3>'
          : '<input type="email" name="contact[email]" placeholder="メール" required><button type="submit" name="commit" aria-label="登録する">→</button>'
      }</form>
<localization-form><form method="post" action="/localization" class="localization-form"><input type="hidden" name="_method" value="put"><input type="hidden" name="return_to" value="/collections/all"><select name="country_code"><option value="JP">日本 (JPY ¥)</option></select><button>国を更新する</button></form></localization-form></footer>
<script>${client}</script></body></html>`);

    const price = (
      amount: number,
    ) => `<div class="price"><div class="price__container"><div class="price__regular"><span class="visually-hidden">通常価格</span><span class="price-item price-item--regular">${yen(amount)}</span></div>
<div class="price__sale" style="display:none"><s class="price-item price-item--regular"></s><span class="price-item price-item--sale price-item--last">${yen(amount)}</span></div></div></div>`;
    const grid = () =>
      `<ul id="product-grid" class="grid product-grid">${products
        .map(
          (
            { id, name, slug, price: amount },
            at,
          ) => `<li class="grid__item"><div class="card-wrapper product-card-wrapper"><h3 class="card__heading h5"><a href="/products/${slug}" class="full-unstyled-link">${name}</a></h3>${price(amount)}
<div class="quick-add">${
            at === 3
              ? `<modal-opener><button id="quick-add-${id}-submit" type="submit" name="add" class="quick-add__submit button button--full-width button--secondary" aria-haspopup="dialog" data-product-url="/products/${slug}">オプションを選択</button></modal-opener>`
              : `<product-form><form method="post" action="/cart/add" class="form" data-type="add-to-cart-form"><input type="hidden" name="form_type" value="product"><input type="hidden" name="id" value="${id}" class="product-variant-id"><button type="submit" name="add" class="quick-add__submit button" aria-haspopup="dialog"><span>カートに追加する</span></button></form></product-form>`
          }</div></div></li>`,
        )
        .join('')}</ul>`;

    app.get('/', (c) =>
      page(c, 'ホーム', '<h2>お茶のある暮らし</h2><a href="/collections/all" class="button">すべて見る</a>'),
    );
    app.get('/collections/all', (c) =>
      c.req.query('section_id')
        ? c.html(grid())
        : page(
            c,
            '商品',
            `<h1>商品</h1><form id="FacetSortForm"><select name="sort_by"><option value="best-selling">人気</option><option value="price-ascending">価格の安い順</option></select></form>${grid()}`,
          ),
    );
    app.get('/search', (c) => page(c, '検索', '<h1>検索結果</h1><p>「x」に該当する商品は見つかりませんでした。</p>'));
    app.get('/search/suggest', (c) => c.html('<div id="predictive-search-results"></div>'));
    app.get('/products/:slug', (c) => {
      const product = products.find(({ slug }) => slug === c.req.param('slug'))!;
      const { id, others, sku, name, slug, price: amount } = product;
      const meta = {
        product: {
          id: Number(others![0]),
          variants: [{ id: Number(id), price: cents(amount), name, public_title: null, sku }],
        },
        page: { pageType: 'product' },
        currency: 'JPY',
      };
      const data = {
        '@context': 'http://schema.org/',
        '@type': 'Product',
        name,
        url: `${origin}/products/${slug}`,
        sku,
        offers: [{ '@type': 'Offer', price: amount, priceCurrency: 'JPY' }],
      };
      return page(
        c,
        name,
        `<section class="product"><div class="product__title"><h1>${name}</h1></div><p class="product__sku">SKU: ${sku}</p>${price(amount)}<div class="product__tax caption">税込 <a href="/policies">配送料</a>は購入手続き時に計算されます。</div>
<form method="post" action="/cart/add" class="installment caption-large"><input type="hidden" name="id" value="${id}"></form>
<quantity-input><button name="minus" type="button">-</button><input type="number" name="quantity" value="1" min="1" form="product-form-main"><button name="plus" type="button">+</button></quantity-input>
<product-form><div class="product-form__error-message-wrapper" role="alert" hidden><span></span></div><form method="post" action="/cart/add" id="product-form-main" class="form" data-type="add-to-cart-form" enctype="multipart/form-data"><input type="hidden" name="form_type" value="product"><input type="hidden" name="utf8" value="✓"><input type="hidden" name="id" value="${id}" class="product-variant-id">
<div class="product-form__buttons"><button id="ProductSubmitButton-main" type="submit" name="add" class="product-form__submit button button--full-width">カートに追加する</button></div><input type="hidden" name="product-id" value="${others![0]}"></form></product-form></section>`,
        `<meta property="og:type" content="product"><meta property="og:title" content="${name}"><meta property="og:price:amount" content="${amount.toLocaleString('en')}"><meta property="og:price:currency" content="JPY"><script>window.ShopifyAnalytics = { meta: ${inline(meta)} };</script><script type="application/ld+json">${inline(data)}</script>`,
      );
    });

    const itemOf = ({ product, quantity }: Line) => ({
      id: Number(product.id),
      variant_id: Number(product.id),
      product_id: Number(product.others![0]),
      title: product.name,
      product_title: product.name,
      variant_title: null,
      quantity,
      price: cents(product.price),
      original_price: cents(product.price),
      final_price: cents(product.price),
      line_price: cents(product.price * quantity),
      final_line_price: cents(product.price * quantity),
      sku: product.sku,
      url: `/products/${product.slug}?variant=${product.id}`,
      handle: product.slug,
    });
    app.post('/cart/add', async (c) => {
      const form = await c.req.formData();
      const product = products.find(({ id }) => id === form.get('id'))!;
      await pause(200);
      if (product.soldOut)
        return c.json(
          {
            status: 422,
            message: 'カートエラー',
            description: `商品「${product.name}」はすでに売り切れています。`,
          },
          422,
        );
      const { lines } = cartOf(c);
      const line = add(lines, product, Number(form.get('quantity') ?? 1));
      return c.json({
        ...itemOf(line),
        sections: {
          'cart-icon-bubble': bubble(lines),
          'cart-notification-product': `<h3 class="cart-notification-product__name h4">${product.name}</h3>`,
        },
      });
    });
    const rows = (lines: Line[]) =>
      lines.length
        ? `<form action="/cart" method="post" id="cart"><table class="cart-items"><tbody>${lines
            .map(
              (
                { product, quantity },
                at,
              ) => `<tr class="cart-item" id="CartItem-${at + 1}"><td class="cart-item__details"><a href="/products/${product.slug}?variant=${product.id}" class="cart-item__name h4 break">${product.name}</a><div class="product-option">${yen(product.price)}</div></td>
<td class="cart-item__quantity"><quantity-input><button type="button" name="minus">-</button><input type="number" name="updates[]" value="${quantity}" data-index="${at + 1}"><button type="button" name="plus">+</button></quantity-input><cart-remove-button id="Remove-${at + 1}" data-index="${at + 1}"><a href="/cart/change?id=${product.id}&quantity=0" class="button button--tertiary" aria-label="${product.name}を削除する"><svg></svg></a></cart-remove-button></td>
<td class="cart-item__totals"><span class="price price--end">${yen(product.price * quantity)}</span></td></tr>`,
            )
            .join(
              '',
            )}</tbody></table></form><cart-note><textarea name="note"></textarea></cart-note><div class="totals"><h2 class="totals__total">推定合計</h2><p class="totals__total-value">${yen(sumOf(lines))} JPY</p></div><button type="submit" id="checkout" class="cart__checkout-button button" name="checkout" form="cart">ご購入手続きへ</button>`
        : '<h1 class="cart__empty-text">カートは空です</h1>';
    app.get('/cart', (c) =>
      page(c, 'カート', `<h1 class="title">カート</h1><div id="main-cart">${rows(cartOf(c).lines)}</div>`),
    );
    app.post('/cart/change', async (c) => {
      const cart = cartOf(c);
      const { line, quantity } = await c.req.json<{ line: number; quantity: number }>();
      if (quantity) cart.lines[line - 1]!.quantity = quantity;
      else cart.lines.splice(line - 1, 1);
      return c.json({
        token: 'c1-7f3',
        currency: 'JPY',
        item_count: cart.lines.reduce((sum, one) => sum + one.quantity, 0),
        total_price: cents(sumOf(cart.lines)),
        items_subtotal_price: cents(sumOf(cart.lines)),
        items: cart.lines.map(itemOf),
        sections: { 'main-cart-items': rows(cart.lines) },
      });
    });
    app.post('/cart/update', (c) => c.json({ token: 'c1-7f3', items: cartOf(c).lines.map(itemOf), note: 'x' }));
    app.post('/localization', (c) => c.redirect('/collections/all'));
    app.post('/contact', (c) => c.redirect('/?customer_posted=true#ContactFooter'));
    app.post('/cart', async (c) =>
      c.redirect('checkout' in (await c.req.parseBody()) ? '/checkouts/cn/hWN1/ja' : '/cart'),
    );
    // The checkout is another application: a theme's scripts do not run in it, until its last page lets scripts in.
    app.get('/checkouts/cn/:token/ja', (c) => {
      const { lines } = cartOf(c);
      return c.html(
        `<!doctype html><html lang="ja"><title>チェックアウト - 茶の間</title><a href="/cart">カートに戻る</a><form method="post"><input name="email" type="email"><button id="checkout-pay-button">今すぐ支払う ${yen(sumOf(lines) + SHIPPING)}</button></form></html>`,
      );
    });
    app.post('/checkouts/cn/:token/ja', (c) => {
      const cart = cartOf(c);
      Object.assign(cart, { lines: [], done: cart.lines });
      return c.redirect('/61234/checkouts/hWN1/thank_you');
    });
    const status = (c: Context, isFresh: boolean) => {
      const lines = cartOf(c).done ?? [];
      const checkout = {
        order_id: 5_500_100,
        currency: 'JPY',
        total_price: `${sumOf(lines) + SHIPPING}.00`,
        subtotal_price: `${sumOf(lines)}.00`,
        line_items: lines.map(({ product, quantity }) => ({
          product_id: Number(product.others![0]),
          variant_id: Number(product.id),
          title: product.name,
          price: `${product.price}.00`,
          quantity,
        })),
      };
      return c.html(`<!doctype html><html lang="ja"><head><title>${isFresh ? 'ご注文ありがとうございます' : '注文 #1042'} - 茶の間</title>${head}<script>Shopify.checkout = ${inline(checkout)}; Shopify.Checkout = { step: 'thank_you', isOrderStatusPage: ${!isFresh} };</script>${tag}</head><body>
<div class="os-header"><span class="os-order-number">注文 #1042</span><h2 class="os-header__title">${isFresh ? '花さん、ありがとうございます！' : 'ご注文は確定しました'}</h2></div><p>ご注文は確定しました</p>
<table class="product-table"><tbody>${lines.map(({ product, quantity }) => `<tr class="product" data-product-id="${product.others![0]}" data-variant-id="${product.id}"><td class="product__image"><span class="product-thumbnail__quantity">${quantity}</span></td><th class="product__description"><span class="product__description__name">${product.name}</span></th><td class="product__price"><span class="order-summary__emphasis">${yen(product.price * quantity)}</span></td></tr>`).join('')}</tbody></table>
<table class="total-line-table"><tr class="total-line"><th>小計</th><td>${yen(sumOf(lines))}</td></tr><tr class="total-line"><th>配送</th><td>${yen(SHIPPING)}</td></tr><tr class="total-line"><th class="payment-due-label">合計</th><td><span class="payment-due__currency">JPY</span> <span class="payment-due__price">${yen(sumOf(lines) + SHIPPING)}</span></td></tr></table><a href="/">買い物を続ける</a></body></html>`);
    };
    const seen = new Set<unknown>();
    app.get('/61234/checkouts/:token/thank_you', (c) => {
      const cart = cartOf(c);
      if (seen.has(cart)) return c.redirect('/61234/orders/9c1185a5c5e9fc54612808977ee8f548');
      seen.add(cart);
      return status(c, true);
    });
    app.get('/61234/orders/:id', (c) => status(c, false));

    const grown = (count: number) => `.cart-count-bubble [aria-hidden]:text-is("${count}")`;
    return {
      apps: { shop: app },
      walk: [
        step(
          'lands on a product from a search',
          (tab) => tab.goto(`${origin}/products/${pot.slug}?srsltid=Af1`, { referer: 'https://www.google.co.jp/' }),
          { name: 'landing' },
          pieces('view_item', 'JPY', [pot, 1]),
        ),
        step('wants two', (tab) => tab.click('quantity-input [name=plus]')),
        step('adds two', until('#ProductSubmitButton-main', grown(2)), pieces('add_to_cart', 'JPY', [pot, 2])),
        step('goes on shopping', (tab) => tab.click('#cart-notification .link')),
        step(
          'types a search, which suggests nothing, and finds nothing',
          fill({ '[name=q]': '花瓶' }, press('.search__button')),
          optional('view_search_results'),
        ),
        step('opens everything', press('a[href="/collections/all"]'), { name: 'view_item_list' }),
        step('sorts it', (tab) =>
          tab.selectOption('[name=sort_by]', 'price-ascending').then(() => tab.waitForURL(/sort_by/)),
        ),
        step(
          'adds a cup from its card',
          until('li:nth-child(2) .quick-add__submit', grown(3)),
          pieces('add_to_cart', 'JPY', [cup, 1]),
        ),
        step(
          'is asked for options of the leaves',
          until('modal-opener button', '#modal .product'),
          optional('view_item'),
        ),
        step(
          'adds leaves from the dialog',
          until('#modal [name=add]', grown(4)),
          pieces('add_to_cart', 'JPY', [leaves, 1]),
        ),
        step('confirms the country', press('.localization-form button'), optional('view_item_list')),
        step('opens the whisk', press(`a[href="/products/${whisk.slug}"]`), pieces('view_item', 'JPY', [whisk, 1])),
        step('gets no whisk', until('#ProductSubmitButton-main', '[role=alert]:not([hidden])')),
        step(
          'leaves an address for the newsletter',
          fill({ '[name="contact[email]"]': 'hana@example.jp' }, press('.newsletter-form [name=commit]')),
          { name: 'generate_lead', form_kind: 'newsletter' },
        ),
        step('opens the cart', press('#cart-icon-bubble'), pieces('view_cart', 'JPY', [pot, 2], [cup, 1], [leaves, 1])),
        step('takes one pot less', until('#CartItem-1 [name=minus]', '#CartItem-1 input[value="1"]'), {
          ...pieces('remove_from_cart', 'JPY', [pot, 1]),
          optional: true,
        }),
        step('writes a note', (tab) =>
          tab.fill('[name=note]', '贈り物です').then(() => tab.press('[name=note]', 'Tab')),
        ),
        step(
          'removes the leaves',
          (tab) =>
            tab.click('#Remove-3 a').then(() => tab.waitForFunction(() => !document.querySelector('#CartItem-3'))),
          pieces('remove_from_cart', 'JPY', [leaves, 1]),
        ),
        step('goes to the checkout', press('#checkout'), pieces('begin_checkout', 'JPY', [pot, 1], [cup, 1])),
        step('thinks again and goes back to the cart', press('a'), optional('view_cart')),
        step('goes to the checkout after all', press('#checkout'), optional('begin_checkout')),
        step('pays', press('#checkout-pay-button'), {
          ...order(
            'JPY',
            { id: '1042', total: pot.price + cup.price + SHIPPING, shipping: SHIPPING },
            [pot, 1],
            [cup, 1],
          ),
        }),
        step('reloads, which leads to the state of the order', (tab) => tab.reload()),
        step(
          'opens the state of the order from a mail',
          (tab) =>
            tab.goto(`${origin}/61234/orders/9c1185a5c5e9fc54612808977ee8f548`, {
              referer: 'https://mail.google.com/',
            }),
          optional('landing'),
        ),
        step('goes on shopping', press('a[href="/"]')),
      ],
    };
  },
};

export default platform;
