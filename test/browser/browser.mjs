/**
 * Finds a Chromium to drive, or installs one. `node test/browser/browser.mjs` does so ahead of the tests and the demo,
 * so that what is missing is said once, in one line, before anything starts.
 *
 * Order: CHROME_PATH; Playwright's own; the usual places of Chrome and Chromium; Playwright's download; Debian's package.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const usualPlaces = () => {
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return {
    linux: ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser']
      .flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`])
      .concat('/opt/google/chrome/chrome'),
    darwin: ['Google Chrome', 'Chromium'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((dir) => `${dir}/${name}.app/Contents/MacOS/${name}`),
    ),
    win32: programs.filter(Boolean).map((dir) => `${dir}\\Google\\Chrome\\Application\\chrome.exe`),
  }[process.platform];
};

/** The path of a browser that is on disk, or undefined. Throws when CHROME_PATH names a missing file. */
export const findBrowser = () => {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names a file that does not exist: ${named}`);
  }
  return [chromium.executablePath(), ...(usualPlaces() ?? [])].find((path) => path && existsSync(path));
};

const run = (command, ...args) => spawnSync(command, args, { stdio: 'ignore', shell: process.platform === 'win32' });

const installBrowser = () => {
  console.log('No Chrome or Chromium found: installing one ...');
  const download = run('npx', '--no-install', 'playwright-core', 'install', 'chromium');
  if (download.status === 0 && findBrowser()) return;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', 'update');
    run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
  }
};

/** The path of a browser, installing one if need be. Throws with what to do when neither is possible. */
export const needBrowser = () => {
  if (!findBrowser()) installBrowser();
  const found = findBrowser();
  if (found) return found;
  throw new Error(
    'No browser: install Chrome or Chromium (Debian: apt-get install chromium) or set CHROME_PATH. Tests without one: npm run test:unit',
  );
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(`Browser: ${needBrowser()}`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
