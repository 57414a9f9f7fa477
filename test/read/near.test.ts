// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { headOf } from '../../src/read/main.ts';
import { readCards, readNear, readShownProduct } from '../../src/read/near.ts';
import { readPageProduct } from '../../src/read/structured.ts';
import { show } from './show.ts';

beforeEach(() => void show(''));

test('the product beside a button is the one of its own card', () => {
  show(
    '<ul><li class="product"><h3>Cup</h3><span class="price">5,00 €</span><button id="a">+</button></li><li class="product"><a href="/mug"><h3>Mug</h3><span class="price"><del>20,00 €</del> <ins>12,50 €</ins></span></a><button id="b" data-product-id="7">+</button></li></ul>',
  );
  expect(readNear(document.querySelector('#b')!)).toMatchObject({
    item: { item_id: '7', item_name: 'Mug', price: 12.5 },
    currency: 'EUR',
  });
});

test('a card that names no number has that of the address it leads to', () => {
  const card = (href: string) =>
    readNear(
      show(`<div><a href="${href}"><h3>Mug</h3></a><b>$5</b><button>Add</button></div>`).querySelector('button')!,
    )?.item.item_id;
  expect(['/products/4', '/p/25604455M', '/products/mug', '/blog/4'].map(card)).toEqual([
    '4',
    '25604455M',
    undefined,
    undefined,
  ]);
});

test('what it costs to send is no price, wherever the page works it out', () => {
  show(
    '<main><h1>Mug</h1><h4 class="price">€24.50</h4><form><input type="hidden" name="add_to_cart" value="77"><button>Add to cart</button><ul><li><label><input type="radio" name="option" data-price="4.9"><span class="shipping-name">Courier</span><b class="shipping-price">€4.90</b></label></li></ul></form></main>',
  );
  expect(readNear(document.querySelector('button')!)?.item).toEqual({ item_id: '77', item_name: 'Mug', price: 24.5 });
});

test('a product is read where its box is the first in a shadow root', () => {
  const host = show('<div></div>').querySelector('div')!;
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<section><h2>Mug</h2><b>$8.00</b><button>Add</button></section>';
  expect(readNear(root.querySelector('button')!, 'USD')?.item).toMatchObject({ item_name: 'Mug', price: 8 });
});

test('a form’s own id is no product’s', () => {
  const form = (fields: string) =>
    readNear(
      show(`<form><h2>Mug</h2><b class="price">$9.00</b>${fields}<button id="a">Add</button></form>`).querySelector(
        '#a',
      )!,
      'USD',
    )?.item.item_id;
  expect(form('<input type="hidden" name="form_build_id" value="form-x1">')).toBeUndefined();
  expect(form('<input type="hidden" name="add" value="71">')).toBe('71');
  expect(form('<input type="submit" name="add" value="Add">')).toBeUndefined();
  // `add=1` says what to do. https://developer.paypal.com/api/nvp-soap/paypal-payments-standard/
  const cart = '<input type="hidden" name="add" value="1"><input type="hidden" name="item_number" value="MUG-7">';
  expect(form(cart)).toBe('MUG-7');
  for (const name of ['id', 'items[id]', 'product_id', 'variation_id', 'id_product', 'products_id', 'cart[product_id]'])
    expect(form(`<input type="hidden" name="${name}" value="71">`), name).toBe('71');
});

test('the regular price is asked where no other stands beside it', () => {
  const price = (html: string) =>
    readNear(show(`<div><h3>Mug</h3>${html}<button id="b">Add</button></div>`).querySelector('#b')!, 'USD')?.item.price;
  expect(price('<span class="regular-price">$12.00</span>')).toBe(12);
  // What an option costs more is no price.
  expect(price('<select><option data-price="0">Black</option></select><span data-price="9.00">$9.00</span>')).toBe(9);
  for (const name of ['regular-price', 'shop__priceRegular', 'old_price'])
    expect(price(`<span class="${name}">$12.00</span> <span class="price">$9.00</span>`)).toBe(9);
});

test('the regular price of what is shown is asked, whatever a suggestion further down costs instead', () => {
  const other = '<ul><li><h3>Cup</h3><s class="old-price">$9.00</s> <b class="special-price">$7.00</b></li></ul>';
  show(
    `<form><h1>Mug</h1><div class="price-box"><span class="regular-price"><span class="price">$12.00</span></span></div><button>Add to cart</button>${other}</form>`,
  );
  expect(readNear(document.querySelector('button')!, 'USD')?.item).toMatchObject({ item_name: 'Mug', price: 12 });
});

test('a code right below a product’s name is its number', () => {
  const shown = (below: string) => {
    show(`<main><div><h1>Mug</h1><p>${below}</p></div><p class="price">$9</p><button>Add to cart</button></main>`);
    return readShownProduct(document)?.item.item_id;
  };
  expect(shown('MUG-7')).toBe('MUG-7');
  for (const below of ['4.5', '2024', 'NEW', 'Mug-7', 'Made of 2 parts', '']) expect(shown(below)).toBeUndefined();
});

test('cards whose prices have no name are found by their pictures', () => {
  const card = (name: string) =>
    `<div><a href="/${name}"><div><img alt="${name}"></div><div>${name}</div></a><div><span>$9.00</span></div></div>`;
  const logo = '<div><a href="/start"><img alt="Logo"></a></div>';
  expect(
    readCards(show(`<div>${logo}<div>${card('Mug')}${card('Cup')}</div></div>`), 'USD').map(({ item }) => item),
  ).toMatchObject([
    { item_name: 'Mug', price: 9 },
    { item_name: 'Cup', price: 9 },
  ]);
});

test('of a price with tax and one without, the shopper pays the first', () => {
  const price = (name: string, amount: string) => `<div class="Price${name}">${name}: <span>€ ${amount}</span></div>`;
  show(
    `<li><h2>Mug</h2><div class="product-price">${price('salesPrice', '23.80')}${price('priceWithoutTax', '20.00')}${price('taxAmount', '3.80')}</div><button>Add to cart</button></li>`,
  );
  expect(readNear(document.querySelector('button')!)?.item.price).toBe(23.8);
});

test('a page that its author calls a product’s is one, though nothing can be bought', () => {
  show('<div><h1>Mug</h1><p class="price">€ 12.00</p></div>').className = 'view-productdetails';
  expect(readShownProduct(document, 'EUR')?.item).toMatchObject({ item_name: 'Mug', price: 12 });
  document.body.className = '';
});

test('a price called normal is not asked beside a lower one, and is where no other stands', () => {
  for (const [sale, price] of [
    ['<b class="saleprice">£24.00</b>', 24],
    ['', 30],
  ] as const) {
    show(`<li><h3>Shade</h3><span class="normalprice">£30.00</span> ${sale}<button>Add to cart</button></li>`);
    expect(readNear(document.querySelector('button')!)?.item.price).toBe(price);
  }
});

test('an amount that is kept for machines is not asked', () => {
  show(
    '<div><h2>Desk</h2><p class="price"><b>$800.00</b><span style="display:none;">750.0 USD</span></p><button>Add</button></div>',
  );
  expect(readNear(document.querySelector('button')!, 'USD')?.item.price).toBe(800);
});

test('a link laid over a card is its own, by what it is called', () => {
  const link = (name: string) => `<a href="/${name}" aria-label="Details - ${name}"></a>`;
  const card = (name: string) =>
    `<div class="card"><div><div><b class="title">${name}</b></div><div class="price">€9.00</div></div>${link(name)}</div>`;
  expect(readCards(show(card('Mug') + card('Cup'))).map(({ elsewhere }) => elsewhere?.slice(-4))).toEqual([
    '/Mug',
    '/Cup',
  ]);
});

test('a page that calls itself a product’s is about what stands around its heading, though nothing can be bought', () => {
  const page =
    '<div><h1>Vase</h1><b class="price">€34.00</b></div><ul><li><h3>Mug</h3><b class="price">€9.00</b><button>Add to cart</button></li></ul>';
  show(page);
  expect(readShownProduct(document)).toBeUndefined();
  document.head.innerHTML =
    '<meta property="og:type" content="product"><meta property="og:title" content="Shop | Vase">';
  expect(readPageProduct(document)).toBeUndefined();
  expect(readShownProduct(document)).toMatchObject({ item: { item_name: 'Vase', price: 34 } });
  show(page);
  for (const name of ['product-product-40', ' shop-product-view product-vase']) {
    document.body.className = name;
    expect(readShownProduct(document)).toMatchObject({ item: { item_name: 'Vase', price: 34 } });
  }
  for (const name of ['products product-view-grid', '']) {
    document.body.className = name;
    expect(readShownProduct(document)).toBeUndefined();
  }
  for (const id of ['products', 'productreviewsBody']) {
    document.body.id = id;
    expect(readShownProduct(document)).toBeUndefined();
  }
  document.body.id = 'product';
  expect(readShownProduct(document)).toMatchObject({ item: { item_name: 'Vase', price: 34 } });
  document.body.id = '';
});

test('shops of one script have pages of their own behind it', () => {
  history.replaceState(null, '', '/index.php?route=product/category&path=20');
  const card = (address: string) => {
    show(`<div><h4><a href="${address}">Mug</a></h4><p class="price">£18.00</p><button>Add</button></div>`);
    return readNear(document.querySelector('button')!)?.elsewhere;
  };
  expect(card('/index.php?route=product/product&product_id=7')).toMatch(/product_id=7$/);
  expect(card('/index.php?route=product/category&path=20#mug')).toBeUndefined();
  history.replaceState(null, '', '/');
});

test('a control that adds may be an input of its own', () => {
  show('<div><h1>Vase</h1><b class="price">€34.00</b><input type="button" value="Add to cart"></div>');
  expect(readShownProduct(document)).toMatchObject({ item: { item_name: 'Vase', price: 34 } });
});

test('a link that is not shown yet names nothing', () => {
  show(
    '<div class="card"><h3>Font</h3><form><a href="/later" style="display:none">Later</a> <b class="price">$9.00</b><button id="a">Add</button></form></div>',
  );
  expect(readNear(document.querySelector('#a')!, 'USD')?.item.item_name).toBe('Font');
});

test('where nothing is a heading, the text that the page’s title begins with is one, and names the product', () => {
  const suggested = '<section><a href="/lamp"><h3>Lamp</h3><span>$40.00</span></a></section>';
  show(
    `<main><nav><a href="/mug">Mug</a></nav><div><p id="own">Mug</p><span>$12.90</span><button>Add to cart</button></div>${suggested}</main>`,
  );
  document.title = 'Mug | Haus';
  expect(headOf(document)?.id).toBe('own');
  expect(readShownProduct(document, 'USD')?.item).toMatchObject({ item_name: 'Mug', price: 12.9 });
});

test('in a dialog that offers more than what it is about, the price stands in the row of the name', () => {
  const row = (name: string, cell: string, price: string, control = '') =>
    `<tr><td class="product_name"><span>${name}</span><div class="small">Made to last</div></td><td class="${cell}"><b>${price}</b>${control}</td></tr>`;
  const root = show(
    `<div role="dialog"><h4>Configure</h4><table>${row('Desk', 'qty', '$675.00')}</table><table>${row('Chair', 'price', '$29.70', '<button>Add</button>')}</table><footer><button id="go">Add to cart</button></footer></div>`,
  );
  expect(readNear(root.querySelector('#go')!, 'USD')?.item).toMatchObject({ item_name: 'Desk', price: 675 });
});

test('what a choice costs on top is no price', () => {
  const root = show(
    '<main><h1>Desk</h1><label>Steel + <span class="variant_price_extra">$50.40</span></label><span class="price">$800.40</span><button>Add to cart</button></main>',
  );
  expect(readNear(root.querySelector('button')!, 'USD')?.item.price).toBe(800.4);
});
