import { expect, test } from 'vitest';
import type { MilestoneName } from '../src/funnel.ts';
import { DEFAULT_STAGES, LEVELS, levelOf, STAGES, STEPS, stageOf } from '../src/stages.ts';

test('a shopper goes through all five stages, from the top of the funnel to its bottom', () => {
  expect(STEPS.shop.map((name) => stageOf(name))).toEqual([...STAGES]);
  expect(STAGES.map((stage) => LEVELS[stage])).toEqual(['tofu', 'mofu', 'mofu', 'bofu', 'bofu']);
});

test.each(Object.entries(STEPS))('the steps of %s lead onward and end in closing', (_, steps) => {
  const places = steps.map((name) => STAGES.indexOf(stageOf(name)!));
  expect(places).toEqual([...places].sort());
  expect([places[0], places.at(-1)]).toEqual([0, STAGES.length - 1]);
});

test('every milestone has a stage, but for a refund', () => {
  const onward: Record<MilestoneName, boolean> = {
    landing: true,
    view_item: true,
    add_to_cart: true,
    remove_from_cart: true,
    view_cart: true,
    begin_checkout: true,
    add_shipping_info: true,
    add_payment_info: true,
    purchase: true,
    refund: false,
    generate_lead: true,
    sign_up: true,
  };
  expect(Object.keys(onward).map((name) => [name, !!stageOf(name)])).toEqual(Object.entries(onward));
});

test('a site maps its own events, without losing the others', () => {
  const stages = { ...DEFAULT_STAGES, webinar_joined: 'proposal' } as const;
  expect([levelOf('webinar_joined', stages), levelOf('purchase', stages)]).toEqual(['mofu', 'bofu']);
});

test.each(['constructor', '__proto__', 'form_abandon', ''])('%j moves nobody', (name) => {
  expect([stageOf(name), levelOf(name)]).toEqual([undefined, undefined]);
});
