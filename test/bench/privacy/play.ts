import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { needBrowser } from '../../browser/browser.mjs';
import { createEndpoint } from '../../browser/endpoint.ts';
import { readDevice, readProfile } from './device.ts';
import { createSearch, type Hit } from './search.ts';
import { createSecrets, type Secret } from './secrets.ts';
import { builtScript, createShop } from './shop.ts';
import { walk } from './walk.ts';

export interface Played {
  secrets: Secret[];
  /** Ways in which a secret may be written: separators, case, escapes, base64, hex. */
  forms: number;
  /** Searched: stored and sent. */
  bytes: number;
  hits: Hit[];
  /** What was told, by name: a search of nothing finds nothing. */
  events: Record<string, number>;
}

/** Walks until so many secrets were put into pages, then looks for them in all that was stored and sent. */
export const play = async ({
  count,
  seed,
  mutate = (script: string) => script,
}: {
  count: number;
  seed: number;
  mutate?: (script: string) => string;
}): Promise<Played> => {
  const secrets = createSecrets(seed);
  const search = createSearch(secrets.list);
  const endpoint = await createEndpoint();
  const script = mutate(builtScript());
  const shop = await createShop(secrets, { 'data-endpoint': endpoint.url }, () => script);
  const profile = await mkdtemp(join(tmpdir(), 'privacy-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath: needBrowser() });
  const strangers: string[] = [];
  context.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (![shop.origin, new URL(endpoint.url).origin, 'null'].includes(origin)) strangers.push(request.url());
  });
  // What was read on the way is searched at the end, when all secrets are known.
  const kept: [string, string][] = [];
  try {
    const tab = await context.newPage();
    for (let round = 0; secrets.list.length < count; round++) {
      // Every other round the endpoint is down, so that events stay on the device.
      if (round % 2) await endpoint.down();
      await walk(tab, shop.origin, secrets, async () => {
        const device = await readDevice(context, tab, shop.origin);
        kept.push(...Object.entries(device).map(([name, value]): [string, string] => [name, `${name} ${value}`]));
      });
      await endpoint.up();
    }
    await tab.goto(shop.origin);
    const told = () => endpoint.events('quote_asked').length; // the last of a round
    for (let waited = 0; !told() && waited < 200; waited++) await tab.waitForTimeout(100);
    await tab.goto('about:blank');
  } finally {
    await context.close();
    shop.close();
    await endpoint.close();
  }
  for (const [name, value] of new Map(kept.map((one) => [one[1], one])).values()) search.look(value, name);
  for (const { body, headers } of endpoint.arrived) {
    search.look(body, 'a body sent');
    search.look(JSON.stringify(headers), 'the headers sent');
  }
  for (const [file, content] of readProfile(profile)) search.look(content, file.slice(profile.length));
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  if (strangers.length) throw new Error(`asked a stranger: ${strangers[0]}`);
  const events: Record<string, number> = {};
  for (const { name } of endpoint.events()) events[name] = (events[name] ?? 0) + 1;
  return { secrets: secrets.list, forms: search.forms(), bytes: search.bytes(), hits: search.hits, events };
};
