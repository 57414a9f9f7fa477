import { promisifyRequest } from 'idb-keyval';
import type { Change, Entry, Queue, RetryNote, Standing } from './queue.ts';

/**
 * One object store, keyed `[kind, stream, seq]`: IndexedDB sorts array keys element by element, so a stream's events lie
 * in order, streams by age (they are UUIDv7), and events, ledgers and orders change in one transaction.
 */
const STORE = 'records';

const eventKey = (stream: string, seq: number) => ['event', stream, seq];
const streamKey = (stream: string) => ['stream', stream, 0];
const orderKey = (order: string) => ['order', order, 0];
const RETRY_KEY = ['retry', '', 0];

/** Every key of one kind: an array sorts after all strings. */
const all = (kind: string) => IDBKeyRange.bound([kind], [kind, []]);

/** Events of one stream from a seq on. */
const from = (stream: string, seq: number) => IDBKeyRange.bound(eventKey(stream, seq), ['event', stream, []]);

/** Ascending numbers as runs without a gap, so that a long row of keys is deleted by one range. */
const runs = (seqs: number[]): [first: number, last: number][] => {
  const found: [number, number][] = [];
  for (const seq of seqs) {
    const run = found[found.length - 1];
    if (run && run[1] + 1 === seq) run[1] = seq;
    else found.push([seq, seq]);
  }
  return found;
};

const open = (name: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return promisifyRequest(request);
};

/**
 * The durable queue. Opens at once, since opening takes longer than a closing page lives. Reopens when the browser has
 * closed the connection (Safari does so to pages in the background: https://bugs.webkit.org/show_bug.cgi?id=273827).
 */
export const idbQueue = (name: string): Queue => {
  let database: Promise<IDBDatabase> | undefined;
  const connect = () => {
    database ??= open(name).then(
      (db) => {
        const letGo = () => {
          database = undefined;
        };
        db.onclose = letGo;
        db.onversionchange = () => {
          db.close();
          letGo();
        };
        return db;
      },
      (error) => {
        database = undefined;
        throw error;
      },
    );
    return database;
  };

  const transaction = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => T): Promise<T> => {
    const begin = (db: IDBDatabase) => db.transaction(STORE, mode, { durability: 'relaxed' });
    const current = await connect();
    let begun: IDBTransaction;
    try {
      begun = begin(current);
    } catch {
      database = undefined; // InvalidStateError: the connection died without a word
      begun = begin(await connect());
    }
    const done = promisifyRequest(begun);
    const result = work(begun.objectStore(STORE));
    // Without commit() a transaction waits for its requests to call back, which a closing page never hears.
    if (mode === 'readwrite') begun.commit?.();
    await done;
    return result;
  };

  const read = async <T>(work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    (await transaction('readonly', work)).result;

  connect().catch(() => {}); // each caller meets the refusal itself

  return {
    write: ({ add = [], orders = [], remove, standing, retryNote }: Change) =>
      transaction('readwrite', (store) => {
        for (const entry of add) store.put(entry, eventKey(entry.event.stream, entry.event.seq));
        for (const order of orders) store.put(1, orderKey(order));
        if (remove)
          for (const [first, last] of runs(remove.seqs))
            store.delete(IDBKeyRange.bound(eventKey(remove.stream, first), eventKey(remove.stream, last)));
        if (standing?.[1]) store.put(standing[1], streamKey(standing[0]));
        else if (standing) store.delete(streamKey(standing[0]));
        if (retryNote) store.put(retryNote, RETRY_KEY);
      }),
    peek: (stream, limit, fromSeq = 0) => read<Entry[]>((store) => store.getAll(from(stream, fromSeq), limit)),
    streams: async () => {
      const [keys, standings] = await transaction('readonly', (store): [IDBRequest, IDBRequest] => [
        store.getAllKeys(all('stream')),
        store.getAll(all('stream')),
      ]);
      return keys.result.map((key: string[], at: number): [string, Standing] => [key[1]!, standings.result[at]]);
    },
    orders: async () => (await read((store) => store.getAllKeys(all('order')))).map((key) => (key as string[])[1]!),
    retryNote: () => read<RetryNote | undefined>((store) => store.get(RETRY_KEY)),
    erase: async () => {
      // Emptied first: deleting waits for other tabs' connections, and theirs may be frozen.
      await transaction('readwrite', (store) => store.clear());
      (await connect()).close();
      database = undefined;
      indexedDB.deleteDatabase(name);
    },
    close: () =>
      void database?.then(
        (db) => db.close(),
        () => {},
      ),
  };
};
