// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { readLines } from '../../src/read/lines.ts';
import { readNear } from '../../src/read/near.ts';
import { show } from './show.ts';

beforeEach(() => void show(''));

test.each([
  [1, '<td>33,25 €</td><td>39,90 €</td><td>1</td><td>39,90 €</td>', 39.9],
  [2, '<td>33,25 €</td><td>39,90 €</td><td>2</td><td>79,80 €</td>', 39.9],
  [1, '<td>45,00 €</td><td>0,00 €</td><td>0,00 €</td><td>1</td><td>53,55 €</td>', 45],
])('%i of what costs %s is at the price that its sum is made of', (quantity, cells, price) => {
  show(`<table><tr><td><h3><a href="/jug">Jug</a></h3></td>${cells}</tr></table>`);
  expect(readLines(document.body, 'EUR').items).toMatchObject([{ item_name: 'Jug', quantity, price }]);
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

test('a price struck through by style alone is not asked', () => {
  show(
    '<table><tr><td><a href="/mug">Mug</a></td><td><input type="number" value="1"></td><td><span style="text-decoration: line-through;">£22.00</span> £18.00</td></tr></table>',
  );
  expect(readLines(document.body).items).toMatchObject([{ price: 18 }]);
});

test('pictures that lead to several products make a row hold several lines', () => {
  const line = (name: string) =>
    `<div><a href="/${name}"><img alt="${name}"><span>2 x ${name}<br>€18.00<br><small>Each: €9.00</small></span></a></div>`;
  expect(readLines(show(`<div class="minicart-items">${line('Mug')}${line('Cup')}</div>`)).items).toMatchObject([
    { item_name: 'Mug', price: 9, quantity: 2 },
    { item_name: 'Cup', price: 9, quantity: 2 },
  ]);
});

test("a line's place in the cart is no product's number", () => {
  const remove = (query: string) => `<a href="/cart?${query}">Remove</a>`;
  const line = (query: string) => show(`<ul><li class="line"><b>Mug</b> 1 × $9.00 ${remove(query)}</li></ul>`);
  expect(readLines(line('cart_item=0'), 'USD').items[0]?.item_id).toBeUndefined();
  expect(readLines(line('item_id=7'), 'USD').items[0]?.item_id).toBe('7');
});

test('what is small beside a name is no part of it', () => {
  show('<ul><li class="line"><b class="name">Nord mug<small>chalk · 2 × €24.00</small></b> <b>€48.00</b></li></ul>');
  expect(readLines(document.body).items).toMatchObject([{ item_name: 'Nord mug', price: 24, quantity: 2 }]);
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

test('a row that is made of what notices are made of has its name', () => {
  const row = `<div class="alert"><p class="d-flex align-items"><i></i><span>Mug</span> <b>€9.00</b> <button>Remove</button></p></div>`;
  expect(readLines(show(row)).items).toMatchObject([{ item_name: 'Mug', price: 9 }]);
});
