import { quiet, type Stage, until } from '../stage.ts';
import { OURS, type Subject } from '../subjects.ts';
import type { Tab } from '../tab.ts';
import { clickOf, forcedBy, traced } from '../trace.ts';

/** How many observers of the page's changes are at work. Has to be there before any script. */
const countObservers = () => {
  const counted = window as unknown as { observers: Set<MutationObserver>; mostObservers: number };
  counted.observers = new Set();
  counted.mostObservers = 0;
  const { observe, disconnect } = MutationObserver.prototype;
  MutationObserver.prototype.observe = function (...given) {
    counted.observers.add(this);
    counted.mostObservers = Math.max(counted.mostObservers, counted.observers.size);
    return observe.apply(this, given);
  };
  MutationObserver.prototype.disconnect = function () {
    counted.observers.delete(this);
    return disconnect.call(this);
  };
};

const centreOfAdd = (tab: Tab) =>
  tab.evaluate(() => {
    const add = document.querySelector('#add')!;
    add.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = add.getBoundingClientRect();
    return [x + width / 2, y + height / 2] as const;
  });

/** A shopper adds the product of a large page to the cart; the shop's server is asked and shows the new count. */
const press = async (stage: Stage, tab: Tab, subject: Subject) => {
  const added = () => stage.endpoint.events('add_to_cart').length;
  const before = added();
  await tab.click(...(await centreOfAdd(tab)));
  await until('the shop has taken it', () => tab.evaluate(() => document.querySelector('#count')!.textContent === '1'));
  if (subject === 'funnelwire') await until('the add is told', () => added() > before);
};

/** What the click itself took, from its first listener to its last, the shop's own work included. */
export const measurePress = async (stage: Stage, subject: 'nothing' | 'funnelwire', slowdown: number) => {
  const tab = await stage.open(slowdown);
  await tab.go(`/${subject}/shop`);
  await quiet(stage, tab);
  const slices = await traced(tab, () => press(stage, tab, subject));
  await tab.close();
  return { clickMs: clickOf(slices) };
};

/** What a page has to bear from its start to an add in the cart, counted instead of timed. */
export const countBurden = async (stage: Stage, subject: 'nothing' | 'funnelwire', script = OURS) => {
  const tab = await stage.open(1);
  await tab.prepare(countObservers);
  const slices = await traced(
    tab,
    async () => {
      await tab.go(`/${subject}/shop`);
      await quiet(stage, tab);
      await press(stage, tab, subject);
      await quiet(stage, tab);
    },
    true,
  );
  const counts = await tab.evaluate(() => {
    const { observers, mostObservers } = window as unknown as { observers: Set<unknown>; mostObservers: number };
    return { mostObservers, observers: observers.size };
  });
  await tab.close();
  return { ...counts, forcedLayouts: forcedBy(slices, script).length };
};
