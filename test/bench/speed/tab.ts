import type { Browser, CDPSession } from 'playwright-core';

/** A tab that is driven from outside. Functions run in the page: they know nothing but their argument. */
export interface Tab {
  /** The browser's own session, for traces. */
  browser: CDPSession;
  /** Loads a page of the origin, to its `load`. */
  go(path: string): Promise<void>;
  evaluate<T, A = undefined>(work: (given: A) => T | Promise<T>, given?: A): Promise<T>;
  /** Runs `work` in every page to come, before its own scripts. */
  prepare<A = undefined>(work: (given: A) => void, given?: A): Promise<unknown>;
  click(x: number, y: number): Promise<void>;
  /** https://chromedevtools.github.io/devtools-protocol/ */
  send(method: string, params?: object): Promise<Record<string, unknown>>;
  close(): Promise<unknown>;
}

/** For one answer of a page; a wait without an end would take the next test's trace along. */
const PATIENCE_MS = 60_000;

interface Message {
  id?: number;
  method?: string;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/** tsx puts `__name` around functions, evaluated ones too. */
const called = (work: unknown, given: unknown) =>
  `((__name) => (${work})(${JSON.stringify(given) ?? ''}))((named) => named)`;

/**
 * A tab in a profile of its own, without what a test driver switches on in its pages. With the protocol's `Runtime`
 * domain at work V8 notes where a script stands as soon as it reads `document.cookie`, and parses the whole file twice
 * more for it: three quarters of what a start seemed to cost were the instrument.
 */
export const openTab = async (browser: Browser, origin: string): Promise<Tab> => {
  const root = await browser.newBrowserCDPSession();
  const { browserContextId } = await root.send('Target.createBrowserContext');
  const { targetId } = await root.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: false });
  const answers = new Map<number, (message: Message) => void>();
  const heard = new Map<string, () => void>();
  root.on('Target.receivedMessageFromTarget', (received) => {
    const message = JSON.parse(received.message) as Message;
    answers.get(message.id!)?.(message);
    answers.delete(message.id!);
    heard.get(message.method!)?.();
  });
  let last = 0;
  const send: Tab['send'] = async (method, params = {}) => {
    const id = ++last;
    const answered = new Promise<Message>((done) => {
      const late = setTimeout(done, PATIENCE_MS, { error: { message: 'no answer' } });
      answers.set(id, (message) => {
        clearTimeout(late);
        done(message);
      });
    });
    await root.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result!;
  };
  await send('Page.enable');
  return {
    browser: root,
    send,
    go: async (path) => {
      const loaded = new Promise<void>((done, fail) => {
        const late = setTimeout(() => fail(new Error(`${path} has not loaded`)), PATIENCE_MS);
        heard.set('Page.loadEventFired', () => {
          clearTimeout(late);
          done();
        });
      });
      loaded.catch(() => {}); // where the navigation itself fails nobody waits for it
      const { errorText } = await send('Page.navigate', { url: origin + path });
      if (errorText) throw new Error(`${path}: ${errorText}`);
      await loaded;
    },
    evaluate: async <T>(work: unknown, given?: unknown) => {
      const params = { expression: called(work, given), awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await send('Runtime.evaluate', params);
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return (result as { value: T }).value;
    },
    prepare: (work, given) => send('Page.addScriptToEvaluateOnNewDocument', { source: called(work, given) }),
    click: async (x, y) => {
      for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'])
        await send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    },
    close: () => root.send('Target.disposeBrowserContext', { browserContextId: browserContextId! }),
  };
};
