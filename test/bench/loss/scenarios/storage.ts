import { until } from '../browsers/browser.ts';
import type { Scenario } from '../scenario.ts';

const PATIENCE_MS = 40_000;

const NO_INDEXED_DB = `<script>indexedDB.open = () => { throw new DOMException('refused', 'SecurityError'); }</script>`;
const NO_LOCAL_STORAGE = `<script>Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } })</script>`;

/** A storage that is refused, full, or taken away. */
export const storage: Scenario[] = [
  {
    name: 'IndexedDB refused, endpoint down, tab closed',
    play: async ({ visit, track, head, endpoint }) => {
      head(NO_INDEXED_DB);
      await endpoint.down();
      const tab = await visit();
      await track(tab, 10);
      await tab.close();
      head('');
    },
  },
  {
    name: 'all storage refused, endpoint up, tab closed',
    play: async ({ visit, track, head, isWhole }) => {
      head(NO_INDEXED_DB + NO_LOCAL_STORAGE);
      const tab = await visit();
      await track(tab, 10);
      await until(isWhole, PATIENCE_MS);
      await track(tab, 10, { name: 'demo_booked' });
      await tab.close();
      head('');
    },
  },
  {
    name: 'storage full in the middle of a visit',
    needs: ['quota'],
    play: async ({ visit, track, isWhole, endpoint, heal, notes }) => {
      const tab = await visit();
      await track(tab, 5);
      await until(isWhole, PATIENCE_MS);
      endpoint.answer(() => ({ status: 503 }));
      await tab.quota(1);
      await track(tab, 20);
      await track(tab, 5, { name: 'purchase' });
      const { waiting } = await tab.run<{ waiting: number }>(`funnelwire('status')`);
      notes.push(`${waiting} waiting`);
      await heal();
      await tab.quota(undefined);
      await until(isWhole, 60_000);
    },
  },
  {
    name: 'storage full, tab closed: the spill keeps what IndexedDB did not take',
    needs: ['quota'],
    play: async ({ visit, track, endpoint }) => {
      await endpoint.down();
      const tab = await visit();
      await tab.quota(1);
      await track(tab, 20);
      await tab.close();
      const lobby = await visit('/lobby');
      await lobby.quota(undefined);
    },
  },
  {
    name: 'database deleted while open',
    play: async ({ visit, track, endpoint, heal, isWhole }) => {
      const tab = await visit();
      await track(tab, 5);
      await until(isWhole, PATIENCE_MS);
      await tab.run(`(async () => {
        for (const { name } of await indexedDB.databases())
          await new Promise((done) => { indexedDB.deleteDatabase(name).onsuccess = done; });
      })()`);
      endpoint.answer(() => ({ status: 503 }));
      await track(tab, 5);
      await tab.close();
      await heal();
    },
  },
];
