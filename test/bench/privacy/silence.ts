import type { Page } from 'playwright-core';
import { NAMES } from '../../../src/visit/storage.ts';
import { openScene } from './scene.ts';
import { createSecrets } from './secrets.ts';
import { builtScript, createShop } from './shop.ts';
import { tracesOf } from './traces.ts';
import { walk } from './walk.ts';

/** How it may come that there is no consent. */
export interface Silence {
  name: string;
  /** What the tag says. */
  tag: string;
  /** What the visitor then says, after a walk through the shop where there was consent for it. */
  says?: [method: string, ...args: unknown[]];
}

export const SILENCES: Silence[] = [
  { name: 'pending', tag: 'pending' },
  { name: 'denied by the site', tag: 'denied' },
  { name: 'denied by the visitor', tag: 'pending', says: ['setConsent', 'denied'] },
  { name: 'withdrawn', tag: 'granted', says: ['setConsent', 'denied'] },
  { name: 'forgotten', tag: 'granted', says: ['forget'] },
];

export interface Heard {
  /** What was stored, sent or opened, but for the record of the visitor's decision. */
  traces: string[];
  /** How often all was looked at. */
  looks: number;
  /** Decision records found: a visitor who has decided has one. */
  records: number;
  /** Wishes to be forgotten that the endpoint got. */
  wishes: number;
}

/** Longer than anything is put off. */
const SETTLED_MS = 6000;
const PATIENCE_MS = 20_000;

const call = (tab: Page, args: unknown[]) =>
  tab.evaluate((all) => (window as unknown as { funnelwire(...args: unknown[]): void }).funnelwire(...all), args);

/** Walks a shop without consent, and looks at everything from outside of the page. `brief`: one page of it. */
export const listen = async ({
  silence: { tag, says },
  seed,
  mutate = (script) => script,
  brief,
}: {
  silence: Silence;
  seed: number;
  mutate?: (script: string) => string;
  brief?: boolean;
}): Promise<Heard> => {
  const secrets = createSecrets(seed);
  const { endpoint, context, asked, tab, close } = await openScene();
  const script = mutate(builtScript());
  const shop = await createShop(secrets, { 'data-endpoint': endpoint.url, 'data-consent': tag }, () => script);
  const record = `localStorage ${NAMES.consent}`;
  const heard: Heard = { traces: [], looks: 0, records: 0, wishes: 0 };
  const traces = new Set<string>();
  try {
    const bystander = await context.newPage();
    await bystander.goto(`${shop.origin}/funnelwire.js`); // shown as a text, it does nothing
    const look = async (of = tab) => {
      heard.looks++;
      for (const trace of await tracesOf(context, of, bystander))
        if (trace === record && says) heard.records++;
        else traces.add(trace);
    };
    await tab.goto(shop.origin);
    if (says) {
      if (tag === 'granted') {
        await endpoint.down(); // what waits has to go too
        await walk(tab, shop.origin, secrets, async () => {});
        await endpoint.up();
      }
      const other = await context.newPage(); // stays open, as it is, and is told by nobody else
      await other.goto(`${shop.origin}/p/mug`);
      await call(tab, says);
      // A database takes its time to go; what is left then has been left.
      for (const from = Date.now(); ; traces.clear()) {
        await look();
        if (!traces.size || Date.now() - from > PATIENCE_MS) break;
        await tab.waitForTimeout(100);
      }
      const isWish = ({ batch }: (typeof endpoint.arrived)[number]) => !!batch.forget;
      for (const from = Date.now(); says[0] === 'forget' && !endpoint.arrived.some(isWish); ) {
        if (Date.now() - from > PATIENCE_MS) break;
        await tab.waitForTimeout(50);
      }
      heard.wishes = endpoint.arrived.filter(isWish).length;
      asked.length = endpoint.arrived.length = 0;
      await other.click('#add');
      await look(other);
      await other.close();
    }
    if (brief) {
      await tab.goto(`${shop.origin}/p/mug`);
      await tab.waitForLoadState('networkidle');
    } else {
      await walk(tab, shop.origin, secrets, look);
      await tab.waitForTimeout(SETTLED_MS);
    }
    await look();
    await tab.goto('about:blank'); // a page that leaves is silent, too
    await bystander.waitForLoadState('networkidle');
    for (const url of asked)
      if (!url.startsWith(shop.origin) && !/^(data|about):/.test(url)) traces.add(`asked ${url}`);
    for (const { body } of endpoint.arrived) traces.add(`sent ${body}`);
    return { ...heard, traces: [...traces] };
  } finally {
    shop.close();
    await close();
  }
};
