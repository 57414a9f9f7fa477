import { DECLINED_CARD } from '../shop/store.ts';
import { createActs, person } from './acts.ts';
import { arrive, chooseLanding } from './arrival.ts';
import { createChance } from './chance.ts';
import type { Walk, Walker } from './walk.ts';

const GOOD_CARD = '4242424242424242';

/** How often a shopper asks for something, and how often they come back to an order. */
const LEAD = 0.15;
const RELOAD = 0.2;

/** Walks one shopper through the multi-page shop. */
export const walkShop: Walker = async (page, shopUrl, { random, habits }) => {
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
  const acts = createActs(page, walk);
  const anyOf = async (selector: string) => Math.floor(random() * (await acts.count(selector)));

  const willView = does(habits.view);
  const doors = ['', '/category/coffee', '/category/tableware'];
  const door = pick(willView ? [...doors, '/product/reed-vase', '/product/nord-mug'] : doors);
  await arrive(page, `${shopUrl}/${pick(['en', 'en', 'de'])}${door}`, walk.landing);
  acts.noteView();

  if (does(habits.wander)) await acts.search(pick(['espresso', 'teapot', 'a']));
  let mayRegister = false;
  if (does(LEAD)) {
    const lead = pick(['newsletter', 'newsletter', 'contact', 'registration']);
    if (lead === 'newsletter') await acts.subscribe(does(habits.wander) ? 'ida.brandt@example' : person.email);
    else if (lead === 'contact') await acts.writeToUs();
    else {
      mayRegister = true;
      await acts.register(`ida.${Math.floor(random() * 1e9)}@example.com`);
    }
  }
  if (!willView) return walk;

  const lookAround = async () => {
    await acts.openCategory(await anyOf('.main-nav a[href*="/category/"]'));
    await acts.openProduct(await anyOf('main .product-link'));
  };
  if (!acts.isAtProduct() || does(habits.wander)) await lookAround();
  if (!does(habits.add)) return walk;

  const addOne = async () => {
    const variants = await acts.count('main .variant');
    if (variants) await acts.chooseVariant(Math.floor(random() * variants));
    await acts.add(does(habits.wander) ? 2 : 1);
  };
  await addOne();
  if (does(habits.wander)) {
    await acts.openCategory(0);
    await acts.addFromCard(await anyOf('main .card-form'));
  }
  while (!walk.added.length) {
    await lookAround(); // what they wanted was sold out
    await addOne();
  }

  await acts.openCart();
  if (does(habits.wander)) await acts.oneMore();
  if (does(habits.wander)) await acts.redeem(pick(['WELCOME10', 'SUMMER99']));
  const hasMore = (await acts.count('.cart-line')) > 1;
  if (hasMore && does(habits.wander)) await acts.removeFirst(pick(['button', 'quantity']));
  if (!does(habits.checkout)) return walk;

  await acts.beginCheckout();
  if (!does(habits.buy)) return walk;
  await acts.fillInAddress();
  await acts.chooseShipping(pick(['standard', 'standard', 'express']));
  if (does(habits.wander)) await acts.pay(DECLINED_CARD);
  await acts.pay(pick([GOOD_CARD, GOOD_CARD, 'invoice']));
  if (does(RELOAD)) await acts.reload();
  if (mayRegister) await acts.openOrders();
  return walk;
};
