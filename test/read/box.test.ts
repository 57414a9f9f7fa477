// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { idOf, nameOf, quantityOf } from '../../src/read/box.ts';
import { show } from './show.ts';

beforeEach(() => void show(''));

test('a form’s quantity may stand outside of it', () => {
  show('<form id="f"><button id="b">Add</button></form><input name="qty" form="f" value="3">');
  expect(quantityOf(document.querySelector('#f')!)).toBe(3);
});

test('a field is one for how many by its class alone, too', () => {
  show('<form id="f"><input type="text" name="quan[h2]" class="quantity checkout" value="4"></form>');
  expect(quantityOf(document.querySelector('#f')!)).toBe(4);
});

test('what an open dialog has marked to be left out is there to be seen', () => {
  const box = (marks: string) =>
    nameOf(show(`<div><div aria-hidden="true" ${marks}><h2>Mug</h2></div><img alt="Mug, large"></div>`));
  expect(box('data-aria-hidden="true"')).toBe('Mug');
  expect(box('')).toBe('Mug, large');
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

test('an article may go by the number that a link beside it sends', () => {
  expect(idOf(show('<div><div><a href="/compare?articleID=171">Compare</a></div></div>'))).toBe('171');
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

test('a field that takes digits says how many, whatever it is called', () => {
  show('<div><button>−</button><input type="text" inputmode="numeric" value="2"><button>+</button></div>');
  expect(quantityOf(document.body)).toBe(2);
});
