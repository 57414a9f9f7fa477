import { type Entry, type Fate, MAX_BYTES, MAX_EVENTS, type Queue, type Standing } from '../queue/queue.ts';
import { importanceOf } from './batch.ts';

/** At most so many events of one stream make room in one go. */
const CHUNK = 500;

/**
 * Brings what a device holds back within its bounds: the oldest of the least important events go, purchases last.
 * `streams` are those this tab may touch, `all` every stream there is.
 */
export const evict = async (
  queue: Queue,
  streams: string[],
  all: Map<string, Standing>,
  onFate: (entries: Entry[], fate: Fate) => void,
): Promise<void> => {
  let events = 0;
  let bytes = 0;
  for (const { ledger, bytes: size } of all.values()) {
    events += ledger.waiting;
    bytes += size;
  }
  for (const importance of [0, 1, 2])
    for (const stream of streams) {
      if (events <= MAX_EVENTS && bytes <= MAX_BYTES) return;
      const spare = (await queue.peek(stream, CHUNK)).filter((entry) => importanceOf(entry) <= importance);
      const gone = spare.slice(0, bytes > MAX_BYTES ? CHUNK : events - MAX_EVENTS);
      events -= gone.length;
      for (const entry of gone) bytes -= entry.bytes;
      if (gone.length) onFate(gone, 'overflow');
    }
};
