import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { needBrowser } from '../../browser/browser.mjs';
import { createEndpoint } from '../../browser/endpoint.ts';
import { readDevice, readProfile } from './device.ts';
import { createSearch, type Hit } from './search.ts';
import type { Secrets } from './secrets.ts';

export interface Played {
  /** Ways in which a secret may be written: separators, case, escapes, base64, hex. */
  forms: number;
  /** Searched: stored and sent. */
  bytes: number;
  hits: Hit[];
  /** What was told, by name: a search of nothing finds nothing. */
  events: Record<string, number>;
}

/**
 * A page that was changed on its way comes from nowhere: asked whether it may go near this machine's own addresses, the
 * browser drops what a page sends as it goes, since nobody is left to ask.
 */
const NEAR = '--disable-features=LocalNetworkAccessChecks';

/** What shops keep on a device themselves, by what their makers call it: copies of their answers, with what was planted there. */
const THEIRS = /^(local|session)Storage mage-cache-storage$/;

/** A page's last words are on their way for so long, in ms. */
const LAST_WORDS_MS = 500;

/** A browser with a fresh profile, and an endpoint. What they keep and get is searched at the end, when all secrets are known. */
export const openScene = async () => {
  const endpoint = await createEndpoint();
  const profile = await mkdtemp(join(tmpdir(), 'privacy-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath: needBrowser(), args: [NEAR] });
  /** Every URL that was asked for. */
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const kept = new Map<string, string>();
  return {
    endpoint,
    context,
    asked,
    tab: await context.newPage(),
    /** Notes what is kept for the origin that `tab` shows. */
    look: async (tab: Page): Promise<void> => {
      const device = await readDevice(context, tab, new URL(tab.url()).origin);
      for (const [name, value] of Object.entries(device)) kept.set(`${name} ${value}`, name);
    },
    close: async (): Promise<void> => {
      await context.close();
      await endpoint.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
    /** Closes the browser, and searches. */
    search: async (secrets: Secrets): Promise<Played> => {
      await sleep(LAST_WORDS_MS);
      await context.close();
      const { look, forms, bytes, hits } = createSearch(secrets.list);
      const theirs = createSearch(secrets.list);
      for (const [value, name] of kept) (THEIRS.test(name) ? theirs.look : look)(value, name);
      const isTheirs = new Set(theirs.hits.map(({ secret }) => secret));
      for (const { body, headers } of endpoint.arrived) {
        look(body, 'a body sent');
        look(JSON.stringify(headers), 'the headers sent');
      }
      const open = hits.length;
      for (const [file, content] of readProfile(profile)) look(content, file.slice(profile.length));
      // In the profile's files nobody can tell under which name it lies.
      const inFiles = hits.splice(open).filter(({ secret }) => !isTheirs.has(secret));
      const events: Record<string, number> = {};
      for (const { name } of endpoint.events()) events[name] = (events[name] ?? 0) + 1;
      return { forms: forms(), bytes: bytes(), hits: [...hits, ...inFiles], events };
    },
  };
};

export type Scene = Awaited<ReturnType<typeof openScene>>;
