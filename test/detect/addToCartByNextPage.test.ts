// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { addToCart } from '../../src/detect/addToCart.ts';
import { viewItem } from '../../src/detect/viewItem.ts';
import { answerWith, badge, createNotes, intercept, PRODUCT, press, useServer, watch } from './shopPage.ts';

const server = useServer();

test('an add by form post is decided by the next page', async () => {
  const memory = createNotes();
  const first = watch(PRODUCT, [addToCart()], { memory });
  document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  await vi.advanceTimersByTimeAsync(4000);
  press('#add');
  first.leave();
  first.stop();
  expect(first.seen).toEqual([]);
  const next = watch(
    `<div class="message success" role="alert">“Mug” has been added to your cart.</div>${PRODUCT}`,
    [addToCart()],
    { memory },
  );
  await vi.advanceTimersByTimeAsync(1000);
  expect(next.seen).toMatchObject([{ name: 'add_to_cart', fields: { value: 25 }, by: { evidence: ['notice'] } }]);
  next.stop();
});

/** Presses the product's add control, and shows the page that follows. */
const addAndFollow = async (before: string, after: string, path = '/') => {
  const memory = createNotes();
  const first = watch(before, [addToCart()], { memory });
  document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  await vi.advanceTimersByTimeAsync(4000);
  press('#add');
  first.leave();
  first.stop();
  const next = watch(after, [addToCart()], { memory, path });
  await vi.advanceTimersByTimeAsync(1000);
  next.stop();
  return next;
};

const LINE =
  '<main><table><tr><td><a href="/mug">Mug</a></td><td><input name="qty" value="2"></td><td>12,50 €</td></tr></table></main>';

test('a product goes by the number that the form around its heading sends', async () => {
  const shop = watch(
    '<meta property="og:type" content="product"><form><input type="hidden" name="aid" value="05848170643ab0de"><div class="details"><h1>Vase</h1><b class="price">34,00 €</b></div></form>',
    [viewItem()],
  );
  await vi.advanceTimersByTimeAsync(4000);
  expect(shop.seen).toMatchObject([{ name: 'view_item', fields: { items: [{ item_id: '05848170643ab0de' }] } }]);
  shop.stop();
});

test('a cart with the line confirms an add, unless its badge stands still', async () => {
  const grown = await addAndFollow(badge(3) + PRODUCT, badge(5) + LINE, '/cart');
  expect(grown.seen).toMatchObject([{ name: 'add_to_cart', fields: { value: 25 }, by: { evidence: ['cart'] } }]);
  const still = await addAndFollow(badge(2) + PRODUCT, badge(2) + LINE, '/cart');
  expect(still.seen).toEqual([]);
  const none = await addAndFollow(PRODUCT, LINE, '/cart');
  expect(none.seen).toMatchObject([{ name: 'add_to_cart', by: { evidence: ['cart'] } }]);
});

test('an add whose control tells no number has that of the line which came of it', async () => {
  const card =
    '<main><ul><li><h3><a href="/mug">Mug</a></h3><b class="price">12,50 €</b><form method="post" action="/basket"><button id="add">Add to cart</button></form></li></ul></main>';
  const lines = LINE.replace(
    '<tr>',
    '<tr><td><a href="/rack">Mug rack</a><i class="sku">R-1</i></td><td><input name="qty" value="1"></td><td>8,00 €</td></tr><tr>',
  ).replace('Mug</a></td>', 'Mug</a><i class="sku">M-7</i></td>');
  const { seen } = await addAndFollow(badge(1) + card, badge(3) + lines, '/cart');
  expect(seen).toMatchObject([{ name: 'add_to_cart', fields: { items: [{ item_id: 'M-7', item_name: 'Mug' }] } }]);
});

test('a warning beside a word of success that names what was added refuses nothing', async () => {
  const warning = '<p class="alert alert-warning">Few are left of what stands in your cart.</p>';
  const success = (name: string) => `<p class="alert alert-success">${name} was added to your cart</p>`;
  const told = async (words: string) => (await addAndFollow(PRODUCT, words + LINE, '/cart')).seen.length;
  expect(await told(success('Mug') + warning)).toBe(1);
  expect(await told(success('Cup') + warning)).toBe(0);
  expect(await told('<p class="alert alert-warning">Only three of Mug fit in your cart</p>')).toBe(0);
});

test('a word of success that speaks of adding confirms an add, also where it names neither cart nor product', async () => {
  const told = async (kind: string, words: string) =>
    (await addAndFollow(PRODUCT, `<p class="alert ${kind}">${words}</p>${PRODUCT}`)).seen.length;
  expect(await told('alert-success', 'アイテムが正常に追加されました')).toBe(1);
  expect(await told('alert-success', 'Artikel wurde hinzugefügt')).toBe(1);
  expect(await told('alert-success', 'Added to your wish list')).toBe(0);
  expect(await told('alert-success', 'You are logged in')).toBe(0);
  expect(await told('alert-info', 'Add three more for a discount')).toBe(0);
});

test('where the page’s price does not follow the choice, the cart that comes next has it, of one piece', async () => {
  const one = PRODUCT.replace('value="2"', 'value="1"');
  const line = (quantity: number, price: string) =>
    LINE.replace('value="2"', `value="${quantity}"`).replace('12,50', price);
  const dearer = await addAndFollow(one, line(1, '14,50'), '/cart');
  expect(dearer.seen).toMatchObject([{ fields: { value: 14.5, items: [{ price: 14.5, quantity: 1 }] } }]);
  const more = await addAndFollow(one, line(3, '43,50'), '/cart');
  expect(more.seen).toMatchObject([{ fields: { value: 12.5, items: [{ price: 12.5, quantity: 1 }] } }]);
});

test('a box where errors will be shown refuses nothing', async () => {
  const waiting = '<p class="error" role="alert">Error</p>';
  const { checkVisibility } = Element.prototype;
  Element.prototype.checkVisibility = function () {
    return !this.matches('.error');
  };
  const next = await addAndFollow(badge(0) + PRODUCT, badge(2) + waiting + LINE, '/cart');
  Element.prototype.checkVisibility = checkVisibility;
  expect(next.seen).toMatchObject([{ name: 'add_to_cart' }]);
});

test('an error on the next page refuses it', async () => {
  const memory = createNotes();
  const first = watch(PRODUCT, [addToCart()], { memory });
  await vi.advanceTimersByTimeAsync(4000);
  document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  press('#add');
  first.leave();
  first.stop();
  const next = watch(`<ul class="error" role="alert"><li>Only 1 left in stock</li></ul>${PRODUCT}`, [addToCart()], {
    memory,
  });
  await vi.advanceTimersByTimeAsync(5000);
  expect(next.seen).toEqual([]);
  next.stop();
});

test('without memory such an add expires, and says so', async () => {
  const shop = watch(PRODUCT, [addToCart()], { memory: createNotes(false) });
  await vi.advanceTimersByTimeAsync(4000);
  document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  press('#add');
  shop.leave();
  expect(shop.attempts).toMatchObject([{ outcome: 'open' }, { outcome: 'expired', why: 'no memory' }]);
  shop.stop();
});

test('a page in answer to an add that lists errors is a refusal', async () => {
  const page = (box: string) => `<!DOCTYPE html><html><body>${box}<section class="basket">Mug</section></body></html>`;
  for (const [box, names] of [
    ['<ul class="error-list"><li class="error-item">Only 12 left</li></ul>', []],
    ['<ul class="error-list"></ul>', ['add_to_cart']],
  ] as const) {
    server.answer = () => answerWith(200, page(box), 'text/html');
    const shop = watch(
      '<main><h1>Mug</h1><b class="price">€12.50</b><form action="/basket" method="post"><input type="hidden" name="action" value="add"><input type="hidden" name="product_id" value="7"><button>Add to basket</button></form></main>',
      [addToCart()],
      { path: '/mug' },
    );
    await vi.advanceTimersByTimeAsync(4000);
    intercept('/basket', { action: 'add', product_id: 7 });
    press('button');
    await vi.advanceTimersByTimeAsync(2000);
    expect(shop.names()).toEqual(names);
    shop.stop();
  }
});
