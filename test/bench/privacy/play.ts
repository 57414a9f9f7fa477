import { openScene, type Played } from './scene.ts';
import { createSecrets, type Secret } from './secrets.ts';
import { builtScript, createShop } from './shop.ts';
import { walk } from './walk.ts';

/** Walks until so many secrets were put into pages, then looks for them in all that was stored and sent. */
export const play = async ({
  count,
  seed,
  mutate = (script: string) => script,
}: {
  count: number;
  seed: number;
  mutate?: (script: string) => string;
}): Promise<Played & { secrets: Secret[] }> => {
  const secrets = createSecrets(seed);
  const scene = await openScene();
  const { endpoint, tab } = scene;
  const script = mutate(builtScript());
  const shop = await createShop(secrets, { 'data-endpoint': endpoint.url }, () => script);
  try {
    for (let round = 0; secrets.list.length < count; round++) {
      // Every other round the endpoint is down, so that events stay on the device.
      if (round % 2) await endpoint.down();
      await walk(tab, shop.origin, secrets, () => scene.look(tab));
      await endpoint.up();
    }
    await tab.goto(shop.origin);
    const told = () => endpoint.events('quote_asked').length; // the last of a round
    for (let waited = 0; !told() && waited < 200; waited++) await tab.waitForTimeout(100);
    await tab.goto('about:blank');
    const ours = [shop.origin, new URL(endpoint.url).origin, 'null'];
    const stranger = scene.asked.find((url) => !ours.includes(new URL(url).origin));
    if (stranger) throw new Error(`asked a stranger: ${stranger}`);
    return { secrets: secrets.list, ...(await scene.search(secrets)) };
  } finally {
    shop.close();
    await scene.close();
  }
};
