import type { Key, Put, Queue } from '../../src/queue/queue.ts';

/** The order of IndexedDB's keys: element by element. */
const compare = (a: Key, b: Key): number => {
  for (const at of [0, 1, 2] as const) if (a[at] !== b[at]) return a[at] < b[at] ? -1 : 1;
  return 0;
};

/** A queue that ends with the test. It keeps copies, as a database does: what is changed later is not what was written. */
export const memoryQueue = (): Queue => {
  const records = new Map<string, Put>();
  let erased = false;
  const needAlive = () => {
    if (erased) throw new Error('erased');
  };
  return {
    write: async ({ put = [], remove = [] }) => {
      needAlive();
      for (const [first, last] of remove)
        for (const [name, [key]] of records)
          if (compare(first, key) <= 0 && compare(key, last) <= 0) records.delete(name);
      for (const each of structuredClone(put)) records.set(String(each[0]), each);
    },
    read: async <T>(kind: string, limit = Infinity, stream?: string, fromSeq = 0): Promise<T[]> => {
      needAlive();
      return structuredClone(
        [...records.values()]
          .filter(([key]) => key[0] === kind && (stream === undefined || (key[1] === stream && key[2] >= fromSeq)))
          .sort(([a], [b]) => compare(a, b))
          .slice(0, limit)
          .map(([, value]) => value),
      ) as T[];
    },
    erase: async () => {
      records.clear();
      erased = true;
    },
  };
};
