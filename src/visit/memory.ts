import type { Memory } from '../listen/host.ts';
import { NAMES, parse, tab } from './storage.ts';

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
