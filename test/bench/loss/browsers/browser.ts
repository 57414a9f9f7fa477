export type BrowserName = 'chromium' | 'firefox' | 'webkit';

/** What not every browser can be driven to do. */
export type Ability = 'kill' | 'freeze' | 'offline' | 'quota' | 'block' | 'selfClose';

export interface Tab {
  /** Resolves when the page has loaded. */
  go(url: string): Promise<void>;
  /** What the expression comes to in the page; promises are awaited. */
  run<T = unknown>(expression: string): Promise<T>;
  /** As a shopper closes it. */
  close(): Promise<void>;
  /** As a browser does to tabs nobody looks at. */
  freeze(isFrozen: boolean): Promise<void>;
  offline(isOffline: boolean): Promise<void>;
  /** Requests to `url` fail before they leave, as a blocker of trackers has it. */
  block(url: string): Promise<void>;
  /** Bytes that this page's origin may still store; undefined lifts the bound. */
  quota(bytes: number | undefined): Promise<void>;
}

/** A browser with a profile of its own. */
export interface Browser {
  /** Undefined when it can be driven to do so, else why it cannot. */
  cannot: Partial<Record<Ability, string>>;
  /** A tab at `url`, in front of the others. */
  open(url: string): Promise<Tab>;
  /** The same, opened by a script, so that it may close itself. */
  popUp(url: string): Promise<Tab>;
  /** SIGKILL to all its processes, then started again with the profile that is left. */
  kill(): Promise<{ restart(): Promise<void> }>;
  close(): Promise<void>;
  /** What pages threw. */
  errors: string[];
}

/** Waits until `isSo`, at most `patienceMs`. False when it was not. */
export const until = async (isSo: () => unknown, patienceMs: number): Promise<boolean> => {
  const end = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > end) return false;
    await new Promise((done) => setTimeout(done, 20));
  }
  return true;
};
