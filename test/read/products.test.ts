// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Item } from '../../src/event/event.ts';
import { readPageCurrency } from '../../src/read/currency.ts';
import { readShownProduct } from '../../src/read/near.ts';
import { readPageProduct } from '../../src/read/structured.ts';

const AROUND = [
  '<header><a href="/">Shop</a><a href="/cart">Cart</a></header>',
  '<section><h2>Related</h2><ul><li><a href="/p/cup"><img alt=""><h3>Cup</h3></a><b class="price">$9.00</b><button>Add to cart</button></li></ul></section>',
];

/** A product as shops of many makes show it, cut down to what names it and what it costs, without data for machines. */
const PAGES: { make: string; lang: string; item: Item; html: string }[] = [
  {
    make: 'cs-cart',
    lang: 'en',
    item: { item_name: 'Mug', price: 12.5 },
    html: `
    <div class="ty-product-block"><div class="ut2-pb__title"><h1 class="ty-product-block-title">
    <bdi>Mug</bdi></h1></div>
    <form action="https://shop.example/" method="post" name="product_form_12" class="cm-ajax">
    <input type="hidden" name="product_data[12][product_id]" value="12"><div class="ty-product-prices">
    <span class="cm-reload-12 ty-price-update"><span class="ty-price" id="line_discounted_price_12"><bdi>
    <span class="ty-price-num">$</span><span id="sec_discounted_price_12" class="ty-price-num">12.50</span>
    </bdi></span></span></div><div class="ty-qty">
    <input type="text" name="product_data[12][amount]" value="1" class="ty-value-changer__input"></div>
    <button id="button_cart_12" class="ty-btn__primary ty-btn__add-to-cart cm-form-dialog-closer ty-btn" type="submit" name="dispatch[checkout.add..12]">Add to cart</button>
    </form></div>`,
  },
  {
    make: 'x-cart',
    lang: 'en',
    item: { item_name: 'Mug', price: 12.5, item_id: '16' },
    html: `
    <div class="product-details"><div class="product-details-info"><h1 class="fn title">Mug</h1>
    <form action="?" method="post" class="product-details validationEngine">
    <input type="hidden" name="target" value="cart"><input type="hidden" name="action" value="add">
    <input type="hidden" name="product_id" value="16"><div class="product-price"><ul class="product-price">
    <li class="product-price-base"><span class="price product-price">$12.50</span></li></ul></div>
    <button type="submit" class="btn regular-button regular-main-button add2cart submit">
    <span>Add to cart</span></button></form></div></div>`,
  },
  {
    make: 'bitrix',
    lang: 'ru',
    item: { item_name: 'Кружка', price: 1250 },
    html: `
    <div class="bx-catalog-element"><h1 class="bx-title">Кружка</h1>
    <div class="product-item-detail-info-container">
    <div class="product-item-detail-price-old" style="display:none"></div>
    <div class="product-item-detail-price-current" id="bx_1_price">1 250 руб.</div></div>
    <div class="product-item-detail-info-container">
    <a class="btn btn-primary product-item-detail-buy-button" id="bx_1_add_basket_link" href="javascript:void(0);">
    <span>В корзину</span></a></div></div>`,
  },
  {
    make: 'insales',
    lang: 'ru',
    item: { item_name: 'Кружка', price: 1250 },
    html: `
    <div class="product page-layout"><h1 class="product__title heading">Кружка</h1>
    <form action="/cart_items" method="post" data-product-id="77" class="product__form">
    <div class="product__price price">
    <span class="product__price-cur" data-product-card-price>1 250 ₽</span></div>
    <input type="hidden" name="variant_id" value="12"><input type="text" value="1" name="quantity">
    <button class="button" data-item-add type="submit">Добавить в корзину</button></form></div>`,
  },
  {
    make: 'shoptet',
    lang: 'cs',
    item: { item_name: 'Hrnek', price: 250 },
    html: `
    <div class="p-detail"><div class="p-detail-inner"><div class="p-detail-inner-header"><h1>  Hrnek</h1>
    <span class="p-code"><span class="p-code-label">Kód:</span><span>H-12</span></span></div>
    <form action="/action/Cart/addCartItem/" method="post" id="product-detail-form" class="pr-action">
    <input type="hidden" name="productId" value="77"><input type="hidden" name="priceId" value="80">
    <div class="p-final-price-wrapper"><strong class="price-final" data-testid="productCardPrice">
    <span class="price-final-holder">250 Kč</span></strong>
    <span class="price-additional">207 Kč bez DPH</span></div><div class="add-to-cart">
    <span class="quantity"><input type="number" name="amount" value="1"></span>
    <button type="submit" class="btn btn-lg btn-conversion add-to-cart-button"><span>Přidat do košíku</span>
    </button></div></form></div></div>`,
  },
  {
    make: 'idosell',
    lang: 'pl',
    item: { item_name: 'Kubek', price: 49.9 },
    html: `
    <form id="projector_form" action="https://shop.example/basketchange.php" method="post" data-product_id="77">
    <input type="hidden" name="product" value="77"><div id="projector_productname"><h1>Kubek</h1></div>
    <div id="projector_price_value_wrapper">
    <strong class="projector_prices__price" id="projector_price_value">49,90 zł</strong>
    <span>brutto / 1 szt.</span></div>
    <input class="projector_buy__number" type="number" name="number" value="1">
    <button id="projector_button_basket" class="btn --solid" type="submit">Dodaj do koszyka</button></form>`,
  },
  {
    make: 'jtl',
    lang: 'de',
    item: { item_name: 'Tasse', price: 12.5 },
    html: `
    <div id="result-wrapper"><form id="buy_form" action="/Tasse" method="post"><div class="product-offer">
    <h1 class="product-title h2">Tasse</h1><ul><li>Artikelnummer: <span itemprop="sku">T-12</span></li></ul>
    <div class="price_wrapper"><div class="price h1">
    <span>12,50 €</span> <span class="footnote-reference">*</span></div>
    <div class="vat_info text-muted">inkl. 19% USt.</div></div><input type="hidden" name="a" value="77">
    <input type="hidden" name="inWarenkorb" value="1"><input type="number" name="anzahl" value="1">
    <button name="inWarenkorb" type="submit" class="btn btn-primary">In den Warenkorb</button></div></form>
    </div>`,
  },
  {
    make: 'gambio',
    lang: 'de',
    item: { item_name: 'Tasse', price: 12.5 },
    html: `
    <div class="product-info product-info-default row"><h1 class="product-info-title-desktop">Tasse</h1>
    <form id="gm_attribute_images"></form>
    <form action="https://shop.example/tasse.html" class="product-info" method="post"><dl><dt>Art.Nr.:</dt>
    <dd class="model-number"><span>T-12</span></dd></dl><div class="price-container">
    <div class="price-calc-container"><div class="current-price-container">12,50 EUR<br></div>
    <p class="tax-shipping-text">inkl. 19% MwSt. zzgl. Versand</p></div><div class="cart-button-container">
    <input type="text" name="products_qty" value="1">
    <input name="btn-add-to-cart" type="submit" class="btn btn-buy js-btn-add-to-cart" value="In den Warenkorb">
    </div></div><input type="hidden" name="products_id" value="77"></form></div>`,
  },
  {
    make: 'miva',
    lang: 'en',
    item: { item_name: 'Mug', price: 12.5 },
    html: `
    <main><section class="x-product-layout"><h1 class="x-product-layout-purchase__product-name">Mug</h1>
    <form method="post" action="https://shop.example/mm5/merchant.mvc?" name="add">
    <input type="hidden" name="Action" value="ADPR"><input type="hidden" name="Product_Code" value="MUG">
    <span class="x-product-layout-purchase__price" id="js-price-value" data-base-price="12.50">$12.50</span>
    <input type="number" name="Quantity" value="1">
    <button class="c-button js-add-to-cart" type="submit">Add to Cart</button></form></section></main>`,
  },
  {
    make: 'volusion',
    lang: 'en',
    item: { item_name: 'Mug', price: 12.5 },
    html: `
    <form method="post" name="vCSS_mainform" id="vCSS_mainform" action="/ProductDetails.asp?ProductCode=MUG">
    <table><tr><td><h1><font class="productnamecolorLARGE colors_productname">
    <span itemprop="name">Mug</span></font></h1><div class="product_productprice"><b>
    <font class="pricecolor colors_productprice">
    <span class="PageText_L483n">Our Price:</span> $<span itemprop="price">12.50</span></font></b></div>
    <input type="text" name="QTY.MUG" value="1">
    <input type="image" class="vCSS_input_addtocart" src="/v/btn_addtocart.gif" name="btnaddtocart" alt="Add to cart">
    </td></tr></table></form>`,
  },
  {
    make: 'wix',
    lang: 'en',
    item: { item_name: 'Mug', price: 12.5 },
    html: `
    <main><article data-hook="product-page"><h1 data-hook="product-title" class="_2qrJF">Mug</h1>
    <div data-hook="sku">SKU: M-12</div><div data-hook="product-price">
    <span data-hook="formatted-primary-price" data-wix-price="$12.50">$12.50</span>
    <span class="sr">Price</span></div><div><input type="number" aria-label="Quantity" value="1"></div>
    <button data-hook="add-to-cart" aria-label="Add to Cart"><span>Add to Cart</span></button></article>
    </main>`,
  },
  {
    make: 'square',
    lang: 'en',
    item: { item_name: 'Mug', price: 12.5 },
    html: `
    <main><div class="w-wrapper"><div class="product-title"><h1 class="w-product-title">Mug</h1></div>
    <div class="product-price"><p class="product-price__wrapper"><span>$12.50</span></p></div>
    <div class="w-button"><button type="button" class="add-to-cart w-button__inner">Add to cart</button>
    </div></div></main>`,
  },
  {
    make: 'cafe24',
    lang: 'ko',
    item: { item_name: '머그컵', price: 12500 },
    html: `
    <div class="xans-element- xans-product xans-product-detail"><div class="headingArea"><h2>머그컵</h2></div>
    <table><tr><th>판매가</th><td><span><strong id="span_product_price_text">12,500원</strong></span></td></tr>
    <tr><th>배송비</th><td>3,000원</td></tr></table><div class="totalPrice">
    <strong>총 상품금액</strong>(수량) : <span class="total"><strong><em>0</em></strong> (0개)</span></div>
    <div class="ec-base-button"><a href="#none" class="btnSubmit" onclick="product_submit(1)">바로구매하기</a>
    <button type="button" class="btnNormal actionCart" onclick="product_submit(2)">장바구니 담기</button></div>
    </div>`,
  },
  {
    make: 'ticimax',
    lang: 'tr',
    item: { item_name: 'Kupa', price: 125.5 },
    html: `
    <div id="divUrunDetay"><div class="ProductName"><h1><span>Kupa</span></h1></div>
    <div class="urunKodu">Stok Kodu : <span>K-12</span></div><div id="divIndirimsizFiyat">
    <span class="spanFiyat">₺150,00</span></div><div id="divIndirimliFiyat" class="IndirimliFiyatContent">
    <span class="spanFiyat">₺125,50</span></div><input id="txtbxArttir" type="text" value="1">
    <a class="basketBtn button" href="javascript:;">
    <input type="button" value="Sepete Ekle" class="Addtobasket button"></a></div>`,
  },
  {
    make: 'tray',
    lang: 'pt-br',
    item: { item_name: 'Caneca', price: 49.9 },
    html: `
    <div class="page-product"><h1 class="product-name">Caneca</h1><span class="product-code">Cód: 77</span>
    <form id="form_comprar" method="post" action="/loja/carrinho">
    <div id="preco_atual" class="product-price">
    <span class="product-price-list">De R$ 59,90</span> <strong class="PrecoPrincipal">Por R$ 49,90</strong>
    <p class="parcelas">ou 3x de R$ 16,63 sem juros</p></div><input type="number" name="quant" value="1">
    <button class="botao-comprar" type="submit">Comprar</button></form></div>`,
  },
  {
    make: 'salla',
    lang: 'ar',
    item: { item_name: 'كوب', price: 49.5 },
    html: `
    <main><div class="product-single"><h1 class="text-xl">كوب</h1><salla-rating-stars></salla-rating-stars>
    <div class="product-price"><h2 class="total-price font-bold">49.50 ر.س</h2></div>
    <form class="product-form"><input type="hidden" name="id" value="77"><salla-quantity-input>
    <input class="s-quantity-input-input" name="quantity" value="1"></salla-quantity-input>
    <button type="submit" class="s-button-element">إضافة للسلة</button></form></div></main>`,
  },
  {
    make: 'haravan',
    lang: 'vi',
    item: { item_name: 'Cốc', price: 125000 },
    html: `
    <div id="product"><h1 class="product-title">Cốc</h1><span id="pro_sku">SKU: C-12</span>
    <div class="product-price" id="price-preview"><span class="pro-price">125,000₫</span><del>150,000₫</del>
    </div><form id="add-item-form" action="/cart/add" method="post"><select name="id">
    <option value="1001">Default</option></select><input type="number" name="quantity" value="1">
    <button type="submit" id="add-to-cart">Thêm vào giỏ</button></form></div>`,
  },
  {
    make: 'tilda',
    lang: 'ru',
    item: { item_name: 'Кружка', price: 1250 },
    html: `
    <div class="t-store__prod-popup__info"><div class="t-store__prod-popup__title-wrapper">
    <div class="js-store-prod-name t-store__prod-popup__name t-name t-name_xl">Кружка</div></div>
    <div class="t-store__prod-popup__price-wrapper">
    <div class="js-store-prod-price t-store__prod-popup__price">
    <div class="js-product-price t-store__prod-popup__price-value">1 250</div>
    <div class="t-store__prod-popup__price-currency">р.</div></div></div>
    <div class="t-store__prod-popup__btn-wrapper">
    <a href="#order" class="t-store__prod-popup__btn t-btn">В корзину</a></div></div>`,
  },
  {
    make: 'magento venia',
    lang: 'en',
    item: { item_name: 'Mug', price: 12.5 },
    html: `
    <main><form class="productFullDetail-root-xyz"><section class="productFullDetail-title-abc">
    <h1 class="productFullDetail-productName-abc">Mug</h1><p class="productFullDetail-productPrice-abc">
    <span>$</span><span>12</span><span>.</span><span>50</span></p></section><section>
    <input aria-label="Item Quantity" name="quantity" value="1"></section>
    <section class="productFullDetail-actions">
    <button class="button-root_highPriority" type="submit">Add to Cart</button></section></form></main>`,
  },
  {
    make: 'catalyst',
    lang: 'en',
    item: { item_name: 'Mug', price: 12.5 },
    html: `
    <main><section><h1 class="font-heading">Mug</h1><div data-name="price">
    <span class="text-2xl">$12.50</span></div><form><input type="hidden" name="id" value="77">
    <div role="group"><input type="number" name="quantity" value="1"></div>
    <button type="submit">Add to cart</button></form></section></main>`,
  },
  {
    make: 'spryker',
    lang: 'de',
    item: { item_name: 'Tasse', price: 12.5 },
    html: `
    <main><h1 class="title title--h3" itemprop="name">Tasse</h1><div class="grid">
    <form class="js-product-configurator__form-add-to-cart" method="post" action="/de/cart/add/134_29759322">
    <div class="money-price">
    <span class="money-price__amount money-price__amount--original">15,00 €</span> <span class="money-price__amount" itemprop="price">12,50 €</span>
    </div><input name="quantity" value="1">
    <button class="button button--success" data-qa="add-to-cart-button">In den Warenkorb</button></form>
    </div></main>`,
  },
  {
    make: 'grandnode',
    lang: 'en',
    item: { item_name: 'Mug', price: 12.5 },
    html: `
    <div class="product-details-page"><form id="product-details-form"><div class="product-essential">
    <div class="product-name"><h1>Mug</h1></div><div class="sku"><span class="label">SKU:</span>
    <span class="value">M-12</span></div><div class="prices"><div class="product-price">
    <span class="price-value-77">$12.50</span></div></div><div class="add-to-cart">
    <input class="qty-input" name="addtocart_77.EnteredQuantity" value="1">
    <button type="button" class="btn btn-info add-to-cart-button">Add to cart</button></div></div></form>
    </div>`,
  },
  {
    make: 'own, French',
    lang: 'fr',
    item: { item_name: 'Tasse', price: 12.5 },
    html: `
    <div class="fiche-produit"><h1 class="titre">Tasse</h1><p class="ref">Réf. : T-12</p><p class="prix">
    <span class="prix-promo">12,50 € TTC</span> <s>15,00 €</s></p>
    <form action="/panier/ajouter/77" method="post"><label>Quantité <input name="quantite" value="1">
    </label><button>Ajouter au panier</button></form></div>`,
  },
  {
    make: 'base jp',
    lang: 'ja',
    item: { item_name: 'マグカップ', price: 2500 },
    html: `
    <div id="itemDetail"><h1 id="itemName">マグカップ</h1><div class="item-price">
    <p id="itemPrice">¥2,500 <span>税込</span></p></div><form action="/cart/add" method="post">
    <select name="amount"><option>1</option></select>
    <button type="submit" class="purchaseButton__btn">カートに入れる</button></form><p>送料が別途¥500かかります</p></div>`,
  },
  {
    make: 'woo block theme',
    lang: 'en',
    item: { item_name: 'Mug', price: 12.5, item_id: '77' },
    html: `
    <main><h1 class="wp-block-post-title">Mug</h1><div class="wc-block-components-product-price"><del>
    <span class="woocommerce-Price-amount amount">$15.00</span></del> <ins>
    <span class="woocommerce-Price-amount amount">$12.50</span></ins></div><form class="cart" method="post">
    <div class="quantity"><input type="number" name="quantity" value="1" class="qty"></div>
    <button type="submit" name="add-to-cart" value="77" class="single_add_to_cart_button">Add to cart</button>
    </form></main>`,
  },
];

test.each(PAGES)('a product of the $make kind', ({ lang, item, html }) => {
  document.documentElement.lang = lang;
  document.title = item.item_name!;
  document.body.innerHTML = AROUND.join(html);
  const told = readPageProduct(document)?.item;
  expect({ ...readShownProduct(document, readPageCurrency(document))?.item, ...told }).toMatchObject(item);
});
