import { quietly } from '../listen/ear.ts';

/**
 * Every name under which funnelwire may keep something on a device. docs/privacy.md says what lies there, why and for
 * how long; a test compares the two.
 */
export const NAMES = {
  /** localStorage. The decision record, the only thing kept without consent: `{ consent, epoch }`. */
  consent: 'funnelwire:consent',
  /** Cookie. The visitor's random id. */
  visitor: 'funnelwire',
  /** localStorage. The visit under way: its id, last activity, origin. */
  session: 'funnelwire:session',
  /** localStorage, with `funnelwire/state`. How far the visitor has come, and the cart. */
  state: 'funnelwire:state',
  /** sessionStorage. Acts that wait for their confirmation on the next page. */
  attempts: 'funnelwire:attempts',
  /** Cookie, with `funnelwire/links`. An order under way, for the host that the payment leads back to. */
  order: 'funnelwire-order',
  /** localStorage, one a page load. Events that a leaving page could not write to IndexedDB any more. */
  spill: 'funnelwire:spill:',
  /** IndexedDB, one an endpoint. Events until delivered, their ledgers, hashes of orders. */
  database: 'funnelwire:',
} as const;

/** Web storage that answers instead of throwing: it may be refused, full, or missing. */
const shelf = (area: () => Storage) => ({
  get: (name: string) => quietly(() => area().getItem(name)),
  /** False when the browser did not take it. */
  set: (name: string, value: string): boolean =>
    !!quietly(() => {
      area().setItem(name, value);
      return true;
    }),
  remove: (name: string) => quietly(() => area().removeItem(name)),
  /** The names that start with `prefix`. */
  names: (prefix: string): string[] =>
    quietly(() => Object.keys(area()).filter((name) => name.startsWith(prefix))) ?? [],
});

export type Shelf = ReturnType<typeof shelf>;

/** Shared by all tabs of the origin. */
export const device = shelf(() => localStorage);

/** This tab's own; survives page loads, ends with the tab. */
export const tab = shelf(() => sessionStorage);

/** What `text` holds as a JSON object: {} where there is none, undefined where it is not JSON: others write here too. */
export const parse = (text: string | null | undefined): object | undefined =>
  quietly(() => Object(JSON.parse(text!)) as object);
