// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { readAdded } from '../../src/read/added.ts';
import { idOf, nameOf, quantityOf } from '../../src/read/box.ts';
import { readCount } from '../../src/read/count.ts';
import { readPageCurrency } from '../../src/read/currency.ts';
import { readForm } from '../../src/read/form.ts';
import { readLines } from '../../src/read/lines.ts';
import { headOf, mainOf } from '../../src/read/main.ts';
import { readCards, readNear, readShownProduct } from '../../src/read/near.ts';
import { readNotices } from '../../src/read/notice.ts';
import { readOrderId } from '../../src/read/order.ts';
import { addressOf, headingOf, readPlace, readStep } from '../../src/read/place.ts';
import { readPageProduct, readScriptId } from '../../src/read/structured.ts';
import { readTotals } from '../../src/read/totals.ts';

const show = (html: string) => {
  document.head.innerHTML = '';
  document.body.innerHTML = html;
  return document.body;
};
const ld = (data: unknown) =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
beforeEach(() => void show(''));

test.each([
  ['a plain offer', { '@type': 'Product', name: 'Mug', sku: 'm-1', offers: { price: '12.50', priceCurrency: 'EUR' } }],
  [
    'a list of offers',
    { '@type': ['Product'], name: 'Mug', sku: 'm-1', offers: [{ price: 12.5, priceCurrency: 'EUR' }] },
  ],
  [
    'a specification inside a graph',
    {
      '@graph': [
        { '@type': 'WebSite' },
        {
          '@type': 'Product',
          name: 'Mug',
          sku: 'm-1',
          offers: [{ priceSpecification: [{ price: '12.50', priceCurrency: 'EUR' }] }],
        },
      ],
    },
  ],
  [
    'an aggregate',
    {
      '@type': 'Product',
      name: 'Mug',
      sku: 'm-1',
      offers: { '@type': 'AggregateOffer', lowPrice: '12.50', priceCurrency: 'EUR' },
    },
  ],
  [
    'variants',
    {
      '@type': 'ProductGroup',
      name: 'Mug',
      sku: 'm-1',
      hasVariant: [{ '@type': 'Product', name: 'Mug red', offers: { price: 12.5, priceCurrency: 'eur' } }],
    },
  ],
])('a product is read from %s', (_, data) => {
  show(ld(data));
  const product = readPageProduct(document);
  expect(product).toMatchObject({ item: { item_id: 'm-1', item_name: 'Mug', price: 12.5 }, currency: 'EUR' });
});

test.each([
  [1, '<td>33,25 €</td><td>39,90 €</td><td>1</td><td>39,90 €</td>', 39.9],
  [2, '<td>33,25 €</td><td>39,90 €</td><td>2</td><td>79,80 €</td>', 39.9],
  [1, '<td>45,00 €</td><td>0,00 €</td><td>0,00 €</td><td>1</td><td>53,55 €</td>', 45],
])('%i of what costs %s is at the price that its sum is made of', (quantity, cells, price) => {
  show(`<table><tr><td><h3><a href="/jug">Jug</a></h3></td>${cells}</tr></table>`);
  expect(readLines(document.body, 'EUR').items).toMatchObject([{ item_name: 'Jug', quantity, price }]);
});

test('a number in text is not what is said of it', () => {
  show(
    '<article itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Bol</h1><span itemprop="sku">Réf.: <b>BOL-12</b></span></article>',
  );
  expect(readPageProduct(document)?.item.item_id).toBe('BOL-12');
});

test('a list price and a price per litre are not the price', () => {
  const rest = { priceCurrency: 'EUR' };
  show(
    ld({
      '@type': 'Product',
      name: 'Oil',
      offers: {
        priceSpecification: [
          { price: 25, priceType: 'https://schema.org/ListPrice', ...rest },
          { price: 40, '@type': 'UnitPriceSpecification', referenceQuantity: { value: 1, unitCode: 'LTR' }, ...rest },
          { price: 20, ...rest },
        ],
      },
    }),
  );
  expect(readPageProduct(document)?.item.price).toBe(20);
});

test('broken structured data beside good is skipped', () => {
  show(ld('{"@type":"Product",') + ld({ '@type': 'Product', name: 'Mug', offers: { price: 1, priceCurrency: 'EUR' } }));
  expect(readPageProduct(document)?.item.item_name).toBe('Mug');
});

test('several products are a listing', () => {
  show(
    ld([
      { '@type': 'Product', name: 'Mug' },
      { '@type': 'Product', name: 'Cup' },
    ]),
  );
  expect(readPageProduct(document)).toBeUndefined();
});

test('of several products the one that the page is headed by is its own; what they sell in holds for the page', () => {
  const cup = { '@type': 'Product', name: 'Cup', offers: { price: 5, priceCurrency: 'ARS' } };
  show(
    `<h1>Mug</h1>${ld({ '@type': 'WebPage', mainEntity: { '@type': 'Product', name: 'Mug', sku: 'm-1' } })}${ld(cup)}`,
  );
  expect(readPageProduct(document)?.item).toMatchObject({ item_id: 'm-1' });
  show(`<h1>Mugs</h1>${ld([{ '@type': 'Product', name: 'Mug' }, cup])}`);
  expect(readPageProduct(document)).toBeUndefined();
  expect(readPageCurrency(document)).toBe('ARS');
});

test('a product may go by its identifier alone', () => {
  const told = (identifier: unknown) => {
    show(ld({ '@type': 'Product', name: 'Mug', identifier }));
    return readPageProduct(document)?.item.item_id;
  };
  expect(told('1001')).toBe('1001');
  expect(told({ '@type': 'PropertyValue', value: '1002' })).toBe('1002');
});

test('a product’s number may stand before its name in data that a script holds', () => {
  const data = { related: [{ id: 8, name: 'Mug, blue' }], product: { id: 7, name: 'Mug', options: [] } };
  show(`<script>shop.data = ${JSON.stringify(data)};</script><script type="text/template">"Cup"</script>`);
  expect(['Mug', 'Mug, blue', 'Cup'].map((name) => readScriptId(document, name))).toEqual(['7', '8', undefined]);
});

test('a drawer may have a main part of its own, ahead of the page’s', () => {
  show('<div role="dialog"><main>Cart</main></div><aside><main>Menu</main></aside><main>Mugs</main>');
  expect(mainOf(document).textContent).toBe('Mugs');
});

test('microdata and meta tell a product too', () => {
  show(
    '<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Mug</h1><meta itemprop="sku" content="m-1"><meta itemprop="priceCurrency" content="EUR"><span itemprop="price" content="12.5">12,50 €</span></div>',
  );
  expect(readPageProduct(document)).toMatchObject({ item: { item_id: 'm-1', price: 12.5 }, currency: 'EUR' });
  show('');
  document.head.innerHTML =
    '<meta property="og:title" content="Mug"><meta property="product:price:amount" content="14.28"><meta property="product:price:currency" content="EUR">';
  expect(readPageProduct(document)).toMatchObject({ item: { item_name: 'Mug', price: 14.28 }, currency: 'EUR' });
});

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

test('rows without a class of their own stand around their bins, or their pictures with a number on them', () => {
  const row = (name: string, quantity: number, rest: string) =>
    `<div class="flex gap-4"><div class="relative"><img src="data:,">${rest}</div><p>${name}</p><p>$${9 * quantity}.00</p><p>$9.00 each</p></div>`;
  const number = (quantity: number) => `<div class="absolute">${quantity}</div>`;
  const both = [
    { item_name: 'Mug', price: 9, quantity: 2 },
    { item_name: 'Cup', price: 9, quantity: 1 },
  ];
  const rows = (rest: (quantity: number) => string) =>
    readLines(
      show(`<main><div>${row('Mug', 2, rest(2))}${row('Cup', 1, rest(1))}</div><p>Total $27.00</p></main>`),
      'USD',
    ).items;
  expect(rows(number)).toMatchObject(both);
  const bin = '<button><svg class="lucide-trash-2"></svg></button>';
  expect(rows((quantity) => `<div><button>-</button>${quantity}<button>+</button></div>${bin}`)).toMatchObject(both);
  expect(rows(() => '')).toEqual([]);
});

test('what a button says is no number, what it sends may be one', () => {
  const idOf = (control: string) => {
    show(`<form><h2>Mug</h2><b class="price">$9.00</b>${control}</form>`);
    return readAdded(document.querySelector('[type="submit"]')!, undefined, 'USD').items?.[0]?.item_id;
  };
  expect(idOf('<input type="submit" name="op" value="Add to cart">')).toBeUndefined();
  expect(idOf('<button type="submit" name="add" value="Add">Add</button>')).toBeUndefined();
  expect(idOf('<button type="submit" name="add" value="33">Add</button>')).toBe('33');
});

test('a price that follows the choice outdoes the one that stood there before, whatever the choice is called', () => {
  const root = show(
    '<main><h2>Mug</h2><b class="price">$9.00 – $12.00</b><form><select name="size7"></select><button>Add to cart</button></form></main>',
  );
  document.title = 'Mug';
  const before = readShownProduct(document, 'USD');
  expect(before?.item.price).toBe(9);
  root.querySelector('.price')!.textContent = '$12.00';
  expect(readAdded(root.querySelector('button')!, before, 'USD').items?.[0]?.price).toBe(12);
});

test('a choice may stand in no form', () => {
  const html = (choice: string) =>
    `<main><h1>Mug</h1>${choice}<b class="price">$12.00</b><div><button>Add to cart</button></div></main>`;
  const product = { item: { item_name: 'Mug', price: 9 }, currency: 'USD' };
  const added = (choice: string) => readAdded(show(html(choice)).querySelector('button')!, product).items?.[0]?.price;
  expect(added('<select><option>Small</option><option selected>Large</option></select>')).toBe(12);
  expect(added('')).toBe(9);
});

test('of several variants in a field called `id` the chosen one is meant, and its price', () => {
  const data = { '@type': 'Product', name: 'Mug', sku: 'm-s', offers: { price: '9.00', priceCurrency: 'USD' } };
  const ask = (options: string) => {
    show(
      `${ld(data)}<main><h1>Mug</h1><b class="price">$12.00</b><form><select><option>Large</option></select><select name="id">${options}</select><button>Add to cart</button></form></main>`,
    );
    return readAdded(document.querySelector('button')!, readPageProduct(document), 'USD').items;
  };
  expect(ask('<option value="71">S</option><option value="72" selected>L</option>')).toMatchObject([
    { item_id: '72', price: 12 },
  ]);
  expect(ask('<option value="71">Default</option>')).toMatchObject([{ item_id: 'm-s' }]);
});

test('in a table of products what has a number is wanted', () => {
  const row = (id: number, name: string, price: string, wanted: number) =>
    `<tr><td><h3><a href="/p?products_id=${id}">${name}</a></h3></td><td>${price} <input name="quantity[${id}]" value="${wanted}"></td></tr>`;
  show(
    `<h1>Lighting</h1><form method="post"><table>${row(1, 'Bulb', '€7.50', 2)}${row(2, 'Lamp', '€64.99', 0)}${row(3, 'Shade', '€24.00', 1)}</table><button>Add to cart</button></form>`,
  );
  expect(readAdded(document.querySelector('button')!, undefined).items).toEqual([
    { item_id: '1', item_name: 'Bulb', price: 7.5, quantity: 2 },
    { item_id: '3', item_name: 'Shade', price: 24, quantity: 1 },
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

test('a form’s quantity may stand outside of it', () => {
  show('<form id="f"><button id="b">Add</button></form><input name="qty" form="f" value="3">');
  expect(quantityOf(document.querySelector('#f')!)).toBe(3);
});

test('a field is one for how many by its class alone, too', () => {
  show('<form id="f"><input type="text" name="quan[h2]" class="quantity checkout" value="4"></form>');
  expect(quantityOf(document.querySelector('#f')!)).toBe(4);
});

test('a box that holds several lines is none', () => {
  const row = (name: string, price: number) =>
    `<div><a href="/p"><img alt="${name}"></a><p><span>2</span> x <span>${name}</span></p><p>$${price}.00</p><button aria-label="Remove ${name}"></button></div>`;
  show(`<main><div class="items">${row('Mug', 9)}${row('Plate', 7)}</div></main>`);
  expect(readLines(document.querySelector('main')!).items).toMatchObject([
    { item_name: 'Mug', price: 9, quantity: 2 },
    { item_name: 'Plate', price: 7, quantity: 2 },
  ]);
});

test('a size in a name is no quantity', () => {
  show(
    '<main><ul><li class="line"><span>Cloth, 140 × 160 cm <span>2 × $10.00</span></span> <b>$20.00</b></li></ul></main>',
  );
  expect(readLines(document.body, 'USD').items).toMatchObject([{ price: 10, quantity: 2 }]);
});

test('the lines of a cart tell unit price and quantity, with or without a sum', () => {
  show(`<main><table><tr class="item"><td><a href="/mug">Mug</a></td><td class="price">$12.50</td><td><input type="number" name="qty" value="2"></td><td class="subtotal">$25.00</td><td><button aria-label="Remove">×</button></td></tr>
  <tr class="item"><td><a href="/cup">Cup</a></td><td>3 × $4.00</td></tr><tr><td>Subtotal</td><td>$37.00</td></tr></table></main>`);
  expect(readLines(document.body, 'USD').items).toMatchObject([
    { item_name: 'Mug', price: 12.5, quantity: 2 },
    { item_name: 'Cup', price: 4, quantity: 3 },
  ]);
});

test('how many at what price, where the sums say whether it is that of one', () => {
  const rows = (mugs: number) =>
    readLines(
      show(
        `<main><p class="item">Mug <span>3 @ $${mugs}</span></p><p class="item">Cup <span>1 @ $4</span></p><p>Sum $31</p></main>`,
      ),
    ).items;
  for (const price of [9, 27])
    expect(rows(price)).toMatchObject([
      { item_name: 'Mug', price: 9, quantity: 3 },
      { item_name: 'Cup', price: 4, quantity: 1 },
    ]);
});

test('a code right below a product’s name is its number', () => {
  const shown = (below: string) => {
    show(`<main><div><h1>Mug</h1><p>${below}</p></div><p class="price">$9</p><button>Add to cart</button></main>`);
    return readShownProduct(document)?.item.item_id;
  };
  expect(shown('MUG-7')).toBe('MUG-7');
  for (const below of ['4.5', '2024', 'NEW', 'Mug-7', 'Made of 2 parts', '']) expect(shown(below)).toBeUndefined();
});

test('a number alone in a cell is how many', () => {
  const row = (name: string, pieces: number, sum: number) =>
    `<tr><td>1</td><td><div>${name}</div></td><td><div> ${pieces} </div></td><td>$${sum}</td></tr>`;
  expect(
    readLines(show(`<main><table>${row('Mug', 2, 18)}${row('Cup', 1, 4)}</table><p>Sum $22</p></main>`), 'USD').items,
  ).toMatchObject([
    { item_name: 'Mug', price: 9, quantity: 2 },
    { item_name: 'Cup', price: 4, quantity: 1 },
  ]);
});

test('a drawer beside the cart’s page shows its lines once more', () => {
  const line = (name: string) => `<li class="line"><b>${name}</b> 2 × $9.00</li>`;
  const page = `<ul>${line('Mug')}${line('Cup')}</ul>`;
  const drawer = `<div class="flyout"><ul class="items">${line('Mug')}${line('Cup')}</ul></div>`;
  for (const html of [page + drawer, drawer + page]) expect(readLines(show(html), 'USD').items).toHaveLength(2);
  expect(readLines(show(drawer), 'USD').items).toHaveLength(2);
  // Two of a name in one list are two: in blue and in red.
  expect(readLines(show(`<ul>${line('Mug')}${line('Mug')}</ul>`), 'USD').items).toHaveLength(2);
});

test('lines of one name may each be wrapped any number of times; a drawer still shows them once more', () => {
  const line = '<div><div><div class="line"><h2>Mug</h2> 2 × $9.00</div></div></div>';
  const page = `<div><h1>Cart</h1><section>${line}${line}</section></div>`;
  const drawer = '<div><div><div class="line"><b>Mug</b> 2 × $9.00</div></div></div>';
  for (const html of [page, page + drawer]) expect(readLines(show(html), 'USD').items).toHaveLength(2);
});

test('what an open dialog has marked to be left out is there to be seen', () => {
  const box = (marks: string) =>
    nameOf(show(`<div><div aria-hidden="true" ${marks}><h2>Mug</h2></div><img alt="Mug, large"></div>`));
  expect(box('data-aria-hidden="true"')).toBe('Mug');
  expect(box('')).toBe('Mug, large');
});

const STEPS = '<button aria-label="less">-</button><b>3</b><button aria-label="more">+</button>';

test('what a row says of its quantity is no part of the amount beside it', () => {
  const price = (quantity: string) =>
    readLines(show(`<ul><li><a href="/t">T500 tee</a><p>${quantity}</p><p>€10.00</p></li></ul>`)).items[0]?.price;
  expect(price('Quantity: 1')).toBe(10);
  expect(price('× 3')).toBe(10);
  expect(price('<span>T500 × 3</span>')).toBe(10);
});

test('a number at the end of a name is no part of the amount behind it', () => {
  const row = (name: string) =>
    `<li><a href="/mug">${name}</a><i>€ 12,90</i><input type="number" value="2"><i>€ 25,80</i></li>`;
  expect(readLines(show(`<main>${row('Mug, set of 4')}</main>`), 'EUR').items).toMatchObject([
    { item_name: 'Mug, set of 4', price: 12.9, quantity: 2 },
  ]);
});

test('a number between the buttons that change it is the quantity; whose sum an amount is, the sum of all tells', () => {
  const cart = (amount: string, sum: string) =>
    readLines(
      show(`<main><ul><li><a href="/mug">Mug</a><p>${STEPS}</p>${amount}</li></ul><p>Sum ${sum}</p></main>`),
      'USD',
    );
  expect(cart('$36.00', '$36.00').items).toMatchObject([{ price: 12, quantity: 3 }]);
  expect(cart('$12.00', '$36.00').items).toMatchObject([{ price: 12, quantity: 3 }]);
});

test('how many stands with the shop’s word for pieces', () => {
  const row = '<div class="line"><a href="/mug">Mug</a><i class="quantity">2 uds.</i><b>€4.00</b><b>€8.00</b></div>';
  expect(readLines(show(`<main>${row}</main>`), 'EUR').items).toMatchObject([{ item_name: 'Mug', quantity: 2 }]);
});

test('a word that ends like one for how many says nothing of it', () => {
  const row = '<li><a href="/lack">Lack Hochglanz 500 ml</a><i>€4.00</i><a href="/remove">Remove</a></li>';
  expect(readLines(show(`<main>${row}</main>`), 'EUR').items).toMatchObject([{ price: 4, quantity: 1 }]);
});

test.each(['Cant.: 2', 'Cantidad: 2', 'Anz. 2', 'lkm 2', 'Q.tà: 2'])('%s is how many', (said) => {
  const row = `<li><a href="/mug">Mug</a><i>€4.00</i><i>${said}</i><a href="/remove">Remove</a></li>`;
  expect(readLines(show(`<main>${row}</main>`), 'EUR').items).toMatchObject([{ item_name: 'Mug', quantity: 2 }]);
});

test('a list may be the row that its columns make', () => {
  const row = (name: string) =>
    `<ul class="cartRow"><li><a href="/remove/7"><img alt="delete"></a></li><li><a href="/${name}">${name}</a><p>￥400</p></li><li>数量：2</li><li>￥800</li></ul>`;
  expect(readLines(show(`<main>${row('Mug')}${row('Cup')}</main>`), 'JPY').items).toMatchObject([
    { item_name: 'Mug', price: 400, quantity: 2 },
    { item_name: 'Cup', price: 400, quantity: 2 },
  ]);
});

test('rows without a name of their own are found by their controls', () => {
  const row = (name: string) =>
    `<div><a href="/${name}">${name}</a><input type="number" value="2"><b>$4.00</b><i>$8.00</i><button>Remove</button></div>`;
  expect(readLines(show(`<main>${row('Mug')}${row('Cup')}</main>`), 'USD').items).toMatchObject([
    { item_name: 'Mug', price: 4, quantity: 2 },
    { item_name: 'Cup', price: 4, quantity: 2 },
  ]);
});

test('how many stands beside what is named, priced and can be removed', () => {
  const row = (name: string) =>
    `<div><div class="align-items-center"><p>${name}</p><b>$4.00</b><button>Remove</button></div><p><input type="number" value="3"></p></div>`;
  expect(readLines(show(`<main>${row('Mug')}${row('Cup')}</main>`), 'USD').items).toMatchObject([
    { item_name: 'Mug', quantity: 3 },
    { item_name: 'Cup', quantity: 3 },
  ]);
  // What tells of several is none of theirs, nor what is called otherwise.
  const one = '<div class="item"><p>Mug</p><b>$4.00</b><button>Remove</button></div>';
  for (const html of [`${one}${one}<i class="qty">5</i>`, `<h2>Picked for you</h2>${one}<i class="qty">5</i>`])
    expect(readLines(show(`<main><div>${html}</div></main>`), 'USD').items[0]).toMatchObject({ quantity: 1 });
});

test('a caption or a button’s words are no name', () => {
  const row = '<div class="line"><h5>Unit price:</h5><p>$4.00</p><input name="quantity" value="2"></div>';
  expect(readLines(show(`<main>${row}</main>`), 'USD').items).toEqual([]);
  const page = show(
    '<main><h1>Mug</h1><p class="price">$4.00</p><form><b>$4.00</b><a class="btn" href="javascript:void(0)">Add to cart</a></form></main>',
  );
  expect(readNear(page.querySelector('.btn')!, 'USD')?.item.item_name).toBe('Mug');
});

test('a line goes by its product’s number, not by what was chosen', () => {
  const key = '57:b62ab21ac9d5c3cc2ed80ba5c2e2a9c9';
  const row = `<li class="line" data-product-id="${key}"><b>Mug</b> 2 × $9.00</li>`;
  expect(readLines(show(`<ul>${row}</ul>`), 'USD').items[0]?.item_id).toBe('57');
});

test('a cell with a caption is no line, a row of a layout is none either', () => {
  const row = (name: string) =>
    `<tr><td class="item"><a href="/${name}">${name}</a></td><td class="item-qty">Quantity <input type="number" value="2"></td><td class="item-total"><span>Total</span> $8.00 <button>Remove</button></td></tr>`;
  const table = `<table>${row('Mug')}${row('Cup')}</table><p>Sum $16.00</p>`;
  const both = [
    { item_name: 'Mug', price: 4, quantity: 2 },
    { item_name: 'Cup', price: 4, quantity: 2 },
  ];
  expect(readLines(show(`<main>${table}</main>`), 'USD').items).toMatchObject(both);
  expect(readLines(show(`<main><table><tr><td>${table}</td></tr></table></main>`), 'USD').items).toMatchObject(both);
});

test('a drawer that is shut holds no lines, and its heading is no product', () => {
  const line = '<li class="line"><span>Cup</span> <span>2 × $4.00</span></li>';
  for (const shut of ['<dialog>', '<div hidden>', '<div aria-hidden="true">'])
    expect(
      readLines(show(`<ul><li class="line"><span>Mug</span> 1 × $9.00</li></ul>${shut}<ul>${line}</ul>`), 'USD').items,
    ).toMatchObject([{ item_name: 'Mug' }]);
  expect(readLines(show(`<dialog open><ul>${line}</ul></dialog>`), 'USD').items).toHaveLength(1);
  show(
    '<section><dialog><h2>Your cart</h2></dialog><h2>Mug</h2><span class="price">$9.00</span><button id="a">+</button></section>',
  );
  expect(readNear(document.querySelector('#a')!, 'USD')?.item.item_name).toBe('Mug');
});

test('a drawer in the head of a page holds lines, the page itself has none there', () => {
  show(
    '<header><ul id="cart"><li><table><tr><td><a href="/mug">Mug</a></td><td>x 2</td><td>€18.00</td><td><button title="Remove">×</button></td></tr></table></li></ul></header>',
  );
  expect(readLines(document.querySelector('#cart')!).items).toMatchObject([{ item_name: 'Mug', quantity: 2 }]);
  expect(readLines(document.body).items).toEqual([]);
});

test('a logo is the picture of no row', () => {
  show(
    '<div><img alt="Lamp House"><form role="search"><input name="keyword"></form><div><div><h3>Bestsellers</h3><ol><li><a href="/bulb">Bulb €7.50</a></li></ol></div><ul><li><a href="/lamp"><span>2 x </span><span>Lamp</span></a></li></ul></div></div>',
  );
  expect(readLines(document.body).items).toEqual([]);
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

test('a product’s number may be written on the box around, and a caption is no part of it', () => {
  const card = show('<div data-productid="4"><div><h2>Mug</h2></div></div>').querySelector('h2')!.parentElement!;
  expect(idOf(card)).toBe('4');
  const form = (ids: string) => show(`<form ${ids}><button>Add</button></form>`).querySelector('button')!;
  expect(idOf(form('data-commerce-sku-id="" data-commerce-product-id="p7"'))).toBe('p7');
  expect(idOf(form('data-commerce-sku-id="s7" data-commerce-product-id="p7"'))).toBe('s7');
  for (const names of ['sku', 'field field--name-sku field--label-above'])
    expect(idOf(show(`<ul><li><span class="${names}">SKU: MUG-7</span></li></ul>`))).toBe('MUG-7');
});

test('the last step of a checkout may be called for its completion', () => {
  const step = (path: string) => readStep(`https://shop.example/checkout${path}`);
  expect(['/complete', '/finish/', '/complete-address', '/payment'].map(step)).toEqual([2, 2, -1, 1]);
});

test('a page that asks how it is sent and how it is paid is the first of these steps', () => {
  const step = (path: string) => readStep(`https://shop.example/checkout${path}`);
  expect(['/shippingPayment', '/payment?delivery=2', '/shipping'].map(step)).toEqual([0, 1, 0]);
});

test('what a line says of its tax is none of its prices; the tax of all is told beside the total, and no net total', () => {
  const row = (name: string, quantity: number, tax: string, sum: string) =>
    `<div class="row--product"><a href="/p">${name}</a><div><div>Quantity</div>${quantity}</div><div class="cell--tax-price"><div>VAT</div>${tax}</div><div><div>Sum</div>${sum}</div></div>`;
  const lines = row('Mug', 2, '€ 3.83', '€ 24.00') + row('Cup', 1, '€ 1.60', '€ 10.00');
  const sums =
    '<ul><li><div>Total:</div><div>€ 34.00</div></li><li><div>Total without VAT:</div><div>€ 28.57</div></li><li><div>plus 19 % VAT:</div><div>€ 5.43</div></li></ul>';
  const root = show(`<div>${lines}</div>${sums}`);
  expect(readLines(root, 'EUR', true).items.map(({ price }) => price)).toEqual([12, 10]);
  expect(readTotals(root, 'EUR')).toMatchObject({ total: 34, tax: 5.43 });
});

test.each(['7541305ce324d04306ec5203c3481521', '4012888888881881', '+49 151 23456789', '0151/23456789'])(
  'what thanks for an order end with is no number of it when it may be the shopper’s own: %s',
  (own) => {
    const thanks = `<h1>Thank you for your order, ${own}</h1>`;
    expect(readTotals(show(thanks)).order).toBeUndefined();
    expect(readTotals(show(`${thanks}<p>Order number: N-1</p>`)).order).toBe('N-1');
    expect(readTotals(show(`${thanks}<p>Order number: ${own.slice(0, 8)}</p>`)).order).toBeDefined();
  },
);

test('an order’s number ends where the next label begins, with nothing between', () => {
  expect(readTotals(show('<p><b>Order number:</b> 20014<br><b>Transaction:</b> 7f3</p>')).order).toBe('20014');
});

test('a link beside a price may lead to the cost of sending: it is no other product', () => {
  const main = { item: { item_id: 'm-1', item_name: 'Mug', price: 12 } };
  show(
    '<div><h1>Mug</h1><div class="box"><p>€ 12.00</p><a href="/shipping">plus shipping costs</a><form><button>Add to cart</button></form></div></div>',
  );
  expect(readAdded(document.querySelector('button')!, main, 'EUR').items).toMatchObject([
    { item_id: 'm-1', item_name: 'Mug' },
  ]);
});

test('a field of a form is no heading, whatever it is called: the link beside it is no other product', () => {
  const main = { item: { item_id: 'm-1', item_name: 'Mug', price: 12 } };
  show(
    '<div><h1>Mug</h1><div><p>€ 12.00</p><form><input type="hidden" class="pname" value="Mug"><button>Add to cart</button></form><a href="/ask">Ask a question</a></div></div>',
  );
  expect(readAdded(document.querySelector('button')!, main, 'EUR').items).toMatchObject([{ item_name: 'Mug' }]);
});

test.each([
  ['a picture that leads to itself', '<a href="/media/mug-large.jpg"><img src="data:,"></a>', ''],
  ['a picture of what is suggested', '', '<div><a href="/p/cup"><img src="data:,"> Cup</a></div>'],
])('%s, near what is to be chosen, leads to no other product', (_, above, below) => {
  const page = show(
    `<main><div><h1>Mug</h1><div><div>${above}</div><div><b class="price">12,50 €</b>
      <form><span class="option-title">Size</span><select><option>M</option><option>L + 5,95 €</option></select><button>Add to cart</button></form></div></div>${below}</div></main>`,
  );
  const main = { item: { item_name: 'Mug', price: 12.5 }, currency: 'EUR', elsewhere: undefined };
  expect(readAdded(page.querySelector('button')!, main, 'EUR').items).toMatchObject([{ item_name: 'Mug' }]);
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

test('a message may be asked for as a comment', () => {
  show(
    '<form method="post" id="ask"><input name="email"><textarea name="comment"></textarea><button>Send</button></form>',
  );
  expect(readForm(document.forms[0]!).kind).toBe('contact');
  document.forms[0]!.id = 'commentform';
  expect(readForm(document.forms[0]!).kind).toBeUndefined();
});

test('a cart thanks for the order at its own address; an account offered beside thanks for one takes nothing from them', () => {
  const at = 'https://shop.example';
  show('<main><h1>Thank you for your order</h1></main>');
  expect(readPlace(`${at}/cart`, document)).toBe('confirmation');
  const login = '<form><input type="email"><input type="password"></form>';
  show(`<main><h1>Your order is confirmed</h1>${login}</main>`);
  expect(readPlace(`${at}/order-confirmation`, document)).toBe('confirmation');
  show(`<main><h1>Registration</h1>${login}</main>`);
  expect(readPlace(`${at}/checkout/confirm`, document)).toBe('checkout');
});

test('an article may go by the number that a link beside it sends', () => {
  expect(idOf(show('<div><div><a href="/compare?articleID=171">Compare</a></div></div>'))).toBe('171');
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

test('a price struck through by style alone is not asked', () => {
  show(
    '<table><tr><td><a href="/mug">Mug</a></td><td><input type="number" value="1"></td><td><span style="text-decoration: line-through;">£22.00</span> £18.00</td></tr></table>',
  );
  expect(readLines(document.body).items).toMatchObject([{ price: 18 }]);
});

test('an amount that is kept for machines is not asked', () => {
  show(
    '<div><h2>Desk</h2><p class="price"><b>$800.00</b><span style="display:none;">750.0 USD</span></p><button>Add</button></div>',
  );
  expect(readNear(document.querySelector('button')!, 'USD')?.item.price).toBe(800);
});

test('a product without a number of its own is the one that its form sends', () => {
  show(
    '<div itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Desk</h1><span itemprop="price">750</span><form><input type="hidden" name="product_id" value="33"></form></div>',
  );
  expect(readPageProduct(document)?.item).toMatchObject({ item_id: '33', price: 750 });
});

test('a number of pieces may be known by the id of its field alone', () => {
  expect(quantityOf(show('<div><input type="text" id="product_quantity" value="3"></div>'))).toBe(3);
});

test('a field that nobody sees tells no number of pieces by the box it stands in', () => {
  const hidden = '<input type="hidden" name="lines[7][override]" value="1">';
  const box = (html: string) => quantityOf(show(`<div class="quantity">${html}</div>`));
  expect(box(`${hidden}<input type="text" name="lines[7][am]" value="3">`)).toBe(3);
  expect(box('<input type="hidden" name="qty" value="2">')).toBe(2);
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

test('pictures that lead to several products make a row hold several lines', () => {
  const line = (name: string) =>
    `<div><a href="/${name}"><img alt="${name}"><span>2 x ${name}<br>€18.00<br><small>Each: €9.00</small></span></a></div>`;
  expect(readLines(show(`<div class="minicart-items">${line('Mug')}${line('Cup')}</div>`)).items).toMatchObject([
    { item_name: 'Mug', price: 9, quantity: 2 },
    { item_name: 'Cup', price: 9, quantity: 2 },
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

test('a number may stand in a box that is called after it at the end', () => {
  for (const name of ['sku', 'sku value', 'line-sku', 'line-sku small', 'item_sku'])
    expect(idOf(show(`<div><p class="${name}"><b>SKU:</b> M-7</p></div>`)), name).toBe('M-7');
  expect(idOf(show('<div><p class="skunk">M-7</p></div>'))).toBeUndefined();
});

test('a number may be told as such in a list of terms, a table or a line of text', () => {
  for (const html of [
    '<dl><div><dt>SKU</dt><dd>VASE-004-WHT</dd></div><div><dt>Color</dt><dd>White</dd></div></dl>',
    '<table><tr><th>SKU</th><td>VASE-004-WHT</td></tr><tr><th>Size</th><td>38</td></tr></table>',
    '<a>Vase</a><div>SKU VASE-004-WHT</div><div>Color: White</div>',
    '<p>SKU: VASE-004-WHT</p>',
  ])
    expect(idOf(show(`<div>${html}</div>`)), html).toBe('VASE-004-WHT');
  // None, and what stands behind it is something else.
  expect(idOf(show('<div><span>SKU</span> N/A <span>Size</span> 38</div>'))).toBeUndefined();
});

test('an article goes by the number its form sends', () => {
  show('<form><input type="hidden" name="aid" value="05848170643ab0de"><button id="a">Add</button></form>');
  expect(idOf(document.forms[0]!)).toBe('05848170643ab0de');
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

test('what names the page in a query makes another address; the number of a list’s page does not', () => {
  const at = (query: string) => addressOf(`https://shop.example/${query}`);
  expect(at('?page=cart')).not.toBe(at('?page=product&id=7'));
  expect(at('?page=2')).toBe(at('?page=3'));
});

test('a control that adds may be an input of its own', () => {
  show('<div><h1>Vase</h1><b class="price">€34.00</b><input type="button" value="Add to cart"></div>');
  expect(readShownProduct(document)).toMatchObject({ item: { item_name: 'Vase', price: 34 } });
});

test("a line's place in the cart is no product's number", () => {
  const remove = (query: string) => `<a href="/cart?${query}">Remove</a>`;
  const line = (query: string) => show(`<ul><li class="line"><b>Mug</b> 1 × $9.00 ${remove(query)}</li></ul>`);
  expect(readLines(line('cart_item=0'), 'USD').items[0]?.item_id).toBeUndefined();
  expect(readLines(line('item_id=7'), 'USD').items[0]?.item_id).toBe('7');
});

test('a link that is not shown yet names nothing', () => {
  show(
    '<div class="card"><h3>Font</h3><form><a href="/later" style="display:none">Later</a> <b class="price">$9.00</b><button id="a">Add</button></form></div>',
  );
  expect(readNear(document.querySelector('#a')!, 'USD')?.item.item_name).toBe('Font');
});

test('what is small beside a name is no part of it', () => {
  show('<ul><li class="line"><b class="name">Nord mug<small>chalk · 2 × €24.00</small></b> <b>€48.00</b></li></ul>');
  expect(readLines(document.body).items).toMatchObject([{ item_name: 'Nord mug', price: 24, quantity: 2 }]);
});

test.each([
  [
    '<table><tr><th>Subtotal:</th><td>$36.00</td></tr><tr><th>Shipping:</th><td>$5.00 via Flat rate</td></tr><tr><th>Tax:</th><td>$3.06</td></tr><tr><th>Total:</th><td>$44.06</td></tr></table><p>Order number: <strong>33</strong></p>',
    { total: 44.06, tax: 3.06, shipping: 5, order: '33' },
  ],
  [
    '<p>Vielen Dank! Ihre Bestellnummer: A-10023</p><dl><dt>Zwischensumme</dt><dd>20,00 €</dd></dl><dl><dt>Gesamtsumme</dt><dd>24,90 €</dd></dl>',
    { total: 24.9, order: 'A-10023', currency: 'EUR' },
  ],
  [
    '<p>Référence de la commande : FLOTPBWTJ</p><div><span>Total TTC</span><span>28,56 €</span></div>',
    { total: 28.56, order: 'FLOTPBWTJ' },
  ],
  [
    '<p>Rendelésszám: 2026/118</p><div><span>Végösszeg</span> <b>25 980 Ft</b></div>',
    { total: 25980, order: '2026/118', currency: 'HUF' },
  ],
  [
    '<li>Total: <b>2.586,00 €</b> <small>(includes 412,89 € VAT)</small></li><li>Order #1001</li>',
    { total: 2586, order: '1001' },
  ],
  [
    '<div><div><span>Total</span><span>(Inclusive of tax $3.06)</span></div><span>$40.00</span></div><p>Order #10001 is confirmed.</p>',
    { total: 40, tax: 3.06, order: '10001' },
  ],
  [
    '<p>Subtotal (excl. shipping and taxes) <b>$59.00</b></p><p>Shipping <b>$10.00</b></p><p>Taxes <b>$17.25</b></p><p>Total (incl. shipping) <b>$86.25</b></p>',
    { total: 86.25, shipping: 10, tax: 17.25 },
  ],
  [
    '<p>3</p><p>ご注文手続き</p><div>4</div><p>1</p><h2>配送情報</h2><p>￥3,080</p><dl><dt>送料</dt><dd>￥1,000</dd></dl><b>ご注文番号：28</b>',
    { shipping: 1000, order: '28' },
  ],
  [
    '<div><div class="right">£25.00</div><div>Sub-Total:</div></div><div><div class="right">£5.00</div><div>Delivery:</div></div><div><div class="right">£30.00</div><div>Total:</div></div>',
    { total: 30, shipping: 5, currency: 'GBP' },
  ],
  ['<p>Ідентифікатор замовлення: <b>BX-204</b></p>', { order: 'BX-204' }],
  ['<p>Rendelés azonosító: <b>BX-204</b></p>', { order: 'BX-204' }],
  ['<h1>¡Gracias por tu compra!</h1><h3>Orden #1023</h3><p>Ordenar por</p>', { order: '1023' }],
  [
    '<div><h3>Shipping Address</h3><p>Ann Poe, 1 Main Street</p></div><p>Mug</p><b>$996.00</b><p><span>Shipping (Standard)</span> <span>FREE</span></p>',
    { shipping: 0 },
  ],
  [
    '<div><h4>Versandart</h4><p>Express</p><b>2 x Becher</b><p>Einzelpreis 14,90 €</p></div><div>Versandkosten <span>9,90 €</span></div>',
    { shipping: 9.9 },
  ],
  [
    '<ul><li>Betaling: <b>Betal ved levering</b></li></ul><p>Krus <b>kr 129,00</b></p><p>Frakt: <b>kr 79,00</b></p>',
    { shipping: 79 },
  ],
  ['<p>Cash on delivery</p><p>Mug <b>$12.90</b></p><p>Delivery: <b>$7.90</b></p>', { shipping: 7.9 }],
  ['<p>Szállítási mód: Futár</p><p>Kancsó <b>8 990 Ft</b></p><p>Szállítás <b>1 490 Ft</b></p>', { shipping: 1490 }],
  ['<p>Способ доставки</p><p>Чайник <b>990 ₽</b></p><p>Доставка <b>300 ₽</b></p>', { shipping: 300 }],
  ['<p>配送方法 <b>メール</b></p><p>¥8,000</p><dl><dt>配送</dt><dd>¥600</dd></dl>', { shipping: 600 }],
  ['<p>Flat Rate (Best Way): <b>£5.00</b></p><p>Total <b>£30.00</b></p>', { shipping: 5, total: 30 }],
  ['<p>Subtotaal <b>€ 20,00</b></p><p>Totaal <b>€ 25,00</b></p>', { total: 25 }],
  ['<p>Postage and packing</p><b>£3.95</b>', { shipping: 3.95 }],
  [
    '<div><h4>Shipping Method</h4><p>Royal Mail</p><b>Mug</b><p>£14.90</p></div><div>Shipping <span>£4.50</span></div>',
    { shipping: 4.5 },
  ],
  [
    '<h5>Auftrags-ID 5021</h5><dl><dt>Gesamtsumme Netto</dt><dd>20,00 €</dd><dt>Gesamtsumme Brutto</dt><dd>23,80 €</dd></dl><aside><dl><dt>Gesamtsumme Brutto</dt><dd>0,00 €</dd></dl></aside>',
    { total: 23.8, order: '5021' },
  ],
])('sums and order number are read by their labels', (html, facts) => {
  expect(readTotals(show(`<main>${html}</main>`), 'USD')).toMatchObject(facts);
});

test('what a column is called is no sum', () => {
  const table =
    '<table><thead><tr><th>Price</th><th>Total</th></tr></thead><tbody><tr><td>$9.00</td><td>$18.00</td></tr></tbody></table>';
  expect(readTotals(show(`<main>${table}<p>Subtotal <b>$18.00</b></p></main>`)).total).toBeUndefined();
});

test.each([
  ['/cart/', 'cart'],
  ['/panier?action=show', 'cart'],
  ['/warenkorb', 'cart'],
  ['/checkout/cart/', 'cart'],
  ['/checkout/', 'checkout'],
  ['/commande', 'checkout'],
  ['/kasse', 'checkout'],
  ['/realizar-pedido', 'checkout'],
  ['/zamowienie/realizacja', 'checkout'],
  ['/checkout/order-received/33/', 'confirmation'],
  ['/confirmation-commande?id_order=9', 'confirmation'],
  ['/checkout/onepage/success/', 'confirmation'],
  ['/checkout/thank-you', 'confirmation'],
  ['/account/orders/33', undefined],
  ['/checkout/order-pay/33/', undefined],
  ['/newsletter/thank-you', undefined],
  ['/product/mug', undefined],
  ['/index.php?route=checkout/cart', 'cart'],
  ['/index.php?main_page=shopping_cart', 'cart'],
  ['/index.php?route=checkout/checkout', 'checkout'],
  ['/index.php?main_page=checkout_success', 'confirmation'],
  ['/index.php?route=product/product&path=20&back=/cart', undefined],
  ['/index.php?cl=basket&sid=7', 'cart'],
  ['/index.php?lang=0&cl=order', 'checkout'],
  ['/index.php?cl=account_order', undefined],
  ['/index.php?rt=checkout/success', 'confirmation'],
  ['/', undefined],
])('%s is %s', (path, place) => {
  expect(readPlace(`https://shop.example${path}`, document)).toBe(place);
});

test.each([
  ['/products/canvas-tote-bag', 'Canvas tote bag', undefined],
  ['/p/kassette-mit-deckel', 'Kassette mit Deckel', undefined],
  ['/product/koszulka', 'Koszulka', undefined],
  ['/produit/panier-en-osier', 'Panier en osier', undefined],
  ['/products/cart', 'Cart', 'cart'],
  ['/products/checkout', 'Checkout', 'checkout'],
  ['/الدفع', 'الدفع', 'checkout'],
  ['/koszyk', 'Koszyk', 'cart'],
  ['/kosik', 'Košík', 'cart'],
  ['/kosar', 'Kosár', 'cart'],
  ['/koszty-dostawy', 'Koszty dostawy', undefined],
  ['/product/thank-you', 'Thank you for your order', 'confirmation'],
])('%s, headed %s, is %s: what is sold may be called as a station is', (path, heading, place) => {
  show(`<main><h1>${heading}</h1></main>`);
  expect(readPlace(`https://shop.example${path}`, document)).toBe(place);
});

test.each([
  ['/order/delivery', 'delivery-module', 'checkout'],
  ['/paiement', 'payment[method]', 'checkout'],
  ['/fizetes', 'payment_method', 'checkout'],
  ['/paiement', 'colour', undefined],
  ['/account/order/delivery', 'delivery', undefined],
  ['/order/8f3a', 'payment[method]', undefined, 'Order #100042'],
  ['/versandtasche', 'colour', undefined],
])('%s with a choice called %s is %s', (path, name, place, heading = '…') => {
  show(`<main><h1>${heading}</h1><form><input type="radio" name="${name}" value="1"></form></main>`);
  expect(readPlace(`https://shop.example${path}`, document)).toBe(place);
});

test('an address of payments whose heading tells success is a confirmation, without one it is none', () => {
  const at = (heading: string) => {
    show(`<h1>${heading}</h1>`);
    return readPlace('https://shop.example/payment/7af86b28', document);
  };
  expect(at('Payment complete')).toBe('confirmation');
  expect(at('Zahlung erfolgreich')).toBe('confirmation');
  expect(at('Payment')).toBeUndefined();
});

test.each(['Concluir compra', 'Завершение заказа', 'Zakończ zamówienie'])('%s heads a checkout', (heading) => {
  show(`<main><h1>${heading}</h1><button>OK</button></main>`);
  expect(readPlace('https://shop.example/checkout/address', document)).toBe('checkout');
});

test('thanks for an order, below whatever heading, make a confirmation of an address that says so', () => {
  const at = (path: string, html: string) => {
    show(`<main>${html}</main>`);
    return readPlace(`https://shop.example${path}`, document);
  };
  const summary = '<div><button>Order summary 4 items</button><table><tr><td>Mug</td></tr></table></div>';
  expect(at('/shop/confirmation', `${summary}<h3>Thank you for your order.</h3>`)).toBe('confirmation');
  expect(at('/shop/confirmation', `${summary}<h3>Thank you for your message.</h3>`)).toBeUndefined();
  const said = (text: string) =>
    `<div class="alert-box success"><ul><li>${text}</li></ul></div><h2>Order Number: #7</h2>`;
  expect(at('/index.php?_a=complete', said('Many thanks for your order!'))).toBe('confirmation');
  expect(at('/index.php?_a=complete', '<h2>Order Number: #7</h2>')).toBeUndefined();
  expect(at('/my/orders/41', '<h2>Order 41</h2><h4>Thank you!</h4>')).toBeUndefined();
  expect(at('/thankyou', '<h1>Order completed</h1><h2>Thank you</h2>')).toBe('confirmation');
  expect(at('/thankyou', '<h1>Thank you</h1><h4>Orders and delivery</h4>')).toBeUndefined();
  expect(at('/grazie', '<h1>Grazie</h1><h2>ID ordine #BX-204</h2>')).toBe('confirmation');
  expect(at('/thank-you?order=BX-204', '<h1>Thank you</h1>')).toBe('confirmation');
  expect(at('/thank-you', '<h1>Thank you</h1><p>Save 10% on your first order.</p>')).toBeUndefined();
  expect(at('/tilaus-on-valmis', '<h1>Tilaus on valmis</h1>')).toBe('confirmation');
  expect(at(encodeURI('/köszönjük'), '<h1>Köszönjük!</h1>')).toBeUndefined();
  expect(at('/confirmation', '<title>Bestellbestätigung</title><h1>Vielen Dank!</h1>')).toBe('confirmation');
  expect(at('/confirmation', '<title>Kontakt</title><h1>Vielen Dank!</h1>')).toBeUndefined();
  expect(at('/shopping', '<h1>ご注文手続き</h1>')).toBe('checkout');
  expect(at('/entry', '<h1>会員登録手続き</h1>')).toBeUndefined();
});

test('the shop’s own name above is not the heading of a page', () => {
  const shop = '<header><div><h1><a href="/">Bag and Basket</a></h1></div></header>';
  show(`${shop}<div><h1>Mug</h1></div>`);
  expect(headingOf(document)).toBe('mug');
  show(`<div id="logo"><h1>Bag and Basket</h1></div><article><header><h1>Mug</h1></header></article>`);
  expect(headingOf(document)).toBe('mug');
  show(shop);
  expect(headingOf(document)).toBe('bag and basket');
  show(`<h1><a href="/">Bag and Basket</a></h1><h3><a href="/mug">Mug</a></h3><h2>News</h2><h2 id="own">Mug</h2>`);
  document.title = 'Bag and Basket / Mug';
  expect(headOf(document)?.id).toBe('own');
});

test('the order number in an address is found', () => {
  expect(readOrderId('https://shop.example/checkout/order-received/33/?key=k')).toBe('33');
  expect(readOrderId('https://shop.example/confirmation?id_order=9')).toBe('9');
  expect(readOrderId('https://shop.example/#/order-completion/5267-f9cd')).toBe('5267-f9cd');
});

test.each([
  [
    'newsletter',
    '<form class="newsletter" method="post"><input type="email" name="email"><button>Subscribe</button></form>',
  ],
  [
    'newsletter',
    '<form method="post"><input type="email" name="email"><input name="trap"><input type="hidden" name="type" value="newsletter"><button name="contact">Send</button></form>',
  ],
  [
    'contact',
    '<form id="contact" method="post"><input name="name"><input type="email" name="from"><textarea name="message"></textarea><button>Send</button></form>',
  ],
  [
    'contact',
    '<form name="contact_us" method="post"><input id="name"><input type="email" id="email-address"><textarea></textarea><button>Send</button></form>',
  ],
  [
    'contact',
    '<form name="Contact" method="get"><input name="Name"><input type="email" name="Address"><textarea></textarea><button>Send</button></form>',
  ],
  [
    'quote',
    '<form method="post"><h2>Angebot anfordern</h2><input type="email" name="mail"><textarea name="wish"></textarea><button>Senden</button></form>',
  ],
  [
    'demo',
    '<form method="post"><input name="name"><input type="email" name="email"><button>Book a demo</button></form>',
  ],
  [
    'registration',
    '<form class="register" method="post"><input type="email" name="email"><button name="register">Register</button></form>',
  ],
  [
    'registration',
    '<form method="post"><input type="email" name="email"><input type="password" autocomplete="new-password"><button>Go</button></form>',
  ],
  [
    undefined,
    '<form class="login" method="post"><input name="username"><input type="password"><button>Log in</button></form>',
  ],
  [
    undefined,
    '<form name="login" action="/login.php?action=process" method="post"><input type="email" name="email"><input type="password" autocomplete="new-password"><button>Anmelden</button></form>',
  ],
  [undefined, '<form role="search" class="search"><input type="search" name="q"><button>Search</button></form>'],
  [undefined, '<form method="post"><input name="coupon_code"><button>Apply</button></form>'],
  [
    'contact',
    '<form id="contact-form" action="/contact/index/post/" method="post"><input name="name"><input type="email" name="email"><textarea name="comment" id="comment"></textarea><button>Indsend</button></form>',
  ],
  [
    undefined,
    '<form class="comment-form" action="/blog/comments" method="post"><input type="email" name="email"><textarea name="comment"></textarea><button>Post</button></form>',
  ],
  [
    undefined,
    '<form class="review" method="post"><textarea name="comment"></textarea><input type="email" name="email"><button>Submit</button></form>',
  ],
  [
    undefined,
    '<form action="/account/reviewPost/7/" method="post"><input name="name"><input name="email"><textarea name="review"></textarea><button>Send</button></form>',
  ],
  [
    undefined,
    '<form method="post"><input type="email" name="email"><input name="street"><input name="postcode"><input name="city"><button>Next</button></form>',
  ],
  [
    undefined,
    '<form class="cart" method="post"><input type="email" name="recipient_email"><button>Add to cart</button></form>',
  ],
  [
    undefined,
    '<form id="checkout_form" method="post"><input name="user[email]"><input type="password" name="password"><input type="password" name="passconf"><button>Checkout</button></form>',
  ],
  ['contact', '<form action="/ajax/callback" method="post"><input type="tel"><button>Заказать звонок</button></form>'],
  [undefined, '<form class="price-alert" method="post"><input type="email"><button>Create price alert</button></form>'],
  [
    undefined,
    '<form action="/sendfriend" method="post"><input type="email" name="to"><textarea></textarea><button>Send</button></form>',
  ],
  [undefined, '<form action="/newsletter/unsubscribe" method="post"><input type="email"><button>Go</button></form>'],
  [
    undefined,
    '<form action="/account/edit" method="post"><input name="name"><input type="email"><button>Save</button></form>',
  ],
  [
    undefined,
    '<form action="/returns" method="post"><input name="order_number"><input type="email"><textarea></textarea><button>Send</button></form>',
  ],
])('a form is read as %s', (kind, html) => {
  const form = show(html).querySelector('form')!;
  expect(readForm(form, form.querySelector('button')).kind).toBe(kind);
});

test('a notice is good or bad by its author’s names and words', () => {
  show(
    '<div class="alert alert-success">Saved</div><ul class="form-error" role="alert"><li>Sold out</li></ul><p role="status">Thank you for subscribing</p><div class="alert-box alert">Only three are left</div><div class="alert-box">Note</div>',
  );
  expect(readNotices(document).map(({ good, bad }) => [good, bad])).toEqual([
    [true, false],
    [false, true],
    [true, false],
    [false, true],
    [false, false],
  ]);
});

test.each([
  ['Added to cart', '<ol aria-live="polite"><li data-sonner-toast="" data-type="success">Added to cart</li></ol>'],
  ['Added to cart', '<div role="status" class="chakra-alert css-1" data-status="success">Added to cart</div>'],
  ['Added to cart', '<div role="alert" class="q-notification bg-positive">Added to cart</div>'],
  ['Added to cart', '<div role="alert" class="rounded bg-green-100 text-green-700">Added to cart</div>'],
  ['Sold out', '<ol aria-live="polite"><li data-sonner-toast="" data-type="error">Sold out</li></ol>'],
  ['Sold out', '<div role="status" class="chakra-alert css-1" data-status="error">Sold out</div>'],
  ['Sold out', '<div role="alert" class="rounded bg-red-100 text-red-700">Sold out</div>'],
  ['Sold out', '<div class="message fehler">Sold out</div>'],
])('%s: %s', (text, html) => {
  show(html);
  const [good, bad] = ['good', 'bad'].map((key) => readNotices(document).some((notice) => notice[key as 'good']));
  expect([good, bad]).toEqual(text === 'Sold out' ? [false, true] : [true, false]);
});

test.each([
  ['let currency = "", default_currency = "AUD";', 'AUD'],
  ["shop({ currencyCode: 'CAD' })", 'CAD'],
  // What has been told before goes first; what another object falls back to says nothing of the shop.
  ['shop.account.currency = window.shop.account.currency || "AUD"', 'AUD'],
  ['const currency = data.currency || "USD"', undefined],
  ['choices = [{ "currency": "AUD" }, { "currency": "CAD" }]', undefined],
  ['push([1, "7:{\\"amount\\":\\"9.0\\",\\"currencyCode\\":\\"USD\\"}"])', 'USD'],
  ['enqueue("[{\\"_1\\":2,\\"_3\\":4},\\"amount\\",\\"9.0\\",\\"currencyCode\\",\\"USD\\"]")', 'USD'],
  ['shop({ "currency_position": "left", "currency": "usd" })', undefined],
])('a script that says %s sells in %s', (text, code) => {
  show('<p>$9.00</p>');
  document.head.append(Object.assign(document.createElement('script'), { type: 'text/plain', text }));
  expect(readPageCurrency(document)).toBe(code);
});

test.each([
  [
    '<option value="/switch/GBP">British Pound - GBP</option><option value="/switch/USD" selected> US Dollar - USD </option>',
    'USD',
  ],
  ['<option value="GBP" selected>Pound</option><option value="EUR">Euro</option>', 'GBP'],
  ['<option>Choose</option><option value="EUR">Euro</option>', undefined],
])('a shop whose currencies are %s sells in %s', (options, code) => {
  show(`<form><select name="currency">${options}</select></form>`);
  expect(readPageCurrency(document)).toBe(code);
});

test.each([
  ['sv', 'SEK'],
  ['sv-SE', 'SEK'],
  ['es-mx', 'MXN'],
  ['en-CA', 'CAD'],
  ['it-CH', 'CHF'],
  ['zh-Hant-TW', 'TWD'],
  ['ca', undefined],
  ['en-US', undefined],
  ['en-', undefined],
  ['es-419', undefined],
  ['', undefined],
])('a page in %j sells in %s', (lang, code) => {
  document.documentElement.lang = lang;
  expect(readPageCurrency(document)).toBe(code);
  document.documentElement.removeAttribute('lang');
});

test('the badge of a cart tells its count', () => {
  show('<header><a class="cart-link" href="/cart">Cart <span class="cart-count">3</span></a></header>');
  expect(readCount(document)).toBe(3);
  show('<header><a href="/cart" aria-label="Cart, 2 items">Cart (2)</a></header>');
  expect(readCount(document)).toBe(2);
  show(
    '<header><a href="#" class="toggle-basket"><span>4</span><i class="fa-shopping-cart"></i><span>14,90 €</span></a></header>',
  );
  expect(readCount(document)).toBe(4);
  const badge = (name: string, count: number) =>
    `<a id="${name}" href="#"><i class="badge label-cart-amount">${count}</i></a>`;
  show(`<header>${badge('compare', 5)} ${badge('wishlist', 6)} ${badge('cart', 2)}</header>`);
  expect(readCount(document)).toBe(2);
  show('<header><button aria-label="Cart"><svg></svg><span>3</span></button></header>');
  expect(readCount(document)).toBe(3);
});

test.each([
  '<header><a href="/cart_items"><i data-cart-positions>3</i><i data-cart-sum>3 400 ₽</i></a></header>',
  '<header><div role="button" aria-label="Open cart"><svg></svg><div class="bubble">3</div></div></header>',
  '<div class="top"><a href="/cart"><img src="bag.svg" alt="Cart"><span>3</span></a></div>',
  '<div class="navbar"><a href="/basket"><span>Basket (3)</span></a></div>',
])('three lie in the cart of %s', (html) => {
  show(html);
  expect(readCount(document)).toBe(3);
});

test.each([
  ['a list', '<ul><li><a href="/p/mug">Mug</a> <span class="qty">2 ×</span></li></ul>'],
  ['boxes', '<div class="mini-product"><a href="/p/mug"><img alt=""></a> <span class="qty">2</span></div>'],
  ['a table', '<table><tr><td><a href="/p/mug">Mug</a></td><td class="quantity">2</td></tr></table>'],
])('how many of one product a small cart of %s holds is not the count of the cart', (_, lines) => {
  const cart = (badge: string) =>
    `<header><ul><li class="cart"><a href="/cart"><svg></svg></a>${badge}<div class="cart-content">${lines}</div></li></ul></header>`;
  show(cart(''));
  expect(readCount(document)).toBeUndefined();
  show(cart('<span class="badge">3</span>'));
  expect(readCount(document)).toBe(3);
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

test('a field that takes digits says how many, whatever it is called', () => {
  show('<div><button>−</button><input type="text" inputmode="numeric" value="2"><button>+</button></div>');
  expect(quantityOf(document.body)).toBe(2);
});

test('an amount behind how many there are is that of all where their sum says so', () => {
  const row = '<li><img><a href="/mug">Mug</a><span>3 ×</span><span>$27.00</span></li>';
  const read = (sum: string) => {
    show(`<main><ul>${row}</ul><p>Subtotal ${sum}</p><p>Total $99.00</p></main>`);
    return readLines(document.body, 'USD', true).items;
  };
  expect(read('$27.00')).toMatchObject([{ item_name: 'Mug', price: 9, quantity: 3 }]);
  expect(read('$81.00')).toMatchObject([{ item_name: 'Mug', price: 27, quantity: 3 }]);
  expect(read('later')).toMatchObject([{ item_name: 'Mug', price: 27, quantity: 3 }]);
});

test('what is chosen stands around a form of nothing but its control; a choice may be one of buttons', () => {
  const product = { item: { item_name: 'Mug', price: 12 }, currency: 'USD' };
  const more = '<div><button>−</button><span>2</span><button>+</button></div>';
  const sizes = '<button aria-pressed="true">L</button>';
  show(
    `<main><h1>Mug</h1><b class="price">$19.00</b>${sizes}${more}<form><button id="add">Add to cart</button></form></main>`,
  );
  expect(readAdded(document.querySelector('#add')!, product).items).toMatchObject([{ price: 19, quantity: 2 }]);
});

test('a line that has its controls and its amount twice, for wide screens and narrow ones, is one', () => {
  const controls = (quantity: number) => `<input class="quantity" value="${quantity}"><a href="#">Remove</a>`;
  const row = (name: string, quantity: number, sum: string) =>
    `<div class="cart-item"><a href="/p"><img></a><div><h6><a href="/p">${name}</a></h6><b>${sum}</b> <a href="#">Remove</a> <a href="#">Delete, and keep for later</a></div><div><b>${sum}</b> ${controls(quantity)}</div></div>`;
  show(`<main><div>${row('Mug', 3, '$27.00')}${row('Cup', 1, '$4.00')}</div><p>Total $31.00</p></main>`);
  expect(readLines(document.body, 'USD').items).toMatchObject([
    { item_name: 'Mug', price: 9, quantity: 3 },
    { item_name: 'Cup', price: 4, quantity: 1 },
  ]);
});

test('in a dialog that offers more than what it is about, the price stands in the row of the name', () => {
  const row = (name: string, cell: string, price: string, control = '') =>
    `<tr><td class="product_name"><span>${name}</span><div class="small">Made to last</div></td><td class="${cell}"><b>${price}</b>${control}</td></tr>`;
  const root = show(
    `<div role="dialog"><h4>Configure</h4><table>${row('Desk', 'qty', '$675.00')}</table><table>${row('Chair', 'price', '$29.70', '<button>Add</button>')}</table><footer><button id="go">Add to cart</button></footer></div>`,
  );
  expect(readNear(root.querySelector('#go')!, 'USD')?.item).toMatchObject({ item_name: 'Desk', price: 675 });
});

test('a dialog within the form is asked for itself, and a notice is no name', () => {
  const row = (name: string) => `<tr><td><h5>${name}</h5></td><td>$16.50 <input name="add_qty" value="1"></td></tr>`;
  const page = '<p class="alert">No such combination</p><a href="#">Less</a><input name="add_qty" value="1"> $85.00';
  const dialog = (rows: string) =>
    `<div role="dialog"><table>${rows}</table><button type="button">Add to cart</button></div>`;
  const read = (rows: string) => {
    const root = show(`<main><h1>Desk</h1><form><div>${page}</div>${dialog(rows)}</form></main>`);
    return readAdded(root.querySelector('button')!, undefined, 'USD').items?.map(({ item_name }) => item_name);
  };
  expect(read(row('Desk'))).toEqual(['Desk']);
  expect(read(row('Desk') + row('Chair'))).toEqual(['Desk', 'Chair']);
  show(`<main><div>${page}<button>Add</button></div></main>`);
  expect(readNear(document.querySelector('button')!, 'USD')?.item.item_name).not.toMatch(/combination/);
});

test('a row that is made of what notices are made of has its name', () => {
  const row = `<div class="alert"><p class="d-flex align-items"><i></i><span>Mug</span> <b>€9.00</b> <button>Remove</button></p></div>`;
  expect(readLines(show(row)).items).toMatchObject([{ item_name: 'Mug', price: 9 }]);
});

test('what a choice costs on top is no price', () => {
  const root = show(
    '<main><h1>Desk</h1><label>Steel + <span class="variant_price_extra">$50.40</span></label><span class="price">$800.40</span><button>Add to cart</button></main>',
  );
  expect(readNear(root.querySelector('button')!, 'USD')?.item.price).toBe(800.4);
});

test('the only hit of a search is a card with a page of its own', () => {
  const card = (href: string) =>
    `<h1>Results</h1><form itemscope itemtype="http://schema.org/Product"><a itemprop="url" href="${href}"><b itemprop="name">Bin</b></a><i itemprop="price">47.0</i></form>`;
  show(card('/shop/bin-14'));
  expect(readPageProduct(document)).toBeUndefined();
  show(card(location.href));
  expect(readPageProduct(document)).toMatchObject({ item: { item_name: 'Bin', price: 47 } });
});
