// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { readAdded } from '../../src/read/added.ts';
import { readNear, readShownProduct } from '../../src/read/near.ts';
import { readPageProduct } from '../../src/read/structured.ts';
import { ld, show } from './show.ts';

beforeEach(() => void show(''));

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

test('what is chosen stands around a form of nothing but its control; a choice may be one of buttons', () => {
  const product = { item: { item_name: 'Mug', price: 12 }, currency: 'USD' };
  const more = '<div><button>−</button><span>2</span><button>+</button></div>';
  const sizes = '<button aria-pressed="true">L</button>';
  show(
    `<main><h1>Mug</h1><b class="price">$19.00</b>${sizes}${more}<form><button id="add">Add to cart</button></form></main>`,
  );
  expect(readAdded(document.querySelector('#add')!, product).items).toMatchObject([{ price: 19, quantity: 2 }]);
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
