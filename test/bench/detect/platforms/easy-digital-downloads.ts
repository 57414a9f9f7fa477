import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import {
  AJAX,
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
  press,
  printer,
  step,
  sumOf,
  until,
} from '../parts.ts';
import type { Platform } from '../platform.ts';
import { byName, inline } from '../spa.ts';

const font = good('210', '210', 'Boğaziçi Yazı Tipi', 'bogazici-yazi-tipi', 125000);
const icons = good('211', '211', 'Çini Simge Seti', 'cini-simge-seti', 49000);
const theme = good('212', '212', 'Kervan Teması', 'kervan-temasi', 219000);
const closed = good('213', '213', 'Eski Fırçalar', 'eski-fircalar', 9900);
const products = [font, icons, theme, closed];
const TAX = 20;

const lira = printer('tr-TR', 'TRY');

/** One address of WordPress for every act, told apart by `action`; the checkout is the cart. */
const client = `${AJAX}
const admin = '/wp-admin/admin-ajax.php';
document.addEventListener('click', (event) => {
  const { target } = event;
  const button = target.closest('.edd-add-to-cart:not(.edd-no-js)');
  if (button?.dataset.action === 'edd_add_to_cart') {
    event.preventDefault();
    const form = button.closest('form');
    button.setAttribute('data-edd-loading', '');
    const prices = [...form.querySelectorAll('[name="edd_options[price_id][]"]:checked')].map(({ value }) => '&price_ids%5B%5D=' + value).join('');
    ajax('POST', admin, 'action=edd_add_to_cart&download_id=' + button.dataset.downloadId + (prices || '&price_ids%5B%5D=' + button.dataset.downloadId) + '&post_data=' + encodeURIComponent(new URLSearchParams(new FormData(form))) + '&nonce=' + button.dataset.nonce + '&timestamp=1&token=t', (data) => {
      button.removeAttribute('data-edd-loading');
      const alert = form.querySelector('.edd-cart-ajax-alert');
      if (!data) return void (alert.innerHTML = '<span class="edd-cart-error" role="alert">Bir sorun oluştu.</span>');
      for (const quantity of document.querySelectorAll('.edd-cart-quantity')) quantity.textContent = data.cart_quantity;
      document.querySelector('.edd-cart').insertAdjacentHTML('beforeend', data.cart_item);
      document.querySelector('.edd_total span').textContent = data.total;
      button.style.display = 'none';
      form.querySelector('.edd_go_to_checkout').style.display = 'inline-block';
      alert.innerHTML = '<span class="edd-cart-added-alert">Sepete eklendi</span>';
    });
  }
  const remove = target.closest('.edd-remove-from-cart');
  if (remove) { event.preventDefault(); ajax('POST', admin, 'action=edd_remove_from_cart&cart_item=' + remove.dataset.cartItem + '&nonce=n', (data) => { if (data.removed) { remove.closest('.edd-cart-item').remove(); document.querySelector('.edd_total span').textContent = data.total; for (const quantity of document.querySelectorAll('.edd-cart-quantity')) quantity.textContent = data.cart_quantity; } }); }
  if (target.closest('.edd-apply-discount')) ajax('POST', admin, 'action=edd_apply_discount&code=' + document.getElementById('edd-discount').value, ({ msg }) => { document.getElementById('edd-discount-error-wrap').textContent = msg; });
  if (target.closest('#edd-purchase-button')) {
    event.preventDefault();
    const form = document.getElementById('edd_purchase_form');
    ajax('POST', admin, new URLSearchParams(new FormData(form)) + '&action=edd_process_checkout&edd_ajax=true', (text) => { if (text === 'success') form.submit(); else document.querySelector('.edd_errors_wrap').innerHTML = text; });
  }
});
document.addEventListener('change', ({ target }) => { if (target.name === 'payment-mode') ajax('POST', admin + '?payment-mode=' + target.value, 'action=edd_load_gateway&edd_payment_mode=' + target.value, (html) => { document.getElementById('edd_purchase_form_wrap').innerHTML = html; }); });`;

const platform: Platform = {
  name: 'Easy Digital Downloads',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<{ lines: Line[]; done: Line[] }>(() => ({ lines: [], done: [] }), 'edd_items');
    const taxOf = (lines: Line[]) => Math.round((sumOf(lines) * TAX) / 100);
    const row = ({ product }: Line, at: number) =>
      `<li class="edd-cart-item"><span class="edd-cart-item-title">${product.name}</span> <span class="edd-cart-item-separator">-</span> <span class="edd-cart-item-price">&nbsp;${lira(product.price)}&nbsp;</span> <a href="/odeme/?cart_item=${at}&amp;edd_action=remove" data-cart-item="${at}" data-download-id="${product.id}" data-action="edd_remove_from_cart" class="edd-remove-from-cart">kaldır</a></li>`;

    const page = (context: Context, title: string, body: string, head = '') => {
      const { lines } = cartOf(context);
      return context.html(`<!doctype html><html lang="tr-TR"><head><title>${title} – Atölye</title>${head}<script>var edd_scripts = ${inline({ ajaxurl: `${origin}/wp-admin/admin-ajax.php`, has_purchase_links: '1' })};</script>${tag}</head><body class="single-download edd-page">
<header><a href="/">Atölye</a><a href="/downloads/">Ürünler</a><form role="search" method="get" class="search-form" action="/"><input type="search" class="search-field" name="s" placeholder="Ara …"><input type="submit" class="search-submit" value="Ara"></form><a href="/odeme/" class="cart-link">Sepet (<span class="edd-cart-quantity">${lines.length}</span>)</a></header>
<main>${body}</main><aside class="widget widget_edd_cart_widget"><h2>Sepetiniz</h2><p class="edd-cart-number-of-items">Ürün sayısı: <span class="edd-cart-quantity">${lines.length}</span></p><ul class="edd-cart">${lines.map(row).join('')}</ul><div class="cart_item edd-cart-meta edd_total">Toplam: <span class="cart-total">${lira(sumOf(lines))}</span></div><div class="cart_item edd_checkout"><a href="/odeme/">Ödeme</a></div></aside><script>${client}</script></body></html>`);
    };
    const form = ({ id, price }: Product) =>
      `<form id="edd_purchase_${id}" class="edd_download_purchase_form edd_purchase_${id}" method="post">${id === theme.id ? '<div class="edd_price_options"><ul><li><label><input type="radio" checked name="edd_options[price_id][]" class="edd_price_option_212" value="1"><span class="edd_price_option_name">Tek site</span> – <span class="edd_price_option_price">₺2.190,00</span></label></li></ul></div>' : ''}<div class="edd_purchase_submit_wrapper"><button class="edd-add-to-cart button blue edd-submit" data-nonce="n" data-timestamp="1" data-token="t" data-action="edd_add_to_cart" data-download-id="${id}" data-variable-price="${id === theme.id ? 'yes' : 'no'}" data-price-mode="single" data-price="${(price / 100).toFixed(2)}"><span class="edd-add-to-cart-label">${lira(price)}&nbsp;&ndash;&nbsp;Sepete Ekle</span> <span class="edd-loading"></span></button><input type="submit" class="edd-add-to-cart edd-no-js button blue edd-submit" name="edd_purchase_download" value="${lira(price)}&nbsp;&ndash;&nbsp;Sepete Ekle" data-action="edd_add_to_cart" data-download-id="${id}" style="display:none"><a href="/odeme/" class="edd_go_to_checkout button blue edd-submit" style="display:none">Ödeme</a><span class="edd-cart-ajax-alert" aria-live="assertive"></span></div><input type="hidden" name="download_id" value="${id}"><input type="hidden" name="edd_action" class="edd_action_input" value="add_to_cart"><input type="hidden" name="edd_redirect_to_checkout" value="0"></form>`;

    app.get('/', (c) =>
      c.req.query('s')
        ? page(c, 'Arama', '<h1>Arama sonuçları: kupa</h1><p>Hiçbir şey bulunamadı.</p>')
        : page(c, 'Ana sayfa', '<h1>El işi dijital ürünler</h1>'),
    );
    app.get('/downloads/', (c) =>
      page(
        c,
        'Ürünler',
        `<h1>Ürünler</h1><div class="edd_downloads_list edd_download_columns_3">${products.map((product) => `<div class="edd_download" id="edd_download_${product.id}"><div class="edd_download_inner"><h3 class="edd_download_title"><a href="/downloads/${product.slug}/">${product.name}</a></h3><div class="edd_price">${lira(product.price)}</div>${form(product)}</div></div>`).join('')}</div><div id="edd_download_pagination"><a href="/downloads/?sira=fiyat" class="page-numbers">2</a></div>`,
      ),
    );
    app.get('/downloads/:slug/', (c) => {
      const product = products.find(({ slug }) => slug === c.req.param('slug'))!;
      const data = {
        '@context': 'https://schema.org/',
        '@type': 'Product',
        name: product.name,
        url: `${origin}/downloads/${product.slug}/`,
        brand: { '@type': 'https://schema.org/Brand', name: 'Atölye' },
        sku: product.id,
        offers: {
          '@type': 'Offer',
          price: product.price / 100,
          priceCurrency: 'TRY',
          priceValidUntil: null,
          availability: 'https://schema.org/InStock',
        },
      };
      return page(
        c,
        product.name,
        `<article class="type-download"><h1 class="entry-title">${product.name}</h1><div class="entry-content">Anında indirilir.${form(product)}</div></article><div id="respond"><form action="/wp-comments-post.php" method="post" id="commentform"><textarea name="comment"></textarea><input name="email" type="email"><input name="submit" type="submit" value="Yorum gönder"></form></div>`,
        `<script type="application/ld+json">${inline(data)}</script>`,
      );
    });
    app.post('/wp-comments-post.php', (c) => c.redirect(c.req.header('referer')!));
    app.post('/wp-admin/admin-ajax.php', async (c) => {
      const cart = cartOf(c);
      const asked = (await c.req.parseBody()) as Record<string, string>;
      await pause(160);
      const totals = () => ({
        subtotal: lira(sumOf(cart.lines)),
        total: lira(sumOf(cart.lines)),
        cart_quantity: String(cart.lines.length),
      });
      switch (asked.action) {
        case 'edd_add_to_cart': {
          const product = products.find(({ id }) => id === asked.download_id)!;
          if (product === closed) return c.html('0');
          const line = add(cart.lines, product, 1);
          return c.html(JSON.stringify({ ...totals(), cart_item: row(line, cart.lines.length - 1) }));
        }
        case 'edd_remove_from_cart':
          cart.lines.splice(Number(asked.cart_item), 1);
          return c.html(JSON.stringify({ removed: 1, ...totals() }));
        case 'edd_apply_discount':
          return c.html(JSON.stringify({ msg: 'İndirim kodu geçersiz.', amount: null, total: null, code: asked.code }));
        case 'edd_load_gateway':
          return c.html(purchaseForm(asked.edd_payment_mode!, cart.lines));
        case 'edd_process_checkout':
          return c.html(
            asked.edd_email?.includes('@')
              ? 'success'
              : '<div class="edd_errors edd-alert edd-alert-error" role="alert"><p class="edd_error"><strong>Hata</strong>: Lütfen geçerli bir e-posta adresi girin.</p></div>',
          );
        default:
          return c.html('0');
      }
    });
    const purchaseForm = (gateway: string, lines: Line[]) =>
      `<form id="edd_purchase_form" class="edd_form" action="/odeme/" method="POST"><fieldset id="edd_checkout_user_info"><legend>Kişisel bilgiler</legend><input type="email" name="edd_email" id="edd-email" placeholder="E-posta adresi"><input name="edd_first" placeholder="Ad"></fieldset><fieldset id="edd_register_fields"><input name="edd_user_login"><input type="password" name="edd_user_pass"></fieldset><fieldset id="edd_purchase_submit"><p id="edd_final_total_wrap"><strong>Satın alma toplamı:</strong> <span class="edd_cart_amount" data-subtotal="${sumOf(lines) / 100}" data-total="${(sumOf(lines) + taxOf(lines)) / 100}">${lira(sumOf(lines) + taxOf(lines))}</span></p><input type="hidden" name="edd-gateway" value="${gateway}"><div class="edd_errors_wrap"></div><input type="submit" class="edd-submit blue button" id="edd-purchase-button" name="edd-purchase" value="Satın al"></fieldset></form>`;
    app.get('/odeme/', (c) => {
      const cart = cartOf(c);
      if (c.req.query('edd_action') === 'remove') {
        cart.lines.splice(Number(c.req.query('cart_item')), 1);
        return c.redirect('/odeme/');
      }
      const { lines } = cart;
      return page(
        c,
        'Ödeme',
        `<h1 class="entry-title">Ödeme</h1>${
          lines.length
            ? `<div id="edd_checkout_wrap"><form id="edd_checkout_cart_form" method="post"><div id="edd_checkout_cart_wrap"><table id="edd_checkout_cart" class="ajaxed"><thead><tr class="edd_cart_header_row"><th>Ürün adı</th><th>Ürün fiyatı</th><th>İşlemler</th></tr></thead><tbody>${lines.map(({ product }, at) => `<tr class="edd_cart_item" id="edd_cart_item_${at}_${product.id}" data-download-id="${product.id}"><td class="edd_cart_item_name"><span class="edd_checkout_cart_item_title">${product.name}</span></td><td class="edd_cart_item_price">${lira(product.price)}</td><td class="edd_cart_actions"><a class="edd_cart_remove_item_btn" href="/odeme/?cart_item=${at}&amp;edd_action=remove">Kaldır</a></td></tr>`).join('')}</tbody><tfoot><tr><th colspan="3" class="edd_cart_subtotal">Ara toplam: <span class="edd_cart_subtotal_amount">${lira(sumOf(lines))}</span></th></tr><tr><th colspan="3" class="edd_cart_tax">KDV: <span class="edd_cart_tax_amount" data-tax="${taxOf(lines) / 100}">${lira(taxOf(lines))}</span></th></tr><tr><th colspan="3" class="edd_cart_total">Toplam: <span class="edd_cart_amount" data-subtotal="${sumOf(lines) / 100}" data-total="${(sumOf(lines) + taxOf(lines)) / 100}">${lira(sumOf(lines) + taxOf(lines))}</span></th></tr></tfoot></table></div></form><fieldset id="edd_discount_code"><input id="edd-discount" name="edd-discount" placeholder="İndirim kodu"><input type="submit" class="edd-apply-discount edd-submit blue button" value="Uygula"><span id="edd-discount-error-wrap" role="alert"></span></fieldset><form id="edd_payment_mode" action="/odeme/" method="GET"><label><input type="radio" name="payment-mode" value="paypal" checked> PayPal</label><label><input type="radio" name="payment-mode" value="manual"> Havale</label></form><div id="edd_purchase_form_wrap">${purchaseForm('paypal', lines)}</div></div>`
            : '<div class="edd-empty-cart">Sepetiniz boş.</div>'
        }`,
      );
    });
    app.post('/odeme/', (c) => {
      const cart = cartOf(c);
      Object.assign(cart, { lines: [], done: cart.lines });
      return c.redirect('/odeme/tesekkurler/?payment-confirmation=paypal&payment_key=9f2c');
    });
    app.get('/odeme/tesekkurler/', (c) => {
      const { done } = cartOf(c);
      const isWaiting = c.req.query('payment-confirmation');
      if (isWaiting)
        return page(
          c,
          'Ödeme onayı',
          '<div id="edd-payment-processing"><p>Ödemeniz işleniyor. Bu sayfa birkaç saniye içinde yenilenecek.</p><script>setTimeout(() => { location.href = "/odeme/tesekkurler/?payment_key=9f2c"; }, 1500);</script></div>',
        );
      return page(
        c,
        'Satın alma onayı',
        `<h1 class="entry-title">Satın alma onayı</h1><p>Satın aldığınız için teşekkür ederiz!</p><table id="edd_purchase_receipt" class="edd-table"><thead><tr><th><strong>Sipariş:</strong></th><th>1042</th></tr></thead><tbody><tr><td class="edd_receipt_payment_status"><strong>Sipariş durumu:</strong></td><td class="edd_receipt_payment_status complete">Tamamlandı</td></tr><tr><td><strong>Ödeme yöntemi:</strong></td><td>PayPal</td></tr><tr><td><strong>Tarih:</strong></td><td>25 Kasım 2026</td></tr><tr><td><strong>Ara toplam:</strong></td><td>${lira(sumOf(done))}</td></tr><tr><td><strong>KDV:</strong></td><td>${lira(taxOf(done))}</td></tr><tr><td><strong>Toplam:</strong></td><td>${lira(sumOf(done) + taxOf(done))}</td></tr></tbody></table><h3>Ürünler</h3><table id="edd_purchase_receipt_products" class="edd-table"><thead><tr><th>Ad</th><th>Fiyat</th></tr></thead><tbody>${done.map(({ product }) => `<tr><td><div class="edd_purchase_receipt_product_name">${product.name}</div><ul><li><a href="/dosya/${product.id}" class="edd_download_file_link">dosya.zip</a></li></ul></td><td>${lira(product.price)}</td></tr>`).join('')}</tbody></table>`,
      );
    });

    const go = (path: string) => (tab: Page) => tab.goto(origin + path);
    const buy = (id: string) => `main .edd_purchase_${id} button.edd-add-to-cart`;
    const added = (id: string) => until(buy(id), `main .edd_purchase_${id} .edd-cart-added-alert`);
    const total = font.price + theme.price;
    return {
      apps: { shop: app },
      walk: [
        step('bir ağdan gelir', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.pinterest.com/' }), {
          name: 'landing',
        }),
        step('boşuna arar', fill({ '[name=s]': 'kupa' }, press('.search-submit'))),
        step('ürünleri açar', press('header a[href="/downloads/"]'), { name: 'view_item_list' }),
        step('simgeleri listeden ekler', added(icons.id), pieces('add_to_cart', 'TRY', [icons, 1])),
        step('fırçaları ekleyemez', until(buy(closed.id), '.edd-cart-error')),
        step('ikinci sayfaya geçer', press('.page-numbers'), optional('view_item_list')),
        step('yazı tipini açar', press(`main a[href*="${font.slug}"]`), pieces('view_item', 'TRY', [font, 1])),
        step(
          'yorum yazar',
          fill(
            { '#commentform [name=comment]': 'Güzel', '#commentform [name=email]': 'a@b.example' },
            press('#commentform [name=submit]'),
          ),
          optional('view_item'),
        ),
        step('onu ekler', added(font.id), pieces('add_to_cart', 'TRY', [font, 1])),
        step('temayı açar', go(`/downloads/${theme.slug}/`), pieces('view_item', 'TRY', [theme, 1])),
        step('lisansı seçer', (tab) => tab.check('.edd_price_option_212')),
        step('temayı ekler', added(theme.id), pieces('add_to_cart', 'TRY', [theme, 1])),
        step(
          'simgeleri yandan kaldırır',
          (tab) =>
            tab
              .click(`aside [data-download-id="${icons.id}"]`)
              .then(() => tab.waitForFunction(() => document.querySelectorAll('.edd-cart-item').length === 2)),
          pieces('remove_from_cart', 'TRY', [icons, 1]),
        ),
        step(
          'ödemeye gider, bu aynı zamanda sepettir',
          press('main .edd_go_to_checkout'),
          { ...pieces('begin_checkout', 'TRY', [font, 1], [theme, 1]) },
          optional('view_cart'),
        ),
        step(
          'bir kod dener',
          fill({ '#edd-discount': 'BEDAVA' }, until('.edd-apply-discount', '#edd-discount-error-wrap:not(:empty)')),
        ),
        step(
          'ödeme yolunu değiştirir',
          (tab) =>
            tab
              .check('[value=manual]')
              .then(() => tab.waitForSelector('[name="edd-gateway"][value=manual]', { state: 'attached' })),
          optional('add_payment_info'),
        ),
        step('adresini unutur', until('#edd-purchase-button', '.edd_error'), optional('add_payment_info')),
        step(
          'satın alır; sayfa bekler, sonra onaylar',
          fill({ '#edd-email': 'a@b.example' }, (tab) =>
            tab.click('#edd-purchase-button').then(() => tab.waitForSelector('#edd_purchase_receipt')),
          ),
          optional('add_payment_info'),
          byName(
            order(
              'TRY',
              { id: '1042', total: total + (total * TAX) / 100, tax: (total * TAX) / 100 },
              [font, 1],
              [theme, 1],
            ),
          ),
        ),
        step('yeniler', (tab) => tab.reload()),
        step('başka sayfaya gider', press('header a')),
        step('geri döner', (tab) => tab.goBack()),
        step(
          'fişi postadan açar',
          (tab) =>
            tab.goto(`${origin}/odeme/tesekkurler/?payment_key=9f2c`, { referer: 'https://mail.yandex.com.tr/' }),
          optional('landing'),
        ),
      ],
    };
  },
};

export default platform;
