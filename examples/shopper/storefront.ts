import type { Page } from 'playwright-core';
import { type Product, products, type Variant } from '../shop/catalogue.ts';
import { DECLINED_CARD } from '../shop/store.ts';
import { person } from './acts.ts';
import { arrive, chooseLanding } from './arrival.ts';
import { createChance } from './chance.ts';
import type { Piece, Walk, Walker } from './walk.ts';

const GOOD_CARD = '4242424242424242';

/** How often a shopper leaves an address, and how often they come back to an order. */
const LEAD = 0.15;
const RELOAD = 0.2;

const address = {
  'Full name': person.name,
  'E-mail': person.email,
  'Street and number': person.street,
  Postcode: person.postcode,
  Town: person.city,
};

/** A shopper on one page, with everything they can do there. Each act waits for what a person would see. */
const createShopper = (page: Page, walk: Walk) => {
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  const follow = (name: string | RegExp) => page.getByRole('link', { name }).first().click();
  const see = (heading: string | RegExp) => page.getByRole('heading', { level: 1, name: heading }).waitFor();

  const addHere = async (variant: Variant) => {
    if (variant.label) await page.getByRole('radio', { name: variant.label.en, exact: true }).check();
    await page.locator('main form').getByRole('button', { name: 'Add to cart' }).click();
  };

  return {
    arrive: async (shopUrl: string) => {
      await arrive(page, shopUrl, walk.landing);
      await see('Made slowly, used daily.');
    },
    browse: async (product: Product) => {
      await page.locator(`nav a[href="/shop/${product.category}"]`).first().click();
      await page.locator(`main a[href="/products/${product.slug}"]`).first().click();
      await see(product.name.en);
      walk.viewed.push(product.slug);
    },
    readSizeGuide: async () => {
      await press('Size guide');
      await page.getByRole('dialog', { name: 'Which size?' }).getByRole('button', { name: 'Close' }).click();
    },
    add: async (variant: Variant) => {
      await addHere(variant);
      await page.getByRole('dialog', { name: 'Added to your cart' }).waitFor();
      walk.added.push({ sku: variant.sku, quantity: 1 });
      await press('Continue shopping');
    },
    addSoldOut: async (variant: Variant) => {
      await addHere(variant);
      await page.getByRole('alert').waitFor();
      walk.refusedAdds += 1;
    },
    search: async (term: string) => {
      await page.getByRole('searchbox').fill(term);
      await page.getByRole('searchbox').press('Enter');
      await see(`Search: ${term}`);
    },
    subscribe: async (email: string) => {
      await page.getByLabel('E-mail address').fill(email);
      await press('Subscribe');
      await page.getByText('The next letter is yours').waitFor();
      walk.lead = 'newsletter';
    },
    openCart: async () => {
      await follow(/^Cart/);
      await see('Your cart');
      walk.cart = true;
    },
    oneMore: async () => {
      const line = page.locator('.cart-line').first();
      const quantity = Number(await line.getByRole('status').textContent());
      await line.getByRole('button', { name: 'One more' }).click();
      await line.getByText(String(quantity + 1), { exact: true }).waitFor();
    },
    redeem: async (code: string) => {
      await page.getByLabel('Coupon code').fill(code);
      await press('Apply');
      await page.locator('.tag', { hasText: code }).waitFor();
    },
    removeLast: async (piece: Piece) => {
      const lines = page.locator('.cart-line');
      const before = await lines.count();
      await lines
        .last()
        .getByRole('button', { name: /^Remove/ })
        .click();
      await lines.nth(before - 1).waitFor({ state: 'detached' });
      walk.removed.push(piece);
    },
    beginCheckout: async () => {
      await follow('Checkout');
      await see('Where shall we send it?');
      walk.checkout = true;
    },
    fillIn: async (isGift: boolean, shipping: RegExp) => {
      for (const [label, value] of Object.entries(address)) await page.getByLabel(label, { exact: true }).fill(value);
      await press('Continue to shipping');
      await see('How shall it travel?');
      await page.getByRole('radio', { name: shipping }).check();
      if (isGift) await page.getByRole('checkbox').check();
      await press('Continue to payment');
      await see('How would you like to pay?');
    },
    payByCard: async (card: string) => {
      await page.getByRole('radio', { name: /^Card/ }).check();
      await page.getByLabel('Card number').fill(card);
      await press(/^Place order/);
    },
    payByInvoice: async () => {
      await page.getByRole('radio', { name: /^Invoice/ }).check();
      await press(/^Place order/);
    },
    seeRefusal: () => page.getByRole('alert').waitFor(),
    reload: async () => {
      await page.reload();
      await see('Thank you for your order');
    },
    readOrder: async () => {
      await see('Thank you for your order');
      walk.order = (await page.locator('.order-number').textContent())!;
    },
  };
};

const isSoldOut = ({ variants }: Product) => variants.every(({ stock }) => stock === 0);

const soldOut = products.filter(isSoldOut);
const onTheShelf = products.filter((product) => !isSoldOut(product));

/** Walks one shopper through the single-page shop. */
export const walkStorefront: Walker = async (page, shopUrl, { random, habits }) => {
  const chance = createChance(random);
  const { does, pick } = chance;
  const walk: Walk = {
    landing: chooseLanding(chance),
    viewed: [],
    added: [],
    removed: [],
    refusedAdds: 0,
    cart: false,
    checkout: false,
  };
  const shopper = createShopper(page, walk);

  await shopper.arrive(shopUrl);
  if (does(habits.wander)) await shopper.search(pick(['mug', 'linen', 'lamp', 'teapot']));
  if (does(LEAD)) await shopper.subscribe(person.email);
  if (!does(habits.view)) return walk;

  if (does(habits.wander)) {
    const product = pick(soldOut);
    await shopper.browse(product);
    await shopper.addSoldOut(product.variants[0]);
  }
  const add = async ({ option, variants }: Product) => {
    if (option === 'size' && does(habits.wander)) await shopper.readSizeGuide();
    const variant = pick(variants);
    await shopper.add(variant);
    return { sku: variant.sku, quantity: 1 };
  };
  const product = pick(onTheShelf);
  await shopper.browse(product);
  if (!does(habits.add)) return walk;
  await add(product);

  let second: Piece | undefined;
  if (does(habits.wander)) {
    const other = pick(onTheShelf.filter((candidate) => candidate !== product));
    await shopper.browse(other);
    second = await add(other);
  }
  await shopper.openCart();
  if (does(habits.wander)) await shopper.oneMore();
  if (does(habits.wander)) await shopper.redeem('WELCOME10');
  if (second && does(habits.wander)) await shopper.removeLast(second);
  if (!does(habits.checkout)) return walk;

  await shopper.beginCheckout();
  if (!does(habits.buy)) return walk;
  await shopper.fillIn(does(habits.wander), pick([/^Standard/, /^Standard/, /^Express/]));
  if (does(habits.wander)) {
    await shopper.payByCard(DECLINED_CARD);
    await shopper.seeRefusal();
  }
  if (does(0.5)) await shopper.payByCard(GOOD_CARD);
  else await shopper.payByInvoice();
  await shopper.readOrder();
  if (does(RELOAD)) await shopper.reload();
  return walk;
};
