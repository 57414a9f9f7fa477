import type { ElementHandle, Page } from 'playwright-core';
import { optional, order, type Product, pieces, step } from '../../parts.ts';
import type { Origins, Step, Truth } from '../../platform.ts';
import { byName } from '../../spa.ts';
import { NUMBER } from '../goods.ts';
import { type AppGoods, createIds, OLD_NUMBER } from './appGoods.ts';
import type { AppPaths } from './appPaths.ts';
import type { AppTraits } from './appTraits.ts';

type Part = Element & { at?: string };

/** A part of the page by what the app calls it; nothing in the markup says so. */
const find = async (tab: Page, at: string): Promise<ElementHandle<Element>> => {
  const found = await tab.waitForFunction(
    (name) => [...document.querySelectorAll('#root *')].find((one) => (one as Part).at === name),
    at,
  );
  return found.asElement() as ElementHandle<Element>;
};
/** Waits until the app has asked for all it wants. */
const calm = (tab: Page) =>
  tab.waitForFunction(() => (document.querySelector('#root') as Element & { busy?: number })?.busy === 0);
const click = (at: string) => async (tab: Page) => {
  await (await find(tab, at)).click();
  await calm(tab);
};
const both =
  (...acts: Step['act'][]): Step['act'] =>
  async (tab) => {
    for (const act of acts) await act(tab);
  };
const enter = (at: string, text: string) => async (tab: Page) => (await find(tab, at)).fill(text);

/** From the landing to the purchase, with what shoppers do on the way and what comes to nothing. */
export const appWalkFor = (traits: AppTraits, goods: AppGoods, paths: AppPaths, { shop: origin }: Origins): Step[] => {
  const { currency, wire, told, checkout, payment, cart, feedback } = traits;
  const { mug, lamp, rug, fee } = goods;
  const large = mug.variants.at(-1)!;
  const [lampOne, rugOne] = [lamp.variants[0], rug.variants[0]];
  const mugs = traits.stepper === 'none' ? 1 : 2;
  const hasSizes = mug.variants.length > 1;
  const bought: [Product, number][] = [[large, mugs + 1]];
  const named = (name: string, ...lines: [Product, number][]): Truth => byName(pieces(name, currency, ...lines));
  const viewed = (product: Product): Truth => {
    const truth = pieces('view_item', currency, [product, 1]);
    return told === 'json-ld' ? truth : byName(truth);
  };
  /** The request names what is added where there is one that says so; elsewhere only the page does. */
  const isNumbered = wire !== 'action' && wire !== 'kept';
  const added = (product: Product, quantity: number): Truth[] => {
    const truth = pieces('add_to_cart', currency, [product, quantity]);
    return [isNumbered ? truth : byName(truth), ...(feedback === 'drawer' ? [optional('view_cart')] : [])];
  };
  const open = (slug: string) => both(click('list'), click(`card ${slug}`));
  const closeDrawer = feedback === 'drawer' ? [step('closes the drawer', click('close drawer'))] : [];
  const isExpress = checkout === 'express';
  const id = createIds(traits)('Order', NUMBER.slice(3), NUMBER.toLowerCase());
  const steps = [optional('add_shipping_info'), optional('add_payment_info')];
  const bill: Truth = {
    ...byName(order(currency, { id: NUMBER, total: large.price * (mugs + 1) + fee, shipping: fee }, ...bought)),
    transaction_id: [NUMBER, id, id.split('/').pop()!],
  };
  const fillIn = async (tab: Page) => {
    const address = { email: 'a@b.example', name: 'Ada', street: 'Long Lane 1', zip: '12345', city: 'Bath' };
    for (const [name, text] of Object.entries(address)) await tab.fill(`main [name=${name}]`, text);
  };
  const shows = (tab: Page, text: string) => tab.locator('main', { hasText: text }).waitFor();
  const thanks = (tab: Page) => shows(tab, traits.words.thanks);

  const orders = (pay: Step['act']): Step[] => [
    ...(payment === 'failing first'
      ? [
          step(
            'pays, and the card is declined',
            both(pay, (tab) => tab.getByText('declined').waitFor()),
            ...steps,
          ),
        ]
      : []),
    step('pays', both(pay, thanks), bill, ...steps),
  ];
  const next = click('next');
  const whole: Step[] = [
    step(
      'goes to the checkout',
      both(click('checkout'), (tab) => find(tab, 'next')),
      named('begin_checkout', ...bought),
    ),
    step('forgets the address', next),
    ...(checkout === 'one form'
      ? [step('tells all', both(fillIn, click('shipping post'), click('payment card')), ...steps)]
      : [
          step('tells the address', both(fillIn, next), optional('add_shipping_info')),
          step('chooses the way', both(click('shipping post'), next), ...steps),
          step('chooses how to pay', click('payment card'), ...steps),
        ]),
    ...orders(next),
  ];
  const express: Step[] = [
    step('opens the quick way to pay', click('express'), optional('begin_checkout')),
    step('closes it again', click('close sheet')),
    step('opens it once more', click('express'), optional('begin_checkout')),
    ...orders(click('pay')),
  ];
  const arrive = async (tab: Page) => {
    await tab.goto(`${origin}${traits.routes === 'hash' ? `/#${paths.home}` : paths.home}`, {
      referer: 'https://www.google.com/',
    });
    await find(tab, 'popup');
    await calm(tab);
  };
  return [
    step('arrives', arrive, { name: 'landing' }),
    step('closes the popup', click('close popup')),
    step('opens the menu and closes it', both(click('open menu'), click('close menu'))),
    step('looks at the list, sorts and filters it', async (tab) => {
      await click('list')(tab);
      await (await find(tab, 'sort')).selectOption('down');
      await calm(tab);
      await click('filter')(tab);
    }),
    step('looks at the mug', open(mug.slug), viewed(mug.variants[0])),
    ...(hasSizes
      ? [
          step(
            'chooses the large one',
            traits.variants === 'select'
              ? async (tab) => (await find(tab, 'sizes')).selectOption(large.id)
              : click('size L'),
            optional('view_item'),
          ),
        ]
      : []),
    ...(mugs > 1 ? [step('wants two', click('wanted more'))] : []),
    step('wishes for it', click('wish')),
    step('adds mugs', click('add'), ...added(large, mugs)),
    ...closeDrawer,
    step('looks at the lamp', open(lamp.slug), viewed(lampOne)),
    step('adds a lamp', click('add'), ...added(lampOne, 1)),
    ...closeDrawer,
    step('searches', async (tab) => {
      const field = await find(tab, 'query');
      await field.fill('vase');
      await field.press('Enter');
      await calm(tab);
    }),
    step('looks at the rug', open(rug.slug), viewed(rugOne)),
    step(
      'is refused the rug',
      both(click('add'), (tab) => find(tab, 'toast')),
    ),
    step('looks at an old order', both(click('account'), click(`order ${OLD_NUMBER}`))),
    step('opens the cart', click('cart'), named('view_cart', [large, mugs], [lampOne, 1])),
    step('types a coupon that is refused', async (tab) => {
      await tab.fill('[name=code]', 'SPRING');
      await click('redeem')(tab);
    }),
    step('wants one mug more', click(`line ${mug.slug} more`)),
    ...(mugs > 1
      ? [
          step(
            'is refused a fourth',
            both(click(`line ${mug.slug} more`), (tab) => find(tab, 'toast')),
          ),
        ]
      : []),
    step('takes the lamp out', click(`remove ${lamp.slug}`), named('remove_from_cart', [lampOne, 1])),
    ...(cart === 'drawer'
      ? [step('closes the cart', click('close drawer')), step('opens it again', click('cart'), optional('view_cart'))]
      : []),
    ...(isExpress ? express : whole),
    step(
      'loads the page again',
      both((tab) => tab.reload(), thanks),
    ),
    step('looks at the order in the account', both(click('account'), click(`order ${NUMBER}`))),
    step('looks at the old one again', both(click('account'), click(`order ${OLD_NUMBER}`))),
    step('subscribes', both(enter('footer email', 'a@b.example'), click('subscribe')), {
      name: 'generate_lead',
      form_kind: 'newsletter',
    }),
  ];
};
