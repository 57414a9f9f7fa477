import { until } from '../browsers/browser.ts';
import type { Scenario } from '../scenario.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

/** Shoppers who leave in the very task in which something happened. */
export const leaving: Scenario[] = [
  {
    name: 'navigation within the shop, in the task of the event',
    play: async ({ visit, trackAndGo }) => {
      const tab = await visit();
      for (const n of upTo(6)) await trackAndGo(tab, n % 2 ? '/' : '/next', 2, n % 3 ? 'demo_booked' : 'add_to_cart');
    },
  },
  {
    name: 'navigation to another site, in the task of the purchase',
    copies: 2, // Firefox lets the first request go on, though its page is gone
    play: async ({ visit, track, origin }) => {
      for (const _ of upTo(4)) {
        const tab = await visit();
        const away = `${origin.replace('127.0.0.1', 'localhost')}/lobby`;
        await track(tab, 1, { name: 'purchase', last: `location.assign('${away}')` });
        await until(() => tab.run(`location.hostname === 'localhost'`).catch(() => false), 10_000);
        await tab.close();
      }
    },
  },
  {
    name: 'tab closed 0 ms after an event',
    play: async ({ visit, track }) => {
      for (const n of upTo(8)) {
        const tab = await visit();
        await track(tab, 1, { name: n % 2 ? 'demo_booked' : 'add_to_cart' });
        await tab.close();
      }
    },
  },
  {
    name: 'tab that closes itself in the task of the event',
    needs: ['selfClose'],
    play: async ({ popUp, track }) => {
      for (const n of upTo(8))
        await track(await popUp(), 1, { name: n % 2 ? 'demo_booked' : 'add_to_cart', last: 'close()' });
    },
  },
  {
    name: 'tab that closes itself in the task of the purchase, endpoint down',
    needs: ['selfClose'],
    play: async ({ popUp, track, endpoint }) => {
      await endpoint.down();
      for (const _ of upTo(5)) await track(await popUp(), 1, { name: 'purchase', last: 'close()' });
    },
  },
  {
    name: '1,000 events of 1 kB and a close in the same task',
    needs: ['selfClose'],
    play: async ({ popUp, track }) => {
      const fields = `text: 'x'.repeat(1000)`;
      await track(await popUp(), 1000, { name: 'demo_booked', fields, last: 'close()' });
    },
  },
  {
    name: '1,000 events of 1 kB and a close as soon as they are tracked',
    play: async ({ visit, track }) => {
      const tab = await visit();
      await track(tab, 1000, { name: 'demo_booked', fields: `text: 'x'.repeat(1000)` });
      await tab.close();
    },
  },
  {
    name: 'back from the back/forward cache',
    play: async ({ visit, track, notes, endpoint, origin }) => {
      const tab = await visit();
      await tab.run(`addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted })`);
      await track(tab, 3);
      await until(() => endpoint.taken.length >= 3, 10_000);
      endpoint.answer(() => ({ status: 503 }));
      await track(tab, 3, { last: `location.assign('/lobby')` });
      await until(() => tab.run(`location.pathname === '/lobby'`).catch(() => false), 10_000);
      await tab.run('setTimeout(() => history.back(), 300)');
      // Where the page has to be loaded again, so has its script.
      const isThere = () => tab.run<boolean>(`location.href === '${origin}/' && typeof funnelwire === 'function'`);
      await until(() => isThere().catch(() => false), 10_000);
      await track(tab, 3);
      notes.push((await tab.run('window.persisted')) ? 'was in the cache' : 'was not in the cache: loaded again');
    },
  },
];
