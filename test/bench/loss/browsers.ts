import type { Browser, BrowserName } from './browsers/browser.ts';
import { openPuppet } from './browsers/puppet.ts';
import { openWebKit } from './browsers/webkit.ts';

/** Throws with what to install when there is no such browser. */
export const openBrowser = (name: BrowserName): Promise<Browser> =>
  name === 'webkit' ? openWebKit() : openPuppet(name);
