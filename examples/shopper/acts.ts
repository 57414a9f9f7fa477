import type { Locator, Page } from 'playwright-core';
import type { Piece, Walk } from './walk.ts';

export const person = {
  name: 'Ida Brandt',
  email: 'ida.brandt@example.com',
  street: 'Lindenweg 12',
  postcode: '10437',
  city: 'Berlin',
};

/** Everything that can be done in the multi-page shop, one act each; what truly came of it is written into the walk. */
export const createActs = (page: Page, walk: Walk) => {
  const main = page.locator('main');

  const productHere = (): string | undefined => new URL(page.url()).pathname.split('/product/')[1];

  const noteView = () => {
    const slug = productHere();
    if (slug !== undefined) walk.viewed.push(slug);
  };

  /** Presses what leads to another page, and waits until that has loaded, its scripts included. */
  const follow = async (control: Locator): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), control.click()]);
    noteView();
  };

  const isRefused = async () => (await page.locator('.notice-error').count()) > 0;

  const lines = page.locator('.cart-line');

  /** What the first line of the cart holds. */
  const firstPiece = async (): Promise<Piece> => ({
    sku: await lines.first().locator('[name=sku]').first().inputValue(),
    quantity: Number(await lines.first().locator('[name=quantity]').inputValue()),
  });

  const setQuantity = async (quantity: number): Promise<void> => {
    await lines.first().locator('[name=quantity]').fill(String(quantity));
    await follow(lines.first().getByRole('button').last());
  };

  const subscribe = async (form: Locator, email: string): Promise<boolean> => {
    await form.locator('[name=email]').fill(email);
    await follow(form.getByRole('button'));
    const isTaken = !(await isRefused());
    if (isTaken) walk.lead ??= 'newsletter';
    return isTaken;
  };

  return {
    noteView,

    isAtProduct: () => productHere() !== undefined,

    /** How many things of this kind there are to choose from on the page. */
    count: (selector: string): Promise<number> => page.locator(selector).count(),

    openCategory: (index: number) => follow(page.locator('.main-nav a[href*="/category/"]').nth(index)),

    openProduct: (index: number) => follow(main.locator('.product-link').nth(index)),

    search: async (term: string) => {
      await page.locator('[type=search]').fill(term);
      await follow(page.locator('.search button'));
    },

    chooseVariant: (index: number) => main.locator('.variant input').nth(index).check(),

    add: async (quantity: number) => {
      const form = main.locator('.product-form');
      const chosen = form.locator('[name=sku]:checked, [name=sku][type=hidden]');
      const sku = await chosen.inputValue();
      await form.locator('[name=quantity]').fill(String(quantity));
      await follow(form.getByRole('button'));
      if (await isRefused()) walk.refusedAdds += 1;
      else walk.added.push({ sku, quantity });
    },

    /** From a card in a list: the shop's script adds it without leaving the page. */
    addFromCard: async (index: number) => {
      const form = main.locator('.card-form').nth(index);
      const sku = await form.locator('[name=sku]').inputValue();
      const [answer] = await Promise.all([page.waitForResponse(/\/cart\/add$/), form.getByRole('button').click()]);
      const { success } = (await answer.json()) as { success: boolean };
      await page.locator(success ? '.notice-success' : '.notice-error').waitFor();
      if (success) walk.added.push({ sku, quantity: 1 });
      else walk.refusedAdds += 1;
    },

    openCart: async () => {
      await follow(page.locator('.cart-link'));
      walk.cart = true;
    },

    oneMore: async () => setQuantity((await firstPiece()).quantity + 1),

    removeFirst: async (how: 'button' | 'quantity') => {
      const piece = await firstPiece();
      if (how === 'button') await follow(lines.first().getByRole('button').first());
      else await setQuantity(0);
      walk.removed.push(piece);
    },

    redeem: async (code: string) => {
      await page.locator('#coupon').fill(code);
      await follow(page.locator('.coupon button'));
    },

    /** From the footer; what the shop refused is tried once more with the right address. */
    subscribe: async (firstTry: string) => {
      if (await subscribe(page.locator('.newsletter'), firstTry)) return;
      await subscribe(main.locator('form'), person.email);
    },

    writeToUs: async () => {
      await follow(page.locator('.main-nav a[href$="/contact"]'));
      await main.locator('[name=name]').fill(person.name);
      await main.locator('[name=email]').fill(person.email);
      await main.locator('[name=message]').fill('Will the jug be back before Christmas?');
      await follow(main.getByRole('button'));
      walk.lead ??= 'contact';
    },

    register: async (email: string) => {
      await follow(page.locator('.account-link'));
      await follow(main.locator('a[href$="/register"]'));
      await main.locator('[name=name]').fill(person.name);
      await main.locator('[name=email]').fill(email);
      await main.locator('[name=password]').fill('a long enough one');
      await follow(main.getByRole('button'));
      walk.lead ??= 'registration';
    },

    beginCheckout: async () => {
      await follow(page.locator('.summary a.button'));
      walk.checkout = true;
    },

    fillInAddress: async () => {
      for (const [name, value] of Object.entries(person)) await main.locator(`[name=${name}]`).fill(value);
      await follow(main.getByRole('button'));
    },

    chooseShipping: async (method: 'standard' | 'express') => {
      await main.locator(`[value=${method}]`).check();
      await follow(main.getByRole('button'));
    },

    /** Chooses how to pay and orders. A declined card leads back to the payment. */
    pay: async (card: string | 'invoice') => {
      await main.locator(`[value=${card === 'invoice' ? 'invoice' : 'card'}]`).check();
      if (card !== 'invoice') await main.locator('[name=card]').fill(card);
      await follow(main.getByRole('button'));
      await follow(main.getByRole('button'));
      if (page.url().includes('/thank-you/')) walk.order = (await page.locator('.order-number').textContent())!;
    },

    reload: () => page.reload(),

    openOrders: async () => {
      await follow(page.locator('.account-link'));
      const order = main.locator('.orders-table a').first();
      if (await order.count()) await follow(order);
    },
  };
};
