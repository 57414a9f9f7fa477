import { describe, expect, test } from 'vitest';
import { eventKey, type Put, type Queue } from '../../src/queue/queue.ts';
import { anEntry, aStanding, streamAt } from './entries.ts';

const [OLD, YOUNG] = [streamAt(1_000), streamAt(2_000)];
const entries = [0, 1, 2, 3].map((seq) => anEntry(OLD, seq));
const puts = entries.map((entry): Put => [eventKey(entry), entry]);
const seqs = async (queue: Queue, stream = OLD, limit = 100, from?: number) =>
  (await queue.read('event', limit, stream, from)).map(({ event }) => event.seq);

/** What every queue has to do. `create` makes an empty one. */
export const behavesLikeAQueue = (name: string, create: () => Queue) =>
  describe(`${name} behaves like a queue:`, () => {
    test('it is empty at first', async () => {
      const queue = create();
      expect(await queue.read('event', 100, OLD)).toEqual([]);
      for (const kind of ['stream', 'order', 'retry'] as const) expect(await queue.read(kind as 'stream')).toEqual([]);
    });

    test('an event comes back whole, and stays until it is removed', async () => {
      const queue = create();
      await queue.write({ put: puts.slice(0, 1) });
      expect(await queue.read('event', 100, OLD)).toEqual([entries[0]]);
      expect(await queue.read('event', 100, OLD)).toEqual([entries[0]]);
    });

    test('events come in their order, whatever the order of writing', async () => {
      const queue = create();
      const twelve = Array.from({ length: 12 }, (_, seq) => anEntry(OLD, seq));
      for (const entry of [...twelve].reverse()) await queue.write({ put: [[eventKey(entry), entry]] });
      expect(await seqs(queue)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    });

    test('reading goes no further than asked, and begins where asked', async () => {
      const queue = create();
      await queue.write({ put: puts });
      expect(await seqs(queue, OLD, 2)).toEqual([0, 1]);
      expect(await seqs(queue, OLD, 2, 1)).toEqual([1, 2]);
      expect(await seqs(queue, OLD, 2, 4)).toEqual([]);
    });

    test('a stream knows nothing of its neighbours', async () => {
      const queue = create();
      const other = anEntry(YOUNG, 0);
      await queue.write({ put: [...puts, [eventKey(other), other]] });
      await queue.write({ remove: [[eventKey(entries[0]!), eventKey(entries[3]!)]] });
      expect(await seqs(queue, OLD)).toEqual([]);
      expect(await seqs(queue, YOUNG)).toEqual([0]);
    });

    test('a range goes with both its ends, and nothing beside it', async () => {
      const queue = create();
      await queue.write({ put: puts });
      await queue.write({ remove: [[eventKey(entries[1]!), eventKey(entries[2]!)]] });
      expect(await seqs(queue)).toEqual([0, 3]);
    });

    test('streams are told oldest first, each in its latest standing', async () => {
      const queue = create();
      await queue.write({ put: [[['stream', YOUNG, 0], aStanding(YOUNG, 1)]] });
      await queue.write({ put: [[['stream', OLD, 0], aStanding(OLD, 1)]] });
      await queue.write({ put: [[['stream', YOUNG, 0], aStanding(YOUNG, 5)]] });
      expect(await queue.read('stream')).toEqual([aStanding(OLD, 1), aStanding(YOUNG, 5)]);
    });

    test('events, standing, order and retry note change together', async () => {
      const queue = create();
      await queue.write({ put: puts });
      await queue.write({
        put: [
          [['stream', OLD, 0], aStanding(OLD, 3)],
          [['order', 'abc', 0], 'abc'],
          [['retry', '', 0], { attempt: 2, until: 9, at: 1 }],
        ],
        remove: [[eventKey(entries[0]!), eventKey(entries[0]!)]],
      });
      expect(await seqs(queue)).toEqual([1, 2, 3]);
      expect(await queue.read('stream')).toEqual([aStanding(OLD, 3)]);
      expect(await queue.read('order')).toEqual(['abc']);
      expect(await queue.read('retry')).toEqual([{ attempt: 2, until: 9, at: 1 }]);
    });

    test('what is changed after it was written is not what was written', async () => {
      const queue = create();
      const standing = aStanding(OLD, 1);
      const written = queue.write({ put: [[['stream', OLD, 0], standing]] });
      await written;
      standing.ledger.created = 99;
      expect(await queue.read('stream')).toEqual([aStanding(OLD, 1)]);
    });

    test('writes begun in one task all arrive', async () => {
      const queue = create();
      await Promise.all(puts.map((put) => queue.write({ put: [put] })));
      expect(await seqs(queue)).toEqual([0, 1, 2, 3]);
    });

    test('erasing removes everything, and is its end: nothing is written any more', async () => {
      const queue = create();
      await queue.write({ put: [...puts, [['order', 'abc', 0], 'abc']] });
      await queue.erase();
      await expect(queue.write({ put: puts })).rejects.toThrow();
      await expect(queue.read('order')).rejects.toThrow();
    });
  });
