// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readLines } from '../../src/read/lines.ts';
import { mainOf } from '../../src/read/main.ts';
import { readShownProduct } from '../../src/read/near.ts';
import { readPageProduct } from '../../src/read/structured.ts';
import { readTotals } from '../../src/read/totals.ts';
import { goodsFor, NUMBER } from '../bench/detect/invented/goods.ts';
import { pagesFor } from '../bench/detect/invented/pages.ts';
import { pathsFor } from '../bench/detect/invented/paths.ts';
import { drawTraits } from '../bench/detect/invented/traits.ts';
import { unitsOf } from '../bench/detect/spa.ts';

/** What the pages of a shop drawn at random say, and whether it is read so. */
const readShop = (seed: number): Record<string, boolean> => {
  const traits = drawTraits(seed);
  const { locale, currency, words, confirmation } = traits;
  const goods = goodsFor(traits);
  const pages = pagesFor(traits, goods, pathsFor(traits));
  const { mug, lamp, fee } = goods;
  const lines = [
    { product: mug, quantity: 2 },
    { product: lamp, quantity: 1 },
  ];
  const money = (amount: number) => amount / unitsOf(currency);
  const show = (name: string, middle: string) => {
    const whole = new DOMParser().parseFromString(
      pages.around(name, '', '', lines, pages.mini(lines), middle),
      'text/html',
    );
    document.documentElement.lang = locale;
    document.title = whole.title;
    document.body.innerHTML = whole.body.innerHTML;
    return mainOf(document);
  };
  const isSaid = (items: object[]) =>
    items.length === lines.length &&
    lines.every(({ product, quantity }, at) =>
      expect
        .objectContaining({ item_name: product.name, price: money(product.price), quantity })
        .asymmetricMatch(items[at]),
    );
  const isRead = (product: typeof mug) => {
    show(product.name, pages.product(product));
    const { item } = readPageProduct(document) ?? readShownProduct(document, currency) ?? {};
    return item?.item_name === product.name && item.price === money(product.price);
  };
  const facts: Record<string, boolean> = { mug: isRead(mug), lamp: isRead(lamp) };
  facts.cart = isSaid(readLines(show(words.cart, pages.cart(lines)), currency).items);
  const checkout = show(words.checkout, pages.checkout(lines, 0));
  facts.summary = isSaid(readLines(checkout, currency, true).items);
  const { total, shipping } = readTotals(checkout, currency);
  facts.total = total === money(2 * mug.price + lamp.price + fee);
  facts.shipping = shipping === money(fee);
  if (confirmation !== 'address')
    facts.order = readTotals(show(words.thanks, pages.done(lines)), currency).order === NUMBER;
  return Object.fromEntries(Object.entries(facts).map(([name, isRight]) => [`${seed}: ${name}`, isRight]));
};

test('what the pages of shops drawn at random say is read: products, carts, sums and orders, at least 98 % of it', {
  timeout: 120_000,
}, () => {
  const facts = Array.from({ length: 60 }, (_, at) => Object.entries(readShop(1000 + at))).flat();
  const wrong = facts.filter(([, isRight]) => !isRight).map(([name]) => name);
  expect(wrong.length / facts.length, wrong.join(', ')).toBeLessThanOrEqual(0.02);
});
