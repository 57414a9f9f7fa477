import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { type Browser, type Tab, until } from './browser.ts';

const DRIVER = '/usr/bin/WebKitWebDriver';
const DISPLAY = '/usr/bin/Xvfb';

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
};

/** The display's number. A server of our own, so that windows meet nobody's screen. */
const startDisplay = async (): Promise<[ChildProcess, string]> => {
  const server = spawn(DISPLAY, ['-displayfd', '3'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise<string>((done) =>
    server.stdio[3]!.once('data', (bytes: Buffer) => done(bytes.toString().trim())),
  );
  return [server, `:${number}`];
};

const PLAIN = 'not in WebDriver, by which WebKitGTK is driven';

/** WebKitGTK's MiniBrowser, by WebDriver (https://www.w3.org/TR/webdriver2/). Its profile ends with the session. */
export const openWebKit = async (): Promise<Browser> => {
  for (const path of [DRIVER, DISPLAY])
    if (!existsSync(path)) throw new Error(`no ${path}: install it (Debian: apt-get install webkit2gtk-driver xvfb)`);
  const [display, number] = await startDisplay();
  const port = await freePort();
  const driver = spawn(DRIVER, [`--port=${port}`], { env: { ...process.env, DISPLAY: number }, stdio: 'ignore' });

  const ask = async <T>(method: 'POST' | 'GET' | 'DELETE', path: string, body = {}): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`WebDriver ${path}: ${value.error} ${value.message}`);
    return value;
  };
  await until(() => ask('GET', '/status').catch(() => false), 15_000);
  const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', { capabilities: { alwaysMatch: {} } });
  const session = `/session/${sessionId}`;
  await ask('POST', `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 });

  const home = await ask<string>('GET', `${session}/window`);

  /** Commands go to the window chosen last: one at a time. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  };
  const refuse = async () => {
    throw new Error(PLAIN);
  };
  const toTab = (handle: string): Tab => {
    const here = <T>(work: () => Promise<T>) =>
      inTurn(async () => {
        await ask('POST', `${session}/window`, { handle });
        return work();
      });
    return {
      go: (url) => here(() => ask('POST', `${session}/url`, { url })),
      run: async <T>(expression: string) => {
        const script = `const [answer] = arguments;
          (async () => (0, eval)(${JSON.stringify(expression)}))().then((is) => answer({ is }), (error) => answer({ error: String(error) }));`;
        const { is, error } = await here(() =>
          ask<{ is: T; error?: string }>('POST', `${session}/execute/async`, { script, args: [] }),
        );
        if (error) throw new Error(error);
        return is;
      },
      close: () => here(() => ask('DELETE', `${session}/window`)),
      freeze: refuse,
      offline: refuse,
      block: refuse,
      quota: refuse,
    };
  };
  const open = async (url: string) => {
    const { handle } = await inTurn(async () => {
      await ask('POST', `${session}/window`, { handle: home }); // the one chosen last may have been closed
      return ask<{ handle: string }>('POST', `${session}/window/new`, { type: 'tab' });
    });
    const tab = toTab(handle);
    await tab.go(url);
    return tab;
  };

  return {
    cannot: {
      kill: 'its profile ends with the session',
      freeze: PLAIN,
      offline: PLAIN,
      quota: PLAIN,
      block: PLAIN,
      selfClose: 'it lets no script open a window',
    },
    errors: [],
    open,
    popUp: open,
    kill: refuse,
    close: async () => {
      await ask('DELETE', session).catch(() => {}); // it may have died before
      driver.kill();
      display.kill();
    },
  };
};
