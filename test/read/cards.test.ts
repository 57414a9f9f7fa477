// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { meaningOf } from '../../src/read/label.ts';
import { readCards, readNear } from '../../src/read/near.ts';

type Card = (name: string, amount: string, id: string, slug: string) => string;

/** Cards of listings as shops of many makes and countries show them, two to a page; `id` is told where a card tells it. */
const MAKES: [make: string, lang: string, sign: string, card: Card, isNumbered?: boolean][] = [
  [
    'woo classic',
    'en',
    '$',
    (name, amount, id, slug) =>
      `<li class="product type-product post-${id} instock"><a href="/product/${slug}/" class="woocommerce-LoopProduct-link"><span class="onsale">Sale!</span><img alt=""><h2 class="woocommerce-loop-product__title">${name}</h2><span class="price"><del><span class="woocommerce-Price-amount amount"><bdi>$40.00</bdi></span></del> <ins><span class="woocommerce-Price-amount amount"><bdi>${amount}</bdi></span></ins></span></a><a href="?add-to-cart=${id}" data-quantity="1" class="button product_type_simple add_to_cart_button ajax_add_to_cart" data-product_id="${id}" data-product_sku="" aria-label="Add to cart: “${name}”">Add to cart</a></li>`,
    true,
  ],
  [
    'shopify dawn',
    'en',
    '$',
    (name, amount, id, slug) =>
      `<li class="grid__item"><div class="card-wrapper product-card-wrapper"><div class="card card--standard"><div class="card__inner"><div class="card__media"><img alt="${name}"></div></div><div class="card__content"><div class="card__information"><h3 class="card__heading h5" id="title-${id}"><a href="/products/${slug}" class="full-unstyled-link">${name}</a></h3><div class="card-information"><span class="caption-large light"></span><div class="price price--on-sale"><div class="price__container"><div class="price__regular"><span class="visually-hidden">Regular price</span><span class="price-item price-item--regular">${amount} USD</span></div></div></div></div></div><div class="quick-add"><product-form><form method="post" action="/cart/add"><input type="hidden" name="id" value="${id}"><button type="submit" name="add" class="quick-add__submit"><span>Add to cart</span></button></form></product-form></div></div></div></div></li>`,
    true,
  ],
  [
    'magento luma',
    'en',
    '$',
    (name, amount, id, slug) =>
      `<li class="item product product-item"><div class="product-item-info"><a href="/${slug}.html" class="product photo"><img class="product-image-photo" alt="${name}"></a><div class="product details product-item-details"><strong class="product name product-item-name"><a class="product-item-link" href="/${slug}.html">${name}</a></strong><div class="product-reviews-summary short"><span>87%</span><a href="/${slug}.html#reviews">3 Reviews</a></div><div class="price-box price-final_price" data-product-id="${id}"><span class="price-container"><span data-price-amount="${amount.slice(1)}" class="price-wrapper"><span class="price">${amount}</span></span></span></div><div class="actions-primary"><form data-role="tocart-form" action="/checkout/cart/add/product/${id}/" method="post"><input type="hidden" name="product" value="${id}"><button type="submit" title="Add to Cart" class="action tocart primary"><span>Add to Cart</span></button></form></div></div></div></li>`,
    true,
  ],
  [
    'prestashop classic',
    'fr',
    '€',
    (name, amount, id, slug) =>
      `<div class="js-product product col-xs-12"><article class="product-miniature js-product-miniature" data-id-product="${id}" data-id-product-attribute="0"><div class="thumbnail-container"><a href="/${id}-${slug}.html" class="thumbnail product-thumbnail"><img alt=""></a></div><div class="product-description"><h2 class="h3 product-title"><a href="/${id}-${slug}.html">${name}</a></h2><div class="product-price-and-shipping"><span class="regular-price">40,00 €</span><span class="discount-percentage discount-product">-20%</span><span class="price" aria-label="Prix">${amount}</span></div></div><ul class="product-flags"><li class="product-flag new">Nouveau</li></ul></article></div>`,
    true,
  ],
  [
    'shopware 6',
    'de',
    '€',
    (name, amount, id, slug) =>
      `<div class="cms-listing-col"><div class="card product-box box-standard" data-product-information='{"id":"${id}","name":"${name}"}'><div class="card-body"><div class="product-badges"><div class="badge bg-danger">%</div></div><div class="product-image-wrapper"><a href="/${slug}/${id}" class="product-image-link"><img alt="${name}"></a></div><div class="product-info"><a href="/${slug}/${id}" class="product-name" title="${name}">${name}</a><div class="product-variant-characteristics"></div><div class="product-price-info"><p class="product-price-unit"><span class="product-unit-label">Inhalt:</span> <span>0.3 Liter</span> <span class="price-unit-reference-content">(41,67 €* / 1 Liter)</span></p><div class="product-price-wrapper"><span class="product-price">${amount}*</span></div></div><div class="product-action"><form action="/checkout/line-item/add" method="post" class="buy-widget"><input type="hidden" name="lineItems[${id}][id]" value="${id}"><input type="hidden" name="lineItems[${id}][quantity]" value="1"><input type="hidden" name="product-name" value="${name}"><button class="btn btn-buy" title="In den Warenkorb">In den Warenkorb</button></form></div></div></div></div></div>`,
    true,
  ],
  [
    'opencart',
    'en',
    '$',
    (name, amount, id, slug) =>
      `<div class="col"><div class="product-thumb"><div class="image"><a href="/index.php?route=product/product&amp;product_id=${id}&amp;s=${slug}"><img alt="${name}"></a></div><div class="content"><div class="description"><h4><a href="/index.php?route=product/product&amp;product_id=${id}&amp;s=${slug}">${name}</a></h4><p>A fine thing for 4 people..</p><div class="price"><span class="price-new">${amount}</span> <span class="price-old">$40.00</span> <span class="price-tax">Ex Tax: $7.00</span></div></div><form method="post"><div class="button"><button type="submit" formaction="/cart.add" aria-label="Add to Cart"><i class="fa-solid fa-shopping-cart"></i></button><button type="submit" formaction="/wishlist.add" aria-label="Add to Wish List"><i></i></button></div><input type="hidden" name="product_id" value="${id}"><input type="hidden" name="quantity" value="1"></form></div></div></div>`,
    true,
  ],
  [
    'bigcommerce cornerstone',
    'en',
    '$',
    (name, amount, id, slug) =>
      `<li class="product"><article class="card" data-entity-id="${id}" data-name="${name}" data-product-price="${amount.slice(1)}"><figure class="card-figure"><a href="/${slug}/" class="card-figure__link" aria-label="${name}, ${amount}"><div class="card-img-container"><img alt=""></div></a><figcaption class="card-figcaption"><button type="button" class="button button--small quickview" data-product-id="${id}">Quick view</button><a href="/cart.php?action=add&amp;product_id=${id}" class="button button--small">Add to Cart</a></figcaption></figure><div class="card-body"><p class="card-text" data-test-info-type="brandName">Acme</p><h3 class="card-title"><a href="/${slug}/" aria-label="${name}, ${amount}">${name}</a></h3><div class="card-text" data-test-info-type="price"><div class="price-section price-section--withoutTax rrp-price--withoutTax" style="display: none;">MSRP: <span class="price price--rrp"></span></div><div class="price-section price-section--withoutTax"><span class="price price--withoutTax">${amount}</span></div></div></div></article></li>`,
    true,
  ],
  [
    'bitrix',
    'ru',
    '₽',
    (name, amount, id, slug) =>
      `<div class="product-item-container" id="bx_${id}"><div class="product-item"><a class="product-item-image-wrapper" href="/catalog/${slug}/" title="${name}"><span class="product-item-image-original"></span></a><div class="product-item-title"><a href="/catalog/${slug}/">${name}</a></div><div class="product-item-info-container product-item-price-container"><span class="product-item-price-old" style="display: none;"></span>&nbsp;<span class="product-item-price-current">${amount}</span></div><div class="product-item-button-container"><a class="btn btn-primary btn-md" href="javascript:void(0)" rel="nofollow">В корзину</a></div></div></div>`,
  ],
  [
    'vtex store theme',
    'pt',
    'R$',
    (name, amount, _, slug) =>
      `<div class="vtex-search-result-3-x-galleryItem"><section class="vtex-product-summary-2-x-container"><a href="/${slug}/p" class="vtex-product-summary-2-x-clearLink"><article class="vtex-product-summary-2-x-element"><img class="vtex-product-summary-2-x-image" alt="${name}"><h3 class="vtex-product-summary-2-x-productNameContainer"><span class="vtex-product-summary-2-x-productBrand">${name}</span></h3><span class="vtex-product-price-1-x-listPrice">R$ 400,00</span><span class="vtex-product-price-1-x-sellingPrice"><span class="vtex-product-price-1-x-currencyContainer"><span class="vtex-product-price-1-x-currencyCode">R$</span><span class="vtex-product-price-1-x-currencyLiteral">&nbsp;</span><span>${amount.slice(3)}</span></span></span><span class="vtex-product-price-1-x-installments">até 10x de R$ 1,25 sem juros</span><button class="vtex-button"><div>Comprar</div></button></article></a></section></div>`,
  ],
  [
    'nuvemshop',
    'pt',
    'R$',
    (name, amount, id, slug) =>
      `<div class="js-item-product item item-product" data-product-type="list" data-product-id="${id}"><div class="item-image"><a href="/produtos/${slug}/" title="${name}"><img alt="${name}"></a></div><div class="item-description"><a href="/produtos/${slug}/" class="item-link"><div class="js-item-name item-name">${name}</div><div class="item-price-container"><span class="js-compare-price-display price-compare">R$ 400,00</span><span class="js-price-display item-price">${amount}</span></div></a><div class="item-installments"><span class="js-installment-amount">3</span> x de <span class="installment-value">R$ 4,17</span> sem juros</div><div class="item-actions"><form class="js-product-form" method="post" action="/comprar/"><input type="hidden" name="add_to_cart" value="${id}"><input type="submit" class="js-addtocart btn btn-primary" value="Comprar"></form></div></div></div>`,
    true,
  ],
  [
    'shoptet',
    'cs',
    'Kč',
    (name, amount, id, slug) =>
      `<div class="product"><div class="p" data-micro="product" data-micro-product-id="${id}"><a href="/${slug}/" class="image"><img alt="${name}"></a><div class="p-in"><div class="p-in-in"><a href="/${slug}/" class="name"><span data-micro="name">${name}</span></a><div class="availability"><span>Skladem <span>(&gt;5 ks)</span></span></div></div><div class="p-bottom"><div class="prices"><div class="price-additional">9 Kč bez DPH</div><div class="price price-final"><strong>${amount}</strong></div></div><div class="p-tools"><form action="/action/Cart/addCartItem/" method="post"><input type="hidden" name="priceId" value="${id}"><input type="hidden" name="amount" value="1"><button type="submit" class="btn btn-cart add-to-cart-button"><span>Do košíku</span></button></form></div></div></div></div></div>`,
  ],
  [
    'idosell',
    'pl',
    'zł',
    (name, amount, id, slug) =>
      `<div class="product col-6" data-product_id="${id}"><a class="product__icon" href="/product-pol-${id}-${slug}.html" title="${name}"><img alt="${name}"></a><h3><a class="product__name" href="/product-pol-${id}-${slug}.html" title="${name}">${name}</a></h3><div class="product__prices"><del class="price --max">400,00 zł</del><strong class="price">${amount}<span class="price_vat"> brutto</span></strong><span class="price_unit">/ szt.</span></div></div>`,
    true,
  ],
  [
    'jtl',
    'de',
    '€',
    (name, amount, id, slug) =>
      `<div class="product-wrapper"><div class="productbox productbox-column" id="result-wrapper_buy_form_${id}"><form id="buy_form_${id}" action="/${slug}" class="form form-basket" method="post"><div class="productbox-inner"><div class="productbox-image"><a href="/${slug}"><img alt="${name}"></a></div><div class="productbox-title"><a href="/${slug}" class="text-clamp-2">${name}</a></div><div class="item-list price_wrapper"><div class="price productbox-price"><span>${amount}</span> <span class="footnote-reference">*</span></div></div><div class="form-row productbox-onhover"><input type="hidden" name="a" value="${id}"><input type="hidden" name="wke" value="1"><button type="submit" class="btn btn-primary basket-details-add">In den Warenkorb</button></div></div></form></div></div>`,
  ],
  [
    'squarespace',
    'en',
    '$',
    (name, amount, id, slug) =>
      `<div class="grid-item" data-item-id="${id}"><a href="/shop/p/${slug}" class="grid-item-link" aria-label="${name}"></a><figure class="grid-image"><img alt="${name}"></figure><section class="grid-meta-container"><div class="grid-main-meta"><div class="grid-title">${name}</div><div class="grid-prices"><div class="product-price">${amount}</div></div></div></section></div>`,
    true,
  ],
  [
    'wix',
    'en',
    '$',
    (name, amount, _, slug) =>
      `<li data-hook="product-list-grid-item"><div data-hook="product-item-root" data-slug="${slug}" aria-label="${name} gallery"><a data-hook="product-item-container" href="/product-page/${slug}"><div data-hook="product-item-images"></div></a><div data-hook="not-image-container"><a data-hook="product-item-product-details-link" href="/product-page/${slug}"><div data-hook="product-item-product-details"><p data-hook="product-item-name">${name}</p><div data-hook="prices-container"><span data-hook="sr-product-item-price-to-pay">Price</span><span data-hook="product-item-price-to-pay">${amount}</span></div></div></a><button data-hook="product-item-add-to-cart-button"><span>Add to Cart</span></button></div></div></li>`,
  ],
  [
    'medusa starter',
    'en',
    '€',
    (name, amount, _, slug) =>
      `<li data-testid="product-wrapper"><a href="/dk/products/${slug}"><div><div data-testid="product-wrapper-thumb"><img alt="Thumbnail"></div><div class="flex txt-compact-medium mt-4 justify-between"><p class="text-ui-fg-subtle" data-testid="product-title">${name}</p><div class="flex items-center gap-x-2"><p class="text-ui-fg-muted" data-testid="price">${amount}</p></div></div></div></a></li>`,
  ],
  [
    'tailwind of its own',
    'en',
    '$',
    (name, amount, _, slug) =>
      `<div class="group relative"><img class="aspect-square w-full" alt="Front"><div class="mt-4 flex justify-between"><div><h3 class="text-sm text-gray-700"><a href="/p/${slug}"><span aria-hidden="true" class="absolute inset-0"></span>${name}</a></h3><p class="mt-1 text-sm text-gray-500">Black</p></div><p class="text-sm font-medium text-gray-900">${amount}</p></div></div>`,
  ],
  [
    'bootstrap of its own',
    'es',
    '€',
    (name, amount, id, slug) =>
      `<div class="col-md-4"><div class="card h-100"><a href="/producto/${slug}"><img class="card-img-top" alt=""></a><div class="card-body"><h5 class="card-title">${name}</h5><p class="card-text">${amount}</p><button class="btn btn-primary" data-id="${id}" onclick="agregar(${id})">Añadir al carrito</button></div></div></div>`,
  ],
  [
    'angular material',
    'en',
    '$',
    (name, amount, _, slug) =>
      `<mat-card class="mat-mdc-card product-card"><a href="/products/${slug}"><img mat-card-image alt="${name}"></a><mat-card-title>${name}</mat-card-title><mat-card-content><p>${amount}</p></mat-card-content><mat-card-actions><button mat-icon-button aria-label="Add to cart"><mat-icon>add_shopping_cart</mat-icon></button></mat-card-actions></mat-card>`,
  ],
  [
    'ec-cube',
    'ja',
    '￥',
    (name, amount, id, slug) =>
      `<li class="ec-shelfGrid__item"><a href="/products/detail/${id}?${slug}"><p class="ec-shelfGrid__item-image"><img alt="${name}"></p><p>${name}</p><p>説明の文</p><p class="price02-default">${amount}</p></a><form name="form${id}" action="/products/add_cart/${id}" method="post"><div class="ec-numberInput"><span>数量</span><input type="number" name="quantity" value="1" class="quantity"></div><input type="hidden" name="product_id" value="${id}"></form><button type="submit" class="ec-blockBtn--action add-cart" form="form${id}">カートに入れる</button></li>`,
    true,
  ],
  [
    'salla',
    'ar',
    'ر.س',
    (name, amount, id, slug) =>
      `<custom-salla-product-card><div class="s-product-card-entry" id="${id}"><div class="s-product-card-image"><a href="/${slug}/p${id}" aria-label="${name}"><img alt="${name}"></a></div><div class="s-product-card-content"><div class="s-product-card-content-main"><h3 class="s-product-card-content-title"><a href="/${slug}/p${id}">${name}</a></h3></div><div class="s-product-card-content-sub"><div class="s-product-card-sale-price"><h4>${amount}</h4><span>400 ر.س</span></div></div><div class="s-product-card-content-footer"><salla-add-product-button product-id="${id}"><salla-button><button class="s-button-element"><span>إضافة للسلة</span></button></salla-button></salla-add-product-button></div></div></div></custom-salla-product-card>`,
  ],
  [
    'ticimax',
    'tr',
    'TL',
    (name, amount, id, slug) =>
      `<div class="ItemOrj"><div class="productItem" data-id="${id}"><div class="productImage"><a class="detailLink" data-id="${id}" href="/${slug}" title="${name}"><img class="resimOrginal" alt="${name}"></a></div><div class="productDetail"><div class="productName detailUrl" data-id="${id}"><a href="/${slug}" title="${name}">${name}</a></div><div class="productPrice"><div class="discountPrice"><span>${amount}</span><div class="kdv">KDV Dahil</div></div><div class="regularPrice"><span>₺400,00</span></div></div><a class="sepeteEkleBtn" href="javascript:void(0)">Sepete Ekle</a></div></div></div>`,
  ],
  [
    'sylius',
    'en',
    '$',
    (name, amount, _, slug) =>
      `<div class="col"><div class="card h-100 border-0" data-test-product><a href="/en_US/products/${slug}" class="link-reset"><div class="overflow-auto bg-light rounded-3"><img class="img-fluid" alt="${name}"></div></a><div class="card-body p-3"><div class="h6 text-break mb-0"><a href="/en_US/products/${slug}" class="link-reset text-break" data-test-product-name="${name}">${name}</a></div><div class="mb-3"><span data-test-product-price="${amount}">${amount}</span></div></div></div></div>`,
  ],
];

const AMOUNTS: Record<string, [string, string, number, number]> = {
  $: ['$12.50', '$9.00', 12.5, 9],
  '€': ['12,50 €', '9,00 €', 12.5, 9],
  '₽': ['1 250 ₽', '900 ₽', 1250, 900],
  R$: ['R$ 12,50', 'R$ 9,00', 12.5, 9],
  Kč: ['250 Kč', '90 Kč', 250, 90],
  zł: ['12,50 zł', '9,00 zł', 12.5, 9],
  '￥': ['￥1,250', '￥900', 1250, 900],
  'ر.س': ['125 ر.س', '90 ر.س', 125, 90],
  TL: ['₺12,50', '₺9,00', 12.5, 9],
};

const AROUND = [
  '<header><a href="/">Acme</a><a href="/cart">Cart $0.00</a></header>',
  '<footer><a href="/terms">Terms</a><a href="/free-shipping">Free shipping from 50 €</a></footer>',
];

test.each(MAKES)('cards of %s', (_, lang, sign, card, isNumbered) => {
  const [mug, cup, costs, less] = AMOUNTS[sign]!;
  document.documentElement.lang = lang;
  document.body.innerHTML = `${AROUND[0]}<main><h1>Kitchen</h1><div class="sort"><select><option>Price</option></select></div><div class="list">${card('Blue Mug', mug, '4711', 'blue-mug')}${card('Tall Cup', cup, '4712', 'tall-cup')}</div></main>${AROUND[1]}`;
  const cards = readCards(document.querySelector('main')!);
  expect(
    cards.map(({ item, elsewhere }) => [item.item_name, item.price, /blue-mug|tall-cup/.exec(elsewhere!)?.[0]]),
  ).toEqual([
    ['Blue Mug', costs, 'blue-mug'],
    ['Tall Cup', less, 'tall-cup'],
  ]);
  if (isNumbered) expect(cards.map(({ item }) => item.item_id)).toEqual(['4711', '4712']);
  const adds = [...document.querySelectorAll('main :is(button,a,input[type="submit"])')].filter(
    (control) => meaningOf(control) === 'add',
  );
  for (const add of adds.slice(0, 1))
    expect(readNear(add)?.item).toMatchObject({
      item_name: 'Blue Mug',
      price: costs,
      ...(isNumbered && { item_id: '4711' }),
    });
});
