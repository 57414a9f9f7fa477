import { promisifyRequest } from 'idb-keyval';
import type { Queue } from './queue.ts';

const STORE = 'records';

/**
 * The durable queue. Opens at once, since opening takes longer than a closing page lives. What fails is tried once more
 * on a new connection: browsers close them under us (https://bugs.webkit.org/show_bug.cgi?id=273827).
 */
export const idbQueue = (name: string): Queue => {
  let database: Promise<IDBDatabase> | undefined;
  /** Who still has something to write or read then would make the database anew. */
  let erased = false;
  /** Async, since where storage is blocked `open` throws. */
  const open = async () => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    const db = await promisifyRequest(request);
    db.onclose = db.onversionchange = () => {
      db.close();
      database = undefined;
    };
    return db;
  };
  const connect = () => {
    if (erased) throw Error();
    database ??= open();
    return database;
  };
  const transact = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => T): Promise<T> => {
    const begin = async () => {
      const transaction = (await connect()).transaction(STORE, mode, { durability: 'relaxed' });
      const done = promisifyRequest(transaction);
      const result = work(transaction.objectStore(STORE));
      // Without commit() a transaction waits for its requests to call back, which a closing page never hears.
      transaction.commit?.();
      await done;
      return result;
    };
    try {
      return await begin();
    } catch {
      database = undefined;
      return begin();
    }
  };
  const read = async <T>(kind: string, limit?: number, stream?: string, fromSeq = 0): Promise<T[]> => {
    const prefix = stream ? [kind, stream] : [kind];
    // IndexedDB sorts numbers before all strings, and an array after them: an open end.
    const range = IDBKeyRange.bound([...prefix, fromSeq], [...prefix, []]);
    const { result } = await transact('readonly', (store) => store.getAll(range, limit));
    // What is not ours, or half, is left alone.
    const ours = result.filter(
      (each) =>
        kind === 'order' || ((each?.event?.stream && each.event.seq) ?? each?.ledger?.waiting ?? each?.until) >= 0,
    );
    // A read that found few would be taken for the last.
    return limit && ours.length < result.length ? read(kind, 0, stream, fromSeq) : ours;
  };
  connect().catch(() => {}); // whoever reads or writes meets the refusal
  return {
    write: ({ put = [], remove = [] }) =>
      transact('readwrite', (store) => {
        for (const [first, last] of remove) store.delete(IDBKeyRange.bound(first, last));
        for (const [key, value] of put) store.put(value, key);
      }),
    read,
    erase: async () => {
      // Emptied first: deleting waits for other tabs' connections, and theirs may be frozen.
      const emptied = transact('readwrite', (store) => store.clear());
      erased = true;
      await emptied.finally(() => indexedDB.deleteDatabase(name)); // closes ours, by onversionchange
    },
  };
};
