import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import {
  AJAX,
  add,
  createCarts,
  fill,
  follow,
  good,
  type Line,
  optional,
  order,
  type Product,
  pieces,
  press,
  step,
  sumOf,
  until,
} from '../parts.ts';
import type { Platform, Truth } from '../platform.ts';

const SAND_STOCK = 3;
const FEE = 1000;
const ORDER = '28';

/** A product goes by its own number, its class's, or its code. */
const sand = { ...good('2', 'sand-01', 'チェリーアイスサンド', '2', 3080), others: ['11'] };
const cube = { ...good('1', 'cube-01', '彩のジェラートCUBE', '1', 110000), others: ['1'] };
const cubeBig = { ...cube, sku: 'cube-02', others: ['2'], price: 121000 };
const cake = { ...good('5', 'cake-07', 'マカダミアケーキ', '5', 2860, true), others: ['20'] };
const tea = { ...good('6', 'tea-02', '和紅茶 100g', '6', 1296), others: ['21'] };
const products = [cube, sand, cake, tea];

/** As the shop writes it: a full-width sign. */
const yen = (amount: number) => `￥${amount.toLocaleString('ja-JP')}`;

/** Japanese names differ from the id of the class by the option: either is right. */
const bare = ({ items = [], ...truth }: Truth): Truth => ({
  ...truth,
  items: items.map(({ item_id: _, ...told }) => told),
});

/** The theme's scripts: adds in place with a modal, links that put, options that change the price, selects that post all. */
const client = `${AJAX}
const $ = (selector, from) => (from || document).querySelector(selector);
document.addEventListener('click', (event) => {
  const button = event.target.closest('.add-cart');
  if (button) {
    const form = button.form;
    if (!form.checkValidity()) return;
    event.preventDefault();
    button.disabled = true;
    ajax('POST', form.getAttribute('action'), new URLSearchParams(new FormData(form)).toString(), (data) => {
      for (const text of data.messages) $('#ec-modal-header').innerHTML = text;
      $('#ec-modal-checkbox').checked = true;
      $('.ec-modal').classList.add('is-active');
      ajax('GET', '/block/cart', null, (html) => { $('.ec-headerRole__cart').innerHTML = html; });
      button.disabled = false;
    });
    return;
  }
  if (event.target.closest('.ec-modal-close,.ec-inlineBtn--cancel')) $('.ec-modal')?.classList.remove('is-active');
  if (event.target.closest('.ec-cartNavi')) for (const box of document.querySelectorAll('.ec-cartNaviIsset,.ec-cartNaviNull')) box.classList.toggle('is-active');
  if (event.target.closest('.ec-cartNavi--cancel')) for (const box of document.querySelectorAll('.ec-cartNaviIsset,.ec-cartNaviNull')) box.classList.remove('is-active');
  const put = event.target.closest('a[data-method]');
  if (put) {
    event.preventDefault();
    if (put.dataset.confirm !== 'false' && !confirm(put.dataset.message)) return;
    const form = document.createElement('form');
    form.method = 'post';
    form.action = put.href;
    form.innerHTML = '<input type="hidden" name="_token" value="' + put.getAttribute('token-for-anchor') + '"><input type="hidden" name="_method" value="' + put.dataset.method + '">';
    document.body.append(form);
    form.submit();
  }
});
document.addEventListener('change', ({ target }) => {
  if (target.name === 'classcategory_id1') {
    const { price, code } = window.classCategories[target.value] || window.classCategories[''];
    $('.price02-default').textContent = price;
    $('.product-code-default').textContent = code;
    $('#ProductClass').value = target.value;
  }
  if (target.matches('.order-by')) { $('#orderby').value = target.value; $('#form1').submit(); }
  if (target.dataset.trigger === 'change') { const form = $('#shopping-form'); form.action = '/shopping/redirect_to'; form.submit(); }
});`;

interface Session {
  lines: Line[];
  told: string[];
  guest?: string;
  pays: string;
  placed?: boolean;
}

const platform: Platform = {
  name: 'EC-CUBE 4',
  family: 'intercepted',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const sessionOf = createCarts<Session>(() => ({ lines: [], told: [], pays: '3' }), 'eccube');
    const idOf = ({ others }: Product) => others![0]!;

    const block = ({ lines }: Session) =>
      `<div class="ec-cartNaviWrap"><div class="ec-cartNavi"><i class="ec-cartNavi__icon fas fa-shopping-cart"><span class="ec-cartNavi__badge">${lines.reduce((sum, { quantity }) => sum + quantity, 0)}</span></i><div class="ec-cartNavi__label"><div class="ec-cartNavi__price">${yen(sumOf(lines))}</div></div></div>${
        lines.length
          ? `<div class="ec-cartNaviIsset">${lines.map(({ product, quantity }) => `<div class="ec-cartNaviIsset__cart"><div class="ec-cartNaviIsset__cartImage"><img src="data:," alt="${product.name}"></div><div class="ec-cartNaviIsset__cartContent"><div class="ec-cartNaviIsset__cartContentTitle">${product.name}${product.id === '1' ? `<div class="ec-font-size-1">サイズ：${product.sku === 'cube-02' ? '大' : '小'}</div>` : ''}</div><div class="ec-cartNaviIsset__cartContentPrice">${yen(product.price)}<span class="ec-cartNaviIsset__cartContentTax">税込</span></div><div class="ec-cartNaviIsset__cartContentNumber">数量：${quantity}</div></div></div>`).join('')}<div class="ec-cartNaviIsset__action"><a class="ec-blockBtn--action" href="${origin}/cart">カートへ進む</a><a class="ec-blockBtn ec-cartNavi--cancel">キャンセル</a></div></div>`
          : '<div class="ec-cartNaviNull"><div class="ec-cartNaviNull__message"><p>現在カート内に商品はございません。</p></div></div>'
      }</div>`;

    const page = (context: Context, route: string, title: string, body: string, className = 'front_page') =>
      context.html(
        `<!doctype html><html lang="ja"><head prefix="og: http://ogp.me/ns#"><meta charset="utf-8"><meta name="eccube-csrf-token" content="t"><title>アイスの店${title && ` / ${title}`}</title>${tag}<style>.ec-cartNaviIsset,.ec-cartNaviNull,.ec-modal{display:none}.is-active{display:block!important}</style></head><body id="page_${route}" class="${className}"><div class="ec-layoutRole"><div class="ec-layoutRole__header"><div class="ec-headerNaviRole"><div class="ec-headerNaviRole__left"><div class="ec-headerNaviRole__search"><div class="ec-headerSearch"><form method="get" class="searchform" action="/products/list"><div class="ec-headerSearch__category"><select name="category_id" class="category_id"><option value="">全ての商品</option><option value="1">ジェラート</option></select></div><div class="ec-headerSearch__keyword"><div class="ec-input"><input type="search" name="name" maxlength="50" class="search-name" placeholder="キーワードを入力"><button class="ec-headerSearch__keywordBtn" type="submit"></button></div></div></form></div></div></div><div class="ec-headerNaviRole__right"><div class="ec-headerNaviRole__nav"><div class="ec-headerNav"><div class="ec-headerNav__item"><a href="${origin}/entry"><span class="ec-headerNav__itemLink">新規会員登録</span></a></div><div class="ec-headerNav__item"><a href="${origin}/mypage/favorite"><span class="ec-headerNav__itemLink">お気に入り</span></a></div><div class="ec-headerNav__item"><a href="${origin}/mypage/login"><span class="ec-headerNav__itemLink">ログイン</span></a></div></div></div><div class="ec-headerRole__cart">${block(sessionOf(context))}</div></div></div><div class="ec-headerRole"><div class="ec-headerRole__title"><div class="ec-headerTitle"><div class="ec-headerTitle__title"><h1><a href="${origin}/">アイスの店</a></h1></div></div></div></div><div class="ec-categoryNaviRole"><ul class="ec-itemNav__nav"><li><a href="${origin}/products/list?category_id=1">ジェラート</a></li></ul></div></div><div class="ec-layoutRole__contents"><div class="ec-layoutRole__main">${body}</div></div><div class="ec-layoutRole__footer"><div class="ec-footerRole"><ul class="ec-footerNavi"><li class="ec-footerNavi__link"><a href="${origin}/help/tradelaw">特定商取引法に基づく表記</a></li><li class="ec-footerNavi__link"><a href="${origin}/contact">お問い合わせ</a></li></ul></div></div></div><script>${client}</script></body></html>`,
      );

    const modal = `<div class="ec-modal"><input type="checkbox" id="ec-modal-checkbox" class="checkbox"><div class="ec-modal-overlay"><label for="ec-modal-checkbox" class="ec-modal-overlay-close"></label><div class="ec-modal-wrap"><label for="ec-modal-checkbox" class="ec-modal-close"><span class="ec-icon"><img src="data:," alt=""></span></label><div id="ec-modal-header" class="text-center">カートに追加しました。</div><div class="ec-modal-box"><div class="ec-role"><label for="ec-modal-checkbox" class="ec-inlineBtn--cancel">お買い物を続ける</label><a href="${origin}/cart" class="ec-inlineBtn--action">カートへ進む</a></div></div></div></div></div>`;
    const range = ({ id, price }: Product) => (id === '1' ? `${yen(cube.price)} ～ ${yen(cubeBig.price)}` : yen(price));
    const fields = (product: Product, isList: boolean) =>
      `<div class="ec-productRole__actions">${product.id === '1' ? `<div class="ec-select"><select ${isList ? '' : 'id="classcategory_id1"'} name="classcategory_id1" class="form-control"><option value="__unselected">選択してください</option><option value="7">小</option><option value="8">大</option></select></div>` : ''}<div class="ec-numberInput"><span>数量</span><input type="number" ${isList ? 'class="quantity form-control"' : 'id="quantity" class="quantity form-control"'} name="quantity" required min="1" maxlength="9" value="1"></div></div>`;
    const rest = (product: Product) =>
      `<input type="hidden" id="product_id" name="product_id" value="${product.id}"><input type="hidden" id="ProductClass" name="ProductClass" value="${product.id === '1' ? '' : idOf(product)}"><input type="hidden" id="_token" name="_token" value="t">`;
    const gone =
      '<div class="ec-productRole__btn"><button type="button" class="ec-blockBtn--action" disabled="disabled">ただいま品切れ中です。</button></div>';
    const card = (product: Product) =>
      `<li class="ec-shelfGrid__item"><a href="${origin}/products/detail/${product.id}"><p class="ec-shelfGrid__item-image"><img src="data:," alt="${product.name}"></p><p>${product.name}</p><p class="price02-default">${range(product)}</p></a>${product.soldOut ? gone : `<form name="form${product.id}" id="productForm${product.id}" action="${origin}/products/add_cart/${product.id}" method="post">${fields(product, true)}${rest(product)}</form><div class="ec-productRole__btn"><button type="submit" class="ec-blockBtn--action add-cart" data-cartid="${product.id}" form="productForm${product.id}">カートに入れる</button></div>`}</li>`;
    const list = (found: Product[]) =>
      `<div class="ec-searchnavRole"><form name="form1" id="form1" method="get" action="?"><input type="hidden" id="mode" name="mode"><input type="hidden" id="category_id" name="category_id" value="1"><input type="hidden" id="name" name="name"><input type="hidden" id="orderby" name="orderby"></form><div class="ec-searchnavRole__topicpath"><ol class="ec-topicpath"><li class="ec-topicpath__item"><a href="${origin}/products/list">全商品</a></li><li class="ec-topicpath__divider">|</li><li class="ec-topicpath__item--active"><a href="${origin}/products/list?category_id=1">ジェラート</a></li></ol></div><div class="ec-searchnavRole__infos"><div class="ec-searchnavRole__counter">${found.length ? `<span class="ec-font-bold">${found.length}件</span><span>の商品が見つかりました</span>` : '<span>お探しの商品は見つかりませんでした</span>'}</div>${found.length ? '<div class="ec-searchnavRole__actions"><div class="ec-select"><select name="orderby" class="order-by form-control"><option value="1">価格が低い順</option><option value="2">新着順</option></select></div></div>' : ''}</div></div>${found.length ? `<div class="ec-shelfRole"><ul class="ec-shelfGrid">${found.map(card).join('')}</ul></div>${modal}` : ''}`;

    app.get('/', (c) =>
      page(
        c,
        'homepage',
        'TOPページ',
        `<div class="ec-newItemRole"><div class="ec-secHeading"><span class="ec-secHeading__en">NEW ITEM</span><span class="ec-secHeading__ja">新入荷</span></div><div class="ec-newItemRole__list">${[sand, cube].map((product) => `<div class="ec-newItemRole__listItem"><a href="${origin}/products/detail/${product.id}"><img src="data:," alt=""><p class="ec-newItemRole__listItemTitle">${product.name}</p><p class="ec-newItemRole__listItemPrice">${range(product)}</p></a></div>`).join('')}</div></div>`,
      ),
    );
    app.get('/products/list', (c) => {
      const name = c.req.query('name');
      return page(
        c,
        'product_list',
        name ? `「${name}」の検索結果` : 'ジェラート',
        list(products.filter((product) => !name || product.name.includes(name))),
        'product_page',
      );
    });
    app.get('/products/detail/:id', (c) => {
      const product = products.find(({ id }) => id === c.req.param('id'))!;
      const prices = {
        '': { price: range(product), code: product.id === '1' ? 'cube-01 ～ cube-02' : product.sku },
        7: { price: yen(cube.price), code: cube.sku },
        8: { price: yen(cubeBig.price), code: cubeBig.sku },
      };
      return page(
        c,
        'product_detail',
        product.name,
        `<div class="ec-productRole"><div class="ec-grid2"><div class="ec-grid2__cell"><div class="ec-sliderItemRole"><div class="item_visual"><div class="slide-item"><img src="data:," alt="${product.name}" width="550" height="550"></div></div></div></div><div class="ec-grid2__cell"><div class="ec-productRole__profile"><div class="ec-productRole__title"><h2 class="ec-headingTitle">${product.name}</h2></div><ul class="ec-productRole__tags"><li class="ec-productRole__tag tag_1">新商品</li></ul><div class="ec-productRole__priceRegular"><span class="ec-productRole__priceRegularPrice">通常価格：<span class="price01-default">${yen(Math.round(product.price * 1.2))}</span></span><span class="ec-productRole__priceRegularTax">税込</span></div><div class="ec-productRole__price"><div class="ec-price"><span class="ec-price__price price02-default">${range(product)}</span><span class="ec-price__tax">税込</span></div></div><div class="ec-productRole__code">商品コード： <span class="product-code-default">${prices[''].code}</span></div><div class="ec-productRole__category"><div>関連カテゴリ</div><ul><li><a href="${origin}/products/list?category_id=1">ジェラート</a></li></ul></div>${
          product.soldOut
            ? gone
            : `<form action="${origin}/products/add_cart/${product.id}" method="post" id="form1" name="form1">${fields(product, false)}<div class="ec-productRole__btn"><button type="submit" class="ec-blockBtn--action add-cart">カートに入れる</button></div>${rest(product)}</form>${modal}`
        }<form action="${origin}/products/add_favorite/${product.id}" method="post"><div class="ec-productRole__btn"><button type="submit" id="favorite" class="ec-blockBtn--cancel">お気に入りに追加</button></div></form><div class="ec-productRole__description">冷凍でお届けします。</div></div></div></div></div><script>window.classCategories=${JSON.stringify(prices)}</script>`,
        'product_page',
      );
    });
    app.post('/products/add_favorite/:id', (c) => c.redirect('/mypage/login'));
    app.post('/products/add_cart/:id', async (c) => {
      const asked = (await c.req.parseBody()) as Record<string, string>;
      const session = sessionOf(c);
      const base = products.find(({ id }) => id === c.req.param('id'))!;
      if (base === cube && asked.classcategory_id1 === '__unselected')
        return c.json({ done: false, messages: ['サイズを選択してください。'] });
      const product = base === cube && asked.classcategory_id1 === '8' ? cubeBig : base;
      const held = session.lines.find((line) => line.product === product)?.quantity ?? 0;
      if (product === sand && held + Number(asked.quantity) > SAND_STOCK)
        return c.json({
          done: false,
          messages: [`「${product.name}」の在庫が不足しております。一度に在庫数を超える購入はできません。`],
        });
      add(session.lines, product, Number(asked.quantity));
      return c.json({ done: true, messages: ['カートに追加しました。'] });
    });
    app.get('/block/cart', (c) => c.html(block(sessionOf(c))));

    const progress = (at: number) =>
      `<div class="ec-cartRole"><div class="ec-cartRole__progress"><ul class="ec-progress">${['カートの商品', 'お客様情報', 'ご注文手続き', 'ご注文内容確認', '完了'].map((label, n) => `<li class="ec-progress__item${n === at ? ' is-complete' : ''}"><div class="ec-progress__number">${n + 1}</div><div class="ec-progress__label">${label}</div></li>`).join('')}</ul></div></div>`;
    const header = (title: string) => `<div class="ec-role"><div class="ec-pageHeader"><h1>${title}</h1></div></div>`;
    app.get('/cart', (c) => {
      const { lines, told } = sessionOf(c);
      const alerts = told
        .splice(0)
        .map(
          (text) =>
            `<div class="ec-cartRole__error"><div class="ec-alert-warning"><div class="ec-alert-warning__icon"><img src="data:,"></div><div class="ec-alert-warning__text">${text}</div></div></div>`,
        )
        .join('');
      return page(
        c,
        'cart',
        'ショッピングカート',
        `${header('ショッピングカート')}${progress(0)}${alerts}${
          lines.length
            ? `<div class="ec-cartRole__totalText"><p>商品の合計金額は「<strong>${yen(sumOf(lines))}</strong>」です。</p></div><form name="form" id="form_cart" class="ec-cartRole" method="post" action="${origin}/cart"><div class="ec-cartRole__cart"><div class="ec-cartTable"><ol class="ec-cartHeader"><li class="ec-cartHeader__label">削除</li><li class="ec-cartHeader__label">商品内容</li><li class="ec-cartHeader__label">数量</li><li class="ec-cartHeader__label">小計</li></ol>${lines
                .map(({ product, quantity }) => {
                  const act = (operation: string) =>
                    `href="${origin}/cart/${operation}/${idOf(product)}" token-for-anchor="t"`;
                  return `<ul class="ec-cartRow"><li class="ec-cartRow__delColumn"><a ${act('remove')} class="ec-icon" data-method="put" data-message="カートから商品を削除してもよろしいですか?"><img src="data:," alt="delete"></a></li><li class="ec-cartRow__contentColumn"><div class="ec-cartRow__img"><a target="_blank" href="${origin}/products/detail/${product.id}"><img src="data:," alt="${product.name}"></a></div><div class="ec-cartRow__summary"><div class="ec-cartRow__name"><a target="_blank" href="${origin}/products/detail/${product.id}">${product.name}</a>${product.id === '1' ? `<br>サイズ：${product === cubeBig ? '大' : '小'}` : ''}</div><div class="ec-cartRow__unitPrice">${yen(product.price)}</div><div class="ec-cartRow__sutbtotalSP">小計：${yen(product.price * quantity)}</div></div></li><li class="ec-cartRow__amountColumn"><div class="ec-cartRow__amount">${quantity}</div><div class="ec-cartRow__amountSP">数量：${quantity}</div><div class="ec-cartRow__amountUpDown">${quantity > 1 ? `<a ${act('down')} class="ec-cartRow__amountDownButton load-overlay" data-method="put" data-confirm="false"><span class="ec-cartRow__amountDownButton__icon"><img src="data:," alt="reduce"></span></a>` : '<div class="ec-cartRow__amountDownButtonDisabled"><span class="ec-cartRow__amountDownButton__icon"><img src="data:," alt="reduce"></span></div>'}<a ${act('up')} class="ec-cartRow__amountUpButton load-overlay" data-method="put" data-confirm="false"><span class="ec-cartRow__amountUpButton__icon"><img src="data:," alt="increase"></span></a></div></li><li class="ec-cartRow__subtotalColumn"><div class="ec-cartRow__sutbtotal">${yen(product.price * quantity)}</div></li></ul>`;
                })
                .join(
                  '',
                )}</div></div><div class="ec-cartRole__actions"><div class="ec-cartRole__total">合計：<span class="ec-cartRole__totalAmount">${yen(sumOf(lines))}</span></div><a class="ec-blockBtn--action" href="${origin}/cart/buystep/1_1">レジに進む</a><a class="ec-blockBtn--cancel" href="${origin}/">お買い物を続ける</a></div></form>`
            : '<div class="ec-role"><div class="ec-off3Grid"><div class="ec-off3Grid__cell"><div class="ec-alert-warning"><div class="ec-alert-warning__text">現在カート内に商品はございません。</div></div></div></div></div>'
        }`,
        'cart_page',
      );
    });
    app.post('/cart/:operation/:id', (c) => {
      const session = sessionOf(c);
      const { operation, id } = c.req.param();
      const line = session.lines.find(({ product }) => idOf(product) === id)!;
      if (operation === 'remove') session.lines = session.lines.filter((other) => other !== line);
      else if (operation === 'up' && line.product === sand && line.quantity === SAND_STOCK)
        session.told.push(`「${line.product.name}」の在庫が不足しております。一度に在庫数を超える購入はできません。`);
      else line.quantity += operation === 'up' ? 1 : -1;
      return c.redirect('/cart');
    });
    app.get('/cart/buystep/:key', (c) => c.redirect('/shopping'));

    const login = (target: string, error: string) =>
      `<form name="${target}" id="${target}" method="post" action="${origin}/mypage/login"><input type="hidden" name="_target_path" value="shopping"><input type="hidden" name="_failure_path" value="${target}"><input type="hidden" name="_csrf_token" value="t"><div class="ec-login"><div class="ec-login__input"><div class="ec-input"><input type="text" id="login_email" name="login_email" required maxlength="50" placeholder="メールアドレス"><input type="password" id="login_pass" name="login_pass" required placeholder="パスワード"></div></div>${error && `<p class="ec-errorMessage">${error}</p>`}<div class="ec-grid2"><div class="ec-login__actions"><button type="submit" class="ec-blockBtn--cancel">ログイン</button></div><div class="ec-login__link"><a class="ec-link" href="${origin}/forgot">ログイン情報をお忘れですか？</a></div><div class="ec-login__link"><a class="ec-link" href="${origin}/entry">新規会員登録</a></div></div></div></form>`;
    const said = (c: Context) => sessionOf(c).told.splice(0).join('');
    app.get('/mypage/login', (c) =>
      page(c, 'mypage_login', 'マイページ/ログイン', `${header('ログイン')}${login('login_mypage', said(c))}`),
    );
    app.post('/mypage/login', async (c) => {
      const { _failure_path } = (await c.req.parseBody()) as Record<string, string>;
      sessionOf(c).told.push('ログインできませんでした。<br>入力内容に誤りがないかご確認ください。');
      return c.redirect(_failure_path === 'shopping_login' ? '/shopping/login' : '/mypage/login');
    });
    app.get('/shopping/login', (c) =>
      page(
        c,
        'shopping_login',
        'ショッピングカート/ログイン',
        `${header('ログイン')}<div class="ec-role"><div class="ec-grid3"><div class="ec-grid3__cell2">${login('shopping_login', said(c))}</div><div class="ec-grid3__cell"><div class="ec-guest"><div class="ec-guest__inner"><p>会員登録をせずに購入手続きをされたい方は、下記よりお進みください。</p><div class="ec-guest__actions"><a class="ec-blockBtn--cancel" href="${origin}/shopping/nonmember">ゲスト購入</a></div></div></div></div></div></div>`,
        'cart_page',
      ),
    );
    const input = (form: string, label: string, name: string, type = 'text') =>
      `<dl><dt><label class="ec-label" for="${form}_${name}">${label}</label><span class="ec-required">必須</span></dt><dd><div class="ec-input"><input type="${type}" id="${form}_${name.replace('][', '_')}" name="${form}[${name}]" class="form-control"></div></dd></dl>`;
    const address = (form: string) =>
      `${input(form, 'お名前', 'name][name01')}${input(form, 'フリガナ', 'kana][kana01')}${input(form, '郵便番号', 'postal_code', 'tel')}${input(form, '住所', 'address][addr01')}${input(form, '電話番号', 'phone_number', 'tel')}${input(form, 'メールアドレス', form === 'nonmember' ? 'email][first' : 'email', 'email')}`;
    app.get('/shopping/nonmember', (c) =>
      page(
        c,
        'shopping_nonmember',
        'ショッピングカート/お客様情報の入力',
        `${header('お客様情報の入力')}${progress(1)}<form novalidate method="post" action="${origin}/shopping/nonmember"><input type="hidden" id="nonmember__token" name="nonmember[_token]" value="t"><div class="ec-borderedDefs">${address('nonmember')}</div><div class="ec-RegisterRole__actions"><button type="submit" class="ec-blockBtn--action">次へ</button><a class="ec-blockBtn--cancel" href="${origin}/cart">戻る</a></div></form>`,
        'cart_page',
      ),
    );
    app.post('/shopping/nonmember', async (c) => {
      const asked = (await c.req.parseBody()) as Record<string, string>;
      sessionOf(c).guest = asked['nonmember[name][name01]'] ?? '';
      return c.redirect('/shopping');
    });
    const sums = (lines: Line[]) =>
      `<dl class="ec-totalBox__spec"><dt>小計</dt><dd class="ec-totalBox__specTotal">${yen(sumOf(lines))}</dd></dl><dl class="ec-totalBox__spec"><dt>手数料</dt><dd>${yen(0)}</dd></dl><dl class="ec-totalBox__spec"><dt>送料</dt><dd>${yen(FEE)}</dd></dl><div class="ec-totalBox__total">合計<span class="ec-totalBox__price">${yen(sumOf(lines) + FEE)}</span><span class="ec-totalBox__taxLabel">税込</span></div><div class="ec-totalBox__taxRate"><dl><dt>税率 8 %対象</dt><dd>${yen(sumOf(lines))} (内消費税${yen(Math.floor((sumOf(lines) * 8) / 108))})</dd></dl></div>`;
    const rows = (lines: Line[]) =>
      `<ul class="ec-borderedList">${lines.map(({ product, quantity }) => `<li><div class="ec-imageGrid"><div class="ec-imageGrid__img"><img src="data:," alt="${product.name}"></div><div class="ec-imageGrid__content"><p>${product.name}</p>${product.id === '1' ? `<p>サイズ：${product === cubeBig ? '大' : '小'}</p>` : ''}<p>${yen(product.price)} × ${quantity}<span class="ec-orderDelivery__itemsTotal">小計：${yen(product.price * quantity)}</span></p></div></div></li>`).join('')}</ul>`;
    const summary = (title: string, at: number, action: string, inner: string, lines: Line[], buttons: string) =>
      `${header(title)}${progress(at)}<form id="shopping-form" method="post" action="${origin}${action}"><input type="hidden" id="shopping_order__token" name="_shopping_order[_token]" value="t"><input type="hidden" id="shopping_order_redirect_to" name="_shopping_order[redirect_to]"><div class="ec-orderRole"><div class="ec-orderRole__detail"><div class="ec-orderAccount"><div class="ec-rectHeading"><h2>お客様情報</h2></div><p class="ec-halfInput">山田 様</p><p class="ec-zipInput">〒1000001</p><p class="ec-telInput">0312345678</p></div><div class="ec-orderDelivery"><div class="ec-rectHeading"><h2>配送情報</h2></div><div class="ec-orderDelivery__title">お届け先</div><div class="ec-orderDelivery__item">${rows(lines)}</div>${inner}</div></div><div class="ec-orderRole__summary"><div class="ec-totalBox">${sums(lines)}<div class="ec-totalBox__btn">${buttons}</div></div></div></div></form>`;
    app.get('/shopping', (c) => {
      const { lines, guest, pays } = sessionOf(c);
      if (!lines.length) return c.redirect('/cart');
      if (guest === undefined) return c.redirect('/shopping/login');
      return page(
        c,
        'shopping',
        'ご注文手続き',
        summary(
          'ご注文手続き',
          2,
          '/shopping/confirm',
          `<div class="ec-orderDelivery__actions"><div class="ec-selects"><div class="ec-select"><label>配送方法</label><select id="shopping_order_Shippings_0_Delivery" name="_shopping_order[Shippings][0][Delivery]" class="form-control" data-trigger="change"><option value="1">サンプル業者</option></select></div><div class="ec-select ec-select__delivery"><label>お届け日</label><select name="_shopping_order[Shippings][0][shipping_delivery_date]" class="form-control"><option value="">指定なし</option></select></div></div></div></div><div class="ec-orderPayment"><div class="ec-rectHeading"><h2>お支払方法</h2></div><div class="ec-radio">${[
            ['3', '銀行振込'],
            ['4', '代金引換'],
          ]
            .map(
              ([value, label]) =>
                `<div style="display: block;"><input type="radio" id="shopping_order_Payment_${value}" name="_shopping_order[Payment]" required data-trigger="change" value="${value}" ${value === pays ? 'checked' : ''}><label for="shopping_order_Payment_${value}"><span>${label}</span></label></div>`,
            )
            .join(
              '',
            )}</div></div><div class="ec-orderConfirm"><div class="ec-rectHeading"><h2>お問い合わせ欄</h2></div><div class="ec-input"><textarea id="shopping_order_message" name="_shopping_order[message]" class="form-control" placeholder="お問い合わせ事項がございましたら、こちらにご入力ください。(3000文字まで)"></textarea></div>`,
          lines,
          `<button type="submit" class="ec-blockBtn--action">確認する</button><a href="${origin}/cart" class="ec-blockBtn--cancel">カートに戻る</a>`,
        ),
        'cart_page',
      );
    });
    app.post('/shopping/redirect_to', async (c) => {
      sessionOf(c).pays = String((await c.req.parseBody())['_shopping_order[Payment]']);
      return c.redirect('/shopping');
    });
    app.post('/shopping/confirm', (c) =>
      page(
        c,
        'shopping_confirm',
        'ご注文内容のご確認',
        summary(
          'ご注文内容のご確認',
          3,
          '/shopping/checkout',
          '<div class="ec-orderDelivery__actions"><div class="ec-select"><label>配送方法</label>サンプル業者</div></div><div class="ec-orderPayment"><div class="ec-rectHeading"><h2>お支払方法</h2></div>代金引換</div>',
          sessionOf(c).lines,
          `<button type="submit" class="ec-blockBtn--action">注文する</button><a href="${origin}/shopping" class="ec-blockBtn--cancel">ご注文手続きに戻る</a>`,
        ),
        'cart_page',
      ),
    );
    app.post('/shopping/checkout', (c) => {
      const session = sessionOf(c);
      session.lines = [];
      session.placed = true;
      return c.redirect('/shopping/complete');
    });
    app.get('/shopping/complete', (c) => {
      const session = sessionOf(c);
      if (!session.placed) return c.redirect('/');
      session.placed = false; // shown once
      return page(
        c,
        'shopping_complete',
        'ご注文完了',
        `${header('ご注文完了')}${progress(4)}<div class="ec-cartCompleteRole"><div class="ec-off3Grid"><div class="ec-off3Grid__cell"><div class="ec-reportHeading"><h2>ご注文ありがとうございました</h2></div><p class="ec-reportDescription">ただいま、ご注文の確認メールをお送りさせていただきました。<br>万一、ご確認メールが届かない場合は、トラブルの可能性もありますので大変お手数ではございますがもう一度お問い合わせいただくか、お電話にてお問い合わせくださいませ。<br>今後ともご愛顧賜りますようよろしくお願い申し上げます。<br><br><strong>ご注文番号：${ORDER}</strong></p><div class="ec-off4Grid"><div class="ec-off4Grid__cell"><a class="ec-blockBtn--cancel" href="${origin}/">トップページへ</a></div></div></div></div></div>`,
        'cart_page',
      );
    });

    const contact = (c: Context, isFull: boolean) =>
      page(
        c,
        'contact',
        'お問い合わせ(入力ページ)',
        `${header('お問い合わせ')}<div class="ec-contactRole"><div class="ec-off1Grid"><form method="post" action="${origin}/contact" class="h-adr" novalidate><input type="hidden" id="contact__token" name="contact[_token]" value="t"><p class="ec-para-normal">内容によっては回答をさしあげるのにお時間をいただくこともございます。</p><div class="ec-borderedDefs">${address('contact')}<dl><dt><label class="ec-label" for="contact_contents">お問い合わせ内容</label></dt><dd><div class="ec-input${isFull ? '' : ' error'}"><textarea id="contact_contents" name="contact[contents]" class="form-control"></textarea>${isFull ? '' : '<p class="ec-errorMessage">入力されていません。</p>'}</div></dd></dl></div><div class="ec-RegisterRole__actions"><button type="submit" class="ec-blockBtn--action" name="mode" value="confirm">確認ページへ</button></div></form></div></div>`,
      );
    app.get('/contact', (c) => contact(c, true));
    app.post('/contact', async (c) => {
      const { mode, 'contact[contents]': contents } = (await c.req.parseBody()) as Record<string, string>;
      if (mode === 'complete') return c.redirect('/contact/complete');
      if (!contents) return contact(c, false);
      return page(
        c,
        'contact_confirm',
        'お問い合わせ(確認ページ)',
        `${header('お問い合わせ')}<div class="ec-contactConfirmRole"><form method="post" action="${origin}/contact"><input type="hidden" name="contact[_token]" value="t"><p>下記の内容で送信してもよろしいでしょうか？</p><div class="ec-borderedDefs"><dl><dt>お問い合わせ内容</dt><dd>…<input type="hidden" name="contact[email]" value="x"><input type="hidden" name="contact[contents]" value="x"></dd></dl></div><div class="ec-contactConfirmRole__actions"><button type="submit" class="ec-blockBtn--action" name="mode" value="complete">送信する</button><button type="submit" class="ec-blockBtn--cancel" name="mode" value="back">戻る</button></div></form></div>`,
      );
    });
    app.get('/contact/complete', (c) =>
      page(
        c,
        'contact_complete',
        'お問い合わせ(完了ページ)',
        `${header('お問い合わせ(完了)')}<div class="ec-contactCompleteRole"><div class="ec-reportHeading"><h2>お問い合わせありがとうございました</h2></div><p class="ec-reportDescription">お問い合わせを受付いたしました。<br>折り返し、担当者よりご連絡いたします。</p></div>`,
      ),
    );

    const open = (product: Product) => async (tab: Page) => {
      await press('.ec-itemNav__nav a')(tab);
      await press(`.ec-shelfGrid a[href$="/detail/${product.id}"]`)(tab);
    };
    const adds = (selector = '.ec-productRole .add-cart') => until(selector, '.ec-modal.is-active');
    const close = (tab: Page) => tab.click('.ec-modal .ec-inlineBtn--cancel');
    const cart = (...lines: [Product, number][]) => pieces('view_cart', 'JPY', ...lines);
    const bought: [Product, number][] = [
      [sand, 3],
      [cubeBig, 1],
    ];
    const total = sand.price * 3 + cubeBig.price + FEE;
    const typed = (form: string, email: string) => ({
      [`[name="${form}[name][name01]"]`]: '山田',
      [`[name="${form}[kana][kana01]"]`]: 'ヤマダ',
      [`[name="${form}[postal_code]"]`]: '1000001',
      [`[name="${form}[address][addr01]"]`]: '千代田区1-1',
      [`[name="${form}[phone_number]"]`]: '0312345678',
      [`[name="${form}[${email}]"]`]: 'y@example.jp',
    });

    return {
      apps: { shop: app },
      walk: [
        step('トップページに来る', (tab) => tab.goto(`${origin}/`), { name: 'landing' }),
        step('検索する', fill({ '.search-name': 'プリン' }, press('.ec-headerSearch__keywordBtn'))),
        step('カテゴリを開く', press('.ec-itemNav__nav a')),
        step('並び順を変える', (tab) => follow(tab, () => tab.selectOption('.order-by', '2'))),
        step('一覧から紅茶を入れる', adds('.add-cart[data-cartid="6"]'), pieces('add_to_cart', 'JPY', [tea, 1])),
        step('閉じる', close),
        step('サイズを選ばずに入れる', adds('.add-cart[data-cartid="1"]')),
        step('閉じる', close),
        step('アイスサンドを開く', open(sand), pieces('view_item', 'JPY', [sand, 1])),
        step('お気に入りに入れる', press('#favorite')),
        step('アイスサンドに戻る', open(sand), optional('view_item')),
        step('二つ入れる', fill({ '#quantity': '2' }, adds()), pieces('add_to_cart', 'JPY', [sand, 2])),
        step('閉じる', close),
        step('在庫より多く入れる', fill({ '#quantity': '5' }, adds())),
        step('閉じる', close),
        step('CUBEを開く', open(cube), bare(pieces('view_item', 'JPY', [cube, 1]))),
        step('大を選ぶ', (tab) => tab.selectOption('#classcategory_id1', '8')),
        step('入れる', adds(), pieces('add_to_cart', 'JPY', [cubeBig, 1])),
        step('閉じる', close),
        step('品切れのケーキを開く', open(cake), pieces('view_item', 'JPY', [cake, 1])),
        step(
          'カートを覗く',
          until('.ec-cartNavi', '.ec-cartNaviIsset.is-active'),
          cart([tea, 1], [sand, 2], [cubeBig, 1]),
        ),
        step('カートへ進む', press('.ec-cartNaviIsset .ec-blockBtn--action'), cart([tea, 1], [sand, 2], [cubeBig, 1])),
        step(
          'サンドを一つ増やす',
          press('.ec-cartRow:has-text("サンド") .ec-cartRow__amountUpButton'),
          optional('add_to_cart'),
          optional('view_cart'),
        ),
        step(
          'もう一つは断られる',
          press('.ec-cartRow:has-text("サンド") .ec-cartRow__amountUpButton'),
          optional('view_cart'),
        ),
        step(
          '紅茶を削除する',
          press('.ec-cartRow:has-text("紅茶") .ec-icon'),
          pieces('remove_from_cart', 'JPY', [tea, 1]),
          optional('view_cart'),
        ),
        step('お問い合わせを空で送る', async (tab) => {
          await press('.ec-footerNavi a[href$="/contact"]')(tab);
          await press('.ec-contactRole button')(tab);
        }),
        step(
          'お問い合わせを書いて確認する',
          fill({ ...typed('contact', 'email'), '#contact_contents': '納期は？' }, press('.ec-contactRole button')),
        ),
        step('送信する', press('.ec-contactConfirmRole [value="complete"]'), {
          name: 'generate_lead',
          form_kind: 'contact',
        }),
        step(
          'レジに進む',
          async (tab) => {
            await tab.goto(`${origin}/cart`);
            await press('.ec-cartRole__actions .ec-blockBtn--action')(tab);
          },
          cart(...bought),
          pieces('begin_checkout', 'JPY', ...bought),
        ),
        step(
          'ログインに失敗する',
          fill({ '#login_email': 'y@example.jp', '#login_pass': 'wrong' }, press('.ec-login__actions button')),
        ),
        step('ゲストで進む', press('.ec-guest__actions a')),
        step(
          'お客様情報を入力する',
          fill(typed('nonmember', 'email][first'), press('.ec-RegisterRole__actions button')),
          optional('add_shipping_info'),
        ),
        step(
          '支払方法を変える',
          (tab) => follow(tab, () => tab.click('label[for="shopping_order_Payment_4"]')),
          optional('add_shipping_info'),
        ),
        step(
          '確認する',
          press('.ec-totalBox__btn button'),
          optional('add_shipping_info'),
          optional('add_payment_info'),
        ),
        step(
          '注文する',
          press('.ec-totalBox__btn button'),
          optional('add_shipping_info'),
          optional('add_payment_info'),
          order('JPY', { id: ORDER, total, shipping: FEE }, ...bought),
        ),
        step('再読み込みする', (tab) => tab.reload()),
        step(
          '空のカートを見る',
          async (tab) => {
            await tab.goto(`${origin}/cart`);
          },
          optional('view_cart'),
        ),
      ],
    };
  },
};

export default platform;
