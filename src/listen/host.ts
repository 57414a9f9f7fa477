import type { Json } from '../event/event.ts';
import type { Ears } from '../signals.ts';
import type { FunnelState } from '../state/cart.ts';
import type { Shelf } from '../visit/storage.ts';
import type { Life } from './life.ts';
import type { Rule } from './rules.ts';

/** Where a detector runs. The page's ears are not here: `withPage` opens them, so that a funnel that detects nothing has none. */
export interface Host {
  life: Life;
  /** What the funnel tells. A plug-in may add to each `draft`. */
  ears: Ears;
  /** Storage of this origin, for what consent 'granted' allows under the names of `NAMES`. */
  device: Shelf;
  /** `funnel.state`: one object, written to by `state()`. */
  state: FunnelState;
  /** A note that survives a page load in this tab, where consent allows. */
  memory(name: string): Memory;
  /** Epoch ms. */
  now(): number;
  /** This page load began a visit. */
  isLanding(): boolean;
  /** Requests of the SDK itself. */
  ignore(url: string): boolean;
  /** The site's own word on what means what. */
  rules: Rule[];
}

/** A small note that survives a page load in the same tab, where consent allows; else it ends with the page. */
export interface Memory {
  /** What was written last, of any shape: storage is open to every script of the page. Undefined when nothing was. */
  read(): unknown;
  /** Synchronous: the page may be leaving. Undefined erases. False when the note will not outlive the page. */
  write(note: Json | undefined): boolean;
}
