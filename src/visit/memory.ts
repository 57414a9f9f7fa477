import { toJson } from '../event/json.ts';
import { redactId, redactText } from '../event/redact.ts';
import type { Memory } from '../listen/host.ts';
import { NAMES, parse, tab } from './storage.ts';

/** What is kept is redacted as events are: a product may be named after who it is for. */
const look = (key: string, value: unknown) =>
  typeof value === 'string' ? (/name$/.test(key) || / /.test(value) ? redactText : redactId)(value) : value;

/** Notes by name, all in one record of the tab's storage, read at most once a page. */
export const createMemory = (mayStore: () => boolean): ((name: string) => Memory) & { forget(): void } => {
  let notes: Record<string, unknown> | undefined;
  const load = () => {
    notes ??= { ...(mayStore() && parse(tab.get(NAMES.attempts))) };
    return notes;
  };
  const memory = (name: string): Memory => ({
    read: () => load()[name],
    write: (note) => {
      load()[name] = note;
      return mayStore() && tab.set(NAMES.attempts, toJson(load(), look));
    },
  });
  return Object.assign(memory, {
    forget: () => {
      notes = undefined;
      tab.remove(NAMES.attempts);
    },
  });
};
