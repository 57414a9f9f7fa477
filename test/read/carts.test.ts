// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { quantityOf } from '../../src/read/box.ts';
import { readPageCurrency } from '../../src/read/currency.ts';
import { readLines } from '../../src/read/lines.ts';
import { mainOf } from '../../src/read/main.ts';
import { readTotals } from '../../src/read/totals.ts';

interface Make {
  make: string;
  lang: string;
  /** Names, what one piece costs, and how many: what is to be read. */
  lines: [name: string, price: number, quantity: number][];
  total?: number;
  /** What each row shows. */
  rows: string[][];
  row(shown: string[]): string;
  around(rows: string): string;
}

/** Carts as shops of many makes show them, cut down to what they hold and what it comes to. */
const CARTS: Make[] = [
  {
    make: 'cs-cart',
    lang: 'en',
    lines: [
      ['Mug', 12.5, 2],
      ['Cup', 9, 1],
    ],
    total: 34,
    rows: [
      ['Mug', '12.50', '2', '25.00'],
      ['Cup', '9.00', '1', '9.00'],
    ],
    row: ([n, p, q, t]) => `
      <tr><td class="ty-cart-content__product-elem ty-cart-content__image-block">
      <div class="ty-cart-content__image"><a href="/${n}.html"><img alt="" src="x"></a></div></td>
      <td class="ty-cart-content__product-elem ty-cart-content__description">
      <a href="/${n}.html" class="ty-cart-content__product-title">${n}</a>&nbsp;<a class="ty-cart-content__product-delete ty-delete-big" href="/index.php?dispatch=checkout.delete&cart_id=34" title="Remove">
      <i class="ty-delete-big__icon ty-icon-cancel-circle"></i></a>
      <div class="ty-cart-content__sku ty-sku">CODE: <span>${n}-1</span></div></td>
      <td class="ty-cart-content__product-elem ty-cart-content__price"><span class="ty-sub-price">$</span>
      <span id="sec_product_price_34" class="ty-sub-price">${p}</span></td>
      <td class="ty-cart-content__product-elem ty-cart-content__qty">
      <div class="ty-center ty-value-changer cm-value-changer"><a class="cm-increase">+</a>
      <input type="text" name="cart_products[34][amount]" value="${q}" class="ty-value-changer__input cm-amount">
      <a class="cm-decrease">−</a></div></td><td class="ty-cart-content__product-elem ty-cart-content__price">
      <span class="price">$</span><span class="price">${t}</span></td></tr>`,
    around: (rows) => `
      <h1 class="ty-mainbox-title">Cart contents</h1><form name="checkout_form"><div id="cart_items">
      <table class="ty-cart-content ty-table"><thead><tr><th>Product</th><th>&nbsp;</th><th>Unit price</th>
      <th>Quantity</th><th>Total price</th></tr></thead><tbody>${rows}</tbody></table></div></form>
      <div class="ty-cart-total"><ul class="ty-cart-statistic ty-statistic-list">
      <li class="ty-cart-statistic__item">
      <span class="ty-cart-statistic__title">Subtotal</span> <span class="ty-cart-statistic__value">$34.00</span>
      </li><li class="ty-cart-statistic__total">
      <span>Total cost</span> <span class="ty-cart-statistic__total-value">$34.00</span></li></ul></div>`,
  },
  {
    make: 'x-cart',
    lang: 'en',
    lines: [
      ['Mug', 12.5, 2],
      ['Cup', 9, 1],
    ],
    total: 34,
    rows: [
      ['Mug', '12.50', '2', '25.00'],
      ['Cup', '9.00', '1', '9.00'],
    ],
    row: ([n, p, q, t]) => `
      <tr class="selected-product"><td class="item-remove delete-from-list"><form action="?" method="post">
      <input type="hidden" name="target" value="cart"><input type="hidden" name="action" value="delete">
      <input type="hidden" name="cart_id" value="3"><button type="submit" class="remove btn">
      <i class="icon-delete"></i><span>Delete item</span></button></form></td><td class="item-thumbnail">
      <a href="/${n}"><img src="x" alt="${n}"></a></td><td class="item-info"><p class="item-title">
      <a href="/${n}">${n}</a></p><p class="item-sku">
      <span class="label-sku">SKU</span> <span class="sku-value">S-${n}</span></p></td><td class="item-actions">
      <div class="item-sums"><span class="item-price surcharge-cell"><span class="surcharge">
      <span class="part-prefix">$</span><span class="part-integer">${p?.split('.')[0]}</span>
      <span class="part-decimal">.</span><span class="part-decimal-part">${p?.split('.')[1]}</span>
      </span></span> <span class="sep">×</span> <span class="item-qty"><form>
      <input type="text" class="quantity wheel-ctrl" name="amount" value="${q}"></form>
      </span> <span class="sep">=</span> <span class="item-subtotal"><span class="subtotal surcharge">
      <span>$</span><span>${t?.split('.')[0]}</span><span>.</span>
      <span>${t?.split('.')[1]}</span></span></span></div></td></tr>`,
    around: (rows) => `
      <h1>Your shopping cart - 3 items</h1><div id="cart"><table class="selected-products">
      <tbody>${rows}</tbody></table></div><div id="cart-right"><ul class="totals">
      <li class="order-modifier subtotal"><strong>Subtotal:</strong> <span>$34.00</span></li><li class="total">
      <strong>Total:</strong> <span class="value">$34.00</span></li></ul></div>`,
  },
  {
    make: 'bitrix',
    lang: 'ru',
    lines: [
      ['Кружка', 1250, 2],
      ['Чашка', 900, 1],
    ],
    total: 3400,
    rows: [
      ['Кружка', '1 250 руб.', '2', '2 500 руб.'],
      ['Чашка', '900 руб.', '1', '900 руб.'],
    ],
    row: ([n, p, q, t]) => `
      <tr class="basket-items-list-item-container" data-id="12"><td class="basket-items-list-item-descriptions">
      <div class="basket-items-list-item-descriptions-inner"><div class="basket-item-block-image">
      <a class="basket-item-image-link" href="/catalog/x/"><img class="basket-item-image" alt="${n}" src="x">
      </a></div><div class="basket-item-block-info"><span class="basket-item-actions-remove visible-xs"></span>
      <h2 class="basket-item-info-name"><a href="/catalog/x/" class="basket-item-info-name-link">
      <span data-entity="basket-item-name">${n}</span></a></h2></div></div></td>
      <td class="basket-items-list-item-price basket-items-list-item-price-for-one">
      <div class="basket-item-block-price"><div class="basket-item-price-current">
      <span class="basket-item-price-current-text">${p}</span></div>
      <div class="basket-item-price-title">цена за 1 шт</div></div></td>
      <td class="basket-items-list-item-amount"><div class="basket-item-block-amount">
      <span class="basket-item-amount-btn-minus"></span><div class="basket-item-amount-filed-block">
      <input type="text" class="basket-item-amount-filed" value="${q}" data-value="${q}"></div>
      <span class="basket-item-amount-btn-plus"></span>
      <div class="basket-item-amount-field-description">шт</div></div></td>
      <td class="basket-items-list-item-price"><div class="basket-item-block-price">
      <div class="basket-item-price-current"><span class="basket-item-price-current-text">${t}</span></div>
      </div></td><td class="basket-items-list-item-remove"><div class="basket-item-block-actions">
      <span class="basket-item-actions-remove" data-entity="basket-item-delete"></span></div></td></tr>`,
    around: (rows) => `
      <h1>Корзина</h1><div id="basket-root" class="bx-basket"><div class="basket-items-list-wrapper">
      <table class="basket-items-list-table" id="basket-item-table">${rows}</table></div>
      <div class="basket-checkout-container"><div class="basket-checkout-block-total">
      <div class="basket-checkout-block-total-title">Итого:</div>
      <div class="basket-coupon-block-total-price-current" data-entity="basket-total-price">3 400 руб.</div>
      </div><button class="btn basket-btn-checkout">Оформить заказ</button></div></div>`,
  },
  {
    make: 'insales',
    lang: 'ru',
    lines: [
      ['Кружка', 1250, 2],
      ['Чашка', 900, 1],
    ],
    total: 3400,
    rows: [
      ['Кружка', '1 250 ₽', '2', '2 500 ₽'],
      ['Чашка', '900 ₽', '1', '900 ₽'],
    ],
    row: ([n, p, q, t]) => `
      <div class="item" data-product-id="7" data-item-id="12"><div class="item-image"><a href="/product/x">
      <img src="x"></a></div><div class="item-content"><div class="item-title"><a href="/product/x">${n}</a>
      </div><div class="item-prices"><span data-item-price class="item-price">${p}</span></div>
      <div class="item-counter" data-quantity>
      <button type="button" class="counter-button is-count-down" data-quantity-change="-1">-</button>
      <input type="text" value="${q}" name="cart[quantity][12]" class="counter-input">
      <button type="button" data-quantity-change="1">+</button></div>
      <div class="item-total-price" data-item-total-price>${t}</div>
      <button type="button" data-item-delete="12" class="button-delete"><span class="icon-trash"></span>
      </button></div></div>`,
    around: (rows) => `
      <h1 class="page-headding">Корзина</h1><form action="/cart_items" method="post" data-cart-form>
      <input type="hidden" name="_method" value="put"><div class="cart-list">${rows}</div>
      <div class="cart-footer"><div class="cart-total">
      <span class="cart-total-label">Итого:</span> <span class="cart-total-value" data-cart-full-total-price>3 400 ₽</span>
      </div><button type="submit" name="make_order">Оформить заказ</button></div></form>`,
  },
  {
    make: 'shoptet',
    lang: 'cs',
    lines: [
      ['Hrnek', 250, 2],
      ['Šálek', 180, 1],
    ],
    total: 680,
    rows: [
      ['Hrnek', '250 Kč', '2', '500 Kč'],
      ['Šálek', '180 Kč', '1', '180 Kč'],
    ],
    row: ([n, p, q, t]) => `
      <tr class="removeable" data-micro="cartItem"><td class="cart-p-image"><a href="/x/">
      <img src="x" alt="${n}"></a></td><td class="p-name">
      <a href="/x/" class="main-link" data-testid="cartProductName">${n}</a></td>
      <td class="p-availability p-cell"><strong class="availability-label">Skladem</strong></td>
      <td class="p-quantity p-cell"><form action="/action/Cart/setCartItemAmount/" method="post">
      <input type="hidden" name="itemId" value="22"><span class="quantity">
      <input type="number" name="amount" value="${q}" class="amount"></span></form></td>
      <td class="p-price p-cell"><strong class="price-final" data-testid="cartItemPrice">${p}</strong>
      <span class="unit-price">1 ks</span></td><td class="p-total"><strong class="price-final">${t}</strong>
      <form action="/action/Cart/deleteCartItem/" method="post"><input type="hidden" name="itemId" value="22">
      <button type="submit" class="remove-item" title="Smazat" data-testid="buttonDeleteItem"></button></form>
      </td></tr>`,
    around: (rows) => `
      <h1>Nákupní košík</h1><div class="cart-inner"><table class="cart-table"><tbody>${rows}</tbody></table>
      <div class="summary"><div class="price-wrapper">
      <span class="price-label price-primary">Celkem</span> <strong class="price price-primary" data-testid="recapFullPrice">680 Kč</strong>
      <span class="price-label price-secondary">Celkem bez DPH</span> <strong class="price price-secondary">562 Kč</strong>
      </div><a href="/objednavka/krok-1/" class="btn btn-lg btn-conversion">Pokračovat</a></div></div>`,
  },
  {
    make: 'idosell',
    lang: 'pl',
    lines: [
      ['Kubek', 49.9, 2],
      ['Filiżanka', 39, 1],
    ],
    total: 138.8,
    rows: [
      ['Kubek', '49,90 zł', '2', '99,80 zł'],
      ['Filiżanka', '39,00 zł', '1', '39,00 zł'],
    ],
    row: ([n, p, q, t]) => `
      <div class="productslist_item row" data-product="7">
      <a href="/product-7" class="productslist_product_photo"><img alt="${n}" src="x"></a>
      <div class="productslist_product_info"><h3><a href="/product-7" class="productslist_product_name">${n}</a>
      </h3></div><div class="productslist_product_prices"><span class="basketedit_price">${p}</span></div>
      <div class="productslist_product_quantity"><input class="quantity__input" name="quantity[1]" value="${q}">
      <span>szt.</span></div><div class="productslist_product_sum"><span>${t}</span></div>
      <a class="productslist_product_remove" href="/basketchange.php?basket=1&quantity=0" title="Usuń">
      <i class="icon-trash"></i></a></div>`,
    around: (rows) => `
      <h1>Koszyk</h1><form id="Basket" action="/basketchange.php?type=multiproduct">
      <div id="basketedit_productslist"><div class="basketedit_items">${rows}</div></div>
      <div id="basketedit_summary"><div class="basketedit_summary_total">
      <span>Wartość zamówienia:</span> <strong>138,80 zł</strong></div>
      <button type="submit" name="checkout">Zamawiam</button></div></form>`,
  },
  {
    make: 'jtl',
    lang: 'de',
    lines: [
      ['Tasse', 12.5, 2],
      ['Becher', 9, 1],
    ],
    total: 34,
    rows: [
      ['Tasse', '12,50 €', '2', '25,00 €'],
      ['Becher', '9,00 €', '1', '9,00 €'],
    ],
    row: ([n, p, q, t]) => `
      <div class="row cart-items-body type-1"><div class="cart-items-image col"><a href="/${n}">
      <img src="x" alt="${n}"></a></div><div class="cart-items-name col">
      <a href="/${n}" class="cart-items-name-link">${n}</a><ul><li class="sku">
      <strong>Artikelnummer:</strong> T-1</li></ul></div><div class="cart-items-single-price col">
      <strong class="cart-items-price-text">Stückpreis:</strong> ${p}</div><div class="qty-wrapper col">
      <div class="choose_quantity">
      <input type="number" name="anzahl[0]" class="quantity form-control" value="${q}"></div></div>
      <div class="cart-items-price price-col col">
      <strong class="cart-items-price-text">Gesamtpreis:</strong> <span class="price_overall">${t}</span></div>
      <div class="cart-items-delete col">
      <button type="submit" class="cart-items-delete-button" name="dropPos" value="0" title="Entfernen">
      <span class="fas fa-trash-alt"></span></button></div></div>`,
    around: (rows) => `
      <h1>Warenkorb</h1><form id="cart-form" method="post" action="/Warenkorb"><div class="basket">${rows}</div>
      </form><div class="cart-summary"><div class="total">
      <div>Gesamtsumme:</div> <strong class="price">34,00 €</strong></div><p>inkl. 19% USt.: 5,43 €</p>
      <a href="/Bestellvorgang" class="btn">Zur Kasse</a></div>`,
  },
  {
    make: 'gambio',
    lang: 'de',
    lines: [
      ['Tasse', 12.5, 2],
      ['Becher', 9, 1],
    ],
    total: 34,
    rows: [
      ['Tasse', '12,50 EUR', '2', '25,00 EUR'],
      ['Becher', '9,00 EUR', '1', '9,00 EUR'],
    ],
    row: ([n, p, q, t]) => `
      <tbody><tr class="products-details"><td rowspan="2" class="image"><a href="/${n}.html">
      <img src="x" alt="${n}"></a></td><td colspan="3" class="product-name"><a href="/${n}.html">${n}</a></td>
      <td class="mobile-price">${t}</td></tr><tr class="article-list-item"><td class="price">${p}</td>
      <td class="quantity"><input type="text" name="cart_quantity[]" value="${q}">
      <input type="hidden" name="products_id[]" value="7"></td><td class="total-price">${t}</td>
      <td class="delete">
      <a href="/shopping_cart.php?action=remove&products_id=7" class="button-delete" title="löschen">
      <span class="fa fa-trash-o"></span></a></td></tr></tbody>`,
    around: (rows) => `
      <h1>Ihr Warenkorb</h1><form id="cart_quantity" action="/shopping_cart.php?action=update_product">
      <div class="order-wizard"><table class="order shopping-cart">${rows}</table>
      <table class="shopping-cart-total"><tr><td>Zwischensumme:</td><td>34,00 EUR</td></tr><tr class="total">
      <td>Gesamtsumme:</td><td>34,00 EUR</td></tr></table></div></form>`,
  },
  {
    make: 'miva',
    lang: 'en',
    lines: [
      ['Mug', 12.5, 2],
      ['Cup', 9, 1],
    ],
    total: 34,
    rows: [
      ['Mug', '$12.50', '2', '$25.00'],
      ['Cup', '$9.00', '1', '$9.00'],
    ],
    row: ([n, p, q, t]) => `
      <div class="x-product-list__item"><figure class="x-product-list__figure"><a href="/${n}">
      <img src="x" alt="${n}"></a></figure><div class="x-product-list__name"><a href="/${n}">${n}</a></div>
      <div class="x-product-list__unit-price">${p} / each</div><form method="post" action="/mm5/merchant.mvc">
      <input type="hidden" name="Action" value="QTYG"><input type="hidden" name="Basket_Group" value="3">
      <input class="x-product-list__quantity" type="number" name="Quantity" value="${q}">
      <button type="submit">Update</button></form><div class="x-product-list__price">${t}</div>
      <form method="post" action="/mm5/merchant.mvc"><input type="hidden" name="Action" value="RGRP">
      <button class="x-product-list__remove" type="submit" title="Remove ${n}"><span>Remove</span></button>
      </form></div>`,
    around: (rows) => `
      <h1>Shopping Basket</h1><section class="x-basket"><div class="x-product-list">${rows}</div>
      <div class="x-basket__summary"><div>Subtotal: $34.00</div><div><strong>Total: $34.00</strong></div>
      <a href="/mm5/merchant.mvc?Screen=OCST">Checkout</a></div></section>`,
  },
  {
    make: 'wix',
    lang: 'en',
    lines: [
      ['Mug', 12.5, 2],
      ['Cup', 9, 1],
    ],
    total: 34,
    rows: [
      ['Mug', '$12.50', '2', '$25.00'],
      ['Cup', '$9.00', '1', '$9.00'],
    ],
    row: ([n, p, q, t]) => `
      <li data-hook="CartItemDataHook.root"><a href="/product-page/x"><img alt="${n}" src="x"></a><div>
      <a data-hook="CartItemDataHook.name" href="/product-page/x">${n}</a>
      <div data-hook="CartItemDataHook.price">${p}</div></div><div>
      <input aria-label="Quantity" type="number" value="${q}"></div>
      <div data-hook="CartItemDataHook.totalPrice">${t}</div>
      <button data-hook="CartItemDataHook.remove" aria-label="Remove ${n} from cart"><svg></svg></button></li>`,
    around: (rows) => `
      <div data-hook="cart-app"><h1 data-hook="cart-title">My cart</h1>
      <ul data-hook="CartItemsDataHook.list">${rows}</ul><section><h2>Order summary</h2><dl><dt>Subtotal</dt>
      <dd>$34.00</dd><dt>Total</dt><dd data-hook="TotalDataHook.value">$34.00</dd></dl><button>Checkout</button>
      </section></div>`,
  },
  {
    make: 'square',
    lang: 'en',
    lines: [
      ['Mug', 12.5, 2],
      ['Cup', 9, 1],
    ],
    rows: [
      ['Mug', '2', '$25.00'],
      ['Cup', '1', '$9.00'],
    ],
    row: ([n, q, t]) => `
      <div class="cart-item"><div class="cart-item__image"><img src="x" alt=""></div>
      <div class="cart-item__details"><p class="cart-item__name">${n}</p><p class="cart-item__price">${t}</p>
      <div class="quantity-selector"><button aria-label="Decrease quantity">-</button>
      <span class="quantity-selector__value">${q}</span><button aria-label="Increase quantity">+</button></div>
      <button class="link">Remove</button></div></div>`,
    around: (rows) => `
      <div class="cart"><h1>Your cart</h1>${rows}<div class="cart-summary"><span>Subtotal</span>
      <span>$34.00</span></div><button>Checkout</button></div>`,
  },
  {
    make: 'cafe24',
    lang: 'ko',
    lines: [
      ['머그컵', 12500, 2],
      ['찻잔', 9000, 1],
    ],
    rows: [
      ['머그컵', '12,500원', '2', '25,000원'],
      ['찻잔', '9,000원', '1', '9,000원'],
    ],
    row: ([n, p, q, t]) => `
      <tr class="xans-record-"><td><input type="checkbox" name="basket_product_normal_type_normal"></td>
      <td class="thumb"><a href="/product/detail.html?product_no=7"><img src="x" alt="${n}"></a></td>
      <td class="left"><strong class="name">
      <a href="/product/detail.html?product_no=7" class="ec-product-name">${n}</a></strong></td>
      <td class="right"><div><strong>${p}</strong></div></td><td><span class="ec-base-qty">
      <input size="2" value="${q}" type="text" name="quantity_name_0"><a href="javascript:;"><img alt="증가"></a>
      </span><a href="javascript:;" class="btnNormal">변경</a></td><td>-</td><td class="right"><strong>
      <span>${t}</span></strong></td><td class="button"><a href="javascript:;" class="btnSubmit">주문하기</a>
      <a href="javascript:;" class="btnNormal">삭제</a></td></tr>`,
    around: (rows) => `
      <div class="titleArea"><h2>장바구니</h2></div><div class="xans-element- xans-order xans-order-normnormal">
      <table><thead><tr><th>이미지</th><th>상품정보</th><th>판매가</th><th>수량</th><th>적립금</th><th>합계</th></tr></thead>
      <tbody>${rows}</tbody></table></div>`,
  },
  {
    make: 'ticimax',
    lang: 'tr',
    lines: [
      ['Kupa', 125.5, 2],
      ['Fincan', 90, 1],
    ],
    total: 341,
    rows: [
      ['Kupa', '₺125,50', '2', '₺251,00'],
      ['Fincan', '₺90,00', '1', '₺90,00'],
    ],
    row: ([n, p, q, t]) => `
      <div class="sepetItem"><div class="urunResim"><a href="/x"><img src="x" alt="${n}"></a></div>
      <div class="urunAdi"><a href="/x">${n}</a></div><div class="birimFiyat">${p}</div><div class="adet">
      <input type="text" class="txtAdet" value="${q}"></div><div class="toplamFiyat">${t}</div>
      <a href="javascript:;" class="sepetSil">Sil</a></div>`,
    around: (rows) => `
      <h1>Sepetim</h1><div class="sepetList">${rows}</div><div class="ozet"><div>Ara Toplam: ₺341,00</div><div>
      <b>Genel Toplam: ₺341,00</b></div><a class="btn">Alışverişi Tamamla</a></div>`,
  },
  {
    make: 'tray',
    lang: 'pt-br',
    lines: [
      ['Caneca', 49.9, 2],
      ['Xícara', 39, 1],
    ],
    total: 138.8,
    rows: [
      ['Caneca', 'R$ 49,90', '2', 'R$ 99,80'],
      ['Xícara', 'R$ 39,00', '1', 'R$ 39,00'],
    ],
    row: ([n, p, q, t]) => `
      <tr class="produto"><td class="imagem"><a href="/x"><img src="x"></a></td><td class="nome">
      <a href="/x">${n}</a></td><td class="qtd"><input name="quant[7]" value="${q}" class="quant">
      <a href="#" class="atualizar">Atualizar</a></td><td class="preco">${p}</td><td class="subtotal">${t}</td>
      <td><a class="excluir" href="/carrinho/excluir/7" title="Excluir">x</a></td></tr>`,
    around: (rows) => `
      <h1>Meu carrinho</h1><table id="carrinho"><tbody>${rows}</tbody></table><div class="resumo">
      <p>Subtotal <span>R$ 138,80</span></p><p class="total">Total <strong>R$ 138,80</strong></p>
      <p>ou 3x de R$ 46,27</p></div><a href="/checkout">Finalizar compra</a>`,
  },
  {
    make: 'salla',
    lang: 'ar',
    lines: [
      ['كوب', 49.5, 2],
      ['فنجان', 30, 1],
    ],
    total: 129,
    rows: [
      ['كوب', '49.50 ر.س', '2', '99 ر.س'],
      ['فنجان', '30 ر.س', '1', '30 ر.س'],
    ],
    row: ([n, p, q, t]) => `
      <form id="item-1"><input type="hidden" name="id" value="1"><section class="cart-item"><a href="/x">
      <img src="x" alt="${n}"></a><h1><a href="/x">${n}</a></h1><span class="item-price">${p}</span>
      <div class="s-quantity-input"><button type="button">+</button>
      <input class="s-quantity-input-input" name="quantity" value="${q}"><button type="button">-</button></div>
      <p>المجموع: <span class="item-total">${t}</span></p>
      <salla-button class="btn--delete" aria-label="Remove from the cart">
      <button type="button" aria-label="حذف"><i class="sicon-cancel"></i></button></salla-button></section>
      </form>`,
    around: (rows) => `
      <h1>سلة المشتريات</h1>${rows}<div class="cart-summary"><div><span>مجموع المنتجات</span><b>129 ر.س</b>
      </div><div><span>الإجمالي</span><b data-cart-total>129 ر.س</b></div></div>`,
  },
  {
    make: 'tilda',
    lang: 'ru',
    lines: [
      ['Кружка', 1250, 2],
      ['Чашка', 900, 1],
    ],
    total: 3400,
    rows: [
      ['Кружка', '2', '2 500'],
      ['Чашка', '1', '900'],
    ],
    row: ([n, q, t]) => `
      <div class="t706__product" data-cart-product-i="0"><div class="t706__product-thumb">
      <div class="t706__product-imgdiv"></div></div><div class="t706__product-title"><a href="/x">${n}</a></div>
      <div class="t706__product-plusminus"><span class="t706__product-minus"><img src="x"></span>
      <span class="t706__product-quantity">${q}</span><span class="t706__product-plus"><img src="x"></span>
      </div><div class="t706__product-amount">${t} р.</div><div class="t706__product-del"><img src="x"></div>
      </div>`,
    around: (rows) => `
      <div class="t706__cartwin"><div class="t706__cartwin-heading">Ваш заказ:</div>
      <div class="t706__cartwin-products">${rows}</div><div class="t706__cartwin-bottom">
      <div class="t706__cartwin-prodamount-wrap">
      <span class="t706__cartwin-prodamount-label">Итоговая сумма: </span>
      <span class="t706__cartwin-prodamount">3 400 р.</span></div></div></div>`,
  },
  {
    make: 'venia',
    lang: 'en',
    lines: [
      ['Mug', 12.5, 2],
      ['Cup', 9, 1],
    ],
    total: 34,
    rows: [
      ['Mug', '2'],
      ['Cup', '1'],
    ],
    row: ([n, q]) => `
      <li class="product-root"><span class="product-errorText"></span><div class="product-item">
      <a class="product-imageContainer" href="/x.html"><img alt="${n}" src="x"></a><div class="product-details">
      <div class="product-name"><a href="/x.html">${n}</a></div><span class="product-price"><span>$</span>
      <span>${n === 'Mug' ? 12 : 9}</span><span>.</span><span>${n === 'Mug' ? 50 : '00'}</span> ea.</span>
      <div class="product-quantity"><form class="quantity-root">
      <button aria-label="Decrease Quantity" type="button">-</button>
      <input aria-label="Item Quantity" name="quantity" value="${q}">
      <button aria-label="Increase Quantity" type="button">+</button></form></div></div><button class="kebab">
      <svg></svg></button></div></li>`,
    around: (rows) => `
      <div class="cartPage-root"><h1>Cart</h1><ul class="productListing-root">${rows}</ul>
      <div class="priceSummary-root"><div class="lineItems"><span>Subtotal</span><span class="price">
      <span>$</span><span>34</span><span>.</span><span>00</span></span>
      <span class="total">Estimated Total</span><span class="priceSummary-totalPrice"><span>$</span>
      <span>34</span><span>.</span><span>00</span></span></div></div></div>`,
  },
  {
    make: 'catalyst',
    lang: 'en',
    lines: [
      ['Mug', 12.5, 2],
      ['Cup', 9, 1],
    ],
    total: 34,
    rows: [
      ['Mug', '2', '$25.00'],
      ['Cup', '1', '$9.00'],
    ],
    row: ([n, q, t]) => `
      <li><div class="flex"><div class="w-24"><img alt="${n}" src="x"></div><div><p>Clayworks</p>
      <div class="flex"><p class="text-xl font-bold">${n}</p></div><div><div><p class="font-bold">${t}</p></div>
      </div><div class="flex"><button aria-label="Decrease count"><svg></svg></button>
      <span class="font-medium">${q}</span><button aria-label="Increase count"><svg></svg></button></div><form>
      <input type="hidden" name="lineItemEntityId" value="9"><button type="submit">Remove</button></form></div>
      </div></li>`,
    around: (rows) => `
      <h1>Your cart</h1><div class="grid"><ul>${rows}</ul><div><div class="flex">
      <span>Subtotal</span> <span>$34.00</span></div><div class="flex text-xl">
      <span>Grand total</span> <span>$34.00</span></div></div></div>`,
  },
  {
    make: 'spryker',
    lang: 'de',
    lines: [
      ['Tasse', 12.5, 2],
      ['Becher', 9, 1],
    ],
    total: 34,
    rows: [
      ['Tasse', '12,50 €', '2', '25,00 €'],
      ['Becher', '9,00 €', '1', '9,00 €'],
    ],
    row: ([n, p, q, t]) => `
      <article class="product-card-item box" itemscope itemtype="https://schema.org/Product"><div class="grid">
      <div class="col"><a href="/de/x"><img src="x"></a></div><div class="col">
      <a href="/de/x" class="title title--h5" itemprop="name">${n}</a>
      <div class="text-secondary">Art.-Nr.: <span itemprop="sku">134</span></div>
      <span class="product-card-item__price">Preis pro Stück: ${p}</span><form action="/de/cart/change/134">
      <input type="hidden" name="sku" value="134">
      <input class="formatted-number-input__input" name="quantity" value="${q}"></form>
      <strong class="sum">${t}</strong><form action="/de/cart/remove/134">
      <button class="link link--alt" type="submit">Entfernen</button></form></div></div></article>`,
    around: (rows) => `
      <h1>Warenkorb</h1><div>${rows}</div><ul class="list spacing-bottom"><li class="list__item">
      <span>Zwischensumme</span><span>34,00 €</span></li><li><strong>Gesamtsumme</strong>
      <strong class="cart-summary__total">34,00 €</strong></li></ul>`,
  },
  {
    make: 'base jp',
    lang: 'ja',
    lines: [
      ['マグカップ', 2500, 2],
      ['湯呑み', 1800, 1],
    ],
    total: 6800,
    rows: [
      ['マグカップ', '2', '¥5,000'],
      ['湯呑み', '1', '¥1,800'],
    ],
    row: ([n, q, t]) => `
      <li class="cartItem"><img src="x" alt=""><div><p class="itemName">${n}</p><p>数量 <select name="amount[7]">
      <option>1</option><option selected>${q}</option></select></p><p class="itemPrice">${t}</p>
      <form method="post" action="/cart/delete/7"><button>削除</button></form></div></li>`,
    around: (rows) => `
      <h1>ショッピングカート</h1><ul class="cartList">${rows}</ul><dl><dt>合計</dt><dd>¥6,800</dd></dl>
      <a href="/order">レジへ進む</a>`,
  },
];

test.each(CARTS)('a cart of the $make kind', ({ lang, lines, total, rows, row, around }) => {
  document.documentElement.lang = lang;
  document.title = '';
  document.body.innerHTML = `<header><a href="/">Shop</a></header><main>${around(rows.map(row).join(''))}</main>`;
  const [root, currency] = [mainOf(document), readPageCurrency(document)];
  const read = readLines(root, currency).items.map(({ item_name, price, quantity }) => [item_name, price, quantity]);
  expect(read).toEqual(lines);
  const sums = readTotals(root, currency);
  if (total) expect(sums.total).toBe(total);
  expect(sums.shipping).toBeUndefined();
});

test.each([
  ['<i>Celkem</i><b>680 Kč</b><i>Celkem bez DPH</i><b>562 Kč</b>', 680],
  ['<i>Mezisoučet</i><b>34,00 €</b><i>Celkem</i><b>39,00 €</b><i>děkujeme</i>', 39],
  ['<i>Итого без НДС</i><b>2 833 ₽</b><i>Итого</i><b>3 400 ₽</b>', 3400],
  ['<i>Total uden moms</i><b>80,00 kr.</b><i>Total</i><b>100,00 kr.</b>', 100],
])('sums side by side with nothing between them, one without tax: %s', (html, total) => {
  document.body.innerHTML = `<main><p>${html}</p></main>`;
  expect(readTotals(mainOf(document))).toMatchObject({ total });
  expect(readTotals(mainOf(document)).tax).toBeUndefined();
});

test.each([
  ['<dt>Versand netto</dt><dd>4,19 €</dd><dt>Versand brutto</dt><dd>4,99 €</dd>', 4.99],
  ['<dt>Shipping (Excl. Tax)</dt><dd>$5.00</dd><dt>Shipping (Incl. Tax)</dt><dd>$5.95</dd>', 5.95],
  ['<dt>Livraison TTC</dt><dd>5,95 €</dd><dt>Livraison HT</dt><dd>4,96 €</dd>', 5.95],
  ['<dt>Shipping (Excl. Tax)</dt><dd>$5.00</dd>', 5],
])('what it costs to send it is told with tax where it is told twice: %s', (html, shipping) => {
  document.body.innerHTML = `<main><dl>${html}</dl></main>`;
  expect(readTotals(mainOf(document)).shipping).toBe(shipping);
});

test.each([
  [2, '<select name="menge"><option>1</option><option selected>2</option></select>'],
  [2, '<input name="antal" value="2">'],
  [undefined, '<select name="amount"><option>25</option><option selected>50</option></select>'],
  [undefined, '<input name="initials" value="7"><input name="year" value="1984">'],
  [3, '<input name="engraving" value="7"><input name="qty" value="3">'],
])('%s pieces are asked for by %s', (quantity, html) => {
  document.body.innerHTML = `<form>${html}<button>Add to cart</button></form>`;
  expect(quantityOf(document.querySelector('form')!)).toBe(quantity);
});
