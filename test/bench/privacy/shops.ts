import { createShop } from '../../../examples/shop/shop.ts';
import { seededRandom } from '../../../examples/shopper/chance.ts';
import { walkShop } from '../../../examples/shopper/shopper.ts';
import { walkStorefront } from '../../../examples/shopper/storefront.ts';
import type { Walker } from '../../../examples/shopper/walk.ts';
import { createStorefront } from '../../../examples/storefront/storefront.ts';
import { scriptTag } from '../../browser/site.ts';
import type { Platform } from '../detect/platform.ts';
import { platforms } from '../detect/platforms.ts';
import { serve } from '../detect/serve.ts';
import { plantInto, tellByAddress, typeInto } from './plant.ts';
import { openScene, type Played, type Scene } from './scene.ts';
import { createSecrets, type Secret, type Secrets } from './secrets.ts';

/** Sends a shopper through one shop. Resolves with where it was. */
type Round = (scene: Scene, secrets: Secrets) => Promise<void>;

/** A step that takes longer is broken by what was planted. */
const WALK_MS = 12_000;

/** Does everything that a shopper can do. */
const HABITS = { view: 1, add: 1, checkout: 1, buy: 1, wander: 1 };

/** The examples' own shoppers type what they type; their pages and answers hold the secrets. */
const example =
  (open: (how: { endpoint: string }) => Promise<{ url: string; close(): Promise<void> }>, walk: Walker): Round =>
  async ({ endpoint, tab, look }, secrets) => {
    const shop = await open({ endpoint: endpoint.url });
    let looking = Promise.resolve();
    const lookAround = () => {
      looking = looking.then(() => look(tab)).catch(() => {}); // on its way to the next page
    };
    tab.on('load', lookAround);
    try {
      await walk(tab, shop.url, { random: seededRandom(secrets.list.length), habits: HABITS });
      await looking;
      await look(tab);
      await tab.goto('about:blank');
    } finally {
      tab.off('load', lookAround);
      await shop.close();
    }
  };

const platformRound =
  (platform: Platform): Round =>
  async ({ endpoint, tab, look }, secrets) => {
    const tag = scriptTag({ 'data-endpoint': endpoint.url, 'data-site': platform.name });
    const { shop, close } = await serve(platform, tag);
    try {
      for (const { name, act } of shop.walk) {
        await act(tab).catch((error) => {
          throw new Error(`${platform.name}, "${name}": ${error}`);
        });
        const untell = await tellByAddress(tab, secrets);
        const untype = await typeInto(tab, secrets);
        await look(tab);
        await untype();
        await untell();
      }
      await tab.goto('about:blank');
    } finally {
      close();
    }
  };

/** Every shop there is, examples first, by name. `only`: platforms by the names of their files. */
export const shops = async (only?: string): Promise<[name: string, round: Round][]> => [
  ['examples/shop', example(createShop, walkShop)],
  ['examples/storefront', example(createStorefront, walkStorefront)],
  ...(await platforms(only)).map(([id, platform]): [string, Round] => [id, platformRound(platform)]),
];

/** Walks shops, with secrets planted on their way to the browser, and looks for those in all that was stored and sent. */
export const playShops = async (
  rounds: Round[],
  seed: number,
): Promise<Played & { secrets: Secret[]; failures: string[] }> => {
  const secrets = createSecrets(seed);
  const failures: string[] = [];
  const scene = await openScene();
  const { context, tab, endpoint } = scene;
  tab.setDefaultTimeout(WALK_MS);
  tab.on('dialog', (dialog) => dialog.accept());
  try {
    await plantInto(context, tab, secrets, (url) => !url.startsWith(endpoint.url));
    // What is planted may break a walk: the others are walked all the same.
    for (const round of rounds) await round(scene, secrets).catch((error) => failures.push(`${error}`));
    return { secrets: secrets.list, failures, ...(await scene.search(secrets)) };
  } finally {
    await scene.close();
  }
};
