import { beforeEach, expect, test, vi } from 'vitest';
import type { Change, Queue } from '../../src/queue/queue.ts';
import type { Spill } from '../../src/queue/spill.ts';
import { createWriter } from '../../src/queue/writer.ts';
import { anEntry, streamAt } from './entries.ts';
import { memoryQueue } from './memoryQueue.ts';

const STREAM = streamAt(1_000);
const soon = () => new Promise((done) => setTimeout(done));

let queue: Queue;
let spilled: Map<string, Change>;
let spill: Spill;
beforeEach(() => {
  queue = memoryQueue();
  spilled = new Map();
  spill = {
    put: (stream, change) => !!spilled.set(stream, structuredClone(change)),
    take: (stream) => spilled.get(stream),
    drop: (stream) => void spilled.delete(stream),
    streams: () => [...spilled.keys()],
  };
});
const stored = async () => (await queue.read('event', 100, STREAM)).map(({ event }) => event.seq);

/** A queue whose writes end when told. */
const slowly = () => {
  const ends: (() => void)[] = [];
  const write = vi.fn((change: Change) => {
    const done = queue.write(change);
    return new Promise<void>((end) => ends.push(end)).then(() => done);
  });
  return { write, ends, slow: { ...queue, write } };
};

test('what one task tracks is one write, and what comes meanwhile is the next', async () => {
  const { write, ends, slow } = slowly();
  const writer = createWriter(STREAM, slow, spill);
  for (const seq of [0, 1, 2]) writer.add(anEntry(STREAM, seq), false);
  await soon();
  expect(write).toHaveBeenCalledTimes(1);
  for (const seq of [3, 4]) writer.add(anEntry(STREAM, seq), false);
  await soon();
  expect(write).toHaveBeenCalledTimes(1);
  ends.shift()!();
  await soon();
  expect(write).toHaveBeenCalledTimes(2);
  expect(await stored()).toEqual([0, 1, 2, 3, 4]);
});

test('a write costs no access to localStorage where nothing was spilled', async () => {
  const drop = vi.spyOn(spill, 'drop');
  const writer = createWriter(STREAM, queue, spill);
  writer.add(anEntry(STREAM, 0), false);
  await writer.written();
  expect(await stored()).toEqual([0]);
  expect(drop).not.toHaveBeenCalled();
});

test('an urgent event starts its write in its own task, even beside another', async () => {
  const { write, slow } = slowly();
  const writer = createWriter(STREAM, slow, spill);
  writer.add(anEntry(STREAM, 0), false);
  await soon();
  writer.add(anEntry(STREAM, 1), true);
  expect(write).toHaveBeenCalledTimes(2);
});

test('a write that ends before an older one keeps nobody waiting in a loop: both have ended, or none', async () => {
  const { ends, slow } = slowly();
  const writer = createWriter(STREAM, slow, spill);
  writer.add(anEntry(STREAM, 0), true);
  writer.add(anEntry(STREAM, 1), true);
  const hasEnded = vi.fn();
  writer.written().then(hasEnded);
  ends.pop()!(); // the older one has failed, say, and is tried once more
  await soon();
  expect(hasEnded).not.toHaveBeenCalled();
  ends.pop()!();
  await soon();
  expect(hasEnded).toHaveBeenCalled();
});

test('an event and the order it tells are stored together', async () => {
  const write = vi.spyOn(queue, 'write');
  createWriter(STREAM, queue, spill).add(anEntry(STREAM, 0), true, 'order-hash');
  expect(write.mock.calls[0]![0].put!.map(([[kind]]) => kind)).toEqual(['event', 'order', 'stream']);
});

test('what a failing storage did not take is tried again with the next event', async () => {
  const writer = createWriter(STREAM, queue, spill);
  vi.spyOn(queue, 'write').mockRejectedValueOnce(new DOMException('', 'QuotaExceededError'));
  writer.add(anEntry(STREAM, 0), false);
  await soon();
  expect(await stored()).toEqual([]);
  writer.add(anEntry(STREAM, 1), false);
  await soon();
  expect(await stored()).toEqual([0, 1]);
});

test('a leaving page begins no write, and spills what is not safe yet', async () => {
  const { write, ends, slow } = slowly();
  const writer = createWriter(STREAM, slow, spill);
  writer.add(anEntry(STREAM, 0), false);
  await soon();
  writer.add(anEntry(STREAM, 1), false);
  expect(writer.leave()).toBe(true);
  ends.shift()!();
  await soon();
  expect(write).toHaveBeenCalledTimes(1);
  const seqs = spilled
    .get(STREAM)!
    .put!.filter(([[kind]]) => kind === 'event')
    .map(([key]) => key[2]);
  expect(seqs).toEqual([0, 1]);
});

test('a page that leaves with everything safe spills nothing', async () => {
  const writer = createWriter(STREAM, queue, spill);
  writer.add(anEntry(STREAM, 0), false);
  await soon();
  expect(writer.leave()).toBe(true);
  expect(spilled.size).toBe(0);
});

test('a page that can neither write nor spill says that its events may not outlive it', () => {
  const writer = createWriter(STREAM, queue, { ...spill, put: () => false });
  writer.add(anEntry(STREAM, 0), false);
  expect(writer.leave()).toBe(false);
});

test('each change of the ledger is stored in the write that changes the records', async () => {
  const writer = createWriter(STREAM, queue, spill);
  const entries = [0, 1, 2].map((seq) => anEntry(STREAM, seq));
  for (const entry of entries) writer.add(entry, false);
  await soon();
  writer.settle(entries.slice(0, 1), 'acknowledged');
  writer.settle(entries.slice(1, 2), 'refused');
  await writer.written();
  const [standing] = await queue.read('stream');
  expect(standing).toEqual({
    stream: STREAM,
    ledger: { created: 3, acknowledged: 1, waiting: 1, in_doubt: 0, dropped: { refused: 1 } },
    bytes: 300,
  });
  expect(await stored()).toEqual([2]);
});

test('a range is removed only where it has no gap', async () => {
  const writer = createWriter(STREAM, queue, spill);
  const entries = [0, 1, 2, 3, 4].map((seq) => anEntry(STREAM, seq));
  for (const entry of entries) writer.add(entry, false);
  await soon();
  const write = vi.spyOn(queue, 'write');
  writer.settle([entries[4]!, entries[0]!, entries[1]!], 'acknowledged');
  await writer.written();
  expect(write.mock.calls[0]![0].remove!.map(([first, last]) => [first[2], last[2]])).toEqual([
    [0, 1],
    [4, 4],
  ]);
  expect(await stored()).toEqual([2, 3]);
});

test('a page that comes back finds what another tab has sent meanwhile gone', async () => {
  const writer = createWriter(STREAM, queue, spill);
  for (const seq of [0, 1]) writer.add(anEntry(STREAM, seq), false);
  await soon();
  writer.leave();
  await queue.write({
    put: [
      [
        ['stream', STREAM, 0],
        { stream: STREAM, ledger: { created: 2, acknowledged: 1, waiting: 1, in_doubt: 0, dropped: {} }, bytes: 300 },
      ],
    ],
    remove: [
      [
        ['event', STREAM, 0],
        ['event', STREAM, 0],
      ],
    ],
  });
  await writer.back(Promise.resolve());
  expect(writer.waiting().map(({ event }) => event.seq)).toEqual([1]);
  expect(writer.standings.get(STREAM)!.ledger).toMatchObject({ created: 2, acknowledged: 1, waiting: 1 });
});

test('what another tab has settled while the page was away is not counted again', async () => {
  const writer = createWriter(STREAM, queue, spill);
  const entry = anEntry(STREAM, 0);
  writer.add(entry, false);
  await writer.written();
  writer.leave();
  const [standing] = await queue.read('stream');
  const ledger = { ...standing!.ledger, waiting: 0, acknowledged: 1 };
  await queue.write({
    remove: [
      [
        ['event', STREAM, 0],
        ['event', STREAM, 0],
      ],
    ],
    put: [[['stream', STREAM, 0], { ...standing!, ledger, bytes: 0 }]],
  });
  await writer.back(Promise.resolve());
  writer.settle([entry], 'acknowledged');
  expect(writer.standings.get(STREAM)!.ledger).toMatchObject({ created: 1, waiting: 0, acknowledged: 1 });
});
