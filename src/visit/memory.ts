import type { Json } from '../event/event.ts';

/** A small note that survives a page load in the same tab, where consent allows; else it ends with the page. */
export interface Memory {
  /** What was written last, of any shape: storage is open to every script of the page. Undefined when nothing was. */
  read(): unknown;
  /** Synchronous: the page may be leaving. Undefined erases. False when the note will not outlive the page. */
  write(note: Json | undefined): boolean;
}
