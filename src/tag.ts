import type { Detector } from './detect/detector.ts';
import { createFunnel, type Funnel } from './funnel.ts';
import { internal } from './internal.ts';
import type { Options } from './options.ts';
import type { Consent } from './visit/consent.ts';
import { createWarn } from './warn.ts';

type Call = (method: string, ...args: unknown[]) => unknown;

interface Command extends Call {
  /** Calls that wait, left by the stub. */
  q?: ArrayLike<unknown>[];
  /** The funnels of all tags of this page; two tags of the same site and endpoint are one. */
  funnels?: Funnel[];
}

const METHODS = ['track', 'identify', 'setConsent', 'forget', 'exportData', 'on', 'flush', 'status', 'stop'];

const warn = createWarn();

const readOptions = (
  { endpoint, consent, site, gzip, cookieDomain, context, allow, internal: hosts }: DOMStringMap,
  detect: Detector[],
): Options => ({
  detect: hosts === undefined ? detect : [...detect, internal({ hosts: toPattern(hosts) })],
  endpoint: endpoint ?? '',
  consent: consent as Consent, // checked, and warned of, where options are resolved
  ...(site && { site }),
  ...(cookieDomain && { cookieDomain }),
  ...(gzip !== undefined && { gzip: gzip !== 'false' }),
  ...(allow && { allow: allow.split(/[ ,]+/) }),
  ...(context && { context: () => parseContext(context) }),
});

const toPattern = (hosts: string) => {
  try {
    return new RegExp(hosts);
  } catch {
    warn('"data-internal" must be a pattern of hosts');
    return undefined;
  }
};

const parseContext = (text: string) => {
  try {
    return JSON.parse(text);
  } catch {
    warn('"data-context" must be JSON');
    return {};
  }
};

const createCommand = (funnels: Funnel[]): Command => {
  const command: Command = (method, ...args) => {
    if (!METHODS.includes(method)) return warn(`funnelwire() knows ${METHODS.join(', ')}`);
    const answers = funnels.map((funnel) => (funnel[method as keyof Funnel] as Call)(...(args as [string])));
    return answers[0];
  };
  command.funnels = funnels;
  return command;
};

const start = (tag: HTMLElement, detect: Detector[]) => {
  const page = window as Window & { funnelwire?: Command };
  const funnel = createFunnel(readOptions(tag.dataset, detect));
  const present = page.funnelwire;
  const funnels = present?.funnels ?? [];
  // Holders of one funnel share its methods.
  if (!funnels.some(({ track }) => track === funnel.track)) funnels.push(funnel);
  if (present?.funnels) return;
  const command = createCommand(funnels);
  page.funnelwire = command;
  for (const [method, ...args] of Array.from(present?.q ?? [], (call) => Array.from(call)))
    command(method as string, ...args);
};

/**
 * Starts what the script's own tag says: `<script async src="funnelwire.js" data-endpoint="https://..."
 * data-consent="granted"></script>`, and answers `funnelwire('track', ...)`. Calls made before the file has loaded wait in
 * a stub, one line in the page:
 *
 *     window.funnelwire=window.funnelwire||function(){(funnelwire.q=funnelwire.q||[]).push(arguments)}
 */
export const startTag = (detect: Detector[]): void => {
  try {
    const tag = document.currentScript ?? document.querySelector<HTMLElement>('script[data-endpoint]');
    if (tag) start(tag as HTMLElement, detect);
  } catch (error) {
    console.error(error); // ours, and never the page's
  }
};
