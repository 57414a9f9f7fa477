import { type Browser, chromium } from 'playwright-core';
import { seededRandom } from './chance.ts';
import { walkShop } from './shopper.ts';
import { walkStorefront } from './storefront.ts';
import { type Habits, usualHabits, type Walk } from './walk.ts';

export interface Progress {
  done: number;
  count: number;
  orders: number;
}

export interface Sending {
  browserPath: string;
  shopUrl: string;
  /** Where given, every other shopper goes there. */
  storefrontUrl?: string;
  count: number;
  /** Repeats the same shoppers. */
  seed: number;
  /** Shoppers at once, 2 unless told. */
  concurrency?: number;
  habits?: Habits;
  onProgress?: (progress: Progress) => void;
}

/** What a shopper did, and in which shop. */
export type Sent = Walk & { shop: 'shop' | 'storefront' };

/** How long a closed tab's last requests are given, in ms: a browser context that is torn down would cut them off. */
const LINGER_MS = 250;

const desktop = { viewport: { width: 1280, height: 800 } };
const mobile = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** '12/50 shoppers, 3 orders' */
export const progressLine = ({ done, count, orders }: Progress): string =>
  `${done}/${count} shoppers, ${orders} ${orders === 1 ? 'order' : 'orders'}`;

/** Sends shoppers through the shops in a real browser, each with a profile of their own. Resolves with their walks, in order. */
export const sendShoppers = async (sending: Sending): Promise<Sent[]> => {
  const {
    browserPath,
    shopUrl,
    storefrontUrl,
    count,
    seed,
    concurrency = 2,
    habits = usualHabits,
    onProgress,
  } = sending;
  const sent: Sent[] = [];
  const progress: Progress = { done: 0, count, orders: 0 };
  let next = 0;

  const send = async (browser: Browser, index: number): Promise<Sent> => {
    // Chance is drawn from the shopper's own seed: how many walk at once changes no walk.
    const random = seededRandom(seed * 100_003 + index);
    const context = await browser.newContext(random() < 0.4 ? mobile : desktop);
    try {
      const page = await context.newPage();
      const isStorefront = storefrontUrl !== undefined && index % 2 === 1;
      const walk = isStorefront
        ? await walkStorefront(page, storefrontUrl, { random, habits })
        : await walkShop(page, shopUrl, { random, habits });
      await page.goto('about:blank');
      await page.waitForTimeout(LINGER_MS);
      return { ...walk, shop: isStorefront ? 'storefront' : 'shop' };
    } catch (error) {
      throw new Error(`Shopper ${index} of seed ${seed} got stuck`, { cause: error });
    } finally {
      await context.close();
    }
  };

  const browser = await chromium.launch({ executablePath: browserPath });
  const walkInTurn = async () => {
    while (next < count) {
      const index = next++;
      const walk = await send(browser, index);
      sent[index] = walk;
      progress.done += 1;
      if (walk.order) progress.orders += 1;
      onProgress?.({ ...progress });
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, walkInTurn));
  } finally {
    await browser.close();
  }
  return sent;
};
