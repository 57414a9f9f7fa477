import type { Frame, FrameLocator, Page } from 'playwright-core';
import type { Secrets } from './secrets.ts';

/** Types a secret into every field of the page and its frames as a shopper's keys would, and says nothing to anyone else. */
export const fillAll = async (tab: Page, secrets: Secrets): Promise<void> => {
  for (const frame of tab.frames()) await fillOne(frame, secrets);
};

const fillOne = async (tab: Frame, secrets: Secrets): Promise<void> => {
  const count = await tab.locator('input,textarea,select,[contenteditable]').count();
  const typed = Array.from({ length: count }, () => secrets.any('typed'));
  await tab.evaluate((texts) => {
    for (const field of document.querySelectorAll<HTMLInputElement>('input,textarea,select,[contenteditable]')) {
      const text = texts.pop()!;
      if (field.name === 'quantity' || field.type === 'file') continue;
      if (field.tagName === 'SELECT') field.append(new Option(text, text, true, true));
      else if (field.isContentEditable) field.textContent = text;
      else field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
      field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    }
  }, typed);
};

/** One round through the planted shop, from the landing to the order and the account. `look` is called on every page. */
export const walk = async (
  tab: Page,
  origin: string,
  secrets: Secrets,
  look: () => Promise<unknown>,
): Promise<void> => {
  const query = (...names: string[]) =>
    names.map((name) => `${name}=${encodeURIComponent(secrets.any('query'))}`).join('&');
  const part = () => encodeURIComponent(secrets.shaped('path'));
  const campaign = () => `utm_source=news&utm_content=${encodeURIComponent(secrets.shaped('campaign'))}`;
  const go = async (path: string) => {
    await tab.goto(origin + path, { waitUntil: 'load' });
    await fillAll(tab, secrets);
    await look();
  };
  const press = async (selector: string, within: Page | FrameLocator = tab) => {
    await Promise.all([tab.waitForResponse(() => true), within.locator(selector).click()]);
    await tab.waitForLoadState('load');
    await look();
  };
  await go(
    `/?${campaign()}&${query('name', 'email', 'token', 'ref')}#access_token=${encodeURIComponent(secrets.any('fragment'))}`,
  );
  await press('.newsletter-signup [name=go]');
  await go(`/c/${part()}?page=2&${query('filter', 'session')}`);
  await go(`/search?${query('q')}`);
  await go(`/suche/${encodeURIComponent(secrets.any('path of a search'))}/`);
  await go(`/p/mug/${part()}?variant=7&${query('customer', 'for')}`);
  await press('#add');
  const frame = tab.frameLocator('iframe');
  await frame.locator('#own').fill(secrets.any('typed'));
  await frame.locator('#pressed').click();
  await frame.locator('#way').click();
  await press('#add-bowl', frame);
  await press('#framed [name=go]', frame);
  await go(`/contact?${query('subject')}`);
  await press('#contact [name=go]');
  await go(`/register?${query('invited_by')}`);
  await press('#register [name=go]');
  await go(`/cart?${query('cart', 'key')}`);
  await go(`/checkout/${part()}?${query('key', 'email')}`);
  await press('#checkout [name=go]');
  await go(`/order/confirmed?${query('key', 'email', 'name')}`);
  await go(`/account/${part()}?${query('id')}`);
  const said = {
    email: secrets.any('track'),
    first_name: secrets.of('name', 'track'),
    shipping_address: { street: secrets.of('address', 'track'), lines: [secrets.of('name', 'track')] },
    search_term: secrets.of('words', 'track'),
    note: `call ${secrets.shaped('track')}`,
    [secrets.of('email', 'track')]: 1,
    deep: [{ who: secrets.shaped('track'), password: secrets.any('track') }],
    items: [{ item_id: 'MUG-1', item_name: `Mug ${secrets.shaped('track')}`, engraving: secrets.shaped('track') }],
  };
  const route = `/users/${encodeURIComponent(secrets.any('path of a user'))}?${query('x')}`;
  await tab.evaluate(
    ([fields, path]) => {
      history.pushState({}, '', path);
      (window as unknown as { funnelwire(...args: unknown[]): void }).funnelwire('track', 'quote_asked', fields);
    },
    [said, route] as const,
  );
  await look();
};
