import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type CDPSession, type LaunchOptions, type Page, type Browser as Puppet } from 'puppeteer-core';
import { needBrowser } from '../../../browser/browser.mjs';
import { type Browser, type Tab, until } from './browser.ts';

const FIREFOXES = ['firefox-esr', 'firefox'].map((name) => `/usr/bin/${name}`);

const needFirefox = (): string => {
  const found = [process.env.FIREFOX_PATH, ...FIREFOXES].find((path) => path && existsSync(path));
  if (!found) throw new Error('no Firefox: install it (Debian: apt-get install firefox-esr) or set FIREFOX_PATH');
  return found;
};

const OPTIONS = {
  chromium: (): LaunchOptions => ({
    browser: 'chrome',
    executablePath: needBrowser(),
    args: ['--no-sandbox'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  }),
  firefox: (): LaunchOptions => ({ browser: 'firefox', executablePath: needFirefox() }),
};

const BIDI = 'not in WebDriver BiDi, by which Firefox is driven';

/** Chromium by its DevTools protocol, Firefox by WebDriver BiDi. */
export const openPuppet = async (name: keyof typeof OPTIONS): Promise<Browser> => {
  const profile = mkdtempSync(join(tmpdir(), `loss-${name}-`));
  const errors: string[] = [];
  let puppet: Puppet;
  let lobby: Page;

  const start = async () => {
    puppet = await puppeteer.launch({ ...OPTIONS[name](), headless: true, userDataDir: profile });
    lobby = await puppet.newPage();
  };

  const toTab = (page: Page): Tab => {
    let cdp: Promise<CDPSession> | undefined;
    const send = async (method: string, params: object) => {
      cdp ??= page.createCDPSession();
      await (await cdp).send(method as 'Page.enable', params as never);
    };
    // Firefox tells by it what its console says of tried cookies, too; what its pages throw, the witness hears.
    if (name === 'chromium') page.on('pageerror', (error) => void errors.push(String((error as Error).stack ?? error)));
    return {
      go: async (url) => void (await page.goto(url)),
      run: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
      close: () => page.close(),
      freeze: (isFrozen) => send('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' }),
      offline: (isOffline) => page.setOfflineMode(isOffline),
      block: async (url) => {
        await send('Network.enable', {});
        await send('Network.setBlockedURLs', { urls: [url] });
      },
      quota: (quotaSize) => send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize }),
    };
  };

  await start();
  return {
    cannot: name === 'firefox' ? { freeze: BIDI, quota: BIDI, block: BIDI } : {},
    errors,
    open: async (url) => {
      const page = await puppet.newPage();
      const tab = toTab(page);
      await page.goto(url);
      return tab;
    },
    popUp: async (url) => {
      const [page] = await Promise.all([
        new Promise<Page>((done) => lobby.once('popup', (opened) => done(opened!))),
        lobby.evaluate(`void open('${url}')`),
      ]);
      const tab = toTab(page);
      const hasLoaded = () => page.evaluate(`location.href !== 'about:blank' && document.readyState === 'complete'`);
      await until(() => hasLoaded().catch(() => false), 15_000); // its first document may be on its way out
      return tab;
    },
    kill: async () => {
      const { pid } = puppet.process()!;
      process.kill(-pid!, 'SIGKILL');
      await until(() => puppet.process()!.exitCode !== null || puppet.process()!.signalCode, 15_000);
      return { restart: start };
    },
    close: async () => {
      // A browser in the middle of a navigation may never say that it has closed.
      await Promise.race([puppet.close(), new Promise((done) => setTimeout(done, 10_000))]);
      puppet.process()?.kill('SIGKILL');
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
