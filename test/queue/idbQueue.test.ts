import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { idbQueue } from '../../src/queue/idbQueue.ts';
import { eventKey, type Put } from '../../src/queue/queue.ts';
import { behavesLikeAQueue } from './behavesLikeAQueue.ts';
import { anEntry, streamAt } from './entries.ts';

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

let made = 0;
behavesLikeAQueue('IndexedDB', () => idbQueue(`queue-${++made}`));

const STREAM = streamAt(1_000);
const put = [0, 1, 2].map((seq): Put => [eventKey(anEntry(STREAM, seq)), anEntry(STREAM, seq)]);
const count = async (name: string) => (await idbQueue(name).read('event', 100, STREAM)).length;

test('what one page wrote, the next one reads', async () => {
  await idbQueue('shared').write({ put });
  expect(await count('shared')).toBe(3);
});

test('two queues of different names share nothing', async () => {
  await idbQueue('one').write({ put });
  expect(await count('other')).toBe(0);
});

test('a stream whose head is not ours is read to its end: a short read would pass for the last', async () => {
  const queue = idbQueue('one');
  const foreign = [3, 4, 5].map((seq): Put => [['event', STREAM, seq], null as never]);
  const own = anEntry(STREAM, 6);
  await queue.write({ put: [...foreign, [eventKey(own), own]] });
  expect(await queue.read('event', 3, STREAM)).toEqual([own]);
});

test('a change is one transaction, relaxed and committed without waiting for its requests', async () => {
  const queue = idbQueue('one');
  await queue.read('stream');
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const commit = vi.spyOn(IDBTransaction.prototype, 'commit');
  await queue.write({
    put,
    remove: [
      [
        ['order', 'a', 0],
        ['order', 'b', 0],
      ],
    ],
  });
  expect(transaction.mock.calls).toEqual([['records', 'readwrite', { durability: 'relaxed' }]]);
  expect(commit).toHaveBeenCalledTimes(1);
});

test('a connection closed under us is opened again', async () => {
  const open = vi.spyOn(indexedDB, 'open');
  const queue = idbQueue('one');
  await queue.write({ put: put.slice(0, 1) });
  for (const { value } of open.mock.results) (value as IDBOpenDBRequest).result.close();
  await queue.write({ put: put.slice(1) });
  expect(await count('one')).toBe(3);
});

test('a database that another tab deletes is not held on to', async () => {
  const queue = idbQueue('one');
  await queue.write({ put });
  await new Promise<void>((done, blocked) => {
    const request = indexedDB.deleteDatabase('one');
    request.onsuccess = () => done();
    request.onblocked = blocked;
  });
  expect(await queue.read('event', 100, STREAM)).toEqual([]);
});

test('erasing leaves no database behind, nor does who comes too late', async () => {
  const queue = idbQueue('one');
  await queue.write({ put });
  const late = queue.erase().then(() => queue.write({ put }));
  await expect(late).rejects.toThrow();
  await vi.waitFor(async () => expect(await indexedDB.databases()).toEqual([]));
});

test.each([
  [
    'throws',
    () => {
      throw new DOMException('', 'SecurityError');
    },
  ],
  [
    'refuses',
    () => {
      const request = { error: new DOMException('', 'UnknownError') } as IDBOpenDBRequest;
      queueMicrotask(() => request.onerror!(new Event('error')));
      return request;
    },
  ],
])('where opening %s, reading and writing reject and nothing throws', async (_, open) => {
  vi.spyOn(indexedDB, 'open').mockImplementation(open);
  const queue = idbQueue('one');
  await expect(queue.write({ put })).rejects.toThrow();
  await expect(queue.read('stream')).rejects.toThrow();
  await expect(queue.erase()).rejects.toThrow();
});
