import type { Detector } from './detect/detector.ts';
import { createFunnel, type Funnel } from './funnel.ts';
import { internal } from './internal.ts';
import { quietly } from './listen/ear.ts';
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

const warn = createWarn();

/** What a site wrote into an attribute, or undefined, with a warning that names it. */
const read = <T>(name: string, work: () => T): T | undefined =>
  quietly(work) ?? (warn(`"data-${name}" is not valid`) as undefined);

const readOptions = (
  { endpoint, consent, site, gzip, cookieDomain, context, allow, internal: hosts }: DOMStringMap,
  detect: Detector[],
): Options => ({
  detect: hosts ? [...detect, internal({ hosts: read('internal', () => new RegExp(hosts)) })] : detect,
  endpoint,
  consent: consent as Consent, // checked, and warned of, where options are resolved
  site,
  cookieDomain,
  gzip: gzip === undefined ? gzip : gzip !== 'false',
  allow: allow?.split(/[ ,]+/),
  context: context ? () => read('context', () => JSON.parse(context)) ?? {} : undefined,
});

const createCommand = (funnels: Funnel[]): Command => {
  const command: Command = (method, ...args) => {
    const [answer] = funnels.map((funnel) => {
      const known = Object.keys(funnel).includes(method) && funnel[method as keyof Funnel];
      return typeof known === 'function' ? (known as Call)(...(args as [string])) : warn(`"${method}" is not known`);
    });
    return answer;
  };
  command.funnels = funnels;
  return command;
};

const start = (tag: HTMLElement, detect: Detector[]) => {
  const page = window as Window & { funnelwire?: Command };
  const funnel = createFunnel(readOptions(tag.dataset, detect));
  const present = page.funnelwire;
  // A form with that id may be in its place, and have a field of that name.
  const known = Array.isArray(present?.funnels) && present.funnels;
  const funnels = known || [];
  // Holders of one funnel share its methods.
  if (!funnels.some(({ track }) => track === funnel.track)) funnels.push(funnel);
  if (known) return;
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
  if (typeof document === 'undefined') return;
  try {
    // `<img name="currentScript">` takes the property's place, and may name an endpoint of its own.
    const tag = document.currentScript?.matches('script')
      ? document.currentScript
      : document.querySelector('script[data-endpoint]');
    if (tag) start(tag as HTMLElement, detect);
  } catch (error) {
    console.error(error); // ours, and never the page's
  }
};
