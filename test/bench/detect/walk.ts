import type { Browser, Page } from 'playwright-core';
import type { FunnelEvent } from '../../../src/event/event.ts';
import { createEndpoint } from '../../browser/endpoint.ts';
import { scriptTag } from '../../browser/site.ts';
import { type Cost, createMeter } from './meter.ts';
import type { Platform, Step, Truth } from './platform.ts';
import { serve } from './serve.ts';

/** What arrived after a step and before the next. */
export interface Walked {
  step: Step;
  events: FunnelEvent[];
}

type Command = (method: string) => Promise<unknown>;
type Funnelled = Window & { funnelwire?: Command };

/** A shopper sees what a press has done before the next. */
const GLANCE_MS = 300;

/** Longer than evidence about an act is waited for, or a page's last look. */
const SETTLED_MS = 900;

/** Longer than a slow shop on a busy machine answers in. */
const PATIENCE_MS = 40_000;

/** A page's last look at its lists, or at a drawer that was pressed for. */
const LOOKED_MS = 4000;

/** What takes longer to show, and what is not waited for by name. */
const isLate = ({ name, optional }: Truth) =>
  /list|promotion|results/.test(name) || (optional === true && /^view_(cart|item)$/.test(name));

/** Waits until the page is idle and what it was looked at for is settled, then delivers. */
const settle = async (tab: Page, truth: Truth[]) => {
  await tab.waitForLoadState('networkidle').catch(() => {});
  await tab.waitForTimeout(truth.some(isLate) ? LOOKED_MS : SETTLED_MS);
  await tab
    .evaluate(async () => {
      await (window as Funnelled).funnelwire?.('flush');
    })
    .catch(() => {}); // the page is on its way to the next
};

/** Whether all that must come has come, by its names. */
const isWhole = (truth: Truth[], events: FunnelEvent[]): boolean =>
  truth.every(
    ({ name, optional }) =>
      optional ||
      events.filter((event) => event.name === name).length >=
        truth.filter((other) => other.name === name && !other.optional).length,
  );

interface How {
  /** Pages carry the built SDK, or nothing. Unless told, they do. */
  withSdk?: boolean;
  /** Counts what the pages cost; who walks without the SDK then waits for what they still load, too. */
  measured?: boolean;
  /** How late the shop's answers come. Unless told, at once. */
  slowMs?: number;
}

/** Sends a shopper through a platform's shop, in a profile of its own. */
export const walk = async (
  browser: Browser,
  platform: Platform,
  { withSdk = true, measured = false, slowMs }: How = {},
) => {
  const endpoint = await createEndpoint();
  const tag = withSdk ? scriptTag({ async: '', 'data-endpoint': endpoint.url, 'data-site': platform.name }) : '';
  const { shop, close } = await serve(platform, tag, slowMs);
  const context = await browser.newContext({ locale: 'en-US' });
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(String(error.error())));
  const walked: Walked[] = [];
  let cost: Cost | undefined;
  try {
    const tab = await context.newPage();
    tab.setDefaultTimeout(PATIENCE_MS);
    tab.on('dialog', (dialog) => dialog.accept());
    const meter = measured ? await createMeter(tab) : undefined;
    for (const step of shop.walk) {
      const before = endpoint.events().length;
      await step.act(tab).catch((error) => {
        throw new Error(`${platform.name}, "${step.name}": ${error}`);
      });
      if (withSdk) await settle(tab, step.truth);
      else await tab.waitForTimeout(GLANCE_MS);
      if (measured && !withSdk) await tab.waitForLoadState('networkidle');
      // On a busy machine, and where an order is told by its answer alone, what is to come may take longer.
      const isOrder = step.truth.some(({ name }) => name === 'purchase');
      for (
        let left = isOrder ? 10 : 4;
        withSdk && left && !isWhole(step.truth, endpoint.events().slice(before));
        left--
      )
        await settle(tab, []);
      await meter?.read();
      cost = meter?.cost;
      walked.push({ step, events: endpoint.events().slice(before) });
    }
    // The looks that a page takes late, and what its end tells, belong to the last step.
    const before = endpoint.events().length;
    await tab.goto('about:blank');
    await new Promise((done) => setTimeout(done, withSdk ? 300 : 0));
    walked[walked.length - 1]!.events.push(...endpoint.events().slice(before));
  } finally {
    await context.close();
    close();
    await endpoint.close();
  }
  return { walked, errors, cost };
};
