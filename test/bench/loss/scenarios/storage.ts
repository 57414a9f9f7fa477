import { type Tab, until } from '../browsers/browser.ts';
import type { Scenario } from '../scenario.ts';
import type { Scene } from '../scene.ts';

const PATIENCE_MS = 40_000;

const NO_INDEXED_DB = `<script>indexedDB.open = () => { throw new DOMException('refused', 'SecurityError'); }</script>`;
const NO_LOCAL_STORAGE = `<script>Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } })</script>`;

/** Before anything is stored, since the browser asks only now and then how much is left. The bound goes with this tab. */
const almostFull = async ({ visit }: Scene): Promise<Tab> => {
  const lobby = await visit('/lobby');
  await lobby.quota(100_000);
  return lobby;
};

/** More than that, in one write; some of what came before was taken. */
const fill = async ({ track, tracked, stored, notes }: Scene, tab: Tab) => {
  await track(tab, 5);
  await until(() => stored.size === 5, PATIENCE_MS);
  await track(tab, 200, { name: 'demo_booked', fields: `text: 'x'.repeat(1000)` });
  await track(tab, 5, { name: 'purchase' });
  notes.push(`${stored.size} of ${tracked.size} stored`);
  if (stored.size > 100) throw new Error('the storage was not full');
};

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
    play: async (scene) => {
      const { visit, isWhole, endpoint, heal, notes } = scene;
      const lobby = await almostFull(scene);
      const tab = await visit();
      endpoint.answer(() => ({ status: 503 }));
      await fill(scene, tab);
      const { waiting } = await tab.run<{ waiting: number }>(`funnelwire('status')`);
      notes.push(`${waiting} waiting`);
      await heal();
      await lobby.quota(undefined);
      await until(isWhole, 60_000);
    },
  },
  {
    name: 'storage full, tab closed: the spill keeps what IndexedDB did not take',
    needs: ['quota'],
    play: async (scene) => {
      const { visit, endpoint } = scene;
      const lobby = await almostFull(scene);
      await endpoint.down();
      const tab = await visit();
      await fill(scene, tab);
      await tab.close();
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
