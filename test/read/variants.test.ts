// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readAdded } from '../../src/read/added.ts';
import { readPageProduct } from '../../src/read/structured.ts';

const $ = <E extends HTMLElement = HTMLInputElement>(selector: string) => document.querySelector<E>(selector)!;
const text = (selector: string, shown: string) => {
  $(selector).textContent = shown;
};

const ld = (more: string) => `<script type="application/ld+json">{"@type":"Product","name":"Mug",${more}}</script>`;
const TWO = ld(
  '"sku":"MUG-S","offers":[{"sku":"MUG-S","price":"10.00","priceCurrency":"EUR","url":"/p/mug?variant=11"},{"sku":"MUG-L","price":"14.00","priceCurrency":"EUR","url":"/p/mug?variant=12"}]',
);
const GROUP =
  '<script type="application/ld+json">{"@type":"ProductGroup","name":"Mug","productGroupID":"900","hasVariant":[{"@type":"Product","name":"Mug - S","sku":"MUG-S","offers":{"price":"10.00","priceCurrency":"EUR"}},{"@type":"Product","name":"Mug - L","sku":"MUG-L","offers":{"price":"14.00","priceCurrency":"EUR"}}]}</script>';
const FROM = ld(
  '"sku":"MUG","offers":{"@type":"AggregateOffer","lowPrice":"10.00","highPrice":"14.00","priceCurrency":"EUR"}',
);

/**
 * Pages that sell a small mug for 10 and a large one for 14; the shopper chooses the large one. `ids`: what it may be called,
 * where the page and not the shop's answer alone can tell.
 */
const CHOICES: [make: string, html: string, choose: () => void, ids?: string[]][] = [
  [
    'shopify: a select of variants',
    `${TWO}<main><h1>Mug</h1><span class="price">€10.00</span><form action="/cart/add"><select name="id"><option value="11" selected>S</option><option value="12">L</option></select><button name="add">Add to cart</button></form></main>`,
    () => {
      $('select').value = '12';
      text('.price', '€14.00');
    },
    ['12', 'MUG-L'],
  ],
  [
    'shopify: radios beside a hidden id',
    `${TWO}<main><h1>Mug</h1><div class="price"><span class="price-item price-item--regular">€10.00</span></div><variant-radios><fieldset><input type="radio" name="Size" value="S" checked><input type="radio" name="Size" value="L"></fieldset></variant-radios><form action="/cart/add"><input type="hidden" name="id" class="product-variant-id" value="11"><button name="add">Add to cart</button></form></main>`,
    () => {
      $('[value="L"]').checked = true;
      $('.product-variant-id').value = '12';
      text('.price-item', '€14.00');
    },
  ],
  [
    'shopify: a product group',
    `${GROUP}<main><h1>Mug</h1><div class="price">€10.00</div><form action="/cart/add"><input type="hidden" name="product-id" value="900"><input type="hidden" name="id" value="11"><input type="radio" name="Size" value="S" checked><input type="radio" name="Size" value="L"><button name="add">Add to cart</button></form></main>`,
    () => {
      $('[value="L"]').checked = true;
      $('[name="id"]').value = '12';
      text('.price', '€14.00');
    },
    ['12', '900', 'MUG-L'],
  ],
  [
    'woo: a variation',
    `${FROM}<main><div class="product"><h1>Mug</h1><p class="price">€10.00 – €14.00</p><form class="variations_form cart" data-product_id="7" data-product_variations="[]"><select name="attribute_pa_size"><option value="">Choose</option><option value="s">S</option><option value="l">L</option></select><div class="single_variation"></div><input type="number" name="quantity" value="1"><button type="submit" class="single_add_to_cart_button">Add to cart</button><input type="hidden" name="add-to-cart" value="7"><input type="hidden" name="product_id" value="7"><input type="hidden" name="variation_id" class="variation_id" value="0"></form></div></main>`,
    () => {
      $('select').value = 'l';
      $('.variation_id').value = '72';
      $('.single_variation').innerHTML =
        '<div class="woocommerce-variation-price"><span class="price"><bdi>€14.00</bdi></span></div>';
    },
    ['MUG', '7', '72'],
  ],
  [
    'luma: swatches',
    `${FROM}<main><h1>Mug</h1><div class="price-box" data-product-id="7"><span class="price">€10.00</span></div><form id="product_addtocart_form" data-product-sku="MUG" action="/checkout/cart/add/product/7/"><input type="hidden" name="product" value="7"><input type="hidden" name="selected_configurable_option" value=""><div class="swatch-option text" role="option" aria-checked="false" data-option-id="1">S</div><div class="swatch-option text l" role="option" aria-checked="false" data-option-id="2">L</div><input name="super_attribute[93]" value=""><input name="qty" type="number" value="1"><button id="product-addtocart-button">Add to Cart</button></form></main>`,
    () => {
      $('.l').setAttribute('aria-checked', 'true');
      $('[name="super_attribute[93]"]').value = '2';
      $('[name="selected_configurable_option"]').value = '72';
      text('.price', '€14.00');
    },
    ['MUG', '7', '72'],
  ],
  [
    'prestashop: the page is told anew',
    `${ld('"sku":"MUG","offers":{"price":"10.00","priceCurrency":"EUR"}')}<main><h1>Mug</h1><div class="current-price"><span class="current-price-value" content="10">10,00 €</span></div><form id="add-to-cart-or-refresh" action="/panier"><input type="hidden" name="id_product" value="7"><input type="hidden" name="id_customization" value="0"><select name="group[1]"><option value="1" selected>S</option><option value="2">L</option></select><input name="qty" value="1" type="number"><button data-button-action="add-to-cart">Ajouter au panier</button></form></main>`,
    () => {
      $('select').value = '2';
      $('.current-price').innerHTML = '<span class="current-price-value" content="14">14,00 €</span>';
    },
    ['MUG', '7'],
  ],
  [
    'opencart: an option on top',
    '<main id="content"><h1>Mug</h1><ul><li>Product Code: MUG</li></ul><h2><span class="price-new">€10.00</span></h2><form id="form-product"><select name="option[226]"><option value="1">S</option><option value="2">L (+€4.00)</option></select><input name="quantity" value="1"><input type="hidden" name="product_id" value="7"><button id="button-cart">Add to Cart</button></form></main>',
    () => {
      $('select').value = '2';
      text('.price-new', '€14.00');
    },
    ['7', 'MUG'],
  ],
  [
    'bigcommerce: radios, the price told anew',
    `${ld('"sku":"MUG","offers":{"price":"10","priceCurrency":"EUR"}')}<main><div class="productView"><h1>Mug</h1><div class="productView-price"><span data-product-price-without-tax class="price price--withoutTax">€10.00</span></div><dd class="productView-info-value" data-product-sku>MUG-S</dd><form action="/cart.php" data-cart-item-add><input type="radio" name="attribute[5]" value="1" checked><input type="radio" name="attribute[5]" value="2"><input type="hidden" name="action" value="add"><input type="hidden" name="product_id" value="7"><input name="qty[]" value="1"><input id="form-action-addToCart" type="submit" value="Add to Cart"></form></div></main>`,
    () => {
      $('[value="2"]').checked = true;
      text('.price', '€14.00');
      text('dd', 'MUG-L');
    },
    ['MUG', 'MUG-L', '7'],
  ],
  [
    'squarespace: variants in a data attribute',
    `${ld('"offers":{"price":"10.00","priceCurrency":"EUR"}')}<main><h1>Mug</h1><div class="product-price">€10.00</div><div class="product-variants" data-item-id="5f00aa" data-variants='[{"id":"v1","sku":"MUG-S","price":1000},{"id":"v2","sku":"MUG-L","price":1400}]'><select data-variant-option-name="Size"><option>S</option><option>L</option></select></div><div class="sqs-add-to-cart-button" role="button" data-item-id="5f00aa">Add To Cart</div></main>`,
    () => {
      $('select').value = 'L';
      text('.product-price', '€14.00');
    },
    ['5f00aa', 'v2', 'MUG-L'],
  ],
  [
    'shopware: each variant is a page',
    `${ld('"sku":"SW1.2","offers":{"price":"14.00","priceCurrency":"EUR"}')}<main><h1>Mug</h1><p class="product-detail-price">14,00 €</p><div class="product-detail-configurator"><input type="radio" name="g1" value="a"><input type="radio" name="g1" value="b" checked></div><form action="/checkout/line-item/add"><input type="hidden" name="lineItems[77bb][id]" value="77bb"><input type="hidden" name="lineItems[77bb][type]" value="product"><button class="btn-buy">In den Warenkorb</button></form></main>`,
    () => {},
    ['SW1.2', '77bb'],
  ],
  [
    'wix: a listbox',
    `${ld('"sku":"MUG","Offers":{"price":"10","priceCurrency":"EUR"}')}<main><h1 data-hook="product-title">Mug</h1><span data-hook="formatted-primary-price">10,00 €</span><div role="radiogroup"><label><input type="radio" name="size" value="S"></label><label><input type="radio" name="size" value="L"></label></div><button data-hook="add-to-cart">Add to Cart</button></main>`,
    () => {
      $('[value="L"]').checked = true;
      text('[data-hook="formatted-primary-price"]', '14,00 €');
    },
    ['MUG'],
  ],
  [
    'headless: pressed buttons',
    `${ld('"sku":"MUG","offers":{"price":"10.00","priceCurrency":"EUR"}')}<main><h1>Mug</h1><p class="text-xl">€10.00</p><button aria-pressed="true" data-variant-id="11">S</button><button aria-pressed="false" data-variant-id="12" class="l">L</button><button class="add">Add to bag</button></main>`,
    () => {
      $('[aria-pressed]').setAttribute('aria-pressed', 'false');
      $('.l').setAttribute('aria-pressed', 'true');
      text('.text-xl', '€14.00');
    },
    ['MUG', '12'],
  ],
  [
    'headless: no data, a hidden variant',
    '<main><h1>Mug</h1><p class="price">€10.00</p><form><input type="radio" name="size" value="s" checked><input type="radio" name="size" value="l"><input type="hidden" name="variantId" value="11"><button>Add to cart</button></form></main>',
    () => {
      $('[value="l"]').checked = true;
      $('[name="variantId"]').value = '12';
      text('.price', '€14.00');
    },
    ['12'],
  ],
  [
    'the button carries the variant',
    `${TWO}<main><h1>Mug</h1><p class="price">€10.00</p><select id="size"><option>S</option><option>L</option></select><button class="add" data-variant-id="11">Add to cart</button></main>`,
    () => {
      $('#size').value = 'L';
      $('.add').dataset.variantId = '12';
      text('.price', '€14.00');
    },
  ],
  [
    'options that carry a price',
    '<main><h1>Mug</h1><form action="/cart"><input type="hidden" name="product_id" value="7"><select name="variant_id"><option value="11" data-price="10.00">S - €10.00</option><option value="12" data-price="14.00">L - €14.00</option></select><span class="price">€10.00</span><button>Add to cart</button></form></main>',
    () => {
      $('select').value = '12';
      text('.price', '€14.00');
    },
    ['7', '12'],
  ],
  [
    'spree: radios of variants, each with a price',
    `${ld('"sku":"MUG","offers":{"price":"10.00","priceCurrency":"EUR"}')}<main><h1>Mug</h1><form action="/orders/populate"><ul id="product-variants"><li><input type="radio" name="variant_id" id="variant_id_11" value="11" data-price="€10.00" checked><label>S</label></li><li><input type="radio" name="variant_id" id="variant_id_12" value="12" data-price="€14.00"><label>L</label></li></ul><span class="price selling">€10.00</span><input type="number" name="quantity" value="1"><button id="add-to-cart-button">Add To Cart</button></form></main>`,
    () => {
      $('#variant_id_12').checked = true;
      text('.selling', '€14.00');
    },
    ['12', 'MUG'],
  ],
  [
    'sfra: attributes, the number told anew',
    `${ld('"sku":"MUG","offers":{"price":"10.00","priceCurrency":"EUR"}')}<main><div class="product-detail" data-pid="MUG"><h1 class="product-name">Mug</h1><span class="product-id">MUG</span><div class="prices"><span class="sales"><span class="value" content="10.00">€10.00</span></span></div><select class="select-size"><option>S</option><option>L</option></select><button class="add-to-cart" data-pid="MUG">Add to Cart</button></div></main>`,
    () => {
      $('select').value = 'L';
      $('.product-detail').dataset.pid = 'MUG-L';
      $('.add-to-cart').dataset.pid = 'MUG-L';
      text('.value', '€14.00');
    },
    ['MUG-L', 'MUG'],
  ],
];

test('what a form asks on top is not what the thing costs', () => {
  document.body.innerHTML =
    '<main><h1>Mug</h1><span class="price">€14.00</span><form><select name="size"><option>S</option></select><label><input type="checkbox" name="wrap">Gift wrap <span class="price">€4.00</span></label><button>Add to cart</button></form></main>';
  expect(readAdded($('button'), undefined, 'EUR').items).toMatchObject([{ price: 14 }]);
});

test.each(CHOICES)('%s: what is added is what was chosen', (_, html, choose, ids) => {
  document.body.innerHTML = html;
  const product = readPageProduct(document);
  choose();
  const control = $('[name="add"],.add,[type="submit"],[role="button"],form button,main button:not([aria-pressed])');
  const [item] = readAdded(control, product, 'EUR').items!;
  expect(item).toMatchObject({ item_name: 'Mug', price: 14, quantity: 1 });
  if (ids) expect(ids).toContain(item!.item_id);
});
