import type { Json } from '../event/event.ts';
import { NAMES, parse, tab } from './storage.ts';

/** A small note that survives a page load in the same tab, where consent allows; else it ends with the page. */
export interface Memory {
  /** What was written last, of any shape: storage is open to every script of the page. Undefined when nothing was. */
  read(): unknown;
  /** Synchronous: the page may be leaving. Undefined erases. False when the note will not outlive the page. */
  write(note: Json | undefined): boolean;
}

/** Notes by name, all in one record of the tab's storage, read at most once a page. */
export const createMemory = (mayStore: () => boolean): ((name: string) => Memory) & { forget(): void } => {
  let notes: Map<string, unknown> | undefined;
  const load = () => {
    notes ??= new Map(Object.entries((mayStore() && parse(tab.get(NAMES.attempts))) || {}));
    return notes;
  };
  const memory = (name: string): Memory => ({
    read: () => load().get(name),
    write: (note) => {
      load().set(name, note);
      return mayStore() && tab.set(NAMES.attempts, JSON.stringify(Object.fromEntries(load())));
    },
  });
  return Object.assign(memory, {
    forget: () => {
      notes = undefined;
      tab.remove(NAMES.attempts);
    },
  });
};
