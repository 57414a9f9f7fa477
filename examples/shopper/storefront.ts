import type { Page } from 'playwright-core';
import { type Product, products, type Variant } from '../shop/catalogue.ts';
import { DECLINED_CARD } from '../shop/store.ts';
import type { Landing, Piece, Walk, Walker } from './walk.ts';

const arrivals: Landing[] = [
  { kind: 'campaign', utm: { source: 'google', medium: 'cpc', campaign: 'tableware' } },
  { kind: 'campaign', utm: { source: 'newsletter', medium: 'email', campaign: 'october' } },
  { kind: 'campaign', utm: { source: 'slow-living', medium: 'affiliate', campaign: 'gift-guide' } },
  { kind: 'referrer', referrer: 'https://www.google.com/' },
  { kind: 'direct' },
];

const address = {
  'Full name': 'Mara Lind',
  'E-mail': 'mara@example.org',
  'Street and number': 'Kanalweg 4',
  Postcode: '20457',
  Town: 'Hamburg',
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
      const { landing } = walk;
      const utm = landing.kind === 'campaign' ? Object.entries(landing.utm) : [];
      const query = new URLSearchParams(utm.map(([name, value]) => [`utm_${name}`, value]));
      await page.goto(`${shopUrl}/?${query}`, landing.kind === 'referrer' ? { referer: landing.referrer } : {});
      await see('Made slowly, used daily.');
    },
    browse: async (product: Product) => {
      await page.locator(`nav a[href="/shop/${product.category}"]`).first().click();
      await page.locator(`main a[href="/products/${product.slug}"]`).first().click();
      await see(product.name.en);
      walk.viewed.push(product.slug);
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
    payByInvoice: () => press(/^Place order/),
    seeRefusal: () => page.getByRole('alert').waitFor(),
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
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;
  const does = (likelihood: number) => random() < likelihood;
  const walk: Walk = {
    landing: pick(arrivals),
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
  if (does(habits.wander)) await shopper.subscribe(address['E-mail']);
  if (!does(habits.view)) return walk;

  if (does(habits.wander)) {
    const product = pick(soldOut);
    await shopper.browse(product);
    await shopper.addSoldOut(product.variants[0]);
  }
  const product = pick(onTheShelf);
  await shopper.browse(product);
  if (!does(habits.add)) return walk;
  await shopper.add(pick(product.variants));

  const hasSecond = does(habits.wander);
  const second = pick(onTheShelf.filter((other) => other !== product));
  if (hasSecond) {
    await shopper.browse(second);
    await shopper.add(second.variants[0]);
  }
  await shopper.openCart();
  if (does(habits.wander)) await shopper.oneMore();
  if (does(habits.wander)) await shopper.redeem('WELCOME10');
  if (hasSecond && does(habits.wander)) await shopper.removeLast({ sku: second.variants[0].sku, quantity: 1 });
  if (!does(habits.checkout)) return walk;

  await shopper.beginCheckout();
  if (!does(habits.buy)) return walk;
  await shopper.fillIn(does(habits.wander), pick([/^Standard/, /^Express/]));
  if (does(habits.wander)) {
    await shopper.payByCard(DECLINED_CARD);
    await shopper.seeRefusal();
  }
  if (does(0.5)) await shopper.payByCard('4242 4242 4242 4242');
  else await shopper.payByInvoice();
  await shopper.readOrder();
  return walk;
};
